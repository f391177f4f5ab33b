"""A share in the summary, in words or in percent, against the count and its base that the body tells."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.prose import Entry, Passage, passage
from looped.checker.rules.told_twice import CUE, NEG, OTHER, SECTION, groups_in, stems_of
from looped.checker.saying import said_in

CODE = "summed-up"
MESSAGE = "What the summary says in words is what the body's figures give."
GOOD = "Summary: a third of the gates that we tried had no lock.\n\n2.1 Of the 60 gates that we tried, 20 had no lock."
BAD = "Summary: half of the gates that we tried had no lock.\n\n2.1 Of the 60 gates that we tried, 20 had no lock."

OPENS = re.compile(r"(?:^|[.;:]\s+|^\s*[\d.]+\s+)(?:of|in|among|from)\s+(?:the |these |our |all )*$", re.I)
SHARED, HALF_STEP, MOST = 3, Fraction(1, 200), 60


@dataclass(frozen=True)
class Stated:
    """A share in a sentence without counts. low, high: what it may stand for; where: of the sentence."""

    paragraph: Paragraph
    text: str
    low: Fraction
    high: Fraction
    words: frozenset[str]
    sentence: str
    place: tuple[int, int]


@dataclass(frozen=True)
class Counted:
    """A count of its base in a sentence."""

    part: int
    whole: int
    words: frozenset[str]
    sentence: str
    place: tuple[int, int]


def check(context: Context) -> Iterator[Finding]:
    """Each such share, against the one sentence elsewhere that counts the same."""
    reads = [(each, passage(each.text)) for each in context.document.paragraphs]
    if len(reads) > MOST or not any(_cued(each, each.text) for each, _ in reads):
        return
    counted = [told for at, (_, read) in enumerate(reads) for told in _counted(read, at)]
    for at, (paragraph, read) in enumerate(reads):
        for stated in _stated(paragraph, read, at):
            alike = [each for each in counted if _is_same(stated, each)]
            if len({Fraction(each.part, each.whole) for each in alike}) == 1:
                yield from _judged(stated, alike[0])


def _cued(paragraph: Paragraph, text: str) -> bool:
    """Whether a text sums up, by its words or by the heading it stands under."""
    return bool(CUE.search(text) or SECTION.fullmatch(paragraph.section))


def _stated(paragraph: Paragraph, read: Passage, at: int) -> Iterator[Stated]:
    for place in range(len(read.starts)):
        sentence = read.sentence(place)
        own = read.of_sentence(place)
        if any(e.kind == "count" for e in own) or (len(own) > 1 and not _cued(paragraph, sentence)):
            continue
        words = stems_of(sentence)
        for said in said_in(sentence):
            yield Stated(paragraph, said.text, said.low, said.high, words, sentence, (at, place))
        for each in own:
            if each.share and each.kind == "share":
                exact, step = Fraction(each.share.value) / 100, Fraction(1, 10**each.share.decimals) * HALF_STEP
                yield Stated(paragraph, each.text, exact - step, exact + step, words, sentence, (at, place))


def _counted(read: Passage, at: int) -> Iterator[Counted]:
    for place in range(len(read.starts)):
        own = [e for e in read.of_sentence(place) if e.kind == "count"]
        for each in own:
            whole = each.base or _whole(read, own, each, place)
            if whole and 0 < each.count <= whole:
                yield Counted(each.count, whole, stems_of(read.sentence(place)), read.sentence(place), (at, place))


def _whole(read: Passage, own: Sequence[Entry], entry: Entry, place: int) -> int | None:
    """What a bare count is of: the number that its sentence opens with, or the one told before."""
    first = own[0]
    if len(own) == 2 and entry is own[1] and not first.base and OPENS.search(read.text[: first.start]):
        return first.count
    before = [e for e in read.of_sentence(place - 1) if e.kind == "count"] if place else []
    return before[0].count if len(own) == 1 and len(before) == 1 and not before[0].base else None


def _is_same(stated: Stated, told: Counted) -> bool:
    if stated.place == told.place or OTHER.search(told.sentence) or OTHER.search(stated.sentence):
        return False
    if not CUE.search(stated.sentence + told.sentence) and stated.place[0] == told.place[0]:
        return False
    texts = (stated.sentence, told.sentence)
    if len({bool(NEG.search(each)) for each in texts}) > 1 or len({frozenset(groups_in(each)) for each in texts}) > 1:
        return False
    shared = stated.words & told.words
    return len(shared) >= SHARED and 2 * len(shared) >= min(len(stated.words), len(told.words))


def _judged(stated: Stated, told: Counted) -> Iterator[Finding]:
    exact = Fraction(told.part, told.whole)
    if stated.low <= exact <= stated.high:
        return
    percent = f"{float(exact * 100):.1f}%"
    why = f"“{told.sentence.strip()}” makes it {told.part} of {told.whole}, {percent}"
    line = stated.paragraph.line
    slip = f"summed-up/{line}/{stated.text}"
    where = stated.paragraph.where
    yield Finding(CODE, "wrong", where, stated.text, stated.text, percent, why, slip, "likely")
