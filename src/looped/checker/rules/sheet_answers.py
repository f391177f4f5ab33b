"""Most, a majority, more than half are for or against: in a table of Yes and No, of agreement, of satisfaction."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.remarks import Remark, by_statement
from looped.checker.saying import OF_FEWER, denies_majority
from looped.checker.sheets.giving import head_base, whole_of
from looped.checker.sheets.sheet import Sheet

CODE = "sheet-answers"
MESSAGE = "Most are for or against where the answers in the table say so."
GOOD = "Should it open?\tReplies\nYes\t60\nNo\t30\nNot sure\t10\nTotal\t100\n\nMost of the replies were in favour."
BAD = "Should it open?\tReplies\nYes\t40\nNo\t45\nNot sure\t15\nTotal\t100\n\nMost of the replies were in favour."

MOST = pattern_of(
    r"\b(?:most (?:of (?:the|those|them|our|all)|people|respondents|residents|replies|staff|parents)|(?:a|"
    r"the) (?:clear |large )?majority|"
    r"more than half|over half|(?P<few>(?:less|fewer|under) than half|a minority|only a minority))\b",
    re.I,
)
FOR = pattern_of(
    r"\b(?:in favour|support(?:s|ed|ing)?|(?:said|answered|replied|voted|were|saying) [“\"']?yes|agree[ds]?|"
    r"back(?:s|ed)?|approv\w+|welcom\w+|for (?:it|the))\b",
    re.I,
)
AGAINST = pattern_of(
    r"\b(?:against|oppos\w+|(?:said|answered|replied|voted) [“\"']?no|disagree[ds]?|object\w*|reject\w*)\b", re.I
)
PLEASED = pattern_of(r"(?<!dis)(?<!un)(?<!not )\b(?:satisfied|happy|content|pleased|favourable)\b", re.I)
DENIED = pattern_of(r"\b(?:not|n[’']t|neither|nor|un[a-z]+ed)\b", re.I)
YES = pattern_of(
    r"^(?:yes\b.*|(?:strongly |tend to |somewhat |mostly )?(?:agree|support|in favour|favour)\b.*|for)$", re.I
)
NO = pattern_of(r"^(?:no(?!t)\b.*|(?:strongly |tend to |somewhat |mostly )?(?:disagree|oppose|against)\b.*)$", re.I)
HAPPY = pattern_of(r"^(?:very |fairly |quite |mostly |somewhat )?(?:satisfied|happy|good|content|pleased)$", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each such sentence on a table whose rows are answers."""
    return by_statement(context, _of, MOST)


def _of(remark: Remark) -> Iterator[Finding]:
    found = MOST.search(remark.text)
    if not found or DENIED.search(remark.text) or len(remark.sheet.heads) > 3:
        return
    if OF_FEWER.search(remark.text[: found.start()]) or denies_majority(remark.text, found.start(), found.group()):
        return
    behind = remark.text[found.end() :]
    labels = NO if AGAINST.search(behind) else YES if FOR.search(behind) else HAPPY if PLEASED.search(behind) else None
    rows = [row for row in remark.sheet.parts if labels and labels.match(remark.sheet.labels[row])]
    rows = rows or _joined(remark, found.end())
    if not rows or len(rows) == len(remark.sheet.parts):
        return
    shares = list(_shares(remark.sheet, rows))
    if not shares:
        return
    right = any(each < 50 if found["few"] else each > 50 for each in shares)
    verdict: Verdict = "ok" if right else "wrong"
    names = " and ".join(remark.sheet.labels[row] for row in rows)
    why = f"{names}: {shares[0]:.1f}%"
    yield remark.finding(CODE, verdict, (found.start(), len(remark.text)), "" if right else f"{shares[0]:.1f}%", why)


def _joined(remark: Remark, place: int) -> list[int]:
    """The rows that are named with "or" behind a place: "limited or none"."""
    _, high = remark.clause(place)
    named = [each for each in remark.rows if place <= each.start and each.end <= high]
    gaps = [remark.text[a.end : b.start] for a, b in zip(named, named[1:], strict=False)]
    rows = list(dict.fromkeys(each.at for each in named if each.at in remark.sheet.parts))
    joined = len(named) > 1 and all(re.fullmatch(r"\W*(?:or|,)\W*", gap) for gap in gaps)
    return rows if joined and len(rows) == len(named) else []


def _shares(sheet: Sheet, rows: list[int]) -> Iterator[Decimal]:
    """What the rows together are of their column."""
    for column, kind in enumerate(sheet.kinds):
        figures = [sheet.cells[row][column] for row in rows]
        if kind == "share" or kind == "both":
            parts = [part.value for row in rows if (part := sheet.share_at(row, column))]
            if len(parts) == len(rows):
                yield sum(parts, Decimal(0))
        elif kind in ("count", "total"):
            base = whole_of(sheet, column) or head_base(sheet, column)
            counts = [each.count for each in figures if each and each.count is not None]
            if base and len(counts) == len(rows):
                yield Decimal(sum(counts)) * 100 / base
