"""A figure that a sentence quotes from a table, in the row and the column that it names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import fits
from looped.checker.prose import Entry
from looped.checker.remarks import Remark, by_statement, within
from looped.checker.rules.sheet_counted import BEST_FIRST
from looped.checker.sheets.giving import bases, cell_says, derived, is_value, of_columns, whole_of
from looped.checker.sheets.naming import Named, alike, tokens_of
from looped.checker.sheets.sheet import is_time

CODE = "sheet-quoted"
MESSAGE = "A figure quoted from a table is the one in it."
GOOD = "Site\tSeen\tOn time\nLeith\t80\t50%\nAyr\t30\t90%\nOban\t40\t60%\n\nIn Ayr 30 people were seen."
BAD = "Site\tSeen\tOn time\nLeith\t80\t50%\nAyr\t30\t90%\nOban\t40\t60%\n\nIn Ayr 36 people were seen."

# Words beside a figure that make it another quantity than the cell's.
OTHER = re.compile(
    r"\b(?:more|fewer|less|than|at least|up to|over|under|about|around|nearly|almost|between|increase[sd]?|rise|"
    r"fall|drop|"
    r"target|expected|planned|last (?:year|time)|previous|per|aged?|remaining|points?|by|times|a further|another|"
    r"other|"
    r"rest|of (?:these|those|them|whom|which)|average|averaged|mean|median|additional|extra|only|gap|difference|"
    r"threshold|limit|standard of|national|england|year before|within|above|below|margin|change[sd]?)\W*$",
    re.I,
)
BEHIND = re.compile(
    r"^\W{0,2}(?:more|fewer|less|points?|percentage|times|higher|lower|years?|days|weeks|months|hours|minutes|"
    r"or (?:more|over|"
    r"fewer|less|under)|target|of (?:these|those|them|whom|which)|per|of the (?:two|three|four|five|six|seven|"
    r"eight|nine|\d)|"
    r"above|below|and a (?:half|quarter)|(?:[a-z]+ )?(?:in|at|for|from|per|to) (?:each|every)|each|apiece)\b",
    re.I,
)
# Nouns that anything is counted in.
UNITS = re.compile(
    r"^(?:files?|cases?|records?|notes|people|persons|patients?|participants?|respondents?|replies|responses|answers|"
    r"items?|staff|workers?|children|residents?|audits?|visits?|reports?|invoices?|payments?|lessons?|pupils?|homes?|"
    r"women|men|adults|users?|members?|customers?|tenants?|prisoners?|claims?|tests?|charts?|forms?|calls?|of|"
    r"were|was|"
    r"had|have|are|said|did|met|in|on|at|for|from|and|to|gave|came|out|per|took|received|agreed|with|among|overall)$",
    re.I,
)
TOGETHER = re.compile(r"^\W*(?:and|or|&|,|/|with|plus)\W*(?:(?:the|in|on|at|for|from|of|were|was|as|by)\W+)*$", re.I)
DEFINITE = re.compile(
    r"\b(?:the|these|those|its|our|their|all|both|every)\s+$|\b(?:one|two|three|\d+) [a-z]+ in $", re.I
)
OF_THESE = re.compile(r"\bof (?:these|those|them|whom|which)\b", re.I)
MEAN = re.compile(r"\b(?:on average|averag(?:e|ed|ing)|mean)\b", re.I)
PER = re.compile(r"\b(?:a|per|each|every) (?:day|week|month|quarter|year|term|[a-z]+)\b", re.I)
FROM = re.compile(r"\b(?:from|against|with|than|to|was|were|had been)\s+(?:the )?$", re.I)
OR_BETTER = re.compile(r"\bor (?:(?P<up>better|above|higher)|worse|below|lower)\b", re.I)
TOTAL_WORDS = re.compile(
    r"\b(?:in all|contains?|contained|comprises?|comprised|received|issued|lists?|listed|seen|altogether|"
    r"in total|total|overall|across|we (?:noted|found|saw|tested|reviewed|examined|read)|"
    r"there were|"
    r"inspectors|brought|sample|together)\b",
    re.I,
)
LOOSE = Decimal(6)


@dataclass(frozen=True)
class Spot:
    """An entry with the rows and the columns that its words name. sure: by words of its own clause."""

    entry: Entry
    rows: tuple[int, ...]
    columns: tuple[int, ...]
    joined: bool


def check(context: Context) -> Iterator[Finding]:
    """Each figure whose sentence names a row or a column of a table."""
    return by_statement(context, _of)


def _of(remark: Remark) -> Iterator[Finding]:
    yield from _of_two_columns(remark)
    yield from _mean(remark)
    if not remark.rows and not remark.columns:
        return
    for entry in remark.read.of_sentence(remark.at):
        lead = remark.read.text[max(0, entry.start - 26) : entry.start]
        tail = remark.read.text[entry.end : entry.end + 26]
        if entry.kind == "points" or OTHER.search(lead) or BEHIND.match(tail) or _is_in_name(remark, entry):
            continue
        if entry.kind == "count" and not entry.base and DEFINITE.search(lead):
            continue
        spot = _spot(remark, entry)
        if spot.rows:
            yield from _in_rows(remark, spot)
        elif spot.columns and remark.sheet.total is not None:
            yield from _in_total(remark, spot)


def _is_in_name(remark: Remark, entry: Entry) -> bool:
    """Whether a number is a word of a label: "all four"."""
    low = entry.start - remark.start
    return any(each.start <= low < each.end for each in (*remark.rows, *remark.columns))


def _spot(remark: Remark, entry: Entry) -> Spot:
    low, high = entry.start - remark.start, entry.end - remark.start
    near = (low - len(entry.before), high + len(entry.after))
    clause = remark.clause(low)
    rows = _nearest(remark, remark.rows, near, clause, low)
    sheet = remark.sheet
    named = [each for each in remark.columns if sheet.kinds[each.at] not in ("total", "base", "target", "change")]
    columns = _nearest(remark, named or remark.columns, near, clause, low)
    rows, columns = _or_better(remark, rows, sheet.labels), _or_better(remark, columns, sheet.heads)
    if not columns:
        columns = _from_to(remark, entry)
    joined = len(rows) > 1
    return Spot(entry, tuple(rows), tuple(columns), joined)


def _or_better(remark: Remark, found: list[int], labels: Sequence[str]) -> list[int]:
    """ "Good or better": with the grades above it, where the labels stand in order."""
    said = OR_BETTER.search(remark.text)
    if len(found) != 1 or not said or found[0] < 0:
        return found
    names = [label.strip().lower() for label in labels]
    graded = [at for at, name in enumerate(names) if name in BEST_FIRST]
    if found[0] not in graded or len(graded) < 3:
        return found
    own = BEST_FIRST.index(names[found[0]])
    up = bool(said["up"])
    return [at for at in graded if (BEST_FIRST.index(names[at]) <= own if up else BEST_FIRST.index(names[at]) >= own)]


def _nearest(
    remark: Remark, found: list[Named], near: tuple[int, int], clause: tuple[int, int], place: int
) -> list[int]:
    """What is named in the figure's own words, in its clause, or before it in the sentence; what is joined together."""
    stop = max((each.end() for each in re.finditer(r";", remark.text[:place])), default=0)
    for low, high in (near, clause, (stop, place)):
        here = [each for each in found if low <= each.start and each.end <= high]
        if here:
            run = here[:1]
            for each in found[found.index(here[0]) + 1 :]:
                if TOGETHER.match(remark.text[run[-1].end : each.start]):
                    run.append(each)
            for each in found[: found.index(here[0])][::-1]:
                if TOGETHER.match(remark.text[each.end : run[0].start]):
                    run.insert(0, each)
            spans = {(each.start, each.end) for each in here}
            distinct = list(dict.fromkeys(each.at for each in here))
            if len(spans) == 1 and len(here) > 1:
                return distinct  # one name for several columns: a count and its share
            joined = list(dict.fromkeys(each.at for each in run))
            return joined if set(joined) >= set(distinct) else distinct if len(distinct) == 1 else [*distinct, -1]
    return []


def _from_to(remark: Remark, entry: Entry) -> list[int]:
    """ "From 67% to 38%": the first of two times and the second."""
    sheet = remark.sheet
    times = [at for at, kind in enumerate(sheet.kinds) if kind not in ("change", "target", "total", "words")]
    if len(times) != 2 or not is_time(tuple(sheet.heads[at] for at in times)):
        return []
    lead = remark.read.text[max(0, entry.start - 12) : entry.start]
    if re.search(r"\bfrom\s+$", lead):
        return [times[0]]
    return [times[1]] if re.search(r"\bto\s+$", lead) else []


def _in_rows(remark: Remark, spot: Spot) -> Iterator[Finding]:
    sheet, entry = remark.sheet, spot.entry
    if -1 in spot.rows or -1 in spot.columns:
        return
    columns = [c for c in spot.columns or range(len(sheet.heads)) if _is_kind(remark, c, entry)]
    hits = [(row, c) for row in spot.rows for c in columns if cell_says(sheet, row, c, entry)]
    if hits:
        yield from _with_share(remark, spot, *hits[0])
        return
    if not columns or not _speaks_of(remark, entry) or derived(sheet, spot.rows, columns, entry):
        return
    if _elsewhere(remark, spot, columns):
        return
    if spot.joined:
        yield from _sum(remark, spot, columns)
    elif len(columns) == 1 or (spot.columns == () and _alone(remark, columns, entry)):
        figure = sheet.cells[spot.rows[0]][columns[0]]
        if figure and _may_be(figure.value, entry):
            yield _told(remark, spot, "wrong", figure.text, f"{sheet.heads[columns[0]]}: {figure.text}")


def _elsewhere(remark: Remark, spot: Spot, columns: Sequence[int]) -> bool:
    """Whether another reading gives it: a part of the cell's count, another row where this one is named by the way."""
    sheet, entry = remark.sheet, spot.entry
    figures = [figure for row in spot.rows for c in columns if (figure := sheet.cells[row][c])]
    if entry.base and any(figure.count == entry.base for figure in figures):
        return True
    whole = {each.at for each in remark.rows if each.whole}
    every = tuple(range(len(sheet.labels)))
    if not whole >= set(spot.rows) and derived(sheet, every, columns, entry):
        return True
    lead = remark.read.text[max(0, entry.start - 14) : entry.start]
    against = FROM.search(lead) and not re.search(r"\b(?:was|were)\s+$", lead)
    return bool(against) and any(cell_says(sheet, row, c, entry) for row in every for c in range(len(sheet.heads)))


def _alone(remark: Remark, columns: Sequence[int], entry: Entry) -> bool:
    """Whether of several columns none is named, and a share of the row is in one of them only."""
    shares = [c for c in columns if remark.sheet.kinds[c] in ("share", "both")]
    return entry.kind == "share" and len(shares) == 1


def _is_kind(remark: Remark, column: int, entry: Entry) -> bool:
    kind = remark.sheet.kinds[column]
    if kind in ("words", "target", "change"):
        return False
    if entry.kind == "share":
        return kind in ("share", "both")
    if entry.kind == "measure":
        return kind == "mean"
    return kind in ("count", "both", "total", "base") if entry.kind == "count" else kind in ("count", "mean", "total")


def _speaks_of(remark: Remark, entry: Entry) -> bool:
    """Whether what is counted is what the table counts, or nothing in particular."""
    if entry.kind != "count":
        return True
    noun = re.match(r"\W*([A-Za-z’'-]+)(?:\W+([A-Za-z’'-]+))?", remark.read.text[entry.end :])
    if noun is None or UNITS.match(noun[1]):
        return True
    words = [each.plain for each in tokens_of(f"{remark.sheet.texts_before} {' '.join(remark.sheet.labels)}")]
    return any(alike(part.lower(), word) for part in noun.groups() if part for word in words if len(word) > 2)


def _may_be(value: Decimal, entry: Entry) -> bool:
    """Whether a figure may be a slip for another: not of quite another size."""
    low, high = sorted((value, entry.value))
    return low > 0 and high / low <= LOOSE or (low == 0 and high < 10)


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
    if between and _may_be(total, spot.entry) and (spot.entry.kind != "share" or total <= 100):
        terms = " + ".join(each.text for each in figures if each)
        yield _told(remark, spot, "wrong", str(total), f"{terms} = {total}")


def _with_share(remark: Remark, spot: Spot, row: int, column: int) -> Iterator[Finding]:
    """The count is the cell's; its share is that of the cell too."""
    sheet, entry = remark.sheet, spot.entry
    figure = sheet.cells[row][column]
    why = f"{sheet.heads[column]}: {figure.text if figure else ''}"
    if entry.kind != "count" or entry.share is None or entry.base:
        yield _told(remark, spot, "ok", "", why)
        return
    wholes = [*bases(sheet, row, column), *(e.count for e in remark.read.entries if e.kind == "count")]
    wholes += [e.base for e in remark.read.entries if e.base]
    printed = [p for at in range(len(sheet.heads)) if (p := sheet.share_at(row, at))]
    near = [Decimal(1).scaleb(-max(p.decimals, 0)) + Decimal(1).scaleb(-entry.share.decimals) for p in printed]
    right = any(fits(entry.count, base, entry.share) for base in wholes if base and base >= entry.count) or any(
        abs(p.value - entry.share.value) <= slack / 2 for p, slack in zip(printed, near, strict=True)
    )
    sure = printed or whole_of(sheet, column)
    if not right and sure:
        expected = f"{printed[0]}" if printed else f"of {whole_of(sheet, column)}"
        yield _told(remark, spot, "wrong", expected, why + f", {expected}")


def _in_total(remark: Remark, spot: Spot) -> Iterator[Finding]:
    """No row is named: the figure is of the total of the column that is."""
    sheet, entry = remark.sheet, spot.entry
    total = sheet.total
    if total is None or -1 in spot.columns:
        return
    columns = [c for c in spot.columns if _is_kind(remark, c, entry)]
    wide = within(remark.columns, 0, len(remark.text))
    if entry.kind == "share" and len(wide) == 2 and re.match(r"\s*of (?:the|all)\b", remark.read.text[entry.end :]):
        yield from _ratio(remark, spot, wide)
        return
    if not columns or not _speaks_of(remark, entry):
        return
    if any(cell_says(sheet, total, c, entry) for c in columns):
        yield _told(remark, spot, "ok", "", f"{sheet.labels[total]}")
        return
    every = range(len(sheet.labels))
    joined = len(columns) > 1 and _joined(remark, columns)
    if derived(sheet, tuple(every), columns, entry) and not joined:
        return
    figures = [sheet.cells[total][c] for c in columns]
    summed = sum((each.value for each in figures if each), Decimal(0))
    if (
        entry.kind != "count"
        or None in figures
        or (len(columns) > 1 and not joined)
        or is_value(entry, summed, Decimal(1))
    ):
        return
    if _may_be(summed, entry) and (joined or TOTAL_WORDS.search(remark.text)):
        terms = " + ".join(each.text for each in figures if each)
        yield _told(remark, spot, "wrong", str(summed), f"{sheet.labels[total]}: {terms}")


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


def _of_two_columns(remark: Remark) -> Iterator[Finding]:
    """ "17 of 58 charts" under two columns of counts: where one adds up to the base, the other does to the count."""
    sheet = remark.sheet
    counts = [c for c, kind in enumerate(sheet.kinds) if kind in ("count", "total", "base")]
    if (
        len(counts) != 2
        or remark.rows
        or OF_THESE.search(remark.text)
        or is_time(tuple(sheet.heads[c] for c in counts))
    ):
        return
    wholes = {c: whole_of(sheet, c) for c in counts}
    for entry in remark.read.of_sentence(remark.at):
        bases_ = [c for c in counts if wholes[c] is not None and wholes[c] == entry.base]
        if entry.kind != "count" or len(bases_) != 1:
            continue
        other = next(c for c in counts if c != bases_[0])
        expected = wholes[other]
        lead = remark.read.text[max(0, entry.start - 26) : entry.start]
        if expected is None or OTHER.search(lead) or expected > (entry.base or 0):
            continue
        if entry.count not in (expected, (entry.base or 0) - expected) and _may_be(Decimal(expected), entry):
            spot = Spot(entry, (), (other,), False)
            yield _told(remark, spot, "wrong", str(expected), f"{sheet.heads[other]} comes to {expected}")


def _mean(remark: Remark) -> Iterator[Finding]:
    """ "On average 43.8 a month": of the one column of counts, over its rows."""
    sheet = remark.sheet
    counts = [c for c, kind in enumerate(sheet.kinds) if kind == "count"]
    if not MEAN.search(remark.text) or len(counts) != 1 or remark.rows:
        return
    figures = [sheet.cells[row][counts[0]] for row in sheet.parts]
    if any(each is None for each in figures) or len(figures) < 3:
        return
    exact = sum((each.value for each in figures if each), Decimal(0)) / len(figures)
    for entry in remark.read.of_sentence(remark.at):
        behind = remark.read.text[entry.end : entry.end + 40]
        lead = remark.read.text[max(0, entry.start - 40) : entry.start]
        if entry.base or entry.share or not (PER.search(behind) or MEAN.search(lead)):
            continue
        if not entry.value or not Decimal("0.6") < exact / entry.value < Decimal("1.7"):
            continue  # of something else
        right = abs(exact - entry.value) <= entry.step / 2 or (entry.step == 1 and abs(exact - entry.value) < 1)
        shown = f"{exact:.1f}"
        spot = Spot(entry, (), (counts[0],), False)
        yield _told(remark, spot, "ok" if right else "wrong", shown, f"{sheet.heads[counts[0]]}: the mean is {shown}")
        return


def _told(remark: Remark, spot: Spot, verdict: Verdict, expected: str, why: str) -> Finding:
    low, high = spot.entry.start - remark.start, spot.entry.end - remark.start
    row = spot.rows[0] if len(spot.rows) == 1 else None
    return remark.finding(CODE, verdict, (low, high), expected, why, row)
