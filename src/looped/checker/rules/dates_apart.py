"""So long between two dates, years, times of the day or ages: "on 4 March and on 25 March, three weeks later"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.lengths_said import TWO, YEAR, Said, placed, set_between
from looped.checker.moments import DAY, LONG, Moment, alike, apart, fits, length_of, moments
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.quieting import SPELT

CODE = "dates-apart"
MESSAGE = "So long as is said lies between two dates that are told."
GOOD = "The plan was made on 4 March 2024 and reviewed on 25 March, three weeks later."
BAD = "The plan was made on 4 March 2024 and reviewed on 25 March, five weeks later."

# "Born in 1940, she turned 80 in 2020".
BORN = pattern_of(
    r"\bborn in (?P<born>(?:19|20)\d\d)\b[^.;]{0,60}?\b(?P<how>turned|turning|reached|was|were|aged|is) "
    r"(?:the age of )?(?P<n>\d{2,3})\b[^.;\d]{0,60}?\bin (?P<now>(?:19|20)\d\d)\b",
    re.I,
)
TURNS = pattern_of(r"turn|reach", re.I)
# "Aged 61 at diagnosis, she died four years later at 65".
YEARS_ON = pattern_of(
    rf"\b(?:aged|at|age of|was|were) (?P<one>\d\d)\b(?! ?%)[^.;\d]{{1,60}}?\b(?P<n>\d\d?|{SPELT}) years? (?:later|"
    rf"after that|afterwards|on)\b[^.;:\d]{{0,25}}?\b(?:at|aged|age of|age) (?P<two>\d\d)\b(?! ?%|[.,]\d)",
    re.I,
)
# "Mrs A was 83 on moving in in 2019 and 88 when she died in 2024".
AGED_IN = pattern_of(
    r"\b(?:Mrs?|Ms|Miss|Dr|he|she|aged)\b[^.;]{0,30}?\b(?P<one>\d\d)\b(?! ?%|"
    r"[.,]\d)[^.;\d]{0,50}?\bin (?P<then>(?:19|20)\d\d)\b"
    r"[^.;\d]{0,60}?\b(?P<two>\d\d)\b(?! ?%|[.,]\d)[^.;\d]{0,50}?\bin (?P<now>(?:19|20)\d\d)\b",
    re.I,
)
FURTHEST_OFF = 12
CLOSE = 12
FAR = 3.0


def check(context: Context) -> Iterator[Finding]:
    """Each length of time that words set between two moments."""
    for paragraph in context.paragraphs_with(LONG):
        told = moments(paragraph.text)
        if len(told) < TWO:
            continue
        for found in LONG.finditer(paragraph.text):
            place = placed(paragraph.text, told, length_of(found))
            if said := set_between(place):
                yield _finding(paragraph, said, alike(told, place.length))
    for paragraph in context.paragraphs_with(AGED_IN):
        yield from _aged_in(paragraph)
    for paragraph in context.paragraphs_with(BORN, YEARS_ON):
        yield from _aged(paragraph)
        yield from _years_on(paragraph)


def _finding(paragraph: Paragraph, said: Said, every: Sequence[Moment]) -> Finding:
    """Right where another moment is so far from the one it is said of; wrong where the two that are meant are not."""
    length = replace(said.length, slack=said.length.slack + said.more)
    others = [e for e in every if e.start not in (said.first.start, said.last.start)]
    pairs = [(e, said.last) for e in others] + [(said.first, e) for e in others if not _is_beside(said)]
    right = fits(length, said.first, said.last) or any(fits(said.length, *pair) for pair in pairs)
    verdict: Verdict = "ok" if right or _is_far(said) else "wrong"
    between = apart(said.first, said.last)
    why = f"from {said.first.text} to {said.last.text} it is {between}; the text says “{length.text}”"
    slip = f"{CODE}/{paragraph.line}/{length.start}"
    return Finding(CODE, verdict, paragraph.where, length.text, length.text, between, why, slip, "likely")


def _is_beside(said: Said) -> bool:
    """Whether the later moment stands right before the length: it is said of that one, and of no other."""
    return said.last.end <= said.length.start and said.length.start - said.last.end <= CLOSE


def _is_far(said: Said) -> bool:
    """Whether nobody could have meant these two moments."""
    between = float(abs(said.last.value - said.first.value))
    between *= YEAR if said.first.scale == "age" else 1.0
    if said.first.scale == "date" and said.last.value < said.first.value:
        return True
    if said.first.scale == "clock":
        between = (said.last.value - said.first.value) % DAY
    return bool(between) and not 1 / FAR <= said.length.amount / between <= FAR


def _aged(paragraph: Paragraph) -> Iterator[Finding]:
    """Whoever was born in one year turns so old in another, and may not have done so yet."""
    for found in BORN.finditer(paragraph.text):
        exact = int(found["now"]) - int(found["born"])
        fitting = (exact,) if TURNS.match(found["how"]) else (exact, exact - 1)
        verdict: Verdict = "ok" if int(found["n"]) in fitting else "wrong"
        why = f"from {found['born']} to {found['now']} it is {exact} years; the text says “{found['n']}”"
        slip = f"{CODE}/{paragraph.line}/{found.start('n')}"
        yield Finding(CODE, verdict, paragraph.where, found["n"], found["n"], str(exact), why, slip, "likely")


def _years_on(paragraph: Paragraph) -> Iterator[Finding]:
    """Whoever was of one age is so many years older so many years later, or one more."""
    for found in YEARS_ON.finditer(paragraph.text):
        exact = int(found["one"]) + (whole(found["n"]) or 0)
        verdict: Verdict = "ok" if int(found["two"]) - exact in (-1, 0, 1) else "wrong"
        why = f"{found['n']} years after {found['one']} is {exact}; the text says “{found['two']}”"
        slip = f"{CODE}/{paragraph.line}/{found.start('two')}"
        yield Finding(CODE, verdict, paragraph.where, found["two"], found["two"], str(exact), why, slip, "likely")


def _aged_in(paragraph: Paragraph) -> Iterator[Finding]:
    """Whoever was of one age in one year is of the next in another, or a year off: birthdays fall between."""
    for found in AGED_IN.finditer(paragraph.text):
        exact = int(found["one"]) + int(found["now"]) - int(found["then"])
        if abs(int(found["two"]) - exact) > FURTHEST_OFF:
            continue  # of something else
        verdict: Verdict = "ok" if int(found["two"]) - exact in (-1, 0, 1) else "wrong"
        why = f"{found['one']} in {found['then']} is {exact} in {found['now']}; the text says “{found['two']}”"
        slip = f"{CODE}/{paragraph.line}/{found.start('two')}"
        yield Finding(CODE, verdict, paragraph.where, found["two"], found["two"], str(exact), why, slip, "likely")
