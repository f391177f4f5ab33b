"""By how much rows of a table, one or several together, are said to be ahead of others, behind them or apart."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.placing import TOGETHER as JOINED
from looped.checker.prose import Entry
from looped.checker.remarks import Remark, by_statement, measures, ranked_rows, value
from looped.checker.sheets.naming import Named
from looped.checker.sheets.sheet import is_time

CODE = "sheet-margin"
MESSAGE = "By how much some rows are ahead of others is what their figures give."
GOOD = "Site\tCalls\nLeith\t80\nAyr\t30\nOban\t40\n\nLeith was ahead of Ayr and Oban put together by ten calls."
BAD = "Site\tCalls\nLeith\t80\nAyr\t30\nOban\t40\n\nLeith was ahead of Ayr and Oban put together by 20 calls."

# What stands between the two sides.
AGAINST = pattern_of(
    r"\b(?:outnumber(?:ed|s|ing)?|exceed(?:ed|s|ing)?|beat|ahead of|behind|trail(?:ed|s|ing)?|outdid|outstripp?\w*|"
    r"lagg?\w*|led|above|below|than|between (?!them\b)|apart|(?:gap|difference|margin)\b)",
    re.I,
)
BY = pattern_of(
    r"\b(?:by|(?:gap|difference|margin|lead|distance)\b[^.;:]{0,60}?\b(?:of|was|is))(?: just| only| exactly| some)? $",
    re.I,
)
MORE = pattern_of(
    r"^(?: (?:percentage )?points?)?(?: [a-z]+){0,2}? (?:more|fewer|less|higher|lower|ahead|behind|apart|above|below|"
    r"better|worse|fuller|busier)\b",
    re.I,
)
ALL = pattern_of(r"\b(?:together|combined|between them|in all|added|jointly)\b", re.I)
LOOSE = pattern_of(
    r"\b(?:more than|over|nearly|almost|about|around|roughly|at least|up to|under|less than|some|not|if|would|target|"
    r"since|nationally|average|than (?:in|the) (?:year|month|quarter|previous|last))\b",
    re.I,
)
FEW = 4


@dataclass(frozen=True)
class Sides:
    """The rows on either side."""

    one: tuple[int, ...]
    other: tuple[int, ...]


def check(context: Context) -> Iterator[Finding]:
    """Each size of that kind in a sentence that names the rows."""
    return by_statement(context, _of, AGAINST, MORE)


def _of(remark: Remark) -> Iterator[Finding]:
    own = [e for e in remark.read.of_sentence(remark.at) if e.kind in ("count", "points", "share", "measure")]
    if len(own) != 1 or own[0].base or LOOSE.search(remark.text) or remark.columns and len(remark.sheet.heads) > 1:
        return
    entry = own[0]
    if ";" in remark.text:
        return
    lead, tail = remark.text[: entry.start - remark.start], remark.text[entry.end - remark.start :]
    sides = _sides(remark, entry) if BY.search(lead) or MORE.match(tail) else None
    # "A exceeded illness and B together": one of them is told in words that name no row.
    if sides and ALL.search(remark.text) and len(sides.one) == len(sides.other) == 1:
        return
    if sides is None or (is_time(remark.sheet.labels) and len(sides.one) == len(sides.other) == 1):
        return
    gaps = _gaps(remark, sides, entry)
    if gaps:
        right = any(abs(gap - entry.value) <= slack for gap, slack, _ in gaps)
        verdict: Verdict = "ok" if right else "wrong"
        span = (entry.start - remark.start, entry.end - remark.start)
        gap, _, why = gaps[0]
        yield remark.finding(CODE, verdict, span, f"{gap}", why)


def _sides(remark: Remark, entry: Entry) -> Sides | None:
    """The rows before the word that sets them against each other, and those behind it; of two rows the other."""
    rows = ranked_rows(remark.sheet)
    named = [each for each in remark.rows if each.at in rows]
    every = tuple(dict.fromkeys(each.at for each in named))
    if len(every) == 1 and len(rows) == 2 and len(remark.sheet.heads) == 1:
        return Sides(every, tuple(row for row in rows if row not in every))
    if len(every) == 2:
        return Sides(every[:1], every[1:])
    against = [found for found in AGAINST.finditer(remark.text) if found.group().lower() not in ("apart", "gap")]
    for found in against:
        one, other = (
            [each for each in named if each.start < found.start()],
            [e for e in named if e.start >= found.end()],
        )
        if one and other and max(len(one), len(other)) <= FEW and _are_one(remark, one) and _are_one(remark, other):
            return Sides(tuple(dict.fromkeys(e.at for e in one)), tuple(dict.fromkeys(e.at for e in other)))
    return None


def _are_one(remark: Remark, names: Sequence[Named]) -> bool:
    """Whether several names are taken together: joined, and said to be so, or "or" stands between them."""
    if len(names) == 1:
        return True
    gaps = [remark.text[a.end : b.start] for a, b in zip(names, names[1:], strict=False)]
    either = all(re.search(r"\bor\b", gap) and not re.search(r"[.;:]", gap) for gap in gaps)
    return either or (bool(ALL.search(remark.text)) and all(JOINED.match(gap) or gap.strip() == "," for gap in gaps))


def _gaps(remark: Remark, sides: Sides, entry: Entry) -> list[tuple[Decimal, Decimal, str]]:
    """How far the sides are apart in each column that may be meant, with what rounding allows."""
    sheet = remark.sheet
    found = []
    for each in measures(sheet, "", ()):
        if (entry.kind in ("points", "share")) != (each.by == "share"):
            continue
        sums = [[value(sheet, row, each.column, each.by) for row in side] for side in (sides.one, sides.other)]
        if any(None in side for side in sums):
            continue
        one, other = (sum((v for v in side if v is not None), Decimal(0)) for side in sums)
        terms = " and ".join(" + ".join(str(v) for v in side) for side in sums)
        slack = entry.step if each.by == "share" and entry.step < 1 else Decimal(0)
        found.append((abs(one - other), slack, f"{sheet.heads[each.column]}: {terms} are {abs(one - other)} apart"))
    return found
