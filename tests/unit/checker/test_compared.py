"""Guards what is said of more and less, of ways, places, targets and most: each text true, and made wrong."""

import pytest
from tests.unit.checker.verdicts import wrong

# (rule, text, what makes it true, what makes it wrong)
TEXTS = [
    # Two groups by their names, wherever the figures stand.
    ("compared", "{} took the late boat (31 cooks, 74 porters).", "More porters than cooks", "More cooks than porters"),
    ("compared", "Fewer {} came by rail: cooks, 30%; porters, 48%.", "cooks than porters", "porters than cooks"),
    ("compared", "Thirst was rarer among {}. It was told by 12 of 60 goats and 33 of 66 sheep.", "goats than among sheep", "sheep than among goats"),
    ("compared", "{} in the year: the yard took in 14 vans and 52 carts.", "Carts outnumbered vans", "Vans outnumbered carts"),
    ("compared", "Vans {} carts: 52 carts came in, and 14 vans.", "were outnumbered by", "outnumbered"),
    ("compared", "Results. Rust was seen on 31 of 80 bolts in brine and 9 of 78 in oil.\n\nDiscussion. Rust was commoner {}.", "in brine than in oil", "in oil than in brine"),
    ("compared", "The wish to move was 71% (aged 16 to 29) and 40% (aged 60 or over), so it was higher among {} tenants.", "younger", "older"),
    ("compared", "Leaks were found in 12 of 40 huts on the hill and 5 of 50 on the shore. The rate was {} on the hill.", "higher", "lower"),
    ("compared", "With 66 of 99 agreeing (67%), cooks were {} likely to stay than porters, of whom 34 of 103 did (33%).", "more", "less"),
    ("compared", "The mill had the {} rate of breakage: 9% against 24% at the quay.", "lower", "higher"),
    ("compared", "Thirst was {} frequent on deck, told by 21 of 127 sailors, than below, where 8 of 128 did so.", "more", "less"),
    ("compared", "Our score of 94.2% was {} than the other score, 90.8%, by 3.4 points.", "higher", "lower"),
    ("compared", "The yard made 106 crates, {} of the target of 90.", "ahead", "short"),
    # Which way it went.
    ("which-way", "The book shows a {} in the hire of carts at the north gate, from 170 in spring to 335 in autumn.", "rise", "fall"),
    ("order-course", "Lost keys, 57 in the first year of the lease, stood at 40 in the second. We note the {} number of lost keys.", "falling", "growing"),
    ("order-course", "At the second count trust {} to 82% (41/50) from 74% (37/50).", "rose", "fell"),
    ("order-course", "Use of the ramp {} between the first audit (20/48, 42%) and the re-audit (45/63, 71%).", "improved", "deteriorated"),
    ("which-way", "Bread went from £1.20 in May to £1.45 in June, {} for a poor town.", "a steep rise", "a steep fall"),
    ("concluded-way", "On 12 May 84% of carts were sound. In the year before it had been 91%. Soundness has thus {}.", "fallen", "risen"),
    # The order of a list, and places in it.
    ("order-first", "Rain was named by 28, price by 124, dogs by 115 and dust by 87, which puts {} in second place.", "dogs", "dust"),
    ("order-first", "Marks were hall 19, attic 16, cellar 7 and yard 3. The {} came second.", "attic", "cellar"),
    ("others-told", "The most common fault was cracks ({}); the others were stains (32), dents (41) and chips (9).", "47", "30"),
    ("order-first", "Cracks were the most common fault ({}). Other faults were stains (32), dents (41) and chips (9).", "47", "30"),
    ("foremost", "The least common fault was chips (9), and the rest were stains (32) and dents ({}).", "41", "4"),
    # Number and share, names in figures, names in order, a total behind.
    ("foremost", "Slips without a name were 30 of 68 at Ash (44%), 5 of 24 at Elm (21%) and 33 of 90 at Oak (37%). The highest number was at {}.", "Oak", "Ash"),
    ("foremost", "Slips without a name were 30 of 68 at Ash (44%), 5 of 24 at Elm (21%) and 33 of 90 at Oak (37%). The highest share was at {}.", "Ash", "Oak"),
    ("foremost", "Among cooks, porters and clerks, liking of the new hours was 44%, 27% and 35% respectively. It was lowest, then, among {}.", "porters", "clerks"),
    ("foremost", "The barn was used by 22 hens on Monday, 21 on Tuesday, 38 on Friday and 29 on Sunday, 110 in the week. {} was busiest.", "Friday", "Sunday"),
    # A target, and most of what was told.
    ("against-target", "With 99 of 109 lamps (91%) lit by dusk, the pier {} the 85% standard.", "exceeded", "did not reach"),
    ("most-of-them", "{} of 25 guests praised the soup. Since this is most of those we met, we say so here.", "Fifteen", "Five"),
    ("most-of-them", "We asked all; {} of the 88 replied, which is a majority.", "57", "25"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "true", "false"), TEXTS)
def test_what_is_said_of_two_or_of_a_list(code, text, true, false):
    """Guards both sides: nothing is said of the true text, and the wrong one is called so by its rule."""
    assert wrong(text.format(true)) == set()
    assert code in wrong(text.format(false))


@pytest.mark.parametrize(
    "text",
    [
        "Of 134 callers 62% gave up before an answer, against a local limit of 5%.",
        "The rules asked each yard for more than 10 crates, which all five made.",
        "This year's letter raises twelve, twelve fewer than before. Last year's raised twenty-four.",
        "The 75% reached (33/44) is below the yard's aim of 100%. Lamps were lit in 33 of 44 huts.",
        "As reported above, 13 of the 41 carts had no brake. We found that 13 of 41 carts had no brake.",
        "A nought went to nearly three in ten of the old huts (28.6%) and to fewer than one in ten others (9.7%).",
        "On deck 86 notes were kind (72%) and below 41 were (68%). On soup there were more cross than kind ones.",
        "More huts were seen in 2022 than in 2021 (128 against 82). The share with a lamp was lower in 2022.",
        "Trust stands at 73%, down from 78% two years ago and two points lower than in 2019.",
        "Doses fell short 14 times on the lower deck and 23 times on the upper, with its higher number of guests.",
        "Attendance slipped from 94.2% to 91.8%. The day was lengthened by 15 minutes in May.",
        "Hut 1 was met by 100% of guests, hut 2 by 85% and hut 3 by 60%. Hut 3 needs the most work.",
        "Lost: 5 in brine, 6 in oil.\n\nBolts\tBrine\tOil\nSeen\t117\t110\nSound\t69\t43\n\nMore were lost in brine than in oil.",
        "The largest of them was a grant (40); other sums were not looked at: 55, 12 and 90 pounds.",
        "Take-up was higher in Ash than in Elm, but we can't say why: 30 and 20 letters went astray.",
        "A score of 75 or more is a strength. Soup scored 71 and bread 83; the latter is a strength.",
        "A score of 75 or more is a strength. Soup scored 71 and is not a strength.",
        "We spoke to 12 of 40 cooks. This is half as many as we had hoped.",
        "No team has 10 audits or more. A month that read more of one service looks better for that alone.",
    ],
)
def test_what_is_no_such_statement_is_left_alone(text):
    """Guards against alarms: bounds, aims, things of other names, figures of something else."""
    assert wrong(text) == set()
