"""`looped serve` goes live only where it is fit to: key, address, guard, built pages."""

import pytest

from looped.cli import main


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
