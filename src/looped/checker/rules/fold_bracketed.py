"""What doubled, trebled or halved, with both figures in brackets: "the number of falls trebled (30 to 64)"."""

import re
from collections.abc import Iterator
from fractions import Fraction

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.phrases import OF_AGES

CODE = "fold-bracketed"
MESSAGE = "What doubled is twice what stands in the bracket before it, what halved is half of it."
GOOD = "The number of leaks more than doubled (30 to 64)."
BAD = "The number of leaks trebled (30 to 64)."

TIMES = {
    "doubl": Fraction(2),
    "trebl": Fraction(3),
    "tripl": Fraction(3),
    "quadrupl": Fraction(4),
    "halv": Fraction(1, 2),
}
SAID = pattern_of(
    r"\b(?:(?P<over>more than|over)|(?P<under>almost|nearly|just under|not quite)|(?P<about>about|around|roughly))? ?"
    r"(?P<fold>doubl|trebl|tripl|quadrupl|halv)ed(?: [a-z][^.;:()\d]{0,40})? "
    r"\((?:from )?(?P<a>\d[\d,]*) (?:to|and then|then) (?P<b>\d[\d,]*)\)",
    re.I,
)
NOT = pattern_of(r"\b(?:not|never|no|if|would|should) (?:more than |yet |quite )?$", re.I)
YEAR = re.compile(r"(?:19|20)\d\d")
LOOSE, WIDE = Fraction(7, 100), Fraction(1, 5)


def check(context: Context) -> Iterator[Finding]:
    """Each such statement."""
    for paragraph in context.paragraphs_with(SAID):
        for found in SAID.finditer(paragraph.text):
            before, after = whole(found["a"]), whole(found["b"])
            of_ages = OF_AGES.search(found.group().partition("(")[0])
            if all(YEAR.fullmatch(found[each]) for each in "ab") or of_ages:
                continue  # "doubled over four years (2019 to 2023)", "for juniors (8 to 12)"
            if before and after is not None and not NOT.search(paragraph.text[: found.start()]):
                yield _judged(paragraph, found, Fraction(after, before))


def _judged(paragraph: Paragraph, found: re.Match[str], ratio: Fraction) -> Finding:
    times = TIMES[found["fold"].lower()]
    # Beyond it: more than twice, or less than half.
    past = ratio / times if times > 1 else times / ratio if ratio else Fraction(2)
    if found["over"]:
        right = past > 1
    elif found["under"]:
        right = 1 - WIDE <= past < 1
    else:
        right = abs(past - 1) <= (WIDE if found["about"] else LOOSE)
    verdict: Verdict = "ok" if right else "wrong"
    shown = f"{float(ratio):.2f} times"
    why = f"from {found['a']} to {found['b']} is {shown} as many"
    quote, slip = found.group().strip(), f"times/{paragraph.line}/{found.start()}"
    return Finding(CODE, verdict, paragraph.where, quote, found["fold"], shown, why, slip, "likely")
