"""How many rows of a table went up, how many down and how many stayed, told in one sentence."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.directions import FELL, NEXT, ROSE, WORSENED
from looped.checker.finding import Finding
from looped.checker.going import changes, steps
from looped.checker.numbers import WORDS, whole
from looped.checker.patterns import pattern_of
from looped.checker.remarks import Remark, is_kind, ranked_rows
from looped.checker.rules.sheet_rows import LINES
from looped.checker.sheets.sheet import Sheet
from looped.checker.sheets.then_now import two_times
from looped.checker.summaries import by_any_table, is_of_other_year

CODE = "sheet-ways"
MESSAGE = "As many rows as are said to have risen, fallen or stayed have done so between two times of the table."
TABLE = "Rope\tThis year %\tLast year %\nMain\t62\t55\nFore\t71\t74\nAft\t80\t71\nSpare\t40\t40\n\n"
GOOD = TABLE + "Two of the four ropes rose, one fell and one stayed the same."
BAD = TABLE + "One of the four ropes rose, two fell and one stayed the same."

N = rf"(?:\d{{1,2}}|{WORDS})"
COUNT = pattern_of(
    rf"\b(?:all but (?P<but>{N})\b(?: of (?:the |its |our |these )?(?P<m3>{N})\b)?|"
    rf"(?:the )?(?:other|remaining) (?P<other>{N})\b|"
    rf"(?P<n>none|{N})\b(?: (?:out )?of (?:the |its |our |these )?(?P<m>{N})\b)?)"
    r"(?! ?(?:%|per ?cent|points?|percentage|times|years?|months?|weeks?|days?|in)\b)",
    re.I,
)
OF_ALL = pattern_of(rf"\bof (?:the |its |our |these |those )?(?P<m>{N})\b", re.I)
WAY = pattern_of(
    r"\b(?:(?P<same>unchanged|stay(?:ed|s)? (?:the same|put|level|where)|no change|(?:not|neither) (?:changed|moved|"
    rf"altered)|by the same|the same|as before|held steady)|(?P<better>improv\w+|better)|(?P<worse>{WORSENED}|worse)|"
    rf"(?P<up>{ROSE}|higher|up{NEXT}|by more|more often|overspent)|"
    rf"(?P<down>{FELL}|lower|down{NEXT}|by fewer|less often|slipped|slid|underspent))\b",
    re.I,
)
CUT = re.compile(r"[;:]|,(?: (?:and|but|while|whereas)\b)?| (?:and|but|while|whereas)\b", re.I)
# What is wished, of another time or told of something else.
ELSE = pattern_of(
    r"\b(?:should|must|would|could|may|might|aims?|expected|if|unless|until|whether|nationally|target|by more than|"
    r"at least|by (?:over|under))\b",
    re.I,
)
FEWEST = 2
WAYS = {"up": 1, "better": 1, "down": -1, "worse": -1, "same": 0}


@dataclass(frozen=True)
class Claim:
    """Of how many rows a way is told. way: 1, -1 or 0; count: below nought where all but so many are meant."""

    way: int
    count: int


def check(context: Context) -> Iterator[Finding]:
    """Each sentence that tells two ways or more, against every table with as many rows of the kind."""
    return by_any_table(context, _of, WAY)


def _of(remark: Remark) -> Iterator[Finding]:
    sheet, text = remark.sheet, remark.text
    if ELSE.search(text) or is_of_other_year(remark, text):
        return
    told, size = _claims(text), _size(remark)
    rows = ranked_rows(sheet)
    if size != len(rows) or len(told) < FEWEST or len({each.way for each in told}) < FEWEST:
        return
    told = [Claim(each.way, each.count if each.count >= 0 else len(rows) + each.count) for each in told]
    options = list(_options(sheet, rows))
    turned = [[-way for way in each] for each in options] if _is_of_good(text) else []
    if not options:
        return
    holds = any(all(each.count == ways.count(each.way) for each in told) for ways in (*options, *turned))
    own = options[0]
    why = f"{own.count(1)} of {len(rows)} rose, {own.count(-1)} fell and {own.count(0)} stayed"
    expected = "" if holds else f"{own.count(1)} up, {own.count(-1)} down"
    yield remark.finding(CODE, "ok" if holds else "wrong", (0, len(text)), expected, why)


def _claims(text: str) -> list[Claim]:
    """What is told of so many rows, clause by clause: none where a clause tells more than one way or number."""
    cuts = [each.span() for each in CUT.finditer(text)]
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(text)]
    found = []
    for low, high in zip(starts, ends, strict=True):
        ways = list(WAY.finditer(text, low, high))
        counts = [each for each in COUNT.finditer(text, low, high) if each["n"] or each["but"] or each["other"]]
        counts = [each for each in counts if not OF_ALL.match(text, each.start())]
        if len(ways) != 1 or len(counts) != 1:
            continue
        number = _number(counts[0])
        if number is not None:
            found.append(Claim(next(WAYS[name] for name, own in ways[0].groupdict().items() if own), number))
    return found


def _number(found: re.Match[str]) -> int | None:
    told = found["n"] or found["other"]
    if told:
        return 0 if told.lower() == "none" else whole(told)
    but = whole(found["but"])
    return -but if but else None


def _size(remark: Remark) -> int | None:
    """How many rows there are said to be, of what the table's rows are; else how many it has of what is told."""
    text = remark.text
    kinds = [each for each in re.finditer(r"\b[a-z’'-]{4,}\b", text) if is_kind(remark.sheet, each.group())]
    kind = bool(kinds) or any(LINES.match(each) for each in re.findall(r"[a-z]+", text.lower()))
    sizes = {whole(each["m"]) for each in OF_ALL.finditer(text)}
    if not kind or len(sizes) > 1:
        return None
    return sizes.pop() if sizes else len(ranked_rows(remark.sheet)) if kinds else None


def _options(sheet: Sheet, rows: Sequence[int]) -> Iterator[list[int]]:
    """Which way each of the rows went, in each pair of times and by each column of changes."""
    for pair in two_times(sheet):
        based = any(cell and cell.base for row in rows for at in pair for cell in [sheet.cells[row][at]])
        for by in ("share",) if based else ("share", "count"):
            if known := steps(sheet, rows, pair, by):
                yield [_way(*known[row]) for row in rows]
    for at, kind in enumerate(sheet.kinds):
        if kind == "change" and (known := changes(sheet, rows, at)):
            yield [_way(*known[row]) for row in rows]


def _way(then: Decimal, now: Decimal) -> int:
    return int(now > then) - int(now < then)


def _is_of_good(text: str) -> bool:
    """Whether all that is told is of better and worse, which may be more or less of it."""
    ways = [each for each in WAY.finditer(text) if not each["same"]]
    return any(each["better"] or each["worse"] for each in ways)
