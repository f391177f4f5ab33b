"""People are added, placed, given roles and lose them, by whoever looks after people and nobody else."""

from datetime import UTC, datetime

import pytest
from tests.signed_in import signed_in

from looped.records.queries.people import people, viewer_of
from looped.workflow.people import add_person


@pytest.fixture
def admin(world):
    return signed_in(world.id("Ada"))


def errors_of(answer):
    """What the error summary says."""
    import re

    found = re.search(r"govuk-error-summary__list.*?</ul>", answer.content.decode(), re.DOTALL)
    return [" ".join(each.split()) for each in re.findall(r"<a[^>]*>(.*?)</a>", found[0], re.DOTALL)] if found else []


def row_of(world, person):
    viewer = viewer_of(world.id("Ada"), datetime.now(UTC))
    return next(row for row in people(viewer) if row.person == person)


def test_somebody_is_added_placed_and_given_a_role(world, admin):
    """The whole way, as an administrator goes it."""
    added = admin.post("/people/new", {"name": "Nora New"})
    where = added.headers["Location"]
    person = where.rpartition("/")[2]

    assert admin.get(where).status_code == 200
    placed = {"service_area": "Help", "team": "Blue", "line_manager": world.id("Mia")}
    assert admin.post(f"{where}/place", placed).headers["Location"] == where
    assert admin.post(f"{where}/role", {"role": "inspector", "until": "31/3/2099"}).headers["Location"] == where

    row = row_of(world, person)
    assert (row.name, row.service_area, row.team, row.line_manager) == ("Nora New", "Help", "Blue", world.id("Mia"))
    assert [(each.role, each.standing) for each in row.holdings] == [("inspector", True)]
    page = admin.get(where).content.decode()
    assert "31 March 2099 at 11:59pm" in page
    assert "Mia Line" in page

    ended = admin.post(f"{where}/role/{row.holdings[0].holding}/end")
    assert ended.headers["Location"] == where
    assert [each.standing for each in row_of(world, person).holdings] == [False]


def test_what_is_wrong_is_said_and_what_was_typed_stays(world, admin):
    """Each refusal stands in the summary and nothing is lost."""
    taken = admin.post("/people/new", {"name": "Ann First"})
    assert errors_of(taken) == [
        "There is somebody of this name already. Add a middle initial, or the team, to tell them apart."
    ]
    assert 'value="Ann First"' in taken.content.decode()
    assert taken.status_code == 422

    role = f"/people/{world.id('Ann')}/role"
    assert errors_of(admin.post(role, {"role": "moderator"})) == ["Moderator: give the service area, or every area."]
    assert errors_of(admin.post(role, {"role": "inspector", "until": "soon"})) == [
        "Write the last day as in 31/3/2027."
    ]
    manager = admin.post(f"/people/{world.id('Ann')}/place", {"line_manager": world.id("Ann")})
    assert manager.status_code == 422


def test_the_last_administrator_stays(world, admin):
    """Nobody is locked out for good."""
    held = row_of(world, world.id("Ada")).holdings[0].holding

    refused = admin.post(f"/people/{world.id('Ada')}/role/{held}/end")

    assert refused.status_code == 422
    assert "Nobody else looks after people" in refused.content.decode()


def test_what_isn_t_there_isn_t_found(world, admin):
    """A person, or somebody else's role, by a made-up address."""
    theirs = row_of(world, world.id("Ann")).holdings[0].holding

    assert admin.get("/people/p-nobody").status_code == 404
    assert admin.post(f"/people/{world.id('Ben')}/role/{theirs}/end").status_code == 404


def test_the_list_asks_as_often_for_thirty(small_world, django_assert_num_queries):
    """One person more is not one question more."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    admin = signed_in(small_world.id("Ada"))
    with CaptureQueriesContext(connection) as few:
        admin.get("/people")
    for number in range(30):
        add_person(by=small_world.id("Ada"), name=f"Number {number}", account=f"n{number}", now=small_world.now())

    with CaptureQueriesContext(connection) as many:
        answer = admin.get("/people")

    assert "Number 29" in answer.content.decode()
    assert len(many) == len(few)
