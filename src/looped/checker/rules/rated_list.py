"""How many are said to have a grade, against the list that gives each its own: "safe: good; caring: outstanding"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.quantified import SMALL

CODE = "rated-list"
MESSAGE = "As many have a grade as the list of grades gives it."
GOOD = "The home was good in two of the three areas: food: good; staff: good; garden: poor."
BAD = "The home was good in two of the three areas: food: good; staff: poor; garden: poor."

GRADE = (
    r"(?:outstanding|very good|good|requires improvement|requiring improvement|inadequate|adequate|satisfactory|"
    r"unsatisfactory|excellent|fair|poor|weak|strong|substantial|reasonable|moderate|limited|partial|full|none|"
    r"no assurance|"
    r"met|not met|partly met|partially met|red|amber|green|pass|fail|yes|no)"
)
ITEM = pattern_of(
    rf"(?P<name>[A-Za-z][A-Za-z’' -]{{1,40}}?)\s?(?::|–|—|-|=|,|\()\s?(?P<grade>{GRADE})\)?(?=\s*(?:[;,.)]|and\b|$))",
    re.I,
)
# What stands before the grade of an item: where it doesn't stand so often, there is no list.
MARKED = pattern_of(rf"[:–—=,(-]\s?{GRADE}\b", re.I)
SAID = pattern_of(
    rf"\b(?:(?P<grade>{GRADE}) (?:in|for|on) (?P<n>one|{SMALL}|all|none|every one) (?:of|out of) (?:the |our |"
    rf"its |these )?"
    rf"(?P<m>{SMALL})\b|(?P<n2>one|{SMALL}|all|none) (?:of|out of) (?:the |our |its |"
    rf"these )?(?P<m2>{SMALL})(?: [a-z’'-]+){{1,3}}? "
    rf"(?:was|were|is|are|being) (?:rated |judged |graded |assessed as |found to be |given )?(?P<grade2>{GRADE})\b)",
    re.I,
)
BETTER = pattern_of(r"\s*(?:or (?:better|above|higher|worse|below|lower|outstanding)|and above)\b", re.I)
FEWEST, NEAR = 3, 12


def check(context: Context) -> Iterator[Finding]:
    """Each such statement in a paragraph with one list of as many grades."""
    for paragraph in context.paragraphs_with(SAID):
        if len(MARKED.findall(paragraph.text)) < FEWEST:
            continue
        for said in SAID.finditer(paragraph.text):
            yield from _judged(paragraph, said)


def _judged(paragraph: Paragraph, said: re.Match[str]) -> Iterator[Finding]:
    text = paragraph.text
    number = whole(said["m"] or said["m2"])
    rest = text[: said.start()] + " " * (said.end() - said.start()) + text[said.end() :]
    items = _run(list(ITEM.finditer(rest)))
    if number is None or len(items) != number or number < FEWEST or BETTER.match(text, said.end()):
        return
    word = (said["n"] or said["n2"]).lower()
    told = {"all": number, "every one": number, "none": 0}.get(word, whole(word))
    grade = (said["grade"] or said["grade2"]).lower()
    having = sum(each["grade"].lower() == grade for each in items)
    verdict: Verdict = "ok" if having == told else "wrong"
    why = f"{having} of the {number} have “{grade}”: {', '.join(each.group().strip() for each in items)}"
    slip = f"{CODE}/{paragraph.line}/{said.start()}"
    yield Finding(CODE, verdict, paragraph.where, said.group(), word, str(having), why, slip, "likely")


def _run(found: list[re.Match[str]]) -> list[re.Match[str]]:
    """The items that stand one right behind the other."""
    run: list[re.Match[str]] = found[:1]
    for one, other in pairwise(found):
        if other.start("name") - one.end() <= NEAR:
            run.append(other)
    return run if len(run) == len(found) else []
