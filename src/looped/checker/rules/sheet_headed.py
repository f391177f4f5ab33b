"""Columns that their heads say how to work out: a mean of those before, a change in number, in words or in per cent."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from looped.checker.context import Context, plain
from looped.checker.finding import Finding
from looped.checker.patterns import pattern_of
from looped.checker.sheets.sheet import Sheet, in_time
from looped.checker.sheets.two_times import are_of_one

CODE = "sheet-headed"
MESSAGE = "A column headed as a mean or a change is what the columns beside it give, in every row."
GOOD = "Kind\tLast year\tThis year\tMore or fewer\nFires\t12\t5\t7 fewer\nThefts\t34\t41\t7 more\nFalls\t96\t98\t2 more"
BAD = "Kind\tLast year\tThis year\tMore or fewer\nFires\t12\t5\t7 fewer\nThefts\t34\t41\t7 more\nFalls\t96\t98\t2 fewer"

MEAN = pattern_of(
    r"^(?:(?:two|three|four|five|six|twelve|\d+)[- ](?:year|month|quarter|week|day|round|wave) |"
    r"(?:yearly|monthly|quarterly|weekly|annual) )?(?:mean|average|avg\.?)(?: (?:score|mark|rating|value))?"
    r"(?:,? (?:of|over|for) (?:the )?(?:two|three|four|five|six|\d+) [a-z]+)?$",
    re.I,
)
CHANGED = pattern_of(r"\b(?:changed?|difference|movement|more or (?:less|fewer)|up or down|rise or fall)\b|^[+±]", re.I)
IN_WORDS = pattern_of(
    r"^(?P<n>\d[\d,]*)(?P<unit>\s?%)? (?:(?P<up>more|up|higher|above)|(?P<down>fewer|less|down|lower|below))$|"
    r"^(?:(?P<up2>up|rise of|\+)|(?P<down2>down|fall of|[-−–])) ?(?P<m>\d[\d,]*(?:\.\d+)?)(?P<unit2>\s?%)?"
    r"(?: ?(?:pp|ppts?|pts?|(?:percentage )?points?))?$",
    re.I,
)
# "1 = poor, 2 = fair, 3 = good".
KEY = pattern_of(
    r"(?<![\d.])(?P<mark>\d)\s?(?:=|–|is|for|means|:)\s?[“\"]?(?P<word>[a-z][a-z’' -]{1,30}?)[”\"]?(?=[,;.)]| and|$)",
    re.I,
)
MARK = re.compile(r"(?P<mark>\d)(?: (?:stars?|points?))?", re.I)
SIGNED = re.compile(r"^[+±−–-] ?\d")
RIGHT, MOST = 2, 8
COUNTS, SHARES = {"count", "total", "base", "both"}, ("share",)


@dataclass(frozen=True)
class Line:
    """A row: what is printed, what comes out."""

    row: int
    stated: Decimal
    exact: Decimal
    step: Decimal

    @property
    def fits(self) -> bool:
        """Whether it comes out, to the last digit printed."""
        return abs(self.stated - self.exact) <= self.step / 2


def check(context: Context) -> Iterator[Finding]:
    """Each column headed so, where two rows or more come out and one doesn't."""
    for placed in context.sheets:
        sheet = placed.sheet
        for column, head in enumerate(sheet.heads):
            ways = [_means(sheet, column), _scaled(sheet, column)] if MEAN.match(head.strip()) else []
            if CHANGED.search(head):
                ways = [_changes(sheet, column, share=share, turn=turn) for share in (0, 1) for turn in (1, -1)]
            best = max(ways, key=lambda lines: sum(each.fits for each in lines), default=[])
            off = [each for each in best if not each.fits]
            enough = 1 if _is_signed(sheet, column) else RIGHT
            if len(off) == 1 and len(best) - 1 >= enough:
                yield _told(sheet, column, off[0])
        yield from _rows_of_change(sheet)


def _is_signed(sheet: Sheet, column: int) -> bool:
    """Whether every cell of a column has its sign before it, so that nothing but a change can be meant."""
    return all(SIGNED.match(row[column].strip()) for row in sheet.texts if row[column].strip())


def _rows_of_change(sheet: Sheet) -> Iterator[Finding]:
    """A row of changes under two rows of one thing at two times: where another column comes out and one doesn't."""
    for row in range(2, len(sheet.labels)):
        if not CHANGED.match(sheet.labels[row]) or not are_of_one(sheet.labels[row - 2], sheet.labels[row - 1]):
            continue
        lines = []
        for column in range(len(sheet.heads)):
            then, now, told = (sheet.cells[at][column] for at in (row - 2, row - 1, row))
            if then and now and told:
                step = max(each.step for each in (then, now, told))
                lines.append((column, Line(row, told.value, now.value - then.value, step)))
        # Of means that were rounded the difference may be one off.
        off = [each for each in lines if abs(each[1].stated - each[1].exact) > each[1].step]
        if len(off) == 1 < len(lines):
            yield _told(sheet, off[0][0], off[0][1], "rows above")


def _means(sheet: Sheet, column: int) -> list[Line]:
    """Each row's mean of the other columns, all of one kind."""
    others = [at for at in range(len(sheet.heads)) if at != column]
    if not 2 <= len(others) <= MOST or len({sheet.kinds[at] for at in others}) > 1:
        return []
    found = []
    for row, cells in enumerate(sheet.cells):
        own, values = cells[column], [figure.value for at in others if (figure := cells[at])]
        if own and len(values) == len(others):
            found.append(Line(row, own.value, sum(values, Decimal(0)) / len(values), own.step))
    return found


def _scaled(sheet: Sheet, column: int) -> list[Line]:
    """Each row's mean mark, where the heads are marks or the words of a key: "1 = poor, 2 = fair, 3 = good"."""
    text = " ".join((sheet.caption, *sheet.notes))
    key = {plain(each["word"]): Decimal(each["mark"]) for each in KEY.finditer(text)}
    marks = {at: key.get(plain(head)) or _mark(head) for at, head in enumerate(sheet.heads) if at != column}
    told = {at: mark for at, mark in marks.items() if mark is not None}
    known = set(key.values()) or {*told.values()}
    if len(told) <= RIGHT or set(told.values()) != known or len(known) != len(told):
        return []
    if any(sheet.kinds[at] not in ("count", "total", "base") for at in told):
        return []
    found = []
    for row, cells in enumerate(sheet.cells):
        own, counts = cells[column], [(figure.value, mark) for at, mark in told.items() if (figure := cells[at])]
        number = sum((count for count, _ in counts), Decimal(0))
        if own and len(counts) == len(told) and number:
            exact = sum((count * mark for count, mark in counts), Decimal(0)) / number
            found.append(Line(row, own.value, exact, own.step))
    return found


def _mark(head: str) -> Decimal | None:
    """The mark that a head is: "3", "3 stars"."""
    found = MARK.fullmatch(head.strip())
    return Decimal(found["mark"]) if found else None


def _changes(sheet: Sheet, column: int, *, share: int, turn: int) -> list[Line]:
    """Each row's change between the two columns of counts, or of shares. turn: -1 where the later stands first."""
    kinds = ("count", "total", "base") if COUNTS & set(sheet.kinds) else SHARES
    counted = [at for at, kind in enumerate(sheet.kinds) if kind in kinds and at != column]
    if len(counted) != 2:
        return []
    # The shares may have been set against each other before they were rounded.
    slack = 1 if kinds == SHARES else 0
    first, last = in_time(sheet, counted)[::turn]
    found = []
    for row, cells in enumerate(sheet.cells):
        then, now, told = cells[first], cells[last], _stated(sheet, row, column)
        if then and now and told and then.value:
            exact = (now.value - then.value) * (100 / then.value if share else 1)
            found.append(Line(row, told[0], exact, told[1] * (1 + slack)))
    return found


def _stated(sheet: Sheet, row: int, column: int) -> tuple[Decimal, Decimal] | None:
    """What a cell says, with its sign, and the step of its last digit."""
    text, figure = sheet.texts[row][column].strip(), sheet.cells[row][column]
    if found := IN_WORDS.match(text):
        size = Decimal((found["n"] or found["m"]).replace(",", ""))
        step = Decimal(1).scaleb(int(size.as_tuple().exponent))
        return (size if found["up"] or found["up2"] else -size), step
    return (figure.value, figure.step) if figure else None


def _told(sheet: Sheet, column: int, line: Line, givers: str = "") -> Finding:
    places = max(0, -int(line.step.as_tuple().exponent))
    expected, text = f"{round(line.exact, places):f}", sheet.texts[line.row][column].strip()
    why = f"the columns beside it give {expected} in this row, as they do in the others"
    if givers:
        why = f"the two {givers} give {expected} in this column, as they do in the others"
    slip = f"headed/{sheet.table.title}/{sheet.labels[line.row]}/{sheet.heads[column]}"
    return Finding(CODE, "wrong", sheet.where(line.row, column), text, text, expected, why, slip, "likely")
