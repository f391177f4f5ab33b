"""A mean right behind a sum: of those who have it, told before it, or of the months of the table that has the sum."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.linking import stem
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.sheets.giving import whole_of
from looped.checker.sheets.sheet import is_time

CODE = "mean-of-those"
MESSAGE = "A mean right behind a sum is that of those who are told to have it."
GOOD = "The 62 sailors spent 992 days at sea, a mean of 16.0."
BAD = "The 62 sailors spent 929 days at sea, a mean of 16.0."

# Between those and the sum: what they did; between the sum and its mean nothing that tells a figure.
DID = pattern_of(
    r" (?P<noun>[a-z’'-]+)(?: (?!each\b|and\b|or\b|of (?:whom|which|them)\b)[a-z’'-]+){0,6}? "
    r"(?:[a-z]+ed|had|spent|took|made|used|gave|held|wrote|sent|read|drew|ran|sold|bought|kept|lost) ",
    re.I,
)
MEAN = pattern_of(r"(?: [a-z’'-]+){0,6},? (?:which is |that is |or )?(?:an? |the )?(?:mean|average) of $", re.I)
EACH = pattern_of(
    r"(?: [a-z]+)? (?:each|apiece|per (?P<a>[a-z]+)|for (?:each|every) (?P<b>[a-z]+)|an? (?P<c>[a-z]+))\b", re.I
)
TIMES = pattern_of(r"(?: [a-z]+)? (?:an?|per|each|every) (?P<time>month|quarter|week|year|day|term)\b", re.I)
ENDS = re.compile(r" ?(?:[a-z]+ ?)?(?:[.,;:)]|$)")
ASIDE = pattern_of(r"\b(?:median|weighted|excluding|without|about|around|nearly|almost|more than|over|least)\b", re.I)
LEAST, FAR = 3, Decimal("1.5")


def check(context: Context) -> Iterator[Finding]:
    """Each such mean."""
    for paragraph in context.paragraphs_with(MEAN):
        read = passage(paragraph.text)
        for at in range(len(read.starts)):
            own = read.of_sentence(at)
            for place in range(1, len(own)):
                total, mean = own[place - 1], own[place]
                if not MEAN.fullmatch(read.text[total.end : mean.start]) or ASIDE.search(read.sentence(at)):
                    continue
                if place > 1:
                    yield from _of_those(paragraph, read, own[place - 2], total, mean)
                yield from _of_times(context, paragraph, read, total, mean)


def _of_those(paragraph: Paragraph, read: Passage, those: Entry, total: Entry, mean: Entry) -> Iterator[Finding]:
    """ "The 62 sailors spent 992 days at sea, a mean of 16.0"."""
    did = DID.fullmatch(read.text[those.end : total.start])
    each = EACH.match(read.text, mean.end)
    if did is None or those.kind != "count" or those.base or those.share or those.count < LEAST:
        return
    noun = next((each[name] for name in "abc" if each and each[name]), "")
    if noun and stem(noun) != stem(did["noun"]):
        return
    if not each and not ENDS.match(read.text, mean.end):
        return
    if total.value > those.value and mean.kind in ("measure", "count"):
        yield from _judged(paragraph, total, mean, those.count)


def _of_times(context: Context, paragraph: Paragraph, read: Passage, total: Entry, mean: Entry) -> Iterator[Finding]:
    """ "There were 58 leaks, an average of 9.7 a month": of so many months as the table with the 58 has."""
    said = TIMES.match(read.text, mean.end)
    if said is None or total.kind != "count" or total.base:
        return
    numbers = set()
    for placed in context.sheets:
        sheet = placed.sheet
        timed = is_time(tuple(sheet.labels[row] for row in sheet.parts))
        columns = [c for c in range(len(sheet.heads)) if whole_of(sheet, c) == total.count]
        if timed and columns and (said["time"].lower() in f"{sheet.corner} {sheet.caption}".lower()):
            numbers.add(len(sheet.parts))
    if len(numbers) == 1:
        yield from _judged(paragraph, total, mean, numbers.pop())


def _judged(paragraph: Paragraph, total: Entry, mean: Entry, number: int) -> Iterator[Finding]:
    exact = total.value / number
    right = abs(exact - mean.value) <= mean.step / 2 or 0 <= exact - mean.value < mean.step
    if not right and max(exact, mean.value) > FAR * min(exact, mean.value):
        return
    verdict: Verdict = "ok" if right else "wrong"
    shown = f"{exact:.1f}"
    why = f"{total.value} over {number} is {shown}"
    slip = f"{CODE}/{paragraph.line}/{mean.start}"
    yield Finding(CODE, verdict, paragraph.where, mean.text, mean.text, shown, why, slip, "likely")
