"""Those of whom a table's column tells, taken up in prose by its head: as many as the column has in all."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.grid import Grid
from looped.checker.linking import STOP, stem
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.prose import passage, stems
from looped.checker.quieting import NUMBER

CODE = "weighed-total"
MESSAGE = "Those told of by a column's head are as many as the column has."
TABLE = "Boats seen and mended\n\nMonth\tBoats\tMended\nMay\t20\t4\nJune\t30\t6\nJuly\t25\t7\nTotal\t75\t17\n\n"
GOOD = f"{TABLE}The 17 mended boats are back at sea."
BAD = f"{TABLE}The 14 mended boats are back at sea."

# "The 15 audits that were moderated", "the 15 moderated audits", "all 15 audits moderated"; not "the six sites
# moderated 15".
AGAIN = pattern_of(
    rf"\b(?:the|all|these|all of the|"
    rf"each of the) (?P<n>{NUMBER}) (?:(?P<so>[a-z-]+(?: [a-z-]+)?) (?P<noun>[a-z]{{3,}}s)|"
    rf"(?P<noun2>[a-z]{{3,}}s) (?:(?:that|which|who) (?:were|was|had been|have been|are) "
    r"(?P<so2>[a-z-]{3,})|(?P<so3>[a-z-]{3,})(?=[.,;]| (?:were|was|are|had|have)\b)))\b",
    re.I,
)
# What is said of all of them: else they are those of a month, a place or a kind.
SAID = re.compile(
    r"\W*$|[.,;)](?!\s(?:in|at|on|from|chosen|drawn|for|who|that|which|not)\b)| (?:were|was|are|is|had|have|has|led|"
    r"gave|took|"
    r"cost|came|went|will|should|could|did|do|showed|brought|raised|involved|included|covered|concerned|related)\b"
)
PLACED = re.compile(
    r"(?:^|[.;:] )\W*(?:[Ii]n|[Ff]or|[Aa]t|[Oo]n|[Aa]mong|[Dd]uring|[Bb]y|[Ff]rom|[Ww]ithin|[Oo]f)\b[^.;:]*$"
)
OF_OTHERS = pattern_of(
    r"\b(?:last|previous\w*|earlier|other|others|another|remaining|rest|target|planned|expected|than|first|next|"
    r"about|nearly|over|under|least)\s+(?:the|all|these)?\s*$",
    re.I,
)


def check(context: Context) -> Iterator[Finding]:
    """Each figure taken up by the one head of a column, in the section of its table."""
    grids = context.grids
    if not grids:
        return
    for paragraph in context.paragraphs_with(AGAIN):
        for found in AGAIN.finditer(paragraph.text):
            near = [each for each in grids if each.table.section == paragraph.section]
            if len(near) == 1:
                yield from _judged(context, paragraph, found, near[0])


def _judged(context: Context, paragraph: Paragraph, found: re.Match[str], grid: Grid) -> Iterator[Finding]:
    stated, so = whole(found["n"]), _words(found["so"] or found["so2"] or found["so3"])
    columns = [at for at, label in enumerate(grid.columns) if so and _words(label) == so]
    if stated is None or len(columns) != 1:
        return
    text = paragraph.text
    total = _total(grid, columns[0])
    if total is None or total == stated or _is_narrowed(text[: found.start()]):
        return
    noun = stem((found["noun"] or found["noun2"]).lower())
    heads = {each for label in grid.columns for each in _words(label)} | stems(_caption(context, grid))
    if (
        noun not in heads
        or not SAID.match(text, found.end())
        or _is_told(context, grid, columns[0], paragraph, (stated, total))
    ):
        return
    quote = found.group()
    why = f"the column {grid.columns[columns[0]]} has {total} in all, printed as {found['n']}"
    slip = f"{CODE}/{paragraph.line}/{found.start()}"
    yield Finding(CODE, "wrong", paragraph.where, quote, found["n"], str(total), why, slip, "likely")


def _is_narrowed(before: str) -> bool:
    """Whether the words before a figure make it one of some place, time or part."""
    return bool(OF_OTHERS.search(f"{before} ") or PLACED.search(before))


def _words(label: str) -> frozenset[str]:
    return frozenset(stem(each) for each in re.findall(r"[a-z’'-]+", label.lower())) - STOP


def _caption(context: Context, grid: Grid) -> str:
    own = [each.sheet.caption for each in context.sheets if each.sheet.table is grid.table]
    return " ".join([grid.table.title, *own])


def _total(grid: Grid, column: int) -> int | None:
    """How many a column of counts has in all; None where it isn't known."""
    parts = [grid.values[row][column] for row in grid.parts]
    counts = [each.count for each in parts if each.count is not None and each.percent is None]
    if len(counts) != len(parts) or len(counts) < len("ab"):
        return None
    made = sum(counts)
    printed = grid.values[grid.total][column].count if grid.total is not None else made
    return made if printed == made else None


def _is_told(context: Context, grid: Grid, column: int, paragraph: Paragraph, both: tuple[int, int]) -> bool:
    """Whether the number is that of a cell or some in a row, or told elsewhere, or what lies between is told."""
    stated, gap = both[0], abs(both[0] - both[1])
    counts = [grid.values[row][column].count or 0 for row in grid.parts]
    spans = [(low, high) for low in range(len(counts)) for high in range(low + 1, len(counts) + 1)]
    runs = {sum(counts[low:high]) for low, high in spans}
    own = [e for e in passage(paragraph.text).entries if stated in (e.count, e.base)]
    others = [
        e
        for each in context.document.paragraphs
        for e in passage(each.text).entries
        if gap in (e.count, e.base) or (each is not paragraph and stated in (e.count, e.base))
    ]
    return stated in runs or bool(others) or len(own) > 1
