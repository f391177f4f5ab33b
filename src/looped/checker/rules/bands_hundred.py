"""Shares of bands that leave no gap, from the lowest to the open end: they come to a hundred."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.adding import step_of, value_of
from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage, passage
from looped.checker.quantities import printed

CODE = "bands-hundred"
MESSAGE = "Shares of all the bands of an age, a time or a size come to a hundred."
GOOD = "By age, 37% were 16 to 24, 17% were 25 to 44, 8% were 45 to 64 and 38% were 65 or over."
BAD = "By age, 37% were 16 to 24, 17% were 25 to 44, 8% were 45 to 64 and 47% were 65 or over."

OPEN = pattern_of(
    r"^[^.;%]{0,40}?\b(?:\d+ (?:or|and) (?:over|more|older|above|longer|upwards)|(?:more than|over|above|older than|"
    r"longer than|at least) \d+|\d+\+)",
    re.I,
)
BAND = pattern_of(
    r"^[^.;%]{0,40}?\b(?:\d+ ?(?:to|-|–) ?\d+|between \d+ and \d+|(?:under|less than|fewer than|below|up to|within|"
    r"at most|no more than) \d+|\d+ or (?:under|less|fewer|younger|below))",
    re.I,
)
BEING = pattern_of(r"^[^.;,%\d]{0,40}?\b(?:were|was|are|is|lasted|took|aged|came|had been)\b", re.I)
LEAST, FAR = 3, 30


def check(context: Context) -> Iterator[Finding]:
    """Each sentence whose shares are of bands, the last of them open."""
    for paragraph in context.document.paragraphs:
        if "%" not in paragraph.text:
            continue
        read = passage(paragraph.text)
        for at in range(len(read.starts)):
            shares = [e for e in read.of_sentence(at) if e.kind == "share"]
            others = [e for e in read.of_sentence(at) if e.share and e.kind != "share"]
            if len(shares) < LEAST or others or not _are_bands(read, at, [e.end for e in shares]):
                continue
            total = sum((value_of(e) for e in shares), Decimal(0))
            if abs(total - 100) > FAR or not BEING.match(read.text[shares[0].end :]):
                continue  # shares within each band
            slack = sum((step_of(e) for e in shares), Decimal(0)) / 2
            verdict: Verdict = "ok" if abs(total - 100) <= slack else "wrong"
            why = f"{' + '.join(e.text for e in shares)} = {printed(total)}%"
            quote = read.text[shares[0].start : shares[-1].end]
            slip = f"{CODE}/{paragraph.line}/{at}"
            yield Finding(CODE, verdict, paragraph.where, quote, f"{printed(total)}%", "100%", why, slip, "likely")


def _are_bands(read: Passage, at: int, ends: list[int]) -> bool:
    """Whether behind each share stands its band, and behind the last one without an upper end."""
    stop = read.starts[at] + len(read.sentence(at))
    tails = [read.text[end:high] for end, high in zip(ends, [*ends[1:], stop], strict=True)]
    return bool(OPEN.match(tails[-1])) and all(BAND.match(tail) for tail in tails[:-1])
