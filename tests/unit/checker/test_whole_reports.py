"""Guards what reports of several sections need: headings, plainer words, what is sure in a crowd, wholes told elsewhere."""

import pytest
from tests.unit.checker.verdicts import wrong

from looped.checker.context import Context
from looped.checker.plainer import shorter
from looped.checker.readers.text import read
from looped.checker.sheets.made_of import is_made_of_namesakes
from looped.checker.sheets.sheet import Sheet


def sheet(text: str) -> Sheet:
    """The one table of a text."""
    return Context(read(text)).sheets[0].sheet


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("It fell from 52% in spring (n = 74) to 66% (n = 50).", "It fell from 52% in spring to 66%."),
        ("In the north (n = 74) six left and 68 stayed.", "In the north (n = 74) six left and 68 stayed."),
        ("Takings were £613 and £686, a rise of £81 or 11.9%.", "Takings were £613 and £686, a rise of £81."),
        ("Of the 25 points in our 2024 report, 4 are open.", "Of the 25 points, 4 are open."),
        ("The mean was 46 (SD 9.7) in May (see table 3).", "The mean was 46 in May."),
    ],
)
def test_what_is_set_in_is_left_out(text: str, short: str) -> None:
    """A size behind a share, a second telling and a pointer go; a size that may be the whole stays."""
    assert shorter(text) == short


@pytest.mark.parametrize(
    ("text", "right", "slip"),
    [
        ("Attendance {} from 52% in spring (n = 74) to 66% in autumn (n = 50).", "rose", "fell"),
        ("Of the 25 points in our 2024 report, 4 are met, 16 are begun and {} are open.", "5", "9"),
        ("Takings were £613 in May and £686 in June, an increase of {} or 11.9%.", "£73", "£81"),
    ],
)
def test_plainer_words_are_read(text: str, right: str, slip: str) -> None:
    """A slip is found over what is set in, and the right text is left alone."""
    assert wrong(text.format(right)) == set()
    assert wrong(text.format(slip))


def test_a_marked_heading_with_a_number_is_a_heading_and_a_caption_is_none() -> None:
    """Sentences behind them stand in their section."""
    found = read(
        "## 2. Boats\n\nText here.\n\nTable 1  Boats by yard\nYard   Boats\nElm       4\nOak       7\n\nMore text here."
    )
    assert {each.section for each in found.paragraphs if each.text.endswith("here.")} == {"2. Boats"}


def test_parts_of_a_whole_that_another_paragraph_tells_are_no_rest_of_each_other() -> None:
    """96 and 130 and the other 84 are the 310 who answered."""
    text = "Of our members 310 answered.\n\nAsked how they came, 96 rode, 130 walked and the other {} drove."
    assert wrong(text.format(84)) == set()


def test_rows_that_share_a_name_are_taken_together() -> None:
    """ "Form 2" over its lower and upper half; a word alone is no such name."""
    own = sheet("Form\tPupils\nForm 1\t40\nLower form 2\t31\nUpper form 2\t25\nAll\t96\n")
    assert is_made_of_namesakes(
        own, "There are 56 pupils in form 2 as a whole.", own.cells[1][0].value + own.cells[2][0].value
    )
    assert not is_made_of_namesakes(own, "There are 56 pupils in the lower and upper forms.", own.cells[1][0].value)


@pytest.mark.parametrize(
    "text",
    [
        "Of the 24 walkers who had boots, {} were given new laces. Some 61 had sticks, nine had none and 14 wore caps.",
        "Yard | Boats\nElm | 40\nOak | 71\nAsh | 52\n\nSome 61 were lent, nine lost, 14 mended. {} had the most boats, with 71.",
    ],
)
def test_what_is_found_by_names_is_sure_in_a_crowd(text: str) -> None:
    """A count above its whole, and what a table names, are wrong however many figures stand beside."""
    right, slip = ("19", "31") if "walkers" in text else ("Oak", "Ash")
    assert wrong(text.format(right)) == set()
    assert wrong(text.format(slip))


def test_of_many_tables_a_summary_is_put_to_the_one_whose_row_it_names() -> None:
    """Guards the way by words that a report with more than a dozen tables takes, and that it finds the same."""
    towns = ("Ashby", "Birchwell", "Cedarton", "Downham", "Elmford", "Firth", "Gorse", "Hazelby", "Ivyton", "Jarrow")
    towns += ("Kelby", "Larchford", "Mosswell", "Northam")
    tables = "\n\n".join(
        f"## {town}\n\n| Yard of {town} | Boats |\n|---|---|\n| {town}quay | 9 |\n| {town}dock | 28 |\n| {town}slip | 14 |"
        for town in towns
    )
    text = f"## Summary\n\nThe yard with the most boats was Gorse{{}} (28).\n\n{tables}\n"
    assert wrong(text.format("dock")) == set()
    assert "sheet-topmost" in wrong(text.format("slip"))
