"""A count in a sentence against the table's cell that it speaks of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, permutations

from looped.checker.claims import Claim, Sentence
from looped.checker.context import Context, bases_of
from looped.checker.end_words import ANY_END
from looped.checker.finding import Finding, Verdict
from looped.checker.grid import Grid
from looped.checker.linking import Mention
from looped.checker.misplaced import TAKES_IN
from looped.checker.numbers import NUMERAL
from looped.checker.patterns import pattern_of
from looped.checker.phrases import AVERAGED, EXCEPT, ONLY
from looped.checker.placing import BOTH_DEGREES
from looped.checker.prose import quieted
from looped.checker.quantities import quantities_in
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

CODE = "count-and-table"
MESSAGE = "A count in a sentence is the one in the table."
GOOD = "Grade\tMay\tJune\nGood\t8\t7\nPoor\t22\t9\n\nIn May 8 audits were graded Good."
BAD = "Grade\tMay\tJune\nGood\t8\t7\nPoor\t22\t9\n\nIn May 6 audits were graded Good."

# Words that make a count another quantity than the cell's: a part of it, a change, a bound.
OTHER = pattern_of(
    r"\b(?:more|fewer|less|than|at least|up to|over|under|about|around|nearly|almost|between|increase|rise|fall|drop|"
    r"change|difference|gap|target|expected|planned|last|previous|km|miles?|metres|kg|mg|ml|litres|minutes|days|"
    r"weeks|hours|years?|per|aged?|remaining|month|qtr|quarter|"
    r"phase|section|table|figure|page|top|first|next|further|another|additional)\b",
    re.I,
)
WAS_TO = pattern_of(r"\b(?:was|were|is|are|has|had|have|meant|asked|wanted) to [a-z]+ (?:at least )?$", re.I)
OF_A_YEAR, SINCE = pattern_of(r"\b(?:in|by) (?:19|20)\d\d,? $", re.I), pattern_of(r"\bsince\b", re.I)
AFTERWARDS = pattern_of(
    r"\s*(?:/|%|months?\b|of the \w+ \w+s\b|domains?\b|percentage|points?\b|times\b|"
    r"[a-z]+ (?:in|out of) (?:every )?(?:two|three|four|five|ten)\b|(?:in|out of) )",
    re.I,
)
NONE = pattern_of(
    r"\b(?:there (?:were|was|are) (?P<a>no)|(?P<b>none(?= (?:of|was|were|in|had|at)\b)|"
    r"no(?= (?!one)[a-z]+ (?:was|were|graded|rated)\b)))\b",
    re.I,
)
BEYOND = pattern_of(
    r"\b(?:below|above|other than|short of|not yet|or (?:better|worse|above|below|higher|lower))\b", re.I
)
NUMBERS = pattern_of(rf"{NUMERAL}(?:\s*(?:of|out of|/)\s*(?:the |these |all )?{NUMERAL})?", re.I)
EACH = pattern_of(r"\beach\b", re.I)
MEAN = pattern_of(rf"\b(?:{AVERAGED})\b", re.I)
SIZE_OF_ALL = pattern_of(r"\bn\s?=\s?$", re.I)
PERIOD = pattern_of(r"\b(?:19|20)?\d\d[/-]\d\d\b")

# "Which 25 attended, and give more help to Ayr": another statement.
JOINED = re.compile(
    r";|, (?:and|but|while|whereas|so) (?=(?:we|they|it|he|she|there|this|that|give|gave|should|must|will)\b)"
)

# So many rows are added up in every combination, and no more.
MANY = 8
NO_COUNT = pattern_of(r"[£$€]|\b(?:mean|average|median|cost|price|rate|score|index)\b", re.I)
LEFT_OUT = pattern_of(rf"\b(?:{EXCEPT})\b", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each count whose sentence names a row of a table."""
    for sentence in context.sentences:
        # Another year's figures aren't in these tables.
        if PERIOD.search(sentence.text) and not any(c.base for c in sentence.claims):
            continue
        counts = list(_counts(sentence))
        for at, count in enumerate(counts):
            low = counts[at - 1].end if at else 0
            high = counts[at + 1].start if at + 1 < len(counts) else len(sentence.text)
            yield from _judged(context, Spot(sentence, count, low, high, at == 0))


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


def _counts(sentence: Sentence) -> Iterator[Count]:
    found = [_of_claim(claim) for claim in sentence.claims if claim.count is not None]
    for each in quantities_in(sentence.text):
        taken = any(claim.start <= each.start < claim.end for claim in sentence.claims)
        plain = (
            each.unit == ""
            and each.step == 1
            and not each.is_year
            and each.text.lower() not in ("one", "zero", "none", "nil")
        )
        if not taken and plain and each.value >= 0:
            found.append(Count(each.text, int(each.value), None, each.start, each.end))
    for none in NONE.finditer(sentence.text):
        name = "a" if none["a"] else "b"
        if not any(each.start <= none.start(name) < each.end for each in found):
            found.append(Count(none[name], 0, None, none.start(name), none.end(name)))
    yield from sorted(found, key=lambda each: each.start)


def _of_claim(claim: Claim) -> Count:
    """Its number alone: the words inside a claim, up to its share, may name what it counts."""
    number = NUMBERS.match(claim.quote)
    end = claim.start + number.end() if number else claim.end
    return Count(claim.quote, claim.count or 0, claim.base, claim.start, end)


def _judged(context: Context, spot: Spot) -> Iterator[Finding]:
    count = spot.count
    text = spot.sentence.text
    if SIZE_OF_ALL.search(text[: count.start]):
        return  # "(n = 152)": of how many the table is
    if _is_aside(spot) or MEAN.search(text):
        return
    quiet = quieted(text)
    if count.text.lower() not in ("no", "none") and not quiet[count.start : count.end].strip():
        return  # a length of time, an age, a name
    around = (
        quiet[max(spot.low, count.start - 20) : count.start] + " " + quiet[count.end : min(spot.high, count.end + 16)]
    )
    if OF_A_YEAR.search(text[: count.start]) and SINCE.search(text, count.end):
        return  # "in 2016 37 were; that has since risen by nine"
    if WAS_TO.search(text[: count.start]):
        return  # what was wanted of each
    if OTHER.search(around) or (count.base is None and AFTERWARDS.match(text[count.end :])):
        return
    # How far it moved; how many they all are.
    if re.search(rf"\bby (?:{ONLY})?$|\b(?:of|across|in) (?:the|all|these) $", text[: count.start], re.I):
        return
    # "Below Good" is another quantity than Good.
    if BEYOND.search(spot.lead) or BEYOND.search(spot.after):
        return
    known = list(_options(context, spot))
    if not known or any(value is None for *_, value in known):
        return
    right = next((each for each in known if each[3] == count.value), None)
    if right:
        yield _finding(spot.sentence, count, *right[:3], count.value)
    elif (
        len(known) == 1
        # With its share beside it another rule judges it; "240 of the 267 received": the row is what it is of.
        and "%" not in count.text
        and count.base != known[0][3]
        and not _may_differ(known[0][0], known[0][2], count)
        and not _is_another(known[0][0], spot)
        and not _is_kind_of_row(known[0][0], spot)
        and not _in_another_column(known[0][0], known[0][1], spot)
        and count.base != known[0][3]
        and not _comes_out(*known[0][:3], count.value)
        and not _is_of_other_kind(known[0][0], known[0][2])
        and not _is_each(known[0][0], known[0][1], count.value)
    ):
        yield _finding(spot.sentence, count, *known[0][:3], known[0][3] or 0)


def _is_aside(spot: Spot) -> bool:
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
        r"\s+(?:(?:were|was|had|are|is|got)\b|(?:[a-z’'-]+\s+){0,2}[a-z’'-]+\s+(?:were|was|had|are|graded|rated|"
        r"judged)\b|"
        r"(?:audits?|files?|cases?|reports?|replies|records?|people|patients)\b)",
        after,
    ) or bool(re.search(r"\b(?:the|these|those|other|in|of)\s+(?:other\s+)?$", before))


def _options(context: Context, spot: Spot) -> Iterator[tuple[Grid, tuple[int, ...], tuple[int, ...], int | None]]:
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


def _is_kind_of_row(grid: Grid, spot: Spot) -> bool:
    """ "Falls took in 12 on the stairs and 9 outside": each is a kind of what the row has."""
    text = spot.sentence.text[: spot.count.start]
    return any(TAKES_IN.match(text, each.end) for each in named_rows(grid, text))


def _is_another(grid: Grid, spot: Spot) -> bool:
    """Whether it is the count of another row that the sentence names."""
    rows = {each.at for each in named_rows(grid, spot.sentence.text)}
    # "15 posts were empty" under posts and those filled.
    cells = [[v.count for v in grid.values[row] if v.count is not None] for row in rows]
    if any(abs(a - b) == spot.count.value for own in cells for a, b in combinations(own, 2)):
        return True
    own = {grid.rows[row].lower() for row in rows}
    longer = [row for row, label in enumerate(grid.rows) if any(o in label.lower() != o for o in own)]
    if any(value.count == spot.count.value for row in longer for value in grid.values[row]):
        return True
    # In a row any column may be meant, also where the words name another: "the loss, 30, was of boats that started".
    return any(value.count == spot.count.value for row in rows for value in grid.values[row])


def _is_of_other_kind(grid: Grid, columns: tuple[int, ...]) -> bool:
    """Whether the column holds money or means, and no counts."""
    return any(NO_COUNT.search(grid.columns[column]) for column in columns)


def _is_each(grid: Grid, rows: tuple[int, ...], count: int) -> bool:
    """ "21 residents to each of them": one cell of a row over another."""
    cells = [[v.count for v in grid.values[row] if v.count] for row in rows]
    return any(a == count * b for own in cells for a, b in permutations(own, 2) if b > 1)


def _in_another_column(grid: Grid, rows: tuple[int, ...], spot: Spot) -> bool:
    """Whether it stands in the row under another column that the sentence names: "May saw most (8) and June least"."""
    columns = {each.at for each in named_columns(grid, spot.sentence.text)}
    return any(grid.values[row][column].count == spot.count.value for row in rows for column in columns)


def _comes_out(grid: Grid, rows: tuple[int, ...], columns: tuple[int, ...], count: int) -> bool:
    """Whether it is the column's total, or what the rows named make with others: then it is theirs."""
    for column in columns or range(len(grid.columns)):
        named = sum(grid.values[row][column].count or 0 for row in rows)
        others = [n for row in grid.parts if row not in rows and (n := grid.values[row][column].count)][:MANY]
        sums = {named + sum(some) for size in range(1, len(others) + 1) for some in combinations(others, size)}
        if count in sums or (grid.total is not None and grid.values[grid.total][column].count == count):
            return True
    return False


def _may_differ(grid: Grid, columns: tuple[int, ...], count: Count) -> bool:
    """Whether a smaller or greater whole may be meant: a base that is not the column's says so."""
    if count.base is None:
        return False
    bases = {total for column in (columns or range(len(grid.columns))) for total in [_base(grid, column)] if total}
    whole = sum(bases) if not columns else 0
    return bool(bases) and count.base not in bases | {whole}


def _base(grid: Grid, column: int) -> int | None:
    if grid.bases[column]:
        return grid.bases[column]
    if grid.total is not None:
        return grid.values[grid.total][column].count
    counts = grid.counts(column)
    return None if None in counts else sum(count for count in counts if count is not None)


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


def _finding(
    sentence: Sentence, count: Count, grid: Grid, rows: tuple[int, ...], columns: tuple[int, ...], value: int
) -> Finding:
    over = ", ".join(grid.columns[at] for at in columns) or "all columns"
    places = columns or tuple(at for at in range(len(grid.columns)) if at != grid.total_column)
    cells = " + ".join(str(grid.values[row][at].count) for row in rows for at in places)
    names = " and ".join(grid.rows[row] for row in rows)
    why = f"the table {grid.table.title!r}, {names}, {over}: {cells}" + (f" = {value}" if "+" in cells else "")
    slip = f"fraction/{sentence.line}/{count.text.lower()}"
    verdict: Verdict = "ok" if value == count.value else "wrong"
    return Finding(CODE, verdict, sentence.where, count.text, str(count.value), str(value), why, slip, "likely")
