"""Right statements of reports that stand beside figures they aren't of; and wrong ones of their form."""

import pytest
from tests.unit.checker.verdicts import called

TABLE = """## Boats

| Port | Boats | Seen | Late | Late (%) |
|---|---:|---:|---:|---:|
| Ayr | 52 | 48 | 8 | 16.7 |
| Oban | 47 | 45 | 10 | 22.2 |
| Troon | 33 | 32 | 13 | 40.6 |
| Total | 132 | 125 | 31 | 24.8 |

{}"""
CHECKS = """Table 2. Checks met, compared with the spring round

| Check | Boats | Met | Met (%) | Spring round (%) |
|---|---:|---:|---:|---:|
| Ropes | 60 | 45 | 75% | 70% |
| Lamps | 80 | 36 | 45% | 51% |
| Logs | 80 | 30 | 38% | 32% |

{}"""
HOMES = """Table 1. The yards and our grades

Yard | Places | Boats | Grade
Ash | 16 | 13 | Good
Birch | 11 | 11 | Fair
Cedar | 20 | 17 | Good
Elm | 13 | 8 | Poor

{}"""
GRADES = """Table 2. Number of yards by grade

Grade | Last visit | This visit
Good | 1 | 2
Fair | 3 | 1
Poor | 0 | 1
Total | 4 | 4

{}"""
ROPES = """Type of rope | Read | With a fault | Faulty
Mooring | 60 | 15 | 25%
Towing | 90 | 24 | 27%
Signal | 40 | 4 | 10%
Safety | 25 | 8 | 32%
All ropes | 215 | 51 | 24%

{}"""
CLUBS = """Percentages, base 385 (all who answered).

Statement | Agree | Neither | Disagree
I feel safe at sea | 80 | 12 | 8
My skipper listens | 69 | 18 | 13
I am told about change in good time | 36 | 24 | 40

{}"""
ROWS = """Row percentages; base in the second column.

Crew | Base | Agree | Neither | Disagree
Cooks | 110 | 72 | 18 | 10
Deck hands | 130 | 61 | 25 | 14
Engineers | 90 | 50 | 30 | 20
All crews | 330 | 62 | 24 | 14

{}"""
SPENT = """Team | Budget £000 | Spent £000
Sails | 1,640 | 1,701
Ropes | 980 | 941
Paint | 720 | 758
Lamps | 510 | 497
Total | 3,850 | 3,897

{}"""
MONTHS = """Month | Falls | Leaks | All
May | 3 | 2 | 5
June | 6 | 5 | 11
July | 7 | 9 | 16
August | 7 | 5 | 12
September | 4 | 5 | 9

{}"""
QUESTIONS = """Question | Previous judgement | This visit
Is it dry? | Fair | Fair
Is it sound? | Fair | Good
Is it clean? | Good | Good
Is it lit? | Fair | Good
Is it led? | Fair | Fair
Is it manned? | Poor | Poor

{}"""
CALLS = """Year of boats | Boats read | Good | Share | Poor
First (to June) | 50 | 21 | 42% | 9
Second (to August) | 44 | 22 | 50% | 7
Third (to October) | 55 | 33 | 60% | 4
Year to date | 149 | 76 | 51% | 20

{}"""
RIGHT = (
    "We looked at 75 crews. 34 crews passed all 5 checks (45.3%). The other 41 failed at least one.",
    "Six payments broke the limit. Four of the six were made in Ayr and two in Oban; the other three ports had none.",
    "The logs were read in 37 boats. They were lost on only five. Ropes were sound in 30 boats, six more than had lamps.",
    "There were 66 crews. Three left after 1 visit, so 63 remain.",
    (
        "Table 1. Checks passed\n\n"
        "            Spring      Autumn      Both\n"
        "            (n = 24)    (n = 24)    (n = 48)\n"
        "Ropes       15 (62.5)   17 (70.8)   32 (66.7)\n"
        "Sails       11 (45.8)   13 (54.2)   24 (50.0)\n"
        "Masts       10 (41.7)   9 (37.5)    19 (39.6)\n\n"
        "Table 2. Losses\n\n"
        "Loss | Spring | Autumn | Both\n"
        "Rope | 5 | 4 | 9\n"
        "Sail | 2 | 3 | 5\n"
        "All losses | 7 | 7 | 14\n"
    ),
    (
        "Check | Spring (n = 110) | Autumn (n = 120)\n"
        "Ropes | 81 (73.6%) | 98 (81.7%)\n"
        "Sails | 70 (63.6%) | 87 (72.5%)\n"
        "Masts | 60 (54.5%) | 79 (65.8%)\n"
        "All checks | 211 (63.9%) | 264 (73.3%)"
    ),
    TABLE.format(
        "Although Troon had the fewest boats, it had more late ones than either of the others: "
        "13, against ten at Oban and eight at Ayr."
    ),
    TABLE.format("Troon had the fewest boats and the worst rate, 40.6%."),
    CHECKS.format("Lamps and logs were each found in fewer than half of the boats."),
    CHECKS.format("Logs are the weakest check. Lamps and logs were both met in fewer than half of the boats."),
    HOMES.format("Only Birch was full."),
    HOMES.format("Birch is full. The other three yards have room."),
    ROPES.format(
        "Safety ropes had the highest rate of fault (32%), although towing ropes had the largest number, with 24."
    ),
    "We sent out 2,400 cards and 816 came back, a response of 34%. Two years ago the response was 31%.",
    ("We asked 400 owners and 128 replied, a response rate of 32%. Three years earlier the response rate was 29%."),
    (
        "The gap between the best and the worst of the six ports is now 27 points. Two years ago "
        "it was 22 points, between Ayr at 81% and Oban at 59%."
    ),
    (
        "The difference was widest in week 20 and narrowest in week 30, when it was 14.1 points. "
        "The share at Ayr rose each time, from 31.6% in week 10 to 38.9% in week 30."
    ),
    ("More than half of the owners sailed every day (88 of 150), and fewer than half had two boats (61 of 150)."),
    "Of the 90 owners most came every week (62 of 90).",
    (
        "Table 2. Owners whose waits fell\n"
        "\n"
        "Time | New yard (n = 121) | Old yard (n = 118)\n"
        "10 weeks | 55 (45.5%) | 40 (33.9%)\n"
        "20 weeks | 66 (54.5%) | 45 (38.1%)\n"
        "\n"
        "Mean waits tell the same story. At 20 weeks the mean was 0.6 of a day lower with the new"
        " yard."
    ),
    (
        "Total spending on boats was £412,000. The average bill was £257.50. Ayr spent the most, "
        "at £131,000, or 32% of the total, but Oban had the most bills, with 480."
    ),
    (
        "The rate was highest at Ayr (37.5%), where six of 16 failed, and next highest at Oban "
        "(25.0%), where eight of 32 did."
    ),
    TABLE.format(
        "Ayr was the busiest port, with 52 boats and 48 seen, and it also had the lowest share of late boats (16.7%)."
    ),
    (
        "All six of the low checks have been met, together with four of the five of high rank and"
        " five of the eight of middle rank."
    ),
    "- All but one of the crews had at least one cook. Oban West had none.",
    "All but two of the ports have a crane. Ayr has none.",
    ("Forty boats were read at Ayr. At Oban fifteen were late, more than at Troon (eleven) and Leith (two) together."),
    TABLE.format("At Oban ten were late, more than a quarter of the late boats at all ports together."),
    (
        "Reasons for delay\n"
        "\n"
        "Thirty-one boats were mended late.\n"
        "\n"
        "Discussion\n"
        "\n"
        "The new crane was used for fifty boats, of which forty-one (82.0%) were mended in time."
    ),
    "Nine boats had none (23%). The other 30 did.",
    TABLE.format(
        "The rate went up at all three ports. Ayr had the largest rise, seven points, and Oban "
        "the smallest, a single point."
    ),
    SPENT.format("We read 58 bills above £800 from four teams, worth £190,000 in all."),
    (
        "Team | Bills | Compliant | Not compliant\n"
        "Sails | 24 | 18 | 6\n"
        "Paint | 16 | 9 | 7\n"
        "Lamps | 11 | 10 | 1\n"
        "Ropes | 19 | 16 | 3\n"
        "Total | 70 | 53 | 17\n"
        "\n"
        "Sails and paint together account for 13 out of the 17 bills that did not comply."
    ),
    SPENT.format("Sails and paint overspent, by £61,000 and £38,000. The other two underspent by £52,000 in total."),
    "26 boats came; four are late (it was eight at this point last year, so halved).",
    "Of the 40 crews four left (in May it had been eight: halved).",
    "Owners were rung in 25 cases and 17 of them picked up; that is 68.0%, still short of our 80% aim.",
    (
        "The target for the year is 70%. We are 6.4 points below it; three more boats would have "
        "taken us over the line (31 of 44 is 70.5%)."
    ),
    (
        "Each check was tried on every boat (n = 40).\n"
        "\n"
        "Check | Met | Partly met | Not met | Met (%)\n"
        "Ropes | 31 | 6 | 3 | 77.5\n"
        "Sails | 28 | 8 | 4 | 70.0\n"
        "Paint | 18 | 13 | 9 | 45.0\n"
        "All checks | 77 | 27 | 16 | 64.2\n"
        "\n"
        "So 77 of 120 checks were met."
    ),
    (
        "The second round took in 95 boats, 17 more than the first. Two of the five checks "
        "reached their target; in the first round none did."
    ),
    QUESTIONS.format("Three of the six questions are now judged good; last time it was one."),
    MONTHS.format("There were 53 incidents. They peaked in July, at sixteen, and have fallen every month since."),
    (
        "Twelve of the seventy-five berths were vacant. That is 16.0%, worse than the 13.3% (ten "
        "of seventy-five) which we found before."
    ),
    CLUBS.format("Weak spot: being told about change. More people disagree than agree."),
    ROWS.format("Cooks agree most (72%)."),
    (
        "Of the 154 people who did not answer, 57 work in the yard and 55 on deck; that leaves 42"
        " for the other two crews together."
    ),
    (
        "Main subject | Comments | Share (%)\n"
        "Ropes | 54 | 55\n"
        "Paint | 26 | 26\n"
        "Rotas | 19 | 19\n"
        "\n"
        "Ropes was the commonest subject. Last year paint was first, with 49 of 118 comments "
        "(42%)."
    ),
    (
        "At Ayr six owners were lost, leaving 94; at Oban nine were lost, leaving 93. The total "
        "loss was 15 of 202 (7.4%)."
    ),
    "In the first group four left, leaving 56, and in the other three left, leaving 58.",
    (
        "The crews were alike. In all, 118 of the 210 owners were women (56.2%), and 71 (33.8%) "
        "were new. Women were the majority in both ports."
    ),
    (
        "Table 2. Owners at ease at each visit\n"
        "\n"
        "Visit | Ayr (n = 95) | Oban (n = 93)\n"
        "Week 4 | 19 | 14\n"
        "Week 8 | 33 | 22\n"
        "Week 12 | 47 | 31\n"
        "\n"
        "The mean score at Ayr went down from 23.8 at the start to 12.6 at week 12."
    ),
    (
        "Ease (a score at least halved or gone) was seen in 61 of 95 owners at Ayr (64.2%) and in"
        " 47 of 93 at Oban (50.5%)."
    ),
    (
        "Summary\n"
        "\n"
        "Ease was reached by 48 of 96 in the new group (50.0%) and 33 of 94 in the old group "
        "(35.1%), a difference of 14.9 percentage points.\n"
        "\n"
        "Safety\n"
        "\n"
        "Falls were reported by 24 owners (25.0%) in the new group and 19 (20.2%) in the old "
        "group."
    ),
    (
        "Falls were reported by 24 owners (25.0%) at Ayr and 19 (20.2%) at Oban. Cuts were the "
        "most frequent at both, and burns the least frequent overall. All but one of the four "
        "kinds were more common at Ayr; burns were more common at Oban."
    ),
    (
        "Quarter | Bills | No receipt | %\n"
        "April-June | 280 | 17 | 6.1\n"
        "July-Sept | 262 | 13 | 5.0\n"
        "Oct-Dec | 251 | 10 | 4.0\n"
        "Jan-March | 240 | 6 | 2.5\n"
        "Year | 1,033 | 46 | 4.5\n"
        "\n"
        "Bills without a receipt fell every quarter (17 in the first vs 6 in the last)."
    ),
    (
        "Fewer than half of the 19 late boats were at Ayr (eight); five were at Oban and the "
        "remaining six were shared equally by Troon and Leith."
    ),
    (
        "Lamps were sound on nine boats at the last visit but on only seven this time. The three "
        "that failed are Ash, Birch and Cedar."
    ),
    (
        "3 WHAT YOU THINK\n"
        "\n"
        "Table B: Three statements\n"
        "Statement | Agree % | Neither % | Disagree %\n"
        "The pay is fair | 36 | 23 | 41\n"
        "The masts are sound | 33 | 28 | 39\n"
        "The sails are dry | 62 | 18 | 20\n"
        "\n"
        "Overall\n"
        "\n"
        "- More people disagree than agree on two statements: pay and masts.\n"
        "\n"
        "4 WOULD YOU COME BACK?\n"
        "\n"
        'Table C: "I would come back", by port\n'
        "Port | Base | Agree % | Last year %\n"
        "Ayr | 204 | 45 | 42\n"
        "Oban | 166 | 53 | 50\n"
        "Troon | 109 | 61 | 60\n"
        "\n"
        "- Every port is more content than last year."
    ),
    (
        "Service | Base | Very content, % | All content, %\n"
        "Help | 940 | 58 | 89\n"
        "Games | 310 | 54 | 82\n"
        "Opening hours | 1,010 | 24 | 57\n"
        "Seats | 1,000 | 39 | 78\n"
        "\n"
        "Help has the highest share. Games come second. In both cases more than half chose the "
        "highest answer that was open to them."
    ),
    "Logs were kept on 71 boats at Ayr and 68 at Oban, 92.7% of the 150.",
    ("In the past year 26 berths changed hands, more than in any of the three years before (19, 22 and 17)."),
    "Mending took 19 days on average, two fewer than last year and well inside the limit of 28.",
    "- 164 boats in the harbour (was 158 in May); 95.2% were dry, target 95%.",
    (
        "## Summary\n"
        "\n"
        "- Exams: 54 sat, 52 passed (96.3%), 23 with a prize; in autumn 40 sat and 35 passed "
        "(87.5%).\n"
        "\n"
        "## Exams\n"
        "\n"
        "Class | Sat | Passed | With prize\n"
        "Knots | 30 | 30 | 14\n"
        "Rowing | 24 | 22 | 9\n"
        "All | 54 | 52 | 23"
    ),
    (
        "Port | Boats | Late marks\n"
        "Ayr | 38 | 36\n"
        "Oban | 49 | 84\n"
        "Troon | 46 | 95\n"
        "All | 133 | 215\n"
        "\n"
        "Of the 46 boats at Troon nine account for 58 of its 95 late marks."
    ),
    (
        "Nobody failed in knots. Of the five who failed elsewhere two rowed, two sailed and one "
        "steered. Those who sailed had the lowest pass rate."
    ),
    (
        "Class | Sat | Passed | Prizes | Pass rate (%)\n"
        "Knots | 30 | 30 | 14 | 100.0\n"
        "Rowing | 24 | 22 | 9 | 91.7\n"
        "Sailing | 18 | 16 | 5 | 88.9\n"
        "Steering | 12 | 11 | 3 | 91.7\n"
        "\n"
        "Sailing had the lowest pass rate, but steering the smallest share of prizes."
    ),
)
WRONG = (
    "We looked at 75 crews. 34 crews passed all 5 checks (54.3%). The other 41 failed at least one.",
    "Six boats broke the limit. Three of the six were seen in Ayr; the other two boats were seen in Oban.",
    (
        "Check | Spring (n = 110) | Autumn (n = 120)\n"
        "Ropes | 81 (73.6%) | 98 (81.7%)\n"
        "Sails | 70 (63.6%) | 87 (72.5%)\n"
        "Masts | 60 (54.5%) | 79 (65.8%)\n"
        "All checks | 211 (69.3%) | 264 (73.3%)"
    ),
    TABLE.format("Although Oban had the fewest boats, it had more late ones than Ayr: ten against eight."),
    TABLE.format("Ayr had the fewest boats and the best rate, 16.7%."),
    TABLE.format("Boats at Ayr fare worst: more than one in five was late."),
    CHECKS.format("Ropes and logs were each found in fewer than half of the boats."),
    CHECKS.format("Lamps and logs were both met in more than half of the boats."),
    HOMES.format("Only Birch was good."),
    ROPES.format(
        "Safety ropes had the highest rate of fault (32%), although mooring ropes had the largest number, with 15."
    ),
    "We sent out 2,400 cards and 816 came back, a response of 31%.",
    ROPES.format("Towing ropes have taken the place of mooring ropes as the type with the lowest rate of fault."),
    "Last year it was 81% at Ayr and 59% at Oban. The gap was then 27 points.",
    "Every owner had a log (88 of 150).",
    "None of the owners had a log (27%).",
    "The 1,600 bills came to £412,000 in all, an average of £267.50.",
    "At Ayr 6 of 16 boats (32.5%) failed.",
    "41 of the 77 boats were of oak and 40 of ash.",
    "All of the ports have a crane. Ayr has none.",
    "- All of the crews had at least one cook. Oban West had none.",
    CALLS.format("The number of poor boats has risen each time."),
    CALLS.format("In the second, 55% were good."),
    (
        "Reasons for delay\n"
        "\n"
        "Thirty-two of the 60 boats were mended in time.\n"
        "\n"
        "Summary\n"
        "\n"
        "Twenty-three of the 60 boats were mended in time."
    ),
    (
        "Summary\n"
        "\n"
        "Ease was reached by 48 of 96 in the new group and 37 of 94 in the old group.\n"
        "\n"
        "Results\n"
        "\n"
        "Ease was reached by 48 of 96 in the new group and 73 of 94 in the old group."
    ),
    TABLE.format("Oban had the fewest boats."),
    TABLE.format("More than half of the boats at Ayr were late."),
    TABLE.format("At Ayr more boats were late than at Oban."),
    (
        "Team | Bills | Compliant | Not compliant\n"
        "Sails | 24 | 18 | 6\n"
        "Paint | 16 | 9 | 7\n"
        "Lamps | 11 | 10 | 1\n"
        "Ropes | 19 | 16 | 3\n"
        "Total | 70 | 53 | 17\n"
        "\n"
        "Sails and paint together had 42 bills."
    ),
    SPENT.format("Paint underspent by £38,000."),
    SPENT.format("Overall the teams underspent by £47,000."),
    "26 boats came; four are late (it was nine at this point last year, so halved).",
    "Owners were rung in 25 cases and 17 of them picked up; that is 78.0%.",
    "The target for the year is 60%. We reached 52.1%, 9.9 points below it.",
    (
        "Each check was tried on every boat (n = 40).\n"
        "\n"
        "Check | Met | Partly met | Not met | Met (%)\n"
        "Ropes | 31 | 6 | 3 | 77.5\n"
        "Sails | 28 | 8 | 4 | 77.0\n"
        "Paint | 18 | 13 | 9 | 45.0\n"
        "All checks | 77 | 27 | 16 | 64.2"
    ),
    (
        "Check | Met | Partly met | Met (%)\n"
        "Ropes | 31 | 9 | 77.5\n"
        "Sails | 28 | 12 | 70.0\n"
        "Paint | 18 | 22 | 45.0\n"
        "\n"
        "All three checks were met in more than half of the boats."
    ),
    QUESTIONS.format("Four of the six questions are now judged good."),
    MONTHS.format("Leaks peaked in July and have fallen every month since."),
    CLUBS.format("More people disagree than agree that their skipper listens."),
    ("Crew | Boats | Late\nAyr | 20 | 4\nOban | 30 | 6\nTroon | 10 | 3\nTotal | 60 | 15"),
    "Of 94 owners 9 were left out. That left 93.",
    "At Ayr we had 99 owners; six were lost, leaving 95.",
    "In both ports women were the majority: 45% at Ayr and 62% at Oban.",
    "In May Ayr had 21.5% and Oban 15.5%; in July they had 48.0% and 46.0%. The difference has grown.",
    CALLS.format("The share of good boats fell from 42% to 60%."),
    "There were 48 boats. Forty were sound. The six that failed were at Ayr.",
    "The number of boats doubled, from 40 to 95.",
    TABLE.format("All three ports had more than 40 boats."),
    "Budget GBP 8,400, of which GBP 6,150 was spent, leaving GBP 3,250.",
    (
        "Summary\n"
        "\n"
        "At 20 weeks 198 of the 220 boats (90.0%) were seen again.\n"
        "\n"
        "Boats\n"
        "\n"
        "By 20 weeks 193 of the 220 boats (87.7%) were seen again."
    ),
    "Falls were commoner at Oban: 24 owners (25.0%) at Ayr and 19 (20.2%) at Oban.",
    HOMES.format("Only Elm was full."),
    HOMES.format("Two of the four yards were full."),
    TABLE.format(
        "Ayr was the busiest port, with 52 boats and 48 seen, and it also had the highest share of late boats (16.7%)."
    ),
    (
        "Quarter | Bills | No receipt | %\n"
        "April-June | 280 | 17 | 6.1\n"
        "July-Sept | 262 | 13 | 5.0\n"
        "Oct-Dec | 251 | 10 | 4.0\n"
        "Jan-March | 240 | 6 | 2.5\n"
        "Year | 1,033 | 46 | 4.5\n"
        "\n"
        "Bills without a receipt fell every quarter (17 in the first vs 10 in the last)."
    ),
    "Logs were kept on 71 of the 150 boats, 57.3% of the 150.",
    (
        "Port | Year 1 | Year 2 | Change\n"
        "Ayr | 400 | 490 | +90\n"
        "Oban | 300 | 330 | +30\n"
        "Troon | 900 | 1,010 | +110\n"
        "\n"
        "Oban grew fastest, by a tenth."
    ),
    CHECKS.format(
        "The gap between the best and the worst of the three checks is now 21 points. Of the 80 "
        "boats 36 had lamps, 30 had logs and 12 had both; on 60 we saw the ropes."
    ),
)


@pytest.mark.parametrize("text", RIGHT)
def test_a_right_statement_is_held_against_what_it_is_of(text: str) -> None:
    assert not called(text)


@pytest.mark.parametrize("text", WRONG)
def test_a_wrong_statement_of_its_form_is_found(text: str) -> None:
    assert called(text)
