"""So many each on average, where what the report counts of both gives another mean, and nothing of it gives this."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.known import known_numbers
from looped.checker.patterns import pattern_of
from looped.checker.phrases import IS_MEAN
from looped.checker.prose import Entry, Passage, passage
from looped.checker.sheets.giving import whole_of
from looped.checker.sheets.naming import alike, label_words

CODE = "mean-of-each"
MESSAGE = "A mean of so many each is what the report counts of the one over what it counts of the other."
TABLE = "Area\tSent\tForms back\nAyr\t80\t41\nOban\t90\t52\nLeith\t70\t31\nDeal\t60\t29\nAll\t300\t153\n\n"
GOOD = TABLE + "On average 38.3 forms came back from each area."
BAD = TABLE + "On average 42.6 forms came back from each area."

# "From each area", "for every file", "per officer", "a month".
PER = pattern_of(r"\b(?:each|every|per|an?) (?P<noun>(?!half\b|third\b|quarter of\b|total\b)[a-z]{4,})\b", re.I)
EACH = pattern_of(r"\b(?:each|apiece)\b(?=[ ,.;](?!of\b)(?:on\b|$)?|$)", re.I)
NOUN = re.compile(r"\)? (?:[a-z]+ed |new |late )?([a-z]{4,})\b")
# Of a part, of another time, or of what isn't counted.
ELSE = pattern_of(
    r"\b(?:median|weighted|excluding|without|last (?:year|time)|previous\w*|before|earlier|nationally|elsewhere|"
    r"compared|against|than|from \d|target|limit|range|up to|at least|score|age[sd]?|those|among|only|other)\b",
    re.I,
)
MONTHS = {"year": (), "month": (3, 6, 12), "week": (4, 13, 26, 52), "quarter": (4,), "day": (5, 7, 30, 31, 365)}
LEAST, TWICE = 12, Decimal(2)


def check(context: Context) -> Iterator[Finding]:
    """Each such mean with a decimal place, told without its sum."""
    for paragraph in context.paragraphs_with(IS_MEAN):
        read = passage(paragraph.text)
        for entry in read.entries:
            sentence = read.sentence(entry.sentence)
            alone = (
                len(read.of_sentence(entry.sentence)) == 1 and IS_MEAN.search(sentence) and not ELSE.search(sentence)
            )
            if alone and entry.kind == "measure" and 0 < entry.step < 1 and not entry.unit:
                yield from _judged(context, paragraph, read, entry)


def _judged(context: Context, paragraph: Paragraph, read: Passage, mean: Entry) -> Iterator[Finding]:
    what = NOUN.match(read.text, mean.end)
    behind = read.sentence(mean.sentence)
    per = PER.search(behind)
    known = context.once(known_numbers)
    if not what or len(known) < LEAST or not (per or EACH.search(behind)):
        return
    sums = {n for n in _counted(context, what[1]) if n > mean.value * TWICE}
    numbers = set(_counted(context, per["noun"])) | _rows_of(context, per["noun"]) if per else _before(read, mean)
    meant = {(n, m) for n in sums for m in numbers if 1 < m < n and _is_near(Decimal(n) / m, mean.value)}
    own = {e.count for e in read.entries if e.kind == "count"}
    if not meant or any(_gives(n, mean, known | numbers) for n in sums | own):
        return
    n, m = min(meant, key=lambda pair: abs(Decimal(pair[0]) / pair[1] - mean.value))
    expected = f"{Decimal(n) / m:.{-int(mean.step.as_tuple().exponent)}f}"
    why = f"{n} over {m} is {expected}, printed as {mean.text}"
    slip = f"{CODE}/{paragraph.line}/{mean.start}"
    yield Finding(CODE, "wrong", paragraph.where, mean.text, mean.text, expected, why, slip, "likely")


def _counted(context: Context, noun: str) -> Iterator[int]:
    """What the report tells of a thing, in prose and as totals of columns."""
    for paragraph in context.document.paragraphs:
        for each in passage(paragraph.text).entries:
            said = re.findall(r"[a-z]{4,}", each.after)[:2]
            if each.kind == "count" and each.value % 1 == 0 and any(alike(noun, word) for word in said):
                yield from (n for n in (each.count, each.base) if n)
    for placed in context.sheets:
        sheet = placed.sheet
        told = any(alike(noun, word) for word in (*label_words(sheet.caption), *label_words(sheet.corner)))
        for at, head in enumerate(sheet.heads):
            if (told or any(alike(noun, word) for word in label_words(head))) and (total := whole_of(sheet, at)):
                yield total


def _rows_of(context: Context, noun: str) -> set[int]:
    """How many rows tables have of a thing; for a time, how many of it a year or a half may have."""
    found = {
        len(placed.sheet.parts)
        for placed in context.sheets
        if any(alike(noun, word) for word in label_words(placed.sheet.corner))
    }
    return found | set(MONTHS.get(noun.lower(), ()))


def _before(read: Passage, mean: Entry) -> set[int]:
    """ "The service has six officers. They made 29.7 visits each": what is told right before."""
    near = [e for e in read.entries if e.end <= mean.start and mean.sentence - e.sentence <= 1 and e.kind == "count"]
    return {e.count for e in near[-2:]}


def _is_near(exact: Decimal, stated: Decimal) -> bool:
    return exact / TWICE < stated < exact * TWICE


def _gives(total: int, mean: Entry, numbers: set[int] | frozenset[int]) -> bool:
    """Whether a sum over a number, or so many more or less of it, is the mean as printed, rounded or cut off."""
    low, high = total / (mean.value + mean.step), total / (mean.value - mean.step)
    return any(low <= n <= high for n in numbers if n)
