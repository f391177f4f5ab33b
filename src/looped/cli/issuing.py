"""`looped report --issue`: asked about first, made from its moment, stored as the next edition, then written."""

import getpass
import sys
from typing import TYPE_CHECKING

from looped.cli.recorded import as_set, recorded
from looped.errors import UsageError

if TYPE_CHECKING:
    from looped.publishing.opening import Opened
    from looped.publishing.request import Made, Request


def issue(request: "Request", *, sure: bool = False) -> "Made":
    """Issue the report as the next edition and write its files. What is still missing is told on standard error.

    sure: don't ask whether it is meant, as is done where somebody sits at a terminal; an edition can't be taken back.
    Raises: UsageError where it isn't meant; LoopedError where anything was recorded up to its moment while it was
    made. Nothing is written then.
    """
    from looped.publishing.making import write
    from looped.publishing.request import Made

    opened = recorded(request.as_at)
    _tell_what_is_missing(request, opened)
    if not sure and sys.stdin.isatty():
        _ask()
    from looped.workflow.issuing_report import issue_report

    drawn, _ = issue_report(by=getpass.getuser(), request=as_set(request), opened=opened)
    return Made(write(drawn, request.out), drawn.report, drawn.problems, drawn.skipped, drawn.exposed, drawn.empty)


def _tell_what_is_missing(request: "Request", opened: "Opened") -> None:
    from looped.publishing.unfinished import unfinished

    for each in unfinished(opened.count(request.as_at), request.first, request.last).told():
        print(each, file=sys.stderr)


def _ask() -> None:
    print("An edition can’t be taken back or changed once it is issued. Issue it? [y/N] ", end="", file=sys.stderr)
    if sys.stdin.readline().strip().lower() not in ("y", "yes"):
        raise UsageError("Nothing was issued.")
