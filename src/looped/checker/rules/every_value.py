"""A value that all or both are said to have, against what each of them has."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.listing import Listing, near
from looped.checker.patterns import pattern_of
from looped.checker.prose import NUMBER, Passage, passage, worded
from looped.checker.quantified import ALL_OR_NONE, quantifiers

CODE = "every-value"
MESSAGE = "The value that all are said to have is the one that each has."
GOOD = "Both canteens were rated 4 (north 4, south 4)."
BAD = "Both canteens were rated 4 (north 3, south 4)."

HAVE = pattern_of(
    r"(?:[^.;:()\d]{0,40}?\s)?(?:is|are|was|were|has|had|have|hold|holds|held|scor(?:e|es|ed)|rated|got|gets?|"
    r"stands?(?: at)?|stood(?: "
    r"at)?|came to|marked|given|gave|took|take|received|recorded|made|saw|lost|earned)(?: (?:rated|given|marked|graded|"
    r"awarded|scored|put|assessed|a|an|the|at|as|rating|score|mark|grade|of|just|only|exactly|also)){0,4} "
    rf"(?P<n>{NUMBER})(?P<unit>\s?%|\s?per ?cent)?(?![\d,]*\d|\.\d|[-–/]\d)(?! (?:of|or|out|to|times|more|fewer|"
    rf"less|target|standard|threshold|limit|benchmark)\b)",
    re.I,
)
TOGETHER = pattern_of(
    r"\b(?:between them|together|in all|in total|altogether|combined|at least|over|under|above|below|more than|"
    r"less than|"
    r"up to|within|about|around|nearly|almost|except|apart from|but)\b",
    re.I,
)


# "Drew a quorum, which is five": what is said of something else.
BESIDES = pattern_of(r"[,(–—] ?(?:which|that|this|who|i\.e\.)\b|\b(?:quorum|minimum|target|limit)\b", re.I)
AIMED = pattern_of(r"\b(?:target|standard|limit|threshold|benchmark|goal|aim|minimum|maximum)s?\b[^.;,]*$", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each such statement beside a list of as many figures."""
    for paragraph in context.paragraphs_with(ALL_OR_NONE):
        for said in quantifiers(paragraph.text):
            found = HAVE.match(paragraph.text, said.end) if said.kind == "all" else None
            lead = paragraph.text[max(0, said.start - 40) : said.start]
            if AIMED.search(lead):
                continue  # "the target for all three is 90%"
            if found and not TOGETHER.search(found.group()) and not BESIDES.search(found.group()):
                yield from _judged(paragraph, passage(paragraph.text), said.start, said.size, found)


def _judged(
    paragraph: Paragraph, read: Passage, start: int, size: int | None, found: re.Match[str]
) -> Iterator[Finding]:
    value = Decimal(found["n"].replace(",", "")) if found["n"][0].isdigit() else Decimal(worded(found["n"]))
    at = read.sentence_at(start)
    behind = read.text[found.end() : found.end() + 24]
    if TOGETHER.search(behind) or _is_of_each(read, found["n"], behind):
        return
    lists = [each for each in near(read, at) if _suits(each, found, start, size)]
    if len(lists) != 1 or value == sum(lists[0].values):
        return
    others = [each.text for each in lists[0].items if each.value != value and each.entry.value != value]
    right = not others
    if len(others) == len(lists[0].items):
        return  # another quantity is listed
    quote = read.text[start : found.end()]
    why = f"{lists[0].shown}" + ("" if right else f": not so for {others[0]}")
    slip = f"{CODE}/{paragraph.line}/{start}"
    yield Finding(
        CODE,
        "ok" if right else "wrong",
        paragraph.where,
        quote,
        found["n"],
        "" if right else "not all",
        why,
        slip,
        "likely",
    )


def _is_of_each(read: Passage, value: str, behind: str) -> bool:
    """ "17 held two references, and 17 a photograph. All held two references": what is counted has so many."""
    noun = re.match(r" [a-z]+", behind)
    return noun is not None and read.text.count(f" {value}{noun.group()}") > 1


def _suits(listing: Listing, found: re.Match[str], start: int, size: int | None) -> bool:
    apart = listing.start >= found.end() or listing.end <= start
    return apart and listing.is_share == bool(found["unit"]) and len(listing.items) == (size or len(listing.items))
