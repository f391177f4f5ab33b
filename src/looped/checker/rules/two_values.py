"""The same quantity with two values in prose: what was done to how many, and the whole that was looked at."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from looped.checker.claims import Sentence
from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import BEGINS, DIGITS, WORDS, whole
from looped.checker.patterns import pattern_of

CODE = "two-values"
MESSAGE = "A quantity that is told twice has one value."
GOOD = "In all 16 audits were moderated. The 16 audits were moderated in the quarter by managers."
BAD = "In all 16 audits were moderated. Thirteen of the audits were moderated in the quarter by managers."

NUMBER = rf"(?:{DIGITS}|{WORDS})"
# "16 audits were moderated", "thirteen of the audits were moderated".
DONE = pattern_of(
    rf"\b(?=[\d{BEGINS}])(?P<n>{NUMBER})(?: of (?:the|these|our))? (?P<noun>[a-z’'-]+s) (?:were|have been|had been) "
    rf"(?P<done>[a-z]+ed|read|seen)\b",
    re.I,
)
# "The review covered 40 files", and later "of the 44 files".
COVERED = pattern_of(
    rf"\b(?:covered|reviewed|examined|audited|sampled|included|comprised|looked at|read|tested|took in) "
    rf"(?P<n>{DIGITS}) (?P<noun>[a-z’'-]+s)\b(?! of)",
    re.I,
)
OF_THE = pattern_of(rf"\bof the (?P<n>{DIGITS}) (?P<noun>[a-z’'-]+s)\b", re.I)
# Words that make it another quantity: a time, a place, a kind, a part.
APART = pattern_of(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december|q[1-4]|last|previous|"
    r"first|second|third|fourth|earlier|other|another|further|more|"
    r"in (?!all\b|total\b|the (?:quarter|year|period)\b)[A-Za-z]+|"
    r"by \d|re-\w+|also|only|twice|again|than|year|cycle|round|phase|from|group|arm|site|ward|20\d\d)\b|"
    r"\b(?-i:(?:at|on|by|for|to|with|within|under) (?:the )?[A-Z])",
    re.I,
)


@dataclass(frozen=True)
class Told:
    """A count with what it is of and what was done."""

    sentence: Sentence
    count: int
    what: tuple[str, str]
    quote: str


def check(context: Context) -> Iterator[Finding]:
    """Each pair of sentences of one section that tell the same differently."""
    yield from _done(context)
    yield from _covered(context)


def _done(context: Context) -> Iterator[Finding]:
    known: dict[tuple[str, str, str], Told] = {}
    for sentence in context.sentences_with(DONE):
        for found in DONE.finditer(sentence.text):
            count = whole(found["n"])
            if count is None or _apart(sentence, found):
                continue
            told = Told(sentence, count, (found["noun"].lower(), found["done"].lower()), found.group())
            first = known.setdefault((sentence.paragraph.section, *told.what), told)
            if first is not told:
                yield _finding(first, told)


def _apart(sentence: Sentence, found: re.Match[str]) -> bool:
    """Whether something in the sentence makes the count one of a part."""
    inside = any(claim.base for claim in sentence.claims if claim.start < found.end() and found.start() < claim.end)
    return inside or bool(APART.search(sentence.text))


def _covered(context: Context) -> Iterator[Finding]:
    """More of the things looked at than were looked at."""
    known: dict[tuple[object, str], Told] = {}
    for sentence in context.sentences_with(OF_THE, COVERED):
        for found in OF_THE.finditer(sentence.text):
            first = known.get((sentence.paragraph.section, found["noun"].lower()))
            count = whole(found["n"])
            if first is not None and count is not None and count > first.count and not APART.search(sentence.text):
                yield _finding(first, Told(sentence, count, first.what, found.group()))
        for found in COVERED.finditer(sentence.text):
            count = whole(found["n"])
            if count is not None and not APART.search(sentence.text):
                noun = found["noun"].lower()
                told = Told(sentence, count, (noun, ""), found.group())
                known.setdefault((sentence.paragraph.section, noun), told)


def _finding(first: Told, second: Told) -> Finding:
    same = first.count == second.count
    why = f"“{first.quote}” says {first.count}, “{second.quote}” says {second.count}"
    where = second.sentence.where
    slip = f"{CODE}/{first.sentence.line}/{'/'.join(first.what)}"
    verdict: Verdict = "ok" if same else "wrong"
    return Finding(CODE, verdict, where, second.quote, str(second.count), str(first.count), why, slip, "likely")
