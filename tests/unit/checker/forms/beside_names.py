"""Figures that stand right beside the name of a table's row and are right, in lists, brackets and clauses.

Guards what is of some of the row, of other times and aims, or of what no table counts.
"""

SAILS = (
    "Table 1. Torn sails reported, by port\n\nPort\tTorn sails\nAyr\t41\nOban\t17\nMull\t23\nTroon\t36\nGirvan\t9\n\n"
)
LOGS = (
    "Table 1. Boats with a valid log, by port (%)\n\nPort\tValid log (%)\nAyr\t69%\nOban\t18%\nMull\t52%\n"
    "Troon\t44%\nGirvan\t33%\n\n"
)
BOATS = (
    "Table 1. Boats with a log, by port\n\nPort\tBoats\tWith a log\t%\nAyr\t52\t41\t79%\nOban\t34\t17\t50%\n"
    "Mull\t30\t23\t77%\nTroon\t45\t36\t80%\nGirvan\t20\t9\t45%\n\n"
)
BREAKS = "Table 1. Rope breaks by month\n\nMonth\tBreaks\nApril\t28\nMay\t35\nJune\t41\nJuly\t17\nAugust\t23\n\n"
ROPES = (
    "Table 1. Ropes checked on time, by month\n\nMonth\tOn time (%)\nApril\t28\nMay\t35\nJune\t41\nJuly\t67\n"
    "August\t73\n\n"
)
ROUNDS = (
    "Table 1. Choirs in tune by round (%)\n\nChoir\tRound 1\tRound 2\tRound 3\nAltos\t35%\t41%\t58%\n"
    "Tenors\t47%\t52%\t66%\nBasses\t29%\t33%\t71%\n\n"
)
NETS = (
    "Table 1. Nets lost and mended, by port\n\nPort\tLost\tMended\nAyr\t41\t17\nOban\t23\t36\nMull\t14\t9\n"
    "Troon\t31\t26\n\n"
)
WARDS = (
    "Table 2: Satisfaction with repairs, by ward\n\nWard\tReplies\tSatisfied\t% satisfied\n"
    "Saltmarsh\t58\t40\t69%\nLongreach\t44\t8\t18%\nSt Mary’s\t62\t37\t60%\nMarket Town\t50\t26\t52%\n"
    "All wards\t214\t111\t52%\n\n"
)
REASONS = (
    "Table 3. Reasons for late delivery\n\nReason\tOrders\t%\nAwaiting parts\t34\t40%\nDriver absent\t21\t25%\n"
    "Wrong address\t17\t20%\nRoad closed\t13\t15%\nTotal\t85\t100%\n\n"
)
LIBRARIES = (
    "Table 1: Share of libraries with each feature (%)\n\nFeature\t2022\t2023\nRamp\t61%\t72%\n"
    "Hearing loop\t38%\t47%\nLarge print\t83%\t79%\nQuiet room\t29%\t29%\n\n"
)
QUARTERS = (
    "Table 4: Complaints received, by quarter\n\nQuarter\tComplaints\nQ1\t52\nQ2\t47\nQ3\t66\nQ4\t38\nTotal\t203\n\n"
)
TEAMS = (
    "Visits completed on time, by team\n\nTeam\tDue\tOn time\nNorthern team\t80\t64\nSouthern team\t75\t45\n"
    "Eastern team\t60\t57\nWestern team\t90\t72\n\n"
)
STATIONS = (
    "| Region | Stations checked | Faults found |\n|---|---|---|\n| North | 24 | 31 |\n"
    "| South | 30 | 18 |\n| East | 18 | 27 |\n| West | 21 | 12 |\n\n"
)
SCHOOLS = (
    "Table 5. Average score and pass rate by school\n\nSchool\tPupils\tPass rate\nOakfield\t120\t88%\n"
    "Beechwood\t95\t74%\nElmhurst\t143\t91%\nAshdown\t87\t66%\n\n"
)
AGES = (
    "Table 6. Age of members\n\nAge group      Members    Share\nUnder 25           36       18%\n"
    "25 to 44           84       42%\n45 to 64           58       29%\n"
    "65 and over        22       11%\n\n"
)
KITCHENS = (
    "Table 1. Meals served on time, by kitchen\n\nKitchen\tMeals\tOn time\t% on time\nHarbour\t240\t204\t85%\n"
    "Station\t180\t117\t65%\nCastle\t150\t141\t94%\nAbbey\t210\t147\t70%\nTotal\t780\t609\t78%\n\n"
)
SHIFTS = "Number of falls by shift\n\nShift\tFalls\nEarly\t14\nLate\t22\nNight\t31\n\n"
HOMES = (
    "Table 3: Residents who felt safe (%)\n\nHome\tFeel safe\nLarch House\t92%\nCedar Court\t77%\n"
    "Willow Lodge\t81%\nThe Poplars\t58%\n\n"
)
CALLS = (
    "Calls answered within a minute\n\nMonth\tCalls\tAnswered within a minute\nJanuary\t420\t81%\n"
    "February\t385\t76%\nMarch\t510\t64%\nApril\t460\t88%\n\n"
)
BRANCHES = (
    "Books borrowed and returned late\n\nBranch\tBorrowed\tReturned late\nCentral\t640\t96\nEastgate\t310\t62\n"
    "Moor Road\t275\t33\nSeaview\t190\t19\n\n"
)
SOURCES = (
    "Table 2. How did you hear of us? (n = 160)\n\nSource\tPeople\t%\nFriend or family\t72\t45%\n"
    "Poster\t40\t25%\nRadio\t32\t20%\nOther\t16\t10%\n\n"
)
WASTE = (
    "Waste sorted properly, by school (%)\n\nSchool\tAutumn\tSpring\nHilltop\t54%\t68%\nLakeside\t71%\t73%\n"
    "Fairview\t39%\t62%\n\n"
)

FORMS: list[tuple[str, str, str, str]] = []

RIGHT = [
    "Sound, by port\n\nPort\tMay\tJune\nAyr\t5 of 31 (16.1%)\t9 of 30 (30.0%)\nOban\t12 of 31 (38.7%)\t6 of 30 (20.0%)\n"
    "Mull\t13 of 31 (41.9%)\t11 of 30 (36.7%)\n\nMay. Highest share below sound: Ayr, 26 of 31 (83.9%).",
    LOGS + "In 2019 the figure for Ayr was 61%.",
    LOGS + "Ayr was 14 points above its 55% target.",
    LOGS + "Ayr was above the target of 60%.",
    LOGS + "Ayr led Mull by 17 points.",
    LOGS + "Nationally the figure was 47%, well below Ayr.",
    LOGS + "Last year Ayr stood at 74%.",
    LOGS + "Ayr improved from 58% last year to 69%.",
    LOGS + "About 70% of boats in Ayr had a valid log.",
    LOGS + "More than 60% of boats in Ayr had a valid log.",
    LOGS + "In Ayr 31% of boats had no valid log.",
    LOGS + "Ayr, which had a response rate of 84%, did best.",
    LOGS + "The ports visited in 2021, among them Ayr, had 62% on average.",
    LOGS + "Women at Ayr (57%) answered more often than men (43%).",
    LOGS + "Oban’s staff turnover of 25% may explain this.",
    LOGS + "The gap between Ayr and Oban was 51 points.",
    LOGS + "Oban (the smallest port, with 12 boats) had the lowest figure.",
    LOGS + "Ayr must reach 75% by March.",
    LOGS + "In the ports other than Ayr, the mean was 37%.",
    LOGS + "Oban fell short of the 60% standard.",
    LOGS + "The 70% target was met by none, though Ayr came close.",
    SAILS + "Of the 41 at Ayr, 12 were found in storms.",
    SAILS + "At Ayr 12 of the torn sails were beyond repair.",
    SAILS + "Ayr had 24 more than Oban.",
    SAILS + "Ayr and Oban together had 58.",
    SAILS + "Ayr, with 16 crews, had the most torn sails.",
    SAILS + "Half of those at Mull were repaired: 12 torn sails were sent off.",
    SAILS + "Last year Ayr had 30 torn sails.",
    SAILS + "Ayr had 41 torn sails, 8 of them new.",
    SAILS + "There were 85 torn sails outside Ayr.",
    SAILS + "Ayr had 41 torn sails, up from 37 the year before.",
    SAILS + "Ayr had at least 40.",
    SAILS + "Torn sails at Ayr rose by 8.",
    SAILS + "A third (33%) of torn sails were at Ayr.",
    SAILS + "Ayr opened 12 years ago and has 41 torn sails.",
    SAILS + "Ayr averaged 3 torn sails a week.",
    SAILS + "The remaining 85 were spread over the four ports other than Ayr.",
    BOATS + "At Ayr, 11 boats had no log.",
    BOATS + "At Ayr 41 of 52 boats had a log; 14 of them were paper logs.",
    BOATS + "A log was missing from 17 boats at Oban.",
    BOATS + "At Ayr 21% had no log.",
    BOATS + "Of the 41 boats at Ayr with a log, 30 (73%) kept it daily.",
    BOATS + "Ayr holds 33% of the logs.",
    BOATS + "Ayr was 29 points above Oban.",
    BREAKS + "In June there were 6 more than in May.",
    BREAKS + "By the end of June there were 104.",
    BREAKS + "In June 5 ropes were replaced.",
    BREAKS + "In June 12 of the breaks were at night.",
    BREAKS + "Between April and June there were 104.",
    BREAKS + "June had 24 more than July.",
    BREAKS + "Breaks in June last year numbered 33.",
    ROPES + "On-time checks rose by 6 points from May to June.",
    ROPES + "In August 27% of ropes were checked late.",
    ROPES + "The target of 80% was missed in August.",
    ROPES + "The rise from May to June was 17%.",
    ROUNDS + "Altos gained 17 points in Round 3.",
    ROUNDS + "Altos rose by 23 points from Round 1 to Round 3.",
    ROUNDS + "Over the three rounds the altos averaged 45%.",
    ROUNDS + "In Round 3 the target was 60%.",
    ROUNDS + "Soprano choirs reached 80% in Round 3.",
    NETS + "Ayr lost 24 more nets than it mended.",
    NETS + "Ayr lost 41 nets, 12 of them new.",
    NETS + "At Ayr 6 nets were sold.",
    WARDS + "Saltmarsh has 120 homes.",
    WARDS + "In Saltmarsh, 12 tenants asked for a call back.",
    WARDS + "Saltmarsh was 17 points above the average for all wards.",
    WARDS + "In Longreach 36 tenants were not satisfied.",
    WARDS + "In Longreach, 82% were dissatisfied or neutral.",
    WARDS + "Longreach’s satisfaction was 31% in 2019.",
    WARDS + "Of the 44 who replied in Longreach, 15 wrote comments.",
    WARDS + "Saltmarsh made up 27% of replies.",
    WARDS + "Saltmarsh accounted for 36% of satisfied tenants.",
    WARDS + "The response rate in Saltmarsh was 48%.",
    WARDS + "The gap between Saltmarsh and Longreach was 51 points.",
    WARDS + "Longreach is a quarter of Saltmarsh; 11 staff work there.",
    WARDS + "In St Mary’s 23 of the satisfied tenants had had a repair in May.",
    WARDS + "Saltmarsh and Longreach had 102 replies between them.",
    WARDS + "Satisfaction in Saltmarsh was 9 points higher than in St Mary’s (60%).",
    WARDS + "Saltmarsh was above the target of 65%.",
    WARDS + "All wards but Longreach were above 50%.",
    WARDS + "In Saltmarsh 21 tenants waited over a month.",
    WARDS + "Complaints in Longreach rose by 30%.",
    WARDS + "Nearly 70% in Saltmarsh were satisfied.",
    WARDS + "Saltmarsh (40 satisfied of 58) did best.",
    WARDS + "Longreach (population 9,400) had the lowest score.",
    WARDS + "Satisfaction in Saltmarsh was 69%, against 62% nationally.",
    WARDS + "Saltmarsh tenants waited 14 days on average, Longreach tenants 37.",
    WARDS + "Repairs in Longreach took 37 days.",
    WARDS + "Market Town staff visited 40 homes.",
    WARDS + "Saltmarsh has had 3 managers since May.",
    WARDS + "We held 4 meetings in Saltmarsh and 2 in Longreach.",
    WARDS + "Saltmarsh’s 58 replies included 40 from satisfied tenants.",
    WARDS + "Longreach had 8 satisfied tenants, 5 of them in new homes.",
    REASONS + "Awaiting parts delayed orders by 12 days.",
    REASONS + "Of the 34 orders awaiting parts, 19 were for tyres.",
    REASONS + "Awaiting parts and driver absent together made up 65%.",
    REASONS + "Driver absence fell by 5 on last year.",
    REASONS + "Without road closures, 72 orders would have been late.",
    REASONS + "Wrong addresses cost £17 each.",
    REASONS + "Road closures lasted 40 hours.",
    LIBRARIES + "Ramps rose by 11 points.",
    LIBRARIES + "The target for ramps is 90%.",
    LIBRARIES + "In 2021, 55% had a ramp.",
    LIBRARIES + "Ramps in 12 libraries were broken in 2023.",
    LIBRARIES + "In large libraries 85% had a ramp.",
    LIBRARIES + "28% of libraries had no ramp in 2023.",
    LIBRARIES + "Between 2022 and 2023 hearing loops rose by 24%.",
    LIBRARIES + "Nationally, 80% of libraries have a ramp.",
    QUARTERS + "Complaints rose by 19 in Q3.",
    QUARTERS + "By the end of Q2 there were 99 complaints.",
    QUARTERS + "In Q3, 12 complaints were about noise.",
    QUARTERS + "Complaints in the first half came to 99.",
    QUARTERS + "Q3 had 28 more than Q4.",
    QUARTERS + "A third (33%) of complaints came in Q3.",
    QUARTERS + "In Q3 last year there were 71.",
    QUARTERS + "On average there were 51 complaints a quarter, and Q3 was above that.",
    QUARTERS + "In Q4 there were 38 complaints, 9 of them about staff.",
    QUARTERS + "In Q4 the 38 complaints took 11 days each.",
    TEAMS + "The Northern team has 12 staff.",
    TEAMS + "The Northern team missed 16 visits.",
    TEAMS + "In the Northern team 16 visits were late.",
    TEAMS + "The Southern team’s rate was 60%.",
    TEAMS + "The Eastern team made 140 calls.",
    TEAMS + "The Western team’s 18 late visits were due to snow.",
    TEAMS + "Of the Northern team’s late visits, 7 were in March.",
    TEAMS + "The Eastern team was on time for all but 3 visits.",
    TEAMS + "The Northern and Western teams had 170 visits due.",
    STATIONS + "North has 9 inspectors.",
    STATIONS + "In the North 20 of the faults were serious.",
    STATIONS + "North had 13 more faults than South.",
    STATIONS + "The West had 12 faults, 4 of which were mended at once.",
    STATIONS + "Faults in the North took 18 days to mend.",
    SCHOOLS + "Elmhurst has 9 classes.",
    SCHOOLS + "Ashdown, with 12 teachers, had the lowest pass rate.",
    SCHOOLS + "At Elmhurst 13 pupils failed.",
    SCHOOLS + "Girls at Oakfield did better (92%).",
    SCHOOLS + "Oakfield was 4 points above the target of 84%.",
    SCHOOLS + "At Ashdown 34% failed.",
    SCHOOLS + "Ashdown’s pass rate has fallen from 74% in 2019.",
    SCHOOLS + "Attendance at Oakfield was 94%.",
    SCHOOLS + "Attendance at Oakfield (94%) and Ashdown (89%) was good.",
    SCHOOLS + "Oakfield, where attendance is 91%, had 88% pass.",
    AGES + "Of those under 25, 9 were students.",
    AGES + "Members under 25 paid £20.",
    AGES + "Women made up 40% of members aged 25 to 44.",
    AGES + "In 2019, 25% of members were under 25.",
    AGES + "12 members aged 65 and over have been there since 1990.",
    KITCHENS + "Station employs 14 cooks.",
    KITCHENS + "Castle has the smallest kitchen, with 6 staff.",
    KITCHENS + "Castle was 9 points ahead of Harbour.",
    KITCHENS + "At Abbey 63 meals were late.",
    KITCHENS + "At Station 35% of meals were late.",
    KITCHENS + "Late meals at Station were mostly due to the lift, which failed 12 times.",
    KITCHENS + "The standard is 90%, and Castle met it.",
    KITCHENS + "Castle, which opened in 2021, served 150 meals.",
    KITCHENS + "Harbour served 31% of all meals.",
    KITCHENS + "Waste at Station came to 22%.",
    KITCHENS + "Staff sickness at Station was 12%.",
    KITCHENS + "Of the late meals at Abbey, 20 were breakfasts.",
    KITCHENS + "Castle and Abbey together served 360 meals.",
    KITCHENS + "The best was Castle (94%); the contract asks for 90%.",
    KITCHENS + "Station had 63 late meals and Harbour 36.",
    SHIFTS + "Night staff number 9.",
    SHIFTS + "At night 12 of the falls led to injury.",
    SHIFTS + "The night shift has 7 staff.",
    SHIFTS + "The night shift had 9 more falls than the late shift.",
    SHIFTS + "Night shifts last 10 hours.",
    SHIFTS + "Of the 31 falls at night, 14 were in bedrooms.",
    SHIFTS + "Falls at night have risen from 24 last year.",
    HOMES + "Larch House has 26 beds.",
    HOMES + "At The Poplars 42% did not feel safe.",
    HOMES + "At The Poplars, 19 residents were asked.",
    HOMES + "Visitors to Cedar Court were happier (88%).",
    HOMES + "The Poplars was rated 3 out of 5 by inspectors.",
    HOMES + "Cedar Court was 15 points behind Larch House.",
    HOMES + "A year ago 70% felt safe at The Poplars.",
    HOMES + "Larch House, inspected on 14 May, had the best result.",
    HOMES + "Women at Cedar Court felt less safe (71%).",
    HOMES + "Staff at Larch House felt safe too (95%).",
    CALLS + "In March 36% of calls waited longer.",
    CALLS + "In March 20 callers complained.",
    CALLS + "By the end of February there had been 805 calls.",
    CALLS + "Calls rose by 125 in March.",
    CALLS + "The March target was 80%.",
    CALLS + "In March the longest wait was 14 minutes.",
    CALLS + "In March last year 72% were answered within a minute.",
    CALLS + "On 12 March the line was down.",
    CALLS + "In April two staff joined and 88% of calls were answered within a minute.",
    CALLS + "Between January and April there were 1,775 calls.",
    BRANCHES + "Central has 14,000 books.",
    BRANCHES + "At Central 15% of books were returned late.",
    BRANCHES + "Eastgate had the highest rate, with 20% returned late.",
    BRANCHES + "Central fined 30 people.",
    BRANCHES + "Seaview is open 18 hours a week.",
    BRANCHES + "Of the 96 late books at Central, 40 were for children.",
    BRANCHES + "Central lent 330 more books than Eastgate.",
    BRANCHES + "At Moor Road 242 books came back in time.",
    BRANCHES + "Moor Road has 45% of its loans in summer.",
    BRANCHES + "Eastgate’s 310 loans were down 12% on last year.",
    SOURCES + "Radio costs £32 a day.",
    SOURCES + "88 people heard by other means than friends or family.",
    SOURCES + "Of the 72 who heard from friends or family, 30 came with them.",
    SOURCES + "Radio and poster together reached 72 people.",
    WASTE + "Hilltop gained 14 points.",
    WASTE + "Lakeside has 340 pupils.",
    WASTE + "Fairview still fell short of the 65% target.",
    WASTE + "In spring Hilltop collected 40 bags.",
    WASTE + "At Fairview, 38% was still not sorted properly in spring.",
    WASTE + "Hilltop’s new bins cover 80% of classrooms.",
]
