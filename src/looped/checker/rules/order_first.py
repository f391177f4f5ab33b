"""What is called the most or the least of several, beside its own figure or by its name, with the others' figures."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.listing import stems_of
from looped.checker.numbers import whole
from looped.checker.parties import FEW, TIME, Party, clause_of, finding_of, from_place, hits, nearby
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage, passage
from looped.checker.quieting import SPELT
from looped.checker.rivals import OWN_FIGURE
from looped.checker.rules.foremost import BEYOND
from looped.checker.then_and_now import is_of_changes
from looped.checker.weighing import prose_alone
from looped.checker.worth import UNWANTED

CODE = "order-first"
MESSAGE = "What is called the most or the least of several is so beside the figures of the others."
GOOD = "Rust was the commonest fault. It turned up in 26 gates, ahead of rot (21) and loose hinges (19)."
BAD = "Rust was the commonest fault. It turned up in 26 gates, ahead of rot (21) and loose hinges (29)."

LEAST = (
    "lowest smallest fewest shortest quietest slackest lightest rarest cheapest narrowest least thinnest shallowest "
    "lower smaller fewer shorter quieter slacker lighter rarer cheaper narrower less lesser shallower"
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
    r"often|common\w*|frequent\w*|popular|numerous|cited|used|widespread|prevalent|likely|mentioned|reported|chosen"
)
FIRST = pattern_of(
    rf"\b(?:(?P<est>(?!(?:{NO_RANK})\b)[a-z]{{2,}}est)|(?:the|drew|had|saw|took|got|attracted|raised|with|by far) "
    r"(?P<most>most|least)\b(?! (?:recent|part|people|were|important|serious|of)\b)|"
    rf"(?P<adverb>most|least) (?:{ADVERB})\b|(?P<top>(?:the|was|came|its|our) (?:top|leading|foremost|"
    rf"number one|(?:chief|main|principal)"
    rf"(?= (?:reasons?|causes?|sources?|complaint|barrier|topic|subject)\b)|commoner)|peak(?:ed|ing|s)?|topped|"
    rf"headed|led the (?:list|table|way|field))|"
    r"(?P<two>[a-z]{3,}er|more [a-z]+|less [a-z]+|better|worse)(?= (?:[a-z]+ )?of the (?:two|pair)\b)|"
    r"\bthe (?P<pair>(?!other|latter|former|number|matter|order|quarter|paper|manager|officer|winter|summer|member|"
    r"letter|offer|power|tower|river|water|centre|corner|owner|user|driver|teacher|answer|register|cover|later|"
    r"earlier|older|younger|newer)[a-z]{3,}er)(?=[,.;]| one\b))(?![\w-])",
    re.I,
)
DENIED = pattern_of(
    r"\b(?:not|no|no longer|nor|neither|never|n't|one of|among|second|third|fourth|next|joint|equal|two|three|four|"
    r"five|if|whichever|either|how|at(?! (?:its|their|a))|which|what|who|where|expected|likely|to be|should|"
    r"would|could|may|might|target|"
    r"aim\w*|without|excluding|except|but|apart from|second-|third-|next-)[- ]*(?:the |its |their |our |a )?$",
    re.I,
)
# A name may stand between what is said and the first figure: then it is the name that tells.
OPENED = pattern_of(r"\(|[:–—,]\s|[.]\s+|\b(?:with|at|on|by)\s")
SET_IN = pattern_of(r"\)?,? (?:which (?:was|is) |being |by far |easily )*(?:the |our |its )?", re.I)
IT_HAS = pattern_of(r"[:;–—] (?:it|they) [a-z]+ ", re.I)
BREAK = pattern_of(r"\(|[:–—,]\s|[.]\s+")
BARE_LEAD = pattern_of(
    r"[\s:(,–—.]*(?:(?:it|they|that|this|these|which|he|she)\b)?(?: ?(?:was|were|is|are|had|has|scored|stood|came|"
    r"turned up|appeared|occurred|featured|found|seen|recorded|reported|named|cited|given|raised|mentioned|noted|"
    r"accounted|accounting|taking|sending|scoring|drawing|with|at|on|by|in|for|to|of|up|an?|average|mean|median|"
    r"total|"
    r"just|only|some|about|having|receiving|recording|logging|making|reaching|bringing|giving|attracting|selling|"
    r"there|n|=|the|rate|score|figure|count|number|being|namely)\b| ?=)*[\s:(,]*",
    re.I,
)
HEAVY = pattern_of(
    r"\b(?:not|other|who|which|that|because|although|though|if|when|been|being|including|excluding|per|only|target|"
    r"than the)\b",
    re.I,
)
DOING = re.compile(r"\b[a-z]{3,}ed\b")
TELLING = (
    "scored recorded reached showed logged reported returned attracted followed compared received rated opened "
    "needed "
    "turned visited named gained earned averaged totalled managed achieved attained remained raised being sited"
)
LIGHT = frozenset(TELLING.split())
# It is said of what was named before.
TAKEN_UP = pattern_of(r"\s*(?:which|that|who|it|this|they|these|he|she)\b", re.I)
OF_TWO = pattern_of(r"\bof (?:the|these|our) (?:two|pair)\b", re.I)
SIZE = pattern_of(rf"(?:\bof (?:the |these |all |our |its )+|^Of )(?P<n>{SPELT}|\d+)\b(?! ?%)", re.I)
# "The commonest figure was four": how often a figure stands in a list.
ASKED = pattern_of(r"\b(?:asked|question\w*|choose|pick|name|invited)\b", re.I)
WHERE = pattern_of(r"\W*where\b", re.I)
MODE = pattern_of(
    r" (?:weakness|concerns?|risk|needs?|problem|challenge|strength|room|part|(?:single )?(?:figures?|values?|"
    r"numbers?|scores?|answers?|gap|intervals?) (?:was|is|were))\b",
    re.I,
)
MOST_WORDS, FEWEST, GAP_LONGEST = 9, 3, 120


@dataclass(frozen=True)
class Said:
    """A superlative. word: in small letters; of_two: a comparative of the two that there are."""

    start: int
    end: int
    word: str
    of_two: bool


def check(context: Context) -> Iterator[Finding]:
    """Each superlative whose own figure stands beside it, or whose name a list has."""
    for paragraph in context.once(prose_alone):
        if not FIRST.search(paragraph.text):
            continue
        read = passage(paragraph.text)
        if len(read.entries) < 2:
            continue
        for found in FIRST.finditer(paragraph.text):
            said = None if is_of_changes(read, read.sentence_at(found.start())) else _said(read, found)
            if said:
                yield from _judged(paragraph, read, said)


def _said(read: Passage, found: re.Match[str]) -> Said | None:
    at = read.sentence_at(found.start())
    behind = re.split(r"[.;,:(]", read.text[found.start() : found.end() + 45])[0]
    # "The largest ward had the fewest falls": the first is part of a name.
    start, end = clause_of(read, found.start(), found.end())
    if ASKED.search(read.text, start, found.start()) or WHERE.match(read.text, start):
        return None  # "cooks at Ash, where it was lowest": said of a place before it
    if (
        MODE.match(read.text, found.end())
        or OWN_FIGURE.match(read.text, found.end())
        or FIRST.search(read.text, found.end(), end)
    ):
        return None
    if DENIED.search(read.text[read.starts[at] : found.start()]) or BEYOND.search(behind):
        return None
    word = (
        (found["est"] or found["most"] or found["adverb"] or found["two"] or found["pair"] or "most")
        .lower()
        .split(" ")[0]
    )
    two = bool(found["two"] or found["pair"])
    if found["pair"] and not OF_TWO.search(read.sentence(at)):
        return None
    start = found.start("most") if found["most"] else found.start()
    return Said(start, found.end(), word, two)


def _judged(paragraph: Paragraph, read: Passage, said: Said) -> Iterator[Finding]:
    at = read.sentence_at(said.start)
    for row in nearby(read, at):
        if (len(row) < FEWEST and not said.of_two) or (said.of_two and len(row) != 2) or _is_summed(row):
            continue
        size = SIZE.search(read.sentence(at))
        if size and not said.of_two and len(row) != (whole(size["n"]) or 0) < FEW:
            continue
        who = _own(read, said, row)
        named, fully = _named(read, said, row)
        it_has = IT_HAS.search(read.text, said.end, row[0].entry.start)
        chosen = (
            who
            if who and (it_has or not fully or (named and named.entry.sentence > who.entry.sentence))
            else named or who
        )
        if chosen is None:
            continue
        # What is told before its own figure, in another sentence, is of something else.
        if chosen is who and row[0].entry.sentence < who.entry.sentence:
            continue
        if not all(_is_light(read, said, e) for e in row[1:] if e is not chosen):
            return
        low = _is_low(read, said, row)
        if low is not None:
            yield _finding(paragraph, read, said, row, row.index(chosen), low)
        return


def _is_summed(row: Sequence[Party]) -> bool:
    """Whether one of them is what the others make."""
    values = [each.value for each in row]
    return len(row) > 2 and any(2 * each == sum(values, Decimal(0)) for each in values)


def _own(read: Passage, said: Said, row: Sequence[Party]) -> Party | None:
    """The one in whose part of the text it is said, no other name between the word and the figure."""
    # "£9,000, the lowest of the three": set in behind it.
    behind = [e for e in row if e.entry.end <= said.start and SET_IN.fullmatch(read.text[e.entry.end : said.start])]
    if behind:
        return behind[0]
    mine = next((each for each in row if each.low <= said.start < max(each.high, each.entry.end)), None)
    if mine is None:
        return None
    if said.end <= mine.entry.start:
        gap = read.text[said.end : mine.entry.start]
        leads = [gap[each.start() :] for each in OPENED.finditer(gap)] or [gap]
        bare = any(map(BARE_LEAD.fullmatch, leads)) or any(map(IT_HAS.fullmatch, leads))
        return mine if bare and len(gap) < GAP_LONGEST else None
    gap = read.text[mine.entry.end : said.start]
    return mine if not re.search(r"[;:(]|[.]\s|\b(?:and|but|while)\b", gap) and mine is row[0] else None


def _named(read: Passage, said: Said, row: Sequence[Party]) -> tuple[Party | None, bool]:
    """The one whose name stands in the clause of what is said, outside the list, and whether all of its name does."""
    low, high = clause_of(read, said.start, said.end)
    first, last = row[0], row[-1]
    if said.end <= first.entry.start:
        gap = list(BREAK.finditer(read.text, said.end, first.entry.start))
        if not gap:
            return None, False
        high = min(high, gap[0].start())
        renamed = from_place(read, row, gap[-1].end())
    elif said.start >= max(last.high, last.entry.end):
        low = max(low, last.high)
        renamed = list(row)
    else:
        return None, False
    if sum(bool(each.words) for each in renamed) < len(row) - 1:
        return None, False
    text = read.text[low:high]
    if TAKEN_UP.match(text):
        return None, False
    found = hits(renamed, text)
    if len(found) != 1 or re.search(r"\d", re.sub(r"\b(?:Site|Ward|Group|Cycle|Round|Year|Q) ?\d\b", "", text)):
        return None, False
    return row[renamed.index(found[0])], found[0].words <= stems_of(text)


def _is_light(read: Passage, said: Said, each: Party) -> bool:
    """Whether a part of the text tells a name and a figure, and nothing of its own besides."""
    if len(each.text.split()) > MOST_WORDS or HEAVY.search(each.text):
        return False
    mine = stems_of(read.sentence(read.sentence_at(said.start)))
    return all(word in LIGHT or stems_of(word) <= mine for word in DOING.findall(each.text))


def _is_low(read: Passage, said: Said, row: Sequence[Party]) -> bool | None:
    """Whether the least is meant; None where that hangs on what is counted."""
    timed = any(TIME.match(each.entry.unit) for each in row)
    if said.word in FAST or said.word in SLOW:
        return timed == (said.word in FAST)
    if said.word in BEST or said.word in WORST:
        low = min(row[0].low, read.starts[read.sentence_at(said.start)])
        scope = read.text[low : row[-1].entry.end]
        return None if timed or re.search(rf"\b(?:{UNWANTED})\b", scope, re.I) else said.word in WORST
    return said.word in LOWEST


def _finding(paragraph: Paragraph, read: Passage, said: Said, row: Sequence[Party], at: int, low: bool) -> Finding:
    readings = [[each.value for each in row]]
    if all(each.entry.kind == "count" for each in row):
        readings.append([each.entry.value for each in row])
    right = any(values[at] == (min(values) if low else max(values)) for values in readings)
    figures = ", ".join(each.entry.text for each in row)
    why = f"of {figures} it is {row[at].entry.text}"
    return finding_of(CODE, paragraph, read, (said.start, said.end), (right, "" if right else "another"), why)
