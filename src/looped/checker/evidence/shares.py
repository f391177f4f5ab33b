"""A percentage as a count of a base."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import permutations

from looped.checker.evidence.figures import Figure, figures_of, is_loose, is_one_of_many
from looped.checker.evidence.reading import (
    ASIDE,
    NEGATED,
    RISE_OF,
    Given,
    Reading,
    before,
    behind,
    between,
    bounds,
    chosen,
    clause,
    given,
    is_change,
    is_rate_of_others,
    is_slip,
)
from looped.checker.moving_shares import is_change as is_moving
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage
from looped.checker.saying import said_in

RATE = pattern_of(r"\b(?:mean|average|averag\w+|per|rate|each|every|apiece)\b", re.I)
HIGHER = pattern_of(r"\b(?:higher|lower|better|worse|more|less),? at (?:just |only )?$", re.I)
# A note says what it is of.
FOOTNOTE = pattern_of(r"[*†‡§¹²³⁴⁵]|\[\d|\d \([a-z]\)")
# "Nearly all (96%)": the same in words.
WORDED = pattern_of(r"\b(?:all|most|half|thirds?|quarters?|fifths?|majority|minority|many|few|some|none) \($", re.I)
LIMIT = pattern_of(r" or (?:more|fewer|less|over|under|above|older|younger)\b", re.I)
APART = pattern_of(
    r"\b(?:(?:was|were|is|are|been) (?:set|fixed|capped|charged) at|by value|power|alpha|respectively|would|could|if|"
    r"weighted|adjusted|estimated?|allowing for|"
    r"had (?:they|it|all|none))\b",
    re.I,
)
DIGITS = re.compile(r"(?<![\w.,])\d{1,6}(?:,\d{3})*(?:\.\d+)?(?![\w]|[.,]\d|\s?%|\s?per ?cent)")
REACH, BEFORE, BEHIND, BASES, FEW, DOZEN, MOST = 3, 3, 2, 5, 4, 13, 30


OF_SOME = pattern_of(r" of (?:those|people|them) (?:who|that|which|in|with|[a-z]+(?:ed|ing))\b", re.I)


def shares(read: Passage) -> Iterator[Reading]:
    """Each percentage that nothing in its passage gives, as each count near it of each base near it."""
    figures = figures_of(read)
    counts = [each for each in figures if each.kind == "count" and each.value > 0]
    if len(counts) < 2 or FOOTNOTE.search(read.text):
        return
    counts = [each for each in counts if not RISE_OF.search(before(read, each, 40))]
    told = given(counts)
    for stated in figures:
        if stated.kind == "share" and _is_asked(read, figures, told, stated):
            for part in _parts(read, counts, stated):
                yield from _of_bases(read, figures, counts, stated, part)


def _is_asked(read: Passage, figures: tuple[Figure, ...], told: Given, stated: Figure) -> bool:
    """Whether a percentage is one that the counts should give, and don't."""
    if not 0 < stated.value <= 100 or is_loose(read.text, stated) or is_one_of_many(read.text, stated):
        return False
    if stated.entry.share and is_moving(read, stated.entry):
        return False  # "up from a low of 640 (16%)": of another time
    if stated.role == "lone" and OF_SOME.match(read.text, stated.end):
        return False  # "64.8% of those who answered": of a number that isn't told
    if HIGHER.search(before(read, stated)):
        return False  # "for adults it was higher, at 88%"
    if stated.role == "lone" and ASIDE.search(clause(read, stated)):
        return False
    if APART.search(read.sentence(stated.sentence)) or WORDED.search(before(read, stated)):
        return False
    beside = [each for each in read.of_sentence(stated.sentence) if each.share and each is not stated.entry]
    if stated.role == "lone" and (beside or _is_listed_in_words(read, stated)):
        return False
    if told.gives(stated) or is_change(stated, told.counts) or _is_of_raw(read, stated):
        return False
    lead = read.text[bounds(read, stated.sentence)[0] : stated.end]
    rest = Figure(100 - stated.value, "share", "lone", stated.step, stated.entry, stated.place, -1)
    if (stated.role == "lone" or NEGATED.search(lead)) and told.gives(rest):
        return False
    # Told before, or what another leaves.
    others = [each for each in figures if each.kind == "share" and each is not stated]
    return not any(
        each.value == stated.value or abs(100 - each.value - stated.value) <= max(each.step, stated.step)
        for each in others
    )


def _is_listed_in_words(read: Passage, stated: Figure) -> bool:
    """ "A quarter of the men and 30% of the women": each of its own."""
    low = bounds(read, stated.sentence)[0]
    lead = read.text[low : stated.start]
    return any(re.search(r"\band\b", lead[each.end :]) for each in said_in(lead))


def _is_of_raw(read: Passage, stated: Figure) -> bool:
    """Whether any two numbers of the text give it, such as were read as names and dates too: "audit 34 of 44"."""
    numbers = [Decimal(each.replace(",", "")) for each in DIGITS.findall(read.text)][:MOST]
    return any(
        0 < part <= whole and abs(part * 100 / whole - stated.value) * 2 <= stated.step
        for part, whole in permutations(numbers, 2)
    )


def _parts(read: Passage, counts: list[Figure], stated: Figure) -> list[Figure]:
    """The counts that it may be the share of: its own, or those next to it."""
    if stated.role == "attached":
        return [each for each in counts if each.entry is stated.entry and each.role == "count"]
    near = [each for each in counts if abs(each.sentence - stated.sentence) <= REACH]
    near = [each for each in near if not _is_limit(read, each)]
    # "410 forms (80% response rate) from four towns": in a bracket of its own it is of the count that it follows.
    if re.search(r"\d(?: [a-z’'-]+){1,4} \($", before(read, stated)):
        return [each for each in near if each.sentence == stated.sentence and each.start < stated.start][-1:]
    ahead = [each for each in near if each.start < stated.start]
    return ahead[-BEFORE:] + [each for each in near if each.start > stated.start][:BEHIND]


def _of_bases(
    read: Passage, figures: tuple[Figure, ...], counts: list[Figure], stated: Figure, part: Figure
) -> Iterator[Reading]:
    near = [each for each in counts if abs(each.sentence - stated.sentence) <= REACH]
    # A count with its own share is a part, and a limit is nothing that was counted.
    bases = [each for each in near if each.value > part.value and not _is_limit(read, each)]
    bases = [each for each in bases if each.role == "base" or not each.entry.share]
    own = [each for each in bases if each.entry is stated.entry and each.role == "base"]
    seen: set[Decimal] = set()
    for base in sorted(own or bases, key=lambda each: abs(each.start - stated.start))[:BASES]:
        if base.value in seen or _is_name(part, base) or is_rate_of_others(read, stated, part, base):
            continue
        seen.add(base.value)
        exact = part.value * 100 / base.value
        expected = round(exact, max(0, -int(stated.step.as_tuple().exponent)))
        signs = _signs(read, figures, near, stated, part, base, expected)
        told = f"{part.printed} of {base.printed} is {expected}%, printed as {stated.printed}"
        yield Reading(stated, (part, base), expected, told, chosen(signs))


def _is_limit(read: Passage, figure: Figure) -> bool:
    if read.text[figure.start - 1 : figure.start] in ("/", "-") and figure.start:
        return True  # of a reference
    return is_loose(read.text, figure) or bool(LIMIT.match(behind(read, figure)))


def _is_name(part: Figure, base: Figure) -> bool:
    """ "One of the four": no figures to make a share of."""
    small = part.value <= FEW and part.is_spelt and base.value < DOZEN and base.is_spelt
    return small or (part.value == 1 and part.is_spelt)


def _signs(
    read: Passage,
    figures: tuple[Figure, ...],
    near: list[Figure],
    stated: Figure,
    part: Figure,
    base: Figure,
    expected: Decimal,
) -> dict[str, object]:
    shared = [each for each in figures if each.kind == "share" and each is not stated]
    words = read.sentence(stated.sentence)
    apart = abs(stated.value - expected)
    gap = between(read, base, stated)
    return {
        "slip": is_slip(stated.value, expected),
        "far": apart * 2 > max(stated.value, expected),
        "beside its count": stated.role == "attached",
        "base in sentence": base.sentence == stated.sentence,
        "base a sentence before": base.sentence == stated.sentence - 1,
        "base behind": base.start > stated.start,
        "base beside": abs(base.place - stated.place) <= 1,
        "only base": sum(each.value > part.value for each in near) == 1,
        "bracket between": "(" in gap or "[" in gap,
        "more shares": len(shared) > 1,
        "rate": RATE.search(words),
        "same words": part.entry.words & stated.entry.words,
        "spelt": part.is_spelt,
    }
