"""More or fewer of one than of another, and up or down on an earlier figure, however the sentence turns it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from looped.checker.context import Context
from looped.checker.directions import (
    BETTER,
    DOWNWARDS,
    FELL,
    FELL_BESIDE,
    LESS,
    MORE,
    ROSE,
    ROSE_BESIDE,
    UPWARDS,
    WORSE,
)
from looped.checker.document import Paragraph
from looped.checker.earlier import EARLIER, ordered
from looped.checker.finding import Finding, Verdict
from looped.checker.listing import near, stems_of, value_of
from looped.checker.numbers import near as near_by
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.worth import DURATIONS, UNWANTED

CODE = "set-against"
MESSAGE = "Of two figures that a sentence sets against each other, the one said to be more is more."
GOOD = "Sickness was commoner among drivers than among clerks (31% and 18% respectively)."
BAD = "Sickness was commoner among clerks than among drivers (18% and 31% respectively)."

ABOVE = (
    rf"{MORE}|bigger|likelier|commoner|oftener|heavier|costlier|dearer|ahead of|above|"
    r"exceed(?:ed|s|ing)?|outnumber(?:ed|s|ing)?|outstripp?(?:ed|s|ing)?"
)
BELOW = rf"{LESS}|rarer|lighter|cheaper|behind|below"
THAN = pattern_of(
    rf"\b(?:(?P<more>{ABOVE})|(?P<less>{BELOW}))\b(?P<what>(?:[^.;:]|[.:](?=\d)){{0,110}}?)\bthan\b"
    r"(?!\s+(?:[£$€]?\d|half|twice|three|a (?:third|quarter|half)|one|two|four|five|six|seven|eight|nine|ten|"
    r"expected|"
    r"good|adequate|planned|ever|usual))",
    re.I,
)
LIKELIER = pattern_of(
    r"\b(?:(?P<more>more likely|likelier|more often|commoner|the (?:higher|larger|greater|longer)|ahead|in "
    r"front|on top)|"
    r"(?P<less>less likely|less often|rarer|the (?:lower|smaller|shorter)|behind))\b(?![^.;:,]{0,60}\bthan\b)",
    re.I,
)
BARE_PAIR = pattern_of(
    r"\s*(?:and|v\.?|vs\.?|versus|against|to|compared (?:with|to)|as against|,|;|/)\s*(?:only |just )?", re.I
)
SHARED = pattern_of(r"\b(?:likel\w+|share|proportion|rate|percentage|per cent|often|common\w*)\b", re.I)
UP = rf"up|{ROSE}|{ROSE_BESIDE}|{UPWARDS}|{MORE}|doubl\w+|trebl\w+|tripl\w+"
DOWN = rf"down|{FELL}|{FELL_BESIDE}|{DOWNWARDS}|{LESS}|cut|halv\w+"
WAY = pattern_of(rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN})|(?P<better>{BETTER})|(?P<worse>{WORSE}))\b", re.I)
ON = pattern_of(
    r"\b(?:(?P<up>up|(?:an? |the )?(?:\w+ )?(?:rise|increase|gain|advance|improvement|jump)|higher|better|more)|"
    r"(?P<down>down|(?:a |the )?(?:\w+ )?(?:fall|drop|decrease|decline|reduction|dip|cut)|lower|worse|fewer|less)) "
    r"(?:on|from|over|against|compared (?:with|to)|than(?= (?:in|at|on|for|the|last|that|"
    r"those)\b))\b(?P<rest>[^.;:\d]{0,70})$",
    re.I,
)
# "The higher number of": what is counted, whatever its share.
NUMBER_OF = pattern_of(r"\s*(?:number|count|total)\b", re.I)
OF_TWO = pattern_of(
    r"\bthe (?:(?P<more>higher|greater|larger|bigger|longer)|(?P<less>lower|smaller|shorter)) of the (?:two|pair)\b",
    re.I,
)
NOT = pattern_of(
    r"\b(?:not|no|never|neither|nor|n't|whether|if|hardly|should|would|could|target|aim|hope|expect\w*|plan\w*|"
    r"rather|other)\b"
    r"[^.;,]{0,24}$",
    re.I,
)
BAD_THING = pattern_of(rf"\b(?:{UNWANTED}|{DURATIONS}|time|outstanding|spend\w*|lost|not)\b", re.I)


@dataclass(frozen=True)
class Pair:
    """Two figures of one kind: of what is spoken of, and of what it is set against."""

    first: Entry
    last: Entry


def check(context: Context) -> Iterator[Finding]:
    """Each sentence with two such figures, or with one beside the figure of the sentence before."""
    for paragraph in context.document.paragraphs:
        read = passage(paragraph.text)
        if not read.entries:
            continue
        for at in range(len(read.starts)):
            done = (
                list(_than(paragraph, read, at))
                or list(_likelier(paragraph, read, at))
                or list(_of_two(paragraph, read, at))
            )
            done = done or list(_named(paragraph, read, at))
            yield from done or list(_moved(paragraph, read, at)) or _over_sentences(paragraph, read, at)


def _than(paragraph: Paragraph, read: Passage, at: int) -> Iterator[Finding]:
    sentence, start = read.sentence(at), read.starts[at]
    words = list(THAN.finditer(sentence))
    if len(words) != 1 or NOT.search(sentence[: words[0].start()]):
        return
    found = words[0]
    own = [e for e in _told(read, at) if not _is_size(read, e, start + found.start())]
    middle = start + found.end()
    pair = _summed(read, own, start + found.start(), middle)
    pair = pair or _bracketed(read, own, start + found.start(), middle) or _either_side(read, own, middle)
    pair = pair or _now_and_then(read, own, sentence[found.end() :], middle) or _carried(read, at, own, found, middle)
    if pair:
        yield from _finding(paragraph, pair, bool(found["more"]), found, start, bool(SHARED.search(sentence)))


def _told(read: Passage, at: int) -> list[Entry]:
    """The figures of a sentence; of a count with its base and the share behind it the share alone."""
    found = [e for e in read.of_sentence(at) if e.kind != "points"]
    twice = {id(one) for a, b in pairwise(found) for one, share in ((a, b), (b, a)) if _is_twice(one, share)}
    return [e for e in found if id(e) not in twice]


def _is_twice(count: Entry, share: Entry) -> bool:
    return (
        count.kind == "count"
        and bool(count.base)
        and not count.share
        and share.kind == "share"
        and share.share is not None
        and near_by(count.count, count.base or 1, share.share)
    )


def _is_size(read: Passage, entry: Entry, word: int) -> bool:
    """Whether a figure says by how much: "eight more than", "by 12"."""
    ahead = entry.end <= word and re.fullmatch(
        r"\s*(?:times|per ?cent|%)?\s*(?:as )?(?:many )?", read.text[entry.end : word]
    )
    return bool(ahead) or bool(re.search(r"\bby (?:about |some |just |only )?$", read.text[: entry.start]))


def _alike(first: Entry, last: Entry) -> bool:
    return _kind(first) == _kind(last) and first is not last


def _kind(entry: Entry) -> tuple[object, ...]:
    if entry.share or (entry.base and entry.kind == "count"):
        return ("share",)
    return (entry.kind, entry.unit)


def _by_time(read: Passage, one: Entry, other: Entry) -> Pair | None:
    found = ordered(read, one, other)
    return Pair(*found) if found else None


def _bracketed(read: Passage, own: Sequence[Entry], word: int, middle: int) -> Pair | None:
    """ "More of A than of B (47% and 64%)": in the order in which the two are named."""
    behind = [e for e in own if e.start >= middle]
    before = [e for e in own if e.end <= middle]
    behind = behind[:2]
    if len(behind) != 2 or not _alike(*behind) or any(_alike(each, behind[0]) for each in before):
        return None
    gap = read.text[behind[0].end : behind[1].start]
    lead = read.text[middle : behind[0].start]
    in_order = (
        re.search(
            r"[(:,–—-]\s*(?:at |with |by |respectively |"
            r"in that order )?$",
            lead,
        )
        and not EARLIER.search(lead)
        and len(lead) < 110
    )
    return Pair(*behind) if BARE_PAIR.fullmatch(gap) and in_order else None


def _either_side(read: Passage, own: Sequence[Entry], middle: int) -> Pair | None:
    """One figure before "than" and one behind it."""
    before = [e for e in own if e.end <= middle]
    stop = re.search(r"[;]|[.](?!\d)|,? (?:and|but|while)\b", read.text[middle:])
    behind = [e for e in own if middle <= e.start < (middle + stop.start() if stop else len(read.text))]
    if not before or len(behind) != 1:
        return None
    alike = [e for e in before if _alike(e, behind[0])]
    lead = read.text[middle : behind[0].start]
    if len(alike) != 1 or re.search(r"[;:]|\b(?:but|while|although|because|when|if|and)\b|\bby\b", lead):
        return None
    return Pair(alike[0], behind[0])


def _now_and_then(read: Passage, own: Sequence[Entry], after: str, middle: int) -> Pair | None:
    """ "Fewer than last year: 39 this time, 15 then"."""
    if len(own) != 2 or not _alike(*own) or not EARLIER.search(after[:60]):
        return None
    # "More than last time: 36%, compared with 58%": what is set behind it is the earlier.
    set_behind = own[0].start >= middle and re.search(
        r"\b(?:against|compared (?:with|to)|as against|versus|vs?|then)\s*(?:just |only )?$",
        read.text[own[0].end : own[1].start],
    )
    return Pair(*own) if set_behind else _by_time(read, *own)


def _carried(read: Passage, at: int, own: Sequence[Entry], found: re.Match[str], middle: int) -> Pair | None:
    """The figure of the sentence before, of the same thing: "25 findings in all. There were more than in 2020 "
    "(29)"."""
    behind = [e for e in own if e.start >= middle and e.kind == "count"]
    if len(own) != 1 or len(behind) != 1 or not at:
        return None
    words = stems_of(found["what"]) or stems_of(read.sentence(at)[: found.start()])
    earlier = [e for e in _told(read, at - 1) if e.kind == "count" and not e.base]
    telling = [e for e in earlier if words & stems_of(e.after[:40])]
    return (
        Pair(telling[0], behind[0])
        if len(telling) == 1 and EARLIER.search(read.text[middle : behind[0].end + 40])
        else None
    )


def _likelier(paragraph: Paragraph, read: Passage, at: int) -> Iterator[Finding]:
    """ "40% of A and 46% of B, so A were the likelier": of the two that a list names."""
    sentence, start = read.sentence(at), read.starts[at]
    for found in LIKELIER.finditer(sentence):
        low, high = start + found.start(), start + found.end()
        lists = [e for e in near(read, at) if len(e.items) == 2 and (e.end <= low or e.start >= high)]
        for listing in lists:
            lead = re.split(
                r"[,;:.]|\b(?:and|but|so)\b", read.text[max(start, listing.end if listing.end <= low else 0) : low]
            )[-1]
            hits = listing.named(lead)
            if len(hits) != 1 or not all(e.words for e in listing.items) or NOT.search(lead):
                continue
            other = next(e for e in listing.items if e is not hits[0])
            yield from _finding(
                paragraph, Pair(hits[0].entry, other.entry), bool(found["more"]), found, start, listing.is_share
            )
            return


def _of_two(paragraph: Paragraph, read: Passage, at: int) -> Iterator[Finding]:
    """ "A's rate (38%) is the lower of the two (B: 30%)"."""
    sentence, start = read.sentence(at), read.starts[at]
    for found in OF_TWO.finditer(sentence):
        own = _told(read, at)
        before = [e for e in own if e.end <= start + found.start()]
        others = [e for e in own if before and e is not before[-1] and _alike(e, before[-1])]
        if before and len({value_of(e) for e in others}) == 1 and not NOT.search(sentence[: found.start()]):
            yield from _finding(paragraph, Pair(before[-1], others[0]), bool(found["more"]), found, start, False)


def _summed(read: Passage, own: Sequence[Entry], word: int, middle: int) -> Pair | None:
    """ "22 findings, four high, 14 medium and four low, which is fewer than the 26 before": the whole is spoken of."""
    before = [e for e in own if e.end <= word and e.kind == "count" and not e.base]
    behind = [e for e in own if e.start >= middle and e.kind == "count"]
    if len(before) < 3 or len(behind) != 1 or behind[0].start - middle > 30:
        return None
    return Pair(before[0], behind[0]) if before[0].count == sum(e.count for e in before[1:]) else None


def _named(paragraph: Paragraph, read: Passage, at: int) -> Iterator[Finding]:
    """ "So A drew more of them than B": both named in a list before."""
    sentence, start = read.sentence(at), read.starts[at]
    for found in THAN.finditer(sentence):
        low = start + found.start()
        for listing in near(read, at):
            if listing.end > low and listing.start < start + found.end():
                continue
            lead = read.text[max(start, listing.end if listing.end <= low else 0) : low]
            first = listing.named(re.split(r"[,;:]|\b(?:so|and|but|that)\b", lead)[-1])
            last = listing.named(re.split(r"[,;:.]|\b(?:and|but|so)\b", sentence[found.end() :])[0])
            figures = re.search(r"\d", found.group() + re.split(r"[,;:.]", sentence[found.end() :])[0])
            if len(first) == len(last) == 1 and first[0] is not last[0] and not figures and not NOT.search(lead):
                pair = Pair(first[0].entry, last[0].entry)
                yield from _finding(paragraph, pair, bool(found["more"]), found, start, listing.is_share)
                return


def _moved(paragraph: Paragraph, read: Passage, at: int) -> Iterator[Finding]:
    """Two figures whose order in time is told, and the one direction that the sentence gives them."""
    sentence, start = read.sentence(at), read.starts[at]
    own = [e for e in _told(read, at) if not re.search(r"\bby (?:about |some |just )?$", read.text[: e.start])]
    # "Five fewer than before": by how much.
    own = [e for e in own if not re.match(r"\s+(?:more|fewer|less|higher|lower)\b", read.text[e.end :])]
    kinds = {_kind(e) for e in own}
    pair_on = next(
        (Pair(a, b) for a in own for b in own if b.start > a.end and _alike(a, b) and _on(read, (a, b))), None
    )
    chosen = next((group for kind in kinds if len(group := [e for e in own if _kind(e) == kind]) == 2), None)
    if (chosen is None and pair_on is None) or len(own) > 3:
        return
    pair = pair_on or (_by_time(read, *chosen) if chosen else None)
    if pair is None:
        return
    ways = [each for each in WAY.finditer(read.quiet, start, start + len(sentence)) if not _aside(read, each)]
    if not ways or any(NOT.search(read.text[start : each.start()]) for each in ways):
        return
    said = {_up(each, sentence) for each in ways}
    if len(said) == 1 and None not in said:
        yield from _finding(paragraph, pair, said.pop() is True, ways[0], 0, False)


def _over_sentences(paragraph: Paragraph, read: Passage, at: int) -> Iterator[Finding]:
    """ "84% were paid. In the year before it had been 82%. Payment thus fell": a share in each of two sentences."""
    start, sentence = read.starts[at], read.sentence(at)
    if at < 2 or any(e.kind in ("share", "count") for e in read.of_sentence(at)):
        return
    shares = [[e for e in read.of_sentence(place) if e.share] for place in (at - 2, at - 1)]
    ways = [w for w in WAY.finditer(read.quiet, start, start + len(sentence)) if not _aside(read, w)]
    earlier = EARLIER.search(read.sentence(at - 1)) and not EARLIER.search(read.sentence(at - 2))
    if (
        [len(each) for each in shares] != [1, 1]
        or len(ways) != 1
        or not earlier
        or NOT.search(sentence[: ways[0].start() - start])
    ):
        return
    if ways[0]["up"] or ways[0]["down"]:
        yield from _finding(paragraph, Pair(shares[0][0], shares[1][0]), bool(ways[0]["up"]), ways[0], 0, True)


def _aside(read: Passage, way: re.Match[str]) -> bool:
    """Whether a word of direction is something else here: "follow up", "more work", "up to date", "cut off"."""
    text = read.text
    return bool(
        re.match(r"[- ](?:to|date|and running|until|off|out|complete|short)\b", text[way.end() :])
        or re.match(r"(?:grew|grow\w*|gr?own)$", way.group(), re.I)
        and WAY.match(text[way.end() + 1 :])
        or re.search(
            r"\b(?:follow\w*|set|sign\w*|made|written|writ\w*|tak\w*|look\w*|pick\w*|back\w*|broke|break\w*|clos\w*|"
            r"no|one or|once|any|of|patient|resident|recorded)[- ]$",
            text[: way.start()],
            re.I,
        )
    )


def _up(way: re.Match[str], sentence: str) -> bool | None:
    if way["up"] or way["down"]:
        return bool(way["up"])
    return None if BAD_THING.search(sentence) else bool(way["better"])


def _on(read: Passage, own: Sequence[Entry]) -> Pair | None:
    """ "81%, down on last time (41%)", "210, a fall on the 110 before": the second is the earlier."""
    return Pair(*own) if ON.search(read.text[own[0].end : own[1].start].rstrip("( ")) else None


def _finding(
    paragraph: Paragraph, pair: Pair, more: bool, found: re.Match[str], start: int, by_share: bool
) -> Iterator[Finding]:
    readings = [(value_of(pair.first), value_of(pair.last))]
    counted = NUMBER_OF.match(paragraph.text[start + found.end() :]) and pair.first.kind == pair.last.kind == "count"
    if counted:
        readings = [(pair.first.value, pair.last.value)]
    elif not by_share and pair.first.kind == pair.last.kind == "count":
        readings.append((pair.first.value, pair.last.value))
    right = any(_holds(a, b, more) for a, b in readings)
    verdict: Verdict = "ok" if right else "wrong"
    a, b = readings[0]
    relation = "more than" if a > b else "less than" if a < b else "as much as"
    why = f"{pair.first.text} is {relation} {pair.last.text}; the sentence says “{found.group().split()[0]}”"
    slip = f"{CODE}/{paragraph.line}/{start + found.start()}"
    quote = found.group().strip()
    yield Finding(CODE, verdict, paragraph.where, quote, quote.split()[0], relation, why, slip, "likely")


def _holds(a: Decimal, b: Decimal, more: bool) -> bool:
    return a > b if more else a < b
