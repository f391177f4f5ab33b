"""The quarters before a report's own: counted where there are records, else as an earlier report printed them."""

import re
from collections.abc import Iterable

from looped.figures.cube import Cube
from looped.figures.details import Reported
from looped.figures.every import FigureRow, all_figures
from looped.figures.framework_of import framework_of
from looped.figures.periods import previous_quarters, quarter, quarter_of
from looped.reports.book import EarlierQuarter
from looped.rubric.framework import OVERALL, Framework

QUARTERS = 4


def history_of(
    cube: Cube, frameworks: tuple[Framework, ...], reported: Iterable[Reported], first: str
) -> tuple[EarlierQuarter, ...]:
    """The four quarters before the month `first`, earliest first; those of which nothing is known are left out."""
    printed = _printed(reported, frameworks)
    found = []
    for start, end in previous_quarters(first, QUARTERS):
        code = quarter_of(start, end) or f"{start}/{end}"
        counted = _counted(cube, frameworks, start, end, code)
        if counted or code in printed:
            found.append(counted or printed[code])
    return tuple(found)


def quarter_title(code: str) -> str:
    """`2023-24/Q1` as printed: `Q1 2023-24`."""
    year, _, name = code.partition("/")
    return f"{name} {year}"


def _counted(cube: Cube, frameworks: tuple[Framework, ...], start: str, end: str, code: str) -> EarlierQuarter | None:
    found = all_figures(cube, frameworks, start, end, only=("audits", "grades"))
    rows = [row for row in found if row.month is None]
    audits = next(row.count for row in rows if row.figure == "audits")
    graded = [row for row in rows if row.figure == "grades" and row.domain == OVERALL]
    if not audits or not graded:
        return None
    framework = framework_of(None, end, frameworks)
    return EarlierQuarter(code, quarter_title(code), framework.code, _grades(graded), graded[0].base)


def _grades(rows: list[FigureRow]) -> dict[str, tuple[int | None, float | None]]:
    return {row.grade or "": (row.count, row.share) for row in rows}


def _printed(reported: Iterable[Reported], frameworks: tuple[Framework, ...]) -> dict[str, EarlierQuarter]:
    """Overall grades by quarter as earlier reports printed them."""
    quarters: dict[str, EarlierQuarter] = {}
    for row in reported:
        code = quarter_code(row.period)
        if code is None or row.domain not in (None, "", OVERALL) or not row.grade:
            continue
        framework = framework_of(None, quarter(code)[1], frameworks)
        before = quarters.get(code)
        grades = {**(before.grades if before else {}), row.grade: (row.count, row.share)}
        document = row.document or "an earlier report"
        quarters[code] = EarlierQuarter(code, quarter_title(code), framework.code, grades, row.base, document)
    return quarters


def quarter_code(period: str | None) -> str | None:
    """A period as typed, as a quarter's code; None where it isn't one quarter.

    >>> quarter_code("Q1 2023-24"), quarter_code("2023-24/Q1"), quarter_code("2023/24 Qtr 1"), quarter_code("2023-24")
    ('2023-24/Q1', '2023-24/Q1', '2023-24/Q1', None)
    """
    text = period or ""
    year = re.search(r"(20\d\d)\s*[-/]\s*(?:20)?(\d\d)(?!\d)", text)
    number = re.search(r"\bq(?:uarte|t)?r?\.?\s*([1-4])\b", text, re.IGNORECASE)
    if not year or not number:
        return None
    code = f"{year[1]}-{year[2]}/Q{number[1]}"
    return code if (int(year[1]) + 1) % 100 == int(year[2]) else None
