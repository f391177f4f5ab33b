"""What part of a number something is said to be, in words, against the count or the sum told of it further on."""

import re
from collections.abc import Iterator
from fractions import Fraction

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.item_names import COMMON, stems_of
from looped.checker.parties import clause_of, finding_of, hits, parties
from looped.checker.patterns import pattern_of
from looped.checker.phrases import THEM, WHICH
from looped.checker.prose import Entry, Passage, passage
from looped.checker.saying import Said, said_in
from looped.checker.weighing import prose_alone

CODE = "order-part"
MESSAGE = "The part of a number that words tell is the one that the count behind it makes of it."
GOOD = "By May half of the £80,000 grant had gone, £40,000 in all."
BAD = "By May half of the £80,000 grant had gone, £30,000 in all."

OF_IT = pattern_of(
    r",?\s*of (?:the |our |all |these |those |its |their |a )*(?:[a-z]+ (?:grant|budget|sum|total|sample)s? of |"
    r"(?:grant|budget|sum|total|sample) of )?(?:[a-z]+ )?$",
    re.I,
)
OF_THEM = pattern_of(rf",?\s*of (?:{THEM})\b(?! who)", re.I)
BEFORE = pattern_of(r"(?:^|[.;:] )(?:Of|Among|In) (?:the |our |all |these |a sample of )*$")
# What says that the figure behind it is that part.
SO = pattern_of(
    r"(?:,? (?:so|thus|hence|therefore|that is,?|i\.e\.,?|namely|or|which (?:means?|meant|makes?|made|is|was|came to|"
    r"comes to|left)(?: that)?|meaning(?: that)?|making|some)|:|\s[–—]|\s\()\s?(?:(?:in|from|to|on|for|at|by) )?"
    r"(?:[£$€])?$",
    re.I,
)
SAID_AGAIN = pattern_of(r",? (?:that is|i\.e\.|in other words|or|which is|rather|so)(?:,| to say)* ?$", re.I)
COMMA = pattern_of(r", [£$€]?$")
IN_ALL = pattern_of(rf"\)?\s?(?:[a-z]+ )?(?:in all|in total|altogether|all told|of (?:{WHICH}))\b", re.I)
DENIED = pattern_of(
    r"\b(?:not|no|never|whether|if|should|would|could|may|might|target|aim\w*|plan\w*|expect\w*|than|first|second|last|"
    r"other|another|least|up to|each|every|per)\s+(?:the )?$",
    re.I,
)
NOT_BEHIND = pattern_of(
    r"(?: [a-z]+){0,2}? (?:was|were|did|had|is|are|has|have|could|does|do)(?: not|n[’']t)(?= ?(?:[.,;)]|$))", re.I
)
MARK = pattern_of(r"(?:[:(]|\s[–—])\s?(?:[£$€])?$")
ELSE = pattern_of(r"\b(?:more|fewer|less|other|another|further|extra|again|new|also)\b", re.I)
THING = re.compile(r"\s*of (?:the|these|those|our|its) (?P<thing>[a-z]+s)\b")
LONGEST = 110


def check(context: Context) -> Iterator[Finding]:
    """Each share in words with the number that it is of and one figure behind."""
    for paragraph in context.once(prose_alone):
        read = passage(paragraph.text)
        if not read.entries:
            continue
        for said in said_in(paragraph.text):
            at = read.sentence_at(said.start)
            if not DENIED.search(read.text[read.starts[at] : said.start]):
                yield from _judged(paragraph, read, said)


def _judged(paragraph: Paragraph, read: Passage, said: Said) -> Iterator[Finding]:
    at = read.sentence_at(said.start)
    base = _base(read, said, at)
    if base is None:
        yield from _of_things(paragraph, read, said, at)
        yield from _but_not(paragraph, read, said, at)
        return
    start = max(said.end, base.end)
    behind = [e for e in read.of_sentence(at) if e.start >= start and e.kind == base.kind]
    before = [e for e in read.of_sentence(at) if base.end <= e.start and e.end <= said.start and e.kind == base.kind]
    if len(before) == 1 and not behind and SAID_AGAIN.search(read.text[before[0].end : said.start]):
        part = Fraction(before[0].value) / Fraction(base.value)
        if 0 < part <= 1 and not before[0].base:
            yield _finding(paragraph, read, said, (part,), f"{before[0].text} of {base.text}")
        return
    if len(behind) != 1 or behind[0].base or behind[0].share or behind[0].value > base.value:
        return
    gap = read.text[start : behind[0].start]
    sure = SO.search(gap) or (COMMA.search(gap) and IN_ALL.match(read.text, behind[0].end))
    apposed = gap == ", " and read.text[behind[0].end : behind[0].end + 1] == ","
    if not (sure or apposed) or len(gap) > LONGEST or ELSE.search(gap) or ELSE.match(read.text, behind[0].end + 1):
        return
    # "Half of the 40 seats were empty: 18 came": behind a mark alone the others may be told.
    others = MARK.search(gap) and not IN_ALL.match(read.text, behind[0].end)
    part = Fraction(behind[0].value) / Fraction(base.value)
    yield _finding(paragraph, read, said, (part, 1 - part) if others else (part,), f"{behind[0].text} of {base.text}")


def _base(read: Passage, said: Said, at: int) -> Entry | None:
    """The number right behind "of" or at the head of the sentence."""
    own = [e for e in read.of_sentence(at) if e.kind in ("count", "money", "measure") and not e.base and not e.share]
    behind = [e for e in own if e.start >= said.end and OF_IT.fullmatch(read.text[said.end : e.start].rstrip("£$€"))]
    if behind:
        return behind[0]
    before = [e for e in own if e.end <= said.start and BEFORE.search(read.text[: e.start])]
    # "Looked into 28 cells and found it in half of them": of all that its sentence tells before.
    told = [e for e in own if e.end <= said.start]
    if OF_THEM.match(read.text, said.end) and len(told) == 1 and told[0].kind == "count":
        before = told
    gap = read.text[before[0].end : said.start] if before else ""
    return before[0] if before and not re.search(r"[.;:()]", gap) else None


def _of_things(paragraph: Paragraph, read: Passage, said: Said, at: int) -> Iterator[Finding]:
    """ "It made 33 plans. Of these 22 had been carried out. Most of the plans had thus been carried out"."""
    found = THING.match(read.text, said.end)
    if not found or read.of_sentence(at):
        return
    low, high = clause_of(read, said.start, found.end())
    words = stems_of(read.text[found.end() : high]) - COMMON
    for first in (at - 1, at - 2):
        wholes = [e for e in read.of_sentence(first) if _is_number_of(read, e, found["thing"])]
        if first < 0 or len(wholes) != 1:
            continue
        for row in parties(read, first, at - 1):
            parts = [e for e in row if e.entry.start > wholes[0].start and e.entry.value <= wholes[0].value]
            mine = [e for e in hits(parts, read.text[found.end() : high]) if e.words & words] if parts else []
            if len(mine) == 1 and not mine[0].entry.base:
                part = Fraction(mine[0].entry.value) / Fraction(wholes[0].value)
                yield _finding(paragraph, read, said, (part,), f"{mine[0].entry.text} of {wholes[0].text}")
                return


def _is_number_of(read: Passage, entry: Entry, thing: str) -> bool:
    """Whether a figure is how many of some things there are."""
    plain = entry.kind == "count" and not entry.base and not entry.share and entry.value > 0
    return plain and bool(re.match(rf"\s(?:[a-z]+ ){{0,2}}{re.escape(thing)}\b", read.text[entry.end :]))


def _but_not(paragraph: Paragraph, read: Passage, said: Said, at: int) -> Iterator[Finding]:
    """ "Almost every form was signed; only 4 of the 60 were not": the part is what these leave."""
    own = [e for e in read.of_sentence(at) if e.start > said.end]
    if len(own) == 1 and own[0].base and not own[0].share:
        closed = NOT_BEHIND.match(read.text, own[0].end)
        gap = read.text[said.end : own[0].start]
        if closed and re.search(r"[;:,–—]|\bbut\b", gap) and len(gap) < LONGEST:
            part = 1 - Fraction(own[0].count, own[0].base)
            yield _finding(paragraph, read, said, (part,), f"without {own[0].text}")


def _finding(paragraph: Paragraph, read: Passage, said: Said, parts: tuple[Fraction, ...], shown: str) -> Finding:
    right = any(said.low <= part <= said.high for part in parts)
    percent = f"{float(parts[0] * 100):.1f}%"
    why = f"{shown} is {percent}, which “{said.text.strip()}” {'may say' if right else 'does not say'}"
    return finding_of(CODE, paragraph, read, (said.start, said.end), (right, "" if right else percent), why)
