"""A share with its part and its whole bound to it by nothing but words: "48% of the 109 files, i.e. 52 files", "in 48
cases, or 37%"."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import DIGITS, fits, near, percent, rounded, share, truncated, whole
from looped.checker.patterns import pattern_of
from looped.checker.prose import NUMBER, Passage, passage

CODE = "share-of-told"
MESSAGE = "A share that is told with its part and its whole is the one that they give."
GOOD = "In 47.7% of the 109 boats, i.e. 52 boats, the pump was dry."
BAD = "In 57.7% of the 109 boats, i.e. 52 boats, the pump was dry."

SHARE = r"(?P<p>\d+(?:\.\d+)?)\s?(?:%|per ?cent\b)"
THE = r"(?:the |these |those |our |all )*"
THINGS = r"(?:[a-z’'-]+ ){0,3}?[a-z’'-]+"
THAT_IS = r"(?:,? (?:i\.e\.|that is|that is to say|namely|or|in other words),?)"
BOUND = (
    # "48% of the 109 files, i.e. 52 files,".
    pattern_of(
        rf"(?<![\w.,–-]){SHARE} of {THE}(?P<m>{DIGITS}) {THINGS}{THAT_IS} (?:just |only )?"
        rf"(?P<n>{NUMBER})(?: of them| {THINGS})?(?=[,.;)])",
        re.I,
    ),
    # "78% of the 298 boats seen in May (66 boats)".
    pattern_of(
        rf"(?<![\w.,£–-]){SHARE} of {THE}(?P<m>{NUMBER}) (?P<what>[a-z]+)(?: [^.;:()\d]{{2,50}}?)? "
        rf"\((?:n ?= ?|just |only )?(?P<n>{NUMBER})(?: (?:of them|in all|people|cases|(?P=what)))?\)",
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
    # "Reached for 87 of the 194 boats (n = 194), a compliance of 44.8%".
    pattern_of(
        rf"(?<![\w.,£/-])(?<!\bnot )(?P<n>{NUMBER}) (?:of|out of) {THE}(?P<m>{DIGITS})\b(?P<gap>[^.;:()\d]{{0,60}}?)"
        r"(?: \(n ?= ?\d+\))?, (?:(?:that is|i\.e\.|or|giving|making|which is|representing),? )?(?:an? "
        r")?(?P<word>[a-z’'-]+ )?"
        rf"(?:compliance|rate|share|proportion|percentage|response|uptake|coverage|adherence|attainment)(?: rate)? "
        rf"of {SHARE}(?![\d-])",
        re.I,
    ),
    # "5 boats, 14% of the 32 seen, had a pump".
    pattern_of(
        rf"(?<![\w.,£/%-])(?P<n>{NUMBER}) {THINGS}, (?:just |only |or |that is,? |i\.e\. )?{SHARE} of {THE}"
        rf"(?P<m>{DIGITS})(?: {THINGS})?(?=[,.;)])",
        re.I,
    ),
)
# "In 48 cases, or 37%,": the whole is the only count that is told before it.
ALONE = pattern_of(
    rf"(?:^|[.;:] |, )(?:(?:in|for|on|at|with) )?(?P<n>{NUMBER})(?: of them| of these|(?: [a-z’'-]+){{1,2}}), or "
    rf"{SHARE}(?=[,.;:]| (?:were|was|had|did|of))",
    re.I,
)
NOT_ITS = pattern_of(
    r"\b(?:target|national|regional|previous|earlier|planned|expected|standard|failure|error|loss|dropout|"
    r"average|mean|non|"
    r"remaining|other|vacancy|absence|refusal|miss)\b",
    re.I,
)
# "At least 90% of the 157 boats (145)": a bound, which another rule reads.
BOUNDED = pattern_of(
    r"\b(?:at least|at most|than|over|under|above|below|up to|nearly|almost|about|around|target|if|would|not|only|"
    r"no less|upwards of) $",
    re.I,
)
ELSE = pattern_of(
    r"\b(?:than|other|further|more|about|nearly|almost|some|around|roughly|of which|of those|rest|remaining)\b", re.I
)
AND = pattern_of(rf"(?<![\w.,£/%-])(?P<n>{NUMBER}) {THINGS} and (?:another )?$", re.I)
MOST = 3


def check(context: Context) -> Iterator[Finding]:
    """Each share of such a form."""
    for paragraph in context.paragraphs_with(*BOUND, ALONE):
        for found in (each for pattern in BOUND for each in pattern.finditer(paragraph.text)):
            told = found.groupdict()
            if not ELSE.search(told.get("gap") or "") and not NOT_ITS.search(told.get("word") or ""):
                yield from _judged(paragraph, found, whole(found["m"]))
        for found in ALONE.finditer(paragraph.text):
            yield from _judged(paragraph, found, _base(passage(paragraph.text), found.start("n")))


def _base(read: Passage, place: int) -> int | None:
    """The only count of the sentence before one, or of its own before it."""
    at = read.sentence_at(place)
    own = [each for each in read.of_sentence(at) if each.end <= place]
    told = own or (read.of_sentence(at - 1) if at else [])
    every = [each for each in read.entries if each.end <= place]
    plain = [each for each in told if each.kind == "count" and not each.base and not each.share]
    return plain[0].count if len(plain) == len(told) == len(every) == 1 else None


def _judged(paragraph: Paragraph, found: re.Match[str], base: int | None) -> Iterator[Finding]:
    count = whole(found["n"])
    if not count or not base or count > base or BOUNDED.search(paragraph.text[: found.start("p")]):
        return
    if sum(found.start() <= each.start < found.end() for each in passage(paragraph.text).entries) > MOST:
        return
    printed = percent(found["p"])
    joined = AND.search(paragraph.text[: found.start("n")])
    if joined and fits(count + (whole(joined["n"]) or 0), base, printed):
        return  # "41 at Ayr and 38 at Oban, 79% of the 100": of both
    loose = truncated(count, base, printed) or near(count, base, printed)
    verdict: Verdict = "ok" if fits(count, base, printed) else "rounding" if loose else "wrong"
    exact = f"{rounded(share(count, base), max(printed.decimals, 1))}%"
    why = f"{count} of {base} is {exact}, printed as {printed}"
    slip = f"share-of-base/{paragraph.line}/{found.start('p')}"
    quote = found.group().strip(" .;:,").rpartition("; ")[2].rpartition(". ")[2]
    yield Finding(CODE, verdict, paragraph.where, quote, str(printed), exact, why, slip, "likely")
