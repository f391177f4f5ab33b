"""Plain forms whose words, figures or paragraphs stand in another order."""

# A form, the right figure or words, the wrong ones, and the rule that says so.
FORMS = [
    ("Log up to date: the Ayr crew, 14 of 26 (54%); the Oban crew, 15 of 39 (38%); the Troon crew, 8 of 12 (67%). Together "
     "this makes {} of 77.", "37", "35", "fractions-summed"),
    ("Logs kept:\n\n- Ayr: 14 of 26\n- Oban: 15 of 39\n- Troon: 8 of 12\n- Total: {} of 77", "37", "35",
     "fractions-summed"),
    ("In all, {} of 77 boats had a log:\n\n- Ayr: 14 of 26\n- Oban: 15 of 39\n- Troon: 8 of 12", "37", "35",
     "fractions-summed"),
    ("Of the 16 boats, 12 (75%) had a log. {}.\n\nThe 7 boats that had a spare pump were at Troon.",
     "Few had a spare pump", "No boats had a spare pump", "but-some"),
    ("{} of the 29 crews had sailed at night.\n\nAnnex 5 describes the 5 of 29 crews (17%) who had sailed at night.",
     "Some", "None", "but-some"),
    ("{} 40 boats carried flares.\n\nThe exceptions were the 3 boats that did not.", "Most of the", "All", "but-some"),
    ("## Rigging\n\n| Grade | Boats |\n|---|---|\n| Good | 39 |\n| Fair | 20 |\n| Poor | 29 |\n\n## Paint\n\n"
     "| Grade | Boats |\n|---|---|\n| Good | 24 |\n| Fair | 36 |\n| Poor | 9 |\n\n## Conclusion\n\nFor {}, more boats were "
     "rated Fair than Poor.", "paint", "rigging", "sheet-compared"),
    ("| Reason | Boats |\n|---|---|\n| A torn sail | 32 |\n| A wet log | 14 |\n| A lost oar | 23 |\n\nThe most common reason "
     "for late arrival was a {}.", "torn sail", "lost oar", "sheet-most"),
    ("## Bows\n\nOf the 104 boats, 80 (77%) had a log.\n\n## Sterns\n\nOf the 104 boats, 39 (37.5%) carried flares.\n\n"
     "## Conclusion\n\n{} boats carried flares than had a log.", "Fewer", "More", "compared"),
    ("The full breakdown of grades (one per boat, none left ungraded) was as follows: 5% were graded sound, 27% fair, 11% worn "
     "and {}% broken.", "57", "47", "all-of-hundred"),
    ("There are only four possible grades, and each of the boats has one of them: 6% were judged sound, 20% were judged fair, "
     "{}% were judged worn and 10% were judged broken.", "64", "54", "one-of-so-many"),
    ("Base: all boats (N = 152). Log kept (64%, n=97); flares carried ({}%, n=121).", "80", "76", "odd-share"),
    ("| Grade | Boats | % |\n|---|---|---|\n| Sound | 43 | 25 |\n| Fair | 44 | 26 |\n| Top two | 87 | 51 |\n| Worn | 26 | 15 |\n"
     "| Broken | 58 | 34 |\n| Net: bottom two | {} | 49 |\n| All boats | 171 | 100 |", "84", "88", "sheet-made-of"),
    ("| Grade | Boats |\n|---|---|\n| Sound | 43 |\n| Fair | 44 |\n| Worn | 26 |\n| Fair or better | {} |", "87", "89",
     "sheet-made-of"),
    ("| Grade | Boats |\n|---|---|\n| Sound | 44 |\n| Fair | 46 |\n| Worn | 29 |\n| Broken | 56 |\n\n{} of 175 boats were in "
     "the first two rows, “Sound” and “Fair”.", "90", "93", "sheet-altogether"),
    ("Overall, {}% were very content (27%) or fairly content (16%).", "43", "52", "either-of"),
    ("Most boats were graded {}. Of the 103, 13 were graded sound, 10 fair, 56 worn and 24 broken.", "worn", "sound",
     "most-of-them"),
    ("Of the 103 boats seen, 13 were graded sound, 10 fair, 56 worn and 24 broken. The majority of boats were graded {}. The "
     "last list was printed on 3 March 2022.", "worn", "sound", "most-of-them"),
    ("The work cost £14,250. Ayr had 7 boats. Oban had {}, exactly twice as many as Ayr.", "14", "10", "share-more"),
    ("‘Fault log kept’ was the strongest area in every period. In 2021, oars sound 64%, fault log kept 84% and ropes dry 77%; in "
     "2022, oars sound 53%, fault log kept {}% and ropes dry 79%; in 2023, oars sound 59%, fault log kept 79% and ropes dry "
     "70%.", "82", "72", "held-first"),
    ("Doses were raised from 5 mg to 20 mg over 4–6 weeks. {}: Ayr had 92%, 93% and 94% in rounds one, two and three; Oban had "
     "88%, 73% and 74%.", "Ayr consistently scored above Oban", "Oban consistently scored above Ayr", "order-pairs"),
    ("| Month | Dry boats (%) |\n|---|---|\n| May | 70 |\n| June | 81 |\n| July | 61 |\n\nOver the period dry boats fell from "
     "{}% (May) to 61% (July).", "70", "67", "sheet-ends-named"),
    ("| Grade | Boats |\n|---|---|\n| Sound | 4 |\n| Fair | 5 |\n| Worn | 15 |\n| Seen twice | 12 |\n| Total | {} |\n\nThe 12 "
     "in the row “Seen twice” are already counted under their grade.", "24", "36", "sheet-sum"),
    ("| Fault | May | June |\n|---|---|---|\n| Rust seen | 53% | 57% |\n| Rot seen | 48% | 55% |\n| Leaks seen | 57% | 84% |\n\n"
     "“Leaks seen” rose from 57% to {}% between May and June.", "84", "77", "sheet-from-to"),
    ("The most common fault was rust ({}). Other faults were deep rot (26), untidy ropes (12) and leaks (4).", "33", "23",
     "others-told"),
    ("The 39 boats consisted of 16 from Ayr, 17 from Oban, {} from Troon and 2 from Leith.", "4", "6", "plain-parts"),
    ("Leaks numbered 29 in March, 19 in April, 23 in May, 19 in June and 21 in July, an average of {} per month.", "22.2",
     "18.9", "mean-of-list"),
    ("{} of 54 boats were spot-checked this quarter. Of the 13 boats spot-checked this quarter, 2 leaked.", "Thirteen",
     "Eleven", "taken-up"),
    ("The rate was {} per 10,000 boats under sail (393 losses; 33,851 boats under sail).", "116.1", "11.6", "per-so-many"),
    ("Overall, 5 boats, {}% of the 32 seen, had a pump.", "16", "14", "share-of-told"),
    ("Two from Ayr, eight from Oban and nine from Troon fell short, making {} boats in all.", "nineteen", "seventeen",
     "plain-parts"),
    ("Scores: sails 81%, ropes 87%, oars 74% and logs 51%. We treat 80% and above as a strength.\n\n{} are a strength of the "
     "club.", "Sails", "Oars", "as-defined"),
    ("The number of leaks was {} in May, 9 in June and 0 in July. The reference for this exercise is QA/2025/552. There were no "
     "leaks in May.", "0", "8", "none-in"),
]  # fmt: skip
RIGHT = [
    "Logs were kept by 14 of 26 at Ayr, 15 of 39 at Oban and 8 of 12 at Troon. Flares were kept by 35 of 77 boats.",
    "Logs were kept by 14 of 26 at Ayr, 15 of 39 at Oban and 8 of 12 at Troon. Last year it was 35 of 77 together.",
    "All 40 boats at Ayr carried flares.\n\nThe three boats that did not carry flares were at Troon.",
    "## Ayr\n\nOf the 104 boats seen, 80 (77%) had a log.\n\n## Oban\n\nOf the 114 boats seen, 39 (34%) had a log.",
    "## Ayr\n\nOf the 104 boats seen, 80 (77%) had a log.\n\n## Oban\n\nOf the 204 boats seen, 99 (49%) carried flares.\n\n"
    "## Conclusion\n\nFewer boats carried flares than had a log.",
    "Every boat was given one grade: 15% were sound, 21% worn and 59% broken; the rest were lost.",
    "Each boat falls into one of five classes: 15% were sound, 21% were worn, 39% were broken and 16% were lost.",
    "Every boat was given one score for each area. In paint 15% were good, in rigging 21%, in sails 59% and in oars 16%.",
    "All 152 sailors were asked. Men (64%, n=70) felt safe less often than women (70%, n=82).",
    "| Harbour | Boats |\n|---|---|\n| Ayr | 43 |\n| Oban | 44 |\n| Troon | 26 |\n| Leith | 58 |\n| Top two | 102 |",
    "| Grade | Boats |\n|---|---|\n| Worn | 43 |\n| Fair | 44 |\n| Sound | 26 |\n| New | 58 |\n| Not known | 9 |\n| Top two | 84 |",
    "Of those asked, 52% used the bus (27% each day) or the train (35% each day).",
    "Most boats were graded fair or worn. Of the 103, 13 were graded sound, 40 fair, 26 worn and 24 broken.",
    "Most boats at Ayr were graded sound. Of the 103 seen in all, 13 were graded sound, 10 fair, 56 worn and 24 broken.",
    "Ayr had 10 boats and Troon 7. Oban had 14, twice as many as Troon.",
    "Ayr had 20 boats. Oban had 28, not twice as many as Ayr.",
    "| Quarter | Boats |\n|---|---|\n| Q1 | 40 |\n| Q2 | 50 |\n| Q3 | 60 |\n\nCrews rose from 40 in Q1 to 55 in Q3.",
    "The 39 boats included 16 from Ayr, 7 from Oban and 6 from Troon.",
    "This year 19 of 36 crews (53%) came to the final lap, a fall from 45 of 54 (83%) last year.",
    "| Area | 2022 | 2023 |\n|---|---|---|\n| Matched to a log | 54% | 44% |\n| Dry | 48% | 47% |\n\n‘Matched to a log’ fell "
    "from 54% to 44%.",
    "Of the 46 boats seen, 42 (91%) had a log kept, 0 (0%) had a pump within reach and 36 (78%) had a rope coiled.",
    "In this round 49 of the 68 boats had a second coat, while 13 showed a valid plate.",
    "The next list is due by 22 March 2025.\n\n| Month | Leaks |\n|---|---|\n| April | 5 |\n| May | 0 |\n| June | 7 |",
    "No boats sank in the harbour. The four boats that sank at sea were insured.",
    "None of the boats had enough oil. The two boats with oil had a litre each.",
]
