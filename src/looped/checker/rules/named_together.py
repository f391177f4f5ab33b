"""Grades or answers of a list told together by their names: "Sound and Fair combined: 55 of 146"."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.phrases import OTHER_TIME
from looped.checker.prose import Entry, Passage, passage, stems
from looped.checker.quantities import printed
from looped.checker.told_list import One, named_in, told_lists

CODE = "named-together"
MESSAGE = "What two names of a list make together is the sum of their figures."
GOOD = "Of the choirs, 7 were placed Gold, 11 Silver and 30 Bronze. Gold and Silver together came to 18."
BAD = "Of the choirs, 7 were placed Gold, 11 Silver and 30 Bronze. Gold and Silver together came to 20."

TOGETHER = pattern_of(
    r"\b(?:combined|together|between them|jointly|in (?:all|total)|altogether|a total of|either|the sum of|added up|"
    r"accounts? for|accounted for|(?:make|makes|made) up)\b",
    re.I,
)
EITHER = pattern_of(r"\bor\b", re.I)
# What stands between the names and the figure, nothing else being told of them.
SAID = pattern_of(
    r"[\s,:(–—-]*(?:(?:[a-z]+s )?(?:combined|together|jointly|in all|in total|between them|"
    r"taken together)?[\s,:(–—-]*)?"
    r"(?:(?:were|was|is|are|had|has|have|got|took|made|make|makes|came|come|comes|account|accounts|accounted|"
    r"accounting|"
    r"up|to|for|total|totalled|of|by|a|the|given|chosen|named|sum|add|adds|added|represent\w*|then|so|in|all|just|only|"
    r"there|at|were)\b[\s,:(–—-]*){0,7}[£$€]?",
    re.I,
)
BEHIND = pattern_of(
    r"(?: [a-z’'-]+){0,3}? (?:were|was|had been|are|got|received) (?:(?:either|as|in|rated|graded|placed|judged|"
    r"classed|"
    r"coded|recorded|marked|found) )*$",
    re.I,
)
ENDS = re.compile(r"\W*$|[,;:(]")
# What may follow the figure; any other word is of what the list counts.
FOLLOWS = pattern_of(
    r"\W*$|[^\w\s]|\s+(?:of|in|out|together|combined|altogether|overall|between|from|and|which|or|per|all)\b|\s*[(–—-]",
    re.I,
)
# "Sound or fair was given for 34 boats".
GIVEN = pattern_of(r"\b(?:given|chosen|named|said|picked|recorded) (?:for|by) $", re.I)
OF_ALL = pattern_of(
    r"\b(?:of|among|out of) (?:the |all |all the |these |our |a total of )*$|\b(?:there were|we "
    r"(?:had|saw|looked at|received)|a total of) (?:a total of )?$",
    re.I,
)
JOINT = pattern_of(r"\b(?:together|combined|both)\b|\bbetween them\b", re.I)
VERB = (
    r"(?:had|have|has|accounted for|account for|made up|make up|came to|totalled|recorded|reported|saw|received|held|"
    r"represent(?:ed)?|contributed|were behind|covered|took)"
)
# "Together these two had 18 of the 48", "the two yards combined had 18", "they had 18 between them".
TWO = r"(?:they|both|(?:these|those|the|this|all)?(?: ?(?P<k>two|three|four|five|2|3|4|5))?(?: [a-z’'-]+){0,3}?)"
JOINTLY = r"(?:(?:taken |added |put |when )?(?:together|combined)|between them|jointly|in combination|in all)"
THESE = pattern_of(
    rf"(?:^|[;,.:] )(?:so |and |thus |therefore )?(?:{JOINTLY},? {TWO}(?: therefore| thus)? {VERB}|"
    rf"{TWO.replace('?P<k>', '?P<j>')},? {JOINTLY},? (?:therefore )?{VERB}|{JOINTLY},?) $|"
    rf"\) {JOINTLY},? {VERB} $",
    re.I,
)
# Parts that may have some in common, and what is told with others.
SHARED = pattern_of(
    r"\b(?:overlap\w*|more than one|both|also|several|(?:at least|over|up to|about|nearly|almost) \d|twice|"
    r"rest|others?|"
    r"except|with|not|none|last|previous|target|each|per|average|respectively|further|including|of (?:these|them|"
    r"those|which|whom))\b|[£$€]",
    re.I,
)
COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5}
LEAST, REACH, FAR = 2, 3, 60


def check(context: Context) -> Iterator[Finding]:
    """Each sentence that names two or more of a list before it and one figure, or says "together" of those told."""
    for paragraph in context.paragraphs_with(TOGETHER):
        yield from _these(paragraph, passage(paragraph.text))
    for paragraph in context.paragraphs_with(TOGETHER, EITHER):
        read = passage(paragraph.text)
        for listed in told_lists(read):
            last = max(each.entry.end for each in listed)
            for at in range(read.sentence_at(last - 1), min(len(read.starts), read.sentence_at(last - 1) + REACH)):
                yield from _sentence(paragraph, read, at, listed)


def _these(paragraph: Paragraph, read: Passage) -> Iterator[Finding]:
    """ "Ayr had 7 boats and Oban 11. Together these two had 18 of the 48": the two that were told, by no name."""
    for total in read.entries:
        lead = read.text[read.starts[total.sentence] : total.start]
        said = THESE.search(lead) if total.kind == "count" else None
        if not said:
            continue
        told = [e for e in read.of_sentence(total.sentence) if e.end <= total.start - len(said.group().strip())]
        before = told or read.of_sentence(total.sentence - 1)
        words = read.text[read.starts[before[0].sentence] if before else total.start : total.start]
        parts = _parts(before, total, read)
        number = COUNTS.get(said["k"] or said["j"] or "two", LEAST)
        if len(parts) != number or SHARED.search(JOINT.sub(" ", words)) or not _is_alike(read, total, words):
            continue
        if told and before[-1].end < read.starts[total.sentence]:
            continue
        yield from _judged(paragraph, total, [One(e.text, e) for e in parts])


def _parts(before: Sequence[Entry], total: Entry, read: Passage) -> list[Entry]:
    """The counts told before a total, without the whole that they are of."""
    bases = {e.base for e in before if e.base}
    wholes = [e for e in before if not e.base and OF_ALL.search(read.text[: e.start])]
    parts = [e for e in before if e not in wholes]
    known = {*bases, *(e.count for e in wholes)}
    if any(e.kind != "count" for e in parts) or (total.base and known and known != {total.base}):
        return []
    # Each of another whole: these are summed elsewhere.
    return parts if len(known) <= 1 and all(e.count <= total.count for e in parts) else []


def _is_alike(read: Passage, total: Entry, words: str) -> bool:
    """Whether a total is of nothing that isn't named before it."""
    end = read.starts[total.sentence] + len(read.sentence(total.sentence))
    behind = re.split(r"[.;:,(]", read.text[total.end : end])[0]
    inside = re.split(r"\(", total.text)[0]
    own = re.sub(r"\d[\d,]*", " ", f"{inside} {behind}")
    return stems(own) <= stems(words) and not SHARED.search(behind) and len(words) < 3 * FAR


def _sentence(paragraph: Paragraph, read: Passage, at: int, listed: Sequence[One]) -> Iterator[Finding]:
    low = max(read.starts[at], *(each.entry.end for each in listed))
    sentence = read.text[low : read.starts[at] + len(read.sentence(at))]
    own = [e for e in read.of_sentence(at) if e.start >= low and e.kind in ("count", "share")]
    if OTHER_TIME.search(sentence):
        return
    named = named_in(listed, sentence)
    chosen = {each.plain: each for _, each in named}
    if len(own) != 1 or not LEAST <= len(chosen) == len(named) < len(listed):
        return
    noun = re.match(r"\s+([A-Za-z’'-]+)", read.text[own[0].end :])
    known = own[0].base or FOLLOWS.match(read.text, own[0].end) or GIVEN.search(read.text, low, own[0].start)
    before = read.text[:low]
    spoken_of = noun and stems(noun[1]) <= stems(before) and (stems(noun[1]) or noun[1] in before)
    if (known or spoken_of) and _is_said(sentence, own[0].start - low, own[0].end - low, named):
        yield from _judged(paragraph, own[0], list(chosen.values()))


def _is_said(sentence: str, start: int, end: int, named: Sequence[tuple[int, One]]) -> bool:
    """Whether the figure is what these names have together: right behind them, or right before."""
    first, last = named[0], named[-1]
    close = last[0] + len(last[1].plain)
    joined = [
        sentence[a + len(one.plain) : b].strip(" “”‘’\"',").lower()
        for (a, one), (b, _) in zip(named, named[1:], strict=False)
    ]
    joined = [re.sub(r"^(?:[a-z]+s )?(and|or|plus)( the)?$", r"\1", each) for each in joined]
    if any(each not in ("and", "or", "plus", "", "with") for each in joined) or joined[-1] == "":
        return False
    if close <= start:
        return bool(SAID.fullmatch(sentence, close, start)) and (
            bool(TOGETHER.search(sentence)) or "or" in joined or "plus" in joined
        )
    return (
        end <= first[0]
        and bool(ENDS.match(sentence[close:]))
        and bool(BEHIND.fullmatch(sentence, end, first[0]))
        and ("or" in joined or bool(TOGETHER.search(sentence)))
    )


def _judged(paragraph: Paragraph, total: Entry, parts: Sequence[One]) -> Iterator[Finding]:
    first = parts[0].entry
    if first.kind == "count" and total.kind == "share":
        return
    shares = first.kind == "share" and total.kind == "share"
    if first.kind != total.kind and not (first.kind == "count" == total.kind):
        return
    summed = sum((each.entry.value for each in parts), Decimal(0))
    slack = max(e.step for e in (total, *(each.entry for each in parts))) if shares else Decimal(0)
    verdict: Verdict = "ok" if abs(summed - total.value) <= slack else "wrong"
    sums = " + ".join(printed(each.entry.value) for each in parts)
    why = f"{' and '.join(each.name for each in parts)}: {sums} = {printed(summed)}, printed as {total.text}"
    slip = f"parts/{paragraph.line}/{total.start}"
    yield Finding(CODE, verdict, paragraph.where, total.text, total.text, printed(summed), why, slip, "likely")
