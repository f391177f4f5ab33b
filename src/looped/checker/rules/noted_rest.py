"""What a note at the foot takes from a whole or calls the others: "72 (90%)¹", and "¹ Of 80; the 8 others had none"."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.footnotes import SIGN, Notes
from looped.checker.numbers import fits
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage

CODE = "noted-rest"
MESSAGE = "What a note takes away, or calls the others, makes the whole with those told above."
GOOD = "Ropes found sound: 72 (90%)¹\n\n¹ Out of 80 tested; the 8 failures were thrown out."
BAD = "Ropes found sound: 72 (90%)¹\n\n¹ Out of 80 tested; the 11 failures were thrown out."

NOTE = pattern_of(rf"^\s*(?:Notes? )?(?P<mark>{SIGN}):?\s?(?=[^\s*])")
MARKED = pattern_of(rf"(?<=[\w.;,)%])\s?(?P<mark>{SIGN})(?=[\s,.;:]|$)")
# In a note, what its base stands behind, and what calls the next figure all the others.
OF = pattern_of(r"^\W*(?:(?:base|denominator|n)\s*[:=]?\s*|(?:out )?of |from )(?:(?:all|the|a total of) )*$", re.I)
THE = pattern_of(r"\b(?:the|all)(?P<rest> (?:other|remaining))? $", re.I)
OTHERS = pattern_of(
    r" (?:failures?|fail\w*|exceptions?|others?|errors?|rest|breaches|refusals?|non-[a-z]+|that (?:failed|did not|"
    r"were not|had not|had none)|which (?:failed|did not|were not)|(?:[a-z]+ )?(?:not|without)\b|"
    r"with(?:out)? (?:none|no)\b)",
    re.I,
)
# "42 were drawn and 40 read".
DRAWN = pattern_of(
    r" (?:[a-z’'-]+ ){0,3}?(?:were|was|had been) (?:[a-z]+ed|drawn|chosen|sent|seen|taken|met|found|read)(?:,| and|"
    r",? of which|,? but|;)(?: only)? $",
    re.I,
)
DONE = pattern_of(r" (?:(?:of (?:them|these) )?(?:were |was )?)?(?:[a-z]+ed|read|seen|met|heard)\b", re.I)
GONE = pattern_of(
    r"\b(?:exclu\w+|withdr\w+|left out|not (?:be )?(?:[a-z]+ed|read|seen|met|found)|could not|removed|missing|lost|"
    r"declined|refused|omitted|duplicat\w+|closed in error|did not)\b",
    re.I,
)
FEWER = pattern_of(r"\b(?:at least|most of|including|some|about|around|nearly|more than|fewer than)\b", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each mark on a figure or a sentence that a note below explains."""
    every = Notes(context.document, _notes)
    for paragraph in context.document.paragraphs if every.by_mark else ():
        if NOTE.match(paragraph.text):
            continue
        read, notes = passage(paragraph.text), every.near(paragraph)
        for found in MARKED.finditer(paragraph.text):
            note = notes.get(found["mark"])
            if note and not FEWER.search(note.text):
                start = NOTE.match(note.text)
                assert start is not None
                told = _counts(passage(note.text), start.end())
                yield from _others(note, paragraph, _marked(read, found), told)
                yield from _less(paragraph, read, found, note, told)


def _notes(paragraph: Paragraph) -> Iterator[tuple[str, Paragraph]]:
    """A paragraph that is a note, with its mark."""
    if found := NOTE.match(paragraph.text):
        yield found["mark"], paragraph


def _counts(read: Passage, start: int) -> list[Entry]:
    """The figures of a note behind its mark, where all are bare counts; none where it tells anything else."""
    own = [e for e in read.entries if e.start >= start]
    return own if all(e.kind == "count" and not e.base and not e.share for e in own) else []


def _marked(read: Passage, found: re.Match[str]) -> Entry | None:
    """The count with a share that a mark stands behind, or the only one of its sentence."""
    at = read.sentence_at(found.start())
    own = [e for e in read.of_sentence(at) if e.share and e.kind == "count" and not e.base]
    behind = [e for e in own if read.text[e.end : found.start()].strip() == ""]
    return (behind or own)[0] if len(behind or own) == 1 else None


def _others(note: Paragraph, paragraph: Paragraph, entry: Entry | None, told: list[Entry]) -> Iterator[Finding]:
    """ "72 (90%)", "out of 80; the 8 failures are listed": all of the base that are not those counted."""
    if entry is None or entry.share is None or len(told) != 2:
        return
    base, rest = told
    lead = THE.search(note.text[: rest.start])
    start = NOTE.match(note.text)
    if not lead or not start or not OF.match(note.text[start.end() : base.start] or " "):
        return
    if not (lead["rest"] or OTHERS.match(note.text, rest.end)) or not fits(entry.count, base.count, entry.share):
        return
    left = base.count - entry.count
    # "Failed: 8 (10%)*", and "the 8 failures": those counted themselves.
    right = rest.count == left or rest.count == entry.count
    yield _finding(note, rest, left, f"{base.count} less {entry.count} leaves {left}", right=right)


def _less(
    paragraph: Paragraph, read: Passage, found: re.Match[str], note: Paragraph, told: list[Entry]
) -> Iterator[Finding]:
    """ "42 were drawn and 40 read.*", "two of those drawn were not read": what the note takes away."""
    at = read.sentence_at(found.start() - 1)
    own = [e for e in read.of_sentence(at) if e.end <= found.start()]
    if len(own) != 2 or len(told) != 1 or not GONE.search(note.text):
        return
    first, last = own
    plain = all(e.kind == "count" and not e.base and not e.share for e in own) and first.count > last.count
    if not plain or not DRAWN.fullmatch(read.text, first.end, last.start) or not DONE.match(read.text, last.end):
        return
    left = first.count - told[0].count
    why = f"{first.count} less {told[0].count} in the note leaves {left}"
    yield _finding(paragraph, last, left, why, right=left == last.count)


def _finding(paragraph: Paragraph, stated: Entry, left: int, why: str, *, right: bool) -> Finding:
    verdict: Verdict = "ok" if right else "wrong"
    slip = f"left/{paragraph.line}/{stated.start}"
    why = f"{why}, printed as {stated.text}"
    return Finding(CODE, verdict, paragraph.where, stated.text, str(stated.count), str(left), why, slip, "likely")
