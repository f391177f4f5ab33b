"""Databases that count by themselves: SQLite and PostgreSQL, on a connection given or opened to read only."""

from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext
from pathlib import Path
from typing import Any, cast

from looped.errors import UnreadableError
from looped.figures.asking import Answer, Dialect, Source
from looped.figures.schema import TABLES

KNOWN = frozenset({"plan", "due", "returned", "feedback", "actions", "why_moderated"})

# Files of returns bring only what came back: there is a plan once any audit was ever planned, not done or withdrawn.
PLANNED = "select 1 from audits where state in ('planned', 'not_done', 'withdrawn') limit 1"

# Up to so many gradings SQLite itself is faster than the start of a child process and DuckDB's counting.
SMALL = 300_000

LIST_TABLES: dict[str, str] = {
    "sqlite": "select name from sqlite_master where type in ('table', 'view')",
    "postgresql": "select relname from pg_class where relkind in ('r', 'v', 'm', 'p') and pg_table_is_visible(oid)",
}


def source_on(connection: Any, dialect: str, title: str = "the database") -> Source:
    """A source on an open connection: DB-API, or Django's own. It is left open.

    Raises: UnreadableError where a table that figures read isn't there.
    """
    connection_below = _plain(connection)
    run = _runner(connection_below, dialect)
    present = {row[0] for row in run(LIST_TABLES[dialect], {})} & set(TABLES)
    missing = [table for table in ("gradings", "audits", "feedback", "actions") if table not in present]
    if missing:
        raise UnreadableError(f"{title}: it has no table or view {missing[0]!r}. Name a database that looped made.")
    known = KNOWN if run(PLANNED, {}) else KNOWN - {"plan"}
    path = _big_file(connection_below, run) if dialect == "sqlite" else None
    if path:
        from looped.figures.in_child import ChildSource

        return ChildSource("sqlite", run, known, frozenset(present), title, path)
    return Source(cast(Dialect, dialect), run, known, frozenset(present), title)


def _big_file(connection: Any, run: Any) -> Path | None:
    """The file of an SQLite database with many gradings, which a child process counts faster.

    Not while the caller is writing: the child would not see what isn't committed.
    """
    many = run("select count(*) from (select 1 from gradings limit :most) counted", {"most": SMALL + 1})[0][0] > SMALL
    file = run("select file from pragma_database_list where name = 'main'", {})[0][0]
    return Path(file) if many and file and not connection.in_transaction else None


def _plain(connection: Any) -> Any:
    """The DB-API connection inside Django's, which would rewrite the values' marks."""
    if not hasattr(connection, "ensure_connection"):
        return connection
    connection.ensure_connection()
    return connection.connection


def _runner(connection: Any, dialect: str) -> Any:
    planned = _without_nested_loops if dialect == "postgresql" else nullcontext

    def run(sql: str, values: dict[str, Any]) -> Answer:
        with closing(connection.cursor()) as cursor, planned(cursor):
            cursor.execute(sql, values)
            return [tuple(row) for row in cursor.fetchall()]

    return run


@contextmanager
def _without_nested_loops(cursor: Any) -> Iterator[None]:
    """PostgreSQL guesses that a step of ours gives one row and compares all with all: 40 s instead of 0.3 on 30,000."""
    from psycopg.pq import TransactionStatus

    cursor.execute("set enable_nestloop = off")
    try:
        yield
    finally:
        # A transaction that failed takes the setting back itself.
        if cursor.connection.info.transaction_status != TransactionStatus.INERROR:
            cursor.execute("reset enable_nestloop")


@contextmanager
def open_sqlite(path: Path) -> Iterator[Source]:
    """A source of an SQLite file, opened to read only. Raises: UnreadableError where it isn't one."""
    import pysqlite3

    if not path.is_file():
        raise UnreadableError(f"{path}: there is no such file. Name a database that looped made.")
    address = f"{path.resolve().as_uri()}?mode=ro"
    with closing(pysqlite3.connect(address, uri=True)) as connection:
        try:
            source = source_on(connection, "sqlite", str(path))
            connection.execute("begin")  # every question sees the same rows
        except pysqlite3.DatabaseError as error:
            raise UnreadableError(f"{path}: this is not an SQLite database ({error}).") from error
        yield source


@contextmanager
def open_postgresql(address: str) -> Iterator[Source]:
    """A source of a PostgreSQL database, in one reading transaction: every question sees the same rows.

    Raises: UnreadableError where it can't be reached.
    """
    import psycopg

    try:
        connection = psycopg.connect(address)
    except psycopg.Error as error:
        raise UnreadableError(f"The PostgreSQL database can't be reached: {' '.join(str(error).split())}") from error
    with closing(connection):
        connection.read_only = True
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        yield source_on(connection, "postgresql", "the PostgreSQL database")
