"""What is still being settled: looped audits that differ, and those that await a second return."""

from looped.reports.book import Book
from looped.reports.nodes import Block, Figure, Note, Part, Text
from looped.reports.wording import counted, joined


def provisional_note(book: Book) -> list[Block]:
    """How many audits are still being settled, how far the overall grades can move, and how many are sealed."""
    words: list[Part] = [*_settling(book), *_sealed(book)]
    return [Note("Still being settled", tuple(words))] if words else []


def _settling(book: Book) -> Text:
    number = book.row("audits").provisional or 0
    if not number:
        return ()
    audits = counted(Figure(number, "count", "audits/provisional"), "audit is", "audits are")
    ranges: list[Text] = [
        (f"{found.grade} could be ", Figure(found.low, "count", "low"), " to ", Figure(found.high, "count", "high"))
        for found in book.details.overall_ranges
        if found.low != found.high
    ]
    if ranges:
        return (*audits, " still being settled; ", *joined(ranges), ". ")
    return (*audits, " still being settled in one or more domains; no overall grade depends on it. ")


def _sealed(book: Book) -> Text:
    number = sum(book.details.sealed.values())
    if not number:
        return ()
    audits = counted(Figure(number, "count", "sealed"), "looped audit awaits", "looped audits await")
    return (
        *audits,
        " a second return and is in no figure." if number == 1 else " a second return and are in no figure.",
    )
