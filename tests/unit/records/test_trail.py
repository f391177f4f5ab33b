"""The trail: whatever is changed, cut or written anew is found, and the first bad event named."""

import random
from datetime import UTC, datetime

import pytest
from django.db import connection, transaction

from looped.records import trail
from looped.records.guarding import lifted
from looped.records.models import Event
from looped.records.trail import START, Fault, Head, digest_of, verify

MOMENT = datetime(2024, 7, 8, 11, tzinfo=UTC)
COLUMNS = ("deed", "who", "what", "which", "details", "previous", "digest", "recorded_at")


def ten_events():
    """Two chains of five."""
    for number in range(10):
        with transaction.atomic():
            trail.write(
                f"chain {number % 2}",
                deed=f"d{number}",
                who="p-1",
                what="import returns",
                which=f"file:{number}",
                details={"taken": number, "why": "é"},
                moment=MOMENT,
            )


def by_hand(statement, *values):
    """As somebody would who may do all with the database."""
    with lifted(connection), connection.cursor() as cursor:
        cursor.execute(statement, values)


def test_events_follow_each_other(record):
    """Numbers from 1, each with the digest before it."""
    ten_events()

    first, second = Event.objects.filter(chain="chain 1").order_by("number")[:2]
    assert (first.number, first.previous, second.number, second.previous) == (1, START, 2, first.digest)
    heads, faults = verify()
    assert [(head.chain, head.number) for head in heads] == [("chain 0", 5), ("chain 1", 5)]
    assert faults == []
    assert [event.deed for event in trail.events()] == [f"d{number}" for number in range(10)]


@pytest.mark.parametrize("column", COLUMNS)
def test_a_changed_event_is_named(record, column):
    """Every column is covered by the digest."""
    ten_events()
    changed = "2020-01-01 00:00:00.000000" if column == "recorded_at" else "forged"
    by_hand(f"UPDATE records_event SET {column} = %s WHERE chain = 'chain 1' AND number = 3", changed)

    faults = verify()[1]

    assert [(fault.chain, fault.number) for fault in faults] == [("chain 1", 3)]


def test_a_deleted_moved_or_inserted_event_is_named(record):
    """The one after it no longer follows."""
    ten_events()
    by_hand("DELETE FROM records_event WHERE chain = 'chain 0' AND number = 2")
    by_hand("UPDATE records_event SET chain = 'chain 2' WHERE chain = 'chain 1' AND number = 5")

    assert verify()[1] == [
        Fault("chain 0", 3, "an event before it is missing"),
        Fault("chain 2", 5, "an event before it is missing"),
    ]


def test_a_cut_tail_is_found_by_a_head_noted_earlier(record):
    """The chain alone can't show that its end is gone; a note kept elsewhere can."""
    ten_events()
    noted = tuple(verify()[0])
    by_hand("DELETE FROM records_event WHERE chain = 'chain 1' AND number > 3")

    assert verify()[1] == []
    assert verify(noted)[1] == [Fault("chain 1", 5, "this event was noted earlier and is gone")]


def test_a_chain_written_anew_is_found_by_a_head_noted_earlier(record):
    """All digests made to fit again, by somebody with all rights."""
    ten_events()
    noted = tuple(verify()[0])
    before = START
    for event in Event.objects.filter(chain="chain 1").order_by("number"):
        event.who, event.previous = "p-2", before
        before = digest_of(event)
        by_hand(
            "UPDATE records_event SET who = 'p-2', previous = %s, digest = %s WHERE id = %s",
            event.previous,
            before,
            event.id,
        )

    assert verify()[1] == []
    assert verify(noted)[1] == [Fault("chain 1", 5, "it isn't the event that was noted earlier")]


def test_going_on_after_a_note_is_no_fault(record):
    """A chain that has grown still holds the head that was noted."""
    ten_events()
    noted = tuple(verify()[0])
    with transaction.atomic():
        trail.write("chain 1", deed="d99", who="p", what="x", which="y", details={}, moment=MOMENT)

    heads, faults = verify(noted)
    assert faults == []
    assert Head("chain 1", 6, Event.objects.get(deed="d99").digest) in heads


def test_random_tampering_is_always_found(sqlite_record):
    """Two hundred changes of one character somewhere."""
    ten_events()
    chance = random.Random(7)
    for _ in range(200):
        event = chance.choice(list(Event.objects.all()))
        column = chance.choice(["who", "what", "which", "details", "digest", "previous"])
        value = getattr(event, column)
        place = chance.randrange(len(value))
        forged = value[:place] + chr((ord(value[place]) + 1) % 120 + 1) + value[place + 1 :]
        by_hand(f"UPDATE records_event SET {column} = %s WHERE id = %s", forged, event.id)
        assert [(fault.chain, fault.number) for fault in verify()[1]] == [(event.chain, event.number)]
        by_hand(f"UPDATE records_event SET {column} = %s WHERE id = %s", value, event.id)
    assert verify()[1] == []
