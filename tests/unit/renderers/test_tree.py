"""Walks and anchors."""

from tests.unit.renderers.sample import count

from looped.renderers.tree import anchors, number_columns, of_kind, walk
from looped.reports.nodes import Figure, Section, Table


def test_walk_gives_sections_before_what_they_hold(sample_report):
    """Reading order, with depth."""
    found = [(block.code, depth) for block, depth in walk(sample_report.sections) if isinstance(block, Section)]

    assert found[1:4] == [("overall", 1), ("overall_read", 2), ("overall_deep", 3)]


def test_anchors_are_unique_and_safe(sample_report):
    """Two tables of one code, or without one, have anchors of their own."""
    names = anchors(sample_report)
    tables = [names[id(table)] for table in of_kind(sample_report, Table)]

    assert tables == [
        "table-overall-by-month",
        "table-plans",
        "table-odd",
        "table-actions",
        "table-actions-2",
        "table-part",
    ]
    assert len(set(names.values())) == len(names)


def test_number_columns_are_those_whose_cells_are_mostly_short_numbers():
    """A column of sentences with a number in them is a column of words; an empty one too."""
    long = ("In all there were ", count(7), " audits read in April")
    rows = (
        (("A",), ("B",), ("C",), ("D",)),
        (("x",), (count(1),), long, ()),
        (("y",), ("–",), long, ()),
        (("z",), (count(2),)),
    )

    assert number_columns(Table("t", "T", rows)) == [False, True, False, False]


def test_number_columns_take_unknown_numbers_for_numbers():
    """A column of "not known" is set like its neighbours."""
    rows = ((("A",), ("B",)), (("x",), (Figure(None, "count", "c"),)))

    assert number_columns(Table("t", "T", rows)) == [False, True]
