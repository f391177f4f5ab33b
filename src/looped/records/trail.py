"""The trail: each deed writes one event in its own transaction, chained by hashes within its chain.

A chain is one audit's, or one kind of work's ("imports", "editions", "erasures"), so that one can be checked alone
and writers of different audits don't wait for each other. Events hold identifiers and counts, never names or words:
erasing a name leaves every chain as it was.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection

from looped.records.columns import moment_text
from looped.records.event import Event

START = "0" * 64


@dataclass(frozen=True)
class Fault:
    """The first event of a chain that isn't as it was written, and what is wrong with it."""

    chain: str
    number: int
    what: str


@dataclass(frozen=True)
class Head:
    """The last event of a chain. Kept off the machine, it shows later whether the chain was cut or written anew."""

    chain: str
    number: int
    digest: str


def write(
    chain: str, *, deed: str, who: str, what: str, which: str, details: dict[str, Any], moment: datetime
) -> Event:
    """Add one event to the end of its chain. Called inside the deed's transaction.

    who: a person's identifier.  which: identifiers of what it was done to.  details: counts and codes.
    """
    _hold(chain)
    last = Event.objects.filter(chain=chain).order_by("-number").values_list("number", "digest").first()
    number, previous = last or (0, START)
    event = Event(
        chain=chain,
        number=number + 1,
        deed=deed,
        who=who,
        what=what,
        which=which,
        details=json.dumps(details, sort_keys=True, ensure_ascii=False),
        previous=previous,
        recorded_at=moment,
    )
    event.digest = digest_of(event)
    event.save(force_insert=True)
    return event


def digest_of(event: Event) -> str:
    """SHA-256 over everything the event says, the digest before it included."""
    said = [
        event.chain,
        event.number,
        event.previous,
        event.deed,
        event.who,
        event.what,
        event.which,
        event.details,
        moment_text(event.recorded_at),
    ]
    return hashlib.sha256(json.dumps(said, ensure_ascii=True).encode()).hexdigest()


def verify(known: tuple[Head, ...] = (), using: str = "default") -> tuple[list[Head], list[Fault]]:
    """Read every chain from its start: the heads now, and the first fault of each chain that has one.

    known: heads noted earlier. A chain that no longer holds one of them was cut or written anew.
    using: which connection of Django's.
    """
    heads: dict[str, Head] = {}
    faults: dict[str, Fault] = {}
    noted = {(head.chain, head.number): head.digest for head in known}
    for event in Event.objects.using(using).order_by("chain", "number").iterator(chunk_size=5000):
        wrong = _wrong(event, heads.get(event.chain), noted.pop((event.chain, event.number), None))
        if wrong:
            faults.setdefault(event.chain, Fault(event.chain, event.number, wrong))
        heads[event.chain] = Head(event.chain, event.number, event.digest)
    for chain, number in noted:
        faults.setdefault(chain, Fault(chain, number, "this event was noted earlier and is gone"))
    return list(heads.values()), [faults[chain] for chain in sorted(faults)]


def _wrong(event: Event, before: Head | None, noted: str | None) -> str:
    if event.number != (before.number + 1 if before else 1):
        return "an event before it is missing"
    if event.previous != (before.digest if before else START):
        return "it doesn't follow from the event before it"
    if event.digest != digest_of(event):
        return "it isn't as it was written"
    return "it isn't the event that was noted earlier" if noted not in (None, event.digest) else ""


def events() -> Iterator[Event]:
    """Every event, in the order of recording."""
    return Event.objects.order_by("id").iterator(chunk_size=5000)


def _hold(chain: str) -> None:
    # SQLite has one writer at a time anyway; on PostgreSQL two deeds on one chain wait for each other.
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(2, hashtext(%s))", [chain])
