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
FEWEST = 2


def check(context: Context) -> Iterator[Finding]:
    """Each paragraph with several counts over one whole."""
    for paragraph in context.document.paragraphs:
        if paragraph.text.count("/") < FEWEST:
            continue
        found = list(SLASHED.finditer(paragraph.text))
        wholes = {each["whole"] for each in found}
        if any(YEARS.fullmatch(each.group()) for each in found):
            continue
        above = [each for each in found if int(each["part"]) > int(each["whole"])]
        if len(wholes) != 1 or len(above) != 1 or len(found) < FEWEST:
            continue
        each = above[0]
        why = f"{each['part']} is more than the {each['whole']} that it is of"
        slip = f"{CODE}/{paragraph.line}/{each.start()}"
        yield Finding(
            CODE, "wrong", paragraph.where, each.group(), each["part"], f"at most {each['whole']}", why, slip, "likely"
        )
