"""The database's own guard: each attack tried on each database."""

import re

import pytest
from django.apps import apps
from django.db import DatabaseError, IntegrityError, connection, models, transaction
from tests.unit.records.rows import MOMENT, a_row_in_each_table, warrant

from looped.errors import LoopedError
from looped.figures.schema import TABLES
from looped.records import guard
from looped.records.guarding import differences, install, lift, lifted, require_guard
from looped.records.privacy import model_of

# What a refusal by the guard says: RAISE(ABORT) is an integrity error on SQLite, an internal one on PostgreSQL.
REFUSED = pytest.raises(DatabaseError, match="append-only")
TABLES_GUARDED = sorted(guard.GUARDED)


def sql(statement, *values):
    """Run one statement in a transaction of its own."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall() if cursor.description else None


def columns_of(table):
    model = next(model for model in apps.get_models() if model._meta.db_table == table)
    return [field.column for field in model._meta.concrete_fields]


def test_every_table_of_ours_is_guarded():
    """A table that nobody guarded is found here."""
    tables = {model._meta.db_table for model in apps.get_app_config("records").get_models()}

    assert tables == set(guard.GUARDED) | set(guard.UNGUARDED)


def test_only_work_in_hand_is_unguarded():
    """What is typed, how far it is, what is tried again; nothing that figures read. It changes only with a decision."""
    assert guard.UNGUARDED == (
        "records_auditinhand",
        "records_draftfield",
        "records_lettertry",
        "records_signinattempt",
    )
    assert not any(table in view for table in guard.UNGUARDED for view in guard.VIEWS.values())


def test_every_unique_key_is_guarded_against_replace():
    """REPLACE pushes a row out by any unique key, so each must stand in the guard's list."""
    for model in map(model_of, TABLES_GUARDED):
        single = {(field.column,) for field in model._meta.concrete_fields if field.unique}
        pairs = {
            tuple(model._meta.get_field(name).column for name in constraint.fields)
            for constraint in model._meta.constraints
            if isinstance(constraint, models.UniqueConstraint)
        }

        assert set(guard.GUARDED[model._meta.db_table]) == single | pairs, model


def test_rows_in_every_table(record):
    """The factory leaves no guarded table empty, or the attacks below would prove nothing."""
    a_row_in_each_table()

    assert [sql(f"SELECT count(*) FROM {table}")[0][0] > 0 for table in TABLES_GUARDED] == [True] * len(TABLES_GUARDED)


def test_update_is_refused(record):
    """A row is never changed, by SQL or by Django."""
    a_row_in_each_table()

    for table in TABLES_GUARDED:
        for column in columns_of(table):
            with REFUSED:
                sql(f'UPDATE {table} SET "{column}" = "{column}"')


def test_delete_is_refused(record):
    """Without a warrant no row goes; a warrant itself never does."""
    a_row_in_each_table()

    for table in TABLES_GUARDED:
        with REFUSED:
            sql(f"DELETE FROM {table}")


def test_delete_through_django_is_refused(record):
    """The query set's own way meets the same guard."""
    rows = a_row_in_each_table()

    with REFUSED:
        type(rows["records_casereference"]).objects.all()._raw_delete("default")


def test_replace_is_refused_by_every_key(sqlite_record):
    """INSERT OR REPLACE passes triggers against UPDATE and DELETE; UPDATE OR REPLACE too."""
    a_row_in_each_table()

    for table in TABLES_GUARDED:
        before = sql(f"SELECT * FROM {table}")
        columns = ", ".join(f'"{column}"' for column in columns_of(table))
        for key in guard.GUARDED[table]:
            values = ", ".join(
                f'"{column}"' if column in key or column != "id" else "id + 1000" for column in columns_of(table)
            )
            with REFUSED:
                sql(f"INSERT OR REPLACE INTO {table} ({columns}) SELECT {values} FROM {table} WHERE true")
        with REFUSED:
            sql(f"UPDATE OR REPLACE {table} SET id = id + 1")
        with REFUSED:
            sql(f"REPLACE INTO {table} (rowid, {columns}) SELECT id, {columns} FROM {table} WHERE true")
        assert sql(f"SELECT * FROM {table}") == before


def test_upsert_is_refused(record):
    """ON CONFLICT DO UPDATE changes a row by way of an INSERT."""
    a_row_in_each_table()

    for table in TABLES_GUARDED:
        columns = ", ".join(f'"{column}"' for column in columns_of(table))
        for key in guard.GUARDED[table]:
            with REFUSED:
                sql(
                    f"INSERT INTO {table} ({columns}) SELECT {columns} FROM {table} WHERE true "
                    f"ON CONFLICT ({', '.join(key)}) DO UPDATE SET id = {table}.id"
                )


def test_merge_and_truncate_are_refused(postgresql_record):
    """PostgreSQL empties a table without asking row by row, and MERGE is another way to change one."""
    a_row_in_each_table()

    for table in TABLES_GUARDED:
        with REFUSED:
            sql(f"TRUNCATE {table} CASCADE")
        with REFUSED:
            sql(
                f"MERGE INTO {table} AS kept USING {table} AS other ON kept.id = other.id "
                "WHEN MATCHED THEN UPDATE SET id = kept.id"
            )


def test_a_replica_session_is_refused_too(postgresql_record):
    """A session that calls itself a replica doesn't fire ordinary triggers."""
    a_row_in_each_table()

    with REFUSED, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute("DELETE FROM records_grading")


def test_views_can_not_be_written(record):
    """PostgreSQL would write through a plain view."""
    a_row_in_each_table()

    for view in guard.VIEWS:
        column = sql(f"SELECT * FROM {view}") and "authority"
        for attack in (f"UPDATE {view} SET {column} = 'x'", f"DELETE FROM {view}"):
            with pytest.raises(DatabaseError, match="append-only|cannot modify"):
                sql(attack)
        with pytest.raises(DatabaseError, match="append-only|cannot modify"):
            sql(f"INSERT INTO {view} (authority) VALUES ('x')")


def test_a_warrant_opens_the_door_for_its_row_alone(record):
    """The lawful way: a warrant for one row lets that one go, and no other, and no other table's."""
    first = a_row_in_each_table()["records_casereference"]
    second = type(first).objects.create(authority="x", identifier="i2", reference="r2", recorded_at=MOMENT)
    warrant("records_casereference", first.id)

    with REFUSED:
        sql("DELETE FROM records_casereference")
    with REFUSED:
        sql("DELETE FROM records_grading WHERE id = %s", first.id)
    sql("DELETE FROM records_casereference WHERE id = %s", first.id)

    assert list(type(first).objects.values_list("id", flat=True)) == [second.id]


def test_an_erased_id_is_never_used_again(record):
    """Or a forged row could take the erased one's place."""
    first = a_row_in_each_table()["records_casereference"]
    warrant("records_casereference", first.id)
    sql("DELETE FROM records_casereference WHERE id = %s", first.id)

    with REFUSED:
        type(first).objects.create(id=first.id, authority="x", identifier="i3", reference="r3", recorded_at=MOMENT)


def test_a_warrant_says_who_and_why(record):
    """A nameless warrant isn't one."""
    with pytest.raises(IntegrityError):
        warrant("records_casereference", 1, why="")


def test_guard_is_as_written_after_migrating(record):
    """And the service starts."""
    assert differences(record) == []
    require_guard(record)


def test_a_missing_altered_or_foreign_piece_is_named(record):
    """Whatever differs from the text keeps the service from starting."""
    name = "records_grading_never_changed"
    on = " ON records_grading" if record.vendor == "postgresql" else ""
    sql(f"DROP TRIGGER {name}{on}")
    assert differences(record) == [f"trigger {name} is missing"]

    sql("DROP VIEW gradings")
    select = "SELECT authority, id AS seq, audit FROM records_grading"
    sql(f"CREATE VIEW gradings AS {select}")
    assert "view gradings is altered" in differences(record)

    if record.vendor == "sqlite":
        sql("CREATE TRIGGER extra AFTER INSERT ON records_grading BEGIN SELECT 1; END")
    else:
        sql("CREATE TRIGGER extra AFTER INSERT ON records_grading EXECUTE FUNCTION looped_refuse()")
    assert "trigger extra is not ours" in differences(record)
    with pytest.raises(LoopedError, match="never_changed is missing"):
        require_guard(record)

    if record.vendor == "postgresql":
        sql("DROP TRIGGER extra ON records_grading")
    else:
        sql("DROP TRIGGER extra")
    install(record)
    assert differences(record) == []


def test_a_disabled_trigger_or_changed_function_is_named(postgresql_record):
    """PostgreSQL can switch a trigger off and leave it standing, or empty the function behind it."""
    sql("ALTER TABLE records_audit DISABLE TRIGGER records_audit_never_changed")
    sql(
        "CREATE OR REPLACE FUNCTION looped_delete_by_warrant() RETURNS trigger "
        "LANGUAGE plpgsql AS 'BEGIN RETURN OLD; END'"
    )

    assert differences(postgresql_record) == [
        "function looped_delete_by_warrant is altered",
        "trigger records_audit_never_changed is altered",
    ]


def test_lifting_and_putting_back(record):
    """Tests that empty tables lift the guard; afterwards it stands."""
    a_row_in_each_table()

    with lifted(record):
        sql("DELETE FROM records_grading")
    with REFUSED:
        sql("DELETE FROM records_return")

    lift(record)
    assert len(differences(record)) == len(guard.pieces(record.vendor))


def test_views_have_the_columns_and_types_that_figures_read(record):
    """Exactly figures/schema.py, in its order; on PostgreSQL the types too."""
    a_row_in_each_table()

    for name, columns in TABLES.items():
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT * FROM {name}")
            assert [column[0] for column in cursor.description] == list(columns)
            assert len(cursor.fetchall()) > 0
        if record.vendor == "postgresql":
            types = dict(
                sql("SELECT column_name, data_type FROM information_schema.columns WHERE table_name = %s", name)
            )
            assert {column: re.sub(" .*", "", types[column]) for column in types} == columns


def test_moments_have_one_width_on_sqlite(sqlite_record):
    """Django leaves out '.000000' at whole seconds; text of two widths compares wrongly."""
    a_row_in_each_table()

    for name, columns in TABLES.items():
        for column in columns:
            if columns[column] == "timestamp":
                assert {row[0] for row in sql(f"SELECT length({column}) FROM {name}")} == {26}
    assert sql("SELECT count(*) FROM gradings WHERE recorded_at <= '2024-07-08 11:00:00.000000'") == [(1,)]
    assert sql("SELECT count(*) FROM gradings WHERE recorded_at <= '2024-07-08 10:59:59.999999'") == [(0,)]
