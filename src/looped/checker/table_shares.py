"""Shares that a sentence tells of a table that has counts: of a row in its total, of rows in their column.

Each reading gives what the share should be and why; nothing where anything else in the table explains what is said.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from looped.checker.explaining import counts_of
from looped.checker.numbers import fits
from looped.checker.otherwise import OF_TOTAL
from looped.checker.patterns import pattern_of
from looped.checker.placing import Spot, spot_of
from looped.checker.prose import Entry
from looped.checker.remarks import Remark, within
from looped.checker.said_besides import besides
from looped.checker.sheets.giving import bases, derived, head_base, is_value, pair_of, together, whole_of, worked_shares
from looped.checker.sheets.naming import alike, label_words, tokens_of
from looped.checker.sheets.often import rows_as_often
from looped.checker.sheets.sheet import Sheet

Share = tuple[str, str]

NOT = pattern_of(r"\b(?:not|no|none|without|yet|never|other|rest|remain\w*|still|outstanding)\b|n[’']t\b", re.I)
SHARE_OF = pattern_of(
    r"\bof (?:all|those|the total|the whole|total)\b|\baccount\w* for\b|\bma[dk]e\w* up\b|\brepresent\w*\b", re.I
)
BOTH = pattern_of(r"\b(?:together|between them|combined|jointly|taken as one)\b", re.I)
# Of all that the table counts.
OF_EVERYTHING = pattern_of(
    r"\b(?:overall|altogether|in all|all told|in total|as a whole|combined|(?:over|in|for|during|across) (?:the|this) "
    r"(?:whole |full |entire )?(?:year|quarter|period|season|survey|audit|sample|half-year|term)|"
    r"(?:of|out of) (?:the|all)(?: the)? (?:total|marks|points|score|maximum)(?: (?:available|possible|on offer))?|"
    r"of (?:all|the total)|taken together|across (?:all|the) (?:[a-z]+ )?(?:sites|areas|sections|teams|wards|quarters|"
    r"months|groups))\b",
    re.I,
)
AIMED = pattern_of(
    r"\b(?:targets?|standards?|thresholds?|tolerance|goals?|aims?|aimed|benchmarks?|limits?|expected|required|national\w*|"
    r"average|last|previous\w*|earlier|before|than)\b",
    re.I,
)
PLAIN = pattern_of(
    r"^(?:that|this|these|those|there|were|been|have|with|which|from|into|rate|rates|share|percentage|percent|cent|"
    r"number|about|they|their|than|scored|achieved|came|gave|made|case|cases|people|patients|site|sites|service|met)$"
)
OR = pattern_of(r",? (?:or|and/or) (?:were |was |had )?[“\"']?|, ", re.I)
COMMA = pattern_of(r"[,;:](?=\s)")
# "37% of calls".
OF_NOUN = pattern_of(r" of (?:the |all |all the |our |these )?(?P<noun>[a-z]+)(?= |[.,;:)]|$)", re.I)
GROUP = pattern_of(
    r"\b(?:largest|biggest|smallest|main|commonest|most common|most frequent|least common|most|next|second) "
    r"(?:group|category|kind|type|source|reason|cause|share|part|proportion|answer|reply|one|item)s?\b|"
    r"\b(?:came|come|were) (?:mainly|mostly|chiefly)\b",
    re.I,
)
NARROWED = pattern_of(
    r"\b(?:that|who|which|whose|where|when|last|previous|earlier|before|after|not|no|never|without|than|more|less|least|up|"
    r"target|if|should|would|on|during|first|second time)\b|n[’']t\b",
    re.I,
)
ROUGHLY = pattern_of(r"\b(?:about|over|under|nearly|almost|around|roughly|approximately|up to) $", re.I)
WHO = pattern_of(r"\b(?:women|men|boys|girls|adults|children|patients|residents|people|staff|new|repeat)\b", re.I)
# What goes with any share.
GENERAL = pattern_of(
    r"\b(?:some|just|about|made|make|makes|came|come|formed|gave|given|took|taken|were|was|with|from|behind|contributed|provided|"
    r"constituted|represented|largest|biggest|smallest|second|third|main|mainly|mostly|chiefly|commonest|common|frequent|most|next|group|category|kind|"
    r"type|source|reason|cause|share|part|proportion|answer|reply|one|item|followed|ahead|through|went|received|had|has|are|"
    r"the|its|and|being|at|by|for)\b",
    re.I,
)
PIECES = pattern_of(r"[,;:()]\s?|\b(?:and|but|while|whereas|followed by|ahead of|against)\b", re.I)
OF_THOSE = pattern_of(r"\bof those\b", re.I)


def shares_amiss(remark: Remark, spot: Spot) -> Iterator[Share]:
    """What a share of rows under columns of counts should be."""
    yield from share_of_row(remark, spot)
    yield from share_of_totals(remark, spot)
    yield from _share_of_whole(remark, spot)
    yield from _share_in_row(remark, spot)


def _share_of_whole(remark: Remark, spot: Spot) -> Iterator[Share]:
    """ "Repairs made up 46% of all calls" under columns of counts."""
    sheet, entry = remark.sheet, spot.entry
    every = spot.columns or range(len(sheet.heads))
    counts = [c for c in every if sheet.kinds[c] == "count"]
    if len(counts) != 1 and SHARE_OF.search(remark.text):
        counts = [c for c in every if sheet.kinds[c] == "total"] or counts
    if (
        len(counts) != 1
        or -1 in spot.rows
        or not (
            spot.grouped
            or _are_together(remark, spot)
            or (len(spot.rows) == 1 and _is_share_of(remark, spot, counts[0]))
        )
    ):
        return
    figures = [sheet.cells[row][counts[0]] for row in spot.rows]
    whole = head_base(sheet, counts[0]) or whole_of(sheet, counts[0])
    own = [figure.count for figure in figures if figure and figure.count is not None]
    strict = len(spot.rows) == 1 and not OF_THOSE.search(remark.text)
    gives = together if _are_together(remark, spot) else derived
    explained = _is_explained(remark, spot, counts) if strict else gives(sheet, spot.rows, counts, entry)
    if len(own) < len(figures) or not whole or explained or _is_of_another(sheet, spot):
        return
    shown = f"{Decimal(sum(own)) * 100 / whole:.1f}%"
    yield shown, f"{sum(own)} of {whole} is {shown}"


def _are_together(remark: Remark, spot: Spot) -> bool:
    """Whether two rows or more are said to make a share of all between them, or to be so one or the other."""
    if not spot.joined or -1 in spot.rows:
        return False
    both = bool(BOTH.search(remark.text)) and bool(SHARE_OF.search(remark.text))
    return both or _are_either(remark, spot) or set(rows_as_often(remark.sheet, remark.text)) == set(spot.rows)


def _are_either(remark: Remark, spot: Spot) -> bool:
    """ "81% agreed or strongly agreed": the one share of a sentence, of all rows that are named with "or"."""
    low, high = remark.clause(spot.entry.start - remark.start)
    named = [each for each in remark.rows if low <= each.start and each.end <= high and each.at in spot.rows]
    gaps = [remark.text[one.end : other.start] for one, other in pairwise(named)]
    alone = sum(e.kind == "share" for e in remark.read.of_sentence(remark.at)) == 1
    whole = {each.at for each in named} == set(spot.rows) and len(named) == len(spot.rows)
    return alone and whole and bool(gaps) and all(OR.fullmatch(gap) for gap in gaps) and not NOT.search(remark.text)


def share_of_several(remark: Remark, spot: Spot, columns: Sequence[int]) -> Iterator[Share]:
    """ "557 (68%) were fairly or very satisfied": the share of what several rows come to."""
    sheet, entry = remark.sheet, spot.entry
    for column in columns:
        counts = [figure.count for row in spot.rows if (figure := sheet.cells[row][column])]
        base = whole_of(sheet, column)
        if not base or not entry.share or None in counts or sum(n for n in counts if n) != entry.count:
            continue
        told = [e.count for e in remark.read.entries if e.kind == "count" and e.count >= entry.count]
        if not any(fits(entry.count, n, entry.share) for n in (base, *told)):
            shown = f"{Decimal(entry.count) * 100 / base:.1f}%"
            yield shown, f"{entry.count} of {base} is {shown}"


def _is_share_of(remark: Remark, spot: Spot, column: int) -> bool:
    """Whether a share is of all: said so, of the base that the head tells, or in brackets right behind a row's name."""
    if SHARE_OF.search(remark.text) or _is_of_counted(remark, spot, column):
        return True
    low = spot.entry.start - remark.start
    named = [each for each in remark.rows if each.whole and each.at == spot.rows[0]]
    bracketed = any(re.fullmatch(r"[’”'\"]? \(", remark.text[each.end : low]) for each in named)
    told = {e.count for e in remark.read.of_sentence(remark.at) if e.kind == "count"}
    based = head_base(remark.sheet, column) is not None or whole_of(remark.sheet, column) in told
    alone = len({each.at for each in remark.rows}) == 1
    return bool(named) and len(remark.sheet.heads) == 1 and (bracketed or (alone and based))


def _is_of_counted(remark: Remark, spot: Spot, column: int) -> bool:
    """ "Ayr made 37% of calls": of what the table counts, or the largest of its groups, and nothing else is said."""
    sheet, low, high = remark.sheet, spot.entry.start - remark.start, spot.entry.end - remark.start
    start, end = _piece(remark, low, high)
    names = [each for each in remark.rows if start <= each.start < end]
    if len({each.at for each in names}) != 1 or not names[0].whole or NARROWED.search(remark.text, start, end):
        return False
    if ROUGHLY.search(remark.text[start:low]):
        return False
    words = remark.text[start:low] + " " * (high - low) + remark.text[high:end]
    for each in names:
        words = words[: each.start - start] + " " * (each.end - each.start) + words[each.end - start :]
    of = OF_NOUN.match(remark.text, high)
    counted = label_words(f"{sheet.corner} {sheet.heads[column]} {sheet.caption}")
    told = of and any(alike(of["noun"].lower(), word) for word in counted)
    said = GROUP.search(words)
    if (who := WHO.search(words)) and not any(alike(who.group().lower(), word) for word in counted):
        return False  # "women made 37% of calls to Ayr": of some
    return bool(told or (said and not of)) and not besides(remark, GENERAL.sub(" ", words))


def _piece(remark: Remark, low: int, high: int) -> tuple[int, int]:
    """From where to where the words of a figure go: between commas, brackets and the next figure."""
    text = remark.text
    others = [(e.start - remark.start, e.end - remark.start) for e in remark.read.of_sentence(remark.at)]
    cuts = [each.span() for each in PIECES.finditer(text)]
    start = max((b for _, b in cuts if b <= low), default=0)
    end = min((a for a, _ in cuts if a >= high), default=len(text))
    # "Ayr, with 61%, ...": the name stands before the comma.
    if not any(start <= each.start < end for each in remark.rows):
        start = max((b for _, b in cuts if b < start), default=0)
    start = max([start, *(b for _, b in others if b <= low)])
    return start, min([end, *(a for a, _ in others if a >= high)])


def _is_of_another(sheet: Sheet, spot: Spot) -> bool:
    """Whether it is the share of the rows in the whole of any other column."""
    for column in range(len(sheet.heads)):
        figures = [sheet.cells[row][column] for row in spot.rows]
        whole = whole_of(sheet, column)
        if whole and all(figures):
            summed = sum((each.value for each in figures if each), Decimal(0))
            if is_value(spot.entry, summed * 100 / whole, Decimal(0)):
                return True
    return False


def share_of_row(remark: Remark, spot: Spot) -> Iterator[Share]:
    """ "Overall 47% had been closed" under columns of counts, one of which is the total of the row or its base."""
    sheet = remark.sheet
    beside = _told_beside(remark, spot.entry)
    named = list(dict.fromkeys([*(c for c in spot.columns if c >= 0), *beside]))
    totals = [c for c, kind in enumerate(sheet.kinds) if kind in ("total", "base")]
    # "Of those seen 61% were on time": two columns, of which one is what the other is of.
    wholes = totals or list(dict.fromkeys(w for c in named for w in _holding(sheet, c)))
    parts = [c for c in named if sheet.kinds[c] == "count" and c not in wholes]
    if len(spot.rows) != 1 or len(parts) != 1 or any(c not in (parts[0], *wholes) for c in named):
        return
    if set(beside) - set(wholes) != {parts[0]}:
        return
    part, whole = (sheet.cells[spot.rows[0]][c] for c in (parts[0], wholes[0])) if len(wholes) == 1 else (None, None)
    if not part or not whole or part.count is None or not whole.count or part.count > whole.count:
        return
    # "Leith accounted for 50% of all": of the column.
    of_column = spot.rows[0] != sheet.total and SHARE_OF.search(remark.text)
    if not _is_explained(remark, spot, parts) and not of_column:
        shown = f"{Decimal(part.count) * 100 / whole.count:.1f}%"
        yield shown, f"{part.count} of {whole.count} is {shown}"


def share_of_totals(remark: Remark, spot: Spot) -> Iterator[Share]:
    """ "Over the year 57% were seen in time" under a column of wholes and one of their parts, and nothing else."""
    sheet, entry, pair = remark.sheet, spot.entry, pair_of(remark.sheet)
    named = within(remark.columns, 0, len(remark.text))
    if pair is None or sheet.total is None or spot.rows not in ((sheet.total,), ()) or pair[0] in named:
        return
    told = OF_EVERYTHING.search(remark.text) or any(each.at == sheet.total for each in remark.rows)
    if not told or [e.kind for e in remark.read.of_sentence(remark.at)] != ["share"]:
        return
    if any(each.at != sheet.total for each in remark.rows):
        return
    if AIMED.search(remark.text):
        return
    whole, part = (sheet.cells[sheet.total][at] for at in pair)
    if not whole or not part or not whole.value or part.value > whole.value or not _is_of_table(remark):
        return
    share = part.value * 100 / whole.value
    values = [share, 100 - share] if NOT.search(remark.text) else [share]
    rows = [each for row in sheet.parts for each in worked_shares(sheet, row)]
    if not any(is_value(entry, each, Decimal(0)) for each in (*values, *rows)):
        shown = f"{share:.1f}%"
        yield shown, f"{part.text} of {whole.text} is {shown}"


def _is_of_table(remark: Remark) -> bool:
    """Whether a sentence tells of nothing that the table and its caption don't tell of, but by a word."""
    sheet = remark.sheet
    known = label_words(f"{sheet.texts_before} {' '.join((*sheet.labels, *sheet.heads))} {sheet.table.section}")
    words = [each.plain for each in tokens_of(OF_EVERYTHING.sub(" ", remark.text)) if len(each.plain) > 3]
    return sum(not any(alike(word, each) for each in known) for word in words if not PLAIN.match(word)) <= 1


def _told_beside(remark: Remark, entry: Entry) -> list[int]:
    """The columns named between the commas that a figure stands between, but those of wholes."""
    low, high = entry.start - remark.start, entry.end - remark.start
    start = max((each.end() for each in COMMA.finditer(remark.text, 0, low)), default=0)
    end = next((each.start() for each in COMMA.finditer(remark.text, high)), len(remark.text))
    return [c for c in within(remark.columns, start, end) if remark.sheet.kinds[c] not in ("total", "base")]


def _holding(sheet: Sheet, part: int) -> list[int]:
    """The column of counts that is nowhere less than another, and more in most rows: what these are of."""
    found = []
    for at, kind in enumerate(sheet.kinds):
        pairs = [(row[at], row[part]) for row in sheet.cells]
        known = [(a.count, b.count) for a, b in pairs if a and b and a.count is not None and b.count is not None]
        if kind == "count" and at != part and len(known) > 1 and all(a >= b for a, b in known):
            found.append(at)
    return found


def _is_explained(remark: Remark, spot: Spot, columns: Sequence[int]) -> bool:
    """Whether a count of the row in any whole gives a share; or what it leaves, where the words say not."""
    sheet, entry = remark.sheet, spot.entry
    of_total = OF_TOTAL.match(remark.read.text, entry.end)
    rows = spot.rows if sheet.total is None else {*spot.rows, sheet.total}
    for row in rows:
        for column in columns:
            figure = sheet.cells[row][column]
            if figure is None or figure.count is None:
                continue
            for whole in bases(sheet, row, column):
                values = [Decimal(figure.count) * 100 / whole]
                values += [100 - values[0]] if NOT.search(remark.text) else []
                if any(is_value(entry, each, Decimal(0)) for each in values):
                    return True
            others = [f.count for at in range(len(sheet.labels)) if (f := sheet.cells[at][column]) and f.count]
            pairs = [sorted((figure.count, each)) for each in others if figure.count and not of_total]
            named = row != sheet.total or any(each.at == row for each in remark.rows)
            if named and any(is_value(entry, Decimal(a) * 100 / b, Decimal(0)) for a, b in pairs):
                return True  # of its column: a group, counted by what was so of it
    return _is_fit(remark, entry)


def _is_fit(remark: Remark, entry: Entry) -> bool:
    """Whether two counts of its sentence give a share: it is told of these, and not of the table."""
    counts = counts_of(e for e in remark.read.of_sentence(remark.at) if e.start != entry.start)
    return bool(entry.share) and any(fits(a, b, entry.share) for a in counts for b in counts if a < b and entry.share)


def _share_in_row(remark: Remark, spot: Spot) -> Iterator[Share]:
    """ "From 12% at A to 93% at B" under two columns of counts: where the one is what the row of A gives, so is B's."""
    sheet = remark.sheet
    counts = [c for c, kind in enumerate(sheet.kinds) if kind in ("count", "base", "total")]
    if len(counts) != 2 or len(spot.rows) != 1 or -1 in spot.rows or derived(sheet, spot.rows, counts, spot.entry):
        return
    others = [e for e in remark.read.of_sentence(remark.at) if e.start != spot.entry.start and e.kind == "share"]
    spots = [spot_of(remark, each) for each in others]
    beside = [each for each in spots if len(each.rows) == 1 and -1 not in each.rows and each.rows != spot.rows]
    if beside and all(derived(sheet, each.rows, counts, each.entry) for each in beside):
        whole, part = (sheet.cells[spot.rows[0]][c] for c in counts)
        if whole and part and whole.count and part.count is not None:
            shown = f"{Decimal(part.count) * 100 / whole.count:.1f}%"
            yield shown, f"{part.count} of {whole.count} is {shown}"


def base_of_row(remark: Remark, spot: Spot, row: int, column: int) -> str:
    """The base that a cell's share proves, where "14 of 40" is told of the row and it is 14 of 30; else nothing."""
    figure, entry = remark.sheet.cells[row][column], spot.entry
    printed = remark.sheet.share_at(row, column)
    if figure is None or figure.count != entry.count or not entry.base or printed is None or len(spot.rows) != 1:
        return ""
    counts = {cell.count for at, cell in enumerate(remark.sheet.cells[row]) if at != column and cell and cell.count}
    own = [n for n in counts if n > entry.count and fits(entry.count, n, printed)]
    told = entry.base in counts or fits(entry.count, entry.base, printed)
    return f" of {own[0]}" if len(own) == 1 and not told else ""
