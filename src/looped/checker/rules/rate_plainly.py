"""A rate told right behind the two counts that it is of: "of 60 letters 45 were answered, a reply rate of 75%"."""

import re
from collections.abc import Iterator

from looped.checker.context import Context, with_shares
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import fits, near, rounded, share, truncated
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage

CODE = "rate-plainly"
MESSAGE = "A rate told right behind its two counts is what they give."
GOOD = "Of 60 letters sent to owners 45 were answered, a reply rate of 75%."
BAD = "Of 60 letters sent to owners 45 were answered, a reply rate of 25%."

LEAD = pattern_of(
    r"(?:,|\(|;|\s[–—-]) ?(?:or |which is |that is |giving |making |this is )*an? (?:overall |crude |final )?"
    r"(?P<of>(?:[a-z]+-)?[a-z]+) rate of $",
    re.I,
)
# A rate of those that were not: nobody need count these.
OF_OTHERS = pattern_of(
    r"^(?:non|un|no)|refus|declin|fail|error|drop|attrition|loss|lost|withdr|vacan|absen|miss|reject|death|mortality|"
    r"exception|default|growth|tax|interest|annual|daily|weekly|monthly",
    re.I,
)
ELSE = pattern_of(
    r"\b(?:each|every|per(?! cent)|than|target|last|previous\w*|excluding|without|average|mean|about|nearly|almost|"
    r"over|at least|adjusted|respectively|fail\w*|miss\w*|refus\w*|reject\w*|not|without|late|lost|"
    r"declin\w*|of (?:them|these|those|the others?))\b",
    re.I,
)
TWO = 2


def check(context: Context) -> Iterator[Finding]:
    """Each such rate whose sentence tells two counts before it, and nothing else."""
    for paragraph, read in with_shares(context):
        for each in read.entries:
            led = LEAD.search(read.text[: each.start]) if each.kind == "share" else None
            if led and not OF_OTHERS.search(led["of"]):
                yield from _judged(paragraph, read, each)


def _judged(paragraph: Paragraph, read: Passage, rate: Entry) -> Iterator[Finding]:
    own = read.of_sentence(rate.sentence)
    if len(own) != TWO + 1 or own[-1] is not rate or ELSE.search(read.sentence(rate.sentence)) or rate.share is None:
        return
    whole, part = own[:TWO]
    if any(e.kind != "count" or e.base or e.share for e in (whole, part)) or not 0 < part.count <= whole.count:
        return
    printed = rate.share
    loose = truncated(part.count, whole.count, printed) or near(part.count, whole.count, printed)
    right = fits(part.count, whole.count, printed)
    verdict: Verdict = "ok" if right else "rounding" if loose else "wrong"
    exact = f"{rounded(share(part.count, whole.count), max(printed.decimals, 1))}%"
    why = f"{part.text} of {whole.text} is {exact}, printed as {printed}"
    slip = f"share-of-base/{paragraph.line}/{rate.start}"
    yield Finding(CODE, verdict, paragraph.where, rate.text, str(printed), exact, why, slip, "likely")
