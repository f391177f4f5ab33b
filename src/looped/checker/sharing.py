"""Shares of a passage, in figures and in words, and the one part and whole that its counts tell near each of them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from itertools import combinations

from looped.checker.drawn import negative
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, stems
from looped.checker.saying import ORDINAL, said_in

# Words that say the same again, or draw it from what was told.
AGAIN = pattern_of(
    r"\b(?:that is(?: to say)?|which is(?: to say)?|i\.?e|namely|viz|or|in other words|put (?:simply|another way|"
    r"differently)|so|thus|hence|therefore|it follows(?: that)?|(?:this|that|which|it) (?:means|meant|makes|made|"
    r"gives|gave|leaves|left|corresponds? to|represents?|amounts? to|equates? to|equals|was|is|brings|puts|comes to|"
    r"works out at)|making|giving|leaving|mean(?:ing|s)|amounting to|representing|equal to|equivalent to|"
    r"corresponding to|as a (?:share|proportion|percentage|fraction)|expressed as|taking|since|because|as|being)\b",
    re.I,
)
WHICH_IS = pattern_of(
    r"(?:[,;(–—] ?|\band )(?:(?:which|that|this) (?:is|was)|i\.e\.|or|equal to|equivalent to),? $", re.I
)
JOINT = re.compile(r"[:;(–—=\[]|\s-\s|,\s")
# What a figure is besides a share of those who are counted here.
ELSE = pattern_of(
    r"\b(?:targets?|standards?|thresholds?|tolerance|goals?|aims?|benchmarks?|limits?|expected|national(?:ly)?|england|"
    r"regional(?:ly)?|average|mean|median|confidence|intervals?|last|previous(?:ly)?|earlier|ago|prior|since|than|"
    r"compared|against|versus|rose|risen|(?:fell|fallen)(?! (?:at least |more than )?(?:once|twice|or|over|down|while|"
    r"on|out|ill|and))|increas\w+|decreas\w+|reduc\w+|improv\w+|declin\w+|grew|grown|"
    r"rise|fall|growth|drop\w*|more|less|fewer|higher|lower|by|weighted|adjusted|estimat\w+|discount|each|"
    r"respectively|at least(?! (?:one|once|a)\b)|at most|up to|no more than|would|could|should|if|chance|likely|"
    r"probability|times|"
    r"(?:went|gone|going|came|was|were|is|are|now|moved|pushed) (?:up|down)|(?:up|down) (?:on|from|to|by)|hoped|"
    r"planned|as (?:many|much|large|big|long|high|often|good|few)|again|"
    r"budget|cost|spend\w*|price|value|score\w*|money|income|savings?|"
    r"of (?:the |their |our |all |its |these )?(?:[a-z]+ )?(?:hours?|days?|weeks?|months?|time))\b|[£$€]",
    re.I,
)
OF_THEM = pattern_of(r"\s*of (?:them|these|those|whom|which|their|its|his|her|that|this|what)\b", re.I)
# One number then and another now: neither is a part of the other.
CHANGED = pattern_of(
    r"\b(?:rose|risen|rise|fell|fallen|grew|grown|went (?:up|down)|increas\w+|decreas\w+|drop\w*|doubled|halved|"
    r"trebled|"
    r"against|compared|than|(?:year|month|week|quarter|term) (?:before|earlier)|last (?:year|month|week|quarter|"
    r"term|time)|"
    r"previous\w*|a year ago|budget\w*|cost|spen[dt]\w*)\b|\bup\b[^.;]{0,12}$|[£$€]|"
    r"\b(?:19|20)\d\d\b[^.]*\b(?:19|20)\d\d\b",
    re.I,
)
HEDGE = pattern_of(
    r"\b(?:about|around|roughly|approximately|nearly|almost|over|under|some|at least|at most|up to|just|close to|"
    r"(?:more|fewer|less) than|above|below|only just|an estimated)\s+$",
    re.I,
)
# "The other quarter": its number isn't told.
BARE = pattern_of(r"\b(?:other|remaining|final) (?P<d>half|third|quarter|fifth|sixth|eighth|tenth)\b(?! of)", re.I)
ABOVE = pattern_of(r"\b(?:over|above|more than|at least)\b", re.I)
BELOW = pattern_of(r"\b(?:under|below|less than|fewer than|at most|up to|nearly|almost|close to)\b", re.I)
NEARLY = Fraction(4, 100)
ROUGHLY = re.compile(r"(?:about|around|roughly|approximately|some|at least)\b", re.I)
# Between a count and all that there were.
NESTED = pattern_of(r"\b(?:of|from|among|total|sample|being|there (?:are|were|was)|in all|all told)\b", re.I)
OF_BEFORE = pattern_of(r"\b(?:out )?of (?:the |these |those |our |all |its |their )*$", re.I)
# "24 beds and 30 staff": of two kinds, unless the second does what some of the first do.
SIDE_BY_SIDE = pattern_of(r"(?: [a-z’'-]+){1,4}(?:,| and|, and) $", re.I)
NOUN = re.compile(r"[.,;:(]|\b(?:in|of|at|on)\b")
DOES = pattern_of(
    r" (?:have|has|had|are|is|were|was|did|do|does|came|could|can|of|in|said|gave|got|took|went|lie|lay|met|"
    r"lacked|on|at|"
    r"with|without|[a-z]+ed|not)\b",
    re.I,
)
THAT_IS = pattern_of(r"\W*(?:this|that|which|it) (?:is|was|makes|made|represents|represented|comes to|came to)\b", re.I)
# "All three rules were met": how many rules there are, and nothing of those who were counted.
ALL_OF_FEW = re.compile(r"(?:^|[.;:] )(?:All|Both|Each) (?:of )?(?:the |our |these )?$")
MANY, TWO = 8, 2


@dataclass(frozen=True)
class Share:
    """A share as stated. low, high: what it may stand for; entry: its figure, where it is one."""

    start: int
    end: int
    text: str
    low: Fraction
    high: Fraction
    sentence: int
    entry: Entry | None = None
    exact: Fraction | None = None

    @property
    def middle(self) -> Fraction:
        """The share itself."""
        return self.exact if self.exact is not None else (self.low + self.high) / 2

    @property
    def slack(self) -> Fraction:
        """By how much rounding may have moved it: nothing where it is a fraction in words."""
        return (self.high - self.low) / 2 if self.entry else Fraction(0)

    def is_of(self, part: int, whole: int) -> bool:
        """Whether so many of so many may be told so."""
        return 0 < part <= whole and self.low <= Fraction(part, whole) <= self.high


@dataclass(frozen=True)
class Ground:
    """A part and its whole, as told; entry: of the part."""

    part: int
    whole: int
    entry: Entry
    other: Entry

    @property
    def start(self) -> int:
        """Where the first of the two begins."""
        return min(self.entry.start, self.other.start)

    @property
    def end(self) -> int:
        """Where the last of the two ends."""
        return max(self.entry.end, self.other.end)


@lru_cache(maxsize=8192)
def shares_in(read: Passage) -> tuple[Share, ...]:
    """The shares of a passage, in order; those printed beside their own count too.

    >>> from looped.checker.prose import passage
    >>> [each.text for each in shares_in(passage("Two thirds came: 20 of 30, or 67%."))]
    ['Two thirds', '67%']
    """
    said = [
        Share(s.start, s.end, s.text, s.low, s.high, read.sentence_at(s.start), exact=s.exact)
        for s in said_in(read.text)
    ]
    told = [_printed(read, each) for each in read.entries if each.share]
    return tuple(sorted((*said, *told), key=lambda each: each.start))


def widened(read: Passage, share: Share) -> Share:
    """A percentage with all that it may stand for behind "about", "over" or "nearly"."""
    hedge = HEDGE.search(read.text[max(0, share.start - 24) : share.start]) if share.entry else None
    if hedge is None:
        return share
    words = hedge.group().lower()
    above, below = ABOVE.search(words), BELOW.search(words)
    low = share.low if above else Fraction(0) if below and "near" not in words else share.low - NEARLY
    high = share.high if below else Fraction(1) if above else share.high + NEARLY
    return replace(share, low=low, high=high)


def exact_shares(read: Passage) -> list[Share]:
    """The shares told as one figure or one fraction, without "about" or "most"."""
    bare = [
        Share(each.start("d"), each.end(), each.group(), exact, exact, read.sentence_at(each.start()), exact=exact)
        for each in BARE.finditer(read.text)
        for exact in [Fraction(1, ORDINAL[each["d"].lower()])]
    ]
    told = [
        each
        for each in shares_in(read)
        if each.entry or (each.exact is not None and each.low < each.exact < each.high and not ROUGHLY.match(each.text))
    ]
    return sorted((*told, *bare), key=lambda each: each.start)


def _printed(read: Passage, entry: Entry) -> Share:
    assert entry.share
    value, step = Fraction(entry.share.value), Fraction(1, 10**entry.share.decimals)
    low, high = (value - step / 2) / 100, (value + step / 2) / 100
    return Share(entry.start, entry.end, str(entry.share), low, high, entry.sentence, entry)


def counts_beside(read: Passage) -> list[Entry]:
    """The counts of a passage, without those that are words of a share."""
    said = [each for each in shares_in(read) if each.entry is None]
    return [
        each
        for each in read.entries
        if each.kind == "count"
        and each.text.lower() != "one"
        and not (each.count <= MANY and ALL_OF_FEW.search(read.text[: each.start]))
        and not any(s.start < each.end and each.start < s.end for s in said)
    ]


def ground_of(read: Passage, share: Share) -> Ground | None:
    """The one part and whole told in the sentence of a share; else in the one before it, or the one behind it."""
    counts = counts_beside(read)
    own = [each for each in counts if each.sentence == share.sentence]
    if own:
        earlier = [*_of(counts, share.sentence - 1), *own] if len(own) == 1 else []
        return _pair(read, own) or _pair(read, earlier)
    before = _of(counts, share.sentence - 1)
    # "We drew 48 bills. Twelve were late. That is a quarter": the part right before it, and its whole before that.
    if len(before) == 1 and THAT_IS.match(read.sentence(share.sentence)):
        before = [*_of(counts, share.sentence - 2), *before]
    return _pair(read, before) or _pair(read, _of(counts, share.sentence + 1))


def _of(counts: Iterable[Entry], sentence: int) -> list[Entry]:
    return [each for each in counts if each.sentence == sentence]


def _pair(read: Passage, counts: Sequence[Entry]) -> Ground | None:
    if len(counts) == 1 and counts[0].base and counts[0].count <= counts[0].base:
        return Ground(counts[0].count, counts[0].base, counts[0], counts[0])
    if len(counts) != 2 or any(each.base for each in counts):
        return None
    gap, behind = read.text[counts[0].end : counts[1].start], read.text[counts[1].end :]
    kinds = SIDE_BY_SIDE.fullmatch(gap) and not OF_BEFORE.search(read.text[: counts[0].start])
    if kinds and not DOES.match(behind) and not stems(gap) & stems(NOUN.split(behind)[0]):
        return None
    part, whole = sorted(counts, key=lambda each: each.count)
    return Ground(part.count, whole.count, part, whole) if 0 < part.count < whole.count else None


def is_given(read: Passage, share: Share, ground: Ground) -> bool:
    """Whether the counts of a passage give a share in any way: as parts, sums, what is left, or what others leave."""
    if _is_of_amounts(read, share, ground):
        return True
    told = counts_beside(read)
    counts = list(dict.fromkeys(n for each in told for n in (each.count, each.base or 0) if n))[:MANY]
    if len(counts) == TWO:
        return _is_of_two(read, share, ground)
    made = {*counts, *(a + b for a, b in combinations(counts, 2)), *(abs(a - b) for a, b in combinations(counts, 2))}
    made |= {sum(some) for some in combinations(counts, 3)} | {sum(counts)}
    based = [(each.count, each.base) for each in told if each.base]
    pooled = [(sum(a for a, _ in based), sum(b for _, b in based))] if len(based) > 1 else []
    pairs = [*((a, b) for a in made for b in made if 0 < a <= b), *pooled]
    return any(share.is_of(a, b) or share.is_of(b - a, b) for a, b in pairs)


def _is_of_amounts(read: Passage, share: Share, ground: Ground) -> bool:
    """ "12 of 60 boats were new, and cost 450 thousand of 2,500 thousand (18%)": of the two amounts right before it."""
    between = [e for e in read.of_sentence(share.sentence) if ground.end <= e.start and e.end <= share.start]
    amounts = [e.value for e in between if not e.share and e.value > 0][-TWO:]
    if len(amounts) != TWO:
        return False
    exact = Fraction(min(amounts)) / Fraction(max(amounts))
    return share.low <= exact <= share.high


def _is_of_two(read: Passage, share: Share, ground: Ground) -> bool:
    """Whether it is of the others than those counted, or of two groups together."""
    part, whole = ground.part, ground.whole
    if share.is_of(whole - part, whole):
        # "142 out of 241 reached it, which is 41.1% of those asked": of those who did, and of no others.
        if WHICH_IS.search(read.text[ground.end : share.start]) and not negative(around(read, share)):
            return False
        # What comes first is said of those who are counted behind it, where both are told in the same words.
        alike = stems(around(read, share)) & ground.entry.words
        words = f"{ground.entry.before} {ground.entry.after}"
        if share.start > ground.start or not alike or negative(around(read, share)) != negative(words):
            return True
    if ground.entry.base or NESTED.search(read.text[ground.start : ground.end]):
        return False
    if ground.other.start < ground.entry.start and OF_BEFORE.search(read.text[: ground.start]):
        return False
    return any(share.is_of(n, whole + part) for n in (part, whole))


def is_bound(read: Passage, share: Share, ground: Ground) -> bool:
    """Whether words or signs bind a share to a part and its whole: said again, drawn from them, of the same things."""
    if share.sentence == ground.entry.sentence == ground.other.sentence:
        gap = read.text[share.end : ground.start] if share.end <= ground.start else read.text[ground.end : share.start]
        if AGAIN.search(gap) or JOINT.search(gap):
            return True
    lead = read.text[read.starts[share.sentence] : share.start]
    if share.start > ground.end and AGAIN.search(lead):
        return True
    words = stems(read.sentence(share.sentence))
    # A count of its own sentence shares that one's words anyhow.
    others = [each for each in (ground.entry, ground.other) if each.sentence != share.sentence]
    return share.sentence != ground.entry.sentence and any(words & each.words for each in others)


def is_change(read: Passage, share: Share, ground: Ground) -> bool:
    """Whether the two counts are of two times, so that neither is a part of the other."""
    near = {share.sentence, ground.entry.sentence, ground.other.sentence}
    return not ground.entry.base and any(CHANGED.search(read.sentence(at)) for at in near)


def around(read: Passage, share: Share) -> str:
    """The words of a share's clause."""
    low = read.starts[share.sentence]
    before = re.split(r"[,;:(–—]", read.text[low : share.start])[-1]
    behind = re.split(r"[,;:.(–—)]", read.text[share.end : low + len(read.sentence(share.sentence))])[0]
    return f"{before} {behind}"


def in_percent(value: Fraction) -> str:
    """A part of one as a percentage, with four digits at most.

    >>> in_percent(Fraction(1, 3))
    '33.33%'
    """
    return f"{float(value * 100):.4g}%"
