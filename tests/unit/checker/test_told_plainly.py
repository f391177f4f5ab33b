"""Ways of telling figures that are plain to any reader, right and wrong."""

import pytest

from looped.checker.judging import judge
from looped.checker.readers.text import read

PLAIN = [
    (
        "Gloves were worn by 12 (24%) on the day shift (n=50) and by 9 ({}) on the night shift (n=30).",
        "30%",
        "33%",
        "group-base",
    ),
    ("Q4. {} (382 people; base: 534) liked the new hall.", "72%", "62%", "group-base"),
    ("Q4. {} (base 534; 382 people) liked the new hall.", "72%", "62%", "group-base"),
    ("Finding 2: forms were not signed for new starters (8/52 – {}).", "15%", "7%", "share-of-pair"),
    ("The seal was whole on all but six of the 54 crates ({}).", "89%", "85%", "all-but"),
    ("The seal was whole on every crate but six of the 54, or so we read.", "", None, None),
    ("Rent (35%) and heat (12%) together account for {} of what was spent.", "47%", "74%", "shares-divided"),
    ("Pens (14), pads (9) and bags (5) between them made up {} of the items sold.", "28", "35", "told-total"),
    ("It was sent to 640 people and 256 replied, a response rate of {}.", "40%", "45%", "share-of-pair"),
    ("The depot has 60 vans and 49 drivers for them, a vacancy rate of {}.", "18%", "28%", "share-of-pair"),
    ("The mean wait fell from 43 days to 32 days, {} days faster.", "11", "14", "concluded"),
    ("Calls rose from 865 in 2021/22 to 1,137 in 2022/23, up {}.", "31%", "24%", "apart"),
    ("Calls fell from 40 to 30, a drop of {}.", "10", "14", "by-how-much"),
    ("The number of checks was up by {} to 93 from 49 the year before.", "44", "55", "by-how-much"),
    ("The gap between north and south narrowed from {} to 8 points.", "9", "7", "which-way"),
    ("The gap between north and south widened from {} to 8 points.", "7", "9", "which-way"),
    ("The number of empty units did not change (83 in May 2021 and {} in May 2022).", "83", "89", "as-many"),
    ("In the hall 11 helpers were looking after 44 guests, a ratio of one to {}.", "four", "six", "so-many-each"),
    ("Plans had been signed in all cases ({}).", "21/21", "20/21", "all-counted"),
    ("Plans had been signed in every case ({} of 15).", "15", "13", "all-counted"),
    ("There were 44 callers in the week; those over 75 (n = 11, {}) were rung first.", "25%", "21%", "share-of-base"),
    ("We opened 45 crates. In 40 cases the seal was whole. The other {} were sent back.", "five", "six", "two-parts"),
    ("We looked at 124 claims. 73 (59%) came by the deadline. The other {} were late.", "51", "41", "two-parts"),
    ("We watched 28 games; 21 were won, six of those by far. The other {} were lost.", "seven", None, None),
    ("In the past year 17 drivers joined the depot and 7 left, a net gain of {}.", "ten", "twelve", "net-told"),
    ("Of those asked 58% agreed and 20% disagreed, a net score of {}.", "+38", "+46", "net-told"),
    ("We met {} growers at four markets (41, 105, 117 and 110 respectively).", "373", "370", "closed-list"),
    ("We had 390 replies: 87 glad (22%); 108 calm (28%); 156 cross ({}); 39 sad (10%).", "40%", "36%", "odd-share"),
    (
        "By age, 37% were 16 to 24, 17% were 25 to 44, 8% were 45 to 64 and {} were 65 or over.",
        "38%",
        "47%",
        "shares-of-all",
    ),
    ("Turnout was 48% for those aged 16 to 24, 42% at 25 to 44 and {} at 45 and over.", "82%", None, None),
    (
        "Late arrivals ran 55 in June, 57 in July, 61 in August and 64 in May. The trend is {}.",
        "upward",
        "downward",
        "steps",
    ),
    ("Just under {} of callers – 135 of 463 – got through.", "30%", "39%", "share-of-pair"),
    (
        "Q1. Strongly agree 22%; agree 9%; neither 41%; disagree {}; strongly disagree 15%. One answer each.",
        "13%",
        "21%",
        "shares-of-all",
    ),
    (
        "All 40 premises files held a licence. In five of the 40 premises files we found no {}.",
        "photograph",
        "licence",
        "but-some",
    ),
]


# What a sentence draws from those before it, and figures in the order of others.
DRAWN = [
    ("We sent 500 cards in May. By June 180 had come back. The return rate was {}.", "36%", "39%", "share-drawn"),
    ("Rents came to £620,000. Of this £93,000 was paid late. By value that is {}.", "15%", "18%", "share-drawn"),
    (
        "We asked 90 drivers. 33 of them were against it. {}, then, did not want it.",
        "A minority",
        "A majority",
        "said-of-figures",
    ),
    (
        "We read 64 claims. Nineteen were late. So {} of the claims were late.",
        "three in ten",
        "half",
        "said-of-figures",
    ),
    ("We asked 90 drivers. 33 were against it. {}, then, were happy with it.", "Most", None, None),
    ("Fuel was budgeted at £84,000. It cost £91,000. The overspend of {} was met.", "£7,000", "£9,000", "apart"),
    ("Fuel was budgeted at £84,000. It cost £91,000. The {} of £7,000 was met.", "overspend", "underspend", "apart"),
    ("The plan was for 430 driving hours. 398 were driven. That left us {} hours short.", "32", "42", "apart"),
    (
        "Last year 52 crates broke; this year 35 did. Packing is as it was. The {} of 17 was noted.",
        "fall",
        "rise",
        "apart",
    ),
    ("Rust was seen on 30 of 75 vans and 12 of 80 cars (40% and {} respectively).", "15%", "19%", "shares-paired"),
    ("The two crews were of equal size, with 14 hands in the one and {} in the other.", "14", "16", "as-many"),
    (
        "Use was 91% in May, 84% in June and {} in July. The goal of 80% was thus met in every month.",
        "83%",
        "74%",
        "every-limit",
    ),
    ("The four checks took 6, 3, 9 and 10 days after the flood, a mean of {} days.", "7", "9", "mean-told"),
    (
        "Crews (n = 40) may call ten times. In all 260 calls were made, a mean of {} per crew.",
        "6.5",
        "7.5",
        "mean-told",
    ),
    ("None of the 40 crates we opened lacked a label ({} of 40).", "0", "3", "all-counted"),
    ("Half of those who answered question 9, {} of 84, were late.", "42", "31", "said-apposed"),
    # Told twice in other words.
    (
        "We drew 90 slips. Of these 14 were read twice.\n\nThe {} slips read twice came from all depots.",
        "14",
        "17",
        "taken-up",
    ),
    (
        "Nine of the 30 dogs had lost fur. Baths were given to all {} of those that had lost fur.",
        "9",
        "7",
        "taken-up",
    ),
    (
        "Summary. All is well, but 19 of the 40 vans had at least one dent.\n\nVans. Dents were found on {} vans.",
        "19",
        "15",
        "told-twice",
    ),
    (
        "Background. All 184 tyres bought in May were weighed.\n\nDiscussion. With {} tyres weighed, this is a start.",
        "184",
        "193",
        "told-twice",
    ),
    ("Summary: 40 people took part.\n\nResults. {} people took part in the follow-up.", "36", None, None),
    (
        "2.1 Speed\nBuses were late in 31% of trips.\n\n2.3 End\nAs section 2.1 shows, buses were late in {} of trips.",
        "31%",
        "37%",
        "told-twice",
    ),
    # Lists with their names before the verb, or in the paragraph before.
    (
        "In Ash it was 34%; in Elm, 66%; in Oak, 44%. The warden for {}, where it was lowest, wants lamps.",
        "Ash",
        "Oak",
        "foremost",
    ),
    (
        "Over the year dusting was rated good in 81% of rooms, sweeping in 70% and airing in 55%.\n\nNext. The weakest area, {}, comes first.",
        "airing",
        "dusting",
        "foremost",
    ),
    (
        "Noise was named by 19 of them, dirt by 31 and cost by 24. The commonest complaint was {}.",
        "dirt",
        "noise",
        "foremost",
    ),
    (
        "Use was 42% in May, 55% in June and 61% in July. We looked in each of the three months. The picture is one of month on month {}.",
        "growth",
        "decline",
        "steps",
    ),
    (
        "In 2019 64% were content. The figure this time was 83%. Contentment is thus {} than it was then.",
        "higher",
        "lower",
        "compared",
    ),
    (
        "Ash ward weighed 45 of its 60 guests and Elm ward 90 of its 180. The proportion weighed was higher on {} ward.",
        "Ash",
        "Elm",
        "compared",
    ),
    # Grades together, what is left at the end, more than there are, both.
    (
        "Of 40 pies 9 were outstanding, 15 good, 11 adequate and 5 poor. In other words {} were good or better.",
        "24",
        "26",
        "grades-together",
    ),
    (
        "The jury found 12% outstanding, 45% good, 30% fair and 13% poor. So {} fell below good.",
        "43%",
        "57%",
        "grades-together",
    ),
    (
        "The year began with 340 tins; 90 were bought and 120 issued. That should leave {} tins.",
        "310",
        "330",
        "balance",
    ),
    (
        "On 1 April there were 41 guests. Nine moved in, six left and four died. At the end of March {} remained.",
        "40",
        "44",
        "balance",
    ),
    (
        "A licence was held by 28 of the 60 vans. Oil was seen under {} of the vans with a licence.",
        "21",
        "33",
        "of-subgroup",
    ),
    # Which way it went, and of what a change is a share.
    ("Tins sold: 18 in 2024, compared with 25 in 2023, a fall of {}.", "28%", "39%", "apart"),
    ("Fuel cost £4.6m against a budget of £4.4m, an {} of £0.2m.", "overspend", "underspend", "overspend"),
    ("The mean mark was 7.2, a {} of 0.4 from the 7.6 given in 2021.", "fall", "rise", "which-way"),
    (
        "Rust cost 418 hours last year. This year it cost 465. The {} of 47 hours is put down to rain.",
        "rise",
        "fall",
        "apart",
    ),
    ("In 2020 the line took 3,410 calls. In 2021 it took 3,985. Calls rose by {}.", "575", "675", "apart"),
    ("Fares came to £86,400 and costs to £91,250. This left a deficit of {}.", "£4,850", "£5,850", "apart"),
    ("Last year 140 notes came; this year there were 118. Fewer came than last year, a fall of 22.", "", None, None),
    # Means of the sentence before, shares of something that is named.
    ("Rounds took 42, 55, 38 and 61 minutes. The average was {} minutes.", "49", "54", "mean-told"),
    (
        "There were 31 rowers. Between them they made 217 trips. Each rower made {} trips on average.",
        "seven",
        "nine",
        "mean-told",
    ),
    ("Oil cost £3.1m of total costs of £4.0m. Oil thus accounts for {} of costs.", "77.5%", "72.5%", "share-drawn"),
    # Another reading is asked for.
    (
        "Use was 92% for gloves, 81% for hats, 77% for boots and 95% for masks. The greatest weakness is {}.",
        "boots",
        "hats",
        "foremost",
    ),
    ("Four leaks were logged at Ash Court. Two leaks were logged at Elm House.", "", None, None),
    ("Waits were 31 days at Ash, 24 at Elm and 40 at Oak. Waits were longest at {}.", "Oak", "Ash", "foremost"),
    (
        "Summary: 84% of crews had been trained.\n\n4. Crews. Slips showed that {} of crews had been trained.",
        "84%",
        "81%",
        "told-twice",
    ),
    ("Five aims were set last year. Of the {} aims set last year, three are met.", "five", "six", "taken-up"),
    (
        "We sent 800 cards. 261 came back. The return rate was 34% with the 32 undelivered cards taken out.",
        "",
        None,
        None,
    ),
    ("Fuel was put at £451k. It cost £470k. The overspend of £24k in the north was offset.", "", None, None),
    (
        "Of 40 pies 5 were outstanding, 20 good, 11 fair and 4 poor. In the north 12 were good or better.",
        "",
        None,
        None,
    ),
    (
        "Of 48 pies 10 were outstanding, 17 good, 15 fair and 6 poor, so that {} were at least good.",
        "56%",
        "65%",
        "grades-together",
    ),
    ("We needed 290 crates in each depot, {} in all.", "580", "560", "told-total"),
    ("Eleven were whole. The other {} (crates 3, 11, 18, 22 and 27) had dents.", "five", "four", "list-count"),
    (
        "Fines were due on 63 of the 150 late books and came to £3,150, an average of {} each.",
        "£50",
        "£60",
        "mean-told",
    ),
    (
        "Last year 11 of 40 vans were clean. This year 19 of 40 were. The share of clean vans has {}.",
        "risen",
        "fallen",
        "order-course",
    ),
    ("On 1 May 41 cats were in. Nine came in, six left and four died, and so 40 remained.", "", None, None),
    ("Three claims were upheld. The {} upheld claims concerned paint.", "three", "five", "taken-up"),
    (
        "Of those who began, 29 swam the course.\n\nWe wrote to the {} people who swam the course.",
        "29",
        "26",
        "taken-up",
    ),
    (
        "Trips took 8.2 hours on the old road and 9.6 on the new. Trips were {} on the old road.",
        "shorter",
        "longer",
        "compared",
    ),
    ("All three targets were met: 92% against 90%, 88% against 85% and {} against 95%.", "96%", "93%", "every-limit"),
    ("At no time did it rise above 8 degrees; the readings were 4, 6, 7 and {} degrees.", "5", "9", "every-limit"),
]

# Figures that another sentence, a list or a date gives.
GIVEN = [
    ("The mean mark was 6.1 for the 70 who sat it, a {} of 0.8 from the 6.9 of 2021.", "fall", "rise", "named-change"),
    (
        "In May 31% of stalls were let. By July it was 44%. The {} of 13 points is welcome.",
        "rise",
        "drop",
        "named-change",
    ),
    (
        "In May 31% of stalls were let. By July it was 44%. The rise of {} points is welcome.",
        "13",
        "17",
        "named-change",
    ),
    ("Boats were sold for £62,000 against a budget of £48,000, an {} of £14,000.", "excess", None, None),
    ("Spending was £3.1m against a budget of £2.9m, an {} of £0.2m.", "overspend", "underspend", "named-change"),
    ("The roof cost £412,000, £38,000 {} its budget of £374,000.", "over", "under", "named-change"),
    ("There were 40 leaks in spring 2021 and 30 in spring 2022, a drop of {}.", "25%", "33%", "named-change"),
    ("The hazard ratio was {} (95% CI 0.64 to 1.13).", "0.85", "0.58", "interval-told"),
    ("The odds ratio was 1.38 (95% CI 0.97 to 1.96), an interval that {} 1.", "includes", "excludes", "interval-told"),
    (
        "Faith rose from 45% (95% CI 42% to 48%) to 52% (95% CI 49% to 55%). The intervals {}.",
        "do not overlap",
        "overlap",
        "interval-told",
    ),
    ("The kiln was lit on 4 March 2024 and opened on 25 March, {} weeks later.", "three", "five", "dates-apart"),
    ("It was sent on 9 May 2023, {} days after it was asked for on 2 May.", "seven", "nine", "dates-apart"),
    (
        "The last began on 30 June 2021. Each ran for 12 months, so all ended on 30 June {}.",
        "2022",
        "2021",
        "dates-apart",
    ),
    ("We drew 14 jars from each of six shelves, {} in all.", "84", "82", "split"),
    ("It took 360 riders, 120 in each of the {} teams.", "three", "four", "so-many-each"),
    ("Of 212 moths 46 were dead, {} small and nine torn. The remaining 126 were freed.", "31", "13", "what-remains"),
    (
        "Rot was in 12 of 48 lofts then and in 21 of 60 now, so its share went from 25% to {}.",
        "35%",
        "45%",
        "shares-paired",
    ),
    ("A lamp hung in 20 of the 22 huts, and {} of the others had a torch.", "both", "all three", "all-of-rest"),
    (
        "We saw 59 hens. Of these 16 (27%) were lame and 31 (53%) thin. Grain was given to all {}.",
        "59",
        "56",
        "all-of-rest",
    ),
    (
        "The fee of £18,000 fell to the owner (£10,800, or 60%) and the tenant (£7,200, or {}).",
        "40%",
        "45%",
        "money-share",
    ),
    (
        "The form went to 1,240 cooks and 496 wrote. Of those who wrote, 312 ({}) drew too.",
        "63%",
        "25%",
        "share-of-base",
    ),
    (
        "Of 146 jars 35 were cracked, 50 dull and 61 sound. As shares these are {}, 34% and 42%.",
        "24%",
        "76%",
        "share-of-base",
    ),
    ("A lamp hung in 41 huts (61% of 67) and was lit in 34 of those ({}).", "83%", "93%", "share-of-base"),
    ("The form went to 2,631 homes and 1,108 sent it back, a response rate of {}.", "42.1%", "57.9%", "share-of-base"),
    ("Five of the 40 jars were sent back: {} cracked, one dull and one empty.", "three", "four", "closed-list"),
    ("The 30 men gave 480 eggs, a mean of 16.0; the 20 women 209, a mean of {}.", "10.4", "11.4", "mean-of-two"),
    ("It was paid on 63 of the 150 late bills and came to £3,150, an average of £{} each.", "50", "500", "mean-of-two"),
    ("In the yard were 40 ducks with five dogs, one dog to {}, which is fair.", "eight", "six", "mean-told"),
    (
        "Notes came from Ash (97), Elm (37) and Oak (26). Ash sent the most, followed by {}.",
        "Elm",
        "Oak",
        "order-first",
    ),
    (
        "The 30 hens with bran laid 440 eggs, a mean of 14.7; the 26 without laid 244, a mean of 9.4. "
        "The mean was thus {} with bran.",
        "higher",
        "lower",
        "compared",
    ),
    ("Of the 36 huts 27 were dry. That is {} of them.", "three quarters", "two thirds", "most-of-them"),
    ("A majority of the 54 cooks who wrote, {}, wanted a longer day.", "32", "22", "said-apposed"),
    ("There were 118 calls in June, and 94 were met within one working day ({}).", "80%", "84%", "share-of-base"),
    ("Five visits took 16, 17, 17, 21 and 24 days, an average of {}.", "19", "21", "mean-told"),
    ("We had 412 calls, 36 fewer than the {} of last year.", "448", "484", "difference-stated"),
]

SUMMED_UP = [
    # A share in words of what was told a sentence before, in the same words, and not of those who are left.
    (
        "Of the 24 sheds, 8 had a lock. In other words, {} of sheds had a lock.",
        "a third",
        "two thirds",
        "said-of-figures",
    ),
    (
        "The depot has 21 drivers. Records show that 7 had had an appraisal. This means that {} of drivers had been "
        "appraised.",
        "a third",
        "two thirds",
        "said-of-figures",
    ),
    (
        "Late payment was found in 8 of the 32 bills. In other words, {} of the bills were paid late.",
        "a quarter",
        "three quarters",
        "said-of-figures",
    ),
    ("Late payment was found in 8 of the 32 bills. So {} were paid on time.", "three quarters", None, None),
    ("Of the 24 sheds, 8 had a lock. In other words, {} of sheds had no lock.", "two thirds", None, None),
    # One in a number that few shares are told out of.
    ("Of the 154 huts, 14 (one in {}) leaked.", "eleven", "fourteen", "said-apposed"),
    ("Of 1,200 slips, 30 (one in {}) were blank.", "40", "30", "said-apposed"),
    ("It was paid within 30 days in 63 of 75 cases ({}), we were told.", "84%", None, None),
    # All of it on so many things.
    (
        "The whole grant went on three things: pay (60%), rent (25%) and travel ({}).",
        "15%",
        "10%",
        "shares-of-all",
    ),
    ("The whole grant was spent, on two main things: pay (60%), rent ({}) and such.", "25%", None, None),
    # The year before is the one that was told.
    ("Uptake was 81% in 2021. In 2022 it was 86%, up {} points on the year before.", "5", "9", "by-how-much"),
    ("Uptake was 81% in 2020. In 2022 it was 86%, up {} points on the year before.", "2", None, None),
    # Between then and a length of time after it.
    (
        "Mean weight was 81 kg at baseline. At 12 weeks it was 76 kg. It was {} at 12 weeks than at baseline.",
        "lower",
        "higher",
        "order-course",
    ),
    # Of two parts of a whole that is told with them.
    (
        "Of 120 huts (60 in each row), 14 leaked in Ash and 25 in Elm. None was old. {} huts leaked in Ash than in Elm.",
        "Fewer",
        "More",
        "order-pair",
    ),
    (
        "We saw 240 runners (120 on each side), and 20 stopped early with Ash and 54 with Elm. Few said why. "
        "{} runners stopped early with Elm than with Ash.",
        "More",
        "Fewer",
        "order-pair",
    ),
    # What was wished for is no second telling of what was.
    (
        "Waste fell from 400 to 340 tonnes. This was a fall of {}. The plan had aimed for a fall of 20%.",
        "15%",
        None,
        None,
    ),
    ("Calls went from 50 to 40. This was a drop of {}. The budget assumed a drop of 25%.", "20%", None, None),
]


@pytest.mark.parametrize(("text", "right", "wrong", "code"), [*PLAIN, *DRAWN, *GIVEN, *SUMMED_UP])
def test_only_what_is_wrong_is_called_so(text: str, right: str, wrong: str | None, code: str | None) -> None:
    """Guards plain wordings, each told right and with one slip, and the rule that each is for."""
    assert not [each for each in judge(read(text.format(right))).findings if each.verdict not in ("ok", "arguable")]
    found = {each.code for each in judge(read(text.format(wrong or right))).findings if each.verdict == "wrong"}
    assert code in found if code else not found
