"""What every deed is made in: one transaction, one moment, one event of the trail."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import Any

from django.db import connection, transaction

from looped.errors import LoopedError
from looped.records import trail
from looped.records.event import Event
from looped.records.people import person
from looped.workflow.log import told

# As far as clocks are set back in ordinary life.
SET_BACK = timedelta(minutes=5)


@dataclass
class Deed:
    """A deed in the making. The rows it adds carry its `code` and `moment`; which and details go into its event.

    by: the person's identifier or name.  left_undone: nothing had to change, so there is no event.
    """

    code: str
    by: str
    moment: datetime
    which: str = ""
    details: dict[str, Any] = field(default_factory=dict)
    left_undone: bool = False

    @cached_property
    def who(self) -> str:
        """Identifier of whoever does it. A name not met before is recorded only when it is asked for."""
        return person(self.by, self.moment)


@contextmanager
def deed(what: str, *, by: str, chain: str, now: datetime | None = None, alone: bool = False) -> Iterator[Deed]:
    """One transaction with its moment and, at its end, its event.

    what: the deed's name in the trail.  by: a person's identifier or name.  now: its moment, for tests.
    alone: no other deed may be under way meanwhile (imports, editions, erasures).
    """
    with transaction.atomic():
        _wait_for_turn(alone)
        # After the wait: what is recorded later is never given an earlier moment than an edition that it waited for.
        moment = in_utc(now) if now else _clock()
        doing = Deed(secrets.token_hex(16), by, moment)
        yield doing
        if not doing.left_undone:
            trail.write(
                chain,
                deed=doing.code,
                who=doing.who,
                what=what,
                which=doing.which,
                details=doing.details,
                moment=moment,
            )
            line = {"deed": what, "which": doing.which, "who": doing.who}
            # Once it is done; what was rolled back never happened.
            transaction.on_commit(lambda: told("deed", **line))


def in_utc(moment: datetime) -> datetime:
    """A moment with its zone; one without is UTC, as the tables have it."""
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def _clock() -> datetime:
    """This moment, never before the last deed's: a clock set back a little doesn't turn the order of recording round.

    Raises: LoopedError where it was set back by more.
    """
    now = datetime.now(UTC)
    last = Event.objects.order_by("-id").values_list("recorded_at", flat=True).first() or now
    if last - now > SET_BACK:
        raise LoopedError(
            f"This machine's clock says {now:%d/%m/%Y %H:%M} UTC, and the last deed on record is of "
            f"{last:%d/%m/%Y %H:%M} UTC. Set the clock right; nothing was recorded."
        )
    return max(now, last)


def _wait_for_turn(alone: bool) -> None:
    # SQLite's immediate transactions are alone already.
    if connection.vendor == "postgresql":
        lock = "pg_advisory_xact_lock" if alone else "pg_advisory_xact_lock_shared"
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {lock}(1, 0)")
