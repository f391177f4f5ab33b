"""What a sentence says of all that a table counts or of none of it, and tables that are wrong by themselves.

Of the right ones it guards what is said of some, of another time or with a word more than the table has.
"""

CHECKS = (
    "Check | Sampled | Passed\nPermit signed | 30 | 26\nLog on board | 30 | 30\nLamp correctly fitted | 30 | {}\n\n"
)
FAILS = "Check | Tested | Failed\nPermit signed | 30 | 4\nLamp fitted | 30 | {}\nLog kept | 30 | 3\n\n"
MET = "Check | % met\nPermit signed | 87\nLamp fitted | {}\nLog kept | 91\n\n"
FAULTS = "Engine faults by boat\n\nFault | Ash | Elm\nLeak | 1 | 0\nRust | 3 | {}\nRot | 1 | 0\n\n"
LOST = (
    "| | May | June | July |\n|---|---|---|---|\n| Missing episodes | 8 | {} | 0 |\n| Talks offered | 7 | 5 | 0 |\n\n"
)
ASKED = "Port | Crews asked | Replied\nAyr | 50 | 47\nOban | 40 | {}\nMull | 60 | 57\n\n"
STAGES = "Stage | Crews\nAsked | 412\nEntered | 240\nMeasured | {}\n\n"
SUNDAYS = "Should the hall open on Sundays? | Replies (n = 90)\nIn favour | 38\nAgainst | {}\nDon’t know | 5\n\n"
NONE_WON = "Should the hall open on Sundays? | Replies (n = 90)\nIn favour | 38\nAgainst | {}\nDon’t know | 11\n\n"
ONE_EACH = (
    "How did you find the talk? (one answer each)\nVery useful      31%\nFairly useful    42%\nNot very useful  {}%\n"
    "Not at all useful 9%"
)
TICKED = "How dry is the hall? (tick one)\n\nAnswer | Share\nVery dry | 31%\nDry in parts | 42%\nWet | {}%"
SCALE = (
    "“I feel safe”\n\nAnswer | %\nStrongly agree | 5\nAgree | 12\nNeither | 25\nDisagree | 27\nStrongly disagree | {}"
)
TWO_WAVES = (
    "How happy are you?\n\nAnswer | May | June\nVery happy | 31% | 35%\nFairly happy | 36% | 30%\n"
    "Not very happy | {}% | 25%\nNot at all happy | 18% | 10%"
)
OILED = "Fault | Oiled, n/N (%) | Dry, n/N (%)\nRust | 30/40 (75.0) | 12/36 (33.3)\nRot | 10/40 (25.0) | 9/36 ({})"
WHOLE = "Fault | Oiled | Dry\nRust | 30/40 (75) | 12/36 (33)\nRot | 10/40 (25) | 9/36 ({})"
TIES = "Check | Failures (of 40) | %\nPermit | 5 | 13\nLog | 30 | 75\nLamp | 5 | {}"
CELLS = "Check | May | June\nPermit | 5/40 (13%) | 20/32 (63%)\nLog | 30/40 (75%) | 7/32 (22%)\nLamp | 5/40 ({}%) | 6/32 (19%)"
WORKING = "Pump | Tested | Effective\nFore | 12 | 11\nAft | 25 | {}\nMid | 40 | 29"
TWO_ROWS = "Pump | Tested | Passed\nFore | 12 | 11\nAft | 25 | {}"
AGAIN = (
    "Table 1. Content with the deck\n\nAnswer | Crews\nContent | 86\nNot content | 141\nTotal | 227\n\n"
    "Table 2. The same crews by port\n\nPort | Crews\nAyr | {}\nOban | 106\nTotal | {}\n"
)
PORTS = "Port | Boats\nAyr | 24\nOban | {}\nMull | 12\n\n"
SOUND = "Port | Boats | Sound\nAyr | 24 | 18\nOban | 40 | {}\nMull | 20 | 11\n\n"
SHARES = "Answer | Share\nYes | 45%\nNo | {}%\nNot sure | 23%\n\n"
MENDED = "Step | Boats\nSeen | 90\nAccepted | {}\nMended | 40\n\n"

FORMS = [
    (
        "Leaks of grade 2 or above by month: April, 12; June, {}; July, 4. There were no leaks of this kind in June.",
        "0",
        "13",
        "none-in",
    ),
    (PORTS + "Oban had more boats than the other two ports together.", "40", "34", "sheet-more-together"),
    (PORTS + "Oban had more boats than all the others combined.", "40", "34", "sheet-more-together"),
    (PORTS + "Oban had more boats than Ayr and Mull together.", "40", "34", "sheet-more-together"),
    (PORTS + "Oban and Mull together had more boats than Ayr.", "14", "11", "sheet-more-together"),
    (PORTS + "Oban and Mull had fewer boats between them than Ayr.", "11", "14", "sheet-more-together"),
    (SOUND + "At every port more than half of the boats were sound.", "30", "19", "sheet-rows"),
    (SHARES + "Each crew gave one answer.", "32", "42", "sheet-hundred"),
    (CHECKS + "All boats sampled had a lamp correctly fitted.", "30", "28", "sheet-all-in-row"),
    (CHECKS + "In every boat sampled the lamp was correctly fitted.", "30", "28", "sheet-all-in-row"),
    (CHECKS + "The lamp was correctly fitted on all 30 boats.", "30", "28", "sheet-all-in-row"),
    (CHECKS + "Not all boats sampled had a lamp correctly fitted.", "28", "30", "sheet-all-in-row"),
    (CHECKS + "None of the boats sampled had a lamp correctly fitted.", "0", "3", "sheet-all-in-row"),
    (FAILS + "Every boat tested had a lamp fitted.", "0", "2", "sheet-all-in-row"),
    (MET + "All boats had a lamp fitted.", "100", "98", "sheet-all-in-row"),
    (FAULTS + "No engine fault of any kind was seen on Elm.", "0", "2", "sheet-none-there"),
    (FAULTS + "Elm was free of engine faults.", "0", "2", "sheet-none-there"),
    (FAULTS + "Elm reported no faults at all.", "0", "2", "sheet-none-there"),
    (LOST + "No child went missing in June.", "0", "5", "sheet-none-there"),
    (LOST + "In June nobody went missing.", "0", "5", "sheet-none-there"),
    (ASKED + "At all three ports more than nine in ten crews replied.", "38", "32", "sheet-rows"),
    (ASKED + "At each of the three ports at least 9 out of 10 crews replied.", "38", "32", "sheet-rows"),
    (ASKED + "No port had fewer than nine in ten crews reply.", "38", "32", "sheet-rows"),
    (ASKED + "Fewer than one in ten crews failed to reply at each of the three ports.", "38", "32", "sheet-rows"),
    (STAGES + "No one was measured who had not been entered.", "231", "251", "none-but-those"),
    (STAGES + "Nobody was measured without being entered first.", "231", "251", "none-but-those"),
    (STAGES + "All crews measured had been entered.", "231", "251", "none-but-those"),
    (STAGES + "Only crews that had entered were measured.", "231", "251", "none-but-those"),
    (STAGES + "Those measured had all been entered.", "231", "251", "none-but-those"),
    (
        "In all 412 crews were asked, 240 entered and {} were measured. Everyone measured had been entered.",
        "231",
        "251",
        "none-but-those",
    ),
    (SUNDAYS + "Against was the answer given most often, and by a majority.", "47", "41", "sheet-half"),
    (SUNDAYS + "Against came first, with an overall majority.", "47", "41", "sheet-half"),
    (NONE_WON + "Against came first, but without a majority.", "41", "51", "sheet-half"),
    (NONE_WON + "Against was the most common answer, though not by a majority.", "41", "51", "sheet-half"),
    (NONE_WON + "No answer had a majority.", "41", "51", "sheet-half"),
    (ONE_EACH, "18", "28", "sheet-hundred"),
    (TICKED, "27", "37", "sheet-hundred"),
    (SCALE, "31", "37", "sheet-hundred"),
    (TWO_WAVES, "15", "25", "sheet-hundred"),
    (OILED, "25.0", "52.0", "sheet-share"),
    (WHOLE, "25", "52", "sheet-share"),
    (TIES, "13", "12", "sheet-share"),
    (CELLS, "13", "12", "sheet-share"),
    (WORKING, "23", "32", "sheet-within"),
    (TWO_ROWS, "23", "32", "sheet-within"),
]

RIGHT = [
    "Check | Sampled | Passed | Waived\nPermit | 30 | 26 | 4\nLamp fitted | 30 | 28 | 2\n\nAll boats sampled had a lamp fitted.",
    "Check | Sampled | Passed\nPermit | 30 | 26\nLog | 30 | 29\nLamp fitted | 30 | -\n\nAll boats sampled had a lamp fitted.",
    MENDED.format("60") + "20 accepted boats were not mended.",
    PORTS.format("34") + "Oban had more new boats than the other two ports together.",
    PORTS.format("34") + "Oban had more boats than each of the other two ports.",
    PORTS.format("34") + "Oban nearly had more boats than the other two ports together.",
    PORTS.format("34") + "Last year Oban had more boats than the other two ports together.",
    CHECKS.format("28") + "All boats sampled had a log on board.",
    CHECKS.format("28") + "All the larger boats sampled had a lamp correctly fitted.",
    CHECKS.format("28") + "All boats sampled in May had a lamp correctly fitted.",
    CHECKS.format("28") + "All but two of the boats sampled had a lamp correctly fitted.",
    CHECKS.format("28") + "All boats sampled should have had a lamp correctly fitted.",
    FAULTS.format("2") + "No engine fault on Elm led to a stop.",
    FAULTS.format("2") + "There were no new engine faults on Elm.",
    FAULTS.format("2") + "No engine faults were found on Elm in the first week.",
    FAULTS.format("2") + "No gear faults were found on Elm.",
    FAULTS.format("2") + "No other engine faults were found on Elm.",
    LOST.format("5") + "No child went missing twice in June.",
    LOST.format("5") + "No girl went missing in June.",
    LOST.format("5") + "No child who went missing in June was hurt.",
    ASKED.format("37") + "At every port fewer than one in ten were lost to follow-up.",
    ASKED.format("37") + "At all three ports more than nine in ten of the crews who replied were content.",
    STAGES.format("231") + "No crew was measured that had not entered.",
    STAGES.format("251") + "Everyone measured in May had been entered.",
    STAGES.format("251") + "No one was measured who had not been asked.",
    STAGES.format("251") + "Not everyone measured had been entered.",
    "Claim | Number\nReceived | 40\nClosed | 45\nOpen | 12\n\nAll claims closed had been received.",
    NONE_WON.format("41") + "Of those with a view, a majority were against.",
    NONE_WON.format("41") + "There was no overall majority against.",
    NONE_WON.format("41") + "Leaving out those who did not know, a majority were against.",
    "Who they were | Oiled (n = 120) | Dry (n = 125)\nOld boats | 66 (55.0%) | 70 (56.0%)\nTarred | 30 (25.0%) | 35 (28.0%)\n"
    "Leaking | 18 (15.0%) | 20 (16.0%)",
    "Characteristic | Oiled (n = 120) | Dry (n = 125)\nOld boats | 66 | 70\nTarred | 30 | 35\nLeaking | 18 | 20",
    "“I feel safe” (single answer; don’t know not shown)\n\nAnswer | %\nAgree | 61\nNeither | 20\nDisagree | 12",
    "“I feel safe”\n\nAnswer | %\nStrongly agree | 5\nAgree | 26\nDisagree | 27\nStrongly disagree | 31",
    "When do you sail? (tick all that apply)\n\nAnswer | %\nBy day | 45\nBy night | 36\nAt sea | 25\nAt anchor | 27",
    "Fault | Oiled | Dry\nRust | 30/40 (3) | 12/36 (1)\nRot | 10/40 (2) | 9/36 (0)",
    TIES.format("12").replace("13", "12"),
    "Answer | Crews\nContent | 31\nNot content | 42\nIn all we saw 73 crews",
    AGAIN.replace("The same crews", "Some of the same crews").format("621", "727"),
    AGAIN.replace("The same crews", "The same crews a year later,").format("621", "727"),
    AGAIN.replace("The same crews", "All crews").format("621", "727"),
]
