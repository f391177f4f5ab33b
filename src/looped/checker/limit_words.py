"""The words that hold a figure against a limit, in one place for all rules, and whether a figure is so.

Each list is the inside of an alternation, to be followed by a number or by the name of a limit: a rule adds what only
its own statements say ("in excess of", "≥"), and verbs that elsewhere say something else ("cleared").
"""

import re
from decimal import Decimal
from fractions import Fraction

from looped.checker.numbers import FRACTIONS, whole

ABOVE = r"above|over|(?:more|higher|greater|better|longer|later|older) than|beyond"
BELOW = r"below|under|(?:less|fewer|lower|shorter|younger) than|short of"
AT_LEAST = r"at least|no (?:less|fewer|lower|younger|worse|shorter) than|at or (?:above|over)|on or above"
AT_MOST = r"at most|no (?:more|higher|greater|older|longer|later) than|at or (?:below|under)|on or below"
NOT_BELOW = r"not (?:less|fewer|lower|below|under)(?: than)?"
NOT_ABOVE = r"not (?:more|higher|greater|older|longer|above|over)(?: than)?|not exceed(?:ed|ing)?"
REACHED = r"met|meets?|meeting|reach(?:es|ed|ing)?|achiev(?:es?|ed|ing)|hit|attain(?:s|ed|ing)?"
EXCEEDED = r"exceed(?:s|ed|ing)?|beat(?:s|en|ing)?|topp(?:ed|ing)|pass(?:es|ed|ing)?"
MISSED = r"miss(?:ed|es|ing)?"
# Behind a number: "80% or more".
OR_MORE = r"more|above|over|higher|better|greater|longer|older|upwards"
OR_LESS = r"less|below|under|lower|fewer|shorter|younger"
# Parts of a whole that a limit may be: "at least two thirds".
IN_TEN = (
    r"(?:[1-9]|one|two|three|four|five|six|seven|eight|nine) (?:in|out of) (?:every )?(?:3|4|5|10|20|three|four|five|"
    r"ten|twenty)\b"
)
PART = rf"half|a (?:third|quarter|fifth)|(?:one|two|three|four)[ -](?:thirds?|quarters?|fifths?)|{IN_TEN}"
SO_MANY_IN = re.compile(r"(\w+) (?:in|out of) (?:every )?(\w+)")
LIMITS = r"target|standard|benchmark|threshold|goal|limit|ceiling|tolerance"
# "The share meeting the standard was 40%": of those who did, and no standard of 40%.
NOT_MET_BY = "".join(
    f"(?<!{verb} {the})"
    for verb in ("meeting", "met", "meet", "meets", "reaching", "reached", "achieving", "achieved", "passing", "passed")
    for the in ("", "the ", "this ", "our ")
)
MEETING = re.compile(
    r"\b(?:meet(?:s|ing)?|met|reach(?:ed|ing)|achiev(?:ed|ing)|pass(?:ed|ing)) (?:the |this |that |our |its )?$", re.I
)
WAS = re.compile(r"[a-z]+(?: [a-z]+){0,2}(?: is| was|:) ?(?:just |only |about )?[£$€\d]", re.I)


def is_of_those_who_met(text: str, start: int, end: int) -> bool:
    """Whether words that look like a limit tell how many met it: "the share meeting the standard was 40%".

    >>> is_of_those_who_met("Those meeting the standard were few; the standard was 40%", 42, 57)
    False
    """
    return bool(MEETING.search(text[:start]) and WAS.match(text, start, end))


def part_said(text: str) -> Fraction | None:
    """The part of a whole that words of PART say.

    >>> part_said("two-thirds"), part_said("Nine in ten"), part_said("nine")
    (Fraction(2, 3), Fraction(9, 10), None)
    """
    words = text.lower().replace("-", " ")
    if found := SO_MANY_IN.fullmatch(words):
        part, base = whole(found[1]), whole(found[2])
        return Fraction(part, base) if part and base and part < base else None
    return FRACTIONS.get(words)


# Before a number, and behind it: what rules on the rows of a table read.
AHEAD = (
    rf"(?:(?P<least>{AT_LEAST}|{NOT_BELOW}|(?:{REACHED})(?: or (?:exceeded|beat))?)|(?P<above>{ABOVE}|{EXCEEDED})|"
    rf"(?P<most>{AT_MOST}|{NOT_ABOVE})|(?P<below>{BELOW}|{MISSED}|fail\w* to (?:meet|reach)))"
)
BEHIND = rf"or (?:(?P<more>{OR_MORE})|(?P<fewer>{OR_LESS}))"


def is_so(found: re.Match[str], figure: Decimal, limit: Decimal) -> bool:
    """Whether a figure is so by a match of AHEAD or of BEHIND.

    >>> [is_so(re.match(AHEAD, "over"), Decimal(each), Decimal(80)) for each in (79, 80, 81)]
    [False, False, True]
    """
    said = {name for name, words in found.groupdict().items() if words}
    if said & {"more", "least"}:
        return figure >= limit
    if said & {"fewer", "most"}:
        return figure <= limit
    return figure > limit if "above" in said else figure < limit
