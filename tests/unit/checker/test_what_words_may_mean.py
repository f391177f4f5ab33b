"""What words may mean: which column, which of several, which mark; right ones are left alone and wrong ones found."""

import pytest

from looped.checker.judging import judge
from looped.checker.readers.text import read


def _wrong(text: str) -> list[str]:
    return [each.quote for each in judge(read(text)).amiss if each.verdict in ("wrong", "rounding")]


HOMES = (
    "Home | Asked | Content | %\nAsh | 80 | 24 | 30\nElm | 90 | 27 | 30\nOak | 25 | 15 | 60\nAll | 195 | 66 | 34\n\n"
)
FAULTS = "Adverse fault | North | South\nRust | 21 | 15\nRot | 17 | 23\nLeak | 5 | 2\n\n"
CREW = "Week | On board | Left\n0 | 134 | -\n4 | 125 | 9\n12 | 119 | 6\n26 | 112 | 7\n\n"
DOCKS = "Dock | Boats | Share\nAsh | 66 | 38%\nElm | 28 | 16%\nOak | 46 | 27%\nYew | 32 | 19%\nAll | 172 | 100%\n\n"
TOWS = "Class | Boats | Tows | % with tow\nLow | 103 | 7 | 6.8\nMid | 107 | 16 | 15.0\nHigh | 127 | 39 | 30.7\nAll | 337 | 62 | 18.4\n\n"


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (HOMES + "Content was highest in Oak.", HOMES + "Content was highest in Ash."),
        (
            FAULTS + "The fault seen most often in the north was rust.",
            FAULTS + "The fault seen most often in the north was rot.",
        ),
        (
            CREW + "By week 26, 22 had left, and 84% of those who started were still on board.",
            CREW + "By week 26, 22 had left, and 74% of those who started were still on board.",
        ),
        (DOCKS + "Ash and Oak took in the most, 112 boats between them.", DOCKS + "Oak took in the most boats, 46."),
        (
            TOWS + "The high class had more than half of all the tows.",
            TOWS + "The mid class had more than half of all the tows.",
        ),
    ],
)
def test_columns_that_words_may_mean(right: str, wrong: str) -> None:
    """By the share beside a count, by number where it says how often, of what a column began with, of all in it."""
    assert not _wrong(right)
    assert _wrong(wrong)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (
            "Support was 36% in Ash, 34% in Elm, 41% in Oak and 54% in Yew. Yew was the only place with a majority; in each of the "
            "other three fewer than half were for it.",
            "Support was 36% in Ash, 34% in Elm, 51% in Oak and 54% in Yew. In each of the other three fewer than half were for it.",
        ),
        (
            "The wait was 21 days in Ash, 9 days in Elm, 14 days in Oak and 11 days in Yew. In none of the other three was it above "
            "15 days.",
            "The wait was 21 days in Ash, 9 days in Elm, 18 days in Oak and 11 days in Yew. None of the other three was above 15 "
            "days.",
        ),
        (
            "Taking p < 0.05 as the threshold, none of the differences was significant.",
            "Taking p < 0.05 as the threshold, the difference (p = 0.31) was significant.",
        ),
        (
            "The gap has three causes, given as fewer fees than expected, two lost cases and a storm.",
            "In May 12 boats came and in June 15, so fewer came in June than in May.",
        ),
    ],
)
def test_what_is_said_of_the_others_and_what_only_sets_a_mark(right: str, wrong: str) -> None:
    """All but those told of before, a threshold that is none of the values, and what was expected has no figure."""
    assert not _wrong(right)
    assert _wrong(wrong)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (
            "Cats were younger than dogs by a mean of 1.4 years (5.5 against 6.9).",
            "Cats were older than dogs (5.5 against 6.9).",
        ),
        (
            "Those given rest were younger than those given tea by a mean of 2.3 years (52.6 against 54.9).",
            "Those given rest were younger than those given tea by a mean of 2.6 years (52.6 against 54.9).",
        ),
        (
            "Fewer tows were logged on the new quay than on the old one (37 versus 42).",
            "There were fewer tows on the new quay than on the old one (42 versus 37).",
        ),
        (
            "With 201 boats on each quay, there were fewer tows on the usual-care quay (37) than on the new quay (59).",
            "With 201 boats on each quay, there were fewer tows on the usual-care quay (59) than on the new quay (37).",
        ),
        ("In Ash more sailors were older than 65 (12 against 15).", "More sailors agreed than disagreed (65 to 159)."),
        (
            "Owners outnumbered renters on the quay by four to one (356 against 89).",
            "Owners outnumbered renters on the quay by three to one (356 against 89).",
        ),
        (
            "In wave 1, 32% were for it. The share climbed to 44% in wave 2 and rose again to 56% in wave 3.",
            "In wave 1, 32% were for it. The share climbed to 44% in wave 2 and fell back to 56% in wave 3.",
        ),
    ],
)
def test_two_in_one_bracket_and_times_that_have_numbers(right: str, wrong: str) -> None:
    """In the order in which they are named, as far apart as is said, so many times as many; from wave to wave."""
    assert not _wrong(right)
    assert _wrong(wrong)


USED = (
    "The pool was used by 71% of those aged 16 to 24, 59% at 25 to 44, 82% at 45 to 64 and 47% of those of 65 or over. "
)
CAUSES = "which the clerks gave as empty posts, a late start on the quay and fewer fees than expected."
POINTS = "Our last report made 22 tasks: 6 of high priority, 7 of medium and 9 of low. By now 18 of them are in place. "


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (
            USED + "The highest figure is for the group aged 45 to 64, 35 points above the lowest.",
            USED + "The highest figure is for the group aged 45 to 64, 31 points above the lowest.",
        ),
        (f"The gap has three main causes, {CAUSES}", f"The gap has two main causes, {CAUSES}"),
        (
            "Two reasons were given, which were rain and wind.",
            "Two reasons were given, which were rain, a late start and wind.",
        ),
        (
            POINTS + "We therefore carry forward 4 tasks to next year.",
            POINTS + "We therefore carry forward 3 tasks to next year.",
        ),
        (
            "Our last report made 22 tasks. By now 18 of them are in place. We carry forward four of them.",
            "Our last report made 22 tasks. By now 18 of them are in place. We carry forward 3 tasks.",
        ),
    ],
)
def test_from_end_to_end_named_in_a_clause_and_carried_forward(right: str, wrong: str) -> None:
    """The whole span of what is told, things named behind "which", and what is left to be done."""
    assert not _wrong(right)
    assert _wrong(wrong)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (
            "In May it paid 81% in time. The figure rose to 90% in June and then fell to 77% in July.",
            "In May it paid 81% in time. The figure fell to 90% in June and then fell to 77% in July.",
        ),
        (
            "In May 12 boats leaked. The number fell to 9 in June and rose to 14 in July, above where it began.",
            "In May 12 boats leaked. The number fell to 9 in June and rose to 11 in July, above where it began.",
        ),
        (
            "In the north 51% had got better and in the south 36%. Improvement was less common in the south than in the north.",
            "In the north 51% had got better and in the south 36%. Improvement was less common in the north than in the south.",
        ),
    ],
)
def test_steps_from_the_sentence_before_and_how_often_something_improved(right: str, wrong: str) -> None:
    """The first step is judged though a second comes behind it; "improvement" is no gap where it is common or rare."""
    assert not _wrong(right)
    assert _wrong(wrong)
    assert not _wrong("The target was 85%. It rose to 81% in June and to 84% in July.")


VALUES = "Five outcomes were tested, with p values of 0.37, 0.88, 0.43, {} and 0.46. "


@pytest.mark.parametrize(
    ("last", "right", "wrong"),
    [
        ("0.39", "None of the differences was significant.", "Only one of the differences was significant."),
        ("0.02", "Only one of the differences was significant.", "None of the differences was significant."),
        ("0.02", "Four of the five were not significant.", "All five were significant."),
        (
            "0.02",
            "With Holm's correction none of them was significant.",
            "Taking p < 0.01 as the limit, only one of them was significant.",
        ),
    ],
)
def test_how_many_of_a_list_are_significant(last: str, right: str, wrong: str) -> None:
    """By the level that is told, or the usual one; not where it is said to be corrected."""
    assert not _wrong(VALUES.format(last) + right)
    assert _wrong(VALUES.format(last) + wrong)


NETS = "Service | Net\nRefuse | +70\nParks | +39\nLamps | +42\nPlanning | +79\n\n"


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (
            "From best to worst, the order is planning, refuse, lamps and parks.",
            "From best to worst, the order is planning, refuse, parks and lamps.",
        ),
        (
            "From lowest to highest: parks, lamps, refuse, planning.",
            "From lowest to highest: planning, refuse, lamps, parks.",
        ),
        (
            "In descending order they were planning, refuse, lamps and parks.",
            "Largest first, they were lamps, planning, refuse and parks.",
        ),
    ],
)
def test_rows_named_in_an_order(right: str, wrong: str) -> None:
    """Either way round where it is not said which way the figures run; cells with a plus make a table too."""
    assert not _wrong(NETS + right)
    assert _wrong(NETS + wrong)


def test_a_share_that_is_drawn_behind_a_count() -> None:
    """It is the count's in those it names, where it says that it follows."""
    told = "Of 570 boats seen, 212 were eligible and 156 came; {}% of those eligible {}entered the race."
    assert not _wrong(told.format(74, "therefore "))
    assert _wrong(told.format(62, "therefore "))
    assert not _wrong(told.format(62, ""))
