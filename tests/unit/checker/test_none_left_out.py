"""Lists whose parts exclude each other and leave nothing out, told apart from their whole."""

import pytest

from looped.checker.judging import judge
from looped.checker.readers.text import read

# Each with what its last figure must be, and what a slip makes of it.
TOLD = (
    (
        "We visited 212 grants and 40 homes over six weeks. 118 grants were paid, 60 were late and {} not paid at all.",
        34,
    ),
    ("Of 300 people 92 gave consent; 48 were assigned to the diary and {} to usual care.", 44),
    ("The 140 notes were sorted under one theme each: 61 were about noise, 42 parking and {} something else.", 37),
    ("In 13 of the 31 read twice both marks were alike. In 11 the second was lower and in {} it was higher.", 7),
    ("Of the 46 complaints, 21 concerned noise, 14 had to do with parking and {} gave no reason.", 11),
)
ALSO = (
    # What is told of some, of others beside them or of two things that one may have.
    "Thirty people were asked. Twelve had pain, nine had nausea and six had not slept.",
    "A plan was found in 22 of the 30. In five more it was thin, being a page or two, and in three it was missing.",
    "Of the 304, 152 were allocated to each group. There were results for 150 (98.7%) with it and 148 (97.4%) without.",
    "Nineteen of the 88 doors failed. Floor seven was worst, with six, and floor three had none.",
)


@pytest.mark.parametrize(("text", "last"), TOLD)
def test_a_list_that_leaves_nothing_out_makes_its_whole(text: str, last: int) -> None:
    """Guards that what excludes the other parts (not at all, else, lower and higher, to the one) closes the list."""
    assert not judge(read(text.format(last))).amiss
    assert "none-left-out" in {each.code for each in judge(read(text.format(last + 4))).amiss}


@pytest.mark.parametrize("text", ALSO)
def test_lists_of_some_are_left_alone(text: str) -> None:
    assert not [each for each in judge(read(text)).amiss if each.code == "none-left-out"]
