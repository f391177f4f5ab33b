"""A number that words tell of the table itself, or of all that it counts, and that nothing in the table comes to."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import combinations

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import DIGITS, WORDS, slips, whole
from looped.checker.patterns import pattern_of
from looped.checker.pointing import LOOKED_AT, SAID, pointed_at, wholes
from looped.checker.remarks import Remark, by_statement, within
from looped.checker.sheets.around import NOTE, numbers_in
from looped.checker.sheets.giving import whole_of
from looped.checker.sheets.naming import alike, label_words
from looped.checker.sheets.sheet import Sheet

CODE = "sheet-pointed"
MESSAGE = "A number told of all that a table holds is what some of its columns come to."
GOOD = "Kind\tSeen\nCars\t21\nVans\t14\nLorries\t6\n\nAll 41 vehicles in the table were seen in May."
BAD = "Kind\tSeen\nCars\t21\nVans\t14\nLorries\t6\n\nAll 45 vehicles in the table were seen in May."

ENDS = r"(?![\d.,]*\d|%| ?per ?cent| (?:of|rows|columns|lines|years|months|days|weeks)\b)"
N, N2, N3, N4 = (rf"(?P<{name}>{DIGITS}|{WORDS}){ENDS}" for name in ("n", "n2", "n3", "n4"))
THE_TABLE = (
    r"(?:(?:in|of|by|from|on) (?:the|this|that|our) (?:[a-z]+ )?table\b|"
    r"(?:listed|shown|counted|set out|given|tabled) (?:above|below|here)\b)"
)
POINTED = pattern_of(
    rf"\b(?:the|all|these|those)(?: the)? {N}(?: [a-z’'-]+){{1,6}}? {THE_TABLE}|"
    rf"\b(?:the|this|that) table (?:covers?|lists?|counts?|contains?|includes?|is (?:about|based on)|sets out|"
    rf"accounts for) (?:all |the |a total of |only |just )*{N2}|"
    rf"\b(?:the|this|that) table (?:shows|gives|sets out|reports|presents|has) [a-z’' -]{{3,40}}? (?:for|of|from) "
    rf"(?:each of|all|every one of)(?: of)?(?: the| our| these)? {N4}|"
    rf"^\W*(?:note[s:.]*\s*)?total(?: number)?(?: of)?:?(?: was| is)? {N3}",
    re.I,
)
# Words that tell a number of everything there is.
ALL = pattern_of(
    r"\b(?:in all|all told|altogether|in total|between them|overall|across (?:the|all|both|our|these)|"
    r"(?:in|over|during) the (?:two|three|four|five|six|seven|eight|nine|ten|twelve|\d+) "
    r"(?:months|weeks|quarters|years|terms|waves|rounds|days))\b",
    re.I,
)
ASIDE = pattern_of(
    r"\b(?:more|fewer|less|than|about|around|nearly|almost|over|under|at least|up to|average|mean|median|each|per|"
    r"target|planned|expected|would|further|another|previous\w*|last (?:year|time)|except|excluding|without|not)\b",
    re.I,
)
NEAR, LOOSE, LEAST = Decimal("0.08"), Decimal("0.3"), 20
MANY = 9


def check(context: Context) -> Iterator[Finding]:
    """Each such number in the sentences on a table, and in its notes."""
    yield from by_statement(context, _of, POINTED, ALL, SAID, LOOKED_AT)
    for placed in context.sheets:
        yield from _in_notes(context, placed.sheet)


def _of(remark: Remark) -> Iterator[Finding]:
    if told := _told_of_table(remark):
        yield told
        return
    pointed = [(number, span) for number, span in _pointed(remark.text)]
    for number, span in pointed:
        yield from _judged(remark, number, span, LOOSE)
    if not pointed and ALL.search(remark.text) and not ASIDE.search(remark.text):
        others = set(numbers_in(remark.paragraph.text.replace(remark.text, " ")))
        for entry in remark.read.of_sentence(remark.at):
            span = (entry.start - remark.start, entry.end - remark.start)
            low, high = _between_commas(remark.text, *span)
            named = within(remark.rows, low, high) or not ALL.search(remark.text[low:high])
            named = named or not _is_counted(remark.sheet, entry.after)
            if entry.kind == "count" and not named and not {entry.count, entry.base} & others:
                yield from _judged(remark, entry.count, span, NEAR)
                if entry.base:
                    yield from _judged(remark, entry.base, (span[1] - len(f"{entry.base}"), span[1]), NEAR)


def _told_of_table(remark: Remark) -> Finding | None:
    """ "Table 2 shows the results for all 144 boats": of what one column counts, whatever some of its rows come to."""
    pointed = pointed_at(remark)
    every = wholes(remark.sheet, pointed.column) if pointed else []
    if pointed is None or not every:
        return None
    number, slack = pointed.entry.count, LOOSE if pointed.sure else NEAR
    span = (pointed.entry.start - remark.start, pointed.entry.end - remark.start)
    if number in every:
        return remark.finding(CODE, "ok", span, "", f"its rows come to {number}")
    sheet = remark.sheet
    known = {figure.count for row in sheet.cells for figure in row if figure}
    known |= {len(sheet.labels), len(sheet.parts), *numbers_in(" ".join((sheet.texts_before, *sheet.heads)))}
    known |= set() if pointed.sure else _known(sheet, every, MANY)
    near = abs(every[0] - number) <= slack * every[0] or slips(every[0], number)
    if not near or number in known:
        return None
    return remark.finding(CODE, "wrong", span, str(every[0]), f"its rows come to {every[0]}")


# "All 127 in need of work are in the table": of some of its rows.
NARROWED = pattern_of(r"\b(?:in need|in want|who|that (?:were|had|are|have)|with|without|not|which|found to)\b", re.I)


def _is_counted(sheet: Sheet, behind: str) -> bool:
    """Whether what is named behind a number is spoken of in the table; nothing may be named there."""
    noun = label_words(behind)[:2]
    words = [*label_words(sheet.texts_before), *(word for head in sheet.heads for word in label_words(head))]
    return not noun or any(alike(one, other) for one in noun for other in words)


def _between_commas(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch of a sentence that a figure stands in, from one comma that joins two statements to the next."""
    cuts = [each.span() for each in re.finditer(r"[;:]|, (?:and|but|while|whereas|so)\b", text)]
    low = max((after for _, after in cuts if after <= start), default=0)
    return low, min((before for before, _ in cuts if before >= end), default=len(text))


def _pointed(text: str) -> Iterator[tuple[int, tuple[int, int]]]:
    for found in POINTED.finditer(text):
        name = next(each for each in ("n", "n2", "n3", "n4") if found[each])
        number = whole(found[name])
        if number and number > 2:
            yield number, found.span(name)


def _judged(remark: Remark, number: int, span: tuple[int, int], slack: Decimal) -> Iterator[Finding]:
    # Of all that a table holds whose total is printed no few of its rows are meant.
    whole_ = slack == LOOSE and remark.sheet.total is not None and not remark.rows
    few = 1 if whole_ and not NARROWED.search(remark.text) else MANY
    told = _verdict(remark.sheet, number, slack, few) if number >= LEAST or slack == LOOSE else None
    if told:
        yield remark.finding(
            CODE, told[0], span, "" if told[0] == "ok" else str(told[1]), f"its rows come to {told[1]}"
        )


def _verdict(sheet: Sheet, number: int, slack: Decimal, few: int = MANY) -> tuple[Verdict, int] | None:
    """Whether a column comes to a number; wrong where one comes near it, and nothing else in the table does."""
    wholes = list(dict.fromkeys(_wholes(sheet)))
    if number in wholes:
        return "ok", number
    near = [each for each in wholes if abs(each - number) <= slack * each or slips(each, number)]
    if len(near) != 1 or number in _known(sheet, wholes, few) or not near[0]:
        return None
    return "wrong", near[0]


def _wholes(sheet: Sheet) -> Iterator[int]:
    """What the columns of counts come to."""
    for column, kind in enumerate(sheet.kinds):
        whole_ = whole_of(sheet, column) if kind in ("count", "both", "total", "base") else None
        if whole_:
            yield whole_
            yield from _summed(sheet, column)


def _summed(sheet: Sheet, column: int) -> Iterator[int]:
    """The sum of the parts, where a total is printed that may be wrong itself."""
    counts = [figure.count if (figure := sheet.cells[row][column]) else None for row in sheet.parts]
    if sheet.total is not None and None not in counts:
        yield sum(each or 0 for each in counts)


def _known(sheet: Sheet, wholes: Iterable[int], few: int) -> set[int]:
    """Every number that the table gives otherwise: its figures, what some of its rows come to, what is left.

    few: of how many rows at most.
    """
    found = {len(sheet.labels), len(sheet.parts), len(sheet.heads)}
    counted = [at for at, kind in enumerate(sheet.kinds) if kind in ("count", "both", "total", "base")]
    columns = [[row[at] for row in sheet.cells] for at in counted]
    lines = [*([row[at] for at in counted] for row in sheet.cells), *columns]
    for line in lines:
        counts = [figure.count for figure in line if figure and figure.count is not None][:MANY]
        for size in range(1, min(few, len(counts)) + 1):
            found |= {sum(some) for some in combinations(counts, size)}
    found |= {abs(a - b) for a, b in combinations(wholes, 2)} | {a + b for a, b in combinations(wholes, 2)}
    found |= {figure.base for row in sheet.cells for figure in row if figure and figure.base}
    return found | set(numbers_in(" ".join((sheet.texts_before, *sheet.heads))))


def _in_notes(context: Context, sheet: Sheet) -> Iterator[Finding]:
    """The same in the notes that stand right below a table."""
    for paragraph in context.document.paragraphs:
        if paragraph.text not in sheet.notes or not NOTE.match(paragraph.text):
            continue
        for number, span in _pointed(paragraph.text):
            told = _verdict(sheet, number, LOOSE)
            if told:
                quote = paragraph.text[slice(*span)]
                why = f"the table {sheet.table.title!r}: its rows come to {told[1]}"
                slip = f"{CODE}/{paragraph.line}/{span[0]}"
                yield Finding(CODE, told[0], paragraph.where, quote, quote, str(told[1]), why, slip, "likely")
