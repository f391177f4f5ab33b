"""Which columns are personal, by reading the tables. The declaration stands beside each column of ours.

Those of libraries' tables stand in `libraries.py`; they are read where sign-in is installed.
"""

from django.apps import apps
from django.db import models

from looped.records.libraries import said_of

DECLARATIONS = ("personal", "safe")


def undeclared() -> list[str]:
    """Columns that nobody declared, as table.column. It must be empty."""
    return [f"{table}.{column}" for table, column, said in _columns() if said not in DECLARATIONS]


def personal_columns() -> dict[str, tuple[str, ...]]:
    """Personal columns by table. Each such table is one that erasure reaches."""
    found: dict[str, tuple[str, ...]] = {}
    for table, column, said in _columns():
        if said == "personal":
            found[table] = (*found.get(table, ()), column)
    return found


def _columns() -> list[tuple[str, str, str]]:
    return [
        (
            model._meta.db_table,
            field.column,
            getattr(field, "privacy", "") or said_of(model._meta.db_table, field.column),
        )
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.concrete_fields
    ]


def model_of(table: str) -> type[models.Model]:
    """The model of one of our tables. Raises: KeyError where there is none."""
    return {model._meta.db_table: model for model in apps.get_app_config("records").get_models()}[table]
