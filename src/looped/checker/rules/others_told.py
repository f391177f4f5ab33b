"""What is called the most common, with its number, and the others told right behind: none of them has more."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.end_words import HIGHEST, LOWEST
from looped.checker.finding import Finding, Verdict
from looped.checker.listing import value_of
from looped.checker.patterns import pattern_of
from looped.checker.prose import passage

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
    r"\W*(?:the (?:others?|other [a-z]+s?|rest|remaining [a-z]+s)|others|next (?:came|were)|then came|(?:this|it) was "
    r"followed by)\b",
    re.I,
)
FEWEST = 2


def check(context: Context) -> Iterator[Finding]:
    """Each such statement whose next sentence tells the others."""
    for paragraph in context.paragraphs_with(OTHERS):
        read = passage(paragraph.text)
        for at, sentence in enumerate(read.sentences[1:]):
            own, others = read.of_sentence(at), read.of_sentence(at + 1)
            if len(own) != 1 or len(others) < FEWEST or not OTHERS.match(sentence):
                continue
            first = own[0]
            said = FIRST.search(read.text, read.starts[at], first.start)
            kinds = {(e.kind, e.unit, bool(e.base)) for e in (first, *others)}
            if not said or len(kinds) != 1:
                continue
            values = [value_of(each) for each in others]
            wrong = value_of(first) < max(values) if said["most"] else value_of(first) > min(values)
            verdict: Verdict = "wrong" if wrong else "ok"
            why = f"{first.text}, and the others {', '.join(each.text for each in others)}"
            quote = read.text[said.start() : first.end]
            slip = f"{CODE}/{paragraph.line}/{first.start}"
            yield Finding(CODE, verdict, paragraph.where, quote, first.text, "another", why, slip, "likely")
