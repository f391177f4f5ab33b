"""An auditor's own page is about one person."""

import pytest

from looped.errors import UsageError
from looped.figures.auditors import Gradings
from looped.publishing.own_grading import own_page, own_words
from looped.rubric.loading import frameworks
from looped.stats.severity import severity

NORTH, SOUTH = ("north", "P. Auditor"), ("south", "P. Auditor")


def test_the_same_name_in_two_councils_gives_no_page():
    """It would tell one person of another's gradings."""
    framework = frameworks()[-1]
    audits = [("north", "A1")] * 4 + [("south", "B1")] * 4
    auditors, domains, grades = [NORTH] * 4 + [SOUTH] * 4, [0, 1, 2, 3] * 2, [2, 3, 2, 3, 3, 3, 2, 4]
    rows = Gradings(framework, audits, auditors, domains, grades, 0, 0)
    found = severity(audits, auditors, domains, grades, framework.domain_codes, 4)

    with pytest.raises(UsageError, match="Several councils have an auditor 'p. auditor'"):
        own_page("p. auditor", rows, found)
    assert own_words("P. Auditor", rows, found) == []
