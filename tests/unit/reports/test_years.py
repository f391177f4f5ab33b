"""The last four quarters against the four before: only where they were made in the same way."""

from dataclasses import replace

import pytest
from books import book, words
from months_in_a_row import even, one_framework, row

from factories import World
from looped.figures.periods import months
from looped.reports.nodes import Note, text_of
from looped.reports.sections import years
from looped.reports.sections.years import why_not
from looped.stats.verdicts import verdicts

pytestmark = pytest.mark.slow
CANT = "The last four quarters can't be set against the four before: "


def two_years(before: int, after: int, audits: int = 25) -> World:
    """So many good of 25 every month of one year and of the next."""
    return row(one_framework(), even("2022-07", "2023-06", before, audits) | even("2023-07", "2024-06", after, audits))


def said(world: World) -> list[str]:
    """All words of the comparison."""
    whole = book(world)
    return [line for block in years.years_blocks(whole, whole.series) for line in words(block)]


def test_a_year_better_than_the_year_before_is_said_with_counts_and_tests():
    """120 of 300, then 180 of 300: 20 points, far beyond chance."""
    world = two_years(10, 15)
    lines = said(world)

    assert (
        "Quality of Plans | 120 of 300 (40.0%) | 180 of 300 (60.0%) | 20 points (95% interval 12 to 28) | "
        "less than 0.001 | better grades"
    ) in lines
    assert (
        "Change from year to year: Quality of Plans: grades improved from the four quarters before to the last four, by "
        "more than chance gives."
    ) in lines


def test_what_a_year_cannot_tell_is_one_note():
    """Nothing changed: all domains together, with the change that 600 audits could have shown."""
    world = two_years(10, 10)
    lines = said(world)
    counts = {code: [{2: 180, 3: 120}] * 2 for code in world.framework.graded_codes}
    could = {round(100 * found.could_show) for found in verdicts(counts).values()}

    assert lines[-2].startswith("No clear change from one year to the other: Seeing and Hearing the Child, Quality of")
    assert lines[-2].endswith(
        f"and Overall grade. 600 graded audits could only have shown a change of about {could.pop()} points in the share "
        "Good or better; a smaller one would probably go unseen."
    )


def test_two_years_that_read_different_services_do_not_show_practice():
    """Better grades, but of another service: said, and not as improvement."""
    world = row(one_framework(), even("2022-07", "2023-06", 10, 25))
    row(world, even("2023-07", "2024-06", 20, 25), area="Leaving Care")

    claims = [line for line in said(world) if line.startswith("Change from year to year")]

    assert len(claims) == 8
    assert claims[-1] == (
        "Change from year to year: Overall grade: later audits have better grades than earlier ones, by more than chance "
        "gives. But the two years covered different service areas, so this doesn't show that practice improved."
    )


def test_too_few_and_never_graded_are_said_in_the_table():
    """A domain that hardly anybody graded has no verdict."""
    world = row(one_framework(), even("2022-07", "2024-06", 0, 0))
    for number, month in enumerate(months("2022-07", "2024-06")):
        world.audit(f"A{number}", month, {"plans": 2 if number % 4 else None, "diversity": None})

    lines = said(world)

    assert "Consideration of Impact of Diversity | 0 of 12 (0.0%) | 0 of 12 (0.0%) | – | – | too few to say" in lines


def test_a_year_in_which_nobody_graded_a_domain_has_no_share():
    """Where the base is those graded, nought of nought is no share."""
    world = row(one_framework(), even("2022-07", "2024-06", 0, 0))
    world.framework = replace(world.framework, rules=replace(world.framework.rules, base="graded"))
    for number, month in enumerate(months("2022-07", "2024-06")):
        world.audit(f"A{number}", month, {"diversity": None if number < 12 else 3})

    lines = said(world)

    assert "Consideration of Impact of Diversity | no audits | 12 of 12 (100.0%) | – | – | too few to say" in lines


def test_so_few_audits_that_no_change_could_show():
    """Ten audits: only the largest change; where not even that, the sentence says so."""
    some = [*months("2022-07", "2024-06")[::3], "2023-02", "2023-11"]
    world = row(one_framework(), {month: (number % 2, 1) for number, month in enumerate(sorted(some))})

    assert (
        " 10 graded audits could only have shown a change of about 100 points in the share Good or better"
        in said(world)[-1]
    )
    assert years._reach("Good or better", []) == (
        " graded audits could not be relied on to show even the largest change of the share Good or better.",
    )


def test_ten_points_of_a_report_in_which_only_the_whole_is_graded():
    """The domains are left out where none of them was graded."""
    world = one_framework()
    domains = dict.fromkeys(world.framework.domain_codes)
    for number in range(60):
        month = ("2024-04", "2024-05", "2024-06")[number % 3]
        world.audit(f"A{number}", month, domains | {"overall": 3 if number % 4 else 2})

    assert said(world)[-1].endswith(" graded audits overall.")


def test_records_that_are_too_short_are_no_two_years():
    """Seven quarters, or eight of which one is empty."""
    short = row(one_framework(), even("2022-10", "2024-06", 5, 12))
    hole = row(one_framework(), even("2022-07", "2022-12", 5, 12) | even("2023-04", "2024-06", 5, 12))

    for world in (short, hole):
        assert said(world)[0] == f"{CANT}the records don't hold audits of all eight quarters."


def test_the_first_quarter_counts_from_its_first_audits():
    """Audits in one of its three months are enough."""
    world = row(one_framework(), even("2022-09", "2024-06", 5, 12))

    assert why_not(book(world).series) is None
    assert "Overall grade | 50 of 120 (41.7%) | 60 of 144 (41.7%) | " in "".join(said(world))


def test_another_framework_or_selection_in_between_is_said():
    """Two years are compared only under one framework and one way of choosing files."""
    frameworks = row(World(), even("2022-07", "2024-06", 5, 12))
    selection = row(one_framework(), even("2022-07", "2023-01", 5, 12), selection="random")
    row(selection, even("2023-02", "2024-06", 5, 12), selection="targeted")

    assert said(frameworks)[0] == f"{CANT}the framework changed in between."
    assert said(selection)[0] == f"{CANT}files were selected in another way in between."


def test_how_many_audits_would_show_ten_points_is_said_once():
    """Once in the whole report, with the domains beside the whole."""
    world = row(one_framework(), {"2024-04": (7, 31), "2024-05": (7, 30), "2024-06": (7, 16)})
    whole = book(world)

    assert said(world)[-1].startswith(
        "To show a change of ten points in the share Good or better, a quarter would need about "
    )
    assert said(world)[-1].endswith(" in a domain.")
    for change in whole.change.values():
        assert "ten points" not in text_of(change.because)


def test_ten_points_where_nothing_was_tested():
    """Too few audits: no number is made up."""
    assert said(row(one_framework(), {"2024-04": (1, 3), "2024-05": (1, 3)})) == [
        f"{CANT}the records don't hold audits of all eight quarters."
    ]


def test_claims_can_be_opened():
    """Counts, both tests, the family."""
    whole = book(two_years(10, 15))
    notes = [b for block in years.years_blocks(whole, whole.series) for b in getattr(block, "blocks", ())]

    opened = next(text_of(note.opened) for note in notes if isinstance(note, Note))

    assert opened.startswith("Good or better, of those graded: 120 of 300 and 180 of 300. First to last: 20 points ")
    assert "Both are corrected for the 16 tests of this comparison (Holm)" in opened
