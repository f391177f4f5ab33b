"""The arithmetic of a table, read from its figures: which column is the sum, the difference or the ratio of which others.

A working is believed where the rows that it comes out in can hardly be chance: each tells as many bits as its figures
have room for, and what a head says of sums and differences counts as some more.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache
from itertools import product
from math import gcd, log2

from looped.checker.numbers import slips
from looped.checker.patterns import pattern_of
from looped.checker.sheets.figures import Figure
from looped.checker.sheets.naming import alike, label_words
from looped.checker.sheets.sheet import Sheet, is_time, is_total, on_its_side

# A row of shares or means beside rows of counts: nobody adds it up.
RATE_LABEL = pattern_of(
    r"%|\bper ?cent\b|\b(?:rate|share|proportion|percentage|mean|average|median|ratio|highest|lowest|target|range|"
    r"min(?:imum)?|max(?:imum)?|sd|iqr)s?\b|\bper \d|\bof (?:those|these|whom|which|them)\b",
    re.I,
)
# Of measures that nobody adds up or takes from each other.
NO_AMOUNT = pattern_of(r"\b(?:mean|median|avg|average|ratio|index|sd|age)\b", re.I)
# Heads of what numbers a row, and tells no amount.
NUMBERS = pattern_of(
    r"\brank\w*|^(?:place|position|order|from|ref(?:erence)?|code|id|date|(?:week|month|year|day|quarter|term)"
    r"(?: (?:end|ending|ended|of .*))?)$",
    re.I,
)
SUM_HEAD = pattern_of(
    r"\b(?:total|all|both|sum|overall|combined|together|altogether|whole|any|either|persons|in all|income|spending)\b",
    re.I,
)
APART_HEAD = pattern_of(
    r"\b(?:variance|differences?|changed?|movement|(?:over|under)(?! (?:the |an? )?[a-z\d£])|surplus|deficit|gap|remain\w*|outstanding|left|balance|"
    r"net|not|no|vacant|empty|free|unfilled|spare|unused|unmet|undone|rise|fall|points|gain\w*|shortfall|excess|"
    r"margin|lead|(?:under|over)[- ]?spen[dt]\w*|savings?|un[a-z]{4,}|rest|still|late|refused|wrong|failed|growth|drop|(?:in|de)crease|profit|loss|saving)\b|"
    r"^[+±]|[+-]/",
    re.I,
)
NET = pattern_of(r"\b(?:net|less|excluding|except|without|minus)\b", re.I)
OPENING = pattern_of(
    r"\b(?:opening|start|beginning|brought forward|b/?f(?:wd)?|at first|before|in hand|held|open|on roll)\b|"
    r"^(?:at |on )?1 [a-z]+",
    re.I,
)
CLOSING = pattern_of(
    r"\b(?:closing|end|carried (?:forward|over|down)|c/?f(?:wd)?|at last|after|balance|held|open|on roll)\b|"
    r"^(?:at |on )?3[01] [a-z]+",
    re.I,
)
RUNNING = pattern_of(
    r"\b(?:cumulative\w*|cum|running|to date|so far|since|balance|in hand|stock|at (?:the )?end|closing|left|"
    r"remaining|still|total|held|outstanding)\b",
    re.I,
)
# The longer time that others are parts of.
PERIOD = pattern_of(
    r"^(?:(?:the |full |whole |half[- ])?(?:year|term|season|quarter|week|period)|(?:year|quarter) total|full[- ]year|"
    r"(?:first|second) half|morning|afternoon|day)$",
    re.I,
)
PER = pattern_of(r"\bper (?P<n>100,?000|10,?000|1,?000|100)\b", re.I)
RATIO_HEAD = pattern_of(
    r"%|\b(?:share|per|rate|average|mean|each|ratio|cost|unit|a (?:day|week|month|head|visit|case))\b", re.I
)
# Figures of such lines may be added up and set against each other.
COUNTED = ("count", "base", "total", "both")
NEAR, SMALL, MOST_LINES, LONGEST_RUN = Decimal("0.35"), 3, 12, 4
ENOUGH, NAMED, NAMED_ENOUGH, FAR = 6.0, 6.0, 3.0, 6.0
CLOSE, MOST_BITS = Decimal("0.15"), 8.0
FACTORS = tuple(map(Decimal, (1, 100, 1000, 10_000, 100_000)))


@dataclass(frozen=True)
class Working:
    """One column by others. kind: "sum", "running" (with the row above), "ratio" or "product".

    terms: each with its sign; cost: in bits, for how far-fetched it is; named: whether a head speaks of it.
    """

    kind: str
    target: int
    terms: tuple[tuple[int, int], ...]
    cost: float
    named: bool
    factor: Decimal = Decimal(1)
    is_total: bool = False


@dataclass(frozen=True)
class Line:
    """A row by a working: what is printed, what comes out, how far rounding may put it, how much a fit tells."""

    row: int
    stated: Decimal
    exact: Decimal
    slack: Decimal
    bits: float
    terms: tuple[Decimal, ...]

    @property
    def fits(self) -> bool:
        """Whether it comes out."""
        return abs(self.stated - self.exact) <= self.slack

    @property
    def is_slip(self) -> bool:
        """Whether one figure of it with a slip of the pen explains the miss."""
        miss = self.exact - self.stated
        largest = max(abs(each) for each in (self.stated, *self.terms))
        if abs(miss) <= max(SMALL, NEAR * largest):
            return True
        pairs = [(self.stated, self.exact), *((each, each + by) for each in self.terms for by in (miss, -miss))]
        return any(_is_slip(*pair) for pair in pairs)


def is_near(one: Decimal, other: Decimal) -> bool:
    """Whether one may stand where the other was meant: not far from it, or a slip of a key away."""
    return abs(one - other) <= CLOSE * max(abs(one), abs(other)) or _is_slip(one, other)


def _is_slip(one: Decimal, other: Decimal) -> bool:
    places = max(0, -int(one.as_tuple().exponent))
    first, second = (int(abs(each).scaleb(places)) for each in (one, other))
    return abs(one) != abs(other) and (slips(first, second) or one == -other)


@dataclass(frozen=True)
class Believed:
    """A working that the table bears out, with its lines."""

    working: Working
    lines: tuple[Line, ...]
    grain: float = 0.0

    @cached_property
    def missed(self) -> tuple[Line, ...]:
        """The lines that it doesn't come out in; of a running total only the first."""
        off = tuple(each for each in self.lines if not each.fits)
        if self.working.kind == "running" and off:
            # What there was before stands in the first row.
            if off == self.lines[:1]:
                return ()
            return off[:1] if len(off) > 1 and _is_carried(off) else off
        return off

    @cached_property
    def bits(self) -> float:
        """How much the lines that fit tell."""
        told = (min(MOST_BITS, max(0.0, each.bits - self.grain)) for each in self.lines if each.fits)
        return sum(told) - self.working.cost

    @cached_property
    def fitting(self) -> int:
        """How many lines fit and tell something."""
        return sum(each.fits and each.bits > 1 for each in self.lines)

    @property
    def is_sure(self) -> bool:
        """Whether the fits can't be chance, and at most one line misses by a slip."""
        if len(self.lines) == 1 and self.working.is_total:
            return True  # a table of one row: its head alone says that it is a sum
        if len(self.missed) > 1 or self.fitting < 1:
            return False
        if self.working.named:
            return self.bits >= NAMED_ENOUGH
        if self.fitting == 1 and len(self.lines) == 2:
            return self._is_long_sum
        return self.fitting > 1 and self.bits >= ENOUGH and all(each.is_slip for each in self.missed)

    @property
    def _is_long_sum(self) -> bool:
        """Whether all columns but the greatest make it, three or more: that comes out in no row by chance."""
        signs = [sign for _, sign in self.working.terms]
        great = all(line.stated > max(line.terms) and line.is_slip for line in self.lines)
        return len(signs) > 2 and -1 not in signs and great and self.working.cost < 1 and self.bits >= ENOUGH


def _is_carried(off: Sequence[Line]) -> bool:
    """Whether one running total is out: its own row misses, and the next by as much the other way."""
    first, second = off[0], off[1]
    return (
        len(off) == 2
        and second.row > first.row
        and abs((first.exact - first.stated) + (second.exact - second.stated)) <= first.slack + second.slack
    )


@lru_cache(maxsize=256)
def workings_of(sheet: Sheet) -> tuple[Believed, ...]:
    """For each column the working that most of its rows bear out; none that another explains in every row."""
    kinds = on_its_side(sheet).kinds if sheet.turned else ("count",) * len(sheet.labels)
    width = max(map(len, sheet.table.rows))
    short = {at for at, row in enumerate(sheet.table.rows[sheet.first :]) if len(row) < width}
    if short and sheet.turned:
        return ()  # a cell is missing, and nobody knows which
    rows = [
        row
        for row, kind in enumerate(kinds)
        if kind in COUNTED and row not in short and not RATE_LABEL.search(sheet.labels[row])
    ]
    found: list[Believed] = []
    for target in range(min(len(sheet.heads), MOST_LINES)):
        options = [
            each for working in _workings(sheet, target) for each in [_read(sheet, working, rows)] if each.is_sure
        ]
        if options:
            found.append(min(options, key=lambda each: (len(each.missed), -each.bits - NAMED * each.working.named)))
    return tuple(sorted(found, key=lambda each: (len(each.missed), -each.bits)))


def _read(sheet: Sheet, working: Working, rows: Sequence[int]) -> Believed:
    lines: list[Line] = []
    above: Figure | None = None
    for row in rows:
        own = sheet.cells[row][working.target]
        if line := _line(sheet, working, row, own, above):
            lines.append(line)
        above = own
    grain = min(_grain(sheet, at) for at in (working.target, *(at for at, _ in working.terms)))
    return Believed(working, tuple(lines), log2(grain) if working.kind in ("sum", "running") else 0.0)


@lru_cache(maxsize=1024)
def _grain(sheet: Sheet, column: int) -> int:
    """Of how many steps all figures of a column are multiples: sums of round figures tell less."""
    figures = [cells[column] for cells in sheet.cells]
    common = gcd(*(int(abs(each.value) / each.step) for each in figures if each))
    return next(each for each in (1000, 100, 10, 5, 1) if common % each == 0)


def _line(sheet: Sheet, working: Working, row: int, own: Figure | None, above: Figure | None) -> Line | None:
    figures = [sheet.cells[row][at] for at, _ in working.terms]
    if own is None or any(each is None for each in figures):
        return None
    given = [each for each in figures if each]
    exact = _exact(working, given, above)
    if exact is None:
        return None
    values = tuple(each.value for each in given) + ((above.value,) if working.kind == "running" and above else ())
    rough = [each.step for each in (own, *given) if each.step != 1]
    slack = sum(rough, Decimal(0)) / 2 if working.kind in ("sum", "running") else own.step / 2
    return Line(row, own.value, exact, slack, _bits(working, own, values, slack), values)


def _exact(working: Working, given: Sequence[Figure], above: Figure | None) -> Decimal | None:
    values = [each.value for each in given]
    if working.kind == "ratio":
        return values[0] * working.factor / values[1] if values[1] else None
    if working.kind == "part":
        return values[0] * working.factor / sum(values) if any(values) else None
    if working.kind == "product":
        return values[0] * values[1]
    summed = sum((sign * each for (_, sign), each in zip(working.terms, values, strict=True)), Decimal(0))
    return summed + above.value if working.kind == "running" and above else summed


def _bits(working: Working, own: Figure, values: Sequence[Decimal], slack: Decimal) -> float:
    """How unlikely it is to come out by chance; less where a single figure is repeated."""
    width = max(own.step, 2 * slack) or Decimal(1)
    room = max((abs(own.value), *(map(abs, values) if working.kind in ("sum", "running") else ())))
    bits = log2(1 + float(room / width))
    telling = sum(bool(each) for each in values)
    return bits if telling > 1 and own.value else bits / 2 if telling else 0.0


def _workings(sheet: Sheet, target: int) -> Iterator[Working]:
    """The ways in which a column may be given by others."""
    head = sheet.heads[target]
    lines = [at for at in range(min(len(sheet.heads), MOST_LINES)) if _has_amounts(sheet, at)]
    if target not in lines:
        return
    others = [at for at in lines if at != target and not _numbers(sheet, at)]
    is_share = sheet.kinds[target] == "share"
    alike = [at for at in others if (sheet.kinds[at] == "share") == is_share or sheet.kinds[target] == "change"]
    if not _numbers(sheet, target) or _is_period(sheet, target, others):
        yield from _sums(sheet, target, alike, is_share)
        if not sheet.turned:
            yield from _running(sheet, target, alike, is_share)
    if not sheet.turned:
        yield from _ratios(sheet, target, others)


def _is_period(sheet: Sheet, target: int, others: Sequence[int]) -> bool:
    """Whether a last column is the longer time that the others are parts of."""
    parts = tuple(sheet.heads[at] for at in others)
    return bool(PERIOD.match(sheet.heads[target])) and len(parts) > 1 and target > max(others) and is_time(parts)


def _numbers(sheet: Sheet, column: int) -> bool:
    """Whether a column tells no amounts: measures, or numbers that name its rows."""
    head = sheet.heads[column]
    return bool(NO_AMOUNT.search(head)) or (not sheet.turned and bool(NUMBERS.search(head)))


def _has_amounts(sheet: Sheet, column: int) -> bool:
    filled = sum(cells[column] is not None for cells in sheet.cells)
    return filled > 0 and 2 * filled >= len(sheet.cells)


def _sums(sheet: Sheet, target: int, others: Sequence[int], is_share: bool) -> Iterator[Working]:
    """Sums and differences of the columns beside it."""
    head = sheet.heads[target]
    edge = not others or target > max(others) or target < min(others)
    period = _is_period(sheet, target, others)
    timed = is_time(tuple(sheet.heads[at] for at in (*others, target)))
    for run in _runs(target, others):
        for signs in product((1, -1), repeat=len(run) - 1):
            terms = tuple(zip(run, (1, *signs), strict=True))
            whole = len(run) == len(others)
            named = _is_named(sheet, target, terms) or (period and whole and -1 not in signs)
            far = sheet.turned and not (whole and edge)
            plus = -1 not in signs
            if (plus and NET.search(head)) or ((timed or far or (is_share and plus)) and not named):
                continue
            cost = _cost(signs, whole, edge, run[-1] < target)
            total = not sheet.turned and plus and whole and edge and len(run) > 2 and is_total(head)
            yield Working("sum", target, terms, cost, named, is_total=total)
    for a in others:
        for b in others:
            if a != b and not timed and (not sheet.turned or len(others) == 2):
                named = _is_named(sheet, target, ((a, 1), (b, -1)))
                yield Working("sum", target, ((a, 1), (b, -1)), 1.0 if len(others) == 2 and edge else 3.0, named)


def _runs(target: int, others: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Columns right before the target, or right behind it: two to four of them, and all."""
    before, behind = [at for at in others if at < target], [at for at in others if at > target]
    runs = {tuple(others)} if len(others) <= 2 * LONGEST_RUN else set()
    for size in range(2, LONGEST_RUN + 1):
        runs |= {tuple(before[-size:]), tuple(behind[:size])}
    yield from (run for run in sorted(runs) if len(run) > 1)


def _cost(signs: Sequence[int], whole: bool, edge: bool, before: bool) -> float:
    far = 0.0 if whole and edge else 2.0
    if -1 not in signs:
        return far if before else far + 0.5
    return far + 1.0 + len(signs)


def _is_named(sheet: Sheet, target: int, terms: Sequence[tuple[int, int]]) -> bool:
    """Whether the heads speak of such a sum or difference."""
    head, heads = sheet.heads[target], [sheet.heads[at] for at, _ in terms]
    signs = {sign for _, sign in terms}
    if signs == {1}:
        return bool(SUM_HEAD.search(head)) or is_total(head) or (are_opposed(tuple(heads)) and not any(are_opposed((head, each)) for each in heads))
    if OPENING.search(heads[0]) and CLOSING.search(head) and len(heads) > 2:
        return True
    return bool(APART_HEAD.search(head)) or are_opposed((head, heads[-1]))


DENIED = pattern_of(r"\b(?:not|no|non|never|without|did not|does not|do not)\b|\bun(?=[a-z]{3})|\bdis(?=[a-z]{4})", re.I)
PAIRS = (
    frozenset(("yes", "no")),
    frozenset(("right", "wrong")),
    frozenset(("men", "women")),
    frozenset(("boys", "girls")),
    frozenset(("male", "female")),
    frozenset(("present", "absent")),
    frozenset(("pass", "fail")),
    frozenset(("passed", "failed")),
    frozenset(("accepted", "rejected")),
    frozenset(("won", "lost")),
    frozenset(("for", "against")),
)


@lru_cache(maxsize=1024)
def are_opposed(heads: tuple[str, ...]) -> bool:
    """Whether of some heads one denies another.

    >>> are_opposed(("Met", "Not met", "Not applicable")), are_opposed(("Came", "Did not come")), are_opposed(("A", "B"))
    (True, True, False)
    """
    plain = [re.sub(r"[^a-z ]", "", each.lower()).strip() for each in heads]
    if any(pair <= set(plain) for pair in PAIRS):
        return True
    return any(
        alike(word, other)
        for denied in plain
        if DENIED.search(denied)
        for word in DENIED.sub(" ", denied).split()
        for each in plain
        if each and not DENIED.search(each)
        for other in each.split()
        if len(word) > 2
    )


def _running(sheet: Sheet, target: int, others: Sequence[int], is_share: bool) -> Iterator[Working]:
    """What a column adds to the row above; shares only where the head says so."""
    head = sheet.heads[target]
    for a in others:
        named = bool(RUNNING.search(head)) or _says_more(head, sheet.heads[a])
        if is_share and not named:
            continue
        yield Working("running", target, ((a, 1),), 1.0 if named else FAR, named)
        if named:
            yield Working("running", target, ((a, -1),), 3.0, named)
        for b in others:
            if a != b:
                yield Working("running", target, ((a, 1), (b, -1)), 3.0 if named else FAR, named)


def _says_more(head: str, other: str) -> bool:
    """ "Deaths to that month" beside "Deaths"."""
    more, less = label_words(head), label_words(other)
    return len(more) > len(less) and all(any(alike(word, each) for each in more) for word in less)


def _ratios(sheet: Sheet, target: int, others: Sequence[int]) -> Iterator[Working]:
    """A rate, a share or a mean; and what so many cost at so much each."""
    head = sheet.heads[target]
    named, per = bool(RATIO_HEAD.search(head)), PER.search(head)
    counted = [at for at in others if sheet.kinds[at] != "share"]
    signed = any(cells[target] and cells[target].unit == "%" for cells in sheet.cells)  # type: ignore[union-attr]
    for a in counted:
        for b in counted:
            if a == b:
                continue
            if per:
                yield Working("ratio", target, ((a, 1), (b, 1)), 1.0, True, Decimal(per["n"].replace(",", "")))
            for factor in FACTORS:
                if signed == (factor == 100) and (named or factor in (1, 100)):
                    yield Working("ratio", target, ((a, 1), (b, 1)), 3.0 if named else 4.0, False, factor)
            if signed or sheet.kinds[target] == "share":
                yield Working("part", target, ((a, 1), (b, 1)), 3.0, False, Decimal(100))
            if a < b:
                yield Working("product", target, ((a, 1), (b, 1)), 4.0, False)
