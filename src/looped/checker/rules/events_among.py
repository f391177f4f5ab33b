"""More or fewer of something in one group than in the other: "33 leaks among 125 on oil and 26 among 125 on wax"."""

import re
from collections.abc import Iterator
from fractions import Fraction

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.item_names import stems_of
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.prose import NUMBER, passage

CODE = "events-among"
MESSAGE = "Where more is told of one group than of the other, it has more by the numbers beside it."
_TOLD = (
    "There were 33 leaks among 125 boats given oil and 26 among 125 given wax. {} leaks came with oil than with wax."
)
GOOD = _TOLD.format("More")
BAD = _TOLD.format("Fewer")

TOLD = pattern_of(
    rf"(?P<a>{NUMBER}) (?P<what>[a-z][^.;:(),\d]{{2,40}}?) (?:among|amongst|in) (?:the )?(?P<m>{NUMBER}) "
    rf"(?P<one>[a-z][^.;:()\d]{{2,60}}?),? (?:and|against|compared with|but) (?P<b>{NUMBER}) (?:[a-z ]{{2,30}} )?"
    rf"(?:among|amongst|in) (?:the )?(?P<n>{NUMBER}) (?P<other>[a-z][^.;:()\d]{{2,60}}?)(?=[.;,])",
    re.I,
)
SAID = pattern_of(
    r"(?:(?P<more>more|a higher number of|higher)|(?P<less>fewer|less|a lower number of|lower)) [^.;:()\d]{2,60}? "
    r"(?:with|in|on|under|among|for|of) (?P<first>[^.;:()\d]{2,50}?) than (?:with |in |on |under |among |for |those )?"
    r"(?P<second>[^.;:()\d]{2,50})",
    re.I,
)
REACH = 1


def check(context: Context) -> Iterator[Finding]:
    """Each such statement in the sentence behind the figures or before them."""
    for paragraph in context.paragraphs_with(TOLD):
        read = passage(paragraph.text)
        for told in TOLD.finditer(paragraph.text):
            at = read.sentence_at(told.start("a"))
            for near in (at - REACH, at + REACH):
                if 0 <= near < len(read.starts) and not read.of_sentence(near):
                    yield from _judged(paragraph, read.sentence(near), told)


def _judged(paragraph: Paragraph, sentence: str, told: re.Match[str]) -> Iterator[Finding]:
    said = SAID.search(sentence)
    groups = [stems_of(told[each]) for each in ("one", "other")]
    names = [own - other for own, other in zip(groups, reversed(groups), strict=True)]
    if not said or not all(names) or not stems_of(told["what"]) & stems_of(said.group()):
        return
    spoken = [stems_of(said[each]) for each in ("first", "second")]
    hits = [[bool(name & words) for name in names] for words in spoken]
    if hits not in ([[True, False], [False, True]], [[False, True], [True, False]]):
        return
    counts, bases = [whole(told[each]) or 0 for each in "ab"], [whole(told[each]) or 1 for each in "mn"]
    turned = -1 if hits[0][1] else 1
    shares = [Fraction(count, base) for count, base in zip(counts, bases, strict=True)]
    apart = {(counts[0] > counts[1]) == (turned > 0), (shares[0] > shares[1]) == (turned > 0)}
    if counts[0] == counts[1] or len(apart) > 1:
        return  # by number it is so, and by share it isn't
    right = apart.pop() == bool(said["more"])
    verdict: Verdict = "ok" if right else "wrong"
    why = f"{told['a']} of {told['m']} and {told['b']} of {told['n']}"
    slip = f"compared/{paragraph.line}/{said.group()}"
    yield Finding(CODE, verdict, paragraph.where, sentence.strip(), said.group(), "", why, slip, "likely")
