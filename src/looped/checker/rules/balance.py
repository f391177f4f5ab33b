"""A stock, a caseload, a fund: what there was at the start, what came, what went, and what is left at the end."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.phrases import MONTHS
from looped.checker.prose import Entry, Passage, passage
from looped.checker.quantities import printed

CODE = "balance"
MESSAGE = "What is left at the end is what there was, with what came and without what went."
GOOD = "The year began with 340 tins in store; 90 were bought and 120 issued. The closing stock was 310 tins."
BAD = "The year began with 340 tins in store; 90 were bought and 120 issued. The closing stock was 330 tins."

OPENING = pattern_of(
    r"\b(?:at the (?:start|beginning|outset|opening)|opening|brought forward|b/f|began|(?:start|open)(?:ed|s) (?:the "
    r"[a-z]+ )?with|"
    r"(?:carried|left) over from|at the end of (?:last|the previous) [a-z]+|on (?:the )?(?:1|first)(?:st)? "
    rf"(?:day|of|(?:{MONTHS})))\b",
    re.I,
)
CLOSING = pattern_of(
    r"\b(?:closing|at the (?:end|close)|by (?:the )?(?:end|close|year[- ]end)|at (?:the )?year[- ]end|(?:should|"
    r"must|would) "
    r"(?:thus |therefore |then |now )?(?:have been|be|have|stand|hold|leave|give|make)|leav(?:es|ing)|(?:this|"
    r"that|which) left|carried forward|"
    r"c/f|end(?:ed|s) (?:the [a-z]+ )?with|outstanding|remain(?:s|ed|ing)?|in hand|balance|closed with|finished with|"
    r"year[- ]end (?:figure|total|position|stock))\b|"
    r"\b(?:on|at|by) \d{1,2}(?:st|nd|rd|th)? (?-i:[A-Z][a-z]+)\b",
    re.I,
)
CAME = pattern_of(
    r"\b(?:bought|purchased?s?|received|receipts?|added|additions?|delivered|deliveries|joined|joiners|recruited|"
    r"fell vacant|became vacant|arose|started|begun|commenced|"
    r"starters|admitted|admissions|opened|new|arrived|arrivals|referred|referrals|registered|acquired|acquisitions|"
    r"donated|donations|came in|come in|t(?:ook|aken) on|logged|raised|lodged|accepted|enrolled|moved in|"
    r"appointed|income|"
    r"paid in|contributions?|credited|born|transferred in|more were made|ordered)\b",
    re.I,
)
WENT = pattern_of(
    r"\b(?:issued|sold|sales|used|put up|installed|left|leavers|leaving|discharged|discharges|closed|resolved|"
    r"written off|"
    r"scrapped|lost|died|deaths|removed|withdr[ae]wn?|withdrew|disposed|disposals|sent out|resigned|retired|"
    r"spent|paid out|"
    r"payments?|expenditure|cleared|moved out|settled|transferred out|destroyed|expired|returned|dispatched|handed out|"
    r"given out|distributed|answered|dealt with|cancelled|filled|drawn down|consumed|ended|finished|stopped|"
    r"discontinued|fitted|planted|condemned|broken|stolen)\b",
    re.I,
)
# Of another sum, or of a part.
ASIDE = pattern_of(r"\b(?:of (?:which|whom|these|them)|including|average|mean|per|each|target|should be)\b", re.I)
MOST = 7


def check(context: Context) -> Iterator[Finding]:
    """Each paragraph that tells a start and an end."""
    for paragraph in context.paragraphs_with(OPENING):
        read = passage(paragraph.text)
        if not OPENING.search(read.text) or not CLOSING.search(read.text):
            continue
        for kind in ("count", "money"):
            told = [e for e in read.entries if e.kind == kind and not e.share and not e.base and e.value > 1]
            yield from _judged(paragraph, read, told)


def _judged(paragraph: Paragraph, read: Passage, told: Sequence[Entry]) -> Iterator[Finding]:
    first = next((at for at, e in enumerate(told) if OPENING.search(_round(read, told, at))), None)
    if first is None:
        return
    run = range(first + 1, min(len(told), first + MOST))
    last = next((at for at in run if at > first + 1 and _closes(read, told, at)), None)
    if last is None or any(e.share for e in read.entries):
        return
    moves = [_way(read, told, at) for at in range(first + 1, last)]
    if None in moves or ASIDE.search(read.text[told[first].start : told[last].start]):
        return
    values = [e.value for e in told[first + 1 : last]]
    exact = told[first].value + sum((w * v for w, v in zip(moves, values, strict=True) if w), Decimal(0))
    stated = told[last]
    right = abs(exact - stated.value) <= sum(e.step for e in told[first : last + 1] if e.step != 1) / 2
    signs = " ".join(f"{'+' if w == 1 else '-'} {printed(v)}" for w, v in zip(moves, values, strict=True))
    why = f"{printed(told[first].value)} {signs} = {printed(exact)}, printed as {stated.text}"
    slip = f"parts/{paragraph.line}/{stated.start}"
    verdict: Verdict = "ok" if right else "wrong"
    if right or exact > 0:
        yield Finding(CODE, verdict, paragraph.where, stated.text, stated.text, printed(exact), why, slip, "likely")


def _round(read: Passage, told: Sequence[Entry], at: int) -> str:
    """The words round a figure: of its sentence as far as the figures beside it."""
    each, start = told[at], read.starts[told[at].sentence]
    low = max(start, told[at - 1].end if at else 0)
    end = start + len(read.sentence(each.sentence))
    return read.text[low : min(end, told[at + 1].start if at + 1 < len(told) else end)]


def _closes(read: Passage, told: Sequence[Entry], at: int) -> bool:
    """Whether a figure is what is left: it is said before it, or in its clause behind it."""
    each = told[at]
    low = max(read.starts[each.sentence], told[at - 1].end)
    return bool(CLOSING.search(read.text[low : each.start]) or CLOSING.search(each.after))


def _way(read: Passage, told: Sequence[Entry], at: int) -> int | None:
    """1 of what came, -1 of what went, None where its clause tells neither or both."""
    words = told[at].before + " " + told[at].after
    came, went = bool(CAME.search(words)), bool(WENT.search(words))
    return None if came == went else 1 if came else -1
