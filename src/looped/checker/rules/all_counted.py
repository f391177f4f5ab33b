"""All or every, with a count behind it in brackets that leaves some out: "in all cases (12/14)"."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.quantified import HEDGED, WISHED

CODE = "all-counted"
MESSAGE = "Where all are said to be so, the count in brackets is of all."
GOOD = "The form was signed in every case (14 of 14)."
BAD = "The form was signed in every case (12 of 14)."

# "Half of all files (26 of 52)": only what is said to be so without exception.
ALL = pattern_of(
    r"\b(?P<all>in (?:all|every|each)(?: single)? (?:cases?|instances?|one|respects?)|without exception|every time|"
    r"always|every one of them|in all of them)\b(?P<what>[^.;:()\d]{0,12})"
    r"\(\s*(?:n\s*=\s*)?(?P<n>\d+)\s*(?:/|of|out of)\s*(?:the |all )?(?P<m>\d+)\b",
    re.I,
)
BUT = pattern_of(r"\b(?:but|except\w*|other|apart|save|bar|not|nearly|almost|most|some|few|of which|and)\b", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each such bracket."""
    for paragraph in context.paragraphs_with(ALL):
        for found in ALL.finditer(paragraph.text):
            before = paragraph.text[max(0, found.start() - 60) : found.start()]
            if HEDGED.search(before) or WISHED.search(before) or BUT.search(found["what"]):
                continue
            count, base = int(found["n"]), int(found["m"])
            verdict: Verdict = "wrong" if count < base else "ok"
            why = f"{count} of {base} " + ("is not all" if count < base else "is all")
            slip = f"{CODE}/{paragraph.line}/{found.start()}"
            quote = found.group() + ")"
            yield Finding(CODE, verdict, paragraph.where, quote, found["all"], "not all", why, slip, "likely")
