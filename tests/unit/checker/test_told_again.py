"""Guards what is told again: of all with the exceptions behind it, of a part by its heading, of a set by its name."""

import pytest
from tests.unit.checker.verdicts import wrong

HEADED = (
    "Masts\n\nHere 23 old boats were sound and 34 were cracked.\n\nSails\n\nHere 31 old boats were sound and 26 were "
    "cracked.\n\nConclusion\n\n"
)
COURSES = (
    "Bows scored 68% in 2021, {}% in 2022 and 70% in 2023; Outer keels scored 52% in 2021, 76% in 2022 and 52% in "
    "2023. "
)
TABLE = "Table 8: Outcome\n\nState\tBoats\nSound\t40\nCracked\t11\nLost\t3\nSold\t14\nTotal\t68\n\n"
# (rule, text, what makes it true, what makes it wrong)
TEXTS = [
    ("year-after-year", COURSES + "Bows consistently scored higher than Outer keels.", "81", "62"),
    ("year-after-year", COURSES + "Bows was consistently the stronger of the two.", "81", "62"),
    ("year-after-year", COURSES + "Outer keels were always behind.", "81", "62"),
    (
        "year-after-year",
        "Bows scored 68% in May, {}% in June and 70% in July, and keels 52%, 76% and 52%. Bows were always ahead.",
        "81",
        "62",
    ),
    (
        "fraction",
        "Of the boats, 41 of 200 (21%) leaked.\n\nTo repeat, the figure for leaks was 41 of 200 ({}%).",
        "21",
        "20",
    ),
    (
        "but-some",
        "All 62 boats had a bell. {} sent back.",
        "None had to be",
        "The four boats that did not were",
    ),
    (
        "but-some",
        "All 1,558 sails were backed by cloth. {} sewn.",
        "All were well",
        "The four sails that were not were",
    ),
    ("but-some", "{} choirs met the singing standard. The three that did not were told so.", "All but three", "All 27"),
    (
        "but-some",
        "All 27 choirs were {} the song. The three that did not were told so.",
        "asked to try",
        "heard to sing",
    ),
    ("but-some", "All 27 choirs met the standard. The three exceptions {}.", "of last year have gone", "were told so"),
    ("but-some", "None of the 27 choirs sang flat. The {} told so.", "others were", "three that did were"),
    (
        "but-some",
        "No rower drowned during the race. Before the last lap, {} rowers in the blue crew had {}.".replace(
            "{}", "two", 1
        ),
        "stopped",
        "drowned",
    ),
    ("but-some", "There were no withdrawals. {} three rowers had withdrawn.", "Before it began,", "By week 12,"),
    ("but-some", "There were no complaints. Three owners {}.", "wrote", "complained"),
    ("above-whole", "The visit took in 57 boats.\n\nOn this point, {} of these boats had a bell.", "55", "59"),
    ("above-whole", "The form was filled in by 223 rowers.\n\nIn all, {} of these rowers had a rope.", "219", "227"),
    ("above-whole", "It took in 57 boats{}.\n\nOf these boats, 60 had a bell.", " at sea and 40 ashore", ""),
    (
        "same-said",
        "50 of the 169 sails (30%) were matched to a mast.\n\nIn short, as set out above, {}% of the 169 sails were "
        "matched to a mast.",
        "30",
        "37",
    ),
    ("sheet-pointed", TABLE + "All {} boats are counted in the table.", "68", "65"),
    ("sheet-pointed", TABLE + "The table shows the state of each of the {} boats.", "68", "65"),
    ("section-told", HEADED + "For Masts, {} old boats were cracked.", "34", "26"),
    ("section-told", HEADED + "Under Sails, {} old boats were found to be sound.", "31", "23"),
    ("section-told", HEADED + "For masts, 26 boats were cracked{}.", " in 2019", ""),
    (
        "taken-up",
        "All boats moored here were included (n = 63). No boat was left out. What follows is for the full sample of {}.",
        "63",
        "60",
    ),
    ("taken-up", "The sample was 120 boats. What follows is for the whole sample (n = {}).", "120", "127"),
    (
        "taken-up",
        "The sums were repeated in the 250 boats in the dry-dock group. Logs were kept for the dry-dock group of {}.",
        "250",
        "254",
    ),
    (
        "taken-up",
        "In this round, 23 boats out of 40 went to moderation. The mark changed for two of the {} moderated boats.",
        "23",
        "28",
    ),
    (
        "taken-up",
        "Judges heard 64 songs, sung by 18 choirs. Singing was good or better in most of the {} songs that judges heard. "
        "Two were heard with the band.",
        "64",
        "62",
    ),
    (
        "taken-up",
        "A total of 16 quays were visited a second time.\n\nOf the {} quays visited twice, eight got a follow-up letter.",
        "16",
        "20",
    ),
    ("taken-up", "Nine tide talks were held.\n\nQuotes from the {} tide talks are in Annex B.", "nine", "three"),
    (
        "taken-up",
        "Judges heard 25 songs by 19 choirs. The tune was kept in most of the {} songs heard.",
        "25",
        "19",
    ),
    ("taken-up", "A total of 398 people sent the survey back. This is about all {} surveys sent back.", "398", "392"),
]


@pytest.mark.parametrize(("rule", "text", "true", "false"), TEXTS)
def test_what_is_told_again_is_the_same(rule, text, true, false):
    assert rule in wrong(text.replace("{}", false))
    assert not wrong(text.replace("{}", true))


@pytest.mark.parametrize(
    "text",
    [
        "In this round, 13 boats out of 50 went to sea. The mark changed for four of the 13 boats that went to sea.",
        "No rower died of the fever. Two rowers died of other causes.",
        "There were no deaths in the red crew. Two rowers in the blue crew had died.",
        "No rower died. In the race of 2019 three rowers had died.",
        "Of 30 choirs, 27 met the standard. All of these had a leader. The three choirs that did not were told so.",
        "All 27 choirs sang. Two of the 27 also held a fair. The 25 that did not were asked why.",
        "Masts\n\nIn the north 23 boats were sound and 34 were cracked.\n\nConclusion\n\nFor masts, 60 boats were cracked.",
        TABLE + "The 54 boats sound or sold in the table were seen in May.",
        "There were 14 late small boats in May, none in June, 11 in July and 2 in August.",
        "There were 14 late payments in May, none in June, 11 in July and 2 in August. Note that there were no late "
        "payments in June.",
        "All 825 boats carried two tied ropes. No more is needed. The limit was set at 2% of gross spend, £184,000.",
        "In May we told of 46 open leaks. Since then 19 have been closed and 12 added. Of the 39 now open, seven are late.",
        "The boats took 57 rowers.\n\nThe quay had 210 lamps, and 60 of these were lit.",
        "One scorer marked 276 charts as read. A slip was seen in 115 of the 276 read charts. Of the 161 slips in those "
        "charts, 23 were grave.",
    ],
)
def test_other_things_are_left_alone(text):
    assert not wrong(text)


def test_a_caption_tells_nothing_of_a_part():
    text = "Masts\n\nBoats that were cracked, of 95\n\nConclusion\n\nFor masts, 74 boats were cracked."
    assert "section-told" not in wrong(text)
