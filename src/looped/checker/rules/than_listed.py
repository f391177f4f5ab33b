"""What is more or less than others, and figures behind a mark: "more leaks than either: 12, against 11 and nine"."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.phrases import OTHER_TIME
from looped.checker.prose import Entry, Passage, passage

CODE = "than-listed"
MESSAGE = "What is said to be more or less than others is so by the figures told behind a mark."
GOOD = "The night crew had more leaks than either of the others: 12, compared with 11 by day and nine at dusk."
BAD = "The night crew had fewer leaks than either of the others: 12, compared with 11 by day and nine at dusk."

SAID = pattern_of(
    r"\b(?:(?P<more>more|higher|larger|greater|bigger|longer|older)|(?P<less>fewer|less|lower|smaller|shorter|younger))\b"
    r"[^.;:()\d]{0,50}?\bthan\b[^.;:()\d]{0,60}(?::| –| —) ?$",
    re.I,
)
NOT = pattern_of(r"\b(?:not|no|never|hardly|nor|neither|if|would|rather|n[’']t)\b[^.;:]{0,40}$", re.I)
AGAINST = pattern_of(
    r"[^.;:()\d]{0,30}?,? (?:compared (?:with|to)|(?:as )?against|and not|rather than|vs?\.?|versus) (?:only |just )?",
    re.I,
)
LISTED = pattern_of(r"[^.;:()\d]{0,40}?(?:,|,? and|,? or) (?:only |just )?", re.I)
TWO = 2


def check(context: Context) -> Iterator[Finding]:
    """Each such comparison with the figures behind it."""
    for paragraph in context.paragraphs_with(AGAINST):
        read = passage(paragraph.text)
        for at, first in enumerate(read.entries):
            lead = read.text[read.starts[first.sentence] : first.start]
            said = SAID.search(lead)
            others = _others(read, at) if said and not NOT.search(lead[: said.start()]) else []
            # "More than Oban: 12, compared with 14 last year".
            if said and others and not OTHER_TIME.search(read.sentence(first.sentence)):
                yield _judged(paragraph, read, first, others, said)


def _others(read: Passage, at: int) -> list[Entry]:
    """What a figure is set against: of its kind, in its sentence."""
    first, behind = read.entries[at], read.entries[at + 1 :]
    found: list[Entry] = []
    for last, each in zip((first, *behind), behind, strict=False):
        joined = (LISTED if found else AGAINST).fullmatch(read.text, last.end, each.start)
        if not joined or each.sentence != first.sentence or (each.kind, each.unit) != (first.kind, first.unit):
            break
        found.append(each)
    return found


def _judged(paragraph: Paragraph, read: Passage, first: Entry, others: list[Entry], said: re.Match[str]) -> Finding:
    up = bool(said["more"])
    right = all((each.figure < first.figure) if up else (each.figure > first.figure) for each in others)
    turned = all((each.figure > first.figure) if up else (each.figure < first.figure) for each in others)
    verdict: Verdict = "wrong" if turned and not right else "ok"
    quote = read.text[read.starts[first.sentence] + said.start() : others[-1].end]
    told = " and ".join(each.text for each in others)
    why = f"{first.text} is {'less' if up else 'more'} than {told}" if turned else f"{first.text} against {told}"
    slip = f"than/{paragraph.line}/{first.start}"
    return Finding(CODE, verdict, paragraph.where, quote, quote, "the other way", why, slip, "likely")
