"""A row that says which others it is made of: their mean, or two or three of them taken together."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.measures import UNRANKED
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.quantities import printed
from looped.checker.sheets.figures import Figure
from looped.checker.sheets.sheet import BASE_HEAD, Sheet, is_total

CODE = "sheet-made-of"
MESSAGE = "A row of means is the mean of its column, and a row made of others is their sum."
GOOD = "Answer | People\nVery glad | 12\nFairly glad | 9\nNot glad | 7\nTotal | 28\nGlad (very + fairly) | 21"
BAD = "Answer | People\nVery glad | 12\nFairly glad | 9\nNot glad | 7\nTotal | 28\nGlad (very + fairly) | 24"

MEAN = pattern_of(
    r"^(?:monthly |weekly |quarterly |daily |yearly |annual |the |overall |simple )?(?:average|mean)(?: number)?"
    r"(?:,? (?:per|a|an|for|by|of|over|across) [^\d%]*)?(?: ?\([^()\d%]*\))?$",
    re.I,
)
ELSEWHERE = pattern_of(
    r"\b(?:national|england|region\w*|county|peer|target|weighted|all|trust|family|benchmark|comparator|group|sector)\b",
    re.I,
)
# "Satisfied (very + fairly)", "Agree: strongly agree and agree", "Glad (very or fairly)".
MADE = pattern_of(r"^(?P<head>[^():+]*?)\s*(?:\(|:\s)(?P<terms>[^():]+?)\)?(?:,? (?:combined|together))?$", re.I)
TERM = pattern_of(r"\s*(?:\+|&|,|/|\bplus\b|\band\b|\bor\b)\s*", re.I)
SIGN = pattern_of(r"\+|&|\bplus\b|\band\b|\bor\b", re.I)
# "Top two", "Net: bottom 2 boxes": of a scale's rows, or of the largest.
NET = r"^(?:net|sub-?total|total|all)?\W*"
ENDS_OF = pattern_of(
    rf"{NET}(?:(?P<top>top|best|first|upper|highest)|bottom|worst|last|lower|lowest)[ -](?P<n>two|three|2|3)"
    r"(?:[ -]?box(?:es)?|(?: [a-z]+)? (?:ratings|grades|answers|categories|responses|classes|scores|bands|"
    r"levels|options))?"
    r"(?: (?:combined|together|total|net))?(?: ?\((?:net|combined|sub-?total)\))?$",
    re.I,
)
# "Good or better": from one end of the scale to there.
FROM = pattern_of(
    rf"{NET}(?P<row>.+?) (?:or|and) (?:better|above|higher|more(?: often)?|worse|below|lower|less(?: often)?)$", re.I
)
OF_AMOUNTS = frozenset(("count", "share", "both", "total", "base"))
FEWEST = 2


def check(context: Context) -> Iterator[Finding]:
    """Each such row, in every column."""
    for placed in context.sheets:
        sheet = placed.sheet
        for row, label in enumerate(sheet.labels):
            if MEAN.match(label) and not ELSEWHERE.search(label):
                yield from _mean(sheet, row)
            elif SIGN.search(label) and (rows := _rows_of(sheet, row)):
                yield from _sum(sheet, row, rows)
            elif ways := _ends(sheet, row) or _up_to(sheet, row):
                yield from _either(sheet, row, ways)


def _scale(sheet: Sheet, row: int) -> list[int]:
    """The rows of the scale that some rows sum up."""
    labels = enumerate(sheet.labels)
    return [at for at, each in labels if at != row and each and not _sums_up(each) and at not in (sheet.total,)]


def _sums_up(label: str) -> bool:
    return bool(
        ENDS_OF.match(label) or FROM.match(label) or MADE.match(label) or is_total(label) or BASE_HEAD.match(label)
    )


def _ends(sheet: Sheet, row: int) -> list[list[int]]:
    """Which rows "top two" may be: at either end of the scale, with or without "don't know", or right above it."""
    found = ENDS_OF.match(sheet.labels[row])
    if not found:
        return []
    number, every = whole(found["n"]) or FEWEST, _scale(sheet, row)
    ranked = [at for at in every if not UNRANKED.match(sheet.labels[at])]
    if len(ranked) <= number:
        return []
    above = [at for at in every if at < row][-number:]
    ways = [ranked[:number], above] if found["top"] else [ranked[-number:], above, every[-number:]]
    return [*ways, ranked[-number:], ranked[:number]]


def _up_to(sheet: Sheet, row: int) -> list[list[int]]:
    """The rows from one end of the scale to the one that "or better" is said of."""
    found = FROM.match(sheet.labels[row])
    every = [at for at in _scale(sheet, row) if not UNRANKED.match(sheet.labels[at])] if found else []
    named = [at for at in every if found and _words(sheet.labels[at]) == _words(found["row"])]
    if len(named) != 1 or len(every) <= FEWEST:
        return []
    place = every.index(named[0])
    return [way for way in (every[: place + 1], every[place:]) if FEWEST <= len(way) < len(every)]


def _either(sheet: Sheet, row: int, ways: Sequence[Sequence[int]]) -> Iterator[Finding]:
    """A row in each column, where it is what none of some ways makes; of the largest or the least it may be too."""
    for column, kind in enumerate(sheet.kinds):
        stated = sheet.cells[row][column]
        sums = [
            [f.value for at in way if (f := sheet.cells[at][column]) and stated and f.unit == stated.unit]
            for way in ways
        ]
        if stated is None or kind not in OF_AMOUNTS or any(len(a) != len(b) for a, b in zip(sums, ways, strict=True)):
            continue
        values = sorted(f.value for at in _scale(sheet, row) if (f := sheet.cells[at][column]))
        number = len(ways[0])
        options = [*map(sum, sums), sum(values[:number]), sum(values[-number:])]
        terms = " + ".join(printed(each) for each in sums[0])
        yield _finding(
            sheet,
            (row, column),
            stated,
            [Decimal(each) for each in options],
            f"{terms} = {printed(Decimal(options[0]))}",
            number,
        )


def _mean(sheet: Sheet, row: int) -> Iterator[Finding]:
    parts = [at for at in sheet.parts if at != row and not MEAN.match(sheet.labels[at])]
    if len(parts) <= FEWEST:
        return
    for column, head in enumerate(sheet.heads):
        figures = [each for at in parts if (each := sheet.cells[at][column])]
        stated = sheet.cells[row][column]
        # Shares have bases of their own, and a mean of them is none of what they are of.
        if stated is None or len(figures) != len(parts) or stated.share or ELSEWHERE.search(head):
            continue
        if any(each.share or each.unit != stated.unit for each in figures) or sheet.kinds[column] == "share":
            continue
        total = sum((each.value for each in figures), Decimal(0))
        filled = [each for each in figures if each.value]
        ways = [total / len(figures), total / max(len(filled), 1)]
        why = f"{printed(total)} over {len(figures)} is {printed(ways[0].quantize(Decimal('0.1')))}"
        yield _finding(sheet, (row, column), stated, ways, why)


def _rows_of(sheet: Sheet, row: int) -> list[int]:
    """The rows that a label names as its parts: each term one of them, and only one."""
    found = MADE.match(sheet.labels[row])
    if not found:
        return []
    terms = [each for each in TERM.split(found["terms"]) if each.strip()]
    named = [_row_of(sheet, row, term, found["head"]) for term in terms]
    rows = [each for each in named if each is not None]
    return rows if len(rows) == len(terms) >= FEWEST and len(set(rows)) == len(rows) else []


def _row_of(sheet: Sheet, row: int, term: str, head: str) -> int | None:
    """The row of a term: "very" under "Satisfied" is "Very satisfied", and "good" is "Good"."""
    wanted, whole = _words(term), _words(f"{term} {head}")
    rows = [at for at in range(len(sheet.labels)) if at != row and not MADE.match(sheet.labels[at])]
    for words in (wanted, whole):
        same = [at for at in rows if _words(sheet.labels[at]) == words]
        if len(same) == 1:
            return same[0]
    return None


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z\d’'-]+", text.lower()))


def _sum(sheet: Sheet, row: int, rows: Sequence[int]) -> Iterator[Finding]:
    for column in range(len(sheet.heads)):
        figures = [each for at in rows if (each := sheet.cells[at][column])]
        stated = sheet.cells[row][column]
        if stated is None or len(figures) != len(rows) or any(each.unit != stated.unit for each in figures):
            continue
        total = sum((each.value for each in figures), Decimal(0))
        terms = " + ".join(each.text for each in figures)
        yield _finding(sheet, (row, column), stated, [total], f"{terms} = {printed(total)}", len(rows))


def _finding(
    sheet: Sheet, place: tuple[int, int], stated: Figure, ways: Sequence[Decimal], why: str, rounded: int = 0
) -> Finding:
    """rounded: how many figures were rounded before they were added."""
    row, column = place
    miss = min(abs(each - stated.value) for each in ways)
    exact = stated.step == 1 and stated.unit == "" and rounded and sheet.kinds[column] != "share"
    slack = Decimal(0) if exact else stated.step * (rounded + 1) / 2
    verdict: Verdict = "ok" if miss <= slack else "rounding" if not exact and miss <= stated.step else "wrong"
    expected = printed(ways[0].quantize(stated.step if stated.step <= 1 else Decimal(1)))
    slip = f"column/{sheet.table.title}/{sheet.heads[column]}/{sheet.labels[row]}"
    where = sheet.where(row, column)
    return Finding(CODE, verdict, where, stated.text, stated.text, expected, f"{why}, printed as {stated.text}", slip)
