"""What is left of a table's wholes where it counts a part of them: "13 berths are vacant", under berths and let."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.opposites import WORDS as OPPOSITES
from looped.checker.patterns import pattern_of
from looped.checker.phrases import MONTHS, WHICH
from looped.checker.prose import Entry
from looped.checker.remarks import Remark, by_statement
from looped.checker.said_besides import besides
from looped.checker.sheets.giving import pair_of, shared_out, whole_of
from looped.checker.sheets.naming import Named, alike, label_words
from looped.checker.sheets.sheet import Sheet, is_time

CODE = "sheet-unfilled"
MESSAGE = "How many are left of what a table counts is its whole less its part."
_TABLE = "Port | Berths | Let\nAyr | 40 | 33\nOban | 25 | 19\nMull | 15 | 12\n\n"
GOOD = _TABLE + "16 berths are vacant, seven of them at Ayr."
BAD = _TABLE + "18 berths are vacant, seven of them at Ayr."

# Where somebody or something is, or has been taken.
TAKEN = pattern_of(r"\b(?:filled|let|occupied|taken|in use|in post|used|staffed|booked|leased|rented)\b", re.I)
FREE = pattern_of(r"\b(?:vacan(?:t|cy|cies)|empty|free|unoccupied|unfilled|unlet|unstaffed|spare)\b", re.I)
DENIED = pattern_of(
    r"\b(?:(?:not|never) (?:yet |been )?|(?:yet|still|remain\w*|left) to be |un)(?P<what>[a-z]{3,})\b|"
    r"n[’']t (?P<other>[a-z]+)",
    re.I,
)
ANY_NO = pattern_of(r"\b(?:not|never|no|none|without|neither|nor|fail\w*)\b|n[’']t\b", re.I)
ELSE = pattern_of(
    r"\b(?:last|previous\w*|earlier|before|since|target|average|if|should|would|could|may|might|will|planned|expected|"
    r"than|about|over|under|nearly|almost|at least|up to|around|more|fewer|less|other|others|rest|further|another|"
    r"extra|each|every|per|both|only one|rose|fell|became|become|after|until|now|by)\b",
    re.I,
)
TIMES = pattern_of(rf"\b(?:{MONTHS}|(?:19|20)\d\d)\b")
OF_THEM = pattern_of(rf"[ ,(]*(?:were |are )?of (?:{WHICH})\b", re.I)
CUTS = pattern_of(r"[,;:()]|\b(?:and|while|whereas|leaving|which leaves)\b", re.I)
GENERAL = pattern_of(
    r"\b(?:there|are|is|were|was|remain(?:s|ed)?|stood|stands|still|left|that|leaves|leaving|in all|altogether|"
    r"in total|total|had|has|have|been|be|yet|include[sd]?|all|the|standing|lying|not|these|to|of them|currently)\b",
    re.I,
)
SOME_OF = pattern_of(r" of (?:the|these|those|our|its|them)\b", re.I)
NONE = pattern_of(r"\W*(?:there (?:was|were) )?(?:no\b|none of the\b)(?! more| longer| fewer)", re.I)
OPENED = pattern_of(r"^\W*(?:in|at|on|for|of|among) (?:the )?$", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each count that is said to be what a part leaves, or to be the part."""
    yield from by_statement(context, _of, FREE, DENIED, *(two for _, two in OPPOSITES))


def _of(remark: Remark) -> Iterator[Finding]:
    out = pair_of(remark.sheet) or (shared_out(remark.sheet) or ())[:2]
    if not out or is_time(remark.sheet.labels) or ELSE.search(remark.unnamed) or TIMES.search(remark.text):
        return
    whole, part = out
    none, figures = NONE.match(remark.text), remark.read.of_sentence(remark.at)
    if none and not figures and is_left(remark.sheet.heads[part], remark.text):
        yield from _judged(remark, none.span(), 0, (none.start(), len(remark.text)), whole, part)
    carried = False
    for entry in remark.read.of_sentence(remark.at):
        low, high = _piece(remark, entry)
        text = remark.text[low:high]
        taken_up = bool(carried and OF_THEM.match(remark.text, entry.end - remark.start))
        left = taken_up or is_left(remark.sheet.heads[part], text)
        carried = left and not _says_more(remark, (low, high), (entry.start - remark.start, entry.end - remark.start))
        if not left or entry.kind != "count" or entry.share:
            continue
        if not entry.base and not taken_up and SOME_OF.match(remark.text, entry.end - remark.start):
            continue  # "three of the vacant berths are new": of what is left
        own = (entry.start - remark.start, entry.end - remark.start)
        base = entry.base if entry.base else None
        yield from _judged(remark, own, entry.count, (low, high), whole, part, base)


def _piece(remark: Remark, entry: Entry) -> tuple[int, int]:
    """The words of a figure: from the mark or the figure before it to the next."""
    low, high = entry.start - remark.start, entry.end - remark.start
    cuts = [each.span() for each in CUTS.finditer(remark.text)]
    others = [(e.start - remark.start, e.end - remark.start) for e in remark.read.of_sentence(remark.at)]
    start = max([0, *(b for _, b in (*cuts, *others) if b <= low)])
    return start, min([len(remark.text), *(a for a, _ in (*cuts, *others) if a >= high)])


def is_left(head: str, text: str) -> bool:
    """Whether words deny what heads the part: vacant where it is let, not returned where it is returned."""
    if TAKEN.search(head) and FREE.search(text):
        return True
    if FREE.search(head) or ANY_NO.search(head):
        return False
    words = label_words(head)
    denied = [each for found in DENIED.finditer(text) if (each := found["what"] or found["other"])]
    if any(alike(each.lower(), word) for each in denied for word in words):
        return True
    return not ANY_NO.search(text) and any(two.search(text) and one.search(head) for one, two in OPPOSITES)


def _judged(
    remark: Remark,
    told: tuple[int, int],
    count: int,
    span: tuple[int, int],
    whole: int,
    part: int,
    of: int | None = None,
) -> Iterator[Finding]:
    """Whether it is what the part of a row that its words name leaves, or of all rows where none is named."""
    sheet, (low, high) = remark.sheet, span
    rows = [each for each in remark.rows if low <= each.start < high]
    opened = [each for each in remark.rows if OPENED.fullmatch(remark.text[: each.start])]
    rows = rows or opened
    if len({each.at for each in rows}) > 1 or any(not each.whole for each in rows) or _says_more(remark, span, told):
        return
    cells = _cells(sheet, rows, whole, part)
    if cells is None:
        return
    base, own = cells
    if of and of != base:
        return
    verdict: Verdict = "ok" if count == base - own else "wrong"
    name = sheet.labels[rows[0].at] if rows else ""
    yield remark.finding(CODE, verdict, told, str(base - own), f"{base} less {own} leaves {base - own}", name)


def _cells(sheet: Sheet, rows: list[Named], whole: int, part: int) -> tuple[int, int] | None:
    """The whole and its part of a row, or of all of them."""
    if not rows:
        sums = whole_of(sheet, whole), whole_of(sheet, part)
        return (sums[0], sums[1]) if sums[0] is not None and sums[1] is not None else None
    cells = [cell.count for at in (whole, part) if (cell := sheet.cells[rows[0].at][at]) and cell.count is not None]
    return (cells[0], cells[1]) if len(cells) > 1 and rows[0].at in sheet.parts else None


def _says_more(remark: Remark, span: tuple[int, int], told: tuple[int, int]) -> bool:
    """Whether the words of a figure tell of anything that the table doesn't."""
    text = remark.text[span[0] : span[1]]
    for start, end in (told, *((each.start, each.end) for each in (*remark.rows, *remark.columns))):
        if span[0] <= start and end <= span[1]:
            text = text[: start - span[0]] + " " * (end - start) + text[end - span[0] :]
    text = GENERAL.sub(" ", FREE.sub(" ", text))
    for pair in OPPOSITES:
        for each in pair:
            text = each.sub(" ", text)
    return bool(besides(remark, DENIED.sub(" ", text)))
