"""A share with how far it rose or fell, where the only share that it is so far from lies on the other side."""

import re
from collections.abc import Iterator

from looped.checker.context import Context, with_shares
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of

CODE = "way-by-size"
MESSAGE = "What is told as a rise or a fall of so many points has come from a share as far below or above."
GOOD = (
    "In spring tar came first, with 48.5%, and rope second with 45.0%; tar is now named by 41.8%, a fall of 6.7 points."
)
BAD = (
    "In spring tar came first, with 48.5%, and rope second with 45.0%; tar is now named by 41.8%, a rise of 6.7 points."
)

SAID = pattern_of(
    r"\)?,? (?:\()?(?:an? )(?:[a-z]+ )?(?:(?P<up>rise|increase|gain|growth|jump)|(?P<down>fall|drop|"
    r"decrease|decline|reduction|"
    r"loss)) of $",
    re.I,
)


def check(context: Context) -> Iterator[Finding]:
    """Each share with such a size right behind it, and all shares of the paragraph."""
    for paragraph, read in with_shares(context):
        for share, size in zip(read.entries, read.entries[1:], strict=False):
            if not share.share or size.kind != "points" or size.step >= 1 or share.sentence != size.sentence:
                continue
            said = SAID.fullmatch(read.text, share.end, size.start)
            if not said:
                continue
            others = {e.share.value for e in read.entries if e.share and e is not share}
            here = share.share.value
            below, above = here - size.value in others, here + size.value in others
            if below == above:
                continue
            right = below == bool(said["up"])
            verdict: Verdict = "ok" if right else "wrong"
            quote = read.text[share.start : size.end]
            was = here - size.value if below else here + size.value
            why = f"{was}% to {here}% is a {'rise' if below else 'fall'}"
            slip = f"way/{paragraph.line}/{share.start}"
            expected = "a rise" if below else "a fall"
            yield Finding(CODE, verdict, paragraph.where, quote, quote, expected, why, slip, "likely")
