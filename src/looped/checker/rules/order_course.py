"""Which way two figures went, told in order of time in any words, and whether a row was steady or went on one way."""

import re
from collections.abc import Iterator
from itertools import pairwise

from looped.checker.called_so import is_called
from looped.checker.context import Context
from looped.checker.courses import Course, courses_on
from looped.checker.directions import FELL, FELL_BESIDE, LESS, MORE, ROSE, ROSE_BESIDE
from looped.checker.document import Paragraph
from looped.checker.earlier import OF_GAPS
from looped.checker.finding import Finding
from looped.checker.listing import are_told_by_share
from looped.checker.other_subject import of_another
from looped.checker.parties import TIME
from looped.checker.patterns import pattern_of
from looped.checker.phrases import TOLD
from looped.checker.prose import Passage, passage, stems
from looped.checker.quieting import SPELT
from looped.checker.rules.which_way import LESS_IS_MORE
from looped.checker.weighing import prose_alone
from looped.checker.when import is_time, named_time
from looped.checker.worth import HIGH_IS_GOOD, UNWANTED, more_is_better, without_limits

CODE = "order-course"
MESSAGE = "What is said to have risen, fallen, improved or held steady did so by the figures told of each time."
GOOD = "Overdue books stood at 61 in the first term and 48 in the next, a fall over the year."
BAD = "Overdue books stood at 61 in the first term and 78 in the next, a fall over the year."

GOT = r"(?:got|gets?|getting|became|become|grew|grown|turned|went|is now|was now|are now|were now|has been|ran)"
# "More than before", "lower than in 2020", "fewer than at our last visit": against another time.
THAN_THEN = (
    r"(?=(?: (?:at|after|by) (?:\d{1,3}) (?:days?|weeks?|months?|years?))?[^.;:,\d]{0,40}? than "
    r"(?:(?:it|they|that|this) (?:was|were|had been|did)|(?:in |at |on |for |when |the |a |"
    r"our |"
    r"its )*(?:[a-z]+ ){0,2}?(?:before|last|previous|first|ago|earlier|start|outset|baseline|entry|"
    r"admission|intake|(?:19|20)\d\d|began|then|(?-i:Jan|"
    r"Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*|spring|summer|autumn|winter|second|third|fourth)\b))"
)
MADE = r"(?<!made )(?<!make )(?<!makes )(?<!making )"
BY = rf"(?= (?:by )?(?:just |only |some |about )?(?:[£$€]?\d|(?:{SPELT})\b))"
BY_SO_MANY = rf"(?= by (?:just |only |some |about )?(?:[£$€]?\d|(?:{SPELT})\b))"
# "24 in May and 18 in June: six fewer".
SO_MANY = rf"(?:(?<=[,:;] )|(?<=\())(?:\d+|{SPELT})(?: points?| [a-z]+s)?"
CLOSES = r"(?=\s*(?:[.;)]|$))"
STARTS_SIZE = pattern_of(rf"(?:\d+|{SPELT})\b", re.I)
TWO_MARKS = re.compile(r"[,;:(].*[,;:(]|\b(?:and|then)\b")
WAY = pattern_of(
    rf"\b(?:(?!gr[eo]w\w* (?:shorter|lower|smaller|narrower|quieter|cheaper|rarer|fewer|lighter|less|quicker|faster|"
    rf"slower|worse|better)\b)(?P<up>{SO_MANY} (?:{MORE}|bigger){CLOSES}|(?:{MORE}){THAN_THEN}|"
    rf"{MADE}(?<!-)up{BY}|(?:is|are|was|"
    rf"were) (?:[a-z]+ )?up(?=[,.;]|$)|(?:{MORE}|bigger|wider){BY_SO_MANY}|{ROSE}|"
    rf"{ROSE_BESIDE}|upturn|{GOT} (?:longer|higher|larger|bigger|wider|busier|costlier|dearer|"
    rf"commoner|heavier|more (?:common|usual|popular|frequent|widespread))|deepened|strengthened|built up|picked up|"
    rf"peaked(?! in (?:(?-i:[A-Z])[a-z]+|[a-z]+)(?:[:,;.(]| \())|"
    rf"took off|caught on)|"
    rf"(?P<down>{SO_MANY} (?:{LESS}){CLOSES}|(?:{LESS}){THAN_THEN}|"
    rf"(?<!-)down{BY}|(?:is|are|was|were) (?:[a-z]+ )?down(?=[,.;]|$)|{FELL}|"
    rf"(?:{LESS}|narrower){BY_SO_MANY}|"
    rf"{FELL_BESIDE}|"
    rf"downturn|dip(?:ping)?(?! (?:sampl|test|check|read)\w*)|{GOT} (?:shorter|lower|smaller|narrower|quieter|cheaper|"
    r"rarer|fewer|lighter|less (?:common|usual|popular|frequent|widespread))|tapered off|weakened|halved|"
    r"cut(?! \d)|trimmed|pared|whittled|"
    r"faded|waned|"
    r"tailed off|wore off|died (?:away|down)|slackened|ebbed|(?:came|come|coming) down|did not last)|"
    rf"(?P<better>improv(?:ed|ing|ement)|better|progress|recovered|gone forward)|"
    rf"(?P<worse>worsen(?:ed|ing)|deteriorat(?:ed|ing|ion)|worse|slipped back|gone backwards|a step back)|"
    rf"(?P<fast>quicken\w*|speeded up|sped up|accelerated|{GOT} (?:quicker|faster))|"
    rf"(?P<slow>slowed|slowing|{GOT} slower))\b(?!-)",
    re.I,
)
STEADY = pattern_of(
    r"\b(?:(?:held|holding|remain\w*|stay\w*|kept|was|were|been|ran|running) (?:exactly |precisely |entirely |"
    r"completely )?(?P<level>steady|level|flat|stable|"
    r"constant|the same|unchanged|static)|(?P<none>no change|did not change|has not changed|have not changed|"
    r"unchanged|did not move|has not moved|the same (?:throughout|in each|every|each)|stood still|the same as (?:it|"
    r"they|"
    r"in|at|last|a year|before|on|the)|as (?:many|much|high|often) [^.;:\d]{0,50}?(?:in|at|on|during|last|"
    r"this) [^.;:]{1,20}? "
    r"as (?:in|at|on|during|last|a year|before|the))|"
    r"(?P<some>(?:some|a) change(?! in\b)))\b",
    re.I,
)
ON = (
    r"(?:each|every) (?:[a-z]+ )?(?:month|quarter|year|week|term|season|time|cycle|round|wave|day|step|stage|visit|"
    r"audit|survey|reading|session|occasion)|(?:month|quarter|year|week|term|round)[- ](?:on|by|after)[- ]"
    r"(?:month|quarter|year|week|term|round)|from (?:one )?(?:month|quarter|year|week|term|round) to "
    r"(?:month|quarter|year|week|term|round|the next)|never (?:once )?(?:dipp|fall|dropp|slipp|turn|ris|paus|"
    r"falter|fell|rose|"
    r"go)\w*|without (?:a|any|once) (?:break|dip\w*|paus\w*|exception|fall\w*|interruption|setback)|throughout|"
    r"steadily|unbroken|uninterrupted|consistently|continuously|(?:has|have) been (?=[a-z]+ing\b)"
)
EACH_TIME = pattern_of(rf"\b(?:{ON})", re.I)
IN_TURN = pattern_of(r"\bin turn\b|\bas (?:it|they|the [a-z]+) (?:went|wore) on\b", re.I)
HEDGED = pattern_of(r"\b(?:nearly|almost|about|twice|half|times|virtually|roughly|just|over|more than) $", re.I)
BUT_ONE = pattern_of(
    r"\b(?:bar|but|except(?: for| in)?|save(?: for| in)?|apart from) (?:for |in )?one\b|\bwith (?:one|a single) "
    r"exception\b|\ball but one\b",
    re.I,
)
BUT = pattern_of(r"\b(?:but|except\w*|save|apart from|bar|although|though|however|until|overall|other than)\b", re.I)
DENIED = pattern_of(
    r"\b(?:not|no|never|neither|nor|n[’']t|whether|if|hardly|should|would|could|might|may|expect\w*|hop(?:e[ds]?|"
    r"ing)|target|aim\w*|planned|plan(?:s|ning)? to|any|room for|requires?|needs?)\b\s*(?:[a-z]+ )?$|\bto $",
    re.I,
)
# "Patient falls", "a number of rises", "reported drops": things that were counted.
COUNTED = pattern_of(r"\b(?:to|patients?|number of|reported|recorded|any|of|for)\b\s*(?:[a-z]+ )?$", re.I)
NOUN = pattern_of(
    r"(?:rises?|increases?|growth|gains?|climb|swell|falls?|drops?|decreases?|declines?|reductions?|dips?|progress|"
    r"improvement|deterioration|up|down|.*ing)$",
    re.I,
)
OF_OTHERS = pattern_of(
    r"[^.;:,]{0,40}?\bthan (?!(?:in|at|on|last|the (?:year|month|first|previous)|before|it was)\b)", re.I
)
WORTH_DOUBTED = pattern_of(rf"\b(?:{UNWANTED}|low(?:er)? (?:score|is)|lower|overdue|variance)\b", re.I)
OF_NAME = pattern_of(
    r" (?:results?|scores?|rates?|shares?|figures?|performances?|outcomes?|numbers?)(?: of the two)? (?:was|"
    r"were|is|came|fell|"
    r"belongs? to|belonged to) (?:again )?(?:(?:in|at|on|for|with|from|by|to) )?(?:the )?(?-i:[A-Z])",
    re.I,
)
GRADED = pattern_of(r"\b(?:or|requir\w+|need\w*|in need of|for|quality) $", re.I)
GRADE_BEHIND = pattern_of(r" (?:plans?|actions?|boards?|notices?|areas?|required|needed|than|or)\b", re.I)
# What died away is less at last than it was at first.
ENDED = pattern_of(r"faded|waned|tailed|wore|died|ebbed|did not last", re.I)
COMPARED = pattern_of(rf"{MORE}|{LESS}", re.I)
TO_FIRST = pattern_of(r" (?:[a-z]+ ){0,2}to (?:just |only )?[£$€]?", re.I)
THAN = pattern_of(r"[^.;:,\d]{0,40}? than ([^.;:,(]{1,40})", re.I)
EARLIER_WAS = pattern_of(
    r"\b(?:the|our|its) (?:first|earlier|previous|last|preceding) (?:[a-z]+ )?(?:[a-z]+ )?had been (?:[a-z]+ )?$", re.I
)
# "The growing number of calls".
OF_NUMBER = pattern_of(r" (?:numbers?|shares?|proportions?|rates?|totals?|trend|demand|use|levels?)\b", re.I)
# "Had no receipt": of what is lacking more is worse.
WANTING = pattern_of(r"\b(?:no|not|without|lack\w*|none|never)\b", re.I)
THING = pattern_of(r"\b(?:falls|rises|drops)$|\b(?:an?|the|its|their) [a-z]+(?:ed|ing)$", re.I)
COUNTED_SO = pattern_of(
    r" (?:was|were|is|are|occurred|happened)(?: (?:thus|therefore|then))?(?: (?:more|less|most|least|reported|"
    r"recorded|seen|"
    r"noted|commoner|rarer)\b| (?:in|among|by) \d)",
    re.I,
)
THE = pattern_of(r"\b(?:an?|one|any) (?:[a-z]+ )?$", re.I)
GAP = pattern_of(
    r"\b(?:gap|difference|lead|margin|distance|shortfall|disparity|divide|spread|advantage)\b[^.;:]{0,25}$", re.I
)
FELL_ON = pattern_of(
    r"f[ae]ll(?:s|en)? (?:on (?:the )?(?:\d|first|second|third|fourth|last|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)|due\b|"
    r"within\b|outside\b|into\b)",
    re.I,
)
SUMMED = pattern_of(r"\b(?:in total|in all|altogether|all told|on average|averag\w+)\b", re.I)
# Said of those that no figure is told of.
THE_OTHERS = pattern_of(
    r"\W*(?:(?:(?:all )?the )?(?:others?|rest|remaining|remainder)|elsewhere|everywhere else|all others)\b", re.I
)
DEFINED = pattern_of(
    r" of (?:at least|no less than|more than|[\d.]+(?:%| points?| [a-z]+)? or (?:more|greater|better))\b", re.I
)
# "We will return to check on progress": of what is to come.
TO_COME = pattern_of(
    r"\b(?:will|shall|(?:is|are) (?:due |set |expected )?to|(?:plans?|intends?) to|next (?:year|round|audit))\b", re.I
)
MORE_DID = pattern_of(
    r"\b(?:more|fewer|as many)\b[^.;:]{3,90} (?:than|as) (?:had |have |has |were )?(?:got )?(?:improved|"
    r"declined|worsened|"
    r"deteriorated|risen|rose|fallen|fell|dropped|grown|grew|increased|decreased|better|worse)\b",
    re.I,
)
# "With exceptions up from 3% to 6%".
WENT_WAY = pattern_of(
    r"\bwith (?:the |its |their |a |an )?(?P<what>(?:[a-z’'-]+ ){1,4}?)(?:now |also |well )?(?:up|down) from [£$€]?\d",
    re.I,
)
FEWEST, WIDE = 3, 4


def check(context: Context) -> Iterator[Finding]:
    """Each sentence with such words and one course of figures."""
    for paragraph in context.once(prose_alone):
        if not (WAY.search(paragraph.text) or STEADY.search(paragraph.text)):
            continue
        read = passage(paragraph.text)
        if len(read.entries) < 2 or OF_GAPS.search(read.text):
            continue
        for at in range(len(read.starts)):
            yield from _sentence(paragraph, read, at)


def _sentence(paragraph: Paragraph, read: Passage, at: int) -> Iterator[Finding]:
    if SUMMED.search(read.sentence(at)) or (THE_OTHERS.match(read.sentence(at)) and not read.of_sentence(at)):
        return
    if TO_COME.search(read.sentence(at)) and not read.of_sentence(at):
        return
    if MORE_DID.search(read.sentence(at)):
        return  # "more had improved (26) than had declined (20)": how many did the one and the other
    told = courses_on(read, at)
    if len(told) != 1:
        return
    low, high = read.starts[at], read.starts[at] + len(read.sentence(at))
    steady = [
        s
        for s in STEADY.finditer(read.text, low, high)
        if not any(each.search(read.text[low : s.start()]) for each in (HEDGED, DENIED)) and not is_called(read, s)
    ]
    ways = [w for w in WAY.finditer(read.text, low, high) if not _is_aside(read, low, w)]
    if len(steady) == 1 and not ways:
        yield from _steady(paragraph, read, steady[0], told[0])
        return
    kinds = {each.lastgroup for each in ways}
    if {"better", "worse"} <= kinds:
        return  # one after the other
    ways = ways[:1] if len(kinds) == 1 else ways
    if ways and not steady and len(kinds) == len(ways) < FEWEST:
        # "Worsened, dropping from 6.8 to 4.1": which way, and whether that is good.
        if len(ways) == 2 and not any(each["better"] or each["worse"] for each in ways):
            return
        first = told[0].entries[0]
        own = {each.sentence for each in told[0].entries} & {at}
        if any(TO_FIRST.fullmatch(read.text[way.end() : first.start]) for way in ways):
            return  # "dipped to 52 in May before it came back to 60": told of what was before
        for way in ways:
            if _is_of_third(read, way, told[0]):
                continue
            if any(of_another(read, way.span(), [e for e in told[0].entries if e.sentence == s]) for s in own):
                continue
            up = _is_up(read, at, way, told[0])
            if up is not None:
                yield from _moved(paragraph, read, way, told[0], up=up != _is_on_later(read, way, told[0]))


def _is_of_third(read: Passage, way: re.Match[str], course: Course) -> bool:
    """ "In May 20; in June 12; and in July, eight more": so many were of a third time."""
    last = max(each.end for each in course.entries)
    return bool(STARTS_SIZE.match(way.group())) and bool(TWO_MARKS.search(read.text[last : way.start()]))


ON_FIGURE = pattern_of(r" (?:from|on) (?:the |our )?", re.I)


def _is_on_later(read: Passage, way: re.Match[str], course: Course) -> bool:
    """ "May was lower than June": what it is set against is the later of two."""
    low = read.starts[read.sentence_at(way.start())]
    if EARLIER_WAS.search(read.text, low, way.start()) and len(course.entries) == 2:
        return True  # "the first round had been worse": said of the earlier
    if (
        len(course.entries) == 2
        and course.entries[1].start > way.end()
        and ON_FIGURE.fullmatch(read.text, way.end(), course.entries[1].start)
    ):
        return True  # "this year 19 of 36, a fall from 45 of 54": from what was before
    than = THAN.match(read.text, way.end())
    if than is None or len(course.entries) != 2:
        return False
    return named_time(read, course.entries, than[1]) is course.entries[1]


def _is_aside(read: Passage, low: int, way: re.Match[str]) -> bool:
    """Whether a word of direction is denied, wished, or the name of a thing."""
    if re.match(r"(?:dip\w*|fall\w*|ris\w*)", way.group(), re.I) and re.search(
        r"\bnever (?:once )?$", read.text[low : way.start()], re.I
    ):
        return True  # told with the other way: "went up, never once dipping"
    lead = read.text[low : way.start()]
    if DEFINED.match(read.text, way.end()):
        return True  # "response, a fall of at least 30%": what is meant by it
    if FELL_ON.match(read.text, way.start()):
        return True  # "the third visit fell on the 23rd"
    if NOUN.match(way.group()) and COUNTED_SO.match(read.text, way.end()) and THE.search(lead):
        return True  # "a fall was more common with the one than with the other": what is counted
    if COMPARED.fullmatch(way.group()) and _is_on_untold(read, way):
        return True  # "12 more than in January", of which nothing is told
    if COMPARED.fullmatch(way.group()):
        return bool(DENIED.search(lead) or GAP.search(lead))
    if NOUN.match(way.group()) and COUNTED.search(lead):
        return True
    if is_called(read, way):
        return True
    if OF_NAME.match(read.text, way.end()):
        return True  # "the better result was at Ash": of two places
    if GRADED.search(lead) or GRADE_BEHIND.match(read.text, way.end()):
        return True  # "good or better", "required improvement": grades, and no course
    # "A dropped kerb", "falls averaged 4": things; "the gap has narrowed": of what is between the two.
    thing = not (way["better"] or way["worse"]) and THING.search(f"{lead}{way.group()}")
    if (thing and not OF_NUMBER.match(read.text, way.end())) or GAP.search(lead):
        return True
    return bool(DENIED.search(lead) or OF_OTHERS.match(read.text, way.end()))


def _is_on_untold(read: Passage, way: re.Match[str]) -> bool:
    """Whether what it is set against is a time that no figure is told of."""
    than = THAN.match(read.text, way.end())
    if not than or not is_time(than[1]) or TOLD.match(read.text, than.end()):
        return False
    return read.text.count(than[1].split()[-1]) == 1


def _is_up(read: Passage, at: int, way: re.Match[str], course: Course) -> bool | None:
    """Whether more is meant; None where that hangs on what is good."""
    what = WENT_WAY.search(read.sentence(at))
    if what and not read.starts[at] + what.start() <= way.start() < read.starts[at] + what.end() and way["down"]:
        return None  # "care has slipped, with gaps up from 3 to 6": of these
    if way["up"] or way["down"]:
        return bool(way["up"])
    timed = any(TIME.match(each.unit) for each in course.entries)
    if way["fast"] or way["slow"]:
        # More of it each time is faster; a length of time is shorter then.
        return bool(way["slow"]) if timed else _is_faster(read, at, way, course)
    scope = " ".join(read.sentence(each) for each in sorted({at, *(e.sentence for e in course.entries)}))
    scope = without_limits(scope)
    if what:
        # "It has worsened, with gaps up from 3 to 6": whether more of these is better.
        named = more_is_better(what["what"], timed=timed)
        return None if named is None else bool(way["better"]) == named
    good = more_is_better(scope, timed=timed)
    if good is None:
        doubted = LESS_IS_MORE.search(scope) or HIGH_IS_GOOD.search(scope) or WANTING.search(scope)
        return None if doubted else bool(way["better"])
    return None if good and WORTH_DOUBTED.search(scope) else bool(way["better"]) == good


def _is_faster(read: Passage, at: int, way: re.Match[str], course: Course) -> bool | None:
    """Whether a faster pace means more: of how many were counted each time, and of nothing else."""
    counted = all(each.kind == "count" and not each.share and not each.base for each in course.entries)
    words = read.sentence(at)
    return bool(way["fast"]) if counted and (EACH_TIME.search(words) or IN_TURN.search(words)) else None


def _moved(paragraph: Paragraph, read: Passage, way: re.Match[str], course: Course, *, up: bool) -> Iterator[Finding]:
    values = course.values
    sentence = read.sentence(read.sentence_at(way.start()))
    steps = [(b > a) if up else (b < a) for a, b in pairwise(values)]
    if BUT_ONE.search(sentence):
        right = steps.count(False) == 1
        if not EACH_TIME.search(sentence) or len(values) < FEWEST:
            return
    elif len(values) == 2:
        right = steps[0]
        counts = [each.value for each in course.entries]
        counted = all(e.kind == "count" for e in course.entries) and not are_told_by_share(read, course.entries)
        if not right and counted and counts[0] != counts[1]:
            right = (counts[1] > counts[0]) == up
    elif not any(steps) and len(set(values)) == len(values):
        right = False  # each went the other way
    elif ENDED.search(way.group()):
        right = values[-1] < values[0]
    elif BUT.search(sentence):
        return
    elif EACH_TIME.search(sentence) and 2 * max(values) != sum(values):
        right = all(steps)
    else:
        return
    why = f"{course.shown}; the sentence says “{way.group()}”"
    yield _finding(paragraph, read, way, right, why)


# What any figures may be called.
GENERAL = pattern_of(
    r"\b(?:it|its|they|their|this|that|these|those|there|both|all|numbers?|figures?|totals?|counts?|shares?|rates?|"
    r"proportions?|"
    r"levels?|position|results?|picture|performance|nothing|volumes?|demand|scores?|balance|trend|situation)\b|^\W*$",
    re.I,
)


# "Did not change after adjustment for site": of a finding, and of no figure.
ADJUSTED = pattern_of(
    r"[^.;,]{0,20}\b(?:adjust\w*|sensitivity|in (?:the )?(?:sub-?group|per-protocol|secondary|imput\w+)|"
    r"when (?:we |they )?"
    r"(?:[a-z]+ )?(?:exclud|adjust|restrict|allow)\w*|after (?:allowing|excluding|controlling))\b",
    re.I,
)


def _steady(paragraph: Paragraph, read: Passage, said: re.Match[str], course: Course) -> Iterator[Finding]:
    values = course.values
    at = read.sentence_at(said.start())
    if BUT.search(read.sentence(at)) or ADJUSTED.match(read.text, said.end()):
        return
    told = {each.sentence for each in course.entries}
    subject = read.text[read.starts[at] : said.start()]
    if (
        at not in told
        and not GENERAL.search(subject)
        and not stems(subject) & stems(" ".join(map(read.sentence, told)))
    ):
        return  # "the method has not changed": of another thing
    if len(course.entries) >= FEWEST and re.match(r" at [£$€]?\d", read.text[said.end() :]):
        return  # "Ash 4%, Elm 13%; the others were level at 9%"
    apart, most = max(values) - min(values), max(abs(each) for each in values)
    if said["some"]:
        right = apart != 0
    elif said["none"] or (said["level"] or "").lower() in ("the same", "unchanged", "constant"):
        right = apart == 0
    else:
        right = apart * WIDE <= most
    why = f"{course.shown}; the sentence says “{said.group()}”"
    yield _finding(paragraph, read, said, right, why)


def _finding(paragraph: Paragraph, read: Passage, said: re.Match[str], right: bool, why: str) -> Finding:
    quote = read.sentence(read.sentence_at(said.start())).strip()
    slip = f"{CODE}/{paragraph.line}/{said.start()}"
    expected = "" if right else "otherwise"
    return Finding(
        CODE, "ok" if right else "wrong", paragraph.where, quote, said.group(), expected, why, slip, "likely"
    )
