"""Fixtures of tests that need a record."""

from tests.records_fixtures import (  # noqa: F401  # pytest finds fixtures by name
    databases_open,
    migrated_database,
    migrated_file,
    postgresql_cluster,
    postgresql_record,
    record,
    sqlite_record,
)
