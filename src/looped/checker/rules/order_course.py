"""Which way two figures went, told in order of time in any words, and whether a row was steady or went on one way."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from looped.checker.context import Context
from looped.checker.directions import FELL, FELL_BESIDE, ROSE, ROSE_BESIDE
from looped.checker.document import Paragraph
from looped.checker.earlier import EARLIER, LATER, MOMENT, OF_GAPS
from looped.checker.finding import Finding
from looped.checker.pairing import in_time
from looped.checker.parties import TIME, Party, parties
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage, passage
from looped.checker.weighing import prose_alone
from looped.checker.worth import UNWANTED, more_is_better

CODE = "order-course"
MESSAGE = "What is said to have risen, fallen, improved or held steady did so by the figures told of each time."
GOOD = "Overdue books stood at 61 in the first term and 48 in the next, a fall over the year."
BAD = "Overdue books stood at 61 in the first term and 78 in the next, a fall over the year."

GOT = r"(?:got|gets?|getting|became|become|grew|grown|turned|went|is now|was now|are now|were now|has been|ran)"
WAY = pattern_of(
    rf"\b(?:(?P<up>{ROSE}|{ROSE_BESIDE}|upturn|{GOT} (?:longer|higher|larger|bigger|wider|busier|costlier|dearer|"
    rf"commoner|heavier)|deepened|strengthened|built up|picked up|peaked)|"
    rf"(?P<down>{FELL}|{FELL_BESIDE}|downturn|dip(?:ping)?|{GOT} (?:shorter|lower|smaller|narrower|quieter|cheaper|"
    r"rarer|fewer|lighter)|tapered off|weakened|halved|cut(?! \d))|"
    rf"(?P<better>improv(?:ed|ing|ement)|better|progress|recovered|gone forward)|"
    rf"(?P<worse>worsen(?:ed|ing)|deteriorat(?:ed|ing|ion)|worse|slipped back|gone backwards|a step back)|"
    rf"(?P<fast>quicken\w*|speeded up|sped up|accelerated|{GOT} (?:quicker|faster))|"
    rf"(?P<slow>slowed|slowing|{GOT} slower))\b(?!-)",
    re.I,
)
STEADY = pattern_of(
    r"\b(?:(?:held|holding|remain\w*|stay\w*|kept|was|were|been|ran|running) (?P<level>steady|level|flat|stable|"
    r"constant|the same|unchanged|static)|(?P<none>no change|did not change|has not changed|have not changed|"
    r"unchanged|did not move|has not moved|the same (?:throughout|in each|every|each))|"
    r"(?P<some>(?:some|a) change(?! in\b)))\b",
    re.I,
)
ON = (
    r"(?:each|every) (?:[a-z]+ )?(?:month|quarter|year|week|term|season|time|cycle|round|wave|day|step|stage|visit|"
    r"audit|survey|reading|session|occasion)|(?:month|quarter|year|week|term|round)[- ](?:on|by|after)[- ]"
    r"(?:month|quarter|year|week|term|round)|never (?:once )?(?:dipp|fall|dropp|slipp|turn|ris|paus|falter|fell|rose|"
    r"go)\w*|without (?:a|any|once) (?:break|dip\w*|paus\w*|exception|fall\w*|interruption|setback)|throughout|"
    r"steadily|unbroken|uninterrupted|consistently|continuously|(?:has|have) been (?=[a-z]+ing\b)"
)
EACH_TIME = pattern_of(rf"\b(?:{ON})", re.I)
BUT_ONE = pattern_of(
    r"\b(?:bar|but|except(?: for| in)?|save(?: for| in)?|apart from) (?:for |in )?one\b|\bwith (?:one|a single) "
    r"exception\b|\ball but one\b",
    re.I,
)
BUT = pattern_of(r"\b(?:but|except\w*|save|apart from|bar|although|though|however|until|overall|other than)\b", re.I)
DENIED = pattern_of(
    r"\b(?:not|no|never|neither|nor|n[’']t|whether|if|hardly|should|would|could|might|may|expect\w*|hop(?:e[ds]?|"
    r"ing)|"
    r"target|aim\w*|plan\w*|to|patients?|number of|reported|recorded|any|of|room for|requires?|needs?|for)\b\s*"
    r"(?:[a-z]+ )?$",
    re.I,
)
OF_OTHERS = pattern_of(
    r"[^.;:,]{0,40}?\bthan (?!(?:in|at|on|last|the (?:year|month|first|previous)|before|it was)\b)", re.I
)
TIMED = pattern_of(
    r"\b(?:first|second|third|next|last|this|previous|following|earlier|later|then|now|before|after|baseline|start|"
    r"end|outset|finish|initially|finally|opening|closing|entry|exit|admission|discharge|follow-up|year|month|week|"
    r"quarter|term|spring|summer|autumn|winter|cycle|round|wave|visit|audit|survey|(?:19|20)\d\d)\b",
    re.I,
)
WORTH_DOUBTED = pattern_of(rf"\b(?:{UNWANTED}|low(?:er)? (?:score|is)|lower|overdue|variance)\b", re.I)
GRADED = pattern_of(r"\b(?:or|requir\w+|need\w*|in need of|for|quality) $", re.I)
GRADE_BEHIND = pattern_of(r" (?:plans?|actions?|boards?|notices?|areas?|required|needed|than|or)\b", re.I)
THING = pattern_of(r"\b(?:falls|rises|drops)$|\b(?:an?|the|its|their) [a-z]+(?:ed|ing)$", re.I)
GAP = pattern_of(r"\d[^;:]*[:;–—,] (?:so )?(?:the )?(?:gap|difference|lead|margin)\b[^.;:]{0,20}$", re.I)
FELL_ON = pattern_of(
    r"f[ae]ll(?:s|en)? (?:on (?:the )?(?:\d|first|second|third|fourth|last|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)|due\b|"
    r"within\b|outside\b|into\b)",
    re.I,
)
SUMMED = pattern_of(r"\b(?:in total|in all|altogether|all told|on average|averag\w+)\b", re.I)
SINCE = pattern_of(r"\bsince (?:19|20)\d\d\b")
FEWEST, WIDE = 3, 4


def check(context: Context) -> Iterator[Finding]:
    """Each sentence with such words and one row of figures in order of time."""
    for paragraph in context.once(prose_alone):
        if not (WAY.search(paragraph.text) or STEADY.search(paragraph.text)):
            continue
        read = passage(paragraph.text)
        if len(read.entries) < 2 or OF_GAPS.search(read.text):
            continue
        for at in range(len(read.starts)):
            yield from _sentence(paragraph, read, at)


def _sentence(paragraph: Paragraph, read: Passage, at: int) -> Iterator[Finding]:
    rows = parties(read, at, at)
    if len(rows) != 1 or SUMMED.search(read.sentence(at)) or any(e.kind in ("points",) for e in read.of_sentence(at)):
        return
    row = _in_order(read, rows[0])
    if row is None:
        return
    low, high = read.starts[at], read.starts[at] + len(read.sentence(at))
    steady = [s for s in STEADY.finditer(read.text, low, high) if not DENIED.search(read.text[low : s.start()])]
    ways = [w for w in WAY.finditer(read.text, low, high) if not _is_aside(read, low, w)]
    if len(steady) == 1 and not ways:
        yield from _steady(paragraph, read, steady[0], row)
    elif ways and not steady and len({each.lastgroup for each in ways}) == len(ways) < FEWEST:
        # "Worsened, dropping from 6.8 to 4.1": which way, and whether that is good.
        if len(ways) == 2 and not any(each["better"] or each["worse"] for each in ways):
            return
        for way in ways:
            up = _is_up(read, at, way, row)
            if up is not None:
                yield from _moved(paragraph, read, way, row, up=up)


def _is_aside(read: Passage, low: int, way: re.Match[str]) -> bool:
    """Whether a word of direction is denied, wished, or the name of a thing."""
    if re.match(r"(?:dip\w*|fall\w*|ris\w*)", way.group(), re.I) and re.search(
        r"\bnever (?:once )?$", read.text[low : way.start()], re.I
    ):
        return True  # told with the other way: "went up, never once dipping"
    lead = read.text[low : way.start()]
    if FELL_ON.match(read.text, way.start()):
        return True  # "the third visit fell on the 23rd"
    if GRADED.search(lead) or GRADE_BEHIND.match(read.text, way.end()):
        return True  # "good or better", "required improvement": grades, and no course
    # "A dropped kerb", "falls averaged 4": things; "the gap has narrowed": of what is between the two.
    if THING.search(f"{lead}{way.group()}") or GAP.search(lead):
        return True
    return bool(DENIED.search(lead) or OF_OTHERS.match(read.text, way.end()))


def _in_order(read: Passage, row: Sequence[Party]) -> list[Party] | None:
    """The row from the earliest to the latest; None where nothing tells."""
    if len(row) == 2:
        pair = in_time(read, row[0].entry, row[1].entry)
        if pair.ordered:
            return list(row) if pair.first is row[0].entry else list(row)[::-1]
    texts = [SINCE.sub("", each.text) for each in row]
    if any(EARLIER.search(each) for each in texts[1:]) or any(LATER.search(each) for each in texts[:-1]):
        return None
    named = sum(bool(TIMED.search(each) or MOMENT.search(each) or MONTHS.search(each)) for each in texts)
    bare = all(not each.words for each in row[1:-1])
    return list(row) if named >= len(row) - 1 or (bare and len(row) >= FEWEST) else None


MONTHS = pattern_of(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|"
    r"Wednesday|Thursday|Friday|Q[1-4])\b"
)


def _is_up(read: Passage, at: int, way: re.Match[str], row: Sequence[Party]) -> bool | None:
    """Whether more is meant; None where that hangs on what is good."""
    if way["up"] or way["down"]:
        return bool(way["up"])
    timed = any(TIME.match(each.entry.unit) for each in row)
    if way["fast"] or way["slow"]:
        return bool(way["slow"]) if timed else None
    scope = read.sentence(at)
    good = more_is_better(scope, timed=timed)
    return None if good is None or (good and WORTH_DOUBTED.search(scope)) else bool(way["better"]) == good


def _moved(
    paragraph: Paragraph, read: Passage, way: re.Match[str], row: Sequence[Party], *, up: bool
) -> Iterator[Finding]:
    values = [each.value for each in row]
    sentence = read.sentence(read.sentence_at(way.start()))
    steps = [(b > a) if up else (b < a) for a, b in pairwise(values)]
    if BUT_ONE.search(sentence):
        right = steps.count(False) == 1
        if not EACH_TIME.search(sentence) or len(row) < FEWEST:
            return
    elif BUT.search(sentence):
        return
    elif len(row) == 2:
        right = steps[0]
        counts = [each.entry.value for each in row]
        if not right and all(e.entry.kind == "count" for e in row) and counts[0] != counts[1]:
            right = (counts[1] > counts[0]) == up
    elif EACH_TIME.search(sentence) and 2 * max(values) != sum(values):
        right = all(steps)
    else:
        return
    why = f"{', '.join(each.entry.text for each in row)}; the sentence says “{way.group()}”"
    yield _finding(paragraph, read, way, right, why)


def _steady(paragraph: Paragraph, read: Passage, said: re.Match[str], row: Sequence[Party]) -> Iterator[Finding]:
    values = [each.value for each in row]
    if BUT.search(read.sentence(read.sentence_at(said.start()))):
        return
    if len(row) >= FEWEST and re.match(r" at [£$€]?\d", read.text[said.end() :]):
        return  # "Ash 4%, Elm 13%; the others were level at 9%"
    apart, most = max(values) - min(values), max(abs(each) for each in values)
    if said["some"]:
        right = apart != 0
    elif said["none"] or (said["level"] or "").lower() in ("the same", "unchanged", "constant"):
        right = apart == 0
    else:
        right = apart * WIDE <= most
    why = f"{', '.join(each.entry.text for each in row)}; the sentence says “{said.group()}”"
    yield _finding(paragraph, read, said, right, why)


def _finding(paragraph: Paragraph, read: Passage, said: re.Match[str], right: bool, why: str) -> Finding:
    quote = read.sentence(read.sentence_at(said.start())).strip()
    slip = f"{CODE}/{paragraph.line}/{said.start()}"
    expected = "" if right else "otherwise"
    return Finding(
        CODE, "ok" if right else "wrong", paragraph.where, quote, said.group(), expected, why, slip, "likely"
    )
