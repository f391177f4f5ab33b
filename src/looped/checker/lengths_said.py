"""Which two moments the words around a length of time set it between: "ten days later", "a gap of two weeks"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from looped.checker import phrases
from looped.checker.moments import SLACK, Length, Moment, alike
from looped.checker.patterns import pattern_of
from looped.checker.prose import SENTENCE

WORDS = r"[^.;:()\d]"
# Behind a length: that the moment told beside it comes so long after the other, or before it.
LATER = pattern_of(
    r",? (?:later(?! than\b)|afterwards|further on|to the day|after(?: (?:that|this))?(?=\s?(?:[,.;:)]|$))|"
    r"on(?=\s?(?:[,.;:)]|$)| in\b| from (?:that|then)\b))",
    re.I,
)
EARLIER = pattern_of(r",? (?:earlier(?! than\b)|beforehand|before(?=\s?(?:[,.;:)]|$)))", re.I)
AT_ONCE = pattern_of(r",? (?:(?:on|in|at|by|until|from|that is,?|i\.e\.|to) )?(?:the )?(?:[a-z]+day,? )?", re.I)
ONE_CLAUSE = pattern_of(rf"(?:(?!\b(?:though|although|but|while|whereas|and|before|after|than)\b){WORDS})*", re.I)
APART = pattern_of(r",? (?:apart|between (?:them|the two)|in between)\b", re.I)
LATE = pattern_of(r" (?:late|early|overdue|too late|too early|ahead of (?:time|schedule)|behind schedule)\b", re.I)
FROM = pattern_of(r"(?P<exact> to the day| exactly)? (?P<way>after|before|from|following)\b", re.I)
BY = pattern_of(r",? (?:that is,? |i\.e\.,? |or |so )?by (?:the )?", re.I)
# "Was reported on 11 March, three days after it happened".
AFTER_IT = pattern_of(r" after (?:it|this|that|they|he|she)\b", re.I)
# "50 minutes after arrival", "nine minutes after the alarm": what the clause of the first moment tells.
AFTER_THING = pattern_of(r" after (?:the |their |his |her |its )?(?P<what>[a-z]{4,})(?=\s?(?:[.,;)]|$))", re.I)
OF_IT = pattern_of(r"[^.;:(),\d]{0,90}")
PASSED = pattern_of(r" (?:had )?(?:passed|elapsed|went by|gone by|lay|lie|separate[sd]?|divide[sd]?)\b", re.I)
OLD = pattern_of(rf" old\b{WORDS}{{0,70}}$", re.I)
# Between a moment and a length that is said of it.
BESIDE = pattern_of(
    r"(?:[’”\"]|\s?[)])?\s?[,;(–—-]{1,2} ?(?:(?:and |which was |which is |that is,? |i\.e\. |came |took place |"
    r"followed |was held )*)",
    re.I,
)
NOUN = (
    r"(?:gap|interval|delay|wait|lapse|span|distance|journey|stay|period|total|range|spread|difference|turn-?around|"
    r"term|time|run|turn-?out|response|outage|stoppage|shutdown|overrun)"
)
CALLED = pattern_of(
    rf"\s?[,;:(–—-]{{0,2}} ?(?:with |giving |and so |so |making |or )?(?:an? |the )(?:[a-z]+ ){{0,2}}?"
    rf"{NOUN} of (?:just |only |exactly )?",
    re.I,
)
BETWEEN = pattern_of(rf"\b(?:between|from)\b{WORDS}{{0,60}}$", re.I)
IS = pattern_of(
    r",? (?:(?:was|is|were|are|came to|lay|lie|there (?:was|were)|passed|elapsed) )(?:just |only |exactly )?", re.I
)
WHICH = pattern_of(
    r", (?:which|that|this) (?:is|was|makes|made|took|gives|gave|means|meant) (?:just |only |exactly )?", re.I
)
SET_IN = pattern_of(r"(?:\s?\(|, |: |, or |, that is,? |, i\.e\. | [–—] )(?:just |only |exactly )?", re.I)
ENDS = pattern_of(r"(?: in all| in total| altogether| exactly| long| later| apart)?\s?(?:[).,;]|$)", re.I)
TO = pattern_of(
    r" (?:to|until|till|and) (?:(?:the )?(?:start|beginning|end|close|middle) of |early |late |mid-?)?(?:the )?", re.I
)
# "And went home on 30 April after five nights", "so it ran for 90 minutes".
STAYED = pattern_of(
    rf"(?: after|,? (?:and )?(?:so|thus|hence|having|which) {WORDS}{{0,30}}?\b(?:for|lasted|lasting|took|taking)) "
    r"(?:just |only |exactly )?",
    re.I,
)
AND = pattern_of(rf"{WORDS}{{0,{70}}}(?:\band\b|\buntil\b|,){WORDS}{{0,{50}}}", re.I)
LASTING = pattern_of(
    r",? (?:lasting|having lasted|and (?:lasted|took)|(?<=,) after|(?<=,) which (?:lasted|took)|a (?:run|wait|"
    r"delay|stay|"
    r"journey|gap) of) (?:just |only |exactly )?",
    re.I,
)
IN_ALL = pattern_of(rf" (?:{phrases.IN_ALL})\b", re.I)
# "Took 15 days more, finishing on"
LASTED = pattern_of(
    r"\b(?:took|lasted|lasting|taking|continu\w+ for|(?:run|ran|running|stayed|went on|followed|treated|observed|kept|"
    r"closed|open|for) for|for|over)(?: a further| another)? $",
    re.I,
)
ENDING = pattern_of(
    rf"(?: more| longer| further| in all| to complete)?,?{WORDS}{{0,40}}\b(?:finish\w*|end\w*|clos\w+|complet\w+|"
    rf"conclud\w+|until|till|so|hence|thus|expir\w+|making|meaning)\b{WORDS}{{0,70}}",
    re.I,
)
SO_ON = pattern_of(
    rf"(?:,|\band\b)?{WORDS}{{0,30}}?(?:,|\b(?:so|that is|i\.e|ie|namely|fell|falls?|ends?|ended|brings?|takes?|which|"
    rf"was|is|came|expir\w+|reply|arrived))\b{WORDS}{{0,45}}|, ",
    re.I,
)
DUE = pattern_of(r"\b(?:due|deadline|expected|planned|scheduled|target|should|limit|promised|agreed|set for)\b", re.I)
MADE = pattern_of(
    r"\b(?:born|built|put in|put up|bought|installed|opened|founded|made|laid|dating|fitted|planted)\b", re.I
)
# "For five days, from 11 to 15 July inclusive", "took four days (3 to 6 March)".
SPANNED = pattern_of(r"(?:,? (?:running |lasting |that is,? )?from (?:the )?| \()", re.I)
FOR = pattern_of(
    r"\b(?:for|lasted|lasting|took|taking|over|of|was|were|is|ran|spent)(?: (?:just|only|the|a total of))* $", re.I
)
INCLUSIVE = pattern_of(r",? \(?(?:both )?inclusive(?:ly)?\b", re.I)
REACH = 280
NEXT = 90
SHORT = 70
TWO = 2
YEAR = 365.25
EXACT = 2.0
STEM = 4


@dataclass(frozen=True)
class Said:
    """A length with the two moments that it lies between. more: how much it may be off besides, by how it is told."""

    length: Length
    first: Moment
    last: Moment
    more: float = 0.0


@dataclass(frozen=True)
class Place:
    """A length of time in its text, with the moments before it and behind it, the nearest first."""

    text: str
    length: Length
    before: Sequence[Moment]
    behind: Sequence[Moment]

    @property
    def lead(self) -> str:
        """The words before it, back to the moment before it."""
        return self.text[self.before[0].end if self.before else max(0, self.length.start - REACH) : self.length.start]

    @property
    def tail(self) -> str:
        """The words behind it, as far as the next moment."""
        return self.text[self.length.end : self.behind[0].start if self.behind else self.length.end + NEXT]

    def said(self, first: Moment, last: Moment, more: float = 0.0) -> Said:
        """That it lies between two moments."""
        return Said(self.length, first, last, more)


def placed(text: str, told: Sequence[Moment], length: Length) -> Place:
    """A length with the moments of its kind that stand near it. told: all moments of its paragraph."""
    some = alike(told, length)
    before = [e for e in some if e.end <= length.start and _near(text[e.end : length.start])]
    behind = [e for e in some if e.start >= length.end and not SENTENCE.search(text[length.end : e.start])]
    return Place(text, length, before[::-1], [e for e in behind if e.start - length.end < REACH])


def _near(between: str) -> bool:
    """Whether what lies between is of one sentence, or of two that follow each other."""
    return len(between) < REACH and len(SENTENCE.findall(between)) <= 1


def set_between(place: Place) -> Said | None:
    """The two moments that the words around a length set it between."""
    for read in (
        _by,
        _later,
        _earlier,
        _from_one,
        _apart,
        _named,
        _passed,
        _lasted,
        _stayed,
        _spanned,
        _set_in,
        _late,
        _old,
    ):
        if said := read(place):
            return said
    return None


def _by(place: Place) -> Said | None:
    """ "Dated 2 July, it asked for a reply within 14 days, by 16 July"."""
    if place.before and place.behind and place.length.is_within and BY.fullmatch(place.tail):
        length = replace(place.length, slack=SLACK[place.length.unit])
        return Said(length, place.before[0], place.behind[0])
    return None


def _later(place: Place) -> Said | None:
    """ "On 16 May, ten days later", "ten days later, on 16 May": the one beside it comes after the one before."""
    cue = LATER.match(place.tail)
    if not cue or not place.before:
        return None
    if place.behind and _leads_on(place, cue.end()):
        return place.said(place.before[0], place.behind[0])
    # "On 9 and 10 April, a month later": the first of the two days is no other time.
    before = [e for e in place.before[1:] if e.end <= place.before[0].start and not e.is_first_of_two]
    if BESIDE.fullmatch(place.lead) and before:
        return place.said(before[0], place.before[0])
    return None


def _earlier(place: Place) -> Said | None:
    """ "Taken on 16 May, six days earlier": the one beside it comes before the other."""
    cue = EARLIER.match(place.tail)
    if not cue or not place.before:
        return None
    if place.behind and _leads_on(place, cue.end()):
        return place.said(place.behind[0], place.before[0])
    if BESIDE.fullmatch(place.lead) and len(place.before) >= TWO:
        return place.said(place.before[0], place.before[1])
    return None


def _leads_on(place: Place, start: int) -> bool:
    """Whether the words behind "later" lead to the next moment: at once, or as what the clause tells."""
    gap = place.tail[start:]
    if AT_ONCE.fullmatch(gap):
        return True
    return not BESIDE.fullmatch(place.lead) and len(gap) <= SHORT and bool(ONE_CLAUSE.fullmatch(gap))


def _from_one(place: Place) -> Said | None:
    """ "On 16 May, ten days after 6 May", "ten days after 6 May, that is, by 16 May"."""
    if AFTER_IT.match(place.tail) and BESIDE.fullmatch(place.lead) and len(place.before) >= TWO and not place.behind:
        return place.said(place.before[1], place.before[0])
    if thing := AFTER_THING.match(place.tail):
        return _after_thing(place, thing["what"].lower())
    way = FROM.match(place.tail)
    if not way or not place.behind or not OF_IT.fullmatch(place.tail, way.end()):
        return None
    back, more = way["way"].lower() == "before", 1.0 if way["way"].lower() == "from" else 0.0
    one = place.behind[0]
    if place.before and BESIDE.fullmatch(place.lead):
        other = place.before[0]
    elif len(place.behind) >= TWO and SO_ON.fullmatch(place.text[one.end : place.behind[1].start]):
        other = place.behind[1]
    else:
        return None
    first, last = (other, one) if back else (one, other)
    exact = EXACT - place.length.slack if way["exact"] and not place.length.loose else 0.0
    return place.said(first, last, more * _counted(last) + exact)


def _after_thing(place: Place, what: str) -> Said | None:
    """ "Arrived at 14:10 and was seen at 15:00, 50 minutes after arrival": the last after the one of which that is."""
    if not BESIDE.fullmatch(place.lead) or len(place.before) < TWO or place.behind:
        return None
    last, first = place.before[:TWO]
    clause = place.text[max(0, first.start - SHORT) : first.start].lower()
    return place.said(first, last) if re.search(rf"\b{re.escape(what[:STEM])}", clause) else None


def _apart(place: Place) -> Said | None:
    """ "On 2 May and on 16 May, two weeks apart"."""
    if APART.match(place.tail) and len(place.before) >= TWO and re.fullmatch(rf"{WORDS}{{0,{SHORT}}}", place.lead):
        return place.said(place.before[1], place.before[0])
    return None


def _named(place: Place) -> Said | None:
    """ "A gap of two weeks", "the wait between 2 May and 16 May was two weeks"."""
    if len(place.before) < TWO:
        return None
    last, first = place.before[:TWO]
    if CALLED.fullmatch(place.lead) or (IS.fullmatch(place.lead) and BETWEEN.search(place.text[: first.start])):
        return place.said(first, last, _counted(last))
    return None


def _passed(place: Place) -> Said | None:
    """ "Nine days passed between the fall on 4 July and the report on 13 July"; "between the two, nine days passed"."""
    if PASSED.match(place.tail) and len(place.before) >= TWO and BESIDE.fullmatch(place.lead):
        last, first = place.before[:TWO]
        if BETWEEN.search(place.text[: first.start].replace(",", " ")):
            return place.said(first, last)
    if PASSED.match(place.tail) and len(place.behind) >= TWO:
        first, last = place.behind[:TWO]
        if re.fullmatch(
            rf"{WORDS}{{0,{SHORT}}}\b(?:and|from|to)\b{WORDS}{{0,{SHORT}}}", place.text[first.end : last.start]
        ):
            return place.said(first, last)
    return None


def _lasted(place: Place) -> Said | None:
    """ "Began on 20 May and took 15 days, ending on 4 June": the last day may be counted or not."""
    if place.before and place.behind and LASTED.search(place.lead) and ENDING.fullmatch(place.tail):
        return place.said(place.before[0], place.behind[0], _counted(place.behind[0]))
    return None


def _stayed(place: Place) -> Said | None:
    """ "Admitted on 25 April, and went home on 30 April after five nights"."""
    if len(place.before) < TWO or not ENDS.match(place.text, place.length.end) or not STAYED.fullmatch(place.lead):
        return None
    last, first = place.before[:TWO]
    return place.said(first, last, _counted(last)) if AND.fullmatch(place.text[first.end : last.start]) else None


def _spanned(place: Place) -> Said | None:
    """ "For five days, from 11 to 15 July inclusive": then the last day is counted too."""
    if len(place.behind) < TWO or not SPANNED.fullmatch(place.tail):
        return None
    first, last = place.behind[:TWO]
    gap = place.text[first.end : last.start]
    if not (TO.fullmatch(gap) or (first.is_first_of_two and TO.fullmatch(gap.rstrip() + " "))):
        return None
    inclusive = INCLUSIVE.match(place.text, last.end)
    if inclusive and place.length.unit == "day" and not place.length.loose and not place.length.working:
        return Said(replace(place.length, slack=0.0), first, replace(last, value=last.value + 1))
    if not FOR.search(place.text[: place.length.start]):
        return None
    return place.said(first, last, _counted(last))


def _set_in(place: Place) -> Said | None:
    """ "From 2 May to 16 May (two weeks)", "opened on 2 May and closed on 16 May, which is two weeks"."""
    if len(place.before) < TWO or not ENDS.match(place.text, place.length.end):
        return None
    last, first = place.before[:TWO]
    span = TO.fullmatch(place.text[first.end : last.start]) and BETWEEN.search(place.text[: first.start])
    whole = SET_IN.fullmatch(place.lead) and IN_ALL.match(place.text, place.length.end)
    if whole or LASTING.fullmatch(place.lead) or WHICH.fullmatch(place.lead) or (span and SET_IN.fullmatch(place.lead)):
        return place.said(first, last, _counted(last))
    return None


def _late(place: Place) -> Said | None:
    """ "Due on 2 May, it came on 9 May, seven days late"."""
    if len(place.before) < TWO or not LATE.match(place.tail) or not BESIDE.fullmatch(place.lead):
        return None
    last, first = place.before[:TWO]
    if not DUE.search(place.text[max(0, first.start - SHORT) : last.start]):
        return None
    return place.said(first, last) if first.value <= last.value else place.said(last, first)


def _old(place: Place) -> Said | None:
    """ "Built in 1990, it was 30 years old when it burned down in 2020"."""
    if place.before and place.behind and OLD.match(place.tail):
        first = place.before[0]
        if MADE.search(place.text[max(0, first.start - SHORT) : first.start]):
            return place.said(first, place.behind[0], YEAR - 1 if place.length.unit == "year" else 0.0)
    return None


def _counted(moment: Moment) -> float:
    """A year's slack between years, since the last may be counted too; that of a day is in any length of days."""
    return YEAR if moment.kind == "year" else 0.0
