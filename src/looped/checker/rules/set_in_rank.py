"""A name of a list and, set in right behind it, what place it has: "Ropes, the lowest-scoring part, is next"."""

import re
from collections.abc import Iterator, Sequence

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.listing import value_of
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage, passage
from looped.checker.told_list import One, named_in, told_lists
from looped.checker.worth import more_is_better

CODE = "set-in-rank"
MESSAGE = "What is set in behind a name as the highest or the lowest of a list is so by the list."
GOOD = "Marks were: ropes 2.2; sails 2.8; paint 3.6. Ropes, the lowest-scoring part, are to be replaced."
BAD = "Marks were: ropes 2.2; sails 2.8; paint 3.6. Sails, the lowest-scoring part, are to be replaced."

HIGH, LOW = (
    r"highest(?:-scoring)?|top|best|strongest|most (?:common|frequent|often [a-z]+)|commonest",
    r"lowest(?:-scoring)?|fewest|worst|weakest|poorest|least (?:common|frequent)|rarest",
)
RANK = pattern_of(
    rf",? (?:which|that) (?:was|is|had|has) (?:by far )?(?:the|our) (?:(?P<high2>{HIGH})|"
    rf"(?P<low2>{LOW}))\b[^.;:()\d]{{0,60}}[.]?|"
    rf"(?:,| \(| –) (?:by far )?(?:the|our|its|with the) (?:single )?(?:(?P<high>{HIGH})|(?P<low>{LOW}))"
    rf"(?:[- ][a-z]+){{0,5}}(?:,|\)| –) [^.;:()\d]*[.]?",
    re.I,
)
SUPERLATIVE = pattern_of(rf"\b(?:{HIGH}|{LOW})\b", re.I)
GOOD_OR_BAD = pattern_of(r"best|strongest|worst|weakest|poorest", re.I)
LEAD = pattern_of(r"(?:\W*(?:so|thus|overall|therefore|in short|again),?)? ?(?:the |and )?", re.I)
GRADED = pattern_of(r"\b(?:scor\w+|rat(?:ed|ings?)|marks?|marked|points)\b|%", re.I)
# Which of some: the others are left out.
SOME = pattern_of(
    r"\b(?:(?<=est )of the|second|third|next|joint|one of|among|except|after|bar|but one|last (?:year|time|audit|"
    r"round)|previous\w*|"
    r"before)\b",
    re.I,
)
FEWEST, REACH = 3, 2


def check(context: Context) -> Iterator[Finding]:
    """Each such sentence behind a list of three names or more."""
    for paragraph in context.paragraphs_with(SUPERLATIVE):
        read = passage(paragraph.text)
        for listed in told_lists(read):
            last = read.sentence_at(listed[-1].entry.start)
            for at in range(last + 1, min(len(read.starts), last + 1 + REACH)):
                if len(listed) >= FEWEST and not read.of_sentence(at):
                    yield from _sentence(paragraph, read, at, listed)


def _sentence(paragraph: Paragraph, read: Passage, at: int, listed: Sequence[One]) -> Iterator[Finding]:
    sentence = " ".join(read.sentence(at).split())
    names = named_in(listed, sentence)
    if len(names) != 1 or SOME.search(sentence):
        return
    start, one = names[0]
    said = RANK.fullmatch(sentence, start + len(one.plain))
    if not LEAD.fullmatch(sentence, 0, start) or not said:
        return
    told = read.sentence(listed[0].entry.sentence)
    if GOOD_OR_BAD.search(said.group()) and not (more_is_better(told) or GRADED.search(told)):
        return
    values = [value_of(each.entry) for each in listed]
    high = said["high"] or said["high2"]
    right = value_of(one.entry) == (max(values) if high else min(values))
    verdict: Verdict = "ok" if right else "wrong"
    why = f"of {', '.join(f'{each.name} {each.entry.text}' for each in listed)} it is {one.entry.text}"
    word = high or said["low"] or said["low2"]
    slip = f"{CODE}/{paragraph.line}/{read.starts[at]}"
    yield Finding(CODE, verdict, paragraph.where, sentence.rstrip("."), word, "another", why, slip, "likely")
