"""A rate per thousand whose count and base are printed beside it."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.claims import Sentence
from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import DIGITS
from looped.checker.patterns import pattern_of
from looped.checker.quantities import printed

CODE = "rate-per"
MESSAGE = "A rate per hundred, thousand or more is its count over its base."
GOOD = "Falls were 4.2 per 1,000 bed days (21 falls in 5,000 bed days)."
BAD = "Falls were 5.2 per 1,000 bed days (21 falls in 5,000 bed days)."

RATE = pattern_of(
    r"(?<![\w.,£-])(?P<rate>\d+(?:\.\d+)?)\s+(?:[a-z]+\s+){0,2}?per\s+"
    r"(?P<unit>100|1,?000|10,?000|100,?000|thousand|million)\b",
    re.I,
)
PAIR = pattern_of(
    rf"(?<![\w.,£-])(?P<n>{DIGITS})(?![\d.]|,\d)(?:\s+(?!per\b)[a-z’'-]+){{0,8}}?\s+"
    rf"(?:in|of|among|amongst|from|out of|over|across|for)\s+(?:the |a total of |a population of )?"
    rf"(?P<m>{DIGITS})(?![\d.]|,\d)",
    re.I,
)
UNITS = {"thousand": 1000, "million": 1_000_000}


def check(context: Context) -> Iterator[Finding]:
    """Each rate with one count in one base in its sentence."""
    for sentence in context.sentences_with(RATE):
        rates = list(RATE.finditer(sentence.text))
        rest = RATE.sub(lambda found: " " * len(found.group()), sentence.text)
        pairs = list(PAIR.finditer(rest))
        if len(rates) == len(pairs) and _in_turn(rates, pairs):
            for rate, pair in zip(rates, pairs, strict=True):
                yield from _judged(sentence, rate, pair)


def _in_turn(rates: list[re.Match[str]], pairs: list[re.Match[str]]) -> bool:
    """Whether each rate has its own pair beside it: all before their rates, or all behind them."""
    places = sorted([(each.start(), "rate") for each in rates] + [(each.start(), "pair") for each in pairs])
    kinds = [kind for _, kind in places]
    return all(kinds[at] != kinds[at + 1] for at in range(0, len(kinds), 2)) and len(set(kinds[::2])) <= 1


def _judged(sentence: Sentence, rate: re.Match[str], pair: re.Match[str]) -> Iterator[Finding]:
    count, base = (Decimal(pair[name].replace(",", "")) for name in "nm")
    unit = Decimal(UNITS.get(rate["unit"].lower()) or int(rate["unit"].replace(",", "")))
    if not base or count > base:
        return
    stated = Decimal(rate["rate"])
    step = Decimal(1).scaleb(-len(rate["rate"].partition(".")[2]))
    exact = count * unit / base
    miss = abs(exact - stated)
    verdict: Verdict = "ok" if miss <= step / 2 else "rounding" if miss <= step else "wrong"
    expected = printed(exact.quantize(step))
    why = f"{pair['n']} in {pair['m']} is {expected} per {rate['unit']}, printed as {rate['rate']}"
    slip = f"{CODE}/{sentence.line}/{rate.group()}"
    yield Finding(CODE, verdict, sentence.where, rate.group(), rate["rate"], expected, why, slip)
