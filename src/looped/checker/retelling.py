"""Whether two places of a document tell of one thing.

They do where the words of one stand in or around the other, most of the words that are left are plain ones, and
neither names a group, a place or a time that the other doesn't.
"""

import re

from looped.checker.linking import MONTHS
from looped.checker.numbers import slips
from looped.checker.patterns import pattern_of
from looped.checker.phrases import WHICH
from looped.checker.telling_words import DATED, stems, weight
from looped.checker.tellings import LABEL, Telling, taken_up

NEG = pattern_of(
    r"\b(?:(?<!\bor )no(?! more than| fewer than| less than)|not|none|without|lack\w*|missing|fail\w*|never|absent|"
    r"(?:yet|still) to|out of date|out-of-date|unable|neither)\b|n[’']t\b",
    re.I,
)
# Of whom it is told: the same in both places.
GROUP = pattern_of(
    r"\b(?:women|men|boys|girls|control|placebo|intervention|treatment (?:group|arm)|usual care|active|"
    r"comparison (?:group|arm))\b",
    re.I,
)
# Words that make it another figure: of another time, a plan, a part of a part.
OTHER = pattern_of(
    r"\b(?:last (?:year|time|month|quarter|autumn|spring|summer|winter|term)|previous(?:ly)?|earlier|year before|"
    r"a year ago|planned|expected|target\w*|standard (?:of|is|was)|aim\w*|benchmark|"
    r"national\w*|average|net|gross|largest|smallest|biggest|highest|lowest|greatest|"
    r"re-?audit\w*|mean|median|at least(?! (?:one|an?)\b)|at most|up to|"
    r"of (?:whom|which|these|them|those(?! (?:who|whose|in|with|at|on|from|we|"
    r"[a-z]+ed|given|seen)\b))|"
    r"a further|another|also|remaining|the others?|(?:second|follow-up|repeat|first) "
    r"(?:audit|round|cycle|survey|visit|wave|phase|year|"
    r"half|quarter|team|group|arm|site|ward|week|month|day)|by contrast|each|respectively|"
    r"(?:in|of) (?:19|20)\d\d|than (?:in|a|the|last|among|for|at|\d)|compared (?:with|to))\b|"
    r"(?<!: )\bonly (?:of|in|where|when|if)\b",
    re.I,
)
# Before a figure that somebody wished for: "the plan had aimed for a fall of 15%".
WISHED = pattern_of(
    r"\b(?:targets?|targeted|goals?|aims?|aim(?:ed|ing)|objectives?|plan(?:s|ned)?|budget\w*|forecast\w*|expect\w*|"
    r"hop(?:e[ds]?|ing)|assum\w+|predict\w*|project(?:ed|ion|ions)|promised|pledged)\b",
    re.I,
)
LEAD = pattern_of(
    r"(?:^|[.;:]\s+|,\s)\W*(?:in|at|on|for|among|amongst|within|of|from) (?!all\b|total|our |this )(?:the )?"
    r"(?P<of>[^,\d;:.]{2,40}),? ?(?:only |just )?$",
    re.I,
)
TIME = pattern_of(r"\W*(?:before|after|afterwards|then|now|since then|by then|until then)\b", re.I)
# What makes another sum of it on the way.
CHANGED = pattern_of(
    r"\b(?:revis\w+|reduc\w+|cut|cuts|raised|rais\w+|increas\w+|amend\w+|adjust\w+|later|new|second|rose|fell|grew|"
    r"added|top(?:ped)?[- ]up|transferr\w+|vir\w+|next|another|other|then|before)\b",
    re.I,
)
ANAPHOR_END = pattern_of(rf"\bof (?:{WHICH})\W*$", re.I)
ANAPHOR = pattern_of(r"^\W*of (?:these|them)\b", re.I)
# "As section 3.1 shows": where it is told.
CITED = pattern_of(
    r"\b(?:as|see) (?:[^,.;:]|\d\.\d){0,40}?\b(?:shows?|said|says|states?|stated|noted|reported|above|below|"
    r"earlier|set out|"
    r"explained|described|found)\b,?|\([^()]*\)",
    re.I,
)
WORD = re.compile(r"[A-Za-z’']+")
# Those who go on through a study are fewer at each stage.
FLOW = stems(
    "analysed analysis completed followed eligible randomised screened excluded consented enrolled approached "
    "withdrawn "
    "attended remained retained returned invited"
)
WHOM = stems("group groups arm arms")
ARTICLES = frozenset(("the", "a", "an"))
FEWEST = 5
LEAST, ALIKE, RARE, FAR, PART = 2.0, 1.5, 1.0, 3.0, 0.34


def is_same(one: Telling, other: Telling) -> bool:
    """Whether two figures are told of one thing, for all that their words say."""
    both = one.own & other.own
    if any(taken_up(each.read, each.entry) and each.own <= both for each in (one, other)):
        return not restricted(one, other) or _are_sums_alone(one, other)
    if _is_word_for_word(one, other):
        return not restricted(one, other)
    # Of whom two figures are says nothing of what is told of them.
    whom = stems(" ".join(groups_in(f"{one.near} {other.near}"))) | WHOM
    shared = weight(((one.own & other.around) | (other.own & one.around)) - whom)
    least = ALIKE if one.is_count and other.is_count and one.base == other.base else LEAST
    # Of a part that sums up the words may be few, where no others stand beside them.
    if (
        (one.sums or other.sums)
        and one.is_count
        and other.is_count
        and not (one.own - other.own and other.own - one.own)
    ):
        least = ALIKE
    if _changed_places(one, other):
        least = RARE
    if shared < least or weight(both) < max(PART * min(weight(one.own), weight(other.own)), PART):
        return False
    rest = one.own - other.around, other.own - one.around
    left = (weight(rest[0]), weight(rest[1]))
    if (one.is_whole and left[0]) or (other.is_whole and left[1]):
        return False
    slip = one.is_count and other.is_count and slips(one.entry.count, other.entry.count)
    if one.is_count and other.is_count and not (one.base or other.base or slip or one.is_whole or other.is_whole):
        summed = (one.sums or other.sums) and not min(left) and max(left) <= RARE and not FLOW & (rest[0] | rest[1])
        return (max(left) < RARE or summed) and not restricted(one, other)
    if slip:
        return min(left) <= RARE and max(left) <= FAR and not restricted(one, other)
    return min(left) < RARE and max(left) <= max(shared, LEAST) and not restricted(one, other)


def _are_sums_alone(one: Telling, other: Telling) -> bool:
    """ "The agreed budget for Elm was £90. ... The agreed budget of £80": no other sum, and no other place, is told."""
    first, last = sorted((one, other), key=lambda each: each.entry.start)
    sums = [each for each in first.read.entries if each.kind == "money"]
    if (
        first.read is not last.read
        or len(sums) != 2
        or CHANGED.search(first.read.text[first.entry.end : last.entry.start])
    ):
        return False
    others = [{found.group().lower() for found in OTHER.finditer(_plain(each))} for each in (first, last)]
    return others[0] == others[1] and not (_named(last) | _lead(last)) - first.around


def _is_word_for_word(one: Telling, other: Telling) -> bool:
    """Whether the words round two figures of one kind are the same, plain ones and all."""
    if one.entry.kind != other.entry.kind:
        return False
    first, last = (frozenset(WORD.findall(CITED.sub(" ", each.near).lower())) - ARTICLES for each in (one, other))
    # Of as many the same is told in fewer words; an introduction says nothing of it: "records showed that".
    fewest = FEWEST - 2 if one.entry.base and one.entry.base == other.entry.base else FEWEST
    return len(first & last) >= fewest and weight(stems(" ".join(first ^ last))) < RARE


def _changed_places(one: Telling, other: Telling) -> bool:
    """Whether two counts have the same digits, two or more, in another order."""
    digits = [sorted(str(each.entry.count)) for each in (one, other)]
    return one.is_count and other.is_count and len(digits[0]) > 1 and digits[0] == digits[1]


def restricted(one: Telling, other: Telling) -> bool:
    """Whether one of two names a time, a plan, a group or a place that the other doesn't."""
    if len({frozenset(found.group().lower() for found in OTHER.finditer(_plain(each))) for each in (one, other)}) > 1:
        return True
    if _wished(one) != _wished(other):
        return True
    pairs = ((one, other), (other, one))
    if any(groups_in(a.near) != groups_in(b.near) and groups_in(a.near) - groups_in(b.sentence) for a, b in pairs):
        return True
    return any((_named(a) | _lead(a)) - b.around or _months(a.near) - _months(b.sentence) for a, b in pairs)


def _wished(told: Telling) -> bool:
    """Whether its sentence tells a figure that is taken up as one that was wished for."""
    lead = told.read.text[told.read.starts[told.entry.sentence] : told.entry.start]
    return bool(taken_up(told.read, told.entry) and WISHED.search(lead))


def _plain(told: Telling) -> str:
    """The words of a clause without those that only say of what its count is."""
    lead, gap, after = told.near.partition("  ")
    if told.base:
        lead, after = ANAPHOR_END.sub("", lead), ANAPHOR.sub("", after)
    return lead + gap + after


def groups_in(text: str) -> set[str]:
    """The groups of people that a text names."""
    return {found.group().lower() for found in GROUP.finditer(text)}


def _named(told: Telling) -> frozenset[str]:
    """Names in a clause: words with a capital that begin no sentence and head nothing."""
    text = LABEL.sub("", told.near)
    names = re.findall(r"(?<=[a-z,;:] )[A-Z][a-z’']{2,}", DATED.sub(" ", text))
    return stems(" ".join(names))


def _lead(told: Telling) -> frozenset[str]:
    """Where, when or of whom a sentence says in front that it speaks: "In the north 12 of 60", "After it 73 came"."""
    start = told.read.starts[told.entry.sentence]
    first = min(each.start for each in (*told.read.of_sentence(told.entry.sentence), told.entry))
    front = LABEL.sub("", told.read.text[start:first])
    leads = [lead for words in (told.near.split("  ")[0], front) for lead in (LEAD.search(words),) if lead]
    times = {found.group().strip().lower() for found in (TIME.match(front),) if found}
    return frozenset(times).union(*(stems(lead["of"]) for lead in leads))


def _months(text: str) -> set[str]:
    text = DATED.sub(" ", text)
    return {month for month in MONTHS if re.search(rf"\b{month}\b", text, re.I)} - {"may"}


def negated(text: str) -> bool:
    """Whether a clause tells of what is not."""
    return len(NEG.findall(text)) % 2 == 1
