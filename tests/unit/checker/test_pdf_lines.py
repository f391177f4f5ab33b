"""The lines of a PDF's page: which words are one cell, which lines one row, which are headings and which end a paragraph.

The pages are drawn by Typst as offices draw them, without lines round the cells; the rest stands on lines as the library
gives them, five points a letter and ten high.
"""

from pathlib import Path

import pytest

from looped.checker.document import Document
from looped.checker.readers import pdf
from looped.checker.readers.pdf_lines import (
    Cell,
    Line,
    across_pages,
    ends_paragraph,
    headings_of,
    in_turn,
    lines_of,
    with_whole_cells,
)

BULLET = "\uf0b7"  # Word's own sign
LOOSE = """#set text(size: 10pt)
#set table(stroke: none)
= The choirs of the coast: who came
== Findings: rehearsals
Of the 90 rehearsals twenty-four were long. Most were short.

Table 1. Rehearsals by choir

#table(columns: (60pt, 60pt, 60pt), [Choir], [Held in the year], [Led by two],
  [North and far west], [48], [12], [South], [42], [9])

- Most were held in the north.
- Fewest were led by two in the south.
"""


def line(top: float, *cells: tuple[float, str], size: float = 10, bold: bool = False, ruled: bool = False) -> Line:
    made = tuple(Cell(left, left + 5 * len(text), text) for left, text in cells)
    return Line(top, top + size, made, size, bold, ruled)


def texts(lines: list[Line]) -> list[str]:
    return [each.text for each in lines]


def words(*placed: tuple[float, str]) -> list[dict[str, object]]:
    return [{"x0": x, "x1": x + 5 * len(text), "top": 0, "bottom": 10, "text": text} for x, text in placed]


@pytest.fixture(scope="module")
def loose(tmp_path_factory: pytest.TempPathFactory) -> Document:
    import typst

    path: Path = tmp_path_factory.mktemp("pdf") / "a.pdf"
    typst.compile(LOOSE.encode(), output=str(path))
    return pdf.read(path)


def test_wrapped_cells_of_a_table_without_lines_are_whole(loose: Document) -> None:
    """A label and heads on two lines: else the table ends at the label, and none of its sums is tried."""
    rows = [[cell.text for cell in row] for row in loose.tables[0].rows]

    assert rows == [
        ["Choir", "Held in the year", "Led by two"],
        ["North and far west", "48", "12"],
        ["South", "42", "9"],
    ]


def test_headings_are_told_by_their_type(loose: Document) -> None:
    """A colon in a heading doesn't make it prose; its section holds what follows."""
    sections = {each.text: each.section for each in loose.paragraphs}

    assert sections["Findings: rehearsals"] == "Findings: rehearsals"
    assert sections["Of the 90 rehearsals twenty-four were long. Most were short."] == "Findings: rehearsals"
    assert sections["The choirs of the coast: who came"] == "The choirs of the coast: who came"


@pytest.mark.parametrize(
    ("placed", "told"),
    [
        ([(0, BULLET), (20, "Most"), (45, "came")], ["• Most came"]),
        ([(0, "2."), (20, "Most"), (45, "came")], ["2. Most came"]),
        ([(0, "62)"), (90, "77)")], ["62)", "77)"]),
        ([(0, "1."), (30, "Ropes"), (90, "12")], ["1.", "Ropes", "12"]),
        ([(0, "•"), (20, "Ropes"), (90, "12")], ["• Ropes", "12"]),
    ],
)
def test_signs_of_items_belong_to_their_words(placed: list[tuple[float, str]], told: list[str]) -> None:
    """Set apart by a tab: else two items of two lines are a table of two columns. A table's numbers stay cells."""
    assert [cell.text for cell in lines_of(words(*placed))[0].cells] == told


ROW, NEXT = line(0, (0, "Safeguarding"), (100, "12"), (150, "9")), line(26, (0, "South"), (100, "10"), (150, "8"))
LONG = line(26, (0, "Under sixteen"), (100, "10"), (150, "8"))
HEAD = line(0, (0, "Choir"), (60, "Requires"), (150, "Good or"))
TIGHT = line(26, (0, "Duty"), (100, "10"), (150, "8"))


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        pytest.param([ROW, line(13, (0, "East")), TIGHT], ["Safeguarding East\t12\t9", "Duty\t10\t8"], id="no room"),
        pytest.param(
            [line(0, (0, "Duty"), (100, "12"), (150, "9")), line(13, (0, "By age")), LONG],
            ["Duty\t12\t9", "By age", "Under sixteen\t10\t8"],
            id="a row of words alone, where there was room",
        ),
        pytest.param(
            [HEAD, line(13, (60, "improvement"), (150, "better")), TIGHT],
            ["Choir\tRequires improvement\tGood or better", "Duty\t10\t8"],
            id="under heads",
        ),
        pytest.param(
            [line(0, (0, "Choir"), (60, "First (n ="), (150, "Last (n =")), line(13, (60, "62)"), (150, "77)")), TIGHT],
            ["Choir\tFirst (n = 62)\tLast (n = 77)", "Duty\t10\t8"],
            id="a bracket over two lines",
        ),
        pytest.param(
            [line(0, (0, "Duty"), (60, "12"), (150, "9")), line(13, (60, "(40%)"), (150, "(30%)"))],
            ["Duty\t12 (40%)\t9 (30%)"],
            id="a share under its count",
        ),
        pytest.param([ROW, line(13, (0, "and early help")), TIGHT], None, id="words that begin small"),
        pytest.param(
            [ROW, line(13, (0, "These are all teams of the town.")), TIGHT],
            ["Safeguarding\t12\t9", "These are all teams of the town.", "Duty\t10\t8"],
            id="a sentence under a row",
        ),
        pytest.param([ROW, line(13, (100, "11"), (150, "7"))], ["Safeguarding\t12\t9", "11\t7"], id="other figures"),
        pytest.param(
            [line(0, (0, "Duty of care"), (100, "12"), (150, "9")), line(10.5, (0, "and more"), (100, "11"))],
            ["Duty of care\t12\t9", "and more\t11"],
            id="two rows of figures",
        ),
        pytest.param(
            [ROW, line(13, (0, "East"), size=13)], ["Safeguarding\t12\t9", "East"], id="letters of another size"
        ),
        pytest.param(
            [line(0, (0, "Of the files"), (100, "many.")), line(13, (100, "More"))],
            ["Of the files\tmany.", "More"],
            id="a sentence spaced out",
        ),
    ],
)
def test_what_stands_under_a_row_goes_on_with_it(lines: list[Line], told: list[str] | None) -> None:
    """As far as can be told without drawn lines; in doubt a line stays its own."""
    assert texts(with_whole_cells(lines)) == (told or ["Safeguarding and early help\t12\t9", "Duty\t10\t8"])


def test_lines_nearer_to_each_other_than_to_the_rows_are_one_row() -> None:
    """With space between rows: a label of three lines, and a cell beside it whose second line is under no other."""
    lines = [
        line(0, (0, "Choir"), (100, "Held"), (150, "Led")),
        line(25, (0, "North"), (100, "12"), (150, "9")),
        line(36, (0, "And Far"), (200, "late")),
        line(47, (0, "West"), (200, "ones")),
        line(72, (0, "South"), (100, "10"), (150, "8")),
    ]

    assert texts(with_whole_cells(lines)) == [
        "Choir\tHeld\tLed",
        "North And Far West\t12\t9\tlate ones",
        "South\t10\t8",
    ]


def test_heads_and_a_row_are_two_however_near() -> None:
    """At the end of a page nothing tells how far row stands from row."""
    lines = [line(0, (0, "Choir"), (100, "Held"), (150, "Led")), line(13, (0, "North"), (100, "12"), (150, "9"))]

    assert texts(with_whole_cells(lines)) == ["Choir\tHeld\tLed", "North\t12\t9"]


@pytest.mark.parametrize(
    ("above", "below", "told"),
    [
        (ROW, [line(0, (0, "East")), NEXT], [["Safeguarding East\t12\t9"], ["South\t10\t8"]]),
        (ROW, [line(0, (0, "Most were held in the east.")), NEXT], None),
        (
            line(0, (0, "Safe"), (60, "12"), ruled=True),
            [line(0, (0, "East"), (60, ""), ruled=True)],
            [["Safe East\t12"], []],
        ),
        (
            line(0, (0, "Safe"), (60, "12"), ruled=True),
            [line(0, (0, "East"), (60, "9"), ruled=True)],
            [["Safe\t12"], ["East\t9"]],
        ),
        (ROW, [line(0, (0, "these"), (60, "of two"), (130, "of three"))], [["Safeguarding\t12\t9"], None]),
    ],
)
def test_a_row_torn_by_the_end_of_a_page(above: Line, below: list[Line], told: list[list[str]] | None) -> None:
    """The rest of its label goes up to it, with lines drawn and without; a sentence or another row doesn't."""
    pages = [texts(page) for page in across_pages([[line(0, (0, "Choir")), above], below])]

    first = pages[0][1:]
    assert [first, pages[1]] == [
        (told or [[above.text]])[0],
        (told[1] if told and told[1] is not None else texts(below)),
    ]


BODY = [line(20 * at, (0, "What was read in the files of the two towns this year.")) for at in range(4)]


@pytest.mark.parametrize(
    ("own", "is_one"),
    [
        (line(0, (0, "Who came: a first look"), size=13), True),
        (line(0, (0, "Who came"), bold=True), True),
        (line(0, (0, "Most came late."), bold=True), False),
        (line(0, (0, "Table 3. Who came"), size=13), False),
        (line(0, (0, "who came"), size=13), False),
        (line(0, (0, "Choir"), (90, "Held"), size=13), False),
        (line(0, (0, "12"), size=13), False),
        (line(0, (0, "word " * 20), size=13), False),
        (line(0, (0, "Note"), bold=True, size=8), False),
    ],
)
def test_what_is_set_as_a_heading(own: Line, is_one: bool) -> None:
    """Larger than the body, or bold where it isn't; never a caption, a row, a sentence in bold or a note."""
    assert (id(own) in headings_of([[own, *BODY]])) is is_one


def test_no_lines_no_headings() -> None:
    """A page of ruled tables alone has no body."""
    assert headings_of([[line(0, (0, "Choir"), ruled=True)]]) == set()


def test_a_heading_of_two_lines_is_one() -> None:
    """Its second line may begin small; one that ends the page is told too."""
    one, two, prose = line(0, (0, "Who came"), size=14), line(16, (0, "and who left"), size=14), line(60, (0, "Many."))
    last = line(80, (0, "Next"), size=14)

    told = [(each.text, is_heading) for each, is_heading in in_turn([one, two, prose, last], {id(one), id(last)})]

    assert told == [("Who came and who left", True), ("Many.", False), ("Next", True)]


@pytest.mark.parametrize(
    ("last", "ends"),
    [
        (line(80, (0, "They were read.")), True),
        (line(80, (0, "They were read and")), False),
        (line(80, (0, "All that was read in the files of the two towns, read.")), False),
        (line(80, (0, "South"), (90, "12")), False),
    ],
)
def test_where_a_page_ends_a_paragraph(last: Line, ends: bool) -> None:
    """A sentence that ends well before the right edge: what the next page begins with is another paragraph."""
    assert ends_paragraph([*BODY, last]) is ends
