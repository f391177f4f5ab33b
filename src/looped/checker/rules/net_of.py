"""A net figure: what came less what went, those for less those against."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.adding import alike, value_of
from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import NUMBER, passage, worded
from looped.checker.quantities import printed

CODE = "net-of"
MESSAGE = "A net figure is the one of two less the other."
GOOD = "Of those asked 74% agreed and 20% disagreed, a net score of +54."
BAD = "Of those asked 74% agreed and 20% disagreed, a net score of +45."

NET = pattern_of(
    r"\bnet (?P<what>gain|loss|increase|decrease|reduction|rise|fall|change|score|balance|figure|result|rating|"
    r"agreement|satisfaction|approval|support|movement)(?: score| of (?:staff|people|members))?(?: is| was| being|,)? "
    rf"?(?:of |at |equal to |= ?)?(?:only |just )?[+−-]?(?P<n>{NUMBER})\b",
    re.I,
)


def check(context: Context) -> Iterator[Finding]:
    """Each net figure of a sentence with just two others of one kind."""
    for sentence in context.sentences:
        found = NET.search(sentence.text)
        if not found:
            continue
        read = passage(sentence.text)
        own = [e for e in read.entries if not found.start() <= e.start < found.end() and e.kind in ("count", "share")]
        if len(own) != 2 or not alike(*own) or any(e.base for e in own):
            continue
        digits = found["n"].replace(",", "")
        stated = Decimal(digits) if digits[0].isdigit() else Decimal(worded(digits))
        apart = abs(value_of(own[0]) - value_of(own[1]))
        slack = Decimal(1) if own[0].kind == "share" else Decimal(0)
        verdict: Verdict = "ok" if abs(apart - stated) <= slack else "wrong"
        why = f"{own[0].text} and {own[1].text} are {printed(apart)} apart, printed as {found['n']}"
        slip = f"{CODE}/{sentence.line}/{found.group()}"
        yield Finding(CODE, verdict, sentence.where, found.group(), found["n"], printed(apart), why, slip, "likely")
