"""Guards counts and shares in prose: what is left, lists behind a whole, net figures, means; each right and wrong."""

import pytest

from looped.checker.judging import judge
from looped.checker.readers.text import read

SAID = [
    (
        "Eleven clubs took part – three in town, six outside it and {} abroad – and all were paid.",
        "two",
        "five",
        "closed-list",
    ),
    (
        "We read 20 logs. Nine were full and six partly full. Four had gaps, and {} was blank.",
        "one",
        "four",
        "closed-list",
    ),
    ("Of 53 forms, 34 (64%) came late, 22 (42%) unsigned and 16 ({}) torn.", "30%", "39%", "odd-share"),
    ("The hostel has 40 beds. On our visit 31 were in use, so {} beds stood empty.", "nine", "seven", "two-parts"),
    (
        "The two surveyors agreed on 66 of 80 roofs. The {} roofs on which they differed were seen again.",
        "14",
        "16",
        "two-parts",
    ),
    ("With 64% for and 23% against, net support comes to +{}.", "41", "47", "net-told"),
    ("Our 62 helpers gave 2,480 hours over the year, {} hours apiece on average.", "40", "50", "mean-told"),
    (
        "With 150 people in each group, 21 fell in the first and 60 in the second (risk ratio {}).",
        "0.35",
        "0.45",
        "risk-ratio",
    ),
    ("Views were split three ways: 52% for the plan, 30% against and {} undecided.", "18%", "28%", "all-of-hundred"),
    ("Lamps failed in 12/48 streets ({}).", "25%", "35%", "fraction"),
    ("Of 200 boats, 94, or {}, had no licence.", "47.0%", "41.0%", "share-of-base"),
    ("Of these 48 clocks 42 kept time; faults were thus found in {}.", "13%", "18%", "share-of-pair"),
    (
        "We drew 64 plans. Six were void, so the shares below are of the 58 left. It was clear in {}.",
        "41 (71%)",
        "41 (64%)",
        "share-of-base",
    ),
]


@pytest.mark.parametrize(("text", "right", "wrong", "code"), SAID)
def test_one_figure_makes_it_wrong(text: str, right: str, wrong: str, code: str) -> None:
    """A right figure is left alone, and another in its place is found by the rule that is for it."""
    assert not _amiss(text.format(right))
    assert code in _amiss(text.format(wrong))


@pytest.mark.parametrize(
    "text",
    [
        "The budget year 23/24 was short; we met on 3/4 and by 1/5.",
        "Base 189; several answers allowed. From a friend: 114 (60%). From a leaflet: 84 (44%).",
        "Just under 70% of those who rang – 270 of 390 – got through.",
        "Forty staff were on the list, a quarter of them from outside; that leaves 30.",
        "In all 60% were content, made up of 22% very and 37% fairly content.",
        "We raised two points, on stock (point 1) and on leases (point 2).",
        "With 52 posts and 40 people in them, the service had a vacancy rate of 23%.",
        "The arm had 120 people. Rash was told by 24 (22.2%)* then.\n\n* Of the 108 whose diary we have.",
    ],
)
def test_another_sense_is_left_alone(text: str) -> None:
    """What is true in another sense is not called wrong."""
    assert not _amiss(text)


def _amiss(text: str) -> set[str]:
    return {each.code for each in judge(read(text)).findings if each.verdict in ("wrong", "rounding")}
