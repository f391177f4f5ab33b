"""A change from one figure to another, against the size and the direction that the sentence gives it."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from looped.checker.claims import Sentence
from looped.checker.context import Context
from looped.checker.directions import FELL, ROSE
from looped.checker.earlier import ANOTHER, OTHER_BY
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import FRACTIONS as NUMBERS_FRACTIONS
from looped.checker.other_subject import is_of_another
from looped.checker.patterns import pattern_of
from looped.checker.prose import LENGTH
from looped.checker.quantities import Quantity, printed, quantities_in

FRACTIONS = NUMBERS_FRACTIONS | {"a half": NUMBERS_FRACTIONS["half"]}
CODE = "change-stated"
MESSAGE = "A rise or fall is what its two figures give, in size and in direction."
GOOD = "The share rose from 23% to 44%, a rise of 21 percentage points."
BAD = "The share rose from 23% to 44%, a rise of 27 percentage points."

UP = pattern_of(rf"\b(?:{ROSE}|(?<![-\w])up|higher)\b", re.I)
DOWN = pattern_of(rf"\b(?!falls\b|fall\b(?! (?:of|from|in|to)\b))(?:{FELL}|down|lower\w*|cut)\b", re.I)
TIMES = {
    r"doubled|doubling|twofold|two-fold": Decimal(2),
    r"trebled|tripled|tripling|threefold|three-fold": Decimal(3),
    r"quadrupled|fourfold|four-fold": Decimal(4),
    r"halved|halving": Decimal("0.5"),
}
SIZE = pattern_of(
    r"\b(?:rise|fall|increase|decrease|drop|reduction|change|difference|improvement|gain|growth|decline|up|down|"
    r"rose|fell|risen|fallen|increased|decreased|dropped|reduced|grew|declined|improved|by|variance|climb\w*)"
    r"\s+(?:of\s+|by\s+)?(?:about\s+|around\s+|some\s+)?$",
    re.I,
)
POINTS = pattern_of(r"^\s*(?:percentage[- ]points?|points?|pp\b|ppts?\b)", re.I)
BY_PART = pattern_of(
    rf"\bby (?P<hedge>about |around |nearly |almost |(?:just )?(?:more than |over )|(?:just )?(?:less than |"
    rf"under ))?(?P<part>{'|'.join(f.replace(' ', '[- ]') for f in FRACTIONS)})\b",
    re.I,
)
OR_PERCENT = pattern_of(
    r"\b(?:rise|fall|increase|decrease|drop|reduction|change|growth|decline|saving)\s+of\s+[£$€]?[\d.,]+\s?(?:m|"
    r"bn|k|million)?"
    r"(?:\s+[a-z]+)?\s*(?:,?\s+or\s+|\s*\()(?P<p>\d+(?:\.\d+)?)\s?%",
    re.I,
)
# One of these stands before or between the two ends of any change.
ENDED = pattern_of(r"\bto [£$€]?\d[\d,.]*(?:%| million| per cent)?,? (?:or |that is |and so )?$", re.I)
UNIT = pattern_of(rf"[- ](?:more |fewer |extra |working |calendar )?({LENGTH})\b", re.I)
AND_ITS = pattern_of(
    r"\band (?!(?:so|thus|then|now|has|had|have|went|goes|moved|came|stood|stands|is|was|were|ran|reached|dropped|fell|"
    r"rose|grew|it|they|this|that is)\b)[a-z’'-]+\b[^.;]*\b(?:from|at|to|was|were) $",
    re.I,
)
BETWEEN = pattern_of(r"from|compared", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each change whose two ends are printed."""
    for sentence in context.sentences_with(BETWEEN):
        for first, last in _pairs(sentence.text):
            yield from _sized(sentence, first, last)
            yield from _multiplied(sentence, first, last)
            yield from _by_a_part(sentence, first, last)
            yield from _or_percent(sentence, first, last)


def _by_a_part(sentence: Sentence, first: Quantity, last: Quantity) -> Iterator[Finding]:
    """ "Fell by a quarter": the change as a part of the first figure."""
    low, high = min(first.start, last.start), max(first.end, last.end)
    near = [each for each in BY_PART.finditer(sentence.text) if low - 60 < each.start() < high + 60]
    # Of two such changes each has figures of its own.
    if len(near) != 1 or not first.value or re.search(r"\d", sentence.text[near[0].end() : low]):
        return
    found = near[0]
    if found.start() > high and is_of_another(sentence.text[high : found.start()]):
        return  # "while agency hours fell by a third, from 1,200 a month to 800"
    # "From 2,480 to 2,976, by a fifth, and calls from 868 to 893": of the two before.
    if found.start() < low and ENDED.search(sentence.text[: found.start()]):
        return
    exact = abs(last.value - first.value) / first.value
    words = FRACTIONS[found["part"].lower().replace("-", " ")]
    size, hedge = Decimal(words.numerator) / words.denominator, (found["hedge"] or "").strip().lower()
    right = abs(exact - size) <= Decimal("0.03")
    if hedge.endswith(("more than", "over")):
        right = exact > size
    elif hedge.endswith(("less than", "under")):
        right = exact < size
    share = f"{printed((exact * 100).quantize(Decimal('0.1')))}%"
    why = f"from {first.text} to {last.text} is {share} of {first.text}"
    slip = f"{CODE}/{sentence.line}/{found.group()}"
    yield Finding(CODE, "ok" if right else "wrong", sentence.where, found.group(), found["part"], share, why, slip)


def _or_percent(sentence: Sentence, first: Quantity, last: Quantity) -> Iterator[Finding]:
    """ "A reduction of £1.5m or 19%", "£1.5m (19%)": the change said a second time, in percent of the first."""
    low = max(first.end, last.end)
    found = OR_PERCENT.search(sentence.text, low)
    if found and first.value and first.unit != "%" and found.start() - low < 60:
        size = next((q for q in quantities_in(sentence.text) if q.start == found.start("p")), None)
        if size is not None:
            made = _size_finding(sentence, first, last, size, False)
            if made.verdict != "wrong" or not _is_of_others(sentence, first, last, size):
                yield made


def _pairs(text: str) -> Iterator[tuple[Quantity, Quantity]]:
    """The two ends of each "from A to B", where both have one unit and neither is a year."""
    # "In cycle one": no end of a change.
    found = [each for each in quantities_in(text) if not each.is_year and each.text.lower() != "one"]
    for at, (first, second) in enumerate(zip(found, found[1:], strict=False)):
        before, between = text[: first.start], text[first.end : second.start]
        if first.unit != second.unit or len(between) > 60 or re.search(r"[.;]", between):
            continue
        if re.search(r"\b(?:from)\s+(?:just\s+|only\s+|about\s+)?(?:a\s+\w+\s+of\s+)?$", before, re.I) and re.search(
            r"\bto\s+(?:just\s+|only\s+|about\s+)?$", between, re.I
        ):
            yield first, second
        # "to 44% from 23%": the later figure is printed first.
        elif (
            re.search(r"\b(?:to|at|was|were)\s+$", before, re.I)
            and re.search(r"\b(?:up|down|compared with|compared to)?\s*(?:from|with|to)\s+$", between, re.I)
            and re.search(r"from|compared", between, re.I)
            and not re.search(r"[()]|\b(?:but|while|whereas|although|though)\b", between)
            and not (at and re.search(r"from\s+$|\bfrom (?:[a-z]+ )?[£$€]?[\d,.]+%? to (?:just |only )?$", before))
        ):
            yield second, first


def _sized(sentence: Sentence, first: Quantity, last: Quantity) -> Iterator[Finding]:
    """What the sentence says of the size: in points, in the unit itself, or as a percentage of the first."""
    for size in quantities_in(sentence.text):
        if size.start in (first.start, last.start) or not SIZE.search(sentence.text[: size.start]):
            continue
        if not _close(sentence.text, first, last, size):
            continue
        points = bool(POINTS.match(sentence.text[size.end :]))
        found = _size_finding(sentence, first, last, size, points)
        if found.verdict != "wrong" or not _is_of_others(sentence, first, last, size):
            yield found


def _close(text: str, first: Quantity, last: Quantity, size: Quantity) -> bool:
    low, high = min(first.start, last.start), max(first.end, last.end)
    gap = text[high : size.start] if size.start > high else text[size.end : low]
    # "Fell by 62,000, and its rate from 6.2% to 6.0%": another thing, by figures of its own.
    if size.start < low and AND_ITS.search(gap):
        return False
    # Another verb of change begins another claim.
    if size.start < low and (UP.search(gap) or DOWN.search(gap)):
        return False
    # "Rose from 34 to 36 and returns fell by twelve": another thing is named.
    if size.start > high and ANOTHER.search(gap):
        return False
    # "Fell by five, from 19 to 14, and the number lost by one": another thing, by another figure.
    if size.start > high and OTHER_BY.search(gap):
        return False
    if _is_in_another_unit(text, first, last, size):
        return False
    # What is set against the change is another one.
    if re.search(r"\b(?:although|though|but|while|whereas|despite|having|after)\b", gap):
        return False
    return len(gap) < 110 and ";" not in gap and not re.search(r"\d", gap)


def _is_in_another_unit(text: str, first: Quantity, last: Quantity, size: Quantity) -> bool:
    """ "From 6.0 to 6.8 hours, or by 48 minutes"; "at eight weeks, compared with 6.0": of units that aren't one."""
    units = [_unit_behind(text, each) for each in (first, last, size)]
    ends = units[:2] if first.start < last.start else units[1::-1]
    return bool(units[2] and any(units[:2]) and units[2] not in units[:2]) or bool(ends[0] and ends[0] != ends[1])


def _unit_behind(text: str, quantity: Quantity) -> str:
    """The unit of time right behind a figure: its first letters."""
    found = UNIT.match(text, quantity.end)
    return found[1].lower()[:3] if found else ""


def _size_finding(sentence: Sentence, first: Quantity, last: Quantity, size: Quantity, points: bool) -> Finding:
    apart = abs(last.value - first.value)
    stated = abs(size.value)
    words = f"from {first.text} to {last.text} is {printed(apart)}"
    if size.unit == "%" and not points:
        relative = apart / first.value * 100 if first.value else None
        if relative is not None and abs(relative - stated) <= size.step / 2:
            return _finding(sentence, size, "ok", f"{printed(relative)}%", words)
        if first.unit == "%" and abs(apart - stated) <= _slack(first, last, size):
            why = f"{words} percentage points; as a percentage of {first.text} it is another figure"
            return _finding(sentence, size, "wrong", f"{printed(apart)} points", why)
        exact = printed(relative.quantize(Decimal("0.1"))) if relative is not None else "no share"
        near = relative is not None and abs(relative - stated) <= size.step
        return _finding(sentence, size, "rounding" if near else "wrong", f"{exact}%", f"{words}, which is {exact}%")
    verdict: Verdict = "ok" if apart == stated else "rounding"
    if abs(apart - stated) > _slack(first, last, size):
        verdict = "wrong"
    return _finding(sentence, size, verdict, printed(apart), words)


def _slack(first: Quantity, last: Quantity, size: Quantity) -> Decimal:
    """How far rounding alone may part the printed ends and the printed size; whole counts aren't rounded."""
    exact = first.unit == "" and all(each.step == 1 for each in (first, last, size))
    return Decimal(0) if exact else (first.step + last.step + size.step) / 2 * Decimal("0.99")


def _multiplied(sentence: Sentence, first: Quantity, last: Quantity) -> Iterator[Finding]:
    before = sentence.text[max(0, min(first.start, last.start) - 90) : max(first.end, last.end) + 40]
    for words, times in TIMES.items():
        found = re.search(
            rf"(?P<hedge>(?:more than|over|almost|nearly|about|roughly)\s+)?\b(?:{words})\b", before, re.I
        )
        low = max(0, min(first.start, last.start) - 90)
        if found and is_of_another(sentence.text[max(first.end, last.end) : low + found.end()]):
            continue  # "while reservations halved"
        if found and first.value:
            ratio = last.value / first.value
            why = f"{last.text} is {printed(ratio.quantize(Decimal('0.01')))} times {first.text}"
            hedge = (found["hedge"] or "").strip().lower()
            right = _is_times(ratio, times, hedge)
            if not right and _of_another_pair(sentence, times, hedge):
                continue
            yield Finding(
                CODE,
                "ok" if right else "wrong",
                sentence.where,
                found.group(),
                found.group(),
                f"{printed(ratio.quantize(Decimal('0.01')))} times",
                why,
                f"{CODE}/{sentence.line}/{first.text}/{last.text}",
            )


def _of_another_pair(sentence: Sentence, times: Decimal, hedge: str) -> bool:
    """Whether two other figures of the sentence, one behind the other, are so many times each other."""
    found = [each.value for each in quantities_in(sentence.text) if not each.is_year]
    return any(first and _is_times(last / first, times, hedge) for first, last in pairwise(found))


def _is_times(ratio: Decimal, times: Decimal, hedge: str) -> bool:
    past = ratio / times if times > 1 else times / ratio if ratio else Decimal(99)
    if hedge in ("more than", "over"):
        return Decimal(1) < past
    if hedge in ("almost", "nearly"):
        return Decimal("0.8") <= past < Decimal(1)
    return abs(past - 1) <= (Decimal("0.12") if hedge else Decimal("0.06"))


def _is_of_others(sentence: Sentence, first: Quantity, last: Quantity, size: Quantity) -> bool:
    """Whether two other figures of the sentence, of its unit, are as far apart: "from A to B last year and C now"."""
    found = [
        each
        for each in quantities_in(sentence.text)
        if each.unit == first.unit and not each.is_year and "/" not in sentence.text[each.start - 1 : each.end + 1]
    ]
    slack = _slack(first, last, size)
    # "A rise of 12 (from 40 to 52) and then a fall of nine, to 43": the size itself is none of them.
    others = [each for each in found if each.start != size.start and not SIZE.search(sentence.text[: each.start])]
    pairs = [*pairwise(found), *pairwise(others), *((first, each) for each in found if each.start > last.start)]
    for one, other in pairs:
        if size.start in (one.start, other.start) or (one.start, other.start) == (first.start, last.start):
            continue
        apart = abs(other.value - one.value)
        if size.unit == first.unit and abs(apart - abs(size.value)) <= slack:
            return True
        if size.unit == "%" and one.value and abs(apart / one.value * 100 - abs(size.value)) <= size.step / 2:
            return True
    return False


def _finding(sentence: Sentence, size: Quantity, verdict: Verdict, expected: str, why: str) -> Finding:
    slip = f"{CODE}/{sentence.line}/{size.text}/{size.start}"
    return Finding(CODE, verdict, sentence.where, size.text, size.text, expected, why, slip)
