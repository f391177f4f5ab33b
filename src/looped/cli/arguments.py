"""Arguments that several commands share, and how problems in what was read are told."""

import argparse
import sys
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from looped.errors import UsageError

if TYPE_CHECKING:
    from looped.returns.model import Problem


LAST_PORT = 65535


def add_source(parser: argparse.ArgumentParser) -> None:
    """The optional SOURCE."""
    parser.add_argument(
        "source",
        nargs="?",
        metavar="SOURCE",
        help="a workbook of returns (.xlsx, .ods, .csv), a folder of Parquet files or a database address; "
        "left out, the embedded database",
    )


def add_period(parser: argparse.ArgumentParser) -> None:
    """`--from` and `--to`, or `--quarter`, and `--as-at`."""
    parser.add_argument("--from", dest="first", metavar="MONTH", help="first month, as in 2024-04")
    parser.add_argument("--to", dest="last", metavar="MONTH", help="last month, as in 2024-06")
    parser.add_argument("--quarter", metavar="QUARTER", help="short for both, as in 2024-25/Q1 (April to June 2024)")
    parser.add_argument(
        "--as-at", metavar="MOMENT", help="figures as they stood then, as in 2024-07-31T12:00; else now"
    )


def add_port(parser: argparse.ArgumentParser) -> None:
    """`--port`."""
    parser.add_argument("--port", type=_port, default=8000, help="where on this machine (8000)")


def _port(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= LAST_PORT:
        raise argparse.ArgumentTypeError(f"a number from 1 to {LAST_PORT}, not {text!r}")
    return int(text)


def period_of(given: argparse.Namespace) -> tuple[str, str]:
    """First and last month, "2024-04". Raises: UsageError where they are missing, doubled or the wrong way round."""
    from looped.figures.periods import months, quarter

    if given.quarter and (given.first or given.last):
        raise UsageError("give either --quarter or --from and --to, not both.")
    if given.quarter:
        return quarter(given.quarter)
    if not (given.first and given.last):
        raise UsageError("say which period: --quarter 2024-25/Q1, or --from 2024-04 --to 2024-06.")
    covered = months(given.first, given.last)
    return covered[0], covered[-1]


def moment_of(text: str | None) -> datetime | None:
    """A moment as typed, in UTC without zone; None where none was given. Raises: UsageError that says the forms."""
    from looped.figures.moments import parse_moment

    return None if text is None else parse_moment(text)


def say_problems(problems: Iterable["Problem"], skipped: Iterable[str]) -> None:
    """Each problem on a line of standard error: where, what, how to mend; then the sheets passed over."""
    for problem in problems:
        where = " ".join(
            part for part in (problem.sheet, problem.cell or (f"row {problem.row}" if problem.row else "")) if part
        )
        mend = f". {problem.mend[:1].upper()}{problem.mend[1:]}" if problem.mend else ""
        print(f"{problem.level}: {where}: {problem.what.rstrip('.')}{mend}", file=sys.stderr)
    for sheet in skipped:
        print(f"skipped: {sheet}", file=sys.stderr)
