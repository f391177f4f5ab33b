"""Heads of two or three lines over columns set by spaces: "Choir" over "Asked  Came", "First round" over "(n = 96)".

The columns are those of the rows below. A line above heads that come again is of groups of columns; of any other lines
what stands over one column is its head from the top down.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Span = tuple[int, int]
# A count and its share in brackets are one cell, however far apart they are set.
CELL = re.compile(r"\d[\d,.]*\s+\([\d.]+%?\)(?=\s{2}|\s*$)|\S+(?: \S+)*")
# "B  Surveys done": a label with its letter.
LETTERED = re.compile(r"^(\s*[A-Z]) {2,3}(?=[A-Z][a-z])")
RULE = re.compile(r"^[\s+:=-]+$")
FIGURE = re.compile(r"^[£$€(<>+−±–-]{0,2}\s?\d|^[–—-]$")
FIGURES = re.compile(r"[\d,.%+−-]+(?: [\d,.%+−-]+)+")
MOST_LINES, FEWEST_ROWS, FEWEST_COLUMNS = 3, 2, 3


@dataclass(frozen=True)
class DeepHeads:
    """How many lines the heads fill, the rule under them included; the heads; and where their columns stand."""

    depth: int
    heads: tuple[str, ...]
    columns: tuple[Span, ...]

    def tabbed(self, line: str) -> str:
        """A row of the table with tabs between its columns; as it is where two cells stand under one head."""
        placed = _placed(LETTERED.sub(r"\1 ", line), self.columns)
        return line if placed is None else "\t".join(placed.get(at, "") for at in range(len(self.columns)))


def deep_heads(lines: Sequence[str]) -> DeepHeads | None:
    """The heads that begin here; None where it's fewer than two lines or no table follows.

    >>> rows = ["         Choir         Band", "Month    Asked  Came   Asked  Came", "May      12     10     9      8"]
    >>> deep_heads([*rows, "June     11     10     9      7"]).heads
    ('Month', 'Choir Asked', 'Choir Came', 'Band Asked', 'Band Came')
    """
    heads: list[str] = []
    lines = [LETTERED.sub(r"\1 ", line) for line in lines]
    for line in lines[: MOST_LINES + 1]:
        if RULE.match(line) or _is_row(line):
            break
        if not line.strip() or "|" in line or "\t" in line:
            return None
        heads.append(line)
    if not 2 <= len(heads) <= MOST_LINES:
        return None
    ruled = len(lines) > len(heads) and bool(lines[len(heads)].strip()) and bool(RULE.match(lines[len(heads)]))
    under = len(heads) + ruled
    columns = _columns(lines[under:])
    placed = [_placed(line, columns) for line in heads] if columns else []
    if not placed or any(each is None for each in placed):
        return None
    joined = _joined([each for each in placed if each is not None])
    return DeepHeads(under, tuple(joined), tuple(columns)) if joined is not None else None


def _is_row(line: str) -> bool:
    """Whether a line is a row of figures: a label and at least two of them."""
    parts = CELL.findall(line)
    figures = sum(bool(FIGURE.match(part)) for part in parts[1:])
    return len(parts) >= FEWEST_COLUMNS and figures >= 2 and figures > len(parts[1:]) // 2


def _columns(lines: Sequence[str]) -> list[Span]:
    """From where to where each column of the rows reaches, the label's first; none where they are no table."""
    rows: list[list[Span]] = []
    for line in lines:
        if not _is_row(line):
            break
        rows.append([found.span() for found in CELL.finditer(line)])
    width = max(map(len, rows), default=0)
    full = [row for row in rows if len(row) == width]
    if len(rows) < FEWEST_ROWS or not full:
        return []
    columns = [(min(row[at][0] for row in full), max(row[at][1] for row in full)) for at in range(width)]
    apart = all(one[1] < other[0] for one, other in zip(columns, columns[1:], strict=False))
    return columns if apart else []


def _placed(line: str, columns: Sequence[Span]) -> dict[int, str] | None:
    """The words of a line by the columns that they stand over; None where two stand over one."""
    placed: dict[int, str] = {}
    for (low, high), text in _cells(line, columns):
        at = min(range(len(columns)), key=lambda each: _away((low, high), columns[each]))
        if at in placed:
            return None
        placed[at] = " ".join(text.split())
    return placed


def _cells(line: str, columns: Sequence[Span]) -> Iterator[tuple[Span, str]]:
    """The cells of a line; figures that one space sets apart are two where they stand under two columns."""
    for found in CELL.finditer(line):
        under = sum(low < found.end() and found.start() < high for low, high in columns)
        if under > 1 and FIGURES.fullmatch(found.group()):
            for each in re.finditer(r"\S+", found.group()):
                yield (found.start() + each.start(), found.start() + each.end()), each.group()
        else:
            yield found.span(), found.group()


def _away(words: Span, column: Span) -> tuple[int, float]:
    """How far words are from a column: by what lies between them, then by their middles."""
    between = max(words[0] - column[1], column[0] - words[1], 0)
    return between, abs(sum(words) - sum(column)) / 2


def _joined(lines: list[dict[int, str]]) -> list[str] | None:
    """The head of each column; None where a column has none."""
    width = max(max(line) for line in lines) + 1
    lower = _stacked(lines[1:], width)
    upper = lines[0]
    again = Counter(head.casefold() for head in lower[1:] if head)
    # A line with a head for each column has no groups, though "(n = 24)" comes again under it.
    grouped = 0 not in upper and len(upper) < width - 1
    if again and max(again.values()) > 1 and grouped and all(lower[1:]):
        return _under_groups(list(upper.values()), lower)
    stacked = _stacked(lines, width)
    return stacked if all(stacked[1:]) else None


def _stacked(lines: Sequence[dict[int, str]], width: int) -> list[str]:
    return [" ".join(line[at] for line in lines if at in line) for at in range(width)]


def _under_groups(groups: Sequence[str], heads: Sequence[str]) -> list[str] | None:
    """Heads with their group before each: as many to a group as come before the first of them comes again."""
    first = heads[1].casefold()
    starts = [at for at, head in enumerate(heads) if at and head.casefold() == first]
    if len(starts) != len(groups):
        return None
    wide = starts[1] - starts[0]
    named = list(heads)
    for group, start in zip(groups, starts, strict=True):
        for at in range(start, min(start + wide, len(heads))):
            named[at] = f"{group} {heads[at]}"
    return named
