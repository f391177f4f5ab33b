"""Shares into which a whole is split: all of them are 100%: "split three ways: 50% for, 30% against, 20% unsure"."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from looped.checker.adding import JOINED, step_of
from looped.checker.at_hand import is_slip
from looped.checker.context import Context, with_shares
from looped.checker.dividing import OF_REST, ONE_EACH, OVERLAP, SEVERAL, UNTOLD
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage
from looped.checker.quantities import printed

CODE = "all-of-hundred"
MESSAGE = "The shares into which a whole is split make 100%."
GOOD = "Views were split three ways: 52% for the plan, 30% against it and 18% undecided."
BAD = "Views were split three ways: 52% for the plan, 30% against it and 28% undecided."

# What says that the shares are all there are.
SPLIT = pattern_of(
    r"\b(?:split|divided?s?|divide into|broke down|breaks down|(?:two|three|four|five|2|3|4|5) ways|single answer|"
    r"under one\b|(?:nothing|none|no [a-z]+|not a penny|nobody|no one) (?:was |were |is |are |being |"
    r"went |goes )?"
    r"(?:[a-z]+ )?(?:on|to|for|in|into|at|of|with)? ?(?:any(?:one|thing|body)? |an)(?:other|else)|with no (?:other|"
    r"others|rest)|"
    r"(?:full|complete) breakdown(?! of (?:the )?(?:main|top|leading|chief))|(?:nothing|no one|nobody|"
    r"none) else|nothing (?:over|left)|no other [a-z]+|made up of|compris\w+)\b",
    re.I,
)
REST = pattern_of(
    r"\b(?:the (?:rest|remainder|remaining|others?|balance)|every(?:one|body) else|all the (?:rest|others))\b"
    r"[^.;\d%]{0,40}[(,]?\s*(?:\(|being |at |of |just |only )*$",
    re.I,
)
# What one takes no other can have: "staff took 52% of it, rent 18% and food 30%".
TOOK = pattern_of(
    r"\b(?:took|takes|take[sn]? up|absorb(?:s|ed)|account(?:s|ed) for|ma(?:kes?|de) up|consum(?:es|ed)|"
    r"contribut(?:es|ed)|went (?:on|to))\s+(?:just |only )?$",
    re.I,
)
BARE = re.compile(
    r"(?: of (?:the |its |our |all )?[a-z’'-]+(?: [a-z’'-]+)?)?(?:,|,? and|;) (?:the )?[a-z’'-]+(?: [a-z’'-]+){0,2} "
)
NO_SUM = pattern_of(
    r"\b(?:than|compared|against \d|rose|fell|from \d|last year|previous|target|multiple|tick\w*|"
    r"each of|average|weighted|of whom|of these|of which|of those|including)\b",
    re.I,
)
OF_GROUP = re.compile(
    r"(?:^|[;,] |\band )(?:of|among|in|for|at) (?:the )?[A-Za-z’'-]+(?: [a-z’'-]+)?,? (?:it was )?$", re.I
)
MOST = 8


def check(context: Context) -> Iterator[Finding]:
    """Each sentence with shares that are said to be all of a whole."""
    for paragraph, read in with_shares(context):
        for at in range(len(read.starts)):
            shares = [e for e in read.of_sentence(at) if e.share]
            if 2 < len(shares) <= MOST:
                yield from _judged(paragraph, read, at, shares)


def _judged(paragraph: Paragraph, read: Passage, at: int, shares: Sequence[Entry]) -> Iterator[Finding]:
    words = read.sentence(at)
    gaps = [read.quiet[a.end : b.start] for a, b in pairwise(shares)]
    if not all(len(gap) < 90 and JOINED.search(gap) for gap in gaps) or NO_SUM.search(words):
        return
    if UNTOLD.match(read.text, shares[-1].end) or OF_REST.search(read.text, shares[-2].end, shares[-1].start):
        return
    rest = REST.search(read.text[read.starts[at] : shares[-1].start])
    near = " ".join(read.sentence(each) for each in range(max(0, at - 1), min(at + 2, len(read.starts))))
    one_each = bool(ONE_EACH.search(near)) and not _are_of_groups(read, shares)
    whole = (one_each or SPLIT.search(words)) and not OVERLAP.search(ONE_EACH.sub(" ", near if one_each else words))
    if not (rest or whole) and _takes_above(read, at, shares):
        yield _finding(paragraph, read, shares)
        return
    if not (rest or whole) or (not whole and SEVERAL.search(words)):
        return
    values = [each.share.value for each in shares if each.share]
    made = sum(values, Decimal(0))
    slack = _slack(shares)
    miss = abs(made - 100)
    if miss > slack and miss > 30:
        return
    if not one_each and any(abs(made - each - 100) <= slack < miss for each in values):
        return
    if not one_each and any(abs(2 * each - made) <= slack + 1 for each in values):
        return  # "60% were content, made up of 22% and 37%": one of them is what the others make
    yield _finding(paragraph, read, shares)


def _are_of_groups(read: Passage, shares: Sequence[Entry]) -> bool:
    """ "Of men, 54%; of women, 47%": each of a whole of its own."""
    return sum(bool(OF_GROUP.search(read.text[read.starts[e.sentence] : e.start])) for e in shares) > 1


def _takes_above(read: Passage, at: int, shares: Sequence[Entry]) -> bool:
    """Whether shares that several take of one thing come to more than all of it, by a slip of the pen."""
    gaps = [read.text[a.end : b.start] for a, b in pairwise(shares)]
    lead = read.text[read.starts[at] : shares[0].start]
    made = sum((each.share.value for each in shares if each.share), Decimal(0))
    plain = bool(TOOK.search(lead)) and all(map(BARE.fullmatch, gaps)) and all(e.kind == "share" for e in shares)
    return (
        plain
        and made > 100 + len(shares)
        and any(is_slip(e.share.value, 100 - made + e.share.value) for e in shares if e.share)
    )


def _finding(paragraph: Paragraph, read: Passage, shares: Sequence[Entry]) -> Finding:
    """What the shares come to."""
    values = [each.share.value for each in shares if each.share]
    made = sum(values, Decimal(0))
    verdict: Verdict = "ok" if abs(made - 100) <= _slack(shares) else "wrong"
    why = f"{' + '.join(f'{printed(v)}%' for v in values)} = {printed(made)}%"
    quote = read.text[shares[0].start : shares[-1].end]
    slip = f"hundred/{paragraph.line}/{shares[0].start}"
    return Finding(CODE, verdict, paragraph.where, quote, f"{printed(made)}%", "100%", why, slip, "likely")


def _slack(shares: Sequence[Entry]) -> Decimal:
    """How far rounding may put their sum off."""
    steps = (step_of(e) if e.kind == "share" else Decimal(1).scaleb(-e.share.decimals) for e in shares if e.share)
    return sum(steps, Decimal(0)) / 2
