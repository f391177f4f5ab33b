"""Words of direction and degree that only tell what something was called: "rated improved (11)"."""

import re

from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage

CALLED = pattern_of(
    r"\b(?:rated|graded|judged|classed|assessed|scored|recorded|described|called|than)(?: as)?"
    r"(?: (?:much|slightly|very|greatly))? $",
    re.I,
)
BRACKET = re.compile(r"\s*\(\d")


def is_called(read: Passage, way: re.Match[str]) -> bool:
    """ "Fewer were rated improved (11) than unchanged (17)": what they were called, with how many."""
    lead = read.text[read.starts[read.sentence_at(way.start())] : way.start()]
    return bool(CALLED.search(lead) and BRACKET.match(read.text, way.end()))
