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
# Right before a rate: "a reply rate of", "(reply rate".
LEAD = pattern_of(
    r"(?:(?:,|\(|;|\s[–—-]) ?(?:or |which is |that is |giving |making |this is )*an? (?:overall |crude |final )?|\()"
    r"(?P<of>(?:[a-z]+-)?[a-z]+) rate(?: of| was| is|:|,)? $",
    re.I,
)
# A rate of those that were not: nobody need count these.
OF_OTHERS = pattern_of(
    r"^(?:non|un|no)|refus|declin|fail|error|drop|attrition|loss|lost|withdr|vacan|absen|miss|reject|death|mortality|"
    r"exception|default|growth|tax|interest|annual|daily|weekly|monthly",
    re.I,
)
FAULTS = pattern_of(r"^(?:error|exception|fault|failure|defect)$", re.I)
FAULTS_TOLD = pattern_of(
    r"\b(?:errors?|exceptions?|faults?|failures?|defects?)\b (?:were|was|in|found|among|from)|found \d+ [a-z]+", re.I
)
DID = pattern_of(
    r"(?: of (?:them|these|those))?(?: [a-z]+ly)? (?:were|was|had|have|did|came|sent|gave|got|"
    r"left|[a-z]{2,}ed)\b",
    re.I,
)
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
# Where nothing tells what the whole is but that it is the only other count.
ELSE_AT_ALL = pattern_of(
    r"\b(?:each|every|per(?! cent)|than|target|last|previous\w*|excluding|without|average|mean|about|nearly|almost|"
    r"over|at least|adjusted|respectively|fail\w*|miss\w*|refus\w*|reject\w*|not|without|late|lost|"
    r"declin\w*|of (?:them|these|those|the others?))\b",
    re.I,
)
FAILING = (
    r"fail\w*|refus\w+|reject\w+|errors?|wrong\w*|faults?|faulty|exceptions?|incorrect\w*|defect\w*|died|deaths?|lost"
)
OF_BAD = pattern_of(
    rf"\b(?:{FAILING})\b.*\b(?:failure|refusal|rejection|error|fault|exception|defect|death|mortality|"
    rf"loss) rate\b",
    re.I,
)
OF_IT = re.compile(r", of (?:which|these|whom|them),? (?:just |only )?$")
# "At 25 marinas", "15 clerks were asked": others than those that are counted.
PLACED = pattern_of(r"\b(?:in|at|on|across|from|over|by|with|to|among) (?:the |our |all )?$", re.I)
MOST_WORDS, TWO = 12, 2
# Part and whole, and whether the rate may be that of the rest.
Counts = tuple[int, int, bool]


def check(context: Context) -> Iterator[Finding]:
    """Each such share, where its sentence tells no other counts before it."""
    for paragraph in context.paragraphs_with(RATE):
        read = passage(paragraph.text)
        for told in read.entries:
            if told.share and (told.kind == "share" or (told.kind == "count" and not told.base)):
                counts = _counts(read, told)
                if counts:
                    yield _finding(paragraph, told, *counts)


def _counts(read: Passage, told: Entry) -> Counts | None:
    own = [e for e in read.of_sentence(told.sentence) if e.start < told.start and e.kind != "money"]
    if told.kind == "count":
        # "5 boats, or 9% of the total": the part with its share in one.
        said = re.search(r", or \d", told.text) and OF_ALL.match(read.text, told.end)
        return _tested(read, told, [*own, told]) if said else None
    lead = read.text[own[-1].end : told.start] if own else ""
    said = BEFORE.fullmatch(lead) or (OPENS.fullmatch(lead) and RATED.match(read.text, told.end))
    said = said or (OR.fullmatch(lead) and OF_ALL.match(read.text, told.end))
    return _named(read, told, own) or (_tested(read, told, own) if said else None)


def _named(read: Passage, told: Entry, own: Sequence[Entry]) -> Counts | None:
    """Those of a rate that is named by what is counted: "of 60 letters 45 were answered, a reply rate of 75%"."""
    named, sentence = LEAD.search(read.text[: told.start]), read.sentence(told.sentence)
    faults = bool(FAULTS_TOLD.search(sentence))
    if not named or not own or ELSE_AT_ALL.search(sentence):
        return None
    if OF_OTHERS.search(named["of"]) and not (faults and FAULTS.search(named["of"])):
        return None
    first, second = own[0], own[-1]
    if len(own) == 1 and first.base and first.kind == "count" and not first.share:
        return first.count, first.base, False  # "443 of 1,146 replied (response rate 38.7%)"
    if len(own) != TWO or any(e.kind != "count" or e.base or e.share for e in own):
        return None
    part, whole = sorted(e.count for e in own)
    of_it = not PLACED.search(read.text[: second.start]) and DID.match(read.text, second.end)
    return (part, whole, False) if part and (faults or (of_it and first.count == whole)) else None


def _tested(read: Passage, told: Entry, counts: Sequence[Entry]) -> Counts | None:
    """Those of a whole that was tested, asked or sent, and then a part of it."""
    if len(counts) != TWO or any(e.kind != "count" or e.base for e in counts) or counts[0].share:
        return None
    whole, part = counts
    start, between = read.starts[told.sentence], read.text[whole.end : part.start]
    if PLACED.search(read.text[: part.start]):
        return None  # "400 owners in 25 ports": where they were
    if not 0 < part.count < whole.count or len(between.split()) > MOST_WORDS:
        return None
    lead = read.text[start : told.start]
    # "We tested 94 pumps, of which 4 failed": of the very whole.
    lead = lead if not OF_IT.search(between) else f"{read.text[start : whole.end]} {read.text[part.start : told.start]}"
    tested = WHOLE.search(read.text[start : whole.end + 30]) and not ELSE.search(lead)
    # "4 failed, a failure rate of 96%": of those who are told, and not of the others.
    of_these = OF_BAD.search(read.text, part.end, told.start) is not None
    return (part.count, whole.count, not of_these) if tested else None


def _finding(paragraph: Paragraph, told: Entry, part: int, whole: int, rest: bool) -> Finding:
    printed = told.share
    assert printed is not None
    right = fits(part, whole, printed) or (rest and fits(whole - part, whole, printed))
    loose = truncated(part, whole, printed) or near(part, whole, printed)
    verdict: Verdict = "ok" if right else "rounding" if loose else "wrong"
    exact = f"{rounded(share(part, whole), max(printed.decimals, 1))}%"
    why = f"{part} of {whole} is {exact}, printed as {printed}"
    slip = f"share-of-base/{paragraph.line}/{told.start}"
    return Finding(CODE, verdict, paragraph.where, told.text, str(printed), exact, why, slip, "likely")
