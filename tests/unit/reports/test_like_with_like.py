"""Months weighed by the open caseload, or refused by name."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from books import book, words
from months_in_a_row import one_framework

from factories import World
from looped.figures.caseload import Caseload
from looped.reports.sections.like_with_like import like_with_like_blocks
from looped.stats.standardise import post_stratified

# The worked example of the method: three months, three services.
EXAMPLE = {
    "2024-04": {"Assessment": (6, 20), "Children in Care": (1, 6), "Disability": (0, 5)},
    "2024-05": {"Assessment": (5, 18), "Children in Care": (2, 12)},
    "2024-06": {"Assessment": (4, 6), "Children in Care": (3, 8), "Disability": (1, 2)},
}
CASES: dict[str | None, int] = {"Assessment": 350, "Children in Care": 400, "Disability": 250}


def world_of(months: Mapping[str, Mapping[str | None, tuple[int, int]]]) -> World:
    """Month -> service area -> (good, audits)."""
    world = one_framework()
    for month, areas in months.items():
        for area, (good, audits) in areas.items():
            for number in range(audits):
                world.audit(f"{month}-{area}-{number}", month, 3 if number < good else 2, area=area)
    return world


def said(
    months: Mapping[str, Mapping[str | None, tuple[int, int]]], cases: dict[str | None, int] | None, **more: str
) -> list[str]:
    """All words of the comparison."""
    caseload = Caseload(cases, (date(2024, 6, 28),)) if cases is not None else None
    whole = replace(book(world_of(months), **more), caseload=caseload)
    return [line for block in like_with_like_blocks(whole) for line in words(block)]


def test_counted_and_weighed_stand_side_by_side():
    """April: 0.35 x 6/20 + 0.4 x 1/6 + 0.25 x 0/5 = 17.2%, where 22.6% was counted."""
    assert said(EXAMPLE, CASES) == [
        "Like with like",
        "A month that read more of one service looks better or worse for that alone. Like with like gives each service "
        "the weight that it has in the caseload: 1,000 open cases at 30 June 2024, by the list of 28 June 2024. Where "
        "the two shares differ, the mix of services explains part of what was counted.",
        "The open caseload, and the audits of the period",
        "Service area | Open cases | Audits read",
        "Assessment | 350 (35.0%) | 44 (57.1%)",
        "Children in Care | 400 (40.0%) | 26 (33.8%)",
        "Disability | 250 (25.0%) | 7 (9.1%)",
        "Good or better overall, as counted and like with like",
        "Month | As counted | Like with like | Standard error | 95% interval",
        "April 2024 | 7 of 31 (22.6%) | 17.2% | 7.5% | 7.1% to 35.9%",
        "May 2024 | 7 of 30 (23.3%) | refused | – | –",
        "June 2024 | 8 of 16 (50.0%) | 50.8% | 16.2% | 23.8% to 77.3%",
        "Total | 22 of 77 (28.6%) | 24.7% | 5.3% | 15.9% to 36.4%",
        "Refused, because the missing part would have to be guessed:",
        "May 2024: no audits from Disability.",
        "Read with care:",
        "June 2024: An area has only 2 audits.",
    ]


def test_without_a_caseload_one_sentence_says_that_it_is_not_recorded():
    """Not recorded is not nought; a list without service areas is none either."""
    sentence = "Like with like: the open caseload is not recorded in this source, so shares are given as counted only."

    assert said(EXAMPLE, None) == [sentence]
    assert said(EXAMPLE, {None: 40}) == [sentence]


@pytest.mark.parametrize(
    ("april", "cases", "why"),
    [
        ({}, CASES, "no audits."),
        ({"Assessment": (2, 9)}, CASES, "no audits from Children in Care and Disability."),
        ({"A": (2, 9), "B": (1, 2)}, {"A": 50}, "audits from B, where the caseload has no open case."),
        ({"A": (2, 9)}, {"A": 8}, "more audits than open cases in A."),
        ({"A": (2, 9), None: (0, 1)}, {"A": 50}, "1 audit without a service area."),
        ({"A": (2, 9), None: (0, 2)}, {"A": 50}, "2 audits without a service area."),
    ],
)
def test_what_cannot_be_weighed_is_refused_by_name(april, cases, why):
    """Nothing is guessed, and the reason can be mended."""
    assert f"April 2024: {why}" in said({"2024-04": april}, cases)


def test_where_every_month_is_refused_there_is_no_table_of_shares():
    """The reasons alone; the whole quarter may still be weighed, because together its months read every service."""
    turns = {"2024-04": {"A": (3, 12)}, "2024-05": {"B": (6, 12)}}
    lines = said(turns, {"A": 100, "B": 300})

    assert "April 2024 | 3 of 12 (25.0%) | refused | – | –" in lines
    assert any(line.startswith("Total | 9 of 24 (37.5%) | 43.8% | ") for line in lines)
    assert not any("As counted" in line for line in said(turns, {"A": 100, "B": 300, "C": 50}))


def test_a_single_month_has_no_total_of_its_own():
    """One month is the whole period: one row."""
    rows = said({"2024-06": EXAMPLE["2024-06"]}, CASES, first="2024-06", last="2024-06")

    assert [row.split(" | ")[0] for row in rows if "8 of 16" in row] == ["June 2024"]


def test_an_area_with_one_audit_has_no_standard_error():
    """One file has no spread."""
    rows = said({"2024-06": {"A": (3, 10), "B": (1, 1)}}, {"A": 100, "B": 100}, first="2024-06", last="2024-06")

    assert any(row.startswith("June 2024 | 4 of 11 (36.4%) | 65.0% | – | ") for row in rows)


def test_cases_without_a_service_area_are_told_and_left_out():
    """Three cases that nobody placed can't be weighed."""
    lead = said(EXAMPLE, CASES | {None: 3})[1]

    assert ". 3 more have no service area and can’t be weighed. Where the two" in lead


def test_nothing_is_weighed_across_frameworks_or_without_an_overall_grade():
    """The services section says why already."""
    world = one_framework()
    world.framework = replace(world.framework, rules=replace(world.framework.rules, overall="absent"))
    both = World().audit("A1", "2024-03").audit("A2", "2024-04")

    assert like_with_like_blocks(book(world.audit("A1"))) == []
    assert like_with_like_blocks(book(both, "2024-03", "2024-04")) == []


def test_weights_are_those_of_the_method():
    """The table prints what the statistics give, for whatever month."""
    found = post_stratified(EXAMPLE["2024-06"], {area: n for area, n in CASES.items() if area})

    assert f"June 2024 | 8 of 16 (50.0%) | {100 * found.share:.1f}% | {100 * found.se:.1f}% | " in "".join(
        said(EXAMPLE, CASES)
    )
