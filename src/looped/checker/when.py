"""At what time something was, by the words beside its figure: a year, a month, a round, "last year", "now"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from looped.checker.earlier import MONTH, MONTHS, STAGE
from looped.checker.numbers import NTH, whole
from looped.checker.patterns import Pattern, pattern_of
from looped.checker.phrases import MORE_OR_LESS
from looped.checker.prose import Entry, Passage
from looped.checker.quieting import SPELT

EARLIER = pattern_of(
    r"\b(?:last (?:time|year|month|quarter|term|week|autumn|spring|summer|winter|audit|inspection|survey|visit|round|"
    r"season)|(?:than|as) last|previous(?:ly)?|preceding|prior|earlier|before|ago|baseline|(?:at|the|"
    r"its) (?:very )?(?:start|outset|"
    r"beginning|opening)|began|begun|started|to begin with|at first|originally|initially|opening|at entry|on "
    r"(?:entry|admission|arrival)|had been|having been|used to|was then|then(?=\s*(?:[.,;:)]|$|and\b)))\b",
    re.I,
)
LATER = pattern_of(
    r"\b(?:now|today|this (?:time|year|month|quarter|term|week|autumn|spring|summer|winter|audit|inspection|survey|"
    r"visit|round|season)|this(?=\s*(?:[.,;:)]|$))|current(?:ly)?|latest|at present|most recent|after(?:wards)?|"
    r"since(?! (?:last|(?:19|20)\d\d|(?:the )?(?:previous|first|start|baseline|outset)\b))|"
    r"by the (?:time|end)|(?:at|by|the|its) end|finished|closing|follow-?up|re-?audit|repeat|year-?end|"
    r"on (?:discharge|exit)|next|following)\b",
    re.I,
)
SEASONS = ("winter", "spring", "summer", "autumn")
MOMENT = pattern_of(
    rf"\b(?:(?P<year>(?:19|20)\d\d)|(?P<month>{MONTH})|(?P<season>spring|summer|autumn|winter)|"
    rf"(?:{STAGE}|(?:year|day)) (?P<n>\d{{1,2}}|{SPELT})|q(?P<quarter>[1-4])(?!\w)|"
    rf"(?P<nth>first|second|third|fourth|fifth|sixth|final|last(?! (?:year|time|month|quarter|term|week|autumn|spring|"
    rf"summer|winter|audit|inspection|survey|visit|round|season|report|\d|two|three|four|five|six)\b))\b(?!-)|"
    rf"(?<!within )(?P<at>\d{{1,2}}|{SPELT}) (?:months?|weeks?|years?|days?)\b(?! (?:ago|earlier|before)))",
    re.I,
)
# "More than last year, 27 against 31": of neither of the two.
THAN = pattern_of(
    r"\b(?:than|since|on|as|compared (?:with|to)|from)\b(?! last[^,;:(\d]{0,12}[’'])[^,;:(\d]*[,:(](?! ?(?:in which|"
    r"when|where)\b)",
    re.I,
)
# "An increase: 3 in May, 8 in June": a list of what there was each time.
LISTS_TIMES = pattern_of(rf"[^.;,:\d]{{0,20}} in {MONTH}\b[^.;:\d]{{0,20}}(?:,|\band\b) \d[\d,.]*%? in {MONTH}\b", re.I)
MARKS = (pattern_of(r"[.;](?=\s)"), pattern_of(r"[()]|\s[–—]\s"), pattern_of(r"[,:](?=\s)"))
JOINS = (
    pattern_of(r"\b(?:and|but|while|whereas|against|than|where|when|which|having)\b", re.I),
    pattern_of(r"\b(?:to|from|with)\b", re.I),
)
# "Over the year from 87 in April to 64 by March", "and 29 the following March": the later month of the next year.
ALONG = pattern_of(
    rf"\b(?:over|during|across|in|through|throughout) the (?:[a-z]+ )?(?:year|twelve months|12 months)\b|"
    rf"\b(?:by|until) (?:the (?:end|close|beginning|start) of |late |early |mid-? ?|the following |next )?{MONTH}\b|"
    rf"\bthe (?:following|next) {MONTH}\b",
    re.I,
)
FROM_BEFORE = pattern_of(
    r"\d%?,? (?:up|down|rising|falling|against|compared with|from)\b|\bfrom\b[^.;]*\bin the\b", re.I
)
# "Below its 2019 level": what a figure is set against, and not its time.
ITS_LEVEL = pattern_of(
    r"\b(?:above|below|to|at|than|short of) (?:its|their|the|his|her) (?:(?:19|20)\d\d|[A-Za-z]+) "
    r"(?:level|mark|figure|value|total|number)s?\b(?! of)",
    re.I,
)
HAD = pattern_of(r"\b(?:had|up from|down from|against|compared with)\b", re.I)
# "8 points less than girls in 2019 and 5 less in 2023": whom it is set against belongs to the first.
LESS_THAN = pattern_of(rf"\b(?:{MORE_OR_LESS}) than [^.;,]*\b(?P<and>and|but|while|whereas) [£$€]?$", re.I)
DAY_OF = pattern_of(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({MONTH})\b")
BAR, LAST_DAYS = " | ", 28
LAST, WRAP, SEASON_WRAP, LABEL = 99, 5, 2, 4


def by_moments(read: Passage, group: Sequence[Entry]) -> list[Entry] | None:
    """Figures by the times that stand beside each of them."""
    told = [_moments(text) for text in _around(read, group)]
    # "At 8%: it had been 11% in 2021 and 12% in 2022": the first is the latest.
    had = HAD.search(read.text[group[0].end : group[1].start])
    for kind in ("year", "month", "stage", "season"):
        places = [each.get(kind) for each in told]
        known = [place for place in places if place is not None]
        if len(known) == len(places) - 1 > 1 and known == sorted(set(known)) and places[0] is None and not had:
            return list(group)  # "18% that year, 11% in 2015 and 13% in 2020"
        if len(known) == len(places):
            along = kind == "month" and (_is_year_round(read, group) or ALONG.search(_told_with(read, group)))
            order = list(range(len(known))) if along and len(set(known)) == len(known) else _sorted(known, kind)
            if order:
                return [group[at] for at in order]
    if len(group) != 2:
        return None
    early, late = ([kind in each for each in told] for kind in ("early", "late"))
    if early[0] != early[1]:
        return list(group) if early[0] else list(group)[::-1]
    if late[0] != late[1] and not any(early):
        return list(group) if late[1] else list(group)[::-1]
    return None


def _is_year_round(read: Passage, group: Sequence[Entry]) -> bool:
    """ "On 1 April ... on 31 March": two days that a year lies between, where no year is told."""
    days = [DAY_OF.findall(text) for text in _around(read, group)]
    if len(group) != 2 or any(len(each) != 1 for each in days):
        return False
    (first, begun), (last, ended) = (each[0] for each in days)
    after = (MONTHS.index(begun[:3].lower()) - MONTHS.index(ended[:3].lower())) % 12
    return int(first) == 1 and int(last) >= LAST_DAYS and after == 1


def _told_with(read: Passage, group: Sequence[Entry]) -> str:
    """The sentences that tell some figures, as far as nothing is set back in time."""
    text = " ".join(read.sentence(at) for at in sorted({each.sentence for each in group}))
    return "" if EARLIER.search(text) or FROM_BEFORE.search(text) else text


def named_time(read: Passage, group: Sequence[Entry], text: str) -> Entry | None:
    """The one of some figures whose time a run of words names: "the July figure"."""
    said = _moments(text)
    around = [_moments(each) for each in _around(read, group)]
    for kind in ("month", "year", "stage", "season"):
        hits = [e for e, own in zip(group, around, strict=True) if kind in said and own.get(kind) == said[kind]]
        if len(hits) == 1:
            return hits[0]
    # "The third audit", of figures that are told in their order alone.
    place = said.get("stage", 0) - 1
    return group[place] if not any(around) and 0 <= place < len(group) else None


def is_time(text: str) -> bool:
    """Whether a run of words names a month, a year, a season or a stage.

    >>> is_time("January"), is_time("the plan")
    (True, False)
    """
    return not {"month", "year", "stage", "season"}.isdisjoint(_moments(text))


def is_next(read: Passage, group: Sequence[Entry], unit: str) -> bool:
    """Whether two figures are of one year, month or round and of the next, as the unit of "the year before" says.

    >>> from looped.checker.prose import passage
    >>> read = passage("It was 41% in 2022. In 2023 it was 52%.")
    >>> is_next(read, read.entries, "year"), is_next(read, read.entries, "month")
    (True, False)
    """
    kind = unit if unit in ("year", "month") else "stage"
    told = [_moments(text).get(kind) for text in _around(read, group)]
    if len(told) != 2 or None in told:
        return False
    step = (told[1] or 0) - (told[0] or 0)
    return step == 1 or (kind == "month" and step % 12 == 1)


def _sorted(places: Sequence[int], kind: str) -> list[int] | None:
    """The order of their times; None where two are the same, or it may be either."""
    if len(set(places)) != len(places):
        return None
    order = sorted(range(len(places)), key=lambda at: places[at])
    if kind in ("year", "stage"):
        return order
    along = list(range(len(places)))
    size, wrap = (12, WRAP) if kind == "month" else (4, SEASON_WRAP)
    if order == along:
        return order
    for way in (along, along[::-1], order):
        steps = [(places[b] - places[a]) % size for a, b in pairwise(way)]
        if all(step <= wrap for step in steps) and sum(steps) < size:
            return way
    return None


def _moments(text: str) -> dict[str, int]:
    """What times a run of words tells, by their kind."""
    found: dict[str, int] = {}
    for each in MOMENT.finditer(text):
        if each["year"]:
            found["year"] = int(each["year"])
        elif each["month"]:
            found["month"] = MONTHS.index(each["month"][:3].lower())
        elif each["season"]:
            found["season"] = SEASONS.index(each["season"].lower())
        elif each["nth"]:
            nth = each["nth"].lower()
            found["stage"] = NTH.index(nth) + 1 if nth in NTH else LAST
        else:
            found["stage"] = whole(each["n"] or each["quarter"] or each["at"]) or 0
    early, late = _nearest(EARLIER, text), _nearest(LATER, text)
    if early is not None and (late is None or early <= late):
        found["early"] = 1
        if re.search(r"\b(?:baseline|start|outset|entry)\b", text, re.I):
            found.setdefault("stage", 0)
    elif late is not None:
        found["late"] = 1
    return found


def _nearest(words: Pattern, text: str) -> int | None:
    """How far from the figure, which stands at the bar, such a word is."""
    place = text.find(BAR)
    return min((max(each.start() - place, place - each.end()) for each in words.finditer(text)), default=None)


def _around(read: Passage, group: Sequence[Entry]) -> list[str]:
    """Of each figure the words that are its own: a gap is parted at its strongest mark."""
    low = read.starts[group[0].sentence]
    end = read.starts[group[-1].sentence] + len(read.sentence(group[-1].sentence))
    before, behind = [read.text[low : group[0].start]], []
    for one, other in pairwise(group):
        gap = ITS_LEVEL.sub("", read.text[one.end : other.start])
        left, right = _parted(gap)
        behind.append(left)
        before.append(right)
    behind.append(_first_part(read.text[group[-1].end : end]))
    before[0] = THAN.sub(" ", _last_part(before[0]))
    # "37 in the first round (56%)": between a count and its share.
    within = [read.text[e.start : e.end] if e.share and e.kind == "count" else "" for e in group]
    return [f"{a}{BAR}{b} {c}" for a, b, c in zip(before, behind, within, strict=True)]


def _parted(gap: str) -> tuple[str, str]:
    """The words between two figures: what is of the one, and what of the other."""
    opened = gap.find("(")
    if opened >= 0 and ")" not in gap and not re.search(r"[.;](?=\s)", gap):
        # "480 sites, more than last year (440)": what names the bracket stands before it.
        cuts = [each.end() for mark in (MARKS[2], *JOINS) for each in mark.finditer(gap, 0, opened)]
        cut = max(cuts, default=opened)
        return gap[:cut], gap[cut:]
    beyond = LESS_THAN.search(gap)
    if beyond:
        return gap[: beyond.start("and")], gap[beyond.end("and") :]
    for mark in (*MARKS, *JOINS):
        found = list(mark.finditer(gap))
        if found:
            return gap[: found[0].start()], gap[found[-1 if mark is MARKS[1] else 0].end() :]
    return gap, ""


def _first_part(text: str) -> str:
    """The words behind the last figure as far as the next mark."""
    return re.split(r"[;:]|[.](?=\s|$)|,(?=\s)|\s[–—]\s|\)", text, maxsplit=1)[0]


def _last_part(text: str) -> str:
    """The words before the first figure from the last strong mark on."""
    parts = re.split(r"[;:](?=\s)|\s[–—]\s", text)
    # "Round 1: 62%", "First audit: done in 62%": the time stands before the mark.
    label = parts[-2].rpartition(". ")[2] if len(parts) > 1 else ""
    return f"{label}: {parts[-1]}" if not parts[-1].strip() or len(label.split()) < LABEL else parts[-1]
