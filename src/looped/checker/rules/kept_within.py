"""Whether what was spent is over or under what was allowed, and whether it leaves a surplus or a loss."""

import re
from collections.abc import Iterator

from looped.checker.at_hand import Hand, hands
from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import Pattern, pattern_of
from looped.checker.prose import Entry, passage

CODE = "kept-within"
MESSAGE = "More than was allowed is too much, and more spent than taken is a loss."
GOOD = "The fête was allotted £2,500 and its bills came to £2,640, so it overspent."
BAD = "The fête was allotted £2,500 and its bills came to £2,640, so it underspent."

ALLOWED = pattern_of(
    r"\b(?:budget(?:ed|s)?|allot(?:ted|ment)|allocat(?:ed|ion)|allow(?:ed|ance)|provision|set aside|earmarked|"
    r"estimate[ds]?|planned|plan|approved|agreed|authorised|granted|awarded|limit|ceiling|cap|forecast|expected|"
    r"(?:was|were|been) given|put by|voted|envelope|target|quoted?|to cost|to spend|to be spent|contract (?:price|"
    r"sum)|available)\b",
    re.I,
)
SPENT = pattern_of(
    r"\b(?:spent|spend|spending|cost|costs|costing|bills?|invoice[ds]?|used|paid|pay(?:ing|ments?)|outturn|"
    r"actual(?:ly)?|"
    r"expenditure|outlay|outgoings|expenses|final|went on|came to|charged|settled|laid out|outlaid|ran to|drew)\b",
    re.I,
)
TAKEN = pattern_of(
    r"\b(?:income|takings|took|taken|receipts|received|raised|earned|earnings|revenues?|sales|fees|brought in|turnover|"
    r"ticket money|donations|gate money)\b",
    re.I,
)
OVER = (
    r"over-?(?:spent|spend\w*|ran|run|shot)|over[- ](?:the |its |their )?(?:budget|plan|estimate|limit|allowance|"
    r"allocation)|(?:above|beyond|exceed\w* |past|more than|in excess of|went over|broke|breach\w*|outran|in excess) "
    r"(?:of )?(?:the |its |their |what (?:was|had been) )*(?:budget\w*|plan\w*|estimate\w*|limit|allow\w*|alloc\w*|"
    r"allotted|ceiling|forecast)"
)
UNDER = (
    r"under-?(?:spent|spend\w*)|(?:under|within|below|inside|less than|short of)[- ](?:the |its |their |what (?:was|"
    r"had "
    r"been) )*(?:budget\w*|plan|planned|estimate\w*|limit|allow\w*|alloc\w*|allotted|ceiling|forecast)|"
    r"money (?:to spare|left over|in hand)"
)
GAIN = (
    r"(?:a |in |the |into |small |modest |healthy |slight )surplus|(?:a |in |small |modest )profit|in the black|"
    r"in credit|broke even with"
)
LOSS = (
    r"(?:a |in |the |into |small |modest |slight )deficit|"
    r"(?:a |at a |small |modest )loss\b|in the red|(?:a |the )shortfall"
)
VERDICT = pattern_of(rf"\b(?:(?P<over>{OVER})|(?P<under>{UNDER})|(?P<gain>{GAIN})|(?P<loss>{LOSS}))\b", re.I)
NOT = pattern_of(
    r"\b(?:not|no|never|without|neither|nor|n[’']t|avoid\w*|whether|if|rather than|instead of|previous(?:ly)?|"
    r"last year|earlier|opening|accumulated|brought forward|after (?:a|the)|eliminat\w+|clear\w*|reduc\w+|cut|"
    r"turn\w*|revers\w+|so far|expects?|expected to|likely|on course|while|whereas|although|alone|once|yet|"
    r"until|before|despite)\b",
    re.I,
)


MORE_THAN = re.compile(r" (?:[a-z]+ )?(?:more|less|higher|lower|above|below) (?:than\b|(?:its|the) income)")
# "Planned spending" is what was allowed.
PLANS = re.compile(
    r"\b(?:planned|budgeted|estimated|expected|allowed|forecast) (?:spend\w*|cost\w*|expenditure|outlay)\b", re.I
)
SIZE = re.compile(r"(?: of| by|,|:|;|\s?\()? ?(?:just |only )?")


def check(context: Context) -> Iterator[Finding]:
    """Each verdict beside two amounts of which one was allowed and one spent, or one taken and one spent."""
    for paragraph in context.paragraphs_with(VERDICT):
        for hand in hands(passage(paragraph.text), (2, 3)):
            said = list(VERDICT.finditer(hand.text_and_next))
            if len(said) != 1 or NOT.search(hand.text_and_next):
                continue
            low = hand.figures[-1].end - hand.start
            if re.search(r"\b(?:but|though)\b", hand.text_and_next[low : said[0].start()]):
                continue  # "but a legacy left it with a surplus"
            pair = _pair(hand, said[0])
            if pair is None or pair[0].value == pair[1].value:
                continue
            first, spent = pair
            told, more = said[0], spent.value > first.value
            right = more == bool(told["over"] or told["loss"])
            why = f"{spent.text} is {'more' if more else 'less'} than {first.text}; the text says “{told.group()}”"
            slip = f"{CODE}/{paragraph.line}/{hand.start + told.start()}"
            verdict: Verdict = "ok" if right else "wrong"
            expected = told.group() if right else "the opposite"
            yield Finding(CODE, verdict, paragraph.where, told.group(), told.group(), expected, why, slip, "likely")


def _pair(hand: Hand, told: re.Match[str]) -> tuple[Entry, Entry] | None:
    """The figure that was allowed, or taken, and the one that was spent; None where the words don't tell."""
    first = TAKEN if told["gain"] or told["loss"] else ALLOWED
    place = hand.start + told.end()
    # "A surplus of £1,200", "underspent by £300": by how much.
    sizes = [e for e in hand.figures if _is_behind(hand, e, place) or _is_before(hand, e, told)]
    if any(MORE_THAN.match(hand.tail(at)) for at in range(len(hand.figures))):
        return None
    kinds = {each: _kind(hand, at, first, told) for at, each in enumerate(hand.figures) if each not in sizes}
    firsts, spents = ([e for e, kind in kinds.items() if kind == name] for name in ("first", "spent"))
    return (firsts[0], spents[0]) if len(kinds) == 2 and len(firsts) == len(spents) == 1 else None


def _is_behind(hand: Hand, entry: Entry, place: int) -> bool:
    return entry.start > place and bool(SIZE.fullmatch(hand.read.text[place : entry.start]))


def _is_before(hand: Hand, entry: Entry, told: re.Match[str]) -> bool:
    """ "£300 over budget": by how much."""
    return bool(re.fullmatch(r" (?:pounds )?", hand.read.text[entry.end : hand.start + told.start()]))


def _kind(hand: Hand, at: int, first: Pattern, told: re.Match[str]) -> str | None:
    """Whether a figure is the "first", what was allowed or taken, or was "spent", by its own words."""
    lead, tail = (words.replace(told.group(), " ") for words in (hand.own_lead(at), hand.tail(at)))
    lead = PLANS.sub("the budget", lead)
    before = [list(each.finditer(lead)) for each in (first, SPENT)]
    if any(before):
        ends = [found[-1].end() if found else -1 for found in before]
        return "first" if ends[0] >= ends[1] else "spent"
    behind = [next(each.finditer(tail), None) for each in (first, SPENT)]
    if any(behind):
        starts = [found.start() if found else len(tail) for found in behind]
        return "first" if starts[0] < starts[1] else "spent"
    return None
