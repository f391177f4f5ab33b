"""The peers' environment: set up where their pins allow, left out in one line where they don't."""

import os
import subprocess
from pathlib import Path

SETUP = Path(__file__).parent / "setup.sh"


def run(folder, **pythons):
    """The script in a folder of its own. pythons: name -> whether it is a version that the peers can have."""
    for name, fits in pythons.items():
        where = folder / ".venv/bin" / name if name == "python" else folder / "bin" / name.replace("_", ".")
        where.parent.mkdir(parents=True, exist_ok=True)
        # Asked for its version it answers; asked for an environment it makes what is needed of one.
        where.write_text(
            f'#!/bin/sh\n[ "$1" = -c ] && exit {int(not fits)}\n'
            'mkdir -p "$3/bin" && cp "$0" "$3/bin/python" && echo "$0" > made-by\n'
        )
        where.chmod(0o755)
    uv = folder / ".venv/bin/uv"
    uv.write_text('#!/bin/sh\necho "$@" > installed\n')
    uv.chmod(0o755)
    path = f"{folder / 'bin'}:/usr/bin:/bin"
    return subprocess.run(
        [SETUP], cwd=folder, env={**os.environ, "PATH": path}, capture_output=True, text=True, check=False
    )


def test_peers_are_installed_by_our_own_python_where_it_fits(tmp_path):
    """From the locked list, with hashes."""
    done = run(tmp_path, python=True, python3_12=True)

    assert done.returncode == 0
    assert (tmp_path / "made-by").read_text() == ".venv/bin/python\n"
    assert "--require-hashes -r requirements/peers.txt" in (tmp_path / "installed").read_text()


def test_another_python_that_fits_is_taken(tmp_path):
    """Ours is 3.13; 3.12 is beside it."""
    done = run(tmp_path, python=False, python3_12=True)

    assert done.returncode == 0
    assert (tmp_path / "made-by").read_text().endswith("python3.12\n")


def test_without_a_python_that_fits_it_says_so_in_one_line_and_ends_well(tmp_path):
    """The rest is tested all the same."""
    done = run(tmp_path, python=False, python3_12=False, python3_11=False)

    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == (
        "The statistics are not compared with their peers: those need Python 3.11 or 3.12, and neither is here.\n"
    )
    assert not (tmp_path / "installed").exists()
