"""Whether figures that a rule takes for parts of each other are those of several times, one after the other."""

import re

from looped.checker.context import Context
from looped.checker.courses import groups
from looped.checker.finding import Finding
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.when import by_moments

# Rules on what parts come to, and on what is left of a whole.
OF_PARTS = frozenset(
    ("rest-accounted", "concluded", "nearly-whole", "parts-of-whole", "split", "sum-accounted", "left-over")
    + ("two-parts", "weighed-sum", "weighed-rest")
)
IN_ALL = pattern_of(
    r"\b(?:in all|in total|all told|altogether|totals?|totall?(?:ed|ing)|together|so far|to date|since|"
    r"combined|overall|sum)\b",
    re.I,
)
FEWEST, REACH, NEAR = 3, 3, 40


def is_along_time(context: Context, finding: Finding) -> bool:
    """Whether the figure that is called wrong is one of three or more, each told with a time of its own.

    "14 in June, having been 9 in March, and down to 8 in September": none of them is what the others make or leave.
    """
    if finding.code not in OF_PARTS:
        return False
    for paragraph in context.document.paragraphs:
        if paragraph.line == finding.where.line and finding.quote and finding.quote in paragraph.text:
            read, low = passage(paragraph.text), paragraph.text.find(finding.quote)
            stated = next((e for e in read.entries if low <= e.start < low + len(finding.quote)), None)
            return stated is not None and not _is_of_all(read, stated) and _is_of_times(read, stated)
    return False


def _is_of_all(read: Passage, stated: Entry) -> bool:
    """Whether it is told of all the times together: "three in 2020 and two in 2021; seven since 2020"."""
    return bool(IN_ALL.search(read.text[max(0, stated.start - NEAR) : stated.end + NEAR]))


def _is_of_times(read: Passage, stated: Entry) -> bool:
    for first in range(stated.sentence, max(-1, stated.sentence - REACH), -1):
        for group in groups(read, range(first, stated.sentence + 1)):
            if stated in group and len(group) >= FEWEST:
                return by_moments(read, group) is not None
    return False
