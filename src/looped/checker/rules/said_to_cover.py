"""How many a report says that it covers, and how many it then tells its findings of: "all 58 lanes" behind 63."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.linking import stem
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage

CODE = "said-to-cover"
MESSAGE = "A report covers as many as it then counts its findings out of."
GOOD = "This report covers 58 lanes.\n\nWe walked 58 lanes in May.\n\nOf the 58 lanes, 12 were flooded."
BAD = "This report covers 63 lanes.\n\nWe walked 58 lanes in May.\n\nOf the 58 lanes, 12 were flooded."

COVERS = pattern_of(
    r"\b(?:this|the|our) (?:[a-z]+ )?(?:report|summary|review|audit|survey|study|paper|inspection|evaluation|analysis|"
    r"exercise|note)\b (?:(?:[a-z]+ )?(?:covers?|covered|took in|takes in|describes?|concerns?|included?|includes|"
    r"draws on|drew on|is about|looked at|looks at|examines?|examined|reports on|sums up)|"
    r"(?:is|was) (?:based on|drawn from)|rests on)(?: the records of| a sample of| a total of| all| the)? $",
    re.I,
)
NOUN = re.compile(r" (?:of (?:the |these |our )?)?(?P<noun>(?:(?!(?:of|in|at|on|with|who|and)\b)[a-z’'-]+ ?){1,2})")
# "Of the 58 lanes", "all 58 lanes".
ALL_OF = re.compile(r"\b(?:of|for|in|among|from) (?:the|these|those|all)(?: the)? $|\ball (?:the |of the )?$", re.I)
FIGURE = re.compile(r"[\d,]*\d|[\w-]+")
TWICE, FAR = 2, 3


@dataclass(frozen=True)
class Told:
    """A number of things of one name, and where it stands. whole: whether others are counted out of it."""

    paragraph: Paragraph
    read: Passage
    entry: Entry
    number: int
    name: str
    whole: bool


def check(context: Context) -> Iterator[Finding]:
    """What is said to be covered, with the one number of the same name that all else is told of."""
    if not context.paragraphs_with(COVERS):
        return
    told = [each for paragraph in context.document.paragraphs for each in _told(paragraph)]
    numbers = Counter(each.number for each in told)
    for said in told:
        if not COVERS.search(said.read.text[: said.entry.start]) or numbers[said.number] > 1 or not said.name:
            continue
        if said.number in _of_tables(context):
            continue
        alike = [e for e in told if e.name == said.name and e.paragraph is not said.paragraph]
        wholes = {e.number for e in alike if e.whole}
        if len(wholes) != 1:
            continue
        whole = next(iter(wholes))
        elsewhere = {id(e.paragraph) for e in alike if e.number == whole}
        if numbers[abs(whole - said.number)]:
            continue  # so many fell away
        if whole != said.number and len(elsewhere) >= TWICE and max(whole, said.number) < FAR * min(whole, said.number):
            why = f"the findings are told of {whole}, and here {said.number} are said to be covered"
            slip, where = f"{CODE}/{said.paragraph.line}", said.paragraph.where
            stated = said.entry.text
            yield Finding(CODE, "wrong", where, stated, stated, str(whole), why, slip, "likely")


def _of_tables(context: Context) -> set[int]:
    """Every number that a table tells."""
    return {value.count for grid in context.grids for row in grid.values for value in row if value.count}


def _told(paragraph: Paragraph) -> Iterator[Told]:
    """The counts of a paragraph, and the bases of counts, with the name of what they count."""
    read = passage(paragraph.text)
    for each in read.entries:
        if each.kind != "count":
            continue
        # "40 of the 47 letters (85%)": what it is of stands within the figure.
        inside = re.search(rf"\b{each.base:,}\b|\b{each.base}\b", each.text) if each.base else None
        noun = NOUN.match(read.text, each.start + inside.end() if inside else _end(read, each))
        name = _name(noun["noun"]) if noun else ""
        if each.base:
            yield Told(paragraph, read, each, each.base, name, True)
        yield Told(
            paragraph, read, each, each.count, name, not each.base and bool(ALL_OF.search(read.text[: each.start]))
        )


def _end(read: Passage, each: Entry) -> int:
    """Where a number ends, without the noun and the bracket behind it."""
    number = FIGURE.match(read.text, each.start)
    return number.end() if number else each.end


def _name(words: str) -> str:
    """The first noun of several in a run of words."""
    return next((stem(word.lower()) for word in words.split() if word.endswith(("s", "people", "staff"))), "")
