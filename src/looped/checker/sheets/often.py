"""How often: rows of a scale from every day to never, and words that take several of them together.

"At least once a week" is every row that is as often or oftener; "less than monthly" all that are less often.
"""

import re
from functools import lru_cache

from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.sheets.sheet import Sheet

YEARLY = {"day": 365, "daily": 365, "week": 52, "weekly": 52, "fortnight": 26, "fortnightly": 26, "month": 12}
YEARLY |= {"monthly": 12, "quarter": 4, "quarterly": 4, "term": 3, "termly": 3, "year": 1, "yearly": 1, "annually": 1}
TIMES = {"once": 1, "twice": 2, "several": 3, "a": 3, "most": 5}
PERIOD = r"(?:day|week|fortnight|month|quarter|term|year)"
OFTEN = (
    rf"(?:(?:about |around )?(?P<times>once|twice|several times|a few times|\w+ times|\w+ days|most days)? ?"
    rf"(?:every|each|an?|per|in a) (?P<period>{PERIOD})\b|(?P<ly>daily|weekly|fortnightly|monthly|quarterly|termly|"
    r"yearly|annually)\b)"
)
LABEL = pattern_of(rf"^\W*(?:at least )?{OFTEN}", re.I)
MOST_DAYS = pattern_of(r"^\W*(?:most days|almost every day|nearly every day)\b", re.I)
# The ends of the scale below: how often they are, nobody says.
SELDOM = pattern_of(
    r"^\W*(?:less often|less (?:than|frequently)|rarely|seldom|occasionally|hardly ever|now and then|from time to time|"
    r"sometimes|(?P<never>never|not at all|do not|don[’']t))\b",
    re.I,
)
AT_LEAST = pattern_of(rf"\b(?:at least|no less (?:often )?than|not less than)(?: about)? {OFTEN}", re.I)
OR_MORE = pattern_of(rf"\b{OFTEN},? or (?:more|oftener|more often|more frequently)\b", re.I)
LESS = pattern_of(rf"\b(?:less (?:often |frequently )?than|not even) {OFTEN}", re.I)


@lru_cache(maxsize=2048)
def scale(sheet: Sheet) -> tuple[tuple[int, float], ...]:
    """The rows of a table with how often a year each is; none where any row tells something else."""
    found: list[tuple[int, float]] = []
    for row in sheet.parts:
        label = sheet.labels[row]
        if MOST_DAYS.match(label):
            found.append((row, 300))
        elif seldom := SELDOM.match(label):
            found.append((row, 0 if seldom["never"] else 0.1))
        elif often := LABEL.match(label):
            found.append((row, _yearly(often)))
        else:
            return ()
    rates = [rate for _, rate in found]
    return (
        tuple(found)
        if len(found) > 2 and rates == sorted(rates, reverse=True) and len(set(rates)) == len(rates)
        else ()
    )


def _yearly(found: re.Match[str]) -> float:
    """How often a year words are.

    >>> [_yearly(LABEL.match(each)) for each in ("Twice a week", "Monthly", "Every day")]
    [104, 12, 365]
    """
    if found["ly"]:
        return YEARLY[found["ly"].lower()]
    first = (found["times"] or "once").lower().split()[0]
    times = TIMES.get(first) or whole(first) or 1
    return times * YEARLY[found["period"].lower()]


def rows_as_often(sheet: Sheet, text: str) -> list[int]:
    """The rows of a scale that words take together: as often or oftener, or less often; none where none do."""
    told = scale(sheet) if any(words.search(text) for words in (AT_LEAST, OR_MORE, LESS)) else ()
    found = AT_LEAST.search(text) or OR_MORE.search(text)
    less = LESS.search(text)
    if not told or bool(found) == bool(less):
        return []
    match = found or less
    assert match
    bound = _yearly(match)
    if bound not in {rate for _, rate in told}:
        return []
    return [row for row, rate in told if (rate >= bound if found else rate < bound)]
