"""Things of which less is better, so that nobody can say of their figures which one is the best.

The inside of an alternation, in one place for all rules that read "best", "worse", "improved"; a rule adds what in its
sentences is doubtful too.
"""

UNWANTED = (
    r"errors?|absen\w+|complaints?|late|miss(?:ed|es|ing)|vacanc\w+|delay\w*|wait\w*|infections?|inadequate|incidents?|"
    r"overdue|debt\w*|arrears|turnover|sickness|breach\w*|cancel\w*|cost\w*|unpaid|fail\w*|overspen\w*|mortality|"
    r"died|deaths?|without|poor|unhappy|dissatisf\w+|falls|accident\w*|injur\w+|harm|crimes?|re-?admi\w+|relapse\w*|"
    r"exclu\w+|mistake\w*|wrongly|faults?|faulty|defects?|lapses?|blocked|broken|missing|loss(?:es)?|deficits?|"
    r"backlogs?|thefts?|damage\w*|complained|pain|nausea|symptoms?|dropouts?|withdrew|withdrawals?|crash\w*|leaks?"
)
# Times are mostly waited for.
DURATIONS = r"minutes|days|hours"
