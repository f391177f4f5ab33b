"""Shares with what they come to, in words that say so: "taken together, 78% were content: 40% fairly and 38% very"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from looped.checker.context import Context, with_shares
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage
from looped.checker.quantities import printed

CODE = "shares-summed"
MESSAGE = "Shares that are told together are what their parts make."
GOOD = "Taken together, 78% were content: 40% were fairly so and 38% very."
BAD = "Taken together, 83% were content: 40% were fairly so and 38% very."

# Before what they come to, first of all: "taken together, ", "overall, ".
TOGETHER = pattern_of(
    r"(?:^|\b(?:and|but),? )\W*(?:(?:taken|put|added) together|together|combined|in all|altogether|in total|"
    r"overall|as a whole|"
    r"between them),? (?:just |some |the )?$",
    re.I,
)
# "..., so that 52% agreed to some degree", "- 52% in all".
SO = pattern_of(
    r"(?:,|;| [–-]) (?:and )?(?:so(?: that)?|thus|therefore|which (?:means|meant) that|meaning that|making|"
    r"giving|a total of|"
    r"together|in all|altogether|in total)(?: in all| a total of| together| altogether)?,? $",
    re.I,
)
FURTHER = pattern_of(r"\b(?:and|plus|with) (?:a further|another|an additional|a)\s$", re.I)
OPENS = re.compile(r"(?:[:(–]|\b(?:made up of|comprising|being|that is,)) (?:[a-z’'-]+ ){0,2}$|\($")
# "42% were positive (24% strongly agreed and 18% agreed)": steps of one scale, of which each gives one.
DEGREE = pattern_of(
    r" (?:were |was |are |had |said |felt |who )?(?:very|fairly|quite|strongly|somewhat|extremely|slightly|mostly|"
    r"completely|partly|definitely|probably|tend(?:ed)? to)\b",
    re.I,
)
BINDS = pattern_of(r",? (?:and|plus|with)(?: [a-z’'-]+){0,3} $|, (?:[a-z’'-]+ ){0,3}$", re.I)
# "Between them Ayr (41%) and Oban (27%) had 68%": two names in brackets, and what they have together.
BOTH = pattern_of(
    r"\W*(?:between them|together|taken together|combined),? (?:the (?:[a-z’'-]+ ){1,4})?[^.;:()\d%]{2,50} \($", re.I
)
AND_THE = pattern_of(r"\),? and [^.;:()\d%,]{2,50} \(")
HAVE = pattern_of(
    r"\)(?: (?:together|between them))?,? (?:had|have|held|hold|took|take|made up|make up|account(?:ed)? for|"
    r"accounting for|made|make|received|represent(?:ed)?|were|gave)(?: (?:just|only|over|in all))? $",
    re.I,
)
ELSE = pattern_of(
    r"\b(?:than|compared|rose|fell|from|last|against|target|previous\w*|but|not|neither|of (?:whom|these|them|"
    r"which|those)|"
    r"each|average|mean|respectively|if|while|whereas|men|women|of the (?:[a-z]+ )?(?:group|arm)s?)\b",
    re.I,
)
HALF, FEWEST, MOST, FAR = Decimal("0.5"), 3, 4, 25


def check(context: Context) -> Iterator[Finding]:
    """Each sentence of three shares or four, one of which is said to be the others together."""
    for paragraph, read in with_shares(context):
        for at in range(len(read.starts)):
            own = read.of_sentence(at)
            plain = all(e.kind == "share" and e.share and not e.base for e in own)
            if FEWEST <= len(own) <= MOST and plain and not ELSE.search(read.sentence(at)):
                yield from _judged(paragraph, read, own)


def _are_both(read: Passage, own: list[Entry]) -> bool:
    """Whether two shares stand in brackets behind two names, and what both have together behind them."""
    if len(own) != FEWEST:
        return False
    one, other, total = own
    lead = read.text[read.starts[one.sentence] : one.start]
    together = BOTH.fullmatch(lead) or "together" in read.text[other.end : total.start]
    return bool(
        together
        and AND_THE.fullmatch(read.text, one.end, other.start)
        and HAVE.fullmatch(read.text, other.end, total.start)
    )


def _judged(paragraph: Paragraph, read: Passage, own: list[Entry]) -> Iterator[Finding]:
    start = read.starts[own[0].sentence]
    gaps = [read.text[a.end : b.start] for a, b in pairwise(own)]
    steps = any(DEGREE.match(read.text, e.end) for e in own[1:])
    first = (
        (steps or TOGETHER.search(read.text[start : own[0].start]))
        and OPENS.search(gaps[0])
        and all(map(BINDS.search, gaps[1:]))
    )
    last = bool(SO.search(gaps[-1]) and FURTHER.search(gaps[-2])) or _are_both(read, own)
    if not (first or last):
        return
    total, parts = (own[0], own[1:]) if first else (own[-1], own[:-1])
    made = sum((e.value for e in parts), Decimal(0))
    slack = sum((e.step for e in own), Decimal(0)) * HALF
    if abs(made - total.value) > FAR:
        return
    values = [e.value for e in parts]
    if not steps and not last and min(values) <= total.value <= max(values):
        return  # "overall, 20%: 15% at Ayr and 25% at Oban": what they have on average
    verdict: Verdict = "ok" if abs(made - total.value) <= slack else "wrong"
    why = f"{' + '.join(e.text for e in parts)} = {printed(made)}%, printed as {total.text}"
    slip = f"parts/{paragraph.line}/{total.start}"
    yield Finding(CODE, verdict, paragraph.where, total.text, total.text, f"{printed(made)}%", why, slip, "likely")
