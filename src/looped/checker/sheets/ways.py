"""Ways in which a column of a table may be given by others: by sums, differences, ratios, or the row above."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import product

from looped.checker.patterns import pattern_of
from looped.checker.sheets.naming import alike, label_words
from looped.checker.sheets.sheet import Sheet, is_time, is_total

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
    r"\b(?:variance|differences?|changed?|movement|(?:over|under)(?! (?:the |an? )?[a-z\d£])|surplus|"
    r"deficit|gap|remain\w*|outstanding|left|balance|"
    r"net|not|no|vacant|empty|free|unfilled|spare|unused|unmet|undone|rise|fall|points|gain\w*|shortfall|excess|"
    r"margin|lead|(?:under|over)[- ]?spen[dt]\w*|savings?|un[a-z]{4,}|rest|still|late|refused|wrong|"
    r"failed|growth|drop|(?:in|de)crease|profit|loss)\b|"
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
    r"remaining|still|total|held|outstanding(?!$))\b",
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
# "Oars per boat": the head names both.
ONE_PER_OTHER = pattern_of(
    r"^(?P<part>[^.;:]{2,40}?)(?: ?/ ?| per | for each | (?:to|for) every )(?P<whole>[^.;:]{2,40})$", re.I
)
MIDDLE = pattern_of(r"\b(?:median|mode|typical|maximum|minimum|max|min|highest|lowest|target|expected|planned)\b", re.I)
MOST_LINES, LONGEST_RUN, FAR = 12, 4, 6.0
# Of a working, by its kind, and the columns that it adds up with their signs, whether nearly all rows may bear it out.
ComesOut = Callable[[str, Sequence[tuple[int, int]]], bool]
FACTORS = tuple(map(Decimal, (1, 100, 1000, 10_000, 100_000)))


@dataclass(frozen=True)
class Working:
    """One column by others. kind: "sum", "running" (with the row above), "ratio", "product", "over" (some together,
    of another) or "portion" (of all).

    terms: each with its sign; cost: in bits, for how far-fetched it is; named: whether a head speaks of it.
    """

    kind: str
    target: int
    terms: tuple[tuple[int, int], ...]
    cost: float
    named: bool
    factor: Decimal = Decimal(1)
    is_total: bool = False


def ways_of(sheet: Sheet, target: int, comes_out: ComesOut) -> Iterator[Working]:
    """The ways in which a column may be given by others; of its sums and differences those that come out."""
    lines = [at for at in range(min(len(sheet.heads), MOST_LINES)) if _has_amounts(sheet, at)]
    if target not in lines:
        return
    moved = sheet.kinds[target] == "change" and not sheet.turned
    means = [at for at in lines if moved and sheet.kinds[at] == "mean"]
    others = [at for at in lines if at != target and (not _numbers(sheet, at) or at in means)]
    is_share = sheet.kinds[target] == "share"
    alike = [at for at in others if (sheet.kinds[at] == "share") == is_share or sheet.kinds[target] == "change"]
    if not _numbers(sheet, target) or _is_period(sheet, target, others):
        yield from _sums(sheet, target, alike, is_share, comes_out)
        if not sheet.turned:
            yield from _running(sheet, target, alike, is_share, comes_out)
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


def _sums(sheet: Sheet, target: int, others: Sequence[int], is_share: bool, comes_out: ComesOut) -> Iterator[Working]:
    """Sums and differences of the columns beside it."""
    head = sheet.heads[target]
    edge = not others or target > max(others) or target < min(others)
    period = _is_period(sheet, target, others)
    timed = is_time(tuple(sheet.heads[at] for at in (*others, target)))
    for run in _runs(target, others, apart=bool(SUM_HEAD.search(head)) or _is_shared(sheet, target, others)):
        found = [
            signs
            for signs in product((1, -1), repeat=len(run) - 1)
            if comes_out("sum", tuple(zip(run, (1, *signs), strict=True)))
        ]
        if not found:
            continue
        whole = len(run) == len(others)
        far = sheet.turned and not (whole and edge)
        # Whether a head speaks of it hangs on whether anything is taken off, and on nothing else in the signs.
        named = {
            plus: _is_named(sheet, target, tuple(zip(run, (1, *((sign,) * (len(run) - 1))), strict=True)))
            or (plus and period and whole)
            for plus, sign in ((True, 1), (False, -1))
        }
        for signs in found:
            plus = -1 not in signs
            if (plus and NET.search(head)) or ((timed or far or (is_share and plus)) and not named[plus]):
                continue
            terms = tuple(zip(run, (1, *signs), strict=True))
            if sheet.turned and plus and not named[plus] and _is_one_of_them(sheet, target, run):
                continue
            if _is_past_total(sheet, target, terms):
                continue
            cost = _cost(signs, whole, edge, run[-1] < target)
            total = not sheet.turned and plus and whole and edge and len(run) > 2 and is_total(head)
            yield Working("sum", target, terms, cost, named[plus], is_total=total)
    for a in others:
        for b in others:
            if a != b and not timed and (not sheet.turned or len(others) == 2) and comes_out("sum", ((a, 1), (b, -1))):
                said = _is_named(sheet, target, ((a, 1), (b, -1)))
                yield Working("sum", target, ((a, 1), (b, -1)), 1.0 if len(others) == 2 and edge else 3.0, said)


def _is_past_total(sheet: Sheet, target: int, terms: Sequence[tuple[int, int]]) -> bool:
    """Whether a total is a part of something that isn't one: others may only be taken from it."""
    totals = [at for at, _ in terms if is_total(sheet.heads[at])]
    taken = [at for at, sign in terms if sign < 0]
    return (
        bool(totals) and not is_total(sheet.heads[target]) and len(taken) + 1 < len(terms) or bool({*totals} & {*taken})
    )


def _is_one_of_them(sheet: Sheet, target: int, run: Sequence[int]) -> bool:
    """Whether a row is called what the others are, which it might be the sum of: "West pier", beside other piers."""
    own, others = label_words(sheet.heads[target]), [label_words(sheet.heads[at]) for at in run]
    return len(own) > 1 and any(all(any(alike(word, w) for w in each) for each in others) for word in own)


def _is_shared(sheet: Sheet, target: int, others: Sequence[int]) -> bool:
    """Whether a head has no words but those of two others or more: "Happy", of "Very happy" and "Fairly happy"."""
    own = label_words(sheet.heads[target])
    words = [label_words(sheet.heads[at]) for at in others]
    return bool(own) and sum(len(each) > len(own) and set(own) <= set(each) for each in words) > 1


def _runs(target: int, others: Sequence[int], *, apart: bool = False) -> Iterator[tuple[int, ...]]:
    """Columns right before the target, or right behind it: two to four of them, and all.

    apart: where its head says that it is a sum, also those that stand elsewhere side by side.
    """
    before, behind = [at for at in others if at < target], [at for at in others if at > target]
    runs = {tuple(others)} if len(others) <= 2 * LONGEST_RUN else set()
    for size in range(2, LONGEST_RUN + 1):
        runs |= {tuple(before[-size:]), tuple(behind[:size])}
        if apart:
            runs |= {tuple(line[at : at + size]) for line in (before, behind) for at in range(len(line) - size + 1)}
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
        return (
            bool(SUM_HEAD.search(head))
            or is_total(head)
            or _is_shared(sheet, target, [at for at, _ in terms])
            or (are_opposed(tuple(heads)) and not any(are_opposed((head, each)) for each in heads))
        )
    if OPENING.search(heads[0]) and CLOSING.search(head) and len(heads) > 2:
        return True
    return bool(APART_HEAD.search(head)) or are_opposed((head, heads[-1]))


DENIED = pattern_of(
    r"\b(?:not|no|non|never|without|did not|does not|do not)\b|\bun(?=[a-z]{3})|\bdis(?=[a-z]{4})", re.I
)
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


@lru_cache(maxsize=8192)
def are_opposed(heads: tuple[str, ...]) -> bool:
    """Whether of some heads one denies another.

    >>> are_opposed(("Met", "Not met", "Not applicable")), are_opposed(("Came", "Not seen")), are_opposed(("A",))
    (True, False, False)
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


FEW_ROWS = 4


def _running(
    sheet: Sheet, target: int, others: Sequence[int], is_share: bool, comes_out: ComesOut
) -> Iterator[Working]:
    """What a column adds to the row above; shares only where the head says so."""
    head = sheet.heads[target]
    for a in others:
        named = bool(RUNNING.search(head)) or _says_more(head, sheet.heads[a])
        if is_share and not named:
            continue
        # In three rows or four of small counts one often comes out by chance.
        if (named or len(sheet.parts) > FEW_ROWS) and comes_out("running", ((a, 1),)):
            yield Working("running", target, ((a, 1),), 1.0 if named else FAR, named)
        if named and comes_out("running", ((a, -1),)):
            yield Working("running", target, ((a, -1),), 3.0, named)
        for b in others:
            if a != b and comes_out("running", ((a, 1), (b, -1))):
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
    # Ratios of whole numbers, rounded to whole numbers, come out by chance.
    figures = [figure for cells in sheet.cells if (figure := cells[target])]
    has_decimals = any(figure.step < 1 for figure in figures)
    signed = any(figure.unit == "%" for figure in figures) or "%" in head
    for a in counted:
        for b in counted:
            if a == b:
                continue
            if has_decimals or signed:
                yield from _as_headed(sheet, target, a, b)
            if per:
                yield Working("ratio", target, ((a, 1), (b, 1)), 1.0, True, Decimal(per["n"].replace(",", "")))
            for factor in FACTORS:
                if signed == (factor == 100) and (named or factor == 100 or (factor == 1 and has_decimals)):
                    yield Working("ratio", target, ((a, 1), (b, 1)), 3.0 if named else 4.0, False, factor)
            if signed or sheet.kinds[target] == "share":
                yield Working("part", target, ((a, 1), (b, 1)), 3.0, False, Decimal(100))
            if a < b:
                yield Working("product", target, ((a, 1), (b, 1)), 4.0, False)
    if signed or sheet.kinds[target] == "share":
        yield from _portions(target, counted)


def _portions(target: int, counted: Sequence[int]) -> Iterator[Working]:
    """What two or three columns side by side are in per cent of another, or of them with all others."""
    for size in (2, 3):
        for low in range(len(counted) - size + 1):
            some = counted[low : low + size]
            rest = [at for at in counted if at not in some]
            own = tuple((at, 1) for at in some)
            for at in rest:
                yield Working("over", target, (*own, (at, -1)), 4.0, False, Decimal(100))
            if len(rest) > 1:
                yield Working("portion", target, (*own, *((at, -1) for at in rest)), 4.0, False, Decimal(100))


def _as_headed(sheet: Sheet, target: int, part: int, whole: int) -> Iterator[Working]:
    """ "Oars per boat", beside oars and boats: the head says which of the two is divided by which."""
    told = None if MIDDLE.search(sheet.heads[target]) else ONE_PER_OTHER.match(sheet.heads[target])
    if told and _is_told(told["part"], sheet.heads[part]) and _is_told(told["whole"], sheet.heads[whole]):
        yield Working("ratio", target, ((part, 1), (whole, 1)), 1.0, True)


def _is_told(said: str, head: str) -> bool:
    """Whether a head has a word of what is said."""
    return any(alike(word, other) for word in label_words(said) for other in label_words(head))
