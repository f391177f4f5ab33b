"""Five verdicts in words that a board can't misread."""

import pytest
from books import book
from months_in_a_row import one_framework, row

from looped.reports.change import change_blocks
from looped.reports.nodes import text_of
from looped.stats.verdicts import verdicts

RISE = {"2024-04": (5, 40), "2024-05": (18, 40), "2024-06": (34, 40)}
FALL = {"2024-04": (34, 40), "2024-05": (18, 40), "2024-06": (5, 40)}
DIP = {"2024-04": (34, 40), "2024-05": (4, 40), "2024-06": (34, 40)}
FLAT = {"2024-04": (7, 31), "2024-05": (7, 30), "2024-06": (7, 16)}
FEW = {"2024-04": (1, 3), "2024-05": (1, 3), "2024-06": (1, 3)}


def verdict(counts, areas=("Safeguarding",) * 3, **more):
    """The verdict on plans, where each month read one service area."""
    world = one_framework()
    for (month, pair), area in zip(counts.items(), areas, strict=True):
        row(world, {month: pair}, area=area, **{name: value[month] for name, value in more.items()})
    change = book(world).change["plans"]
    return change.verdict, text_of(change.sentence)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("counts", "name", "sentence"),
    [
        (RISE, "improved", "Quality of Plans: grades improved over the period, by more than chance gives."),
        (FALL, "worsened", "Quality of Plans: grades worsened over the period, by more than chance gives."),
        (DIP, "months_differ", "Quality of Plans: the months differ, in no direction."),
        (FEW, "too_few", "Quality of Plans: too few graded audits to say whether anything changed."),
    ],
)
def test_verdicts_of_months_that_are_alike(counts, name, sentence):
    """Where every month read the same services a change is said plainly."""
    assert verdict(counts) == (name, sentence)


def test_no_clear_change_says_what_could_have_been_shown():
    """Never bare: how large a change these audits could have shown."""
    name, sentence = verdict(FLAT)

    assert name == "no_clear_change"
    could_show = verdicts({code: [{3: 7, 2: 24}, {3: 7, 2: 23}, {3: 7, 2: 9}] for code in "abcdefgh"})["a"].could_show
    assert sentence == (
        f"Quality of Plans: no clear change. 77 graded audits could only have shown a change of about "
        f"{100 * could_show:.0f} points in the share Good or better; a smaller one would probably go unseen."
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    ("counts", "name", "sentence"),
    [
        (
            RISE,
            "improved",
            "Quality of Plans: later audits have better grades than earlier ones, by more than chance gives. But the "
            "months covered different service areas, so this doesn't show that practice improved.",
        ),
        (
            FALL,
            "worsened",
            "Quality of Plans: later audits have worse grades than earlier ones, by more than chance gives. But the "
            "months covered different service areas, so this doesn't show that practice worsened.",
        ),
        (
            DIP,
            "months_differ",
            "Quality of Plans: the months differ, in no direction. But the months covered different service areas, so "
            "the difference may not be one of practice.",
        ),
        (FEW, "too_few", "Quality of Plans: too few graded audits to say whether anything changed."),
    ],
)
def test_verdicts_of_months_that_read_different_services(counts, name, sentence):
    """A difference between services never reads as a change of practice."""
    assert verdict(counts, ("Assessment", "Safeguarding", "Leaving Care")) == (name, sentence)


def test_everything_that_was_not_alike_is_named():
    """Selection and services both changed: both may be the reason."""
    chosen = {"2024-04": "random", "2024-05": "random", "2024-06": "targeted"}

    _, sentence = verdict(RISE, ("Assessment", "Assessment", "Leaving Care"), selection=chosen)

    assert sentence.endswith(
        "But the months chose their files in different ways and covered different service areas, so this doesn't show "
        "that practice improved."
    )


def test_a_verdict_can_be_opened_to_counts_tests_and_reason():
    """Whoever doubts it sees what it rests on."""
    world = row(one_framework(), FLAT)

    opened = text_of(change_blocks(book(world), "plans")[0].opened)

    assert opened.startswith(
        "Good or better, of those graded: 7 of 31, 7 of 30 and 7 of 16. First to last: 21 points (95% interval -6 to "
        "47). Two tests. Direction (Jonckheere-Terpstra on all grades): p = 0."
    )
    assert "corrected for the 16 tests of this comparison (Holm): p = 1.000" in opened


def test_too_few_opens_to_its_floor():
    """No test was made, and the reason says why."""
    opened = change_blocks(book(row(one_framework(), FEW)), "plans")[0].opened

    assert text_of(opened) == "Only 9 graded audits: under 10 nothing is tested."


def test_no_difference_is_not_printed_as_minus_nought():
    """49 of 100, then 490 of 1,001: a fall of less than half a point is nought."""
    world = row(one_framework(), {"2024-04": (49, 100), "2024-05": (490, 1001)})

    assert "First to last: 0 points (95% interval -10 to 10)" in text_of(book(world).change["plans"].because)


def test_no_verdict_for_one_month_or_over_a_break_of_framework():
    """There is nothing to compare, or nothing that may be compared."""
    assert book(row(one_framework(), FLAT), "2024-04", "2024-04").change == {}
    from factories import World

    both = book(row(World(), {"2024-03": (4, 12), "2024-04": (4, 12)}), "2024-03", "2024-04")
    assert (both.change, change_blocks(both, "plans")) == ({}, [])


def test_months_that_differ_are_told_what_direction_could_have_been_shown():
    """In the note beside the table; the first page has the verdict alone."""
    world = one_framework()
    for month, pair in DIP.items():
        row(world, {month: pair}, area="Assessment")
    whole = book(world)

    note = text_of(change_blocks(whole, "plans")[0].text)

    assert note.startswith(
        "Quality of Plans: the months differ, in no direction. In one direction, 120 graded audits could only have shown"
    )
    assert note.endswith("a smaller one would probably go unseen.")
    assert "In one direction" not in text_of(whole.change["plans"].sentence)
