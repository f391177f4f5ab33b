"""Rows of a table that kept to a length of time, told before: "Bills are due within 30 days. Two paid in time"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.measures import measures
from looped.checker.numbers import WORDS, whole
from looped.checker.patterns import pattern_of
from looped.checker.remarks import Remark, value
from looped.checker.sheets.naming import alike, tokens_of
from looped.checker.sheets.sheet import Sheet

TOLD = pattern_of(
    rf"\b(?:due|must|should|has to|have to|is to|are to|requires?|allow(?:s|ed)?|limit(?: is| was| of)?|set|gives?|"
    rf"entitled|promises?|aims?|within|no (?:more|longer) than|at most)\b[^.;:\d]{{0,50}}?"
    rf"\b(?P<n>\d{{1,3}}|{WORDS}) (?:working |calendar |clear )?(?P<unit>minutes|hours|days|weeks|months)\b",
    re.I,
)
KEPT = pattern_of(
    r"\b(?:(?:in|on|within) time|(?:managed|met|did|achieved|kept (?:to|within)|stayed within|observed|respected) "
    r"(?:this|it|that|the (?:limit|rule|deadline))|within (?:it|this|that|the (?:limit|deadline)))\b",
    re.I,
)
BROKEN = pattern_of(
    r"\b(?:(?:was|were|paid|came|finished) (?:too )?(?:late|slower)|too late|took (?:too long|longer|more)|"
    r"(?:missed|broke|exceeded|overran|breached|passed) (?:this|it|that|the (?:limit|rule|deadline))|overran|"
    r"(?:was|were) (?:slower|longer|over|outside (?:it|this|the limit)))\b",
    re.I,
)
DENIED = pattern_of(r"\b(?:not|never|neither|no|none)\b|n[’']t\b", re.I)


def limit_of(remark: Remark) -> tuple[Decimal, str] | None:
    """The one length of time that a passage says is allowed, with its unit."""
    told = {
        (Decimal(whole(found["n"]) or 0), found["unit"].lower())
        for found in TOLD.finditer(remark.read.text[: remark.start + len(remark.text)])
    }
    return told.pop() if len(told) == 1 else None


def in_time(
    remark: Remark, sheet: Sheet, rows: list[int], span: tuple[int, int]
) -> Iterator[tuple[frozenset[int], str]]:
    """The rows that a clause says kept to it, or didn't, in the one column that is counted in its unit."""
    text = remark.text[span[0] : span[1]]
    kept, broken = KEPT.search(text), BROKEN.search(text)
    limit = limit_of(remark) if bool(kept) != bool(broken) else None
    if limit is None or DENIED.search(text):
        return
    options = [
        each
        for each in measures(sheet, "", ())
        if each.by == "count" and any(alike(t.plain, limit[1]) for t in tokens_of(f"{sheet.heads[each.column]}"))
    ]
    if len(options) != 1:
        return
    figures = {row: value(sheet, row, options[0].column, "count") for row in rows}
    known = {row: each for row, each in figures.items() if each is not None}
    if len(known) == len(rows):
        held = frozenset(row for row, each in known.items() if (each <= limit[0]) == bool(kept))
        listed = ", ".join(f"{sheet.labels[row]} {each}" for row, each in known.items())
        yield held, f"{sheet.heads[options[0].column]} against {limit[0]}: {listed}"
