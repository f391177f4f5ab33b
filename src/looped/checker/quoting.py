"""A figure quoted from a table: which column it can be of, what it counts, and what else in the table gives it."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from looped.checker.context import Context
from looped.checker.finding import Finding
from looped.checker.listing import listings
from looped.checker.patterns import pattern_of
from looped.checker.placing import Spot
from looped.checker.prose import Entry
from looped.checker.remarks import Check, Remark, by_statement
from looped.checker.sheets.around import numbers_in
from looped.checker.sheets.giving import cell_says, is_value, may_hold, whole_of
from looped.checker.sheets.naming import alike, label_words, tokens_of
from looped.checker.sheets.sheet import Sheet

# Nouns that anything is counted in.
UNITS = pattern_of(
    r"^(?:files?|cases?|records?|notes|people|persons|patients?|participants?|respondents?|replies|responses|answers|"
    r"items?|staff|workers?|children|residents?|audits?|visits?|reports?|invoices?|payments?|lessons?|pupils?|homes?|"
    r"women|men|adults|users?|members?|customers?|tenants?|prisoners?|claims?|tests?|charts?|forms?|calls?|of|"
    r"were|was|"
    r"had|have|are|said|did|met|in|on|at|for|from|and|to|gave|came|out|per|took|received|agreed|with|among|"
    r"overall|over|by|during|between|but|while|as|after|before|this|last|since|when|until|found|"
    r"felt|thought|rated|reported|chose|answered|replied|used|held|showed|saw|scored)$",
    re.I,
)
VERB = pattern_of(r"(?:were|was|had|have|are|is|has)$", re.I)
AMOUNTS = pattern_of(
    r"[£$€]|\b(?:cost|costs|price|spend|spent|spending|income|expenditure|fees?|budget|value|paid|amount|"
    r"charge|charges|rent|debt|arrears|grant|grants|funding|salary|salaries|savings?|takings|sales|pounds?|turnover|loss|profit)\b",
    re.I,
)
FROM = pattern_of(r"\b(?:from|against|with|than|to|was|were|had been)\s+(?:the )?$", re.I)
TITLE_NUMBER = pattern_of(r"\b(?:table|figure|fig\.?|annex|question|q) ?\d+", re.I)
OF_ROW = pattern_of(r"(?:^|[.;,:] )(?:of|among|from) (?:the |these |those |its |our |their )?$", re.I)
YEAR = pattern_of(r"\b(?P<year>(?:19|20)\d\d)\b")
OF_YEAR = pattern_of(r"(?:in|during|for) (?P<year>(?:19|20)\d\d)\b", re.I)
LOOSE = Decimal(6)
OF_BOTH = pattern_of(
    r"\b(?:more|fewer|less|between|difference|other|others|rest|remaining|than|left|gap|out of|"
    r"of (?:these|those|them|which|"
    r"whom)|greatest|largest|biggest|highest|lowest|smallest|most|least|loss|"
    r"rise|fall|gain|drop|not|n[’']t|without|only|of the)\b|n[’']t\b",
    re.I,
)
JOINED = pattern_of(r"\b(?:together|combined|between them|or|altogether)\b", re.I)


def is_of_kind(remark: Remark, column: int, entry: Entry) -> bool:
    """Whether a column is one of counts, shares or means, as the figure is."""
    kind = remark.sheet.kinds[column]
    if entry.kind == "money":
        told = (remark.sheet.texts_before, *remark.sheet.heads, *remark.sheet.labels, _printed(remark.sheet, column))
        if not AMOUNTS.search(" ".join(told)):
            return False
        return kind in ("count", "mean", "total", "change")
    if kind in ("words", "target", "change"):
        return False
    if entry.kind == "share":
        return kind in ("share", "both")
    if entry.kind == "measure":
        return kind == "mean"
    return kind in ("count", "both", "total", "base")


def _printed(sheet: Sheet, column: int) -> str:
    """A column's figures as they stand in it."""
    return " ".join(figure.text for row in sheet.cells if (figure := row[column]))


def speaks_of_it(remark: Remark, entry: Entry, strict: bool = False) -> bool:
    """Whether what is counted is what the table counts, or nothing in particular."""
    if entry.kind != "count":
        return True
    inside = re.search(r"^[\d,a-z-]+ ([a-z’'-]+)", entry.text, re.I)
    behind = re.match(r"\W*([A-Za-z’'-]+)(?:\W+([A-Za-z’'-]+))?", remark.read.text[entry.end :])
    noun = inside if inside and inside[1].lower() not in ("of", "out", "and", "per", "or") else behind
    if (not strict and (noun is None or UNITS.match(noun[1]))) or (noun and VERB.match(noun[1])):
        return True
    if noun is None:
        return False
    words = [each.plain for each in tokens_of(f"{remark.sheet.texts_before} {' '.join(remark.sheet.labels)}")]
    parts = [piece.lower() for part in noun.groups() if part for piece in part.split("-") if len(piece) > 2]
    return any(alike(part, word) for part in parts for word in words if len(word) > 2)


def may_be_slip(value: Decimal, entry: Entry) -> bool:
    """Whether a figure may be a slip for another: not of quite another size."""
    low, high = sorted((value, entry.value))
    return low > 0 and high / low <= LOOSE or (low == 0 and high < 10)


def said_elsewhere(remark: Remark, spot: Spot, columns: Sequence[int]) -> bool:
    """Whether another reading gives it: a part of the cell's count, another row where this one is named by the way."""
    sheet, entry = remark.sheet, spot.entry
    figures = [figure for row in spot.rows for c in columns if (figure := sheet.cells[row][c])]
    if entry.base and any(figure.count == entry.base for figure in figures):
        return True
    bases = numbers_in(TITLE_NUMBER.sub("", sheet.texts_before)) if entry.kind == "count" else ()
    if entry.count in bases:
        return True  # the base that the heads tell
    if any((figure.count or 0) + entry.count in bases for figure in figures):
        return True  # "of 82 in all": those that are left of it
    whole = {each.at for each in remark.rows if each.whole}
    every = tuple(range(len(sheet.labels)))
    named_in_part = not whole >= set(spot.rows) and not spot.grouped and spot.rows != (sheet.total,)
    if named_in_part and any(cell_says(sheet, row, c, entry) for row in every for c in columns):
        return True
    if named_in_part and any(_pair_says(sheet, c, entry) for c in columns):
        return True
    lead = remark.read.text[max(0, entry.start - 14) : entry.start]
    against = FROM.search(lead) and not re.search(r"\b(?:was|were)\s+$", lead) and not _is_told_beside(remark, spot)
    return bool(against) and any(cell_says(sheet, row, c, entry) for row in every for c in range(len(sheet.heads)))


def _is_told_beside(remark: Remark, spot: Spot) -> bool:
    """Whether the row is named in full, and another share of the sentence is the row's: so this one is too."""
    named = len(spot.rows) == 1 and any(each.whole for each in remark.rows if each.at == spot.rows[0])
    others = [e for e in remark.read.of_sentence(remark.at) if e.start != spot.entry.start and e.kind == "share"]
    every = range(len(remark.sheet.heads))
    return named and any(cell_says(remark.sheet, spot.rows[0], c, each) for each in others for c in every)


def _pair_says(sheet: Sheet, column: int, entry: Entry) -> bool:
    """Whether two rows of a column together are what a figure says."""
    values = [figure.value for row in sheet.parts if (figure := sheet.cells[row][column])]
    return any(is_value(entry, a + b, Decimal(1)) for a, b in combinations(values, 2))


def is_part_of_row(remark: Remark, spot: Spot) -> bool:
    """ "Of the grants, £147,000 may only be used so": a part of what the row has."""
    low = spot.entry.start - remark.start
    shares = ("share", "both")
    if spot.entry.kind == "share" and any(c >= 0 and remark.sheet.kinds[c] in shares for c in spot.columns):
        return False  # "among owners, 45% were content", under "% content"
    named = [each for each in remark.rows if each.at in spot.rows and each.end <= low]
    return any(
        OF_ROW.search(remark.text[: each.start])
        and re.fullmatch(r",? (?:some |about |only )?", remark.text[each.end : low])
        for each in named
    )


def is_span(remark: Remark) -> bool:
    """Whether two times named are the ends of a stretch: "between April and June"."""
    return any(
        re.search(r"\b(?:between|from) (?:the )?(?:[a-z]+ )?$", remark.text[: each.start], re.I) for each in remark.rows
    )


def is_of_two(remark: Remark, spot: Spot, columns: Sequence[int]) -> bool:
    """ "67% agreed or strongly agreed": what the row and another make, where words join two."""
    low, high = remark.clause(spot.entry.start - remark.start)
    joined = bool(re.search(r"\b(?:or|and|together|combined)\b|/", remark.text[low:high]))
    cells, own = remark.sheet.cells, spot.rows[0]
    words = [set(label_words(label)) for label in remark.sheet.labels]
    sums = [
        (one.value + other.value, one.step + other.step)
        for column in columns
        for row in remark.sheet.parts
        # "Disagree" and "Strongly disagree" are both who disagreed to some degree.
        if row != own
        and (joined or words[own] & words[row])
        and (one := cells[own][column])
        and (other := cells[row][column])
    ]
    return any(is_value(spot.entry, total, step / 2) for total, step in sums)


def is_of_a_list(remark: Remark, entry: Entry) -> bool:
    """Whether it stands in a list of three or more, none of which the table names: of other things, then."""
    labels = (*remark.sheet.labels, *remark.sheet.heads)
    own = [each for each in listings(remark.read) if any(item.entry.start == entry.start for item in each.items)]
    return any(len(each.items) > 2 and not any(each.named(label) for label in labels) for each in own)


def latest_year(context: Context) -> str:
    """The last year that the prose tells."""
    return max(
        (found["year"] for each in context.document.paragraphs for found in YEAR.finditer(each.text)), default=""
    )


def by_statement_of_now(context: Context, check: Check) -> Iterator[Finding]:
    """A check put to each sentence on a table, but to those of a year that the table doesn't tell of."""
    latest = context.once(latest_year)
    return by_statement(context, lambda each: iter(()) if is_of_earlier_year(each, latest) else check(each))


SINCE = pattern_of(r"\bsince (?!the\b|\d)", re.I)
AT_START = pattern_of(r"\b(?:at|by|before) the (?:very )?(?:start|beginning|outset) of\b", re.I)
STARTS = pattern_of(r"\b(?:start|began|beginning|opening|brought forward|b/f|before|at first)\b", re.I)


def is_of_earlier_year(remark: Remark, latest: str) -> bool:
    """Whether a sentence opens with a year before the last that is told, and the table doesn't tell of that year.

    Or it tells what there was before the times of the table: "at the start of April".
    """
    opened = OF_YEAR.match(remark.text.lstrip())
    sheet = remark.sheet
    told = " ".join((sheet.texts_before, *sheet.heads, *sheet.labels))
    if AT_START.search(remark.text) and not STARTS.search(told):
        return True
    if opened is None or opened["year"] in told:
        return False
    return opened["year"] < latest or bool(SINCE.search(remark.text))


def are_together(remark: Remark, spot: Spot) -> bool:
    """Whether rows named in full are told as one: "A or B", "A and B have so many between them"."""
    whole = {each.at for each in remark.rows if each.whole}
    return spot.joined and whole >= set(spot.rows) and bool(JOINED.search(remark.text) or spot.grouped)


def is_of_all(remark: Remark, spot: Spot) -> bool:
    """Whether "of them" is of all that the table counts: the number told before is what its rows come to."""
    before = [e for e in remark.read.entries if e.end <= spot.entry.start and e.kind == "count"]
    wholes = {whole_of(remark.sheet, column) for column in range(len(remark.sheet.heads))}
    return bool(before) and spot.rows != () and before[-1].count in wholes


def is_precise(remark: Remark, spot: Spot) -> bool:
    """Whether one row and one column are named in full beside the only figure: no difference of cells is meant."""
    if len(spot.rows) != 1 or len(spot.columns) != 1 or spot.entry.kind != "count" or spot.entry.base:
        return False
    row, column = spot.rows[0], spot.columns[0]
    full = [each.at for each in remark.rows if each.whole] == [row]
    own = [each.at for each in remark.columns if each.whole] == [column] and len(remark.columns) == 1
    alone = len(remark.read.of_sentence(remark.at)) == 1
    if any(may_hold(remark.sheet, column, each) for each in range(len(remark.sheet.heads)) if each != column):
        return False  # "21 beds were in use", under beds and those occupied
    return full and own and alone and len(remark.rows) == 1 and not OF_BOTH.search(remark.text)
