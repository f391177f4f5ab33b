"""A list in one sentence whose parts exclude each other and leave nothing out, and the whole that it divides."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from looped.checker.context import Context
from looped.checker.dividing import OF, OPEN, OVERLAP, SEVERAL, SHARED
from looped.checker.document import Paragraph
from looped.checker.end_words import THE_FIRST
from looped.checker.entries import Parts
from looped.checker.finding import Finding
from looped.checker.known import known_numbers
from looped.checker.numbers import fits
from looped.checker.opposites import are_opposed
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage

CODE = "none-left-out"
MESSAGE = "Parts that exclude each other and leave nothing out make a number that the document tells."
GOOD = "We read 94 files and 425 visits. 345 visits were made in time, 50 were late and 30 were not made at all."
BAD = "We read 94 files and 425 visits. 345 visits were made in time, 50 were late and 24 were not made at all."

# The last part takes up all that the others left: it is told by what it isn't.
REST = pattern_of(
    r"\b(?:not|no|none|never|neither|nothing|without|unknown)\b|n[’']t\b|"
    r"\b(?:something|somewhere|someone|anything) else\b|"
    r"\bother (?:reasons?|things?|matters?|themes?|causes?|subjects?|places?)\b|"
    r"\b(?:less often|more seldom|only rarely|or less|or fewer|or more|or later)\b",
    re.I,
)
# Each goes to one side: "allocated to the drug", "graded good".
ALLOT = pattern_of(
    r"\b(?:allocated|assigned|allotted|randomi[sz]ed|split|divided|graded|rated|classed|sorted|placed in|"
    r"categori[sz]ed|one (?:main )?(?:theme|reason|heading|group|category|grade|answer))\b",
    re.I,
)
TO_ONE = re.compile(r"allocat|assign|allot|random|split|divid", re.I)
DEGREES = pattern_of(r"\b(?:lower|higher|better|worse|earlier|later|shorter|longer|smaller|larger|more|less)\b", re.I)
WAYS = (("lower", "higher"), ("worse", "better"), ("earlier", "later"), ("shorter", "longer"), ("smaller", "larger"))
OTHER_WAY = dict((*WAYS, *((last, first) for first, last in WAYS), ("more", "less"), ("less", "more")))
JOIN = pattern_of(r"(?:,|;|,? (?:and|but|while|with))\s(?:[^.,;:()\d]{0,30} )?$|, $", re.I)
CLOSE = pattern_of(r"(?:\band|\bbut|\bwhile|;)(?: [a-z’'-]+){0,4} $", re.I)
# "In 3 cases it was blank, in 8 it was late": each begins in the same way.
CASES = pattern_of(r"\b(?P<by>in|for|on|at|with) $", re.I)
# What nests a figure in another, or sets it beside: no list of parts.
NESTED = pattern_of(
    r"\b(?:of (?:them|these|those|whom|which|the)|including|than|compared|against|per|each|every|average|mean|so|"
    r"that is|leav\w+|making|giving|total|altogether|at least(?! once)|at most|up to|then|again|also|both|twice|target|"
    r"from \S+ to|rose|fell|out of|until|after|among)\b",
    re.I,
)
# Each part stands first in its clause: no "floor seven".
OPENS = pattern_of(r"(?:^|[,:;.(] |\b(?:and|but|while|whereas|in|for|on|at|with|we|[a-z]+ed) )$", re.I)
# "In five more", "a sentence or two": other parts are told elsewhere, or nothing is counted.
MORE = pattern_of(r" (?:more|others?|further)\b|[^.;:]{0,60}\bor (?:one|two|three|so)\b", re.I)
HEDGED = pattern_of(
    r"\b(?:about|around|some|nearly|almost|over|under|than|least|most|last|next|page|table|per) $", re.I
)
OF_NONE_TOLD = pattern_of(
    r"(?:^|[.;:] )(?:(?:of|among) (?:those|the [a-z]+s) who [a-z ]{3,30}|"
    r"asked (?:how|what|whether|if|about) [a-z ]{3,50}),"
    r" (?:only |just )?$",
    re.I,
)
# Of a set within the sentence, not of the whole that stands before it.
ELSE = pattern_of(
    r"\b(?:last (?:year|time)|previous\w*|earlier|year before|nationally|some of|mainly|mostly|such as)\b"
)
NEAR, CLOSE_BY, SHORT, LONG, BACK, LEAST = 5, 25, 2, 110, 1, 12


@dataclass(frozen=True)
class Told(Parts):
    """A list and what may be its whole. reach: how far a slip takes its sum from that."""

    wholes: tuple[int, ...]
    reach: int


def check(context: Context) -> Iterator[Finding]:
    """Sentence by sentence."""
    for paragraph in context.document.paragraphs:
        read = passage(paragraph.text)
        for at in range(len(read.starts)):
            for told in _lists(context, read, at):
                yield from _judged(context, paragraph, read, told)


def _lists(context: Context, read: Passage, at: int) -> Iterator[Told]:
    """The lists of a sentence: from a part on to its last figure."""
    own = read.of_sentence(at)
    if len(own) < SHORT or ELSE.search(read.sentence(at)):
        return
    for low in range(len(own) - 1):
        parts = own[low:]
        if OF.search(read.text[: own[low].start]):
            continue  # "of the 14": the whole itself
        if not _is_list(read, parts):
            continue
        opened = low == 1 and bool(OF.search(read.text[: own[0].start]))
        if low and not opened and _joins(read.text[own[low - 1].end : own[low].start]):
            continue  # what stands before it is a part too
        reach = _reach(read, parts, opened=opened)
        if reach:
            yield Told(tuple(parts), _wholes(context, read, own[:low], parts), reach)
        return


def _joins(gap: str) -> bool:
    return bool(JOIN.search(gap)) and not re.search(r"[;:]", gap) and not NESTED.search(gap)


def _is_list(read: Passage, parts: Sequence[Entry]) -> bool:
    """Whether figures are counts of one list, closed by "and"."""
    if any(e.kind != "count" or e.base or HEDGED.search(read.text[: e.start]) for e in parts):
        return False
    if any(MORE.match(read.text, e.end) or not OPENS.search(read.text[: e.start]) for e in parts):
        return False
    gaps = [read.text[a.end : b.start] for a, b in pairwise(parts)]
    if not all(JOIN.search(gap) and len(gap) < LONG and not NESTED.search(gap) for gap in gaps):
        return False
    # "108 agreed; 55 went to the one and 53 to the other": what stands before a semicolon is no part.
    return bool(CLOSE.search(gaps[-1])) and sum(";" in gap for gap in gaps) in (0, len(gaps))


def _clauses(read: Passage, parts: Sequence[Entry]) -> list[str]:
    """What is said of each part: up to the next, or to the end of the clause."""
    end = read.starts[parts[-1].sentence] + len(read.sentence(parts[-1].sentence))
    last = re.split(r"[.;:(]|\s[–—-]\s", read.text[parts[-1].end : end])[0]
    return [*(read.text[a.end : b.start] for a, b in pairwise(parts)), last]


def _reach(read: Passage, parts: Sequence[Entry], *, opened: bool) -> int:
    """By how much the sum of parts may miss a whole: nothing can be in two of them, and none is left out.

    Of what a sentence opens with, three may be told that don't exclude each other: only the least slip is one.
    """
    said = _clauses(read, parts)
    start = read.starts[parts[0].sentence]
    words = read.text[parts[0].start : parts[-1].end] + said[-1]
    if OVERLAP.search(read.sentence(parts[0].sentence)) or SEVERAL.search(words) or OPEN.search(words):
        return 0
    most = max(SHORT, sum(e.count for e in parts) // NEAR)
    before = read.text[start : parts[0].end] + said[0]
    allotted = ALLOT.search(before)
    # "Of the six three were graded good and one poor": two of several grades may be named.
    if _are_opposite(said) or (allotted and (len(parts) > SHORT or TO_ONE.match(allotted.group()))):
        return most
    if len(parts) == SHORT:
        return 0
    led = {found["by"].lower() if (found := CASES.search(read.text[: e.start])) else "" for e in parts}
    alike = len(led) == 1 and "" not in led
    # "Twelve had pain, nine had nausea and six had not slept": none of these denies the others.
    shared = sum(bool(SHARED.search(each)) for each in said[:-1]) > 1
    return most if REST.search(said[-1]) and (opened or not shared) or alike else int(opened)


def _are_opposite(said: Sequence[str]) -> bool:
    """Whether two of the parts are told by words that exclude each other: "lower" and "higher"."""
    for first, last in combinations(said, 2):
        if are_opposed(first, last):
            return True
        degrees = {each.lower() for each in DEGREES.findall(first)}
        if any(OTHER_WAY[each] in DEGREES.findall(last) for each in degrees):
            return True
    return False


def _wholes(context: Context, read: Passage, own: Sequence[Entry], parts: Sequence[Entry]) -> tuple[int, ...]:
    """What the list may divide: a count told before it, with its base and what it leaves of that."""
    first = parts[0]
    if len(own) == 1 and OF.search(read.text[: own[0].start]):
        return (own[0].count,) if own[0].kind == "count" and not own[0].base else ()
    before = [e for e in read.entries if e.start < first.start and first.sentence - e.sentence <= BACK]
    counts = [e for e in before if e.kind == "count" and not THE_FIRST.search(read.text, 0, e.start)]
    if OF_NONE_TOLD.search(read.text[: first.start]):
        told = sum(e.count for e in parts)
        return tuple(n for n in context.once(known_numbers) if abs(n - told) * CLOSE_BY <= told)
    found = [n for e in counts for n in (e.count, e.base, (e.base or e.count) - e.count) if n]
    return tuple(found)


def _judged(context: Context, paragraph: Paragraph, read: Passage, told: Told) -> Iterator[Finding]:
    summed, most = told.summed, max(each.count for each in told.parts)
    shares = [(each.count, each.share) for each in told.parts if each.share]
    wholes = [
        n
        for n in told.wholes
        if n > most and abs(n - summed) <= told.reach and all(fits(count, n, share) for count, share in shares)
    ]
    if len(shares) == len(told.parts):
        return  # each is proved by its own share: the two don't shut each other out
    if not wholes or summed in told.wholes or _is_told(context, read, told):
        return
    whole = min(wholes, key=lambda n: abs(n - summed))
    terms = " + ".join(each.text.split(" (")[0] for each in told.parts)
    why = f"{terms} = {summed}, against {whole}"
    quote = read.text[told.parts[0].start : told.parts[-1].end]
    slip = f"parts/{paragraph.line}/{told.parts[0].start}"
    yield Finding(CODE, "wrong", paragraph.where, quote, str(whole), str(summed), why, slip, "likely")


def _is_told(context: Context, read: Passage, told: Told) -> bool:
    """Whether the sum is told, or another figure makes the whole with it or is over."""
    mine = {each.start for each in told.parts}
    at = told.parts[0].sentence
    near = [e for e in read.entries if e.start not in mine and abs(e.sentence - at) <= BACK and e.kind == "count"]
    others = {n for e in near for n in (e.count, e.base) if n}
    if told.summed in others or any(abs(n - told.summed) in others - {n} for n in told.wholes):
        return True
    return told.summed > LEAST * SHORT and told.summed in context.once(known_numbers)
