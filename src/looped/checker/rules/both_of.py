"""Two are called both of those that were told to be so, and there are others: "four were split. Both ..."."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.linking import stem
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage, passage
from looped.checker.quieting import NUMBER

CODE = "both-of"
MESSAGE = "Both of those that were told are two."
GOOD = "Two of the 37 boats were rated split. Both split boats came from Ayr."
BAD = "Four of the 37 boats were rated split. Both split boats came from Ayr."

BOTH = pattern_of(
    r"(?:^|[.;] )both (?:of )?(?:the |these |those )?(?:(?P<adj>[a-z-]+) )?(?P<noun>[a-z-]{3,}s|children|"
    r"people|men|women) "
    r"(?:(?:(?:that|which) were )?(?:graded|rated|judged|found|marked|classed)(?: to be| as)? (?P<as>[a-z-]+) )?"
    r"(?=(?:were|was|had|have|are|did|came|held|belonged|related)\b)",
    re.I,
)
# "Four of the 37 boats were rated split.": the whole sentence before.
TOLD = pattern_of(
    rf"^\W*(?:[^.;:()\d]{{2,40}}, )?(?:only |just )?(?P<n>{NUMBER}) of (?:the |our |"
    rf"these )?(?:{NUMBER}) (?P<noun>[a-z’' -]{{3,40}}?) "
    r"(?:were|was|had been|have been) (?:graded|rated|judged|found|marked|"
    r"classed)?[^.;:,\d]{0,20}?(?P<what>[a-z-]+)\W*$",
    re.I,
)


def check(context: Context) -> Iterator[Finding]:
    """Each "both" behind a sentence that tells how many were so."""
    for paragraph in context.paragraphs_with(BOTH):
        read = passage(paragraph.text)
        for found in BOTH.finditer(paragraph.text):
            yield from _judged(paragraph, read, found)


def _judged(paragraph: Paragraph, read: Passage, found: re.Match[str]) -> Iterator[Finding]:
    at = read.sentence_at(found.start("noun"))
    told = TOLD.match(read.sentence(at - 1).strip()) if at else None
    if not told or len(read.of_sentence(at - 1)) != 1:
        return
    noun = stem(told["noun"].split()[-1].lower())
    if stem(found["noun"].lower()) != noun or any(
        found[each] and found[each].lower() != told["what"].lower() for each in ("adj", "as")
    ):
        return
    verdict: Verdict = "ok" if whole(told["n"]) == len("ab") else "wrong"
    quote = found.group().strip(" .;")
    why, slip = f"{told['n']} are told to be so", f"{CODE}/{paragraph.line}/{found.start()}"
    yield Finding(CODE, verdict, paragraph.where, quote, "both", told["n"], why, slip, "likely")
