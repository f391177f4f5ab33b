"""What a share was at an earlier time, told beside the new one and once more: "up from 78% last year"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import Percent, percent
from looped.checker.patterns import Pattern, pattern_of
from looped.checker.prose import stems
from looped.checker.said_again import PART

VISIT = r"(?:year|time|audit|survey|inspection|review|round|visit|report|cycle|quarter|month)"
TIME = (
    rf"(?P<t>last {VISIT}|the (?:{VISIT}) before|(?:in|at|during) the (?:last|previous) {VISIT}|the (?:last|"
    rf"previous) {VISIT}|"
    r"previously|(?:in )?(?:19|20)\d\d(?:[/–-]\d\d)?)"
)
SHARE = r"(?P<p>\d+(?:\.\d+)?) ?%"
WHAT = r"(?P<what>(?!it\b|this\b|that\b|they\b)[a-z][^.;:,()\d%]{3,70}?)"
WAS = r"(?:was|were|is|stood at|had been|reached|came to)"
# "It was 90% this year, up from 78% last year".
FIRST = pattern_of(
    rf"(?:^|[.;] ){WHAT} {WAS} \d+(?:\.\d+)? ?%(?: [^.;:,()\d%]{{3,30}}| in (?:19|20)\d\d)?,? (?:(?:which is |"
    rf"this is |and )?"
    r"(?:an? (?:increase|rise|improvement|gain|fall|drop|decrease|decline) (?:on|from)|(?:up|down) (?:from|on)|"
    r"(?:as )?(?:compared (?:with|to)|against)|rising from|falling from)) (?:the )?"
    rf"{SHARE} (?:(?:seen|recorded|reported|found) )?(?:in |at )?{TIME}(?=[.;,]|$| and\b)",
    re.I,
)
AGAIN = (
    # "Last year it was 78%", "it was 78% last year".
    pattern_of(rf"(?:^|[.;] )(?:in |at )?{TIME},? {WHAT} {WAS} {SHARE}", re.I),
    pattern_of(rf"(?:^|[.;] ){WHAT} {WAS} {SHARE} (?:in |at )?{TIME}(?=[.;,]|$)", re.I),
    # "Last year's result for cleaning (a score of 78%)".
    pattern_of(
        rf"{TIME}(?:['’]s)? (?:result|figure|score|rate|share|level|position) (?:for|of|in|on) {WHAT} "
        rf"\((?:(?P<more>[a-z ]{{3,30}}?) (?:of|at) )?{SHARE}\)",
        re.I,
    ),
)
PLAIN = stems(
    "compliance satisfaction adherence score rate share proportion percentage result level figure the overall our"
)
NOT = pattern_of(
    r"\b(?:target|should|would|not|than|at least|about|nearly|almost|over|if|expected|hoped|plan was)\b", re.I
)


@dataclass(frozen=True)
class Then:
    """A share at an earlier time. words: of what it is; time: as told, in small letters; start: of its figure."""

    paragraph: Paragraph
    share: Percent
    words: frozenset[str]
    time: str
    start: int
    quote: str

    def is_of(self, other: "Then") -> bool:
        """Whether both are of one thing at one time, in one part of the document."""
        telling, own = other.words - PLAIN, self.words - PLAIN
        sections = (self.paragraph.section, other.paragraph.section)
        near = sections[0] == sections[1] or all(PART.fullmatch(each) for each in sections if each)
        return near and self.time == other.time and own == telling and (bool(own) or self.words == other.words)


def then_again(context: Context, code: str) -> Iterator[Finding]:
    """Each earlier share that is another one where it is told again."""
    first = [each for paragraph in context.paragraphs_with(FIRST) for each in _told(paragraph, FIRST)]
    if not first:
        return
    again = [e for paragraph in context.paragraphs_with(*AGAIN) for form in AGAIN for e in _told(paragraph, form)]
    for one in again:
        told = [each for each in first if each.is_of(one)]
        if len(told) == 1:
            yield _judged(told[0], one, code)


def _told(paragraph: Paragraph, form: Pattern) -> Iterator[Then]:
    for found in form.finditer(paragraph.text):
        low = paragraph.text.rfind(". ", 0, found.start("p")) + 1
        if NOT.search(paragraph.text, low, found.end()):
            continue
        time = re.sub(r"^(?:in|at|during) ", "", found["t"].lower())
        time = re.sub(r"^the (?:last|previous)|^previous", "last", time)
        words = stems(f"{found['what']} {found.groupdict().get('more') or ''}")
        yield Then(paragraph, percent(found["p"]), words, time, found.start("p"), f"{found['p']}%")


def _judged(first: Then, again: Then, code: str) -> Finding:
    apart = abs(first.share.value - again.share.value)
    decimals = min(first.share.decimals, again.share.decimals)
    # Told to fewer digits it is rounded.
    rough = first.share.decimals != again.share.decimals and apart * 2 * 10**decimals <= 1
    verdict: Verdict = "ok" if not apart or rough else "wrong"
    why = f"“{again.share}”, and “{first.share}” where it is told beside the new one"
    slip = f"{code}/{again.paragraph.line}/{again.start}"
    stated = f"{again.share}"
    return Finding(code, verdict, again.paragraph.where, again.quote, stated, f"{first.share}", why, slip, "likely")
