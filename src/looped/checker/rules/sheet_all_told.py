"""How many a sentence says a table is of: "The table shows all 84 boats", "We saw 84 boats. The table shows where"."""

import re
from collections.abc import Iterator, Sequence

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.entries import worded
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.quieting import HUNDREDS, NUMBER
from looped.checker.sheets.around import Placed
from looped.checker.sheets.naming import alike, label_words
from looped.checker.sheets.sheet import WITHIN, Sheet

CODE = "sheet-all-told"
MESSAGE = "As many as a table is said to be of are in its total."
_TABLE = "\n\nPort\tBoats\nAyr\t30\nOban\t24\nTroon\t30\nTotal\t84"
GOOD = "The table shows all 84 boats in the survey, each counted once." + _TABLE
BAD = "The table shows all 87 boats in the survey, each counted once." + _TABLE

COUNT = rf"(?P<n>{HUNDREDS}|{NUMBER})"
TABLE = r"(?:the|this) (?:following |next )?table(?: \d+)?(?: (?:below|above|overleaf|opposite))?|table \d+"
SHOWS = r"(?:shows|lists|gives|sets out|breaks down|covers|counts|presents|has|divides|splits)"
SHOWN = pattern_of(
    rf"(?:^|[.;:] )(?:{TABLE}) {SHOWS} (?:(?:all|each) (?:of )?)?(?:the )?{COUNT} (?P<what>[a-z][a-z’' -]{{2,60}})",
    re.I,
)
# "We saw 84 boats. The table shows where they came from.", "... They came from four ports, as the table shows".
WHENCE = pattern_of(
    rf"\b{COUNT} (?P<what>[a-z][a-z’' -]{{2,40}})\. (?:{TABLE}) {SHOWS} (?:where|how|from (?:where|which|what)|which|"
    r"what|when|who|them|these|they|their|its)\b|"
    rf"\b(?P<n2>{HUNDREDS}|{NUMBER}) (?P<what2>[a-z][a-z’' -]{{2,40}})\. (?:they|these) (?:came|were|are|lay|live)"
    rf"[^.;:()\d%]{{3,60}},? as (?:{TABLE}) (?:shows|sets out)\b",
    re.I,
)
# What the total may leave out or have more of.
SOME = pattern_of(
    r"\b(?:missing|excludes?|excluding|excluded|except|left out|unknown|not (?:known|stated|given|recorded|shown|"
    r"included)|more than one|several|estimate\w*|rounded|weighted|sample of|at least|about|of (?:which|whom|these))\b",
    re.I,
)
REACH = 3


def check(context: Context) -> Iterator[Finding]:
    """Each such sentence with the one table next to it."""
    blocks = context.document.blocks
    for paragraph in context.paragraphs_with(SHOWN, WHENCE):
        found = SHOWN.search(paragraph.text) or WHENCE.search(paragraph.text)
        place = next(at for at, each in enumerate(blocks) if each is paragraph)
        near = [each for each in context.sheets if 0 < abs(each.place - place) <= REACH]
        near = [each for each in near if each.sheet.table.section == paragraph.section or each.place > place]
        if found and len(near) == 1 and not SOME.search(paragraph.text):
            yield from _judged(paragraph, found, near[0])


def _judged(paragraph: Paragraph, found: re.Match[str], placed: Placed) -> Iterator[Finding]:
    sheet = placed.sheet
    columns = [c for c, kind in enumerate(sheet.kinds) if kind in ("count", "total", "base", "both")]
    if len(columns) != 1 or not _is_counted(sheet, _told(found, "what")) or SOME.search(" ".join(sheet.notes)):
        return
    total, stated = _total(sheet, columns[0]), worded(_told(found, "n"))
    told = [n for cells in sheet.cells for each in cells if each for n in (each.count, each.base)]
    if total is None or (stated != total and stated in told):
        return
    verdict: Verdict = "ok" if stated == total else "wrong"
    why = f"the table comes to {total}, the sentence says {stated}"
    slip = f"{CODE}/{paragraph.line}/{found.start()}"
    quote = f"{_told(found, 'n')} {_told(found, 'what').split()[0]}"
    yield Finding(CODE, verdict, paragraph.where, quote, str(stated), str(total), why, slip, "likely")


def _told(found: re.Match[str], name: str) -> str:
    """What stands in the one or the other form."""
    groups = found.groupdict()
    return str(groups[name] or groups.get(f"{name}2"))


def _total(sheet: Sheet, column: int) -> int | None:
    """What the rows come to, where they are all there and a row of the whole says the same."""
    parts = _counts(sheet, column, sheet.parts)
    if len(parts) < len(sheet.parts) or len(parts) < 2 or any(WITHIN.search(label) for label in sheet.labels):
        return None
    if sheet.total is None:
        return sum(parts)
    whole = _counts(sheet, column, (sheet.total,))
    return whole[0] if whole == [sum(parts)] else None


def _counts(sheet: Sheet, column: int, rows: Sequence[int]) -> list[int]:
    return [n for row in rows if (each := sheet.cells[row][column]) and (n := each.count) is not None]


def _is_counted(sheet: Sheet, what: str) -> bool:
    """Whether the first words behind the number are what the table counts."""
    words = label_words(" ".join((sheet.caption, sheet.corner, *sheet.heads, sheet.table.title, sheet.table.section)))
    said = [each for each in label_words(what)[:2] if len(each) > 2]
    return any(alike(one, other) for one in said for other in words)
