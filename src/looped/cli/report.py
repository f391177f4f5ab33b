"""`looped report`: the report of a period, from returns to files."""

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from looped.cli.arguments import add_period, add_source, moment_of, period_of, say_problems
from looped.cli.recorded import require_guard_of
from looped.errors import UsageError
from looped.stats.mdc_rules import DEFAULT, DIALECTS

if TYPE_CHECKING:
    from looped.publishing.request import Made, Request

ALL = "html,pdf,docx,xlsx,json"
# The counts that are small unless said otherwise, and the most that can be said.
SMALL, MOST_SMALL = 4, 20


def run(words: list[str]) -> int:
    """Write the report. Returns 0 done, 1 done but rows were refused, or small counts were published before."""
    given = _parser().parse_args(words)
    made = _made(given, request_of(given))
    say_problems(made.problems, made.skipped)
    for path in made.files:
        print(path)
    if made.empty:
        print(
            "No monthly audit of this period is in what was read. Check --quarter, and --as-at if given.",
            file=sys.stderr,
        )
    if made.exposed:
        counts = "1 small count is" if made.exposed == 1 else f"{made.exposed} small counts are"
        print(f"{counts} known already from what was published before; nothing can withhold that now.", file=sys.stderr)
    refused = sum(problem.level == "refused" for problem in made.problems)
    if refused:
        rows = "1 row was refused and is" if refused == 1 else f"{refused} rows were refused and are"
        print(f"{rows} not in the report; mend what is named above and run this again.", file=sys.stderr)
    return 1 if refused or made.exposed else 0


def _made(given: argparse.Namespace, request: "Request") -> "Made":
    if given.issue:
        from looped.cli.issuing import issue

        if given.source:
            raise UsageError("--issue takes no SOURCE: editions are issued from the record. `looped import` it first.")
        return issue(request, sure=given.yes)
    from looped.publishing.making import make

    if given.source is None:
        from looped.cli.recorded import as_set, published, recorded

        opened = recorded(request.as_at)
        request = as_set(request)
        return make(published(request) if request.disclosure else request, opened)
    require_guard_of(given.source)
    return make(request)


def request_of(given: argparse.Namespace) -> "Request":
    """What was asked for on the command line. Raises: UsageError where it makes no sense."""
    from looped.figures.moments import now
    from looped.publishing.request import Request

    first, last = period_of(given)
    if not given.disclosure and (given.small or given.published):
        raise UsageError("--small and --published are for an edition for publication: add --disclosure.")
    if given.yes and not given.issue:
        raise UsageError("--yes answers what --issue asks: add --issue.")
    if given.disclosure and given.since:
        raise UsageError("--disclosure takes no --since: a list of what changed by little would give it away.")
    return Request(
        source=given.source,
        first=first,
        last=last,
        as_at=moment_of(given.as_at) or now(),
        since=moment_of(given.since),
        out=Path(given.out or f"report-{first}-to-{last}"),
        formats=_formats(given.formats),
        organisation=os.environ.get("LOOPED_COUNCIL", Request.organisation),
        disclosure=given.disclosure,
        small=given.small or SMALL,
        published=tuple(map(_text, given.published)),
        xmr_rules=given.xmr_rules,
    )


def _text(name: str) -> str:
    try:
        return Path(name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"--published {name} can't be read. Give the report.json of the published report.") from error


def _small(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= MOST_SMALL:
        raise argparse.ArgumentTypeError(f"a count from 1 to {MOST_SMALL}, not {text!r}")
    return int(text)


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
    parser.add_argument("--yes", action="store_true", help="with --issue: don't ask whether it is meant")
    parser.add_argument("--formats", default=ALL, metavar="LIST", help=f"any of {ALL} (all by default)")
    parser.add_argument("--disclosure", action="store_true", help="an edition for publication: small counts withheld")
    parser.add_argument(
        "--small", type=_small, metavar="N", help=f"with --disclosure: small is 1 to N ({SMALL} by default)"
    )
    parser.add_argument(
        "--published",
        action="append",
        default=[],
        metavar="FILE",
        help="with --disclosure: the report.json of a report published before, to be held together with this one; "
        "may be given again",
    )
    parser.add_argument(
        "--xmr-rules",
        choices=tuple(DIALECTS),
        help=f"whose rules of Making Data Count the XmR chart follows ({DEFAULT}, or as the record's settings say)",
    )
    parser.add_argument("--out", metavar="DIR", help="where to write; by default report-FIRST-to-LAST")
    return parser
