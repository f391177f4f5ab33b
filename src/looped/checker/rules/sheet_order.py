"""Rows that a sentence names in an order, from the best to the worst, against the figures of a table's columns."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from looped.checker.context import Context
from looped.checker.finding import Finding
from looped.checker.measures import measures
from looped.checker.pairs import listed
from looped.checker.patterns import pattern_of
from looped.checker.remarks import Remark, ranked_rows, value
from looped.checker.summaries import by_any_table

CODE = "sheet-order"
MESSAGE = "Rows named in an order come in it by some column of the table."
GOOD = "Site\tScore\nLeith\t80\nAyr\t30\nOban\t44\n\nFrom best to worst the order is Leith, Oban and Ayr."
BAD = "Site\tScore\nLeith\t80\nAyr\t30\nOban\t44\n\nFrom best to worst the order is Leith, Ayr and Oban."

HIGH = r"(?:highest|most|largest|biggest|greatest|longest|busiest|dearest|commonest)"
LOW = r"(?:lowest|least|fewest|smallest|shortest|quietest|cheapest|rarest)"
SAID = pattern_of(
    rf"\b(?:from (?:the )?(?:(?P<down>{HIGH}) to (?:the )?{LOW}|(?P<up>{LOW}) to (?:the )?{HIGH}|(?:best|strongest) to "
    r"(?:the )?(?:worst|weakest)|(?:worst|weakest) to (?:the )?(?:best|strongest))|"
    r"in (?:(?P<down2>descending|falling|decreasing)|(?P<up2>ascending|rising|increasing)|rank) order|"
    r"(?P<down3>(?:highest|largest|most|biggest) first)|(?P<up3>(?:lowest|smallest|fewest|least) first))\b",
    re.I,
)
DENIED = pattern_of(r"\b(?:not|n[’']t|no|except|apart from|other than|last (?:year|time)|previous\w*)\b", re.I)
FEWEST = 3


def check(context: Context) -> Iterator[Finding]:
    """Each such sentence that names every row once."""
    return by_any_table(context, _of, SAID)


def _of(remark: Remark) -> Iterator[Finding]:
    found = SAID.search(remark.text)
    if not found or DENIED.search(remark.text):
        return
    rows = [each.at for each in remark.rows]
    if len(rows) < FEWEST or sorted(rows) != sorted(ranked_rows(remark.sheet)):
        return
    down, up = (any(found[name] for name in (word, f"{word}2", f"{word}3")) for word in ("down", "up"))
    options = measures(remark.sheet, "", [])
    runs = [[value(remark.sheet, row, each.column, each.by) for row in rows] for each in options]
    known = [run for run in runs if None not in run]
    if not known or len(known) < len(runs):
        return
    right = any(_runs(run, down=down, up=up) for run in known)
    why = listed(remark.sheet, options[0])
    yield remark.finding(CODE, "ok" if right else "wrong", (0, len(remark.text)), "" if right else "another", why)


def _runs(values: Sequence[Decimal | None], *, down: bool, up: bool) -> bool:
    """Whether figures fall or rise all along, whichever is said; equals may stand in either order."""
    steps = [b - a for a, b in pairwise(values) if a is not None and b is not None]
    falls, rises = all(step <= 0 for step in steps), all(step >= 0 for step in steps)
    return (falls and not up) or (rises and not down)
