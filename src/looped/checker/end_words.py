"""The words that say that something stands at an end of what it is compared with, in one place for all rules.

Each is the inside of an alternation. A rule adds what only its own statements say ("the main reason", "peaked").
"""

import re

from looped.checker.patterns import pattern_of

HIGHEST = r"highest|greatest|largest|biggest|longest"
LOWEST = r"lowest|smallest|fewest|shortest"
# Of what comes and goes, by how much of it there is.
BUSIEST = r"commonest|busiest|fullest"
QUIETEST = r"quietest|slackest|thinnest|emptiest"
# Which end these mean depends on whether more of the thing is good.
BEST, WORST = r"best|strongest", r"worst|weakest"
# Either end, where only that it is one matters.
ANY_END = rf"{HIGHEST}|{LOWEST}|most|least|{BEST}|{WORST}|top|bottom"
# What is denied, or is so of one of several: it stands right before such a word.
NO_END = (
    r"not|no longer|nor|neither|never|n[’']t|one of|among|second|third|fourth|next|joint|equal|two|three|four|the very"
)
# Beside such a word: of a change, of several together, of another time or place, which no cell need hold.
NO_CELL = (
    r"since|ever|on record|nationally|together|combin\w+|between them|improve\w*|growth|overspen\w+|underspen\w+|rose|"
    r"fell(?! due)|went|grew|last (?:year|time|survey)|if|would|target"
)
# "The most common fault was rust (24": the first of a list, and no whole.
THE_FIRST = pattern_of(
    rf"\b(?:{ANY_END}|commonest|main|leading|chief)\b[^.;:\d]{{0,60}}\b(?:was|were|is|are)\b[^.;:\d]{{0,40}}\($", re.I
)
# "The most common was rust (n = 24); others were rot (n = 9": further on in such a list, and no rest of a whole.
FURTHER_ON = pattern_of(
    rf"\b(?:{ANY_END}|commonest|main|leading|chief)\b[^.;:\d]{{0,60}}\b(?:was|were|is|are)\b[^.;:\d]{{0,40}}"
    r"\((?:n ?= ?)?\d[^.:]*[a-z] \((?:n ?= ?)?$",
    re.I,
)
