"""Guards the rules on figures that no report has, but a hostile or a broken document may: no error, and an end."""

import pytest

from looped.checker.judging import judge
from looped.checker.readers.text import read

MANY = ", ".join(str(number % 9 + 2) for number in range(40))
WARDS = ", ".join(f"{number} of {number + 30} in Ward {chr(63 + number)}" for number in range(2, 28))


@pytest.mark.parametrize(
    "text",
    [
        "The ratio was 1:0 for 4 children and 3 adults.",
        f"{'9' * 5000} of 30 audits were good.",
        f"Grade\tMay\nGood\t{'9' * 32} (26.7%)\nPoor\t22 (73.3%)\nTotal\t30",
        f"Of the 90 files, {MANY} were seen in all.",
        f"Good: {WARDS}; 700 of 900 in all.",
    ],
    ids=["none to one", "endless number", "endless cell", "forty parts", "twenty-six groups"],
)
def test_odd_figures_are_judged_without_an_error(text):
    """Each of these once divided by nought, was too long for a number, or tried every combination of its parts."""
    assert judge(read(text)).findings is not None


def test_figures_beside_an_endless_number_are_judged():
    """A number of an account is read as signs, the rest of its sentence as it stands."""
    found = judge(read("Account 1234567890123456789 paid 7 of 30 invoices (27%) late.")).amiss

    assert [(each.stated, each.expected) for each in found] == [("27%", "23%")]


@pytest.mark.slow
def test_a_long_table_of_text_is_read_whole():
    """Ten thousand rows: how wide the table is was once worked out from all of them for each of them."""
    rows = "\n".join(f"Team {number} | {number} | {number + 1}" for number in range(10_000))
    document = read(f"Team | Seen | Due\n{rows}\n")

    assert len(document.tables[0].rows) == 10_001


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        # A note's base, the sum of two degrees, a proportion that no column prints, a number and not a share.
        ("The arm had 120 people. Rash was told by 24 (25.2%)* then.\n\n* Diary missing for 12.", {"share-of-base"}),
        (
            "Answer | Number | %\nVery easy | 20 | 25.0\nFairly easy | 36 | 45.0\nFairly hard | 16 | 20.0\n"
            "Very hard | 8 | 10.0\nTotal | 80 | 100.0\n\nOf those who answered, 56 (77%) found it fairly or very easy.",
            {"sheet-quoted"},
        ),
        (
            "At Leith 30 of 90 visits were late (33%); at Ayr it was 12 of 20 (60%). "
            "Ayr had the higher number of late visits.",
            {"compared"},
        ),
        (
            "Event | Drug (N=90) | Control (N=80)\nRash | 20 (22.2%) | 31 (38.8%)\nCough | 24 (26.7%) | 12 (15.0%)\n\n"
            "The most common event in the drug group was rash (20 people).",
            {"highest"},
        ),
        ("Under 60% of tenants (156 of 200) had read it.", {"fraction"}),
    ],
)
def test_what_is_read_with_care_is_still_called_wrong(text: str, codes: set[str]) -> None:
    """Guards that what is left alone where it is right is told where it isn't."""
    found = {each.code for each in judge(read(text)).findings if each.verdict == "wrong"}
    assert codes <= found
