"""Where a course ended: above or below its start, recovered or not, the highest of its years, and where it turned."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from looped.checker.context import Context
from looped.checker.courses import Course, courses_on, groups
from looped.checker.directions import FELL, FELL_BESIDE, LESS, MORE, ROSE, ROSE_BESIDE
from looped.checker.document import Paragraph
from looped.checker.end_words import BUSIEST, HIGHEST, LOWEST, QUIETEST
from looped.checker.finding import Finding
from looped.checker.listing import value_of
from looped.checker.parties import finding_of, kind_of
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.sizes import is_size
from looped.checker.weighing import prose_alone
from looped.checker.when import LATER, named_time

CODE = "order-ends"
MESSAGE = "What ended lower than it began, recovered, or turned at one time did so by its figures in time."
GOOD = "The vacancy rate was 9% in spring, 13% in summer and 7% in autumn: it ended lower than it began."
BAD = "The vacancy rate was 9% in spring, 13% in summer and 11% in autumn: it ended lower than it began."

START = (
    r"(?:at|in|when|where|than|what|the|its|their|it|they|was|had|been) ?(?:[a-z]+ ){0,3}?(?:start(?:ed)?|outset|"
    r"beginning|began|first|opening)\b"
)
ENDED = pattern_of(
    rf"\b(?:(?P<up>{MORE}|above)|(?P<down>{LESS}|below))(?: [a-z]+){{0,3}}? (?:than )?{START}|"
    rf"\b(?:(?P<up2>above|higher than|more than)|(?P<down2>below|lower than|less than|fewer than)) "
    rf"(?:its|their|the|his|her) (?P<time>(?:19|20)\d\d|[A-Za-z]+(?: [a-z]+)?) (?:level|mark|figure|value|"
    rf"position|total|number)s?\b",
    re.I,
)
BACK = pattern_of(
    r"\b(?:back|returned|returning|risen again|fallen again|recovered) (?:to|at) (?:just "
    r")?(?:[£$€]?\d[\d,.]*%?,? (?:just )?)?"
    r"(?:(?:where|what) (?:it|they|there) (?:was|were|had been|began|started|stood|used to be)"
    r"(?: in (?P<when>[A-Za-z]+|(?:19|20)\d\d))?|(?:its|their|the) (?:(?:starting|original|opening|earlier|old|"
    r"former|previous|"
    r"first) (?:level|point|figure|mark|number|size|strength|value)s?|(?P<year>(?:19|20)\d\d) (?:level|figure|value)))",
    re.I,
)
IN_PART = r"(?:only |but )*(?:in part|partly|partially|somewhat|slightly|a little|some|part|most|half|much)\b"
RECOVERED = pattern_of(
    r"\b(?P<some>(?:not|n[’']t|never|yet to) (?:yet |quite |fully |wholly |entirely |been )*(?:recover\w*|made good|"
    r"made up)|"
    r"(?:only )?(?:partly|partially|half|in part) (?:recover\w*|made good|made up)|"
    rf"(?:recover(?:ed|s|y|ing)?|made good|made up)(?: since)? {IN_PART})|"
    rf"\b(?P<all>(?:fully|more than|wholly|completely|entirely|since) (?:recover(?:ed|s|y|ing)?|made good|made up)\b"
    rf"(?!(?: since)? {IN_PART})|recover\w* (?:fully|completely|entirely))",
    re.I,
)
SO = pattern_of(
    r"\b(?:not since|never (?:before|in|since|during|had)|for the first time (?:in|"
    r"since))\b[^.;:\d]{0,20}?[^.;:]{0,60}?"
    r"\bso (?:(?P<high>many|much|high|large|long|busy|great)|(?P<low>few|little|low|small|short))\b|"
    rf"\bthe (?:(?P<high2>highest|largest|greatest|most)|(?P<low2>{LOWEST})) (?:[a-z]+ )?"
    r"(?:since|(?:in|for|of) (?:the )?(?:last |past |these )?(?:two|three|four|five|six|seven|eight|ten|\d+) "
    r"(?!(?:[a-z]+ ){0,2}(?:reasons|causes|faults|answers|themes|types|kinds|sites|areas|groups|teams|wards|"
    r"items|standards|"
    r"criteria|measures|questions|services|homes|schools|centres|categories)\b))",
    re.I,
)
# "The lowest monthly total so far": less than all that are told.
RECORD = pattern_of(
    rf"\bthe (?:(?P<high>{HIGHEST}|{BUSIEST}|most|best)|(?P<low>{LOWEST}|{QUIETEST}|"
    rf"least)) (?:[a-z-]+ ){{1,4}}?(?:so far|to date|yet|ever|on record|recorded)\b(?! (?:in|of|for|by|"
    r"at|among)\b)",
    re.I,
)
LEADING = (
    r"(?:\s|,|in (?:the )?(?:(?:19|20)\d\d|(?-i:[A-Z])[a-z]+|(?!the|which|all)[a-z]+ \d{1,2}\b)|"
    r"the (?:number|figure|rate|share|total)|"
    r"and|but|then|before|later|again|it|they|this|had|has|have|since|to|[a-z]+ing)*"
)
PLACE = r"(?:(?: back| again| sharply| slightly)?(?: in (?:the )?[A-Za-z]+| a year later| by [A-Za-z]+)?)"
TURNED = pattern_of(
    rf"\)?(?: in (?:the )?[A-Za-z0-9]+(?: \d{{1,2}}\b)?|%)?"
    rf"{LEADING}\b(?:(?P<up>{ROSE}|{ROSE_BESIDE})|(?P<down>{FELL}|{FELL_BESIDE}))"
    rf"{PLACE},? (?:back )?to (?:just |only )?[£$€]?",
    re.I,
)
# "It paid 81% in May. The figure fell to 77% in June": from the one figure of the sentence before.
WENT_ON = pattern_of(
    rf"(?![^.]*\b(?:target|standard|goal|aim|limit|national)\b)[^.;:()]{{0,60}}\. (?:(?:The|This|That) "
    rf"(?:figure|number|rate|share|proportion|percentage|total|count|score|average|median)|"
    rf"It|This)(?: (?:then|later|had|has|have|since))* "
    rf"(?:(?P<up>{ROSE})|(?P<down>{FELL})){PLACE},? (?:back )?to (?:just |only )?[£$€]?"
)
OF_OTHERS = pattern_of(
    r"\b(?:target|standard|goal|aim\w*|limit|national\w*|average|against|compared|than|from|between|expected|planned|"
    r"should|would|if)\b",
    re.I,
)
ONLY = pattern_of(
    rf"\bonly (?P<when>(?:in|at|between|from) [^.;:,]{{1,40}}?) (?:did|was|has|have|were|had|is)\b[^.;:]{{0,60}}?"
    rf"\b(?:(?P<up>{ROSE}|rise)|(?P<down>{FELL}|fall|drop))\b",
    re.I,
)
STILL = pattern_of(
    r"\b(?:not|never|n[’']t) (?:once |ever |yet )?(?:(?P<fell>f[ae]ll(?:en)?|dropp?(?:ed)?|gone down|declined?|dipped)|"
    r"(?P<rose>ris(?:e|en)|rose|gone up|increased?|climbed))\b(?! (?:below|above|under|over|short|to|every|each|"
    r"in every))",
    re.I,
)
NOT = pattern_of(r"\b(?:whether|if|should|would|could|might|(?-i:may)|expect\w*|hop(?:e|ed|ing)|aim\w*|until)\b", re.I)
FEWEST = 3


def check(context: Context) -> Iterator[Finding]:
    """Each such statement of a sentence, with its course."""
    for paragraph in context.once(prose_alone):
        read = passage(paragraph.text)
        if len(read.entries) < FEWEST:
            continue
        yield from _turned(paragraph, read)
        yield from _went_on(paragraph, read)
        for found in SO.finditer(read.text):
            at = read.sentence_at(found.start())
            if not NOT.search(read.text[read.starts[at] : found.start()]):
                yield from _so(paragraph, read, at, found)
        for found in RECORD.finditer(read.text):
            yield from _record(paragraph, read, found)
        for pattern, judge in JUDGES:
            for found in pattern.finditer(read.text):
                at = read.sentence_at(found.start())
                if NOT.search(read.text[read.starts[at] : found.start()]):
                    continue
                told = [e for e in courses_on(read, at) if len(e.entries) >= FEWEST]
                if len(told) == 1:
                    right = judge(read, found, told[0])
                    if right is not None:
                        yield _finding(paragraph, read, found, right, told[0].entries)


def _ended(read: Passage, found: re.Match[str], course: Course) -> bool | None:
    up = bool(found["up"] or found["up2"])
    start = named_time(read, course.entries, found["time"]) if found["time"] else course.entries[0]
    if start is None or start is course.entries[-1]:
        return None
    first, last = value_of(start), course.values[-1]
    return last > first if up else last < first


def _back(read: Passage, found: re.Match[str], course: Course) -> bool | None:
    when = found["when"] or found["year"]
    start = named_time(read, course.entries, when) if when else course.entries[0]
    return None if start is None or start is course.entries[-1] else value_of(start) == course.values[-1]


def _recovered(read: Passage, found: re.Match[str], course: Course) -> bool | None:
    """After a fall what is at last no less than at first has recovered."""
    first, *between, last = course.values
    if min(between) >= first:
        return None
    return (last >= first) == bool(found["all"])


def _only(read: Passage, found: re.Match[str], course: Course) -> bool | None:
    """ "Only in the third round did it drop": in that step alone."""
    entry = named_time(read, course.entries, found["when"])
    steps = [(b > a) if found["up"] else (b < a) for a, b in pairwise(course.values)]
    place = course.entries.index(entry) - 1 if entry in course.entries else -1
    return None if place < 0 or entry is None else steps[place] and sum(steps) == 1


def _still(read: Passage, found: re.Match[str], course: Course) -> bool | None:
    return all((b >= a) if found["fell"] else (b <= a) for a, b in pairwise(course.values))


JUDGES = ((ENDED, _ended), (BACK, _back), (RECOVERED, _recovered), (ONLY, _only), (STILL, _still))


def _so(paragraph: Paragraph, read: Passage, at: int, found: re.Match[str]) -> Iterator[Finding]:
    """ "Not since 2018 so few: 7 this year, after 12, 10 and 9": the latest against all others."""
    for place in ((at,), (at, at + 1), (at - 1, at)):
        if place[0] < 0 or place[-1] >= len(read.starts):
            continue
        told = [each for each in groups(read, place) if len(each) >= FEWEST]
        if len(told) != 1:
            continue
        own = told[0]
        late = [e for e in own if LATER.search(f"{e.before} {e.after}") and not re.search(r"\bsince\b", e.before)]
        before = [e for e in own if e.end <= found.start()]
        latest = late[0] if len(late) == 1 else before[0] if len(before) == 1 else own[0] if not before else None
        if latest is None:
            return
        high = bool(found["high"] or found["high2"])
        others = [value_of(e) for e in own if e is not latest]
        right = value_of(latest) > max(others) if high else value_of(latest) < min(others)
        yield _finding(paragraph, read, found, right, own)
        return


def _record(paragraph: Paragraph, read: Passage, found: re.Match[str]) -> Iterator[Finding]:
    """ "The lowest monthly total so far came in March (6); it was 12 in January and 9 in February": against each."""
    at = read.sentence_at(found.start())
    told = [each for each in groups(read, (at,)) if len(each) >= FEWEST]
    behind = [e for e in told[0] if e.start >= found.end()] if len(told) == 1 else []
    if not behind or behind[0] is not told[0][0] or re.search(r"[;:.]", read.text[found.end() : behind[0].start]):
        return
    own, *others = told[0]
    if found["high"] and found["high"].lower() == "best":
        return
    values = [value_of(e) for e in others]
    right = value_of(own) > max(values) if found["high"] else value_of(own) < min(values)
    yield _finding(paragraph, read, found, right, told[0])


def _turned(paragraph: Paragraph, read: Passage) -> Iterator[Finding]:
    """ "To 46 and 52, before it dropped to 44": the last against the one before it."""
    for one, other in pairwise(read.entries):
        if one.sentence != other.sentence or kind_of(one) != kind_of(other) or is_size(read, one):
            continue
        found = TURNED.fullmatch(read.text, one.end, other.start)
        if found and not re.search(r"\bfrom\b", found.group()):
            a, b = value_of(one), value_of(other)
            row = [e for e in read.of_sentence(one.sentence) if kind_of(e) == kind_of(one)]
            yield _finding(paragraph, read, found, b > a if found["up"] else b < a, row)


def _went_on(paragraph: Paragraph, read: Passage) -> Iterator[Finding]:
    """ "It paid 81% in May. The figure fell to 90%, and then to 77%": its first step, and where it ended."""
    for one, other in pairwise(read.entries):
        own = [e for e in read.of_sentence(one.sentence) if kind_of(e) == kind_of(one)]
        if other.sentence != one.sentence + 1 or kind_of(one) != kind_of(other) or len(own) > 1:
            continue
        found = WENT_ON.fullmatch(read.text, one.end, other.start)
        if found and not OF_OTHERS.search(read.sentence(one.sentence)) and not is_size(read, one):
            a, b = value_of(one), value_of(other)
            row = [one, *(e for e in read.of_sentence(other.sentence) if kind_of(e) == kind_of(one))]
            yield _finding(paragraph, read, found, b > a if found["up"] else b < a, row)
            high = read.starts[other.sentence] + len(read.sentence(other.sentence))
            ended = ENDED.search(read.text, row[-1].end, high)
            if ended and not ended["time"] and not NOT.search(read.text, row[-1].end, ended.start()):
                last, up = value_of(row[-1]), bool(ended["up"] or ended["up2"])
                yield _finding(paragraph, read, ended, last > a if up else last < a, row)


def _finding(paragraph: Paragraph, read: Passage, found: re.Match[str], right: bool, told: Sequence[Entry]) -> Finding:
    said = found.group().strip()
    why = f"{', '.join(each.text for each in told)}; the text says “{said}”"
    return finding_of(CODE, paragraph, read, found.span(), (right, "" if right else "otherwise"), why)
