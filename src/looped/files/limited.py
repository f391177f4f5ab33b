"""A function run on a hostile file in a child process of its own, with limits. The only place that starts one."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, suppress
from dataclasses import asdict, dataclass
from typing import Any

from looped.errors import UnreadableError
from looped.files.frames import ANSWER, BYTES, FAILURE, PIECE, PROGRESS, Frame, read_frame
from looped.files.rlimits import missing_limits

Progress = Callable[[int, int], None]
Argument = str | int | float | bool | None

MEMORY = 4 << 30
SECONDS = 900
PLAIN_TEXT = (".csv", ".tsv", ".txt")


@dataclass(frozen=True)
class Limits:
    """What the child may use. memory: bytes of address space.  seconds: of time, and of work.  files: open at once."""

    memory: int = MEMORY
    seconds: int = SECONDS
    files: int = 64


def run_limited(
    function: Callable[..., Any],
    *arguments: Argument,
    subject: str,
    limits: Limits | None = None,
    progress: Progress | None = None,
) -> Any:
    """What `function(*arguments)` gives, run in a child process that can't write files and has limits.

    function: importable by its module and name; gives bytes, or what JSON can hold. With `progress` it is called
    with a keyword of that name, which it calls with (done, total).
    subject: what is being read, in words that begin every error: a file's name.
    The child has a session of its own and none of our environment. `missing_limits` names what can't be limited here.
    Raises: UnreadableError, in one line, where the function raises it, fails, crashes, or meets a limit.
    """
    limits = limits or Limits()
    with closing(_frames(_request(function, arguments, limits, progress), subject, limits, progress)) as frames:
        return _given(subject, next(frames), limits)


def stream_limited(
    function: Callable[..., Iterator[bytes]],
    *arguments: Argument,
    subject: str,
    limits: Limits | None = None,
    progress: Progress | None = None,
) -> Generator[bytes, None, None]:
    """The pieces that `function(*arguments)` yields, as the child hands them over; it waits while ours are used.

    Only time spent waiting for the child counts towards its limit. Close it where not every piece is taken.
    Otherwise, and in what it raises, as `run_limited`.
    """
    limits = limits or Limits()
    with closing(_frames(_request(function, arguments, limits, progress), subject, limits, progress)) as frames:
        for frame in frames:
            if frame.kind != PIECE:
                _given(subject, frame, limits)
                return
            yield frame.payload


def _request(
    function: Callable[..., Any], arguments: tuple[Argument, ...], limits: Limits, progress: Progress | None
) -> bytes:
    request = {
        "function": f"{function.__module__}:{function.__qualname__}",
        "arguments": arguments,
        "path": [entry for entry in sys.path if entry],
        "limits": asdict(limits),
        "progress": progress is not None,
    }
    return json.dumps(request).encode()


def _frames(request: bytes, subject: str, limits: Limits, progress: Progress | None) -> Generator[Frame, None, None]:
    """Pieces, then the child's last word. Raises: UnreadableError where it ends without one."""
    child = _started()
    watch = _Watch(child, limits.seconds)
    try:
        with watch:
            _ask(child, request)
        while frame := _next_frame(child, watch, progress, limits):
            yield frame
            if frame.kind != PIECE:
                return
    finally:
        _end(child)
        code = child.wait()
        assert child.stdout
        child.stdout.close()
    raise _stopped(subject, code, watch.overdue.is_set(), limits)


class _Watch:
    """Ends the child once we have waited for it, in all `with` blocks together, as long as it may take."""

    def __init__(self, child: "subprocess.Popen[bytes]", seconds: float) -> None:
        self.child, self.left = child, seconds
        self.overdue = threading.Event()

    def __enter__(self) -> None:
        self.begun = time.monotonic()
        self.timer = threading.Timer(max(self.left, 0), _end, (self.child, self.overdue))
        self.timer.start()

    def __exit__(self, *_: object) -> None:
        self.timer.cancel()
        self.left -= time.monotonic() - self.begun


def _started() -> "subprocess.Popen[bytes]":
    """A fresh interpreter that ignores our environment, our user's packages and the folder we are in."""
    return subprocess.Popen(
        [sys.executable, "-I", "-B", "-m", "looped.files.child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={"PATH": os.defpath, "LC_ALL": "C.UTF-8"},
        start_new_session=True,
    )


def _ask(child: "subprocess.Popen[bytes]", request: bytes) -> None:
    """A child that has ended already says so by what it doesn't answer."""
    assert child.stdin
    with suppress(BrokenPipeError), child.stdin:
        child.stdin.write(request)


def _next_frame(
    child: "subprocess.Popen[bytes]", watch: _Watch, progress: Progress | None, limits: Limits
) -> Frame | None:
    """The next piece or the last word; None where the child ended without one."""
    assert child.stdout
    with watch:
        while frame := read_frame(child.stdout, limits.memory):
            if frame.kind != PROGRESS:
                return frame
            if progress:
                progress(*json.loads(frame.payload))
    return None


def _end(child: "subprocess.Popen[bytes]", overdue: threading.Event | None = None) -> None:
    """Ends the child and whatever it started: its session is its own."""
    if child.poll() is None:
        if overdue:
            overdue.set()
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(child.pid, signal.SIGKILL)


def _given(subject: str, answer: Frame, limits: Limits) -> Any:
    if answer.kind == BYTES:
        return answer.payload
    told = json.loads(answer.payload)
    if answer.kind == ANSWER:
        return told
    assert answer.kind == FAILURE
    if told["error"] == "UnreadableError":
        raise UnreadableError(told["text"])
    if told["error"] == "MemoryError":
        raise _too_much(subject, limits)
    raise UnreadableError(
        f"{subject}: reading it failed ({told['error']}: {told['text']}). "
        "To mend it: open it in the program it comes from and save it again."
    )


def _stopped(subject: str, code: int, overdue: bool, limits: Limits) -> UnreadableError:
    if overdue or code == -signal.SIGXCPU:
        return UnreadableError(
            f"{subject}: reading it takes more than {limits.seconds} seconds. To mend it: {_smaller(subject)}."
        )
    return _too_much(subject, limits)


def _too_much(subject: str, limits: Limits) -> UnreadableError:
    """Also for a reader that broke down: libraries end the process when they can't have more memory."""
    return UnreadableError(
        f"{subject}: reading it broke down, most likely for want of memory "
        f"({limits.memory / (1 << 30):.3g} GiB are allowed). To mend it: {_smaller(subject)}."
    )


def _smaller(subject: str) -> str:
    return "divide it" if subject.lower().endswith(PLAIN_TEXT) else "save it as CSV, or divide it"


__all__ = ["Limits", "Progress", "missing_limits", "run_limited", "stream_limited"]
