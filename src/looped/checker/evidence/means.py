"""A mean or a rate as a sum by a number."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import permutations

from looped.checker.evidence.figures import Figure, figures_of, is_loose
from looped.checker.evidence.reading import (
    CHANGE,
    RISE_OF,
    Reading,
    before,
    behind,
    between,
    chosen,
    clause,
    given,
    is_rate_of_others,
    is_slip,
)
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage

MEAN = pattern_of(r"\b(?:mean|average|averag\w+|rate|turnover)\b[^.;]{0,40}$", re.I)
EACH = pattern_of(
    r"[^.;,]{0,20}\b(?:per|each|every|apiece|on average|a (?:day|week|month|year|shift|visit|head|person|patient))\b",
    re.I,
)
PRICE = pattern_of(r"\bat (?:about |around )?$", re.I)
PER = pattern_of(r"\b(?:per|every|each) $", re.I)
ELSEWHERE = pattern_of(
    r"\b(?:targets?|standards?|national\w*|regional\w*|england|sector|last|previous\w*|before|earlier|ago|prior|"
    r"elsewhere|against|terms|of a possible|than|median|without|excluding|risk|odds|leaving)\b",
    re.I,
)
# Of a weight or a length no two counts are the sum and the number.
MEASURED = pattern_of(r"\d\s?(?:kg|mm|cm|mg|ml|mmol|mcg|µg|kpa|bpm|mmhg|kcal|°)(?![a-z])", re.I)
SCALES = (1, 100, 1000, 10_000, 100_000)
# "19.5 per million", "5.2 for every 10,000 bed days": the scale that it is told in.
TOLD_SCALES = (
    (
        pattern_of(r"[^.;,\d]{0,25}\b(?:per|(?:for|in) every|in each) (?:one )?(?:1,?000,?000|million)\b", re.I),
        1_000_000,
    ),
    (pattern_of(r"[^.;,\d]{0,25}\b(?:per|(?:for|in) every|in each) (?:100,?000|hundred thousand)\b", re.I), 100_000),
    (pattern_of(r"[^.;,\d]{0,25}\b(?:per|(?:for|in) every|in each) (?:10,?000|ten thousand)\b", re.I), 10_000),
)
REACH, NEAR = 2, 4
FAR = Decimal("0.35")
CLOSE = 3


def means(read: Passage) -> Iterator[Reading]:
    """Each figure that is called a mean or a rate, as one of its neighbours by another."""
    figures = figures_of(read)
    for stated in figures:
        if (
            stated.value > 0
            and _is_asked(read, stated)
            and not MEASURED.search(read.text, stated.start, stated.end + 6)
        ):
            terms = _terms(read, figures, stated)
            every = [each for each in figures if each.place != stated.place and each.value > 0 and each.kind != "share"]
            if not _is_given(figures, every, stated):
                yield from _of_pairs(read, terms, stated)


def _is_asked(read: Passage, stated: Figure) -> bool:
    if stated.role in ("base", "attached") or stated.kind.startswith("points") or is_loose(read.text, stated):
        return False
    lead = before(read, stated, 60)
    if PRICE.search(lead) or ELSEWHERE.search(clause(read, stated)):
        return False
    if stated.kind == "share" and sum(each.kind == "share" for each in read.of_sentence(stated.sentence)) > 1:
        return False
    return bool(MEAN.search(lead) or EACH.match(behind(read, stated)))


def _terms(read: Passage, figures: Sequence[Figure], stated: Figure) -> list[Figure]:
    """What it may come out of: other figures near it, without the thousand in "per 1,000"."""
    near = [
        each
        for each in figures
        if each.place != stated.place and abs(each.sentence - stated.sentence) <= REACH and each.value > 0
    ]
    near = [each for each in near if each.kind != "share" and not PER.search(before(read, each, 6))]
    # "A rise of 15": how far others are apart.
    return [each for each in near if not RISE_OF.search(before(read, each, 40))]


def _is_given(figures: Sequence[Figure], terms: Sequence[Figure], stated: Figure) -> bool:
    """Whether any two give it, or it is the mean of a list, or a share of what several make."""
    pairs = permutations(terms, 2)
    scales = (*SCALES, 10)
    if any(abs(one.value / by.value * scale - stated.value) <= stated.step for one, by in pairs for scale in scales):
        return True
    if stated.kind == "share" and given(figures).gives(stated):
        return True
    lists: dict[tuple[int, str], list[Decimal]] = {}
    for each in figures:
        if each is not stated and each.role != "base":
            lists.setdefault((each.sentence, each.kind), []).append(each.value)
    several = [values for values in lists.values() if len(values) > 1]
    return any(abs(sum(values, Decimal(0)) / len(values) - stated.value) <= stated.step for values in several)


def _of_pairs(read: Passage, terms: Sequence[Figure], stated: Figure) -> Iterator[Reading]:
    near = sorted(terms, key=lambda each: abs(each.place - stated.place))[:NEAR]
    scales = next(((scale,) for said, scale in TOLD_SCALES if said.match(behind(read, stated, 50))), SCALES)
    for one, by in permutations(near, 2):
        if "measure" in stated.kind and one.kind == by.kind == stated.kind:
            continue  # three lengths of time, or three weights: none is another by the third
        if stated.kind == "share" and (one.value > by.value or is_rate_of_others(read, stated, one, by)):
            continue
        exact = one.value / by.value
        scale = min(scales, key=lambda scale: abs(exact * scale - stated.value))
        expected = exact * scale
        if abs(expected - stated.value) > FAR * stated.value:
            continue
        shown = round(expected, max(0, -int(stated.step.as_tuple().exponent)))
        signs = _signs(read, terms, stated, one, by, expected) | {"per hundred": scale == 100, "per one": scale == 1}
        times = f" x {scale:,}" if scale > 1 else ""
        told = f"{one.printed} / {by.printed}{times} = {shown}, printed as {stated.printed}"
        yield Reading(stated, (one, by), shown, told, chosen(signs))


def _signs(
    read: Passage, terms: Sequence[Figure], stated: Figure, one: Figure, by: Figure, expected: Decimal
) -> dict[str, object]:
    words, gap = read.sentence(stated.sentence), between(read, one, by)
    apart = abs(stated.value - expected)
    return {
        "slip": is_slip(stated.value, expected),
        "close": apart <= CLOSE,
        "share": stated.kind == "share",
        "count": stated.kind == "count",
        "money": stated.kind == "money",
        "one in sentence": one.sentence == stated.sentence,
        "behind both": stated.start > max(one.start, by.start),
        "beside": abs(one.place - by.place) == 1,
        "several": len(terms) > 2,
        "change": CHANGE.search(words),
        "bracket between": ")" in gap,
        "one spelt": one.is_spelt,
        "by spelt": by.is_spelt,
    }
