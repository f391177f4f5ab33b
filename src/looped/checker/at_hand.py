"""The figures that a statement has at hand, all of one kind: those of its sentence, else of the sentence before too.

A short statement of three or four figures of one kind tells one sum, whatever its words: what two make, what one leaves
of another, what came and went. Which figure is the one worked out from the others its own words tell.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import permutations, product

from looped.checker.numbers import slips
from looped.checker.patterns import pattern_of
from looped.checker.prose import DOSES, Entry, Passage

# "In two years", "over six weeks": how long, beside figures of something else.
TIMES = frozenset(("day", "week", "month", "year", "hour", "minute", "night", "quarter", "term", "session"))
# Of a slip of the pen: so near, or one digit apart.
NEAR, FAR = 2, Decimal("2.5")
# Of how many figures, in how many sentences about, another sum is sought.
MANY, REACH = 6, 2
ROUGH = pattern_of(
    r"\b(?:about|around|some|roughly|nearly|almost|over|under|approximately|at least|"
    r"(?<!add )(?<!adds )(?<!added )(?<!adding )(?<!it )(?<!them )(?<!this )(?<!total )"
    # "Registered for up to 58 people": so many places.
    r"(?<!registered for )(?<!licensed for )(?<!room for )(?<!space for )(?<!places for )(?<!capacity of )(?<!takes )"
    r"(?<!holds )up to|more than|less than|"
    r"fewer than|just (?:over|under)|close to|well over|only just|perhaps)\s+(?:a |the )?$",
    re.I,
)
# Figures of plans, limits and other places belong to no sum; what would be was never so.
NOT_SO = pattern_of(
    r"\b(?:if|would|could have|might|(?<!-)needs|hop(?:es|ed|ing)|expects|aims|seeks|will|next (?:year|month|term|"
    r"week)|per ?cent|percentage|each|per(?!-)|apiece|"
    r"(?:for|of|in|with|on|at) every|every (?:\d|(?:two|three|four|five|six|day|night|week|month|quarter|"
    r"year|term|hour)\b)|"
    r"national\w*|regional\w*|england|likely|estimated?|forecast|maximum|minimum|at most|at least|"
    r"respectively|such as|for example|rang(?:ed|ing|es)|ratio|some(?=where))\b"
)


FEW = frozenset(("two", "three", "four", "five", "six"))
THESE = re.compile(
    r"\b(?:the|these|those|all|our|its|both|of|between|day|week|month|year|round|phase|stage|session|term|quarter|"
    r"year|wave|cycle|visit|audit|survey) $",
    re.I,
)
STAGED = re.compile(
    r"\b(?:by|in|at|of|from|to|until|before|after|since) (?:wave|round|cycle|stage|phase|visit|week|month|term) $", re.I
)
# "This year nine boats": no year nine.
SPELT_OUT = re.compile(
    r"(?<!week )(?<!day )(?<!month )(?<!round )(?<!wave )(?<!half )\b(?:five|six|seven|eight|nine|ten|eleven|twelve|"
    r"[a-z]+teen|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty)\b(?![ -](?:days?|weeks?|months?|years?|hours?|minutes?|nights?|"
    r"year-olds?)\b)",
    re.I,
)
LISTED = re.compile(r"(?: [a-z’-]+){0,4}: [^.;:()]*")
BRACKETED = re.compile(r"[^.;:()\d]{0,60}\([^()]*\)")
# What is given, measured or read off, and never kept in stock.
READINGS = DOSES - {"kg", "g", "ml"}
# Means are neither added up nor parts of anything.
MEANS = pattern_of(r"\b(?:averag\w+|mean|median|typical(?:ly)?|rates?)\b", re.I)


@dataclass(frozen=True)
class Hand:
    """The figures of a statement in order. start, end: of its text."""

    read: Passage
    figures: tuple[Entry, ...]
    start: int
    end: int

    @property
    def text(self) -> str:
        """Its words and figures."""
        return self.read.text[self.start : self.end]

    @property
    def values(self) -> tuple[Decimal, ...]:
        """What its figures are."""
        return tuple(each.value for each in self.figures)

    def lead(self, at: int) -> str:
        """The words before a figure: from the one before it, or from where its sentence begins."""
        each = self.figures[at]
        low = self.figures[at - 1].end if at else self.start
        return self.read.text[max(low, self.read.starts[each.sentence]) : each.start]

    def own_lead(self, at: int) -> str:
        """The words before a figure without those behind the one before it, which are of that one."""
        lead, last = self.lead(at), self.figures[at - 1] if at else None
        same = last and last.sentence == self.figures[at].sentence
        return lead[len(last.after) :] if last and same and lead.startswith(last.after) and lead != last.after else lead

    def tail(self, at: int) -> str:
        """The words behind a figure: to the next one, or to where its sentence ends."""
        each = self.figures[at]
        end = self.read.starts[each.sentence] + len(self.read.sentence(each.sentence))
        high = self.figures[at + 1].start if at + 1 < len(self.figures) else self.end
        return self.read.text[each.end : min(high, end)]

    def others(self, at: int) -> list[Decimal]:
        """What the figures but one are."""
        return [value for place, value in enumerate(self.values) if place != at]

    @property
    def is_plain(self) -> bool:
        """Whether nothing in it is rough, a rate or what would be."""
        return not NOT_SO.search(self.text.lower()) and not any(
            ROUGH.search(self.read.text[max(0, each.start - 24) : each.start]) for each in self.figures
        )

    @property
    def hides_one(self) -> bool:
        """Whether a number in words stands in it that was read as a name or a date: it may be of the sum."""
        known = [(each.start, each.end) for each in self.read.entries]
        return any(
            not any(low <= self.start + found.start() < high for low, high in known)
            for found in SPELT_OUT.finditer(self.text)
        )

    @property
    def slack(self) -> Decimal:
        """How far rounding may put a sum of them off: nothing, where all are whole."""
        steps = [each.step for each in self.figures]
        return Decimal(0) if all(step == 1 for step in steps) else sum(steps, Decimal(0)) / 2


def hands(read: Passage, number: Sequence[int], *, reach: int = 1, parts: bool = True) -> Iterator[Hand]:
    """Of each sentence the figures of one kind, with those of the sentences before where it has too few.

    number: how many there may be. reach: how many sentences before are looked at. parts: whether those in a bracket
    behind one that they make are told too.

    >>> from looped.checker.prose import passage
    >>> read = passage("Ten wells were dug by May. Since then six more were, which makes 16.")
    >>> [[e.text for e in each.figures] for each in hands(read, (3,))]
    [['Ten', 'six', '16']]
    """
    for at in range(len(read.starts)):
        if not read.of_sentence(at):
            continue
        for first in range(at, max(-1, at - reach - 1), -1):
            told = [e for e in read.entries if first <= e.sentence <= at and not _is_stage(read, e)]
            end = read.starts[at] + len(read.sentence(at))
            every = told if parts else undivided(read, told)
            figures = next((some for some in _of_one_kind(every) if len(some) in number), None)
            if figures:
                yield Hand(read, tuple(figures), read.starts[first], end)
                break
            if len(every) >= max(number):
                break


def _is_stage(read: Passage, entry: Entry) -> bool:
    """ "By wave two": a name, and no number of anything."""
    small = entry.kind == "count" and entry.text.lower() in FEW and not entry.base
    return small and bool(STAGED.search(read.text, 0, entry.start))


def undivided(read: Passage, told: Sequence[Entry]) -> list[Entry]:
    """Figures without those right behind one that they make: "233 (129 men, 104 women)", "22: 6 here, 16 there"."""
    left = list(told)
    for whole in told:
        inside = BRACKETED.match(read.text, whole.end) or LISTED.match(read.text, whole.end)
        parts = [e for e in left if inside and inside.start() <= e.start < inside.end()]
        if len(parts) > 1 and sum(e.value for e in parts) == whole.value:
            left = [e for e in left if e not in parts]
    return left


def _of_one_kind(told: Sequence[Entry]) -> Iterator[list[Entry]]:
    """Figures without shares and bases, all of one kind: without those of time beside others, or all of them."""
    if any(e.share or e.base or e.kind in ("share", "points") for e in told):
        return
    many = [e for e in told if e.text.lower() != "one"]
    if any(e.kind == "count" for e in many):
        many = [e for e in many if e.unit not in READINGS]
    # "The two differ", "all three schools": those told before, or after.
    few = [e for e in many if not (e.text.lower() in FEW and THESE.search(e.before))]
    for some in ([e for e in many if e.unit not in TIMES], many, few, [e for e in told if e.kind == "money"]):
        kinds = {e.kind for e in some}
        units = {e.unit for e in some} - {""}
        if some and len(units) < 2 and kinds in ({"count"}, {"money"}, {"measure"}, {"count", "measure"}):
            yield list(some)


def is_told_by_others(read: Passage, figures: Sequence[Entry], stated: Entry) -> bool:
    """Whether a figure comes out of others of its passage, in whatever way: a sum, a difference, a product, a part."""
    near = [e for e in read.entries if e is not stated and abs(e.sentence - stated.sentence) <= REACH]
    told = [(n, e) for e in near for n in (e.value, Decimal(e.base or 0)) if n > 0][-MANY:]
    values = [n for n, _ in told]
    # Of another sentence one may belong to a sum; two or more come out by chance.
    own = {each.sentence for each in figures}
    apart = [e.sentence not in own for _, e in told]
    if any(stated.value in (a * b, b / a) for a, b in permutations(values, 2)):
        return True
    # All of a statement's own figures but this one make it or leave it; of others any few do.
    least = 2 if len(values) < len(figures) + 1 else 3
    for signs in product((0, 1, -1), repeat=len(values)):
        if sum(bool(s) and far for s, far in zip(signs, apart, strict=True)) > 1:
            continue
        if sum(map(abs, signs)) >= least and sum(s * v for s, v in zip(signs, values, strict=True)) == stated.value:
            return True
    return False


def is_slip(stated: Decimal, exact: Decimal) -> bool:
    """Whether a slip of the pen makes the one of the other: a digit, two that changed places, one or two too many.

    >>> [is_slip(Decimal(a), Decimal(b)) for a, b in ((48, 38), (64, 46), (9, 11), (3, 9), (40, 55))]
    [True, True, True, False, False]
    """
    if stated <= 0 or exact <= 0 or stated == exact or max(stated, exact) > FAR * min(stated, exact):
        return False
    scale = Decimal(10) ** max(0, -min(int(n.normalize().as_tuple().exponent) for n in (stated, exact)))
    one, other = int(stated * scale), int(exact * scale)
    while one % 10 == other % 10 == 0:
        one, other = one // 10, other // 10
    return slips(one, other) or abs(one - other) <= NEAR
