"""How far from a target or from what it was, where no figure of the document is as far from that, and one nearly is."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.at_hand import is_slip
from looped.checker.context import Context, with_shares
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.quantities import printed

CODE = "points-to-none"
MESSAGE = (
    "What is so many points short of a target, or has moved by so many since it stood at a share, is told somewhere."
)
GOOD = (
    "At Ayr 9 of 20 masts, 3 of 15 sails and 8 of 25 ropes were worn; at Oban it was 7 of 21, 4 of 16 and 6 of 24.\n\n"
    "In May 27 of the 39 leaks (69.2%) were mended. Our target of 75% was missed by 5.8 points."
)
BAD = (
    "At Ayr 9 of 20 masts, 3 of 15 sails and 8 of 25 ropes were worn; at Oban it was 7 of 21, 4 of 16 and 6 of 24.\n\n"
    "In May 27 of the 39 leaks (69.2%) were mended. Our target of 75% was missed by 8.5 points."
)

TARGET = pattern_of(
    r"\b(?:target|goal|standard|benchmark|threshold|limit) (?:of|is|was|for all is) "
    r"(?P<n>\d+(?:\.\d+)?) ?(?:%|per ?cent)",
    re.I,
)
AWAY = pattern_of(r"\b(?:missed|exceeded|beaten|passed|fell short)\b[^.;:]{0,40}\bby (?:just |only )?$", re.I)
SHORT = pattern_of(
    r" (?:percentage points?|points?)? ?(?:short of|below|above|under|over) (?:it|that|the (?:target|"
    r"goal|standard|limit))\b",
    re.I,
)
SINCE = pattern_of(
    r"\b(?:stood at|was at|had been|was) $",
    re.I,
)
MOVED = pattern_of(
    r"\)?,? (?:so|and) (?:it|this|that|the (?:share|rate|figure)) has (?:now |since |therefore |thus "
    r")*(?:risen|improved|gone (?:up|down)|"
    r"grown|increased|fallen|dropped|decreased|climbed|come down|worsened|declined) by (?:just |only )?$",
    re.I,
)
FIGURE = re.compile(r"(?<![\w.,£$])\d{1,3}(?:\.\d+)?(?![\d,]*\d)")
LEAST, HUNDRED = 12, 100


def check(context: Context) -> Iterator[Finding]:
    """Each size of that kind, with the shares that it may be told from."""
    for paragraph, read in with_shares(context):
        for size in read.entries:
            if size.kind == "points" and size.value > 0:
                yield from _judged(context, paragraph, read, size, _from(read, size))


def _from(read: Passage, size: Entry) -> tuple[Decimal, str] | None:
    """The share that a size is told from: the one target of its sentence or of the one before; or what it stood at."""
    own = [e for e in read.of_sentence(size.sentence) if e.kind == "share" and e.end <= size.start]
    if own and MOVED.fullmatch(read.text, own[-1].end, size.start) and SINCE.search(read.text[: own[-1].start]):
        return own[-1].value, own[-1].text
    if not (AWAY.search(_lead(read, size)) or SHORT.match(read.text, size.end)):
        return None
    for at in (size.sentence, size.sentence - 1):
        told = TARGET.findall(read.sentence(at))
        if told:
            return (Decimal(told[0]), f"{told[0]}%") if len(told) == 1 else None
    return None


def _lead(read: Passage, each: Entry) -> str:
    return read.text[read.starts[each.sentence] : each.start]


def _judged(
    context: Context, paragraph: Paragraph, read: Passage, size: Entry, told: tuple[Decimal, str] | None
) -> Iterator[Finding]:
    known = context.once(_figures)
    if not told or len(known) < LEAST:
        return
    start, name = told
    ends = (start - size.value, start + size.value)
    if any(abs(n - end) <= size.step for n in known for end in ends if end <= HUNDRED):
        return
    gaps = [abs(start - e.share.value) for e in read.entries if e.share and e.text != name]
    meant = [gap for gap in gaps if gap.normalize().as_tuple().exponent == size.value.normalize().as_tuple().exponent]
    every = (*meant, *_of_tables(context, paragraph, start))
    gap = next((gap for gap in every if is_slip(size.value, gap)), None)
    if gap is not None:
        why = f"no figure of the document is {size.value} points from {name}"
        slip = f"points/{paragraph.line}/{size.start}"
        quote = read.text[size.start : size.end]
        yield Finding(CODE, "wrong", paragraph.where, quote, quote, f"{printed(gap)} points", why, slip, "likely")


def _of_tables(context: Context, paragraph: Paragraph, start: Decimal) -> list[Decimal]:
    """How far the shares, or what has decimals, in the tables of a paragraph's section are from a share."""
    grids = [grid for grid in context.grids if grid.table.section == paragraph.section]
    texts = (
        value.text for grid in grids for row in grid.values for value in row if "%" in value.text or "." in value.text
    )
    return [abs(start - Decimal(found)) for text in texts for found in FIGURE.findall(text.split("(")[-1])]


def _figures(context: Context) -> frozenset[Decimal]:
    """Every figure up to 100 and with its decimals that the document tells, in prose and in tables."""
    texts = [each.text for each in context.document.paragraphs]
    texts += [cell.text for table in context.document.tables for row in table.rows for cell in row]
    told = {Decimal(found) for text in texts for found in FIGURE.findall(text)}
    return frozenset(told | {e.value for p in context.document.paragraphs for e in passage(p.text).entries})
