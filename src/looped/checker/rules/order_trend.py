"""What a row of figures in time is said to have done at one time, at no time, or each time but one."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from looped.checker.context import Context
from looped.checker.courses import Course, courses_on
from looped.checker.directions import FELL, ROSE
from looped.checker.document import Paragraph
from looped.checker.earlier import MONTH, NTH
from looped.checker.finding import Finding
from looped.checker.parties import finding_of
from looped.checker.patterns import Pattern, pattern_of
from looped.checker.prose import Passage, passage
from looped.checker.weighing import prose_alone
from looped.checker.when import named_time

CODE = "order-trend"
MESSAGE = "What fell at one time, at none, or each time but one did so by the figures of each time."
GOOD = "Visits were 41 in May, 52 in June and 38 in July: it was in July that they fell."
BAD = "Visits were 41 in May, 52 in June and 38 in July: it was in June that they fell."

TIME = r"(?:day|week|month|quarter|year|term|season|time|cycle|round|wave|audit|survey|visit|stage|period)"
UP, DOWN = rf"(?:{ROSE}|rise|increase|up)", rf"(?:{FELL}|fall|drop|decrease|decline|down)"
WAY = rf"(?:(?P<up>{UP})|(?P<down>{DOWN}))"
WAY_TOO = WAY.replace("<up>", "<up2>").replace("<down>", "<down2>")
WHEN = (
    rf"(?:the )?(?P<when>(?:19|20)\d\d|{MONTH}|q[1-4]|spring|summer|autumn|winter|"
    rf"(?:first|second|third|fourth|fifth|sixth|last|final)(?: {TIME})?|(?:{TIME}) (?:one|two|three|four|five|\d))"
)
# "Fewer people came: 41 in spring and 33 in summer", more or fewer than before.
HEADED = pattern_of(
    r"^\W*(?:there were |we (?:saw|had) )?(?:(?P<up>more|an? (?:larger|growing|rising) number of)|"
    r"(?P<down>fewer|less|an? (?:smaller|shrinking|falling) number of)) (?!than\b|or\b|often\b|likely\b|of\b)"
    r"(?:(?!\b(?:than|needed|wanted|required|would|should|could|may|might|will|can|expected|planned|likely)\b)[^.;:\d])"
    r"{3,90}: ",
    re.I,
)
NO_STEP = pattern_of(
    rf"\b(?:(?:in|at|on|over) no (?:single )?{TIME} (?:was|were|did|has|have|had|is)|(?:not (?:one|a single)|"
    rf"no) {TIME} saw)"
    rf"\b[^.;:,\d]{{0,40}}?\b{WAY}\b(?! (?:above|below|over|under|to|beyond|short|further|more|less|by)\b)",
    re.I,
)
EVERY_STEP = pattern_of(
    rf"\bno (?:single )?{TIME} (?:was |went by |passed |came |ended )?(?:without|saw no) (?:an? )?(?:further )?{WAY}\b|"
    rf"\b{WAY_TOO} in (?:all|each of the|every one of the|all of the) (?:last |past )?(?:two|three|four|five|"
    rf"six|\d) {TIME}s\b(?! (?:on|than|over|against|compared)\b)|"
    r"\b(?:second|third|fourth|fifth)(?= (?:successive|consecutive|straight)\b| [a-z]+ (?:in a row|in "
    r"succession|running)\b) "
    r"(?:successive |consecutive |straight )?(?:(?P<up3>rise|increase)|"
    r"(?P<down3>fall|drop|"
    r"decrease))(?: (?:in a row|in succession|running))?\b",
    re.I,
)
AT_ONE = pattern_of(
    rf"\bit was (?:only )?(?:in |at |with )?{WHEN} (?:that|when) [^.;:,\d]{{0,30}}?\b{WAY}\b|"
    rf"\bthe (?:one |only |sole |single )?(?:(?P<up2>rise|increase)|(?P<down2>fall|drop|decrease|dip|decline)) "
    rf"(?:came|was|is|happened|occurred|fell) in {WHEN.replace('<when>', '<when2>')}\b",
    re.I,
)
EACH_BUT = pattern_of(
    rf"\b{WAY}\b[^.;:,\d]{{0,20}}? (?:in |at )?(?:each|every|all the) {TIME}s?,? (?:except|but|bar|save|apart "
    rf"from|other than)"
    rf"(?: for)?(?: in)? {WHEN}\b",
    re.I,
)
LEVEL = pattern_of(
    rf"\b{WHEN} (?:was|is|were) (?:(?:exactly |just )?(?:level with|equal to|the same as|no different from)|"
    rf"(?P<no>no (?:higher|lower|better|worse) than)) "
    rf"(?:the one|that|the {TIME}|the figure) before\b",
    re.I,
)
DENIED = pattern_of(
    r"\b(?:if|whether|should|would|could|might|expect\w*|hop(?:e|ed|ing)|aim\w*|until|than|target|but for)\b", re.I
)
FEWEST = 3
# Words, how they are held against a course, and how many figures it must have.
Reading = tuple[Pattern, Callable[[Passage, int, re.Match[str], Course], bool | None], int]


def check(context: Context) -> Iterator[Finding]:
    """Each such statement of a sentence, with its course."""
    for paragraph in context.once(prose_alone):
        patterns = [each for each in JUDGES if each[0].search(paragraph.text) or each[0] is HEADED]
        read = passage(paragraph.text) if patterns else None
        if read is None or len(read.entries) < 2:
            continue
        for pattern, judge, fewest in patterns:
            for at in range(len(read.starts)):
                yield from _sentence(paragraph, read, at, (pattern, judge, fewest))


def _sentence(paragraph: Paragraph, read: Passage, at: int, by: Reading) -> Iterator[Finding]:
    pattern, judge, fewest = by
    for found in pattern.finditer(read.sentence(at)):
        if DENIED.search(read.sentence(at)[: found.start()]):
            continue
        told = [e for e in courses_on(read, at) if len(e.entries) >= fewest]
        right = judge(read, at, found, told[0]) if len(told) == 1 else None
        if right is not None:
            low = read.starts[at]
            why = f"{told[0].shown}; the text says “{found.group().strip()}”"
            span = (low + found.start(), low + found.end())
            yield finding_of(CODE, paragraph, read, span, (right, "" if right else "otherwise"), why)


def _steps(found: re.Match[str], course: Course) -> list[bool]:
    """Of each step whether it goes the way that is said."""
    groups = found.groupdict()
    up = bool(groups.get("up") or groups.get("up2") or groups.get("up3"))
    return [(b > a) if up else (b < a) for a, b in pairwise(course.values)]


def _headed(read: Passage, at: int, found: re.Match[str], course: Course) -> bool | None:
    values = course.values
    if min(e.start for e in course.entries) < read.starts[at] + found.end() or not course.timed:
        return None
    return values[-1] > values[0] if found["up"] else values[-1] < values[0]


def _no_step(read: Passage, at: int, found: re.Match[str], course: Course) -> bool | None:
    return not any(_steps(found, course))


def _every_step(read: Passage, at: int, found: re.Match[str], course: Course) -> bool | None:
    return all(_steps(found, course))


def _place(read: Passage, course: Course, when: str) -> int | None:
    """Which step ends at the time that is named; none of the first time or one that isn't told."""
    words = when.lower().split()
    if words[0] in ("last", "final"):
        return len(course.entries) - 2
    entry = named_time(read, course.entries, when)
    if entry is None and words[0] in NTH and NTH.index(words[0]) < len(course.entries):
        entry = course.entries[NTH.index(words[0])]
    return course.entries.index(entry) - 1 if entry in course.entries[1:] else None


def _at_one(read: Passage, at: int, found: re.Match[str], course: Course) -> bool | None:
    place = _place(read, course, found["when"] or found["when2"])
    return None if place is None else _steps(found, course)[place]


def _each_but(read: Passage, at: int, found: re.Match[str], course: Course) -> bool | None:
    place = _place(read, course, found["when"])
    steps = _steps(found, course)
    return None if place is None else not steps[place] and steps.count(False) == 1


def _level(read: Passage, at: int, found: re.Match[str], course: Course) -> bool | None:
    place = _place(read, course, found["when"])
    if place is None:
        return None
    before, own = course.values[place], course.values[place + 1]
    if found["no"]:
        return own <= before if re.search("higher|better", found["no"]) else own >= before
    return own == before


JUDGES: tuple[Reading, ...] = (
    (HEADED, _headed, 2),
    (NO_STEP, _no_step, FEWEST),
    (EVERY_STEP, _every_step, FEWEST),
    (AT_ONE, _at_one, FEWEST),
    (EACH_BUT, _each_but, FEWEST),
    (LEVEL, _level, FEWEST),
)
