"""A tax, a retention or interest at so many percent of a sum: "£6,850 net plus VAT at 20% of £1,370"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.quantities import printed

CODE = "at-rate"
MESSAGE = "What is charged or kept back at a rate is that much of its sum."
GOOD = "The roof cost £8,400 plus VAT at 20% of £1,680."
BAD = "The roof cost £8,400 plus VAT at 20% of £1,860."

CHARGE = pattern_of(
    r"\b(?:VAT|tax|duty|levy|interest|commission|retentions?|retained|overheads?|contingency|discount|deposit|"
    r"surcharge|"
    r"service charge|premium|rebate|uplift|royalt(?:y|ies)|withh[eo]ld\w*|admin(?:istration)? (?:fee|charge)|"
    r"handling (?:fee|charge)|late (?:fee|charge)|match funding|pension contributions?|gratuity|mark-?up)\b",
    re.I,
)
# Between the rate and the sum behind it: of what it is, or what it comes to.
NAMED = (
    r"VAT|tax|duty|levy|interest|commission|retention|overheads?|contingency|discount|deposit|surcharge|charge|premium|"
    r"rebate|uplift|fee|a year|per annum|gratuity|mark-?up|added|and"
)
GAP = pattern_of(
    rf"\)?(?:,? (?:(?:on|of|for) (?:the |its |an? |all |this |that |our )?(?:[a-z]+ ){{0,3}}?(?:of |at )?|{NAMED}|"
    rf"or|was|"
    r"is|were|came to|comes to|that is|which is|i\.e\.|makes?|making|adds|adding|leav(?:es|ing)|brings?|being|equals?|"
    r"amount(?:s|ed|ing) to|the|so|it|to))*,? ?\(?[£$€]?$",
    re.I,
)
# "At 20% of": what it is a part of stands before it.
BEFORE = pattern_of(r"\b(?:at|of|plus|with|a|an|by) (?:a (?:rate of )?)?$|[(]$", re.I)
PART_OF = re.compile(r"[£$€][\d,.]+k? of (?:the|its|a|this|that) [£$€]")
NOT_SO = pattern_of(
    r"\b(?:rose|fell|up|down|increas\w+|decreas\w+|more|less|than|compared|budget|respectively|each|per|average|about|"
    r"around|nearly|almost|of which|if|would|quarterly|monthly|(?:two|three|four|five|[2-9]|months?|days?) (?:years?|"
    r"months?|quarters?|days?)|compound\w*|remaining|rest|part|some|last|threshold|first|"
    r"before|pro rata|capped|up to|shared?|exempt\w*)\b",
    re.I,
)
TWO, THREE, FAR, HUNDRED = 2, 3, Decimal("2.5"), 100


def check(context: Context) -> Iterator[Finding]:
    """Each sentence of one rate and two or three sums of money that names such a charge."""
    for paragraph in context.paragraphs_with(CHARGE):
        read = passage(paragraph.text)
        for at in range(len(read.starts)):
            text = read.sentence(at)
            told = [e for e in read.of_sentence(at) if e.kind in ("money", "share") or e.share]
            sums = [e for e in told if e.kind == "money"]
            rates = [e for e in told if e.share]
            if len(rates) == 1 and len(sums) in (TWO, THREE) and CHARGE.search(text) and not NOT_SO.search(text):
                if PART_OF.search(text) or not _is_bound(read, rates[0], sums):
                    continue
                yield from _judged(paragraph, rates[0], sums)


def _is_bound(read: Passage, rate: Entry, sums: list[Entry]) -> bool:
    """Whether the words between a rate and the sum behind it, or before it where none is, bind the two."""
    behind = [each for each in sums if each.start > rate.start]
    if behind:
        return bool(GAP.fullmatch(read.text[rate.end : behind[0].start]))
    return bool(BEFORE.search(read.text[: rate.start]))


def _judged(paragraph: Paragraph, rate: Entry, sums: list[Entry]) -> Iterator[Finding]:
    """Of two sums the lesser is the charge, or what is left of the greater; of three the greatest is both together."""
    inorder = sorted(sums, key=lambda each: each.value)
    charge, base = inorder[0], inorder[1]
    assert rate.share is not None  # of those chosen
    part = rate.share.value / HUNDRED
    if len(sums) == THREE and not _are_one(inorder):
        return
    whole = inorder[-1]
    made = [base.value * part, whole.value * part, base.value * (1 - part), whole.value / (1 + part)]
    made.append(whole.value * part / (1 + part))
    slack = max(charge.step / 2, base.step * part / 2) if charge.step != 1 or base.step != 1 else Decimal("0.5")
    right = any(abs(each - charge.value) <= slack for each in made)
    exact = min(made[:4:2] if len(sums) == TWO else made[:1], key=lambda each: abs(each - charge.value))
    if not right and (not exact or max(exact, charge.value) > FAR * min(exact, charge.value)):
        return
    why = f"{rate.share} of {base.text} is {printed(base.value * part)}; the text has {charge.text}"
    expected = f"£{printed(exact)}"
    verdict: Verdict = "ok" if right else "wrong"
    slip = f"{CODE}/{paragraph.line}/{charge.start}"
    yield Finding(CODE, verdict, paragraph.where, charge.text, charge.text, expected, why, slip, "likely")


def _are_one(inorder: list[Entry]) -> bool:
    """Whether the greatest of three is about what the other two make."""
    low, middle, high = (each.value for each in inorder)
    return abs(low + middle - high) * 5 <= high
