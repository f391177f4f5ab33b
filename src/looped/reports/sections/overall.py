"""Overall outcomes of the period, beside the quarters before it, with every break drawn and named."""

from looped.figures.cube import Mark
from looped.figures.definitions import DEFINITIONS
from looped.reports.book import Book, EarlierQuarter
from looped.reports.change import change_blocks
from looped.reports.nodes import Block, Bullets, Chart, Figure, Note, Paragraph, Section, Table, Text
from looped.reports.tables import columns
from looped.reports.wording import of_with_share
from looped.rubric.framework import OVERALL

TITLE = "Overall outcomes"


def section(book: Book) -> Section:
    """The overall grades in sentences, then last year's quarters, baselines and targets."""
    if not book.judged:
        words = "This framework grades the domains and gives no grade to the whole audit."
        return Section("overall", TITLE, (Paragraph((words,)),))
    blocks: list[Block] = [
        Paragraph((f"{book.period_title}: ", book.count("audits"), " audits stand.")),
        Bullets(tuple(_outcomes(book))),
        *change_blocks(book, OVERALL),
        *_history(book),
        *_marks(book),
    ]
    return Section("overall", TITLE, tuple(blocks))


def _outcomes(book: Book) -> list[Text]:
    month = columns(book)[-1]
    items: list[Text] = []
    for grade in book.framework.scale.grades:
        row = book.row("grades", OVERALL, month, grade.name)
        items.append((f"{grade.name}: ", *of_with_share(row, f"grades/{OVERALL}/{grade.name}")))
    left = book.row("not_graded", OVERALL, month)
    if left.count:
        items.append(("Not graded overall: ", *of_with_share(left, f"not_graded/{OVERALL}")))
    return items


def _history(book: Book) -> list[Block]:
    if not book.history:
        words = "None of the four quarters before is recorded here, so this quarter stands alone."
        return [Paragraph((words,), "small")]
    quarters = (*book.history, this_quarter(book))
    return [_history_table(book, quarters), _history_chart(book, quarters), *_breaks_note(book, quarters)]


def this_quarter(book: Book) -> EarlierQuarter:
    """The report's own quarter in the shape of the earlier ones."""
    rows = {g.name: book.row("grades", OVERALL, None, g.name) for g in book.framework.scale.grades}
    grades = {name: (row.count, row.share) for name, row in rows.items()}
    base = next(iter(rows.values())).base
    return EarlierQuarter("this", book.short_title, book.framework.code, grades, base)


def _history_table(book: Book, quarters: tuple[EarlierQuarter, ...]) -> Table:
    names = [g.name for g in reversed(book.framework.scale.grades)]
    rows: list[tuple[Text, ...]] = [(("Quarter",), *((name,) for name in names), ("Audits",), ("Taken from",))]
    for quarter in quarters:
        cells = [_cell(quarter, name) for name in names]
        base: Text = (Figure(quarter.base, "count", f"{quarter.code}/base"),) if quarter.base is not None else ("–",)
        rows.append(((quarter.title,), *cells, base, (quarter.document or "records",)))
    note = "A figure taken from an earlier report stands as it was printed there and is never added to ours."
    return Table("quarters", "Overall grades by quarter", tuple(rows), note=(note,))


def _cell(quarter: EarlierQuarter, name: str) -> Text:
    count, share = quarter.grades.get(name, (None, None))
    code = f"{quarter.code}/{name}"
    number = Figure(count, "count", code)
    if share is None:
        return (number,) if count is not None else ("–",)
    if quarter.document is None:
        percent = Figure(share, "share", f"{code}/share", count, quarter.base)
    else:
        percent = Figure(share, "reported", f"{code}/share")
    return (number, " (", percent, ")") if count is not None else (percent,)


def _history_chart(book: Book, quarters: tuple[EarlierQuarter, ...]) -> Chart:
    records = []
    for order, quarter in enumerate(quarters):
        for grade in book.framework.scale.grades:
            count, share = quarter.grades.get(grade.name, (None, None))
            if share is None and count is not None and quarter.base:
                share = count / quarter.base
            records.append(
                {"period": quarter.title, "order": order, "grade": grade.name, "position": grade.position}
                | {"share": share, "count": count, "base": quarter.base, "reported": quarter.document is not None}
            )
    alt = ("Shares of the overall grades, a bar a quarter. The table beside it has every figure.",)
    options = (("breaks", _breaks(book, quarters)), ("marks", _chart_marks(book)))
    return Chart("chart-quarters", "Overall grades by quarter", "quarters_over_time", alt, tuple(records), options)


def _breaks(book: Book, quarters: tuple[EarlierQuarter, ...]) -> tuple[dict[str, object], ...]:
    notes = {framework.code: framework.note for framework in book.all_frameworks}
    return tuple(
        {"before": order, "label": notes.get(after.framework, "")}
        for order, (before, after) in enumerate(zip(quarters, quarters[1:], strict=False), start=1)
        if before.framework != after.framework
    )


def _breaks_note(book: Book, quarters: tuple[EarlierQuarter, ...]) -> list[Block]:
    blocks: list[Block] = []
    for found in _breaks(book, quarters):
        quarter = quarters[int(str(found["before"]))]
        words = (
            f"Before {quarter.title} the audits were graded in another way. {found['label']} Quarters on the two "
            "sides of this break can't be compared."
        )
        blocks.append(Note("A break in the figures", (words,), "caution"))
    return blocks


def _chart_marks(book: Book) -> tuple[dict[str, object], ...]:
    return tuple(
        {"label": mark.kind, "grade": mark.grade, "value": mark.value, "kind": mark.kind, "from": None, "to": None}
        for mark in book.details.marks
        if mark.figure in ("grades", "good_or_better") and mark.domain in (None, OVERALL)
    )


def _marks(book: Book) -> list[Block]:
    items = [_mark(book, mark) for mark in book.details.marks]
    if not items:
        return []
    # Not that they are drawn: no chart shows the figure of each.
    lead = "Baselines and targets, as they were set. They are not part of any verdict."
    return [Paragraph((lead,)), Bullets(tuple(items))]


def _mark(book: Book, mark: Mark) -> Text:
    about = mark.grade or (DEFINITIONS[mark.figure].title if mark.figure in DEFINITIONS else mark.figure)
    where = f", {book.framework.title_of(mark.domain)}" if mark.domain in book.framework.graded_codes else ""
    value = Figure(mark.value, "reported", f"mark/{mark.kind}/{mark.figure}/{mark.grade}")
    by = f", set by {mark.set_by}" if mark.set_by else ""
    why = f" ({mark.why})" if mark.why else ""
    return (f"{mark.kind.capitalize()}: {about}{where}, ", value, f"{by}{why}.")
