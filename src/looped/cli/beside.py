"""One process beside another: the pages run as long as we do, and what is due by the clock is done each minute.

The one above is plain and small, so that it doesn't fail; each tick is a process of its own, so that one that dies
or hangs is simply followed by the next.
"""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import FrameType

PR_SET_PDEATHSIG = 1


@dataclass(frozen=True)
class Pace:
    """Seconds. first: until the first tick.  every: between the beginnings of two.  longest: after which one hangs.

    patience: what pages and tick may take to finish what they are at.
    """

    first: float = 5.0
    every: float = 60.0
    longest: float = 900.0
    patience: float = 40.0


def run_beside(pages: Sequence[str], tick: Sequence[str] | None, pace: Pace | None = None) -> int:
    """Run both until the pages end or we are told to. Gives what the pages ended with; 0 when we were told to.

    pages, tick: commands.  tick None: somebody else's timer does it.
    """
    pace = pace or Pace()
    serving = _begin(pages)
    told = _told_to_end(serving)
    ticker = _Ticker(tick, pace) if tick else None
    while serving.poll() is None:
        if told() > pace.patience:
            serving.kill()
        elif ticker and not told():
            ticker.look()
        time.sleep(0.1)
    if ticker:
        ticker.end()
    return 0 if told() else serving.returncode


class _Ticker:
    """Begins a tick each minute, never two at once."""

    def __init__(self, command: Sequence[str], pace: Pace) -> None:
        self.command, self.pace = command, pace
        self.next, self.running = time.monotonic() + pace.first, None

    running: "subprocess.Popen[bytes] | None"

    def look(self) -> None:
        """Begin the next if it is time; end one that hangs."""
        now = time.monotonic()
        if self.running and self.running.poll() is None:
            if now > self.next - self.pace.every + self.pace.longest:
                self.running.kill()
        elif now >= self.next:
            self.next = now + self.pace.every
            self.running = _begin(self.command)

    def end(self) -> None:
        """Let the letter under way be finished."""
        if self.running is None:
            return
        self.running.terminate()
        try:
            self.running.wait(self.pace.patience)
        except subprocess.TimeoutExpired:
            self.running.kill()
            self.running.wait()


def _begin(command: Sequence[str]) -> "subprocess.Popen[bytes]":
    ours = os.getpid()

    def end_with_us() -> None:
        """However we end, the kernel tells the child to. Elsewhere only an orderly end takes it along."""
        if sys.platform == "linux":
            ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
            if os.getppid() != ours:
                os._exit(1)

    # A session of its own: Ctrl-C reaches us alone, and we end both in order. There are no threads here.
    return subprocess.Popen(command, start_new_session=True, preexec_fn=end_with_us, stdin=subprocess.DEVNULL)


def _told_to_end(serving: "subprocess.Popen[bytes]") -> Callable[[], float]:
    """SIGTERM and Ctrl-C end the pages, which finish the requests they have. Gives seconds since, 0 if never."""
    told: list[float] = []

    def end(number: int, frame: FrameType | None) -> None:
        told.append(time.monotonic())
        serving.terminate()

    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, end)
    return lambda: max(time.monotonic() - told[0], 0.001) if told else 0.0
