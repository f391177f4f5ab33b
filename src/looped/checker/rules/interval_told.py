"""An interval and its estimate: the estimate lies in it, and it holds one or zero, or meets another, as is said."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of

CODE = "interval-told"
MESSAGE = "An estimate lies in its interval, and an interval holds what it is said to hold."
GOOD = "The hazard ratio was 0.82 (95% CI 0.66 to 1.02). As the interval includes 1, a true effect is in doubt."
BAD = "The hazard ratio was 0.82 (95% CI 0.66 to 1.02). As the interval excludes 1, a true effect is in doubt."

END = r"[-−–]?\d+(?:\.\d+)?"
TO = r"\s?%?\s?(?:to|and|,|;|–|-)\s?"
NAME = r"(?:CIs?|CrI|(?:confidence|credible|uncertainty) (?:intervals?|limits?)|intervals?|margin)"
SPAN = pattern_of(
    rf"(?:\b9[059](?:\.\d)?\s?(?:%|per ?cent)\s?)?\b{NAME}[:,]?\s?(?:(?:of|from|was|is|were|ran from|runs from|"
    rf"between|=)\s)*(?P<low>{END}){TO}(?P<high>{END})(?![\d.]*\d)",
    re.I,
)
# "45% were in favour (42% to 48%)": a range right behind a share, where the text speaks of intervals.
RANGE = pattern_of(
    r"(?P<p>\d+(?:\.\d+)?)\s?%[^.;()\d]{0,40}\((?P<low>\d+(?:\.\d+)?)\s?%?\s?(?:to|–|-)\s?(?P<high>\d+(?:\.\d+)?)\s?%\)",
    re.I,
)
SPOKEN = pattern_of(r"\b(?:confidence|intervals?|margin of error|CI)\b", re.I)
# The last figure before an interval is what it is of.
ESTIMATE = re.compile(rf"(?<![\w.,/])(?P<e>{END})(?P<u>\s?%)?(?P<gap>[^.;\d]{{0,60}}?[(\[,;:]?\s?)$")
# Where it stands further off: the only figure of its clause, told as a difference or an estimate.
CLAUSE = re.compile(r"[;.](?=\s)|[)](?=[\s,;.])|\b(?:but|while|whereas)\b")
FIGURE = re.compile(
    rf"(?<![\w.,/£-])(?P<e>{END})(?![\w]*\d|[.,]\d|:)(?:\s?(?P<u>%|per ?cent)(?P<points> ?-?points?)?)?"
)
DIFFERS = pattern_of(
    r"\b(?:by|more|less|lower|higher|fewer|greater|longer|shorter|difference|ratio|rate|mean|change|reduction|increase|"
    r"effect|odds|risk|hazard|estimate[ds]?|coefficient)\b",
    re.I,
)
LESS = pattern_of(r"\b(?:fell|less|fewer|lower|shorter|reduc\w+|decreas\w+|declin\w+|dropp?\w*|sooner|earlier)\b", re.I)
FAR = 120
OTHER_LEVEL = pattern_of(r"\b(?:target|threshold|margin|at least|more than \d|less than \d|power|level)\b", re.I)
ASIDE = re.compile(
    r"\b(?:to|and|of|in|from|for|with|n|years?|days?|weeks?|months?|patients|participants|people|women|men|cases)\b",
    re.I,
)
HELD = pattern_of(
    r"\b(?:intervals?|CIs?|limits|which|it|this|thus|so|and)\b(?P<gap>[^.;:\d]{0,40}?)\b(?P<not>does not |did not "
    r"|do not |doesn[’']t |not )?"
    r"(?:(?P<out>exclud(?:e|es|ed|ing)|(?:lies?|lay|is|are|was|were) (?:wholly |entirely )?(?:above|below))|"
    r"(?P<held>includ(?:e|es|ed|ing)|cross(?:es|ed|ing)?|contain(?:s|ed|ing)?|span(?:s|ned|ning)?|"
    r"cover(?:s|ed|ing)?|embrac(?:e|es|ed|ing)|straddl(?:e|es|ed|ing)))\s+"
    r"(?P<what>1(?:\.0+)?|one|unity|0(?:\.0+)?|zero|nil|no (?:effect|difference)|the null)\b(?!\.\d)",
    re.I,
)
MEET = pattern_of(
    r"\b(?:the )?(?:two |both |their |these )?(?:\d\d% )?(?:confidence )?intervals (?P<not>do not |did not |don[’']t )?"
    r"(?P<meet>overlap(?:ped)?|are (?P<apart>apart|separate|distinct))\b",
    re.I,
)
RATIO = pattern_of(r"\b(?:ratios?|HR|OR|RR|aOR|aHR|relative|odds|hazard)\b", re.I)
ONE = frozenset(("1", "one", "unity"))


@dataclass(frozen=True)
class Interval:
    """An interval as printed, where it stands, with its estimate where that is told right before it."""

    low: Decimal
    high: Decimal
    start: int
    end: int
    estimate: Decimal | None = None
    quote: str = ""


def check(context: Context) -> Iterator[Finding]:
    """Each interval in prose with its estimate and what is said of it."""
    for paragraph in context.paragraphs_with(SPOKEN):
        found = _intervals(paragraph.text)
        for each in found:
            if each.estimate is not None:
                yield _lies_in(paragraph, each)
        if found:
            yield from _held(paragraph, found)
            yield from _meeting(paragraph, found)


def _intervals(text: str) -> list[Interval]:
    """The intervals of a text in order, each once."""
    found: list[Interval] = []
    for each in SPAN.finditer(text):
        before = _estimate(text, each)
        estimate = _number(before["e"]) if before else None
        found += _made(each, estimate, text[before.start() if before else each.start() : each.end()])
    if SPOKEN.search(text):
        taken = [(each.start, each.end) for each in found]
        for each in RANGE.finditer(text):
            if not any(low < each.end("high") and each.start("low") < high for low, high in taken):
                found += _made(each, Decimal(each["p"]), each.group())
    return sorted(found, key=lambda each: each.start)


def _estimate(text: str, span: re.Match[str]) -> re.Match[str] | None:
    """The figure right before an interval; or the only one of its clause, printed as exactly as the interval's ends."""
    share = "%" in text[span.start("low") : span.end() + 1]
    before = ESTIMATE.search(text[: span.start()])
    if before and not ASIDE.search(before["gap"]) and bool(before["u"]) == share:
        return before
    lead = text[max((each.end() for each in CLAUSE.finditer(text, 0, span.start())), default=0) : span.start()]
    figures = list(FIGURE.finditer(text, span.start() - len(lead), span.start()))
    if len(figures) != 1 or not DIFFERS.search(lead) or OTHER_LEVEL.search(lead):
        return None
    places = {each.partition(".")[2] != "" and len(each.partition(".")[2]) for each in span.group("low", "high")}
    own = figures[0]["e"].partition(".")[2]
    if places != {own != "" and len(own)} or (bool(figures[0]["u"]) and not share and not figures[0]["points"]):
        return None
    return figures[0]


def _made(found: re.Match[str], estimate: Decimal | None, quote: str) -> list[Interval]:
    low, high = _number(found["low"]), _number(found["high"])
    return [Interval(low, high, found.start(), found.end(), estimate, quote)] if low < high else []


def _number(text: str) -> Decimal:
    return Decimal(re.sub(r"^[−–]", "-", text))


def _lies_in(paragraph: Paragraph, told: Interval) -> Finding:
    assert told.estimate is not None
    right = told.low <= told.estimate <= told.high
    # "1.8 days shorter (-3.5 to -0.1)": of a fall the sign may be told in words.
    lead = paragraph.text[max(0, told.start - FAR) : told.start]
    right = right or (told.low < 0 and bool(LESS.search(lead)) and told.low <= -told.estimate <= told.high)
    why = f"{told.estimate} {'lies in' if right else 'is outside'} the interval from {told.low} to {told.high}"
    return _finding(paragraph, told.start, told.quote, str(told.estimate), f"{told.low} to {told.high}", why, right)


def _held(paragraph: Paragraph, every: Sequence[Interval]) -> Iterator[Finding]:
    """ "The interval excludes 1": against the only interval of the sentence, or else of the one before."""
    for found in HELD.finditer(paragraph.text):
        near = _nearest(paragraph.text, every, found.start())
        if near is None:
            continue
        word = found["what"].lower()
        ratio = RATIO.search(paragraph.text[: found.end()])
        if word in ONE and not ratio:
            continue  # "which includes one of the wards"
        null = Decimal(1) if word in ONE or word.startswith("1.") else Decimal(0)
        if word.startswith(("no", "the")):
            null = Decimal(1 if ratio else 0)
        holds = near.low <= null <= near.high
        right = holds == (bool(found["held"]) != bool(found["not"]))
        why = f"the interval from {near.low} to {near.high} {'includes' if holds else 'excludes'} {null}"
        yield _finding(paragraph, found.start(), found.group(), found.group(), "the opposite", why, right)


def _nearest(text: str, every: Sequence[Interval], place: int) -> Interval | None:
    """The only interval of the sentence that a place is in, else the only one of the sentence before."""
    ends = [0, *(each.end() for each in re.finditer(r"[.](?=\s+[A-Z])", text)), len(text) + 1]
    at = max(n for n, end in enumerate(ends) if end <= place)
    for low, high in ((ends[at], ends[at + 1]), (ends[max(at - 1, 0)], ends[at])):
        own = [each for each in every if low <= each.start < high]
        if own:
            return own[0] if len(own) == 1 else None
    return None


def _meeting(paragraph: Paragraph, every: Sequence[Interval]) -> Iterator[Finding]:
    """ "The two intervals overlap": against the only two of the paragraph, told before or in a sentence without."""
    found = MEET.search(paragraph.text)
    spans = [*every, *_between(paragraph.text, every)]
    if not found or len(spans) != 2:
        return
    one, other = spans
    meets = one.low <= other.high and other.low <= one.high
    said = bool(found["apart"]) == bool(found["not"])
    why = f"{one.low} to {one.high} and {other.low} to {other.high} {'overlap' if meets else 'do not overlap'}"
    yield _finding(paragraph, found.start(), found.group(), found.group(), "the opposite", why, meets == said)


BETWEEN = pattern_of(
    r"\b(?:lies|lie|lay|is|was|be|falls|fell|somewhere|probably|likely)\b[^.;:\d]{0,30}\bbetween "
    r"(?P<low>\d+(?:\.\d+)?)\s?%?\s?and (?P<high>\d+(?:\.\d+)?)\s?%",
    re.I,
)


def _between(text: str, every: Sequence[Interval]) -> Iterator[Interval]:
    """ "The true figure probably lies between 49% and 55%": an interval in words."""
    for each in BETWEEN.finditer(text):
        if not any(one.start < each.end() and each.start() < one.end for one in every):
            yield from _made(each, None, each.group())


def _finding(
    paragraph: Paragraph, start: int, quote: str, stated: str, expected: str, why: str, right: bool
) -> Finding:
    verdict: Verdict = "ok" if right else "wrong"
    slip = f"{CODE}/{paragraph.line}/{start}"
    return Finding(CODE, verdict, paragraph.where, quote, stated, expected, why, slip, "likely")
