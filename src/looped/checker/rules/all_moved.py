""" "All four measures improved": each row of the table with as many rows has moved that way between its two columns."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.directions import FELL, IMPROVED, NO_NOUN, ROSE
from looped.checker.finding import Finding, Verdict
from looped.checker.grid import Grid
from looped.checker.numbers import WORDS, whole
from looped.checker.patterns import pattern_of
from looped.checker.rules.apart import BAD_THING, NOT

CODE = "all-moved"
MESSAGE = "Where all rows of a table are said to have risen or fallen, each has."
GOOD = "Measure\t2021\t2022\nPlans\t50%\t55%\nVisits\t60%\t64%\nReviews\t70%\t73%\n\nAll three measures rose."
BAD = "Measure\t2021\t2022\nPlans\t50%\t55%\nVisits\t60%\t58%\nReviews\t70%\t73%\n\nAll three measures rose."

SAID = pattern_of(
    rf"\b(?:all|each) (?:of )?(?:the |these |our )?(?P<n>{WORDS}|\d+)(?: (?!of\b|but\b)[a-z’'-]+){{1,3}} "
    rf"(?:have |has |had )?{NO_NOUN}(?:(?P<up>{ROSE})|"
    rf"(?P<better>{IMPROVED})|(?P<down>{FELL}))\b",
    re.I,
)
ASIDE = pattern_of(r"\b(?:change|difference|target|total|variance|all|both|average|england|national)\b|\+/-", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each such sentence for which one table has as many rows and two columns."""
    for sentence in context.sentences_with(SAID):
        for found in SAID.finditer(sentence.text):
            number = whole(found["n"])
            moved = [steps for grid in context.grids if (steps := _steps(grid)) and len(steps) == number]
            text = sentence.text[: found.start()]
            if len(moved) != 1 or NOT.search(text) or (found["better"] and BAD_THING.search(sentence.text)):
                continue
            up = not found["down"]
            right = all(b > a if up else b < a for _, a, b in moved[0])
            verdict: Verdict = "ok" if right else "wrong"
            why = "; ".join(f"{label}: {a} to {b}" for label, a, b in moved[0])
            slip = f"{CODE}/{sentence.line}/{found.start()}"
            said = found.group()
            yield Finding(
                CODE, verdict, sentence.where, said, said, "not all" if not right else said, why, slip, "likely"
            )


def _steps(grid: Grid) -> list[tuple[str, Decimal, Decimal]]:
    """Of each row its first and last figure: shares where cells have them, else counts. Only of two columns."""
    columns = [at for at, head in enumerate(grid.columns) if not ASIDE.search(head)]
    if len(columns) != 2:
        return []
    rows = [row for row in grid.parts if row != grid.total]
    cells = [(grid.rows[row], grid.values[row][columns[0]], grid.values[row][columns[1]]) for row in rows]
    shares = [(label, a.percent.value, b.percent.value) for label, a, b in cells if a.percent and b.percent]
    if shares:
        return shares
    return [
        (label, Decimal(a.count), Decimal(b.count))
        for label, a, b in cells
        if a.count is not None and b.count is not None
    ]
