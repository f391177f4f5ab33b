"""What is called better, worse, more or less than at a time whose figure is told with it."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.listing import value_of
from looped.checker.parties import finding_of, kind_of
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.worth import more_done_is_better

CODE = "set-on-then"
MESSAGE = "What is called better or worse than at a time before is so by the figure of that time."
_DONE = "This time 30/50 boats (60%) had a signed log. This is {} the first audit, when the figure was 20/50 (40%)."
GOOD = _DONE.format("an improvement on")
BAD = _DONE.format("a deterioration from")

WAY = (
    r"(?:(?P<better>(?:an? )?(?:[a-z]+ )?improvements?|better|progress)|"
    r"(?P<worse>(?:an? )?(?:[a-z]+ )?(?:deterioration|worsening)|worse|poorer)|"
    r"(?P<up>(?:an? )?(?:[a-z]+ )?(?:increase|rise)|higher|more|up|above)|"
    r"(?P<down>(?:an? )?(?:[a-z]+ )?(?:decrease|reduction|fall|drop|decline)|lower|fewer|less|down|below))"
)
IT = (
    r"(?:This|That|It|Which|The (?:figure|result|rate|share|proportion|number|percentage|position|score)|Performance|"
    r"Compliance)"
)
SAID = pattern_of(
    rf"(?:^|[.;,] )(?:{IT}) (?:is|was|represents?|represented|marks?|marked|shows?|showed|compares?|has been)"
    rf"(?: (?:therefore|thus|also|again|now|clearly|slightly|much|well|a little|markedly))* {WAY}"
    r"(?: (?:than|on|from|over|upon|compared (?:with|to)|in comparison with))?"
    r"(?P<then> [^.;:()\d%]{3,60}?)(?:,? (?:when|where|in which|at which)(?: [a-z’'-]+){1,5} (?:was|were|stood at|had|"
    r"reached)|,? which (?:was|stood at)|,? \(|,|,? at|,? (?:of|with)) "
    r"?(?:just |only |about )?(?=\d)",
    re.I,
)
NOT_TIME = pattern_of(
    r"^ (?:among(?:st)?|at|by|with) (?!the (?:first|last|previous|start|time)\b)|"
    r"\b(?:target|standard|benchmark|threshold|goal|national\w*|expected|average)\b",
    re.I,
)


def check(context: Context) -> Iterator[Finding]:
    """Each such statement with the figure right behind it and the one of its kind that was told before."""
    for paragraph in context.paragraphs_with(SAID):
        read = passage(paragraph.text)
        for found in SAID.finditer(paragraph.text):
            yield from _judged(paragraph, read, found)


def _judged(paragraph: Paragraph, read: Passage, found: re.Match[str]) -> Iterator[Finding]:
    then = next((each for each in read.entries if each.start >= found.end()), None)
    if then is None or then.start != found.end() or NOT_TIME.search(found["then"]):
        return
    at = read.sentence_at(found.start(found.lastgroup or 0))
    told = [each for each in read.entries if at - 1 <= each.sentence <= at and each.end <= found.start() + 1]
    alike = [each for each in told if kind_of(each) == kind_of(then)]
    if len(alike) != 1:
        return
    more = _is_more(read, found, alike[0])
    a, b = value_of(alike[0]), value_of(then)
    if more is None or a == b:
        return
    right = (a > b) == more
    why = f"{alike[0].text} now and {then.text} then"
    yield finding_of(CODE, paragraph, read, (found.start("then"), found.start("then")), (right, ""), why)


def _is_more(read: Passage, found: re.Match[str], now: Entry) -> bool | None:
    """Whether it means more; None where that hangs on what is good, and nobody says."""
    if found["up"] or found["down"]:
        return bool(found["up"])
    good = more_done_is_better(read.sentence(now.sentence)) if now.share or now.base else None
    return None if good is None else good == bool(found["better"])
