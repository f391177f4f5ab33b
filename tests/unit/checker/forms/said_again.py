"""Plain forms with what was told before said again, by its name or its heading."""

ANSWERS = "Results\n\nItem\tYes\tNo\tTotal\nLog kept\t9\t6\t15\nFlares carried\t11\t4\t15\nRadio carried\t12\t3\t15\nMap held\t15\t0\t15\n\n"
PORTS = "Boats with a log\n\nPort\tBoats\tWith a log\t%\nTiree\t40\t30\t75%\nOban\t50\t20\t40%\nTroon\t30\t27\t90%\n\n"
ROUNDS = "Marks\n\nItem\tFirst visit\tReturn visit\nHave used the pier\t59%\t71%\nKept afloat\t52%\t40%\nFeel listened to\t46%\t56%\n\n"
MONTHS = (
    "Boats\n\nMonth\tBoats\tSound\t%\nMay\t21\t7\t33%\nJune\t20\t16\t80%\nJuly\t28\t20\t71%\nAugust\t34\t32\t94%\n\n"
)
PARTS = (
    "1. Tiree\n\nOf 54 boats here, 28 (51.9%) carried a radio.\n\n2. Oban\n\n15 of 49 boats (30.6%) carried a radio.\n\n"
    "3. Troon\n\n9 of 26 boats (34.6%) carried a radio.\n\nSummary\n\n"
)
LOGS = "A log was found on 44 of 50 boats at Tiree, 9 of 15 at Oban and 17 of 45 at Troon."
LIMIT = "Any item of 75% or more counts as a strength. The items were “Kept up to date”, 65%; “Would come again”, 79%; “Map”, 41%. "
# A form, the right figure or word, the wrong one, and the rule that says so.
FORMS = [
    ("Over the year {} visits were made: 21 by day and the other 15 by night.", "36", "33", "two-parts"),
    ("By May, 12 of the 116 crews (10.3%) had left: 2 moved away, 3 lost interest and {} sank.", "7", "5", "closed-list"),
    ("There were {} yards in all: 16 in the west, 8 in the south and 10 in the north of the bay.", "34", "25", "plain-parts"),
    ("A total of {} boats were seen: 16 at Tiree, 8 at Oban and 10 at Troon.", "34", "25", "plain-parts"),
    ("There were {} boats in total (16 at Tiree, 8 at Oban and 10 at Troon).", "34", "25", "plain-parts"),
    ("{} groups are reported: nine with owners, five with crews and four with visitors.", "Eighteen", "Seventeen",
     "closed-list"),
    ("Asked about the pier, {}% were positive overall (24% strongly agreed and 24% agreed).", "48", "42", "shares-summed"),
    ("The share of late boats remained consistent through the year, at 57%, {}% and 56%.", "55", "31", "spread"),
    ("Late boats were 57% in May, {}% in June and 56% in July.\n\nThis was consistent across the three months.", "55", "31",
     "spread"),
    ("The share of late boats hardly changed over the year, from 37% in May to {}% in July.", "31", "77", "spread"),
    ("We saw 63 boats. Of these, 55 (87%) were sound, 39 ({}%) were new and 33 (52%) were dry.", "62", "71", "odd-share"),
    ("Of the 63 boats seen, 55 (87%) were sound, 39 ({}%) were new and 33 (52%) were dry.", "62", "71", "odd-share"),
    ("Of the 125 boats, 63 were new. In this group, 40 ({}%) leaked.", "63", "36", "share-of-base"),
    ("The scores of the 80 crews came to 468, an average of {} out of 10. The pier was open.", "5.85", "6.5", "mean-told"),
    ("The share of boats that were seen within 14 hours improved from 37% to {}%.", "48", "31", "which-way"),
    ("Compliance {} between cycles. A log was kept on 17/32 boats (53%) in cycle 1 and 23/78 (29%) in cycle 2.", "fell", "rose",
     "order-course"),
    ("We tested 94 pumps (total £8,314) and 4 failed, a failure rate of {}%.", "4.3", "96", "rate-of-two"),
    ("We tested 94 pumps, of which 4 failed, a failure rate of {}%.", "4.3", "96", "rate-of-two"),
    ("{}%[1] of boats had a log.\n\n[1] 36 of 40 boats.", "90", "97", "footnoted"),
    ("A total of 144 boats came. The survey was registered as number 2187. In all, {}% (n = 40) had a log.", "28", "13",
     "share-of-base"),
    ("Bell kept in order: {}/40.", "35", "45", "above-slashed"),
    ("Marks (Old Care Crew 91, Care Crew 60, Young Crew 91, Crew of Care 76) gave a mean of {}.", "79.5", "82.5",
     "mean-of-list"),
    ("Each set of oars was rated once. Overall, 14% were rated Sound, 23% Worn and {}% Lost.", "63", "54", "shares-of-all"),
    (LIMIT + "“{}” is a strength.", "Would come again", "Kept up to date", "as-defined"),
    ("Fees ranged from £640 to £1,150. Of 95 boats, 57 (60%) had a log, which {} the 85% target.", "misses", "exceeds",
     "against-target"),
    (LOGS + "\n\nAs said above, at Oban {} of the 15 boats had a log.", "9", "6", "told-twice"),
    ("In all, 18 of the 36 boats were weighed.\n\nWeighing\n\nThe class was changed for 14 of the {} boats that were weighed.",
     "18", "22", "same-said"),
    (PARTS + "The share was higher in {}.", "Tiree than in Oban", "Oban than in Tiree", "section-told"),
    (PARTS + "The share of boats with a radio was lowest in {}.", "Oban", "Troon", "section-told"),
    (PARTS + "More boats carried a radio in {}.", "Tiree than in Troon", "Oban than in Tiree", "section-told"),
    (ANSWERS + "All 15 boats {}.", "held a map", "carried a radio", "sheet-fraction"),
    (ANSWERS + "All of the boats {}.", "held a map", "carried a radio", "sheet-fraction"),
    (ANSWERS + "A radio was carried by {} of the 15 boats.", "12", "10", "sheet-fraction"),
    (PORTS + "At Oban, 20 of the {} boats had a log.", "50", "56", "sheet-fraction"),
    (PORTS + "Most boats at {} had a log.", "Troon", "Oban", "sheet-half"),
    (PORTS + "The share was higher at {}.", "Troon than at Tiree", "Tiree than at Troon", "sheet-compared"),
    (ROUNDS + "Both “Feel listened to” and “{}” improved.", "Have used the pier", "Kept afloat", "sheet-counted"),
]  # fmt: skip
RIGHT = [
    "At the week 24 visit, 33 boats were seen: 21 were afloat and the other 12 were ashore.",
    "There were 50 yards in all: 16 in the west, 8 in the south and 10 in the north; the others did not answer.",
    "In the survey, 42% of owners were content (24% of the very old and 61% of the young).",
    "Staff gave consistent advice through the year, and 77%, 31% and 56% of boats were late in the three quarters.",
    "Of the 93 boats in the Tiree group, 35 were new. In this group, 16 (17%) leaked.",
    "The share of crews who were ill again within 30 days improved from 4.8% to 3.7%.",
    "The share of those who left within 30 days improved from 4.8% to 3.7%.",
    "Blood pressure: 140/90.",
    "The share of late boats was stable in both ports, with 77% at Tiree against a target of 31%.",
    "Attendance was similar in both groups, though 77% of men and 31% of women left early.",
    "We saw 63 boats. Of these, 55 (87%) were sound; of which 39 (71%) were new; and 33 (52%) were dry.",
    "We tested 94 pumps and 90 passed, a failure rate of 4.3%.",
    "More boats had improved since the last visit (26) than had got worse (20).",
    "Each of the 75 boats was graded: 29 were graded Sound, 31 Fair, 7 Worn and 8 Lost.",
    "There were no leaks in the oil group. The five leaks in the wax group were seen to.",
    "The highest number of leaks was at Tiree (30), compared with 14 at Oban and 13 at Troon.",
    "Month by month, the falls that were reported numbered 7 in May, 0 in June, 2 in July and 4 in August.",
    "The faults found were no rope (29), missing oar (11), wrong flag (15) and late arrival (24).",
    "5 of the 31 boats had no chart. Mean time to port was 6.4 hours (SD 3.1).\n\nAll 31 boats had a rope.",
    "3.1 Sails\n\nFor sails, 21 of the 53 boats were graded Good.\n\n3.2 Assessment\n\nFor assessment, 15 of the 53 boats "
    "were graded Good.",
    LOGS + " Of old, 6 of the 15 boats at Oban had a log.",
    LOGS + " At Oban 6 of the 15 boats had a radio.",
    LOGS + " At Oban 6 of the 15 boats had no log.",
    PARTS + "The share of boats with flares was higher in Oban than in Tiree.",
    PARTS + "The share was not higher in Oban than in Tiree.",
    ANSWERS + "All 15 boats were checked for a radio that is carried.",
    ANSWERS + "All small boats carried a radio.",
    ANSWERS + "10 of the 15 boats carried a log and a radio.",
    PORTS + "At Oban, 20 of the 35 boats from the north had a log.",
    PORTS + "All boats at Troon were seen.",
    PORTS + "Troon had more boats with a log than Oban.",
]
