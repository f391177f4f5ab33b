"""Figures that no number of the whole document gives: a count's share, a sum's mean, a summary's figure."""

import pytest
from tests.unit.checker.verdicts import wrong

# Numbers enough that a missing one says something.
ABOUT = (
    "We tested 145 invoices from three offices, worth £26,100. Of these, 60 came from Ayr and 85 from Oban.\n\n"
    "Of 40 letters 12, of 24 notes 7, and of 16 cards 9 were filed; 3 were lost.\n\n"
)
MONTHS = (
    "## Months\n\nMonth | Due | In time | Late\nMay | 51 | 31 | 20\nJune | 84 | 71 | 13\nTotal | 135 | 102 | 33\n\n"
)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("19 (13%) had been paid late.", None),
        ("19 (5%) had been paid late.", "of-no-whole"),
        # Of what was left, of a number that is said to be of another time, and of the whole's own size.
        ("Among the rest, 19 (5%) had been paid late.", None),
        ("In the last audit 19 (5%) had been paid late.", None),
        ("Replies came from 58 of the offices' 145 suppliers, or 40%.", None),
        ("The invoices came to 580 pages in all, or 4.0 pages each.", None),
        ("The invoices came to 580 pages in all, or 4.7 pages each.", "mean-of-none"),
        ("The invoices came to 580 pages in all; two thirds (97) had a stamp.", None),
        ("We paid 20 of them, 10 to each of two firms.", None),
    ],
)
def test_what_no_number_of_the_document_gives(said: str, code: str | None) -> None:
    """Guards counts with a share and sums with a mean whose whole or number stands nowhere."""
    found = wrong(ABOUT + said)
    assert (code in found) if code else not found & {"of-no-whole", "mean-of-none"}


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("Over the two months 33 forms were late.", None),
        ("Over the two months 58 forms were late.", "summed-up"),
        ("Last year 58 forms were late.", None),
        ("Of the forms, 20 or more were late in May.", None),
    ],
)
def test_a_summarys_figure_told_in_the_words_of_another(said: str, code: str | None) -> None:
    """Guards figures of a summary that are far from what a table tells in the same words."""
    text = f"## Summary\n\n{said}\n\n## Forms\n\nTable 1. Forms that were late and in time\n\n{MONTHS}"
    found = wrong(text)
    assert (code in found) if code else "summed-up" not in found
