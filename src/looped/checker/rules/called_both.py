"""A strength that is called the lowest of all in the same breath, and a weakness that is called the highest."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.finding import Finding
from looped.checker.patterns import pattern_of

CODE = "called-both"
MESSAGE = "What is called the lowest of several is no strength, and what is the highest no weakness."
GOOD = "Greeting (92%) is a strength; note taking (48%) is a weakness, the poorest of the set."
BAD = "Greeting (92%) is a strength; note taking (48%) is a strength too, the poorest of the set."

AS = r"(?: too| also| as well)?,? (?:as |being |since it (?:is|was) |for it (?:is|was) |and )*(?:by far |easily )?the "
OF = r"(?= of (?:the |these |all |them)|[.,;)]|$)"
CALLED = pattern_of(
    rf"\b(?:is|was|are|were|as|remains?|counts? as|named|called)(?: also| again)? an? (?P<good>strength|"
    rf"strong point){AS}"
    rf"(?P<worst>lowest|poorest|weakest|worst|least good|lowest[- ]scoring)(?: [a-z]+)?{OF}|"
    rf"\b(?:is|was|are|were|as|remains?|counts? as|named|called)(?: also| again)? an? (?P<bad>weakness|weak (?:point|"
    rf"spot))"
    rf"{AS}(?P<best>highest|best|strongest|highest[- ]scoring)(?: [a-z]+)?{OF}",
    re.I,
)
OTHERWISE = pattern_of(
    r"\b(?:low(?:er)? (?:scores? )?(?:is|are|means?) (?:better|good)|not|no longer|although|despite|yet)\b", re.I
)


def check(context: Context) -> Iterator[Finding]:
    """Each such clause."""
    for sentence in context.sentences_with(CALLED):
        for found in CALLED.finditer(sentence.text):
            if OTHERWISE.search(sentence.text):
                continue
            words = found["worst"] or found["best"]
            why = f"“{found['good'] or found['bad']}”, and “{words}”"
            slip = f"{CODE}/{sentence.line}/{found.start()}"
            stated = found["good"] or found["bad"]
            yield Finding(CODE, "wrong", sentence.where, found.group(), stated, "the opposite", why, slip, "likely")
