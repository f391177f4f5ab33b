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
LEAST, REACH = 2, 3


def check(context: Context) -> Iterator[Finding]:
    """Each sentence that names two or more of a list before it and one figure."""
    for paragraph in context.paragraphs_with(TOGETHER, EITHER):
        read = passage(paragraph.text)
        for listed in told_lists(read):
            last = max(each.entry.end for each in listed)
            for at in range(read.sentence_at(last - 1), min(len(read.starts), read.sentence_at(last - 1) + REACH)):
                yield from _sentence(paragraph, read, at, listed)


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
    known = known or (noun and stems(noun[1]) <= stems(read.text[:low]))
    if known and _is_said(sentence, own[0].start - low, own[0].end - low, named):
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
