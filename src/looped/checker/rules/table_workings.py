"""Columns that others give: a sum, a difference, a share, a mean or a rate, known from the rows that fit."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from looped.checker.context import Context, plain
from looped.checker.explaining import gives_less_another
from looped.checker.finding import Finding, Verdict
from looped.checker.grid import BASE
from looped.checker.numbers import percent
from looped.checker.patterns import pattern_of
from looped.checker.quantities import printed
from looped.checker.remarks import NO, YES
from looped.checker.rules.sheet_sum import GONE
from looped.checker.tabled import NO_SUM, Number, Tabled, tabled

CODE = "table-working"
MESSAGE = "A column that the others give, in nearly every row, is given by them in all."
GOOD = "Term\tBoys\tGirls\tPupils\nAutumn\t11\t4\t15\nSpring\t8\t5\t13\nSummer\t6\t2\t8\nJuly\t3\t4\t7"
BAD = "Term\tBoys\tGirls\tPupils\nAutumn\t11\t4\t15\nSpring\t8\t5\t13\nSummer\t6\t2\t9\nJuly\t3\t4\t7"

SUM_HEAD = pattern_of(r"\b(?:total|all|both|sum|overall|combined|together|whole|year)\b", re.I)
APART_HEAD = pattern_of(
    r"\b(?:variance|difference|change|movement|over|under|surplus|deficit|gap|remaining|outstanding|left|balance|"
    r"net|not|vacant|empty|free|unfilled|spare|unused|unmet|undone)\b",
    re.I,
)
RATIO_HEAD = pattern_of(r"%|\b(?:share|per ?cent\w*|proportion|rate|compliance|average|mean|per|cost|unit)\b", re.I)
Value = Decimal | None
RATE_ROW = pattern_of(
    r"%|\bper ?cent\b|\b(?:rate|share|proportion|percentage|mean|average|median|ratio)s?\b|\bper \d", re.I
)


@dataclass(frozen=True)
class Working:
    """A way in which some columns give another. named: whether the head of the column says so."""

    name: str
    target: int
    sources: tuple[int, ...]
    give: Callable[[list[Decimal]], Value]
    named: bool


# "Finished", beside those who began and those who dropped out.
STAYED = pattern_of(r"\b(?:finish\w*|complet\w+|remain\w*|stayed|analy[sz]ed|retained|kept)\b", re.I)
CLOSING = pattern_of(r"\b(?:clos\w+|at (?:the )?end|end of|carried forward|balance)\b", re.I)

# "Grade changed (of those moderated)": its share is of another row.
OF_OTHERS = re.compile(r"\bof (?:those|these|whom|which|them)\b", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each column with the working that most of its rows fit."""
    for table in context.document.tables:
        read = tabled(table)
        if read is None:
            continue
        told: set[tuple[int, int]] = set()
        for working in _believed(read):
            for finding, place in _judged(read, working):
                if context.noted(table, read.labels[place[0]]):
                    continue  # its note says that it is worked out in another way
                # A row that one working accuses already isn't accused by another.
                if place not in told or finding.verdict == "ok":
                    told.add(place)
                    yield finding


def _believed(read: Tabled) -> list[Working]:
    """For each target the working with the most rows, where these are enough."""
    best: list[tuple[int, int, Working]] = []
    for target in range(len(read.heads)):
        options = [
            (fit, working)
            for working in _workings(read, target)
            for fit, known in [_fit(read, working)]
            if _enough(read, fit, known, working) and _misses(read, working) <= max(1, fit // 3)
        ]
        if options:
            fit, working = max(options, key=lambda each: (each[0], each[1].named))
            missed = _misses(read, working)
            best.append((missed, -fit, working))
    return [working for _, _, working in sorted(best, key=lambda each: each[:2])]


def _enough(read: Tabled, fit: int, known: int, working: Working) -> bool:
    if known < 2:
        # A table of one row: its head alone says that it is a sum.
        return known == 1 and working.named and working.name == "sum of all" and len(working.sources) > 2
    if working.named:
        # Of two rows one: the sum of three or more figures doesn't come out by chance.
        alone = known - fit == fit == 1 and working.name == "sum of all" and len(working.sources) > 2
        shares = any(RATIO_HEAD.search(label) for label in read.labels)
        return (alone and not shares) or (fit > 1 and fit * 2 >= known)
    return fit > 2 and fit >= known - 1


def _workings(read: Tabled, target: int) -> Iterator[Working]:
    head = read.heads[target]
    counts = [
        at
        for at in range(len(read.heads))
        if at != target and at not in read.shares and not NO_SUM.search(read.heads[at])
    ]
    if target not in read.shares and not NO_SUM.search(head):
        edge = target in (0, len(read.heads) - 1)
        if len(counts) > 1:
            named = bool(SUM_HEAD.search(head)) or (edge and _are_yes_and_no([read.heads[at] for at in counts]))
            yield Working("sum of all", target, tuple(counts), sum_of, named)
            sides = [c for c in counts if c < target], [c for c in counts if c > target]
            for side in sides:
                if 1 < len(side) < len(counts):
                    yield Working("sum", target, tuple(side), sum_of, bool(SUM_HEAD.search(head)))
        for a in counts:
            for b in counts:
                if a != b and edge:
                    yield from _and_less(target, a, b, counts, head)
                if a != b and (edge or APART_HEAD.search(head)):
                    named = bool(APART_HEAD.search(head) or (STAYED.search(head) and GONE.search(read.heads[b])))
                    yield Working("difference", target, (a, b), lambda v: v[0] - v[1], named)
    ratio = bool(RATIO_HEAD.search(head)) or target in read.shares
    for a in counts:
        for b in counts:
            if a != b and ratio:
                yield from _ratios(target, a, b, head, target in read.shares)
                if target in read.shares:
                    yield Working(
                        "share of both",
                        target,
                        (a, b),
                        lambda v: v[0] * 100 / (v[0] + v[1]) if v[0] + v[1] else None,
                        True,
                    )
    if target in read.shares:
        for base in _bases(read):
            for a in counts:
                yield Working(f"share of {base}", target, (a,), partial(_share, base), True)


def _are_yes_and_no(heads: list[str]) -> bool:
    """Whether two columns are what was so and what wasn't: together they are all that were asked."""
    return len(heads) == 2 and any(YES.match(head) for head in heads) and any(NO.match(head) for head in heads)


def _share(base: int, values: list[Decimal]) -> Value:
    return values[0] * 100 / base


def _and_less(target: int, a: int, b: int, counts: list[int], head: str) -> Iterator[Working]:
    """What there was with what came, less what went: the column before it all first."""
    if target != max((*counts, target)) or a != min(counts):
        return
    for c in counts:
        if c not in (a, b):
            yield Working("difference", target, (a, b, c), lambda v: v[0] + v[1] - v[2], bool(CLOSING.search(head)))


def sum_of(values: list[Decimal]) -> Value:
    """All of them together."""
    return sum(values, Decimal(0))


def _ratios(target: int, a: int, b: int, head: str, is_share: bool) -> Iterator[Working]:
    def times(factor: int) -> Callable[[list[Decimal]], Value]:
        return lambda v: v[0] * factor / v[1] if v[1] else None

    if is_share:
        yield Working("share", target, (a, b), times(100), True)
        yield Working("change", target, (a, b), lambda v: (v[1] - v[0]) * 100 / v[0] if v[0] else None, True)
        return
    for factor in (1, 100, 1000, 10000, 100000):
        yield Working(f"per {factor}", target, (a, b), times(factor), True)


def _bases(read: Tabled) -> list[int]:
    """Wholes that a table names: in its title, its heads or its total row."""
    found = [int(each.replace(",", "")) for text in (read.table.title, *read.heads) for each in BASE.findall(text)]
    found += [int(each.replace(",", "")) for each in re.findall(r"\b(\d[\d,]*) [a-z]+s\b", read.table.title)]
    if read.total is not None:
        found += [
            int(cell.value)
            for cell in read.cells[read.total]
            if cell and cell.unit == "" and cell.step == 1 and cell.value > 0
        ]
    return list(dict.fromkeys(each for each in found if each))


def _fit(read: Tabled, working: Working) -> tuple[int, int]:
    """How many rows fit, and how many could: those that tell something, since noughts and equals fit anything."""
    checked = [_miss(read, row, working) for row in range(len(read.labels)) if _tells(read, row, working)]
    known = [each for each in checked if each is not None]
    return sum(miss <= slack for miss, slack, _ in known), len(known)


def _misses(read: Tabled, working: Working) -> int:
    """How many rows don't fit, those of noughts among them."""
    checked = [_miss(read, row, working) for row in range(len(read.labels))]
    return sum(each is not None and each[0] > each[1] for each in checked)


def _tells(read: Tabled, row: int, working: Working) -> bool:
    """Whether a row could be given by chance: a sum needs two parts, a difference or a share two unlike figures."""
    values = [cell.value for at in working.sources for cell in [read.cells[row][at]] if cell and cell.value]
    stated = read.cells[row][working.target]
    return bool(stated and stated.value) and (
        len(set(values)) > 1 or (len(values) > 1 and working.name.startswith("sum")) or len(working.sources) == 1
    )


def _miss(read: Tabled, row: int, working: Working) -> tuple[Decimal, Decimal, Decimal] | None:
    """How far a row is out, how far rounding may put it, and what it should be; None where nothing can be said."""
    stated = read.cells[row][working.target]
    sources = [read.cells[row][at] for at in working.sources]
    if len(read.table.rows[row + 1]) < len(read.table.rows[0]):
        return None  # a cell is missing, and nobody knows which
    if stated is None or any(each is None for each in sources) or not any(each.value for each in sources if each):
        return None
    given: list[Number] = [each for each in sources if each]
    exact = working.give([each.value for each in given])
    if exact is None:
        return None
    rough = [each for each in given if each.step < 1] if stated.step < 1 or len(given) > 1 else []
    spread = (
        sum((each.step for each in rough), Decimal(0))
        if working.name in ("sum", "sum of all", "difference") and rough
        else Decimal(0)
    )
    exactly = working.name in ("sum", "sum of all", "difference") and stated.step == 1
    slack = Decimal(0) if exactly else (stated.step + spread) / 2
    return abs(exact - stated.value), slack, exact


def _less_another(read: Tabled, row: int, working: Working, stated: Decimal) -> bool:
    """Whether a share is out of one count of its row less another."""
    first = read.cells[row][working.sources[0]]
    if working.target not in read.shares or first is None:
        return False
    counts = [
        int(each.value) for at, each in enumerate(read.cells[row]) if each and each.value and at not in read.shares
    ]
    return gives_less_another(int(first.value), counts, percent(str(stated)))


def _is_rate(read: Tabled, row: int, working: Working) -> bool:
    """Whether a row of shares, rates or means stands among rows of counts: nobody adds it up."""
    return working.name in ("sum", "sum of all", "difference") and bool(RATE_ROW.search(read.labels[row]))


def _misses_by_another(read: Tabled, row: int, working: Working, miss: Decimal) -> bool:
    """Whether it misses by just what another column of its row has: one more part, nought in the other rows."""
    used = {working.target, *working.sources}
    others = [cell.value for at, cell in enumerate(read.cells[row]) if cell and at not in used]
    return "per" not in working.name and bool(miss) and miss in others


def _judged(read: Tabled, working: Working) -> Iterator[tuple[Finding, tuple[int, int]]]:
    for row in range(len(read.labels)):
        checked = _miss(read, row, working)
        stated = read.cells[row][working.target]
        if checked is None or stated is None:
            continue
        miss, slack, exact = checked
        near = working.target in read.shares and miss <= slack + stated.step / 2
        verdict: Verdict = "ok" if miss <= slack else "rounding" if near else "wrong"
        if verdict == "wrong" and (OF_OTHERS.search(read.labels[row]) or _is_rate(read, row, working)):
            continue
        if verdict == "wrong" and (
            _less_another(read, row, working, stated.value) or _misses_by_another(read, row, working, miss)
        ):
            continue
        expected = printed(exact.quantize(stated.step) if stated.step <= 1 else exact)
        sources = ", ".join(
            f"{read.heads[at]} {cell.text}" for at in working.sources for cell in [read.cells[row][at]] if cell
        )
        why = f"{sources}: {working.name.replace(' of all', '')} {expected}, printed as {stated.text}"
        place = f"{plain(read.table.title)}/{plain(read.labels[row])}"
        where = read.where(row, working.target)
        yield (
            Finding(CODE, verdict, where, stated.text, stated.text, expected, why, f"row/{place}", "likely"),
            (row, working.target),
        )
