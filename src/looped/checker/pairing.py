"""Two figures that a passage sets against each other, which of them came earlier, and what is said of their gap."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from looped.checker.directions import FELL, ROSE
from looped.checker.earlier import told_earlier
from looped.checker.patterns import pattern_of
from looped.checker.phrases import MORE_OR_LESS
from looped.checker.prose import Entry, Passage, stems
from looped.checker.when import LISTS_TIMES

LIST = pattern_of(r"\s*(?:percentage points? )?(?:and|or) [£$€]?\d[\d.,]*%?(?! (?:of|out)\b)(?=[\s,.;)])", re.I)
# "18 points (54% against 72%)": the two that the size is of.
PAIRED = pattern_of(r"\s(?:against|versus|vs?\.?|compared (?:with|to)) \d", re.I)
LISTED = pattern_of(r"(?<![\d.])[£$€]?\d[\d.,]*(?:%| points?)? and $", re.I)
HEDGES = (
    r"(?:just |only |about |around |nearly |almost |over |more than |less than |under |approximately |"
    r"roughly |some |a further |a |an |exactly |well over )*"
)
SIZE = pattern_of(
    # "A falls assessment on admission was": what was done.
    rf"(?<!for )\b(?!falls? (?:risk |prevention )?(?:assess|screen|clinic|team|plan|review|history|check|lead|group))"
    rf"(?:(?:rise|increase|improvement|growth|gain|fall|drop|reduction|decrease|decline|difference|gap|"
    rf"change|saving|jump|dip|swing|"
    rf"deterioration|widening|narrowing|shortfall|surplus|deficit|excess|margin|lead|slippage|overspend|underspend|"
    rf"variance|advantage)(?:s?(?: (?!could|may|might|would|should)[a-z]+){{0,3}}? (?:of|stood at|:)|"
    # "The score for falls was 84%": the name of a thing, which no verb of one goes with.
    rf"(?:(?<!s)(?: (?!could|may|might|would|should)[a-z]+){{0,3}}?|s(?: [a-z]+){{1,3}}?) (?:was|is))|"
    r"(?:difference|gap|change|reduction|increase|shortfall|overspend|underspend|deficit|surplus),? ?:?|by|"
    rf"(?<!made )(?<!make )(?<!makes )(?<!making )(?<!-)(?<!follow )up|down|i\.e\.) {HEDGES}$",
    re.I,
)
BY = pattern_of(r"\bby [^.;]{0,20}$", re.I)
MOVED = pattern_of(
    r"\b(?:rose|risen|fell|fallen|increas\w+|decreas\w+|reduc\w+|grew|grown|drop\w*|cut|improv\w+|widen\w*|"
    r"narrow\w*|exceed\w*|declin\w+|"
    r"up|down|higher|lower|climb\w*|chang\w+|differ\w*|out|ahead|behind|over\w*|under\w*|short)\b",
    re.I,
)
CHAIN = pattern_of(
    rf"^\s*(?:\((?:up |down |plus |minus )?|,? ?(?:or|and|that is|i\.e\.|equivalent to|representing|,)"
    rf"(?:(?!\b(?:from|to|against|than|compared|with|over|in|whom|which)\b)[^.;\d]){{0,30}}?(?:of |by )?{HEDGES})\s*$",
    re.I,
)
OF_YEAR = pattern_of(r"\b(?:loss|profit|surplus|deficit)(?: of|:| was)? [£$€]?$", re.I)
BEHIND_YEAR = re.compile(r" in (?:19|20)\d\d\b")
MAY_BE = pattern_of(r"\b(?:may|might|can|could)\b[^.;,]{0,50}$", re.I)
EARLIER = pattern_of(
    r"\b(?:previous(?:ly)?|last (?:year|quarter|month|time|inspection|audit|survey|term)|first (?:cycle|audit|"
    r"round|quarter|year|wave|survey)|year before|year earlier|earlier|baseline|"
    r"before|original(?:ly)?|prior(?: year| period)?|at entry|at the start|initial(?:ly)?|then)\b",
    re.I,
)
LATER = pattern_of(
    r"\b(?:now|this (?:year|quarter|time|month|audit|inspection)|re-?audit|second (?:cycle|audit|round|quarter|"
    r"year|wave|survey)|current(?:ly)?|latest|today|at the end|follow-up|after)\b",
    re.I,
)
SINCE = pattern_of(r"\b(?:previous|last|past|preceding) (?:[a-z]+ )?(?:days|weeks|months|years)\b", re.I)
AGAINST = pattern_of(r"\b(?:against|compared (?:with|to)|from|versus|than)\s+(?:just |only |the |about )*$", re.I)


FROM = pattern_of(
    r"^ ?(?:(?:of )?(?:from|on|against|compared with|since) )?(?:the |just |only |what it was,? |of )*$", re.I
)


FEWER = pattern_of(r"^(?: [a-z]+)?? (?:fewer|less)\b(?! (?:or|and|often)\b)", re.I)
MORE = pattern_of(
    r"^(?: [a-z]+)?? more(?: than (?:before|last|in|at|on|the|for|we|it|they)\b|(?= [(\[])|\s*(?:[.,;)]|$))", re.I
)
MORE_FIRST = pattern_of(rf"^(?: [a-z]+)?? (?:{MORE_OR_LESS})(?= ?[(,])", re.I)
APPOSED = pattern_of(
    r"(?:[,:;(]|\s[–—-]|\b(?:is|was|are|were|i\.e\.|or|making))\s*(?:which is |that is |i\.e\. |or |some )?$", re.I
)


AT_LEAST = pattern_of(r"\b(?:more than|over|well over)\s+$", re.I)
NOT_QUITE = pattern_of(r"\b(?:nearly|almost|just under|close to|not quite|less than)\s+$", re.I)
ROUGH = pattern_of(r"\b(?:about|around|roughly|approximately|some|broadly|more or less)\s+$", re.I)


# "12 hours short", "£3k over budget": how far a figure is from the other.
SHORT = pattern_of(
    r"^(?: [a-z]+){0,2}? (?:short(?! (?:stay|break|visit|term|course|list)\w*)(?: of (?:it|this|that|what|the "
    r"(?:[a-z]+ )?"
    r"(?:target|plan|budget|number|requirement|establishment|rota)))?|too (?:few|many|little)|adrift|"
    r"(?:over|under|above|below) (?:the |its |our |this )?(?:capacity|establishment|strength|budget|plan|target|"
    r"allocation|allowance))\b(?! by\b)",
    re.I,
)
LEAVES = pattern_of(
    r"(?:^|[,;] )\W*(?:(?:so|thus|hence|therefore),? )?(?:that|this|which|it|the [a-z]+|we|they|"
    r"both)?\b[^.;:\d]{0,30}\b"
    r"(?:le(?:ft|aves|aving)|ended|ends|finished|was|were|is|are|made|makes|came in|fell|ran|"
    r"remained)\b[^.;:\d]{0,30}$",
    re.I,
)
# "Seven fewer than before". A gain is more of what is wanted: of a time it may be less.
WAY_BEFORE = pattern_of(
    rf"\b(?!gain)(?:(?P<more>increase|rise|growth|jump|{ROSE})|decrease|fall|drop|reduction|decline|dip|cut|{FELL}) "
    r"(?:of|by) (?:just |only |some |about )?$",
    re.I,
)
OF_PART = pattern_of(
    r"(?: [a-z]+)? (?:in|on|at|among|within|for) (?:the |its |our )?(?!(?:year|quarter|month|period|end|week|term|day|"
    r"first|last|view|part|line|fact|total)\b)(?P<what>[a-z]{3,}(?: [a-z]+)?)",
    re.I,
)
SPENT = pattern_of(r"\b(?P<over>over|under)spen(?:d|t)\b[^.;:\d]{0,20}$", re.I)
PLANNED = pattern_of(r"\b(?:budget\w*|allocat\w+|allowance|approved|provision|set aside)\b", re.I)
WAY = pattern_of(
    r"^(?: [a-z]+)?? (?:(?P<less>fewer|less|lower)|more|higher) than (?:before|last|the (?:year|time|month)|then)\b",
    re.I,
)


@dataclass(frozen=True)
class Pair:
    """Two figures of one kind. ordered: whether it is known that first came earlier."""

    first: Entry
    last: Entry
    ordered: bool


@lru_cache(maxsize=8192)
def gaps_told(read: Passage) -> tuple[Entry, ...]:
    """Figures that say how far others are apart."""
    return tuple(_gaps_told(read))


def _gaps_told(read: Passage) -> Iterator[Entry]:
    sized = any(each.may_be_in(read.text) for each in (SIZE, FEWER, MORE, SHORT))
    if not sized and not any(map(_is_points, read.entries)):
        return
    last: Entry | None = None
    for each in read.entries:
        lead = read.text[max(0, each.start - 90) : each.start]
        said = bool(SIZE.search(lead)) or _is_points(each) or is_more_or_less(read, each) or _is_short(read, each)
        between = read.text[last.end : each.start] if last else ""
        goes_on = last and last.sentence == each.sentence and chained(between) and not MOVED.search(between)
        if OF_YEAR.search(lead) and BEHIND_YEAR.match(read.text, each.end):
            continue  # "a surplus of £3,000 in 2020": what it was then
        if MAY_BE.search(lead):
            continue  # "may differ by one point"
        if LISTED.search(lead):
            continue  # "35 and 19 points": the second of two
        if LISTS_TIMES.match(read.text, each.end):
            continue
        if LIST.match(read.text[each.end :]) or PAIRED.match(read.text[each.end :]):
            continue  # "falls of 11 and 5": each has figures of its own
        if each.kind == "count" and (each.share or (each.value < 4 and not each.text.isdigit())):
            continue
        if said and each.kind in ("count", "money", "share") and BY.search(lead) and not MOVED.search(lead):
            said = False
        if (said and not each.base) or goes_on:
            last = each
            yield each


def _is_points(each: Entry) -> bool:
    """Whether a figure is one of points between others: "ten points were raised" are things that were counted."""
    return each.kind == "points" and (each.text[0].isdigit() or "percent" in each.text.lower())


def chained(gap: str) -> bool:
    """Whether a second size of the same gap follows: "£2m (5%)", "40 more (up 20%)"."""
    return bool(CHAIN.match(MORE_FIRST.sub("", gap)))


def is_more_or_less(read: Passage, each: Entry) -> bool:
    """Whether a count is said to be so many fewer, or more: and not so many more that came besides."""
    behind, lead = read.text[each.end :], read.text[: each.start]
    return each.kind == "count" and bool(FEWER.match(behind) or (MORE.match(behind) and APPOSED.search(lead)))


def _is_short(read: Passage, each: Entry) -> bool:
    """Whether a figure is said to be how far something falls short, of what the sentence before tells."""
    lead = read.text[read.starts[each.sentence] : each.start]
    alone = each.kind in ("count", "money", "measure") and not each.base and not each.share
    return alone and bool(SHORT.match(read.text[each.end :]) and LEAVES.search(lead))


def compared(entry: Entry, share: bool) -> Decimal | None:
    """The figure as it is compared: its share, where shares are."""
    if share:
        if entry.share:
            return entry.share.value
        return Decimal(entry.count) * 100 / Decimal(entry.base) if entry.base and entry.kind == "count" else None
    return entry.value if entry.kind != "share" else None


def comparable(first: Entry, last: Entry) -> bool:
    """Whether two figures are of one kind and can be set against each other."""
    kinds = {first.kind, last.kind}
    if kinds == {"count", "share"}:
        return False
    return (
        first.unit == last.unit
        and (len(kinds) == 1 or kinds in ({"count", "measure"}, {"count", "points"}))
        and bool(first.share) == bool(last.share)
        and (bool(first.base) == bool(last.base) or bool(first.share and last.share))
    )


def linked(read: Passage, first: Entry, last: Entry) -> bool:
    gap = read.text[first.end : last.start]
    if "(" in gap and EARLIER.search(gap.rpartition("(")[2]):
        return True
    return len(gap) < 130 and bool(
        re.search(r"\b(?:to|and|against|compared|from|versus|vs?|than|but|while|whereas|then|now|in)\b|;|,", gap)
    )


def in_time(read: Passage, first: Entry, last: Entry) -> Pair:
    """Which came earlier: by years, by words of time, by "from" and "against"."""
    gap = read.text[first.end : last.start]
    years = [_year(read, each) for each in (first, last)]
    if years[0] and years[1] and years[0] != years[1]:
        return Pair(first, last, True) if years[0] < years[1] else Pair(last, first, True)
    against_last = AGAINST.search(gap) or EARLIER.search(last.after) or EARLIER.search(last.before)
    against_first = (
        AGAINST.search(read.text[: first.start]) or EARLIER.search(first.after) or EARLIER.search(first.before)
    )
    later_first, later_last = LATER.search(first.before + first.after), LATER.search(last.before + last.after)
    if re.search(r"\bfrom\s+(?:just |only |about |a \w+ of )*$", read.text[: first.start]) or (
        (against_first or later_last) and not (against_last or later_first)
    ):
        return Pair(first, last, True)
    if (against_last or later_first) and not (against_first or later_last):
        return Pair(last, first, True)
    # "In the previous six months 12, compared with 15": what is set behind it is the earlier.
    if AGAINST.search(gap) and not later_last and SINCE.search(first.before + first.after):
        return Pair(last, first, True)
    earlier = None if against_first or against_last else _told_earlier(read, first, last)
    return Pair(last, first, True) if earlier is False else Pair(first, last, earlier is True)


def _told_earlier(read: Passage, first: Entry, last: Entry) -> bool | None:
    """Whether the times that stand behind both figures, or before both, tell that the first is the earlier."""
    if first.sentence != last.sentence:
        return told_earlier(read.sentence(first.sentence), read.sentence(last.sentence))
    start, gap = read.starts[first.sentence], read.text[first.end : last.start]
    behind = told_earlier(gap, read.text[last.end : start + len(read.sentence(first.sentence))])
    before = told_earlier(read.text[start : first.start], gap)
    return behind if before is None else before if behind in (None, before) else None


def _year(read: Passage, entry: Entry) -> str | None:
    found = re.search(r"\b((?:19|20)\d\d)\b", entry.after) or re.search(r"\b((?:19|20)\d\d)\b", entry.before)
    # "In wave 3 (2021) 75% felt safe": in the bracket right before it.
    bracket = re.search(r"\(((?:19|20)\d\d)\)[^.;:()\d]{0,12}$", read.text[: entry.start])
    return bracket[1] if bracket else found[1] if found else None


def pair_near(read: Passage, at: int, start: int, end: int, sizes: Sequence[Entry]) -> Pair | None:
    """The two figures that a word of comparison is on: behind it, else before it, else in the sentence before."""
    own = [
        e
        for e in read.of_sentence(at)
        if e not in sizes
        and e.kind in ("count", "share", "money", "measure")
        and e.text.lower() not in ("one", "three", "four", "five", "ten", "two")
        or (e.sentence == at and e.base)
    ]
    after = [e for e in own if e.start >= end]
    before = [e for e in own if e.end <= start]
    groups = [after, before] if len(after) >= 2 else [before] if not after else []
    # "At 147 it had halved from 294".
    if len(before) == len(after) == 1 and FROM.match(read.text[end : after[0].start]):
        groups = [[before[0], after[0]]]
    if not own and at:
        groups = [[e for e in read.of_sentence(at - 1) if e not in sizes]]
    for group in groups:
        if len(group) == 2 and comparable(*group) and linked(read, *group):
            return in_time(read, *group)
    return None


def hedged(lead: str, exact: Decimal, stated: Decimal) -> bool:
    """Whether a figure is told roughly and is as near what it should be as its words say."""
    if AT_LEAST.search(lead):
        return stated < exact <= stated * Decimal("1.3")
    if NOT_QUITE.search(lead):
        return stated * Decimal("0.8") <= exact < stated
    return bool(ROUGH.search(lead)) and abs(exact - stated) <= max(stated / 10, Decimal(1))


def is_other_way(read: Passage, size: Entry, pair: Pair) -> bool:
    """Whether so many fewer are told where the later figure is the greater, or so many more where it is the less."""
    named = WAY_BEFORE.search(read.text[: size.start])
    if named and pair.ordered and pair.last.end <= size.start:
        shares = bool(pair.first.share and pair.last.share)
        first, last = compared(pair.first, shares), compared(pair.last, shares)
        return first is not None and last is not None and first != last and (last > first) != bool(named["more"])
    spent = SPENT.search(read.text[: size.start])
    if spent and size.kind == "money":
        return _is_spent_otherwise(read, pair, over=spent["over"].lower() == "over")
    said = WAY.match(read.text[size.end :])
    if not said or not pair.ordered or pair.last.sentence != size.sentence or pair.last.end > size.start:
        return False
    return (pair.last.value > pair.first.value) == bool(said["less"]) and pair.last.value != pair.first.value


def is_of_part(read: Passage, size: Entry, place: int) -> bool:
    """ "The overspend of £24k in adult care": of something that the sentences before don't speak of."""
    found = OF_PART.match(read.text, size.end)
    return bool(found and not stems(found["what"]) <= stems(read.sentence(place - 1) + read.sentence(place)))


def _is_spent_otherwise(read: Passage, pair: Pair, *, over: bool) -> bool:
    """Whether less than the budget is called an overspend, or more an underspend."""
    planned = [bool(PLANNED.search(e.before + e.after)) for e in (pair.first, pair.last)]
    if planned[0] == planned[1]:
        return False
    budget, spent = (pair.first, pair.last) if planned[0] else (pair.last, pair.first)
    return (spent.value > budget.value) != over and spent.value != budget.value


def is_ratio(text: str, entry: Entry) -> bool:
    """Whether a figure is one side of a ratio: "£6.0m/£2.5m"."""
    return text[entry.end : entry.end + 1] == "/" or text[max(0, entry.start - 1) : entry.start] == "/"
