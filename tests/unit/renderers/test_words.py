"""Words as every format prints them."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from looped.renderers.words import line, lines, pieces
from looped.reports.nodes import Figure

PARTS = st.lists(
    st.one_of(st.text(), st.builds(Figure, st.integers(0, 9999), st.just("count"), st.just("c"))), max_size=6
).map(tuple)


@given(PARTS)
@example(("0 ", ""))
@example(("0 ", " ", ""))
@example((" ",))
def test_pieces_together_are_the_line(text):
    """What a page marks as numbers and words is exactly what a cell says."""
    assert "".join(words for words, _ in pieces(text)) == line(text)


@given(PARTS)
def test_pieces_keep_every_figure_in_order(text):
    """No number is lost between words."""
    found = [figure for _, figure in pieces(text) if figure is not None]

    assert found == [part for part in text if isinstance(part, Figure)]


@given(st.text())
def test_line_has_no_gap_but_single_spaces(words):
    """Line ends, tabs and double spaces would be printed differently by each format."""
    assert (
        line(words) == line(line(words))
        and not {"\n", "\t", "\r", "\x00"} & set(line(words))
        and "  " not in line(words)
    )


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("One\nTwo", ("One", "Two")),
        ("One\r\n\r\n Two ", ("One", "Two")),
        ("", ()),
        ("\x0b\u2028", ()),
        ("a\x00b\ud800c", ("abc",)),
    ],
)
def test_lines_of_somebodys_words(said, expected):
    """A quote keeps its lines, without empty ones and without what XML forbids."""
    assert lines(said) == expected
