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
from looped.checker.rules.of_figures import with_age

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
    rf"\b(?:between (?:the )?{END} and (?:the )?{END} (?:there )?(?:was|were|is|are|lay|lie)) {N.format(9)}|"
    # "The highest is 31 points above the lowest", "a range of 31 points".
    rf"\bthe (?:[a-z]+est|most|best|worst)(?: [a-z]+){{0,2}}? (?:is|was|being|stood|stands|lay|ran|took|came) "
    rf"{N.format(10)} (?:[a-z]{{2,}}er|more|less|above|below|over|under|ahead of|behind) (?:than )?the "
    rf"(?:[a-z]+est|least|most|best|worst)\b|"
    rf"(?<=, )a (?:range|spread|span|gap) of {N.format(11)}(?=[.;)]|$)",
    re.I,
)
# "The highest is for Oak, 31 points above the lowest": the whole span, of figures told before it.
END_TO_END = pattern_of(
    rf"\bthe {END}\b[^.;:]{{0,70}}? {N.format(12)} (?:(?:above|below|ahead of|behind)|(?:higher|lower|more|less|"
    rf"greater|fewer) than)(?: that of| that in| that for)? the {END}\b",
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
SUMS = pattern_of(
    r"\b(?:came to|come to|total\w*(?: of)?|add(?:ed|s|ing)? up to|sum of|amount\w* to|ma(?:ke|de)) $", re.I
)
ALL = pattern_of(r"(?: [a-z’'-]+){0,3} (?:in all|in total|altogether|together|over the)\b", re.I)
UNIT = pattern_of(r"[ -](?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|miles?|km|metres?|kg)\b", re.I)
FEWEST, MANY = 2, 3


def check(context: Context) -> Iterator[Finding]:
    """Each such statement with the figures told beside it."""
    for paragraph in context.paragraphs_with(APART, KEPT, WIDEST, END_TO_END):
        read = passage(paragraph.text)
        for found in (each for pattern in (APART, KEPT, WIDEST, END_TO_END) for each in pattern.finditer(read.text)):
            at = read.sentence_at(found.start())
            if ASIDE.search(read.sentence(at)):
                continue
            told = _listed(read, _told(read, at, found))
            if "a" in found.groupdict() and "%" not in found.group() and any(each.kind == "share" for each in told):
                continue  # "stays of 2 to 31 days", beside percentages: of another thing
            if any(sign in found.group() for sign in "£$€") and any(each.kind != "money" for each in told):
                continue  # "pay lies between £24,000 and £31,500", beside counts
            unit = UNIT.match(read.text, found.end()) if "a" in found.groupdict() else None
            if unit and any(each.unit and each.unit not in unit.group() or not each.unit for each in told):
                continue
            if len(told) >= (MANY if found.re is WIDEST.compiled and (found["n10"] or found["n11"]) else FEWEST):
                yield _judged(paragraph, found, told)


def _listed(read: Passage, told: list[Entry]) -> list[Entry]:
    """Without how many they are, and with the first where it was read as an age."""
    size = len(told)
    numbered = size > MANY and not told[0].share and told[0].kind == "count" and told[0].value in (size - 1, size)
    kept = told[1:] if numbered else told
    return with_age(read, kept) if kept else []


def _told(read: Passage, at: int, found: re.Match[str]) -> list[Entry]:
    """The figures of the sentence beside the statement, all of one kind; else those of the next or the last one."""
    points = bool(re.search(r"point|%|per cent", found.group()))
    # Of two bills "the highest was £90 above the lowest" tells others.
    to_end = found.re is END_TO_END.compiled
    for place in (at, at - 1) if to_end else (at, at + 1, at - 1):
        own = [e for e in read.of_sentence(place) if not (found.start() <= e.start < found.end())]
        own = [e for e in own if not is_aside(read, e, own) and e.kind != "points" and not _is_sum(read, e)]
        if len(own) >= FEWEST + to_end:
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


def _is_sum(read: Passage, entry: Entry) -> bool:
    """ "And came to 254 bed days together": of all of them."""
    return bool(SUMS.search(read.text[: entry.start]) or ALL.match(read.text, entry.end))


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
        right = most in (high - low, max(steps)) if found.re is WIDEST.compiled else high - low <= most
        if "n12" in found.groupdict():
            # Of rounded shares the span may be a step more or less than it seems.
            right = abs(high - low - most) <= max(each.step for each in told) * (told[0].kind == "share")
        why = f"{printed(low)} and {printed(high)} are {printed(high - low)} apart"
    verdict: Verdict = "ok" if right else "wrong"
    why = f"{', '.join(each.text for each in told)}: {why}"
    slip = f"{CODE}/{paragraph.line}/{found.start()}"
    said = found.group()
    return Finding(CODE, verdict, paragraph.where, said, said, "" if right else "further apart", why, slip, "likely")
