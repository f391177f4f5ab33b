"""Things of which less is better, so that nobody can say of their figures which one is the best.

The inside of an alternation, in one place for all rules that read "best", "worse", "improved"; a rule adds what in its
sentences is doubtful too.
"""

import re

from looped.checker.patterns import pattern_of

# "Falls screening", "pain relief", "complaints training": what is done about it, of which more is better.
ABOUT_IT = (
    r"(?! (?:risk |data )?(?:screening|assessments?|prevention|training|awareness|management|control|relief|plans?|"
    r"centres?|codes?|checks?|checklists?|reviews?|surveys?|audits?|polic(?:y|ies)|advice|leaflets?|charts?|logs?|registers?|forms?|"
    r"(?:scores?|levels?) (?:was |were |been )?(?:recorded|documented|charted|noted|taken|written))\b)"
)
UNWANTED = (
    r"(?:errors?|absen\w+|complaints?|vacan(?:t|c\w+)|delay\w*|infections?|incidents?|debt\w*|arrears|turnover|sickness|"
    r"cost\w*|mortality|deaths?|falls|accident\w*|injur\w+|harm|crimes?|re-?admi\w+|relapse\w*|loss(?:es)?|thefts?|"
    rf"damage\w*|pain|nausea|symptoms?|withdrawals?|crash\w*|leaks?){ABOUT_IT}|"
    r"late|miss(?:ed|es|ing)|wait\w*|inadequate|overdue|breach\w*|cancel\w*|unpaid|fail\w*|overspen\w*|"
    r"died|without|poor|unhappy|dissatisf\w+|exclu\w+|mistake\w*|wrongly|faults?|faulty|defects?|lapses?|blocked|"
    r"broken|missing|deficits?|backlogs?|complained|dropouts?|withdrew|"
    r"un(?:answered|signed|dated|checked|tested|attended|treated|filled|met|sold|occupied)"
)
# Times are mostly waited for.
# "Opening hours" are no time that is waited.
DURATIONS = r"minutes|days|(?<!opening )(?<!visiting )hours"
LOW_IS_GOOD = pattern_of(
    r"\b(?:low(?:er)? (?:[a-z]+ )?(?:scores?|figures?|values?|numbers?)? ?(?:is|are|means?|being|indicat\w+) "
    r"(?:better|good|less|fewer)|(?:by mistake|wrongly|"
    r"(?:errors?|mistakes?|complaints?|infect(?:ions?|ed)|deaths?|falls|injur\w+|accidents?|incidents?|arrears|pain|"
    rf"delays?|crimes?|vacanc\w+|absences?|sick(?:ness)?(?: days| leave)?){ABOUT_IT}|late "
    r"(?:payments?|arrivals?|returns?|starts?)|paid late|overdue|breaches|had gaps|broken|damaged|"
    r"(?:was|were|ran|came|arrived) (?:late|missing|lost)|"
    r"un(?:answered|signed|paid|met|filled|checked|tested|sold)))\b",
    re.I,
)
HIGH_IS_GOOD = pattern_of(
    r"\b(?:high(?:er)? (?:[a-z]+ )?(?:scores?|figures?|values?)? ?(?:is|are|means?) (?:better|good)|working order|"
    r"pass(?:ed|es)?|on time|complian\w*|complet\w*|attendance|satisf\w*|met|correct\w*|trained|recycl\w*|uptake|"
    r"coverage|retention|good|knew|know how|aware|understood|confident|felt (?:safe|able|listened|heard)|"
    r"document\w*|recorded|on file)\b",
    re.I,
)
# Of these the shorter is the better.
WAITED = pattern_of(r"\b(?:wait\w*|delay\w*|time taken|took to|turnaround|respon\w+|process\w*|queue\w*)\b", re.I)


# "Pain scoring", "pressure-area checks": what is done about a bad thing is good.
CARE = pattern_of(
    r"\b[a-z]+(?:-[a-z]+)? (?:scoring|checks?|checking|assessments?|screening|monitoring|management|prevention|plans?|"
    r"planning|reviews?|charts?|recording|training|care|advice|relief|tests?|testing)\b|"
    r"\b(?:first|second|third|last|next|this) time\b",
    re.I,
)
# "Recording of pain scores", "screening for falls": what is done about it.
DONE_ABOUT_IT = pattern_of(
    r"\b(?:recording|documentation|documenting|assessment|screening|monitoring|management|prevention|reporting|scoring|"
    r"checking|review|use) (?:of|for) (?:the )?(?:[a-z-]+ ){0,2}?(?:pain|falls|nausea|infections?|incidents?|"
    r"injur(?:y|ies)|"
    r"symptoms?|errors?|complaints?|accidents?|harm)(?: (?:scores?|risks?|charts?|levels?))?\b",
    re.I,
)
# "Had a pain score": it was written down.
SCORED = pattern_of(r"\b(?:had|have|has|with|given|received) (?:an? )?(?:[a-z-]+ ){1,3}scores?\b", re.I)
# Of a share what was done in time, written down or in place is wanted.
DONE = pattern_of(
    r"\b(?:within|in time|on time|had (?:an? |their |been |received )|have (?:an? |their )|held an?|kept|contained|"
    r"included|"
    r"showed that|recorded|received|(?:was|were|been) (?:seen|assessed|weighed|offered|given|reviewed|checked|screened|"
    r"signed|approved|completed|recorded|matched|authorised|countersigned|documented|supported|trained|stored|planned)|"
    r"met|complied|displayed|up[ -]to[ -]date)\b",
    re.I,
)
UNDONE = pattern_of(
    r"\b(?:no|not|never|nor|neither|none|without|lack\w*|un[a-z]+(?:ed|ly)|in(?:appropriate|correct|complete)\w*|wrong\w*|"
    r"excess\w*|too|only after|gaps?|errors?|complications?|adverse|death|died|harm)\b|n[’']t\b",
    re.I,
)
LACKED = pattern_of(
    r"\b(?:had|have|has|with|held|kept) no\b|\bwithout (?:an?|any)\b|\black(?:ed|ing)\b|\bdid not have\b", re.I
)
TROUBLE = pattern_of(r"\b(?:complications?|adverse|gaps?|problems?|concerns?|issues?|harm|pain|symptoms?)\b", re.I)
TIME_LIMIT = pattern_of(
    r"\b(?:within|inside|in under|in less than) (?:the |an? )?(?:[a-z]+|\d+) (?:working )?"
    r"(?:minutes?|hours?|days?|weeks?|months?)\b",
    re.I,
)


def without_limits(scope: str) -> str:
    """Words without the times by which something is to be done: more done in time is better, whatever a wait is.

    >>> without_limits("was seen within four hours"), without_limits("came back within four hours")
    ('was seen in time', 'came back within four hours')
    """
    return TIME_LIMIT.sub("in time", scope) if more_done_is_better(TIME_LIMIT.sub(" ", scope)) else scope


def more_done_is_better(scope: str) -> bool | None:
    """Whether a greater share of those of whom some words say something is better; None where they leave that open.

    >>> more_done_is_better("30 of 50 had a falls assessment"), more_done_is_better("30 of 50 fell")
    (True, None)
    """
    plain = TIME_LIMIT.sub(" ", SCORED.sub(" ", CARE.sub(" ", scope)))
    if LACKED.search(plain) and not TROUBLE.search(plain) and not re.search(rf"\b(?:{UNWANTED})\b", plain, re.I):
        return False
    if UNDONE.search(plain) or re.search(rf"\b(?:{UNWANTED})\b", plain, re.I):
        return more_is_better(plain) if more_is_better(scope) is False else None
    return True if DONE.search(scope) else None


def more_is_better(scope: str, *, timed: bool = False) -> bool | None:
    """Whether more of what some words speak of is better; None where they don't say. timed: it is counted in time.

    >>> more_is_better("complaints upheld"), more_is_better("forms complete"), more_is_better("visits")
    (False, True, None)
    """
    scope = DONE_ABOUT_IT.sub(" recorded ", SCORED.sub(" ", scope))
    low, high = bool(LOW_IS_GOOD.search(scope)), bool(HIGH_IS_GOOD.search(scope))
    low = low or (timed and bool(WAITED.search(scope)))
    return None if low == high else high
