"""Figures of one kind told side by side, each with the words that are its own."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from looped.checker.linking import STOP, stem
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage

# Of these the least is the best: words of worth can't be ranked by size.
PERIODS = pattern_of(
    r"\s*(?:successive |consecutive |separate )?(?:quarters|months|terms|years|weeks|waves|rounds)\b", re.I
)
NESTED = pattern_of(r" of (?:them|these|those|which|whom)\b", re.I)
# "At Ash cakes were named most often, by 48 of 100": of a list of its own.
OWN_FIGURE = pattern_of(r",? (?:by|with|at) \d+ (?:of|out of) (?:the )?\d", re.I)
APART = 90


@dataclass(frozen=True)
class Item:
    """Something with a figure. words: the stems that tell it from the others."""

    words: frozenset[str]
    value: Decimal
    name: str


def stems_of(text: str) -> frozenset[str]:
    """The telling stems of a text, its numbers too."""
    words = re.findall(r"[A-Za-z’']{2,}|\d+(?:[-–]\d+)?\+?|\b[A-Z]\b", text)
    return frozenset(stem(word) for word in words) - STOP - {"most", "half", "only"}


def side_by_side(read: Passage, entries: Sequence[Entry]) -> bool:
    """Whether figures are told one behind the other in one sentence, as a list is."""
    if any(NESTED.match(read.text[each.end :]) for each in entries[1:]):
        return False  # "four gates, two of them locked"
    return len({each.sentence for each in entries}) == 1 and all(
        len(read.text[a.end : b.start]) < APART for a, b in zip(entries, entries[1:], strict=False)
    )


def of_one_kind(entries: Sequence[Entry]) -> list[Entry]:
    """Those of the kind that is told most often."""
    groups: dict[object, list[Entry]] = {}
    for each in entries:
        if each.kind == "points":
            continue
        kind = (
            "share"
            if each.share
            else ("count" if each.kind == "count" and not each.base else (each.kind, each.unit, bool(each.base)))
        )
        groups.setdefault(kind, []).append(each)
    most = [e for e in max(groups.values(), key=len, default=[]) if not PERIODS.match(e.after)]
    # "20 falls, three in May and 17 in June": the whole is none of its parts.
    if len(most) > 3 and all(each.kind == "count" and not each.base for each in most):
        every = sum(each.value for each in most)
        return [e for e in most if 2 * e.value != every] if every in (2 * most[0].value, 2 * most[-1].value) else most
    return most


def items_of(read: Passage, entries: Sequence[Entry]) -> list[Item]:
    """Figures with the words that are theirs alone."""
    words = []
    for each in entries:
        low, high = each.start - len(each.before), each.end + len(each.after)
        # "79% (nurses), 84% (doctors)": whose it is stands in brackets behind it.
        behind = re.match(r"\s*\(([A-Za-z][^()\d]*)\)", read.text[each.end :])
        outer = stems_of(
            f"{read.text[low : each.start]} {_bracketless(read, each)} {read.text[each.end : high]} "
            f"{behind[1] if behind else ''}"
        )
        words.append(outer)
    items = []
    for at, each in enumerate(entries):
        others = frozenset(word for place, other in enumerate(words) if place != at for word in other)
        value = each.share.value if each.share else Decimal(each.count) / each.base if each.base else each.value
        items.append(Item(words[at] - others, value, each.text))
    return items


def _bracketless(read: Passage, entry: Entry) -> str:
    """The words in front of a figure in brackets: "pay (34%)" is pay's."""
    lead = read.text[: entry.start]
    if not lead.rstrip().endswith(("(", "(n =", "at", ",")) and entry.before.strip():
        return ""
    return re.split(
        r"[,;:.()]|\b(?:and|was|were|by|then|or|followed)\b", re.sub(r"[\s(,]*(?:n\s*=\s*|at\s*)?$", "", lead)
    )[-1]


def speaks_of(read: Passage, at: int, other: int) -> bool:
    """Whether a sentence goes on about what the one beside it tells: it says so, or has a telling word of it."""
    if not 0 <= other < len(read.starts):
        return False
    says = re.match(r"\W*(?:it|this|that|there|these|those|they|both|all|so)\b", read.sentence(at), re.I)
    return bool(says) or bool(stems_of(read.sentence(at)) & stems_of(read.sentence(other)))
