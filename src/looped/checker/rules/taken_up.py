"""What is taken up again by name is as many as it was told to be: "43 people lived there ... of the 43 living
there"."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, pairwise, permutations

from looped.checker.at_hand import is_slip
from looped.checker.came_between import FLOW, flows, goes_on
from looped.checker.context import Context
from looped.checker.counted import OF_SET, OTHERS, WORD, Mention, mentions, numbers
from looped.checker.document import Paragraph
from looped.checker.earlier import MONTH
from looped.checker.finding import Certainty, Finding
from looped.checker.footnotes import NOTE
from looped.checker.grid import Grid
from looped.checker.linking import STOP, stem
from looped.checker.listing import listings
from looped.checker.named_rows import rows_of
from looped.checker.one_quantity import (
    by_its_words,
    denied_alike,
    is_elsewhere,
    names_again,
    narrows,
    number_said,
    says_all,
    with_sums,
)
from looped.checker.one_sense import ANYTHING, PERSONS, is_person, same_sense
from looped.checker.patterns import pattern_of
from looped.checker.prose import NUMBER, passage, stems

CODE = "taken-up"
MESSAGE = "What is taken up again by its name is as many as was told."
GOOD = "Fifty-two walkers reached the hut. Soup was given to 40 of the 52 people who got there."
BAD = "Fifty-two walkers reached the hut. Soup was given to 40 of the 56 people who got there."

# "Together with the four seen later": others.
WITH = re.compile(
    r"\b(?:together with|plus|besides|apart from|other than|rather than|than|unlike|against|in addition to|"
    r"ahead of|short of|behind|beyond|above|below|"
    r"(?:rise|fall|increase|drop|up|down|more|fewer|compared|compares) (?:on|from|with|to)) the $"
)
# What is set in takes nothing away: "twelve faults, of which three were grave".
SET_IN = re.compile(r"\b(?:of (?:which|whom)|including) (?:only |just )?$")
IN_NUMBER = re.compile(r" (?:in (?:number|all)|of them)(?=,|\.| were| had| are)")
# A headline has no verb of its own, and none of the words that sentences begin with.
VERBS = re.compile(r"\b(?:were|was|are|is|had|has|have|we|our|they|it|the|there|of|and|rang|came|wrote|said)\b", re.I)
HEADLINE = 9
# What is counted in a figure is no part of the first where it was left out there.
LEFT_OUT = pattern_of(
    r"\b(?:left out|exclud\w+|omitted|dropped|not|no|none|declin\w+|refus\w+|unable|withdr[ae]w\w*|missing|without|"
    r"less|lost|died|gone|away|absent|remov\w+|set aside)\b|^[,.;]?\s*$",
    re.I,
)
TO_WHICH = re.compile(r" (?:(?:to|at|for|in|on) which|to whom|(?:that )?they)\b")
PLACED = re.compile(r"\b(?:at|across|in|from|by|over|on) (?:the |our |these |all )?$")
DOERS = re.compile(r"[a-z]{3}[eo]rs$")
# "None here, so one of the two sites": of the places that are named.
ONE_OF = re.compile(r"\b(?:one|neither|either|none) of the $", re.I)
# "Of these, 319": some of them.
OUT_OF_THESE = pattern_of(r"\b(?:of|among|from|out of) (?:these|those|them), $", re.I)
OF_THE = re.compile(r"(?:^|[.;:] )(?:of|among) the $", re.I)
# "Taking the two wards together": as many as were named.
TAKEN_TOGETHER = re.compile(r" [a-z]+s (?:taken )?(?:together|combined)\b")
TAKEN = re.compile(r"\b(?:among|of|in|from|by|for|at) the $")
THESE = re.compile(r"\b(?:these|those) $", re.I)
COUNT_OF = re.compile(
    rf"\b(?:{NUMBER}|no|none|one)(?: \([^()]*\))? (?:[a-z]+ )?"
    r"(?:among|amongst|of|out of|in|from|on) (?:the |our |all )?$",
    re.I,
)
OF_BASE = re.compile(r" (?:out )?of (?:the |our |all )*\d")
# "As stated above, 221 patients": told before, whatever stands before the figure.
AS_TOLD = pattern_of(
    r"\b(?:as (?:we (?:have )?)?(?:already )?(?:said|stated|noted|mentioned|told|reported|given|shown|set out|"
    r"described)|(?:said|stated|noted|mentioned|reported|given|shown) (?:above|earlier|before))\b",
    re.I,
)
DONE_TO = re.compile(r" (?:[a-z’'-]+ ){0,2}?[a-z’'-]+s ([a-z]+ed|read|seen|heard|sent|made|held|drawn|taken)\b")
# Of so many digits two are seldom the same ones by chance.
LARGE = 100
# "14 and 16 February".
DATED = re.compile(rf"\s?(?:(?:and|to|or|,|–|-)\s?\d{{1,2}})?\s{MONTH}\b")
# "Ninety per cent of the 50 were asked, and 30 of those 45 came": those that the share leaves.
SHARE = re.compile(r"%|\bper ?cent\b|\b(?:half|third|quarter)s?\b", re.I)
PERCENT_BEHIND = re.compile(r"[^.;:,()\d]{0,40}\(\d[\d.]*\s?%\)")
# "Another 12", "12 others".
ANOTHER = pattern_of(rf"\b(?:another|a further) {NUMBER}\b|\b{NUMBER} others\b", re.I)
SO_MANY = pattern_of(rf"(?:\b(?:so|thus|making|giving|meaning|in all|together)(?: that)?,?|:) {NUMBER} of\b", re.I)
REACH, REMEMBERED, FAR, WIDE, BROAD, FEW = 3, 60, Decimal("0.15"), Decimal("0.5"), Decimal("0.6"), 8
# Of few things told again by their whole name any number is another one.
LIKELY, MANY = Decimal("0.75"), 30
LABELLED = re.compile(r"(?:^|[.;] )[A-Z][^.;:,()\d]{1,30}: $")
SIZED = re.compile(r"\(n ?= ?$", re.I)


@dataclass(frozen=True)
class Tabled:
    """The numbers of a table, how often each stands there or is made there; its words and its section."""

    section: str
    words: frozenset[str]
    numbers: Counter[Decimal]


@dataclass(frozen=True)
class Known:
    """How often each number is told in prose, the counts among them by their number, and what tables have."""

    told: Counter[Decimal]
    mentions: defaultdict[Decimal, list[Mention]]
    tables: list[Tabled]


def check(context: Context) -> Iterator[Finding]:
    """Each figure behind "the", "these" or "all", with the ones told before it that have a name like its own."""
    told: list[Mention] = []
    sections: dict[int, str] = {}
    known = context.once(_known)
    for paragraph in context.document.paragraphs:
        if NOTE.match(paragraph.text):
            continue  # "* Of all 65 files": a whole of its own, and its parts stand above
        own = mentions(passage(paragraph.text))
        sections |= {id(each): paragraph.section for each in own}
        for at, again in enumerate(own):
            if (
                _stands_again(again, own[:at])
                and not again.part
                and _is_told_once(again, known, paragraph.section)
                and not OTHERS.search(again.lead)
                and not WITH.search(again.lead)
                and not ONE_OF.search(again.lead)
                and not TAKEN_TOGETHER.match(again.tail)
                and not OUT_OF_THESE.search(again.lead)
                and not (THESE.search(again.lead) and SHARE.search(again.read.text))
            ):
                named = _named(again, own, at)
                first = named or _first(again, own, at) or _afar(again, own, at, told[-REMEMBERED:])
                if first and (_are_two_groups(again, first) or _is_share_of(again, first)):
                    continue
                if first and (_is_whole_of_parts(again, first) or _are_of_two_names(again, first)):
                    continue
                if first and sections.get(id(first)) != paragraph.section and _are_two_samples(again, first, known):
                    continue
                if first and not first.heads and sections.get(id(first)) != paragraph.section:
                    continue  # "1,246 were returned" in another section: of what, nothing tells
                if first and not DATED.match(first.tail) and not _is_of_list(again):
                    yield _finding(paragraph, again, first, "certain" if named else "likely")
        told.extend(own)


def _is_whole_of_parts(again: Mention, first: Mention) -> bool:
    """ "On 30 boats, and nearly so on another 12: in all on 42 of the 60": they are parts of what is told later."""
    here = again.read.text == first.read.text and COUNT_OF.search(again.lead)
    if here and ANOTHER.search(again.read.text, first.end, again.start):
        return True
    # "15 boats leaked and six were rotten, so 21 of the 29 boats": what these make of all.
    near = again.read.sentence_at(first.start) == again.read.sentence_at(again.start)
    return bool(here) and near and bool(SO_MANY.search(again.read.text, first.end, again.start))


def _are_of_two_names(again: Mention, first: Mention) -> bool:
    """ "Ash: 24 boats seen. Elm: 48 boats seen": each of a name of its own."""
    read = again.read
    if first.read.text != read.text or first.sentence >= again.sentence:
        return False
    if all(LABELLED.search(each.lead) for each in (again, first)):
        return True
    told = rows_of(read, first.sentence, again.sentence)
    places = [each.entries[0].start for each in told.rows] if told and told.width == 1 else []
    return first.start in places and again.start in places


def _is_told_once(again: Mention, known: Known, section: str) -> bool:
    """Whether the number is told of it alone: else of things of another name, "19 tutors ... the 19 lessons".

    In a table of another section it counts where the table has a word of its name.
    """
    heads = frozenset(map(stem, again.heads))
    others = sum(_is_else(each, again) for each in known.mentions[again.value])
    tabled = sum(
        own.numbers[again.value] for own in known.tables if not heads or own.section == section or heads & own.words
    )
    return known.told[again.value] - others + tabled == 1


def _are_two_samples(again: Mention, first: Mention, known: Known) -> bool:
    """ "Of the 104 boats" under one heading, "of the 87" under another: each its own, unless either stands again."""
    return all(OF_THE.search(each.lead) for each in (again, first)) and all(
        known.told[each.value] + sum(own.numbers[each.value] for own in known.tables) == 1 for each in (again, first)
    )


def _is_share_of(again: Mention, first: Mention) -> bool:
    """Whether a smaller figure has a percentage behind it: some of the first."""
    return again.value < first.value and bool(PERCENT_BEHIND.match(again.tail))


def _is_of_list(again: Mention) -> bool:
    """ "Hay one, straw two, oats one. All of the three crops": as many as a list before it has items."""
    return any(len(each.items) == again.value and each.end <= again.start for each in listings(again.read))


def _are_two_groups(again: Mention, first: Mention) -> bool:
    """ "Three among the 103 on oil and two among the 94 on wax": both in one sentence behind the same words."""
    lead, other = (TAKEN.search(each.lead) for each in (again, first))
    beside = first.read is again.read and first.sentence == again.sentence
    if COUNT_OF.search(again.lead) and TO_WHICH.match(again.tail):
        return True  # "GPs came to 9 of 60 they were asked to. Nurses came to 48 of the 52 to which they were asked"
    bases = [e.base for e in again.read.entries if e.base and e.sentence == again.sentence - 1]
    if len(bases) > 1 and sum(bases) == again.value:
        return True  # "seven of ten ropes and nine of ten sails. Taken together 80% of the 20"
    if beside and COUNT_OF.search(again.lead) and OF_BASE.match(first.tail):
        return True  # "we heard it from 35 of the 48 cooks and 11 of the 26 porters"
    return bool(beside and lead and other and lead.group() == other.group())


def _stands_again(again: Mention, before: Sequence[Mention]) -> bool:
    """Whether a figure stands as one told before: behind "the", as "seven in number", or under a headline that "
    "tells it."""
    if again.definite or IN_NUMBER.match(again.tail) or AS_TOLD.search(again.lead):
        return True
    if any(_has_its_digits(again, each) for each in before):
        return True
    first = next((each for each in before if each.sentence == 0), None)
    if first is None or not 0 < again.sentence <= 2 or not again.heads:
        return False
    headline = first.read.sentence(0)
    if len(headline.split()) > HEADLINE or VERBS.search(headline):
        return False
    names = {stem(each) for each in (*again.heads, *first.heads)} | {
        stem(each) for each in WORD.findall(first.read.text) if each[0].isupper()
    }
    if not {stem(each) for each in again.heads} <= {stem(each.lower()) for each in WORD.findall(headline)}:
        return False
    said = [word for word in again.clause if stem(word) not in names | STOP and len(word) > 3]
    return any(same_sense(word, each) for word in said for each in first.clause if stem(each) not in STOP)


def _known(context: Context) -> Known:
    """How often each number stands in the document, in prose and in each table, and the counts of the prose."""
    passages = [passage(paragraph.text) for paragraph in context.document.paragraphs]
    told: defaultdict[Decimal, list[Mention]] = defaultdict(list)
    for each in (each for read in passages for each in mentions(read)):
        told[each.value].append(each)
    return Known(Counter(Decimal(n) for read in passages for n in numbers(read)), told, [*map(_tabled, context.grids)])


def _tabled(grid: Grid) -> Tabled:
    cells = [n for row in grid.values for v in row for n in (v.count, v.base) if n]
    heads = [*(base for base in grid.bases if base), *_made(grid), len(grid.parts)]
    words = stems(" ".join((grid.table.title, grid.table.section, *grid.columns, *grid.rows)))
    return Tabled(grid.table.section, frozenset(words), Counter(map(Decimal, (*cells, *heads))))


def _made(grid: Grid) -> Iterator[int]:
    """What each row and each column of a table makes: a whole that nobody need tell."""
    counts = [[value.count or 0 for value in row] for row in grid.values]
    yield from (sum(row) for row in counts if len(row) > 1)
    yield from (sum(column) for column in zip(*counts, strict=False))


def _first(again: Mention, own: Sequence[Mention], at: int) -> Mention | None:
    """The one figure that a later one takes up, where a slip of the pen makes the one of the other."""
    before = with_sums(own[:at])
    near = [each for each in before if again.sentence - each.sentence <= REACH and not each.is_counted_in(again)]
    tied = [each for each in near if _is_near(again, each) and _is_of_one(again, each)]
    tied = _without_bases(again, tied)
    # "Of 118 hens, 97 were weighed": the hens are the 118.
    tied = [each for each in tied if each.heads or again.narrowing] or tied
    if len({each.value for each in tied}) != 1 or _is_derived(again, _beside(own, at)):
        return None
    return None if flows(again, tied[-1]) else tied[-1]


def _beside(own: Sequence[Mention], at: int, told: Sequence[Mention] = ()) -> list[Mention]:
    """The figures before one, and the two behind it of which something is said that makes it more or less."""
    again = own[at]
    behind = [each for each in own[at + 1 : at + 3] if not (_is_said_anew(again, [*told, *own[:at]]) and goes_on(each))]
    return [*own[:at], *behind]


def _is_said_anew(again: Mention, before: Sequence[Mention]) -> bool:
    """Whether all of its name is said of a figure before it."""
    return any(says_all(again, each) for each in before)


def _named(again: Mention, own: Sequence[Mention], at: int) -> Mention | None:
    """The one figure whose clause says all the words of a later name: "nine were washed ... the 12 washed vans".

    Only what it makes with others gives the later one then, and not what those make that it is divided into.
    """
    before = [each for each in own[:at] if again.sentence - each.sentence <= REACH and not each.is_counted_in(again)]
    named = _without_bases(again, [each for each in before if says_all(again, each)])
    if len(named) > 1:  # "17 wanted a meeting, 22 a letter": the words behind a figure are its own
        named = [one for one, other in pairwise([*before, again]) if one in named and _are_behind(again, one, other)]
    if len(named) != 1 or not _is_of_one(again, named[0]) or not _is_near(again, named[0], BROAD):
        return None
    first = named[0]
    parts = {each.value for pair in pairwise(own[own.index(first) + 1 : at]) if _make(pair, first) for each in pair}
    told = [each for each in _beside(own, at) if each is not first and each.value not in parts]
    values = {each.value for each in told}
    given = {first.value + sign * value for value in values for sign in (1, -1)}
    given |= {first.value + one + two for one, two in combinations(values, 2)}
    if FLOW.search(again.read.text, 0, again.start):
        given |= {first.value + one - two for one, two in permutations(values, 2)}  # some came and some went
    return None if again.value in given or flows(again, first, 1) else first


def _without_bases(again: Mention, told: Sequence[Mention]) -> list[Mention]:
    """ "23 boats out of 40 went to sea ... the 28 boats that went to sea": told of the 23, and not of the 40."""
    some = [each for each in told if says_all(again, each)]
    heads = {stem(each) for each in again.heads}
    bases = [
        base
        for base in told
        for one in some
        if one.is_counted_in(base) and heads == {stem(each) for each in one.heads or base.heads}
    ]
    return [each for each in told if each not in bases]


def _are_behind(again: Mention, first: Mention, following: Mention) -> bool:
    """Whether the words that narrow a later name stand between a figure and the next one."""
    behind = {stem(each.lower()) for each in WORD.findall(first.read.text[first.end : following.start])}
    return {stem(each) for each in again.narrowing} <= behind


def _make(pair: Sequence[Mention], whole: Mention) -> bool:
    return pair[0].value + pair[1].value == whole.value


def _afar(again: Mention, own: Sequence[Mention], at: int, told: Sequence[Mention]) -> Mention | None:
    """The one figure of the paragraphs before that a later one takes up, where all that fit it agree."""
    if not again.heads and not again.narrowing or _is_derived(again, [*told[-10:], *_beside(own, at, told[-10:])]):
        return None
    tied = [each for each in (*told, *own[:at]) if not each.is_counted_in(again) and _is_of_one(again, each)]
    most = max((number_said(again, each) for each in tied), default=0)
    tied = [each for each in tied if number_said(again, each) == most]
    tied = denied_alike(again, tied) or tied
    # "The 127 files audited": those of which that is told, be it told of anything.
    did = DONE_TO.match(again.tail)
    tied = [each for each in tied if did and did[1].lower() in each.clause] or tied
    one = len({each.value for each in tied}) == 1 and _is_near(again, tied[0])
    return tied[0] if one and tied[0] in told else None


def _is_near(again: Mention, first: Mention, wide: Decimal = WIDE) -> bool:
    """Whether a slip makes the one figure of the other; where the words are the same it may be a greater one."""
    one, other = again.value, first.value
    said = again.narrowing and number_said(again, first) == len(again.narrowing)
    same = again.heads and {stem(each) for each in again.heads} <= {stem(each) for each in first.heads}
    far = LIKELY if said and same and again.value < MANY else wide if said or same else FAR
    close = abs(one - other) <= far * max(one, other) or _are_swapped(again, first)
    return one != other and (close or is_slip(Decimal(one), Decimal(other)))


def _are_swapped(again: Mention, first: Mention) -> bool:
    """Whether two figures have the same digits, but for two of them that stand the other way round."""
    one, other = str(again.value), str(first.value)
    apart = sum(a != b for a, b in zip(one, other, strict=False))
    return apart == 2 and len(one) == len(other) and sorted(one) == sorted(other)


def _has_its_digits(again: Mention, first: Mention) -> bool:
    """Whether a large figure is another one of its name with two digits the other way round."""
    return again.value >= LARGE and _are_swapped(again, first) and bool(again.heads) and names_again(again, first)


def _is_pointed_at(again: Mention, first: Mention) -> bool:
    """Whether "those 29 letters" can only be the letters of the sentence before, which tells of one number of them."""
    beside = [each for each in mentions(first.read) if each.sentence == first.sentence]
    return (
        bool(THESE.search(again.lead) and again.heads)
        and first.read is again.read
        and again.sentence - first.sentence <= 1
        and not first.part
        and (beside == [first] or {*map(stem, again.heads)} == {*map(stem, first.heads)})
        and sum({*map(stem, again.heads)} <= {*map(stem, each.heads)} for each in beside) < 2
    )


def _stand_side_by_side(again: Mention, first: Mention) -> bool:
    """ "Three among the 64 boats at Ryde and two among the 52 at Cowes": the wholes of two counts, each of its own."""
    return (
        again.sentence == first.sentence
        and again.read is first.read
        and again.value != first.value
        and all(COUNT_OF.search(each.lead) for each in (again, first))
    )


def _is_of_one(again: Mention, first: Mention) -> bool:
    """Whether two figures count the same things, for all that their names and sentences say."""
    if _stand_side_by_side(again, first):
        return False
    if IN_NUMBER.match(again.tail):
        return first.sentence < again.sentence and not first.hedged and names_again(again, first)
    if not again.heads and again.value < FEW and not again.narrowing:
        return False
    if "+" in first.text and not again.heads:
        return False
    if PERCENT_BEHIND.match(first.tail) and again.value > first.value and not COUNT_OF.search(first.lead):
        return False  # a part that its share is printed of, and the whole that it is a share of
    if first.hedged or (narrows(again, first) and not _has_its_digits(again, first)):
        return False
    if _is_pointed_at(again, first):
        return True
    if is_elsewhere(again, first):
        return False
    if not again.heads and not again.narrowing:
        sized = OF_SET.search(again.lead) and SIZED.search(first.lead)
        return bool(first.heads or sized) and not first.part
    if first.part and not (by_its_words(again, first) or THESE.search(again.lead)):
        return False
    general = all(head in PERSONS | ANYTHING for head in again.heads)
    if again.narrowing and (general or not first.heads):
        return by_its_words(again, first)
    if names_again(again, first) or any(same_sense(head, word) for head in again.heads for word in first.clause):
        return True
    # "64 walkers ... the 46 finishers": people by what they did, and the same digits.
    doers = all(map(DOERS.search, again.heads)) and any(map(is_person, first.heads))
    return doers and not again.narrowing and _are_swapped(again, first)


def _is_derived(again: Mention, told: Sequence[Mention]) -> bool:
    """Whether a figure comes out of others of its passage: as what two or three make, or as what they leave."""
    value = again.value
    counted = [each.value for each in told if each.is_counted_in(again)]
    others = [each for each in told if not each.is_counted_in(again) and not SET_IN.search(each.lead)]
    # "At four centres" tells where: no number of people is what it makes with others.
    others = [each for each in others if each.value > FEW or not (PLACED.search(each.lead) and _is_else(each, again))]
    values = list(dict.fromkeys(each.value for each in others))[-10:]
    # "65 were asked; 5 of the 70 in the sample could not be": what is counted in it makes it with the first.
    sums = {*values, *(a + b for a, b in combinations(values, 2))}
    if LEFT_OUT.search(again.tail) and any(value - each in sums for each in (*counted, sum(counted))):
        return True
    first = value - counted[-1] if counted else None
    if first in values[-2:] and not any(each.value == first and says_all(again, each) for each in others):
        return True  # "The base is 66; 7 of the 73 were too young", in whatever words
    if any(value in (a + b, abs(a - b), a * b) for a, b in combinations(values, 2)):
        return True
    if any(value in (a + b + c, 2 * max(a, b, c) - a - b - c) for a, b, c in combinations(values, 3)):
        return True
    # "46 were open; 19 have been closed and 12 added": what came and what went.
    flows = FLOW.search(again.read.text, 0, again.start)
    return bool(flows) and any(value == a + b - c for a, b, c in permutations(values, 3))


def _is_else(each: Mention, again: Mention) -> bool:
    return bool(each.heads and again.heads) and {*map(stem, each.heads)}.isdisjoint(map(stem, again.heads))


def _finding(paragraph: Paragraph, again: Mention, first: Mention, certainty: Certainty) -> Finding:
    quote = f"{again.text}{' ' if again.heads else ''}{' '.join(again.heads[:1])}"
    quote = quote if quote in paragraph.text else again.text
    why = f"“{quote}”, and before it “{first.text}{first.tail[:40].rstrip()}”"
    slip = f"{CODE}/{paragraph.line}/{again.start}"
    return Finding(CODE, "wrong", paragraph.where, quote, again.text, first.text, why, slip, certainty)
