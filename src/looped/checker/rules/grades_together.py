"""How many are said to be good or better, below good: several grades together, against the list that counts each."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.earlier import EARLIER
from looped.checker.finding import Finding, Verdict
from looped.checker.grades import SAID, grades_in
from looped.checker.patterns import pattern_of
from looped.checker.placing import BEST_FIRST
from looped.checker.prose import Entry, Passage, passage
from looped.checker.rules.fraction import hedged

CODE = "grades-together"
MESSAGE = "As many are good or better as the list of grades has good and better."
GOOD = "Six lessons were outstanding, nine good, four fair and one poor. In other words 15 were good or better."
BAD = "Six lessons were outstanding, nine good, four fair and one poor. In other words 13 were good or better."

NAME = pattern_of(
    rf"\b(?:{'|'.join(sorted(BEST_FIRST, key=len, reverse=True))}|requir(?:ed|ing|e) improvement)\b(?! or "
    rf"(?:better|above|"
    r"higher|worse|below|lower|less)\b)",
    re.I,
)
# Where what sums up begins behind a list in one sentence.
SUMMED = pattern_of(
    r"[;:–—]|, (?=(?:so|thus|or|that is|which|making|meaning|in other words|i\.e\.|giving|leaving)\b)|"
    # "43 of 53 (81%) were good or better": what is set in sums nothing up.
    r"\((?!\d)",
    re.I,
)
# Without one of these words SAID tells one grade alone.
SEVERAL = pattern_of(r"\bor\b|\b(?:below|beneath|than|short of|above|at least)\b", re.I)
NOT = pattern_of(
    r"\b(?:not|no|none|never|n[’']t|should|must|target|aim|expect\w*|last|previous|second|third|counting|"
    r"includ\w+|national\w*|england|regional\w*)\b",
    re.I,
)
SOME = pattern_of(
    r"^\W*(?:and |but |while )?(?:in|at|on|for|among|of|within) (?!other words|all\b|total|this\b|these\b|that\b|"
    r"practice\b)",
    re.I,
)
# Behind "15 were good or better": a mark that opens the list.
OPENED = pattern_of(
    r"[^.;:,()\d]{0,30}(?::|\s?\(| [–—-]|, (?:that is|made up of|being|namely|of (?:which|whom|these)),?) ", re.I
)
COLON = pattern_of(r"[^.;:]{0,60}: ")
TWO, FEWEST, REACH, FAR = 2, 3, 2, 3


@dataclass(frozen=True)
class Graded:
    """How many have each grade. total: how many there are; slack: by how much a sum of rounded shares may be out."""

    counts: Mapping[str, Decimal]
    total: Decimal
    slack: Decimal


def check(context: Context) -> Iterator[Finding]:
    """Each figure of several grades together behind a list of grades."""
    for paragraph in context.paragraphs_with(SAID):
        if not SEVERAL.search(paragraph.text):
            continue
        read = passage(paragraph.text)
        for found in SAID.finditer(paragraph.text):
            several = (
                any(found[name] for name in ("worse", "up", "least", "better", "lower")) or " or " in found["what"]
            )
            if several:
                yield from _judged(paragraph, read, found)


def _judged(paragraph: Paragraph, read: Passage, found: re.Match[str]) -> Iterator[Finding]:
    at, wanted = read.sentence_at(found.start("what")), grades_in(found)
    end = read.starts[at] + len(read.sentence(at))
    behind = _behind(read, at, found, wanted)
    cuts = [e.end() for e in SUMMED.finditer(read.text, read.starts[at], found.start())]
    for start in (read.starts[at], *cuts[-1:]):
        stop = read.text.find(":", found.end(), end) if behind else end
        stop = found.end() if stop < 0 else stop
        own = [e for e in read.of_sentence(at) if start <= e.start < stop and e.kind in ("count", "share")]
        # "In the north 12 were good or better": of some of them.
        if len(own) == 1 and not own[0].base and SOME.search(read.text[start : own[0].start]):
            continue
        graded = behind or _before(read, at, start, wanted)
        if (
            graded
            and len(own) == 1
            and not NOT.search(read.text[start:end])
            and not EARLIER.search(read.text[start:end])
        ):
            yield from _told(paragraph, own[0], found, graded)
            return


def _before(read: Passage, at: int, start: int, wanted: frozenset[str]) -> Graded | None:
    """The list of grades before a place: in its sentence, or in one of the two before. wanted: the grades summed up."""
    if start > read.starts[at]:
        return _graded(read, read.starts[at], start, wanted)
    for place in range(at - 1, max(-1, at - 1 - REACH), -1):
        if found := _graded(read, read.starts[place], read.starts[place] + len(read.sentence(place)), wanted):
            return found
    return None


def _behind(read: Passage, at: int, found: re.Match[str], wanted: frozenset[str]) -> Graded | None:
    """The list of grades that a mark opens right behind what sums them up, in its sentence."""
    end = read.starts[at] + len(read.sentence(at))
    opened = OPENED.match(read.text, found.end(), end) or COLON.match(read.text, found.end(), end)
    return _graded(read, opened.end(), end, wanted) if opened else None


def _graded(read: Passage, low: int, high: int, wanted: frozenset[str]) -> Graded | None:
    """Each grade of a stretch of text with the count right before it or right behind it."""
    counts = [e for e in read.entries if low <= e.start < high and e.kind in ("count", "share")]
    names = list(NAME.finditer(read.text, low, high))
    # "Of 68 files 28 were outstanding": the whole stands before its parts.
    whole = counts[0].count if len(counts) == len(names) + 1 and counts[0].kind == "count" else None
    counts = counts[1:] if whole else counts
    kinds = {e.kind for e in counts}
    # Two grades are enough where they are those that are summed up.
    few = len(names) == TWO <= len(wanted)
    if (len(names) < FEWEST and not few) or len(names) != len(counts) or len(kinds) != 1:
        return None
    given = _named(names, counts)
    if given is None or (few and not set(given) <= wanted):
        return None
    if kinds == {"share"}:
        return _in_percent(given)
    total = sum(each.count for each in given.values())
    bases = {each.base for each in given.values() if each.base} | ({whole} if whole else set())
    if len(given) != len(names) or (bases - {total} and not few) or len(bases) > 1:
        return None
    whole = max(bases, default=0) if few else total
    return Graded({name: Decimal(each.count) for name, each in given.items()}, Decimal(whole), Decimal(0))


def _named(names: Sequence[re.Match[str]], counts: Sequence[Entry]) -> dict[str, Entry] | None:
    """Each grade with its count, where names and counts stand by turns."""
    marks: list[tuple[int, Entry | str]] = [(e.start, e) for e in counts]
    marks += [(n.start(), n.group().lower()) for n in names]
    marks.sort(key=lambda each: each[0])
    given: dict[str, Entry] = {}
    for (_, one), (_, other) in zip(marks[::2], marks[1::2], strict=True):
        entry, name = (one, other) if isinstance(one, Entry) else (other, one)
        if not isinstance(entry, Entry) or isinstance(name, Entry):
            return None
        given[re.sub(r"^requir\w+", "requires", name)] = entry
    return given


def _in_percent(given: Mapping[str, Entry]) -> Graded | None:
    """The same in percentages that make a hundred."""
    shares = {name: each.share for name, each in given.items() if each.share}
    counts = {name: each.value for name, each in shares.items()}
    slack = sum((Decimal(1).scaleb(-each.decimals) / 2 for each in shares.values()), Decimal(0))
    if len(counts) != len(given) or abs(sum(counts.values(), Decimal(0)) - 100) > slack:
        return None
    return Graded(counts, Decimal(100), slack)


def _told(paragraph: Paragraph, stated: Entry, found: re.Match[str], graded: Graded) -> Iterator[Finding]:
    grades = grades_in(found) & set(graded.counts)
    # A grade that the list doesn't have: of another scale.
    if not grades or (stated.base and graded.total and stated.base != graded.total):
        return
    expected = sum((graded.counts[each] for each in grades), Decimal(0))
    if stated.kind == "share" and not graded.total:
        return
    if stated.kind == "share" and stated.share:
        exact = expected * 100 / graded.total
        step = Decimal(1).scaleb(-stated.share.decimals)
        lead = paragraph.text[max(0, stated.start - 24) : stated.start]
        miss = abs(exact - stated.share.value)
        right = miss <= (step if graded.slack else step / 2) or hedged(lead, exact - stated.share.value)
        near = miss <= step
        shown = f"{exact.quantize(Decimal('0.1'))}%"
    else:
        right, near, shown = expected == stated.value, False, str(expected)
        if graded.slack:
            return  # a count, of shares
    if not right and stated.kind == "count" and stated.value * FAR < expected:
        return  # "two were good or better at the second look": of something else
    verdict: Verdict = "ok" if right else "rounding" if near else "wrong"
    of = f" of {graded.total}" if graded.total else ""
    listed = " + ".join(str(graded.counts[each]) for each in graded.counts if each in grades)
    why = f"“{found.group().strip()}”: {listed} = {expected}{of}, printed as {stated.text}"
    slip = f"parts/{paragraph.line}/{stated.start}"
    yield Finding(CODE, verdict, paragraph.where, stated.text, stated.text, shown, why, slip, "likely")
