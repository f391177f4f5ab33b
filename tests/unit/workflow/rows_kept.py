"""Rows of the record's own tables, read once and put into another record: quicker than doing the deeds again."""

from typing import Any

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, transaction

Rows = dict[str, tuple[list[str], list[tuple[Any, ...]]]]


def rows_there() -> Rows:
    """Every row of the record, a table each, as the database gives it: columns and rows."""
    found: Rows = {}
    with connection.cursor() as cursor:
        for model in _models():
            table = model._meta.db_table
            cursor.execute(f'SELECT * FROM "{table}" ORDER BY "{model._meta.pk.column}"')
            rows = cursor.fetchall()
            if rows:
                found[table] = ([column[0] for column in cursor.description], rows)
    return found


def put_rows(kept: Rows) -> None:
    """Put rows into a record that has none, in one transaction, with the ids that they had."""
    with transaction.atomic(), connection.cursor() as cursor:
        for table, (columns, rows) in kept.items():
            names = ", ".join(f'"{column}"' for column in columns)
            marks = ", ".join(["%s"] * len(columns))
            cursor.executemany(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', rows)
        filled = [model for model in _models() if model._meta.db_table in kept]
        for statement in connection.ops.sequence_reset_sql(no_style(), filled):
            cursor.execute(statement)


def _models() -> list[Any]:
    return list(apps.get_app_config("records").get_models())
