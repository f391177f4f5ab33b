"""The first of a table's rows with the next, or the first few: "A had the most, the runner-up was B"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from looped.checker.context import Context
from looped.checker.end_words import BEST, BUSIEST, HIGHEST, LOWEST, WORST
from looped.checker.finding import Finding
from looped.checker.measures import Measure, measures
from looped.checker.patterns import pattern_of
from looped.checker.ranks import BUT_ONE
from looped.checker.remarks import BAD_THING, Remark, lies, ranked_rows, value, within
from looped.checker.sheets.naming import Named
from looped.checker.sheets.sheet import Sheet
from looped.checker.summaries import by_any_table

CODE = "sheet-next"
MESSAGE = "The row told as the next after the first has more than all others but that one."
GOOD = "Site\tCalls\nLeith\t80\nAyr\t30\nOban\t40\nWick\t20\n\nAfter Leith, the next most calls came from Oban."
BAD = "Site\tCalls\nLeith\t80\nAyr\t30\nOban\t40\nWick\t20\n\nAfter Leith, the next most calls came from Ayr."

MOST = rf"most|{HIGHEST}|{BUSIEST}|top|led|headed|heads|first|{BEST}|leading"
LEAST = rf"least|{LOWEST}|rarest|{WORST}|last"
END = pattern_of(rf"\b(?:(?P<most>{MOST})|(?P<least>{LEAST}))\b", re.I)
AFTER = pattern_of(r"\b(?:after|behind|next to|following) (?:the )?$", re.I)
NEXT = pattern_of(r"\b(?:next|second)\b", re.I)
FOLLOWED = pattern_of(
    r"\b(?:followed (?:closely )?by|runners?-up (?:was|were|is|being)|then(?: came| it was)?|next (?:came|was|were|is)|"
    r"(?:the )?second (?:was|were|is|being|place went to)|and (?:next|second))(?: in| at| by| for| the)*\s*$",
    re.I,
)
IS_NEXT = pattern_of(
    r"^,? (?:was |were |is |are |came |as |being |a close |in )*(?:the )?(?:second|next|runner-up)\b(?! (?:to|year|"
    r"time))",
    re.I,
)
SECOND_TO = pattern_of(
    r"\b(?:second (?:only )?to|next after|(?:close|just|right) behind|came after)(?: the| that of| in)?\s*$", re.I
)
# "In order, the commonest were A, B and C"; "the three largest were A, B and C".
LISTED = pattern_of(
    rf"\b(?:in (?:descending |that |falling )?order|(?:the )?(?:top )?(?:two|three|four) (?:[a-z]+ )?(?:most|{HIGHEST}|"
    rf"{BUSIEST}|top|leading|least|{LOWEST})|top (?:two|three|four))\b",
    re.I,
)
IN_ORDER = pattern_of(r"\bin (?:descending |that |falling )?order\b", re.I)
BY_SIZE = pattern_of(
    r"\bin (?:descending )?order of (?:size|number|frequency|popularity|importance|cost|value|rate)\b", re.I
)
JOINED = re.compile(r",? ?(?:,|and|then|and then|,? followed by) ?(?:the )?")
DENIED = pattern_of(
    r"\b(?:not|n[’']t|neither|nor|except|other than|since|increase\w*|rise|rose|fall|fell|chang\w+|gain\w*|drop\w*|"
    r"improve\w*|together|combined|joint|equal)\b",
    re.I,
)


# Of how far two columns are apart, which none of them need tell.
OF_CHANGES = pattern_of(
    r"\b(?:overspen\w+|underspen\w+|variances?|differences?|gaps?|changes?|increases?|decreases?|rises?|"
    r"falls? (?:was|in)|improvements?|drops?|growth|margins?)\b",
    re.I,
)


def check(context: Context) -> Iterator[Finding]:
    """Each such sentence that names the rows."""
    return by_any_table(context, _of, NEXT, FOLLOWED, IS_NEXT, SECOND_TO, LISTED, BUT_ONE)


def _of(remark: Remark) -> Iterator[Finding]:
    if DENIED.search(remark.unnamed) or OF_CHANGES.search(remark.unnamed):
        return
    for sheet, names in ((remark.sheet, remark.rows), (lies(remark.sheet), remark.columns)):
        whole = [each for each in names if each.whole or sum(each.at == other.at for other in names) == 1]
        found = _two(remark.text, whole) or _list(remark.text, whole)
        if not found or not set(found) <= set(ranked_rows(sheet)):
            continue
        others = remark.columns if sheet is remark.sheet else remark.rows
        # What is told behind the last of them, ", who", is of something else.
        high = max(each.end for each in whole if each.at in found)
        yield from _judged(remark, sheet, found, within(others, 0, high), remark.text[:high])
        return


def _two(text: str, names: Sequence[Named]) -> list[int]:
    """The first and the next, where two rows are named so."""
    if len(names) != 2 or names[0].at == names[1].at:
        return []
    one, other = names
    lead, between, tail = text[: one.start], text[one.end : other.start], text[other.end :]
    told = END.search(text) is not None
    if (AFTER.search(lead) and (NEXT.search(between) or END.search(tail))) or (told and FOLLOWED.search(between)):
        return [one.at, other.at]
    if told and IS_NEXT.match(tail) and END.search(text[: other.start]):
        return [one.at, other.at]
    return [other.at, one.at] if SECOND_TO.search(between) else []


def _list(text: str, names: Sequence[Named]) -> list[int]:
    """The rows of a list that words say are the first ones of all."""
    said = LISTED.search(text)
    if not said or len(names) < 2 or not (END.search(text) or BY_SIZE.search(text)):
        return []
    joined = all(JOINED.fullmatch(text[a.end : b.start]) for a, b in pairwise(names))
    return [each.at for each in names] if joined else []


def _judged(remark: Remark, sheet: Sheet, rows: list[int], columns: list[int], words: str) -> Iterator[Finding]:
    end = END.search(remark.text)
    judged = end and end.group().lower() in ("best", "worst", "strongest", "weakest", "last", "first")
    down = not (end and end["least"])
    # Of a bad thing either end may be the best.
    ways = (down, not down) if judged and BAD_THING.search(remark.text + sheet.texts_before) else (down,)
    in_order = len(rows) == 2 and not LISTED.search(remark.text) or bool(IN_ORDER.search(remark.text))
    results = [(e, _is_so(sheet, rows, e, each, in_order)) for e in measures(sheet, words, columns) for each in ways]
    known = [each for each in results if each[1] is not None]
    if known:
        measure, right = max(known, key=lambda each: bool(each[1]))
        cells = [(sheet.labels[row], sheet.cells[row][measure.column]) for row in ranked_rows(sheet)]
        why = f"{sheet.heads[measure.column]}: " + ", ".join(f"{label} {cell.text}" for label, cell in cells if cell)
        yield remark.finding(CODE, "ok" if right else "wrong", (0, len(remark.text)), "" if right else "another", why)


def _is_so(sheet: Sheet, rows: list[int], measure: Measure, down: bool, in_order: bool) -> bool | None:
    """Whether rows are the first of all, in that order or in any; None where a figure is missing."""
    values = {row: value(sheet, row, measure.column, measure.by) for row in ranked_rows(sheet)}
    known = {row: each if down else -each for row, each in values.items() if each is not None}
    if len(known) < len(values) or len(known) <= len(rows) - 1:
        return None
    rest = [each for row, each in known.items() if row not in rows]
    first = not rest or min(known[row] for row in rows) >= max(rest)
    return first and (not in_order or all(known[a] >= known[b] for a, b in pairwise(rows)))
