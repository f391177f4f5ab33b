"""What a figure is held against, as texts and tables tell it: "8 or below", "no more than 30 days", "a limit of 5".

A bound says what keeps to it. A band is a bound with the name of what keeps to it: "Pass: 5.0 °C or below".
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from looped.checker.limit_words import ABOVE, AT_LEAST, AT_MOST, BELOW, OR_LESS, OR_MORE
from looped.checker.numbers import WORDS, whole
from looped.checker.patterns import pattern_of
from looped.checker.sheets.sheet import TARGET_HEAD, Sheet

UNIT = (
    r"(?:\s?(?:%|°\s?C?|per ?cent\b|(?:percentage )?points?\b|marks?\b|degrees?\b(?: C(?:elsius)?\b)?|(?:working |"
    r"calendar )?days?\b|weeks?\b|months?\b|years?\b|hours?\b|minutes?\b|mins?\b|seconds?\b|m\b|"
    r"mm\b|cm\b|km\b|kg\b|g\b|"
    r"mg\b|ppm\b|dB\b|lux\b|litres?\b|mmHg\b|mmol/l\b|[mµ]g/(?:m3|l)\b|mph\b|bar\b|k\b))?"
)
NUMBER = rf"[£$€]?(?:\d[\d,]*(?:\.\d+)?|\.\d+|{WORDS})(?!\d|[.,]\d)"
GAP = r"(?:(?:a|an|the|its|one|set at|of|at|about|score|scores|reading|readings|result|p|value|[a-z]+ of) ){0,3}"
# "At least 80", "80 or more", "> 0.05": what lies at or above a number, or below it.
LEAST = rf"{AT_LEAST}|not (?:less|lower|fewer|worse|shorter) than|(?:a )?minimum(?: of)?|≥|>=|reach(?:es|ed|ing)?"
MOST = (
    rf"{AT_MOST}|not (?:more|higher|greater|longer|later) than|no(?:t)? warmer than|(?:a )?maximum(?: of)?|up to|≤|"
    r"<=|within|inside|not (?:be )?(?:above|over|exceed(?:ing)?)|(?:must|should|does|did|do|may|"
    r"shall) not exceed|not to exceed|"
    r"never (?:be )?(?:above|exceed)"
)
FLOOR = r"(?:not|never|n[’']t) (?:fall|drop|be|go|dip) (?:below|under)"
CAP = r"(?:not|never|n[’']t) (?:rise|go|be|climb) (?:above|over|more than)"
OVER = rf"{ABOVE}|exceed(?:s|ing|ed)?|(?:warmer|hotter|louder|wider|heavier) than|>"
UNDER = rf"{BELOW}|(?:colder|cooler|narrower|lighter|sooner) than|<"
BOUND = (
    rf"(?:(?:(?P<least>{LEAST}|{FLOOR})|(?P<most>{MOST}|{CAP})|(?P<above>{OVER})|(?P<below>{UNDER}))\s?{GAP}(?P<n>{NUMBER}){UNIT}"
    rf"|(?P<m>{NUMBER}){UNIT},? (?:or|and) (?:(?P<up>{OR_MORE}|warmer)|(?P<down>{OR_LESS}|colder|cooler))\b"
    rf"|(?:between |from )?(?P<a>{NUMBER}){UNIT}\s?(?:to|and|–|-)\s?(?P<b>{NUMBER}){UNIT})"
)
FOUND = pattern_of(BOUND, re.I)
# Above nought or below it.
SIGN = pattern_of(
    r"\b(?:(?P<up>positive|in credit|in surplus|in the black|above (?:zero|nought|nil)|gains?|surpluses|profitable|"
    r"(?:made|showed|ran) (?:a )?(?:surplus|profit))|(?P<down>negative|overdrawn|in deficit|in the red|in debit|"
    r"below (?:zero|nought|nil|freezing)|losses|deficits|(?:made|showed|ran) (?:a )?(?:deficit|loss)))\b",
    re.I,
)
NO_MAY = pattern_of(
    r"\b(?:no|none|nothing|neither|nobody)\b[^.;,]{0,40}\b(?:may|must|should|shall|can|is to|are "
    r"to) (?:be |fall |go |rise |"
    r"drop |take |wait )*$",
    re.I,
)
LIMIT_HEAD = pattern_of(
    r"\b(?:(?P<most>(?:upper |legal |exposure |control |safe |speed )?limits?|maximum|max|ceiling|"
    r"cap|tolerance|permitted|"
    r"allowed|allowance|deadline|no more than|up to)|(?P<least>lower limit|minimum|min|floor|required|requirement|"
    r"pass mark|at least))\b(?!s? (?:met|kept|reached|passed|exceeded|broken)\b)",
    re.I,
)
# Columns of the least and the greatest that were measured, and no limits.
MEASURED = pattern_of(r"\b(?:min(?:imum)?|max(?:imum)?)\b", re.I)


@dataclass(frozen=True)
class Bound:
    """From where to where a figure keeps to it; None where that side is open. strict: whether the end is left out."""

    low: Decimal | None
    high: Decimal | None
    strict: bool
    text: str

    def holds(self, value: Decimal) -> bool:
        """Whether a figure keeps to it."""
        if self.strict and value in (self.low, self.high):
            return False
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)


def bound_of(found: re.Match[str]) -> Bound:
    """What a match of BOUND says."""
    if found["a"]:
        low, high = number_of(found["a"]), number_of(found["b"])
        return Bound(min(low, high), max(low, high), False, found.group())
    value = number_of(found["n"] or found["m"])
    above = bool(found["least"] or found["above"] or found["up"])
    strict = bool(found["above"] or found["below"])
    if strict and NO_MAY.search(found.string[: found.start()]):
        above, strict = not above, False  # "no reading may be above 8"
    return Bound(value if above else None, None if above else value, strict, found.group())


def number_of(text: str) -> Decimal:
    """A number in digits or words.

    >>> [str(number_of(each)) for each in ("£1,200", ".05", "ten")]
    ['1200', '0.05', '10']
    """
    plain = text.replace(",", "").lstrip("£$€")
    return (
        Decimal(plain if plain[0] != "." else f"0{plain}")
        if plain[0].isdigit() or plain[0] == "."
        else Decimal(whole(plain) or 0)
    )


def limit_columns(sheet: Sheet) -> dict[int, bool | None]:
    """The columns that tell each row's limit or target, and whether figures keep to it from above; None if untold."""
    found: dict[int, bool | None] = {}
    for at, head in enumerate(sheet.heads):
        named = LIMIT_HEAD.search(head)
        if sheet.kinds[at] == "words" or (named and MEASURED.search(head) and _are_both(sheet)):
            continue
        if named:
            found[at] = bool(named["least"])
        elif sheet.kinds[at] == "target" and TARGET_HEAD.search(head):
            found[at] = None
    return found


def _are_both(sheet: Sheet) -> bool:
    """Whether a table has a column of the least and one of the greatest: what was measured."""
    return sum(bool(MEASURED.search(head)) for head in sheet.heads) > 1
