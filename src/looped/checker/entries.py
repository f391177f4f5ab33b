"""A figure of a text as it is stated, read on its own: a count, a share, a sum of money or a measure."""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property, lru_cache

from looped.checker.linking import STOP, stem
from looped.checker.numbers import DIGITS, Percent, whole
from looped.checker.patterns import pattern_of
from looped.checker.quieting import HUNDREDS, LENGTH, NUMBER, SPELT

VALUE = pattern_of(
    rf"(?<![\w.,])(?<!\D/)(?<![A-Za-z][-–])(?P<sign>[-−])?(?P<money>[£$€]\s?)?(?P<digits>(?:{DIGITS})(?:\.\d+)?)(?![\d]|,\d|\.\d|"
    rf"(?:st|nd|rd|th)\b)"
    rf"(?:\s?(?P<scale>k|thousand|m|mn|million|bn|billion)\b)?"
    rf"(?:\s?(?P<percent>%|per ?cent(?:age)?\b)(?P<points>\s*-?points?)?|\s(?P<pp>pp|percentage points?|points?)\b|"
    r"-(?P<pp3>(?:percentage[- ])?point(?= ))\b)?"
    rf"|\b(?P<words>{HUNDREDS}|{SPELT})\b(?!-\w)(?:\s?(?P<percent2>%|per ?cent(?:age)?\b)(?P<points2>\s*-?points?)?|"
    rf"\s(?P<pp2>percentage points?|points?)\b)?",
    re.I,
)
SCALES = {"k": 3, "thousand": 3, "m": 6, "mn": 6, "million": 6, "bn": 9, "billion": 9}
MEASURE = pattern_of(
    rf"(?P<span>\s(?:to|or)\s{NUMBER})?(?:\s(?:working|calendar|school|clear|whole|full|consecutive|bed))?"
    rf"\s?(?!(?:day|night) (?:staff|shift|(?!this|does|always|perhaps)[a-z]{{3,}}(?<!s)s)\b)"
    rf"(?P<unit>{LENGTH}|hrs?|h|mins?|g/dl|mg|kg|g|km|miles?|mmhg|mmol(?:/l|/mol)?|ml|litres?|cm|mm|metres?|tonnes?|"
    rf"kwh|p(?=[.,;) ]))\b(?!-)",
    re.I,
)
# "27,300 tickets, 75 a day": how many each time, and no number of anything.
A_TIME = re.compile(
    r" (?:an?|per|each|every) (?:hour|day|night|week|month|quarter|term|year)\b"
    r"(?! (?:of|later|earlier|before|after|ago|or))"
)
LAST_OF_LIST = re.compile(r"\d,? and $")
SCALED_TOO = pattern_of(r"\s*(?:to|and|or|against|,|[-–])\s*(?:just |only )?", re.I)
UNIT_TOO = pattern_of(
    r"[^.;:()\d%£]{0,60}(?:,|\band|\bagainst|\bwith|\bthan|\bto|\bfrom) (?:just |only )?|"
    r"(?:,|,? and) (?-i:[A-Z])[a-z’'-]+ (?:(?:had|was|took) )?",
    re.I,
)
PLACED = re.compile(r" (?:in|at|on|for|among|with|by|under) (?:the )?[a-zA-Z]|[.;,)]| and [A-Z]")
# "62 minutes a week against 58".
AGAINST = re.compile(r"(?: (?:an?|per|each) [a-z]+)? (?:against|compared with|as against) (?:only |just )?")
# "Ash 24, Elm 28 and Oak 21 days": each may have its name before it.
LISTED = pattern_of(r"\s*(?:,|,? and|,? or)\s*(?:[A-Z][a-z’'-]+ )?")
WORD = re.compile(r"[A-Za-z’']{2,}|\d+(?:[-–]\d+)?\+?")


@dataclass(frozen=True)
class Entry:
    """One figure as stated. kind: "count", "share" (a percentage alone), "points", "money" or "measure".

    start, end: in the text, with what is printed beside it in brackets. before, after: the words of its clause.
    """

    kind: str
    text: str
    value: Decimal
    step: Decimal
    unit: str
    start: int
    end: int
    sentence: int
    base: int | None = None
    share: Percent | None = None
    before: str = ""
    after: str = ""

    @cached_property
    def count(self) -> int:
        """The value as a whole number."""
        return int(self.value)

    @property
    def figure(self) -> Decimal:
        """What is compared: its share (in percent) where one is printed with it, else its value."""
        return self.share.value if self.share else self.value

    def __hash__(self) -> int:
        """By its place, which with its passage tells the rest."""
        return self.start

    @property
    def words(self) -> frozenset[str]:
        """The stems of its clause's telling words."""
        return stems(f"{self.before} {self.after}")


@lru_cache(maxsize=16384)
def stems(text: str) -> frozenset[str]:
    """The stems of the telling words of a text."""
    return frozenset(map(stem, WORD.findall(text))) - STOP


def entries_in(text: str, starts: tuple[int, ...]) -> list[Entry]:
    """Every figure of a text, each on its own. starts: of its sentences."""
    found = [_entry(each, text, starts) for each in VALUE.finditer(text)]
    return _in_one_unit(text, _of_one_unit(text, _in_one_scale(text, found)))


def _entry(found: re.Match[str], text: str, starts: tuple[int, ...]) -> Entry:
    """A figure on its own. starts: of the sentences of its text."""
    words = found["words"]
    if words:
        value, step = Decimal(worded(words)), Decimal(1)
    else:
        minus = found["sign"] and text[found.start() - 1 : found.start()].isspace()
        value, step = scaled(found["digits"], (found["scale"] or "").lower())
        value = -value if minus else value
    end, unit = found.end(), ""
    if found["points"] or found["pp"] or found["points2"] or found["pp2"] or found["pp3"]:
        kind = "points"
    elif found["percent"] or found["percent2"]:
        kind = "share"
    elif found["money"]:
        kind = "money"
    elif measured := MEASURE.match(text, found.end()):
        kind, unit, end = "measure", stem(measured["unit"]), found.end() if measured["span"] else measured.end()
    elif A_TIME.match(text, found.end()) and not LAST_OF_LIST.search(text, max(0, found.start() - 12), found.start()):
        kind = "measure"
    else:
        kind = "count" if step == 1 else "measure"
    share = Percent(value, max(0, -int(step.as_tuple().exponent))) if kind == "share" else None
    at = bisect_right(starts, found.start()) - 1
    return Entry(kind, found.group().strip(), value, step, unit, found.start(), end, at, share=share)


@lru_cache(maxsize=16384)
def scaled(digits: str, scale: str) -> tuple[Decimal, Decimal]:
    """The number in digits and a word that scales it, with what its last digit stands for.

    >>> [str(each) for each in scaled("1,204.5", "k")]
    ['1204500.0', '100.0']
    """
    plain, times = digits.replace(",", ""), Decimal(10) ** SCALES.get(scale, 0)
    return Decimal(plain) * times, Decimal(1).scaleb(-len(plain.partition(".")[2])) * times


def _in_one_scale(text: str, found: list[Entry]) -> list[Entry]:
    """ "From 1,478 to 1,406 thousand": what the last figure is in, the one before it is in too."""
    for at in range(len(found) - 1, 0, -1):
        first, last = found[at - 1], found[at]
        times = _scale(last)
        alike = "money" not in (first.kind, last.kind) or first.kind == last.kind
        alike = alike and not {first.kind, last.kind} & {"share", "points"} and times > 1
        if alike and _scale(first) == 1 and SCALED_TOO.fullmatch(text[first.end : last.start]):
            value = first.value * times
            if not first.unit and 0 < value <= last.value * 20 and last.value <= value * 20:
                found[at - 1] = replace(first, kind=last.kind, value=value, step=first.step * times)
    return found


def _in_one_unit(text: str, found: list[Entry]) -> list[Entry]:
    """ "8.2 days in the one arm and 9.6 in the other": what the first decimal is in, the next is in too."""
    for at in range(1, len(found)):
        first, last = found[at - 1], found[at]
        bare = last.kind == "measure" and not last.unit and last.step == first.step < 1
        near = first.unit and first.sentence == last.sentence and PLACED.match(text[last.end :])
        if bare and near and UNIT_TOO.fullmatch(text[first.end : last.start]):
            found[at] = replace(last, unit=first.unit)
        elif near and last.kind == "count" and AGAINST.fullmatch(text, first.end, last.start):
            found[at] = replace(last, kind="measure", unit=first.unit)
    return found


def _of_one_unit(text: str, found: list[Entry]) -> list[Entry]:
    """ "Two, three, five and four months": of a list of three or more the unit is told once, behind the last."""
    for at in range(len(found) - 1, 1, -1):
        last = found[at]
        if last.kind != "measure" or not last.unit:
            continue
        first = at
        while first and found[first - 1].kind in ("count", "measure") and found[first - 1].unit in ("", last.unit):
            if not LISTED.fullmatch(text[found[first - 1].end : found[first].start]):
                break
            first -= 1
        if at - first > 1:
            found[first:at] = [replace(each, kind="measure", unit=last.unit) for each in found[first:at]]
    return found


def _scale(entry: Entry) -> Decimal:
    """What a figure is in: thousands, millions; 1 where it stands in full."""
    read = VALUE.fullmatch(entry.text)
    return Decimal(10) ** SCALES.get((read["scale"] or "").lower(), 0) if read else Decimal(1)


@dataclass(frozen=True)
class Parts:
    """Counts that may be the parts of a whole."""

    parts: tuple[Entry, ...]

    @property
    def summed(self) -> int:
        """What they make together."""
        return sum(each.count for each in self.parts)


def worded(text: str) -> int:
    """A number in digits or in words, hundreds too.

    >>> worded("a hundred and four"), worded("thirty-one"), worded("1,204")
    (104, 31, 1204)
    """
    if text.lower() == "hundred":
        return 100
    head, hundred, rest = text.lower().partition(" hundred")
    if not hundred:
        return whole(text) or 0
    tail = whole(rest.removeprefix(" and ").strip()) if rest.strip() else 0
    return (1 if head == "a" else whole(head) or 0) * 100 + (tail or 0)
