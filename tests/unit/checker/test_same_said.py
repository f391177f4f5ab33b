"""The same said of all, none or so many in two places of a document, or of each of several with its count."""

import pytest
from tests.unit.checker.verdicts import wrong

from looped.checker.context import Context
from looped.checker.predicates import predicate
from looped.checker.readers.text import read
from looped.checker.said_of_many import all_said

ALL = "Summary\n\nAll 42 boats had a spare anchor.\n\nFindings\n\n"
TABLE = (
    "Table 1. Boats by harbour and condition\n\nHarbour\tSound\tNeeds work\tUnsafe\nRyde\t13\t2\t12\nCowes\t17\t7\t4\n"
    "East Quay\t13\t11\t15\n\n"
)


@pytest.mark.parametrize(
    "text",
    [
        f"{ALL}There was no spare anchor for two of the 42 boats.",
        f"{ALL}Two of the 42 boats lacked a spare anchor. The mooring fees are set out below.",
        f"{ALL}A spare anchor was missing from two of the 42 boats.",
        f"{ALL}No spare anchor was found on two of the 42 boats.",
        f"{ALL}We could not find a spare anchor on two of the 42 boats.",
        f"{ALL}Of the 42 boats seen, 40 (95%) had a spare anchor.",
        f"{ALL}Two boats had no spare anchor.",
        f"{ALL}The 42 boats were counted, and two of them had no spare anchor.",
        "All 19 choirs sang from memory.\n\nThe notes show that 16 of the 19 choirs sang from memory; for the other three "
        "this was not the case.",
        "None of the 25 choirs sang late.\n\nFour of the 25 choirs sang late.",
        "The barges were all insured.\n\nSix of the 40 barges were uninsured.",
        "Each of the 25 ferries carried a spare lamp.\n\nTwo of the 25 ferries did not carry a spare lamp.",
        "In all 40 barns there was a fire bucket.\n\nIn six of the 40 barns there was no fire bucket.",
        "Summary\n\nAll barges were insured.\n\nFindings\n\nThirty-four barges (85%) were insured.",
        "Summary\n\nThe count covered 93 hives. Of these, 13 were moved.\n\nMethod\n\nFor good order, 9 of the 93 were moved.",
        "Findings\n\nIn this round 30 of 94 anglers (32%) had a permit.\n\nConclusion\n\nOverall, 26% of the anglers had a "
        "permit.",
        "Summary\n\nAll 60 anglers wore a hat.\n\nFindings\n\nThree anglers did not wear a hat.",
        "Summary\n\nWe found no leaks.\n\nFindings\n\nThere were four leaks.",
        "Summary\n\nNo fires were reported in the year.\n\nFindings\n\nTwo fires were reported in the year.",
        "Twenty kilns were fired twice.\n\nThis was done at night for 4 of the 22 that were fired twice.",
    ],
)
def test_same_is_said_of_another_number(text):
    assert "same-said" in wrong(text)


@pytest.mark.parametrize(
    "text",
    [
        f"{ALL}None of the 42 boats lacked a spare anchor.",
        f"{ALL}Two of the 42 boats had no spare anchor when they were built.",
        f"{ALL}There was no spare lamp for two of the 42 boats.",
        "At Ryde all 31 boats had a radio.\n\nAt Cowes four of the 31 boats had no radio.",
        "In May all 31 boats had a radio.\n\nIn June four of the 31 boats had no radio.",
        "Cycle 1: all 31 boats had a radio.\n\nCycle 2: four of the 31 boats had no radio.",
        "In the first count all 31 boats had a radio.\n\nIn the re-audit four of the 31 boats had no radio.",
        "The harbour master told us that all 31 boats had a radio.\n\nFour of the 31 boats had no radio.",
        "Nearly all 31 boats had a radio.\n\nFour of the 31 boats had no radio.",
        "All 14 steel ferries had an anchor.\n\nTwo of the 14 wooden ferries had no anchor.",
        "Ryde\n\nAll 31 boats had a radio.\n\nCowes\n\nFour of the 31 boats had no radio.",
        "Of the 36 choirs, 14 met weekly.\n\nSummary\n\n22 of the 36 choirs did not meet weekly.",
        "Summary\n\nAt Ryde there were no leaks.\n\nFindings\n\nThere were four leaks.",
        "Ryde was dry. There were no leaks.\n\nSummary\n\nCowes was not. There were four leaks.",
        "Summary\n\nThere were no leaks.\n\nFindings\n\nThere were four leaks in the roof of the old shed.",
        "Ryde harbour: all 31 boats had a radio.\n\nCowes harbour: four of the 31 boats had no radio.",
        "All 40 barges were insured.\n\nNone of the 40 barges was uninsured.",
        "It was hoped that all 31 boats had a radio.\n\nFour of the 31 boats had no radio.",
        "All 17 kilns were fired.\n\nThe door held on most: nine of the 17 that were fired.",
        "We began in the shed. We found no leaks.\n\nThen we went to the barn. There were four leaks.",
        "Fourteen kilns were fired. Three more came by cart. The door was sound in 9 of the 17 that were fired.",
    ],
)
def test_another_time_place_or_thing_is_no_contradiction(text):
    assert wrong(text) == set()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Leaks were found in both sheds: 3 among the 40 in the old one and {} among the 38 in the new.", "none"),
        ("Leaks were seen in both sheds ({} in the old one and 3 in the new one).", "0"),
        ("There were leaks in each shed, 4 in the old one, 2 in the new one and {} in the barn.", "none"),
        ("Both sheds had leaks: {} in the old one and 3 in the new one.", "0"),
        ("Leaks were recorded in both sheds: 4/120 with a liner and {}/118 without one.", "0"),
    ],
)
def test_seen_in_each(text, number):
    assert "some-in-each" in wrong(text.format(number))
    assert "some-in-each" not in wrong(text.format("5"))


def test_seen_in_neither():
    assert "some-in-each" in wrong("Leaks were found in neither shed: 0 in the old one and 3 in the new one.")
    assert wrong("Leaks were found in neither shed: 0 in the old one and 0 in the new one.") == set()


@pytest.mark.parametrize(
    "subject", ["All of the boats", "Each of the boats", "Every one of the boats", "In all of the boats"]
)
def test_all_with_a_count_behind_it(subject):
    assert "worded-share" in wrong(f"{subject} (21 of 24) there were flares.")
    assert wrong(f"{subject} (24 of 24) there were flares.") == set()


@pytest.mark.parametrize(
    "text",
    [
        "There were 12 in March, 2 in April and 9 in May (engine faults).\n\nNo engine faults were recorded in May.",
        "Boats lost by month: April, 4; May, 5; June, 10.\n\nSummary\n\nThere were no boats lost in May.",
        "No boats were lost in June.\n\nThe number of boats lost was 4 in April, 5 in May and 10 in June.",
    ],
)
def test_none_in_a_month_of_another_paragraph(text):
    assert "none-in" in wrong(text)


def test_none_in_a_month_of_something_else():
    text = "There were 12 in March, 2 in April and {} in May (engine faults).\n\nNo {} faults were recorded in May."
    assert wrong(text.format(0, "engine")) == wrong(text.format(9, "rudder")) == set()


@pytest.mark.parametrize(
    "said",
    [
        "None of the boats at Ryde were unsafe.",
        "In East Quay no boats were judged unsafe.",
        "Not one boat at Cowes was unsafe.",
    ],
)
def test_none_of_a_row_where_no_cell_is_nought(said):
    assert "sheet-nothing" in wrong(TABLE + said)


def test_nothing_said_of_the_row_named_before_it_is_not_said_of_all():
    """ "No action recorded" in brackets behind one row's name: it is that row which has none."""
    table = "Case\tActions\tDone\nA-24-06\t3\t3\nA-24-47\t1\t0\nA-24-52\t0\t0\n\n"
    said = "2 are open: A-24-47 (Docks: an action not done) and A-24-52 (Quay: no action recorded)."
    assert wrong(table + said) == set()


@pytest.mark.parametrize("said", ["No painted boats at Ryde were unsafe.", "No boats at Ryde were unsafe last year."])
def test_none_of_what_the_table_does_not_count(said):
    assert wrong(TABLE + said) == set()


def test_so_many_in_each_of_two():
    assert wrong("Losses were the same in both fleets (20 of 210, 9.5%).") == set()
    assert "worded-share" in wrong("Both boats (1 of 2) were dry.")


def test_base_that_is_taken_up():
    text = (
        "We enrolled 114 anglers.\n\nResults\n\nNinety-two of the 114 anglers (81%) came home. The tables are of all {}"
    )
    assert wrong(text.format("118 anglers in the sample.")) == {"taken-up"}
    assert wrong(text.format("114 anglers in the sample.")) == set()
    text = "Fourteen of the 64 kilns were re-fired. Across the {} re-fired kilns, the door was sound in 7."
    assert wrong(text.format(12)) == {"taken-up"}
    assert wrong(text.format(14)) == set()


def test_two_wholes_side_by_side_are_two():
    assert (
        wrong(
            "Lights of 5 and 10 watts were used. Leaks came in both: 3 among the 103 boats with oil and 2 among "
            "the 94 given tar."
        )
        == set()
    )


def test_two_wholes_with_shares_before_them_are_two():
    text = "Lamps failed in 6 (8.8%) of the 68 boats on oil and in 15 (15.3%) of the 98 on gas."
    assert wrong(text) == set()


def test_what_is_said_of_how_many():
    told = all_said(Context(read("In this round 30 of 94 homes had a cat. There was no dog in two of the 94 homes.")))
    assert [(each.kind, each.count, each.base, each.what.denied) for each in told] == [
        ("count", 30, 94, False),
        ("count", 2, 94, True),
    ]
    assert predicate("this was not so") is None
