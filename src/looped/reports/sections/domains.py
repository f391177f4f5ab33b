"""A section a domain: its table, its picture, and what its counts show."""

from looped.figures.periods import month_title
from looped.reports.book import Book
from looped.reports.change import change_blocks
from looped.reports.comparable import coverage_differs
from looped.reports.nodes import Block, Note, Paragraph, Part, Section, Text
from looped.reports.sections import charts
from looped.reports.tables import columns, good_or_better, grade_table
from looped.reports.wording import FEW, joined, of, of_with_share

TITLE = "Audit data by domain"


def section(book: Book) -> Section:
    """All the framework's domains, in its order, after a picture of them side by side."""
    codes = book.framework.domain_codes
    names: list[Text] = [(book.framework.title_of(code),) for code in codes]
    blocks: list[Block] = [
        Paragraph(("Each audit grades these domains: ", *joined(names), ".")),
        *charts.by_domain(book),
        *(_domain(book, code) for code in codes),
    ]
    if coverage_differs(book):
        blocks.insert(1, not_comparable(book))
    return Section("domains", TITLE, tuple(blocks), page_break=True)


def not_comparable(book: Book) -> Note:
    """Said wherever months stand side by side that covered different service areas."""
    words = (
        "The months covered different service areas. A difference between months may be a difference between "
        "services, so the months can't be compared with each other."
    )
    return Note("Months that differ in what they covered", (words,), "caution")


def _domain(book: Book, code: str) -> Section:
    blocks: list[Block] = [
        grade_table(book, code, book.framework.title_of(code)),
        *charts.by_month(book, code, "domain_months"),
        Paragraph(("Outcome: ", *outcome(book, code))),
        *change_blocks(book, code),
    ]
    return Section(f"domain-{code}", book.framework.title_of(code), tuple(blocks))


def outcome(book: Book, code: str) -> Text:
    """What the counts of one domain show: the most common grade, the good, the lowest, month by month."""
    whole = columns(book)[-1]
    if not book.row("audits", None, whole).count:
        return ("there is no audit to report on.",)
    return (*_most_common(book, code, whole), *_good(book, code, whole), *_ladder(book, code, whole))


def _most_common(book: Book, code: str, month: str | None) -> Text:
    counts = {g.name: book.row("grades", code, month, g.name).count or 0 for g in book.framework.scale.grades}
    most = max(counts.values())
    if not most:
        return ("no audit was graded here. ",)
    names = [name for name, count in counts.items() if count == most]
    row = book.row("grades", code, month, names[0])
    said = of_with_share(row, f"grades/{code}/{names[0]}", "audits")
    if len(names) > 1:
        return (*joined(names), " were given equally often, each in ", *said, ". ")
    return (f"{names[0]} was the grade given most often, in ", *said, ". ")


def _good(book: Book, code: str, month: str | None) -> Text:
    row = book.row("good_or_better", code, month)
    words: list[Part] = [f"{good_or_better(book.framework)}: ", *of_with_share(row, f"good_or_better/{code}")]
    if len(book.months) > 1:
        each: list[Text] = [
            (*of(book.row("good_or_better", code, m), f"good_or_better/{code}/{m}"), f" in {month_title(m)}")
            for m in book.months
            if book.row("good_or_better", code, m).base
        ]
        words += ["; by month ", *joined(each)]
    return (*words, ". ")


def _ladder(book: Book, code: str, month: str | None) -> Text:
    name = book.framework.scale.name(book.framework.scale.ladder)
    row = book.row("grades", code, month, name)
    if not row.base:
        return ()
    if not row.count:
        said = of_with_share(row, f"grades/{code}/{name}")
        few = row.base < FEW
        tail = "." if few else ": none seen doesn't prove that there is none."
        return (f"{name}: ", *said, tail)
    return (f"{name}: ", *of_with_share(row, f"grades/{code}/{name}"), *_where(book, code, name), ".")


def _where(book: Book, code: str, grade: str) -> Text:
    months = [(m, book.row("grades", code, m, grade)) for m in book.months]
    seen = [(m, row) for m, row in months if row.count]
    if len(book.months) < 2:
        return ()
    if len(seen) == 1:
        return (
            (f", all in {month_title(seen[0][0])}",) if seen[0][1].count != 1 else (f", in {month_title(seen[0][0])}",)
        )
    each: list[Text] = [(book.count("grades", code, m, grade=grade), f" in {month_title(m)}") for m, _ in seen]
    return (", ", *joined(each))
