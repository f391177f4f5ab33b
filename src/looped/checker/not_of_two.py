"""Whether two counts that a rate or a sum was drawn from are not of each other: places, those who counted, bounds."""

import re
from itertools import permutations

from looped.checker.finding import Finding
from looped.checker.linking import stem
from looped.checker.numbers import fits, percent
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, stems

OF_SHARES = frozenset(
    ("share-of-base", "share-of-pair", "share-grounded", "weighed-share", "weighed-mean", "rate-of-two")
    + ("share-drawn",)
)
OF_BASES = frozenset(("share-of-base", "weighed-share", "of-no-whole"))
OF_MANY = frozenset(("split", "so-many-each", "mean-told", "mean-of-two", "averaged", "weighed-mean", "drawn-rate"))
OF_TIMES = frozenset(("apart", "times-over", "order-course"))
OF_LIMITS = frozenset(("concluded",))
OF_GAPS = frozenset(("apart", "by-how-much", "difference-stated"))
OF_SUBJECTS = frozenset(("order-pair",))
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
TIMES = {"halv": 2, "doubl": 2, "trebl": 3, "tripl": 3}
WAS = pattern_of(
    r"\((?:it )?(?:was|had been|were|up from|down from|from|against|vs\.?|versus|compared with) (?:only |just )?$", re.I
)
LIMIT = pattern_of(r"\b(?:limit|target|maximum|standard|ceiling|aim) of (?:only |just )?$", re.I)
SPENT = pattern_of(r"\b(?:over|under)sp[a-z]+ (?:together |in all )?by (?:a total of )?$", re.I)
FEW = 4
VERB = re.compile(r" (?:was|were|is|are|had|has|have) ")
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
    if any(WAS.search(read.text[: e.start]) for e in (*parts, *wholes)):
        return True  # "212 boats (was 205 in May); 96% were dry": of another time
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


def are_two_others(read: Passage, low: int, finding: Finding) -> bool:
    """ "31 came; three left (it was six, so halved)": of the few plain counts of the sentence two others give it."""
    said = f"{finding.quote} {finding.why}".lower()
    times = next((n for begin, n in TIMES.items() if said.startswith(begin) or f"“{begin}" in said), None)
    own = [e for e in read.of_sentence(read.sentence_at(low)) if e.kind == "count" and e.value]
    if times is None or len(own) > FEW or any(e.share or e.base for e in own):
        return False
    return any(a.value == b.value * times for a, b in permutations(own, 2))


def is_of_other_subject(read: Passage, low: int, finding: Finding) -> bool:
    """ "28 fell at Ayr and 23 at Oban. Cuts led. Burns were commoner at Oban": of what no figure is told of."""
    at, subject = read.sentence_at(low), VERB.split(finding.quote)[0]
    told = [e for e in read.entries if e.text in finding.why]
    own = stems(subject)
    if not told or not own or subject == finding.quote or max(e.sentence for e in told) > at - 2:
        return False
    return not own & stems(" ".join(read.sentence(e.sentence) for e in told))


def is_of_plan(read: Passage, low: int, _finding: Finding) -> bool:
    """ "By £61,000 and £38,000. The others underspent by £52,000": from what was planned, and from no figure told."""
    return bool(SPENT.search(read.text[:low]))


def is_of_limit(read: Passage, low: int, finding: Finding) -> bool:
    """ "It took 19 days, two fewer than last year and well inside the limit of 28": two fewer than what isn't told."""
    told = re.findall(r"\d[\d,]*", finding.why)
    near = [e for e in read.of_sentence(read.sentence_at(low)) if e.text.split(" ")[0] in told]
    return any(LIMIT.search(read.text[: e.start]) for e in near)
