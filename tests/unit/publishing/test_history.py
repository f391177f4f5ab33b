"""Earlier quarters: counted from records where there are any, else as an earlier report printed them."""

from datetime import date

import pytest
from books import book, words

from factories import World
from looped.publishing.history import quarter_code
from looped.reports.sections import overall


def printed(world: World, period: str, grade: str | None, count=None, base=None, share=None, domain="overall") -> World:
    world.tables["reported"].append((world.authority, period, domain, grade, count, base, share, "Report of 2023"))
    return world


def by_title(found):
    return {quarter.title: quarter for quarter in found.history}


def test_quarters_are_counted_where_there_are_records():
    """Records win over what was printed of the same quarter."""
    world = World().audit("A1", "2023-11", 2).audit("A2", "2024-01", 3).audit("B1", "2024-04")
    printed(world, "Q3 2023-24", "Good", 9, 10, 0.9)

    quarters = by_title(book(world))

    assert list(quarters) == ["Q3 2023-24", "Q4 2023-24"]
    assert quarters["Q3 2023-24"].grades["Requires Improvement"] == (1, 1.0)
    assert quarters["Q3 2023-24"].document is None
    assert quarters["Q4 2023-24"].framework == "2023-24"


def test_quarters_without_records_stand_as_printed():
    """Counts, shares or both, just as the document had them; rows of a domain or without a grade are no overall grade."""
    world = World().audit("B1", "2024-04")
    printed(world, "2023-24/Q2", "Good", None, None, 0.26)
    printed(world, "2023-24/Q2", "Inadequate", None, None, 0.28)
    printed(world, "2023-24/Q2", None, 50)
    printed(world, "2023-24/Q2", "Good", 3, 4, 0.75, domain="plans")
    printed(world, "the whole of last year", "Good", 3, 4, 0.75)

    quarter = by_title(book(world))["Q2 2023-24"]

    assert quarter.grades == {"Good": (None, 0.26), "Inadequate": (None, 0.28)}
    assert (quarter.base, quarter.document) == (None, "Report of 2023")


def test_the_report_draws_earlier_quarters_and_names_the_break():
    """A printed share keeps the decimals that it was printed with, and quarters on two sides of a break are kept apart."""
    world = World().audit("B1", "2024-04")
    for grade, count, share in (("Good", 18, 0.26), ("Inadequate", 20, 0.294)):
        printed(world, "Q1 2023-24", grade, count, 68, share)
    printed(world, "Q2 2023-24", "Good", 18, 68, None)
    world.tables["marks"] += [
        (world.authority, "good_or_better", "overall", None, "target", 0.4, date(2024, 4, 1), None, "Board", "plan"),
        (world.authority, "other", None, None, "baseline", 0.09, None, None, None, None),
    ]

    section = overall.section(book(world))
    lines = [line for block in section.blocks for line in words(block)]

    assert "Q1 2023-24 | – | 18 (26%) | – | 20 (29.4%) | 68 | Report of 2023" in lines
    assert "Q2 2023-24 | – | 18 | – | – | 68 | Report of 2023" in lines
    assert "Q1 2024-25 | 0 (0.0%) | 1 (100.0%) | 0 (0.0%) | 0 (0.0%) | 1 | records" in lines
    assert any(line.startswith("A break in the figures: Before Q1 2024-25") for line in lines)
    assert "Target: Good or better, Overall grade, 40%, set by Board (plan)." in lines
    assert "Baseline: other, 9%." in lines


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Q1 2023-24", "2023-24/Q1"),
        ("2023-24/Q1", "2023-24/Q1"),
        ("2023/24 Qtr 4", "2023-24/Q4"),
        ("Quarter 3, 2023-2024", "2023-24/Q3"),
        ("2023-25 Q1", None),
        ("2023-24", None),
        ("Q1", None),
        (None, None),
    ],
)
def test_quarter_code_reads_periods_as_typed(typed, code):
    """A period that isn't one financial quarter is never taken for one."""
    assert quarter_code(typed) == code
