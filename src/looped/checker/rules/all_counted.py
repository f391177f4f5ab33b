"""All or every, with a count behind it in brackets that leaves some out: "in all cases (12/14)"."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.prose import NUMBER, Passage, passage
from looped.checker.quantified import HEDGED, WISHED
from looped.checker.wholes import ELSEWHERE, says_no

CODE = "all-counted"
MESSAGE = "Where all are said to be so, the count in brackets is of all."
GOOD = "The form was signed in every case (14 of 14)."
BAD = "The form was signed in every case (12 of 14)."

# "Half of all files (26 of 52)": only what is said to be so without exception.
ALL = pattern_of(
    r"\b(?P<all>in (?:all|every|each)(?: single)? (?:cases?|instances?|one|respects?)|without exception|every time|"
    r"always|every one of them|in all of them)\b(?P<what>[^.;:()\d]{0,12})"
    r"\(\s*(?:n\s*=\s*)?(?P<n>\d+)\s*(?:/|of|out of)\s*(?:the |all )?(?P<m>\d+)\b",
    re.I,
)
# "Every one of the 57 patients had a plan (54/57)", "in place for all 40 patients (38 of 40)": of as many.
SIZED = pattern_of(
    rf"\b(?P<all>all|every one|each)(?: of)?(?: the| these| our)? (?P<k>{NUMBER})\b(?P<what>[^.;:()\d]{{3,90}}?)"
    r"\(\s*(?:n\s*=\s*)?(?P<n>\d+)\s*(?:/|of|out of)\s*(?:the |all )?(?P<m>\d+)\)",
    re.I,
)
# "None of the 30 had a relapse (2/30)", "every lamp was lit, 17 of 18", "all were full: 9 of 10 (90%)": the count
# closes what is said.
CLOSED = pattern_of(
    rf"(?:^|(?<=[.;:] )|(?<=, and )|(?<=but )|(?<=\bthat ))"
    rf"(?:(?P<all>all|every(?! (?:other|second|[a-z]+th|third)\b)|each)|(?P<none>none|not one|nobody|no one|"
    rf"no(?= [a-z]+s?\b)))\b"
    rf"(?P<what>(?: of)?(?: the| these| our)?(?: {NUMBER}\b)?[^.;:()]{{3,100}}?)(?P<mark>\(|, |: | – )\s*(?:n\s*=\s*)?"
    r"(?P<n>\d+)\s*(?:/|of|out of)\s*(?:the |all )?(?P<m>\d+)\b(?P<end>\)|, |(?: \([\d.]+\s?%\))?(?=[.,;](?:\s|$)|$)|"
    r" [a-z’'-]+s(?=[.;](?:\s|$)|$))",
    re.I,
)
# "Every one of them, 32 out of 33, held a licence": set in behind what it is said of.
SET_IN = pattern_of(
    rf"(?:^|(?<=[.;:] )|(?<=\bthat )|(?<=, and ))(?P<all>all|each|every)\b(?P<what>[^.;:,()\d]{{0,60}}?)(?:, |,? "
    rf"– | \()(?:that is,? )?"
    rf"(?P<n>{NUMBER}) (?:of|out of) (?:the |all )?(?P<m>{NUMBER})(?:, | – |\) )(?=(?:had|has|have|was|were|is|are|did|"
    r"[a-z]{3,}ed|kept|held|met|gave|showed|took|made|wore|bore)\b)",
    re.I,
)
SIZE = re.compile(rf" of (?:the|these|those|our) (?P<k>{NUMBER})\b", re.I)
VERB = pattern_of(r"\b(?:was|were|is|are|had|has|have|did|[a-z]{3,}ed)\b", re.I)
OF_PART = pattern_of(r"%|\b(?:at least|more than|fewer than|target|standard|threshold|per cent|average|both)\b", re.I)
# "All who replied were content (15 of 18)": so many replied.
WHO = pattern_of(r"\b(?:who|that|which|those)\b", re.I)
# Behind a statement on all of several, the figure of each: "in every case: brakes in 20 of 20, lamps in 17 of 20".
LISTED = pattern_of(
    r"\b(?:in (?:every|each|all)(?: (?:the )?[a-z]+)?|every(?:where| time)|without exception|for all|on all|"
    r"at all (?:the )?[a-z]+s|"
    r"all (?:the |of the )?[a-z]+s|every [a-z]+|both [a-z]+s?)\b[^.;()]{0,60}?[:(]",
    re.I,
)
LIMITS = pattern_of(
    r"\b(?:at least|more than|over|above|below|under|less than|target|standard|per cent|threshold|minimum|within)\b|%",
    re.I,
)
OF_ALL = re.compile(r"\b(?:of|half|most|part) $", re.I)
BUT = pattern_of(r"\b(?:but|except\w*|other|apart|save|bar|not|nearly|almost|most|some|few|of which|and)\b", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each such bracket."""
    for paragraph in context.paragraphs_with(ALL):
        for found in ALL.finditer(paragraph.text):
            yield from _judged(paragraph, found)
    for paragraph in context.paragraphs_with(SIZED):
        for found in SIZED.finditer(paragraph.text):
            lead = paragraph.text[max(0, found.start() - 8) : found.start()]
            if whole(found["k"]) == int(found["m"]) and not OF_ALL.search(lead):
                yield from _judged(paragraph, found)
    for paragraph in context.paragraphs_with(CLOSED):
        yield from _closed(paragraph)
    for paragraph in context.paragraphs_with(SET_IN):
        for found in SET_IN.finditer(paragraph.text):
            yield from _judged(paragraph, found)
    for paragraph in context.paragraphs_with(LISTED):
        yield from _listed(paragraph, passage(paragraph.text))


def _judged(paragraph: Paragraph, found: re.Match[str]) -> Iterator[Finding]:
    before = paragraph.text[max(0, found.start("all") - 60) : found.start("all")]
    if HEDGED.search(before) or WISHED.search(before) or BUT.search(found["what"]):
        return
    count, base = whole(found["n"]) or 0, whole(found["m"]) or 0
    verdict: Verdict = "wrong" if count < base else "ok"
    why = f"{count} of {base} " + ("is not all" if count < base else "is all")
    slip = f"{CODE}/{paragraph.line}/{found.start('all')}"
    closed = found.end() + (paragraph.text[found.end() : found.end() + 1] == ")")
    quote = paragraph.text[found.start("all") : closed].strip(" ,–")
    yield Finding(CODE, verdict, paragraph.where, quote, found["all"], "not all", why, slip, "likely")


def _closed(paragraph: Paragraph) -> Iterator[Finding]:
    """ "None of the 30 had a relapse (2/30)"; of all only where the bracket ends the clause."""
    for found in CLOSED.finditer(paragraph.text):
        count, base, none = int(found["n"]), int(found["m"]), bool(found["none"])
        ends = re.match(r"\s*(?:[.,;]|$)", paragraph.text[found.end() :])
        if BUT.search(found["what"]) or OF_PART.search(found["what"]) or count > base:
            continue
        # "None of the 30 lacked a form (4 of 30)": neither those that did nor those that didn't are none or all.
        sized = SIZE.match(found["what"])
        whose = (found["none"] or "").lower() in ("nobody", "no one") or (sized and whole(sized["k"]) == base)
        doubly = none and whose and 0 < count < base
        if (says_no(found["what"]) and not doubly) or (found["mark"] == ": " and (found["none"] or "").lower() == "no"):
            continue
        if not none and (not ends or not VERB.search(found["what"]) or WHO.search(found["what"])):
            continue
        right = count == 0 if none else count == base
        said = (found["none"] or found["all"]).lower()
        why = f"{count} of {base} is {'' if right else 'not '}{'none' if none else 'all'}"
        slip = f"{CODE}/{paragraph.line}/{found.start()}"
        quote = found.group().strip(" ,")
        verdict: Verdict = "ok" if right else "wrong"
        yield Finding(CODE, verdict, paragraph.where, quote, said, f"{count} of {base}", why, slip, "likely")


def _listed(paragraph: Paragraph, read: Passage) -> Iterator[Finding]:
    """ "Passed in every case: 20 of 20 here and 17 of 20 there"."""
    for found in LISTED.finditer(read.text):
        at = read.sentence_at(found.start())
        behind = [e for e in read.of_sentence(at) if e.start >= found.end() - 1 and e.kind == "count"]
        lead = read.text[read.starts[at] : found.start()]
        words = lead + found.group()
        if len(behind) < 2 or not all(e.base for e in behind) or HEDGED.search(lead):
            continue
        if says_no(words) or ELSEWHERE.search(words) or LIMITS.search(words) or re.search(r"\bbut\b", words):
            continue
        short = [e for e in behind if e.base and e.count < e.base]
        if short and any(e.count == e.base for e in behind):
            quote, slip = words.strip(" :("), f"{CODE}/{paragraph.line}/{found.start()}"
            why = f"{short[0].text} is not all"
            yield Finding(CODE, "wrong", paragraph.where, quote, "all", "not all", why, slip, "likely")
