"""`looped report --issue`: made from its moment first, then stored as the next edition, then written."""

import getpass
from typing import TYPE_CHECKING

from looped.cli.recorded import as_set, recorded

if TYPE_CHECKING:
    from looped.publishing.request import Made, Request


def issue(request: "Request") -> "Made":
    """Issue the report as the next edition and write its files.

    Raises: LoopedError where anything was recorded up to its moment while it was made; nothing is written then.
    """
    from looped.publishing.making import write
    from looped.publishing.request import Made

    opened = recorded(request.as_at)
    from looped.workflow.issuing_report import issue_report

    drawn, _ = issue_report(by=getpass.getuser(), request=as_set(request), opened=opened)
    return Made(write(drawn, request.out), drawn.report, drawn.problems, drawn.skipped, drawn.exposed, drawn.empty)
