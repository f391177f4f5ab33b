"""The highest, the lowest, the most common: against the table, by number or by share as the sentence says."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from looped.checker.claims import Sentence
from looped.checker.context import Context
from looped.checker.end_words import HIGHEST, LOWEST
from looped.checker.finding import Finding, Verdict
from looped.checker.grid import Grid
from looped.checker.linking import Mention
from looped.checker.measures import UNRANKED
from looped.checker.patterns import pattern_of
from looped.checker.rules.sheet_end import LASTING, TIMES
from looped.checker.series import is_time, series
from looped.checker.sheets.sheet import BASE_HEAD
from looped.checker.sheets.sheet import is_time as is_times
from looped.checker.speaking import (
    named_columns,
    named_grids,
    named_rows,
    of_one_kind,
    overall_grid,
    row_count,
    table_of,
)

CODE = "highest"
MESSAGE = "What is called the highest, lowest or most common is so in the table."
GOOD = "Grade\tApril\tMay\nGood\t7\t9\nPoor\t12\t8\n\nMay had the highest number of audits graded Good."
BAD = "Grade\tApril\tMay\nGood\t9\t7\nPoor\t12\t8\n\nMay had the highest number of audits graded Good."

# "The main cause of leaks": of which there are most.
MAIN = (
    r"(?:main|leading|chief|principal|primary|predominant|single (?:biggest|largest)) (?:single |recorded |given )?"
    r"(?:cause|reason|category|type|heading|source|theme|subject|factor|topic|kind)"
    r"(?!\w| (?:of|for) (?:concern|worry|alarm|delay)|[^.;:]{0,30} \b(?:among|in|at|on) (?!the (?:table|year|"
    r"period)\b))"
)
MOST = pattern_of(
    rf"\b(?P<word>{MAIN}|{HIGHEST}|most (?:common|frequent|often)\w*|commonest|the most)\b|"
    rf"\b(?P<least>{LOWEST}|(?<!\bat )least(?: (?:common|frequent)\w*)?)\b",
    re.I,
)
BY_NUMBER = pattern_of(r"\b(?:number|count|numbers|most|fewest)\b", re.I)
BY_SHARE = pattern_of(r"\b(?:share|proportion|percentage|rate|per ?cent)\b", re.I)
SHARE_IS = pattern_of(r"\b(?:share|proportion|percentage|rate)\b[^.;:,()\d]{0,40}$", re.I)
RATE = pattern_of(r"\bper \d|\brates?\b|\bper (?:bed|head|patient|person|pupil|resident|visit|[a-z]+ day)", re.I)
PLACES = pattern_of(r"\b(?:rank\w*|place|position)\b", re.I)
OF_GAPS = pattern_of(r"\b(?:variances?|over-?spen[dt]\w*|under-?spen[dt]\w*|gaps?|differences?|shortfalls?)\b", re.I)
RANKED = pattern_of(
    r"\b(?:second|third|next|one of|among|joint|\w+ of the|not|nor|never|no longer)[\s-]+(?:the )?$", re.I
)


def check(context: Context) -> Iterator[Finding]:
    """Each superlative whose subject is a row or a column of a table."""
    for sentence in context.sentences_with(MOST):
        for found in MOST.finditer(sentence.text):
            if not RANKED.search(sentence.text[: found.start()]):
                yield from _judged(context, sentence, found)


def _judged(context: Context, sentence: Sentence, found: re.Match[str]) -> Iterator[Finding]:
    low, high = _bounds(sentence.text, found)
    before, after = sentence.text[low : found.start()], sentence.text[found.end() : high]
    if OF_GAPS.search(sentence.text[found.start() : found.end() + 30]):
        return  # how far two figures are apart
    if re.search(r"\b(?:below|above|or better|other than)\b", sentence.text[found.start() : found.end() + 40]):
        return
    for grid in _grids(context, sentence):
        if any(PLACES.search(label) for label in grid.columns):
            return  # the first of a column of places has the least figure
        if LASTING.match(found.group()) and not TIMES.search(" ".join((grid.table.title, *grid.columns))):
            return  # "has waited longest": of a time, and no column tells any
        rows_before, rows_after = _names(named_rows(grid, before)), _names(named_rows(grid, after))
        cols_before, cols_after = _names(named_columns(grid, before)), _names(named_columns(grid, after))
        columns = cols_before or cols_after
        rows = rows_before or rows_after
        said = found.group() + sentence.text[found.end() : found.end() + 10]
        if re.search(r"common|frequent|often|likely", said) and any(map(RATE.search, grid.columns)):
            return  # by its rate, and not by its number
        if (
            re.search(r"common|frequent|often|^(?:main|leading|chief|principal|primary|predom|single)", said, re.I)
            and len(rows) == 1
        ):
            yield from _of_rows(sentence, grid, rows[0], columns, found)
        elif len(columns) == len(rows) == 1 and _is_of_time(grid, sentence.text[: found.start()]):
            yield from _of_rows(sentence, grid, rows[0], columns, found)  # "the most poor ones were in May"
        elif len(columns) == 1 and len(rows) == 1 and (not rows_before or cols_before):
            yield from _of_columns(context, sentence, grid, rows, columns[0], found)
        elif len(rows) == 1 and len(columns) <= 1:
            yield from _of_rows(sentence, grid, rows[0], columns, found)
        elif len(columns) == 1 and not rows and grid.total is not None:
            yield from _of_columns(context, sentence, grid, (grid.total,), columns[0], found)
        return


def _is_of_time(grid: Grid, before: str) -> bool:
    """Whether the rows are times, and a number is spoken of and no share."""
    return is_times(tuple(grid.rows[at] for at in grid.parts)) and not SHARE_IS.search(before)


def _bounds(text: str, found: re.Match[str]) -> tuple[int, int]:
    """The clause that a superlative stands in."""
    low = max(
        (
            m.end()
            for m in re.finditer(
                r";|\b(?:but|while|whereas|though|that)\b|, and\b|\band(?= (?:the |those |that )?$)",
                text[: found.start()],
            )
        ),
        default=0,
    )
    end = re.search(
        r";|\b(?:but|while|whereas|though|followed)\b|, and\b|"
        rf"\band (?:(?:the|those|that|with|its) ){{0,2}}(?:{LOWEST}|{HIGHEST}|least|most)\b",
        text[found.end() :],
    )
    return low, found.end() + end.start() if end else len(text)


def _grids(context: Context, sentence: Sentence) -> list[Grid]:
    named = list(dict.fromkeys(each.at for each in named_grids(context, sentence.text)))
    if len(named) == 1:
        return [context.grids[named[0]]]
    if named:
        return []
    own = table_of(context, sentence) or overall_grid(context)
    return [own] if own else []


def _names(found: Sequence[Mention]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(each.at for each in found))


def _of_columns(
    context: Context, sentence: Sentence, grid: Grid, rows: tuple[int, ...], column: int, found: re.Match[str]
) -> Iterator[Finding]:
    """One column against the others, in a row."""
    alike = is_time(grid) or grid.total_column is not None or any(grid.bases)
    line = series(context, grid, rows) if alike else None
    if line is None or column not in line.columns:
        return
    at = line.columns.index(column)
    number = _verdict(line.counts, at, found)
    by_share = _verdict(line.shares, at, found) if line.shares else None
    words = sentence.text[found.start() : found.end() + 14]
    share = BY_SHARE.search(words) or SHARE_IS.search(sentence.text[: found.start()])
    if share and not any(cell.percent for row in grid.values for cell in row):
        return  # a proportion that the table doesn't print
    verdict = _chosen(words, number, by_share)
    why = f"{grid.table.title}, {grid.rows[rows[0]]}: {line.words}"
    if verdict == "wrong" and by_share == "ok":
        why += "; it is the share that is so, not the number"
    yield _finding(sentence, grid.columns[column], verdict, found, why)


def _chosen(words: str, number: Verdict, by_share: Verdict | None) -> Verdict:
    if BY_SHARE.search(words) and by_share:
        return by_share
    if BY_NUMBER.search(words) or by_share is None:
        return number
    return "ok" if "ok" in (number, by_share) else number


def _of_rows(
    sentence: Sentence, grid: Grid, row: int, columns: tuple[int, ...], found: re.Match[str]
) -> Iterator[Finding]:
    """One row against the other parts."""
    rate = BY_SHARE.search(sentence.text[: found.start()])
    shared = [c for c in range(len(grid.columns)) if all(grid.values[each][c].percent for each in grid.parts)]
    if rate and len(shared) == 1 and not _has_shares(grid, columns):
        columns = (shared[0],)  # "the response rate was lowest": beside a column of those who responded
    of_column = len(columns) == 1 and bool(grid.bases[columns[0]])  # a group, named with its base
    one = of_one_kind(grid) and (is_time(grid) or grid.total_column is not None)
    if row not in grid.parts or not (columns or one or len(grid.columns) == 1):
        counted = [c for c in range(len(grid.columns)) if any(r[c].count is not None for r in grid.values)]
        if row not in grid.parts or len(counted) != 1:
            return
        columns = (counted[0],)
    parts = [each for each in grid.parts if each == row or not _is_aside(grid.rows[each])]
    values = [_value(grid, each, columns) for each in parts]
    based = [grid.values[each][columns[0]] for each in parts] if rate and len(columns) == 1 else []
    if based and all(cell.count is not None and cell.percent for cell in based):
        values = [cell.percent.value for cell in based if cell.percent]  # "42 (70%)": a share is in the bracket
    if based and all(cell.count is not None and cell.base for cell in based):
        values = [Decimal(cell.count or 0) / (cell.base or 1) for cell in based]  # "41/69": a rate is of these
    # A share can't be ranked by counts whose bases differ.
    by_share = bool(BY_SHARE.search(sentence.text[found.start() : found.end() + 14]))
    if None in values or len(values) < 2 or (by_share and not all(isinstance(each, Decimal) for each in values)):
        return
    verdict = _verdict([value for value in values if value is not None], parts.index(row), found)
    if verdict == "wrong" and not of_column and _true_elsewhere(grid, row, found):
        return
    listed = ", ".join(f"{grid.rows[each]} {value}" for each, value in zip(parts, values, strict=True))
    yield _finding(sentence, grid.rows[row], verdict, found, f"{grid.table.title}: {listed}")


def _has_shares(grid: Grid, columns: tuple[int, ...]) -> bool:
    return any(row[column].percent for row in grid.values for column in columns)


def _is_aside(label: str) -> bool:
    """Whether nobody ranks a row: what wasn't answered, or the base."""
    return bool(UNRANKED.match(label) or BASE_HEAD.match(label))


def _true_elsewhere(grid: Grid, row: int, found: re.Match[str]) -> bool:
    """Whether it is so in a column of counts or shares, which the words may mean."""
    for column in range(len(grid.columns)):
        values = [_value(grid, each, (column,)) for each in grid.parts]
        known = [value for value in values if value is not None]
        if len(known) == len(values) and _verdict(known, grid.parts.index(row), found) == "ok":
            return True
    return False


def _value(grid: Grid, row: int, columns: tuple[int, ...]) -> int | Decimal | None:
    count = row_count(grid, row, columns)
    if count is None and len(columns) == 1 and (printed := grid.values[row][columns[0]].percent):
        return printed.value
    return count


def _verdict(values: Sequence[int | Decimal], at: int, found: re.Match[str]) -> Verdict:
    best = min(values) if found["least"] else max(values)
    if values[at] != best or len(set(values)) == 1:
        return "wrong"
    return "ok" if list(values).count(best) == 1 else "arguable"


def _finding(sentence: Sentence, subject: str, verdict: Verdict, found: re.Match[str], why: str) -> Finding:
    low = max(0, found.start() - 40)
    quote = sentence.text[low : found.end() + 40].strip()
    if verdict == "arguable":
        why += "; it shares that place"
    stated = f"{subject}: {found.group()}"
    expected = stated if verdict == "ok" else "another"
    return Finding(
        CODE, verdict, sentence.where, quote, stated, expected, why, f"{CODE}/{sentence.line}/{quote}", "likely"
    )
