"""A count with its share, where no number of the whole document is what the count would be that share of."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.known import known_numbers
from looped.checker.numbers import fits, fitting_bases
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage

CODE = "of-no-whole"
MESSAGE = "A count with its share is of a whole that the document tells somewhere."
GOOD = (
    "We tested 145 invoices from three offices. 60 came from Ayr and 85 from Oban (59%).\n\n"
    "19 (13%) had been paid late. Of 30 notes 12, of 24 forms 7, and of 16 letters 9 were filed; 3 were not."
)
BAD = (
    "We tested 145 invoices from three offices. 60 came from Ayr and 85 from Oban (59%).\n\n"
    "19 (5%) had been paid late. Of 30 notes 12, of 24 forms 7, and of 16 letters 9 were filed; 3 were not."
)

# Shares of other documents, of other times, or nobody's count.
ELSEWHERE = pattern_of(
    r"\b(?:nationally|elsewhere|census|estimat\w+|population|weighted|last (?:year|time|quarter)|previous\w*|"
    r"(?:year|quarter|audit|cycle|survey|round) before|earlier|(?:in|since|from) (?:19|20)\d\d|compared with|among|"
    r"q(?:tr|uarter)?\.? ?\d|\d\d/\d\d|of (?:whom|these|those|them)|the rest|remainder|remaining|others?)\b",
    re.I,
)
AGAINST = pattern_of(
    r"\)?,? (?:up|down|compared (?:with|to)|against|rising|falling|an? (?:rise|fall|increase|drop))\b", re.I
)
SIZE = pattern_of(r"\b(?:of|in|all) (?:the |these |our |its )?$", re.I)
# "That is 65% of all who answered".
THAT_IS = pattern_of(r"\W*(?:that|this|they|these|those) (?:is|are|was|were|makes?|made|comes? to|came to) ", re.I)
OF_ALL = pattern_of(r" of (?:all|everyone|everybody|the whole)\b", re.I)
LEAST = 12


def check(context: Context) -> Iterator[Finding]:
    """Each count with a share and no base of its own, where the other such pairs of the document have theirs."""
    found = (*_pairs(context), *_taken_up(context))
    pairs = [(paragraph, passage(paragraph.text), each) for paragraph, each in found]
    if len(pairs) < 1:
        return
    known = context.once(known_numbers)
    if len(known) < LEAST:
        return
    for paragraph, read, entry in pairs:
        if not _is_given(read, entry, known) and not ELSEWHERE.search(_clause(read, entry)):
            yield _finding(paragraph, entry, known)


def _pairs(context: Context) -> Iterator[tuple[Paragraph, Entry]]:
    for paragraph in context.document.paragraphs:
        for entry in passage(paragraph.text).entries:
            of_own = entry.kind == "count" and entry.share and not entry.base and 0 < entry.share.value < 100
            # "The least of the three (24%)": a number of things, and the share of one of them.
            if of_own and not SIZE.search(paragraph.text[: entry.start]):
                yield paragraph, entry


def _taken_up(context: Context) -> Iterator[tuple[Paragraph, Entry]]:
    """ "610 had a boat. That is 65% of all who answered.": the one count of the sentence before, with that share."""
    for paragraph in context.paragraphs_with(THAT_IS):
        read = passage(paragraph.text)
        for at in range(1, len(read.starts)):
            own, before = read.of_sentence(at), read.of_sentence(at - 1)
            counts = [each for each in before if each.kind == "count" and each.count >= LEAST]
            said = THAT_IS.match(read.sentence(at))
            if not said or len(own) != 1 or len(counts) != 1 or counts[0].share or counts[0].base or not own[0].share:
                continue
            beside = said.end() == own[0].start - read.starts[at]
            if beside and OF_ALL.match(read.text[own[0].end :]):
                yield paragraph, replace(counts[0], share=own[0].share)


def _clause(read: Passage, entry: Entry) -> str:
    """The sentence of a figure up to where what it is set against begins: ", up from 42% in 2018"."""
    text = read.text[read.starts[entry.sentence] :]
    sentence = text[: len(read.sentence(entry.sentence))]
    place = entry.end - read.starts[entry.sentence]
    against = AGAINST.match(sentence, place)
    return sentence[:place] if against else sentence


def _is_given(read: Passage, entry: Entry, known: frozenset[int]) -> bool:
    """Whether it is that share of a number, or of what two of its paragraph make or leave; or is the whole itself."""
    assert entry.share is not None
    own = [n for each in read.entries for n in (each.count, each.base) if each.value % 1 == 0 and n]
    made = {n for a, b in combinations(sorted(set(own)), 2) for n in (a + b, b - a)}
    share = entry.share
    others = [each.share.value for each in read.entries if each is not entry and each.share]
    if share.value in [a + b for a, b in combinations(others, 2)]:
        return True  # "26% and 30%, 56% together (n = 672)": the number is what all of them are of
    if any(n >= entry.count and fits(entry.count, n, share) for n in (*known, *made)):
        return True
    # "254 replies from 430 staff, or 59%": another number is that share of it, or two are it of each other.
    return any(fits(a, b, share) for a, b in combinations(sorted(set(own)), 2) if a)


def _finding(paragraph: Paragraph, entry: Entry, known: Sequence[int] | frozenset[int]) -> Finding:
    assert entry.share is not None
    low, high = fitting_bases(entry.count, entry.share)
    between = f"{low}" if low >= high else f"{low} to {high}"
    why = f"{entry.count} is {entry.share} of {between}, and no such number stands in the document"
    slip = f"fraction/{paragraph.line}/{entry.text}"
    return Finding(CODE, "wrong", paragraph.where, entry.text, str(entry.share), between, why, slip, "likely")
