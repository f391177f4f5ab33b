"""A total of figures of which one is told as none: "seven indoors, none in the garden, seven in all"."""

import re
from collections.abc import Iterator

from looped.checker.at_hand import ROUGH, is_slip
from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage

CODE = "with-none"
MESSAGE = "None adds nothing to a total."
GOOD = "None were lost at sea. On land there were 12 losses, 12 in all."
BAD = "None were lost at sea. On land there were 12 losses, 14 in all."

NONE = pattern_of(
    r"\b(?:none|nobody|no one|nil|nowhere|no (?!(?:more|less|fewer|longer|other|doubt|change|reason|further|data|"
    r"information)\b)[a-z]+)\b",
    re.I,
)
# Before the total.
BEFORE = pattern_of(
    r"\b(?:making|leav(?:ing|es)|left|bring(?:s|ing)|brought|tak(?:es|ing)|giv(?:es|ing)|gave|which (?:makes?|made|"
    r"gives?|"
    r"is|was)|so|thus|hence|therefore|in all|in total|altogether|a total of|total(?:s|led|ling)?)\b[^.;:\d]{0,50}$",
    re.I,
)
BEHIND = re.compile(r"(?: [a-z’'-]+){0,2},? (?:altogether|in all|in total|all told|overall)\b")
ELSE = pattern_of(
    r"\b(?:than|per(?!-)|average|mean|each|of (?:which|whom|these|them|those)|twice|times|some|at least|several|also|"
    r"half|"
    r"third|quarter of|most|target|last (?:year|month|week|time)|previous|before|earlier|if|another|further|left|"
    r"joined|"
    r"went|remain\w*|rose|fell|except|but one|withdrew|net|out of)\b|[£%]|\bper ?cent\b",
    re.I,
)
SPAN, MANY = 2, 5


def check(context: Context) -> Iterator[Finding]:
    """Each total whose sentence, or one of the two before it, tells of none, and all counts told until then."""
    for paragraph in context.paragraphs_with(NONE):
        read = passage(paragraph.text)
        for each in read.entries:
            if each.kind == "count" and not each.base and not each.share and _is_total(read, each):
                yield from _judged(paragraph, read, each)


def _is_total(read: Passage, each: Entry) -> bool:
    lead = read.text[read.starts[each.sentence] : each.start]
    return bool(BEFORE.search(lead) or BEHIND.match(read.text, each.end)) and not ROUGH.search(lead)


def _judged(paragraph: Paragraph, read: Passage, total: Entry) -> Iterator[Finding]:
    for first in range(total.sentence, max(-1, total.sentence - SPAN - 1), -1):
        low = read.starts[first]
        told = [e for e in read.entries if low <= e.start < total.start]
        if not told or not NONE.search(read.text, low, total.start):
            continue
        # "The three months had seven": how many they are.
        parts = [e for e in told if not re.search(r"\b(?:the|these|those|all|both)\s$", read.text[: e.start])]
        plain = all(e.kind == "count" and not e.base and not e.share for e in parts)
        if not parts or len(parts) > MANY or not plain or ELSE.search(read.text, low, total.start):
            return
        made = sum(e.count for e in parts)
        right = made == total.count
        if not right and (total.count <= max(e.count for e in parts) or not is_slip(total.value, made * total.step)):
            continue
        why = f"{' + '.join(str(e.count) for e in parts)} and none are {made}, printed as {total.text}"
        verdict: Verdict = "ok" if right else "wrong"
        slip = f"parts/{paragraph.line}/{total.start}"
        yield Finding(CODE, verdict, paragraph.where, total.text, total.text, str(made), why, slip, "likely")
        return
