"""A figure that a sentence gives one row or column of a table, and that stands in another."""

import re
from collections.abc import Sequence

from looped.checker.directions import FELL, IMPROVED, ROSE, WORSENED
from looped.checker.patterns import pattern_of
from looped.checker.phrases import WHICH
from looped.checker.placing import Spot, spot_of
from looped.checker.prose import Entry
from looped.checker.remarks import Remark
from looped.checker.sheets.bands import BOUND, bands_of
from looped.checker.sheets.giving import cell_says, whole_of
from looped.checker.sheets.sheet import Sheet, is_time

PART_OF_BEHIND = pattern_of(
    rf"\W{{0,2}}of (?:{WHICH})\b(?! who (?:had |have )?(?:replied|answered|responded|took part|taken "
    r"part|completed|filled|voted|returned|gave)\b)",
    re.I,
)

# "Falls took in 12 on the stairs and 9 outside": kinds of what the row has.
TAKES_IN = pattern_of(
    r"(?: [a-z]+)? (?:(?:has |have )?(?:includ(?:ed?|es)|compris(?:ed?|es)|took in|takes? in|consist(?:s|ed)? of|"
    r"(?:was|were|is|are) (?:made up|composed) of|divides? into|split into|cover(?:s|ed)?))\b",
    re.I,
)
# From one time to another: the figure may be of either.
MOVING = pattern_of(
    rf"\b(?:{ROSE}|{FELL}|{IMPROVED}|{WORSENED}|up|down|since|than|after|before|until|from|to|by|compared|against|last|"
    r"recover\w*|slipp\w*|reach(?:ed|ing) only)\b",
    re.I,
)

EARLIER = pattern_of(
    r"\b(?:up|down) from $|^[^.;,]{0,12}\b(?:last (?:year|time|spring|summer|autumn|winter|term|month|quarter)|"
    r"previous(?:ly)?)\b",
    re.I,
)
# What is allowed, wanted or foreseen, or so as a rule or in the country; and a single one of many.
NO_CELL = pattern_of(
    r"\b(?:(?:safe |legal |upper |lower )?limit (?:for|of|is|was|on)|above the limit|below the limit|"
    r"(?:is|are|was|were|has|have) to be|(?<!as they )(?<!as it )should|must|ought|will|"
    r"would(?! not (?:say|answer|tell|comment|give)\b)|expected to|forecast|planned|proposed|"
    r"next (?:year|month|quarter|time)|nationally|in England|(?:been )?set (?:to|at)|designed|as a rule|"
    # "Usually because the plan was late": why it was so.
    r"(?:usually|normally|typically)(?! (?:because|since|as|when|where|for|owing|due|through|by|after)\b)|"
    r"(?:asked|called) for|(?:is|was|are|were) (?:required|needed|wanted|allowed)|"
    r"had (?:been|stood) (?:at |only |just )*(?=[£\d])|on (?:a|the) second (?:visit|reading)|"
    r"of (?:the|its) (?:amount|sum|budget|total) (?:for|on|in))\b",
    re.I,
)
SINGLE = pattern_of(
    r"^\W*(?:One|Another|Some|A few|Several|Many) (?!in\b|of\b|third|quarter|fifth|tenth|half|hundred|thousand)"
    r"[a-z]{3,}\b"
)
WHERE = pattern_of(r"(?: [a-z’'-]+){0,4} (?:in|at|on|from|for|by|to|with|among) (?:the )?")
AT = re.compile(r" (?:at|in|for|on|by) (?:the )?")


def is_of_no_cell(remark: Remark) -> bool:
    """Whether a sentence tells what is allowed or foreseen, or what one of many had, where the table doesn't."""
    sheet = remark.sheet
    if BOUND.search(remark.text) and bands_of(tuple(sheet.labels), tuple(sheet.parts)):
        return True  # "more than 60 days old": of several bands of a scale
    told = " ".join((remark.sheet.texts_before, *remark.sheet.labels)).lower()
    found = NO_CELL.search(remark.text) or SINGLE.search(remark.text)
    return found is not None and found.group().split()[-1].lower() not in told


def is_number_of_lines(remark: Remark, entry: Entry, tail: str) -> bool:
    """ "Four reports", in a table of four: not where a row and a column are named beside it, nor of part of them."""
    if not entry.text.isalpha() or entry.value not in (len(remark.sheet.parts), len(remark.sheet.heads)):
        return False
    spot = spot_of(remark, entry)
    placed = len(spot.rows) == len(spot.columns) == 1 and spot.rows[0] in remark.sheet.parts
    return not placed and not PART_OF_BEHIND.match(tail)


def row_of(remark: Remark, spot: Spot) -> tuple[str, str] | None:
    """What a row has, where a count with its base is that of another row, which the sentence doesn't name."""
    sheet, entry = remark.sheet, spot.entry
    named = [each for each in remark.rows if each.whole and each.at in sheet.parts]
    if not entry.base or len(spot.rows) != 1 or {each.at for each in named} != set(spot.rows):
        return None
    pairs = [_pair_in(sheet, row, entry) for row in range(len(sheet.labels))]
    own = spot.rows[0]
    others = [at for at, found in enumerate(pairs) if found and at != own and at != sheet.total]
    known = [figure.count for figure in sheet.cells[own] if figure]
    if len(others) != 1 or pairs[own] or entry.base in known or entry.count in known:
        return None
    part, whole = pairs[others[0]] or (0, 0)
    if not sheet.cells[own][part] or not sheet.cells[own][whole]:
        return None
    told = f"{sheet.texts[own][part]} of {sheet.texts[own][whole]}"
    return told, f"{told}; {entry.count} of {entry.base} is {sheet.labels[others[0]]}"


def of_total_in_row(remark: Remark, spot: Spot) -> tuple[str, str] | None:
    """ "Weak files: eight of the 16 came from Ash": of the column named that comes to 16, what the row has."""
    sheet, entry = remark.sheet, spot.entry
    named = [each for each in remark.rows if each.whole]
    if not entry.base or len(spot.rows) != 1 or {each.at for each in named} != set(spot.rows):
        return None
    own = spot.rows[0]
    between = remark.read.text[entry.end : remark.start + named[0].start]
    columns = [each.at for each in remark.columns if each.whole and whole_of(sheet, each.at) == entry.base]
    if own not in sheet.parts or not WHERE.fullmatch(between) or len(set(columns)) != 1:
        return None
    figure, known = sheet.cells[own][columns[0]], [each.count for each in sheet.cells[own] if each]
    if not figure or figure.count is None or entry.count in known:
        return None
    return figure.text, f"{sheet.heads[columns[0]]}: {figure.text} of {entry.base}"


def _pair_in(sheet: Sheet, row: int, entry: Entry) -> tuple[int, int] | None:
    """The two columns of a row that hold a count and its base."""
    counts = {column: figure.count for column, figure in enumerate(sheet.cells[row]) if figure}
    found = [
        (a, b) for a, n in counts.items() for b, m in counts.items() if a != b and (n, m) == (entry.count, entry.base)
    ]
    return found[0] if found else None


def is_of_other_column(remark: Remark, spot: Spot, columns: Sequence[int]) -> bool:
    """Whether a number is in another column of the row, where row and column are named in full and no other is."""
    sheet, entry = remark.sheet, spot.entry
    if entry.kind not in ("count", "share") or entry.base or len(spot.rows) != 1 or len(columns) != 1:
        return False
    if not spot.columns:
        return False
    # One column may be of another: "30 boats" that are gone, under boats and gone. Of times none is.
    times = entry.kind == "share" and is_time(sheet.heads) and not MOVING.search(remark.text)
    if not times and (entry.kind == "share" or sheet.total_column is None or columns[0] == sheet.total_column):
        return False
    whole = {(each.at, True) for each in remark.rows if each.whole} == {(spot.rows[0], True)}
    heads = {each.at for each in remark.columns}
    full = any(each.whole and each.at == columns[0] for each in remark.columns)
    beside = [c for c in range(len(sheet.heads)) if c != columns[0] and cell_says(sheet, spot.rows[0], c, entry)]
    alone = len([e for e in remark.read.of_sentence(remark.at) if e.kind != "measure"]) == 1
    return whole and full and heads == {columns[0]} and bool(beside) and alone


def is_in_name(remark: Remark, entry: Entry) -> bool:
    """Whether a number is a word of a label: "all four"."""
    low = entry.start - remark.start
    inside = [
        (label, remark.text[each.start : each.end])
        for names, labels in ((remark.rows, remark.sheet.labels), (remark.columns, remark.sheet.heads))
        for each in names
        for label in [labels[each.at]]
        if each.start <= low < each.end
    ]
    # "Served 44 notices" under "Notices served".
    number = entry.text.split(" ")[0].lower()
    return any(
        entry.kind != "count" or number in label.lower() or re.search(r"[,;:]|\b(?:and|or|but)\b", words)
        for label, words in inside
    )


def is_earlier(remark: Remark, lead: str, tail: str) -> bool:
    """Whether words beside a figure say that it is of an earlier time: not those that name a row by its place."""
    if EARLIER.search(lead):
        return True
    found = EARLIER.search(tail)
    place = remark.text.find(tail) + found.end() if found and tail else -1
    return found is not None and not any(each.start < place <= each.end for each in remark.rows)


def is_named_behind(remark: Remark, entry: Entry) -> bool:
    """ "Up from 45% at the first wave": a row of the table stands right behind the figure."""
    behind = remark.text[entry.end - remark.start :]
    end = entry.end - remark.start
    return any(each.whole and each.start >= end and AT.fullmatch(behind[: each.start - end]) for each in remark.rows)
