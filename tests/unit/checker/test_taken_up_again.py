"""Guards figures that are taken up again: counts, shares, lengths of time and days, and the other side of a whole."""

import pytest
from tests.unit.checker.verdicts import wrong

from looped.checker.counted import mentions
from looped.checker.one_quantity import is_elsewhere, names_again, narrows
from looped.checker.prose import passage

# (rule, text, what makes it true, what makes it wrong)
TEXTS = [
    (
        "taken-up",
        "Fourteen inspectors were interviewed for this review. Nine of the {} interviewees had been trained in the past two years.",
        "14",
        "16",
    ),
    ("taken-up", "We wrote to 240 landlords in March. Of the {} landlords we wrote to, 96 replied.", "240", "204"),
    (
        "taken-up",
        "Twelve looked-after young people filled in our form. Seven of the {} young people said they felt safe.",
        "twelve",
        "fifteen",
    ),
    ("taken-up", "Eighteen ewes were tested. Antibodies were found in 4 of the {} animals.", "18", "13"),
    (
        "taken-up",
        "The museum lent 66 paintings. Condition reports were on file for 61 of the {} works lent.",
        "66",
        "68",
    ),
    (
        "taken-up",
        "In all, 27 near misses were reported. The manager had looked into each of the {} near misses.",
        "27",
        "22",
    ),
    ("taken-up", "The list has 88 suppliers. No contract could be found for 11 of these {} firms.", "88", "83"),
    ("taken-up", "Annex B lists the 19 boreholes. Water was clean at 17 of the {} boreholes listed.", "19", "14"),
    ("taken-up", "A sample of 36 prescriptions was drawn. Of these {}, four had no date.", "36", "39"),
    ("taken-up", "Sixteen schools took part in the pilot. Heads of ten of the {} schools were in favour.", "16", "19"),
    (
        "taken-up",
        "Eight witnesses gave evidence. Five of the {} people who gave evidence were former staff.",
        "eight",
        "nine",
    ),
    ("taken-up", "The panel considered 57 bids. It turned down 40 of the {} applications it considered.", "57", "75"),
    ("taken-up", "Our team watched 26 lessons. Teaching was good in 20 of the {} lessons observed.", "26", "29"),
    ("taken-up", "Eleven reviewers read the drafts. Comments came from ten of the {} reviewers.", "11", "17"),
    (
        "taken-up",
        "Executive summary: we found 16 weaknesses. Chapter 2 takes the {} weaknesses one by one.",
        "16",
        "19",
    ),
    (
        "taken-up",
        "Nine complaints upheld at Elm Court. In the year to March the ombudsman upheld {} complaints, four of them about care.",
        "nine",
        "seven",
    ),
    (
        "taken-up",
        "At a glance: 60 interviews, five workshops. The workshops, {} in number, were held in the evening.",
        "five",
        "seven",
    ),
    (
        "share-again",
        "Of those who rang, 64% got through. The chief executive quotes this {} in her foreword.",
        "64%",
        "46%",
    ),
    (
        "share-again",
        "Some 38% of carers had a break last year. This {} figure is the lowest in the region.",
        "38%",
        "35%",
    ),
    ("share-again", "Sickness absence was 4.7%. We set that {} beside the limit of 5%.", "4.7%", "7.4%"),
    (
        "share-again",
        "Turnout was 31%, and spoilt papers were 2%. The inquiry asks why turnout, at {}, was so poor.",
        "31%",
        "37%",
    ),
    (
        "share-again",
        "Attendance was 93% in the autumn term. The head wrote to parents about this {} figure.",
        "93%",
        "98%",
    ),
    (
        "span-again",
        "The diary was kept for 21 days. Over these {} days the boy slept badly on three nights.",
        "21",
        "24",
    ),
    (
        "span-again",
        "Our review covers the past three years. In the {} years we reviewed, no fraud was found.",
        "three",
        "five",
    ),
    ("span-again", "The pilot ran for 18 weeks. Costs were kept down throughout the {}-week pilot.", "18", "16"),
    (
        "date-again",
        "The clinic closed on 14 June 2023. Patients seen before the closure on {} June 2023 were told by letter.",
        "14",
        "24",
    ),
    (
        "date-again",
        "The new rota began on 6 January. In the week after it started on {} January four nurses fell ill.",
        "6",
        "9",
    ),
    (
        "date-again",
        "Members adopted the plan on 17 May 2022. Works begun before the adoption of {} May 2022 are not covered.",
        "17",
        "19",
    ),
    ("other-side", "Of 46 locks, 40 worked. In other words, {} of the 46 locks did not.", "six", "eight"),
    ("other-side", "In all, 31 of 35 buses passed their test; {} of the 35 failed it.", "four", "five"),
    (
        "other-side",
        "The trust has 14 lifts. Eleven were in order when we called. The rest, {} of the 14, were out of use.",
        "three",
        "four",
    ),
    ("other-side", "Only 6 of 52 letters went out late. That is, {} of the 52 letters went out on time.", "46", "44"),
    (
        "other-side",
        "A licence was found for 38 of the 41 dogs. Licences for {} of the 41 dogs were missing.",
        "three",
        "five",
    ),
    ("other-side", "Twelve of 15 members agreed to the plan. The others, {} of the 15, disagreed.", "three", "four"),
]
# Two figures of which each is of its own: another time, place or kind, fewer of them, what came and went.
RIGHT = [
    "No barn had more than nine mice; Hill Barn had 7 and Long Barn had 5.",
    "The council holds 40 car parks. Of the 44 lifts in them, three were out of order.",
    "We invited 70 parents to a meeting. The 66 who came were asked to fill in a form.",
    "Thirty-two residents lived at the home. Since our visit two have left, and care plans were in place for all of the 30 who remain.",
    "In 2022 the survey had 310 replies. Of the 301 replies in 2023, half were from women.",
    "The north has 24 libraries. In the south 12 of the 26 libraries are open on Sundays.",
    "Sixty-four people took the course. The 61 who passed were given a badge.",
    "There were 45 complaints in the year. Of the 48 complaints closed, some of them from the year before, 40 were closed in time.",
    "Twelve trustees sit on the board. The 11 trustees present voted for the motion.",
    "We tested 80 invoices. In the 88 tested last year five errors were found.",
    "The 26 volunteers in group A were given the drug. Of the 28 volunteers in group B, six had a headache.",
    "Fifteen schools were asked; two said no. We visited each of the 13 schools.",
    "A total of 36 patients were treated on ward 4. On ward 5 drugs were given late to three of the 39 patients.",
    "Twenty homes were inspected. Managers of the 22 homes due next year have been told.",
    "Eleven pupils had a plan. Parents of 17 of the 19 pupils spoken to were content.",
    "Of the 63 women, 36 were in work. Of the 36 women in work, 20 worked part time.",
    "The company has 72 shops. Rents rose at 20 of the 27 shops it leases.",
    "The service looked after 27 people when we came. We met 12 of them and spoke with five relatives. Care plans were up to date for 24 people; the three others had moved in that week. Of the 29 staff on the rota, 26 had been trained in first aid.",
    "Seventy-six children were referred. Parents of 71 came to the first meeting, and the 67 families still in touch at the end were asked to fill in a form.",
    "We tested 40 payments to suppliers and 44 to staff. All 44 payments to staff were right; three of the 40 to suppliers were late.",
    "The ward admitted 96 patients in the month. Of the 69 patients over 75, a falls score was missing for eight.",
    "We read 35 minutes of meetings. Actions had owners in 30 of the 36 actions lists, for one meeting has two.",
    "The fire service was called out 204 times. Of the 240 appliances sent, 12 broke down.",
    "Turnout was 31% in the north and 37% in the south. This 6% gap worries the council.",
    "Recycling was 46%. The government wants a 49% recycling rate by 2030.",
    "The error rate was 3.4%. A rate of 3% is allowed.",
    "Costs rose by 12%. This 15% was due to wages, less 3% saved on fuel.",
    "Pay makes up 64% of costs. Without that 46% of schools would be in deficit.",
    "Calls must be answered within four weeks. In the six weeks we looked at, two were late.",
    "The contract ran for three years. In the two years since, costs have risen.",
    "Records for the past four weeks were read. In the six weeks to Christmas staffing was low.",
    "The first visit was on 3 May. At the second visit on 13 May all was well.",
    "We inspected the home on 6 May. The report of 16 May lists the faults.",
    "We read 25 plans. Twenty-one were signed. Six of the 25 plans had no date.",
    "Of 20 cadets 17 passed the written test. Two of the 20 failed the swimming test.",
    "Of 30 homes, 24 were visited twice. Four of the 30 homes were not visited at all.",
    "Four tenants rang. Five tenants wrote to us about rent.",
    "Six homes inspected in Kent. In Surrey we inspected eight homes, and two were good.",
]


@pytest.mark.parametrize(("code", "text", "true", "false"), TEXTS)
def test_what_is_taken_up_again(code: str, text: str, true: str, false: str) -> None:
    """Guards texts in which one figure is told twice, each true and with a slip."""
    assert wrong(text.format(true)) == set()
    assert code in wrong(text.format(false))


@pytest.mark.parametrize("text", RIGHT)
def test_figures_of_two_things(text: str) -> None:
    """Guards right texts in which the later figure is near the first and of something else."""
    assert wrong(text) == set()


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("We read 40 files. Of the 44 records read, nine were blank.", True),
        ("We read 40 files. Of the 44 files kept in the loft, nine were blank.", False),
        ("We saw 40 nurses. Of the 44 staff, nine were new.", True),
        ("We saw 40 staff. Of the 44 nurses, nine were new.", False),
        ("We saw 40 wards. Of the 44 lifts, nine were new.", False),
        ("In May 40 came to the 30 classes. In June the 44 classes were full.", False),
    ],
)
def test_one_quantity(text: str, same: bool) -> None:
    """Guards the reading that these rules share: what a later name may be of."""
    first, again = mentions(passage(text))[:2] if "30" not in text else mentions(passage(text))[1:]
    assert (names_again(again, first) and not narrows(again, first) and not is_elsewhere(again, first)) == same
