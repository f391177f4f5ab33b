"""What commands on the record say to people: words, never a line of the service's log; and what they end with."""

import os
import subprocess
import sys

import pytest

pytestmark = pytest.mark.slow
EMAIL = "k.drewett@council.example"


@pytest.fixture
def looped(tmp_path):
    """The command in a process of its own, as somebody types it; without an address or a key unless they are given."""

    def run(*words, **given):
        env = {name: value for name, value in os.environ.items() if not name.startswith(("LOOPED_", "DJANGO_"))}
        env |= {"LOOPED_HOME": str(tmp_path / "home"), **given}
        env.pop("DATABASE_URL", None)
        return subprocess.run(
            [sys.executable, "-m", "looped", *words], env=env, cwd=tmp_path, capture_output=True, text=True, timeout=120
        )

    return run


def test_commands_of_the_record_speak_to_people(looped, tmp_path):
    """From an empty machine on: each does what it can without an address, and what was done is said in words."""
    first = looped("manage", "first_administrator", "--name", "K. Drewett", "--email", EMAIL)
    again = looped("manage", "first_administrator", "--name", "K. Drewett", "--email", EMAIL)
    key = {"LOOPED_SECRET_KEY": "k" * 50, "LOOPED_ADDRESS": "https://audits.example"}
    link = looped("manage", "sign_in_link", "--email", EMAIL, "--by", "M. Achine", "--forget-second-factor", **key)
    nobody = looped("manage", "sign_in_link", "--email", "x@council.example", "--by", "M. Achine")
    saved = looped("backup", str(tmp_path / "saved.sqlite3"))
    restored = looped("restore", str(tmp_path / "saved.sqlite3"), "--replace", "--by", "M. Achine")

    every = (first, again, link, nobody, saved, restored)
    assert [each.returncode for each in every] == [0, 2, 0, 2, 0, 0]
    assert [line for each in every for line in each.stderr.splitlines() if line.startswith("{")] == []
    assert first.stdout.startswith("/sign-in/password/")
    assert again.stderr == (
        "looped manage: There are people with roles already. One of them who looks after people can add others.\n"
    )
    assert link.stdout.startswith("https://audits.example/sign-in/password/")
    assert link.stderr == "Their second factor is forgotten. Good once, within three days:\n"
    assert nobody.stderr == "looped manage: Nobody signs in with this e-mail address.\n"
    assert restored.stderr.startswith("Restored: 0 gradings, ")
