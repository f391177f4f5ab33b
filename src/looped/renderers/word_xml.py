"""What python-docx has no words for: fields, contents, bookmarks, alternative text, tables by rows of XML."""

import re
import unicodedata
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from looped.renderers.charts.style import breadth
from looped.renderers.tree import walk
from looped.renderers.words import line
from looped.reports.nodes import Report, Section, Table, Text

CONTENTS_DEPTH = 2
# Until a page is worked out; a number could be taken for it.
NO_PAGE = "–"
# Bookmarks must start with a letter, have no hyphen for fields to find them, and at most 40 letters.
BOOKMARK_LETTERS = 40
SHORT_TABLE = 20
# So many letters stay on one line; of a figure such as "16 of 30 (53.3%)" more.
SHORT_CELL = 12
SHORT_FIGURE = 18
# The text's width and a cell's two margins in twentieths of a point; the letters of a table in points.
TEXT_WIDTH = 9638
CELL_MARGINS = 140
CELL_LETTERS = 9.5


def paragraph(document: Any, words: str, style: str) -> Any:
    """A paragraph at the document's end. style: a name from `word_styles.LOOKS`.

    The style is set by its id, its name without spaces: python-docx looks names up through all styles each time.
    """
    added = document.add_paragraph(words)
    added._p.get_or_add_pPr().get_or_add_pStyle().val = style.replace(" ", "")
    return added


def field(to: Any, instruction: str, shown: str) -> None:
    """A field such as PAGE at the end of a paragraph; shown: what stands there until it is worked out."""
    for part in _field_runs(instruction, shown):
        to._p.append(element(f"<w:r>{part}</w:r>"))


def contents(document: Any, report: Report, names: dict[int, str]) -> None:
    """A contents list that is filled already, each entry with a field for its page.

    Only who lays the file out knows the pages. LibreOffice fills these fields when it opens the file, within a field
    for the whole list it doesn't; Word does so for what is marked as out of date. Until then a dash stands there.
    """
    heading = paragraph(document, "Contents", "TOC Heading")
    heading.paragraph_format.page_break_before = True
    for section, depth in walk(report.sections):
        if not isinstance(section, Section) or depth > CONTENTS_DEPTH:
            continue
        entry = paragraph(document, "", f"toc {depth}")
        place = _bookmark(names[id(section)])
        runs = (_text(line(section.title)), "<w:tab/>", *_field_runs(f"PAGEREF {place} \\h", NO_PAGE, out_of_date=True))
        linked = "".join(f"<w:r>{each}</w:r>" for each in runs)
        entry._p.append(element(f'<w:hyperlink w:anchor={quoteattr(place)} w:history="1">{linked}</w:hyperlink>'))


def bookmarked(heading: Any, name: str) -> None:
    """Makes the heading a place that the contents link to."""
    number = str(len(heading.part.element.xpath("//w:bookmarkStart")) + 1)
    start = element(f'<w:bookmarkStart w:id="{number}" w:name={quoteattr(_bookmark(name))}/>')
    heading._p.insert(1 if heading._p.pPr is not None else 0, start)
    heading._p.append(element(f'<w:bookmarkEnd w:id="{number}"/>'))


def described(shown: Any, title: str, alt: str) -> None:
    """Gives a picture its title and its alternative text."""
    shown._inline.docPr.set("title", title)
    shown._inline.docPr.set("descr", alt)
    shown._inline.docPr.set("name", title[:60])
    # Left out, LibreOffice takes 3 mm and the picture stands out of the text's width.
    for side in ("distT", "distB", "distL", "distR"):
        shown._inline.set(side, "0")


def numbered(document: Any, items: list[Any]) -> None:
    """Puts these "List Number" paragraphs into a list of their own that starts at 1."""
    numbering = document.part.numbering_part.numbering_definitions._numbering
    style = document.styles["List Number"].element.pPr.numPr
    pattern = numbering.num_having_numId(style.numId.val).abstractNumId.val
    fresh = numbering.add_num(pattern)
    fresh.add_lvlOverride(ilvl=0).add_startOverride(1)
    for item in items:
        item._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = fresh.numId
        item._p.pPr.numPr.get_or_add_ilvl().val = 0


def right_to_left(spoken: Any, words: str) -> None:
    """Marks the paragraph as read from right to left where its first letter is of such a script."""
    first = next((way for way in map(unicodedata.bidirectional, words) if way in ("L", "R", "AL")), "L")
    if first == "L":
        return
    spoken._p.get_or_add_pPr().insert_element_before(element("<w:bidi/>"), "w:spacing", "w:ind", "w:jc", "w:rPr")
    for run in spoken.runs:
        run.font.rtl = True


def table_element(table: Table, numbers: list[bool]) -> Any:
    """The table as one element, rows as XML: header rows repeat on each page, no row is torn apart."""
    columns = len(numbers)
    rows = "".join(_row(table, at, row, numbers) for at, row in enumerate(table.rows))
    look = f'<w:tblLook w:val="0420" w:firstRow="{int(table.header_rows > 0)}" w:noHBand="1" w:noVBand="1"/>'
    caption = f"<w:tblCaption w:val={quoteattr(line(table.title))}/>"
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in _widths(table, columns))
    return element(
        f'<w:tbl><w:tblPr><w:tblStyle w:val="ReportTable"/><w:tblW w:w="5000" w:type="pct"/>'
        f'<w:tblLayout w:type="fixed"/>{look}{caption}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _row(table: Table, at: int, row: tuple[Text, ...], numbers: list[bool]) -> str:
    head, total = at < table.header_rows, at in table.total_rows
    kept = f"<w:trPr><w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>"
    # A short table stays on one page, its note too: each row keeps with the next.
    together = len(table.rows) <= SHORT_TABLE and (at + 1 < len(table.rows) or bool(line(table.note)))
    cells = (
        _cell(line(cell), _cell_style(head, number, total), together)
        for cell, number in zip(row, numbers, strict=False)
    )
    return f"<w:tr>{kept}{''.join(cells)}</w:tr>"


def _cell_style(head: bool, number: bool, total: bool) -> str:
    if head:
        return "Tableheadnumber" if number else "Tablehead"
    return f"Table{'number' if number else 'text'}{'total' if total else ''}"


def _cell(words: str, style: str, together: bool) -> str:
    width = '<w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr>'
    kept = "<w:keepNext/>" if together else ""
    return f'<w:tc>{width}<w:p><w:pPr><w:pStyle w:val="{style}"/>{kept}</w:pPr><w:r>{_text(words)}</w:r></w:p></w:tc>'


def _widths(table: Table, columns: int) -> list[int]:
    """The columns' widths in twentieths of a point: no word is broken, what is left goes to those with most to say."""
    cells = [[line(row[at]) for row in table.rows if at < len(row)] for at in range(columns)]
    least = [max((_needs(part) for words in column for part in _unbroken(words)), default=20) for column in cells]
    wanted = [max((_needs(words) for words in column), default=20) for column in cells]
    spare = TEXT_WIDTH - sum(least)
    if spare <= 0:
        return [round(TEXT_WIDTH * width / sum(least)) for width in least]
    more = [want - low for want, low in zip(wanted, least, strict=True)]
    if sum(more) > spare:
        return [round(low + spare * extra / sum(more)) for low, extra in zip(least, more, strict=True)]
    over = (TEXT_WIDTH - sum(wanted)) / columns
    return [round(want + over) for want in wanted]


def _unbroken(words: str) -> list[str]:
    """The parts of a cell that stay on one line: all of a short one or of a figure; else its words."""
    short = SHORT_FIGURE if words[:1].isdigit() else SHORT_CELL
    return [words] if len(words) <= short else words.split()


def _needs(words: str) -> float:
    """The width of a cell with these words on one line, bold, in twentieths of a point."""
    return 20 * breadth(words, CELL_LETTERS * 1.08) + CELL_MARGINS


def _field_runs(instruction: str, shown: str, out_of_date: bool = False) -> tuple[str, ...]:
    """What each run of a field holds. out_of_date: it is worked out when the file is opened, where that is known."""
    begun = _mark("begin", ' w:dirty="true"' if out_of_date else "")
    return (begun, _instruction(instruction), _mark("separate"), f"<w:t>{escape(shown)}</w:t>", _mark("end"))


def _mark(kind: str, more: str = "") -> str:
    return f'<w:fldChar w:fldCharType="{kind}"{more}/>'


def _instruction(words: str) -> str:
    return f'<w:instrText xml:space="preserve"> {escape(words)} </w:instrText>'


def _text(words: str) -> str:
    return f'<w:t xml:space="preserve">{escape(words)}</w:t>'


def _bookmark(name: str) -> str:
    return f"_{name}".replace("-", "_")[:BOOKMARK_LETTERS]


def element(inside: str) -> Any:
    """XML text with the prefix `w:` as an element."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    return parse_xml(re.sub(r"^<[\w:]+", lambda found: f"{found.group()} {nsdecls('w')}", inside, count=1))
