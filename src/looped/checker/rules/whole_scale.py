"""Shares of one scale of answers make 100%: "never in 19%, former in 52% and current in 29%"."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from looped.checker.answer_lists import FEWEST, LONGEST, MOST, Told, are_of_others, is_rough, lists_of, windows
from looped.checker.answer_scales import SCALES
from looped.checker.context import Context
from looped.checker.dividing import OVERLAP, UNTOLD
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage, passage
from looped.checker.quantities import printed
from looped.checker.quieting import NUMBER
from looped.checker.rules.bulleted import BULLET

CODE = "whole-scale"
MESSAGE = "The shares of answers that shut each other out make 100%, where they are all that there are."
GOOD = "The log was complete on 55% of boats, partial on 20% and absent on 25%."
BAD = "The log was complete on 55% of boats, partial on 20% and absent on 34%."

# What says that the shares are of other times, of other groups or of some, or that more than one may be given.
ELSE = pattern_of(
    r"\b(?:than(?! (?:expected|hoped|usual|planned|predicted|before))|compared (?:with|to)|(?:up|down) (?:from|"
    r"on|to|by)|from \d|against (?:\d|an? |the (?:target|\d))|last (?:year|time|month|quarter|"
    r"survey|round|audit)|previous (?:year|time|month|quarter|survey|round|audit)|(?:rose|fell|risen|fallen|"
    r"increased|dropped|grew) (?:from|to|by)|"
    r"targets?|of (?:whom|which|these|those)|"
    r"including|(?<!: )includes?|at least|at most|both|also|more than one|multiple|several|tick\w*|"
    r"all that apply|any that|as well as|"
    r"average|mean|median|weighted|on the other hand|as did|points?|combined|together|in all|overall,? (?=\d)|"
    r"ones|either|most common\w*|main\w* reasons?|would rather|top (?:two|three|four|five)|such as|for example)\b",
    re.I,
)
# "Rot by smoking status: never 20%, former 35%, current 55%": what is so of each of them.
RATES = pattern_of(
    r"\b(?:prevalence|incidence|mortality|recurrence|rates?|uptake|attendance|response|pass(?:es)?|odds|"
    r"(?:proportion|share|percentage|number) with|by (?:[a-z]+ )?(?:status|risk|severity|grade|rating|level|groups?|"
    r"band|category|tenure|contract|type|frequency|answer|satisfaction|size|quality|pattern|colour|use|confidence)|"
    r"by (?!share|then)[a-z-]+(?: [a-z-]+)?(?=[:,(]))\b",
    re.I,
)
OF_SO_MANY = pattern_of(rf"\bof (?P<n>{NUMBER}) (?:[a-z]+ )?(?:answers|options|choices|grades|replies|steps)\b", re.I)
SO, DEGREES = frozenset(("so", "against")), frozenset(("very", "fairly", "very the other", "fairly the other"))
# What is told of each, so that each is in one of them: "severity: mild 20%, moderate 50%, severe 30%".
OF_EACH = pattern_of(r"\b(?:severity|rated|graded|classed|categori[sz]ed|grading|classified)\b", re.I)
FAR, ALL = 40, Decimal(100)


def check(context: Context) -> Iterator[Finding]:
    """Each run of such shares in a sentence or in several; each run of lines with one share each."""
    run: list[Paragraph] = []
    opening: Paragraph | None = None
    last: Paragraph | None = None
    for paragraph in context.document.paragraphs:
        if _is_line(paragraph):
            opening = opening if run else last
            run.append(paragraph)
        else:
            yield from _of_lines(opening, run)
            run = []
            yield from _of_prose(paragraph)
        last = paragraph
    yield from _of_lines(opening, run)


def _is_line(paragraph: Paragraph) -> bool:
    """Whether it is a line of a list with one share."""
    if len(paragraph.text) > LONGEST or not BULLET.match(paragraph.text):
        return False
    return sum(bool(each.share) for each in passage(paragraph.text).entries) == 1


def _of_lines(opening: Paragraph | None, run: Sequence[Paragraph]) -> Iterator[Finding]:
    """Lines of a list are read as one sentence."""
    if not FEWEST <= len(run) <= MOST:
        return
    lines = (BULLET.sub("", each.text).strip().rstrip(".;,") for each in run)
    text = "; ".join(f"{each[:1].lower()}{each[1:]}" for each in lines)
    if opening and (ELSE.search(opening.text) or RATES.search(opening.text) or OVERLAP.search(opening.text)):
        return
    read = passage(text)
    for told in lists_of(read, 0, 1):
        if len(told.shares) == len(run):
            yield from _judged(run[0], read, told, run[0].text, opening.text if opening else "")


def _of_prose(paragraph: Paragraph) -> Iterator[Finding]:
    if paragraph.text.count("%") + paragraph.text.count(" cent") < FEWEST:
        return
    read = passage(paragraph.text)
    for low, high in windows(read):
        near = "".join(read.sentences[max(0, low - 1) : high + 1])
        if OVERLAP.search(near):
            continue
        for told in lists_of(read, low, high):
            end = read.starts[high] if high < len(read.starts) else len(read.text)
            first = min(told.shares[0].start, told.answers[0].start)
            if ELSE.search(read.text, first, end) or RATES.search(read.text, read.starts[low], first):
                continue
            quote = read.text[told.shares[0].start : told.shares[-1].end]
            yield from _judged(paragraph, read, told, quote)


def _judged(paragraph: Paragraph, read: Passage, told: Told, quote: str, opening: str = "") -> Iterator[Finding]:
    """What they make: more than all of it is wrong, less where nothing is left out."""
    values = [e.share.value for e in told.shares if e.share]
    steps = [Decimal(1).scaleb(-e.share.decimals) for e in told.shares if e.share]
    made, slack = sum(values, Decimal(0)), sum(steps, Decimal(0)) / 2
    if abs(made - ALL) > FAR or are_of_others(read, told) or is_rough(read, told):
        return
    if UNTOLD.match(read.text, told.shares[-1].end):
        return
    if made < ALL - slack and not _leaves_nobody(read, told, opening):
        return
    # "60% were content: 22% very and 38% fairly": one of them is what others make.
    nested = told.names & SO and told.names & DEGREES and not SCALES[told.scale].is_whole(told.names)
    if made > ALL + slack and nested:
        return
    verdict: Verdict = "ok" if abs(made - ALL) <= slack else "wrong"
    why = f"{' + '.join(f'{printed(v)}%' for v in values)} = {printed(made)}%"
    slip = f"hundred/{paragraph.line}/{told.shares[0].start}"
    yield Finding(CODE, verdict, paragraph.where, quote, f"{printed(made)}%", "100%", why, slip, "likely")


def _leaves_nobody(read: Passage, told: Told, opening: str) -> bool:
    """Whether everybody is in one of the answers told."""
    low = read.starts[told.shares[0].sentence]
    # "Owners picked one of five answers", and four are told.
    asked = f"{opening} {read.sentence(told.shares[0].sentence - 1)} {read.text[low : told.shares[0].start]}"
    if any((whole(each["n"]) or 0) > len(told.shares) for each in OF_SO_MANY.finditer(asked)):
        return False
    if SCALES[told.scale].is_whole(told.names):
        return True
    return bool(OF_EACH.search(read.text, low, told.shares[0].start) or OF_EACH.search(opening))
