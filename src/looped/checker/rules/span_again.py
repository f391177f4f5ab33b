"""A length of time or a date that is taken up again is the one that was told: "12 weeks ... these fourteen weeks"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from looped.checker.at_hand import is_slip
from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.numbers import whole
from looped.checker.one_sense import same_sense
from looped.checker.patterns import pattern_of
from looped.checker.prose import passage
from looped.checker.quieting import SPELT
from looped.checker.words_for_one import words

CODE = "span-again"
MESSAGE = "A length of time that is taken up again is the one that was told."
GOOD = "We read the log of a 12-week period. In these twelve weeks nobody fell."
BAD = "We read the log of a 12-week period. In these fourteen weeks nobody fell."

SPAN = pattern_of(
    rf"(?<![\w.,£-])(?P<n>\d{{1,3}}|{SPELT})[ -](?:(?:calendar|school|working|full|whole) )?"
    r"(?P<unit>day|night|week|month|year|hour|minute|term|quarter)s?\b(?! olds?\b|-old)(?P<behind>(?: [a-z-]+)?)",
    re.I,
)
# Taken up: "these six weeks", "the six weeks we looked at", "the 16-month follow-up".
AGAIN = re.compile(
    r"\b(?P<the>these|those|this|that|the|whole|entire|full|its|our|their)(?: same| whole| full| entire)? $", re.I
)
THESE = frozenset(("these", "those", "this", "that"))
# How long something was looked at, and not a limit, an age, or a time between.
LASTED = re.compile(
    r"\b(?:for|over|during|in|of|a|an|the|past|last|covering|covers?|covered|spann\w+|lasted|ran|took|"
    r"is|was|were|through|across|throughout|preceding|previous) (?:the )?(?:a )?(?:period of |total of |past |"
    r"last |full |whole )?$",
    re.I,
)
BOUND = pattern_of(
    r"\b(?:within|after|under|over|at least|at most|up to|more than|less than|every|each|per|another|further|first|"
    r"next|remaining|other|about|around|nearly|almost|some|only|aged|age of|average of|mean of|median of|limit of|"
    r"target of|between|to|than) (?:the )?$",
    re.I,
)
BEHIND = re.compile(
    r" (?:old|ago|later|earlier|before|after|apart|late|early|away|long|to|from|since|until|prior|limit|target|"
    r"deadline|"
    r"standard|notice|wait|delay|rule|stay|ban|contract|sentence|break|gap|each|per|between|and|or)$"
)
# What a span may be called, whatever was looked at.
SPANS = words(" period study review audit survey window span phase trial time stretch project programme")
WORDS = re.compile(r"[A-Za-z][a-z-]+")
MOST = 3


@dataclass(frozen=True)
class Span:
    """A length of time. start, end: of its words; sentence: its place."""

    text: str
    value: int
    unit: str
    behind: str
    start: int
    end: int
    sentence: int
    lead: str
    tail: str


def check(context: Context) -> Iterator[Finding]:
    """Each length of time behind "these" or "the", with those of its unit told before it."""
    for paragraph in context.paragraphs_with(SPAN):
        own = list(_spans(paragraph))
        for at, again in enumerate(own):
            first = _first(paragraph, again, own, at) if at else None
            if first:
                yield _finding(paragraph, again, first)


def _spans(paragraph: Paragraph) -> Iterator[Span]:
    read = passage(paragraph.text)
    for found in SPAN.finditer(paragraph.text):
        value = whole(found["n"])
        if value and value > 1:
            at = read.sentence_at(found.start())
            low = read.starts[at]
            end = low + len(read.sentence(at))
            stop = found.start("behind")
            lead, tail = paragraph.text[low : found.start()], paragraph.text[stop:end]
            text = paragraph.text[found.start() : stop]
            yield Span(text, value, found["unit"].lower(), found["behind"].lower(), found.start(), stop, at, lead, tail)


def _first(paragraph: Paragraph, again: Span, own: Sequence[Span], at: int) -> Span | None:
    """The one span told before that a later one takes up, where a slip of the pen makes the one of the other."""
    alike = [each for each in own if each.unit == again.unit]
    if len(alike) > MOST or sum(each.value == again.value for each in alike) != 1 or not _is_again(again):
        return None
    before = [each for each in own[:at] if each.unit == again.unit]
    if len({each.value for each in before}) != 1 or again.sentence - before[-1].sentence > MOST:
        return None
    first = before[-1]
    if BOUND.search(first.lead) or BEHIND.match(first.behind) or not (LASTED.search(first.lead) or "-" in first.text):
        return None
    near = is_slip(Decimal(again.value), Decimal(first.value))
    return first if near and _is_same(paragraph.text, again, first) else None


def _is_again(again: Span) -> bool:
    return bool(AGAIN.search(again.lead)) and not BEHIND.match(again.behind) and not BOUND.search(again.lead)


def _is_same(text: str, again: Span, first: Span) -> bool:
    """Whether what a span is called later is said of the first, or it has no name but "these"."""
    found = AGAIN.search(again.lead)
    name = again.behind.strip()
    told = WORDS.findall(f"{first.lead} {first.tail}")
    if "-" in again.text:
        return name in SPANS - {""} or any(same_sense(name, each) for each in told)
    if found and found["the"].lower() in THESE:
        return True
    # "The six weeks we looked at", "the six weeks of the trial".
    more = re.match(
        r" (?:we|that we|of (?:the|our|this)|in which we|covered|studied|reviewed|examined|under) ?(?P<word>[a-z]+)?",
        again.tail,
    )
    if not more:
        return False
    return more["word"] in (None, *SPANS) or any(same_sense(more["word"], each) for each in told)


def _finding(paragraph: Paragraph, again: Span, first: Span) -> Finding:
    why = f"“{again.text}”, and before it “{first.text}”"
    slip = f"{CODE}/{paragraph.line}/{again.start}"
    return Finding(CODE, "wrong", paragraph.where, again.text, again.text, first.text, why, slip, "likely")
