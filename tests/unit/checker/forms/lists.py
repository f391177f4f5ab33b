"""Plain forms of lists, of all told again, of shares bound to their figures: each right, and with one slip."""

PIERS = (
    "By pier: north, 40 ropes tried, no faults; south, 25 ropes tried, two faults; east, 30 ropes tried, one fault. "
)

CHOIRS = "Choirs in which at least 80% sang are counted as lively, and those below 70% as sleepy.\n\nSong by choir\n\n"

CHOIRS += "Choir\tSang\nLark\t64%\nWren\t89%\nFinch\t91%\nRobin\t75%\n\n"
LEAKS = "Leaks by port\n\nPort\tLeaks\nAyr\t5\nOban\t6\nTroon\t14\nLargs\t3\n"

GOING = "Ports\n\nMonth\tOpen leaks\tNew leaks\nMay\t56\t14\nJune\t54\t16\nJuly\t{}\t18\nAugust\t31\t16\n\n"

ROUNDS = "Marks by round were as follows. Round 1: Lark 86%, Wren 83%; round 2: Lark {}%, Wren 77%; round 3: Lark 84%, Wren 80%."

BOATS = "Boats seaworthy\n\nYear\tBoats\tSeaworthy\t% seaworthy\n2019\t36\t23\t64%\n2020\t53\t31\t58%\n2021\t109\t37\t34%\n\n"

TIES = "Share sung, by choir\n\nChoir\tQ1\tQ2\tQ3\nLark\t84%\t67%\t74%\nWren\t80%\t{}%\t72%\nFinch\t78%\t67%\t71%\nRobin\t88%\t67%\t86%\n\n"

# A form, the right figure or word, the wrong one, and the rule that says so.
FORMS = [
    (PIERS + "No faults were found in {}.", "north", "south", "some-listed"),
    (PIERS + "Faults were found in {} three piers.", "two of the", "all", "some-listed"),
    (PIERS + "Faults arose in both {} and east.", "south", "north", "some-listed"),
    (PIERS + "Faults were found only in {}.", "south and east", "east", "some-listed"),
    (CHOIRS + "{} was lively.", "Finch", "Robin", "as-defined"),
    (CHOIRS + "{} was sleepy.", "Lark", "Wren", "as-defined"),
    ("A leak is called large if it is above 40 litres. Leaks: Ayr 52, Oban 31, Troon 47. {} was large.", "Troon", "Oban",
     "as-defined"),
    ("Rust was on 6 boats (15%), rot on 10 ({}%) and weed on 33 (82.5%). All percentages are of the whole fleet.", "25", "35",
     "shares-of-one"),
    ("With 84 leaks over 400 dives, the club had {} leaks for every 100 dives.", "21", "27", "per-so-many"),
    ("In {}% of the 109 boats, i.e. 52 boats, the pump was dry.", "47.7", "57.4", "share-of-told"),
    ("The survey covered 293 boats. The log was torn in 40 cases, or {}%.", "13.7", "2.7", "share-of-told"),
    ("The aim was met by 87 of the 194 boats (n = 194), a compliance of {}%.", "44.8", "44.5", "share-of-told"),
    ("Taken together, {}% were content: 40% were fairly so and 38% very.", "78", "83", "shares-summed"),
    ("Some 26% agreed and a further 27% strongly agreed, so that {}% agreed to some degree.", "53", "48", "shares-summed"),
    ("We rang 40 owners: 22 wrote back ({}%), 8 rang back and 10 did neither.", "55", "45", "part-told"),
    ("Of the 62 leaks, 13 had been mended in full, 17 in part and 32 not at all. Full mending therefore stands at {}%.", "21",
     "24", "part-told"),
    ("Fourteen of the 51 boats in the quarter were resealed.\n\nAll {} resealed boats of the quarter were sound.", "14", "18",
     "again-in-all"),
    ("This report contains 30 pleas, of which six are old.\n\nThe port has heard all {} pleas in this report.", "30", "27",
     "again-in-all"),
    ("We visited 31 ports in the year and tried their bells.\n\nAt each of the {} ports visited in the year, a bell rang.", "31",
     "34", "again-in-all"),
    ("We saw 33 boats. Every one of them, {} out of 33, held a licence.", "33", "32", "all-counted"),
    ("We saw 15 boats and {} of them had enough rope. It is to their credit that all the boats seen had enough rope.", "15",
     "14", "all-as-counted"),
    ("We noted that {}/29 boats were late.", "27", "31", "above-slashed"),
    ("The yard lists {} pumps: two old ones, six new and 16 on loan. Pumps above £60 need two keys.", "24", "22", "bare-list"),
    ("In all 357 calls were made to 170 owners (mean {} per owner).", "2.1", "1.0", "mean-set-in"),
    ("Between them the two crews comprised {} sailors: north (n = 371) and south (n = 367).", "738", "736", "plain-parts"),
    ("Leaks by size were: large, 5; middling, 14; small, 13; total, {}. Large ones need two pumps.", "32", "34", "plain-parts"),
    ("Every boat was put into one of four grades: Mark I 37.4%, Mark II 11.8%, Mark III {}% and Mark IV 20.1%.", "30.7", "36.7",
     "all-of-hundred"),
    ("Asked for a view, around a quarter of the 253 owners ({}%) wrote back.", "26", "36", "worded-share"),
    ("The share of boats in time {} from 61% (25 of 41) in spring to 51% (38 of 74) in autumn.", "fell", "rose", "which-way"),
    ("Boats without a plan went {} every month: 24 in May, 17 in June, 12 in July and 5 in August.", "down", "up", "steps"),
    (ROUNDS + "\n\nLark came first in all three rounds. The bell cost £30.", "91", "71", "year-after-year"),
    ("Share of ropes sound, by port: Ayr 96%; Oban 94%; Troon 68%.\n\nThe highest share was at {}. It was 4 °C to 6 °C.", "Ayr",
     "Troon", "foremost"),
    ("The {} leaks found in the year are set out by port below.\n\n" + LEAKS, "28", "31", "sheet-altogether"),
    (GOING + "The table shows a steady month-on-month fall in open leaks.", "40", "57", "sheet-moving"),
    (BOATS + "The number of seaworthy boats {} in each year.", "rose", "fell", "sheet-changed"),
    (TIES + "Robin was consistently the strongest choir.", "66", "81", "sheet-most"),
]  # fmt: skip

RIGHT = [
    CHOIRS,
    PIERS,
    "Boats scoring at least 80% are counted as sound, and those below 70% as worn.",
    "Rust was on 12 boats (40%) and rot on 24 (80%). Each percentage is a share of all the boats, the same number throughout.",
    "Surveyors graded 5 boats Outstanding, 3 Good, 21 Requires Improvement and 9 Inadequate, making 38 graded boats in total.",
    "The hold was between 2 °C and 8 °C. This round took in sixteen boats (six sloops, two ketches and eight yawls).",
    "The crew were aged between 5 and 27. Late starts went up every month: 5 in May, 17 in June, 18 in July and 27 in August.",
    "Between them the two crews comprised 334 sailors: north (n = 167) and south (n = 167).",
    "Share sung, by choir\n\nChoir\tQ1\tQ2\tQ3\tQ4\nKestrel Rise\t88%\t79%\t89%\t82%\nWren\t73%\t59%\t82%\t70%\n"
    "Finch\t69%\t76%\t81%\t75%\n\nKestrel Rise was consistently the strongest choir.",
    "Faults\n\nFault\tBoats\tShare (base 257)\nRust\t62\t24%\nRot\t44\t17%\nLeaks\t55\t21%\nWear\t23\t9%\nWeed\t70\t27%\n",
    "Faults by crop: hay one, straw two, oats one. Faults were found in each of the three crops.",
    "Classes\n\nClass\tSpring\tAutumn\nNew\t5\t6\nOld\t16\t10\nWorn\t13\t9\nLost\t6\t2\nof which mended\t5\t11\nTotal\t40\t27\n",
    "Leaks by quarter\n\nQuarter\tBoats\tLeaks\nQuarter 2\t26\t17\nQuarter 3\t34\t18\nQuarter 4\t77\t35\n",
    "In all, 687 bells were rung for 60 boats, a mean of 11.4 per boat.",
    "The fee for a visit is £100.\n\nVisits\n\nPort\tVisits\tLeaks\nAyr\t25\t28\nOban\t25\t45\nTroon\t12\t36\nLargs\t5\t19\n",
    "The hold lay between 2 °C and 5 °C.\n\nLeaks\n\nPort\tVisits\tLeaks per visit\nAyr\t15\t3.3\nOban\t15\t2.2\nTroon\t15\t3.2\n",
    "A fall was more common on oil (50/160, 31.3%) than on wax (48/192, 25.0%).",
    "Thirteen ropes broke, five in the first crew (7%) and eight in the second (11%).",
    "We tested 151 bills in the year. Of the new ones, the 26 bills tested in the year were all paid.",
    "We finished 28 logs. 13 were given full marks, 6 fair marks, 1 poor marks and 8 no marks.",
]  # fmt: skip
