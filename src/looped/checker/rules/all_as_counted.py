"""What is said of all, most, few or none, against the count told of the same before, in the same words."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.earlier import EARLIER
from looped.checker.finding import Finding, Verdict
from looped.checker.linking import stem
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage, stems

CODE = "all-as-counted"
MESSAGE = "Where all, most or few are said to be so, as many were counted so before."
GOOD = "We checked 12 boats. 12 carried flares and 11 a radio. All the boats carried flares."
BAD = "We checked 12 boats. 11 carried flares and 12 a radio. All the boats carried flares."

SAID = pattern_of(
    r"(?:^|[.;:]\s+|, (?:so|that is|which means that) |\b(?:credit|clear|good|noted|found|shows?|pleased|"
    r"pleasing|evident|welcome|"
    r"encouraging|conclude|concluded|confirmed?|commend\w*) (?:to see |to note |to find )?that )"
    r"(?:(?:so|thus|therefore|hence|in other words|this means that|that is),? )?"
    r"(?P<said>(?P<all>all|each|every)|(?P<none>none)|(?P<most>(?:a|the) (?:clear |large |small )?majority|most|"
    r"(?:well )?(?:more than|over) half)|(?P<few>(?:only )?(?:a|the) (?:clear |small )?minority|(?:only )?(?:less than|"
    r"fewer than|under) half))\b(?: one)?(?: of)?(?: (?:the|these|those|our|its))? (?P<noun>[a-z-]{3,}) "
    r"(?:(?:inspected|visited|audited|reviewed|tested|sampled|checked|examined|seen|read|surveyed|asked)(?= [a-z]) )?"
    r"(?P<what>[^.;:,()\d]{3,70})(?=[.;:,]|$)",
    re.I,
)
BEHIND = pattern_of(
    r" (?:of (?:the|these|those|them) ?)?(?P<what>[^.;:,()\d]{3,90}?)(?= and (?:\d|\w+ \w+ed)| \(|[.;:,]|$)"
)
PLAIN = stems("therefore thus so hence also then each all the of a an had has have was were is are been with")
# Drawn from what stands before.
DRAWN = pattern_of(r"\b(?:so|thus|therefore|hence|then|means that|in other words)\b", re.I)
NOT = pattern_of(r"\b(?:not|no|none|never|without|lack\w*|un[a-z]{4,}ed)\b|n[’']t\b", re.I)
CLAUSES = re.compile(r"[;:,]| (?:and|but|while) ")
REACH = 2


def check(context: Context) -> Iterator[Finding]:
    """Each such statement behind one count told in its words, and the number of all."""
    for paragraph in context.paragraphs_with(SAID):
        read = passage(paragraph.text)
        for found in SAID.finditer(read.text):
            yield from _judged(paragraph, read, found)


def _judged(paragraph: Paragraph, read: Passage, found: re.Match[str]) -> Iterator[Finding]:
    at, what = read.sentence_at(found.start("said")), _content(found["what"])
    before = [e for e in read.entries if e.end <= found.start("said") and 0 <= at - e.sentence <= REACH]
    told = [e for e in before if what and _tells(read, e, found["noun"]) == what]
    told = told or ([] if NOT.search(found["what"]) else _drawn(read, before, found, what))
    if len(told) != 1 or EARLIER.search(read.text[told[0].end : found.end()]):
        return
    number = told[0].base or _number(read, told[0], found["noun"])
    if number is None or told[0].count > number:
        return
    right = _is_so(found, told[0].count, number)
    said = found["said"].lower()
    why = f"{told[0].count} of {number} is {'' if right else 'not '}{said}"
    quote, slip = found.group().strip(" .;:,"), f"{CODE}/{paragraph.line}/{found.start('said')}"
    verdict: Verdict = "ok" if right else "wrong"
    expected = f"{told[0].count} of {number}"
    yield Finding(CODE, verdict, paragraph.where, quote, found["said"], expected, why, slip, "likely")


def _is_so(found: re.Match[str], count: int, number: int) -> bool:
    if found["all"]:
        return count == number
    if found["none"]:
        return count == 0
    return 2 * count > number if found["most"] else 2 * count < number


def _content(words: str) -> frozenset[str]:
    return stems(words) - PLAIN


def _drawn(read: Passage, before: list[Entry], found: re.Match[str], what: frozenset[str]) -> list[Entry]:
    """ "Bells were in 15 of the 17. So all the bedrooms had one": what is drawn from the one count before it."""
    counted = [e for e in before if e.kind == "count" and (e.base or _number(read, e, found["noun"]))]
    own = [e for e in counted if e.base] or [e for e in counted if DRAWN.search(found.group())]
    if len(own) != 1 or not DRAWN.search(found.group()):
        return []
    clause = CLAUSES.split(read.sentence(own[0].sentence)[: own[0].end - read.starts[own[0].sentence]])[-1]
    behind = CLAUSES.split(read.text[own[0].end : found.start("said")])[0]
    told = f"{clause} {behind}"
    shared = what & stems(told)
    return own if 2 * len(shared) >= len(what) and not NOT.search(told) else []


def _tells(read: Passage, entry: Entry, noun: str) -> frozenset[str]:
    """What a count is told of, without the name of what is counted."""
    if entry.kind != "count":
        return frozenset()
    # "120 were in favour (57%)": what it is told of may stand between a count and its share.
    ends = (entry.end,) if entry.base else (entry.end, entry.start + len(entry.text.split()[0]))
    behind = [each for each in (BEHIND.match(read.text, end) for end in ends) if each]
    return _content(behind[0]["what"]) - stems(noun) if behind else frozenset()


def _number(read: Passage, told: Entry, noun: str) -> int | None:
    """How many there are, by the count before that names them; None where two do."""
    named = {
        e.base or e.count
        for e in read.entries
        if e.kind == "count"
        and e.end <= told.start
        and stem(noun) in map(stem, re.findall(r"[a-z-]+", read.text[e.end :])[:3])
    }
    return next(iter(named)) if len(named) == 1 else None
