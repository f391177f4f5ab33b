"""How the figures are made: base, rounding, as at, late returns, problems in what was read."""

from looped.reports.book import Book
from looped.reports.nodes import Block, Bullets, Figure, Paragraph, Part, Section, Text
from looped.reports.tables import base_sentence
from looped.reports.wording import FEW, counted
from looped.rubric.framework import OVERALL

TITLE = "How the figures are made"
PROBLEMS = 20


def section(book: Book) -> Section:
    """Plain rules, each a bullet, then what was wrong with the rows that were read."""
    blocks: list[Block] = [Bullets(tuple(_rules(book))), *_problems(book)]
    return Section("method", TITLE, tuple(blocks))


def _rules(book: Book) -> list[Text]:
    few = Figure(FEW, "count", "rule/few")
    frameworks = " and ".join(framework.title for framework in book.frameworks)
    return [
        (f"Source: {book.material.source_title or 'the record of audits'}. Every number is counted from it.",),
        (f"As at {book.as_at_title}. What was recorded after that moment isn't in these figures.",),
        (f"Framework: {frameworks}. {base_sentence(book.framework, OVERALL)}",),
        ("Percentages have one decimal, and exact halves are rounded up. They may not add up to exactly the whole.",),
        (
            "An interval is the range in which the true share lies with 95% confidence if these files were drawn at "
            "random (Wilson’s method). Few audits make it wide. Below ",
            few,
            " audits a sentence gives counts and no share.",
        ),
        (
            "A grade stands as settled: by moderation where there was one, otherwise as the auditor gave it. A looped "
            "audit counts once both returns are in; where they differ it stands on the lead auditor’s grade, marked "
            "as still being settled, until moderation settles it.",
        ),
        (
            "Here “looped” means that two managers read the same file independently. Following actions through to the "
            "end is called closing the loop by some inspectors; the section on actions covers that.",
        ),
        _late(book),
    ]


def _late(book: Book) -> Text:
    row = book.row("late")
    if row.count is None:
        return ("Late returns: this source doesn't say when returns were due or came in.",)
    late = counted(book.count("late"), "return", "returns")
    return ("Late returns: ", *late, " came after the day they were due, and are counted in the month of their round.")


def _problems(book: Book) -> list[Block]:
    material = book.material
    if not material.problems:
        return [Paragraph(("Nothing that was read had to be refused or questioned.",))]
    refused = Figure(material.refused, "count", "problems/refused")
    doubtful = Figure(material.warnings, "count", "problems/warnings")
    lead: list[Part] = ["Problems in what was read: ", refused, " refused, ", doubtful, " taken with a warning."]
    items: list[Text] = [(problem,) for problem in material.problems[:PROBLEMS]]
    left = len(material.problems) - len(items)
    if left > 0:
        items.append(("and ", Figure(left, "count", "problems/more"), " more, listed when the file is read."))
    return [Paragraph(tuple(lead)), Bullets(tuple(items))]
