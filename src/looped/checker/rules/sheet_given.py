"""A figure told of rows that words name, where these rows give nothing of the kind, and the words ask for one thing."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from looped.checker.asked import APART_BEHIND, REST, Asked
from looped.checker.context import Context
from looped.checker.evidence.reading import is_slip
from looped.checker.finding import Finding
from looped.checker.misplaced import is_in_name, is_of_no_cell
from looped.checker.patterns import pattern_of
from looped.checker.phrases import IS_MEAN, SOME_OF_THEM
from looped.checker.placing import TOGETHER
from looped.checker.prose import Entry
from looped.checker.quoting import (
    by_statement_of_now,
    is_of_a_list,
    is_of_earlier_year,
    is_of_kind,
    is_span,
    latest_year,
)
from looped.checker.remarks import Remark, within
from looped.checker.rules.sheet_quoted import AIMED
from looped.checker.saying import said_in
from looped.checker.sheets.figures import Figure
from looped.checker.sheets.giving import bases, head_base, in_thousands
from looped.checker.sheets.sheet import is_time
from looped.checker.sheets.worked import gives
from looped.checker.summaries import afar

CODE = "sheet-given"
MESSAGE = "A figure told of rows that words name is one that these rows give."
GOOD = "Item\tHad\tKept\nLamps\t40\t33\nChairs\t60\t45\nDesks\t21\t20\n\nOf the chairs, 15 were not kept."
BAD = "Item\tHad\tKept\nLamps\t40\t33\nChairs\t60\t45\nDesks\t21\t20\n\nOf the chairs, 13 were not kept."

# Words that make a figure no exact one, or one of another time or place.
LOOSE = pattern_of(
    r"\b(?:more than|fewer than|less than|at least|at most|(?<!add )(?<!adds )(?<!added )up to|over|under|"
    r"about|around|nearly|almost|roughly|some|"
    r"approximately|above|below|within|close to|no more than|no fewer than|every|each|one in|target (?:of|is|was)|"
    r"limit of|standard of|threshold of|aged?|a further|another|average of|mean of|median of|(?:last|previous) \w+)"
    r"(?: the)?\W*$",
    re.I,
)
ELSEWHERE = pattern_of(
    r"\b(?:last (?:year|time|audit|survey|round|inspection)|previous(?:ly)?|national(?:ly)?|england|earlier (?:audit|"
    r"survey|report)|the year before|(?:a|two|three|four|five|ten|\d+) years? (?:ago|earlier|before)|would|"
    r"could(?! not be [a-z]+(?:ed|nd|"
    r"en|de)\b)|should|if|plans?|planned|expects?|"
    r"expected|forecast|projected|hopes?|proposed?|next (?:year|time|audit|survey))\b",
    re.I,
)
BEHIND = pattern_of(
    r"^\W{0,2}(?:or (?:more|over|fewer|less|under|above)|(?:years|weeks|months|days|minutes|hours) (?:old|of age|later|"
    r"earlier|ago|after|before)|each\b|per\b|an? (?:year|month|week|day|hour|head)|times (?:as|more|less|the|that|over|"
    r"higher|larger)\b|in (?:every|each)|of the "
    r"(?:two|three|four|five|six|seven|eight|nine|\d)|target|limit)",
    re.I,
)
TO_END, FROM_START = re.compile(r"%? (?:to|–|-) £?\d"), re.compile(r"\d%? (?:to|–|-) £?$")
NONE_THERE = pattern_of(r"[^.;]{3,80}[,–—(] ?(?:and |but )?none of (?:them|these|those|which|whom)\b", re.I)
APIECE = pattern_of(r"\b(?:each|both|respectively|every|apiece|either|or|neither)\b", re.I)
# "Were adequate or poor": of both together.
EITHER_OF_TWO = re.compile(r" or (?:the )?")
IN_TOTAL = pattern_of(r"\b(?:total|overall|altogether|in all|as a whole)\b", re.I)
# A summary or a conclusion quotes the one share that a table tells of a row.
SHARE = pattern_of(r"\d ?(?:%|per ?cent)", re.I)
FRACTION, MANY, LOOSE_BY = Decimal("0.34"), 9, 4


def check(context: Context) -> Iterator[Finding]:
    """Each figure of a sentence that names rows of a table."""
    latest = context.once(latest_year)
    yield from by_statement_of_now(context, _of)
    for remark in afar(context, SHARE):
        if remark.sheet.kinds.count("share") == 1 and not is_of_earlier_year(remark, latest):
            yield from (each for each in _of(remark) if SHARE.search(each.quote))


def _of(remark: Remark) -> Iterator[Finding]:
    if (
        not (remark.rows or _is_of_total(remark))
        or ELSEWHERE.search(remark.unnamed)
        or is_of_no_cell(remark)
        or (IS_MEAN.search(remark.text) and "mean" not in remark.sheet.kinds)
    ):
        return
    for printed in remark.read.of_sentence(remark.at):
        asked = _asked(remark, printed)
        if asked is None or (asked.is_gap and (_is_cell(asked) or re.search(r"\bsince\b", remark.text))):
            continue  # "has fallen by seven points since 2017": to the last of its times
        if gives(remark.sheet, asked.rows, asked.entry, asked.told, _columns_meant(asked)):
            continue
        wanted = _wanted(asked)
        if wanted is not None and wanted[0] not in asked.told and not _is_of_others(asked):
            value, why = wanted
            span = (printed.start - remark.start, printed.end - remark.start)
            yield remark.finding(CODE, "wrong", span, f"{value:f}", why, remark.sheet.labels[asked.rows[0]])


def _is_cell(asked: Asked) -> bool:
    """ "10 were over 90 days old": what its row has in the column that the words name."""
    named = {each.at for each in asked.remark.columns if each.whole}
    cells = (asked.remark.sheet.cells[row][column] for row in asked.rows for column in named)
    return any(cell is not None and cell.value == asked.entry.value for cell in cells)


def _is_of_total(remark: Remark) -> bool:
    """ "Total costs rose by £97,000": of the row of totals."""
    return remark.sheet.total is not None and bool(IN_TOTAL.search(remark.text))


def _asked(remark: Remark, printed: Entry) -> Asked | None:
    """A figure that can be put to the test."""
    entry = in_thousands(remark.sheet, printed)
    low, high = printed.start - remark.start, printed.end - remark.start
    lead, tail = remark.text[:low], remark.text[high:]
    if LOOSE.search(lead) or BEHIND.match(tail) or AIMED.search(lead) or is_in_name(remark, printed):
        return None
    if entry.share and entry.kind == "count" or is_of_a_list(remark, printed):
        return None
    if NONE_THERE.match(tail):
        return None  # "five were late, none of them in Ayr"
    if (some := SOME_OF_THEM.match(tail)) and all(each.start >= high + some.end() for each in remark.rows):
        return None  # "five were late, two of them in Ayr"
    if TO_END.match(tail) or FROM_START.search(lead):
        return None  # "chance gives 3.8% to 57.7%"
    if printed.text.lower() == "one" or list(said_in(remark.text)):
        return None  # "one case in six", "four fifths of what is over a year old (£108,000)"
    clause = remark.clause(low)
    apart = printed.kind == "points" or APART_BEHIND.match(tail)
    # "13 points ahead of the others": another clause by its words, and one statement.
    every = within(remark.rows, 0, len(remark.text)) if apart else []
    named = every or within(remark.rows, *clause) or within(remark.rows, 0, low)
    rows = tuple(named) or ((remark.sheet.total,) if remark.sheet.total and _is_of_total(remark) else ())
    others = [e for e in remark.read.of_sentence(remark.at) if e.start != printed.start and e.kind == entry.kind]
    if not rows or len(rows) > 2 or (len(rows) == 2 and others):
        return None
    return Asked(remark, entry, rows, remark.text[slice(*clause)], lead, tail)


def _columns_meant(asked: Asked) -> tuple[int, ...] | None:
    """Of how far two figures are apart: the columns that are named in full, if any; None of other figures."""
    if not asked.is_gap:
        return None
    sheet = asked.remark.sheet
    named = within([each for each in asked.remark.columns if each.whole], 0, len(asked.remark.text))
    alike = len({sheet.kinds[c] for c in range(len(sheet.heads))}) == 1
    return tuple(named) if len(asked.rows) == 2 and len(named) == 1 and alike else ()


def _may_be(asked: Asked, value: Decimal) -> bool:
    """Whether somebody may have written the figure for that value: close by, or another row's in a column named."""
    sheet, stated = asked.remark.sheet, asked.entry.value
    if value == stated or stated < 0:
        return False
    columns = _columns(asked) if not asked.is_gap else []
    if len(columns) == 1 and max(stated, value) <= LOOSE_BY * min(stated, value):
        others = [figure for row in sheet.parts if (figure := sheet.cells[row][columns[0]])]
        if any(stated == each.value for each in others):
            return True
    return is_slip(stated, value) or abs(stated - value) <= FRACTION * max(stated, value)


def _is_of_others(asked: Asked) -> bool:
    """Whether several other rows together give a figure, or all but those that are named."""
    sheet, stated = asked.remark.sheet, asked.entry.value
    if asked.is_gap or len(asked.rows) > 1 or (asked.entry.kind == "share" and "share" not in sheet.kinds):
        return False
    for column in range(len(sheet.heads)):
        values = [figure.value for row in sheet.parts if (figure := sheet.cells[row][column])][:MANY]
        sums = {sum(some) for size in (2, 3) for some in combinations(values, size)}
        if stated in sums | {sum(values) - value for value in values}:
            return True
    return False


def _wanted(asked: Asked) -> tuple[Decimal, str] | None:
    """The one value that the words ask for, with how it comes about."""
    if asked.is_movement and not asked.is_told_of:
        return None  # "from May to June 4 staff left", in a table of calls
    if asked.is_gap:
        found = list(_gaps(asked))
    elif len(asked.rows) > 1:
        found = list(_sums(asked))
    elif asked.entry.kind == "share":
        found = list(_shares(asked))
    elif asked.entry.kind in ("count", "money", "measure"):
        if not asked.is_told_of:
            return None
        rest = REST.search(asked.words) and asked.denied_column is None
        found = list(_rests(asked) if rest else _cells(asked))
    else:
        return None
    distinct = list(dict.fromkeys(value for value, _ in found))
    near = [value for value in distinct if _may_be(asked, value)]
    if len(near) != 1 or (len(distinct) > 1 and not _is_sure(asked, near[0])):
        return None
    return next(each for each in found if each[0] == near[0])


def _is_sure(asked: Asked, value: Decimal) -> bool:
    """Whether a figure is large enough to be a slip for one value and no other."""
    return asked.entry.value >= 20 and is_slip(asked.entry.value, value)


def _columns(asked: Asked) -> list[int]:
    """The columns that can hold the figure: those named in its clause, or all."""
    if asked.denied_column is not None:
        return [asked.denied_column]
    remark, sheet = asked.remark, asked.remark.sheet
    low, high = remark.clause(asked.entry.start - remark.start)
    every = [c for c in range(len(sheet.heads)) if _can_hold(asked, c)]
    named = [c for c in within(remark.columns, low, high) if c in every]
    return named or every


def _can_hold(asked: Asked, column: int) -> bool:
    sheet, entry = asked.remark.sheet, asked.entry
    figures = [row[column] for row in sheet.cells if row[column]]
    if not figures or sheet.kinds[column] in ("words", "change"):
        return False
    money = any(figure.unit == "£" for figure in figures if figure)
    if entry.kind == "money":
        return money or is_of_kind(asked.remark, column, entry)
    if entry.kind == "share":
        return sheet.kinds[column] in ("share", "both")
    return not money and is_of_kind(asked.remark, column, entry)


def _cells(asked: Asked) -> Iterator[tuple[Decimal, str]]:
    sheet, row, base = asked.remark.sheet, asked.rows[0], asked.entry.base
    named = within(asked.remark.columns, *asked.remark.clause(asked.entry.start - asked.remark.start))
    for column in _columns(asked):
        figure = sheet.cells[row][column]
        # A part with its base is told of a column that is named, and not of the base's.
        if figure and (not base or (column in named and figure.count != base)):
            yield figure.value, f"{sheet.heads[column]}: {figure.text}"


def _sums(asked: Asked) -> Iterator[tuple[Decimal, str]]:
    """What two rows come to that one figure is told of: "in April and May", "the first half of the year"."""
    remark, sheet = asked.remark, asked.remark.sheet
    names = [each for each in remark.rows if each.at in asked.rows]
    between = remark.text[names[0].end : names[-1].start]
    either = bool(EITHER_OF_TWO.fullmatch(between)) and not re.search(r"\b(?:whether|either|not|if)\b", asked.words)
    joined = either or TOGETHER.match(between) or names[0].start == names[-1].start
    columns = _columns(asked)
    apart = is_span(remark) or (APIECE.search(asked.words) and not either)
    if apart or not joined or len(names) != len(asked.rows) or len(columns) != 1:
        return
    if asked.entry.kind not in ("count", "money") or not asked.is_told_of:
        return
    figures = [sheet.cells[row][columns[0]] for row in asked.rows]
    if all(figures):
        total = sum((each.value for each in figures if each), Decimal(0))
        yield total, " + ".join(each.text for each in figures if each) + f" = {total}"


def _rests(asked: Asked) -> Iterator[tuple[Decimal, str]]:
    """What a cell leaves of the one that it is out of."""
    sheet, row, base = asked.remark.sheet, asked.rows[0], asked.entry.base
    for column, figure in enumerate(sheet.cells[row]):
        counted = figure is not None and sheet.kinds[column] in ("count", "both")
        # "Base: 100 notes", told before.
        wholes = [*bases(sheet, row, column), *(int(n) for n in asked.told if len(asked.told) == 1)] if counted else []
        for whole in wholes:
            in_row = any(other and other.count == whole for other in sheet.cells[row])
            if figure and figure.value < whole and (whole == base or (not base and (in_row or whole in asked.told))):
                yield whole - figure.value, f"{whole} - {figure.text} = {whole - figure.value}"


def _shares(asked: Asked) -> Iterator[tuple[Decimal, str]]:
    """A share as printed; else of one cell of the row in another, or of the column."""
    sheet, row = asked.remark.sheet, asked.rows[0]
    places = max(0, -int(asked.entry.step.as_tuple().exponent))
    printed = [(p.value, sheet.heads[c]) for c in _columns(asked) if (p := sheet.share_at(row, c))]
    for value, head in printed:
        yield value, f"{head}: {value}%"
    low, high = asked.entry.start - asked.remark.start, asked.entry.end - asked.remark.start
    near = within(asked.remark.columns, low - len(asked.entry.before), high + len(asked.entry.after))
    based = [c for c in near if sheet.kinds[c] == "count" and head_base(sheet, c)] if not printed else []
    if len(based) == 1 and (part := sheet.cells[row][based[0]]):
        base = head_base(sheet, based[0]) or 1
        yield round(part.value * 100 / base, places), f"{part.text} of {base}"
        return
    counts = [figure for figure in sheet.cells[row] if figure and figure.count]
    if printed or len(counts) != 2 or any(head_base(sheet, c) for c in range(len(sheet.heads))):
        return
    part, whole = sorted(counts, key=lambda each: each.value)
    share = round(part.value * 100 / whole.value, places)
    share = 100 - share if REST.search(asked.words) else share
    yield share, f"{part.text} of {whole.text} is {share}%"


def _gaps(asked: Asked) -> Iterator[tuple[Decimal, str]]:
    """How far two figures are apart: of two rows, of a row at two times, of a row from the total or what is told."""
    sheet = asked.remark.sheet
    if len(asked.rows) == 2:
        for column in _columns_of_gap(asked):
            yield from _between(sheet.cells[asked.rows[0]][column], sheet.cells[asked.rows[1]][column])
        return
    row = asked.rows[0]
    columns = _pair_of(asked)
    if columns:
        yield from _between(sheet.cells[row][columns[0]], sheet.cells[row][columns[1]])
    elif _is_of_two(asked):
        other = next(each for each in sheet.parts if each != row)
        for column in _columns_of_gap(asked):
            yield from _between(sheet.cells[row][column], sheet.cells[other][column])
    elif len(asked.beside) == 1:
        for column in _columns_of_gap(asked):
            if figure := sheet.cells[row][column]:
                gap = abs(figure.value - asked.beside[0])
                yield gap, f"{figure.text} against {asked.beside[0]}: {gap}"
    elif sheet.total is not None and re.search(r"\b(?:all|overall|total|whole|average)\b", asked.words, re.I):
        for column in _columns_of_gap(asked):
            yield from _between(sheet.cells[row][column], sheet.cells[sheet.total][column])


def _is_of_two(asked: Asked) -> bool:
    """ "Lower with exercise", in a table of two rows: than in the other one."""
    rows = asked.remark.sheet.parts
    return len(rows) == 2 and asked.rows[0] in rows and not asked.beside and bool(APART_BEHIND.match(asked.tail))


def _columns_of_gap(asked: Asked) -> list[int]:
    """The columns whose figures may be set against each other: shares for points, money for money."""
    sheet, entry = asked.remark.sheet, asked.entry
    kinds = {"points": ("share", "both", "mean"), "share": ("share", "both"), "measure": ("mean",)}.get(
        entry.kind, ("count", "both", "total")
    )
    every = [c for c, kind in enumerate(sheet.kinds) if kind in kinds]
    return [c for c in within(asked.remark.columns, 0, len(asked.remark.text)) if c in every] or every


def _pair_of(asked: Asked) -> tuple[int, int] | None:
    """The two columns between which a row is told to differ: the only two there are, or two that are named."""
    sheet, entry = asked.remark.sheet, asked.entry
    kinds = ("share", "both", "mean") if entry.kind in ("points", "share") else ("count", "both", "mean", "target")
    every = [c for c, kind in enumerate(sheet.kinds) if kind in kinds]
    if entry.kind in ("points", "share") and len(every) < 2:
        return None
    named = [c for c in within(asked.remark.columns, 0, len(asked.remark.text)) if c in every]
    chosen = named if len(named) == 2 else every
    if len(chosen) != 2:
        return None
    times = is_time(tuple(sheet.heads[c] for c in chosen))
    target = any(sheet.kinds[c] == "target" for c in chosen)
    # "Lower with exercise", in a table of two columns: than in the other one.
    alone = len(named) == 1 and len({sheet.kinds[c] for c in every}) == 1 and bool(APART_BEHIND.match(asked.tail))
    return (chosen[0], chosen[1]) if times or target or len(named) == 2 or alone else None


def _between(one: Figure | None, other: Figure | None) -> Iterator[tuple[Decimal, str]]:
    if one is None or other is None:
        return
    # Of counts with their shares, the counts.
    gap = abs(one.value - other.value)
    yield gap, f"{one.text} and {other.text} are {gap} apart"
