"""Invented people never come into a council's own record."""

from looped.cli import main


def test_a_record_that_is_no_demonstration_is_refused(tmp_path, monkeypatch, capsys):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("LOOPED_HOME", str(tmp_path))
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "looped.service.settings")
    (tmp_path / "looped.sqlite3").write_bytes(b"")

    assert main(["demo"]) == 2

    assert "demonstration" in capsys.readouterr().err
    assert [each.name for each in tmp_path.iterdir()] == ["looped.sqlite3"]


def test_a_database_by_address_is_refused_even_beside_a_demonstration(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("LOOPED_HOME", str(tmp_path))
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "looped.service.settings")
    (tmp_path / "demonstration.json").write_text("{}")
    monkeypatch.setenv("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none")

    assert main(["demo"]) == 2

    assert "demonstration" in capsys.readouterr().err
