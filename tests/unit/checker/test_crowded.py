"""Where many figures stand, only rules that read figures side by side call something wrong."""

import pytest

from looped.checker.crowded import DOUBT
from looped.checker.judging import judge
from looped.checker.readers.text import read

MORE = (
    "A further 61 books were on loan, nine had been lost, 14 were at the binder's, and 230 came from the branch at Elm."
)


def verdicts(text: str) -> set[tuple[str, bool]]:
    """What is said of a text, and whether with the doubt."""
    return {(each.verdict, DOUBT in each.why) for each in judge(read(text)).amiss}


@pytest.mark.parametrize(
    "text",
    [
        "Ash mended 48 books and Elm 36. More were mended at Elm than at Ash.",
    ],
)
def test_what_is_read_from_afar_is_arguable_in_a_crowd(text: str) -> None:
    """Guards that the same words are wrong where they stand alone, and one reading where many figures do."""
    assert verdicts(text) == {("wrong", False)}
    assert verdicts(f"{text} {MORE}") == {("arguable", True)}


def test_figures_side_by_side_stay_wrong_in_a_crowd() -> None:
    """Guards that a share printed behind its count isn't doubted, whatever stands around."""
    assert ("wrong", False) in verdicts(f"Of the 60 books read, 24 of 60 (46%) were torn. {MORE}")


def test_a_figure_in_brackets_behind_its_row_is_of_that_row() -> None:
    """Guards that a sentence listing rows with their figures in brackets isn't taken for a crowd."""
    table = "| Branch | In order |\n|---|---|\n| Ash | 76% |\n| Elm | 52% |\n| Oak | 85% |\n| Yew | 90% |\n\n"
    assert verdicts(f"{table}Yew (90%), Oak (85%) and Ash (67%) came ahead of Elm (52%).") == {("wrong", False)}


def test_figures_that_give_what_is_spoken_of_are_no_crowd() -> None:
    """Guards that the counts behind two rates aren't taken for other figures."""
    text = "Ash read 22 bills and got 4 wrong; Elm 6 of 20. Ash's rate (18.2%) is the higher of the two (Elm: 30.0%)."
    assert verdicts(text) == {("wrong", False)}


@pytest.mark.parametrize(
    "text",
    [
        "Boots were mended for 22 of the men and 19 of the women, 44 walkers in all.",
        "Boots were mended within the hour for 48% of the 86 walkers (37).",
        "The share of boots in order went up from 74% to 68%.",
        "Of the 24 walkers who had boots, 31 were given new laces.",
        "The share of boots in order was thus 82%, down from 74% in the spring.",
        "The share of boots in order went from 70% to 91%, up 24 percentage points.",
        "The target was 60%. The share in order was 57%, and this target was exceeded. At Elm it was 52%.",
    ],
)
def test_figures_that_words_bind_firmly_stay_wrong_in_a_crowd(text: str) -> None:
    """Guards that a total set in right behind its parts, or a whole behind its share, can be of no other figures."""
    assert ("wrong", False) in verdicts(f"{text} {MORE}")


def test_what_one_figure_is_made_of_is_no_crowd() -> None:
    """Guards that parts in a bracket behind their whole aren't taken for other figures."""
    text = "The club has 233 members (129 men, 104 women). After leaving out 8 from the one side and 5 from the other, "
    assert verdicts(f"{text}the list held 216. Both sides row.") == {("wrong", False)}


BUSES = "| Depot | Buses | Early | Late |\n|---|---|---|---|\n| Ash | 55 | 41 | 14 |\n| Elm | 35 | 22 | 13 |\n\n"
MINDS = "| Saying | 2022 | 2023 |\n|---|---|---|\n| I have the time | 28% | 33% |\n| I am heard | 56% | 51% |\n\n"


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("Of 96 dogs seen, 61 were walked daily (63.5%) and the other {} were not.", "35", "39"),
        ("Their ages come to 960 years; 61 were hounds (63.5%), a {}, and 35 were not.", "majority", "minority"),
        (BUSES + "At Elm {} of its 35 buses came late.", "13", "15"),
        (BUSES + "{} depot had more buses early than late.", "Every", "No"),
        ("The call took three weeks, with 33, 68 and 83 rowers joining in turn, and so {} up.", "speeded", "slowed"),
        (MINDS + "Agreement with “I have the time” {}.", "rose", "fell"),
    ],
)
def test_what_its_own_words_bind_stays_wrong_in_a_crowd(text: str, right: str, wrong: str) -> None:
    """Guards that the rest of a whole, a word behind its share or a row by name isn't doubted in a crowd."""
    assert not any(verdict == "wrong" for verdict, _ in verdicts(f"{text.format(right)} {MORE}"))
    assert ("wrong", False) in verdicts(f"{text.format(wrong)} {MORE}")


@pytest.mark.parametrize(
    "text",
    [
        "Only one branch, Elm, had no torn books.",
        "In Elm we read 33 books.",
        "Torn books outnumbered sound books overall.",
    ],
)
def test_rows_and_columns_by_their_names_stay_wrong_in_a_crowd(text: str) -> None:
    """Guards that what is said of a row or of two columns by their names, and no figure, is no matter of nearness."""
    table = "| Branch | Read | Sound books | Torn books |\n|---|---|---|---|\n| Ash | 48 | 48 | 0 |\n| Elm | 36 | 24 | 12 |\n"
    table += "| Oak | 80 | 70 | 10 |\n| All | 164 | 142 | 22 |\n\n"
    assert ("wrong", False) in verdicts(f"{table}{text} {MORE}")
