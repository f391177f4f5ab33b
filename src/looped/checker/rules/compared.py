"""What is said to be more than another thing is more: groups, years and figures, however the sentence turns it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.earlier import EARLIER, OF_GAPS, ordered
from looped.checker.finding import Finding, Verdict
from looped.checker.groups import groups, meant
from looped.checker.listing import stems_of, value_of
from looped.checker.numbers import near as near_by
from looped.checker.otherwise import noun_of
from looped.checker.pairing import in_time
from looped.checker.patterns import pattern_of
from looped.checker.phrases import ONLY, THEM
from looped.checker.prose import Entry, Passage, passage
from looped.checker.quieting import NUMBER
from looped.checker.statements import WORD, Statement, statements
from looped.checker.worth import DURATIONS, UNWANTED

CODE = "compared"
MESSAGE = "Of two things that are set against each other the one said to be more is more."
GOOD = "Sickness was commoner among drivers than among clerks (31% and 18% respectively)."
BAD = "Sickness was commoner among clerks than among drivers (18% and 31% respectively)."

Pair = tuple[Entry, Entry]

BETWEEN = pattern_of(
    r"\s*(?:and|v\.?|vs\.?|versus|against|to|compared (?:with|to)|as against|,|;|/)\s*(?:only |just )?", re.I
)
IN_ORDER = re.compile(r"(?:[(:,–—-]|\bby)\s*(?:at |with |by |respectively |in that order |a total of )?$")
STOP = pattern_of(r"[;:]|[.](?=\s|$)|\b(?:but|while|whereas|although|because|if|when(?! the)|and)\b", re.I)
# What a thing is held against that is no figure of another thing.
RULED = pattern_of(
    r"\b(?:half|twice|three times|good|satisfactory|adequate|perfect|ideal|expected|required|planned|usual|ever)\b|"
    r"\bby\s*$",
    re.I,
)
# How many things are so, in words, before the verb.
COUNTED_PAST = pattern_of(
    rf"(?:^|[;:,.] |\band |\bbut )(?:of (?:{THEM}),? |only |just )?{NUMBER}"
    rf"(?: of (?:{THEM})| [a-z]+s)? (?:lay|lie|stood|stand|were|was|are|fell|came|ran|had been)"
    r"(?: well| just)? $",
    re.I,
)
AIM = pattern_of(r"\b(?:target|threshold|benchmark|goal|limit|tolerance|standard(?! [a-z]))\b", re.I)
PAST_AIM = pattern_of(
    r"(?: the| its| our| their| a)?(?: [a-z]+){0,2}? (?:target|threshold|benchmark|goal|limit|tolerance|standard)\b",
    re.I,
)
BOUND = re.compile(rf"\W*(?:[£$€]?\d|{NUMBER}\b|an? (?:third|quarter|fifth|tenth)\b)", re.I)
POINTS = re.compile(r"[\d,]+ points")
BARE = re.compile(r"\s*(?:of|about|around)?\s*", re.I)
AGO = re.compile(
    r"[^.;,]{0,30}?\b(?:last|previous\w*|before|earlier|prior|ago|in|at|for|recorded|reported|found|seen|nationally|"
    r"elsewhere|of the)\b",
    re.I,
)
VERB = pattern_of(r"\b(?:was|were|is|are|had|has|have|stood|came|remain\w*|lay|lies|fell|rose|reached|which)\b", re.I)
IT = pattern_of(
    r"\s*(?:this|that|it|these|those|the (?:rate|figure|number|total|proportion|share|result|score|count)s?)\s+"
    r"(?:now |still |therefore |thus |again |then )?(?:is|was|were|are|represents?|compares?|stands?|stood|"
    r"has been|means)\b[^.;:,\d]{0,40}$",
    re.I,
)
WHOLE = pattern_of(r"\b(?:samples?|total|out|number|population|base|all|each|any)\s+(?:of\s+)?(?:the\s+)?$", re.I)
NUMBER_OF = pattern_of(r" (?:numbers?|counts?|totals?)\b", re.I)
COUNTED = re.compile(r" (?:(?!(?:among(?:st)?|in|at|on|for|with|of)\b)[a-z’'-]+ )??([a-z’'-]{3,}s)\b(?! than\b)")
SHARED = pattern_of(
    r"\b(?:likel\w+|shares?|proportions?|rates?|percentages?|per cent|often|common\w*|frequen\w+)\b", re.I
)
WORTH = pattern_of(r"\b(?:better|worse|weaker|stronger)\b", re.I)
AHEAD = re.compile(r"ahead|behind", re.I)
BEST = pattern_of(r"\b(?:best|worst|strongest|weakest|first|last|second|top|bottom)\b", re.I)
LESS_IS_MORE = pattern_of(
    rf"\b(?:{UNWANTED}|{DURATIONS}|(?<!on-)(?<!on )(?<!in )time|outstanding|spend\w*|lost|not|no|blank|noise|stay)\b",
    re.I,
)
SET_IN = re.compile(rf", (?:at|on|with) (?:{ONLY})?$")
AT_EACH = pattern_of(r" (?:at|in|on|for|by) (?:each|every|all|both)\b", re.I)
SET = pattern_of(r"\bof (?:the|these|those|all|both) $", re.I)
TIME = re.compile(r"^(?:sec|min|hour|hr|h$|day|week|month|year|yr)")
AT = pattern_of(r"\b(?:at|after|over|by|in|for|during|within|from) (?:the )?$", re.I)
IT_HAS = pattern_of(r"[^.;,:]{0,24}[:;–—] (?:it|they)\b", re.I)
SIZE_OF = pattern_of(
    r"\b(?:rise|increase|fall|drop|reduction|decrease|decline|difference|gap|change) of (?:just |only |some |about )?$",
    re.I,
)
# What it is set against is another time: "than two years ago", "than it was at the last visit", "than before".
AGO_TOLD = pattern_of(
    r"[^.;:,]{0,40}?\b(?:last (?:time|year|month|quarter|term|audit|inspection|survey|visit|round)|previously|before|"
    r"earlier|ago|then|at (?:the )?(?:start|outset|baseline|first)|in (?:19|20)\d\d|the (?:previous|preceding|prior|"
    r"first|last) [a-z]+)\b",
    re.I,
)
AGO_ALONE = pattern_of(r" (?:it|they|that|this) (?:was|were|had been|used to be)\s*$", re.I)
NEAR, APART, FEWEST, SMALL = 70, 110, 2, 13

THERE_ARE = pattern_of(r"\bthere (?:were|are|was|had been) (?:also |thus |therefore )?$", re.I)
OF_PART = pattern_of(
    r"(?: than)? (?:half|(?:a|an|one|two|three)[- ](?:half|third|quarter|fifth|sixth|tenth)s?)\b(?! (?:as|more|"
    r"less|of what))",
    re.I,
)
ANY_OTHER = pattern_of(r"\W*(?:in |at |on |for )?any other\b", re.I)
BECAME = pattern_of(r"\b(?:got|gets?|getting|becom\w+|became|gr[eo]w\w*|turned|by)(?: [a-z]+)? $", re.I)
THAN_LAST = pattern_of(r"[^.;:,\d]{0,30}? than (?:the )?(?:last|one before|one (?:time|year|month))\b", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each statement with two figures that it can be on; a conclusion without any is drawn from what is before it."""
    before = ""
    for paragraph in context.document.blocks:
        if not isinstance(paragraph, Paragraph):
            before = ""  # what is said behind a table is of the table
            continue
        if WORD.search(paragraph.text):
            read = passage(paragraph.text)
            if not read.entries and before and paragraph.text[:1].isupper() and _is_of(paragraph.text, before):
                read = passage(f"{before} {paragraph.text}")
            if len(read.entries) > 1:
                for said in statements(read, len(read.text) - len(paragraph.text)):
                    yield from _judged(paragraph, read, said)
        before = paragraph.text


def _is_of(text: str, before: str) -> bool:
    """Whether two paragraphs speak of one thing."""
    return bool(stems_of(text) & stems_of(before))


def _judged(paragraph: Paragraph, read: Passage, said: Statement) -> Iterator[Finding]:
    scope = read.sentence(said.sentence - 1) + read.sentence(said.sentence)
    if OF_GAPS.search(f"{said.subject}{said.text}") or OF_GAPS.search(read.sentence(said.sentence)):
        return  # "the difference was larger": no figure of its own is
    lead = read.text[read.starts[said.sentence] : said.start]
    if BECAME.search(lead) or (len(_told(read, said.sentence)) > 2 and THAN_LAST.match(read.text, said.end)):
        return  # "has become more common", "more than the last: 8, 9 and 12": told of a course
    if COUNTED_PAST.search(read.text[read.starts[said.sentence] : said.start]) and PAST_AIM.match(read.text, said.end):
        return  # "three lay above the limit of 8": how many did
    if OF_PART.match(read.text, said.end):
        return  # "more than a quarter were late": a limit, and no other figure
    if AT_EACH.match(read.text, said.end):
        return  # "slightly better at each stage": of more than two figures
    lead = read.text[read.starts[said.sentence] : said.start]
    worth = WORTH.search(said.text) or (AHEAD.match(said.text) and BEST.search(lead))
    if worth and LESS_IS_MORE.search(scope):
        return
    own = [e for e in _told(read, said.sentence) if not _is_size(read, e, said)]
    pair = _either_side(read, said, own) or _in_order(read, said, own) or _by_time(read, said, own)
    pair = pair or _since(read, said, own)
    pair = (
        pair or _against(read, said, own) or _carried(read, said, own) or _of_two(read, said, own) or _named(read, said)
    )
    if pair and pair[0].sentence > said.sentence and ANY_OTHER.match(said.other):
        return  # "more in May than in any other month. In all 83": of another thing
    if pair and THERE_ARE.search(lead) and not any(each.kind == "count" for each in pair):
        return  # "there were more men than women": by their number, and only shares are told
    if pair and not (pair[0].base and (pair[0].value, pair[0].base) == (pair[1].value, pair[1].base)):
        yield _finding(paragraph, read, said, pair)


def _told(read: Passage, at: int) -> list[Entry]:
    """The figures of a sentence; of a count with its base and the share behind it the share alone."""
    shares = any(e.share for e in read.of_sentence(at))
    # "15 points were raised": things of that name.
    found = [replace(e, kind="count") if POINTS.fullmatch(e.text) and not shares else e for e in read.of_sentence(at)]
    # "42 per 10,000": what a rate is of.
    found = [e for e in found if e.kind != "points" and not read.text[: e.start].endswith("per ")]
    # "The likelier of the two", "two of the four areas were above it": how many there are of them.
    found = [e for e in found if not (e.text.isalpha() and SET.search(read.text[: e.start]))]
    # "Better at 6 months than at 12 months (92% and 85%)": when it was so, beside figures of another kind.
    timed = [e for e in found if e.kind == "measure" and TIME.search(e.unit) and AT.search(read.text[: e.start])]
    found = [e for e in found if e not in timed] if len(timed) < len(found) else found
    if any(e.kind == "share" for e in found):
        found = [e for e in found if re.search(r"\d", e.text) or not e.base]
    twice = {id(one) for a, b in pairwise(found) for one, share in ((a, b), (b, a)) if _is_twice(one, share)}
    return [e for e in found if id(e) not in twice]


def _is_twice(count: Entry, share: Entry) -> bool:
    printed = share.share if share.kind == "share" and count.kind == "count" and not count.share else None
    return bool(printed and count.base and near_by(count.count, count.base, printed))


def _is_size(read: Passage, entry: Entry, said: Statement) -> bool:
    """Whether a figure says by how much: "eight more than", "higher by 12"."""
    gap = read.text[entry.end : said.start] if entry.end <= said.start else "."
    ahead = re.fullmatch(r"\s*(?:times|per ?cent|%)?\s*(?:as )?(?:many )?|(?:\s+[a-z’'-]+){1,2}\s*", gap)
    by = re.search(
        r"(?<!ed )(?<!told )(?<!seen )(?<!given )(?<!made )(?<!found )\bby (?:about |some |just |only )?$",
        read.text[: entry.start],
    )
    spanned = by and BETWEEN.match(read.text, entry.end) and re.match(r"\W*\w+ \d", read.text[entry.end :])
    return bool((ahead and not VERB.search(gap)) or (by and not spanned) or SIZE_OF.search(read.text[: entry.start]))


def _kind(entry: Entry) -> tuple[object, ...]:
    if entry.share or (entry.base and entry.kind == "count"):
        return ("share",)
    return (entry.kind, entry.unit)


def _alike(one: Entry, other: Entry) -> bool:
    return _kind(one) == _kind(other) and one is not other


def _either_side(read: Passage, said: Statement, own: Sequence[Entry]) -> Pair | None:
    """One figure before what it is set against, and one behind it."""
    if said.link is None:
        return None
    behind = [e for e in own if e.start >= said.link]
    gap = read.text[said.link : behind[0].start] if behind else "."
    if (
        STOP.search(gap)
        or RULED.search(gap)
        or ("," in gap and not _is_set_in(read, gap, own, behind))
        or len(gap) > APART
    ):
        return None
    bound = BOUND.match(read.text, said.link)
    if bound and bound.end() <= behind[0].start:
        return None  # "fewer than one in ten of the others (9.7%)"
    if BARE.fullmatch(gap) and not AGO.match(read.text[behind[0].end :]):
        return None  # "fewer than 10 replied": a bound
    if BARE.fullmatch(gap) and behind[0].text.isalpha() and behind[0].value < SMALL:
        return None  # "scored below four for hygiene"
    if BARE.fullmatch(gap) and _is_of_others(read, own, behind[0]):
        return None
    first = _before(read, said, own, behind[0])
    return (first, behind[0]) if first else None


def _is_of_others(read: Passage, own: Sequence[Entry], behind: Entry) -> bool:
    """ "Eleven patients had more than 12 inhalers in the year": of another thing than those who had them."""
    before = [e for e in own if e.end <= behind.start]
    nouns = noun_of(before[-1]) if before else "", noun_of(behind)
    return all(nouns) and nouns[0] != nouns[1]


def _is_set_in(read: Passage, gap: str, own: Sequence[Entry], behind: Sequence[Entry]) -> bool:
    """ "Than clerks, of whom 76 did", "than the other score, 89.3%, by four points": a comma before what is theirs."""
    if len(own) == 2 and re.search(r", (?:of (?:whom|which)|with|where|who|which|at)\b[^,]*$", gap):
        return True
    return bool(re.search(r", (?:at |on )?$", gap)) and read.text[behind[0].end : behind[0].end + 1] == ","


def _before(read: Passage, said: Statement, own: Sequence[Entry], other: Entry) -> Entry | None:
    """The figure that is spoken of: the only one, the nearest, the whole of a list; or that of the sentence before."""
    alike = [e for e in own if e.end <= said.close and _alike(e, other)]
    if not alike:
        return _of_it(read, said, other) if not [e for e in own if e.end <= said.start] else None
    inside = [e for e in alike if e.start >= said.end]
    gap = read.text[alike[-1].end : said.start]
    # "22 findings, four high, 14 medium and four low, which is fewer than the 26": the whole is spoken of.
    if len(alike) > 2 and alike[0].kind == "count" and alike[0].count == sum(e.count for e in alike[1:]):
        return alike[0]
    if len(alike) == 1 or len(inside) == 1:
        return None if re.search(r"[;]|\b(?:but|while|whereas)\b", gap) else alike[-1]
    near = len(gap) < NEAR and not STOP.search(gap) and not re.search(r"\bwhich\b", gap)
    return alike[-1] if near and not inside else None


def _of_it(read: Passage, said: Statement, other: Entry) -> Entry | None:
    """ "This is below the 57% of last year": the figure of the sentence before."""
    lead = read.text[read.starts[said.sentence] : said.start]
    if not said.sentence or not IT.match(lead):
        return None
    last = [e for e in read.of_sentence(said.sentence - 1) if _alike(e, other) and e.kind != "points"]
    # "The sample of 80 contained 12 errors. That is more than": the errors.
    last = [e for e in last if not WHOLE.search(read.text[: e.start])] if len(last) > 1 else last
    return last[0] if len(last) == 1 else None


def _in_order(read: Passage, said: Statement, own: Sequence[Entry]) -> Pair | None:
    """ "More of A than of B (47% and 64%)": in the order in which the two are named."""
    behind = [e for e in own if said.link is not None and e.start >= said.link][:2]
    if len(behind) != 2 or not _alike(*behind) or any(_alike(e, behind[0]) for e in own if e.end <= said.close):
        return None
    lead = read.text[said.link : behind[0].start]
    if re.search(r"\b(?:either|both|any|each|all)\b", lead):
        return None  # "than of either group (33% and 38%)": both are of the others
    told = IN_ORDER.search(lead) and not EARLIER.search(lead) and len(lead) < APART
    return (behind[0], behind[1]) if told and BETWEEN.fullmatch(read.text[behind[0].end : behind[1].start]) else None


def _against(read: Passage, said: Statement, own: Sequence[Entry]) -> Pair | None:
    """ "Ash had the higher rate: 15% against 29%": the first is of the one that is spoken of."""
    behind = [e for e in own if e.start >= said.close]
    if said.link is not None or len(behind) != 2 or not _alike(*behind):
        return None
    gap = read.text[behind[0].end : behind[1].start]
    set_against = re.fullmatch(
        r"(?: [a-z]+){0,3},? ?(?:as )?(?:against|compared (?:with|to)|versus|vs?\.?) (?:only |just )?", gap
    )
    lead = read.text[said.end : behind[0].start]
    return (
        (behind[0], behind[1])
        if set_against
        and re.search(r"(?:[:(,]\s*|\b(?:with|at|on|by) )(?:(?:with|at|on|by) )?$", lead)
        and len(lead) < NEAR
        else None
    )


def _by_time(read: Passage, said: Statement, own: Sequence[Entry]) -> Pair | None:
    """ "Fewer than last year: 39 this time, 15 then"."""
    if len(own) != 2 or not _alike(*own) or said.link is None or not EARLIER.search(said.other[:28]):
        return None
    # "More than last time: 36%, compared with 58%": what is set behind it is the earlier.
    set_behind = own[0].start >= said.link and re.search(
        r"\b(?:against|compared (?:with|to)|as against|versus|vs?|then)\s*(?:just |only )?$",
        read.text[own[0].end : own[1].start],
    )
    return (own[0], own[1]) if set_behind else ordered(read, *own)


def _since(read: Passage, said: Statement, own: Sequence[Entry]) -> Pair | None:
    """ "In 2019 64% came. The figure this time was 83%. It is thus lower than it was then": of the two before it."""
    if (
        own
        or said.link is None
        or said.sentence < FEWEST
        or not (AGO_TOLD.match(said.other) or AGO_ALONE.match(said.other))
    ):
        return None
    told = [_told(read, said.sentence - 2), _told(read, said.sentence - 1)]
    if [len(each) for each in told] != [1, 1] or not _alike(told[0][0], told[1][0]):
        return None
    pair = in_time(read, told[0][0], told[1][0])
    return (pair.last, pair.first) if pair.ordered else None


def _carried(read: Passage, said: Statement, own: Sequence[Entry]) -> Pair | None:
    """The figure of the same thing in the sentence before: "25 findings in all. There were more than in 2020 (29)"."""
    behind = [e for e in own if said.link is not None and e.start >= said.link and e.kind == "count"]
    if len(own) != 1 or len(behind) != 1 or not said.sentence or said.link is None:
        return None
    words = stems_of(said.what) or stems_of(said.subject)
    earlier = [e for e in _told(read, said.sentence - 1) if e.kind == "count" and not e.base]
    telling = [e for e in earlier if words & stems_of(e.after[:40])]
    before = EARLIER.search(read.text[said.link : behind[0].end + 40])
    return (telling[0], behind[0]) if len(telling) == 1 and before else None


def _of_two(read: Passage, said: Statement, own: Sequence[Entry]) -> Pair | None:
    """ "A's rate (38%) is the lower of the two (B: 30%)"."""
    before = [e for e in own if e.end <= said.start]
    others = [e for e in own if before and _alike(e, before[-1])]
    if not re.match(r" of the (?:two|pair)\b", read.text[said.end :]) or len({value_of(e) for e in others}) != 1:
        return None
    return before[-1], others[0]


def _named(read: Passage, said: Statement) -> Pair | None:
    """Two of the figures nearby, by the names that the statement gives them."""
    if (
        (said.sized and not re.search(r"points? $", read.text[: said.start]))
        or RULED.match(said.other.lstrip())
        or BOUND.match(said.other)
    ):
        return None
    if IT_HAS.match(read.text, said.end):
        return None  # "the north is the smaller of the two: it holds 120": the first is of what is named
    spoken = (said.start - len(said.subject), said.close)
    own = [e for e in read.of_sentence(said.sentence) if e.kind != "points" and not e.unit]
    # "Social renters, at 47%, sit above private renters": the subject's own.
    set_in = any(SET_IN.search(read.text[: e.start]) and read.text[e.end] == "," for e in own if e.end < said.start)
    if AIM.search(said.other) or set_in or any(e.end > spoken[0] and e.start < spoken[1] for e in own):
        return None  # a target's, or it has a figure of its own
    for chosen in groups(read, said.sentence, *spoken):
        found = meant(chosen, (said.what, said.subject), said.other)
        if found and _alike(*found):
            # "The share was lower": no count without its base is one.
            shared = SHARED.search(read.sentence(said.sentence)) and found[0].sentence != said.sentence
            return None if shared and _kind(found[0]) == ("count", "") else found
    return None


def _finding(paragraph: Paragraph, read: Passage, said: Statement, pair: Pair) -> Finding:
    readings = _readings(read, said, *pair)
    right = any(a > b if said.more else a < b for a, b in readings)
    verdict: Verdict = "ok" if right else "wrong"
    a, b = readings[0]
    relation = "more than" if a > b else "less than" if a < b else "as much as"
    why = f"{pair[0].text} is {relation} {pair[1].text}; the sentence says “{said.text}”"
    slip = f"{CODE}/{paragraph.line}/{said.start}"
    quote = read.sentence(said.sentence).strip()
    return Finding(CODE, verdict, paragraph.where, quote, said.text, relation, why, slip, "likely")


def _readings(read: Passage, said: Statement, one: Entry, other: Entry) -> list[tuple[Decimal, Decimal]]:
    """The shares against each other; where no share is spoken of the counts too, and these alone where number is."""
    counts = [(one.value, other.value)] if one.kind == other.kind == "count" else []
    shared = SHARED.search(said.text) or SHARED.search(read.text[max(0, said.start - 24) : said.end + 30])
    # "More lapses", where "14 lapses in 90 shifts" are told: more of what was counted.
    thing = COUNTED.match(read.text, said.end)
    counted = thing and not shared and stems_of(thing[1]) & stems_of(f"{one.text} {other.text}")
    if counts and (NUMBER_OF.match(read.text, said.end) or counted):
        return counts
    return [(value_of(one), value_of(other)), *([] if shared else counts)]


__all__ = ["CODE"]
