"""The child process gives the very same returns, and hands over nothing that could be run."""

import gc
import pickle
from base64 import b64encode
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from looped.errors import UnreadableError
from looped.files.limited import Limits
from looped.returns.child import read_packed, read_returns_safely
from looped.returns.packing import pack, unpack
from looped.returns.reading import cleaned, read_returns
from looped.rubric.loading import frameworks, load

OTHERS = Path(__file__).parents[1] / "rubric" / "frameworks"
HEAD = ["Audit", "Month", "Role", "Returned", "Recorded", "Overall", "Plans", "Feedback"]
SHEETS = {
    "Returns": [
        HEAD,
        ["A1", "Apr-24", "", date(2024, 5, 3), datetime(2024, 5, 4, 10, 0), "Good", "N/A", "Heard"],
        ["A1", "Apr-24", "Mod", "4/5/2024", "", "RI", "", "x"],
        ["A2", "Apr-24", "third", 45000.5, True, "Goof"],
    ],
    "Actions": [["Audit", "Action", "Due", "Checked"], ["A1", "Visit", "1/6/2024", "2/6/2024"], ["A1", "", "soon"]],
    "Notes": [["Nothing"]],
}


def test_the_child_gives_the_same_returns(workbook):
    path = workbook(SHEETS)

    assert read_returns_safely(path) == read_returns(path)


def test_the_child_reads_by_the_frameworks_it_is_given(workbook):
    six = load(OTHERS / "six-grades.toml")
    path = workbook({"R": [["Audit", "Month", six.title_of(six.graded_codes[0])], ["A1", "Apr-24", six.scale.name(6)]]})

    found = read_returns_safely(path, (six,), authority="north")

    assert found == read_returns(path, (six,), authority="north")
    assert found.returns[0].grades[six.graded_codes[0]] == 6


@pytest.mark.slow
def test_progress_is_told_up_to_the_end(tmp_path):
    path = tmp_path / "returns.csv"
    path.write_text("Audit,Month,Overall\n" + "".join(f"A{n},Apr-24,Good\n" for n in range(25_000)))
    told = []

    read_returns_safely(path, progress=lambda done, total: told.append((done, total)))

    assert [done for done, _ in told] == [20_000, 25_001]
    assert told[-1] == (25_001, 25_001)


def test_a_relative_path_is_read(workbook, monkeypatch):
    path = workbook(SHEETS)
    monkeypatch.chdir(path.parent)

    assert read_returns_safely(Path(path.name)).document == "returns.xlsx"


def test_a_workbook_that_unpacks_to_too_much_is_refused_in_one_line(workbook):
    with pytest.raises(UnreadableError, match=r"returns\.xlsx: unpacks to .* or more; 1 KiB are allowed"):
        read_returns_safely(workbook(SHEETS), unpacked=1024)


@pytest.mark.slow
def test_too_little_memory_is_one_line_that_says_what_to_do(tmp_path):
    path = tmp_path / "returns.csv"
    path.write_text("Audit,Month,Overall\n" + "".join(f"{n:01000},Apr-24,Good\n" for n in range(40_000)))

    with pytest.raises(
        UnreadableError, match=r"returns\.csv: reading it broke down, .*\(0\.0977 GiB .*To mend it: divide it"
    ):
        read_returns_safely(path, limits=Limits(memory=100 << 20))


def test_what_is_packed_is_unpacked_as_it_was(workbook):
    found = cleaned(workbook(SHEETS))

    assert unpack(pack(found)) == found


def test_the_packed_form_is_what_the_child_sends(workbook):
    path = workbook(SHEETS)

    assert unpack(read_packed(str(path), None, 1 << 30)) == cleaned(path)


def test_the_packed_form_is_read_by_the_frameworks_given(tmp_path):
    path = tmp_path / "returns.csv"
    path.write_text("Audit,Month,Overall\nA1,Mar-24,Good\n")
    old = (replace(frameworks()[0], title="Ours"),)

    packed = read_packed(str(path), b64encode(pickle.dumps(old)).decode(), 1)

    assert unpack(packed) == cleaned(path, old)


def test_text_is_packed_without_looking_for_a_packed_size(tmp_path):
    path = tmp_path / "returns.csv"
    path.write_text("Audit,Month,Overall\nA1,Apr-24,Good\n")

    assert unpack(read_packed(str(path), None, 1)) == cleaned(path)


@pytest.mark.parametrize("collects", [True, False])
def test_pythons_search_for_circles_is_left_as_it_was(workbook, collects):
    path, was = workbook(SHEETS), gc.isenabled()
    (gc.enable if collects else gc.disable)()
    try:
        read_returns(path)
        assert gc.isenabled() is collects
    finally:
        (gc.enable if was else gc.disable)()


def test_a_broken_text_file_is_named_by_the_child_as_here(tmp_path):
    (tmp_path / "t.csv").write_bytes(b"\0\0")

    with pytest.raises(UnreadableError, match=r"t\.csv: looked for comma-separated text, and this is not text"):
        read_returns_safely(tmp_path / "t.csv")


def test_tables_alone_are_the_same_tables(workbook):
    """Gradings are made as they are asked for, as often as they are; a row a return isn't made at all."""
    path = workbook(SHEETS)
    whole, alone = read_returns(path), read_returns_safely(path, tables_only=True)
    gradings = alone.rows.tables["gradings"]

    for _ in range(2):
        assert list(gradings) == whole.rows.tables["gradings"]
    assert len(gradings) == len(whole.rows.tables["gradings"])
    assert whole.rows.tables["gradings"][0] in gradings
    assert "Good" not in gradings
    assert replace(alone, rows=whole.rows, returns=whole.returns) == whole
    assert alone.returns == ()
