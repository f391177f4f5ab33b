"""A share or count of those who are something, beside those who are it very much and somewhat."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.adding import alike, step_of, value_of
from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.quantities import printed

CODE = "degrees"
MESSAGE = "Those who are something are those who are it in each degree."
GOOD = "62% were happy with the visit: 25% very happy and 37% fairly happy."
BAD = "52% were happy with the visit: 25% very happy and 37% fairly happy."

DEGREE = (
    r"(?:very|fairly|quite|extremely|somewhat|mostly|strongly|completely|slightly|highly|partly|fully|rather|"
    r"tend(?:ed|ing)? to|a little|moderately|totally|really|well|just)"
)
# "62% were happy (25% very, 37% fairly)": degrees of what was told before the bracket.
BRACKETED = pattern_of(
    rf"[(:]\s*(?P<a>\d+(?:\.\d+)?)\s?% {DEGREE}(?:,| and|,? and) (?P<b>\d+(?:\.\d+)?)\s?% {DEGREE}\s*[).;]", re.I
)
WITH = pattern_of(rf"\b{DEGREE} (?P<word>[a-z]{{4,}})", re.I)
# "38% agreed strongly": the degree behind.
BEHIND = pattern_of(
    r"^\s*(?:[a-z]+ )?(?P<word>[a-z]{4,}) (?:strongly|very much|slightly|a little|completely|partly|to some extent)\b",
    re.I,
)
BEFORE = pattern_of(rf"\b{DEGREE}\s+$", re.I)
OTHER = pattern_of(
    r"\b(?:net|compared|than|against|previous|last (?:year|time)|in (?:19|20)\d\d|rose|fell|up|down)\b", re.I
)


def check(context: Context) -> Iterator[Finding]:
    """Each sentence, and each two that follow each other, with two degrees of one thing and the thing itself."""
    for paragraph in context.document.paragraphs:
        if (
            not WITH.search(paragraph.text)
            and "strongly" not in paragraph.text
            and not BRACKETED.search(paragraph.text)
        ):
            continue
        read = passage(paragraph.text)
        yield from _bracketed(paragraph, read)
        for at in range(len(read.starts)):
            yield from _of(paragraph, read, [e for e in read.entries if e.sentence in (at, at + 1)], at)


def _bracketed(paragraph: Paragraph, read: Passage) -> Iterator[Finding]:
    """ "62% were happy (25% very, 37% fairly)": the one share before the bracket, or right behind it."""
    for found in BRACKETED.finditer(read.text):
        own = [e for e in read.entries if found.start() <= e.start < found.end() and e.kind == "share"]
        start = read.starts[read.sentence_at(found.start())]
        before = [e for e in read.entries if e.kind == "share" and start <= e.start < found.start()]
        words = read.sentence(read.sentence_at(found.start()))
        if len(own) == 2 and len(before) == 1 and not OTHER.search(words):
            yield _judged(paragraph, own, before[0])


def _of(paragraph: Paragraph, read: Passage, entries: list[Entry], at: int) -> Iterator[Finding]:
    told = [(e, _tail(read, e, entries)) for e in entries if not e.base]
    parts = [(e, found["word"].lower()) for e, tail in told if (found := WITH.search(tail) or BEHIND.match(tail))]
    for word in dict.fromkeys(word for _, word in parts):
        stem = word[:5]
        own = [e for e, other in parts if other[:5] == stem]
        wholes = [
            e
            for e, tail in told
            if e not in own
            and (found := re.search(rf"\b{re.escape(stem)}[a-z]*", tail, re.I))
            and not BEFORE.search(tail[: found.start()])
            and not re.search(r"\b(?:not|dis|un|no|nor|neither)\b", tail[: found.end()], re.I)
        ]
        # "117 strongly agreed and 79 agreed: 196 in all": one of the three is what the others make.
        three = [value_of(e) for e in (*own, *wholes)]
        if len(three) == 3 and any(2 * each == sum(three) for each in three) and 2 * three[2] != sum(three):
            continue
        if len(own) == 2 and len(wholes) == 1 and alike(own[0], own[1]) and alike(own[0], wholes[0]):
            everyone = (*own, wholes[0])
            words = read.text[min(e.start for e in everyone) - 0 : max(e.end for e in everyone) + 30]
            # Told in the first of the two sentences, or it is found twice.
            if min(e.sentence for e in everyone) == at and not OTHER.search(words):
                yield _judged(paragraph, own, wholes[0])


def _tail(read: Passage, entry: Entry, entries: list[Entry]) -> str:
    """The words behind a figure, up to the next figure or the end of the sentence."""
    after = [e.start for e in entries if e.start >= entry.end]
    end = min([*after, entry.end + 60])
    return re.split(r"[.;]", read.text[entry.end : end])[0]


def _judged(paragraph: Paragraph, own: list[Entry], whole: Entry) -> Finding:
    summed = sum((value_of(e) for e in own), Decimal(0))
    steps = [step_of(e) for e in (*own, whole)]
    slack = sum(steps) / 2 if whole.kind == "share" else Decimal(0)
    verdict: Verdict = "ok" if abs(summed - value_of(whole)) <= slack else "wrong"
    unit = "%" if whole.kind == "share" else ""
    why = f"{own[0].text} and {own[1].text} make {printed(summed)}{unit}, printed as {whole.text}"
    slip = f"parts/{paragraph.line}/{whole.start}/{whole.text}"
    return Finding(
        CODE, verdict, paragraph.where, whole.text, whole.text, f"{printed(summed)}{unit}", why, slip, "likely"
    )
