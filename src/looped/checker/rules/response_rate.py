"""A rate in percent of two counts that stand in the same sentence: sent and returned, due and done."""

import re
from collections.abc import Iterator

from looped.checker.claims import Sentence
from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import fits, near, percent, rounded, share
from looped.checker.patterns import pattern_of
from looped.checker.quantities import Quantity, quantities_in

CODE = "response-rate"
MESSAGE = "A rate is the count that came over the count that was asked."
GOOD = "It was sent to 640 people and 256 replied, a response rate of 40%."
BAD = "It was sent to 640 people and 256 replied, a response rate of 45%."

RATE = pattern_of(
    r"\brate(?:\s+(?:of|was|is|at|stood at|being))*\s*[:=(]?\s*(?P<a>\d+(?:\.\d+)?)\s?(?:%|per ?cent)|"
    r"(?P<b>\d+(?:\.\d+)?)\s?(?:%|per ?cent)\s+(?:[a-z]+\s+)?rate\b",
    re.I,
)
EMPTY = pattern_of(
    r"\b(?:vacancy|void|drop-?out|attrition|non-?response|refusal|loss|absence|non-?attendance|failure) rat", re.I
)


def check(context: Context) -> Iterator[Finding]:
    """Each rate in a sentence with just two counts."""
    for sentence in context.sentences:
        rates = list(RATE.finditer(sentence.text))
        counts = [
            each
            for each in quantities_in(sentence.text)
            if each.unit == "" and each.step == 1 and not each.is_year and each.value > 0
        ]
        if len(rates) == 1 and len(counts) == 2 and not any(claim.base and claim.percent for claim in sentence.claims):
            yield _judged(sentence, rates[0], *counts)


def _judged(sentence: Sentence, rate: re.Match[str], first: Quantity, last: Quantity) -> Finding:
    base, count = sorted((int(first.value), int(last.value)), reverse=True)
    stated = percent(rate["a"] or rate["b"])
    if EMPTY.search(sentence.text[: rate.start() + 5]):
        # "60 posts and 49 people in them, a vacancy rate of 18%": what is told is what isn't empty, or what is.
        count = base - count if fits(base - count, base, stated) or 2 * count > base else count
    verdict: Verdict = "ok" if fits(count, base, stated) else "rounding" if near(count, base, stated) else "wrong"
    exact = f"{rounded(share(count, base), max(stated.decimals, 1))}%"
    why = f"{count} of {base} is {exact}, printed as {stated}"
    slip = f"{CODE}/{sentence.line}/{rate.group()}"
    return Finding(CODE, verdict, sentence.where, rate.group(), str(stated), exact, why, slip, "likely")
