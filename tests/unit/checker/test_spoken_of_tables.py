"""Sentences on tables, right and wrong, in words of our own; flows and rows set in under others."""

import json
from pathlib import Path

import pytest

from looped.checker.judging import judge
from looped.checker.readers.text import read

FOLDER = Path(__file__).parents[2] / "checker_texts"
TEXTS = (FOLDER / "spoken_of_tables.txt").read_text(encoding="utf-8")
# The rule that must call a line wrong: by rule and table the lines that are for it.
RULES = {
    (name, line): code
    for code, tables in json.loads((FOLDER / "spoken_of_tables_rules.json").read_text(encoding="utf-8")).items()
    for name, lines in tables.items()
    for line in lines
}


def called(text: str) -> list[str]:
    """The rules that call something wrong in a text."""
    return [each.code for each in judge(read(text)).findings if each.verdict in ("wrong", "rounding")]


def blocks() -> list[tuple[str, str, list[str]]]:
    """Each table of the file with its name and its lines: "T ..." is so, "W ..." isn't, "N ..." isn't and is missed."""
    found = []
    for block in TEXTS.split("\n=== ")[1:]:
        head, lines = block.split("\n---\n")
        name, table = head.split("\n", 1)
        found.append((name, table, lines.strip().splitlines()))
    return found


@pytest.mark.parametrize(("name", "table", "lines"), blocks(), ids=[each[0] for each in blocks()])
def test_what_is_said_of_a_table_is_told_right_from_wrong(name, table, lines):
    """Guards the readings of sentences on tables: none that is so is called wrong, each that isn't by its rule."""
    alarms = [line for line in lines if line.startswith("T") and called(f"{table}\n\n{line[2:]}")]
    found = {line[2:]: called(f"{table}\n\n{line[2:]}") for line in lines if line.startswith("W")}
    missed = [line for line, codes in found.items() if not codes or RULES.get((name, line), codes[0]) not in codes]
    no_longer = [line for line in lines if line.startswith("N") and called(f"{table}\n\n{line[2:]}")]

    assert (alarms, missed, no_longer) == ([], [], [])


FLOW = """\
Progress of the study

Step                        People
----------------------------------
Invited                        420
Declined                        96
Interviewed                    324
  In person                    180
    Withdrew                     9
    Included                   171
  By telephone                 144
    Withdrew                    14
    Included                   130
"""


@pytest.mark.parametrize(("right", "wrong"), [("130", "103"), ("324", "342"), ("171", "177")])
def test_a_flow_and_the_rows_set_in_under_it_add_up(right, wrong):
    """Guards flows of several steps under a line drawn across, and rows set in under another."""
    assert called(FLOW) == []
    assert "sheet-nested" in called(FLOW.replace(right, wrong, 1))


def test_a_step_with_losses_that_no_row_tells_is_left_alone():
    """Guards against alarms: of those who began others may have gone that aren't in the table."""
    told = "Step\tPeople\nInvited\t420\nDeclined\t96\nInterviewed\t290\n"

    assert called(told) == []
    assert called(told.replace("290", "342")) == ["sheet-flow"]


def test_rows_of_which_are_no_parts_of_the_total():
    """Guards totals over rows that are within others, though some of these would by chance make the wrong total."""
    told = (
        "Staff\tNumber\nCarers\t31\n  of which agency\t19\nNurses\t17\n  of which part time\t10\nOther\t9\nTotal\t{}\n"
    )

    assert called(told.format(57)) == []
    assert called(told.format(58)) == ["column-total"]


def test_reasons_that_add_up_to_those_who_went_are_counted_once():
    """Guards flows whose first row of those who went is the sum of the reasons below it."""
    told = (
        "Step\tA\tB\nScreened\t90\t80\nExcluded\t20\t12\nToo old: excluded\t12\t7\nDeclined\t8\t5\nEnrolled\t70\t{}\n"
    )

    assert called(told.format(68)) == []
    assert called(told.format(86)) == ["sheet-flow"]


WITHIN = [
    (
        "Calls by line (closing = opening + new - closed)\n\nLine | Opening | New | Closed | Closing\nHelp | 40 | 90 | 85 | 45\n"
        "Sales | 22 | 61 | 60 | 23\nRepairs | 55 | 48 | 70 | 33\nAll lines | 117 | 199 | 215 | 101\n",
        "70 | 33",
        "70 | 73",
        "sheet-account",
    ),
    (
        "Type | Done | In time | Rate | Target | Met?\nMoves | 80 | 76 | 95% | 90% | Yes\nExits | 50 | 41 | 82% | 85% | No\n"
        "Loans | 60 | 57 | 95% | 92% | Yes\nPlans | 40 | 30 | 75% | 80% | No\n",
        "92% | Yes",
        "92% | No",
        "sheet-verdict",
    ),
    (
        "Site | Visits | Place\nLeith | 812 | 1\nAyr | 306 | 4\nOban | 440 | 3\nWick | 512 | 2\nDuns | 190 | 5\n",
        "440 | 3",
        "440 | 1",
        "sheet-rank",
    ),
    (
        "We read 64 files.\n\nCheck | Yes | Part | No\nSigned | 40 | 14 | 10\nDated | 51 | 6 | 7\nFiled | 29 | 20 | 15\n"
        "Shared | 33 | 20 | 11\n",
        "33 | 20 | 11",
        "43 | 20 | 11",
        "sheet-alike",
    ),
    (
        "We read 64 files.\n\nCheck | Yes | Part | No\nSigned | 40 | 14 | 10\nDated | 51 | 6 | 7\nFiled | 29 | 20 | 15\n",
        "64 files",
        "46 files",
        "sheet-alike",
    ),
    (
        "Leavers\n\nTeam | Leavers\nNorth | 31\nSouth | 24\nEast | 40\nWest | 18\n\nLeavers with a card\n\n"
        "Team | Leavers | Card kept\nNorth | 31 | 4\nSouth | 24 | 3\nEast | 40 | 9\nWest | 18 | 1\n",
        "40 | 9",
        "43 | 9",
        "sheet-twice",
    ),
    (
        "Quality of visits\n\nGrade      Visits   Share\nGood           24     60%\nFair           10     25%\nPoor            6     15%\n"
        "Visits made    40    100%\n",
        "15%",
        "18%",
        "sheet-share",
    ),
    (
        "Boats by yard\n\nYard | Boats\nAll yards | 96\nLeith | 31\nWick | 40\nOban | 25\n",
        "yards | 96",
        "yards | 98",
        "sheet-total-first",
    ),
    (
        "Kind | Last year | This year | More or fewer\nFires | 12 | 5 | 7 fewer\nThefts | 34 | 41 | 7 more\n"
        "Fights | 96 | 118 | 22 more\n",
        "22 more",
        "22 fewer",
        "sheet-headed",
    ),
    (
        "Essay | Reader 1 | Reader 2 | Reader 3 | Mean\nA | 6 | 7 | 8 | 7.0\nB | 4 | 4 | 7 | 5.0\nC | 9 | 8 | 7 | 8.0\n",
        "5.0",
        "6.0",
        "sheet-headed",
    ),
    (
        "Paper saved by room\n\nRoom | Saved | Place\nHall | 44% | 2nd\nLoft | 51% | 1st\nCellar | 38% | 4th\n"
        "Porch | 41% | 3rd\nYard | 29% | last\n\nThe highest comes first.\n",
        "44%",
        "34%",
        "sheet-rank",
    ),
    (
        "Table 1. Forms drawn per town\n\nTown | Forms\nWick | 35\nOban | 42\nThurso | 27\n\n"
        "Table 2. Signed\n\nTown | Forms drawn | Signed\nWick | 35 | 31\nOban | 42 | 40\nThurso | 27 | 19\n",
        "42 | 40",
        "47 | 40",
        "sheet-twice",
    ),
    (
        "Hands\n\nOutcome | Hands\nWashed | 130\nGloved | 28\nNeither | 42\nChecked | 200\n",
        "130",
        "150",
        "sheet-sum",
    ),
]


@pytest.mark.parametrize(("table", "right", "wrong", "code"), WITHIN)
def test_one_figure_that_does_not_go_with_the_others_is_found(table, right, wrong, code):
    """Guards what was and came less what went, verdicts, places, rows alike, points apart, and tables told twice."""
    assert called(table) == []
    assert code in called(table.replace(right, wrong, 1))


@pytest.mark.parametrize(
    "text",
    [
        # All of its own fourteen, and no total.
        "Code | Slips | Read | Read %\n410 | 36 | 12 | 33\n425 | 58 | 20 | 34\n510 | 22 | 9 | 41\n773 | 14 | 14 | 100\n",
        "Class | n | Content\nUnder 30 | 60 | 42 (70%)\n30-59 | 140 | 105 (75%)\n60 and over | 80 | 72 (90%)\n\n"
        "More were content at 30-59 than in any other class, but the share was highest at 60 and over.\n",
        "Barn | Grade | Lock\nAsh | Good | Yes\nElm | Poor | No\nOak | Good | Yes\n\n"
        "Two barns were rated good; the third, Elm, was not locked.\n",
        "Answer | 2019 | 2022\nVery good | 22% | 31%\nGood | 45% | 44%\nPoor | 33% | 25%\n\n"
        "The share saying very good rose by nine points, and each of the other answers fell.\n",
        "Yard | Berths | Slips\nNorth | 24 | 18\nSouth | 30 | 12\nEast | 20 | 18\n\n"
        "North and East had the same number of slips but East, with fewer berths, had the higher rate.\n",
        "Kind | Old | New\nTea | 12 | 9\nMilk | 7 | 7\n\nNo more drank milk from the new jug than from the old jug.\n",
    ],
)
def test_what_only_looks_like_a_total_or_a_comparison_is_left_alone(text):
    """Guards shares of a row's own count, shares in brackets, what is said of others, and two that are equal."""
    assert called(text) == []
