"""The figures of one report, looked up by name and turned into parts of text."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from looped.reports.material import Material
from looped.reports.nodes import Figure
from looped.rubric.framework import OVERALL, Framework
from looped.stats.mdc_rules import DEFAULT

if TYPE_CHECKING:
    from looped.figures.caseload import Caseload
    from looped.figures.details import Details
    from looped.figures.every import FigureRow
    from looped.reports.change import Change
    from looped.reports.restatements import Restatement
    from looped.reports.series import Series
    from looped.reports.withholding import Withheld

Key = tuple[str, str | None, str | None, str | None, str | None, str | None, str | None]


@dataclass(frozen=True)
class Book:
    """All that sections draw on, for one period at one moment.

    first, last: months, "2024-04". frameworks: those of the period's audits, oldest first; the last one names the
    domains. all_frameworks: every one there is, for breaks. rows: every figure, by `Key`. history: the overall
    grades of earlier quarters, oldest first. change: verdicts by domain code, empty where none were asked for.
    series: up to two years of months that end with the period, for charts over time. areas: good or better by
    service area, month and domain. teams, councils: good or better overall in the whole period. caseload: open at the
    end of the period, None where the source doesn't record it.
    withheld: counts that an edition for publication doesn't print; None in a report to the Board.
    xmr_rules: the dialect of Making Data Count's rules that the XmR chart follows.
    """

    organisation: str
    first: str
    last: str
    months: tuple[str, ...]
    period_title: str
    short_title: str
    as_at: datetime
    as_at_title: str
    frameworks: tuple[Framework, ...]
    all_frameworks: tuple[Framework, ...]
    rows: dict[Key, "FigureRow"]
    details: "Details"
    material: Material = field(default_factory=Material)
    history: tuple["EarlierQuarter", ...] = ()
    change: dict[str, "Change"] = field(default_factory=dict)
    restatements: tuple["Restatement", ...] | None = None
    since_title: str | None = None
    series: "Series | None" = None
    areas: tuple["FigureRow", ...] = ()
    teams: tuple["Beside", ...] = ()
    councils: tuple["Beside", ...] = ()
    caseload: "Caseload | None" = None
    withheld: "Withheld | None" = None
    xmr_rules: str = DEFAULT

    @property
    def framework(self) -> Framework:
        """The framework in force at the end of the period."""
        return self.frameworks[-1]

    @property
    def judged(self) -> bool:
        """Whether the whole audit has a grade of its own."""
        return self.framework.rules.overall != "absent"

    def row(
        self,
        figure: str,
        domain: str | None = None,
        month: str | None = None,
        grade: str | None = None,
        service_area: str | None = None,
        why: str | None = None,
    ) -> "FigureRow":
        """One figure. Raises: KeyError where the grid has no such figure."""
        return self.rows[(figure, domain, month, service_area, None, grade, why)]

    def count(self, figure: str, domain: str | None = None, month: str | None = None, **more: str | None) -> Figure:
        """The count of a figure as a part of text."""
        row = self.row(figure, domain, month, **more)
        return Figure(row.count, "count", code_of(row))

    def base(self, figure: str, domain: str | None = None, month: str | None = None, **more: str | None) -> Figure:
        """The base of a figure as a part of text."""
        row = self.row(figure, domain, month, **more)
        return Figure(row.base, "count", f"{code_of(row)}/base")

    def share(self, figure: str, domain: str | None = None, month: str | None = None, **more: str | None) -> Figure:
        """The share of a figure as a part of text, rounded from its exact fraction when printed."""
        row = self.row(figure, domain, month, **more)
        return Figure(row.share, "share", f"{code_of(row)}/share", row.count, row.base)

    def known(self, figure: str) -> bool:
        """Whether the source can know this figure at all."""
        return self.row(figure).count is not None


@dataclass(frozen=True)
class Beside:
    """One of several that are set beside each other: audits good or better overall, of so many."""

    name: str
    hits: int
    base: int


@dataclass(frozen=True)
class EarlierQuarter:
    """Overall grades of one earlier quarter: from records, or as an earlier report printed them.

    title: "Q3 2023-24". grades: name -> (count, share); either may be None. base None: not printed.
    document: the report it is taken from, None for records.
    """

    code: str
    title: str
    framework: str
    grades: dict[str, tuple[int | None, float | None]]
    base: int | None
    document: str | None = None


def indexed(rows: Iterable["FigureRow"]) -> dict[Key, "FigureRow"]:
    """Figures by figure, domain, month, service area, team, grade and why."""
    return {(r.figure, r.domain, r.month, r.service_area, r.team, r.grade, r.why): r for r in rows}


def code_of(row: "FigureRow") -> str:
    """The code that binds a number to its figure: the keys that apply, joined by a stroke."""
    keys = (row.figure, row.domain, row.month, row.service_area, row.team, row.grade, row.why)
    return "/".join(key for key in keys if key is not None)


__all__ = ["OVERALL", "Beside", "Book", "EarlierQuarter", "code_of", "indexed"]
