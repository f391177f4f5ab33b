"""What is said of two groups' shares at once: both the same, pooled, or moved from the one to the other.

"27 of 36 and 18 of 24, both 75%"; "6 of 40 and 4 of 60: together that is 10%"; "from 30 to 24 of 200, or 15% to 12%".
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.explaining import POOLED
from looped.checker.finding import Finding
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.sharing import HEDGE, Share, counts_beside, shares_in

CODE = "shares-together"
MESSAGE = "A share told of two groups is that of each, or of both pooled; one that moved is that of each count."
GOOD = "Leeks did as well as peas, 27 of 36 and 18 of 24 coming up, both 75%."
BAD = "Leeks did as well as peas, 27 of 36 and 19 of 24 coming up, both 75%."

EACH = pattern_of(
    r"\b(?:both|each|alike|equal\w*|on a par|level|the same|identical\w*|no difference|in every case)\b", re.I
)
ON = pattern_of(r" to (?:just |only )?\d")
TO = pattern_of(r"(?: [a-z]+){0,3} to(?: just| only)? ", re.I)
TWO, FEW, NEAR, FAR = 2, 4, 50, Fraction(5, 2)


def check(context: Context) -> Iterator[Finding]:
    """Each passage with two counts or more of their own and shares."""
    for paragraph in context.document.paragraphs:
        read = passage(paragraph.text)
        shares = shares_in(read)
        counts = counts_beside(read)
        if not shares or len(counts) < TWO:
            continue
        for each in shares:
            beside = [other for other in shares if other is not each and abs(other.sentence - each.sentence) <= 1]
            if (each.entry is None or each.entry.kind == "share") and not beside:
                yield from _of_both(paragraph, read, each, counts)
        yield from _moved(paragraph, read, shares, counts)


def _of_both(paragraph: Paragraph, read: Passage, share: Share, counts: Sequence[Entry]) -> Iterator[Finding]:
    """A share alone behind two counts with their bases: of both pooled, or of each."""
    near = [e for e in counts if 0 <= share.sentence - e.sentence <= 1]
    based = [(e.count, e.base) for e in near if e.base and e.count <= e.base]
    if not TWO <= len(based) <= FEW or HEDGE.search(read.text[max(0, share.start - 24) : share.start]):
        return
    words = read.text[max(read.starts[share.sentence], share.start - NEAR) : share.end + NEAR]
    part, whole = sum(a for a, _ in based), sum(b for _, b in based)
    fitting = [each for each in based if share.is_of(*each)]
    told = [f"{a} of {b}" for a, b in based]
    pooled = share.is_of(part, whole) or share.is_of(whole - part, whole)
    apart = not min(e.start for e in near if e.base) < share.start < max(e.end for e in near if e.base)
    if apart and EACH.search(words) and len(fitting) == len(based) - 1 and not pooled:
        odd = next(each for each in based if each not in fitting)
        if len(based) == TWO or not POOLED.search(words):
            why = f"{odd[0]} of {odd[1]} is {_percent(Fraction(*odd))}, not {share.text}"
            yield _finding(paragraph, share, _percent(Fraction(*odd)), why)
    clause = re.split(r"[;:.]", read.text[read.starts[share.sentence] : share.start])[-1]
    behind = re.split(r"[;:.]", read.text[share.end :])[0]
    last = max(e.start for e in near if e.base)
    of_all = re.match(rf"\s*of (?:the|all|these|all the) (?:{whole}\b|hundred\b)", read.text[share.end :])
    if (fitting and not of_all) or pooled or not POOLED.search(f"{clause} {behind}") or share.start < last:
        return
    exact, mean = Fraction(part, whole), sum((Fraction(a, b) for a, b in based), Fraction(0)) / len(based)
    near_by = max(exact, share.middle) <= FAR * min(exact, share.middle) if exact else False
    others = {n for e in counts for n in (e.count, e.base) if n} - {n for pair in based for n in pair} - {whole, part}
    if near_by and not share.low <= mean <= share.high and not others:
        why = f"{' and '.join(told)} make {part} of {whole}, {_percent(exact)}, not {share.text}"
        yield _finding(paragraph, share, _percent(exact), why)


def _moved(paragraph: Paragraph, read: Passage, shares: Sequence[Share], counts: Sequence[Entry]) -> Iterator[Finding]:
    """Two shares from one to the other, and two counts so, of one whole."""
    for first, last in zip(shares, shares[1:], strict=False):
        if not (first.entry and last.entry and TO.fullmatch(read.text[first.end : last.start])):
            continue
        near = [e for e in counts if 0 <= first.sentence - e.sentence <= 1 or e.sentence == first.sentence]
        for one, two in zip(near, near[1:], strict=False):
            if one.base or not TO.fullmatch(read.text[one.end : two.start]):
                continue
            if ON.match(read.text[last.end :]) or ON.match(read.text[two.end :]):
                continue  # "from 10 to 8 to 4": of a base a time
            others = [e for e in near if e not in (one, two) and not e.base]
            if len(others) == 2 and TO.fullmatch(read.text[others[0].end : others[1].start]):
                continue  # "from 40 to 45, as the base rose from 50 to 75": each of its own
            wholes = {two.base} if two.base else {e.count for e in others}
            yield from _each_of(paragraph, (first, last), (one.count, two.count), wholes)


def _each_of(
    paragraph: Paragraph, shares: tuple[Share, Share], counts: tuple[int, int], wholes: set[int]
) -> Iterator[Finding]:
    for whole in wholes:
        fits = [share.is_of(count, whole) for share, count in zip(shares, counts, strict=True)]
        if sum(fits) == 1 and max(counts) <= whole:
            at = fits.index(False)
            exact = _percent(Fraction(counts[at], whole))
            yield _finding(paragraph, shares[at], exact, f"{counts[at]} of {whole} is {exact}, not {shares[at].text}")


def _percent(value: Fraction) -> str:
    return f"{float(value * 100):.1f}%"


def _finding(paragraph: Paragraph, share: Share, expected: str, why: str) -> Finding:
    slip = f"fraction/{paragraph.line}/{share.text.lower()}"
    return Finding(CODE, "wrong", paragraph.where, share.text, share.text, expected, why, slip, "likely")
