"""Opening the record: made by the first command that writes, refused where it isn't as it must be."""

import os
import subprocess
import sys

import pytest
from django.db import connection
from tests.records_fixtures import point_at
from tests.unit.records.rows import a_row_in_each_table

from looped.errors import LoopedError
from looped.records.address import embedded
from looped.records.guarding import differences
from looped.records.opening import open_to_read, open_to_write


def sql(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.slow
def test_the_first_that_writes_makes_it(tmp_path):
    """Folder and file for its owner alone, tables and guard in place."""
    path = tmp_path / "home" / "looped.sqlite3"
    with point_at(embedded(path)):
        assert differences(open_to_write()) == []
        a_row_in_each_table()
        assert {each.name: each.stat().st_mode & 0o777 for each in path.parent.iterdir()} == {
            "looped.sqlite3": 0o600,
            "looped.sqlite3-wal": 0o600,
            "looped.sqlite3-shm": 0o600,
        }
        open_to_write()
    assert path.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.slow
def test_tables_of_sign_in_are_added_to_a_record_made_without_them(tmp_path):
    """Commands that only import know nothing of sign-in; the pages then add its tables, and those alone."""
    made = "from looped.records.opening import open_to_write; open_to_write()"
    places = {"LOOPED_HOME": str(tmp_path), "DJANGO_SETTINGS_MODULE": "looped.service.settings"}
    subprocess.run([sys.executable, "-c", made], env=os.environ | places, check=True)
    with point_at(embedded(tmp_path / "looped.sqlite3")):
        tables = set(connection.introspection.table_names())
        assert "records_event" in tables and "auth_user" not in tables
        with pytest.raises(LoopedError, match="without the tables of sign-in. Run `looped manage migrate`"):
            open_to_read()
        assert differences(open_to_write()) == []
        assert {"auth_user", "django_session", "mfa_authenticator"} <= set(connection.introspection.table_names())


@pytest.mark.parametrize("app", ["records", "mfa"])
def test_an_app_that_lags_behind_is_not_moved_on_unasked(sqlite_record, app):
    """Only what is wholly missing is added: moving an older record on is the operator's, after a backup."""
    sql(f"DELETE FROM django_migrations WHERE id = (SELECT max(id) FROM django_migrations WHERE app = '{app}')")

    with pytest.raises(LoopedError, match="earlier version"):
        open_to_write()


def test_reading_makes_nothing(tmp_path):
    """It says what makes it."""
    path = tmp_path / "home" / "looped.sqlite3"
    with (
        point_at(embedded(path)),
        pytest.raises(LoopedError, match="There is no record yet at .*`looped import RETURNS`"),
    ):
        open_to_read()
    assert not path.parent.exists()


@pytest.mark.slow
@pytest.mark.postgres
def test_postgresql_is_made_too(postgresql_cluster, tmp_path):
    """An empty database gets its tables from the first command that writes."""
    from tests.records_fixtures import settings_of

    with point_at(settings_of(postgresql_cluster.create("empty"))):
        with pytest.raises(LoopedError, match="The record is empty"):
            open_to_read()
        assert differences(open_to_write()) == []
    postgresql_cluster.drop("empty")


def test_an_unreachable_record_is_said_in_one_line(tmp_path):
    """A folder where the file should be; a server that isn't there."""
    path = tmp_path / "looped.sqlite3"
    path.write_text("this is no database, but long enough to be read as one" * 100)
    with point_at(embedded(path)), pytest.raises(LoopedError, match="can't be opened: file is not a database"):
        open_to_read()
    nowhere = {"ENGINE": "django.db.backends.postgresql", "NAME": "x", "HOST": str(tmp_path)}
    with point_at(nowhere), pytest.raises(LoopedError, match="can't be opened"):
        open_to_write()


def test_a_changed_guard_stops_everything(record):
    """Reading too: figures of records that may have been changed are worth nothing."""
    sql("DROP VIEW marks")

    for opening in (open_to_read, open_to_write):
        with pytest.raises(LoopedError, match="view marks is missing.*`looped manage migrate` puts it back"):
            opening()


def test_many_differences_are_told_in_short(record):
    """Five, and how many more."""
    from looped.records.guarding import lift

    lift(record)

    with pytest.raises(LoopedError, match=r"is missing and \d+ more"):
        open_to_read()


def test_other_versions_are_refused(record):
    """An earlier one asks for migrating, a newer one for the newer program."""
    sql("INSERT INTO django_migrations (app, name, applied) VALUES ('records', '9999_x', '2030-01-01 00:00:00')")
    with pytest.raises(LoopedError, match="newer version"):
        open_to_read()

    sql("DELETE FROM django_migrations")
    with pytest.raises(LoopedError, match="earlier version. Make a backup, then: Run `looped manage migrate`"):
        open_to_read()
