"""How far two ends that are told are apart: "scores ran from 41 to 88, a range of 47"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.at_hand import is_slip
from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import DIGITS
from looped.checker.patterns import pattern_of
from looped.checker.prose import worded
from looped.checker.quieting import NUMBER

CODE = "between-ends"
MESSAGE = "A range is how far its two ends are apart."
GOOD = "Scores ran from 41 to 88, a range of 47."
BAD = "Scores ran from 41 to 88, a range of 57."

FIGURE = rf"(?:{DIGITS})(?:\.\d+)?"
UNIT = r"(?:\s?(?:%|°\s?C|°|[a-z]+))?"
ENDS = pattern_of(
    rf"\b(?:from|between) [£$€]?(?P<a>{FIGURE}){UNIT} (?:to|and) [£$€]?(?P<b>{FIGURE})(?![.,]\d|\d|/|:){UNIT}"
    rf"(?:,| \(| –)? (?:and so |so |and |with |giving |that is,? |which is )?an? (?:range|span|spread|difference|"
    rf"gap) of "
    rf"[£$€]?(?P<n>{DIGITS}(?:\.\d+)?|{NUMBER})\b(?!\s?(?:to|[-–])\s?\d|\.\d|,\d)",
    re.I,
)
FAR = Decimal("2.5")


def check(context: Context) -> Iterator[Finding]:
    """Each range that stands right behind its ends."""
    for paragraph in context.paragraphs_with(ENDS):
        for found in ENDS.finditer(paragraph.text):
            one, other = (Decimal(found[name].replace(",", "")) for name in ("a", "b"))
            told = found["n"].replace(",", "")
            stated, exact = Decimal(told) if told[0].isdigit() else Decimal(worded(told)), abs(other - one)
            right = stated == exact
            if not right and not (is_slip(stated, exact) or max(stated, exact) <= FAR * min(stated, exact)):
                continue
            verdict: Verdict = "ok" if right else "wrong"
            why = f"from {found['a']} to {found['b']} it is {exact}, printed as {found['n']}"
            slip = f"{CODE}/{paragraph.line}/{found.start()}"
            yield Finding(CODE, verdict, paragraph.where, found.group(), found["n"], str(exact), why, slip, "likely")
