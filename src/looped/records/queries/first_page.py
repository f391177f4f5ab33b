"""Everyone's first page: their own work. What is due, what came back, what was settled and learnt."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import Q

from looped.access.roles import stands
from looped.loop.stages import ENDED
from looped.loop.visibility import MODERATED_AT, Viewer
from looped.records.in_hand import AuditInHand
from looped.records.people import chunks
from looped.records.queries.audit_rows import Seen, rows_of, visible
from looped.records.queries.concerns import ConcernView, concerns_for
from looped.records.queries.shown import AuditRow
from looped.records.settlement import Learning, Meeting

# What was settled longer ago is found on boards, not on the first page.
NEWS = timedelta(days=90)


@dataclass(frozen=True)
class FirstPage:
    """due: to write.  came_back: to write again.  waiting: handed in, and not yet open.  settle: to accept, or to meet.

    moderate: to moderate.  learnt: settled lately, the newest first.
    meetings: when one was arranged.  learning: the note to the viewer. Both by audit.
    """

    due: tuple[AuditRow, ...]
    came_back: tuple[AuditRow, ...]
    waiting: tuple[AuditRow, ...]
    settle: tuple[AuditRow, ...]
    moderate: tuple[AuditRow, ...]
    learnt: tuple[AuditRow, ...]
    concerns: tuple[ConcernView, ...]
    meetings: dict[str, datetime] = field(default_factory=dict)
    learning: dict[str, str] = field(default_factory=dict)


def first_page(viewer: Viewer) -> FirstPage:
    """The viewer's own work."""
    seen = visible(viewer, AuditInHand.objects.filter(_mine(viewer)).exclude(stage__in=ENDED))
    rows = rows_of(viewer, seen)
    open_ = [each for each in seen if each.sight.returns and not each.facts.sealed]
    reading = [row for row in rows if row.own and row.stage == "with_auditors"]
    by_state = {state: tuple(row for row in reading if row.own and row.own.state == state) for state in STATES}
    learnt = sorted((row for row in rows if row.settled_at), key=lambda row: str(row.settled_at), reverse=True)
    return FirstPage(
        due=tuple(row for row in reading if row.own and row.own.state in ("not_started", "started")),
        came_back=by_state["came_back"],
        waiting=(*by_state["submitted"], *(row for row in rows if row.own and row.stage == "returned")),
        settle=tuple(row for row in rows if row.part and row.stage in ("to_settle", "meeting")),
        moderate=tuple(row for row in rows if "moderate" in row.may),
        learnt=tuple(learnt),
        concerns=concerns_for(viewer),
        meetings=meetings_of(open_),
        learning=_learning(viewer, seen),
    )


def meetings_of(seen: Iterable[Seen]) -> dict[str, datetime]:
    """When the last meeting arranged over each of these audits begins. For audits that lie open to the viewer."""
    waiting = [each.row.audit for each in seen if each.row.stage in MODERATED_AT]
    found: dict[str, datetime] = {}
    for chunk in chunks(sorted(waiting)):
        found.update(Meeting.objects.filter(audit__in=chunk).order_by("id").values_list("audit", "starts"))
    return found


def _learning(viewer: Viewer, seen: list[Seen]) -> dict[str, str]:
    told = [each.row.audit for each in seen if each.sight.part in each.sight.learning]
    parts = {each.row.audit: each.sight.part for each in seen}
    rows = Learning.objects.filter(audit__in=told).order_by("id").values_list("audit", "part", "words")
    return {audit: words for audit, part, words in rows if part == parts[audit]}


STATES = ("came_back", "submitted")


def _mine(viewer: Viewer) -> Q:
    """Audits that can be of the viewer's own work. What of each may be seen, the rule decides."""
    teams = [each.team for each in viewer.holdings if each.role == "team_manager" and stands(each, viewer.at)]
    lately = Q(stage="settled", settled_at__gte=viewer.at - NEWS)
    mine = Q(lead=viewer.person) | Q(second=viewer.person)
    found = (mine & ~Q(stage="settled")) | (lately & (mine | Q(practitioner=viewer.person) | Q(team__in=teams)))
    return found | Q(stage__in=MODERATED_AT) if viewer.may_anywhere("audit.moderate") else found
