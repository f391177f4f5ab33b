"""`looped tick` as a command: two at the same moment send each letter once; a failure is told and ends with 1."""

import os
import subprocess
import sys

import pytest

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A demonstration, and the environment in which commands find it."""
    folder = tmp_path_factory.mktemp("demonstration")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LOOPED_", "DATABASE", "DJANGO"))}
    environment = {**kept, "LOOPED_HOME": str(folder / "home")}
    # Made while no letter can be sent, so that they wait.
    shut = {**environment, "LOOPED_MAIL": f"file:{folder / 'home'}/looped.sqlite3/mail"}
    begin(shut, "demo", "--only-make").communicate()
    return folder / "home", environment


def begin(environment, *words):
    command = [sys.executable, "-m", "looped", *words]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def count(environment, table):
    asked = f"from looped.records.models import {table}; print({table}.objects.count())"
    return int(begin(environment, "manage", "shell", "--no-imports", "-c", asked).communicate()[0])


def test_a_way_that_is_shut_then_two_at_once(made):
    """First nothing can be sent; then two ticks run, and every letter is there once."""
    home, environment = made
    waiting = count(environment, "Letter")
    shut = begin({**environment, "LOOPED_MAIL": f"file:{home}/looped.sqlite3/mail"}, "tick")
    _, told = shut.communicate()
    assert (shut.returncode, told.count("no letter can be sent")) == (1, 1)
    assert count(environment, "LetterSent") == 0

    both = [begin(environment, "tick") for _ in range(2)]
    for each in both:
        each.communicate()

    assert [each.returncode for each in both] == [0, 0]
    assert count(environment, "LetterSent") == waiting == len(list((home / "mail").iterdir())) > 0
