"""Our own report tree, as the checker sees documents."""

from looped.checker.document import Document
from looped.checker.readers.building import Building
from looped.reports import nodes


def document_of(report: nodes.Report) -> Document:
    """The blocks of a report, section by section, as they would be printed."""
    building = Building(report.title)
    for section in report.sections:
        _section(building, section)
    return building.document()


def _section(building: Building, section: nodes.Section) -> None:
    building.heading(section.title)
    for block in section.blocks:
        if isinstance(block, nodes.Section):
            _section(building, block)
        else:
            _block(building, block)


def _block(building: Building, block: nodes.Block) -> None:
    match block:
        case nodes.Paragraph(text=text):
            building.paragraph(nodes.text_of(text))
        case nodes.Bullets(items=items):
            for item in items:
                building.paragraph(nodes.text_of(item))
        case nodes.Note(text=text, opened=opened):
            building.paragraph(nodes.text_of(text))
            building.paragraph(nodes.text_of(opened))
        case nodes.Table():
            rows = [[nodes.text_of(cell) for cell in row] for row in block.rows[max(block.header_rows - 1, 0) :]]
            building.table(rows, block.title)
            building.paragraph(nodes.text_of(block.note))
        case nodes.Chart(alt=alt, note=note):
            building.paragraph(nodes.text_of(alt))
            building.paragraph(nodes.text_of(note))
        case _:
            # A quote is somebody else's words; its numbers are not ours to judge.
            return
