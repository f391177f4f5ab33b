"""What is told in one sentence and said again, denied or summed up in the next.

Of the right ones it guards what is said of some of them, of another time, or of another whole.
"""

LIST = "Leaks by month: May, 3; June, 8; July, {}."
CALLED = "Of the 63 who wrote, 14 called it very good, {} very poor."
PIERS = "Boats found dry: Ayr, 37 of 71 (52%); Oban, 14 of 21 (67%); Mull, 23 of 76 (30%). "
EACH = "At Ayr, 41 of 65 boats (63%) were dry. At Oban, 36 of 67 boats (54%) were dry. At Mull, 28 of 40 boats (70%) were dry."
YEARS = (
    "In 2020, 68% of boats in Ayr and 63% in Oban passed; in 2021, 71% of boats in Ayr and {}% in Oban passed; in 2022, "
    "62% of boats in Ayr and 51% in Oban passed. Oban has been consistently below Ayr. Visits lasted from two to six hours."
)
SENT = "We sent out 475 forms and got 341 back, a response rate of 72%. "
SCORED = "The 40 owners gave scores from 0 to 10. The scores add up to 204; the mean score was {}."
LEFT = (
    "After screening, {} boats were excluded, each for one main reason (too old, n = 8; no log, n = 7; other, n = 4)."
)
EITHER = "All boats were coded as either racing or fishing: 42% were racing boats and {}% were fishing boats."
SUNK = "Of 43 boats with a crew, {} sank in harbour and 39 were towed in.\n\nThe 43 boats had been hired. "
RADIO = "Of 299 boats, 145 (48%) had a radio on board.\n\n"
RUN = "Results remained consistent over the quarter (May 60%, June 61%, July {}%)."

FORMS = [
    (LIST + " No cases were seen in July.", "0", "14", "none-in"),
    ("Nobody rated the ferry as very poor. " + CALLED, "49 good and none", "46 good and 3", "none-in"),
    (PIERS + "The share of dry boats was highest at {}.", "Oban", "Ayr", "foremost"),
    (PIERS + "The number of dry boats was highest at {}.", "Ayr", "Oban", "foremost"),
    (EACH + "\n\nThe highest number of dry boats was at {}.", "Ayr", "Mull", "foremost"),
    ("Rust was {} common at Ayr than at Oban (12/80, 15.0% v 38/125, 30.4%).", "less", "more", "compared"),
    (YEARS, "66", "76", "year-after-year"),
    (SENT + "{}% (203) of those who replied had a boat.", "60", "6", "share-of-base"),
    (SENT + "Of those who replied, 203 ({}%) had a boat.", "60", "43", "share-of-base"),
    (
        "Of the 295 crews, 169 (57.3%) had oars; among these, a leak was found in 104 ({}%).",
        "61.5",
        "35.3",
        "share-of-base",
    ),
    ("We read 120 logs; 80 (67%) had a plan, and of these 40 ({}%) were signed.", "50", "33", "share-of-base"),
    (
        "Logs kept rose from 52% (13 of 25) in May to 72% (18 of 25) in June, a gain of {} percentage points.",
        "20",
        "19",
        "by-how-much",
    ),
    (
        "It was kept in 13 of 25 boats (52%) at Ayr and in 18 of 25 (72%) at Oban, a difference of {} percentage points.",
        "20",
        "19",
        "apart",
    ),
    ("Of the 31 logs read, 10 ({}%) were new, 21 (68%) were dry and 23 (74%) were dated.", "32", "43", "share-of-base"),
    (SCORED, "5.1", "4.5", "mean-of-two"),
    (LEFT, "19", "36", "plain-parts"),
    ("The {} replies came in by two routes only; 196 were sent online and 155 on paper.", "351", "347", "plain-parts"),
    (
        "We logged {} faults on the day: nine to do with rust, two with rot and three with weed.",
        "14",
        "11",
        "closed-list",
    ),
    ("The log was signed in most boats ({}/84, 62%).", "52", "", "blank-figure"),
    ("A lamp was seen in 10 of 54 boats ({}%).", "19", "[ ]", "blank-figure"),
    (EITHER, "58", "63", "shares-divided"),
    (SUNK + "None of them sank in harbour.", "none", "4", "all-or-some"),
    (RADIO + "The {} that had a radio on board were newer than the rest.", "48%", "58%", "share-again"),
    (
        "We agreed nine high-priority and ten low-priority repairs.\n\nThe {} high-priority repairs will be checked.",
        "nine",
        "three",
        "taken-up",
    ),
    (
        "Summary: We tested 133 ropes for wear.\n\nResults: Work ended early; in total, {} ropes were tested.",
        "133",
        "139",
        "again-in-all",
    ),
    ("Lamps were seen at most of the eighteen piers ({}).", "fourteen", "four", "most-of-them"),
    (RUN, "59", "41", "spread"),
]

RIGHT = [
    "We read 120 logs; 80 (67%) had a plan and 40 (33%) had none.",
    "It rose from 55.6% (75 of 135) in May to 62.4% (78 of 125) in June, a gain of 6.8 percentage points.",
    "Logs kept rose from 52% in May to 72% in June, when 18 of 25 were kept.",
    LIST.format("14") + " No large leaks were seen in July.",
    LIST.format("14") + " No leaks were seen at Ayr in July.",
    LIST.format("14") + " No leaks were seen in July last year.",
    "Nobody rated the food as very poor. Of the 63 who wrote, 14 called the ferry very good, 46 good and 3 very poor.",
    PIERS + "The share of wet boats was highest at Mull.",
    EACH + "\n\nThe highest number of boats was at Oban.",
    "There were more falls at Ayr than at Oban (40/200, 20% v 30/100, 30%).",
    SENT + "43% (203) of those asked said that they had a boat.",
    "The 40 owners gave scores from 0 to 10. The scores add up to 204; the mean score of women was 5.4.",
    "The 347 replies came in by two routes only; 196 were sent online and 15 of the others were late.",
    "All boats were either new or old: 42% of new ones were dry and 63% of old ones were dry.",
    "All boats were coded as either new or old: 42% were new in May and 63% were new in June.",
    "Of 43 boats, 4 sank and 39 were towed in. The 39 had a crew of two. None of them sank.",
    RADIO + "The 38% that had a working radio on board were newer than the rest.",
    RADIO + "In May the 38% that had a radio on board were newer than the rest.",
    "We agreed nine high-priority and ten low-priority repairs.\n\nThe three late high-priority repairs will be checked.",
    "Summary: We tested 133 ropes for wear.\n\nResults: In June work ended early; in total, 139 ropes were sold.",
    "Results became more consistent over the quarter (May 60%, June 81%, July 79%).",
]
