"""Figures that the prose of a report takes from its tables, or works out from them, beside right ones of each form."""

import pytest

from looped.checker.judging import judge
from looped.checker.readers.text import read

PORTS = """# Boats

Summary

{}

Boats by port

Table 1. Boats by port

Port | Boats | Late | On time
Ayr | 40 | 9 | 78%
Oban | 35 | 7 | 80%
Troon | 25 | 10 | 60%
Total | 100 | 26 | 74%

We looked at 100 boats from 12 May to 3 June, and 26 of them were late. {}
"""
CHOIRS = """Report

In short

- {}

Choirs

Table 1. Singers who knew their part

Part | First term (n = 80) | % | Second term (n = 90) | %
Alto | 49 | 61.3 | 71 | 78.9
Tenor | 41 | 51.3 | 65 | 72.2
Bass | 58 | 72.5 | 66 | 73.3

{}
"""
TWO_LINES = """Report

Rooms

Room                  Last year    %     This year    %
                      (n = 60)           (n = 75)
-------------------------------------------------------
Swept                     57      95.0      72      96.0
Aired                     51      85.0      69      92.0
Lit                       45      75.0      60      80.0

{}
"""


def _is_wrong(text: str) -> bool:
    return any(each.verdict == "wrong" for each in judge(read(text.replace(" | ", "\t"))).amiss)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Ayr and Oban together account for 16 of the 26 late boats.", "18 of the 26"),
        ("Ayr and Troon have 65 boats between them.", "75 boats"),
        ("Ayr had 40 boats and was slow; Oban had 35. The two together had 75 boats.", "65 boats."),
        (
            "Ayr was slow, with nine late. Oban was not. These two ports account for 16 of the 26 late boats.",
            "19 of the",
        ),
    ],
)
def test_what_two_rows_have_together_is_their_sum(right: str, wrong: str) -> None:
    said = right.replace(" ".join(_like(right, wrong)), wrong)

    assert said != right
    assert not _is_wrong(PORTS.format("Two ports were slow.", right))
    assert _is_wrong(PORTS.format("Two ports were slow.", said))


def _like(text: str, part: str) -> list[str]:
    """The words of a text that stand where a part of as many words, but for its first, stands."""
    words, tail = text.split(" "), part.split(" ")[1:]
    at = next(n for n in range(1, len(words)) if words[n : n + len(tail)] == tail and words[n - 1].isdigit())
    return words[at - 1 : at + len(tail)]


@pytest.mark.parametrize(
    "said",
    [
        "Ayr and Oban together had more than 60 boats.",
        "Ayr and Oban make up 75% of the boats.",
        "Ayr and Oban together account for all 12 of the storms.",
        "Ayr and Oban together have 12 pilots.",
        "Ayr and Oban together came to 51% last year.",
    ],
)
def test_what_two_rows_may_have_otherwise_is_left(said: str) -> None:
    assert not _is_wrong(PORTS.format("Two ports were slow.", said))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("The gap between the best and the worst port is 20 points.", "30 points"),
        ("Oban is the port to learn from and Troon the one to watch; 20 percentage points lie between them.", "30"),
        ("Oban and Troon are 20 points apart.", "28 points"),
        ("Oban did best; Troon did worst. The gap between the two is 20 points.", "2 points"),
    ],
)
def test_rows_are_as_many_points_apart_as_is_said(right: str, wrong: str) -> None:
    said = right.replace("20 points" if " " in wrong else "20", wrong)

    assert not _is_wrong(PORTS.format("Two ports were slow.", right))
    assert _is_wrong(PORTS.format("Two ports were slow.", said))
    assert not _is_wrong(PORTS.format(right, "Two ports were slow."))


@pytest.mark.parametrize(
    "said",
    [
        "The gap between the best and the worst port was 24 points last year.",
        "Oban and Troon were more than 15 points apart.",
        "Ayr and Oban are 2 points apart, and Troon comes last.",
    ],
)
def test_gaps_of_another_time_or_of_no_exact_size_are_left(said: str) -> None:
    assert not _is_wrong(PORTS.format("Two ports were slow.", said))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Tenors rose from 51.3% to 72.2%.", "61.3% to"),
        ("Among basses 73.3% knew their part, compared with 72.5% in the first term.", "75.2% in"),
        ("We heard 90 singers (80 in the first term).", "(85 in"),
    ],
)
def test_both_figures_of_a_change_are_of_one_row(right: str, wrong: str) -> None:
    first = {"61.3% to": "51.3% to", "75.2% in": "72.5% in", "(85 in": "(80 in"}[wrong]

    assert not _is_wrong(CHOIRS.format(right, "The altos gained the most."))
    assert _is_wrong(CHOIRS.format(right.replace(first, wrong), "The altos gained the most."))


@pytest.mark.parametrize(
    "said",
    [
        "Those who could read music rose from 40.2% to 72.2%.",
        "Altos, at 78.9%, stood against 61.3% in the first term.",
        "The best part rose from 72.5% to 78.9%.",
        "Fees rose from £58 to £66.",
    ],
)
def test_changes_of_something_else_are_left(said: str) -> None:
    assert not _is_wrong(CHOIRS.format(said, "The altos gained the most."))


def test_heads_in_two_lines_are_read_with_what_stands_under_them() -> None:
    right = "Airing went up from 85.0% to 92.0%, and 69 of 75 rooms were aired."

    assert not _is_wrong(TWO_LINES.format(right))
    assert _is_wrong(TWO_LINES.format(right.replace("85.0%", "95.0%")))
    assert _is_wrong(TWO_LINES.format(right).replace("57      95.0", "75      95.0"))


def test_a_sentence_may_begin_with_emphasis() -> None:
    text = PORTS.format("Two ports were slow.", "*Ayr* was slow. *Ayr* and *Oban* together account for {} of the 26.")

    assert not _is_wrong(text.format(16))
    assert _is_wrong(text.format(18))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("We heard 90 singers, ten more than in the first term.", "twelve more"),
        ("Tenors now stand at 72.2%, up 20.9 points on the first term.", "up 29.0 points"),
    ],
)
def test_how_much_more_there_is_than_at_an_earlier_time(right: str, wrong: str) -> None:
    first = {"twelve more": "ten more", "up 29.0 points": "up 20.9 points"}[wrong]

    assert not _is_wrong(CHOIRS.format(right, "The altos gained the most."))
    assert _is_wrong(CHOIRS.format(right.replace(first, wrong), "The altos gained the most."))


SHOP = """Summary

The shop took £58,240 in the year. This was £3,740 more than last year.

Takings

Takings were £58,240, compared with £54,500 last year. Ropes brought £21,000 of it.
"""


def test_how_much_more_is_taken_is_what_the_body_tells() -> None:
    assert not _is_wrong(SHOP)
    assert _is_wrong(SHOP.replace("3,740", "7,340"))
    assert not _is_wrong(SHOP.replace("£3,740 more than last year", "£2,000 more than was planned"))
    assert not _is_wrong(SHOP.replace("This was £3,740 more", "Sails were £900 more"))


def test_how_far_the_target_was_missed_by_is_how_far_a_share_is_from_it() -> None:
    said = "No port met the target of 95%. As a whole the ports ended {} points short of it."

    assert not _is_wrong(PORTS.format("Two ports were slow.", said.format(21)))
    assert _is_wrong(PORTS.format("Two ports were slow.", said.format(12)))
    assert not _is_wrong(PORTS.format("Two ports were slow.", said.format(12).replace("of it", "of the year before")))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Reading was weak: 41 of 80 tenors could read, so 39 tenors could not.", "so 49"),
        ("Music was up to date in 57 of 88 folders and not in the other 31.", "other 41"),
        ("The second term was better: 72.2% of tenors knew their part, so that 25 did not.", "that 35"),
    ],
)
def test_how_many_did_not_is_the_rest_of_how_many_did(right: str, wrong: str) -> None:
    first = {"so 49": "so 39", "other 41": "other 31", "that 35": "that 25"}[wrong]

    assert not _is_wrong(CHOIRS.format("Altos gained.", right))
    assert _is_wrong(CHOIRS.format("Altos gained.", right.replace(first, wrong)))


WAVES = """Survey

Thing | Wave 1, spring | Wave 2, autumn | Wave 3, spring
Safety | 74% | 75% | 78%
Warmth | 58% | 60% | 57%
Noise | 38% | 35% | 41%

Safety was the best in each wave.

In sum

- {}
"""


def test_what_is_told_of_a_row_of_no_time_is_its_latest_figure() -> None:
    right = "What people like best is safety (78%), and least noise (41%)."

    assert not _is_wrong(WAVES.format(right))
    assert _is_wrong(WAVES.format(right.replace("41%", "35%")))
    assert not _is_wrong(WAVES.format("Wave 2 was the worst for noise (35%)."))
    assert not _is_wrong(WAVES.format("People liked safety (78%), which was 74% when we began."))


SHARES = """Abstract

Money is the chief complaint, with only {} saying that it covers their costs.

Answers

Table 1. Sailors who agree (percentages of the base in the head)

Statement | Deck (n = 214) | Galley (n = 151) | All (n = 365)
I sleep well | 79.9 | 78.1 | 79.2
My pay covers my costs | 41.6 | 32.5 | 37.8
I have a place of my own | 50.9 | 55.0 | 52.6

Fewer than half say that their pay covers their costs.
"""


def test_a_share_without_its_sign_is_told_again_in_the_summary() -> None:
    assert not _is_wrong(SHARES.format("37.8%"))
    assert _is_wrong(SHARES.format("38.7%"))


HOURS = """Abstract

{}

Hours

Port\tBoats\tMean hours
Ayr\t40\t16.4
Oban\t35\t22.3
Troon\t25\t15.1

Each port sent us its log.
"""


def test_a_figure_of_another_row_is_not_that_of_the_one_named() -> None:
    assert not _is_wrong(HOURS.format("In Troon the mean had come down to 15.1 hours."))
    assert _is_wrong(HOURS.format("In Troon the mean had come down to 16.4 hours."))
    assert not _is_wrong(HOURS.format("Troon was quicker than the 16.4 hours that Ayr took."))


QUARTERS = """Late boats

Quarter\tBoats\tLate
Quarter 1\t20\t6
Quarter 2\t34\t9
Quarter 3\t31\t11
Quarter 4\t28\t12

{}
"""


def test_what_each_half_of_a_year_had_is_what_its_quarters_make() -> None:
    right = "The first half of the year had 15 late boats and the second half 23."

    assert not _is_wrong(QUARTERS.format(right))
    assert _is_wrong(QUARTERS.format(right.replace("23", "25")))
    assert _is_wrong(QUARTERS.format(right.replace("15", "16")))
    assert not _is_wrong(QUARTERS.format(right.replace("15 late", "7 blue").replace("23", "9")))


def test_the_ones_who_did_not_are_the_rest_of_those_told_before() -> None:
    right = "Of the 14 sailors we met, 11 felt safe and 12 liked the food. The 3 who did not feel safe slept on deck."
    done = "Of the 16 jobs ten were done, four in part and two not at all. The two not done are both in the hold."

    assert not _is_wrong(right)
    assert _is_wrong(right.replace("The 3", "The 5"))
    assert not _is_wrong(done)
    assert not _is_wrong("The crew took up 13 of the 14 offers. The one not taken up was a new sail.")
    assert _is_wrong("The crew took up 12 of the 14 offers. The one not taken up was a new sail.")


def test_a_size_in_words_is_how_far_the_two_in_brackets_are_apart() -> None:
    assert not _is_wrong("Leaks have gone up by seven in six months (from 24 to 31).")
    assert _is_wrong("Leaks have gone up by nine in six months (from 24 to 31).")


GRADES = """Boats by grade

Grade\tLast time\tThis time
Excellent\t0\t1
Good\t4\t4
Fair\t5\t{}
Poor\t0\t1
Total\t9\t9
"""


def test_a_row_of_noughts_is_left_out_of_no_sum() -> None:
    assert not _is_wrong(GRADES.format(3))
    assert _is_wrong(GRADES.format(4))


def test_a_mean_behind_a_sum_is_of_those_who_have_it() -> None:
    right = "The 62 sailors spent 992 days at sea, a mean of 16.0."

    assert not _is_wrong(right)
    assert _is_wrong(right.replace("992", "929"))
    assert not _is_wrong("Two crews of 31 made 992 knots in all, a mean of 16.0 for each sailor.")


MONTHS = """Leaks

Month\tBow\tStern\tAll leaks
January\t4\t5\t9
February\t5\t6\t11
March\t6\t8\t14
April\t5\t5\t10
May\t3\t5\t8
June\t3\t3\t6
Total\t26\t32\t58

There were 58 leaks, an average of {} a month.
"""


def test_a_mean_a_month_is_of_the_months_of_the_table() -> None:
    assert not _is_wrong(MONTHS.format("9.7"))
    assert _is_wrong(MONTHS.format("11.6"))


def test_each_of_several_totals_is_its_columns() -> None:
    table = "Of these {} were sound and {} were leaking.\n\nBoats\n\nPort\tBoats\tSound\tLeaking\nAyr\t40\t22\t6\n"
    table += "Oban\t35\t18\t4\nTroon\t22\t6\t3\nAll ports\t97\t46\t13\n"

    assert not _is_wrong(table.format(46, 13))
    assert _is_wrong(table.format(46, 12))
    assert _is_wrong(table.format(64, 13))
    assert not _is_wrong(table.format(31, 9))


def test_what_a_row_rose_from_is_no_figure_of_now() -> None:
    text = CHOIRS.format("The tenors rose from 51.3% to 72.2%.", "The altos gained the most.")

    assert not _is_wrong(text)
    assert _is_wrong(text.replace("| 41 | 51.3 | 65 | 72.2", "| 41 | 72.2 | 65 | 51.3"))


def test_so_many_in_a_larger_number_are_the_share_behind_it() -> None:
    assert not _is_wrong("Leaks were found in 103 of the dives, against 113 in 685 (16.5%) the year before.")
    assert _is_wrong("Leaks were found in 103 of the dives, against 113 in 685 (15.6%) the year before.")
    assert not _is_wrong("The crew grew to 113 in 2019 (15.6%).")


def test_how_far_a_row_moved_in_all_is_from_its_first_time_to_its_last() -> None:
    right = "Noise was no better, but it had changed three points in all."

    assert not _is_wrong(WAVES.format(right))
    assert _is_wrong(WAVES.format(right.replace("three", "eight")))
    assert not _is_wrong(WAVES.format("Noise, which we began to ask about in wave 1, moved more than 2 points in all."))
