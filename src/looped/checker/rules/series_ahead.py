"""Which of two runs of figures, told one after the other, is said to stand above the other every time."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.first_of_list import BAD_THING, GOOD_THING
from looped.checker.item_names import COMMON, stems_of
from looped.checker.parties import finding_of
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage, passage
from looped.checker.rules.held_first import BUT, EVERY_TIME

CODE = "series-ahead"
MESSAGE = "Of two runs of figures the one that is said to be the higher every time is so every time."
_TOLD = (
    "In terms 1, 2 and 3 sails passed in 61%, {}% and 64% of checks; in the same terms oars passed in 52%, 55% and 58%."
)
GOOD = f"{_TOLD.format(63)} Sails were ahead of oars in every term."
BAD = f"{_TOLD.format(53)} Sails were ahead of oars in every term."

FIGURE = r"\d+(?:\.\d+)?%?"
IN = r"(?: in [A-Z][a-z]+| in (?:19|20)\d\d| in [Qq]\d)?"
RUN = re.compile(rf"(?<![\w.,£]){FIGURE}{IN}(?:, {FIGURE}{IN})*,? and {FIGURE}(?![\w%]|\.\d|,\d)")
HIGHER = r"(?:high|strong|great|larg)er|better|more|ahead|above|best|(?:high|strong|great|larg)est"
LOWER = r"(?:low|weak|poor|small)er|worse|less|fewer|behind|below|worst|(?:low|weak|poor|small)est"
SAID = pattern_of(rf"\b(?:(?P<high>{HIGHER})|(?P<low>{LOWER}))\b", re.I)
OF_WORTH = pattern_of(r"strong|weak|better|worse|best|worst|poor", re.I)
THAN = pattern_of(r"\bthan\b", re.I)
# Where the words of a run's own begin and end.
CUTS = re.compile(
    r"[.;:](?=\s|$)|, (?:and|but|while|whereas)\b|,? (?:as )?(?:against|compared with)\b|\b(?:while|whereas|"
    r"but)\b|\) and\b|"
    r" and (?=\d)"
)
TELL = frozenset(("quarter", "month", "year", "term", "week", "wave", "round", "same", "and", "in", "of", "the"))


@dataclass(frozen=True)
class Run:
    """Figures one behind the other. words: the stems of their clause before and behind them."""

    values: tuple[Decimal, ...]
    start: int
    end: int
    words: frozenset[str]
    text: str


def check(context: Context) -> Iterator[Finding]:
    """Each such statement that stands behind or before the only two runs of its paragraph or of the one before it."""
    blocks = context.document.blocks
    for at, block in enumerate(blocks):
        if not isinstance(block, Paragraph) or not EVERY_TIME.search(block.text) or not SAID.search(block.text):
            continue
        before = blocks[at - 1] if at else None
        lead = before.text if isinstance(before, Paragraph) and not RUN.search(block.text) else ""
        text = f"{lead} {block.text}".strip()
        if len(RUN.findall(text)) >= len("ab"):
            yield from _judged(block, passage(text), len(text) - len(block.text))


def _judged(paragraph: Paragraph, read: Passage, start: int) -> Iterator[Finding]:
    runs = _runs(read)
    if not runs:
        return
    for at, sentence in enumerate(read.sentences):
        place = read.starts[at]
        inside = any(place <= each.start < place + len(sentence) for each in runs)
        said = list(SAID.finditer(sentence))
        one_way = len({bool(each["high"]) for each in said}) == 1
        # "Always above 60%", "consistently ahead from June".
        if re.search(r"\d%|\b(?:from|since|after|until) [A-Z]|^\W*(?:From|Since|After|Until)\b", sentence):
            continue
        if place < start or inside or not one_way or not EVERY_TIME.search(sentence) or BUT.search(sentence):
            continue
        mine = _meant(sentence, said[0], runs)
        if mine is None or (OF_WORTH.search(said[0].group()) and not _is_good(read.text)):
            continue
        yield from _told(paragraph, read, (place, place + len(sentence.rstrip())), mine, bool(said[0]["high"]))


def _is_good(text: str) -> bool:
    return bool(GOOD_THING.search(text)) and not BAD_THING.search(text)


def _runs(read: Passage) -> tuple[Run, ...]:
    """The only two runs of a passage, of one length and kind, each with the words that only it has; else nothing."""
    found = list(RUN.finditer(read.text))
    # "In quarters 1, 2 and 3": when it was.
    found = [each for each in found if not re.search(r"\b[a-z]+s $", read.text[: each.start()]) or "%" in each.group()]
    if len(found) != len("ab"):
        return ()
    stretches = [_stretch(read.text, each, other) for each, other in zip(found, reversed(found), strict=True)]
    words = [stems_of(text) - COMMON - TELL for text in stretches]
    runs = tuple(
        Run(_values(each.group()), each.start(), each.end(), own - other, each.group())
        for each, own, other in zip(found, words, reversed(words), strict=True)
    )
    alike = len({(len(each.values), "%" in each.text) for each in runs}) == 1
    return runs if alike and all(each.words for each in runs) else ()


def _stretch(text: str, run: re.Match[str], other: re.Match[str]) -> str:
    """The words before a run, from where its clause begins, and those behind it as far as it goes."""
    low = other.end() if other.end() <= run.start() else 0
    high = other.start() if other.start() >= run.end() else len(text)
    begun = [each.end() for each in CUTS.finditer(text, low, run.start())]
    ended = [each.start() for each in CUTS.finditer(text, run.end(), high)]
    before, behind = text[begun[-1] if begun else low : run.start()], text[run.end() : ended[0] if ended else high]
    return re.sub(r"\d+", " ", f"{before} {behind}")


def _values(text: str) -> tuple[Decimal, ...]:
    told = re.sub(IN[:-1], " ", text)
    return tuple(Decimal(each) for each in re.findall(r"\d+(?:\.\d+)?", told))


def _meant(sentence: str, said: re.Match[str], runs: Sequence[Run]) -> Run | None:
    """The one run that a sentence names before its word of rank, or alone."""
    for text in (sentence[: said.start()], *([] if THAN.search(sentence) else [sentence])):
        words = stems_of(text)
        named = [each for each in runs if each.words & words]
        if len(named) == 1:
            return named[0]
        if named:
            return None
    return None


def _told(paragraph: Paragraph, read: Passage, span: tuple[int, int], mine: Run, high: bool) -> Iterator[Finding]:
    other = next(each for each in _runs(read) if each is not mine and each.start != mine.start)
    pairs = list(zip(mine.values, other.values, strict=True))
    short = [f"{a} against {b}" for a, b in pairs if (a < b if high else a > b)]
    if not short and any(a == b for a, b in pairs):
        return
    why = f"{mine.text}, and {other.text}" + (f": {'; '.join(short)}" if short else "")
    yield finding_of(CODE, paragraph, read, span, (not short, "not every time" if short else ""), why)
