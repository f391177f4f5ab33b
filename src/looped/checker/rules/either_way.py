"""What was so in some and not so in the others, each with its share: "present in 36 (72%) and absent in 14 (28%)"."""

import re
from collections.abc import Iterator, Sequence

from looped.checker.context import Context, with_shares
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import fits, rounded, share
from looped.checker.opposites import are_opposed
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage

CODE = "either-way"
MESSAGE = "Counts of what is either so or not are, with their shares, of both together; the shares make 100%."
GOOD = "A log was present in 36 boats (72%) and absent in 14 (28%)."
BAD = "A log was present in 36 boats (72%) and absent in 24 (28%)."

BY = r"(?: (?:in|by|for|on|from|at|with|of))?"
# "… was present in", "Yes:".
FIRST = pattern_of(
    rf"(?:^|[ (.;:])(?P<what>(?:not |un)?[a-z]+(?: (?:on|in|up to|out of) (?:time|date))?){BY}[:,]? $", re.I
)
# "… boats and absent in", "; no:".
SECOND = pattern_of(
    r"\)?(?: (?:of )?(?:the |these |those |all )?[a-z]+)?(?:,? and|,? but|[;,]|,? while)(?: it)?"
    rf"(?: was| were| is| are)? (?P<what>(?:not |un|non-)?[a-z]+(?: (?:on|in|up to|out of) (?:time|date))?){BY}"
    r"(?: the (?:other|remaining))?[:,]? $",
    re.I,
)
ENDS = pattern_of(r"\)?(?: of (?:the |these |all )?[a-z]+| [a-z]+)?\s*(?:[.;,)]|$)", re.I)
THIRD = pattern_of(
    r"\b(?:unknown|not (?:stated|known|recorded|given|applicable|clear)|missing (?:for|in)|others?|neither|unsure|"
    r"partly|partially|undecided|blank|withdr\w+|last|previous\w*|target|respectively|rest|at least|about|around|over|"
    r"under|men|women|boys|girls|each|groups?|arms?)\b",
    re.I,
)
# "84 men (56%) and 66 women (44%)".
SEX = pattern_of(r"\d[\d,]* (?P<what>men|women|boys|girls|males?|females?) \(", re.I)
AND = pattern_of(r"(?:,? and|,|;) ")
HUNDRED = 100


def check(context: Context) -> Iterator[Finding]:
    """Each sentence that tells two figures with shares, and nothing else."""
    for paragraph, read in with_shares(context):
        for at in range(len(read.starts)):
            own = read.of_sentence(at)
            if len(own) == 2 and all(e.share and not e.base for e in own) and len({e.kind for e in own}) == 1:
                yield from _judged(paragraph, read, own)


def _judged(paragraph: Paragraph, read: Passage, own: Sequence[Entry]) -> Iterator[Finding]:
    one, other = own
    sentence = read.sentence(one.sentence)
    named = [SEX.match(e.text) for e in own]
    if all(named) and AND.fullmatch(read.text, one.end, other.start) and own[0].kind == "count":
        if are_opposed(*(each["what"] for each in named if each)):
            yield from _of_both(paragraph, one, other)
        return
    first = FIRST.search(read.text[read.starts[one.sentence] : one.start])
    second = SECOND.fullmatch(read.text, one.end, other.start)
    if not first or not second or not ENDS.match(read.text, other.end) or THIRD.search(sentence):
        return
    words = (first["what"].lower(), second["what"].lower())
    denied = words[1] in (f"not {words[0]}", f"un{words[0]}", f"non-{words[0]}")
    if not denied and not are_opposed(*words):
        return
    if one.kind == "share" and one.share is not None:
        left = HUNDRED - one.share.value
        yield _finding(paragraph, other, f"{left}%", f"{one.share} leaves {left}%", right=_is_all(one, other))
    elif one.kind == "count":
        yield from _of_both(paragraph, one, other)


def _is_all(one: Entry, other: Entry) -> bool:
    """Whether two shares make all, but for rounding."""
    assert one.share is not None
    assert other.share is not None
    step = max(one.share.decimals, other.share.decimals)
    return bool(abs(one.share.value + other.share.value - HUNDRED) * 10**step <= 1)


def _of_both(paragraph: Paragraph, one: Entry, other: Entry) -> Iterator[Finding]:
    """Two counts, each with its share of both."""
    assert one.share is not None
    assert other.share is not None
    step = max(one.share.decimals, other.share.decimals)
    whole = one.count + other.count
    right = fits(one.count, whole, one.share) and fits(other.count, whole, other.share)
    if right or _is_all(one, other):
        exact = rounded(share(other.count, whole), max(step, 1))
        why = f"{one.count} and {other.count} make {whole}, of which {other.count} are {exact}%"
        yield _finding(paragraph, other, f"{exact}%", why, right=right)


def _finding(paragraph: Paragraph, stated: Entry, expected: str, why: str, *, right: bool) -> Finding:
    verdict: Verdict = "ok" if right else "wrong"
    slip = f"{CODE}/{paragraph.line}/{stated.start}"
    why = f"{why}, printed as {stated.text}"
    return Finding(CODE, verdict, paragraph.where, stated.text, str(stated.share), expected, why, slip, "likely")
