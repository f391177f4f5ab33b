"""Whether "by" tells who did something, and not how much it changed by: "79 visits were made by 36 members"."""

import re

from looped.checker.patterns import pattern_of

# What happens by so much.
MOVED = (
    r"(?:increas|reduc|rais|lower|cut|exceed|extend|widen|narrow|miss|chang|mov|expand|shorten|lengthen|beat|improv|"
    r"boost|decreas|rise|fall|grow|delay|overspen|underspen|outnumber|inflat|understat|overstat|up|down|out|late)"
)
DONE_BY = pattern_of(
    rf"\b(?:(?:was|were|been|being|are|is) (?!{MOVED})[a-z]+|made|taken|used|given|sent|submitted|worked|written|"
    r"completed|reported|attended|paid|claimed) (?:[a-z]+ly )?by (?:just |only |some |about |all |the |these )*$",
    re.I,
)
THEY = pattern_of(
    r" (?!(?:points?|percentage|per|more|fewer|less|times|seconds|minutes|hours|days|weeks|months|years)\b)"
    r"(?:[a-z]+ ){0,2}?[a-z]{3,}(?:s|ren|men|people|staff)\b",
    re.I,
)


def is_by_whom(lead: str, behind: str) -> bool:
    """Whether the figure between two runs of text counts those who did it.

    >>> is_by_whom("The visits were made by ", " members"), is_by_whom("The visits were cut by ", " visits")
    (True, False)
    """
    return bool(DONE_BY.search(lead) and THEY.match(behind))
