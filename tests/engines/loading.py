"""The tables that figures read, made on each engine from the same rows."""

from datetime import date, datetime

from tests.unit.figures.worlds import EVERYTHING

from looped.figures.schema import TABLES, Rows

POSTGRESQL_TYPES = {"double": "double precision"}


def into_parquet(folder, rows, **changed):
    """A file a table of those that there are. changed: another Arrow type for a column, by its name."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    types = {
        "text": pa.string(),
        "smallint": pa.int16(),
        "bigint": pa.int64(),
        "date": pa.date32(),
        "timestamp": pa.timestamp("us"),
        "double": pa.float64(),
    }
    for table, found in rows.tables.items():
        fields = [(name, changed.get(name, types[kind])) for name, kind in TABLES[table].items()]
        values = [dict(zip(TABLES[table], row, strict=True)) for row in found]
        pq.write_table(pa.Table.from_pylist(values, schema=pa.schema(fields)), folder / f"{table}.parquet")
    return folder


def into_sqlite(connection, rows):
    """Tables in an SQLite database. Whole seconds are stored without fractions, as Django stores them."""
    for table, columns in TABLES.items():
        names = ", ".join(f'"{name}" {kind}' for name, kind in columns.items())
        connection.execute(f"create table {table} ({names})")
        marks = ", ".join("?" * len(columns))
        values = [tuple(map(_as_text, row)) for row in rows.tables.get(table, [])]
        connection.executemany(f"insert into {table} values ({marks})", values)
    connection.commit()


def _as_text(value):
    return str(value) if isinstance(value, date | datetime) else value


def make_postgresql_tables(connection):
    """Empty tables with the schema's types."""
    for table, columns in TABLES.items():
        names = ", ".join(f'"{name}" {POSTGRESQL_TYPES.get(kind, kind)}' for name, kind in columns.items())
        connection.execute(f"create table {table} ({names})")


def into_postgresql(connection, rows):
    """The rows, copied into tables that are there."""
    for table, found in rows.tables.items():
        with connection.cursor() as cursor, cursor.copy(f"copy {table} from stdin") as copy:
            for row in found:
                copy.write_row(row)


def as_kept(rows):
    """The same rows, as a database has them: all is known, the plan once any audit was planned, not done or withdrawn."""
    state = list(TABLES["audits"]).index("state")
    planned = any(row[state] in ("planned", "not_done", "withdrawn") for row in rows.tables.get("audits", []))
    return Rows(rows.tables, EVERYTHING if planned else EVERYTHING - {"plan"})
