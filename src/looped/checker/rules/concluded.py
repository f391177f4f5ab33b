"""What a statement of three figures concludes from two: what they make, what is left, how far they are apart."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.at_hand import MEANS, Hand, hands, is_slip, is_told_by_others
from looped.checker.context import Context
from looped.checker.directions import FELL, ROSE
from looped.checker.dividing import SINGLE
from looped.checker.document import Paragraph
from looped.checker.earlier import ANOTHER
from looped.checker.finding import Finding, Verdict
from looped.checker.measured import hides_measure
from looped.checker.patterns import pattern_of
from looped.checker.phrases import WHICH
from looped.checker.prose import MONTH, Entry, passage, stems
from looped.checker.quantities import printed
from looped.checker.when import is_time
from looped.checker.whole_elsewhere import is_whole_elsewhere

CODE = "concluded"
MESSAGE = "Of three figures that belong together the one is what the other two make or leave."
GOOD = "Goals outnumbered fouls by 19: we counted 52 of the former and 33 of the latter."
BAD = "Goals outnumbered fouls by 29: we counted 52 of the former and 33 of the latter."

THING = r"(?: (?!(?:of|in|at|on|who|that|which|were|was|had|have|are|and|or|but|as|for|to|from|with|by|is)\b)[a-z’'-]+)"
# Behind a figure: so much more or less than another.
APART_BEHIND = pattern_of(
    rf"^{THING}{{0,2}}? (?:more|fewer|less|higher|lower|longer|shorter|greater|better|worse|smaller|larger|bigger|"
    rf"older|"
    r"younger|heavier|lighter|faster|slower|dearer|cheaper|wider|narrower|earlier|later|extra|short|shy|adrift|"
    rf"too (?:few|many|little|much|high|low)|"
    rf"(?:over|under|above|below|beyond|behind|ahead|up|down|off|apart)(?= ?(?:[,.;:)]|$|(?:on|of|the|what|its|their|"
    rf"plan|budget|target|estimate|that|last)\b)))\b(?! (?:(?:than )?(?:once|twice)|often|or less|$|"
    r"than \d[\d.]* (?:hours?|minutes?|days?|weeks?|months?|years?|miles?)\b))",
    re.I,
)
# Before a figure: "outnumbered them by", "a gap of".
APART_BEFORE = pattern_of(
    r"\b(?:rise|increase|growth|gain|fall|drop|reduction|decrease|decline|difference|gap|change|saving|jump|dip|"
    r"swing|shortfall|surplus|deficit|excess|margin|lead|advantage|overspend|underspend|overspending|underspending|"
    r"variance|discrepancy|spread|span|range|profit|loss|cut|imbalance|"
    r"improvement)s?(?: (?!(?:to|from|in)\b)[a-z]+){0,2}?"
    r"(?: (?:of|was|is|stood at|came to|comes to|at|being)|:) ?(?:just |only |exactly )?$|"
    r"\b(?:up|down|short|ahead|out|under|over|exceed\w*|outnumber\w*|higher|lower|rose|fell|grew|dropped|cut|"
    r"reduc\w+|increas\w+|decreas\w+|rais\w+|lower\w*|differ\w*|missed|beat\w*|outstrip\w*|behind|apart|changed|"
    r"shr[aiu]nk|climb\w*|declin\w*|gr[eo]w\w*|above|below|greater|fewer|less|more|overspent|underspent|"
    r"outdid|surpass\w*|overshot|undershot)\b[^.;:]{0,50}? by (?:just |only |exactly )?$",
    re.I,
)
HAVING = re.compile(r" (?:[a-z]+ )?having (?:been )?[a-z]+")
# "The club lost £300", "clearing £40".
EARNED = re.compile(
    r"\b(?:lost|los(?:es|ing)|clear(?:ed|s|ing)|nett?(?:ed|s|ing)|saved|saves|saving|gained|gaining) [£$€]?$"
)
WITH = re.compile(r", with $")
# Of several kinds how many moved, and no number of what one of them counts.
THE_OTHER = re.compile(r"\bthe other $")
MOVED = re.compile(
    r"(?: [a-z]+){0,2} (?:(?:went|were|are) (?:up|down)|rose|fell|grew|dropped|climbed|declined|improved)\b"
)
# "By day 22 and, with 8 fewer, 16 by night".
FEWER_THEN = re.compile(r" (?:more|fewer|less)(?: [a-z]+)?, (?:(?!than\b)[a-z’'-]+ ){0,4}")
# "Five nurses and seven aides, a complement of twelve".
BODY_OF = pattern_of(
    r",? (?:–|—|-|\()? ?(?:so |thus |making |giving |and so |that is,? )?an? (?:(?:combined|full|total|joint|whole) )?"
    r"(?:complement|crew|body|sample|stock|team|staff|workforce|fleet|strength|establishment|force|group|party|roll|"
    r"panel|company|herd|flock|total|sum|tally|collection|cohort|class|audience|turnout|jury|cast|haul|catch|board) of "
    r"(?:just |only )?[£$€]?$",
    re.I,
)
# "Lead them by 35,": whatever did so.
BY = re.compile(r" by (?:just |only |exactly )?[£$€]?$")
ALONE = re.compile(r"(?: (?:hours?|days?|weeks?|months?|minutes?|points?|people|votes|places))?(?:[.,;:)]|$)")
# "Striking out 13 of them": a sentence that begins with what was done to so many.
DONE_TO = pattern_of(
    r"^\W*(?:(?:after|by|on|with) )?[a-z]+ing(?: (?:out|off|away|aside|in|up|on))?"
    r"(?: (?:the|a further|another|some))? $",
    re.I,
)
# What was added to or taken from the one and made it the other.
ADDED = pattern_of(
    rf"^{THING}{{0,2}}? (?:having [a-z]+|more|extra|further|additional|new|fresh|joined|added|arrived|went|gone|"
    rf"closed|opened|left|"
    rf"removed|excluded|withdrew|dropped)\b",
    re.I,
)
ADDED_BEFORE = pattern_of(
    r"\b(?:(?:a )?further|another|an? (?:extra|additional)|excluding|leaving (?:out|aside)|without|having "
    r"(?:lost|removed|gained|added|excluded|dropped)|removing|dropping|cutting|adding|losing|gaining|lost|gained|"
    r"shed|with(?= \d+ "
    r"(?:new|more))|loss of|"
    r"removal of|addition of|exclusion of|setting aside|taking (?:out|off|on|away)|once (?:the )?)(?: the)? ?$",
    re.I,
)
FROM_TO = pattern_of(
    r"\bfrom (?:the |an? (?:[a-z]+ )*of |just |only )?[£$€\d][^.;]{0,60}?\bto (?:just |only )?[£$€\d]|"
    r"\bto [£$€\d][^.;]{0,40}?\bfrom [£$€\d]|"
    r"\bfrom [a-z-]+[^.;]{0,60}?\bto\b|\bbetween (?:19|20)\d\d\b[^.;]*\band (?:19|20)\d\d\b",
    re.I,
)
# The conclusion: what they come to, or what is left.
WORKED = pattern_of(
    r"\b(?:so|thus|hence|therefore|leav(?:es|ing)|left|mak(?:es|ing)|made|giv(?:es|ing|e)|gave|meaning|means|that is|"
    r"total(?:s|led|ling)?|altogether|together|combined|sum|com(?:es|e|ing) to|came to|amount\w* to|add(?:s|ed|"
    r"ing)? up to|"
    r"ma(?:de|king) up|among|kept|keeps?|reached|stands? at|stood at|now|today|so far|(?<!year )to date|remain\w*|"
    r"(?:the )?(?:other|rest)|balance|unspent|adding|in all|(?:br(?:ings?|inging|ought)|tak(?:es|ing)|took|puts?|"
    r"lift\w*|"
    r"rais(?:ed|es|ing)|fell|falls|rose|cut|reduced|went)\b[^.;:\d]{0,40} (?:to|at)|fees raised)\b[^.;:\d]{0,45}$",
    re.I,
)
WORKED_BEHIND = pattern_of(
    rf"^{THING}{{0,3}}?(?: (?:was|were|is|are|had|still|yet|to be))* ?,? ?(?:in all(?! [a-z])|in total|altogether|"
    rf"all told|"
    r"so far|(?<!year )to date|left(?= ?(?:[.,;:)]|$|over|in|unspent))|remain(?:ed|s|ing)?|in hand|unspent|"
    r"unused|vacant|"
    r"to spare|"
    r"between (?:them|the two)|together|combined|still|since)(?:\b|(?<=[.,;:)]))",
    re.I,
)
# Of which the whole comes first or last: "add the 31 to the 44", "the 90 are 55 and 35".
SUMMED = pattern_of(
    r"\b(?:add(?:ed|ing)?|together|both|between them|plus|combined|in all(?=[,.;:)]|$| \d)|in total|total(?:s|led|"
    r"ling)?|altogether|"
    r"whole|f[ae]ll(?:s|en)? into|made up|makes? up|make|among (?:the|our|its|those)|split|divided|consist\w*|"
    r"compris\w*|alongside|"
    r"(?:their|the|in|combined) sum|joint(?:ly)?|running total|so far|(?<!year )to date|cumulative\w*|tally)\b",
    re.I,
)
NOT_THESE = pattern_of(
    rf"\bof (?:{WHICH})\b|\bincluding\b|\bboth\b(?= [^.;]*\band\b)|\btimes\b|\bas many\b|"
    r"\bdouble|(?<!first )(?<!second )(?<!last )(?<!this )\bhalf\b|"
    r"\b(?:low|high|larg|small|few|great)est (?:[a-z]+ ){0,2}(?:total|number|figure|count)s?\b|"
    r"\bequivalents?\b|\btwice\b|\ba third\b|"
    r"\bquarter of\b|\bat least\b|"
    r"(?<!no )\b(?:more|fewer|less) [^.;:,]{2,80}\(\d+\) than [^.;:,]{2,80}\(\d",
    re.I,
)
A_BODY = re.compile(r",? an? (?:[a-z]+ )?[a-z]+ of (?=\w+[.,;)])")
DOING = re.compile(
    r" (?:[a-z]+ )?(?:were|was|had|have|has|did|are|is|said|gave|met|failed|passed|stayed|took|wanted|came|went)\b"
)
TOLD = pattern_of(r"\bthan [^.;:,\d]{2,20},? ?\(?(?:when [a-z ]{3,25}|it was )?[£$€]?\d")
THAN_WHEN = pattern_of(
    r"(?: [a-z]+)? (?:more|fewer|less) than (?:in|at|on|for) (?P<when>[^.;:,()\d]{2,20}|(?:19|20)\d\d)", re.I
)
MADE, MORE = pattern_of(r"\bma(?:k(?:es?|ing)|de) $", re.I), re.compile(r" (?:more|new|further|others?)\b")
# Set against a time whose figure isn't told.
ELSEWHERE = pattern_of(
    r"[^.;,\d]{0,30}?\bthan (?:at|in|on|for|during) (?:the |our )?(?:last|previous|earlier|first)\b"
    r"(?=[^.;:,\d]*(?:[.;,]|$))",
    re.I,
)
SO = pattern_of(r"\b(?:so(?: that)?|thus|therefore|hence|leav(?:es|ing))\b", re.I)
SET_BESIDE = pattern_of(
    r"\b(?:more|fewer|less|higher|lower)\b[^.;:()]{3,90}\([^()]*\d[^()]*\)[^.;:()]{0,20} than\b", re.I
)
# "Sales of cake rose by 11 to 52", behind what other sales came to.
SUBJECT = pattern_of(
    rf"(?:(?:in|by|at|for|during|over) (?:the )?(?:[a-z]+ )?(?:(?:19|20)\d\d|{MONTH})?,? )?(?P<who>[^.;:\d]*?)"
    rf"\b(?:had |have |has )?(?:{ROSE}|{FELL}|improved|jumped|dipped|was cut)\b[^.;:\d]{{0,20}} by $",
    re.I,
)
GENERAL = stems("it they them the this that these those number figure total rate count amount average mean both year")
OWN_VERB = re.compile(r" [a-z]{3,} (?:[a-z]+ )?$")
SIZED = re.compile(r"[(\[]\s*n\s?=\s?$")
TRIAD = (3,)


def check(context: Context) -> Iterator[Finding]:
    """Each statement that has just three figures of a kind."""
    for paragraph in context.document.paragraphs:
        read = passage(paragraph.text)
        if len(read.entries) < TRIAD[0]:
            continue
        for hand in hands(read, TRIAD):
            plain = hand.is_plain and not NOT_THESE.search(hand.text) and not _is_of_groups(hand)
            if plain and not is_whole_elsewhere(context, read, hand.figures[-1]):
                yield from _judged(paragraph, hand)


def _is_of_groups(hand: Hand) -> bool:
    """ "At three sites men drew oars (n = 121) or poles (n = 119)": two groups by their size, and how many places."""
    sized = [bool(SIZED.search(hand.read.text[: each.start])) for each in hand.figures]
    least = min(hand.figures, key=lambda each: each.value)
    return sum(sized) == len(sized) - 1 and not sized[hand.figures.index(least)]


def _judged(paragraph: Paragraph, hand: Hand) -> Iterator[Finding]:
    roles = [(at, role) for at in range(3) if (role := _role(hand, at))]
    apart = [each for each in roles if each[1] == "apart"]
    chosen = apart if len(apart) == 1 else roles
    if len(chosen) == len(hand.figures) - 1 and chosen[-1][1] == "either" and SO.search(hand.own_lead(chosen[-1][0])):
        chosen = chosen[-1:]  # "2,463 in all; 85 came back, so that 2,378 are left"
    if len(chosen) != 1:
        return
    at, role = chosen[0]
    if role != "apart" and MEANS.search(hand.text):
        return
    stated, (one, other) = hand.figures[at], hand.others(at)
    sums = [abs(one - other)] if role == "apart" else [max(one, other) - min(one, other), one + other]
    if role == "sum":
        sums = [one + other]
    right = any(abs(exact - stated.value) <= hand.slack for exact in sums)
    if not right and (one == other or _has_others(hand, role, stated)):
        return
    exact = min(sums, key=lambda each: abs(each - stated.value))
    if not right and _stands_apart(hand, at):
        return
    if not right and role == "apart" and _is_of_its_own(hand, at):
        return
    if not right and role != "apart" and SET_BESIDE.search(hand.text):
        return  # "of 103, more smoked (70) than drank (30)": each of its own, and no parts
    if not right and ANOTHER.search(hand.lead(at)):
        return  # "whereas vans fell by five": of another thing
    if not right and role != "apart" and _is_of_them(hand, at, exact):
        return
    if not right and THE_OTHER.search(hand.lead(at)) and MOVED.match(hand.tail(at)):
        return  # "from 51 to 58; the other three went down"
    if not right and ELSEWHERE.match(hand.tail(at)):
        return  # "five more than at the last visit"
    hidden = hand.hides_one or hides_measure(hand.read, hand.figures) or _has_single(hand, exact - stated.value)
    if not right and role != "apart" and hidden:
        return
    if not right and not _is_slip(stated.value, one, other, exact):
        return
    sign = "+" if exact == one + other else "-"
    high, low = (one, other) if sign == "+" else (max(one, other), min(one, other))
    why = f"{printed(high)} {sign} {printed(low)} = {printed(exact)}, printed as {stated.text}"
    slip = f"parts/{paragraph.line}/{stated.start}"
    verdict: Verdict = "ok" if right else "wrong"
    yield Finding(CODE, verdict, paragraph.where, stated.text, stated.text, printed(exact), why, slip, "likely")


def _stands_apart(hand: Hand, at: int) -> bool:
    """Whether it is told before the other two, in a sentence that shares no word with theirs: of another thing."""
    own, read = hand.figures[at].sentence, hand.read
    others = {each.sentence for each in hand.figures if each is not hand.figures[at]}
    return all(own < each and not stems(read.sentence(own)) & stems(read.sentence(each)) for each in others)


def _is_of_its_own(hand: Hand, at: int) -> bool:
    """Whether what rose by so much, in a clause behind another figure, has a name that isn't told of that figure."""
    read, start = hand.read, hand.figures[at].start
    low = max(read.text.rfind(mark, 0, start) + 2 for mark in (". ", "; "))
    said = SUBJECT.match(read.text, low, start)
    before = min(each.start for each in hand.figures) < low
    told = read.text[read.starts[hand.figures[0].sentence] : low]
    return bool(said and before and stems(said["who"]) - GENERAL - stems(told))


def _role(hand: Hand, at: int) -> str | None:
    """What a figure is of the other two: how far they are "apart", their "sum", or "either" sum or rest."""
    lead, tail = hand.lead(at), hand.tail(at)
    if MADE.search(lead) and MORE.match(tail):
        return None  # "31 of the 40 are done, and this report makes 12 more"
    untold = THAN_WHEN.match(tail)
    if untold and is_time(untold["when"]) and hand.read.text.count(untold["when"]) == 1 and not TOLD.search(tail):
        return None  # "12 more than in January", of which nothing else is told
    if WITH.search(lead) and not FEWER_THEN.fullmatch(tail):
        return None  # "with 40 more sold online": some of them
    if APART_BEHIND.search(tail) or APART_BEFORE.search(lead):
        return "apart"
    # "Rot was named by 21 and rust by 17": so many did it.
    alone = not any(BY.search(hand.lead(each)) for each in range(len(hand.figures)) if each != at)
    if alone and BY.search(lead) and ALONE.match(tail):
        return "apart"
    if (FROM_TO.search(hand.text) or HAVING.match(tail)) and (
        ADDED.search(tail) or ADDED_BEFORE.search(lead) or DONE_TO.search(lead)
    ):
        return "apart"
    others = hand.others(at)
    if at == len(hand.figures) - 1 and BODY_OF.search(lead):
        return "sum"
    if hand.values[at] > max(others) and SUMMED.search(hand.text):
        return "sum"
    last = at == len(hand.figures) - 1
    if last and hand.figures[at].kind == "money" and EARNED.search(lead):
        return "apart"
    # "Ash gave 47, Elm gave 30 and Oak gave 9": each its own.
    verb = OWN_VERB.search(lead)
    alike = verb and any(hand.lead(each).endswith(verb.group()) for each in range(len(hand.figures)) if each != at)
    if last and not alike and (WORKED.search(hand.own_lead(at)) or WORKED_BEHIND.search(tail)):
        return "either"
    return None


def _has_single(hand: Hand, miss: Decimal) -> bool:
    """ "Six vans, four cars and a minibus": one more that no figure tells."""
    return miss == -1 and bool(SINGLE.search(A_BODY.sub("", hand.text)))


def _has_others(hand: Hand, role: str, stated: Entry) -> bool:
    """Whether it comes out in another way; what lies between the only two others can't be their sum."""
    alone = role == "apart" and len(hand.read.entries) == len(hand.figures)
    return not alone and is_told_by_others(hand.read, hand.figures, stated)


def _is_of_them(hand: Hand, at: int, exact: Decimal) -> bool:
    """ "18 came in spring and 21 in autumn. In all, 30 stayed": fewer, and said of them for the first time."""
    stated = hand.figures[at]
    later = all(each.sentence < stated.sentence for each in hand.figures if each is not stated)
    return later and stated.value < exact and bool(DOING.match(hand.tail(at)))


def _is_slip(stated: Decimal, one: Decimal, other: Decimal, exact: Decimal) -> bool:
    """Whether a slip of the pen in any of the three would have made the sum miss."""
    if exact == one + other:
        return any(is_slip(*pair) for pair in ((stated, exact), (one, stated - other), (other, stated - one)))
    high, low = max(one, other), min(one, other)
    return any(is_slip(*pair) for pair in ((stated, exact), (high, low + stated), (low, high - stated)))
