"""A figure whose row and column a sentence names in full: it is that cell's, and no other cell excuses it."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.either_column import either_of
from looped.checker.evidence.reading import is_slip
from looped.checker.finding import Finding
from looped.checker.misplaced import is_of_no_cell
from looped.checker.patterns import pattern_of
from looped.checker.phrases import WHICH
from looped.checker.plainly_named import STOPS, Cited, blanked, cited, figures_of
from looped.checker.prose import Entry
from looped.checker.quoting import by_statement_of_now
from looped.checker.remarks import Remark
from looped.checker.rules.sheet_cell import AVERAGE, SET_AGAINST
from looped.checker.rules.sheet_given import BEHIND, ELSEWHERE, LOOSE
from looped.checker.rules.sheet_quoted import DEFINITE
from looped.checker.said_besides import besides
from looped.checker.sheets.giving import cell_says
from looped.checker.sheets.naming import alike, label_words, tokens_of
from looped.checker.sheets.sheet import Sheet

CODE = "sheet-plain"
MESSAGE = "A figure told of one row under one column, both named in full, is the one where they meet."
GOOD = "Boat\tSold\tLent\tLost\nAyr\t14\t9\t20\nOban\t31\t6\t11\nMull\t8\t25\t17\n\nIn Oban, 11 oars were lost."
BAD = "Boat\tSold\tLent\tLost\nAyr\t14\t9\t20\nOban\t31\t6\t11\nMull\t8\t25\t17\n\nIn Oban, 31 oars were lost."

# What is said of a part of them, of either of two, or of what isn't so.
OTHER = pattern_of(
    rf"\b(?:of (?:{WHICH})|or|neither|either|between|out of|as many|short|beyond|most|least|"
    r"highest|lowest|total|overall|all told|altogether|plus|again|also)\b",
    re.I,
)
JOINED = re.compile(r"\b(?:or|not|no) [a-z]+")
WITHOUT = pattern_of(r" (?:without|within|with|by|from|under|during|after|before)\b", re.I)
PLACE = pattern_of(r"\b(?:table|figure|annex|appendix|section|page) [A-Z]?\d+(?:\.\d+)?\b", re.I)
# "20% of those who replied in Ayr": of all of its row.
WHO_REPLIED = pattern_of(
    r"\bof (?:all )?(?:those|the people|people) who (?:replied|answered|responded|took part)\b", re.I
)
FAR = 6
ONE_OF_TWO = pattern_of(r"\b(?:either|neither|both|whether|between|most|least|highest|lowest|also|plus|again)\b", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each figure of a sentence that names a row and a column of a table."""
    return by_statement_of_now(context, _of)


def _of(remark: Remark) -> Iterator[Finding]:
    if not remark.rows or is_of_no_cell(remark):
        return
    yield from _either(remark)
    for told in cited(remark):
        if _is_other(remark, told):
            continue
        sheet, entry = remark.sheet, told.entry
        text = sheet.texts[told.row][told.column]
        span, why = (entry.start - remark.start, entry.end - remark.start), f"{sheet.heads[told.column]}: {text}"
        if _says(sheet, told):
            yield remark.finding(CODE, "ok", span, "", why, sheet.labels[told.row])
        elif _may_be(sheet, told) and not (_is_part(remark, told) or _is_of_head_like(remark, told)):
            yield remark.finding(CODE, "wrong", span, text, why, sheet.labels[told.row])


def _either(remark: Remark) -> Iterator[Finding]:
    """ "In Oban 40 were sold or lent": both cells of the row together."""
    told = either_of(remark)
    if told is None or any(each.search(told.plain) for each in (SET_AGAINST, ONE_OF_TWO, AVERAGE, ELSEWHERE)):
        return
    entry, sheet = told.entry, remark.sheet
    low, high = entry.start - remark.start, entry.end - remark.start
    if LOOSE.search(remark.text[:low]) or BEHIND.match(remark.text[high:]) or DEFINITE.search(remark.text[:low]):
        return
    figures = [figure for at in told.columns if (figure := sheet.cells[told.row][at])]
    summed = sum(each.value for each in figures)
    why = f"{' + '.join(each.text for each in figures)} = {summed}"
    if entry.value == summed:
        yield remark.finding(CODE, "ok", (low, high), "", why, sheet.labels[told.row])
    elif (
        not (told.some and entry.value < summed)
        and summed
        and FAR * min(summed, entry.value) >= max(summed, entry.value)
    ):
        yield remark.finding(CODE, "wrong", (low, high), str(summed), why, sheet.labels[told.row])


def _is_other(remark: Remark, told: Cited) -> bool:
    """Whether words make it another figure than the cell's."""
    low, high = told.entry.start - remark.start, told.entry.end - remark.start
    spans = [(each.start, each.end) for each in (*remark.rows, *remark.columns)]
    heads = " ".join((*remark.sheet.heads, *remark.sheet.labels)).lower()
    if any(each.group() not in heads for start, end in spans for each in JOINED.finditer(remark.text, start, end)):
        return True  # "cleared in time or late", of cleared late
    aside = (found.span() for each in (PLACE, WHO_REPLIED) for found in each.finditer(remark.text))
    text = blanked(remark, [*spans, (low, high), *aside])
    head = re.sub(r"[^\w%-]+", " ", f" {remark.sheet.heads[told.column]} {remark.sheet.caption} ").lower()
    for pattern in (SET_AGAINST, OTHER, AVERAGE):
        found = [each for each in pattern.finditer(text, *told.piece) if f" {each.group().lower()} " not in head]
        # "Lost without insurance": some of those lost, of which `_is_part` asks.
        behind = [text[each.start() - 2 : each.start()] == "q " for each in found]
        if not all(own and WITHOUT.match(text, each.start() - 1) for own, each in zip(behind, found, strict=True)):
            return True
    return bool(ELSEWHERE.search(text) or LOOSE.search(remark.text[:low]) or BEHIND.match(remark.text[high:]))


def _is_of_head_like(remark: Remark, told: Cited) -> bool:
    """ "50 were open at the end", under opened and open at end: another figure of the row, of a head with that word."""
    sheet = remark.sheet
    named = [remark.text[each.start : each.end].lower() for each in remark.columns if each.at == told.column]
    if sheet.heads[told.column].lower() in named:
        return False
    words = label_words(sheet.heads[told.column])
    said = [each.plain for name in named for each in tokens_of(name) if any(alike(each.plain, w) for w in words)]
    alike_ = [
        at
        for at, head in enumerate(sheet.heads)
        if at != told.column and any(alike(one, other) for one in said for other in label_words(head))
    ]
    return any(len(sheet.heads[at]) > len(sheet.heads[told.column]) and _says(sheet, told.at(at)) for at in alike_)


def _is_part(remark: Remark, told: Cited) -> bool:
    """ "11 were lost without insurance", "9 of the boats were new": some of the cell's, which can't be more than it."""
    entry, piece = told.entry, told.piece
    own = _value(remark.sheet, told.row, told.column, entry)
    if own is None or entry.value > own:
        return False
    names = [each for each in remark.rows if each.whole or each.at == told.row]
    names += [each for each in remark.columns if each.whole or each.at == told.column]
    figures = [(each.start - remark.start, each.end - remark.start) for each in figures_of(remark)]
    low, high = entry.start - remark.start, entry.end - remark.start
    start = max((each.end for each in remark.columns if each.at == told.column), default=high)
    text = blanked(remark, [*((each.start, each.end) for each in names), *figures])
    behind = text[max(start, high) : piece[1]]
    # "Oban lost 11 oars", "had 11 lost oars": the first word behind is what is counted.
    if start < high or any(each.at == told.column and each.start - high == 1 for each in remark.columns):
        behind = re.sub(r"^ [a-z’'-]+", "", behind)
    behind = STOPS.split(behind)[0]
    return bool(WITHOUT.match(behind)) or bool(besides(remark, text[piece[0] : low]) or besides(remark, behind))


def _says(sheet: Sheet, told: Cited) -> bool:
    """Whether a cell states what an entry does."""
    figure = sheet.cells[told.row][told.column]
    if told.entry.kind == "count" and figure is not None and figure.count is not None:
        return figure.count == told.entry.count
    return cell_says(sheet, told.row, told.column, told.entry)


def _may_be(sheet: Sheet, told: Cited) -> bool:
    """Whether somebody may have written the figure for the cell's: another one of its row or column, or one like it."""
    entry, own = told.entry, _value(sheet, told.row, told.column, told.entry)
    if own is None:
        return False
    others = [_value(sheet, told.row, at, entry) for at in range(len(sheet.heads)) if at != told.column]
    others += [_value(sheet, at, told.column, entry) for at in sheet.parts if at != told.row]
    low, high = sorted((own, entry.value))
    return entry.value in others or bool(entry.base) or (low > 0 and high <= FAR * low) or is_slip(entry.value, own)


def _value(sheet: Sheet, row: int, column: int, entry: Entry) -> Decimal | None:
    """What a cell has of the kind of an entry."""
    figure = sheet.cells[row][column]
    if figure is None or sheet.kinds[column] == "words":
        return None
    if entry.kind == "share":
        printed = sheet.share_at(row, column)
        return printed.value if printed else None
    return Decimal(figure.count) if figure.count is not None and sheet.kinds[column] != "share" else None
