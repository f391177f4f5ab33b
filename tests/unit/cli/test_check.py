"""`looped check`, as its users call it."""

import json
from pathlib import Path

import pytest
from tests.unit.checker.documents import as_word

from looped.cli import main

SEED = Path(__file__).parents[2] / "seed" / "report.txt"
KEYS = {"code", "verdict", "where", "quote", "stated", "expected", "why", "slip", "certainty"}
PLACE = {"page", "section", "table", "row", "column", "line", "lines"}


@pytest.fixture
def note(tmp_path):
    """A short report with one slip."""
    path = tmp_path / "note.txt"
    path.write_text("In all 7 of 30 (50%) were graded Good. In May 3 of 12 (25%) were.\n")
    return path


def test_a_table_for_people(note, capsys):
    """Where, what stands there, and the sum; then how many of each. Exit 1."""
    code = main(["check", str(note)])
    out = capsys.readouterr().out

    assert code == 1
    assert out.startswith("WRONG     line 1")
    assert "7 of 30 is 23.3%, not 50%" in out
    assert "1 mistake in 1 place; 0 roundings; 0 arguable; 1 claim right; 0 that" in out


def test_json_alone_is_on_standard_output(capsys):
    """In the shape that is promised, findings with one cause sharing a slip."""
    code = main(["check", str(SEED), "--json"])
    printed = capsys.readouterr()
    found = json.loads(printed.out)

    assert code == 1
    assert {frozenset(each) for each in found} == {frozenset(KEYS)}
    assert {frozenset(each["where"]) for each in found} == {frozenset(PLACE)}
    assert len({each["slip"] for each in found if each["verdict"] == "wrong"}) == 15
    assert "ok" not in {each["verdict"] for each in found}
    assert "15 mistakes" in printed.err


def test_all_shows_what_is_right_too(note, capsys):
    """For whoever wants to know what was worked out."""
    main(["check", str(note), "--all", "--json"])

    assert [each["verdict"] for each in json.loads(capsys.readouterr().out)] == ["wrong", "ok"]


def test_nothing_wrong_is_nought(tmp_path, capsys):
    """And nothing is printed but the sum."""
    path = tmp_path / "right.md"
    path.write_text("In all 15 of 30 (50%) were graded Good.\n")

    assert main(["check", str(path)]) == 0
    assert (
        capsys.readouterr().out
        == "0 mistakes in 0 places; 0 roundings; 0 arguable; 1 claim right; 0 that the document gives no means to judge.\n"
    )


@pytest.mark.parametrize(("name", "content"), [("a.xyz", b"words"), ("a.docx", b"no zip"), ("report.json", b"{}")])
def test_what_cannot_be_read_is_two(tmp_path, capsys, name, content):
    """One line that says how to mend it."""
    (tmp_path / name).write_bytes(content)

    assert main(["check", str(tmp_path / name)]) == 2
    err = capsys.readouterr().err
    assert "To mend it" in err
    assert err.count("\n") == 1


def test_a_file_that_is_not_there(tmp_path, capsys):
    """Said as that."""
    assert main(["check", str(tmp_path / "gone.docx")]) == 2
    assert "can't be opened" in capsys.readouterr().err


@pytest.mark.slow
def test_marked_copies_are_written_beside_a_page(tmp_path, capsys):
    """And named on standard error."""
    as_word(tmp_path / "seed.docx")

    main(["check", str(tmp_path / "seed.docx"), "--out", str(tmp_path / "out")])
    written = [line.removeprefix("Written: ") for line in capsys.readouterr().err.splitlines()]

    assert [Path(path).name for path in written] == ["seed-checked.html", "seed-checked.docx"]
    assert all(Path(path).stat().st_size for path in written)


@pytest.mark.slow
def test_our_own_report_goes_straight_in(tmp_path, capsys):
    """The tree as report.json holds it; a wrong digit planted in it is found."""
    returns = tmp_path / "returns.csv"
    returns.write_text("Audit,Month,Overall\nA1,2024-04,Good\nA2,2024-04,Inadequate\nA3,2024-05,Good\n")
    main(["report", str(returns), "--quarter", "2024-25/Q1", "--formats", "json", "--out", str(tmp_path)])
    right = main(["check", str(tmp_path / "report.json")])
    words = (tmp_path / "report.json").read_text()
    assert "2 (66.7%)" in words
    (tmp_path / "wrong.json").write_text(words.replace("2 (66.7%)", "2 (76.7%)"))
    wrong = main(["check", str(tmp_path / "wrong.json")])

    assert (right, wrong) == (0, 1)
    assert "2 of 3 is 66.7%, not 76.7%" in capsys.readouterr().out


EMPTY = {
    "empty.txt": b"",
    "blanks.md": b" \n\n \t\n\n",
    "page.html": b"<html><body><p> </p><img src='x.png'></body></html>",
    "table.txt": b"\t\t\n\t\t\n",
}


@pytest.mark.parametrize("name", EMPTY)
def test_nothing_that_could_be_read_is_not_proof_read(tmp_path, capsys, name):
    """Exit 0 would say that nothing is wrong with it."""
    (tmp_path / name).write_bytes(EMPTY[name])
    code = main(["check", str(tmp_path / name)])
    printed = capsys.readouterr()

    assert (code, printed.out) == (2, "")
    assert printed.err.startswith(f"looped check: {name}: nothing in it could be read: it is empty, or has no words")


@pytest.mark.slow
def test_a_word_file_without_words_is_not_proof_read(tmp_path, capsys):
    """As Word makes it anew."""
    from docx import Document

    Document().save(tmp_path / "new.docx")

    assert main(["check", str(tmp_path / "new.docx")]) == 2
    assert "new.docx: nothing in it could be read" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["reports", "dir.docx"])
def test_a_folder_is_called_one(tmp_path, capsys, name):
    """Whatever its name ends with."""
    (tmp_path / name).mkdir()

    assert main(["check", str(tmp_path / name)]) == 2
    assert capsys.readouterr().err == (
        f"looped check: {name}: this is a folder, not a document. To mend it: name one document in it.\n"
    )
