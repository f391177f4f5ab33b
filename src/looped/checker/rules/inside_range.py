"""A mean, a median or an extreme told with the range that it must lie in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.end_words import HIGHEST, LOWEST
from looped.checker.finding import Finding, Verdict
from looped.checker.limits import Limit, limits, narrows
from looped.checker.linking import stem
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage, passage, stems, worded
from looped.checker.quantified import ALL_OR_NONE, quantifiers
from looped.checker.quieting import SPELT
from looped.checker.wholes import ELSEWHERE

CODE = "inside-range"
MESSAGE = "A mean, a median, the least and the greatest lie in the range told with them."
GOOD = "The median wait was 12 days (range 3 to 41). The longest wait was 41 days."
BAD = "The median wait was 12 days (range 3 to 41). The longest wait was 48 days."

N = rf"(?:\d[\d,]*(?:\.\d+)?|{SPELT})(?!\d|[.,]\d|\s?(?:m|mn|k|bn|million|thousand|billion)\b)"
UNITS = (
    r"%|per ?cent|years?|months?|weeks?|(?:(?:working|calendar) )?days?|nights?|hours?|minutes?|mins?|seconds?|points?|"
    r"mmHg|mg|kg|km|miles?|metres?|°C"
)
TO = rf"(?:\s?(?P<ua>{UNITS})(?![a-z]))?\s?(?:to|and|–|-)\s?"
SPAN = rf"(?P<a>[£$€]?{N}){TO}(?P<b>[£$€]?{N})(?:\s?(?P<ub>{UNITS})(?![a-z]))?"
RANGE = pattern_of(
    rf"\b(?:(?P<iqr>IQR|inter-?quartile(?: range)?)|range|spread)(?:[:,=]| was| is| from| of| "
    rf"between| ran from|\s)*{SPAN}|"
    rf"\b(?:(?:rang(?:ed|ing|es)|var(?:ied|ying)|ran|running|lay|spread|lasted|took|waited|stayed|scored|cost)"
    rf"(?: [a-z]+)?(?: from| between)|(?:lasted|took|waited|stayed)(?= \S+(?: [a-z]+)? ?(?:to|–|"
    rf"-))) {SPAN.replace('(?P<', '(?P<v')}|"
    rf"\b(?:aged?|ages)(?: were| was| ranged| ran| between| from|:)* {SPAN.replace('(?P<', '(?P<g')}|"
    rf"\b(?:were|was|are) (?:all )?(?:aged )?(?:between|from) {SPAN.replace('(?P<', '(?P<w')} "
    rf"(?:years )?(?:old|of age)\b",
    re.I,
)
# What words say of a range that is asked for, or that leaves some out.
AIMED = pattern_of(
    r"\b(?:eligible|eligib\w+|target|normal|reference|acceptable|recommended|expected|permitted|allowed|should|must|"
    r"most|mostly|usual(?:ly)?|typical(?:ly)?|generally|except|apart from|excluding|confidence|between them|salary|pay|"
    r"inclusion|when (?:they|he|she)|on joining|at entry|criteri\w+|open to|invited|per cent of|"
    r"from .{1,30} in \d{4} to)\b",
    re.I,
)
# "Nine readings were outside the range": one that is asked for.
OUTSIDE = pattern_of(r"\b(?:outside|out of|beyond|within|in) (?:of )?(?:the|this|that|its|their|our) range\b", re.I)
MIDDLE = pattern_of(
    rf"\b(?P<word>median|mean|average)(?: (?!range)[a-z’'-]+){{0,4}}? ?(?:of|was|is|at|being|,|:|"
    rf"=)? ?\(?(?P<n>[£$€]?{N})"
    rf"(?:\s?(?P<u>{UNITS})(?![a-z]))?",
    re.I,
)
EXTREME = pattern_of(
    rf"\b(?P<word>oldest|youngest|{HIGHEST}|{LOWEST}|slowest|quickest|fastest)"
    r"(?P<noun>(?: (?!was|is|took|were|had)[a-z’'-]+){0,3}?),? (?:(?:of (?:them|these|all)|single|recorded) )?"
    r"(?:was|is|being|took|lasted|had waited|waited|stood at|came to|scored|at|of)(?: (?:just|"
    r"only|aged|after|at|for))* "
    rf"(?P<n>[£$€]?{N})(?:\s?(?P<u>{UNITS})(?![a-z]))?"
    # "The highest being £1,430 or 29% above the lowest".
    r"(?![^.;,]{0,20}\b(?:above|below|more|less|higher|lower|over|under|than|ahead|times|longer|older|younger|"
    r"shorter)\b)",
    re.I,
)
OF_AGE = frozenset(("oldest", "youngest"))
OF_TIME = frozenset(("longest", "shortest", "slowest", "quickest", "fastest"))
TIMES = re.compile(r"(?:year|month|week|day|night|hour|min|sec)", re.I)
# Anybody whose age may be told.
PEOPLE = frozenset(
    map(stem, ("participant", "patient", "respondent", "person", "one", "child", "adult", "member", "man", "woman"))
)
OF_AGES = pattern_of(r"\bage[ds]?\b", re.I)
LEAST = frozenset(("youngest", "shortest", "lowest", "smallest", "quickest", "fastest"))
# "The oldest patient in the east wing": of some of them.
PART = pattern_of(r"\b(?:in|at|on|of|from|for|with|among)\b", re.I)
CUT = re.compile(r"[;:](?=\s)|,? (?:but|while|whereas|so|and) ")
# "All but two", "nearly all", "of those above 60 none".
NO_LIMIT = pattern_of(r"\b(?:but|except|nearly|almost|apart|other than|save|bar|should|must|not)\b", re.I)
# "72% of all units", "in 54 cases".
OF_SOME = re.compile(r"\d|\bof\s*$|\(")
OTHERS = pattern_of(r"\bthe (?:other|others|rest|remaining|remainder)\b", re.I)
# "(median 58)".
BRACKET = re.compile(r"(?: of age| old| inclusive)?,? ?\((?:with )?(?:an? |the )?")
NEAR, FAR = 2, 8


@dataclass(frozen=True)
class Range:
    """A range as told. age: whether it is of ages; quartiles: whether a fourth lies on either side of it.

    seen: whether it is the range of what was found, so that its ends are the least and the greatest.
    """

    low: Decimal
    high: Decimal
    unit: str
    age: bool
    quartiles: bool
    start: int
    end: int
    at: int
    seen: bool


def check(context: Context) -> Iterator[Finding]:
    """Each paragraph with one range, and the figures that must lie in it."""
    for paragraph in context.paragraphs_with(RANGE):
        words = (MIDDLE, EXTREME, ALL_OR_NONE)
        if not any(each.search(paragraph.text) for each in words):
            continue
        read = passage(paragraph.text)
        told = [each for found in RANGE.finditer(read.text) if (each := _range(read, found))]
        for each in told:
            yield from _middle(paragraph, read, each, told)
            if len(told) == 1:
                yield from _extremes(paragraph, read, each)
                yield from _bounded(paragraph, read, each)


def _range(read: Passage, found: re.Match[str]) -> Range | None:
    at = read.sentence_at(found.start())
    side = next(each for each in ("", "v", "g", "w") if found[f"{each}a"])
    low, high = (_number(found[side + end]) for end in "ab")
    if low >= high or AIMED.search(read.sentence(at)) or OUTSIDE.search(read.text):
        return None
    unit = found[f"{side}ub"] or found[f"{side}ua"] or ("£" if "£" in found[f"{side}b"] else "")
    # "12 days (range 3 to 41)": in what the figure before it is.
    before = list(MIDDLE.finditer(read.text, read.starts[at], found.start()))
    if not unit and before and found.start() - before[-1].end() < FAR:
        unit = before[-1]["u"] or ""
    near = read.text[max(0, found.start() - 40) : found.end() + 16]
    age = side in "gw" and bool(side) or bool(re.search(r"\bage[ds]?\b|years? old|of age", near, re.I))
    return Range(low, high, unit.lower(), age, bool(found["iqr"]), found.start(), found.end(), at, side in ("v", "w"))


def _number(text: str) -> Decimal:
    plain = text.replace(",", "").lstrip("£$€")
    return Decimal(plain) if plain[0].isdigit() else Decimal(worded(plain))


def _middle(paragraph: Paragraph, read: Passage, told: Range, every: list[Range]) -> Iterator[Finding]:
    """The one mean or median of its clause: right before the range, or right behind it."""
    start = read.starts[told.at]
    end = start + len(read.sentence(told.at))
    found = [
        each
        for each in MIDDLE.finditer(read.text, start, end)
        if not (told.start <= each.start("n") < told.end)
        and (_is_beside(read, told, each) or not _is_other(told, each))
    ]
    ranges = [each for each in every if each.at == told.at]
    if len(found) != 1 or len(ranges) != 1 or (told.quartiles and found[0]["word"].lower() != "median"):
        return
    between = read.text[min(found[0].end(), told.end) : max(found[0].start(), told.start)]
    if re.search(r"[;.]\s|\d", between) or len(between) > 70:
        return
    yield _finding(paragraph, told, found[0], told.low <= _number(found[0]["n"]) <= told.high)


def _is_beside(read: Passage, told: Range, found: re.Match[str]) -> bool:
    """ "From 22 to 96 years (median 58)": in brackets right behind the range, and so of it."""
    return bool(BRACKET.fullmatch(read.text[told.end : found.start()])) and not found["u"] and "£" not in found["n"]


def _extremes(paragraph: Paragraph, read: Passage, told: Range) -> Iterator[Finding]:
    """The oldest, the longest and the like, in the sentence of the range or right behind it."""
    for found in EXTREME.finditer(read.text):
        at = read.sentence_at(found.start())
        if not 0 <= at - told.at < NEAR + 1 or told.start <= found.start("n") < told.end or told.quartiles:
            continue
        word = found["word"].lower()
        if (word in OF_AGE) != told.age or (word in OF_TIME and not TIMES.match(told.unit)) or _is_other(told, found):
            continue
        if not _is_of_same(read, told, found["noun"]) or (at != told.at and ELSEWHERE.search(read.sentence(at))):
            continue
        value = _number(found["n"])
        exact = told.seen and at != told.at and not PART.search(found["noun"])
        end = told.low if word in LEAST else told.high
        yield _finding(paragraph, told, found, value == end if exact else told.low <= value <= told.high)


def _bounded(paragraph: Paragraph, read: Passage, told: Range) -> Iterator[Finding]:
    """ "No delay was longer than ten days", "all were below 5": the end of the range that must keep to it."""
    for limit in limits(read.text):
        at = read.sentence_at(limit.start)
        if limit.value is None or abs(at - told.at) > 1 or told.start < limit.end and limit.start < told.end:
            continue
        low = max((e.end() for e in CUT.finditer(read.text, read.starts[at], limit.start)), default=read.starts[at])
        said = [
            q for q in quantifiers(read.text) if low <= q.start and q.end <= limit.start and q.kind in ("all", "none")
        ]
        if (
            len(said) != 1
            or OF_SOME.search(read.text[low : said[0].start])
            or OTHERS.search(read.sentence(told.at))
            or narrows(read.text, said[0].end, limit)
            or told.quartiles
            or NO_LIMIT.search(read.text[low : limit.start])
            or not _alike(told, limit)
        ):
            continue
        if at != told.at and not stems(read.text[low : limit.start]) & stems(read.sentence(told.at)):
            continue
        # What all are above, the least is above; what none is above, the greatest isn't.
        every = said[0].kind == "all"
        end = told.low if limit.above == every else told.high
        so = limit.has(end, limit.value)
        right = so is None or so == every
        verdict: Verdict = "ok" if right else "wrong"
        why = f"the range goes {'down' if end == told.low else 'up'} to {end:f}"
        slip = f"{CODE}/{paragraph.line}/{limit.start}"
        quote = read.text[said[0].start : limit.end]
        yield Finding(CODE, verdict, paragraph.where, quote, quote, "" if right else "not so", why, slip, "likely")


def _alike(told: Range, limit: Limit) -> bool:
    """Whether a limit is of the unit of a range; of a range without one only a limit without one."""
    unit = limit.unit or ("£" if "£" in limit.text else "")
    if "°" in unit or "degree" in unit:
        return told.unit.startswith("°")
    return unit[:3] == told.unit[:3] or (not unit and told.unit in ("points", "point"))


def _is_of_same(read: Passage, told: Range, noun: str) -> bool:
    """Whether what is the oldest or the longest is what the range is told of."""
    words = stems(noun)
    own = stems(read.sentence(told.at))
    people = bool(own & PEOPLE) or (told.age and bool(OF_AGES.search(read.sentence(told.at))))
    return not words or bool(words & own) or (people and bool(words & PEOPLE))


def _is_other(told: Range, found: re.Match[str]) -> bool:
    """Whether a figure is of another unit than the range."""
    unit = (found["u"] or ("£" if "£" in found["n"] else "")).lower()
    if told.age and not unit:
        return bool(found["word"].lower() not in OF_AGE and not re.search(r"\bage\b", found.group(), re.I))
    if not unit or not told.unit:
        return "%" in (unit, told.unit) or "£" in (unit, told.unit)
    return unit[:3] != told.unit[:3] if not told.age else not unit.startswith("year")


def _finding(paragraph: Paragraph, told: Range, found: re.Match[str], right: bool) -> Finding:
    verdict: Verdict = "ok" if right else "wrong"
    why = f"{found['n']} {'lies in' if right else 'is outside'} the range from {told.low:f} to {told.high:f}"
    slip = f"{CODE}/{paragraph.line}/{found.start()}"
    quote, expected = found.group().strip(), f"{told.low:f} to {told.high:f}"
    return Finding(CODE, verdict, paragraph.where, quote, found["n"], expected, why, slip, "likely")
