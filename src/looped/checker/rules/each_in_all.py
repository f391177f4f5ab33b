"""So many each, and how many in all: "24 in each of twelve wards, 288 in all"; lengths of time laid end to end."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import DIGITS, whole
from looped.checker.patterns import pattern_of
from looped.checker.prose import NUMBER

CODE = "each-in-all"
MESSAGE = "So many each make so many times as many in all, and lengths of time one behind the other their sum."
GOOD = "We drew 24 bills from each of twelve ledgers, 288 in all."
BAD = "We drew 24 bills from each of twelve ledgers, 268 in all."

ALL = r"(?:in all|in total|altogether|all told)"
THINGS = r"(?: [a-z’'-]+){0,5}?"
TOTAL = (
    rf"(?P<all>(?:,|;| -| –|,? (?:and so|so|giving|making|or|i\.e\.|that is))+ ?(?:a total of |in all |some )?"
    rf"(?P<t>{DIGITS})(?: [a-z’'-]+){{0,2}} {ALL}\b)"
)
# "24 from each of twelve", "290 in each group": the number of groups may be told or not.
EACH_OF = pattern_of(
    rf"(?<![\d.,£%])\b(?P<a>{NUMBER}){THINGS} (?:in|to|from|for|per|at|on|by) (?:each|every|either|both)(?: of "
    rf"(?:the |its |"
    rf"our |these )?(?P<n>{NUMBER}))?{THINGS}{TOTAL}",
    re.I,
)
# "Twelve controls with 24 tests each, 288 in all".
SO_MANY_EACH = pattern_of(
    rf"(?<![\d.,£%])\b(?P<n>{NUMBER})(?: [a-z’'-]+){{1,4}}?,? (?:with|of|at|for|by|having|holding|containing|taking) "
    rf"(?P<a>{NUMBER}){THINGS} (?:each|apiece){TOTAL}",
    re.I,
)
# "It enrolled 360 people, 120 in each of the three arms".
FIRST = pattern_of(
    rf"(?<![\d.,£%])\b(?P<t>{DIGITS})(?: [a-z’'-]+){{1,3}}?(?:,| –|:| \() (?P<a>{DIGITS}){THINGS} (?:in|to|from|"
    rf"for|per|at|on) "
    rf"(?:each|every) of (?:the |its |our |these )?(?P<n>{NUMBER})\b",
    re.I,
)
NOT_SO = pattern_of(r"\b(?:about|around|some|nearly|almost|up to|at least|over|average|mean)\s*$", re.I)
# "For the first two weeks, the next six weeks and the last four".
STEP = pattern_of(
    rf"\b(?:first|next|following|second|third|last|final|remaining|further|another|then(?: for)?) "
    rf"(?P<n>{NUMBER})\b(?: (?P<unit>day|night|week|month|term|year|hour|minute)s?\b)?",
    re.I,
)
LASTED = pattern_of(
    rf"\b(?:last(?:s|ed)|ran(?: for)?|runs(?: for)?|took|takes|in all|total(?:s|led|ling| of)?|altogether|"
    rf"(?:course|period|programme|treatment) (?:of|was|is)|making|went on for|spread over)"
    rf"(?: (?:a|for|of|the|just|total|full))* (?P<n>{NUMBER}) (?P<unit>day|night|week|month|term|year|hour|minute)s?\b"
    rf"|\b(?P<n2>{NUMBER}) (?P<unit2>day|night|week|month|term|year|hour|minute)s? {ALL}\b",
    re.I,
)
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
FEWEST = 3


def check(context: Context) -> Iterator[Finding]:
    """Sentence by sentence."""
    for paragraph in context.paragraphs_with(EACH_OF, SO_MANY_EACH, FIRST):
        for pattern in (EACH_OF, SO_MANY_EACH, FIRST):
            for found in pattern.finditer(paragraph.text):
                yield from _multiplied(paragraph, found)
    for paragraph in context.paragraphs_with(STEP):
        for sentence in SENTENCE_END.split(paragraph.text):
            yield from _end_to_end(paragraph, sentence)


def _multiplied(paragraph: Paragraph, found: re.Match[str]) -> Iterator[Finding]:
    each, total = whole(found["a"]), whole(found["t"])
    times = whole(found["n"]) if found["n"] else None
    if not each or not total or each < 2 or total <= each or NOT_SO.search(paragraph.text[: found.start()]):
        return
    if times is None:
        # How many there are isn't told: any number of them would do.
        nearest = max(2, round(total / each))
        right, expected = total % each == 0, nearest * each
    else:
        right, expected = total == times * each, times * each
    if not right and not Decimal("0.4") < Decimal(total) / expected < Decimal("2.5"):
        return
    why = f"{expected // each} times {each} is {expected}, printed as {found['t']}"
    yield _finding(paragraph, found.group(), found["t"], str(expected), why, right)


def _end_to_end(paragraph: Paragraph, sentence: str) -> Iterator[Finding]:
    """ "Two weeks, then six, then four, so that it lasted twelve weeks"."""
    steps = list(STEP.finditer(sentence))
    said = [each for each in LASTED.finditer(sentence) if steps and each.start() > steps[-1].start()]
    units = {each["unit"].lower() for each in steps if each["unit"]}
    if len(steps) < FEWEST or len(said) != 1 or len(units) != 1:
        return
    total, unit = whole(said[0]["n"] or said[0]["n2"]), (said[0]["unit"] or said[0]["unit2"]).lower()
    lengths = [whole(each["n"]) or 0 for each in steps]
    if unit in units and total and abs(sum(lengths) - total) * 2 <= total:
        right = sum(lengths) == total
        why = f"{' + '.join(map(str, lengths))} = {sum(lengths)} {unit}s, printed as {total}"
        yield _finding(paragraph, said[0].group(), str(total), str(sum(lengths)), why, right)


def _finding(paragraph: Paragraph, quote: str, stated: str, expected: str, why: str, right: bool) -> Finding:
    verdict: Verdict = "ok" if right else "wrong"
    slip = f"{CODE}/{paragraph.line}/{quote}"
    return Finding(CODE, verdict, paragraph.where, quote, stated, expected, why, slip, "likely")
