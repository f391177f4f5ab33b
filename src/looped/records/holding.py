"""Waiting for one's turn at something by its name, where the database lets several write at once."""

from django.db import connection


def hold(what: str) -> None:
    """Keep others from holding the same until this transaction ends. SQLite has one writer at a time anyway."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(3, hashtext(%s))", [what])
