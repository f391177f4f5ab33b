"""Three paragraphs or more that tell one item each, read with what the first or the last of them says of all."""

import re
from dataclasses import replace

from looped.checker.document import Document
from looped.checker.finding import Finding
from looped.checker.joined import Pair, runs
from looped.checker.prose import passage
from looped.checker.traits import IN_ROWS

# What is said of all that paragraphs tell, one each; and how many of them at most.
OF_ALL = re.compile(
    r"\b(?:overall|altogether|together|combined|in (?:all|total)|(?:all|both|each|every)|on month|on quarter|on year|"
    r"steadily|throughout|consistently|trend|strong(?:est|er)|weakest|best|worst|(?:high|low|great|small)est|most|least|"
    r"top|bottom|main|first|last)\b",
    re.I,
)
FEWEST, FARTHEST, LONGEST = 3, 6, 1200


def in_rows(document: Document) -> list[Pair]:
    """Each run of three paragraphs or more with what is said of all of them in its first or its last one."""
    rows = []
    for run in runs(document.blocks):
        for at, each in enumerate(run):
            figures = [e for e in passage(each.text).entries if not e.text.isalpha()]
            if len(figures) <= 1 and OF_ALL.search(each.text):
                rows += [run[max(0, at - FARTHEST) : at + 1], run[at : at + FARTHEST + 1]]
    rows = [row for row in rows if len(row) >= FEWEST and sum(len(each.text) for each in row) <= LONGEST]
    return [(row[0], row[-1], replace(row[0], text=" ".join(each.text.strip() for each in row))) for row in rows]


def told_in_row(found: Finding, document: Document) -> Finding | None:
    """A finding on a run of paragraphs, where it stands; None where it is of no rule that reads so."""
    own = [
        each for each in document.paragraphs if found.quote in each.text and found.where.section == each.where.section
    ]
    return replace(found, where=own[0].where) if len(own) == 1 and found.code in IN_ROWS else None
