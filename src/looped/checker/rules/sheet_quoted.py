"""A figure that a sentence quotes from a table, in the row and the column that it names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from looped.checker.columns_meant import but_base, of_which
from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.misplaced import (
    PART_OF_BEHIND,
    TAKES_IN,
    is_earlier,
    is_in_name,
    is_named_behind,
    is_number_of_lines,
    is_of_no_cell,
    is_of_other_column,
    of_total_in_row,
    row_of,
)
from looped.checker.numbers import fits, slips
from looped.checker.patterns import pattern_of
from looped.checker.phrases import IS_MEAN, MORE_OR_LESS, SOME_OF_THEM, WHICH
from looped.checker.placing import Spot, may_be_placed, spot_of
from looped.checker.prose import Entry
from looped.checker.quoted_sums import Told, in_total, sum_of_rows, with_share
from looped.checker.quoting import (
    OF_ROW,
    are_together,
    by_statement_of_now,
    is_of_a_list,
    is_of_all,
    is_of_kind,
    is_of_two,
    is_part_of_row,
    is_precise,
    is_span,
    may_be_slip,
    said_elsewhere,
    speaks_of_it,
)
from looped.checker.remarks import Remark, within
from looped.checker.said_besides import is_of_some
from looped.checker.sheets.giving import (
    cell_says,
    derived,
    head_base,
    in_thousands,
    together,
)
from looped.checker.sheets.made_of import is_made_of_cells, is_made_of_namesakes
from looped.checker.sheets.often import OR_MORE, rows_as_often
from looped.checker.table_shares import share_of_row, share_of_several, share_of_totals, shares_amiss

CODE = "sheet-quoted"
MESSAGE = "A figure quoted from a table is the one in it."
GOOD = "Site\tSeen\tOn time\nLeith\t80\t50%\nAyr\t30\t90%\nOban\t40\t60%\n\nIn Ayr 30 people were seen."
BAD = "Site\tSeen\tOn time\nLeith\t80\t50%\nAyr\t30\t90%\nOban\t40\t60%\n\nIn Ayr 36 people were seen."

# Words beside a figure that make it another quantity than the cell's.
OTHER = pattern_of(
    r"\b(?:more|fewer|less|than|at least|up to|over|under|about|around|nearly|almost|between|increase[sd]?|rise|"
    r"fall|drop|"
    r"target|expected|planned|last (?:year|time)|previous|per|aged?|remaining|points?|by|times|a further|another|"
    r"other|"
    r"rest|average|averaged|mean|median|additional|extra|gap|difference|"
    r"(?:went|sent|given|offered|issued) to|"
    r"threshold|limit|standard of|national|england|year before|within|above|below|margin|change[sd]?)(?: of)?\W*$",
    re.I,
)
BEHIND = pattern_of(
    r"^\W{0,2}(?:more|fewer|less|points?|percentage|times|higher|lower|years?|days|weeks|months|hours|minutes|"
    r"or (?:more|over|"
    r"fewer|less|under)|target|per|of the (?:two|three|four|five|six|seven|"
    r"eight|nine|\d)|"
    r"of the (?:others|rest|remainder|(?:[a-z]+ )?(?:population|borough|county|district|country|census|workforce))|"
    r"(?:[a-z]+ )?(?:in|out of) (?:every )?(?:two|three|four|five|six|seven|eight|nine|ten)\b(?! [a-z])|"
    r"(?:under|over|short|adrift|ahead|behind|better|worse)(?=[.,;)]|$)|"
    r"above|below|and a (?:half|quarter)|(?:[a-z]+ )?(?:in|at|for|from|per|"
    r"to) (?:each|every)|each|apiece)\b",
    re.I,
)
# "34 files (78%), more than for any other": no size of anything.
THAN_ANY = pattern_of(rf"\)?, (?:{MORE_OR_LESS}) than (?:(?:for|in|at|by|on) )?(?:any|all)", re.I)
# "Chosen by 28 of them": no size of a change.
# "Only Ayr reached the 60% that is asked for": what was aimed at.
AIMED = pattern_of(
    r"\b(?:reach(?:ed|es|ing)?|met|meets?|meeting|miss(?:ed|es)?|short of|exceed(?:ed|s)?|hit|pass(?:ed|es)?|"
    r"below|above|"
    r"attain(?:ed|s)?|achiev(?:ed|es)) (?:the|its|their|our|that) $",
    re.I,
)
# "17 had none, more than half of them in Ayr": the row is of a part.
# "£40,200, which is 40% of the whole".
OF_WHOLE = pattern_of(r" of (?:the |its )?(?:whole|total|overall|all)\b", re.I)
OF_THEM_IN = pattern_of(
    rf"[^.;]{{0,80}}, (?:[a-z]+ ){{0,4}}(?:\d+ )?of (?:{WHICH}) (?:were |was )?"
    r"(?:in|at|on|by|from|for)\b",
    re.I,
)
LARGE = 100
AGENT = pattern_of(
    r"\b(?:chosen|given|named|mentioned|cited|reported|ticked|picked|selected|used|expressed|shared|raised|received|"
    r"held|answered|taken|said|wanted|preferred|liked) by (?:only |just )?$",
    re.I,
)
# "Is visited at least once a week by 48%": who does, and no change.
BY_THEM = pattern_of(
    r"\b(?:is|are|was|were|been|being) (?:[a-z]+ly )?(?!(?:increas|reduc|rais|lower|improv|exceed|miss|"
    r"outnumber|shorten|"
    r"narrow|widen|delay|chang|overs|unders|cut|chas)[a-z]*)(?:[a-z]{2,}ed|seen|read|taken|made|held|known|written|"
    r"heard|bought|worn|driven)\b[^.;:,\d]{0,40} by (?:only |just )?$",
    re.I,
)
DEFINITE = pattern_of(
    r"\b(?:the|these|those|its|our|their|(?<!\bin )all|both|every)\s+$|"
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|\d+) (?!days|weeks|months|years|hours|minutes)[a-z]+ in $",
    re.I,
)
ASIDE = pattern_of(
    r"\b(?:previous|last year|year before|a year earlier|as against|is now|"
    r"compared (?:with|to)|"
    r"when (?:it|they|this|that) (?:stood|was|were))\b[^.;]{0,40}$|"
    r"\b(?:half|thirds?|quarters?|fifths?) of\b[^.;]{0,50}$|"
    r"\(\d[\d,.]*%? (?:against|to|versus) $",
    re.I,
)
PART_OF = pattern_of(rf"\bof (?:{WHICH})\W*$", re.I)

NOT_SO = pattern_of(r"\b(?:not|never|without|still|yet)\b|n[’']t\b", re.I)
TWO_ROWS = 2


def check(context: Context) -> Iterator[Finding]:
    """Each figure whose sentence names a row or a column of a table."""
    return by_statement_of_now(context, _of)


def _of(remark: Remark) -> Iterator[Finding]:
    if not remark.read.of_sentence(remark.at) or not may_be_placed(remark) or is_of_no_cell(remark):
        return
    if IS_MEAN.search(remark.text) and "mean" not in remark.sheet.kinds:
        return  # worked out from the table, and not in it
    for printed_ in remark.read.of_sentence(remark.at):
        entry = _share_alone(remark, in_thousands(remark.sheet, printed_))
        lead = remark.read.text[max(0, entry.start - 26) : entry.start]
        lead = OR_MORE.sub(" ", lead) if rows_as_often(remark.sheet, remark.text) else lead
        tail = remark.read.text[entry.end : entry.end + 26]
        if _is_no_cell(remark, entry, lead, tail) or is_of_a_list(remark, printed_):
            continue
        spot = spot_of(remark, entry)
        if _is_of_several(remark, spot) or is_of_some(remark, spot):
            continue
        if other := row_of(remark, spot) or of_total_in_row(remark, spot):
            yield _told(remark, spot, "wrong", *other)
        elif not _is_of_others(remark, spot, lead, tail):
            yield from (_told(remark, spot, *told) for told in _judged(remark, spot))


def _is_no_cell(remark: Remark, entry: Entry, lead: str, tail: str) -> bool:
    """Whether the words around a figure say that it is no cell of the table."""
    if (
        entry.kind == "points"
        or (OTHER.search(lead) and not AGENT.search(lead) and not _is_by_them(remark, entry))
        or (BEHIND.match(tail) and not THAN_ANY.match(tail))
        or AIMED.search(lead)
        or OF_THEM_IN.match(remark.read.text[entry.end : entry.end + 120])
        or is_in_name(remark, entry)
        or _is_of_those_told_next(remark, entry)
        or _is_of_kinds(remark, entry)
    ):
        return True
    if entry.kind == "count" and not entry.base and (DEFINITE.search(lead) or entry.text.lower() == "one"):
        return True
    if is_number_of_lines(remark, entry, tail):
        return True
    if is_earlier(remark, lead, tail) and not is_named_behind(remark, entry):
        return True
    # Of another year, or a part of what the table tells.
    return bool(ASIDE.search(remark.read.text[max(0, entry.start - 60) : entry.start]))


def _is_of_those_told_next(remark: Remark, entry: Entry) -> bool:
    """ "Five are vacant, two of them at Ayr": of more than the row, which only the part of it names."""
    high = entry.end - remark.start
    some = SOME_OF_THEM.match(remark.text, high)
    return some is not None and bool(remark.rows) and all(each.start >= some.end() for each in remark.rows)


def _is_of_others(remark: Remark, spot: Spot, lead: str, tail: str) -> bool:
    """Whether a figure is right in itself and told of something else, or a part that no column tells."""
    entry = spot.entry
    # "6 of the 28 grades (21%) were changed".
    if len(spot.rows) < 2 and entry.base and entry.share and fits(entry.count, entry.base, entry.share):
        return True
    if (
        _is_not_the_other(remark, entry)
        or is_part_of_row(remark, spot)
        or _is_of_opening(remark, entry)
        or _is_then(remark, spot, lead)
    ):
        return True
    part = (PART_OF.search(lead) or PART_OF_BEHIND.match(tail)) and not is_of_all(remark, spot)
    return bool(part) and not _has_column(remark, entry)


def _is_not_the_other(remark: Remark, entry: Entry) -> bool:
    """ "20 of those accepted were not mended": what the one row named has more than the other."""
    rows = list(dict.fromkeys(each.at for each in remark.rows))
    if len(rows) != TWO_ROWS or not NOT_SO.search(remark.text) or entry.kind != "count":
        return False
    pairs = zip(*(remark.sheet.cells[row] for row in rows), strict=True)
    return any(a and b and abs(a.value - b.value) == entry.value for a, b in pairs)


def _judged(remark: Remark, spot: Spot) -> Iterator[Told]:
    if spot.rows:
        yield from _in_rows(remark, spot)
        return
    if spot.columns:
        yield from in_total(remark, spot)
    yield from _of_head(remark, spot)
    if spot.entry.kind == "share":
        yield from (("wrong", *told) for told in share_of_totals(remark, spot))


TAKEN_TOGETHER = pattern_of(r"\b(?:in (?:whole|part|full) or in (?:whole|part|full)|together|combined|either)\b", re.I)


def _is_of_several(remark: Remark, spot: Spot) -> bool:
    """Whether cells of the rows named, or rows of one name, come to a figure of which no one column is told."""
    together = len(spot.columns) != 1 or TAKEN_TOGETHER.search(remark.text)
    cells = together and is_made_of_cells(remark.sheet, spot.rows, spot.entry.value)
    return bool(cells) or is_made_of_namesakes(remark.sheet, remark.text, spot.entry.value)


def _is_of_kinds(remark: Remark, entry: Entry) -> bool:
    """Whether a sentence says what the figure of a row is made of: each of them is less than the row's."""
    low = entry.start - remark.start
    return any(each.end <= low and TAKES_IN.match(remark.text, each.end) for each in remark.rows)


def _is_by_them(remark: Remark, entry: Entry) -> bool:
    """Whether it says by how many something is done."""
    return bool(BY_THEM.search(remark.text[: entry.start - remark.start]))


def _is_then(remark: Remark, spot: Spot, lead: str) -> bool:
    """ "Fell from 4.4 to 3.8", in a table of the second alone: what there was before it."""
    kinds = [kind for kind in remark.sheet.kinds if kind == "mean"]
    if spot.entry.kind != "measure" or len(kinds) != 1 or not re.search(r"\bfrom $", lead):
        return False
    others = [e for e in remark.read.of_sentence(remark.at) if e.start > spot.entry.start and e.kind == "measure"]
    columns = range(len(remark.sheet.heads))
    return any(
        cell_says(remark.sheet, row, c, each) for each in others for row in spot.rows if row >= 0 for c in columns
    )


def _is_of_opening(remark: Remark, entry: Entry) -> bool:
    """ "Of the 27 plans 8 (30%) were open": a cell of some row, rightly a share of what the sentence opens with."""
    before = [e for e in remark.read.of_sentence(remark.at) if e.end <= entry.start and e.kind == "count"]
    if not before or not entry.share or entry.base or entry.kind != "count" or before[0].base or before[0].share:
        return False
    opened = OF_ROW.search(remark.read.text[: before[0].start])
    cells = {figure.count for row in remark.sheet.cells for figure in row if figure}
    return bool(opened) and fits(entry.count, before[0].count, entry.share) and {entry.count, before[0].count} <= cells


def _share_alone(remark: Remark, entry: Entry) -> Entry:
    """ "The least of the four (6%)": the share in brackets is of what the sentence names, and not of the four."""
    lead = remark.read.text[max(0, entry.start - 8) : entry.start]
    if entry.kind == "count" and entry.share and not entry.base and re.search(r"\bof (?:the|all) $", lead):
        step = Decimal(1).scaleb(-entry.share.decimals)
        return replace(entry, kind="share", value=entry.share.value, step=step)
    return entry


def _of_head(remark: Remark, spot: Spot) -> Iterator[Told]:
    """ "It was met in 34 files (78%)": a cell of a column whose head says what it is out of, in a clause of its own."""
    sheet, entry = remark.sheet, spot.entry
    if entry.kind != "count" or entry.base or not entry.share:
        return
    heads = {base for c in range(len(sheet.heads)) if (base := head_base(sheet, c)) and base >= entry.count}
    cells = [c for row in sheet.cells for c, figure in enumerate(row) if figure and figure.count == entry.count]
    told = [e.base or e.count for e in remark.read.entries if e.kind == "count" and e is not entry]
    if len(heads) != 1 or len(cells) != 1 or any(fits(entry.count, n, entry.share) for n in (*heads, *told) if n):
        return
    (base,) = heads
    shown = f"{Decimal(entry.count) * 100 / base:.1f}%"
    yield "wrong", shown, f"{sheet.heads[cells[0]]}: {entry.count} is {shown}"


def _is_share_of_whole(remark: Remark, spot: Spot) -> bool:
    """Whether a share that is said to be of the whole is what the row has of the total of some column."""
    sheet, entry = remark.sheet, spot.entry
    if len(spot.rows) != 1 or not entry.share or not OF_WHOLE.match(remark.read.text, entry.end):
        return False
    for column, kind in enumerate(sheet.kinds):
        figure, total = sheet.cells[spot.rows[0]][column], sheet.total
        whole = sheet.cells[total][column] if total is not None else None
        if kind not in ("share", "words", "change") and figure and whole and whole.value:
            exact = figure.value * 100 / whole.value
            if abs(exact - entry.share.value) * 2 <= Decimal(1).scaleb(-entry.share.decimals):
                return True
    return False


def _in_rows(remark: Remark, spot: Spot) -> Iterator[Told]:
    sheet, entry = remark.sheet, spot.entry
    if -1 in spot.columns and -1 not in spot.rows and entry.kind == "share":
        yield from (("wrong", *told) for told in share_of_row(remark, spot))
    if -1 in spot.rows or -1 in spot.columns or (len({each.at for each in remark.rows}) > 1 and is_span(remark)):
        return
    columns = [c for c in spot.columns or range(len(sheet.heads)) if is_of_kind(remark, c, entry)]
    columns = but_base(remark, spot, columns)
    every, columns = columns, of_which(remark, spot, columns)
    sure = columns != every
    hits = [(row, c) for row in spot.rows for c in columns if cell_says(sheet, row, c, entry)]
    if hits:
        yield from with_share(remark, spot, *hits[0])
        return
    if entry.kind == "share" and _is_share_of_whole(remark, spot):
        return
    if not columns and entry.kind == "share":
        yield from (("wrong", *told) for told in shares_amiss(remark, spot))
    if spot.joined and entry.kind == "count" and entry.share and not entry.base:
        yield from (("wrong", *told) for told in share_of_several(remark, spot, columns))
    if not columns or not speaks_of_it(remark, entry):
        return
    gives = together if sure or are_together(remark, spot) or is_precise(remark, spot) else derived
    if gives(sheet, spot.rows, columns, entry) and not is_of_other_column(remark, spot, columns):
        return
    if gives is derived and said_elsewhere(remark, spot, columns):
        return
    if spot.joined:
        yield from sum_of_rows(remark, spot, columns)
    elif len(columns) == 1 or (spot.columns == () and _alone(remark, columns, entry)) or _beside(remark, spot, columns):
        likely = [f for c in columns if (f := sheet.cells[spot.rows[0]][c]) and may_be_slip(f.value, entry)]
        figure = min(likely, key=lambda f: abs(f.value - entry.value), default=None)
        if figure and not is_of_two(remark, spot, columns):
            yield "wrong", figure.text, f"the figure is {figure.text}"
    elif entry.kind in ("count", "money") and entry.value >= LARGE and not spot.columns:
        # Of no column that is named: only what is a slip of a key for one figure of the row.
        near = [f for c in columns if (f := sheet.cells[spot.rows[0]][c]) and slips(int(f.value), entry.count)]
        if len(near) == 1:
            yield "wrong", near[0].text, f"the figure is {near[0].text}"


def _has_column(remark: Remark, entry: Entry) -> bool:
    """Whether the words around a figure name a column."""
    low, high = entry.start - remark.start - len(entry.before), entry.end - remark.start + len(entry.after)
    return bool(within(remark.columns, low, high))


def _beside(remark: Remark, spot: Spot, columns: Sequence[int]) -> bool:
    """Whether another figure of the sentence is one of the row's, so that this one is told of it too."""
    if len(spot.rows) != 1 or spot.columns or len(columns) < 2:
        return False
    others = [
        e for e in remark.read.of_sentence(remark.at) if e.start != spot.entry.start and e.kind == spot.entry.kind
    ]
    return any(cell_says(remark.sheet, spot.rows[0], c, each) for each in others for c in columns)


def _alone(remark: Remark, columns: Sequence[int], entry: Entry) -> bool:
    """Whether of several columns none is named, and a share of the row is in one of them only."""
    shares = [c for c in columns if remark.sheet.kinds[c] in ("share", "both")]
    return entry.kind == "share" and len(shares) == 1


def _told(remark: Remark, spot: Spot, verdict: Verdict, expected: str, why: str) -> Finding:
    low, high = spot.entry.start - remark.start, spot.entry.end - remark.start
    name = remark.sheet.labels[spot.rows[0]] if len(spot.rows) == 1 else ""
    return remark.finding(CODE, verdict, (low, high), expected, why, name)
