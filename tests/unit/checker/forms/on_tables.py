"""What a sentence says of a table's rows: which has more, the share of one, by how much each moved.

Of the right ones it guards what is said of some of them, of other times, or of what the table doesn't have.
"""

CALLS = "Kind of call | Calls\nPumps | 33\nMasts | 24\nOars | 13\nOther | 10\nTotal | 80\n\n"
FALLS = "Deck | Riders | Falls | Share falling\nUpper | 120 | 18 | 15.0%\nMiddle | 50 | 10 | 20.0%\nLower | 80 | 12 | 15.0%\n\n"
PIERS = "Pier | Boats | Moored late | Share late\nAyr | 200 | 40 | 20%\nOban | 50 | 15 | 30%\n\n"
PAINT = "State after 20 days | Oil (n = 50) | Wax (n = 50)\nMended | 30 (60%) | 36 (72%)\nNot mended | 20 (40%) | 14 (28%)\n\n"
ASKED = (
    "Rank | Question | Positive\n1 | Crew were polite | 91%\n2 | Easy to board | 83%\n3 | Told about delays | 44%\n\n"
)
CREWS = "Crew | Dives\nAsh | 58\nElm | 63\nOak | 49\n\n"
GRADES = "State | Boats | %\nGood | 44 | 44\nFair | 19 | 19\nPoor | 26 | 26\nRotten | 11 | 11\nTotal | 100 | 100\n\n"
BEFORE = "Item | Before | After\nLost oars | 80 | 60\nLate boats | 25 | 20\n\n"
RATES = "Item | 2021 | 2023\nReply rate | 40% | 50%\nContent | 60% | 75%\nLeaks | 120 | 90\n\n"
MONTHS = "Month | Orders | Sales\nMay | 80 | 40\nJune | 100 | 36\n\n"
PER = "Yard | Boats | Oars | Oars per boat\nAsh | 12 | 30 | 2.5\nElm | 8 | 28 | {}\nOak | 20 | 24 | 1.2"
TEAMS = "Pier\tBoats\tLate\nWest pier\t216\t44\nNorth pier\t71\t7\nSouth pier\t98\t13\nEast pier\t47\t21\n\n"
LET = "Port | Berths | Let\nAyr | 40 | 33\nOban | 25 | 19\nMull | 15 | 15\n\n"
SENT = "Form | Sent | Returned\nWhite | 60 | 48\nBlue | 40 | 31\nTotal | 100 | 79\n\n"
TRIPS = (
    "Crew | Trips | Made | Late\nAsh | 120 | 96 | 24\nElm | 80 | 72 | 8\nOak | 50 | 35 | 15\nTotal | 250 | 203 | 47\n\n"
)
YEARS = "Pier | 2022 | 2023 | 2024\nAyr | 40 | 50 | 60\nOban | 30 | 27 | 45\nMull | 20 | 25 | 15\n\n"

FORMS = [
    (TRIPS + "Ash had {} as many late trips as Elm.", "three times", "twice", "sheet-compared"),
    (TRIPS + "Ash had {} more late trips than Elm.", "16", "18", "sheet-compared"),
    (TRIPS + "The gap between Ash and Elm was {} trips.", "40", "50", "sheet-compared"),
    (YEARS + "In 2024 the gap between Ayr and Oban was {}.", "15", "20", "sheet-compared"),
    (YEARS + "Oban rose by {} in 2024.", "two thirds", "a half", "sheet-changed"),
    (LET + "{} berths are vacant, seven of them at Ayr.", "13", "15", "sheet-unfilled"),
    (LET + "Of 80 berths, {} were not let.", "13", "18", "sheet-unfilled"),
    (LET + "13 berths are vacant, {} of them at Ayr.", "seven", "six", "sheet-unfilled"),
    (LET + "At Ayr {} berths were unlet.", "seven", "nine", "sheet-unfilled"),
    (LET + "In all 67 berths were let, leaving {} vacant.", "13", "15", "sheet-unfilled"),
    (LET + "No berths at {} were vacant.", "Mull", "Ayr", "sheet-unfilled"),
    (SENT + "{} forms had not been returned, nine of them blue.", "21", "31", "sheet-unfilled"),
    (CALLS + "Pumps made {}% of calls, ahead of masts at 30%.", "41", "14", "sheet-quoted"),
    (CALLS + "{}% of calls were about masts.", "30", "36", "sheet-quoted"),
    (CALLS + "Pumps were the largest group at {}%, followed by masts at 30%.", "41", "47", "sheet-quoted"),
    (CALLS + "Oars were the third largest group ({}%).", "16", "26", "sheet-quoted"),
    (FALLS + "The highest number of riders who fell was on the {} deck.", "upper", "middle", "sheet-most"),
    (FALLS + "The deck with the most falls was the {} one.", "upper", "middle", "sheet-most"),
    (FALLS + "More riders fell on the {} deck than on any other.", "upper", "middle", "sheet-most"),
    (PAINT + "Mending was commonest with {}.", "wax", "oil", "sheet-most"),
    (PAINT + "Mending was commoner with {}.", "wax than with oil", "oil than with wax", "sheet-compared"),
    (PAINT + "{}% with oil, but only 28% with wax, were not mended.", "40", "46", "sheet-quoted"),
    (PAINT + "Mending was likelier with {}.", "wax", "oil", "sheet-beside"),
    (PAINT + "The {} had the higher number mended.", "wax", "oil", "sheet-of-two"),
    (PIERS + "Oban had the higher {} of boats moored late.", "share", "number", "sheet-of-two"),
    (PIERS + "The lower number of boats moored late was at {}.", "Oban", "Ayr", "sheet-of-two"),
    (PIERS + "More boats were moored late at {}.", "Ayr", "Oban", "sheet-of-two"),
    (PIERS + "Of the two piers, {} moored more boats late.", "Ayr", "Oban", "sheet-of-two"),
    (ASKED + "{} is the chief strength.", "Politeness of the crew", "Being told about delays", "sheet-most"),
    (CREWS + "Elm made more dives than Ash, and Oak made {} than either.", "fewer", "more", "sheet-compared"),
    (CREWS + "{} made more dives than the other two crews.", "Elm", "Ash", "sheet-compared"),
    (CREWS + "Ash made more dives than Oak but {} than Elm.", "fewer", "more", "sheet-compared"),
    (GRADES + "More boats were {}.", "poor than fair", "fair than poor", "sheet-compared"),
    (GRADES + "{}.", "Poor boats outnumbered fair ones", "Fair boats outnumbered poor ones", "sheet-compared"),
    (BEFORE + "Lost oars fell by 25% and late boats by {}%.", "20", "25", "sheet-changed"),
    (BEFORE + "Lost oars and late boats fell by 25% and {}% respectively.", "20", "25", "sheet-changed"),
    (BEFORE + "There was a 25% fall in lost oars and a {}% fall in late boats.", "20", "25", "sheet-changed"),
    (BEFORE + "Lost oars fell by {}.", "a quarter", "a third", "sheet-changed"),
    (BEFORE + "Lost oars fell by a quarter and late boats by {}.", "a fifth", "a quarter", "sheet-changed"),
    (RATES + "The reply rate rose by 10 points and content by {} points.", "15", "25", "sheet-changed"),
    (MONTHS + "From May to June orders rose by 25%, while sales fell by {}%.", "10", "14", "sheet-changed"),
    (PER, "3.5", "5.3", "sheet-worked"),
]

RIGHT = [
    TRIPS + "Elm, with 72 of 80 made, did best.",
    TRIPS + "Ash and Elm made 168 trips between them.",
    TRIPS + "The gap between Ash and Elm was 10 minutes.",
    TRIPS + "The gap between Ash and Elm was 60 last year.",
    LET + "Ayr and Oban let 52 berths.",
    LET + "Ayr let 30 berths to clubs.",
    LET + "Eight berths are vacant in the winter, two of them at Ayr.",
    LET + "At least seven berths are vacant.",
    LET + "Three of the vacant berths are new.",
    LET + "Nine berths were vacant last year.",
    LET + "Eight berths are to be closed.",
    LET + "No boats at Ayr were vacant.",
    SENT + "Nine letters were not returned.",
    CALLS + "Pumps made 41% of calls on weekdays, and 52% of urgent calls.",
    CALLS + "Women made 37% of calls about pumps.",
    CALLS + "Pumps led to a visit in 61% of calls.",
    FALLS + "The number of falls fell most on the middle deck.",
    PAINT + "Mending within 10 days was commoner with oil than with wax.",
    PAINT + "Failure to mend was commoner with oil than with wax.",
    PAINT + "Cracking was likelier with oil.",
    PIERS + "Oban had more boats moored late than last year.",
    PIERS + "Oban had the higher number of lamps.",
    PIERS + "Oban had the larger boats.",
    PIERS + "Oban should have more boats.",
    PIERS + "Oban now has the higher number of boats moored late.",
    ASKED + "Being told about delays is not the chief strength.",
    CREWS + "Elm made more dives than Ash, and Oak made fewer than either had planned.",
    GRADES + "More of the boats in Ayr were fair than poor.",
    BEFORE + "Costs fell by 12% and late boats by 20%.",
    BEFORE + "Lost oars fell by 25% and lamps by 40%.",
    TEAMS + "The west pier had the most late boats.",
    "Yard | Boats | Oars | Oars per crew\nAsh | 12 | 48 | 4.0\nElm | 8 | 20 | 5.2\nOak | 10 | 35 | 3.0",
    "Yard | Boats | Days | Days per boat (median)\nAsh | 12 | 48 | 4.0\nElm | 8 | 20 | 2.1\nOak | 10 | 35 | 3.0",
]
