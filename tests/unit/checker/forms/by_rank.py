"""Names with a figure each, and which of them is said to be the most, the second, more than another or beyond a range.

Guards names before and behind their figures, in one sentence or in two; and of the right ones those that are of a
size, of some of several, of another time or thing, or of those who are not so.
"""

# A form, the right figure or word, the wrong one, and the rule that says so.
FORMS = [
    ("Moss led to 17 repairs, rot to 29 and wear to 11, which makes {} the second most frequent "
     "cause.", "moss", "wear", "order-first"),
    ("Fewest leaks were found with the oak frame. Crews noted {} leaks with the oak frame, four with the "
     "wide steel frame and nine with the ash frame.", "3", "15", "order-first"),
    ("Across the four piers sailing was the strongest, with {}% of checks graded good or better; rowing "
     "stood at 70%, diving at 61% and rescue at 57%.", "72", "68", "order-named"),
    ("Tenants were {} content than owners. Among owners, 72% gave a score of seven or more; among tenants "
     "it was 58%.", "less", "more", "compared"),
    ("Cost came out as the second most pressing issue (29%), behind berths (34%) and ahead of fuel ({}%) "
     "and food (16%).", "21", "31", "order-more"),
    ("The lowest mark was in Ropes at 52%. Sails stood at 71%, Masts at {}% and Pumps at "
     "80%.", "58", "48", "order-first"),
    ("Crew A had the largest number of open jobs (41). Second came Crew C with 37, while Crew B had {} "
     "and Crew D 18.", "30", "39", "order-named"),
    ("Rowers were {} likely than sailors to swim (215 of 327 sailors, 66%; 179 of 291 rowers, "
     "62%).", "less", "more", "compared"),
    ("The most common fault was rot, seen by {}% of crews, and the least common not knowing what to do "
     "(14%); rust was seen by 31% and wear by 16%.", "40", "20", "foremost"),
    ("More late boats ({}) than planned boats (93) were towed.", "98", "81", "compared"),
    ("The lowest uptake was found in Crew {}. Crews One, Two and Three reached 74%, 69% and 52% "
     "respectively.", "Three", "Two", "order-named"),
    ("Headache was reported most often, by 14 sailors; rash by 9 and cramp by {}.", "12", "16", "order-first"),
    ("The most common fault was rust, which turned up in 14 boats. Rot turned up in {} and moss in "
     "6.", "9", "19", "order-first"),
    ("Of the four piers, Ayr had the lowest score ({}%). Oban scored 58%, Troon 71% and Largs "
     "80%.", "52", "62", "order-first"),
    ("Ayr scored lowest, at {}%. Oban scored 58%, Troon 71% and Largs 80%.", "52", "62", "order-first"),
    ("The lowest score, {}%, was in Ayr. Oban scored 58%, Troon 71% and Largs 80%.", "52", "62", "order-first"),
    ("The highest uptake was at Ayr: {}%. At Oban it was 71%, at Troon 55%.", "72", "62", "order-named"),
    ("Uptake was highest at Ayr ({}%). At Oban it was 71% and at Troon 55%.", "72", "62", "order-first"),
    ("Uptake was highest in Ayr. It was {}% there, 71% in Oban and 55% in Troon.", "72", "62", "order-first"),
    ("Ayr, Oban and Troon reached {}%, 71% and 55% respectively. Uptake was highest in Ayr.", "72", "62", "foremost"),
    ("Pumps had {} faults, masts 19 and sails 7, so pumps had the most faults.", "22", "12", "foremost"),
    ("Pumps had {} faults, masts 19 and sails 7, making pumps the commonest source.", "22", "12", "foremost"),
    ("Pumps had 12 faults, masts 19 and sails {}. Sails came second.", "17", "7", "order-named"),
    ("Pumps had 12 faults, masts 19 and sails {}. The second highest number was in "
     "sails.", "17", "7", "second-of-list"),
    ("Third came sails with {} faults, after masts (19) and pumps (12).", "7", "17", "order-more"),
    ("Rust was the second most common fault with {} cases; rot had 26, moss 24 and wear "
     "9.", "25", "21", "order-first"),
    ("The second most common fault was rust ({}), after rot (26); moss had 24 and wear "
     "9.", "25", "21", "second-of-list"),
    ("Fewest faults were found in pumps: {} were found there, 19 in masts and 7 in sails.", "2", "12", "foremost"),
    ("The fewest complaints came from Oban. Ayr sent 12, Oban {} and Troon 19.", "10", "14", "foremost"),
    ("Oban sent the fewest complaints. There were 12 from Ayr, {} from Oban and 19 from "
     "Troon.", "10", "14", "foremost"),
    ("Ayr was the busiest pier with {} landings. Oban had 52 and Troon 31.", "60", "40", "order-first"),
    ("Sails was the strongest area at {}%. Masts reached 78%, ropes 64% and pumps 60%.", "81", "71", "order-first"),
    ("The weakest area was sails at {}%. Masts met the standard in 78% of checks, ropes in 60% and pumps "
     "in 70%.", "54", "64", "order-first"),
    ("Sails was the weakest area ({}% of checks met); masts stood at 78%, ropes at 60% and pumps at "
     "70%.", "54", "64", "order-first"),
    ("The main reason for late sailing was fog (n = {}); others were rust (n = 14), strikes (n = 6) and "
     "tides (n = 3).", "19", "9", "order-first"),
    ("Fog was the main reason, cited by {}%; rust was cited by 31% and strikes by 16%.", "39", "19", "order-first"),
    ("Fog was the least common reason ({}%). Rust was cited by 31% and strikes by 16%.", "9", "19", "order-named"),
    ("Tenants were {} likely than owners to own a boat. Among owners, 41% had one; among tenants it was "
     "58%.", "more", "less", "compared"),
    ("Tenants were {} likely than owners to own a boat: 41% of tenants had one, compared with 58% of "
     "owners.", "less", "more", "compared"),
    ("Tenants were {} likely to own a boat than owners (41% against 58%).", "less", "more", "compared"),
    ("{} tenants (41%) than owners (58%) had a boat.", "Fewer", "More", "compared"),
    ("{} tenants (58%) than owners (41%) had a boat.", "More", "Fewer", "compared"),
    ("A {} share of tenants (41%) than of owners (58%) had a boat.", "smaller", "higher", "compared"),
    ("A {} share of tenants had a boat (58%) than of owners (41%).", "larger", "smaller", "compared"),
    ("Owners were {} likely to have a boat (41%) than tenants (58%).", "less", "more", "compared"),
    ("Owners, at 41%, were {} likely to have a boat than tenants, at 58%.", "less", "more", "compared"),
    ("Women were {} often late than men: 41% of women and 58% of men were late.", "less", "more", "compared"),
    ("Women were {} often late than men (men 58%, women 41%).", "less", "more", "compared"),
    ("Men were late {} often than women (men: 41%; women: 58%).", "less", "more", "compared"),
    ("Compared with owners (41%), {} tenants (58%) had a boat.", "more", "fewer", "order-more"),
    ("Unlike owners (41%), tenants were {} likely to have a boat (58%).", "more", "less", "compared"),
    ("Against 41% of owners, a {} share of tenants had a boat: 58%.", "larger", "smaller", "order-more"),
    ("The first crew found 14 faults, but the second found {}: 19.", "more", "fewer", "order-more"),
    ("The first crew found 14 faults; the second crew found {} (19).", "more", "fewer", "order-more"),
    ("Twelve leaks were seen at Ayr, while Oban had {}, with nine.", "fewer", "more", "order-more"),
    ("Twelve leaks were seen at Ayr. Oban had {}, namely nine.", "fewer", "more", "order-more"),
    ("Ayr had 12 leaks and Oban, with nine, had {}.", "fewer", "more", "order-pair"),
    ("Rust (29%) came behind rot (34%) and ahead of moss ({}%) and wear (16%).", "21", "31", "order-more"),
    ("Rust, at {}%, was ahead of rot at 34% and moss at 16%.", "39", "29", "compared"),
    ("Rust was second (29%), behind rot ({}%).", "34", "24", "compared"),
    ("Scores ranged from 61% at Ayr to 78% at Oban; Troon had {}% and Largs 70%.", "66", "56", "beyond-range"),
    ("Scores ran from 61% in Ayr to 78% in Oban, with Troon at {}% and Largs at 70%.", "77", "80", "beyond-range"),
    ("Scores lay between 61% (Ayr) and 78% (Oban). Troon scored {}% and Largs 70%.", "66", "56", "beyond-range"),
    ("Scores ranged from 61% (Ayr) to 78% (Oban). Troon scored {}% and Largs 70%.", "66", "56", "beyond-range"),
    ("Ayr had the lowest score, 61%, and Oban the highest, 78%. Troon scored {}% and Largs "
     "70%.", "69", "59", "order-first"),
    ("Ayr had the highest number of leaks ({}), followed by Oban (16) and Troon (9).", "24", "14", "order-told"),
    ("Ayr had {} leaks than Oban. There were 14 at Ayr and 19 at Oban.", "fewer", "more", "compared"),
    ("Ayr had more leaks than any other pier: {}, against 19 at Oban and 9 at Troon.", "24", "14", "order-first"),
    ("No pier had more leaks than Ayr. Ayr had {}, Oban 19 and Troon 9.", "24", "14", "order-first"),
    ("Ayr had fewer leaks than Oban but more than Troon: 14, 19 and {} respectively.", "6", "16", "order-more"),
]  # fmt: skip

RIGHT = [
    "The largest boat was Ash with 14 leaks. Elm had 20 and Oak 16.",
    "Ash, the longest boat, had 14 leaks. Elm had 20 and Oak 16.",
    "Ash had the most sailors. Leaks came to 14 at Ash, 20 at Elm and 16 at Oak.",
    "Ash had the most sailors. There were 14 leaks at Ash, 20 at Elm and 16 at Oak.",
    "Ash scored lowest last year. This year it was at 71%, Elm at 64% and Oak at 80%.",
    "Ash had the highest score among new sailors, at 62%. Elm scored 71% overall and Oak 80%.",
    "Ash improved most, to 62%. Elm scored 71% and Oak 80%.",
    "The lowest score was in Ash at 52%, excluding Elm. Elm stood at 48% and Oak at 80%.",
    "Among boys, 61% swam; girls were more likely than boys to row. 40% of girls and 70% of boys did not.",
    "Compared with last year (61%), girls were more likely to swim: 70% did.",
    "Compared with the target (61%), fewer girls swam: 55% did.",
    "The first crew found 14 faults, but the second had fewer boats: 19 were looked at.",
    "Fourteen faults were found in the first round, with fewer in the second. In all 19 boats were seen.",
    "Twelve leaks were seen at Ayr, four more than at Oban.",
    "Ayr had 12 leaks; Oban had fewer sailors (9) but 15 leaks.",
    "Rust (29%) came after rot (34%) was treated.",
    "Rot was found in 12 boats after 30 were cleaned.",
    "The score was 71%, above the target of 65% and below the average of 80%.",
    "Rust (9), ahead of schedule, was followed by 14 others.",
    "Scores ranged from 61% for masts to 78% for sails. Attendance was 90% for masts and 80% for sails.",
    "Scores ranged from 61% for masts to 78% for sails. Last year masts were at 50% and sails at 80%.",
    "Scores ranged from 61% for masts to 78% for sails across the four areas. The target was 80%.",
    "Most scores ranged from 61% for masts to 78% for sails. Ropes were at 50%.",
    "Scores at Ayr ranged from 61% for masts to 78% for sails. At Oban masts were at 55% and sails at 80%.",
    "Scores ranged from 61% for masts to 78% for sails at Ayr and from 50% for masts to 90% for sails at Oban.",
    "Ash was the most common answer among women (41). Among men it was Elm (50) and Oak (44).",
    "Ash had the fewest faults per boat. Ash had 14 faults, Elm 10 and Oak 9.",
    "Ash had the lowest rate of faults. Ash had 14 faults, Elm 10 and Oak 9.",
    "Faults: Ash 14 of 90, Elm 10 of 30 and Oak 9 of 20. Ash had the lowest share.",
    "Faults: Ash 14 of 90, Elm 10 of 30 and Oak 9 of 20. Ash had the most faults.",
    "One of the lowest scores was in Ash at 52%. Elm stood at 48% and Oak at 80%.",
    "Ash was the second largest pier, with 14 leaks. Elm had 20 and Oak 16.",
    "Ash had the highest costs, £140,000. Grants came to £190,000 at Elm and £160,000 at Oak.",
    "Ash had the best record: 14 faults. Elm had 20 and Oak 16.",
    "Ash was the worst pier with 24 faults. Elm had 20 and Oak 16.",
    "Ash had the shortest wait, 14 days. Elm took 20 days and Oak 16.",
    "Ash was quickest at 14 days. Elm took 20 days and Oak 16.",
    "The commonest fault at Ash was rust (14). At Elm it was rot (20) and at Oak moss (16).",
    "Sails were looked after best at Ash (62%). At Elm it was ropes (71%) and at Oak masts (80%).",
    "Men were more likely than women to row. Of those who rowed, 41% were men and 59% women.",
    "Renters were more satisfied than owners. Among owners, 72% gave a score of three or less; among "
    "renters it was 58%.",
    "Renters were older than owners. Among owners, 72% had a boat; among renters it was 58%.",
    "Overall 62% were met; the lowest was masts (41%). Sails had 58% and ropes 70%.",
    "Of 90 boats, 41 were sound, the largest group; 29 were fair and 20 poor.",
    "The largest increase was at Ash (14). Elm had 20 and Oak 16.",
    "The lowest score any crew gave was at Ash at 52%. Elm stood at 48% and Oak at 80%.",
    "Ash had the fewest late boats, with 14 on time. Elm had 20 and Oak 16.",
    "Rot was the main concern of 14 crews. Rust worried 20 and moss 16.",
    "Ash had the most complaints (14), though Elm, with 20, includes those passed on from Oak (9).",
    "Safety was named third most often (29%), behind cost (34%), time (31%) and ahead of noise (16%).",
    "Second was Unit C with 37; Unit B was next with 30, and Unit D last with 18.",
    "Ash had 14 leaks, fewer than Elm (20). Oak had more, with 31.",
    "Ash had 14 leaks and Elm had 20; Oak had fewer, at 9.",
    "Ayr collected 14 forms. Oban collected more, at 19, but returned fewer (8).",
]
