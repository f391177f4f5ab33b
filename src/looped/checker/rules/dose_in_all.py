"""A dose so many times a day, and what that is in a day or in all: "500 mg four times a day (2 g daily)"."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.measured import Measure, measures, shown
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.prose import passage
from looped.checker.quieting import NUMBER

CODE = "dose-in-all"
MESSAGE = "A dose, times how often it is given, is what is given in a day or in all."
GOOD = "He was to take 400 mg three times a day (1.2 g daily)."
BAD = "He was to take 400 mg three times a day (1.6 g daily)."

OFTEN = pattern_of(
    rf"\b(?:(?P<once>once)|(?P<twice>twice|bd|b\.d\.|bid|every twelve hours)|(?P<three>tds|tid|t\.d\.s\.)|"
    rf"(?P<four>qds|qid|q\.d\.s\.)|(?P<n>{NUMBER}) times)(?:[ -](?:a|per|each|every)[ -]day|[ -]daily|,? (?=[(,])|"
    rf"(?=,))?|"
    rf"\b(?:every (?P<hours>{NUMBER}) hours|(?P<hourly>{NUMBER})[ -]hourly)",
    re.I,
)
DAYS = pattern_of(rf"\bfor (?:the first )?(?P<n>{NUMBER}) days\b", re.I)
# What leads to the dose of a day or of all.
LEADS = pattern_of(
    r"\s?(?:\(|,|;|:|[–—])?(?: ?(?:so|or|that is|i\.e\.|ie|which (?:is|was|makes|made|gives|gave)|making|giving|"
    r"amounting to|"
    r"equivalent to|with|for|and|thus|in all|a|an|the|total|daily|dose|dosage|of|daily total|equals?|came to|comes to|"
    r"each one|received|got),?)* ?",
    re.I,
)
A_DAY = pattern_of(
    r"\s?(?:a day|per day|daily|in (?:a day|24 hours|the day|one day)|each day|/\s?day|every day|over 24 hours)", re.I
)
DAILY = pattern_of(r"\b(?:daily|day's) (?:total|dose|dosage|amount)\b|\btotal daily\b", re.I)
IN_ALL = pattern_of(r"\b(?:in all|in total|altogether|total|course)\b", re.I)
NOT_SO = pattern_of(
    r"\b(?:maximum|max|up to|not more than|no more than|increas\w+|reduc\w+|rais\w+|lower\w+|then|instead|rather|"
    r"versus|"
    r"against|compared|at least|about|loading|initial\w*|target|should|or (?=\d))\b",
    re.I,
)
TIMES = {"once": 1, "twice": 2, "three": 3, "four": 4}
HOURS, TWO, FAR = 24, 2, 4
GIVEN = frozenset(("mg", "ml", "unit"))


def check(context: Context) -> Iterator[Finding]:
    """Each sentence with a dose, how often it is given, and one other dose behind it; or with so much for each kg."""
    for paragraph in context.paragraphs_with(OFTEN, PER_KILO):
        read = passage(paragraph.text)
        for at, start in enumerate(read.starts):
            text = read.sentence(at)
            yield from _often(paragraph, start, text)
            yield from _by_weight(paragraph, start, text)


def _often(paragraph: Paragraph, start: int, text: str) -> Iterator[Finding]:
    given = [each for each in measures(text) if each.kind in GIVEN]
    if len(given) != TWO or given[0].kind != given[1].kind or NOT_SO.search(text):
        return
    each, made = given
    often = list(OFTEN.finditer(text, 0, made.start))
    days = DAYS.search(text)
    if len(often) != 1 or not LEADS.fullmatch(text, max(each.end, often[0].end(), _end(days, made)), made.start):
        return
    times = _times(often[0])
    number = whole(days["n"]) if days else None
    in_a_day = each.exact * times
    behind = text[made.end :]
    options = [in_a_day * number] if number and not A_DAY.match(behind) else [in_a_day]
    if number and not IN_ALL.search(text[each.end :]):
        options = [in_a_day, in_a_day * number]
    if (
        number
        or A_DAY.match(behind)
        or DAILY.search(text[each.end : made.start])
        or text[made.end : made.end + 1] == ")"
    ):
        yield from _finding(paragraph, start, (each, made), options, f"{each.text} times {printed(times)}")


def _end(days: re.Match[str] | None, made: Measure) -> int:
    return days.end() if days and days.end() <= made.start else 0


def printed(number: Decimal) -> str:
    """A number without needless noughts."""
    return f"{number.normalize():f}"


def _times(found: re.Match[str]) -> Decimal:
    """How often a day it is given."""
    if found["hours"] or found["hourly"]:
        return Decimal(HOURS) / Decimal(whole(found["hours"] or found["hourly"]) or HOURS)
    named = next((TIMES[name] for name in TIMES if found[name]), None)
    return Decimal(named or whole(found["n"]) or 1)


PER_KILO = pattern_of(
    r"(?<![\w.,])(?P<n>\d+(?:\.\d+)?)\s?(?P<unit>mg|ml|mcg|micrograms?)(?:/kg\b| (?:per|a|for each|for every) "
    r"(?:kg|kilo\w*)\b)(?!/)",
    re.I,
)


def _by_weight(paragraph: Paragraph, start: int, text: str) -> Iterator[Finding]:
    """ "15 mg/kg in a child of 20 kg, 300 mg"."""
    rates = list(PER_KILO.finditer(text))
    told = [e for e in measures(text) if not any(rate.start() <= e.start < rate.end() for rate in rates)]
    weights, made = ([e for e in told if e.kind == kind] for kind in ("kg", "mg"))
    if len(rates) != 1 or len(weights) != 1 or len(made) != 1 or NOT_SO.search(text) or OFTEN.search(text):
        return
    rate = next(measures(f"{rates[0]['n']} {rates[0]['unit']}"))
    shown_as = f"{rates[0].group()} times {weights[0].text}"
    yield from _finding(paragraph, start, (weights[0], made[0]), [rate.exact * weights[0].value], shown_as)


def _finding(
    paragraph: Paragraph, start: int, pair: tuple[Measure, Measure], options: Sequence[Decimal], shown_as: str
) -> Iterator[Finding]:
    made = pair[1]
    right = any(abs(made.exact - each) < made.step if each % made.step else made.exact == each for each in options)
    if not right and max(made.exact, options[0]) > FAR * min(made.exact, options[0]):
        return
    expected = shown(options[0], made)
    why = f"{shown_as} is {expected}, printed as {made.text}"
    verdict: Verdict = "ok" if right else "wrong"
    slip = f"{CODE}/{paragraph.line}/{start + made.start}"
    yield Finding(CODE, verdict, paragraph.where, made.text, made.text, expected, why, slip, "likely")
