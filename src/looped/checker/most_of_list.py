"""What most are said to be beside the one list that tells what all of them are: "Most boats were graded sound"."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import NUMBER, Passage, passage, stems
from looped.checker.told_list import GRADED, One, plain, told_lists

HALF = Fraction(1, 2)
# "Most boats were graded sound", beside a list of all grades.
WERE = pattern_of(
    rf"(?:^|[.;:] )(?:overall, |in all, )?(?P<who>(?P<most>most|(?:a |the )?(?:great |large |vast |clear )?"
    rf"majority|(?:more than|over) (?:a )?half)|(?:fewer|less) than (?:a )?half|(?:a |the )?(?:small )?minority)"
    rf"(?: of)?(?: the| these| our| all)?(?: {NUMBER})? (?P<noun>[a-z’'-]+(?: [a-z’'-]+){{0,2}}?) (?:{GRADED}|"
    rf"were|are) "
    rf"(?P<what>[^.;:,()\d]{{2,40}}?)(?P<kind>[ -](?:risk|priority|importance|quality|severity|grade))?"
    r"(?=[.;:]|,? \(| – )",
    re.I,
)
# Of what is only some of them no list of all tells.
OF_SOME = pattern_of(r"\b(?:last|previous\w*|earlier|that|who|which|those|not|never|in (?:19|20)\d\d)\b", re.I)


def most_of_lists(context: Context, code: str) -> Iterator[Finding]:
    """Each such statement, under the code of a rule."""
    for paragraph in context.paragraphs_with(WERE):
        for found in WERE.finditer(paragraph.text):
            yield from _of_list(code, paragraph, found)


def _of_list(code: str, paragraph: Paragraph, found: re.Match[str]) -> Iterator[Finding]:
    """What most are said to be, where one list tells all that they are: its names make the whole, or a hundred."""
    read = passage(paragraph.text)
    at, words = read.sentence_at(found.start("who")), stems(found["noun"])
    if OF_SOME.search(found.group()):
        return
    for listed in told_lists(read):
        place = listed[0].entry.sentence
        named = [each for each in listed if each.plain == plain(found["what"])]
        # "Most new boats": of boats, and the list is of all of them.
        of_them = len(words) == 1 or words <= stems(read.sentence(place))
        if abs(place - at) > 1 or len(named) != 1 or not of_them or OF_SOME.search(read.sentence(place)):
            continue
        value = _value(read, listed, named[0])
        if value is not None:
            right = value > HALF if found["most"] else value < HALF
            yield _finding(code, paragraph, found, named[0].entry.text, (value, right))


def _finding(code: str, paragraph: Paragraph, found: re.Match[str], shown: str, told: tuple[Fraction, bool]) -> Finding:
    value, right = told
    verdict: Verdict = "ok" if right else "wrong"
    percent = f"{float(value * 100):.1f}%"
    why = f"{shown} is {percent}, which “{found['who']}” {'may say' if right else 'does not say'}"
    quote, slip = found.group().strip(" .;:"), f"{code}/{paragraph.line}/{found.start('who')}"
    return Finding(code, verdict, paragraph.where, quote, found["who"], percent, why, slip, "likely")


def _value(read: Passage, listed: Sequence[One], own: One) -> Fraction | None:
    """Which part of a list one of its names is; None where the list isn't known to tell all."""
    entries = [each.entry for each in listed]
    shares = [each.share.value for each in entries if each.kind == "share" and each.share]
    if own.entry.share and len(shares) == len(entries):
        part = Fraction(own.entry.share.value) / 100
        return part if abs(sum(shares, Decimal(0)) - 100) <= len(entries) else None
    made = sum(each.count for each in entries)
    before = [each for each in read.of_sentence(entries[0].sentence) if each.end <= entries[0].start]
    told = entries[0].base or (before[-1].count if len(before) == 1 else 0)
    counted = made > 0 and all(each.kind == "count" for each in entries)
    return Fraction(own.entry.count, made) if counted and told in (0, made) else None
