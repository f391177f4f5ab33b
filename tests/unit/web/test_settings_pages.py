"""Settings: what must be set before going live is named, each change is one deed, a wrong value is refused in words."""

import pytest
from tests.signed_in import signed_in
from tests.unit.web.test_people_pages import errors_of

from looped.records.models import Event
from looped.records.queries.settings import settings_now


@pytest.fixture
def lead(world):
    return signed_in(world.id("Queenie"))


def test_everything_can_be_set(world, lead):
    """Each kind of setting, through its own form."""
    assert "Before going live, set:" in lead.get("/settings").content.decode()
    sent = {
        "council": {"value": "Northmere Council"},
        "ring_by_day": {"value": "The front door, 01632 960001"},
        "ring_out_of_hours": {"value": "The night desk, 01632 960002"},
        "alert_minutes": {"value": "15"},
        "hide_names": {"value": "yes"},
        "xmr_rules": {"value": "nhsrplotthedots"},
        "alert_steps": {"rung_0": [world.id("Queenie")], "rung_1": [], "rung_2": [world.id("Di")]},
    }
    for name, values in sent.items():
        assert lead.get(f"/settings/{name}").status_code == 200
        assert lead.post(f"/settings/{name}", values).headers["Location"] == "/settings"

    now = settings_now()
    assert (now.council, now.alert_minutes, now.hide_names) == ("Northmere Council", 15, True)
    assert now.xmr_rules == "nhsrplotthedots"
    assert now.alert_steps == ((world.id("Queenie"),), (world.id("Di"),))
    assert now.missing == ()
    page = lead.get("/settings").content.decode()
    assert "Before going live" not in page
    assert "2. Di Rector" in page
    assert "Those of the R package NHSRplotthedots" in page
    assert Event.objects.filter(what="change setting").count() == len(sent)


@pytest.mark.parametrize(
    ("name", "values", "what"),
    [
        ("council", {"value": " "}, "Council: this can&#39;t be empty."),
        ("alert_minutes", {"value": "2"}, "Minutes before an alert climbs: give a number from 5 to 1440."),
        ("alert_steps", {}, "Who is alerted: choose at least one person for each rung."),
    ],
)
def test_a_wrong_value_is_refused_in_words(lead, name, values, what):
    """And nothing is set."""
    before = settings_now()

    refused = lead.post(f"/settings/{name}", values)

    assert errors_of(refused) == [what]
    assert settings_now() == before


def test_there_is_no_such_setting(lead):
    """An address that somebody made up."""
    assert lead.get("/settings/colour").status_code == 404
