"""The only one of several of which most do, or all: so it is of no other, by the figure of each."""

import re
from collections.abc import Iterator, Sequence

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.parties import Party, finding_of, hits, nearby, parties
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage, passage

CODE = "only-one"
MESSAGE = "What is called the only one of which most, or all, are so is the only one by the figures told."
GOOD = "Trams were the only service liked by most users, with 62%; buses had 48% and ferries 41%."
BAD = "Trams were the only service liked by most users, with 62%; buses had 58% and ferries 41%."

MOST = r"(?:most|the majority|a majority|more than half|over half)"
ONLY_MOST = pattern_of(
    rf"\b(?:the (?:only|one|sole|single)\b(?! \d)[^.;:()\d%]{{3,60}}?\b{MOST}\b|only (?:in|at|on|for|among|"
    rf"with) [^.;:()\d%]"
    rf"{{2,40}}? (?:did|was|were|had|have) {MOST}\b)[^.;:\d%]{{0,50}}?(?:,|\(|:|\s[–—]) ?(?:with |at |by |"
    rf"where )?(?=\d)",
    re.I,
)
FULL = pattern_of(
    r"\b(?:complete|full|perfect|universal|total)\b[^.;:\d]{3,60}?\b(?:alone|only)\b|\b(?:only|"
    r"just) (?:the )?(?:[A-Za-z]+ ){1,2}"
    r"all (?:had|have|were|was|did)\b|\bonly (?:in|at|for|among) [^.;:,\d]{2,30} (?:was|were) (?:it|this|they|[a-z]+) "
    r"(?:complete|full)\b",
    re.I,
)
NOT = pattern_of(r"\b(?:not|neither|nor|if|whether|than|target|last year|except|nearly|almost)\b", re.I)
HALF, FEWEST = 50, 2


def check(context: Context) -> Iterator[Finding]:
    """Each such statement with the figures of its sentence, or those before it."""
    for paragraph in context.paragraphs_with(ONLY_MOST, FULL):
        read = passage(paragraph.text)
        for found in ONLY_MOST.finditer(paragraph.text):
            yield from _most(paragraph, read, found)
        for found in FULL.finditer(paragraph.text):
            yield from _full(paragraph, read, found)


def _most(paragraph: Paragraph, read: Passage, found: re.Match[str]) -> Iterator[Finding]:
    """The first share of the sentence is its own, the others those of the others."""
    at = read.sentence_at(found.start())
    for row in parties(read, at, at):
        told = [e.entry for e in row]
        alone = len(told) >= FEWEST and all(e.share and not e.base for e in told)
        if alone and told[0].end >= found.end() and not NOT.search(read.sentence(at)):
            above = [e for e in told if e.share and e.share.value > HALF]
            right = above == told[:1]
            why = f"{', '.join(e.text for e in told)}: {len(above)} of them above half"
            yield finding_of(CODE, paragraph, read, found.span(), (right, "" if right else "not so"), why)
            return


def _full(paragraph: Paragraph, read: Passage, found: re.Match[str]) -> Iterator[Finding]:
    """ "50 of 50 men and 43 of 46 women; all was there for men only"."""
    for row in nearby(read, read.sentence_at(found.start())):
        mine = hits(row, found.group()) if _are_based(row) and row[-1].entry.end <= found.start() else []
        if len(mine) != 1 or not all(e.words for e in row) or NOT.search(found.group()):
            continue
        full = [e for e in row if e.entry.count == e.entry.base]
        right = full == mine
        why = f"{', '.join(e.entry.text for e in row)}: all of them only in {len(full)}"
        yield finding_of(CODE, paragraph, read, found.span(), (right, "" if right else "not so"), why)
        return


def _are_based(row: Sequence[Party]) -> bool:
    return len(row) >= FEWEST and all(e.entry.kind == "count" and e.entry.base for e in row)
