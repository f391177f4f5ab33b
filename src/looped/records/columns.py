"""Columns: each is declared personal or safe where it is written down; a test fails on one that isn't.

Personal: says by itself who somebody is, or may (a name, a reference, free text). Such columns stand only in
tables whose rows can be erased by warrant. Safe: an identifier, a code, a count, a moment.
"""

from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, TypeVar

from django.db import models

Column = TypeVar("Column", bound=models.Field)  # type: ignore[type-arg]  # Django's fields are generic only in stubs

WIDTH = "%Y-%m-%d %H:%M:%S.%f"


def personal(column: Column) -> Column:
    """Declare that a column says, or may say, who somebody is."""
    column.privacy = "personal"
    return column


def safe(column: Column) -> Column:
    """Declare that a column by itself doesn't say who somebody is."""
    column.privacy = "safe"
    return column


class MomentField(models.DateTimeField):
    """A moment, kept on SQLite as text of one width, so that comparing text compares time.

    Django leaves out ".000000" at whole seconds, and then "12:00:00" sorts before "12:00:00.000000".
    """

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        """The moment as the database takes it: text in UTC, always with microseconds, on SQLite."""
        if connection.vendor != "sqlite" or not isinstance(value, datetime):
            return super().get_db_prep_value(value, connection, prepared)
        return moment_text(value)


@lru_cache(maxsize=4096)  # a whole import is recorded at one moment
def moment_text(moment: datetime) -> str:
    """A moment as SQLite keeps it: '2024-07-08 11:00:00.000000', UTC. Without a zone it is taken as UTC.

    >>> moment_text(datetime(2024, 7, 8, 11))
    '2024-07-08 11:00:00.000000'
    """
    return (moment.astimezone(UTC) if moment.tzinfo else moment).strftime(WIDTH)
