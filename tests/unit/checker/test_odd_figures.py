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


def test_a_long_table_of_text_is_read_whole():
    """Ten thousand rows: how wide the table is was once worked out from all of them for each of them."""
    rows = "\n".join(f"Team {number} | {number} | {number + 1}" for number in range(10_000))
    document = read(f"Team | Seen | Due\n{rows}\n")

    assert len(document.tables[0].rows) == 10_001
