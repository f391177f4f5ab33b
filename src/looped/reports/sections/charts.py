"""Charts that stand beside a table, and the words that say the same to who can't see them."""

from collections.abc import Sequence

from looped.figures.periods import month_title
from looped.reports.book import Book
from looped.reports.nodes import Chart, Figure, Part, Text
from looped.reports.tables import columns, good_or_better, off_scale
from looped.reports.wording import interval_of, joined

Record = dict[str, object]


def by_month(book: Book, domain: str, kind: str = "grades_by_month") -> tuple[Chart, ...]:
    """Shares of the grades of one domain, a bar a month; nothing where no audit stands."""
    records = [record for order, month in enumerate(book.months) for record in _bar(book, domain, month, order)]
    if not any(record["count"] for record in records):
        return ()
    title = f"{book.framework.title_of(domain)}: grades by month"
    return (Chart(f"chart-{domain}", title, kind, _alt(book, domain), tuple(records)),)


def by_domain(book: Book) -> tuple[Chart, ...]:
    """Shares of the grades over the whole period, a bar a domain, highest share good or better first."""
    month = columns(book)[-1]
    ranked = sorted(book.framework.domain_codes, key=lambda code: -(book.row("good_or_better", code, month).share or 0))
    records = []
    for order, code in enumerate(ranked):
        for record in _bar(book, code, month, order):
            records.append(record | {"column": book.framework.title_of(code)})
    if not any(record["count"] for record in records):
        return ()
    shares: list[Text] = [
        (f"{book.framework.title_of(code)} ", book.share("good_or_better", code, month)) for code in ranked
    ]
    alt = (f"{good_or_better(book.framework)}, highest first: ", *joined(shares), ".")
    return (Chart("chart-domains", "The domains side by side", "grades_by_domain", alt, tuple(records)),)


def shares(
    book: Book, code: str, title: str, rows: Sequence[tuple[str, str, str | None, str | None]]
) -> tuple[Chart, ...]:
    """Shares with their 95% intervals; each row is (label, figure, domain, month)."""
    from looped.stats.intervals import wilson

    records: list[Record] = []
    said: list[Text] = []
    for order, (label, figure, domain, month) in enumerate(rows):
        row = book.row(figure, domain, month)
        if row.count is None or not row.base:
            continue
        low, high = wilson(row.count, row.base)
        records.append(
            {"label": label, "order": order, "share": row.share, "low": low, "high": high}
            | {"count": row.count, "base": row.base}
        )
        said.append((f"{label} ", book.share(figure, domain, month), ", interval ", *interval_of(row, label)))
    if not records:
        return ()
    return (Chart(code, title, "shares_with_intervals", (*joined(said), "."), tuple(records)),)


def _bar(book: Book, domain: str, month: str | None, order: int) -> list[Record]:
    base = book.row("audits", None, month).count or 0
    bar: Record = {"column": month_title(month) if month else "Total", "order": order, "base": base}
    records = [
        bar | {"grade": g.name, "position": g.position, "count": book.row("grades", domain, month, g.name).count}
        for g in book.framework.scale.grades
    ]
    left = book.row("not_graded", domain, month).count
    return [*records, *([bar | {"grade": "Not graded", "position": None, "count": left}] if left else [])]


def _alt(book: Book, domain: str) -> Text:
    parts: list[Part] = [f"{book.framework.title_of(domain)}. "]
    for month in book.months:
        parts.append(f"{month_title(month)}, ")
        parts += [book.count("audits", None, month), " audits: "]
        graded: list[Text] = [
            (book.count("grades", domain, month, grade=g.name), f" {g.name}")
            for g in reversed(book.framework.scale.grades)
        ]
        if book.row("not_graded", domain, month).count:
            graded.append((book.count("not_graded", domain, month), " not graded"))
        if other := off_scale(book, domain, month):
            graded.append((Figure(other, "count", f"off_scale/{domain}/{month}"), " with no grade on this scale"))
        parts += [*joined(graded), ". "]
    return tuple(parts[:-1] + [". "]) if parts and parts[-1] != ". " else tuple(parts)
