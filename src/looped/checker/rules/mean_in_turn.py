"""How many, what they had in all, and the mean right behind it: "30 crews rowed 480 miles, a mean of 16.0"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.quantities import printed

CODE = "mean-in-turn"
MESSAGE = "A mean right behind a sum is the sum over the number that its sentence opens with."
GOOD = "In the first week 30 crews rowed 480 miles, a mean of 16.0."
BAD = "In the first week 30 crews rowed 460 miles, a mean of 16.0."

MEAN = pattern_of(
    r"(?:,| \(| –| or)? ?(?:or |that is,? |which is )?(?:an? |the )?(?:mean|average) of (?:just |only )?$", re.I
)
OPENS = pattern_of(r"\W*(?:(?:in|at|during|over|for) [^.;:,()\d]{2,40}?,? )?(?:the |all |our |these |those )?$", re.I)
ELSE = pattern_of(r"\b(?:median|weighted|excluding|apart from|except|without|rounded|about|nearly|some)\b", re.I)
SOME = pattern_of(r"(?: [a-z’'-]+){0,3}? of (?:them|these|those|whom)\b", re.I)
NEAR = 4


def check(context: Context) -> Iterator[Finding]:
    """Each such mean."""
    for paragraph in context.paragraphs_with(MEAN):
        read = passage(paragraph.text)
        for at in range(len(read.starts)):
            own = [e for e in read.of_sentence(at) if e.kind in ("count", "measure", "money")]
            for place, mean in enumerate(own[2:], 2):
                if MEAN.fullmatch(read.text, own[place - 1].end + _unit(read, own[place - 1]), mean.start):
                    yield from _judged(paragraph, read, own[:place], mean)


def _unit(read: Passage, total: Entry) -> int:
    """How long the word of what was counted is, behind the sum."""
    said = re.match(r"(?: (?!a\b|an\b|the\b|or\b)[a-z’'-]+){0,3}(?: in (?:all|total))?", read.text[total.end :])
    return len(said.group()) if said else 0


def _judged(paragraph: Paragraph, read: Passage, before: list[Entry], mean: Entry) -> Iterator[Finding]:
    first, total = before[0], before[-1]
    start = read.starts[mean.sentence]
    if not OPENS.fullmatch(read.text, start, first.start) or first.kind != "count" or first.base or first.count < NEAR:
        return
    # "A mean of 15.7; in the first week it was 480 and a mean of 16.0": of another number.
    if ";" in read.text[first.end : mean.start] or any(e.step < 1 for e in before):
        return
    if ELSE.search(read.sentence(mean.sentence)) or any(SOME.match(read.text, e.end) for e in before) or mean.step == 1:
        return
    numbers = {n for e in before for n in (e.count, e.base or 0) if n}
    exact = total.value / first.count
    right = any(abs(Decimal(a) / b - mean.value) <= mean.step / 2 for a in numbers for b in numbers if b)
    if right or (exact > 1 and abs(exact - mean.value) * NEAR <= mean.value):
        verdict: Verdict = "ok" if right else "wrong"
        worked = printed(exact.quantize(mean.step))
        why = f"{total.count} over {first.count} is {worked}, printed as {mean.text}"
        slip = f"mean/{paragraph.line}/{mean.start}"
        yield Finding(CODE, verdict, paragraph.where, mean.text, mean.text, worked, why, slip, "likely")
