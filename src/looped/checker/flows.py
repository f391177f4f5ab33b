"""What there was, what came, what went and what there is: a stock, a roll or a fund told in words.

Of four figures or five one must be of what came and one of what went; the two that are left are what there was and is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import product

from looped.checker.at_hand import MEANS, Hand, hands, is_slip
from looped.checker.moments import moments
from looped.checker.narrowed import FELL_AWAY
from looped.checker.patterns import pattern_of
from looped.checker.printed_beside import OF_ALL
from looped.checker.prose import Entry, Passage

CAME = pattern_of(
    r"\b(?:bought|purchased?s?|buying|received|receiv(?:es|ing)|receipts?(?! for)|topped up|top-?ups?|(?:put|"
    r"paid) back|added|"
    r"adding|additions?|delivered|"
    r"deliver(?:y|ies)|"
    r"join(?:ed|ers?|ing|s)?|recruit(?:ed|s|ing|ment)?|hired|starters?|admi(?:tted|ssions?|tting)|new(?:ly)?(?! total)|"
    r"arriv(?:ed|als?|ing)|referred|referrals|registered|registrations|acquired|acquisitions?|donat(?:ed|ions?)|gained|"
    r"c[oa]m(?:e|ing) in|c[oa]me on(?:to)?|t(?:ook|aken|aking) (?:on|in)|put (?:on|in)|logged|lodged|enrolled|"
    r"enrolments?|"
    r"moved in|mov(?:ed|ing) (?:on)?to|"
    r"appointed|appointments|income|paid in(?:to)?|pay(?:ing)? in|contributions?|credited|deposit\w*|births?|born|"
    r"transferred in|ordered|sign(?:ed|ing) up|signed on|fell (?:empty|vacant|due)|(?:be)?came (?:empty|vacant|free)|"
    r"arose|arisen|arising|"
    r"(?:were|was|been|have|has|had|are|and|,) opened|re-?opened|lettings?|fees|takings|grants?|raised|earned|grown|"
    r"gave|"
    r"planted|built|(?:were|was|been) (?:made|created|begun|started)|(?:have|had|has) (?:begun|started|opened)|"
    r"started|entered|intake|(?:were|was) given|in(?=:)|came(?! (?:off|to|back|out|down|up|away|from))|gifts?|"
    r"subscriptions?|bank(?:ed|ing)|interest|newcomers|brought in|stocked|"
    r"replenish\w*|inward|incoming|hatched|installed|accepted)\b",
)
WENT = pattern_of(
    r"\b(?:receipts for|cut|axed|issued|issu(?:es|ing)|sold|sales|used|usage|left|leavers?|discharg(?:ed|es|"
    r"ing)|resolved|written off|"
    r"re-?homed|re-?housed|adopted|struck (?:out|off)|scrapped|lost|losing|losses|died|deaths?|remov(?:ed|"
    r"als?|ing)|withdr[ae]wn?|withdrew|withdrawals?|disposed|"
    r"disposals?|"
    r"sent (?:out|home|away|back)|resigned|resignations?|retired|retirements?|spent|spending|spends|pa(?:id|"
    r"ying) (?:out|for)|"
    r"payments?|expenditure|cleared|moved (?:out|away|on)|"
    r"settled|transferred out|destroyed|expired|returned|returns|dispatch(?:ed|es)|handed (?:out|back)|(?:given|"
    r"thrown|threw) (?:out|"
    r"up|away|back)|"
    r"gave up|giv(?:es|ing) up|"
    r"distributed|answered|dealt with|cancelled|cancellations?|filled|drawn|consumed|stopped|discontinued|condemned|"
    r"broken|stolen|c[oa]me off|taken (?:off|out|away)|took (?:off|out|away)|struck off|dropped out|drop-?outs|"
    r"departed|departures|quit|(?:were|was|been|have|has|had|are|,) (?:since |now |then |also )?(?:closed|shut)|"
    r"and closed|closed (?:in|since|"
    r"during|over)|shut|closures|bills|met|"
    r"costs?|wages|"
    r"outgoings?|lapsed|went|gone|goes|out(?=:)|out(?:ward|going)|demolished|felled|culled|stood down|let go|"
    r"completed|concluded|lent|loaned|repaid|repayments?|debited|checked out|redundan\w+|wrote off|evicted|"
    r"scrapping|shipped|removing|paid(?! in))\b",
)
# Where something began or ended: "opened with", "closed at", "stood at", "which leaves".
STOOD = pattern_of(
    r"\b(?:opened|opening|began|begun|beginning|start(?:ed|ing)?|closed|closing|end(?:ed|ing|s)?|finish(?:ed|ing|es)?|"
    r"stood|stands|stand|balance|leav(?:es|ing)|left|brought forward|carried forward|carried over|puts?|putting|makes?|"
    r"making|gives?|giving|"
    r"brings?|bringing|now|today|total(?:s|led|ling)?|so|there (?:are|were|was|is)|from|to|at)"
    r"(?: (?:the|its|their|an?|it|them|in|of|with|at|on|off|just|only|now|day|week|month|quarter|term|year|up|night|"
    r"shift|"
    r"figure|total|number|balance|roll|stock|count|again))*$"
)
# Where the figure told first is what there was.
BEGINS = pattern_of(
    r"\b(?:start(?:ed|ing|s)?|began|beginning|opened|opening|from|had (?:been|owned|held|stood|planned)|stood|at first|"
    r"there were|originally|was|were|had|drew|owned)\b[^.;:\d]{0,30}$",
)
# Behind the last or before it: that it is what there is now.
IS_NOW = pattern_of(
    r"\b(?:so|thus|hence|therefore|leav(?:es|ing)|left|end(?:s|ed|ing)?|finish\w*|remain\w*|down to|up to|now|"
    r"stood at|bringing|brought|making|giving|"
    r"read|held|holds|worked with|analys\w+|by [a-z]+)\b[^.;:\d]{0,40}$",
)
CONCLUDED = pattern_of(r"\b(?:so|thus|hence|therefore|leaving)\b", re.I)
DOWN_TO = pattern_of(r"\b(?:down to|left with|reduced to|cut to|fell to|shrank to) (?:just |only )?$")
WHO = pattern_of(r" (?:who|that|which|left|remaining|others|rest)\b", re.I)
LESS = pattern_of(r"\b(?:less|minus) (?:the )?$")
LISTED = re.compile(r"(?: (?!(?:were|was|had|have|has|did|is|are|went|came|in)\b)[a-z’'-]+){1,5}(?:,| and|, and) $")
BY = re.compile(r" by $")
AT_SO_MANY = re.compile(
    r"(?<!\bstood )(?<!\bended )(?<!\bclosed )(?<!\bopened )(?<!\bbegan )(?<!\bstarted )\b(?:at|in|across) (?:the )?$"
)
PLACES = pattern_of(
    r" (?:[a-z]+ )?(?:centres|sites|countries|towns|hospitals|clinics|wards|homes|schools|practices|offices|regions|"
    r"places|groups|months|stages|phases|batches|teams)\b",
    re.I,
)
OPENS = pattern_of(r"\b(?:opened|began|started|stood at the (?:start|beginning|opening))\b[^.;:\d]{0,40}$", re.I)
CLOSES = pattern_of(
    r"\b(?:clos(?:ed|es|ing)|end(?:ed|s|ing)|finish(?:ed|es|ing))\b[^.;:\d]{0,30}\b(?:at|with|on) [£$€]?$", re.I
)
TENTH = 10
EACH_OF, TRIAD = (4, 5), (3,)


@dataclass(frozen=True)
class Flow:
    """first, last: what there was and what there is. ways: of each figure 1 where it came, -1 where it went."""

    hand: Hand
    first: Entry
    last: Entry
    ways: tuple[int, ...]

    @property
    def moved(self) -> Decimal:
        """What came without what went."""
        return sum((way * value for way, value in zip(self.ways, self.hand.values, strict=True)), Decimal(0))

    @property
    def is_right(self) -> bool:
        """Whether it comes out; the later figure may be printed first."""
        pairs = [(self.first, self.last)]
        if not self.is_in_order:
            pairs.append((self.last, self.first))
        return any(abs(one.value + self.moved - other.value) <= self.hand.slack for one, other in pairs)

    @property
    def is_in_order(self) -> bool:
        """Whether words or dates say which was before: a rise may be told as a fall, and the other way round."""
        if (then := _dated(self.hand, self.first)) and (now := _dated(self.hand, self.last)) and then < now:
            return True
        at = self.hand.figures.index(self.last)
        first = self.hand.read.text[self.hand.start : self.first.start].lower()
        return bool(BEGINS.search(first) and IS_NOW.search(self.hand.lead(at).lower()))

    @property
    def is_account(self) -> bool:
        """Whether it opens and closes in so many words, and misses by little: then a sum was worked out wrongly."""
        at = self.hand.figures.index(self.last)
        opens = OPENS.search(self.hand.read.text[self.hand.start : self.first.start])
        miss = abs(self.first.value + self.moved - self.last.value)
        return bool(opens and CLOSES.search(self.hand.lead(at)) and miss * TENTH <= self.last.value)

    @property
    def is_slip(self) -> bool:
        """Whether a slip of the pen in one figure made it miss, and no other signs make it come out."""
        values, miss = self.hand.values, self.first.value + self.moved - self.last.value
        signs = product((1, -1), repeat=len(values))
        comes_out = [each for each in signs if not sum(s * v for s, v in zip(each, values, strict=True))]
        if self.is_in_order:
            turned = [-way for way in self.ways]
            comes_out = [each for each in comes_out if not self._are(each, turned)]
        if comes_out:
            return False
        # What came taken away, and what went added.
        if self.is_in_order and {1, -1} <= set(self.ways) and self.first.value - self.moved == self.last.value:
            return True
        return self.is_account or any(is_slip(value, value + sign * miss) for value in values for sign in (1, -1))

    def _are(self, signs: Sequence[int], turned: Sequence[int]) -> bool:
        """Whether signs only turn round what came and what went: "gained 9, lost 14", and five more than before."""
        moved = [(sign, way) for sign, way in zip(signs, turned, strict=True) if way]
        return len({sign * way for sign, way in moved}) == 1


def _dated(hand: Hand, each: Entry) -> int | None:
    """The day that a figure is told of, where its sentence tells one and no other figure."""
    if sum(other.sentence == each.sentence for other in hand.figures) > 1:
        return None
    told = [one for one in moments(hand.read.sentence(each.sentence)) if one.kind == "day"]
    return told[0].value if len(told) == 1 else None


@lru_cache(maxsize=8192)
def flows(read: Passage) -> tuple[Flow, ...]:
    """Each statement with two figures of what there was and is, and the others of what came and went.

    >>> from looped.checker.prose import passage
    >>> [(f.first.text, f.last.text, str(f.moved)) for f in flows(passage("From 9 it went to 12: 5 came, 2 left."))]
    [('9', '12', '3')]
    """
    if len(read.entries) < TRIAD[0] or not any(each.may_be_in(read.text) for each in (CAME, WENT, FELL_AWAY, LESS)):
        return ()
    return tuple(_flows(read))


def _flows(read: Passage) -> Iterator[Flow]:
    for hand in (*hands(read, EACH_OF, reach=3, parts=False), *hands(read, TRIAD, reach=1)):
        ways = tuple(_way(hand, at) for at in range(len(hand.figures)))
        ways = _from_to(hand, ways)
        ends = [each for each, way in zip(hand.figures, ways, strict=True) if way == 0]
        if len(ends) == 2 and _is_part_of(read, *ends):
            continue
        if any(_says_where(hand, at) for at, way in enumerate(ways) if way == 0):
            continue
        if hand.is_plain and not MEANS.search(hand.text) and len(ends) == 2 and 1 in ways and -1 in ways:
            first, last = ends
            between, before = read.text[first.end : last.start], read.text[hand.start : first.start]
            if " from " in between and " to " in before:
                first, last = last, first
            yield Flow(hand, first, last, ways)
        elif hand.is_plain and not MEANS.search(hand.text) and len(ends) == 2 and _only_went(hand, ends, ways):
            last, first = sorted(ends, key=lambda each: each.value)
            yield Flow(hand, first, last, ways)


def _is_part_of(read: Passage, whole: Entry, part: Entry) -> bool:
    """ "Of the 90 boats, 81 are blue": a part and its whole, of one time."""
    gap = read.text[whole.end : part.start]
    return bool(OF_ALL.search(read.text[: whole.start]) and re.fullmatch(r"[^.;:\d]{0,40}", gap))


def _says_where(hand: Hand, at: int) -> bool:
    """Whether a figure says in how many places it was: "198 were enrolled at 7 centres in two countries"."""
    return at > 0 and bool(AT_SO_MANY.search(hand.lead(at).lower()) and PLACES.match(hand.tail(at)))


def _from_to(hand: Hand, ways: tuple[int, ...]) -> tuple[int, ...]:
    """ "From 72 to 77: nine were approved and four resigned": what isn't known to have gone has come."""
    unknown = [at for at, way in enumerate(ways) if not way]
    between = hand.read.text[hand.figures[0].end : hand.figures[1].start]
    if len(unknown) != TRIAD[0] or between != " to " or unknown[:2] != [0, 1]:
        return ways
    moved = {way for way in ways if way}
    if len(moved) != 1 or not hand.lead(0).lower().rstrip().endswith("from"):
        return ways
    return tuple(-sum(moved) if at == unknown[2] else way for at, way in enumerate(ways))


def _only_went(hand: Hand, ends: Sequence[Entry], ways: Sequence[int]) -> bool:
    """ "We threw out 14 and 6 of the 420, so 400 were read": two that went, and what is left said to be so."""
    last = min(ends, key=lambda each: each.value)
    at = hand.figures.index(last)
    lead = hand.lead(at).lower()
    if last is hand.figures[0] or 1 in ways:
        return False
    if ways.count(-1) > 1:
        return bool(IS_NOW.search(lead) or (lead.endswith("the ") and WHO.match(hand.tail(at))))
    went = hand.figures[ways.index(-1)] if -1 in ways else last
    so = went.end < last.start and CONCLUDED.search(hand.read.text, went.end, last.start)
    return bool(DOWN_TO.search(lead) or so)


def _way(hand: Hand, at: int) -> int:
    """1 of what came, -1 of what went, 0 where the words of a figure tell neither, or both."""
    each = hand.figures[at]
    lead, tail, own = hand.lead(at).lower(), each.after.lower(), hand.own_lead(at).lower()
    # "£250 was topped up by £100": told behind the one, it is said of the other.
    if BY.search(tail):
        tail = ""
    if at and BY.search(hand.figures[at - 1].after.lower()):
        own = lead
    if STOOD.search(lead.rstrip(" £$€(")):
        return 0
    if LESS.search(lead):
        return -1
    for words in (tail, f"{each.before.lower()} ", own):
        came, went = bool(CAME.search(words)), bool(WENT.search(words) or FELL_AWAY.search(words))
        if came != went:
            return 1 if came else -1
    # "Leaving out 8 from the one and 5 from the other": as the one before it.
    return _way(hand, at - 1) if at and LISTED.fullmatch(lead) and not IS_NOW.search(lead) else 0
