"""A whole, a part of it and at once the rate: "We checked 250 bills; 20 were refused (an error rate of 8%)"."""

import re
from collections.abc import Iterator, Sequence

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import fits, near, rounded, share, truncated
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage

CODE = "rate-of-two"
MESSAGE = "A rate told right behind a part of a whole is what the part is of the whole."
GOOD = "We checked 250 bills worth £47,000; 20 were refused (an error rate of 8%)."
BAD = "We checked 250 bills worth £47,000; 20 were refused (an error rate of 12%)."

RATE = pattern_of(r"\brate\b|, or \d[\d.]*\s?(?:%|per ?cent) of\b", re.I)
# Between the part and its rate, and behind a rate that is told first.
BEFORE = pattern_of(
    r"(?: [a-z’'-]+){0,5}?(?: \(|,|:| –|;)? ?(?:(?:which is|which gives|giving|making|that is|representing|so|or|ie|"
    r"i\.e\.),? )?"
    r"(?:an?|the) (?:[a-z-]+ ){0,3}?(?:rate|share|proportion) (?:of|was|is|being) (?:just |only )?$",
    re.I,
)
OPENS = pattern_of(
    r"(?: [a-z’'-]+){0,5}?(?: \(|,| –|;) ?(?:(?:which is|giving|making|that is|representing),? )?an? (?:just |"
    r"only )?$",
    re.I,
)
RATED = pattern_of(r" (?:[a-z-]+ ){0,3}?rate\b", re.I)
OR = pattern_of(r"(?: [a-z’'-]+){0,2},? or (?:just |only )?$", re.I)
OF_ALL = pattern_of(r" of (?:the |all )?(?:total|sample|whole|all|those (?:seen|sampled|tested|checked))\b", re.I)
WHOLE = pattern_of(
    r"\b(?:test|check|sampl|review|audit|inspect|look|examin|sent|send|issu|survey|ask|invit|saw|read|there (?:were|"
    r"was|are)|drew|"
    r"screen|approach|contact|post|visit|handed|gave out|distribut|treat|randomi)[a-z]*\b",
    re.I,
)
ELSE = pattern_of(
    r"\b(?:last (?:year|time|audit|round)|previous\w*|target|per (?:1,?000|100)|of (?:these|those|them|whom|which)|"
    r"each|"
    r"every|annual|weighted|respectively|against|compared)\b",
    re.I,
)
PLACED = pattern_of(r"\b(?:in|at|on|across|from|over|by|with|to|among) (?:the |our |all )?$", re.I)
MOST_WORDS = 12


def check(context: Context) -> Iterator[Finding]:
    """Each such share, where its sentence tells no other counts before it."""
    for paragraph in context.paragraphs_with(RATE):
        read = passage(paragraph.text)
        for told in read.entries:
            if told.share and (told.kind == "share" or (told.kind == "count" and not told.base)):
                yield from _judged(paragraph, read, told)


def _judged(paragraph: Paragraph, read: Passage, told: Entry) -> Iterator[Finding]:
    own = [e for e in read.of_sentence(told.sentence) if e.start < told.start and e.kind != "money"]
    start = read.starts[told.sentence]
    if told.kind == "count":
        # "5 boats, or 9% of the total": the part with its share in one.
        said = re.search(r", or \d", told.text) and OF_ALL.match(read.text, told.end)
        counts: Sequence[Entry] = [*own, told]
    else:
        lead = read.text[own[-1].end : told.start] if own else ""
        said = BEFORE.fullmatch(lead) or (OPENS.fullmatch(lead) and RATED.match(read.text, told.end))
        said = said or (OR.fullmatch(lead) and OF_ALL.match(read.text, told.end))
        counts = own
    if not said or len(counts) != 2 or any(e.kind != "count" or e.base for e in counts) or counts[0].share:
        return
    whole, part = counts
    between = read.text[whole.end : part.start]
    if PLACED.search(read.text[: part.start]):
        return  # "400 owners in 25 ports": where they were
    if not 0 < part.count < whole.count or len(between.split()) > MOST_WORDS:
        return
    if WHOLE.search(read.text[start : whole.end + 30]) and not ELSE.search(read.text[start : told.start]):
        yield _finding(paragraph, whole.count, part.count, told)


def _finding(paragraph: Paragraph, base: int, count: int, told: Entry) -> Finding:
    printed = told.share
    assert printed is not None
    right = fits(count, base, printed) or fits(base - count, base, printed)
    loose = truncated(count, base, printed) or near(count, base, printed)
    verdict: Verdict = "ok" if right else "rounding" if loose else "wrong"
    exact = f"{rounded(share(count, base), max(printed.decimals, 1))}%"
    why = f"{count} of {base} is {exact}, printed as {printed}"
    expected = f"{rounded(share(count, base), printed.decimals)}%"
    slip = f"fraction/{paragraph.line}/{told.text.lower()}"
    return Finding(CODE, verdict, paragraph.where, told.text, str(printed), expected, why, slip, "likely")
