"""What a list's greatest or least is said to be, in any of the ways in which authors say so."""

import re
from collections.abc import Iterator
from itertools import pairwise

from looped.checker.asides import without_lone_figures
from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.first_of_list import (
    IS_END,
    NUMBERED,
    SAID,
    SHARED,
    Called,
    called_in,
    clause_beside,
    is_so_called,
    item_called,
)
from looped.checker.item_names import stems_of
from looped.checker.listing import Listing, listings, near
from looped.checker.one_each import near_or_apart, says_more, told_one_each
from looped.checker.opposites import are_opposed
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage, passage
from looped.checker.rivals import OWN_FIGURE
from looped.checker.then_and_now import is_of_changes

CODE = "foremost"
MESSAGE = "What is said to stand first or last in a list does so by its figures."
GOOD = "Late replies by month were 14 in May, 9 in June and 21 in July; they were at their worst in July."
BAD = "Late replies by month were 14 in May, 9 in June and 21 in July; they were at their worst in May."

# "It was lowest, then, among clerks"; "11 in May, when two of us were away, and 17 in June".
SET_IN = pattern_of(
    r"(?<=[a-z]), (?:when|because|since|as|while) [^,.;:()\d]{5,60}(?=, and \d)|"
    r"(?<=[a-z]), (?:then|therefore|thus|however|accordingly|clearly|in fact|of course|again|too),(?= [a-z])"
)
# A list that is told behind what is said of it: "Share passed, by pier: Ash 40%; Elm 55%".
HEADED = pattern_of(r"[A-Z][^.;:\d]{4,90}: ?[A-Z“\"]?[^.;:\d]{2,40} \(?\d")
ASKED = pattern_of(r"\b(?:asked|question\w*)\b[^.;:]{0,30}\b(?:what|which|who|where|how)\b[^.;:,\d]{0,60}$", re.I)
LAST_YEAR = pattern_of(
    r"\W*(?:(?:at|in|by|until) (?:the |our )?)?(?:last|previous|earlier) (?:year|time|audit|round|inspection|"
    r"survey|visit)\b|"
    r"\W*previously\b",
    re.I,
)
BULLET, LINE = re.compile(r"\s*[-*•–]\s+"), 70
SOME_TIMES = pattern_of(r"[^.;:,()]{0,30}\b(?:in|on|at) (?:most|(?:only )?(?:(?-i:[a-z]+)|\d) of)\b", re.I)
# "Most boats at Ayr were sound", "most were not sound": of some of them, or of those that aren't.
OF_SOME = pattern_of(
    r"most (?:of the |of our )?(?:[a-z’'-]+ ){0,3}?(?:(?:at|in|from|on) (?-i:[A-Z])|(?:were|was|are|had|did|"
    r"have) not\b)",
    re.I,
)
KIND_OF = pattern_of(
    r" (?:shares?|proportions?|rates?|percentages?|numbers?|counts?) of (?P<what>[^.;:,()\d]{3,60}?) (?:was|were|"
    r"is|came|stood)\b"
)
OF_RATE = pattern_of(r" (?:[a-z]+ )?rates?\b", re.I)
# "26 came, more than in any of the three years before (19, 22 and 17)": what the 26 is set against.
OF_BEFORE = pattern_of(r"\bthan [^.;:()\d]{0,40}\b(?:before|earlier|previous [a-z]+) ?\($", re.I)
FALLING = pattern_of(
    r"[^.;]{0,90}\b(?:at|with) [\d.]+%?,? (?:and|but) (?:then )?(?:declin|f[ae]ll|ros|r[io]se|drop)", re.I
)


def check(context: Context) -> Iterator[Finding]:
    """Each superlative near one list that has the name of which it is said."""
    before, run = "", list[str]()
    blocks = context.document.blocks
    for at, paragraph in enumerate(blocks):
        if not isinstance(paragraph, Paragraph):
            before, run = "", []  # what is said behind a table is of the table
            continue
        if SAID.search(paragraph.text):
            behind = next((each.text for each in blocks[at + 1 : at + 2] if isinstance(each, Paragraph)), "")
            yield from _of_paragraph(paragraph, before, behind)
        bullet = BULLET.match(paragraph.text)
        # The lines of a list are one listing.
        run = [*run, paragraph.text[bullet.end() :].rstrip(" .;,")] if bullet and len(paragraph.text) < LINE else []
        before = f"Listed: {', '.join(run)}." if len(run) > 1 else paragraph.text


def _of_paragraph(paragraph: Paragraph, before: str, behind: str) -> Iterator[Finding]:
    """Those of a paragraph: a conclusion without figures is drawn from the one before it, or stands before its list."""
    text = SET_IN.sub(lambda set_in: " " * len(set_in.group()), paragraph.text)
    start, end = 0, len(text)
    text = text if told_one_each(passage(text)) else without_lone_figures(text, SAID)
    if not passage(text).entries:
        if before and stems_of(text) & stems_of(before) and passage(before).entries:
            text = f"{_unnumbered(before)} {_unnumbered(text)}"
            start = len(text) - len(paragraph.text)
        elif HEADED.match(behind) and stems_of(text) & stems_of(behind):
            text = f"{text} {behind}"
    read = passage(text)
    for found in SAID.finditer(text, start, start + end):
        called = called_in(text, found)
        if called and not is_of_changes(read, read.sentence_at(found.start())):
            yield from _judged(paragraph, read, called)


def _unnumbered(text: str) -> str:
    """A paragraph with the number before it blanked."""
    return re.sub(r"^\s*\(?\d+(?:\.\d+)*[.)]?(?=\s)", lambda found: " " * len(found.group()), text)


def _judged(paragraph: Paragraph, read: Passage, called: Called) -> Iterator[Finding]:
    if ASKED.search(read.text[: called.start]):
        return  # "asked what would help most": nothing is said of the answers
    if SOME_TIMES.match(read.text, called.end) or OF_SOME.match(read.text, called.start):
        return  # "the strongest in two of the three months"
    if OWN_FIGURE.match(read.text, called.end):
        return  # "at Ash cakes were named most often, by 48 of 100": a list of its own
    if FALLING.match(read.text, called.end):
        return  # "highest among the new, at 83%, and declined to 70% and then 65%"
    at = read.sentence_at(called.start)
    if LAST_YEAR.match(read.sentence(at)) and not read.of_sentence(at):
        return  # "Last year sails were the strongest"
    rate = OF_RATE.match(read.text, called.end)
    kind = KIND_OF.match(read.text, called.end) or IS_END.search(read.text, 0, called.start)
    lists = [
        each
        for each in (*near_or_apart(read, at, 2), *_in_sentences(read, called, at))
        if (called.end <= each.start or called.start >= each.end)
        and _are_enough(read, called, each)
        and not _is_of_wholes(read, called, each)
        # "Two of oak and one of ash failed. Ash had the lowest pass rate": of shares, and these are counts.
        and not (rate and all(i.entry.kind == "count" and not (i.entry.share or i.entry.base) for i in each.items))
        and not OF_BEFORE.search(read.text[: each.start])
        # "The share of wet boats was highest at Ayr", behind a list of those that were dry.
        and not (kind and at != each.sentence and are_opposed(read.sentence(each.sentence), kind.group()))
    ]
    judged = [(each, hit) for each in lists if (hit := item_called(read, called, each))]
    # Two lists that both have the name: the statement may be on either.
    verdicts = [is_so_called(read, called, each, hit) for each, hit in judged]
    if not verdicts or any(each is None for each in verdicts):
        return
    right = any(verdicts)
    listing, hit = judged[verdicts.index(True) if right else 0]
    if says_more(read, listing, hit, read.sentence(at), read.text[called.start : called.end]):
        return
    said = clause_beside(read, called, listing)
    why = f"of {listing.shown} it is {hit.entry.text}"
    slip = f"{CODE}/{paragraph.line}/{called.start}"
    expected = hit.name if right else "another"
    yield Finding(
        CODE,
        "ok" if right else "wrong",
        paragraph.where,
        said,
        read.text[called.start : called.end],
        expected,
        why,
        slip,
        "likely",
    )


def _in_sentences(read: Passage, called: Called, at: int) -> list[Listing]:
    """A list, of a sentence for each, that ends right before it: for its share or number, in the words of the list."""
    behind = KIND_OF.match(read.text, called.end)
    close = near(read, at, 2)
    lists = [e for e in listings(read) if e not in close and 0 <= at - e.items[-1].entry.sentence <= 1]
    if not behind or not lists or not stems_of(behind["what"]) <= stems_of(read.text[: read.starts[at]]):
        return []
    return lists


def _is_of_wholes(read: Passage, called: Called, listing: Listing) -> bool:
    """ "41 of 65 boats were dry": the highest number of boats is that of all of them."""
    behind = KIND_OF.match(read.text, called.end)
    bare = behind and len(behind["what"].split()) == 1 and NUMBERED.match(read.text, called.end)
    return bool(bare) and all(item.entry.base for item in listing.items)


def _are_enough(read: Passage, called: Called, listing: Listing) -> bool:
    """Whether there are three or more; or two that have counts and shares each, where the one or the other is told."""
    if len(listing.items) > 2:
        return _is_even(read, listing)
    both = all(each.entry.kind == "count" and each.entry.base for each in listing.items)
    behind = read.text[called.end : called.end + 30]
    return both and bool(NUMBERED.match(behind) or SHARED.match(behind))


def _is_even(read: Passage, listing: Listing) -> bool:
    """Whether semicolons part all of its items, or none, and no sentence behind a list gives it one more."""
    told = [each.entry.sentence for each in listing.items]
    if told.count(told[0]) == len(told) - 1 > 1:
        return False  # "… and paths (45). On rent, 131 of them"
    if told.count(told[0]) == 1 and len(told) - len(set(told)) > 1:
        return False  # "(119) and Elm the fewest. 17 said yes, 12 no and nine neither": the first is of another list
    gaps = [read.text[a.entry.end : b.entry.start] for a, b in pairwise(listing.items)]
    return len({";" in gap for gap in gaps[:-1]}) < 2 and (";" not in gaps[-1] or ";" in gaps[0])
