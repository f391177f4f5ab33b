"""The commonest forms in which reports tell sums, rests, means and shares."""

# A form, the right figure or word, the wrong one, and the rule that says so.
FORMS = [
    ("Boats seen in time were: Ayr, 24 of 29 (82.8%); Oban, 16 of 28 (57.1%); Troon, 27 of 35 (77.1%). The total is {} "
     "of 92.", "67", "64", "fractions-summed"),
    ("Overall 59 of {} boats were seen. They came from two ports: Ayr, 26 of 35; Oban, 33 of 43.", "78", "81",
     "fractions-summed"),
    ("Of 32 owners who wrote, 3 were left out because it did not apply to them. That left {} owners, of whom 15 (52%) were "
     "content.", "29", "27", "left-plainly"),
    ("The sample held 31 bills; there was no answer for 4 of them, leaving {}. Of those, 15 were paid.", "27", "24",
     "left-plainly"),
    ("The crew had 35 sailors. Of these, 24 (69%) finished the week 24 visit; for the remaining {} this was not the case.",
     "11", "9", "left-plainly"),
    ("Of 173 sailors 35 were left out (9 were too young, 14 declined and 12 for other reasons); the remaining 138 were "
     "randomised, 69 to oil and {} to wax.", "69", "73", "dealt-out"),
    ("Faults were noted at every port: Ayr 24, Upper Oban 12, Troon 17 and Largs 15. This gives a mean of {} per port.",
     "17.0", "18.7", "mean-of-list"),
    ("Falls were recorded on every ward: Elmet Ward 7, Dene Ward 3, Brook Ward 14 and Ashdown Ward 20, an average of {} per "
     "ward.", "11.0", "13.0", "mean-of-list"),
    ("Of 96 boats, 23 were judged outstanding and 13 were judged good. In all, {} (38%) were judged good or better.", "36",
     "32", "grades-together"),
    ("{} of the 47 boats were judged good or better: 12 were judged outstanding and 12 were judged good.", "Twenty-four",
     "Twenty-six", "grades-together"),
    ("Of 80 owners, 10 were very content and 37 were fairly content. In all, {} were very or fairly content.", "47", "45",
     "either-of"),
    ("Asked whether crews were helpful, {}% agreed or strongly agreed (25% strongly agreed and 38% agreed).", "63", "57",
     "either-of"),
    ("The 27 boats fell into four groups: new (11), old (8), worn ({}) and lost (4).", "4", "9", "plain-parts"),
    ("The pump was sound on 35 of the 68 boats, partly so on 31 and broken on {}; no boat fell outside these three groups.",
     "2", "4", "plain-parts"),
    ("All 45 boats received one grade each: 6 were graded A, 9 were graded B, 8 were graded C and {} were graded D.", "22",
     "19", "plain-parts"),
    ("Of 179 sailors, 126 went on; 53 were excluded (6 too young, 33 declined, {} for other reasons).", "14", "18",
     "plain-parts"),
    ("This report makes two high, ten medium and 18 low priority proposals, {} in total.", "30", "28", "plain-parts"),
    ("Four ports took part: Ayr (7), Upper Tarn (18), Oban (11) and Troon (13), giving {} boats in total.", "49", "39",
     "plain-parts"),
    ("In both Ayr and Oban more than half of owners were content (12 of 19 and {} of 32).", "20", "14", "share-in-each"),
    ("All of the 49 owners were safe: 24 of 24 in Ayr, {} of 9 in Oban and 16 of 16 in Troon.", "9", "8", "share-in-each"),
    ("The share of boats seen was 54%, a rise of {} points on the 40% reported last year.", "14", "12", "on-what-was"),
    ("The most common fault was rust ({}). The others were rot (28), leaks (19) and wear (11).", "39", "22", "others-told"),
    ("We looked at 43 boats. In order: ropes 8/43; sails 37/43; pumps {}/43.", "35", "45", "above-slashed"),
    ("We drew a random sample of 25 from 1,704 logs ({}% of all).", "1.5", "5.1", "fraction"),
    ("At sea 78 ({}%) of 119 sailors smoked.", "65·5", "63·9", "fraction"),
    ("In this round, 13 boats out of 50 ({}%) were looked at again.", "26", "36", "fraction"),
    ("In this period 25 old boats ({}%)† were mended.\n\n† Base: the 113 boats in the sample.", "22", "14", "footnoted"),
    ("In this period 15 old boats ({}%)[1] were mended.\n\n[1] Base: the 62 boats in the sample.", "24", "15", "footnoted"),
    ("Shares in this paragraph are of the 83 bills that could be read (n = 83); 15 more, out of 98 in all, could not. "
     "51 ({}%) were paid.", "61", "52", "share-of-base"),
    ("The form was sent to 357 owners, and 162 sent it back, equal to {}% of those asked.", "45.4", "42.4", "share-of-base"),
    ("Testing of 120 bills gave rise to 8 faults ({}%).", "7", "1", "share-of-base"),
    ("There were 35 errors in 6,780 bills, a rate of {} per 1,000 bills.", "5.2", "10.3", "averaged"),
    ("Over half of the 65 owners who replied to us found it easy ({}).", "38, 58%", "25, 38%", "said-apposed"),
    ("Taking all crews together, 4% were very content, 18% were fairly content, 39% were fairly unhappy and {}% were very "
     "unhappy; there were no others and no overlap.", "39", "34", "shares-of-all"),
    ("37% were fairly content, {}% were very content and the rest (4%) were neither.", "59", "64", "shares-of-all"),
    ("The share with leaks was lower at 26 weeks in both groups. It went from 25% to {}% in the oil group, and from 19% to 16% in the "
     "wax group.", "21", "28", "both-moved"),
    ("The form took ten minutes. Bills open at month end numbered 66 in July, 58 in August, 53 in September and 48 in "
     "October. There was a {} trend over the four months. We read them on 7 June.", "downward", "upward", "steps"),
    ("0 {} of the 21 boats were late; 8 (38.1 per cent) were early.", "(0 per cent)", "(per cent)", "blank-figure"),
]  # fmt: skip

GRADED = "Grade\tBoats\tShare*\nNew\t13\t14.3%\nOld\t28\t30.8%\nWorn\t50\t54.9%\nAll graded\t91\t100.0%\n"

WITHOUT = GRADED + "Not graded\t13\t–\nTotal\t{}\t–\n\n* Share of 91; those not graded are left out of the base."

ROUNDED = (
    "Answers (rounded)\n\nPort\tYes\tPerhaps\tNo\tAll\nAyr\t56%\t29%\t15%\t100%\n"
    "Oban\t23%\t52%\t26%\t100%\nTroon\t42%\t31%\t27%\t100%\n"
)

AGAIN = "Answer\tOwners\nYes\t20\nPerhaps\t86\nNo\t79\nOf which by post\t{}\nTotal\t{}\n"

RIGHT = [
    WITHOUT.format("104"),
    ROUNDED,
    AGAIN.format("86", "185"),
    "Ayr made 5.0 points at the 95% level. In all 54 of the 146 owners (37.0%) came.",
    "A lookout improved from 23/60 (38%) in cycle 1 to 41/60 (68%) in cycle 2, after a lesson on 6 May 2025.",
    "The share with a falls check was 50% at Ayr, 42% at Oban and 56% at Troon.",
    "It occurred in 28/95 (29.5%) on oil, and in 62/106 (58.5%) on wax. The result did not change after adjustment for "
    "age.",
    "121 owners answered. Of these, 74 (61%) said that crews asked a lot of them and 45 (37%) that they were paid.",
    "Lessons were held on 12 and 19 November. Leaks numbered none in May, six in June and seven in July.",
    "In May 11 of 27 boats came in time (41%), in June 11 of 22 (50%) and in July 20 of 32 (63%). The share of boats in "
    "time has gone up in each month.",
    "On the quay 59% agreed, made up of 13% who strongly agreed and 46% who tended to agree.",
    "Of the 64 boats, 38 (59%) had a log and 38 (68%)† had a pump.\n\n† Base: 56 boats; not applicable to 8.",
    "The main faults recorded were rust (16), rot (44) and wear (13). The most common fault was rot.",
    "It was consistently above 90% in the four terms (91%, 99%, 98% and 92%). Voyages ranged from 2 to 31 days.",
    "Leaks more than doubled from 31 to 67 between 2022 and 2023.",
    "Fourteen of the 65 sailors had at least one fall; the other fifty-one did not.",
    "VAT was charged at 20%. Leaks halved from 48 to 24 in the second half of the year.",
    "Of the 423 sailors, 29% (123) reached the end and 72% (306) had been ill before.",
    "Ayr\n\nHere 19 boats were sound and 5 were worn.\n\nOban\n\nHere 20 boats were sound and 7 were worn.",
    "In this round, 13 boats out of 50 were looked at again. The grade was changed for four of the 13 boats.",
    "At seven ports sailors were shared out, 92 to oil and 93 to wax.",
    "Two of the five ports had no leaks: Ayr 0, Birch 3, Cedar 0, Dean 1 and Elder 2.",
    "The log is for 2022/23. In all 23 of 38 boats (61%) had one.",
]
