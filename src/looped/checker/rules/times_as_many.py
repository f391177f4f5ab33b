"""How many times as many: the two counts behind the words."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.claims import Sentence
from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import DIGITS, UNITS
from looped.checker.patterns import pattern_of
from looped.checker.quantities import printed

CODE = "times-as-many"
MESSAGE = "Twice as many is twice the other count."
GOOD = "Twice as many boys (24) as girls (12) were excluded."
BAD = "Twice as many boys (24) as girls (16) were excluded."

TIMES = {"twice": Decimal(2), "half": Decimal("0.5")} | {
    f"{word} times": Decimal(number) for number, word in enumerate(UNITS[3:11], 3)
}
TOLERANCE = Decimal("0.12")
WORDS = pattern_of(
    rf"\b(?P<hedge>(?:more than|over|almost|nearly|about|around|roughly) )?(?P<times>{'|'.join(TIMES)}) as "
    rf"(?:many|much|often|high|likely|common|large|long|frequent|good|"
    rf"bad)\b[^.;:()\d]{{0,60}}?\((?P<a>{DIGITS}(?:\.\d+)?)(?P<u>\s?%)?[^)]*\)"
    rf"[^.;:()\d]{{0,20}}? as [^.;:()\d]{{0,60}}?\((?P<b>{DIGITS}(?:\.\d+)?)(?P<v>\s?%)?[^)]*\)",
    re.I,
)


# "Twice as many left the north as left the south (111 against 37)".
BRACKETED = pattern_of(
    rf"\b(?P<hedge>(?:more than|over|almost|nearly|about|around|roughly) )?(?P<times>{'|'.join(TIMES)}) as "
    rf"(?:many|much|often)\b[^.;:()\d]{{0,80}}? as [^.;:()\d]{{0,60}}?\((?P<a>{DIGITS}(?:\.\d+)?)(?P<u>\s?%)?,? "
    rf"(?:against|and|to|v\.?|versus|compared with) (?P<b>{DIGITS}(?:\.\d+)?)(?P<v>\s?%)?\)",
    re.I,
)


# "Sales in May, at £36, were twice those in April (£18)".
SET_IN = pattern_of(
    rf"(?:,|\() ?(?:at |with )?(?P<m>£)?(?P<a>{DIGITS}(?:\.\d+)?)(?P<u>\s?%)?(?: [a-z]+)?(?:,|\)) (?:was|were|is|are|"
    rf"came to|ran at) "
    rf"(?P<hedge>(?:more than|over|almost|nearly|about|around|roughly) )?(?P<times>{'|'.join(TIMES)}) (?:as (?:many|"
    rf"much|high|large) "
    rf"as )?(?:those|that|the (?:number|figure|total|amount|sum|rate|share))?\b[^.;:()\d£]{{0,50}}?(?:\(|"
    rf", ?)(?:which was |at )?(?P<k>£)?"
    rf"(?P<b>{DIGITS}(?:\.\d+)?)(?P<v>\s?%)?(?=[ ).,;])",
    re.I,
)


def check(context: Context) -> Iterator[Finding]:
    """Each "twice as many (a) as (b)" whose figures are of one unit."""
    for sentence in context.sentences_with(SET_IN):
        for found in SET_IN.finditer(sentence.text):
            if (found["u"], found["m"]) == (found["v"], found["k"]):
                yield from _judged(sentence, found)
    for sentence in context.sentences_with(WORDS, BRACKETED):
        for found in (*WORDS.finditer(sentence.text), *BRACKETED.finditer(sentence.text)):
            if bool(found["u"]) == bool(found["v"]):
                yield from _judged(sentence, found)


def _judged(sentence: Sentence, found: re.Match[str]) -> Iterator[Finding]:
    first, last = (Decimal(found[name].replace(",", "")) for name in "ab")
    if not last:
        return
    ratio, times, hedge = first / last, TIMES[found["times"].lower()], (found["hedge"] or "").strip().lower()
    shares = [Decimal(each) for each in re.findall(r"(\d+(?:\.\d+)?)\s?%", found.group())]
    ratios = [ratio, *([shares[0] / shares[1]] if len(shares) == 2 and shares[1] else [])]
    verdict: Verdict = "ok" if any(_may_say(each / times, hedge) for each in ratios) else "wrong"
    exact = f"{printed(ratio.quantize(Decimal('0.01')))} times"
    why = f"{found['a']} is {exact} {found['b']}"
    slip = f"{CODE}/{sentence.line}/{found.group()}"
    yield Finding(CODE, verdict, sentence.where, found.group(), found["times"], exact, why, slip)


def _may_say(past: Decimal, hedge: str) -> bool:
    if hedge in ("more than", "over"):
        return past > 1
    if hedge in ("almost", "nearly"):
        return 1 - 2 * TOLERANCE <= past < 1
    return abs(past - 1) <= (TOLERANCE if hedge else TOLERANCE / 2)
