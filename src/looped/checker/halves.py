"""A long document put to the rules on two cores: the one takes them from the front, the other from the back.

This is no limited process: those read hostile files (`files/limited.py`). Here a document that is read already is put
to our own rules in a fork of this very process, which has all that was read of it, gives its findings back and ends.
Where there is no fork, no core that is free, or threads that a fork would lose, all is done here; so is what a child
that dies leaves undone. What is found is the same either way, in the order of the rules.
"""

import os
import pickle
import signal
import threading
import warnings
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from mmap import mmap

from looped.checker.context import Context
from looped.checker.finding import Finding
from looped.checker.patterns import pattern_of
from looped.checker.remarks import remarks
from looped.checker.rules import Rule, rules

# So many sentences take longer than a fork.
LONG = 300
ANY = pattern_of(r"\S")
Found = dict[int, list[Finding]]


def found_by_rules(context: Context) -> list[Finding]:
    """What every rule finds in a document, in the order of the rules."""
    every = rules()
    found = _in_two(every, context) if _may_fork() and len(context.sentences) > LONG else {}
    for at, rule in enumerate(every):
        if at not in found:
            found[at] = list(rule.check(context))
    return [finding for at in range(len(every)) for finding in found[at]]


def _may_fork() -> bool:
    """Whether a fork would have all that is here, and a core that others leave free."""
    if not hasattr(os, "fork") or not hasattr(os, "sched_getaffinity") or threading.active_count() > 1:
        return False
    return os.getloadavg()[0] < len(os.sched_getaffinity(0)) > 1


def _in_two(every: Sequence[Rule], context: Context) -> Found:
    """What this process and a fork of it find. Rules may be left over, where the child died or none could be made."""
    _read_first(context)
    with mmap(-1, len(every)) as taken:
        reading, writing = os.pipe()
        with os.fdopen(reading, "rb") as answer:
            with os.fdopen(writing, "wb", buffering=0) as end:
                child = _forked()
                if child == 0:
                    _answer(end.fileno(), every, context, taken)
            if child is None:
                return {}
            try:
                own = {at: list(every[at].check(context)) for at in _free(taken, range(len(every)))}
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


def _answer(end: int, every: Sequence[Rule], context: Context, taken: mmap) -> None:
    """The child: it tells what it finds and is gone, without what a process does at its end for its parent."""
    try:
        found = {at: list(every[at].check(context)) for at in _free(taken, reversed(range(len(every))))}
        told = memoryview(pickle.dumps(found))
        while told:
            told = told[os.write(end, told) :]
    finally:
        os._exit(0)


def _free(taken: mmap, numbers: Iterable[int]) -> Iterator[int]:
    """Rules one after the other until one comes that the other process has begun; both may begin the same at once."""
    for at in numbers:
        if taken[at]:
            return
        taken[at] = 1
        yield at


def _told(answer: bytes) -> Found:
    """What a child told: nothing where it died before."""
    try:
        found: Found = pickle.loads(answer)  # noqa: S301  # our own fork wrote it
    except (EOFError, pickle.UnpicklingError):
        return {}
    return found


def _read_first(context: Context) -> None:
    """Reads what nearly every rule asks for, so that both processes have it."""
    context.sentences_with(ANY)
    context.paragraphs_with(ANY)
    context.told  # noqa: B018  # reads every passage
    context.once(remarks)
