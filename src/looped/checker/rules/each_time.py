"""A rise or fall that is said to go on each time, against the figures listed behind it."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from looped.checker.claims import Sentence
from looped.checker.context import Context
from looped.checker.courses import SIZE_BEFORE
from looped.checker.directions import FELL, ROSE
from looped.checker.earlier import IN_ALL
from looped.checker.finding import Finding, Verdict
from looped.checker.linking import MONTHS, stem
from looped.checker.listing import listings
from looped.checker.patterns import pattern_of
from looped.checker.prose import passage
from looped.checker.quantities import Quantity, quantities_in

CODE = "each-time"
MESSAGE = "What rises or falls each month does so in every figure listed."
GOOD = "It has risen each month: 16% in April, 30% in May and 44% in June."
BAD = "It has risen each month: 16% in April, 30% in May and 24% in June."

TIMES = pattern_of(
    r"\b(?:autumn|spring|summer|winter|term|quarter|q[1-4]|year|week|month|round|cycle|(?:19|20)\d\d|first|second|"
    r"third|"
    r"fourth|last|day|wave|audit|survey)\b",
    re.I,
)
SPAN = r"(?:month|quarter|year|week|term|time|cycle|round)"
EACH = rf"(?:(?:each|every) {SPAN}|{SPAN} (?:on|by) {SPAN}|steadily|continuously)"
EVERY = pattern_of(rf"\b{EACH}\b", re.I)
WAY = rf"(?:(?P<up>{ROSE}|up(?= {EACH}))|(?P<down>{FELL}|down(?= {EACH})))"
WORDS = (
    pattern_of(rf"\b{WAY}\b[^.;()\d]{{0,30}}?\b{EACH}\b", re.I),
    pattern_of(rf"\b{EACH}\b[^.;()\d]{{0,20}}?\b{WAY}\b", re.I),
)


def check(context: Context) -> Iterator[Finding]:
    """Each such sentence with a list of three figures or more of one unit behind it."""
    for sentence in context.sentences_with(EVERY):
        found = _last(sentence.text) or WORDS[1].search(sentence.text)
        # "The number of falls, month by month": what is counted.
        noun = found and re.search(r"\b(?:of|patient|resident|reported|recorded)\s+$", sentence.text[: found.start()])
        if (
            not found
            or noun
            or re.search(
                r"\b(?:but for|but one|except\w*|save (?:for|in)|apart from|other than|bar|"
                r"but (?:the )?(?:first|second|third|fourth|fifth|last|final|(?:19|20)\d\d|[A-Z][a-z]+(?=[:;,.])))\b",
                sentence.text,
            )
        ):
            continue
        listed = [each for each in quantities_in(sentence.text) if each.start > found.end() and not each.is_year]
        clause = sentence.text.find(";", found.end())
        listed = (
            [each for each in listed if each.start < clause] if len(listed) > 2 and listed[2].start < clause else listed
        )
        listed = [
            each
            for each in listed
            if each.unit == listed[0].unit and not SIZE_BEFORE.search(sentence.text[: each.start])
        ]
        if len(listed) > 2 and IN_ALL.match(sentence.text[listed[-1].end :]):
            listed = listed[:-1]  # "12, 9 and 4, 25 in total"
        # "From 61 to 88, an increase of 27": the third is how far the two are apart.
        if len(listed) == 3 and listed[2].value == abs(listed[1].value - listed[0].value):
            continue
        if len(listed) > 2 and _is_list(sentence.text, listed):
            yield _finding(sentence, [each.value for each in listed], bool(found["up"]), found.group())
        elif not listed:
            yield from _behind(sentence, found)


def _behind(sentence: Sentence, found: re.Match[str]) -> Iterator[Finding]:
    """The one list of the next sentence: "It rose month on month. There were 3 in May, 5 in June and 9 in July"."""
    read = passage(sentence.paragraph.text)
    at = next((at for at, each in enumerate(read.sentences) if each.strip() == sentence.text.strip()), None)
    if at is None or read.of_sentence(at):
        return
    lists = [each for each in listings(read) if each.sentence == at + 1 and len(each.items) > 2]
    whole = lists and len(lists[0].items) == len([e for e in read.of_sentence(lists[0].sentence) if not e.base])
    if len(lists) == 1 and whole and is_in_turn([each.name for each in lists[0].items]):
        yield _finding(sentence, lists[0].values, bool(found["up"]), found.group())


def is_in_turn(names: Sequence[str]) -> bool:
    """Whether names are times, one after the other; of other names their order is not known to be one of times."""
    months = [MONTHS.index(found) for name in names for word in name.split() if (found := stem(word)) in MONTHS]
    if months:
        return len(months) == len(names) and all((b - a) % 12 == 1 for a, b in pairwise(months))
    return all(TIMES.search(name) for name in names)


def _last(text: str) -> re.Match[str] | None:
    """The way that stands next to the time: "falls reported rose month on month" tells of a rise."""
    found = last = WORDS[0].search(text)
    while found:
        last, found = found, WORDS[0].search(text, found.start() + 1)
    return last


def _is_list(text: str, listed: list[Quantity]) -> bool:
    gaps = [text[a.end : b.start] for a, b in pairwise(listed)]
    return all(len(gap) < 50 and re.search(r",|;|\band\b|\bthen\b|\bto\b", gap) for gap in gaps)


def _finding(sentence: Sentence, listed: Sequence[Decimal], up: bool, words: str) -> Finding:
    steps = [(a < b) if up else (a > b) for a, b in pairwise(listed)]
    verdict: Verdict = "ok" if all(steps) else "wrong"
    figures = ", ".join(f"{each:f}" for each in listed)
    why = f"{figures}: {'each' if all(steps) else 'not each'} is {'higher' if up else 'lower'} than the one before"
    slip = f"{CODE}/{sentence.line}/{words}"
    return Finding(CODE, verdict, sentence.where, words, words, figures, why, slip)
