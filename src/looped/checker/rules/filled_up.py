"""Parts in a sentence of their own that come to a little more than the whole that the sentence before tells."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.at_hand import MEANS, hands
from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import passage
from looped.checker.quantities import printed

CODE = "filled-up"
MESSAGE = "Parts come to no more than their whole."
GOOD = "Nineteen ledgers were read. Eleven were in order, five lacked a page and three lacked a cover."
BAD = "Nineteen ledgers were read. Eleven were in order, five lacked a page and five lacked a cover."

# Several answers of one person, or things that are no parts.
SEVERAL = pattern_of(
    r"\b(?:like[ds]?|want\w*|use[ds]?|ask\w*|said|mention\w*|nam(?:ed|ing)|ch[oa]sen?|prefer\w*|cit(?:ed|ing)|tick\w*|"
    r"more than one|several|also|too|including|of which|of whom|other|another|new|than|each|per|times|average|target|"
    r"visit\w*|question\w*|attend\w*|report\w*|gave|felt|thought|rais(?:ed|ing)|identif\w+|found|compared|same)\b",
    re.I,
)
# "Were late", "lacked a page", "in order": said of parts of the thing before.
PART = re.compile(
    r" (?:were|was|are|is|had|have|has|lacked|needed|met|failed|passed|went|came|stayed|showed|fell|in|on|at|by|from)\b"
)
# "All but two were clean": these are told again.
BUT = pattern_of(r"\b(?:all|every one|everything) (?:but|bar|except|save)\b", re.I)
NUMBERS = (4, 5, 6)
OVER, LARGE, TENS = 2, 60, (10, 20)


def check(context: Context) -> Iterator[Finding]:
    """Each whole in a sentence of its own, with three parts or more in the next."""
    for paragraph in context.document.paragraphs:
        read = passage(paragraph.text)
        if len(read.entries) < NUMBERS[0]:
            continue
        for hand in hands(read, NUMBERS):
            whole, parts = hand.figures[0], hand.figures[1:]
            apart = {e.sentence for e in parts} == {whole.sentence + 1}
            tails = [hand.tail(at) for at in range(1, len(hand.figures))]
            if (
                not apart
                or not hand.is_plain
                or SEVERAL.search(hand.text)
                or MEANS.search(hand.text)
                or BUT.search(hand.text)
                or not all(map(PART.match, tails))
            ):
                continue
            made = sum((e.value for e in parts), Decimal(0))
            over = made - whole.value
            if over and not 0 < over <= OVER and not (whole.value > LARGE and over in TENS):
                continue
            terms = " + ".join(printed(e.value) for e in parts)
            why = f"{terms} = {printed(made)}, of {whole.text}"
            slip = f"parts/{paragraph.line}/{whole.start}"
            verdict: Verdict = "wrong" if over else "ok"
            yield Finding(
                CODE, verdict, paragraph.where, parts[-1].text, whole.text, printed(made), why, slip, "likely"
            )
