"""Brackets of a share without the figure: "0 (%)"."""

from collections.abc import Iterator

from looped.checker.context import Context, bases_of
from looped.checker.finding import Finding
from looped.checker.numbers import rounded, share

CODE = "missing-figure"
MESSAGE = "A share's brackets hold a figure."
GOOD = "Grade\tMay\nGood\t8 (26.7%)\nFair\t22 (73.3%)\nPoor\t0 (0%)"
BAD = "Grade\tMay\nGood\t8 (26.7%)\nFair\t22 (73.3%)\nPoor\t0 (%)"


def check(context: Context) -> Iterator[Finding]:
    """Each cell whose share was left out of its brackets. They are one slip: a form not filled in."""
    for grid in context.grids:
        for row, values in enumerate(grid.values):
            for column, value in enumerate(values):
                if value.no_figure and value.count is not None:
                    base = (bases_of(context, grid, column).all or (None,))[0]
                    expected = f"{rounded(share(value.count, base), 1)}%" if base else "a percentage"
                    why = (
                        f"the percentage is missing: {value.count} of {base} is {expected}" if base else "it is missing"
                    )
                    yield Finding(CODE, "wrong", grid.where(row, column), value.text, "no figure", expected, why, CODE)
