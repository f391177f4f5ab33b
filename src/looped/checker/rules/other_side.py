"""Of one whole told twice so many do and the rest do not: "17 of 19 passed ... two of the 19 failed"."""

import re
from collections.abc import Iterator, Sequence

from looped.checker.at_hand import is_slip
from looped.checker.context import Context
from looped.checker.counted import JOINS, VOID, Mention, mentions
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.linking import STOP, stem
from looped.checker.one_quantity import clause_before
from looped.checker.one_sense import same_sense
from looped.checker.patterns import pattern_of
from looped.checker.phrases import OF_WHICH
from looped.checker.prose import passage

CODE = "other-side"
MESSAGE = "Those who do and those who don't are all of their whole."
GOOD = "Of 30 kites, 26 flew. Put otherwise, four of the 30 kites did not."
BAD = "Of 30 kites, 26 flew. Put otherwise, six of the 30 kites did not."

REST = pattern_of(
    r"\b(?:the (?:rest|others?|remaining|remainder|balance)|leaving|leaves?|left|which means|so|hence|thus|"
    r"therefore|the other)\b",
    re.I,
)
NEGATIVE = pattern_of(
    r"\b(?:not|no|none|without|fail\w*|missing|miss(?:ed)?|lack\w*|absent|absence|late|overdue|incomplete|"
    r"invalid|un[a-z]{4,}ed|unsafe|"
    r"out of date|wrong(?:ly)?|refus\w+|declin\w+|lost|disagree\w*|dissatisfied|unhappy|closed|died|empty|blank|"
    r"never|poor|"
    r"broken|faulty|expired|delayed|unmet|outstanding|dirty|lapsed|deaf|absconded|below|neither|too (?:long|"
    r"slow|late))\b|n[’']t\b",
    re.I,
)
# "Did not", "failed it", "were not": of what was said before.
OF_THAT = pattern_of(
    r"\b(?:did|do|does|had|have|has|was|were|is|are|could|would) not(?=\s*(?:[.;:,)]|$))|\b(?:it|them|so|this|"
    r"that)\b(?=\s*(?:[.;:,)]|$))|"
    r"n[’']t(?=\s*(?:[.;:,)]|$))",
    re.I,
)
# Words of which one says what the other denies.
OPPOSED = (
    "pass passed fail failed",
    "met meet missed miss unmet",
    "found find missing lost",
    "time late delayed overdue prompt early",
    "complete completed incomplete blank",
    "present absent missing",
    "open closed shut",
    "agreed agree disagreed",
    "accepted declined refused",
    "attended missed absent",
    "survived survive died alive dead",
    "safe unsafe dangerous",
    "satisfied happy dissatisfied unhappy content",
    "clean dirty",
    "working broken faulty",
    "current valid expired lapsed",
    "right correct wrong",
    "full empty",
)
SETS = tuple(frozenset(line.split()) for line in OPPOSED)
HEDGES = pattern_of(
    r"\b(?:at first|at the first|again|later|then|now|since|by the end|next|re-?\w+ed|also|both|each|either)\b", re.I
)
GRADED = pattern_of(r"\b(?:twice|fully|often|regularly|weekly|daily|always|more than|at least|partly|nearly)\b", re.I)
WORD = re.compile(r"[A-Za-z’']+")
REACH = 3


# "In a third of those 24 it had stopped, so only 16": of a part, and no other side.


def check(context: Context) -> Iterator[Finding]:
    """Each count of a whole that was told before with the count of the other side."""
    for paragraph in context.document.paragraphs:
        own = mentions(passage(paragraph.text))
        for at, each in enumerate(own[:-1]):
            whole = own[at + 1]
            if each.part and each.is_counted_in(whole) and whole.definite and at > 1:
                yield from _judged(paragraph, own, at)


def _judged(paragraph: Paragraph, own: Sequence[Mention], at: int) -> Iterator[Finding]:
    last, whole = own[at], own[at + 1]
    first = next(
        (e for e in range(at) if own[e].value == whole.value and last.sentence - own[e].sentence <= REACH), None
    )
    if first is None or OF_WHICH.search(last.read.text[own[first].end : last.start]):
        return
    low = first - 1 if first and own[first - 1].is_counted_in(own[first]) else first
    others = [each for each in own[low:at] if each.value != whole.value and each.value != last.value]
    if (
        not others
        or len({each.value for each in others}) != 1
        or own[at + 2 : at + 3]
        and own[at + 2].sentence == last.sentence
    ):
        return
    one = others[0]
    rest = whole.value - one.value
    if (
        one.hedged
        or last.hedged
        or not 0 < one.value < whole.value
        or rest == last.value
        or not is_slip(last.value, rest)
    ):
        return
    if any(each.value == last.value for each in own[:at]) or re.search(
        r"\bone\b", paragraph.text[one.end : last.start]
    ):
        return
    if any(_are_sides(each, last, own) for each in others):
        yield _finding(paragraph, one, last, whole)


def _are_sides(one: Mention, last: Mention, own: Sequence[Mention]) -> bool:
    """Whether the one count is of those who do and the other of those who don't."""
    before, behind = _said(one, own), _said(last, own)
    lead = clause_before(last.lead)
    if HEDGES.search(lead) or HEDGES.search(behind):
        return False
    if REST.search(last.lead[-40:]):
        return True
    if bool(NEGATIVE.search(before)) == bool(NEGATIVE.search(behind)):
        return False
    told, said = (frozenset(word.lower() for word in WORD.findall(each)) for each in (before, behind))
    known = (
        told
        | {each.lower() for each in WORD.findall(one.read.sentence(one.sentence))}
        | {h for m in own for h in m.heads}
    )
    left = [
        w for w in said if stem(w) not in STOP | VOID and not NEGATIVE.search(w) and not any(w in each for each in SETS)
    ]
    if any(not any(same_sense(word, each) for each in known) for word in left) or GRADED.search(before):
        return False
    opposed = any(told & each and said & each for each in SETS)
    shared = {stem(word) for word in told} & {stem(word) for word in said} - STOP - {
        stem(each) for m in own for each in m.heads
    }
    return opposed or bool(OF_THAT.search(behind)) or any(len(word) > 3 for word in shared)


def _said(each: Mention, own: Sequence[Mention]) -> str:
    """What is said of a count: its clause, behind its whole too, and before it as far as the last mark or figure."""
    whole = next((other for other in own if each.is_counted_in(other)), each)
    tail = re.split(
        r"[.;:()]|, (?:and|but|so|while)\b|\b(?:and|so|but|while) (?=\w+ (?:of|were|was|did|had)\b)", whole.tail
    )[0]
    ends = [other.end for other in own if other.sentence == each.sentence and other.end <= each.start]
    lead = JOINS.split(each.read.text[ends[-1] : each.start])[-1] if ends else clause_before(each.lead)
    return f"{lead} {tail}"


def _finding(paragraph: Paragraph, one: Mention, last: Mention, whole: Mention) -> Finding:
    rest = whole.value - one.value
    why = f"{whole.value} − {one.value} = {rest}, and not {last.text}"
    quote = paragraph.text[last.start : whole.end]
    slip = f"{CODE}/{paragraph.line}/{last.start}"
    return Finding(CODE, "wrong", paragraph.where, quote, last.text, str(rest), why, slip, "likely")
