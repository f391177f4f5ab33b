"""A whole in so many places, with the number of each in brackets: "370 at four sites (41, 105, 117 and 110)"."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import DIGITS as BARE
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.quieting import NUMBER

CODE = "in-places"
MESSAGE = "A list in brackets with a figure for each place adds up to what was told of all of them."
GOOD = "We met 373 growers at four markets (41, 105, 117 and 110 respectively)."
BAD = "We met 370 growers at four markets (41, 105, 117 and 110 respectively)."

DIGITS = rf"(?:{BARE})"
PLACES = pattern_of(
    rf"(?<![\w.,£/%-])(?P<whole>{NUMBER})(?! ?%| per)(?: [a-z’'-]+){{1,6}}? "
    rf"(?:at|in|from|across|over|on|to|by|between) "
    rf"(?:the |these |all |our )?(?P<k>{NUMBER}) [a-z’'-]+(?: [a-z’'-]+)? \((?P<list>{DIGITS}(?:, {DIGITS})+,? and "
    rf"{DIGITS})(?:,? respectively)?\)",
    re.I,
)


def check(context: Context) -> Iterator[Finding]:
    """Each such list with as many figures as there are places."""
    for sentence in context.sentences_with(PLACES):
        for found in PLACES.finditer(sentence.text):
            parts = [whole(each) or 0 for each in re.findall(DIGITS, found["list"])]
            total = whole(found["whole"])
            if len(parts) != whole(found["k"]) or total is None or total <= max(parts):
                continue
            verdict: Verdict = "ok" if sum(parts) == total else "wrong"
            why = f"{' + '.join(map(str, parts))} = {sum(parts)}, printed as {total}"
            slip = f"parts/{sentence.line}/{found.start()}"
            yield Finding(CODE, verdict, sentence.where, found.group(), str(total), str(sum(parts)), why, slip)
