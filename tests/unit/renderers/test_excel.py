"""The workbook: a sheet a table, numbers as numbers, text never run, names valid, paper set."""

from io import BytesIO

import openpyxl
import pytest
from tests.unit.renderers.sample import count, share

from looped.renderers.excel_cells import Number, header_of, parts_of, split
from looped.renderers.excel_sheets import sheet_names
from looped.renderers.reading_back.of_excel import printed
from looped.reports.nodes import Figure, Table


@pytest.fixture(scope="module")
def book(files):
    """The sample's workbook as openpyxl reads it."""
    return openpyxl.load_workbook(BytesIO(files["xlsx"]))


def test_a_sheet_a_table_after_contents_and_text(book):
    """Named by the tables' codes."""
    assert book.sheetnames == [
        "Contents",
        "Text",
        "overall by month",
        "plans",
        "odd",
        "actions",
        "actions 2",
        "No header",
    ]


def test_counts_and_shares_are_numbers_in_columns_of_their_own(book):
    """7 (22.6%) is 7 and 0.2258..., with the brackets in the format."""
    sheet = book["overall by month"]
    row = [(cell.value, cell.number_format) for cell in sheet[8]][:3]

    assert row == [("Good", "General"), (7, "#,##0"), (pytest.approx(7 / 31, abs=1e-15), '"("0.0%")"')]
    assert [cell.value for cell in sheet[6]][1:3] == ["number", "share"]


def test_nothing_is_a_formula(book):
    """What begins with =, +, - or @ is text."""
    types = {cell.data_type for sheet in book for row in sheet for cell in row if cell.value is not None}

    assert types <= {"s", "n"}
    assert "=1+1" in {cell.value for row in book["odd"] for cell in row}


def test_contents_link_to_each_sheet(book):
    """Within the workbook; no address goes out."""
    links = {cell.hyperlink.location for row in book["Contents"] for cell in row if cell.hyperlink}

    assert links == {f"'{name}'!A1" for name in book.sheetnames if name != "Contents"}
    assert [cell for sheet in book for row in sheet for cell in row if cell.hyperlink and cell.hyperlink.target] == []


def test_headers_stay_on_screen_and_on_paper(book):
    """Frozen below the header, repeated on each page, one page wide."""
    sheet = book["actions"]

    assert (sheet.freeze_panes, sheet.print_title_rows) == ("C7", "$5:$6")
    assert (sheet.page_setup.fitToHeight, str(sheet.page_setup.paperSize)) == (0, "9")


def test_properties_are_the_reports(book):
    """Title and organisation; the date is the figures'."""
    known = book.properties

    assert (known.creator, known.created.isoformat()) == (
        "Northmere Council, Children's Services",
        "2024-07-31T11:00:00",
    )


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ((count(1234),), [("1,234", 1234)]),
        ((count(3), " of ", count(7), " (", share(3, 7), ")"), [("3", 3), ("of 7", 7), ("(42.9%)", 3 / 7)]),
        (("About ", count(5), "?"), [("About 5?", 5)]),
        ((count(3), "/", count(7)), "3/7"),
        ((Figure(None, "count", "c"),), "not known"),
        ((Figure(0.0001, "p", "c"),), "less than 0.001"),
        ((Figure(0.044, "p", "c"),), [("0.044", 0.044)]),
        ((Figure(0.44, "reported", "c"),), [("44%", 0.44)]),
        ((Figure(-0.123, "points", "c"),), [("-12", -12.3)]),
        ((Figure(0.715, "ratio", "c"),), [("0.72", 0.715)]),
        ((share(1, 16), " to ", share(2, 3)), [("6.3%", 1 / 16), ("to 66.7%", 2 / 3)]),
        (('"', count(1)), '"1'),
        (("no number",), "no number"),
        ((), ""),
    ],
)
def test_cells_become_numbers_that_print_the_same(cell, expected):
    """Each number with its words in its format; what Excel could not print so stays text."""
    parts = parts_of(cell)

    if isinstance(expected, str):
        assert parts == [expected]
    else:
        assert [
            (printed(repr(part.value), part.form), part.value) for part in parts if isinstance(part, Number)
        ] == expected


def test_a_number_in_a_column_of_words_is_a_number_only_alone():
    """A sentence stays whole."""
    assert parts_of(("In all ", count(7)), in_numbers=False) == ["In all 7"]
    assert [part.value for part in parts_of((count(7),), in_numbers=False)] == [7]


def test_split_columns_say_what_they_hold():
    """A count with its share; a range from one share to another; a column that isn't split says nothing."""
    row = (("Plans",), (count(7), " (", share(7, 31), ")"), (share(1, 4), " to ", share(3, 4)), (count(9),))
    table = Table("t", "T", ((("Domain",), ("Good",), ("Interval",), ("All",)), row))

    assert [header_of(table, split(table), place) for place in range(6)] == ["", "number", "share", "from", "to", ""]


def test_a_share_alone_stands_with_the_shares():
    """Where an earlier report printed no count; a lone number of a range stays at its beginning."""
    rows = (
        (("Q1",), (count(7), " (", share(7, 31), ")"), (share(1, 4), " to ", share(3, 4))),
        (("Q2",), (Figure(0.26, "reported", "c"),), (share(1, 4),)),
        (("Q3",), (count(9),), ("–",)),
    )
    parted = split(Table("t", "T", ((("Quarter",), ("Good",), ("Interval",)), *rows)))

    units = [[[getattr(part, "unit", part) for part in parted.cell(at, row[at])] for at in (1, 2)] for row in rows]
    assert units[1:] == [[[None, "reported"], ["share", None]], [["count", None], ["–", None]]]


def test_sheet_names_are_valid_and_unique():
    """At most 31 letters, none that Excel forbids, unlike in any case, none of our own sheets' names."""
    codes = ["a/b:c*d?e[f]g'h", "A b c d e f g h", "x" * 40, "x" * 41, "", "text", "History"]
    names = sheet_names([Table(code, "", ()) for code in codes])

    assert names == ["a b c d e f g h", "A b c d e f g h 2", "x" * 31, "x" * 29 + " 2", "Table", "text 2", "History 2"]


@pytest.mark.parametrize(
    ("value", "form", "expected"),
    [("0.0625", "0.0%", "6.3%"), ("1234567", "#,##0", "1,234,567"), ("2", "General", "2"), ("-0.5", '0"x"', "-1x")],
)
def test_numbers_print_as_excel_prints_them(value, form, expected):
    """Halves away from nought; a format that isn't ours leaves the number as it is."""
    assert printed(value, form) == expected
