"""Figures that stand beside those a text is about, and are none of them: right texts, with a slip that is still found."""

import pytest
from tests.unit.checker.verdicts import wrong


@pytest.mark.parametrize(
    "text",
    [
        # A dose, a place, a price, a year and a guideline's number are in no sum and no share.
        "The kennel had 34 dogs in March. In April 9 came and 20 left. The wormer was 40 mg daily for 12 weeks. At the "
        "end of April 23 were left.",
        "We asked 381 owners. Of these, 139 had no dog and 44 declined. The remaining 198 were enrolled at 7 clinics in "
        "two countries.",
        "Of 206 owners 88 thought the lead dear. The rise is 35p, or 13.5%.",
        "Over the calendar year 1,150 kites of 902 makes were flown. Strings broke on 14 flights (1.2%).",
        "Notes were drawn for 38 dogs. The standard is taken from guideline 161, section 1.2. We found that 19 had a "
        "chart. This is half of the sample.",
        "The ropes tested were worth £78,000. Faulty ropes worth £7,000 were found. Ropes under £500 were left out. The "
        "error rate by value was 9.0%.",
        # A part found in a sample, a part with its share and the base in its note, a whole that rows make.
        "The audit drew 20 boats at random. We found that 10 had a spare sail.",
        "33 boats (51%) had a sail [a], while 49 (75%) had oars [a].\n\n[a] Percentages are of all 65 boats.",
        "Oars had been used by 22 boats (33%)*.\n\n* Base: the 66 boats at sea; 7 of the 73 boats were in dock.",
        "Deck\tGood\tFair\tPoor\nUpper\t6\t10\t22\nLower\t13\t11\t14\n\nOn the upper deck 22 boats were poor. Each of the "
        "38 boats was graded once.",
        "The club rowed 340 miles, well ahead of the 290 it had planned.",
        # Grades, and what is not in any.
        "Grade\tBoats\nFully sound\t25\nMostly sound\t12\nPartly sound\t11\nNot sound\t9\nTotal\t57",
        "Trust\tBoats\nFull\t66\nFair\t14\nLow\t16\nNone\t26",
        "Answer\tBoats\nVery glad\t120\nGlad\t70\nCross\t40\nNo answer\t20",
        # Shares of the base that a head or a caption states, or of a part of the table.
        "Half of the masts were painted.\n\nPart\tPainted (n = 36)\nOars\t27\nMasts\t18\nSails\t5",
        "Finding\tBoats\nSound\t22\nPartly sound\t9\nLeaking\t4\nNot seen\t5\n\nJust under two thirds of those seen were "
        "sound.",
        # Names: of an answer, of a check, of what is scored, of a house, of a time.
        "Results were: improved, 20; unchanged, 6; worse, 53; total, 79.",
        "The share of riders that had a falls check went from 50% to 71%, a rise of 21 points.",
        "The score for falls was 84% in 2020, 84% in 2021 and 84% in 2022. It was consistent in all three years.",
        "Scores by area were ropes 70%, pain 57%, sails 65% and oars 94%. Oars was a strength, above every other area.",
        "The thirty-seven boats were made up of fifteen from Priory Rest, eighteen from Lark Quay and four from Elm.",
        "Of £38.5m, exactly two fifths, £15.4m, fell in the final quarter.",
        "Crews could pick one treat: tea drew 61 votes, cake 33, rest 62 and games 72, with cake getting the fewest.",
        "In the first round 12 of 40 bills (30%) were paid within 30 days. In the second round 65 of 100 (65%) were. "
        "That is a rise of 35 percentage points.",
        "Of 114 boats at Ash, 31 (27%) had no named owner. At Elm it was 14 of 26 (54%). Of the two, Elm had the higher "
        "share of boats with no named owner.",
        # How many each had, how many failed, what others had, what only one gave.
        "We tested 96 bills. 62 had two signatures (65%).",
        "There were nine failures in 1,200 samples, which gives a compliance rate of 99.25%.",
        "Twenty rowers were asked. For two we have no reply. Thirteen were at work, which at 65% is better than the "
        "club's own figure of 58% for all.",
        "Nine of the 17 clubs gave a full report. Only one gave none.",
        # Other things told behind.
        "Of the 90 boats, 81 are blue. Last spring 12 left and 12 were bought. The yard has 75 carts, five to a shed.",
        "Item\tRopes\nAt 1 May\t900\nIn\t350\nOut\t410\nLost\t15\nAt 30 June\t825\n\nStock fell by 75. A count of 60 "
        "lines found 3 that did not agree.",
        "Month\tOpened\tClosed\tOpen at end\nApril\t30\t22\t58\nMay\t25\t31\t52\nJune\t28\t20\t60\n\nThere were 50 open at "
        "the start of April. More were closed in May than in any other month. In all 83 were opened and 73 closed.",
        "Half of the 716 had met with mould (358), nearly a third with a broken oar (226), and 93 with mice.",
        "Five days passed between the storm on 4 July and the survey on 9 July.",
    ],
)
def test_what_is_beside_the_point_is_none_of_the_figures(text):
    """Guards the readings that keep such figures apart."""
    assert not wrong(text)


@pytest.mark.parametrize(
    "text",
    [
        "The kennel had 34 dogs in March. In April 9 came and 20 left. The wormer was 40 mg daily for 12 weeks. At the "
        "end of April 32 were left.",
        "Notes were drawn for 38 dogs. Reading took place in the spring. We found that 19 had a chart. This is two "
        "thirds of the sample.",
        "Three quarters of the masts were painted.\n\nPart\tPainted (n = 36)\nOars\t27\nMasts\t18\nSails\t5",
        "Of 114 boats at Ash, 31 (27%) had no named owner. At Elm it was 14 of 26 (54%). Of the two, Ash had the higher "
        "share of boats with no named owner.",
        "Fifty-two walkers reached the hut. Soup was given to 40 of the 56 people who got there.",
    ],
)
def test_a_slip_among_them_is_still_found(text):
    """Guards against keeping apart too much."""
    assert wrong(text)
