"""True remarks on tables and in short reports that a reader in haste would call wrong."""

import pytest

from looped.checker.judging import judge
from looped.checker.readers.text import read


@pytest.mark.parametrize(
    "text",
    [
        # How far money moved, its share in brackets; then two shares of another thing.
        "Late fees rose by £54k (36%) and now make up 28% of income, against 31% in 2019.",
        # The sum of two gaps is a gap.
        "Spending was £640k against a budget of £610k, an overspend of £30k. The June forecast was an overspend of £50k, "
        "so that it has improved by £20k since.",
        # Points, told without the word the second time.
        "31 shops with 640 stalls took part. The share with a licence rose by 12.4 percentage points in the towns and "
        "by 8.9 in the villages.",
        # An interval that holds one has no figure to compare.
        "Result\tBalm (n=120)\tNone (n=118)\tRisk ratio (95% CI)\nItch\t12 (10.0%)\t30 (25.4%)\t0.39 (0.21 to 0.73)\n"
        "Rash\t9 (7.5%)\t8 (6.8%)\t1.11 (0.44 to 2.77)\nFever\t6 (5.0%)\t7 (5.9%)\t0.84 (0.29 to 2.43)\n\n"
        "Itch was rarer with balm (10.0% v 25.4%) and its confidence interval excludes 1. For the other two results the "
        "interval includes 1, so no difference was shown.",
        # A share of those just told, behind a length of time.
        "Of 640 boats measured, 320 were assigned a berth (50.0%) and 240 stayed 12 weeks (75.0% of those assigned).",
        # The share of a gap in the figure that it is on.
        "1,250 birds were ringed, 250 more than the 1,000 of the year before (25.0%).",
        # The greatest of the column whose figure is told.
        "Stage\tBoats\tGone since\nEntered\t90\t–\nStarted\t60\t30\nAt the buoy\t52\t8\nHome\t41\t11\n\n"
        "The greatest loss, 30, was among boats that started.",
        # A difference of all lies between those of the parts.
        "Age\tDay\tNight\tDifference (points)\nUnder 40\t40.0\t55.5\t−15.5\n40 and over\t44.0\t50.1\t−6.1\n"
        "All\t42.0\t52.2\t−10.2\n\nThe share was lower by day.",
        # The later time stands first.
        "Month\tThis year\tLast year\nMay\t40\t25\nJune\t50\t31\nJuly\t60\t44\nThree months\t150\t100\n\n"
        "Landings for the three months rose from 100 to 150, a change of 50%.",
        # An average of all is no statement on all.
        "The average for all harbours is weighted by number of boats. Of 90 boats surveyed, 50 were sound and 40 were "
        "not.",
        # A rate's measure is no amount, and a gap may be one between two rows.
        "The local rate was 42.1 per 10,000 in 2018, 23.9 below the national rate of 66.",
        "Year\tBoats\tRate per 10,000\tNational rate\n2016\t40\t63.5\t61\n2017\t29\t47.5\t62\n2018\t27\t51.5\t60\n\n"
        "The local rate was 51.5 per 10,000 in 2018, 8.5 below the national rate of 60.",
        # The busiest of those that were counted.
        "Harbour\tBoats a week\tStaff\tBoats for each of staff\nAsh\t576\t30\t19.2\nElm\t149\t32\t4.7\nFir\t..\t36\t..\n\n"
        "Ash was the busiest of the two, with 576 boats.",
        # The row named is what the count is out of, or its total; "short of" a row are the others.
        "At the end of May\tNumber\nBoats entered\t267\nof which: withdrawn\t16\nof which: refused\t21\n"
        "of which: measured\t219\nof which: waiting\t11\n\nA decision was reached on 240 of the 267 boats entered.",
        "Mark\tBoats\nFine\t12\nFair\t9\nPoor\t23\nAll\t44\n\nEven so 32 boats (73%) fall short of fine.",
        "Rank\tRopes\nFirst rank\t1\nMiddle rank\t4\nLower rank\t3\nTotal\t8\n\nWe named 8 ropes, one of the first rank.",
        # "Re-marked" is another word than "marked".
        "Marking by a second judge altered four of the 44 grades; all grades below are post-marking.",
        # A note behind the table's name is no target; nor is a mark met told by what a column is headed.
        "Standard\tMay %\tMay n\tJune %\tJune n\nHull\t47\t31\t71\t46\nSails\t56\t37\t88\t57\nRopes\t44\t29\t94\t61\n\n"
        "Bases are 66 and 65 boats.\n\nTwo standards remain below target.",
        # Under budget and on it.
        "Pier (£000)\tBudget\tForecast\nNorth\t500\t450\nEast\t300\t300\nSouth\t200\t190\nWest\t700\t700\n\n"
        "Two of the four piers are forecast to finish under budget and the remaining two exactly on budget.",
        # So many more, and not so many.
        "Theme\tFirst half\tFirst half\tSecond half\tSecond half\n\tMet (of 14)\t%\tMet (of 14)\t%\nHulls kept\t8\t57%\t10\t"
        "71%\nRopes drawn\t10\t71%\t7\t50%\nSails mended\t6\t43%\t7\t50%\nPlan of work\t10\t71%\t7\t50%\n\n"
        "The theme showing most improvement was “hulls kept”, met in 8 of 14 cases in the first half and 10 of 14 in the "
        "second, two cases more.",
        # The whole behind its parts.
        "Leaks have come down month by month over the three months for which there are logs: 13, then 11, then 5, 29 in "
        "total.",
        # Of some things less is better.
        "Measure\tLast year\tThis year\tTarget\tTarget met\nHulls scrubbed (%)\t80\t84\t85\tNo\nSails checked (%)\t74\t73\t"
        "88\tNo\nSickness days\t8.7\t8.4\t8.5\tYes\nBills paid on time (%)\t90\t93\t92\tYes\n\nTwo were met.",
        "Measure\tLast year\tThis year\tTarget\nHulls scrubbed\t80\t84\t85\nSickness days\t8.7\t8.4\t8.5\n\n"
        "Sickness averaged 8.4 days, 0.1 below the target of 8.5.",
        # What there was at the start and at the end adds up to nothing.
        "Month\tOpening\tIn\tOut\tClosing\nMay\t92\t40\t29\t103\nJune\t103\t30\t24\t109\nJuly\t109\t42\t13\t138\n"
        "Quarter\t92\t112\t66\t138\n\nThe number grew each month.",
        # A count of a row that isn't named in the table's words.
        "Berth\tBoats\tBack within a week\nWhole list done\t45\t11\nPart of the list done\t99\t20\nAll\t144\t31\n\n"
        "Every item was ticked for 45 of the 144 boats.",
    ],
)
def test_a_true_remark_is_left_alone(text):
    """Guards the readings under which such texts are true."""
    assert [(e.code, e.quote, e.why) for e in judge(read(text)).findings if e.verdict in ("wrong", "rounding")] == []
