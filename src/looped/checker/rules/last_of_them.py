"""The rest that is told last of a list of clauses: "15 had healed, eight were better and the last five were worse"."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from looped.checker.at_hand import is_slip
from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage

CODE = "last-of-them"
MESSAGE = "Those told first in each clause and those who are called the last or the balance are all there are."
GOOD = "Forty pumps were tried; 30 ran, six ran badly and the last four would not start."
BAD = "Forty pumps were tried; 30 ran, six ran badly and the last five would not start."

LAST = pattern_of(
    r"\bthe (?:last|final|balance of(?: the)?|residue of|residual|remainder of|odd|outstanding|leftover) $", re.I
)
# What a clause begins with: its own number, and so no number of what each has.
OPENS = pattern_of(
    r"(?:^|[.;:,–—]\s|\b(?:and|but|while|whereas|then))\s?(?:(?:the|a|some|only|just|another|further|other|of these|"
    r"of them|of those|among them|and|but|while)[, ]*)*$",
    re.I,
)
WHOLE = pattern_of(
    r"(?:^|[.;:] )\W*(?:(?:of|among|from|in) )?(?:(?:the|our|all|a|these|we|they|it|sample|total|auditors|inspectors|"
    r"the "
    r"team|staff|you|i|of) )*(?:[a-z]+(?:ed|ew|ead|ent|ave|ang|aw|ound|ook|et) )?(?:to |at |with |for |out |up )?"
    r"(?:the |all |our |a sample of |a total of )?$",
    re.I,
)
ELSE = pattern_of(
    r"\b(?:than|per|average|mean|each of|more|fewer|of (?:which|whom)|twice|times|some of|at least|several|also|half|"
    r"third|quarter|most|target|last (?:year|month|week|time))\b|[£%]|\bper ?cent\b",
    re.I,
)
UNIT = re.compile(r" (?:days?|weeks?|months?|years?|hours?|minutes?|nights?|ones?|time|visit|round|to)\b")
FEWEST, REACH = 2, 2


def check(context: Context) -> Iterator[Finding]:
    """Each "the last five" behind a whole and its parts."""
    for paragraph in context.paragraphs_with(LAST):
        read = passage(paragraph.text)
        for at, each in enumerate(read.entries):
            plain = each.kind == "count" and not each.base and not each.share
            if at >= FEWEST and plain and LAST.search(read.text[: each.start]) and not UNIT.match(read.text, each.end):
                yield from _judged(paragraph, read, at)


def _judged(paragraph: Paragraph, read: Passage, at: int) -> Iterator[Finding]:
    rest = read.entries[at]
    told = [e for e in read.entries[:at] if rest.sentence - e.sentence < REACH and e.kind == "count"]
    opening = [e for e in told if OPENS.search(read.text[: e.start])]
    whole = next((e for e in told if WHOLE.search(read.text[: e.start])), None)
    if whole is None:
        return
    base, parts = whole.base or whole.count, [e for e in opening if e.start > whole.start]
    if whole.base:
        parts = [whole, *parts]
    low = read.starts[whole.sentence]
    if not parts or whole.share or any(e.share or (e.base and e is not whole) for e in parts):
        return
    if ELSE.search(read.text, low, rest.end) or base <= max(e.count for e in parts):
        return
    left = base - sum(e.count for e in parts)
    right = rest.count == left
    if not right and (left <= 0 or _comes_out(base, parts, rest) or not is_slip(rest.value, left * rest.step)):
        return
    shown = " and ".join(str(e.count) for e in parts)
    why = f"{base} less {shown} leaves {left}, printed as {rest.text}"
    verdict: Verdict = "ok" if right else "wrong"
    slip = f"left/{paragraph.line}/{rest.start}"
    yield Finding(CODE, verdict, paragraph.where, rest.text, rest.text, str(left), why, slip, "likely")


def _comes_out(base: int, parts: Sequence[Entry], rest: Entry) -> bool:
    """Whether some of the parts alone leave it."""
    return any(
        base - sum(e.count for e in some) == rest.count
        for size in range(len(parts))
        for some in combinations(parts, size)
    )
