"""A count in a sentence against the table's cell that it speaks of."""

import re
from collections.abc import Iterator
from itertools import combinations, permutations

from looped.checker.claims import Claim, Sentence
from looped.checker.context import Context
from looped.checker.count_spots import Count, Spot, is_aside, options
from looped.checker.finding import Finding, Verdict
from looped.checker.grid import Grid
from looped.checker.misplaced import TAKES_IN
from looped.checker.numbers import NUMERAL, whole
from looped.checker.patterns import pattern_of
from looped.checker.phrases import DOUBLE, IS_MEAN, ONLY
from looped.checker.prose import quieted, stems
from looped.checker.quantities import quantities_in
from looped.checker.sheets.words import alike, label_words
from looped.checker.speaking import (
    named_columns,
    named_rows,
)

CODE = "count-and-table"
MESSAGE = "A count in a sentence is the one in the table."
GOOD = "Grade\tMay\tJune\nGood\t8\t7\nPoor\t22\t9\n\nIn May 8 audits were graded Good."
BAD = "Grade\tMay\tJune\nGood\t8\t7\nPoor\t22\t9\n\nIn May 6 audits were graded Good."

# Words that make a count another quantity than the cell's: a part of it, a change, a bound.
OTHER = pattern_of(
    r"\b(?:more|fewer|less|than|at least|up to|over|under|about|around|nearly|almost|between|increase|rise|fall|drop|"
    r"change|difference|gap|target|expected|planned|last|previous|km|miles?|metres|kg|mg|ml|litres|minutes|days|"
    r"weeks|hours|years?|per|aged?|remaining|month|qtr|quarter|"
    r"phase|section|table|figure|page|top|first|next|further|another|additional)\b",
    re.I,
)
WAS_TO = pattern_of(r"\b(?:was|were|is|are|has|had|have|meant|asked|wanted) to [a-z]+ (?:at least )?$", re.I)
OF_A_YEAR = pattern_of(r"\b(?:in|by) (?:19|20)\d\d,? $", re.I)
SINCE = pattern_of(r"\bsince\b", re.I)
AFTERWARDS = pattern_of(
    r"\s*(?:/|%|months?\b|of the \w+ \w+s\b|domains?\b|percentage|points?\b|times\b|"
    r"[a-z]+ (?:in|out of) (?:every )?(?:two|three|four|five|ten)\b|(?:in|out of) )",
    re.I,
)
NONE = pattern_of(
    r"\b(?:there (?:were|was|are) (?P<a>no(?! (?:(?:clear|overall|absolute|outright|simple) )?majority\b))|"
    r"(?P<b>none(?= (?:of|was|were|in|had|at)\b)|"
    r"(?<!with )(?<!had )(?<!having )no(?= (?!one)(?:[a-z]+ (?:was|were|graded|rated)\b|"
    r"(?:[a-z-]+ ){2,3}(?:was|were) (?:recorded|logged|"
    r"graded|rated|reported|made)\b))))\b",
    re.I,
)
BEYOND = pattern_of(
    r"\b(?:below|above|other than|short of|not yet|or (?:better|worse|above|below|higher|lower))\b", re.I
)
NUMBERS = pattern_of(rf"{NUMERAL}(?:\s*(?:of|out of|/)\s*(?:the |these |all )?{NUMERAL})?", re.I)
SIZE_OF_ALL = pattern_of(r"\bn\s?=\s?$", re.I)
PERIOD = pattern_of(r"\b(?:19|20)?\d\d[/-]\d\d\b")


# So many rows are added up in every combination, and no more.
MANY = 8
NO_COUNT = pattern_of(r"[£$€]|\b(?:mean|average|median|cost|price|rate|score|index)\b", re.I)
NO_WHAT = pattern_of(
    r"no (?P<what>(?:[a-z’'-]+ ){0,2}?[a-z’'-]+s?) (?:(?:was|were|is|are|had|has|have|in|at|on|for|by|"
    r"recorded|reported|"
    r"logged|seen|made|received)\b)",
    re.I,
)
# In a bracket one that is set against another.
SET_AGAINST = r" (?:against|to|v\.?|vs\.?|versus|compared with) "
PAIR_BEHIND = pattern_of(rf"{SET_AGAINST}(?P<n>\d[\d,]*)(?: [a-z]+)?[),;]")
PAIR_BEFORE = pattern_of(rf"[(,;] ?(?P<n>\d[\d,]*){SET_AGAINST}$")
LAST_WORD = re.compile(r"[A-Za-z]+ $")


def check(context: Context) -> Iterator[Finding]:
    """Each count whose sentence names a row of a table."""
    for sentence in context.sentences:
        # Another year's figures aren't in these tables.
        if PERIOD.search(sentence.text) and not any(c.base for c in sentence.claims):
            continue
        counts = list(_counts(sentence))
        for at, count in enumerate(counts):
            low = counts[at - 1].end if at else 0
            high = counts[at + 1].start if at + 1 < len(counts) else len(sentence.text)
            yield from _judged(context, Spot(sentence, count, low, high, at == 0))


def _counts(sentence: Sentence) -> Iterator[Count]:
    found = [_of_claim(claim) for claim in sentence.claims if claim.count is not None]
    for each in quantities_in(sentence.text):
        taken = any(claim.start <= each.start < claim.end for claim in sentence.claims)
        plain = (
            each.unit == ""
            and each.step == 1
            and not each.is_year
            and each.text.lower() not in ("one", "zero", "none", "nil")
        )
        if not taken and plain and each.value >= 0:
            found.append(Count(each.text, int(each.value), None, each.start, each.end))
    for none in NONE.finditer(sentence.text):
        if DOUBLE.search(sentence.text, none.end()):
            continue
        name = "a" if none["a"] else "b"
        if not any(each.start <= none.start(name) < each.end for each in found):
            found.append(Count(none[name], 0, None, none.start(name), none.end(name)))
    yield from sorted(found, key=lambda each: each.start)


def _of_claim(claim: Claim) -> Count:
    """Its number alone: the words inside a claim, up to its share, may name what it counts."""
    number = NUMBERS.match(claim.quote)
    end = claim.start + number.end() if number else claim.end
    return Count(claim.quote, claim.count or 0, claim.base, claim.start, end)


def _judged(context: Context, spot: Spot) -> Iterator[Finding]:
    if _is_no_cell(spot) or _is_of_name(context, spot.sentence.text, spot.count):
        return
    count, known = spot.count, list(options(context, spot))
    if not known or any(value is None for *_, value in known):
        return
    right = next((each for each in known if each[3] == count.value), None)
    if right:
        yield _finding(spot.sentence, count, *right[:3], count.value)
    elif (
        len(known) == 1
        and _is_meant(spot, known[0])
        and not _is_of_nothing_there(spot, known[0][0])
        and not _is_of_verb(spot, known[0][0], known[0][2])
    ):
        yield _finding(spot.sentence, count, *known[0][:3], known[0][3] or 0)


def _is_of_verb(spot: Spot, grid: Grid, columns: tuple[int, ...]) -> bool:
    """ "Ayr sold 30 boats", under boats and sold: of those sold, which the verb says."""
    before = LAST_WORD.search(spot.sentence.text[: spot.count.start])
    word = before.group().strip().lower() if before else ""
    heads = {at: label_words(label) for at, label in enumerate(grid.columns) if at not in columns}
    return bool(word) and any(len(own) == 1 and alike(word, own[0]) for own in heads.values())


def _is_of_name(context: Context, text: str, count: Count) -> bool:
    """ "Rated 5", where a column is headed "Rated 5": part of its name."""
    before = LAST_WORD.search(text[: count.start])
    name = f"{before.group()}{count.text}".lower() if before else ""
    return bool(name) and name in context.once(_names)


def _names(context: Context) -> str:
    """What heads the rows and columns of all tables, in small letters, a line each."""
    return "\n".join(e.lower() for placed in context.sheets for e in (*placed.sheet.heads, *placed.sheet.labels))


def _is_no_cell(spot: Spot) -> bool:
    """Whether the words around a count say that it is no figure of the row: of another time, wanted, all there are."""
    count, text = spot.count, spot.sentence.text
    lead = text[: count.start]
    if SIZE_OF_ALL.search(lead) or is_aside(spot) or IS_MEAN.search(text):
        return True  # "(n = 152)": of how many the table is
    quiet = quieted(text)
    if count.text.lower() not in ("no", "none") and not quiet[count.start : count.end].strip():
        return True  # a length of time, an age, a name
    if OF_A_YEAR.search(lead) and SINCE.search(text, count.end):
        return True  # "in 2016 37 were; that has since risen by nine"
    if WAS_TO.search(lead):
        return True  # what was wanted of each
    around = (
        quiet[max(spot.low, count.start - 20) : count.start] + " " + quiet[count.end : min(spot.high, count.end + 16)]
    )
    if OTHER.search(around) or (count.base is None and AFTERWARDS.match(text[count.end :])):
        return True
    # How far it moved; how many they all are.
    if re.search(rf"\bby (?:{ONLY})?$|\b(?:of|across|in) (?:the|all|these) $", lead, re.I):
        return True
    # "Below Good" is another quantity than Good.
    return bool(BEYOND.search(spot.lead) or BEYOND.search(spot.after))


def _is_meant(spot: Spot, known: tuple[Grid, tuple[int, ...], tuple[int, ...], int | None]) -> bool:
    """Whether the one cell that the count may be of is surely meant, so that it should have its number."""
    count, (grid, rows, columns, value) = spot.count, known
    # With its share beside it another rule judges it; "240 of the 267 received": the row is what it is of.
    if "%" in count.text or count.base == value or _may_differ(grid, columns, count) or _is_set_against(spot, value):
        return False
    return not (
        _is_another(grid, spot)
        or _is_kind_of_row(grid, spot)
        or _in_another_column(grid, rows, spot)
        or _comes_out(grid, rows, columns, count.value)
        or _is_of_other_kind(grid, columns)
        or _is_each(grid, rows, count.value)
    )


def _is_set_against(spot: Spot, value: int | None) -> bool:
    """ "It is hardly ahead of rot (57 against 56)": the other of the two is the row's that is named."""
    text = spot.sentence.text
    before, behind = PAIR_BEFORE.search(text[: spot.count.start]), PAIR_BEHIND.match(text, spot.count.end)
    other = before or behind
    return other is not None and whole(other["n"]) == value


def _is_of_nothing_there(spot: Spot, grid: Grid) -> bool:
    """ "No calls were missed in April", by a table of visits by month: it counts no calls."""
    text = spot.sentence.text
    counted = NO_WHAT.match(text, spot.count.start)
    if not counted or named_columns(grid, text):
        return False
    told = stems(f"{grid.table.title} {' '.join(grid.columns)}")
    return not stems(counted["what"]) & told


def _is_kind_of_row(grid: Grid, spot: Spot) -> bool:
    """ "Falls took in 12 on the stairs and 9 outside": each is a kind of what the row has."""
    text = spot.sentence.text[: spot.count.start]
    return any(TAKES_IN.match(text, each.end) for each in named_rows(grid, text))


def _is_another(grid: Grid, spot: Spot) -> bool:
    """Whether it is the count of another row that the sentence names."""
    rows = {each.at for each in named_rows(grid, spot.sentence.text)}
    # "15 posts were empty" under posts and those filled.
    cells = [[v.count for v in grid.values[row] if v.count is not None] for row in rows]
    if any(abs(a - b) == spot.count.value for own in cells for a, b in combinations(own, 2)):
        return True
    own = {grid.rows[row].lower() for row in rows}
    longer = [row for row, label in enumerate(grid.rows) if any(o in label.lower() != o for o in own)]
    if any(value.count == spot.count.value for row in longer for value in grid.values[row]):
        return True
    # In a row any column may be meant, also where the words name another: "the loss, 30, was of boats that started".
    return any(value.count == spot.count.value for row in rows for value in grid.values[row])


def _is_of_other_kind(grid: Grid, columns: tuple[int, ...]) -> bool:
    """Whether the column holds money or means, and no counts."""
    return any(NO_COUNT.search(grid.columns[column]) for column in columns)


def _is_each(grid: Grid, rows: tuple[int, ...], count: int) -> bool:
    """ "21 residents to each of them": one cell of a row over another."""
    cells = [[v.count for v in grid.values[row] if v.count] for row in rows]
    return any(a == count * b for own in cells for a, b in permutations(own, 2) if b > 1)


def _in_another_column(grid: Grid, rows: tuple[int, ...], spot: Spot) -> bool:
    """Whether it stands in the row under another column that the sentence names: "May saw most (8) and June least"."""
    columns = {each.at for each in named_columns(grid, spot.sentence.text)}
    return any(grid.values[row][column].count == spot.count.value for row in rows for column in columns)


def _comes_out(grid: Grid, rows: tuple[int, ...], columns: tuple[int, ...], count: int) -> bool:
    """Whether it is the column's total, or what the rows named make with others: then it is theirs."""
    for column in columns or range(len(grid.columns)):
        named = sum(grid.values[row][column].count or 0 for row in rows)
        others = [n for row in grid.parts if row not in rows and (n := grid.values[row][column].count)][:MANY]
        sums = {named + sum(some) for size in range(1, len(others) + 1) for some in combinations(others, size)}
        if count in sums or (grid.total is not None and grid.values[grid.total][column].count == count):
            return True
    return False


def _may_differ(grid: Grid, columns: tuple[int, ...], count: Count) -> bool:
    """Whether a smaller or greater whole may be meant: a base that is not the column's says so."""
    if count.base is None:
        return False
    bases = {total for column in (columns or range(len(grid.columns))) for total in [_base(grid, column)] if total}
    whole = sum(bases) if not columns else 0
    return bool(bases) and count.base not in bases | {whole}


def _base(grid: Grid, column: int) -> int | None:
    if grid.bases[column]:
        return grid.bases[column]
    if grid.total is not None:
        return grid.values[grid.total][column].count
    counts = grid.counts(column)
    return None if None in counts else sum(count for count in counts if count is not None)


def _finding(
    sentence: Sentence, count: Count, grid: Grid, rows: tuple[int, ...], columns: tuple[int, ...], value: int
) -> Finding:
    over = ", ".join(grid.columns[at] for at in columns) or "all columns"
    places = columns or tuple(at for at in range(len(grid.columns)) if at != grid.total_column)
    cells = " + ".join(str(grid.values[row][at].count) for row in rows for at in places)
    names = " and ".join(grid.rows[row] for row in rows)
    why = f"the table {grid.table.title!r}, {names}, {over}: {cells}" + (f" = {value}" if "+" in cells else "")
    slip = f"fraction/{sentence.line}/{count.text.lower()}"
    verdict: Verdict = "ok" if value == count.value else "wrong"
    return Finding(CODE, verdict, sentence.where, count.text, str(count.value), str(value), why, slip, "likely")
