"""Wholes that were made smaller: so many there were, so many of them fell away, and the rest is what shares are of.

The rest may be told ("the 80 we reached") or only spoken of ("of the usable forms").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from looped.checker.patterns import pattern_of
from looped.checker.phrases import THEM
from looped.checker.prose import Entry, Passage, stems
from looped.checker.subgroups import DID

FELL_AWAY = pattern_of(
    r"\b(?:exclud\w+|exclusions?|remov\w+|left out|taken out|took out|struck off|ceas\w+|gone|leav\w+ out|"
    r"leaving aside|set aside|withdr\w+|lost|declin\w+|"
    r"refus\w+|"
    r"ineligib\w+|unfit|discard\w*|dropped|disregard\w*|delet\w+|omit\w+|duplicat\w+|doubles?|repeats?|died|dead|"
    r"opted out|weed\w* out|reject\w+|closed|demolish\w+|pulled down|knocked down|empty|vacant|blank|away|absent|"
    r"unus(?:able|ed)|unread\w+|illegible|spoil(?:t|ed)|void|invalid|incomplete|untrace\w+|unsuitable|missing|"
    r"cancel\w+|screened out|wrong numbers?|not (?:applicable|relevant|eligible|known|recorded|asked|traced|found|"
    r"reached|returned|due|in use|be [a-z]+)|no (?:longer|follow-up|answer|reply|data|result|record|view|opinion|"
    r"[a-z]+ (?:visit|data|result|record))|(?:did|had|was|were|is|are|has|have|could)(?: not|n[’']t)|never|"
    r"out of (?:scope|use|order|service|area)|moved|undelivered|skipp\w+|gave no|came back|returned unopened|"
    r"not at home|off the|retired|resigned|left the)\b",
    re.I,
)
LEFT = pattern_of(
    r"\b(?:remain\w*|rest|others?|left|unique|usable|useable|valid|eligible|genuine|still|live|true|real|occupied|open|"
    r"complete[d]?|readable|legible|traced|traceable|reached|relevant|applicable|assessable|evaluable|known|present|"
    rf"available|fit|actual|surviv\w+|(?:{THEM}) (?:aside|apart|excluded|left out)|without (?:these|them|"
    r"those)|once (?:these|those|they)|(?:that|which|who) (?:were|was|had|did|could|are))\b",
    re.I,
)
OF_ALL = pattern_of(
    r"\b(?:(?:of|by|to|in|for) (?:all|every\w*|those (?:invited|sampled|approached|drawn|sent|asked|"
    r"randomi[sz]ed|enrolled|listed)|"
    r"the (?:total|whole|full|original|entire|initial|first))|overall|originally|intention|"
    r"randomi[sz]ed|enrolled|response|return|take-up|uptake|retention|follow-up)\b",
    re.I,
)
MORE = pattern_of(r" (?:[a-z]+ )?(?:more|fewer|less|up|down|higher|lower|over|above|below)\b", re.I)
# "Percentages below are of the files that were", "shares leave them out": said of all that follow.
BASE_SAID = pattern_of(
    r"\b(?:percentages?|shares?|proportions?|rates|figures|results|base|denominators?)\b[^.;\d]{0,40}?\b(?:"
    r"(?:is|are|was|were|being|given|based|taken|worked out|calculated|relate|refer|apply|expressed)\b[^.;\d]{0,30}?"
    r"\b(?:of|on|to|from|as|for) (?:only )?(?!(?:all|every\w*|any|full|whole|total)\b)(?:the |those |these |that )"
    r"(?!(?:full|whole|total|original|entire|initial|first)\b)(?![^.;]*\b(?:each|every|own|respective)\b)[^.;\d]{2,60}|"
    r"(?:exclud\w+|leav\w+ (?:[a-z]+ )?out|omit\w*|disregard\w*|ignor\w+|(?:is|are|were|was) (?:without|net of|"
    r"after))\b)|"
    r"\b(?:not (?:counted|included)|left out|excluded|set aside|disregarded) (?:in|of|from) (?:what follows|(?:the|"
    r"all) (?:percentages|shares|figures|rates|results))\b",
    re.I,
)
# "Of the inspections that could be completed": of some, by what they did or had done.
THOSE_WHO = pattern_of(
    r"\b(?:of|on|to|from|as|for) (?:the|those|these) (?P<whom>[^.;:\d]*?(?:that|who|which|whose|with)\b[^.;:\d]+)$",
    re.I,
)
AND_WERE = pattern_of(
    r",?(?:and|but|so) (?:so |then |therefore )?(?:they )?(?:were|was|had|have|did|could|"
    r"[a-z]{3,}ed)\b[^.;:,()\d]{0,50}",
    re.I,
)
# "130 had telephoned, and only they were asked question 8".
ONLY_THEY = pattern_of(
    r"\b(?:only (?:they|these|those|the latter)|(?:they|these|those) (?:alone|only)|(?:of|to|by|for|"
    r"from) (?:them|these|"
    rf"those) (?:only|alone)|only to (?:{THEM})|no (?:one|body) else|nobody else|none of the others?)\b",
    re.I,
)
# "Questions 4 to 7".
NAME = pattern_of(r"\b(?:questions?|items?|parts?|sections?|Q)(?: \d+ (?:to|and))? $|^ ?to $", re.I)
TO_THAT = pattern_of(
    r"\b(?:that|this|the|these|those) (?:questions?|items?|parts?|sections?|points?)\b|"
    r"\b(?:question|item|part|section|Q) ?\d+\b|\b(?:it|here|there)\b",
    re.I,
)
OF_THE = pattern_of(r"\b(?:of|among|in|from|for|on|at) (?:the|these|those) (?:other |remaining )?$", re.I)
LEAVES = pattern_of(r"\b(?:leaving|leaves|left)(?: only| just| us with)? $", re.I)
REACH = 2


@dataclass(frozen=True)
class Narrowed:
    """wide, fell, left: how many there were, fell away and are left.

    start: from where shares are of the rest; place: behind the figures that tell so; is_said: whether words say that
    shares are of them.
    """

    wide: int
    fell: int
    left: int
    start: int
    place: int
    sentence: int
    is_told: bool
    is_said: bool = False


@lru_cache(maxsize=8192)
def narrowed(read: Passage) -> tuple[Narrowed, ...]:
    """The wholes of a passage that were made smaller.

    >>> from looped.checker.prose import passage
    >>> [n.left for n in narrowed(passage("We got 60 forms, but five were blank. Of the usable ones, 44 were signed."))]
    [55]
    """
    return tuple(_each(read))


def _each(read: Passage) -> Iterator[Narrowed]:
    counts = [each for each in read.entries if each.kind == "count" and not each.share]
    yield from _only_some(read, counts)
    told_out: list[tuple[int, Entry]] = []
    for fell in counts:
        if LEAVES.search(fell.before):
            continue  # "leaving nine": those are left
        if not MORE.match(fell.after) and (wide := _wide(counts, fell)):
            left = wide - fell.count
            told = next((e for e in counts if e.start > fell.end and e.count == left and not _again(e, wide)), None)
            told = told or next((e for e in counts if e.start > fell.end and e.base == left), None)
            if told and told.sentence - fell.sentence <= REACH and _is_said(read, fell, told):
                start = max(fell.end, read.starts[told.sentence])
                yield Narrowed(wide, fell.count, left, start, told.start, told.sentence, is_told=True)
            elif FELL_AWAY.search(_words_of(read, fell)):
                said = BASE_SAID.search(read.text, read.starts[fell.sentence])
                place, at = (said.end(), read.sentence_at(said.start())) if said else (fell.end, fell.sentence)
                yield Narrowed(wide, fell.count, left, fell.end, place, at, is_told=False, is_said=bool(said))
                told_out.append((wide, fell))
            elif told_out and told_out[-1][1].sentence == fell.sentence and told_out[-1][0] == wide:
                told_out.append((wide, fell))  # "six were blank and 12 torn"
    yield from _together(read, told_out)
    yield from _of_those_who(read, counts)


def _words_of(read: Passage, fell: Entry) -> str:
    """What is said of a figure, and what is said of it too: "proved to be copies and were set aside"."""
    told = AND_WERE.match(read.text, fell.end + len(fell.after))
    return f"{fell.before} {fell.text} {fell.after} {told.group() if told else ''}"


def _together(read: Passage, told: list[tuple[int, Entry]]) -> Iterator[Narrowed]:
    """ "Six were blank and four spoilt": what is left of all without either."""
    for (wide, one), (other, next_) in pairwise(told):
        if wide == other and next_.sentence - one.sentence <= 1 and one.count + next_.count < wide:
            fell = one.count + next_.count
            said = BASE_SAID.search(read.text, read.starts[one.sentence])
            place, at = (said.end(), read.sentence_at(said.start())) if said else (next_.end, next_.sentence)
            yield Narrowed(wide, fell, wide - fell, next_.end, place, at, is_told=False, is_said=bool(said))


def _of_those_who(read: Passage, counts: list[Entry]) -> Iterator[Narrowed]:
    """ "Of 48 visits eight found nobody in. Percentages are of the visits that could be made": of 40, by one word or
    another; where they are said to be of what the second number did, of that."""
    for said in BASE_SAID.finditer(read.text):
        at, whom = read.sentence_at(said.start()), THOSE_WHO.search(said.group())
        before = [e for e in counts if e.end <= said.start() and at - e.sentence <= 1]
        if not whom or len(before) != 2 or before[1].base or not 0 < before[1].count < before[0].count:
            continue
        if not DID.match(read.text, before[1].end):
            continue  # "80 staff on ten wards"
        wide, some = before[0].count, before[1]
        left = some.count if stems(whom["whom"]) & (some.words - before[0].words) else wide - some.count
        yield Narrowed(wide, wide - left, left, said.end(), said.end(), at, is_told=False, is_said=True)


def _only_some(read: Passage, counts: list[Entry]) -> Iterator[Narrowed]:
    """ "Of these 366, 130 had telephoned, and only they were asked": what they were asked is of the 130."""
    counts = [each for each in counts if not NAME.search(each.before)]
    for found in ONLY_THEY.finditer(read.text):
        at = read.sentence_at(found.start())
        before = [e for e in counts if e.end <= found.start() and at - e.sentence <= 1]
        wider = [e for e in counts if before and e.end <= before[-1].start and e.count > before[-1].count]
        if before and wider and not before[-1].base:
            some, wide = before[-1], wider[-1].count
            yield Narrowed(
                wide, wide - some.count, some.count, found.end(), found.end(), at, is_told=True, is_said=True
            )


def _is_said(read: Passage, fell: Entry, told: Entry) -> bool:
    """Whether words say that they fell away, or that the others are left."""
    words = read.text[read.starts[fell.sentence] : told.end]
    taken_up = OF_THE.search(read.text[: told.start])
    return bool(taken_up or FELL_AWAY.search(words) or LEFT.search(f"{told.before} {told.after}"))


def _again(entry: Entry, wide: int) -> bool:
    return entry.base == wide


def _wide(counts: list[Entry], fell: Entry) -> int | None:
    """Of how many they fell away: beside them, or told right before or right behind them."""
    if fell.base:
        return fell.base if 0 < fell.count < fell.base else None
    near = [e for e in counts if e is not fell and not e.base and abs(e.sentence - fell.sentence) <= 1]
    before = [e for e in near if e.end <= fell.start and e.count > fell.count]
    behind = [e for e in near if e.start >= fell.end and e.count > fell.count and e.sentence == fell.sentence]
    if before:
        return before[-1].count
    # "After removal of 15 doubles from the 165 records".
    found = behind[:1] if behind and re.search(r"\bfrom\b", behind[0].before) else []
    return found[0].count if found else None
