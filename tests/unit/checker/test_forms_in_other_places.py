"""Plain statements with something set before, between or behind them, or told in another paragraph: right and wrong."""

import pytest

from looped.checker.judging import judge
from looped.checker.readers.text import read


def _wrong(text: str) -> set[str]:
    return {each.code for each in judge(read(text)).amiss if each.verdict in ("wrong", "rounding")}


# A form, the right figure or words, the wrong ones, and the rule that says so.
FORMS = [
    ("Log up to date: the Ayr crew, 14 of 26 (54%); the Oban crew, 15 of 39 (38%); the Troon crew, 8 of 12 (67%). Together "
     "this makes {} of 77.", "37", "35", "fractions-summed"),
    ("Logs kept:\n\n- Ayr: 14 of 26\n- Oban: 15 of 39\n- Troon: 8 of 12\n- Total: {} of 77", "37", "35",
     "fractions-summed"),
    ("In all, {} of 77 boats had a log:\n\n- Ayr: 14 of 26\n- Oban: 15 of 39\n- Troon: 8 of 12", "37", "35",
     "fractions-summed"),
    ("Of the 16 boats, 12 (75%) had a log. {}.\n\nThe 7 boats that had a spare pump were at Troon.",
     "Few had a spare pump", "No boats had a spare pump", "but-some"),
    ("{} of the 29 crews had sailed at night.\n\nAnnex 5 describes the 5 of 29 crews (17%) who had sailed at night.",
     "Some", "None", "but-some"),
    ("{} 40 boats carried flares.\n\nThe exceptions were the 3 boats that did not.", "Most of the", "All", "but-some"),
]  # fmt: skip


@pytest.mark.parametrize(("form", "right", "wrong", "code"), FORMS)
def test_a_plain_statement_is_told_right_from_wrong(form: str, right: str, wrong: str, code: str) -> None:
    """Guards each form, which is right with the one and wrong with the other."""
    assert not _wrong(form.format(right))
    assert code in _wrong(form.format(wrong))


@pytest.mark.parametrize(
    "right",
    [
        "Logs were kept by 14 of 26 at Ayr, 15 of 39 at Oban and 8 of 12 at Troon. Flares were kept by 35 of 77 boats.",
        "Logs were kept by 14 of 26 at Ayr, 15 of 39 at Oban and 8 of 12 at Troon. Last year it was 35 of 77 together.",
        "All 40 boats at Ayr carried flares.\n\nThe three boats that did not carry flares were at Troon.",
        "## Ayr\n\nOf the 104 boats seen, 80 (77%) had a log.\n\n## Oban\n\nOf the 114 boats seen, 39 (34%) had a log.",
        "## Ayr\n\nOf the 104 boats seen, 80 (77%) had a log.\n\n## Oban\n\nOf the 204 boats seen, 99 (49%) carried flares.\n\n"
        "## Conclusion\n\nFewer boats carried flares than had a log.",
        "Every boat was given one grade: 15% were sound, 21% worn and 59% broken; the rest were lost.",
        "Each boat falls into one of five classes: 15% were sound, 21% were worn, 39% were broken and 16% were lost.",
        "Every boat was given one score for each area. In paint 15% were good, in rigging 21%, in sails 59% and in oars 16%.",
        "All 152 sailors were asked. Men (64%, n=70) felt safe less often than women (70%, n=82).",
        "| Harbour | Boats |\n|---|---|\n| Ayr | 43 |\n| Oban | 44 |\n| Troon | 26 |\n| Leith | 58 |\n| Top two | 102 |",
        "| Grade | Boats |\n|---|---|\n| Worn | 43 |\n| Fair | 44 |\n| Sound | 26 |\n| New | 58 |\n| Not known | 9 |\n| Top two | 84 |",
        "Of those asked, 52% used the bus (27% each day) or the train (35% each day).",
        "Most boats were graded fair or worn. Of the 103, 13 were graded sound, 40 fair, 26 worn and 24 broken.",
        "Most boats at Ayr were graded sound. Of the 103 seen in all, 13 were graded sound, 10 fair, 56 worn and 24 broken.",
        "Ayr had 10 boats and Troon 7. Oban had 14, twice as many as Troon.",
        "Ayr had 20 boats. Oban had 28, not twice as many as Ayr.",
        "| Quarter | Boats |\n|---|---|\n| Q1 | 40 |\n| Q2 | 50 |\n| Q3 | 60 |\n\nCrews rose from 40 in Q1 to 55 in Q3.",
        "The 39 boats included 16 from Ayr, 7 from Oban and 6 from Troon.",
        "No boats sank in the harbour. The four boats that sank at sea were insured.",
        "None of the boats had enough oil. The two boats with oil had a litre each.",
    ],
)
def test_what_is_told_of_others_is_left_alone(right: str) -> None:
    """Guards right statements in the same words: of other things, places and times."""
    assert not _wrong(right)
