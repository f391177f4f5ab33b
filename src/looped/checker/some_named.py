"""Rows or columns that a sentence speaks of together: it names them, or those before it do and it says "the two"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from looped.checker.context import Context
from looped.checker.document import Paragraph, Table
from looped.checker.patterns import Pattern, pattern_of
from looped.checker.placing import TOGETHER
from looped.checker.prose import Passage, passage
from looped.checker.remarks import Remark, lies
from looped.checker.sheets.naming import Named, may_name_two
from looped.checker.sheets.places import otherwise_named
from looped.checker.sheets.sheet import Sheet, is_total
from looped.checker.sheets.spoken import as_spoken_of

THE_TWO = pattern_of(
    r"\b(?:the|these|those) two\b(?: (?:teams?|groups?|sites?|departments?|houses?|wards?|areas?|units?|districts?|"
    r"reasons?|answers?|causes?|homes?|schools?|clinics?|services?|kinds?|types?|ports?|boats?|of (?:them|these))"
    r"|(?= (?:together|combined|is|was|are|were|have|had|account|accounted|make|made|went|came|now|provide|provided|"
    r"add|stand|lie)\b|[.,;)]))",
    re.I,
)
BY_AGE = pattern_of(r"\bthe two (?:(?P<old>older|oldest)|younger|youngest)\b(?: age)?(?: groups| bands)?", re.I)
FIRST = re.compile(r"\D*(\d+)")
TWO = 2
# How they are spoken of: by the sentences before, by names joined together, by two names in one sentence.
OF_BEFORE, JOINED, APART = "before", "joined", "apart"


@dataclass(frozen=True)
class Some:
    """Rows of a table, or of it on its side, spoken of together. span: where in the sentence; how: as above."""

    remark: Remark
    sheet: Sheet
    at: tuple[int, ...]
    span: tuple[int, int]
    how: str


def some_named(context: Context, *needed: Pattern) -> Iterator[tuple[Remark, list[Some]]]:
    """Each sentence with a figure that may have a pattern, with those it speaks of, in each table that has them all.

    With the sentence stands a remark of any of its tables: the words are the same.
    """
    for block in context.document.blocks:
        if isinstance(block, Table) or block.text.lstrip("# ") == block.section or "\t" in block.text:
            continue
        if not any(each.search(block.text) for each in needed):
            continue
        read = passage(block.text)
        for at in range(len(read.starts)):
            if read.of_sentence(at) and any(each.search(read.sentence(at)) for each in needed):
                found = [some for placed in context.sheets for some in _in(block, read, at, placed.sheet)]
                if found:
                    yield found[0].remark, found


def _in(block: Paragraph, read: Passage, at: int, sheet: Sheet) -> Iterator[Some]:
    remark = Remark(block, read, at, as_spoken_of(sheet))
    for side, of_rows in ((remark.sheet, True), (lies(remark.sheet), False)):
        if said := THE_TWO.search(remark.text):
            two = _before(block, read, at, remark.sheet, of_rows=of_rows)
            if len(two) == TWO:
                yield Some(remark, side, two, said.span(), OF_BEFORE)
        if said := BY_AGE.search(remark.text):
            two = _by_age(side, old=bool(said["old"]))
            if two:
                yield Some(remark, side, two, said.span(), OF_BEFORE)
        named = _named(remark, of_rows=of_rows) if _may_be_two(remark, of_rows=of_rows) else []
        run = _run(remark, named)
        own = tuple(dict.fromkeys(e.at for e in run or named))
        if run or len(own) == TWO:
            every = run or named
            yield Some(remark, side, own, (every[0].start, every[-1].end), JOINED if run else APART)


def _may_be_two(remark: Remark, *, of_rows: bool) -> bool:
    """Whether a sentence may name two of one side of a table: asked of many tables, it costs less than to look."""
    sheet = remark.sheet
    if not of_rows:
        return may_name_two(remark.text, tuple(sheet.heads))
    labels = tuple(sheet.labels)
    return may_name_two(remark.text, labels) or bool(otherwise_named(remark.text, labels[: sheet.total], sheet.corner))


def _by_age(sheet: Sheet, *, old: bool) -> tuple[int, ...]:
    """The two oldest or youngest of more groups, which stand in their order: "16 to 24", "25 to 44"."""
    firsts = [FIRST.match(sheet.labels[at]) for at in sheet.parts]
    ages = [int(each[1]) for each in firsts if each]
    if len(ages) < len(firsts) or len(ages) <= TWO or sorted(set(ages)) != ages:
        return ()
    return sheet.parts[-TWO:] if old else sheet.parts[:TWO]


def _named(remark: Remark, *, of_rows: bool) -> list[Named]:
    """What a sentence names in full of one side of a table: neither totals nor what is called like another."""
    labels = remark.sheet.labels if of_rows else remark.sheet.heads
    every = remark.rows if of_rows else remark.columns
    return [e for e in every if (e.whole or _begins(remark, e, labels[e.at])) and not is_total(labels[e.at])]


def _begins(remark: Remark, named: Named, label: str) -> bool:
    """ "Birch" of "Birch House": the first word of a name, with its capital letter."""
    word = remark.text[named.start : named.end]
    return word[:1].isupper() and label.startswith(f"{word} ")


def _run(remark: Remark, named: Sequence[Named]) -> list[Named]:
    """The only names joined together: "Ayr and Oban", "(Ayr, Oban and Troon)"."""
    runs: list[list[Named]] = []
    for each in named:
        if runs and TOGETHER.match(remark.text[runs[-1][-1].end : each.start]):
            runs[-1].append(each)
        else:
            runs.append([each])
    several = [run for run in runs if len({each.at for each in run}) == len(run) >= TWO]
    return several[0] if len(several) == 1 else []


def _before(block: Paragraph, read: Passage, at: int, sheet: Sheet, *, of_rows: bool) -> tuple[int, ...]:
    """The last that the sentences before name, where they are two: "Ayr had 5; Oban had 7. The two together ..."."""
    found: list[int] = []
    for back in range(at - 1, -1, -1):
        earlier = _named(Remark(block, read, back, sheet), of_rows=of_rows)
        found += [each for each in dict.fromkeys(e.at for e in earlier) if each not in found]
        if len(found) >= TWO:
            break
    return tuple(sorted(found))
