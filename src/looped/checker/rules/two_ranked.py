"""Which of two has more, with both figures right behind: "Ash had the highest number: 15 of 17 against 23 at Elm"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.listing import value_of
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage

CODE = "two-ranked"
MESSAGE = "Of two the one that is said to have more has more, by the two figures right behind."
GOOD = "Of the two yards, Ash had the higher number of late boats: 23 of 47 (49%) against 15 of 17 (88%) at Elm."
BAD = "Of the two yards, Ash had the higher share of late boats: 23 of 47 (49%) against 15 of 17 (88%) at Elm."

MORE = r"(?P<more>highest|higher|most|more|greatest|greater|largest|larger)"
LESS = r"(?P<less>lowest|lower|fewest|fewer|least|less|smallest|smaller)"
KIND = (
    r"(?:(?P<number>numbers?|counts?|totals?)|(?P<share>shares?|proportions?|percentages?|rates?|likely|often|common))"
)
# "Had the highest number of late boats: ... against ... at Elm".
FIRST = pattern_of(rf"\b(?:had|with|recorded|has|saw) the (?:{MORE}|{LESS}) {KIND} of [^.;:()\d]{{3,80}}[:,(] ?$", re.I)
# "Were more likely than others to say so (31% against 46%)".
THAN = pattern_of(rf"\b(?:{MORE}|{LESS}) {KIND} than [^.;:()\d]{{3,120}} \($", re.I)
AGAINST = pattern_of(r"\)?,? (?:against|compared (?:with|to)|versus|vs\.?|as against|and) (?:just |only )?$", re.I)
BEHIND = pattern_of(r"\)?,? (?:at|in|for|on|by|from|among) [A-Z(a-z]|\)", re.I)
NOT = pattern_of(r"\b(?:not|no|never|neither|if|whether|last year|would)\b|n[’']t\b", re.I)
TWO = 2


def check(context: Context) -> Iterator[Finding]:
    """Each such sentence with two figures and no third."""
    for paragraph in context.document.paragraphs:
        read = passage(paragraph.text)
        for at in range(len(read.starts)):
            own = _figures(read, at)
            if len(own) == TWO and AGAINST.fullmatch(read.text, own[0].end, own[1].start):
                yield from _judged(paragraph, read, at, own)


def _figures(read: Passage, at: int) -> list[Entry]:
    """The figures of a sentence, without how many there are of which it is told: "of the two yards"."""
    return [e for e in read.of_sentence(at) if not (e.kind == "count" and e.text.isalpha() and not e.base)]


def _judged(paragraph: Paragraph, read: Passage, at: int, own: list[Entry]) -> Iterator[Finding]:
    lead = read.text[read.starts[at] : own[0].start]
    said = FIRST.search(lead) or THAN.search(lead)
    if not said or NOT.search(lead) or not BEHIND.match(read.text, own[1].end):
        return
    pair = [_value(each, share=bool(said["share"])) for each in own]
    one, other = pair
    if one is None or other is None or own[0].kind != own[1].kind:
        return
    right = one > other if said["more"] else one < other
    verdict: Verdict = "ok" if right else "wrong"
    why = f"{own[0].text} against {own[1].text}; the sentence says “{(said['more'] or said['less'])}”"
    quote = read.sentence(at).strip()
    slip = f"compared/{paragraph.line}/{read.starts[at]}"
    yield Finding(CODE, verdict, paragraph.where, quote, said.group().strip(" :,("), "", why, slip, "likely")


def _value(each: Entry, *, share: bool) -> Decimal | None:
    """What is compared: shares where they are spoken of, counts where a number is; None where it isn't told."""
    if share:
        return value_of(each) if each.share or each.base else None
    return Decimal(each.count) if each.kind == "count" else None
