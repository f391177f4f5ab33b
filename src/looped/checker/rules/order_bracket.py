"""Two that are set against each other with the figures of both in one bracket, in the order in which they are named."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.numbers import digits
from looped.checker.parties import finding_of
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage, passage
from looped.checker.rules.order_pair import DENIED, DOWN, UP

CODE = "order-bracket"
MESSAGE = "Of two with their figures in one bracket the first is more or less as is said, and by so much."
GOOD = "Cats were older than dogs by a mean of 1.4 years (6.9 against 5.5)."
BAD = "Cats were younger than dogs by a mean of 1.4 years (6.9 against 5.5)."

FIGURE = r"[£$€]?\d[\d,]*(?:\.\d+)?"
UNIT = r"(?: ?%| per ?cent| [a-z]+)?"
# "(57/129, 44.2% v 38/125, 30.4%)".
COUNT = r"(?:(?P<{}>\d[\d,]*)(?:/| of | out of )\d[\d,]*(?:, | \())?"
PAIR = pattern_of(
    rf"\b(?:(?P<up>{UP}|older)|(?P<down>{DOWN}|younger))\b(?P<what>[^.;:()\d]{{0,60}}?) than "
    rf"(?P<whom>(?:[^.;:()]|\.(?=\d)){{2,90}}?) \({COUNT.format('m')}(?P<a>{FIGURE}){UNIT}\)? "
    rf"(?P<link>to|against|v\.?|vs\.?|versus|compared (?:with|to)) {COUNT.format('n')}(?P<b>{FIGURE}){UNIT}\)",
    re.I,
)
# "Fewer tows in Ash (42) than in Elm (37)": each has its own behind it, whatever else the sentence tells.
EACH = pattern_of(
    rf"\b(?:(?P<up>{UP}|older)|(?P<down>{DOWN}|younger))\b(?P<what>[^.;:()]{{0,90}}?) "
    rf"\((?P<a>{FIGURE})(?P<unit>{UNIT})\) than (?P<whom>[^.;:()\d]{{2,90}}?) \((?P<b>{FIGURE})(?P=unit)\)",
    re.I,
)
OFTEN = pattern_of(r"\b(?:common|frequent|often|likely|rates?|share|proportion|percentage)\b", re.I)
SMALL = 3
BY = pattern_of(rf"\bby (?:just |only )?(?:an? (?:mean|average|median) of )?(?P<n>{FIGURE})(?! ?%)", re.I)
ROUNDED = pattern_of(r"%|\bper ?cent\b|\bpoints?\b|\d\.\d", re.I)
# Of other figures than the two, or of two in another order.
ELSEWHERE = pattern_of(
    r"\b(?:half|twice|times|doubled|trebled|tripled|halved|expected|planned|usual(?!-)|ever|any|once|average|all|both|each|likely|ago|since|"
    r"(?:year|month|week|quarter|term|time|last) before|previous\w*|earlier)\b",
    re.I,
)
COMPARED = pattern_of(r"\b(?:compared (?:with|to)|unlike|against|whereas|while)\b", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each such pair, wherever it stands."""
    for paragraph in context.paragraphs_with(PAIR, EACH):
        read = passage(paragraph.text)
        for found in PAIR.finditer(paragraph.text):
            yield from _judged(paragraph, read, found)
        for found in EACH.finditer(paragraph.text):
            told = found["what"] + found["whom"]
            # Of how often it was no count tells; a small number in brackets may be that of a note.
            if ("%" in found["unit"] or not OFTEN.search(told)) and max(digits(found["a"]), digits(found["b"])) > SMALL:
                yield from _judged(paragraph, read, found)


def _judged(paragraph: Paragraph, read: Passage, found: re.Match[str]) -> Iterator[Finding]:
    """More or less as is said; and where it says by how much, by so much, give or take what rounding may do."""
    lead = paragraph.text[read.starts[read.sentence_at(found.start())] : found.start()]
    by = BY.search(found["whom"])
    words = found["whom"].replace(by.group(), "") if by else found["whom"]
    if DENIED.search(lead) or COMPARED.search(lead) or ELSEWHERE.search(f"{found['what']} {words}"):
        return
    if re.search(r"\b(?:doubl|trebl|tripl|quadrupl|halv)ed\b", words, re.I):
        return  # "more than doubled (30 to 64)": from the one to the other
    if re.match(r"[£$€]?\d", words) or (re.search(r"\d", words) and found.groupdict().get("link", "").lower() == "to"):
        return  # "more were older than 65"; a range of ages or years
    one, other = (digits(found[name]) for name in "ab")
    right = one > other if found["up"] else one < other
    kinds = found.groupdict()
    if not right and kinds.get("m") and kinds.get("n") and not OFTEN.search(found.group()):
        counts = digits(kinds["m"]), digits(kinds["n"])
        right = counts[0] > counts[1] if found["up"] else counts[0] < counts[1]
    if right and by:
        # Rounded ones may differ by a step more or less than is printed.
        step = max(Decimal(1).scaleb(min(0, int(each.as_tuple().exponent))) for each in (one, other, digits(by["n"])))
        right = abs(abs(one - other) - digits(by["n"])) <= step * bool(ROUNDED.search(found.group()))
    why = f"{found['a']} against {found['b']}"
    expected = "" if right else f"by {abs(one - other)}" if by and (one > other) == bool(found["up"]) else "the other"
    yield finding_of(CODE, paragraph, read, found.span(), (right, expected), why)
