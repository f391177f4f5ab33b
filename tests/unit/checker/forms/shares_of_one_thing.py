"""Shares of one thing, which make 100%: answers of a scale, a rest with those before it, what everybody has one of.

Of the right ones it guards shares that are each of a whole or a time of its own, several answers, and what is told roughly.
"""

GRADES = "The state of the ropes was as follows:\n\n- Good: 41%\n- Fair: 36%\n- Poor: {}%"
HARM = "Severity of the 90 injuries:\n\n- 61% mild\n- 29% moderate\n- {}% severe"

FORMS = [
    # Answers of one scale.
    ("The log was complete on 55% of boats, partial on 20% and absent on {}%.", "25", "35", "whole-scale"),
    ("The log was complete on 55% of boats, partial on 20% and absent on {}%.", "25", "15", "whole-scale"),
    ("Pipe smoking was never in 19.4%, former in 52.2% and current in {}% of owners.", "28.4", "38.4", "whole-scale"),
    (
        "Choir mood (base: 651): very happy 43%, fairly happy 10%, neither 7%, fairly unhappy 13%, very unhappy {}%.",
        "27",
        "37",
        "whole-scale",
    ),
    ("Asked about the ferry, 61% said yes, 30% no and {}% did not know.", "9", "14", "whole-scale"),
    ("61% of crews said yes. 30% said no. The remaining {}% did not know.", "9", "29", "whole-scale"),
    (
        "Views were split between those in favour (47%), those against (38%) and those with no opinion ({}%).",
        "15",
        "25",
        "whole-scale",
    ),
    (
        "The pace was about right for 58% of singers, while 29% thought it too fast and {}% too slow.",
        "13",
        "23",
        "whole-scale",
    ),
    ("After a month 48% of crews rowed better, 31% the same and {}% worse.", "21", "12", "whole-scale"),
    (
        "The deck was dry, damp and wet; the log was good, fair and poor in 46%, 37% and {}% of boats respectively.",
        "17",
        "27",
        "whole-scale",
    ),
    ("Lamps: green 52%, amber 33%, red {}%.", "15", "25", "whole-scale"),
    ("Mending: 44 boats (55%) complete; 24 (30%) in progress; 12 ({}%) not started.", "15", "51", "whole-scale"),
    (
        "“Always” was the answer of 38% of crews, “usually” of 27%, “sometimes” of 21% and “never” of {}%.",
        "14",
        "24",
        "whole-scale",
    ),
    (GRADES, "23", "33", "whole-scale"),
    (HARM, "10", "20", "whole-scale"),
    ("Ayr: good 40%, fair 35%, poor {}%; Oban: good 50%, fair 30%, poor 20%.", "25", "35", "whole-scale"),
    ("Boats came early on 11% of days, on time on 70% and late on {}%.", "19", "29", "whole-scale"),
    # A rest and all the shares before it.
    ("Of the owners 52% came by boat and 31% on foot; the remaining {}% came by bus.", "17", "27", "share-left"),
    ("52% of boats were red, 31% were blue and the rest ({}%) white.", "17", "7", "share-left"),
    (
        "The north port took 46% of boats, the south port 33% and the other two ports the remaining {}%.",
        "21",
        "31",
        "share-left",
    ),
    ("Of the money 48% went on rope, 27% on sails, 15% on paint and the final {}% on flags.", "10", "20", "share-left"),
    (
        "The majority, 64%, sang in the morning. 22% sang at noon and the remainder ({}%) did not mind.",
        "14",
        "24",
        "share-left",
    ),
    (
        "Fifty-five per cent came by boat and 20 per cent by bus. Everyone else ({} per cent) walked.",
        "25",
        "35",
        "share-left",
    ),
    ("Three in ten came by boat, four in ten on foot and the rest ({}%) by bus.", "30", "40", "share-left"),
    ("36% of them came by boat and 21% on foot; the other {}% by bus.", "43", "63", "share-left"),
    # What everybody has one of.
    ("Tenure: owned 61%, rented from the port 22%, lent {}%.", "17", "27", "by-variable"),
    ("Marital status: married 52%, single 28%, divorced 12%, widowed {}%.", "8", "18", "by-variable"),
    ("The age breakdown was under 25, 14%; 25 to 44, 38%; 45 to 64, 31%; 65 and over, {}%.", "17", "7", "by-variable"),
    ("Travel to work: 55% boat, 20% bus, 10% train, {}% other.", "15", "5", "by-variable"),
]

RIGHT = [
    # Each of a whole or a time of its own.
    "Of men, 40% were satisfied, of women 35% were neither, and of children 50% were dissatisfied.",
    "In May 40% of crews were satisfied; in June 30% were neither and in July 50% were dissatisfied.",
    "Among members 60% were for the plan, among guests 45% were against it and among staff 30% were undecided.",
    "Uptake was good for bells (80%), fair for logs (60%) and poor for lamps (20%).",
    "Green ropes broke in 30% of trials, amber ones in 40% and red ones in 45%.",
    "Sails were good at Ayr in 60% of cases, fair at Oban in 50% and poor at Troon in 20%.",
    "Of the very happy 60% would sail again, of the fairly happy 45% and of the unhappy 10%.",
    "60% were for it. Of the remaining 40%, half were against it and 20% undecided.",
    "The plan was complete at Ayr; 40% of boats were missing, 30% were in part mended and 10% were lost.",
    "Happy 43% (40% last year), neither 20% (25%) and unhappy 50%.",
    "Rot was reported by 40% before the race, by 55% during it and by 30% after it.",
    "Rot by pipe smoking: never 20%, former 35%, current 55%.",
    "Prevalence of rot was 20% in never smokers, 35% in former smokers and 55% in current smokers.",
    "Never smokers had rot in 30% of boats, former smokers in 35% and current smokers in 50%.",
    "Happiness by contract: full-time 45%, part-time 40%, casual 50%.",
    "Incidence by risk was low 10%, medium 20% and high 40%.",
    # Several answers, what is told roughly, and what is left out.
    "Owners could give several answers: yes 40%, no 35%, did not know 45%.",
    "About 40% said yes, about 40% no and about 25% did not know.",
    "Pain was mild in 20% of crews, moderate in 15% and severe in 5%.",
    "Of the ropes 45% were good and 30% fair, and the rest were poor.",
    "72% were happy: 30% very happy and 42% fairly happy.",
    "Very happy 34%, fairly happy 33%, neither 16%, fairly unhappy 9%, very unhappy 9%.",
    # Answers that nothing is the same of.
    "The walk got better for 24% of crews, stayed the same for 53% and got worse for 23%.",
    "Numbers: grew 31%, shrank 39%, were unchanged 30%.",
    "For 57% of singers pay was higher and for 33% lower; for the rest (10%) it was the same.",
    # Rests.
    "52% came by boat and 31% on foot. The remaining boats were empty; 40% had leaks.",
    "30% came by boat and 20% by bus; of the others, 40% walked.",
    "Of the owners 52% came by boat; of the rest, 60% came on foot.",
    "Of the 40% who came, 30% came by boat and the remaining 70% on foot.",
    "About 40% came by boat, about 35% on foot and the rest (30%) by bus.",
    "In May 40% came by boat, in June 35%; the remaining 25% came later.",
    "Five in ten came by boat, two in ten on foot and the rest (30%) by bus.",
    "12.4% came by boat, and 80.1% on foot. All the others (7.5%) came by bus.",
    "Half said yes, a third (33%) no and 17% did not know.",
    "25% went on rope, 58% on rent, leaving 17% for flags.",
    # Variables that nobody has one of, or that are told of others.
    "Tenure of those satisfied: owned 61%, rented 72%, other 50%.",
    "Ethnicity was known in 90%, tenure in 80% and sex in 99%.",
    "Status: 40% of boats were sold, 30% of masts were lost and 60% of sails torn.",
    "Marital status: married 52%, single 28%, divorced 12%.",
    "Travel to work: boat 55%, bus 40%, train 30% (several could be ticked).",
]
