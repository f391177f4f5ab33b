"""A sum of money with its share beside it, and no whole: the whole is told before it, or is a table's total."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from looped.checker.at_hand import is_slip
from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.linking import stem
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage, stems
from looped.checker.quantities import printed
from looped.checker.sheets.figures import Figure
from looped.checker.sheets.sheet import Sheet
from looped.checker.words_for_one import words

CODE = "money-share"
MESSAGE = "The share beside a sum of money is what that sum is of the whole told before it."
GOOD = "The fee of £18,000 was split between the owner (£10,800, or 60%) and the tenant (£7,200, or 40%)."
BAD = "The fee of £18,000 was split between the owner (£10,800, or 60%) and the tenant (£7,200, or 45%)."

BESIDE = pattern_of(
    r"\s?(?:\(|,|;|\s[–-])? ?(?:(?:or|that is|i\.e\.|which is|making|equal to|equivalent to) (?:just |only |some |"
    r"about )?)?",
    re.I,
)
# "£0.36m on £3.0m (12%)": of these two.
OF = pattern_of(r"\b(?:on|of|out of|against) (?:the |a |an |its )?(?:[a-z]+ of )?$", re.I)
BARE = re.compile(r"\s*")
# What tells no sum from another.
ANY_SUM = frozenset(map(stem, words("whole total sum sums amount amounts money year figure rest remainder same")))
# Of a change, a gap or another time.
ELSE = pattern_of(
    r"\b(?:rise|rose|risen|fall|fell|fallen|increase\w*|decrease\w*|reduc\w+|cut|saving|saved|up|down|more|less|over|"
    r"under|overspen\w+|underspen\w+|above|below|surplus|deficit|shortfall|variance|gap|difference|growth|gr[eo]w\w*|"
    r"interest|discount|tax|vat|inflation|by|than|excess|target|last|previous|return|yield|fee)\b[^.;()]{0,50}$",
    re.I,
)
OF_WHOLE = pattern_of(
    r" of (?:the |its |this |all |our )?(?:whole|total|ledger|sum|budget|spending|expenditure|income|all|debt|"
    r"amount|fund|"
    r"bill|cost|portfolio|balance|value|money)\b",
    re.I,
)
# "Out of total payments of", "of the budget of".
OUT_OF = pattern_of(r"[^.;:()\d£]{0,40}?\b(?:out of|of|from)\b[^.;:()\d£]{0,40}", re.I)
AGAIN = pattern_of(
    r"\b(?:share|proportion|percentage|or|that is|which is|equal to|equivalent to|making|representing|being)\b"
    r"[^.;:()\d]{0,24}$",
    re.I,
)
CHANGED = pattern_of(
    r"\b(?:rise|rose|fall|fell|increase\w*|decrease\w*|reduc\w+|saving|up|down|more|less|over|under|above|below|"
    r"instead|against|than|interest|tax|discount|others?|rest|remain\w*)\b",
    re.I,
)
# "£312,000 had been delivered, 75% of the target": the sum that this was said to be.
OF_NAME = pattern_of(
    r"\s?%? ?of(?P<one> (?:the|its|our|their|that|this))?(?P<name>(?: (?!(?:was|were|is|are|had|has|and|but|which|that|"
    r"for|in|by|to|"
    r"at|on|from|set|agreed|allowed|of)\b)[a-z’'-]+){1,4})(?= of (?:the|its|our) [a-z]|[.,;:)]| (?:for|in|set|"
    r"agreed|was|"
    r"were|and|but|had|at|by|on|allowed)\b|$)",
    re.I,
)
APPOSED = pattern_of(
    r"[^.;:()\d%£]{0,60}?(?:,|\(|\s[–—-]|\bor|\bis|\bwas) ?(?:(?:or|that is,?|i\.e\.,?|which is|which was|making|"
    r"representing|being|just|only|some|about|equal to|equivalent to) )*",
    re.I,
)
MANY, CLOSE_TO = 12, 2


def check(context: Context) -> Iterator[Finding]:
    """Each sum of money with a share right behind it."""
    for paragraph in context.document.paragraphs:
        if "£" in paragraph.text and ("%" in paragraph.text or " cent" in paragraph.text):
            read = passage(paragraph.text)
            yield from _of_paragraph(context, paragraph, read)
            for at in range(len(read.starts)):
                yield from _of_two(paragraph, read, at)
            yield from _of_named(paragraph, read)


def _of_paragraph(context: Context, paragraph: Paragraph, read: Passage) -> Iterator[Finding]:
    pairs = [
        (one, other)
        for one, other in pairwise(read.entries)
        if one.kind == "money" and other.kind == "share" and _is_beside(read, one, other)
    ]
    for part, share in pairs:
        money = [e for e in read.entries if e.kind == "money" and e.end <= part.start]
        wholes = [e.value for e in money if e.value > part.value and e not in [one for one, _ in pairs]]
        proved = [n for n in wholes if any(_fits(a, n, s) for a, s in pairs if a is not part)]
        tables = _totals(context, part) if OF_WHOLE.match(read.text[share.end :]) else []
        every = [*(e.value for e in read.entries if e.kind == "money"), *_cells(context)]
        # It may be by how much one sum is more than another.
        if any(_fits(part, n, share) for n in (*every, *tables)) or not (proved or len(set(tables)) == 1):
            continue
        yield _finding(paragraph, part, share, proved[0] if proved else tables[0])


def _of_two(paragraph: Paragraph, read: Passage, at: int) -> Iterator[Finding]:
    """ "£45,000 out of payments of £150,000; its share was 30%": the one of the other, and nothing else is told."""
    own = read.of_sentence(at)
    if [e.kind for e in own] != ["money", "money", "share"]:
        return
    part, whole, share = own
    gap, lead = read.text[part.end : whole.start], read.text[whole.end : share.start]
    if not OUT_OF.fullmatch(gap) or part.value >= whole.value or not AGAIN.search(lead) or CHANGED.search(gap + lead):
        return
    left = replace(part, value=whole.value - part.value)
    if any(_fits(each, whole.value, share) for each in (part, left)):
        return
    if share.share and is_slip(share.share.value, (part.value * 100 / whole.value).quantize(Decimal(1))):
        yield _finding(paragraph, part, share, whole.value)


def _of_named(paragraph: Paragraph, read: Passage) -> Iterator[Finding]:
    """ "The target was £390,000. By May £312,000 was saved, 75% of the target": of the one sum of that name."""
    for part, share in pairwise(read.entries):
        found = OF_NAME.match(read.text, share.end) if share.kind == "share" and part.kind == "money" else None
        if not found or part.sentence != share.sentence or not share.share:
            continue
        if not APPOSED.fullmatch(read.text[part.end : share.start]):
            continue
        name = stems(found["name"]) - ANY_SUM
        money = [e for e in read.entries if e.kind == "money" and e is not part]
        # Without an article it must have two words.
        told = len(name) > (0 if found["one"] else 1)
        named = [e for e in money if e.end <= part.start and told and name <= e.words]
        every = [part, *money]
        if len({e.value for e in named}) != 1 or any(_fits(a, b.value, share) for a in every for b in every):
            continue
        exact = part.value * 100 / named[0].value
        if abs(exact - share.share.value) > CLOSE_TO * share.step and not _is_sum(part, money, named[0], share):
            yield _finding(paragraph, part, share, named[0].value)


def _is_sum(part: Entry, money: Sequence[Entry], named: Entry, share: Entry) -> bool:
    """Whether it is the share of the sum with another, or of what others leave of it."""
    others = [e.value for e in money if e is not named]
    sums = [part.value + value for value in others] + [abs(part.value - value) for value in others]
    sums += [named.value - part.value]
    return any(_fits(replace(part, value=value), named.value, share) for value in sums if value > 0)


def _is_beside(read: Passage, part: Entry, share: Entry) -> bool:
    gap = read.text[part.end : share.start]
    lead = read.quiet[read.starts[part.sentence] : part.start]
    return (
        bool(BESIDE.fullmatch(gap)) and not BARE.fullmatch(gap) and not ELSE.search(lead[-60:]) and not OF.search(lead)
    )


def _fits(part: Entry, whole: Decimal, share: Entry) -> bool:
    """Whether a sum is its share of a whole, rounding of all three allowed."""
    if not share.share or whole <= 0:
        return False
    step = Decimal(1).scaleb(-share.share.decimals)
    exact = part.value * 100 / whole
    slack = step / 2 + (exact * part.step / 2 / part.value if part.step > 1 and part.value else Decimal(0))
    return abs(exact - share.share.value) <= slack


def _totals(context: Context, part: Entry) -> list[Decimal]:
    """The totals of columns of which a sum is a cell, or what some rows that follow each other come to."""
    found = []
    for sheet in (placed.sheet for placed in context.sheets):
        for column in range(len(sheet.heads)):
            total = sheet.cells[sheet.total][column] if sheet.total is not None else None
            if total and total.share is None and part.value in _runs(sheet, column):
                found.append(total.value)
    return found


def _runs(sheet: Sheet, column: int) -> set[Decimal]:
    values = [f.value if f else Decimal(0) for row, f in enumerate(_column(sheet, column)) if row != sheet.total]
    return {sum(values[low:high], Decimal(0)) for low in range(len(values)) for high in range(low + 1, len(values) + 1)}


def _column(sheet: Sheet, column: int) -> Sequence[Figure | None]:
    return [row[column] for row in sheet.cells][:MANY]


def _cells(context: Context) -> Iterator[Decimal]:
    """The sums of money that tables tell."""
    for sheet in (placed.sheet for placed in context.sheets):
        for row in sheet.cells:
            yield from (figure.value for figure in row if figure and figure.share is None and figure.value > 0)


def _finding(paragraph: Paragraph, part: Entry, share: Entry, whole: Decimal) -> Finding:
    exact = printed((part.value * 100 / whole).quantize(Decimal("0.1")))
    assert share.share
    near = abs(part.value * 100 / whole - share.share.value) <= Decimal(1).scaleb(-share.share.decimals)
    verdict: Verdict = "rounding" if near else "wrong"
    why = f"{part.text} of £{printed(whole)} is {exact}%, not {share.text}"
    slip = f"fraction/{paragraph.line}/{share.start}"
    quote = paragraph.text[part.start : share.end]
    return Finding(CODE, verdict, paragraph.where, quote, share.text, f"{exact}%", why, slip, "likely")
