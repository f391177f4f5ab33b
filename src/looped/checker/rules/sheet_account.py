"""An account in a table: what there was at first, with what came and without what went, is what there is at last."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.quantities import printed
from looped.checker.remarks import lies
from looped.checker.sheets.naming import label_words
from looped.checker.sheets.sheet import Sheet
from looped.checker.sheets.workings import is_near

CODE = "sheet-account"
MESSAGE = "What there was, with what came and without what went, is what is left."
GOOD = "Entry\t£\nAt 1 April\t41,200\nAdded\t12,750\nUsed\t8,300\nAt 31 March\t45,650"
BAD = "Entry\t£\nAt 1 April\t41,200\nAdded\t12,750\nUsed\t8,300\nAt 31 March\t46,650"

OPENING = pattern_of(
    r"\bb/?\s?(?:fwd|f|d)\b|\bbrought forward\b|\bopening\b|\b(?:at|in hand at|open at) (?:the )?(?:start|beginning)\b|"
    r"^(?:start|beginning|at first)\b",
    re.I,
)
CLOSING = pattern_of(
    r"\bc/?\s?(?:fwd|f|d)\b|\bcarried (?:forward|over|down)\b|\bclosing\b|"
    r"\b(?:at|in hand at|open at) (?:the )?end\b|^(?:end|at last)\b",
    re.I,
)
CAME = pattern_of(
    r"\b(?:raised|new|received|receipts|added|additions?|income|opened|admi\w+|joined|joiners|starters|referr\w+|"
    r"arriv\w+|bought|purchases|delivered|deliveries|made|logged|recruited|granted|in|begun|started|registered|"
    r"contributions?|interest|gained|plus|add)\b",
    re.I,
)
WENT = pattern_of(
    r"\b(?:closed|cleared|implemented|expenditure|spent|payments|paid|disposals?|disposed|leavers|left|discharged?s?|"
    r"resolved|completed|written off|sold|removed|used|issued|deaths|died|withdrawn|treated|seen|ended|given|scrapped|"
    r"drawn|taken off|applied|answered|settled|cancelled|lost|out|less|withdrew|moved|released)\b",
    re.I,
)
# A point of time, as a head of a stock names it.
DATED = pattern_of(
    r"\b(?:at|on|in|by)?\s?(?:the )?(?:\d{1,2}(?:st|nd|rd|th)? )?(?:january|february|march|april|may|june|july|august|"
    r"september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|monday|friday|saturday|"
    r"sunday)\b(?: (?:19|20)\d\d)?",
    re.I,
)
LEAST, MOST_UNKNOWN = 3, 2


@dataclass(frozen=True)
class Told:
    """A row told from its opening to its close. signs: of each figure but the last, as the heads or the sum say."""

    row: int
    left: Decimal
    rest: Decimal
    signs: tuple[int, ...]

    @property
    def is_right(self) -> bool:
        """Whether it comes out."""
        return self.left == self.rest


def check(context: Context) -> Iterator[Finding]:
    """Each table, by its rows and by its columns."""
    for placed in context.sheets:
        for sheet in (placed.sheet, lies(placed.sheet)):
            ways = _ways(sheet.heads)
            if ways:
                yield from _judged(sheet, ways)


def _ways(heads: Sequence[str]) -> list[tuple[int, ...]]:
    """The signs that the heads of an account may have; none where they head none."""
    if len(heads) < LEAST or not _are_ends(heads[0], heads[-1]):
        return []
    middle = heads[1:-1]
    signs = [bool(CAME.search(head)) - bool(WENT.search(head)) for head in middle]
    if signs.count(0) > MOST_UNKNOWN or any(DATED.search(head) for head in middle) or not any(signs):
        return []
    options = [(1, -1) if not sign else (sign,) for sign in signs]
    return [(1, *chosen) for chosen in product(*options)]


def _are_ends(first: str, last: str) -> bool:
    """Whether two heads are of one stock at its beginning and its end."""
    if OPENING.search(first) and CLOSING.search(last):
        return True
    if not DATED.search(first) or not DATED.search(last):
        return False
    rest = [DATED.sub(" ", each).strip() for each in (first, last)]
    return (not any(rest)) or label_words(rest[0]) == label_words(rest[1])


def _judged(sheet: Sheet, ways: Sequence[tuple[int, ...]]) -> Iterator[Finding]:
    told = [each for row in range(len(sheet.labels)) if (each := _told(sheet, row, ways))]
    wrong = [each for each in told if not each.is_right]
    # The heads leave no doubt; most rows must bear them out, or a slip explains the only one.
    believed = len(wrong) * 2 <= len(told) and len(told) > 1
    for each in told:
        if each.is_right or believed or (len(wrong) == 1 and is_near(each.left, each.rest)):
            yield _finding(sheet, each)


def _signed(sign: int, value: Decimal) -> Decimal:
    """What a figure adds: one that is printed as a minus is taken off, whatever heads it."""
    return value if value < 0 else sign * value


def _told(sheet: Sheet, row: int, ways: Sequence[tuple[int, ...]]) -> Told | None:
    figures = sheet.cells[row]
    if any(each is None or each.unit == "%" or each.share for each in figures):
        return None
    *values, left = [each.value for each in figures if each]
    slack = sum((each.step for each in figures if each and each.step != 1), Decimal(0)) / 2
    options = [(sum(map(_signed, signs, values)), signs) for signs in ways]
    rest, signs = min(options, key=lambda each: abs(each[0] - left))
    return Told(row, left, left if abs(rest - left) <= slack else Decimal(rest), signs)


def _finding(sheet: Sheet, told: Told) -> Finding:
    *texts, text = sheet.texts[told.row]
    pairs = zip(told.signs, texts, strict=True)
    terms = "".join(f" {'+' if sign > 0 else '-'} {each.strip('()-−')}" for sign, each in pairs).removeprefix(" + ")
    rest = printed(told.rest)
    verdict: Verdict = "ok" if told.is_right else "wrong"
    slip = f"flow/{sheet.table.title}/{sheet.labels[told.row]}/{sheet.heads[-1]}"
    where = sheet.where(told.row, len(texts))
    return Finding(CODE, verdict, where, text, text, rest, f"{terms} is {rest}, printed as {text}", slip, "likely")
