"""Words of a PDF's marked pieces: pieces within pieces, replaced text, line ends."""

from looped.renderers.reading_back.marked_words import BREAK, Pieces


def _heard(*told):
    pieces = Pieces()
    for each in told:
        match each:
            case "end":
                pieces.end()
            case dict() | None:
                pieces.begin(each)
            case (words, height):
                pieces.letter(words, height, 10)
    return pieces.words


def test_a_line_end_is_a_space():
    """Between words of one piece; not twice where there is one already."""
    assert _heard({"MCID": 1}, ("a", 50), ("b", 50), ("c", 30), (" ", 30), ("d", 10)) == {1: "ab c d"}


def test_a_long_word_broken_over_lines_stays_whole():
    """A zero-width space stands where it broke."""
    assert _heard({"MCID": 1}, ("a", 50), (BREAK, 50), ("b", 30)) == {1: f"a{BREAK}b"}


def test_a_piece_within_a_piece_belongs_to_the_outer():
    """What has no number of its own; after it the outer goes on."""
    assert _heard({"MCID": 1}, ("a", 5), {"Lang": b"fr"}, ("b", 5), "end", ("c", 5), "end", ("lost", 5)) == {1: "abc"}


def test_replaced_text_is_heard_instead_of_its_signs():
    """Whichever way it is written; a replacement within a replacement isn't heard twice."""
    wide = {"ActualText": b"\xfe\xff" + "é".encode("utf-16-be")}

    assert _heard({"MCID": 1}, wide, ("x", 5), {"ActualText": b"no"}, ("y", 5), "end", "end", ("z", 5)) == {1: "éz"}
    assert _heard({"MCID": 2}, {"ActualText": b"fi"}, ("?", 5), "end") == {2: "fi"}


def test_a_piece_without_properties_is_not_heard():
    """Running headers and lines are no part of the report."""
    assert _heard(None, ("page 1", 5), "end") == {}
