"""Paragraphs read with the one before them: a report may break anywhere, and "76 of these (91%)" opens the next.

Only short paragraphs of one section are read so, that stand next to each other or with one between them that tells no
figure. What each of them gives on its own stands; what they give together is told where neither gives anything.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from looped.checker.asides import is_aside, standing_between
from looped.checker.document import Block, Document, Paragraph
from looped.checker.one_each import told_one_each
from looped.checker.prose import passage
from looped.checker.quieting import has_figure
from looped.checker.readers.building import CAPTION
from looped.checker.traits import ACROSS, ALL_TOLD, BY_NAME

OF_SHARES = frozenset(("share-of-base", "share-grounded"))
HOW_DONE = re.compile(
    r"\b(?:methods?|methodology|scope|samples?|approach|background|introduction|what we did|how we)\b", re.I
)
SCOPED = re.compile(r"\W*(?:of|in|at|for|among|amongst|on|with|within|by|where|when|last|only|if)\b", re.I)
NOUN = re.compile(r" (?:[a-z-]+ )?(?P<noun>[a-z]{3,}s|people|children)\b")
TAKES_UP = re.compile(
    r"\b(?:it|its|they|them|their|these|those|this|that|which|both|others?|rest|none|no|not|all|each|every|overall|"
    r"[a-z]+est|most|least|more|less|fewer|higher|lower)\b",
    re.I,
)
LONGEST, MOST = 420, 3
# Lines of a list, notes and heads are no running prose.
APART = re.compile(r"\s*(?:[-*•–†‡§¹²³#\[|]|\(?[a-z0-9]{1,3}[.)]\s|[RQ]\d)", re.I)
NOTE = re.compile(r"\s*(?:[*†‡§¹²³]|\[\w\]|\(\w\)|(?:base|notes?)\b)", re.I)
# "Cycle 1: all had one", and "Cycle 2: four had none": each is told for itself.
LABEL = re.compile(r"\s*[A-Z0-9][^.;:,]{1,40}: ")
ENDED = re.compile(r"[.!?][”\"’')\]]*\s*$")


Pair = tuple[Paragraph, Paragraph, Paragraph]


def joined(document: Document) -> list[tuple[list[Pair], frozenset[str]]]:
    """Each two paragraphs that belong together, behind both of them as one, with the rules that may read them so.

    Next to each other, over one more that tells no figure, and over any one more.
    """
    every = list(runs(document.blocks))
    near = [pair for run in every for pair in pairwise(run)]
    over = [each for run in every for each in zip(run, run[1:], run[2:], strict=False)]
    bare = [
        (a, c)
        for a, b, c in over
        if not passage(b.text).entries and (has_figure(a.text) or (has_figure(c.text) and _only_stands(b)))
    ]
    close = ACROSS | ALL_TOLD
    return [
        (_as_one(_on_sample(document)), OF_SHARES),
        (_as_one(near), close),
        (_as_one(bare), close),
        (_as_one([(a, c) for a, _, c in over]), BY_NAME),
    ]


def _only_stands(paragraph: Paragraph) -> bool:
    """Whether a paragraph speaks of no figure and takes up nothing."""
    return not (has_figure(paragraph.text) or TAKES_UP.search(paragraph.text))


def _on_sample(document: Document) -> list[tuple[Paragraph, Paragraph]]:
    """The one paragraph that tells how many were looked at, with those of other sections that tell a share of them."""
    prose = [each for each in document.paragraphs if _is_prose(each)]
    sizes = [(each, noun) for each in prose if HOW_DONE.search(each.section) and (noun := _counts(each))]
    if len(sizes) != 1 or document.tables:
        return []
    own, noun = sizes[0]
    counted = re.compile(rf"\b{re.escape(noun)}\b", re.I)
    others = [each for each in prose if each is not own and each.section != own.section and counted.search(each.text)]
    told = {each: [e for e in passage(each.text).entries if not e.text.isalpha()] for each in others}
    # Another number of them may be what shares are of.
    if any(e.kind == "count" and not e.share for entries in told.values() for e in entries):
        return []
    alone = [(each, entries[0]) for each, entries in told.items() if len(entries) == 1 and entries[0].share]
    # "9 patients over 65 (45%)", "Among the men, 9 patients (45%)": of some.
    plain = re.compile(rf"[\w,]+ (?:of (?:the|these|our) )?{re.escape(noun)} \(", re.I)
    return [(own, each) for each, e in alone if plain.match(each.text, e.start) and not SCOPED.match(each.text)]


def _counts(paragraph: Paragraph) -> str:
    """What a paragraph counts that tells one figure and no other; nothing where it tells more."""
    read = passage(paragraph.text)
    told = [each for each in read.entries if each.sentence not in standing_between(read)]
    plain = len(told) == 1 and told[0].kind == "count" and not told[0].base and not told[0].share
    found = NOUN.match(read.text, told[0].end) if plain else None
    return found["noun"] if found else ""


def _as_one(pairs: Sequence[tuple[Paragraph, Paragraph]]) -> list[Pair]:
    return [
        (a, b, replace(a, text=f"{a.text.rstrip()} {b.text.lstrip()}"))
        for a, b in pairs
        if not (LABEL.match(a.text) and LABEL.match(b.text))
    ]


def together(document: Document, pairs: Sequence[Pair]) -> Document:
    """The document of what is read as one, with the notes that say what shares are of."""
    notes = [each for each in document.paragraphs if NOTE.match(each.text)]
    return replace(document, blocks=(*(both for _, _, both in pairs), *notes))


def runs(blocks: Sequence[Block]) -> Iterator[list[Paragraph]]:
    """Paragraphs of running prose one behind the other, those left out that only stand between."""
    run: list[Paragraph] = []
    for each in blocks:
        broken = not isinstance(each, Paragraph) or not _is_prose(each) or (run and run[-1].section != each.section)
        if broken and run:
            yield run
            run = []
        if isinstance(each, Paragraph) and _is_prose(each) and not (run and is_aside(each.text)):
            run.append(each)
    if run:
        yield run


def _is_prose(paragraph: Paragraph) -> bool:
    text = paragraph.text
    if len(text) > LONGEST or APART.match(text) or CAPTION.match(text) or not ENDED.search(text):
        return False
    read = passage(text)
    return len(read.starts) <= MOST or bool(told_one_each(read))
