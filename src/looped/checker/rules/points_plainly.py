"""By how many points two shares of one sentence are apart, told right behind them."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context, with_shares
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.listing import value_of
from looped.checker.numbers import Percent
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage
from looped.checker.quantities import printed

CODE = "points-plainly"
MESSAGE = "Two shares are so many points apart as is told right behind them."
GOOD = "In all 34.9% of the boats and 38.7% of the ships had a bell, a difference of 3.8 percentage points."
BAD = "In all 34.9% of the boats and 38.7% of the ships had a bell, a difference of 1.8 percentage points."

CHANGE = (
    r"(?:increase|rise|gain|improvement|fall|drop|reduction|decrease|decline|difference|gap|change|advantage|widening|"
    r"lead)"
)
LEAD = pattern_of(
    rf"(?:[,:;(]|\s[–—-]) ?(?:or |which is |that is |a |an |the )*(?:absolute |overall |net |risk )*{CHANGE}"
    r"(?: of| was| is| being|:|,)? $",
    re.I,
)
ENDS = pattern_of(r"\s?(?:[.,;)]|$)")
ELSE = pattern_of(
    r"\b(?:target|standard|national\w*|average|mean|from|last year|respectively|adjusted|confidence|95% CI|than|about|"
    r"nearly|almost|rounded)\b",
    re.I,
)
# "20 points higher among staff (73%) than among crews (52%)".
SET_BETWEEN = pattern_of(
    r"(?<![\w.,/£])(?P<n>\d+(?:\.\d+)?) (?:percentage )?points? (?:(?P<up>higher|more|greater|better|above)|"
    r"(?P<down>lower|less|fewer|worse|below))\b[^.;:()\d]{0,50} \((?P<a>\d+(?:\.\d+)?) ?%\)"
    r"[^.;:()\d]{0,15} than\b[^.;:()\d]{0,50} \((?P<b>\d+(?:\.\d+)?) ?%\)",
    re.I,
)
# "From 65% in May to 50% in June, a fall of 15 percentage points".
FROM_TO = pattern_of(
    r"\bfrom (?P<a>\d+(?:\.\d+)?) ?%[^.;:()%]{0,50}? to (?P<b>\d+(?:\.\d+)?) ?%[^.;:()%]{0,50}?(?:,|:| –| \() "
    r"?(?:an? |the )?"
    rf"(?:absolute |net |overall )?{CHANGE} of (?P<n>\d+(?:\.\d+)?) (?:percentage )?points?(?=[.,;)]|$)",
    re.I,
)
OWN_CHANGE = pattern_of(
    r"\((?:an? )?(?:increase|rise|gain|improvement|fall|drop|reduction|decrease|"
    r"decline) of $",
    re.I,
)
TWO = 2


def check(context: Context) -> Iterator[Finding]:
    """Each such difference whose sentence tells two shares before it, and no third."""
    for paragraph in context.paragraphs_with(SET_BETWEEN, FROM_TO):
        for pattern in (SET_BETWEEN, FROM_TO):
            for found in pattern.finditer(paragraph.text):
                yield _between(paragraph, found)
    for paragraph, read in with_shares(context):
        for each in read.entries:
            if each.kind == "points" and LEAD.search(read.text[: each.start]) and ENDS.match(read.text, each.end):
                yield from _judged(paragraph, read, each)


def _between(paragraph: Paragraph, found: re.Match[str]) -> Finding:
    """By the two shares that stand in brackets behind the difference."""
    stated, one, other = (Decimal(found[side]) for side in ("n", "a", "b"))
    sides = found.groupdict()
    apart = abs(one - other) if "up" not in sides else one - other if sides["up"] else other - one
    step = max(Decimal(1).scaleb(int(each.as_tuple().exponent)) for each in (one, other, stated))
    rough = any(each % 1 for each in (one, other, stated))
    far = abs(apart - stated)
    # Two rounded shares may be apart by one more or less than the difference that was rounded.
    verdict: Verdict = "ok" if not far or (rough and far <= step) else "rounding" if far <= step else "wrong"
    why = f"{one}% and {other}% are {printed(apart)} apart"
    text, slip = found.group(), f"gap/{paragraph.line}/{found.start('n')}"
    return Finding(CODE, verdict, paragraph.where, text, text, f"{printed(apart)} points", why, slip, "likely")


def _judged(paragraph: Paragraph, read: Passage, gap: Entry) -> Iterator[Finding]:
    if OWN_CHANGE.search(read.text[: gap.start]):
        return  # "at Oban 40% (a rise of 5 points)": how that one moved
    own = [e for e in read.of_sentence(gap.sentence) if e.share and e.kind in ("share", "count")]
    if len(own) != TWO or own[1].end > gap.start or ELSE.search(read.sentence(gap.sentence)):
        return
    one, other = (_printed(each) for each in own)
    apart = abs(one.value - other.value)
    slack = Decimal(10) ** -max(one.decimals, other.decimals)
    exact = [abs(value_of(own[0]) - value_of(own[1]))]
    right = apart == gap.value or any(abs(each - gap.value) * TWO <= gap.step for each in (apart, *exact))
    verdict: Verdict = "ok" if right else "rounding" if abs(apart - gap.value) <= slack else "wrong"
    why = f"{own[0].text} and {own[1].text} are {printed(apart)} apart"
    slip = f"gap/{paragraph.line}/{gap.start}"
    yield Finding(CODE, verdict, paragraph.where, gap.text, gap.text, f"{printed(apart)} points", why, slip, "likely")


def _printed(each: Entry) -> Percent:
    assert each.share is not None
    return each.share
