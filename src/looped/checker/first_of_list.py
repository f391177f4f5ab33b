"""What is called first or last of a list: the words for it, of which item it is said, and whether that is so."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from looped.checker.end_words import ANY_END, BUSIEST, HIGHEST, LOWEST, QUIETEST
from looped.checker.item_names import stems_of
from looped.checker.listing import Listing, Named
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage
from looped.checker.ranks import BEYOND, NAME_BEHIND, ONE_OF_THEM, ORDERED, SOME_MAIN, UNDONE
from looped.checker.worth import DURATIONS, UNWANTED

# "The higher share of the two", "above each of the other three".
OF_TWO = re.compile(r"higher|greater|larger|lower|smaller", re.I)
COUNTED = r"(?= (?:number|count|total|share|proportion|percentage|rate)s?\b)"
OTHERS = r"(?:each|all|any|every one) of the others?"
HIGH = (
    rf"(?<=\bthe )(?:higher|greater|larger){COUNTED}|(?:above|higher than|better than) {OTHERS}|"
    rf"{HIGHEST}|{BUSIEST}|heaviest|likeliest|costliest|dearest|"
    r"most(?: (?:common|frequent|often|popular|widespread|cited|used|numerous|expensive|costly|mentioned|"
    r"reported)\w*)?"
    r"(?! (?:of|part)\b)|"
    r"more (?:[a-z]+ ){0,6}than (?:in |at |on |for |from |about |of )?(?:any(?:thing|where|body|one)?|all|every|"
    r"either|both)(?: of the)?(?: ?other)?|"
    r"peak(?:ed|s)?(?: in| at)?|high point|high-water mark|top of the (?:list|table)|topped|tops|heads|headed|"
    r"(?:leads|led)(?! to\b)|"
    r"in the lead|main reason|(?-i:chief|principal)(?! (?:executive|officer|inspector|auditor|social|of)\b)|"
    r"main|leading|"
    r"number one|accounted for the most|"
    r"(?:nowhere|no (?:other )?[a-z]+|nothing)\b[^.;,]{0,40}? (?:higher|more common|greater|larger|more frequent) than"
)
LOW = (
    rf"(?<=\bthe )(?:lower|smaller){COUNTED}|(?:below|lower than|worse than) {OTHERS}|"
    rf"{LOWEST}|{QUIETEST}|lightest|rarest|cheapest|least(?: (?:common|"
    r"frequent|often|"
    r"popular|used|"
    r"likely|mentioned|reported)\w*)?(?! of\b)|(?:fewer|less) (?:[a-z]+ ){0,6}than (?:in |at |on |for |from "
    r")?(?:any|all|"
    r"every|either|both)(?: of the)?(?: ?other)?|low point|trough|bottomed out|bottom of the (?:list|table)|bottom|"
    r"(?:nowhere|no (?:other )?[a-z]+|nothing)\b[^.;,]{0,40}? (?:lower|fewer|smaller|rarer|less common) than"
)
GOOD_END = (
    r"best|strongest|(?:strong|high) (?:point|suit|spot)|(?:main |greatest |chief |clear |real |"
    r"relative )?strength|brightest spot|top performer|"
    r"fared best"
)
BAD_END = (
    r"(?:needs?|needed|need(?:ed)? the) (?:the )?most [a-z]+|(?:most|greatest) (?:room|scope|need) (?:for|of) [a-z]+|"
    r"(?:in )?(?:most|greatest) (?:in )?need(?: of [a-z]+)?|most to (?:do|improve|learn)|furthest to go|"
    r"worst|weakest|poorest|(?:weak|low) (?:point|link)|(?:main |greatest |chief |clear |real |"
    r"relative )?(?<!common )(?<!frequent )(?<!usual )weakness|weak(?:est)? spot|laggard|"
    r"(?:of|area of|cause for|cause of) (?:most|greatest|main) concern|furthest behind|fared worst"
)
NOWHERE = r"(?:nowhere|no other [a-z]+|no one|nobody)\b[^.;,]{0,40}?"
SAID = pattern_of(
    rf"\b(?:(?P<good>{GOOD_END}|{NOWHERE} (?:better|stronger) than)|(?P<bad>{BAD_END}|{NOWHERE} (?:worse|weaker|"
    rf"poorer) than)|(?P<slow>slowest)|(?P<fast>fastest|quickest|speediest)|(?P<low>{LOW})|"
    rf"(?P<high>{HIGH}))(?!\w|[- ](?:practice|interests?|"
    r"value|recent|people|important)\b)",
    re.I,
)
DENIED = pattern_of(
    r"\b(?:not|no longer|nor|neither|never|n't|one of|among|second|third|fourth|next|joint|equal|two|three|four|"
    r"five|six|seven|eight|nine|ten|if|whichever|either|how|no|(?:for|just|only|exactly|had|gave) one)[- ]+"
    r"(?:the |its |their |our |a )?$",
    re.I,
)
GOOD_THING = pattern_of(
    r"\b(?:good|outstanding|met|meet\w*|complian\w*|adheren\w*|agree\w*|satisf\w*|achiev\w*|scores?|scored|pass\w*|positive|"
    r"on time|in time|complet\w*|attend\w*|within|reached|correct\w*|success\w*|recommend\w*|happy|confident|trained|"
    r"up to date|up-to-date|marks?|marked|points|present|evidenced|standard|rating|uptake|coverage|recorded|seen|"
    r"(?<!requires )(?<!require )(?<!needs )(?<!need )improve\w*|operating|operated|effective\w*|"
    r"as intended|working|in place|signed|positive|safe\w*)\b",
    re.I,
)
BAD_THING = pattern_of(
    rf"\b(?:{UNWANTED}|{DURATIONS}|variance|fall|lapses?|lost|not|no|barriers?|obstacles?|unmet|exceptions?|lack\w*|"
    r"disagree\w*|below|problem\w*|requires improvement)\b",
    re.I,
)
# "Scores by quarter were as follows.": of whatever areas.
SCORES_FOLLOW = pattern_of(
    r"\W*(?:the )?(?:audit |area |overall )?scores?\b[^.;:\d]{0,40}(?:follow\w*|these|below|listed)", re.I
)
SCORED = pattern_of(r"\bscor(?:ed|es?|ing)\b", re.I)
NUMBERED = pattern_of(r" (?:[a-z]+ )?(?:numbers?|counts?|totals?|in number)\b")
SHARED = pattern_of(r" (?:[a-z]+ )?(?:shares?|proportions?|rates?|percentages?|likel\w+|in proportion)\b")
IS_END = pattern_of(
    r"(?:^|[,;:.] )(?:the )?(?:(?P<share>shares?|proportions?|percentages?|rates?)|numbers?|counts?|totals?)"
    r"(?: (?:of|who|that|with|at|in) [^.;:,\d]{2,80}?)? (?:was|were|is|stood)(?: by far| clearly)?(?: the)? $",
    re.I,
)
# The stems of units of time.
LONG = pattern_of(r"(?:sec|min|hour|hr|h|day|night|week|month|year|yr|decad)\w*", re.I)
# What is to be mended did not move.
TO_IMPROVE = pattern_of(
    r"\b(?:requires?|needs?|needed|need of|most in need|(?:room|scope|need) for)(?: (?:the )?most)?(?: of)? "
    r"improve\w*|\bneed of [a-z]+",
    re.I,
)
CLAUSE = pattern_of(
    r"[,;:.()](?=\s|$)|\s[–—]\s|\b(?:but|while|whereas|although|though|and|followed by|because|so|then)\b"
)


WIDER = pattern_of(
    r"[;:.](?=\s|$)|\b(?:but|while|whereas|although|though|followed by|because|so|then)\b|\b(?:and|"
    r"with) (?=[^,;.]{0,40}"
    rf"\b(?:{ANY_END}|second|third|next)\b)"
)


@dataclass(frozen=True)
class Called:
    """A superlative. low: whether it means the least; None where that hangs on what is counted.

    paced: whether it is of how fast something goes, so that only times can be set in order by it.
    """

    start: int
    end: int
    low: bool | None
    good: bool
    paced: bool


OF_ONE = pattern_of(r"(?: [a-z’'-]+){0,3} (?:of|with|under|from) (?:the )?", re.I)
IS_THE = pattern_of(r"[a-z] (?:was|were|is|are|became|remained|proved) (?:by far )?(?:the |its |their )?$", re.I)
AT_MOST = pattern_of(r"\bat (?:the )?$", re.I)
OF_MANY = pattern_of(r"\b(?:in|for|by|with|on|from|to|as|than|across|among|like|under|over|since|though) $", re.I)


def called_in(text: str, found: re.Match[str]) -> Called | None:
    """What words of rank say; None where it is denied, or of a change."""
    if DENIED.search(text[max(0, found.start() - 24) : found.start()]):
        return None
    if any(each.start() <= found.start() < each.end() for each in ORDERED.finditer(text)):
        return None  # "from most to least common": of the whole list
    if re.match(r"(?:most|least)\b", found.group(), re.I) and AT_MOST.search(text, 0, found.start()):
        return None
    if found.group().lower() == "most" and OF_MANY.search(text, 0, found.start()):
        return None  # "as in most surveys": in nearly all of them
    if SOME_MAIN.match(text, found.start()):
        return None  # "the main faults recorded were": a list of several, and none of them the first
    behind = TO_IMPROVE.sub("", text[found.start() : found.end() + 45])
    if BEYOND.search(NAME_BEHIND.split(behind)[0]):
        return None
    low = None if found["good"] or found["bad"] else bool(found["low"] or found["fast"])
    return Called(found.start(), found.end(), low, bool(found["good"]), bool(found["slow"] or found["fast"]))


def clause_beside(read: Passage, called: Called, listing: Listing) -> str:
    """The clause of a superlative, in its sentence and outside the list."""
    at = read.sentence_at(called.start)
    low, high = read.starts[at], read.starts[at] + len(read.sentence(at))
    if listing.end <= called.start:
        low = max(low, listing.end)
    else:
        high = min(high, listing.start)
    cuts = list(CLAUSE.finditer(read.text, low, high))
    before = [each.end() for each in cuts if each.end() <= called.start]
    after = [each.start() for each in cuts if each.start() >= called.end]
    return read.text[max(before, default=low) : min(after, default=high)].strip()


def item_called(read: Passage, called: Called, listing: Listing) -> Named | None:
    """The one item that the superlative is said of: in its clause, or in front of the commas that it stands between."""
    clause = clause_beside(read, called, listing)
    first = listing.items[0].entry
    low = read.text.find(clause, max(0, called.start - len(clause)))
    lead, behind = read.text[low : called.start], read.text[called.end : low + len(clause)]
    if re.fullmatch(r"[^.;:,()]*\((?:n = )?", read.text[called.end : max(called.end, first.start)]):
        # "The commonest fault was rust (26), with rot second (21)"; but "Oban had the higher share (40% at Ayr, ...".
        ahead = listing.named(lead) if OF_TWO.fullmatch(read.text, called.start, called.end) else []
        return ahead[0] if len(ahead) == 1 else listing.items[0]
    if not any(each.words for each in listing.items):
        return _by_place(listing, clause)
    if sum(bool(each.words) for each in listing.items) < len(listing.items):
        return _by_whole_name(listing, clause)
    hits = listing.named(clause)
    if any(is_whose(lead, behind, each.words) for each in hits):
        return None
    if not hits:
        hits = _apposed(read, called, listing) or listing.named(_whole(read, called, listing))
    if not hits and re.match(r"(?:as|being|by far|which|clearly|scoring|standing|coming)\b", clause, re.I):
        at = read.sentence_at(called.start)
        parts = re.split(
            r"[;:]", read.text[max(read.starts[at], listing.end if listing.end < called.start else 0) : called.start]
        )
        hits = listing.named(parts[-1])
    # A figure of its own in the clause: it is not of the list that it speaks.
    return hits[0] if len(hits) == 1 and set(re.findall(r"\d+", clause)) <= hits[0].words else None


def _by_whole_name(listing: Listing, clause: str) -> Named | None:
    """Of items none of whose words is its own, "wrong dose" and "wrong time", the one that is named word by word."""
    names = [" ".join(each.name.lower().split()) for each in listing.items]
    if re.search(r"\d", clause) or len(set(names)) < len(names) or not all(" " in name for name in names):
        return None
    hits = [at for at, name in enumerate(names) if re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", clause, re.I)]
    return listing.items[hits[0]] if len(hits) == 1 else None


def is_whose(lead: str, behind: str, words: frozenset[str]) -> bool:
    """ "Rash was the most frequent effect of the drug": said of the rash, and the drug is whose effect it is."""
    found = OF_ONE.match(behind)
    return bool(found and IS_THE.search(lead) and words <= stems_of(behind[found.end() :]) - stems_of(lead))


def _whole(read: Passage, called: Called, listing: Listing) -> str:
    """More than its clause, where no other superlative stands in it: "its strength, by these marks, was music"."""
    at = read.sentence_at(called.start)
    low, high = read.starts[at], read.starts[at] + len(read.sentence(at))
    if low <= listing.start < high:
        low, high = (max(low, listing.end), high) if listing.end <= called.start else (low, listing.start)
    cuts = [(each.start(), each.end()) for each in WIDER.finditer(read.text, low, high)]
    low = max([end for _, end in cuts if end <= called.start], default=low)
    high = min([start for start, _ in cuts if start >= called.end], default=high)
    text = read.text[low:high]
    return text if len(SAID.findall(text)) == 1 else ""


def _apposed(read: Passage, called: Called, listing: Listing) -> list[Named]:
    """ "Cost was named more often than any other (41 times, against 17 for distance)": the first is meant."""
    first, second = listing.items[0].entry, listing.items[1].entry
    between = read.text[called.end : first.start] if first.start >= called.end else "."
    set_against = re.match(
        r"(?: [a-z]+)?,? (?:as )?(?:against|compared (?:with|to)|versus|ahead of|followed by|then|to)\b",
        read.text[first.end : second.start],
    )
    return [listing.items[0]] if re.fullmatch(r"[^.;:,\d]{0,12}[(,:]\s*", between) and set_against else []


def _by_place(listing: Listing, clause: str) -> Named | None:
    """Of bare figures the one that is told by its place: "the busiest week was the third"."""
    found = re.search(
        r"\b(?P<nth>first|second|third|fourth|fifth|sixth|last|final)\b(?: (?:month|quarter|week|year|term|day|"
        r"round|wave|cycle|"
        r"visit|audit|survey)\b)?(?=\s*$|[,.;]| (?:was|had|saw|being|with)\b)",
        clause,
        re.I,
    )
    if not found or not re.search(
        r"\b(?:month|quarter|week|year|term|day|round|wave|cycle|visit|audit|survey)\b", clause, re.I
    ):
        return None
    place = {"last": -1, "final": -1}.get(
        found["nth"].lower(),
        ("first", "second", "third", "fourth", "fifth", "sixth").index(found["nth"].lower())
        if found["nth"].lower() not in ("last", "final")
        else -1,
    )
    return listing.items[place] if place < len(listing.items) else None


FROM_BEST = pattern_of(
    r"\bfrom (?:the )?(?:(?P<best>best|strongest)|weakest|worst|poorest)(?: [a-z]+)? to (?:the )?"
    r"(?:weakest|worst|poorest|best|strongest)\b",
    re.I,
)


def is_so_called(read: Passage, called: Called, listing: Listing, hit: Named) -> bool | None:
    """Whether it stands there; None where it hangs on what is counted, and nobody says."""
    if called.paced and not all(LONG.fullmatch(each.entry.unit) for each in listing.items):
        return None
    said = [
        _stands(read, called, listing, values, values[listing.items.index(hit)])
        for values in _readings(read, called, listing)
    ]
    return True if True in said else None if None in said else False


def _readings(read: Passage, called: Called, listing: Listing) -> list[list[Decimal]]:
    """Its shares, or its counts where number is spoken of; both where nothing tells which."""
    counts = [each.entry.value for each in listing.items]
    counted = all(each.entry.kind == "count" and (each.entry.base or each.entry.share) for each in listing.items)
    behind = read.text[called.end : called.end + 30]
    # "The share of sound boats was highest at Oban", "the number who came was lowest in May".
    ahead = IS_END.search(read.text, 0, called.start)
    if not counted or SHARED.match(behind) or (ahead and ahead["share"]):
        return [listing.values]
    return [counts] if NUMBERED.match(behind) or ahead else [listing.values, counts]


def _stands(read: Passage, called: Called, listing: Listing, values: Sequence[Decimal], own: Decimal) -> bool | None:
    high, low = own == max(values), own == min(values)
    if called.low is not None and UNDONE.match(read.text, called.end):
        return high or low  # "most often missed", of a list of those that were done or of those that weren't
    if called.low is not None:
        return low if called.low else high
    if not (high or low):
        # One strength of several need not be the greatest.
        return None if ONE_OF_THEM.search(read.text[: called.start]) else False
    good = _is_good(read, listing, called)
    if good is None:
        return True if len(set(values)) == 1 else None
    return high if called.good == good else low


def _is_good(read: Passage, listing: Listing, called: Called) -> bool | None:
    """Whether more is better, by the words of the list's sentence before it."""
    text = read.text[: called.start] + " " * (called.end - called.start) + read.text[called.end :]
    start = read.starts[listing.sentence]
    lead = text[start : listing.start]
    headed = bool(re.search(r"[a-z]{3}", lead))
    scope = lead if headed else text[start : start + len(read.sentence(listing.sentence))]
    before = read.sentence(listing.sentence - 1) if listing.sentence else ""
    if SCORES_FOLLOW.match(before):
        return True
    if way := FROM_BEST.search(lead):  # "from strongest to weakest": whatever the areas are called
        first, last = listing.values[0], listing.values[-1]
        return None if first == last else (first > last) == bool(way["best"])
    good, bad = bool(GOOD_THING.search(scope)), bool(BAD_THING.search(scope))
    if good and not headed and SCORED.search(scope):
        return True  # "the areas scored rent 61%, debts 58%": whatever the areas are called
    if not (headed and good):
        # Of a good thing the names are of what is done about a bad one: "in place, by area: pain relief 40%".
        bad = bad or sum(bool(BAD_THING.search(each.name)) for each in listing.items) * 2 >= len(listing.items)
    return None if good == bad else good
