"""What is called the most or the least, beside its row, against every column that may be meant."""

import pytest
from tests.unit.checker.verdicts import wrong as called

TABLE = (
    "Boats by pier and age\n\nPier | To 9 | 10-19 | 20-29 | Total | Sound (%)\n|---|---|---|---|---|---|\n"
    "North | 26 | 37 | 46 | 109 | 42%\nSouth | 25 | 35 | 33 | 93 | 35%\nWest | 49 | 26 | 21 | 96 | 22%\n"
    "East | 32 | 35 | 39 | 106 | 37%\nAll | 132 | 133 | 139 | 404 | 34%\n\n"
)
# Each with the pier that it is true of, and one that it isn't.
SAID = (
    ("North sent the most boats (109) and {} the fewest.", "South", "West"),
    ("The largest pier was {}, with much room to spare.", "North", "West"),
    ("The lowest rate of sound boats was at {}, where the crane has been out of use since Easter.", "West", "East"),
    ("The share of sound boats was highest at the {} pier and lowest at the West.", "North", "South"),
)


@pytest.mark.parametrize(("text", "right", "wrong"), SAID)
def test_a_row_is_the_first_or_the_last_in_some_column(text: str, right: str, wrong: str) -> None:
    """Guards that an elided second half, a rate beside its row and what a bracket tells are read, right ones silent."""
    assert not called(TABLE + text.format(right))
    assert called(TABLE + text.format(wrong))


@pytest.mark.parametrize(
    "text",
    [
        "East had the most boats rated 2 or lower.",
        "The largest rise was at East.",
        "Last year the lowest share of sound boats was at North.",
        "East has the longest crane.",
    ],
)
def test_ends_of_what_no_column_tells_are_left_alone(text: str) -> None:
    assert "sheet-end" not in called(TABLE + text)
