"""Answers of which everybody gave one, each with its share: together they are all, "Yes 62%; Perhaps 13%; No 25%"."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from looped.checker.adding import step_of, value_of
from looped.checker.context import Context
from looped.checker.dividing import UNTOLD
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage, passage
from looped.checker.quantities import printed
from looped.checker.told_list import One, told_lists

CODE = "shares-of-names"
MESSAGE = "Shares of answers of which everybody gave one come to a hundred."
GOOD = "Owners picked one answer. The answers were yes 62%, perhaps 13%, not yet 10% and no 15%."
BAD = "Owners picked one answer. The answers were yes 62%, perhaps 13%, not yet 10% and no 25%."

KINDS = (
    r"(?:answer|response|option|grade|rating|code|opinion|outcome|category|choice|reason|judgement|band|group|score|"
    r"result|"
    r"cause|main [a-z]+)"
)
ONE_EACH = pattern_of(
    rf"\b(?:one|a single|only one|just one|exactly one) (?:[a-z-]+ ){{0,2}}?{KINDS}\b(?! (?:or more|of the|(?:to|for|"
    rf"per|on) (?:each|every|all)))",
    re.I,
)
SEVERAL = pattern_of(
    r"\b(?:more than one|several|all that apply|multiple|up to (?:two|three)|selected|top|main (?:ones|answers)|"
    r"most (?:common|frequent)|such as|included?|including|among (?:the|others))\b",
    re.I,
)
SUM = pattern_of(r"\b(?:or|all|total|overall|combined|together|both|either|any)\b", re.I)
FEWEST, FAR, ALL = 3, 30, Decimal(100)


def check(context: Context) -> Iterator[Finding]:
    """Each list of shares behind such words, in its sentence, the one before or the paragraph before."""
    before = ""
    for paragraph in context.document.paragraphs:
        read = passage(paragraph.text)
        for listed in told_lists(read):
            at = read.sentence_at(listed[0].entry.start)
            said = read.text[: read.starts[at] + len(read.sentence(at))]
            shares = all(each.entry.kind == "share" and not each.entry.base for each in listed)
            if shares and len(listed) >= FEWEST and ONE_EACH.search(f"{before} {said}") and not SEVERAL.search(said):
                yield from _judged(paragraph, read, at, listed)
        before = paragraph.text if not read.entries else ""


def _judged(paragraph: Paragraph, read: Passage, at: int, listed: Sequence[One]) -> Iterator[Finding]:
    own = [e for e in read.of_sentence(at) if e.kind == "share"]
    made = sum((value_of(each.entry) for each in listed), Decimal(0))
    slack = sum((step_of(each.entry) for each in listed), Decimal(0)) / 2
    if len(own) != len(listed) or any(SUM.search(each.name) for each in listed) or abs(made - ALL) > FAR:
        return
    if UNTOLD.match(read.text, own[-1].end):
        return
    verdict: Verdict = "ok" if abs(made - ALL) <= slack else "wrong"
    why = f"{' + '.join(each.entry.text for each in listed)} = {printed(made)}%"
    quote = read.text[listed[0].entry.start : listed[-1].entry.end]
    slip = f"all/{paragraph.line}/{listed[0].entry.start}"
    yield Finding(CODE, verdict, paragraph.where, quote, f"{printed(made)}%", "100%", why, slip, "likely")
