"""So many percent up or down on a figure that stands right behind: "325 came, up 25% on last year's 260"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.quantities import printed

CODE = "percent-on"
MESSAGE = "A change in percent on a figure is of that figure."
GOOD = "We sold 325 passes, up 25% on last year's 260."
BAD = "We sold 325 passes, up 20% on last year's 260."

UP = r"up|a rise of|an? increase of|growth of|a gain of|a jump of"
DOWN = r"down|a (?:fall|drop|decrease|decline|reduction|dip|cut) of"
BEFORE = pattern_of(rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN}))(?: (?:by|just|only))* $", re.I)
BEHIND = pattern_of(
    r" (?:(?P<up>up|more|higher|above|over|greater|larger|longer)|(?P<down>down|fewer|less|lower|below|under|smaller|"
    r"shorter))\b",
    re.I,
)
ON = pattern_of(
    r"(?: [a-z]+)? (?:on|from|than|against|over|compared (?:with|to))(?: (?:the|last|year’s|year's|previous|that|of|in|"
    r"a|year|before|earlier|month’s|month's|quarter’s|quarter's|term’s|term's|[a-z]+’s|[a-z]+'s|level|figure|total|"
    r"what|was|had|been|it|its|our|their|(?:19|20)\d\d(?:’s|'s)?|\(|spring|summer|autumn|winter|time))* ?\(?[£$€]?$",
    re.I,
)
NOT_SO = pattern_of(
    r"\b(?:about|around|nearly|almost|some|over|at least|up to|target|respectively|per|each|points?)\b", re.I
)
MOST = 10


def check(context: Context) -> Iterator[Finding]:
    """Each sentence of two figures of a kind and one such percentage between them."""
    for paragraph in context.paragraphs_with(BEFORE, BEHIND):
        read = passage(paragraph.text)
        for size in read.entries:
            if size.kind == "share" and size.share and not size.base:
                yield from _judged(paragraph, read, size)


def _judged(paragraph: Paragraph, read: Passage, size: Entry) -> Iterator[Finding]:
    own = read.of_sentence(size.sentence)
    at = own.index(size)
    start, end = read.starts[size.sentence], read.starts[size.sentence] + len(read.sentence(size.sentence))
    before, behind = BEFORE.search(read.text[start : size.start]), BEHIND.match(read.text, size.end)
    if not (before or behind) or at + 1 >= len(own) or at == 0:
        return
    base, now = own[at + 1], own[at - 1]
    link = read.text[behind.end() if behind else size.end : base.start]
    alike = (base.kind, base.unit) == (now.kind, now.unit) and base.kind in ("count", "money", "measure")
    plain = alike and not any(e.share or e.base for e in (base, now)) and base.value > 0
    if not plain or not ON.match(link + "") or not ON.fullmatch(link) or size.share is None:
        return
    if len([e for e in own if e.kind == base.kind]) > 2 or NOT_SO.search(read.text[now.end : end]):
        return
    said = before or behind
    up = bool(said and said["up"])
    exact = (now.value - base.value) * 100 / base.value
    step = Decimal(1).scaleb(-size.share.decimals)
    stated = size.share.value
    loose = step / 2 if now.step == base.step == 1 else step
    right = abs(abs(exact) - stated) <= loose and (exact > 0) == up
    if not right and (not exact or not stated or max(abs(exact), stated) > MOST * min(abs(exact), stated)):
        return
    side = "up" if exact > 0 else "down"
    shown = f"{printed(abs(exact).quantize(Decimal('0.1')))}%"
    why = f"{now.text} is {shown} {side} on {base.text}, printed as {size.text}"
    verdict: Verdict = "ok" if right else "wrong"
    slip = f"change-stated/{paragraph.line}/{size.text}/{size.start}"
    yield Finding(CODE, verdict, paragraph.where, size.text, size.text, f"{shown} {side}", why, slip, "likely")
