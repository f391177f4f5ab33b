"""A number told of the first or the last rows of a table, or of rows that are called so by their names, together."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.quantities import printed
from looped.checker.remarks import Remark, within

ROWS = pattern_of(
    r"\bthe (?:(?P<first>first|top|upper)|(?P<last>last|bottom|lower)) (?P<n>two|three|four|2|3|4) (?:rows|lines)\b|"
    r"\b(?:the|these|in|under) (?:two |three |four )?(?P<named>rows|lines),? [“‘'\"]",
    re.I,
)
ASIDE = pattern_of(
    r"\b(?:not|none|more|fewer|less|than|each|every|average\w*|mean|median|if|target|previous\w*|last (?:year|"
    r"time)|of (?:these|"
    r"those|them|which|whom)|respectively|except\w*)\b",
    re.I,
)
COUNTED = frozenset(("count", "both", "total", "base"))


def of_rows_together(code: str, remark: Remark) -> Iterator[Finding]:
    """The one figure of a sentence that tells of so many rows together, against what they come to."""
    found = ROWS.search(remark.text)
    entries = [e for e in remark.read.of_sentence(remark.at) if not _is_in(found, e.start - remark.start)]
    rows = _rows(remark, found) if found else []
    if len(entries) != 1 or len(rows) < 2 or ASIDE.search(remark.text):
        return
    entry, sheet = entries[0], remark.sheet
    columns = [
        at for at, kind in enumerate(sheet.kinds) if kind in COUNTED and all(sheet.cells[row][at] for row in rows)
    ]
    sums = [sum((f.value for row in rows if (f := sheet.cells[row][at])), Decimal(0)) for at in columns]
    if entry.kind != "count" or not sums or entry.base in sums:
        return  # "46 of the 90 in the first two rows"
    verdict: Verdict = "ok" if entry.count in sums else "wrong"
    span = (entry.start - remark.start, entry.end - remark.start)
    terms = " + ".join(figure.text for row in rows if (figure := sheet.cells[row][columns[0]]))
    yield remark.finding(code, verdict, span, printed(sums[0]), f"{terms} = {printed(sums[0])}")


def _is_in(found: re.Match[str] | None, place: int) -> bool:
    return bool(found and found.start() <= place < found.end())


def _rows(remark: Remark, found: re.Match[str]) -> Sequence[int]:
    """The rows that are meant: none where others are named than those."""
    sheet = remark.sheet
    named = within(remark.rows, 0, len(remark.text))
    if found["named"]:
        return named if all(at in sheet.parts for at in named) else []
    number = whole(found["n"]) or 2
    parts = list(sheet.parts)
    rows = parts[:number] if found["first"] else parts[-number:]
    return rows if len(parts) > number and {*named} <= {*rows} else []
