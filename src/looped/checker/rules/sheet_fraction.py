"""A count told with its base of one row of a table that has both: "At Ayr 21 of the 40 boats had a log"."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.remarks import Remark, by_statement
from looped.checker.sheets.naming import alike, label_words
from looped.checker.sheets.sheet import Sheet

CODE = "sheet-fraction"
MESSAGE = "A count told of a row with its base is the one that stands there."
_TABLE = "Log kept, by port\n\nPort\tKept\tBoats\t%\nAyr\t24\t40\t60\nOban\t30\t50\t60\nTroon\t9\t30\t30\n\n"
GOOD = _TABLE + "At Ayr, 24 of the 40 boats (60%) kept a log."
BAD = _TABLE + "At Ayr, 21 of the 40 boats (52.5%) kept a log."

OF = pattern_of(r"\bof\b|\bout of\b|\d/\d", re.I)
ELSE = pattern_of(
    r"\b(?:not|never|no|none|without|last|previous\w*|earlier|before|than|if|only|also|both|other|rest|remaining|each|"
    r"lacked|missing|failed)\b|n[’']t\b",
    re.I,
)
# Behind it the caption says what the rows are: "by port".
BY = re.compile(r",? (?:by|per|for each|at each|in each) .*$", re.I)
# Behind what the table is on: of fewer than those.
NARROWED = frozenset(("with", "who", "that", "which", "when", "while", "where"))
PLAIN = frozenset(("table", "number", "numbers", "share", "shares", "within", "with", "from", "each", "all"))


def check(context: Context) -> Iterator[Finding]:
    """Each sentence with one fraction that names one row."""
    return by_statement(context, _of, OF)


def _of(remark: Remark) -> Iterator[Finding]:
    sheet = remark.sheet
    based = [e for e in remark.read.of_sentence(remark.at) if e.base and e.kind == "count"]
    rows = {each.at for each in remark.rows if each.whole}
    if len(based) != 1 or len(rows) != 1 or ELSE.search(remark.text) or not _speaks_of(remark):
        return
    (row,), each = rows, based[0]
    columns = [c for c, kind in enumerate(sheet.kinds) if kind in ("count", "total", "base")]
    counts = [n for c in columns if (cell := sheet.cells[row][c]) and (n := cell.count) is not None]
    if row not in sheet.parts or len(counts) != 2 or len(columns) != 2 or each.base != max(counts):
        return
    if counts[0] == counts[1] or "both" in sheet.kinds:
        return
    verdict: Verdict = "ok" if each.count == min(counts) else "wrong"
    span = (each.start - remark.start, each.end - remark.start)
    why = f"the table has {min(counts)} of {max(counts)}"
    yield remark.finding(CODE, verdict, span, str(min(counts)), why, sheet.labels[row])


def _speaks_of(remark: Remark) -> bool:
    """Whether the sentence has the words of what the table is on: its caption's, or those of its head."""
    sheet = remark.sheet
    rows = label_words(f"{' '.join(sheet.labels)} {sheet.corner}")
    said = [word for word in label_words(remark.text) if len(word) > 2]
    return any(
        _are_said(_subject(sheet, text, rows), said) for text in (sheet.caption, sheet.table.title, *sheet.heads)
    )


def _subject(sheet: Sheet, text: str, rows: tuple[str, ...]) -> list[str]:
    words = [word for word in label_words(BY.sub("", text)) if len(word) > 2 and word not in PLAIN]
    return [word for word in words if not word.isdigit() and not any(alike(word, other) for other in rows)]


def _are_said(words: list[str], said: list[str]) -> bool:
    """Two words of what it is on, and more than half of them."""
    hits = sum(any(alike(word, other) for other in said) for word in words)
    last = max((at for at, other in enumerate(said) if any(alike(word, other) for word in words)), default=0)
    return hits > 1 and 2 * hits > len(words) and not NARROWED & {*said[last:]}
