"""The number that rose and the share that fell, in one sentence: each against the figures told before it."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.directions import FELL, ROSE
from looped.checker.document import Paragraph
from looped.checker.earlier import EARLIER, LATER
from looped.checker.finding import Finding, Verdict
from looped.checker.pairing import in_time
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage

CODE = "number-and-share"
MESSAGE = "Where number and share are set apart each went the way that is said of it."
GOOD = "Last year 20 of 66 gates stuck; this year 18 of 39 did. The number that stuck fell, but the share went up."
BAD = "Last year 20 of 66 gates stuck; this year 18 of 39 did. The number that stuck rose, but the share went up."

WENT = (
    rf"(?:has |have |had )?(?:also |thus |therefore |slightly |clearly )?"
    rf"(?:(?P<up>{ROSE}|(?:was|is|were) (?:higher|larger|greater|up)|went up)|"
    rf"(?P<down>{FELL}|(?:was|is|were) (?:lower|smaller|down)|went down))\b"
)
NUMBER = pattern_of(rf"\b(?:number|count)s?(?: (?:of|that|who|without|with) [a-z’' -]{{2,50}}?)? {WENT}", re.I)
SHARE = pattern_of(
    rf"\b(?:share|proportion|percentage|rate)s?(?: (?:of|that|who|without|with) [a-z’' -]{{2,50}}?)? {WENT}", re.I
)
NOT = pattern_of(r"\b(?:not|never|neither|nor|if|whether|although neither)\b[^.;,]{0,20}$", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each sentence that speaks of both, or of the number where the one before tells counts with their bases."""
    for paragraph in context.paragraphs_with(NUMBER):
        read = passage(paragraph.text)
        for at in range(1, len(read.starts)):
            sentence = read.sentence(at)
            pair = _pair(read, at) if NUMBER.search(sentence) else None
            if pair and not read.of_sentence(at):
                yield from _judged(paragraph, read, at, pair)


def _pair(read: Passage, at: int) -> tuple[Entry, Entry] | None:
    """The earlier and the later of two counts with their bases in the sentence before."""
    told = [e for e in read.of_sentence(at - 1) if e.base and e.kind == "count"]
    if len(told) != 2 or len([e for e in read.of_sentence(at - 1) if e.kind == "count"]) != 2:
        return None
    order = in_time(read, *told)
    if order.ordered:
        return order.first, order.last
    lead, gap = read.text[read.starts[at - 1] : told[0].start], read.text[told[0].end : told[1].start]
    return (told[0], told[1]) if EARLIER.search(lead) and LATER.search(gap) else None


def _judged(paragraph: Paragraph, read: Passage, at: int, pair: tuple[Entry, Entry]) -> Iterator[Finding]:
    first, last = pair
    sentence = read.sentence(at)
    counts = (first.value, last.value)
    shares = (first.value / (first.base or 1), last.value / (last.base or 1))
    for pattern, (then, now) in ((NUMBER, counts), (SHARE, shares)):
        found = pattern.search(sentence)
        if not found or NOT.search(sentence[: found.start()]) or NOT.search(sentence[: found.end()]):
            continue
        right = now > then if found["up"] else now < then
        verdict: Verdict = "ok" if right else "wrong"
        way = "a rise" if now > then else "a fall" if now < then else "no change"
        why = f"from {first.text} to {last.text} is {way}; the text says “{found.group()}”"
        slip = f"{CODE}/{paragraph.line}/{read.starts[at] + found.start()}"
        yield Finding(CODE, verdict, paragraph.where, found.group(), found.group(), way, why, slip, "likely")
