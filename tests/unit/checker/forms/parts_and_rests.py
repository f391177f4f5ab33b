"""Parts and totals in brackets and lists, what remains, shares told in turn, bases and rests that a note tells.

Of the right ones it guards parts that may overlap, others than those counted, other times and other bases.
"""

KINDS = "Boats seen were of these types:\n\n- wood: 31\n- steel: 24\n- other: 18\n\nIn all, {} boats were seen."

SOURCES = "Source of the 73 letters:\n\n- owners: 41\n- crews: 19\n- others: {}"

JOINED = "Boats by port were as follows:\n- Ayr: 31\n- Oban: 24\n- Troon: 18\nIn total {} boats were audited."

BELOW = "{}% of owners (124) would sail again.\n\nBase: 200 owners who replied."

NOTED = "Ropes found sound: 63 (84%)¹\n\n¹ Out of 75 tested; the {} failures are listed at the back."

LESS = (
    "Forty-two logs were drawn and {} read.(1) A name stood in most.\n\n(1) Two of those drawn had been lost and were not "
    "read."
)

MET = "Visitors spoke to {} owners and 10 crews.\n\nThe 58 owners to whom the visitors spoke felt safe at sea."

# A form, the right figure or word, the wrong one, and the rule that says so.
FORMS = [
    # Shares told in turn.
    ("Of 50 boats, 30 and 20 were of wood and steel respectively, that is 60% and {}%.", "40", "30", "told-in-order"),
    ("Of the 60 crews in each of groups A, B and C, 54, 47 and 33 gave eight points or more; that is 90.0%, {}% and 55.0% "
     "respectively.", "78.3", "73.8", "told-in-order"),
    ("Reply at weeks 6 and 12 was 38.0% and {}% respectively (76 and 92 of 200 owners).", "46.0", "64.0", "told-in-order"),
    ("A bell was seen on 12/20 and 9/30 boats in the two ports ({}, respectively).", "60% and 30%", "30% and 60%",
     "told-in-order"),
    ("A bell was seen on 45 of 50 boats at Ayr and 33 of 44 boats at Oban, which is {} respectively.", "90% and 75%",
     "75% and 90%", "told-in-order"),
    ("Of the 40 and 50 boats at Ayr and Oban, 10 and 20 had a log (25% and {}% respectively).", "40", "50", "told-in-order"),
    ("We saw 80 boats. Of these, 20 and 60 were of wood and steel respectively, or {}% and 75%.", "25", "35", "told-in-order"),
    ("Bells were found on 12 of 20 boats at Ayr and on 9 of 30 at Oban. That is 60% and {}% respectively.", "30", "33",
     "told-in-order"),
    # What is left.
    ("Of 202 boats seen, 14 were excluded (8 seen twice; 6 sold). A log was kept on 98 of the remaining {} boats.", "188",
     "191", "left-plainly"),
    ("We read 120 logs, of which 15 were left out as blank. A name was given in 70 of the remaining {}.", "105", "115",
     "left-plainly"),
    ("Of 277 crews, 23 (8.3%) withdrew and 5 (1.8%) were lost to follow-up, leaving {} for the count at 12 months.", "249",
     "259", "left-plainly"),
    ("Of 267 crews, 11 (4.1%) withdrew and 10 (3.7%) were lost to follow-up, leaving {} for the count.", "246", "256",
     "left-plainly"),
    ("We drew 90 crews. Six declined, four withdrew and two were lost to follow-up, leaving {} crews.", "78", "88",
     "left-plainly"),
    ("Of the 91 bills seen, 76 were drawn up and signed by one person; this was not so, or not known, for the remaining {}.",
     "15", "51", "left-plainly"),
    # Parts and their whole.
    ("The log was fully kept on 42 boats and partly kept on a further 10; it was therefore kept at least in part on {} of the "
     "99 boats seen.", "52", "51", "plain-parts"),
    ("The log was complete on 30 boats and nearly so on another 12. Altogether it was complete or nearly so on {} of the 60 "
     "boats.", "42", "44", "plain-parts"),
    ("It was fully met by 30 crews and partly met by 12 others, which means that {} of the 60 met it at least in part.", "42",
     "44", "plain-parts"),
    ("A check of 84 bills found {} exceptions (16 with no name, 10 paid late and 4 put in the wrong book).", "30", "20",
     "plain-parts"),
    ("There were {} errors (seven in dates, four in names and three in sums) in the books.", "fourteen", "twenty",
     "plain-parts"),
    ("Visitors watched {} crews: three were outstanding, twelve good, seven required improvement and three were inadequate.",
     "25", "15", "plain-parts"),
    (KINDS, "73", "83", "bulleted"),
    (SOURCES, "13", "31", "bulleted"),
    (JOINED, "73", "83", "bulleted"),
    # Means, and points between two shares.
    ("The four crews hold 18, 22, 15 and 21 ropes each; the mean of the four figures is {}.", "19", "21", "mean-of-list"),
    ("The scores were 4, 7, 9 and 8 (mean {}).", "7.0", "8.0", "mean-of-list"),
    ("At 74%, uptake is 6 points below the 80% target and {} points above last year's 69%.", "5", "9", "points-from"),
    ("Uptake was 62%. This was {} points above the previous year's 50% and 13 points below the 75% target.", "12", "8",
     "points-from"),
    ("The pass rate was 81%, {} points below the 84% seen in 2021.", "three", "two", "points-from"),
    # What a line or a note below tells.
    (BELOW, "62.0", "26.0", "base-below"),
    (NOTED, "12", "11", "noted-rest"),
    (LESS, "40", "38", "noted-rest"),
    (MET, "58", "68", "asked-again"),
    ("We interviewed {} cooks. All 22 cooks we interviewed had a badge.", "22", "24", "asked-again"),
    ("We found that 142 out of 241 crews reached the buoy, which is {}% of those entered.", "58.9", "41.1",
     "share-grounded"),
    # What is either so or not so.
    ("A log was present in 36 boats (72%) and absent in {} (28%).", "14", "24", "either-way"),
    ("A log was present in 72% of boats and absent in {}%.", "28", "38", "either-way"),
    ("Yes: 36 (72%); no: {} (28%).", "14", "24", "either-way"),
    ("The standard was met in 36 cases (72%) and not met in {} (28%).", "14", "18", "either-way"),
    ("Replies: 84 men (56%) and {} women (44%).", "66", "56", "either-way"),
    ("Owners asked: 120; replies: 84; no reply: {}.", "36", "46", "labelled-rest"),
    ("- Boats asked: 120\n- Replies: 84\n- No reply: {}", "36", "46", "labelled-rest"),
    ("Boats seen, 90; boats with a log, 63; boats without one, {}.", "27", "37", "labelled-rest"),
    ("Bills checked: 90. Signed: 63. Unsigned: {}.", "27", "37", "labelled-rest"),
    ("Very safe 31%, fairly safe 44%, not very safe 17%, not at all safe {}%.", "8", "18", "complement"),
    ("Together, Ayr (41%) and Oban (27%) had {}% of boats.", "68", "78", "shares-summed"),
    ("Sales of £3,600 were {}% of the total of £36,000.", "10", "12", "amount-share"),
    ("The figures for sails and oars were 55% and {}% (33/60 and 27/45).", "60", "66", "told-in-order"),
    ("We found 9 leaks at Ayr, 14 at Oban and 7 at Troon, 30 in all, an average of {} per port.", "10", "12", "mean-of-list"),
    ("The two largest ports account for {} of the 120 boats: Ayr has 48 and Oban 33.", "81", "91", "plain-parts"),
]  # fmt: skip

RIGHT = [
    # Two groups, a third of them, or another thing.
    "A log was present in 36 boats (72%) at Ayr and absent in 24 (28%) at Oban.",
    "The standard was met in 36 cases (72%) and fully met in 24 (48%).",
    "A log was present in 72% of boats and absent in 18%; for the others it was not known.",
    "Yes: 36 (60%); no: 14 (23%); unsure: 10 (17%).",
    "Ayr sent 30 men (60%) and 20 women (40%); Oban sent 10.",
    "- Boats: 120\n- Boats with a log: 84\n- Boats without a bell: 20",
    "- Asked: 120\n- Came: 84\n- Partly came: 20",
    "The total of 88 was made up of 40 men, 36 women and 12 children.",
    "The figures for men and women were 60% and 55% (33/60 and 27/45).",
    "Overall, Ayr (41%) and Oban (27%) had 34% on average.",
    # Shares of others, of another time or of changes.
    "Of 50 boats, 30 and 20 were of wood and steel respectively; 60% and 30% of these leaked.",
    "Of the 200 asked, 76 and 92 replied at weeks 6 and 12; the rates in 2019 were 31% and 44% respectively.",
    "12 of 20 boats at Ayr and 9 of 30 at Oban had a log, against 50% and 20% respectively last year.",
    "Of the 80 boats, 20 and 30 leaked in May and June respectively; the mean loss was 4% and 6%.",
    # Others than those left.
    "We asked 400 owners. Of the 277 who took part, 23 withdrew and 5 were lost, leaving 249.",
    "Of 120 logs, 15 were left out as blank. Of those with a name, 70 of the remaining 80 were signed.",
    "Of 90 boats, 20 were excluded. Of the 70 left, 12 had no log; 30 of the remaining 58 had a bell.",
    "Of 80 crews, 12 withdrew in May and 3 of those came back, leaving 71.",
    "64 boats (29.9%)* had a bell.\n\n* Base: the 214 boats with a clear answer to this question; 15 without one are left out.",
    "A total of 90 crews were asked and 77 replied.*\n\n* Nine crews could not be found and four declined.",
    # Parts that overlap, that are some only, or that another thing is told of.
    "The log was complete on 30 boats and nearly so on another 12. The sails were therefore sound on 21 of the 60 boats.",
    "The log was complete on 30 boats and nearly so on another 12; it was thus not complete on 30 of the 60 boats.",
    "There were 20 complaints (11 about ropes, 6 about sails and 5 about both).",
    "There were 20 complaints (including 11 about ropes, 2 about sails and 3 about oars).",
    "There were 90 visits (12 in May, 13 in June and 14 in July) and many more later.",
    "Of the 40 crews, 12 were asked: three were good and 9 poor.",
    "A leak was told by 11 crews on oil (n = 148; 7.4%) and by 6 on wax (n = 151; 4.0%).",
    "Findings in the 73 logs:\n\n- no name: 41\n- no date: 19\n- torn: 31",
    "The commonest faults were as follows:\n\n- rust: 31\n- rot: 24\n- wear: 18\n\nIn all, 183 faults were seen.",
    "Boats seen were as follows:\n\n- Ayr: 31\n- Oban: 24\n- Troon: 18\n\nIn all, 51 boats had a log.",
    # Means of others, and points between others.
    "The three slowest crews took 12, 15 and 18 days; the mean of all crews was 9.",
    "The best crews scored 12, 15 and 18; the mean for the fleet was 11.",
    "Scores of 12, 15 and 18 were seen, with a mean of 16 over all 40 crews.",
    "Ayr had 62% and Oban 50%, 12 points below the 62% target.",
    "The pass rate was 81%, while Oban was three points below the 84% seen in 2021.",
    "Uptake rose by 12 points to 62%, 13 points below the 75% target.",
    "Uptake was 62%. Oban's was 8 points above the 50% of last year.",
    # Bases and rests of others.
    "54% of owners (108) would sail again. Of these, 12% (13) had no boat.\n\nBase: all 200 owners who replied.",
    "A log was kept by 98 crews (54%) of those with a boat.\n\nBase: 200 owners asked.",
    "54% of owners (108) would sail again.\n\nBase: 212 owners, 12 of whom gave no answer.",
    "Ropes sound: 63 (84%)*\n\n* Of 75 seen. The 4 oldest were thrown out.",
    "Ropes that failed: 12 (16%)*\n\n* Of 75 seen. The 12 failures were thrown out.",
    # Some of them, together, or at another time.
    "We spoke to 58 owners in May and 12 owners in June. The 70 owners to whom we spoke felt safe.",
    "We spoke to 58 owners. The 12 owners we spoke to in June felt safe.",
    "We met 14 skippers last year. The 15 skippers we met this time were content.",
    "We met 14 skippers. The first 5 skippers that we met were content.",
    "Visitors went to see 12 yards. The 3 yards that visitors saw again were sound.",
]
