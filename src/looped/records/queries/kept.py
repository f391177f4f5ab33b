"""Questions that every request asks: Django writes their SQL once a connection; writing takes longer than asking."""

from collections.abc import Callable
from typing import Any

from django.db import connections
from django.db.models import QuerySet

# Stands for the value while the SQL is written; no identifier of ours and no account is like it.
MARK = "\N{WHITE QUESTION MARK ORNAMENT}"
Question = Callable[[str], "QuerySet[Any, Any]"]


def ask(question: Question, value: str) -> list[list[Any]]:
    """The rows of question(value), in one question.

    question: makes the values of one text, selected in the order in which they are named; the text goes to the
    database as it is, and what is made rests on nothing else.
    """
    connection = connections["default"]
    kept = connection.__dict__.setdefault("looped_kept", {})
    if question not in kept:
        kept[question] = _written(question, connection)
    sql, places, read = kept[question]
    with connection.cursor() as cursor:
        cursor.execute(sql, [value if each == MARK else each for each in places])
        return list(read(cursor.fetchall()))


def _written(question: Question, connection: Any) -> tuple[str, tuple[Any, ...], Callable[[Any], Any]]:
    compiler = question(MARK).query.get_compiler(connection=connection)
    sql, places = compiler.as_sql()
    assert MARK in places, "the question isn't about its value"
    converters = compiler.get_converters([each[0] for each in compiler.select])
    return sql, places, lambda rows: compiler.apply_converters(rows, converters) if converters else map(list, rows)
