"""Shares that are said to be of one whole, which is not told: one whole gives all of them."""

import re
from collections.abc import Iterator, Sequence

from looped.checker.context import Context, with_shares
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import Percent, fitting_bases, rounded, share
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry

CODE = "shares-of-one"
MESSAGE = "Where all shares are said to be of one whole there is a number that all of them are of."
GOOD = "Rust was on 6 boats (15%), rot on 10 (25%) and weed on 33 (82.5%). All percentages are of the whole fleet."
BAD = "Rust was on 6 boats (15%), rot on 10 (35%) and weed on 33 (82.5%). All percentages are of the whole fleet."

SHARES = r"(?:percentages?|shares?|proportions?|per ?cents?|figures in brackets)"
OF_ONE = (
    r"(?:(?:the |this |that |one )?(?:whole|same|full|entire|total|complete|one)\b|all\b|every\b|everyone|"
    r"everything|one "
    r"[a-z]+\b)"
)
SAID = pattern_of(
    rf"\b(?:(?:all|each|every|both|the|these)\b(?: (?:of )?(?:the|these))?(?: [a-z]+)? {SHARES}|{SHARES})(?: "
    rf"(?:here|given|above|"
    rf"shown|below|quoted))? (?:are|is|were|was|relate|relates|refer|refers|use|uses|have|has)\b[^.;]{{0,40}}?"
    rf"(?:\b(?:of|on|out of|to|from|over)\b )?{OF_ONE}|"
    r"\b(?:base|denominator|number of [a-z]+|total)\b (?:is|was|being|stays|stayed|remained) the same (?:in|for|"
    r"on|with|at|"
    r"each|through)|\bthe same (?:base|denominator|whole|total)\b|"
    r"\b(?:in|of|among|within|for) (?:this|the|one and the) same (?:group|sample|set|cohort) of [a-z]|"
    r"\b(?:with|had|were) no (?:missing (?:data|values|answers)|data missing)\b|\bno (?:data|values|"
    r"answers) (?:was|were) "
    r"missing\b",
    re.I,
)
ELSE = pattern_of(
    r"\b(?:not|no(?! (?:missing|data|values|answers)\b)|except|apart from|unless|but|other than|rather than|where|"
    r"may|their own|each its own)\b|n[’']t\b",
    re.I,
)
FEWEST = 3


def check(context: Context) -> Iterator[Finding]:
    """Each sentence with three such counts and shares or more and nothing else counted, where that is said "
    "beside it."""
    texts = {id(each): at for at, each in enumerate(context.document.paragraphs)}
    for paragraph, read in with_shares(context):
        behind = context.document.paragraphs[texts[id(paragraph)] + 1 : texts[id(paragraph)] + 2]
        every = [paragraph.text, *(each.text for each in behind)]
        said = [found for text in every for found in SAID.finditer(text) if not ELSE.search(_sentence(text, found))]
        for at in range(len(read.starts)) if said else ():
            own = read.of_sentence(at)
            if len(own) >= FEWEST and all(e.kind == "count" and e.share and not e.base for e in own):
                yield from _judged(paragraph, own)


def _sentence(text: str, found: re.Match[str]) -> str:
    low, high = text.rfind(". ", 0, found.start()) + 1, text.find(".", found.end())
    return text[low : high if high > 0 else len(text)]


def _common(told: Sequence[tuple[int, Percent]]) -> range:
    """The wholes that several counts with their shares may all be of."""
    ranges = [fitting_bases(count, printed) for count, printed in told]
    low = max(*(each[0] for each in ranges), *(count for count, _ in told))
    return range(low, min(each[1] for each in ranges) + 1)


def _judged(paragraph: Paragraph, own: Sequence[Entry]) -> Iterator[Finding]:
    told = [(e.count, e.share) for e in own if e.share and e.share.value]
    if len(told) < len(own):
        return
    if _common(told):
        yield _finding(paragraph, own[0], "ok", "all are of one whole", "")
        return
    odd = [at for at in range(len(told)) if _common([each for place, each in enumerate(told) if place != at])]
    if len(odd) != 1:
        names = ", ".join(e.text for e in own)
        yield _finding(paragraph, own[odd[0] if odd else 0], "wrong", f"no whole gives all of {names}", "another share")
        return
    bases = _common([each for place, each in enumerate(told) if place != odd[0]])
    count, printed = told[odd[0]]
    exact = f"{rounded(share(count, bases[0]), printed.decimals)}%"
    why = f"the others are of {bases[0]}; {count} of {bases[0]} is {exact}, printed as {printed}"
    yield _finding(paragraph, own[odd[0]], "wrong", why, exact)


def _finding(paragraph: Paragraph, entry: Entry, verdict: Verdict, why: str, expected: str) -> Finding:
    slip = f"share-of-base/{paragraph.line}/{entry.text}"
    return Finding(CODE, verdict, paragraph.where, entry.text, str(entry.share), expected, why, slip, "likely")
