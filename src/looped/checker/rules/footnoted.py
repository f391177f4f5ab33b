"""A share with a mark, and the note that its mark leads to: "47%*", and "* 76 of 142" at the foot."""

import re
from collections.abc import Iterator, Sequence
from itertools import permutations

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.footnotes import MARK, OF_SHARES, SIGN, Notes
from looped.checker.numbers import fits, near, rounded, share, truncated
from looped.checker.patterns import pattern_of
from looped.checker.prose import NUMBER, Entry, Passage, passage

CODE = "footnoted"
MESSAGE = "A share with a mark is what the note at the foot gives."
GOOD = "Of those seen 28 (65.1%)* were kept in.\n\n* Of 43: the other two of the 45 were seen elsewhere."
BAD = "Of those seen 28 (56.1%)* were kept in.\n\n* Of 43: the other two of the 45 were seen elsewhere."

NOTE = pattern_of(rf"(?:^|\n)\s*(?:Notes? )?(?P<mark>{SIGN}):?\s?(?=[^\s*])")
WORDED = pattern_of(rf"(?<=[A-Za-z])\s?({SIGN})(?=[\s,.;:])")
OWN = pattern_of(rf"(?<=[A-Za-z)])\s?({SIGN})(?=[\s,.;:]|$)")
ENDED = pattern_of(rf"(?<=[.;,])({SIGN})(?=\s|$)")
BEHIND = pattern_of(rf"(?<=[A-Za-z.;,)])\s?({SIGN})(?=[\s,.;:]|$)")
ELSE = pattern_of(r"\b(?:target|standard|statistically|significant|p\s?[<=]|rounded|provisional|estimat\w+)\b", re.I)
# In a note, what stands before its base.
BASE = re.compile(
    r"(?:\b(?:(?:base|denominator)(?: (?:for|of|in|here)(?: (?:this|the|that|all|both|these) [a-z]+)?)?|n|of|"
    r"out of|from|those|"
    r"percentages? (?:is|are) of|shares? (?:is|are) of|on|excludes?|"
    r"leaves)\b)\s*(?:(?:[:=]|is|was|of|the|all|only|just)\s*)*(?:the )?$",
    re.I,
)
# A note that is a count of its whole, and no more: "88 of 118 boats".
FRACTION = pattern_of(rf"\W*{NUMBER} (?:out )?of (?:the |all |all the )?{NUMBER}(?: [a-z’'-]+){{0,4}}\W*", re.I)
COUNTED = pattern_of(r"(?: [a-z’'-]+){0,3}? (?:is|are|was|were) (?:counted|included|used|left|the base)\b", re.I)
MOST = 6


def check(context: Context) -> Iterator[Finding]:
    """Each share with a mark that a note explains."""
    every = Notes(context.document, _notes)
    for paragraph in context.document.paragraphs if every.by_mark else ():
        read, notes = passage(paragraph.text), every.near(paragraph)
        for entry in read.entries:
            mark = _mark(read, entry)
            if entry.share and mark in notes and not ELSE.search(notes[mark]):
                yield from _judged(paragraph, read, entry, passage(notes[mark]))


def _notes(paragraph: Paragraph) -> Iterator[tuple[str, str]]:
    """The notes of a paragraph with their marks: at its start, or that of a line of it."""
    for each in NOTE.finditer(paragraph.text):
        note = re.split(r"\n", paragraph.text[each.end() :])[0]
        if each["mark"][0] not in "[(" or OF_SHARES.search(note) or FRACTION.fullmatch(note):
            yield each["mark"], note


def _mark(read: Passage, entry: Entry) -> str:
    """The mark behind a share, or on the words of its sentence; nothing where there is none."""
    if behind := MARK.match(read.text, entry.end):
        return behind["mark"]
    # "12 (40%) agreed,* and 9 (30%) did not.*": each share with the one mark on the words up to the next.
    later = [e.start for e in read.entries if e.share and e.start > entry.start]
    up_to = min([*later, len(read.text)])
    own = [each[1] for each in BEHIND.finditer(read.text, entry.end, up_to)]
    shares = [e for e in read.entries if e.share]
    if len(own) == 1 and len(shares) == len(BEHIND.findall(read.text)):
        return own[0]
    # "54% of callers* gave up", "Relief on time*: 50 (71%)": on the words of the one share of a sentence.
    start = read.starts[entry.sentence]
    end = start + len(read.sentence(entry.sentence))
    worded = [each[1] for each in WORDED.finditer(read.text, start, end)]
    alone = len([e for e in read.of_sentence(entry.sentence) if e.share]) == 1
    if worded:
        return worded[0] if len(worded) == 1 and alone else _own_mark(read, entry)
    # "28 homes were seen.* On the day 21 (81%)": at the end of a sentence before, with one share in all.
    ended = [each[1] for each in ENDED.finditer(read.text)]
    return ended[0] if len(ended) == 1 and len([e for e in read.entries if e.share]) == 1 else ""


def _own_mark(read: Passage, entry: Entry) -> str:
    """ "20 (21%) liked it*, while 12 (13%) did not*": the one mark between a share and the next of its sentence."""
    own = [e for e in read.of_sentence(entry.sentence) if e.share]
    if entry not in own:
        return ""
    ends = [*(e.start for e in own[1:]), read.starts[entry.sentence] + len(read.sentence(entry.sentence))]
    marks = [[each[1] for each in OWN.finditer(read.text, e.end, end)] for e, end in zip(own, ends, strict=True)]
    mine = marks[own.index(entry)]
    return mine[0] if len(mine) == 1 and all(len(each) < 2 for each in marks) else ""


def _judged(paragraph: Paragraph, read: Passage, entry: Entry, note: Passage) -> Iterator[Finding]:
    printed = entry.share
    told = [n for e in note.entries if e.kind == "count" for n in (e.count, e.base or 0) if n][:MOST]
    pair = _pair(entry, note)
    if printed is None or pair is None:
        return
    part, whole = pair
    plain = entry.kind == "count" or FRACTION.fullmatch(note.text)
    every = ((part, whole),) if plain else _every(entry, told)
    if any(fits(a, b, printed) for a, b in every if 0 < a <= b) or not 0 < part <= whole:
        return
    loose = truncated(part, whole, printed) or near(part, whole, printed)
    verdict: Verdict = "rounding" if loose else "wrong"
    exact = rounded(share(part, whole), max(printed.decimals, 1))
    why = f"the note makes it {part} of {whole}, which is {exact}%, not {printed}"
    expected = f"{rounded(share(part, whole), printed.decimals)}%"
    slip = f"fraction/{paragraph.line}/{entry.text.lower()}"
    yield Finding(CODE, verdict, paragraph.where, entry.text, str(printed), expected, why, slip, "likely")


def _every(entry: Entry, told: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Every part and whole that the note's numbers give, with the count beside the share or without."""
    wholes = {*told, *(abs(a - b) for a, b in permutations(told, 2)), *(a + b for a, b in permutations(told, 2))}
    own = [entry.count] if entry.kind == "count" else []
    yield from ((a, b) for a in (*own, *told) for b in wholes)


def _pair(entry: Entry, note: Passage) -> tuple[int, int] | None:
    """What the note says that it is: a count of its base, or the base of the count beside the share."""
    counts = [e for e in note.entries if e.kind == "count"]
    based = [e for e in counts if e.base]
    if entry.kind == "share":
        if len(based) == 1 and len(counts) == 1:
            return based[0].count, based[0].base or 1
        # "Base: 708 calls; 365 given up".
        two = len(counts) == 2 and not based and BASE.search(note.text[: counts[0].start])
        return (counts[1].count, counts[0].count) if two else None
    named = [e for e in counts if BASE.search(note.text[: e.start]) and e.count >= entry.count and not e.base]
    # "481 of 527 replies are counted": of these.
    counted = [e for e in based if COUNTED.match(note.text[e.end :]) and e.count >= entry.count]
    if len(counted) == 1 and not named:
        return entry.count, counted[0].count
    if len(named) == 1 or (named and re.match(r"\W*(?:of|base|denominator|n\s?=)", note.text, re.I)):
        return entry.count, named[0].count
    return None
