"""A long work done on two cores: the one process takes its pieces from the front, a fork of it from the back.

This is no limited process: those read hostile files (`files/limited.py`), and may come here for a fork of their own,
which has their limits. The fork has all that this very process has, gives its results back and ends. Where there is no
fork, no core that is free, or threads that a fork would lose, all is done here; so is what a child that dies leaves
undone. What comes out is the same either way, in the order of the pieces.
"""

import os
import pickle
import signal
import threading
import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from mmap import mmap
from typing import TypeVar

Done = TypeVar("Done")


def in_halves(work: Callable[[int], Done], number: int, *, is_long: bool = True) -> list[Done]:
    """What a work gives for each of the numbers from 0, in their order.

    work: changes nothing that the other process needs; what it gives can be pickled. What it raises is raised.
    is_long: whether all of it takes longer than a fork.
    """
    done = _in_two(work, number) if is_long and _may_fork() else {}
    return [done[at] if at in done else work(at) for at in range(number)]


def _may_fork() -> bool:
    """Whether a fork would have all that is here, and a core that others leave free."""
    if not hasattr(os, "fork") or not hasattr(os, "sched_getaffinity") or threading.active_count() > 1:
        return False
    return os.getloadavg()[0] < len(os.sched_getaffinity(0)) > 1


def _in_two(work: Callable[[int], Done], number: int) -> dict[int, Done]:
    """What this process and a fork of it did. Some may be left over, where the child died or none could be made."""
    with mmap(-1, number) as taken:
        reading, writing = os.pipe()
        with os.fdopen(reading, "rb") as answer:
            with os.fdopen(writing, "wb", buffering=0) as end:
                child = _forked()
                if child == 0:
                    _answer(end.fileno(), work, number, taken)
            if child is None:
                return {}
            try:
                own = {at: work(at) for at in _free(taken, range(number))}
                return _told(answer.read()) | own
            finally:
                with suppress(OSError):
                    os.kill(child, signal.SIGKILL)  # it has told all, or nobody waits for it any more
                    os.waitpid(child, 0)


def _forked() -> int | None:
    """A child's number, 0 in the child itself; None where none can be made."""
    with warnings.catch_warnings():
        # Newer Pythons warn of the threads of libraries, which run none of what the child does.
        warnings.simplefilter("ignore", DeprecationWarning)
        try:
            return os.fork()
        except OSError:
            return None


def _answer(end: int, work: Callable[[int], object], number: int, taken: mmap) -> None:
    """The child: it tells what it did and is gone, without what a process does at its end for its parent."""
    try:
        done = {at: work(at) for at in _free(taken, reversed(range(number)))}
        told = memoryview(pickle.dumps(done))
        while told:
            told = told[os.write(end, told) :]
    finally:
        os._exit(0)


def _free(taken: mmap, numbers: Iterable[int]) -> Iterator[int]:
    """Numbers one after the other until one comes that the other process has begun; both may begin the same at once."""
    for at in numbers:
        if taken[at]:
            return
        taken[at] = 1
        yield at


def _told(answer: bytes) -> dict[int, Done]:
    """What a child told: nothing where it died before."""
    try:
        done: dict[int, Done] = pickle.loads(answer)  # noqa: S301  # our own fork wrote it
    except (EOFError, pickle.UnpicklingError):
        return {}
    return done
