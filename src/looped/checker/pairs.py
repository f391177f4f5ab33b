"""Two rows or columns of a table that words set against each other, and which of them has more."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from looped.checker.finding import Verdict
from looped.checker.measures import SHARE_SAID, Measure, measures
from looped.checker.patterns import pattern_of
from looped.checker.remarks import BAD_THING, Remark, ranked_rows, value
from looped.checker.sheets.giving import shared_out
from looped.checker.sheets.sheet import Sheet, is_total

UP = (
    r"(?P<up>more(?! or)|commoner|likelier|higher|greater|larger|bigger|longer|stronger|above|exceed\w*|ahead of|"
    r"outnumber\w*|"
    r"(?<!not )as (?:many|high|much))"
)
DOWN = r"(?P<down>fewer|less|rarer|scarcer|lower|smaller|shorter|weaker|below|behind|short of)"
GOOD_WORD = r"(?P<good>better|outperform\w*|outscor\w*)"
BAD_WORD = r"(?P<bad>worse|poorer)"
WORD = pattern_of(rf"\b(?:{UP}|{DOWN}|{GOOD_WORD}|{BAD_WORD})\b", re.I)
AGAINST = pattern_of(
    r"\b(?:than|compared (?:with|to)|relative to|against|above|below|behind|ahead of|exceed\w*|outnumber\w*|"
    r"out(?:perform|scor)\w*)\b",
    re.I,
)
DENIED = pattern_of(
    r"\b(?:no|not|nor|never|neither|rather|other|n[’']t|whether|if|any|at least|equally)\s+(?:\w+\s+)?$", re.I
)
SO_MUCH = pattern_of(
    r"\b(?:(?:more|less) (?:(?!than|of|in|had|have|were|was)[a-z]+(?:ed|ful|ive|ent|ppy)|likely|often|common|aware)|"
    r"commoner|likelier|rarer)\b",
    re.I,
)
# The time that is right before another.
ONE_BEFORE = pattern_of(
    r"\b(?:(?:the )?(?:year|quarter|month|week|term|round|wave|audit|survey|visit|one) (?:before|earlier)|"
    r"(?:an?|one) (?:year|quarter|month|week|term) (?:before|earlier|previously)|"
    r"(?:the )?(?:previous|preceding|prior) (?:year|quarter|month|week|term|round|wave|audit|survey|visit|one))\b",
    re.I,
)
GOOD_OR_BAD = pattern_of(rf"\b(?:{GOOD_WORD}|{BAD_WORD})\b", re.I)
ALL = pattern_of(r"\b(?:across|overall|in total|total|altogether|in all|combined)\b", re.I)


@dataclass(frozen=True)
class Pair:
    """Two rows of a sheet that words set against each other, and the columns named with them."""

    sheet: Sheet
    one: int
    other: int
    columns: tuple[int, ...]


def bounds(text: str, place: int) -> tuple[int, int]:
    cuts = [each.span() for each in re.finditer(r"[;:]|\b(?:but|while|whereas|although|though|because)\b", text)]
    low = max((end for _, end in cuts if end <= place), default=0)
    return low, min((start for start, _ in cuts if start > place), default=len(text))


SHARE_OF_ALL = pattern_of(r"\b(?:shares?|proportions?) of (?:the|all|total)\b", re.I)


def way(remark: Remark, pair: Pair, word: re.Match[str]) -> bool | None:
    if word["up"] or word["down"]:
        return bool(word["up"])
    scope = remark.text + pair.sheet.texts_before
    return None if BAD_THING.search(scope) else bool(word["good"])


def judge(remark: Remark, pair: Pair, up: bool, words: str, *, always: bool = False) -> tuple[Verdict, str] | None:
    """Whether the first has more, or less, in a column that may be meant. always: whether it is so in each of them."""
    options = _of_all(pair, measures(pair.sheet, words, pair.columns))
    if SO_MUCH.search(words):
        options = [each for each in options if each.by == "share"] or options
    wholes = shared_out(pair.sheet) if GOOD_OR_BAD.search(words) and not pair.columns else None
    if wholes:
        options = [each for each in options if each.column != wholes[0]] or options  # nobody does well by being many
    total = pair.sheet.total_column
    if not pair.columns and total is not None and ALL.search(words):
        options = [each for each in options if each.column == total] or options
    results = [(each, result) for each in options if (result := is_more(pair, each)) is not None]
    if not results:
        return None
    right = [each for each, (a, b) in results if (a > b if up else a < b)]
    if always and len(results) > 1:
        off = [each for each, (a, b) in results if (a < b if up else a > b)]
        return ("wrong", told(pair, off[0])) if off else ("ok", told(pair, results[0][0]))
    summed = any(each.column == _total_of(pair.sheet) for each in options)
    # "A larger share of all the boats": of the column, and not of the row.
    if not right and SHARE_OF_ALL.search(words):
        counts = [r for each in measures(pair.sheet, "", ()) if each.by == "count" and (r := is_more(pair, each))]
        if any(a > b if up else a < b for a, b in counts):
            return None
    shares = SHARE_SAID.search(words) and all(each.by == "share" for each in options)
    if not right and not pair.columns and not shares and not summed and not (total is not None and ALL.search(words)):
        others = [e for e in measures(pair.sheet, "", ()) if not wholes or e.column != wholes[0]]
        if any(a > b if up else a < b for each in others if (r := is_more(pair, each)) for a, b in [r]):
            return None
    measure = (right or [results[0][0]])[0]
    return "ok" if right else "wrong", told(pair, measure)


def _total_of(sheet: Sheet) -> int | None:
    """Where a table lies on its side, the column that was its row of totals."""
    return sheet.total_column if sheet.total_column is not None and is_total(sheet.heads[sheet.total_column]) else None


def _of_all(pair: Pair, options: list[Measure]) -> list[Measure]:
    """ "More boys than girls", of no row: by the totals of the two, where the table has them."""
    total = _total_of(pair.sheet)
    own = [each for each in options if each.column == total and each.by == "count"]
    return own if own and not pair.columns and pair.sheet.turned and all(e.by == "count" for e in options) else options


def is_more(pair: Pair, measure: Measure) -> tuple[Decimal, Decimal] | None:
    one = value(pair.sheet, pair.one, measure.column, measure.by)
    other = value(pair.sheet, pair.other, measure.column, measure.by)
    return None if one is None or other is None else (one, other)


def told(pair: Pair, measure: Measure) -> str:
    cells = [(row, pair.sheet.cells[row][measure.column]) for row in (pair.one, pair.other)]
    figures = " and ".join(f"{pair.sheet.labels[row]} {figure.text}" for row, figure in cells if figure)
    return f"{pair.sheet.heads[measure.column]}: {figures}"


def listed(sheet: Sheet, measure: Measure, rows: Sequence[int] | None = None) -> str:
    """A column's figures, each with its row. rows: those told of, else all that can be set against each other."""
    told = ranked_rows(sheet) if rows is None else rows
    figures = [(sheet.labels[row], sheet.cells[row][measure.column]) for row in told]
    told_ = ", ".join(f"{label} {figure.text}" for label, figure in figures if figure)
    return f"{sheet.heads[measure.column]}: {told_}"
