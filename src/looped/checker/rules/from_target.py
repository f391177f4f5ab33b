"""How far a figure is said to be from its target, standard or national figure: by how much, and on which side."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.phrases import ONLY
from looped.checker.prose import Entry, Passage, passage, worded
from looped.checker.quieting import SPELT

CODE = "from-target"
MESSAGE = "A figure is as far from its target as is said, and on that side of it."
GOOD = "The target is 85%. We reached 83.4%, 1.6 percentage points below it."
BAD = "The target is 85%. We reached 83.4%, 2.6 percentage points below it."

SHARE = r"(?P<{}>\d+(?:\.\d+)?)\s?(?:%|per ?cent\b)"
NAME = r"(?:targets?|standards?|benchmark|threshold|goal|aim|tolerance|minimum)"
TARGET = pattern_of(
    rf"\b{NAME}\b[^.;\d%]{{0,60}}?{SHARE.format('a')}|{SHARE.format('b')}\)?(?: [a-z]+)? {NAME}\b", re.I
)
SIZE = r"(?P<size>\d+(?:\.\d+)?)\s?(?:percentage[- ]points?|points?|%|pp)"
# "Short of the 50% goal by six points".
GAP = (
    r"[^.;:\d]{0,30}?(?:\d+(?:\.\d+)?\s?(?:%|per ?cent) (?=[a-z]))?(?:(?!\b(?:and|but|while|which)\b)[^.;:,\d]){0,30}?"
)
POINTS = r"\s?(?:percentage[- ]points?|points?|pp)\b"
BY = pattern_of(
    rf"{SIZE}\s+(?:(?P<under>below|under|short of|lower than|less than|adrift of|behind|off)|"
    rf"(?P<over>above|over|higher than|more than|ahead of|better than|in excess of))\b"
    rf"|\b(?P<under2>shortfall|short|below|under|missed|missing)\b{GAP}\b(?:of|by) (?:{ONLY})?"
    rf"(?P<size2>\d+(?:\.\d+)?|{SPELT}){POINTS}"
    rf"|\b(?P<over2>above|over|exceed\w*|beat\w*|surpass\w*|clear(?:ed|ing)?)\b{GAP}\bby (?:just |"
    rf"only |about )?"
    rf"(?P<size3>\d+(?:\.\d+)?|{SPELT}){POINTS}",
    re.I,
)
# "Four more would have taken us there (29 of 48 is 60.4%)": of what is not so.
WOULD = pattern_of(r"\bwould\b", re.I)
ELSE = pattern_of(
    r"\b(?:last (?:year|time|quarter)|previous\w*|national(?:ly)?(?! (?:target|standard|benchmark|goal|threshold|aim|"
    r"minimum))|average|year before|earlier|respectively|both)\b",
    re.I,
)

# What a sentence opens with as its subject: a name of a word or two.
NAMED = re.compile(
    r"\s*(?!(?:The|This|That|These|Those|Our|We|It|They|In|At|On|All|And|"
    r"But)\b)(?P<name>[A-Z][a-z’'-]+(?: [A-Z][a-z’'-]+)?)"
    r" (?:[a-z]+ed|did|was|is|had|has|fell|came|met|beat|stood|ran)\b"
)


def check(context: Context) -> Iterator[Finding]:
    """Each distance from the one target of its passage."""
    for paragraph in context.document.paragraphs:
        text = paragraph.text
        targets = {each["a"] or each["b"] for each in TARGET.finditer(text)}
        if len(targets) != 1:
            continue
        read = passage(text)
        for found in BY.finditer(text):
            yield from _judged(paragraph, read, Decimal(next(iter(targets))), found)


def _judged(paragraph: Paragraph, read: Passage, target: Decimal, found: re.Match[str]) -> Iterator[Finding]:
    reached = _reached(read, target, found)
    if reached is None or reached.share is None or ELSE.search(read.sentence(read.sentence_at(found.start()))):
        return
    told = found["size"] or found["size2"] or found["size3"]
    size = Decimal(told if told[0].isdigit() else worded(told))
    under = bool(found["under"] or found["under2"])
    apart = target - reached.share.value if under else reached.share.value - target
    decimals = max(reached.share.decimals, -int(size.as_tuple().exponent), -int(target.as_tuple().exponent))
    shares = [e.share.value for e in read.entries if e.share]
    if any(abs(one - other) == size and target not in (one, other) for one, other in combinations(shares, 2)):
        return  # of two others
    right = abs(apart - size) < Decimal(1).scaleb(-decimals) and apart >= 0
    verdict: Verdict = "ok" if right else "wrong"
    side = "below" if target > reached.share.value else "above"
    why = f"{reached.share} is {abs(target - reached.share.value)} points {side} {target}%"
    expected = f"{abs(apart)} points {side}"
    slip = f"from-target/{paragraph.line}/{found.start()}"
    yield Finding(CODE, verdict, paragraph.where, found.group(), found.group(), expected, why, slip, "likely")


def _are_of_two(before: str, sentence: str) -> bool:
    """ "Elm did best with 87%. Ash fell short by five points": of Ash, whose figure is told elsewhere."""
    first, last = NAMED.match(before), NAMED.match(sentence)
    return bool(first and last and first["name"] != last["name"])


def _reached(read: Passage, target: Decimal, found: re.Match[str]) -> Entry | None:
    """The one share told besides the target, in the sentence of the distance or the one before."""
    at = read.sentence_at(found.start())
    spans = [each.span() for each in TARGET.finditer(read.text)]
    told = [
        e
        for e in read.entries
        if e.share
        and at - 1 <= e.sentence <= at
        and not any(low <= e.start < high for low, high in spans)
        and not found.start() <= e.start < found.end()
        and e.share.value != target
        and not WOULD.search(read.text, read.starts[e.sentence], e.start)
    ]
    own = [e for e in told if e.sentence == at]
    chosen = own or told
    if not own and at and _are_of_two(read.sentence(at - 1), read.sentence(at)):
        return None
    return chosen[0] if len(chosen) == 1 else None
