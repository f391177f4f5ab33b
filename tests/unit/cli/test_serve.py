"""`looped serve` goes live only where it is fit to: key, address, guard, built pages."""

import json
import os
import socket
import subprocess
import sys

import pytest

from looped.cli import main, serve
from looped.cli.serve import GUNICORN
from looped.errors import UsageError


@pytest.fixture
def council(tmp_path, monkeypatch):
    for name in ("DATABASE_URL", "LOOPED_SECRET_KEY", "LOOPED_ADDRESS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LOOPED_HOME", str(tmp_path))
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "looped.service.settings")
    return monkeypatch


def test_nothing_is_served_without_key_and_address(council, tmp_path, capsys):
    """Both are named at once, and no record is made."""
    assert main(["serve"]) == 2

    said = capsys.readouterr().err
    assert "LOOPED_SECRET_KEY: 50 random characters" in said
    assert "LOOPED_ADDRESS: where people reach the pages" in said
    assert list(tmp_path.iterdir()) == []


def test_a_short_key_is_refused(council, capsys):
    """It could be guessed."""
    council.setenv("LOOPED_SECRET_KEY", "short")
    council.setenv("LOOPED_ADDRESS", "https://audits.example")

    assert main(["serve"]) == 2
    assert "too short" in capsys.readouterr().err


@pytest.mark.enable_socket
def test_a_port_that_is_taken_is_said(council, monkeypatch):
    """In one line, before anything starts."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(UsageError, match=r"Port \d+ can't be used \(Address already in use\). Name another"):
            serve._require_free(other.getsockname()[1])


@pytest.mark.parametrize("port", ["0", "65536", "http"])
def test_a_port_that_there_is_not_is_refused(capsys, port):
    with pytest.raises(SystemExit) as ended:
        main(["serve", "--port", port])

    assert ended.value.code == 2
    assert "a number from 1 to 65535" in capsys.readouterr().err


@pytest.mark.slow
def test_files_in_the_folder_where_it_starts_are_no_modules(tmp_path):
    """A stray html.py there would break the reading of every PDF; a hostile one would run."""
    here, code = tmp_path / "here", tmp_path / "code"
    for each in (here, code):
        each.mkdir()
    (code / "probe.py").write_text("import json, sys\njson.dump(sys.path, open('path.json', 'w'))\nraise ImportError\n")
    words = [sys.executable, "-P", *GUNICORN[:-1], "--bind", f"unix:{tmp_path}/socket", "probe:application"]
    subprocess.run(words, cwd=here, env=os.environ | {"PYTHONPATH": str(code)}, timeout=60, check=False)

    found = json.loads((here / "path.json").read_text())
    assert str(code) in found
    assert str(here) not in found
