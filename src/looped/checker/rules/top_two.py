"""What the first or the last two of a list make together: "so 37 were in the top two classes"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.listing import Listing, listings
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.quantities import printed

CODE = "top-two"
MESSAGE = "Those in the first two classes of a list are as many as both make."
GOOD = "Of the 66 boats, 23 were Sound, 7 Fair, 6 Worn and 30 Split; 30 were therefore in the top two classes."
BAD = "Of the 66 boats, 23 were Sound, 7 Fair, 6 Worn and 30 Split; 34 were therefore in the top two classes."

SAID = pattern_of(
    r"[^.;:()\d]{0,50}?\bin the (?:(?P<top>top|best|first|highest|upper)|(?P<end>bottom|worst|last|lowest|lower)) "
    r"(?P<n>two|three) (?:classes|categories|grades|groups|ratings|bands|answers|levels|outcomes|responses)\b",
    re.I,
)


def check(context: Context) -> Iterator[Finding]:
    """Each such figure behind the only list of its sentence or of the one before."""
    for paragraph in context.paragraphs_with(SAID):
        read = passage(paragraph.text)
        for entry in read.entries:
            said = SAID.match(read.text, entry.end + (read.text[entry.end : entry.end + 1] == ")"))
            if said and entry.kind in ("count", "share") and not entry.base:
                lists = [each for each in listings(read) if each.items[0].entry.start < entry.start]
                size = whole(said["n"]) or 2
                if lists and len(lists[-1].items) > size and entry.sentence - lists[-1].sentence <= 1:
                    yield from _judged(paragraph, read, entry, (lists[-1], size, bool(said["top"])))


def _judged(paragraph: Paragraph, read: Passage, total: Entry, of: tuple[Listing, int, bool]) -> Iterator[Finding]:
    listing, size, top = of
    items = [each.entry for each in listing.items if each.entry is not total]
    chosen = items[:size] if top else items[-size:]
    if any(each.kind != total.kind or each.base for each in chosen):
        return
    values = [Decimal(each.count) if each.kind == "count" else each.value for each in chosen]
    own = Decimal(total.count) if total.kind == "count" else total.value
    slack = Decimal(0) if total.kind == "count" else max(each.step for each in (total, *chosen))
    verdict: Verdict = "ok" if abs(sum(values) - own) <= slack else "wrong"
    why = f"{' + '.join(map(printed, values))} = {printed(sum(values, Decimal(0)))}, printed as {total.text}"
    slip = f"parts/{paragraph.line}/{total.start}"
    expected = printed(sum(values, Decimal(0)))
    yield Finding(CODE, verdict, paragraph.where, total.text, total.text, expected, why, slip, "likely")
