"""What is told of readings that weigh enough: of each figure the weightiest."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.evidence.points import Card
from looped.checker.evidence.reading import Reading
from looped.checker.finding import Finding
from looped.checker.numbers import fits
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage, passage

# "From 5 to 9": what it became, which nothing else leaves or makes.
GONE_TO = pattern_of(r"\b[a-z]+ from [£$€]?\d[\d.,]*%? to (?:just |only )?[£$€]?$", re.I)


def weighed(
    context: Context, code: str, card: Card, readings: Callable[[Passage], Iterator[Reading]]
) -> Iterator[Finding]:
    """What the passages of sections without tables give; beside a table, its own rules know more."""
    for paragraph in context.once(prose_alone):
        best: dict[int, tuple[int, Reading]] = {}
        for each in readings(passage(paragraph.text)):
            if GONE_TO.search(paragraph.text[: each.stated.start]):
                continue
            weight = card.weight(each)
            if weight >= card.enough and weight > best.get(each.stated.start, (0, each))[0]:
                best[each.stated.start] = weight, each
        for _, each in best.values():
            if not _is_told_elsewhere(context, passage(paragraph.text), each):
                yield _finding(paragraph, code, each)


def prose_alone(context: Context) -> list[Paragraph]:
    """The paragraphs that stand beside no table."""
    return [each for each in context.document.paragraphs if each not in context.document.beside_tables]


def _is_told_elsewhere(context: Context, read: Passage, reading: Reading) -> bool:
    """Whether a percentage is its count of a number that the document tells in another place."""
    stated = reading.stated
    if stated.kind != "share":
        # "Of those still open, 120 (75%)": a part of what is expected there.
        printed = stated.entry.share
        # "Thirteen were at work, which at 65%": of the whole it is not what is left of.
        beside = [e.share for e in read.of_sentence(stated.sentence) if e.kind == "share" and e.share]
        whole = max(int(each.value) for each in reading.terms)
        if any(each.value < 100 and fits(int(stated.value), whole, each) for each in beside if whole):
            return True
        return bool(
            printed and stated.value < reading.expected and fits(int(stated.value), int(reading.expected), printed)
        )
    if context.once(_shares_beside_counts).get(stated.value, set()) - {read.text}:
        return True
    slack, part = stated.step / 2, int(reading.terms[0].value)
    # Or with another count of its passage: "two then and six since".
    parts = {part, *(part + each.count for each in read.entries if each.kind == "count")}
    return any(
        abs(one * 100 - stated.value * whole) <= slack * whole
        for whole in context.told
        for one in parts
        if whole >= one
    )


def _shares_beside_counts(context: Context) -> dict[Decimal, set[str]]:
    """The shares that are printed beside their own count in prose, or in a table's cells, each with its paragraph."""
    found: dict[Decimal, set[str]] = {}
    for paragraph in context.document.paragraphs:
        for each in passage(paragraph.text).entries:
            if each.share and each.kind == "count":
                found.setdefault(each.share.value, set()).add(passage(paragraph.text).text)
    for cell in (each for placed in context.sheets for row in placed.sheet.cells for each in row):
        if cell and cell.share:
            found.setdefault(cell.share.value, set()).add("")
    return found


def _finding(paragraph: Paragraph, code: str, each: Reading) -> Finding:
    stated, expected = each.stated.printed, f"{each.expected:,f}"
    slip = f"weighed/{paragraph.line}/{each.stated.start}"
    quote = each.stated.entry.text
    return Finding(code, "wrong", paragraph.where, quote, stated, expected, each.told, slip, "likely")
