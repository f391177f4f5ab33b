"""How many are said to reach or to keep to a limit, told in its own words or named only, against each one's figure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.limit_words import ABOVE, AT_LEAST, AT_MOST, BELOW, EXCEEDED, is_of_those_who_met
from looped.checker.numbers import FRACTIONS
from looped.checker.parties import CLAUSE, Party, hits, nearby, parties, told_behind
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage, passage, worded
from looped.checker.quantified import HEDGED, WISHED, Quantifier, quantifiers
from looped.checker.quieting import NUMBER
from looped.checker.weighing import prose_alone

CODE = "order-limit"
MESSAGE = "As many as are said to reach a limit or to keep to it do so, by the figure told of each."
GOOD = "Neither shop managed to sell 50 tickets: Ash sold 41 and Birch 38."
BAD = "Neither shop managed to sell 50 tickets: Ash sold 41 and Birch 58."

N = rf"(?P<n>[£$€]?\d[\d,]*(?:\.\d+)?|{NUMBER}|half|a (?:third|quarter))(?P<unit>\s?%| per ?cent)?"
T = r"(?: (?:working |calendar )?(?P<time>days|hours|weeks|months|minutes|years)\b)?"
FAIL = r"(?:fail(?:ed|s|ing)? to|(?:did|does|could|had|has|do) ?(?:not|n[’']t)|unable to) (?:[a-z]+ )?"
SAID = pattern_of(
    rf"\b(?:(?P<fail>{FAIL}))?(?:(?P<over>{ABOVE}|{EXCEEDED}|in excess of|upwards of|clear(?:ed|s))|"
    rf"(?P<least>{AT_LEAST}|a minimum of|manag(?:ed|es|e)(?: to [a-z]+)?|reach(?:ed|es)?)|"
    rf"(?P<under>{BELOW})|(?P<most>within(?! \S+ (?:percentage )?points?\b)|up to|{AT_MOST})) "
    rf"(?:the |its |a |an |their )?(?:[a-z]+ of )?{N}(?!\w|[.,]\d){T}(?! (?:times|per|years old)\b| "
    rf"(?:percentage )?points? (?:between|apart)\b|"
    rf"(?<!half)(?<!third)(?<!quarter) of\b)",
    re.I,
)
FLOOR = (
    r"(?:targets?|standards?|thresholds?|benchmarks?|goals?|minimum|quorum|(?:pass )?mark|requirement|aim|expectation)"
)
CEILING = r"(?:limit|maximum|ceiling|tolerance|cap|allowance|deadline)"
AGAIN = N.replace("(?P<n>", "(?P<n2>").replace("(?P<unit>", "(?P<unit2>")
NAMED = pattern_of(
    rf"\b(?:(?P<floor>{FLOOR})|(?P<ceiling>{CEILING}))(?: (?!is|was)[a-z]+){{0,3}}?,? (?:which )?(?:of|is|was|"
    rf"being|stands at|"
    rf"set at|at|:) (?:at (?:least|most) |about )?{N}(?!\w|[.,]\d){T}(?! (?:of|times)\b)|"
    rf"{AGAIN} (?:(?P<floor2>{FLOOR})|(?P<ceiling2>{CEILING}))\b",
    re.I,
)
MEETS = pattern_of(
    r"\b(?:(?P<short>fell short|fall short|miss(?:ed|es)?|fail(?:ed|s)?|not meet|not met|not reach|"
    rf"(?:below|under|short of) (?:it|this|that|(?:the |its |their |our |this )?{FLOOR})|"
    r"inquorate)|(?P<met>met|meet|reach(?:ed)?|achiev(?:ed|e)|attain(?:ed)?|hit|pass(?:ed)?|quorate|satisf(?:ied|y)|"
    r"drew a quorum|had a quorum)|(?P<above>exceed(?:ed)?|over-?r[au]n|broke|breach(?:ed)?|went over|over (?:it|"
    rf"(?:the )?limit)|(?:above|over) (?:it|(?:the |its |their |our |this )?(?:limit|{FLOOR})))|"
    rf"(?P<kept>kept (?:to|within)|(?:was|were) (?:kept|observed|respected)|"
    r"within|complied|under (?:it|the limit)|stayed "
    r"(?:within|under)|in time))\b",
    re.I,
)
ONLY = pattern_of(
    r"\bonly (?P<a>(?:the )?[A-Z][A-Za-z’'-]*(?: [A-Z0-9][A-Za-z0-9’'-]*)?(?: and (?:the )?[A-Z][A-Za-z’'-]*)?) "
    r"[a-z]|"
    r"\bthe (?:only|one|sole|single) (?:one|[a-z]+) (?:to|that|which) [a-z ]{3,40}? (?:was|is|being) (?:the "
    r")?(?P<b>[A-Za-z]"
    r"[A-Za-z’'-]*(?: [A-Za-z0-9’'-]+)?)|"
    r"(?:^|(?<=[.;:,] ))(?P<c>(?:the )?[A-Z][A-Za-z’'-]*(?: [A-Za-z0-9’'-]+)?) (?:alone\b|"
    r"(?:is|was) the only (?:one|[a-z]+) )|"
    r"(?:nobody|no one|none|no other [a-z]+|no [a-z]+) (?:but|except|other than|apart from|besides) "
    r"(?P<d>the [a-z ]{3,20}|[A-Z][A-Za-z’'-]*)(?= [a-z]+ed\b| had\b| met\b)|"
    r"\bonly (?P<e>the [a-z]+ [a-z]+)(?= (?:was|were|had|has|is|went|came|[a-z]+ed)\b)|"
    r"(?:Apart from|Except for|Other than|Save for) (?P<f>(?:the )?[A-Za-z’'-]+(?: [A-Za-z0-9’'-]+)?), (?:no|none)\b"
)
BUT = pattern_of(
    r"\b(?:but|except|apart from|other than|save|bar|exceptions?|all but|average|mean|total|together|combined|"
    r"in all(?=[.,;:)]|$))\b",
    re.I,
)
THEN = pattern_of(
    r"\b(?:last (?:year|time|month|quarter|term|round)|(?:the )?(?:year|month|quarter|term|round) before|previously|"
    r"(?:in|at) the (?:previous|preceding|prior|earlier) [a-z]+|had (?:both |all )?been)\b",
    re.I,
)
WISHED_BEHIND = pattern_of(
    r" (?:[a-z]+ )?(?:should|must|would|could|might|may|will|aim\w*|hope[ds]?|intend\w*|plan|planned|expect\w*|"
    r"ought|are to|"
    r"need(?:ed|s)? to|were asked to|were expected to)\b",
    re.I,
)
SET_IN = re.compile(r", (?:[A-Z][A-Za-z’'-]*(?:,? and |, | ))*[A-Z][A-Za-z’'-]*,(?= [a-z])")
LISTED_BEHIND = pattern_of(r"\s?(?:%|per ?cent)?\s?(?::|\(|–) ?(?!(?:including|of|among|both|all)\b)[A-Za-z]")
NOT_EVERY = pattern_of(r"(?:in |at |for )?(?:every|each|all|both|throughout|always)\b", re.I)
FEWEST = 3


MONEY = re.compile(r"[£$€]")


@dataclass(frozen=True)
class Limit:
    """start, end: of its number; above: what is said lies above it; share: in per cent; at: where it is said."""

    start: int
    end: int
    value: Decimal
    above: bool
    share: bool
    time: str
    at: int
    strict: bool = True

    def is_so(self, value: Decimal) -> bool:
        """Whether a figure lies where it is said to."""
        if value == self.value:
            return not self.strict
        return (value > self.value) == self.above


def check(context: Context) -> Iterator[Finding]:
    """Each statement of how many, or of which alone, with one limit in its clause or named in the passage."""
    for paragraph in context.once(prose_alone):
        text = paragraph.text
        if not (SAID.search(text) or NAMED.search(text)):
            continue
        read = passage(text)
        named = [each for each in NAMED.finditer(text) if not is_of_those_who_met(text, *each.span())]
        spoken: list[tuple[int, int, Quantifier | None, str]] = [
            (q.start, q.end, q, q.text) for q in quantifiers(text) if q.kind not in ("most", "few")
        ]
        spoken += [(o.start(), o.end(), None, next(filter(None, o.groups()))) for o in ONLY.finditer(text)]
        for start, end, said, who in spoken:
            limit = _limit(read, start, end, named, alone=said is None)
            # "No claim failed on more than one ground": of each claim, and not of what was counted.
            if limit and limit.value > 1 and not re.match(r" ?(?:%|per cent)? and \d", text[limit.end :]):
                yield from _judged(paragraph, read, limit, (start, end), said, who)


def _limit(read: Passage, start: int, end: int, named: Sequence[re.Match[str]], *, alone: bool) -> Limit | None:
    """The limit that a statement is on: of its own clause, or the one that the passage names."""
    low, high = _clause(read, start, end)
    lead = read.text[max(0, low - 60) : start]
    if re.search(r"\b(?:have|has|had|with|and|are|were) $", lead):
        return None  # "12 are over 75 and 20 have no account": nothing is said of each
    if THEN.search(read.text, start, high) or THEN.search(lead) or WISHED_BEHIND.match(read.text, end):
        return None  # "last year both were above it", "both should be above it"
    if HEDGED.search(lead) or WISHED.search(lead) or (not alone and BUT.search(read.sentence(read.sentence_at(start)))):
        return None
    own = [
        s
        for s in SAID.finditer(read.text, low, high)
        if not any(n["n"] and n.start() <= s.start("n") < n.end() for n in named)
    ]
    if len(own) == 1:
        found = own[0]
        if found["fail"] and start >= found.end() and NOT_EVERY.match(read.text, start):
            return None  # "did not stay above 80% in every month": in some it did
        least = bool(found["least"] or found["most"])
        above = bool(found["over"] or found["least"]) != bool(found["fail"])
        return limit_of(found, above, found.start(), strict=least == bool(found["fail"]))
    said = MEETS.search(read.text, low, high)
    if own or len(named) != 1 or not said:
        return None
    ceiling = bool(named[0]["ceiling"] or named[0]["ceiling2"])
    # What misses a ceiling lies above it, what meets it below.
    above = bool(said["short"] if ceiling and (said["short"] or said["met"]) else said["met"] or said["above"])
    return limit_of(named[0], above, said.start(), strict=bool(said["short"] or said["above"]))


def limit_of(found: re.Match[str], above: bool, at: int, *, strict: bool) -> Limit:
    """The limit that a pattern of limits has found, in its own unit."""
    groups = found.groupdict()
    name = "n" if groups["n"] else "n2"
    words, unit = found[name].lower(), groups["unit"] or groups.get("unit2")
    part = FRACTIONS.get(words.replace("-", " "))
    if part is not None:
        value, unit, time = Decimal(100 * part.numerator) / part.denominator, "%", ""
    else:
        digits = re.sub(r"[^\d.]", "", words).rstrip(".")
        value, time = Decimal(digits) if digits else Decimal(worded(words)), (found["time"] or "").strip()
    return Limit(found.start(name), found.end(), value, above, bool(unit), time, at, strict)


def _clause(read: Passage, start: int, end: int) -> tuple[int, int]:
    at = read.sentence_at(start)
    low, high = read.starts[at], read.starts[at] + len(read.sentence(at))
    # "Only two wards, Dell and Fairfield, pass half": names are set in.
    inside = [each.span() for each in SET_IN.finditer(read.text, low, high)]
    cuts = [
        c
        for c in CLAUSE.finditer(read.text, low, high)
        if c.group() not in ("and", "(") and not any(a <= c.start() < b for a, b in inside)
    ]
    before = [each.end() for each in cuts if each.end() <= start]
    after = [
        each.start() for each in cuts if each.start() >= end and not NAMED.match(read.text, max(low, each.start() - 12))
    ]
    return max(before, default=low), min(after, default=high)


def _judged(
    paragraph: Paragraph, read: Passage, limit: Limit, span: tuple[int, int], said: Quantifier | None, who: str
) -> Iterator[Finding]:
    at = read.sentence_at(span[0])
    # "Ash scored 72%. Elm scored 95%. Oak scored 90%. All three were above the mark": a sentence each.
    three = said is not None and said.size == FEWEST <= at and len(read.of_sentence(at)) < FEWEST
    far = parties(read, at - FEWEST, at - 1) if three else ()
    for found in (*nearby(read, at), *far):
        row = [
            e for e in found if not limit.start <= e.entry.start < limit.end and not span[0] <= e.entry.start < span[1]
        ]
        if re.search(r"\ball (?:of )?(?:the )?$", read.text[: limit.start], re.I):
            continue  # "met all five standards": how many there are, and no limit
        sized = said is not None and said.size is not None and said.is_of(len(row))
        # "71 contracts over £25,000 each": the limit is money, and they are counted.
        if row and (row[0].entry.kind == "money") != bool(MONEY.search(read.text, limit.start - 1, limit.end)):
            continue
        if len(row) < 2 or not _is_of_kind(row, limit, sized=sized):
            continue
        if said is None:
            right = _alone(told_behind(read, row, max(limit.end, span[1])), limit, who)
        else:
            # "Two piers scored below 60%: Ash 59%, Elm 71% and Oak 55%": of all that are told behind it.
            behind = row[0].entry.start > limit.end and bool(LISTED_BEHIND.match(read.text, limit.end))
            right = _are_so_many(row, limit, said, behind=behind and len(row) > said.count)
        if right is None:
            continue
        why = f"{', '.join(each.entry.text for each in row)}, and the limit is {limit.value:f}"
        low, high = min(span[0], limit.at), max(span[1], limit.end if limit.end - span[0] < 80 else span[1])
        quote = read.text[min(low, span[0]) : max(high, span[1])].strip()
        slip = f"{CODE}/{paragraph.line}/{span[0]}"
        yield Finding(
            CODE,
            "ok" if right else "wrong",
            paragraph.where,
            quote,
            who,
            "" if right else "not so",
            why,
            slip,
            "likely",
        )
        return


def _are_so_many(row: Sequence[Party], limit: Limit, said: Quantifier, *, behind: bool) -> bool | None:
    """Whether as many reach a limit as is said; None where it isn't said of all that are told."""
    size = said.size
    few = FEWEST if size is None else 2
    bare = said.kind == "count" and size is None and not re.match(r"(?:only|just|exactly)\b", said.text, re.I)
    if bare and not behind:
        return None  # "three of these passed"
    if len(row) < few or not said.is_of(len(row)):
        return None
    strict = sum((e.value > limit.value) if limit.above else (e.value < limit.value) for e in row)
    loose = sum((e.value >= limit.value) if limit.above else (e.value <= limit.value) for e in row)
    # Who stands right at a mark has reached it; whether one has passed it, nobody says.
    ways = (strict, loose) if limit.strict else (loose,)
    return any(said.holds(having, len(row)) for having in ways)


def _is_of_kind(row: Sequence[Party], limit: Limit, *, sized: bool) -> bool:
    """Whether figures are shares where the limit is one, of its unit of time, and no numbers in words without any."""
    first = row[0].entry
    if (first.share is not None) != limit.share:
        return False
    if limit.time:
        return first.unit[:3] == limit.time[:3]
    return sized or bool(first.unit) or not any(each.entry.text.isalpha() for each in row)


def _alone(row: Sequence[Party], limit: Limit, who: str) -> bool | None:
    """Whether it is so of those that are named, and of no other; None where nobody is."""
    mine = hits(row, who)
    if not mine or len(row) < FEWEST:
        return None
    return {id(e) for e in row if limit.is_so(e.value)} == {id(e) for e in mine}
