"""Guards what is said of all, none, both and of what is told twice: each statement true, and made wrong."""

import pytest
from tests.unit.checker.verdicts import wrong

from looped.checker.judging import judge
from looped.checker.readers.text import read


@pytest.mark.parametrize(
    "text",
    [
        "We tried nine boats. Eight of the nine held a flare and a rope. All the boats were therefore in order.",
        "Logs for ten pumps were checked. Eight of the ten tallied with the meter. Every pump checked tallied.",
        "We visited nine farms. A log of visitors was kept at six of them. None of the farms lacked a log.",
        "We checked eleven vans. None lacked a second key, and two had only one.",
        "A flare was held on every one of the 26 boats; three of the 26 had sailed for months without one.",
        "Badges had been issued to all of the fourteen guards. For three of the fourteen no badge had been made.",
    ],
)
def test_all_that_are_not_all(text):
    assert "but-some" in wrong(text)


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("We opened 15 crates. {} bore a date and 14 a name. All the crates bore a date.", "15", "13"),
        (
            "There were 22 guides on the rota. A test showed that {} of the guides swam well. So all of the guides swam well.",
            "22",
            "20",
        ),
        (
            "There are seventeen cabins. Lamps were to hand in {} of the seventeen. All cabins therefore had a lamp to hand.",
            "seventeen",
            "fifteen",
        ),
        (
            "We asked how the map was read. In {} of the 31 boats the map was drawn by hand. A minority of maps were therefore "
            "drawn by hand.",
            "11",
            "20",
        ),
        (
            "We asked how the map was read. In {} of the 31 boats the map was drawn by hand. So most maps were drawn by hand.",
            "20",
            "11",
        ),
        (
            "The plan was put to 209 growers. Of these, {} were in favour. Less than half of the growers were in favour.",
            "89 (43%)",
            "120 (57%)",
        ),
        ("Nine sheds were seen. {} had lost a door. The yard was dry. None of the sheds had lost a door.", "0", "2"),
    ],
)
def test_all_or_none_against_the_count_in_the_same_words(text, right, false):
    assert "all-as-counted" not in wrong(text.format(right))
    assert "all-as-counted" in wrong(text.format(false))


@pytest.mark.parametrize(
    "text",
    [
        "We opened 15 crates. 13 bore a date in May. All the crates bore a date in June.",
        "We opened 15 crates and 9 tins. 13 bore a date. All the crates bore a name.",
        "The list had 45 loans of over £9,000 each. 39 of the loans had run out, and 14 were not signed.",
        "The shop had 12 lamps. Last year 15 of the lamps were lit.",
        "In 20 of the 31 boats the map was drawn by hand, and in 11 it was not. A minority of maps were therefore printed.",
        "Eight of the 53 crews had no lamp. Most crews therefore had a lamp.",
        "We read 21 logs. 21 held two maps and 20 a sketch. All the logs held two maps.",
    ],
)
def test_all_and_counts_of_something_else(text):
    assert wrong(text) == set()


def test_more_of_those_named_than_there_are():
    assert wrong("The list had 45 loans of over £9,000 each. 49 of the loans had run out.") == {"of-subgroup"}


@pytest.mark.parametrize(
    "text",
    [
        "We tried nine boats. All nine held a flare. All the boats were therefore in order.",
        "All 22 boats had a log; three of the 22 logs were not signed.",
        "All boats had a log, but in three the log was not signed.",
        "No deaths were due to the dye. One patient died.",
        "None of the faults did harm. Twelve faults were found.",
        "All 14 guards had keys. Three did not attend training.",
        "No boat was late. Three were late last year.",
        "Each boat has a log. Eight of the nine logs had been read in time.",
        "Every home was visited. Four of the nine homes had no garden.",
        "Eleven of the 32 fathers were not named. By contrast, all 32 mothers were named.",
    ],
)
def test_all_that_may_be_all(text):
    assert wrong(text) == set()


@pytest.mark.parametrize(
    ("text", "true", "false"),
    [
        (
            "Headline: the log was torn on 14 of the 54 boats.\n\nAs reported above, a torn log was found on {} of "
            "the 54 boats.",
            "14",
            "18",
        ),
        (
            "Summary: 66 farms had been paid on two ledgers.\n\nOur match brought out {} farms paid on two ledgers.",
            "66",
            "56",
        ),
        ("Abstract: 228 walkers were given boots.\n\nIn all {} walkers were given boots, in two sizes.", "228", "282"),
        (
            "Summary: 93% of notes were raised for a valid reason.\n\nA valid reason was found for {} of the notes "
            "raised.",
            "93%",
            "82%",
        ),
    ],
)
def test_what_is_told_twice(text, true, false):
    assert wrong(text.format(true)) == set()
    assert "told-twice" in wrong(text.format(false))


@pytest.mark.parametrize(
    "text",
    [
        "Summary: 31 of 60 gates had no lock. Findings. In the north 12 of the 60 gates had no lock.",
        "Summary: 31 of 60 gates had no lock. Findings. Last year 12 of the 60 gates had no lock.",
        "Summary: 31 of 60 gates had a lock. Findings. There was no lock on 29 of the 60 gates.",
        "Summary: in May 31 gates were locked. Results: in June 12 gates were locked.",
        "Summary: our tests brought 39 faults to light. Faults were 23% of the items tested.",
    ],
)
def test_two_things_with_the_same_words(text):
    assert wrong(text) == set()


@pytest.mark.parametrize(
    ("text", "true", "false"),
    [
        ("In {} of the 12 months, namely April, June, July and August, bills were late.", "four", "two"),
        ("{} wards (Ash, Elm, Oak and Beech) failed.", "Four", "Three"),
        ("In the {} months May, June and July we closed 40 cases.", "three", "two"),
    ],
)
def test_as_many_are_named(text, true, false):
    assert wrong(text.format(true)) == set()
    assert wrong(text.format(false)) == {"list-count"}


@pytest.mark.parametrize(
    "text",
    [
        "Three wards, including Ash and Elm, failed.",
        "Two firms, Smith and Jones and Partners, were paid.",
        "In twelve visits (Ash, Elm and Oak) we saw nobody.",
    ],
)
def test_names_that_are_no_whole_list(text):
    assert wrong(text) == set()


@pytest.mark.parametrize(
    ("text", "true", "false"),
    [
        (
            "Pain went from 55% to 46% with the balm and from 52% to {} without. It thus fell in both groups.",
            "44%",
            "64%",
        ),
        ("Both rose: visits from 40 to 45 and calls from 30 to {}.", "36", "26"),
        ("Use improved in all three: from 40% to 45%, from 30% to 36% and from 20% to {}.", "29%", "19%"),
    ],
)
def test_what_moved_in_each(text, true, false):
    assert wrong(text.format(true)) == set()
    assert "both-moved" in wrong(text.format(false))


@pytest.mark.parametrize(
    ("text", "true", "false"),
    [
        ("There were {} changes in the year, 45 per cent more than the 160 of the year before.", "232", "260"),
        ("At {}, the queue is 37.5% smaller than the 64 that we told of in spring.", "40", "48"),
        ("We shut {} lists in winter, twice as many as the 12 of the autumn.", "24", "30"),
        ("The store held {} drums, about three times the 36 that it may.", "110", "90"),
        ("Staff made {} calls, more than twice as many as the 31 of spring.", "80", "60"),
    ],
)
def test_by_how_much_and_how_many_times(text, true, false):
    assert wrong(text.format(true)) == set()
    assert "share-more" in wrong(text.format(false))


@pytest.mark.parametrize(
    ("true", "false"),
    [
        (
            "We raised two points. Both are now resolved. Point 1 was closed in May and point 2 in June.",
            "We raised two points. Both are now resolved. Point 1 was closed in May; point 2 remains open.",
        ),
        (
            "We read 15 logs. None of the 15 logs had gaps. The logs were complete in every case.",
            "We read 15 logs. Three of the 15 logs had gaps. The logs were complete in every case.",
        ),
        (
            "A log was kept at all nine yards that we saw. Elm could show us no log of keys.",
            "A log was kept at all nine yards that we saw. Elm could show us no log on the day.",
        ),
        (
            "No grave falls were seen among the 121 patients. Of the minor falls, three were at night.",
            "No grave falls were seen among the 121 patients. Of the grave falls, three came at night.",
        ),
        (
            "A majority of the 47 drivers - 31 of them - had a badge.",
            "A majority of the 47 drivers - 13 of them - had a badge.",
        ),
        (
            "Most of the 53 deeds lacked a date: we counted 31 such deeds.",
            "Most of the 53 deeds lacked a date: we counted 13 such deeds.",
        ),
        (
            "Of the 58 plans read, most (42) named a date.",
            "Of the 58 plans read, most (22) named a date.",
        ),
        (
            "Pain went from 54% to 50% with the balm and from 53% to 60% without. It fell with the balm only.",
            "Pain went from 54% to 50% with the balm and from 60% to 53% without. It fell with the balm only.",
        ),
        (
            "Of 2,303 bills, 72.1% were paid in time. In the year before it had been 67.4%. Payment thus rose.",
            "Of 2,303 bills, 72.1% were paid in time. In the year before it had been 77.4%. Payment thus rose.",
        ),
        (
            "The standard of 90% was met for swabs: 57 of 60 (95%).",
            "The standard of 90% was met for swabs: 51 of 60 (85%).",
        ),
    ],
)
def test_what_is_said_of_all_and_of_most(true, false):
    assert wrong(true) == set()
    assert wrong(false)


@pytest.mark.parametrize(
    "text",
    [
        "There were 232 changes in the year, about 44 per cent more than the 160 of the year before.",
        "There were 40 calls, 25% more than the 32 of spring, and 30 fewer than the 70 of autumn.",
        "There were 50 calls, 25% more than the 32 of spring, and ten more than the 40 of autumn.",
        "We made 61 calls, about twice as many as the 30 of spring.",
        "We made 90 calls, twice as many as the 30 of spring, and of 45 visits 30 were late.",
        "Pain went from 55% to 46% with the balm and from 52% to 64% without. It did not fall in both groups.",
        "Debt went from 55% to 46% with the balm and from 52% to 64% without. It improved in both groups.",
        "Calls went from 40 to 35 and visits from 30 to 20. Neither rose.",
    ],
)
def test_hedges_and_other_readings_are_left_alone(text):
    assert wrong(text) == set()


def test_a_share_that_is_out_by_a_digit_is_rounding():
    found = judge(read("There were 230 calls, 44% more than the 160 of spring.")).findings
    near = judge(read("There were 231 calls, 45% more than the 160 of spring.")).findings

    assert ("share-more", "ok") in {(each.code, each.verdict) for each in found}
    assert ("share-more", "rounding") in {(each.code, each.verdict) for each in near}
