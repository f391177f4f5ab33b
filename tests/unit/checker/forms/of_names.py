"""Names with a figure or several each, and what is said of them by name: the most, every time, all, only one.

Guards labels with counts and shares, names before and behind their figures, runs of figures at several times, and of
the right ones those on other times, things, limits and on some of the names.
"""

# A form, the right figure or word, the wrong one, and the rule that says so.
FORMS = [
    ("Ash: 45 of 57 boats sound (79%). Elm: 78 of 130 (60%). The highest number of sound boats was at "
     "{}.", "Elm", "Ash", "order-first"),
    ("Ash: 45 of 57 boats sound (79%). Elm: 78 of 130 (60%). The highest share of sound boats was at "
     "{}.", "Ash", "Elm", "order-first"),
    ("Sound boats: Ash 45/57 (79%); Elm 78/130 (60%). In numbers, {} came first.", "Elm", "Ash", "order-by-name"),
    ("Sound boats: Ash 45/57 (79%); Elm 78/130 (60%). The larger number was at {}.", "Elm", "Ash", "foremost"),
    ("For Ash, 45 of 57 boats were sound (79%). For Elm, 78 of 130 boats were sound (60%). By number, {} was the "
     "higher.", "Elm", "Ash", "order-by-name"),
    ("At Ash, 56 of 88 ropes were sound (64%). At Elm, 35 of 67 ropes were sound (52%). At Oak, 40 of 161 ropes were "
     "sound (25%). The highest was {}.", "Ash", "Elm", "order-by-name"),
    ("Knots were tied by 94% in May, {}% in June and 94% in July at the old pier, against 81%, 96% and 81% at the new "
     "pier. The old pier was consistently the stronger.", "97", "92", "year-after-year"),
    ("Ash scored 62%, {}% and 61% in May, June and July; Elm scored 58%, 60% and 59%. Ash was ahead "
     "throughout.", "66", "56", "series-ahead"),
    ("Ash: May 61%, June {}%, July 64%. Elm: May 58%, June 60%, July 59%. Ash was above Elm every "
     "time.", "66", "56", "order-by-name"),
    ("In May Ash had 61% and Elm 58%; in June {}% and 60%; in July 64% and 59%. Ash always had the higher "
     "figure.", "66", "56", "order-by-name"),
    ("May: Ash 61%, Elm 58%. June: Ash {}%, Elm 60%. July: Ash 64%, Elm 59%. On each occasion Ash was above "
     "Elm.", "66", "56", "order-by-name"),
    ("In the first round crews scored 62% and owners 58%; in the second {}% and 60%; in the third 61% and 59%. Crews "
     "scored higher than owners each time.", "66", "56", "order-by-name"),
    ("Crews scored 62%, {}% and 61% in the three rounds, owners 58%, 60% and 59%. Owners trailed crews "
     "throughout.", "66", "56", "order-by-name"),
    ("Sails passed 61, {} and 64 checks in May, June and July, and oars passed 58, 60 and 59. Sails were ahead on all "
     "but one occasion.", "56", "66", "order-by-name"),
    ("Sails passed 61, {} and 64 checks in May, June and July, and oars passed 58, 60 and 59. Sails were higher than "
     "oars in two of the three.", "56", "66", "order-by-name"),
    ("Entries came from all four piers: Ash (30), Elm (11), Oak ({}), Fir (33).", "2", "0", "order-by-name"),
    ("Entries were received from every one of the three piers: Ash 30, Elm {}, Oak 12.", "4", "0", "order-by-name"),
    ("The four piers all sent crews: 20 from Ash, 17 from Elm, 24 from Oak, {} from Fir.", "3", "0", "order-by-name"),
    ("Wet sails: Ash 15, Elm 36, Oak {}. Every pier had at least one.", "4", "0", "order-by-name"),
    ("Wet sails: Ash 15, Elm 36, Oak {}. None of the three was without one.", "4", "0", "order-by-name"),
    ("43 replies came from Ash, 17 replies came from Elm and {} from Oak. All three replied.", "5", "0",
     "order-by-name"),
    ("The share was 78% at Ash, {}% at Elm and 63% at Oak. The 70% mark was missed only at Oak.", "77", "67",
     "order-by-name"),
    ("Ropes {}, sails 28, paint 9. Sails alone exceeded 20.", "14", "24", "every-limit"),
    ("Both sheds were over 80% full: the north shed {}% and the south shed 91%.", "84", "74", "every-limit"),
    ("There were 48 wet sails at Ash, 52 at Elm and {} at Oak. No other pier had as many as Elm.", "51", "57",
     "order-by-name"),
    ("Wet sails: Ash 57, Elm 20 and Oak {}. Ash had more than any other.", "21", "61", "foremost"),
    ("Ash had {} wet sails, Elm 21 and Oak 17. Ash had twice as many as Elm.", "42", "31", "order-by-name"),
    ("Adults hired 120 boats, children {} and crews 33. Twice as many boats were hired by adults as by "
     "children.", "60", "80", "order-by-name"),
    ("Ash: 78%. Elm: 42%. Oak: 50%. Elm was {} percentage points below Ash.", "36", "46", "order-by-name"),
    ("The share was 50% at Ash, 64% at Elm, 35% at Oak and 82% at Fir. The difference between Fir and Oak was {} "
     "percentage points.", "47", "40", "order-by-name"),
    ("Ash: crews 67%, owners 60%. Elm: crews 34%, owners 65%. Oak: crews 44%, owners 47%. The gap was widest at "
     "{}.", "Elm", "Ash", "order-by-name"),
    ("At Ash 72% of crews and 50% of owners agreed; at Elm 79% of crews and 29% of owners agreed; at Oak 60% of crews "
     "and 30% of owners agreed. It was at {} that the two were furthest apart.", "Elm", "Oak", "order-by-name"),
    ("Crews and owners agreed as follows: Ash 73% and 24%, Elm 52% and 60%, Oak 50% and 21%. The gap between the two "
     "was smallest at {}.", "Elm", "Oak", "order-by-name"),
]  # fmt: skip

# Right texts that nearly have such a form.
RIGHT = [
    "Ash: 12 leaks. Elm: 9. Oak: 14. The highest figure before the works was at Ash.",
    "Ash: 45 of 57 boats sound (79%). Elm: 78 of 130 (60%). The highest number of unsound boats was at Elm.",
    "Ash scored 60%, 70% and 80% in May, June and July; Elm scored 65%, 66% and 70%. Ash was not ahead in every month.",
    "Ash scored 60%, 70% and 80% in May, June and July; Elm scored 65%, 66% and 70%. Elm was always above 60%.",
    "Ash scored 60%, 70% and 80% in May, June and July; Elm scored 65%, 66% and 70%. From June Ash was consistently "
    "ahead.",
    "Ash scored 60%, 70% and 80% in May, June and July; Elm scored 65%, 66% and 70%. Ash was ahead every time except "
    "the first.",
    "Ayr sent 30 replies, Bute 11, Cowal 0 and Doune 33. All four were asked.",
    "Ayr sent 30 replies, Bute 11, Cowal 0 and Doune 33. All four had at least one visit.",
    "Ayr sent 30 replies, Bute 11, Cowal 0 and Doune 33. All but Cowal replied.",
    "Ash won 14 races, Elm 20 and Oak 0. All three took part.",
    "Each of the three ports reported (faults: Ash 4, Elm 0, Oak 2).",
    "Ash 62%, Elm 71% and Oak 58%. Not all of the three were above 60%.",
    "Ash had 12 leaks, Elm 25 and Oak 14. Elm had about twice as many as Ash.",
    "Ash had 12 leaks, Elm 30 and Oak 14. Elm has three times as many boats as Ash.",
    "The gap between crews and owners was widest in Year 4: Year 3, 61% and 66%; Year 4, 50% and 68%; Year 5, 70% and "
    "72%.",
    "Ash: 35%. Elm: 86%. Oak: 58%. The difference between Elm and Ash was 51 percentage points.",
    "Ash: 24 boats sound. Elm: 48 boats sound. Elm had twice as many as Ash.",
    "Ash: 22 boats late. Elm: 11 boats late. Oak: 83 boats late. Elm had half as many as Ash.",
]
