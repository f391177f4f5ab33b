"""The report as a workbook: contents, the text, and a sheet for each table with its numbers as numbers.

A cell such as "7 (22.6%)" is two numbers: the count and the share stand in columns of their own under one heading,
the brackets in the share's number format. `renderers/reading_back.py` puts them together again. Nothing is a formula.
"""

from io import BytesIO
from typing import Any

from looped.renderers.excel_cells import Split, header_of, split
from looped.renderers.excel_sheets import sheet_names
from looped.renderers.excel_text import text_rows
from looped.renderers.packed import without_clock
from looped.renderers.palette import ACCENT, INK, QUIET, RULE
from looped.renderers.tree import of_kind
from looped.renderers.words import line, stand_of
from looped.reports.nodes import Report, Table, Text

# Rows above a table: its title, its note, the way back, an empty row.
TOP = 4
WIDEST = 60
TEXT_COLUMN = 110
LINE_HEIGHT = 13.5
# More letters than a column's width in Excel's units: most are narrower than a digit.
LETTERS_A_UNIT = 1.1
Looks = dict[str, dict[str, Any]]
BASE = {"font_name": "Arial", "font_size": 10, "font_color": INK, "valign": "top"}
LOOKS: Looks = {
    "title": {"bold": True, "font_size": 14},
    "quiet": {"font_color": QUIET},
    "link": {"font_color": ACCENT, "underline": 1},
    "words": {"text_wrap": True},
    "head": {"bold": True, "text_wrap": True, "bottom": 2, "bottom_color": INK, "valign": "bottom"},
    "head_number": {
        "bold": True,
        "text_wrap": True,
        "bottom": 2,
        "bottom_color": INK,
        "valign": "bottom",
        "align": "right",
    },
    "unit": {"italic": True, "font_color": QUIET, "align": "right", "bottom": 1, "bottom_color": RULE},
    "heading": {"bold": True, "font_size": 12},
}


def render(report: Report) -> bytes:
    """The .xlsx file, the same bytes for the same report."""
    import xlsxwriter

    made = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(made, options)
    book.set_properties(
        {
            "title": f"{line(report.title)}, {line(report.period_title)}",
            "author": line(report.organisation),
            "subject": stand_of(report),
            "status": line(report.status),
            "created": report.as_at,
        }
    )
    styles = Styles(book)
    tables = of_kind(report, Table)
    names = sheet_names(tables)
    _contents(book, styles, report, tables, names)
    _words(book, styles, report)
    for table, name in zip(tables, names, strict=True):
        _table(book, styles, report, table, name)
    book.close()
    return without_clock(made.getvalue())


class Styles:
    """The workbook's cell formats, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, Any], ...], Any] = {}

    def __call__(self, look: str, **more: Any) -> Any:
        """The format of a look, with more properties of xlsxwriter's."""
        wanted = {**BASE, **LOOKS.get(look, {}), **more}
        key = tuple(sorted(wanted.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(wanted)
        return self._made[key]


def _contents(book: Any, styles: Styles, report: Report, tables: list[Table], names: list[str]) -> None:
    sheet = book.add_worksheet("Contents")
    top = (
        report.organisation,
        f"{line(report.title)}, {line(report.period_title)}",
        f"{report.status}. {stand_of(report)}",
    )
    for row, (words, look) in enumerate(zip(top, ("quiet", "title", "quiet"), strict=True)):
        sheet.write_string(row, 0, line(words), styles(look))
    sheet.write_string(4, 0, "Sheet", styles("head"))
    sheet.write_string(4, 1, "What it holds", styles("head"))
    listed = [("Text", "The words of the report"), *zip(names, (line(table.title) for table in tables), strict=True)]
    for row, (name, title) in enumerate(listed, 5):
        sheet.write_url(row, 0, f"internal:'{name}'!A1", styles("link"), name)
        sheet.write_string(row, 1, title, styles("words"))
    sheet.set_column(0, 0, 32)
    sheet.set_column(1, 1, 90)
    _on_paper(sheet, report, 4, 4)


def _words(book: Any, styles: Styles, report: Report) -> None:
    """The narrative, a row a part; where a table or a chart stands, its title and what it shows."""
    sheet = book.add_worksheet("Text")
    sheet.write_string(0, 0, "Part", styles("head"))
    sheet.write_string(0, 1, "Words", styles("head"))
    for row, (part, words) in enumerate(text_rows(report), 1):
        sheet.write_string(row, 0, part, styles("quiet"))
        sheet.write_string(row, 1, words, styles("heading" if part == "Heading" else "words", text_wrap=True))
        sheet.set_row(row, _height([(words, TEXT_COLUMN)]))
    sheet.set_column(0, 0, 14)
    sheet.set_column(1, 1, TEXT_COLUMN)
    sheet.freeze_panes(1, 0)
    _on_paper(sheet, report, 0, 0)


def _table(book: Any, styles: Styles, report: Report, table: Table, name: str) -> None:
    sheet = book.add_worksheet(name)
    sheet.write_string(0, 0, line(table.title), styles("title"))
    sheet.write_string(1, 0, line(table.note), styles("quiet"))
    sheet.write_url(2, 0, "internal:'Contents'!A1", styles("link"), "Back to the contents")
    parted = split(table)
    below = _head(sheet, styles, table, parted)
    for at, row in enumerate(table.rows[table.header_rows :]):
        total = {"bold": True, "top": 1} if at + table.header_rows in table.total_rows else {}
        _row(sheet, styles, parted, row, below + at, total)
        sheet.set_row(below + at, _height([(line(cell), WIDEST) for cell in row]))
    last = below + len(table.rows) - table.header_rows - 1
    _named(book, name, "table_head", TOP, TOP + table.header_rows - 1, parted.across)
    _named(book, name, "table_body", below, last, parted.across)
    _columns(sheet, table, parted)
    sheet.freeze_panes(below, table.header_columns)
    _on_paper(sheet, report, TOP, max(TOP, below - 1))


def _head(sheet: Any, styles: Styles, table: Table, parted: Split) -> int:
    """Headings, merged over the columns of their numbers; below them, where one is split, what each column holds."""
    for at, row in enumerate(table.rows[: table.header_rows]):
        for column, cell in enumerate(row):
            look = styles("head_number" if parted.numbers[column] else "head")
            first, many = parted.starts[column], parted.widths[column]
            if many > 1:
                sheet.merge_range(TOP + at, first, TOP + at, first + many - 1, "", look)
            sheet.write_string(TOP + at, first, line(cell), look)
    below = TOP + table.header_rows
    if max(parted.widths) == 1:
        return below
    for place in range(parted.across):
        sheet.write_string(below, place, header_of(table, parted, place), styles("unit"))
    return below + 1


def _row(sheet: Any, styles: Styles, parted: Split, row: tuple[Text, ...], at: int, total: dict[str, Any]) -> None:
    for column, cell in enumerate(row):
        for place, part in enumerate(parted.cell(column, cell), parted.starts[column]):
            if isinstance(part, str):
                look = {"align": "right"} if parted.numbers[column] else {}
                sheet.write_string(at, place, part, styles("words", **look, **total))
            elif part is not None:
                sheet.write_number(at, place, part.value, styles("number", num_format=part.form, **total))
            elif total:
                sheet.write_blank(at, place, None, styles("words", **total))


def _named(book: Any, name: str, what: str, first: int, last: int, across: int) -> None:
    """Names a range of the sheet, so that a reader and a program find the table without guessing."""
    from xlsxwriter.utility import xl_range_abs

    if last >= first:
        book.define_name(f"'{name}'!{what}", f"='{name}'!{xl_range_abs(first, 0, last, across - 1)}")


def _columns(sheet: Any, table: Table, parted: Split) -> None:
    for column, first in enumerate(parted.starts):
        longest = max((len(line(row[column])) for row in table.rows if column < len(row)), default=0)
        width = min(max(longest + 2, 9), WIDEST)
        sheet.set_column(first, first + parted.widths[column] - 1, max(9, width / parted.widths[column]))


def _height(cells: list[tuple[str, int]]) -> float:
    """The height of a row in points: not every program works out how many lines a wrapped cell takes."""
    return LINE_HEIGHT * max(
        sum(-(-len(part) // round(width * LETTERS_A_UNIT)) or 1 for part in words.split("\n")) for words, width in cells
    )


def _on_paper(sheet: Any, report: Report, first: int, last: int) -> None:
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(first, last)
    sheet.hide_gridlines(2)
    sheet.set_footer(f"&L{_escaped(report.status)}. {_escaped(stand_of(report))}&R&A, &P of &N")


def _escaped(words: str) -> str:
    return line(words)[:100].replace("&", "&&")
