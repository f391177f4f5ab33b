"""Every figure on every engine, against the plain reading of the same generated councils."""

import tempfile
from contextlib import closing
from pathlib import Path

import psycopg
import pysqlite3
import pytest
from hypothesis import HealthCheck, given, settings
from tests.engines.loading import as_kept, into_parquet, into_postgresql, into_sqlite
from tests.unit.figures.comparing import differences
from tests.unit.figures.worlds import MOMENTS, late, worlds

from looped.figures.schema import Rows
from looped.figures.sources import open_source, source_of

pytestmark = pytest.mark.slow
generated = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
WAYS = ((None, "monthly"), ("service_area", "monthly"))


@generated
@given(rows=worlds, moment=late)
def test_sqlite_itself_equals_the_plain_reading(rows, moment):
    """Counted by SQLite on a connection that the program has."""
    with closing(pysqlite3.connect(":memory:")) as connection:
        into_sqlite(connection, rows)
        source = source_of(connection, "sqlite")
        assert differences(source, as_kept(rows), moment, WAYS) == {}


@pytest.mark.postgres
@pytest.mark.xdist_group("postgresql")
@pytest.mark.parametrize("zone", ["Europe/London", "UTC"])
@generated
@given(rows=worlds, moment=late)
def test_postgresql_itself_equals_the_plain_reading(rows, moment, zone, postgresql):
    """Counted by PostgreSQL, whatever the session's time zone."""
    postgresql.rollback()
    postgresql.execute(f"set time zone '{zone}'")
    into_postgresql(postgresql, rows)
    found = differences(source_of(postgresql, "postgresql"), as_kept(rows), moment, WAYS)
    postgresql.rollback()
    assert found == {}


@generated
@given(rows=worlds, moment=late)
def test_a_folder_of_parquet_files_equals_the_plain_reading(rows, moment):
    """Counted by DuckDB where the files lie; what the folder can know follows from what is in it."""
    with tempfile.TemporaryDirectory() as folder, open_source(into_parquet(Path(folder), rows)) as source:
        assert differences(source, Rows(rows.tables, source.known), moment, WAYS) == {}


@pytest.mark.postgres
@pytest.mark.xdist_group("postgresql")
def test_a_postgresql_address_is_counted_and_only_read(figures_address):
    """In one reading transaction of its own."""
    with open_source(figures_address) as source:
        assert source.ask("plan", moment=MOMENTS[-1]) == []
        assert source.dialect == "postgresql"
        with pytest.raises(psycopg.errors.ReadOnlySqlTransaction):
            source.run("delete from gradings", {})
