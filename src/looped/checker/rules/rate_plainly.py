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
    r"(?:(?:,|\(|;|\s[–—-]) ?(?:or |which is |that is |giving |making |this is )*an? (?:overall |crude |final )?|\()"
    r"(?P<of>(?:[a-z]+-)?[a-z]+) rate(?: of| was| is|:|,)? $",
    re.I,
)
# A rate of those that were not: nobody need count these.
OF_OTHERS = pattern_of(
    r"^(?:non|un|no)|refus|declin|fail|error|drop|attrition|loss|lost|withdr|vacan|absen|miss|reject|death|mortality|"
    r"exception|default|growth|tax|interest|annual|daily|weekly|monthly",
    re.I,
)
FAULTS = pattern_of(r"^(?:error|exception|fault|failure|defect)$", re.I)
FAULTS_TOLD = pattern_of(
    r"\b(?:errors?|exceptions?|faults?|failures?|defects?)\b (?:were|was|in|found|among|from)|found \d+ [a-z]+", re.I
)
ELSE = pattern_of(
    r"\b(?:each|every|per(?! cent)|than|target|last|previous\w*|excluding|without|average|mean|about|nearly|almost|"
    r"over|at least|adjusted|respectively|fail\w*|miss\w*|refus\w*|reject\w*|not|without|late|lost|"
    r"declin\w*|of (?:them|these|those|the others?))\b",
    re.I,
)
# "At 25 marinas", "15 clerks were asked": others than those that are counted.
PLACED = pattern_of(r"\b(?:in|at|on|across|from|over|by|with|to|among) (?:the |our |all )?$", re.I)
DID = pattern_of(
    r"(?: of (?:them|these|those))?(?: [a-z]+ly)? (?:were|was|had|have|did|came|sent|gave|got|"
    r"left|[a-z]{2,}ed)\b",
    re.I,
)
TWO = 2


def check(context: Context) -> Iterator[Finding]:
    """Each such rate whose sentence tells two counts before it, and nothing else."""
    for paragraph, read in with_shares(context):
        for each in read.entries:
            led = LEAD.search(read.text[: each.start]) if each.kind == "share" else None
            if led and (not OF_OTHERS.search(led["of"]) or _are_faults(read, led)):
                yield from _judged(paragraph, read, each)


def _are_faults(read: Passage, led: re.Match[str]) -> bool:
    """Whether a rate is one of the faults that are counted: "23 exceptions were found, an error rate of"."""
    lead = read.sentence(read.sentence_at(led.start()))
    return bool(FAULTS.search(led["of"]) and FAULTS_TOLD.search(lead))


def _judged(paragraph: Paragraph, read: Passage, rate: Entry) -> Iterator[Finding]:
    own = [e for e in read.of_sentence(rate.sentence) if e.kind != "money" and e.start <= rate.start]
    if not own or own[-1] is not rate or ELSE.search(read.sentence(rate.sentence)) or rate.share is None:
        return
    told = own[:-1]
    if len(told) == 1 and told[0].kind == "count" and told[0].base and not told[0].share:
        yield _finding(paragraph, rate, told[0].count, told[0].base)  # "443 of 1,146 replied (response rate 38.7%)"
    plain = len(told) == TWO and all(e.kind == "count" and not e.base and not e.share for e in told)
    if plain:
        part, whole = sorted(e.count for e in told)
        faults = bool(FAULTS_TOLD.search(read.sentence(rate.sentence)))
        of_it = PLACED.search(read.text[: told[1].start]) is None and bool(DID.match(read.text, told[1].end))
        if part and (of_it or faults) and (told[0].count == whole or FAULTS_TOLD.search(read.sentence(rate.sentence))):
            yield _finding(paragraph, rate, part, whole)


def _finding(paragraph: Paragraph, rate: Entry, part: int, whole: int) -> Finding:
    assert rate.share is not None
    printed = rate.share
    loose = truncated(part, whole, printed) or near(part, whole, printed)
    verdict: Verdict = "ok" if fits(part, whole, printed) else "rounding" if loose else "wrong"
    exact = f"{rounded(share(part, whole), max(printed.decimals, 1))}%"
    why = f"{part} of {whole} is {exact}, printed as {printed}"
    slip = f"share-of-base/{paragraph.line}/{rate.start}"
    return Finding(CODE, verdict, paragraph.where, rate.text, str(printed), exact, why, slip, "likely")
