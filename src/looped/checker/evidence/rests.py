"""A count or a sum of money as what others leave of a whole."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from looped.checker.accounts import is_within, spans_near
from looped.checker.evidence.figures import Figure, figures_of, is_loose
from looped.checker.evidence.reading import (
    CHANGE,
    MANY_SUMS,
    Reading,
    before,
    behind,
    bounds,
    chosen,
    is_counted,
    is_slip,
)
from looped.checker.explaining import is_accounted_for
from looped.checker.listing import listings
from looped.checker.patterns import pattern_of
from looped.checker.phrases import NONE_OF_THE
from looped.checker.prose import Passage

REST = pattern_of(
    r"\b(?:remain\w*|rest|other|others|left|leaving|leaves|balance|outstanding|still|yet|not|un\w+|without|further)\b",
    re.I,
)
DENIED = pattern_of(r"\b(?:not|no|never|without|neither)\b|n[’']t\b", re.I)
THE = pattern_of(r"\bthe (?:other |remaining )?$", re.I)
# Those with both are told twice.
OVERLAP = pattern_of(r"\b(?:both|neither|either)\b", re.I)
# "Figures are rounded and may not sum."
ROUNDED = pattern_of(r"\bround(?:ed|ing)\b", re.I)
BY, BARE = pattern_of(r"\b(?:for|at|by|after|within) $", re.I), pattern_of(r"\s*(?:[.;,)]|$)")
ONE = pattern_of(r"\bone\b", re.I)
AMONG = pattern_of(r"\b(?:among|of) (?:the|these|those) (?:others?|rest|remaining)\b", re.I)
NEXT_NAMED = re.compile(r"\)?; [^;:.\d]{2,60}(?:, | \()$|\)?(?:,| and|, and) [^;:.\d]{2,60} \($")
LAST_REST = pattern_of(r"\b(?:remain\w*|rest|others?|left|balance)\b", re.I)
FROM_REST = pattern_of(r"\b(?:from|than|like|as) the (?:rest|others|remainder)\b", re.I)
OTHER_KINDS = pattern_of(r"\W*(?:the )?other (?:[a-z]+ ){0,2}?[a-z]+s (?:were|included?|are)\b", re.I)
REACH, WHOLES, FEW = 3, 2, 5
LEAST, GREATEST = Decimal("0.5"), Decimal(2)


def rests(read: Passage) -> Iterator[Reading]:
    """Each count or sum of money as what those before it leave of the greatest before it."""
    figures = () if ROUNDED.search(read.text) else figures_of(read)
    for kind in ("count", "money"):
        alike = [each for each in figures if each.kind == kind]
        for stated in alike:
            if (
                stated.role != "base"
                and not is_loose(read.text, stated)
                and is_counted(read, stated)
                and not NONE_OF_THE.search(before(read, stated, 40))
                and not AMONG.search(before(read, stated, 40))
                and not _is_elided(read, stated)
                and not _is_known(read, stated)
            ):
                yield from _of_wholes(read, alike, stated)


def _is_elided(read: Passage, stated: Figure) -> bool:
    """ "Seven stay for four nights, and the others for five.": of what the figure before it is of."""
    return bool(BY.search(before(read, stated)) and BARE.match(behind(read, stated)))


def _is_known(read: Passage, stated: Figure) -> bool:
    """ "The 12 seen again did not differ from the rest", "the commonest was rust (40). Other faults were rot (19)"."""
    low, high = bounds(read, stated.sentence)
    sentence = read.text[low:high]
    known = THE.search(before(read, stated)) and FROM_REST.search(read.text, stated.end, high)
    return bool(known or OTHER_KINDS.match(sentence))


def _of_wholes(read: Passage, alike: Sequence[Figure], stated: Figure) -> Iterator[Reading]:
    ahead = [
        each
        for each in alike
        if each.start <= stated.start and each.entry is not stated.entry and stated.sentence - each.sentence <= REACH
    ]
    ahead = [each for each in ahead if is_counted(read, each) and not is_loose(read.text, each)]
    if not ahead or len(alike) < 3:
        return
    others = [each.value for each in alike if each is not stated]
    # "In the one record without": counted, though it reads as a word.
    spans = [*spans_near(read, stated.entry), *([1] if ONE.search(read.text) else [])]
    known = sorted([*map(int, others), *spans])[-MANY_SUMS:]
    wholes = [each for each in ahead if each.role == "base" or not each.entry.share]
    for whole in sorted(wholes, key=lambda each: -each.value)[:WHOLES]:
        less = [each for each in ahead if each.start >= whole.start and each is not whole and each.role != "base"]
        less = [each for at, each in enumerate(less) if not at or not is_within(read, each.entry)]
        last = [each for each in ahead if each.role != "base" and each.start > whole.start][-1:]
        for terms in (less, *([last] if whole.role != "base" and last != less else [])):
            expected = whole.value - sum((each.value for each in terms), Decimal(0))
            if _is_in_row(read, whole, stated):
                break  # "crew ashore, 32; no wind, 12; not ready, 4": one beside the other
            if any(whole.value - each.value == stated.value for each in less):
                break  # "289 at 13 centres, 28 were lost, and the other 261": of these the one that fits
            if not terms or expected <= 0 or expected == stated.value or not _is_near(stated.value, expected):
                continue
            if not OVERLAP.search(read.text[whole.start : bounds(read, stated.sentence)[1]]):
                signs = _signs(read, alike, stated, whole, terms, expected)
                signs |= {"accounted": is_accounted_for(int(stated.value), known), "told twice": stated.value in others}
                signs |= {"expected told": expected in others, "no other": len(ahead) == len(terms) + 1}
                told = " - ".join(each.printed for each in (whole, *terms))
                told = f"{told} = {expected:,f}, printed as {stated.printed}"
                yield Reading(stated, (whole, *terms), expected, told, chosen(signs))


def _is_in_row(read: Passage, whole: Figure, stated: Figure) -> bool:
    """Whether two figures are items of one list whose items semicolons part, each with its name before it."""
    for each in listings(read):
        told = [item.entry for item in each.items]
        gaps = [read.text[a.end : b.start] for a, b in pairwise(told)]
        named = len(told) > WHOLES and all(map(NEXT_NAMED.match, gaps)) and not LAST_REST.search(gaps[-1])
        if whole.entry in told and stated.entry in told and named:
            return True
    return False


def _is_near(stated: Decimal, expected: Decimal) -> bool:
    return LEAST * expected <= stated <= GREATEST * expected


def _signs(
    read: Passage, alike: Sequence[Figure], stated: Figure, whole: Figure, terms: Sequence[Figure], expected: Decimal
) -> dict[str, object]:
    later = [each for each in alike if each.start > stated.start and each.sentence - stated.sentence <= 1]
    low, high = bounds(read, stated.sentence)
    lead = before(read, stated, 40)
    apart = abs(stated.value - expected)
    return {
        "slip": is_slip(stated.value, expected),
        "close": apart * 5 < max(stated.value, expected),
        "several": len(terms) > 1,
        "of a base": whole.role == "base",
        "whole in sentence": whole.sentence == stated.sentence,
        "whole first": whole.place == 0,
        "with its base": stated.entry.base,
        "last": not any(each.sentence == stated.sentence for each in later),
        "none behind": not later,
        "rest before": REST.search(lead),
        "change before": CHANGE.search(lead),
        "change": CHANGE.search(read.text[whole.start : stated.end]),
        "denied": DENIED.search(read.text[whole.end : high]),
        "the": THE.search(lead),
        "spelt": stated.is_spelt,
    }
