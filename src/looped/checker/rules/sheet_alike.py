"""Rows that each add up to the same number: all of them do, and the text before gives that number."""

import re
from collections import Counter
from collections.abc import Iterator

from looped.checker.context import Context, plain
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.measures import affirmed
from looped.checker.numbers import slips
from looped.checker.patterns import pattern_of
from looped.checker.same_column import same_columns
from looped.checker.sheets.around import Placed, numbers_in
from looped.checker.sheets.sheet import Sheet
from looped.checker.sheets.ways import are_opposed

CODE = "sheet-alike"
MESSAGE = "Where the rows of a table add up to one number, all of them do."
GOOD = "Item\tYes\tNo\tUnsure\nFood\t30\t8\t2\nRooms\t21\t9\t10\nStaff\t33\t3\t4\nCare\t25\t12\t3"
BAD = "Item\tYes\tNo\tUnsure\nFood\t30\t8\t2\nRooms\t21\t9\t10\nStaff\t33\t3\t4\nCare\t35\t12\t3"

READ = pattern_of(
    r"\b(?P<n>\d[\d,]*) (?:[a-z’'-]+ ){0,3}?(?:were|was|have been) (?:examined|reviewed|audited|sampled|read|checked|"
    r"inspected|looked at|tested|drawn)\b|"
    r"\b(?:examined|reviewed|audited|sampled|read|checked|inspected|tested|looked at|"
    r"sample of|the notes of|the files of|the records of) (?:all |the |a total of )?(?P<m>\d[\d,]*)\b",
    re.I,
)
COUNTED = pattern_of(r"(?:: ?|\bn ?= ?|\ball |\bof |\()(\d[\d,]*)\b", re.I)
APPLIES = pattern_of(r"\b(?:applicable|applies|applied|blank|missing|not (?:known|recorded|answered)|skipped)\b", re.I)
UNANSWERED = pattern_of(
    r"\b(?:did not|didn[’']t|gave no|left|had no) (?:answer|reply|respond|say|out|blank)\w*\b|\bunanswered\b", re.I
)
EVERY = pattern_of(
    r"\b(?:every|each|all)(?: of)?(?: the)? (?:[a-z]+ )?[a-z]+ (?:was|were|had|has|have) "
    r"[a-z ]{3,20}(?:on|for|against|in|to|with) "
    r"(?:every|each|all)\b",
    re.I,
)
# Beside yes and no: everything else that may be answered.
OTHERWISE = pattern_of(
    r"\b(?:n/?a|not applicable|(?:does|did) not apply|don[’']?t know|unsure|not sure|unknown|neither|other|blank|"
    r"missing|no (?:answer|reply|view)|not (?:known|answered|stated|recorded)|partly|in part|partial\w*)\b",
    re.I,
)
# "Table 2. The same crates by colour".
SAME = pattern_of(
    r"(?<!some of )(?<!most of )\bthe same (?!(?:[a-z]+ )?(?:period|time|years?|months?|weeks?|day|quarter|way|"
    r"questions?|place|scale|"
    r"measures?|standards?|method|tests?)\b)(?:\d[\d,]* )?[a-z]|"
    r"^\W*(?:table \w+[.:]? )?(?:all )?(?:of )?(?:these|those) [a-z]+,? by\b|"
    r"\b(?:in|of|from|as) table (?P<at>\d+),? (?:but )?by\b",
    re.I,
)
NUMBERED = pattern_of(r"\btable (\d+)\b", re.I)
# Another time, or fewer of them.
LATER = pattern_of(
    r"\b(?:later|earlier|before|ago|last|previous\w*|since|after|then|only|who|that|with|without|not|"
    r"excluding|except|but for|aged|over|under)\b",
    re.I,
)
LEAST, NEAR = 3, 0.3
MANY, FEW = 20, 10


def check(context: Context) -> Iterator[Finding]:
    """Each table of counts without a column of sums."""
    yield from same_columns(context, CODE)
    for placed in context.sheets:
        sheet = placed.sheet
        counts = [at for at, kind in enumerate(sheet.kinds) if kind == "count"]
        yield from _same_again(context, sheet)
        if len(counts) > 1 and sheet.total_column is None and not sheet.turned:
            yield from _rows(context, placed, sheet, counts)


def _same_again(context: Context, sheet: Sheet) -> Iterator[Finding]:
    """ "The same crates by colour": all of them are as many as all of the table before."""
    sheets = [placed.sheet for placed in context.sheets]
    at = next(place for place, each in enumerate(sheets) if each is sheet)
    said = SAME.search(sheet.caption) if at else None
    if not said or LATER.search(sheet.caption):
        return
    if said["at"] and said["at"] not in NUMBERED.findall(sheets[at - 1].caption):
        return
    (column, now), (other, then) = _whole(sheet), _whole(sheets[at - 1])
    # Under one head all of the same are meant, however far apart they are.
    alike = plain(sheet.heads[column]) == plain(sheets[at - 1].heads[other]) or abs(now - then) <= NEAR * max(now, then)
    if now and then and now != then and (alike or slips(now, then)):
        why = f"the table before has {then} of the same, and this one {now} in all"
        slip = f"cell/{sheet.table.title}/{sheet.labels[sheet.total or 0]}/{sheet.heads[column]}"
        where = sheet.where(sheet.total, column)
        yield Finding(CODE, "wrong", where, str(now), str(now), str(then), why, slip, "likely")


def _whole(sheet: Sheet) -> tuple[int, int]:
    """The one column of counts, and its total where the rows come to it; 0 where there is no such."""
    counts = [at for at, kind in enumerate(sheet.kinds) if kind == "count"]
    if len(counts) != 1 or sheet.total is None:
        return 0, 0
    total, parts = sheet.cells[sheet.total][counts[0]], [sheet.cells[row][counts[0]] for row in sheet.parts]
    whole = total.count if total else None
    return counts[0], whole if whole and sum(each.count or 0 for each in parts if each) == whole else 0


def _rows(context: Context, placed: Placed, sheet: Sheet, counts: list[int]) -> Iterator[Finding]:
    figures = {row: [sheet.cells[row][at] for at in counts] for row in sheet.parts}
    sums = {
        row: sum(each.count or 0 for each in own if each)
        for row, own in figures.items()
        if all(each and each.count is not None for each in own)
    }
    if len(sums) > 1 and len(sums) == len(figures):
        yield from _against_base(context, placed, sums)
    if len(sums) < LEAST:
        return
    usual, number = Counter(sums.values()).most_common(1)[0]
    heads = tuple(sheet.heads[at] for at in counts)
    odd = next((each for each in sums.values() if each != usual), None)
    if odd in _prose_near(context, placed) or (odd and odd < usual and _is_unanswered(context, placed)):
        return  # "the last line counts only the 44 who had one"
    if number == len(sums) - 1 and usual >= FEW and _are_all_answers(context, placed, heads, usual):
        yield from _off(sheet, sums, usual)
        return
    if number == len(sums):
        yield from _told(context, placed, sheet, usual)
    elif number == len(sums) - 1 >= LEAST and sheet.total is None:
        summed = next(each for each in sums.values() if each != usual)
        ways = {tuple(each.count for each in own if each) for at, own in figures.items() if sums.get(at) == usual}
        if usual < MANY or len(ways) < LEAST or not slips(summed, usual):
            return  # of others, or of those who were asked
        yield from _off(sheet, sums, usual)


def _off(sheet: Sheet, sums: dict[int, int], usual: int) -> Iterator[Finding]:
    """The row that adds up to another number than all the others."""
    row, summed = next((row, each) for row, each in sums.items() if each != usual)
    why = f"this row adds up to {summed}, the others to {usual}"
    slip = f"alike/{sheet.table.title}/{sheet.labels[row]}"
    where = sheet.where(row, None)
    yield Finding(CODE, "wrong", where, sheet.labels[row], str(summed), str(usual), why, slip, "likely")


def _are_all_answers(context: Context, placed: Placed, heads: tuple[str, ...], usual: int) -> bool:
    """Whether the columns are yes, no and the rest, or the words around the table tell how many each row is of."""
    told = usual in _prose_near(context, placed) | set(numbers_in(placed.sheet.texts_before))
    return (told or any(OTHERWISE.search(head) for head in heads)) and are_opposed(heads)


def _is_unanswered(context: Context, placed: Placed) -> bool:
    """Whether the words right before or behind a table say that somebody gave no answer."""
    blocks = context.document.blocks[max(0, placed.place - 2) : placed.place + 3]
    return any(isinstance(block, Paragraph) and UNANSWERED.search(block.text) for block in blocks)


def _prose_near(context: Context, placed: Placed) -> set[int]:
    """The numbers that the paragraphs right before and behind a table tell."""
    blocks = context.document.blocks
    near = [block.text for block in blocks[max(0, placed.place - 2) : placed.place + 3] if isinstance(block, Paragraph)]
    return {n for text in near for n in numbers_in(text)}


def _against_base(context: Context, placed: Placed, sums: dict[int, int]) -> Iterator[Finding]:
    """Yes and no together are all that the caption counts: in every row but one they are."""
    sheet = placed.sheet
    if affirmed(sheet) is None or APPLIES.search(" ".join((sheet.texts_before, *sheet.notes))):
        return
    bases = {int(n.replace(",", "")) for n in COUNTED.findall(sheet.caption)}
    off = [row for row, summed in sums.items() if summed not in bases]
    base = next((each for each in sums.values() if each in bases), 0)
    if len(off) != 1 or not base or len({*sums.values()}) != 2:
        return
    row, summed = off[0], sums[off[0]]
    behind = context.document.blocks[placed.place + 1 : placed.place + 3]
    every = any(isinstance(block, Paragraph) and EVERY.search(block.text) for block in behind)
    if _is_unanswered(context, placed):
        return
    # Fewer may have been left blank, where nothing says that all were asked.
    if every or summed > base or slips(summed, base):
        why = f"this row adds up to {summed}, the others to the {base} that the caption tells"
        slip = f"alike/{sheet.table.title}/{sheet.labels[row]}"
        where = sheet.where(row, None)
        yield Finding(CODE, "wrong", where, sheet.labels[row], str(summed), str(base), why, slip, "likely")


def _told(context: Context, placed: Placed, sheet: Sheet, usual: int) -> Iterator[Finding]:
    """How many were read, as the paragraph before the table says: a slip of a digit away from what every row has."""
    blocks = context.document.blocks
    for block in blocks[max(0, placed.place - 3) : placed.place]:
        if not isinstance(block, Paragraph) or block.section != sheet.table.section:
            continue
        for found in READ.finditer(block.text):
            stated = (found["n"] or found["m"]).replace(",", "")
            if slips(int(stated), usual):
                why = f"each row of the table {sheet.table.title!r} adds up to {usual}"
                slip = f"alike/{block.line}/{found.start()}"
                yield Finding(CODE, "wrong", block.where, found.group(), stated, str(usual), why, slip, "likely")
