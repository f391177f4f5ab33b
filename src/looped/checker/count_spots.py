"""A count of the prose with the row of a table that its sentence names, and the columns it may be told of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from looped.checker.claims import Sentence
from looped.checker.context import Context, bases_of
from looped.checker.end_words import ANY_END
from looped.checker.grid import Grid
from looped.checker.linking import Mention
from looped.checker.patterns import pattern_of
from looped.checker.phrases import EXCEPT
from looped.checker.placing import BOTH_DEGREES
from looped.checker.series import is_time
from looped.checker.speaking import (
    grids_of_rows,
    named_columns,
    named_grids,
    named_rows,
    of_one_kind,
    row_count,
    table_of,
)

EACH = pattern_of(r"\beach\b", re.I)
# "Which 25 attended, and give more help to Ayr": another statement.
JOINED = re.compile(
    r";|, (?:and|but|while|whereas|so) (?=(?:we|they|it|he|she|there|this|that|give|gave|should|must|will)\b)"
)
LEFT_OUT = pattern_of(rf"\b(?:{EXCEPT})\b", re.I)


@dataclass(frozen=True)
class Count:
    """A count with its place, and the base that is printed with it."""

    text: str
    value: int
    base: int | None
    start: int
    end: int


@dataclass(frozen=True)
class Spot:
    """A count in its sentence. low, high: where the counts before and after it end and begin."""

    sentence: Sentence
    count: Count
    low: int
    high: int
    first: bool

    @property
    def before(self) -> str:
        """The words between the count before and this one."""
        return self.sentence.text[self.low : self.count.start]

    @property
    def after(self) -> str:
        """The words between this count and the next, as far as another statement."""
        return JOINED.split(self.sentence.text[self.count.end : self.high], maxsplit=1)[0]

    @property
    def lead(self) -> str:
        """Of the words before, those that aren't about the count before."""
        if self.first:
            return re.split(r"[:;]|, (?:and|but|while|whereas) (?=(?:the|we|they|our|all|this|these)\b)", self.before)[
                -1
            ]
        return re.split(r"[,;:(]|\b(?:and|but|with|while)\b", self.before)[-1]


def is_aside(spot: Spot) -> bool:
    """Whether a number names no cell: a small one in words that counts something else, or a part of what is told."""
    after, before = spot.sentence.text[spot.count.end :], spot.sentence.text[: spot.count.start]
    # "From April to June 87": of several rows together.
    if re.search(r"\b(?:from|between) [A-Z][a-z]+ (?:to|and|until) [A-Z][a-z]+", before + after, re.I):
        return True
    # "150 orders in the year, with the most in Housing": the rows named are told of afterwards.
    if re.match(
        rf"[^.;,]{{0,60}}, (?:with|of which|the)\b[^.;,]{{0,20}}\b(?:{ANY_END})\b",
        after,
    ):
        return True
    if BOTH_DEGREES.search(after) or LEFT_OUT.search(before):
        return True  # "very or fairly satisfied": two rows; "leaving out the last": all the others
    if re.match(r"[^.;,]{0,40}\b(?:at least|or (?:more|fewer|over|under|better|less))\b", after) or re.search(
        r"\b(?:at least|two thirds|half|of those|of these|of them)\b[^.;]{0,30}$", before
    ):
        return True
    if (
        spot.count.base is not None
        or any(c.isdigit() for c in spot.count.text)
        or spot.count.text.lower() in ("no", "none")
    ):
        return False
    # "Three teams", "two and a half times", "the other four".
    return not re.match(
        r"\s+(?:(?:were|was|had|are|is|got)\b|(?:[a-z’'-]+\s+){0,2}[a-z’'-]+\s+"
        r"(?:(?:at|on|in|from|for)\s+(?:the\s+)?(?:[A-Z][\w’'-]*\s+){1,3}(?:[a-z]+\s+)?)?"
        r"(?:were|was|had|are|graded|rated|judged)\b|"
        r"(?:audits?|files?|cases?|reports?|replies|records?|people|patients)\b)",
        after,
    ) or bool(re.search(r"\b(?:the|these|those|other|in|of)\s+(?:other\s+)?$", before))


def options(context: Context, spot: Spot) -> Iterator[tuple[Grid, tuple[int, ...], tuple[int, ...], int | None]]:
    """The tables with the rows and columns that a count may be of, and what these come to there."""
    for grid in _grids(context, spot):
        if _is_in_label(grid, spot):
            return
        rows = _rows(grid, spot)
        columns = _columns(context, grid, spot) if rows else None
        if columns is not None:
            counts = [row_count(grid, row, columns) for row in rows]
            if EACH.search(spot.before[-24:] + spot.after[:24]) and len(set(counts)) == 1:
                counts = counts[:1]
            yield grid, rows, columns, None if None in counts else sum(c for c in counts if c is not None)


def _is_in_label(grid: Grid, spot: Spot) -> bool:
    """Whether a number is the last word of a row's name: "Boiler 1"."""
    said = f"{spot.sentence.text[: spot.count.start].rstrip()} {spot.count.text}".lower()
    labels = (label.strip().lower() for label in grid.rows)
    return any(" " in label and said.endswith(label) for label in labels)


def _grids(context: Context, spot: Spot) -> list[Grid]:
    """Tables that the words around a count name; else the one remarked on; else the one in the section."""
    text = spot.sentence.text
    if before := named_grids(context, spot.before):
        return [context.grids[before[-1].at]]
    if after := named_grids(context, spot.after):
        return [context.grids[after[0].at]]
    if anywhere := {each.at for each in named_grids(context, text)}:
        return [context.grids[at] for at in sorted(anywhere)]
    if own := table_of(context, spot.sentence):
        return [own]
    return _by_row(context, spot.sentence)


def _by_row(context: Context, sentence: Sentence) -> list[Grid]:
    """The table with a total of its own among those with a row that the sentence names; all of them otherwise none."""
    here = grids_of_rows(context, sentence.text)
    whole = [grid for grid in here if grid.total is not None]
    return whole if len(whole) == 1 else []


def _rows(grid: Grid, spot: Spot) -> tuple[int, ...]:
    """The rows that are counted: one, or several joined by "or" and "and"."""
    if re.search(r"\bof (?:these|which|whom|them)\b", spot.after) and not named_rows(grid, spot.after):
        rows = {each.at for each in named_rows(grid, spot.sentence.text[: spot.count.start])}
        return tuple(rows) if len(rows) == 1 else ()
    # Behind a colon stands a list, which isn't what was counted.
    after = named_rows(grid, spot.after.partition(":")[0])
    lead = named_rows(grid, spot.lead)
    # A count alone in brackets is of what stands before them.
    if spot.before.endswith("(") and spot.after.startswith(")"):
        after, lead = [], named_rows(grid, spot.before)
    # Behind a comma or an "and" the next count's words begin.
    broken = re.search(r"[,;]|\band\b", spot.after)
    if after and (not lead or broken is None or after[0].start < broken.start()):
        return _run(after, spot.after)
    return _run(lead[::-1], spot.lead)


def _run(found: list[Mention], text: str) -> tuple[int, ...]:
    """The first of the rows named, with those joined to it by "or" or "and"."""
    run = found[:1]
    for each in found[1:]:
        low, high = sorted((run[-1], each), key=lambda one: one.start)
        if not re.fullmatch(r"\W*(?:or|and|,|&)?(?: (?:an?|the))?\W*", text[low.end : high.start]):
            break
        run.append(each)
    return tuple(dict.fromkeys(each.at for each in run))


def _columns(context: Context, grid: Grid, spot: Spot) -> tuple[int, ...] | None:
    """The columns that the count is over: named around it, told by its base, or by the paragraph; () for all."""
    for text in (spot.after, spot.before):
        if near := tuple(dict.fromkeys(each.at for each in named_columns(grid, text))):
            return near if len(near) == 1 or of_one_kind(grid) and is_time(grid) else None
    base = spot.count.base
    if base is not None:
        parts = [at for at in range(len(grid.columns)) if at != grid.total_column]
        fitting = [at for at in parts if base in bases_of(context, grid, at).all]
        if len(fitting) == 1:
            return tuple(fitting)
    elsewhere = {each.at for each in named_columns(grid, spot.sentence.paragraph.text)}
    if elsewhere:
        return tuple(elsewhere) if len(elsewhere) == 1 else None
    countable = [at for at in range(len(grid.columns)) if any(row[at].count is not None for row in grid.values)]
    if len(countable) == 1:
        return (countable[0],)
    return () if of_one_kind(grid) and (is_time(grid) or grid.total_column is not None) else None
