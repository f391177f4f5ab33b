"""Months in a row, and where one stops being like the one before it: what charts over time are drawn from.

A chart may only join months that were made in the same way. A break is a change of framework (its descriptors with
it), of how files were selected, of which service areas were read, or of how grades were moderated.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from looped.figures.periods import month_title
from looped.rubric.framework import Framework

Sort = Literal["framework", "selection", "coverage", "moderation"]
SORTS: tuple[Sort, ...] = ("framework", "selection", "coverage", "moderation")

# A service area that chance alone would leave out of so few draws in a hundred wasn't read by design.
BY_CHANCE = 0.001
# Moderation comes late: only after so many months without any has it stopped.
PATIENCE = 3


@dataclass(frozen=True)
class SeriesMonth:
    """One month's audits, of monthly rounds alone.

    hits, bases: by domain code and `overall`: audits good or better, and what the share is of. ladder: audits at the
    grade that needs the safety ladder, of `bases["overall"]`. grades: domain code -> position on the
    scale -> audits. framework: that of most of its audits, None without
    audits. selections, areas, practices: audits by how they were selected, by service area, by what was done to
    settle their grades (an audit may count under several practices).
    """

    month: str
    audits: int
    hits: Mapping[str, int]
    bases: Mapping[str, int]
    ladder: int
    grades: Mapping[str, Mapping[int, int]] = field(default_factory=dict)
    framework: str | None = None
    selections: Mapping[str, int] = field(default_factory=dict)
    areas: Mapping[str, int] = field(default_factory=dict)
    practices: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Break:
    """Where a chart begins anew. place: of the first month after it; reasons: sort of change -> what it was.

    lacking: where other service areas are read, month before or after -> areas that it has no audits from and the
    other has; chance may leave them out, so they count as read.
    """

    place: int
    month: str
    reasons: Mapping[Sort, str]
    lacking: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Series:
    """months: in a row, the first has audits; breaks: in order."""

    months: tuple[SeriesMonth, ...]
    breaks: tuple[Break, ...]

    @property
    def audited(self) -> tuple[SeriesMonth, ...]:
        """The months that have audits."""
        return tuple(month for month in self.months if month.audits)

    @property
    def breaks_drawn(self) -> tuple[dict[str, object], ...]:
        """The breaks as a drawing takes them: numbered, each before the month at its place."""
        return tuple({"before": found.place, "number": number} for number, found in enumerate(self.breaks, 1))


def series_of(months: Sequence[SeriesMonth], frameworks: Sequence[Framework]) -> Series:
    """A series with its breaks. months: in a row; those before the first with audits are left out.

    frameworks: named at their breaks by their notes.
    """
    first = next((place for place, month in enumerate(months) if month.audits), len(months))
    kept = tuple(months[first:])
    return Series(kept, tuple(_breaks(kept, {framework.code: framework.note for framework in frameworks})))


def _breaks(months: Sequence[SeriesMonth], notes: Mapping[str, str]) -> list[Break]:
    regimes = _regimes(months)
    found: list[Break] = []
    before: int | None = None
    for place, month in enumerate(months):
        if not month.audits:
            continue
        if before is not None:
            reasons = {
                sort: _named(sort, regimes[sort][before], regimes[sort][place], month.month, notes)
                for sort in SORTS
                if regimes[sort][before] != regimes[sort][place]
            }
            if reasons:
                read = regimes["coverage"][before] & regimes["coverage"][place] if "coverage" in reasons else ()
                found.append(Break(place, month.month, reasons, _lacking(months[before], month, read)))
        before = place
    return found


def _lacking(before: SeriesMonth, after: SeriesMonth, read: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Of the areas that count as read in both months: those that one of them has no audits from, by month."""
    found = {
        here.month: tuple(sorted(area for area in read if there.areas.get(area) and not here.areas.get(area)))
        for here, there in ((before, after), (after, before))
    }
    return {month: areas for month, areas in found.items() if areas}


def _regimes(months: Sequence[SeriesMonth]) -> dict[Sort, list[frozenset[str]]]:
    bases = [month.audits for month in months]
    return {
        "framework": [frozenset({month.framework} if month.framework else ()) for month in months],
        "selection": in_force([month.selections for month in months], bases),
        "coverage": in_force([month.areas for month in months], bases),
        "moderation": in_force([month.practices for month in months], bases, PATIENCE),
    }


def in_force(counts: Sequence[Mapping[str, int]], bases: Sequence[int], patience: int = 1) -> list[frozenset[str]]:
    """What each month took in, where single months may lack a thing by chance alone.

    counts: a month -> audits of each thing (a service area, a way of selecting). bases: audits a month. A thing that a
    run of months lacks counts as there all the same, unless chance would leave it out of so many audits in fewer than
    one of a thousand draws. patience: months that a run at the end needs before the thing counts as gone.
    """
    things = sorted({thing for month in counts for thing, audits in month.items() if audits})
    there: list[set[str]] = [set() for _ in counts]
    for thing in things:
        have = [month.get(thing, 0) for month in counts]
        seen = [place for place, audits in enumerate(have) if audits]
        share = sum(have) / sum(bases[place] for place in seen)
        for run in _runs([bool(audits) for audits in have]):
            lacking = not have[run[0]] and (1 - share) ** sum(bases[place] for place in run) < BY_CHANCE
            late = run[-1] == len(have) - 1 and sum(bases[place] > 0 for place in run) < patience
            for place in run if late or not lacking else ():
                there[place].add(thing)
    return [frozenset(found) for found in there]


def _runs(flags: Sequence[bool]) -> list[list[int]]:
    runs: list[list[int]] = []
    for place, flag in enumerate(flags):
        if place and flag == flags[place - 1]:
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


def _named(sort: Sort, before: frozenset[str], after: frozenset[str], month: str, notes: Mapping[str, str]) -> str:
    """What changed, as one sentence without its stop."""
    if sort == "framework":
        note = notes.get(next(iter(after)), "").rstrip(".")
        return note or f"From {month_title(month)} another framework"
    begun, ended = sorted(after - before), sorted(before - after)
    heads = {
        "selection": ("files now {}", "no longer {}"),
        "coverage": ("{} now read", "{} no longer read"),
        "moderation": ("{} brought in", "{} ended"),
    }[sort]
    parts = [head.format(_listed(things)) for head, things in zip(heads, (begun, ended), strict=True) if things]
    return "; ".join(parts)


def _listed(things: Sequence[str]) -> str:
    return things[0] if len(things) == 1 else f"{', '.join(things[:-1])} and {things[-1]}"
