"""Two figures or more and what they are said to come to together."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from looped.checker.adding import alike, step_of, value_of
from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, passage
from looped.checker.quantities import printed

CODE = "together"
MESSAGE = "What figures come to together is their sum."
GOOD = "Rent (35%) and heat (12%) together account for 47% of what was spent."
BAD = "Rent (35%) and heat (12%) together account for 54% of what was spent."

COME_TO = (
    r"(?:account(?:s|ed|ing)? for|ma(?:ke|kes|de|king)(?: up)?|represent(?:s|ed|ing)?|form(?:s|ed)?|come|came|comes|"
    r"total(?:led|s)?|add(?:s|ed)? up|reach(?:ed)?|were|are|was|is|were responsible for|took up|cover(?:ed)?)"
)
TOGETHER = pattern_of(
    rf"^[^.;:\d]{{0,40}}?\b(?:(?:together|combined|jointly|between them|in combination),? (?:they )?{COME_TO}|"
    r"(?:giving|making) (?:a )?(?:combined|joint)(?: total| share| figure)?(?: of)?)(?: to)? "
    r"(?:just |only |about |around |nearly |almost |over |more than |some |a total of )*$",
    re.I,
)
MANY = 2
HEDGED = pattern_of(r"\b(?:about|around|nearly|almost|over|more than|some) $", re.I)
JOINED = pattern_of(r"^\)?[^.;:\d]{0,60}?(?:,|\band\b|\bplus\b|&)[^.;:\d]{0,60}$", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each sum that is told behind its parts in one sentence."""
    for paragraph in context.document.paragraphs:
        if "together" not in paragraph.text and "combined" not in paragraph.text and "between" not in paragraph.text:
            continue
        read = passage(paragraph.text)
        for at in range(len(read.starts)):
            own = read.of_sentence(at)
            for place, last in enumerate(own):
                parts = _before(read.text, own[:place], last)
                if len(parts) > 1 and TOGETHER.match(read.text[parts[-1].end :][: last.start - parts[-1].end]):
                    yield _judged(paragraph, parts, last)


def _before(text: str, own: Sequence[Entry], last: Entry) -> list[Entry]:
    """The run of figures of its kind that stands before the sum."""
    run: list[Entry] = []
    for each in reversed(own):
        if not alike(each, last) or each.base:
            break
        if run and not JOINED.match(text[each.end : run[0].start]):
            break
        run.insert(0, each)
    # "Two departments, the one with nine and the other with seven": how many they are is none of them.
    named = len(run) > MANY and run[0].count == len(run) - 1
    return run[1:] if named else run


def _judged(paragraph: Paragraph, parts: Sequence[Entry], last: Entry) -> Finding:
    total = sum((value_of(each) for each in parts), Decimal(0))
    slack = sum((step_of(each) for each in (*parts, last)), Decimal(0)) / 2 if last.kind == "share" else Decimal(0)
    hedged = bool(HEDGED.search(paragraph.text[: last.start]))
    slack += abs(total) / 20 if hedged else 0
    verdict: Verdict = "ok" if abs(total - value_of(last)) <= slack else "wrong"
    sign = "%" if last.kind == "share" else ""
    why = f"{' + '.join(each.text for each in parts)} = {printed(total)}{sign}, printed as {last.text}"
    slip = f"{CODE}/{paragraph.line}/{last.start}"
    return Finding(CODE, verdict, paragraph.where, last.text, last.text, f"{printed(total)}{sign}", why, slip)
