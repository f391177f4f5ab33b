"""At how many of a table's rows a limit is said to have been met; how many targets then, beside how many now."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import WORDS, whole
from looped.checker.patterns import pattern_of
from looped.checker.remarks import Remark, by_statement, value
from looped.checker.sheets.sheet import Sheet, is_total

CODE = "sheet-limit-met"
MESSAGE = "A limit was met in as many rows as is said, and as many targets at each time."
GOOD = "Year\tCash £m\n2021\t4.1\n2022\t5.2\n2023\t3.8\n\nThe minimum of £4m was kept in two of the three years."
BAD = "Year\tCash £m\n2021\t4.1\n2022\t5.2\n2023\t3.8\n\nThe minimum of £4m was kept in one of the three years."

N = rf"(?:\d{{1,2}}|{WORDS})"
LIMIT = pattern_of(
    rf"\b(?:(?P<low>minimum|floor|target|standard|threshold)|(?P<high>maximum|ceiling|limit|cap)) (?:level )?of "
    rf"(?:at least |at most )?[£$€]?(?P<x>\d[\d,]*(?:\.\d+)?)\s?(?:%|m\b|million|per cent|k\b)?[^.;:]{{0,60}}? "
    rf"(?:was|were|has been|had been|is|are) (?P<not>not |never )?(?P<verb>met|kept(?: to)?|reached|achieved|held|"
    rf"observed|respected|missed|broken|breached) (?:in|at|by|on|for|from) "
    rf"(?:(?P<all>all(?: of)?|each of|every one of|both)(?: the)?(?: (?P<m1>{N}))?|(?P<n>{N}|none) of (?:the |"
    rf"these |our )?(?P<m2>{N}))\b",
    re.I,
)
MISSED = pattern_of(r"missed|broken|breached", re.I)
# "Three of the four standards were met in 2024, against two in 2022".
THEN = pattern_of(
    rf"\b(?P<n>{N}|all|none|both)(?: of (?:the |these |our |its )?(?P<m>{N}))? (?:standards?|targets?|measures?|"
    rf"indicators?|"
    rf"criteria) (?:was|were|had been|have been) (?:met|reached|achieved) (?:in|at) (?P<now>[A-Z]?[\w/–-]+(?: "
    rf"\d{{4}})?),? "
    rf"(?:against|compared with|compared to|up from|down from|as against|and|but|from|where it was) (?:only |just )?"
    rf"(?P<n2>{N}|all|none)(?: of them)? (?:in|at) (?P<then>[A-Z]?[\w/–-]+(?: \d{{4}})?)\b",
    re.I,
)


def check(context: Context) -> Iterator[Finding]:
    """Each such sentence beside a table."""
    return by_statement(context, _of, LIMIT, THEN)


def _of(remark: Remark) -> Iterator[Finding]:
    for found in LIMIT.finditer(remark.text):
        yield from _limit(remark, found)
    for found in THEN.finditer(remark.text):
        yield from _then(remark, found)


def _rows(sheet: Sheet) -> list[int]:
    return [at for at, label in enumerate(sheet.labels) if not is_total(label)]


def _limit(remark: Remark, found: re.Match[str]) -> Iterator[Finding]:
    """The column that the sentence names, or the only one, against the limit row by row."""
    sheet, rows = remark.sheet, _rows(remark.sheet)
    named = list(dict.fromkeys(each.at for each in remark.columns))
    columns = named or (list(range(len(sheet.heads))) if len(sheet.heads) == 1 else [])
    said_of = whole(found["m1"] or found["m2"] or "")
    if len(columns) != 1 or (said_of or len(rows)) != len(rows):
        return
    values = [value(sheet, row, columns[0], "count") for row in rows]
    shares = [value(sheet, row, columns[0], "share") for row in rows]
    known = [a if a is not None else b for a, b in zip(values, shares, strict=True)]
    limit = Decimal(found["x"].replace(",", ""))
    if None in known or not any(limit / 20 < v < limit * 20 for v in known if v is not None):
        return
    met = sum(v >= limit if found["low"] else v <= limit for v in known if v is not None)
    if bool(MISSED.match(found["verb"])) != bool(found["not"]):
        met = len(rows) - met
    said = len(rows) if found["all"] else 0 if found["n"].lower() == "none" else whole(found["n"])
    why = f"{sheet.heads[columns[0]]}: {', '.join(str(v) for v in known)} against {limit}: {met} of {len(rows)}"
    verdict: Verdict = "ok" if met == said else "wrong"
    yield remark.finding(CODE, verdict, (found.start(), found.end()), f"{met} of {len(rows)}", why)


def _then(remark: Remark, found: re.Match[str]) -> Iterator[Finding]:
    """How many rows met their target then; only where as many meet it now as is said."""
    sheet, rows = remark.sheet, _rows(remark.sheet)
    targets = [at for at, kind in enumerate(sheet.kinds) if kind == "target"]
    now, then = (_column(sheet, found[name]) for name in ("now", "then"))
    if len(targets) != 1 or now is None or then is None or now == then:
        return
    met = [_met(sheet, rows, targets[0], column) for column in (now, then)]
    said = [_said(found[name], len(rows)) for name in ("n", "n2")]
    if None in met or None in said or met[0] != said[0]:
        return
    why = f"{sheet.heads[then]}: {met[1]} of {len(rows)} rows met the target"
    verdict: Verdict = "ok" if met[1] == said[1] else "wrong"
    yield remark.finding(CODE, verdict, (found.start(), found.end()), str(met[1]), why)


def _column(sheet: Sheet, name: str) -> int | None:
    hits = [at for at, head in enumerate(sheet.heads) if name.lower() in head.lower()]
    return hits[0] if len(hits) == 1 else None


def _said(text: str, rows: int) -> int | None:
    return rows if text.lower() in ("all", "both") else 0 if text.lower() == "none" else whole(text)


def _met(sheet: Sheet, rows: list[int], target: int, column: int) -> int | None:
    pairs = [(value(sheet, row, column, by), value(sheet, row, target, by)) for row in rows for by in ("share",)]
    if any(a is None or b is None for a, b in pairs):
        pairs = [(value(sheet, row, column, "count"), value(sheet, row, target, "count")) for row in rows]
    known = [(a, b) for a, b in pairs if a is not None and b is not None]
    return sum(a >= b for a, b in known) if len(known) == len(rows) else None
