"""Guards what is said of several at once - all, none, so many of them, the same, the most - each true and made wrong."""

import pytest
from tests.unit.checker.verdicts import wrong

from looped.checker.limits import limits
from looped.checker.quantified import quantifiers

LIMITS = [
    (
        "{} of the four clinics saw fewer than 80% on the day (Ayre 91%, Brae 84%, Cove 88%, Dene 79%).",
        "One",
        "Two",
        "every-limit",
    ),
    (
        "Same-day repairs: Ayre 91%, Brae 84%, Cove 88%, Dene {}. All four depots were at 80% or above.",
        "83%",
        "73%",
        "every-limit",
    ),
    (
        "Only the {} branch missed the 90% standard: 94% in the east, 87% in the west, 92% in the north.",
        "west",
        "north",
        "every-limit",
    ),
    ("All but {} were above 75% (Ayre 81%, Brae 70%, Cove 77%, Dene 79%).", "Brae", "Cove", "every-limit"),
    ("The one site below the 75% threshold was {} (Ayre 81%, Brae 70%, Cove 77%).", "Brae", "Cove", "every-limit"),
    (
        "Attendance was 88% on Mondays, 92% on Tuesdays, 95% on Wednesdays; it never dropped below {}.",
        "85%",
        "90%",
        "every-limit",
    ),
    (
        "Scores ranged across the homes (Fern 14, Gorse 17, Heath 9), but none scored under {}.",
        "9",
        "12",
        "every-limit",
    ),
    (
        "Compliance has consistently been over {} in the last four quarters (84%, 88%, 81%, 86%).",
        "80%",
        "85%",
        "every-limit",
    ),
    (
        "At no point in the year did occupancy go above {} (Q1 91%, Q2 94%, Q3 96%, Q4 93%).",
        "96%",
        "95%",
        "every-limit",
    ),
    (
        "Every group rated the course at 4.0 or higher (nurses 4.2, doctors {}, clerks 4.4).",
        "4.1",
        "3.9",
        "every-limit",
    ),
    ("All five patients were under {} (aged 31, 44, 52, 58 and 59).", "60", "55", "every-limit"),
    ("None of the six children was older than {} (their ages were 3, 4, 4, 7, 9 and 11).", "11", "10", "every-limit"),
    (
        "Just {} of the wards stayed within the limit of 5 days: Ash 4, Elm 6, Oak 5, Yew 8.",
        "two",
        "three",
        "every-limit",
    ),
    ("Most of the four wards were above 80% (Ash {}, Elm 82%, Oak 84%, Yew 70%).", "81%", "71%", "every-limit"),
]


@pytest.mark.parametrize(("text", "true", "false", "code"), LIMITS)
def test_how_many_keep_to_a_limit(text, true, false, code):
    assert wrong(text.format(true)) == set()
    assert code in wrong(text.format(false))


@pytest.mark.parametrize(
    ("text", "true", "false", "code"),
    [
        (
            "All nine boilers had been serviced.{}",
            " The papers were on file.",
            " Two boilers had not been serviced.",
            "but-some",
        ),
        (
            "Every driver held a current licence. {}",
            "All were seen in May.",
            "One driver's licence had lapsed.",
            "but-some",
        ),
        (
            "No complaints went unanswered. {}",
            "The slowest took nine days.",
            "Three complaints had received no answer.",
            "but-some",
        ),
        (
            "Minutes were kept of all 14 meetings. {}",
            "Those of 3 May ran to nine pages.",
            "No minutes could be found for the meetings in May and July.",
            "but-some",
        ),
        (
            "Both bidders sent accounts. {}",
            "They were for 2021.",
            "One of the two did not send any accounts.",
            "but-some",
        ),
        (
            "Consent was recorded for every guest. {}",
            "It was witnessed.",
            "For six guests no consent had been recorded.",
            "but-some",
        ),
        (
            "The book was signed on each of the 20 days. {}",
            "It was legible.",
            "On three days it had not been signed.",
            "but-some",
        ),
        (
            "None of the 18 leavers had kept access to the system. {}",
            "It is removed within a day.",
            "Two leavers still had access to the system in June.",
            "but-some",
        ),
        (
            "There were no errors in the 40 payments tested. {}",
            "All were in time.",
            "Three payments contained errors.",
            "but-some",
        ),
        (
            "A ledger was kept at all nine depots. {}",
            "It was up to date.",
            "Old Quay and Mill Lane had none on the day.",
            "but-some",
        ),
        (
            "All 27 leases had been sealed before work began. {}",
            "It took a week.",
            "The three that were sealed late ran on.",
            "but-some",
        ),
        (
            "Neither site had a spill kit. {}",
            "Ayre had none; nor had Brae.",
            "Ayre had none; Brae had two.",
            "but-some",
        ),
        (
            "No exceptions were found in 29 new starters. {}",
            "All were vetted.",
            "Exceptions: five of the 29 had no vetting.",
            "but-some",
        ),
    ],
)
def test_all_or_none_and_some_that_are_otherwise(text, true, false, code):
    assert wrong(text.format(true)) == set()
    assert code in wrong(text.format(false))


@pytest.mark.parametrize(
    "text",
    [
        "References were taken up for ten of the fourteen staff. For four of the fourteen no reference had been sought.",
        "The team served 37 notices in the half year. There were no notices in August, and the peak was in June.",
        "Eleven of the 32 fathers were not named. By contrast, all 32 mothers were named.",
        "All nine pumps were tested in May. Two of the pumps had not been tested in the previous year.",
        "Every plan was signed. Two plans were signed twice.",
        "It was not at all clear. Three of the files were not clear.",
        "All should be signed. Four were not signed.",
        "All 34 boat files held a signed lease. In four of the 34 boat files we could not find a recent photograph.",
    ],
)
def test_all_that_may_be_so(text):
    assert wrong(text) == set()


@pytest.mark.parametrize(
    ("text", "true", "false", "code"),
    [
        ("Equal numbers were seen in the morning (14) and in the afternoon ({}).", "14", "19", "as-many"),
        ("As many women as men replied: {} and 62 respectively.", "62", "56", "as-many"),
        (
            "The two arms lost the same number to follow-up, {} in one and seven in the other.",
            "seven",
            "nine",
            "as-many",
        ),
        ("The median wait was unchanged at 12 days (2021: {} days).", "12", "15", "as-many"),
        ("Morning and evening shifts recorded identical totals (31 and {}).", "31", "37", "as-many"),
        ("There was no difference between the wards in falls: eight on Ash and {} on Elm.", "eight", "five", "as-many"),
        ("Views hardly differed by district: {} in Ayre, 61% in Brae and 63% in Cove agreed.", "62%", "31%", "spread"),
        ("Results were uniform across sites: 90%, 91%, {} and 92%.", "89%", "64%", "spread"),
        ("Views differed widely between the towns: {} in Ayre, 61% in Brae and 60% in Cove.", "30%", "62%", "spread"),
    ],
)
def test_what_is_the_same(text, true, false, code):
    assert wrong(text.format(true)) == set()
    assert code in wrong(text.format(false))


@pytest.mark.parametrize(
    "text",
    [
        "The remaining 222 were assigned in equal numbers to the two groups, 111 to each.",
        "Satisfaction was 62% for some and 71% for others. The gap of nine points has not changed since 2021.",
        "Results were much the same across sites, apart from Elm: 90%, 91%, 64% and 92%.",
        "Support was not consistent across the halls: 71% in Ash, 38% in Elm and 70% in Oak.",
        "Support was consistent across the halls: 71% in Ash, 64% in Elm and 70% in Oak.",
        "Nearly the same number came (14 and 15).",
    ],
)
def test_what_may_be_called_the_same(text):
    assert wrong(text) == set()


@pytest.mark.parametrize(
    ("text", "true", "false", "code"),
    [
        ("{} drew more visits than any other day - Monday 31, Tuesday 40, Friday 22.", "Tuesday", "Monday", "foremost"),
        (
            "Uptake by age: 16 to 29, 41%; 30 to 49, 55%; 50 and over, 48%. It was lowest in the {} group.",
            "youngest",
            "oldest",
            "foremost",
        ),
        (
            "Three causes were logged: (a) wear, 14; (b) misuse, 22; (c) unknown, 5. Cause {} was the most frequent.",
            "(b)",
            "(a)",
            "foremost",
        ),
        (
            "Marks out of ten were 7 for welcome, 9 for food and 4 for noise. The strong point was {}.",
            "food",
            "noise",
            "foremost",
        ),
        (
            "Cost was named more often than any other reason ({} times, against 17 for distance and 9 for rain).",
            "41",
            "11",
            "foremost",
        ),
        (
            "Room marks were hall 19, attic 16, cellar 7. The greatest strength, by these marks, was the {}.",
            "hall",
            "cellar",
            "foremost",
        ),
        ("Thefts: five in April, none in May and nine in June. No thefts took place in {}.", "May", "June", "none-in"),
        (
            "Of the 60 books, 12 were verse, 31 fiction and 17 history. {} made up the biggest group.",
            "Fiction",
            "History",
            "foremost",
        ),
        (
            "Use was highest among {}: 44% of nurses, 38% of porters and 61% of doctors.",
            "doctors",
            "nurses",
            "foremost",
        ),
    ],
)
def test_which_of_several_stands_first(text, true, false, code):
    assert wrong(text.format(true)) == set()
    assert code in wrong(text.format(false))


def test_what_counts_as_a_limit_and_as_a_quantifier():
    """Amounts done, and wishes, are no statements on all."""
    assert limits("We met 91% of requests and saw over 40 files.") == ()
    assert [each.above for each in limits("Not more than 5 days; 60% or less; at least 3.")] == [False, False, True]
    assert [each.kind for each in quantifiers("All should be in. We expect all to be in. Nearly all are.")] == ["all"]


@pytest.mark.parametrize(
    ("text", "true", "false", "code"),
    [
        ("Turnout {} from 62.3% in spring to 60.2% in autumn.", "slipped", "crept up", "which-way"),
        ("The gap between the towns {} from 12 to 5 points.", "narrowed", "widened", "which-way"),
        ("Lamps out of order went from 98 in May to 120 in June, {} by 22.", "up", "down", "which-way"),
        ("The form had been signed in every case ({}/14).", "14", "12", "all-counted"),
        ("The north gate saw {} lorries than the south gate (respectively 29 and 11).", "more", "fewer", "compared"),
    ],
)
def test_direction_all_and_comparison_with_the_figures_beside(text, true, false, code):
    assert wrong(text.format(true)) == set()
    assert code in wrong(text.format(false))


@pytest.mark.parametrize(
    "text",
    [
        "Scores did not fall from 60% to 62%.",
        "Nearly all were signed (12 of 14).",
        "Half of all forms (26 of 52) were blue.",
        "Falls went from 6 in May to 36 in July.",
        "All but two were signed (12 of 14).",
        "Fees rose by from 3% to 2% of the price.",
    ],
)
def test_what_is_no_direction_and_not_all(text):
    assert not wrong(text) & {"which-way", "all-counted"}


# What stands first, is more, went which way, or is so of how many, told in a short passage: true, and made wrong.
IN_SHORT = [
    (
        "Of the five depots, Ash had the shortest queue, {} minutes; Birch had 6, Cedar 9, Dean 7 and Elder 11.",
        "4",
        "8",
    ),
    ("Mortality was lowest on Heron ward, at {}.1%. On Kite ward it was 3.4% and on Swift ward 4.0%.", "2", "5"),
    ("The north team answered 71 calls and the south team 64. The {} team answered more.", "north", "south"),
    ("There were 12 appeals from parents and 20 from pupils: parents made eight {}.", "fewer", "more"),
    ("The committee has 9 women and 6 men. Men are in the {}.", "minority", "majority"),
    (
        "Errors were fewer in the electronic group ({}%) than in either the paper group (9%) or the mixed group (7%).",
        "4",
        "8",
    ),
    ("Of the two wards, Finch is the larger, with {} beds against 22 on Wren.", "28", "18"),
    ("Response was {} by email (2.1 days) than by post (6.4 days).", "quicker", "slower"),
    (
        "Most {}.",
        "complaints (44) were about noise; 30 were about litter and 12 about dogs",
        "of the money went on repairs. The most expensive was the roof, at £9,100, followed by the boiler at £11,200 and the lift at £4,000",
    ),
    ("Calls held steady over the four weeks: 61, 60, 62 and {}.", "61", "91"),
    ("The stock has been shrinking since 2019: 840 homes then, 801 in 2021 and {} in 2023.", "760", "820"),
    ("Output fell in every quarter but one: 90, {} and 79.", "84, 86", "94, 96"),
    ("Turnaround was 12 days in May and {} in June; turnaround got quicker.", "9", "19"),
    ("Arrears stood at 410 last year and 480 this year, so the position has {}.", "got worse", "improved"),
    ("Pass marks went from 61% in the first sitting to {}% in the second, an improvement.", "68", "58"),
    ("Three of the four boilers passed the test: A passed, B {}, C failed and D passed.", "passed", "failed"),
    ("All three bays were full: North was full, South was {} and East was full.", "full", "empty"),
    (
        "Two of the three schools grew over the year: Ash grew by 12 pupils, Birch shrank by 4 and Cedar {} by 9.",
        "grew",
        "shrank",
    ),
    ("Of the three clubs only Rowing lost members; Chess gained 8 and Bowls {} 2.", "gained", "lost"),
    (
        "There were five leaks in the old wing and {} in the new wing. Leaks were limited to the old wing.",
        "none",
        "three",
    ),
    (
        "Any ward with under 85 is revisited. Finch scored 91, Heron 88 and Kite {}, so none will be revisited.",
        "86",
        "81",
    ),
    ("A claim is late once 30 days have passed. None of the three was late: they took 12, {} and 19 days.", "28", "38"),
    (
        "Owners were consistently more satisfied than tenants: 81% to 66% in Ash, 77% to 70% in Birch and {}% to 79% in Cedar.",
        "84",
        "74",
    ),
    ("Both targets were met: lettings ({}% against 90%) and repairs (97% against 95%).", "94", "84"),
    ("Neither shop managed to sell 50 tickets: Ash sold 41 and Birch {}.", "38", "58"),
    ("Only one of the five wards failed to secure over half of the votes: 61%, {}%, 72%, 58% and 47%.", "55", "45"),
    ("The limit is 20 days. Ash took 18 days, Birch 24 days and Cedar {} days; only Birch exceeded it.", "19", "29"),
    (
        "The target was 90%. North reached 92%, South 88% and West 95%; the only one to fall short was {}.",
        "South",
        "West",
    ),
    ("At least ten pupils came to each session: 14, 12, {} and 19.", "10", "8"),
    ("Every meeting was quorate, the quorum being four: 5, 6, {} and 7 members came.", "4", "3"),
    (
        "{}.",
        "Ash and Birch tied, each with 12 bookings; Cedar, with 15, had more than either",
        "At 61%, support was strongest among tenants; owners gave 54% and lodgers 68%",
    ),
    (
        "Ward rounds lasted longest on Mondays ({} minutes). They took 51 minutes on Tuesdays and 48 on Fridays.",
        "74",
        "44",
    ),
    (
        "The costliest of the four repairs was the lift, at £8,100; the doors cost £2,400, the gate £1,950 and the roof £{},700.",
        "6",
        "9",
    ),
    ("None of the four sites exceeded 10 incidents: there were 4, 9, {} and 2.", "7", "12"),
    ("Pool A was the deepest at {}.2 m, pool B the next at 2.4 m and pool C the shallowest at 1.1 m.", "3", "2"),
    ("The lowest reading, {}.1, came from site C; site A gave 4.4 and site B 3.9.", "3", "4"),
    ("Nurses scored higher than doctors on all three tests: 71 to 64, 80 to 77 and {} to 59.", "66", "56"),
    ("In June the pool was {} than in May. It took 410 swimmers in May and 520 in June.", "busier", "quieter"),
    ("Waiting times {} from 31 days to 24 days.", "improved", "worsened"),
]
# Words of order that say nothing of the figures beside them, or say what is right.
LEFT_ALONE = [
    "With a mean score of 7.9, Planning outscored Housing (7.1) and was the best rated of the three services; Parks had 6.4.",
    "Agency cover cost more at Ash (£12,400) than at Birch (£9,900), and Birch spent more than Cedar (£8,000).",
    "In all 60 forms were read. The largest group, 31, came from Ash. A further 20 were read by the second reader and 9 by a third.",
    "The highest score was 94. In 60 schools the head had been in post for two years and in 31 for longer.",
    "We had more time this year. In the spring 14 visits were made and in the autumn 19.",
    "More staff are needed: 14 posts were filled in May and 11 in June.",
    "Older tenants were happier with repairs (81%) than younger ones (66%); they were less happy with parking (40% and 52%).",
    "Twelve wards had higher scores than in 2022, and four had lower scores.",
    "Pupils read 14 books in the autumn and 22 in spring; longer books were read in the autumn.",
    "The lounge had 14 alarms and the hall 9. Larger rooms need more.",
    "Costs in the east (£1.2m) rose more slowly than in the west (£1.1m).",
    "The new form had 12 questions and the old form 19. Completion took less time with the new form.",
    "There was no change in the number of homes inspected: 31 in each of 2021, 2022 and 2023.",
    "Sickness days improved, going from 9.1 to 7.4 a head.",
    "Stroke and hip cases did not differ: 14% in each.",
    "Debt stood at £410k last year and £380k this year, so the position has improved.",
    "Spending dipped in the second year and recovered in the third: £4.1m, £3.8m and £4.4m.",
    "Admissions were 60 in June, 71 in July and 66 in August, so the rise did not last.",
    "Staff numbers were steady at about 40, with 38 in spring and 43 in autumn.",
    "Vacancies fell from 30 to 22 and turnover from 14% to 12%; stability improved.",
    "None of the three lifts was out of order on the day. Lift A was working, Lift B was working and Lift C was working.",
    "Just one of the four shops made a loss. Ash made a profit, Birch made a profit, Cedar made a loss and Dean made a profit.",
    "Only Heron met the standard. Kite missed it and Swift missed it.",
    "Cases were confined to the east block: 7 there and none in the west block.",
    "One of the two targets was missed: complaints (81% against 85%) fell short and calls (92% against 90%) did not.",
    "Two of the rooms were empty, one was locked and the others were in use. The hall was cold, the kitchen was warm and the office was warm.",
    "All staff were trained. The manager was interviewed, the cook was observed and the nurse was present.",
    "Most of the three hundred replies were positive. Owners were pleased, tenants were unsure and staff were pleased.",
    "None of the paintings was damaged. The roof was repaired, the floor was replaced and the walls were cleaned.",
    "Two of the four trustees resigned. The chair resigned in May, the treasurer resigned in June and the others stayed.",
    "All the doors were checked; one was stuck. North was clear, South was clear and East was stuck.",
    "At 71%, support was strongest among tenants; owners gave 54% and lodgers 68%.",
    "Oak House had more falls (14) but a lower rate of falls (4.1 per bed) than Elm House (11 and 5.2).",
    "A third of calls came at night (20 of 60).",
    "Two of the five wards had no falls: Ash 0, Birch 3, Cedar 0, Dean 1 and Elder 2.",
    "Our largest grant was £40,000. Smaller grants of £12,000, £9,000 and £45,000 in loans were made elsewhere.",
    "The largest single item was pay. Heating cost £14,000, more than the £11,000 of the year before.",
    "Theft was the most serious risk; 12 cases were opened, 9 were closed and 3 went to court.",
    "Most visitors came by car. Bus users numbered 41, walkers 60 and cyclists 12.",
    "Lunches sold fell from 90 to 70 while teas rose from 40 to 55; teas were still the smaller.",
    "Costs were lower than expected in the first year (£40k) and higher in the second (£61k).",
    "More than half of the 40 files had gaps; fewer than ten had none, and 12 were closed.",
    "Attendance at the first three meetings was 12, 9 and 14; the fourth, with 11, was better attended than the second.",
    "Sales were steady at 40 a week until June, then rose to 55 in July and 61 in August.",
]


@pytest.mark.parametrize(("text", "true", "false"), IN_SHORT)
def test_words_of_order_are_read_with_the_figures_of_a_short_passage(text: str, true: str, false: str) -> None:
    """Guards the reading of names with their figures: own figure first, lists, sentences apart, pairs, limits."""
    assert wrong(text.format(true)) == set()
    assert wrong(text.format(false))


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_words_of_order_that_hold_or_say_nothing_are_left_alone(text: str) -> None:
    """Guards against alarms where a superlative is part of a name, a bound, a wish or of other figures."""
    assert wrong(text) == set()
