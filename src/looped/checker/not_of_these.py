"""Words around what a rule calls wrong that say it is of some, of the others or of another place than was told before.

A mean of some of the things counted; a figure that is the rest of the one before; a figure that is aimed at.
"""

import re
from decimal import Decimal

from looped.checker.finding import Finding
from looped.checker.item_names import stems_of
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage, passage

OF_MEANS = frozenset(
    ("so-many-each", "averaged", "mean-of-list", "mean-of-two", "drawn-rate", "mean-told", "mean-of-none")
)
OF_ALL = frozenset(("all-or-some", "but-some", "same-said", "all-had-one"))
OF_WHOLES = frozenset(("share-of-base", "weighed-share", "share-of-pair"))
OF_THEN = frozenset(
    ("either-of", "top-two", "of-which-each", "some-listed", "share-and-count", "named-together", "others-told")
    + ("share-concluded", "part-told", "again-in-all", "all-had-one", "all-or-some", "both-of", "share-of-item")
    + ("headed-count", "those-again", "per-so-many", "mean-of-list", "fractions-summed", "left-plainly", "dealt-out")
    + (
        "shares-summed",
        "total-of-names",
        "as-defined",
        "share-two-ways",
        "told-total",
        "share-of-told",
    )
    + ("all-rated", "all-in-one", "sheet-fraction", "sheet-plain", "sheet-each-mean", "sheet-all-told", "some-in-each")
)
OF_KINDS = frozenset(("some-listed", "of-which-each", "events-among", "some-in-each", "all-in-one", "both-of"))
OF_RATES = frozenset(("share-of-pair", "rate-of-two", "share-of-base", "share-grounded", "weighed-share"))
OF_ITEMS, OF_SAME = frozenset(("share-of-item",)), frozenset(("as-many", "same-of-two", "order-course"))
BY_LIMIT = frozenset(("as-defined",))
OF_TRIADS, TAKEN_UP = frozenset(("concluded",)), frozenset(("taken-up",))
# "The average grant to schools", "the mean wait of the urgent ones".
MEAN_OF = pattern_of(
    r"\b(?:averages?|mean|typical) (?:[a-z-]+ ){1,3}?(?:to|for|in|at|among|on|from|by|of(?= (?:the |"
    r"an? )?[a-z]+ (?:ones?|"
    r"cases)\b)) (?:the |an? |its |our )?(?P<who>[a-z’'-]+(?: [a-z’'-]+)?)\b",
    re.I,
)
# "The three slowest took 12, 15 and 18 days; the mean of all crews was 9", "a mean of 16 over all 40".
OF_LISTS, SHORT = frozenset(("averaged", "mean-told", "mean-of-list")), 60
MEAN_OF_ALL = pattern_of(
    r"\b(?:averages?|mean) (?:[a-z-]+ )?(?:of|for|over|across|among) (?:all (?!of|three|four|five|six|seven|eight|nine|"
    r"ten|these|those|the)[a-z]+|the (?:whole |entire )?(?:fleet|county|country|service|sector|group|population|cohort|"
    r"sample|trust|others?|rest)\b)(?!\w)",
    re.I,
)
OVER_ALL = pattern_of(r" [^.;:,()\d]{0,30}?\b(?:over|for|of|across|among) all (?:the |of the )?\d", re.I)
EVERY = pattern_of(
    r"(?:each|all|every|both|which|whom|these|those|them|year|month|week|day|period|sample|whole)\b", re.I
)
THEN = pattern_of(
    r"\b(?:last (?:time|year|month|quarter|term|autumn|spring|summer|winter|audit|inspection|survey|visit|round)|"
    r"(?:in |at )?the previous [a-z]+|previously|(?:in |at )?the (?:year|month|quarter|term|audit) before|a year "
    r"(?:ago|earlier|before)|"
    r"in (?:19|20)\d\d|at the (?:first|last|previous) [a-z]+)\b",
    re.I,
)
AIMED = pattern_of(r"\b(?:the|its|our|their|a) (?:targets?|aims?|goals?|plan|forecast|expectation)\b|\bshould\b", re.I)
AIM = pattern_of(
    r"\b(?:targets?|aims?|goals?|plan(?:s|ned)?|budget(?:ed)?|forecast|expected|projected|next (?:year|quarter|month|"
    r"term)|"
    r"capacity|allowance|limit|ceiling|quota)\b",
    re.I,
)
TERMS = re.compile(r"^(?P<a>[\d,.]+) [-+–] (?P<b>[\d,.]+) = ")
QUOTED = re.compile(r"“([^”]+)”")
TAIL = pattern_of(r"\b(?P<by>for|about|with) (?P<what>(?:the |an? )?[a-z’' -]{3,40})$", re.I)
FROM = pattern_of(
    r"\b(?:(?:up|down|rose|risen|fell|fallen|an? (?:rise|fall|increase|decrease|drop)) from|compared (?:with|to)|"
    r"against|"
    r"than(?: the)?) (?:just |only |about )?$",
    re.I,
)
PAIR = re.compile(r"(?P<a>\d[\d,]*) of (?P<b>\d[\d,]*)\b")
BY_SIZE = pattern_of(
    r"\)? (?:by|of (?:the )?(?:total )?) ?(?:value|weight|volume|cost|spend(?:ing)?|amount|length|area|mileage|hours|"
    r"money)\b",
    re.I,
)
OF_WHAT = pattern_of(r" of (?:the |all |our |its )*(?P<what>[a-z’'-]+(?: [a-z’'-]+)?)", re.I)
MEASURED = pattern_of(
    r"(?:lost |total |working )?(?:days|hours|minutes|weeks|months|time|costs?|spend\w*|value|money|bill|budget|area|"
    r"length)\b"
)
# Which of the two comes first, or which way they went, and no figure.
ORDER = pattern_of(
    r"\b(?:order|ranking|trend|pattern|direction|picture|sequence|profile|spread|method\w*|approach|story|opinions?|views?|"
    r"wording|criteria|definitions?)\b[^.;:\d]{0,40}\b(?:the same|identical|alike|similar|unchanged|not "
    r"(?:changed?|moved?))\b|"
    # "The fee was unchanged; 88% paid it last year".
    r"(?:^|[.;] )\W*(?:the|our|its|this) (?:questions?|process|policy|fees?|charges?|targets?|standards?|"
    r"thresholds?) (?:(?:was|were|is|are|has|have|had|"
    r"been|remained|stayed|not) )+(?:the same|unchanged|changed|moved)\b",
    re.I,
)
LEVEL = pattern_of(r"\b(?:unchanged|the same|no change|not (?:changed?|moved?))\b", re.I)
KIND = pattern_of(
    r"\b(?:serious|severe|large|larger|major|minor|small|smaller|urgent|fatal|new|further|repeat(?:ed)?|late|early|"
    r"mild|"
    r"moderate|avoidable|preventable|unplanned|reportable|significant|confirmed|suspected|first|second|unexplained|"
    r"non-serious|life-threatening|long|short|high-risk|upheld|outstanding|recurrent|additional)\b(?= [a-z])",
    re.I,
)
# A place before its own subject, or behind it: "at Elm, training is", "staffing at Ash is".
PART_OF = re.compile(
    r"(?:(?:At|In|For|On) (?:the )?[A-Z][\w’' -]{1,30}?, (?:the )?(?!(?:it|this|that|the (?:share|rate|figure|"
    r"result))\b)[a-z]|"
    r"(?:The )?(?!Compliance|Performance|Result|Rate|Share|Score|Figure|Level)[A-Z][a-z]+(?: [a-z]+)? (?:at|in|on|"
    r"for) [A-Z])"
)
OWN_COUNTS = re.compile(r"\s*\((?:n ?= ?)?(?:\d+|none|no|zero|nil|one|two|three|four|five|six)\b[^()]*\)", re.I)
OF_ANY_KIND = pattern_of(r"\b(?:any|all|minor|other|total|kinds?|sorts?|of them|events?|cases?|incidents?)\b", re.I)
HAD_ONE = pattern_of(
    r"\b(?:had|has|have|held|kept|carried|contained) (?:an? |its |their |the )(?:[a-z]+ )?(?P<what>[a-z]{3,})\b", re.I
)
DENIED = pattern_of(r"\b(?:not|no|never|without|lack\w*|none|neither)\b|n[’']t\b", re.I)
LACKING = pattern_of(r"\b(?:missing|absent|lacking|lost|not (?:there|found|in place|on file|present|seen))\b", re.I)
NEAR = 60


def is_mean_of_some(read: Passage, low: int, finding: Finding) -> bool:
    """ "31 grants worth £124,000. The average grant to schools was £5,200": of some of them."""
    at = read.sentence_at(low)
    lead = read.text[read.starts[at] : low + len(finding.quote)]
    behind = read.text[low + len(finding.quote) : low + len(finding.quote) + SHORT]
    if finding.code in OF_LISTS and (MEAN_OF_ALL.search(lead) or OVER_ALL.match(behind)):
        return True
    found = MEAN_OF.search(lead)
    if not found or EVERY.match(found["who"]):
        return False
    told = " ".join(read.sentence(each) for each in range(max(0, at - 2), at + 1)).replace(found.group(), " ")
    return not stems_of(found["who"].split()[0]) & stems_of(told)


def is_aimed_at(read: Passage, _low: int, finding: Finding) -> bool:
    """ "42 visits, 12 more than last year. The target is 50": no term of a sum is what is aimed at."""
    terms = TERMS.match(finding.why)
    values = {Decimal(terms[side].replace(",", "")) for side in "ab"} if terms else set()
    stated = next((e.sentence for e in read.entries if finding.stated in (e.text, str(e.value))), None)
    return any(
        e.value in values and e.sentence != stated and AIM.search(read.sentence(e.sentence)) for e in read.entries
    )


def are_on_two(_read: Passage, _low: int, finding: Finding) -> bool:
    """ "All 12 met the standard for hands. Two of the 12 missed the standard for linen": each on something else."""
    quoted = QUOTED.findall(finding.why)
    one, other = quoted if len(quoted) > 1 else (finding.quote, finding.why)
    tails = [TAIL.search(each.strip(" .;")) for each in (one, other)]
    if not tails[0] or not tails[1] or tails[0]["by"].lower() != tails[1]["by"].lower():
        return False
    first, second = (stems_of(each["what"]) for each in tails if each)
    heads = [
        stems_of(text[: each.start()])
        for text, each in zip((one.strip(" .;"), other.strip(" .;")), tails, strict=True)
        if each
    ]
    shared = (heads[0] & heads[1]) - {"the"}
    return bool(first and second and first.isdisjoint(second) and shared)


def is_of_another_time(read: Passage, _low: int, finding: Finding) -> bool:
    """ "310 calls, up from 221, of which 62 (20%) were urgent": what was before is not the whole."""
    pair = PAIR.match(finding.why)
    base = int(pair["b"].replace(",", "")) if pair else 0
    told = [e for e in read.entries if e.kind == "count" and base in (e.count, e.base)]
    if any(e.base == base and e.text == finding.quote for e in told):
        return False  # "compared with 19 of 48 (40%)": its own whole
    return bool(told) and all(FROM.search(read.text[max(0, e.start - NEAR) : e.start]) for e in told)


def is_the_rest(_read: Passage, _low: int, finding: Finding) -> bool:
    """ "12 of the 40 files lacked a name. All 28 signed files ...": as many as the others are."""
    quoted = QUOTED.findall(finding.why)
    told = passage(quoted[-1]).entries if quoted else ()
    stated = [e.count for e in passage(f"There were {finding.stated} of them.").entries if e.kind == "count"]
    return any(e.base and e.base - e.count in stated for e in told)


def is_of_then(read: Passage, low: int, finding: Finding) -> bool:
    """ "Last year 45 were in the top two", "the aim is 50": of another time, or not so yet, and the rest is of now."""
    at, high = read.sentence_at(low), low + len(finding.quote)
    end = read.starts[at] + len(read.sentence(at))
    start = max(read.starts[at], read.text.rfind(";", 0, low) + 1)
    stop = read.text.find(";", high)
    clause = read.text[start : stop if 0 <= stop < end else max(end, high)]
    terms = re.findall(r"\d[\d,.]*\d|\d", re.split(r" is | = |, printed", finding.why)[0])
    if sum(each in clause for each in terms) > 1:
        return False  # "36 falls during 4,800 the year before, a rate of 8.5": all of that time
    around = " ".join(read.sentence(each) for each in range(max(0, at - 2), min(len(read.starts), at + 2)))
    others = around.replace(clause.strip(), " ")
    return any(each.search(clause) and not each.search(others) for each in (THEN, AIMED)) and bool(others.strip(" .;"))


def is_of_a_kind(read: Passage, low: int, finding: Finding) -> bool:
    """ "Two leaks in straw ... no serious leaks arose in straw": of some of those that are counted."""
    quote = finding.quote
    # "No serious leaks in either shed (2 of 61 and 0 of 59)": the counts in the bracket are of these.
    own = OWN_COUNTS.match(read.text, low + len(quote))
    if own and not OF_ANY_KIND.search(own.group()):
        return False
    others = read.text[:low] + read.text[low + len(quote) :]
    return any(not re.search(rf"\b{found.group()}\b", others, re.I) for found in KIND.finditer(quote))


def is_by_size(read: Passage, low: int, finding: Finding) -> bool:
    """ "20 of 250 bills (8%), an error rate of 12% by value": of what they come to."""
    return bool(BY_SIZE.match(read.text, low + len(finding.quote)))


def is_of_other_whole(read: Passage, low: int, finding: Finding) -> bool:
    """ "36 delays: ... Transport accounted for 37% of the days lost": of other things than the list's."""
    what = OF_WHAT.match(read.text, low + len(finding.quote))
    at = read.sentence_at(low)
    told = " ".join(read.sentence(each) for each in range(max(0, at - 2), at)) + read.text[read.starts[at] : low]
    measured = what and MEASURED.match(what["what"])
    return bool(what and measured and not stems_of(what["what"]) & stems_of(told))


def is_of_order(read: Passage, low: int, finding: Finding) -> bool:
    """ "The order was the same in both ports": no figure of theirs."""
    if finding.code == "order-course" and not LEVEL.search(finding.why):
        return False
    return bool(ORDER.search(read.sentence(read.sentence_at(low))))


def is_of_a_part(read: Passage, low: int, finding: Finding) -> bool:
    """ "At Elm, training is a strength": of something there, and not of the place."""
    return bool(PART_OF.match(finding.quote.strip()))


def is_how_it_was(_read: Passage, _low: int, finding: Finding) -> bool:
    """ "Every home had a fire plan, though in 3 of the 14 the plan was out of date": it was there, and of some kind."""
    had = HAD_ONE.search(finding.quote)
    quoted = QUOTED.findall(finding.why)
    against = quoted[-1] if quoted else finding.why
    what = re.escape(had["what"]) if had else "-"
    it_was = re.search(
        rf"\b(?:(?:the|its|their) {what}s? (?:was|were|is|had)|an? {what} (?:that|which|with|from|in)|"
        rf"an? (?P<kind>(?!{what})[a-z]+) {what})\b",
        against,
        re.I,
    )
    if had is None or it_was is None or DENIED.search(f"{finding.quote} {against}"):
        return False
    kind = it_was["kind"] or "-"
    return kind.lower() not in finding.quote.lower().split() and not LACKING.search(against, it_was.end())
