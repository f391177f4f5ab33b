"""How many a table is of, as its caption says, where its rows are all of them and come to another number."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.dividing import ONE_EACH
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.grid import BASE
from looped.checker.numbers import Percent, fits, slips
from looped.checker.patterns import pattern_of
from looped.checker.rules.sheet_hundred import SEVERAL
from looped.checker.sheets.around import Placed
from looped.checker.sheets.bands import bands_of
from looped.checker.sheets.sheet import WITHIN, Sheet

CODE = "sheet-captioned"
MESSAGE = "Where the rows of a table are all that its caption counts, they come to that number."
GOOD = "All replies by town (n = 60)\n\nTown\tReplies\nHythe\t25\nLydd\t20\nRye\t15"
BAD = "All replies by town (n = 66)\n\nTown\tReplies\nHythe\t25\nLydd\t20\nRye\t15"

EVERY = pattern_of(r"\b(?:all|every|each|none missing|no missing|complete)\b", re.I)
# A row for whatever the others aren't: they are all there.
REST = pattern_of(
    r"^(?:other|others|something else|none of (?:these|the above)|don[’']t know|not (?:known|stated|given|recorded)|"
    r"unknown|missing|"
    r"no (?:answer|reply)|prefer not|rather not)\b",
    re.I,
)
SOME = pattern_of(
    r"\b(?:missing|(?:could|was|were) not (?:be )?[a-z]+|not (?:yet )?graded|other|excludes?|excluding|"
    r"selected|main [a-z]+s|most common|top|not shown|only|weighted)\b",
    re.I,
)
IN_ALL = pattern_of(r"\b(\d[\d,]*)(?: [a-z]+)? (?:in all|in total|altogether)\b", re.I)
# "Table 1 gives the grade of all 45 boats": before the table.
INTRO = pattern_of(
    r"\b(?:tables? (?P<at>\d+)|(?:the )?(?:following )?table(?: below)?|"
    r"(?:the )?breakdown below) (?:below )?(?:gives|shows|sets out|"
    r"presents|summarises|lists|breaks down|reports|has|contains|covers)\b(?! (?:the )?(?:main|most|"
    r"top))[^.;:\d]{0,60}?"
    r"\b(?:(?:all|each|every one) (?:of )?(?:the )?|of the |for the )(?<![.\d])(\d[\d,]*)(?! ?%| (?:most|main|"
    r"largest|worst))(?= [a-z])",
    re.I,
)
NUMBERED = pattern_of(r"\bTable (\d+)\b", re.I)
CAPTION = pattern_of(r"\W*Table \d+[.:]", re.I)
LEAST, NEAR = 3, 10


def check(context: Context) -> Iterator[Finding]:
    """Each table with a number in its caption and one column of counts without a total."""
    for placed in context.sheets:
        sheet = placed.sheet
        found = BASE.search(sheet.caption) or IN_ALL.search(sheet.caption) or _introduced(context, placed)
        words = " ".join((sheet.caption, sheet.corner, *sheet.notes, *_said_of_each(context, placed)))
        counts = [at for at, kind in enumerate(sheet.kinds) if kind in ("count", "both", "total", "base")]
        if found and len(counts) == 1 and not SEVERAL.search(ONE_EACH.sub(" ", words)):
            of_it = _judged if sheet.total is None else _against_total
            yield from of_it(
                sheet, counts[0], int((found[2] if found.re.groups > 1 else found[1]).replace(",", "")), words
            )


def _introduced(context: Context, placed: Placed) -> re.Match[str] | None:
    """How many the sentence right before a table says that it is of."""
    numbers = {each[1] for each in NUMBERED.finditer(placed.sheet.caption)}
    for block in reversed(context.document.blocks[max(0, placed.place - 2) : placed.place]):
        if not isinstance(block, Paragraph):
            return None
        told = [each for each in INTRO.finditer(block.text) if not each["at"] or not numbers or each["at"] in numbers]
        numbers |= {each[1] for each in NUMBERED.finditer(block.text)} if CAPTION.match(block.text) else set()
        if told:
            return told[0]
    return None


def _said_of_each(context: Context, placed: Placed) -> Iterator[str]:
    """The paragraphs right before and behind a table that say that each is in one row only."""
    for block in context.document.blocks[max(0, placed.place - 2) : placed.place + 2]:
        if isinstance(block, Paragraph) and ONE_EACH.search(block.text):
            yield block.text


def _against_total(sheet: Sheet, column: int, stated: int, words: str) -> Iterator[Finding]:
    """The row of the whole, which its parts come to, against the caption."""
    total = sheet.cells[sheet.total][column] if sheet.total is not None else None
    parts = [sheet.cells[row][column] for row in sheet.parts]
    summed = sum(each.count or 0 for each in parts if each)
    if total is None or total.count != summed or len(parts) < LEAST or SOME.search(words):
        return
    if summed != stated and (slips(summed, stated) or abs(summed - stated) * NEAR <= stated):
        yield _finding(sheet, stated, summed)


def _judged(sheet: Sheet, column: int, stated: int, words: str) -> Iterator[Finding]:
    rows = list(range(len(sheet.labels)))
    figures = [sheet.cells[row][column] for row in rows]
    counts = [each.count for each in figures if each and each.count is not None]
    if len(counts) < max(LEAST, len(rows)) or any(WITHIN.search(label) for label in sheet.labels):
        return
    summed = sum(counts)
    if summed == stated or not summed or not (slips(summed, stated) or abs(summed - stated) * NEAR <= stated):
        return
    shares = [(n, p) for n, row in zip(counts, rows, strict=True) for p in _shares(sheet, row)]
    if shares:
        told = all(fits(n, summed, p) for n, p in shares) and not all(fits(n, stated, p) for n, p in shares)
    else:
        every = EVERY.search(words) or ONE_EACH.search(words) or any(REST.match(label) for label in sheet.labels)
        bands = bands_of(tuple(sheet.labels), tuple(rows))
        every = every or (bool(bands) and bands[-1].high is None)
        told = bool(every) and not SOME.search(words.replace("none missing", "").replace("no missing", ""))
    if told:
        yield _finding(sheet, stated, summed)


def _finding(sheet: Sheet, stated: int, summed: int) -> Finding:
    why = f"the rows of the table come to {summed}, its caption says {stated}"
    slip = f"captioned/{sheet.table.title}"
    where = sheet.where(None, None)
    return Finding(CODE, "wrong", where, str(stated), str(stated), str(summed), why, slip, "likely")


def _shares(sheet: Sheet, row: int) -> list[Percent]:
    return [part for column in range(len(sheet.heads)) if (part := sheet.share_at(row, column))]
