"""A movement told with both its ends: by how much."""

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
MESSAGE = "What moved from one figure to another moved by their difference."
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


def check(context: Context) -> Iterator[Finding]:
    """Each pair of figures with the size of their movement."""
    for paragraph in context.document.paragraphs:
        read = passage(paragraph.text)
        for at in range(len(read.starts)):
            own = read.of_sentence(at)
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


def _told(paragraph: Paragraph, stated: Entry, right: bool, expected: str, why: str) -> Finding:
    verdict: Verdict = "ok" if right else "wrong"
    slip = f"{CODE}/{paragraph.line}/{stated.start}"
    return Finding(CODE, verdict, paragraph.where, stated.text, stated.text, expected, why, slip, "likely")
