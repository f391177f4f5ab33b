"""All of a number are said to have something, and so many of that number, told anywhere, to have none; or the
other way."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.linking import stem
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.quieting import NUMBER

CODE = "all-had-one"
MESSAGE = "What all of a number have is wanting in none of that number."
GOOD = "All 14 boats held a log.\n\nIn four of the 14 boats there was no flare."
BAD = "All 14 boats held a log.\n\nIn four of the 14 boats there was no log."

HAD = r"(?:had|has|have|held|hold|holds|contained|contains?|included|carried|kept|showed)"
THING = r"(?:an? |the |any |its |their |his or her )?(?P<what>[a-z][a-z’' -]{2,50}?)"
NOUN = r"(?P<noun>[a-z][a-z’'-]*(?: [a-z’'-]+)?)"
# "All 14 boats held a log", "every one of the 14 boats had its log".
ALL = pattern_of(
    rf"\b(?:all|each|every one|all of)(?: of)?(?: the| these| our)? (?P<n>{NUMBER}) {NOUN} {HAD} {THING}(?=[.;,]|$)",
    re.I,
)
# "In four of the 14 boats there was no log", "four of the 14 boats had none", "a log was missing from four".
NONE = (
    pattern_of(
        rf"\b(?:in|on|at|for|from) (?P<k>{NUMBER}) (?:out )?of (?:the |these |our )?(?P<n>{NUMBER}) {NOUN},? "
        r"there (?:was|were|"
        rf"is) (?:no|not a) {THING}(?=[.;,]|$)",
        re.I,
    ),
    pattern_of(
        rf"\b(?P<k>{NUMBER}) (?:out )?of (?:the |these |our )?(?P<n>{NUMBER}) {NOUN} (?:{HAD} no|lacked|did not "
        r"(?:have|hold|"
        rf"contain|include)|were without|were missing|was without|was missing) {THING}(?=[.;,]|$)",
        re.I,
    ),
    pattern_of(
        r"\b(?:an?|the|no) (?P<what>[a-z][a-z’' -]{2,50}?) (?:was|were) (?:missing|absent|not (?:found|seen|"
        r"held|present)|"
        rf"lacking) (?:from|in|on) (?P<k>{NUMBER}) (?:out )?of (?:the |these |our )?(?P<n>{NUMBER}) "
        rf"{NOUN}(?=[.;,]|$)",
        re.I,
    ),
)
SEEN = pattern_of(
    r"\W*(?:(?:we|auditors?|inspectors?|reviewers?|the (?:auditors?|inspectors?|reviewers?|team)|it was|our "
    r"checks) (?:also )?"
    r"(?:noted|found|saw|recorded|showed|reported|observed) that |however, |but |and )?",
    re.I,
)
# "Findings", "Areas to improve": what a part of a report is, and no place.
GENERAL = pattern_of(
    r"\b(?:findings?|summary|conclusions?|results?|discussion|abstract|concerns?|issues?|improve\w*|recommendations?|"
    r"overview|strengths?|weaknesses?|records?|analysis|introduction|background)\b",
    re.I,
)
OTHER_TIME = pattern_of(
    r"\b(?:last (?:year|time|audit)|previous\w*|earlier|at first|initially|re-?audit|now|since|by the end|"
    r"should|must|if|"
    r"expected|except|but for|nearly|almost|not all|other than|up[- ]to[- ]date|current)\b",
    re.I,
)


def check(context: Context) -> Iterator[Finding]:
    """Each pair of such sentences on the same number of the same things."""
    lacking = [
        (found, paragraph)
        for paragraph in context.paragraphs_with(*NONE)
        for pattern in NONE
        for found in pattern.finditer(paragraph.text)
        if not OTHER_TIME.search(_sentence(paragraph.text, found)) and (whole(found["k"]) or 0) > 0
    ]
    lacking = [(found, paragraph) for found, paragraph in lacking if _opens(paragraph.text, found)]
    for paragraph in context.paragraphs_with(ALL) if lacking else ():
        for said in ALL.finditer(paragraph.text):
            if OTHER_TIME.search(_sentence(paragraph.text, said)) or not _opens(paragraph.text, said):
                continue
            mine = [found for found, other in lacking if _are_near(paragraph, other)]
            against = next((found for found in mine if _key(found) == _key(said)), None)
            if against:
                quote, slip = said.group(), f"{CODE}/{paragraph.line}/{said.start()}"
                why = f"“{quote}”, and “{against.group()}”"
                yield Finding(CODE, "wrong", paragraph.where, quote, "all", "not all", why, slip, "likely")


def _key(found: re.Match[str]) -> tuple[int | None, tuple[str, ...], tuple[str, ...]]:
    noun, what = (tuple(map(stem, found[each].lower().split())) for each in ("noun", "what"))
    return whole(found["n"]), noun, what


def _opens(text: str, found: re.Match[str]) -> bool:
    """Whether a sentence begins with it, or with who saw it: no place or time stands before it."""
    return bool(SEEN.fullmatch(text[text.rfind(". ", 0, found.start()) + 1 : found.start()]))


def _are_near(one: Paragraph, other: Paragraph) -> bool:
    """Whether neither stands under a heading that may name a place or a group of its own."""
    sections = (one.section, other.section)
    return sections[0] == sections[1] or all(GENERAL.search(each) for each in sections if each)


def _sentence(text: str, found: re.Match[str]) -> str:
    low, high = text.rfind(". ", 0, found.start()) + 1, text.find(". ", found.end())
    return text[low : high if high > 0 else len(text)]
