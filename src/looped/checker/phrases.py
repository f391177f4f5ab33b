"""Small words that many rules look for, in one place: what they stand for, and not how each rule uses them.

Each is the inside of an alternation: `rf"\\bof (?:{WHICH})\\b"`.
"""

import re

from looped.checker.patterns import pattern_of

# What was told before is taken up.
THEM = r"them|these|those"
WHICH = rf"{THEM}|whom|which"
OF_WHICH = pattern_of(rf"\bof (?:{WHICH})\b", re.I)
# "Five were late, two of them at Ayr": behind a figure of which the next is a part.
SOME_OF_THEM = pattern_of(rf"[^.;]{{3,80}}?[,–—(] ?(?:and |but )?(?:[a-z]+|\d+)(?: [a-z]+)? of (?:{WHICH})\b", re.I)
# "None of the 95": the number is of a whole, and no part or rest.
NONE_OF_THE = pattern_of(r"\b(?:none|all|each|any|neither|both|one|most|some|half) of the $", re.I)
# A bracket behind it may tell ages, or hours: "for juniors (8 to 12)".
OF_AGES = pattern_of(r"\b(?:people|adults|juniors|children|young|youths?|aged?|hours|times|years|men|women)\W*$", re.I)
# Told of another time than the figures around it.
OTHER_TIME = pattern_of(r"\b(?:last (?:year|time|round|audit|quarter)|previous\w*|in (?:19|20)\d\d)\b", re.I)
# Right behind a time or an end of a list: its figure.
TOLD = pattern_of(r",? ?\(?(?:when [a-z ]{3,25}|it was )?[£$€]?\d")
# One figure against another.
MORE_OR_LESS = r"more|fewer|less|higher|lower"
# Before a figure.
ONLY = r"just |only |about "
IN_ALL = r"in all|in total|altogether"
# "All but two".
BUT = r"but|bar|except|save"
EXCEPT = r"without|except|excluding|apart from|other than|leaving (?:out|aside)"
AVERAGED = r"averag(?:e|es|ed|ing)|mean"
# A grade and those beyond it.
OR_BETTER = pattern_of(r"\bor (?:better|above|higher|worse|below|lower)\b", re.I)
IS_MEAN = pattern_of(rf"\b(?:on average|{AVERAGED})\b", re.I)
MONTHS = r"January|February|March|April|May|June|July|August|September|October|November|December"
# "No boat was seen that had not been asked for", "was seen without being".
DOUBLE = pattern_of(
    r"\b(?:who|that|which|whom)\b[^.;:]{0,30}?(?:\b(?:not|never|no)\b|n[’']t\b)|\bwithout (?:first |having |being |"
    r"been )*[a-z]+(?:ed|en|ing|wn|nt|pt)\b",
    re.I,
)
