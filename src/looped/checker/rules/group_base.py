"""A share whose base stands in brackets behind the group that it is of, or behind the count itself."""

import re
from collections.abc import Iterator

from looped.checker.claims import Sentence
from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import DIGITS, fits, near, percent, rounded, share, truncated, whole
from looped.checker.patterns import pattern_of
from looped.checker.quieting import NUMBER

CODE = "group-base"
MESSAGE = "A share is its count of the group that is named behind it with its number."
GOOD = "A cough was told by 37 (32%) in the drug arm (n=116) and by 41 (37%) in the control arm (n=111)."
BAD = "A cough was told by 37 (35%) in the drug arm (n=116) and by 41 (37%) in the control arm (n=111)."

SHARE = r"(?P<p>\d+(?:\.\d+)?)\s?(?:%|per ?cent)"
BASE = rf"(?:(?:unweighted )?base|n)\s?[=:]?\s?(?P<m>{DIGITS})"
PATTERNS = (
    # A count with its share, its group and the group's number in brackets.
    pattern_of(rf"\b(?P<n>{NUMBER}) ?\({SHARE}\)(?: [a-z’'-]+){{1,9}}? \({BASE}\)", re.I),
    pattern_of(rf"{SHARE} ?\((?P<n>{DIGITS})\) of(?: [a-z’'-]+){{1,6}}? \({BASE}\)", re.I),
    # A share with count and base in one bracket, either first.
    pattern_of(rf"{SHARE} ?\((?P<n>{DIGITS})(?: [a-z’'-]+){{0,3}}[;,] ?{BASE}\)", re.I),
    pattern_of(rf"{SHARE} ?\({BASE}[;,] ?(?P<n>{DIGITS})(?: [a-z’'-]+){{1,3}}\)", re.I),
)


def check(context: Context) -> Iterator[Finding]:
    """Each count with its share and the number of its group."""
    for sentence, found in context.once(grouped):
        count, base = whole(found["n"]), whole(found["m"])
        if count is not None and base and count <= base:
            yield _judged(sentence, found.group(), count, base, found["p"])


def grouped(context: Context) -> tuple[tuple[Sentence, re.Match[str]], ...]:
    """The sentences with such shares; another rule that looks for their bases leaves them alone."""
    return tuple(
        (sentence, found)
        for sentence in context.sentences_with(*PATTERNS)
        for pattern in PATTERNS
        for found in pattern.finditer(sentence.text)
    )


def _judged(sentence: Sentence, quote: str, count: int, base: int, stated: str) -> Finding:
    printed = percent(stated)
    right = fits(count, base, printed)
    close = truncated(count, base, printed) or near(count, base, printed)
    verdict: Verdict = "ok" if right else "rounding" if close else "wrong"
    exact = f"{rounded(share(count, base), max(printed.decimals, 1))}%"
    why = f"{count} of {base} is {exact}, printed as {printed}"
    slip = f"{CODE}/{sentence.line}/{quote}"
    return Finding(CODE, verdict, sentence.where, quote, str(printed), exact, why, slip)
