"""Adding many rows at once: COPY on PostgreSQL, one prepared INSERT on SQLite."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from django.db import connection, models

from looped.records.columns import MomentField, moment_text


def add(model: type[models.Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Add rows to the table of `model`. columns: names as in the database; rows: values in that order."""
    table, names = model._meta.db_table, ", ".join(f'"{name}"' for name in columns)
    connection.ensure_connection()
    with connection.wrap_database_errors:
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                _copy(cursor, f"COPY {table} ({names}) FROM STDIN", rows)
            return
        marks = ", ".join("?" * len(columns))
        # Not by Django's cursor, which keeps every row that it has passed on until the last.
        statement = INSERT.format(table=table, names=names, marks=marks)
        connection.connection.executemany(statement, _as_text(model, columns, rows))


def new_ids(model: type[models.Model], number: int) -> list[int]:
    """Ids for rows about to be added in this transaction. None of them was ever used."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(NEXT_IDS, [table, number])
            return [row[0] for row in cursor.fetchall()]
        cursor.execute("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = %s", [table])
        last = int(cursor.fetchone()[0])
        return list(range(last + 1, last + 1 + number))


INSERT = "INSERT INTO {table} ({names}) VALUES ({marks})"
NEXT_IDS = "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)"
Values = Iterable[Sequence[Any]]


def _copy(cursor: Any, statement: str, rows: Values) -> None:
    with cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(row)


def _as_text(model: type[models.Model], columns: Sequence[str], rows: Values) -> Values:
    """The rows as SQLite keeps them: only dates and moments are kept otherwise than Python holds them."""
    fields = {field.column: field for field in model._meta.concrete_fields}
    texts = [_text_of(fields[name]) for name in columns]
    changed = [(index, text) for index, text in enumerate(texts) if text]
    for row in rows:
        values = list(row)
        for index, text in changed:
            if values[index] is not None:
                values[index] = text(values[index])
        yield values


def _text_of(field: Any) -> Callable[[Any], str] | None:
    if isinstance(field, MomentField):
        return moment_text
    return date.isoformat if isinstance(field, models.DateField) else None
