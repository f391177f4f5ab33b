"""`looped report`: the report of a period, from returns to files."""

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from looped.cli.arguments import add_period, add_source, moment_of, period_of, say_problems
from looped.errors import UsageError

if TYPE_CHECKING:
    from looped.publishing.request import Made, Request

ALL = "html,pdf,docx,xlsx,json"


def run(words: list[str]) -> int:
    """Write the report. Returns 0 done, 1 done but rows were refused."""
    given = _parser().parse_args(words)
    made = _made(given, request_of(given))
    say_problems(made.problems, made.skipped)
    for path in made.files:
        print(path)
    refused = sum(problem.level == "refused" for problem in made.problems)
    if refused:
        rows = "1 row was refused and is" if refused == 1 else f"{refused} rows were refused and are"
        print(f"{rows} not in the report; mend what is named above and run this again.", file=sys.stderr)
    return 1 if refused else 0


def _made(given: argparse.Namespace, request: "Request") -> "Made":
    if given.issue:
        from looped.cli.issuing import issue

        if given.source:
            raise UsageError("--issue takes no SOURCE: editions are issued from the record. `looped import` it first.")
        return issue(request)
    from looped.publishing.making import make

    if given.source is None:
        from looped.cli.recorded import recorded

        return make(request, recorded(request.as_at))
    return make(request)


def request_of(given: argparse.Namespace) -> "Request":
    """What was asked for on the command line. Raises: UsageError where it makes no sense."""
    from looped.figures.moments import now
    from looped.publishing.request import Request

    first, last = period_of(given)
    return Request(
        source=given.source,
        first=first,
        last=last,
        as_at=moment_of(given.as_at) or now(),
        since=moment_of(given.since),
        out=Path(given.out or f"report-{first}-to-{last}"),
        formats=_formats(given.formats),
        organisation=os.environ.get("LOOPED_COUNCIL", Request.organisation),
    )


def _formats(text: str) -> tuple[str, ...]:
    wanted = tuple(dict.fromkeys(part.strip().lower() for part in text.split(",") if part.strip()))
    known = ALL.split(",")
    wrong = [name for name in wanted if name not in known]
    if wrong or not wanted:
        raise UsageError(f"--formats takes any of {', '.join(known)}; {', '.join(wrong) or 'none'} was given.")
    return wanted


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="looped report", description="Write the report of a period.")
    add_source(parser)
    add_period(parser)
    parser.add_argument("--since", metavar="MOMENT", help="list each figure that has changed since then")
    parser.add_argument("--issue", action="store_true", help="store it in the record as the next edition")
    parser.add_argument("--formats", default=ALL, metavar="LIST", help=f"any of {ALL} (all by default)")
    parser.add_argument("--out", metavar="DIR", help="where to write; by default report-FIRST-to-LAST")
    return parser
