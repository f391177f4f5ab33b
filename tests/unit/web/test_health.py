"""`/healthz`: 200 while the database answers and its guard stands, else 503; quick, and without a word more."""

import time
from threading import Event

import pytest
from django.db import connection
from django.test import RequestFactory

from looped.records.guarding import install, lift
from looped.web import health


@pytest.fixture(autouse=True)
def unasked(monkeypatch):
    """Nothing is remembered from another test."""
    monkeypatch.setattr(health, "_last", [])
    monkeypatch.setattr(health, "_guard_seen", [])
    monkeypatch.setattr(health, "FRESH", 0)


def asked():
    answer = health.healthz(RequestFactory().get("/healthz"))
    return answer.status_code, answer.content, answer.headers["Content-Type"]


def test_well_until_the_guard_is_gone(record, monkeypatch):
    """And again once it is back."""
    monkeypatch.setattr(health, "GUARD_FRESH", 0)
    assert asked() == (200, b"ok\n", "text/plain")

    lift(connection)
    assert asked() == (503, b"unavailable\n", "text/plain")

    install(connection)
    assert asked()[0] == 200


def test_the_guard_is_not_compared_at_every_asking(record, monkeypatch):
    """Comparing takes its time on PostgreSQL; a minute later is soon enough."""
    assert asked()[0] == 200
    monkeypatch.setattr(health, "require_guard", lambda _: 1 / 0)

    assert asked()[0] == 200


def test_a_database_that_refuses(record):
    """No table, no answer."""
    lift(connection)
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE django_migrations")

    assert asked()[0] == 503


def test_a_silent_database_keeps_nobody_waiting(record, monkeypatch):
    """It is asked once; whoever comes later is answered at once."""
    silent, begun = Event(), []
    monkeypatch.setattr(health, "LIMIT", 0.2)
    monkeypatch.setattr(health.Look, "_look", lambda self: begun.append(self) or silent.wait(20))

    first = asked()[0]
    before = time.monotonic()
    later = [asked()[0] for _ in range(50)]

    assert (first, set(later), len(begun)) == (503, {503}, 1)
    assert time.monotonic() - before < 5  # 50 waits of 0.2 seconds would take ten
    silent.set()


def test_asking_often_looks_once(record, monkeypatch):
    """An answer is given again for a second."""
    monkeypatch.setattr(health, "FRESH", 60)

    assert {asked()[0] for _ in range(20)} == {200}
    (only,) = health._last
    assert only.done.is_set()
