"""What a sentence says of a table in plain words: every time, none of them, either of two, all that it counts.

Of the right ones it guards what is said of some of them, of some of the times, or is denied.
"""

AGES = "Age | Owners\nAll owners | {}\n16-24 | 23\n25-44 | 66\n45-64 | 56\n65 and over | 25"
PIERS = "Pier | Sold | Lent | Lost\nAyr | 14 | 9 | 20\nOban | 31 | 6 | 11\nMull | 8 | 25 | 17\n\n"
WAVES = "% content | Wave 1 | Wave 2 | Wave 3\nRowers | 76 | 78 | 76\nSailors | 65 | 71 | {}\n\n"
MONTHS = (
    "Paid on time\n\nYard | May | June | July\nAsh | 98% | 97% | 94%\nElm | 98% | {} | 96%\nOak | 99% | 96% | 99%\n\n"
)
BILLS = "Yard | Bills read | Bills without a stamp\nAsh | 36 | {}\nElm | 37 | 5\nOak | 34 | 5\n\n"
STATES = "State | May | June | July\nSound | 18 | 27 | 14\nRotten | 6 | {} | 5\n\n"
LEAKS = "Fault | Oil (n = 80) | Wax (n = 95)\nRust | 1 | 8\nRot | 3 | {}\nWeed | 3 | 4\n\n"
DECKS = "Deck | Boats | Checked\nUpper | 24 | {}\nLower | 25 | 12\nMiddle | 34 | 25\n\n"
ASKED = "Would you sail again? | Number\nYes | {}\nNo | 61\nNot sure | 35\n\n"
HELD = "Port | Boats seen | With a working lamp\nAyr | 16 | 16\nOban | 10 | {}\nMull | 15 | 15\n\n"
STEPS = "Step | Boats | Share of the step before\nEntered | 144 | -\nSeen | 110 | 76%\nMended | 67 | {}"
CHECKS = (
    "All four checks were made on the whole fleet.\n\nCheck | May | May %\nRust | 25 | 50%\nRot | 41 | 82%\n"
    "Weed | 32 | {}\nPaint | 11 | 22%"
)
CREWS = "Crew | Dives | Filmed\nAsh | 28 | 8\nElm | 27 | 7\nOak | 15 | 5\nTotal | 70 | 20\n\n"
GRADES = "Grade | Boats\nGood | 33\nFair | 11\nPoor | 12\nInadequate | 5\nTotal | {}"

FORMS = [
    (AGES, "170", "166", "sheet-total-first"),
    (PIERS + "At Oban, {} of the 48 oars were sold or lent.", "37", "41", "sheet-plain"),
    (WAVES + "Rowers were consistently more content than sailors.", "72", "85", "sheet-compared"),
    (MONTHS + "Elm consistently met the 90% target.", "94%", "84%", "sheet-only"),
    (MONTHS + "Elm never fell below the 90% target.", "94%", "84%", "sheet-only"),
    (MONTHS + "Elm was above 90% throughout.", "94%", "84%", "sheet-only"),
    (BILLS + "Some bills had no stamp, none of them in Ash.", "0", "2", "sheet-nothing"),
    (STATES + "No boats were judged Rotten in June.", "0", "2", "sheet-nothing"),
    (LEAKS + "No boat given wax had rot.", "0", "8", "sheet-nothing"),
    (DECKS + "On the upper deck, half of the boats were checked.", "12", "3", "said-of-figures"),
    (ASKED + "A majority said that they would sail again.", "161", "36", "sheet-half"),
    (HELD + "Every boat seen had a working lamp.", "10", "8", "sheet-whole"),
    (STEPS, "61%", "16%", "sheet-share"),
    (CHECKS, "64%", "46%", "sheet-share"),
    (CREWS + "Filming took place for {} dives.", "20", "26", "sheet-altogether"),
    (GRADES, "61", "56", "column-total"),
]

RIGHT = [
    AGES.format("182"),
    AGES.format("174") + "\n\nFour did not give their age.",
    PIERS + "At Oban, 20 red oars were sold or lent.",
    PIERS + "At Oban, fewer than 50 were sold or lent.",
    PIERS + "The seven oars at Oban were all sold or lent.",
    WAVES.format("85") + "Rowers were not consistently more content than sailors.",
    WAVES.format("85") + "Older rowers were consistently more content than sailors.",
    WAVES.format("85") + "Rowers were more content than sailors in each wave but the last.",
    MONTHS.format("84%") + "Elm did not consistently meet the 90% target.",
    MONTHS.format("84%") + "Elm met the 90% target, and Oak has consistently been above it.",
    MONTHS.format("84%") + "Elm met the 90% target at the end of the quarter.",
    BILLS.format("2") + "Some bills had no signature, none of them in Ash.",
    STATES.format("2") + "No boats of the north fleet were judged Rotten in June.",
    LEAKS.format("8") + "No boat given wax was scrapped because of rot.",
    LEAKS.format("8") + "No boat given wax had rot in the first week.",
    DECKS.format("3") + "On the upper deck, half of the new boats were checked.",
    DECKS.format("3") + "On the upper deck, half of the boats checked had a log.",
    ASKED.format("36") + "Of those with a view, a majority would not sail again.",
    HELD.format("8") + "Not every boat seen had a working lamp.",
    HELD.format("8") + "All the larger boats seen had a working lamp.",
    "Step | Boats | Share of those entered\nEntered | 144 | -\nSeen | 110 | 76%\nMended | 67 | 47%",
    CREWS + "Filming led to a change for 16 dives.",
    "Check | Boats | Sound (n = 56)\nRust | 56 | 44\nRot | 56 | 42\n\nExactly three quarters of boats met the standard for Rot.",
]
