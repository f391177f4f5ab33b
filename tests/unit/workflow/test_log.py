"""Lines of the log: identifiers and kinds, never words; a deed's line when it is done and not otherwise."""

import json
import logging
import sys

import pytest
from django.db import transaction
from tests.unit.workflow.service_world import council

from looped.errors import UsageError
from looped.workflow.concerns import raise_concern, record_ring
from looped.workflow.log import Lines, request_id, told


@pytest.fixture
def lines():
    """What is logged from here on, as it would be written."""
    kept = []

    class Keep(logging.Handler):
        def emit(self, record):
            kept.append(json.loads(self.format(record)))

    keep = Keep()
    keep.setFormatter(Lines())
    loggers = [logging.getLogger(name) for name in ("looped", "library")]
    for logger in loggers:
        logger.addHandler(keep)
        logger.setLevel(logging.INFO)
    yield kept
    for logger in loggers:
        logger.removeHandler(keep)
        logger.setLevel(logging.NOTSET)


def test_a_line_of_ours(lines):
    """Time, level, event, what was said, and of which request."""
    token = request_id.set("r1")
    told("request", route="page", status=200)
    request_id.reset(token)
    told("request", route="first")

    first, second = lines
    assert first.pop("time").endswith("Z")
    assert first == {"level": "info", "event": "request", "route": "page", "status": 200, "request": "r1"}
    assert "request" not in second


def test_a_line_of_a_library_is_its_pattern(lines):
    """What was put together already isn't written at all; nor what is no text."""
    library = logging.getLogger("library")
    library.warning("about %s", "Maisie")
    library.warning("about Maisie")
    odd = logging.LogRecord("library", logging.INFO, "x.py", 1, ValueError("Maisie"), ("x",), None)
    assert "pattern" not in json.loads(Lines().format(odd)) and "Maisie" not in Lines().format(odd)

    assert [line.get("pattern") for line in lines] == ["about %s", None]
    assert {line["where"] for line in lines} == {f"test_log:{number}" for number in range(*_span())}
    assert "Maisie" not in json.dumps(lines)


def _span():
    start = test_a_line_of_a_library_is_its_pattern.__code__.co_firstlineno + 3
    return start, start + 2


def test_an_error_is_its_kinds_and_places(lines):
    """Its causes too, as far as five; never its text, and no variable."""
    secret = "Maisie"
    try:
        try:
            raise KeyError(secret)
        except KeyError as error:
            raise UsageError(secret) from error
    except UsageError:
        logging.getLogger("library").exception("x")
    deep = None
    for _ in range(9):
        deeper = ValueError(secret)
        deeper.__cause__, deep = deep, deeper
    logging.getLogger("library").error("x", exc_info=deep)
    logging.getLogger("library").error("x", exc_info=(ValueError, None, None))
    logging.getLogger("library").error("x", exc_info=sys.exc_info())

    first, second, third, fourth = lines
    assert first["error"] == ["looped.errors.UsageError", "KeyError"]
    assert [place.rpartition(":")[0] for place in first["at"]] == [
        f"{__name__}.test_an_error_is_its_kinds_and_places",
    ]
    assert second["error"] == ["ValueError"] * 5
    assert (third["error"], third["at"]) == (["ValueError"], [])
    assert "error" not in fourth
    assert secret not in json.dumps(lines)


def test_a_deed_is_logged_by_identifiers_once_it_is_done(lines, record):
    """Of a sealed audit too: which, who, and no more; one that fails or is rolled back leaves no line."""
    world = council()
    audit = world.looped("C-secret")
    lines.clear()
    concern = raise_concern(by=world.id("Ann"), audit=audit, now=world.now())
    world.submit(audit, "Ann", 1, word="Maisie")
    with pytest.raises(UsageError):
        record_ring(by=world.id("Ann"), concern=concern, whom=" ", now=world.now())
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        record_ring(by=world.id("Ann"), concern=concern, whom="Maisie", now=world.now())
        1 / 0  # noqa: B018

    said = [(line["event"], line["deed"], line["which"], line["who"]) for line in lines]
    assert said == [
        ("deed", what, f"audit:{audit}", world.id("Ann")) for what in ("raise concern", "save draft", "submit return")
    ]
    assert not any(word in json.dumps(lines) for word in ("Maisie", "C-secret", "Ann First"))
    assert {frozenset(line) for line in lines} == {frozenset({"time", "level", "event", "deed", "which", "who"})}
