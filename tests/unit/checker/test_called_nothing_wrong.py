"""Statements that are right on a plain reading, which a rule alone would call wrong; beside them wrong ones."""

from dataclasses import replace

import pytest

from looped.checker.document import Paragraph
from looped.checker.judging import judge
from looped.checker.readers.text import read


def _wrong(text: str) -> set[str]:
    return {each.code for each in judge(read(text)).amiss if each.verdict != "arguable"}


GRADES = (
    "Depot | Excellent | Fit | Poor | All\nAyr | 9 | 51 | 23 | 83\nTroon | 4 | 11 | 9 | 24\nLargs | 2 | 6 | 5 | 13\n"
    "All | 15 | 68 | 37 | 120\n\n"
)
GOOD = (
    "Team | Outstanding | Good | Requires improvement | Inadequate | All\nNorth | 5 | 26 | 20 | 3 | 54\n"
    "South | 4 | 25 | 18 | 2 | 49\nAll | 9 | 51 | 38 | 5 | 103\n\n"
)
ROUNDED = "## Summary\n\n- {} of boats were seen in time.\n\n## Boats\n\n"
SEEN = "Port | Boats | Seen in time | Share\nAyr | 81 | 59 | 72.8%\nTroon | 40 | 31 | 77.5%\nAll | 121 | 90 | 74.4%\n\n"
DEBT = "Age of debt | £000 | Share\nNot yet due | 59 | 59%\n1 to 30 days | 21 | 21%\nOver 30 days | 20 | 20%\n\n"
WAVES = "Year | Content (%)\n2013 | 52\n2015 | 58\n2017 | 55\n2019 | 61\n\n"
BUDGET = "Unit | Budget | Actual\nPaint | 900 | 813\nRopes | 700 | 881\nSails | 500 | 420\n\n"
OVER = "Unit | Spent | Over budget\nPaint | 655 | +90\nRopes | 305 | +40\nSails | 717 | -12\n\n"
OPINION = (
    "Satisfaction, in per cent of those with an opinion\n\nPort | Base | Content\nAyr | 474 | 53\nTroon | 425 | 74\n\n"
)
CHECKS = (
    "Boats that passed each check (n = 41; target 80%)\n\nCheck | Boats | Share\n1. Ropes | 30 | 73%\n2. Sails | 37 | 90%\n"
    "3. Paint | 38 | 93%\n4. Keel | 19 | 46%\n\n"
)
FAULTS = "We looked at 39 boats.\n\nFault | Boats | % of boats\nRust | 4 | 10\nLeak | 11 | 28\nRot | 17 | 44\nWear | 8 | 21\n\n"
SCORES = "Visit | Oil | Wax\nStart | 37.0 | 37.0\nWeek 4 | 31.9 | 34.1\nWeek 8 | 22.3 | 30.0\n\n"
PLACES = (
    "Quay | Berths | Last check\nAyr | 19 | 25 January 2021\nTroon | 51 | 5 May 2019\nLargs | 60 | 7 August 2022\n\n"
)
RATIOS = "Group | Ratio | 95% CI\nOld | 0.63 | 0.44 to 0.91\nNew | 0.89 | 0.68 to 1.17\nHired | 0.65 | 0.53 to 0.80\n\n"
CASH = (
    "Month | Opening | Paid in | Paid out | Closing\nMay | 6,923 | 2,370 | 2,323 | 6,970\n"
    "June | 6,970 | 1,500 | 1,882 | 6,588\n\n"
)


CHECKED = "Check | Share (n = 99)\nRopes | 94.9%\nSails | 76.8%\nPaint | 73.7%\nKeel | 57.6%\n\n"
KINDS = (
    "Kind | This year | Last year\nOrder after the invoice | 6 | 14\nWrong code | 9 | 8\nNo receipt | 3 | 5\n"
    "All | 18 | 27\n\n"
)
YEARS = "Boats looked at\n\nMonth | Boats\nMay | 48\nJune | 22\nJuly | 18\n\n"
WITHHELD = (
    "Grade | April | May | June | Total\nExcellent | c | c | 0 | c\nFit | 11 | 5 | 8 | 24\nWorn | 13 | 14 | 8 | 35\n"
    "Poor | c | c | 0 | 13\nNot graded | c | c | 0 | c\nTotal audits | 31 | 30 | 16 | 77\n\n"
)


DELAYS = "Main fault | Boats (n = 55)\nNo berth was free | 18\nNo crew | 7\nFog | 15\nNo fuel | 5\nLost keys | 10\n\n"
LEFT_OUT = "Boats left out\n\nReason | Boats\nLogs could not be found | 8\nNo boat on reading the log | 12\nAll left out | 20\n\n"
ROUNDS = (
    "Checks passed in the first round (n = 123) and the second (n = 114); target 85% for each\n\n"
    "Check | First round | Share | Second round | Share\nRopes | 49 | 40% | 65 | 57%\nSails | 94 | 76% | 78 | 68%\n"
    "Keel | 82 | 67% | 84 | 74%\n\n"
)
AGES = "Age group | Base (n) | Sail (%)\n16 to 24 | 80 | 43\n25 to 44 | 214 | 55\n45 to 64 | 184 | 62\n65 and over | 210 | 68\n\n"


@pytest.mark.parametrize(
    "right",
    [
        WITHHELD + "A “c” is a figure that is withheld.",
        CHECKED + "Ropes passed on 94 boats, above the 90% that the yard has set for every check.",
        CHECKED + "Sails were the matter raised most often in what owners wrote to us.",
        KINDS + "There were six under “order after the invoice”.",
        YEARS + "Since the last round the share of boats rose on two of the three checks.",
        "In the four weeks overtime came to 210 hours, half the number worked in the same four weeks of 2020, which was "
        "420 hours.",
        "The main outcome was response, a fall of at least 30% in pain. It was higher with oil than with wax: 60 of 104 "
        "(57.7%) against 39 of 100 (39.0%).",
        "A match found seven duplicates, none of them in Legal Services (Catering 1, Estates 3, Stores 3).",
        "Four of the 96 owners who had wax gave up; none of the 95 who had oil did.",
        "This year 430 of 1,469 forms came back (29.3%). 64.8% of those who answered were content.",
        "In the pilot 53.0% were well. The trial was powered at 90% to detect a difference of 15 percentage points.",
        GOOD + "More than half of all files were therefore good or better.",
        ROUNDED.format("73%") + SEEN.replace("All | 121 | 90 | 74.4%\n", "All | 81 | 59 | 72.8%\n"),
        DEBT + "More than half of the debt was not yet due.",
        WAVES + "It has risen from each wave to the next except in 2017.",
        BUDGET + "Paint was given a larger budget than Ropes.",
        OVER + "The largest overspend was in Paint, with Ropes next.",
        OPINION + "At Ayr 53 per cent were content.",
        CHECKS + "Two of the four checks reached the target. Boats were weakest on check 4, which is a standard 4.",
        FAULTS + "Rot was seen most often.",
        SCORES + "From the start to week 8 the mean fell by 14.7 points with oil, more than with wax.",
        PLACES + "Troon has waited longest for a check.",
        RATIOS + "The interval lay wholly below 1.00 in two of the three groups.",
        CASH + "The balance at the end of June was lower than the opening balance in May.",
        "The median time fell from 83 minutes to 57 minutes, a gain of 26 minutes.",
        "A cause was noted for 51 boats: no berth free (20), no crew (14) and fog (17). The commonest cause was no berth "
        "free, given for 39%.",
        "Loading was finished on all 50 boats (100%), washing on 44 (88%) and painting on 38 (76%). Painting was the step "
        "most often missed.",
        "The log gives 9 falls in May, 11 in June, 13 in July and 31 in August. Falls went up every month.",
        "Views on the new quay (n = 98)\n\nSupport stood at 74%, which is 73 people. A smaller number, 29, said that they "
        "would come more often, 30% of the sample.",
        "Ayr had 12 falls and Troon 6, so there were twice as many at Ayr.",
        "Good was the grade given most often, in 43 of 77 audits (55.8%). Good or better: 45 of 77 (58.4%); by month 16 of "
        "31 in April, 16 of 30 in May and 13 of 16 in June. Poor: 2 of 77 (2.6%), all in May.",
        DELAYS + "For each of the 55 boats that came after more than 60 minutes the readers gave one main fault.",
        LEFT_OUT + "Two harbour inspectors read the logs with a one-page form.",
        ROUNDS + "Only one of the three checks was passed less often than before.",
        AGES + "Sailing increased with age. The difference between the highest and lowest groups was 25 points.",
        "Reasons for a late start were most often ropes not seen by the crew. In full they were: fault found late, 5; no "
        "free berth, 18; sails not on board, 4; ropes not seen by the crew, 27 (54 boats, one main reason each).",
        "The four quays scored 2, 4, 7 and 3 out of 10 for ease of mooring, a mean score of 4.00.",
        "The course was a class held three times a week for nine weeks, 27 lessons in all, each lasting 45 minutes. "
        "Sailors came to a mean of 20.3 lessons.",
        "Each crew had 240 sailors. Colds were seen in 65 on oil and in 125 on wax.",
    ],
)
def test_right_on_a_plain_reading(right: str) -> None:
    """Guards each statement against a reading of another column, another whole, another sense or a name."""
    assert not _wrong(right)


@pytest.mark.parametrize(
    "wrong",
    [
        GOOD + "Fewer than half of all files were therefore good or better.",
        DEBT + "Less than half of the debt was not yet due.",
        OPINION + "At Ayr 35 per cent were content.",
        CHECKS + "Three of the four checks reached the target.",
        FAULTS.replace("Rot | 17 | 44", "Rot | 17 | 34") + "Rust was rare.",
        "Loading was finished on 45 boats (90%), washing on 44 (88%) and painting on 38 (76%). Washing was the step most "
        "often missed.",
        "Ayr had 12 falls and Troon 6, so there were three times as many at Ayr.",
        ROUNDS + "Two of the three checks were passed less often than before.",
        "The four quays scored 2, 4, 7 and 3 out of 10 for ease of mooring, a mean score of 4.20.",
        "Three inspectors read 96 logs, a mean of 31 logs each.",
        "Of 240 sailors colds were seen in 65 on oil and in 185 on wax.",
        LEFT_OUT + "Seven boats were left out as logs could not be found.",
    ],
)
def test_wrong_all_the_same(wrong: str) -> None:
    """Guards that what is left alone above isn't left alone where nothing makes it right."""
    assert _wrong(wrong)


def test_a_row_that_was_read_as_prose_remarks_on_nothing() -> None:
    """Guards against reading the rest of a table that a file broke up as sentences on the table beside it."""
    text = SEEN + "Boats seen at no port in time, whole year\t21 of 72\t24 of 77"
    document = read(SEEN + "Here it stands.")
    last = document.blocks[-1]
    assert isinstance(last, Paragraph)
    broken = replace(document, blocks=(*document.blocks[:-1], replace(last, text=text.rpartition("\n")[2])))
    assert not [each for each in judge(broken).amiss if each.verdict != "arguable" and each.code.startswith("sheet-")]
