"""Which figures say how far others are apart, and what nothing was: "by 12", "up 12", "12 more", "a fall of 12"."""

import re
from functools import lru_cache

from looped.checker.by_whom import is_by_whom
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage
from looped.checker.when import LISTS_TIMES

NOUN = (
    r"rises?|increases?|growth|gains?|jump|climb|improvement|falls?|drops?|decreases?|declines?|reductions?|dips?|"
    r"cuts?|"
    r"loss|change|difference|saving|slide|swing|slump|shift"
)
HEDGES = (
    r"(?:about |around |some |nearly |almost |just |only |a |an |over |just over |just under |more than |exactly )*"
)
# "By 12", "plus 12", "adding 12", "the dip had been 12", "the drop in May, 12 calls,": how far two figures are apart.
SIZE_BEFORE = pattern_of(
    rf"(?:\b(?:by|plus|minus|adding|losing|gain(?:s|ed|ing)|regain\w*|lost|loses|shed|adds?|added)|"
    # "The score for falls was 77%": no size of a fall.
    rf"(?<!for )\b(?:{NOUN})(?: (?:of|was|is|were|being|(?:had|has) been|comes? to|came to|stood at|amount(?:s|ed) to|"
    rf"in [^.;,:\d]{{1,30}}? (?:was|is|of))|,|:)?|\b(?:{NOUN})\b[^.;\d]{{1,30}}[:;] it had been|"
    rf"(?<!made )(?<!make )(?<!makes )(?<!making )(?<!-)(?<!follow )\b(?:up|down)(?: by)?) {HEDGES}$",
    re.I,
)
# "The drop in May, 12 calls, took it": set in.
SET_IN = pattern_of(rf"\b(?:{NOUN}) (?:in|of|over|during|between|from) [^.;,:\d]{{1,40}}, {HEDGES}$", re.I)
IN_BRACKETS = pattern_of(
    rf"\b(?:the|an?|this|that|its|their|further|[a-z]+er|[a-z]+est) (?:{NOUN}) (?:in|of) [^.;]{{1,90}}\($", re.I
)
COUNT_OF = pattern_of(
    r"\b(?:numbers?|counts?|totals?|records?) of (?:[a-z’'-]+ ){0,3}(?:falls|drops|rises|gains|cuts|changes|losses)"
    r"(?: (?:was|were|is|are|stood at|came to|by [a-z]+ (?:was|were)))?:? $",
    re.I,
)
COUNTED_BEFORE = pattern_of(r"\d (?:[a-z-]+ )?(?:falls|drops|rises|gains|cuts)\b")
COUNTED_ONES = pattern_of(r" (?:falls|drops|rises|gains|cuts)\b(?! of\b)")
SET_IN_END = re.compile(r"[^.;,\d]{0,25},")
SIZE_BEHIND = pattern_of(
    rf"(?: an? (?:hour|day|week|month|year|head))?(?: (?!for\b|or\b|and\b|in\b|of\b|to\b|the\b|no\b|were\b|"
    rf"was\b|had\b)[a-z’'-]+)?? (?:more|fewer|less|higher|"
    rf"lower|longer|shorter|better|worse)\b(?! (?:or|often|likely|than (?:half|one|a )))|"
    rf" (?:up|down|short|behind|ahead|apart|adrift|times (?:as|more|higher|larger|greater|longer|what|that|the)|"
    rf"{NOUN})\b",
    re.I,
)
FROM = pattern_of(r"\bfrom (?:just |only |about |some |its |the |an? (?:\w+ ){1,2}of )*[£$€]?$", re.I)
TO = pattern_of(r"\b(?:to|became) (?:just |only |about |some |an? (?:\w+ ){1,2}of )*[£$€]?$", re.I)
ENDS_LIKE = pattern_of(r"\b(?:loss|profit|surplus|deficit|saving)(?: of|:| was)? [£$€]?$", re.I)
OWN_YEAR = re.compile(r" in (?:19|20)\d\d\b")


@lru_cache(maxsize=16384)
def is_size(read: Passage, entry: Entry) -> bool:
    """Whether a figure says how far others are apart, and what nothing was.

    >>> from looped.checker.prose import passage
    >>> read = passage("It rose from 41 to 58, a rise of 17.")
    >>> [is_size(read, each) for each in read.entries]
    [False, False, True]
    """
    if entry.base or (entry.share and entry.kind != "share"):
        return False
    if entry.kind == "points":
        return True
    if entry.kind == "count" and COUNTED_ONES.match(read.text, entry.end):
        return False  # "9 falls in May": of people
    lead = read.text[read.starts[entry.sentence] : entry.start]
    if COUNT_OF.search(lead):
        return False  # "the count of falls was 15": how many
    if TO.search(lead) or FROM.search(lead):
        return False
    if LISTS_TIMES.match(read.text, entry.end):
        return False
    if entry.kind == "count" and is_by_whom(lead, read.text[entry.end :]):
        return False  # "79 visits were made by 36 members"
    if ENDS_LIKE.search(lead) and OWN_YEAR.match(read.text, entry.end):
        return False  # "a loss: £14,000 in 2021", "a surplus of £3,000 in 2020": what it was then
    # "The increase in calls this quarter (7.9%) and last (16.4%)": how large each was.
    if (
        entry.kind == "share"
        and lead.endswith("(")
        and read.text.startswith(")", entry.end)
        and IN_BRACKETS.search(lead)
    ):
        return True
    lead = COUNTED_BEFORE.sub(" ", lead)
    set_in = SET_IN.search(lead) and SET_IN_END.match(read.text, entry.end)
    return bool(SIZE_BEFORE.search(lead) or set_in or SIZE_BEHIND.match(read.text, entry.end))
