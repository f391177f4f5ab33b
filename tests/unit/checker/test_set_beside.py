"""Guards figures that stand in two sentences or more and are read together, each text true and made wrong."""

import pytest
from tests.unit.checker.verdicts import wrong

from looped.checker.explaining import is_accounted_for
from looped.checker.judging import judge
from looped.checker.readers.text import read

# (rule, text, what makes it true, what makes it wrong)
TEXTS = [
    # Counts that make a whole but for a slip.
    ("nearly-whole", "The fleet of {} boats is split: 208 trawlers, 115 dinghies and 89 punts.", "412", "421"),
    ("nearly-whole", "Of 118 stalls, 52 sold fruit, 23 sold cloth, 31 sold tools and {} stood shut.", "12", "13"),
    ("nearly-whole", "We chose {} hens by lot, 105 for grain 20 mg a day and 106 for hay.", "211", "201"),
    ("nearly-whole", "The line took 205 calls, 172 of which were short and {} of which were long.", "33", "35"),
    ("nearly-whole", "Of the {} kites, nine flew, four tore and one was lost; no kite had both faults.", "14", "15"),
    ("nearly-whole", "{} walkers were met; 118 refused, 42 ran off and 352 came (177 by day, 175 by night).", "512", "521"),
    # Two groups with a figure each.
    ("compared", "Of the 90 hens, 34 (38%) laid; of the 70 ducks, 16 (23%) did. It is commoner among {}.", "hens", "ducks"),
    ("compared", "In Ash 41 of 130 barns leak (32%) and in Elm 22 of 40 (55%). {} has the higher rate.", "Elm", "Ash"),
    ("compared", "Quarter 3 saw 56 sales and Quarter 4 51, so {} were made in the later quarter.", "fewer", "more"),
    (
        "compared",
        "Lameness was found in 18 of 90 horses on grass (20%) and in 27 of 90 on straw (30%).\n\n"
        "Conclusion. Keeping horses on grass {} the rate of lameness.",
        "reduced",
        "increased",
    ),
    ("compared", "Compared with bare bolts (36 of 149, 24.2%), rust was {} frequent on coated (13 of 138, 9.4%).", "less", "more"),
    # Above or below what is told behind.
    ("compared", "Takings at the fair came to 93.6%. This is {} the 92.2% taken a year earlier.", "above", "below"),
    ("on-what-was", "Trust in the ferry now stands at 57%, {} four points from 61% in the last wave.", "down", "up"),
    ("compared", "The sample of 80 eggs held 12 cracked ones. That is {} than the 29 found last year.", "fewer", "more"),
    # None, and yet some.
    ("but-some", "No rider in either team fell ill. Two riders of the second team {} in the rain.", "got lost", "fell ill"),
    (
        "but-some",
        "Neither of the two guards had passed the rope test. One of the two had passed the {} test in May.",
        "swimming",
        "rope",
    ),
    ("but-some", "Counts found two leaks in Ash barn and three in Elm barn. Leaks were thus found in {} barn.", "each", "neither"),
    # All, and yet fewer.
    ("but-some", "All five boats we saw were dry. Of the five boats, {} were dry; the rest let in water.", "five", "four"),
    ("all-counted", "Both checks were passed in every case: brakes in 20 of 20 carts and lamps in {} of 20.", "20", "17"),
    ("but-some", "Both gates were locked; the {} of them had been left unlocked.", "key", "smaller"),
    ("but-some", "Every one of the twenty-five carts had been weighed. The five carts {} were red.", "by the wall", "not weighed"),
    # As many named as are left out.
    ("left-over"       , "Eleven of the 12 returns were signed. The {} May.", "exception was", "exceptions were April and"),
    # A target and the distance from it.
    ("from-target", "The target is 85%. The mill reached 83.4%, {} percentage points below target.", "1.6", "0.6"),
    ("from-target", "Against a target of 97.2%, the toll stood at 95.2%, a shortfall of {} points.", "2.0", "2.9"),
    ("from-target", "Against a standard of 95% the depot achieved 96.2%, 1.2 points {} it.", "above", "below"),
    # A note at the foot.
    ("footnoted", "{}* of the calls to the mill were dropped.\n\n* 76 of 160 calls.", "47.5%", "53.5%"),
    ("footnoted", "{} of callers¹ gave up.\n\n¹ Base: 800 calls; 200 given up.", "25%", "52%"),
    ("footnoted", "Passed on time*: 50 ({}).\n\n* Denominator 80: 84 carts less 4 that had burnt.", "62.5%", "60.5%"),
    # First or last each time.
    (
        "year-after-year",
        "Laying rates over three years: Ash 62%, 64% and 61%; Elm 81%, 79% and 80%. {} has come first every year.",
        "Elm",
        "Ash",
    ),
    # What the summary says and the body counts.
    (
        "told-twice",
        "Summary: {} of the gates that we tried had no lock.\n\n2.1 Of the 60 gates that we tried, 20 had no lock.",
        "a third",
        "half",
    ),
    (
        "told-twice",
        "Summary. 43 store cards on the list belonged to people who had left.\n\nDetail. We compared the list with the "
        "wages at 30 September and found that {} store cards belonged to people who had left.",
        "43",
        "42",
    ),
    ("told-twice", "Findings: 79.4% of goats in the hill herd were sound. Results: of 34 goats in the hill herd, 27 ({}) were sound.", "79.4%", "76.5%"),
    ("taken-up", "66 of the 144 sheds had a current fire form. The {} sheds with a current form were tidy.", "66", "69"),
    ("taken-up", "Our sample was 85 carts drawn at random. Of the {} carts tested, five had no brake.", "85", "95"),
    # A rest, a ratio, many times.
    ("times-over"   , "Five times as many walkers came by bus ({}) as came by tram (30).", "150", "90"),
    ("risk-ratio", "The relative risk of a fall, wet against dry, was {} (19/200 versus 41/200).", "0.46", "2.16"),
    ("risk-ratio", "Rust came on 17% of oiled bolts and 32% of dry ones, a relative risk of {}.", "0.54", "0.82"),
    ("risk-ratio", "Rust: 34/202 against 64/202 (unadjusted risk ratio {}; adjusted ones in Table 4).", "0.53", "0.33"),
    ("risk-ratio", "20 of 100 oiled bolts rusted, 40 of 100 dry ones. The odds ratio was thus {}.", "0.38", "0.58"),
    ("spread", "At the three farms milk was sold to 65%, 66% and 67% of callers. Practice between farms was {}.", "even", "very uneven"),
    ("closed-list", "The report makes eight demands: five urgent, {} plain and one slight.", "two", "twelve"),
    ("group-base", "Ewes made up {} (90) of the hill flock (n=150) and 40% (50) of the other (n=125).", "60%", "48%"),
    ("second-of-list", "We sorted the notes: cost (139), noise (35), smell (56), light (120). The second most frequent was {}.", "light", "smell"),
    # A mean told the other way round, or of money.
    ("mean-told", "These 31 stays accounted for 170 nights, a mean stay of {} nights.", "5.5", "6.5"),
    # Pace is told by time.
    ("foremost", "Letters took 2.2 days in Ash, 5.4 days in Elm and 6.8 days in Oak; {} was the slowest.", "Oak", "Ash"),
    # The shares of a whole with no other part.
    ("shares-of-all", "Of all notes, 7% came by post, {} by phone, 18% by van and 39% by hand; no other way is open.", "36%", "54%"),
    ("as-many", "The same number of hens in each group fell ill (8 in the barn and {} outside).", "8", "11"),
    # The others: in percent, in a list, in a bracket; and so many times as many.
    ("shares-of-all", "The label was whole in 63% of crates; in the other {} it was torn.", "37%", "45%"),
    ("shares-of-all", "Of the 193 cooks, 34% knew the dish; the rest, {}, did not.", "66%", "60%"),
    ("bulleted", "A test of 250 eggs found {} faults, made up as follows:\n- cracks: 4\n- stains: 31\n- soft: 6", "41", "94"),
    ("all-but", "All but two of the huts we went into ({}) were dry.", "26 of 28", "23 of 28"),
    ("times-over"   , "Three times as many left the hill as left the marsh ({} against 37).", "111", "74"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "true", "false"), TEXTS)
def test_what_is_told_beside_is_read_together(code, text, true, false):
    """Guards that the rule meant speaks, and that none does where the text is right."""
    assert wrong(text.format(true)) == set()
    assert code in wrong(text.format(false))


@pytest.mark.parametrize(
    "text",
    [
        "We read eleven plans in full. Nine held a map, and in eight the owner had signed.",
        "79 of 108 eligible walkers (73%) were asked. Among those asked, 31 (39%) came.",
        "We looked at ten carts. Six had lamps; four did not. Better: 31 of 44 boats (70%) had them.",
        "Deaths by day 90 were 0 of 93 and 8 of 125 in the hill and marsh flocks. No sheep in the hill flock died.",
        "The grades were I in 7, II in 36, III in 18 and IV in one; none was graded V.",
        "Lock checks: 90% in Ash and 76% in Elm, so one of the two met the 85% standard.",
        "Yes was the answer of 67 (19%), no of 205 (57%), while 89 (25%) of the 361 were not sure.",
        "Scores out of 22 homes: very good 5, good 10, fair 4 and poor 3; a majority, 15 of 22 (68%), were good or more.",
        "We spoke to four crews. A lamp was on in all but four boats (25 of 29).",
        "Of the 12% who did not like it, most wanted fewer words and about a third larger print.",
        "71% of hens and 37% of ducks had been fed, so hens were the likelier to be full.",
        "Five of 18 gates (28%) were open; of those 5, four (80%) had no latch.",
        "Neither of the two guards had passed the rope test. One of the two had passed the first aid test.",
        "Rust hit 42 of 176 oiled bolts and 21 of 169 dry ones (23.9% and 12.4% respectively); oil made it commoner.",
        "Use, that is at least 80% of days, was 22.6% (60/265). Why is use of 22.6% (60/265) lower than in other work?",
        "No calves were lost in July (monthly counts: April 12, May 11, June 3, July 0).",
        "40 jobs fell due and 26 had been done. Among the 14 still open, three have a new date and eleven do not.",
        "Uptake was 26% (58/220) by post and 45% (58/130) by phone, a gap of 18 points (worked out before rounding).",
        "Last year we noted twenty-two faults. This year we noted seventeen, five fewer than before.",
        "The chief reason was distance (108 notes), followed by opening hours (101) and then parking (42).",
        "We met 132 guests; 11 left. Cake was liked by 55: 41.7% of all 132 and 45.5% of the 121 who stayed.",
        "Post takes 2.2 days in Ash, 5.4 days in Elm and 6.8 days in Oak, so Oak was the slowest of the three.",
        "The 40 bills came to 1,720 days altogether, or 43 days on average, against terms of 30 days.",
        "One way each was asked for; tick all that apply\n\nWay\tPeople\nBus\t347\nTram\t342\nAll respondents\t440",
        "Two lists came, with 7 jobs in all.\n\nList\tJobs\nAsh\t5\nElm\t2\nTotal\t7",
        "There were 60 goats: 22 with horns, of whom 14 were white, and 38 without. The list was last revised in May.",
        "Two of the four huts met the 80% rule: Ash 69%; Elm 83%; Oak 68%; Fir 84%.",
        "The five cakes were given marks of 8, 5, 10, 5 and 4 out of 10, an average of 6.4.",
        "We weighed 39 crates; thirteen of them, i.e. 33%, were short.",
        "Notes on a dropped kerb doubled, from 48 in 2017 to 96 in 2018.",
        "Month\tCarts\nApril\t27\nMay\t36\nJune\t24\nJuly\t31\nTotal\t118\n\nFrom April to June 87 carts came.",
        "We saw 70 carts in the year, with the most in Elm.\n\nTown\tCarts\nAsh\t30\nElm\t40\nTotal\t70",
        "In the three rounds 61%, 58% and 64% of day staff and 52%, 50% and 55% of night staff agreed. Day staff were "
        "consistently more positive than night staff.",
        "Site\tDay (n=50)\tNight (n=40)\nMay\t30 (60%)\t20 (50%)\nJune\t25 (50%)\t18 (45%)\nJuly\t35 (70%)\t22 (55%)\n\n"
        "The share was consistently higher by day than by night.",
        "Where bought\tBuyers\tShare\nMarket\t45\t45%\nShop\t35\t35%\nFarm\t20\t20%\nTotal\t100\t100%\n\n"
        "Of the 100 buyers the largest group went to the market most often.",
        "Doses were missed 14 times on the lower deck and 23 times on the upper deck. The master put that down to its "
        "higher number of guests.",
        "We met twenty-six tenants and four landlords. Twenty of the twenty-six tenants were content; the other six "
        "tenants were not.",
        "Result\t2021\t2022\nSound\t4\t6\nFair\t11\t9\nPoor\t3\t5\nBoats surveyed\t18\t20\n\n"
        "Fair was the most common result in both years.",
        "Domain\tApril\tMay\tJune\nPlans\t0\t0\t1\nReviews\t0\t0\t1\nSupervision\t0\t0\t1\nLast word\t0\t0\t1",
        "Adjusted for age, rust on 20 of 100 oiled bolts and 40 of 100 dry ones had a relative risk of 0.61.",
        "Rust was on 3 of 9 bolts, 20 of 100 nuts and 40 of 100 pins (risk ratio 0.77).",
        "All 30 of 30 oiled bolts and 12 of 30 dry ones held (odds ratio 5.31).",
        "Only 76% of boats were checked in time, 9 points short of the 85% target (76 of 100).",
        "The gap between upper and lower decks narrowed from 20 points (50% against 70%) to 12 (60% against 72%).",
        "Our rule is that 85% of boats leave in time. Three of the five quays kept it, with 90%, 95% and 97%. The other "
        "two did not: they reached 70% and 81%, so that the weaker was 15 points below the rule.",
        "The crew was of 200 adults with a mean age of 50.4 years, 120 women (60%) and 80 men (40%).",
        "The quay was used by 20 boats on Monday, 19 on Tuesday, 24 on Wednesday, 35 on Thursday and 31 on Friday, 129 "
        "in the week. Thursday was the busiest day and Tuesday the quietest.",
        "Of 190 calls, 104 were met within eight minutes, 56 took from eight to fifteen minutes and 30 longer.",
        "Accounts are due in ten working days. Of the twelve made, nine were in time and three late. The longest delay "
        "was 23 working days.",
        "Of the 60 boats, 20 have waited for more than a year. That is one boat in every three. The rest, 40, have not.",
        "We followed up 40 jobs set in 2019. Twenty-four (60%) had been done and 16 had not, three of these being large.",
        "Of 150 who replied, 84 were for it, 50 against and 16 had no view. Leaving aside these, support was 63%.",
        "Of 149 asked, 106 (71%) had heard of the ferry and 46 (31%) had used it.",
        "The yard had 150 people in April. In the year 25 left and 18 came, and 143 were there at the end.",
        "At 95% (190/200), cleaning was above the 90% standard of policy IC-07.",
        "Quay\tBoats\tLate\t% late\nAsh\t250\t50\t20\nElm\t50\t20\t40\nBoth quays\t300\t70\t23\n\n"
        "Over both quays 23% of boats were late.",
        "Source\tAmount (£000)\nGrants\t590\nof which: tied\t150\nFees\t200\nTotal\t790\n\n"
        "Of the grants, £150,000 (25%) may only be used so.",
        "Year\tClaims\n2011\t72\n2012\t124\n2013\t158\n2014\t132\n2015\t65\n\n"
        "Claims climbed to a peak of 158 in 2013. In 2015 they stood at 65, below the 72 of 2011.",
        "Half-year\tDue\tIn time\t%\nApril to September\t80\t64\t80\nOctober to March\t60\t45\t75\n\n"
        "The target of 90% was met in neither half of the year.",
        "Plan\tApplies to\tThere\t% of those it applies to\nRoute\t46\t19\t41\nStores\t24\t12\t50\nCrew\t70\t55\t79\n\n"
        "The route was needed for 46.",
        "Asked\tRound 1\tRound 2\nBoats asked\t100\t120\nHave a lamp\t80\t81\nHave a bell\t45\t38\n\n"
        "In both rounds more than half of the boats asked had a lamp.",
        "Answer\tCount\t%\nStrongly agree\t15\t15\nAgree\t52\t52\nNeither\t20\t20\nDisagree\t13\t13\n\n"
        "Most crews (67%) agreed or strongly agreed.",
        "Mode\tBefore\tAfter\nBus\t275\t252\nTram\t202\t145\nFerry\t389\t327\n\n"
        "The largest drop in number was for the ferry (62 fewer).",
        "Item\t2019\t2020\t2021\nResult (%)\t75\t77\t92\nTarget (%)\t80\t85\t85\n\n"
        "The target was missed in the first two years, by 5 and 8 points, and exceeded in the third, by 7.",
        "Field\tPresent\tMissing\t% present\nName\t106\t8\t93.0\nHome\t114\t0\t100.0\nFlag\t112\t2\t98.2\n\n"
        "The field most often missing was the name, absent from 8 (7.0%).",
        "Quay\tBefore\tAfter\nAsh\t65\t85\nElm\t68\t71\n\nAsh's gain was therefore greater by 17 points.",
        "People\tBoats\n1\t50\n2\t60\n3\t30\nTotal\t140\n\nThe 140 boats carried 260 people.",
        "Turn\tBooked\tThere\n1\t20\t16\n2\t18\t12\n3\t21\t10\nTotal\t59\t38\n\nAt no turn were fewer than ten people there.",
        "Part\tDone\tEligible\t%\nRisk\t80\t96\t83\nChart\t48\t96\t50\n\nThe chart was kept for fewer.",
        "The savings sought are £3,100k, of which £1,973k has been made, £447k is on track and the remaining £680k not.",
        "With 228 guests to 38 crew the ratio was six to one, inside the limit of seven to one in the rules.",
        "Spending on ropes fell from £1,119k two years ago to £1,065k last year and £938k this year, a cumulative "
        "reduction of £181k (16.2%).",
        "Of all grades, 6 of 28 changed (21%), most of them downwards.",
        "We asked for 149 logs. Five could not be found and 13 were of other boats, so 131 were read.",
        "Scores fell in both crews, from 27.3 to 16.6 with oil (a fall of 10.7) and from 27.2 to 20.6 with wax "
        "(a fall of 6.6).",
        "The plan was set at £3,621k. Spending was £2,207k (61.0%). Works worth £649k have slipped and the balance of "
        "£765k was withdrawn.",
        "By the end of June 32 boats had been seen, and by the end of September 73. The target of 55 was exceeded by 18.",
        "Ropes went from 29% to 73%. Gains on the other two were 35 and 19 points.",
        "In the three quarters with logs 16 faults followed 181 trips (8.8%). There were 238 trips in the year.",
        "Of 471 asked, 101 (21%) agreed. 334 disagreed to some degree.",
        "402 calls came in 2021, 372 in 2022 and 372 in 2023. Visits were made in 298, 276 and 305 of them, that is in "
        "74%, 74% and 82% of cases.",
        "Last year we asked for 19 things: three large, seven middling and nine small. Two of the large ones were done, "
        "along with two of the middling and three of the small.",
        "Age\tGuests\tSeen\tShare seen (95% CI)\n18-39\t54\t43\t80% (67-88%)\n40-59\t49\t37\t76% (62-85%)\n"
        "60+\t84\t27\t32% (23-43%)\n\nBeing seen was least common among those aged 60 or over (32%).",
        "Grade\tBefore\tAfter\nGood\t13\t9\nFair\t12\t14\nPoor\t3\t5\nTotal\t28\t28\n\n"
        "The number graded good dropped from 13 to 9, and 6 of the 28 grades (21%) were changed.",
        "Reason\tGuests\t%\nFood\t232\t60\nNoise\t175\t45\nCost\t203\t52\n\n"
        "Guests could give more than one reason. In all 610 reasons were given by the 388 guests.",
        "Outcome\tNumber\nApplications received\t267\nApproved\t219\nRefused\t21\nOpen\t27\n\n"
        "Decisions were reached on 240 of the 267 applications received.",
        "Answer\tCrews\nAgree\t101\nDisagree\t200\nStrongly disagree\t134\n\n334 crews disagreed to some degree.",
        "More than half of the 31 logs we drew, 20 in all, were out of date.",
        "The number of boats was unchanged at 73 in both 2018 and 2019 before falling to 58 in 2020.",
        "No deck was scrubbed by hired crew. The two hired men were ashore.",
        "36 of 46 guests came. Sight was 6/18 or better in most of them.",
        "Asked what mattered most to them, guests named food (44%), views (50%) and quiet (32%). Second was food.",
        "The crew was of 139 sailors, 71 men and 64 women, with four not told.",
        "Smoking\tCrew\t%\nNever\t64\t26.6\nFormer\t10\t4.1\nNow\t167\t69.3\nNot told\t17\t-\nTotal\t258\t100.0\n\n"
        "Shares are of the 241 whose habit was told.",
        "Guests heard of us by the radio (70%), the paper (42%) and friends (23%). Figures add to more than 100% because "
        "they could tick more than one answer.",
        "Month\tFalls\tSpills\nMarch\t5\t1\nApril\t5\t5\nMay\t0\t4\nJune\t8\t1\n\n"
        "Spills happened in every month, but nobody fell in May.",
        "Complaints included food (33%), not knowing the way (19%), noise (36%) and cost (30%).",
        "Findings: 199 sailors came; 47.7% were well at week 16. Results. Of the 199, 47.7% were well at week 16, which "
        "did not vary with age.",
    ],
)
def test_what_only_looks_wrong_is_left_alone(text):
    """Guards the readings under which such texts are true."""
    assert wrong(text) == set()


def test_a_figure_told_rightly_elsewhere_is_accounted_for():
    """Guards that a number which makes a sum with others is not taken for a slip."""
    assert is_accounted_for(32, [7, 11, 14])
    assert is_accounted_for(24, [22, 15, 13])
    assert not is_accounted_for(33, [7, 11, 14])


def test_a_name_of_two_words_is_told_in_the_same_order_each_time():
    """Guards that no report differs from run to run: words of a set come in another order with each start."""
    text = (
        "2021: Pear Orchard 81%, Low Meadow 62% and Hill Barn 70%; 2022: Pear Orchard 64%, Low Meadow 88% and Hill "
        "Barn 69%; 2023: Pear Orchard 80%, Low Meadow 71% and Hill Barn 74%. Pear Orchard was consistently the strongest."
    )

    (why,) = (each.why for each in judge(read(text)).findings if each.code == "year-after-year")

    assert why == "orchard pear 81, 64, 80; low meadow 62, 88, 71; barn hill 70, 69, 74"
