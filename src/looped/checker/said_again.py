"""One share told twice in plain words: "67% of crews kept a log", and "Of the 71 crews, 52 kept a log (73%)"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import Percent, fits, near, whole
from looped.checker.patterns import pattern_of
from looped.checker.prose import passage, stems
from looped.checker.quieting import NUMBER

SHARE = r"(?P<p>\d+(?:\.\d+)?) ?(?:%|per cent)"
WHO, SAID = r"(?P<who>[a-z][^.;:,()\d]{2,60}?)", r"(?P<said>[a-z][^.;:()\d]{8,110}?)"
LEAD = (
    r"\W*(?:(?:overall|in (?:summary|conclusion|all|total|short|sum)|altogether|to conclude|as a whole|"
    r"taken together),? )?"
    r"(?:(?:the|this|our) (?:audit|survey|review|inspection|trial|report|study|visit|check) "
    r"(?:found|shows?|showed|concludes?|concluded) that (?:overall,? )?|we (?:found|saw) that )?"
)
FORMS = (
    # "67% of crews kept a log", "the share of crews who kept a log was 67%".
    pattern_of(rf"{LEAD}{SHARE} of (?:the |all |our |these )*(?P<all>[a-z][^.;:,()\d]{{12,150}}?)\.?\s*", re.I),
    pattern_of(
        rf"{LEAD}(?:the )?(?:share|proportion|percentage) of (?:the |all |our )*{WHO} (?:who|that|which) {SAID} "
        rf"(?:was|is|stood at|came to) {SHARE}\.?\s*",
        re.I,
    ),
    # "Of the 71 crews, 52 (73%) kept a log", "52 of the 71 crews (73%) kept a log".
    pattern_of(
        rf"{LEAD}of (?:the |these |all |our )*(?P<m>{NUMBER}) {WHO}, (?P<n>{NUMBER})(?: \({SHARE}\))? {SAID}"
        rf"(?: \({SHARE.replace('?P<p>', '?P<q>')}\))?\.?\s*",
        re.I,
    ),
    pattern_of(
        rf"{LEAD}(?P<n>{NUMBER}) of (?:the |these |all |our )*(?P<m>{NUMBER}) {WHO}(?: \({SHARE}\)|,) {SAID}\.?\s*",
        re.I,
    ),
    pattern_of(
        rf"{LEAD}(?P<n>{NUMBER}) of (?:the |these |all |our )*(?P<m>{NUMBER}) (?P<all>[a-z][^.;:,()\d]{{12,150}}?) "
        rf"\({SHARE}\)\.?\s*",
        re.I,
    ),
)
# What the sample is called besides what is in it.
SAMPLED = stems(
    "sample sampled audited reviewed read tested checked inspected examined seen answered replied responded took part "
    "covered analysed looked visited surveyed asked"
)
OTHER = pattern_of(
    r"\b(?:last|previous\w*|earlier|before|first|second|re-?audit|target|should|would|(?:19|20)\d\d|not|no|never|n[’']t|"
    r"than|about|nearly|almost|over|under|at least|only)\b",
    re.I,
)
MOST = 60


@dataclass(frozen=True)
class Told:
    """A share of some of whom something is said. who: their words, where these stand apart from what is said."""

    paragraph: Paragraph
    sentence: str
    who: str
    said: str
    share: Percent | None
    count: int | None
    base: int | None
    place: tuple[int, int]

    def is_of(self, other: "Told") -> bool:
        """Whether both say the same of the same."""
        if self.who and other.who:
            return self.said == other.said and _are_one(self.who, other.who)
        if not self.who and not other.who:
            return self.said == other.said
        known, joined = (self, other) if self.who else (other, self)
        return joined.said.endswith(f" {known.said}") and _are_one(joined.said[: -len(known.said)], known.who)


def _are_one(one: str, other: str) -> bool:
    """Whether two names are of one, but for what says that they were looked at."""
    first, last = stems(one) - SAMPLED, stems(other) - SAMPLED
    return bool(first) and first == last


def said_again(context: Context, code: str) -> Iterator[Finding]:
    """Each share that is another one where the same is told with its count and its whole."""
    told = [each for paragraph in context.document.paragraphs for each in _told(paragraph)]
    if not 1 < len(told) <= MOST:
        return
    for one, other in combinations(told, 2):
        same = [
            each for each in told if each is not one and each is not other and (each.is_of(one) or each.is_of(other))
        ]
        if one.is_of(other) and not same and (one.base is None) != (other.base is None):
            yield from _judged(*((one, other) if one.base is None else (other, one)), code)


def _told(paragraph: Paragraph) -> Iterator[Told]:
    if "%" not in paragraph.text and " per cent" not in paragraph.text:
        return
    read = passage(paragraph.text)
    for at, sentence in enumerate(read.sentences):
        found = next((hit for form in FORMS if (hit := form.fullmatch(sentence))), None)
        if found is None or OTHER.search(sentence):
            continue
        groups = found.groupdict()
        printed = groups.get("p") or groups.get("q")
        share = Percent(Decimal(printed), len(printed.partition(".")[2])) if printed else None
        count, base = (whole(groups[each]) if groups.get(each) else None for each in ("n", "m"))
        said = " ".join((groups.get("said") or groups.get("all") or "").lower().split())
        yield Told(
            paragraph, sentence.strip(), groups.get("who") or "", said, share, count, base, (read.starts[at], at)
        )


def _judged(stated: Told, counted: Told, code: str) -> Iterator[Finding]:
    if stated.share is None or not counted.count or not counted.base or counted.count > counted.base:
        return
    if counted.share and not near(counted.count, counted.base, counted.share):
        return  # which of the three is amiss, another rule says
    # Two parts of a report with names of their own may be of two places.
    sections = (stated.paragraph.section, counted.paragraph.section)
    if sections[0] != sections[1] and not all(PART.fullmatch(each) for each in sections if each):
        return
    right = fits(counted.count, counted.base, stated.share)
    verdict: Verdict = "ok" if right else "rounding" if near(counted.count, counted.base, stated.share) else "wrong"
    why = f"“{counted.sentence}” says {counted.count} of {counted.base}"
    slip = f"{code}/{stated.paragraph.line}/{stated.place[0]}"
    quote = f"{stated.share}"
    where = stated.paragraph.where
    if quote in stated.paragraph.text:
        yield Finding(code, verdict, where, quote, quote, f"{counted.count} of {counted.base}", why, slip, "likely")


PART = re.compile(
    r"\W*(?:\d+(?:\.\d+)*\.?\s*)?(?:(?:executive |key |main )?(?:summary|findings?|results?|conclusions?|"
    r"overview|abstract|"
    r"headlines?|messages?|points|detail|details|discussion|introduction|background)(?: of findings)?)\W*",
    re.I,
)
