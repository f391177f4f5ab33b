"""Guards what is said to be all, left, apart, a mean or a share of figures told elsewhere: each right, and each wrong."""

import pytest

from looped.checker.judging import judge
from looped.checker.readers.text import read

LEFT = [
    (
        "The form was opened 312 times. Once 21 repeats had been taken out, {} answers were left to work with.",
        "291",
        "296",
    ),
    ("We sent 140 letters; nine came back undelivered, so the results rest on {} households.", "131", "133"),
    ("Of the 86 tests booked, 71 were carried out. {} are still to be done.", "Fifteen", "Thirteen"),
    ("Sixty-four notices were issued; 51 have been paid and {} are outstanding.", "13", "15"),
    ("The trust owns 48 flats. Six were empty for works in June and {} were let.", "42", "44"),
    ("Fifty-two staff needed the course. By March 47 had taken it; {} had yet to do so.", "five", "seven"),
    ("There were 95 entries, of which 12 were spoilt and 4 late. That leaves {} for judging.", "79", "81"),
    ("37 of the 45 wardens have been trained (82%). The {} who have not are booked for May.", "eight", "six"),
    ("Of 33 visits planned, 26 took place (three of them at night) and {} did not.", "seven", "nine"),
    ("We reviewed 72 claims. Of these, 58 were paid in full. The other {} were cut or refused.", "14", "16"),
    ("After four withdrawals the panel of 30 was down to {}.", "26", "27"),
    ("Of 310 people who came forward, 64 were too young and 28 declined; {} were enrolled.", "218", "182"),
    ("148 boats were looked at. 118 had a licence and {} had none.", "30", "36"),
    ("The sample was of 84 bills. Nine could not be traced, so we read {}.", "75", "57"),
    ("The list held 415 names; once 23 dead and 17 moved away had been struck off there were {} left.", "375", "385"),
    ("{} of the 54 clubs replied, which leaves 35 yet to do so.", "19", "22"),
    ("A quarter of the 44 stalls (11) had no scales. The other {} stalls had them.", "33", "36"),
]
# Texts of rules that are no more: what they found is found still.
KEPT = [
    ("In 22 of 40 files a plan was found; the remaining {} had none.", "18", "16"),
    ("Auditors held 84 interviews in 20 teams, an average of {} for each team.", "4.2", "4.7"),
    ("We drew 217 cases; after 6 without papers and three doubles were taken out, {} went forward.", "208", "205"),
    ("{} boats were kept once nine with holes and two without oars had been taken out of the 60 seen.", "49", "46"),
]
IN_ALL = [
    ("Nine came in April, 14 in May and seven in June. In all, {} people came.", "30", "33"),
    ("Ash sent us 18 forms, Beech 25 and Cedar 11, so that we had {} to go through.", "54", "57"),
    ("The 64 papers of the first round and the 39 of the second bring the number read to {}.", "103", "113"),
    ("Errors were found in 17 of the 60 orders and 9 of the 45 invoices: {} of the 105 papers.", "26", "29"),
    ("In all, {} trees were diseased: 19 of 70 by the river and 15 of 50 on the hill.", "34 of 120", "37 of 120"),
    ("Of 50 shops and 30 stalls, 21 shops and 12 stalls had no licence ({} of 80 overall).", "33", "36"),
    ("We tested 30 locks and 22 alarms. Five locks and four alarms failed, or {} of 52 together.", "9", "11"),
    ("Three falls on the ward, five in the garden and two on the stairs make {} in the month.", "ten", "twelve"),
    ("Eleven staff left: {} from nights and five from days.", "six", "eight"),
    ("{} people dropped out, twelve from the talking group and nine from the other.", "Twenty-one", "Twenty-four"),
    (
        "The motion was passed by seven votes to four, with one abstention. {} members took part in the vote.",
        "Twelve",
        "Fourteen",
    ),
    ("Together, the 31 who came once and the 18 who came more often make up a group of {}.", "49", "47"),
    ("The panel, {} strong, is made up of six parents, five teachers and four governors.", "15", "17"),
    ("The survey reached 204 homes: 96 by post, 71 by telephone and {} at the door.", "37", "32"),
    ("On Monday 14 people came, on Tuesday nine, and on Friday 17: {} over the three days.", "40", "43"),
    ("The north office sent 43 forms and the south office 38, {} forms in all.", "81", "83"),
    ("In total {} forms came back (43 from the north office and 38 from the south).", "81", "88"),
    ("Our 3 readers marked 22, 31 and 27 scripts, {} between them.", "80", "86"),
    ("There were 36 good answers, 21 fair and 13 poor, making {} answers.", "70", "74"),
    ("{} parents and 41 pupils wrote to us, 115 people in all.", "74", "79"),
    ("We found 8 faults in the hall, 5 in the kitchen and 11 outside, which comes to {}.", "24", "27"),
    ("The year's {} complaints comprise 33 about noise, 16 about litter and nine about dogs.", "58", "53"),
    (
        "Deaths numbered 14/210 with the drug and 19/208 without, i.e. {} in both groups taken together.",
        "33/418",
        "36/418",
    ),
]
PARTS = [
    ("We looked at 58 files. Of these, 31 were good, 19 fair and {} poor.", "8", "5"),
    ("There were 80 calls in the week. Forty-four came in by day, 25 in the evening and {} at night.", "11", "17"),
    ("Of the 7 still open, two have been given a new date and {} have not.", "five", "three"),
    ("Seventy people replied: 41 agreed, 18 disagreed and {} had no view.", "11", "15"),
    ("Of 29 complaints, 17 were upheld (five of them in part) and {} were not upheld.", "12", "14"),
    ("There were 200 voters, 114 women and {} men.", "86", "96"),
    ("Of the 90 we tested, 60 passed at once, 21 on a second try and {} failed.", "9", "19"),
    ("The club has 75 members: 40 play, 22 coach and {} do neither.", "13", "31"),
    ("We sorted 150 items into three heaps – 80 to keep, 45 to sell and {} to burn.", "25", "34"),
    ("Sixty homes took part (27 in towns, {} in villages).", "33", "35"),
]
ABOVE = [
    ("{} of the club's 22 members voted.", "17", "27"),
    ("Of the library's 14 branches, {} now open on Sundays.", "11", "16"),
    ("The home has 24 residents, of whom {} need help with meals.", "19", "29"),
    ("In the group were 34 smokers, {} of whom had tried to stop.", "21", "37"),
    ("Nine of the 30 flats were empty, {} of them for over a year.", "four", "eleven"),
    ("Of our 18 drivers, {} hold a first-aid certificate.", "17", "21"),
    ("{} of the firm's 15 vans had been checked.", "Thirteen", "Eighteen"),
    ("Among the 26 pupils tested, {} could swim a length.", "24", "29"),
    ("Twenty-two tutors (of whom {} were new) were seen.", "nine", "thirty"),
    ("There are 12 rooms and {} of them have a sink.", "11", "14"),
]
APART = [
    ("Attendance was 214 in May and 189 in June, {} fewer.", "25", "28"),
    ("The first round drew 64 bids; the second drew 51, which is {} fewer.", "13", "16"),
    ("The mean score went up from 21.4 (SD 3.3) to 26.1 (SD 4.0) over 8 weeks, a rise of {} points.", "4.7", "5.7"),
    ("Screening reached 72% of those due, {} percentage points short of the target of 80%.", "8", "11"),
    ("On this measure the ward scored 83%, which is {} points below the 90% goal.", "7", "9"),
    ("The share was 61% in Ash, 48% in Elm and 55% in Oak, a spread of {} percentage points.", "13", "17"),
    ("{} points separate the best (61%) from the worst (48%).", "Thirteen", "Seventeen"),
    ("The quarter before had brought 77 calls; this one brought 92, an increase of {}.", "15", "18"),
    ("Referrals numbered 310, against 262 the year before: {} more.", "48", "52"),
    ("There were 45 leavers this year, {} fewer than the 51 of last year.", "six", "nine"),
    ("We dealt with 150 cases against 120 the year before, up {}.", "25%", "30%"),
    ("Calls: 240 this year against 200 last year, that is 40 more (up {}).", "20%", "24%"),
    ("The queue had doubled from {} in May to 62 in June.", "31", "44"),
    ("At {}, the number of empty beds was half of the 104 counted in 2019.", "52", "81"),
    ("The bus carried 320 people in May against 284 in April, a rise of {}.", "36", "46"),
    ("Costs came to £4,300, which is {} less than the £5,000 set aside.", "£700", "£900"),
    ("There were {} fewer calls in June (66) than in May (80).", "14", "18"),
    ("Between them the shares differ by {} percentage points: 71% of men and 62% of women.", "9", "12"),
    ("The wait went from 9.4 days to 7.1 days, {} days shorter.", "2.3", "2.8"),
    ("The gap between the highest (72%) and lowest ward (51%) was {} points.", "21", "27"),
    ("They had hoped for 250 visitors; 231 came, {} short of that.", "19", "29"),
    ("The number of pupils rose from 160 to 200, or by {}.", "25%", "30%"),
    ("Rent went up by {} to £135 from £120.", "£15", "£19"),
]
MEANS = [
    ("Marks of 6, 7, 9 and 10 out of ten give an average of {}.", "8.0", "8.6"),
    ("The judges gave 7, 8, 6, 9 and 5 out of 10, {} on average.", "7.0", "7.8"),
    ("{} calls a week were logged on average (54 over six weeks).", "Nine", "Twelve"),
    ("The 84 families listed 336 needs, {} each on average.", "four", "six"),
    ("Between them the 25 panels held 150 meetings, an average of {} apiece.", "six", "four"),
    ("In five months there were 60 alarms, or {} a month.", "12", "15"),
    ("The team made 96 visits in eight weeks: {} a week.", "12", "14"),
    ("Over four weeks 68 walks were led, {} a week on average.", "17", "19"),
    ("The seven stalls took £2,100, or {} each.", "£300", "£350"),
    ("Scores of 4, 6, 8 and 10 average {}.", "7", "8"),
    ("The three tests took 20, 25 and 30 minutes, so {} minutes on average.", "25", "28"),
    ("On average {} people came (26 in four sessions).", "6.5", "7.5"),
    ("There are 480 pupils in 16 classes, an average class of {}.", "30", "32"),
]
SHARES = [
    ("Faults were found in 18 cases, or {}, when 75 were examined.", "24%", "29%"),
    ("We asked 200 people and heard from 84. The {} response is about what we hoped for.", "42%", "48%"),
    (
        "Question 9 was for parents only (120 of the 300 asked). {} of this group, 54 people, used the club.",
        "45.0%",
        "52.0%",
    ),
    ("Nearly half (46.5%, n = {}) of the 200 people who wrote wanted a longer week.", "93", "73"),
    ("Thirteen out of twenty-six kettles leaked, which at {} per cent is too many.", "50", "35"),
    ("There are 62 rooms. On the day {} (50%) were in use.", "31", "37"),
    (
        "In the year, 84 children were seen.* By June 41 (51%) had a plan.\\\n* Four had moved away and are left out of the share, which is of {}.",
        "80",
        "70",
    ),
    ("There were 64 calls, 24 of which ({}) were lost.", "38%", "48%"),
    ("Only 9 ({}) of the 50 traps had been emptied.", "18%", "28%"),
    ("The course was passed by 33 of its 44 pupils – {}.", "75%", "85%"),
    ("18 (30%), 12 (20%) and 27 ({}) of the 60 plots respectively grew beans, peas and leeks.", "45%", "54%"),
    ("It is one of 8 leaks found in 50 pipes, a rate of {}.", "16%", "26%"),
    ("76 (40%) of the 190 rowers were novices. Among novices, 19 ({}) fell in.", "25%", "10%"),
    ("Eleven of the 44 hens, {} per cent, were ill.", "25", "35"),
    ("The lock had been changed in {} of 24 huts (38%).", "9", ""),
    ("Rust was seen on 6 of 30 gates ({}%).", "20", ""),
]
NAMED = [
    ("{} of the seven centres passed; Ash and Elm did not.", "Five", "Six"),
    (
        "{} members were present. The plan was carried by eight votes to three, with one abstention.",
        "Twelve",
        "Fourteen",
    ),
]


@pytest.mark.parametrize(
    ("text", "right", "wrong"), [*LEFT, *KEPT, *IN_ALL, *PARTS, *ABOVE, *APART, *MEANS, *SHARES, *NAMED]
)
def test_a_wrong_figure_is_told_and_a_right_one_is_not(text: str, right: str, wrong: str) -> None:
    """Each figure has a part in a sum; with another in its place nothing explains it."""
    assert amiss(text.format(right)) == set()
    assert amiss(text.format(wrong)) != set()


@pytest.mark.parametrize(
    "text",
    [
        "The panel heard 18 cases in spring and 21 in autumn. In all, 30 were upheld.",
        "Fifteen sites were visited twice and eight once, 38 visits in all.",
        "The 9 members voted: six for, three against.",
        "Eight homes were good, four outstanding and three inadequate. In all, twelve were good or better.",
        "Between April and June, 36 were opened and 29 closed; 51 were open at the end.",
        "In the first week 14 came and in the second 18; 26 people came in all, since six came twice.",
        "Of 52 weeks, 40 had no incident. There were 19 incidents in the other 12.",
        "Only 22 of the 80 forms gave a reason. Price was named by 12, time by 9 and both by 3 of these.",
        "Half of the 36 rooms (18) were clean; of the rest, eleven were dusty and seven dirty.",
        "The audit of 90 claims found 12 errors of amount and 5 of date; 75 claims had none, as two had both.",
        "Visitors came from Ash (40), Elm (25) and Oak (35). Of the 25 from Elm, 20% stayed the night.",
        "Of the 44 items, 30 were in place by May. By June nine more were. Five are still outstanding.",
        # Other things are counted in the total.
        "We met 42 carers (30 at home and 12 here) and nine nurses. They looked after 57 children in all.",
        # Figures of the same list, the greatest nearly what the others make.
        "Debts at the year end: Ash 59, Elm 20, Oak 15 and Fir 23.",
        "The commonest fault was rust (55); the others were damp (27), rot (21) and mould (8).",
        # A grade, and no rest.
        "Of the six inns, three were rated good and one outstanding.",
        "Two of 15 shops were outstanding and ten good. Two were fair, and one was poor.",
        # More come besides: no difference.
        "Nine people came on Monday and 12 on Friday, and 14 more by bus.",
        # What a mean is set against.
        "The 25 bills took 550 days altogether, or 22 days on average, against terms of 30 days.",
        # Units may be more than what they are counted on.
        "Eyes were counted (142 eyes of 71 people). It came back in 17 eyes (12.0%).",
        "There were 68 people from 35 streets, of whom 41 were glad.",
        # Twelve a month, and what three months came to.
        "We said 12 a month: 12 in October, 13 in November, 11 in December, 36 over the quarter.",
        "Was it done within the hour? Yes 21, no 10, not recorded 25 (n = 56).",
        "Of 41 plans, 27 passed; five of those were late. The other 14 failed.",
        "The board met eight times last year and 11 times this year, three more than before.",
        "The motion was carried by six votes to two. Twelve members were present.",
        "Of 64 boats 40 were sound, and 12 of the 24 that were not have been mended.",
    ],
)
def test_what_has_another_reading_is_left_alone(text: str) -> None:
    """True as some reader would take it."""
    assert amiss(text) == set()


NOTED = "| Wait | People | %* |\n|---|---|---|\n| Short | {} | {} |\n| Long | 66 | 77 |\n| Not known | 14 | – |\n\n* Of those with a wait recorded."
LET_SEE = "| Kind | Met | % met |\n|---|---|---|\n| Ash | 110 | 91.7% |\n| Elm | 112 | 93.3% |\n| Oak | 96 | 80.0% |\n| Fir | 36 | 30.0% |\n| Yew | 74 | {} |"
MEAN_ROW = "| Term | Calls |\n|---|---|\n| One | 63 |\n| Two | 71 |\n| Three | 43 |\n| Four | 59 |\n| Total | 236 |\n| Average per term | {} |"
TWO_ROWS = "| Answer | People |\n|---|---|\n| Very glad | 50 |\n| Fairly glad | 83 |\n| Neither | 63 |\n| Fairly sad | 89 |\n| Very sad | 25 |\n| Total | 310 |\n| Glad (very + fairly) | {} |"
PLAIN_SUM = "| Mark | Papers |\n|---|---|\n| One | 14 |\n| Two | 30 |\n| Three | 28 |\n| Four | 24 |\n| All papers marked | {} |\n| of which read twice | 7 |"
ABOVE_CELL = "| Sign | People |\n|---|---|\n| Ache | {}/74 |\n| Rash | 22/74 |\n| Cough | 10/74 |"


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        (NOTED.replace("{}", "20", 1), "23", "19"),
        (LET_SEE, "61.7%", "55.7%"),
        (MEAN_ROW, "59", "49"),
        (TWO_ROWS, "133", "134"),
        (PLAIN_SUM, "96", "98"),
        (ABOVE_CELL, "70", "78"),
    ],
)
def test_a_wrong_cell_is_told_and_a_right_one_is_not(text: str, right: str, wrong: str) -> None:
    """Rows that say what they are made of, and shares whose base nobody tells."""
    assert amiss(text.format(right)) == set()
    assert amiss(text.format(wrong)) != set()


def amiss(text: str) -> set[str]:
    """The rules that call something wrong."""
    return {each.code for each in judge(read(text)).findings if each.verdict in ("wrong", "rounding")}
