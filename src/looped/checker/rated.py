"""So many for each: a statement of three numbers, the one of which is told of each, or of a day, or on average.

The two others are what all of them come to and how many they are; a time may say how many without a number.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from looped.checker.numbers import DIGITS, whole
from looped.checker.patterns import pattern_of
from looped.checker.phrases import AVERAGED, IS_MEAN
from looped.checker.prose import NUMBER, Entry, worded

FIGURE = re.compile(
    rf"(?<![\w.,/£:-])(?P<money>£)?(?P<n>(?:{DIGITS})(?:\.\d+)?|{NUMBER})(?![\w%]|\.\d|,\d|/\d|\s?per ?cent|:\d)", re.I
)
# Numbers that count nothing here: dates, names of things, and "one".
ASIDE = pattern_of(
    r"\b(?:19|20)\d\d\b|\b\d{1,2}(?:st|nd|rd|th)?(?= (?-i:January|February|March|April|May|June|July|August|September|"
    r"October|November|December)\b)|\b(?:week|day|table|section|figure|stage|step|phase|grade|level|year) \d+\b|"
    r"\bone\b",
    re.I,
)
EVERY = r"(?:per(?! ?cent)|for each|for every|to each|to every|in each|in every|at each|on each|from each|every|an?)"
# Behind a figure: that it is of each, and of each what.
BEHIND = pattern_of(
    rf"^(?P<run>(?: (?!(?:in|at|on|of|for|from|to|with|by|were|was|had|have|and|or|per|each)\b)[a-z’'-]+){{0,3}}?) "
    rf"(?:(?:in|at|on|from|for|to|by|with)? ?each of (?:the|its|our|their|these|those|all)(?P<of> )|"
    rf"(?P<each>(?:(?:from|for|to|in|at|on) )?each|"
    rf"apiece|a head)(?=\s*(?:[,.;:)]|$|on average|and\b|in\b|so\b|or\b|were\b|was\b|to\b|from\b))|"
    rf"{EVERY} (?P<per>[a-z-]+)|each (?P<verb>[a-z-]+))",
    re.I,
)
# Before it: "per head, that is", "the cost per person was", "each of them had", "on average people waited".
BEFORE = pattern_of(
    r"\b(?:(?:per(?! ?cent)|each|every|an? (?:typical|single|average|given)) (?!of\b)(?P<per>[a-z-]+)|each(?! of\b)|"
    rf"apiece|a head|on average|{AVERAGED})\b[^.;:\d]{{0,40}}$",
    re.I,
)
EACH_DOES = re.compile(r"\beach (?!of\b)(?:[a-z]+ ){1,3}$")
# "A review takes three hours": of any.
ONE_DOES = pattern_of(
    r"\b(?:an?|one) (?P<per>[a-z]+) (?:takes?|costs?|needs?|lasts?|holds?|covers?|serves?|seats?) (?:just )?£?$", re.I
)
STOPS = frozenset(
    [
        "in",
        "of",
        "at",
        "on",
        "for",
        "to",
        "from",
        "with",
        "by",
        "and",
        "or",
        "were",
        "was",
        "is",
        "are",
        "had",
        "has",
        "have",
        "did",
        "per",
        "each",
        "every",
        "a",
        "an",
        "the",
        "came",
        "went",
        "took",
        "apiece",
        "over",
        "during",
        "within",
        "across",
        "between",
        "that",
        "which",
        "who",
        "so",
        "making",
        "it",
        "they",
        "this",
        "these",
        "those",
        "then",
        "than",
        "as",
        "but",
        "not",
        "on",
        "all",
        "altogether",
        "total",
        "thus",
        "hence",
    ]
)
# How many of the one there are in the other.
PERIODS = (
    ("month", r"year|twelve months|12 months", 12),
    ("quarter", r"year|twelve months|12 months", 4),
    ("week", r"year", 52),
    ("month", r"quarter", 3),
    ("month", r"half[- ]year", 6),
    ("day", r"week", 7),
)
WITHIN = (
    r"\b(?:in|over|during|for|across|throughout|within) (?:the |a |that |this |its |last |each )?(?:full |whole |"
    r"financial |past |last )?(?:{})\b|\b(?:last|this) (?:{})\b"
)
GENERIC = frozenset(("head", "person", "time", "one", "piece", "item", "unit", "member"))
CONCLUDES = pattern_of(
    r"\b(?:so|thus|hence|therefore|mak(?:es|e|ing)|made|giv(?:es|e|ing)|gave|meaning|means|that is|i\.e|in all|"
    r"total(?:s|led|ling)?|altogether|com(?:es|ing) to|came to|amount\w* to|or|equals?|work(?:s|ed|ing) out at|"
    r"averag\w+|mean|sum|which (?:is|was)|equivalent to|bringing in|brought in|at a (?:total )?cost of|costing)\b",
    re.I,
)
APPOSED = re.compile(r"(?:,|:|;|\(| [–—-]) ?(?:or |that is,? |i\.e\. )?£?$")
# Of what should be, or is offered, nothing follows for what was.
SHOULD = pattern_of(
    r"\b(?:asked to|expected|required|requires|should|planned|allowed|recommended|must|at most|may|can|could|would|"
    r"target|standard|due|capacity|registered|agreed|entitled)\b",
    re.I,
)
# "12 barns with 30 stalls each": how many each has.
HOLDS = re.compile(r"\b(?:with|(?<!average )(?<!mean )of|having|holding|have|has|had|holds?|contains?) $")
EACH_HAS = re.compile(r"(?: [a-z-]+)? (?:each|apiece)\b(?! on average)")
DRAWN = pattern_of(r"\b(?:so|thus|hence|therefore|which (?:gave|gives|made|makes|means|meant)|giving|making)\b", re.I)
# "Each of them read ten", "every one of these read ten": each.
OF_THINGS = pattern_of(r" (?!(?:times|points|marks|ones)\b)[a-z]+s\b", re.I)
EACH_OF_THEM = pattern_of(r"\b(?P<each>e)(?:ach|very one) of (?:them|these|those|us)\b", re.I)
THREE, TWO = 3, 2


@dataclass(frozen=True)
class Figure:
    """A number of the text, with where it stands."""

    text: str
    value: Decimal
    start: int
    end: int

    @property
    def is_money(self) -> bool:
        """Whether it is a sum of money."""
        return self.text.startswith("£")


@dataclass(frozen=True)
class Rated:
    """What all come to, how many they are and what each has. is_sure: words say that they belong together."""

    total: Figure
    number: Decimal
    rate: Figure
    counted: Figure | None
    is_sure: bool
    is_mean: bool = False


def is_of_other_things(total: Entry, mean: Entry) -> bool:
    """Whether a sum has a unit and its mean is told of things without one: 45 minutes make no mean of 20.3 sessions."""
    return mean.kind == "measure" and not mean.unit and bool(total.unit) and bool(OF_THINGS.match(mean.after))


def holds_each(text: str, start: int, end: int) -> bool:
    """Whether a figure is told of what each holds: "12 barns with 30 stalls each".

    >>> holds_each("12 barns with 30 stalls each", 14, 16)
    True
    """
    return bool(HOLDS.search(text[:start]) and EACH_HAS.match(text[end:]))


def plainly(text: str) -> str:
    """A text with "each" for each of them.

    >>> plainly("Five of us, so each of us had two.")
    'Five of us, so each had two.'
    """
    return EACH_OF_THEM.sub(r"\g<each>ach", text)


def figures_in(text: str) -> list[Figure]:
    """The numbers of a text but dates and "one"; "a seven-day week" tells one too."""
    quiet = ASIDE.sub(
        lambda found: " " * len(found.group()), re.sub(r"(?<=[a-z\d])-(?=(?:day|week|hour|month)\b)", " ", text)
    )
    found = []
    for each in FIGURE.finditer(quiet):
        digits = each["n"].replace(",", "")
        value = Decimal(digits) if digits[0].isdigit() else Decimal(whole(digits) or worded(digits))
        found.append(Figure(text[each.start() : each.end()], value, each.start(), each.end()))
    return found


def rated(text: str, figures: Sequence[Figure]) -> Rated | None:
    """Three figures, or two and a time, read so; none where no single one is told of each.

    >>> text = "Forty visits were made, four in each of the ten parks."
    >>> found = rated(text, figures_in(text))
    >>> found and (found.total.text, found.rate.text, str(found.number))
    ('Forty', 'four', '10')
    """
    told = list(_told_of_each(text, figures))
    if len(told) != 1:
        return None
    at, per, run, is_led = told[0]
    rate, others = figures[at], [e for place, e in enumerate(figures) if place != at]
    if len(figures) == TWO:
        times = _periods(text, per)
        return Rated(others[0], times, rate, None, _is_concluded(text, figures, others[0], rate)) if times else None
    if len(figures) != THREE:
        return None
    total, number = sorted(others, key=lambda e: (e.is_money != rate.is_money, -e.value))
    if total.is_money != rate.is_money or number.is_money:
        return None
    if rate.value >= total.value:
        return None
    sure = is_led or _is_concluded(text, figures, total, rate) or _is_set_behind(text, figures, rate)
    named = _words(text, total)
    # "138 patients, 46 patients in each of the three": planned or not, they are the same people.
    if run and run <= named and _is_of_number(text, rate, number) and not total.is_money:
        return Rated(total, number.value, rate, number, is_sure=True, is_mean=True)
    if not total.is_money and run & named:
        sure = sure or per is not None
    elif not total.is_money and run and named and not IS_MEAN.search(text):
        # "30 beds each and 340 residents"; but "each saw nine patients, so 32 records were written".
        sure = sure and total is figures[-1] and bool(DRAWN.search(text[figures[-2].end : total.start]))
    sure = sure and _is_of(text, number, per) and not SHOULD.search(text)
    return Rated(total, number.value, rate, number, sure, is_led and bool(IS_MEAN.search(text)))


def _told_of_each(text: str, figures: Sequence[Figure]) -> Iterator[tuple[int, str | None, frozenset[str], bool]]:
    """Where figures stand that are told of each; of each what, what it counts, and whether words before it say so."""
    for at, each in enumerate(figures):
        high = figures[at + 1].start if at + 1 < len(figures) else len(text)
        low = figures[at - 1].end if at else 0
        behind = BEHIND.match(text[each.end : high])
        # "In five towns each spoke to 24 shoppers": of the 24.
        if behind and behind["verb"] and not _counts(text, figures, behind["verb"]):
            continue
        does = ONE_DOES.search(text[low : each.start])
        if does and _counts(text, figures, does["per"]):
            yield at, does["per"].lower(), _words(text, each), False
        elif at and EACH_DOES.search(text[low : each.start]):
            yield at, None, _words(text, each), False
        elif behind:
            yield at, _per(behind), _stems(behind["run"]), False
        elif at == len(figures) - 1 and (before := BEFORE.search(text[low : each.start])):
            per = before["per"]
            known = per and (per.lower() in GENERIC or _counts(text, figures, per))
            if per and not known and not IS_MEAN.search(before.group()):
                return  # "for every man": of what nobody can tell
            yield at, per.lower() if per and known else None, _words(text, each), True


def _per(found: re.Match[str]) -> str | None:
    per: str | None = found["per"] or found["verb"]
    return per.lower() if per else None


def _counts(text: str, figures: Sequence[Figure], word: str) -> bool:
    """Whether a figure counts what a word names."""
    return any(_root(word.lower()) in _words(text, each) for each in figures)


def _words(text: str, figure: Figure) -> frozenset[str]:
    """The stems of the few words behind a figure, as far as they may tell what it counts."""
    found = re.match(r"(?: [a-z’'-]+){0,3}", text[figure.end :], re.I)
    return _stems(found.group() if found else "")


def _stems(run: str) -> frozenset[str]:
    words = []
    for each in run.lower().split():
        if each in STOPS:
            break
        words.append(_root(each))
    return frozenset(words)


def _root(word: str) -> str:
    """A noun in the singular, crudely: verbs in "-ed" and "-er" stay what they are."""
    return word.removesuffix("ies") + "y" if word.endswith("ies") else word.removesuffix("s")


def _is_of_number(text: str, rate: Figure, number: Figure) -> bool:
    """Whether right behind the rate stands of how many it is told: "46 patients in each of the three arms"."""
    found = BEHIND.match(text[rate.end :])
    return bool(found and found["of"] and rate.end + found.end() == number.start)


def _is_of(text: str, number: Figure, per: str | None) -> bool:
    """Whether a figure says how many there are of what the rate is of."""
    if per is None or per in GENERIC:
        return not (per is None and number.is_money)
    return _root(per) in _words(text, number)


def _periods(text: str, per: str | None) -> Decimal | None:
    """How many of a time there are in the one that a text tells: "in the year ... a quarter"."""
    for name, longer, number in PERIODS:
        if per == name and re.search(WITHIN.format(longer, longer), text, re.I):
            return Decimal(number)
    return None


def _is_concluded(text: str, figures: Sequence[Figure], total: Figure, rate: Figure) -> bool:
    """Whether the later of the two is drawn from what is before it, or set in behind it."""
    result = max(total, rate, key=lambda each: each.start)
    at = figures.index(result)
    lead = text[figures[at - 1].end : result.start] if at else ""
    if re.search(r"\b(?:with|including|plus|but|only|before|after)\b", lead):
        return False
    behind = text[result.end : result.end + 30] if result is figures[-1] else ""
    return bool(CONCLUDES.search(lead) or APPOSED.search(lead) or CONCLUDES.search(behind))


def _is_set_behind(text: str, figures: Sequence[Figure], rate: Figure) -> bool:
    """ "£24,000 was shared by eight clubs, which had £3,000 each": told last, and beside no other thing."""
    return rate is figures[-1] and not re.search(r"\b(?:and|but|while)\b|[.;]\s", text[figures[-2].end : rate.start])
