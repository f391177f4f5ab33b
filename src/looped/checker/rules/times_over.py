"""How many times something became what it was, or by which part of it, against its two figures in time."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from looped.checker.context import Context
from looped.checker.courses import Course, courses_on
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.listing import value_of
from looped.checker.numbers import whole
from looped.checker.other_subject import of_another
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.quieting import NUMBER
from looped.checker.saying import ORDINAL
from looped.checker.when import named_time

CODE = "times-over"
MESSAGE = "What doubled is twice what it was, and a third more is the figure before and a third of it."
GOOD = "Pressure sores were halved, from 22 in the year before the change to 11 in the year after."
BAD = "Pressure sores were halved, from 22 in the year before the change to 14 in the year after."

MULTIPLES = {"doubl": 2, "twice": 2, "trebl": 3, "tripl": 3, "quadrupl": 4}
HEDGE = (
    r"(?P<hedge>(?:just |well |comfortably |far )?(?:more than|over|above|under|less than|fewer than|below)|nearly|"
    r"almost|not quite|about|around|roughly|approximately|close to|virtually)?[ -]?"
)
PART = r"(?P<n>a|an|one|two|three|four)[ -](?P<d>half|halves|thirds?|quarters?|fifths?|sixths?|eighths?|tenths?)"
# "Half last year's seven per cent".
LAST = r"(?:last (?:year|month|quarter|term|time|week)|the (?:year|month|quarter|term) before)[’']s"
# "From one in ten to one in five".
RATES = pattern_of(
    rf"\bfrom (?P<a>{NUMBER}) (?:in|out of) (?:every )?(?P<b>{NUMBER}) to (?P<c>{NUMBER}) (?:in|out of) "
    rf"(?:every )?(?P<e>{NUMBER})\b",
    re.I,
)
SAID = pattern_of(
    rf"\b{HEDGE}(?:(?P<times>doubl(?:ed|ing)|trebl(?:ed|ing)|tripl(?:ed|ing)|quadrupl(?:ed|ing)|"
    rf"twice(?= (?:as (?:many|much|high|large|long|often)|what|that|the (?:number|figure|rate|level|share|"
    rf"total)|{LAST}))|"
    r"double(?= (?:what|that of|the [a-z]+ (?:figure|number|rate|total|level|share)))|"
    r"(?P<number>three|four|five|six|seven|eight|ten) times(?= (?:as (?:many|much|high|large|long|often)|what|that|"
    r"the (?:number|figure|rate|level|share|total))))|"
    r"(?P<half>halv(?:ed|ing)|half (?:as (?:many|much|high|large|long|often)(?! again)|what|that of)|"
    rf"half(?= {LAST}))|"
    r"(?P<again>half as (?:many|much) again)|"
    rf"(?:by )?{PART} (?P<way>more|higher|greater|larger|longer|up|fewer|less|lower|smaller|shorter|down)\b|"
    rf"(?:(?P<up>rose|risen|grew|grown|increased|up|rise|increase|growth|raised)|"
    rf"(?P<down>fell|fallen|dropped|declined|decreased|down|cut|reduced|fall|drop|cut|reduction|shrank)) "
    rf"(?:by|of) (?:just |only )?{PART.replace('(?P<n>', '(?P<n2>').replace('(?P<d>', '(?P<d2>')})\b",
    re.I,
)
NOT = pattern_of(
    r"\b(?:not|no|never|neither|nor|n[’']t|whether|if|hardly|should|would|could|might|may|expect\w*|hop(?:e[ds]?|"
    r"ing)|target|aim\w*|plan\w*|to|likely|weekly|daily|ask\w*|check\w*)\b[^.;,]{0,24}$",
    re.I,
)
THAN = pattern_of(r"\b(?:than|as|that|what)\b(?P<what>[^.;:]{0,60})", re.I)
MORE = pattern_of(r"more|higher|greater|larger|longer|up", re.I)
LOOSE, TIGHT = Fraction(7, 100), Fraction(3, 100)


@dataclass(frozen=True)
class Told:
    """What is said: the figure is so many times the other, at least, at most or about. plain: in one word."""

    times: Fraction
    hedge: str

    def may_say(self, ratio: Fraction) -> bool:
        """Whether two figures, the one so many times the other, may be told so.

        >>> [Told(Fraction(2), hedge).may_say(Fraction(21, 10)) for hedge in ("", "more than", "almost")]
        [False, True, False]
        """
        past = ratio / self.times if self.times >= 1 else self.times / ratio
        if self.hedge.endswith(("more than", "over", "above")):
            return past > 1
        if self.hedge.endswith(("less than", "under", "fewer than", "below")):
            return past < 1
        if self.hedge in ("nearly", "almost", "not quite", "close to", "virtually"):
            return 1 - 2 * LOOSE <= past < 1
        if self.hedge:
            return abs(past - 1) <= 2 * LOOSE
        return abs(past - 1) <= (TIGHT if self.times.denominator > 2 else LOOSE / 2)


def check(context: Context) -> Iterator[Finding]:
    """Each such word with one course of two figures."""
    for paragraph in context.paragraphs_with(SAID):
        read = passage(paragraph.text)
        for found in SAID.finditer(paragraph.text):
            at = read.sentence_at(found.start())
            rates = list(RATES.finditer(read.sentence(at)))
            low = read.starts[at] + (rates[0].end() if rates else 0)
            if NOT.search(read.text[low : found.start()]):
                continue
            if rates:
                yield from _of_rates(paragraph, found, rates)
                continue
            told = courses_on(read, at)
            if len(told) == 1 and len(told[0].entries) == 2 and all(told[0].values):
                if of_another(read, found.span(), told[0].entries):
                    continue  # "while reservations halved"
                yield _judged(paragraph, read, found, told[0])


def _of_rates(paragraph: Paragraph, found: re.Match[str], rates: Sequence[re.Match[str]]) -> Iterator[Finding]:
    """Rates told as one in so many: "from one in ten to one in five, which is twice as many"."""
    numbers = [whole(each) for each in rates[0].group("a", "b", "c", "e")]
    if len(rates) > 1 or not all(numbers):
        return
    a, b, c, d = (Fraction(each or 1) for each in numbers)
    ratio = (c / d) / (a / b)
    verdict: Verdict = "ok" if _told(found).may_say(ratio) else "wrong"
    exact = f"{float(ratio):.2f} times"
    slip, said = f"{CODE}/{paragraph.line}/{found.start()}", found.group().strip()
    why = f"{rates[0].group()} is {exact} as many"
    yield Finding(CODE, verdict, paragraph.where, said, said, exact, why, slip, "likely")


# "Twice as many at Leith": of the one that is named, in whatever order the two are told.
OF_ONE_PLACE = pattern_of(
    r"(?: as (?:many|much|high|large|often|long))?[^.;:,()\d]{0,25} (?:at|in|on|for|from|with|among) (?:the )?[A-Z]"
)


def _judged(paragraph: Paragraph, read: Passage, found: re.Match[str], course: Course) -> Finding:
    ref, subject = _sides(read, found, course)
    ratio = Fraction(value_of(subject)) / Fraction(value_of(ref))
    ratios = [ratio] if not (subject.base and ref.base) else [ratio, Fraction(subject.count, ref.count)]
    # "Trebled (9 against 27)": nothing tells which came first.
    at_one = not course.timed or OF_ONE_PLACE.match(read.text, found.end())
    ratios += [1 / each for each in ratios] if at_one else []
    verdict: Verdict = "ok" if any(_told(found).may_say(each) for each in ratios) else "wrong"
    exact = f"{float(ratio):.2f} times"
    why = f"{subject.text} is {exact} {ref.text}"
    said = found.group().strip()
    slip = f"{CODE}/{paragraph.line}/{found.start()}"
    return Finding(CODE, verdict, paragraph.where, said, said, exact, why, slip, "likely")


def _sides(read: Passage, found: re.Match[str], course: Course) -> tuple[Entry, Entry]:
    """What something is measured by, and what is so many times that: the earlier, unless "than in June" names it."""
    then, now = course.entries
    at = read.sentence_at(found.start())
    than = THAN.search(read.text, found.end(), read.starts[at] + len(read.sentence(at)))
    named = named_time(read, course.entries, re.split(r"[,(]", than["what"])[0]) if than else None
    return (now, then) if named is now else (then, now)


def _told(found: re.Match[str]) -> Told:
    hedge = (found["hedge"] or "").lower()
    if found["times"]:
        word = found["times"].lower()
        times = next((n for begin, n in MULTIPLES.items() if word.startswith(begin)), 0)
        return Told(Fraction(times or whole(found["number"]) or 1), hedge)
    if found["half"] or found["again"]:
        return Told(Fraction(1, 2) if found["half"] else Fraction(3, 2), hedge)
    number, name = (found["n"] or found["n2"]).lower(), (found["d"] or found["d2"]).lower()
    part = Fraction(
        1 if number in ("a", "an") else whole(number) or 1, ORDINAL[name if name in ORDINAL else name.rstrip("s")]
    )
    more = bool(found["up"] or (found["way"] and MORE.fullmatch(found["way"])))
    return Told(1 + part if more else 1 - part, hedge)
