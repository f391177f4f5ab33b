"""A whole told in parts, and that no thing is in two of them: then the parts make the whole."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage, passage
from looped.checker.quantities import printed

CODE = "none-in-two"
MESSAGE = "Parts of which none has two things in it, and one is of those without, make their whole."
GOOD = "Of 60 bills nine lacked a date, seven lacked a stamp and 44 were in order; none had both faults."
BAD = "Of 60 bills nine lacked a date, seven lacked a stamp and 34 were in order; none had both faults."

NO_TWO = pattern_of(
    r"\b(?:no (?:[a-z]+ ){1,2}?(?:had|has|have|was|were|fell|came|is|are|did|showed|failed|appears?|lacked)|none "
    r"(?:of (?:them|these) "
    r")?(?:had|has|have|was|were|fell|is|are|did|showed|failed|lacked)|nobody (?:was|is|had)|without overlap)\b"
    r"[^.;]{0,40}\b(?:both|two|twice|more than one|several|overlap)\b|\b(?:do|did|does) not overlap\b|"
    r"\bno overlap\b|\beach (?:[a-z]+ )?(?:is |was )?(?:counted|appears?|appeared) (?:only )?once\b",
    re.I,
)
REST = pattern_of(
    r"\b(?:in order|correct\w*|complete|neither|none|no (?:faults?|errors?|problems?|exceptions?|issues?)|clean|clear|"
    r"satisfactory|fully|good|nothing|all right|sound|compliant|without|met)\b",
    re.I,
)
OPENS = pattern_of(r"^\W*(?:of|among|out of|from|in) (?:the |these |our |all |a sample of )*$", re.I)
OF_THEM = pattern_of(r"\b(?:of (?:these|those|them|which|whom)|including)\b", re.I)
FEWEST = 3


def check(context: Context) -> Iterator[Finding]:
    """Each sentence that opens with its whole, where it or the next says that nothing is in two parts."""
    for paragraph in context.paragraphs_with(NO_TWO):
        read = passage(paragraph.text)
        for at in range(len(read.starts)):
            behind = read.sentence(at + 1) if at + 1 < len(read.starts) else ""
            if NO_TWO.search(read.sentence(at)) or NO_TWO.search(behind):
                yield from _judged(paragraph, read, at)


def _judged(paragraph: Paragraph, read: Passage, at: int) -> Iterator[Finding]:
    start = read.starts[at]
    said = NO_TWO.search(read.sentence(at))
    end = start + (said.start() if said else len(read.sentence(at)))
    own = [e for e in read.of_sentence(at) if e.end <= end]
    if len(own) < FEWEST + 1 or any(e.kind != "count" or e.base for e in own):
        return
    whole, *parts = own
    listed = read.text[whole.end : end]
    if not OPENS.match(read.text[start : whole.start]) or OF_THEM.search(listed) or not REST.search(listed):
        return
    total = sum((e.value for e in parts), Decimal(0))
    verdict: Verdict = "ok" if total == whole.value else "wrong"
    why = f"{' + '.join(e.text.split(' (')[0] for e in parts)} = {printed(total)}, against {whole.text}"
    quote = read.text[whole.start : parts[-1].end]
    slip = f"parts/{paragraph.line}/{whole.start}/{whole.text}"
    yield Finding(CODE, verdict, paragraph.where, quote, whole.text, printed(total), why, slip, "likely")
