"""A share said of one item of a list, "transport made up 47%": its part of what the list makes, where that is told."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.explaining import counts_of
from looped.checker.finding import Finding, Verdict
from looped.checker.listing import Listing, near
from looped.checker.numbers import fits
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage

CODE = "share-of-item"
MESSAGE = "A share said of one item of a list is its part of the whole that the list makes."
GOOD = "There were 36 delays: review 7, transport 17 and parts 12. Transport accounted for 47% of the delays."
BAD = "There were 36 delays: review 7, transport 17 and parts 12. Transport accounted for 37% of the delays."

# Between the name and the share: that it makes up so much.
LEADS = pattern_of(
    r"\b(?:account(?:s|ed|ing) for|ma(?:de|kes?|king) up|represent(?:s|ed|ing)?|contribut(?:es?|ed|ing)|"
    r"form(?:s|ed|ing)|constitut(?:es?|ed|ing)|amount(?:s|ed|ing) to|took) "
    r"(?:(?:just|only|about|some|thus|therefore) )*$|"
    r"\b(?:commonest|most (?:common|frequent)|largest|biggest|main|leading)(?: [a-z]+)? "
    r"(?:was|were|is|being) [^.;:()]*\($",
    re.I,
)
CLOSED = re.compile(r"\s*(?:[.,;:)]|$|of (?:the|all|them|these|those|its|our)\b)", re.I)
ASIDE = pattern_of(
    r"\b(?:target|goal|expected|average|nationally|national|last|previous|earlier|before|ago|than|rose|fell|"
    r"increase\w*|decrease\w*|not|no|never|other than|except|excluding|without|together|both|half)\b|"
    r"\bof (?:those|which|whom|these)\b",
    re.I,
)
# "58 of the 63 posts were filled, so 5 were vacant, a vacancy rate of 8%": of a whole that is done and not done.
RATE = pattern_of(
    r"\b(?:(?:vacancy|pass|failure|success|completion|compliance|fill) (?:rate|level)|"
    r"occupancy(?: rate| level)?|attendance|compliance|completion)"
    r"(?: (?:of|was|is|being|at|stood at|came to|thus|therefore|then|only|just))+ $",
    re.I,
)
FEWEST, FAR = 3, Decimal(2)


def check(context: Context) -> Iterator[Finding]:
    """Each share that stands alone, with a list of counts in its sentence or one close before."""
    for paragraph in context.document.paragraphs:
        read = passage(paragraph.text)
        shares = [each for each in read.entries if each.kind == "share" and each.share]
        for entry in shares if len(read.entries) > FEWEST else ():
            yield from _judged(paragraph, read, entry)
            yield from _of_two(paragraph, read, entry)


def _of_two(paragraph: Paragraph, read: Passage, entry: Entry) -> Iterator[Finding]:
    """ "63 posts; 58 were filled, so 5 were vacant, a vacancy rate of 8%": a rate of the one part or of the other."""
    before = [e for e in read.entries if e.end <= entry.start][-FEWEST:]
    lead = read.text[before[-1].end : entry.start] if before else ""
    if len(before) < FEWEST or entry.share is None or not RATE.search(lead) or re.search(r"[.;:]", lead):
        return
    whole, *parts = before
    plain = all(e.kind == "count" and not e.share and not e.base for e in before)
    near = entry.sentence - whole.sentence < 2
    if not plain or not near or sum(e.count for e in parts) != whole.count or ASIDE.search(lead):
        return
    right = any(fits(e.count, whole.count, entry.share) for e in parts)
    counts = counts_of(read.entries)
    if not right and any(fits(one, other, entry.share) for one in counts for other in counts if one < other):
        return
    shares = " or ".join(f"{Decimal(e.count) * 100 / whole.count:.1f}%" for e in parts)
    why = f"{parts[0].text} and {parts[1].text} of {whole.text} are {shares}, printed as {entry.text}"
    slip = f"{CODE}/{paragraph.line}/{entry.start}"
    verdict: Verdict = "ok" if right else "wrong"
    yield Finding(CODE, verdict, paragraph.where, entry.text, entry.text, shares, why, slip, "certain")


def _judged(paragraph: Paragraph, read: Passage, entry: Entry) -> Iterator[Finding]:
    low = max([read.starts[entry.sentence], *(e.end for e in read.entries if e.end <= entry.start)])
    lead = read.text[low : entry.start]
    if not LEADS.search(lead) or not CLOSED.match(read.text, entry.end) or ASIDE.search(_clause(read, entry)):
        return
    lists = [each for each in near(read, entry.sentence, 2) if each.end <= low and _is_of_counts(each)]
    if len(lists) != 1 or entry.share is None:
        return
    listing = lists[0]
    whole = int(sum(listing.values, Decimal(0)))
    told = [e for e in read.entries if e.kind == "count" and e.end <= listing.items[0].entry.start and e.count == whole]
    items = listing.named(lead)
    if len(items) != 1 or not told:
        return
    item = items[0].entry
    right = fits(item.count, whole, entry.share)
    others = {*counts_of(read.entries)} - {whole}
    if not right and any(fits(item.count, each, entry.share) for each in others if each >= item.count):
        return
    exact = Decimal(item.count) * 100 / whole
    if not right and not exact / FAR < entry.share.value < exact * FAR:
        return
    verdict: Verdict = "ok" if right else "wrong"
    why = f"{items[0].text}: {item.count} of {whole} is {exact:.1f}%, printed as {entry.text}"
    slip = f"{CODE}/{paragraph.line}/{entry.start}"
    yield Finding(CODE, verdict, paragraph.where, entry.text, entry.text, f"{exact:.1f}%", why, slip, "certain")


def _clause(read: Passage, entry: Entry) -> str:
    """The words around a figure as far as a strong mark."""
    low = read.starts[entry.sentence]
    high = low + len(read.sentence(entry.sentence))
    return (
        read.text[max(low, read.text.rfind(";", low, entry.start)) : entry.end]
        + re.split(r"[;,]", read.text[entry.end : high])[0]
    )


def _is_of_counts(listing: Listing) -> bool:
    """Whether it lists three counts or more, none with a share or a base of its own."""
    entries = [each.entry for each in listing.items]
    return len(entries) >= FEWEST and all(e.kind == "count" and not e.share and not e.base for e in entries)
