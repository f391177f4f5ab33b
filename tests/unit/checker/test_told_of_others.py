"""Right texts in which a figure is told of another row, whole, group or time than a hasty reader takes it for.

Each kind of them stands beside a text in the same manner that is wrong.
"""

import pytest
from tests.unit.checker.verdicts import called

BOATS = "Pier | Boats | Checked | Sound\nNorth | 60 | 50 | 40\nSouth | 45 | 40 | 30\nEast | 75 | 60 | 42\nAll | 180 | 150 | 112\n\n"
YEARS = "Kind | 2023 | 2024\nOak | 48 | 40\nElm | 20 | 25\nFir | 52 | 45\nAll | 120 | 110\n\n"
NOTED = "Check | Done | %\nRopes | 45 | 90\nPumps* | 36 | 80\nLamps* | 27 | 60\n\nAll boats: 50. * Five boats without either are left out here (base 45)."
RIGHT = (
    # A share of a row that the sentence names, of its own whole.
    BOATS + "Of the 50 boats checked on the north pier 40 were sound. The south pier came second with 75%.",
    BOATS + "Rot was found in 38 boats, a quarter (25%) of those checked. The east pier holds two boats in five (42%).",
    NOTED,
    # Of another time than the table's.
    "Means | Share\nFoot | 30%\nBike | 20%\nCar | 50%\n\nBikes have overtaken buses since the count of 2011, when they stood at 12%.",
    "Of 90 tills 72 balanced (80%). The standard of 75% was met. In the trial the same tills had balanced on 60 of 90 days, 67%.",
    "The club owes £1,200,000: £700,000 to the bank and £500,000 to members. Twelve months earlier the total had been £1,150,000.",
    # Of a group of its own.
    "Of 400 members 300 voted (75%). In clubs with a bar the turnout was 88%.",
    "Members over 70, who cast 120 of the 300 votes, were the most content, at 91%.",
    "Two hundred and four of the 480 walkers, who went by night, got lost less often (12%) than the others (19%).",
    "We wrote to 640 shops and 320 of 640 answered, 71% said that trade was poor.",
    "Of the 90 gates 30 are new. Among the 24 on the hill oak came first with 15, pine with nine. Steel leads elsewhere.",
    # A whole with parts of its own, and no part.
    "The camp held 440 men in tents for 400. In our sample of 60 tents 24 (40%) were torn and 15 (25%) leaked.",
    "Among the 28 girls the number was 21 (75%); among the 36 boys it was 18 (50%).",
    "The league has 120 players. Ninety (75%) have a licence; two years before it was 66 of 110, or 60%. Of the 30 without, 12 are juniors.",
    "There are 200 bells, of which 180 were rung; the other 20 were not, six of them for want of a rope.",
    "Three keepers are needed by day. Nine keepers held all four keys, six held three and the other five held two.",
    # What is said of a time of the year, of a limit or of a place in it.
    "Landings rose by nine between the two halves of the year, from 31 to 40.",
    "Each month the log goes to the harbour board under standing item 4. Faults were 12 grave, seven slight and three trifling.",
    "The slowest crossing took 71 minutes, 26 over the limit of 45. Eighty-one of the 90 (90%) were in time; the target is 95%.",
    "Of the four who sailed late three left between 22:00 and 05:30, when the office is shut.",
    "Five gates lay below the limit of 3 metres (2.1, 2.4, 2.5, 2.7 and 2.9), and all five were shut.",
    # A rate, a range and a list are no mean, and no whole.
    "We hired 36,500 skates, 100 a day, of which 7,300 (20%) came back late.",
    "Crews stopped 150 boats on five nights, between 22 and 41 each night and 30 on average.",
    "Sales were 31, 18, 25 and 40 a week, so that they ranged from 18 to 40.",
    "Thefts came to 420, an average of 35 a month, with 60 in May and only seven in July.",
    "Of £6,400 in fines, 32 of the 80 were paid at once, £200 each.",
    # In words: a degree of what is most, a fraction of what is told, a change in another unit.
    BOATS + "The south pier gave most cause for concern.",
    "Of 480 bulbs 300 sprouted. Tulips made up 120 of the bulbs, a quarter.",
    "Output fell from 15 to 12 bells for every 300 hours, or by a fifth.",
    "Sleep rose from 6.0 to 6.5 hours, or by 30 minutes.",
    "Sixty firms (40%) expect sales to rise, 54 (36%) expect no change and 36 (24%) expect a fall.",
    "Copper cost £310 and steel £190; zinc cost £180 more, nearly twice as much as before.",
    "Ropes were in order on 57 of 60 boats (95%), 29 red and 28 blue.",
    "Eleven crews had more than 12 flags in the year.",
    YEARS + "Oaks fell by eight, from 48 to 40, and firs by seven. The total has come down by ten.",
    YEARS + "Elms gave rise to 25 calls, five more than in 2023.",
    "They judged 180 bells good, 45 fair and 25 cracked, that is 72%, 18% and 10%.",
    # Of other things than those that were counted, or of those before.
    "Bells were tuned soonest in the east (mean 2.5 days) and latest in the west (4.8), which has three of its 12 posts empty.",
    "Calls fell from 60 to 50. The warden makes six rounds a week with 12 stops in each and rings 30 others.",
    "Fees rose from 2,000 to 2,400, by a fifth, and fines from 850 to 867, by just 2%.",
    "Of 75 kites 69 had a tail, all but two of these a red one. Five kites had lost all their remaining strings.",
    "Of 300 askers 120 were given a flag (40%) and 60 had been refused one (20%).",
    "In short 240 of 320 forms came back. The 280 of 2019 were fewer by 40 than those of 2018.",
    "Pass | Met (of 40)\nRope | 34\nSail | 21\n\nIt was met on 34 boats (85%), more than for any other pass.",
)
WRONG = (
    BOATS + "Of the 50 boats checked on the north pier 40 were sound (70%).",
    NOTED.replace("| 90\n", "| 82\n"),
    "Of 90 tills 72 balanced (80%). The standard of 85% was met.",
    "The club owes £1,200,000: £700,000 to the bank and £400,000 to members.",
    "Members over 70 cast 120 of the 300 votes, 45%.",
    "The camp held 440 men in tents for 400. In our sample of 60 tents 24 (45%) were torn.",
    "We tested eight bells with 12 strokes each, 96 in all. Five bells rang true; the other two did not.",
    "There are 200 bells: 150 bronze, 30 iron and 40 of steel.",
    "Landings rose by nine between the two halves of the year, from 31 to 44.",
    "Five gates lay below the limit of 3 metres (2.1, 2.4, 3.5, 2.7 and 2.9), and all five were shut.",
    "We hired 36,500 skates, 100 a day, of which 7,300 (25%) came back late.",
    "Sales in the four weeks were 31, 18, 25 and 40, so that they ranged from 18 to 30.",
    "Tulips made up 120 of the 480 bulbs, a third.",
    "Output fell from 15 to 12, or by a third.",
    "Ropes were in order on 57 of 60 boats (91%).",
    YEARS + "Oaks fell by nine, from 48 to 40.",
    "They judged 180 bells good, 45 fair and 25 cracked, that is 72%, 28% and 10%.",
    "Fees rose from 2,000 to 2,400, by a third.",
    "Of 300 askers 120 were given a flag (40%) and 60 had none (25%).",
    "Pass | Met (of 40)\nRope | 34\nSail | 21\n\nIt was met on 34 boats (75%), more than for any other pass.",
)


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_told_of_others_is_left_alone(text: str) -> None:
    """Guards against binding a figure to another row, whole, group or time than it is told of."""
    assert called(text) == []


@pytest.mark.parametrize("text", WRONG)
def test_what_is_wrong_in_such_texts_is_found(text: str) -> None:
    """Guards against reasons so wide that a slip of the same kind passes too."""
    assert called(text)
