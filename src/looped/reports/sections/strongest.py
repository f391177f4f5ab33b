"""Grades by domain for each month: the strongest and those most in need, by share and with their counts."""

from looped.figures.periods import month_title
from looped.reports.book import Book
from looped.reports.nodes import Block, Figure, Paragraph, Section, Table, Text
from looped.reports.tables import below_good, columns, good_or_better, header
from looped.reports.wording import FEW, joined, of_with_share

TITLE = "Audit grades by domain"


def section(book: Book) -> Section:
    """One table of all domains by month, then a sentence a month on the strongest and the most in need."""
    blocks: list[Block] = [_table(book), *(Paragraph(month_text(book, month)) for month in book.months)]
    if len(book.months) > 1:
        blocks.append(Paragraph(month_text(book, None)))
    return Section("strongest", TITLE, tuple(blocks))


def month_text(book: Book, month: str | None) -> Text:
    """The strongest domains and those most in need in one month, or over the whole period (None)."""
    when = month_title(month) if month else "Over the whole period"
    audits = book.row("audits", None, month).count or 0
    if not audits:
        return (f"{when}: no audit stands.",)
    if audits < FEW:
        return (
            f"{when}: ",
            book.count("audits", None, month),
            " audits, too few to say which domain is the strongest.",
        )
    best, worst = extremes(book, month)
    good = good_or_better(book.framework)
    return (
        f"{when}. Highest share {good}: ",
        *_named(book, best, "good_or_better", month),
        f". Highest share {below_good(book.framework)}: ",
        *_below(book, worst, month),
        ".",
    )


def extremes(book: Book, month: str | None) -> tuple[list[str], list[str]]:
    """Domains with the highest share good or better, and those with the highest share below it; ties together."""
    codes = book.framework.domain_codes
    good = {
        c: _exact(book.row("good_or_better", c, month).count, book.row("good_or_better", c, month).base) for c in codes
    }
    below = {c: _exact(*_below_counts(book, c, month)) for c in codes}
    return _all_at(good, max(good.values())), _all_at(below, max(below.values()))


def _below_counts(book: Book, code: str, month: str | None) -> tuple[int, int]:
    scale = book.framework.scale
    lower = [g.name for g in scale.grades if g.position < scale.good_from]
    rows = [book.row("grades", code, month, name) for name in lower]
    return sum(row.count or 0 for row in rows), rows[0].base or 0


def _exact(count: int | None, base: int | None) -> float:
    return (count or 0) / base if base else -1.0


def _all_at(shares: dict[str, float], value: float) -> list[str]:
    return [code for code, share in shares.items() if share == value]


def _named(book: Book, codes: list[str], figure: str, month: str | None) -> Text:
    said: list[Text] = [
        (f"{book.framework.title_of(code)}, ", *of_with_share(book.row(figure, code, month), f"{figure}/{code}"))
        for code in codes
    ]
    return joined(said)


def _below(book: Book, codes: list[str], month: str | None) -> Text:
    said: list[Text] = []
    for code in codes:
        count, base = _below_counts(book, code, month)
        name = f"below_good/{code}"
        share = Figure(count / base, "share", f"{name}/share", count, base)
        numbers = (Figure(count, "count", name), " of ", Figure(base, "count", f"{name}/base"), " (", share, ")")
        said.append((f"{book.framework.title_of(code)}, ", *numbers))
    return joined(said)


def _table(book: Book) -> Table:
    rows: list[tuple[Text, ...]] = [header(book, "Domain", interval=False)]
    for code in book.framework.domain_codes:
        cells: list[Text] = []
        for month in columns(book):
            row = book.row("good_or_better", code, month)
            count = book.count("good_or_better", code, month)
            cells.append(
                (
                    count,
                    " of ",
                    book.base("good_or_better", code, month),
                    " (",
                    book.share("good_or_better", code, month),
                    ")",
                )
                if row.base
                else (count,)
            )
        rows.append(((book.framework.title_of(code),), *cells))
    return Table("good-by-domain", f"{good_or_better(book.framework)}, by domain and month", tuple(rows))
