"""Where figures come from: rows in memory, a folder of Parquet files, a database. Each is asked the same questions."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

from looped.errors import UnreadableError
from looped.figures.asking import Source
from looped.figures.schema import Rows


def open_source(what: Rows | Path | str) -> AbstractContextManager[Source]:
    """A source of figures, open while the `with` block lasts.

    what: rows in memory; a folder with gradings.parquet, audits.parquet and those of the other tables that there
    are; `sqlite:///PATH` or the path of a .sqlite3 file; `postgresql://...`.
    Raises: UnreadableError where there is nothing readable.
    """
    if isinstance(what, Rows):
        from looped.figures.in_memory import open_rows

        return open_rows(what)
    return _open_address(str(what))


def source_of(connection: Any, dialect: str) -> Source:
    """A source on a connection that the program already has. It isn't closed here.

    connection: a DB-API connection, or Django's own.  dialect: "sqlite" or "postgresql".
    """
    from looped.figures.databases import source_on

    return source_on(connection, dialect)


def _open_address(address: str) -> AbstractContextManager[Source]:
    if address.startswith("spark:"):
        raise UnreadableError(
            f"{address}: Spark is not in this version. Write the tables to a folder as Parquet files."
        )
    if address.startswith(("postgresql://", "postgres://")):
        from looped.figures.databases import open_postgresql

        return open_postgresql(address)
    if address.startswith("sqlite:///") or Path(address).suffix in (".sqlite3", ".sqlite", ".db"):
        from looped.figures.databases import open_sqlite

        return open_sqlite(Path(address.removeprefix("sqlite:///")))
    return _open_folder(Path(address))


@contextmanager
def _open_folder(folder: Path) -> Iterator[Source]:
    if not folder.is_dir():
        raise UnreadableError(
            f"{folder}: there is no such folder. Name a folder with gradings.parquet and audits.parquet."
        )
    from looped.figures.parquet import open_folder

    with open_folder(folder) as source:
        yield source
