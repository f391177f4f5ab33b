"""Whether two counts that a rate or a sum was drawn from are not of each other: places, those who counted, bounds."""

import re

from looped.checker.finding import Finding
from looped.checker.linking import stem
from looped.checker.numbers import fits, percent
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage

OF_SHARES = frozenset(
    ("share-of-base", "share-of-pair", "share-grounded", "weighed-share", "weighed-mean", "rate-of-two")
    + ("share-drawn",)
)
OF_BASES = frozenset(("share-of-base", "weighed-share", "of-no-whole"))
OF_MANY = frozenset(("split", "so-many-each", "mean-told", "mean-of-two", "averaged", "weighed-mean", "drawn-rate"))
OF_RATES = frozenset(("compared", "which-way", "order-pair", "apart"))
# Both figures of a share, as its finding tells them.
PAIR = re.compile(r"(?P<a>\d[\d,]*) (?:of|/) (?P<b>\d[\d,]*)\b")
# Places and bodies that hold what is counted, and those who count it: no part of it.
HOLDERS = (
    r"(?:ports?|harbours?|estates?|sites?|wards?|schools?|colleges?|cent(?:re|er)s?|services?|areas?|villages?|towns?|"
    r"cities|counties|countries|regions?|districts?|boroughs?|parishes|offices?|homes|teams?|streets?|clinics?|"
    r"practices|hospitals?|trusts?|departments?|units|branches|depots?|buildings?|libraries|stations?|sectors?|"
    r"localities|neighbourhoods?|councils?|authorities|providers?|shops|stores|yards|farms|sheds|rooms|floors|courses|"
    r"classes|sessions|visits|days|weeks|months|years|quarters|terms|shifts|organi[sz]ations|bodies|companies|firms|"
    r"employers|agencies|charities|clubs|caseloads|rotas|routes|blocks|projects|networks|groups)"
)
COUNTERS = (
    r"(?:auditors?|inspectors?|reviewers?|assessors?|readers|raters|interviewers|surveyors?|researchers?|staff|"
    r"volunteers|nurses|carers|clerks|officers|trustees|members of staff|people)"
)
IN_HOLDERS = pattern_of(
    r"\b(?:in|at|on|across|over|from|to|within|among|throughout|of) (?:the |all |our |its |these |some )*$", re.I
)
BY = pattern_of(r"\bby (?:the |our |its )?$", re.I)
HELD = pattern_of(rf" (?:[a-z’'-]+ ){{0,2}}?(?P<noun>{HOLDERS})\b", re.I)
COUNTING = pattern_of(rf" (?:[a-z’'-]+ )?{COUNTERS}\b", re.I)
NOUN = pattern_of(r" (?:(?!(?:of|were|was|in|at|on)\b)[a-z’'-]+ )?(?P<noun>[a-z’'-]+)", re.I)
LISTED_STAFF = pattern_of(rf" (?:[a-z’'-]+ )?{COUNTERS}(?=[.,;:]| with\b)", re.I)
AND = pattern_of(r" (?:[a-z’'-]+ ){0,2}[a-z’'-]+ and ", re.I)
RATE = pattern_of(r"\b(?:per|(?:for|in|to|out of) (?:every|each)) (?:hundred|thousand|1?0?,?\d{3}|100?|10)\b", re.I)
THAN_OTHERS = pattern_of(
    r"\bthan (?:the |an? )?(?:[a-z]+ )?(?:national|regional|average|target|expected|county|england|benchmark|"
    r"typical)\b",
    re.I,
)
# "Of those with children (31), 20 (65%)".
OF_BRACKETED = pattern_of(
    r"\b(?:of|among|for) (?:the |those |all )[^.;:()\d]{3,60} \((?:n ?= ?)?(?P<n>\d[\d,]*)\),", re.I
)
ROUGH = pattern_of(
    r"(?<!add )(?<!adds )(?<!added )(?<!adding )\b(?:up to|at least|at most|no more than|between|or more than|per|"
    r"every) $|"
    r"\b(?:between \d[\d,]* and|from \d[\d,]* to|\d to) $|\d ?[–-] ?$",
    re.I,
)

# "113 in 685 (16.5%)": of these, by their share.
IN_SO_MANY = re.compile(r"\d[\d,]* in (?:the )?\d[\d,]* \([\d.]+ ?%\)")


def are_of_two_things(read: Passage, low: int, finding: Finding) -> bool:
    """ "400 owners in 25 ports, a response rate of 62%": the one count is no part of the other."""
    pair = PAIR.match(finding.why)
    if not pair or IN_SO_MANY.fullmatch(finding.quote):
        return False
    a, b = (int(pair[side].replace(",", "")) for side in "ab")
    at = read.sentence_at(low)
    near = [e for e in read.entries if e.kind == "count" and not e.base and 0 <= at - e.sentence <= 1]
    parts, wholes = [e for e in near if e.count == a], [e for e in near if e.count == b]
    return any(
        part is not whole and part.sentence == whole.sentence and _is_held(read, part, whole)
        for part in parts
        for whole in wholes
    )


def _is_held(read: Passage, part: Entry, whole: Entry) -> bool:
    """Whether the smaller count is of places that hold the others, or of those who counted them."""
    before, behind = read.text[read.starts[part.sentence] : part.start], read.text[part.end : part.end + 60]
    thing = NOUN.match(read.text, whole.end)
    held = HELD.match(behind)
    if not thing or part.share:
        return False
    other = held and stem(held["noun"].lower()) not in {stem(each.lower()) for each in thing.group().split()}
    if other and (part.start < whole.start or IN_HOLDERS.search(before)):
        return True
    if COUNTING.match(behind) and BY.search(before):
        return True
    return bool(LISTED_STAFF.match(behind) and AND.fullmatch(read.text[whole.end : part.start]))


def is_of_bracketed(read: Passage, low: int, finding: Finding) -> bool:
    """ "90 replied. Of those with children (31), 20 (65%) were content": of those in the bracket."""
    at = read.sentence_at(low)
    said = OF_BRACKETED.search(read.text[read.starts[at] : low + 1])
    pair, printed = PAIR.match(finding.why), re.search(r"[\d.]+(?=%)", finding.stated)
    if not said or not pair or not printed:
        return False
    count, base = int(pair["a"].replace(",", "")), int(said["n"].replace(",", ""))
    return 0 < count <= base and fits(count, base, percent(printed.group()))


def is_of_a_bound(read: Passage, low: int, finding: Finding) -> bool:
    """ "Between 12 and 15 people came to each of the 8 sessions, 108 in all": no term of a product is a bound."""
    at = read.sentence_at(low)
    terms = re.split(r" is | = ", finding.why)[0]
    near = [e for e in read.entries if 0 <= at - e.sentence <= 1]
    told = [e for e in near if re.search(rf"\b{re.escape(e.text)}\b", terms)]
    return any(e.text != finding.stated and ROUGH.search(read.text[: e.start]) for e in told)


def is_of_rate(read: Passage, low: int, _finding: Finding) -> bool:
    """ "84 leaks over 400 dives, fewer than the national 27 for every 100": a rate beside another, no count."""
    sentence = read.sentence(read.sentence_at(low))
    said = THAN_OTHERS.search(sentence)
    return bool(said and RATE.search(sentence, said.end()))
