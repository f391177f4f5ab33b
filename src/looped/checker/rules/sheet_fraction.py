"""A count told with its base of one row of a table that has both: "At Ayr 21 of the 40 boats had a log"."""

import re
from collections.abc import Iterator, Sequence

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.phrases import MONTHS
from looped.checker.prose import Entry
from looped.checker.remarks import Remark, by_statement
from looped.checker.sheets.naming import alike, label_words
from looped.checker.sheets.sheet import Sheet
from looped.checker.sheets.words import number_alike
from looped.checker.yes_and_no import answered

CODE = "sheet-fraction"
MESSAGE = "A count told of a row with its base is the one that stands there."
_TABLE = "Log kept, by port\n\nPort\tKept\tBoats\t%\nAyr\t24\t40\t60\nOban\t30\t50\t60\nTroon\t9\t30\t30\n\n"
GOOD = _TABLE + "At Ayr, 24 of the 40 boats (60%) kept a log."
BAD = _TABLE + "At Ayr, 21 of the 40 boats (52.5%) kept a log."

OF = pattern_of(r"\bof\b|\bout of\b|\d/\d", re.I)
ELSE = pattern_of(
    r"\b(?:not|never|no|none|without|last|previous\w*|earlier|before|(?:less)?than|if|only|also|"
    r"both|other|rest|remaining|each|"
    r"lacked|missing|failed)\b|n[’']t\b",
    re.I,
)
# Before a number that is told of all.
ALL = pattern_of(r"\b(?:all|each of|every one of)(?: of)?(?: the| these| our)? $", re.I)
# "All 15 boats were looked at": who they were, and not what they had.
LOOKED_AT = pattern_of(
    r"\b(?:whether|inspected|checked|tested|audited|asked|examined|seen|looked at|sampled|visited|included|selected|"
    r"read|surveyed|covered)\b",
    re.I,
)
TIMES = re.compile(rf"\b(?:{MONTHS}|(?:19|20)\d\d)\b")
LACKED = pattern_of(
    r"\b(?:un[a-z]{3,}(?:ed|en)|in(?:complete|correct|adequate)|neither|nor|except|but|some|most|that|who|which|should|"
    r"must|will|would|ought|expected|required|with an?|told|advised|reminded|"
    r"ordered|invited|meant|encouraged)\b",
    re.I,
)
# What is counted, behind a base.
COUNTED = pattern_of(
    r"\S+(?: (?:out )?of (?:the |all |all the )?\S+|/\d+) (?P<noun>[a-z’'-]+)(?P<more>[^.;:,]{0,50}?)"
    r" (?:were|was|are|had|have|has|met|kept|showed|did)\b",
    re.I,
)
# "All boats at Ayr had a log", "every boat carried one": no number is told.
EVERY = pattern_of(
    r"^\W*(?:(?:in|at|on|for) (?:the )?[^,;:\d]{2,30}, )?(?:all|every|each)(?: of)?(?: the| these| our)? "
    r"(?P<noun>[a-z’'-]+)(?P<more>[^.;:,\d]{0,40}?) (?:were|was|are|had|have|has|met|kept|showed|did|held|"
    r"[a-z]{3,}ed)\b",
    re.I,
)
ANY_ALL = pattern_of(r"\b(?:all|each|every)\b", re.I)
# Behind it the caption says what the rows are: "by port".
BY = re.compile(r",? (?:by|per|for each|at each|in each) .*$", re.I)
# Behind what the table is on: of fewer than those.
NARROWED = frozenset(("with", "who", "that", "which", "when", "while", "where"))
PLAIN = frozenset(("table", "number", "numbers", "share", "shares", "within", "with", "from", "each", "all"))


def check(context: Context) -> Iterator[Finding]:
    """Each sentence with one fraction that names one row."""
    yield from by_statement(context, _of, OF)
    yield from by_statement(context, _of_answers, OF, ANY_ALL)
    yield from by_statement(context, _of_every, ANY_ALL)


def _of(remark: Remark) -> Iterator[Finding]:
    sheet = remark.sheet
    based = [e for e in remark.read.of_sentence(remark.at) if e.base and e.kind == "count"]
    rows = {each.at for each in remark.rows if each.whole}
    columns = [c for c, kind in enumerate(sheet.kinds) if kind in ("count", "total", "base")]
    if len(based) != 1 or len(rows) != 1 or ELSE.search(remark.text) or not _speaks_of(remark, columns):
        return
    (row,), each = rows, based[0]
    counts = [n for c in columns if (cell := sheet.cells[row][c]) and (n := cell.count) is not None]
    if row not in sheet.parts or len(counts) != 2 or len(columns) != 2:
        return
    if counts[0] == counts[1] or "both" in sheet.kinds or not (each.base == max(counts) or _of_such(remark, each, row)):
        return
    verdict: Verdict = "ok" if (each.count, each.base) == (min(counts), max(counts)) else "wrong"
    span = (each.start - remark.start, each.end - remark.start)
    why = f"the table has {min(counts)} of {max(counts)}"
    yield remark.finding(CODE, verdict, span, str(min(counts)), why, sheet.labels[row])


def _of_answers(remark: Remark) -> Iterator[Finding]:
    """ "All 15 boats carried a radio": of those who answered yes, where a table has Yes and No."""
    own = [e for e in remark.read.of_sentence(remark.at) if e.kind == "count"]
    if len(own) != 1 or ELSE.search(remark.text) or LACKED.search(remark.text):
        return
    each = own[0]
    every = None if each.base else ALL.search(remark.read.text, remark.start, each.start)
    other = LOOKED_AT.search(remark.text) if every else None
    told = answered(remark.sheet, remark.text) if (each.base or every) and not other else None
    times = {found.lower() for found in TIMES.findall(remark.text)}
    if times - {found.lower() for found in TIMES.findall(remark.sheet.texts_before)}:
        return
    if told is None or (each.base or each.count) != told.base:
        return
    verdict: Verdict = "ok" if each.count == told.yes else "wrong"
    span = ((every.start() if every else each.start) - remark.start, each.end - remark.start)
    why = f"the table has {told.yes} of {told.base}"
    yield remark.finding(CODE, verdict, span, str(told.yes), why, remark.sheet.labels[told.row])


def _of_every(remark: Remark) -> Iterator[Finding]:
    """All of those whom a row counts, in a table of Yes and No or of a count with its base."""
    said, sheet = EVERY.match(remark.text), remark.sheet
    if not said or remark.read.of_sentence(remark.at) or LOOKED_AT.search(remark.text) or LACKED.search(remark.text):
        return
    if ELSE.search(ANY_ALL.sub(" ", remark.text)) or TIMES.search(remark.text):
        return
    if told := answered(sheet, remark.text):
        row, part, base, known = told.row, told.yes, told.base, label_words(sheet.labels[told.row])
        if not told.whole:
            return
    elif found := _row_of_two(remark):
        row, part, base, column = found
        heads = label_words(sheet.heads[column])
        known = (*heads, *label_words(sheet.labels[row]))
        if not any(alike(said["noun"].lower(), other) for other in heads):
            return
    else:
        return
    more = [word for word in label_words(said["more"]) if word not in ("in", "at", "for", "on")]
    if all(any(alike(word, other) for other in known) for word in more):
        verdict: Verdict = "ok" if part == base else "wrong"
        why = f"the table has {part} of {base}"
        yield remark.finding(CODE, verdict, said.span(), f"{part} of {base}", why, sheet.labels[row])


def _row_of_two(remark: Remark) -> tuple[int, int, int, int] | None:
    """The one row named, with its count and its base, and the column of the base; what both are of is said."""
    sheet = remark.sheet
    rows = {each.at for each in remark.rows if each.whole}
    columns = [c for c, kind in enumerate(sheet.kinds) if kind in ("count", "total", "base")]
    if len(rows) != 1 or len(columns) != 2 or "both" in sheet.kinds or not _speaks_of(remark, columns):
        return None
    (row,) = rows
    cells = sorted((n, c) for c in columns if (cell := sheet.cells[row][c]) and (n := cell.count) is not None)
    return (row, cells[0][0], cells[1][0], cells[1][1]) if row in sheet.parts and len(cells) == 2 else None


def _of_such(remark: Remark, each: Entry, row: int) -> bool:
    """ "11 of the 27 boats": the count of the row, of what its greater figure counts, though they are fewer or more."""
    cells = [(cell.count, c) for c, cell in enumerate(remark.sheet.cells[row]) if cell and cell.count is not None]
    (count, _), (_, column) = min(cells), max(cells)
    told, heads = COUNTED.match(remark.read.text, each.start), label_words(remark.sheet.heads[column])
    sheet = remark.sheet
    every = sum(cell.count or 0 for part in sheet.parts if (cell := sheet.cells[part][column]))
    if told is None or each.count != count or each.base == every:
        return False
    # "15 boats from Ayr": fewer than all of the row.
    known = (*heads, *label_words(remark.sheet.labels[row]))
    more = [word for word in label_words(told["more"]) if word not in ("in", "at", "for") and not word.isdigit()]
    return all(any(alike(word, other) for other in known) for word in more) and any(
        alike(told["noun"].lower(), other) for other in heads
    )


def _speaks_of(remark: Remark, columns: Sequence[int]) -> bool:
    """Whether the sentence has the words of what the table is on: its caption's, those of its head, or of each."""
    sheet = remark.sheet
    rows = label_words(f"{' '.join(sheet.labels)} {sheet.corner}")
    said = [word for word in label_words(remark.text) if len(word) > 2]
    heads = [_subject(sheet, sheet.heads[c], rows) for c in columns]
    if all(words and 2 * number_alike(words, said) >= len(words) for words in heads):
        return True
    return any(
        _are_said(_subject(sheet, text, rows), said) for text in (sheet.caption, sheet.table.title, *sheet.heads)
    )


def _subject(sheet: Sheet, text: str, rows: tuple[str, ...]) -> list[str]:
    words = [word for word in label_words(BY.sub("", text)) if len(word) > 2 and word not in PLAIN]
    return [word for word in words if not word.isdigit() and not any(alike(word, other) for other in rows)]


def _are_said(words: list[str], said: list[str]) -> bool:
    """Two words of what it is on, and more than half of them."""
    hits = number_alike(words, said)
    last = max((at for at, other in enumerate(said) if any(alike(word, other) for word in words)), default=0)
    return hits > 1 and 2 * hits > len(words) and not NARROWED & {*said[last:]}
