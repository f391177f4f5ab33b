"""Plain things that any reader sees: shares of one each, what is taken up again, extremes, targets, captions."""

import pytest
from tests.unit.checker.verdicts import called

PROSE = [
    ("Each of the 412 tenants chose one reason. Cost was given by 38%, size by 21%, noise by 17% and work by {}.", "24%", "34%"),
    ("The 49 crates came from four yards: 18 from Ash, 13 from Elm, {} from Oak and 9 from Fir.", "9", "7"),
    ("All eight crews met the 90% target, their results running from {} to 96.4%.", "90.9%", "88.9%"),
    ("None of the six shops reached the target of 80%; shares varied from 61% to {}.", "74%", "84%"),
    ("Four jobs were tried and the target is 85%. They scored 97%, 90%, 86% and 71%. The target was reached in {} of the four.", "three", "two"),
    ("Of 40 vans, sixteen were washed in May. Five were blue and eleven red. Wax from the {} washed vans was kept on 14 May.", "16", "19"),
    ("We gave 28 tips. Fifteen are done, nine are under way and four have not been tried. Dates are set for all {} of the tips not yet tried.", "four", "eight"),
    ("We sampled 60 cakes. Nine were burnt, 14 were dry and 37 good. The 14 dry cakes are {} of the sample.", "23%", "33%"),
    ("117 anglers came. 52 ({}) fished the lake and 47 (40%) the river; fifteen fished both.", "44%", "46%"),
    ("The home had 13,100 bed days. Twelve falls were noted, or {} per 10,000 bed days. The lift was out for 6 days.", "9.2", "3.3"),
    ("Thirty-seven out of fifty kites flew, a rate of {}.", "74%", "77%"),
    ("Of the 84 visits, 21 – {} – were unannounced, the longest taking 90 minutes.", "25%", "35%"),
    ("{} left before week 6, twelve of them in the honey group and eleven in the placebo group.", "Twenty-three", "Twenty-one"),
    ("In the year {} calls were made, 27 of these by tenants and 21 by owners.", "48", "46"),
    ("Three ran late: Ash (27 days), Elm (23 days) and Oak (24 days). The longest delay, {} days, was looked into.", "27", "33"),
    ("Of three stalls, soup was the best in {} of the three months. May gave soup 83%, tea 89% and cake 63%; June gave soup 79%, tea 73% and cake 56%; July gave soup 86%, tea 63% and cake 51%.", "two", "one"),
    ("People were given honey (n = 102) or placebo (n = 136). All {} people were weighed. Rash was seen in 51 (50.0%) and 49 (36.0%).", "238", "240"),
    ("First 27 of 66 beds (40.9%) were made. After the talk it was 52 of 68 (76.5%). The difference between the two is {} percentage points. Rule 12 was used in 4 wards.", "35.6", "33.0"),
    ("Ninety-two were short. The 127 calls add up to 6,096 minutes, a mean of {} minutes a call.", "48.0", "41.8"),
    ("Two were torn and eight lost; 83 files were read. Eight clerks shared the work, an average of {} files each; 12 chairs were bought.", "10.4", "11.7"),
    ("A copy went to every household on the list, 2,463 in all; 85 came back, so that {} are counted.", "2,378", "2,358"),
]  # fmt: skip
RIGHT = [
    "Of 477 people aged 18 to 75 who were seen, 229 took part: 108 with honey and 121 without.",
    "Their stays ranged from 2 to 31 days and came to 254 bed days together, a mean of 4.3 days.",
    "Complaints about the yard fell from 64 to 48. That is 16 fewer. The form has not changed since 2019.",
    "Records of 78 hens were read. A ring was worn by 55 (80%)*.\n\n* Of the 69 hens that could be caught; nine were away.",
    "Complaints numbered 5 in Ash, 9 in Elm and 3 in Oak. All clerks are on Band 8 or higher.",
    "Doors were wedged open in 31 of the 40 flats (77%) on floors 1 to 6.",
    "More bites were seen in the north than in the south. Serious bites befell one man in the north and four in the south.",
    "“Chairs mended” was lowest, “Tables mended” highest (62 of 66, 94%). “Chairs mended” fell short of the 85% target.",
    "The lake went from 88% to 79%, a change of nine points. The pool had 57% in 2022, so it has risen by six points.",
    "A post has been empty for weeks; 7 of 12 rooms were clean. Two sessions were called off, and two talks were held.",
]
GRADES = "Marks, 2021 (n = {})\n\nMark\tLoaves\nGolden\t4\nBrown\t24\nPale\t12\nBurnt\t4\n\nEvery loaf has one mark."
MONTHS = (
    "Month\tGolden\tBrown\tPale\tAll\nMay\t1\t13\t6\t20\nJune\t0\t10\t7\t17\nJuly\t0\t11\t7\t18\n\n"
    "We baked {} loaves between May and July, and every one was marked (see the table)."
)
HIGHEST = MONTHS.format(55) + " The share marked Brown was highest in {}."
ROADS = "Home\tVans\nElder Lane\t19\nAsh Court\t18\nLarch Rise\t21\n\n{} has more vans than {}."
FLOW = "Step\tBags\nSent\t{}\nLost\t42\n  of which by post\t4\nExcluded, torn\t17\nDelivered\t122\n\nEvery bag was either lost or torn or delivered."
TRIED = (
    "## Summary\n\n- {} of the four tests were passed.\n\n## Findings\n\nTest\tPassed\nRain\tYes\nWind\tNo\nSnow\tYes\n"
    "Hail\tNo\n\n## Stock\n\nItem\tHeld\nRope\t4\nTape\t9\nGlue\t3"
)
HALF = (
    "## Summary\n\n- More than {} of the tips given last time have been taken up.\n\n## Tips\n\n"
    "Kind\tTaken up\tIn hand\tAll\nLarge\t2\t2\t4\nSmall\t9\t3\t12\nTotal\t11\t5\t16"
)


@pytest.mark.parametrize(("text", "true", "false"), PROSE)
def test_what_anyone_sees_is_seen(text: str, true: str, false: str) -> None:
    """Guards the readings of plain statements: each with the figure that comes out, and with one that doesn't."""
    assert called(text.format(true)) == []
    assert called(text.format(false))


@pytest.mark.parametrize("text", RIGHT)
def test_another_thing_is_no_error(text: str) -> None:
    """Guards against what is told of a part, a name, a sum, another subject or a note's base."""
    assert called(text) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (GRADES.format(44), GRADES.format(40)),
        (MONTHS.format(55), MONTHS.format(59)),
        (HIGHEST.format("May"), HIGHEST.format("July")),
        (ROADS.format("Larch Rise", "Elder Lane"), ROADS.format("Elder Lane", "Larch Rise")),
        (FLOW.format(181), FLOW.format(173)),
        (TRIED.format("Two"), TRIED.format("Three")),
        (HALF.format("half"), HALF.format("three quarters")),
    ],
    ids=["caption", "span", "share", "names", "flow", "passed", "parts"],
)
def test_what_a_table_shows_is_seen(right: str, wrong: str) -> None:
    """Guards captions, spans, shares of a total, rows named like changes, rows within others, aims and parts."""
    assert called(right) == []
    assert called(wrong)


def test_rows_that_no_group_makes_are_no_things() -> None:
    """Guards "no item", "no patient", where items and patients are what a column counts, and no rows."""
    table = "Kind\tItems tested\tFaults\nCash\t28\t6\nRent\t25\t3\nBills\t37\t1\n\nNo item had more than one fault."
    assert called(table) == []
