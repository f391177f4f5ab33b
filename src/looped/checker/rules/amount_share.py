"""A share of a sum of money, or of another measure, that the two amounts don't give."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.claims import Sentence
from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import LENGTH
from looped.checker.quantities import Quantity, printed, quantities_in

CODE = "amount-share"
MESSAGE = "A share of an amount is the part over the whole."
GOOD = "The service spent £1.2m of £4.8m (25%)."
BAD = "The service spent £1.2m of £4.8m (35%)."
OF = pattern_of(
    r"^(?:\s+[a-z’'-]+){0,3}?\s+(?:of|out of|against)(?:\s+(?:the|its|a|an|total|budget|of|planned)\b){0,4}\s+$", re.I
)
# "40% of the pay bill of £930,000".
OF_NAMED = pattern_of(
    r"^\s+of (?:the |its |our |their |a |all )?(?:(?!(?:was|were|is|are|had|has|and|but|with|which|that|rose|fell|than|"
    r"spent|paid)\b)[a-z’'-]+ ){1,5}(?:of|at|\()\s?$",
    re.I,
)
OF_IT = pattern_of(r"^\s+of (?:the |its |our |their |a |this )$", re.I)
MADE_UP = pattern_of(
    r"^,\s+$|^[^.;:()\d%£]{0,40},\s$|^[^.;\d]{0,40}\b(?:made up|makes up|accounted for|accounts for|"
    r"represent(?:s|ed|ing)|was|were|are|came to|formed|"
    r"is|or|equal to|equals)\s+"
    r"(?:about |around |some )?$",
    re.I,
)
BY = pattern_of(r"^[^.;()\d]{0,60}\b(?:spent|exceeded|missed|cut|reduced|overrun|overran) by\s+$", re.I)
FIRST = pattern_of(r"\b(?:of|from) (?:the |its |our |this )?(?:total )?$", re.I)
# What an amount is told by: no count is in pounds, has decimals or is in millions.
MEASURED = pattern_of(r"[£$€]|\d\.\d|\d\s?(?:k|thousand|m|mn|million|bn|billion)\b", re.I)
TIME = pattern_of(rf"\s?{LENGTH}\b", re.I)
SHARE = pattern_of(r"^(?:\s+[a-z’'-]+){0,5}?\s*(?:[(\[,–—-]+\s*(?:or\s+|about\s+)?|,?\s+or\s+)$", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each amount out of an amount with a share behind it."""
    for sentence in context.sentences_with(MEASURED):
        if not MEASURED.search(sentence.text):
            continue
        found = list(quantities_in(sentence.text))
        yield from _made_up(sentence, found)
        for part, whole, share in zip(found, found[1:], found[2:], strict=False):
            between = sentence.text[part.end : whole.start]
            behind = sentence.text[whole.end : share.start]
            measured = part.unit == whole.unit == "£" or (
                part.unit == whole.unit == "" and {part.step, whole.step} != {1}
            )
            # "A mean age of 60.9 years, 222 women (56%)": the one is no part of the other.
            ends = [bool(TIME.match(sentence.text[each.end :])) for each in (part, whole)]
            if len(set(ends)) > 1 or not measured or share.unit != "%" or not SHARE.match(behind):
                continue
            if whole.value and OF.match(between):
                yield _finding(sentence, part, whole, share)
            # "The grant of £750,000 was underspent by £75,000 (10%)".
            elif (
                part.value
                and BY.search(between)
                and part.value > whole.value
                and behind.strip() == "("
                or (
                    part.value
                    and FIRST.search(sentence.text[: part.start])
                    and re.match(r"^[^.;()\d]{0,60},\s+$", between)
                )
            ):
                yield _finding(sentence, whole, part, share)


def _made_up(sentence: Sentence, found: list[Quantity]) -> Iterator[Finding]:
    """ "£2.7m made up 75% of the total of £3.6m": the share stands between the two."""
    for part, share, whole in zip(found, found[1:], found[2:], strict=False):
        between, behind = sentence.text[part.end : share.start], sentence.text[share.end : whole.start]
        if (
            part.unit == whole.unit == "£"
            and share.unit == "%"
            and whole.value
            and MADE_UP.match(between)
            and (OF.match(behind) or OF_NAMED.match(behind))
        ):
            yield _finding(sentence, part, whole, share, sentence.text[part.start : whole.end])
    # "70% of its budget of £50,000 (£35,000)".
    for share, whole, part in zip(found, found[1:], found[2:], strict=False):
        between, behind = sentence.text[share.end : whole.start], sentence.text[whole.end : part.start]
        if (
            (share.unit, whole.unit, part.unit) == ("%", "£", "£")
            and whole.value > part.value
            and (OF_IT.match(between) or OF_NAMED.match(between))
            and re.match(r"(?: [a-z]+){0,2} \($", behind)
            and sentence.text[part.end : part.end + 1] == ")"
        ):
            yield _finding(sentence, part, whole, share, sentence.text[share.start : part.end])


def _finding(sentence: Sentence, part: Quantity, whole: Quantity, share: Quantity, quote: str = "") -> Finding:
    exact = part.value * 100 / whole.value
    slack = share.step / 2 + exact * (
        _rounding(part) / part.value + _rounding(whole) / whole.value if part.value else 0
    )
    verdict: Verdict = "ok" if abs(exact - share.value) <= slack else "wrong"
    if verdict == "wrong" and abs(exact - share.value) <= share.step:
        verdict = "rounding"
    expected = f"{printed(exact.quantize(share.step))}%"
    why = f"{part.text} of {whole.text} is {expected}, not {share.text}"
    quote = quote or sentence.text[min(part.start, whole.start) : share.end]
    return Finding(CODE, verdict, sentence.where, quote, share.text, expected, why, f"{CODE}/{sentence.line}/{quote}")


def _rounding(each: Quantity) -> Decimal:
    """Half of the last digit; of a whole count nothing."""
    return each.step / 2 if each.step != 1 else Decimal(0)
