"""By how much something changed, and in brackets what it was and became: "fell by 21% on last year (48 to 38)"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.directions import BETTER, FELL, FELL_BESIDE, ROSE, ROSE_BESIDE, WORSE
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.phrases import OF_AGES
from looped.checker.quantities import printed
from looped.checker.quieting import LENGTH, SPELT

CODE = "change-bracketed"
MESSAGE = "A change with its two figures in brackets behind it is the one between them."
GOOD = "Leaks fell by 25% over the year (80 to 60)."
BAD = "Leaks fell by 15% over the year (80 to 60)."

FIGURE = r"[£$€]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?%?"
WHEN = r"(?:(?: [a-z]+){0,2} (?:in|at|for|during|by) [^();]{1,25}?|,? (?:last|this|the) [a-z]+(?: before)?| then| now)?"
UP = rf"{ROSE}|{ROSE_BESIDE}|up|was higher|were higher|higher"
DOWN = rf"{FELL}|{FELL_BESIDE}|cut|down|was lower|were lower|lower"
BECAME = r"(?:to|→|->|then|(?:and |but )?now)"
FROM_TO = (
    rf"(?P<gap>[^.;:()\d]{{0,60}}) ?\((?:(?P<froms>from )?(?P<a>{FIGURE}){WHEN},? ?{BECAME} ?(?P<b>{FIGURE})|"
    rf"(?P<c>{FIGURE})(?: then| before)?(?:,| and) (?P<d>{FIGURE}) (?:now|after(?:wards)?)|"
    rf"(?P<now>{FIGURE}){WHEN},? (?:against|compared (?:with|to)|down from|up from|from|versus|v|as against) "
    rf"(?P<then>{FIGURE})){WHEN}\)"
)
# Better may be more or less of a thing.
MOVED = rf"{BETTER}|{WORSE}|changed|moved|shifted"
UNIT = r"(?P<unit>(?: per ?cent\b)?(?:age|[ -]?percentage)?(?:[ -]?points?| ?pp\b)?)"
CHANGE = pattern_of(
    rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN})|(?P<moved>{MOVED}))(?: [a-z]+ly)?(?: by| of)? (?:just |only |"
    rf"exactly )?(?P<size>{FIGURE}|{SPELT}){UNIT}{FROM_TO}",
    re.I,
)
# "A 21% fall in leaks (48 to 38)".
NOUN = pattern_of(
    rf"\ban? (?P<size>{FIGURE}){UNIT} (?:(?P<up>rise|increase|growth|gain)|(?P<down>fall|drop|decrease|reduction|"
    rf"decline|cut)|(?P<moved>improvement|deterioration|change|shift))\b"
    rf"{FROM_TO}",
    re.I,
)
HEDGED = pattern_of(
    r"\b(?:not|would|could|should|expected|target|forecast|if|a (?:month|year|week)|each|every|per (?!cent))\b", re.I
)
# "The goal was not met, although it improved": denied of something else.
CONTRARY = re.compile(r";|\b(?:although|though|but|yet|however|even so|nevertheless)\b", re.I)
# "Up by one in four (from 20% to 25%)", "by two thirds": no size.
FRACTION = pattern_of(
    rf"[ -](?:thirds?|quarters?|fifths?|tenths?|halves|half)\b| (?:in|out of) (?:every )?(?:{SPELT})\b(?! {LENGTH})",
    re.I,
)
YEAR = re.compile(r"(?:19|20)\d\d")
POINTS = pattern_of(r"points?|percentage|pp", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each change with such a bracket."""
    for paragraph in context.paragraphs_with(CHANGE, NOUN):
        for found in (*CHANGE.finditer(paragraph.text), *NOUN.finditer(paragraph.text)):
            start = max(paragraph.text.rfind(". ", 0, found.start()), 0)
            lead = CONTRARY.split(paragraph.text[start : found.start()])[-1]
            words = lead + found["gap"]
            if not HEDGED.search(words) and not (found["size"].isalpha() and FRACTION.match(found["gap"])):
                yield from _judged(paragraph, found)


def _judged(paragraph: Paragraph, found: re.Match[str]) -> Iterator[Finding]:
    texts = (found["a"] or found["c"] or found["then"], found["b"] or found["d"] or found["now"])
    then, now = map(_value, texts)
    size, shares = _value(found["size"]), [each.endswith("%") for each in texts]
    if all(YEAR.fullmatch(each) for each in texts) or OF_AGES.search(found["gap"] or ""):
        return  # "over four years (2019 to 2023)", "among the young (18 to 25)"
    if found["moved"] and min(then, now) <= size <= max(then, now):
        return  # "improved by 15 (8 to 22)": the interval of a change
    points = POINTS.search(found["unit"])
    percent = not points and (found["size"].endswith("%") or "cent" in found["unit"].lower())
    if len(set(shares)) != 1 or not then or (points and not shares[0]) or now == then:
        return
    step = Decimal(1).scaleb(min(0, int(size.as_tuple().exponent)))
    rough = sum((Decimal(1).scaleb(min(0, int(each.as_tuple().exponent))) for each in (then, now)), Decimal(0))
    whole = all(not each % 1 for each in (then, now)) and not shares[0]
    apart, change = abs(now - then), abs(now - then) * 100 / then
    options = [change] if percent else [apart]
    options += [apart] if percent and shares[0] else []
    slack = step / 2 + (Decimal(0) if whole else rough / 2 if not percent else change * rough / 2 / apart)
    right = any(abs(each - size) <= slack for each in options)
    way = bool(found["moved"]) or ((now > then) if found["up"] else (now < then))
    verdict: Verdict = "ok" if right and way else "rounding" if way and abs(options[0] - size) <= step else "wrong"
    unit = "%" if percent else ""
    exact = printed(options[0].quantize(Decimal("0.1"))) + unit
    why = f"from {texts[0]} to {texts[1]} is {'up' if now > then else 'down'} {exact}, printed as {found['size']}"
    quote = found.group()
    slip = f"change/{paragraph.line}/{found.start('size')}"
    yield Finding(CODE, verdict, paragraph.where, quote, found["size"], exact, why, slip, "likely")


def _value(text: str) -> Decimal:
    spelt = whole(text)
    return Decimal(text.strip("£$€%").replace(",", "")) if spelt is None else Decimal(spelt)
