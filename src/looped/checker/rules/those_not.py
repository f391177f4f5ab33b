"""Those that are told by what they did not do, behind how many did: "he took 13 of the 14. The one not taken"."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.dividing import OF
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.prose import NUMBER, Entry, Passage, passage, stems

CODE = "those-not"
MESSAGE = "Those of whom the opposite is told are as many as the part before leaves of its whole."
GOOD = "The owner has agreed to 13 of the 14 repairs. The one not agreed to is for a mast."
BAD = "The owner has agreed to 12 of the 14 repairs. The one not agreed to is for a mast."

OTHER_PART = pattern_of(r"\b(?:in part|part(?:ly|ially)|not at all|none|not yet)\b", re.I)
THOSE = pattern_of(
    rf"\W*The (?P<n>{NUMBER}) (?:[a-z’'-]+ ){{0,2}}?(?:(?:who|that|which) (?:did|does|do|was|were|had|"
    rf"has|have|are|is) )?"
    r"not (?:been |yet |be )?(?P<what>[a-z’'-]+(?: [a-z’'-]+)?)\b",
    re.I,
)


def check(context: Context) -> Iterator[Finding]:
    """Each sentence that opens so, with the one part before it that did."""
    for paragraph in context.paragraphs_with(THOSE):
        read = passage(paragraph.text)
        for at in range(1, len(read.starts)):
            said = THOSE.match(read.sentence(at))
            part = _part(read, at - 1, said["what"]) if said else None
            if said and part:
                yield from _judged(paragraph, read, said, part, read.starts[at])


def _part(read: Passage, at: int, what: str) -> tuple[int, int] | None:
    """How many of how many did it; none where not one figure only is told with those words."""
    own = [e for e in read.of_sentence(at) if e.kind == "count"]
    if OTHER_PART.search(read.sentence(at)):
        return None  # "of the 16 ten were done, four in part and two not at all": more parts than these
    words = stems(what)
    told = (
        [e for e in own if e.base and words & stems(read.sentence(at))]
        if len(own) == 1
        else _by_words(read, own, words)
    )
    if len(told) != 1:
        return None
    base = told[0].base or (own[0].count if OF.search(read.text[: own[0].start]) and told[0] is not own[0] else 0)
    return (told[0].count, base) if base > told[0].count else None


def _by_words(read: Passage, own: list[Entry], words: frozenset[str]) -> list[Entry]:
    """The figures in whose clause one of some words stands."""
    ends = (
        [*(e.start for e in own[1:]), read.starts[own[0].sentence] + len(read.sentence(own[0].sentence))] if own else []
    )
    return [e for e, end in zip(own, ends, strict=True) if words & stems(read.text[e.end : end])]


def _judged(
    paragraph: Paragraph, read: Passage, said: re.Match[str], part: tuple[int, int], start: int
) -> Iterator[Finding]:
    number, (did, base) = whole(said["n"]), part
    if number is None:
        return
    verdict: Verdict = "ok" if number == base - did else "wrong"
    low, high = start + said.start("n"), start + said.end("n")
    why = f"{base} less {did} leaves {base - did}, printed as {said['n']}"
    slip = f"parts/{paragraph.line}/{low}"
    yield Finding(CODE, verdict, paragraph.where, read.text[low:high], said["n"], str(base - did), why, slip, "likely")
