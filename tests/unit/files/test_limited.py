"""A function in a child process: its answer comes back, whatever it does wrong becomes one line, and it is limited."""

import sys
import time

import pytest

from looped.errors import UnreadableError
from looped.files.limited import Limits, missing_limits, run_limited, stream_limited

MODULE = """
import os, signal, subprocess, sys, time
from looped.errors import UnreadableError

def given(*values, **told): return list(values)
def raw(size): return b"x" * size
def nothing(): return None
def unreadable(): raise UnreadableError("a.xlsx: is torn. To mend it: glue it.")
def failing(): raise ValueError("no\\nway")
def panicking(): raise BaseException("rust")
def hungry(): return len(b"x" * (2 << 30))
def deep(): return deep()
def crashing(): os.kill(os.getpid(), signal.SIGSEGV)
def aborting(): os.abort()
def leaving(): os._exit(3)
def sleeping(): time.sleep(600)
def busy():
    while True: pass
def loud():
    print("noise on standard output"); sys.stdout.flush(); os.write(1, b"more"); return "said"
def surroundings(): return [sorted(os.environ), os.getsid(0) == os.getpid(), sys.flags.isolated]
def writing(path):
    with open(path, "w") as file:
        file.write("x")
def opening(path): return len([open(path) for _ in range(100)])
def counting(progress):
    progress(1, 2); progress(2, 2); return "done"
def unserious(): return object()
def pieces(number):
    for each in range(number):
        yield bytes([each])
def torn(number):
    yield from pieces(number)
    raise UnreadableError("a.xlsx: is torn. To mend it: glue it.")
def broken_off():
    yield b"one"
    os._exit(3)
def slow():
    yield b"one"
    time.sleep(600)
def starting(path):
    code = f"import time; time.sleep(4); open({path!r}, 'w')"
    subprocess.Popen([sys.executable, "-c", code]); time.sleep(600)
"""


@pytest.fixture
def deeds(tmp_path, monkeypatch):
    """Functions in a module that only our own path leads to."""
    (tmp_path / "deeds_in_a_child.py").write_text(MODULE)
    monkeypatch.syspath_prepend(tmp_path)
    sys.modules.pop("deeds_in_a_child", None)
    import deeds_in_a_child

    return deeds_in_a_child


def run(function, *arguments, **options):
    return run_limited(function, *arguments, subject="a.xlsx", **options)


def line(function, *arguments, **options):
    with pytest.raises(UnreadableError) as caught:
        run(function, *arguments, **options)
    assert "\n" not in str(caught.value)
    assert "To mend it: " in str(caught.value)
    return str(caught.value)


def test_what_the_function_gives_comes_back(deeds):
    assert run(deeds.given, "é", 1, 2.5, True, None) == ["é", 1, 2.5, True, None]
    assert run(deeds.raw, 3_000_000) == b"x" * 3_000_000
    assert run(deeds.nothing) is None


def test_an_unreadable_file_is_named_in_its_own_words(deeds):
    assert line(deeds.unreadable) == "a.xlsx: is torn. To mend it: glue it."


@pytest.mark.parametrize(
    ("name", "words"),
    [("failing", "(ValueError: no way)"), ("panicking", "(BaseException: rust)"), ("deep", "(RecursionError: ")]
    + [("unserious", "(TypeError: "), ("hungry", "want of memory (1 GiB are allowed)")]
    + [(name, "reading it broke down") for name in ("crashing", "aborting", "leaving")],
)
def test_whatever_goes_wrong_is_one_line(deeds, name, words):
    told = line(getattr(deeds, name), limits=Limits(memory=1 << 30))

    assert told.startswith("a.xlsx: ")
    assert words in told


def test_a_function_that_takes_too_long_is_ended(deeds):
    start = time.monotonic()

    assert "takes more than 1 seconds" in line(deeds.sleeping, limits=Limits(seconds=1))
    assert time.monotonic() - start < 30


@pytest.mark.slow
def test_time_of_work_is_limited_by_the_system_too(deeds, monkeypatch):
    import looped.files.limited as limited

    monkeypatch.setattr(limited, "_end", lambda child, overdue=None: None)

    assert "takes more than 1 seconds" in line(deeds.busy, limits=Limits(seconds=1))


def test_what_the_function_prints_disturbs_nothing(deeds, capfd):
    assert run(deeds.loud) == "said"
    assert capfd.readouterr() == ("", "")


def test_the_child_has_none_of_our_environment_and_a_session_of_its_own(deeds, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://secret")

    names, session, isolated = run(deeds.surroundings)

    assert set(names) <= {"LC_ALL", "PATH", "LC_CTYPE"}
    assert (session, isolated) == (True, 1)


def test_the_child_cannot_write_a_file_nor_open_many(deeds, tmp_path):
    (tmp_path / "there").write_text("x")

    assert "OSError" in line(deeds.writing, str(tmp_path / "new"))
    assert "Too many open files" in line(deeds.opening, str(tmp_path / "there"))
    assert not (tmp_path / "new").exists() or (tmp_path / "new").read_text() == ""


def test_what_the_child_started_ends_with_it(deeds, tmp_path):
    line(deeds.starting, str(tmp_path / "left"), limits=Limits(seconds=2))

    time.sleep(3)
    assert not (tmp_path / "left").exists()


def test_progress_is_told_while_it_works(deeds):
    told = []

    assert run(deeds.counting, progress=lambda done, total: told.append((done, total))) == "done"
    assert told == [(1, 2), (2, 2)]


def test_a_child_that_ends_before_it_listens_is_one_line(deeds, monkeypatch):
    monkeypatch.setattr(sys, "executable", "/bin/false")

    assert "reading it broke down" in line(deeds.given, "x" * 1_000_000)


def test_our_own_failure_ends_the_child(deeds):
    def interrupted(done, total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(deeds.counting, progress=interrupted)


def test_nothing_is_missing_on_linux():
    assert missing_limits("linux") == ()


def stream(function, *arguments, **options):
    return stream_limited(function, *arguments, subject="a.xlsx", **options)


def test_pieces_come_one_after_the_other(deeds):
    assert list(stream(deeds.pieces, 3)) == [b"\0", b"\1", b"\2"]
    assert list(stream(deeds.pieces, 0)) == []


def test_what_goes_wrong_after_some_pieces_is_one_line(deeds):
    for function, words in ((deeds.torn, "is torn"), (deeds.broken_off, "reading it broke down")):
        sent = stream(function, *((1,) if function is deeds.torn else ()))
        assert len(next(sent)) in (1, 3)
        with pytest.raises(UnreadableError, match=words):
            next(sent)


def test_only_waiting_for_the_child_counts(deeds):
    """The first piece lies there for longer than the child may take; then it is the child that we wait for."""
    sent = stream(deeds.slow, limits=Limits(seconds=2))
    assert next(sent) == b"one"
    time.sleep(2.5)
    start = time.monotonic()

    with pytest.raises(UnreadableError, match="takes more than 2 seconds"):
        next(sent)
    assert time.monotonic() - start > 0.1


def test_a_child_whose_pieces_nobody_wants_is_ended(deeds, monkeypatch):
    import looped.files.limited as limited

    started, real = [], limited._started
    monkeypatch.setattr(limited, "_started", lambda: started.append(real()) or started[0])
    sent = stream(deeds.slow)
    next(sent)

    sent.close()

    assert started[0].returncode is not None
