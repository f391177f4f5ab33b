"""The tick beside the pages: begun again whatever became of the last, ended with them however they end."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

# Pages that say what they are told; ticks that note their number and may die or hang.
PAGES = (
    "import signal, time; signal.signal(signal.SIGTERM, lambda *_: exit(0)); print('up', flush=True); time.sleep({})"
)
TICK = "import os, sys, time; print('tick', os.getpid(), flush=True); {}"
ABOVE = """
import sys
from looped.cli.beside import Pace, run_beside
pages, tick = sys.argv[1:]
run = lambda code: [sys.executable, "-c", code]
sys.exit(run_beside(run(pages), run(tick) if tick else None, Pace(first=0, every=0.2, longest=1, patience=2)))
"""


def above(pages, tick, log):
    with log.open("w") as told:
        return subprocess.Popen([sys.executable, "-c", ABOVE, pages, tick], stdout=told, stderr=told)


def ticks(log):
    return [int(line.split()[1]) for line in log.read_text().splitlines() if line.startswith("tick")]


def until(true, seconds=30):
    for _ in range(seconds * 20):
        if true():
            return
        time.sleep(0.05)
    raise AssertionError("it never came to pass")


def gone(number):
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return True
    return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] == "Z"


@pytest.mark.parametrize("fate", ["", "os.abort()", "sys.exit(1)", "os.kill(os.getpid(), 9)", "time.sleep(60)"])
def test_a_tick_follows_whatever_became_of_the_last(fate, tmp_path):
    """Done, dead, killed or hanging: the next comes, and never while one runs."""
    log = tmp_path / "log"
    process = above(PAGES.format(60), TICK.format(fate), log)

    until(lambda: len(ticks(log)) >= 3)
    process.terminate()

    assert process.wait(20) == 0
    assert all(gone(each) for each in ticks(log))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_both_end_with_us(number, tmp_path):
    """In order when told to; by the kernel when we are killed."""
    log = tmp_path / "log"
    pages = f"import os; print('tick', os.getpid(), flush=True); {PAGES.format(60)}"
    process = above(pages, TICK.format("time.sleep(60)"), log)
    until(lambda: len(ticks(log)) >= 2)

    process.send_signal(number)

    assert process.wait(20) == (-9 if number == signal.SIGKILL else 0)
    until(lambda: all(gone(each) for each in ticks(log)))


def test_we_end_with_the_pages_and_say_how(tmp_path):
    """A port that is taken is told by gunicorn's own code."""
    log = tmp_path / "log"

    assert above("raise SystemExit(3)", TICK.format("time.sleep(60)"), log).wait(20) == 3
    until(lambda: all(gone(each) for each in ticks(log)))


def test_without_a_tick(tmp_path):
    """A timer does it elsewhere."""
    log = tmp_path / "log"

    assert above("print('up')", "", log).wait(20) == 0
    assert ticks(log) == []


def test_pages_that_do_not_end_are_ended(tmp_path):
    """They have had their time."""
    log = tmp_path / "log"
    stubborn = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('tick 1', flush=True); time.sleep(60)"
    process = above(stubborn, "", log)
    until(lambda: ticks(log))

    process.terminate()

    assert process.wait(20) == 0
