"""A figure that stands right beside the name of a row: it is one of the row's cells, or worked out from the row."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from looped.checker.bound_names import OTHER, Bound, blank, bound, lists
from looped.checker.context import Context
from looped.checker.finding import Finding
from looped.checker.misplaced import is_earlier, is_of_no_cell
from looped.checker.numbers import fits
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry
from looped.checker.quoting import is_of_earlier_year, is_of_kind, latest_year
from looped.checker.remarks import Remark, lies, remarks
from looped.checker.rules.sheet_given import BEHIND, ELSEWHERE, LOOSE
from looped.checker.sheets.giving import bases, cell_says, head_base, whole_of
from looped.checker.sheets.naming import alike, tokens_of
from looped.checker.sheets.sheet import Sheet, is_time

CODE = "sheet-bound"
MESSAGE = "A figure told right beside the name of a row is the row's."
_TABLE = "Torn sails, by port\n\nPort\tTorn sails\nAyr\t41\nOban\t17\nMull\t23\n\n"
GOOD = _TABLE + "Ayr topped the list with 41 torn sails, followed by Mull with 23."
BAD = _TABLE + "Ayr topped the list with 41 torn sails, followed by Mull with 17."

# "By the end of June there were 104", "in June 14": up to then, and a day.
SO_FAR = pattern_of(r"\b(?:by|until|up to|end of|start of|since|between|to) (?:the )?(?:[a-z]+ )?$", re.I)
OF_WHICH = pattern_of(r"[^,;:.()\d]{0,40}, (?:(?:of|among) (?:which|whom|them|these|those)|including|\d+ of) ", re.I)
# "In our last report": of no table here.
EARLIER_TIME = pattern_of(
    r"\b(?:our|the|its|their|an?) (?:last|previous|earlier|prior|next) (?P<what>[a-z]+)(?! (?:was|is|were)\b)", re.I
)
KINDS = ("count", "share")
SMALL, SHORT, FAR = 10, 2, 6


def check(context: Context) -> Iterator[Finding]:
    """Each figure of a sentence that is bound to a row's name, put to every table that the sentence may be on."""
    latest = context.once(latest_year)
    for _, group in groupby(context.once(remarks), key=lambda each: (id(each.paragraph), each.at)):
        every = [each for each in group if not is_of_earlier_year(each, latest)]
        told: dict[int, list[tuple[str, Finding]]] = {}
        for remark in every:
            if is_of_no_cell(remark) or ELSEWHERE.search(remark.unnamed):
                continue
            for view, each, others in _bound(remark):
                verdict = _verdict(view, each, others)
                if verdict is not None:
                    told.setdefault(each.entry.start, []).append((verdict[0], _finding(view, each, *verdict)))
        for start in sorted(told):
            ways = dict(reversed(told[start]))
            if "given" not in ways:
                yield ways.get("ok") or ways["wrong"]


def _bound(remark: Remark) -> Iterator[tuple[Remark, Bound, list[Bound]]]:
    """The figures bound to a row; and those bound to a time that heads a column."""
    views = [remark, replace(remark, sheet=lies(remark.sheet))] if is_time(remark.sheet.heads) else [remark]
    for view in views:
        for each, others in lists(bound(view)):
            yield view, each, others


def _finding(remark: Remark, told: Bound, verdict: str, expected: str, why: str) -> Finding:
    span = (told.entry.start - remark.start, told.entry.end - remark.start)
    return remark.finding(
        CODE, "wrong" if verdict == "wrong" else "ok", span, expected, why, remark.sheet.labels[told.row]
    )


def _verdict(remark: Remark, told: Bound, others: Sequence[Bound]) -> tuple[str, str, str] | None:
    """ "ok", "wrong" or "given" (by one of several columns, or worked out), with what is expected and why."""
    sheet, entry = remark.sheet, told.entry
    columns, sure = _columns(remark, told)
    if not columns or _is_other(remark, told):
        return None
    cells = [c for c in columns if sheet.cells[told.row][c] is not None]
    if len(cells) != len(columns) or told.row not in sheet.parts:
        return None
    why = "; ".join(f"{sheet.heads[c]}: {sheet.texts[told.row][c]}" for c in columns)
    if any(_says(sheet, told.row, c, entry) for c in columns):
        return ("ok" if len(columns) == 1 else "given"), "", why
    if entry.base and not _is_based(sheet, told, columns):
        return None
    if not _is_near(sheet, told, columns):
        return None
    if _is_worked_out(sheet, told, sure=sure):
        return "given", "", why
    part = OF_WHICH.match(remark.text[entry.end - remark.start :]) or _is_of_two_heads(remark, told)
    swapped = len(columns) == 1 and told.nearly and _is_of_other_row(sheet, told, columns)
    if (told.strict and not part) or _is_in_list(remark, others, columns) or swapped:
        return "wrong", " or ".join(sheet.texts[told.row][c] for c in columns), why
    return None


def _is_near(sheet: Sheet, told: Bound, columns: Sequence[int]) -> bool:
    """Whether a figure is of the size of a row's cell or of another in its column: "14,000 books" is of others."""
    values = [figure.value for row in sheet.parts for c in columns if (figure := sheet.cells[row][c])]
    own = [figure.value for c in columns if (figure := sheet.cells[told.row][c])]
    stated = told.entry.value
    return told.entry.kind == "share" or stated in values or any(max(v, stated) <= FAR * min(v, stated) for v in own)


def _says(sheet: Sheet, row: int, column: int, entry: Entry) -> bool:
    figure = sheet.cells[row][column]
    if entry.kind == "count" and figure is not None and figure.count is not None:
        return figure.count == entry.count
    return cell_says(sheet, row, column, entry)


def _columns(remark: Remark, told: Bound) -> tuple[list[int], bool]:
    """The columns that can hold the figure, and whether words narrow them."""
    sheet, entry = remark.sheet, told.entry
    every = [c for c in range(len(sheet.heads)) if is_of_kind(remark, c, entry)] if entry.kind in KINDS else []
    for low, high in (told.span, (0, len(remark.text))):
        named = {each.at for each in remark.columns if low <= each.start < high} & set(every)
        if named:
            return sorted(named), len(named) < len(every)
    return every, False


def _is_other(remark: Remark, told: Bound) -> bool:
    """Whether words around a figure make it another one than the row's."""
    text, entry = remark.text, told.entry
    low, high = entry.start - remark.start, entry.end - remark.start
    if LOOSE.search(text[:low]) or BEHIND.match(text[high:]):
        return True
    if not told.until and is_earlier(remark, text[:low], text[high:]):
        return True  # not "up from 41% in May", of a row or a column May
    name = next((each for each in remark.rows if each.at == told.row), None)
    if (
        name
        and (is_time(tuple(remark.sheet.labels)) or remark.sheet.labels[told.row][:1].isdigit())
        and entry.kind == "count"
        and (SO_FAR.search(text[: name.start]) or name.end + 1 == low)
    ):
        return True
    over = re.findall(r"[\w’']+", f"{remark.sheet.texts_before} {remark.sheet.labels[told.row]}".lower())
    known = " ".join(word for word in over if len(word) > SHORT)
    if any(each["what"].lower() not in known for each in EARLIER_TIME.finditer(text)):
        return True
    said = blank(remark, *told.span)
    if told.until:
        said = re.sub(r"\bfrom (?=q)", "q ", said, flags=re.I)  # "from 35% in May"
    return any(each.group().lower() not in known for each in OTHER.finditer(said))


def _is_based(sheet: Sheet, told: Bound, columns: Sequence[int]) -> bool:
    """Whether the base that a count is told with is the row's or a column's."""
    wholes = {n for c in columns for n in (*bases(sheet, told.row, c), head_base(sheet, c), whole_of(sheet, c))}
    return told.entry.base in wholes


def _is_worked_out(sheet: Sheet, told: Bound, *, sure: bool) -> bool:
    """Whether a share is that of one of the row's counts, or a count the row's total."""
    entry = told.entry
    cells = [(c, figure) for c, figure in enumerate(sheet.cells[told.row]) if figure and figure.count is not None]
    if entry.kind == "share" and entry.share:
        counted = [(figure.count or 0, base) for c, figure in cells for base in _bases(sheet, told.row, c)]
        return any(base and fits(part, base, entry.share) for part, base in counted)
    summed = sum(figure.count or 0 for _, figure in cells)
    values = {summed, *((a.count or 0) - (b.count or 0) for _, a in cells for _, b in cells)} if not sure else set()
    return entry.count in values


def _bases(sheet: Sheet, row: int, column: int) -> list[int]:
    """What a cell may be of: where shares are printed, not its row's counts taken together."""
    found = bases(sheet, row, column)
    if not {"share", "both"} & set(sheet.kinds):
        return found
    own = [cell.count for at, cell in enumerate(sheet.cells[row]) if cell and at != column]
    return [each for each in found if each in (*own, head_base(sheet, column), whole_of(sheet, column))]


def _is_of_two_heads(remark: Remark, told: Bound) -> bool:
    """ "11 stations had faults", under stations checked and faults found: some of those of one head."""
    sheet, entry = remark.sheet, told.entry
    if entry.kind != "count":
        return False
    words = [each.plain for each in tokens_of(remark.text[slice(*told.span)])]
    heads = [c for c in range(len(sheet.heads)) if is_of_kind(remark, c, entry)]
    own = {c: [each.plain for each in tokens_of(sheet.heads[c]) if len(each.plain) > SHORT] for c in heads}
    said = [c for c in heads if any(alike(one, other) for one in words for other in own[c])]
    counts = [n for c in said if (cell := sheet.cells[told.row][c]) and (n := cell.count) is not None]
    return len(said) > 1 and len(counts) > 1 and entry.count < max(counts)


def _is_in_list(remark: Remark, others: Sequence[Bound], columns: Sequence[int]) -> bool:
    """Whether another figure of the sentence is bound to its own row in the same column: the list is the table's."""
    return any(
        other.entry.kind in KINDS and any(_says(remark.sheet, other.row, c, other.entry) for c in columns)
        for other in others
    )


def _is_of_other_row(sheet: Sheet, told: Bound, columns: Sequence[int]) -> bool:
    """Whether the figure is that of another row in the column."""
    large = told.entry.kind == "share" or told.entry.value >= SMALL
    return large and any(_says(sheet, row, c, told.entry) for row in sheet.parts if row != told.row for c in columns)
