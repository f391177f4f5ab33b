"""The quarter's figures, as they stand now: for those who may see them before they are issued."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from looped.access.roles import EVERY_AREA, Thing, stands
from looped.errors import UsageError
from looped.figures.every import FigureRow, all_figures
from looped.figures.moments import now
from looped.figures.periods import month_title, months, quarter, quarter_of, title_of_period
from looped.loop.visibility import Viewer
from looped.records.queries.as_source import as_source
from looped.reports.nodes import Figure, figure_text
from looped.rubric.framework import OVERALL
from looped.rubric.loading import frameworks
from looped.web.asking import require


@dataclass(frozen=True)
class Grid:
    """One area's figures, or the council's: a table of overall grades by month, one of domains."""

    title: str
    overall: list[list[str]]
    domains: list[list[str]]


def figures(request: HttpRequest) -> HttpResponse:
    """Overall grades by month, and each domain over the quarter; a sealed audit is in none of them."""
    viewer = require(request, "report.see")
    asked = request.GET.get("quarter") or quarter_now()
    error = ""
    try:
        first, last = quarter(asked)
    except UsageError as wrong:
        error, (first, last) = str(wrong), quarter(quarter_now())
    words = {
        "asked": asked,
        "errors": [("quarter", error)] if error else None,
        "grids": _grids(viewer, first, last),
        "title": title_of_period(first, last),
        "columns": [*(month_title(month) for month in months(first, last)), "Quarter"],
        "council": viewer.may("report.see"),
        "quarter": quarter_of(first, last),
    }
    return render(request, "looped/figures.html", words, status=422 if error else 200)


def quarter_now() -> str:
    """The financial quarter of today, as in 2024-25/Q1."""
    today = date.today()  # noqa: DTZ011  # the local day
    start = (today.month - 1) // 3 * 3 + 1
    found = quarter_of(f"{today.year}-{start:02}", f"{today.year}-{start + 2:02}")
    assert found
    return found


def _grids(viewer: Viewer, first: str, last: str) -> list[Grid]:
    known, moment = tuple(frameworks()), now()
    cube = as_source(moment).count(moment, known)
    titles = {code: used.title_of(code) for used in known for code in used.graded_codes}
    if viewer.may("report.see"):
        return [_grid("The whole council", all_figures(cube, known, first, last), titles)]
    rows = all_figures(cube, known, first, last, by="service_area")
    return [_grid(area, [row for row in rows if row.service_area == area], titles) for area in sorted(areas_of(viewer))]


def areas_of(viewer: Viewer) -> set[str]:
    """The service areas whose figures the viewer may see, by the roles that they hold now."""
    held = {each.service_area for each in viewer.holdings if stands(each, viewer.at)} - {"", EVERY_AREA}
    return {area for area in held if viewer.may("report.see", Thing(area))}


def _grid(title: str, rows: list[FigureRow], titles: dict[str, str]) -> Grid:
    overall = [row for row in rows if row.domain == OVERALL and row.figure in ("grades", "not_graded")]
    periods = list(dict.fromkeys(row.month for row in overall))
    grades = list(dict.fromkeys(row.grade for row in overall))
    by_cell = {(row.grade, row.month): row for row in overall}
    table = [[grade or "Not graded", *(_said(by_cell[grade, month]) for month in periods)] for grade in grades]
    audits = {row.month: row for row in rows if row.figure == "audits"}
    total = ["Audits", *(_number(audits[month]) for month in periods)]
    good = [row for row in rows if row.figure == "good_or_better" and row.month is None]
    domains = [[titles.get(row.domain or "", row.domain or ""), _said(row)] for row in good]
    counted = any(row.count for row in audits.values())
    return Grid(title, [*table, total] if counted else [], domains)


def _number(row: FigureRow) -> str:
    return "not known" if row.count is None else f"{row.count:,}"


def _said(row: FigureRow) -> str:
    """A count with its share, as the report prints it."""
    if row.count is None or row.share is None:
        return _number(row)
    share = figure_text(Figure(row.share, "share", row.figure, row.count, row.base))
    return f"{row.count:,} of {row.base:,} ({share})"
