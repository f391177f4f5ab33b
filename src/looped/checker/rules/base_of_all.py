"""How many replied, each to everything, against the number that heads the table of what they said."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.prose import NUMBER

CODE = "base-of-all"
MESSAGE = "A table of what all said is headed with as many as there are."
_TABLE = "\n\nStatement | Agreed (n = 179)\nThe food was good | 69 (39%)\nThe beds were dry | 111 (62%)"
GOOD = f"In all 179 owners replied, and each of them answered every statement.{_TABLE}"
BAD = f"In all 189 owners replied, and each of them answered every statement.{_TABLE}"

SAID = pattern_of(
    rf"(?:^|[.;:] )(?:in all,? |altogether,? |a total of )?(?P<n>{NUMBER}) (?:[a-z-]+ ){{1,3}}?"
    r"(?:replied|responded|took part|answered|completed (?:it|the [a-z]+)|returned (?:it|the [a-z]+))\b[^.;:\d]{0,20}"
    r"\b(?:each|every one|all) (?:of them |one )?(?:[a-z]+ )?(?:answered|replied to|completed|responded to) "
    r"(?:every|all|each)\b",
    re.I,
)
HEADED = pattern_of(r"\(\s?n\s?=\s?(?P<n>[\d,]+)\s?\)", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each such sentence with the only table behind it whose heads all have one number."""
    for paragraph in context.paragraphs_with(SAID):
        for found in SAID.finditer(paragraph.text):
            told = whole(found["n"])
            for placed in context.sheets:
                if len(context.sheets) == 1 and told:
                    texts = [cell.text for cell in placed.sheet.table.rows[0]]
                    bases = {whole(each["n"]) for text in texts for each in HEADED.finditer(text)}
                    if len(bases) == 1 and None not in bases:
                        yield _judged(paragraph, found, told, bases.pop() or 0)


def _judged(paragraph: Paragraph, found: re.Match[str], told: int, base: int) -> Finding:
    verdict: Verdict = "ok" if told == base else "wrong"
    why = f"the table is headed n = {base}, and {told} are told to have answered"
    quote, slip = found.group().strip(" .;:"), f"{CODE}/{paragraph.line}/{found.start()}"
    return Finding(CODE, verdict, paragraph.where, quote, found["n"], str(base), why, slip, "likely")
