"""One row against others taken together: "Oban had more boats than the other two ports together"."""

import re
from collections.abc import Iterator, Sequence

from looped.checker.context import Context
from looped.checker.finding import Finding
from looped.checker.patterns import pattern_of
from looped.checker.remarks import Remark, by_statement
from looped.checker.sheets.sheet import Sheet

CODE = "sheet-more-together"
MESSAGE = "A row that is said to have more than others have together has more than their sum."
_TABLE = "Port\tBoats\nAyr\t24\nOban\t40\nMull\t12\n\n"
GOOD = _TABLE + "Oban had more boats than the other two ports together."
BAD = _TABLE + "Ayr had more boats than the other two ports together."

TOGETHER = r"(?:together|combined|put together|taken together|between them|added together)"
NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2})"
MORE = rf"(?P<side>more|fewer|less)(?: (?!new\b|old\b)[a-z]+)?(?: {TOGETHER})? than"
HAD = rf"(?: {TOGETHER})?,? (?:had|have|has|saw|made|held|took|recorded|reported|received|gave|won|got)(?: {TOGETHER})?"
# The rows named before the verb, and those behind it: by their names, or all the others.
REST = rf"(?:all )?(?:of )?the (?:others?|other {NUMBER}|rest|remaining(?: {NUMBER})?)(?: (?!{TOGETHER})[a-z]+)?"
SAID = pattern_of(
    rf"^\W*(?P<one>[^,;:]{{2,60}}?){HAD} {MORE} (?:(?P<rest>{REST})|(?P<other>[^,;:]{{2,60}}?))"
    rf"(?P<both>,? {TOGETHER})?\W*$",
    re.I,
)
JOINED = pattern_of(rf"\b{TOGETHER}\b", re.I)
COUNTED = ("count", "both")


def check(context: Context) -> Iterator[Finding]:
    """Each such sentence on a table with one column of counts."""
    yield from by_statement(context, _of, SAID)


def _of(remark: Remark) -> Iterator[Finding]:
    said = SAID.match(remark.text)
    sheet = remark.sheet
    counted = [at for at, kind in enumerate(sheet.kinds) if kind in COUNTED]
    if not said or len(counted) != 1 or {*sheet.kinds} - {*COUNTED, "share"}:
        return
    ones = _named(remark, said.span("one"))
    others = [row for row in sheet.parts if row not in ones] if said["rest"] else _named(remark, said.span("other"))
    # "Together" is said of the two before the verb or of those behind it.
    several = bool(said["both"]) if len(others) > 1 else len(ones) > 1 and bool(JOINED.search(said.group()))
    told = {each.value for each in remark.read.of_sentence(remark.at)}
    if not ones or not others or set(ones) & set(others) or not several or told - {len(others)}:
        return
    few, many = _sum(sheet, ones, counted[0]), _sum(sheet, others, counted[0])
    if few is not None and many is not None:
        right = few > many if said["side"].lower() == "more" else few < many
        one, other = (" and ".join(sheet.labels[row] for row in rows) for rows in (ones, others))
        why = f"{one}: {few}; {other}: {many}"
        yield remark.finding(CODE, "ok" if right else "wrong", said.span(), "" if right else f"{few} and {many}", why)


def _named(remark: Remark, span: tuple[int, int]) -> list[int]:
    """The rows that a stretch names, where it says nothing else."""
    named = [each for each in remark.rows if span[0] <= each.start and each.end <= span[1]]
    text = remark.text[span[0] : span[1]]
    for each in reversed(named):
        low, high = each.start - span[0], each.end - span[0]
        text = f"{text[:low]} {text[high:]}"
    left = re.sub(r"\b(?:and|plus|the|in|at|together|both|combined)\b|\W", "", text, flags=re.I)
    rows = [each.at for each in named if each.whole and each.at in remark.sheet.parts]
    return rows if not left and len(rows) == len(named) == len(set(rows)) else []


def _sum(sheet: Sheet, rows: Sequence[int], column: int) -> int | None:
    counts = [each.count for row in rows if (each := sheet.cells[row][column]) and each.count is not None]
    return sum(counts) if len(counts) == len(rows) else None
