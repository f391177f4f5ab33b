"""All of so many, and behind a colon a figure of each: as many figures are told as there are said to be."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.listing import Listing, listings
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage, passage
from looped.checker.quieting import SPELT

CODE = "as-listed"
MESSAGE = "Behind all of so many as many figures are told, one of each."
GOOD = "All three groups were in favour: traders 66%, residents 71% and visitors 80%."
BAD = "All four groups were in favour: traders 66%, residents 71% and visitors 80%."

ALL_OF = pattern_of(
    rf"(?:^|[.;] |, (?:and|but) )\W*(?:at |in |on |for |among |by )?(?:all(?: of)?(?: the| our| these)?|"
    rf"each of (?:the|our|these)|"
    rf"every one of (?:the|our|these)|none of (?:the|our|these)|both(?P<both>)) ?(?P<n>{SPELT}|"
    rf"\d)? ?(?P<what>[a-z’'-]+s|"
    rf"men|women|children|staff)\b[^.;:()\d]{{2,70}}?(?::|\s[–—]|\() ?$",
    re.I,
)
NOT = pattern_of(r"\b(?:but|except|than|bar|save|includ\w+|such as|mainly|between|two|days|weeks|months|years)\b", re.I)
CLOSED = re.compile(r"(?: (?:in|on|at|for|of|by) [\w’'-]+(?: [\w’'-]+)?)?\)?\s*(?:[.;]|$)")
# Beside the ones that are meant: "mean 52%", "a further 3".
OTHER = pattern_of(
    r"\b(?:further|others?|another|mean|average|median|total|overall|all|national\w*|england|targets?|rest|more|altogether|"
    r"combined|standard)\b",
    re.I,
)
FEWEST, MOST = 2, 9


def check(context: Context) -> Iterator[Finding]:
    """Each list right behind such words, to the end of its sentence."""
    for paragraph in context.document.paragraphs:
        if ":" not in paragraph.text and "–" not in paragraph.text and "(" not in paragraph.text:
            continue
        read = passage(paragraph.text)
        for listing in listings(read) if len(read.entries) >= FEWEST else ():
            start = read.starts[listing.sentence]
            found = ALL_OF.search(read.text[start : listing.start])
            if found and not NOT.search(found.group()):
                yield from _judged(paragraph, read, listing, found)


def _judged(paragraph: Paragraph, read: Passage, listing: Listing, found: re.Match[str]) -> Iterator[Finding]:
    number = FEWEST if found["both"] is not None else whole(found["n"] or "") or 0
    own = [e for e in read.of_sentence(listing.sentence) if e.start >= listing.start]
    # A figure for each, and nothing else.
    if number < FEWEST or len(own) != len(listing.items) or not all(each.words for each in listing.items):
        return
    if any(OTHER.search(each.name) for each in listing.items) or "(" in read.text[listing.start : listing.end]:
        return
    if not CLOSED.match(read.text, listing.end) or len(own) > MOST or abs(len(own) - number) > FEWEST:
        return
    right = len(own) == number
    verdict: Verdict = "ok" if right else "wrong"
    why = f"{len(own)} are told: {listing.shown}"
    slip = f"{CODE}/{paragraph.line}/{listing.start}"
    quote = read.text[read.starts[listing.sentence] : listing.end].strip()
    stated = found["n"] or "both"
    yield Finding(CODE, verdict, paragraph.where, quote, stated, str(len(own)), why, slip, "likely")
