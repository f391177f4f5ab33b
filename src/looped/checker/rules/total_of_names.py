"""Names with a count each, and how many they are right behind the last: "Sound, 22; Worn, 28; Lost, 15 (65 boats)"."""

import re
from collections.abc import Iterator, Sequence

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage, passage
from looped.checker.quieting import NUMBER
from looped.checker.told_list import One, told_lists

CODE = "total-of-names"
MESSAGE = "A total told right behind the last of a list of counts is their sum."
GOOD = "Boats by state: sound, 22; worn, 28; lost, 15 (65 boats)."
BAD = "Boats by state: sound, 22; worn, 28; lost, 15 (67 boats)."

TOTAL = pattern_of(
    rf"\)?(?:\s?\((?:n ?= ?|(?:a )?total(?: of|,|:| =)? ?|in (?:all|total),? |all ?)?(?P<n>{NUMBER})"
    rf"(?: (?:[a-z’'-]+ ){{0,2}}(?:[a-z’'-]+s|people|staff|children|men|women))?"
    rf"(?: in (?:all|total)| altogether| overall)?\)|"
    rf"(?:[,;:]| [–—-]) (?:making |giving |a )?(?:(?:total|all)(?: of|,|:)? |in (?:all|"
    rf"total),? )(?P<m>{NUMBER})(?: [a-z’'-]+){{0,3}}?"
    rf"(?=[.;,]|$)|(?:,| [–—-]) (?:making |giving )?(?P<k>{NUMBER})(?: [a-z’'-]+){{0,3}}? (?:in (?:all|total)|"
    rf"altogether)(?=[.;,]|$))",
    re.I,
)
BRACKET = pattern_of(r"\(|\btotal\b|\b(?:in all|altogether)\b", re.I)
# In the bracket of the last alone: its share, or what it was of.
FEWEST, FAR = 3, 4


def check(context: Context) -> Iterator[Finding]:
    """Each list of three names or more with such a total."""
    for paragraph in context.paragraphs_with(BRACKET):
        read = passage(paragraph.text)
        for listed in told_lists(read):
            if len(listed) >= FEWEST and all(one.entry.kind == "count" and not one.entry.base for one in listed):
                yield from _judged(paragraph, read, listed)


def _judged(paragraph: Paragraph, read: Passage, listed: Sequence[One]) -> Iterator[Finding]:
    last = listed[-1]
    end = last.entry.end
    # Where the name stands behind its figure the total stands behind the name.
    named = re.match(rf"[^.;:()\d]{{0,40}}?{re.escape(last.name)}", read.text[end:])
    ahead = listed[0].entry.start > read.text.find(listed[0].name) >= 0
    end += named.end() if named and not ahead else 0
    found = TOTAL.match(read.text, end)
    stated = whole(found["n"] or found["m"] or found["k"]) if found else None
    counts = [one.entry.count for one in listed]
    if not found or not stated or stated < max(counts) or any(one.entry.share for one in listed[:-1]):
        return
    # So far from what they make it is of something else.
    if FAR * abs(sum(counts) - stated) > max(sum(counts), 10 * FAR):
        return
    # Each with a bracket of its own: the last one's is not of all.
    if read.text[listed[0].entry.end :].lstrip().startswith("("):
        return
    verdict: Verdict = "ok" if sum(counts) == stated else "wrong"
    why = f"{' + '.join(map(str, counts))} = {sum(counts)}, printed as {stated}"
    quote = found.group().strip(" (),;:")
    slip = f"parts/{paragraph.line}/{listed[0].entry.start}"
    yield Finding(CODE, verdict, paragraph.where, quote, str(stated), str(sum(counts)), why, slip, "likely")
