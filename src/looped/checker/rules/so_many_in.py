"""So many in a larger number, with the share in brackets behind it: "113 in 685 (16.5%)"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.at_hand import is_slip
from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import digits, fits, percent, rounded, share
from looped.checker.patterns import pattern_of

CODE = "so-many-in"
MESSAGE = "A share in brackets behind so many in a larger number is theirs."
GOOD = "Leaks were found less often, 103 in 852 dives (12.1%), than the 113 in 685 (16.5%) of the year before."
BAD = "Leaks were found less often, 103 in 852 dives (12.1%), than the 113 in 685 (15.6%) of the year before."

N = r"\d{1,3}(?:,\d{3})+|\d+"
SPELL = r"(?:days?|weeks?|months?|years?|hours?|minutes?|points?)\b"
SAID = pattern_of(
    rf"(?<![\d.,£$€])(?P<n>{N})(?: (?!of\b|than\b|{SPELL})[a-z’'-]+){{0,4}}? in "
    rf"(?!(?:19|20)\d\d\b)(?P<b>{N})(?: (?!{SPELL})[a-z’'-]+){{0,2}} \((?P<s>\d+(?:\.\d+)?)\s?%\)",
    re.I,
)
NEAR = Decimal("0.25")


def check(context: Context) -> Iterator[Finding]:
    """Each such share."""
    for paragraph in context.paragraphs_with(SAID):
        for found in SAID.finditer(paragraph.text):
            part, whole, printed = int(digits(found["n"])), int(digits(found["b"])), percent(found["s"])
            if not 0 < part < whole:
                continue
            exact = rounded(share(part, whole), printed.decimals)
            right = fits(part, whole, printed)
            if right or is_slip(printed.value, exact) or abs(printed.value - exact) <= NEAR * exact:
                verdict: Verdict = "ok" if right else "wrong"
                why, quote = f"{part} of {whole} is {exact}%, not {printed}", found.group()
                slip = f"{CODE}/{paragraph.line}/{found.start()}"
                yield Finding(CODE, verdict, paragraph.where, quote, f"{printed}", f"{exact}%", why, slip, "likely")
