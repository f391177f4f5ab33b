"""Two amounts and what lies between them, under whatever name the accounts give it."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.claims import Sentence
from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.pairing import BEHIND_YEAR, OF_YEAR, PLANNED, SPENT
from looped.checker.patterns import pattern_of
from looped.checker.quantities import Quantity, printed, quantities_in

CODE = "overspend"
MESSAGE = "An overspend, saving or shortfall is the difference of its two amounts."
GOOD = "It spent £3.6m against a budget of £3.4m, an overspend of £0.2m."
BAD = "It spent £3.6m against a budget of £3.4m, an overspend of £0.4m."

OR_PERCENT = pattern_of(r"^(?:,? or |\s?\()(?P<p>\d+(?:\.\d+)?)\s?%(?! (?:CI|confidence|credible))")
EXCEEDED = pattern_of(r"\b(?:exceed|over|under|above|below|beyond|short)\w*\b[^.;()]*\bby\s+$", re.I)
NAMED = pattern_of(
    r"\b(?:over|under)spend(?:ing)?|\b(?:shortfall|surplus|deficit|saving|excess|gap|difference|variance)\b", re.I
)
MOST = 3
OF = pattern_of(r"(?:\s+(?:of|was|is)|:)?\s+(?:about |around |some )?$", re.I)
# "The deficit of £40,000 was cut to £22,000": what it was, and no difference of the two.
MOVED_ON = re.compile(
    r" (?:was|were|is|has been|had been) (?:later |then |since |thus )?(?:cut|reduced|brought|lowered|raised)\b"
)
# "The deficit of £90,000 is made up of £55,000 and £35,000".
MADE_UP = pattern_of(r"\b(?:made up|consist\w*|compris\w*|split|divided|arose|between)\b|\b(?:due|owing) to\b", re.I)
# "A fall in the overspend of £1m": what it moved by.
MOVED_BY = pattern_of(
    r"\b(?:rise|fall|increase|decrease|drop|reduction|growth|improvement|change|cut|worsening|deterioration) "
    r"(?:in|of|to|on) "
    r"(?:the |its |their |our )?(?:[a-z]+ ){0,2}$",
    re.I,
)
MONEY = pattern_of(r"[£$€]")


def check(context: Context) -> Iterator[Finding]:
    """Each named difference in a sentence, or in a part of one, with just two amounts more."""
    for sentence in context.sentences_with(MONEY):
        if sentence.text.count("£") > MOST and ";" in sentence.text:
            for text in sentence.text.split(";"):
                yield from _of(sentence, text)
        else:
            yield from _of(sentence, sentence.text)


def _of(sentence: Sentence, text: str) -> Iterator[Finding]:
    amounts = [each for each in quantities_in(text) if each.unit == "£"]
    named = [each for each in amounts if _is_named(text, each)]
    if len(amounts) == MOST and len(named) == 1:
        others = [each for each in amounts if each is not named[0]]
        if MADE_UP.search(text) and sum(each.value for each in others) == named[0].value:
            return
        yield _finding(sentence, named[0], *others, other_way=_is_other_way(text, named[0], others))
        yield from _in_percent(sentence, text, named[0], others)


def _is_named(text: str, amount: Quantity) -> bool:
    if MOVED_ON.match(text[amount.end :]):
        return False
    if EXCEEDED.search(text[: amount.start]):
        return True
    before = text[max(0, amount.start - 40) : amount.start]
    if OF_YEAR.search(before) and BEHIND_YEAR.match(text, amount.end):
        return False  # "a surplus of £3,000 in 2020": what it was then
    return any(
        OF.fullmatch(before[found.end() :]) and not MOVED_BY.search(before[: found.start()])
        for found in NAMED.finditer(before)
    )


def _is_other_way(text: str, named: Quantity, others: list[Quantity]) -> bool:
    """Whether less than the budget is called an overspend, or more an underspend."""
    said = SPENT.search(text[: named.start])
    first, last = sorted(others, key=lambda each: each.start)
    planned = [bool(PLANNED.search(text[: first.start])), bool(PLANNED.search(text[first.end : last.start]))]
    if not said or planned[0] == planned[1] or named.start < last.start or first.value == last.value:
        return False
    spent, budget = (last, first) if planned[0] else (first, last)
    return (spent.value > budget.value) != (said["over"].lower() == "over")


def _in_percent(sentence: Sentence, text: str, named: Quantity, others: list[Quantity]) -> Iterator[Finding]:
    """The difference said again as a percentage of one of the two."""
    found = OR_PERCENT.match(text[named.end :])
    if not found or not all(each.value for each in others):
        return
    stated = Decimal(found["p"])
    step = Decimal(1).scaleb(-len(found["p"].partition(".")[2]))
    exact = [named.value * 100 / each.value for each in others]
    slack = max(step / 2 + share * named.step / 2 / named.value for share in exact) if named.value else step
    miss = min(abs(share - stated) for share in exact)
    expected = " or ".join(f"{printed(share.quantize(Decimal('0.1')))}%" for share in exact)
    why = f"{named.text} is {expected} of the two amounts, printed as {found['p']}%"
    verdict: Verdict = "ok" if miss <= slack else "wrong"
    slip = f"{CODE}/{sentence.line}/{named.text}/percent"
    yield Finding(CODE, verdict, sentence.where, named.text + found.group(), f"{found['p']}%", expected, why, slip)


def _finding(
    sentence: Sentence, named: Quantity, first: Quantity, last: Quantity, *, other_way: bool = False
) -> Finding:
    apart = abs(first.value - last.value)
    miss = abs(apart - named.value)
    slack = sum(each.step for each in (named, first, last) if each.step != 1) / 2
    verdict: Verdict = "wrong" if other_way else "ok" if not miss else "rounding" if miss <= slack else "wrong"
    why = f"between {first.text} and {last.text} lie £{printed(apart)}, printed as {named.text}"
    slip = f"{CODE}/{sentence.line}/{named.text}"
    return Finding(CODE, verdict, sentence.where, named.text, named.text, f"£{printed(apart)}", why, slip)
