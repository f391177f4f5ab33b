"""By how much a reading is over or under its limit: "11 °C against a maximum of 8 °C (3 °C over)"."""

import re
from collections.abc import Iterator, Sequence

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.measured import Measure, measures, shown
from looped.checker.patterns import pattern_of
from looped.checker.prose import passage

CODE = "off-limit"
MESSAGE = "A reading is as far over or under its limit as is said."
GOOD = "The oven ran at 212 °C, 12 °C above its limit of 200 °C."
BAD = "The oven ran at 212 °C, 22 °C above its limit of 200 °C."

LIMITS = (
    r"(?:limits?|maximum|minimum|max|min|targets?|standards?|ceiling|thresholds?|require[sd]?|requirements?|permit\w*|"
    r"allow(?:s|ed|ance|able)?|safe(?:ty)?|recommend\w+|legal|tolerance|set point|must|should|guidance|guidelines?|"
    r"specifi\w+|rule|rules|prescribed|nominal|supposed)"
)
LIMIT = pattern_of(rf"\b{LIMITS}\b", re.I)
COMPARED = (
    r"(?P<over>over|above|beyond|past|higher|more|hotter|warmer|longer|wider|deeper|heavier|louder|faster|in excess|"
    r"too (?:hot|warm|high|long|wide|deep|heavy|loud|fast|many|much|large|far|late|big))|"
    r"(?P<under>below|under|short|lower|less|fewer|colder|cooler|shorter|narrower|shallower|lighter|slower|"
    r"too (?:cold|cool|low|short|narrow|shallow|light|slow|few|little|small|near|close))"
)
# It is off the limit that is named, or the one told before; not off anything else.
OF_LIMIT = (
    rf"(?=\s?(?:[.,;:)]|$)|(?: (?:than|of|by))? (?:(?:it|that|this|what|them|is)\b|(?:the |its |their |an? )?"
    rf"(?:(?:[a-z]+ ){{0,2}}?(?:{LIMITS})\b|\d)))"
)
BEHIND = pattern_of(rf"\s?(?:(?:was|is|too much) )?(?:{COMPARED}|off|outside|out)\b{OF_LIMIT}", re.I)
WITHIN = r"(?:[^.;:]|\.(?=\d)){0,60}? by (?:just |only )?$"
BY = pattern_of(
    rf"\b(?P<over>exceed\w*|over|above|beyond|overr[au]n\w*|overshot|surpass\w*)\b{WITHIN}|"
    rf"\b(?P<under>short|below|under|miss\w*|undershot)\b{WITHIN}",
    re.I,
)
NAMED = pattern_of(rf"{LIMIT.pattern}(?: [a-z]+){{0,3}}?,? (?:of |is |was |at |being )?(?:just |only )?$", re.I)
NOT_SO = pattern_of(
    r"\b(?:if|would|between|from|range|ranged|average|mean|median|about|around|nearly|almost|roughly|some|up to|"
    r"at least|each|every|per|respectively|both|or more|than (?:last|in|at|before))\b",
    re.I,
)
THREE, TWO, FAR = 3, 2, 4


def check(context: Context) -> Iterator[Finding]:
    """Each statement of three measures of one unit, one of them behind a word such as "over", with a limit."""
    for paragraph in context.paragraphs_with(LIMIT):
        read = passage(paragraph.text)
        for at, start in enumerate(read.starts):
            end = start + len(read.sentence(at))
            for first in (at, at - 1):
                low = read.starts[first] if first >= 0 else None
                if low is None:
                    break
                found = _judged(paragraph, low, paragraph.text[low:end], at > first)
                if found:
                    yield found
                    break


def _judged(paragraph: Paragraph, low: int, text: str, of_two: bool) -> Finding | None:
    told = list(measures(text))
    if not LIMIT.search(text) or NOT_SO.search(text):
        return None
    sizes = [(each, said) for each in told if (said := _said(text, each)) is not None]
    if len(sizes) != 1:
        return None
    size, over = sizes[0]
    others = [each for each in told if each is not size and each.kind == size.kind]
    if len(others) != TWO or (of_two and size.start < others[0].start):
        return None
    one, other = others
    apart, slack = abs(one.exact - other.exact), max(each.step for each in (size, *others))
    right = abs(apart - size.exact) < slack if slack != size.step or size.step % 1 else apart == size.exact
    if not right and not (apart and max(apart, size.exact) <= FAR * min(apart, size.exact)):
        return None
    side = _side(text, others)
    turned = right and bool(over and side) and side != over
    verdict: Verdict = "ok" if right and not turned else "wrong"
    where = f" {side} it" if turned else ""
    expected = shown(apart, size) + where
    why = f"{one.text} and {other.text} are {shown(apart, size)} apart{where}, printed as {size.text}"
    slip = f"{CODE}/{paragraph.line}/{low + size.start}"
    return Finding(CODE, verdict, paragraph.where, size.text, size.text, expected, why, slip, "likely")


def _said(text: str, each: Measure) -> str | None:
    """Whether words tell by how much a reading is off: "over", "under" or "" for neither; None where they don't."""
    found = BEHIND.match(text, each.end) or BY.search(text[: each.start])
    if not found:
        return None
    return next((side for side in ("over", "under") if found[side]), "")


def _side(text: str, others: Sequence[Measure]) -> str | None:
    """Whether the reading is over the limit or under it, where the words tell which of the two is the limit."""
    limits = [each for each in others if NAMED.search(text[: each.start])]
    if len(limits) != 1 or others[0].exact == others[1].exact:
        return None
    reading = next(each for each in others if each is not limits[0])
    return "over" if reading.exact > limits[0].exact else "under"
