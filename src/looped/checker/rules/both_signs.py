"""Of two or more sums that are said to be in credit, or overdrawn, each has the sign that is said."""

import re
from collections.abc import Iterator

from looped.checker.bounds import SIGN
from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.quantified import HEDGED, quantifiers

CODE = "both-signs"
MESSAGE = "Sums that are all said to be above nought, or below it, are so."
GOOD = "The hall account stood at £420 and the bar account at -£180; only the first was in credit."
BAD = "The hall account stood at £420 and the bar account at -£180; both were in credit."

# Said of the figure in words: "overdrawn by £200", "a deficit of £30".
OVERDRAWN = pattern_of(
    r"\b(?:overdrawn by|(?:an? )?(?:deficit|loss|overdraft|shortfall) of|minus|down by|in the red by)\s*$", re.I
)
OVERDRAWN_BEHIND = pattern_of(r"\s?(?:\(?overdrawn|in deficit|in the red|in debit|below zero|below freezing)\b", re.I)
ASIDE = pattern_of(
    r"\b(?:last year|previous\w*|earlier|forecast|budget\w*|expected|should|would|except|but for|net)\b", re.I
)
KINDS = frozenset(("money", "measure"))
FEWEST = 2


def check(context: Context) -> Iterator[Finding]:
    """Each such statement with the sums of its sentence, or else of the one before it."""
    for paragraph in context.paragraphs_with(SIGN):
        read = passage(paragraph.text)
        for said in quantifiers(paragraph.text):
            at = read.sentence_at(said.start)
            end = read.starts[at] + len(read.sentence(at))
            word = SIGN.search(paragraph.text, said.end, end)
            if said.kind not in ("all", "none") or not word or HEDGED.search(paragraph.text[: said.start]):
                continue
            between = paragraph.text[said.end : word.start()]
            own = (
                _sums(read, at, 0, said.start) or _sums(read, at - 1, 0, said.start) or _sums(read, at, word.end(), end)
            )
            if re.search(r"[;.\d]", between) or not own or ASIDE.search(read.sentence(at)):
                continue
            if said.size not in (None, len(own)) or re.search(r"\b(?:not|n[’']t|no longer)\b", between):
                continue
            negative = [_is_negative(read, each) for each in own]
            held = sum(each == bool(word["down"]) for each in negative)
            right = said.holds(held, len(own))
            verdict: Verdict = "ok" if right else "wrong"
            why = ", ".join(
                f"{e.text} (below nought)" if minus else e.text for e, minus in zip(own, negative, strict=True)
            )
            slip = f"{CODE}/{paragraph.line}/{said.start}"
            quote = paragraph.text[said.start : word.end()]
            yield Finding(CODE, verdict, paragraph.where, quote, quote, "" if right else "not all", why, slip, "likely")


def _sums(read: Passage, at: int, low: int, high: int) -> list[Entry]:
    """The sums of a sentence between two places, all of one kind and none of them nought."""
    own = [e for e in read.of_sentence(at) if low <= e.start and e.end <= high and e.kind in KINDS and e.value]
    return own if len(own) >= FEWEST and len({(e.kind, e.unit) for e in own}) == 1 else []


def _is_negative(read: Passage, entry: Entry) -> bool:
    said = OVERDRAWN.search(read.text[: entry.start]) or OVERDRAWN_BEHIND.match(read.text, entry.end)
    return entry.value < 0 or bool(said)
