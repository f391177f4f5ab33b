"""A share with its part and its whole bound to it by nothing but words: "48% of the 109 files, i.e. 52 files"."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import DIGITS, fits, near, percent, rounded, share, whole
from looped.checker.patterns import pattern_of
from looped.checker.prose import NUMBER, passage

CODE = "share-of-told"
MESSAGE = "A share that is told with its part and its whole is the one that they give."
GOOD = "In 47.7% of the 109 boats, i.e. 52 boats, the pump was dry."
BAD = "In 57.7% of the 109 boats, i.e. 52 boats, the pump was dry."

SHARE = r"(?P<p>\d+(?:\.\d+)?)\s?(?:%|per ?cent)"
THINGS = r"(?:[a-z’'-]+ ){0,3}?[a-z’'-]+"
THAT_IS = r"(?:,? (?:i\.e\.|that is|that is to say|namely|or|in other words),?)"
BOUND = (
    # "48% of the 109 files, i.e. 52 files,".
    pattern_of(
        rf"(?<![\w.,–-]){SHARE} of (?:the |these |our |all )*(?P<m>{DIGITS}) {THINGS}(?:{THAT_IS} | \()(?:just |only )?"
        rf"(?P<n>{NUMBER})(?: of them| {THINGS})?(?=[,.;)])",
        re.I,
    ),
    # "There were 293 boats in the sample; in 40 cases, or 13.7% of the sample,".
    pattern_of(
        rf"\b(?:covered|sample of|sampled|there were|looked at|reviewed|read|included|examined|inspected|tested|"
        rf"audited|"
        rf"checked|comprised|consisted of|took in|held|had) (?P<m>{DIGITS}) {THINGS}(?: in (?:the|our|this) "
        rf"[a-z]+)?[.;] "
        rf"(?P<gap>(?:[A-Za-z’'-]+,? ){{1,12}}?)(?P<n>{NUMBER}) (?:of (?:them|these|the {THINGS})|{THINGS}),? "
        rf"(?:or|i\.e\.|that is) "
        rf"{SHARE}(?=,|\.\s|\.$|;| of (?:the (?:sample|total|whole)|all|them)\b)",
        re.I,
    ),
)
# "Reached for 87 of the 194 boats (n = 194), a compliance of 44.8%".
RATED = pattern_of(
    rf"(?<![\w.,£/-])(?P<n>{NUMBER}) (?:of|out of) (?:the |these |our |all "
    rf")*(?P<m>{DIGITS})\b(?P<gap>[^.;:()\d]{{0,60}}?)"
    r"(?: \(n ?= ?\d+\))?, (?:(?:that is|i\.e\.|or|giving|making|which is|representing),? )?(?:an? "
    r")?(?P<word>[a-z’'-]+ )?"
    rf"(?:compliance|rate|share|proportion|percentage|response|uptake|coverage|adherence|attainment)(?: rate)? "
    rf"of {SHARE}(?![\d-])",
    re.I,
)
NOT_ITS = pattern_of(
    r"\b(?:target|national|regional|previous|earlier|planned|expected|standard|failure|error|loss|dropout|average|mean|non|"
    r"remaining|other|vacancy|absence|refusal|miss)\b",
    re.I,
)
# "At least 90% of the 157 boats (145)": a bound, which another rule reads.
BOUNDED = pattern_of(
    r"\b(?:at least|at most|than|over|under|above|below|up to|nearly|almost|about|only if|no less|upwards of) $", re.I
)
ELSE = pattern_of(
    r"\b(?:than|other|further|more|about|nearly|almost|some|around|roughly|of which|of those|rest|remaining)\b", re.I
)


def check(context: Context) -> Iterator[Finding]:
    """Each share of such a form."""
    for paragraph in context.paragraphs_with(RATED):
        for found in RATED.finditer(paragraph.text):
            count, base = whole(found["n"]), whole(found["m"])
            if (
                count
                and base
                and count <= base
                and not ELSE.search(found["gap"])
                and not NOT_ITS.search(found["word"] or "")
            ):
                yield from _judged(paragraph, found, count, base)
    for paragraph in context.paragraphs_with(*BOUND):
        for pattern in BOUND:
            for found in pattern.finditer(paragraph.text):
                count, base = whole(found["n"]), whole(found["m"])
                bounded = BOUNDED.search(paragraph.text[: found.start("p")])
                gap = found.groupdict().get("gap") or ""
                if count and base and count <= base and not bounded and not ELSE.search(gap):
                    yield from _judged(paragraph, found, count, base)


def _judged(paragraph: Paragraph, found: re.Match[str], count: int, base: int) -> Iterator[Finding]:
    low, high = found.span()
    counted = [e for e in passage(paragraph.text).entries if low <= e.start < high]
    if len(counted) > 3:
        return
    printed = percent(found["p"])
    right, close = fits(count, base, printed), near(count, base, printed)
    verdict: Verdict = "ok" if right else "rounding" if close else "wrong"
    exact = f"{rounded(share(count, base), max(printed.decimals, 1))}%"
    why = f"{count} of {base} is {exact}, printed as {printed}"
    slip = f"share-of-base/{paragraph.line}/{found.start('p')}"
    quote = found.group().rpartition("; ")[2].rpartition(". ")[2]
    yield Finding(CODE, verdict, paragraph.where, quote, str(printed), exact, why, slip, "likely")
