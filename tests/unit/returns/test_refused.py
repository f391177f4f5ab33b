"""What was refused goes back to its sender as a workbook that can be mended and sent again."""

from datetime import date, datetime, time

import pytest
from openpyxl import load_workbook

from looped.returns.model import Problem, RefusedRow
from looped.returns.reading import read_returns
from looped.returns.refused import ADDED, write_refused

HEAD = ["Audit", "Month", "Returned", "Overall"]
DOMAINS = ["Seeing", "Assessments", "Plans", "Decisions", "Meetings", "Supervision", "Diversity"]
REST = ["Good"] * 7


@pytest.fixture
def sent_back(read, tmp_path):
    """The workbook of what was refused in these sheets."""

    def write(sheets):
        path = tmp_path / "refused.xlsx"
        write_refused(read(sheets), path)
        return path

    return write


def test_only_refused_rows_go_back_with_their_cells_and_problems(sent_back):
    rows = [
        [*HEAD, *DOMAINS],
        ["A1", "Apr-24", "", "Good", "", *REST[1:]],
        ["A2", "?", date(2024, 5, 3), "Goof", *REST[1:], "Great"],
    ]

    book = load_workbook(sent_back({"April": [["Titles"], *rows]}))

    assert book.sheetnames == ["April"]
    head, row = (list(cells) for cells in book["April"].iter_rows(values_only=True))
    assert head == [*HEAD, *DOMAINS, *ADDED]
    assert row[:12] == ["A2", "?", datetime(2024, 5, 3), "Goof", *REST[1:], "Great", 4]
    assert row[12].splitlines()[0] == "B4: Month: “?” is not a month"
    assert row[12].splitlines()[1].startswith("D4: Overall: “Goof” is not a grade of ")
    assert (len(row[12].splitlines()), len(row[13].splitlines())) == (3, 2)


def test_a_mended_workbook_is_read_again_without_a_word(sent_back):
    path = sent_back({"April": [[*HEAD, *DOMAINS], ["A2", "?", date(2024, 5, 3), "Good", *REST]]})
    book = load_workbook(path)
    book["April"]["B2"] = "Apr-24"
    book.save(path)

    again = read_returns(path)

    assert [(row.audit, row.month, row.returned) for row in again.returns] == [("A2", "2024-04", date(2024, 5, 3))]
    assert (again.problems, again.skipped) == ((), ())


def test_text_is_never_written_as_a_formula(sent_back):
    bad = '=HYPERLINK("http://example.org")'
    path = sent_back({"April": [[*HEAD, *DOMAINS], ["A2", "Apr-24", "never", "Good", *REST, bad]]})

    cells = [cell for row in load_workbook(path)["April"].iter_rows() for cell in row]

    assert [cell.data_type for cell in cells if cell.data_type == "f"] == []


def test_refused_rows_of_further_sheets_go_back_beside_an_empty_sheet_of_returns(sent_back):
    actions = [["Audit", "Action", "Due"], ["A1", "Visit", "soon"], ["A1", "Call", ""]]
    path = sent_back({"R": [[*HEAD, *DOMAINS], ["A1", "Apr-24", "", "Good", *REST]], "Actions": actions})

    again = read_returns(path)

    assert load_workbook(path).sheetnames == ["Actions", "No returns refused"]
    assert (again.taken, [(row.sheet, row.cells[:3]) for row in again.refused]) == (
        0,
        [("Actions", ("A1", "Visit", "soon"))],
    )


def test_every_kind_of_cell_comes_back_as_it_was(read, tmp_path):
    cells = ["=1+1", True, 2.5, date(2024, 5, 3), datetime(2024, 5, 3, 10, 30), time(9, 30), ""]
    found = read([[*HEAD, *DOMAINS], ["A1", "Apr-24", "", "Good", *REST]])
    refused = RefusedRow("It's: a [test]/of 'names' longer than 31", 9, tuple("abcdefg"), tuple(cells))
    problem = Problem(refused.sheet, None, 9, "refused", "what", "mend")
    path = tmp_path / "refused.xlsx"

    number = write_refused(type(found)(**{**as_dict(found), "refused": (refused,), "problems": (problem,)}), path)

    sheet = load_workbook(path).worksheets[0]
    assert number == 1
    assert sheet.title == "It's  a  test  of 'names' longe"
    assert [cell.value for cell in sheet[2]] == [*cells[:3], datetime(2024, 5, 3), *cells[4:6], None, 9, "what", "mend"]


def as_dict(found):
    return {name: getattr(found, name) for name in found.__dataclass_fields__}
