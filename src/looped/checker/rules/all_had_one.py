"""All of a number are said to have something, and so many of that number, told anywhere, to have none; or the "
"other way."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
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
        rf"found|lacking) (?:from|in|on) (?P<k>{NUMBER}) (?:out )?of (?:the |these |our )?(?P<n>{NUMBER}) "
        rf"{NOUN}(?=[.;,]|$)",
        re.I,
    ),
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
    for paragraph in context.paragraphs_with(ALL) if lacking else ():
        for said in ALL.finditer(paragraph.text):
            if OTHER_TIME.search(_sentence(paragraph.text, said)):
                continue
            against = next((found for found, _ in lacking if _key(found) == _key(said)), None)
            if against:
                quote, slip = said.group(), f"{CODE}/{paragraph.line}/{said.start()}"
                why = f"“{quote}”, and “{against.group()}”"
                yield Finding(CODE, "wrong", paragraph.where, quote, "all", "not all", why, slip, "likely")


def _key(found: re.Match[str]) -> tuple[int | None, str, tuple[str, ...]]:
    return whole(found["n"]), stem(found["noun"].lower().split()[-1]), tuple(map(stem, found["what"].lower().split()))


def _sentence(text: str, found: re.Match[str]) -> str:
    low, high = text.rfind(". ", 0, found.start()) + 1, text.find(". ", found.end())
    return text[low : high if high > 0 else len(text)]
