"""Guards the rules on sums in prose: shares said again, totals, remainders, shares in words, means; each way of saying.

Each pair is one sentence, right and wrong by one figure.
"""

import pytest
from tests.unit.checker.verdicts import wrong

SHARES = [
    ("Return slips: {} (212 slips back from 530 pupils; see annex B).", "40.0%", "43.0%"),
    ("Late filing was found in {} of the 75 ledgers sampled – 9 ledgers – and in none of the folders.", "12%", "15%"),
    ("Pump checks stood at {}: 1,204 checks (one page each) signed out of 1,400 due.", "86%", "80%"),
    ("Doors were locked on 41 nights out of 60 in the spring term, which works out at {}.", "68%", "58%"),
    ("Gloves were worn in 45 visits out of 50, i.e. {} (aim 100%).", "90%", "95%"),
    ("One call in 40 calls ({}) was lost.", "2.5%", "5%"),
    ("There were 45 entrants and 18 passed, so {} passed.", "40%", "44%"),
    ("Maps were out of date in 18 cases (45 maps; {}).", "40%", "44%"),
    ("Of those with a bike (base: 120 of the 200 asked), 90 rode it to work: {}.", "75%", "65%"),
    (
        "Of 80 letters, 64 had been read by a chief. A reply was clipped to 48 of those 64 (75%), "
        "which is {} of all that we sampled.",
        "60%",
        "68%",
    ),
    ("Just 12 out of a possible 60 sessions were held, giving attendance of {}.", "20%", "25%"),
    ("Of the 80 staff asked, 40, 20 and eight (50%, {} and 10%) named pay, hours and travel.", "25%", "35%"),
]
TOTALS = [
    ("Calls by age: 16 to 24, 52; 25 to 44, 68; 45 to 64, 54; 65+, 22; total, {}.", "196", "206"),
    ("Late trains numbered 11, 12, 30 and 36 in the four terms ({} in the year).", "89", "79"),
    ("The {} slips arose from (a) wrong dates, 4; (b) no name, 18; (c) no sum, 14; and (d) other, 18.", "54", "56"),
    ("Four audits, six visits, seven calls and nine letters made up the {} jobs in the plan.", "26", "29"),
    ("Two jobs are shut, 3 are on track and 28 have slipped, which accounts for all {} on the list.", "33", "36"),
    ("49 female and 46 male patients (n = {}) had a scan.", "95", "105"),
    ("A total of {} women were drawn by lot (92 to the ring group, 88 to the band group).", "180", "810"),
    ("13% strongly agreed and a further 20% tended to agree that it is safe ({} in all).", "33%", "42%"),
    ("Entry by town was 19 in Alda, 32 in Bree, 56 in Cole and 57 in Dunn; {} people were thus entered.", "164", "614"),
    ("We logged 41 calls on Monday, 37 on Tuesday and 30 on Wednesday, {} calls over the three days.", "108", "118"),
    ("Five gold, four silver, 16 bronze and 19 none: that's how the panel placed the {} teams it saw.", "44", "42"),
    ("{} plans came in. Of these eight have been tried, four are in hand and three have not.", "Fifteen", "Seventeen"),
]
WORDS = [
    ("Of the 340 who wrote, 252 – {} – said they would come back.", "nearly three quarters", "almost a third"),
    ("{} of the 35 records, 21, had been signed.", "Three fifths", "A fifth"),
    ("A plan was in place for {} of those at risk, that is 52 of 65.", "four fifths", "two thirds"),
    ("{} charts had a gap: we found 32 in a check of 40.", "Four in five", "Three in five"),
    ("Roughly {} of the adults aged 18-24 rent (61%).", "three in five", "three in four"),
    ("Of the 18 rooms twelve are heated, that is, {}; six are not.", "two thirds", "three quarters"),
    ("Of 510 people stopped in the street, 306, or {} in ten, had heard of it.", "six", "four"),
    ("We rang 90 families and reached 60, which is {}.", "two thirds", "three quarters"),
    ("Of £600,000 most was spent. One quarter of it, {}, is left.", "£150,000", "£180,000"),
]
LEFT = [
    ("A chart was in the file for 103 of 120 visits (86%) and was missing for {}.", "17", "15"),
    ("A slip was held for 95 of 106 sales. Of the {} without a slip, seven were small.", "11", "13"),
    ("One-year results were available for 111 of the 127 drawn ({} lost, 9 withdrew).", "7", "11"),
    ("The box was filled in on all but 16 of the 111 charts: {} complete.", "95", "94"),
    ("We met 31 pupils. All but four felt safe; {} said so.", "27", "26"),
    ("Of the 12 ledgers, nine had been signed; those for {} had not.", "May, June and July", "May and June"),
    ("Nine of the year's twelve checks were on time. The exceptions were {}.", "May, June and July", "May and June"),
    ("214 cases were drawn; after we took out 18 with no papers and eight doubles, {} went forward.", "188", "193"),
    ("{} people were included once 10 without forms and two who declined were removed from the 105.", "93", "39"),
    (
        "Of 396 assessed, 108 were excluded (53 ineligible, 49 declined and 6 others). The remaining {} were studied.",
        "288",
        "828",
    ),
    (
        "Of 323 screened, 137 were ineligible and 40 declined; the remaining 146 were randomised, {} to each arm.",
        "73",
        "78",
    ),
    ("Sixteen staff were on shift, a quarter of them from an agency; that leaves {} of our own.", "12", "10"),
    ("A quarter of the 48 cars were hired and the other {} are our own.", "36", "37"),
    (
        "We screened 270. Reasons for exclusion (n = {}) were age (n = 59), refusal (n = 28) and others (n = 9).",
        "96",
        "69",
    ),
    (
        "We read the plans of 21 people. Twelve were good; a further three fair; which leaves {} that were poor.",
        "six",
        "eight",
    ),
    ("Only 70% of the notes were signed, which means that {} were not.", "30%", "26%"),
    ("By car came 43%, by bus 15% and by train 24%; the other {} walked.", "18%", "28%"),
    ("Of those asked 41% said yes, 40% no and {} did not know.", "19%", "9%"),
    ("Asked of the new pier, 34% were in favour, 16% were against and {} did not know.", "50%", "55%"),
    ("Of the 33 crews, 19 had a log of the day; the remaining {} had an old log or none.", "14", "9"),
    ("Main way of coming to work: car 43%, bus 15%, train {}.", "42%", "24%"),
]
MEANS = [
    ("With 20 posts filled and 324 cases open (ages 0-17), each worker had {} cases on average.", "16.2", "12.2"),
    ("Mean stay was {} days (97 bed days; 14 patients; longest stay 12 days).", "6.9", "9.6"),
    ("The six heads gave marks out of five of 5, 2, 3, 4, 4 and 3, an average of {}.", "3.5", "3.9"),
    ("The average at the three meetings was {} (30 at the first, 25 at the second, 29 at the last).", "28.0", "20.8"),
    ("On average each of the 40 flats stood empty for {} weeks (353 weeks in all).", "8.8", "8.2"),
    ("Hand payments ran at {} a month (320 in six months).", "53.3", "51.3"),
    ("42 toddlers were in the room with seven adults: one adult to every {} toddlers.", "six", "five"),
    ("Forty-two claims came to £6,300, or {} apiece on average.", "£150", "£130"),
]
MORE = [
    ("The sample held 60 bills; for 48 of them, that's {}, an order had been raised.", "80%", "75%"),
    ("Parents sent back 96 slips. Fifty-two of these were from mothers ({}).", "54%", "64%"),
    ("{} of the 50 patients (46) were seen on time.", "92 per cent", "88 per cent"),
    ("Thirty of the pupils, {} of the 75 on roll, eat there.", "40%", "45%"),
    ("Of 150 women asked, 120 agreed to take part (uptake {}).", "80%", "75%"),
    ("The ward has 24 beds, 21 of them in use that day: occupancy of {}.", "87.5%", "82.5%"),
    ("The response was {}: 300 forms issued and 120 returned.", "40%", "45%"),
    ("Take-up of the jab was {} (57 out of an eligible 120).", "47.5%", "38%"),
    ("Boys made up {} of the 80 cases (48) and girls the other 32.", "60%", "55%"),
    ("Thirty-two people applied, 20 were seen and so {} weren't.", "12", "14"),
    ("Sixty children were seen. Forty-one met the mark; {} did not.", "19", "21"),
    ("Of 50 tenants, 38 were content and the others ({}) were not.", "12", "14"),
    ("Nobody was missed except four of the 60, so {} were seen.", "56", "54"),
    ("Six of the 40 forms were unreadable, so the analysis is of {}.", "34", "36"),
    ("Eight sites have closed since 2019, when there were 31; {} are left.", "23", "24"),
    ("Men (n = 44) and women (n = 61) made up the sample of {}.", "105", "115"),
    ("In each of the three arms there were 40 patients, {} in total.", "120", "130"),
    ("Each of the 15 members gave £120, making {}.", "£1,800", "£1,950"),
    ("Staff in post: 14 nurses; 22 aides; 5 cleaners; 2 cooks; {} in all.", "43", "41"),
    ("Falls averaged {} a month over the year (48 in total).", "4", "3.5"),
    ("The ratio of staff to children was {} (9 staff and 45 children).", "1:5", "1:4"),
    ("The home has 30 people and six carers: {} people to each carer.", "five", "four"),
    ("We met 22 people. {} of them said that they felt safe.", "Twenty", "Twenty-five"),
    ("We met 22 people. All were in. A key was held for {} of them.", "21", "23"),
    ("Votes: 340 for, 120 against, 25 blank, total {}.", "485", "495"),
    ("Two of the town's eight schools are fine, {} fair and two poor.", "four", "five"),
    ("{} was raised, £6,200 by the raffle, £4,800 by the fete and £5,000 by gifts.", "£16,000", "£15,000"),
    ("The average of 12, 15 and 18 is {}.", "15", "16"),
    ("The 35 cases ended thus:\n\n- Won: 22\n- Lost: 9\n- Dropped: {}\n", "4", "6"),
    ("- Won: 22\n- Lost: 9\n- Dropped: 4\n- Total: {}", "35", "37"),
    ("- Rent: £2,200\n- Heat: £900\n- Light: £400\n- Total: {}", "£3,500", "£3,700"),
]


@pytest.mark.parametrize(("text", "right", "slip"), [*SHARES, *TOTALS, *WORDS, *LEFT, *MEANS, *MORE])
def test_a_wrong_figure_is_told_and_a_right_one_is_not(text, right, slip):
    assert wrong(text.format(right)) == set()
    assert wrong(text.format(slip))


@pytest.mark.parametrize(
    "text",
    [
        # Bases, parts and times of which the figure isn't.
        "Of 64 cases 12 (19%) were late, 60% more than the 40 of the year before.",
        "All five steps were met by 41% (26/64); five of six, 28% (18/64).",
        "It worked in 9 of 10 morning rounds (162 of 180) and 3 of 4 later ones (90 of 120), 84% overall.",
        "Most files (18 of 30) had a map, and nearly all (96%) were dated.",
        "The target is 90%: 26 of 65 met it.",
        # What isn't a total.
        "In January 47 clinics were called off; in February, 43; in March, 7. They have thus become fewer.",
        "Happy 170 (50%), neither 24 (7%), unhappy 143 (42%). Percentages do not always add up to 100.",
        "We spoke to 12 parents, 9 children and 4 teachers in the 3 schools.",
        "It was ticked by 40, 25 and 12 people, many of whom ticked several of them, 60 in all.",
        "Twelve men and 15 women (n = 15) took part.",
        "Eight of ten wards met the mark, one nearly met it and one did not.",
        "A sixth of the form could not read; half of these 28 were in Year 7.",
        "The net score is +40 (happy 51%, unhappy 11%, the rest neither).",
        "The costs were:\n\n- Rent: £2,200\n- Heat: £900, including £200 for May\n- Light: £400\n- Total: £3,900",
        "Reasons given (several could be named):\n\n- Cost: 22\n- Time: 19\n- Distance: 14\n",
        "Of 512 screened, 240 were drawn. We then saw 109 and 104 of them, a retention of 88.8%.",
        # What isn't left.
        "A chart was in the file for 103 of 120 visits. In 12 it was blank and in 5 missing.",
        "Users only, n=263: 25% (66) found it good; the other 144 people met were not asked.",
        "Twenty of the 22 lessons – good in 14, outstanding in six – pleased us; the other two did not.",
        "Some 60% were women and the rest men; 25%, the remaining part-timers among them, work at night.",
        # No means, no ratios.
        "Marks (1 = high, 4 = low) averaged 2.5 over ten cases: one 1, four 2s, four 3s and one 4.",
        "We read the work of 3 forms (five books from each; 15 books).",
        "Across 23 staff there were 69 days off, three each on average; one person accounted for 31 of the 69.",
        "Forty-one per cent said yes, 40% no and 19% did not know.",
        # Shares in words of something else.
        "Thirty-three staff were on shift, a third of them from an agency.",
        "The rate in May (24 a day) was half that of the year before: 48.",
        "Sores were graded in all 51 patients (grade 1 in 6, grade 2 in 32, grade 3 in 13).",
        "About 180 of the school's 240 pupils eat there, which is three in every four; the other 60 do not.",
    ],
)
def test_another_reading_is_asked_for_first(text):
    assert wrong(text) == set()


# Shares and what they are of, right, and with one slip.
SHARED = (
    # In words, with the part and the whole before, behind or in the next sentence.
    ("One in every {} parcels was late. The depot handled 120 and 20 came late.", "six", "eight"),
    ("Mould was seen in one of every {} bathrooms: 11 bathrooms of the 44.", "four", "five"),
    ("{} in a hundred meters gave a false reading (21 of 300).", "Seven", "Nine"),
    ("In one {} of the wards there was no clock; that was four of 16.", "fourth", "third"),
    ("There were 80 signatures and 20 could not be read, i.e. {} of them.", "a quarter", "a third"),
    ("{} of trustees voted: nine voted and there are 15 on the board.", "Three fifths", "Two fifths"),
    ("The bulk of the grants, {} of 80, went to towns.", "64", "24"),
    ("In 51 of 60 bays the stand was clean, which means that it was dirty in {}.", "15%", "25%"),
    # Of those who are left once some fell away.
    ("We had 250 forms, of which 50 were blank. Of the usable forms, 140 ({}) praised the food.", "70%", "56%"),
    ("Ten of 50 tenants were away. The 40 at home were asked, and 26 were content, making {}.", "65%", "52%"),
    ("The list has 200 firms; 40 have closed. Of those still trading, 120 ({}) are licensed.", "75%", "60%"),
    ("Of 90 bids 72 were accepted; 54 of the accepted bids ({}) led to a visit.", "75%", "60%"),
    # What is left of a whole, and what all of it is.
    ("A third of the jury dissented; the other {} agreed.", "two thirds", "three quarters"),
    ("One in five drivers had no badge, which leaves {} who had.", "four in five", "three in five"),
    ("Tenants were 64% of those who replied and owners {}, and nobody was anything else.", "36%", "46%"),
    ("Men were 52% of those seen, women {}.", "48%", "58%"),
    ("Every {} flat had damp: 17 of the 34.", "second", "third"),
    ("Since 63% of the group improved, {} did not.", "37%", "47%"),
    ("Outright failures were 8% and partial ones 14%, which brings the share that failed to {}.", "22%", "26%"),
    # Of two groups at once.
    ("In arm A 12 of 80 left and in arm B 18 of 70; across both arms that is {}.", "20%", "22%"),
    ("Both clinics did equally well, at 27 of 36 and {} of 24, each 75%.", "18", "19"),
    ("Late bins went up from 8 to 14 of the 40 rounds, taking the share from 20% to {}.", "35%", "45%"),
    ("There were 24 boys and 36 girls; 45 of these children ({}) swam.", "75%", "85%"),
    ("Cost put off 45 people (60%) and distance 15 ({}). Base: 75 people.", "20%", "25%"),
    # Points are no per cent.
    ("Cure was seen in 72% on the drug against 60% on placebo, a difference of 12{}.", " points", "%"),
)
OF_OTHERS = (
    "We approached 50 schools. Forty agreed, a refusal rate of 20%.",
    "We rang 45 shops and 35 cafes; 28 of these businesses, or 35%, did not pick up.",
    "The 60 valid ones included 45 with two signatures (75%).",
    "Thirty-eight of the 50 pumps worked; 24% did not.",
    "The pass rate was 70%, so three in ten failed.",
    "Of the 84 cases opened, 21 were closed at once. A third of the remainder, 21, went to court.",
    "One in five of the 250 trees is an oak, 20% are ash and the rest are lime.",
    "The ward has 24 beds and 30 staff. Three quarters of the staff are nurses.",
    "Of 500 people, 200 were men. A quarter of the men and 30% of the women smoked.",
    "The club has 60 juniors and 40 seniors. A total of 35 members, or 35%, hold a badge.",
    "We inspected 480 sites, 40 more than the year before (440). Of these, 336 (70%) were sound.",
    "Twenty per cent were absent once and 15% more than once, so 35% were absent at some time.",
    "Of 80 day cases 60 were seen on time, which is 75%.",
)


@pytest.mark.parametrize(("text", "right", "slip"), SHARED)
def test_a_share_is_of_what_is_told_with_it(text: str, right: str, slip: str) -> None:
    """Guards readings of shares that no one wording ties to their part and whole: right passes, the slip is found."""
    assert wrong(text.format(right)) == set()
    assert wrong(text.format(slip))


@pytest.mark.parametrize("text", OF_OTHERS)
def test_a_share_of_something_else_is_left_alone(text: str) -> None:
    """Guards against taking two counts for a part and its whole where the share is of others, of more or of less."""
    assert wrong(text) == set()
