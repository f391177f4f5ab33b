"""A PostgreSQL of our own with the tables that figures read."""

import psycopg
import pytest
from tests.engines.loading import make_postgresql_tables
from tests.postgres_cluster import cluster


@pytest.fixture(scope="session")
def figures_address():
    """Address of a database with empty tables."""
    with cluster() as started:
        address = started.create("figures")
        with psycopg.connect(address) as connection:
            make_postgresql_tables(connection)
        yield address


@pytest.fixture
def postgresql(figures_address):
    """A connection whose work is undone afterwards."""
    with psycopg.connect(figures_address) as connection:
        yield connection
        connection.rollback()
