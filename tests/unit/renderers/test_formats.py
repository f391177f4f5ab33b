"""Every format draws every kind of node, says the same in every table, and gives the same bytes twice."""

from datetime import datetime

import pytest
from tests.unit.renderers.sample import count, grades_records, share

from looped.errors import UsageError
from looped.renderers.formats import FORMATS, render
from looped.renderers.pdf import named_signs
from looped.renderers.reading_back import READERS, tables_of, text_of_file
from looped.renderers.tree import of_kind, walk
from looped.renderers.words import line
from looped.reports.nodes import (
    BLOCKS,
    Bullets,
    Chart,
    Note,
    Paragraph,
    Quote,
    Report,
    Section,
    Table,
)

# One of each kind of node, with words that stand nowhere else, and what must be read back of it.
pytestmark = pytest.mark.slow
NODES = {
    Section: (Section("inner", "Plum heading", ()), ["Plum heading"]),
    Paragraph: (Paragraph(("Pear ", count(41), " of ", share(1, 3))), ["Pear 41 of 33.3%"]),
    Bullets: (Bullets((("Quince ", count(42)), ("Fig",))), ["Quince 42", "Fig"]),
    Note: (
        Note("Sloe", ("Damson ", share(1, 4)), "caution", ("Medlar ", count(43))),
        ["Sloe", "Damson 25.0%", "Medlar 43"],
    ),
    Quote: (Quote("She listened <well>", "A parent & child"), ["She listened <well>", "A parent & child"]),
    Table: (
        Table("t", "Apple table", ((("Head",), ("Number",)), (("Row",), (count(44),))), note=("Cherry ", count(45))),
        ["Apple table", "Head", "Row", "44", "Cherry 45"],
    ),
    Chart: (
        Chart(
            "c",
            "Grape chart",
            "grades_by_month",
            ("Melon ", count(46)),
            grades_records({"May": (1, 2, 3, 4, 5)}),
            note=("Lime",),
        ),
        ["Grape chart", "Melon 46", "Lime"],
    ),
}


def test_every_node_has_a_case_here():
    """A new kind of node is forgotten by no format."""
    assert set(NODES) == set(BLOCKS)


def test_every_format_has_a_reader():
    """A new format is compared with the others."""
    assert set(READERS) == set(FORMATS)


@pytest.mark.parametrize("node", BLOCKS, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("suffix", FORMATS)
def test_every_format_draws_every_node(suffix, node):
    """The words of each kind of node are read back from each format's file."""
    block, expected = NODES[node]

    content = render(suffix, _report(block))

    text = " ".join(text_of_file(suffix, content).split())
    assert [words for words in expected if words not in text] == []


@pytest.mark.parametrize("suffix", FORMATS)
def test_tables_read_back_from_each_file_are_the_trees(suffix, sample_report, files):
    """Every cell of every table, title included, is the same in the file as in the tree."""
    expected = [
        (line(table.title), [[line(cell) for cell in row] for row in table.rows])
        for table in of_kind(sample_report, Table)
    ]

    assert tables_of(suffix, files[suffix]) == expected


@pytest.mark.parametrize("suffix", FORMATS)
def test_every_word_of_the_sample_is_in_each_file(suffix, sample_report, files):
    """Nothing of the narrative is lost, whatever characters it has; in a PDF signs without a letter are named."""
    text = "".join(text_of_file(suffix, files[suffix]).split())
    expected = [_said(block, suffix) for block, _ in walk(sample_report.sections)]

    # A PDF paints scripts that run from right to left in the order seen, the other way round.
    found = text + text[::-1] if suffix == "pdf" else text
    assert [words for each in expected for words in each if "".join(words.split()) not in found] == []


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_same_report_gives_the_same_bytes(suffix, sample_report, files):
    """No clock, no chance in a file: an edition's checksum is its content's."""
    assert render(suffix, sample_report) == files[suffix]


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_report_without_sections_is_a_file_too(suffix):
    """The emptiest report has its title and no table."""
    content = render(suffix, _report())

    assert (tables_of(suffix, content), "Small report" in text_of_file(suffix, content)) == ([], True)


def test_an_unknown_format_is_named():
    """The message says what there is."""
    with pytest.raises(UsageError, match="There is no format 'odt'. There are: html, pdf, docx, xlsx, json."):
        render("odt", _report())
    with pytest.raises(UsageError, match="There is no reader for 'odt'"):
        tables_of("odt", b"")


def _report(*blocks):
    sections = (Section("first", "First section", blocks),) if blocks else ()
    moment = datetime(2024, 7, 1, 10, 30)
    return Report(
        "Small report", "A council", ("2024-04", "2024-06"), "April to June", moment, "As at 1 July", sections
    )


def _said(block, suffix):
    """The words of a block apart from its rows, as the format says them."""
    match block:
        case Section():
            words = [line(block.title)]
        case Paragraph():
            words = [line(block.text)]
        case Bullets():
            words = [line(item) for item in block.items]
        case Note():
            words = [line(block.title), line(block.text), line(block.opened)]
        case Quote():
            words = [*block.words.split("\n"), block.who]
        case Table() | Chart():
            words = [line(block.title), line(block.note)]
    undrawn = "🙂👍🏽"
    return [each.replace(undrawn, named_signs(undrawn)) for each in words] if suffix == "pdf" else words
