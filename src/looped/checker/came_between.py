"""What comes and goes between two figures of one name, so that the later one may be another number of them."""

import re

from looped.checker.counted import NUMBERED, Mention
from looped.checker.other_place import COMING
from looped.checker.patterns import pattern_of

# What comes or goes between two figures makes them two quantities.
FLOW = pattern_of(
    r"\b(?:left|leavers?|withdrew|withdrawn|dropped|excluded|exclusions?|added|removed|joined|lost|died|"
    r"since (?:been|then)|grew|grown|gained|new|extra|later|(?:number|it|they|total) (?:has |have |"
    r"had )?(?:fell|fallen|rose|risen)|"
    r"(?:could|did|was|were|would) not|remain\w*|without|except|apart from|other than|duplicates? (?:were|was)|"
    r"ineligible|eligible|unusable|spoil\w*|blank|refused|declined|dropped out)\b",
    re.I,
)
# "No boat was left out": nothing came or went.
NONE_WENT = pattern_of(
    r"(?:\b(?:no|none|nobody|nothing|not one|without)\b|\b(?:were|was|had|has|have|been)(?: not|"
    r"n[’']t)\b)(?= [a-z])[^.;,]*"
    r"\b(?:left out|excluded|exclusions?|withdrew|withdrawn|withdrawals|dropped|lost|removed|refused|declined|added|"
    r"died|"
    r"missing)\b",
    re.I,
)
REST = pattern_of(
    r"\b(?:left out|exclud\w+|omitted|not|no|none|others?|rest|less|fewer|gone|away|absent|set aside|missing|besides|"
    r"further|only|could|cut short|incomplete|unfinished|cancelled|abandoned|apart|instead|total|together|all|"
    r"in all)\b|"
    r"n[’']t\b",
    re.I,
)


def goes_on(each: Mention) -> bool:
    """Whether a figure only goes on: nothing in its clause comes, goes or is left out."""
    text = " ".join(sorted(each.clause))
    return not (FLOW.search(text) or REST.search(text))


def flows(again: Mention, first: Mention, since: int = 0) -> bool:
    """Whether between two figures something comes or goes of which nobody says how many."""
    between = NONE_WENT.sub(" ", again.read.text[first.end : again.start])
    clauses = [each for each in re.split(r"[.;,] ", between)[since:] if not COMING.search(each)]
    return any(FLOW.search(each) and not NUMBERED.search(each) for each in clauses)
