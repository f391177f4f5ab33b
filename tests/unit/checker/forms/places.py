"""Parts by kind, all and none over a report, one thing in both."""

ORDER = "Ranked from strongest to weakest, the share of boats passing was: Hulls (73%), Sails (65%), Ropes (48%).\n\nEnd\n\n"

MONTHS = ("By month: May, 20 boats, of which two leaked; June, 18 boats, of which none leaked; July, 22 boats, of which three "
          "leaked. ")  # fmt: skip

FAULTS = "Faults by month\n\nPort\tMay\tJune\tJuly\tTotal\nAyr\t4\t11\t4\t19\nOban\t12\t6\t5\t23\nTroon\t5\t10\t11\t26\nLargs\t8\t3\t7\t18\n\n"

MEANS = "Port\tBoats\tDays\tMean stay\nAyr\t37\t187\t5.1\nOban\t36\t260\t7.2\nTroon\t30\t202\t6.7\nLargs\t22\t117\t{}\n"

# A form, the right figure or word, the wrong one, and the rule that says so.
FORMS = [
    ("Asked about it, 21 strongly agreed and 40 agreed, making {} of 90 who agreed to some extent.", "61", "51", "either-of"),
    ("In total, {} sailors fell ill: 8 of 133 (6.0%) in the oil group and 11 of 130 (8.5%) in the wax group.", "19", "21",
     "parts-by-kind"),
    ("The review led to {} recommendations (10 high, 8 medium, 3 low).", "21", "18", "parts-by-kind"),
    ("Of the nine ports rated weak last time, {} had improved, three were unchanged and two had got worse.", "four", "five",
     "parts-by-kind"),
    ("Four deaths were recorded, all in the oil group.\n\nDiscussion\n\nThere were no deaths in the {} group.", "wax", "oil",
     "all-in-one"),
    ("Two fires were recorded, both in Ayr.\n\nSummary\n\nThere were no fires in {}.", "Oban", "Ayr", "all-in-one"),
    ("Both ports had the same loss rate: 6 of 25 boats (24%) in Ayr and {} in Oban.", "12 of 50 boats (24%)",
     "16 of 50 boats (32%)", "same-of-two"),
    ("24 sailors lived at the mission on the day of our visit.\n\nFindings\n\nOn the day of our visit the mission had {} sailors "
     "living there, and we met six of them.", "24", "21", "on-the-day"),
    ("All 14 boats held a log.\n\nConcerns\n\nIn four of the 14 boats there was no {}.", "flare", "log", "all-had-one"),
    ("Each of the three boats was rated sound. The ratings were: Tern, sound; Kestrel, {}; Auk, sound.", "sound", "worn",
     "all-rated"),
    ("All three boats were judged good. Tern was rated good, Kestrel {} and Auk good.", "good", "poor", "all-rated"),
    ("Every boat held one of three marks: sound 20%, worn 50% and lost {}%.", "30", "20", "one-of-so-many"),
    ("The 14 boats took 266 days in all to mend, an average of {} days.", "19.0", "91.0", "mean-set-in"),
    ("The score was {} percentage points higher among crews (73%) than among owners (52%).", "21", "12", "gap-of-two"),
    ("Of the 257 sailors asked, 246 (95.7%) finished; the other {} withdrew (3 at first and 8 later).", "11", "13",
     "left-plainly"),
    ("Logs came from four ports: Ayr (10), Oban (24), Troon (18) and Largs (33) – {} logs in all.", "85", "89",
     "total-of-names"),
    (ORDER + "{} came out as the strongest area; owners should share it.", "Hulls", "Ropes", "ranked-end"),
    (ORDER + "The strongest area was {}.", "hulls", "ropes", "ranked-end"),
    (MONTHS + "No boats leaked in {}.", "June", "July", "of-which-each"),
    (FAULTS + "In July there were {} faults at Largs.", "7", "11", "sheet-plain"),
    (MEANS, "5.3", "14.3", "sheet-worked"),
    ("The 32 crews had a total time at sea of 1,087 hours, an average of {} hours each.", "34.0", "20.0", "mean-set-in"),
    ("The 48 owners gave 150 points between them on a scale of five. The mean score was {}.", "3.1", "1.3", "mean-set-in"),
    ("We sent {} boats to two ports (102 to Ayr; 111 to Oban).", "213", "211", "parts-by-kind"),
    ("The share fell from 65% in Quarter 1 to 50% in Quarter 2, a fall of {} percentage points.", "15", "14",
     "gap-of-two"),
    ("The share of owners who feel heard {} between 2020 and 2021, from 75% to 48%.", "fell", "increased", "which-way"),
]  # fmt: skip

RIGHT = [
    # What is ranked, led to, told in all, or the first of a list.
    ORDER + "Last year the strongest area was sails.",
    ORDER + "Hulls were the strongest area of practice.",
    "The pier led to 33 complaints (10 noise, 8 smell, 15 light).",
    "In all, 31 of the 40 boats were seen in the harbour; 9 were not.",
    "The most common fault was rust (24 boats). Rot was seen on 14 boats, leaks on 6 and wear on 5.",
    # Lists of what there was each time, and wholes of their own.
    "The number of late logs shows a month-on-month increase: 3 in May, 8 in June, 9 in July and 10 in August.",
    "By month: May, 24 boats, of which two leaked; June, 21 boats, of which four leaked; July, 21 boats, of which none leaked.",
    "The figures were: Ayr, 20 boats, two of which leaked; Oban, 18 boats, none of which leaked. There were no leaks in Oban.",
    "Although most plans were clear, in nine of the forty-two boats (21%) the log was missing.",
    # Pages, and what is done about a bad thing.
    "One in four boats (5 of 20) had no bell. Our handbook (edition 4.1, pages 7 to 9) sets out the ratings.",
    "Recording of pain scores improved from 46% (29 of 63) at first to 69% (34 of 49) at the second audit.",
    # Tables: a share's count by the same word, and two rows alike.
    "The highest number of sound boats was in Oban.\n\nPort\tBoats seen\tGraded sound\t% sound\nAyr\t20\t16\t80%\n"
    "Oban\t27\t19\t70%\nTroon\t41\t12\t29%",
    "State\tMay\tJune\tJuly\nOutstanding\t4\t3\t3\nGood\t16\t15\t15\nWorn\t7\t12\t12\nLost\t0\t3\t5\nTotal\t27\t33\t35",
    # Of other things, other times or another whole.
    "All 14 boats now had a log. Last year four of the 14 boats had no log.",
    "All three boats were rated good for hull. The ratings for sails were: Tern, good; Kestrel, poor; Auk, good.",
    "All three boats were rated good or better. The ratings were: Tern, good; Kestrel, superb; Auk, good.",
    "The loss rate was almost the same in both ports: 24% in Ayr and 25% in Oban.",
    "The 14 boats took 266 days in all to mend, an average of 9.5 working days for each of the 28 repairs.",
    "On the day of our visit 24 sailors lived at the mission. On the day of our last visit 30 sailors lived at the mission.",
    "Four deaths were recorded, all in the oil group. There were no falls in the oil group.",
]  # fmt: skip
