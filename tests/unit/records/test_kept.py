"""Questions whose SQL is kept answer as Django's own do, on both engines, value after value."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.unit.workflow.service_world import council

from looped.records.account import Account, RoleHeld
from looped.records.queries import people
from looped.records.queries.kept import ask
from looped.workflow.people import end_role

ODD = ("", "nobody", "' or 1=1 --", "100%s", "é")


@pytest.fixture
def world(record):
    return council()


def roles(person):
    """Moments, an empty end, and a role that ended: what a database must read back as it was."""
    return people._held_by(person)


def test_rows_are_those_that_django_reads(world):
    """Each person in turn, so that what was kept of one is never told of another."""
    gone = RoleHeld.objects.filter(role="auditor").earliest("id")

    end_role(by=world.id("Ada"), holding=gone.holding, now=datetime(2026, 11, 1, 9, tzinfo=UTC))
    persons = [*world.people.values(), *ODD]
    found = {person: [tuple(row) for row in ask(roles, person)] for person in persons}

    assert found == {person: list(roles(person)) for person in persons}
    assert any(row[-1] for rows in found.values() for row in rows)
    assert len({repr(rows) for rows in found.values()}) > len(ODD)


def test_an_account_is_known_by_name_and_an_unknown_one_by_nobody(world):
    """Whoever signs in is whom the account was given to; whatever is typed for an account is a value and no SQL."""
    given = dict(Account.objects.values_list("account", "person"))

    assert {account: people.known_as(account)[0] for account in given} == given
    assert {people.known_as(account)[1] for account in given} <= set(world.people)
    assert [people.known_as(account) for account in ODD] == [None] * len(ODD)


def test_one_question_each_time_with_its_value(world):
    """The SQL is kept; who asks is not."""
    with CaptureQueriesContext(connection) as captured:
        ask(roles, world.id("Ann"))
        ask(roles, world.id("Ben"))
        ask(roles, world.id("Ann"))
    first, other, again = (each["sql"] for each in captured.captured_queries)

    assert first == again != other
    assert world.id("Ann") in first
    assert world.id("Ann") not in other


def test_a_question_that_is_not_about_its_value_is_a_mistake(record):
    """It would give everybody the same rows."""
    with pytest.raises(AssertionError, match="about its value"):
        ask(lambda person: RoleHeld.objects.values_list("person"), "p")
