"""`looped report --issue`: made from its moment first, then stored as the next edition, then written."""

import getpass
import json
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from looped.cli.recorded import recorded
from looped.errors import LoopedError

if TYPE_CHECKING:
    from looped.publishing.request import Made, Request


def issue(request: "Request") -> "Made":
    """Issue the report as the next edition and write its files.

    Without a moment to compare with, the last edition of the same period is taken, of those as at no later a moment.
    Raises: LoopedError where anything was recorded up to its moment while it was made; nothing is written then.
    """
    from looped.publishing.making import prepare, write
    from looped.publishing.request import Made

    opened = recorded(request.as_at)
    from looped.records.queries.editions import editions, last_edition
    from looped.records.queries.extent import extent
    from looped.renderers.json_tree import render
    from looped.workflow.deeds import in_utc
    from looped.workflow.issuing import issue_edition

    last = last_edition(request.first, request.last, request.as_at)
    since = request.since or (last.as_at if last else None)
    number = len(editions()) + 1
    counted = extent(in_utc(request.as_at))
    drawn = prepare(replace(request, since=since, status=f"Edition {number}"), opened)
    figures = json.dumps([asdict(row) for row in drawn.figures])
    issued = issue_edition(
        by=getpass.getuser(),
        first=request.first,
        last=request.last,
        as_at=request.as_at,
        figures=figures,
        tree=render(drawn.report).decode(),
        counted=counted,
    )
    if issued.number != number:
        raise LoopedError(f"Edition {number} was issued by somebody else meanwhile. Make this one again.")
    return Made(write(drawn, request.out), drawn.report, drawn.problems, drawn.skipped)
