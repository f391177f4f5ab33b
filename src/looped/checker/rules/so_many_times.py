"""How many times the one of two figures is the other: doubled, a third as many, four times the number, threefold."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from looped.checker.at_hand import ROUGH, Hand, hands
from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.earlier import told_earlier
from looped.checker.finding import Finding, Verdict
from looped.checker.pairing import in_time
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, passage
from looped.checker.quantities import printed

CODE = "so-many-times"
MESSAGE = "Of two figures the one is as many times the other as is said."
GOOD = "Eight boats raced last year. This year 24 did, so the number has trebled."
BAD = "Eight boats raced last year. This year 24 did, so the number has doubled."

NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "ten": 10}
N = "|".join(NUMBERS)
PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
AS_MANY = (
    r"as (?:many|much|large|big|high|long|great|often|numerous|frequent|common)\b(?! again)|"
    r"(?:the|that|this|its|their|what|those)\b|"
    r"(?:last|this) [a-z]+[’']s\b|"
    r"of (?:what|that|(?:the|its) (?:number|size|rate|level|figure|total))\b"
)
# How it changed: of the earlier figure the later is so many times as much.
CHANGED = pattern_of(
    rf"\b(?:(?P<two>doubl(?:ed|ing)|doubled)|(?P<three>trebl(?:ed|ing)|tripl(?:ed|ing))|(?P<four>quadrupl(?:ed|ing))|"
    rf"(?P<halved>halv(?:ed|ing))|(?P<fold>{N})-?fold)\b",
    re.I,
)
# What it is of the other: "twice as many", "half that number", "a third of the 36", "five times the 30".
OF_OTHER = pattern_of(
    rf"\b(?:(?P<twice>twice|double)|(?P<times>{N}) times|(?:an? |one[- ])?(?P<part>half|third|quarter|fifth|tenth)) "
    rf"(?:{AS_MANY})",
    re.I,
)
# The figure that it is set against, right behind: "as the 28", "those by adults (42)", "the 20 seen".
BEHIND = re.compile(
    r"(?: (?:number|rate|level|figure|total|share))?(?: (?:of|by|at|in|on|for|from|as|were|was|did|with|had|the|"
    r"those|that|its|"
    r"there|their|seen|received|on offer|among|than|it had|made|[a-z’'-]+)){0,7}? ?[(£]?$"
)
NOT = pattern_of(
    r"\b(?:not|no|never|without|neither|nor|n[’']t|whether|if|hardly|should|would|could|may|might|target|aim\w*|"
    r"hope\w*|"
    r"expect\w*|plan\w*|more than|less than|over|nearly|almost|at least|up to|since|national\w*|average|each|per|each|"
    r"times (?:a|per|each))\b",
    re.I,
)
# "Halved: it was £20 and is £10", "doubled, from 20 to 40"; and not "the fee doubled; 30 members left".
SET_IN = re.compile(r"[(\[]£?$")
LEADS_ON = re.compile(r"\bfrom\b|:")
PAIR, TRIAD = (2,), (3,)
FAR, CLOSE = Decimal("2.6"), Decimal("0.06")


def check(context: Context) -> Iterator[Finding]:
    """Each such word beside just two figures of a kind."""
    for paragraph in context.paragraphs_with(CHANGED, OF_OTHER):
        read = passage(paragraph.text)
        for wide in (*hands(read, PAIR), *hands(read, TRIAD)):
            text = wide.text_and_next
            said = [*CHANGED.finditer(text), *OF_OTHER.finditer(text)]
            hand = _without(wide, said[0]) if len(said) == 1 else None
            if hand and len(said) == 1 and not NOT.search(text) and not any(map(_is_rough, _leads(hand, said[0]))):
                yield from _judged(paragraph, hand, said[0])


def _without(hand: Hand, said: re.Match[str]) -> Hand | None:
    """The figures without the one that is a word of what is said: "three times"; None where they aren't two."""
    low, high = hand.start + said.start(), hand.start + said.end()
    figures = tuple(each for each in hand.figures if not low <= each.start < high)
    if len(figures) != 2:
        return None
    before_both = high <= figures[0].start
    # "A quarter as many people (20) by train as by car (80)".
    if said.re is OF_OTHER.compiled and all(SET_IN.search(hand.read.text[: e.start]) for e in figures):
        return replace(hand, figures=figures)
    leads_on = said.re is CHANGED.compiled and LEADS_ON.search(hand.read.text[high : figures[0].start])
    return None if before_both and not leads_on else replace(hand, figures=figures)


def _leads(hand: Hand, said: re.Match[str]) -> list[str]:
    return [hand.read.text[: each.start] for each in hand.figures] + [said.string[: said.start()]]


def _is_rough(lead: str) -> bool:
    return bool(ROUGH.search(lead[-24:]))


def _judged(paragraph: Paragraph, hand: Hand, said: re.Match[str]) -> Iterator[Finding]:
    times = _times(said)
    if said.re is CHANGED.compiled:
        first, last, sure = _in_time(hand)
    else:
        first, last, sure = _against(hand, said)
    if said.re is OF_OTHER.compiled and not sure:
        return
    # "Eight vans, four times the 2": a word of the phrase may be one of the figures.
    if not first.value or first is last:
        return
    ratio = last.value / first.value
    wanted = Decimal(times.numerator) / times.denominator
    right = abs(ratio / wanted - 1) <= CLOSE or (not sure and abs(ratio * wanted - 1) <= CLOSE)
    most, fold = max(ratio, 1 / ratio), max(wanted, 1 / wanted)
    if not right and (not 1 / FAR < most / fold < FAR or most < Decimal("1.1")):
        return
    shown = f"{printed(ratio.quantize(Decimal('0.01')))} times"
    why = f"{last.text} is {shown} {first.text}; the text says “{said.group()}”"
    slip = f"{CODE}/{paragraph.line}/{hand.start + said.start()}"
    verdict: Verdict = "ok" if right else "wrong"
    yield Finding(CODE, verdict, paragraph.where, said.group(), said.group(), shown, why, slip, "likely")


def _times(said: re.Match[str]) -> Fraction:
    """How many times the other figure a word says that the one is."""
    told = {name: text.lower() for name, text in said.groupdict().items() if text}
    name, word = next(iter(told.items()))
    if name in ("fold", "times"):
        return Fraction(NUMBERS[word])
    if name == "part":
        return Fraction(1, PARTS[word])
    return {"halved": Fraction(1, 2), "twice": Fraction(2)}.get(name) or Fraction(NUMBERS[name])


def _in_time(hand: Hand) -> tuple[Entry, Entry, bool]:
    """The earlier figure and the later, and whether their order is told."""
    first, last = hand.figures
    pair = in_time(hand.read, first, last)
    if first.sentence != last.sentence and not pair.ordered:
        words = [hand.read.sentence(each.sentence) for each in (first, last)]
        return first, last, told_earlier(*words) is True
    return pair.first, pair.last, pair.ordered


def _against(hand: Hand, said: re.Match[str]) -> tuple[Entry, Entry, bool]:
    """The figure that another is set against, the other, and whether the words tell which is which."""
    first, last = hand.figures
    place, end = hand.start + said.start(), hand.start + said.end()
    if first.start >= end:
        return last, first, True
    if first.end <= place and last.start >= end:
        return last, first, bool(BEHIND.fullmatch(hand.read.text[end : last.start]))
    # "Elm saw 60 and Ash 30, half as many": the nearer is so many times the one before it.
    behind = hand.read.text[last.end : place]
    ends = re.match(r"[.,;:)]|$| (?:number|amount|figure)\b", hand.read.text[end:])
    return first, last, last.end <= place and bool(ends) and len(behind) < 40
