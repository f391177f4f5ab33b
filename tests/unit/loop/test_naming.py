"""What stands between an auditor and a case: each way of being near is pointed out, and the nearest first."""

from datetime import UTC, datetime

import pytest

from looped.loop.naming import nearness
from looped.loop.visibility import AuditFacts, Viewer

AT = datetime(2026, 10, 5, tzinfo=UTC)
AUDIT = AuditFacts(
    looped=True,
    stage="to_name",
    team="Amber",
    practitioner="pat",
    team_manager="tam",
    former=frozenset({"fay"}),
)


@pytest.mark.parametrize(
    ("viewer", "near"),
    [
        (Viewer("pat", (), AT, teams=frozenset({"Amber"})), "own"),
        (Viewer("tam", (), AT), "own"),
        (Viewer("mate", (), AT, teams=frozenset({"Amber"}), near=frozenset({"pat"})), "team"),
        (Viewer("boss", (), AT, near=frozenset({"tam"})), "line"),
        (Viewer("fay", (), AT), "former"),
        (Viewer("ann", (), AT, teams=frozenset({"Blue"}), near=frozenset({"ben"})), None),
    ],
)
def test_how_near(viewer, near):
    """Own work before team, team before line, line before an earlier part in it."""
    assert nearness(AUDIT, viewer) == near


def test_nobody_on_record_is_near_to_nobody():
    """Without practitioner, manager and team nothing is known to stand between."""
    assert nearness(AuditFacts(looped=False, stage="to_name"), Viewer("ann", (), AT, near=frozenset({"ben"}))) is None
