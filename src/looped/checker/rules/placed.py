"""Lists said to stand in order, what is said to stand second in one, and a first that is told before the others."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.listing import Listing, near, value_of
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage

CODE = "placed"
MESSAGE = "A list said to be in order is so, and what is said to stand first or second in it does."
GOOD = "Faults found, most frequent first: cracks, 41; stains, 30; dents, 12. Stains were in second place."
BAD = "Faults found, most frequent first: cracks, 41; stains, 12; dents, 30. Cracks were in second place."

FIRST = r"(?:frequent|common|often|popular|numerous|cited|mentioned)"
HIGH, SMALL = r"(?:the )?(?:highest|largest|greatest|biggest|commonest)", r"(?:the )?(?:lowest|smallest|rarest)"
ORDER = pattern_of(
    rf"\b(?:(?P<down>(?:(?:most|more) {FIRST}(?: [a-z]+)?|{HIGH}) (?:is |are |comes? |being )?first|"
    r"(?:descending|decreasing|falling|diminishing) order|in order of (?:frequency|size|number|popularity)|"
    rf"(?:from )?(?:the )?(?:most {FIRST}|highest|largest|biggest|longest) (?:down )?to (?:the )?(?:least|lowest|"
    rf"smallest|"
    r"shortest)|in order of size)|(?P<worth>(?:from )?(?:the )?(?:best to (?:the )?worst|worst to (?:the )?best|"
    r"strongest to (?:the )?weakest|weakest to (?:the )?strongest))|"
    rf"(?P<up>(?:(?:least|less) {FIRST}(?: [a-z]+)?|{SMALL}) (?:is |are |comes? )?first|"
    rf"(?:ascending|increasing|rising) order|from (?:the )?(?:least {FIRST}|lowest|smallest) (?:up )?to))\b",
    re.I,
)
PLACE = pattern_of(
    r"\b(?:in (?P<in>second|third|fourth|last|first|bottom|top) (?:place|position)\b|"
    r"(?P<of>second|third)[- ](?P<end>most|highest|largest|biggest|commonest|greatest|lowest|smallest|fewest|"
    r"least)\b|"
    r"(?:ranked|ranks|ranking|placed|came|come|comes|coming) (?:a close |a distant )?(?P<came>second|third|"
    r"fourth|last)\b"
    r"(?! (?:to|audit|round|time)\b))",
    re.I,
)
# "Ash sent the most, followed by Elm".
FOLLOWED = pattern_of(
    r"(?:(?P<low>\b(?:least|fewest|lowest|smallest|worst|weakest)\b)|\b(?:most|highest|largest|greatest|biggest|best|"
    r"strongest|first|commonest|more)\b)[^.;:()\d]{0,50}?, (?:closely |then )?(?:followed|next) by "
    r"(?P<who>[^.;:()\d]{2,60})",
    re.I,
)
PLACES = {"first": 0, "top": 0, "second": 1, "third": 2, "fourth": 3, "last": -1, "bottom": -1}
LOW = ("lowest", "smallest", "fewest", "least")
MOST = pattern_of(
    rf"\b(?:(?P<high>most {FIRST}|{HIGH}|main|chief|led the|topp(?:ed|ing))|(?P<low>least {FIRST}|{SMALL}))\b"
    r"(?! (?:ever|since|increase|rise|fall|drop|change))",
    re.I,
)
OTHERS = pattern_of(
    r"[,;:.)]*\s*(?:and |but |while )?(?:(?:the|all|its) )?(?:others?|other [a-z]+(?: [a-z]+){0,2}|rest|"
    r"remaining [a-z]+|remainder)(?: [a-z]+){0,3}? (?:was|were|are|being|came|included?|comprised)\b(?! not\b)",
    re.I,
)
DENIED = pattern_of(
    r"\b(?:not|no|never|nor|neither|n[’']t|if|one of|among|second|third|next|equal|joint|to|should)[- ]+(?:the )?$",
    re.I,
)
CLAUSE = re.compile(r"[;:]|[.,](?=\s|$)|\b(?:and|but|while|whereas|which (?:puts?|places?|makes?|leaves?)|with)\b")
FEW = 3


def check(context: Context) -> Iterator[Finding]:
    """Each word of order or place with a list of three or more near it."""
    for paragraph in context.paragraphs_with(ORDER, PLACE, OTHERS, FOLLOWED):
        read = passage(paragraph.text)
        if len(read.entries) < FEW:
            continue
        for found in ORDER.finditer(read.text):
            yield from _ordered(paragraph, read, found)
        for found in PLACE.finditer(read.text):
            yield from _placed(paragraph, read, found)
        for found in MOST.finditer(read.text):
            yield from _first(paragraph, read, found)
        for found in FOLLOWED.finditer(read.text):
            yield from _followed(paragraph, read, found)


def _lists(read: Passage, found: re.Match[str]) -> list[Listing]:
    lists = near(read, read.sentence_at(found.start()))
    return [e for e in lists if len(e.items) >= FEW and (e.end <= found.start() or e.start >= found.end())]


def _readings(chosen: Sequence[Entry]) -> list[list[Decimal]]:
    counts = [[e.value for e in chosen]] if all(e.kind == "count" for e in chosen) else []
    return [[value_of(e) for e in chosen], *counts]


def _ordered(paragraph: Paragraph, read: Passage, found: re.Match[str]) -> Iterator[Finding]:
    """ "Most frequent first: A, 41; B, 30": each no more than the one before."""
    lists = [e for e in _lists(read, found) if e.sentence - read.sentence_at(found.start()) in (0, 1)]
    behind = [e for e in lists if e.start >= found.end()] or lists
    if not behind or DENIED.search(read.text[: found.start()]):
        return
    listing = min(behind, key=lambda each: abs(each.start - found.end()))
    entries = [each.entry for each in listing.items]
    # What is best may have the most or the least.
    ways = (True, False) if found["worth"] else (bool(found["down"]),)
    right = any(each == sorted(each, reverse=way) for each in _readings(entries) for way in ways)
    yield _finding(paragraph, found, right, f"{listing.shown}: {'in' if right else 'not in'} that order")


def _placed(paragraph: Paragraph, read: Passage, found: re.Match[str]) -> Iterator[Finding]:
    """ "Which puts dogs in second place": whose figure has one above it, no more and no fewer."""
    at = read.sentence_at(found.start())
    start, end = read.starts[at], read.starts[at] + len(read.sentence(at))
    if DENIED.search(read.text[start : found.start()]):
        return
    judged = []
    for listing in _lists(read, found):
        low = max(start, listing.end) if listing.end <= found.start() else start
        lead = [part for part in CLAUSE.split(read.text[low : found.start()]) if part.strip()]
        behind = CLAUSE.split(read.text[found.end() : end])[0] if listing.start >= end or listing.end <= low else ""
        hits = listing.named(lead[-1]) if lead else []
        hits = hits or listing.named(behind)
        if len(hits) == 1 and all(each.words for each in listing.items):
            judged.append((listing, hits[0]))
    if not judged:
        return
    word = (found["in"] or found["of"] or found["came"]).lower()
    verdicts = []
    for listing, hit in judged:
        own = listing.items.index(hit)
        for values in _readings([each.entry for each in listing.items]):
            ranked = sorted(values, reverse=(found["end"] or "").lower() not in LOW)
            place = PLACES[word] if PLACES[word] < len(ranked) else -1
            verdicts.append(
                ranked[place] == values[own]
                or sorted(set(values), reverse=ranked[0] > ranked[-1])[place:][:1] == [values[own]]
            )
    right = any(verdicts)
    listing, hit = judged[0]
    yield _finding(paragraph, found, right, f"of {listing.shown} it is {hit.entry.text}")


def _followed(paragraph: Paragraph, read: Passage, found: re.Match[str]) -> Iterator[Finding]:
    """ "Ash sent the most, followed by Elm": who comes second has one above it, and who is named with it another."""
    who = re.split(r",? and (?:then |by )?|, (?:then )?", found["who"])
    for listing in _lists(read, found):
        hits = listing.named(who[0])
        # Where the first isn't told rightly the others may be of another list.
        if len(hits) != 1 or not all(each.words for each in listing.items):
            continue
        own = listing.items.index(hits[0])
        readings = [(sorted(values, reverse=not found["low"]), values[own]) for values in _readings(_entries(listing))]
        right = any(ranked[1] == value or ranked[0] == value == ranked[1] for ranked, value in readings)
        comes = "comes" if right else "does not come"
        yield _finding(paragraph, found, right, f"of {listing.shown} {hits[0].text} {comes} second")
        return


def _entries(listing: Listing) -> list[Entry]:
    return [each.entry for each in listing.items]


def _first(paragraph: Paragraph, read: Passage, found: re.Match[str]) -> Iterator[Finding]:
    """ "The commonest fault was cracks (41); the others were stains (30) and dents (12)": none of these is above it."""
    at = read.sentence_at(found.start())
    if DENIED.search(read.text[read.starts[at] : found.start()]):
        return
    told = [e for e in read.entries if at <= e.sentence <= at + 1 and e.kind != "points"]
    for one, other in zip(told, told[1:], strict=False):
        gap = read.text[one.end : other.start]
        others = OTHERS.match(gap)
        if not others or one.sentence != at or (one.kind, bool(one.base)) != (other.kind, bool(other.base)):
            continue
        own = read.text[min(found.end(), one.end) : max(found.start(), one.start)]
        if re.search(r"[;:]|[.,](?=\s)|\d", own):
            continue  # the figure isn't of what is called so
        rest = [e for e in told if e.start >= other.start and e.sentence == other.sentence and e.kind == one.kind]
        values = [[first] + behind for first, *behind in _readings([one, *rest])]
        right = any(each[0] == (min(each) if found["low"] else max(each)) for each in values)
        listed = ", ".join(e.text.strip("(") for e in rest)
        yield _finding(paragraph, found, right, f"{one.text} is told of it, and {listed} of the others")


def _finding(paragraph: Paragraph, found: re.Match[str], right: bool, why: str) -> Finding:
    verdict: Verdict = "ok" if right else "wrong"
    slip = f"{CODE}/{paragraph.line}/{found.start()}"
    quote = found.group().strip()
    return Finding(CODE, verdict, paragraph.where, quote, quote, quote if right else "another", why, slip, "likely")
