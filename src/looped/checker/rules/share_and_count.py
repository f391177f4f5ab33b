"""A share of so many things in one place, and in another how many of as many: "48% of the 22 files", "12 of 22"."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.earlier import EARLIER
from looped.checker.finding import Finding, Verdict
from looped.checker.item_names import COMMON, stems_of
from looped.checker.linking import stem
from looped.checker.numbers import fits, near, percent, rounded, share, whole
from looped.checker.patterns import pattern_of
from looped.checker.prose import NUMBER, Entry, Passage, passage

CODE = "share-and-count"
MESSAGE = "A share told of so many things is the one that their count gives in the other place."
_TOLD = (
    "Summary\n\nA brass bell was aboard {}% of the 22 boats.\n\nDetail\n\nA brass bell was looked for, and 12 of 22 "
    "(55%) had it."
)
GOOD = _TOLD.format(55)
BAD = _TOLD.format(48)

SHARE = pattern_of(
    rf"(?<![\d.,£])(?P<p>\d+(?:\.\d+)?) ?(?:%|per ?cent) of (?:the |our |all |"
    rf"these )*(?P<m>{NUMBER}) (?P<what>[a-z]+s\b)",
    re.I,
)
BOUND = pattern_of(
    r"\b(?:at least|at most|over|under|more than|less than|about|nearly|almost|target|last|from|to) $", re.I
)
NOT = pattern_of(r"\b(?:not|no|none|without|never)\b|n[’']t\b", re.I)
# "A bell that worked", "a bell was needed": of some of them.
SOME = pattern_of(
    r"\b(?:that (?!is\b)[a-z]+|which [a-z]+|need(?:s|ed)?|required?|missing|lacking|broken|faulty|due|wanted|ordered|"
    r"replaced|removed|still|also|both|should|could|would)\b",
    re.I,
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def check(context: Context) -> Iterator[Finding]:
    """Each such share with the only count of that base in another paragraph, of which the same is told."""
    found = [
        (paragraph, each) for paragraph in context.paragraphs_with(SHARE) for each in SHARE.finditer(paragraph.text)
    ]
    for paragraph, each in found:
        if not BOUND.search(paragraph.text[: each.start()]):
            yield from _judged(context, paragraph, each)


def _judged(context: Context, paragraph: Paragraph, told: re.Match[str]) -> Iterator[Finding]:
    base, read = whole(told["m"]), passage(paragraph.text)
    sentence = read.sentence(read.sentence_at(told.start()))
    words = stems_of(sentence) - COMMON - {stem(told["what"].lower())}
    counts = [
        (other, entry)
        for block in context.document.paragraphs
        if block is not paragraph
        for other in [passage(block.text)]
        for entry in other.entries
        if entry.kind == "count" and entry.base == base
    ]
    if len(counts) != 1 or not base or len(read.of_sentence(read.sentence_at(told.start()))) > len("ab"):
        return
    other, entry = counts[0]
    if not _is_of_one(other, entry, words) or _is_of_else(sentence, _near(other, entry)):
        return
    printed = percent(told["p"])
    right, close = fits(entry.count, base, printed), near(entry.count, base, printed)
    verdict: Verdict = "ok" if right else "rounding" if close else "wrong"
    exact = f"{rounded(share(entry.count, base), max(printed.decimals, 1))}%"
    why = f"{entry.text} in the other place, which is {exact}, not {printed}"
    slip = f"{CODE}/{paragraph.line}/{told.start()}"
    yield Finding(CODE, verdict, paragraph.where, told.group(), str(printed), exact, why, slip, "likely")


def _is_of_else(one: str, other: str) -> bool:
    """Whether the one is denied and not the other, or the one is of some of them or of a time of its own."""
    if any(bool(pattern.search(one)) != bool(pattern.search(other)) for pattern in (NOT, SOME)):
        return True
    return set(YEAR.findall(one)) != set(YEAR.findall(other)) or bool(EARLIER.search(one)) != bool(
        EARLIER.search(other)
    )


def _near(read: Passage, entry: Entry) -> str:
    return read.sentence(entry.sentence)


def _is_of_one(read: Passage, entry: Entry, words: frozenset[str]) -> bool:
    """Whether two telling words of the one are in the sentence of the other."""
    return len((stems_of(_near(read, entry)) - COMMON) & words) > 1
