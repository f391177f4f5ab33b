"""Issuing a report: it is made from its moment first, outside of any transaction, then stored by a short deed."""

import json
from dataclasses import asdict, replace
from datetime import date

from looped.publishing.making import prepare
from looped.publishing.opening import Opened
from looped.publishing.request import Drawn, Request
from looped.records.queries.editions import Issued, editions, last_edition, published_trees
from looped.records.queries.extent import extent
from looped.renderers.json_tree import render
from looped.workflow.deeds import in_utc
from looped.workflow.issuing import issue_edition


def issue_report(
    *, by: str, request: Request, opened: Opened, board: str | None = None, for_date: date | None = None
) -> tuple[Drawn, Issued]:
    """Make the report that was asked for and store it as the next edition. Nothing is written to files here.

    Without a moment to compare with, the last edition of the same period is taken, of those as at no later a moment.
    One for publication is compared with none, and held together with all those issued for publication before.
    opened: the record, with its words as at the request's moment.  board, for_date: whom it is for, and when.
    Raises: LoopedError where anything was recorded up to its moment, or another edition issued, while it was made;
    UsageError as `issue_edition`.
    """
    last = last_edition(request.first, request.last, request.as_at)
    since = request.since or (last.as_at if last else None)
    number = len(editions()) + 1
    counted = extent(in_utc(request.as_at))
    if request.disclosure:
        request, since = replace(request, published=(*published_trees(), *request.published)), None
    drawn = prepare(replace(request, since=since, status=f"Edition {number}"), opened)
    issued = issue_edition(
        by=by,
        first=request.first,
        last=request.last,
        as_at=request.as_at,
        figures=json.dumps([asdict(row) for row in drawn.figures]),
        tree=render(drawn.report).decode(),
        counted=counted,
        number=number,
        board=board,
        for_date=for_date,
    )
    return drawn, issued
