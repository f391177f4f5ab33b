"""How far the greatest and the least of a table’s counts are apart: "between the highest and the lowest it was 46"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.end_words import HIGHEST, LOWEST
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.quieting import NUMBER
from looped.checker.remarks import Remark, lies, ranked_rows, value, within

HIGH = rf"(?:{HIGHEST}|most|top|best|busiest|maximum)"
LOW = rf"(?:{LOWEST}|least|bottom|worst|quietest|minimum)"
REACH = pattern_of(
    rf"\b(?:gap|difference|range|spread|margin|"
    rf"distance) between (?:the )?(?:{HIGH}(?: [a-z]+){{0,2}}? and (?:the )?{LOW}|"
    rf"{LOW}(?: [a-z]+){{0,2}}? and (?:the )?{HIGH})(?: [a-z]+){{0,4}}?,? (?:was|is|of|being|came to|stood at)"
    rf"(?: only| just)? (?P<n>{NUMBER})(?!\w|[.,]\d|\s?%| per ?cent| (?:percentage )?points?| times| (?:to|per|"
    rf"in|years?|months?|weeks?|days?|hours?|minutes?)\b)",
    re.I,
)
OTHER_TIME = pattern_of(r"\b(?:last|previous|earlier|before|nationally|target|than)\b|\b(?:19|20)\d\d\b", re.I)
FEWEST = 3


def between_ends(remark: Remark, code: str) -> Iterator[Finding]:
    """By whichever rows or columns of counts the sentence may mean; where it names some, by these."""
    found = REACH.search(remark.text)
    if not found or OTHER_TIME.search(remark.text):
        return
    stated, gaps = whole(found["n"]), list(_gaps(remark))
    if stated is not None and gaps:
        verdict: Verdict = "ok" if stated in gaps else "wrong"
        why = f"the greatest and the least are {gaps[0]} apart"
        yield remark.finding(code, verdict, found.span(), str(gaps[0]), why)


def _gaps(remark: Remark) -> Iterator[Decimal]:
    for sheet, others in ((remark.sheet, remark.columns), (lies(remark.sheet), remark.rows)):
        rows, named = ranked_rows(sheet), within(others, 0, len(remark.text))
        columns = [at for at, kind in enumerate(sheet.kinds) if kind == "count" and (not named or at in named)]
        for column in columns if len(rows) >= FEWEST else ():
            values = [each for row in rows if (each := value(sheet, row, column, "count")) is not None]
            if len(values) == len(rows):
                yield max(values) - min(values)
