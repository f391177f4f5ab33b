"""A figure of the summary that stands nowhere in the report, where the report tells another one in the same words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate, permutations

from looped.checker.at_hand import is_slip
from looped.checker.context import Context
from looped.checker.counted import numbers
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, passage
from looped.checker.sheets.figures import Figure
from looped.checker.sheets.sheet import Sheet
from looped.checker.telling_words import stems, weight

CODE = "summed-up"
MESSAGE = "What the summary tells stands in the report too."
GOOD = (
    "Summary\n\nWe read 84 letters about noise at night.\n\nMethod\n\nThe 84 letters about noise at night came by post."
)
BAD = (
    "Summary\n\nWe read 88 letters about noise at night.\n\nMethod\n\nThe 84 letters about noise at night came by post."
)

# A heading over what sums up the rest, or the label of a paragraph that does.
SUMS = pattern_of(
    r"^\W*(?:\d+(?:\.\d+)*\.?\s*)?(?:(?:executive |overall |plain |lay |brief )?summary|abstract|overview|synopsis|"
    r"headlines?(?: findings?| messages?| figures?)?|in brief|at a glance|(?:key|main|headline) "
    r"(?:findings?|figures?|messages?|points?|results?)|(?:overall |follow-up and )?"
    r"conclusions?|opinion)\b(?=\W*$|[:.])",
    re.I,
)
OTHER_TIME = pattern_of(
    r"\b(?:last|previous\w*|earlier|next|first cycle|second cycle|target|standard|benchmark|national\w*|"
    r"(?:19|20)\d\d|ago|before|than|baseline|plan(?:ned)?)\b",
    re.I,
)
KINDS = {"count": "count", "share": "share", "points": "points", "money": "money", "measure": "measure"}
LEAST, NEAR, SMALL, MANY, MOST = 2.0, Decimal("0.1"), 5, 400, 14
TABLE = stems("table")
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


@dataclass(frozen=True)
class Told:
    """A figure of the report with the words told with it. shown: where it stands; whole: of all that a table counts."""

    kind: str
    value: Decimal
    words: frozenset[str]
    shown: str
    whole: bool = False


def check(context: Context) -> Iterator[Finding]:
    """Each figure of what sums up, with those of the rest."""
    sums = [each for each in context.document.paragraphs if _sums_up(each)]
    if not sums or sum(len(each.text) for each in sums) > MANY * len(sums) * 4:
        return
    rest = [each for each in context.document.paragraphs if not _sums_up(each)]
    sheets = [placed.sheet for placed in context.sheets]
    if not rest and not sheets:
        return
    known = _known(rest, sheets)
    told = [*_told_in(rest), *_told_by(sheets)]
    shares = [*_pairs(rest, sheets)]
    for paragraph in sums:
        read = passage(paragraph.text)
        for entry in read.entries:
            if entry.value > SMALL and not _is_known(entry, known, shares):
                beside = {each.value for each in read.of_sentence(entry.sentence)}
                if other := _other(entry, [each for each in told if each.value not in beside]):
                    yield _finding(paragraph, entry, other)


def _sums_up(paragraph: Paragraph) -> bool:
    return bool(SUMS.match(paragraph.section) or SUMS.match(paragraph.text))


def _known(rest: Iterable[Paragraph], sheets: Iterable[Sheet]) -> set[Decimal]:
    """Every number of the report, with what its sentences and tables make."""
    found = set[Decimal]()
    for paragraph in rest:
        read = passage(paragraph.text)
        found |= {Decimal(each.replace(",", "")) for each in NUMBER.findall(paragraph.text)}
        found |= {Decimal(n) for n in numbers(read)}
        for entry in read.entries:
            found |= {Decimal(entry.base) - entry.value} if entry.base else set()
        for at in range(len(read.starts)):
            own = [e.value for e in read.of_sentence(at)]
            found |= {sum(own, Decimal(0)), *(own[0] - n for n in own[1:2])}
    for sheet in sheets:
        told = (t for row in sheet.texts for t in row)
        found |= {Decimal(each.replace(",", "")) for t in (*told, *sheet.labels) for each in NUMBER.findall(t)}
        found |= set(_made(sheet))
    return found


def _made(sheet: Sheet) -> Iterator[Decimal]:
    """What a table gives: how many rows it has, and the sums of its rows and columns and of cells side by side."""
    yield from (Decimal(len(sheet.labels)), Decimal(len(sheet.labels) - 1))
    rows = [row for at, row in enumerate(sheet.cells) if at != sheet.total]
    for column in zip(*rows, strict=True):
        values = [each.value for each in column if each and each.unit != "%"]
        yield from list(accumulate(values))[1:]
        yield from list(accumulate(reversed(values)))[1:]
    if sheet.total is not None:
        whole = [each.value for each in sheet.cells[sheet.total] if each and each.unit != "%"]
        yield from (abs(a - b) for a, b in permutations(whole, 2))


def _pairs(rest: Iterable[Paragraph], sheets: Iterable[Sheet]) -> Iterator[tuple[Decimal, Decimal]]:
    """The figures that stand together in a paragraph, a row or a column: one may be a share of another."""
    for paragraph in rest:
        counts = [e.value for e in passage(paragraph.text).entries if e.kind != "share"][:MOST]
        bases = [(e.value, Decimal(e.base)) for e in passage(paragraph.text).entries if e.base]
        yield from (*permutations(counts, 2), *bases)
    for sheet in sheets:
        for line in (*sheet.cells, *zip(*sheet.cells, strict=True)):
            values = [each.value for each in line if each][:MOST]
            yield from permutations([*values, sum(values, Decimal(0))], 2)


def _is_known(entry: Entry, known: set[Decimal], pairs: Sequence[tuple[Decimal, Decimal]]) -> bool:
    """Whether the report has a figure, or two that stand together of which it is the share or the mean."""
    if entry.value in known or entry.kind == "points":
        return True
    if entry.kind == "count":
        return False
    scale, step = Decimal(100) if entry.kind == "share" else Decimal(1), entry.step / 2
    return any(b and abs(scale * a / b - entry.value) <= step for a, b in pairs)


def _told_in(rest: Iterable[Paragraph]) -> Iterator[Told]:
    """The figures of the prose, with the words of their clauses."""
    for paragraph in rest:
        read = passage(paragraph.text)
        for entry in read.entries:
            words = stems(f"{entry.before} {entry.after}")
            if entry.kind == "count" and entry.base:
                yield Told("count", Decimal(entry.base), words, read.sentence(entry.sentence).strip())
            yield Told(entry.kind, entry.value, words, read.sentence(entry.sentence).strip())


def _told_by(sheets: Iterable[Sheet]) -> Iterator[Told]:
    """The figures of tables, with their row, their column and the table's caption."""
    for sheet in sheets:
        caption = stems(sheet.caption) - TABLE
        for at, (label, row) in enumerate(zip(sheet.labels, sheet.cells, strict=True)):
            own = frozenset[str]() if at == sheet.total else stems(label)
            for head, cell in zip(sheet.heads, row, strict=True):
                if cell:
                    words, shown = own | stems(head) | caption, f"{label}, {head}: {cell.text}"
                    yield Told(_kind(cell), cell.value, words, shown, at == sheet.total)
                    if cell.count is not None and cell.share:
                        yield Told("share", cell.share.value, words, shown, at == sheet.total)


def _kind(cell: Figure) -> str:
    return "share" if cell.unit == "%" else "money" if cell.unit in ("£", "€", "$") else "count"


def _other(entry: Entry, told: Sequence[Told]) -> Told | None:
    """The one figure of the report near one of the summary that is told in words of its own."""
    clause = f"{entry.before} {entry.after}"
    words = stems(clause)
    near = [each for each in told if each.kind == entry.kind and _is_near(entry.value, each.value)]
    marked = [(weight(words & each.words), each) for each in near if not OTHER_TIME.search(each.shown)]
    best = max((mark for mark, _ in marked), default=0.0)
    fits_best = [each for mark, each in marked if mark == best]
    if not best or len({each.value for each in fits_best}) != 1 or OTHER_TIME.search(clause):
        return None
    often = sum(each.value == fits_best[0].value for each in near)
    is_whole = any(each.whole for each in fits_best)
    return fits_best[0] if best >= LEAST or often > 1 or is_whole else None


def _is_near(one: Decimal, other: Decimal) -> bool:
    return one != other and (is_slip(one, other) or abs(one - other) <= NEAR * max(one, other))


def _finding(paragraph: Paragraph, entry: Entry, other: Told) -> Finding:
    why = f"{entry.text} stands nowhere else; the report has “{other.shown[:120]}”"
    slip = f"{CODE}/{paragraph.line}/{entry.start}"
    return Finding(CODE, "wrong", paragraph.where, entry.text, entry.text, str(other.value), why, slip, "likely")
