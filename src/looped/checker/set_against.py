"""The two figures that a word of more or less sets against each other, and in which order."""

import re
from collections.abc import Sequence
from dataclasses import replace

from looped.checker.earlier import EARLIER, ordered
from looped.checker.groups import groups, meant, told_once
from looped.checker.item_names import stems_of
from looped.checker.listing import value_of
from looped.checker.otherwise import noun_of
from looped.checker.pairing import in_time
from looped.checker.patterns import pattern_of
from looped.checker.phrases import ONLY
from looped.checker.prose import Entry, Passage
from looped.checker.quieting import NUMBER
from looped.checker.statements import Statement

Pair = tuple[Entry, Entry]
BETWEEN = pattern_of(
    r"\s*(?:, (?=[avc]))?(?:and|v\.?|vs\.?|versus|against|to|compared (?:with|to)|as against|,|;|/)\s*(?:only |just )?",
    re.I,
)
IN_ORDER = re.compile(r"(?:[(:,–—-]|\bby)\s*(?:at |with |by |respectively |in that order |a total of )?$")
STOP = pattern_of(r"[;:]|[.](?=\s|$)|\b(?:but|while|whereas|although|because|if|when(?! the)|and)\b", re.I)
# What a thing is held against that is no figure of another thing.
RULED = pattern_of(
    r"\b(?:half|twice|three times|good|satisfactory|adequate|perfect|ideal|expected|required|planned|usual|"
    r"ever|hoped|feared|predicted|anticipated)\b(?!-)(?! [a-z’'-]+s \($)|"  # "than planned visits (93)": a kind of them
    r"\bby\s*$",
    re.I,
)
GRADE = pattern_of(r"\W*(?P<grade>good|satisfactory|adequate)(?: (?:ones|homes?|files?))?\W*(?:$|[;,.:])", re.I)
AIM = pattern_of(r"\b(?:target|threshold|benchmark|goal|limit|tolerance|standard(?! [a-z]))\b", re.I)
BOUND = re.compile(rf"\W*(?:[£$€]?\d|{NUMBER}\b|an? (?:third|quarter|fifth|tenth)\b)", re.I)
POINTS = re.compile(r"[\d,]+ points")
BARE = re.compile(r"\s*(?:of|about|around)?\s*", re.I)
AGO = re.compile(
    r"[^.;,]{0,30}?\b(?:last|previous\w*|before|earlier|prior|ago|in|at|for|recorded|reported|found|seen|nationally|"
    r"elsewhere|of the)\b",
    re.I,
)
IT = pattern_of(
    r"\s*(?:this|that|it|these|those|the (?:rate|figure|number|total|proportion|share|result|score|count)s?)\s+"
    r"(?:now |still |therefore |thus |again |then )?(?:is|was|were|are|represents?|compares?|stands?|stood|"
    r"has been|means)\b[^.;:,\d]{0,40}$",
    re.I,
)
WHOLE = pattern_of(r"\b(?:samples?|total|out|number|population|base|all|each|any)\s+(?:of\s+)?(?:the\s+)?$", re.I)
SHARED = pattern_of(
    r"\b(?:likel\w+|shares?|proportions?|rates?|percentages?|per cent|often|common\w*|frequen\w+)\b", re.I
)
# "(76%, n = 25, against 52%, n = 25)": out of so many. From one of two in brackets to the other.
OUT_OF, BASE = re.compile(r"\d\s?%[,;] n\s?=\s?$"), re.compile(r"[,;] n\s?=\s?[\d,]*\d(?=[,;) ])")
DID_SO = pattern_of(
    r"(?: (?!(?:of|in|at|on|for|by|than|and|from|but)\b)[a-z]+){1,3},? (?:compared (?:with|to)|against|versus) "
    r"(?:only |just )?",
    re.I,
)
SET_IN = re.compile(rf", (?:at|on|with) (?:{ONLY})?$")
SET = pattern_of(r"\bof (?:the|these|those|all|both) $", re.I)
TIME = re.compile(r"^(?:sec|min|hour|hr|h$|day|week|month|year|yr)")
AT = pattern_of(r"\b(?:at|after|over|by|in|for|during|within|from) (?:the )?$", re.I)
IT_HAS = pattern_of(r"[^.;,:]{0,24}[:;–—] (?:it|they)\b", re.I)
# What it is set against is another time: "than two years ago", "than it was at the last visit", "than before".
AGO_TOLD = pattern_of(
    r"[^.;:,]{0,40}?\b(?:last (?:time|year|month|quarter|term|audit|inspection|survey|visit|round)|previously|before|"
    r"earlier|ago|then|at (?:the )?(?:start|outset|baseline|first)|in (?:19|20)\d\d|the (?:previous|preceding|prior|"
    r"first|last) [a-z]+)\b",
    re.I,
)
AGO_ALONE = pattern_of(r" (?:it|they|that|this) (?:was|were|had been|used to be)\s*$", re.I)
BOTH = re.compile(r"\b(?:both|each|all)\b", re.I)
# "Anything below 70% is", "those under 10": of whatever there may be.
OF_ANY = pattern_of(
    r"\b(?:anything|anyone|any(?: [a-z]+){1,2}|those|all those|everything|whatever) (?:that (?:is|are) )?$", re.I
)
DEFINED = pattern_of(
    r"\b(?:counts?|counted|classed|classified|rated|graded|treated|regarded|shown|marked|coded|described|called|"
    r"labelled|termed|defined|taken|scored|banded|flagged|reported|seen) as\b|\b(?:means|earns|is called|are called)\b",
    re.I,
)
ANOTHER = pattern_of(
    r"\b(?:at least|at most|or (?:more|less|above|below|over|under|higher|lower|better)|above|below|over|under|"
    r"(?:more|fewer|less) than|from|up to|between)\b",
    re.I,
)
NEAR = 70
APART = 110
FEWEST = 2
SMALL = 13


def set_against(read: Passage, said: Statement, own: list[Entry]) -> Pair | None:
    """The two figures that a statement sets against each other. own: those of its sentence that are of no size."""
    # "Both exceeded the 85% target, at 90% and 94%": neither of the two is what they are set against.
    of_aim = AIM.search(said.other) and BOTH.search(said.subject)
    for way in (_either_side, _in_order, _by_time, _since, _against, _carried, _of_two)[: 1 if of_aim else None]:
        if pair := way(read, said, own):
            return pair
    return _named(read, said)


def told_of(read: Passage, at: int) -> list[Entry]:
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
        found = [e for e in found if e.kind != "count" or e.share or not OUT_OF.search(read.text[: e.start])]
    return told_once(found)


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
    behind = _bracketed(read, said, own) or [e for e in own if e.start >= said.link]
    gap = read.text[said.link : behind[0].start] if behind else "."
    if (
        STOP.search(gap)
        or RULED.search(gap)
        or ("," in gap and not _is_set_in(read, gap, own, behind))
        or len(gap) > APART
    ):
        return None
    if BARE.fullmatch(gap) and _are_bounds(read, said):
        return None  # "at least 80% are strengths, and those below 70% are not": what counts as which
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


def _are_bounds(read: Passage, said: Statement) -> bool:
    """Whether a sentence says from where on something is called so: its figures are bounds."""
    lead = read.text[read.starts[said.sentence] : said.start]
    return bool(OF_ANY.search(lead)) or bool(DEFINED.search(read.sentence(said.sentence)) and ANOTHER.search(lead))


def _bracketed(read: Passage, said: Statement, own: Sequence[Entry]) -> list[Entry]:
    """ "Fewer came at least once (5) than had one in the week 24 visit (12)": the figures in brackets are meant."""
    inside = [
        e for e in own if read.text[e.start - 1 : e.start] == "(" and read.text[e.end : e.end + 1] in (")", ",", ";")
    ]
    behind = [e for e in inside if said.link is not None and e.start >= said.link]
    return behind if len(inside) == len(behind) + 1 and said.start < inside[0].start and len(behind) == 1 else []


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
    gap = BASE.sub("", read.text[behind[0].end : behind[1].start])
    if DID_SO.fullmatch(gap) and not AGO.match(read.text, behind[1].end):
        gap = ","  # "76% did so, compared with 56%"
    if not told or not BETWEEN.fullmatch(gap):
        return None
    return (behind[1], behind[0]) if _are_turned(said, behind[0], behind[1]) else (behind[0], behind[1])


def _are_turned(said: Statement, one: Entry, other: Entry) -> bool:
    """ "More men than women came (50 of 90 women, 66%; 44 of 60 men, 73%)": each figure says whose it is."""
    sides = [stems_of(said.subject + said.what), stems_of(said.other.split("(")[0])]
    told = [stems_of(re.sub(r"\d", " ", each.text)) for each in (one, other)]
    first, last = told[0] - told[1], told[1] - told[0]
    return bool(first & sides[1] and last & sides[0] and not first & sides[0] and not last & sides[1])


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
    told = [told_of(read, said.sentence - 2), told_of(read, said.sentence - 1)]
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
    earlier = [e for e in told_of(read, said.sentence - 1) if e.kind == "count" and not e.base]
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


def _are_grades(read: Passage, said: Statement) -> bool:
    """ "23 were good and seven inadequate; more were inadequate than good": a grade that is told with its figure."""
    grade = GRADE.match(said.other)
    told = f"{read.sentence(said.sentence - 1)} {read.sentence(said.sentence)}".lower()
    return bool(grade and told.count(grade["grade"].lower()) > 1)


def _named(read: Passage, said: Statement) -> Pair | None:
    """Two of the figures nearby, by the names that the statement gives them."""
    if (
        (said.sized and not re.search(r"points? $", read.text[: said.start]))
        or (RULED.match(said.other.lstrip()) and not _are_grades(read, said))
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
