"""Counts out of bases of their own that are told together: "17 of 126 here and 15 of 107 there, 32 people"."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from looped.checker.adding import opened_at
from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.rules.told_total import LEADS, OTHER

CODE = "pooled-total"
MESSAGE = "What groups make together is the sum of their counts, or of their bases."
GOOD = "Nine of 40 homes and 8 of 35 schools were late; together that is 17 places."
BAD = "Nine of 40 homes and 8 of 35 schools were late; together that is 27 places."

MANY, FEWEST, MOST = 12, 3, 5
# In words before it or behind it: of all of them.
ALL = pattern_of(
    r"^[^.;:\d]{0,40}?\b(?:overall|in all|in total|altogether|all told|combined|together|taken together|as a whole|"
    r"(?:across|in|of|for|from|over) (?:both|all|either|the (?:two|three|four|five)|every))\b",
    re.I,
)
# "…: 22 of 45", "… (46 of 125)", "…, or 46 of 125", "…, so 46 of 125".
SUMMED = pattern_of(
    r"(?:[:(=]|\s[–—-]|[,;] (?:that is(?: to say)?,?|i\.e\.,?|or|so|thus|hence|making|giving|which (?:is|makes|gives)|"
    r"a total of|in all|altogether))\s*(?:in |for |a total of |that is,? )*$",
    re.I,
)
OPENED = pattern_of(r"[^.;:()\d]{0,90}(?:[:(]|\s[–—-])\s*(?:[a-z’'-]+ ){0,5}", re.I)
SPREAD = pattern_of(
    r"\b(?:overall|in all|altogether|in total|made up of|divided|split|broken down|namely|being)\b", re.I
)
JOINED = pattern_of(r",|;|\band\b|\bplus\b|\bwhile\b", re.I)
APPOSED = pattern_of(r"[^.;:()\d]{0,70}(?:,|:|\s[–—-]|\()\s*(?:that is,? |namely,? |being )?", re.I)
CONTRAST = pattern_of(r"\b(?:of whom|of which|including|than|compared|against|average|mean|per|further|also)\b", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each run of two or more such counts with a figure for all of them."""
    for paragraph in context.document.paragraphs:
        read = passage(paragraph.text)
        if len(read.entries) < FEWEST:
            continue
        bound = [each for each in read.entries if each.base and each.kind == "count" and _parts_by_base(read, each)]
        for each in bound:
            yield _judged(paragraph, _parts_by_base(read, each), each)
        for at in range(len(read.starts)):
            run = _run(read, at)
            if len(run) > 1:
                for whole in (*_before(read, run), *_behind(read, run)):
                    if whole not in bound:
                        yield _judged(paragraph, run, whole)
                    break


def _parts_by_base(read: Passage, whole: Entry) -> list[Entry]:
    """The counts near it whose bases make its base: "27 of 79 here and 19 of 46 there, 46 of 125 in all".

    Or as many counts right before it as the sentence before tells groups that make its base.
    """
    near = [e for e in read.entries if e is not whole and abs(e.sentence - whole.sentence) <= 1 and e.kind == "count"]
    based = [e for e in near if e.base]
    for size in range(2, min(len(based), MOST) + 1):
        for at in range(len(based) - size + 1):
            run = based[at : at + size]
            if sum(e.base or 0 for e in run) == whole.base and _is_of_all(read, run, whole):
                return run
    own = [e for e in near if e.sentence == whole.sentence and e.end <= whole.start and not e.base]
    groups = [e for e in near if e.sentence == whole.sentence - 1 and not e.base]
    if not groups and len(own) > FEWEST and len(own) % 2 == 0:
        groups, own = own[: len(own) // 2], own[len(own) // 2 :]
    alike = FEWEST - 1 <= len(own) == len(groups) and sum(e.count for e in groups) == whole.base
    return own if alike and _is_of_all(read, own, whole) else []


def _is_of_all(read: Passage, run: Sequence[Entry], whole: Entry) -> bool:
    """Whether a count is said to be of all that a run tells: before it with a sign that opens it, or behind."""
    if whole.start > run[-1].end:
        lead = read.text[max(run[-1].end, read.starts[whole.sentence]) : whole.start]
        behind = read.text[whole.end : whole.end + 60]
        # "…, 8 of 16 in June. Inadequate: 13 of 77": a sentence of its own names another thing before its colon.
        summed = whole.sentence == run[-1].sentence and SUMMED.search(lead)
        return bool(LEADS.search(lead) or ALL.search(lead) or ALL.match(behind) or summed)
    gap = read.quiet[whole.end : run[0].start]
    opened = OPENED.fullmatch(gap) and whole.sentence == run[0].sentence
    return bool(opened or (SPREAD.search(gap) and whole.sentence <= run[0].sentence)) and not CONTRAST.search(gap)


def _run(read: Passage, at: int) -> list[Entry]:
    """The counts with bases of a sentence, where the bases differ and nothing else stands between."""
    based = [e for e in read.of_sentence(at) if e.base and e.kind == "count" and opened_at(read.text, e.start) < 0]
    gaps = [read.quiet[a.end : b.start] for a, b in zip(based, based[1:], strict=False)]
    joined = all(JOINED.search(gap) and len(gap) < 110 and not CONTRAST.search(gap) for gap in gaps)
    return based if joined and len({e.base for e in based}) == len(based) else []


def _before(read: Passage, run: Sequence[Entry]) -> Iterator[Entry]:
    """ "Thirty-two people fell, 17 of 126 here and 15 of 107 there": the figure that opens its sentence."""
    before = [e for e in read.of_sentence(run[0].sentence) if e.end <= run[0].start]
    if len(before) == 1 and before[0].kind == "count" and not before[0].base and not before[0].share:
        gap = read.quiet[before[0].end : run[0].start]
        if APPOSED.fullmatch(gap) and not CONTRAST.search(gap) and before[0].value > max(e.value for e in run):
            yield before[0]


def _behind(read: Passage, run: Sequence[Entry]) -> Iterator[Entry]:
    after = [e for e in read.entries if e.start >= run[-1].end and e.sentence <= run[0].sentence + 1]
    whole = sum(e.base or 0 for e in run)
    if after and after[0].kind == "count" and after[0].base in (None, whole):
        lead = read.text[max(run[-1].end, read.starts[after[0].sentence]) : after[0].start]
        if LEADS.search(lead) and not OTHER.search(lead):
            yield after[0]


def _judged(paragraph: Paragraph, run: Sequence[Entry], whole: Entry) -> Finding:
    # Each further one would double the work.
    run = run[:MANY]
    counts, bases = [e.count for e in run], [e.base or 0 for e in run]
    left = [base - count for count, base in zip(counts, bases, strict=True)]
    sums = {
        sum(some)
        for each in (counts, bases, left)
        for size in range(2, len(run) + 1)
        for some in combinations(each, size)
    }
    right = whole.count in sums
    terms = " + ".join(map(str, counts))
    why = f"{terms} = {sum(counts)}, printed as {whole.text.split(' (')[0]}"
    slip = f"parts/{paragraph.line}/{whole.start}/{whole.text}"
    verdict: Verdict = "ok" if right else "wrong"
    return Finding(CODE, verdict, paragraph.where, whole.text, whole.text, str(sum(counts)), why, slip, "likely")
