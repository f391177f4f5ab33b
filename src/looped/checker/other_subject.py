"""Whether words stand in a clause that has a subject of its own and no figure: "while printed titles lost ground".

What is said there is said of another thing than the figures of the clause beside it.
"""

import re
from collections.abc import Sequence

from looped.checker.patterns import pattern_of
from looped.checker.phrases import BUT
from looped.checker.prose import Entry, Passage, stems
from looped.checker.quantified import EXCEPTED, quantifiers

WHILE = r"(?:while|whereas|whilst|although|though|even though|even as|as)"
# What takes up what the other clause is on, or leads on to its figures.
SAME = (
    r"(?:it|they|this|that|these|those|there|which|the (?:figure|number|rate|share|total|proportion|gap|latter|"
    r"former)s?(?! of)|"
    r"still|then|now|later|has|have|had|not|only|in|at|by|from|to|with|down|up|after|before|of|so|a|an|for|"
    r"well|expected|hoped|planned|shown|the (?:table|chart|figures?))"
)
BEHIND = pattern_of(
    rf"^[^\d]*?(?:,|;|\s[–—]|\s(?=as|while|whereas|although|though)) ?{WHILE} (?!{SAME}\b)[^\d;:]*$", re.I
)
BEFORE = pattern_of(rf"^\W*{WHILE} (?!{SAME}\b)[^.;:,\d]*$", re.I)
ON = pattern_of(rf"[^.;:,\d]*, (?!{SAME}\b)[a-z]", re.I)
BUT_ONE = pattern_of(rf"\ball but\b|\b(?:{BUT})\b[^.;:,\d]{{0,12}}\bone\b", re.I)
NEXT_CLAUSE = pattern_of(r"(?:\band|\bbut|\bwhile|\bwhereas|;) ", re.I)
NARROWED = re.compile(
    r"\W*(?:The )?(?!(?:Among(?:st)?|Of|For|In|At|By|With|From|To|On|All|These|Those|Both|Between|Other|Remaining)\b)"
    r"(?P<narrow>[A-Za-z][a-z-]+) (?P<noun>[a-z]+s)\b"
)
# Who is not so, marks of no more than so many, what those who are so are made up of.
TURNED = pattern_of(
    r"^\W*of (?:those|the [a-z]+|all) (?:who|that|which)\b|\b(?:did|do|does|was|were|had|has|have|could) not\b|"
    r"n[’']t\b|\bor (?:less|fewer|lower|below|under|worse)\b",
    re.I,
)
DOZEN = 12
SOME = ("count", "most", "few", "none")


def of_another(read: Passage, span: tuple[int, int], figures: Sequence[Entry]) -> bool:
    """Whether words at a span of a passage stand in such a clause, before or behind some figures of one sentence.

    >>> from looped.checker.prose import passage
    >>> read = passage("It rose from 4 to 6, while costs fell.")
    >>> of_another(read, (33, 37), read.entries)
    True
    """
    low = read.starts[figures[0].sentence]
    end = low + len(read.sentence(figures[0].sentence))
    if span[0] >= figures[-1].end:
        return is_of_another(read.text[figures[-1].end : span[0]])
    if span[1] <= figures[0].start and low <= span[0] < end:
        return bool(BEFORE.search(read.text[low : span[0]]) and ON.match(read.text, span[1]))
    return False


def is_of_another(gap: str) -> bool:
    """Whether what stands between a figure and a word of change begins such a clause.

    >>> is_of_another(" loans, while reservations "), is_of_another(" loans, while they ")
    (True, False)
    """
    return bool(BEHIND.search(gap))


def is_of_the_next(text: str, place: int, starts: Sequence[int]) -> bool:
    """ "Costs fell by 12% and sales by 20%": whether all names stand behind an "and", in the next clause.

    >>> is_of_the_next("Costs fell by 12% and sales by 20%", 17, [22])
    True
    >>> is_of_the_next("A fall by 12% in sales", 13, [17])
    False
    """
    return bool(starts) and all(each > place and NEXT_CLAUSE.search(text, place, each) for each in starts)


def is_narrower(read: Passage, at: int, said: int) -> bool:
    """ "More events ... Serious events befell one here and four there": of some of what the sentence before is of."""
    found, words = NARROWED.match(read.sentence(at)), stems(read.sentence(said))
    return at > said and bool(found and stems(found["noun"]) & words and not stems(found["narrow"]) & words)


def is_turned(read: Passage, at: int, said: int) -> bool:
    """ "Girls were likelier to row. 40% of girls and 70% of boys did not": of those who aren't so.

    >>> from looped.checker.prose import passage
    >>> is_turned(passage("Girls were likelier to row. 40% of girls and 70% of boys did not."), 1, 0)
    True
    """
    return at != said and bool(TURNED.search(read.sentence(at))) and not TURNED.search(read.sentence(said))


def of_some(read: Passage, span: tuple[int, int]) -> bool:
    """Whether words are said of some of several, so that they need not hold of each: "two of the three did better"."""
    at = read.sentence_at(span[0])
    low = max(read.starts[at], read.text.rfind(";", 0, span[0]) + 1)
    first = next((each.start for each in read.of_sentence(at) if each.start >= span[1]), low + len(read.sentence(at)))
    text = read.text[low:first]
    # "18 of 30 boats": a figure of its own, and not how many of those that are told.
    few = [each for each in quantifiers(text) if each.count <= DOZEN and (each.size or 0) <= DOZEN]
    if any(each.kind in SOME for each in few) or BUT_ONE.search(text):
        return True
    return bool(EXCEPTED.search(text))
