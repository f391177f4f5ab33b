"""What two short paragraphs give together: a report may break anywhere between a figure and what is said of it."""

import pytest
from tests.unit.checker.verdicts import wrong

# Two paragraphs, what is right, what is wrong, and the rule that says so.
PAIRS = [
    ("We looked at 84 boats.\n\nForty of these ({}%) had a log.", "48", "91", "share-of-base"),
    ("We looked at 84 boats.\n\n{} had a log.", "40 (48%)", "40 (91%)", "share-of-base"),
    ("A total of 157 sailors replied. The form took about 10 minutes.\n\n{} felt safe at sea.", "105 (67%)", "105 (76%)",
     "share-of-base"),
    ("We looked at 84 boats.\n\nThe visit was on 12 May 2023 (ref. 21/NE/04).\n\n{} had a log.", "40 (48%)", "40 (91%)",
     "share-of-base"),
    ("Scores by part: sails 94%, ropes 49%, pumps 63%, hulls 72%.\n\n{} are a clear strength, with the best score.",
     "Sails", "Ropes", "foremost"),
    ("March: Ayr 84%, Oban 72%; April: Ayr {}%, Oban 75%; May: Ayr 81%, Oban 74%.\n\nAyr scored higher than Oban in all "
     "three months.", "77", "67", "year-after-year"),
    ("The log has 20 leaks: 3 in April, 7 in May, 2 in June and 8 in July.\n\nThe report of 2018 was short.\n\nThere were "
     "no leaks in {}.", "March", "May", "none-in"),
]  # fmt: skip


@pytest.mark.parametrize(("form", "right", "slip", "code"), PAIRS)
def test_a_claim_is_read_with_the_paragraph_before_it(form: str, right: str, slip: str, code: str) -> None:
    """Guards that a break between a figure and what is said of it hides no slip, and makes none."""
    assert not wrong(form.format(right))
    assert code in wrong(form.format(slip))


@pytest.mark.parametrize(
    "right",
    [
        # Of others, in a list, under a head of its own, at a note's base, and not at the start of a sentence.
        "Three hundred crews were asked.\n\nCrews with fewer than ten boats made up 60% of the sample (180).",
        "We looked at 84 boats.\n\n- 40 (91%) of the 44 from Ayr had a log.",
        "We looked at 84 boats.\n\nSailors\n\n40 (91%) had a hat.",
        "A new visit is due in 12 months.\n\nLogs of 87 boats were read. A pump was seen in 48 (59%)*.\n\n* Of the 81 boats "
        "that need one.",
        "Readers worked in pairs and each log took two hours.\n\nOf the 21 logs read again, 19 kept their mark and two did "
        "not.",
    ],
)
def test_what_belongs_to_no_other_paragraph_is_left_alone(right: str) -> None:
    """Guards paragraphs that a reader would not read together."""
    assert not wrong(right)
