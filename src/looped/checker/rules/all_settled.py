""" "Both are now resolved", and then one that remains open."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.finding import Finding
from looped.checker.patterns import pattern_of

CODE = "all-settled"
MESSAGE = "Where all are said to be settled none remains open."
GOOD = "Both points have been closed. Point 1 was closed in May and point 2 in June."
BAD = "Both points have been closed. Point 1 was closed in May; point 2 remains open."

ALL = pattern_of(
    r"\b(?<!not )(?<!nearly )(?<!almost )(?:both|all|every one|each)\b[^.;:]{0,40}?\b(?:are|is|were|was|have "
    r"been|has been|had been)"
    r"(?: now| all| fully| since)* (?:resolved|closed|settled|met|put right|implemented|addressed|completed|"
    r"cleared|remedied|"
    r"dealt with|actioned|discharged)\b(?! by\b)",
    re.I,
)
OPEN = pattern_of(
    r"\b(?:remains?|stays?|is|are|was still|is still|are still)(?: still)? (?:open|outstanding|unresolved|unmet|"
    r"in breach|overdue)\b|"
    r"\bremains?(?=\s*[.,;])|\b(?:has|have) (?:yet|still) to be\b|\b(?:is|are) (?:yet|still) to be\b|\bnot yet "
    r"(?:been )?"
    r"(?:resolved|closed|settled|met|put right|implemented|addressed|completed|done)\b",
    re.I,
)
BUT = pattern_of(r"\b(?:but|except|apart from|other than|save|unless|if|until|when|will|should|must|by \d)\b", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each such statement with one that is open in the next two sentences."""
    for paragraph in context.paragraphs_with(ALL):
        for found in ALL.finditer(paragraph.text):
            after = " ".join(re.split(r"(?<=[.;])\s+", paragraph.text[found.end() :])[:3])
            other = OPEN.search(after)
            if BUT.search(found.group()) or not other or BUT.search(after[: other.start()]):
                continue
            why = f"“{found.group()}”, and “{other.group()}”"
            slip = f"{CODE}/{paragraph.line}/{found.start()}"
            yield Finding(CODE, "wrong", paragraph.where, found.group(), "all", "not all", why, slip, "likely")
