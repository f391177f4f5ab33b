"""The month of each row where no column gives it, and the framework in force in it."""

from looped.errors import LoopedError
from looped.returns.cells import Unread, month_of, text_of
from looped.returns.returns_sheet import ReturnsSheet
from looped.rubric.framework import Framework
from looped.rubric.loading import framework_for


def month_of_sheet(reading: ReturnsSheet) -> list[str | Unread | None]:
    """The month of every row of a sheet without a month column: of the date of the audit, else of the sheet.

    A sheet's month is the one in its name, else the only one among the titles above its header.
    """
    if "date_in_month" in reading.header.columns:
        reading.header.columns["month"] = reading.header.columns["date_in_month"]
        return [month_of(cell) for cell in reading.raw("month")]
    month = _month_in(reading.sheet.name) or _month_in_titles(reading)
    if month:
        reading.of_sheet(
            f"no column names the month; every row of the sheet is taken for {month}",
            "add a column Month, if that is not so",
        )
    return [month] * reading.height


def frameworks_of(reading: ReturnsSheet) -> list[Framework]:
    """The framework in force for each row. A row without a month is read by the latest, to name all its bad cells.

    Refuses rows of months in which none is in force.
    """
    in_force: dict[object, Framework] = {}
    for month in set(reading.columns["month"]):
        in_force[month] = _in_force(reading, month)
    return [in_force[month] for month in reading.columns["month"]]


def _in_force(reading: ReturnsSheet, month: str | Unread | None) -> Framework:
    latest = max(reading.frameworks, key=lambda framework: framework.valid_from)
    if not isinstance(month, str):
        return latest
    try:
        return framework_for(month, reading.frameworks)
    except LoopedError:
        for row, other in enumerate(reading.columns["month"]):
            if other == month:
                reading.of_row(row, "refused", f"no framework is in force in {month}", "correct the month")
        return latest


def _month_in(text: str) -> str | None:
    """The month that a text is, or that its last two words are: "Audits April 2024"."""
    words = text.replace("_", " ").split()
    for some in (words, words[-2:], words[-1:], words[:2], words[:1]):
        month = month_of(" ".join(some))
        if isinstance(month, str):
            return month
    return None


def _month_in_titles(reading: ReturnsSheet) -> str | None:
    above = [text_of(cell) for row in range(reading.header.below - 1) for cell in reading.sheet.row(row)]
    months = {month for text in above if text and (month := _month_in(text))}
    return months.pop() if len(months) == 1 else None
