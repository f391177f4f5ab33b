"""A share in words of a row that a sentence names: "a third of them" against its cells and what they are of."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.placing import group
from looped.checker.remarks import Remark, by_statement, within
from looped.checker.saying import FRACTION, Said, said_in
from looped.checker.sheets.giving import shares_of, worked_shares

CODE = "sheet-fraction"
MESSAGE = "A share in words is what the table gives for the row that is named."
GOOD = "Site\tSeen\tMet\nLeith\t80\t40\nAyr\t30\t10\nOban\t50\t30\n\nA third of those seen in Ayr met it."
BAD = "Site\tSeen\tMet\nLeith\t80\t40\nAyr\t30\t10\nOban\t50\t30\n\nThree fifths of those seen in Ayr met it."

BOTH = pattern_of(r"\b(?:together|between them|combined|jointly)\b", re.I)

# A row's share in all of its column.
OF_ALL = pattern_of(
    r"\b(?:made? up|makes up|account(?:s|ed)? for|form(?:s|ed)|compris\w+|were (?:from|in|at|aged)|c[oa]me[s]? from|"
    r"share of|"
    r"of (?:all|the total|the whole|those|these|them)(?! aged| in| at| on| from| who| invited| seen| asked))\b",
    re.I,
)
OF_THOSE = pattern_of(r" of (?:those|the [a-z]+) (?P<what>[a-z]+)", re.I)
AS_MANY = pattern_of(
    r" (?:as (?:many|much|often|likely|common|large|high|big)|the (?:number|size|figure|amount)) ", re.I
)
# "Grew by a third", "a third more than", "a fifth lower": a change, and no part of anything.
MORE = pattern_of(
    r" (?:more|fewer|less|higher|lower|larger|smaller|bigger|up|down|above|below|again)\b(?! than half)", re.I
)
BY = pattern_of(
    r"\b(?:by|(?:rise|fall|drop|increase|decrease|cut|gain|reduction|decline|growth) of)(?: about| some|"
    r" just| only)?\s*$",
    re.I,
)


def check(context: Context) -> Iterator[Finding]:
    """Each share in words in a sentence without figures that names one row."""
    return by_statement(context, _of, FRACTION)


def _of(remark: Remark) -> Iterator[Finding]:
    sheet = remark.sheet
    said = [each for each in said_in(remark.text) if each.exact is not None]
    if len(said) != 1:
        return
    clause = _around(remark.text, said[0].start)
    done = OF_THOSE.match(remark.text, said[0].end)
    if done and any(re.match(rf"not {done['what']}\b", label, re.I) for label in sheet.labels):
        return  # "of those seen", where a row has those not seen
    if AS_MANY.match(remark.text, said[0].end) or is_change(remark.text, said[0]):
        return  # two rows or times set against each other
    if BOTH.search(remark.text):
        return  # of several rows together
    named = within([each for each in remark.rows if each.whole], *clause)
    rows = named or group(sheet, remark.text[clause[0] : clause[1]])
    if remark.read.of_sentence(remark.at) or not rows or len(named) > 1:
        return
    columns = within(remark.columns, 0, len(remark.text))
    own = worked_shares(sheet, rows[0]) if len(rows) == 1 and not OF_ALL.search(remark.text) else []
    values = [each / 100 for each in own or shares_of(sheet, rows, columns)]
    if not values or (not columns and len(sheet.heads) > 2):
        return
    low, high = said[0].low, said[0].high
    right = any(float(low) - 0.005 <= float(each) <= float(high) + 0.005 for each in values)
    verdict: Verdict = "ok" if right else "wrong"
    names = " and ".join(sheet.labels[row] for row in rows)
    figures = ", ".join(cell.text for row in rows for cell in sheet.cells[row] if cell)
    yield remark.finding(CODE, verdict, (said[0].start, said[0].end), "another share", f"{names}: {figures}")


def is_change(text: str, said: Said) -> bool:
    """Whether a share in words tells how much more or less something is than another: "a third more", "by half"."""
    return bool(MORE.match(text, said.end) or BY.search(text[: said.start]))


def _around(text: str, place: int) -> tuple[int, int]:
    """The stretch between the joints of a sentence that a place is in."""
    cuts = [each.span() for each in re.finditer(r"[;:]|\b(?:and|but|while|whereas|although)\b", text)]
    low = max((end for _, end in cuts if end <= place), default=0)
    return low, min((start for start, _ in cuts if start > place), default=len(text))
