"""By how much something changed, against the two of its figures in time, wherever they and the size are told."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial
from itertools import combinations, pairwise, product

from looped.checker.charity import differs_elsewhere
from looped.checker.context import Context
from looped.checker.courses import Course, courses, is_on
from looped.checker.document import Paragraph
from looped.checker.earlier import ANOTHER, BECAUSE, MONTH, OF_LAST_TIME, OTHER_BY, OWN_TIME
from looped.checker.end_words import HIGHEST, LOWEST
from looped.checker.exact_gaps import misses
from looped.checker.finding import Finding
from looped.checker.pairing import hedged
from looped.checker.parties import finding_of_size, kind_of
from looped.checker.patterns import pattern_of
from looped.checker.phrases import ONLY, TOLD
from looped.checker.prose import Entry, Passage, passage, stems
from looped.checker.quantities import printed
from looped.checker.rules.balance import CAME, WENT
from looped.checker.sizes import SET_IN, SIZE_BEFORE, SIZE_BEHIND, is_size
from looped.checker.two_apart import ELSEWHERE, OF_BEFORE
from looped.checker.when import EARLIER, is_next, is_time, named_time

CODE = "by-how-much"
MESSAGE = "What something changed by is how far two of its figures in time are apart."
GOOD = "The drop in May, 13 places, took the number from 74 to 61."
BAD = "The drop in May, 15 places, took the number from 74 to 61."

POINTS = pattern_of(r"\b(?:points?|pp)\b", re.I)
EACH = pattern_of(
    r"(?: [a-z]+){0,3}? (?:each|every|an?|per) (?:month|year|quarter|term|week|day|time|round|visit)\b(?! (?:ago|"
    r"earlier|before|on))",
    re.I,
)
ASIDE = pattern_of(
    r"\b(?:would|could|should|might|(?-i:may)|expect\w*|hop(?:e[ds]?|ing)|if|whether|unless|target|goal|aim\w*|"
    r"planned|assum\w+|"
    r"forecast\w*|predict\w*|not|"
    r"respectively|seasonal\w*|inflation|confidence interval|adjust\w+)\b",
    re.I,
)
# From the first to the last, and not from one to the next.
NET = pattern_of(r"\bnet\b|\b(?:in all|altogether|overall)\b[^.;]{0,30}$", re.I)
TIMES = re.compile(r" times\b")
# "40 more sold by post": of a part.
OF_PART = pattern_of(r" (?:[a-z]+ )?(?:more|fewer|less) (?!than\b|in\b|at\b|on\b|over\b)[a-z]", re.I)
MOVES = pattern_of(r"\b(?:adds?|added|lost|loses|shed|gained|gains)\b[^.;]*$", re.I)
OPENS = re.compile(r" ?\(")
AND = re.compile(r" (?:and|against|to|v|versus) ")
# "Up 5 points on the year before", where this is the year of the other figure.
ON_BEFORE = pattern_of(
    r"(?: [a-z]+)? (?:on|than|from|over|compared (?:with|to)) (?:in |that (?:of|in) |at )?(?:the (?P<one>year|month|"
    r"round|audit|wave|survey|cycle|visit|stage) before|the (?:previous|preceding) (?P<other>year|month|round|audit|"
    r"wave|survey|cycle|visit|stage))\b",
    re.I,
)
MORE_OF = re.compile(
    r" (?P<more>more|fewer|less|extra|further)(?P<what>(?: (?!than|in|at|on|this|now)[a-z’'-]+){0,2})\b"
)
THAN_BEFORE = pattern_of(
    r"\b(?:than|compared with|on) (?:in )?(?:the )?(?:last|previous|year before|before|at the start)[a-z ]*", re.I
)
# "14 more than in the north": set against something else.
OTHER_THAN = pattern_of(
    r"\bthan\b(?! (?:in )?(?:the )?(?:last|previous|year before|before|at the start|(?:19|20)\d\d))"
)
# "One more than Ryecroft and two more than Langley": set against others, and not in time.
THAN_NAMED = pattern_of(
    rf"(?: [a-z]+){{0,2}}? (?i:more|fewer|less|higher|lower|longer|shorter|better|worse|ahead of|above|below|behind) "
    rf"(?:than )?(?:in |at |on |for )?(?:the )?(?!{MONTH}\b)[A-Z]"
)
THAN_WHEN = pattern_of(
    r"(?: [a-z]+)? (?:more|fewer|less|higher|lower|up|down)(?: [a-z]+)? (?:than|on) (?:in |at |on |for "
    r")?(?P<when>[^.;:,()\d]{2,20}|(?:19|20)\d\d)",
    re.I,
)
WITHIN = re.compile(rf"\b[Ww]ithin (?:{ONLY})?$")
SCORED = pattern_of(r"\b(?:scores?|scored|ratings?|rated|means?|median|marks?|index)\b", re.I)
# "Five points above where it began": from the first to the last.
ON_START = pattern_of(
    r"(?: points?| percentage points?| pp)?(?: [a-z]+)? (?:above|below|over|under|more than|less than|fewer "
    r"than|higher "
    r"than|lower than|up on|down on|short of) (?:where|what|when) (?:it|they|we) (?:had )?(?:began|begun|"
    r"started|stood at first)\b",
    re.I,
)
BY_CONTRAST = pattern_of(r"(?:^|[.;] )(?:by contrast|in contrast|on the other hand|however|the exception was)\b", re.I)
LARGEST = pattern_of(rf"\b(?:{HIGHEST}|{LOWEST}|least|steepest|widest|narrowest)\b", re.I)
FAR, MOST = Decimal("2.5"), 6


_finding = partial(finding_of_size, CODE)


def check(context: Context) -> Iterator[Finding]:
    """Each such size beside figures whose order is told."""
    for paragraph in context.paragraphs_with(SIZE_BEFORE, SIZE_BEHIND, SET_IN, POINTS):
        read = passage(paragraph.text)
        for size in read.entries:
            if WITHIN.search(read.text[: size.start]):
                continue  # "within 5 points of the mean": a bound
            if is_size(read, size) and not ASIDE.search(read.sentence(size.sentence)):
                yield from (
                    _turned(paragraph, read, size)
                    or _bracketed(paragraph, read, size)
                    or _judged(paragraph, read, size)
                )


def _turned(paragraph: Paragraph, read: Passage, size: Entry) -> list[Finding]:
    """ "86 last year and 72 this year. There were 14 more this year": as many as they are apart, the other way."""
    said = MORE_OF.match(read.text, size.end)
    if not said or size.kind != "count" or len(read.of_sentence(size.sentence)) > 1:
        return []
    sentence, clause = read.sentence(size.sentence), read.text[said.end() :].partition(".")[0]
    if EARLIER.search(THAN_BEFORE.sub(" ", sentence)) or OTHER_THAN.search(clause):
        return []
    told = [each for each in courses(read, size.sentence) if each.sure and each.timed and _suits(read, each, size)]
    if len(told) != 1 or len(told[0].entries) != 2 or told[0].is_share or told[0].entries[-1].sentence > size.sentence:
        return []
    (then, now), course = told[0].values, told[0]
    if named_time(read, course.entries, sentence.partition(" than ")[0]) is course.entries[0]:
        return []  # "In May there were 12 more": of the earlier
    rose = said["more"].lower() in ("more", "extra", "further")
    own = stems(said["what"] or "")
    if abs(now - then) != size.value or (now > then) == rose or not own <= _words_of(read, course):
        return []
    why = f"from {course.entries[0].text} to {course.entries[1].text} is {'up' if now > then else 'down'}"
    quote = read.text[size.start : said.end()].strip()
    return [replace(_finding(paragraph, size, "wrong", "fewer" if rose else "more", why), quote=quote)]


def _words_of(read: Passage, course: Course) -> frozenset[str]:
    """The words of the sentences that tell the figures of a course."""
    return frozenset(word for each in course.entries for word in stems(read.sentence(each.sentence)))


def _bracketed(paragraph: Paragraph, read: Passage, size: Entry) -> list[Finding]:
    """ "Down to four points (51 and 49)": the two that the size lies between stand right behind it."""
    behind = [e for e in read.of_sentence(size.sentence) if e.start >= size.end][:2]
    if len(behind) < 2 or size.kind not in ("points", "money", "measure") or kind_of(behind[0]) != kind_of(behind[1]):
        return []
    gaps = (read.text[size.end : behind[0].start], read.text[behind[0].end : behind[1].start])
    if (
        not OPENS.fullmatch(gaps[0])
        or not AND.fullmatch(gaps[1])
        or read.text[behind[1].end : behind[1].end + 1] != ")"
    ):
        return []
    if size.kind != "points" and kind_of(behind[0]) != kind_of(size):
        return []
    return list(_between(paragraph, size, *behind))


def _between(paragraph: Paragraph, size: Entry, one: Entry, other: Entry) -> Iterator[Finding]:
    course = Course((one, other))
    apart = abs(course.values[1] - course.values[0])
    right = abs(apart - abs(size.value)) <= _slack(course, size, (apart, 0, 1))
    why = f"{one.text} and {other.text} are {printed(apart)} apart, printed as {size.text}"
    yield _finding(paragraph, size, "ok" if right else "wrong", printed(apart), why)


def _judged(paragraph: Paragraph, read: Passage, size: Entry) -> Iterator[Finding]:
    if OWN_TIME.match(read.sentence(size.sentence)):
        return
    told = [each for each in courses(read, size.sentence) if each.sure and _suits(read, each, size)]
    if len(told) != 1 or len(told[0].entries) > MOST or _is_of_others(read, size, told[0]):
        return
    course, stated = told[0], abs(size.figure)
    if EACH.match(read.text, size.end) and len(course.entries) > 2:
        yield from _each(paragraph, size, course, stated)
        return
    lead = read.text[max(0, size.start - 40) : size.start]
    pairs = list(combinations(range(len(course.entries)), 2))
    pairs = (
        [(0, len(course.entries) - 1)]
        if NET.search(read.text[read.starts[size.sentence] : size.start]) or ON_START.match(read.text, size.end)
        else pairs
    )
    exact = [(_apart(course, size, a, b), a, b) for a, b in pairs]
    fits = [
        each
        for each in exact
        if (abs(each[0] - stated) <= _slack(course, size, each) and not _misses(course, size, each))
        or hedged(lead, each[0], stated)
    ]
    apart, a, b = (fits or [min(exact, key=lambda each: abs(each[0] - stated))])[0]
    if not fits and (not apart or max(apart, stated) > FAR * min(apart, stated)):
        return
    others = [e for e in read.entries if e is not size and e not in course.entries]
    if not fits and others and differs_elsewhere(read, size, size.step / 2 if size.step != 1 else Decimal(0)):
        return
    shown = printed(apart.quantize(Decimal("0.1")) if apart % 1 else apart) + ("%" if size.share else "")
    why = f"from {course.entries[a].text} to {course.entries[b].text} is {shown}, printed as {size.text}"
    loose = abs(apart - stated) <= _slack(course, size, (apart, a, b))
    yield _finding(paragraph, size, "ok" if fits else "rounding" if loose else "wrong", shown, why)


def _is_of_others(read: Passage, size: Entry, course: Course) -> bool:
    """Whether a size is of something else than the course: set against what isn't told, of a part, of another thing."""
    behind, lead = read.text[size.end :], read.text[read.starts[size.sentence] : size.start]
    before = (ELSEWHERE.match(behind) or OF_BEFORE.match(behind)) and not _is_on_first(read, size, course)
    if _is_on_untold(read, size, course):
        return True
    if NAMES_ITS_OWN.match(behind) and BECAUSE.search(lead):
        return True
    if size.sentence < course.entries[0].sentence and not stems(lead) & stems(
        read.sentence(course.entries[0].sentence)
    ):
        return True  # "income rose by £28,000. Shop sales doubled, from ...": of another thing
    apart = size.sentence != course.entries[0].sentence
    if apart and (BY_CONTRAST.search(read.text) or LARGEST.search(read.sentence(size.sentence))):
        return True  # "by contrast, the other fell from ..."; "the largest gain was for ..."
    if (
        apart
        and OF_LAST_TIME.match(read.sentence(course.entries[0].sentence).lstrip())
        and not _is_of_last_time(read, size)
    ):
        return True  # "The gap is now 35 points. Two years ago it was 30, between 88% and 58%": of that time
    own = [e for e in read.of_sentence(size.sentence) if e is not size and e.kind == course.entries[0].kind]
    if apart and any(e not in course.entries for e in own):
        return True  # "it was 57% in 2022, so it has risen by six points": from what its own sentence tells
    if before or TIMES.match(behind) or OF_PART.match(behind) or THAN_NAMED.match(behind):
        return True
    between = read.text[course.entries[-1].end : size.start] if course.entries[-1].end < size.start else lead
    if ANOTHER.search(between) or OTHER_BY.search(between) or not is_on(read, size.sentence, course):
        return True
    sizes = [e for e in read.of_sentence(size.sentence) if is_size(read, e)]
    if len(sizes) > 1 and _make(sizes, abs(course.values[-1] - course.values[0])):
        return True  # "by 6 and then lost 2: 74, against 70 at the start"
    sizes = [e for e in sizes if e.kind == size.kind]
    came_and_went = CAME.search(read.sentence(size.sentence)) and WENT.search(read.sentence(size.sentence))
    return bool(MOVES.search(lead)) and (len(sizes) > 1 or bool(came_and_went))


# "A 19% increase in secondary fires".
NAMES_ITS_OWN = pattern_of(
    r"(?: [a-z]+)? (?:rise|fall|increase|decrease|drop|reduction|growth|decline)s? (?:in|of|among|for)\b", re.I
)


def _is_of_last_time(read: Passage, size: Entry) -> bool:
    """Whether the sentence of a size begins with another time as well, or says since when it is."""
    sentence = read.sentence(size.sentence)
    return bool(OF_LAST_TIME.match(sentence.lstrip()) or re.search(r"\bsince\b", sentence))


def _is_on_untold(read: Passage, size: Entry, course: Course) -> bool:
    """Whether a size is set against a time of which no figure is told: "12 more than in January"."""
    said = THAN_WHEN.match(read.text, size.end)
    if not said or not is_time(said["when"]) or TOLD.match(read.text, said.end()):
        return False
    return read.text.count(said["when"]) == 1 or named_time(read, course.entries, said["when"]) is None


def _make(sizes: Sequence[Entry], apart: Decimal) -> bool:
    """Whether rises and falls together make how far two figures are apart."""
    first, *rest = (abs(each.value) for each in sizes)
    return any(
        abs(first + sum(s * v for s, v in zip(signs, rest, strict=True))) == apart
        for signs in product((1, -1), repeat=len(rest))
    )


def _is_on_first(read: Passage, size: Entry, course: Course) -> bool:
    """Whether "the year before" that a size is set against is that of the first of two figures, and it ends there."""
    said = ON_BEFORE.match(read.text, size.end)
    last = course.entries[-1]
    alone = last.sentence == size.sentence - 1 and len(read.of_sentence(size.sentence)) == 1
    if (
        said is None
        or len(course.entries) != 2
        or last.end > size.start
        or not (alone or last.sentence == size.sentence)
    ):
        return False
    return is_next(read, course.entries, (said["one"] or said["other"]).lower())


def _each(paragraph: Paragraph, size: Entry, course: Course, stated: Decimal) -> Iterator[Finding]:
    """ "By five each month": every step is one of five."""
    if size.share or kind_of(course.entries[0]) != kind_of(size):
        return
    steps = [abs(b - a) for a, b in pairwise(course.values)]
    if stated in steps:
        right = all(step == stated for step in steps)
        why = f"{course.shown}: steps of {', '.join(map(printed, steps))}"
        yield _finding(paragraph, size, "ok" if right else "wrong", "" if right else "not each time", why)


def _is_scored(read: Passage, course: Course, size: Entry) -> bool:
    """Whether a course of plain numbers is one of scores, which lie points apart."""
    plain = all(e.kind == "count" and not e.base and not e.share for e in course.entries)
    return (
        plain
        and {e.sentence for e in course.entries} == {size.sentence}
        and bool(SCORED.search(read.sentence(size.sentence)))
    )


def _suits(read: Passage, course: Course, size: Entry) -> bool:
    """Whether a size can be how far the figures of a course are apart."""
    kind = kind_of(course.entries[0])
    if size.kind == "points":
        return course.is_share or _is_scored(read, course, size)
    if size.kind == "share":
        return not course.is_share
    return kind == kind_of(size) or (kind[0] in ("count", "measure") and kind[1:] == ("",) and size.kind == "count")


def _apart(course: Course, size: Entry, a: int, b: int) -> Decimal:
    then, now = course.values[a], course.values[b]
    apart = abs(now - then)
    return apart if size.kind != "share" else apart * 100 / then if then else Decimal(0)


def _misses(course: Course, size: Entry, exact: tuple[Decimal, int, int]) -> bool:
    """Whether the counts of two shares show that no rounding explains the size."""
    _, a, b = exact
    return misses(course.entries[a], course.entries[b], size)


def _slack(course: Course, size: Entry, exact: tuple[Decimal, int, int]) -> Decimal:
    """How far rounding may put the size off."""
    steps = [course.entries[at].step if not course.is_share else _last_digit(course.entries[at]) for at in exact[1:]]
    if size.share:
        step = Decimal(1).scaleb(-size.share.decimals)
        return step / 2 if all(each == 1 for each in steps) else step
    return (
        Decimal(0)
        if all(each == 1 for each in (*steps, size.step)) and not course.is_share
        else (sum(steps) + size.step) / 2
    )


def _last_digit(entry: Entry) -> Decimal:
    return Decimal(1).scaleb(-entry.share.decimals) if entry.share else Decimal("0.01")
