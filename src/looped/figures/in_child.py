"""A big SQLite file, counted by DuckDB in a child process that attaches it to read only, counts and ends.

DuckDB's reader holds an SQLite of its own. In a process that has the file open, or may open it, closing that one
would drop the other's locks, and acknowledged writes would be lost. So it never runs in ours.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from looped.figures.asking import Answer, Source
from looped.figures.in_memory import runner
from looped.files.limited import run_limited

if TYPE_CHECKING:
    import duckdb

# How each named value of a question is written on its way into the child.
READ: dict[str, Callable[[str], Any]] = {
    "moment": datetime.fromisoformat,
    "since": datetime.fromisoformat,
    "day": date.fromisoformat,
    "month_end": date.fromisoformat,
    "ladder": int,
}
MEMORY = "1600MB"


@dataclass(frozen=True)
class ChildSource(Source):
    """A source whose questions are answered in a child process, all of a list by one child."""

    path: Path = Path()

    def ask_all(self, questions: tuple[str, ...], **values: Any) -> dict[str, Answer]:
        """Rows that answer each of the questions, by its name."""
        written = {name: str(value) for name, value in values.items()}
        asked = json.dumps({"questions": questions, "values": written})
        answered = json.loads(run_limited(answers, str(self.path.resolve()), asked, subject=self.path.name))
        return {question: [tuple(row) for row in rows] for question, rows in answered.items()}

    def ask(self, question: str, **values: Any) -> Answer:
        """Rows that answer one question, by a child of its own."""
        return self.ask_all((question,), **values)[question]


def answers(path: str, asked: str) -> bytes:
    """Answers questions on an SQLite file; runs in the child. asked: JSON with `questions` and `values`.

    Gives JSON: rows by question, dates and moments as text.
    """
    wanted = json.loads(asked)
    values = {name: READ[name](text) for name, text in wanted["values"].items()}
    with _attached(path) as connection:
        source = Source("duckdb", runner(connection), frozenset(), frozenset(), path)
        found = {question: source.ask(question, **values) for question in wanted["questions"]}
    return json.dumps(found, default=str).encode()


def _attached(path: str) -> "duckdb.DuckDBPyConnection":
    import duckdb

    connection = duckdb.connect(config={"threads": 2, "memory_limit": MEMORY})
    connection.execute(f"load '{_reader()}'")
    quoted = path.replace("'", "''")
    connection.execute(f"attach '{quoted}' as record (type sqlite, read_only)")
    connection.execute("use record")
    return connection


def _reader() -> Path:
    """DuckDB's signed reader of SQLite files, as installed: a plain LOAD would look for it in the network."""
    import duckdb_extension_sqlite_scanner

    package = Path(duckdb_extension_sqlite_scanner.__file__).parent
    return next(package.glob("extensions/*/sqlite_scanner.duckdb_extension"))
