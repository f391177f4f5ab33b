"""The child's side, and what it says, looked at from inside one process."""

import io
import json
import sys
from types import SimpleNamespace

import pytest

from looped.files import child, rlimits
from looped.files.frames import ANSWER, BYTES, FAILURE, PROGRESS, Frame, read_frame, write_frame

LONG = 1 << 20


def given(*values, progress=None):
    """What was asked for; raises what it is named after."""
    if progress:
        progress(1, 1)
    if values == ("memory",):
        raise MemoryError
    if values == ("wrong",):
        raise ValueError("no way")
    return b"raw" if values == ("raw",) else list(values)


@pytest.fixture
def asked(monkeypatch):
    """Frames that the child says for one request, without limits set on the tests' own process."""
    monkeypatch.setattr(child, "set_limits", lambda **limits: None)
    monkeypatch.setattr(sys, "path", list(sys.path))
    sys.modules["deed_of_this_test"] = sys.modules[__name__]

    def ask(*arguments, progress=False):
        stream = io.BytesIO()
        request = {
            "function": "deed_of_this_test:given",
            "arguments": arguments,
            "path": sys.path,
            "progress": progress,
        }
        child.answer(request | {"limits": {}}, stream)
        stream.seek(0)
        return list(iter(lambda: read_frame(stream, LONG), None))

    yield ask
    del sys.modules["deed_of_this_test"]


def test_answers_are_json_or_bytes(asked):
    assert asked(1, "é") == [Frame(ANSWER, json.dumps([1, "é"]).encode())]
    assert asked("raw") == [Frame(BYTES, b"raw")]


def test_failures_are_named(asked):
    assert asked("memory") == [Frame(FAILURE, b'{"error": "MemoryError", "text": ""}')]
    assert asked("wrong") == [Frame(FAILURE, b'{"error": "ValueError", "text": "no way"}')]


def test_progress_is_said_before_the_answer(asked):
    assert asked(progress=True) == [Frame(PROGRESS, b"[1, 1]"), Frame(ANSWER, b"[]")]


@pytest.mark.parametrize("content", [b"", b"A", b"A\x05" + b"\0" * 7 + b"abcd", b"?" + b"\0" * 8, b"B" + b"\xff" * 8])
def test_half_a_frame_an_unknown_one_and_one_too_long_are_the_end(content):
    assert read_frame(io.BytesIO(content), LONG) is None


def test_a_frame_is_read_as_it_was_said():
    stream = io.BytesIO()
    write_frame(stream, BYTES, b"abc")
    stream.seek(0)

    assert (read_frame(stream, 3), read_frame(stream, 3)) == (Frame(BYTES, b"abc"), None)


def test_the_childs_first_words_are_read_and_its_output_goes_nowhere(monkeypatch, tmp_path):
    """Standard output becomes the stream of frames; what is printed later ends in standard error."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b'{"word": 1}')))
    monkeypatch.setattr(
        child.os, "dup", lambda number: child.os.open(tmp_path / "out", child.os.O_CREAT | child.os.O_WRONLY)
    )
    moved = []
    monkeypatch.setattr(child.os, "dup2", lambda *pair: moved.append(pair))
    monkeypatch.setattr(child, "answer", lambda request, stream: stream.write(repr(request).encode()))

    child.main()

    assert ((tmp_path / "out").read_text(), moved) == ("{'word': 1}", [(2, 1)])


class OtherSystem:
    """A system that knows two limits, keeps one, and refuses the other."""

    RLIMIT_CPU, RLIMIT_NOFILE = 1, 2

    def __init__(self):
        self.kept = {}

    def setrlimit(self, name, most):
        if name == self.RLIMIT_NOFILE:
            raise ValueError("not allowed to exceed maximum limit")
        self.kept[name] = most


def test_limits_are_set_as_far_as_the_system_has_them(monkeypatch):
    system = OtherSystem()
    monkeypatch.setattr(rlimits, "_resource", lambda: system)

    rlimits.set_limits(memory=1, seconds=2, files=3)

    assert system.kept == {1: (2, 7)}
    assert rlimits.missing_limits("other") == ("memory", "writing files")


def test_what_a_system_cannot_limit_is_named(monkeypatch):
    assert rlimits.missing_limits("darwin") == ("memory",)

    monkeypatch.setitem(sys.modules, "resource", None)
    rlimits.set_limits(1, 2, 3)
    assert rlimits.missing_limits("win32") == ("memory", "time of work", "writing files", "open files")


def test_progress_that_nobody_asked_for_is_passed_over():
    from looped.files.limited import Limits, _next_frame, _Watch

    stream = io.BytesIO()
    write_frame(stream, PROGRESS, b"[1, 2]")
    write_frame(stream, BYTES, b"abc")
    stream.seek(0)
    child = SimpleNamespace(stdout=stream)

    assert _next_frame(child, _Watch(child, 60), None, Limits()) == Frame(BYTES, b"abc")
