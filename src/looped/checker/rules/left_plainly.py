"""A whole, those who went and those left, one right after the other: "Of 32, 3 gave no answer. That left 29"."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import fits
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage

CODE = "left-plainly"
MESSAGE = "Those who are left are the whole less those told right before."
GOOD = "Of 32 owners who wrote, 3 were left out. That left 29 owners, of whom 15 (52%) were content."
BAD = "Of 32 owners who wrote, 3 were left out. That left 27 owners, of whom 14 (52%) were content."

# "That left", "leaving a base of", "the remaining".
LEFT = pattern_of(
    r"\b(?:(?:that|this|which|it|so this|so that) (?:left|leaves)|leaving|leaves|left)(?: us)?(?: with)?"
    r"(?: (?:a|an|the|our) (?:[a-z]+ )?(?:base|sample|total|set|number|group) of)? $",
    re.I,
)
# "So that 84 were analysed".
SO = pattern_of(r",? (?:and )?so(?: that)? $", re.I)
ANALYSED = pattern_of(
    r"(?: [a-z’'-]+){0,2}? (?:were|was|are) (?:then |finally |therefore )?(?:analysed|analyzed|included|"
    r"audited|read|reviewed|tested|assessed|"
    r"studied|left|available|eligible|used|examined|inspected|counted)\b|(?: [a-z’'-]+){0,2}? remain(?:ed)?\b",
    re.I,
)
REMAINING = pattern_of(r"\bthe (?:remaining|other) $", re.I)
WENT = pattern_of(
    r"\b(?:left out|exclu\w+|remov\w+|omit\w+|discard\w*|set aside|taken out|took out|withdr\w+|declin\w+|"
    r"refus\w+|void|spoilt|"
    r"no answer|not (?:apply|applicable|answer\w*|eligible|reply|return\w*|found|include\w*|available|usable)|"
    r"could not|did not|had no|were not|was not|missing|blank|incomplete|ineligible|lost|duplicat\w+|"
    r"unreadable|dropped)\b",
    re.I,
)
TAKEN_OUT = pattern_of(
    r"\b(?:left out|excluded|removed|omitted|discarded|set aside|taken out|withdrew|withdrawn|dropped|ineligible|"
    r"not (?:eligible|applicable|assessed|asked|scored|included)|did not apply)\b",
    re.I,
)
# Of each of several, of what was planned, or of what is no whole.
ELSE = pattern_of(
    r"\b(?:each|every|per(?! cent)|both|average|mean|target|expected|last|previous|earlier|at least|up to|more than|"
    r"fewer than|less than|joined|came|added|arrived|new|further|another|also|again|times|percentage|points)\b",
    re.I,
)
DENIED = pattern_of(
    r"(?: [a-z’'-]+)? (?:did|had|have|has|were|was|are|is|could|would|do) (?:not|no|none)\b|(?: [a-z’'-]+)? lacked\b",
    re.I,
)
OF_THEM = pattern_of(r" of (?:these|them|those|whom|which|the)\b", re.I)
AGAIN = pattern_of(r"(?:,? and|,) (?:a further |another )?$|\b(?:a further|another) ", re.I)
THREE = 3
ENDS = pattern_of(
    r" (?:[a-z’'-]+ )?(?:this|it|they|were|was|had|did|have|has|are|is|said|gave|who|which|that|and|withdrew|"
    r"left|went|came|fell|"
    r"dropped|stopped|declined|refused|died|moved|failed|missed)\b|[ ]?[,.;:)]",
    re.I,
)


def check(context: Context) -> Iterator[Finding]:
    """Each figure that is called what is left, with the two right before it."""
    for paragraph in context.paragraphs_with(LEFT, REMAINING, SO):
        read = passage(paragraph.text)
        for at in range(1, len(read.entries)):
            yield from _judged(paragraph, read, at)


def _judged(paragraph: Paragraph, read: Passage, at: int) -> Iterator[Finding]:
    rest, part = read.entries[at], read.entries[at - 1]
    yield from _of_two(paragraph, read, at)
    whole = _whole(read, at)
    if whole is None or not 0 < part.count < whole or not _is_told_so(read, part, rest, whole):
        return
    left = whole - part.count
    verdict: Verdict = "ok" if rest.count == left else "wrong"
    why = f"{whole} less {part.count} leaves {left}, printed as {rest.text}"
    slip = f"left/{paragraph.line}/{rest.start}"
    yield Finding(CODE, verdict, paragraph.where, rest.text, str(rest.count), str(left), why, slip, "likely")


def _of_two(paragraph: Paragraph, read: Passage, at: int) -> Iterator[Finding]:
    """ "It held 231. We took out 4 who left and a further 10 who were ill, leaving 217": both are gone."""
    if at < THREE:
        return
    whole, one, other, rest = read.entries[at - THREE : at + 1]
    told = (whole, one, other, rest)
    if any(e.kind != "count" or e.base or e.share for e in told) or whole.count <= one.count + other.count:
        return
    if rest.count >= whole.count:
        return
    between, lead = read.text[one.end : other.start], read.text[other.end : rest.start]
    near = one.sentence == other.sentence and rest.sentence - one.sentence <= 1 >= one.sentence - whole.sentence
    words = AGAIN.sub("", read.text[read.starts[one.sentence] : rest.start])
    if (
        not near
        or not AGAIN.search(between)
        or not _leaves(read, lead, rest)
        or ELSE.search(words)
        or not WENT.search(words)
    ):
        return
    left = whole.count - one.count - other.count
    verdict: Verdict = "ok" if rest.count == left else "wrong"
    why = f"{whole.count} less {one.count} and {other.count} leaves {left}, printed as {rest.text}"
    slip = f"left/{paragraph.line}/{rest.start}"
    yield Finding(CODE, verdict, paragraph.where, rest.text, str(rest.count), str(left), why, slip, "likely")


def _leaves(read: Passage, lead: str, rest: Entry) -> bool:
    """Whether the words before a figure, or those around it, say that so many are left."""
    return bool(LEFT.search(lead) or (SO.search(lead) and ANALYSED.match(read.text, rest.end)))


def _whole(read: Passage, at: int) -> int | None:
    """The base of the part before a figure, or the count right before the part; none where more is told between."""
    rest, part = read.entries[at], read.entries[at - 1]
    plain = all(e.kind == "count" for e in (rest, part)) and not (rest.base or rest.share)
    if not plain or not 0 <= rest.sentence - part.sentence <= 1:
        return None
    if part.base:
        return part.base
    if at < 2:
        return None
    whole = read.entries[at - 2]
    if whole.kind != "count" or whole.base or whole.share or part.sentence - whole.sentence > 1:
        return None
    if part.share and not fits(part.count, whole.count, part.share):
        return None
    return whole.count


def _is_told_so(read: Passage, part: Entry, rest: Entry, whole: int) -> bool:
    """Whether the words say that the part went, or that the others remain, and speak of nothing else."""
    low, lead = read.text.rfind(".", 0, part.start) + 1, read.text[part.end : rest.start]
    words = read.text[low : rest.start]
    if ELSE.search(words) or OF_THEM.match(read.text, rest.end) or rest.count >= whole:
        return False
    if _leaves(read, lead, rest):
        return bool(WENT.search(words))
    # "Three were left out. Of the remaining 44": those are all that may remain.
    if REMAINING.search(lead) and TAKEN_OUT.search(words) and not part.base:
        return True
    # With its own share the part says of which whole it is.
    told = part.share is not None and fits(part.count, whole, part.share)
    # "40 of the 46 came, and the other 6 did not come".
    told = told or bool(part.base and part.sentence == rest.sentence and DENIED.match(read.text, rest.end))
    return bool(REMAINING.search(lead)) and told and bool(ENDS.match(read.text, rest.end))
