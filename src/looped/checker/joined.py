"""Paragraphs read with the one before them: a report may break anywhere, and "76 of these (91%)" opens the next.

Only short paragraphs of one section are read so, that stand next to each other or with one between them that tells no
figure. What each of them gives on its own stands; what they give together is told where neither gives anything.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from looped.checker.asides import is_aside
from looped.checker.document import Block, Document, Paragraph
from looped.checker.finding import Finding
from looped.checker.patterns import pattern_of
from looped.checker.prose import passage, stems
from looped.checker.quieting import NUMBER, has_figure
from looped.checker.readers.building import CAPTION
from looped.checker.traits import ACROSS, BY_NAME, IN_ROWS

OF_SHARES = frozenset(("share-of-base", "share-grounded"))
BY_WORDS = frozenset(("compared",))
# What any comparison says.
PLAIN_WORDS = pattern_of(
    r"\b(?:more|fewer|less|than|higher|lower|greater|smaller|better|worse|the|an?|of|in|at|on|for|had|has|have|were|was|did|"
    r"shares?|proportions?|percentages?|rates?|figures?|performance|compliance|results?|number|common|often|likely|there|"
    r"those|that|who|by|to|with|and|both|overall|therefore|so|much|clearly|also|it|is|are)\b",
    re.I,
)
RATES = OF_SHARES | {"drawn-rate", "worded-share"}
# "The response rate among women", "the vacancy rate": of what.
OF_WHICH = re.compile(
    r"\b(?:in|at|among|amongst|for|to|from|by|on) (?:the |all |our )?(\w+)(?: (\w+))?|\b(\w+)[- ]rate\b", re.I
)
SURVEYED = (
    "response return reply replies participation completion success line overall survey surveys questionnaire form "
    "forms "
    "this kind all report year sample mind good high low whole rate working view part their each light context"
)
LONGEST, MOST = 420, 3
# What is said of all that paragraphs tell, one each; and how many of them at most.
OF_ALL = re.compile(
    r"\b(?:overall|altogether|together|combined|in (?:all|total)|(?:all|both|each|every)|on month|on quarter|on year|"
    r"steadily|throughout|consistently|trend|strong(?:est|er)|weakest|best|worst|(?:high|low|great|small)est|most|least|"
    r"top|bottom|main|first|last)\b",
    re.I,
)
TAKES_UP = re.compile(r"\b(?:it|its|they|them|their|these|those|this|that|which|both|others?|rest|none|no|not)\b", re.I)
FEWEST, FARTHEST, ROW = 3, 6, 1200
# Lines of a list, notes and heads are no running prose.
APART = re.compile(r"\s*(?:[-*•–†‡§¹²³#\[|]|\(?[a-z0-9]{1,3}[.)]\s|[RQ]\d)", re.I)
NOTE = re.compile(r"\s*(?:[*†‡§¹²³]|\[\w\]|\(\w\)|(?:base|notes?)\b)", re.I)
# "76 of these (91%)", "In all, 76 (91%)": what opens a sentence.
OPENS = re.compile(r"(?:^|[.!?]\s+)(?:(?:in all|overall|of these|of them|altogether|in total),? )?$", re.I)
# "Cycle 1: all had one", and "Cycle 2: four had none": each is told for itself.
LABEL = re.compile(r"\s*[A-Z0-9][^.;:,]{1,40}: ")
# "No boat sank", and in the next paragraph "the two boats that sank": spoken of as known, and counted.
OF_SOME = "but-some"
KNOWN = pattern_of(
    rf"”, and “\W*(?:(?:section|annex|appendix|chapter|part|table) \S+ [a-z]+ )?(?:the exceptions? (?:was|were|"
    rf"is|are) )?"
    rf"(?:(?:the|these|those) {NUMBER}\b|the only\b)",
    re.I,
)
PLACE = re.compile(r"(?<=[a-z,] )[A-Z][\w’'-]+")
ENDED = re.compile(r"[.!?][”\"’')\]]*\s*$")


Pair = tuple[Paragraph, Paragraph, Paragraph]


def joined(document: Document) -> tuple[list[Pair], list[Pair]]:
    """Each two paragraphs that belong together, behind both of them as one: next to each other, and over one more."""
    runs = list(_runs(document.blocks))
    near = [pair for run in runs for pair in pairwise(run)]
    near += [(a, c) for run in runs for a, b, c in zip(run, run[1:], run[2:], strict=False) if _only_stands(b)]
    far = [(a, c) for run in runs for a, c in zip(run, run[2:], strict=False)]
    return _as_one(near), _as_one(far)


def _only_stands(paragraph: Paragraph) -> bool:
    """Whether a paragraph between two others tells no figure, speaks of none and takes up nothing."""
    text = paragraph.text
    return not (has_figure(text) or OF_ALL.search(text) or TAKES_UP.search(text))


def in_rows(document: Document) -> list[Pair]:
    """Each run of three paragraphs or more with what is said of all of them in its first or its last one."""
    rows = []
    for run in _runs(document.blocks):
        for at, each in enumerate(run):
            figures = [e for e in passage(each.text).entries if not e.text.isalpha()]
            if len(figures) <= 1 and OF_ALL.search(each.text):
                rows += [run[max(0, at - FARTHEST) : at + 1], run[at : at + FARTHEST + 1]]
    rows = [row for row in rows if len(row) >= FEWEST and sum(len(each.text) for each in row) <= ROW]
    return [(row[0], row[-1], replace(row[0], text=" ".join(each.text.strip() for each in row))) for row in rows]


def told_in_row(found: Finding, document: Document) -> Finding | None:
    """A finding on a run of paragraphs, where it stands; None where it is of no rule that reads so."""
    own = [
        each for each in document.paragraphs if found.quote in each.text and found.where.section == each.where.section
    ]
    return replace(found, where=own[0].where) if len(own) == 1 and found.code in IN_ROWS else None


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


def told_across(found: Finding, pair: Pair, *, far: bool) -> Finding | None:
    """A finding on two paragraphs read as one, where it stands; None where it is of no rule that reads so."""
    first, second, _ = pair
    known = found.code == OF_SOME and KNOWN.search(found.why) and not _is_placed(found)
    if not known and found.code not in (BY_NAME if far else ACROSS):
        return None
    place = second.text.find(found.quote)
    alone = len(passage(second.text).entries) == 1
    if found.code in OF_SHARES and (place < 0 or not (alone or OPENS.search(second.text[:place]))):
        return None
    if found.code in BY_WORDS and not _says_no_more(found, first.text + " " + second.text):
        return None
    if found.code in RATES and place >= 0 and not _is_of_the_same(first, second, found.quote, place):
        return None
    own = second if place >= 0 else first
    return replace(found, where=own.where) if found.quote in own.text else None


def _is_placed(found: Finding) -> bool:
    """Whether a statement on all or none names a place that what stands against it doesn't name."""
    said, _, against = found.why.partition("”, and “")
    return bool(set(PLACE.findall(said)) - set(PLACE.findall(against)))


def _says_no_more(found: Finding, text: str) -> bool:
    """Whether all that a comparison says is told beside it: "costs were higher in June" is of no late boats."""
    said = stems(PLAIN_WORDS.sub(" ", found.quote))
    return said <= stems(text.replace(found.quote, " "))


def _is_of_the_same(first: Paragraph, second: Paragraph, quote: str, place: int) -> bool:
    """Whether a share alone, as "the response rate was 49%", names no group, place or kind that wasn't told before."""
    if not re.fullmatch(r"[\d.]+\s?(?:%|per ?cent)", quote):
        return True
    low = max(second.text.rfind(mark, 0, place) for mark in (". ", "? ", "! ")) + 1
    around = f"{second.text[low:place]} {re.split(r'[.;,]', second.text[place + len(quote) :])[0]}"
    named = [word for found in OF_WHICH.finditer(around) for word in found.groups() if word]
    return stems(" ".join(named)) <= stems(f"{first.text} {SURVEYED}")


def _runs(blocks: Sequence[Block]) -> Iterator[list[Paragraph]]:
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
    return len(passage(text).starts) <= MOST
