"""The months that end with a report's period, counted from the same cube for charts over time."""

from collections import Counter
from collections.abc import Iterable

from looped.figures.counting import WHY_BITS
from looped.figures.cube import Count, Cube
from looped.figures.every import FigureRow, all_figures, part_of
from looped.figures.framework_of import framework_of
from looped.figures.periods import months, previous_quarters
from looped.reports.series import Series, SeriesMonth, series_of
from looped.rubric.framework import OVERALL, Framework

# Two years: the last four quarters and the four before.
MONTHS = 24

SELECTIONS = {"random": "drawn at random", "targeted": "chosen for a purpose", "chosen_by_name": "chosen by name"}
NOT_SAID = "chosen in a way that isn't recorded"
UNNAMED = "a service area that isn't given"
PRACTICES = {"dip_sample": "moderation of a dip sample", "rule": "moderation by a rule"}


def series_to(cube: Cube, frameworks: tuple[Framework, ...], last: str) -> Series:
    """Up to 24 months that end with the month `last`, from the first that has audits; monthly rounds alone."""
    period = months(first_of(last), last)
    rows = all_figures(cube, frameworks, period[0], last, only=("good_or_better", "grades"))
    part = part_of(cube, period, "monthly", None)
    audits: dict[str, list[Count]] = {month: [] for month in period}
    for row in part.counts:
        if row.part == "audit" and not row.sealed:
            audits[row.month or ""].append(row)
    by_month = {month: [row for row in rows if row.month == month] for month in period}
    whys = "why_moderated" in cube.known
    return series_of([_month(month, by_month[month], audits[month], frameworks, whys) for month in period], frameworks)


def first_of(last: str) -> str:
    """The first of the 24 months that end with `last`."""
    quarters = previous_quarters(last, MONTHS // 3)
    return months(quarters[0][0], last)[1]


def _month(
    month: str, rows: list[FigureRow], audits: list[Count], frameworks: tuple[Framework, ...], whys: bool
) -> SeriesMonth:
    good = {row.domain or "": row for row in rows if row.figure == "good_or_better"}
    used = _most(audits, frameworks)
    grades = _grades(rows, used)
    return SeriesMonth(
        month,
        sum(row.number for row in audits),
        {code: row.count or 0 for code, row in good.items()},
        {code: row.base or 0 for code, row in good.items()},
        grades[OVERALL][used.scale.ladder] if used and OVERALL in grades else 0,
        grades,
        used.code if used else None,
        _added((SELECTIONS.get(row.selection or "", row.selection or NOT_SAID), row.number) for row in audits),
        _added((row.service_area or UNNAMED, row.number) for row in audits),
        _added((practice, row.number) for row in audits for practice in _practices(row, whys)),
    )


def _grades(rows: list[FigureRow], used: Framework | None) -> dict[str, dict[int, int]]:
    """Audits at each grade of the month's scale, by domain code."""
    positions = {grade.name: grade.position for grade in used.scale.grades} if used else {}
    found: dict[str, dict[int, int]] = {}
    for row in rows:
        if row.figure == "grades" and row.grade in positions:
            found.setdefault(row.domain or "", {})[positions[row.grade]] = row.count or 0
    return found


def _most(audits: list[Count], frameworks: tuple[Framework, ...]) -> Framework | None:
    """The framework that most of a month's audits are read by; of two with as many, the earlier."""
    numbers = dict.fromkeys((framework.code for framework in frameworks), 0)
    for row in audits:
        numbers[framework_of(row.framework, row.month, frameworks).code] += row.number
    code = max(numbers, key=lambda each: numbers[each])
    return next(each for each in frameworks if each.code == code) if numbers[code] else None


def _added(pairs: Iterable[tuple[str, int]]) -> dict[str, int]:
    found: Counter[str] = Counter()
    for name, number in pairs:
        found[name] += number
    return dict(found)


def _practices(row: Count, whys: bool) -> list[str]:
    """Ways in which grades come to be settled; a challenge is an event, not a practice."""
    looped = ["looped audits"] if row.looped else []
    if not whys:
        return [*looped, *(["moderation"] if row.moderated else [])]
    return [*looped, *(name for why, name in PRACTICES.items() if row.why & WHY_BITS[why])]
