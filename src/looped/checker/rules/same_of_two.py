"""What is said to be the same in both of two, with the two figures right behind: "the same in both: 6 of 25 (24%)
and ..."."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.listing import value_of
from looped.checker.patterns import pattern_of
from looped.checker.prose import NUMBER, Entry, passage

CODE = "same-of-two"
MESSAGE = "Two figures that are said to be the same are."
GOOD = "The rate was the same in both ports: 6 of 25 boats (24%) in Ayr and 12 of 50 boats (24%) in Oban."
BAD = "The rate was the same in both ports: 6 of 25 boats (24%) in Ayr and 16 of 50 boats (32%) in Oban."

ALIKE = r"(?:exactly |just )?(?:the (?:very )?same|identical|equal)"
BOTH = r"(?:both|the two|each of the two|the pair of)"
BEHIND = r"[^.;:()\d]{0,60}?(?::| \(| –|, (?:at|with|namely)) ?(?=[^.;:]{0,30}?\d)"
SAID = pattern_of(
    rf"\b(?:rate|share|proportion|percentage|number|count|score|mean|median|total|figure|average)s?\b[^.;:\d]{{0,50}}? "
    rf"(?:was|were|is|are|stood|stayed|remained) {ALIKE} (?:in|at|for|on|across|among|between|with) {BOTH}\b{BEHIND}|"
    rf"\b(?:{BOTH} [a-z’' -]{{2,30}}?|(?-i:[A-Z])[a-z’' -]{{1,30}} and (?-i:[A-Z])[a-z’' -]{{1,30}}) (?:had|"
    r"have|has|showed|reached|recorded|achieved|reported|saw|returned|gave) "
    rf"{ALIKE} [a-z’' -]{{0,20}}?(?:rate|share|proportion|percentage|number|count|score|mean|median|total|"
    r"figure|average)s?\b"
    rf"{BEHIND}|"
    # "Ash and Elm scored the same: Ash 74% and Elm 74%".
    rf"\b(?:{BOTH} [a-z’' -]{{2,30}}?|(?-i:[A-Z])[a-z’' -]{{1,30}} and (?-i:[A-Z])[a-z’' -]{{1,30}}) (?:scored|"
    rf"did|fared|"
    rf"rated|were rated) {ALIKE}(?::| \(| –) ?(?=[^.;:]{{0,30}}?\d)|"
    # "The same number of boats leaked in each port, namely 13 of 90 in Ayr and 13 of 88 in Oban".
    rf"(?<!\bof )(?<!\bwith )\b(?:{ALIKE} (?:number|count|total|share|proportion|percentage)|(?:an )?(?:equal|"
    rf"identical) "
    r"(?:number|share|proportion)s?) of [a-z][^.;:()\d]{2,60}? (?:in|at|on|from|under|among) (?:each|both|either|"
    r"the two)"
    rf"\b[a-z’' -]{{0,30}}(?P<of>:|,? \(| –|, (?:namely|that is,?|with)) ?(?={NUMBER})",
    re.I,
)
NOT = pattern_of(
    r"\b(?:not|n[’']t|almost|nearly|about|roughly|broadly|much|virtually|practically|statistically|no longer|"
    r"should|would|"
    r"if|whether|similar|last (?:year|time)|as (?:before|in|at|on))\b",
    re.I,
)
DOES = pattern_of(r"\b(?:was|were|had|did|won|lost|came|went|left|[a-z]{3,}ed)\b", re.I)
NUMBERED = pattern_of(r"\b(?:numbers?|counts?|totals?)\b", re.I)
TWO = 2


def check(context: Context) -> Iterator[Finding]:
    """Each such statement with two figures of one kind behind it in its sentence, and no third."""
    for paragraph in context.paragraphs_with(SAID):
        read = passage(paragraph.text)
        for found in SAID.finditer(paragraph.text):
            at = read.sentence_at(found.start())
            own = [e for e in read.of_sentence(at) if e.start >= found.end() - 1]
            # "The same number raced in each: 13 of 90 here won": of some of them.
            end = read.starts[at] + len(read.sentence(at))
            some = bool(own and found["of"] and DOES.search(read.text, own[0].end, end))
            if len(own) == TWO == len(read.of_sentence(at)) and not some and not NOT.search(read.sentence(at)):
                yield from _judged(paragraph, found, own[0], own[1])


def _judged(paragraph: Paragraph, found: re.Match[str], one: Entry, other: Entry) -> Iterator[Finding]:
    shares = [each.share for each in (one, other)]
    if NUMBERED.search(found.group()) and one.kind == other.kind == "count":
        values = [one.value, other.value]  # whatever each is of
    elif all(shares):
        values = [each.value for each in shares if each]
    elif not any(shares) and one.kind == other.kind and not (one.base or other.base):
        values = [one.value, other.value]
    elif not any(shares) and one.base and other.base and re.search(r"rate|share|prop|perc", found.group(), re.I):
        values = [value_of(one), value_of(other)]
    else:
        return
    verdict: Verdict = "ok" if values[0] == values[1] else "wrong"
    quote, slip = found.group().strip(" :(–,"), f"{CODE}/{paragraph.line}/{found.start()}"
    why = f"{one.text} and {other.text}"
    yield Finding(CODE, verdict, paragraph.where, quote, "the same", "not the same", why, slip, "likely")
