"""What stands: the latest of the strongest source, and the lead's provisionally where two returns differ."""

from datetime import datetime, timedelta

import pytest

from looped.grades.standing import Grading, Standing, latest_by_source, standing

START = datetime(2024, 5, 1, 9)


def given(source, grade, hours=0, seq=1):
    return Grading(source, grade, START + timedelta(hours=hours), seq)


def test_nothing_stands_without_a_grading():
    """An audit without rows stands nowhere; an external reading never stands."""
    assert standing([], looped=False) is None
    assert standing([given("external", 4)], looped=False) is None


def test_the_latest_lead_stands_in_a_single_audit():
    """A correction supersedes; at the same moment the later `seq` does."""
    rows = [given("lead", 3, seq=2), given("lead", 2, hours=1), given("lead", 1, hours=1, seq=9)]

    assert standing(rows, looped=False) == Standing(1)
    assert standing(rows, looped=False, moment=START) == Standing(3)


def test_the_latest_moderation_stands_before_any_return():
    """Even when a return comes later, and even when it says "not graded"."""
    rows = [given("moderation", 2), given("moderation", None, hours=1), given("lead", 4, hours=2)]

    assert standing(rows, looped=False) == Standing(None)
    assert standing(rows, looped=True) == Standing(None)


def test_an_audit_stood_down_to_single_stands_on_the_second_where_there_is_no_lead():
    """It stands on the return it has; the lead's is stronger."""
    assert standing([given("second", 2)], looped=False) == Standing(2)
    assert standing([given("second", 2), given("lead", None)], looped=False) == Standing(None)


@pytest.mark.parametrize(
    ("lead", "second", "expected"),
    [
        (3, 3, Standing(3)),
        (None, None, Standing(None)),
        (3, 2, Standing(3, provisional=True)),
        (None, 2, Standing(None, provisional=True)),
        (2, None, Standing(2, provisional=True)),
    ],
)
def test_a_looped_audit_stands_on_the_common_grade_or_provisionally_on_the_leads(lead, second, expected):
    """Graded against not graded is a difference; two "not graded" agree."""
    assert standing([given("lead", lead), given("second", second)], looped=True) == expected


@pytest.mark.parametrize(
    ("source", "expected"), [("lead", Standing(2, provisional=True)), ("second", Standing(None, True))]
)
def test_a_grade_that_one_of_two_returns_lacks_is_not_graded(source, expected):
    """Both returns are in, one of them without this domain."""
    assert standing([given(source, 2)], looped=True) == expected


def test_latest_by_source_keeps_one_row_a_source():
    """In whatever order the rows come."""
    late, early = given("lead", 2, hours=1), given("lead", 3)

    assert latest_by_source([late, early, given("external", 1)]) == {"lead": late}
