"""A figure that a sentence quotes from a table, in the row and the column that it names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

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
from looped.checker.phrases import MORE_OR_LESS, WHICH
from looped.checker.placing import OR_BETTER, TOGETHER, Spot, may_be_placed, spot_of
from looped.checker.prose import Entry
from looped.checker.quoting import (
    OF_ROW,
    are_together,
    is_of_a_list,
    is_of_all,
    is_of_earlier_year,
    is_of_kind,
    is_of_two,
    is_part_of_row,
    is_precise,
    is_span,
    latest_year,
    may_be_slip,
    said_elsewhere,
    speaks_of_it,
)
from looped.checker.remarks import NOT_MET, YES, Remark, by_statement, within
from looped.checker.sheets.giving import (
    bases,
    cell_says,
    derived,
    head_base,
    in_thousands,
    is_value,
    of_columns,
    together,
    whole_of,
)
from looped.checker.sheets.made_of import is_made_of_cells, is_made_of_namesakes
from looped.checker.sheets.naming import alike, label_words, tokens_of
from looped.checker.sheets.often import OR_MORE, rows_as_often
from looped.checker.table_shares import base_of_row, share_of_row, share_of_several, share_of_totals, shares_amiss

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
MEAN = pattern_of(r"\b(?:on average|averag(?:e|ed|ing)|mean)\b", re.I)
ASIDE = pattern_of(
    r"\b(?:previous|last year|year before|a year earlier|as against|is now|"
    r"compared (?:with|to)|"
    r"when (?:it|they|this|that) (?:stood|was|were))\b[^.;]{0,40}$|"
    r"\b(?:half|thirds?|quarters?|fifths?) of\b[^.;]{0,50}$|"
    r"\(\d[\d,.]*%? (?:against|to|versus) $",
    re.I,
)
SOME_TIMES = pattern_of(
    r"\b(?:first|last|final|next|past|opening|closing|other) (?:[a-z]+|\d+) "
    r"(?:days|weeks|months|quarters|years|terms)\b",
    re.I,
)
SO = pattern_of(
    r"\b(?:this|that|it|which) (?:was|is|were) (?:so|the case|true|done)\b|\bthe same was (?:so|true)\b", re.I
)
PART_OF = pattern_of(rf"\bof (?:{WHICH})\W*$", re.I)
ALTOGETHER = pattern_of(r"\b(?:altogether|in all|in total|a total of|total|between them)\b", re.I)
TOTAL_WORDS = pattern_of(
    r"\b(?:in all|between them|contains?|contained|comprises?|comprised|received|issued|lists?|listed|seen|"
    r"altogether|"
    r"in total|total|overall|across|we (?:noted|found|saw|tested|reviewed|examined|read)|"
    r"there were|"
    r"inspectors|brought|sample|together)\b",
    re.I,
)


def check(context: Context) -> Iterator[Finding]:
    """Each figure whose sentence names a row or a column of a table."""
    latest = context.once(latest_year)
    return by_statement(context, lambda remark: iter(()) if is_of_earlier_year(remark, latest) else _of(remark))


def _of(remark: Remark) -> Iterator[Finding]:
    if not remark.read.of_sentence(remark.at) or not may_be_placed(remark) or is_of_no_cell(remark):
        return
    if MEAN.search(remark.text) and "mean" not in remark.sheet.kinds:
        return  # worked out from the table, and not in it
    for printed_ in remark.read.of_sentence(remark.at):
        entry = _share_alone(remark, in_thousands(remark.sheet, printed_))
        lead = remark.read.text[max(0, entry.start - 26) : entry.start]
        lead = OR_MORE.sub(" ", lead) if rows_as_often(remark.sheet, remark.text) else lead
        tail = remark.read.text[entry.end : entry.end + 26]
        if (
            entry.kind == "points"
            or (OTHER.search(lead) and not AGENT.search(lead) and not _is_by_them(remark, entry))
            or (BEHIND.match(tail) and not THAN_ANY.match(tail))
            or AIMED.search(lead)
            or OF_THEM_IN.match(remark.read.text[entry.end : entry.end + 120])
            or is_in_name(remark, entry)
            or _is_of_kinds(remark, entry)
        ):
            continue
        if entry.kind == "count" and not entry.base and (DEFINITE.search(lead) or entry.text.lower() == "one"):
            continue
        if is_number_of_lines(remark, entry, tail):
            continue
        if (is_earlier(remark, lead, tail) and not is_named_behind(remark, entry)) or is_of_a_list(remark, printed_):
            continue
        if ASIDE.search(remark.read.text[max(0, entry.start - 60) : entry.start]):
            continue  # of another year, or a part of what the table tells
        spot = spot_of(remark, entry)
        if _is_of_several(remark, spot):
            continue
        if other := row_of(remark, spot) or of_total_in_row(remark, spot):
            yield _told(remark, spot, "wrong", *other)
            continue
        # "6 of the 28 grades (21%) were changed": right in itself, and told of something else.
        if len(spot.rows) < 2 and entry.base and entry.share and fits(entry.count, entry.base, entry.share):
            continue
        if is_part_of_row(remark, spot) or _is_of_opening(remark, entry) or _is_then(remark, spot, lead):
            continue
        part = (PART_OF.search(lead) or PART_OF_BEHIND.match(tail)) and not is_of_all(remark, spot)
        if part and not _has_column(remark, entry):
            continue  # a part that no column tells
        if spot.rows:
            yield from _in_rows(remark, spot)
        elif spot.columns:
            yield from _in_total(remark, spot)
        if not spot.rows:
            yield from _of_head(remark, spot)
            if entry.kind == "share":
                yield from (_told(remark, spot, "wrong", *told) for told in share_of_totals(remark, spot))


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


def _of_head(remark: Remark, spot: Spot) -> Iterator[Finding]:
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
    yield _told(remark, spot, "wrong", shown, f"{sheet.heads[cells[0]]}: {entry.count} is {shown}")


def _in_rows(remark: Remark, spot: Spot) -> Iterator[Finding]:
    sheet, entry = remark.sheet, spot.entry
    if -1 in spot.columns and -1 not in spot.rows and entry.kind == "share":
        yield from (_told(remark, spot, "wrong", *told) for told in share_of_row(remark, spot))
    if -1 in spot.rows or -1 in spot.columns or (len({each.at for each in remark.rows}) > 1 and is_span(remark)):
        return
    columns = [c for c in spot.columns or range(len(sheet.heads)) if is_of_kind(remark, c, entry)]
    columns = _but_base(remark, spot, columns)
    of_which = _of_which(remark, spot, columns)
    sure, columns = of_which != columns, of_which
    hits = [(row, c) for row in spot.rows for c in columns if cell_says(sheet, row, c, entry)]
    if hits:
        yield from _with_share(remark, spot, *hits[0])
        return
    if not columns and entry.kind == "share":
        yield from (_told(remark, spot, "wrong", *told) for told in shares_amiss(remark, spot))
    if spot.joined and entry.kind == "count" and entry.share and not entry.base:
        yield from (_told(remark, spot, "wrong", *told) for told in share_of_several(remark, spot, columns))
    if not columns or not speaks_of_it(remark, entry):
        return
    gives = together if sure or are_together(remark, spot) or is_precise(remark, spot) else derived
    if gives(sheet, spot.rows, columns, entry) and not is_of_other_column(remark, spot, columns):
        return
    if gives is derived and said_elsewhere(remark, spot, columns):
        return
    if spot.joined:
        yield from _sum(remark, spot, columns)
    elif len(columns) == 1 or (spot.columns == () and _alone(remark, columns, entry)) or _beside(remark, spot, columns):
        likely = [f for c in columns if (f := sheet.cells[spot.rows[0]][c]) and may_be_slip(f.value, entry)]
        figure = min(likely, key=lambda f: abs(f.value - entry.value), default=None)
        if figure and not is_of_two(remark, spot, columns):
            yield _told(remark, spot, "wrong", figure.text, f"the figure is {figure.text}")
    elif entry.kind in ("count", "money") and entry.value >= LARGE and not spot.columns:
        # Of no column that is named: only what is a slip of a key for one figure of the row.
        near = [f for c in columns if (f := sheet.cells[spot.rows[0]][c]) and slips(int(f.value), entry.count)]
        if len(near) == 1:
            yield _told(remark, spot, "wrong", near[0].text, f"the figure is {near[0].text}")


def _has_column(remark: Remark, entry: Entry) -> bool:
    """Whether the words around a figure name a column."""
    low, high = entry.start - remark.start - len(entry.before), entry.end - remark.start + len(entry.after)
    return bool(within(remark.columns, low, high))


def _but_base(remark: Remark, spot: Spot, columns: list[int]) -> list[int]:
    """ "35 of 45 visits": the columns without the base's; others that the clause names; else the base's alone."""
    sheet, entry = remark.sheet, spot.entry
    if not entry.base or len(spot.rows) != 1 or entry.kind != "count":
        return columns
    cells = sheet.cells[spot.rows[0]]
    of_base = [c for c, figure in enumerate(cells) if figure and figure.count == entry.base]
    if len(of_base) != 1 or entry.base == entry.count:
        return columns
    low, high = remark.clause(entry.start - remark.start)
    rest = [c for c in columns if c not in of_base] if spot.columns else []
    named = [c for c in within(remark.columns, low, high) if c not in of_base and is_of_kind(remark, c, entry)]
    # What no head names is a part that the table doesn't tell; "this was so" is of what the sentence before told.
    rest = rest or _told_before(remark, of_base[0]) or _met_of(remark, of_base[0])
    others = [c for c in range(len(sheet.heads)) if c not in of_base and is_of_kind(remark, c, entry)]
    return rest or named or _loosely(remark, others, (low, high)) or of_base


def _of_which(remark: Remark, spot: Spot, columns: list[int]) -> list[int]:
    """ "They graded 15 files as poor": under files, which their grades make, it is the grade."""
    sheet, entry = remark.sheet, spot.entry
    if len(spot.rows) != 1 or len(columns) != 1 or entry.kind != "count" or entry.base:
        return columns
    counts = {
        c: figure.count for c, figure in enumerate(sheet.cells[spot.rows[0]]) if figure and figure.count is not None
    }
    whole = counts.pop(columns[0], None)
    behind = remark.clause(entry.start - remark.start)[1]
    named = {each.at for each in remark.columns if each.whole and entry.end - remark.start <= each.start < behind}
    parts = [c for c in named if c in counts]
    return parts if len(parts) == 1 and sum(counts.values()) == whole else columns


def _met_of(remark: Remark, base: int) -> list[int]:
    """ "Weight was recorded in 35 of 50 cases": the one column of counts beside the base's, if it heads what was so."""
    sheet = remark.sheet
    counted = [c for c, kind in enumerate(sheet.kinds) if kind in ("count", "both") and c != base]
    met = [c for c in counted if YES.match(sheet.heads[c].strip())]
    return met if len(counted) == 1 and not NOT_MET.search(remark.text) else []


def _told_before(remark: Remark, base: int) -> list[int]:
    """The column that the sentence before quotes, of the same base in another row, where this one only points at it."""
    sheet = remark.sheet
    if not SO.search(remark.text):
        return []
    based = [e for e in remark.read.of_sentence(remark.at - 1) if e.base and e.kind == "count"]
    rows = range(len(sheet.labels))
    found = [
        c
        for each in based
        for row in rows
        if (whole := sheet.cells[row][base]) and whole.count == each.base
        for c in range(len(sheet.heads))
        if c != base and (part := sheet.cells[row][c]) and part.count == each.count
    ]
    return found if len(set(found)) == 1 else []


def _loosely(remark: Remark, columns: list[int], clause: tuple[int, int]) -> list[int]:
    """Of two columns of counts the one that isn't the base's, where a word of its head is in the clause."""
    said = [each.plain for each in tokens_of(remark.text[clause[0] : clause[1]]) if len(each.plain) > 3]
    heads = remark.sheet.heads
    told = [c for c in columns if any(alike(word, other) for word in label_words(heads[c]) for other in said)]
    return told if len(columns) == 1 else []


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


def _sum(remark: Remark, spot: Spot, columns: Sequence[int]) -> Iterator[Finding]:
    """Of rows joined together the figure is their sum."""
    sheet = remark.sheet
    if len(columns) != 1:
        return
    figures = [sheet.cells[row][columns[0]] for row in spot.rows]
    if any(each is None for each in figures) or (spot.entry.kind == "share" and sheet.kinds[columns[0]] != "share"):
        return
    total = sum((each.value for each in figures if each), Decimal(0))
    between = re.search(r"\b(?:together|combined|between them|or|altogether|both|in all|taken)\b", remark.text, re.I)
    if (between or spot.grouped) and may_be_slip(total, spot.entry) and (spot.entry.kind != "share" or total <= 100):
        terms = " + ".join(each.text for each in figures if each)
        yield _told(remark, spot, "wrong", str(total), f"{terms} = {total}")


def _with_share(remark: Remark, spot: Spot, row: int, column: int) -> Iterator[Finding]:
    """The count is the cell's; its share is that of the cell too."""
    sheet, entry = remark.sheet, spot.entry
    figure = sheet.cells[row][column]
    why = f"{sheet.heads[column]}: {figure.text if figure else ''}"
    if entry.kind != "count" or entry.share is None or entry.base:
        other = base_of_row(remark, spot, row, column)
        yield _told(remark, spot, "wrong" if other else "ok", other, why + other)
        return
    wholes = [*bases(sheet, row, column), *(e.count for e in remark.read.entries if e.kind == "count")]
    wholes += [e.base for e in remark.read.entries if e.base]
    printed = [p for at in range(len(sheet.heads)) if (p := sheet.share_at(row, at))]
    near = [Decimal(1).scaleb(-max(p.decimals, 0)) + Decimal(1).scaleb(-entry.share.decimals) for p in printed]
    right = any(fits(entry.count, base, entry.share) for base in wholes if base and base >= entry.count) or any(
        abs(p.value - entry.share.value) <= slack / 2 for p, slack in zip(printed, near, strict=True)
    )
    # Without a row of totals the rows may overlap, and their sum be nobody's base.
    headed = head_base(sheet, column)
    whole = headed or (whole_of(sheet, column) if sheet.total is not None else None)
    if not right and (printed or whole):
        exact = f"{Decimal(entry.count) * 100 / headed:.1f}%" if headed else f"of {whole}"
        expected = f"{printed[0]}" if printed else exact
        yield _told(remark, spot, "wrong", expected, why + f", {expected}")


def _in_total(remark: Remark, spot: Spot) -> Iterator[Finding]:
    """No row is named: the figure is of the total of the column that is."""
    sheet, entry = remark.sheet, spot.entry
    total = sheet.total
    if total is None:
        yield from _of_parts(remark, spot)
        return
    if -1 in spot.columns or SOME_TIMES.search(remark.text):
        return
    columns = [c for c in spot.columns if is_of_kind(remark, c, entry)]
    wide = within(remark.columns, 0, len(remark.text))
    if entry.kind == "share" and len(wide) == 2 and re.match(r"\s*of (?:the|all)\b", remark.read.text[entry.end :]):
        yield from _ratio(remark, spot, wide)
        return
    if not columns or not speaks_of_it(remark, entry, strict=not entry.base):
        return
    if any(cell_says(sheet, total, c, entry) for c in columns):
        yield _told(remark, spot, "ok", "", f"{sheet.labels[total]}")
        return
    every = range(len(sheet.labels))
    joined = len(columns) > 1 and _joined(remark, columns)
    others = [e for e in remark.read.of_sentence(remark.at) if e.start != entry.start and e.kind == "count"]
    beside = any(cell_says(sheet, total, c, each) for each in others for c in range(len(sheet.heads)))
    # Beside another total, under a column that is named, no cell of another column is meant.
    near = columns if beside and len(columns) == 1 else range(len(sheet.heads))
    elsewhere = any(cell_says(sheet, row, c, entry) for row in every for c in near)
    if (elsewhere or derived(sheet, (total,), columns, entry)) and not joined:
        return
    noun = label_words(remark.read.text[entry.end : entry.end + 16].split(",")[0])[:1]
    if noun and any(alike(noun[0], word) for word in label_words(sheet.corner)):
        return  # "348 people" under "People", by which households are counted
    figures = [sheet.cells[total][c] for c in columns]
    summed = sum((each.value for each in figures if each), Decimal(0))
    if (
        entry.kind != "count"
        or None in figures
        or (len(columns) > 1 and not joined)
        or is_value(entry, summed, Decimal(1))
    ):
        return
    if may_be_slip(summed, entry) and (joined or beside or TOTAL_WORDS.search(remark.text)):
        terms = " + ".join(each.text for each in figures if each)
        yield _told(remark, spot, "wrong", str(summed), f"{sheet.labels[total]}: {terms}")


def _of_parts(remark: Remark, spot: Spot) -> Iterator[Finding]:
    """No row is of sums: what is told altogether is what the parts come to."""
    columns = [c for c in spot.columns if c >= 0 and remark.sheet.kinds[c] == "count"]
    if len(columns) != 1 or len(spot.columns) != 1 or spot.entry.kind != "count" or spot.entry.base:
        return
    whole = whole_of(remark.sheet, columns[0])
    if any(whole_of(remark.sheet, each.at) == spot.entry.value for each in remark.columns):
        return  # "75 beds were occupied" under both
    if (
        whole
        and ALTOGETHER.search(remark.text)
        and not MEAN.search(remark.text)
        and may_be_slip(Decimal(whole), spot.entry)
    ):
        if abs(whole - spot.entry.value) * 4 > whole:
            return  # of something else
        verdict: Verdict = "ok" if whole == spot.entry.value else "wrong"
        yield _told(remark, spot, verdict, str(whole), f"{remark.sheet.heads[columns[0]]} comes to {whole}")


def _joined(remark: Remark, columns: Sequence[int]) -> bool:
    if OR_BETTER.search(remark.text):
        return True
    found = [each for each in remark.columns if each.at in columns]
    return all(TOGETHER.match(remark.text[a.end : b.start]) is not None for a, b in zip(found, found[1:], strict=False))


def _ratio(remark: Remark, spot: Spot, wide: Sequence[int]) -> Iterator[Finding]:
    """ "Exceptions were 19% of the items tested": one column's total in the other's."""
    one, other = (whole_of(remark.sheet, column) for column in wide)
    if not one or not other:
        return
    values = [Decimal(min(one, other)) * 100 / max(one, other)]
    right = any(is_value(spot.entry, each, Decimal(0)) for each in values)
    shown = f"{values[0]:.1f}%"
    why = f"{min(one, other)} of {max(one, other)} is {shown}"
    if right or not of_columns(remark.sheet, spot.entry):
        yield _told(remark, spot, "ok" if right else "wrong", shown, why)


def _told(remark: Remark, spot: Spot, verdict: Verdict, expected: str, why: str) -> Finding:
    low, high = spot.entry.start - remark.start, spot.entry.end - remark.start
    name = remark.sheet.labels[spot.rows[0]] if len(spot.rows) == 1 else ""
    return remark.finding(CODE, verdict, (low, high), expected, why, name)
