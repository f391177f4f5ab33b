"""A base that a note of a table tells together with those who are left out of it: what is left of all."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.grid import BASE
from looped.checker.numbers import DIGITS, slips, whole
from looped.checker.patterns import pattern_of
from looped.checker.sheets.sheet import Sheet

CODE = "base-noted"
MESSAGE = "A base is all there were without those whom its note leaves out."
_TABLE = "Test\tMet\t%\nPulse\t40\t50\nScan*\t51\t75\nDose*\t34\t50\n\nAll patients: 80. * 12 died and are left out "
GOOD = _TABLE + "(base 68)."
BAD = _TABLE + "(base 65)."

OUT = pattern_of(
    r"\b(?:not (?:counted|included|eligible|in)|left out|excluded|excludes?|excluding|omitted|omits|removed|without|"
    r"taken out|leaves? out|set aside)\b",
    re.I,
)
OWN = pattern_of(
    rf"\b(?:base|denominator|n)\b(?: (?:is|of|was|here))*\s*[:=]?\s*(?P<n>{DIGITS})\b|"
    rf"\bleav(?:es|ing) (?P<n2>{DIGITS})\b",
    re.I,
)
ALL = pattern_of(rf"\b(?:all|total) (?:[a-z]+ ){{0,2}}[a-z]+(?:: ?| \(?n ?= ?| = ?)(?P<n>{DIGITS})\b", re.I)
COUNT = pattern_of(
    rf"(?<![\d.,£/])(?P<n>{DIGITS})(?![\d,.]*\d|\s?%| ?per ?cent| (?:days?|years?|hours?|months?|weeks?)\b)", re.I
)
NEAR = 5


def check(context: Context) -> Iterator[Finding]:
    """Each such note of a table whose caption, heads or notes tell of how many it is."""
    for placed in context.sheets:
        for note in placed.sheet.notes:
            if OUT.search(note) and (own := OWN.search(note)):
                yield from _judged(context, placed.sheet, note, own)


def _judged(context: Context, sheet: Sheet, note: str, own: re.Match[str]) -> Iterator[Finding]:
    name = "n" if own["n"] else "n2"
    stated = whole(own[name]) or 0
    gone = [whole(each["n"]) or 0 for each in COUNT.finditer(note) if each.start() != own.start(name)]
    wholes = {n for n in _wholes(sheet, note) if n > stated}
    if len(gone) != 1 or len(wholes) != 1:
        return
    every = wholes.pop()
    rest = every - gone[0]
    right = rest == stated
    if not right and not (slips(rest, stated) or abs(rest - stated) <= NEAR):
        return
    verdict: Verdict = "ok" if right else "wrong"
    paragraph = next((each for each in context.document.paragraphs if note in each.text), None)
    if paragraph is not None:
        why = f"{every} without {gone[0]} is {rest}, printed as {stated}"
        slip = f"{CODE}/{paragraph.line}/{stated}"
        yield Finding(CODE, verdict, paragraph.where, own.group(), str(stated), str(rest), why, slip, "likely")


def _wholes(sheet: Sheet, note: str) -> Iterator[int]:
    """The number that all are said to be: in another note, or as the base of the caption or the heads."""
    for text in (*(each for each in sheet.notes if each != note), sheet.texts_before):
        for found in (*ALL.finditer(text), *BASE.finditer(text)):
            number = whole(found["n"] if "n" in found.re.groupindex else found[1])
            if number:
                yield number
