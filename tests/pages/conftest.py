"""Fixtures of the browser tests: a record, a council on it, the service serving it, a browser."""

import os
import subprocess

import pytest
from django.conf import settings
from tests.pages.serving import ROOT, chromium, served
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

# Playwright runs a loop of its own in this thread; the record is asked between its calls, never within one.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


@pytest.fixture(scope="session", autouse=True)
def built():
    """What browsers fetch: style, script. Our settings serve what was there when they were loaded."""
    subprocess.run(["bash", "src/looped/web/assets/build.sh"], cwd=ROOT, check=True)
    if not any("whitenoise" in each for each in settings.MIDDLEWARE):
        pytest.fail("what browsers fetch has only now been built: run the tests again")


@pytest.fixture(scope="module")
def chrome():
    """Before any record is opened: Django keeps its connections apart by the loop that the browser's driver runs."""
    with chromium() as browser:
        yield browser


@pytest.fixture
def small_world(chrome, sqlite_record):  # noqa: F811  # the fixture above
    return council()


@pytest.fixture
def world(chrome, record):  # noqa: F811  # the fixture above
    return council()


@pytest.fixture
def small_site(small_world, tmp_path):
    """The service on SQLite."""
    with served(tmp_path) as service:
        yield service


@pytest.fixture
def site(world, tmp_path):
    """The service on each database in turn."""
    with served(tmp_path) as service:
        yield service
