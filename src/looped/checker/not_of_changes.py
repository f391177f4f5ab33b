"""Whether a change or a gap is not the one between the two figures beside it: one needed, of another thing, of then."""

import re

from looped.checker.earlier import MOMENT
from looped.checker.finding import Finding
from looped.checker.item_names import stems_of
from looped.checker.not_of_ranks import clause_of
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage

OF_CHANGES = frozenset(
    ("apart", "it-moved", "order-course", "by-how-much", "change-stated", "which-way", "gap-of-two")
    + ("on-what-was", "change-bracketed", "trend", "concluded-way", "steps", "difference-stated")
)
OF_SIZES = frozenset(("apart", "order-course", "by-how-much", "which-way", "change-stated", "difference-stated"))
MOVES = (
    r"(?:rise|fall|increase|decrease|improve(?:ment)?|grow|drop|climb|reduce|reduction|gain|cut|go (?:up|down)|change|"
    r"add|find|close)"
)
NEEDED = pattern_of(
    r"\b(?:(?:need|ought|ha(?:s|ve|d)|due|set|expected|forecast|projected|planned|likely|hop(?:es?|ed|ing)|"
    r"aim(?:s|ed|ing)?|plan(?:s|ned)?|agreed|intend(?:s|ed)?|want(?:s|ed)?)s?(?:ed)? to|must|should|would|could|might|"
    r"may|will|shall|requires?|required|needs? (?:an?|another)|"
    r"(?:target|plan|aim|hope|forecast|expectation|goal|ambition) (?:is|was|had been|has been)(?: for)?(?: an?)?)"
    rf" (?:[a-z]+ ){{0,3}}{MOVES}\b",
    re.I,
)
BESIDE_AIM = pattern_of(
    r"\b(?:behind|below|short of|above|under|over|beyond|off|ahead of|from|than) (?:its|their|the|our|his|her)"
    r"(?: own| agreed| set| local| national)* (?:targets?|standards?|plans?|goals?|aims?|limits?|budgets?|quotas?|"
    r"average|benchmark|trajectory|forecast)\b|"
    r"\bshort of (?:the |an? )?[^.;,]{0,24}?\b(?:hoped|aimed|asked|planned|called|budgeted) for\b",
    re.I,
)
AIM = pattern_of(r"\b(?:targets?|standards?|plans?|goals?|aims?|limits?|budgets?|quotas?|average|benchmark)\b", re.I)
AIM_TOLD = re.compile(r" ?(?:of |at |is |was |\(|, )*[£$€]?\d")
BEHIND_AIM = pattern_of(rf"(?: [a-z]+){{0,2}}? (?:{BESIDE_AIM.pattern})", re.I)
TIMES = pattern_of(
    r"\b(?:(?:19|20)\d\d|before|after|now|then|later|earlier|ago|previous\w*|last|first|second|third|baseline|"
    r"start|end|from|to|rose|fell|grew|dropped|spring|summer|autumn|winter|this|went|became|up|down)\b",
    re.I,
)
ALL_SHARE = pattern_of(
    r"\W*(?:but |and |meanwhile,? |by contrast,? )?the (?P<of>share|proportion|percentage|rate|number|count|total|"
    r"average|mean|volume|value) of (?:the |all |our |those )?(?P<what>[a-z’' -]{3,40}?) (?:has |have |had |also )*"
    r"(?:rose|risen|fell|fallen|went|gone|grew|grown|dropped|increased|decreased|declined|improved|halved|doubled)\b",
    re.I,
)
CHANGE = r"(?:rise|fall|increase|decrease|drop|reduction|improvement|gain|decline|growth)"
SET_BEHIND = pattern_of(
    rf"(?:\(|, |; |– )(?:up|down|an? (?:[a-z]+ )?{CHANGE}(?: of)?)(?: by)? (?:just |only |about )?[£$€]?$", re.I
)
# "25 points once size is allowed for"; "the national gap is 14%"; "had been 20 points in 2021".
ADJUSTED = pattern_of(
    r" (?:once|after|when|if|with) [^.;:,\d]{0,40}\b(?:allowed for|adjust\w*|taken into account|standardi\w+|weight\w+|"
    r"controlled for)\b",
    re.I,
)
ELSEWHERE = pattern_of(
    r"\b(?:national|regional|county|england|sector|average|typical|uk|borough|adjusted|weighted|baseline)(?:-wide|’s|"
    r"'s)? (?:pay )?"
    r"(?:gap|difference|rise|fall|increase|decrease|change|margin|spread)\b",
    re.I,
)
HAD_BEEN = pattern_of(r"\b(?:had been|was then|had stood at)\b[^.;:\d]{0,30}$", re.I)
YEAR_BEHIND = pattern_of(
    r"(?: [a-z]+)? (?:in (?P<year>(?:19|20)\d\d)|the year before|a year (?:ago|earlier|before)|last)\b"
)
# "After a surplus of £0.45m and a transfer of", "as liabilities fell by": of another thing.
OF_ANOTHER = pattern_of(
    r"\b(?:after|with|through|thanks to) (?:an?|the) [a-z]+ of [£$€]?\d[^;:]{0,40} and (?:an?|the) [a-z]+ of $|"
    r"\b(?:as|while|whereas|because|since) (?!(?:it|they|this|that|the (?:figure|rate|share|number|total))\b)(?:the |"
    r"its )?"
    r"(?:[a-z]+ ){1,3}?(?:rose|fell|grew|dropped|increased|decreased|declined) by (?:just |only |about )?$",
    re.I,
)
# "At 12 months ... At 6 months the difference was 1.9".
AT_TIME = pattern_of(
    r"\W*\b(?:at|after|by) (?P<time>(?:\d+|one|two|three|four|five|six|nine|twelve) (?:days?|weeks?|"
    r"months?|years?)|baseline|discharge|"
    r"admission|birth|follow-up)\b",
    re.I,
)
NAME = re.compile(r"\b[A-Z][a-z]{2,}\b")
OPENERS = (
    "The This That These Those There They And But For From With Our Its All Both Each Over Under After Before Of In At "
    "On By We It A An As To So If When While Some Most"
)
OPENING = frozenset(OPENERS.split())
NUMBERED = frozenset(("number", "count", "total", "volume", "value"))
FEW = 2


def is_to_come(read: Passage, low: int, finding: Finding) -> bool:
    """ "It needs to rise by 5 points", "20 points behind its own target": no change between the two figures."""
    high = low + len(finding.quote)
    at = read.sentence_at(high - 1)
    clause = clause_of(read, low, high)
    if NEEDED.search(clause):
        return True
    beside = BESIDE_AIM.search(read.text, low, high) or BEHIND_AIM.match(read.text, high)
    if beside and AIM_TOLD.match(read.text, beside.end()):
        return False  # "below its budget of £18m": it is one of the two
    if BESIDE_AIM.search(clause) or BEHIND_AIM.match(read.text, high):
        others = [read.sentence(e.sentence) for e in read.entries if abs(e.sentence - at) <= 1 and e.sentence != at]
        own = BESIDE_AIM.sub(" ", read.sentence(at).replace(clause, " "))
        return not any(map(AIM.search, [*others, own]))
    return False


def is_of_other_change(read: Passage, low: int, finding: Finding) -> bool:
    """A change of what the two figures are not of, or since a time that neither is of."""
    high = low + len(finding.quote)
    at = read.sentence_at(high - 1)
    words, own = read.sentence(at), read.of_sentence(at)
    before = [e for e in read.entries if e.sentence == at - 1]
    subject = ALL_SHARE.match(words)
    if subject and len(own) == 1 and len(before) >= FEW:
        told = " ".join(read.sentence(each) for each in range(max(0, at - FEW), at))
        counted = subject["of"].lower() in NUMBERED and all(e.share for e in before)
        return counted or not stems_of(subject["what"]) <= stems_of(told)
    if ADJUSTED.match(read.text, high) or _is_of_elsewhere(read, low, high, words):
        return True
    return _is_of_two_places(read, low, high)


def _is_of_elsewhere(read: Passage, low: int, high: int, words: str) -> bool:
    """ "The national gap is 14%", "the difference had been 20 points in 2021": neither is of the two figures."""
    clause = clause_of(read, low, high)
    if ELSEWHERE.search(clause) and not ELSEWHERE.search(read.text.replace(words, " ")):
        return True
    if OF_ANOTHER.search(read.text[:low]):
        return True
    at = read.sentence_at(high - 1)
    then = AT_TIME.match(words)
    told = {each["time"].lower() for each in AT_TIME.finditer(read.text[: read.starts[at]])}
    if (
        then
        and told
        and then["time"].lower()
        not in {each["time"].lower() for each in AT_TIME.finditer(read.text.replace(words, " "))}
    ):
        return True
    behind = YEAR_BEHIND.match(read.text, high)
    had = behind and HAD_BEEN.search(read.text[:low])
    return bool(had and behind and (behind["year"] is None or read.text.count(behind["year"]) == 1))


def _is_of_two_places(read: Passage, low: int, high: int) -> bool:
    """ "60% at Ayr and 72% at Oban (a rise of 5 points)": two places, and what each was before isn't told."""
    at = read.sentence_at(high - 1)
    words, own = read.sentence(at), read.of_sentence(at)
    size = next((e for e in own if low <= e.start < high and e.end >= high - 1), None)
    size = size or next((e for e in reversed(own) if low <= e.start < high), None)
    if size is None or not SET_BEHIND.search(read.text[read.starts[at] : size.start]):
        return False
    before = [e for e in own if e.end <= size.start]
    lead = words[: size.start - read.starts[at]]
    names = {each for each in NAME.findall(lead) if each not in OPENING and not MOMENT.search(each)}
    plain = not TIMES.search(SET_BEHIND.sub("", lead)) and not MOMENT.search(lead)
    return len(before) >= FEW and len(names) >= FEW and plain
