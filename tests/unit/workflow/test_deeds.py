"""Every deed: keyword-only, `by=`, one event in its own transaction."""

import importlib
import inspect
import pkgutil
from datetime import UTC, datetime, timedelta

import pytest

import looped.workflow
from looped.errors import LoopedError
from looped.records.models import Event, PersonName
from looped.records.people import person
from looped.workflow.deeds import deed, in_utc

# `deed` is what they are made in; `issue_report` makes a report first, then calls the deed that stores it;
# `first_to_sign_in` makes an account within `first_administrator`.
NOT_DEEDS = {"deed", "first_to_sign_in", "issue_report"}


def deeds():
    """Every public function of the room that takes `by`."""
    for module in pkgutil.iter_modules(looped.workflow.__path__, "looped.workflow."):
        if module.ispkg:
            continue
        for name, function in inspect.getmembers(importlib.import_module(module.name), inspect.isfunction):
            own = function.__module__ == module.name and not name.startswith("_") and name not in NOT_DEEDS
            if own and "by" in inspect.signature(function).parameters:
                yield function


def test_there_are_deeds():
    """The reading finds them."""
    assert {"import_returns", "issue_edition", "erase_case"} <= {function.__name__ for function in deeds()}


@pytest.mark.parametrize("function", list(deeds()), ids=lambda function: function.__name__)
def test_each_takes_keywords_alone_and_writes_its_event(function):
    """`by` has no default, and the transaction is `deed`'s."""
    parameters = inspect.signature(function).parameters.values()

    assert {parameter.kind for parameter in parameters} == {inspect.Parameter.KEYWORD_ONLY}
    assert inspect.signature(function).parameters["by"].default is inspect.Parameter.empty
    assert inspect.getsource(function).count("with deed(") == 1


def test_an_identifier_that_stands_is_taken_as_it_is(record):
    """The service knows people by identifier, the command line by name."""
    moment = datetime(2024, 7, 8, tzinfo=UTC)
    identifier = person("Q. Lead", moment)

    assert person(identifier, moment) == identifier
    assert person("Q. Lead", moment) == identifier
    assert PersonName.objects.count() == 1


def test_a_deed_left_undone_leaves_no_event_and_no_name(record):
    """Nothing had to change."""
    with deed("x", by="Nobody", chain="c") as doing:
        doing.left_undone = True

    assert (Event.objects.count(), PersonName.objects.count()) == (0, 0)


def test_moments_without_zone_are_utc():
    """As the tables have them."""
    assert in_utc(datetime(2024, 7, 8, 11)) == datetime(2024, 7, 8, 11, tzinfo=UTC)
    assert in_utc(datetime.fromisoformat("2024-07-08T12:00+01:00")) == datetime(2024, 7, 8, 11, tzinfo=UTC)


def test_an_edition_waits_for_a_recorder(postgresql_record):
    """On PostgreSQL nothing under way can slip behind an edition: a deed alone waits for all others."""
    import psycopg
    from django.db import transaction

    settings = postgresql_record.settings_dict
    address = f"dbname={settings['NAME']} host={settings['HOST']} user={settings['USER']}"
    with psycopg.connect(address) as other:
        with transaction.atomic(), deed("record", by="A", chain="a"):
            with pytest.raises(psycopg.errors.LockNotAvailable):
                other.execute("SET LOCAL lock_timeout = '50ms'")
                other.execute("SELECT pg_advisory_xact_lock(1, 0)")
            other.rollback()
            other.execute("SET LOCAL lock_timeout = '50ms'")
            other.execute("SELECT pg_advisory_xact_lock_shared(1, 0)")
            other.rollback()
        other.execute("SET LOCAL lock_timeout = '50ms'")
        other.execute("SELECT pg_advisory_xact_lock(1, 0)")


def event_at(moment):
    with deed("x", by="Q. Lead", chain="c", now=moment) as doing:
        pass
    return doing


def test_a_clock_set_back_a_little_keeps_the_order(record):
    """The next deed has the last one's moment, and its number tells them apart."""
    ahead = datetime.now(UTC) + timedelta(minutes=3)
    event_at(ahead)

    with deed("y", by="Q. Lead", chain="c") as doing:
        pass

    assert doing.moment == ahead
    assert list(Event.objects.order_by("number").values_list("what", "recorded_at")) == [("x", ahead), ("y", ahead)]


def test_a_clock_set_back_far_is_refused(record):
    """Or what is recorded now would stand behind what it supersedes."""
    event_at(datetime.now(UTC) + timedelta(hours=1))

    with pytest.raises(LoopedError, match="Set the clock right"), deed("y", by="Q. Lead", chain="c"):
        pass

    assert Event.objects.count() == 1
