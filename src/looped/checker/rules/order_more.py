"""Two or more told by name, each with its figure, one of them set above or below the others by words between them."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.item_names import stems_of
from looped.checker.listing import value_of
from looped.checker.parties import finding_of, kind_of
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.statements import KINDS
from looped.checker.weighing import prose_alone
from looped.checker.whose import HEAVY

CODE = "order-more"
MESSAGE = "What is said to be more or less than what is told beside it is so by the two figures."
GOOD = "Compared with sailors (61%), rowers were less likely to own a float: 52% of them did."
BAD = "Compared with sailors (61%), rowers were more likely to own a float: 52% of them did."

UP = rf"(?:more|higher|greater|larger|bigger|a (?:higher|larger|greater|bigger) [a-z]+|more (?:{KINDS}))"
DOWN = rf"(?:fewer|less|lower|smaller|a (?:lower|smaller|lesser) [a-z]+|less (?:{KINDS}))"
WAY = rf"(?:(?P<up>{UP})|(?P<down>{DOWN}))"
WORDS = r"[^.;:()\d]"
ONLY = r"(?:just |only |namely |that is,? |i\.e\. |at |with |on |in |by |about )*"
# "Compared with sailors (61%), rowers were less likely to own one: 52% of them did".
COMPARED = pattern_of(
    rf"(?:^|[.;:] )(?:compared (?:with|to)|in comparison (?:with|to)|against|set against|unlike|in contrast (?:to|"
    rf"with)|relative to) "
    rf"(?:the )?(?:{WORDS}{{2,40}}? \(|\(?)$",
    re.I,
)
OTHER = pattern_of(
    rf"\)?(?: of (?:the )?{WORDS}{{2,30}}?)?, {WORDS}{{0,40}}?\b{WAY}\b(?!{WORDS}*\bthan\b)"
    rf"{WORDS}{{0,70}}[:;(,–] ?{ONLY}$",
    re.I,
)
# "14 faults in the first round, whereas the second turned up fewer, namely 19".
SECOND = pattern_of(
    rf"\)?(?:{WORDS}{{0,60}}?)(?:[,;:.–]|\b(?:while|whereas|but|and|against)\b) {WORDS}{{2,60}}?"
    rf"\b(?:had|has|saw|found|showed|recorded|reported|turned up|brought|gave|made|took|got|sent|held|scored|"
    rf"reached|was|were|stood|drew|had even|noted|produced|yielded|received|came|attracted|listed|led to|[a-z]{{3,}}ed)"
    rf"(?: (?:rather|somewhat|slightly|even|far|much|clearly|markedly|considerably|many))* {WAY}"
    rf"(?P<what>(?: (?!(?:than|by|of)\b)[a-z’'-]+){{0,2}})(?:,|:|;| –| \(| at| with)\s?{ONLY}[(£$€]?$",
    re.I,
)
# "Rot (29%), behind rust (34%) and ahead of moss (21%) and lichen (16%)".
LINK = pattern_of(
    r"\)?(?: (?!(?:and|but|came|ranked|was|stood|well|just|far|clearly|after|above|below|behind|ahead)\b)[a-z’'-]+)?"
    r",? (?:and |but |well |just |some way |clearly |far |came |coming |ranked |ranking |placed |was |stood )*"
    r"(?:(?P<up>ahead of|above|in front of)|(?P<down>behind|below|(?<=, )after|(?<=came )after)) "
    r"(?:both )?(?:the )?(?P<who>[^.;:()\d,]{2,50}?),? (?:\(|at |with |on )[£$€]?",
    re.I,
)
NEXT = pattern_of(r"\)?(?:,| and|, and) (?:the )?(?P<who>[^.;:()\d,]{2,50}?),? (?:\(|at |with |on )[£$€]?", re.I)
LATE = pattern_of(
    r"\b(?:target|standard|average|benchmark|limit|threshold|goal|schedule|time|plan|expected|budget|pounds?|points?|"
    r"deadline|last year|previous)\b",
    re.I,
)
THEN = pattern_of(
    r"[\s),]*(?:(?:of them |had |were )?(?:in |at )?(?:the )?(?:last|previous\w*|earlier|before|(?:19|20)\d\d)\b|"
    r"or (?:more|less|fewer)\b|(?:more|fewer|less|higher|lower)\b)",
    re.I,
)
NOT = pattern_of(
    r"\b(?:not|no|never|neither|nor|whether|if|would|should|could|might|may|expected|target|by|ago|since|again|one of|"
    r"rose|fell|went)\b|n[’']t\b",
    re.I,
)


def check(context: Context) -> Iterator[Finding]:
    """Each such sentence, or two of them, with no other figure between the two."""
    for paragraph in context.once(prose_alone):
        if not (WAYS.search(paragraph.text) or AHEAD.search(paragraph.text)):
            continue
        read = passage(paragraph.text)
        for one, other in pairwise(read.entries):
            if kind_of(one) == kind_of(other) and other.sentence - one.sentence <= 1:
                yield from _second(paragraph, read, one, other)
        for at in range(len(read.starts)):
            yield from _chain(paragraph, read, read.of_sentence(at))
            yield from _both_ways(paragraph, read, read.of_sentence(at))


WAYS = pattern_of(rf"\b{WAY}\b", re.I)
# "Ash had fewer leaks than Elm but more than Oak: 14, 19 and 6 respectively".
BOTH_WAYS = pattern_of(
    rf"\b{WAY}\b[^.;:()\d]{{0,40}}? than [^.;:()\d]{{2,40}}?,? (?:but|and) (?:(?P<up2>{UP})|(?P<down2>{DOWN}))\b"
    rf"[^.;:()\d]{{0,30}}? than [^.;:()\d]{{2,40}}?[:(,–]\s?[£$€]?$",
    re.I,
)
AND = pattern_of(r",? and |, ", re.I)
AHEAD = pattern_of(r"\b(?:ahead of|above|in front of|behind|below|after)\b", re.I)


def _second(paragraph: Paragraph, read: Passage, one: Entry, other: Entry) -> Iterator[Finding]:
    """The second of two figures, said to be more or less than the first."""
    low = read.starts[one.sentence]
    lead, gap = read.text[low : one.start], read.text[one.end : other.start]
    found = OTHER.fullmatch(gap) if COMPARED.search(lead) else SECOND.fullmatch(gap)
    own = [e for e in read.entries if one.sentence <= e.sentence <= other.sentence and kind_of(e) == kind_of(one)]
    if not found or len(own) != len("ab") or NOT.search(gap) or HEAVY.search(lead) or _is_when(read, one, other):
        return
    what = stems_of(found["what"]) if "what" in found.re.groupindex else frozenset[str]()
    if what and not what <= stems_of(lead + gap[: found.start("what")]):
        return  # "found 14 faults, but had fewer boats: 19"
    a, b = value_of(one), value_of(other)
    right = b > a if found["up"] else b < a
    start = one.end + found.start("up" if found["up"] else "down")
    yield _finding(paragraph, read, (start, start + len(found["up"] or found["down"])), right, (other, one))


def _is_when(read: Passage, one: Entry, other: Entry) -> bool:
    """Whether either figure tells an earlier time or a bound."""
    return bool(HEAVY.search(read.text[one.end : other.start]) or THEN.match(read.text, other.end))


def _chain(paragraph: Paragraph, read: Passage, own: Sequence[Entry]) -> Iterator[Finding]:
    """One that is said to be behind some and ahead of others, each with its figure."""
    for at, first in enumerate(own[:-1]):
        way, rivals = None, list[Entry]()
        for one, other in pairwise(own[at:]):
            found = LINK.fullmatch(read.text, one.end, other.start)
            told = found or (NEXT.fullmatch(read.text, one.end, other.start) if way else None)
            if told is None or kind_of(one) != kind_of(other) or LATE.search(told["who"]):
                break
            if found:
                yield from _ahead(paragraph, read, first, way, rivals)
                way, rivals = found, []
            rivals.append(other)
        yield from _ahead(paragraph, read, first, way, rivals)
        if way:
            return


def _both_ways(paragraph: Paragraph, read: Passage, own: Sequence[Entry]) -> Iterator[Finding]:
    """One that is more than another and less than a third, with the three figures behind it in that order."""
    if len(own) != len("abc") or len({kind_of(each) for each in own}) != 1:
        return
    start = read.starts[own[0].sentence]
    found = BOTH_WAYS.search(read.text, start, own[0].start)
    listed = all(AND.fullmatch(read.text, a.end, b.start) for a, b in pairwise(own))
    if not found or not listed or NOT.search(read.text, start, own[0].start):
        return
    for way, rival in (("", own[1]), ("2", own[2])):
        up = bool(found[f"up{way}"])
        right = value_of(own[0]) > value_of(rival) if up else value_of(own[0]) < value_of(rival)
        yield _finding(paragraph, read, found.span(f"{'up' if up else 'down'}{way}"), right, (own[0], rival))


def _ahead(
    paragraph: Paragraph, read: Passage, first: Entry, way: re.Match[str] | None, rivals: Sequence[Entry]
) -> Iterator[Finding]:
    if way is None or NOT.search(read.text[read.starts[first.sentence] : first.start]):
        return
    values, own = [value_of(each) for each in rivals], value_of(first)
    right = all(own > each for each in values) if way["up"] else all(own < each for each in values)
    yield _finding(paragraph, read, way.span("up" if way["up"] else "down"), right, (first, *rivals))


def _finding(paragraph: Paragraph, read: Passage, span: tuple[int, int], right: bool, told: Sequence[Entry]) -> Finding:
    why = f"{told[0].text} against {', '.join(each.text for each in told[1:])}"
    why += f"; the sentence says “{read.text[slice(*span)]}”"
    return finding_of(CODE, paragraph, read, span, (right, "" if right else "the other way about"), why)
