"""The invitation to the meeting over an audit, for the calendars of those who see the audit's returns."""

from dataclasses import dataclass
from datetime import datetime

from looped.loop.visibility import Viewer
from looped.records.in_hand import AuditInHand
from looped.records.queries.audit_rows import references, visible
from looped.records.settlement import Meeting


@dataclass(frozen=True)
class Invitation:
    """The meeting last arranged. case None: erased."""

    meeting: str
    case: str | None
    starts: datetime
    minutes: int
    place: str
    made: datetime


def invitation_to(viewer: Viewer, audit: str) -> Invitation | None:
    """None where none was arranged, or nothing of it may be seen."""
    seen = next(iter(visible(viewer, AuditInHand.objects.filter(audit=audit))), None)
    if seen is None or not seen.sight.returns or seen.facts.sealed:
        return None
    made = Meeting.objects.filter(audit=audit).order_by("id").last()
    if made is None:
        return None
    case = references([seen.row.case]).get(seen.row.case)
    return Invitation(made.meeting, case, made.starts, made.minutes, made.place, made.recorded_at)
