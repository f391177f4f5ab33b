"""What a report says of the two auditors of looped audits, and what it leaves unsaid where pairs are few."""

from books import book

from factories import World
from looped.reports.nodes import text_of
from looped.reports.sections.agreement import agreement_blocks


def said(world: World) -> list[str]:
    """The table a line a row, then title, words and reason of the note."""
    lines = []
    for block in agreement_blocks(book(world)):
        if hasattr(block, "rows"):
            lines += [" | ".join(text_of(cell) for cell in row) for row in block.rows]
        elif hasattr(block, "opened"):
            lines += [block.title, text_of(block.text), text_of(block.opened)]
        else:
            lines.append(text_of(block.text))
    return lines


def pairs(*grades: tuple[int | None, int | None]) -> World:
    """Looped audits whose auditors gave these grades for plans, and Good for everything else."""
    world = World()
    for number, (lead, second) in enumerate(grades):
        world.audit(f"L{number}", lead={"plans": lead}, second={"plans": second})
    return world


def test_a_more_generous_second_is_said_with_test_and_reason():
    """Twelve of sixteen pairs differ, all one way: p = 2/4096, and seven domains have nothing to test."""
    lines = said(pairs(*[(2, 3)] * 12, *[(2, 2)] * 4))

    assert lines[3] == (
        "Quality of Plans | 16 | 25.0% (10.2% to 49.5%) | 100.0% | 0.78 (0.69 to 0.87) | 12 higher, 0 lower"
    )
    assert lines[-3:] == [
        "Is either auditor more generous?",
        "Quality of Plans: the second auditor graded higher than the lead more often than chance gives. ",
        "Exact sign test on the pairs that differ, corrected for 1 such test: Quality of Plans p less than 0.001.",
    ]
    assert any("graded lower than the lead" in line for line in said(pairs(*[(3, 2)] * 12)))


def test_differences_both_ways_show_nobody_more_generous():
    lines = said(pairs(*[(2, 3)] * 3, *[(3, 2)] * 3, *[(2, 2)] * 5))

    assert lines[-2] == "In no domain did either auditor grade higher more often than chance gives."


def test_tests_that_all_say_the_same_are_told_once():
    """Two domains, nobody more generous in either: one p for both, not a list of it."""
    world = World()
    for number in range(12):
        second = {"plans": 3 if number % 2 else 2, "supervision": 3 if number % 2 else 2}
        lead = {"plans": 2 if number % 2 else 3, "supervision": 2 if number % 2 else 3}
        world.audit(f"A{number}", lead=lead, second=second)

    assert said(world)[-1] == (
        "Exact sign test on the pairs that differ, corrected for 2 such tests (Holm): p = 1.000 in each."
    )


def test_few_pairs_have_no_coefficient_and_one_not_graded_is_no_pair():
    lines = said(pairs((2, 3), (None, 3), (3, None)))

    assert lines[3].startswith("Quality of Plans | 1 | 0.0% (0.0% to 79.3%) | 100.0% | too few to say")
    assert lines[1].split(" | ")[4] == "too few to say"


def test_all_alike_has_no_interval_and_nothing_to_test():
    lines = said(pairs(*[(3, 3)] * 12))

    assert lines[3].split(" | ")[4] == "1.00"
    assert lines[-1] == "Wherever both gave a grade, it was the same."


def test_without_pairs_there_is_nothing():
    assert said(World().audit("A1")) == []
