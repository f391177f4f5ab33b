"""Two shares and, right behind them, how far apart they are: "36% at Ayr and 8% at Oban, a difference of 28 points"."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.quantities import printed

CODE = "gap-of-two"
MESSAGE = "The difference told right behind two shares is the one between them."
GOOD = "Logs were kept by 12 of 20 (60%) at Ayr and 9 of 30 (30%) at Troon, a difference of 30 percentage points."
BAD = "Logs were kept by 12 of 20 (60%) at Ayr and 9 of 30 (30%) at Troon, a difference of 20 percentage points."

KIND = r"(?:absolute |overall |risk |raw |simple |total |clear |large |small |between-group |resulting )*"
WORD = r"(?:difference|gap|margin|spread)"
SAID = pattern_of(rf"\b{WORD}\b", re.I)
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
ELSE = pattern_of(
    r"\b(?:relative|target|last (?:year|time|audit|round)|previous\w*|adjusted|baseline|respectively|expected|"
    r"to detect|"
    r"standard deviations?)\b",
    re.I,
)
# "A difference of 20 points from last year's gap".
FROM_OTHER = pattern_of(r"\)? (?:from|on|than|against|compared|in) (?:the |our |its )?(?!(?:two|favour)\b)[a-z]", re.I)
TWO = 2


def check(context: Context) -> Iterator[Finding]:
    """Each such size with the two shares of its sentence, or of the sentence before."""
    for paragraph in context.paragraphs_with(SAID):
        read = passage(paragraph.text)
        for size in read.entries:
            if size.kind == "points" or (size.kind == "share" and not size.base):
                yield from _judged(paragraph, read, size)


def _judged(paragraph: Paragraph, read: Passage, size: Entry) -> Iterator[Finding]:
    at = size.sentence
    own = [e for e in read.of_sentence(at) if e.end <= size.start]
    lead = read.text[own[-1].end if own else read.starts[at] : size.start]
    if not own and at and NEXT.fullmatch(lead):
        own = list(read.of_sentence(at - 1))
    elif not BEHIND.fullmatch(lead):
        return
    low = own[0].sentence if own else at
    if len(own) != TWO or any(not e.share or e.kind not in ("count", "share") for e in own):
        return
    if not ELSE.search(read.text, read.starts[low], size.end) and not FROM_OTHER.match(read.text, size.end):
        yield _finding(paragraph, size, own)


def _finding(paragraph: Paragraph, size: Entry, own: Sequence[Entry]) -> Finding:
    shares = [e.share for e in own if e.share]
    apart = abs(shares[0].value - shares[1].value)
    stated = abs(size.figure)
    places = -int(stated.as_tuple().exponent) if stated % 1 else 0
    steps = [Decimal(1).scaleb(-each.decimals) for each in shares] + [Decimal(1).scaleb(-places)]
    # As printed, or as the counts behind them give it.
    one, other = _exact(own)
    if one is None or other is None:
        right = abs(apart - stated) <= (sum(steps) - (steps[-1] if len(set(steps)) == 1 else 0)) / 2
    else:
        right = any(abs(each - stated) <= steps[-1] / 2 for each in (apart, abs(one - other)))
    verdict: Verdict = "ok" if right else "wrong"
    why = f"{own[0].text} and {own[1].text} are {printed(apart)} apart, printed as {size.text}"
    slip = f"apart/{paragraph.line}/{size.start}"
    return Finding(CODE, verdict, paragraph.where, size.text, size.text, printed(apart), why, slip, "likely")


def _exact(own: Sequence[Entry]) -> tuple[Decimal | None, Decimal | None]:
    one, other = (Decimal(e.count * 100) / e.base if e.base else None for e in own)
    return one, other
