"""A share drawn from a list that makes its whole: "8 were mended and 12 were not. Mending thus stood at 40%"."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.item_names import stems_of
from looped.checker.listing import Listing, Named, listings
from looped.checker.numbers import fits, near, rounded, share, truncated
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage

CODE = "share-concluded"
MESSAGE = "A share that is drawn from a list is that of the one it names, in what all of the list make."
_TOLD = "Of the 20 gates seen, 8 were mended, 7 partly mended and 5 not mended. Full mending therefore stood at {}."
GOOD = _TOLD.format("40%")
BAD = _TOLD.format("35%")

SO = pattern_of(
    r"\b(?:therefore|thus|hence|so|accordingly|consequently|(?:that|this|which) (?:is|means|gives|makes)|"
    r"in other words)\b",
    re.I,
)
ELSE = pattern_of(
    r"\b(?:target|standard|last|previous\w*|before|earlier|national\w*|than|at least|up|down|rose|fell|rise|fall|"
    r"points?|about|nearly|almost|over|under|more|less|or|and|both|either|rest|others?|remaining)\b",
    re.I,
)
LAST_YEARS = pattern_of(r"\b(?:last|the previous) (?:year|time|inspection|audit)[’']s\b", re.I)
DENIED = pattern_of(r"\b(?:not|no|never|none|without|yet|un\w+ed)\b|n[’']t\b", re.I)
FEWEST, LONG = 2, 5


def check(context: Context) -> Iterator[Finding]:
    """Each such share in the sentence behind a list."""
    for paragraph in context.paragraphs_with(SO):
        read = passage(paragraph.text)
        for listing in listings(read):
            items = [each.entry for each in listing.items]
            if any(e.kind != "count" or e.base or e.share for e in items) or len(items) < FEWEST:
                continue
            at = listing.sentence + 1
            own = read.of_sentence(at) if at < len(read.starts) else []
            if len(own) == 1 and own[0].kind == "share" and _is_whole(read, listing):
                yield from _judged(paragraph, read, listing, own[0])


def _is_whole(read: Passage, listing: Listing) -> bool:
    """Whether the figures of a list make the one count that is told before it."""
    items = [each.entry for each in listing.items]
    before = [e for e in read.entries if e.start < items[0].start and e not in items and e.kind == "count"]
    wholes = {e.count for e in before if abs(e.sentence - listing.sentence) < FEWEST}
    return wholes == {sum(e.count for e in items)}


def _named(listing: Listing, text: str) -> Named | None:
    """The one item of which a sentence has every word, denied where it is; of several the one with the most."""
    said, denied = stems_of(text), bool(DENIED.search(text))
    told = [each for each in listing.items if each.telling and bool(DENIED.search(each.name)) == denied]
    hits = [each for each in told if all(any(_are_one(word, other) for other in said) for word in each.telling)]
    most = max((len(each.telling) for each in hits), default=0)
    hits = [each for each in hits if len(each.telling) == most]
    return hits[0] if len(hits) == 1 else None


def _are_one(word: str, other: str) -> bool:
    """Whether two stems are of one word: "achiev" and "achieve"."""
    return word == other or (min(len(word), len(other)) >= LONG and (word.startswith(other) or other.startswith(word)))


def _judged(paragraph: Paragraph, read: Passage, listing: Listing, drawn: Entry) -> Iterator[Finding]:
    sentence = read.sentence(drawn.sentence)
    item = _named(listing, SO.sub(" ", sentence))
    if not SO.search(sentence) or ELSE.search(LAST_YEARS.sub(" ", sentence)) or item is None or drawn.share is None:
        return
    base = sum(each.entry.count for each in listing.items)
    printed, count = drawn.share, item.entry.count
    loose = truncated(count, base, printed) or near(count, base, printed)
    verdict: Verdict = "ok" if fits(count, base, printed) else "rounding" if loose else "wrong"
    exact = f"{rounded(share(count, base), max(printed.decimals, 1))}%"
    why = f"{item.text}, which of {base} is {exact}, printed as {printed}"
    slip = f"{CODE}/{paragraph.line}/{drawn.start}"
    yield Finding(CODE, verdict, paragraph.where, sentence.strip(), str(printed), exact, why, slip, "likely")
