"""Those of whom a number was told, taken up again by their words: "66 smoked" and then "52 of the smokers".

What a later count is of ("of the smokers", "among the eligible patients", "of the people living there") is one number
told before it, if the words that narrow the name were said of that number and of no other.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, takewhile

from looped.checker.counted import WORD, is_plural, named
from looped.checker.earlier import EARLIER
from looped.checker.linking import stem
from looped.checker.patterns import pattern_of
from looped.checker.phrases import MONTHS
from looped.checker.prose import Entry, Passage, stems
from looped.checker.words_for_one import words

# Behind a count or a share: of whom it is.
OF_THE = pattern_of(r"(?: [a-z’'-]+)? of (?:all )?(?:the|these|those|our|its)(?= [a-z])", re.I)
SHARE_OF = pattern_of(r"\s*of (?:all )?(?:the|those)(?= [a-z])", re.I)
# At the head of a sentence.
OPENS = pattern_of(
    r"\W*(?:and |but |so )?(?:of|among|amongst|out of) (?:all )?(?:the|those|these)(?: same)?(?P<name> [^.;:,()\d]+?)"
    r"(?:, (?:only |just )?| (?=\S+ \()| (?=\d))",
    re.I,
)
# "In the drug group (66 patients), 60 patients", "60 patients in the drug group (n = 66)".
GROUP = pattern_of(
    r"(?:^|[.;:] |,? (?:and|while|whereas|but) )(?:in|of|among|for|at|on) (?:the |"
    r"our )?[^.;:,()\d]{2,50} \((?:n ?= ?)?$",
    re.I,
)
IN_GROUP = pattern_of(r"[^.;:,()\d]{0,40}? (?:in|of|on|from|at) (?:the |our )[^.;:,()\d]{2,40} \((?:n ?= ?)?", re.I)
CLOSED = re.compile(r"(?: (?P<noun>[a-z’'-]+))?\)(?:,? (?:only |just )?)?")
NOUN = re.compile(r" (?P<noun>[a-z’'-]+)")
DID = pattern_of(
    r" (?:also )?(?:found|were|was|had|have|has|did|could|knew|set|met|held|gave|took|told|said|saw|went|came|made|"
    r"kept|left|felt|lost|got|fell|died|(?!need|feed|seed|speed)[a-z]{2,}ed)\b"
)
# What a name ends at: a mark, or a verb with what it is said to do.
NAME_ENDS = re.compile(
    r"[.;:,()\d]| (?:therefore|thus|hence|accordingly)\b|"
    r" (?:[a-z]{2,}ed|held|set|met|kept|made|took|found|sent|read|left|paid|gave|got|lost|led|wrote|broke) "
    r"(?=(?:an?|the|no|any|their|its|his|her|every|all|both|some|each|more|less|out|up) )"
)
APPOSED = pattern_of(
    r"[^.;:()\d%]{0,50}?(?:,|\(|\s[–—-]) ?(?:(?:or|that is,?|i\.e\.,?|which is|which was|making|representing|being|"
    r"just|only) )*",
    re.I,
)
# "156 came; 62% of those asked therefore took part": what the count comes to.
CONCLUDED = pattern_of(r"[^.;:()\d%]{0,50}?[;:,] ?(?:and )?(?P<so>(?:so|thus|hence|therefore),? )?", re.I)
THEREFORE = pattern_of(r"[^.;:,()\d]{2,60}? (?:therefore|thus|hence|accordingly)\b", re.I)
MEMBERS = re.compile(r"^ (?:members|pieces|pairs|sets|sorts|copies|units) of(?= )")
# Others than those.
OTHERS = pattern_of(r" (?:others?|more|further|additional|extra|in all|in total)\b", re.I)
TIME = re.compile(
    rf"\b(?:{MONTHS}|(?:19|20)\d\d|"
    r"[Ww]eek \d+|[Mm]onth \d+|(?:first|second|third|last|final) (?:visit|audit|round|quarter|term|half|year))\b"
)
PLACE = re.compile(rf"(?:^|[.;,] )\W*(?:[Aa]t|[Ii]n|[Oo]n|[Ff]or) (?:the )?((?!{MONTHS})[A-Z][a-z]+)")
# What was so at another time.
ANEW = pattern_of(
    r"\b(?:now|today|by then|by (?:19|20)\d\d|this (?:time|year|month|quarter)|re-?audit|second (?:audit|round|cycle|"
    r"survey|visit|inspection|wave)|latest|since|most recent|later)\b",
    re.I,
)
# "12 in the north and 15 in the south": the first is told of some of them only.
IN_PLACE = pattern_of(r" (?:[a-z]+ )?(?:in|at|on|for|from|among|to|by) ", re.I)
# "20 farms keep sheep and in the south 34."
THERE = pattern_of(r"\W*(?:and |but )?(?:in|at|on|for|from|among) ", re.I)
ENDED = re.compile(r"\W*$")
JOINED = re.compile(r"(?:^|,|;|\band\b|\bwhile\b|\bbut\b|\bwhereas\b) ?(?:only |just |another |and |some )*$", re.I)
# "66 were smokers": what they are said to be.
WERE = pattern_of(
    r"(?: [a-z]+){0,2}? (?:were|was|are|is|being|became) (?:also |all |only |current |"
    r"the )*(?P<who>[a-z’'-]{4,})(?=\b)",
    re.I,
)
LACKED = pattern_of(r"\b(?:no|not|none|without|lack\w*|missing|neither|nor|absent|never|un[a-z]+)\b|n[’']t\b", re.I)
LOOSE = pattern_of(
    r"\b(?:about|around|nearly|almost|some|over|under|roughly|approximately|at least|at most|up to|more than|fewer "
    r"than|less than|another|a further|other|than|each|every|per|average of|target of|aged)\s+(?:the )?$",
    re.I,
)
# Whose name tells nothing: the words that narrow it must.
ANYONE = frozenset(
    map(stem, words("people patients cases those ones respondents participants items members persons individuals"))
)
# Words of a name that tell of no few of them: all that were looked at, the rest.
OF_ALL = frozenset(
    map(
        stem,
        words(
            "remaining other others rest same first second last whole full entire total original sampled sample "
            "audited reviewed surveyed examined inspected studied few two three four five six seven eight nine ten"
        ),
    )
)
REACH, FAR = 4, 60


@dataclass(frozen=True)
class Taken:
    """A count with the number told before it that it is of. whole: that number; is_narrow: the name has words of its
    own, so that no wider number can be meant."""

    part: Entry
    share: Entry | None
    told: Entry
    whole: int
    is_narrow: bool


@lru_cache(maxsize=8192)
def taken_up(read: Passage) -> tuple[Taken, ...]:
    """The counts of a passage that are of a number told before by its words.

    >>> from looped.checker.prose import passage
    >>> read = passage("We saw 90 men. Fifty were smokers. Advice was given to 40 of the smokers (80%).")
    >>> [(each.part.count, each.whole) for each in taken_up(read)]
    [(40, 50)]
    """
    return tuple(_taken(read))


def _taken(read: Passage) -> Iterator[Taken]:
    for at, each in enumerate(read.entries):
        if each.kind == "share":
            part = read.entries[at - 1] if at else None
            found = SHARE_OF.match(read.text, each.end)
            if part and found and _is_apposed(read, part, each):
                yield from _of(read, part, each, read.text[found.end() :])
        elif each.kind == "count" and not each.base and each.value > 0:
            number = each.start + len(each.text.split(" ")[0])
            if found := OF_THE.match(read.text, number):
                yield from _of(read, each, None, read.text[found.end() :])
    yield from _in_groups(read)
    for at in range(1, len(read.starts)):
        if opened := OPENS.match(read.sentence(at)):
            heads = named(opened["name"])[0]
            for each in _told_of(read, at, opened.end(), heads):
                yield from _of(read, each, None, opened["name"])


def _in_groups(read: Passage) -> Iterator[Taken]:
    """Counts of a group whose number stands in brackets behind its name."""
    for one, other in pairwise(read.entries):
        plain = one.kind == other.kind == "count" and one.sentence == other.sentence and not (one.base or other.base)
        if not plain or one.share:
            continue
        closed = CLOSED.match(read.text, one.end)
        opens = closed and closed.end() == other.start and GROUP.search(read.text[: one.start])
        if closed and opens and _is_of_kind(read, other, closed["noun"]):
            yield Taken(other, None, one, one.count, is_narrow=True)
        closed = CLOSED.match(read.text, other.end)
        behind = IN_GROUP.fullmatch(read.text[one.end : other.start]) and NOUN.match(read.text, one.end)
        if closed and closed["noun"] and behind and _is_of_kind(read, one, closed["noun"]):
            yield Taken(one, None, other, other.count, is_narrow=True)


def _is_of_kind(read: Passage, part: Entry, noun: str | None) -> bool:
    """Whether it counts those that the bracket counts: by their name, or none of its own."""
    own = NOUN.match(read.text, part.start + len(part.text.split(" ")[0]))
    if own is None or DID.match(read.text, own.start()):
        return own is not None
    return stem(own["noun"]) == stem(noun) if noun else stem(own["noun"]) in ANYONE


def _is_apposed(read: Passage, part: Entry, share: Entry) -> bool:
    """ "38 residents, 75% of": the share is that of the count before it."""
    plain = part.kind == "count" and part.sentence == share.sentence and not part.share and not part.base
    gap = read.text[part.end : share.start]
    drawn = CONCLUDED.fullmatch(gap) if plain else None
    drawn_so = bool(drawn and (drawn["so"] or THEREFORE.match(read.text, share.end)))
    return plain and (drawn_so or bool(APPOSED.fullmatch(gap)))


def _told_of(read: Passage, at: int, opened: int, heads: frozenset[str]) -> Iterator[Entry]:
    """The counts of a sentence that are told of those it opens with: its first, and those joined to it."""
    start = read.starts[at] + opened
    for each in read.of_sentence(at):
        if each.kind != "count" or each.base or each.start < start:
            return
        lead = read.text[start : each.start]
        noun = NOUN.match(read.text, each.start + len(each.text.split(" ")[0]))
        if noun and is_plural(noun["noun"]) and stem(noun["noun"]) not in heads | ANYONE:
            return  # "of these inns, 12 were full and 30 rooms empty"
        if each.start > start and (
            not JOINED.search(lead) or re.search(r"\b(?:of|in|than|from) (?:the|those)\b", lead)
        ):
            return
        yield each


def _of(read: Passage, part: Entry, share: Entry | None, text: str) -> Iterator[Taken]:
    sentence = read.sentence(part.sentence)
    number = part.start + len(part.text.split(" ")[0])
    if EARLIER.search(sentence) or ANEW.search(sentence) or OTHERS.match(read.text, number):
        return
    heads, own, loose = named(NAME_ENDS.split(text)[0])
    if (heads | own) & OF_ALL or not (heads | own):
        return
    before = [e for e in read.entries if e.end <= part.start and part.sentence - e.sentence <= REACH]
    told = [(n, e) for e in before for n in (_number(read, e, heads, own or loose),) if n > 1]
    if not told and not own and loose:
        told = [(n, e) for e in before for n in (_number(read, e, heads, own),) if n > 1]
    if not told and len(own) > 1:
        told = [(n, e) for e in before for n in (_number(read, e, heads, own, missing=1),) if n > 1]
    told = [(n, e) for n, e in told if not _is_elsewhere(sentence, read.sentence(e.sentence))]
    if len({n for n, _ in told}) > 1:
        told = [(n, e) for n, e in told if _is_named(read, e, heads)] or told
    if len({n for n, _ in told}) == 1:
        whole, entry = told[0]
        yield Taken(part, share, entry, whole, bool(own) or _is_said_to_be(read, entry, heads))


def _number(read: Passage, told: Entry, heads: frozenset[str], own: frozenset[str], missing: int = 0) -> int:
    """The number of a figure of which the words of a name were said; nought where they weren't.

    missing: how many of the words that narrow it may be told earlier only: "a home ... 44 lived there".
    """
    if told.kind != "count" or LOOSE.search(read.text[: told.start]):
        return 0
    # "30 by cheque and 45 by card": each with its own.
    apart = IN_PLACE.match(told.after) and own and own <= stems(told.after)
    if _is_of_some(read, told) and not apart:
        return 0
    if LACKED.search(f"{told.before} {told.after}"):
        return 0
    first = told.start + len(told.text.split(" ")[0])
    beside, narrow, _ = named(MEMBERS.sub("", read.text[told.end if told.base else first :], count=1))
    if not own:
        whole = told.base or told.count
        # Where other words narrow it, only the largest number is all of them.
        every = not narrow or all(
            e.count <= told.count for e in read.entries if e.kind == "count" and e.end < told.start
        )
        return whole if (beside == heads and every) or _is_said_to_be(read, told, heads) else 0
    said = told.words | stems(told.text) | beside | narrow
    again = OF_THE.match(read.text, first)
    if again and not told.base and (missing or own <= frozenset().union(*named(read.text[again.end() :]))):
        return 0  # a part of the same
    earlier = stems(read.text[: told.end + len(told.after)])
    if len(own - said) > missing or not (own | heads - ANYONE) <= earlier:
        return 0
    # "50 of the 80 men smoked": the 50; "50 of the 80 eligible men came": the 80 that are eligible.
    ahead = takewhile(lambda word: word not in heads, map(stem, WORD.findall(read.text[told.end : told.end + FAR])))
    return told.base if told.base and heads and heads <= beside and own <= set(ahead) else told.count


def _is_elsewhere(own: str, other: str) -> bool:
    """Whether a sentence is of another time or place than the one that tells the number."""
    times = [{each.lower() for each in TIME.findall(text)} for text in (own, other)]
    places = {each for each in PLACE.findall(own) if each not in other}
    return bool(places or (times[1] and times[0] - times[1]))


def _is_named(read: Passage, told: Entry, heads: frozenset[str]) -> bool:
    """Whether a figure counts things of a name: it stands right before it."""
    return bool(heads) and named(read.text[told.start + len(told.text.split(" ")[0]) :])[0] == heads


def _is_of_some(read: Passage, told: Entry) -> bool:
    """ "12 were late in the north and 15 in the south": what is said of it is said of others too."""
    others = [e for e in read.of_sentence(told.sentence) if e.start >= told.end and e.kind == "count"]
    if any(THERE.match(e.before) and ENDED.match(e.after) for e in others):
        return True
    return any(
        IN_PLACE.match(read.text, e.end) and re.search(r"\band |, ", read.text[told.end : e.start]) for e in others
    )


def _is_said_to_be(read: Passage, told: Entry, heads: frozenset[str]) -> bool:
    """ "66 were smokers"."""
    found = WERE.match(read.text, told.end)
    return bool(found and heads == {stem(found["who"])})
