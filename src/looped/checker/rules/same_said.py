"""One thing said of all, of none or of so many in one place, and of another number of them in another."""

import re
from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

from looped.checker.context import Context
from looped.checker.counted import numbers
from looped.checker.finding import Finding
from looped.checker.other_place import are_apart
from looped.checker.patterns import pattern_of
from looped.checker.said_of_many import Said, all_said
from looped.checker.tellings import CUE

CODE = "same-said"
MESSAGE = "What is said of all, none or so many of them in one place is said of as many in another."
GOOD = "All 24 harbours had a lifeboat.\n\nNone of the 24 harbours lacked a lifeboat."
BAD = "All 24 harbours had a lifeboat.\n\nThree of the 24 harbours lacked a lifeboat."

MOST = 600
# "In total 15 were weighed": all that were.
IN_TOTAL = pattern_of(r"^\W*(?:in (?:total|all)|altogether|overall),? ", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each pair of statements in the same words."""
    told = context.once(all_said)
    if not 1 < len(told) <= MOST:
        return
    by_word: dict[str, list[int]] = defaultdict(list)
    for at, later in enumerate(told):
        near = sorted({place for word in later.what.core for place in by_word[word]})
        for earlier in (told[place] for place in near):
            if _are_of_one(earlier, later) and _conflict(earlier, later) and not are_apart(earlier, later):
                yield _finding(earlier, later)
                break
        for word in later.what.core:
            by_word[word].append(at)


def _are_of_one(one: Said, other: Said) -> bool:
    """Whether the same is said of the same things; a clause is not held against itself."""
    if one.quote == other.quote and one.paragraph is other.paragraph:
        return False
    if other.kind == "those" and one.kind == "count" and other.unit:
        # "16 were weighed by a diver", "of the 18 weighed": by whom need not be told again.
        return one.unit == other.unit and one.what.core | one.known >= other.what.core | other.known
    if not one.what.is_of(other.what) or (one.unit and other.unit and one.unit != other.unit):
        return False
    names = [each.known for each in (one, other)]
    if one.base and other.base:
        return one.base == other.base and (names[0] == names[1] or not all(names))
    if other.kind == "those" and not other.unit:
        return not other.known
    return bool(one.unit and other.unit) and names[0] == names[1]


def _conflict(one: Said, other: Said) -> bool:
    """Whether both can't be so."""
    kinds = {one.kind, other.kind}
    if kinds <= {"all", "none"} and (one.kind == other.kind) == (one.what.denied != other.what.denied):
        return True
    if kinds & {"no", "found"}:
        return kinds == {"no", "found"} and one.at != other.at and (_cued(one) or _cued(other))
    if "those" in kinds:
        return other.kind == "those" and one.kind == "count" and _is_another_number(one, other)
    first, last = _reach(one), _reach(other)
    apart = first[1] < last[0] or last[1] < first[0]
    if kinds & {"all", "none"}:
        return apart or _denies_bare(one, other) or _denies_bare(other, one)
    if "share" in kinds:
        return apart and bool(_cued(one) or _cued(other))
    if kinds == {"count"} and one.base is other.base is None and one.at != other.at:
        plain = len(one.what.core) > 1 and one.what.denied == other.what.denied
        return plain and bool(_cued(one) or _cued(other)) and _is_another_number(one, other)
    if kinds == {"count"} and (one.base is None) != (other.base is None) and one.what.denied == other.what.denied:
        bare = one if one.base is None else other
        return bool(IN_TOTAL.search(bare.sentence)) and one.count != other.count
    if one.base is None or other.base is None or (one.place, one.at) == (other.place, other.at):
        return False
    if one.what.denied != other.what.denied:
        return (one.count or 0) + (other.count or 0) > one.base
    return one.count != other.count


def _is_another_number(one: Said, other: Said) -> bool:
    """Whether so many that were so are taken up as another number of them, and nothing told makes up for it."""
    a, b = one.count or 0, other.count or 0
    told = {*numbers(one.read), *numbers(other.read)} - {a, b}
    parts = [each.count for each in other.read.of_sentence(other.place) if each.kind == "count" and each.count != b]
    told -= {each.count for each in other.read.entries if each.base == b}  # "three of the 17 that were"
    told -= set(parts) if sum(parts) == b else set()  # "of the 14 weighed, twelve kept it and two did not"
    return a != b and min(a, b) > 1 and abs(a - b) not in told and one.what.denied == other.what.denied


def _reach(said: Said) -> tuple[Fraction, Fraction]:
    """Of which share what both say is so."""
    return (1 - said.high, 1 - said.low) if said.what.denied else (said.low, said.high)


def _denies_bare(some: Said, other: Said) -> bool:
    """ "Six homes had no plan", of however many: then not all had one, and not none lacked it."""
    bare = some.kind == "count" and some.base is None and bool(some.count)
    bound = Fraction(some.what.denied)
    return bare and _reach(other) == (bound, bound)


def _cued(said: Said) -> bool:
    return bool(CUE.search(said.sentence) or CUE.search(said.paragraph.section))


def _finding(one: Said, other: Said) -> Finding:
    why = f"“{one.quote}”, and “{other.quote}”"
    slip = f"{CODE}/{other.paragraph.line}/{other.place}"
    stated, expected = other.quote.split()[0], one.quote.split()[0]
    return Finding(CODE, "wrong", other.paragraph.where, other.quote, stated, expected, why, slip, "likely")
