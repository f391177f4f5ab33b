"""The report of the seed: every slip found, no right claim called wrong."""

import json
from functools import cache
from pathlib import Path

import pytest

from looped.checker.finding import Finding
from looped.checker.judging import Judgement, judge
from looped.checker.readers.text import read

SEED = Path(__file__).parents[2] / "seed"
SLIPS = json.loads((SEED / "slips.json").read_text())["slips"]
CLAIMS = json.loads((SEED / "claims.json").read_text())["claims"]


@cache
def judged() -> Judgement:
    return judge(read((SEED / "report.txt").read_text()))


def wrong() -> list[Finding]:
    return [finding for finding in judged().findings if finding.verdict == "wrong"]


def squeezed(text: str) -> str:
    return " ".join(text.split()).lower()


def covers(finding: Finding, seen: dict[str, object]) -> bool:
    on_line = seen["line"] in (finding.where.line, *finding.where.lines)
    quote, other = squeezed(finding.quote), squeezed(str(seen["quote"]))
    alike = quote in other or other in quote or finding.code == "column-total"
    stated = finding.code != "column-total" or finding.stated == seen["stated"]
    return on_line and (alike or seen["kind"] == "missing_value") and stated


@pytest.mark.parametrize("slip", SLIPS, ids=[slip["slip"] for slip in SLIPS])
def test_each_slip_is_found_where_it_shows(slip):
    found = [finding for finding in wrong() if any(covers(finding, seen) for seen in slip["seen_at"])]

    assert found


def test_as_many_causes_as_slips():
    assert len({finding.slip for finding in wrong()}) == len(SLIPS)


@pytest.mark.parametrize("claim", [c for c in CLAIMS if c["verdict"] == "ok"], ids=lambda c: f"{c['line']}-{c['kind']}")
def test_no_right_claim_is_called_wrong(claim):
    called = [
        finding
        for finding in wrong()
        if finding.where.line == claim["line"]
        and squeezed(finding.quote) in squeezed(claim["quote"])
        and finding.stated.rstrip("%") in claim["stated"]
        and finding.code not in ("column-total",)
    ]
    if called:
        # A cell printed twice alike on one line, right in one column and wrong in another.
        assert any(
            claim["quote"] == other["quote"] and other["verdict"] == "wrong" and other["line"] == claim["line"]
            for other in CLAIMS
        )


def test_columns_that_add_up_are_not_called_wrong():
    lines = {claim["line"] for claim in CLAIMS if claim["kind"] == "column_total" and claim["verdict"] == "wrong"}
    lines |= {claim["line"] for claim in CLAIMS if claim["kind"] == "exceeds_base"}

    assert {finding.where.line for finding in wrong() if finding.code == "column-total"} == lines
