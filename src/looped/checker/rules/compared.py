"""Two figures that a sentence sets against each other, the wrong way round."""

import re
from collections.abc import Iterator

from looped.checker.claims import Sentence
from looped.checker.context import Context
from looped.checker.directions import FELL, IMPROVED, NO_NOUN, ROSE, WORSENED
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.quantities import Quantity, quantities_in

CODE = "compared"
MESSAGE = "Of two figures set against each other the one said to be higher is higher."
GOOD = "Attendance was 94.1%, below the national figure of 95.3%."
BAD = "Attendance was 96.1%, below the national figure of 95.3%."

LIKELY = r"(?:\s+to\s+[a-z’'-]+(?:\s+[a-z’'-]+){0,3})?"
HIGHER = (
    rf"above|higher than|greater than|larger than|exceed(?:s|ed|ing)|ahead of|up from|more likely{LIKELY} than|"
    r"more often than|more than|better than"
)
LOWER = (
    rf"below|lower than|smaller than|short of|behind|down from|less likely{LIKELY} than|less often than|"
    r"fewer than|less than|worse than"
)
COMPARED = pattern_of(rf"\b(?:(?P<higher>{HIGHER})|(?P<lower>{LOWER}))\b", re.I)
# Before a bare number these words are a bound, not a comparison: "fewer than 10 replied".
BOUNDS = ("more than", "less than", "fewer than", "above", "below", "better than", "worse than")
DENIED = pattern_of(
    r"\b(?:no|not|nor|never|neither|rather|other|at least|n't|whether|if|either|or)\s+(?:\w+\s+)?$", re.I
)
AGAINST = pattern_of(r"\b(?:against|compared (?:with|to)|versus|vs?\.?)\s+(?:just |only |the )?$", re.I)
RISEN = pattern_of(rf"\b{NO_NOUN}(?:{ROSE}|improvement|{IMPROVED}|higher)\b", re.I)
FALLEN = pattern_of(rf"\b{NO_NOUN}(?:{FELL}|{WORSENED}|lower)\b", re.I)
# "lower in the north (38%) than in the south (52%)": one figure on either side of "than".
PARTED = pattern_of(
    r"\b(?:(?P<higher>higher|greater|larger|better|more(?: common| often| frequent\w*| likely)?)|"
    r"(?P<lower>lower|smaller|worse|less(?: common| often| frequent\w*| likely)?|fewer))\b(?! than)"
    r"[^.;:%\d]{0,60}?(?:[^.;:]|(?<=\d)\.(?=\d)){0,40}?\bthan\b",
    re.I,
)
REACH = 70


def check(context: Context) -> Iterator[Finding]:
    """Each comparison with one figure on either side, of one unit."""
    for sentence in context.sentences_with(COMPARED, AGAINST, PARTED):
        found = [each for each in quantities_in(sentence.text) if not each.is_year]
        for word in COMPARED.finditer(sentence.text):
            pair = _around(sentence, found, word.start(), word.end())
            if pair and not _is_bound(sentence.text, word, pair[1]) and not _denied(sentence.text, word.start()):
                yield _finding(sentence, *pair, word["higher"] is not None, word.group())
        yield from _against(sentence, found)
        yield from _parted(sentence, found)


def _parted(sentence: Sentence, found: list[Quantity]) -> Iterator[Finding]:
    for word in PARTED.finditer(sentence.text):
        inside = [each for each in found if word.start() < each.start < word.end()]
        after = [each for each in found if each.start >= word.end()]
        if len(inside) == 1 and after and inside[0].unit == after[0].unit and not _denied(sentence.text, word.start()):
            gap = sentence.text[word.end() : after[0].start]
            direct = not re.search(r"[a-z]", gap, re.I)
            if (
                len(gap) <= REACH
                and not re.search(r"[.;:]", gap)
                and not direct
                and not _of_another(sentence, after[0])
            ):
                yield _finding(sentence, inside[0], after[0], word["higher"] is not None, word.group().split()[0])


def _around(sentence: Sentence, found: list[Quantity], start: int, end: int) -> tuple[Quantity, Quantity] | None:
    """The figure right before a word and the one right behind it, where both are of one kind."""
    before = [each for each in found if each.end <= start]
    after = [each for each in found if each.start >= end]
    if not before or not after:
        return None
    first, last = _counted(sentence, before), after[0]
    near = start - before[-1].end <= REACH and last.start - end <= REACH
    lead, tail = sentence.text[before[-1].end : start], sentence.text[end : last.start]
    # "One child more than the 16": by how much, not what. "Higher than last time, 10": another figure of a list.
    # "Three high and five low, which is more than the 15": their sum is spoken of.
    if (
        (re.search(r"\bwhich\b", lead) and len([e for e in before if e.unit == first.unit]) > 1)
        or re.fullmatch(r"(?:\s+(?!(?:was|were|is|are|had|has|have|at|came|stood)\b)[a-z’'-]+){0,3}\s*", lead)
        or "," in tail
        or re.match(r"\s*(?:good|satisfactory|adequate|outstanding|perfect|ideal|expected)\b", tail)
    ):
        return None
    apart = lead + tail
    # Behind a stop, a "but" or a new clause another thing is spoken of.
    same = first.unit == last.unit and not re.search(r"[.;:]|\b(?:but|while|although|and|because|when)\b", apart)
    return (first, last) if near and same and not _of_another(sentence, last) else None


def _counted(sentence: Sentence, before: list[Quantity]) -> Quantity:
    """The last figure, or the count where that is only the base or the share of one."""
    last = before[-1]
    for claim in sentence.claims:
        if claim.start <= last.start < claim.end:
            inside = [each for each in before if claim.start <= each.start < claim.end]
            return next((each for each in inside if each.unit == "%"), inside[0])
    return last


def _of_another(sentence: Sentence, last: Quantity) -> bool:
    """Whether the second figure is a base's count, whose share would have to be compared."""
    claim = next((each for each in sentence.claims if each.start <= last.start < each.end), None)
    return claim is not None and last.unit == "" and claim.base is not None


def _is_bound(text: str, word: re.Match[str], last: Quantity) -> bool:
    """Whether a bare number follows at once: then it is a limit, and nothing is compared."""
    return word.group().lower() in BOUNDS and not re.search(r"[a-z]", text[word.end() : last.start], re.I)


def _denied(text: str, start: int) -> bool:
    return bool(DENIED.search(text[:start])) or text[:start].rstrip().lower().endswith(("points", "times", "%"))


def _against(sentence: Sentence, found: list[Quantity]) -> Iterator[Finding]:
    """ "Improved: 71% against 76%": the direction stands before the first figure, and nothing else is said "
    "between."""
    for first, last in zip(found, found[1:], strict=False):
        between = sentence.text[first.end : last.start]
        if first.unit != "%" or last.unit != "%" or not AGAINST.search(between) or len(between) > REACH:
            continue
        before = re.split(r"[;.]", sentence.text[: first.start])[-1]
        risen, fallen = bool(RISEN.search(before)), bool(FALLEN.search(before))
        if risen != fallen and not re.search(r"\d", before) and not DENIED.search(before):
            word = (RISEN if risen else FALLEN).search(before)
            yield _finding(sentence, first, last, risen, word.group() if word else "")


def _finding(sentence: Sentence, first: Quantity, last: Quantity, higher: bool, word: str) -> Finding:
    right = first.value > last.value if higher else first.value < last.value
    verdict: Verdict = "ok" if right else "wrong"
    relation = "more than" if first.value > last.value else "less than" if first.value < last.value else "as much as"
    why = f"{first.text} is {relation} {last.text}; the sentence says “{word}”"
    quote = sentence.text[first.start : last.end]
    slip = f"{CODE}/{sentence.line}/{first.text}/{last.text}"
    return Finding(CODE, verdict, sentence.where, quote, word, relation, why, slip, "likely")
