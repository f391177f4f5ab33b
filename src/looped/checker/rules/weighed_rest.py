"""What is left of a whole, where the figures before it leave something else."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.end_words import FURTHER_ON
from looped.checker.evidence.points import REST
from looped.checker.evidence.reading import Reading
from looped.checker.evidence.rests import rests
from looped.checker.finding import Finding
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage
from looped.checker.ranks import ADVERB
from looped.checker.weighing import weighed

CODE = "weighed-rest"
MESSAGE = "What remains is the whole less what was told."
GOOD = "The previous report listed thirteen faults. Seven are now mended. The six that have not been mended are listed."
BAD = (
    "The previous report listed thirteen faults. Seven are now mended. The eight that have not been mended are listed."
)

SET_AGAINST = pattern_of(
    r"\b(?:compared (?:with|to)|against|followed by|ahead of|then) [^.;:]{0,40}\d[^.;:]{0,40}(?:,|,? and) $", re.I
)

# "The commonest was rust, found in 14. Rot was found in 9": the first of a list, and no whole.
FOREMOST = pattern_of(
    rf"\b(?:(?:most|least) (?:{ADVERB})|commonest|rarest|main (?:reason|cause|fault|source))\b[^.;:\d]{{0,90}}$", re.I
)


def check(context: Context) -> Iterator[Finding]:
    """Each that weighs enough."""
    yield from weighed(context, CODE, REST, lambda read: (e for e in rests(read) if not _is_another(read, e)))


def _is_another(read: Passage, reading: Reading) -> bool:
    """ "30 on Ash, compared with 14 on Elm and 13 on Oak": the next of those that it is set against."""
    start = read.starts[read.sentence_at(reading.stated.start)]
    before = read.text[start : reading.stated.start]
    whole = max(reading.terms, key=lambda each: each.value)
    foremost = FOREMOST.search(read.text[: whole.start])
    return bool(foremost or SET_AGAINST.search(before) or FURTHER_ON.search(before))
