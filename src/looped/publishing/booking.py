"""The book of a report: figures, details, words and earlier quarters, gathered for the sections to draw on."""

from dataclasses import replace

from looped.figures.caseload import Caseload
from looped.figures.cube import Cube
from looped.figures.details import details_of
from looped.figures.every import all_figures
from looped.figures.framework_of import framework_of
from looped.figures.periods import months, quarter_of, title_of_period
from looped.publishing.areas import areas_of, councils_of, teams_of
from looped.publishing.history import history_of, quarter_title
from looped.publishing.request import Request
from looped.publishing.series import series_to
from looped.reports.book import Book, indexed
from looped.reports.change import changes
from looped.reports.dates import moment_title
from looped.reports.material import Material
from looped.rubric.framework import Framework
from looped.stats.mdc_rules import DEFAULT


def book_of(
    request: Request,
    cube: Cube,
    material: Material,
    frameworks: tuple[Framework, ...],
    caseload: Caseload | None = None,
) -> Book:
    """Everything that the sections of one report draw on.

    cube: the counts of the source as at the request's moment. frameworks: all there are, oldest first.
    caseload: open at the end of the period, where it is recorded.
    """
    details = details_of(cube, frameworks, request.first, request.last)
    book = Book(
        organisation=request.organisation,
        first=request.first,
        last=request.last,
        months=months(request.first, request.last),
        period_title=title_of_period(request.first, request.last),
        short_title=_short_title(request.first, request.last),
        as_at=request.as_at,
        as_at_title=moment_title(request.as_at),
        frameworks=frameworks_used(cube, frameworks, request.first, request.last),
        all_frameworks=frameworks,
        rows=indexed(all_figures(cube, frameworks, request.first, request.last)),
        details=details,
        material=material,
        history=history_of(cube, frameworks, details.reported, request.first),
        series=series_to(cube, frameworks, request.last),
        areas=areas_of(cube, frameworks, request.first, request.last),
        teams=teams_of(cube, frameworks, request.first, request.last),
        councils=councils_of(cube, frameworks, request.first, request.last),
        caseload=caseload,
        xmr_rules=request.xmr_rules or DEFAULT,
    )
    return replace(book, change=changes(book))


def _short_title(first: str, last: str) -> str:
    code = quarter_of(first, last)
    return quarter_title(code) if code else title_of_period(first, last)


def frameworks_used(cube: Cube, frameworks: tuple[Framework, ...], first: str, last: str) -> tuple[Framework, ...]:
    """The frameworks of the period's audits, oldest first; where there are no audits, those in force."""
    period = months(first, last)
    audits = {(row.framework, row.month) for row in cube.counts if row.month in period and row.kind == "monthly"}
    used = {framework_of(*key, frameworks).code for key in audits or {(None, month) for month in period}}
    return tuple(framework for framework in frameworks if framework.code in used)
