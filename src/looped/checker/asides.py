"""Sentences that tell nothing of the figures around them: "The year ended on 31 March.", "Regulation 12 applies.".

What is told of figures is read no further than a sentence or two. A sentence whose numbers claim nothing - dates, ages,
names, spans from one to the other, doses - and that takes up nothing of what stands before it only stands between.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from looped.checker.document import Document, Paragraph
from looped.checker.patterns import Pattern, pattern_of
from looped.checker.prose import DOSES, Passage, passage
from looped.checker.quieting import LENGTH, NUMBER, has_figure, quieted

FIGURE = r"(?:£\s?)?\d[\d,.]*\d?(?:\s?(?:mg|g|kg|ml|mm|cm))?"
# What is neither a date nor a name and claims nothing all the same.
BOUNDS = re.compile(
    rf"\bfrom {FIGURE} to {FIGURE}|\bbetween {FIGURE} and {FIGURE}|\b(?:under|over|above|below) £\s?\d[\d,.]*|"
    rf"\b(?:about|around|up to|follow-up (?:lasted|was|ran for)) {NUMBER} {LENGTH}\b|\[\d+(?:[,–-] ?\d+)*\]|"
    # How long a form is, and who did the work.
    rf"\b(?:has|had|is|was|of) {NUMBER} (?:pages?|sections|columns|chapters|questions)\b|"
    rf"\bby (?:one|two|three|four|a single) [a-z]+\b",
    re.I,
)
# A sentence that says of what time, or which of several, what follows is told is none; nor one that takes up a figure.
LINKED = pattern_of(
    r"^\W*(?:in|by|on|from|until|during|at|after|before|of|among|for|over|across|since)\b|"
    r"\b(?:it|its|they|them|their|these|those|this|that|which|both|all|none|each|every|remain\w*|other\w*|rest|half|"
    r"since|then|now|again|later|earlier|previous\w*|last|next|more|less|fewer|higher|lower|most|least|only|another|"
    r"total\w*|sum|bases?|denominators?|percent\w*|shares?|rates?|ratios?|means?|median|averages?|rose|fell|not|no|"
    r"targets?|trends?|upwards?|downwards?|ris(?:e|es|ing|en)|fall(?:s|ing|en)?|increas\w*|decreas\w*|improv\w*|"
    r"declin\w*|steady|steadily|consistent\w*|unchanged|everyone|everybody|nobody|answers?|options?|chose|ticked|"
    r"first|second|third|such|same|exclud\w*|compar\w*|intervals?)\b|%|[:;?]",
    re.I,
)
# "The reference for this audit is QA/12": of the text itself, which takes up nothing.
OF_TEXT = pattern_of(
    r"\b(?:for|of|in|to) this (?:exercise|audit|report|review|survey|study|inspection|trial|work|document)\b", re.I
)
# One that is named by its number.
LEFT_OUT = re.compile(r"(?<=\d) was (?:excluded|left out|omitted|set aside)\b")
LAST = re.compile(r"\bwas last (?=[a-z]+ed\b)")
DEGREES = re.compile(r"\s?(?:°|degrees?\b)")
FEWEST = 3
# Rules on what sentences without other figures tell.
OF_DATES = frozenset(("date-again", "dates-apart", "span-again"))


def between_asides(document: Document) -> list[tuple[Paragraph, Paragraph]]:
    """The paragraphs of a document that have asides, each with itself without these."""
    return [(each, short) for each in document.paragraphs if (short := _without(each))]


def is_aside(text: str) -> bool:
    """Whether every sentence of a paragraph only stands between."""
    read = passage(text)
    return len(standing_between(read)) == len(read.starts)


def _without(paragraph: Paragraph) -> Paragraph | None:
    """A paragraph without its asides, where figures stand in two other sentences of it or more."""
    read = passage(paragraph.text)
    between = _between(read)
    if not between:
        return None
    left = "".join(each for at, each in enumerate(read.sentences) if at not in between)
    return replace(paragraph, text=left)


def without_lone_figures(text: str, said: Pattern) -> str:
    """A paragraph in whose statements no figure stands, and in each of its other sentences one at most, without these.

    >>> without_lone_figures("It was highest in Ash. The fee is £30.", pattern_of("highest"))
    'It was highest in Ash. The fee is    .'
    """
    read = passage(text)
    own = [read.of_sentence(at) for at, each in enumerate(read.sentences) if said.search(each)]
    if (
        not read.entries
        or any(not e.text.isalpha() for each in own for e in each)
        or any(
            len(read.of_sentence(at)) > 1 and not all(DEGREES.match(text, e.end) for e in read.of_sentence(at))
            for at in range(len(read.starts))
        )
    ):
        return text
    for each in (each for each in read.entries if not any(each in beside for beside in own)):
        text = f"{text[: each.start]}{' ' * (each.end - each.start)}{text[each.end :]}"
    return text


@lru_cache(maxsize=8192)
def standing_between(read: Passage) -> frozenset[int]:
    """Which sentences of a passage claim nothing and take up nothing: "Values ran from £85 to £14,250"."""
    return frozenset(_asides(read))


@lru_cache(maxsize=8192)
def _between(read: Passage) -> frozenset[int]:
    """Which sentences of a passage stand by those that tell figures."""
    if len(read.starts) < FEWEST or len(read.entries) < 2:
        return frozenset()
    asides = standing_between(read)
    told = [at for at in range(len(read.starts)) if at not in asides and read.of_sentence(at)]
    return frozenset(at for at in asides if told)


def _asides(read: Passage) -> Iterator[int]:
    """Which sentences of a passage have numbers, none of which claims anything, and take up nothing."""
    for at, sentence in enumerate(read.sentences):
        words = LAST.sub("was ", LEFT_OUT.sub(" ", OF_TEXT.sub(" ", sentence)))
        if has_figure(sentence) and not LINKED.search(words) and _is_silent(read, at):
            yield at


def _is_silent(read: Passage, at: int) -> bool:
    """Whether a sentence's numbers claim nothing."""
    entries = read.of_sentence(at)
    if entries and all(each.unit in DOSES for each in entries):
        return True
    # "The work cost £8,169", where no other sum is told.
    if [e for e in read.entries if e.kind == "money"] == list(entries) and len(entries) == 1 < len(read.entries):
        return True
    return not entries or not has_figure(quieted(BOUNDS.sub(" ", read.sentence(at))))
