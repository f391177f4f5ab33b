"""A looped audit is sealed until both returns are in."""

from datetime import datetime, timedelta

import pytest

from looped.grades.standing import Grading
from looped.loop.sealing import sealed

START = datetime(2024, 5, 1, 9)


def given(*sources):
    """One grading each, an hour apart, in different domains."""
    return [Grading(source, 3, START + timedelta(hours=n), n, f"domain {n}") for n, source in enumerate(sources)]


@pytest.mark.parametrize("sources", [(), ("lead",), ("second",), ("lead", "moderation"), ("second", "external")])
def test_sealed_until_both_are_in(sources):
    """One return alone, or a moderation with it, opens nothing."""
    assert sealed(given(*sources), looped=True)
    assert not sealed(given(*sources), looped=False)


def test_open_once_both_are_in():
    """In whatever domains they are."""
    assert not sealed(given("second", "lead"), looped=True)


def test_sealed_at_a_moment_before_the_second_return():
    """Rows recorded later don't count; one recorded at that very moment does."""
    rows = given("lead", "second")

    assert sealed(rows, looped=True, moment=START)
    assert not sealed(rows, looped=True, moment=START + timedelta(hours=1))
