"""Some that are spoken of as those of which it isn't so, right behind what is said of all: "the four that did not"."""

import re

from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.phrases import THEM
from looped.checker.quantified import SMALL
from looped.checker.wholes import ELSEWHERE, Clause, Whole, told_word

# "All 24 boats had a bell. The four boats that did not were sent back": known to be some, whatever came of them.
THE_SOME = rf"\b(?:the|those|these|all) (?P<n>one|{SMALL}|\d+)(?P<name>(?: (?!that\b|who\b|which\b)[a-z’'-]+){{0,3}}?)"
ENDS = (
    r"(?=\s*(?:[.;,()–]|$|(?:were|was|are|is|have|has|had|will|would|should|came|gave|said|told|lay|all|each|both|"
    r"could|did|may|must|need|went|took|fell|[a-z]{2,}ed)\b))"
)
DID_NOT = (
    r"(?:(?:did|were|was|had|have|has|do|does|are|is|could)(?: not|n[’']t)(?: (?:do|done|meet|met|have|had|be|been)"
    r" (?:so|it|this|that|them|one|any))?|failed(?: to do so| to)?|fell short|missed (?:it|this)|"
    r"lacked (?:one|it|this|them|any)|had none|(?:went |were )?without(?: one| it| any| them)?)"
)
EXCEPT = pattern_of(rf"{THE_SOME} (?:that|who|which|where this) {DID_NOT}{ENDS}", re.I)
EXCEPTIONS = pattern_of(
    rf"\b(?:the|those|these|both) (?P<n>one|{SMALL}|\d+ )?(?P<name> ?)(?:exceptions?|failures|outliers){ENDS}", re.I
)
THOSE = pattern_of(
    rf"\b(?P<name>)those (?:that|who|which) {DID_NOT},? ?\((?:n ?= ?)?(?P<n>one|{SMALL}|\d+)\b[^()]*\)", re.I
)
# "None of the 24 boats leaked. The four that did were sent back".
DID_SO = pattern_of(
    rf"{THE_SOME} (?:that|who|which) (?:did|were|was|had|have|has|do|does|are|is)"
    r"(?: (?:do |done )?(?:so|it|this|one|any|some))?(?=\s*(?:[.;,()–]|$|(?:were|was|are|is|have|has|had|will)\b))",
    re.I,
)
# "27 met it, and all of them had a leader. The three that did not": of those told before.
OF_THEM = pattern_of(
    rf"\b(?:all|each|every one|none|both|neither) of (?:{THEM})\b|^\W*(?:all|both) (?:were|had|did)\b", re.I
)
# "All were asked to write. The three that did not": did not write.
ASKED = pattern_of(
    r"\b(?:asked|invited|told|expected|required|reminded|urged|encouraged|offered|allowed|able|free|meant|supposed|due|"
    r"advised|instructed|eligible|given|sent|written|contacted|approached)\b",
    re.I,
)
PEOPLE = frozenset(("people", "others", "cases", "ones"))
NEXT = 2


def is_excepted(said: Whole, clause: Clause) -> bool:
    """Whether the clause right behind speaks of some as those of which it isn't so."""
    if not 0 <= clause.low - said.end < NEXT or OF_THEM.search(said.text) or ELSEWHERE.search(clause.text):
        return False
    if ASKED.search(said.text):
        return False
    patterns = (EXCEPT, THOSE, EXCEPTIONS) if said.so else (DID_SO,)
    return any(_are_of_them(said, each) for pattern in patterns for each in pattern.finditer(clause.text))


def _are_of_them(said: Whole, found: re.Match[str]) -> bool:
    name = found["name"].strip().lower().split()
    number = whole(found["n"].strip()) if found["n"] else None
    fits = not name or name[-1] in PEOPLE or told_word(name[-1]) in said.noun
    return fits and (number is None or said.number is None or number < said.number)
