"""Guards what one sentence says of two figures, and what is said twice: each statement true, and made wrong."""

import pytest
from tests.unit.checker.verdicts import wrong


@pytest.mark.parametrize(
    ("text", "true", "false"),
    [
        (
            "A room was full on 40% of weekdays and 46% of weekends, so weekends were {} to be full.",
            "more likely",
            "less likely",
        ),
        ("Nurses were {} likely than clerks to smoke (47% and 24% respectively).", "more", "less"),
        ("Broken lamps (19) gave rise to {} calls than damp (14); two came at night.", "more", "fewer"),
        ("Cramp affected a {} share of the walkers than of the swimmers (48.2% v 15.0%).", "larger", "smaller"),
        ("{} corrections were needed than last year: 39 this time, 15 then.", "More", "Fewer"),
        ("At 81%, faith in the bus service is {} on last time (41%).", "up", "down"),
        ("There were 210 claims in the year to March, a {} on the 110 received in the year before.", "rise", "fall"),
        (
            "With 96 of 138 agreeing (70%), drivers were {} likely to walk than clerks, of whom 76 of 174 did (44%).",
            "more",
            "less",
        ),
        (
            "Between the first round (19 of 50, 38%) and the re-audit (49 of 53, 92%) compliance {}.",
            "improved",
            "worsened",
        ),
        (
            "There were 25 findings in all. There were {} findings than in the previous audit, which had 19.",
            "more",
            "fewer",
        ),
        ("Waits grew {}: a mean of 14 weeks now, 11 weeks at the first audit.", "longer", "shorter"),
        ("Take-up in 2022 was {} than in 2021 (52% against 41%).", "higher", "lower"),
    ],
)
def test_which_of_two_is_more(text, true, false):
    assert wrong(text.format(true)) == set()
    assert wrong(text.format(false))


@pytest.mark.parametrize(
    "text",
    [
        "The follow-up of 24 cases was fuller than that of the 31 in the first audit.",
        "More people came on Monday (12) than on Tuesday (9), and 14 stayed longer.",
        "A nought was given to three in ten files with one worker (28.6%) and to fewer than one in ten others (9.7%).",
        "Stays were not longer than last year: 12 days this time, 14 days then.",
        "Eight more came than last year: 39 this time, 31 then.",
        "Records are up to date on 14 of the 20 files this year, against 16 of 20 last year.",
        "Delay got better: 14 weeks now, 18 weeks at the first audit.",
    ],
)
def test_what_is_no_comparison_is_left_alone(text):
    assert wrong(text) == set()


@pytest.mark.parametrize(
    ("text", "true", "false"),
    [
        ("A sample of 35 tool kits was drawn at random. In 4 of the {} kits sampled a part was missing.", "35", "40"),
        ("We named 59 users who were still active. All {} of the users still active have been closed.", "59", "56"),
        ("Ash had 5 repeat calls, Elm had 13 and Oak had 10. The {} repeat calls cost £7,227.", "28", "25"),
        (
            "Scope: lessons were given at nine schools.\n\nIn two years the {} schools enrolled 164 adults.",
            "nine",
            "eleven",
        ),
        ("Sample: 48 files, 26 of them open and 22 closed.\n\nThe {} closed files were read first.", "22", "24"),
        ("In all 318 tenants wrote in. Among the {}, flats were commoner than houses.", "318", "381"),
        (
            "Of 64 children 38 come in the mornings and 11 all day. Lunch is cooked for the {} all-day children.",
            "11",
            "14",
        ),
    ],
)
def test_a_number_spoken_of_again(text, true, false):
    assert wrong(text.format(true)) == set()
    assert "taken-up" in wrong(text.format(false))


@pytest.mark.parametrize(
    "text",
    [
        "We saw 12 lessons. The 9 teachers observed were all experienced. The 20 pupils we met spoke well of them.",
        "The school has 240 pupils. Of the 36 pupils with special needs, 30 have a plan.",
        "We read 20 files in spring. The 25 files read in autumn were better.",
        "There are 14 homes. The four homes in the north were full.",
        "We sent 40 forms out and 12 more in May. The 52 forms sent were all returned.",
        "Three teams had no weak files. Of the seven weak files found, most were old.",
        "We planned 30 visits. The 26 visits made were all on foot, and 4 other ones were put off.",
    ],
)
def test_another_number_of_things_is_left_alone(text):
    assert wrong(text) == set()


@pytest.mark.parametrize(
    ("text", "true", "false"),
    [
        (
            "Ash read 22 bills and got 4 wrong; Elm 6 of 20. Ash's rate (18.2%) is the {} of the two (Elm: 30.0%).",
            "lower",
            "higher",
        ),
        (
            "The review led to 22 findings, four high, 14 medium and four low, which is {} than the 16 of before.",
            "more",
            "fewer",
        ),
        ("The book has 37 notes about noise and 25 about damp, so noise drew {} notes than damp.", "more", "fewer"),
        ("{} guests than last time knew their host: 36%, compared with 58% in 2018.", "Fewer", "More"),
        ("Calls by week were 26, 48, 66 and 24. The busiest week was the {}.", "third", "fourth"),
        (
            "We saw torn labels (14), lost keys (24) and wet books (11). {}, as the commonest fault, come first.",
            "Lost keys",
            "Torn labels",
        ),
        (
            "Late bills have fallen for the third year running: from 67 in 2018 to 55, then {}, and 41 in 2021.",
            "47",
            "57",
        ),
    ],
)
def test_other_ways_to_set_figures_against_each_other(text, true, false):
    assert wrong(text.format(true)) == set()
    assert wrong(text.format(false)) & {"compared", "foremost", "steps"}
