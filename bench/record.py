"""Importing a file of returns against DuckDB reading the same rows as CSV; the cube on the record's own databases.

Ratios in one run, each measure in a process of its own, with its peak memory. PostgreSQL where its programs are here.

    python bench/record.py [--rows 100000] [--gradings 30000 300000] [--without-postgresql]
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
MOMENT = datetime(2026, 1, 1)
GRADES = ("Good", "RI", "Inadequate", "Outstanding", "Good", "Good", "RI")


def main() -> None:
    given = _given()
    if given.measure:
        print(json.dumps(MEASURES[given.measure](*given.arguments)))
        return
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="looped-bench-")))
        server = None if given.without_postgresql else _server(stack)
        _importing(folder, given.rows, server)
        for number in given.gradings:
            _counting(folder, number, server)


def _importing(folder: Path, rows: int, server: "object") -> None:
    path = _returns_file(folder, rows)
    duckdb = _measured("duckdb_reads", path)
    print(f"\n{rows:,} returns ({rows * 8:,} gradings), from CSV")
    _line("DuckDB reads the rows", duckdb, duckdb)
    for name, address in _addresses(folder, server, f"import_{rows}"):
        done = _measured("imports", path, DATABASE_URL=address)
        _line(f"import into {name}: reading in a child process", {**done, "seconds": done["read"]}, duckdb)
        _line(f"import into {name}: recording", {**done, "seconds": done["recorded"], "MiB": done["own MiB"]}, duckdb)


def _counting(folder: Path, gradings: int, server: "object") -> None:
    path = _returns_file(folder, gradings // 8)
    print(f"\nThe cube on {gradings:,} gradings")
    first = None
    for name, address in _addresses(folder, server, f"cube_{gradings}"):
        _measured("imports", path, DATABASE_URL=address)
        done = _measured("counts", address)
        first = first or done
        _line(_way(name, gradings), done, first)
        if address.startswith("sqlite"):
            _measured("exports", address, folder / f"parquet_{gradings}")
            _line("DuckDB over Parquet", _measured("counts", folder / f"parquet_{gradings}"), first)


def duckdb_reads(path: str) -> dict[str, float]:
    """The plainest way to have the rows in a table that can count."""
    import duckdb

    start = time.perf_counter()
    duckdb.sql(f"create table returns as select * from read_csv('{path}')")
    return _told(time.perf_counter() - start)


def imports(path: str) -> dict[str, float]:
    """As `looped import` does it."""
    from looped.records.opening import open_to_write
    from looped.returns.child import returns_in_pieces

    open_to_write()
    from looped.workflow.importing import import_returns

    start = time.perf_counter()
    with returns_in_pieces(Path(path)) as file:
        read = time.perf_counter() - start
        done = import_returns(by="benchmark", returns=file, now=MOMENT.replace(tzinfo=UTC))
    took = time.perf_counter() - start
    assert done.added["returns"] == file.beside.taken
    return {**_told(took), "read": read, "recorded": took - read}


def exports(address: str, folder: str) -> dict[str, float]:
    """The views as Parquet files, read by a process that has no other SQLite."""
    import duckdb
    import pysqlite3

    from looped.figures.schema import TABLES

    Path(folder).mkdir()
    record = pysqlite3.connect(address.removeprefix("sqlite:///"))
    with duckdb.connect() as connection:
        for name, columns in TABLES.items():
            types = ", ".join(f"'{column}': '{kind.upper()}'" for column, kind in columns.items())
            path = Path(folder) / f"{name}.csv"
            rows = record.execute(f"select * from {name}").fetchall()
            if not rows:
                continue
            path.write_text("\n".join(",".join("" if cell is None else f'"{cell}"' for cell in row) for row in rows))
            connection.execute(
                f"copy (select * from read_csv('{path}', header=false, columns={{{types}}})) "
                f"to '{folder}/{name}.parquet' (format parquet)"
            )
            path.unlink()
    return _told(0)


def counts(address: str) -> dict[str, float]:
    """The cube: one reading of the gradings."""
    from looped.figures.cube import count
    from looped.figures.sources import open_source
    from looped.rubric.loading import frameworks

    what = Path(address) if "://" not in address else address
    frameworks()
    start = time.perf_counter()
    with open_source(what) as source:
        count(source, MOMENT, frameworks())
    return _told(time.perf_counter() - start)


MEASURES = {"duckdb_reads": duckdb_reads, "imports": imports, "exports": exports, "counts": counts}


def _told(seconds: float) -> dict[str, float]:
    """MiB: the most that this process or one of its children held."""
    own, children = (resource.getrusage(whose).ru_maxrss for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return {"seconds": seconds, "MiB": max(own, children) / 1024, "own MiB": own / 1024}


def _way(name: str, gradings: int) -> str:
    """How a record of this size is counted."""
    from looped.figures.databases import SMALL

    in_child = name == "SQLite" and gradings > SMALL
    return "SQLite's file, by DuckDB in a child process" if in_child else f"{name} itself"


def _measured(measure: str, *arguments: object, **environment: str) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, __file__, "--measure", measure, "--arguments", *map(str, arguments)],
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        check=True,
    )
    return json.loads(done.stdout)


def _line(what: str, done: dict[str, float], against: dict[str, float]) -> None:
    ratio = done["seconds"] / against["seconds"]
    print(f"  {what:<52} {done['seconds']:8.2f} s  {ratio:7.1f} x  {done['MiB']:7.0f} MiB", flush=True)


def _returns_file(folder: Path, rows: int) -> Path:
    from tests.unit.workflow.sheets import HEADER, line

    path = folder / f"returns-{rows}.csv"
    if not path.exists():
        lines = (
            line(
                f"A{number}",
                GRADES[number % 7],
                month=f"2025-{1 + number % 12:02}",
                team=f"Team {number % 9}",
                grades={place: GRADES[(number * 3 + place) % 7] for place in range(8)},
            )
            for number in range(rows)
        )
        path.write_text("\n".join([HEADER, *lines]) + "\n", encoding="utf-8")
    return path


def _server(stack: ExitStack) -> "object":
    from tests.postgres_cluster import cluster, there_is_postgresql

    return stack.enter_context(cluster()) if there_is_postgresql() else None


def _addresses(folder: Path, server: "object", name: str) -> list[tuple[str, str]]:
    found = [("SQLite", f"sqlite:///{folder}/{name}.sqlite3")]
    if server:
        found.append(("PostgreSQL", server.create(name)))
    return found


def _given() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--gradings", type=int, nargs="*", default=[30_000, 300_000])
    parser.add_argument("--without-postgresql", action="store_true")
    parser.add_argument("--measure", choices=sorted(MEASURES), help=argparse.SUPPRESS)
    parser.add_argument("--arguments", nargs="*", default=[], help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    main()
