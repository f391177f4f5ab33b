"""Audits at the grade that needs the safety ladder: when, what followed, what is open."""

from looped.figures.ladder import LadderAudit
from looped.figures.periods import month_title
from looped.reports.book import Book
from looped.reports.nodes import Block, Figure, Note, Paragraph, Section, Table, Text
from looped.reports.wording import counted, joined

LACKS = {
    "no_action": "no action recorded",
    "not_closed": "an action not closed",
    "not_checked": "an action not checked",
    "no_re_audit": "no re-audit yet",
}


def section(book: Book) -> Section:
    """Each audit that stands or stood at the ladder's grade, and whether what it asked for is done and checked."""
    name = book.framework.scale.name(book.framework.scale.ladder)
    title = f"Audits graded {name}"
    if not book.judged:
        words = "This framework gives no grade to the whole audit, so none is followed on the ladder."
        return Section("ladder", title, (Paragraph((words,)),))
    row = book.row("inadequate_open")
    if not row.base:
        return Section("ladder", title, (Paragraph((f"No audit of this period stands, or stood, at {name}.",)),))
    blocks: list[Block] = [Paragraph(_when(book, name)), _what_followed(book), *_table(book)]
    return Section("ladder", title, tuple(blocks))


def _when(book: Book, name: str) -> Text:
    audits = counted(book.base("inadequate_open"), "audit stands, or stood,", "audits stand, or stood,")
    each: list[Text] = [
        (book.base("inadequate_open", None, month), f" in {month_title(month)}")
        for month in book.months
        if book.row("inadequate_open", None, month).base
    ]
    return (*audits, f" at {name}: ", *joined(each), ".")


def _what_followed(book: Book) -> Block:
    row = book.row("inadequate_open")
    if row.count is None:
        words = "What followed is not recorded in this workbook: it has no sheet of actions."
        return Note("Not known", (words,), "urgent")
    if row.count == 0:
        words = "Every one of them has actions, and all actions are closed and checked."
        return Note("All completed", (words,))
    none = sum(1 for audit in book.details.ladder if not audit.actions)
    open_still = counted(book.count("inadequate_open"), "audit is", "audits are")
    missing: Text = ()
    if none:
        missing = (
            " ",
            *counted(Figure(none, "count", "ladder/none"), "has no action recorded.", "have no action recorded."),
        )
    return Note("Not yet safe", (*open_still, " still open.", *missing), "urgent")


def _table(book: Book) -> list[Block]:
    rows: list[tuple[Text, ...]] = [
        (("Audit",), ("Month",), ("Service area",), ("Grade now",), ("Actions",), ("Closed and checked",), ("State",))
    ]
    for audit in book.details.ladder:
        rows.append(
            (
                (audit.audit,),
                (month_title(audit.month) if audit.month else "–",),
                (audit.service_area or "not given",),
                (grade_now(book, audit),),
                *_followed(audit, book.known("inadequate_open")),
            )
        )
    return [Table("ladder", "What followed each of them", tuple(rows))]


def _followed(audit: LadderAudit, known: bool) -> tuple[Text, Text, Text]:
    """Actions, those closed and checked, and the state; a nought would say that there were none."""
    if not known:
        return ("not recorded",), ("not recorded",), ("not recorded",)
    return (
        (Figure(audit.actions, "count", f"ladder/{audit.audit}/actions"),),
        (Figure(audit.checked, "count", f"ladder/{audit.audit}/checked"),),
        (f"Open: {why_open(audit)}" if audit.why_open else "Closed and checked",),
    )


def why_open(audit: LadderAudit) -> str:
    """What an audit still lacks, in words; an action not closed is said once, not as unchecked too."""
    lacks = [why for why in audit.why_open if not (why == "not_checked" and "not_closed" in audit.why_open)]
    lacks = [why for why in lacks if not (why in ("not_closed", "not_checked") and "no_action" in audit.why_open)]
    return " and ".join(LACKS[why] for why in lacks)


def grade_now(book: Book, audit: LadderAudit) -> str:
    """The name of the grade that stands now."""
    return "Not graded" if audit.grade is None else book.framework.scale.name(audit.grade)
