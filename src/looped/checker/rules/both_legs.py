"""Which way figures went first and which way then: "fell and then rose", "after a dip recovered"."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby, pairwise

from looped.checker.context import Context
from looped.checker.courses import courses_on
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage, passage
from looped.checker.weighing import prose_alone

CODE = "both-legs"
MESSAGE = "What is said to have gone one way and then the other did so in that order."
GOOD = "Turnout was 61% in 2015, 54% in 2019 and 66% in 2023. It fell and then rose."
BAD = "Turnout was 61% in 2015, 54% in 2019 and 66% in 2023. It rose and then fell."

UP = r"(?:rose|risen|increased|grew|grown|climbed|went up|gone up|improved|recovered|picked up|rallied)"
DOWN = r"(?:fell|fallen|dropped|declined|decreased|dipped|went down|gone down|came down|slipped|worsened)"
TO_UP = r"(?:rising|increasing|growing|climbing|going up|improving|recovering|picking up|rallying)"
TO_DOWN = r"(?:falling|dropping|declining|decreasing|dipping|going down|coming down|slipping|worsening)"
THEN = (
    r",? (?:at first |first |initially |back )?,?(?:and |but )(?:then|later|afterwards|subsequently) "
    r"(?:it |they |had )?"
)
LEGS = pattern_of(
    rf"\b(?:(?P<down>{DOWN}(?:{THEN}{UP}|,? (?:at first |first |initially )?before {TO_UP}))|"
    rf"(?P<up>{UP}(?:{THEN}{DOWN}|,? (?:at first |first |initially )?before {TO_DOWN})))\b(?! (?:to|by|from) )",
    re.I,
)
NOT_SO = pattern_of(r"\b(?:not|never|n[’']t|would|could|should|might|may|expect\w*|forecast\w*|if|whether)\b", re.I)
FEWEST = 3


def check(context: Context) -> Iterator[Finding]:
    """Each sentence that says so, with one course of three figures or more."""
    for paragraph in context.once(prose_alone):
        if not LEGS.search(paragraph.text):
            continue
        read = passage(paragraph.text)
        for said in LEGS.finditer(paragraph.text):
            yield from _judged(paragraph, read, said)


def _judged(paragraph: Paragraph, read: Passage, said: re.Match[str]) -> Iterator[Finding]:
    at = read.sentence_at(said.start())
    told = courses_on(read, at)
    if len(told) != 1 or len(told[0].entries) < FEWEST or NOT_SO.search(read.sentence(at)):
        return
    ways = _ways(told[0].values)
    if len(ways) > len((True, False)):
        return  # up and down several times: which legs are meant nobody can tell
    right = ways == ([False, True] if said["down"] else [True, False])
    why = f"{told[0].shown}; the sentence says “{said.group()}”"
    quote, slip = read.sentence(at).strip(), f"{CODE}/{paragraph.line}/{said.start()}"
    verdict: Verdict = "ok" if right else "wrong"
    expected = "" if right else "otherwise"
    yield Finding(CODE, verdict, paragraph.where, quote, said.group(), expected, why, slip, "likely")


def _ways(values: Sequence[Decimal]) -> list[bool]:
    """The ways they went, one after the other: True for up; what stood still went nowhere."""
    return [way for way, _ in groupby(b > a for a, b in pairwise(values) if a != b)]
