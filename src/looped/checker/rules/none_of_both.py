"""It happened at both, or at each, so a text concludes that tells of one where it did not."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.drawn import CONCLUDES
from looped.checker.finding import Finding
from looped.checker.linking import stem
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage, passage
from looped.checker.wholes import says_no

CODE = "none-of-both"
MESSAGE = "What is said to have been so at both was so at each of them."
GOOD = "Four leaks were logged at Ash Court and two at Elm House. Both sites, then, had leaks."
BAD = "Four leaks were logged at Ash Court. No leaks were logged at Elm House. Both sites, then, had leaks."

BOTH = pattern_of(r"\b(?:both|each of the (?:two|three|four)|all (?:two|three|four|five))\b", re.I)
AT = r"(?:at|in|on|from|by|for)"
NAME = r"(?-i:(?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)"
# "No leaks were logged at Elm House", "none at Elm House", "Elm House had no leaks".
NONE = pattern_of(
    rf"\b(?:no (?P<what>[a-z’'-]+)(?: (?:were|was|had been|has been|have been))?(?: [a-z]+(?:ed|en|n|t))? {AT} {NAME}|"
    rf"none(?: (?:were|was|had been))?(?: [a-z]+ed)? {AT} {NAME}|"
    rf"{NAME} (?:had|recorded|reported|logged|saw|has|noted) (?:no (?P<thing>[a-z’'-]+)|none))(?=\s*(?:[.,;:)]|$|"
    rf"\b(?:in|during|"
    r"over|between|and|at all|that)\b))",
    re.I,
)
SOME = pattern_of(
    r"\b(?:some|several|many|there (?:was|were)|\d+|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|twenty)\b",
    re.I,
)
NEAR, ALIKE = 3, 4


def check(context: Context) -> Iterator[Finding]:
    """Each conclusion on both, behind one of which nothing is told."""
    for paragraph in context.paragraphs_with(NONE):
        read = passage(paragraph.text)
        nones = list(NONE.finditer(read.text))
        for at in range(1, len(read.starts)) if nones else ():
            words = read.sentence(at)
            both = BOTH.search(words)
            if both and CONCLUDES.search(words) and not says_no(words) and not NONE.search(words):
                yield from _judged(paragraph, read, at, nones)


def _judged(paragraph: Paragraph, read: Passage, at: int, nones: list[re.Match[str]]) -> Iterator[Finding]:
    """The nearest place of which none is told, where the conclusion is on the same thing."""
    for found in nones:
        place = read.sentence_at(found.start())
        if not 0 < at - place <= NEAR or any(read.of_sentence(between) for between in range(place + 1, at)):
            continue
        told = read.sentence(place) + (read.sentence(place - 1) if place else "")
        things = {found["what"] or found["thing"]} if found["what"] or found["thing"] else _counted(read, place)
        words = {word[:ALIKE].lower() for word in re.findall(r"[A-Za-z]{4,}", read.sentence(at))}
        if any(stem(each)[:ALIKE].lower() in words for each in things if len(each) >= ALIKE) and SOME.search(told):
            quote = read.sentence(at).strip()
            why = f"“{quote}”, and “{found.group().strip()}”"
            slip = f"{CODE}/{paragraph.line}/{read.starts[at]}"
            yield Finding(CODE, "wrong", paragraph.where, quote, "both", "not both", why, slip, "likely")
            return


def _counted(read: Passage, place: int) -> set[str]:
    """What is counted where "none" is told: the nouns behind the counts of its sentence and the one before."""
    entries = [*read.of_sentence(place - 1), *read.of_sentence(place)]
    behind = {noun[1] for each in entries if (noun := re.match(r"\s+([a-z’'-]+)", each.after))}
    return behind | set(
        re.findall(r"[A-Za-z]{4,}s\b", read.text[read.starts[place] : entries[0].start] if entries else "")
    )
