"""The command itself: help, version, what isn't there, and a reader that stops reading."""

import subprocess
import sys

import pytest

from looped import __version__
from looped.cli import COMMANDS, main
from looped.cli.progress import Bar


def test_help_names_every_command(capsys):
    """Nobody looks for what isn't listed."""
    assert main(["--help"]) == 0
    out = capsys.readouterr().out
    assert [name for name in COMMANDS if f"  {name}" not in out] == []


def test_no_words_is_wrong_usage(capsys):
    """The overview is shown all the same."""
    assert main([]) == 2
    assert "Usage: looped COMMAND" in capsys.readouterr().out


def test_version(capsys):
    """For whoever reports a fault."""
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"looped {__version__}\n"


def test_an_unknown_command_is_named(capsys):
    """With the way to the list."""
    assert main(["reprot"]) == 2
    assert "there is no command 'reprot'. `looped --help` lists them." in capsys.readouterr().err


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_each_command_has_its_help(name, capsys):
    """Asked for help, no command does anything."""
    try:
        code = main([name, "--help"])
    except SystemExit as end:
        code = end.code
    assert code == 0
    assert capsys.readouterr().out


def test_as_a_module():
    """`python -m looped` is the same command."""
    done = subprocess.run([sys.executable, "-m", "looped", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"looped {__version__}\n"


def test_a_reader_that_stops_is_no_fault():
    """`looped --help | head -0` ends quietly."""
    shell = f"{sys.executable} -m looped manage help | head -c 1"
    done = subprocess.run(["bash", "-c", shell], capture_output=True, text=True)
    assert "Traceback" not in done.stderr


def test_the_bar_is_for_people(capsys, monkeypatch):
    """On a terminal it is drawn, once per change; elsewhere it is silent."""
    bar = Bar("Reading")
    bar(1, 2)
    bar.end()
    assert capsys.readouterr().err == ""

    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    bar(1, 2)
    bar(1, 2)
    bar.end()
    assert capsys.readouterr().err == f"\rReading [{'#' * 15}{'.' * 15}] 1 of 2\n"
