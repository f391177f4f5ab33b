"""Every kind of file that holds no returns gets one clear line, here and through the child process."""

import zipfile

import pytest

from looped.errors import UnreadableError
from looped.returns.child import read_returns_safely
from looped.returns.reading import read_returns

ROW = "Audit,Month,Overall\nA1,Apr-24,Good\n"


def write(name, content):
    return lambda folder: (folder / name).write_bytes(content) and folder / name


def packed(name, members):
    def make(folder):
        with zipfile.ZipFile(folder / name, "w") as file:
            for member, text in members.items():
                file.writestr(member, text)
        return folder / name

    return make


FILES = {
    "there is none": (lambda folder: folder / "none.xlsx", "can't be opened"),
    "empty": (lambda folder: (folder / "e.xlsx", (folder / "e.xlsx").touch())[0], "the file is empty"),
    "empty text": (lambda folder: (folder / "e.csv", (folder / "e.csv").touch())[0], "the file is empty"),
    "another kind": (write("photo.png", b"\x89PNG"), "(.xlsx, .ods or .csv)"),
    "a picture called .csv": (write("p.csv", b"\x89PNG\0\0\0"), "this is not text"),
    "text called .xlsx": (write("t.xlsx", ROW.encode()), ""),
    "cut short": (write("c.xlsx", b"PK\x03\x04 and no more"), ""),
    "another packed file": (packed("z.xlsx", {"a.txt": "hello"}), ""),
    "a broken sheet": (packed("b.ods", {"content.xml": "<office", "mimetype": "x"}), ""),
    "old or locked": (write("o.xlsx", bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 512), ""),
    "no returns": (write("n.csv", b"Name,Colour\nA,Red\n"), "found none (n)"),
    "blank text": (write("b.csv", b"\n\n\n"), "found none (b)"),
    "a quotation mark never closed": (write("q.csv", ROW.encode() + b'A2,Apr-24,"' + b"x" * 200_000), "never closed"),
}


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("reader", [read_returns, read_returns_safely])
def test_an_unreadable_file_gets_one_clear_line(tmp_path, name, reader):
    make, words = FILES[name]
    path = make(tmp_path)

    with pytest.raises(UnreadableError) as caught:
        reader(path)

    line = str(caught.value)
    assert words in line
    assert path.name in line
    assert "To mend it: " in line
    assert "\n" not in line


def test_a_workbook_of_further_sheets_alone_holds_no_returns(workbook):
    path = workbook({"Actions": [["Audit", "Action", "Due"], ["A1", "Visit", ""]], "Empty": []})

    with pytest.raises(UnreadableError, match=r"found none \(Empty\)"):
        read_returns(path)


def test_a_password_is_named(tmp_path):
    path = write("o.xlsx", bytes.fromhex("d0cf11e0a1b11ae1"))(tmp_path)

    for reader in (read_returns, read_returns_safely):
        with pytest.raises(UnreadableError, match="protected with a password, or in the format of before 2007"):
            reader(path)


def test_a_chart_sheet_is_passed_over(tmp_path):
    import xlsxwriter

    path = tmp_path / "c.xlsx"
    with xlsxwriter.Workbook(path) as book:
        chart = book.add_chart({"type": "bar"})
        chart.add_series({"values": "=Returns!$A$1:$A$2"})
        book.add_chartsheet("Chart").set_chart(chart)
        sheet = book.add_worksheet("Returns")
        sheet.write_row(0, 0, ["Audit", "Month", "Overall"])
        sheet.write_row(1, 0, ["A1", "Apr-24", "Good"])
        sheet.write_row(2, 0, ["A2", "Apr-24"])
        sheet.write_formula(2, 2, "=NA()", None, "#N/A")

    read = read_returns(path)

    assert (read.taken, read.skipped, [row.row for row in read.refused]) == (1, (), [3])
