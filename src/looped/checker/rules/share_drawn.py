"""A percentage drawn from two figures that the sentences before it tell."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import permutations

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.drawn import Drawn, drawn_from
from looped.checker.explaining import is_of_others
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.rules.fraction import hedged

CODE = "share-drawn"
MESSAGE = "A percentage drawn from the figures of the sentences before is what they give."
GOOD = "We set a goal of £80k. By spring £36k had come in. That is 45% of the goal, in half the time."
BAD = "We set a goal of £80k. By spring £36k had come in. That is 54% of the goal, in half the time."

VERB = (
    r"(?:is|was|are|were|represents?|represented|makes?|made|gives?|gave|amounts? to|amounted to|equates? to|"
    r"comes? to|came to|works? out at|worked out at|means|stands? at|stood at|equals)"
)
THEN = r"(?:(?:thus|therefore|then|hence|only|just|about|around|nearly|almost|some|over|under|roughly|an?|the),? )*"
LEAD = (
    r"(?:(?:and|so|thus|hence|therefore|in (?:share|percentage|proportional|proportionate|relative|value) terms|"
    r"put (?:another way|differently)|as a (?:share|percentage|proportion)(?: of [a-z ]{3,30})?|in other words|"
    r"expressed as a (?:share|percentage)|by value|by number),? )*"
)
RATE = (
    r"(?:response|return|completion|participation|uptake|take-up|attendance|occupancy|turnout|compliance|coverage|"
    r"success|failure|pass|vacancy|recruitment|retention|adherence|detection|collection|recovery|delivery|"
    r"achievement|error|utilisation|utilization|follow-up|consent|screening)"
)
# "That is 45%", "the response rate was 45%", "in share terms it comes to 45%", "a response rate of 45%".
DRAWN = pattern_of(
    rf"^\W*{LEAD}(?:(?:that|this|which|it|these|those|they)(?: together)? {VERB} {THEN}(?:{RATE} (?:rate )?of {THEN})?|"
    rf"[a-z]+(?: [a-z’'-]+){{0,4}} {VERB} (?:thus|therefore|then|hence|accordingly) {THEN}|"
    rf"[a-z]+(?: [a-z’'-]+){{0,4}} (?:thus|therefore|then|hence) (?:{VERB}|accounts? for|accounted for|makes? up|"
    rf"made up) "
    rf"{THEN}|"
    rf"(?:the|this|that|our|a|its) (?:[a-z]+ )?{RATE}(?: rate| level| share)? (?:{VERB}|of) {THEN})$",
    re.I,
)
CHANGE = pattern_of(
    r"^ ?(?:points?|percentage points?|more|less|fewer|higher|lower|up|down|above|below|better|worse|longer|shorter|"
    r"over|under|short|increase|decrease|rise|fall|reduction|drop|growth|cut|confidence|of (?:what|last|the "
    r"(?:previous|"
    r"figure|level|number)))\b",
    re.I,
)
NEAR, MANY = Decimal("1.6"), 12
APART = pattern_of(r"\b(?:weighted|adjusted|excluding|leaving out|once|if|estimated?|would|could)\b", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each percentage that opens a sentence so, with what the sentences before tell."""
    for paragraph in context.document.paragraphs:
        read = passage(paragraph.text)
        for at in range(1, len(read.starts)):
            own = read.of_sentence(at)
            if own and own[0].kind == "share" and (found := drawn_from(read, at)):
                yield from _judged(paragraph, read, own[0], found)


def _judged(paragraph: Paragraph, read: Passage, stated: Entry, found: Drawn) -> Iterator[Finding]:
    lead, behind = read.text[read.starts[stated.sentence] : stated.start], read.text[stated.end :]
    words = read.sentence(stated.sentence)
    if not stated.share or not DRAWN.match(lead) or CHANGE.match(behind) or APART.search(words):
        return
    exact, printed = found.part * 100 / found.whole, stated.share
    slack = Decimal(1).scaleb(-printed.decimals) / 2
    right = abs(exact - printed.value) <= slack or hedged(lead, exact - printed.value)
    if is_of_others(read, stated, int(found.part), int(found.whole), printed):
        return
    if not right and (_is_given(read, stated, slack) or not _is_near(exact, printed.value)):
        return
    verdict: Verdict = "ok" if right else "rounding" if abs(exact - printed.value) <= slack * 2 else "wrong"
    expected = f"{exact.quantize(Decimal(1).scaleb(-max(printed.decimals, 1)))}%"
    slip = f"fraction/{paragraph.line}/{stated.start}"
    why = f"{found.shown} is {expected}, printed as {printed}"
    yield Finding(CODE, verdict, paragraph.where, stated.text, str(printed), expected, why, slip, "likely")


def _is_near(exact: Decimal, stated: Decimal) -> bool:
    """Whether the one may be a slip of the other, or of what it leaves of a hundred."""
    return any(min(a, stated) * NEAR >= max(a, stated) for a in (exact, 100 - exact) if a > 0)


def _is_given(read: Passage, stated: Entry, slack: Decimal) -> bool:
    """Whether two figures of the passage give it."""
    assert stated.share
    kinds = ("count", "money", "measure")
    told = [Decimal(n) for e in read.entries if e.kind in kinds for n in (e.value, e.base) if n][:MANY]
    # "Once the 32 that came back unopened are left out".
    behind = any(e.kind == "count" and e.start > stated.start for e in read.of_sentence(stated.sentence))
    wholes = [*told, *(a - b for a, b in permutations(told, 2) if a > b and behind)]
    return any(abs(a * 100 / b - stated.share.value) <= slack for a in told for b in wholes if a != b)
