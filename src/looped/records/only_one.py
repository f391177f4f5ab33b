"""One at a time of what runs by the clock: whoever comes second is told so at once, and doesn't wait."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection


@contextmanager
def only_one(what: str) -> Iterator[bool]:
    """Gives whether nobody else is at it. However the process ends, its turn ends with it.

    what: a file's name, as in "tick".  On PostgreSQL it holds for all machines, by a lock of the session (so the
    address must not lead through a pool that shares sessions out by transaction).
    """
    holding = _postgresql(what) if connection.vendor == "postgresql" else _beside_the_file(what)
    with holding as mine:
        yield mine


@contextmanager
def _postgresql(what: str) -> Iterator[bool]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(4, hashtext(%s))", [what])
        mine = bool(cursor.fetchone()[0])
    try:
        yield mine
    finally:
        if mine:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(4, hashtext(%s))", [what])


@contextmanager
def _beside_the_file(what: str) -> Iterator[bool]:
    # SQLite's own lock would keep auditors from saving; a file beside it is locked instead, on the same machine.
    beside = Path(connection.settings_dict["NAME"]).with_name(f"{what}.lock")
    beside.touch(mode=0o600)
    with beside.open("r+") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        yield True
