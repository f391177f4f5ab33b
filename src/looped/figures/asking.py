"""How a question is asked: one SQL text of `questions/`, its named values in each engine's style."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from typing import Any, Literal

Dialect = Literal["duckdb", "sqlite", "postgresql"]
Answer = list[tuple[Any, ...]]

# How each engine writes a named value.
MARKS: dict[str, str] = {"duckdb": r"getvariable('\1')", "sqlite": r":\1", "postgresql": r"%(\1)s"}


@dataclass(frozen=True)
class Source:
    """An open source. known: what it can know beyond its rows (see `schema.Rows`); tables: those it has.

    title: where it is, in words, for messages.
    """

    dialect: Dialect
    run: Callable[[str, dict[str, Any]], Answer]
    known: frozenset[str]
    tables: frozenset[str]
    title: str

    def ask(self, question: str, **values: Any) -> Answer:
        """Rows that answer a question of `questions/`, by its file's name. values: numbers, texts, dates, moments."""
        text = question_text(question)
        named = {name for name in values if re.search(rf":{name}\b", text)}
        sql = re.sub(r":([a-z_]+)\b", MARKS[self.dialect], text)
        return self.run(sql, {name: bound(values[name], self.dialect) for name in named})

    def ask_all(self, questions: tuple[str, ...], **values: Any) -> dict[str, Answer]:
        """Rows that answer each of the questions, by its name. Each takes of the values what it names."""
        return {question: self.ask(question, **values) for question in questions}


@cache
def question_text(question: str) -> str:
    """The SQL of a question without its remarks. Raises: FileNotFoundError where there is none."""
    path = files("looped.figures").joinpath("questions", f"{question}.sql")
    lines = path.read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if not line.lstrip().startswith("--"))


def bound(value: Any, dialect: Dialect) -> Any:
    """A value as an engine compares it. SQLite holds dates and moments as text, compared letter by letter.

    Django leaves out ".000000" when it stores a whole second: such a text is the beginning of the same moment
    written in full, so it sorts before it, and "up to" holds. Bound moments are always written in full.

    >>> bound(datetime(2024, 7, 31, 11), "sqlite")
    '2024-07-31 11:00:00.000000'
    """
    if dialect != "sqlite":
        return value
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="microseconds")
    return value.isoformat() if isinstance(value, date) else value
