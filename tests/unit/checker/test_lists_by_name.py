"""Names with a figure each, and what is said later of some of them by their very names: none, or so many together."""

import pytest

from looped.checker.judging import judge
from looped.checker.prose import passage
from looped.checker.readers.text import read
from looped.checker.told_list import told_lists


def _wrong(text: str) -> set[str]:
    return {each.code for each in judge(read(text)).amiss if each.verdict in ("wrong", "rounding")}


# A form, the right figure, the wrong one, and the rule that says so.
FORMS = [
    ("Among 65 crews, the results were Strongly agree 12, Agree 14, Disagree 39 and Strongly disagree {}. None of the crews "
     "was recorded as Strongly disagree.", "0", "5", "none-in"),
    ("Among 37 crews, the results were Strongly agree 24, Agree {}, Disagree 3 and Strongly disagree 10. None of the crews "
     "was recorded as Agree.", "0", "4", "none-in"),
    ("The value of the ropes was £212,460.75. The results were Sound 20, Frayed 13, Major wear {} and No opinion 26. None of "
     "the ropes was rated Major wear.", "0", "9", "none-in"),
    ("Ratings were Sound 20, Frayed 13 and No opinion {}. None of the ropes was rated No opinion.", "0", "9", "none-in"),
    ("Sound: 14. Worn: 20. Rotten: {}. None of the ropes was Rotten.", "0", "3", "none-in"),
    ("The ratings were 14 Sound, 20 Partly worn and {} Worn. None of the ropes was rated Worn.", "0", "3", "none-in"),
    ("None of the choirs was placed in band C. The choirs were placed in band A (4), band B (6) and band C ({}).", "0", "2",
     "none-in"),
    ("Each boat was given one best use. 10 were classed as Open sea, 14 Upper river, 22 Harbour and 12 Lake. Taken together, "
     "Open sea and Upper river account for {} of 58.", "24", "26", "named-together"),
    ("Strongly agree: 13. Agree: 46. Disagree: 67. Strongly disagree: 20. Strongly agree and Agree combined: {} of 146.", "59",
     "55", "named-together"),
    ("The answers were: sound, 12; fair, 20; poor, 8. Sound or fair was given for {} boats.", "32", "34", "named-together"),
    ("Sound 12%, fair 28% and poor 60%. Together, sound and fair came to {}%.", "40", "42", "named-together"),
    ("Of the 48 choirs, 7 were placed Gold, 11 Silver and 30 Bronze. In all, {} choirs were Gold or Silver.", "18", "20",
     "named-together"),
    ("Boats by port: Ayr 13, Oban 17 and Troon 9. Between them, Ayr and Oban had {} boats.", "30", "35", "named-together"),
]  # fmt: skip


@pytest.mark.parametrize(("form", "right", "wrong", "code"), FORMS)
def test_what_is_said_of_names_of_a_list(form: str, right: str, wrong: str, code: str) -> None:
    """Guards names that are part of another name, figures before and behind names, and a nought."""
    assert not _wrong(form.format(right))
    assert code in _wrong(form.format(wrong))


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
    "right",
    [
        "79 dives were made by 36 members (a mean of 2.2 dives per member).",
        "Each sailor was assigned one best berth. The results were: Inner quay, 22; Outer quay, 28; Pier, 35; Buoy, 15 (100 "
        "sailors).",
        "The share of boats with a log was unchanged, at 82% in the first round and 82% in the second. We will return to check on "
        "progress.",
        "Each sailor was given one best berth.\n\nBest berth\tRound 1\tRound 2\nInner quay\t5\t20\nOuter quay\t5\t8\nPier\t13\t14\n",
        "Of 54 sailors asked, 31 finished; the remaining 23 fell short of the standard.",
        "Grade | 2022/23 | 2023/24\nSound | 12 | 17\nFair | 12 | 23\nWorn | 13 | 8\nLost | 3 | 3\nModerated | 8 | 17\n"
        "Total | 40 | 51\n",
    ],
)
def test_words_that_tell_no_change_and_no_rank(right: str) -> None:
    """Guards by whom something was done, one of each, what is to come, falling short, and a row that is no part."""
    assert not _wrong(right)


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
    assert not _wrong(form.format(52))
    assert "footnoted" in _wrong(form.format(47))
