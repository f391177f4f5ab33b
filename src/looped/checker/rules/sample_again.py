"""The size of the sample, told in the summary and again in the method."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.linking import stem
from looped.checker.numbers import whole
from looped.checker.one_quantity import MONTHS, MOVED, YEARS
from looped.checker.part_again import part_again
from looped.checker.patterns import pattern_of
from looped.checker.prose import NUMBER

CODE = "sample-again"
MESSAGE = "The sample that is told in two places has one size."
GOOD = "Summary\n\nThe sample was 87 boats.\n\nMethod\n\nWe drew a sample of 87 boats."
BAD = "Summary\n\nThe sample was 87 boats.\n\nMethod\n\nWe drew a sample of 90 boats."

SAID = pattern_of(
    r"\b(?:the|our|a|an|this)(?: (?:full|total|whole|audit|random|study|final|single))? sample "
    r"(?:size )?(?:(?:was|is|of|comprised|consisted of|included|contained|covered|numbered|was made up of) )+"
    rf"(?P<n>{NUMBER}) (?P<what>(?:[a-z-]+ ){{0,2}}?[a-z-]{{3,}}(?:s|children|people|men|women)\b)",
    re.I,
)
ANOTHER = pattern_of(
    r"\b(?:each|every|per|second|third|further|another|additional|control|sub-?sample|pilot|smaller|larger|first|later|"
    r"earlier|previous|last|original|re-?audit|comparison|target|planned|required|needed|intended)\b",
    re.I,
)
# "At Ayr the sample was 30 boats".
PLACED = re.compile(
    r"\b(?:[Aa]t|[Ii]n|[Ff]or|[Ff]rom) (?:the )?(?:[A-Z][a-z]+|[a-z]+ (?:site|ward|office|arm|group|team)\b)"
)
TWO = 2


def check(context: Context) -> Iterator[Finding]:
    """The two places of a report that tell it, of the same things and neither of a time of its own."""
    yield from part_again(context, CODE)
    told = [
        (paragraph, found)
        for paragraph in context.paragraphs_with(SAID)
        for found in SAID.finditer(paragraph.text)
        if not ANOTHER.search(_sentence(paragraph.text, found))
    ]
    if len(told) != TWO or told[0][0] is told[1][0]:
        return
    (first, one), (paragraph, other) = told
    same = stem(one["what"].split()[-1].lower()) == stem(other["what"].split()[-1].lower())
    a, b = whole(one["n"]), whole(other["n"])
    if not same or a is None or b is None or a == b or _are_apart(first, one, paragraph, other):
        return
    why = f"“{one.group()}”, and “{other.group()}”"
    slip = f"{CODE}/{paragraph.line}/{other.start()}"
    yield Finding(CODE, "wrong", paragraph.where, other.group(), other["n"], one["n"], why, slip, "likely")


def _sentence(text: str, found: re.Match[str]) -> str:
    low = max(text.rfind(mark, 0, found.start()) for mark in (". ", "; ", "\n"))
    high = text.find(". ", found.end())
    return text[low + 1 : high if high >= 0 else len(text)]


def _are_apart(first: Paragraph, one: re.Match[str], second: Paragraph, other: re.Match[str]) -> bool:
    """Whether the two tell of two times or places."""
    texts = [_sentence(first.text, one), _sentence(second.text, other)]
    return any(
        {str(each).lower() for each in pattern.findall(texts[0])}
        != {str(each).lower() for each in pattern.findall(texts[1])}
        for pattern in (YEARS, MONTHS, MOVED, PLACED)
    )
