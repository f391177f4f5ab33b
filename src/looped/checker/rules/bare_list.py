"""A whole with a list right behind it that has nothing but counts and their names: "24 pumps: two old, six new and
16 lent"."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.prose import NUMBER

CODE = "bare-list"
MESSAGE = "A list of nothing but counts and their names makes the whole that it stands behind."
GOOD = "The yard lists 24 pumps: two old ones, six new and 16 on loan."
BAD = "The yard lists 26 pumps: two old ones, six new and 16 on loan."

# Words that say more of some than what they are called.
SAYS = (
    r"(?:of|with|without|that|which|who|were|was|had|has|have|are|is|both|also|more|fewer|less|other|others|further|twice|each|"
    r"or|than|to|from|not|no|per|times|days?|weeks?|months?|years?|hours?|minutes?|people|points?|and|in|at|for|by)"
)
ITEM = rf"(?:{NUMBER})(?: (?!{SAYS}\b)[A-Za-zÀ-ÿ’'-]+){{1,3}}"
LAST = (
    rf"(?:{NUMBER})(?: (?!(?:of|with|that|which|who|were|was|had|both|also|more|other|further|not|days|"
    rf"weeks)\b)[A-Za-zÀ-ÿ’'-]+){{1,3}}"
)
LISTED = pattern_of(
    rf"(?<![\w.,£$€/-])(?P<whole>{NUMBER}) (?!of\b|to\b|per\b)(?P<what>[a-z’'-]+(?: [a-z’'-]+){{0,5}}?)(?:: | \()"
    rf"(?P<list>{ITEM}(?:, {ITEM})+,? and {LAST})(?=\.(?:\s|$)|;|\))",
    re.I,
)
OPEN = pattern_of(
    r"\b(?:includ\w+|among|such as|mainly|mostly|largest|for example|main|chief|at least|than|about|nearly|"
    r"almost|over|up to|"
    r"of|each|every|average|mean|more|fewer|less|weeks?|months?|days?|years?|hours?|minutes?|first|last|other|points?)\b|%|£",
    re.I,
)
# "412 names: 389 carried over, 41 added and 18 struck off": what came and what went.
FLOW = pattern_of(
    r"\b(?:carried|added|struck|joined|removed|left|came|went|lost|gained|withdrawn|withdrew|sold|bought|received|moved|died|"
    r"excluded|dropped|taken|brought)\b",
    re.I,
)
LEAD, COUNT, FAR = 16, re.compile(rf"(?:^|, |\band )(?P<n>{NUMBER}) ", re.I), 5


def check(context: Context) -> Iterator[Finding]:
    """Each such whole with its list."""
    for paragraph in context.paragraphs_with(LISTED):
        for found in LISTED.finditer(paragraph.text):
            before = paragraph.text[max(0, found.start() - LEAD) : found.start()]
            aside = OPEN.search(before.rpartition(". ")[2]) or OPEN.search(found["what"]) or FLOW.search(found["list"])
            if not aside:
                yield from _judged(paragraph, found)


def _judged(paragraph: Paragraph, found: re.Match[str]) -> Iterator[Finding]:
    told, parts = whole(found["whole"]), [whole(each["n"]) for each in COUNT.finditer(found["list"])]
    counts = [each for each in parts if each is not None]
    # How many kinds there are is no whole: "three sites: two old, ...".
    if told is None or told <= max(counts) or told == len(counts) or abs(sum(counts) - told) * FAR > 2 * told:
        return
    verdict: Verdict = "ok" if sum(counts) == told else "wrong"
    why = f"{' + '.join(map(str, counts))} = {sum(counts)}, against {told}"
    slip = f"parts/{paragraph.line}/{found.start('list')}"
    yield Finding(CODE, verdict, paragraph.where, found.group(), str(told), str(sum(counts)), why, slip, "likely")
