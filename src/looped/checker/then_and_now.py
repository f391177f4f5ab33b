"""What several things were and what they became: "from 40% to 45%", "45% (40%)", "40% in 2019 and 45% in 2021"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from looped.checker.directions import FELL, ROSE
from looped.checker.item_names import COMMON, stems_of
from looped.checker.numbers import digits
from looped.checker.patterns import pattern_of
from looped.checker.phrases import ONLY
from looped.checker.prose import Entry, Passage

AMOUNT = r"£?\d[\d,]*(?:\.\d+)?\s?(?:%|per ?cent)?"
FROM_TO = pattern_of(
    rf"\bfrom (?:{ONLY})?(?P<a>{AMOUNT})(?: [^.;:\d]{{0,40}}?)? to (?:just |only |about "
    rf")?(?P<b>{AMOUNT})",
    re.I,
)
SPAN = pattern_of(rf"(?:[(;,:]|\b(?:and|from)) ?(?P<a>{AMOUNT}) to (?P<b>{AMOUNT})(?=\s*(?:[();,.]|and\b|$))", re.I)
STAYED = pattern_of(
    rf"\b(?:stay(?:ed|s|ing)|remain(?:ed|s|ing)|held|kept|unchanged|steady|level|constant) (?:the same |steady |level |"
    rf"unchanged |constant )?(?:at|on) (?P<a>{AMOUNT})",
    re.I,
)
AGO = (
    r"(?:then|before(?:hand)?|last (?:year|time|month|term|round)|previously|earlier|a year (?:ago|earlier|before)|"
    r"in (?:19|20)\d\d|at baseline)"
)
BESIDE = pattern_of(
    rf"(?<![\d.,(])(?P<b>{AMOUNT}) ?\((?:(?P<before>{AGO}|(?:it )?was|against|from|up from|down from|"
    rf"(?-i:[A-Z][a-z]+)) )?"
    rf"(?P<a>{AMOUNT})(?: (?P<then>{AGO}))?\)",
    re.I,
)
STEPS = pattern_of(
    r"\b(?:rise|fall|increase|drop|step|change|gain|jump|improvement|decline|reduction|decrease|growth)s?\b|"
    r"\b(?:rose|fell|gained|grew|improved|dropped|moved|lost) (?:the )?(?:more|most|less|least|further|furthest|"
    r"faster|fastest)\b",
    re.I,
)
SIGNED = pattern_of(r"(?P<sign>[+−-]) ?(?P<a>\d[\d,]*(?:\.\d+)?)(?=\s?(?:%|points?|pp)?[);,.]|\s(?:in|at|for)\b)")
# "62% (54%)", with a word on what stands in the brackets.
BRACKETED = pattern_of(rf"(?<![\d.,(])(?P<b>{AMOUNT}) ?\((?P<a>{AMOUNT})\)")
# "Grew by 4%", "and costs by 22%".
BY = pattern_of(
    rf"(?:\b(?:(?P<up>{ROSE})|(?P<down>{FELL})) |(?<=[a-z] ))by (?:{ONLY})?(?P<a>{AMOUNT})(?! points)", re.I
)
EARLIER = r"(?:first|previous|earlier|last|baseline|prior|initial|original|before|old|opening|beforehand|then)"
LATER = r"(?:second|latest|current|this|re-?audit|after|follow-?up|new|final|repeat|now|afterwards)"
LEGEND = pattern_of(r"\bin (?:the )?(?:brackets|parentheses)\b|\bbracketed\b", re.I)
BEHIND = 40
TIME = pattern_of(rf"\b(?:(?P<year>(?:19|20)\d\d)|(?P<then>{EARLIER})|(?P<now>{LATER}))\b", re.I)
# Between the two figures of one thing nothing but the times stands, between two things a name.
BETWEEN = re.compile(
    r"(?:[\s,()/;–-]|\b(?:in|and|to|then|at|by|the|against|vs?|from|was|is|year|audit|round|wave)\b)*", re.I
)
# "All three areas": how many they are.
OF_THEM = pattern_of(r"\b(?:all|the|these|both|our|each of the) $", re.I)
# "50% then 61%".
THEN = re.compile(r",? (?:and )?(?:then|to|rising to|falling to|now) |\s?(?:→|->)\s?")
FEWEST = 2


@dataclass(frozen=True)
class Change:
    """One of several: what it was and what it became, with the words that tell it."""

    then: Decimal
    now: Decimal
    text: str
    start: int
    end: int

    @property
    def shown(self) -> str:
        """Both written out."""
        return f"from {self.then:f} to {self.now:f}"


@lru_cache(maxsize=8192)
def changes(read: Passage) -> tuple[tuple[Change, ...], ...]:
    """The changes of two things or more that a passage tells, by the way in which it tells them.

    >>> from looped.checker.prose import passage
    >>> [[c.shown for c in each] for each in changes(passage("Ash: 4 in 2019, 6 in 2021; Elm: 5, 3."))]
    [['from 4 to 6', 'from 5 to 3']]
    """
    ways = (_in_any_way(read), _signed(read), _bracketed(read), *_timed(read), _by_so_much(read))
    return tuple(told for each in ways if len(told := tuple(each)) >= FEWEST)


def is_of_changes(read: Passage, at: int) -> bool:
    """Whether a superlative of a sentence is on rises and falls: "the rise in June was the largest"."""
    return bool(STEPS.search(read.sentence(at))) and len(_from_to(read)) > 0


def named_changes(read: Passage, told: Sequence[Change]) -> list[frozenset[str]]:
    """The words before each change that no other has."""
    ends = [read.starts[read.sentence_at(told[0].start)], *(each.end for each in told)]
    texts = [re.split(r"[:;.]", read.text[end : each.start])[-1] for end, each in zip(ends, told, strict=False)]
    words = [stems_of(each) - COMMON for each in texts]
    return [
        own - frozenset(word for place, other in enumerate(words) if place != at for word in other)
        for at, own in enumerate(words)
    ]


def _in_any_way(read: Passage) -> list[Change]:
    """ "From 3 to 4", "(72% to 80%)", "stayed at 3", "59% (55% then)", "£410 (May £380)", side by side."""
    found = [*_from_to(read), *_stayed(read), *_set_beside(read)]
    found.sort(key=lambda each: each.start)
    return [each for at, each in enumerate(found) if not at or found[at - 1].end <= each.start]


def _stayed(read: Passage) -> Iterator[Change]:
    for found in STAYED.finditer(read.text):
        value = digits(found["a"])
        yield Change(value, value, found.group(), *found.span())


def _set_beside(read: Passage) -> Iterator[Change]:
    """The later figure and the earlier in brackets behind it, the first of them with a word that tells so."""
    told = list(BESIDE.finditer(read.text))
    if any(found["then"] or found["before"] for found in told):
        for found in told:
            yield Change(digits(found["a"]), digits(found["b"]), found.group(), *found.span())


def _signed(read: Passage) -> Iterator[Change]:
    """ "Planning (+3), libraries (-4)"."""
    for found in SIGNED.finditer(read.text):
        value = digits(found["a"]) * (1 if found["sign"] == "+" else -1)
        yield Change(Decimal(0), value, found.group(), *found.span())


def _from_to(read: Passage) -> list[Change]:
    spans = [found for pattern in (FROM_TO, SPAN) for found in pattern.finditer(read.text)]
    return [Change(digits(each["a"]), digits(each["b"]), each.group(), *each.span()) for each in spans]


def _by_so_much(read: Passage) -> Iterator[Change]:
    """ "Wages grew by 4% and energy costs by 22%": how much each moved, and not from where."""
    told = list(BY.finditer(read.text))
    if not told or not (told[0]["up"] or told[0]["down"]):
        return
    down = False
    for found in told:
        down = bool(found["down"]) if found["up"] or found["down"] else down
        value = digits(found["a"])
        yield Change(Decimal(0), -value if down else value, found.group(), *found.span())


def _bracketed(read: Passage) -> Iterator[Change]:
    later = _is_later(read.text)
    if later is None:
        return
    for found in BRACKETED.finditer(read.text):
        outside, inside = digits(found["b"]), digits(found["a"])
        then, now = (outside, inside) if later else (inside, outside)
        yield Change(then, now, found.group(), *found.span())


def _is_later(text: str) -> bool | None:
    """Whether what stands in brackets is the later figure, by the word of time next to what is said of brackets."""
    legend = LEGEND.search(text)
    if not legend:
        return None
    before = [each for each in TIME.finditer(text, max(0, legend.start() - BEHIND), legend.start()) if not each["year"]]
    behind = [each for each in TIME.finditer(text, legend.end(), legend.end() + BEHIND) if not each["year"]]
    told = before[-1:] or behind[:1]
    return bool(told[0]["now"]) if told else None


def _timed(read: Passage) -> Iterator[list[Change]]:
    """Sentence by sentence figures two by two, the first two with their times."""
    for at in range(len(read.starts)):
        own = [
            e
            for e in read.of_sentence(at)
            if e.kind != "points" and not e.base and not OF_THEM.search(read.text[: e.start])
        ]
        if len(own) < 2 * FEWEST or len(own) % 2 or len({(e.kind, e.unit) for e in own}) > 1:
            continue
        pairs = list(zip(own[::2], own[1::2], strict=True))
        order = _order(read, pairs)
        if order and all(_is_one(read, a, b) for a, b in pairs) and _are_named(read, pairs):
            yield [_change(a, b, order) for a, b in pairs]


def _change(one: Entry, other: Entry, order: int) -> Change:
    then, now = (one, other) if order > 0 else (other, one)
    return Change(then.value, now.value, f"{one.text}, {other.text}", one.start, other.end)


def _order(read: Passage, pairs: Sequence[tuple[Entry, Entry]]) -> int:
    """1 where the earlier figure comes first, -1 where the later does, 0 where no times tell it."""
    first, second = pairs[0]
    stretch = read.text[first.end : pairs[1][0].start]
    between, behind = read.text[first.end : second.start], read.text[second.end : pairs[1][0].start]
    if all(THEN.fullmatch(read.text[a.end : b.start]) for a, b in pairs):
        return 1
    one, other = TIME.search(between), TIME.search(behind)
    if not one or not other or "(" in stretch and stretch.count("(") > stretch.count(")"):
        return 0
    if one["year"] and other["year"]:
        return (one["year"] < other["year"]) - (one["year"] > other["year"])
    return (bool(one["then"]) and bool(other["now"])) - (bool(one["now"]) and bool(other["then"]))


def _is_one(read: Passage, one: Entry, other: Entry) -> bool:
    """Whether two figures are of one thing: only times stand between them."""
    gap = TIME.sub(" ", read.text[one.end : other.start])
    return bool(BETWEEN.fullmatch(gap))


def _are_named(read: Passage, pairs: Sequence[tuple[Entry, Entry]]) -> bool:
    """Whether a name stands before each two figures but the first."""
    gaps = [read.text[a[1].end : b[0].start] for a, b in zip(pairs, pairs[1:], strict=False)]
    return all(not BETWEEN.fullmatch(TIME.sub(" ", gap)) for gap in gaps)
