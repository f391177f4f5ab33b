"""So many each, a day or a head, times how many there are of them: "12 a week for four weeks, 48 in the month"."""

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_DOWN, ROUND_HALF_UP, Decimal

from looped.checker.at_hand import ROUGH, is_slip
from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.phrases import ONLY, WHICH
from looped.checker.prose import LENGTH, passage
from looped.checker.quantities import printed
from looped.checker.rated import Figure, Rated, figures_in, plainly, rated

CODE = "so-many-each"
MESSAGE = "So many each, times how many there are, is how many there are in all."
GOOD = "Crews cleared 14 drains a week for six weeks, covering 84 drains."
BAD = "Crews cleared 14 drains a week for six weeks, covering 74 drains."

ONE = (
    r"(?:day|night|week|month|quarter|term|year|hour|minute|"
    r"shift|session|visit|head|person|time|piece|unit|item|ticket)"
)
EACH = pattern_of(
    rf"\beach\b|\bapiece\b|\bevery\b|\bper\b(?! ?cent)|\b(?:a|an) {ONE}\b(?! (?:ago|before|earlier|later|since)\b)|"
    r"\b(?:daily|weekly|monthly|yearly|hourly|nightly|"
    r"annually|quarterly)\b|\b(?:to|an?|for) (?:a |an |each |typical )?[a-z]+[.,;)]|\b(?:shared|divided)\b|"
    r"\b[a-z]+s of (?=\d|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)\b)|"
    r"[a-z\d]-(?:hour|day|week|mile|minute|seat\w*|bed\w*|page|point|person)\b|\btimes\b|"
    r"\b(?:packs?|boxes|classes|groups|teams|rows|sets|batches|bundles|blocks|sessions|"
    r"tables|pairs|crates|cases|shifts|lots|courses|instalments|payments|equal parts|equal shares|tranches) of\b|"
    r"\b(?:a|the) (?:[a-z]+ )?(?:fee|price|"
    r"fare|charge|cost|"
    r"levy|rent|wage) of\b|\bat £|\bmultiplied\b|\bfor each\b",
    re.I,
)
NOT = pattern_of(
    r"\b(?:median|about|around|up to|at least|at most|nearly|almost|over the|more than|less than|most of|"
    rf"if|would|could|might|may|except|rest|of (?:{WHICH})|other|only|between|maximum|minimum|"
    r"remaining|"
    r"missed|rate|first|last|some|further)\b|%|\bper ?cent\b",
    re.I,
)
WORKED = pattern_of(
    r"\b(?:so|thus|hence|therefore|mak(?:es|e|ing)|made|giv(?:es|e|ing)|gave|meaning|means|that is|i\.e\.|in all|"
    r"total(?:s|led|ling)?|altogether|com(?:es|ing) to|came to|amount\w* to|cover(?:ed|ing)|bringing (?:in)?|"
    r"brought in|"
    r"brings in|rais(?:ed|ing)|cost(?:s|ing)?|equals?|or|work(?:s|ed|ing) out at|add(?:s|ed|ing)? up to|received|"
    r"produc(?:ed|es|ing)|yield\w*|provid(?:es|ed|ing)|requir(?:es|ed|ing)|need(?:s|ed|ing)?|in the (?:month|week|"
    r"year)|"
    r"earn(?:s|ed|ing)|tak(?:es|ing)|took|us(?:es|ed|ing)|hold(?:s|ing)?|seats?|sum|which is|was|were|is|are)\b"
    r"[^.;:\d]{0,40}$",
    re.I,
)
ALL = pattern_of(
    r"^(?: [a-z’'-]+){0,3},? (?:in all|in total|altogether|all told|over ?all|together|combined|a (?:day|week|month|"
    r"year)|"
    r"(?:daily|weekly|monthly|yearly)|in the (?:day|week|month|year|term))\b|^(?: [a-z-]+)? ?(?:days|hours)[.,;]|"
    r"^[^.;:\d]{0,30}\b(?:thus|therefore|then)\b",
    re.I,
)
# What is told of each at the end: "each received", "on a typical day there were", "nine to a school".
EACH_LAST = pattern_of(
    r"\b(?:so |thus |therefore |then )?(?:each|every|an? (?:typical|single|average)|"
    r"one) (?:[a-z’'-]+ ){0,4}(?:just )?$|"
    r"\bon average (?:[a-z’'-]+ ){0,4}$",
    re.I,
)
EACH_BEHIND = pattern_of(
    r"^(?: [a-z’'-]+)? (?:each|apiece|(?:a|an|per|to an?|to each|to every|for each|for every|"
    r"every) [a-z]+)(?: on average)?[.,;)]",
    re.I,
)
# "£12,000, to be paid back in 24 instalments of £500".
PARTS_OF = pattern_of(
    r"^ (?:equal |monthly |weekly |yearly |annual )?(?:instalments?|payments|parts|shares|sums|tranches) of £?$", re.I
)
TO = pattern_of(rf" to (?:{ONLY})?")
# Of what is told of a time and of a time of the day nothing is rough.
PLAIN = pattern_of(
    r"\badd(?:ed|ing|s)? up to\b|\bover the (?=day|week|month|quarter|year|term)|"
    r"\blast (?=day|week|month|quarter|year|term)|"
    r"\bbetween (?=(?:them|the two)\b|(?:the |our |its )?(?:\d+|[a-z]+) (?!and\b)[a-z]+\b|"
    r"[\d:.]+ ?(?:[ap]m )?and [\d]+[:.]\d\d)",
    re.I,
)
MOST, THREE = 260, 3
EITHER_WAY = (ROUND_HALF_UP, ROUND_HALF_DOWN)


# "Scores ranged from 1 to 10, with a mean of 6.8".
RANGED = pattern_of(r"\brang(?:e|es|ed|ing)\b|\bfrom \S+ to \S+,? with a\b|\((?:sd|iqr|range)\b", re.I)


# "210 hours, half the number of 2020, which was 420": set against another time.
MULTIPLE = pattern_of(r"\b(?:half|twice|double|treble|a (?:third|quarter)) (?:the|as|of|what|that)\b", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each statement of three numbers, one of them told of each."""
    for paragraph in context.paragraphs_with(EACH):
        read = passage(paragraph.text)
        for at in range(len(read.starts)):
            for first in (at, at - 1):
                start = read.starts[first] if first >= 0 else None
                text = read.text[start : read.starts[at] + len(read.sentence(at))] if start is not None else ""
                if RANGED.search(text):
                    break
                text = plainly(text)
                if len(text) >= MOST or MULTIPLE.search(text):
                    break
                figures = figures_in(text)
                told = rated(text, figures)
                if told:
                    yield from _judged(paragraph, text, told)
                elif len(figures) == THREE and EACH.search(text):
                    yield from _bare(paragraph, text, figures)
                if told or len(figures) >= THREE:
                    break


def _judged(paragraph: Paragraph, text: str, told: Rated) -> Iterator[Finding]:
    exact, made = told.total.value / told.number, told.rate.value * told.number
    places = -int(told.rate.value.as_tuple().exponent)
    is_last = told.rate.start > told.total.start
    right = made == told.total.value or (
        (is_last or places > 0)
        # An exact half may go either way.
        and told.rate.value in {exact.quantize(Decimal(1).scaleb(-places), rounding=way) for way in EITHER_WAY}
    )
    if not right and (
        not told.is_sure
        or NOT.search(PLAIN.sub("", text))
        or any(_is_rough(text, e) for e in (told.total, told.rate))
        or not _is_slip_of(told)
    ):
        return
    last = told.rate if is_last else told.total
    expected = printed(exact if last is told.rate else made)
    why = f"{printed(told.rate.value)} times {printed(told.number)} is {printed(made)}, printed as {told.total.text}"
    verdict: Verdict = "ok" if right else "wrong"
    slip = f"{CODE}/{paragraph.line}/{last.start}"
    yield Finding(CODE, verdict, paragraph.where, last.text, last.text, expected, why, slip, "likely")


def _bare(paragraph: Paragraph, text: str, figures: list[Figure]) -> Iterator[Finding]:
    most = max(figures, key=lambda each: each.value)
    one, other = (each for each in figures if each is not most)
    if min(one.value, other.value) < 2 or any(_is_rough(text, each) for each in figures):
        return
    if TO.fullmatch(text[figures[0].end : figures[1].start]):
        return  # "from 15 to 12 for every 300": no sum of these
    exact = one.value * other.value
    if NOT.search(text) and exact != most.value:
        return
    if figures[-1] is not most and exact != most.value:
        yield from _divided(paragraph, text, figures, most)
        return
    right = exact == most.value
    if not right and any(each.value % 1 for each in figures):
        return  # rounded: its product need not come out
    if not right and (not _is_concluded(text, figures, most) or not _is_slip(most.value, one.value, other.value)):
        return
    # "18 and 12, 30 visits": a sum after all.
    if not right and one.value + other.value == most.value:
        return
    why = f"{printed(one.value)} times {printed(other.value)} is {printed(exact)}, printed as {most.text}"
    verdict: Verdict = "ok" if right else "wrong"
    slip = f"{CODE}/{paragraph.line}/{most.start}"
    yield Finding(CODE, verdict, paragraph.where, most.text, most.text, printed(exact), why, slip, "likely")


def _divided(paragraph: Paragraph, text: str, figures: list[Figure], most: Figure) -> Iterator[Finding]:
    """ "With £3,600 shared among nine groups each received £450": what is last of each, where it comes out whole."""
    last = figures[-1]
    number = next(each for each in figures if each is not most and each is not last)
    lead, tail = text[number.end : last.start], text[last.end :]
    told_first = figures[0] is most and _is_concluded(text, figures, most)
    told_first = told_first or (figures[0] is most and bool(PARTS_OF.search(lead)))
    if not told_first and not (EACH_LAST.search(lead) or EACH_BEHIND.match(tail)):
        return
    exact = most.value / number.value
    if exact % 1 == 0 and is_slip(last.value, exact):
        why = f"{most.text} over {printed(number.value)} is {printed(exact)}, printed as {last.text}"
        slip = f"{CODE}/{paragraph.line}/{last.start}"
        yield Finding(CODE, "wrong", paragraph.where, last.text, last.text, printed(exact), why, slip, "likely")


def _is_concluded(text: str, figures: list[Figure], most: Figure) -> bool:
    """Whether the greatest figure is what the others come to: told so, or told first with the others behind a colon."""
    at = figures.index(most)
    if at == 0:
        return bool(re.search(r"[:(–]|\bthat is\b|\bat\b", text[most.end : figures[1].start]))
    if at != len(figures) - 1:
        return False
    lead = text[figures[at - 1].end : most.start]
    if re.search(r"\b(?:with|including|plus|but|only|before|after)\b", lead):
        return False
    apposed = re.search(r"(?:,|\(|:|–) ?(?:or |that is,? |i\.e\. )?£?$", lead)
    return bool(apposed or WORKED.search(lead) or ALL.search(text[most.end :]))


def _is_rough(text: str, figure: Figure) -> bool:
    """Whether it is told roughly; "over six weeks" is how long."""
    lasting = re.match(rf"[ -](?:[a-z]+ )?{LENGTH}\b", text[figure.end :])
    found = ROUGH.search(text[: figure.start])
    return bool(found) and not (lasting and found and found.group().strip().lower() == "over")


def _is_slip(total: Decimal, one: Decimal, other: Decimal) -> bool:
    """Whether a slip of the pen in any of the three would have made the product miss."""
    if is_slip(total, one * other):
        return True
    return any(total % b == 0 and is_slip(a, total / b) for a, b in ((one, other), (other, one)))


def _is_slip_of(told: Rated) -> bool:
    """Whether a slip of the pen in any of the three would have made the product miss; in whole numbers only."""
    total, number, rate = told.total.value, told.number, told.rate.value
    # A mean misses by more than a digit where it was worked out wrongly.
    if told.is_mean and total % number == 0 and rate * 2 > total / number and rate * number < total * 2:
        return True
    if told.counted is not None:
        return _is_slip(total, rate, number)
    return is_slip(total, rate * number) or (total % number == 0 and is_slip(rate, total / number))
