"""A folder of Parquet files, a file a table, counted by DuckDB where they lie."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from looped.errors import UnreadableError
from looped.figures.asking import Source
from looped.figures.in_memory import create_empty, runner
from looped.figures.schema import TABLES

if TYPE_CHECKING:
    import duckdb

NEEDED = ("gradings", "audits")
MEMORY = "1600MB"

# What a folder can know beyond its rows: by a file that is there, or a column that has any value.
KNOWN_BY_FILE = {"feedback": "feedback", "actions": "actions", "plan": "audits"}
KNOWN_BY_COLUMN = {
    "due": ("audits", "due"),
    "returned": ("audits", "returned"),
    "why_moderated": ("gradings", "why_moderated"),
}


@contextmanager
def open_folder(folder: Path) -> Iterator[Source]:
    """A source of the folder's files; a table without a file is empty, columns beyond the schema's are left out.

    Raises: UnreadableError naming the file that is missing or unreadable, or the column that it lacks.
    """
    import duckdb

    missing = [f"{table}.parquet" for table in NEEDED if not (folder / f"{table}.parquet").is_file()]
    if missing:
        raise UnreadableError(f"{folder}: there is no {' and no '.join(missing)}. Put them in this folder.")
    with duckdb.connect(config={"memory_limit": MEMORY, "preserve_insertion_order": False}) as connection:
        connection.execute("set timezone = 'UTC'")
        present = {table for table in TABLES if _take(connection, folder, table)}
        yield Source("duckdb", runner(connection), _known(connection, present), frozenset(present), str(folder))


def _take(connection: "duckdb.DuckDBPyConnection", folder: Path, table: str) -> bool:
    """Makes the table's view, or the table empty where there is no file. Says whether there is one."""
    file = folder / f"{table}.parquet"
    if not file.is_file():
        create_empty(connection, table)
        return False
    found = _open(connection, file)
    types = dict(zip(found.columns, map(str, found.types), strict=True))
    lacking = [column for column in TABLES[table] if column not in types]
    if lacking:
        raise UnreadableError(f"{file}: the column {lacking[0]!r} is missing. Write it, empty if need be.")
    found.project(", ".join(_column(name, wanted, types[name]) for name, wanted in TABLES[table].items())).create_view(
        table
    )
    return True


def _open(connection: "duckdb.DuckDBPyConnection", file: Path) -> "duckdb.DuckDBPyRelation":
    import duckdb

    try:
        return connection.read_parquet(str(file))
    except duckdb.Error as error:
        raise UnreadableError(f"{file}: this is not a Parquet file that can be read. Write it again.") from error


def _column(name: str, wanted: str, found: str) -> str:
    """The column as the schema has it. A month given as a date becomes "2024-04"; moments with a zone, UTC."""
    quoted = f'"{name}"'
    if name == "month" and found.startswith(("DATE", "TIMESTAMP")):
        return f"strftime({quoted}, '%Y-%m') as {quoted}"
    if wanted == "timestamp" and found == "TIMESTAMP WITH TIME ZONE":
        return f"timezone('UTC', {quoted}) as {quoted}"
    if found == _DUCKDB_NAMES[wanted]:
        return quoted
    return f"cast({quoted} as {wanted}) as {quoted}"


_DUCKDB_NAMES = {
    "text": "VARCHAR",
    "smallint": "SMALLINT",
    "bigint": "BIGINT",
    "date": "DATE",
    "timestamp": "TIMESTAMP",
    "double": "DOUBLE",
}


def _known(connection: "duckdb.DuckDBPyConnection", present: set[str]) -> frozenset[str]:
    by_file = {what for what, table in KNOWN_BY_FILE.items() if table in present}
    by_column = {what for what, (table, column) in KNOWN_BY_COLUMN.items() if _has_any(connection, table, column)}
    return frozenset(by_file | by_column)


def _has_any(connection: "duckdb.DuckDBPyConnection", table: str, column: str) -> bool:
    return connection.view(table).filter(f'"{column}" is not null').limit(1).fetchone() is not None
