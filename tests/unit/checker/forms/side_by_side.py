"""Figures that stand side by side with the words that bind them: respectively, a difference, a change in brackets, a rate.

Of the right ones it guards brackets of the last alone, other things, other measures, and what is some of them only.
"""

SHARES = "Measure (%)\tQ1\tQ2\tQ3\nLog kept\t86\t71\t91\nRope dry\t75\t95\t47\nRope dry at sea\t61\t72\t80\n\n"

GRADED = "Grade\tBoats\nSound\t14\nFrayed\t15\nWorn\t8\nLost\t5\nTotal\t42\n"

GIVEN = "Each boat was given one overall grade.\n\nTable 3. Grade, all boats (n = 241)\n\nGrade\t% of boats\nSound\t{}\nWorn\t12\nLost\t41\n"

LEAKS = "Leaks by month\n\nMonth\tAyr\tOban\nMay\t4\t12\nJune\t{}\t3\nJuly\t5\t5\n\nNo leaks were reported on Ayr pier in June."

# A form, the right figure or word, the wrong one, and the rule that says so.
FORMS = [
    ("At Ayr and Oban, {} of 42 and 2 of 34 boats (60% and 6% respectively) had a log.", "25", "35", "told-in-order"),
    ("Logs were kept by {} respectively (25 of 42 and 2 of 34).", "60% and 6%", "6% and 60%", "told-in-order"),
    ("18 of 34 boats at Ayr, 10 of 40 at Oban and 7 of 20 at Troon ({}, respectively) had a log.", "53%, 25% and 35%",
     "53%, 35% and 25%", "told-in-order"),
    ("The mark was reached by 57 of 157 (36.3%) on oil and 9 of 118 (7.6%) on wax, a difference of {} percentage points.",
     "28.7", "30.9", "gap-of-two"),
    ("Logs were kept by 57 of 157 (36%) at Ayr and 9 of 118 (8%) at Troon. The absolute difference was {} points (95% CI 20 to "
     "38).", "29", "33", "gap-of-two"),
    ("Leaks found fell by {}% on the year before (48 to 38).", "21", "14", "change-bracketed"),
    ("Dives {} by 15% on last year (130 to 150).", "rose", "fell", "change-bracketed"),
    ("There was a {}% fall in leaks (from 80 in 2021 to 60 in 2022).", "25", "35", "change-bracketed"),
    ("Sales rose by £{} in the year (£1,200 to £1,450).", "250", "350", "change-bracketed"),
    ("Logs kept rose by {} points (from 48% in 2021 to 60% in 2022).", "12", "15", "change-bracketed"),
    ("Results by grade: Sound, 10; Worn, 22; Lost, 41; No grade, 19 ({} boats).", "92", "89", "total-of-names"),
    ("The results were: Sound, 9; Worn, 40; Lost, 27; No grade, 31 (total {}).", "107", "117", "total-of-names"),
    ("All of the boats carried a full log. Full log carried: {} of 61.", "61", "57", "headed-count"),
    ("Rope kept dry: {} of 40. None of the crews kept the rope dry.", "0", "3", "headed-count"),
    ("Mean scores were: Ropes 2.2; Sails 2.8; Pay and berths 3.6. {}, the lowest-scoring part, needs the most work.", "Ropes",
     "Sails", "set-in-rank"),
    ("Owners chose one answer. The breakdown was yes 62%, perhaps 13%, not yet 10% and no {}%.", "15", "25", "shares-of-names"),
    (SHARES + "“Log kept” rose from {}% in Q1 to 91% in Q3.", "86", "71", "sheet-ends-named"),
    (SHARES + "Rope dry at sea rose from 61% in Q1 to {}% in Q3.", "80", "72", "sheet-ends-named"),
    ("We saw 49 boats, of which 12 were mended.\n\nAcross the {} boats that were mended, one fault was common.", "12", "14",
     "those-again"),
    ("Bills above £5,000 need two names. We tested 240 bills with a value of £470,450; 17 failed (an error rate of {}%).",
     "7.1", "10.1", "rate-of-two"),
    ("We sent out 329 forms and had 91 back (a {}% response rate).", "28", "22", "rate-of-two"),
    ("There were 56 boats in the sample; 5 boats, or {}% of the total, had a log.", "9", "3", "rate-of-two"),
    ("The share was much the same, all within five percentage points of one another: Ayr {}%, Oban 68%, Troon 67% and Largs 69%.",
     "65", "55", "list-within"),
    ("73% of owners said they felt safe and the remaining {}% fell short of this.", "27", "32", "shares-of-all"),
    ("57% of boats had a log. The other {}% did not.", "43", "48", "shares-of-all"),
    ("Log kept. Of the 75 boats seen, four were left out of this question. Of the remaining {}, 27 (38%) had one.", "71", "73",
     "left-plainly"),
    (f"Table 1 gives the grade of all {{}} boats in the sample.\n\nTable 1. Grade\n\n{GRADED}", "42", "45", "sheet-captioned"),
    (GIVEN, "47", "35", "sheet-hundred"),
    (LEAKS, "0", "3", "sheet-nothing"),
    ("The share stayed exactly the same, at 62% in the first round and {}% in the second.", "62", "70", "as-many"),
]  # fmt: skip

RIGHT = [
    "Faults were rust 9, rot 40 and leaks 27 (41 last year).",
    "The boats came from Ayr 9, Troon 40 and Largs 27 (30 crews).",
    "57% of boats had a log. The other 20% of the fund was kept.",
    "We tested 240 bills; 17 failed (a pass rate of 92.9%).",
    "All of the boats carried a log. Rope carried: 57 of 61.",
    "We saw 49 boats, of which 12 were mended in May. The 4 boats that were mended were old.",
    "Of the 48 choirs, 7 were placed Gold, 11 Silver and 30 Bronze. Of the Gold and Silver choirs, 9 were asked back.",
    "Owners chose as many answers as they liked. The breakdown was food 62%, price 43%, crew 40% and quay 25%.",
    "In June 49 boats came, of which 12 were mended. In July the 14 boats that were mended were new.",
    "Complaints by port were: Ayr 22; Oban 28; Troon 36. Ayr, the best port, will be copied.",
    "Owners chose one answer to each question.\n\nShare who agreed (%)\n\nQuestion\t%\nSafe\t40\nClean\t35\nCheap\t42\n",
    "It was reached by 36% on oil and 8% on wax, a relative difference of 78%.",
]
