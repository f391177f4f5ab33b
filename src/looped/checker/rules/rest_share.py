"""The share that is left: "47% had heard of it. The rest, 53%, had not"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.quantities import printed

CODE = "rest-share"
MESSAGE = "The share of the rest is what the others leave of a hundred."
GOOD = "47% of the tenants had heard of the plan. The rest, 53%, had not."
BAD = "47% of the tenants had heard of the plan. The rest, 59%, had not."

REST = pattern_of(
    r"\b(?:the (?:rest|others?|remainder|balance|remaining [a-z]+)|leaving|which leaves|leaves)"
    r"(?: of (?:them|these|the [a-z]+))?(?: (?:was|were|is|are|made up|just|only|some|a further))*,? ?[(–—]? ?$",
    re.I,
)
ELSE = pattern_of(
    r"\b(?:target|last|previous|before|earlier|national\w*|average|rose|fell|than|compared|more than one|several|up|"
    r"down)\b",
    re.I,
)
MOST, REACH, SLACK = 6, 1, Decimal("0.5")


def check(context: Context) -> Iterator[Finding]:
    """Each such share, with the shares of its sentence, or of the one before."""
    for paragraph in context.paragraphs_with(REST):
        read = passage(paragraph.text)
        for each in read.entries:
            if each.share and REST.search(read.text[: each.start], max(0, each.start - 70)):
                yield from _judged(paragraph, read, each)


def _judged(paragraph: Paragraph, read: Passage, each: Entry) -> Iterator[Finding]:
    before = [e for e in read.entries if e.end <= each.start and e.share and each.sentence - e.sentence <= REACH]
    own = [e for e in before if e.sentence == each.sentence] or before
    words = read.text[read.starts[own[0].sentence] : each.end + 20] if own else ""
    if not own or len(own) > MOST or each.share is None or ELSE.search(words):
        return
    left = [100 - sum((e.share.value for e in some if e.share), Decimal(0)) for some in (own, before, own[-1:])]
    # Each was rounded on its own.
    slack = SLACK.scaleb(-each.share.decimals) * (len(before) + 1)
    verdict: Verdict = "ok" if any(abs(one - each.share.value) <= slack for one in left) else "wrong"
    if verdict == "wrong" and (left[0] <= 0 or any(e.base for e in (*own, each)) and len({e.base for e in own}) > 1):
        return
    terms = " and ".join(str(e.share) for e in own)
    why = f"{terms} leave {printed(left[0])}%, printed as {each.share}"
    slip = f"fraction/{paragraph.line}/{each.text.lower()}"
    yield Finding(
        CODE, verdict, paragraph.where, each.text, str(each.share), f"{printed(left[0])}%", why, slip, "likely"
    )
