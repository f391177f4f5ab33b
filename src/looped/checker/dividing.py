"""The words that divide a whole, leave a rest of it, set parts apart or let them overlap."""

import re

from looped.checker.patterns import pattern_of

LEFT = pattern_of(
    r"(?:\b(?:the |a |all |its )?(?:remaining|remainder(?: of| were|,)?|(?<=the )others?|rest(?: of)?(?: the)?,?|"
    r"balance of|last)|"
    r"\bleav(?:ing|es)(?: a balance of| a total of| just| only| the)?|\bleft(?: with| a balance of)?)\s*(?:just |"
    r"only |of )?$",
    re.I,
)
# "Of the remainder, six were moved down and two up": a part of what is left.
OF_REST = pattern_of(
    r"\b(?:of|among|amongst|from|out of) (?:all )?(?:the )?(?:remainder|rest|others|remaining [a-z’'-]+),? "
    r"(?:only |just |some |about )?$",
    re.I,
)
LEFT_AFTER = pattern_of(
    r"^[^.;\d]{0,24}?(?:(?<!\bthe )\bremain(?:s|ed|ing)?|"
    r"\b(?:was|were|is|are|being) (?:left|still)|\b(?:is|are|was|were|remain\w*) "
    r"(?:still |yet )?(?:outstanding|to be|unaccounted|unspent))\b",
    re.I,
)
# Those whom a question wasn't put to are no part of those who answered it.
IS_N, IS_N_TOO = pattern_of(r"\(n\s*=\s*$"), pattern_of(r"\(n\s*=")
NOT_ASKED = pattern_of(r"[^.;:\d]{0,40}\b(?:not asked|did not apply|not applicable|not eligible|no need)\b", re.I)
DIVIDES = pattern_of(
    r"^[^.;:\d]{0,70}?(?::\s|,? (?:of|among) (?:whom|which|these|them),? |\s?[(–—-]\s?|, (?:made up of|comprising|"
    r"consisting of|namely|"
    r"being|with|giving|split into|divided into) |(?: and)? (?:comprised|consisted of|were made up of|"
    r"split as|broke down as|break down as|divided? as|fell out as|f[ae]ll into groups of) )",
    re.I,
)
# "More than half of the 70 had mould, a third had mice": shares of it, which may overlap.
HALF_OF = pattern_of(
    r"\b(?:half|third|quarter|most|majority|all|many|\d% ?|per ?cent) of (?:the |these |our |all )*$", re.I
)
OF = pattern_of(
    r"(?:^|[.:;]\s|\n)\s*(?:of|from|among(?:st)?|out of)\s+(?:(?:the|these|those|all|our|its|their|same|a|total|of|"
    r"sample|full)\s+)*(?:(?:[a-z-]+\s+)?[a-z-]+[’']s\s+)?$",
    re.I,
)
# What one thing can have beside another: lists of these divide nothing.
SHARED = pattern_of(
    r"\b(?:(?:had|have|has|having)(?! (?:been|not been|since been|now been)\b)|included?|contain(?:s|ed)?|"
    r"listed?|mention(?:s|ed)|record(?:s|ed)|show(?:s|ed)|"
    r"gave|received|lack(?:s|ed)|"
    r"need(?:s|ed)|used?|said|told|attended|with|cited|named|raised|reported|identified|experienced|covered|"
    r"signed|dated)\b",
    re.I,
)
SEVERAL = pattern_of(
    r"\b(?:more than one|at least one|any that|all that apply|several|multiple|overlap|both|also|could (?:tick|"
    r"choose|give|select)|"
    r"not mutually|some of (?:these|them|whom)|in addition|as well|may not|do not (?:sum|add|total)|further)\b",
    re.I,
)
OVERLAP = pattern_of(
    r"\b(?:more than one|any that|all that apply|several|multiple|"
    r"(?<!no )(?<!without )(?<!without any )(?<!not )overlap\w*|not mutually|counted (?:twice|"
    r"more than once)|(?:full-time|whole-time) equivalents?|weighted)\b",
    re.I,
)
# Each is of one part only: "each named one only", "one reason each", "nobody gave more than one", "counted once".
PART = (
    r"(?:[a-z]+ )??(?:reason|answer|cause|subject|topic|category|main|option|response|grade|rating|group|code|choice|"
    r"kind|type|party|site|source|mark|score|vote|status|heading|class|outcome|result|band|only)s?\b"
)
CHOSE = r"\b(?:nam|cho[os]|pick|tick|select|g[ai]v|mark)\w* "
ONE_EACH = pattern_of(
    rf"\b(?:each|every\w*|all)\b[^.;:]{{0,40}}\b(?:in|into|to|under|as|from) (?:only |just )?one of (?:the |"
    rf"these |our |its )?"
    rf"(?:[a-z]+ )?{PART}|"
    rf"\b(?:each|every\w*|all)\b[^.;:]{{0,40}} (?:only |just )?(?:one|a single) {PART}|"
    rf"\b(?:each|every\w*|all)\b[^.;:]{{0,40}}{CHOSE}(?:only |just )?(?:one|a single)\b|"
    rf"{CHOSE}(?:(?:only|just) one\b|one (?:[a-z]+ )?(?:only|each)\b)|"
    r"\b(?:no one|nobody|none|no [a-z]+) (?:of them )?(?:could |can |may |might )?[a-z]+ (?:under |in |into |to )?"
    r"more than one\b|"
    rf"\b(?:only )?one {PART} (?:for )?(?:each|per [a-z]+|only|was (?:allowed|taken|possible|asked for))\b|"
    # "The outcomes, one for every boat".
    rf"\b{PART},? \(?(?:only |just |exactly )?one (?:for|per|to|from) (?:each|every) [a-z]+|"
    r"\bcounted (?:only |just )?once\b|"
    # "One per boat, none left ungraded", "each of the boats has one of them".
    r"\bone (?:per|for each|for every) [a-z]+(?: [a-z]+)?(?:, (?:and |with )?(?:none|no [a-z]+|nobody)\b|\))|"
    r"\b(?:none|nobody|no [a-z]+) (?:was |were |being )?left (?:un(?:graded|rated|class\w+|coded|scored|"
    r"assigned|judged|marked|sorted|grouped|allocated)|out)\b|"
    r"\beach (?:of (?:the|these|our) )?[a-z]+(?: [a-z]+)? (?:has|had|was given|were given|gets|got|is in|"
    r"was in|fell into) "
    r"(?:only |just |exactly )?one of (?:them|these)\b",
    re.I,
)
# Behind the last of some shares: "and the rest were lost", of which no share is told.
UNTOLD = pattern_of(
    r"[^.;\d]{0,40}[;,.] (?:and |while |with )?(?:all )?the (?:rest|others?|remainder|remaining [a-z]+)\b(?![^.;]*\d)",
    re.I,
)
# A list that tells some of several, or leaves a rest that it doesn't count.
OPEN = pattern_of(
    r"\b(?:commonest|most (?:common|frequent|usual|often)\w*|main|chief|leading|top|principal|largest|biggest|greatest)"
    r" [a-z]+s?\b|"
    r"\b(?:the|a|among the|with the) (?:rest|remainder|others)\b(?!,? (?:of (?:the |them )?)?(?:\d|one\b|two\b|"
    r"three\b|four\b|"
    r"five\b|six\b|seven\b|eight\b|nine\b|ten\b|eleven\b|twelve\b|[a-z]+teen\b|[a-z]+ty\b|\())|"
    r"(?:^|[;,.] )others (?:came|were|had|did|said|[a-z]+ed)\b|"
    r"\b(?:among|of) the (?:others|rest)\b|\band so on\b|\betc\b|\bamong other things\b|"
    r"\b(?:small|smaller|minor|lesser) (?:sums|amounts|numbers|items|grants|costs)\b",
    re.I,
)
SET_APART = pattern_of(
    r"\b(?:main|only one|one (?:way|answer|option|reason) each|either|allocated|assigned|randomi[sz]ed|split|"
    r"divided|broken down|graded|"
    r"rated|judged|classed|categori[sz]ed|giving|respectively|assessed as)\b",
    re.I,
)
TOTALS = pattern_of(
    r"\b(?:in all|in total|altogether|(?:making|giving|bringing|for|with|to) (?:a |the |an )?(?:combined |"
    r"overall |grand )?total (?:of|to)|"
    r"a (?:combined |grand )?total of|together (?:making|came to|come to)|totalling|came to|come to|making|"
    r"adding up to|sum(?:ming)? to|amount(?:ed|ing)? to)\s*(?:just |only )?$",
    re.I,
)
TOTALS_AFTER = pattern_of(r"^[^.;:,\d]{0,24}?\b(?:in all|in total|altogether|all told|overall|together)\b", re.I)

# "Four councillors, two officers and the chair": one that no figure tells.
SINGLE = re.compile(r"(?:,| and)(?: and)? (?:the|an?|its|his|her|their) (?!(?:other|rest|remain|total)[a-z]*\b)[a-z]")
# "In the last two years": a time.
IN_LAST = pattern_of(r"\b(?:in|over|for|during|of|from|since|within)\s+(?:the\s+)?last\s*$", re.I)
TIMES = pattern_of(r"\s+(?:years?|months?|weeks?|days?|quarters?|terms?|times?|cycles?)\b|\s*[.;,)]", re.I)
# "Seven came from one department": no part.
ONE = pattern_of(r"\b(?:from|in|by|at|with|to|for|on|than|per)\s+$", re.I)
