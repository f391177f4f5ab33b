"""The integer programme that chooses what to withhold: as few facts as can be, of these the least counts.

For each small count two other sets of counts must fit all that is shown, one with more of it, one with less, `width`
apart. Small counts join the programme only once an attack on the choice so far succeeds.
Source: Fischetti and Salazar 2000, model (3), with the attacker's sets of counts as variables.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from looped.stats.disclosure_attack import Fact, Known, attack, cells_of


@dataclass(frozen=True)
class Wanted:
    """Linked facts, the names of the small ones among them, what else is known, the range wanted, time for it."""

    facts: Sequence[Fact]
    small: Sequence[str]
    known: Sequence[Known]
    width: int
    seconds: float


def fewest(wanted: Wanted) -> tuple[set[str], bool]:
    """Names of the facts to withhold, and whether fewer wouldn't do.

    A small count that can't have the range wanted, whatever is withheld, gets the range that it can have.
    Everything is withheld where time is up without a choice.
    """
    everything = {fact.name for fact in wanted.facts if not fact.keep}
    targets = _reachable(wanted, everything)
    chosen, guarded, best = set(wanted.small), dict[str, int](), True
    while open_to_attack := _narrow(wanted, chosen, targets):
        fresh = {name: targets[name] for name in open_to_attack if name not in guarded}
        guarded |= fresh
        solved = _solve(wanted, guarded) if fresh else None
        if solved is None:
            return everything, False
        chosen, proved = solved
        best &= proved
    return chosen, best


def _reachable(wanted: Wanted, everything: set[str]) -> dict[str, int]:
    """The range that each small count can be left with, up to the one wanted; those with none are left out."""
    found = attack(wanted.facts, everything, wanted.small, wanted.known)
    widths = {
        name: wanted.width if high is None else min(wanted.width, high - low) for name, (low, high) in found.items()
    }
    return {name: width for name, width in widths.items() if width > 0}


def _narrow(wanted: Wanted, withheld: set[str], targets: Mapping[str, int]) -> list[str]:
    found = attack(wanted.facts, withheld, targets, wanted.known)
    return [name for name, (low, high) in found.items() if high is not None and high - low < targets[name]]


def _solve(wanted: Wanted, guarded: Mapping[str, int]) -> tuple[set[str], bool] | None:
    """The programme with these small counts guarded. Variables: what is withheld, then two sets of counts for each."""
    from scipy.optimize import Bounds, LinearConstraint, milp

    facts, cells = wanted.facts, cells_of(wanted.facts, wanted.known)
    sums = np.array([[float(cell in fact.cells) for cell in cells] for fact in facts])
    blocks = 2 * len(guarded)
    rows, low, high = _rows(wanted, guarded, cells, sums)
    size = len(facts) + blocks * len(cells)
    must = np.array([float(fact.name in wanted.small and not fact.keep) for fact in facts])
    may = np.array([float(not fact.keep) for fact in facts])
    answer = milp(
        np.concatenate([_cost(facts), np.zeros(size - len(facts))]),
        integrality=np.ones(size),
        bounds=Bounds(
            np.concatenate([must, np.zeros(size - len(facts))]),
            np.concatenate([may, np.full(size - len(facts), np.inf)]),
        ),
        constraints=LinearConstraint(rows, low, high),
        options={"time_limit": wanted.seconds},
    )
    if answer.x is None:
        return None
    return {fact.name for fact, out in zip(facts, answer.x, strict=False) if out > 0.5}, answer.status == 0


def _cost(facts: Sequence[Fact]) -> Any:
    """One for each fact, and so little for its count that it only decides between equals."""
    total = sum(fact.value + 1 for fact in facts)
    return np.array([1 + (fact.value + 1) / (total + 1) for fact in facts])


def _rows(wanted: Wanted, guarded: Mapping[str, int], cells: Sequence[str], sums: Any) -> tuple[Any, Any, Any]:
    """Shown facts keep their counts in every set; a withheld one may move by `reach` at most."""
    from scipy.sparse import block_diag, csr_array, hstack, vstack

    reach = 2.0 * wanted.width
    values = np.array([float(fact.value) for fact in wanted.facts])
    blocks = 2 * len(guarded)
    spread = block_diag([csr_array(sums)] * blocks)
    slack = vstack([csr_array(np.eye(len(values)) * reach)] * blocks)
    known = np.array([[float(cell in each.cells) for cell in cells] for each in wanted.known]).reshape(-1, len(cells))
    place = {fact.name: index for index, fact in enumerate(wanted.facts)}
    apart = np.zeros((len(guarded), blocks * len(cells)))
    for index, name in enumerate(guarded):
        start = 2 * index * len(cells)
        apart[index, start : start + len(cells)] = sums[place[name]]
        apart[index, start + len(cells) : start + 2 * len(cells)] = -sums[place[name]]
    rows = [
        hstack([-slack, spread]),
        hstack([slack, spread]),
        hstack([csr_array((len(guarded), len(values))), csr_array(apart)]),
    ]
    low = [np.full(blocks * len(values), -np.inf), np.tile(values, blocks), np.array([*guarded.values()], dtype=float)]
    high = [np.tile(values, blocks), np.full(blocks * len(values), np.inf), np.full(len(guarded), np.inf)]
    if len(known):
        rows.append(hstack([csr_array((blocks * len(known), len(values))), block_diag([csr_array(known)] * blocks)]))
        low.append(np.tile([each.low for each in wanted.known], blocks))
        high.append(np.tile([each.high for each in wanted.known], blocks))
    return vstack(rows), np.concatenate(low), np.concatenate(high)
