"""Whether two figures count one thing: the later one has a name that fits, and nothing narrows it or moves it.

Rules on what is taken up again ask this of what `counted.py` reads. What another time, place, group or verb is told of
is another quantity.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from looped.checker.counted import NUMBERED, RESTS_AT, VOID, WORD, Mention, is_plural
from looped.checker.earlier import MONTH
from looped.checker.linking import STOP, stem
from looped.checker.listing import listings
from looped.checker.one_sense import may_take_up, same_sense
from looped.checker.patterns import pattern_of

YEARS = re.compile(r"\b(?:19|20)\d\d\b")
MONTHS = pattern_of(rf"\b{MONTH}\b")
# Another time, a plan, a standard, another part.
MOVED = pattern_of(
    r"\b(?:(?:last|next) (?:year|time|month|quarter|term|week|audit|survey|round|cycle|inspection|visit|spring|"
    r"summer|autumn|winter)|"
    r"(?:previous|prior|preceding|coming) [a-z]+|previously|"
    r"(?:year|month|quarter|week) (?:before|earlier)|a (?:year|month) ago|planned|expected|target\w*|benchmark|"
    r"nationally|"
    r"national (?:average|figure|audit)|re-?audit\w*|repeat (?:audit|survey)|(?:second|third|other|first) (?:audit|"
    r"round|cycle|survey|visit|wave|phase|half|quarter|team|group|arm|site|ward|week|month|day|one|year)|"
    r"by contrast|the others?|"
    r"respectively|elsewhere|additional(?:ly)?|compared with)\b",
    re.I,
)
# "More than last year", "beside last year's": what it is set against.
BESIDE_LAST = re.compile(
    r"\b(?:beside|than|with|against|from|over|on) (?:the )?(?:last|previous) (?:year|time|month|quarter)"
)
ORDINALS = re.compile(r"\b(?:second|third|fourth|fifth|other|another|next|later)\b")
# "On ward 4", "in group B".
NUMBERED_PLACE = re.compile(
    r"\b((?:ward|group|site|arm|phase|stage|wave|round|cohort|unit|team|zone|area|block|floor|cycle|class|"
    r"section) (?:\d{1,2}\b(?! (?:out )?of\b)|[A-H]\b))",
    re.I,
)
# Where or when a sentence says in front that it speaks of.
FRONT = re.compile(
    r"\W*(?:In|At|On|For|Among|Within|Under|Across) (?:the |our |its )?((?:[a-z]+ ){0,2}[a-z]+)(?:,| \d|"
    r" (?=[a-z]+ (?:of|in) ))"
)
NAMES = re.compile(rf"(?<=[a-z,;] )(?!{MONTH}\b)[A-Z][a-z’']{{2,}}")
PARTS = pattern_of(r"\b(?:women|men|boys|girls|control|placebo|intervention|treatment|usual care)\b", re.I)
SEASONS = pattern_of(
    r"\b(?:spring|summer|autumn|winter|(?:first|second|third|fourth)(?! (?:time|judge|auditor|reviewer|clinician|"
    r"person|"
    r"reader|officer|assessor|opinion|check|look|member|marker|rater|pair of eyes)\b)|baseline|"
    r"follow-up(?! (?:letters?|"
    r"interviews?|talks?|actions?|questions?|calls?|work|e-?mails?|meetings?|notes?|plans?)\b)|discharge)\b",
    re.I,
)
# "Seen a second time", "the nine seen twice", "double-read".
TWICE = frozenset(("twice", "second", "double", "again", "doubly", "re"))
LISTED = re.compile(r",? (?:and )?")
DENIED = frozenset(("not", "no", "never", "without", "none", "neither"))
BY_OR_IN = re.compile(r"(?: [a-z’'-]+){1,2} [a-z]+ (?:by|in|at|on|with|from|for) ")


def narrows(again: Mention, first: Mention) -> bool:
    """Whether a later name narrows what the first one counts: by a word that its sentence doesn't say."""
    told = first.words
    return any(not _is_said(word, told) for word in again.narrowing)


def _is_said(word: str, told: frozenset[str]) -> bool:
    if "-" in word and word not in told:
        return all(_is_said(each, told) for each in word.split("-"))
    if word in TWICE and told & TWICE:
        return True
    return stem(word) in VOID or any(same_sense(word, each) or may_take_up(word, each) for each in told)


def is_elsewhere(again: Mention, first: Mention) -> bool:
    """Whether one of two sentences names a time, a place, a group or a plan that makes it another quantity."""
    texts = [each.read.sentence(each.sentence) for each in (again, first)]
    near = [_moved(f"{clause_before(each.lead)} {clause_behind(each.tail)}") for each in (again, first)]
    # "The 216 pupils on roll took part last term": all of its name is said again, and what they did is of that time.
    said = bool(again.narrowing) and number_said(again, first) == len(again.narrowing)
    beside = said or (again.sentence == first.sentence and again.read is first.read)
    moved = near if beside else [_moved(each) for each in texts]
    if moved[0] - moved[1] or near[1] - moved[0]:
        return True
    own = [f"{clause_before(each.lead)} {clause_behind(each.tail)}" for each in (again, first)]
    if set(ORDINALS.findall(clause_behind(again.tail))) - set(ORDINALS.findall(texts[1])):
        return True
    parts = [{found.lower() for found in PARTS.findall(each)} for each in own]
    if parts[0] - {found.lower() for found in PARTS.findall(texts[1])} or parts[1] - parts[0]:
        return True
    front = FRONT.match(texts[0])
    if (
        front
        and not NUMBERED.match(front[1])
        and again.sentence != first.sentence
        and any(not _is_said(w, first.words) for w in front[1].split() if w not in STOP)
    ):
        return True
    for pattern in (YEARS, MONTHS, SEASONS, NUMBERED_PLACE, NAMES):
        told = [set(pattern.findall(text)) for text in texts]
        if told[0] and told[1] and told[0].isdisjoint(told[1]):
            return True
    return False


def _moved(text: str) -> set[str]:
    return {found.lower() for found in MOVED.findall(BESIDE_LAST.sub(" ", text))}


def clause_before(lead: str) -> str:
    """The words before a figure from the last mark on."""
    return re.split(r"[;:,(] ", lead)[-1]


def clause_behind(tail: str) -> str:
    """The words behind a figure to the next mark or verb."""
    found = RESTS_AT.search(tail)
    return tail[: found.start()] if found else tail


def names_again(again: Mention, first: Mention) -> bool:
    """Whether the name of a later figure may be of what the first one counts."""
    heads = first.heads or _nouns(first.lead)
    if not again.heads:
        own = _nouns(again.lead)[-1:]
        return bool(own) and any(may_take_up(own[0], other) for other in heads)
    if heads == ("times",):
        return by_its_words(again, first)
    return bool(heads) and all(any(may_take_up(one, other) for other in heads) for one in again.heads)


def _nouns(lead: str) -> tuple[str, ...]:
    """The nouns in the plural that stand before a figure: "Grants paid came to 86"."""
    return tuple(word.lower() for word in WORD.findall(lead) if is_plural(word.lower()))


def by_its_words(again: Mention, first: Mention) -> bool:
    """Whether what narrows the later name is what the first figure's clause says: "the 96 people interviewed"."""
    names = [part for word in (*again.narrowing, *again.heads) for part in word.split("-")]
    words = [word for word in names if stem(word) not in VOID]
    whole = [word for word in again.narrowing if "-" in word]
    return any(word in first.clause for word in whole) or any(
        any(same_sense(word, each) for each in first.clause) for word in words
    )


def number_said(again: Mention, first: Mention) -> int:
    """How many of the words that narrow the later name are told in the first figure's clause."""
    return sum(_is_said(word, first.clause) for word in again.narrowing)


def says_all(again: Mention, first: Mention) -> bool:
    """Whether the words that narrow a later name are all of the first figure's clause, and neither alone denies."""
    said = len(again.narrowing)
    denied = bool(first.clause & DENIED) == bool(DENIED & {*again.narrowing})
    return said > 0 and number_said(again, first) == said and denied


def denied_alike(again: Mention, tied: Sequence[Mention]) -> list[Mention]:
    """Those of which it is denied, or said, alike: "18 were read and 17 not read; the 18 that were read"."""
    if BY_OR_IN.match(again.tail):
        return []  # "the 16 boats read by the owner": some of them
    denied = bool(DENIED & {*again.narrowing})
    return [each for each in tied if bool(each.clause & DENIED) == denied]


def with_sums(told: Sequence[Mention]) -> list[Mention]:
    """The figures with those of a bare list as what they make: "9, 12 and 14 biopsies" are 35.

    >>> from looped.checker.counted import mentions
    >>> from looped.checker.prose import passage
    >>> [str(each.value) for each in with_sums(mentions(passage("We read 9, 12 and 14 biopsies and 8 scans.")))]
    ['35', '8']
    """
    told = list(told)
    for run in (*_bare_lists(told), *_listed(told)):
        if len(run) > 1 and all(each in told for each in run):
            named = next((each for each in run if each.heads), run[-1])
            text = " + ".join(each.text for each in run)
            told[told.index(run[-1])] = replace(
                named, value=sum((e.value for e in run), Decimal(0)), text=text, end=run[-1].end
            )
            told = [each for each in told if each not in run]
    return told


def _bare_lists(told: Sequence[Mention]) -> list[list[Mention]]:
    """Three figures or more with nothing between them: "9, 12 and 14 biopsies"."""
    runs: list[list[Mention]] = []
    for each in told:
        if runs and not runs[-1][-1].heads and LISTED.fullmatch(each.read.text[runs[-1][-1].end : each.start]):
            runs[-1].append(each)
        else:
            runs.append([each])
    return [run for run in runs if len(run) > 2]


def _listed(told: Sequence[Mention]) -> list[list[Mention]]:
    """Figures of which each has its place or owner: "Ash had five calls, Elm three and Oak two"."""
    by_place = {(each.read, each.start): each for each in told}
    reads = dict.fromkeys(each.read for each in told)
    found = [
        (read, [item.entry for item in each.items]) for read in reads for each in listings(read) if not each.is_share
    ]
    runs = [[by_place.get((read, entry.start)) for entry in items if not entry.base] for read, items in found]
    return [[each for each in run if each] for run in runs if len(run) > 2 and all(run)]
