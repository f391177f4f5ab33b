"""Counts over one whole with a slash, one of which is above it: "8/43, 37/43 and 45/43"."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.finding import Finding

CODE = "above-slashed"
MESSAGE = "No count over a whole is above it."
GOOD = "We looked at 43 boats: ropes were sound on 8/43, sails on 37/43 and pumps on 35/43."
BAD = "We looked at 43 boats: ropes were sound on 8/43, sails on 37/43 and pumps on 45/43."

SLASHED = re.compile(r"(?<![\w/.,£$-])(?P<part>\d{1,5})/(?P<whole>\d{1,5})(?![\w/]|[.,]\d|-\w)")
YEARS = re.compile(r"(?:19|20)\d\d/\d\d(?:\d\d)?")
FEWEST, MONTHS = 2, 12
# "31/29 boats were": one alone, of things that are told.
COUNTED = re.compile(
    r" [a-z’'-]+(?: [a-z’'-]+){0,2}? (?:were|was|had|have|did|carried|lacked|contained|showed|held|met|failed|passed)\b"
)


def check(context: Context) -> Iterator[Finding]:
    """Each paragraph with several counts over one whole."""
    for paragraph in context.document.paragraphs:
        if "/" not in paragraph.text:
            continue
        found = list(SLASHED.finditer(paragraph.text))
        wholes = {each["whole"] for each in found}
        if any(YEARS.fullmatch(each.group()) for each in found):
            continue
        above = [each for each in found if int(each["part"]) > int(each["whole"])]
        if len(wholes) != 1 or len(above) != 1 or (len(found) < FEWEST and not _is_counted(above[0])):
            continue
        each = above[0]
        why = f"{each['part']} is more than the {each['whole']} that it is of"
        slip = f"{CODE}/{paragraph.line}/{each.start()}"
        yield Finding(
            CODE, "wrong", paragraph.where, each.group(), each["part"], f"at most {each['whole']}", why, slip, "likely"
        )


def _is_counted(found: re.Match[str]) -> bool:
    """Whether things are told behind it that were or had something, and it can be no date: "31/29 boats were"."""
    return int(found["whole"]) > MONTHS and bool(COUNTED.match(found.string, found.end()))
