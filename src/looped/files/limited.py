"""A function run on a hostile file in a child process of its own, with limits. The only place that starts one."""

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import IO, Any

from looped.errors import UnreadableError
from looped.files.frames import ANSWER, BYTES, FAILURE, PROGRESS, Frame, read_frame
from looped.files.rlimits import missing_limits

Progress = Callable[[int, int], None]

MEMORY = 4 << 30
SECONDS = 900


@dataclass(frozen=True)
class Limits:
    """What the child may use. memory: bytes of address space.  seconds: of time, and of work.  files: open at once."""

    memory: int = MEMORY
    seconds: int = SECONDS
    files: int = 64


def run_limited(
    function: Callable[..., Any],
    *arguments: str | int | float | bool | None,
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
    request = {
        "function": f"{function.__module__}:{function.__qualname__}",
        "arguments": arguments,
        "path": [entry for entry in sys.path if entry],
        "limits": asdict(limits),
        "progress": progress is not None,
    }
    child = _started()
    overdue = threading.Event()
    timer = threading.Timer(limits.seconds, _end, (child, overdue))
    timer.start()
    try:
        answer = _talk(child, json.dumps(request).encode(), progress, limits)
    finally:
        timer.cancel()
        _end(child)
        code = child.wait()
    if answer is None:
        raise _stopped(subject, code, overdue.is_set(), limits)
    return _given(subject, answer, limits)


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


def _talk(child: "subprocess.Popen[bytes]", request: bytes, progress: Progress | None, limits: Limits) -> Frame | None:
    """The child's last word; None where it ended without one."""
    assert child.stdin
    assert child.stdout
    with child.stdout, suppress(BrokenPipeError):
        with child.stdin:
            child.stdin.write(request)
        return _last_frame(child.stdout, progress, limits.memory)
    return None


def _last_frame(stream: IO[bytes], progress: Progress | None, longest: int) -> Frame | None:
    while frame := read_frame(stream, longest):
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
            f"{subject}: reading it takes more than {limits.seconds} seconds. To mend it: save it as CSV, or divide it."
        )
    return _too_much(subject, limits)


def _too_much(subject: str, limits: Limits) -> UnreadableError:
    """Also for a reader that broke down: libraries end the process when they can't have more memory."""
    return UnreadableError(
        f"{subject}: reading it broke down, most likely for want of memory "
        f"({limits.memory / (1 << 30):.3g} GiB are allowed). To mend it: save it as CSV, or divide it."
    )


__all__ = ["Limits", "Progress", "missing_limits", "run_limited"]
