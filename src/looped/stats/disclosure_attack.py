"""What a reader can work out about a withheld count from all that was published: its bounds, by integer programme.

>>> facts = crossed(["North", "South"], ["Good", "Poor"], [[9, 2], [8, 7]])
>>> attack(facts, {"North, Poor"}, ["North, Poor"])
{'North, Poor': (2, 2)}
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

TOTAL = "Total"
Bounds = tuple[int, int | None]


@dataclass(frozen=True)
class Fact:
    """A count that is, or might be, published: the sum of cells, each a count of audits in no other cell.

    keep: it can't be withheld, for it is out already, or nothing makes sense without it.
    """

    name: str
    cells: frozenset[str]
    value: int
    keep: bool = False


@dataclass(frozen=True)
class Known:
    """What readers know besides: the sum of these cells lies in low to high (a percentage in an earlier edition)."""

    cells: frozenset[str]
    low: float
    high: float


def crossed(
    rows: Sequence[str], columns: Sequence[str], counts: Sequence[Sequence[int]], prefix: str = ""
) -> list[Fact]:
    """Facts of a table with its totals: "row, column", "row, Total", "Total, column", "Total, Total".

    counts: shape (rows, columns).  prefix: put before each name, to tell tables apart. A quarter totals its months.
    """
    lines = [*[(name, [name]) for name in rows], (TOTAL, list(rows))]
    across = [*[(name, [name]) for name in columns], (TOTAL, list(columns))]
    value = {(r, c): counts[i][j] for i, r in enumerate(rows) for j, c in enumerate(columns)}
    return [
        Fact(
            f"{prefix}{row}, {column}",
            frozenset(f"{prefix}{r}, {c}" for r in of_row for c in of_column),
            sum(value[r, c] for r in of_row for c in of_column),
        )
        for row, of_row in lines
        for column, of_column in across
    ]


def attack(
    facts: Sequence[Fact],
    withheld: Collection[str],
    wanted: Iterable[str],
    known: Sequence[Known] = (),
    ranges: Mapping[str, tuple[int, int]] | None = None,
) -> dict[str, Bounds]:
    """Least and most that each wanted fact can be, for one who knows all that isn't withheld; most None is no limit.

    withheld, wanted: names of facts.  ranges: what the reader knows of withheld facts, as when "<5" is printed.
    Raises: ValueError where the facts contradict each other.
    Source: Fischetti and Salazar 2000, J Am Stat Assoc 95:916-928, section 2: the attacker's two programmes.
    """
    cells, rows, low, high = _constraints(facts, withheld, known, ranges or {})
    by_name = {fact.name: fact for fact in facts}
    found = {}
    for name in wanted:
        direction = np.array([float(cell in by_name[name].cells) for cell in cells])
        least = _extreme(direction, rows, low, high)
        found[name] = (0 if least is None else least, _negative(_extreme(-direction, rows, low, high)))
    return found


def cells_of(facts: Iterable[Fact], known: Iterable[Known] = ()) -> list[str]:
    """All cells that facts are sums of, sorted."""
    return sorted({cell for fact in facts for cell in fact.cells} | {cell for each in known for cell in each.cells})


def _constraints(
    facts: Sequence[Fact], withheld: Collection[str], known: Sequence[Known], ranges: Mapping[str, tuple[int, int]]
) -> tuple[list[str], Any, list[float], list[float]]:
    cells = cells_of(facts, known)
    told = [(fact.cells, fact.value, fact.value) for fact in facts if fact.name not in withheld]
    told += [(fact.cells, *ranges[fact.name]) for fact in facts if fact.name in ranges]
    limits = [*told, *((each.cells, each.low, each.high) for each in known)]
    rows = np.array([[float(cell in of) for cell in cells] for of, _, _ in limits]).reshape(len(limits), len(cells))
    return cells, rows, [float(low) for _, low, _ in limits], [float(high) for _, _, high in limits]


def _extreme(direction: Any, rows: Any, low: list[float], high: list[float]) -> int | None:
    """The least of a sum of cells, whole numbers from 0; None where there is none."""
    from scipy.optimize import LinearConstraint, milp

    constraints = [LinearConstraint(rows, low, high)] if len(rows) else []
    answer = milp(direction, integrality=np.ones(len(direction)), constraints=constraints)
    if answer.status == 2:
        raise ValueError("the facts contradict each other: no counts fit them all")
    # HiGHS can't always say which of "no answer" and "no limit" it is (status 4): the facts hold, so it is no limit.
    return round(answer.fun) if answer.status == 0 else None


def _negative(number: int | None) -> int | None:
    return None if number is None else -number
