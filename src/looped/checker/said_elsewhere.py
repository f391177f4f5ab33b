"""What a report tells of one whole in its sections, by what is said of each: "of the 104 boats, 80 (77%) had a log".

And the sentences of a summary without a figure that set two of these against each other.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.numbers import DIGITS, whole
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage, passage

VERB = r"(?:were|was|had|have|did|could|knew|felt|met|kept|held|made|gave|came|took|got|said|saw|found|[a-z]{2,}ed)"
# "Was seen within 24 hours".
LENGTH = r"\d+ (?:working |calendar )?(?:minutes|hours?|days?|weeks?|months?|years?)\b"
WHAT = rf"{VERB}\b(?:[^.;:,()\d]|{LENGTH}){{2,90}}?"
BEHIND = r"(?: \(\d[^()]*\))?(?: [a-z]+){0,2}? "
# "Of the 104 boats (seen), 80 (77%) had a log and 45 (43%) carried flares".
OF_WHOLE = pattern_of(rf"\b(?:of|among) (?:the |these |our |all )*(?P<m>{DIGITS}) [a-z][^.;:,()\d]{{2,40}}, ", re.I)
ONE = pattern_of(rf"(?<![\w.,£-])(?P<n>{DIGITS}){BEHIND}(?P<what>{WHAT})(?=[.;,]| and \d| but \d| while \d)", re.I)
# "80 of the 104 boats (77%) had a log".
OUT_OF = pattern_of(
    rf"(?<![\w.,£-])(?P<n>{DIGITS}) (?:out )?of (?:the |these |our |all )*(?P<m>{DIGITS}) [a-z]+(?: [a-z]+)?{BEHIND}"
    rf"(?P<what>{WHAT})(?=[.;,]| and \d| but \d| while \d)",
    re.I,
)
SAID = pattern_of(
    rf"(?:^|[.;:] )(?:(?P<more>more)|fewer) [a-z’' -]{{3,40}}? (?P<x>{WHAT}) than (?P<y>{WHAT})(?=[.;])",
    re.I,
)
SMALL = re.compile(r"\b(?:an?|the|their|its|any)\b ?")


@dataclass(frozen=True)
class SetAgainst:
    """A statement that more are so than so, with how many each are. more: or fewer."""

    paragraph: Paragraph
    quote: str
    start: int
    more: bool
    one: int
    other: int


def set_against_elsewhere(context: Context) -> Iterator[SetAgainst]:
    """Each such statement in a paragraph without figures, where the report tells both of one whole and but once."""
    said = [
        (paragraph, found)
        for paragraph in context.paragraphs_with(SAID)
        for found in SAID.finditer(paragraph.text)
        if not _has_figures(passage(paragraph.text), found.start("x"))
    ]
    if not said:
        return
    told = context.once(_told)
    for paragraph, found in said:
        one, other = (told.get(_plain(found[name]), frozenset()) for name in "xy")
        if len(one) == len(other) == 1:
            (count, base), (count2, base2) = *one, *other
            if base == base2:
                quote = found.group().lstrip(".;: ")
                yield SetAgainst(paragraph, quote, found.start(), bool(found["more"]), count, count2)


def _has_figures(read: Passage, place: int) -> bool:
    """Whether the sentence of a place tells figures, lengths of time aside."""
    return any(each.kind != "measure" for each in read.of_sentence(read.sentence_at(place)))


def _told(context: Context) -> dict[str, frozenset[tuple[int, int]]]:
    """How many of how many a report tells of each thing that is said of them."""
    found: dict[str, frozenset[tuple[int, int]]] = {}
    for paragraph in context.paragraphs_with(OF_WHOLE, OUT_OF):
        for sentence in passage(paragraph.text).sentences:
            for what, count, base in _in_sentence(sentence):
                found[what] = found.get(what, frozenset()) | {(count, base)}
    return found


def _in_sentence(sentence: str) -> Iterator[tuple[str, int, int]]:
    wholes = list(OF_WHOLE.finditer(sentence))
    for each in ONE.finditer(sentence, wholes[0].end()) if len(wholes) == 1 else OUT_OF.finditer(sentence):
        count, base = whole(each["n"]), whole((wholes[0] if wholes else each)["m"])
        if count is not None and base and count <= base:
            yield _plain(each["what"]), count, base


def _plain(words: str) -> str:
    """What is said, without small words."""
    return SMALL.sub("", words.lower()).strip()
