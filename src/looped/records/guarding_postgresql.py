"""How PostgreSQL tells what is installed. It rewrites a view's text, so both sides are told in its own words."""

from typing import Any

from django.db import transaction

from looped.records.guard import GUARDED, VIEWS, Piece, pieces

INSTALLED = """
SELECT 'function ' || proname, prosrc FROM pg_proc
 WHERE pronamespace = current_schema()::regnamespace AND proname LIKE 'looped\\_%%'
UNION ALL
SELECT 'view ' || relname, pg_get_viewdef(oid) FROM pg_class
 WHERE relnamespace = current_schema()::regnamespace AND relkind = 'v' AND relname = ANY(%s)
UNION ALL
SELECT 'trigger ' || tgname, tgenabled::text || ' ' || pg_get_triggerdef(pg_trigger.oid, true) FROM pg_trigger
  JOIN pg_class ON pg_class.oid = tgrelid
 WHERE relnamespace = current_schema()::regnamespace AND relname = ANY(%s) AND NOT tgisinternal
"""


def installed(connection: Any) -> dict[str, str]:
    """Functions, views and triggers on guarded tables, by kind and name, in PostgreSQL's own words."""
    with connection.cursor() as cursor:
        cursor.execute(INSTALLED, [list(VIEWS), [*GUARDED, *VIEWS]])
        return dict(cursor.fetchall())


def expected(connection: Any) -> dict[str, str]:
    """What would be told of a database where the text has just been installed."""
    told = {}
    for piece in pieces("postgresql"):
        told[f"{piece.kind} {piece.name}"] = _told(piece)
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        for name in VIEWS:
            told[f"view {name}"] = _view_in_its_words(cursor, name)
    return told


def _told(piece: Piece) -> str:
    if piece.kind == "function":
        return piece.text.split("$body$")[1]
    return f"{'O' if piece.on in VIEWS else 'A'} {' '.join(piece.text.split())}"


def _view_in_its_words(cursor: Any, name: str) -> str:
    """The same text as a view of the session alone, told back by PostgreSQL, then dropped."""
    text = next(piece.text for piece in pieces("postgresql") if piece.kind == "view" and piece.name == name)
    cursor.execute(text.replace(f"CREATE VIEW {name}", f"CREATE TEMPORARY VIEW looped_expected_{name}", 1))
    cursor.execute(f"SELECT pg_get_viewdef('pg_temp.looped_expected_{name}'::regclass)")
    told = str(cursor.fetchone()[0])
    cursor.execute(f"DROP VIEW pg_temp.looped_expected_{name}")
    return told
