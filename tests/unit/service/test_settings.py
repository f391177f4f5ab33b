"""Settings: each by an environment variable, each documented with its default."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from looped.errors import UsageError
from looped.records.address import address, database

ROOT = Path(__file__).parents[3]
OPERATE = ROOT / "docs" / "operate.md"


def asked(expression, **variables):
    """What the settings say in a process of its own."""
    code = f"from looped.service import settings; print({expression})"
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("LOOPED_", "DATABASE_URL", "DJANGO"))
    }
    done = subprocess.run(
        [sys.executable, "-c", code], env={**kept, **variables}, capture_output=True, text=True, check=True, cwd=ROOT
    )
    return done.stdout.strip()


def test_every_variable_is_documented():
    """A setting that nobody wrote down is found here; so is one that is gone."""
    read = set()
    for name in ("service", "records", "cli", "publishing"):
        for path in (ROOT / "src" / "looped" / name).rglob("*.py"):
            read |= set(re.findall(r"""environ(?:\.get\(|\[)["'](LOOPED_\w+|DATABASE_URL)["']""", path.read_text()))
    documented = set(re.findall(r"^\| `(LOOPED_\w+|DATABASE_URL)`", OPERATE.read_text(encoding="utf-8"), re.MULTILINE))

    assert read == documented


def test_defaults_are_safe():
    """No debugging, this machine alone, UTC inside and London outside."""
    assert asked("settings.DEBUG, settings.ALLOWED_HOSTS, settings.USE_TZ, settings.TIME_ZONE") == (
        "False ['localhost', '127.0.0.1'] True Europe/London"
    )
    assert asked("settings.SECRET_KEY") != asked("settings.SECRET_KEY")


def test_variables_are_taken():
    """Hosts by spaces."""
    told = asked(
        "settings.ALLOWED_HOSTS, settings.SECRET_KEY",
        LOOPED_HOSTS="a.example b.example",
        LOOPED_SECRET_KEY="invented",
    )
    assert told == "['a.example', 'b.example'] invented"


def test_the_record_is_in_its_home(monkeypatch, tmp_path):
    """LOOPED_HOME, or looped-data where the command is run."""
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("LOOPED_HOME", str(tmp_path))
    assert database()["NAME"] == str(tmp_path / "looped.sqlite3")
    assert address() == f"sqlite:///{tmp_path}/looped.sqlite3"

    monkeypatch.delenv("LOOPED_HOME")
    monkeypatch.chdir(tmp_path)
    assert database()["NAME"] == str(tmp_path / "looped-data" / "looped.sqlite3")


def test_another_file_by_address(monkeypatch, tmp_path):
    """sqlite:/// and a path."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/other.sqlite3")

    assert database()["NAME"] == f"{tmp_path}/other.sqlite3"
    assert address() == f"sqlite:///{tmp_path}/other.sqlite3"


def test_postgresql_by_address(monkeypatch):
    """Everything that the address says reaches the database."""
    given = "postgresql://looped:secret@db.example:5433/audits?sslmode=require"
    monkeypatch.setenv("DATABASE_URL", given)

    assert database() == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "audits",
        "USER": "looped",
        "PASSWORD": "secret",
        "HOST": "db.example",
        "PORT": "5433",
        "OPTIONS": {"sslmode": "require"},
    }
    assert address() == given


@pytest.mark.parametrize("wrong", ["mysql://x", "postgresql://[::bad/x"])
def test_a_wrong_address_is_said(monkeypatch, wrong):
    """Without showing it: it may hold a password."""
    monkeypatch.setenv("DATABASE_URL", wrong)

    with pytest.raises(UsageError, match="DATABASE_URL") as told:
        database()
    assert wrong not in str(told.value)


def test_reports_open_the_same_record(monkeypatch, tmp_path):
    """A command without a SOURCE counts what the settings name."""
    from looped.publishing.opening import embedded_database, open_for

    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("LOOPED_HOME", str(tmp_path))
    assert f"sqlite:///{embedded_database()}" == address()

    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/other.sqlite3")
    assert f"sqlite:///{embedded_database()}" == address()

    monkeypatch.setenv("DATABASE_URL", "postgresql://looped@db.example/audits")
    assert open_for(None).what == address()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "given", "says"),
    [
        ("LOOPED_SECOND_FACTOR", "yes", "LOOPED_SECOND_FACTOR is required or optional, not 'yes'."),
        ("LOOPED_PASSWORDS", "no", "LOOPED_PASSWORDS is on or off, not 'no'."),
        ("LOOPED_OIDC_EMAILS_VERIFIED", "never", "LOOPED_OIDC_EMAILS_VERIFIED is asked or always, not 'never'."),
        ("LOOPED_SESSION_MINUTES", "an hour", "LOOPED_SESSION_MINUTES is a whole number, as in 60, not 'an hour'."),
        ("LOOPED_SESSION_HOURS", "-3", "LOOPED_SESSION_HOURS is a whole number, as in 12, not '-3'."),
    ],
)
def test_a_word_that_isnt_known_is_refused(name, given, says):
    """In one line. Whoever writes "yes" for the second factor doesn't find it off."""
    done = subprocess.run(
        [sys.executable, "-m", "looped", "tick"], env=os.environ | {name: given}, capture_output=True, text=True
    )

    assert (done.returncode, done.stderr) == (2, f"looped tick: {says}\n")


@pytest.mark.slow
def test_words_are_known_in_any_case():
    """Required is required, OFF is off."""
    wanted = ("SECOND_FACTOR", "PASSWORDS")
    code = ", ".join(f"__import__('looped.service.web_settings', fromlist=['x']).{each}" for each in wanted)

    assert asked(code, LOOPED_SECOND_FACTOR="Required", LOOPED_PASSWORDS="OFF") == "required False"


@pytest.mark.slow
def test_only_a_named_proxy_is_believed():
    """Without one no header makes a request look encrypted; cookies go by TLS but on this machine."""
    code = "[__import__('looped.service.gunicorn', fromlist=['x']).forwarded_allow_ips]"
    secure = "[__import__('looped.service.web_settings', fromlist=['x']).SESSION_COOKIE_SECURE]"

    assert (asked(code), asked(secure)) == ("['']", "[True]")
    assert asked(secure, LOOPED_ADDRESS="http://127.0.0.1:8000") == "[False]"
    named = {"LOOPED_PROXY": "10.0.0.7"}
    assert (asked(code, **named), asked(secure, **named)) == ("['10.0.0.7']", "[True]")
