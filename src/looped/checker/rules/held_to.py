"""A figure held against a bound that is asked for: "no reading may exceed 8 °C", "at 11 °C, within the limit"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from looped.checker.bounds import FOUND, Bound, bound_of, number_of
from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage, passage
from looped.checker.quantified import quantifiers
from looped.checker.quieting import SPELT

CODE = "held-to"
MESSAGE = "What is said to keep to a bound that is asked for does so by its figure."
GOOD = "No larder may be warmer than 8 °C. The one in the hall stood at 11 °C, over the limit."
BAD = "No larder may be warmer than 8 °C. The one in the hall stood at 11 °C, within the limit."

UNITS = {
    "%": r"%|per ?cent\b", "°": r"°\s?C?|degrees\b", "day": r"(?:working |calendar )?days?\b", "week": r"weeks?\b",
    "month": r"months?\b", "hour": r"hours?\b", "minute": r"minutes?\b|mins?\b", "year": r"years?\b", "mg": r"mg\b",
    "dB": r"dB\b", "ppm": r"ppm\b", "lux": r"lux\b", "mm": r"mm\b", "m": r"metres?\b|m\b", "kg": r"kg\b",
    "point": r"points?\b|marks?\b", "bar": r"bar\b",
}  # fmt: skip
FIGURE = pattern_of(
    r"(?<![\w.,/-])(?P<n>\d[\d,]*(?:\.\d+)?)(?!\d|[.,]\d)\s?(?:"
    + "|".join(f"(?:{each})" for each in UNITS.values())
    + ")",
    re.I,
)
# What asks for something, and in the words of which a bound is one.
ASKED = pattern_of(
    r"\b(?:should|must|shall|may (?:not|only)|no [a-z]+ may|requires?|required|asks? (?:for|that)|"
    r"expects?|limit|maximum|minimum|"
    r"threshold|pass(?:es)?(?= (?:at|is|needs|with))|policy|rules? (?:is|says?)|guidance|standard|"
    r"allowed|permitted|need(?:s|ed)? "
    r"(?:to|at)|has to|have to|are to|is to)\b",
    re.I,
)
# "Aims to answer 90% in ten days": as many as that at least.
AIMS = pattern_of(
    r"\b(?:aims?|aimed|undertakes|undertook|promises|promised|policy is|goal is|aim is|aim was) to (?:[a-z]+ ){1,3}"
    r"(?P<n>\d+(?:\.\d+)?)\s?(?:%|per ?cent)",
    re.I,
)
ALLOWED = re.compile(r" (?:is|are|was|were) (?:allowed|permitted|required|acceptable|asked for|expected|needed)\b")
# "The threshold for a pass is 85%", "a limit of 30 minutes".
NAMED = pattern_of(
    r"\b(?:(?P<least>(?:threshold|standard|requirement)(?= for a pass| for passing| to pass)|pass "
    r"mark|minimum)|(?P<most>(?:upper )?"
    r"limit|maximum|ceiling|cap|deadline))\b(?: (?:for|to) [^.;:,()\d]{2,40}?)?(?: (?:is|was|of|"
    r"being|stands at|set at|at))+ "
    r"(?P<n>\d+(?:\.\d+)?)(?!\d|[.,]\d)\s?(?:%|°|[a-zA-Z ]{1,16})",
    re.I,
)
TARGET = (
    r"(?: (?:the|this|that|its|our|their) (?:[a-z]+ )?(?:limit|target|standard|requirement|aim|"
    r"threshold|maximum|minimum|rule|"
    r"policy|level|deadline|guidance)| (?:it|this|that)(?= *(?:[.,;:)]|$|and\b|by\b))| target| time(?= *(?:[.,;:)]|$)))"
)
SAID = pattern_of(
    rf"\b(?P<no>not |n[’']t |never |fail(?:ed|s) to |without )?(?:be |been |being |quite |yet )*(?:"
    rf"(?P<kept>(?:within|inside|met|meets?|meeting|kept to|keeps to|compl(?:y|ied|ies) with|"
    rf"reach(?:ed|es)?|satisf(?:y|ied|ies)|"
    rf"achiev(?:ed?|es)|in line with){TARGET}|(?:and |so )+(?:therefore |thus |so )?pass(?:ed|es)\b|"
    rf"{TARGET.strip()} (?:was|is|were) (?:(?:therefore|thus|then|hence|accordingly) "
    rf")?(?P<passive>not )?(?:met|kept|achieved|"
    rf"satisfied|observed|reached)|which is acceptable)|"
    rf"(?P<broke>(?:miss(?:ed|es|ing)|breach(?:ed|es|ing)?|broke|fell short of|in breach of|outside){TARGET}|"
    rf"(?:and |so )+(?:therefore |thus |so )?fail(?:ed|s)\b)|"
    rf"(?P<over>(?:over|above|exceed(?:ed|s|ing)?|beyond|in excess of){TARGET})|(?P<under>(?:under|below){TARGET}))",
    re.I,
)
AGAINST = pattern_of(
    rf"(?<![\w.,])(?P<v>£?\d[\d,]*(?:\.\d+)?|{SPELT})(?:\s?(?:%|[a-zµ/°]{{1,8}}C?\d?))?(?: "
    rf"(?:[a-z]+ ){{0,3}})?,? ?(?:against|"
    rf"compared with|where|with) (?:a|the|its|our) (?:[a-z]+ )?(?:(?P<most>limit|maximum|ceiling|"
    rf"deadline|cap)|(?P<least>minimum|"
    rf"floor|pass mark)|(?P<target>target|standard))(?: (?:of|is|was))+ (?P<n>£?\d[\d,]*(?:\.\d+)?|"
    rf"{SPELT})(?!\d|[.,]\d)",
    re.I,
)
BARE = pattern_of(
    r"\b(?P<no>not |n[’']t |failed to )?(?:be )?(?:(?P<kept>in time|on time|within it|met it|meet "
    r"it|compli(?:ed|es)|comply|"
    r"pass(?:ed|es)?|acceptable|satisfactory|within limits|kept to it)|(?P<broke>too (?:late|high|"
    r"low|long|slow|warm|loud)|late|"
    r"fail(?:ed|s)|breach(?:ed)? it|missed it|over it|exceed(?:ed|s) it|out of time|in breach))\b",
    re.I,
)
ASIDE = pattern_of(
    r"\b(?:if|whether|would|could|nearly|almost|average of|last (?:year|time|month)|previous\w*|"
    r"earlier|only|except|but for|"
    r"apart from|some|most|many|half|of them|until|before)\b",
    re.I,
)
REACH = 2


@dataclass(frozen=True)
class Asked:
    """A bound that is asked for, in its unit, and where it is told."""

    bound: Bound
    unit: str
    start: int
    end: int
    at: int


def check(context: Context) -> Iterator[Finding]:
    """Each paragraph that asks for one bound, and sentences with one figure of its unit and a verdict on it."""
    for paragraph in context.paragraphs_with(AGAINST):
        yield from _against(paragraph)
    for paragraph in context.paragraphs_with(SAID):
        read = passage(paragraph.text)
        told = list(_asked(read))
        if len(told) == 1:
            for at in range(told[0].at, min(told[0].at + REACH + 1, len(read.starts))):
                yield from _sentence(paragraph, read, told[0], at)


def _against(paragraph: Paragraph) -> Iterator[Finding]:
    """ "Nine days against a limit of seven, and was in time"."""
    for found in AGAINST.finditer(paragraph.text):
        end = re.compile(r"[.;](?=\s|$)").search(paragraph.text, found.end())
        behind = paragraph.text[found.end() : end.start() if end else len(paragraph.text)]
        said = list(BARE.finditer(behind))
        value, limit = number_of(found["v"]), number_of(found["n"])
        least = bool(found["least"]) or (bool(found["target"]) and "%" in found.group())
        if len(said) != 1 or value == limit or (found["target"] and not least) or ASIDE.search(behind):
            continue
        bound = Bound(limit, None, False, found["n"]) if least else Bound(None, limit, False, found["n"])
        so = (bound.holds(value) == bool(said[0]["kept"])) != bool(said[0]["no"])
        verdict: Verdict = "ok" if so else "wrong"
        why = f"{found['v']} against {found['n']}"
        slip = f"{CODE}/{paragraph.line}/{found.start()}"
        quote = paragraph.text[found.start() : found.end() + said[0].end()]
        yield Finding(
            CODE, verdict, paragraph.where, quote, said[0].group(), "" if so else "not so", why, slip, "likely"
        )


def _asked(read: Passage) -> Iterator[Asked]:
    for at, start in enumerate(read.starts):
        sentence = read.sentence(at)
        aims = [AIMS.search(sentence)] if AIMS.search(sentence) else []
        for found in aims:
            if found:
                bound = Bound(Decimal(found["n"]), None, False, found.group())
                yield Asked(bound, "%", start + found.start(), start + found.end(), at)
        if aims or not ASKED.search(sentence):
            continue
        bounds = [each for each in FOUND.finditer(sentence) if _unit(each.group())]
        for found in bounds:
            if ASKED.search(sentence[: found.end()]) or ALLOWED.match(sentence, found.end()):
                yield Asked(bound_of(found), _unit(found.group()), start + found.start(), start + found.end(), at)
        named = None if bounds else NAMED.search(sentence)
        if named and (unit := _unit(named.group())):
            value = Decimal(named["n"])
            bound = (
                Bound(value, None, False, named.group()) if named["least"] else Bound(None, value, False, named.group())
            )
            yield Asked(bound, unit, start + named.start(), start + named.end(), at)


def _unit(text: str) -> str:
    found = FIGURE.search(text)
    words = text[found.end("n") :].strip() if found else ""
    return next((name for name, unit in UNITS.items() if words and re.match(unit, words, re.I)), "")


def _sentence(paragraph: Paragraph, read: Passage, told: Asked, at: int) -> Iterator[Finding]:
    """One figure of the unit that isn't the bound itself, and words on it in the same sentence behind it."""
    low, high = read.starts[at], read.starts[at] + len(read.sentence(at))
    figures = [
        each
        for each in FIGURE.finditer(read.text, low, high)
        if not told.start <= each.start("n") < told.end and _unit(each.group()) == told.unit
    ]
    if len(figures) != 1 or figures[0].start() < told.end:
        return
    start = figures[0].start()
    said = list(SAID.finditer(read.text, start, high))
    if len(said) != 1 or ASIDE.search(read.text, max(low, told.end if at == told.at else low), high):
        return
    if any(low <= each.start < high and each.kind != "count" for each in quantifiers(read.text)) and at != told.at:
        return
    so = _is_so(number_of(figures[0]["n"]), told.bound, said[0])
    if so is None:
        return
    verdict: Verdict = "ok" if so else "wrong"
    why = f"{figures[0].group()} was told, and {told.bound.text.strip()} was asked for"
    slip = f"{CODE}/{paragraph.line}/{said[0].start()}"
    quote = read.text[start : said[0].end()]
    yield Finding(CODE, verdict, paragraph.where, quote, said[0].group(), "" if so else "not so", why, slip, "likely")


def _is_so(value: Decimal, bound: Bound, said: re.Match[str]) -> bool | None:
    """Whether it is so; None where the bound itself was reached, or has two ends and one is meant."""
    ends: Sequence[Decimal] = [each for each in (bound.low, bound.high) if each is not None]
    if value in ends:
        return None
    no = bool(said["no"]) != bool(said["passive"])
    if said["over"] or said["under"]:
        return None if len(ends) != 1 else ((value > ends[0]) == bool(said["over"])) != no
    return (bound.holds(value) == bool(said["kept"])) != no
