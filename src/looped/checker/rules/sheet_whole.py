"""What is told of a table's columns as a whole: one column's sum out of another's, a mean over its rows."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import fits, slips
from looped.checker.patterns import pattern_of
from looped.checker.phrases import IS_MEAN, OF_WHICH
from looped.checker.prose import Entry
from looped.checker.remarks import Remark, by_statement, is_kind, within
from looped.checker.share_in_row import says_both
from looped.checker.sheets.around import numbers_in
from looped.checker.sheets.giving import pair_of, whole_of
from looped.checker.sheets.naming import alike, label_words, tokens_of
from looped.checker.sheets.sheet import Sheet, is_time
from looped.checker.sheets.units import is_money

CODE = "sheet-whole"
MESSAGE = "What is told of a column as a whole is what its rows come to."
GOOD = "Site\tSeen\tMet\nLeith\t80\t40\nAyr\t30\t27\nOban\t50\t30\n\nAt the three sites 97 of 160 standards were met."
BAD = "Site\tSeen\tMet\nLeith\t80\t40\nAyr\t30\t27\nOban\t50\t30\n\nAt the three sites 107 of 160 standards were met."

OTHER = pattern_of(
    r"\b(?:more|fewer|less|than|at least|up to|over|under|about|around|nearly|almost|by|a further|another|"
    r"additional)\W*$",
    re.I,
)
PER = pattern_of(r"\b(?:a|per|each|every) (?P<each>[a-z]+)\b", re.I)
EACH_OF = pattern_of(r"\b(?:each|every one|any|all) of (?:the|our|its|these) $", re.I)
TIME = pattern_of(r"(?:day|week|month|quarter|year|term)\b", re.I)
EVERY = pattern_of(
    r"\W*(?:every(?: (?:single|one of the))?|each(?: of the)?|all(?: of)?(?: the| our| these)?(?: (?P<n>\d[\d,]*))?) ",
    re.I,
)
NO = pattern_of(r"\b(?:not|no|never|or|should|must|would|if|was to|were to|to have)\b|n[’']t\b", re.I)
IN_PLACE = pattern_of(
    r"\b(?:in (?:post|place|use|force|date|full)|(?:was |were )?(?:found|judged|seen) to (?:be|have)|(?:was|"
    r"were) found|"
    r"(?:at|on) (?:the )?(?:visit|inspection|day))\b",
    re.I,
)
MANY = 12


def check(context: Context) -> Iterator[Finding]:
    """Each such sentence that names no row."""
    return by_statement(context, _of)


def _of(remark: Remark) -> Iterator[Finding]:
    """Where no row is named; that is asked last, for it costs the most."""
    yield from _every(remark)
    counts = sum(kind in ("count", "total", "base") for kind in remark.sheet.kinds)
    based = counts > 1 and any(each.base for each in remark.read.of_sentence(remark.at))
    if (based or IS_MEAN.search(remark.text)) and not remark.rows:
        yield from _of_columns(remark)
        yield from _mean(remark)


def _every(remark: Remark) -> Iterator[Finding]:
    """ "Every boat seen had a log", under boats seen and those with a log: in each row as many as there were."""
    found, pair = EVERY.match(remark.text), pair_of(remark.sheet)
    if not found or not pair or NO.search(remark.text) or remark.rows:
        return
    sheet, (whole, part) = remark.sheet, pair
    noun = tokens_of(remark.text[found.end() :])[:1]
    counted = bool(noun) and any(alike(noun[0].plain, word) for word in label_words(sheet.heads[whole]))
    number = found["n"] and int(found["n"].replace(",", "")) != whole_of(sheet, whole)
    if not counted or number or not says_both(remark, pair, IN_PLACE.sub("", remark.text[found.end() :])):
        return
    for row in sheet.parts:
        all_, those = sheet.cells[row][whole], sheet.cells[row][part]
        if all_ and those and those.value < all_.value:
            why = f"{sheet.heads[part]}: {those.text} of {all_.text}"
            # Without the number, which is right in itself.
            low = found.end() if found["n"] else 0
            yield remark.finding(CODE, "wrong", (low, len(remark.text)), "not all", why, sheet.labels[row])
            return


def _of_columns(remark: Remark) -> Iterator[Finding]:
    """ "17 of 58 charts" under columns of counts: where one adds up to the base, the other does to the count."""
    sheet = remark.sheet
    counts = [c for c, kind in enumerate(sheet.kinds) if kind in ("count", "total", "base")]
    if is_time(tuple(sheet.heads[c] for c in counts)):
        return
    wholes = {c: whole for c in counts if (whole := whole_of(sheet, c)) is not None}
    for entry in remark.read.of_sentence(remark.at):
        lead = remark.read.text[max(0, entry.start - 26) : entry.start]
        pair = _pair(remark, wholes, entry)
        before = OF_WHICH.search(remark.text[: entry.start - remark.start])
        if entry.kind != "count" or not entry.base or not pair or OTHER.search(lead) or before:
            continue
        part, base = pair
        own = {figure.count for row in sheet.cells if (figure := row[base])}
        if entry.count in own or wholes[part] > entry.base:
            continue  # of a row that it doesn't name in the table's words
        if entry.base == wholes[base] and entry.count not in (wholes[part], wholes[base] - wholes[part]):
            yield _told(remark, entry, "wrong", str(wholes[part]), f"{sheet.heads[part]} comes to {wholes[part]}")
        elif entry.base != wholes[base] and not _is_told(remark, entry.base, base):
            yield _told(remark, entry, "wrong", str(wholes[base]), f"{sheet.heads[base]} comes to {wholes[base]}")


def _pair(remark: Remark, wholes: dict[int, int], entry: Entry) -> tuple[int, int] | None:
    """The column that a count is of, and the one that its base is of: by one of the two numbers, and by name."""
    sheet, fitting = remark.sheet, bool(entry.base and entry.share and fits(entry.count, entry.base, entry.share))
    bases_ = [c for c, whole in wholes.items() if whole == entry.base]
    named = within(remark.columns, *remark.clause(entry.start - remark.start))
    if len(bases_) == 1:
        others = [c for c in wholes if c != bases_[0] and (len(wholes) == 2 or c in named)]
        # Right in itself: "103 of 214, or 48%" may be some of the rows.
        sure = len(others) == 1 and others[0] in named and _is_slip(sheet, others[0], entry.count, wholes[others[0]])
        two = len(wholes) == 2 and sum(kind in ("count", "total", "base") for kind in sheet.kinds) == 2
        return (others[0], bases_[0]) if len(others) == 1 and (sure or (not fitting and two)) else None
    parts = [c for c, whole in wholes.items() if whole == entry.count]
    if bases_ or len(parts) != 1 or parts[0] not in named or not entry.base or fitting:
        return None
    holding = [c for c in wholes if c != parts[0] and _holds(sheet, c, parts[0]) and slips(entry.base, wholes[c])]
    return (parts[0], holding[0]) if len(holding) == 1 else None


def _is_slip(sheet: Sheet, column: int, count: int, whole: int) -> bool:
    """Whether a count is near what a column comes to, and neither in the column nor two of its rows together."""
    values = [figure.count for row in sheet.parts if (figure := sheet.cells[row][column]) and figure.count is not None]
    sums = {a + b for a, b in combinations(values, 2)} | {whole - each for each in values}
    return (slips(count, whole) or abs(count - whole) * 4 <= whole) and count not in {*sums, *values}


def _holds(sheet: Sheet, whole: int, part: int) -> bool:
    """Whether one column is nowhere less than another."""
    pairs = [(row[whole], row[part]) for row in sheet.cells]
    return all((a.count or 0) >= (b.count or 0) for a, b in pairs if a and b)


def _is_told(remark: Remark, number: int, column: int) -> bool:
    """Whether a number stands in the table or beside it, or some rows of a column come to it."""
    sheet = remark.sheet
    cells = {figure.count for row in sheet.cells for figure in row if figure}
    values = [figure.count for row in sheet.parts if (figure := sheet.cells[row][column]) and figure.count is not None]
    sums = {sum(some) for size in (2, 3) for some in combinations(values[:MANY], size)}
    left = {sum(values) - each for each in values}
    around = numbers_in(" ".join((sheet.texts_before, *sheet.notes)))
    return number in {*cells, *sums, *left, *around}


def _mean(remark: Remark) -> Iterator[Finding]:
    """ "On average 43.8 a month": of the one column of counts, over its rows."""
    sheet = remark.sheet
    counts = [c for c, kind in enumerate(sheet.kinds) if kind == "count"]
    named = [c for c in within(remark.columns, 0, len(remark.text)) if c in counts]
    counts = named if len(named) == 1 else counts
    if not IS_MEAN.search(remark.text) or len(counts) != 1:
        return
    figures = [sheet.cells[row][counts[0]] for row in sheet.parts]
    if any(each is None for each in figures) or len(figures) < 3:
        return
    exact = sum((each.value for each in figures if each), Decimal(0)) / len(figures)
    for entry in remark.read.of_sentence(remark.at):
        if entry.text.isalpha() and entry.value == len(figures):
            continue  # "each of the five files": how many there are
        if not _is_mean_of(remark, entry, counts[0], named=bool(named)):
            continue
        if EACH_OF.search(remark.read.text[: entry.start]):
            continue  # "for each of the 36 boats": of how many it is
        others = [e.count for e in remark.read.of_sentence(remark.at) if e is not entry and e.kind == "count"]
        if whole_of(sheet, counts[0]) in others:
            continue  # "over all 28 workers", under workers: what each of them has
        told = bool(named) and any(e.value == len(figures) for e in remark.read.of_sentence(remark.at))
        least, most = (Decimal("0.25"), Decimal(4)) if told else (Decimal("0.6"), Decimal("1.7"))
        if not entry.value or not least < exact / entry.value < most:
            continue  # of something else
        right = abs(exact - entry.value) <= entry.step / 2 or (entry.step == 1 and abs(exact - entry.value) < 1)
        shown = f"{exact:.1f}"
        yield _told(remark, entry, "ok" if right else "wrong", shown, f"{sheet.heads[counts[0]]}: the mean is {shown}")
        return


def _is_mean_of(remark: Remark, entry: Entry, column: int, *, named: bool) -> bool:
    """Whether the words around a figure say that it is the mean of a column. named: whether the sentence names that."""
    sheet = remark.sheet
    behind = remark.read.text[entry.end : entry.end + 40]
    lead = remark.read.text[max(0, entry.start - 40) : entry.start]
    if entry.kind == "money" and not is_money(sheet, column):
        return False  # what an invoice was for, where the table counts invoices
    if entry.unit and entry.unit not in sheet.texts_before.lower():
        return False  # of days, where the table counts people
    own = re.split(r"[,;.]", behind)[0] + lead
    per = PER.search(behind)
    if per and not _is_row(sheet, per["each"]):
        return False  # "a month", where the rows are wards
    if not per and not (named and label_words(sheet.heads[column])[0] in own.lower()):
        return False
    if re.search(r"\bmedian\b[^.;,]{0,12}$", lead, re.I) or entry.base or entry.share:
        return False
    return bool(per or IS_MEAN.search(lead) or IS_MEAN.search(behind))


def _is_row(sheet: Sheet, noun: str) -> bool:
    """Whether a word says what the rows are: a time where they are times, or what the table calls them."""
    timed = TIME.match(noun) and is_time(tuple(sheet.labels[at] for at in sheet.parts))
    return bool(timed) or is_kind(sheet, noun)


def _told(remark: Remark, entry: Entry, verdict: Verdict, expected: str, why: str) -> Finding:
    span = (entry.start - remark.start, entry.end - remark.start)
    return remark.finding(CODE, verdict, span, expected, why)
