"""An audit in hand as the rule of visibility knows it."""

from looped.loop.visibility import AuditFacts, Part
from looped.records.in_hand import AuditInHand


def facts_of(row: AuditInHand) -> AuditFacts:
    """Nothing but what the rule needs."""
    return AuditFacts(
        looped=row.looped,
        stage=row.stage,
        service_area=row.service_area,
        team=row.team,
        lead=row.lead,
        second=row.second,
        given=given(row),
        practitioner=row.practitioner,
        team_manager=row.team_manager,
        former=frozenset(row.former),
        moderators=frozenset(row.moderators),
    )


def given(row: AuditInHand) -> frozenset[Part]:
    """Whose returns are in."""
    found: set[Part] = set()
    if row.lead_in:
        found.add("lead")
    if row.second_in:
        found.add("second")
    return frozenset(found)
