"""Two shares and, right behind them, how far apart they are: "36% at Ayr and 8% at Oban, a difference of 28 points"."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import Percent, percent
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.quantities import printed

CODE = "gap-of-two"
MESSAGE = "The difference told right behind two shares is the one between them."
GOOD = "Logs were kept by 12 of 20 (60%) at Ayr and 9 of 30 (30%) at Troon, a difference of 30 percentage points."
BAD = "Logs were kept by 12 of 20 (60%) at Ayr and 9 of 30 (30%) at Troon, a difference of 20 percentage points."

KIND = r"(?:absolute |overall |risk |raw |simple |total |clear |large |small |between-group |resulting )*"
WORD = r"(?:difference|gap|margin|spread|range)"
CHANGE = (
    r"(?:increase|rise|gain|improvement|fall|drop|reduction|decrease|decline|difference|gap|change|advantage|widening|"
    r"lead|spread|range)"
)
SAID = pattern_of(rf"\b(?:{WORD}|{CHANGE})\b", re.I)
# Right before the size, whatever stands before that.
LEAD = pattern_of(
    rf"(?:[,:;(]|\s[–—-]) ?(?:or |which is |that is |a |an |the )*(?:absolute |overall |net |risk )*{CHANGE}"
    r"(?: of| was| is| being|:|,)? $",
    re.I,
)
ENDS = pattern_of(r"\s?(?:[.,;)]|$)")
# "At Oban 40% (a rise of 5 points)": how that one moved.
OWN_CHANGE = pattern_of(
    r"\((?:an? )?(?:increase|rise|gain|improvement|fall|drop|reduction|decrease|"
    r"decline) of $",
    re.I,
)
# Behind the second share, nothing counted between.
BEHIND = pattern_of(
    rf"[^.;:()\d]{{0,70}}(?:[,;:]| [–—-]|\s\(| and| with| giving| leaving)?\s?\(?(?:which is |that is |giving |"
    rf"leaving |or |"
    rf"with |so )?(?:an?|the|this) {KIND}{WORD}(?: (?:between|in) (?:the )?(?:two|both|them|arms|groups|sites)"
    rf"(?: [a-z]+)?)? (?:of|being|is|was) (?:just |only )?$",
    re.I,
)
NEXT = pattern_of(
    rf"\W*(?:the|this|that(?: is| was)?(?: an?)?|an?) {KIND}{WORD}(?: (?:between|in) (?:the )?(?:two|both|them|arms|"
    rf"groups|"
    rf"sites)(?: [a-z]+)?)?,? (?:of|is|was|came to|therefore was|was therefore) (?:just |only )?$",
    re.I,
)
# "20 points higher among staff (73%) than among crews (52%)".
SET_BETWEEN = pattern_of(
    r"(?<![\w.,/£])(?P<n>\d+(?:\.\d+)?) (?:percentage )?points? (?:(?P<up>higher|more|greater|better|above)|"
    r"(?P<down>lower|less|fewer|worse|below))\b[^.;:()\d]{0,50} \((?P<a>\d+(?:\.\d+)?) ?%\)"
    r"[^.;:()\d]{0,15} than\b[^.;:()\d]{0,50} \((?P<b>\d+(?:\.\d+)?) ?%\)",
    re.I,
)
# "It was 73% this year, 20 points higher than last year (53%)".
SET_BEHIND = pattern_of(
    r"(?<![\w.,/£-])(?P<a>\d+(?:\.\d+)?) ?%(?:\)|,)?(?: [^.;:()%]{0,60}?)?,? ?(?:which )?(?:was |were |is |stood )?"
    r"(?<=[ ,])(?P<n>\d+(?:\.\d+)?) (?:percentage )?points? (?:(?P<up>higher|more|greater|better|above)|"
    r"(?P<down>lower|less|fewer|worse|below)) than\b(?![^.(]{2,40} (?:rise|fall|change|gain))[^.;:(),%]{2,50}"
    r"(?: \(|, when (?:it|this|that) (?:was|stood at) )(?:it was )?(?P<b>\d+(?:\.\d+)?) ?%(?!\s?(?:to|and|or)\b)",
    re.I,
)
ROUGHLY = pattern_of(r"(?:than|least|about|nearly|almost|around|some|over|only|to|from|of|by|another|and) $", re.I)
# "From 65% in May to 50% in June, a fall of 15 percentage points".
FROM_TO = pattern_of(
    r"\bfrom (?P<a>\d+(?:\.\d+)?) ?%[^.;:()%]{0,50}? to (?P<b>\d+(?:\.\d+)?) ?%[^.;:()%]{0,50}?(?:,|:| –| \() "
    r"?(?:an? |the )?"
    rf"(?:absolute |net |overall )?{CHANGE} of (?P<n>\d+(?:\.\d+)?) (?:percentage )?points?(?=[.,;)]|$)",
    re.I,
)
ELSE = pattern_of(
    r"\b(?:relative|target|last (?:year|time|audit|round)|previous\w*|adjusted|baseline|respectively|expected|"
    r"to detect|"
    r"standard deviations?)\b",
    re.I,
)
# Where words may stand between that say more.
ELSE_AT_ALL = pattern_of(
    r"\b(?:target|standard|national\w*|average|mean|from|last year|respectively|adjusted|confidence|95% CI|than|about|"
    r"nearly|almost|rounded)\b",
    re.I,
)
# "A difference of 20 points from last year's gap".
FROM_OTHER = pattern_of(r"\)? (?:from|on|than|against|compared|in) (?:the |our |its )?(?!(?:two|favour)\b)[a-z]", re.I)
TWO = 2


def check(context: Context) -> Iterator[Finding]:
    """Each such size with the two shares of its sentence, or of the sentence before."""
    for paragraph in context.paragraphs_with(SET_BETWEEN, FROM_TO, SET_BEHIND):
        for pattern in (SET_BETWEEN, FROM_TO, SET_BEHIND):
            for found in pattern.finditer(paragraph.text):
                if pattern is not SET_BEHIND or _is_first(paragraph.text, found):
                    yield _worded(paragraph, found)
    for paragraph in context.paragraphs_with(SAID):
        read = passage(paragraph.text)
        for size in read.entries:
            if size.kind == "points" or (size.kind == "share" and not size.base):
                yield from _judged(paragraph, read, size)


def _is_first(text: str, found: re.Match[str]) -> bool:
    """Whether the first of two shares is the only one before the difference, which is told in full."""
    before = text[: found.start()]
    low = max(before.rfind(". "), before.rfind("; "), before.rfind(": ")) + 1
    return "%" not in before[low:] and not ROUGHLY.search(text[: found.start("n")])


def _worded(paragraph: Paragraph, found: re.Match[str]) -> Finding:
    """By the two shares that stand in one form of words with the difference."""
    one, other, stated = (percent(found[side]) for side in ("a", "b", "n"))
    sides = found.groupdict()
    gap = one.value - other.value
    apart = abs(gap) if "up" not in sides else gap if sides["up"] else -gap
    # Two rounded shares may be apart by one more or less than the difference that was rounded.
    whole = not any(each.value % 1 for each in (one, other, stated))
    verdict = _verdict((apart,), stated.value, (one, other, stated), exactly=whole)
    why = f"{one} and {other} are {printed(apart)} apart"
    return _finding(paragraph, found.group(), found.start("n"), verdict, apart, why)


def _judged(paragraph: Paragraph, read: Passage, size: Entry) -> Iterator[Finding]:
    own, exactly = _before(read, size)
    shares = [e.share for e in own if e.share and e.kind in ("count", "share")]
    if len(own) != TWO or len(shares) != TWO:
        return
    apart, stated = abs(shares[0].value - shares[1].value), abs(size.figure)
    # As printed, or as the counts behind them give it.
    counted = [Decimal(e.count * 100) / e.base for e in own if e.base]
    ways = (apart, *([abs(counted[0] - counted[1])] if len(counted) == TWO else []))
    told = percent(f"{stated}")
    verdict = _verdict(ways, stated, (*shares, told), exactly=exactly or len(ways) == TWO)
    why = f"{own[0].text} and {own[1].text} are {printed(apart)} apart, printed as {size.text}"
    yield _finding(paragraph, size.text, size.start, verdict, apart, why)


def _before(read: Passage, size: Entry) -> tuple[Sequence[Entry], bool]:
    """What is told before a size that it may be the difference of; and whether nothing but these is spoken of."""
    at = size.sentence
    every = read.of_sentence(at)
    own = [e for e in every if e.end <= size.start]
    if size.kind == "points" and LEAD.search(read.text[: size.start]) and ENDS.match(read.text, size.end):
        shares = [e for e in every if e.share and e.kind in ("share", "count")]
        alone = not ELSE_AT_ALL.search(read.sentence(at)) and not OWN_CHANGE.search(read.text[: size.start])
        if alone and len(shares) == TWO and shares[1].end <= size.start:
            return shares, True
    lead = read.text[own[-1].end if own else read.starts[at] : size.start]
    if not own and at and NEXT.fullmatch(lead):
        own = list(read.of_sentence(at - 1))
    elif not BEHIND.fullmatch(lead):
        return (), False
    low = own[0].sentence if own else at
    other = ELSE.search(read.text, read.starts[low], size.end) or FROM_OTHER.match(read.text, size.end)
    return ((), False) if other else (own, False)


def _verdict(ways: Sequence[Decimal], stated: Decimal, figures: Sequence[Percent], *, exactly: bool) -> Verdict:
    """What a difference is by each way to give it. exactly: whether one out by its last digit is told as rounded."""
    steps = [Decimal(1).scaleb(-each.decimals) for each in figures]
    if any(abs(each - stated) * TWO <= steps[-1] for each in ways):
        return "ok"
    slack = (sum(steps) - (steps[-1] if len(set(steps)) == 1 else 0)) / TWO
    loose = abs(ways[0] - stated) <= slack
    return "wrong" if not loose else "rounding" if exactly else "ok"


def _finding(paragraph: Paragraph, quote: str, place: int, verdict: Verdict, apart: Decimal, why: str) -> Finding:
    slip = f"gap/{paragraph.line}/{place}"
    return Finding(CODE, verdict, paragraph.where, quote, quote, f"{printed(apart)} points", why, slip, "likely")
