"""Everyone's first page: their own work. What is due, what came back, what was settled and learnt."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Q

from looped.access.roles import stands
from looped.loop.stages import ENDED
from looped.loop.visibility import MODERATED_AT, Viewer
from looped.records.in_hand import AuditInHand
from looped.records.queries.audit_rows import audit_rows
from looped.records.queries.concerns import ConcernView, concerns_for
from looped.records.queries.shown import AuditRow

# What was settled longer ago is found on boards, not on the first page.
NEWS = timedelta(days=90)


@dataclass(frozen=True)
class FirstPage:
    """due: to write.  came_back: to write again.  waiting: handed in, and not yet open.  settle: to accept, or to meet.

    moderate: to moderate.  learnt: settled lately, the newest first.
    """

    due: tuple[AuditRow, ...]
    came_back: tuple[AuditRow, ...]
    waiting: tuple[AuditRow, ...]
    settle: tuple[AuditRow, ...]
    moderate: tuple[AuditRow, ...]
    learnt: tuple[AuditRow, ...]
    concerns: tuple[ConcernView, ...]


def first_page(viewer: Viewer) -> FirstPage:
    """The viewer's own work."""
    rows = audit_rows(viewer, AuditInHand.objects.filter(_mine(viewer)).exclude(stage__in=ENDED))
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
    )


STATES = ("came_back", "submitted")


def _mine(viewer: Viewer) -> Q:
    """Audits that can be of the viewer's own work. What of each may be seen, the rule decides."""
    teams = [each.team for each in viewer.holdings if each.role == "team_manager" and stands(each, viewer.at)]
    lately = Q(stage="settled", settled_at__gte=viewer.at - NEWS)
    mine = Q(lead=viewer.person) | Q(second=viewer.person)
    found = (mine & ~Q(stage="settled")) | (lately & (mine | Q(practitioner=viewer.person) | Q(team__in=teams)))
    return found | Q(stage__in=MODERATED_AT) if viewer.may_anywhere("audit.moderate") else found
