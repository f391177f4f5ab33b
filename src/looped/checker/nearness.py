"""How far what is stated is from what a rule expects: whether somebody may have written the one for the other."""

import re
from decimal import Decimal

from looped.checker.entries import SCALES
from looped.checker.evidence.reading import is_slip
from looped.checker.explaining import counts_of
from looped.checker.finding import Finding
from looped.checker.numbers import fits, slips, whole
from looped.checker.prose import Entry, Passage
from looped.checker.traits import MEANS

FIGURE = re.compile(r"(\d[\d,]*(?:\.\d+)?)(?:\s?(k|thousand|mn?|million|bn|billion)\b)?", re.I)
NEAR, SMALL, LARGE, FAR, CLOSE = 4, 20, 100, Decimal("2.5"), Decimal("1.6")


def may_be_slip(finding: Finding) -> bool:
    """Whether somebody may have written what is stated for what is expected: close to it, or by a digit or two.

    Whoever adds up wrongly, or types it wrongly, is seldom far out; a rule that adds up other figures mostly is.
    """
    one, other = (amount(text.split(" (")[0].removesuffix("%")) for text in (finding.stated, finding.expected))
    if one is None or other is None or is_slip(one, other) or 10 * min(one, other) == max(one, other):
        return True
    near = NEAR if finding.code not in MEANS else FAR
    return abs(one - other) * near <= max(one, other)


def is_far(read: Passage, entry: Entry | None, finding: Finding) -> bool:
    """Whether no slip of the pen makes what is stated of what is expected: then the rule read something else."""
    one, other = amount(finding.stated), amount(finding.expected)
    if one is None or other is None or (entry and entry.base):
        return False
    if finding.expected.isalpha() or (finding.stated.isalpha() and max(one, other) < SMALL):
        return False  # one small number for another, in words: no digit tells
    if not _are_far(one, other) or not finding.stated.endswith("%"):
        return _are_far(one, other)
    # A share may be of the others; a share with its count beside it, of another whole: rightly, or by a slip.
    wholes = [n for n in counts_of(read.entries) if n > entry.count] if entry and entry.kind == "count" else []
    if entry and entry.share and any(fits(entry.count, n, entry.share) for n in wholes):
        return True
    options = [100 - other, *(Decimal(entry.count) * 100 / n for n in wholes if entry)]
    return not any(min(one, n) * CLOSE >= max(one, n) for n in options)


def amount(text: str) -> Decimal | None:
    """The one figure of a text, in full."""
    if (spelt := whole(text)) is not None:
        return Decimal(spelt)
    found = FIGURE.findall(text)
    if len(found) != 1 or text[:1] in "-−" or not text[:1].strip("£$€").isdigit() and text[:1] not in "£$€":
        return None
    digits, scale = found[0]
    return Decimal(digits.replace(",", "")) * Decimal(10) ** SCALES.get(scale.lower(), 0)


def _are_far(one: Decimal, other: Decimal) -> bool:
    low, high = sorted((one, other))
    if low * FAR >= high or not low or sorted(str(low)) == sorted(str(high)) or low * 10 == high:
        return False
    whole = one % 1 == 0 and other % 1 == 0
    # Of large numbers a digit may have been left out, or typed wrong.
    return high < LARGE or not (str(low) in str(high) or (whole and slips(int(one), int(other))))


def is_near(finding: Finding) -> bool:
    """Whether a finding expects one figure, and what is stated is at most half as much again, or two thirds of it."""
    stated, expected = (re.findall(r"\d[\d,]*(?:\.\d+)?", text) for text in (finding.stated, finding.expected))
    if len(expected) != 1 or not stated:
        return False
    low, high = sorted(Decimal(text.replace(",", "")) for text in (stated[0], expected[0]))
    return low > 0 and high <= low * 3 / 2
