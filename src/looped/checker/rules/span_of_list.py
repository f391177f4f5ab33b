"""The least and the greatest that a list is said to run between: those that it has."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.end_words import HIGHEST, LOWEST
from looped.checker.finding import Finding, Verdict
from looped.checker.listing import Listing, near
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.prose import NUMBER, Passage, passage

CODE = "span-of-list"
MESSAGE = "A list runs from its least figure to its greatest."
GOOD = "Response ranged from 31% to 58% between the sites: Ash 44%, Elm 31% and Oak 58%."
BAD = "Response ranged from 38% to 58% between the sites: Ash 44%, Elm 31% and Oak 58%."

NUMERAL = r"£?\d[\d,]*(?:\.\d+)?"
SAID = pattern_of(
    rf"\b(?:rang(?:ed|es|ing)|var(?:ied|ies|ying)|ran|lay|was|were|spread|extend(?:ed|ing)|differ(?:ed|ing)|fell|"
    rf"anywhere|scored)\b(?: [a-z]+)?,? "
    rf"(?:from |between )(?:a (?:low|minimum|least) of |as (?:low|little|few) as |just |only )?(?P<a>{NUMERAL})\s?"
    rf"(?P<u>%|per ?cent)?[^.;:\d]{{0,50}}?\b(?:to|and)\b (?:a (?:high|maximum|peak) of |as (?:high|much|many) "
    rf"as |over )?"
    rf"(?P<b>{NUMERAL})\s?(?P<v>%|per ?cent)?(?![\d%]|[.,]\d)",
    re.I,
)
# "The lowest result was 57% and the highest 85%", "the highest was 85%, the lowest 57%".
END = r"(?: (?:[a-z]+)){0,3}?(?:,? (?:was|were|being|is|at|of|had|stood at|scored)|,)?(?: (?:at|just|only))? \(?"
ENDS = pattern_of(
    rf"\b(?:(?P<low>{LOWEST}|least|worst|poorest|weakest)|(?P<high>{HIGHEST}|most|best|strongest))\b{END}"
    rf"(?P<a>{NUMERAL})\s?(?P<u>%|per ?cent)?\)?(?:,? and|,? with|,? while|[;,]|,? to) (?:(?:the|a|its|our) )?"
    rf"(?:{LOWEST}|least|worst|poorest|weakest|{HIGHEST}|most|best|strongest)\b{END}"
    rf"(?P<b>{NUMERAL})\s?(?P<v>%|per ?cent)?(?![\d%]|[.,]\d)",
    re.I,
)
UNIT = pattern_of(
    r"\s?(?:°|degrees?\b|years?\b|months?\b|weeks?\b|days?\b|hours?\b|minutes?\b|seconds?\b|[mck]?m\b|[mk]?g\b|"
    r"m?l\b|miles?\b|metres?\b|litres?\b|mmHg\b|bpm\b|pence\b)",
    re.I,
)
AGED = pattern_of(r"\b(?:aged?|ages|old|born)\b", re.I)
COUNT = pattern_of(rf"\b(?:the|all|our|these|those|among|between|across|of) (?P<n>{NUMBER}) [a-z]+s\b", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each span beside a list of three or more of the same kind."""
    for paragraph in context.paragraphs_with(SAID, ENDS):
        for pattern in (SAID, ENDS):
            for found in pattern.finditer(paragraph.text):
                yield from _judged(paragraph, passage(paragraph.text), found)


def _judged(paragraph: Paragraph, read: Passage, found: re.Match[str]) -> Iterator[Finding]:
    at = read.sentence_at(found.start())
    low, high = (Decimal(found[side].replace(",", "").lstrip("£")) for side in "ab")
    if found.groupdict().get("high"):
        low, high = high, low
    percent, money = bool(found["v"]), found["b"].startswith("£")
    lists = [each for each in near(read, at) if _suits(each, found, percent, money)]
    if _is_of_else(read, found, at):
        lists = [each for each in lists if each.sentence == at]
    if len(lists) != 1 or low >= high or re.search(r"\brose|fell from|\bover\b", found.group()[:12]):
        return
    listing = lists[0]
    least, most = min(listing.values), max(listing.values)
    told = [whole(each["n"]) for each in COUNT.finditer(read.text)]
    right = (low, high) == (least, most)
    # A list may be of some only: then its figures lie within the span.
    if not right and (low > least or high < most or len(listing.items) in told) and (low == least or high == most):
        right = False
    elif not right:
        return
    verdict: Verdict = "ok" if right else "wrong"
    why = f"{listing.shown}: the least is {least:f} and the greatest {most:f}"
    slip = f"{CODE}/{paragraph.line}/{found.start()}"
    stated, expected = f"{found['a']} to {found['b']}", f"{least:f} to {most:f}"
    yield Finding(CODE, verdict, paragraph.where, found.group(), stated, expected, why, slip, "likely")


def _is_of_else(read: Passage, found: re.Match[str], at: int) -> bool:
    """ "Between 2 °C and 5 °C", "aged between 5 and 16": of no list of counts that another sentence tells."""
    return bool(UNIT.match(read.text, found.end("b")) or AGED.search(read.text, read.starts[at], found.end("a")))


def _suits(listing: Listing, found: re.Match[str], percent: bool, money: bool) -> bool:
    first = listing.items[0].entry
    alike = percent == listing.is_share and money == (first.kind == "money")
    return alike and len(listing.items) > 2 and (listing.start >= found.end() or listing.end <= found.start())
