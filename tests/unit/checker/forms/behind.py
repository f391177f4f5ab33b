"""What is told right behind its figures, or by a name that the report keeps.

Of the right ones it guards what the same words say elsewhere.
"""

LIMIT = (
    "A yard that scores 80% or more is counted as a strength; one below 80% needs work. The yards were Ash (91%), Elm "
    "(90%), Oak (56%) and Yew (68%). {} is a strength. Visits lasted between 45 and 90 minutes."
)

TABLED = (
    "Yards in which at least 80% of checks were passed are counted as strengths, and those below 70% as areas for "
    "improvement.\n\nYard | Checks passed\nAsh | 91%\nElm | 64%\nOak | 94%\nYew | 60%\n\n{} was an area for improvement."
)

RUNS = (
    "In terms 1, 2 and 3, sails were rated good in {}%, 87% and 89% of checks; in the same terms oars were rated good in "
    "75%, 82% and 82% of checks. Sails were the stronger of the two in every term."
)

BEHIND = (
    "Over the four terms 61%, 64%, 70% and 71% of crews were content, against 52%, {}%, 68% and 69% of owners.\n\nCrews "
    "were consistently more content than owners."
)

DONE = (
    "We made 26 proposals last year. This time we found that 8 had been carried out, 3 partially carried out and 15 not "
    "carried out. Carried out in full, therefore, stood at {}."
)

PLACES = (
    "1. Ayr\n\nState | Number\nSound | 27\nWorn | 14\nSplit | 20\n\n{} boats in Ayr were found to be Sound.\n\n"
    "2. Oban\n\nState | Number\nSound | 19\nWorn | 13\nSplit | 31"
)

MONTHS = (
    "Boats by month\n\nMonth | Sound | Worn | Split | All\nMay | 9 | 4 | 5 | 18\nJune | 10 | 7 | 1 | 18\n"
    "July | 6 | 11 | 3 | 20\n\nThe highest number of split boats was in {}."
)

WITHIN = (
    "{} had the highest number of boats seen that carried a bell.\n\nBells\n\nPort | Boats seen | Number | Share\n"
    "Ayr | 67 | 52 | 78%\nOban | 55 | 51 | 93%\nTroon | 85 | 35 | 41%\nLargs | 78 | 64 | 82%"
)

# A form, the right figure or word, the wrong one, and the rule that says so.
FORMS = [
    (LIMIT, "Elm", "Yew", "as-defined"),
    (TABLED, "Yew", "Oak", "as-defined"),
    ("In this report a strength is any yard with a score of at least 75%. Scores were: sails 71%, masts 82%, oars 60%. {} "
     "were therefore a strength.", "Masts", "Sails", "as-defined"),
    (RUNS, "89", "72", "series-ahead"),
    (BEHIND, "60", "66", "series-ahead"),
    ("Of the 30 boats inspected, 11 were painted and 19 were not painted. Thus {} were not painted.", "63%", "58%",
     "share-concluded"),
    ("Of the 15 proposals made then, 8 had been met, 5 partially met and 2 not met. {} of proposals had therefore been "
     "met.", "53%", "57%", "share-concluded"),
    ("At 12 weeks, 34.9% of the oil group and 38.7% of the wax group had warped, an absolute reduction of {} percentage "
     "points.", "3.8", "1.3", "gap-of-two"),
    ("Bell aboard: 59/139 (42.4%) in Ayr and 52/97 (53.6%) in Oban (difference {} percentage points).", "11.2", "3.8",
     "gap-of-two"),
    ("65% of bills were signed in 2016/17 and 74% in 2017/18, an increase of {} percentage points. Bills ranged from "
     "£12.40 to £48,900.", "9", "13", "gap-of-two"),
    ("Of 827 letters sent to owners, 610 were answered, a reply rate of {}.", "74%", "26%", "rate-of-two"),
    ("350 forms were due at week 12 and 105 were received (a return rate of {}).", "30.0%", "30.3%", "rate-of-two"),
    ("Eight (5.5%) of 146 sailors on oil and 18 (12.1%) of 149 on wax were lost, {} in all.", "26", "23", "plain-parts"),
    ("The sample of 114 boats was made up of 66 from Ayr and {} from Oban. Rule 12(2)(g) applies.", "48", "46",
     "plain-parts"),
    ("Of 93 logs asked for, nine could not be found and a further two were left out as duplicates, so that {} were read.",
     "82", "86", "left-plainly"),
    ("Of the 16 homes seen, nine were outstanding, {} were good and five required improvement.", "two", "four", "split"),
    ("Of the 14 reports issued, two gave substantial assurance, three reasonable assurance, {} limited assurance and five "
     "no assurance.", "four", "eight", "split"),
    ("{}% of sailors were very satisfied with the food and 41% were satisfied. Taken together, 76% were satisfied or very "
     "satisfied.", "35", "28", "either-of"),
    ("32 of 39 crews (82.1%) sailed as planned, better than the {}% target.", "80", "85", "against-target"),
    ("The share of boats with a bell was lower in Ayr (31 of {}) than in Oban (38 of 62).", "77", "37", "compared"),
    ("People over 65 were more likely than people under 35 to feel safe: {} said so and 113 of 246 people under 35 "
     "(46%).", "113 of 189 people over 65 (60%)", "76 of 189 people over 65 (40%)", "compared"),
    ("Where this was known, 29.8%† ({}) had a bell.\n\n† n = 114.", "34", "43", "footnoted"),
    ("{} of the 118 sailors were asked again by letter.\n\nOf the 17 sailors who were asked again by letter, five gave "
     "another answer.", "Seventeen", "Twenty-one", "same-said"),
    ("Summary\n\nIn spring, {} boats were weighed by a diver.\n\nWeighing\n\nOf the twenty boats weighed, fifteen kept "
     "their mark and five had it changed.", "20", "16", "taken-up"),
    ("Summary\n\nAll 24 bills were signed by a second officer.\n\nDetails\n\nA second officer's signature was present on {} "
     "of the 24 bills.", "24", "19", "same-said"),
    (PLACES, "27", "19", "count-and-table"),
    (MONTHS, "May", "July", "sheet-end"),
    (WITHIN, "Largs", "Troon", "sheet-end"),
    ("28.2% of sailors were classed as Good practice, 40.5% Room for improvement, 19.7% Less than satisfactory and {}% "
     "Unknown. There is exactly one class for each of the sailors.", "11.6", "17.5", "shares-of-all"),
    ("The yards scored Rent 61%, Debts 58%, Grants 48% and Loans 92%. {} is the weakest of the four.", "Grants", "Loans",
     "foremost"),
    ("Reason | Number\nPay | 36\nWork | 15\nTravel | {}\nLack of bells | 14\nTotal | 75", "10", "20", "column-total"),
    ("Reason | Number\nPay | 36\nWork | 15\nTravel | 10\nLack of bells | 14\nTotal | {}", "75", "65", "column-total"),
    ("We read 76 logs. In {} cases, or 37%, no rust was recorded.", "28", "48", "share-of-told"),
    ("Overall, 22 per cent of the 298 sailors ({} sailors) felt safe.", "66", "232", "share-of-told"),
    ("Tests showed a fault rate of {}% (4 of 83); the rate that we would bear is 5%.", "4.8", "95.2", "fraction"),
    ("{} of the 37 boats were rated split. Both split boats came from Ayr.", "Two", "Four", "both-of"),
    ("{} of the 25 boats were rated split. Both of the boats rated split came from Ayr.", "Two", "Three", "both-of"),
    ("The faults were rust, 69 (26%); rot, 138 (51%); wear, 146 (54%); and leaks, 56 (21%). The fault named most often was "
     "wear; the second most common was {}.", "rot", "leaks", "second-of-list"),
    ("Of the two yards, Ash Yard had the highest {} of late boats: 23 of 47 (49%) against 15 of 17 (88%) at Elm Yard.",
     "number", "share", "two-ranked"),
    ("Sailors with a mast were {} likely than sailors without one to feel safe (46% against 31%).", "more", "less",
     "two-ranked"),
    ("Fault | Ayr (n = 120) | Oban (n = 110)\nRust | 30 (25.0%) | {}\nRot | 12 (10.0%) | 22 (20.0%)\n\nRust was the most "
     "common fault in both ports.", "33 (30.0%)", "11 (10.0%)", "sheet-top-each"),
    ("Over {}% of sailors (50%) said that the food was good.", "40", "60", "bound-told"),
    ("We followed up the 24 proposals from last year: 14 have been met, 6 are in progress and 4 have not been started. This "
     "means that {}% of last year's proposals have been met.", "58", "42", "share-concluded"),
    ("Before sailing, {} were excluded, each for one main reason (14 were too young; 35 declined to come; 48 for other "
     "reasons).", "97", "88", "plain-parts"),
    ("For pay, {} boats were seen across the three ports (Ayr, 15; Oban, 15; Troon, 11).", "41", "44", "plain-parts"),
    ("The report has 2 high-, 8 medium- and 4 low-priority proposals ({} in total).", "14", "12", "plain-parts"),
    ("We have made {} proposals: one high priority, four medium and five low.", "10", "8", "closed-list"),
    ("Each of the 281 boats had one home port: 16% were from Ayr, 37% from Oban, 31% from Troon and {}% from Largs.", "16", "26",
     "shares-of-all"),
    ("Logs were complete in seven out of nine boats ({}%).", "78", "64", "fraction"),
    ("A safety review took place for {} of the 77 boats in the audit. As all boats in the audit had a safety review, nothing "
     "is proposed.", "77", "73", "same-said"),
    ("The number of bills over 90 days old fell in each quarter: 75 at the end of Q1, 59 at the end of Q2, {} at the end of "
     "Q3 and 43 at the end of Q4.", "44", "14", "steps"),
    ("This should be read with the 2023/24 rules. The pump was seen in {}/40 boats; that is good.", "39", "43",
     "above-slashed"),
    ("The highest {} of sound boats was at Oban: at Ayr it was 17 of 56 (30%) and at Oban 12 of 21 (57%).", "share", "number",
     "foremost"),
    ("By port: Ayr, 35% (9/26); Oban, 84% (27/32); Troon, 65% (28/43). {} had the lowest share of boats with a bell.", "Ayr",
     "Troon", "foremost"),
    ("All of the crews knew the rule ({}/47).", "47", "44", "worded-share"),
    ("The majority of the 103 crews came at 12 weeks ({}).", "68", "38", "worded-share"),
    ("No crew came to every meeting ({} of 37).", "0", "5", "worded-share"),
    ("Between the first and the second half of the year the number of falls trebled (21 to {}).", "63", "44",
     "fold-bracketed"),
    ("The number of leaks more than doubled (38 to {}).", "78", "70", "fold-bracketed"),
    ("Of the 66 boats, 23 were Sound, 7 Fair, 6 Worn and 30 Split; {} were therefore in the top two classes, Sound and Fair.",
     "30", "34", "top-two"),
    ("There were 91 leaks this year, {} more than the 80 recorded last year.", "11", "17", "on-what-was"),
    ("{} was the main strength on these scores. The full ranking was Sails (80%), Ropes (70%) and Pumps (60%).", "Sails",
     "Pumps", "ranked-end"),
    ("Summary\n\n{} were a clear strength.\n\nFindings\n\nThe share of boats that passed, from the strongest area to the "
     "weakest, was: sails 83%; ropes 69%; pumps 40%.", "Sails", "Pumps", "ranked-end"),
    ("74% of the logs named a skipper and the other {}% did not. The pump was mended on 7 May 2024.", "26", "18",
     "shares-of-all"),
    ("Scores by term were as follows. Term 1: Sails {}%, Ropes 63%, Waiting times 54%; term 2: Sails 70%, Ropes 60%, Waiting "
     "times 51%. Sails were the strongest area in both terms.", "69", "59", "held-first"),
    ("Of the 56 boats, these were sound in each area: sails, 51 (91%); masts, 53 (95%); oars, {} (77%); pumps, 53 (95%).",
     "43", "41", "odd-share"),
    ("We were told how often the pump was used (April 5, May 7, June {}, July 5). The pump had not been used in June.", "0",
     "4", "none-in"),
    ("A bell was found on every one of the eleven boats. The count was {} of eleven.", "eleven", "eight", "worded-share"),
    ("There were {} leaks among 125 boats given oil and 26 among 125 given wax. More leaks were seen with oil than with wax.",
     "33", "22", "events-among"),
    ("In all {} owners replied, and each of them answered every statement.\n\nStatement | Agreed (n = 189)\nThe food was "
     "good | 69 (37%)\nThe beds were dry | 111 (59%)", "189", "179", "base-of-all"),
    ("The log showed that {} boats (44.8%) had a bell[1] and that 49 (73.1%) had a lamp.[1]\n\n[1] Base for both figures: all "
     "67 boats in the log.", "30", "25", "footnoted"),
    ("Sails were rated Good in 69% in March, {}% in April and 88% in May; oars in 58% in March, 70% in April and 80% in May. "
     "Sails were consistently the strongest, ahead of oars in all three months.", "76", "66", "series-ahead"),
    ("There was a leak within 30 days in {} of 177 boats (10.2%) given oil.", "18", "28", "fraction"),
    ("Key messages\n\nA brass bell was in place in {}% of the 22 boats.\n\nDetail\n\nThe 22 boats were looked at for a brass "
     "bell, and it was there in 12 of 22 (55%).", "55", "48", "share-and-count"),
    ("Boats rated Good in each of the four ports: Ayr, 50%; Oban, 55%; Troon, {}%; Largs, 57%. Troon was a relative "
     "strength, scoring above each of the other three ports.", "62", "52", "foremost"),
    ("Of the 49 boats, {} were weighed.\n\nIn total 15 boats were weighed; the mark was changed in four of them.", "15", "17",
     "same-said"),
    ("Summary\n\nThe sample was {} boats.\n\nMethod\n\nWe drew a sample of 90 boats.", "90", "87", "sample-again"),
    ("34% of boats met the standard, up {} percentage points from 26% last year.", "8", "17", "on-what-was"),
    ("443 of 1,146 owners replied (response rate {}%).", "38.7", "61.3", "rate-of-two"),
    ("{} faults were found in 91 boats tested (error rate 20.9%), with a value of £408,308.", "19", "29", "rate-of-two"),
    ("40 of the 46 boats reached the pier, and the other {} did not reach the pier.", "6", "10", "left-plainly"),
    ("A bell was aboard 29 of 38 at Ayr and {} of 39 at Oban, giving 62 of 77 (81%) for the two together.", "33", "31",
     "fractions-summed"),
    ("Among 110 boats, 43 were rated Good and a further {} Outstanding, so that 84 of 110 (76%) were Good or better.", "41",
     "39", "plain-parts"),
    ("Scores (Ayr 52, Oban 89, Troon 88, Largs {}) gave a mean of 70.5.", "53", "35", "mean-of-list"),
    ("Oban had the higher {} of sound boats (31 of 77 (40%) at Ayr; 14 of 20 (70%) at Oban).", "share", "number", "foremost"),
    ("The highest share of sound boats was in Edge of Ayr. The figures are: Leith, 20 of 36 (56%); Edge of Ayr, {}; Oban, 10 of "
     "21 (48%).", "17 of 21 (81%)", "7 of 21 (33%)", "foremost"),
]  # fmt: skip

RIGHT = [
    "At the end of June 46 boats were on the repair list. Nineteen had been on the list for less than six months, 21 for between "
    "six and twelve months and six for more than a year. The six longest lists were read in July.",
    "Those of 18-34 are most likely to sail (78% vs. 67% among 35-54 year olds and 57% of those over 55).",
    "At least 60% of the hundred crews (62) came.",
    "Leaks fell by 25% over four years (2019 to 2023).",
    "The number of falls doubled over four years (2019 to 2023).",
    "Ash House\n\nOn the day of our visit 24 people lived there.\n\nElm House\n\nOn the day of our visit 12 people lived "
    "there.",
    "All staff were sent the form and most of them replied (38 of 47).",
    "All crews bar three knew the rule (44 of 47).",
    "The register has 12 risks (2 high, 6 medium).",
    "All three homes were rated good overall. The ratings were: Ash, good; Elm, good; Oak, good.",
    "The three homes are Ash (north), Elm (south) and Oak (west). All three homes were rated good.",
    "All 12 homes had a fire plan. A fire plan was found in 12 of the 12 homes.",
    "60% of the 50 calls were answered within a quarter of an hour (15 minutes).",
    "Logs were kept in 67% of the 109 boats, two thirds of the fleet.",
    "The four areas, ranked from best to worst, were Sails, Ropes, Pumps and Masts. Sails was last inspected in May.",
    "There were 33 leaks among 125 boats given oil and 26 among 125 given wax. Fewer sailors dropped out with oil than with "
    "wax.",
    "The aim is for every ward to be above 80%: Ash 75%, Elm 82% and Oak 90%.",
    "The target of at least 90% of calls answered in time was missed (82%).",
    "Of the choirs, 7 were placed Gold, 11 Silver and 30 Bronze. Last year Gold and Silver together came to 20.",
    "The most frequent fault was rust (43 boats); rot came up in 14 boats and wear in 12. Pay lies between £24,000 and "
    "£31,500.",
    "Marks for the 56 boats were: sound 18; fair 21; worn 12; split 5. In total, 39 of the 56 (70%) were marked fair or sound.",
    "Each boat was counted once, by worst fault: 21% no fault, 19% slight fault, 35% grave fault, and the remaining 25% a "
    "split.",
    "The largest bill was £118,400. Three from Ayr, six from Oban and eleven from Troon fell short, making twenty bills in "
    "all.",
    "Bills are due in 30 days. Of the 145 logs asked for, 55 could not be found, leaving 90 for the review.",
    "In the sample, 42 (23%) of 181 claims were met, compared with the standard of 90%.",
    "The pilot sample was 40 boats.\n\nThe sample was 90 boats.",
    "None of the 23 boats lacked a bell. On the check sheets, 0 of the 23 boats lacked a bell.",
    "Our sample, the only one drawn, was of 54 bills. 6 of the 54 bills sampled had no stamp.",
    "There were 33 leaks among 125 boats given oil and 26 among 125 given wax. More leaks were seen with oil than with wax.",
    "Of the 23 proposals looked at, 3 had been met and 5 were in progress; the remaining 15 had not been started.",
    "The proportion rated Good or better fell in every month after the first: 76% in April, 53% in May, 49% in June and 32% "
    "in July.",
    "No faults were found in the sample of new bills. In detail: new bills, 0 faults in 20 seen; old bills, 5 faults in 20 "
    "seen.",
    "In all, 10 boats were rated split: none in March, 4 in April and 6 in May. No boats were rated split in March.",
    "No crew came to every meeting (0 of 37).",
    "Between the first and the second half of the year the number of leaks more than doubled (38 to 78).",
    "Results: Much improved, four; Improved, seven; Unchanged, three; Worse, two. That makes sixteen boats.",
    "All who took part were aged 18 or over. Leaks by month were 15 in August, 19 in September, 21 in October and 23 in "
    "November.",
    "The most frequent fault was unlit lamps: unlit lamps (55), split masts (23), late repairs (17) and unlocked doors (13).",
    "The next visit is planned for autumn 2025. The standard for repairs was met in 36/58 boats (62.1%).",
    "74% of the crews took at least 80% of their oil and the other 26% did not.",
    "At least four fifths of the crews (127 of 130) said that they would come again.",
    "Of the 58 boats seen, 69% (n = 40) had a bell. A further look showed that 46 of 58 (79%) had a lamp.",
    "Before sailing, 138 were excluded, each for one main reason (48 were too young; 18 declined to come; 72 for other "
    "reasons).",
    "Boats with no bell\n\nMonth | Boats seen | No bell | %\nMay | 15 | 9 | 60%\nJune | 32 | 11 | 34%\n"
    "July | 46 | 15 | 33%\n\nThe highest number of boats with no bell was in July.",
    "In all 30.1% (65 of 216) were women; the mean body-mass index was 27.3 kg/m².",
    "More than half in all age groups agreed: 60% of those aged 16-24, 75% of those aged 25-44, 77% of those aged 45-64 and "
    "74% of those aged 65 and over.",
    "The number of bills over 90 days old fell in each quarter: 95 at the end of Q1, 65 at the end of Q2, 52 at the end of Q3 "
    "and 16 at the end of Q4.",
    # An average isn't kept for one side of a limit, and what was so last year isn't told of this one.
    "A yard that scores 80% or more is counted as a strength. The yards were Ash (91%) and Elm (62%). Last year Elm was a "
    "strength.",
    "We heard this from 35 of the 48 cooks and 11 of the 26 porters that we spoke to.",
    "In the year to date, falls numbered 47 on Lark Ward, 12 on Elm Ward and 36 on Ash Ward.",
    "On the form, a yes/no item with no blanks among the 37 boats, 49% (18) were yes and 51% (19) were no.",
    "The most common fault was rust (32); the others were rot (16), leaks (12) and wear (6).",
    "Each bill was coded once: rust 34, rot 11, leaks 38 and wear 8. Leaks were therefore the most common reason for a "
    "lower mark.",
    "Trips ranged from 1 to 31 days.\n\nPort | Boats seen | Of which: with a bell\nAyr | 21 | 12\nOban | 14 | 9\n"
    "Troon | 53 | 12\nLargs | 12 | 1",
    "There were 82 open jobs. Ten new ones were raised and 18 were completed, which leaves 74.",
    "Month | Outstanding | Good | Poor | Split | All\nMay | 2 | 9 | 4 | 1 | 16\nJune | 1 | 13 | 6 | 0 | 20\n"
    "July | 3 | 7 | 4 | 2 | 16\nTotal | 6 | 29 | 14 | 3 | 52",
    "Word was sent to each owner within 10 working days. The number of boats fell month on month: 23 in May, 17 in June "
    "and 11 in July.",
    "Four of the 45 bills seen (9%) were late, and interest was claimed on invoice 10/4471.",
    "In the three rounds 61%, 58% and 64% of day crews and 52%, 50% and 55% of night crews agreed. Day crews were "
    "consistently more content than night crews.",
    "Of 827 letters sent, 610 were answered, a refusal rate of 26%.",
    "Went | n\nHome | 40\nShip | 22\nKnown | 62\nNot known | 9\nTotal | 71",
    "Of the four late boats two waited for a mast, one for a sail and one for a crew.",
    "20% of sailors were very content and 32% were content. In total, 52% were content or very content.",
]
