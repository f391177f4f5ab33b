"""Analysis: what the counts of the whole period say together, and no more than that."""

from looped.reports.book import Book
from looped.reports.change import Change
from looped.reports.comparable import coverage_differs
from looped.reports.nodes import Block, Bullets, Paragraph, Section, Text
from looped.reports.sections import charts
from looped.reports.sections.strongest import extremes
from looped.reports.tables import columns, good_or_better
from looped.reports.wording import FEW, interval_of, joined, of_with_share
from looped.rubric.framework import OVERALL
from looped.stats.intervals import wilson

TITLE = "Analysis"


def section(book: Book) -> Section:
    """The order of the domains and how sure it is, families, and what the next report should be able to show."""
    whole = columns(book)[-1]
    if (book.row("audits", None, whole).count or 0) < FEW:
        return Section("analysis", TITLE, (Paragraph(("There are too few audits to say more than the tables do.",)),))
    rows = [(book.framework.title_of(code), "good_or_better", code, whole) for code in _ranked(book)]
    title = f"{good_or_better(book.framework)} in each domain, with 95% intervals"
    blocks: list[Block] = [
        Paragraph(order_text(book)),
        *charts.shares(book, "chart-order", title, rows),
        Bullets(tuple(_points(book))),
    ]
    return Section("analysis", TITLE, tuple(blocks))


def _ranked(book: Book) -> list[str]:
    whole = columns(book)[-1]
    return sorted(book.framework.domain_codes, key=lambda c: -(book.row("good_or_better", c, whole).share or 0))


def order_text(book: Book) -> Text:
    """Which domains stand apart from each other: only where their intervals don't meet."""
    whole = columns(book)[-1]
    best, _ = extremes(book, whole)
    top = book.row("good_or_better", best[0], whole)
    apart: list[str] = []
    near: list[str] = []
    for code in _ranked(book):
        row = book.row("good_or_better", code, whole)
        if code in best or not row.base or not top.base:
            continue
        (apart if wilson(row.count or 0, row.base)[1] < wilson(top.count or 0, top.base)[0] else near).append(code)
    names: Text = joined([(book.framework.title_of(code),) for code in best])
    lead: Text = (
        *names,
        " had the highest share ",
        good_or_better(book.framework),
        ": ",
        *of_with_share(top, "best"),
        ". ",
    )
    return (*lead, *_apart(book, apart), *_near(book, near))


def _apart(book: Book, codes: list[str]) -> Text:
    if not codes:
        return ("No domain is clearly below it: every interval reaches into its own. ",)
    whole = columns(book)[-1]
    listed: list[Text] = [
        (f"{book.framework.title_of(c)} (", *interval_of(book.row("good_or_better", c, whole), c), ")") for c in codes
    ]
    return ("Clearly below it, with intervals that don't reach its own: ", *joined(listed), ". ")


def _near(book: Book, codes: list[str]) -> Text:
    if not codes:
        return ()
    names = joined([(book.framework.title_of(code),) for code in codes])
    return ("Too close to it to be told apart by so many audits: ", *names, ".")


def _points(book: Book) -> list[Text]:
    points: list[Text] = []
    if coverage_differs(book):
        words = "Each month covered other service areas. What looks like a change of practice may be one of service."
        points.append((words,))
    if book.judged:
        name = book.framework.scale.name(book.framework.scale.ladder)
        row = book.row("grades", OVERALL, columns(book)[-1], name)
        points.append((f"Overall {name}: ", *of_with_share(row, f"grades/overall/{name}"), "."))
    if book.known("feedback"):
        row = book.row("feedback", None, columns(book)[-1])
        points.append(("Families heard: ", *of_with_share(row, "feedback"), "."))
    points += [change.sentence for change in _claims(book)]
    return points


def _claims(book: Book) -> list[Change]:
    return [change for change in book.change.values() if change.verdict in ("improved", "worsened")]
