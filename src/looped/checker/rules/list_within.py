"""What is said of all figures of the list right behind it: "all within five points of each other: Ayr 6%, Oban 8%"."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.listing import value_of
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage, passage
from looped.checker.quantities import printed
from looped.checker.quieting import NUMBER
from looped.checker.told_list import One, told_lists

CODE = "list-within"
MESSAGE = "Figures said to lie so close together, or all beyond a limit, do so in the list right behind."
GOOD = "The shares were all within four points of each other: Ayr 65%, Oban 68% and Troon 69%."
BAD = "The shares were all within four points of each other: Ayr 55%, Oban 68% and Troon 69%."

CLOSE = pattern_of(
    rf"\b(?:all |lay |lying |were |falling |fell )?within (?:just |"
    rf"only )?(?P<n>{NUMBER})(?: percentage)? points? of (?:one another|each "
    r"other)(?:,? [a-z’'-]+){0,4}? ?(?:[:;,(–—-]|\bat\b) ?(?:with |at )?",
    re.I,
)
LIMIT = pattern_of(
    r"\b(?:consistently|always|throughout|without exception|in (?:all|each|every) [^.;:,(\d]{2,40}?|in each|all|each|"
    r"every [a-z]+)\b"
    r"[^.;:(\d]{0,40}?\b(?:(?P<above>above|over|more than|at or above|at least|higher than|exceed(?:ed|ing))|"
    r"(?P<below>below|under|less "
    r"than|at or below|at most|lower than|within)) (?P<p>\d+(?:\.\d+)?) ?%[^.;:()\d]{0,40}[:(]\s?",
    re.I,
)
NOT = pattern_of(
    r"\b(?:not|never|except|but|apart|almost|nearly|other than|aim\w*|ask\w*|to reach|want\w*|"
    r"hope\w*|target|should|must|expected)\b",
    re.I,
)
OR_AT = pattern_of(r"at or|at least|at most|within", re.I)
FEWEST = 3


def check(context: Context) -> Iterator[Finding]:
    """Each such statement with a list of three names or more right behind it."""
    for paragraph in context.paragraphs_with(CLOSE, LIMIT):
        read = passage(paragraph.text)
        for listed in told_lists(read):
            if len(listed) >= FEWEST and all(each.entry.share and each.entry.kind == "share" for each in listed):
                yield from _judged(paragraph, read, listed)


def _judged(paragraph: Paragraph, read: Passage, listed: Sequence[One]) -> Iterator[Finding]:
    first = listed[0].entry.start - len(listed[0].name)
    values = [value_of(each.entry) for each in listed]
    for pattern in (CLOSE, LIMIT):
        for found in pattern.finditer(paragraph.text):
            low = paragraph.text.rfind(". ", 0, found.start()) + 1
            if not 0 <= first - found.end() <= len("the ") + 3 or NOT.search(paragraph.text[low : found.end()]):
                continue
            if pattern is CLOSE:
                apart = max(values) - min(values)
                right = apart <= (whole(found["n"]) or 0)
                why = f"from {printed(min(values))}% to {printed(max(values))}%: {printed(apart)} points"
            else:
                right, why = _keeps(found, values)
            verdict: Verdict = "ok" if right else "wrong"
            quote = found.group().strip(" :(;,–—-")
            slip = f"{CODE}/{paragraph.line}/{found.start()}"
            yield Finding(CODE, verdict, paragraph.where, quote, quote, "otherwise", why, slip, "likely")


def _keeps(found: re.Match[str], values: Sequence[Decimal]) -> tuple[bool, str]:
    """Whether all keep to a limit."""
    limit, word = Decimal(found["p"]), found["above"] or found["below"]
    over = [each > limit or (each == limit and bool(OR_AT.match(word))) for each in values]
    under = [each < limit or (each == limit and bool(OR_AT.match(word))) for each in values]
    return all(over if found["above"] else under), f"{', '.join(f'{printed(each)}%' for each in values)}"
