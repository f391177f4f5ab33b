"""What is asked of the Board: each ask follows from a figure, and is made only where the figure calls for it."""

from looped.reports.book import Book
from looped.reports.comparable import coverage_differs
from looped.reports.nodes import Figure, Text
from looped.reports.sections.strongest import extremes
from looped.reports.tables import columns
from looped.reports.wording import FEW, counted, joined

HEARD_ENOUGH = 0.75


def asks(book: Book) -> list[Text]:
    """Asks in order of urgency; the last is always to note the report."""
    found = [*_safety(book), *_actions(book), *_families(book), *_domain(book), *_sampling(book)]
    return [*found, ("Note the figures, and how surely they are known.",)]


def _safety(book: Book) -> list[Text]:
    row = book.row("inadequate_open")
    if not book.judged or not row.base:
        return []
    name = book.framework.scale.name(book.framework.scale.ladder)
    if row.count is None:
        return [(f"Ask for a record of what followed each audit graded {name}.",)]
    if not row.count:
        return []
    audits = counted(book.count("inadequate_open"), f"audit graded {name} that is", f"audits graded {name} that are")
    return [("Ask the director to report on the ", *audits, " still open, by name of owner and date.")]


def _actions(book: Book) -> list[Text]:
    late = book.details.actions_overdue
    if not late:
        return []
    number = counted(Figure(late, "count", "actions/overdue"), "action", "actions")
    return [("Ask why ", *number, f" past the due date {'is' if late == 1 else 'are'} not yet closed.")]


def _families(book: Book) -> list[Text]:
    row = book.row("feedback", None, columns(book)[-1])
    if row.share is None or row.share >= HEARD_ENOUGH:
        return []
    missing = Figure((row.base or 0) - (row.count or 0), "count", "feedback/missing")
    audits = Figure(row.base, "count", "feedback/base")
    return [("Support a step to hear more families: in ", missing, " of ", audits, " audits no one was heard.")]


def _domain(book: Book) -> list[Text]:
    whole = columns(book)[-1]
    if (book.row("audits", None, whole).count or 0) < FEW:
        return []
    _, worst = extremes(book, whole)
    names = joined([(book.framework.title_of(code),) for code in worst])
    return [("Choose ", *names, " as the first call on learning sessions next quarter.")]


def _sampling(book: Book) -> list[Text]:
    if not coverage_differs(book):
        return []
    return [("Agree that each month covers the whole service, so that months can be compared.",)]
