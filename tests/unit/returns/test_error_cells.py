"""Failed formulas in the parts of a packed workbook, whatever the spelling of its XML."""

import zipfile

import pytest

from looped.returns.error_cells import mark_errors
from looped.returns.header import Header
from looped.returns.sheets import Sheet

HEADER = Header("returns", 1, {"audit": 0, "grade:overall": 1}, ("Audit", "Overall"))
BOOK = (
    b"""<workbook><sheets><sheet name="N" r:id="rId2"/><sheet name='R' sheetId='7' r:id='rId1' /></sheets></workbook>"""
)
LINKS = b"""<Relationships><Relationship Id="rId2" Target="worksheets/a.xml"/>"""
CELLS = b"""<c r="B3" t="e"><f>NA()</f><v>#N/A</v></c><c s='1' t='e' r='A2'><v>#REF!</v></c>"""


def marked(path, book=BOOK, target=b"worksheets/b.xml", sheet=CELLS):
    """Columns of a sheet at C3 (rows 2 and 3 under its header at row 1) after its failed formulas were marked."""
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("xl/workbook.xml", book)
        packed.writestr("xl/_rels/workbook.xml.rels", LINKS + b'<Relationship Id="rId1" Target="%s"/>' % target)
        packed.writestr("xl/worksheets/b.xml", sheet)
    found = Sheet("R", [["Audit", "", "A2"], ["Overall", "Good", ""]], place=1)
    mark_errors(path, found, HEADER)
    return found.columns


@pytest.mark.parametrize("target", [b"worksheets/b.xml", b"/xl/worksheets/b.xml"])
def test_failed_formulas_get_their_own_text(tmp_path, target):
    assert marked(tmp_path / "a.xlsx", target=target) == [["Audit", "#REF!", "A2"], ["Overall", "Good", "#N/A"]]


def test_cells_that_hold_something_or_lie_elsewhere_are_left(tmp_path):
    cells = b"".join(
        b'<c r="%s" t="e"><v>#N/A</v></c>' % place for place in (b"A1", b"B2", b"C2", b"B9", b"XFD1048576")
    )

    assert marked(tmp_path / "a.xlsx", sheet=cells) == [["Audit", "", "A2"], ["Overall", "Good", ""]]


def test_only_an_xlsx_file_is_looked_into(tmp_path):
    assert marked(tmp_path / "a.ods") == [["Audit", "", "A2"], ["Overall", "Good", ""]]


@pytest.mark.parametrize("book", [b"", b"<sheet name='N'/><sheet name='R'/>", b'<sheet/><sheet r:id="rId9"/>'])
def test_parts_under_other_names_do_no_harm(tmp_path, book):
    assert marked(tmp_path / "a.xlsx", book=book) == [["Audit", "", "A2"], ["Overall", "Good", ""]]


def test_a_sheet_without_gaps_is_not_looked_into(tmp_path):
    found = Sheet("R", [["Audit", "A1"], ["Overall", "Good"]])

    mark_errors(tmp_path / "none.xlsx", found, HEADER)

    assert found.columns == [["Audit", "A1"], ["Overall", "Good"]]


@pytest.mark.parametrize(
    "cell",
    [b'<c r="B3"><f>A1</f></c>', b"<c r='B3' s='1'><f>A1</f><v></v></c>", b'<c r="B3"><f t="shared" si="0"/><v/></c>'],
)
def test_formulas_that_were_never_worked_out_are_said_to_be_so(tmp_path, cell):
    assert marked(tmp_path / "a.xlsx", sheet=cell)[1] == ["Overall", "Good", "a formula without a value"]


def test_a_formula_that_gives_an_empty_text_is_an_empty_cell(tmp_path):
    """As Excel saves it: a formula of text, with an empty value."""
    assert marked(tmp_path / "a.xlsx", sheet=b'<c r="B3" t="str"><f>A1</f><v></v></c>')[1] == ["Overall", "Good", ""]
