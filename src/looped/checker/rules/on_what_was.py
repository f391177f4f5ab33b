"""A figure, by how much it has moved, and what it was: "54%, a rise of 14 points on the 40% reported last year"."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.listing import value_of
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.quantities import printed

CODE = "on-what-was"
MESSAGE = "What something rose or fell by lies between what it is and what it was."
GOOD = "The share of boats seen in time was 54%, a rise of 14 points on the 40% reported last year."
BAD = "The share of boats seen in time was 54%, a rise of 12 points on the 40% reported last year."

UP = r"rise|increase|improvement|gain|jump"
DOWN = r"fall|drop|decrease|reduction|decline|dip"
MOVED = pattern_of(
    rf"\)?(?: [a-z][^.;:()\d]{{2,90}}?,)?,? (?:which is |that is |this is |representing |or )?"
    rf"(?:(?P<rose>up)|(?P<sank>down)|"
    rf"an? (?:[a-z]+ )?(?:(?P<up>{UP})|"
    rf"(?P<down>{DOWN})) of) "
    r"(?:just |only )?$",
    re.I,
)
ON = pattern_of(
    r"(?: percentage)?(?: points?)? (?:on|from|over|compared (?:with|to)|against) (?:the |its |last year[’']s |a )?"
    r"(?:(?:first|second|previous|last|earlier|baseline|original|initial) (?:[a-z]+[’']s? )?)?"
    r"(?:(?:figure|level|share|rate|result|total|number|previous figure)s? (?:of )?)?$",
    re.I,
)

MORE_THAN = pattern_of(r"\b(?:more|fewer|less) than the\b", re.I)
APPOSED = pattern_of(r"(?: [a-z][^.;:()\d]{2,70})?(?:,| –| -) (?:which (?:is|was) |that is |just |only |some )*", re.I)
THAN = pattern_of(
    r"(?: [a-z]+)? (?:(?P<more>more|higher)|(?P<less>fewer|less|lower)) than (?:the|"
    r"last year[’']s) (?:total of |figure of )?",
    re.I,
)
HEDGED = pattern_of(r"\b(?:about|around|nearly|almost|over|under|at least|some) $", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each three figures that are told so."""
    for paragraph in context.paragraphs_with(MORE_THAN):
        yield from _more_than(paragraph, passage(paragraph.text))
    for paragraph in context.paragraphs_with(MOVED):
        read = passage(paragraph.text)
        for now, size, then in zip(read.entries, read.entries[1:], read.entries[2:], strict=False):
            moved = MOVED.fullmatch(read.text, now.end, size.start)
            if moved and now.sentence == then.sentence and ON.fullmatch(read.text, size.end, then.start):
                yield from _judged(paragraph, moved, (now, size, then))


def _more_than(paragraph: Paragraph, read: Passage) -> Iterator[Finding]:
    """ "91 boats came, 11 more than the 80 of last year": three counts of one sentence, side by side."""
    for now, size, then in zip(read.entries, read.entries[1:], read.entries[2:], strict=False):
        plain = all(e.kind == "count" and not e.base and not e.share for e in (now, size, then))
        than = THAN.fullmatch(read.text, size.end, then.start) if plain and now.sentence == then.sentence else None
        if than and APPOSED.fullmatch(read.text, now.end, size.start) and not HEDGED.search(read.text[: now.start]):
            apart = now.count - then.count
            right = apart == (size.count if than["more"] else -size.count)
            verdict: Verdict = "ok" if right else "wrong"
            why = f"from {then.text} to {now.text} is {apart}, printed as {size.text}"
            slip = f"change/{paragraph.line}/{size.start}"
            yield Finding(CODE, verdict, paragraph.where, size.text, size.text, str(abs(apart)), why, slip, "likely")


def _judged(paragraph: Paragraph, moved: re.Match[str], told: tuple[Entry, Entry, Entry]) -> Iterator[Finding]:
    now, size, then = told
    shares = now.share is not None and then.share is not None
    # "A rise of 12% on the 40%" may be of it, or of points: left to others.
    alike = shares if size.kind == "points" else now.kind == size.kind == then.kind and not shares
    if not alike or size.kind == "share":
        return
    apart = value_of(now) - value_of(then)
    slack = (
        (now.step + then.step + size.step) / 2 if size.kind == "points" and min(now.step, then.step) < size.step else 0
    )
    right = abs(abs(apart) - abs(size.value)) <= slack
    way = (apart >= 0) if moved["up"] or moved["rose"] else (apart <= 0)
    verdict: Verdict = "ok" if right and way else "wrong"
    why = f"from {then.text} to {now.text} is {printed(apart)}, printed as {size.text}"
    slip = f"change/{paragraph.line}/{size.start}"
    yield Finding(CODE, verdict, paragraph.where, size.text, size.text, printed(abs(apart)), why, slip, "likely")
