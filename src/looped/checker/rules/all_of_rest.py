"""How many the others are: "a lift in 20 of the 22 blocks, stairs in both of the others"; and all of them: "all 22"."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.numbers import fits, slips
from looped.checker.patterns import pattern_of
from looped.checker.prose import NUMBER, Entry, Passage, passage, worded

CODE = "all-of-rest"
MESSAGE = "All of the others are as many as a part leaves of its whole, and all of them as many as there are."
GOOD = "A lift was found in 20 of the 22 blocks; both of the others have wide stairs."
BAD = "A lift was found in 20 of the 22 blocks; all three of the others have wide stairs."

OTHERS = pattern_of(
    rf"\b(?:(?P<both>both)|(?:all|each of the|every one of the) (?P<n>{NUMBER})) (?:of )?(?:the )?"
    rf"(?:others?|rest|remaining (?:ones|[a-z]+s)|remainder|exceptions)\b|"
    rf"\b(?:both|all) (?:of )?the (?:other|remaining) (?P<m>{NUMBER})\b",
    re.I,
)
# "Was given to all 59".
ALL = pattern_of(rf"\b(?:in|to|for|by|on|from|of|with|at|and|were|was) all (?P<n>{NUMBER})(?=\s*(?:[.;)]|,\s|$))", re.I)
NOT_THEM = pattern_of(r"\b(?:not|first|second|next|last|out|nearly|almost)\b[^.;,]{0,12}$", re.I)
FEWEST = 2


def check(context: Context) -> Iterator[Finding]:
    """Each such number with the part and the whole before it."""
    for paragraph in context.paragraphs_with(OTHERS, ALL):
        read = passage(paragraph.text)
        for found in OTHERS.finditer(read.text):
            yield from _others(paragraph, read, found)
        for found in ALL.finditer(read.text):
            yield from _all(context, paragraph, read, found)


def _others(paragraph: Paragraph, read: Passage, found: re.Match[str]) -> Iterator[Finding]:
    """What is left of the one part that the sentence tells, or the one before it."""
    at = read.sentence_at(found.start())
    number = 2 if found["both"] or not (found["n"] or found["m"]) else worded(found["n"] or found["m"])
    for place in (at, at - 1):
        told = [e for e in read.of_sentence(place) if e.kind == "count" and e.end <= found.start()]
        # "The team has added one to both": a thing.
        told = [e for e in told if e.text.lower() != "one"]
        if not told:
            continue
        based = [e for e in told if e.base]
        if len(based) != 1 or len(told) != 1:
            return
        left = (based[0].base or 0) - based[0].count
        if left > 0 and number != left:
            why = f"{based[0].base} less {based[0].count} leaves {left}"
            yield _finding(paragraph, found, str(number), str(left), why)
        return


def _all(context: Context, paragraph: Paragraph, read: Passage, found: re.Match[str]) -> Iterator[Finding]:
    """A number that nothing tells, where the shares of the paragraph are all of another that is like it."""
    number = worded(found["n"])
    start = found.start("n")
    known = {n for e in read.entries if e.start != start for n in (e.count, e.base or 0)} | set(context.told) - {number}
    own = [e for e in read.entries if e.start == start]
    elsewhere = [e for p in context.document.paragraphs if p is not paragraph for e in passage(p.text).entries]
    if number in known or any(number in (e.count, e.base) for e in elsewhere) or not own:
        return
    if NOT_THEM.search(read.text[: found.start()]):
        return
    shares = [e for e in read.entries if e.share and e.kind == "count" and not e.base]
    wholes = [e for e in read.entries if _is_whole(e) and e.end <= found.start()]
    for whole in wholes:
        of_it = [e for e in shares if e.share and e.count <= whole.count and fits(e.count, whole.count, e.share)]
        if len(of_it) >= FEWEST and len(of_it) == len(shares) and _is_like(number, whole.count):
            made = {abs(a - b) for a in known for b in known} | {a + b for a in known for b in known}
            if number not in made:
                why = f"all are the {whole.count} that the shares are of"
                yield _finding(paragraph, found, str(number), str(whole.count), why)
            return


def _is_whole(entry: Entry) -> bool:
    return entry.kind == "count" and not entry.share and not entry.base


def _is_like(stated: int, whole: int) -> bool:
    """Whether one may stand for the other by a slip."""
    return abs(stated - whole) * 4 <= whole or slips(stated, whole)


def _finding(paragraph: Paragraph, found: re.Match[str], stated: str, expected: str, why: str) -> Finding:
    slip = f"{CODE}/{paragraph.line}/{found.start()}"
    return Finding(CODE, "wrong", paragraph.where, found.group(), stated, expected, why, slip, "likely")
