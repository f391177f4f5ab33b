"""Guards the checker on whole reports: what it calls wrong in right ones, and what it finds of slips put in one by one.

Thirty reports by five writers who didn't know the rules; the rules were then mended on them. So this measures what is
kept. What new reports would show is in docs/manual/checker.md.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from looped.checker.finding import Finding
from looped.checker.judging import judge
from looped.checker.readers.text import read

FILE = Path(__file__).parents[2] / "checker_texts" / "whole_reports.json"
REPORTS: list[dict[str, Any]] = json.loads(FILE.read_text(encoding="utf-8"))["items"]
# Statements called wrong in all of the right reports together, and slips found of the fifteen of each report: no worse
# than now.
MOST_CALLED_WRONG = 2
FLOORS = {"a0": 14, "b1": 15, "d2": 10, "e3": 13, "g4": 11, "a5": 13}


@pytest.mark.slow
def test_what_is_right_in_whole_reports_is_hardly_ever_called_wrong() -> None:
    """In each of these a dozen things were, before: a manager would stop reading what it says."""
    called = [(report["id"], each.code, each.quote) for report in REPORTS for each in _wrong(report["text"])]

    assert len(called) <= MOST_CALLED_WRONG, called


@pytest.mark.slow
@pytest.mark.parametrize("report", [each for each in REPORTS if each["id"] in FLOORS], ids=lambda each: each["id"])
def test_slips_in_whole_reports_are_found(report: dict[str, Any]) -> None:
    """Each alone in its right report, so that it is found by what it makes untrue there and by nothing else."""
    before = {_said(each) for each in _wrong(report["text"])}
    missed = [
        slip["planted"]
        for slip in report["slips"]
        if not {_said(each) for each in _wrong(report["text"].replace(slip["old"], slip["new"], 1))} - before
    ]

    assert len(report["slips"]) - len(missed) >= FLOORS[report["id"]], missed


def _wrong(text: str) -> list[Finding]:
    return [each for each in judge(read(text)).amiss if each.verdict in ("wrong", "rounding")]


def _said(finding: Finding) -> tuple[str, str, str]:
    return finding.code, finding.quote, finding.stated
