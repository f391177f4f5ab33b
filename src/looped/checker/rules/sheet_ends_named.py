"""From which figure in which column of a row to which: "“Log kept” rose from 71% in Q1 to 91% in Q4"."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.finding import Finding
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, stems
from looped.checker.remarks import Remark, lies
from looped.checker.sheets.giving import cell_says
from looped.checker.sheets.sheet import Sheet, is_time
from looped.checker.summaries import by_any_table

CODE = "sheet-ends-named"
MESSAGE = "What a row went from in one column and to in another stands in those cells."
TABLE = "Measure (%)\tQ1\tQ2\tQ3\nLog kept\t86\t71\t91\nRope dry\t75\t95\t47\n\n"
GOOD = TABLE + "“Log kept” rose from 86% in Q1 to 91% in Q3."
BAD = TABLE + "“Log kept” rose from 71% in Q1 to 91% in Q3."

FROM = pattern_of(r"\bfrom (?:only |just |a low of |a high of )?[£$€]?\d", re.I)
FROM_END = pattern_of(r"\bfrom (?:only |just |a low of |a high of )?[£$€]?$", re.I)
WHEN = r"(?:per ?cent )?,? ?\(?(?:in |at |for |on |during |by )?(?:the )?"
TO = r"\)?,? ?(?:[a-z’'-]+ ){0,2}?to (?:only |just |a low of |a high of )?[£$€]?"
QUOTES = "“”\"'‘’"
ELSE = pattern_of(
    r"\b(?:together|combined|target|except|average|mean|nationally|elsewhere|last year|previous\w*|of (?:19|20)\d\d)\b",
    re.I,
)
# "At Ayr, log kept rose": of one place.
OF_SOME = pattern_of(r"\W*(?:at|in|for|among|on|within|by) (?P<where>[^.;:,\d]{2,40}), ", re.I)

PLACE = re.compile(r"\b(?:[Aa]t|[Ii]n|[Ff]or|[Oo]n) ([A-Z]\w+)")


def check(context: Context) -> Iterator[Finding]:
    """Each such sentence, of the table that has the names of all three."""
    return by_any_table(context, _of, FROM)


def _of(remark: Remark) -> Iterator[Finding]:
    read = remark.read
    own = read.of_sentence(remark.at)
    for one, other in zip(own, own[1:], strict=False):
        if not FROM_END.search(read.text[: one.start]) or one.kind != other.kind or one.base or other.base:
            continue
        scoped = OF_SOME.match(remark.text)
        if ELSE.search(remark.text) or (scoped and scoped["where"].lower() not in remark.sheet.texts_before.lower()):
            continue
        for side in (remark.sheet, lies(remark.sheet)) if is_time(remark.sheet.labels) else (remark.sheet,):
            columns = _columns(remark, side, one, other)
            rows = _rows(remark, side, one.start - remark.start)
            rows = rows or (_only(remark, side, one) if side is not remark.sheet else [])
            if columns and len(rows) == 1:
                yield from _judged(remark, side, rows[0], ((one, columns[0]), (other, columns[1])))
                break


def _only(remark: Remark, side: Sheet, one: Entry) -> list[int]:
    """The one row of a table on its side that a sentence has words of: its months stand in rows, and one column."""
    lead = remark.text[: one.start - remark.start]
    if len(side.labels) != 1 or (one.kind == "share") != (remark.sheet.kinds[0] == "share"):
        return []
    placed = set(PLACE.findall(lead)) - set(re.findall(r"\w+", remark.sheet.texts_before))
    return [0] if stems(side.labels[0]) & stems(lead) and not placed else []


def _columns(remark: Remark, sheet: Sheet, one: Entry, other: Entry) -> tuple[int, int] | None:
    """The columns that are named right behind each of the two figures."""
    text, heads = remark.read.text, sheet.heads
    found = []
    for entry, behind in ((one, TO), (other, r"(?![\w%])")):
        end = other.start if entry is one else len(text)
        hits = [
            at
            for at, head in enumerate(heads)
            if head.strip() and _named(text, entry.end, end, head, behind, whole=entry is one)
        ]
        longest = max((len(heads[at]) for at in hits), default=0)
        hits = [at for at in hits if len(heads[at]) == longest]
        if len(hits) != 1:
            return None
        found.append(hits[0])
    return (found[0], found[1]) if found[0] != found[1] else None


def _named(text: str, start: int, end: int, head: str, behind: str, *, whole: bool) -> bool:
    plain = re.sub(r"\s*\(?%\)?$", "", head.strip())
    if plain.lower() not in text.lower():
        return False  # a pattern for each head costs much
    pattern = re.compile(rf" ?{WHEN}{re.escape(plain)}{behind}", re.I)
    return bool(pattern.fullmatch(text, start, end) if whole else pattern.match(text, start, end))


def _rows(remark: Remark, sheet: Sheet, before: int) -> list[int]:
    """The rows whose whole label stands before the first figure; of one within another only the longer."""
    text = remark.text[:before].lower()
    labels = [(at, label.strip(f" {QUOTES}").lower()) for at, label in enumerate(sheet.labels)]
    hits = [
        (at, label, found.start())
        for at, label in labels
        if len(label) > 2 and label in text
        for found in re.finditer(rf"(?<![\w-]){re.escape(label)}(?![\w-])", text)
    ]
    return list(
        dict.fromkeys(
            at
            for at, label, start in hits
            if not any(low <= start and start + len(label) <= low + len(o) and o != label for _, o, low in hits)
        )
    )


def _judged(remark: Remark, sheet: Sheet, row: int, told: tuple[tuple[Entry, int], ...]) -> Iterator[Finding]:
    cells = [sheet.cells[row][column] for _, column in told]
    if any(each is None for each in cells) or not any(_says(sheet, row, c, e) for e, c in told):
        return
    for entry, column in told:
        right = _says(sheet, row, column, entry)
        figure = sheet.cells[row][column]
        span = (entry.start - remark.start, entry.end - remark.start)
        why = f"{sheet.heads[column]}: {figure.text if figure else ''}"
        expected = "" if right or not figure else figure.text
        yield remark.finding(CODE, "ok" if right else "wrong", span, expected, why, sheet.labels[row])


def _says(sheet: Sheet, row: int, column: int, entry: Entry) -> bool:
    """Whether the cell has the figure, as a share of what it prints or as a count."""
    figure = sheet.cells[row][column]
    return cell_says(sheet, row, column, entry) or bool(figure and entry.share and figure.value == entry.share.value)
