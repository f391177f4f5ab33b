"""A count or a sum of money as what a list of others makes."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from looped.checker.accounts import is_within
from looped.checker.dividing import SINGLE
from looped.checker.evidence.figures import Figure, figures_of, is_loose
from looped.checker.evidence.reading import (
    MANY_SUMS,
    Reading,
    before,
    behind,
    chosen,
    is_counted,
    is_slip,
)
from looped.checker.explaining import is_accounted_for
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage

TOTAL = pattern_of(
    r"\b(?:total(?:s|led|ling)?|in all|altogether|together|combined|sum|overall|all told|between them|makes?|making|"
    r"came to|comes to)\b",
    re.I,
)
UNTOLD = pattern_of(
    r"\b(?:the (?:rest|others|remainder|balance)|others|the remaining)\b(?! \(?\d)(?![^.;]{0,25}\d)|"
    r"\b(?:respectively|equivalents?)\b|"
    r"\b(?:many|some|several|most) of (?:whom|them|these|those)\b",
    re.I,
)
JOINED = pattern_of(r"\band\b|,|;|\+|\bplus\b|/", re.I)
AND = pattern_of(r"\band\b", re.I)
RANGE = pattern_of(r"\s?(?:to|–|-|or)\s?|[^.;,]* (?:to|from) ", re.I)
# "Figures are rounded and may not sum."
ROUNDED = pattern_of(r"\bround(?:ed|ing)\b", re.I)
LIMIT = pattern_of(
    r"\b(?:materiality|limit|threshold|target|budget|capacity|tolerance|guideline|recommended|maximum|minimum)\b", re.I
)
# "Neither ward returned 100 forms", "each of them has five": a limit, or what each of them has.
FOR_EACH = pattern_of(r"\b(?:neither|none|nobody|nowhere|no|each|every|both|any)\b[^.;:,()\d]*$", re.I)
MOST, REACH = 9, 2
LEAST, GREATEST = Decimal("0.4"), Decimal(2)


def sums(read: Passage) -> Iterator[Reading]:
    """Each count, base or sum of money as what those right behind or right before it make."""
    figures = () if ROUNDED.search(read.text) else figures_of(read)
    for kind in ("count", "money"):
        listed = [each for each in figures if each.kind == kind and each.role != "base"]
        if len(listed) > 2:
            alike = [each for each in figures if each.kind == kind]
            for at, each in enumerate(listed):
                bases = [base for base in alike if base.role == "base" and base.entry is each.entry]
                for stated in (each, *bases):
                    yield from _of_lists(read, alike, listed, at, stated)


def _of_lists(
    read: Passage, alike: Sequence[Figure], listed: Sequence[Figure], at: int, stated: Figure
) -> Iterator[Reading]:
    if is_loose(read.text, stated) or LIMIT.search(before(read, stated)) or FOR_EACH.search(before(read, stated, 70)):
        return
    others = [each.value for each in alike if each is not stated]
    known = sorted(map(int, others))[-MANY_SUMS:]
    for is_behind in (True, False):
        pool = list(listed[at + 1 :] if is_behind else listed[:at][::-1])
        pool = [each for each in pool if abs(each.sentence - stated.sentence) <= REACH][:MOST]
        made = [sum((each.value for each in pool[:size]), Decimal(0)) for size in range(2, len(pool) + 1)]
        if stated.value in made:
            continue
        for size, expected in enumerate(made, 2):
            if expected in others:
                continue  # told beside it: the list is of that figure
            parts = pool[:size] if is_behind else pool[:size][::-1]
            if LEAST * stated.value <= expected <= GREATEST * stated.value and _is_list(read, stated, parts):
                signs: dict[str, object] = {
                    "accounted": is_accounted_for(int(stated.value), known),
                    "told twice": stated.value in others,
                }
                signs |= _signs(read, stated, parts, expected) | _around(read, alike, stated, parts, pool)
                terms = " + ".join(each.printed for each in parts)
                told = f"{terms} = {expected:,f}, printed as {stated.printed}"
                yield Reading(stated, tuple(parts), expected, told, chosen(signs))


def _is_list(read: Passage, stated: Figure, parts: Sequence[Figure]) -> bool:
    """Whether they may be all that there is: nobody says that others are left, and "one" counts something."""
    low, high = min(stated.start, parts[0].start), parts[-1].end
    if UNTOLD.search(read.text[low : high + 60]):
        return False
    inner = [read.text[one.end : other.start] for one, other in zip(parts, parts[1:], strict=False)]
    if any(RANGE.fullmatch(each) for each in inner) or any(is_within(read, each.entry) for each in parts[1:]):
        return False
    # Told at one level, and none of them what the others make.
    shared = [each.entry.share.value for each in parts if each.entry.share]
    if len(shared) == len(parts) and abs(sum(shared, Decimal(0)) - 100) > len(parts):
        return False  # shares of which each may have several
    # "Six vans, four cars and a minibus": one more that no figure tells.
    if sum(each.value for each in parts) + 1 == stated.value and SINGLE.search(read.text, low, high + 60):
        return False
    one_level = len({(each.bracket, each.sentence) for each in parts}) == 1
    made = sum((each.value for each in parts), Decimal(0))
    return one_level and all(is_counted(read, each) and 2 * each.value != made for each in parts)


def _around(
    read: Passage, alike: Sequence[Figure], stated: Figure, parts: Sequence[Figure], pool: Sequence[Figure]
) -> dict[str, object]:
    size = len(parts)
    further = pool[size] if size < len(pool) else None
    edge = pool[size - 1]
    one = parts[0].bracket if all(each.bracket == parts[0].bracket for each in parts) else -1
    return {
        "no more": further is None,
        "to the end": further is None or further.sentence != edge.sentence,
        "only these": sum(each.role != "base" for each in alike) == size + 1,
        "in one bracket": one >= 0 and stated.bracket != one,
        "stated in bracket": stated.bracket >= 0,
        "next sentence": abs(edge.sentence - stated.sentence) == 1 or abs(pool[0].sentence - stated.sentence) == 1,
        "total before": TOTAL.search(before(read, stated, 35)),
        "total behind": TOTAL.search(behind(read, stated)),
    }


def _signs(read: Passage, stated: Figure, parts: Sequence[Figure], expected: Decimal) -> dict[str, object]:
    inner = [read.text[one.end : other.start] for one, other in zip(parts, parts[1:], strict=False)]
    is_behind = stated.start < parts[0].start
    gap = read.text[stated.end : parts[0].start] if is_behind else read.text[parts[-1].end : stated.start]
    apart = abs(stated.value - expected)
    return {
        "slip": is_slip(stated.value, expected),
        "close": apart * 5 < max(stated.value, expected),
        "too much": stated.value > expected,
        "list behind": is_behind,
        "three or more": len(parts) > 2,
        "four or more": len(parts) > 3,
        "with shares": all(each.entry.share for each in parts),
        "joined": all(JOINED.search(each) for each in inner),
        "and at last": AND.search(inner[-1]),
        "colon": is_behind and ":" in gap,
        "comma": "," in gap,
        "and between": AND.search(gap),
        "beside": len(gap) <= 10,
        "near": len(gap) <= 25,
    }
