"""What a report may say about change: one of five verdicts for each domain, and why.

>>> april, may, june = {1: 2, 2: 22, 3: 7}, {1: 5, 2: 18, 3: 7}, {2: 9, 3: 7}
>>> found = verdicts({"overall": [april, may, june]})["overall"]
>>> found.verdict, round(found.direction.p, 2), found.bases
('no_clear_change', 0.27, (31, 30, 16))
>>> print(f"so many audits could have shown a change of about {100 * found.could_show:.0f} points")
so many audits could have shown a change of about 48 points

In: for each domain code (and `overall`) a list over months, in order, of grade position -> audits, 1 the lowest grade.
"Not graded" is left out of the counts, and given apart by `not_graded`. Out: a `Verdict` for each code.

The five: `improved`, `worsened`, `months_differ` (they differ, in no direction), `no_clear_change` (with the change
that so many audits could have shown), `too_few` (under 10 graded audits, or only one month that has any).

Two tests a domain, Jonckheere-Terpstra for direction and Kruskal-Wallis for any difference; all of them, over all
domains and overall, are one family under Holm (16 tests for the seed's seven domains and overall). So the chance that
a report claims anything at all where nothing changed stays under 5 in 100. Where a p found from drawn tables comes out
near the line, ten times as many are drawn before anything is said: a verdict must not hang on a seed.

The same function compares a year with the year before: `pooled` adds up the quarters first.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from looped.stats.differences import Difference, newcombe
from looped.stats.holm import holm
from looped.stats.jonckheere import is_small, jonckheere
from looped.stats.margins import DRAWS, SEED, Counts, reference
from looped.stats.omnibus import omnibus
from looped.stats.power import audits_needed, smallest_change_shown
from looped.stats.probabilistic_index import ProbabilisticIndex, probabilistic_index

Name = Literal["improved", "worsened", "months_differ", "no_clear_change", "too_few"]
Months = Sequence[Mapping[int, int]]

FLOOR = 10
GOOD_FROM = 3
TEN_POINTS = 0.1
# More draws for an adjusted p within these multiples of the level.
MORE = 10
NEAR = (0.5, 1.5)
MOST_CELLS = 5_000_000
# Tables of two codes are drawn at once: it takes the memory of two.
THREADS = 2


@dataclass(frozen=True)
class Trial:
    """One test. statistic, and expected where nothing changed (degrees of freedom for
    Kruskal-Wallis); p: its own;
    p_adjusted: after Holm over the family; method: how p was found ("asymptotic", "exact", "permutation, ...").
    """

    name: str
    statistic: float
    expected: float
    p: float
    p_adjusted: float
    method: str


Pair = tuple[Trial, Trial]


@dataclass(frozen=True)
class Verdict:
    """What may be said about one domain.

    verdict: one of the five; reason: one plain sentence; counts: grade position -> audits a month, as given;
    bases: graded audits a month; not_graded: the others a month; family: tests adjusted together;
    direction, any_difference: the tests, None where too few; effect: chance that a later audit is better;
    change: of the share at Good or better, last month with audits less first, with its interval;
    could_show: the smallest change (a share) that these audits would have shown in 4 of 5 such periods, under the
    same correction, None where no change would or too few; ten_points: graded audits that would show
    10 points, the months evenly filled, None where too few.
    """

    domain: str
    verdict: Name
    reason: str
    counts: tuple[dict[int, int], ...]
    bases: tuple[int, ...]
    not_graded: tuple[int, ...]
    family: int
    direction: Trial | None = None
    any_difference: Trial | None = None
    effect: ProbabilisticIndex | None = None
    change: Difference | None = None
    could_show: float | None = None
    ten_points: int | None = None


def verdicts(
    counts: Mapping[str, Months],
    *,
    good_from: int = GOOD_FROM,
    not_graded: Mapping[str, Sequence[int]] | None = None,
    level: float = 0.05,
    floor: int = FLOOR,
    draws: int = DRAWS,
    seed: int = SEED,
) -> dict[str, Verdict]:
    """One verdict for each code, all tests together one family.

    counts: code -> months in order -> grade position -> audits (see the top); good_from: position of Good;
    not_graded: code -> audits not graded a month; level: chance of any false claim in the family;
    floor: graded audits in all, under which nothing is tested; draws, seed: of the permutations, so that the same
    counts give the same words. ValueError for counts below 0 or codes with different numbers of months.
    """
    months = {code: tuple(dict(month) for month in given) for code, given in counts.items()}
    if len({len(given) for given in months.values()}) > 1:
        raise ValueError("every domain needs the same months; a month without audits is an empty dict")
    if any(audits < 0 for given in months.values() for month in given for audits in month.values()):
        raise ValueError("audits can't be fewer than none")
    tested = _all_tested({code: given for code, given in months.items() if _enough(given, floor)}, draws, seed)
    for code in _near_the_line(_adjusted(tested), level):
        cells = len(months[code]) * len({grade for month in months[code] for grade in month})
        tested[code] = _tested(months[code], max(draws, min(MORE * draws, MOST_CELLS // cells)), seed)
    tested, family = _adjusted(tested), 2 * len(tested)
    ungraded = not_graded or {}
    found = {}
    for code, given in months.items():
        bases = tuple(sum(month.values()) for month in given)
        left_out = tuple(ungraded.get(code, ()))
        if code not in tested:
            reason = _too_few(bases, floor)
            found[code] = Verdict(code, "too_few", reason, given, bases, left_out, family)
            continue
        found[code] = _decided(code, given, bases, left_out, tested[code], family, level, good_from)
    return found


def pooled(quarters: Sequence[Mapping[str, Months]]) -> dict[str, dict[int, int]]:
    """Several quarters added up to one "month" a code, to set one year against another:

    >>> quarter = {"plans": [{2: 9, 3: 4}, {2: 8, 3: 5}]}
    >>> pooled([quarter, quarter])
    {'plans': {2: 34, 3: 18}}

    Then `verdicts({code: [before[code], after[code]] for code in after})`. Only quarters under the same framework
    and the same way of choosing audits may be added; that is for the caller to know.
    """
    together: dict[str, dict[int, int]] = {}
    for quarter in quarters:
        for code, months in quarter.items():
            sums = together.setdefault(code, {})
            for month in months:
                for grade, audits in month.items():
                    sums[grade] = sums.get(grade, 0) + audits
    return together


def _enough(given: Months, floor: int) -> bool:
    bases = [sum(month.values()) for month in given]
    return sum(bases) >= floor and sum(base > 0 for base in bases) > 1


def _all_tested(months: Mapping[str, Months], draws: int, seed: int) -> dict[str, Pair]:
    """Each code's two tests, side by side: drawing tables is most of the work, and numpy lets go of the lock for it.

    Every code's tables come from a generator of its own, so nothing depends on which is done first.
    """
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(THREADS) as pool:
        found = pool.map(lambda given: _tested(given, draws, seed), months.values())
        return dict(zip(months, found, strict=True))


def _tested(given: Months, draws: int, seed: int) -> tuple[Trial, Trial]:
    table = _table(given)
    dealt = reference(table, draws, seed) if is_small(table) else None
    trend, any_way = jonckheere(table, dealt=dealt), omnibus(table, dealt=dealt)
    return (
        Trial("Jonckheere-Terpstra", trend.statistic, trend.expected, trend.p, trend.p, trend.method),
        Trial("Kruskal-Wallis", any_way.h, any_way.df, any_way.p, any_way.p, any_way.method),
    )


def _table(given: Months) -> Counts:
    grades = sorted({grade for month in given for grade, audits in month.items() if audits})
    rows = [[month.get(grade, 0) for grade in grades] for month in given if sum(month.values())]
    return np.array(rows, dtype=np.int64)


def _adjusted(tested: Mapping[str, Pair]) -> dict[str, Pair]:
    adjusted = iter(holm([trial.p for pair in tested.values() for trial in pair]))
    return {
        code: (replace(direction, p_adjusted=next(adjusted)), replace(any_difference, p_adjusted=next(adjusted)))
        for code, (direction, any_difference) in tested.items()
    }


def _near_the_line(tested: Mapping[str, Pair], level: float) -> list[str]:
    """Codes of which more draws could still turn the verdict."""
    low, high = level * NEAR[0], level * NEAR[1]
    return [
        code
        for code, pair in tested.items()
        if any(trial.method.startswith("permutation") and low < trial.p_adjusted < high for trial in pair)
    ]


def _too_few(bases: Sequence[int], floor: int) -> str:
    if sum(bases) < floor:
        return f"Only {sum(bases)} graded audits: under {floor} nothing is tested."
    return "Only one month has graded audits, so there is nothing to compare it with."


def _decided(
    code: str,
    given: tuple[dict[int, int], ...],
    bases: tuple[int, ...],
    left_out: tuple[int, ...],
    trials: Pair,
    family: int,
    level: float,
    good_from: int,
) -> Verdict:
    direction, any_difference = trials
    name, reason = _named(direction, any_difference, family, level)
    could_show, ten_points = _reach(given, bases, family, level, good_from)
    return Verdict(
        code,
        name,
        reason,
        given,
        bases,
        left_out,
        family,
        direction,
        any_difference,
        probabilistic_index(_table(given)),
        _change(given, good_from),
        could_show,
        ten_points,
    )


def _named(direction: Trial, any_difference: Trial, family: int, level: float) -> tuple[Name, str]:
    together = f"after allowing for the {family} tests of this report"
    if direction.p_adjusted < level:
        better = direction.statistic > direction.expected
        grades = "better" if better else "worse"
        found = f"Later audits have {grades} grades than chance would give ({_p(direction.p_adjusted)} {together})."
        return ("improved" if better else "worsened"), found
    if any_difference.p_adjusted < level:
        found = f"The months differ more than chance would give ({_p(any_difference.p_adjusted)} {together}), "
        return "months_differ", found + f"but in no clear direction ({_p(direction.p_adjusted)})."
    smallest = min(direction.p_adjusted, any_difference.p_adjusted)
    return "no_clear_change", f"Differences as large as these can arise by chance ({_p(smallest)} {together})."


def _p(value: float) -> str:
    if value < 0.001:
        return "p < 0.001"
    return f"p = {value:.3f}" if value < 0.1 else f"p = {value:.2f}"


def _reach(given: Months, bases: Sequence[int], family: int, level: float, good_from: int) -> tuple[float | None, int]:
    """The smallest change that would have been shown, and how many audits would show 10 points."""
    graded = [base for base in bases if base]
    grades = sorted({good_from - 1, good_from} | {grade for month in given for grade in month})
    sums = np.array([sum(month.get(grade, 0) for month in given) for grade in grades], dtype=float)
    shares = list(sums / sums.sum())
    good = grades.index(good_from)
    could_show = smallest_change_shown(graded, shares, good, level, family)
    return could_show, audits_needed(TEN_POINTS, len(graded), shares, good, level, family)


def _change(given: Months, good_from: int) -> Difference:
    graded = [month for month in given if sum(month.values())]
    hits = [sum(audits for grade, audits in month.items() if grade >= good_from) for month in (graded[0], graded[-1])]
    return newcombe(hits[0], sum(graded[0].values()), hits[1], sum(graded[-1].values()))
