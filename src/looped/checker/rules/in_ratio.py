"""A ratio of two counts that stand in the sentence: "11 staff for 44 residents, a ratio of one to four"."""

import re
from collections.abc import Iterator
from fractions import Fraction

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.prose import passage
from looped.checker.quieting import NUMBER

CODE = "in-ratio"
MESSAGE = "A ratio is that of the two counts it is told of."
GOOD = "In the hall 11 helpers looked after 44 guests, a ratio of one to four."
BAD = "In the hall 11 helpers looked after 44 guests, a ratio of one to five."

RATIO = pattern_of(
    rf"\bratio (?:of |was |is |at |stood at )*(?:about |roughly |around )?"
    rf"(?P<a>{NUMBER})(?: ?: ?| to )(?P<b>{NUMBER})\b",
    re.I,
)
MOST = 12
EACH = pattern_of(r"\b(?:each|either|both)\b", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each ratio in a sentence with just two counts."""
    for sentence in context.sentences_with(RATIO):
        found = RATIO.search(sentence.text)
        if not found or EACH.search(sentence.text):
            continue  # "in a ratio of 1:1, giving 100 in each": of one group, and of all
        own = [
            e
            for e in passage(sentence.text).entries
            if e.kind == "count" and not found.start() <= e.start < found.end()
        ]
        a, b = whole(found["a"]), whole(found["b"])
        if len(own) != 2 or any(e.base or e.share or not e.count for e in own) or not a or not b:
            continue
        low, high = sorted(e.count for e in own)
        stated, exact = Fraction(max(a, b), min(a, b)), Fraction(high, low)
        if exact > MOST * 10:
            continue
        # "One to four" is told to the nearest whole.
        right = abs(stated - exact) <= Fraction(1, 2)
        verdict: Verdict = "ok" if right else "wrong"
        shown = f"1 to {float(exact):.3g}"
        slip = f"{CODE}/{sentence.line}/{found.group()}"
        why = f"{high} to {low} is {shown}, printed as {found.group()}"
        yield Finding(CODE, verdict, sentence.where, found.group(), found.group(), shown, why, slip, "likely")
