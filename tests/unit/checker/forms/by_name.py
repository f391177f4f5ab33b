"""Names with a figure each, and what is said later of some of them by their very names: none, or so many together.

Guards names that are part of another name, figures before and behind names, and a nought; and of the right ones by
whom something was done, one of each, what is to come, falling short, and a row that is no part.
"""

# A form, the right figure, the wrong one, and the rule that says so.
FORMS = [
    ("Among 65 crews, the results were Strongly agree 12, Agree 14, Disagree 39 and Strongly disagree {}. None of the crews "
     "was recorded as Strongly disagree.", "0", "5", "none-in"),
    ("Among 37 crews, the results were Strongly agree 24, Agree {}, Disagree 3 and Strongly disagree 10. None of the crews "
     "was recorded as Agree.", "0", "4", "none-in"),
    ("The value of the ropes was £212,460.75. The results were Sound 20, Frayed 13, Major wear {} and No opinion 26. None of "
     "the ropes was rated Major wear.", "0", "9", "none-in"),
    ("Ratings were Sound 20, Frayed 13 and No opinion {}. None of the ropes was rated No opinion.", "0", "9", "none-in"),
    ("Sound: 14. Worn: 20. Rotten: {}. None of the ropes was Rotten.", "0", "3", "none-in"),
    ("The ratings were 14 Sound, 20 Partly worn and {} Worn. None of the ropes was rated Worn.", "0", "3", "none-in"),
    ("None of the choirs was placed in band C. The choirs were placed in band A (4), band B (6) and band C ({}).", "0", "2",
     "none-in"),
    ("Each boat was given one best use. 10 were classed as Open sea, 14 Upper river, 22 Harbour and 12 Lake. Taken together, "
     "Open sea and Upper river account for {} of 58.", "24", "26", "named-together"),
    ("Strongly agree: 13. Agree: 46. Disagree: 67. Strongly disagree: 20. Strongly agree and Agree combined: {} of 146.", "59",
     "55", "named-together"),
    ("The answers were: sound, 12; fair, 20; poor, 8. Sound or fair was given for {} boats.", "32", "34", "named-together"),
    ("Sound 12%, fair 28% and poor 60%. Together, sound and fair came to {}%.", "40", "42", "named-together"),
    ("Of the 48 choirs, 7 were placed Gold, 11 Silver and 30 Bronze. In all, {} choirs were Gold or Silver.", "18", "20",
     "named-together"),
    ("Boats by port: Ayr 13, Oban 17 and Troon 9. Between them, Ayr and Oban had {} boats.", "30", "35", "named-together"),
]  # fmt: skip

RIGHT = [
    "79 dives were made by 36 members (a mean of 2.2 dives per member).",
    "Each sailor was assigned one best berth. The results were: Inner quay, 22; Outer quay, 28; Pier, 35; Buoy, 15 (100 "
    "sailors).",
    "The share of boats with a log was unchanged, at 82% in the first round and 82% in the second. We will return to check on "
    "progress.",
    "Each sailor was given one best berth.\n\nBest berth\tRound 1\tRound 2\nInner quay\t5\t20\nOuter quay\t5\t8\nPier\t13\t14\n",
    "Of 54 sailors asked, 31 finished; the remaining 23 fell short of the standard.",
    "Grade | 2022/23 | 2023/24\nSound | 12 | 17\nFair | 12 | 23\nWorn | 13 | 8\nLost | 3 | 3\nModerated | 8 | 17\n"
    "Total | 40 | 51\n",
]
