"""Sentences that cite one cell by its row and its column, or tell what a whole table holds; wholes in tables."""

import pytest

from looped.checker.judging import judge
from looped.checker.readers.text import read

OARS = "Boat\tSold\tSold late\tIn store\tLost\nAyr\t24\t30\t23\t6\nOban\t17\t5\t9\t38\nMull\t9\t39\t10\t21"
JACKETS = (
    "Boats with jackets, by harbour\n\n| Harbour | Boats | Jackets seen (%) |\n|---|---|---|\n"
    "| Ayr | 44 | 31 (70%) |\n| Oban | 52 | 47 (90%) |\n| Mull | 38 | 19 (50%) |"
)
RULES = "Check\tDue\tMet\t%\nRadio tested\t60\t51\t85%\nAnchor sound\t58\t40\t69%\nHull painted\t60\t33\t55%"
CHOIRS = "Choir\tSopranos\tAltos\tBasses\nDale\t21\t14\t9\nFell\t17\t22\t12\nGlen\t25\t11\t15"
VIEWS = "Harbour\tVery happy\tHappy\tNeither\tUnhappy\nAyr\t41%\t20%\t17%\t22%\nOban\t28%\t40%\t10%\t22%"
GRADES = "Choir\tSongs\tGood or better\t%\nDale\t26\t17\t65\nFell\t29\t12\t41\nGlen\t15\t13\t87"
SONGS = (
    "Songs by choir of origin\n\nChoir\tOutstanding\tGood\tPoor\nDale\t21\t14\t9\nFell\t17\t22\t12\nGlen\t25\t11\t15"
)
LOSSES = "Harbour\tBoats\tThefts in six months\nAyr\t69\t17\nOban\t36\t12\nMull\t51\t34\nIona\t37\t36"
MASTS = "Harbour\tBoats\tMast sound\t%\nAyr\t40\t22\t55\nOban\t44\t14\t32\nMull\t38\t30\t79"
RANKED = (
    "Choirs from the strongest (1) to the weakest (4)\n\nRank\tArea\tMet (n = 90)\tShare\n1\tComplaints\t81\t90%\n"
    "2\tTuning\t60\t67%\n3\tBreathing\t51\t57%\n4\tPain and rest\t20\t22%"
)
ROUNDS = "Check\tRound 1 (n = 49)\tRound 2 (n = 107)\nRadio\t34 (69%)\t47 (44%)\nAnchor\t25 (51%)\t70 (65%)"
STATE = "Table 2. Boats by condition\n\nCondition\tNumber\nSound\t21\nWorn\t73\nLeaking\t54\nTotal\t148"

# Each with whether it is right.
CITED = [
    (OARS, "In Ayr, 23 oars were in store.", True),
    (OARS, "In Ayr, 30 oars were in store.", False),
    (OARS, "As the table shows, 38 oars were sold in Oban.", False),
    (OARS, "In Ayr, 30 oars were sold without a price.", False),
    (OARS, "In Ayr 24 oars were sold and 30 were in store.", False),
    (OARS, "In Ayr 24 oars were sold and 23 were in store.", True),
    (OARS, "Oban had 17 lost oars.", False),
    (OARS, "Oban lost 17 oars.", False),
    (OARS, "The number of oars lost in Oban was 17.", False),
    (OARS, "In Oban 47 oars were in store or lost.", True),
    (OARS, "Of the oars in Mull, 48 were sold in time or late.", True),
    (JACKETS, "At Ayr, 27 of 44 boats (61%) had jackets.", False),
    (JACKETS, "At Ayr, 31 of 44 boats (70%) had jackets.", True),
    (JACKETS, "At Ayr, 13 of 44 boats (30%) had no jackets.", True),
    (JACKETS, "At Ayr, 20 of 44 boats (45%) had flares.", True),
    (JACKETS, "At Ayr, 20 of 44 boats (45%) had jackets with whistles.", True),
    (JACKETS, "At Mull, 30 of 38 skippers (79%) liked the jackets.", True),
    (JACKETS, "At Ayr, 27 out of 44 boats had jackets (61%).", False),
    (RULES, "The radio was tested in 44 of 60 cases (73%).", False),
    (RULES, "The radio was tested in 51 of 60 cases (85%).", True),
    (RULES, "The radio was tested by a sailor in 9 of 60 cases (15%).", True),
    (CHOIRS, "There are 22 sopranos in the Fell choir.", False),
    (CHOIRS, "The Glen choir has 25 sopranos, 15 altos and 11 basses.", False),
    (CHOIRS, "The Glen choir has 25 sopranos, 11 altos and 15 basses.", True),
    (CHOIRS, "In Dale 5 altos joined this year.", True),
    (CHOIRS, "Glen (15 altos) and Fell went home.", False),
    (CHOIRS, "Fourteen sopranos in Glen live by the river.", True),
    (VIEWS, "In Oban, 28% of sailors were happy.", False),
    (VIEWS, "In Oban, 68% of sailors were happy or very happy.", True),
    (VIEWS, "In Ayr, 22% of sailors were neither happy nor unhappy.", False),
    (VIEWS, "In Ayr, 17% of sailors were neither happy nor unhappy.", True),
    (GRADES, "In Fell, 17 of 29 songs (59%) were good or better.", False),
    (GRADES, "In Fell, 17 of 29 songs (59%) were less than good.", True),
    (SONGS, "In Fell, 39 songs were good or better.", True),
    (SONGS, "In Fell, 17 songs were good.", False),
    (LOSSES, "Ayr had the most thefts.", False),
    (LOSSES, "Iona had the most thefts.", True),
]
COMPARED = [
    (MASTS, "In Oban the majority of boats had a sound mast.", False),
    (MASTS, "In Ayr the majority of boats had a sound mast.", True),
    (MASTS, "The majority of boats in Oban were of oak.", True),
    (MASTS, "More boats had a sound mast in Oban than in Ayr.", False),
    (MASTS, "More boats had a sound mast in Mull than in Ayr.", True),
    (MASTS, "More boats had a radio in Mull than in Ayr.", True),
    (RANKED, "Complaints was the area of greatest concern.", False),
    (RANKED, "Pain and rest was a strength.", False),
    (RANKED, "Complaints was a strength.", True),
    (ROUNDS, "The share with a radio rose between the two rounds.", False),
    (ROUNDS, "The number with a radio rose between the two rounds.", True),
]
POINTED = [
    ("Table 2 shows the results for all {} boats.", "148", "144"),
    ("Table 2 sets out the condition of the {} boats we looked at.", "148", "144"),
    ("The table gives the condition of each of the {} boats.", "148", "144"),
    ("All {} boats are counted in the table.", "148", "127"),
    ("We looked at {} boats. Table 2 shows what we found.", "148", "144"),
    ("Our sample of {} boats is broken down in Table 2.", "148", "144"),
    ("All {} boats in need of work are in the table.", "127", "121 of the 127"),
]
WHOLES = [
    ("Fault\tNumber (% of all faults)\nRot\t20 (24%)\nRust\t21 (25%)\nLeak\t36 (43%)\nOther\t7 (8%)\nTotal\t{}", "84", "80"),
    ("Wind       n   %\nNone      34   42\nLight     20   25\nFresh     22   27\nStrong     5    6\n"
     "Not seen   4    -\nTotal     {}", "85", "87"),
    ("Check\tMet\tDue\t%\nRadio test\t62\t75\t82.7\nAnchor test\t51\t56\t91.1\nScore recorded\t72\t81\t{}", "88.9", "99.9"),
    ("Wind\tn\t%*\nNone\t10\t{}\nLight\t5\t7\nFresh\t17\t25\nStrong\t37\t54\nNot seen\t6\t-\nTotal\t75\t\n\n"
     "* Percentages are of the 69 days with a wind on record.", "14", "20"),
    ("A cause was given in {} cases: out-of-season mooring fees (6), no free berth (3), lack of crew (11) and a late "
     "start (16).", "36", "33"),
    ("The commonest fault was rot. The rules were last approved in May.\n\nFault\tNumber\nRot\t40\nLate approval\t{}\nRust\t4",
     "17", "47"),
]  # fmt: skip


def is_called_wrong(text: str) -> bool:
    """Whether anything in a text is called wrong."""
    return any(each.verdict in ("wrong", "rounding") for each in judge(read(text)).findings)


@pytest.mark.parametrize(("table", "sentence", "right"), CITED)
def test_a_figure_is_that_of_the_row_and_the_column_named(table, sentence, right):
    """Guards the wrong cell of a row or a column, and what is told of some of a cell's."""
    assert is_called_wrong(f"{table}\n\n{sentence}") != right


@pytest.mark.parametrize(("table", "sentence", "right"), COMPARED)
def test_what_is_said_of_rows_is_held_against_the_column_that_the_words_mean(table, sentence, right):
    """Guards majorities and more of them by the part that is named, strengths of badly named rows, shares that moved."""
    assert is_called_wrong(f"{table}\n\n{sentence}") != right


@pytest.mark.parametrize(("sentence", "right", "wrong"), POINTED)
def test_a_number_told_of_the_whole_table_is_what_its_rows_come_to(sentence, right, wrong):
    """Guards the total told in the text beside a table, whatever some of its rows come to."""
    texts = [f"{sentence.format(each)}\n\n{STATE}" for each in (right, wrong)]
    assert [is_called_wrong(each) for each in texts] == [False, "127" not in right]


@pytest.mark.parametrize(("text", "right", "wrong"), WHOLES)
def test_wholes_are_made_by_their_parts(text, right, wrong):
    """Guards totals under counts with shares, short last rows, shares far off, and lists with long names."""
    assert [is_called_wrong(text.format(each)) for each in (right, wrong)] == [False, True]
