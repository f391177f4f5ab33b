"""A whole, those who went and those left, one right after the other: "Of 32, 3 gave no answer. That left 29"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from looped.checker.context import Context
from looped.checker.divisions import in_brackets
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
TWO, MOST = 2, 5
OPENED = pattern_of(r"\b(?:of|from|among|out of) (?:(?:the|these|those|our|all) )*$", re.I)
# "By one person": nobody is counted.
BY_ONE = pattern_of(r"\b(?:by|with|to|from|under|in|on|at) (?:only |just )?$", re.I)
# "Of the remaining 188".
OF_REMAINING = pattern_of(r"\bof (?:the|these|those|all) (?:other |remaining )+|/(?:the )?remaining ", re.I)
OF_SOME = pattern_of(r"\b(?:of|among) (?:these|them|those|which|whom|the (?:former|latter))\b", re.I)
WENT_BEFORE = pattern_of(rf"(?:{WENT.pattern})[^.;:()\d]{{0,40}}$", re.I)
ENDS = pattern_of(
    r" (?:[a-z’'-]+ )?(?:this|it|they|were|was|had|did|have|has|are|is|said|gave|who|which|that|and|withdrew|"
    r"left|went|came|fell|"
    r"dropped|stopped|declined|refused|died|moved|failed|missed)\b|[ ]?[,.;:)]",
    re.I,
)


def check(context: Context) -> Iterator[Finding]:
    """Each figure that is called what is left, with the two right before it."""
    for paragraph in context.paragraphs_with(LEFT, REMAINING, SO, OF_REMAINING):
        read = _plainly(passage(paragraph.text))
        for at in range(1, len(read.entries)):
            yield from _judged(paragraph, read, at)


def _plainly(read: Passage) -> Passage:
    """Without "one person", who is no part, and without what those who went are divided into in brackets."""
    kept: list[Entry] = []
    for each in read.entries:
        bare = each.kind == "count" and not each.base and not each.share
        # "14 were excluded (8 twice, 6 moved)": behind the number that these make, whether they do so or not.
        if bare and kept and in_brackets(read.text, each) and WENT_BEFORE.search(_opened(read, each)):
            continue
        if not (bare and each.text.lower() == "one" and BY_ONE.search(read.text[: each.start])):
            kept.append(each)
    return replace(read, entries=tuple(kept)) if len(kept) < len(read.entries) else read


def _opened(read: Passage, each: Entry) -> str:
    """The words before the bracket that a figure stands in."""
    return read.text[: read.text.rfind("(", 0, each.start)]


def _judged(paragraph: Paragraph, read: Passage, at: int) -> Iterator[Finding]:
    rest, part = read.entries[at], read.entries[at - 1]
    yield from _of_several(paragraph, read, at)
    yield from _of_rest(paragraph, read, at)
    whole = _whole(read, at)
    if whole is None or not 0 < part.count < whole or not _is_told_so(read, at, whole):
        return
    yield _finding(paragraph, rest, (whole, part.count), rest.count)


def _of_rest(paragraph: Paragraph, read: Passage, at: int) -> Iterator[Finding]:
    """ "Of 202, 14 were left out. A log was kept in 98 of the remaining 188": what a share is of is what is left."""
    rest, part = read.entries[at], read.entries[at - 1]
    words = read.text[read.starts[part.sentence] : rest.start]
    whole = read.entries[at - 2] if at > 1 else part
    plain = all(e.kind == "count" and not e.base and not e.share for e in (whole, part)) and part is not whole
    near = 0 <= rest.sentence - part.sentence <= 1 and part.sentence - whole.sentence <= 1
    if not plain or not near or not rest.base or not OF_REMAINING.search(rest.text):
        return
    # "Of those with a log 98 of the remaining 150": of some of them.
    some = OF_SOME.search(read.text, part.end, rest.start)
    if ELSE.search(words) or some or not TAKEN_OUT.search(words) or whole.count <= part.count:
        return
    if rest.base < whole.count:
        yield _finding(paragraph, rest, (whole.count, part.count), rest.base)


def _finding(paragraph: Paragraph, rest: Entry, told: Sequence[int], stated: int) -> Finding:
    """What is stated to be left, of the first figure told less the others."""
    whole, *parts = told
    left = whole - sum(parts)
    verdict: Verdict = "ok" if stated == left else "wrong"
    why = f"{whole} less {' and '.join(map(str, parts))} leaves {left}, printed as {stated}"
    slip = f"left/{paragraph.line}/{rest.start}"
    return Finding(CODE, verdict, paragraph.where, rest.text, str(stated), str(left), why, slip, "likely")


def _of_several(paragraph: Paragraph, read: Passage, at: int) -> Iterator[Finding]:
    """ "It held 231. We took out 4 who left and a further 10 who were ill, leaving 217": all of these are gone."""
    low = at - TWO
    while low > 1 and at - low < MOST and _is_part(read, low - 1):
        low -= 1
    if low < 1:
        return
    whole, *parts, rest = read.entries[low - 1 : at + 1]
    told = (whole, *parts, rest)
    if any(e.kind != "count" or e.base for e in told) or whole.share or rest.share or rest.count >= whole.count:
        return
    if whole.count <= sum(e.count for e in parts):
        return
    if any(e.share and not fits(e.count, whole.count, e.share) for e in parts):
        return
    joined = all(a.sentence == b.sentence and AGAIN.search(read.text[a.end : b.start]) for a, b in pairwise(parts))
    near = rest.sentence - parts[0].sentence <= 1 >= parts[0].sentence - whole.sentence
    words = AGAIN.sub("", read.text[read.starts[parts[0].sentence] : rest.start])
    leaves = _leaves(read, read.text[parts[-1].end : rest.start], rest)
    if joined and near and leaves and not ELSE.search(words) and WENT.search(words):
        yield _finding(paragraph, rest, tuple(e.count for e in told[:-1]), rest.count)


def _is_part(read: Passage, at: int) -> bool:
    """Whether a figure is of those who went, as the words between it and the next say, and not what these are of."""
    one, other = read.entries[at : at + 2]
    between = read.text[one.end : other.start]
    beside = one.sentence == other.sentence and AGAIN.search(between) and WENT.search(between)
    return bool(beside) and not OPENED.search(read.text[: one.start])


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
    first = read.entries[at - 3] if at > TWO else None
    if first and first.sentence == part.sentence == whole.sentence and OPENED.search(read.text[: first.start]):
        return None  # "of the 228, 82 went by bus and 80 on foot; that leaves 66": of what the sentence opens with
    return whole.count


def _is_told_so(read: Passage, at: int, whole: int) -> bool:
    """Whether the words say that the part went, or that the others remain, and speak of nothing else."""
    rest, part = read.entries[at], read.entries[at - 1]
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
    # "Of the 91 seen, 76 were dry; this was not so for the remaining 15": all of one sentence.
    opened = at > 1 and not part.base and OPENED.search(read.text[: read.entries[at - TWO].start])
    told = told or bool(opened and rest.sentence == part.sentence == read.entries[at - TWO].sentence)
    # "40 of the 46 came, and the other 6 did not come".
    told = told or bool(part.base and part.sentence == rest.sentence and DENIED.match(read.text, rest.end))
    return bool(REMAINING.search(lead)) and told and bool(ENDS.match(read.text, rest.end))
