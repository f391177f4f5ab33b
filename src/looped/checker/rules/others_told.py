"""What is called the most common, with its number, and the others told right behind: none of them has more."""

import re
from collections.abc import Iterator, Sequence

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.end_words import HIGHEST, LOWEST
from looped.checker.finding import Finding, Verdict
from looped.checker.listing import value_of
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage

CODE = "others-told"
MESSAGE = "What is called the most common has no fewer than each of the others."
GOOD = "The most common fault was rust (39). The others were rot (28), leaks (22) and wear (11)."
BAD = "The most common fault was rust (22). The others were rot (28), leaks (39) and wear (11)."

FIRST = pattern_of(
    rf"\bthe (?:(?P<most>most (?:common|frequent|usual|often [a-z]+)|commonest|{HIGHEST})|"
    rf"(?P<least>least (?:common|frequent)|rarest|{LOWEST}))\b[^.;:()\d]{{2,80}} (?:was|were|"
    rf"is) [^.;:()\d]{{2,60}}[(,]? ?$",
    re.I,
)
OTHERS = pattern_of(
    r"\W*(?:(?:the |these )?other (?:[a-z]+ ){0,2}?[a-z]+s? (?:were|included?|are)(?! not\b)|the (?:others?|"
    r"other [a-z]+s?|rest|remaining [a-z]+s)|others|next (?:came|were)|then came|(?:this|it) was "
    r"followed by)\b",
    re.I,
)
# "...; moving (60), illness (105) and cost (39) were also raised".
ALSO = pattern_of(r"[^.]*\b(?:were|was) also (?:raised|mentioned|named|given|cited|reported|recorded|seen)\b", re.I)
FEWEST = 2


def check(context: Context) -> Iterator[Finding]:
    """Each such statement whose next sentence tells the others."""
    for paragraph in context.paragraphs_with(OTHERS, ALSO):
        read = passage(paragraph.text)
        yield from _in_one(paragraph, read)
        for at, sentence in enumerate(read.sentences[1:]):
            own, others = read.of_sentence(at), read.of_sentence(at + 1)
            if len(own) != 1 or len(others) < FEWEST or not OTHERS.match(sentence):
                continue
            first = own[0]
            said = FIRST.search(read.text, read.starts[at], first.start)
            kinds = {(e.kind, e.unit, bool(e.base)) for e in (first, *others)}
            if said and len(kinds) == 1:
                yield _finding(paragraph, read, said, first, others)


def _in_one(paragraph: Paragraph, read: Passage) -> Iterator[Finding]:
    """The others behind a semicolon of the same sentence."""
    for at in range(len(read.starts)):
        own = read.of_sentence(at)
        first, others = own[:1], own[1:]
        if not first or len(others) < FEWEST:
            continue
        gap, end = read.text[first[0].end : others[0].start], read.starts[at] + len(read.sentence(at))
        said = FIRST.search(read.text, read.starts[at], first[0].start)
        kinds = {(e.kind, e.unit, bool(e.base)) for e in (*first, *others)}
        if said and len(kinds) == 1 and ";" in gap and (ALSO.match(read.text, first[0].end, end) or OTHERS.search(gap)):
            yield _finding(paragraph, read, said, first[0], others)


def _finding(
    paragraph: Paragraph, read: Passage, said: re.Match[str], first: Entry, others: Sequence[Entry]
) -> Finding:
    values = [value_of(each) for each in others]
    wrong = value_of(first) < max(values) if said["most"] else value_of(first) > min(values)
    verdict: Verdict = "wrong" if wrong else "ok"
    why = f"{first.text}, and the others {', '.join(each.text for each in others)}"
    quote = read.text[said.start() : first.end]
    slip = f"{CODE}/{paragraph.line}/{first.start}"
    return Finding(CODE, verdict, paragraph.where, quote, first.text, "another", why, slip, "likely")
