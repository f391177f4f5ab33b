"""Whether what is called the most or the least is so by something else than the figures of the list beside it."""

import re

from looped.checker.earlier import EARLIER
from looped.checker.finding import Finding
from looped.checker.item_names import stems_of
from looped.checker.linking import stem
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage
from looped.checker.whose import told_by_name
from looped.checker.worth import UNWANTED

TROUBLES = pattern_of(rf"\b(?:{UNWANTED})\b", re.I)

OF_RANKS = frozenset(
    (
        "foremost",
        "order-first",
        "second-of-list",
        "held-first",
        "two-ranked",
        "order-ends",
        "highest",
        "set-in-rank",
        "order-named",
    )
)
# What is said of a single time or of some size, or as a rule, and not of the figures told.
NARROW = pattern_of(
    r"\b(?:(?:on|in|at|for|during) (?:a|any|any one|one|a single|the single|any single) (?:single )?(?:day|night|week|"
    r"month|visit|session|shift|hour|go|trip)|for (?:its|their|his|her) (?:size|length|age|type|kind)|"
    r"usually|traditionally|normally|typically|generally|historically|in most years|as a rule|"
    r"relative to (?:its|their)|in proportion|proportionately|per [a-z]+|for each [a-z]+|on average|"
    r"(?:part|share|slice|proportion|half|portion|item) of (?:the|its|our|their|all) (?:[a-z]+ )?(?:work|budget|"
    r"spend\w*|cost|money|time|income|effort|bill|funds?|grant|total|workload|area|land)|"
    r"(?:first|last|top|highest|lowest|best|worst|most often) (?:in|at|on|for) (?:[a-z]+|\d+) of (?:the|"
    r"our|its|all) (?:[a-z]+|\d+)|"
    r"expected|planned|forecast|projected|"
    r"(?:highest|lowest|largest|smallest|longest|shortest|biggest) (?:single|individual)|"
    r"(?:in|by|at) (?:the )?(?:spring|summer|autumn|winter|night|day|weekends?)|"
    r"(?:after|following|on|with) adjustment|adjusted|standardi[sz]ed|weighted|"
    r"(?:once|when|if|after) [^.;:,\d]{3,40} (?:allowed for|taken into account|adjusted for|controlled for))\b",
    re.I,
)
# "Those aged under 30", "women".
SOME = (
    r"(?:(?:those|people|women|men|patients|residents|children|owners|tenants|staff|[a-z]+s) (?:aged|under|over|who|"
    r"with|"
    r"without|that|from)\b[^,;:\d]{0,40}[^,;:]{0,14}|(?:women|men|girls|boys|children|adults|managers|visitors|"
    r"(?:young|older|disabled|new) (?:people|[a-z]+s)|under-\d+s|over-\d+s))"
)
OF_SOME = pattern_of(rf"\W*(?:of|among|amongst|for|in) (?:the |all |our )?(?P<who>{SOME}),", re.I)
AMONG_SOME = pattern_of(
    r"\b(?:among|amongst|for) (?P<who>women|men|girls|boys|children|adults|managers|visitors|(?:young|older) people)\b",
    re.I,
)
# "The largest of the three sites, Ash, had 9 falls"; "Ash has the largest budget".
OF_HOLDERS = pattern_of(
    r"\b(?:largest|smallest|biggest|oldest|newest|busiest|longest|shortest) of (?:the|our|all) (?:[a-z]+ |"
    r"\d+ )?[a-z]+, "
    r"(?-i:[A-Z])[^.;:,()\d]{1,30},",
    re.I,
)
HAS_LARGEST = pattern_of(
    r"\b(?:has|had|with|having) (?:by far )?(?:the )?(?:largest|smallest|biggest) "
    r"(?P<noun>budget|population|team|staff|crew|area|fleet|caseload|site|ward|school|membership|workforce|payroll|"
    r"estate)\b",
    re.I,
)
# "Sails, the largest part, are to go": of its size, and the list is of marks.
OF_SIZE = pattern_of(
    r"the (?:largest|smallest|biggest|cheapest|dearest|oldest|newest|longest|shortest) "
    r"(?!(?:share|number|proportion|percentage|rate|score|mark|figure|gap|rise|fall|change)s?\b)[a-z]+",
    re.I,
)
IN_GROUP = pattern_of(
    r"\W*\b(?:in|at|on|for|among(?:st)?|of) (?:the )?(?P<kind>[a-z-]+) (?P<noun>[a-z]+(?<!s)s)\b", re.I
)
PER_EACH = pattern_of(r"\W*(?:the )?(?:[a-z]+ ){1,3}per [a-z]+ (?:was|were|is|are|came)\b", re.I)
# "The largest boat was Ash with 14 leaks": of its size, and what is counted is a bad thing.
LARGE_THING = pattern_of(
    r"\b(?:largest|smallest|biggest|longest|shortest)(?! ?(?:numbers?|counts?|shares?|proportions?|percentages?|rates?|"
    r"totals?|amounts?|sums?|scores?|groups?|categor\w+|figures?|causes?|sources?|reasons?|waits?|delays?|"
    r"single|was|were|is|are|at|in|by|of|for|with|and)\b) ?[a-z]+",
    re.I,
)
# "Ash had the most sailors": of what it has most.
MOST_OF = pattern_of(r"\b(?:most|fewest|highest|lowest|greatest|largest|smallest) (?P<noun>[a-z’'-]+(?<!s)s)\b", re.I)
OF_ANYTHING = pattern_of(
    r"(?:scores?|rates?|shares?|figures?|numbers?|results?|proportions?|percentages?|levels?|counts?|totals?|marks?|"
    r"areas?|values?|was|is|has|ratings?)$",
    re.I,
)
RATE_OF = pattern_of(
    r"\b(?:highest|lowest|smallest|largest|greatest|best|worst) (?:rates?|shares?|proportions?|percentages?)\b", re.I
)
QUOTED = re.compile(r"“[^“”]{2,60}”")
PAIR_SET_IN = re.compile(r"\((?P<a>\d[\d,.]*)%? (?:against|to|versus|v|compared with|and not) (?P<b>\d[\d,.]*)%?\)")
YEARS_OWN = re.compile(r"\bin (?P<year>(?:19|20)\d\d) \([£$€]?\d")
LISTED = re.compile(r"[;:–(]")
REACH = 2


def is_of_other_rank(read: Passage, low: int, finding: Finding) -> bool:
    """ "Oban had the most on a single day", "highest last year", "for its size": not by the figures of the list."""
    at = read.sentence_at(low)
    words, own = read.sentence(at), read.of_sentence(at)
    clause = clause_of(read, low, low + len(finding.quote))
    near = range(max(0, at - REACH), min(len(read.starts), at + REACH + 1))
    figures = " ".join(read.sentence(each) for each in near if each != at)
    others = f"{figures} {words.replace(clause, ' ')}".lower()
    said = NARROW.search(clause)
    # "Costs per berth were lowest at Ash: £310 at Ash, £420 at Elm": what the figures behind it are.
    rated = own and own[-1].start > low and PER_EACH.match(clause)
    if said and not rated and said.group().lower().split()[-1] not in others:
        return True
    then = EARLIER.search(clause)
    if then and not then.group().lower().startswith(("before", "earlier", "then")):
        return not EARLIER.search(words.replace(clause, " ") if own else figures)
    if _has_pair_beside(read, at, finding) or _is_each_of_its_year(words):
        return True
    if not then and _has_one_of_then(read, at, finding):
        return True
    if OF_HOLDERS.match(read.text, low) or OF_HOLDERS.search(read.text[low : low + len(finding.quote) + 60]):
        return True
    if OF_SIZE.fullmatch(finding.quote.strip()) and re.search(r"\d%|\d\.\d", finding.why) and "£" not in finding.why:
        return True
    largest = HAS_LARGEST.search(clause)
    if largest and stem(largest["noun"].lower()) not in stems_of(others):
        return True
    if _is_of_other_thing(read, at, finding, clause):
        return True
    some = AMONG_SOME.search(clause) or (None if own else OF_SOME.match(words))
    return bool(some and not stems_of(some["who"]) <= stems_of(others.replace(some.group().lower(), " ")))


def _is_of_other_thing(read: Passage, at: int, finding: Finding, clause: str) -> bool:
    """ "Ash had the most sailors. Leaks came to 14 at Ash, 20 at Elm": of a thing that the list is not of."""
    told = {re.sub(r"[^\d.]", "", each) for each in re.findall(r"\d[\d,.]*\d|\d", finding.why)}
    figures = [e for e in read.entries if re.sub(r"[^\d.]", "", e.text) in told and abs(e.sentence - at) <= REACH]
    bare = figures and all(e.kind == "count" and not e.base and not e.share for e in figures)
    if bare and (RATE_OF.search(clause) or (LARGE_THING.search(clause) and TROUBLES.search(read.sentence(at)))):
        return True
    if _is_of_other_group(read, at, clause):
        return True
    most = MOST_OF.search(clause)
    if not most or OF_ANYTHING.match(most["noun"]):
        return False
    for place in (at - 1, at + 1):
        row = told_by_name(read, place, place) if 0 <= place < len(read.starts) else ()
        rest = frozenset(word for each in row for word in each.rest)
        if len(row) > 1 and rest and not rest & stems_of(read.sentence(at)):
            return True
    return False


def _is_of_other_group(read: Passage, at: int, clause: str) -> bool:
    """ "The commonest in wooden boats (12). In steel boats it was found in 30": of a group of its own."""
    own, behind = IN_GROUP.search(clause), IN_GROUP.match(read.sentence(at + 1)) if at + 1 < len(read.starts) else None
    return bool(own and behind and own["noun"] == behind["noun"] and own["kind"] != behind["kind"])


def _has_pair_beside(read: Passage, at: int, finding: Finding) -> bool:
    """ "30 letters, ahead of noise (24), which led in calls (88 against 35)": two of something else."""
    told = re.findall(r"\d[\d,.]*\d|\d", finding.why)
    near = " ".join(read.sentence(each) for each in range(max(0, at - 1), min(len(read.starts), at + REACH)))
    pairs = [each for each in PAIR_SET_IN.finditer(near) if {each["a"], each["b"]} < set(told)]
    return any(len(told) > len({each["a"], each["b"]}) for each in pairs)


def _is_each_of_its_year(words: str) -> bool:
    """ "Elm had the lowest in 2022 (12%), Ash in 2023 (11%)": each of a year of its own."""
    return len({each["year"] for each in YEARS_OWN.finditer(words)}) > 1


def _has_one_of_then(read: Passage, at: int, finding: Finding) -> bool:
    """ "26 gates, ahead of rot (21); last year the second was wear (30)": a figure of then among those of now."""
    told = [e for e in read.entries if abs(e.sentence - at) <= 1 and re.search(rf"\b{re.escape(e.text)}", finding.why)]
    # “Earlier repairs made” (51%): what stands in quotes is a name.
    then = [e for e in told if EARLIER.search(QUOTED.sub("qq", re.split(r"[;.]", read.text[: e.start])[-1]))]
    return 0 < len(then) < len(told)


def clause_of(read: Passage, low: int, high: int) -> str:
    """The words of a quote with what stands by them up to the next mark, without a list's own figures."""
    at = read.sentence_at(low)
    start, end = read.starts[at], read.starts[at] + len(read.sentence(at))
    before = max([start, *(start + each.end() for each in LISTED.finditer(read.text[start:low]))])
    after = re.search(r"[;:–(]|\.\s|, (?:and|but|with|while)\b|\d", read.text[high:end])
    return read.text[before : high + (after.start() if after else end - high)]
