"""Some of those counted in the sentence before, and what share they are: "seven of them, fewer than half"."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.phrases import THEM
from looped.checker.prose import Entry, Passage, passage

CODE = "part-of-them"
MESSAGE = "Some of them are more or fewer than half of those that the sentence before counts."
GOOD = "The 16 boats cost £210,000. Oars were bought for seven of them, fewer than half."
BAD = "The 16 boats cost £210,000. Oars were bought for seven of them, more than half."

SAID = pattern_of(
    rf" of (?:{THEM})(?:,| –| \()? ?(?:or |that is,? )?(?:just |well |slightly |only )?"
    r"(?:(?P<more>more than|over|above)|(?P<less>fewer than|less than|under|not quite|nearly|almost)|"
    r"(?P<half>exactly)) half\b(?! (?:the|of|as|an?|their|that)\b)",
    re.I,
)


def check(context: Context) -> Iterator[Finding]:
    """Each such part, where the sentence before tells one count that it may be of."""
    for paragraph in context.paragraphs_with(SAID):
        read = passage(paragraph.text)
        for part in read.entries:
            said = SAID.match(read.text, part.end) if part.kind == "count" and not part.base else None
            whole = _whole(read, part) if said else None
            if said and whole:
                yield _judged(paragraph, part, whole, said)


def _whole(read: Passage, part: Entry) -> int | None:
    """The one count of the sentence before that is more than the part; none where its own sentence tells one."""
    own = [e for e in read.of_sentence(part.sentence) if e.kind == "count" and e.end <= part.start]
    told = [e for e in read.of_sentence(part.sentence - 1) if e.kind == "count"]
    wholes = {e.base or e.count for e in told if (e.base or e.count) > part.count}
    return wholes.pop() if not own and len(wholes) == 1 and len(told) == 1 else None


def _judged(paragraph: Paragraph, part: Entry, whole: int, said: re.Match[str]) -> Finding:
    twice = 2 * part.count
    right = twice > whole if said["more"] else twice < whole if said["less"] else twice == whole
    verdict: Verdict = "ok" if right else "wrong"
    quote = f"{part.text}{said.group()}"
    share = f"{part.count * 100 / whole:.1f}%"
    why = f"{part.count} of {whole} is {share}"
    slip = f"half/{paragraph.line}/{part.start}"
    return Finding(CODE, verdict, paragraph.where, quote, quote, share, why, slip, "likely")
