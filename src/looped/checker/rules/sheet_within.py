"""Counts in a table that are parts of others: of what was tested, of the row above; never more than there were."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.finding import Finding
from looped.checker.patterns import pattern_of
from looped.checker.sheets.naming import alike, label_words
from looped.checker.sheets.sheet import BASE_HEAD, WITHIN, Sheet, is_time, is_total

CODE = "sheet-within"
MESSAGE = "What was counted out of a column or of the row above is no more than that."
GOOD = "Site\tItems tested\tItems failing\nLeith\t20\t4\nAyr\t15\t9\nOban\t12\t3\nWick\t18\t5"
BAD = "Site\tItems tested\tItems failing\nLeith\t20\t4\nAyr\t15\t19\nOban\t12\t3\nWick\t18\t5"

# Heads of what others are counted out of.
WHOLE = pattern_of(
    r"^(?:possible|maximum|available|highest possible) (?:score|marks|points)$|"
    r"\b(?:tested|sampled?|examined|checked|reviewed|read|seen|visited|inspected|observed|audited|held|listed|registered|offered|"
    r"selected|referred|admitted|booked|asked|surveyed|invited|eligible|due|attended|"
    r"randomi[sz]ed|recruited|enrolled|issued|sent|base|cases|records|files|patients|people|staff|posts|places|"
    r"applicants|applications|total|all|number of|allocated|approached)\b",
    re.I,
)
# These head it behind the others too.
SURE_WHOLE = pattern_of(
    r"^(?:(?:number |no\.? |patients |cases |records |files )?(?:eligible|applicable|relevant|in scope|due|required|"
    r"sampled|tested|asked|expected|examined|checked|audited|inspected|offered|invited)|out of|of|base|n|"
    r"(?:number|total) (?:eligible|applicable|due|sampled|tested|asked|audited))$",
    re.I,
)
# Heads that may be one of several outcomes: a whole where a share is told of it.
DONE = pattern_of(r"\b(?:received|made|closed|finished|completed|replies|answered)\b", re.I)
# Heads of what some of them did or had.
PART = pattern_of(
    r"^[a-z]+ed$|"
    r"^(?:came|took part|turned up|content|happy|pleased|willing|ready|agreed|in favour|score|scored|marks)$|"
    r"^(?:had|of (?:these|which|whom)|with|without|not|no|found|did|done|yes|seen|screened|present|in place)\b|"
    r"\b(?:fail\w*|passed|met|late|in time|on time|"
    r"within|errors?|exceptions?|compliant|withdrew|lost|left|replied|returned|recorded|given|signed|satisfied|"
    r"effective|ineffective|satisfactory|unsatisfactory|adequate|inadequate|working|operating|sound|"
    r"completed|upheld|answered|attended|correct\w*|missed|missing|up to date|in date|implemented|overdue|analy[sz]ed|"
    r"accepted|declined|resolved|treated|cured|improved|approved|refused)\b",
    re.I,
)
# What things are like or had done to them: "With a fence", "Reviewed this year", "Sent on time".
LIKE = pattern_of(
    r"^(?:with|without|in (?=breach|date|debt|full|order|place|tim|use|writing)|on (?=tim|target|track|file|record)|"
    r"of (?:these|which|them|whom)|[a-z-]{3,}ed|seen|met|let|sent|paid|held|found|kept|given|taken|"
    r"shown|told|written|known|open|up|fit|free|able|safe|clean|ready)(?: [a-z]|$)",
    re.I,
)
# "Written comments": what was made, and not what some others are like.
MADE_THINGS = pattern_of(r"\s*[a-z]+(?:ed|en|wn|nt|ld) [a-z]{3,}s\s*$", re.I)
# Things that can be like that.
THINGS = pattern_of(
    r"\b(?:(?!yes\b|pass\b)[a-z]{2,}s|staff|people|children|men|women|equipment)(?: (?:in|on|at|of|per) [a-z ]+)?$",
    re.I,
)
# What came in and what was done with it, in this time or an earlier one, and what there was at two times.
CAME = pattern_of(
    r"\b(?:referr\w+|received|admi\w+|opened|new|raised|lodged|joined|joiners|starters|reported|made|in|added|arriv\w+|"
    r"bought|opening|start|recruited|issued|delivered)\b",
    re.I,
)
WENT = pattern_of(
    r"\b(?:closed?|discharged?s?|left|leavers|completed|cleared|answered|resolved|ended|settled|finished|out|used|sold|"
    r"closing|end|determined|decided|implemented|paid|written off|disposed)\b",
    re.I,
)
DATED = pattern_of(
    r"\b(?:19|20)\d\d\b|\b\d{1,2} [a-z]{3,}|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|"
    r"\b(?:before|after|then|now|last|this|previous)\b",
    re.I,
)
# "Each line is a part of the line above."
IN_TURN = pattern_of(
    r"\b(?:each|every) (?:row|line|step|stage|figure|number)\b[^.]{0,30}\b(?:part|subset|some|out|of|among)\b[^.]*\b"
    r"(?:above|before)\b",
    re.I,
)
LEAST = 2


def check(context: Context) -> Iterator[Finding]:
    """Each table of counts, row by row and column by column."""
    for placed in context.sheets:
        sheet = placed.sheet
        if not sheet.turned:
            yield from _beside(sheet)
            yield from _under(sheet)
            yield from _own(sheet)


def _beside(sheet: Sheet) -> Iterator[Finding]:
    """The one cell above what it is counted out of, in the first column of counts."""
    counts = [at for at, kind in enumerate(sheet.kinds) if kind in ("count", "base", "total")]
    if len(counts) < 2 or is_time(sheet.heads):
        return
    whole, *parts = counts
    first, second = sheet.heads[counts[0]], sheet.heads[counts[1]]
    if SURE_WHOLE.match(sheet.heads[counts[-1]].strip()):
        *parts, whole = counts
    elif LIKE.search(first) and _are_things(second) and not MADE_THINGS.match(first):
        whole, parts = counts[1], counts[:1]
    head = sheet.heads[whole]
    done = DONE.search(head) and "share" in sheet.kinds
    named = bool(done or WHOLE.search(head) or SURE_WHOLE.match(head.strip()) or BASE_HEAD.match(head))
    if not (named or _are_things(head)) or sheet.total_column not in (None, whole):
        return  # or parts side by side of a total
    for part in parts:
        own = sheet.heads[part]
        if _is_other(head, own) or _are_of_two_times(head, own) or not _is_part(head, own, named):
            continue
        known = [
            (row, of.count, own.count)
            for row, cells in enumerate(sheet.cells)
            for of, own in [(cells[whole], cells[part])]
            if of and own and of.count is not None and own.count is not None
        ]
        above = [(row, a, b) for row, a, b in known if b > a]
        # Of two rows only where the one head says that they were looked at, and the other how these were.
        least = 1 if SURE_WHOLE.match(head.strip()) and PART.search(own) else LEAST
        if len(above) == 1 and len(known) > least:
            yield _told(sheet, *above[0], part)


def _are_things(head: str) -> bool:
    """Whether a head names things and says nothing else of them."""
    return bool(THINGS.search(head.strip())) and not DATED.search(head) and not LIKE.search(head)


def _is_part(whole: str, part: str, named: bool) -> bool:
    """Whether a head says what some of the others did or are like; or is about the same things, and says more."""
    if MADE_THINGS.match(part):
        return False
    own, other = label_words(part), label_words(whole)
    same = [any(alike(word, each) for each in own if len(each) > 3) for word in other]
    return bool(LIKE.search(part)) or (named and bool(PART.search(part))) or (any(same) if named else all(same))


def _are_of_two_times(whole: str, part: str) -> bool:
    """ "Referred" and "closed", "staff in May" and "staff in June": of the one more than of the other may be."""
    return bool(CAME.search(whole) and WENT.search(part)) or bool(DATED.search(whole) and DATED.search(part))


def _is_other(whole: str, part: str) -> bool:
    """ "Seen" and "not seen", "met" and "unmet": the one is what the other leaves, and no part of it."""
    own, other = label_words(part), label_words(whole)
    denied = re.search(r"\b(?:not|no|never|without)\b|\bun(?=[a-z]{3})", part, re.I)
    return bool(denied) and bool(other) and all(any(alike(word, each) for each in own) for word in other)


def _own(sheet: Sheet) -> Iterator[Finding]:
    """A count above the base that stands behind it in its cell: "37/34" where the others of the column are less."""
    for column in range(len(sheet.heads)):
        known = [
            (row, cell.base, cell.count)
            for row, cells in enumerate(sheet.cells)
            for cell in [cells[column]]
            if cell and cell.base and cell.count is not None
        ]
        above = [(row, base, count) for row, base, count in known if count > base]
        if len(above) == 1 and len(known) > 1:
            yield _told(sheet, *above[0], column)


def _under(sheet: Sheet) -> Iterator[Finding]:
    """A row "of which" that is above the row that it is of."""
    whole, in_turn = -1, any(IN_TURN.search(note) for note in sheet.notes)
    for row, label in enumerate(sheet.labels):
        if not WITHIN.search(label):
            whole = row
            continue
        # Each of the one above, where a note says so, or where it is set in further.
        if row and (in_turn or (sheet.indents and sheet.indents[row] > sheet.indents[row - 1])):
            whole = row - 1
        for column, kind in enumerate(sheet.kinds):
            if whole < 0 or kind not in ("count", "total", "base", "both"):
                continue
            of, own = sheet.cells[whole][column], sheet.cells[row][column]
            if _is_of_all(sheet, row, column):
                continue
            if of and own and of.count is not None and own.count is not None and own.count > of.count:
                yield _told(sheet, row, of.count, own.count, column)


def _is_of_all(sheet: Sheet, row: int, column: int) -> bool:
    """Whether a row "of which" stands last, before the total, and is of all rows: no more than these make."""
    last = row + 1 == len(sheet.labels) or (row + 2 == len(sheet.labels) and is_total(sheet.labels[row + 1]))
    own, others = sheet.cells[row][column], [cells[column] for cells in sheet.cells[:row]]
    counts = [each.count for each in others if each and each.count is not None]
    return bool(last and len(counts) > LEAST and own and own.count is not None and own.count <= sum(counts))


def _told(sheet: Sheet, row: int, whole: int, part: int, column: int) -> Finding:
    why = f"{part} are counted out of {whole}"
    slip = f"within/{sheet.table.title}/{sheet.labels[row]}/{sheet.heads[column]}"
    where = sheet.where(row, column)
    return Finding(CODE, "wrong", where, str(part), str(part), f"at most {whole}", why, slip, "likely")
