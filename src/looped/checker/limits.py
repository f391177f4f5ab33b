"""What a sentence measures figures against: "above the 80% target", "90% or more", "missed the standard"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from looped.checker import limit_words
from looped.checker.numbers import UNITS, WORDS, whole
from looped.checker.patterns import pattern_of
from looped.checker.prose import worded
from looped.checker.quieting import MONTH, SPELT

UNDER = (
    rf"{limit_words.BELOW}|worse than|miss(?:ed|es|ing)?(?! (?:an?|data|from|or)\b)|"
    r"f[ea]ll(?:s|ing)? (?:below|under|short of)|dropp?(?:ed|s)? (?:below|to)|fail(?:s|ed|ing)? (?:to (?:meet|"
    r"reach|achieve|hit|attain|pass|clear)|on|at)|"
    r"(?:did|do|does|had|has|have|was|were) (?:not|n’t|n't) (?:yet )?(?:meet|met|reach|reached|achieve|achieved|"
    r"attain|hit|"
    r"pass|clear|cleared)|(?:at|down to) or below"
)
WITHIN = (
    rf"within|inside|{limit_words.AT_MOST}|no worse than|{limit_words.NOT_ABOVE}|up to|"
    r"(?:did |does |do |was |were )not exceed(?:ed|ing)?"
)
KEPT = r"(?:ke(?:pt|eps?|eping) (?:to|within)|compl(?:ied|y|ies|ying) with|adher\w+ to)"
AT_LEAST = (
    rf"{limit_words.AT_LEAST}|{limit_words.NOT_BELOW}|{limit_words.REACHED}|"
    r"pass(?:es|ed|ing)?|clear(?:s|ed|ing)|satisf(?:y|ies|ied)(?= (?:the|our|its))"
)
OVER = (
    rf"{limit_words.ABOVE}|in excess of|upwards of|"
    r"exceed(?:s|ed|ing)?|beat(?:s|en|ing)?|topp(?:ed|ing)|surpass(?:es|ed|ing)?"
)
NUMBER = (
    r"(?P<{0}>£?\d[\d,]*(?:\.\d+)?)[\s-]?(?P<{1}>%|per ?cent\b|(?:working |calendar )?days?\b|hours?\b|minutes?\b|"
    r"weeks?\b|"
    rf"months?\b|years?\b|points?\b|degrees?\b|°c?\b)?(?!\w|[.,]\d| {MONTH}\b)"
)
# No words of a limit: "over the six months to 30", "under standing item 6".
NO_GAP = (
    r"(?!(?:to|and|or|but|until|item|section|paragraph|table|figure|page|chapter|appendix|annex|part|heading|clause|"
    r"regulation|reference|ref|version|no|number|question|finding|recommendation|months?|weeks?|days?|years?|"
    r"quarters?|cycle|round|wave|phase|audit|survey|site|ward|group|arm|team)\b)"
)
NAME = (
    r"(?:the|its|their|our|this|that|it|his|her)(?: [a-z’'-]+){0,3}? ?(?:targets?|standards?|benchmark|"
    r"threshold|goal|tolerance|"
    r"limit|minimum|requirement|ceiling|maximum|bar)\b|it(?=\s*(?:[,.;]|$|in\b|at\b|on\b))"
)
AHEAD = pattern_of(
    rf"\b(?:(?P<under>{UNDER})|(?P<within>{WITHIN}|{KEPT})|(?P<least>{AT_LEAST})|(?P<over>{OVER}))\s+"
    rf"(?:(?:(?:the|its|their|our|a|an|this|that|age|"
    rf"just)\s+)?(?:{NO_GAP}[a-z’'-]+\s+){{0,4}}?{NUMBER.format('number', 'unit')}"
    rf"|(?P<name>{NAME}))",
    re.I,
)
BEHIND = pattern_of(
    rf"{NUMBER.format('number', 'unit')}(?:,? (?:or|and)|(?: [a-z’'-]{{3,}}s) or) "
    rf"(?:(?P<least>{limit_words.OR_MORE})|(?P<within>{limit_words.OR_LESS}))\b",
    re.I,
)
# "The 90% target was met by", "the standard of 4 days was missed in", "the target has been reached in".
TARGET = r"(?:target|standard|benchmark|threshold|goal|requirement|minimum)"
PASSIVE = pattern_of(
    rf"(?:{NUMBER.format('number', 'unit')} (?:[a-z]+ )?{TARGET}|\b{TARGET}(?: of|,|"
    rf" \() ?{NUMBER.format('number2', 'unit2')}"
    rf"[,)]?|\b(?:the|this|that|our|its|their) {TARGET}) "
    r"(?:was|is|were|has been|had been) (?:(?:thus|therefore|then|hence|accordingly|clearly|comfortably|duly) )?"
    r"(?P<no>not )?(?:met|reached|achieved|attained|hit|passed|exceeded|beaten|"
    r"(?P<missed>missed))(?= (?:by|in|at|on|for|everywhere|throughout)\b)",
    re.I,
)
RANKED = pattern_of(r"\b(?:grades?|bands?|levels?|tiers?|stages?|scale|key stage|class|point|step) $", re.I)
KEEPS = re.compile(KEPT, re.I)
PARTS = {"half": Decimal(50), "three quarters": Decimal(75), "a quarter": Decimal(25), "a fifth": Decimal(20)}
# "Fewer than ten people", "at least 70% of staff", "more than half of them".
AMOUNTS = pattern_of(
    r"\b(?:(?P<under>fewer than|less than|under|below)|(?P<within>at most|no more than|not more than|up to)|"
    r"(?P<least>at least|no (?:less|fewer) than|a minimum of)|(?P<over>more than|over|upwards of|in excess of)) "
    r"(?:(?:the|our|its) (?:target|required|standard|expected) (?:of )?)?"
    rf"(?:(?P<part>half|three[- ]quarters|a (?:quarter|fifth))|(?P<n>{WORDS}|\d+)(?P<percent>\s?%|\s?per ?cent)?)"
    r"(?: (?P<unit>(?:working )?days?|weeks?|months?|years?|hours?|minutes?)\b)?"
    r"(?![\w%]|[.,]\d| (?:times|per|points?)\b)|"
    r"\b(?:(?P<most>most(?= (?:of|were|said|had|people|respondents|patients)\b)|(?:a|the) (?:clear |small |"
    r"large )?majority)|"
    r"(?P<few>a (?:small )?minority))\b",
    re.I,
)
CEILING = pattern_of(
    r"\b(?:no more than|at most|maximum|ceiling|limit|tolerance|or less|or fewer|not exceed|below|under)\b", re.I
)
# "Met 91% of requests", "over 40 files": how much was done, and no limit.
SHARE_OF = pattern_of(r"\s*of\b")
LIMIT_OF = re.compile(r"\b(?:limit|target|standard|maximum|minimum|threshold|ceiling) of\s+$", re.I)
# "38 over the limit", "0.9 under the minimum": how far from it, and not what is measured against it.
PASSED = re.compile(r"(?:over|above|under|below|beyond|short of)\b", re.I)
SIZE = re.compile(
    rf"(?:\d|\b(?:{'|'.join(UNITS[1:13])}))(?: (?:more )?(?:days?|hours?|minutes?|weeks?|months?|degrees?))? $",
    re.I,
)
REACH = 24
AMOUNT = pattern_of(r"\s*(?:of\b|[a-z]+s\b)", re.I)


@dataclass(frozen=True)
class Limit:
    """A limit as said of something. value: None where it is named only; above: what keeps to it is above it."""

    start: int
    end: int
    text: str
    value: Decimal | None
    unit: str
    above: bool
    strict: bool

    def counts(self, values: list[Decimal], limit: Decimal) -> set[int]:
        """How many of the values are so: with the limit itself counted in, and counted out."""
        inside = sum(each >= limit if self.above else each <= limit for each in values)
        outside = sum(each > limit if self.above else each < limit for each in values)
        return {inside, outside}

    def has(self, value: Decimal, limit: Decimal) -> bool | None:
        """Whether it is so of one value; None where that is the limit itself."""
        return None if value == limit else (value > limit) == self.above


@lru_cache(maxsize=16384)
def limits(text: str) -> tuple[Limit, ...]:
    """Each limit that a text says something of.

    >>> [(str(each.value), each.unit, each.above) for each in limits("All were over 60%, none took 5 days or more.")]
    [('5', 'days', True), ('60', '%', True)]
    """
    return tuple(_read(text))


@lru_cache(maxsize=16384)
def amounts(text: str) -> tuple[Limit, ...]:
    """How much of something was at the least or at the most, to be measured against the figure of each of several.

    >>> [(str(each.value), each.unit, each.above) for each in amounts("At least half of all; fewer than ten falls.")]
    [('50', '%', True), ('10', '', False)]
    """
    taken = {each.start for each in limits(text)}
    found = (each for each in AMOUNTS.finditer(text) if each.start() not in taken)
    return tuple(told for each in found if (told := _amount(each)).value != 1)


def _amount(found: re.Match[str]) -> Limit:
    if found["most"] or found["few"]:
        return Limit(found.start(), found.end(), found.group(), PARTS["half"], "%", bool(found["most"]), True)
    part = found["part"]
    value = PARTS[re.sub(r"[- ]", " ", part.lower())] if part else Decimal(whole(found["n"]) or 0)
    above = bool(found["least"] or found["over"])
    unit = "%" if part or found["percent"] else found["unit"] or ""
    return Limit(found.start(), found.end(), found.group(), value, unit, above, bool(found["under"] or found["over"]))


def _read(text: str) -> Iterator[Limit]:
    for found in PASSIVE.finditer(text):
        below = bool(found["no"]) != bool(found["missed"])
        yield _with(found, found["number"] or found["number2"], found["unit"] or found["unit2"], not below, below)
    # "On Grade 7 or above": what it is called.
    behind = [each for each in BEHIND.finditer(text) if each["unit"] or not RANKED.search(text, 0, each.start())]
    for found in behind:
        yield _limit(found, bool(found["least"]), False)
    taken = [each.start() for each in behind]
    for found in AHEAD.finditer(text):
        if found["number"] and (found.start("number") in taken or _is_amount(text, found)):
            continue
        if found["name"] and PASSED.match(found.group()) and is_size(text, found.start()):
            continue
        kept = (found["unit"] or "").startswith(("%", "per")) and KEEPS.match(found.group())
        above = bool(found["least"] or found["over"] or kept)
        yield _limit(found, above, bool(found["over"] or found["under"]))


def is_size(text: str, place: int) -> bool:
    """Whether what stands right before a word of passing a limit is by how much.

    >>> is_size("38 over the limit", 3), is_size("it was over the limit", 7)
    (True, False)
    """
    return bool(SIZE.search(text, max(0, place - REACH), place))


def _is_amount(text: str, found: re.Match[str]) -> bool:
    if found["unit"]:
        return bool(found["least"] and SHARE_OF.match(text, found.end()))
    named = LIMIT_OF.search(text[found.start() : found.start("number")])
    return not named and bool(AMOUNT.match(text, found.end()))


def _limit(found: re.Match[str], above: bool, strict: bool) -> Limit:
    return _with(found, found["number"], found["unit"], above, strict)


def _with(found: re.Match[str], number: str | None, said: str | None, above: bool, strict: bool) -> Limit:
    unit = "%" if (said or "").startswith(("%", "per")) else (said or "").lower()
    unit = "£" if number and number.startswith("£") else unit
    value = Decimal(number.replace(",", "").lstrip("£")) if number else None
    return Limit(found.start(), found.end(), found.group(), value, unit, above, strict)


NARROWING = pattern_of(r"(?:over|above|below|under|more than|less than|fewer than|at least|up to|of)\b", re.I)
VERB = pattern_of(
    r"\b(?:was|were|is|are|had|has|have|scor\w+|took|lasted|came|reach\w*|stood|read|fell|lay|got|kept|stayed|"
    r"rose|went|cost|"
    r"needs?|needed|must|should|bore|carried|held|show\w*|[a-z]{3,}ed)\b",
    re.I,
)


def narrows(text: str, start: int, limit: Limit) -> bool:
    """Whether a limit only says of which all something is told: "all invoices over £200 had two signatures".

    >>> said = "All invoices over £200 had two signatures."
    >>> narrows(said, 3, limits(said)[0])
    True
    """
    if not NARROWING.match(limit.text) or VERB.search(text, start, limit.start):
        return False
    return bool(VERB.match(text, limit.end + 1))


COUNTS_TOLD = re.compile(rf"\b(?:\d+|{SPELT})\b(?![.,]\d)", re.I)
NONE_ABOVE = pattern_of(
    rf"\b(?:no|none|neither|not one)\b[^.;:,]{{0,40}}?\b(?:(?P<over>more|longer|higher|later|over|above)|fewer|less|"
    rf"lower|under|below)(?: than)? (?P<n>\d+|{SPELT})\b(?![.,]\d)",
    re.I,
)


def keeps_within(said: str, against: str) -> bool:
    """ "None had more than ten; Ash had eight": within the bound that is told."""
    bound = NONE_ABOVE.search(said)
    if not bound:
        return False
    limit = worded(bound["n"])
    told = [worded(each) for each in COUNTS_TOLD.findall(against)]
    return bool(told) and all(each <= limit if bound["over"] else each >= limit for each in told)
