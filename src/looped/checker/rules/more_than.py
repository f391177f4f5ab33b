"""More of one than of another, and majorities: against the table."""

import re
from collections.abc import Iterator

from looped.checker.claims import Sentence
from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.grid import Grid
from looped.checker.patterns import pattern_of
from looped.checker.speaking import named_columns, named_grids, named_rows, overall_grid, row_count, table_of

CODE = "more-than"
MESSAGE = "More of one than of another, or a majority, is so in the table."
GOOD = "Grade\tApril\tMay\nGood\t7\t9\nPoor\t12\t8\n\nIn May there were more Good than Poor."
BAD = "Grade\tApril\tMay\nGood\t7\t8\nPoor\t12\t9\n\nIn May there were more Good than Poor."

THAN = pattern_of(
    r"(?<!\bno )(?<!\bnot )\b(?P<more>more|fewer|less)\b(?P<a>[^.;,]{1,60}?)\bthan\b(?P<b>[^.;,]{1,60})", re.I
)
MAJORITY = pattern_of(
    r"(?<!next )(?<!second )(?<!third )\b(?:the |a )?(?:majority of|most of the|most)(?= )(?! (?:common|frequent|"
    r"often|likely|recent|"
    r"(?:at|in|on|for|among|by|where|when)\b))"
    r"(?P<a>[^.;]{1,80})",
    re.I,
)
SOME = pattern_of(r"\b(?P<n>one|two|three|four|five|\d+) of the (?P<m>two|three|four|five|six|\d+)\b", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each comparison of two rows or two columns, each majority."""
    for sentence in context.sentences_with(THAN, MAJORITY):
        grid = _grid(context, sentence)
        if grid is None:
            continue
        for found in THAN.finditer(sentence.text):
            yield from _compared(sentence, grid, found)
        for found in MAJORITY.finditer(sentence.text):
            yield from _most(sentence, grid, found)


def _grid(context: Context, sentence: Sentence) -> Grid | None:
    named = {each.at for each in named_grids(context, sentence.text)}
    if len(named) == 1:
        return context.grids[named.pop()]
    return None if named else table_of(context, sentence) or overall_grid(context)


def _compared(sentence: Sentence, grid: Grid, found: re.Match[str]) -> Iterator[Finding]:
    first, second = ({each.at for each in named_rows(grid, found[side])} for side in "ab")
    tail = sentence.text[found.start() :]
    columns = {each.at for each in named_columns(grid, sentence.text)}
    if len(first) != 1 or len(second) != 1 or first == second or SOME.search(tail):
        yield from _across(sentence, grid, found)
        return
    chosen = tuple(columns) if len(columns) <= 1 else None
    if chosen is None:
        return
    a, b = (row_count(grid, side.pop(), chosen) for side in (first, second))
    if a is not None and b is not None:
        yield _finding(sentence, found, a, b)


def _across(sentence: Sentence, grid: Grid, found: re.Match[str]) -> Iterator[Finding]:
    """More of one row in one column than in another."""
    rows = {each.at for each in named_rows(grid, sentence.text)}
    first, second = ({each.at for each in named_columns(grid, found[side])} for side in "ab")
    if len(rows) != 1 or len(first) != 1 or len(second) != 1 or first == second:
        return
    if re.search(r"\b(?:common|likely|often|frequent\w*)\b", found["a"]):
        return  # of shares, where the columns have bases of their own
    row = rows.pop()
    a, b = (row_count(grid, row, (side.pop(),)) for side in (first, second))
    if a is not None and b is not None:
        yield _finding(sentence, found, a, b)


def _finding(sentence: Sentence, found: re.Match[str], a: int, b: int) -> Finding:
    right = a > b if found["more"].lower() == "more" else a < b
    verdict: Verdict = "ok" if right else "wrong"
    why = f"{a} against {b}"
    quote = found.group().strip()
    slip = f"{CODE}/{sentence.line}/{quote}"
    return Finding(
        CODE, verdict, sentence.where, quote, found["more"], why if not right else found["more"], why, slip, "likely"
    )


def _most(sentence: Sentence, grid: Grid, found: re.Match[str]) -> Iterator[Finding]:
    if re.search(r"\b(?:increase|rise|fall|drop|growth|reduction|change|improvement)\b", found["a"]):
        return
    named = named_rows(grid, found["a"])
    if (
        not named
        or re.search(r"\band\b|,", found["a"][: named[0].start])
        or len(found["a"][: named[0].start].split()) > 5
    ):
        return
    rows = {each.at for each in named}
    if re.search(r"\bor\b", sentence.text[found.start() :]):
        return  # of several together
    columns = tuple({each.at for each in named_columns(grid, sentence.text)})
    if len(rows) != 1 or len(columns) > 1:
        return
    row = rows.pop()
    counts = [row_count(grid, each, columns) for each in grid.parts]
    if row not in grid.parts or None in counts or len(counts) < 2:
        return
    every = [count for count in counts if count is not None]
    own, whole = every[grid.parts.index(row)], sum(every)
    across = [cell.count for cell in grid.values[row]]
    if columns and len(across) > 1 and None not in across and str(sum(n or 0 for n in across)) in sentence.text:
        return  # "most of the 100 asked": of those of the row
    verdict: Verdict = "ok" if 2 * own > whole else "arguable" if own == max(every) else "wrong"
    reading = "; it is the largest, but no more than half" if verdict == "arguable" else ""
    quote = found.group().strip()
    why = f"{grid.rows[row]}: {own} of {whole}{reading}"
    slip = f"{CODE}/{sentence.line}/{quote}"
    yield Finding(CODE, verdict, sentence.where, quote, "most", f"{own} of {whole}", why, slip, "likely")
