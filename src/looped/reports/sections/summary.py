"""Summary grades by month: the overall grades, and how many audits were asked for and came back."""

from looped.figures.details import Ended
from looped.figures.schema import WHY_ENDED
from looped.reports.book import Book
from looped.reports.nodes import Block, Figure, Paragraph, Section, Table, Text
from looped.reports.sections import charts
from looped.reports.sections.provisional import provisional_note
from looped.reports.tables import columns, count_row, grade_table, header
from looped.reports.wording import joined
from looped.rubric.framework import OVERALL

TITLE = "Summary audit grades"

ENDED = {"not_done": "Not done", "withdrawn": "Withdrawn"}


def section(book: Book) -> Section:
    """Overall grades by month with a chart beside them, then what was asked for and what came back."""
    blocks: list[Block] = []
    if book.judged:
        memo = (count_row(book, "Moderated", "moderated"), count_row(book, "Looped", "looped"))
        blocks += [grade_table(book, OVERALL, "Overall grades by month", memo), *charts.by_month(book, OVERALL)]
        blocks += provisional_note(book)
    return Section("summary", TITLE, (*blocks, _returns(book), *_reasons(book)))


def _returns(book: Book) -> Table:
    rows = [
        _planned(book),
        count_row(book, "Returned", "audits"),
        ((("of which in time"),), *(_in_time(book, month) for month in columns(book))),
        count_row(book, "of which late", "late"),
        count_row(book, "Not done", "not_done"),
        count_row(book, "Withdrawn", "withdrawn"),
    ]
    note = (
        "Late: the lead auditor's first return is dated after the day it was due. Where this source can't tell, the "
        "table says that it is not recorded."
    )
    width = len(header(book, "Audits", interval=False))
    whole = (header(book, "Audits", interval=False), *(row[:width] for row in rows))
    return Table("returns", "What was asked for and what came back", whole, note=(note,))


def _planned(book: Book) -> tuple[Text, ...]:
    cells: list[Text] = []
    for month in columns(book):
        count = book.row("planned", None, month).count
        cells.append(
            ("not recorded",)
            if count is None
            else ("none planned",)
            if not count
            else (book.count("planned", None, month),)
        )
    return (("Planned",), *cells)


def _in_time(book: Book, month: str | None) -> Text:
    row = book.row("late", None, month)
    if row.count is None:
        return ("not recorded",)
    return (Figure((row.base or 0) - row.count, "count", f"in_time/{month}"),)


def _reasons(book: Book) -> list[Block]:
    reasons = book.details.reasons_not_done
    if not reasons:
        return []
    return [_reasons_of(state, [found for found in reasons if found.state == state]) for state in ENDED]


def _reasons_of(state: str, reasons: list[Ended]) -> Block:
    """`Not done: 3 (case closed 2 and no reason given 1).`"""
    if not reasons:
        return Paragraph((f"{ENDED[state]}: none.",))
    total = Figure(sum(found.count for found in reasons), "count", state)
    each: list[Text] = [
        (f"{_because(found.reason)} ", Figure(found.count, "count", f"{state}/reason")) for found in reasons
    ]
    return Paragraph((f"{ENDED[state]}: ", total, " (", *joined(each), ")."))


def _because(reason: str | None) -> str:
    """A code in its words; what another source typed as it stands."""
    words = WHY_ENDED.get(reason or "")
    return words[0].lower() + words[1:] if words else reason or "no reason given"
