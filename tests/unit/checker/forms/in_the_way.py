"""Plain forms with one small thing that stood in the way of reading them."""

# A statement, what makes it right, what makes it wrong, and a rule that says so.
FORMS = [
    ("Having stood at 15 in 2021, the number of leaks rose by {} to 92 in 2022.", "77", "80", "by-how-much"),
    ("Having stood at 94 in 2021, the number of late boats fell by {} to 88 in 2022.", "6", "16", "concluded"),
    ("The number of leaks stayed consistent at 12 a month: 12 in May, 12 in June, {} in July and 12 in August.", "12",
     "26", "as-many"),
    ("Leaks held steady at 12. They were 12 in May, 12 in June and {} in July.", "13", "26", "as-many"),
    ("The trend in sound ropes was {}: 92% in May, 81% in June, 72% in July and 56% in August.", "downward", "upward",
     "steps"),
    ("A sound rope was seen on 39/68 old boats ({}%).", "57", "", "blank-figure"),
    ("Ayr sent 15% of the boats and Oban a further 11%. The remaining {}% came from Troon.", "74", "69", "shares-of-all"),
    ("Red was chosen by 15%, blue by 22% and green by 40%. The other {}% had no view.", "23", "31", "shares-of-all"),
    ("The reasons were rot (14), old rust (29) and leaks (53); none was counted twice. Together these make {}.", "96",
     "97", "counted-out"),
    ("Each of the {} boats seen was placed in one of four groups: 12 were red, 20 were blue, 5 were green and 8 were "
     "black.", "45", "46", "plain-parts"),
    ("Ayr scored 72%. Oban scored 95%. Both were above the target of {}%.", "70", "85", "order-limit"),
    ("Ayr scored 72%. Oban scored 95%. Troon scored 90%. All three were above {}%.", "70", "85", "order-limit"),
    ("Port | Ropes sound\nAyr | 57% (25/44)\nOban | {}% (15/44)\nTroon | 41% (18/44)", "34", "32", "table-share"),
    ("Port | Boats | Ropes sound | %\nAyr | 18 | 11 | 61%\nOban | 37 | 13 | 35%\nTroon | 34 | 31 | 91%\n\n"
     "In percentage terms Troon did {} than Oban.", "better", "worse", "sheet-compared"),
    ("Port | Boats | Ropes sound | %\nAyr | 18 | 11 | 61%\nOban | 37 | 13 | 35%\nTroon | 34 | 31 | 91%\n\n"
     "Troon did {} than Oban.", "better", "worse", "sheet-compared"),
    ("Views of all owners, one answer each\n\n- Very happy: 31%\n- Happy: 22%\n- Unhappy: {}%\n- Very unhappy: 33%", "14",
     "24", "bulleted"),
    ("The outcomes, one for every boat (mended {}%; sold 8%; sunk 20%; unknown 21%), were as expected.", "51", "46",
     "all-of-hundred"),
    ("Results by standard. A full log of leaks: {}/22. Rule 12 applies to every boat.", "19", "29", "above-slashed"),
    ("Leaks numbered 30 in May, 12 in June and 25 in July. The {} leaks in July were each looked into.", "25", "30",
     "those-again"),
    ("Rot was seen on 64% of boats and rust was seen on 42%, so the first was {} common than the second.", "more", "less",
     "order-pair"),
    ("Grade\tNumber\t%\nGood\t17\t19\nFair\t20\t22\nPoor\t54\t59\nTotal\t91\t100\n\nValues ran from £85 to £14,250. "
     "Of the 91 boats, {} were graded poor.", "54", "52", "sheet-quoted"),
    ("Summary\n\nA bell was found in {} checks for Ropes and 35 for Masts.\n\nMasts\n\nIn 42 checks 35 found a bell."
     "\n\nRopes\n\nIn 42 checks 18 found a bell.", "18", "20", "section-told"),
    ("At Ayr, 43% of boats met the standard, compared with 86% at Oban. The better result was at {}.", "Oban", "Ayr",
     "compared"),
    ("In 2021 the share was 85%. In 2022 it was 38%. It fell from 85% to {}%.", "38", "41", "it-moved"),
    ("Boats came from three ports: Ayr sent 47, Oban sent 30 and Troon sent 9. The total from the three was therefore {} "
     "boats.", "86", "88", "told-total"),
    ("Ayr sent 29, Oban sent 33 and Troon sent 11. The total from the three was {} boats.", "73", "76", "told-total"),
    ("A fall of {} percentage points was seen in the share of boats that had kept a full log at sea, from 45% to 39%.", "6",
     "16", "change-stated"),
    ("Sixty out of 100 owners reported a leak, which is {}% of the sample.", "60", "57", "share-of-base"),
    ("Grade\tNumber\nGood\t7\nFair\t40\nPoor\t41\n\nValues ran from £85 to £14,250. Of the 88 boats, {} were graded good.",
     "7", "5", "sheet-quoted"),
]  # fmt: skip
RIGHT = [
    "The motion was carried by 28 to 12, and 40 members were there.",
    "Prices stood at 40 pence in May and rose by 4 to 6 per cent in June.",
    "Sales of bread came to 40 loaves. Sales of cake rose by 11 to 52.",
    "The number of beds stayed at 24. Falls were 24 in July, 52 in August and 24 in September.",
    "Loans were steady at 24 a month: 24 in July, 25 in August and 24 in September.",
    "Boats stayed the same at 24 (9 in May, 8 in June and 7 in July).",
    "Sound ropes were 92% in May, 81% in June and 56% in July. The trend for the county as a whole was upward.",
    "15% of sailors and 11% of cooks smoked. The other 80% of the crew had never smoked.",
    "In May 15% were late and in June 11%. The remaining 80% were on time.",
    "Each of the 46 boats had some of four faults: 12 had rot, 20 had rust, 5 had leaks and 28 had a fouled keel.",
    "Ayr scored 72%. Oban scored 95%. Last year both were above the target of 85%.",
    "Ayr scored 72%. Oban scored 95%. Both should be above the target of 85%.",
    "Port | Boats | Ropes sound | %\nAyr | 18 | 11 | 61%\nOban | 37 | 13 | 35%\nTroon | 34 | 31 | 91%\n\n"
    "Ayr had fewer than Oban.",
    "Views, each owner gave one or more answers\n\n- Cost: 51%\n- Time: 10%\n- Noise: 21%\n- Dirt: 25%",
    "Decision of the board: 71/66.",
    "Approved in council: 29/22.",
    "Leaks numbered 30 in May, 12 in June and 25 in July. The 10 grave leaks in July were each looked into.",
    "We looked at 117 bills. Reference FIN-2024-0117 was left out. 89 (76%) were signed.",
    "Ayr gave 47, Oban gave 30 and Troon gave 9.",
    "In 2021 the share was 85%. In 2022 it was 38%. In the north it fell from 85% to 41%.",
    "From strongest to weakest the areas were Opening hours (78%), Parking (64%) and Waiting times (34%). Opening hours "
    "was a strength.",
    "The crews saw 135 boats. This was found:\n\n- rot: 20 (15%)\n- rust: 76 (56%)\n- leaks: 36 (27%)",
    "Port\t2021\t2022\nAyr\t53\t14\nOban\t48\t36\nTroon\t11\t36\n\nTroon recorded 36 falls in 2022.",
    "Boats came from three ports: Ayr gave 13, Oban gave 39 and Troon gave 58.",
]
