"""What there was, what came, what went and what there is: a stock, a roll or a fund told in words.

Of four figures or five one must be of what came and one of what went; the two that are left are what there was and is.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from looped.checker.at_hand import MEANS, Hand, hands, is_slip
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage

CAME = pattern_of(
    r"\b(?:bought|purchased?s?|buying|received|receiv(?:es|ing)|receipts?|added|adding|additions?|delivered|"
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
    r"\b(?:issued|issu(?:es|ing)|sold|sales|used|usage|left|leavers?|discharg(?:ed|es|ing)|resolved|written off|"
    r"re-?homed|re-?housed|adopted|struck (?:out|off)|scrapped|lost|losing|losses|died|deaths?|remov(?:ed|"
    r"als?|ing)|withdr[ae]wn?|withdrew|withdrawals?|disposed|"
    r"disposals?|"
    r"sent (?:out|home|away|back)|resigned|resignations?|retired|retirements?|spent|spending|spends|pa(?:id|"
    r"ying) (?:out|for)|"
    r"payments?|expenditure|cleared|moved (?:out|away|on)|"
    r"settled|transferred out|destroyed|expired|returned|returns|dispatch(?:ed|es)|handed (?:out|back)|given (?:out|"
    r"up|away|back)|"
    r"gave up|giv(?:es|ing) up|"
    r"distributed|answered|dealt with|cancelled|cancellations?|filled|drawn|consumed|stopped|discontinued|condemned|"
    r"broken|stolen|c[oa]me off|taken (?:off|out|away)|took (?:off|out|away)|struck off|dropped out|drop-?outs|"
    r"departed|departures|quit|(?:were|was|been|have|has|had|are|,) (?:closed|shut)|and closed|closed (?:in|since|"
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
EACH_OF = (4, 5)


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
        pairs = ((self.first, self.last), (self.last, self.first))
        return any(abs(one.value + self.moved - other.value) <= self.hand.slack for one, other in pairs)

    @property
    def is_slip(self) -> bool:
        """Whether a slip of the pen in one figure made it miss, and no other signs make it come out."""
        values, miss = self.hand.values, self.first.value + self.moved - self.last.value
        signs = product((1, -1), repeat=len(values))
        if any(not sum(s * v for s, v in zip(each, values, strict=True)) for each in signs):
            return False
        return any(is_slip(value, value + sign * miss) for value in values for sign in (1, -1))


def flows(read: Passage) -> Iterator[Flow]:
    """Each statement with two figures of what there was and is, and the others of what came and went.

    >>> from looped.checker.prose import passage
    >>> [(f.first.text, f.last.text, str(f.moved)) for f in flows(passage("From 9 it went to 12: 5 came, 2 left."))]
    [('9', '12', '3')]
    """
    if len(read.entries) < EACH_OF[0]:
        return
    for hand in hands(read, EACH_OF, reach=3):
        ways = tuple(_way(hand, at) for at in range(len(hand.figures)))
        ends = [each for each, way in zip(hand.figures, ways, strict=True) if way == 0]
        if hand.is_plain and not MEANS.search(hand.text) and len(ends) == 2 and 1 in ways and -1 in ways:
            first, last = ends
            between, before = read.text[first.end : last.start], read.text[hand.start : first.start]
            if " from " in between and " to " in before:
                first, last = last, first
            yield Flow(hand, first, last, ways)


def _way(hand: Hand, at: int) -> int:
    """1 of what came, -1 of what went, 0 where the words of a figure tell neither, or both."""
    each = hand.figures[at]
    lead, tail = hand.lead(at).lower(), each.after.lower()
    if STOOD.search(lead.rstrip(" £$€(")):
        return 0
    for words in (tail, f"{each.before.lower()} ", hand.own_lead(at).lower()):
        came, went = bool(CAME.search(words)), bool(WENT.search(words))
        if came != went:
            return 1 if came else -1
    return 0
