"""What several sentences, lines or paragraphs tell one item each, and what is said of all of them."""

PIERS = "At Ayr, 12 of 31 boats (39%) had a log.\n\nAt Oban, 15 of 19 boats (79%) had a log.\n\n{}"
SCORES = "For sails, the score was 86%.\n\nThe score for ropes was 72%.\n\nPumps: the score was 58%."
MONTHS = "In May, the score was 58%.\n\nIn June, the score was 72%.\n\nIn July, the score was {}%."
# A form, the right figure or word, the wrong one, and the rule that says so.
ONE_EACH = [
    (PIERS.format("Overall, for both piers, {} of 50 boats had a log."), "27", "25", "fractions-summed"),
    (PIERS.format("Taking the two piers together, {} of 50 boats had a log.").replace("\n\n", " "), "27", "31",
     "fractions-summed"),
    (f"{SCORES}\n\nThe visit was on 9 May 2023.\n\nThe weakest area was {{}}.", "pumps", "ropes", "foremost"),
    (f"{{}} was the strongest area.\n\n{SCORES}", "Sails", "Pumps", "foremost"),
    (f"{SCORES} The lowest score was for {{}}.".replace("\n\n", " "), "pumps", "ropes", "foremost"),
    (f"{MONTHS}\n\nThe score rose each month.", "86", "66", "steps"),
    (f"The score rose each month.\n\n{MONTHS}", "86", "66", "steps"),
    ("In May, 29 of 50 boats (58%) had a log. In June, 36 of 50 (72%) did. In July, {} did. The share with a log rose each month.",
     "43 of 50 (86%)", "33 of 50 (66%)", "steps"),
    ("Logs were kept by 83% in 2023, {} percentage points higher than in 2022 (73%).", "10", "15", "gap-of-two"),
    ("The share with a log (61.4%) was {} points lower than last year, when it was 70.6%.", "9.2", "4.2",
     "gap-of-two"),
    ("Of the 48 boats, 7 were at Ayr and 11 at Oban. Together these two piers had {}.", "18 of the 48 (38%)",
     "21 of the 48 (44%)", "named-together"),
    ("Ayr had 7 boats and Oban had 11. Between them they had {} of the 48 boats.", "18", "21", "named-together"),
    ("Rust (7 boats) and rot (11) together made up {} of the 48 boats.", "18", "21", "named-together"),
    ("There were 48 leaks: 7 due to rust, 11 due to rot and 30 due to wear. Rust and rot together accounted for {}.",
     "18", "21", "named-together"),
    ("There were {} leaks. Each leak was put under one heading: rust (22), rot (4) and wear (17).", "43", "45",
     "shares-of-names"),
    ("Every leak was given one main cause: rust (22), rot (4) and wear (17). In all there were {} leaks.", "43", "46",
     "shares-of-names"),
    ("A total of {} leaks were logged, each under a single heading:\n\n- rust: 13\n- rot: 7\n- wear: 15\n- ice: 4", "39",
     "35", "bulleted"),
    ("Owners were asked to pick one of four answers, and all did: 18% said always, 32% said often, 14% said seldom and {}% "
     "said never.", "36", "28", "shares-of-names"),
    ("We sent 310 forms and 132 came back.\n\nReplies came by post.\n\nWith a response rate of {}, some care is needed.",
     "43%", "49%", "drawn-rate"),
    ("The response rate was {}.\n\nThe form was sent to 310 owners and 132 replied.", "43%", "49%", "drawn-rate"),
    ("We saw 49 boats. Of these, 12 were mended and 37 were not.\n\nThe visit was short.\n\nThe {} boats that were mended show "
     "what can be done.", "12", "14", "those-again"),
    ("There were 20 leaks: 4 high risk, 9 medium risk and 7 low risk.\n\nThe visit was short.\n\nThe {} high risk leaks should "
     "be mended by May.", "four", "six", "those-again"),
    ("We made 20 proposals, of which 4 are high priority, 9 medium and 7 low. Of the 20 proposals, {} are medium priority.",
     "9", "7", "those-again"),
    ("Upkeep of logs has {} since the last visit.\n\nThe yard is old.\n\nThis time, upkeep of logs was 82%. At the last visit, in "
     "2019, it was 73%.", "risen", "fallen", "concluded-way"),
    ("Upkeep of logs has {} since the last visit.\n\nUpkeep of logs was 80% at the last visit in 2017 and 67% this time.",
     "fallen", "risen", "concluded-way"),
    ("The share of boats that carried a log was {}.\n\nThirty of the 61 boats checked (49%) carried a log.", "49%", "64%",
     "told-twice"),
    ("We found that {} of boats carried a log.\n\nTwo were at sea.\n\nOf the 61 boats checked, 30 carried a log (49%).", "49%",
     "64%", "told-twice"),
    ("Upkeep of sails was 90% this year, up from 78% last year.\n\nLast year upkeep of sails was {}, and a plan was made.", "78%",
     "73%", "share-again"),
    ("A score for sails of 80% was wanted. The score for sails was 90% in 2023, compared with 78% in 2022.\n\nThe plan made after "
     "last year's visit is done. In 2022 the score for sails was {}.", "78%", "73%", "share-again"),
    ("The sample of 61 boats was made up of 20 from the Ayr pier and 41 from the Oban pier.\n\nOn the Ayr pier, 9 of the 20 boats "
     "in the sample had a log. On the Oban pier, 34 of the {} boats in the sample had one.", "41", "38", "sample-again"),
    ("{} leaks were recorded at Ayr in July.\n\nThe visit was short.\n\nThe three leaks recorded at Ayr in July and their repair "
     "took a week.", "Three", "No", "those-again"),
    ("Of the 38 boats seen, {} were looked at again.\n\nThe yard is old.\n\nAll 11 of the boats that were looked at again have "
     "since been mended.", "eleven", "ten", "those-again"),
    ("88% of boats had a log; the other {} did not.", "12%", "8%", "shares-of-all"),
    ("88% of boats had a log. The remaining {} had none.", "12%", "2%", "shares-of-all"),
    ("The score did not fall below 80% in any month. The figures were: May 91%, June {} and July 90%.", "83%", "73%",
     "every-limit"),
    ("In May {} of boats leaked, in June 4% and in July 2%. Leaks did not rise above 6% in any of the months.", "5%", "8%",
     "every-limit"),
]  # fmt: skip
PIER_LEAKS = "Pier\tLeaks\nAyr\t18\nOban\t39\nTroon\t57\nLargs\t9\nTotal\t123\n\n"
CAUSES = "Cause\tNumber\t%\nRust\t36\t43%\nRot\t14\t17%\nWear\t33\t40%\nTotal\t83\t100%\n\n"
TWICE = (
    "Table 1: Boats read, by pier\n\nPier\tBoats read\nAyr\t34\nOban\t{}\nTroon\t19\n\nTable 2: Result by pier\n\n"
    "Pier\tSound\tWorn\tBoats read\nAyr\t9\t25\t34\nOban\t40\t4\t44\nTroon\t7\t12\t19\n"
)
# A table with what is said of it.
TABLES = [
    (f"{PIER_LEAKS}Troon had the most leaks and Largs the fewest. The gap between the highest and the lowest was {{}}.",
     "48", "46", "sheet-compared"),
    (f"{CAUSES}{{}} was the main cause of leaks.", "Rust", "Wear", "highest"),
    (f"{CAUSES}The leading cause was {{}}.", "rust", "wear", "highest"),
    ("The table shows that there were no late boats recorded in {}.\n\nMonth\tLate boats\nMay\t4\nJune\t7\nJuly\t0\n", "July",
     "June", "sheet-nothing"),
    ("River boats by pier and state\n\nPier\tSound\tWorn\tLost\nAyr\t2\t10\t12\nOban\t7\t10\t12\nTroon\t6\t11\t14\n\n"
     "{} river boats at the Ayr pier were graded worn.", "Ten", "Eight", "sheet-plain"),
    (TWICE, "44", "46", "sheet-alike"),
    ("River boats by pier and state\n\nPier\tSound\tWorn\tLost\nAyr\t{}\t10\t12\nOban\t7\t10\t12\nTroon\t6\t11\t14\n\n"
     "No river boats at the Ayr pier were graded sound.", "0", "2", "sheet-nothing"),
]  # fmt: skip
FORMS = [*ONE_EACH, *TABLES]
RIGHT = [
    # Of something else, of some more, of those of whom it isn't so.
    PIERS.format("Overall, 41 of 50 owners (82%) were content."),
    PIERS.format("Overall, 33 of 62 boats (53%) had a log, counting those at Troon."),
    PIERS.format("In total, 23 of 50 boats (46%) had none."),
    f"{SCORES}\n\nThe most staff were at work on the ropes.",
    f"Crews said that ropes mattered most to them.\n\n{SCORES}",
    f"{SCORES}\n\nLast year ropes were the weakest area.",
    MONTHS.format("86") + "\n\nStaff numbers were cut in each month.",
    MONTHS.format("66") + "\n\nThe score rose in all but one month.",
    "Logs were kept by 83% in 2023 and 70% at Oban, 15 points higher than in 2022 (55%).",
    "Ayr had 7 boats and Oban had 11. Together with Troon they had 30 of the 48 boats.",
    "Ayr had 7 leaks and Oban had 11. Between them they had 14 of the 48 rusty boats.",
    "There were 50 leaks, of which 39 were mended. Each of these was put under one heading: rust (13), rot (7) and "
    "wear (19).",
    "There were 50 boats. Each leak was put under one heading: rust (13), rot (7) and wear (25).",
    "There were 30 leaks. Each could be put under more than one heading: rust (13), rot (7) and wear (15).",
    "Owners were asked to pick one of five answers: 29% said always, 30% said often, 14% said seldom and 19% never.",
    "Owners were asked to pick one of three answers; some gave no answer: 29% said always, 30% often and 14% never.",
    "Of the boats 4% were not seen. 88% had a log; the other 8% did not.",
    "88% of boats had a log in May. The other 8% seen in June did not.",
    "Last year the score did not fall below 80% in any month. The figures this year were: May 91%, June 73%, July 90%.",
    "The score did not fall below 80% in any month. The figures for leaks were: May 9%, June 7% and July 8%.",
    f"{PIER_LEAKS}Last year the gap between the highest and the lowest was 46.",
    f"{PIER_LEAKS}There were no missed calls recorded at Oban.",
    f"{CAUSES}Wear was one of the main causes of leaks.",
    TWICE.format("46") + "\nTwo boats at Oban were left out of the second table.",
    TWICE.format("46").replace("Boats read, by", "First round, by"),
    "The main cause of each leak was recorded: 16 for rust, 23 for rot and 6 for wear, making a total of 45 leaks.",
    "Ayr pier had three times as many leaks as Oban pier (57 and 19).",
    "We sent 310 forms and 132 came back.\n\nReplies came by post.\n\nThe response rate in the north was 49%.",
    "We sent 310 forms and 132 came back.\n\nThe vacancy rate stood at 49%.",
    "The response rate was 49%.\n\nThe form was sent to 310 crews in the north and 132 in the south.",
    "There were 20 leaks: 4 high risk, 9 medium risk and 7 low risk.\n\nThe two high risk leaks at sea were mended.",
    "There were 20 leaks: 4 high risk, 9 medium risk and 7 low risk.\n\nThe three high risk leaks of last year were mended.",
    "Overall compliance has fallen since the last visit.\n\nCompliance for sails was 67% at the last visit in 2017 and 80% "
    "this time.",
    "The number of boats has fallen since the last visit.\n\nThe share of boats with a log was 67% at the last visit in "
    "2017 and 80% this time.",
    "At Oban, 64% of boats carried a log in good order. Of the 61 boats checked, 30 carried a log in good order (49%).",
    "In 2019, 64% of boats carried a log. Of the 61 boats checked, 30 carried a log (49%).",
    "Upkeep of sails was 59% this year, down from 71% last year. Upkeep of ropes was 63% last year.",
    "Upkeep of sails was 59% this year, down from 71% last year. Last year upkeep of sails in Ayr was 63%.",
    "We read 61 logs: 20 from Ayr and 41 from Oban. At Oban, 34 of the 38 logs that were open had a date.",
    "We read 61 logs: 20 from Ayr and 41 from Oban. At Oban, 3 could not be read. At Oban, 34 of the 38 logs had a date.",
    "No leaks were recorded at Ayr. The three leaks recorded at Ayr last year were mended.",
    "Month\tLeaks\nApril\t19\nMay\t45\nJune\t31\nJuly\t39\n\nThere were most leaks in May.",
    "On the Ayr pier, 23 of 54 boats (43%) had a log.\n\nOn the Oban pier, 4 of 16 boats (25%) had a log.\n\nTaking the two "
    "piers together, 27 of 70 boats (39%) had a log.",
    "A total of 191 boats were entered: 93 at Ayr and 98 at Oban.\n\nBefore the start, 6 at Ayr and 13 at Oban withdrew. The "
    "remaining 172 boats were timed.",
    "Logs were kept by 83% in 2023, more than 5 points higher than in 2022 (73%).",
    "Unsafe overall: 1 of 10, 0 of 5 and 0 of 5, in the order of the months. So few can't show whether it is rarer.",
]
