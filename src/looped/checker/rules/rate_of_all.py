"""All or none are said to have passed, failed or replied, with the rate right behind: "all 18 passed, a pass rate of
100%"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.linking import stem
from looped.checker.patterns import pattern_of
from looped.checker.quantified import HEDGED, WISHED

CODE = "rate-of-all"
MESSAGE = "A rate of what all do is 100%, and of what none does 0%."
GOOD = "All 18 ropes passed, giving a pass rate of 100%."
BAD = "All 18 ropes passed, giving a pass rate of 94%."

GOOD_END = r"pass(?:ed)?|succeeded|succeed|success|held|worked"
BAD_END = r"fail(?:ed|ure)?|broke|leaked|error"
SAID = pattern_of(
    r"(?:^|(?<=[.;:] ))(?:(?P<all>all|every one|every|each)|(?P<none>none|not one|no))\b(?P<who>[^.;:()%]{2,60}?) "
    r"(?P<did>[a-z]{3,})(?: (?:the|their|its|this) [a-z]+)?(?:[,;] |,? \(| – | and )(?:that is,? )?(?:(?:giving|making|"
    r"which (?:gives|is|makes)|so) )?(?:a|an|the|our) (?P<rate>[a-z]+)[ -]rate (?:(?:of|was|is|being|therefore|at) )+"
    r"(?P<p>\d+(?:\.\d+)?) ?(?:%|per ?cent)(?=[.;,)]|$)",
    re.I,
)
ELSE = pattern_of(
    r"\b(?:but|except|bar|other|apart|should|must|will|would|expected|last|previous\w*|nearly|almost|target|who|that)\b",
    re.I,
)
ALIKE = 6  # "responded", "response"
WELL, ILL = pattern_of(rf"(?:{GOOD_END})$", re.I), pattern_of(rf"(?:{BAD_END})$", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each such statement whose rate is of what they did, or of its opposite."""
    for paragraph in context.paragraphs_with(SAID):
        for found in SAID.finditer(paragraph.text):
            yield from _judged(paragraph, found)


def _judged(paragraph: Paragraph, found: re.Match[str]) -> Iterator[Finding]:
    before = paragraph.text[max(0, found.start() - 60) : found.start()]
    same = _is_of_it(found["did"], found["rate"])
    if same is None or HEDGED.search(before) or WISHED.search(before) or ELSE.search(found["who"]):
        return
    wanted = 100 if bool(found["all"]) == same else 0
    right = Decimal(found["p"]) == wanted
    verdict: Verdict = "ok" if right else "wrong"
    word = (found["all"] or found["none"]).lower()
    slip, why = f"{CODE}/{paragraph.line}/{found.start()}", f"{word} {found['did']}, which is {wanted}%"
    yield Finding(
        CODE,
        verdict,
        paragraph.where,
        found.group().strip(" .;,("),
        f"{found['p']}%",
        f"{wanted}%",
        why,
        slip,
        "likely",
    )


def _is_of_it(did: str, rate: str) -> bool | None:
    """Whether a rate is of what they did, or of its opposite; None where it is of something else."""
    done = re.sub(r"ied$", "y", did)
    if stem(done) == stem(rate) or (did[:ALIKE] == rate[:ALIKE] and len(did) > ALIKE):
        return True
    ends = [(bool(WELL.match(each)), bool(ILL.match(each))) for each in (did, rate)]
    return ends[0] == ends[1] if all(any(each) for each in ends) else None
