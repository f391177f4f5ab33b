"""Guards what is said of all, of none, of both and of each, against the figures or the exception told beside it."""

import pytest
from tests.unit.checker.verdicts import wrong

# Each true, and made wrong.
IN_PROSE = [
    (
        "Nine of the ten logs we read were fully completed. One had a gap.",
        "All ten logs we read were fully completed. Three had gaps where no hand had signed.",
    ),
    (
        "Eleven of the twelve rope checks had been completed and signed. The check for Elm had not been carried out.",
        "All twelve rope checks had been completed and signed. The check for Elm had not been carried out.",
    ),
    (
        "Two turns in the 21 days had been covered by hired crew. The two hired turns were at night.",
        "No turn in the 21 days had been covered by hired crew. The two hired turns were at night.",
    ),
    (
        "A gas certificate was held for 15 of the 17 flats. For two flats no such certificate was on file.",
        "A gas certificate was held for all 17 flats. For two flats no such certificate was on file.",
    ),
    (
        "We read 22 case files. A chronology was on file for 20 of the 22 children. No chronology had been written for two of the children.",
        "We read 22 case files. A chronology was on file for all 22 children. No chronology had been written for two of the children.",
    ),
    (
        "Each of the nine drivers held a permit. Two pieces of kit were untested.",
        "Each of the nine drivers held a permit. Two of the drivers had no permit.",
    ),
    (
        "Only one of the two stores had been counted. The count at Alder Road was on 2 May. No count was held at Birch Lane.",
        "Both stores had been counted. The count at Alder Road was on 2 May. No count was held at Birch Lane.",
    ),
    (
        "Both kitchens had been deep cleaned in the year. The one at Alder House was cleaned in March. Birch House's was cleaned in May.",
        "Both kitchens had been deep cleaned in the year. The one at Alder House was cleaned in March. No deep clean was carried out at Birch House.",
    ),
    (
        "Both surgeries held a fire drill in the spring. Brook Surgery held its drill in April.",
        "Both surgeries held a fire drill in the spring. Brook Surgery held its drill in April. At Mill Surgery no fire drill was held.",
    ),
    (
        "In three of the 26 claims was a receipt missing. The three receipts that were missing have been asked for.",
        "In none of the 26 claims was a receipt missing. The three receipts that were missing have been asked for.",
    ),
    (
        "No invoices were missing from the file. The three receipts that were missing have been asked for.",
        "No invoices were missing from the file. The three invoices that were missing have been found since.",
    ),
    (
        "None of the 40 consents was missing; all had been scanned.",
        "None of the 40 consents was missing. The five consents that were missing were found in the archive.",
    ),
    (
        "None of the 58 requests was turned down. The panel approved 50 in full and eight in part.",
        "None of the 58 requests was turned down. The panel approved 50 in full and five in part, and turned down three.",
    ),
    (
        "None of the 31 appeals was dismissed. The board upheld 20 and sent back eleven.",
        "None of the 31 appeals was dismissed. The board upheld 20, sent back eight and dismissed three.",
    ),
    (
        "No licence was revoked in the year. The committee renewed 14 and amended two.",
        "No licence was revoked in the year. The committee renewed 14 and revoked two.",
    ),
    (
        "Every patient had a weight chart. The chart was dated in 40 of the 44 and present in all 44.",
        "Every patient had a weight chart. The chart was dated in 40 of the 44 and present, dated or not, in 42.",
    ),
    (
        "All residents had a care plan. A care plan was in place for 30 of the 30.",
        "All residents had a care plan. A care plan was in place for 27 of the 30.",
    ),
    (
        "We opened two personnel files. Both held a reference. One of the two files, however, had no photograph, and this was added.",
        "We opened two personnel files. Both held a reference. One of the two files, however, had no photograph, and it also lacked a reference.",
    ),
    (
        "Both vans carried a first-aid kit. One of them had no torch, and it was also short of fuel.",
        "Both vans carried a first-aid kit. One of them had no torch, and it had no first-aid kit either.",
    ),
    (
        "Summary: no home was rated poor.\n\nWe visited 21 homes. Twelve were good and nine were fair.",
        "Summary: no home was rated poor.\n\nWe visited 21 homes. Twelve were good, six were fair and three were poor.",
    ),
    (
        "There were no deaths in either arm. Five of 80 had a stroke in the drug arm; none of these was fatal.",
        "There were no deaths in either arm. Five of 80 had a stroke in the drug arm; one of these was fatal.",
    ),
    (
        "None of the ten returns was late. All ten were filed within the deadline.",
        "None of the ten returns was late. Eight of the ten were filed within the deadline; the others took longer.",
    ),
    (
        "We looked at all eight returns and found eight inside the deadline; none was late.",
        "We looked at all eight returns and found seven inside the deadline; none was late.",
    ),
    (
        "Neither yard had any missing stock. At Alder we counted 30 lines and found no missing stock; at Birch we counted 25 and found none.",
        "Neither yard had any missing stock. At Alder we counted 30 lines and found no missing stock; at Birch we counted 25 and found two.",
    ),
    (
        "Neither home had a nurse on duty. Fir Court had been without one since May and at Ash Court the post was vacant.",
        "Neither home had a nurse on duty. Fir Court had been without one since May, while the nurse at Ash Court was on duty and met us.",
    ),
    (
        "Neither school had a head in post. The head of Brook School left in May, and Mill School has been without one since June.",
        "Neither school had a head in post. The head of Brook School left in May; Mill School had a head in post.",
    ),
    (
        "The target was met in nine of the twelve months. It was missed in May, June and July.",
        "The target was met in ten of the twelve months. It was missed in May, June and July.",
    ),
    (
        "Stock checks were done in three of the four quarters. The only quarter without one was the second.",
        "Stock checks were done in all four quarters. No stock check was done in the second quarter.",
    ),
    (
        "Eight of the ten wards met the standard; Ash and Elm did not.",
        "Nine of the ten wards met the standard; Ash and Elm did not.",
    ),
    (
        "All six schools had a plan except Brook, where none was found.",
        "All six schools had a plan. At Brook no plan was found.",
    ),
    ("All of the 24 cards were signed.", "All of the 24 cards were signed. Three of the cards bore no signature."),
    (
        "None of the 12 rooms had mould. Two rooms were being painted.",
        "None of the 12 rooms had mould. Mould was seen in two rooms.",
    ),
    (
        "Every nurse had been trained in the year; two had been trained twice.",
        "Every nurse had been trained in the year; two had not been trained.",
    ),
    (
        "In both groups fewer than ten people left early (8 in the yoga group, 3 in the control group).",
        "In both groups fewer than ten people left early (12 in the yoga group, 3 in the control group).",
    ),
    (
        "Fewer than 20 falls were reported at each site: 12 at Ash, 17 at Elm and 19 at Oak.",
        "Fewer than 20 falls were reported at each site: 12 at Ash, 27 at Elm and 19 at Oak.",
    ),
    (
        "Each ward had at least twelve returns (Ash 12, Elm 19, Oak 14).",
        "Each ward had at least twelve returns (Ash 12, Elm 9, Oak 14).",
    ),
    (
        "At least 70% of pupils in every school had a place (Ash 71%, Elm 88%, Oak 90%).",
        "At least 70% of pupils in every school had a place (Ash 61%, Elm 88%, Oak 90%).",
    ),
    (
        "More than three quarters of users in every area were content: North 78%, South 81% and West 90%.",
        "More than three quarters of users in every area were content: North 78%, South 71% and West 90%.",
    ),
    (
        "Uptake was at least 60% in all three clinics. It was 64% in Ash, 60% in Elm and 71% in Oak.",
        "Uptake was at least 60% in all three clinics. It was 64% in Ash, 52% in Elm and 71% in Oak.",
    ),
    (
        "The rate was unchanged over the three audits (81%, 81% and 81%).",
        "The rate was unchanged over the three audits (81%, 81% and 87%).",
    ),
    (
        "The number of beds stayed the same in each year: 40 in 2019, 40 in 2020 and 40 in 2021.",
        "The number of beds stayed the same in each year: 40 in 2019, 44 in 2020 and 40 in 2021.",
    ),
    (
        "Waiting times did not change between the rounds (12 days, 12 days and 12 days).",
        "Waiting times did not change between the rounds (12 days, 12 days and 15 days).",
    ),
    (
        "The team closed 63 cases in 2019. It closed 63 in 2020, the same number as the year before.",
        "The team closed 63 cases in 2019. It closed 57 in 2020, the same number as the year before.",
    ),
    (
        "We made 14 visits in May and, in June, 14, as many as in the month before.",
        "We made 14 visits in May and, in June, 17, as many as in the month before.",
    ),
    (
        "Complaints fell month on month. There were 40 in May, 31 in June, 28 in July and 20 in August.",
        "Complaints fell month on month. There were 40 in May, 31 in June, 38 in July and 20 in August.",
    ),
    (
        "Attendance has risen every term. It was 81% in autumn, 84% in spring and 88% in summer.",
        "Attendance has risen every term. It was 81% in autumn, 84% in spring and 82% in summer.",
    ),
    (
        "Calls went up quarter by quarter: Q1 120, Q2 134, Q3 150, Q4 161.",
        "Calls went up quarter by quarter: Q1 120, Q2 134, Q3 130, Q4 161.",
    ),
    (
        "Over four terms Ash was consistently the best attended. Its rates were 91%, 92%, 90% and 95%, compared with 85%, 86%, 88% and 90% for Elm.",
        "Over four terms Ash was consistently the best attended. Its rates were 91%, 92%, 84% and 95%, compared with 85%, 86%, 88% and 90% for Elm.",
    ),
    (
        "In every round Elm came out on top: it scored 8, 9 and 9, against 7, 6 and 8 for Oak and 5, 4 and 7 for Fir.",
        "In every round Elm came out on top: it scored 8, 9 and 7, against 7, 6 and 8 for Oak and 5, 4 and 7 for Fir.",
    ),
    (
        "Use was lower in 2021 than in 2019 in every band. (Under 30: 60% in 2019, 50% in 2021; 30 to 59: 55%, 41%; 60 and over: 70%, 68%.)",
        "Use was lower in 2021 than in 2019 in every band. (Under 30: 60% in 2019, 50% in 2021; 30 to 59: 55%, 61%; 60 and over: 70%, 68%.)",
    ),
    (
        "Take-up was higher in 2021 than in 2019 in all three areas: North 40% (2019) and 45% (2021), South 51% and 60%, West 33% and 35%.",
        "Take-up was higher in 2021 than in 2019 in all three areas: North 40% (2019) and 45% (2021), South 51% and 48%, West 33% and 35%.",
    ),
    (
        "Second-round figures (first round in brackets) were cleaning 70% (61%), storage 82% (80%) and labels 44% (40%). All three measures improved.",
        "Second-round figures (first round in brackets) were cleaning 70% (61%), storage 72% (80%) and labels 44% (40%). All three measures improved.",
    ),
    (
        "Scores rose in each school: Ash from 50 to 54, Elm from 44 to 49 and Oak from 61 to 62.",
        "Scores rose in each school: Ash from 50 to 54, Elm from 49 to 44 and Oak from 61 to 62.",
    ),
    (
        "Both groups slept longer at the end than at the start: the mean went from 6.1 to 7.0 hours with the mask and from 6.0 to 6.4 without.",
        "Both groups slept longer at the end than at the start: the mean went from 6.1 to 7.0 hours with the mask and from 6.4 to 6.0 without.",
    ),
    (
        "Neither arm improved: the mean went from 44 to 44 with the drug and from 43 to 41 with placebo.",
        "Neither arm improved: the mean went from 44 to 47 with the drug and from 43 to 41 with placebo.",
    ),
    ("Every one of the 44 guests had a key (44/44).", "Every one of the 44 guests had a key (41/44)."),
    ("A lease was held for all 30 boats (30 of 30).", "A lease was held for all 30 boats (28 of 30)."),
    (
        "Half of all 52 files (26/52) were blue and all 20 boxes were new (20/20).",
        "Half of all 52 files (26/52) were blue and all 20 boxes were new (19/20).",
    ),
    (
        "Second-round figures (first round in brackets) were pressure checks 70% (61%), pain scoring 82% (80%) and mouth care 44% (40%). All three measures improved.",
        "Second-round figures (first round in brackets) were pressure checks 70% (61%), pain scoring 72% (80%) and mouth care 44% (40%). All three measures improved.",
    ),
    (
        "This year's results, with last year's in brackets: calls 81% (70%), letters 64% (60%). Both rose.",
        "This year's results, with last year's in brackets: calls 81% (70%), letters 54% (60%). Both rose.",
    ),
    (
        "Ash, Elm and Oak did not reply; the other 14 of the 17 wards did.",
        "Fifteen of the 17 wards replied. Ash, Elm and Oak did not reply.",
    ),
    (
        "None of the parcels was lost. Of 40 sent, 38 arrived in time and two a day late.",
        "None of the 40 parcels was lost. 37 arrived, and three of the 40 parcels were lost on the way.",
    ),
    (
        "Each of the six rooms had a working alarm.",
        "Each of the six rooms had a working alarm. The alarm in two of the rooms did not work.",
    ),
    (
        "No child was without a social worker.",
        "No child was without a social worker. Four children had no social worker in May.",
    ),
    (
        "All visits were made within the time limit.",
        "All 30 visits were made within the time limit. Four of the 30 visits were late.",
    ),
    (
        "Both of the wells were tested; the deeper was tested twice.",
        "Both of the wells were tested; the deeper one had not been tested since it was dug.",
    ),
    (
        "No one complained. The log is empty.",
        "None of the 25 guests complained. Three of the guests complained of noise.",
    ),
    (
        "The 90% standard was met by every team: Ash 91%, Elm 94%, Oak 97%.",
        "The 90% standard was met by every team: Ash 91%, Elm 84%, Oak 97%.",
    ),
    ("Every team met the 90% standard (91%, 94% and 97%).", "Every team met the 90% standard (91%, 88% and 97%)."),
    (
        "No clinic fell short of the 80% target. The lowest was Ash, at 81%; Elm had 86% and Oak 90%.",
        "No clinic fell short of the 80% target. The figures were 77% for Ash, 86% for Elm and 90% for Oak.",
    ),
    (
        "Waits stayed under ten days at all four sites: 6 at Ash, 9 at Elm, 8 at Oak and 4 at Fir.",
        "Waits stayed under ten days at all four sites: 6 at Ash, 12 at Elm, 8 at Oak and 4 at Fir.",
    ),
    (
        "Each of the three wards scored over 4 (Ash 4.3, Elm 4.1, Oak 4.6).",
        "Each of the three wards scored over 4 (Ash 4.3, Elm 3.9, Oak 4.6).",
    ),
    (
        "Both courses were rated at least 4 out of 5: 4.2 for the first and 4.0 for the second.",
        "Both courses were rated at least 4 out of 5: 4.2 for the first and 3.6 for the second.",
    ),
    (
        "All three rates went up between the surveys: reading from 40% to 44%, sums from 51% to 60%, spelling from 38% to 39%.",
        "All three rates went up between the surveys: reading from 40% to 44%, sums from 60% to 51%, spelling from 38% to 39%.",
    ),
    (
        "There was a rise in each of the two areas, from 14 to 19 in the north and from 20 to 26 in the south.",
        "There was a rise in each of the two areas, from 14 to 19 in the north and from 26 to 20 in the south.",
    ),
    (
        "Scores fell on every ward. Ash went from 61 to 55, Elm from 70 to 66 and Oak from 48 to 40.",
        "Scores fell on every ward. Ash went from 61 to 55, Elm from 66 to 70 and Oak from 48 to 40.",
    ),
    (
        "Fewer were late in 2022 than in 2021 at both sites (Ash: 12 in 2021, 9 in 2022; Elm: 20, 15).",
        "Fewer were late in 2022 than in 2021 at both sites (Ash: 12 in 2021, 9 in 2022; Elm: 20, 25).",
    ),
    (
        "All groups did better the second time (nurses 50% then 61%; clerks 44% then 49%).",
        "All groups did better the second time (nurses 50% then 61%; clerks 49% then 44%).",
    ),
    (
        "The number on roll did not change: 214 in 2019 and 214 in 2021.",
        "The number on roll did not change: 214 in 2019 and 241 in 2021.",
    ),
    (
        "Staffing was constant at 14 in each quarter (Q1 14, Q2 14, Q3 14, Q4 14).",
        "Staffing was constant at 14 in each quarter (Q1 14, Q2 14, Q3 16, Q4 14).",
    ),
    (
        "In 2020 the team had 31 members. In 2021 it had 31, as many as the year before.",
        "In 2020 the team had 31 members. In 2021 it had 28, as many as the year before.",
    ),
    (
        "The same share said yes in both years (44% in 2019 and 44% in 2020).",
        "The same share said yes in both years (44% in 2019 and 51% in 2020).",
    ),
    (
        "Sales grew every quarter. Q1 brought 40, Q2 44, Q3 51 and Q4 60.",
        "Sales grew every quarter. Q1 brought 40, Q2 44, Q3 41 and Q4 60.",
    ),
    ("The backlog shrank week by week (80, 71, 66, 52).", "The backlog shrank week by week (80, 71, 76, 52)."),
    (
        "From year to year the number of calls has gone up: 120 in 2018, 131 in 2019, 150 in 2020.",
        "From year to year the number of calls has gone up: 120 in 2018, 141 in 2019, 130 in 2020.",
    ),
    (
        "Month after month the figure has fallen: 9% in May, 8% in June, 6% in July.",
        "Month after month the figure has fallen: 9% in May, 8% in June, 8.6% in July.",
    ),
    (
        "Errors declined in each successive audit, from 30 to 24 to 19.",
        "Errors declined in each successive audit, from 30 to 24 to 29.",
    ),
    (
        "Elm always came last: its marks were 4, 5 and 3, against 6, 7 and 8 for Ash and 5, 6 and 9 for Oak.",
        "Elm always came last: its marks were 4, 7 and 3, against 6, 7 and 8 for Ash and 5, 6 and 9 for Oak.",
    ),
    (
        "In all three years Ash had the highest uptake. Ash: 61%, 64%, 70%. Elm: 55%, 60%, 66%.",
        "In all three years Ash had the highest uptake. Ash: 61%, 58%, 70%. Elm: 55%, 60%, 66%.",
    ),
    (
        "Ash outperformed Elm in every round (71%, 74% and 80% against 65%, 70% and 78%).",
        "Ash outperformed Elm in every round (71%, 69% and 80% against 65%, 70% and 78%).",
    ),
    (
        "There were no thefts in June: April had 3, May 2, June 0 and July 4.",
        "There were no thefts in June: April had 3, May 2, June 1 and July 4.",
    ),
    (
        "June passed without a theft (April 3, May 2, June 0, July 4).",
        "June passed without a theft (April 3, May 2, June 5, July 4).",
    ),
    ("All homes but Fir Court had a lift.", "All eight homes had a lift. Fir Court had none."),
    (
        "All eight homes had a lift. Fir Court has had two since May.",
        "All eight homes had a lift. There was no lift at Fir Court.",
    ),
    ("Every pupil had a locker.", "Every pupil had a locker. Nine pupils were still waiting for a locker."),
    ("Each form bore two names.", "Each form bore a date. The date was missing from six forms."),
    (
        "All the audits were signed off. They were filed in May.",
        "All the audits were signed off. Four had still to be signed off in May.",
    ),
    (
        "Each file held a risk assessment.",
        "Each of the 30 files held a risk assessment. In four files the risk assessment was absent.",
    ),
    (
        "No pupil was excluded. Two were sent home for a day.",
        "No pupil was excluded. Two pupils were excluded for a week.",
    ),
    ("Nobody was injured. Three were shaken.", "None of the riders was injured. Three were injured in a fall."),
    (
        "There had been no falls. There had been two near misses.",
        "There had been no falls in the quarter. The log shows two falls in May.",
    ),
    ("No fault was found with any lift.", "No fault was found with any lift. The north lift had two faults."),
    (
        "Neither van had been serviced. The red one is due in May and the blue one in June.",
        "Neither van had been serviced. The red one had been serviced in May.",
    ),
    (
        "Neither of the nurses had been trained. Both are booked for May.",
        "Neither of the nurses had been trained. One of the nurses had been trained in May.",
    ),
    (
        "We looked at both ledgers. Both balanced.",
        "We looked at both ledgers. Both balanced. The second did not balance by £40.",
    ),
    ("Both boilers were working.", "Both boilers were working. One was out of order."),
    ("All staff wore a badge.", "All staff wore a badge. Two of the 14 staff wore no badge."),
    (
        "All 25 walls were dry. We tested each of them twice.",
        "All 25 walls were dry. Damp was found in three of the walls, which were not dry.",
    ),
    (
        "All the children we met felt safe.",
        "All 14 children we met felt safe. Two of the 14 told us that they did not feel safe.",
    ),
    ("Everyone had been asked: of the 30, all had.", "Everyone had been asked. Four of the 30 had not been asked."),
    (
        "Records were complete in all cases.",
        "Records were complete in all 40 cases. Five of the records were incomplete.",
    ),
    ("All 40 records were complete.", "All 40 records were complete; in five, the date was blank."),
    ("The door was locked on every visit.", "The door was locked on every visit. On two visits it stood unlocked."),
    ("Stock was counted each month.", "Stock was counted each month. In May and June no count was made."),
    (
        "Two of the 18 lifts had no certificate; the rest had one.",
        "All 18 lifts had a certificate, though two had none that was in date.",
    ),
    (
        "Each of the five funds was audited. Audits took three weeks.",
        "Each of the five funds was audited. For one of the funds no audit had taken place.",
    ),
    (
        "All invoices had been approved before payment.",
        "All 60 invoices had been approved before payment. Approval was missing for four invoices.",
    ),
    (
        "None of the wards exceeded the limit of 5 infections (Ash 2, Elm 4, Oak 5).",
        "None of the wards exceeded the limit of 5 infections (Ash 2, Elm 7, Oak 5).",
    ),
    ("Neither site was above 10%: 6% at Ash and 9% at Elm.", "Neither site was above 10%: 6% at Ash and 12% at Elm."),
    (
        "Not one of the four areas fell below 60%. North had 61%, South 70%, East 66%, West 64%.",
        "Not one of the four areas fell below 60%. North had 61%, South 52%, East 66%, West 64%.",
    ),
    (
        "Rates in all regions were between 4% and 9%: 4% in the north, 6% in the south and 9% in the west.",
        "Rates in all regions were between 4% and 9%: 4% in the north, 6% in the south and 11% in the west.",
    ),
    (
        "More than half of the staff in each home had the award: 55% in Fir Court, 61% in Ash Court.",
        "More than half of the staff in each home had the award: 45% in Fir Court, 61% in Ash Court.",
    ),
    (
        "Every month saw more than 100 visits: 104 in May, 130 in June and 122 in July.",
        "Every month saw more than 100 visits: 104 in May, 96 in June and 122 in July.",
    ),
    (
        "In each of the three years over 40 pupils joined (2018: 44; 2019: 51; 2020: 47).",
        "In each of the three years over 40 pupils joined (2018: 44; 2019: 31; 2020: 47).",
    ),
    (
        "Demand grew in both boroughs: from 120 to 140 in one and from 90 to 95 in the other.",
        "Demand grew in both boroughs: from 120 to 140 in one and from 95 to 90 in the other.",
    ),
    (
        "Both wards cut their waits, Ash from 12 to 9 days and Elm from 10 to 8.",
        "Both wards cut their waits, Ash from 12 to 9 days and Elm from 8 to 10.",
    ),
    (
        "In neither group did pain change: it stayed at 4 in one and at 5 in the other.",
        "Pain fell in each group: it went from 4 to 3 in one and from 5 to 6 in the other.",
    ),
    (
        "The pass rate was the same in each year: 81%, 81% and 81%.",
        "The pass rate was the same in each year: 81%, 81% and 84%.",
    ),
    (
        "There was no change in the number of beds (40 in May, 40 in June).",
        "There was no change in the number of beds (40 in May, 46 in June).",
    ),
    ("The two audits gave identical results, 71% and 71%.", "The two audits gave identical results, 71% and 77%."),
    (
        "Waits lengthened with each quarter: 8 days, 9 days, 11 days and 14 days.",
        "Waits lengthened with each quarter: 8 days, 9 days, 7 days and 14 days.",
    ),
    (
        "Ash led in all four quarters with 81%, 84%, 86% and 90%; Elm had 70%, 77%, 80% and 82%.",
        "Ash led in all four quarters with 81%, 74%, 86% and 90%; Elm had 70%, 77%, 80% and 82%.",
    ),
    (
        "Oak was consistently below the others: 50%, 52% and 55%, compared with 60%, 61% and 66% for Ash and 70%, 71% and 77% for Elm.",
        "Oak was consistently lowest: 50%, 62% and 55%, compared with 60%, 61% and 66% for Ash and 70%, 71% and 77% for Elm.",
    ),
    (
        "No breaches took place in August (July 4, August 0, September 2).",
        "No breaches took place in August (July 4, August 3, September 2).",
    ),
    (
        "Sessions ran in nine of the ten weeks, week 4 being the exception.",
        "Sessions ran in all ten weeks. No session ran in week 4.",
    ),
    (
        "The rule was kept in all but two of the 14 cases.",
        "The rule was kept in all 14 cases. In two cases the rule was not kept.",
    ),
    (
        "Four of the six trusts replied. Ash Trust and Elm Trust did not.",
        "Five of the six trusts replied. Ash Trust and Elm Trust did not.",
    ),
    (
        "Every school but Mill Lane had a nurse.",
        "Every school had a nurse. Mill Lane has been without a nurse since May.",
    ),
    (
        "Both registers were complete. The second was kept on paper.",
        "Both registers were complete. The second was incomplete.",
    ),
    (
        "All ten drivers were licensed. The licences were seen.",
        "All ten drivers were licensed. One driver was unlicensed.",
    ),
    (
        "No drug was out of date. Two were close to it.",
        "No drug was out of date. Two drugs were out of date by a week.",
    ),
    ("All of the alarms worked when tested.", "All of the alarms worked when tested. Three alarms failed to work."),
    (
        "None of the staff had left. Three were on leave.",
        "None of the staff had left. Three staff had left in the spring.",
    ),
    (
        "Nobody waited more than an hour.",
        "None of the 40 callers waited more than an hour. Six of the callers waited more than an hour.",
    ),
    (
        "Each child had been seen alone.",
        "Each child had been seen alone. Five of the children had never been seen alone.",
    ),
    (
        "All parts of the plan were carried out.",
        "All parts of the plan were carried out. Two parts were not carried out.",
    ),
]
BESIDE_A_TABLE = [
    (
        "Pass rates by area\n\nArea | Passed\nNorth | 71%\nSouth | 82%\nWest | 55%\n\nIn both North and South, more than 70% passed.",
        "Pass rates by area\n\nArea | Passed\nNorth | 61%\nSouth | 82%\nWest | 55%\n\nIn both North and South, more than 70% passed.",
    ),
    (
        "Pass rates by area\n\nArea | Passed\nNorth | 71%\nSouth | 82%\nWest | 55%\n\nNeither North nor South was below 70%.",
        "Pass rates by area\n\nArea | Passed\nNorth | 61%\nSouth | 82%\nWest | 55%\n\nNeither North nor South was below 70%.",
    ),
    (
        "Pass rates by area\n\nArea | Passed\nNorth | 71%\nSouth | 82%\nWest | 75%\n\nAt least 70% passed in every area.",
        "Pass rates by area\n\nArea | Passed\nNorth | 61%\nSouth | 82%\nWest | 75%\n\nAt least 70% passed in every area.",
    ),
    (
        "Month | Thefts\nApril | 3\nMay | 0\nJune | 4\nTotal | 7\n\nWe were told that there had been no thefts at all in May.",
        "Month | Thefts\nApril | 3\nMay | 0\nJune | 4\nTotal | 7\n\nWe were told that there had been no thefts at all in June.",
    ),
    (
        "Thefts by month\n\n|  | Apr | May | Jun |\n|---|---|---|---|\n| Thefts | 3 | 0 | 4 |\n\nThe manager said that no thefts were reported in May.",
        "Thefts by month\n\n|  | Apr | May | Jun |\n|---|---|---|---|\n| Thefts | 3 | 2 | 4 |\n\nThe manager said that no thefts were reported in May.",
    ),
    (
        "Lapses by month\n\n|  | Jan | Feb | Mar |\n|---|---|---|---|\n| Lapses in care | 4 | 0 | 2 |\n\nNo lapses in care were reported in February.",
        "Lapses by month\n\n|  | Jan | Feb | Mar |\n|---|---|---|---|\n| Care lapses | 4 | 3 | 2 |\n\nNo care lapses were reported in February.",
    ),
]
LEFT_ALONE = [
    "No participant in the tablet arm stopped treatment because of side effects. In the patch arm three stopped because of a rash.",
    "There were no deaths in the active group. Three patients in the control group died.",
    "All nine pumps were serviced in May. Two pumps were serviced again in June, as they leaked.",
    "All twelve sites held a permit. Three of the twelve held no second permit.",
    "Both homes had a manager. One of the two had no deputy, and it also lacked a cook.",
    "None of the 40 forms was late. Ten of the forms were filed in May.",
    "None of the 40 forms was late. Thirty of the 40 were filed within five days.",
    "Every child had a plan. The plan was signed by a parent in 30 of the 44.",
    "Every child had a plan. In 30 of the 44 the plan was kept at school.",
    "All residents were asked. Twelve of the 30 were asked twice.",
    "Neither home had a nurse at night. Ash Court had a nurse by day.",
    "Neither school had a head in post in May. Since June Mill School has had a head in post.",
    "No licence was revoked. The committee renewed 14 licences and amended two.",
    "No claim had both faults. Twelve claims had a late form and nine had no receipt.",
    "None of the 12 homes was inadequate. Nine were good and three required improvement.",
    "All the doors were locked. Two doors were locked with a chain.",
    "The target was met in ten of the twelve months. It was also met in May and June last year.",
    "The target was met in nine of the twelve months. It was missed in May, among others.",
    "Eight of the ten wards met the standard; Ash and Elm did not.",
    "In both arms fewer than ten people left (3 and 9).",
    "At least 70% of staff in every team were trained; 20 teams were asked.",
    "Over 40 files in each team were read: 45 at Ash, 51 at Elm.",
    "Attendance rose each term: 81% in autumn, 84% in spring and 88% in summer.",
    "It rose in both groups: from 40 to 44 in the first and from 30 to 32 in the second.",
    "Pain fell in both groups: from 40 to 34 in the first and from 30 to 22 in the second.",
    "Use was lower in 2019 than in 2021 in both areas: North 40% (2019) and 45% (2021), South 51% and 60%.",
    "The rate was unchanged (81% in both years).",
    "It was unchanged over three years at 81%, while the target went from 85% to 90%.",
    "The panel heard 40 cases in 2019 and 52 in 2020. It sat eight times, the same as in the year before.",
    "The team closed 63 cases in 2019 and 57 in 2020, not the same number as the year before.",
    "Falls reported on the unit rose month on month. There were 14 in March, 21 in April, 23 in May, 45 in June and 53 in July.",
    "Complaints fell month on month. Of these, 40 were upheld, 31 in part and 38 not at all.",
    "Ash was consistently the best attended. Its rates were 91%, 92% and 95%, compared with 85%, 86% and 88% for Elm.",
    "Ash was consistently the worst for falls. Its rates were 9, 8 and 9, compared with 5, 6 and 8 for Elm.",
    "All six schools had a plan. At Brook the plan was not dated.",
    "Both stores had been counted. No count was held at Birch Lane, which is not a store of ours.",
    "All 14 guards were trained. Four had been trained before they came.",
    "No errors were found in the 40 payments. Two payments were made on a Sunday.",
    "No errors were found in May. Two errors were found in June.",
    "None of the 30 patients fell. Two falls were by visitors.",
    "Nobody was hurt. Two visitors were hurt in 2019.",
    "All nine files had a photograph; in two the photograph was out of date.",
    "None of the ten teams missed the target. Four of the ten had met it in each month.",
    "Each ward had at least twelve returns (Ash 12, Elm 19, Oak 14), of which nine were late.",
    "Every one of the 20 rooms was clean. Of the 20 rooms, 12 were clean and newly painted; the others were clean and plain.",
    "All ten staff had a contract. For two of them no contract had been drawn up until May.",
    "All audits were completed. Two are open to the public.",
    "Stock checks were done in all four quarters. The check of the second quarter was not signed.",
    "Both bids were complete. The second was late.",
    "All three measures rose: cleaning from 40 to 44, labels from 30 to 31, storage from 20 to 22.",
    "There were no deaths. One death in the year before was reviewed.",
    "No member of staff had been absent. Three members of staff had been late.",
    "All 30 boats had a flare. Thirteen of the 30 boats had been checked in May, and the flare was in place in all 13.",
    "All patients had a weight chart. It was kept at the bed for 12 of the 14.",
    "Both areas had more than 70% of users content (78% and 71%).",
    "No team had fewer than ten returns: Ash had 12, Elm 19 and Oak 10.",
    "Not all of the 12 were signed; nine were.",
    "Every home had a garden. Two homes had no garden shed.",
    "All applications were decided. The panel granted 20 and refused six.",
    "None was refused outright. The panel refused two in part.",
    "The alarm sounded in all rooms. In two of the rooms it could not be heard over the pump.",
    "All replied. Seven replied late.",
    "No ward was below 80%. Ash had 81%, Elm 90% and Oak 84%.",
]


@pytest.mark.parametrize(("true", "false"), [*IN_PROSE, *BESIDE_A_TABLE])
def test_a_statement_on_all_is_read_with_what_stands_beside_it(true, false):
    """Guards both: the exception or the figure that it is not so of is seen, and nothing else is taken for one."""
    assert wrong(true) == set()
    assert wrong(false)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_may_be_so_of_all_is_left_alone(text):
    """Guards narrower denials, other groups, other times and figures of something else."""
    assert wrong(text) == set()
