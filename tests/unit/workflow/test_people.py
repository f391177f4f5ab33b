"""People, accounts, roles: who may look after them, and that an ended role is gone at once."""

from datetime import timedelta

import pytest
from tests.unit.workflow.service_world import START, UNTIL, council

from looped.errors import UsageError
from looped.records.models import PersonName, RoleEnded
from looped.records.people import identifiers_of_people
from looped.records.queries.people import account_of, auditors, moderators, names, people, person_of
from looped.workflow.people import (
    add_person,
    end_role,
    first_administrator,
    hold_role,
    link_account,
    place_person,
)
from looped.workflow.refusals import NotThere, TooLate


@pytest.fixture
def world(sqlite_record):
    return council()


def holding(world, name, role):
    row = next(row for row in people(world.viewer("Ada")) if row.person == world.id(name))
    return next(held.holding for held in row.holdings if held.role == role)


def test_the_first_administrator_is_the_first_alone(world):
    """Afterwards only somebody who looks after people adds people."""
    with pytest.raises(TooLate, match="people with roles already"):
        first_administrator(by="Eve", account="99", now=world.now())
    assert not PersonName.objects.filter(name="Eve").exists()
    assert person_of("1") == world.id("Ada")
    assert account_of(world.id("Ada")) == "1"
    assert person_of("99") is None


def test_only_administrators_look_after_people(world):
    """A QA lead doesn't; and to them there is no list."""
    queenie, ann = world.id("Queenie"), world.id("Ann")
    held = holding(world, "Ann", "auditor")
    for deed in (
        lambda: add_person(by=queenie, name="X", now=world.now()),
        lambda: link_account(by=queenie, person=ann, account="x", now=world.now()),
        lambda: place_person(by=queenie, person=ann, service_area="", team="", now=world.now()),
        lambda: hold_role(by=queenie, person=queenie, role="administrator", now=world.now()),
        lambda: end_role(by=queenie, holding=held, now=world.now()),
    ):
        with pytest.raises(NotThere):
            deed()
    assert people(world.viewer("Queenie")) == ()


def test_nobody_unknown_is_given_anything(world):
    """A slip in an address is not there."""
    ada = world.id("Ada")
    for deed in (
        lambda: link_account(by=ada, person="p-none", account="x", now=world.now()),
        lambda: place_person(by=ada, person="p-none", service_area="", team="", now=world.now()),
        lambda: place_person(by=ada, person=ada, service_area="", team="", line_manager="p-none", now=world.now()),
        lambda: hold_role(by=ada, person="p-none", role="auditor", now=world.now()),
        lambda: end_role(by=ada, holding="h-none", now=world.now()),
    ):
        with pytest.raises(NotThere):
            deed()


def test_names_and_accounts_are_one_each(world):
    """Two of one name are told apart by whoever adds them; a name from imported returns is taken to be theirs."""
    ada = world.id("Ada")
    known = identifiers_of_people("council", ["Ima Ported"], START)["Ima Ported"]

    assert add_person(by=ada, name=" Ima Ported ", now=world.now()) == known
    link_account(by=ada, person=known, account="77", now=world.now())
    for name in ("Ima Ported", "Ann First", " "):
        with pytest.raises(UsageError):
            add_person(by=ada, name=name, account="78", now=world.now())
    for person, account in ((known, "79"), (world.people["Bo Reader"], "77")):
        with pytest.raises(UsageError, match="linked already"):
            link_account(by=ada, person=person, account=account, now=world.now())


def test_a_role_names_what_it_needs(world):
    """An area, a team, a day; and a day that is still to come."""
    ada, bo = world.id("Ada"), world.id("Bo")
    for values, match in (
        ({"role": "made_up"}, "Choose a role"),
        ({"role": "moderator"}, "service area"),
        ({"role": "team_manager"}, "team"),
        ({"role": "inspector"}, "ends by itself"),
        ({"role": "inspector", "until": START}, "past"),
    ):
        with pytest.raises(UsageError, match=match):
            hold_role(by=ada, person=bo, **values, now=world.now())
    with pytest.raises(UsageError, match="own line manager"):
        place_person(by=ada, person=bo, service_area="", team="", line_manager=bo, now=world.now())


def test_an_ended_role_is_gone_at_once(world):
    """The next thing its holder asks for knows."""
    held = holding(world, "Queenie", "qa_lead")
    assert world.viewer("Queenie").may("rounds.make")

    end_role(by=world.id("Ada"), holding=held, now=world.now())

    assert not world.viewer("Queenie").may("rounds.make")
    assert auditors(world.viewer("Queenie")) == moderators(world.viewer("Queenie")) == ()
    with pytest.raises(TooLate, match="ended already"):
        end_role(by=world.id("Ada"), holding=held, now=world.now())


def test_somebody_always_looks_after_people(world):
    """The last administrator can't end themselves; the last but one can."""
    ada = world.id("Ada")
    own = holding(world, "Ada", "administrator")
    with pytest.raises(UsageError, match="Nobody else"):
        end_role(by=ada, holding=own, now=world.now())

    hold_role(by=ada, person=world.id("Bo"), role="administrator", now=world.now())
    end_role(by=ada, holding=own, now=world.now())

    assert RoleEnded.objects.count() == 1


def test_who_can_be_chosen(world):
    """By name, with where they stand; those whose role ended are left out."""
    queenie = world.viewer("Queenie")

    assert [(each.name, each.team) for each in auditors(queenie)] == [
        ("Ann First", "Blue"),
        ("Ben Second", "Red"),
        ("Cy Third", "Green"),
        ("Sue Service", ""),
    ]
    assert [each.name for each in moderators(queenie)] == ["Mia Line", "Mo Derator"]
    assert auditors(world.viewer("Ann")) == moderators(world.viewer("Ann")) == ()


def test_the_list_of_people(world):
    """Name, account, place and roles, in the order of names."""
    rows = people(world.viewer("Ada"))
    ines = next(row for row in rows if row.name == "Ines Pector")

    assert [row.name for row in rows] == sorted(row.name for row in rows)
    assert [(held.role, held.until, held.standing) for held in ines.holdings] == [("inspector", UNTIL, True)]
    assert names([ines.person]) == {ines.person: "Ines Pector"}
    late = people(world.viewer("Ada").__class__(world.id("Ada"), world.viewer("Ada").holdings, UNTIL))
    assert not next(row for row in late if row.name == "Ines Pector").holdings[0].standing


def test_an_inspectors_role_ends_by_itself(world):
    """On its day, without a deed."""
    world.moment = UNTIL - timedelta(seconds=1)
    assert world.viewer("Ines").may("board.see")
    world.moment = UNTIL
    assert not world.viewer("Ines").may("board.see")
