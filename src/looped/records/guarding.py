"""Installs the guard, lifts it for migrations, and compares what is installed with its text."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connections, transaction

from looped.errors import LoopedError
from looped.records.guard import Piece, pieces


def require_guard(connection: Any) -> None:
    """Refuse to go on where the installed guard differs from its text. Raises: LoopedError, naming what differs."""
    wrong = differences(connection)
    if wrong:
        named = ", ".join(wrong[:5]) + (f" and {len(wrong) - 5} more" if len(wrong) > 5 else "")
        raise LoopedError(
            f"The database's guard against changed records isn't as it must be: {named}. "
            "Find out who changed it; `looped manage migrate` puts it back."
        )


def differences(connection: Any) -> list[str]:
    """What is missing, altered or added among the guard's views and triggers, in words. Empty: all as written."""
    expected, found = _expected(connection), _installed(connection)
    return [
        *(f"{name} is missing" for name in expected if name not in found),
        *(f"{name} is altered" for name in expected if name in found and found[name] != expected[name]),
        *(f"{name} is not ours" for name in found if name not in expected),
    ]


def install(connection: Any) -> None:
    """Put views and triggers in place, all or nothing; whatever stood there by these names is replaced."""
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        _lift(connection, cursor)
        for piece in pieces(connection.vendor):
            cursor.execute(piece.text)
            if piece.kind == "trigger" and connection.vendor == "postgresql" and piece.on not in _views(connection):
                cursor.execute(f"ALTER TABLE {piece.on} ENABLE ALWAYS TRIGGER {piece.name}")


def lift(connection: Any) -> None:
    """Take views and triggers away, for migrations and for tests that empty tables."""
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        _lift(connection, cursor)


@contextmanager
def lifted(connection: Any) -> Iterator[None]:
    """The guard is away while the `with` block lasts. Only for tests that empty tables, and for restoring."""
    lift(connection)
    try:
        yield
    finally:
        install(connection)


def lift_before_migrations(using: str, **_: Any) -> None:
    """A migration under a view fails, and SQLite's remade table loses its triggers without a word."""
    lift(connections[using])


def put_back_after_migrations(using: str, **_: Any) -> None:
    """After migrations everything stands again."""
    install(connections[using])


def _lift(connection: Any, cursor: Any) -> None:
    standing = set(connection.introspection.table_names(cursor, include_views=True))
    for piece in reversed(pieces(connection.vendor)):
        if piece.kind != "trigger":
            cursor.execute(f"DROP {piece.kind} IF EXISTS {piece.name}")
        elif connection.vendor == "sqlite":
            cursor.execute(f"DROP TRIGGER IF EXISTS {piece.name}")
        elif piece.on in standing:
            cursor.execute(f"DROP TRIGGER IF EXISTS {piece.name} ON {piece.on}")


def _views(connection: Any) -> set[str]:
    return {piece.name for piece in pieces(connection.vendor) if piece.kind == "view"}


def _expected(connection: Any) -> dict[str, Any]:
    if connection.vendor == "sqlite":
        return {_title(piece): piece.text for piece in pieces("sqlite")}
    from looped.records.guarding_postgresql import expected

    return expected(connection)


def _installed(connection: Any) -> dict[str, Any]:
    if connection.vendor == "postgresql":
        from looped.records.guarding_postgresql import installed

        return installed(connection)
    with connection.cursor() as cursor:
        cursor.execute("SELECT type, name, sql FROM sqlite_master WHERE type IN ('view', 'trigger')")
        return {f"{kind} {name}": text for kind, name, text in cursor.fetchall()}


def _title(piece: Piece) -> str:
    return f"{piece.kind} {piece.name}"
