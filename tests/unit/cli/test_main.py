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
    assert "serve      start the pages, of your record or of a demonstration made before" in out


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


@pytest.mark.slow
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


def test_what_the_machine_refuses_is_one_line(monkeypatch, capsys):
    """A disk that is full, a database that went away; a fault of ours keeps its trace."""

    class OperationalError(Exception):
        """As each database calls it."""

    def failing(error):
        def run(words):
            raise error

        monkeypatch.setattr("looped.cli.figures.run", run)
        return main(["figures"])

    assert failing(OSError(28, "No space left on device", "out/report.pdf")) == 2
    assert failing(OperationalError("server closed\n\tthe connection")) == 2
    told = capsys.readouterr().err.splitlines()
    assert told[0].startswith("looped figures: out/report.pdf: No space left on device. To mend it: ")
    assert told[1].startswith("looped figures: the record could not be used (server closed the connection). ")
    assert len(told) == 2
    with pytest.raises(ValueError, match="ours"):
        failing(ValueError("ours"))


@pytest.mark.slow
def test_a_home_that_cannot_be_made_is_said(tmp_path):
    """In a process of its own, for the settings name the place once."""
    (tmp_path / "file").touch()
    (tmp_path / "r.csv").write_text("Audit,Month,Overall\nA1,Apr-24,Good\n")
    done = subprocess.run(
        [sys.executable, "-m", "looped", "import", "r.csv"],
        cwd=tmp_path,
        env={"LOOPED_HOME": str(tmp_path / "file" / "home"), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines()[-1].startswith("looped import: The record can't be made at ")
    assert "Traceback" not in done.stderr
