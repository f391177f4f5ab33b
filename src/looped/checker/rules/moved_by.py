"""A movement told with both its ends: by how much, and whether it widened, narrowed or stood still."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.quantities import printed

CODE = "moved-by"
MESSAGE = "What moved from one figure to another moved by their difference, and the way that is said."
GOOD = "The wait fell from 43 days to 32 days, 11 days faster."
BAD = "The wait fell from 43 days to 32 days, 14 days faster."

FROM = pattern_of(r"\bfrom (?:just |only |about |an? \w+ of )*$", re.I)
TO = pattern_of(r"^ ?(?:[a-z]+ )?(?:\([^()]*\) )?(?:[a-z’'-]+ ){0,4}?to (?:just |only |about |an? \w+ of )*$", re.I)
NEXT = pattern_of(r"^[^.;:\d]{0,30}?[,(–—-] ?(?:(?:or|an?|that is|i\.e\.) )?$", re.I)
BEHIND = pattern_of(
    r"^ ?(?:[a-z]+ )?(?:faster|slower|quicker|longer|shorter|more|fewer|higher|lower|better|worse|earlier|later|less|"
    r"down|up|above|below|sooner)\b(?! than)",
    re.I,
)
MOVE_BEFORE = pattern_of(
    r"^[^.;:\d]{0,30}?[,(–—-] ?(?:(?:or|an?|that is|i\.e\.) )?(?:(?:rise|fall|increase|decrease|drop|reduction|gain|"
    r"growth|improvement|decline|up|down) (?:of |by )?)$",
    re.I,
)
BY = pattern_of(r"\b(?:up|down|rose|fell|risen|fallen|increased|decreased|grew|dropped|cut|reduced) by $", re.I)
BY_TO = pattern_of(r"^ ?(?:[a-z]+ )?to (?:just |only )?$", re.I)
BY_FROM = pattern_of(r"^[^.;:\d]{0,40}?\bfrom (?:just |only )?$", re.I)
WAY = pattern_of(
    r"\b(?:(?P<up>widened|lengthened|broadened|expanded|swelled|deepened)|"
    r"(?P<down>narrowed|shortened|shrank|shrunk|contracted|closed|dwindled))(?: further| slightly| a little)? from "
    r"(?:just |only |about )*$",
    re.I,
)
STILL = pattern_of(
    r"\b(?:(?:did not|didn[’']t|has not|had not) chang(?:e|ed)(?: at all)?|(?:was|were|is|are|remain(?:s|ed)|stayed) "
    r"(?:unchanged|the same|constant|identical|static)|(?:no|without(?: any)?) change)\b[^.;:\d]{0,40}?[(:,–—-] ?"
    r"(?:at )?$",
    re.I,
)
PAIR = pattern_of(r"^[^.;:\d]{0,50}?(?:\band\b|,|\bto\b|\bv\b|\bagainst\b)[^.;:\d]{0,50}$", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each pair of figures of one kind with what is said of their movement."""
    for paragraph in context.document.paragraphs:
        read = passage(paragraph.text)
        for at in range(len(read.starts)):
            own = read.of_sentence(at)
            for first, last in zip(own, own[1:], strict=False):
                if _alike(first, last):
                    yield from _way(paragraph, read, first, last)
            for one, two, three in zip(own, own[1:], own[2:], strict=False):
                yield from _size(paragraph, read, one, two, three)
                yield from _by(paragraph, read, one, two, three)


def _alike(one: Entry, other: Entry) -> bool:
    """Whether two figures are of one kind; a unit may be told once for both."""
    units = one.unit == other.unit or not one.unit or not other.unit
    kinds = (
        one.kind == other.kind
        or {one.kind, other.kind} == {"count", "measure"}
        or {
            one.kind,
            other.kind,
        }
        <= {"count", "points"}
    )
    return units and kinds and not one.base and not other.base


def _size(paragraph: Paragraph, read: Passage, one: Entry, two: Entry, three: Entry) -> Iterator[Finding]:
    """ "From 43 days to 32 days, 11 days faster", "from 865 to 1,137, up 31%"."""
    text = read.quiet
    gaps = [re.sub(r"\s+", " ", gap) for gap in (text[one.end : two.start], text[two.end : three.start])]
    if not FROM.search(text[: one.start]) or not TO.match(gaps[0]) or not _alike(one, two):
        return
    said = MOVE_BEFORE.match(gaps[1]) or (NEXT.match(gaps[1]) and BEHIND.match(text[three.end :]))
    if not said:
        return
    gap = abs(two.value - one.value)
    if three.kind == "share" and one.kind in ("count", "money", "measure"):
        if not one.value:
            return
        exact, slack = gap * 100 / one.value, three.step
        shown = f"{exact.quantize(three.step)}%"
    elif three.kind == one.kind and three.kind != "share" and not three.base and not three.share:
        exact, slack = gap, (one.step + two.step + three.step) / 2 if three.kind != "count" else Decimal(0)
        shown = printed(gap)
    else:
        return
    yield _told(paragraph, three, abs(exact - three.value) <= slack, shown, f"{one.text} to {two.text} is {shown}")


def _by(paragraph: Paragraph, read: Passage, size: Entry, now: Entry, then: Entry) -> Iterator[Finding]:
    """ "Up by 41 to 116 from 75"."""
    text = read.quiet
    alike = size.kind == now.kind == then.kind and size.kind in ("count", "money", "measure")
    told = BY.search(text[: size.start]) and BY_TO.match(text[size.end : now.start])
    if alike and told and BY_FROM.match(text[now.end : then.start]):
        gap = abs(now.value - then.value)
        slack = Decimal(0) if size.kind == "count" else (size.step + now.step + then.step) / 2
        why = f"{then.text} to {now.text} is {printed(gap)}"
        yield _told(paragraph, size, abs(gap - size.value) <= slack, printed(gap), why)


def _way(paragraph: Paragraph, read: Passage, first: Entry, last: Entry) -> Iterator[Finding]:
    """ "Narrowed from 8 to 9", "did not change (83 and 89)"."""
    text = read.quiet
    lead, gap = text[: first.start], text[first.end : last.start]
    way = WAY.search(lead)
    if way and TO.match(gap):
        right = last.value > first.value if way["up"] else last.value < first.value
        shown = "a rise" if last.value > first.value else "a fall" if last.value < first.value else "no change"
        yield _told(
            paragraph, last, right, shown, f"{first.text} to {last.text} is {shown}; the text says “{way.group()}”"
        )
    elif STILL.search(lead) and PAIR.match(gap) and first.kind == last.kind:
        right = abs(first.value - last.value) < max(first.step, last.step)
        why = f"{first.text} and {last.text} are not the same"
        yield _told(paragraph, last, right, first.text, "" if right else why)


def _told(paragraph: Paragraph, stated: Entry, right: bool, expected: str, why: str) -> Finding:
    verdict: Verdict = "ok" if right else "wrong"
    slip = f"{CODE}/{paragraph.line}/{stated.start}"
    return Finding(CODE, verdict, paragraph.where, stated.text, stated.text, expected, why, slip, "likely")
