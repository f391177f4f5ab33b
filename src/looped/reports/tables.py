"""Tables that several sections share: grades by month with counts, shares and the interval of the whole."""

from looped.figures.periods import month_title
from looped.reports.book import Book
from looped.reports.nodes import Figure, Table, Text
from looped.reports.wording import interval_of, sentence_case
from looped.rubric.framework import OVERALL, Framework

TOTAL = "Total"
INTERVAL = "95% interval of the total"


def grade_table(book: Book, domain: str, title: str, extra: tuple[tuple[Text, ...], ...] = ()) -> Table:
    """Grades of one domain, or `overall`, by month: parts, their total, then rows that aren't parts.

    extra: further rows under the total (moderated, late), already in the table's columns.
    """
    framework = book.framework
    grades = [_grade_row(book, domain, grade.name) for grade in reversed(framework.scale.grades)]
    grades += _off_scale_row(book, domain)
    if framework.rules.base == "graded":
        parts = [*grades, _plain_row(book, "Graded", "grades", domain, base=True)]
        memo = [_good_row(book, domain), _share_row(book, "Not graded", "not_graded", domain), _audits_row(book)]
        total = len(parts)
    else:
        parts = [*grades, *_not_graded(book, domain), _audits_row(book)]
        memo = [_good_row(book, domain)]
        total = len(parts)
    rows = (header(book, "Grade"), *parts, *memo, *extra)
    return Table(
        code=f"grades-{domain}",
        title=title,
        rows=rows,
        note=(base_sentence(framework, domain),),
        total_rows=tuple(range(total, len(rows))),
    )


def header(book: Book, first: str, *, interval: bool = True) -> tuple[Text, ...]:
    """The header row: a word for the row heads, the months and, where there are several, their total."""
    months: list[Text] = [(month_title(month),) for month in book.months]
    if len(months) > 1:
        months.append((TOTAL,))
    return ((first,), *months, *([(INTERVAL,)] if interval else []))


def columns(book: Book) -> tuple[str | None, ...]:
    """The months of the table's columns; None is the whole period, there where it has several months."""
    return (*book.months, None) if len(book.months) > 1 else book.months


def count_row(book: Book, label: str, figure: str, domain: str | None = None, **more: str | None) -> tuple[Text, ...]:
    """A row of plain counts, with no interval; "not recorded" where the source can't know them."""
    cells: list[Text] = []
    for month in columns(book):
        known = book.row(figure, domain, month, **more).count is not None
        cells.append((book.count(figure, domain, month, **more),) if known else ("not recorded",))
    return ((label,), *cells, ("–",))


def share_cell(book: Book, figure: str, domain: str | None, month: str | None, **more: str | None) -> Text:
    """`7 (22.6%)`; the count alone where the share has no base."""
    row = book.row(figure, domain, month, **more)
    if row.count is None:
        return ("not recorded",)
    count = book.count(figure, domain, month, **more)
    return (count, " (", book.share(figure, domain, month, **more), ")") if row.base else (count,)


def base_sentence(framework: Framework, domain: str) -> str:
    """What the shares of a table are of, by the framework's rule."""
    if framework.rules.base == "all_audits":
        return "Each share is of all audits of its column, those not graded among them."
    return "Each share of a grade is of the audits graded here; not graded is of all audits of its column."


def _grade_row(book: Book, domain: str, grade: str) -> tuple[Text, ...]:
    return _share_row(book, grade, "grades", domain, grade=grade)


def _good_row(book: Book, domain: str) -> tuple[Text, ...]:
    return _share_row(book, good_or_better(book.framework), "good_or_better", domain)


def good_or_better(framework: Framework) -> str:
    """The scale's own words for its good grades: `Good or better`, or the top grade's name alone."""
    name = framework.scale.name(framework.scale.good_from)
    return name if framework.scale.good_from == len(framework.scale.grades) else f"{name} or better"


def below_good(framework: Framework) -> str:
    """The scale's own words for what is below good: `below Good`."""
    return f"below {framework.scale.name(framework.scale.good_from)}"


def _not_graded(book: Book, domain: str) -> list[tuple[Text, ...]]:
    allowed = domain != OVERALL or book.framework.rules.overall_may_be_not_graded
    some = any(book.row("not_graded", domain, month).count for month in columns(book))
    return [_share_row(book, "Not graded", "not_graded", domain)] if some or (allowed and domain != OVERALL) else []


def off_scale(book: Book, domain: str, month: str | None) -> int:
    """How many audits of a column have no grade on this framework's scale, though they count: graded by another one."""
    grades = [book.row("grades", domain, month, grade.name) for grade in book.framework.scale.grades]
    known = sum(row.count or 0 for row in grades)
    if book.framework.rules.base == "all_audits":
        known += book.row("not_graded", domain, month).count or 0
    return (grades[0].base or 0) - known


def _off_scale_row(book: Book, domain: str) -> list[tuple[Text, ...]]:
    """Without it the parts would not make the total."""
    counts = [off_scale(book, domain, month) for month in columns(book)]
    cells: list[Text] = [
        _count_and_share(count, book.row("grades", domain, month, book.framework.scale.grades[0].name).base, domain)
        for count, month in zip(counts, columns(book), strict=True)
    ]
    return [(("No grade on this scale",), *cells, ("–",))] if any(counts) else []


def _count_and_share(count: int, base: int | None, domain: str) -> Text:
    code = f"off_scale/{domain}"
    number = Figure(count, "count", code)
    return (number, " (", Figure(count / base, "share", code, count, base), ")") if base else (number,)


def _share_row(book: Book, label: str, figure: str, domain: str, grade: str | None = None) -> tuple[Text, ...]:
    cells = [share_cell(book, figure, domain, month, grade=grade) for month in columns(book)]
    whole = book.row(figure, domain, columns(book)[-1], grade=grade)
    return ((sentence_case(label),), *cells, interval_of(whole, f"{figure}/{domain}/{grade or 'all'}"))


def _audits_row(book: Book) -> tuple[Text, ...]:
    return count_row(book, "Total audits", "audits")


def _plain_row(book: Book, label: str, figure: str, domain: str, *, base: bool) -> tuple[Text, ...]:
    first = book.framework.scale.grades[0].name
    cells: list[Text] = [(book.base(figure, domain, month, grade=first),) for month in columns(book)]
    return ((label,), *cells, ("–",))
