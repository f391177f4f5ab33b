"""What the figures of a passage give: every share, sum and difference that a reader could have had in mind.

A figure that none of them gives, and that stands where it must be one of them, is wrong.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import combinations, permutations

from looped.checker.dividing import SEVERAL
from looped.checker.numbers import Percent, fits
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage

MANY = 14
MANY_SUMS = 9
OTHER_PART = pattern_of(r"\b(?:not|no|none|never|without|others?|rest|remain\w*|neither|only)\b|n[’']t\b", re.I)

# "Leaving aside those with no opinion, support was 63%".
EXCLUDED = pattern_of(
    r"\b(?:leaving aside|leaving out|left out|setting aside|exclud\w+|without|not counting|discount\w+|apart from|"
    r"set aside|left aside|disregard\w*|ignor\w+|omit\w*|other than|of those (?:who|with|that)|expressing|"
    r"had a view)\b",
    re.I,
)


SOME_OF = pattern_of(
    r"\b(?:of (?:the )?(?:others?|rest|remain\w+|these|those|them|whom|which)|among|others?|remaining|remainder|rest|"
    r"leav\w+|left|exclud\w+|without|apart from|except|not|never|no|none|missing|unknown|withdr\w+|lost|removed|other "
    r"than|known)\b|n[’']t\b",
    re.I,
)

# "A rate of 58% (2022: 48%)": of another time, which leaves nothing of this one.
AT_ANOTHER_TIME = pattern_of(
    r"\((?:in )?(?:(?:19|20)\d\d(?:[/–-]\d\d)?|(?:last|the previous|previous) (?:year|time|audit|survey|round)),?:? $",
    re.I,
)


def counts_of(entries: Iterable[Entry]) -> list[int]:
    """Every count that entries tell, their bases too, once each, in order."""
    told = [n for each in entries if each.kind == "count" or each.base for n in (each.count, each.base or 0) if n]
    return list(dict.fromkeys(told))


def gives_share(read: Passage, stated: Entry, printed: Percent) -> bool:
    """Whether a share comes out of other figures of its passage: one count of another, what two make or leave."""
    others = [each for each in read.entries if each is not stated]
    counts = counts_of(others)[:MANY]
    if any(fits(part, whole, printed) for part, whole in permutations(counts, 2) if part <= whole):
        return True
    if EXCLUDED.search(read.sentence(stated.sentence)) and any(gives_less_another(n, counts, printed) for n in counts):
        return True
    if _pooled(read, stated, counts, printed):
        return True
    near = [each for each in others if each.sentence == stated.sentence]
    now = [each for each in near if not AT_ANOTHER_TIME.search(read.text[: each.start])]
    return _of_several(near, counts, printed) or _of_shares(now, printed)


def gives_part(read: Passage, stated: Entry, printed: Percent) -> bool:
    """Whether a share printed beside its own count is that count of anything that the passage tells.

    Of one count, of what two make or one leaves of another, of all that a sentence lists; or it says other shares.

    >>> from looped.checker.prose import passage
    >>> read = passage("Of 53 forms, 34 (64%) were late, 22 (42%) lost and 16 (39%) torn.")
    >>> [gives_part(read, each, each.share) for each in read.entries if each.share]
    [True, True, False]
    """
    others = [each for each in read.entries if each is not stated]
    counts = counts_of(others)[:MANY]
    near = [each.count for each in others if each.sentence == stated.sentence and each.kind == "count"]
    # What two leave or make is known once both have been told; what has a share of its own is a part itself.
    before = [each for each in others if each.end <= stated.start and each.text.lower() != "one"]
    known = counts_of(before)[:MANY]
    plain = counts_of(each for each in before if not each.share)[:MANY]
    wholes = {*counts, *_together(plain)}
    # Of what one leaves of another only where others, exceptions or those of them are spoken of.
    low = read.starts[max(stated.sentence - 1, 0)]
    if SOME_OF.search(read.text[low : stated.end]):
        wholes |= {a - b for a, b in permutations(known, 2)}
    bare = [
        each.count for each in others if each.sentence == stated.sentence and each.kind == "count" and not each.share
    ]
    # Groups that overlap make no whole together.
    if not SEVERAL.search(read.sentence(stated.sentence)):
        wholes |= {sum(bare), sum(near) + stated.count}
    if any(n >= stated.count and n > 0 and fits(stated.count, n, printed) for n in wholes):
        return True
    # "84 did not (60%)": the share may be of the other part.
    # Behind its count a share is of it; a share that comes first may be of those whom the sentence denies.
    first = stated.text[:1].isdigit() and "%" in stated.text.partition("(")[0]
    if not OTHER_PART.search(read.sentence(stated.sentence) if first else stated.text):
        return False
    every = counts_of(each for each in others if not each.share)
    return any(fits(n - stated.count, n, printed) for n in every if n > stated.count)


def _together(counts: Sequence[int]) -> Iterator[int]:
    """What two counts make: of two parts, not of a whole and one of its parts."""
    most = max(counts, default=0)
    yield from (a + b for a, b in combinations(counts, 2) if max(a, b) < most or 2 * max(a, b) < 3 * min(a, b))


def is_accounted_for(figure: int, others: Iterable[int]) -> bool:
    """Whether a whole number takes part in any sum of others that comes out: it was told rightly there.

    >>> is_accounted_for(60, [2, 18, 40]), is_accounted_for(18, [60, 2, 40]), is_accounted_for(18, [61, 2, 40])
    (True, True, False)
    """
    known = list(others)
    if figure in known:
        known.remove(figure)
    return _is_accounted_for(figure, tuple(sorted(known)[-MANY_SUMS:]))


@lru_cache(maxsize=16384)
def _is_accounted_for(figure: int, known: tuple[int, ...]) -> bool:
    """Kept: several rules ask for the same figures."""
    return any(_comes_out(chosen, figure) for size in range(2, len(known) + 1) for chosen in combinations(known, size))


def _comes_out(chosen: Sequence[int], figure: int) -> bool:
    """Whether one of all these, the figure too, is what the others make; or what some leave of two."""
    everything = sum(chosen)
    if everything == figure or (everything - figure) % 2:
        return everything == figure
    # "22 then; 15 came and 13 went, so 24".
    moved = len(chosen) > 2 and (everything - figure) // 2 in chosen
    return moved or (everything + figure) // 2 in chosen


def gives_less_another(part: int, wholes: Iterable[int], printed: Percent) -> bool:
    """Whether a share is a part of one count of its row less another: those to whom it did not apply.

    >>> gives_less_another(16, [30, 4], Percent(Decimal(62), 0))
    True
    """
    pairs = permutations(dict.fromkeys(wholes), 2)
    return any(whole - less >= max(part, 1) and fits(part, whole - less, printed) for whole, less in pairs)


# Told of several together.
POOLED = pattern_of(
    r"\b(?:overall|together|pooled|pooling|combined|combining|in all|as a whole|altogether|both|across|in total|"
    r"between "
    r"them|all told)\b",
    re.I,
)
# Rates of those who are not among the ones that are counted.
OTHERS = pattern_of(
    r"\b(?:refus\w+|no-show|drop-?outs?|non-?\w+|vacan\w+|fail\w*|loss\w*|lost|attrition|withdraw\w*|absen\w+|"
    r"errors?|late|overdue|out of date|miss\w+|not|no|none|never|un\w+|lack\w*|without|outstanding|other|rest|"
    r"remain\w*|left|expired|lapsed|declin\w+|reject\w+|shortfall|empty|idle)\b|n[’']t\b",
    re.I,
)


BAD_RATE = pattern_of(r"omission|error|default|breach|complication|mortality|death|relapse", re.I)


def is_of_others(read: Passage, stated: Entry, part: int, whole: int, printed: Percent) -> bool:
    """ "72 of 90 took part, so the refusal rate was 20%": the share of those who are left, by its own name."""
    low = read.starts[stated.sentence]
    clause = re.split(r"[,;:]", read.text[low : stated.start])[-1] + re.split(r"[,;:.]", read.text[stated.end :])[0]
    return fits(whole - part, whole, printed) and bool(OTHERS.search(clause))


def is_of_these(read: Passage, stated: Entry, part: int) -> bool:
    """ "The error rate was 90%: 5 errors out of 50": of those very ones, and not of the others."""
    words = read.sentence(stated.sentence)
    rate = re.search(r"(?P<what>[a-z-]+) rate (?:was|is|of|stood at) $", read.text[: stated.start], re.I)
    own = re.search(rf"\b{part:,} (?:(?:out )?of \d[\d,]* )?(?P<what>[a-z-]+(?: [a-z-]+)?)", words)
    return bool(
        rate and own and OTHERS.search(own["what"]) and (OTHERS.search(rate["what"]) or BAD_RATE.search(rate["what"]))
    )


def _pooled(read: Passage, stated: Entry, counts: Sequence[int], printed: Percent) -> bool:
    """Whether two counts together are that share of two others together, where the sentence says so."""
    if not POOLED.search(read.sentence(stated.sentence)):
        return False
    pairs = [(a + b, {a, b}) for a, b in combinations(counts, 2)]
    return any(
        part < whole and not own & others and fits(part, whole, printed)
        for part, own in pairs
        for whole, others in pairs
    )


def _of_several(near: Sequence[Entry], wholes: Sequence[int], printed: Percent) -> bool:
    """Whether it is what several counts make of their whole, or what one leaves of it."""
    based = [(each.count, each.base) for each in near if each.base]
    parts = [each.count for each in near if each.kind == "count"][:MANY]
    pooled = [(a + c, b + d) for (a, b), (c, d) in combinations(based, 2)]
    pooled += [(sum(a for a, _ in based), sum(b for _, b in based)), (sum(parts), max(wholes, default=0))]
    pooled += [(a + b, n) for a, b in combinations(parts, 2) for n in wholes if n not in (a, b)]
    # "35 would and only eight would not, so 81%": of both together.
    pooled += [(a, a + b) for a, b in permutations(parts, 2)] if len(parts) < 4 else []
    pooled += [(b - a, b) for a, b in based] + (
        [(b - a, b) for a, b in permutations(parts, 2)] if len(parts) < 4 else []
    )
    return any(0 < part <= whole and fits(part, whole, printed) for part, whole in pooled)


def _of_shares(near: Sequence[Entry], printed: Percent) -> bool:
    """Whether it is what other shares make together, or what they leave of a hundred."""
    shares = [each.share.value for each in near if each.share][:MANY]
    slack = Decimal(1).scaleb(-printed.decimals)
    sums = {sum(shares, Decimal(0)), *(a + b for a, b in combinations(shares, 2))} if len(shares) > 1 else set()
    left = any(abs(100 - each - printed.value) <= slack for each in (*shares, *sums))
    return left or printed.value in shares or any(abs(each - printed.value) <= slack for each in sums)
