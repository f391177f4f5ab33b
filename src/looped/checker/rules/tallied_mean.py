"""A mean or a total of a tally, where so many gave each score: "27 gave it 5, 38 gave it 4 ... The mean was 3.7"."""

import re
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.quantities import printed

CODE = "tallied-mean"
MESSAGE = "The mean of a tally is each score as often as it was given, over how many gave one."
GOOD = "Twelve gave it 3, ten gave it 2 and eight gave it 1. The mean mark was 2.1."
BAD = "Twelve gave it 3, ten gave it 2 and eight gave it 1. The mean mark was 2.8."

PAIR = pattern_of(
    r"(?: [a-z’'-]+){0,4} (?:gave|scored|rated|had|has|have|made|took|awarded|chose|marked|ticked|got|received|"
    r"put|said|"
    r"answered|were given|with|missed|visited|of)(?: (?:it|them|this|her|him|us|a|an|the|only|just|score|mark|"
    r"rating|grade|"
    r"of|course|service))* ?| ",
    re.I,
)
# "A mark of 5 was given by 14, 4 by 20".
TURNED = pattern_of(
    r"(?: (?:was|were|given|awarded|chosen|stars?|points?|marks?))* (?:by|from|to|for)(?: (?:just|only))? ?", re.I
)
BETWEEN = pattern_of(
    r"(?: [a-z’'-]+){0,3}(?:,|;|,? and|,? while|; and) ?(?:the other |the remaining |only |just )?", re.I
)
MEAN = pattern_of(r"\b(?:mean|average|averag(?:es|ed|ing)|on average)\b", re.I)
TOTAL = pattern_of(r"\b(?:in all|in total|altogether|total|between them)\b", re.I)
NOT_SO = pattern_of(
    r"\b(?:median|weighted|last|previous|target|national\w*|excluding|without|about|nearly|or more)\b", re.I
)
FEWEST, HIGHEST = 3, 10


def check(context: Context) -> Iterator[Finding]:
    """Each tally with a mean or a total told in its sentence or the next."""
    for paragraph in context.paragraphs_with(MEAN, TOTAL):
        read = passage(paragraph.text)
        for at in range(len(read.starts)):
            tally = _tally(read, read.of_sentence(at))
            if tally:
                yield from _judged(paragraph, read, at, tally)


def _tally(read: Passage, own: Sequence[Entry]) -> list[tuple[Entry, Entry]]:
    """The pairs of how many and what each gave: the longest run, with scores that go up or down by one."""
    best: list[tuple[Entry, Entry]] = []
    plain = [e for e in own if e.kind == "count" and not e.share and not e.base]
    if len(plain) != len([e for e in own if not MEAN.search(read.text[max(0, e.start - 40) : e.start])]):
        plain = [e for e in own if not e.share and not e.base and e.step == 1]
    for start in range(len(plain) - 2 * FEWEST + 1):
        for turned in (False, True):
            run = _run(read, plain[start:], turned)
            best = run if len(run) > len(best) else best
    return best if len(best) >= FEWEST else []


def _run(read: Passage, entries: Sequence[Entry], turned: bool) -> list[tuple[Entry, Entry]]:
    run: list[tuple[Entry, Entry]] = []
    for one, other in zip(entries[::2], entries[1::2], strict=False):
        gap = read.text[one.end : other.start]
        if not (TURNED if turned else PAIR).fullmatch(gap):
            break
        count, score = (other, one) if turned else (one, other)
        if score.value > HIGHEST or (run and not BETWEEN.fullmatch(read.text[run[-1][turned - 1].end : one.start])):
            break
        if len(run) > 1 and score.value - run[-1][1].value != run[1][1].value - run[0][1].value:
            break
        if len(run) == 1 and abs(score.value - run[0][1].value) != 1:
            break
        run.append((count, score))
    return run


def _judged(paragraph: Paragraph, read: Passage, at: int, tally: Sequence[tuple[Entry, Entry]]) -> Iterator[Finding]:
    number = sum((count.value for count, _ in tally), Decimal(0))
    total = sum((count.value * score.value for count, score in tally), Decimal(0))
    own = {e.start for pair in tally for e in pair}
    told = [
        e for e in read.entries if at <= e.sentence <= at + 1 and e.start not in own and e.start > tally[-1][0].start
    ]
    wholes = [e.value for e in read.entries if at - 1 <= e.sentence <= at and e.kind == "count" and e.start < min(own)]
    if wholes and number not in wholes:
        return  # some gave none
    for each in told:
        lead = read.text[max(read.starts[each.sentence], each.start - 60) : each.start]
        words = lead + read.text[each.end : each.end + 25]
        if NOT_SO.search(words) or each.share or each.kind in ("share", "money"):
            continue
        if MEAN.search(words):
            exact = (total / number).quantize(each.step, rounding=ROUND_HALF_UP)
            right = abs(total / number - each.value) <= each.step / 2
            scores = [score.value for _, score in tally]
            if right or min(scores) <= each.value <= max(scores):
                yield _finding(paragraph, each, printed(exact), f"{printed(total)} over {printed(number)}", right)
        elif TOTAL.search(words) and each.step == 1 and each.value not in (number, *wholes):
            right = each.value == total
            if right or abs(each.value - total) * 3 <= total:
                yield _finding(paragraph, each, printed(total), "each as often as it was told", right)


def _finding(paragraph: Paragraph, each: Entry, expected: str, how: str, right: bool) -> Finding:
    why = f"{how} is {expected}, printed as {each.text}"
    verdict: Verdict = "ok" if right else "wrong"
    slip = f"mean/{paragraph.line}/{each.start}"
    return Finding(CODE, verdict, paragraph.where, each.text, each.text, expected, why, slip, "likely")
