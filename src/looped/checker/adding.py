"""Lists of figures in prose: counts, sums or shares told one behind the other, with the words of each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from looped.checker.patterns import pattern_of
from looped.checker.phrases import WHICH
from looped.checker.prose import DOSES, Entry, Passage

JOINED = pattern_of(r",|;|\band\b|\bplus\b|\+|&|\bwhile\b|\bwith\b|\bas well as\b|\bfollowed by\b", re.I)
# What follows is of the figure before, or of something else.
NESTED = pattern_of(
    rf"\bof (?:{WHICH})\b|\bincluding\b|\bof the\s*$|\bout of\b|\bthan\b|\bcompared\b|"
    r"\bagainst\b(?!\s*[,;]| and\b)|"
    r"\bfrom\b[^,;]*\bto\b|\bup to\b|\bevery\b|\bper\b|\bat least\b|\baverage\b|\bwhich is\b|\bthat is\b|\bi\.e\.",
    re.I,
)
# Before the list, behind the whole: "the 56 errors arose from", "(n = 40) was made up of".
DIVIDES = pattern_of(
    r"\b(?:arose|arise|stem(?:s|med)?|result(?:s|ed)|came|come) from\b|\b(?:was|were|is|are) (?:made up|composed) of\b|"
    r"\bcompris(?:es?|ed|ing)\b|\bconsist(?:s|ed|ing) of\b|\bmade up of\b|\bbroken? down (?:as|into)\b|\bfell into\b|"
    r"\b(?:was|were) (?:divided|split|shared|distributed|spread)\b|\bas follows\b|\bnamely\b|\bdue to\b|"
    r"\b(?:went|gone|goes|go) (?:on|to)\b|\bspent on\b|\bused for\b",
    re.I,
)
LONGEST, MANY = 130, 12


@dataclass(frozen=True)
class Addends:
    """Figures of one kind, two or more, told one behind the other. parts: in order."""

    parts: tuple[Entry, ...]

    @property
    def start(self) -> int:
        """Where the first begins."""
        return self.parts[0].start

    @property
    def end(self) -> int:
        """Where the last ends."""
        return self.parts[-1].end

    @property
    def sum(self) -> Decimal:
        """What all of them make."""
        return sum((value_of(each) for each in self.parts), Decimal(0))

    @property
    def slack(self) -> Decimal:
        """How far rounding may put their sum and a figure like them apart."""
        steps = [step_of(each) for each in self.parts]
        return (sum(steps, max(steps)) / 2) if self.parts[0].kind == "share" or max(steps) != 1 else Decimal(0)


def value_of(entry: Entry) -> Decimal:
    """The figure that is added: a share's percentage, else its count, sum or measure."""
    return entry.share.value if entry.kind == "share" and entry.share else entry.value


def step_of(entry: Entry) -> Decimal:
    """The last digit that is printed of it."""
    return Decimal(1).scaleb(-entry.share.decimals) if entry.kind == "share" and entry.share else entry.step


def alike(one: Entry, other: Entry) -> bool:
    """Whether two figures may be added up."""
    return one.kind == other.kind and one.unit == other.unit and one.kind != "points"


def addends(read: Passage, at: int) -> list[Addends]:
    """The lists of a sentence, of counts without bases, money, measures or shares.

    >>> from looped.checker.prose import passage
    >>> [[e.text for e in each.parts] for each in addends(passage("We saw 4 boys, 3 girls and 2 men in 5 homes."), 0)]
    [['4', '3', '2']]
    """
    inside: dict[int, list[Entry]] = {}
    for each in read.of_sentence(at):
        # "105 to 20 mg of it and 106 to placebo".
        if each.unit in DOSES:
            continue
        inside.setdefault(opened_at(read.text, each.start), []).append(each)
    plain = inside.pop(-1, [])
    lone = [group[0] for group in inside.values() if len(group) == 1]
    return [run for group in (plain, lone, *inside.values()) for run in _runs(read, group)]


def _runs(read: Passage, entries: list[Entry]) -> Iterator[Addends]:
    run: list[Entry] = []
    for each in entries:
        if run and not _goes_on(read, run[-1], each):
            if len(run) > 1:
                yield Addends(tuple(run))
            run = []
        if not each.base:
            run.append(each)
    if len(run) > 1:
        yield Addends(tuple(run))


def _goes_on(read: Passage, last: Entry, each: Entry) -> bool:
    gap = read.quiet[last.end : each.start]
    return (
        alike(last, each)
        and not each.base
        and len(gap) < LONGEST
        and bool(JOINED.search(gap))
        and not NESTED.search(gap)
        and not DIVIDES.search(gap)
    )


def opened_at(text: str, place: int) -> int:
    """Where the bracket opens that a place stands in; -1 where it stands in none."""
    opened = max(text.rfind("(", 0, place), text.rfind("[", 0, place))
    return opened if opened > max(text.rfind(")", 0, place), text.rfind("]", 0, place)) else -1


def sums_up_those_before(values: Sequence[Decimal], at: int) -> bool:
    """Whether a share is what two or more right before it come to, give or take a point of rounding.

    >>> sums_up_those_before([Decimal(30), Decimal(38), Decimal(69), Decimal(31)], 2)
    True
    """
    return any(abs(sum(values[start:at], Decimal(0)) - values[at]) <= 1 for start in range(at - 1))


def sums_of(parts: tuple[Entry, ...]) -> Iterator[Decimal]:
    """What two or more neighbours of a list make, and any two of it."""
    values = [value_of(each) for each in parts][:MANY]
    for size in range(2, len(values) + 1):
        for start in range(len(values) - size + 1):
            yield sum(values[start : start + size], Decimal(0))
    for one, two in combinations(values, 2):
        yield one + two
