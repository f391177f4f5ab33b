"""Whether what a rule adds up is told roughly, overlaps, or is one inside the other: then no sum of it is wrong."""

import re
from decimal import Decimal
from itertools import pairwise

from looped.checker.finding import Finding
from looped.checker.numbers import fits
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage

OF_SUMS = frozenset(
    ("parts-of-whole", "nearly-whole", "left-plainly", "two-parts", "taken-away", "rest-accounted", "told-total")
    + ("sum-accounted", "split", "concluded", "closed-list", "bare-list", "plain-parts", "dealt-out", "what-remains")
    + ("weighed-sum", "weighed-rest", "left-over", "total-of-names", "closed-account", "summed-up")
)
OF_LISTS = frozenset(("parts-of-whole", "nearly-whole", "told-total", "closed-list", "bare-list", "weighed-sum"))
OF_BASES = frozenset(("share-of-base", "weighed-share"))
OF_RESTS = frozenset(("two-parts", "rest-accounted", "left-over", "weighed-rest"))
OF_WAYS = frozenset(("which-way", "compared", "share-more", "order-pair", "order-course"))
OF_TWO = frozenset(("complement",))
OF_LEFT = frozenset(("left-plainly", "what-remains"))
OF_ARMS = frozenset(
    (
        "left-plainly",
        "what-remains",
        "taken-away",
        "counted-out",
        "two-parts",
        "left-over",
        "weighed-rest",
        "came-and-went",
        "rest-accounted",
    )
)
OF_TARGETS, OF_LIMITS = frozenset(("from-target",)), frozenset(("every-limit",))
ROUGHLY = pattern_of(
    r"\b(?:about|around|roughly|approximately|nearly|almost|some|over|more than|under|fewer than|less than|just over|"
    r"just under|close to|well over) $",
    re.I,
)
# "Ninety different people"; "some came to more than one"; "good or better".
OVERLAP = pattern_of(
    r"\b(?:different|unique|distinct|individual) (?:people|households|families|[a-z]+s)\b|"
    r"\b(?:some|several|many|a few|most) (?:of (?:them|these|whom) |people |[a-z]+s )?(?:came|attended|had|have|were|"
    r"was|gave|"
    r"made|took|used|named|fell|belong|did|are|went|rang|wrote)\b[^.;]{0,40}\b(?:both|more than (?:one|once)|twice|"
    r"several|"
    r"two or more|repeatedly)\b",
    re.I,
)
NESTED = pattern_of(
    r"\b(?:good|fair|poor|satisfactory|adequate|sound) or (?:better|worse|above|below)\b",
    re.I,
)
SO = pattern_of(r"\b(?:so|leaving|thus|therefore|hence|meaning),? (?:that )?(?:only |just )?$", re.I)
PAIR = re.compile(r"(?P<a>\d[\d,]*) of (?P<b>\d[\d,]*)\b")
SIZED = pattern_of(
    r"(?:\d%?|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))(?: points?| [a-z]+)? "
    r"(?:up|down|more|fewer|less|higher|lower|better|worse) (?:on|than) (?:in )?(?:the (?:year|month|quarter|"
    r"previous)|last|"
    r"a year)\b",
    re.I,
)
YEAR_BEHIND = pattern_of(
    r"(?: in| that of| the figure for| the level of)? (?:(?:19|20)\d\d|last|the (?:year|previous))\b"
)
DURING = pattern_of(r"over \d+ (?:working )?(?:hours|days|weeks|months|years) (?:in|at|by|on|from|with|and|to)\b", re.I)
TOGETHER = re.compile(r"(?P<sum>\d+(?:\.\d+)?)% together")
EITHER_TIME = pattern_of(
    r"\b(?:at night|by night|after dark|(?:at|on|during|over) weekends?|in (?:winter|summer))\b", re.I
)
# "20 faults (including 11 of rust, 2 of rot)".
SOME_OF = pattern_of(r"\d(?: [a-z’'-]+){1,4},? \(?(?:including|such as|for example|among them)[:,]? (?=\d)", re.I)
SUMMED = re.compile(r"= (?P<sum>[\d,]+), (?:against|printed as) (?P<whole>[\d,]+)$")
LEAVES = pattern_of(r"\b(?:leaving|leaves|left)(?: us)?(?: with)? (?=\d)", re.I)
ARM = pattern_of(r";|, (?:and|while|whereas|but)\b|\band (?=(?:in|at|on|from) the other\b)", re.I)
FAR, BEHIND, REACH = 10, 16, 2
WIDE = Decimal("0.12")


def is_rough(read: Passage, low: int, finding: Finding) -> bool:
    """ "About 20 were set aside, leaving 106 of 125": as near as such words let it be."""
    at = read.sentence_at(low)
    told = [e for e in read.entries if 0 <= at - e.sentence <= 1 or low <= e.start < low + len(finding.quote)]
    rough = [e for e in told if ROUGHLY.search(read.text[max(0, e.start - 16) : e.start])]
    figures = [re.sub(r"[^\d.]", "", each) for each in (finding.stated, finding.expected)]
    if not all(figures) or not all(each.strip(".") for each in figures):
        figures = [_number(read, finding.stated), figures[1]]
    if not all(each and each.strip(".") for each in figures):
        return False
    stated, expected = (Decimal(each.strip(".")) for each in figures)
    terms = finding.why.split(", printed")[0]
    for each in rough:
        value = abs(each.figure)
        named = re.search(rf"(?<![\d.,]){re.escape(each.text.split(' ')[0])}(?![\d,]*\d)", terms + " " + finding.stated)
        if (named or value in (stated, expected)) and 0 < abs(stated - expected) <= WIDE * value:
            return True
    return False


def _number(read: Passage, text: str) -> str:
    """What a number in words is."""
    return next((str(e.value) for e in read.entries if e.text == text), "")


def may_overlap(read: Passage, low: int, finding: Finding) -> bool:
    """ "30, 28 and 21 came, 60 different people"; "20 were good or better and 6 outstanding": no parts of a whole."""
    first, last = read.sentence_at(low), read.sentence_at(low + max(0, len(finding.quote) - 1))
    words = " ".join(read.sentence(at) for at in range(first, min(len(read.starts), last + 2)))
    return bool(OVERLAP.search(words) or (finding.code in OF_RESTS and NESTED.search(words)))


def is_of_some(read: Passage, low: int, finding: Finding) -> bool:
    """ "20 faults (including 11 of rust, 2 of rot)": some of them."""
    told = SUMMED.search(finding.why)
    less = told and int(told["sum"].replace(",", "")) < int(told["whole"].replace(",", ""))
    return bool(less) and bool(SOME_OF.search(read.sentence(read.sentence_at(low))))


def is_of_all_before(read: Passage, low: int, finding: Finding) -> bool:
    """ "2,000 were drawn; 620 answered, of which 12 too late, so 608 (30%) are left": of the first."""
    pair = PAIR.match(finding.why)
    entry = next((e for e in read.entries if e.start >= low and e.share), None)
    if not pair or entry is None or entry.share is None or not SO.search(read.text[:low]):
        return False
    count = int(pair["a"].replace(",", ""))
    return any(e.count > count and fits(count, e.count, entry.share) for e in read.entries if e.kind == "count")


def is_left_of_another(read: Passage, low: int, finding: Finding) -> bool:
    """ "Of 120, 96 (80%) were seen. Of the 30 over 85, 27 were (90%). The other 24": what another whole leaves."""
    if finding.code == "left-plainly" and " and " in finding.why:
        return False  # of all that went, told side by side
    rests = [e for e in read.entries if e.start >= low and e.text == finding.stated and e.kind == "count"]
    return any(_leaves(read, rest) for rest in rests)


def _leaves(read: Passage, rest: Entry) -> bool:
    """Whether a whole less what has its share, or less all that its sentence tells, leaves a number."""
    told = [e for e in read.entries if 0 <= rest.sentence - e.sentence <= REACH and e.end <= rest.start]
    told = [e for e in told if e.kind == "count"]
    own = sum(e.count for e in told if e.sentence == rest.sentence)
    for at, each in enumerate(told):
        whole = told[at - 1].count if at else 0
        if each.share and whole - each.count == rest.count and fits(each.count, whole, each.share):
            return True
        if own and each.sentence < rest.sentence and each.count - own == rest.count:
            return True
    return False


def is_left_in_each(read: Passage, low: int, finding: Finding) -> bool:
    """ "At Ash seven left, leaving 112; at Elm ten left, leaving 111": what each leaves is no whole of the other's."""
    at = read.sentence_at(low)
    sentence, start = read.sentence(at), read.starts[at]
    if len(LEAVES.findall(sentence)) < REACH:
        return False
    cuts = [0, *(found.end() for found in ARM.finditer(sentence)), len(sentence)]
    own = next((a, b) for a, b in pairwise(cuts) if a <= low - start < b or b == len(sentence))
    told = {re.sub(r"\D", "", each) for each in re.findall(r"\d[\d,]*", finding.why)}
    others = [e for e in read.of_sentence(at) if not own[0] <= e.start - start < own[1]]
    return any(str(e.count) in told for e in others if e.kind == "count")


def is_since_then(_read: Passage, _low: int, finding: Finding) -> bool:
    """ "14 concerts, four more than the year before, to 5,600 people": more than what isn't told."""
    return bool(SIZED.search(finding.quote))


def are_of_the_same(read: Passage, low: int, finding: Finding) -> bool:
    """ "70% felt safe by day and 44% at night": the same people at either time, and no two parts of them."""
    together = TOGETHER.search(finding.why)
    far = together and abs(Decimal(together["sum"]) - 100) > FAR
    words = read.text[low : low + len(finding.quote) + BEHIND]
    return bool(far and EITHER_TIME.search(words))


def is_from_a_year(read: Passage, low: int, finding: Finding) -> bool:
    """ "5 points above 2022 and 3 below the target": from another year."""
    return bool(YEAR_BEHIND.match(read.text, low + len(finding.quote)))


def is_during(_read: Passage, _low: int, finding: Finding) -> bool:
    """ "Inspected over 12 days in two trips": in so many days, and no limit."""
    return bool(DURING.match(finding.quote))
