"""Parts that a passage tells in turn, each at the head of its clause, with the whole that they are of.

"Of the 40 boats 21 had one mast, 12 had two, and the other seven none": the parts are 21, 12 and 7; "one" and "two"
stand behind verbs and count something else.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from looped.checker.at_hand import ROUGH
from looped.checker.dividing import NOT_ASKED, OF, OVERLAP, SEVERAL
from looped.checker.divisions import in_brackets
from looped.checker.patterns import pattern_of
from looped.checker.phrases import THEM
from looped.checker.prose import Entry, Passage

# What calls a figure the rest, right before it.
REST = r"(?:(?:all )?the (?:other|others|remaining|rest|remainder|last)|(?:its|our|their) (?:other|remaining))"
AS_REST = pattern_of(rf"(?<!of )(?<!among )(?<!from )\b{REST}(?:,| \(|:)? $", re.I)
# "22 were closed in time, so 15 were late".
AS_SO = pattern_of(r",? so(?: that)? (?:the other |only |just )?$", re.I)
WERE = pattern_of(
    r" (?:were|was|had|ran|did|are|is|have|has|remain\w*|[a-z]+ed)\b|(?: [a-z’'-]+){1,2} (?:did|had|"
    r"were|was|have|has|are|is) "
    r"(?:not|no|none)\b",
    re.I,
)
# "Another ten in May", "and nine more in June".
ADDS_BEFORE, ADDS_BEHIND = (
    pattern_of(r"\b(?:another|a further|further) $", re.I),
    re.compile(r" (?:more|further|others)\b"),
)
# Of one thing done, in part and not at all.
PARTLY, NOT_AT_ALL = (
    pattern_of(r" (?:in part|part(?:ly|ially))\b", re.I),
    pattern_of(r" (?:were |was |are |is |have |has |had )?not\b", re.I),
)
STILL = pattern_of(
    r" (?:are|is|were|was|have|has|had|remain\w*) (?:still|yet|not yet) (?:open|outstanding|to be|to "
    r"come|unresolved|under way|pending|"
    r"in hand|awaiting|waiting|due)\b",
    re.I,
)
# Where a clause begins: its first figure is what the clause is told of.
HEADS = pattern_of(
    r"(?:^|[.,;:]|\s[–—-]|\b(?:and|but|while|whereas|with))\s+"
    rf"(?:(?:and|but|while|whereas|only|just|then|(?:in|for|on|at)(?! all)|a further|another|{REST})[ ,(]+)*$",
    re.I,
)
OPENS = pattern_of(rf"\W*(?:(?:in|for|on|at) )?(?:{REST} )?$", re.I)
NESTED = pattern_of(rf"(?: [a-z’'-]+)? (?:of|among) (?:{THEM}|whom|which)\b", re.I)
TAKES_UP = pattern_of(r"\W*(?:of|among|from) (?:these|those|them|the|all)\b", re.I)
WAY = re.compile(r" (?:of (?:them|these|whom|which) )?(?P<way>in|at|from|on|by|to|for|under|aboard)\b")
# "Four are met by more than before, one by as many and one by fewer": behind the first stands the verb too.
FIRST_WAY = re.compile(
    r" (?:[a-z]+ ){0,2}(?:was|were|are|is|came|went|had been|have been) (?:[a-z]+ )?(?P<way>[a-z]+) "
)
FURTHER = pattern_of(r"\ba further (?=\d|[a-z]+(?:teen|ty)?\b)|(?<=\d )further\b", re.I)
NAMED = pattern_of(r"\b(?:the|all|our|these|its|their) $", re.I)
HALF = pattern_of(r"\bhalf of (?:them|these|those) \($", re.I)
ENDS = re.compile(r"[^;:\d(]{0,80}[.;]?\s*$")
# How small a figure behind a verb is: "failed two tests", "took three or four".
SMALL, FEWEST, REACH = 12, 2, 2


@dataclass(frozen=True)
class Turns:
    """Parts in turn. wholes: what they may be of; bound: whether words bind the one; rest: the last is called so."""

    wholes: tuple[int, ...]
    parts: tuple[Entry, ...]
    bound: bool
    rest: bool

    @property
    def summed(self) -> int:
        """What the parts make."""
        return sum(each.count for each in self.parts)


def turns(read: Passage) -> Iterator[Turns]:
    """Each run of parts in turn that closes: the last is called the rest, or all are told in the same way."""
    done = -1
    for at in range(len(read.starts)):
        if at <= done:
            continue
        found = _opened(read, at) or _taken_up(read, at)
        if found:
            wholes, first, bound = found
            parts, rest = _behind(read, at, first, bound)
            if len(parts) >= FEWEST and (rest or _are_all(read, parts, bound)) and _is_plain(read, parts):
                done = parts[-1].sentence
                yield Turns(wholes, parts, bound, rest)


def _opened(read: Passage, at: int) -> tuple[tuple[int, ...], Entry, bool] | None:
    """The whole that a sentence opens with, and its first part: "of the 40, 21 …", "21 of the 40", "40, 21 of them"."""
    own = [e for e in read.of_sentence(at) if e.kind == "count" and not in_brackets(read.text, e)]
    if len(own) < FEWEST or own[0].share and not own[0].base:
        return None
    first, second = own[:2]
    if first.base and is_head(read, first):
        return (first.base,), first, True
    if first.base or second.base or first.count <= second.count:
        return None
    if OF.search(read.text, 0, first.start):
        return (first.count,), second, True
    if NESTED.match(read.text, second.end) and is_head(read, second):
        return (first.count,), second, True
    # "Drawn from the four yards: 28 from Ayr, …": how many they are told of stands between.
    head = next((e for e in own[1:] if read.text[: e.start].endswith(": ")), None)
    if head and head.count < first.count and all(_is_named(read, e) for e in own[1 : own.index(head)]):
        return (first.count,), head, True
    return None


def _is_named(read: Passage, each: Entry) -> bool:
    """ "The four yards": how many they are is known."""
    return each.count <= SMALL and bool(NAMED.search(read.text, 0, each.start))


def _taken_up(read: Passage, at: int) -> tuple[tuple[int, ...], Entry, bool] | None:
    """A sentence that opens with a part of what the sentence before it tells."""
    own = [e for e in read.of_sentence(at) if e.kind == "count"]
    own = [e for e in own if not in_brackets(read.text, e) or HALF.search(read.text, 0, e.start)]
    if not at or not own or own[0].base:
        return None
    head = read.text[read.starts[at] : own[0].start]
    # "It stood in 14 of these and was changed in the other six".
    with_rest = len(own) > 1 and NESTED.match(read.text, own[0].end) and AS_REST.search(_lead(read, own[1]))
    if not (OPENS.fullmatch(head) or HALF.search(head) or with_rest) or AS_REST.search(head):
        return None
    before = [e for e in read.of_sentence(at - 1) if e.kind == "count"]
    wholes = tuple(n for e in before for n in (e.count, e.base or 0) if n > own[0].count)
    return (wholes, own[0], False) if wholes else None


def is_head(read: Passage, entry: Entry) -> bool:
    """Whether a figure stands at the head of its clause."""
    return bool(HEADS.search(read.text[read.starts[entry.sentence] : entry.start])) or not read.text[
        read.starts[entry.sentence] : entry.start
    ].strip(" \"“'*_>-•")


def _behind(read: Passage, at: int, first: Entry, bound: bool) -> tuple[tuple[Entry, ...], bool]:
    """The first part with those in turn behind it, and whether the last is called the rest; none if one isn't plain."""
    parts: list[Entry] = [first]
    for each in read.entries:
        if each.start <= first.start or each.kind != "count":
            continue
        if each.sentence > at + REACH:
            break
        lead = read.text[read.starts[each.sentence] : each.start]
        rest = bool(
            AS_REST.search(lead) or (len(parts) == 1 and AS_SO.search(lead) and WERE.match(read.text, each.end))
        )
        # The next sentence goes on only with what it calls the rest, or as the list began.
        closes = AS_REST.search(lead) and OPENS.fullmatch(lead)
        goes_on = not bound and _goes_on(read, each, parts)
        if each.sentence > parts[-1].sentence and not (closes or goes_on):
            break
        if in_brackets(read.text, each):
            continue
        if not (is_head(read, each) or rest):
            if each.base or each.count > SMALL:
                return (), False
            continue
        if each.base not in (None, first.base) or (NESTED.match(read.text, each.end) and not rest):
            return (), False
        parts.append(each)
        if rest:
            return tuple(parts), True
    return tuple(parts), False


def _goes_on(read: Passage, each: Entry, parts: Sequence[Entry]) -> bool:
    """ "Half of them (13) had one. Eight had two, …": whether the next sentence opens with a figure of the list."""
    head = read.text[read.starts[each.sentence] : each.start]
    return each.sentence == parts[-1].sentence + 1 and not head.strip() and not each.base and each.text[0].isalpha()


def _are_all(read: Passage, parts: Sequence[Entry], bound: bool) -> bool:
    """Whether parts that no word calls the rest are told as all that there are."""
    if len({each.sentence for each in parts}) > 1 or not re.search(r"\band $", _lead(read, parts[-1])):
        return False
    if bound and len(parts) == FEWEST:
        return bool(STILL.match(read.text, parts[-1].end))
    if len(parts) == FEWEST:
        return False
    if all(ADDS_BEFORE.search(_lead(read, e)) or ADDS_BEHIND.match(read.text, e.end) for e in parts[1:]):
        return True
    degrees = any(PARTLY.match(read.text, e.end) for e in parts[1:-1]) and NOT_AT_ALL.match(read.text, parts[-1].end)
    return bound and bool(degrees or _in_one_way(read, parts))


def _lead(read: Passage, each: Entry) -> str:
    """What stands before a figure in its sentence."""
    return read.text[read.starts[each.sentence] : each.start]


def _in_one_way(read: Passage, parts: Sequence[Entry]) -> bool:
    """ "18 of them in Ayr, 15 in Oban and 13 in Wick.": behind each the same word, and no more."""
    ways = [WAY.match(read.text, each.end) for each in parts]
    ways[0] = ways[0] or FIRST_WAY.match(read.text, parts[0].end)
    named = {way["way"] for way in ways if way}
    last = parts[-1]
    tail = read.text[last.end : read.starts[last.sentence] + len(read.sentence(last.sentence))]
    return all(ways) and len(named) == 1 and bool(ENDS.fullmatch(tail))


def _is_plain(read: Passage, parts: Sequence[Entry]) -> bool:
    """Whether nothing is told roughly, overlaps or is asked of some only."""
    low, high = max(0, parts[0].sentence - 1), parts[-1].sentence
    words = "".join(read.sentences[low : high + 1])
    told = read.text[read.starts[parts[0].sentence] : parts[-1].end]
    rough = any(ROUGH.search(read.text[max(0, e.start - 24) : e.start]) for e in parts)
    nested = any(TAKES_UP.match(read.sentence(at)) for at in range(parts[0].sentence + 1, high + 1))
    return not (
        rough or nested or OVERLAP.search(words) or SEVERAL.search(FURTHER.sub("", told))
    ) and not NOT_ASKED.match(read.text, parts[-1].end)
