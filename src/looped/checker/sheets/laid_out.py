"""A table as it is laid out: which of its rows are heads, and the sheet that they make with those below them."""

from looped.checker.document import Cell, Table
from looped.checker.sheets.figures import MARK, figure_of
from looped.checker.sheets.sheet import TIME, Sheet


def sheet_of(table: Table, caption: str = "", notes: tuple[str, ...] = ()) -> Sheet | None:
    """A table understood; None where it has no heads over rows of figures or words."""
    width = max((len(row) for row in table.rows), default=0)
    if len(table.rows) < 2 or width < 2:
        return None
    rows = [[cell.text for cell in (*row, *[Cell("")] * (width - len(row)))] for row in table.rows]
    deep = _header_rows(rows)
    heads = _joined(rows[:deep])
    body = rows[deep:]
    if not body or any(_is_bare(head) for head in heads[1:]):
        return None
    marks = tuple(found.group().strip() if (found := MARK.search(row[0])) else "" for row in body)
    return Sheet(
        table,
        caption,
        notes,
        heads[0],
        tuple(MARK.sub("", head).strip() for head in heads[1:]),
        tuple(MARK.sub("", row[0]).strip() for row in body),
        marks,
        tuple(tuple(figure_of(text) for text in row[1:]) for row in body),
        tuple(tuple(row[1:]) for row in body),
        deep,
        indents=tuple(row[0].indent if row else 0 for row in table.rows[deep:]),
    )


def _is_bare(head: str) -> bool:
    """Whether a head is a figure like those below it: the table has lost its heads."""
    figure = figure_of(head)
    return figure is not None and figure.value > 12 and not TIME.match(head.strip())


def _header_rows(rows: list[list[str]]) -> int:
    """How many rows are heads: a second one without figures, or of heads that come again, above rows of figures."""
    if len(rows) < 3:
        return 1
    second = rows[1]
    figures = [figure_of(text) for text in second[1:]]
    below = [figure_of(text) for text in rows[2][1:]]
    words = sum(bool(text) and figure is None for text, figure in zip(second[1:], figures, strict=True))
    gaps = any(not text for text in rows[0][1:]) or not second[0].strip()
    return 2 if gaps and words > 1 and not any(figures) and any(below) else 1


def _joined(rows: list[list[str]]) -> list[str]:
    """The heads of columns, an upper head over all the columns up to the next."""
    if len(rows) == 1:
        return list(rows[0])
    lower = rows[1][1:]
    upper, last, since = [], "", 0
    for at, text in enumerate(rows[0][1:]):
        last, since = (text, 0) if text else (last, since + 1)
        upper.append("" if _is_beyond(rows[0][1:], lower, at - since, since) else last)
    corner = rows[1][0] or rows[0][0]
    return [corner, *(f"{one} {other}".strip() for one, other in zip(upper, lower, strict=True))]


def _is_beyond(upper: list[str], lower: list[str], begins: int, since: int) -> bool:
    """Whether a head is of no group any more: its group has already had all the heads that come again in each.

    >>> [_is_beyond(["May", "", "June", "", ""], ["Seen", "%", "Seen", "%", "Gap"], 2, since) for since in (1, 2)]
    [False, True]
    """
    starts = [at for at, text in enumerate(upper) if text]
    wide = starts[1] - starts[0] if len(starts) > 1 else 0
    own = lower[starts[0] : starts[0] + wide] if wide else []
    return bool(own) and begins != starts[0] and since >= wide and lower[begins : begins + wide] == own
