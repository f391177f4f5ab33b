"""A whole and its parts told as counts: what is called the rest, lists behind a mark, and what parts are said to make."""

REST = "counted-out"

FORMS = [
    # What is called the rest, its share agreeing with the slip.
    ("{} ropes were sent out; 34 came back, and the remaining 279 (89.1%) were lost.", "313", "314", REST),
    ("141 knots were tied; 57 slipped, leaving {} that held.", "84", "94", REST),
    ("Of 194 players, 76 chose brass, {} chose strings, and everyone else (82) sang.", "36", "27", REST),
    ("Of 132 moorings 43 (33%) were let. The other {} (67%) stood empty.", "89", "88", REST),
    ("84 ropes were tried: 42 held in full, {} in part, and the remaining 21 broke.", "21", "24", REST),
    (
        "Damp had gone from 23 cellars and was less in 49; the remaining {} of the 114 cellars were no better.",
        "42",
        "52",
        REST,
    ),
    ("In 21 of the 32 cellars the damp had gone; in the other {} it was as bad as ever.", "11", "13", REST),
    (
        "There are 53 divers, 27 of whom hold the first badge, 9 the second and the remaining {} the third.",
        "17",
        "16",
        REST,
    ),
    ("We drew 39 files. We could not find 29 of them, and read the other {}.", "10", "9", REST),
    # A list behind a mark.
    ("We watched {} games: 4 in Ayr, 2 in Oban and 6 in Troon.", "12", "21", REST),
    (
        "Faults were noted in {} of 126 boats: sixteen lacked a rope and ten lacked an oar; no boat had both.",
        "26",
        "29",
        REST,
    ),
    (
        "Faults were noted in {} of 177 boats. In 79 the rope was gone and in 39 the oar; no boat had both.",
        "118",
        "119",
        REST,
    ),
    ("The fleet lost {} days: 18 to storms, 30 to repairs and 5 to strikes.", "53", "63", REST),
    ("Its {} pages split into 10 of text, 9 of maps and 3 of tables.", "22", "24", REST),
    # What the parts make.
    ("51 agreed and 71 strongly agreed, so that {} of the 324 were in favour.", "122", "112", REST),
    ("Of 67 owners, 27 were very happy and 11 fairly happy. Together that is {}.", "38", "39", REST),
    ("12 men and 20 women took part ({} people).", "32", "22", REST),
    ("Good: 87. Very good: 45. That makes {} of 183 content.", "132", "135", REST),
    ("29 yachts had one fault, 12 had two and 9 had three or more, so {} yachts had a fault.", "50", "51", REST),
    ("Of the 188 sailors asked, 87 were calm and 76 very calm; {} were therefore calm at least.", "163", "165", REST),
    ("The north sent 33 crews and the south 49; combined, they sent {}.", "82", "83", REST),
]

RIGHT = [
    "From 154 entries we removed 63 doubles and 34 blanks, which left 57 for the draw.",
    "Twelve crews entered 61 boats. 14 finished, 19 retired and the other 28 never started.",
    "136 eels were tagged. Of that number 54 were caught again upstream, 49 downstream, and the other 33 never.",
    "Fifteen bells were cracked and six were flat, so 21 of the 29 bells needed work.",
    "69 paid on time, 38 late: 107 of the 159 paid.",
    "Leaks were noted in 18 of 70 boats: three at the bow and fifteen at the stern; no boat had both.",
    "34 faults were found on 18 boats; the remaining 7 boats had none.",
    "Of 59 players, 27 chose brass, and 23 of the remaining players chose strings.",
    "Of the 65 tides logged, 37 were high; of the others, 23 were not classed.",
    "The club holds 29 oars, mainly oak (14) and ash (11).",
    "62 boats were hired: 34 for a day, 21 for a week, the rest by the hour.",
    "51 trees were planted: 19 in spring, fewer than the 26 of the spring before.",
    "45 hands were trained. 13 left in May and 26 more in June.",
    "Of 82 bells 29 were cracked and 35 flat; 5 were both, and the other 23 were sound.",
    "Of 52 weeks, 40 had no fault. There were 19 faults in the other 12.",
    "Of 40 crews, 25 were new. 12 of the 16 crews from Oban came, and the other 4 rested.",
    "39 of the 90 bells were cracked and 30 flat, so 21 of the 90 were sound.",
    "We had 18 guests in May and 21 in June. In all, 30 stayed the night.",
]
