"""A share, or a count out of all, that is told of some of those listed: "Elm alone made up 28% of them"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.explaining import counts_of, gives_share
from looped.checker.finding import Finding, Verdict
from looped.checker.listing import Listing, Named, listings
from looped.checker.numbers import Percent, fits, near, rounded, share
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage

CODE = "listed-share"
MESSAGE = "What is said of some of a list is what their figures give."
GOOD = "Calls came from Ash 40, Elm 25 and Oak 35. Elm alone made up 25% of them."
BAD = "Calls came from Ash 40, Elm 25 and Oak 35. Elm alone made up 35% of them."

OF_ALL = pattern_of(
    r"\b(?:account\w* for|made up|mak(?:e|es|ing) up|represent\w*|form(?:s|ed)?|comprised?|contributed|took|rated|"
    r"graded|"
    r"judged|classed|said|gave|chose|answered|were|was|are|is|came from|came|had)\b|"
    r"^\s*of (?:them|these|those|all|the)\b",
    re.I,
)
ELSE = pattern_of(
    r"\b(?:than|more|fewer|less|higher|lower|rose|fell|"
    r"(?<!made )(?<!make )(?<!makes )(?<!making )up|down|increase\w*|decrease\w*|"
    r"change\w*|target|average|mean|points?|last|"
    r"previous|earlier|before|compared|against|or (?:better|above|worse|below|over|under)|at least|better|worse|not|"
    r"neither|nor|except|but|without|other|others|rest|remaining|each|every|both)\b",
    re.I,
)
CLAUSE = re.compile(r"[;.](?=\s|$)|[()]|,\s(?=(?:and|but|while|whereas|so)\b)")
FEWEST, REACH = 3, 2


def check(context: Context) -> Iterator[Finding]:
    """Each such figure in the sentence of a list of counts or one of the two behind it."""
    for paragraph in context.document.paragraphs:
        read = passage(paragraph.text)
        if len(read.entries) <= FEWEST:
            continue
        lists = [each for each in listings(read) if not each.is_share and len(each.items) >= FEWEST]
        for entry in read.entries:
            for listing in lists:
                if entry.start >= listing.end and entry.sentence - listing.sentence <= REACH:
                    yield from _judged(paragraph, read, entry, listing)


def _judged(paragraph: Paragraph, read: Passage, entry: Entry, listing: Listing) -> Iterator[Finding]:
    if any(each.entry is entry or each.entry.base or each.entry.kind != "count" for each in listing.items):
        return
    clause = _clause(read, entry, listing)
    if ELSE.search(clause) or not OF_ALL.search(clause):
        return
    listing = _without_total(listing)
    some = listing.named(clause)
    if not 0 < len(some) < len(listing.items) or any(
        each.entry.sentence == entry.sentence and len(some) == 1 for each in some
    ):
        return
    if any(e.kind == "count" and e.start >= listing.end and e is not entry for e in read.of_sentence(entry.sentence)):
        return  # "Of the 25 from Elm, 20% stayed"
    part, whole = _sum(some), _sum(listing.items)
    if entry.kind == "count" and entry.base and not entry.share:
        if entry.base == whole:
            yield _finding(paragraph, entry, some, str(part), "ok" if entry.count == part else "wrong")
    elif entry.kind == "share" and entry.share:
        yield from _share(paragraph, read, entry, entry.share, some, whole)


def _without_total(listing: Listing) -> Listing:
    """A list without its last figure, where that is what the others make."""
    *parts, last = listing.items
    return replace(listing, items=tuple(parts)) if _sum(parts) == last.value else listing


def _clause(read: Passage, entry: Entry, listing: Listing) -> str:
    """The words of the figure's own clause, behind the list."""
    start = max(read.starts[entry.sentence], listing.end)
    before = CLAUSE.split(read.text[start : entry.start])[-1]
    return f"{before} {CLAUSE.split(read.text[entry.end : entry.end + 80])[0]}"


def _share(
    paragraph: Paragraph, read: Passage, entry: Entry, printed: Percent, some: Sequence[Named], whole: int
) -> Iterator[Finding]:
    counts = counts_of(each for each in read.entries if each is not entry)
    part = _sum(some)
    parts = {part, *(int(each.value) for each in some)}
    if any(fits(one, n, printed) for one in parts for n in (*counts, whole) if 0 < one <= n):
        yield _finding(paragraph, entry, some, str(printed), "ok")
        return
    if any(fits(whole - one, whole, printed) for one in parts) or gives_share(read, entry, printed):
        return
    verdict: Verdict = "rounding" if near(part, whole, printed) else "wrong"
    yield _finding(paragraph, entry, some, f"{rounded(share(part, whole), max(printed.decimals, 1))}%", verdict)


def _sum(items: Sequence[Named]) -> int:
    return sum(int(each.value) for each in items)


def _finding(paragraph: Paragraph, entry: Entry, some: Sequence[Named], expected: str, verdict: Verdict) -> Finding:
    why = f"{' and '.join(each.text for each in some)} make {expected}, printed as {entry.text}"
    slip = f"fraction/{paragraph.line}/{entry.text.lower()}"
    return Finding(CODE, verdict, paragraph.where, entry.text, entry.text, expected, why, slip, "likely")
