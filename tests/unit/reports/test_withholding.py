"""What an edition for publication withholds where shares are of the audits graded, or a grade is of another scale."""

from dataclasses import replace

import pytest
from tests.unit.reports.books import book, words

from factories import World
from looped.reports.outlines import published_report
from looped.reports.withholding import Published, counts_of, rare_parts, withheld_of
from looped.rubric.loading import framework_for

MONTHS = ("2024-04", "2024-05", "2024-06")
OF_GRADED = replace(framework_for("2024-04"), rules=replace(framework_for("2024-04").rules, base="graded"))


def quarter(framework=OF_GRADED, missing=2) -> World:
    """Months of 24 audits, two of the first Inadequate, `missing` of each without a grade for its plans."""
    world = World(framework=framework)
    for month in MONTHS:
        for number in range(24):
            low = number < (2 if month == MONTHS[0] else 7)
            grade = 1 if low else 3 if number < 14 else 2
            plans = None if number >= 24 - missing else grade
            world.audit(
                f"{month}-{number}", month=month, lead={**dict.fromkeys(framework.graded_codes, grade), "plans": plans}
            )
    return world


def edition(world: World):
    made = book(world)
    now = Published(made.months, counts_of(made.rows, made.framework, made.months))
    return replace(made, withheld=withheld_of(made.framework, now))


def table(made, title: str) -> list[str]:
    report = published_report(made)
    found = [line for section in report.sections for line in words(section)]
    at = len(found) - found[::-1].index(title)
    return found[at : at + 10]


@pytest.mark.slow
def test_a_share_of_the_graded_falls_with_how_many_were_graded():
    """2 not graded are withheld, so how many were graded is, so no share of them may stand."""
    rows = table(edition(quarter()), "Quality of Plans")

    graded = next(row for row in rows if row.startswith("Graded"))
    missing = next(row for row in rows if row.startswith("Not graded"))
    assert graded.split(" | ")[1:4] == missing.split(" | ")[1:4] == ["c", "c", "c"]
    assert not any("%" in cell for row in rows for cell in row.split(" | ")[1:4])


@pytest.mark.slow
def test_where_everything_is_graded_that_is_shown():
    rows = table(edition(quarter(missing=0)), "Quality of Plans")

    assert "Graded | 24 | 24 | 24 | 72 | –" in rows
    assert "Total audits | 24 | 24 | 24 | 72 | –" in rows


def test_without_anything_withheld_all_is_printed_and_without_an_edition_too():
    """The sections print a book that nobody asked to withhold anything of as it is."""
    made = book(quarter())

    assert "Not graded | 2 (8.3%) | 2 (8.3%) | 2 (8.3%) | 6 (8.3%) | 3.9% to 17.0%" in table(made, "Quality of Plans")


def test_what_cant_be_hides_nothing():
    """A domain that must be graded has no nought that a reader could doubt; nor has the overall grade here."""
    framework = framework_for("2024-04")
    strict = replace(framework, domains=tuple(replace(domain, may_be_not_graded=False) for domain in framework.domains))
    none = Published(MONTHS, {("plans", month, "other"): 0 for month in MONTHS})
    some = Published(MONTHS, {("plans", "2024-04", "other"): 1, ("plans", "2024-04", "not_graded"): 1})

    assert rare_parts(framework, "plans", [none]) == ("not_graded",)
    assert rare_parts(framework, "overall", [none]) == ()
    assert rare_parts(strict, "plans", [none]) == ()
    assert rare_parts(strict, "plans", [none, some]) == ("not_graded", "other")


@pytest.mark.slow
def test_a_grade_of_another_scale_is_never_printed():
    """It is part of the audits, so the row stands, and its figures don't."""
    world = quarter(framework_for("2024-04"), missing=0)
    latest = max(row[-1] for row in world.tables["gradings"])
    world.tables["gradings"].append(("Invented", 9000, "2024-05-0", "plans", 7, None, "lead", "A", None, latest))
    rows = table(edition(world), "Quality of Plans")

    other = next(row for row in rows if row.startswith("No grade on this scale"))
    assert other.split(" | ")[1:] == ["c"] * 5
