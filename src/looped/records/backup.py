"""Backup and restore of the embedded database, by SQLite's own online copy: consistent while others write."""

import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import DatabaseError, connection, connections

from looped.errors import UnreadableError, UsageError
from looped.records.address import embedded
from looped.records.erasure import Erasure
from looped.records.event import Event
from looped.records.fingerprint import changed_deeds
from looped.records.grading import Grading
from looped.records.guarding import differences
from looped.records.opening import lacks_sign_in, make_place, open_to_read, open_to_write
from looped.records.trail import verify

# Seconds to wait for whoever writes just now.
WAIT = 20.0
BUSY = (5, 6)  # SQLite's codes: busy, locked


@dataclass(frozen=True)
class Facts:
    """What a copy holds. first_event: digest of the very first event; two records with the same are one record."""

    gradings: int
    events: int
    first_event: str | None


@dataclass(frozen=True)
class Restored:
    """What a restore did. kept: where the record before is; warrants: its erasures that the backup doesn't have.

    stranger: the record before was another record, so its erasures name other rows.
    closed, no_factor: accounts of the same record before, by number: closed ones, and those without a second factor.
    """

    facts: Facts
    kept: Path | None
    warrants: tuple[tuple[str, int, str], ...]
    stranger: bool
    closed: frozenset[int] = frozenset()
    no_factor: frozenset[int] = frozenset()


def back_up(path: Path) -> Facts:
    """Copy the record to `path` and read the copy back.

    Raises: UsageError on PostgreSQL, or where the file exists; UnreadableError where the copy isn't whole.
    """
    _require_embedded("pg_dump --format=custom", "Back it up with")
    if path.exists():
        raise UsageError(f"{path} exists already. Name another file.")
    open_to_read()
    beside = path.with_name(f"{path.name}.part")
    try:
        _copy(Path(connection.settings_dict["NAME"]), beside)
        facts = read_back(beside)
        beside.rename(path)
    except OSError as error:
        raise UsageError(f"{path} can't be written: {error.strerror}.") from error
    finally:
        beside.unlink(missing_ok=True)
    return facts


def restore(path: Path, *, replace: bool) -> Restored:
    """Put a backup in the place of the record, all or nothing. What stood there is kept beside it.

    Raises: UsageError on PostgreSQL, or where there is a record and `replace` isn't said; UnreadableError where the
    file isn't a whole backup of this version.
    """
    _require_embedded("pg_restore", "Restore it with")
    facts = read_back(path)
    live = Path(connection.settings_dict["NAME"])
    kept, before = None, None
    if live.exists():
        if not replace:
            raise UsageError(f"There is a record at {live}. Add --replace to put the backup in its place.")
        before = _facts(connection.alias)
        kept = live.with_name(f"before-restore-{datetime.now(UTC):%Y%m%dT%H%M%S}.sqlite3")
        _copy(live, kept)
    same = bool(before and before.first_event == facts.first_event)
    warrants = _warrants(path) if same else ()
    closed, no_factor = _accounts() if same else (frozenset(), frozenset())
    connection.close()
    make_place(live)
    _copy(path, live)
    open_to_write()  # makes the tables of sign-in where no command had needed them when the copy was made
    return Restored(facts, kept, warrants, bool(before and before.events and not same), closed, no_factor)


def shut_again(restored: Restored) -> None:
    """Doors of sign-in that were shut since that backup; none where sign-in isn't loaded."""
    if apps.is_installed("django.contrib.auth"):
        from looped.records.accounts import after_restore

        after_restore(restored.closed, restored.no_factor)


def read_back(path: Path) -> Facts:
    """What a copy holds, once it is known to be whole: pages, links, guard, tables of this version, trail.

    Raises: UnreadableError that says what is wrong.
    """
    if path.is_dir():
        raise UnreadableError(f"{path}: this is a folder. Name the file that `looped backup` wrote.")
    if not path.is_file():
        raise UnreadableError(f"{path}: there is no such file.")
    with _opened(path) as alias:
        try:
            wrong = _wrong(alias)
        # Of a damaged file SQLite's own words may hold bytes that are no text.
        except (DatabaseError, UnicodeDecodeError) as error:
            raise UnreadableError(f"{path} is not a backup of looped: {error}.") from error
        if wrong:
            raise UnreadableError(f"{path} is not a whole backup of this version: {wrong}.")
        return _facts(alias)


def _wrong(alias: str) -> str:
    from django.db.migrations.executor import MigrationExecutor

    with connections[alias].cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        said = cursor.fetchone()[0]
        if said != "ok":
            return f"it is damaged ({str(said).splitlines()[-1]})"
        cursor.execute("PRAGMA foreign_key_check")
        if cursor.fetchone():
            return "rows in it have lost what they belong to"
    executor = MigrationExecutor(connections[alias])
    if executor.migration_plan(executor.loader.graph.leaf_nodes()) and not lacks_sign_in(connections[alias]):
        return "its tables are of an earlier version"
    guard = differences(connections[alias])
    return guard[0] if guard else _untrue(alias)


def _untrue(alias: str) -> str:
    """What the trail finds: an event, or gradings that aren't as they were recorded."""
    faults = verify(using=alias)[1]
    if faults:
        return f"{faults[0].chain}, event {faults[0].number}: {faults[0].what}"
    return "gradings in it aren't as they were recorded" if changed_deeds(alias) else ""


def _facts(alias: str) -> Facts:
    first = Event.objects.using(alias).order_by("id").first()
    events = Event.objects.using(alias).count()
    return Facts(Grading.objects.using(alias).count(), events, first.digest if first else None)


def _warrants(path: Path) -> tuple[tuple[str, int, str], ...]:
    """Erasures of the record that a backup of it doesn't have: table, row, why."""
    columns = ("row_table", "row_id", "why")
    with _opened(path) as alias:
        held = set(Erasure.objects.using(alias).values_list("row_table", "row_id"))
    now = Erasure.objects.order_by("id").values_list(*columns)
    return tuple((table, row, why) for table, row, why in now if (table, row) not in held)


def _accounts() -> tuple[frozenset[int], frozenset[int]]:
    """Accounts closed now, and those without a second factor; none where there are no accounts yet."""
    if not apps.is_installed("django.contrib.auth") or lacks_sign_in(connection):
        return frozenset(), frozenset()
    from looped.records.accounts import closed_users, users_without_factor

    return closed_users(), users_without_factor()


def _copy(source: Path, target: Path) -> None:
    from pysqlite3 import dbapi2

    if not target.exists():
        target.touch(mode=0o600)
    try:
        with (
            closing(dbapi2.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)) as reader,
            closing(dbapi2.connect(target, timeout=WAIT)) as writer,
        ):
            reader.backup(writer, progress=_patience(dbapi2.OperationalError), sleep=0.05)
            if writer.execute("PRAGMA journal_mode").fetchone()[0] == "wal" and target.suffix == ".part":
                # A backup is one file, readable from where nothing can be written.
                writer.execute("PRAGMA journal_mode = DELETE")
    except dbapi2.DatabaseError as error:
        raise UnreadableError(f"{source} can't be copied to {target}: {error}.") from error


def _patience(error: type[Exception]) -> Callable[[int, int, int], None]:
    """By itself the copying waits for ever while somebody writes."""
    until = time.monotonic() + WAIT

    def told(status: int, _remaining: int, _total: int) -> None:
        if status in BUSY and time.monotonic() > until:
            raise error("database is locked")

    return told


@contextmanager
def _opened(path: Path) -> Iterator[str]:
    """The alias of a Django connection to a file, to read from it."""
    alias = f"copy:{path}"
    settings: dict[str, Any] = embedded(path)
    settings["NAME"] = f"{path.resolve().as_uri()}?mode=ro"
    settings["OPTIONS"] = {"uri": True}
    connections.settings[alias] = connections.configure_settings({"default": settings})["default"]
    try:
        yield alias
    finally:
        connections[alias].close()
        del connections[alias]
        del connections.settings[alias]


def _require_embedded(program: str, what: str) -> None:
    if connection.vendor != "sqlite":
        raise UsageError(f"The record is in PostgreSQL. {what} PostgreSQL's own {program}: docs/operate.md says how.")
