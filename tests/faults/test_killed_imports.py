"""A process killed in mid-import leaves all or nothing, and the next import goes on."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

KILLS, ROWS = 50, 150


@pytest.mark.slow
def test_fifty_kills_in_mid_import(record, tmp_path):
    """After each the file is in whole or not at all; afterwards those that weren't go in."""
    told = run_killed_imports(address_of(record), tmp_path)

    added = [number for number, _ in told["after_kills"]]
    assert set(added) <= {0, 8 * ROWS}
    assert added.count(0) >= KILLS // 5, "kills must fall within imports, or this shows nothing"
    assert [whole for _, whole in told["after_kills"]] == [True] * KILLS
    assert told["added_afterwards"] == 8 * ROWS * added.count(0)
    assert told["whole"] is True


def run_killed_imports(address, folder):
    """In a process without threads, which may be forked safely."""
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("killed_imports.py")), str(KILLS), str(ROWS), str(folder)],
        env={**os.environ, "DATABASE_URL": address, "PYTHONPATH": str(root), "PYTHONWARNINGS": "error"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def address_of(connection):
    """The same record as DATABASE_URL names it."""
    settings = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{settings['NAME']}"
    return f"postgresql:///{settings['NAME']}?host={settings['HOST']}&user={settings['USER']}"
