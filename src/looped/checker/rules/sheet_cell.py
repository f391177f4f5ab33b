"""The figure that a statement gives one row of a table, in the one column that holds what it is in."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.entries import VALUE, scaled
from looped.checker.evidence.reading import is_slip
from looped.checker.finding import Finding
from looped.checker.measures import NO, NOT_MET, YES
from looped.checker.misplaced import is_of_no_cell
from looped.checker.patterns import pattern_of
from looped.checker.phrases import WHICH
from looped.checker.prose import worded
from looped.checker.quoting import by_statement_of_now
from looped.checker.remarks import Remark, lies
from looped.checker.rules.sheet_given import BEHIND, ELSEWHERE, LOOSE
from looped.checker.said_besides import PLAIN
from looped.checker.sheets.giving import MILLIONS, THOUSANDS
from looped.checker.sheets.naming import Named, alike, label_words, tokens_of
from looped.checker.sheets.sheet import Sheet
from looped.checker.sheets.units import Cell, cell_of, holds_figures, is_in, is_money

CODE = "sheet-cell"
MESSAGE = "A measure told of one row of a table is the one in its cell."
GOOD = "Pump\tFlow (bar)\tFitted\nPump 1\t1.9\t2012\nPump 2\t1.7\t2015\n\nThe gauge on Pump 1 showed 1.9 bar."
BAD = "Pump\tFlow (bar)\tFitted\nPump 1\t1.9\t2012\nPump 2\t1.7\t2015\n\nThe gauge on Pump 1 showed 1.4 bar."

# Words that set figures against each other, or take a part of one, or add some.
SET_AGAINST = pattern_of(
    r"\b(?:than|differ\w*|gap|ris(?:e|es|en|ing)|rose|fell|fallen|falling|increas\w*|decreas\w*|dropp?\w*|chang\w*|"
    r"more|fewer|less|lower|higher|between|from(?! (?:the )?qq)|compared|against|remaining|rest|others?|each|every|per|"
    r"both|together|combined|respectively|except|excluding|without|targets?|limits?|should|must|threshold|standard|"
    r"half|twice|double|further|another|extra|additional|above|below|over|under|until|after|before|since|again|"
    r"improv\w*|reduc\w*|"
    rf"not|no|nor|never|none|only one|of (?:{WHICH})|range\w*|up to|if|would|first|last|earlier|"
    r"previous\w*|by the|of the \d+)\b|n[’']t\b",
    re.I,
)
AVERAGE = pattern_of(r"\b(?:on average|averag\w+|mean|median)\b", re.I)
UNIT = pattern_of(r"\s?-?(?P<unit>°\s?[CF]\b|[a-zµ]+(?:/[a-z]+)?)", re.I)
MEASURED = pattern_of(
    r"^(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|seconds?|kg|g|mg|ml|l|litres?|km|miles?|m|metres?|"
    r"bar|psi|kpa|kwh|mwh|°\s?[cf]|degrees|mmhg|tonnes?|lux|db|volts?|amps?|mm|cm|ppm|points?|marks?)$",
    re.I,
)
# In these much is told that a table of them doesn't hold.
COMMON = pattern_of(
    r"^(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|seconds?|g|mg|ml|m|km|miles?|metres?|points?|marks?)$",
    re.I,
)
RARE = pattern_of(r"^(?:bar|psi|kpa|kwh|mwh|°\s?[cf]|mmhg|lux|db|volts?|amps?|ppm)$", re.I)
AGE = pattern_of(r" years? (?:old|of age)\b", re.I)
MINUS = pattern_of(r"(?:\bminus |(?:^|\s)[-−])$", re.I)
YEAR = re.compile(r"(?:19|20)\d\d")
NUMBERED = pattern_of(r"\b(?:table|figure|annex|appendix|section|page|paragraph|question|no\.?) ?$", re.I)
ALL = pattern_of(r"\b(?:the|all|these|those|our|its) $", re.I)
# "Mill Lane was rated 4", "scored 8 points".
GRADED = pattern_of(r"\b(?:ratings?|scores?|grades?|stars?|marks?|points?)\b", re.I)
RATED = pattern_of(
    r"\b(?:rated|scored|graded|awarded|(?:rating|score|grade|mark) (?:of|was|is)) (?:as |at |only |just )*$", re.I
)
CUT = pattern_of(r"; |, (?:and|but|while|whereas|with) |\b(?:while|whereas|but|and)\b")
UNITS_OF_CASES = pattern_of(
    r"(?:files?|cases?|records?|notes|patients?|people|participants?|respondents?|items?|children|payments?|invoices?|"
    r"claims?|charts?|forms?|homes?|lessons?|residents?|plans?|of|did|said|were|felt)\b",
    re.I,
)
YES_AND_NO = {"yes", "no"}
FAR, TELLING = 3, 3


@dataclass(frozen=True)
class Stated:
    """A figure of a sentence. unit: "%", "£", a word behind it, or none; hidden: if it was read as an age or a time."""

    text: str
    value: Decimal
    step: Decimal
    unit: str
    start: int
    end: int
    hidden: bool


@dataclass(frozen=True)
class View:
    """A table, as it stands or on its side, with what a stretch of the sentence names of it."""

    sheet: Sheet
    rows: Sequence[Named]
    columns: Sequence[Named]


def check(context: Context) -> Iterator[Finding]:
    """Each statement that names one row and has one figure."""
    return by_statement_of_now(context, _of)


def _of(remark: Remark) -> Iterator[Finding]:
    if not (remark.rows or remark.columns) or ELSEWHERE.search(_plain(remark)) or is_of_no_cell(remark):
        return
    figures = _figures(remark)
    pieces = _pieces(remark, figures)
    if not pieces:
        figures = _but_row(remark, figures)
        pieces = _pieces(remark, figures)
    for low, high in pieces:
        (figure,) = [each for each in figures if low <= each.start < high]
        for view in _views(remark, low, high):
            found = _cell(remark, view, figure, (low, high))
            if found:
                row, column, cell = found
                yield from _judged(remark, view, figure, row, column, cell)
                break


def _figures(remark: Remark) -> list[Stated]:
    """The figures of a sentence that are in no name of the table, no years and no number of its rows."""
    quiet = remark.read.quiet[remark.start : remark.start + len(remark.text)]
    spans = _printed(remark)
    counts = (len(remark.sheet.parts), len(remark.sheet.heads))
    found = []
    for each in VALUE.finditer(remark.text):
        low, high = each.span()
        if _is_in_name(remark, each) or any(start <= low < end for start, end in spans) or YEAR.fullmatch(each.group()):
            continue
        value = Decimal(worded(each["words"])) if each["words"] else None
        if (value is not None and (value in counts or value == 1)) or NUMBERED.search(remark.text[:low]):
            continue
        found.append(_stated(remark.text, each, value, hidden=not quiet[low:high].strip()))
    return found


def _but_row(remark: Remark, figures: list[Stated]) -> list[Stated]:
    """Without figures that are the named row's own: "the 14 invoices from Alpha came to £23,400"."""
    rows = {each.at for each in remark.rows if each.whole}
    if len(figures) < 2 or len(rows) != 1 or len({each.at for each in remark.rows}) != 1:
        return figures
    (row,) = rows
    cells = [(c, cell) for c in range(len(remark.sheet.heads)) if (cell := cell_of(remark.sheet, row, c))]
    own = [each for each in figures if each.unit not in ("£", "%") and any(e.value == each.value for _, e in cells)]
    rest = [each for each in figures if each not in own]
    return rest if len(rest) == 1 and all(each.unit != rest[0].unit for each in own) else figures


def _stated(text: str, found: re.Match[str], words: Decimal | None, *, hidden: bool) -> Stated:
    low, high = found.span()
    value, step = (words, Decimal(1)) if words is not None else scaled(found["digits"], (found["scale"] or "").lower())
    if MINUS.search(text[: low + bool(found["sign"])]):
        value = -value
    behind = UNIT.match(text, high)
    unit = "£" if found["money"] else "%" if found["percent"] or found["percent2"] else ""
    if found["points"] or found["pp"] or found["points2"] or found["pp2"]:
        unit = "points"
    if not unit and behind:
        unit = behind["unit"]
    return Stated(found.group().strip(), value, step, unit, low, high, hidden)


def _name_spans(remark: Remark) -> list[tuple[int, int]]:
    """Where names of rows and columns stand."""
    return [*((each.start, each.end) for each in (*remark.rows, *remark.columns)), *_printed(remark)]


def _is_in_name(remark: Remark, found: re.Match[str]) -> bool:
    """Whether a number is one of a label's that is named there."""
    named = [(each, remark.sheet.labels[each.at]) for each in remark.rows]
    named += [(each, remark.sheet.heads[each.at]) for each in remark.columns]
    number = found.group().strip(" %").lower()
    return any(
        each.start <= found.start() < each.end and number in label.lower().replace("-", " ").split()
        for each, label in named
    )


def _printed(remark: Remark) -> list[tuple[int, int]]:
    """Where labels with a number stand word by word."""
    spans = []
    low = remark.text.lower()
    for label in (*remark.sheet.labels, *remark.sheet.heads):
        if len(label) > TELLING and re.search(r"\d", label) and (at := low.find(label.lower())) >= 0:
            spans.append((at, at + len(label)))
    return spans


def _plain(remark: Remark) -> str:
    """The words of a sentence without those of names, letter for letter."""
    text = remark.text
    for low, high in _name_spans(remark):
        text = text[:low] + "q" * (high - low) + text[high:]
    return text


def _pieces(remark: Remark, figures: Sequence[Stated]) -> list[tuple[int, int]]:
    """The sentence, where it has one figure; else its stretches, if each has one."""
    if len(figures) == 1:
        return [(0, len(remark.text))]
    cuts = [each.span() for each in CUT.finditer(remark.text)]
    ends = [0, *(end for _, end in cuts), len(remark.text)]
    pieces = list(zip(ends, [*(start for start, _ in cuts), len(remark.text)], strict=False))
    alone = all(sum(low <= each.start < high for each in figures) == 1 for low, high in pieces)
    return pieces if alone and len(pieces) == len(figures) else []


def _views(remark: Remark, low: int, high: int) -> Iterator[View]:
    rows, columns = ([each for each in names if low <= each.start < high] for names in (remark.rows, remark.columns))
    yield View(remark.sheet, rows, columns)
    yield View(lies(remark.sheet), columns, rows)


def _cell(remark: Remark, view: View, figure: Stated, span: tuple[int, int]) -> tuple[int, int, Cell] | None:
    """The one cell that a figure can be of."""
    sheet = view.sheet
    rows = {each.at for each in view.rows if each.whole}
    answers = {each.strip().lower() for each in sheet.heads} >= YES_AND_NO and all(each.words > 1 for each in view.rows)
    if not rows and (RARE.match(figure.unit) or answers):
        rows = {each.at for each in view.rows}  # "the fridge" of "Fridge temperature": what is in degrees is no other's
    if len(rows) != 1 or {each.at for each in view.rows} != rows or not rows <= set(sheet.parts):
        return None
    (row,) = rows
    columns = _columns(remark, view, figure, row)
    if len(columns) != 1 or (cell := _told_in(sheet, row, columns[0], figure)) is None:
        return None
    if _is_other(remark, view, figure, columns[0], span):
        return None
    return row, columns[0], cell


def _told_in(sheet: Sheet, row: int, column: int, figure: Stated) -> Cell | None:
    """A cell's figure; of a count with its share the one that is stated."""
    printed = sheet.share_at(row, column) if figure.unit == "%" else None
    if printed:
        return Cell(sheet.texts[row][column], printed.value, Decimal(1).scaleb(-printed.decimals))
    return cell_of(sheet, row, column)


def _columns(remark: Remark, view: View, figure: Stated, row: int) -> list[int]:
    """The columns that hold what the figure is in, named or told of."""
    sheet = view.sheet
    every = [c for c in range(len(sheet.heads)) if holds_figures(sheet, c) and sheet.kinds[c] != "change"]
    named = {each.at for each in view.columns}
    if figure.unit == "%":
        fit = [c for c in every if sheet.kinds[c] in ("share", "both")]
    elif figure.unit == "£":
        fit = [c for c in every if is_money(sheet, c)]
    else:
        fit = [c for c in every if figure.unit and is_in(sheet, c, figure.unit)]
        if figure.hidden and not (AGE.match(remark.text, figure.end) or figure.step < 1):
            return []
        if fit and MEASURED.match(figure.unit):
            near = [c for c in fit if c in named] or fit
            rare = not COMMON.match(figure.unit) or AGE.match(remark.text, figure.end)
            return [c for c in near if rare or c in named or _speaks_of(remark, view, c, row)]
        if _is_met(remark, view, figure, row):
            return _answered(remark, sheet)
        rated = [c for c in every if GRADED.search(sheet.heads[c])]
        if len(rated) == 1 and (RATED.search(remark.text[: figure.start]) or GRADED.fullmatch(figure.unit)):
            return rated if figure.step == 1 else []
        # "A score of 4.8": what nothing else than a column of decimals can hold.
        decimals = [c for c in every if sheet.kinds[c] == "mean" and not is_money(sheet, c)]
        fit = decimals if figure.step < 1 else []
    chosen = [c for c in fit if c in named]
    if chosen:
        return chosen
    spoken = len(fit) == 1 and (_speaks_of(remark, view, fit[0], row) or (figure.unit == "£" and _is_plain(remark)))
    return fit if spoken else []


def _words(remark: Remark) -> str:
    """All words of a table's heads and labels."""
    sheet = remark.sheet
    return " ".join((sheet.texts_before, *sheet.labels))


def _is_plain(remark: Remark) -> bool:
    """Whether a sentence says nothing besides the table's words and what goes with any figure."""
    known = [each.plain for each in tokens_of(_words(remark))]
    said = [each.plain.removesuffix("'s") for each in tokens_of(remark.text) if each.plain[0].isalpha()]
    return all(PLAIN.match(word) or any(alike(word, other) for other in known) for word in said if len(word) > 2)


def _answered(remark: Remark, sheet: Sheet) -> list[int]:
    """The column of those who met what a row asks, or of those who didn't."""
    if re.search(r"\b(?:not sure|unsure|don[’']t know)\b", remark.text, re.I):
        return []
    answer = NO if NOT_MET.search(_plain(remark)) else YES
    return [at for at, head in enumerate(sheet.heads) if answer.match(head.strip())]


def _is_met(remark: Remark, view: View, figure: Stated, row: int) -> bool:
    """ "17 files showed a plan": under yes and no, of a row named by two words or more."""
    return (
        figure.step == 1
        and bool(UNITS_OF_CASES.match(remark.text[figure.end :].lstrip()))
        and len(label_words(view.sheet.labels[row])) > 1
        and not view.columns
    )


def _speaks_of(remark: Remark, view: View, column: int, row: int) -> bool:
    """Whether a word of a column's head, or of what stands over the table, is in the sentence, besides the row's."""
    own = label_words(view.sheet.labels[row])
    said = [each.plain for each in tokens_of(remark.text) if len(each.plain) > TELLING]
    said = [word for word in said if not any(alike(word, other) for other in own)]
    head = f"{view.sheet.heads[column]} {view.sheet.caption}"
    words = [each.plain for each in tokens_of(head) if len(each.plain) > TELLING and not COMMON.match(each.plain)]
    return not words or any(alike(word, other) for word in words for other in said)


def _is_other(remark: Remark, view: View, figure: Stated, column: int, span: tuple[int, int]) -> bool:
    """Whether words make it another figure than the cell's."""
    text = _plain(remark)
    head = " ".join((view.sheet.heads[column], view.sheet.caption))
    if AVERAGE.search(text) and not AVERAGE.search(head):
        return True
    if NO.match(view.sheet.heads[column].strip()):
        text = NOT_MET.sub("q", text)
    if any(each.group().lower() not in head.lower() for each in SET_AGAINST.finditer(text[slice(*span)])):
        return True
    behind = BEHIND.match(text[figure.end :]) and not AGE.match(text, figure.end)
    lead = AVERAGE.sub("qqqq", text[: figure.start])
    return bool(LOOSE.search(lead) or behind or ALL.search(text[: figure.start]))


def _judged(remark: Remark, view: View, figure: Stated, row: int, column: int, cell: Cell) -> Iterator[Finding]:
    sheet, stated = view.sheet, _scaled(view.sheet, column, figure)
    value = abs(cell.value) if figure.unit == "£" else cell.value
    why = f"{sheet.heads[column]}: {cell.text}"
    span = (figure.start, figure.end)
    if abs(stated.value - value) * 2 <= (max(stated.step, cell.step) if stated.step != cell.step else 0):
        yield remark.finding(CODE, "ok", span, "", why, sheet.labels[row])
    elif not _is_given(remark, sheet, stated, row, column) and _may_be(sheet, stated, value, column):
        yield remark.finding(CODE, "wrong", span, cell.text, why, sheet.labels[row])


def _scaled(sheet: Sheet, column: int, figure: Stated) -> Stated:
    """A sum of money as a table in thousands or millions writes it."""
    words = f"{sheet.texts_before} {sheet.heads[column]}"
    scale = 1000 if THOUSANDS.search(words) else 1_000_000 if MILLIONS.search(words) else 1
    if figure.unit != "£" or scale == 1 or figure.value * 100 < scale:
        return figure
    value, step = figure.value / scale, figure.step / scale
    return Stated(figure.text, value, step, figure.unit, figure.start, figure.end, figure.hidden)


def _is_given(remark: Remark, sheet: Sheet, stated: Stated, row: int, column: int) -> bool:
    """Whether another cell of the row is the figure, or two of them make it, or others told beside do."""
    cells = [each.value for at in range(len(sheet.heads)) if (each := cell_of(sheet, row, at))]
    own = [each for each in (cell_of(sheet, row, column),) if each]
    total = cell_of(sheet, sheet.total, column) if sheet.total is not None else None
    told = [e.value for e in remark.read.entries if e.start - remark.start != stated.start]
    pairs = {abs(a - b) for a in cells for b in cells} | {a + b for a in cells for b in cells}
    others = {abs(each.value - n) for each in own for n in (*told, *([total.value] if total else []), Decimal(100))}
    return stated.value in {*cells, *pairs, *others}


def _may_be(sheet: Sheet, stated: Stated, value: Decimal, column: int) -> bool:
    """Whether somebody may have written the figure for the cell's: close by, a slip of the pen, or another row's."""
    column_values = {each.value for row in sheet.parts if (each := cell_of(sheet, row, column))}
    low, high = sorted((abs(stated.value), abs(value)))
    if not low or stated.value == value:
        return False
    return high <= FAR * low and (stated.value in column_values or high * 2 <= 3 * low or is_slip(stated.value, value))
