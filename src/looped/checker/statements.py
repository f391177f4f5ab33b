"""Statements that set one thing above or below another: the word that does so, and what stands on each side of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage
from looped.checker.quieting import NUMBER

KINDS = (
    r"common|frequent|often|likely|widespread|prevalent|usual|popular|numerous|satisfied|content|confident|happy|"
    r"apt|inclined|ready|willing|prone|"
    r"frequently|commonly|successful"
)
MORE = (
    rf"higher|greater|larger|bigger|longer|better|stronger|heavier|costlier|dearer|commoner|likelier|oftener|"
    rf"more(?: (?:{KINDS}))?"
)
LESS = rf"lower|smaller|shorter|worse|weaker|lighter|cheaper|rarer|fewer|less(?: (?:{KINDS}))?"
OVER = (
    r"above|ahead(?: of)?|exceed(?:ed|s|ing)?|in excess of|outnumber(?:ed|s|ing)?|outstripp?(?:ed|s|ing)?|"
    r"surpass(?:ed|es)"
)
UNDER = r"below|behind|short of|(?:were|was|are|is) outnumbered by"
# "Reduced the rate of": what does so has less of it.
OF_RATE = r"(?= the (?:[a-z]+ ){0,2}?(?:rate|share|proportion|percentage|number|risk)\b)"
WORD = pattern_of(
    rf"\b(?:(?P<under>{UNDER})|(?P<over>{OVER})|(?P<more>{MORE})|(?P<less>{LESS})|"
    rf"(?P<raised>increased|raised|boosted){OF_RATE}|(?P<cut>reduced|lowered|cut|decreased){OF_RATE})(?![\w-])",
    re.I,
)
THAN = pattern_of(
    r"(?:[^.;:]|[.:](?=\d)){0,110}?(?<!rather )(?<!other )\bthan\b(?! (?:doubl|halv|trebl|tripl|"
    r"quadrupl)ed)",
    re.I,
)
# Without "than" a word says something of two things only where it is of a figure, or of whom behind it.
ALONE = pattern_of(
    r"(?= (?:[a-z-]+ )?(?:shares?|proportions?|percentages?|rates?|numbers?|figures?|scores?|means?|averages?|"
    r"totals?|groups?|sides?|arms?|parts?|results?|performances?|outcomes?)\b|"
    r" (?:in|among|"
    r"amongst|for|at|on|with|under|to|of the (?:two|pair))\b|[.,;)]|\s*$)"
)
SOME = pattern_of(r"(?= (?:of|were|was|had|in|among)\b)")
# What makes it a wish, a doubt, a bound or another thing: "follow up", "rather more", "no higher".
DENIED = pattern_of(
    r"\b(?:not|no|never|neither|nor|n[’']t|whether|if|hardly|should|would|could|might|may|expect\w*|target|aim\w*|"
    r"hop(?:e[ds]?|ing)|plans? to|planned|rather|other|any|even|than|at least|either|the two|the three)\b"
    r"[^.;:,]{0,24}$",
    re.I,
)
ASIDE = pattern_of(
    r"\b(?:or|and|once|nothing|left|all|must|to be|at|half|each|only|one) $|\b(?:follow\w*|set|look\w*) (?:\w+ )?$|"
    r"\b(?:its|their|our|his|her|whose) $",
    re.I,
)
SIZED = re.compile(
    rf"(?:\b{NUMBER}|\b(?:some|many|several|few)|%|points?|times|°\s?[CF]?|\d ?(?:mm|cm|km|kg|ml|mg|m|g|dB)) $", re.I
)
CLAUSE = pattern_of(r"[;:.](?=\s|$)|,(?=\s)|\s[–—]\s|\b(?:and|but|while|whereas|although|though|so|because)\b", re.I)
PLACED = pattern_of(
    r"(?: [a-z’'-]+){0,5}? (?:in|among(?:st)?|for|on|at|with|under|by|from|of(?= the (?:men|women|boys|girls)\b)) "
    r"(?P<who>.*)$",
    re.I,
)
BEHIND = pattern_of(r"[;:(–—]|[.,](?=\s|$)|\b(?:but|while|whereas)\b")


@dataclass(frozen=True)
class Statement:
    """Something said to be more or less. start, end: of its word; link: where what it is set against begins."""

    start: int
    end: int
    sentence: int
    text: str
    more: bool
    link: int | None
    subject: str
    what: str
    other: str
    sized: bool

    @property
    def close(self) -> int:
        """Where the words that make it end."""
        return self.end if self.link is None else self.link


def statements(read: Passage, start: int = 0) -> Iterator[Statement]:
    """Each statement of a passage, from a place of it on.

    >>> from looped.checker.prose import passage
    >>> found = next(statements(passage("Cramp was commoner among clerks than among drivers.")))
    >>> (found.more, found.what.strip(), found.other.strip())
    (True, 'among clerks', 'among drivers')
    """
    for found in WORD.finditer(read.quiet, start):
        said = _statement(read, found)
        if said:
            yield said


def _statement(read: Passage, found: re.Match[str]) -> Statement | None:
    at = read.sentence_at(found.start())
    low, high = read.starts[at], read.starts[at] + len(read.sentence(at))
    lead = read.text[low : found.start()]
    if DENIED.search(lead) or ASIDE.search(lead):
        return None
    than = THAN.match(read.text, found.end(), high) if found["more"] or found["less"] else None
    over = (found["over"] or found["under"] or "").lower()
    if not than and not (over and over != "ahead") and not _stands_alone(read, found, over, high):
        return None
    link = than.end() if than else found.end() if over and over != "ahead" else None
    subject = CLAUSE.split(lead)[-1]
    what = (
        read.text[found.end() : than.end() - 4] if than else _until(read.text[found.end() : high]) if not over else ""
    )
    other = _until(read.text[link:high]) if link is not None else ""
    if over and re.match(r"\W|\s*$", other.lstrip(" ")):
        return None  # "as told above, 13 were"
    more = bool(found["more"] or found["over"] or found["raised"])
    sized = bool(SIZED.search(lead))
    placed = PLACED.match(what) if not than else None
    if found["raised"] or found["cut"]:
        what = ""
    elif not than:
        what = placed["who"] if placed else ""
    return Statement(found.start(), found.end(), at, found.group(), more, link, subject, what, other, sized)


def _stands_alone(read: Passage, found: re.Match[str], over: str, high: int) -> bool:
    if found["raised"] or found["cut"]:
        return True
    word = found.group().lower()
    if word in ("more", "less", "fewer"):
        return word != "less" and bool(SOME.match(read.text, found.end(), high))
    return bool(over) or " " in word or bool(ALONE.match(read.text, found.end(), high))


def _until(text: str) -> str:
    """What stands before the next mark."""
    found = BEHIND.search(text)
    return text[: found.start()] if found else text
