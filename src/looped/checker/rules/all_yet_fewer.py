"""All are said to be so, and a sentence or a list beside it counts fewer of them that are: "Of the five, four were"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from looped.checker.context import Context
from looped.checker.dividing import OF
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.quantified import SMALL
from looped.checker.rules.none_yet_some import ELSE, NO, VERB, clause_at, key_stems

CODE = "all-yet-fewer"
MESSAGE = "Where all are said to be so, no count beside it is of fewer."
GOOD = "All five boats we saw were dry. Of the five boats, four were new."
BAD = "All five boats we saw were dry. Of the five boats, four were dry and one had taken in water."

ALL = pattern_of(
    rf"\b(?:all(?: of)?(?: the| these| our)?(?: (?P<n>{SMALL})\b)?|every one of the (?P<m>{SMALL})\b|every|each|both)"
    rf"(?: of the| the)?(?= [a-z])",
    re.I,
)
HEDGED = re.compile(r"\b(?:nearly|almost|not|virtually|in|above|at|after|if|that|should|must|of)\s+$", re.I)
# Behind a statement on all of several, the figure of each.
IN_EVERY = pattern_of(
    r"\b(?:in (?:every|each|all)(?: (?:the )?[a-z]+)?|every(?:where| time)|without exception|for all|on all|"
    r"at all (?:the )?[a-z]+s|"
    r"all (?:the |of the )?[a-z]+s|every [a-z]+|both [a-z]+s?)\b[^.;()]{0,60}?[:(]",
    re.I,
)
LIMITS = pattern_of(
    r"\b(?:at least|more than|over|above|below|under|less than|target|standard|per cent|threshold|minimum|within)\b|%",
    re.I,
)


@dataclass(frozen=True)
class Said:
    """A statement on all. number: how many they are, where told; key: the stems of what they are or did."""

    low: int
    high: int
    text: str
    number: int | None
    key: frozenset[str]
    at: int


def check(context: Context) -> Iterator[Finding]:
    """Each statement on all, against the counts of its sentence's list and of the sentences around it."""
    for paragraph in context.document.paragraphs:
        if not ALL.search(paragraph.text):
            continue
        read = passage(paragraph.text)
        if not any(each.kind == "count" for each in read.entries):
            continue
        yield from _listed(paragraph, read)
        for said in _statements(read):
            against = next((e for e in read.entries if _is_fewer(read, said, e)), None)
            if against:
                low, high = clause_at(read, against.start, against.end)
                why = f"“{said.text.strip(' .;,')}”, and “{read.text[low:high].strip(' .;,')}”"
                yield _finding(paragraph, said.text.strip(" .;,"), said.low, why)


def _listed(paragraph: Paragraph, read: Passage) -> Iterator[Finding]:
    """ "Passed in every case: 20 of 20 here and 17 of 20 there"."""
    for found in IN_EVERY.finditer(read.text):
        at = read.sentence_at(found.start())
        behind = [e for e in read.of_sentence(at) if e.start >= found.end() - 1 and e.kind == "count"]
        lead = read.text[read.starts[at] : found.start()]
        words = lead + found.group()
        if len(behind) < 2 or not all(e.base for e in behind) or HEDGED.search(lead):
            continue
        if NO.search(words) or ELSE.search(words) or LIMITS.search(words) or re.search(r"\bbut\b", words):
            continue
        short = [e for e in behind if e.base and e.count < e.base]
        if short and any(e.count == e.base for e in behind):
            why = f"{short[0].text} is not all"
            yield _finding(paragraph, words.strip(" :("), found.start(), why)


def _statements(read: Passage) -> Iterator[Said]:
    for found in ALL.finditer(read.text):
        low, high = clause_at(read, found.start(), found.end())
        text = read.text[low:high]
        done = VERB.search(read.text, found.end(), high)
        if not done or HEDGED.search(read.text, low, found.start()) or ELSE.search(text) or NO.search(text):
            continue
        if re.search(r"\d", read.text[done.end() : high]) or re.search(r"\bbut\b", text):
            continue
        number = next((whole(found[name]) for name in "nm" if found[name]), None)
        number = 2 if found.group().lower().startswith("both") else number
        yield Said(low, high, text, number, key_stems(done["what"]), read.sentence_at(found.start()))


def _is_fewer(read: Passage, said: Said, entry: Entry) -> bool:
    """Whether a count of fewer than all of the same tells that so many are so."""
    if entry.kind != "count" or said.low <= entry.start < said.high or abs(entry.sentence - said.at) > 1:
        return False
    low, high = clause_at(read, entry.start, entry.end)
    text = read.text[low:high]
    base = entry.base or _opened(read, entry)
    if not base or not 0 < entry.count < base or (said.number or base) != base or not said.key:
        return False
    if (
        NO.search(text)
        or ELSE.search(text)
        or re.search(r"\b(?:only|first|twice|both|further|well|good|newly)\b", text)
    ):
        return False
    done = VERB.search(read.text, entry.end, high)
    return bool(done) and said.key <= key_stems(done["what"] if done else "")


def _opened(read: Passage, entry: Entry) -> int | None:
    """The number that its sentence opens with: "Of the five, four were"."""
    before = [e for e in read.of_sentence(entry.sentence) if e.end <= entry.start]
    one = len(before) == 1 and not before[0].base and OF.search(read.text[: before[0].start])
    return before[0].count if one else None


def _finding(paragraph: Paragraph, quote: str, start: int, why: str) -> Finding:
    slip = f"but-some/{paragraph.line}/{start}"
    return Finding(CODE, "wrong", paragraph.where, quote, "all", "not all", why, slip, "likely")
