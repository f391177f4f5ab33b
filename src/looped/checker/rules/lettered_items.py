"""How many are listed by letters or numbers behind what says how many: "three orders. (a) ...; (b) ..."."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.quieting import SPELT

CODE = "lettered-items"
MESSAGE = "As many items are listed as are said to be."
GOOD = "We set three orders. The owner must: (a) mend the door; (b) clear the yard; (c) test the alarm."
BAD = "We set two orders. The owner must: (a) mend the door; (b) clear the yard; (c) test the alarm."

MARK = re.compile(r"(?:(?<=^)|(?<=\s))\(?(?P<mark>[a-h]|\d|i{1,3}|iv|v|vi{1,3})\)(?=\s)")
ORDERS = ("abcdefgh", "12345678", ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii"))
# The number of them, in the sentence that leads the list in or in the one before it.
SAID = pattern_of(
    rf"\b(?P<n>{SPELT}|\d{{1,2}}) (?:(?!years?|months?|weeks?|days?|hours?)[a-z’'-]+ ){{0,2}}?"
    rf"(?P<noun>[a-z’'-]{{3,}}s)\b",
    re.I,
)
KINDS = pattern_of(
    r"(?:requirements?|recommendations?|actions?|conditions?|reasons?|points?|steps?|things?|criteria|questions?|aims?|"
    r"objectives?|findings?|orders?|tasks?|themes?|areas?|groups?|categories|ways?|changes?|measures?|rules?|duties|"
    r"outcomes?|parts?|stages?|matters?|issues?|options?|priorities|improvements?|undertakings?|items?|standards?|"
    r"tests?|checks?|faults?|breaches|defects?|exceptions?|weaknesses|strengths?|proposals?|demands?|terms?)$",
    re.I,
)
MARK_SEEN = pattern_of(r"(?:^|\s)\(?[a1i]\)\s")
SOME = pattern_of(
    r"\b(?:includ\w+|such as|for example|among|at least|more than|further|other|of (?:the|these|which|whom|them))\b",
    re.I,
)


def check(context: Context) -> Iterator[Finding]:
    """Each paragraph with one run of marks, and the one number of such things right before it."""
    for paragraph in context.paragraphs_with(MARK_SEEN):
        marks = list(MARK.finditer(paragraph.text))
        number = _run(marks)
        if number < 2:
            continue
        lead = paragraph.text[: marks[0].start()]
        before = re.split(r"(?<=[a-z])[.](?=\s)", lead)[-2:]
        said = [each for each in SAID.finditer(". ".join(before)) if KINDS.match(each["noun"])]
        if len(said) != 1 or not re.search(r"[:–—]\s*$", lead) or SOME.search(". ".join(before)):
            continue
        told = whole(said[0]["n"])
        if told is None:
            continue
        verdict: Verdict = "ok" if told == number else "wrong"
        why = f"{number} are listed"
        slip = f"list-count/{paragraph.line}/{said[0].start()}"
        quote = said[0].group()
        yield Finding(CODE, verdict, paragraph.where, quote, said[0]["n"], str(number), why, slip, "likely")


def _run(marks: list[re.Match[str]]) -> int:
    """How many marks stand in their order from the first; those taken up again behind them are none of the list."""
    for order in ORDERS:
        if not marks or marks[0]["mark"] != order[0]:
            continue
        number = 0
        for each in marks:
            if number < len(order) and each["mark"] == order[number]:
                number += 1
        return number
    return 0
