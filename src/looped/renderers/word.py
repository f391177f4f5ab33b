"""The report as a Word file made to be edited: styles throughout, headings, contents, captions, real tables."""

from io import BytesIO
from typing import Any

from looped.renderers.charts import drawing
from looped.renderers.packed import without_clock
from looped.renderers.tree import anchors, number_columns
from looped.renderers.word_styles import dressed
from looped.renderers.word_xml import bookmarked, contents, described, field, paragraph, right_to_left, table_element
from looped.renderers.words import line, lines, stand_of
from looped.reports.nodes import Block, Bullets, Chart, Note, Paragraph, Quote, Report, Section, Table

TEXT_WIDTH_CM = 17.0
WIDE = 680
DEEPEST = 6
NOTE_STYLES = {"information": "Note", "caution": "Note caution", "urgent": "Note urgent"}
PARAGRAPH_STYLES = {"body": "Body Text", "lead": "Lead", "small": "Small"}


def render(report: Report) -> bytes:
    """The .docx file, the same bytes for the same report."""
    from docx import Document

    document = Document()
    dressed(document, report.language)
    _properties(document, report)
    _masthead(document, report)
    _page_marks(document, report)
    names = anchors(report)
    for at, section in enumerate(report.sections):
        _section(document, section, 1, names, with_break=section.page_break and at != 1)
        if at == 0 and len(report.sections) > 1:
            contents(document, report, names)
    made = BytesIO()
    document.save(made)
    return without_clock(made.getvalue())


def _properties(document: Any, report: Report) -> None:
    known = document.core_properties
    known.title = f"{line(report.title)}, {line(report.period_title)}"
    known.author = known.last_modified_by = line(report.organisation)
    known.subject = stand_of(report)
    known.language = report.language
    known.content_status = line(report.status)
    known.created = known.modified = report.as_at
    known.comments = ""
    known.keywords = ""


def _masthead(document: Any, report: Report) -> None:
    paragraph(document, line(report.organisation), "Organisation")
    paragraph(document, line(report.title), "Title")
    paragraph(document, line(report.period_title), "Subtitle")
    paragraph(document, f"{line(report.status)}. {stand_of(report)}", "Small")


def _page_marks(document: Any, report: Report) -> None:
    """The running header and the foot with page numbers."""
    page = document.sections[0]
    page.header.paragraphs[0].text = f"{line(report.title)}, {line(report.period_title)}\t{line(report.status)}"
    foot = page.footer.paragraphs[0]
    foot.add_run(f"{line(report.organisation)}. {stand_of(report)}\tPage ")
    field(foot, "PAGE", "1")
    foot.add_run(" of ")
    field(foot, "NUMPAGES", "1")


def _section(document: Any, section: Section, depth: int, names: dict[int, str], with_break: bool) -> None:
    heading = paragraph(document, line(section.title), f"Heading {min(depth, DEEPEST)}")
    heading.paragraph_format.page_break_before = True if with_break else None
    bookmarked(heading, names[id(section)])
    for block in section.blocks:
        _block(document, block, depth + 1, names)


def _block(document: Any, block: Block, depth: int, names: dict[int, str]) -> None:
    match block:
        case Section():
            _section(document, block, depth, names, block.page_break)
        case Paragraph():
            paragraph(document, line(block.text), PARAGRAPH_STYLES[block.style])
        case Bullets():
            _bullets(document, block)
        case Note():
            _note(document, block)
        case Quote():
            _quote(document, block)
        case Table():
            _table(document, block)
        case Chart():
            _chart(document, block)


def _bullets(document: Any, bullets: Bullets) -> None:
    """A list; an ordered one has its numbers in a list of its own, so that it starts at 1."""
    from looped.renderers.word_xml import numbered

    style = "List Number" if bullets.ordered else "List Bullet"
    added = [paragraph(document, line(item), style) for item in bullets.items]
    if bullets.ordered:
        numbered(document, added)


def _note(document: Any, note: Note) -> None:
    style = NOTE_STYLES[note.tone]
    paragraph(document, line(note.title), f"{style} title")
    paragraph(document, line(note.text), f"{style} explained" if note.opened else style)
    if note.opened:
        paragraph(document, line(note.opened), f"{style} reason")


def _quote(document: Any, quote: Quote) -> None:
    rows = lines(quote.words) or ("",)
    spoken = paragraph(document, "", "Quote")
    run = spoken.add_run(f"“{rows[0]}")
    for row in rows[1:]:
        run.add_break()
        run.add_text(row)
    run.add_text("”")
    right_to_left(spoken, quote.words)
    paragraph(document, line(quote.who), "Quote source")


def _table(document: Any, table: Table) -> None:
    paragraph(document, line(table.title), "Caption")
    document.element.body.insert_element_before(table_element(table, number_columns(table)), "w:sectPr")
    paragraph(document, line(table.note), "Small")


def _chart(document: Any, chart: Chart) -> None:
    from docx.shared import Cm

    picture = drawing(chart)
    paragraph(document, line(chart.title), "Caption")
    place = paragraph(document, "", "Picture")
    width = Cm(TEXT_WIDTH_CM * min(1.0, picture.width / WIDE))
    shown = place.add_run().add_picture(BytesIO(picture.png(2)), width=width)
    described(shown, line(chart.title), line(chart.alt))
    if chart.note:
        paragraph(document, line(chart.note), "Small")
