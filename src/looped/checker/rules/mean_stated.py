"""A mean or a rate whose sum and base are printed beside it."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.claims import Sentence
from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import WORDS
from looped.checker.patterns import Pattern, pattern_of
from looped.checker.quantities import QUANTITY, Quantity, printed, quantity_of

CODE = "mean-stated"
MESSAGE = "A mean is its sum over its number."
GOOD = "Auditors held 84 interviews in 20 teams, an average of 4.2 for each team."
BAD = "Auditors held 84 interviews in 20 teams, an average of 4.7 for each team."

NOUNS = r"(?:\s+(?!of\b|to\b)[a-z’'-]+){1,4}?\s+"
OVER = (
    r"(?:in|over|across|from|for|to|by|at|among|amongst|between|with|spread over|shared by)\s+(?:the\s+|all\s+|its\s+)?"
)
MEAN = r"\b(?:mean|average|averaging)\b(?!\s+age)[^.;()\d£]{0,50}?"
PATTERNS = tuple(
    pattern_of(pattern, re.I)
    for pattern in (
        MEAN + r"@r[^.;()\d]{0,40}\(\s*(?:sum|total)(?:\s+of)?\s*=?:?\s*@s[^()\d£]{0,30}?n\s*=\s*@m",
        MEAN + r"@r[^.;()\d]{0,40}\(\s*@s" + NOUNS + OVER + r"@m",
        MEAN + r"@r[^.;()\d]{0,40}\(\s*@s\s*(?:/|÷|divided by)\s*@m",
        MEAN + r"@r,\s+(?:with|for|from)\s+@s" + NOUNS + OVER + r"@m",
        r"@s\s+[a-z’'-]+(?:\s+[a-z’'-]+){0,2},[^.;\d£]{0,30}?"
        + MEAN
        + r"@r\s+(?:a|an|each|per|every)\s+[a-z]+\s+"
        + OVER
        + r"@m",
        r"@s" + NOUNS + OVER + r"@m[^.;\d£]{0,60}?" + MEAN + "@r",
        r"@m" + NOUNS + r"(?:(?:were |was )?worth|totall?ed|came to|amounted to|"
        r"cost|took|made|held|received|had|used|spent|lost|needed)\s+@s[^.;\d£]{0,40}?" + MEAN + "@r",
        MEAN.replace(
            "[^.;()\\d£]{0,50}?", "[^.;()\\d£]{0,40}?\\bof\\s+(?:the\\s+)?@m[^.;()\\d£]{0,30}?(?:was|of|is)\\s+"
        )
        + r"@r,?\s+(?:or\s+|and\s+)?@s\s+(?:in (?:all|total)|altogether)",
        r"(?:sum|total)(?:\s+of|\s+was)?\s*=?\s*@s[^.;\d£]{0,40}?n\s*=\s*@m[^.;\d£]{0,40}?" + MEAN + "@r",
    )
)
PART = pattern_of(r"@([rsm])")


def _compiled(pattern: Pattern) -> Pattern:
    """The pattern with each @ name as a quantity."""
    number = r"(?<![\w.,/-])[£$€]?\s?\d[\d,]*(?:\.\d+)?(?:\s?(?:million|bn|m|k)\b)?(?![\w/%]|[.,]\d)"
    worded = rf"(?:{number}|\b{WORDS}\b)"
    kinds = {"r": number, "s": number, "m": worded}
    return pattern_of(PART.sub(lambda found: f"(?P<{found[1]}>{kinds[found[1]]})", pattern.pattern), re.I)


COMPILED = tuple(_compiled(pattern) for pattern in PATTERNS)


def check(context: Context) -> Iterator[Finding]:
    """Each mean with its sum and its number in one sentence."""
    for sentence in context.sentences:
        for pattern in COMPILED:
            if found := pattern.search(sentence.text):
                parts = _in_order([_quantity(found[name]) for name in "rsm"])
                if all(parts) and parts[2] and parts[2].value:
                    yield _finding(sentence, found.group(), *[part for part in parts if part])
                break


def _in_order(parts: list[Quantity | None]) -> list[Quantity | None]:
    """Mean, sum and number: money, where the mean is money, is the sum, whichever stands first."""
    mean, total, number = parts
    if not (mean and total and number):
        return parts
    turned = mean.unit and number.unit == mean.unit != total.unit
    # "31 stays came to 170 days, a mean of 5.5 days": the mean tells which is over which.
    fits = abs(number.value / total.value - mean.value) <= mean.step / 2 if total.value and not mean.unit else False
    return [mean, number, total] if turned or fits else parts


def _quantity(text: str) -> Quantity | None:
    found = QUANTITY.search(text)
    return quantity_of(found) if found else None


def _finding(sentence: Sentence, quote: str, mean: Quantity, total: Quantity, number: Quantity) -> Finding:
    exact = total.value / number.value
    # A sum that was itself rounded leaves room: half its last digit, over the number.
    slack = mean.step / 2 + (total.step / 2 / number.value if total.step != 1 else Decimal(0))
    miss = abs(exact - mean.value)
    verdict: Verdict = "ok" if miss <= slack else "rounding" if miss <= mean.step else "wrong"
    expected = printed(exact.quantize(mean.step if mean.step < 1 else Decimal("0.1")))
    why = f"{total.text} over {number.text} is {expected}, printed as {mean.text}"
    return Finding(CODE, verdict, sentence.where, quote, mean.text, expected, why, f"{CODE}/{sentence.line}/{quote}")
