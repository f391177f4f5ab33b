"""Texts that the rules were not written for: how many planted errors are found, how many right claims are accused."""

from random import Random

import pytest
from tests.unit.checker.generator.sentences import MAKERS
from tests.unit.checker.generator.tables import KINDS, ROWS, table

from looped.checker.judging import judge
from looped.checker.readers.text import read


def accused(text: str) -> bool:
    return any(finding.verdict == "wrong" for finding in judge(read(text)).findings)


def texts(seed: int) -> list[tuple[str, bool]]:
    """At least 300 sentences and 60 tables, half of them with an error."""
    rng = Random(seed)
    made = [(make(rng, wrong), wrong) for _ in range(4) for _, make in MAKERS for wrong in (False, True)]
    made += [
        (table(rng, manner, kind, wrong), wrong)
        for _ in range(2)
        for manner in ROWS
        for kind in KINDS
        for wrong in (False, True)
    ]
    return made


@pytest.mark.slow
def test_planted_errors_are_found_and_right_claims_left_alone():
    made = texts(6)

    found = [accused(text) for text, wrong in made if wrong]
    false = [accused(text) for text, wrong in made if not wrong]

    assert len(made) >= 360
    assert sum(found) >= 0.95 * len(found)
    assert sum(false) <= 0.02 * len(false)
