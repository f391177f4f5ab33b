"""One of several that is said to have come first or last each time, against the figures of each at every time."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.listing import stems_of
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.rules.apart import BAD_THING

CODE = "year-after-year"
MESSAGE = "What is said to come first each time does so each time."
GOOD = "Pass rates over three years: Ash 62%, 64% and 61%; Elm 81%, 79% and 80%. Elm has come first every year."
BAD = "Pass rates over three years: Ash 62%, 64% and 61%; Elm 81%, 79% and 80%. Ash has come first every year."

ALWAYS = pattern_of(
    r"\b(?:year after year|(?:each|every) (?:year|month|quarter|term|time|round|wave|survey|audit|cycle)|"
    r"(?:in )?all (?:three|four|five|the) (?:years|months|quarters|terms|rounds|waves)|consistently|always|throughout|"
    r"without exception|invariably|month after month|quarter after quarter|time and again)\b",
    re.I,
)
END = pattern_of(
    r"\b(?:(?P<high>first|top|highest|best|ahead|in front|led|leads|strongest|leading|outperform\w*|greatest|largest)|"
    r"(?P<low>last|bottom|lowest|worst|behind|weakest|trail\w*|smallest))\b",
    re.I,
)
WORTH = pattern_of(r"best|worst|strongest|weakest", re.I)
NOT = re.compile(r"\b(?:not|never|no|nor|n[’']t|neither|second|third|next)\b", re.I)
BARE = re.compile(r"\s*(?:,|;|/|,? and|,? then|–|-|to)\s*", re.I)
# "77% and 89% for Elm": the name behind; "its results were": of the one spoken of.
BEHIND = pattern_of(r"\s*\)?\s*(?:for|in|at|on|by|among) (?:the )?(?P<name>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)")
ITS = re.compile(r"\b(?:its|it|their|they|her|his)\b", re.I)
WITH = re.compile(r"(?:\(|:\s|\bwith |\bat )$")
AHEAD_OF = pattern_of(r"\b(?:outperform\w*|ahead of|in front of|behind|trail(?:s|ed)|led)\b", re.I)
FEWEST = 2


@dataclass(frozen=True)
class Series:
    """The figures of one of several, in order, with its words. its: told as those of the one spoken of."""

    words: frozenset[str]
    values: tuple[Decimal, ...]
    shown: str
    its: bool


def check(context: Context) -> Iterator[Finding]:
    """Each such statement beside two or more rows of figures as long as each other."""
    for paragraph in context.document.paragraphs:
        if not ALWAYS.search(paragraph.text):
            continue
        read = passage(paragraph.text)
        told = _told_apart(_series(read))
        if len(told) >= FEWEST and len({len(each.values) for each in told}) == 1:
            for at in range(len(read.starts)):
                yield from _judged(paragraph, read, told, at)


def _series(read: Passage) -> list[tuple[str, list[Entry]]]:
    """Runs of two or more bare figures of one kind, each with the words before it."""
    runs: list[list[Entry]] = []
    for each in read.entries:
        last = runs[-1][-1] if runs else None
        joined = (
            last is not None
            and last.kind == each.kind
            and last.sentence == each.sentence
            and BARE.fullmatch(read.text[last.end : each.start])
        )
        if joined:
            runs[-1].append(each)
        else:
            runs.append([each])
    long = [run for run in runs if len(run) >= FEWEST]
    ends = [0, *(run[-1].end for run in long)]
    behind = [BEHIND.match(read.text, run[-1].end) for run in long]
    if sum(each is not None for each in behind) >= len(long) - 1 > 0:
        return [
            (found["name"] if found else read.text[end : run[0].start], run)
            for found, end, run in zip(behind, ends, long, strict=False)
        ]
    return [(read.text[end : run[0].start], run) for end, run in zip(ends, long, strict=False)]


def _told_apart(found: Sequence[tuple[str, list[Entry]]]) -> list[Series]:
    texts = [re.split(r"[.:]", text.rstrip(" :"))[-1] for text, _ in found]
    words = [stems_of(text) for text in texts]
    others = [frozenset(w for at, each in enumerate(words) if at != place for w in each) for place in range(len(words))]
    return [
        Series(own - other, tuple(map(_value, run)), text.strip(" ;,.:"), bool(ITS.search(text)))
        for (_, run), text, own, other in zip(found, texts, words, others, strict=True)
    ]


def _value(entry: Entry) -> Decimal:
    return entry.share.value if entry.share else entry.value


def _statement(read: Passage, at: int, told: Sequence[Series]) -> str:
    """What a sentence says before it tells figures of its own; "of the three" only says how many there are."""
    own = [each for each in read.of_sentence(at) if each.value not in (len(told), len(told[0].values))]
    text = read.sentence(at)
    if not own:
        return text
    lead = text[: own[0].start - read.starts[at]]
    if WITH.search(lead):
        return lead
    return lead.rpartition(":")[0] if ITS.search(lead.rpartition(":")[2]) else ""


def _judged(paragraph: Paragraph, read: Passage, told: Sequence[Series], at: int) -> Iterator[Finding]:
    sentence = _statement(read, at, told)
    end, always = END.search(sentence), ALWAYS.search(sentence)
    if not end or not always or NOT.search(sentence) or (WORTH.search(end.group()) and BAD_THING.search(read.text)):
        return
    hits = [each for each in told if each.words & stems_of(sentence) and not each.its]
    hits = hits or [each for each in told if each.its]
    if len(told) == FEWEST and not any(each.words or each.its for each in told) and AHEAD_OF.search(sentence):
        hits = list(told[:1])  # "Ash was ahead of Elm (7 and 9 against 6 and 8)"
    elif not all(each.words or each.its for each in told):
        return
    if len(hits) != 1:
        return
    times = list(zip(*(each.values for each in told), strict=True))
    own = hits[0].values
    pick = max if end["high"] else min
    right = all(value == pick(row) for value, row in zip(own, times, strict=True))
    verdict: Verdict = "ok" if right else "wrong"
    why = "; ".join(f"{each.shown.split('. ')[-1]} {', '.join(map(str, each.values))}" for each in told)
    slip = f"{CODE}/{paragraph.line}/{read.starts[at]}"
    yield Finding(CODE, verdict, paragraph.where, sentence.strip(), end.group(), "another", why, slip, "likely")
