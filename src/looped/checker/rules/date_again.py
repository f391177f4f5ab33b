"""A date that is told again is the one that was told: "in force on 1 May ... before it took effect on 11 May"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.at_hand import is_slip
from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.moments import DATE
from looped.checker.one_sense import same_sense
from looped.checker.patterns import pattern_of
from looped.checker.words_for_one import words

CODE = "date-again"
MESSAGE = "The day of what is told again is the day that was told."
GOOD = "The pool opened on 3 May. Since the opening on 3 May 900 people have swum there."
BAD = "The pool opened on 3 May. Since the opening on 13 May 900 people have swum there."

AGAIN = re.compile(
    r"\b(?:(?:[Tt]he|[Ii]ts|[Tt]heir|[Tt]hat|[Tt]his|[Oo]ur|[Hh]is|[Hh]er) (?:[a-z-]+ )?(?P<noun>[a-z-]+)|(?:it|they|"
    r"this|he|she|we) (?:(?:was|"
    r"were|had|has|first|"
    r"then|been) )*(?P<verb>[a-z]+(?: [a-z]+)?)) (?:on|of|from|dated) (?:the )?(?:[A-Z][a-z]+day,? )?$"
)
WORD = re.compile(r"[A-Za-z][a-z-]+")
# "9 February, the date of the extract", "on that day, 20 November": told before, whatever happened then.
NAMED_DAY = re.compile(r",? \(?(?:the|its|that|this) (?P<what>(?:[a-z]+ )?(?:day|date)(?:[a-z ]*))")
THAT_DAY = re.compile(r"\b(?:that|this|the same) (?:very )?(?:day|date),? \(?$")
# Of another day.
ANOTHER = pattern_of(
    r"\b(?:second|third|next|later|again|re-[a-z]+ed|re(?:arranged|scheduled|launched|opened|issued|inspected|"
    r"visited|run)|postponed|moved|revised|delayed|put (?:back|off)|extended|"
    r"another|"
    r"other|final|follow\w*|then|phase|stage|part|deadline|planned|due|expected|earlier|previous|draft\w*|amended)\b",
    re.I,
)
PLAIN = words(
    "the on of from was were had has been and in to at it a an by with into come came take took go went day date"
)
LEAD, APART = 60, 5


def check(context: Context) -> Iterator[Finding]:
    """Each paragraph that tells two days of one month, with what happened on them."""
    for paragraph in context.paragraphs_with(DATE):
        found = [each for each in DATE.finditer(paragraph.text) if each["day"]]
        if len(found) == 2 and _is_slip(*found) and _is_again(paragraph.text, *found):
            yield _finding(paragraph, *found)


def _is_slip(first: re.Match[str], again: re.Match[str]) -> bool:
    """Whether two dates differ in the day alone, and by what a slip of the pen makes."""
    if first["month"][:3] != again["month"][:3] or len({first["year"], again["year"]} - {None}) > 1:
        return False
    one, other = first["day"], again["day"]
    return one != other and (
        is_slip(Decimal(one), Decimal(other))
        or one[-1] == other[-1]
        or one == other[::-1]
        or abs(int(one) - int(other)) < APART
    )


def _is_again(text: str, first: re.Match[str], again: re.Match[str]) -> bool:
    """Whether what happened on the later date is what happened on the first."""
    low = max(first.end(), again.start() - LEAD)
    told = AGAIN.search(text[low : again.start()])
    if THAT_DAY.search(text[: again.start()]):
        return True
    named = NAMED_DAY.match(text, again.end())
    other = ANOTHER.search(text[: first.start()] + text[first.end() : again.start()])
    if not (told or named) or (other and other.group() not in (named["what"] if named else "")):
        return False
    words = [word.lower() for word in WORD.findall(_said(told, named))]
    start = text.rfind(". ", 0, first.start()) + 1
    end = text.find(". ", first.end())
    # What is told of the second day itself, in the same sentence, was told of no day before.
    stop = low + told.start() if told else again.start()
    before = [word.lower() for word in WORD.findall(text[start : min(end if end >= 0 else len(text), stop)])]
    own = [word for word in words if word not in PLAIN]
    return any(same_sense(word, each) for word in own for each in before if each not in PLAIN)


def _said(told: re.Match[str] | None, named: re.Match[str] | None) -> str:
    """What is said to have happened on a date: before it, and as what it is called."""
    return f"{told['noun'] or told['verb'] if told else ''} {named['what'] if named else ''}"


def _finding(paragraph: Paragraph, first: re.Match[str], again: re.Match[str]) -> Finding:
    why = f"“{again.group()}”, and before it “{first.group()}”"
    slip = f"{CODE}/{paragraph.line}/{again.start()}"
    return Finding(CODE, "wrong", paragraph.where, again.group(), again.group(), first.group(), why, slip, "likely")
