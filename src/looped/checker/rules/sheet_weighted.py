"""A share or a mean of all, in a table that gives it for each part: by the numbers that the parts are of."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.finding import Finding
from looped.checker.patterns import pattern_of
from looped.checker.quantities import printed
from looped.checker.remarks import lies
from looped.checker.rules.sheet_share import LABEL_BASE
from looped.checker.sheets.figures import Figure
from looped.checker.sheets.sheet import Sheet

CODE = "sheet-weighted"
MESSAGE = "A share or a mean of all lies where those of its parts put it, each by the number that it is of."
_ROWS = "Agree\tEast (n=40)\tWest (n=60)\tAll (n=100)\nClean\t60%\t50%\t54%\nSafe\t40%\t70%\t58%\nCalm\t55%\t35%\t"
GOOD = _ROWS + "43%"
BAD = _ROWS + "34%"

# Heads under which those are counted of whom the figures beside them are.
BASES = pattern_of(
    r"^(?:(?:un)?weighted )?(?:base|n|number|sample|(?:number )?(?:answered|replied|responded)|answers|replies|"
    r"responses|respondents|returns|forms|cases|files|patients|participants|people|pupils|members|residents|tenants|"
    r"visits)\b",
    re.I,
)
# What no parts put anywhere.
NOT_OF_IT = pattern_of(
    r"\b(?:target|england|national|sd|iqr|range|max\w*|min\w*|ratio|index|rank|adjusted|weighted|standardi[sz]ed|"
    r"change|difference|limit|longest|shortest|highest|lowest)\b",
    re.I,
)
# What has another base, or lies only somewhere between the parts.
BETWEEN_THEM = pattern_of(
    r"\b(?:last|previous|prior|before|ago|earlier|median|typical|usual)\b|\b(?:19|20)\d\d\b", re.I
)
WEIGHTED = pattern_of(r"\b(?:weighting|(?:data|results|figures|percentages) (?:are|were|have been) weighted)\b", re.I)
FEWEST, LEAST = 2, 3


@dataclass(frozen=True)
class Put:
    """A column's figure for all, with where its parts put it. outside: beyond all of them."""

    column: int
    figure: Figure
    exact: Decimal
    slack: Decimal
    outside: bool

    @property
    def fits(self) -> bool:
        """Whether it lies there."""
        return abs(self.exact - self.figure.value) <= self.slack

    @property
    def far(self) -> bool:
        """Whether it misses by more than a few who gave no answer to one question put it off."""
        return abs(self.exact - self.figure.value) > self.slack * (3 if self.figure.step < 1 else Decimal("1.5"))


def check(context: Context) -> Iterator[Finding]:
    """Each table both ways round, by the bases in its labels or in a column."""
    for placed in context.sheets:
        for sheet in (placed.sheet, lies(placed.sheet)):
            total, rows = sheet.total, sheet.parts
            if total is None or len(rows) < FEWEST or WEIGHTED.search(" ".join((sheet.caption, *sheet.notes))):
                continue
            for weights in _weights(sheet, rows, total):
                labelled = bool(LABEL_BASE.search(sheet.labels[total]))
                yield from _judged(sheet, total, _put(sheet, rows, total, weights), FEWEST if labelled else LEAST)


def _weights(sheet: Sheet, rows: Sequence[int], total: int) -> Iterator[list[int]]:
    """The numbers that the parts are of, where together they are the number that all are of."""
    own = [int(found[1]) if (found := LABEL_BASE.search(sheet.labels[row])) else 0 for row in rows]
    whole = LABEL_BASE.search(sheet.labels[total])
    if all(own) and whole and sum(own) == int(whole[1]):
        yield own
        return
    for column, kind in enumerate(sheet.kinds):
        every = sheet.cells[total][column]
        counts = [figure.count or 0 if (figure := sheet.cells[row][column]) else 0 for row in rows]
        named = kind in ("count", "base", "total") and BASES.match(sheet.heads[column].strip())
        if named and all(counts) and every and every.count == sum(counts):
            yield counts
            return


def _put(sheet: Sheet, rows: Sequence[int], total: int, weights: Sequence[int]) -> list[Put]:
    """Each column of shares or of means that has a figure in every row."""
    found = []
    for column, kind in enumerate(sheet.kinds):
        own = sheet.cells[total][column]
        figures = [sheet.cells[row][column] for row in rows]
        given = [each for each in figures if each]
        if (
            kind not in ("share", "mean")
            or own is None
            or len(given) < len(rows)
            or NOT_OF_IT.search(sheet.heads[column])
        ):
            continue
        values = [each.value for each in given]
        if len(set(values)) < FEWEST or abs(sum(values) - own.value) <= len(values) * own.step:
            continue  # parts of one whole
        exact = sum((n * value for n, value in zip(weights, values, strict=True)), Decimal(0)) / sum(weights)
        step = max(each.step for each in given)
        outside = not min(values) - step <= own.value <= max(values) + step
        slack = (own.step + step) / 2
        between = bool(BETWEEN_THEM.search(sheet.heads[column])) and not outside
        found.append(Put(column, own, own.value if between else exact, slack, outside))
    return found


def _judged(sheet: Sheet, total: int, found: Sequence[Put], least: int) -> Iterator[Finding]:
    """What doesn't fit, where the others do; of one alone, what is beyond all parts. least: how many others."""
    missed = [each for each in found if not each.fits]
    fitting = sum(each.fits and not BETWEEN_THEM.search(sheet.heads[each.column]) for each in found)
    for put in missed:
        if not (len(missed) == 1 and fitting >= least and put.far) and not (
            put.outside and len(missed) <= max(1, fitting)
        ):
            continue
        exact = printed(put.exact.quantize(put.figure.step))
        why = f"the parts, each by its number, come to {exact}, against {put.figure.text}"
        slip = f"weighted/{sheet.table.title}/{sheet.heads[put.column]}"
        where = sheet.where(total, put.column)
        yield Finding(CODE, "wrong", where, put.figure.text, put.figure.text, exact, why, slip, "likely")
