"""Migrations: the tables match the models, and the guard outlives one that remakes every table."""

import sys
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.test import override_settings
from tests.unit.records.rows import a_row_in_each_table

import looped.records.migrations
from looped.records import guard
from looped.records.guarding import differences

REMAKING = """
from django.apps import apps
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "LAST")]
    operations = [
        migrations.AddField(model._meta.model_name, "remade", models.TextField(default="yes"))
        for model in apps.get_app_config("records").get_models()
    ]
"""


@pytest.fixture
def remaking_migration(tmp_path, monkeypatch):
    """A package of migrations: ours, then one that adds a column with a default to each guarded table.

    On SQLite that makes a new table, copies the rows, drops the old one with its triggers and renames.
    """
    package = tmp_path / "remaking_migrations"
    package.mkdir()
    (package / "__init__.py").touch()
    migrations = sorted(Path(looped.records.migrations.__file__).parent.glob("0*.py"))
    for ours in migrations:
        (package / ours.name).write_text(ours.read_text())
    (package / "9999_remake.py").write_text(REMAKING.replace("LAST", migrations[-1].stem))
    monkeypatch.syspath_prepend(tmp_path)
    with override_settings(MIGRATION_MODULES={"records": package.name}):
        yield
    for name in [name for name in sys.modules if name.startswith(package.name)]:
        del sys.modules[name]


def test_tables_match_models(sqlite_record):
    """A changed model without a migration is found here."""
    call_command("makemigrations", "records", check=True, dry_run=True, verbosity=0)


def test_guard_outlives_a_migration_that_remakes_each_table(record, remaking_migration):
    """SQLite's remade table loses its triggers without a word; afterwards every attack is refused again."""
    a_row_in_each_table()

    call_command("migrate", verbosity=0)

    assert differences(record) == []
    for table in guard.GUARDED:
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT remade FROM {table}")
            assert set(cursor.fetchall()) == {("yes",)}
        for attack in (f"UPDATE {table} SET remade = 'no'", f"DELETE FROM {table}"):
            with pytest.raises(DatabaseError, match="append-only"), connection.cursor() as cursor:
                cursor.execute(attack)


def test_ids_go_on_after_a_remake(record, remaking_migration):
    """A remade table doesn't start counting anew, so the id of an erased row doesn't come back."""
    rows = a_row_in_each_table()

    call_command("migrate", verbosity=0)

    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO records_casereference (authority, identifier, reference, recorded_at, remade) "
            "VALUES ('x', 'i9', 'r9', '2024-07-08 11:00:00.000000', 'yes') RETURNING id"
        )
        assert cursor.fetchone()[0] > rows["records_casereference"].pk
