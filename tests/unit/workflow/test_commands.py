"""The commands on the record, as a person types them."""

import io
import json
from contextlib import closing

import pysqlite3
import pytest
from tests.unit.workflow.sheets import HEADER, line

from looped.cli import main
from looped.records.models import Event, Grading, ImportedFile, PersonName


@pytest.fixture
def home(record, tmp_path, monkeypatch):
    """The commands meet the test's own record, in a folder of its own."""
    folder = tmp_path / "at-work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def file_of(folder, *lines, name="returns.csv"):
    path = folder / name
    path.write_text("\n".join([HEADER, *lines]) + "\n", encoding="utf-8")
    return str(path)


def test_import_says_what_it_added(home, capsys):
    """Once; the second time nothing changes."""
    path = file_of(home, line("A1"), line("A2"))

    assert main(["import", path, "--by", "Q. Lead"]) == 0
    assert main(["import", path, "--by", "N. Other"]) == 0

    told = capsys.readouterr()
    assert told.out == ""
    assert "2 rows taken. Added: 2 returns, 16 gradings, 2 audits." in told.err
    assert "This file was imported before, on " in told.err
    assert list(PersonName.objects.filter(name="N. Other")) == []
    assert Grading.objects.count() == 16


def test_import_of_known_rows_says_so(home, capsys):
    """Another file, nothing new in it."""
    main(["import", file_of(home, line("A1")), "--by", "Q. Lead"])
    main(["import", file_of(home, line("A1"), "", name="again.csv")])

    assert "1 row taken. Everything in the file was on record already." in capsys.readouterr().err
    assert ImportedFile.objects.count() == 2


def test_dry_run_records_nothing(home, capsys):
    """Its JSON is what was taken and what is wrong, alone on standard output."""
    path = file_of(home, line("A1"), line("A2", "Marvellous"))

    assert main(["import", path, "--dry-run", "--json"]) == 1

    told = json.loads(capsys.readouterr().out)
    assert set(told) == {"taken", "problems"}
    assert told["taken"] == 1
    assert set(told["problems"][0]) == {"sheet", "cell", "row", "level", "what", "mend"}
    assert {(problem["row"], problem["level"]) for problem in told["problems"]} == {(3, "refused")}
    assert Grading.objects.count() == 0
    assert list(home.glob("*refused*")) == []


def test_refused_rows_come_back_as_a_workbook(home, capsys):
    """Exit 1; what could be taken is recorded; the workbook has the row."""
    import openpyxl

    assert main(["import", file_of(home, line("A1"), line("A2", "Marvellous")), "--json", "--by", "Q. Lead"]) == 1

    captured = capsys.readouterr()
    assert "1 row was refused. It is in returns-refused.xlsx" in captured.err
    told = json.loads(captured.out)
    assert told["added"] == {"returns": 1, "gradings": 8, "audits": 1}
    assert told["imported_before"] is None
    assert told["refused_workbook"] == "returns-refused.xlsx"
    sheet = openpyxl.load_workbook(home / "returns-refused.xlsx").worksheets[0]
    assert [cell.value for cell in sheet[2]][0] == "A2"


def test_a_refused_workbook_mended_and_sent_back_is_taken(home, capsys):
    """What stood already is left alone; what was mended is added."""
    import openpyxl

    lines = (line("A1"), line("A2", "Marvellous"), line("A3", month="Octember"))
    assert main(["import", file_of(home, *lines), "--by", "Q. Lead"]) == 1
    book = openpyxl.load_workbook(home / "returns-refused.xlsx")
    for row in book.worksheets[0].iter_rows():
        for cell in row:
            cell.value = {"Marvellous": "Good", "Octember": "2024-05"}.get(cell.value, cell.value)
    book.save(home / "mended.xlsx")

    assert main(["import", "mended.xlsx", "--by", "Q. Lead"]) == 0

    assert "2 rows were refused. They are in" in capsys.readouterr().err
    assert Grading.objects.filter(audit__in=["A2", "A3"], grade=3).count() == 16
    assert Grading.objects.count() == 24


def test_trail_verify(home, capsys, record):
    """All as written; then one event changed by hand; an edition too."""
    from datetime import UTC, datetime

    from looped.records.guarding import lifted
    from looped.records.queries.extent import extent
    from looped.workflow.issuing import issue_edition

    main(["import", file_of(home, line("A1")), "--by", "Q. Lead"])
    moment = datetime.now(UTC)
    issue_edition(
        by="Q. Lead", first="2024-04", last="2024-06", as_at=moment, figures="[]", tree="{}", counted=extent(moment)
    )
    assert main(["trail", "verify", "--json"]) == 0
    told = capsys.readouterr()
    assert "2 events in 2 chains, all as they were written." in told.err
    (home / "noted.json").write_text(told.out)

    with lifted(record), record.cursor() as cursor:
        cursor.execute("UPDATE records_edition SET figures = '[1]'")
        cursor.execute("DELETE FROM records_event WHERE chain = 'imports'")
        cursor.execute("SELECT deed FROM records_return")
        deed = cursor.fetchone()[0]
    assert main(["trail", "verify", "--noted", "noted.json"]) == 1
    assert capsys.readouterr().err == (
        "imports, event 1: this event was noted earlier and is gone.\n"
        "Edition 1 isn't as it was issued.\n"
        f"The gradings of deed {deed} aren't as they were recorded.\n"
    )
    (home / "noted.json").write_text("{}")
    assert main(["trail", "verify", "--noted", "noted.json"]) == 2


def test_backup_and_restore(sqlite_record, tmp_path, monkeypatch, capsys):
    """A copy, more rows, back to the copy; then with nothing in the way."""
    monkeypatch.chdir(tmp_path)
    main(["import", file_of(tmp_path, line("A1")), "--by", "Q. Lead"])
    assert main(["backup", "copy.sqlite3"]) == 0
    main(["import", file_of(tmp_path, line("A2"), name="more.csv"), "--by", "Q. Lead"])

    assert main(["restore", "copy.sqlite3"]) == 2
    assert Grading.objects.count() == 16
    assert main(["restore", "copy.sqlite3", "--replace", "--by", "Operator"]) == 0

    assert Grading.objects.count() == 8
    assert Event.objects.order_by("id").last().what == "restore"
    told = capsys.readouterr().err
    assert "copy.sqlite3: 8 gradings, 1 events of the trail, read back." in told
    assert "What stood before is kept in" in told


def test_manage_erase(home, capsys, monkeypatch):
    """The reference comes from standard input, so it isn't in the shell's history."""
    main(["import", file_of(home, line("A1", case="CANARY")), "--by", "Q. Lead"])
    monkeypatch.setattr("sys.stdin", io.StringIO("CANARY\n"))

    assert main(["manage", "erase", "case", "--by", "Privacy", "--why", "request 7"]) == 0
    assert capsys.readouterr().out == "records_casereference: 1\n"

    monkeypatch.setattr("sys.stdin", io.StringIO("CANARY\n"))
    assert main(["manage", "erase", "case", "--by", "Privacy", "--why", "request 7"]) == 2
    monkeypatch.setattr("sys.stdin", io.StringIO("A. Auditor\n"))
    assert main(["manage", "erase", "person", "--by", "Privacy", "--why", "left"]) == 0
    monkeypatch.setattr("sys.stdin", io.StringIO("4\n"))
    assert main(["manage", "erase", "feedback", "--by", "Privacy", "--why", "no leave"]) == 2
    assert main(["manage", "scrub"]) == 0


def test_manage_ends_as_django_does(home):
    """An unknown word is 1."""
    assert main(["manage", "check"]) == 0
    assert main(["manage", "no-such-command"]) == 1


def test_manage_erase_says_what_is_left_to_do(sqlite_record, tmp_path, capsys, monkeypatch):
    """Editions that print the words, and a reader in the way; a person at the keyboard is asked."""
    from pysqlite3 import dbapi2
    from tests.unit.records.rows import MOMENT

    from looped.records.models import EditionTree, FeedbackWording

    class Keyboard(io.StringIO):
        def isatty(self):
            return True

    monkeypatch.chdir(tmp_path)
    main(["import", file_of(tmp_path, line("A1", case="CANARY")), "--by", "Q. Lead"])
    FeedbackWording.objects.create(
        authority="council", audit="A1", words="Heard", leave_to_publish=True, deed="d", recorded_at=MOMENT
    )
    EditionTree.objects.create(number=4, tree='["Heard"]', checksum="x", recorded_at=MOMENT)
    reader = dbapi2.connect(tmp_path / "looped.sqlite3", isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM records_grading").fetchone()
    sqlite_record.close()
    monkeypatch.setitem(
        sqlite_record.settings_dict["OPTIONS"], "init_command", "PRAGMA busy_timeout=10; PRAGMA secure_delete=ON"
    )
    monkeypatch.setattr("sys.stdin", Keyboard("CANARY\n"))

    assert main(["manage", "erase", "case", "--by", "Privacy", "--why", "request 7"]) == 0

    told = capsys.readouterr()
    assert "Type the case reference" in told.err
    assert "These editions still print words that went: 4." in told.out
    assert "Somebody is reading" in told.out
    assert main(["manage", "scrub"]) == 2
    reader.close()
    assert main(["manage", "scrub"]) == 0


def test_a_busy_record_is_said_in_one_line(sqlite_record, tmp_path, monkeypatch, capsys):
    """Another program holds the lock for longer than we wait; afterwards the import goes on."""
    monkeypatch.chdir(tmp_path)
    main(["import", file_of(tmp_path, line("A1"))])
    capsys.readouterr()
    with sqlite_record.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout=100")
    with closing(pysqlite3.connect(tmp_path / "looped.sqlite3", isolation_level=None)) as other:
        other.execute("begin immediate")
        assert main(["import", file_of(tmp_path, line("A2"), name="more.csv")]) == 2
        told = capsys.readouterr().err
    assert told.startswith("looped import: the record could not be used (database is locked). ")
    assert told.count("\n") == 1

    assert main(["import", str(tmp_path / "more.csv")]) == 0


def test_a_refused_workbook_that_cannot_be_written_is_said(home, capsys):
    """What was taken is recorded; the second time it is written elsewhere."""
    path = file_of(home, line("A1"), line("A2", "Goof"))

    assert main(["import", path, "--refused", "nowhere/refused.xlsx"]) == 2
    assert "looped import: the refused rows can't be written to nowhere/refused.xlsx (" in capsys.readouterr().err
    assert main(["import", path, "--refused", "refused.xlsx"]) == 1
    assert Grading.objects.count() == 8
    assert (home / "refused.xlsx").is_file()
