"""A ratio of two risks or odds whose counts are printed beside it."""

import re
from collections.abc import Iterator
from fractions import Fraction

from looped.checker.claims import Claim, Sentence
from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of

CODE = "risk-ratio"
MESSAGE = "A ratio of risks or odds is what its two counts and bases give."
GOOD = "It happened to 34 of 156 and to 51 of 156 (risk ratio 0.67)."
BAD = "It happened to 34 of 156 and to 51 of 156 (risk ratio 0.87)."

RATIO = pattern_of(
    r"\b(?P<kind>[Rr]isk ratio|[Rr]elative risk|[Rr]ate ratio|RR|[Oo]dds ratio|OR)"
    r"(?:\s*\([^()\d]{0,60}\)| (?:of|for) [^.;()\d]{2,70}?(?= was| is|,? \d))?\s*(?:=|:|of|was|"
    r",)?\s*(?P<ratio>\d+\.\d+)\b"
)
ADJUSTED = pattern_of(r"\b(?:adjust\w*|aOR|aRR|model\w*|regression|weighted|pooled)\b", re.I)
VERSUS = pattern_of(r"\s*\)?,? (?:versus|vs?\.?|against|compared (?:with|to))\s*\(?", re.I)
MARGIN = Fraction(3, 100)


def check(context: Context) -> Iterator[Finding]:
    """Each crude ratio with two counts out of bases in its sentence."""
    for sentence in context.sentences_with(RATIO):
        found = list(RATIO.finditer(sentence.text))
        parts = [claim for claim in sentence.claims if claim.count and claim.base and claim.count < claim.base]
        if len(found) == 1 and len(parts) == 2 and not ADJUSTED.search(sentence.text):
            yield _judged(sentence, found[0], *parts)


def _judged(sentence: Sentence, found: re.Match[str], first: Claim, last: Claim) -> Finding:
    odds = found["kind"].lower() in ("odds ratio", "or")
    ratio = _size(first, odds) / _size(last, odds)
    stated = Fraction(found["ratio"])
    step = Fraction(1, 10 ** len(found["ratio"].partition(".")[2]))
    # Either may be set against the other; a ratio of rounded shares may be out a little.
    # "19/200 versus 41/200" tells which is set against which.
    told = VERSUS.fullmatch(sentence.text[first.end : last.start])
    either = (ratio,) if told else (ratio, 1 / ratio)
    miss = min(abs(each - stated) for each in either)
    verdict: Verdict = "ok" if miss <= step / 2 else "rounding" if miss <= max(step, stated * MARGIN) else "wrong"
    nearest = min(either, key=lambda each: abs(each - stated))
    expected = f"{float(nearest):.{len(found['ratio'].partition('.')[2])}f}"
    why = (
        f"{first.count} of {first.base} against {last.count} of {last.base} is {expected}, printed as {found['ratio']}"
    )
    slip = f"{CODE}/{sentence.line}/{found.group()}"
    return Finding(CODE, verdict, sentence.where, found.group(), found["ratio"], expected, why, slip, "likely")


def _size(claim: Claim, odds: bool) -> Fraction:
    count, base = claim.count or 1, claim.base or 1
    return Fraction(count, base - count) if odds else Fraction(count, base)
