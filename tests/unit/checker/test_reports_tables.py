"""Slips in cells of tables as reports have them, and right tables beside them that must not be called wrong."""

import pytest
from tests.unit.checker.verdicts import wrong

VIEWS = (
    "Table 1. Views on four matters, % (base: 410 singers)\n\n"
    "| Matter | Agree | Neither | Disagree | Agree last year |\n|---|--:|--:|--:|--:|\n"
    "| The hall is warm | 62 | 14 | 24 | 55 |\n| We begin on time | 71 | {} | 18 | 68 |\n"
    "| Fees are fair | 48 | 23 | 29 | 51 |\n| Music is well chosen | 83 | 9 | 8 | 80 |\n"
)
NET = (
    "Table 2. How happy boat owners are, %\n\n"
    "| Service | Base | Very happy | Fairly happy | Neither | Unhappy | All happy |\n|---|--:|--:|--:|--:|--:|--:|\n"
    "| Quay | 120 | 61 | 29 | 6 | 4 | 90 |\n| Slipway | 88 | 52 | 31 | 11 | 6 | 83 |\n"
    "| Crane | 131 | 37 | 40 | 13 | 10 | {} |\n| Water | 142 | 22 | 33 | 18 | 27 | 55 |\n"
)
ROPES = (
    "Table 3. Ropes that passed, this round and the first\n\n"
    "| Rope | Passed (n = 86) | % | First round % (n = 79) | Change |\n|---|--:|--:|--:|--:|\n"
    "| Bow | 74 | 86.0 | 77.2 | +8.8 |\n| Stern | 69 | 80.2 | 73.4 | +6.8 |\n"
    "| Spring | 63 | 73.3 | 75.9 | {}2.6 |\n| Head | 47 | 54.7 | 49.4 | +5.3 |\n"
)
GROUPS = (
    "Table 4. Outcomes by group, n/N (%)\n\n"
    "| Outcome | Walking | Usual advice | Difference, points |\n|---|--:|--:|--:|\n"
    "| Pain halved | 54/120 (45.0) | 36/118 (30.5) | 14.5 |\n| Back at work | 78/120 (65.0) | 66/118 (55.9) | {} |\n"
    "| No visit | 93/120 (77.5) | 84/118 (71.2) | 6.3 |\n| Sleeping well | 66/114 (57.9) | 49/112 (43.8) | 14.1 |\n"
)
GRADES = (
    "Table 5. Halls by grade\n\n| Grade | Last visit | This visit |\n|---|--:|--:|\n| Outstanding | 0 | 1 |\n"
    "| Good | 4 | 4 |\n| Weak | 5 | {} |\n| Inadequate | 0 | 1 |\n| Total | 9 | 9 |\n"
)
AGES = (
    "Table 6. Age of members\n\n| Age | 2021, % | 2023, % |\n|---|--:|--:|\n| Under 25 | 9 | 11 |\n| 25 to 44 | 25 | {} |\n"
    "| 45 to 64 | 36 | 34 |\n| 65 and over | 30 | 28 |\n| All ages | 100 | 100 |\n"
)
SWAPPED = (
    "Table 7. How happy are you with your tutor? Column percentages\n\n| Answer | 2021 % | 2023 % |\n|---|--:|--:|\n"
    "| Very happy | {} |\n| Happy | 41.0 | 42.7 |\n| Neither | 16.4 | 14.1 |\n| Unhappy | 17.5 | 14.2 |\n"
    "| All answers | 100.0 | 100.0 |\n"
)
DISTRICTS = (
    "Table 8. Percentage agreeing, by district\n\nStatement\tEast (n=140)\tWest (n=110)\tNorth (n=90)\tAll (n=340)\n"
    "The park is clean\t71.4\t60.0\t54.4\t63.2\nThe park feels safe\t55.7\t63.6\t48.9\t56.5\n"
    "There is enough to do\t{}\t46.5\nI would bring a friend\t80.0\t74.5\t70.0\t75.6\n"
)
MEANS = (
    "Table 9. Mean score by ward\n\n| Ward | Base | Mean this year | Mean last year | Change |\n|---|--:|--:|--:|--:|\n"
    "| Heather | 120 | 7.8 | 7.4 | +0.4 |\n| Bracken | 80 | 6.9 | 7.1 | −0.2 |\n| Gorse | 100 | {} | 7.7 | +0.6 |\n"
    "| All wards | 300 | 7.7 | 7.4 | +0.3 |\n"
)
WAITS = (
    "Table 10. Waiting times\n\n| Clinic | Patients | Median wait (days) |\n|---|--:|--:|\n| Eyes | 210 | 24 |\n"
    "| Ears | 150 | 37 |\n| Feet | 140 | 19 |\n| All clinics | 500 | {} |\n"
)
NESTED = (
    "Table 11. Residents by age and sex\n\n| | Women | Men | Total |\n|---|--:|--:|--:|\n| **Under 65** | {} |\n"
    "| 18 to 39 | 12 | 19 | 31 |\n| 40 to 64 | 19 | 25 | 44 |\n| **65 and over** | **96** | **58** | **154** |\n"
    "| 65 to 79 | 41 | 33 | 74 |\n| 80 and over | 55 | 25 | 80 |\n| **All ages** | **127** | **102** | **229** |\n"
)
NIL = (
    "Table 12. Boats laid up\n\n| Harbour | Wood | Steel | Plastic | All boats |\n|---|--:|--:|--:|--:|\n"
    "| Ayr | 14 | 6 | 31 | 51 |\n| Troon | 9 | 11 | 27 | 47 |\n| Oban | 22 | 4 | 18 | 44 |\n| Wick | 7 | – | 12 | 19 |\n"
    "| All harbours | 52 | {} | 88 | 161 |\n"
)
OF_WHICH = (
    "Table 13. What was spent\n\n| | £000 | % of total |\n|---|--:|--:|\n| Total | 4,800 | 100.0 |\n"
    "| of which: staff | 3,024 | {} |\n| of which: buildings | 912 | 19.0 |\n| of which: travel | 384 | 8.0 |\n"
    "| of which: other | 480 | 10.0 |\n"
)
BUDGET = (
    "Table 14. Budget and outturn (£000)\n\n| Department | Budget | Outturn | Variance | Variance % |\n"
    "|---|--:|--:|--:|--:|\n| Parks | 1,450.0 | 1,512.3 | 62.3 | {} |\n| Roads | 2,210.0 | 2,171.6 | (38.4) | (1.7) |\n"
    "| Libraries | 640.0 | 668.9 | 28.9 | 4.5 |\n| Leisure | 900.0 | 895.0 | (5.0) | (0.6) |\n"
    "| Total | 5,200.0 | 5,247.8 | 47.8 | 0.9 |\n"
)
BLOCKS = (
    "Table 15. Who took part\n\n| | Number | % |\n|---|--:|--:|\n| Women | 132 | 55.0 |\n| Men | {} | 45.0 |\n"
    "| Under 40 | 54 | 22.5 |\n| 40 to 64 | 114 | 47.5 |\n| 65 and over | 72 | 30.0 |\n| All | 240 | 100.0 |\n"
)
GRANTS = (
    "Table 16. Grants paid (£)\n\nFund                        Spring      Autumn\n"
    "----------------------------------------------\nSport\n  Boats                   12,400      15,750\n"
    "  Pools                   30,600      28,250\nSub-total                 43,000      44,000\nArts\n"
    "  Choirs                   8,350       9,900\n  Theatre                 38,650      40,600\n"
    "Sub-total                 47,000      50,500\nTotal                     {}      94,500\n"
)
MARKED = (
    "Table 17. Response by school\n\n| School | Sent | Back | Rate | Rate last year | Change |\n"
    "|---|--:|--:|--:|--:|--:|\n| Abbey* | 240 | 132 | 55% | {} | +4 |\n| Bridge | 180 | 117 | 65% | 68% | −3 |\n"
    "| Castle | 300 | 144 | 48% | 42% | +6 |\n\n* Merged with Dale in May.\n"
)
BASED = (
    "Table 18. Checks in two rounds\n\n| Check | Round 1 n | % | Round 2 n | % |\n|---|--:|--:|--:|--:|\n"
    "| Ladder tied | 33 | 55.0 | 56 | 70.0 |\n| Hatch shut | 48 | 80.0 | 68 | 85.0 |\n| Lamp lit | 27 | 45.0 | 52 | 65.0 |\n"
    "| Log signed | 51 | 85.0 | 74 | 92.5 |\n| Base | {} | | 80 | |\n"
)
ROWS = (
    "Row percentages; base in the second column.\n\n| Group | Base | Agree | Neither | Disagree |\n"
    "|---|--:|--:|--:|--:|\n| Offices | 117 | 70 | 19 | 11 |\n| Crews | 120 | 64 | {} | 14 |\n| Depots | 98 | 50 | 28 | 22 |\n"
    "| All groups | 335 | 62 | 23 | 15 |\n"
)
TURNOUT = (
    "Table 19. Who voted, by branch\n\n| Branch | Members | For | Against | Did not vote | Turnout |\n"
    "|---|--:|--:|--:|--:|--:|\n| North | 240 | 98 | 46 | 96 | 60% |\n| South | 310 | 127 | 90 | 93 | {} |\n"
    "| East | 180 | 51 | 39 | 90 | 50% |\n| West | 270 | 115 | 74 | 81 | 70% |\n"
    "| All branches | 1,000 | 391 | 249 | 360 | 64% |\n"
)
JUDGED = (
    "Table 20. Five questions\n\n| Question | Excellent | Good | Weak | Poor | Good or excellent, % |\n"
    "|---|--:|--:|--:|--:|--:|\n| Safe | 2 | 19 | 10 | 5 | 58.3 |\n| Caring | 7 | 22 | 6 | 1 | {} |\n"
    "| Ready | 4 | 20 | 9 | 3 | 66.7 |\n| Well led | 3 | 15 | 12 | 6 | 50.0 |\n"
)
RAIN = (
    "Table 21. Rainfall in mm\n\n| Station | 2021 | 2022 | 2023 | Three-year mean |\n|---|--:|--:|--:|--:|\n"
    "| Braemar | 912 | 845 | 973 | 910 |\n| Dunbar | 560 | 514 | 621 | {} |\n| Tiree | 1,140 | 1,092 | 1,206 | 1,146 |\n"
)
PROUD = (
    "Table 22. Answers of singers\n\n                      Men          Women        All\n"
    "                    n     %      n     %      n     %\nAgree              66  55.0    104  65.0    170  60.7\n"
    "Neither            30  25.0     32  20.0     62  22.1\nDisagree           24  20.0     24  15.0     48  17.1\n"
    "All               {} 100.0    160 100.0    280 100.0\n"
)


@pytest.mark.parametrize(
    ("code", "text", "true", "false"),
    [
        ("sheet-worked", TURNOUT, "70%", "50%"),
        ("sheet-worked", JUDGED, "80.6", "86.0"),
        ("sheet-headed", RAIN, "565", "655"),
        ("column-total", PROUD, "120", "210"),
        ("sheet-hundred", VIEWS, "11", "17"),
        ("sheet-hundred", VIEWS, "11", "81"),
        ("sheet-worked", NET, "77", "74"),
        ("sheet-worked", ROPES, "−", "+"),
        ("sheet-worked", GROUPS, "9.1", "8.1"),
        ("column-total", GRADES, "3", "4"),
        ("sheet-hundred", AGES, "27", "31"),
        ("sheet-hundred", SWAPPED, "25.1 | 29.0", "29.0 | 25.1"),
        ("sheet-weighted", DISTRICTS, "42.9\t39.1\t61.1", "42.9\t61.1\t39.1"),
        ("sheet-worked", MEANS, "8.3", "3.8"),
        ("sheet-weighted", WAITS, "26", "62"),
        ("sheet-nested", NESTED, "**31** | **44** | **75**", "**13** | **44** | **75**"),
        ("sheet-sum", NIL, "21", "12"),
        ("sheet-share", OF_WHICH, "63.0", "60.3"),
        ("sheet-worked", BUDGET, "4.3", "3.4"),
        ("sheet-sum", BLOCKS, "108", "180"),
        ("sheet-sum", GRANTS, "90,000", "90,800"),
        ("sheet-worked", MARKED, "51%", "15%"),
        ("sheet-based", BASED, "60", "66"),
        ("sheet-hundred", ROWS, "22", "28"),
    ],
)
def test_a_slip_in_a_cell(code: str, text: str, true: str, false: str) -> None:
    assert wrong(text.format(true)) == set()
    assert code in wrong(text.format(false))


@pytest.mark.parametrize(
    "text",
    [
        # Each row's share is of its own, though by chance they come to about a hundred.
        "| Calls | Members, n (% of 121) | Left, n | Left, % of row |\n|---|--:|--:|--:|\n| Six | 63 (52.1) | 27 | 42.9 |\n"
        "| Four or five | 31 (25.6) | 9 | 29.0 |\n| Fewer | 19 (15.7) | 4 | 21.1 |\n| None | 8 (6.6) | 1 | 12.5 |\n"
        "| All | 121 (100.0) | 41 | 33.9 |\n",
        # The last row is of all that was asked, and each other of 48.
        "Every rule was tested in every hall (n = 48).\n\n| Rule | Met | Partly | Not met | Met (%) |\n|---|--:|--:|--:|--:|\n"
        "| Lamps | 38 | 7 | 3 | 79.2 |\n| Doors | 34 | 9 | 5 | 70.8 |\n| Ropes | 22 | 16 | 10 | 45.8 |\n"
        "| All checks | 94 | 32 | 18 | 65.3 |\n",
        # Of those who use it, and so of other numbers than the rest.
        "| Club | Members | Know it, % | Use it, % | Content, % |\n|---|--:|--:|--:|--:|\n| Ayr | 120 | 75 | 40 | 81 |\n"
        "| Oban | 80 | 60 | 55 | 70 |\n| Wick | 100 | 70 | 30 | 93 |\n| All | 300 | 69 | 41 | 80 |\n",
        # How far two columns are apart, whichever of them is the greater.
        "| Hall | Rated by men | Rated by women | Gap |\n|---|--:|--:|--:|\n| Ash | 6.1 | 7.0 | 0.9 |\n| Elm | 7.4 | 6.8 | 0.6 |\n"
        "| Fir | 5.2 | 6.6 | 1.4 |\n| Oak | 8.0 | 7.5 | 0.5 |\n",
        # Points are no amounts that add up.
        "| Ward | Patients | Mean in May | Mean in June | Change |\n|---|--:|--:|--:|--:|\n| Ash | 40 | 6.1 | 7.0 | +0.9 |\n"
        "| Elm | 30 | 7.4 | 6.8 | −0.6 |\n| Fir | 30 | 5.2 | 6.6 | +1.4 |\n| All | 100 | 6.2 | 6.8 | +0.6 |\n",
        # A dash of which a note says that it hides a few.
        "Depot      Jan   Feb   Mar\n--------------------------\nNorth\n  Ayr       12     –     9\n  Oban       4     7     3\n"
        "South\n  Rye       11    14     8\n  Deal       5     6     –\nTotal       32    27    20\n\n– means fewer than three.\n",
        # Whole percentages taken from each other before they were rounded.
        "| Team | Cases | Round 1 | Round 2 | Difference |\n|---|--:|--:|--:|--:|\n| Red | 20 | 61% | 75% | 14 |\n"
        "| Blue | 30 | 70% | 66% | −4 |\n| All | 50 | 66% | 70% | 3 |\n",
        # The youngest and the oldest of all are no sums.
        "| Club | Members | Mean age | Youngest | Oldest |\n|---|--:|--:|--:|--:|\n| Ayr | 40 | 34.5 | 9 | 71 |\n"
        "| Oban | 60 | 41.0 | 12 | 80 |\n| All | 100 | 38.4 | 9 | 80 |\n",
        # One gave no answer, as the words behind say.
        "Answers of 52 wardens\n\n| Question | Yes | No | Yes, % |\n|---|--:|--:|--:|\n| Is there a map? | 39 | 13 | 75 |\n"
        "| Is there a bell? | 26 | 25 | 51 |\n| Is there a rope? | 44 | 8 | 85 |\n\n"
        "One warden did not answer the second question.\n",
        # A hundred were read at each site: counts, though they make a hundred.
        "We read 100 charts at each site.\n\n| Site | Signed | Dated only | Neither |\n|---|--:|--:|--:|\n"
        "| Ayr | 82 | 10 | 8 |\n| Oban | 75 | 20 | 5 |\n| Wick | 60 | 40 | 0 |\n| Troon | 44 | 31 | 25 |\n\n"
        "At Ayr 82 of the 100 charts were signed. In all 261 charts were signed.\n",
        # What has come so far is no part.
        "| Days | Cases | % | Cumulative % |\n|---|--:|--:|--:|\n| 0 to 5 | 84 | 42.0 | 42.0 |\n"
        "| 6 to 10 | 56 | 28.0 | 70.0 |\n| Over 10 | 60 | 30.0 | 100.0 |\n| Total | 200 | 100.0 | |\n",
        # Some are not shown, as the words before say.
        "Members were asked for their sex; 2% preferred not to say and are not shown.\n\n| Sex | 2022, % | 2023, % |\n"
        "|---|--:|--:|\n| Women | 61 | 60 |\n| Men | 37 | 38 |\n| All | 100 | 100 |\n",
        # Rates of rows set in are no parts of the rate above them.
        "| Grade | Posts | Vacant | Vacancy rate, % |\n|---|--:|--:|--:|\n| **Nurses** | **60** | **8** | **13** |\n"
        "| Band 5 | 40 | 6 | 15 |\n| Band 6 | 20 | 2 | 10 |\n| **Others** | **30** | **3** | **10** |\n| Porters | 10 | 1 | 10 |\n"
        "| Clerks | 20 | 2 | 10 |\n| **All** | **90** | **11** | **12** |\n",
    ],
)
def test_right_tables(text: str) -> None:
    assert wrong(text) == set()


ROPES_READ = (
    "# Ropes\n\n- We read 75 ropes ({} last year); four of five were dry.\n- Cost: £1,200 in 31 weeks.\n\n## Testing\n\n"
    "| Ropes | Last year (n = 60) | % | This year (n = 75) | % |\n|---|--:|--:|--:|--:|\n"
    "| Whole | 51 | 85.0 | 69 | 92.0 |\n| Dry | 54 | 90.0 | 66 | 88.0 |\n| Marked | 45 | 75.0 | 60 | 80.0 |\n"
)
NOTICES = (
    "# Notices\n\nNotices fell from {} to 39, although 36 boats were seen and 21 rang a bell.\n\n## By subject\n\n"
    "| Subject of notice | Last year | This year |\n|---|--:|--:|\n| Lamps | 26 | 19 |\n| Ropes | 19 | 20 |\n| Total | 45 | 39 |\n"
)


@pytest.mark.parametrize(("text", "true", "false"), [(ROPES_READ, "60", "65"), (NOTICES, "45", "43")])
def test_wholes_then_and_now(text: str, true: str, false: str) -> None:
    assert "sheet-then-now" not in wrong(text.format(true))
    assert "sheet-then-now" in wrong(text.format(false))


IN_TURN = (
    "# Ropes\n\n| Asked, % | Wave 1, spring | Wave 2, autumn | Wave 3, spring | Wave 4, autumn |\n|---|--:|--:|--:|--:|\n"
    "| Knots and ropes | 58 | 60 | {} | 64 |\n| Lamps | 61 | 63 | 65 | 68 |\n\n"
    "Lamps were best in every wave. Ropes had a wet winter: the figure rose to 60%, fell back to 57% in spring and then "
    "jumped by seven points to 64%. The April rope rise cannot explain it. In all 12 of 31 boats were seen.\n"
)


def test_one_row_told_in_turn() -> None:
    assert wrong(IN_TURN.format("57")) == set()
    assert "sheet-in-turn" in wrong(IN_TURN.format("67"))


OF_ALL = (
    "# Boats\n\nWe wrote to 2,400 owners and 936 of them answered, a response of 39%. Of 31 harbours 17 had a crane.\n\n"
    "| Way of answering (base: all who answered, 936) | Answers | % |\n|---|--:|--:|\n| Online | 515 | 55 |\n"
    "| On paper | 281 | 30 |\n| By telephone | 140 | 15 |\n\n## Repairs\n\n"
    "These were put to the 610 owners who had a boat mended in the year. That is {} of all who answered.\n"
)


def test_a_share_of_all_behind_its_count() -> None:
    assert "of-no-whole" not in wrong(OF_ALL.format("65%"))
    assert "of-no-whole" in wrong(OF_ALL.format("56%"))


EARLIER = (
    "# Singers\n\nAll 1,240 were asked and 682 answered. In the earlier survey {} of 1,180 had done so.\n\n"
    "| Answer | Two years ago % (n=590) | This year % (n=682) |\n|---|--:|--:|\n| Glad | 66.1 | 71.7 |\n"
    "| Neither | 16.4 | 14.1 |\n| Not glad | 17.5 | 14.2 |\n| All | 100.0 | 100.0 |\n\n"
    "Together 489 of the 682 (71.7%) were glad, against 390 of 590 before.\n"
)


def test_a_base_of_the_time_before() -> None:
    assert "sheet-then-now" not in wrong(EARLIER.format(590))
    assert "sheet-then-now" in wrong(EARLIER.format(509))
