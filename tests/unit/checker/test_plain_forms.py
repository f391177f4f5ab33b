"""Plain forms of statements, each right and with one slip, and right texts that only look like one of them."""

import pytest
from tests.unit.checker.forms import (
    all_and_none,
    behind,
    beside_names,
    by_name,
    by_rank,
    counted,
    in_other_places,
    in_prose,
    in_the_way,
    lists,
    of_names,
    of_so_many,
    of_tables,
    on_tables,
    one_by_one,
    parts_and_rests,
    places,
    said_again,
    shares_of_one_thing,
    side_by_side,
    sums,
)
from tests.unit.checker.verdicts import wrong

from looped.checker.prose import passage
from looped.checker.told_list import told_lists

EVERY = (beside_names, sums, lists, by_name, side_by_side, behind, places, of_tables, in_prose)
EVERY += (
    said_again,
    in_other_places,
    one_by_one,
    in_the_way,
    all_and_none,
    on_tables,
    of_so_many,
    of_names,
    parts_and_rests,
    by_rank,
    counted,
    shares_of_one_thing,
)


@pytest.mark.parametrize(
    "caption",
    ["The same crews by port", "These crews, by port", "The crews in Table 1, by port", "As Table 1, by port"],
)
def test_the_same_again_are_as_many_in_all(caption: str) -> None:
    """Guards two tables of the same things, each of which makes its own total."""
    text = all_and_none.AGAIN.replace("The same crews by port", caption)
    assert wrong(text.format("121", "227")) == set()
    assert "sheet-alike" in wrong(text.format("621", "727"))


@pytest.mark.parametrize(("form", "right", "slip", "code"), [form for each in EVERY for form in each.FORMS])
def test_a_form_is_right_as_it_is_and_wrong_with_one_slip(form: str, right: str, slip: str, code: str) -> None:
    """Guards each form: its slip is found by its own rule, and the same told rightly is left alone."""
    assert wrong(form.replace("{}", right)) == set()
    assert code in wrong(form.replace("{}", slip))


@pytest.mark.parametrize("text", [text for each in EVERY for text in each.RIGHT])
def test_what_looks_like_it_is_left_alone(text: str) -> None:
    """Guards right statements that one of the forms, or an older rule beside them, would call wrong."""
    assert wrong(text) == set()


def test_a_share_that_rose_is_no_count_that_did() -> None:
    """Guards the column meant: the number rose each month, and the percentage that is said to have risen did not."""
    assert "sheet-moving" in wrong(said_again.MONTHS + "The percentage rose month on month.")
    assert not wrong(said_again.MONTHS + "The number that were sound rose month on month.")


@pytest.mark.parametrize("text", [sums.WITHOUT.format("109"), sums.AGAIN.format("16", "201")])
def test_totals_over_rows_that_are_no_parts(text: str) -> None:
    """Guards totals of tables with a row of all known, and with a row that counts some again."""
    assert wrong(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Of 40 boats, 12 were rated good, 20 fair and 8 poor.", [["good", "fair", "poor"]]),
        ("Good: 4. Fair: 6. Poor or worse: 9.", [["Good", "Fair", "Poor or worse"]]),
        ("Good, 4; fair, 6; poor, 9. Good or fair was given for 10 boats.", [["Good", "fair", "poor"]]),
        ("Of 40 boats, 12 were rated good, 28 fair and none poor.", []),
    ],
)
def test_lists_end_where_their_sentence_does(text: str, names: list[list[str]]) -> None:
    """Guards the whole before a list, what follows it, and a name that has no figure."""
    assert [[one.name for one in each] for each in told_lists(passage(text))] == names


@pytest.mark.parametrize(
    ("mark", "before"),
    [("(a)", ""), ("[1]", "The count ran from 4 to 25 March 2024. "), ("†", ""), ("*", "")],
)
def test_a_base_in_a_note_whose_mark_ends_the_sentence(mark: str, before: str) -> None:
    """Guards marks in round and square brackets, also where another sentence only stands between."""
    form = (
        f"{before}The sample was 47 boats. In all, 22 ({{}}%) had a log.{mark}\n\n"
        f"{mark} Base for this question: 42 (excludes five boats for which no answer was recorded)."
    )
    assert not wrong(form.format(52))
    assert "footnoted" in wrong(form.format(47))
