"""A share told as another word for its count: "in 48 cases, or 37%", "78% of the 298 boats (66 of them)"."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import fits, near, percent, rounded, share, truncated, whole
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage, passage
from looped.checker.quieting import NUMBER

CODE = "apposed-share"
MESSAGE = "A share that only says in other words how many there were is that of their count."
GOOD = "We read 76 logs. In 28 cases, or 37%, no rust was recorded."
BAD = "We read 76 logs. In 48 cases, or 37%, no rust was recorded."

SHARE = r"(?P<p>\d+(?:\.\d+)?) ?(?:%|per ?cent\b)"
# "In 48 cases, or 37%,".
OR_SHARE = pattern_of(
    rf"(?:^|[.;:] |, )(?:(?:in|for|on|at|with) )?(?P<n>{NUMBER})(?: of them| of these|(?: [a-z’'-]+){{1,2}}), or "
    rf"{SHARE}(?=[,.;:]| (?:were|was|had|did|of))",
    re.I,
)
# "78% of the 298 boats (66 boats)".
OF_BASE = pattern_of(
    rf"(?<![\d.,£]){SHARE} of (?:the |our |all |all the |these |"
    rf"those )(?P<m>{NUMBER}) (?P<what>[a-z]+)(?: [^.;:()\d]{{2,50}}?)? "
    rf"\((?:n ?= ?)?(?P<n>{NUMBER})(?: (?:of them|in all|people|cases|(?P=what)))?\)",
    re.I,
)
HEDGED = pattern_of(
    r"\b(?:about|around|nearly|almost|over|under|than|at least|at most|up to|target|if|would|not|only) $", re.I
)


def check(context: Context) -> Iterator[Finding]:
    """Each such share; the base of those in the first form is the only count told right before it."""
    for paragraph in context.paragraphs_with(OR_SHARE, OF_BASE):
        read = passage(paragraph.text)
        for found in OF_BASE.finditer(paragraph.text):
            yield from _judged(paragraph, found, whole(found["n"]), whole(found["m"]))
        for found in OR_SHARE.finditer(paragraph.text):
            yield from _judged(paragraph, found, whole(found["n"]), _base(read, found.start("n")))


def _base(read: Passage, place: int) -> int | None:
    """The only count of the sentence before one, or of its own before it."""
    at = read.sentence_at(place)
    own = [each for each in read.of_sentence(at) if each.end <= place]
    told = own or (read.of_sentence(at - 1) if at else [])
    every = [each for each in read.entries if each.end <= place]
    plain = [each for each in told if each.kind == "count" and not each.base and not each.share]
    return plain[0].count if len(plain) == len(told) == len(every) == 1 else None


def _judged(paragraph: Paragraph, found: re.Match[str], part: int | None, base: int | None) -> Iterator[Finding]:
    if not part or not base or part > base or HEDGED.search(paragraph.text[: found.start("p")]):
        return
    printed = percent(found["p"])
    loose = truncated(part, base, printed) or near(part, base, printed)
    verdict: Verdict = "ok" if fits(part, base, printed) else "rounding" if loose else "wrong"
    exact = f"{rounded(share(part, base), max(printed.decimals, 1))}%"
    why = f"{part} of {base} is {exact}, not {printed}"
    slip = f"share-of-base/{paragraph.line}/{found.start('n')}"
    quote = found.group().strip(" .;:,")
    yield Finding(CODE, verdict, paragraph.where, quote, str(printed), exact, why, slip, "likely")
