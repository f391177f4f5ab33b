"""The first page, which stands alone: what was read, what is known, who isn't safe yet, what is asked."""

from looped.reports.book import Book
from looped.reports.comparable import coverage_differs
from looped.reports.nodes import Block, Bullets, Figure, Note, Paragraph, Part, Section, Text
from looped.reports.sections.asks import asks
from looped.reports.sections.ladder import why_open
from looped.reports.sections.provisional import provisional_note
from looped.reports.sections.steps import is_done, steps_of
from looped.reports.sections.strongest import extremes
from looped.reports.tables import below_good, columns, good_or_better
from looped.reports.wording import FEW, counted, joined, of_with_share
from looped.rubric.framework import OVERALL

TITLE = "This quarter on one page"


def section(book: Book) -> Section:
    """Five short parts in a fixed order, none of which needs the pages that follow."""
    parts = (
        Section("read", "What was read", (Paragraph(_read(book), "lead"),)),
        Section("known", "What is known about practice, and how surely", _known(book)),
        Section("safe", "Whose audits are not yet safe", tuple(_safe(book))),
        Section("last-steps", "What became of earlier steps", (_steps(book),)),
        Section("asks", "What is asked of the Board", (Bullets(tuple(asks(book)), ordered=True),)),
    )
    return Section("front", TITLE if len(book.months) == 3 else "This period on one page", parts)


def _read(book: Book) -> Text:
    words: list[Part] = [*counted(book.count("audits"), "audit", "audits"), f" of case files, {book.period_title}. "]
    looped = book.row("looped").count
    if looped:
        words += [*counted(book.count("looped"), "was", "were"), " looped: two managers read the file independently. "]
    if book.known("feedback"):
        words += ["A family was heard in ", book.count("feedback"), ". "]
    if book.known("planned") and book.row("planned").count:
        words += [book.count("planned"), " were planned. "]
    return (*words, f"Figures as at {book.as_at_title}.")


def _known(book: Book) -> tuple[Block, ...]:
    whole = columns(book)[-1]
    if (book.row("audits", None, whole).count or 0) < FEW:
        return (Paragraph(("Too few audits to say anything about practice beyond the files themselves.",)),)
    items: list[Text] = [*_overall(book, whole), *_domains(book, whole)]
    if coverage_differs(book):
        items.append(("The months covered different service areas, so they can't be compared with each other.",))
    items += _changes(book)
    return (Bullets(tuple(items)), *provisional_note(book))


def _overall(book: Book, whole: str | None) -> list[Text]:
    if not book.judged:
        return []
    good = book.row("good_or_better", OVERALL, whole)
    name = book.framework.scale.name(book.framework.scale.ladder)
    low = book.row("grades", OVERALL, whole, name)
    return [
        (f"{good_or_better(book.framework)} overall: ", *of_with_share(good, "good_or_better/overall"), "."),
        (f"{name} overall: ", *of_with_share(low, f"grades/overall/{name}"), "."),
    ]


def _domains(book: Book, whole: str | None) -> list[Text]:
    best, worst = extremes(book, whole)
    top, bottom = book.row("good_or_better", best[0], whole), book.row("good_or_better", worst[0], whole)
    names = [joined([(book.framework.title_of(code),) for code in codes]) for codes in (best, worst)]
    return [
        ("Strongest: ", *names[0], f", {good_or_better(book.framework)} in ", *of_with_share(top, "best"), "."),
        (
            "Most in need: ",
            *names[1],
            f", most often {below_good(book.framework)}; {good_or_better(book.framework)} in ",
            *of_with_share(bottom, "worst"),
            ".",
        ),
    ]


def _changes(book: Book) -> list[Text]:
    if not book.change:
        return []
    claims = [c for c in book.change.values() if c.verdict in ("improved", "worsened", "months_differ")]
    if claims:
        return [change.sentence for change in claims]
    return [("No change over the period can be claimed in any domain: so few audits can only show a large one.",)]


def _safe(book: Book) -> list[Block]:
    if not book.judged:
        return [Paragraph(("This framework gives no grade to the whole audit.",))]
    name = book.framework.scale.name(book.framework.scale.ladder)
    row = book.row("inadequate_open")
    if not row.base:
        return [Paragraph((f"No audit stands, or stood, at {name}.",))]
    stood = counted(book.base("inadequate_open"), "audit stands, or stood,", "audits stand, or stood,")
    if row.count is None:
        return [Note("Not known", (*stood, f" at {name}. What followed is not recorded."), "urgent")]
    if row.count == 0:
        return [Paragraph((*stood, f" at {name}. Every one has actions, all closed and checked."))]
    return [
        Note(
            "Not yet safe",
            (
                *stood,
                f" at {name}; ",
                *counted(book.count("inadequate_open"), "is", "are"),
                " still open: ",
                *_open(book),
                ".",
            ),
            "urgent",
        )
    ]


def _open(book: Book) -> Text:
    found: list[Text] = [
        (f"{audit.audit} ({audit.service_area or 'service area not given'}: {why_open(audit)})",)
        for audit in book.details.ladder
        if audit.why_open
    ]
    return joined(found)


def _steps(book: Book) -> Block:
    if "steps" not in book.material.recorded:
        return Paragraph(("Steps and learning sessions are not recorded in this workbook.",))
    steps = [s for s in steps_of(book) if s.on is not None and f"{s.on:%Y-%m}" <= book.last]
    done = Figure(sum(is_done(s.state) for s in steps), "count", "steps/done")
    if not steps:
        return Paragraph(("No step was due by the end of this period.",))
    due = counted(Figure(len(steps), "count", "steps/due"), "step was", "steps were")
    open_still: list[Text] = [(s.what.rstrip("."),) for s in steps if not is_done(s.state)]
    words: Text = (*due, " due by the end of this period; ", done, " done. ")
    return Paragraph((*words, "Still open: ", *joined(open_still), ".") if open_still else words)
