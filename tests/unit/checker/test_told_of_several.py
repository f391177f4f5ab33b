"""Guards what is said of several at once - all, none, so many of them, the same, the most - each true and made wrong."""

import pytest

from looped.checker.judging import judge
from looped.checker.limits import limits
from looped.checker.quantified import quantifiers
from looped.checker.readers.text import read


def wrong(text: str) -> set[str]:
    return {finding.code for finding in judge(read(text)).findings if finding.verdict in ("wrong", "rounding")}


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
    ("Both canteens were rated 4 (north {}, south 4).", "4", "3", "every-value"),
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
