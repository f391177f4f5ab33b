"""What is called the most or the least of several, beside its own figure or by its name, with the others' figures."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.end_words import ANY_END
from looped.checker.finding import Finding
from looped.checker.first_of_list import IS_END, is_whose
from looped.checker.item_names import stems_of
from looped.checker.numbers import fits, whole
from looped.checker.opposites import are_opposed
from looped.checker.other_subject import is_narrower
from looped.checker.parties import (
    FEW,
    TIME,
    Party,
    clause_of,
    finding_of,
    from_place,
    hits,
    is_set_in,
    nearby,
    readings_of,
    told_behind,
)
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage, passage
from looped.checker.quieting import SPELT
from looped.checker.ranks import ASKED, BEST, FAST, LOWEST, NONE, RANK, SLOW, UNDONE, WHERE, WORST, Rank, ranks
from looped.checker.then_and_now import is_of_changes
from looped.checker.weighing import prose_alone
from looped.checker.worth import UNWANTED, more_is_better

CODE = "order-first"
MESSAGE = "What is called the most or the least of several is so beside the figures of the others."
GOOD = "Rust was the commonest fault. It turned up in 26 gates, ahead of rot (21) and loose hinges (19)."
BAD = "Rust was the commonest fault. It turned up in 26 gates, ahead of rot (21) and loose hinges (29)."

# A name may stand between what is said and the first figure: then it is the name that tells.
OPENED = pattern_of(r"\(|[:–—,]\s|[.]\s+|\b(?:with|at|on|by)\s")
SET_IN = pattern_of(r"\)?,? (?:which (?:was|is) |being |by far |easily )*(?:the |our |its )?", re.I)
# "The highest was 95%, the lowest 63%": of its own.
ITS_FIGURE = re.compile(r"(?:,? (?:was|is|being|at|with))? [£$€(]?\d")
IT_HAS = pattern_of(r"[:;–—] (?:it|they) [a-z]+ ", re.I)
OWN_BEHIND = re.compile(
    r"(?: [a-z’'-]+){1,2}(?:, | \()[£$€]?\d[\d,.]*\d%?(?: [a-z]+)?(?:, |\) )(?!and\b|while\b|against\b)"
)
BREAK = pattern_of(r"\(|[:–—,]\s|[.]\s+")
BARE_LEAD = pattern_of(
    r"[\s:(,–—.]*(?:(?:it|they|that|this|these|which|he|she|where)\b)?(?: ?(?:was|were|is|are|had|has|scored|stood|"
    r"came|"
    r"turned up|appeared|occurred|featured|found|seen|recorded|reported|named|cited|given|raised|mentioned|noted|"
    r"accounted|accounting|taking|sending|scoring|drawing|with|at|on|by|in|for|to|of|up|an?|average|mean|median|"
    r"total|"
    r"just|only|some|about|having|receiving|recording|logging|making|reaching|bringing|giving|attracting|selling|"
    r"there|n|=|the|rate|score|figure|count|number|being|namely)\b| ?=)*[\s:(,]*",
    re.I,
)
HEAVY = pattern_of(
    r"\b(?:not|other|who|which|that|because|although|though|if|when|been|being|including|includes|excluding|per|only|target|"
    r"overall|than the|"
    r"(?:at|in|for|on|among) [a-z]+ (?:it|they) (?:was|were) (?!(?:at|in|only|just|about|also|on|the)\b)[a-z]+)\b",
    re.I,
)
DOING = re.compile(r"\b[a-z]{3,}ed\b")
TELLING = (
    "scored recorded reached showed logged reported returned attracted followed compared received rated opened "
    "needed "
    "turned visited named gained earned averaged totalled managed achieved attained remained raised being sited"
)
LIGHT = frozenset(TELLING.split())
# It is said of what was named before.
TAKEN_UP = pattern_of(
    r"\s*(?:which|that|who|it|this|they|these|he|she)\b(?! (?:puts?|makes?|leaves?|places?|made|left)\b)", re.I
)
THE_OTHERS = pattern_of(
    r"^\W*(?:(?:the|all) )?(?:others?|rest|remaining)\b(?: [a-z]+)? (?:was|were|are|included?|comprised|being)\b", re.I
)
# "47 who were younger": a name.
WHO_WERE = re.compile(r"\b(?:who|that|which) (?:were|was|are|is) [a-z]+\s*$")
# "Where 7% of forms had gaps": a bad thing that is counted.
OF_THEM_HAD = pattern_of(
    r"\d\s?(?:%|per ?cent) of (?:the |all |its )?(?:[a-z’'-]+ ){1,3}?(?:had|were|was|contained|showed|carried|came|"
    r"ran|arrived)\b"
    r"[^.;,\d]{0,40}",
    re.I,
)
SET_BESIDE = pattern_of(r"(?:,? (?:where|which|with|at|on|who)\b[^.;:\d]{0,25}| ?\()[£$€]?", re.I)
# "Highest share of the young: Ash, 12 of 20.": among what stands elsewhere.
HEADED = pattern_of(rf"\W*(?:the )?(?:{ANY_END})\b[^.;:,\d]{{0,40}}:", re.I)
FROM_TO = pattern_of(r"\bfrom [£$€]?\d[\d,.]*(?: ?%)?(?: [a-z]+)? to [£$€]?\d")
BETWEEN = pattern_of(r"\bbetween (?:the |its |our )?(?:[a-z]+ and (?:the )?)?$", re.I)
BY_WHICH = pattern_of(r"\bby (?:the |their |its )?$", re.I)
# "The main cause of each leak was noted: 16 of rust, 23 of rot": every one has its own.
OF_EACH = pattern_of(r"(?: [a-z’'-]+){1,3}? (?:of|for|in|behind|to) (?:each|every)\b", re.I)
ITS_MONEY = pattern_of(r"(?: [a-z-]+){1,3} (?:was|is|being|came to) (?:just |only )?[£$€]\d", re.I)
AND_THE = pattern_of(rf" and (?:the )?(?:{ANY_END})\b", re.I)
# "The lowest that any crew gave": among others than are told.
OF_OTHERS = pattern_of(r"\b(?:(?<!than )any|ever)\b", re.I)
LEFT_OUT = pattern_of(r"[a-z\d%)],? (?:excluding|except for|other than|leaving out|not counting)\b", re.I)
OF_THESE = pattern_of(r"\W*of (?:these|those|them|whom|which)\b", re.I)
# "The worst month": nobody says of what.
OF_A_TIME = pattern_of(r" (?:day|night|week|month|quarter|term|season|year)s?\b", re.I)
OF_TWO = pattern_of(r"\bof (?:the|these|our) (?:two|pair)\b", re.I)
SIZE = pattern_of(rf"(?:\bof (?:the |these |all |our |its )+|^Of )(?P<n>{SPELT}|\d+)\b(?! ?%)", re.I)
GRADED = pattern_of(
    r"\b(?:scor\w+|rat(?:ed|ings?)|mark(?:s|ed)?|points|standard|happ\w+|confiden\w+|content)\b|%", re.I
)
MOST_WORDS, FEWEST, GAP_LONGEST, FAR, THEN = 9, 3, 120, 200, -2


# "Good or better": with what was told of "good".
LISTED = re.compile(r"\)[,;]? (?:and |then )?[^.;:,()\d]{2,60} \(")
OR_WORSE = pattern_of(r"\bor (?:better|worse)\b", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each word of rank whose own figure stands beside it, or whose name a list has."""
    for paragraph in context.once(prose_alone):
        if not (RANK.search(paragraph.text) or NONE.search(paragraph.text)):
            continue
        read = passage(paragraph.text)
        if len(read.entries) < 2:
            continue
        told = list(ranks(read))
        for said in told:
            of_changes = is_of_changes(read, read.sentence_at(said.start))
            if not of_changes and not is_elsewhere(read, said, told) and not is_of_opposite(read, said):
                yield from _judged(paragraph, read, said, told)


def is_of_opposite(read: Passage, said: Rank) -> bool:
    """ "The share of wet boats was highest at Ayr", behind the sentence of those that were dry."""
    at = read.sentence_at(said.start)
    kind = IS_END.search(read.text, max(0, read.starts[at] - 2), said.start)
    return bool(kind and at and are_opposed(read.sentence(at - 1), kind.group()))


def is_elsewhere(read: Passage, said: Rank, told: Sequence[Rank]) -> bool:
    """Whether it is asked for, of a place named before it, or part of the name of what another is said of."""
    at = read.sentence_at(said.start)
    start, end = clause_of(read, said.start, said.end)
    if said.of_two and not OF_TWO.search(read.sentence(read.sentence_at(said.start))):
        return True
    if ASKED.search(read.text, start, said.start) or WHERE.match(read.text, start):
        return True  # "cooks at Ash, where it was lowest": said of a place before it
    behind = ITS_MONEY.match(read.text, said.end) or OF_EACH.match(read.text, said.end)
    if behind or BY_WHICH.search(read.text, start, said.start):
        return True  # "counted once, by worst event"; "the largest bill was £118,400. Three from ...": of its own
    if OF_OTHERS.search(read.text, said.end, _next_figure(read, said.end)) or LEFT_OUT.search(read.sentence(at)):
        return True
    # "Between the best and the worst": what lies between the two.
    if BETWEEN.search(read.text[start : said.start]) or AND_THE.match(read.text, said.end):
        return True
    # "The largest ward had the fewest falls": the first is part of a name.
    return any(said.end <= each.start < end and not each.is_nth for each in told)


def _next_figure(read: Passage, place: int) -> int:
    """Where the next figure of a sentence begins, or the sentence ends."""
    at = read.sentence_at(place)
    return next((e.start for e in read.of_sentence(at) if e.start >= place), read.starts[at] + len(read.sentence(at)))


def _judged(paragraph: Paragraph, read: Passage, said: Rank, told: Sequence[Rank]) -> Iterator[Finding]:
    at = read.sentence_at(said.start)
    headed = HEADED.match(read.sentence(at))
    own_figure = OWN_BEHIND.match(read.text, said.end)
    for row in map(_told_once, map(_parts, nearby(read, at))):
        if own_figure and row and row[-1].entry.end <= said.start:
            return  # "the largest claim, £905, ...": with a figure of its own, and of no name before it
        if headed and {each.entry.sentence for each in row} != {at}:
            continue
        two = said.of_two or (len(row) == 2 and not said.is_nth and _is_apart(read, said, row))
        if (len(row) < FEWEST and not two) or (said.of_two and len(row) != 2):
            continue
        size = SIZE.search(read.sentence(at))
        if size and not said.of_two and len(row) != (whole(size["n"]) or 0) < FEW:
            continue
        if is_narrower(read, row[-1].entry.sentence, at):
            continue  # "the most open jobs (41). Closed jobs came to 52": of others
        if FROM_TO.search(read.text, row[0].low, row[-1].entry.end):
            continue  # "fell from 88 to 71": what was before is none of them
        if OR_WORSE.search(read.text, row[0].low, row[-1].entry.end):
            continue  # "good, 43; good or better, 45": the one is in the other
        chosen = _chosen(read, said, row)
        if chosen is None and two and row[0].entry.sentence == row[-1].entry.sentence == at:
            return  # it has figures of its own
        if chosen is None:
            continue
        # What is told before its own figure, in another sentence, is of something else.
        own = chosen.low <= said.start < max(chosen.high, chosen.entry.end)
        if own and row[0].entry.sentence < chosen.entry.sentence and not (said.place or said.is_nth):
            continue
        if not _is_listed(read, row) and not all(_is_light(read, said, e) for e in row[1:] if e is not chosen):
            return
        ways = ways_meant(read, said, row, told)
        if ways and not (_own(read, said, row) is chosen and may_follow(said, row, chosen, told)):
            yield _finding(paragraph, read, said, row, row.index(chosen), ways)
        return


def may_follow(said: Rank, row: Sequence[Party], own: Party, told: Sequence[Rank]) -> bool:
    """ "Second was Elm with 37; Oak had 30": whether those that stand before it need not be told at all."""
    first = any(row[0].low <= each.start < row[-1].high for each in told if not each.place)
    above = sum(each.value > own.value for each in row)
    return said.place > 0 and not first and above < said.place


def _is_apart(read: Passage, said: Rank, row: Sequence[Party]) -> bool:
    """Whether a superlative stands behind two that are told in a sentence of their own: there are no others."""
    last = row[-1].entry
    if last.end <= said.start and is_set_in(read, last, said.start):
        return True
    return last.sentence < read.sentence_at(said.start) and all(each.words for each in row)


def _chosen(read: Passage, said: Rank, row: Sequence[Party]) -> Party | None:
    """Whom it is said of: the one that is named, or beside whose figure it stands."""
    if said.who:
        beside = [e for e in row if e.low <= said.who[0] and said.who[1] <= e.entry.start]
        if beside and SET_BESIDE.fullmatch(read.text[said.who[1] : beside[0].entry.start]):
            return beside[0]
        found = hits(told_behind(read, row, said.end), read.text[slice(*said.who)])
        return row[[e.entry for e in row].index(found[0].entry)] if len(found) == 1 else None
    if row[-1].entry.end <= said.start and is_set_in(read, row[-1].entry, said.start):
        return row[-1]
    who = _own(read, said, row)
    if said.is_nth and who:
        return who
    named, fully = _named(read, said, row)
    it_has = IT_HAS.search(read.text, said.end, row[0].entry.start)
    own = who and (it_has or not fully or (named and named.entry.sentence > who.entry.sentence))
    return who if own else named or who


def _told_once(row: Sequence[Party]) -> Sequence[Party]:
    """ "Ayr (33.3%), where five of 15 failed": without the counts behind a share that is theirs."""
    kept: list[Party] = []
    for each in row:
        last, own = kept[-1].entry if kept else None, each.entry
        if not (last and last.kind == "share" and last.share and own.base and fits(own.count, own.base, last.share)):
            kept.append(each)
    return kept


def _parts(row: Sequence[Party]) -> Sequence[Party]:
    """A row without what the others make, where that stands before or behind them; none where it stands between."""
    values = [each.value for each in row]
    wholes = [at for at, each in enumerate(values) if len(row) > 2 and 2 * each == sum(values, Decimal(0))]
    if not wholes or wholes[0] not in (0, len(row) - 1):
        return () if wholes else row
    return row[1:] if wholes[0] == 0 else row[:-1]


def _own(read: Passage, said: Rank, row: Sequence[Party]) -> Party | None:
    """The one in whose part of the text it is said, no other name between the word and the figure."""
    # "£9,000, the lowest of the three": set in behind it.
    behind = [e for e in row if e.entry.end <= said.start and SET_IN.fullmatch(read.text[e.entry.end : said.start])]
    if behind and not ITS_FIGURE.match(read.text, said.end):
        return behind[0]
    mine = next((each for each in row if each.low <= said.start < max(each.high, each.entry.end)), None)
    if mine is None:
        return None
    if said.end <= mine.entry.start:
        gap = read.text[said.end : mine.entry.start]
        leads = [gap[each.start() :] for each in OPENED.finditer(gap)] or [gap]
        bare = any(map(BARE_LEAD.fullmatch, leads)) or any(map(IT_HAS.fullmatch, leads))
        return mine if bare and len(gap) < GAP_LONGEST else None
    gap = read.text[mine.entry.end : said.start]
    return mine if not re.search(r"[;:(]|[.]\s|\b(?:and|but|while)\b", gap) and mine is row[0] else None


def _named(read: Passage, said: Rank, row: Sequence[Party]) -> tuple[Party | None, bool]:
    """The one whose name stands in the clause of what is said, outside the list, and whether all of its name does."""
    low, high = clause_of(read, said.start, said.end)
    first, last = row[0], row[-1]
    if said.end <= first.entry.start:
        gap = list(BREAK.finditer(read.text, said.end, first.entry.start))
        if not gap:
            return None, False
        high = min(high, gap[0].start())
        renamed = from_place(read, row, gap[-1].end())
    elif said.start >= max(last.high, last.entry.end):
        low = max(low, last.high)
        renamed = list(row)
    else:
        return None, False
    if sum(bool(each.words) for each in renamed) < len(row) - 1:
        return None, False
    text = read.text[low:high]
    if TAKEN_UP.match(text):
        return None, False
    found = hits(renamed, text)
    if len(found) != 1 or re.search(r"\d", re.sub(r"\b(?:Site|Ward|Group|Cycle|Round|Year|Q) ?\d\b", "", text)):
        return None, False
    if is_whose(read.text[low : said.start], read.text[said.end : high], found[0].words):
        return None, False
    return row[renamed.index(found[0])], found[0].words <= stems_of(text)


def _is_listed(read: Passage, row: Sequence[Party]) -> bool:
    """ "Crew not at home (33), fog (9) and rust (4)": a name and a figure each, whatever words a name may have."""
    figures = [each.entry for each in row]
    bracketed = all(read.text[e.start - 1 : e.start] == "(" and read.text[e.end : e.end + 1] == ")" for e in figures)
    parted = all(LISTED.fullmatch(read.text, a.end, b.start) for a, b in pairwise(figures))
    return bracketed and parted and len(row) >= FEWEST


def _is_light(read: Passage, said: Rank, each: Party) -> bool:
    """Whether a part of the text tells a name and a figure, and nothing of its own besides."""
    text = WHO_WERE.sub("", THE_OTHERS.sub("", each.text))
    if len(each.text.split()) > MOST_WORDS or HEAVY.search(text) or OF_THESE.match(text):
        return False
    mine = stems_of(read.sentence(read.sentence_at(said.start)))
    return all(word in LIGHT or stems_of(word) <= mine for word in DOING.findall(each.text))


def ways_meant(read: Passage, said: Rank, row: Sequence[Party], told: Sequence[Rank]) -> tuple[bool, ...]:
    """Whether the least is meant; both where it may be, none where that hangs on what nobody says."""
    timed = any(TIME.match(each.entry.unit) for each in row)
    scope = read.text[min(row[0].low, read.starts[read.sentence_at(said.start)]) : row[-1].entry.end]
    unwanted = bool(re.search(rf"\b(?:{UNWANTED})\b", scope, re.I))
    word = said.word or next((each.word for each in told if each.word and abs(each.start - said.start) < FAR), "")
    if word in FAST or word in SLOW:
        return (timed == (word in FAST),)
    if not word:
        return (False, True) if timed else (False,)
    if word not in BEST | WORST:
        return (word in LOWEST,)
    good = more_is_better(scope)
    had = OF_THEM_HAD.search(scope)
    if good is False and GRADED.search(scope) and not timed and not (had and more_is_better(had.group()) is False):
        return (False, True)  # "scores: pain 57%, care 65%": the name of what is scored, and no thing that is counted
    if timed or (unwanted and good is not False):
        return ()
    # Of a bad thing the least is best; of what nobody calls good or bad either end may be.
    plain = good is None and (not GRADED.search(scope) or bool(OF_A_TIME.match(read.text, said.end)))
    return (False, True) if plain else ((word in WORST) == (good is not False),)


def _finding(
    paragraph: Paragraph, read: Passage, said: Rank, row: Sequence[Party], at: int, ways: Sequence[bool]
) -> Finding:
    readings = readings_of(read, said.end, row)
    ways = (True, False) if UNDONE.match(read.text, said.end) else ways
    right = any(stands_at(values, at, said.place, low) for values in readings for low in ways)
    figures = ", ".join(each.entry.text for each in row)
    why = f"of {figures} it is {row[at].entry.text}"
    return finding_of(CODE, paragraph, read, (said.start, said.end), (right, "" if right else "another"), why)


def stands_at(values: Sequence[Decimal], at: int, place: int, low: bool) -> bool:
    """Whether one of several stands in a place of their order; of equals each stands where one of them does."""
    ordered = sorted(values, reverse=not low)
    if place == THEN:
        return ordered[0] != values[at]
    apart = sorted(set(values), reverse=not low)
    return place < len(ordered) and values[at] in (ordered[place], *apart[place:][:1])
