"""Words of rank in a passage: the most, the least, the second, more than any other, nothing less than this one.

What is called so is found by the rules: the one beside whose figure the words stand, or whose name stands by them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage
from looped.checker.quieting import SPELT
from looped.checker.rivals import OWN_FIGURE

# "Most often missed", of a list of those that were done or of those that weren't.
UNDONE = pattern_of(
    r" (?:(?:often|frequently|commonly|likely)(?: to be)? )?(?:missed|missing|absent|lacking|incomplete|omitted|"
    r"left out|forgotten|failed|not\b|un[a-z]+ed)",
    re.I,
)
LEAST = (
    "lowest smallest fewest shortest quietest slackest lightest rarest cheapest narrowest least thinnest shallowest "
    "lower smaller fewer shorter quieter slacker lighter rarer cheaper narrower less lesser shallower bottom"
)
LOWEST = frozenset(LEAST.split())
BEST, WORST = (
    frozenset(["best", "strongest", "better", "stronger"]),
    frozenset(["worst", "weakest", "poorest", "worse", "weaker", "poorer"]),
)
FAST = frozenset(["fastest", "quickest", "speediest", "promptest", "faster", "quicker"])
SLOW = frozenset(["slowest", "slower"])
# They end like superlatives and are none, or are of no size.
NO_RANK = (
    r"latest|earliest|nearest|newest|oldest|youngest|eldest|interest|request|test|retest|contest|protest|forest|"
    r"honest|modest|invest|"
    r"guest|harvest|suggest|manifest|arrest|conquest|inquest|earnest|digest|ingest|west|rest|chest|quest|nest|"
    r"furthest|closest|simplest|easiest|clearest|fullest|finest|pest|vest"
)
ADVERB = (
    r"confident|satisfied|content|trusted|liked|valued|wanted|needed|expensive|costly|successful|affected|active|"
    r"visited|productive|reliable|often|common\w*|frequent\w*|popular|numerous|cited|used|widespread|prevalent|"
    r"likely|mentioned|reported|chosen"
)
# "More often than any other", "fewer than all the others".
OTHERS = (
    r"(?:any(?:thing|where|body|one)?(?: other\b(?: [a-z]+)?| else\b)|"
    r"(?:all|each|either|every one) (?:of )?(?:the )?others?\b|"
    r"every (?:other\b|one else\b)|(?:the )?(?:others|rest|other (?:two|three|four|five))\b)"
)
COMPARED = (
    r"(?:more|less|fewer|better|worse|(?!(?:other|rather|either|whether|number|order|under|over|after|together|further|"
    r"never|longer term)\b)[a-z]{3,}er)"
)
NO_BEST = r"(?! (?:practice|interests?|efforts?|value|available)\b)"
NTH = r"(?P<nth>second|third|fourth|last|bottom|top|first)"
RANK = pattern_of(
    rf"\b(?:(?:(?P<next>second|third|next)[- ])?(?:(?P<est>(?!(?:{NO_RANK})\b)[a-z]{{2,}}est|worst|best{NO_BEST})"
    rf"(?:-(?:run|scoring|rated|ranked|ranking|performing|scored|placed)\b)?|"
    rf"(?P<adverb>most|least) (?:{ADVERB})\b)|(?:the|drew|had|saw|took|got|attracted|raised|with|by far) "
    r"(?P<most>most|least)\b(?! (?:recent|part|people|were|important|serious|of)\b)|"
    r"[a-z]+(?<!al)(?:ed|ew|ent|ost) (?P<done>most|least)(?=[.,;:]|$)|by (?:the )?(?P<by>most|fewest)(?= [a-z]+s?\b)|"
    r"(?P<top>(?:the|was|its|our) (?:top(?! (?:two|three|four|five|six|ten|\d))|"
    r"leading|foremost|number one|(?:chief|main|principal)"
    r"(?= (?:reasons?|causes?|sources?|complaint|barrier|topic|subject)\b)|commoner)|peak(?:ed|ing|s)?|topped|"
    r"headed|led the (?:list|table|way|field))|"
    rf"(?P<two>[a-z]{{3,}}er|more [a-z]+|less [a-z]+|better|worse)(?= (?:[a-z]+ )?of the (?:two|pair)\b)|"
    r"\bthe (?P<pair>(?!other|latter|former|number|matter|order|quarter|paper|manager|officer|winter|summer|member|"
    r"letter|offer|power|tower|river|water|centre|corner|owner|user|driver|teacher|answer|register|cover|later|"
    r"earlier|older|younger|newer)[a-z]{3,}er)(?=[,.;]| one\b)|"
    rf"(?P<any>{COMPARED})\b[^.;:,()\d]{{0,40}}? than (?:by |in |at |on |for |with |from |among |to )?{OTHERS}|"
    rf"(?P<beat>outnumber(?:ed|s|ing)|exceed(?:ed|s|ing)|beat|topp(?:ed|ing)) {OTHERS}|"
    r"(?P<runner>runner-up)|(?:(?P<good>strength|strong (?:point|suit))|(?P<bad>weakness|weak (?:point|spot|link)))"
    r"(?= (?:was|is|were)\b|[,.;:]| \()|"
    rf"(?:came|come|comes|coming|ranked|ranks|ranking|placed|finished|stood|was|were|is|are)(?: out| in)?(?: a close|"
    rf" a distant)? (?:on )?{NTH}\b(?! (?:[a-z]+ed\b|audit|cycle|round|year|quarter|time|to|of all|inspect|[a-z]+ "
    r"(?:to|above|below|over)\b))|in (?P<in>first|second|third|fourth|last|bottom|top) (?:place|position)\b|"
    r"(?P<ahead>Second|Third|Next|Last|Bottom|then)(?= (?:came|comes|was|were|is) [A-Z]|,? with \d|"
    r" of (?:the|these) (?:two|three|four|five|six)\b)|"
    r"(?<=[a-z] )(?P<said>first|second|third|fourth|last)(?= \((?:n = )?[£$€]?\d)|"
    r"(?P<followed>(?:followed|next) by)(?= [^.;:,()\d]))(?![\w-])",
    re.I,
)
# "No team had fewer than the east team": of whom it is said stands behind.
NONE = pattern_of(
    rf"\b(?:no (?!(?:more|less|fewer|higher|lower|longer)\b)(?:other )?[a-z]+|nowhere|nothing|nobody|no one|none|"
    rf"neither)\b"
    # "No yard lost more than ten boats": a limit.
    rf"[^.;:,()\d]{{0,40}}?\b(?P<way>{COMPARED})\b[^.;:,()\d]{{0,40}}? than (?!(?:{SPELT}|half)\b)"
    r"(?P<who>[^.;:,()\d]{2,40})",
    re.I,
)
# Where a name behind "followed by" ends.
BEHIND = pattern_of(r"[.;:,(]|\d|,? and (?:then |by )?|, then ")
DENIED = pattern_of(
    r"\b(?:not|no|no longer|nor|neither|never|n't|one of|among|joint|equal|two|three|four|"
    r"five|if|whichever|either|how|at(?! (?:its|their|a))|which|what|who|where|expected|likely|to be|should|"
    r"would|could|may|might|target|"
    r"aim\w*|without|excluding|except|but|apart from|fourth|fifth)[- ]*(?:the |its |their |our |a )?$",
    re.I,
)
MODE = pattern_of(
    r" (?:weakness|concerns?(?! (?:was|is|were|being))|risk|needs?|problem|challenge|strength|room|part|(?:single )?"
    r"(?:figures?|values?|"
    r"numbers?|scores?|answers?|gap|intervals?) (?:was|is|were))\b",
    re.I,
)
# "The lowest score was in Ash": said of whom it is.
OF_WHOM = pattern_of(
    r" (?:figures?|values?|scores?|marks?) (?:was|were|is|are) (?:(?:found|seen|recorded|given|reported|noted) )?"
    r"(?:in|at|for|among|by) (?=[a-z])",
    re.I,
)
GAP_KIND = re.compile(r"(?<=most)(?: common| frequent| usual)+ gap (?:was|is) (?:an?|the|no|in)\b")
ASKED = pattern_of(r"\b(?:asked (?!(?:said|named|gave|were)\b)|questions?|questioned|choose|pick|name|invited)\b", re.I)
WHERE = pattern_of(r"\W*where\b", re.I)
# Said of how much something moved, of another time or of another place.
BEYOND = pattern_of(
    r"\b(?:since|ever|on record|nationally|to date|so far|in (?:the )?(?:country|region|county)|for (?:\w+ )?years|"
    r"increase|rise|fall|drop|improve\w*|change|gap|difference|reduction|growth|gain|variance|saving|"
    r"overspend|underspend|value|amount|per (?:head|bed|pupil|case)|risk of)\b",
    re.I,
)
ONE_OF_THEM = pattern_of(r"\b(?:an?|another|one) (?:[a-z]+ )?$")
# "Each was given one best answer", "an average best time": each has its own.
OF_EACH = pattern_of(r"\b(?:an?|one)(?: single| overall| average)? $", re.I)
# Where what a superlative is of ends: a name behind it may have any words.
NAME_BEHIND = pattern_of(r"[.;,:(]| (?:was|were|is|are) (?!the\b)")
# What a list is said to be in order of: "from most to least common", "in descending order", "most frequent first".
BY_SIZE = (
    r"(?:frequency|number|numbers|prevalence|popularity|occurrence|magnitude|size|how (?:often|many|common)[a-z ]*)"
)
MOST_OF_ALL, LEAST_OF_ALL = (
    r"(?:most(?: (?:common|frequent|numerous|often|cited|popular|prevalent)\w*)?|highest|largest|biggest|greatest|"
    r"commonest|strongest|best|longest)",
    r"(?:least(?: (?:common|frequent|numerous|often|cited|popular|prevalent)\w*)?|lowest|smallest|fewest|rarest|"
    r"weakest|worst|poorest|shortest)",
)
ORDERED = pattern_of(
    rf"\b(?:(?:in|by) (?:descending|decreasing|falling|diminishing|(?P<rising>ascending|increasing|rising)) "
    rf"(?:rank )?order(?: of (?:the |their )?{BY_SIZE}\b|(?! of\b))|"
    rf"(?:in|by) (?:rank )?order of (?:the |their )?{BY_SIZE}(?!,? (?:of|from (?:the )?least)\b)|"
    rf"(?:ranked|ordered|listed|set out|sorted) by (?:the |their )?{BY_SIZE}\b|"
    rf"{MOST_OF_ALL} [^.;:,()]{{2,30}}, in (?:rank )?order(?=,)|in rank order\b(?! of)|"
    rf"from (?:the )?{MOST_OF_ALL} to (?:the )?{LEAST_OF_ALL}\b|"
    rf"(?P<least>from (?:the )?{LEAST_OF_ALL} to (?:the )?{MOST_OF_ALL})\b|"
    rf"(?:with |beginning with |starting with |the )*{MOST_OF_ALL} (?:reason |cause |answer |figure |one )?first\b|"
    rf"(?P<fewest>(?:with |beginning with |starting with |the )*{LEAST_OF_ALL} (?:reason |cause |figure |one )?"
    r"first))\b"
    r"(?! to\b)",
    re.I,
)
PLACES = {"first": 0, "top": 0, "second": 1, "next": 1, "third": 2, "fourth": 3, "last": -1, "bottom": -1, "then": -2}


# "After A, B was the commonest": of all but one.
BUT_ONE = pattern_of(
    r"^\W*(?:after|behind|next to|following|apart from|other than|leaving aside|leaving out|excluding|"
    r"except(?:ing)? for|"
    r"setting aside|but for)\b[^.;:]{2,60}?, ",
    re.I,
)


@dataclass(frozen=True)
class Rank:
    """Words of rank. word: a superlative or comparative in small letters, or none; place: 0 the first, -1 the last.

    of_two: of the two that there are; who: where the name stands of which it is said, if only there.
    """

    start: int
    end: int
    word: str
    place: int = 0
    of_two: bool = False
    who: tuple[int, int] | None = None

    @property
    def is_nth(self) -> bool:
        """Whether it is a place of an order that other words tell, or none."""
        return not self.word


# "The main faults recorded were": several, and none of them the first.
SOME_MAIN = pattern_of(
    r"(?:the )?(?:main|chief|principal|leading|top) (?:[a-z’'-]+ ){0,5}?[a-z’'-]+(?<!s)s (?:[a-z’'-]+ ){0,5}?(?:were|"
    r"are|included?)\b",
    re.I,
)


def ranks(read: Passage) -> Iterator[Rank]:
    """Each of a passage.

    >>> from looped.checker.prose import passage
    >>> [(each.word, each.place) for each in ranks(passage("Ash had the fewest falls, 3; Elm came second with 5."))]
    [('fewest', 0), ('', 1)]
    """
    taken, ordered = [], [each.span() for each in ORDERED.finditer(read.text)]
    for found in NONE.finditer(read.text):
        taken.append(found.span())
        yield Rank(found.start(), found.end(), found["way"].lower(), who=found.span("who"))
    for found in RANK.finditer(read.text):
        if any(low <= found.start() < high for low, high in (*taken, *ordered)) or _is_aside(read, found):
            continue
        if SOME_MAIN.match(read.text, found.start()):
            continue
        yield _rank(found)


def _rank(found: re.Match[str]) -> Rank:
    groups = found.groupdict()
    if found["followed"]:
        close = BEHIND.search(found.string, found.end())
        return Rank(found.start(), found.end(), "", 1, who=(found.end(), close.start() if close else len(found.string)))
    if found["good"] or found["bad"]:
        return Rank(found.start(), found.end(), "best" if found["good"] else "worst")
    start = found.start("most") if found["most"] else found.start()
    if any(groups[name] is not None for name in ("nth", "in", "ahead", "said", "runner")):
        word = (groups["nth"] or groups["in"] or groups["ahead"] or groups["said"] or "second").lower()
        return Rank(start, found.end(), "least" if word == "bottom" else "", 0 if word == "bottom" else PLACES[word])
    names = ("est", "most", "done", "adverb", "two", "pair", "any")
    word = next((groups[name] for name in names if groups[name]), groups["by"] or "most").lower().split(" ")[0]
    place = PLACES[found["next"].lower()] if found["next"] else 0
    return Rank(start, found.end(), word, place, bool(found["two"] or found["pair"]))


def _is_aside(read: Passage, found: re.Match[str]) -> bool:
    """Whether it is denied, asked, or of something else than the figures beside it."""
    at = read.sentence_at(found.start())
    lead = read.text[read.starts[at] : found.start()]
    behind = NAME_BEHIND.split(read.text[found.start() : found.end() + 45])[0]
    # "Oars were a strength": one of them, and not always the greatest.
    if (found["good"] or found["bad"]) and ONE_OF_THEM.search(lead):
        return True
    if found["est"] and OF_EACH.search(lead):
        return True
    # "The most common gap was a late form": a kind of fault.
    if GAP_KIND.match(read.text, found.end()):
        return bool(DENIED.search(lead))
    if (MODE.match(read.text, found.end()) and not OF_WHOM.match(read.text, found.end())) or OWN_FIGURE.match(
        read.text, found.end()
    ):
        return True
    return bool(DENIED.search(lead) or BEYOND.search(behind))
