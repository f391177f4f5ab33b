"""Shares in words ("most", "one in four", "nearly two thirds") with what each may stand for, wherever they stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from looped.checker.numbers import DIGITS, WORDS, whole
from looped.checker.patterns import pattern_of
from looped.checker.quieting import LENGTH, OUT_OF_FIFTY

ORDINAL = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "twelfth": 12,
    "twentieth": 20,
}
HEDGE = (
    r"(?P<hedge>(?:no|not) (?:more|less|fewer) than|at most|a maximum of|up to|not even|(?:just|slightly|a little|"
    r"well|rather|comfortably|somewhat) (?:over|under|above|below|more than|"
    r"less than|fewer than)|"
    r"more than|over|above|fewer than|less than|under|below|nearly|almost|close to|approaching|not quite|about|"
    r"around|roughly|approximately|some|at least|exactly)? ?"
)
FRACTION = pattern_of(
    rf"(?<!\d[.,])(?<![a-z]-)\b{HEDGE}(?:(?P<n>a|an|one|two|three|four|five|six|seven|eight|"
    rf"nine) ?-?(?P<d>thirds?|quarters?|fifths?|"
    rf"sixths?|sevenths?|eighths?|ninths?|tenths?|twelfths?|(?<!a )fourths?|fourth(?= of\b))\b|"
    rf"(?P<half>(?:a |one )?half\b)|"
    rf"(?!{OUT_OF_FIFTY})(?P<a>{WORDS}|\d{{1,2}})(?P<noun> (?!(?:in|out|was|were|is|are|had|has|have|did|(?:second|"
    rf"minute|hour|day|"
    rf"week|month|year)s?)\b)[a-z]+){{0,2}}? (?:in|"
    rf"out of|of(?= every| each)|per(?= hundred| thousand)) (?:every |each )?(?P<m>{WORDS}|"
    rf"(?:a |one )?(?:hundred|thousand)|100|[1-9]\d|[2-9])\b(?!\s?%|[.,]\d|\d|-[a-z]))",
    re.I,
)
OUT_OF = pattern_of(
    r"two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|fifty|(?:a |one )?(?:hundred|thousand)|100|50|"
    r"20|15|12|10|[2-9]",
    re.I,
)
# "Most homes", "most of the older tenants"; not "most numerous", "gave most cause for concern", nor "the question on
# which most homes were rated good", which is said of the first of several.
MOST_OF_THEM = (
    r"(?<!the )(?:(?<!\bat )|(?=most of (?:the|these|those|our)\b))(?<!for )(?<!which )(?<!where )(?<!whom )(?<!who )"
    r"(?<!matter )(?<!matters )(?<!mattered )(?<!like )(?<!liked )(?<!value )(?<!valued )(?<!need )(?<!needed )"
    r"most(?= (?:of\b(?! the time)|(?:(?!(?:in|on|at|for|to|by|with|was|were|had|than|where|when|among|and|of|often)\b|"
    r"[a-z]+ly\b)[a-z’'-]+ ){0,2}?(?:people|children|staff|women|men|young|[a-z’-]{2,}(?<!s)(?<!ou)s)\b))"
)
# "Of every hundred lines, four were wrong".
REVERSED = pattern_of(
    rf"\b(?:out of|of|in|for|from|among) every (?P<m>{WORDS}|hundred|100|1?\d)\b(?: [a-z]+){{0,3}},? (?:about |some )?"
    rf"(?P<a>{WORDS}|\d{{1,2}})\b(?!\s?%|[.,]\d)",
    re.I,
)
# "Every third flat".
EVERY_NTH = pattern_of(
    rf"\bevery (?P<n>second|third|fourth|fifth|sixth|eighth|tenth|twentieth) (?!{LENGTH}\b|time\b)(?=[a-z]+ (?:had|was|"
    r"were|is|has|lacked|showed|said|failed|passed|seen|checked|tested|asked|visited|opened)\b)",
    re.I,
)
MAJORITY = pattern_of(
    r"\b(?:(?P<great>(?:the |a )?(?:vast|overwhelming|large|great|substantial|sizeable) majority)|"
    r"(?P<clear>(?:the |a )?(?:clear|comfortable|decisive) majority)|"
    r"(?P<slim>a (?:small|slim|narrow|bare|slight) majority)|"
    r"(?P<most>(?:the )?(?:(?:great |vast )?bulk|lion[’']s share)(?: of\b|(?=, \d))|"
    rf"(?:the |a )?(?:clear |comfortable )?majority|more often than not|{MOST_OF_THEM})|"
    r"(?P<few>(?:only )?(?:a |the )?(?:small |tiny |large |sizeable |substantial |significant )?minority|"
    r"(?:only )?a few|"
    r"(?<!so )(?<!too )(?<!as )(?<!how )(?<!these )(?<!are )(?<!were )(?<!very )few(?= (?!er)[a-z])|very few(?= of\b)|"
    r"(?:a )?(?:small|tiny|minor) (?:share|fraction|proportion|part)(?= of)|a handful(?= of))|"
    r"(?P<none>(?:hardly|barely|scarcely) any|(?:virtually|practically|almost) (?:none|no(?= [a-z])))|"
    r"(?P<nearly>(?:nearly|almost|virtually|practically) (?:all|every(?:one)?)))\b",
    re.I,
)
# "Without a majority", "no overall majority", "fell short of a majority".
NO_MAJORITY = pattern_of(
    r"(?:\b(?:without|no|not|never|short of|lack(?:s|ed|ing)?|fail(?:s|ed|ing)? to|missed|neither|nor|nobody|none)\b|"
    r"n[’']t\b)(?: (?!and\b|but\b|who\b|that\b|which\b|only\b|just\b)[a-z]+){0,4} ?$",
    re.I,
)
# "Of those with a view, ...", "leaving out those who did not know, ...": before what is said of fewer than all.
OF_FEWER = pattern_of(
    r"\b(?:(?:of|among) (?:the |all )?(?:(?:those|people|[a-z]+s) )?(?:who|with|that|expressing|giving|having|"
    r"holding)\b|(?:leaving (?:aside|out)|excluding|ignoring|setting aside|apart from|not counting)\b)[^.;:]*,\s*$",
    re.I,
)
# "grade 1 in 6, grade 2 in 32": a name, and how many have it.
LABEL = pattern_of(
    r"\b(?:grade|level|band|stage|type|category|class|score|standard|year|tier|phase|priority|asa)\s*$", re.I
)
A_UNIT = re.compile(
    rf"\s(?:{LENGTH}|times|points?|miles?|percentage|per ?cent|marks|metres|tonnes|residents?|children|places)\b", re.I
)
# "Two thirds": behind a number that is none of its own.
OF_A_FRACTION = pattern_of(r"[ -](?:thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)\b", re.I)
SCALES = (("hundred", 100), ("thousand", 1000))
NO_MORE = ("no more than", "not more than", "at most", "a maximum of", "up to", "not even")
NO_LESS = ("no less", "no fewer", "not less", "not fewer")
TINY, EXACT, ABOUT, NEARLY = Fraction(1, 10**6), Fraction(3, 100), Fraction(6, 100), Fraction(1, 10)


def denies_majority(text: str, start: int, said: str) -> bool:
    """Whether the words before "a majority" deny it.

    >>> denies_majority("Ash led, without a majority", 17, "a majority")
    True
    """
    return said.lower().endswith("majority") and bool(NO_MAJORITY.search(text[max(0, start - 60) : start]))


@dataclass(frozen=True)
class Said:
    """A share in words. low, high: what it may stand for, both ends included; exact: the fraction, if it names one."""

    start: int
    end: int
    text: str
    low: Fraction
    high: Fraction
    exact: Fraction | None = None


# "A third fewer", "half as many": how far two are apart, and no share of a whole.
SET_BESIDE = pattern_of(
    r"\s+(?:more|fewer|less|higher|lower|larger|smaller|longer|shorter|better|worse|above|below|"
    r"as (?:many|much|high|large|long|often|likely)|"
    r"(?:of )?(?:what|that|the (?:level|number|rate|figure)) (?:it|they|of|in|there))\b",
    re.I,
)
# "Half the share of ten years ago": a multiple of another figure, and no share.
OF_EARLIER = pattern_of(
    r" (?:the|its|their|that) (?:share|rate|number|figure|level|proportion|total)s?\b[^.;:()\d]{0,30}?\b(?:ago|"
    r"before|earlier|"
    r"previously|last [a-z]+|(?:19|20)\d\d)\b",
    re.I,
)


def said_in(text: str) -> Iterator[Said]:
    """Each share in words of a text.

    >>> [(s.text, s.exact) for s in said_in("Just under half came, and one in four wrote.")]
    [('Just under half', Fraction(1, 2)), ('one in four', Fraction(1, 4))]
    """
    return iter(_said(text))


@lru_cache(maxsize=16384)
def _said(text: str) -> tuple[Said, ...]:
    """Kept: several rules ask for the same paragraphs."""
    return tuple(_each(text))


# From where to where what is said of most, few or nearly all reaches.
MAJORITIES = {
    "great": (Fraction(2, 3), Fraction(1)),
    "clear": (Fraction(53, 100), Fraction(1)),
    "slim": (Fraction(1, 2) + TINY, Fraction(6, 10)),
    "most": (Fraction(1, 2) + TINY, Fraction(1)),
    "few": (Fraction(0), Fraction(1, 2) - TINY),
    "none": (Fraction(0), Fraction(1, 5)),
    "nearly": (Fraction(85, 100), 1 - TINY),
}
OF_UNIT = re.compile(
    r"\s?-?(?:year|yearly|hours?|time|price|week|term|day|of the year|past|a (?:(?:percentage )?point|million|"
    r"day|year))\b"
)


def _each(text: str) -> Iterator[Said]:
    for found in FRACTION.finditer(text):
        exact = _exact(found)
        if exact is not None and not _is_no_share(text, found, exact):
            low, high = reach(exact, (found["hedge"] or "").lower().strip())
            yield Said(found.start(), found.end(), found.group().strip(), low, high, exact)
    for found in REVERSED.finditer(text):
        if exact := _out_of(found):
            yield Said(found.start(), found.end(), found.group(), *reach(exact, ""), exact)
    for found in EVERY_NTH.finditer(text):
        exact = Fraction(1, ORDINAL.get(found["n"].lower(), 2))
        yield Said(found.start(), found.end(), found.group().strip(), *reach(exact, ""), exact)
    for found in MAJORITY.finditer(text):
        yield Said(found.start(), found.end(), found.group(), *MAJORITIES[found.lastgroup or ""])


def _is_no_share(text: str, found: re.Match[str], exact: Fraction) -> bool:
    """Whether a fraction in words is of a time, a price or a unit, or one of two halves."""
    before = text[max(0, found.start() - 12) : found.start()]
    if (
        exact == Fraction(1, 2)
        and not found["hedge"]
        and re.search(r"\b(?:first|second|and a|other|this|that|the|latter)\s+$", before, re.I)
    ):
        return True
    if found["a"] and (LABEL.search(before) or not _is_plain(found)):
        return True
    # "Nine and a half days": a part of one day more.
    in_part = re.match(r"\s?(?:a|an|one|three) ", found.group(), re.I) and re.search(r"\band\s?$", before)
    if in_part and A_UNIT.match(text[found.end() :]):
        return True
    return bool(OF_UNIT.match(text, found.end())) or _is_quarter(found, text)


def _is_quarter(found: re.Match[str], text: str) -> bool:
    """Whether a quarter is one of the year."""
    return (found["d"] or "").startswith("quarter") and bool(
        re.match(r"\s+(?:to|ending|ended|\d|[12]0\d\d)\b", text[found.end() :])
        or (
            re.search(r"\b(?:last|this|next|previous|in|per)\s+$", text[: found.start()], re.I)
            and not re.match(r"\s+of\b", text[found.end() :])
        )
    )


def _exact(found: re.Match[str]) -> Fraction | None:
    if found["half"]:
        return Fraction(1, 2)
    if found["d"]:
        name = found["d"].lower().rstrip("s")
        number = found["n"].lower()
        top = 1 if number in ("a", "an") else whole(number) or 0
        return Fraction(top, ORDINAL[name]) if top < ORDINAL[name] else None
    return _out_of(found)


def _is_plain(found: re.Match[str]) -> bool:
    """Whether a number is one that shares are told out of; others only of one: "30 days in 63" is no share."""
    return bool(OUT_OF.fullmatch(found["m"])) or (whole(found["a"]) == 1 and not found["noun"])


def _out_of(found: re.Match[str]) -> Fraction | None:
    """ "Three in ten", "five in every hundred"."""
    base = next((n for word, n in SCALES if found["m"].lower().endswith(word)), 0) or whole(found["m"]) or 0
    top = whole(found["a"]) or 0
    return Fraction(top, base) if 0 < top < base else None


def reach(exact: Fraction, hedge: str) -> tuple[Fraction, Fraction]:
    """What a fraction with words before it may stand for."""
    if hedge in ("about", "around", "roughly", "approximately", "some"):
        slack = min(ABOUT, exact * 3 / 10)
        return exact - slack, exact + slack
    if hedge in ("nearly", "almost", "close to", "approaching", "not quite"):
        return exact - min(NEARLY, exact * 3 / 10), exact - TINY
    if hedge.startswith(NO_MORE):
        return Fraction(0), exact + EXACT
    if hedge.startswith(NO_LESS):
        return exact, Fraction(1)
    below = hedge.endswith(("under", "below", "less than", "fewer than"))
    above = hedge.endswith(("over", "above", "more than")) or hedge == "at least"
    wide = not hedge.startswith(("just", "slightly", "a little"))
    if below:
        return (Fraction(0) if wide else exact - min(NEARLY, exact * 3 / 10)), exact - TINY
    if above:
        return exact + (TINY if hedge != "at least" else 0), (
            Fraction(1) if wide else exact + min(NEARLY, exact * 3 / 10)
        )
    # A fraction is told of figures near it, the nearer the smaller it is.
    slack = min(EXACT, exact / 10)
    return exact - slack, exact + slack


__all__ = ["DIGITS", "Said", "reach", "said_in"]
