"""Figures that are said to lie within so many points of each other, or between two bounds, lie there."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.end_words import ANY_END
from looped.checker.finding import Finding, Verdict
from looped.checker.listing import value_of
from looped.checker.numbers import WORDS, digits, whole
from looped.checker.parties import is_aside, kind_of
from looped.checker.patterns import pattern_of
from looped.checker.phrases import ONLY
from looped.checker.prose import Entry, Passage, passage
from looped.checker.quantities import printed

CODE = "lies-within"
MESSAGE = "Figures that are said to be so close to each other are as close, or as near as the bounds told."
GOOD = "Scores lay within five points of each other: 81%, 84% and 86%."
BAD = "Scores lay within five points of each other: 81%, 84% and 89%."

N = rf"(?P<n{{0}}>[£$€]?\d[\d,]*(?:\.\d+)?|{WORDS})(?:\s?%|[ -](?:percentage )?[a-z]+)?"
END = rf"(?:{ANY_END})"
APART = pattern_of(
    rf"\bwithin (?:{ONLY})?{N.format(1)} (?:of (?:each other|one another)|apart)\b|"
    rf"\b(?:differ|var[iy]|diverg|mov|chang|fluctuat|swung|swing|spread)\w*\b[^.;:\d]{{0,30}}? by (?:no more than|"
    rf"not more than|at most|less than|under) {N.format(2)}(?![.,]\d)|"
    rf"\b(?:no|never|not|nor|neither|none|nowhere|hardly)\b[^.;:\d]{{0,50}}?\b(?:differ\w*|var(?:y|ied)|diverg\w+|"
    rf"apart|mov\w+|separated)\b[^.;:\d]{{0,30}}? by (?:more than|over|as much as) {N.format(3)}(?![.,]\d)|"
    rf"\bnever (?:by )?(?:more than|over) {N.format(4)} apart\b|"
    rf"\b(?:consistent|alike|similar|the same|steady|stable|agreed?|matched|close|even|"
    rf"equal)\b[^.;:\d]{{0,20}}\bwithin "
    rf"(?:just |only )?{N.format(5)}(?! of (?!each other|one another))|"
    rf"\ball (?:lay|lie|were|fell|are|came) within (?:just |only )?{N.format(6)}(?=[:,.;]| of (?:each other|"
    rf"one another))|"
    rf"\b(?:never|no|not) (?:more|further) than {N.format(7)} (?:apart|between (?:the )?{END} and (?:the )?{END})\b",
    re.I,
)
# "The widest spread was three points": so much, and no less.
WIDEST = pattern_of(
    rf"\bthe (?:widest|largest|greatest|biggest) (?:spread|gap|difference|swing|distance|"
    rf"variation)\b[^.;:,\d]{{0,30}}? "
    rf"(?:was|is|being) {N.format(8)}|"
    rf"\b(?:between (?:the )?{END} and (?:the )?{END} (?:there )?(?:was|were|is|are|lay|lie)) {N.format(9)}",
    re.I,
)
KEPT = pattern_of(
    r"\b(?:stay|remain|kept|keep|lay|lie|lies|lying|held|hover|fluctuat|stood|always|never left|never outside)"
    r"[a-z]*\b[^.;:\d]{0,40}?\b(?:between|in the range(?: of)?|within(?: the range(?: of)?)?|from|outside) "
    r"(?P<a>[£$€]?\d[\d,]*(?:\.\d+)?)(?:\s?%|\s[a-z]{1,7})?(?: and | to | ?[-–] ?)(?P<b>[£$€]?\d[\d,]*(?:\.\d+)?)",
    re.I,
)
ASIDE = pattern_of(
    r"\b(?:should|must|target|aim\w*|would|could|if|whether|except\w*|apart from|but (?:for|one)|other than|"
    r"until|usually|mostly|before)\b",
    re.I,
)
FEWEST = 2


def check(context: Context) -> Iterator[Finding]:
    """Each such statement with the figures told beside it."""
    for paragraph in context.paragraphs_with(APART, KEPT, WIDEST):
        read = passage(paragraph.text)
        for found in (*APART.finditer(read.text), *KEPT.finditer(read.text), *WIDEST.finditer(read.text)):
            at = read.sentence_at(found.start())
            if ASIDE.search(read.sentence(at)):
                continue
            told = _told(read, at, found)
            if told:
                yield _judged(paragraph, found, told)


def _told(read: Passage, at: int, found: re.Match[str]) -> list[Entry]:
    """The figures of the sentence beside the statement, all of one kind; else those of the next or the last one."""
    points = bool(re.search(r"point|%|per cent", found.group()))
    for place in (at, at + 1, at - 1):
        own = [e for e in read.of_sentence(place) if not (found.start() <= e.start < found.end())]
        own = [e for e in own if not is_aside(read, e, own) and e.kind != "points"]
        if len(own) >= FEWEST:
            kinds = {kind_of(e) for e in own}
            shares = kinds == {("share",)}
            return (
                own
                if len(kinds) == 1 and (shares or not re.search(r"%|percentage", found.group()) or not points)
                else []
            )
        if own:
            return []
    return []


def _judged(paragraph: Paragraph, found: re.Match[str], told: Sequence[Entry]) -> Finding:
    values = [value_of(each) for each in told]
    low, high = min(values), max(values)
    if "a" in found.groupdict():
        a, b = digits(found["a"]), digits(found["b"])
        right = a <= low and high <= b
        why = f"from {printed(low)} to {printed(high)}, said to lie between {found['a']} and {found['b']}"
    else:
        text = next(filter(None, found.groupdict().values()))
        spelt = whole(text)
        most = Decimal(spelt) if spelt is not None else digits(text)
        steps = [abs(b - a) for a, b in pairwise(values)]
        # The widest spread may be of all, or from one to the next.
        right = most in (high - low, max(steps)) if "n8" in found.groupdict() else high - low <= most
        why = f"{printed(low)} and {printed(high)} are {printed(high - low)} apart"
    verdict: Verdict = "ok" if right else "wrong"
    why = f"{', '.join(each.text for each in told)}: {why}"
    slip = f"{CODE}/{paragraph.line}/{found.start()}"
    said = found.group()
    return Finding(CODE, verdict, paragraph.where, said, said, "" if right else "further apart", why, slip, "likely")
