"""Sentences on tables, right and wrong, in words that no rule was made from; flows and rows set in under others."""

from pathlib import Path

import pytest

from looped.checker.judging import judge
from looped.checker.readers.text import read

TEXTS = (Path(__file__).parents[2] / "checker_texts" / "spoken_of_tables.txt").read_text(encoding="utf-8")


def called(text: str) -> list[str]:
    """What is called wrong in a text."""
    return [each.quote for each in judge(read(text)).findings if each.verdict in ("wrong", "rounding")]


def blocks() -> list[tuple[str, str, list[str]]]:
    """Each table of the file with its name and its lines, "T ..." and "W ..."."""
    found = []
    for block in TEXTS.split("\n=== ")[1:]:
        head, lines = block.split("\n---\n")
        name, table = head.split("\n", 1)
        found.append((name, table, lines.strip().splitlines()))
    return found


@pytest.mark.parametrize(("table", "lines"), [each[1:] for each in blocks()], ids=[each[0] for each in blocks()])
def test_what_is_said_of_a_table_is_told_right_from_wrong(table, lines):
    """Guards the readings of sentences on tables: none that is so is called wrong, each that isn't is."""
    alarms = [line for line in lines if line.startswith("T") and called(f"{table}\n\n{line[2:]}")]
    missed = [line for line in lines if line.startswith("W") and not called(f"{table}\n\n{line[2:]}")]

    assert (alarms, missed) == ([], [])


FLOW = """\
Progress of the study

Step                        People
----------------------------------
Invited                        420
Declined                        96
Interviewed                    324
  In person                    180
    Withdrew                     9
    Included                   171
  By telephone                 144
    Withdrew                    14
    Included                   130
"""


@pytest.mark.parametrize(("right", "wrong"), [("130", "103"), ("324", "342"), ("171", "177")])
def test_a_flow_and_the_rows_set_in_under_it_add_up(right, wrong):
    """Guards flows of several steps under a line drawn across, and rows set in under another."""
    assert called(FLOW) == []
    assert called(FLOW.replace(right, wrong, 1)) != []


def test_a_step_with_losses_that_no_row_tells_is_left_alone():
    """Guards against alarms: of those who began others may have gone that aren't in the table."""
    told = "Step\tPeople\nInvited\t420\nDeclined\t96\nInterviewed\t290\n"

    assert called(told) == []
    assert called(told.replace("290", "342")) != []


def test_rows_of_which_are_no_parts_of_the_total():
    """Guards totals over rows that are within others, though some of these would by chance make the wrong total."""
    told = (
        "Staff\tNumber\nCarers\t31\n  of which agency\t19\nNurses\t17\n  of which part time\t10\nOther\t9\nTotal\t{}\n"
    )

    assert called(told.format(57)) == []
    assert called(told.format(58)) != []


def test_reasons_that_add_up_to_those_who_went_are_counted_once():
    """Guards flows whose first row of those who went is the sum of the reasons below it."""
    told = (
        "Step\tA\tB\nScreened\t90\t80\nExcluded\t20\t12\nToo old: excluded\t12\t7\nDeclined\t8\t5\nEnrolled\t70\t{}\n"
    )

    assert called(told.format(68)) == []
    assert called(told.format(86)) != []
