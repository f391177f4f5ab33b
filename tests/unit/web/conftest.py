"""A council at work, and browsers signed in as its people."""

import pytest
from tests.records_fixtures import (  # noqa: F401  # pytest finds fixtures by name
    databases_open,
    migrated_database,
    migrated_file,
    postgresql_cluster,
    postgresql_record,
    record,
    sqlite_record,
)
from tests.unit.workflow.service_world import council


@pytest.fixture
def world(record):  # noqa: F811  # the fixture above
    """The invented council, with nothing done yet, on each database in turn."""
    return council()


@pytest.fixture
def small_world(sqlite_record):  # noqa: F811  # the fixture above
    """The same on SQLite alone, for what no database changes."""
    return council()
