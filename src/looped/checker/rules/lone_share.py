"""A share without counts of its own, in a passage that tells the counts it must come from: "so it failed in 16%"."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.explaining import counts_of
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import Percent, fits, near, rounded, share
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.saying import said_in

CODE = "lone-share"
MESSAGE = "A share that follows from the counts of its passage is what some of them give."
GOOD = "Of 48 clocks 42 kept time; faults were thus found in 13%."
BAD = "Of 48 clocks 42 kept time; faults were thus found in 18%."

# What makes a share a result of what was said before it.
RESULT = pattern_of(
    r"\b(?:thus|therefore|hence|accordingly|consequently|so|giving|gives|gave|making|makes|made|that is|i\.e\.|"
    r"in other words|meaning|means|equates?|equivalent|amount(?:s|ed|ing)? to|represent(?:s|ed|ing)?|"
    r"work(?:s|ed)? out|come(?:s)? to|came to|"
    r"(?:[a-z-]+ )?(?:rate|proportion|share|percentage)(?! points?\b)|in all|overall|altogether|affected|"
    r"was met|were met|made up|comprised|accounted for)\b",
    re.I,
)
# "of the lines", "of them", "of those seen": what it is of was told.
OF = pattern_of(
    r"^\s*(?:of (?:the|these|those|them|whom|which|all|our|its|cases|occasions)\b|of the time\b|in all\b)", re.I
)
# What a share can be besides: of change, of a target, of elsewhere, of another time, of a question of its own.
ELSE = pattern_of(
    r"\b(?:target|standard|threshold|tolerance|goal|aim|benchmark|limit|expected|national(?:ly)?|england|regional|"
    r"average|mean|median|confidence|interval|"
    r"last|previous(?:ly)?|earlier|before|prior|ago|year|since|than|from|compared|against|rose|risen|fell|fallen|"
    r"increas\w+|decreas\w+|reduc\w+|"
    r"improv\w+|declin\w+|grew|grown|dropp\w+|up|down|rise|fall|growth|drop|more|less|fewer|higher|lower|by|"
    r"weighted|adjusted|estimated?|discount|"
    r"between|range|each|respectively|"
    r"at least|at most|over|under|above|below|within|(?:19|20)\d\d|jan\w*|feb\w*|march|april|june|july|aug\w*|"
    r"sept?\w*|oct\w*|nov\w*|dec\w*)\b|£",
    re.I,
)
OF_ALL = pattern_of(r"\s*of (?:all|the total|the whole)\b", re.I)
FEWEST, MOST, MANY = 2, 7, 8
CUT = pattern_of(r"[;]|[.](?=\s|$)|,? (?:while|whereas|although|but|against|compared)\b", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each share alone that is said to follow from what stands before it or beside it."""
    told = frozenset(context.told) if context.grids else frozenset()
    for paragraph in context.document.paragraphs:
        if "%" not in paragraph.text and " cent" not in paragraph.text:
            continue
        read = passage(paragraph.text)
        for at, each in enumerate(read.entries):
            if each.kind == "share" and each.share and not told and _follows(read, each):
                yield from _judged(paragraph, read, at, each.share)


def _clause(read: Passage, entry: Entry) -> tuple[str, str]:
    """The words of a share's clause before it and behind it."""
    start = read.starts[entry.sentence]
    before = CUT.split(read.text[start : entry.start])[-1]
    return before, CUT.split(read.text[entry.end : entry.end + 80])[0]


def _follows(read: Passage, entry: Entry) -> bool:
    before, after = _clause(read, entry)
    return bool((RESULT.search(before) or OF.match(after)) and not ELSE.search(before + " " + after))


def _judged(paragraph: Paragraph, read: Passage, at: int, printed: Percent) -> Iterator[Finding]:
    entry = read.entries[at]
    if any(said_in(read.sentence(entry.sentence))):
        return
    near_by = [e for e in read.entries if e is not entry and entry.sentence - 2 <= e.sentence <= entry.sentence]
    counts = counts_of(e for e in near_by if e.kind == "count")
    if not FEWEST <= len(counts) <= MOST or any(e.kind == "share" for e in near_by):
        return
    if any(fits(part, whole, printed) for part, whole in _pairs(read, entry, counts)):
        return
    # "Of all calls": of any that the paragraph tells.
    every = counts_of(e for e in read.entries if e.kind == "count") if OF_ALL.match(read.text, entry.end) else []
    if any(0 < part < whole and fits(part, whole, printed) for part in every for whole in every):
        return
    told = _natural(read, entry)
    if told is None:
        return
    part, whole = told
    verdict: Verdict = "rounding" if near(part, whole, printed) else "wrong"
    exact = rounded(share(part, whole), max(printed.decimals, 1))
    why = f"{part} of {whole} is {exact}%, not {printed}"
    expected = f"{rounded(share(part, whole), printed.decimals)}%"
    slip = f"fraction/{paragraph.line}/{entry.text.lower()}"
    yield Finding(CODE, verdict, paragraph.where, entry.text, str(printed), expected, why, slip, "likely")


def _pairs(read: Passage, entry: Entry, counts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Every part and whole that its counts give: sums of some, what they leave, all of them together."""
    wholes = {*counts, sum(counts), *(a + b for a, b in combinations(counts, 2))}
    wholes |= {abs(a - b) for a, b in combinations(counts, 2)}
    parts = [sum(some) for size in range(1, min(len(counts), MANY) + 1) for some in combinations(counts, size)]
    for whole in wholes:
        for part in {*parts, *(whole - part for part in parts)}:
            if 0 < part <= whole:
                yield part, whole


def _natural(read: Passage, entry: Entry) -> tuple[int, int] | None:
    """The part and the whole that a reader takes it to be of: the last pair told, or what it leaves."""
    before = [e for e in read.entries if e.end <= entry.start and entry.sentence - e.sentence <= 2]
    based = [e for e in before if e.base and e.kind == "count"]
    if based:
        return based[-1].count, based[-1].base or 1
    counts = [e for e in before if e.kind == "count" and not e.base]
    if len(counts) < FEWEST:
        return None
    whole = max(counts, key=lambda e: e.count)
    parts = [e for e in counts if e is not whole]
    # The whole comes first and nothing else is as great: "29 fell due. Fourteen are done, seven under way".
    return (parts[0].count, whole.count) if whole is counts[0] and parts[0].count < whole.count else None
