"""A record of its own for each test, on SQLite and on PostgreSQL: a fresh copy of a migrated one, so none is emptied.

Use by `from tests.records_fixtures import ...` in a conftest. A test that asks for `record` runs once an engine.
"""

import itertools
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import django
import django.conf
import pytest
from tests.postgres_cluster import Cluster, cluster, there_is_postgresql

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "looped.service.web_settings")
NUMBERS = itertools.count(1)
django.setup()  # tests of the record import its tables at their top
# The council of the tests doesn't say whom to ring; tests of the door turn this on.
django.conf.settings.WAITS_FOR_SETTINGS = False


@pytest.fixture(scope="session", autouse=True)
def databases_open(django_db_blocker: Any) -> Iterator[None]:
    """pytest-django keeps databases shut, for it expects one of its own; ours are made by the fixtures below."""
    if django_db_blocker is None:
        yield
        return
    with django_db_blocker.unblock():
        yield


@pytest.fixture(scope="session")
def postgresql_cluster() -> Iterator[Cluster]:
    """One PostgreSQL of our own a session."""
    if not there_is_postgresql():
        pytest.fail("these tests need PostgreSQL: apt-get install postgresql")
    with cluster() as started:
        yield started


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite record, migrated, never written to: tests take copies."""
    from looped.records.address import embedded

    path = tmp_path_factory.mktemp("record") / "looped.sqlite3"
    _migrate(embedded(path))
    return path


@pytest.fixture(scope="session")
def migrated_database(postgresql_cluster: Cluster) -> str:
    """The name of a PostgreSQL record, migrated, never written to: tests take copies."""
    _migrate(settings_of(postgresql_cluster.create("migrated")))
    return "migrated"


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=[pytest.mark.slow, pytest.mark.postgres])])
def record(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Any]:
    """Django's connection to an empty, guarded record of this test alone."""
    yield from _opened(request, tmp_path, request.param)


@pytest.fixture
def sqlite_record(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Any]:
    """The same, on SQLite alone, at tmp_path/looped.sqlite3."""
    yield from _opened(request, tmp_path, "sqlite")


@pytest.fixture
def postgresql_record(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Any]:
    """The same, on PostgreSQL alone."""
    yield from _opened(request, tmp_path, "postgresql")


def _opened(request: pytest.FixtureRequest, folder: Path, engine: str) -> Iterator[Any]:
    if engine == "sqlite":
        yield from _sqlite(request.getfixturevalue("migrated_file"), folder / "looped.sqlite3")
        return
    server = request.getfixturevalue("postgresql_cluster")
    name = f"test_{next(NUMBERS)}"
    address = server.create(name, request.getfixturevalue("migrated_database"))
    with point_at(settings_of(address)) as connection:
        yield connection
    server.drop(name)


def _sqlite(template: Path, path: Path) -> Iterator[Any]:
    from looped.records.address import embedded

    shutil.copy(template, path)
    with point_at(embedded(path)) as connection:
        yield connection


class point_at:  # noqa: N801  # reads as a word in a `with` line
    """Point Django's default connection at another database while the `with` block lasts."""

    def __init__(self, settings: dict[str, Any]) -> None:
        self.settings = settings

    def __enter__(self) -> Any:
        from django.db import connections

        self.before = connections.settings["default"]
        self._turn(self.settings)
        return connections["default"]

    def __exit__(self, *_: object) -> None:
        self._turn(self.before)

    def _turn(self, settings: dict[str, Any]) -> None:
        from django.db import connections

        connections["default"].close()
        del connections["default"]
        connections.settings["default"] = settings
        connections.configure_settings({**connections.settings})


def _migrate(settings: dict[str, Any]) -> None:
    from django.core.management import call_command

    with point_at(settings) as connection:
        call_command("migrate", verbosity=0)
        connection.close()


def settings_of(address: str) -> dict[str, Any]:
    from looped.records import address as records_address

    before = os.environ.get("DATABASE_URL")
    os.environ["DATABASE_URL"] = address
    try:
        return records_address.database()
    finally:
        os.environ.pop("DATABASE_URL") if before is None else os.environ.update(DATABASE_URL=before)
