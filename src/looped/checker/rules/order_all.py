"""What is said of all of several, against counts told elsewhere that leave some of them out."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.numbers import whole
from looped.checker.parties import finding_of
from looped.checker.patterns import pattern_of
from looped.checker.prose import NUMBER, Entry, Passage, passage
from looped.checker.quantified import Quantifier, quantifiers
from looped.checker.weighing import prose_alone
from looped.checker.wholes import says_no

CODE = "order-all"
MESSAGE = "What is said of all of several leaves out none by the counts told of them."
GOOD = "At Ash 20 of 20 drivers had a badge, and at Elm 15 of 15. At both depots, then, every driver had one."
BAD = "At Ash 20 of 20 drivers had a badge, and at Elm 12 of 15. At both depots, then, every driver had one."

# "At Ash this was so of nine of nine plans", "at both, then, every driver had one".
THIS_SO = pattern_of(
    r"\b(?:this|that|it) (?:was|is|held|had been) (?:true|so|the case|done|met)\b|\bthis (?:held|applied)\b", re.I
)
THEN = pattern_of(r"\b(?:then|thus|therefore|so|hence|in short|accordingly)\b", re.I)
LIMITS = pattern_of(
    r"\b(?:at least|more than|over|above|below|under|target|standard|most|some|half|but|except)\b|%", re.I
)
# "All had done it: the register showed ten certificates".
SHOWN = pattern_of(
    rf"^(?:All|Every one|Each|Everyone)(?: of them)? [^.;:()\d]{{3,90}}?[:;] [^.;:()\d]{{3,50}}?\b(?:show(?:s|ed)|held|"
    rf"ha[sd]|list(?:s|ed)|contain(?:s|ed)|record(?:s|ed)|bore|carried) (?:only |just )?(?P<n>{NUMBER}) "
    rf"(?:[a-z]+ )?(?:certificates?|records?|entries|signatures?|names|forms|dates|ticks|receipts?|replies|returns)\b"
)
# "Two of the 33 had been left unsigned: all 33 bore a name".
LACKED = pattern_of(
    rf"(?:^|[.;] )(?P<n>{NUMBER}) of (?:the |our |these )?(?P<m>{NUMBER}) [^.;:()\d]{{3,60}}?\b(?:un[a-z]+ed|not|"
    rf"without|lacked|lacking|missing|blank)\b[^.;:()\d]{{0,30}}(?:[:;]|\s[–—]|, (?:for|since|as)) all (?:of the )?"
    rf"(?P<k>{NUMBER}) (?!but\b)",
    re.I,
)
# "No lift went unchecked: 16 of the 18 had been looked at".
NO_UNDONE = pattern_of(
    rf"(?:^|[.;] )(?:no|not (?:one|a single)) [a-z’'-]+(?: [a-z’'-]+){{0,2}}? (?:went|was|were|is|are|had been|"
    rf"has been|remained|lay|"
    rf"stood) un[a-z]+ed(?: [a-z]+){{0,3}}(?::|;|,|\s[–—]) (?:and )?(?P<a>{NUMBER}) (?:out )?of (?:the |our |all )?"
    rf"(?P<b>{NUMBER})\b [^.;:()\d]{{3,60}}",
    re.I,
)
# "All 18 lifts were seen; 18 cards were found, one for each lift".
ONE_EACH = pattern_of(
    rf"\b(?P<m>{NUMBER}) (?:[a-z]+ )?(?P<what>[a-z]+)s [^.:()\d]{{3,60}}?[;,.] (?:and )?(?P<n>{NUMBER}) "
    rf"[^.;:,()\d]{{3,50}}, one (?:for|to|per|in|at|from|on) each(?: (?:of (?:them|these)|(?P=what)))?(?=[.,;)])",
    re.I,
)
# "All 16 sheds were seen; the nine in town and the seven outside it".
PARTED = pattern_of(
    rf"\b(?:all|each of the|every one of the) (?P<m>{NUMBER}) [^.;:()\d]{{3,60}}?[;:,] the (?P<a>{NUMBER}) "
    rf"[^.;:()\d]{{3,40}}? and the (?P<b>{NUMBER}) [^.;:,()\d]{{3,40}}?(?=[.;:,]| (?:was|were|had)\b)",
    re.I,
)


# "Both floors had slow bells", and how slow they were.
HAD_SOME = pattern_of(
    r"(?: [a-z’'-]+){1,3} (?:thus |then |therefore )?(?:had|saw|showed|recorded|reported|held) (?!no\b|none\b|all\b)",
    re.I,
)
BOUND = pattern_of(r"\bthat (?:took|lasted|cost|waited|ran|were) (?:longer|more|over|above)[^.;]*", re.I)
# "No patient died (0 of 60 and 2 of 58)".
NONE_OF = pattern_of(
    r"(?:^|[.;] )(?:no|none|neither)\b[^.;:()\d%]{3,60}\((?P<a>\d+) ?(?:of|out of|/) ?\d+(?: and|,|;) (?P<b>\d+) ?"
    r"(?:of|out of|/) ?\d+\)",
    re.I,
)


# "There were no falls in either ward (0 on Rose, 2 on Lily)".
NONE_LISTED = pattern_of(
    r"(?:^|[.;] )(?:there (?:was|were|had been) )?(?:no|none|neither|not one)\b(?! (?:more|fewer|"
    r"less)\b)[^.;:()\d%]{3,60}"
    r"(?:\(|: |\s[–—] )(?P<list>[^.;:()]{0,20}?\b(?:\d{1,3}|none|nil)\b[^.;:()%£]{2,120}?)(?=\)|[.;])",
    re.I,
)
LISTED = re.compile(
    r"(?:(?:[A-Za-z][\w’'-]* ){0,3}?\d{1,3}(?: (?:in|on|at|for|with|by|from)(?: [\w’'-]+){1,4}?)?(?:, and |,? and |"
    r", |$)){2,6}",
    re.I,
)


def check(context: Context) -> Iterator[Finding]:
    """Each statement on all with such counts near it."""
    for paragraph in context.once(prose_alone):
        read = passage(paragraph.text)
        yield from _one_each(paragraph, read)
        if len(read.entries) < 2:
            continue
        for said in quantifiers(paragraph.text):
            if said.kind == "all":
                yield from _in_full(paragraph, read, said)
                yield from _both_some(paragraph, read, said)
        for at in range(1, len(read.starts)):
            yield from _shown(paragraph, read, at)
        for found in LACKED.finditer(read.text):
            one, base, every = (whole(found[name]) or 0 for name in "nmk")
            if 0 < one < base == every:
                why = f"{one} of {base} and all {base}"
                yield finding_of(CODE, paragraph, read, found.span("n"), (False, "none"), why)
        for found in NONE_OF.finditer(read.text):
            counts = [int(found["a"]), int(found["b"])]
            if not says_no(found.group().partition(" ")[2]) and 0 in counts:
                why = f"{counts[0]} and {counts[1]}"
                yield finding_of(CODE, paragraph, read, found.span("b"), (not any(counts), "not none"), why)
        yield from _none_listed(paragraph, read)
        for found in PARTED.finditer(read.text):
            every, one, other = (whole(found[name]) or 0 for name in "mab")
            right = one + other == every
            why = f"{one} + {other} = {one + other}, of {every}"
            yield finding_of(CODE, paragraph, read, found.span("m"), (right, "" if right else str(one + other)), why)


def _one_each(paragraph: Paragraph, read: Passage) -> Iterator[Finding]:
    """None undone, and how many of them were done; or one for each of them, and how many there were."""
    for found in NO_UNDONE.finditer(read.text):
        one, base = whole(found["a"]) or 0, whole(found["b"]) or 0
        if 0 < one <= base and not says_no(found.group()[found.end("b") - found.start() :]):
            right = one == base
            why = f"{one} of {base} is {'' if right else 'not '}all"
            yield finding_of(CODE, paragraph, read, found.span("a"), (right, "" if right else str(base)), why)
    for found in ONE_EACH.finditer(read.text):
        one, base = whole(found["n"]) or 0, whole(found["m"]) or 0
        right = one == base
        why = f"one for each of {base}, and {one}"
        yield finding_of(CODE, paragraph, read, found.span("n"), (right, "" if right else str(base)), why)


def _none_listed(paragraph: Paragraph, read: Passage) -> Iterator[Finding]:
    """None, and behind it a list of counts of which some are noughts and some are not."""
    for found in NONE_LISTED.finditer(read.text):
        lead = read.text[found.start() : found.start("list")]
        # "No breaches in August (July 4, August 0)": said of one of them.
        named = {word for word in re.findall(r"[A-Z][a-z]+|\b\d+\b", lead.lstrip(". ;")[1:]) if word in found["list"]}
        if named or LIMITS.search(lead) or not LISTED.fullmatch(found["list"]):
            continue
        counts = [int(n) for n in re.findall(r"(?<![A-Za-z] )(?<!\w)\d{1,3}\b|(?<=[a-z] )\d{1,3}\b", found["list"])]
        if 0 in counts and len(counts) > 1:
            why = ", ".join(map(str, counts))
            yield finding_of(CODE, paragraph, read, found.span("list"), (not any(counts), "not none"), why)


def _both_some(paragraph: Paragraph, read: Passage, said: Quantifier) -> Iterator[Finding]:
    """ "Here 2 of 12 bells were slow. There 0 of 12 were. Both places had slow bells": none is not some."""
    at = read.sentence_at(said.start)
    words = read.sentence(at)
    if said.size != 2 or read.of_sentence(at) or says_no(words) or not HAD_SOME.match(read.text, said.end) or at < 1:
        return
    low = next((first for first in (at - 1, at - 2) if first >= 0 and len(_counts_of(read, first, at)) > 1), None)
    told = _counts_of(read, low, at) if low is not None else []
    if len(told) != 2 or not all(map(_is_counted, told)) or LIMITS.search(BOUND.sub("", words)):
        return
    right = all(each.count for each in told)
    why = f"{told[0].text} and {told[1].text}"
    yield finding_of(CODE, paragraph, read, (said.start, said.end), (right, "" if right else "not both"), why)


def _counts_of(read: Passage, low: int, high: int) -> list[Entry]:
    return [e for at in range(low, high) for e in read.of_sentence(at) if e.kind == "count"]


def _in_full(paragraph: Paragraph, read: Passage, said: Quantifier) -> Iterator[Finding]:
    """A statement on all, and counts of each place with its whole in the sentence before or behind."""
    at = read.sentence_at(said.start)
    words = read.sentence(at)
    if any(e.text.lower() != "one" for e in read.of_sentence(at)) or says_no(words) or LIMITS.search(words):
        return
    for other in range(max(0, at - 1), min(at + 2, len(read.starts))):
        told = read.of_sentence(other)
        linked = THEN.search(words) if other < at else THIS_SO.search(read.sentence(other))
        if len(told) < 2 or not linked or not all(map(_is_counted, told)) or says_no(read.sentence(other)):
            continue
        if said.size not in (None, len(told)) or not any(e.count == e.base for e in told):
            continue
        short = [e for e in told if e.count != e.base]
        why = f"{(short or told)[0].text} is {'not ' if short else ''}all"
        yield finding_of(CODE, paragraph, read, (said.start, said.end), (not short, "not all" if short else ""), why)
        return


def _is_counted(entry: Entry) -> bool:
    return bool(entry.kind == "count" and entry.base)


def _shown(paragraph: Paragraph, read: Passage, at: int) -> Iterator[Finding]:
    """As many papers as there are people, where all are said to have one."""
    found = SHOWN.match(read.sentence(at))
    before = [e for e in read.of_sentence(at - 1) if e.kind == "count" and not e.base and not e.share]
    if not found or not before:
        return
    parts = sum(e.count for e in before[1:])
    every, count = before[0].count, whole(found["n"]) or 0
    if parts in (0, every) and count <= every:
        start = read.starts[at]
        right = count == every
        why = f"{count} of {every} is {'' if right else 'not '}all"
        yield finding_of(CODE, paragraph, read, (start, start + 3), (right, "" if right else "not all"), why)
