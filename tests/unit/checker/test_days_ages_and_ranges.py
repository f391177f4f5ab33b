"""Days between dates, ages on a day, ranges held to others, items by letters, and what is named in a crowded place."""

import pytest

from looped.checker.judging import judge
from looped.checker.readers.text import read


def called(text: str) -> list[str]:
    """What is called wrong in a text."""
    return [each.quote for each in judge(read(text)).findings if each.verdict in ("wrong", "rounding")]


LOANS = (
    "Tool\tLent\tBack\tDays\nSaw\t02/03/2024\t16/03/2024\t14\nPlane\t05/04/2024\t09/05/2024\t{}\n"
    "Drill\t11/06/2024\t13/06/2024\t2\nVice\t20/08/2024\t01/09/2024\t12\n"
)
STAYS = (
    "| Goat | Came | Left | Nights |\n|---|---|---|---|\n| Nan | 3 May 2023 | 9 May 2023 | 6 |\n"
    "| Bo | 1 June 2023 | 15 June 2023 | {} |\n| Tig | 30 June 2023 | 2 July 2023 | 2 |\n"
)
LODGER = "The lodger was born on 9 October 1951 and was {} years old when the room was let on 3 March 2020."
WALKERS = "We met 61 walkers. There were 33 men and 28 women. Ages ranged from 19 to 83 years (median {})."
BEES = (
    "Nether Farm has 14 hives and 3 keepers, giving 434 hive days. Six stings were reported, a rate of {} per 1,000 "
    "hive days. None was treated."
)
BELLS = (
    "We rang six bells, and the waits were 6, 13, 10, 14, 9 and 12 minutes. The shortest wait was {} minutes and the "
    "longest 14; the mean was 10.7 minutes. Rule 13 allows 17 minutes and rule 14 allows 16, so every bell was in time."
)
GUESTS = (
    "The visit took two days with a team of four. We spoke with 17 tenants, 7 porters and 5 cooks. We spoke with {} "
    "tenants than porters. We read 9 plans and 12 rotas."
)
SEALS = "A seal was found on twenty-six of the forty-three jars; on {} there was nothing to show that one had been put."
CREWS = "We spoke with 5 cooks, 4 porters and 16 members of the choir, {} people in all."
ROUNDS = (
    "| Task | Spring (n = 50) | % | Autumn (n = 100) | % |\n|---|---|---|---|---|\n| Rope coiled | 20 | 40 | 89 | 89 |\n"
    "| Hatch shut | 15 | 30 | 73 | 73 |\n| Lamp lit | 10 | 20 | 95 | 95 |\n\n"
    "“Rope coiled” went from 40% to {}. “Hatch shut” was missing in 27 cases in autumn. All three tasks improved."
)


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        (LOANS, "34", "43"),
        (STAYS, "14", "11"),
        (LODGER, "68", "70"),
        (WALKERS, "44", "14"),
        (BEES, "13.8", "18.3"),
        (BELLS, "6", "9"),
        (GUESTS, "more", "fewer"),
        (SEALS, "seventeen", "nineteen"),
        (CREWS, "25", "20"),
        (ROUNDS, "89%", "81%"),
    ],
)
def test_the_right_figure_is_silent_and_the_wrong_one_called(text: str, right: str, wrong: str) -> None:
    assert called(text.format(right)) == []
    assert called(text.format(wrong)) != []


@pytest.mark.parametrize(
    "text",
    [
        # Both ends are counted; working days; several rows off may be another way of counting.
        LOANS.format("35").replace("\t14", "\t15").replace("\t2\n", "\t3\n").replace("\t12", "\t13"),
        LOANS.format("24").replace("\tDays", "\tWorking days"),
        LOANS.format("24").replace("\t14", "\t10"),
        "The lodger, born on 9 October 1951, was nearly 69 years old when the room was let on 3 March 2020.",
        "Readings ran from 11% to 24%, not all within the recommended limits of 12% to 20%.",
        "A seal was found on 26 of the 43 jars; on 9 there was no lid.",
        "A seal was found on 26 of the 43 jars, a stamp on nine, and on eight there was nothing.",
        "We made five orders, of which three matter most. The owner must: (a) mend the door; (b) clear the yard.",
    ],
)
def test_other_ways_of_counting_are_left_alone(text: str) -> None:
    assert called(text) == []
