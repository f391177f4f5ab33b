"""What is called the oldest or the newest of several whose years are told."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import SENTENCE, stems

CODE = "oldest-of"
MESSAGE = "The oldest of several is that of the earliest year."
GOOD = "The hall dates from 1931, the barn from 1874 and the shed from 1990: the barn is the oldest."
BAD = "The hall dates from 1931, the barn from 1874 and the shed from 1990: the hall is the oldest."

YEAR = pattern_of(r"(?<![\d,.£/–-])(?P<year>(?:1[5-9]|20)\d\d)(?![\d,/–%-]\d|\d| (?:people|files|cases|patients))")
RANK = pattern_of(
    r"\b(?:the )?(?:(?P<old>oldest|earliest|longest[- ](?:standing|serving|established)|first (?:to be [a-z]+|"
    r"to open))|"
    r"(?P<new>newest|youngest|latest|most recent|most recently [a-z]+|last (?:to be [a-z]+|to open)))\b",
    re.I,
)
ORIGIN = pattern_of(
    r"\b(?:dat(?:es?|ed|ing) (?:from|back to)|built|bought|fitted|installed|opened|founded|made|laid|put (?:in|up)|"
    r"registered|erected|purchased|acquired|commissioned|established|planted|came into use|set up|signed|issued|"
    r"from)\b",
    re.I,
)
VERBS = pattern_of(
    r"\b(?:dat(?:es?|ed|ing)|from|back|to|was|were|is|in|and|built|bought|fitted|installed|opened|founded|made|"
    r"laid|put|"
    r"up|registered|erected|purchased|acquired|commissioned|established|planted|came|into|use|set|signed|issued|the|"
    r"while|of|that|since|on|its|our|which|one|at|has|been|being|so|it|makes?|making|means?)\b",
    re.I,
)
NOT_SO = pattern_of(
    r"\b(?:until|replac\w+|refurbish\w+|second|third|next|but one|except|other than|between|last (?:inspect|serv|test|"
    r"check)\w*|inspected|serviced|tested|checked|by|for|not|closed|due|expires?)\b",
    re.I,
)
FEWEST, TWO = 3, 2


@dataclass(frozen=True)
class Dated:
    """A thing with its year."""

    words: frozenset[str]
    text: str
    year: int


def check(context: Context) -> Iterator[Finding]:
    """Each list of things with their years, and the rank of one of them there or in the next sentence."""
    for paragraph in context.paragraphs_with(RANK):
        text = paragraph.text
        bounds = [0, *(found.end() for found in SENTENCE.finditer(text)), len(text)]
        for at in range(len(bounds) - 1):
            sentence = text[bounds[at] : bounds[at + 1]]
            dated = _dated(sentence)
            if len(dated) < FEWEST or not ORIGIN.search(sentence):
                continue
            last = list(YEAR.finditer(sentence))[-1].end()
            behind = text[bounds[at] + last : bounds[min(at + TWO, len(bounds) - 1)]]
            yield from _judged(paragraph, dated, behind)


def _dated(sentence: str) -> list[Dated]:
    """The things of a sentence with a year each."""
    found, low = [], 0
    for each in YEAR.finditer(sentence):
        words = sentence[low : each.start()]
        words = re.split(r"[;:.]|, (?!\s*$)", words.strip(" ,;("))[-1]
        own = _names(words)
        if not own or NOT_SO.search(words):
            return []
        found.append(Dated(own, VERBS.sub(" ", words).strip(" ,;("), int(each["year"])))
        low = each.end()
    return found


def _names(words: str) -> frozenset[str]:
    """The words that name a thing, letters and numbers of it too."""
    bare = VERBS.sub(" ", words)
    return stems(bare) | frozenset(re.findall(r"(?<![\w’'])[A-Z](?![\w’'])", bare))


def _judged(paragraph: Paragraph, dated: Sequence[Dated], behind: str) -> Iterator[Finding]:
    ranks = list(RANK.finditer(behind))
    if len(ranks) != 1 or YEAR.search(behind) or NOT_SO.search(behind):
        return
    told = _names(behind[: ranks[0].start()] + " " + behind[ranks[0].end() :])
    shared = frozenset.intersection(*(each.words for each in dated))
    named = [each for each in dated if (each.words - shared) and (each.words - shared) <= told]
    if len(named) != 1:
        return
    best = (min if ranks[0]["old"] else max)(each.year for each in dated)
    first = next(each for each in dated if each.year == best)
    right = named[0].year == best
    why = f"{first.text} is of {best}, {named[0].text} of {named[0].year}"
    quote = behind[: ranks[0].end()].strip(" ,;:.)")
    verdict: Verdict = "ok" if right else "wrong"
    slip = f"{CODE}/{paragraph.line}/{quote}"
    yield Finding(CODE, verdict, paragraph.where, quote, named[0].text, first.text, why, slip, "likely")
