"""An auditor's own draft."""

from dataclasses import dataclass
from datetime import datetime

from looped.loop.doors import doors
from looped.loop.visibility import Part, Viewer, see
from looped.records.in_hand import AuditInHand, DraftField
from looped.records.queries.audit_rows import references, rounds_of, why_back
from looped.records.queries.facts import facts_of
from looped.records.queries.shown import RoundRow
from looped.records.round import Round


@dataclass(frozen=True)
class Typed:
    """One field as saved."""

    text: str
    version: int


@dataclass(frozen=True)
class DraftView:
    """What the viewer typed, of which audit. last_page: where they stopped.  came_back: why it was given back.

    case None: erased.  family: the family's words are the viewer's to record.
    """

    audit: str
    case: str | None
    service_area: str
    team: str
    looped: bool
    round: RoundRow
    part: Part
    family: bool
    fields: dict[str, Typed]
    saved_at: datetime | None
    last_page: str | None
    came_back: str | None


def framework_named(audit: str) -> str | None:
    """The framework by which an audit is graded, None where there is no such audit. For reading a form, not to show."""
    round_ = AuditInHand.objects.filter(audit=audit).values("round")
    return Round.objects.filter(round__in=round_).values_list("framework", flat=True).first()


def draft_of(viewer: Viewer, audit: str) -> DraftView | None:
    """The viewer's own draft of a return that isn't in, or None."""
    row = AuditInHand.objects.filter(audit=audit).first()
    if row is None:
        return None
    facts = facts_of(row)
    sight = see(facts, viewer)
    if not sight.writes or sight.part is None or sight.part in facts.given or row.stage != "with_auditors":
        return None
    rows = list(DraftField.objects.filter(audit=audit, person=viewer.person).order_by("saved_at", "id"))
    last = rows[-1] if rows else None
    return DraftView(
        audit,
        references([row.case]).get(row.case),
        row.service_area,
        row.team,
        row.looped,
        rounds_of({row.round})[row.round],
        sight.part,
        "record_feedback" in doors(facts, sight),
        {each.field: Typed(each.text, each.version) for each in rows},
        last.saved_at if last else None,
        last.field.partition(".")[0] if last else None,
        why_back(viewer.person, [audit]).get(audit),
    )
