"""All but a few, with the share that the others are."""

import re
from collections.abc import Iterator

from looped.checker.claims import Sentence
from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import fits, near, percent, rounded, share, truncated, whole
from looped.checker.patterns import pattern_of
from looped.checker.quieting import NUMBER

CODE = "all-but"
MESSAGE = "The share of all but a few is what is left of the whole."
GOOD = "The label was clear on all but six of the 54 jars (89%)."
BAD = "The label was clear on all but six of the 54 jars (85%)."

ALL_BUT = pattern_of(
    rf"\b(?:all|every (?:one|\w+)) (?:but|except|bar) (?P<n>{NUMBER}) (?:out )?of (?:the |these |our |those )?"
    rf"(?P<m>{NUMBER})(?: [a-z’'-]+){{0,4}}? ?(?:[(,]|[–—-] ) ?"
    rf"(?:or |that is,? )?(?P<p>\d+(?:\.\d+)?)\s?(?:%|per ?cent)",
    re.I,
)


# "All but two of the rooms (23 of 28)": the others, counted.
COUNTED = pattern_of(
    rf"\b(?:all|every (?:one|\w+)) (?:but|except|bar) (?P<n>{NUMBER})\b(?! per)[^.;:()\d%]{{0,80}}"
    rf"\((?P<k>{NUMBER}) ?(?:of|out of|/) ?(?P<m>{NUMBER})\)",
    re.I,
)


# "Apart from four, all 60 tenants replied: 56 answers came".
APART = pattern_of(
    rf"\b(?:with the exception of|apart from|except(?: for)?|bar|barring|excluding|save(?: for)?|other than|all but|"
    rf"leaving out) "
    rf"(?P<n>{NUMBER})(?:,| of) (?:all |every one )?(?:of )?(?:the |these |our |those )?(?P<m>{NUMBER}) "
    rf"[a-z][^.;()\d%]{{2,70}}?(?:\(|: |, (?:which (?:makes|leaves|means) |so )?)(?:the )?(?P<k>{NUMBER})\b"
    r"(?!\s?%|[.,]\d| (?:more|fewer|new)\b)",
    re.I,
)


BUT = (
    r"(?:with the (?:sole )?exception of|apart from|except(?: for)?|excepting|bar|save(?: for)?|other than|but(?! for)|"
    r"excluding)"
)
# "Everyone bar three came: 77 of 80", "with the exception of two, every pupil passed, that is, 36 of 38".
BUT_OF = pattern_of(
    rf"(?:\b(?:all|everyone|everybody|everything|every|each|no ?(?:one|body) failed)\b[^.;:,()\d]{{0,40}}? {BUT} "
    rf"(?P<n>{NUMBER})|\b(?:{BUT}|all but) (?P<n2>{NUMBER}),? (?:all|every|each)\b)\b(?! ?(?:%|per))"
    rf"[^.;:()\d%]{{0,70}}?(?::|,|\s[–—-]|\()\s?(?:(?:that is|or|i\.e\.|namely|so|in other words|which is|making),? )*"
    rf"(?P<k>{NUMBER}) (?:out )?of (?:the |all |our |these )?(?P<m>{NUMBER})\b(?!\s?%|[.,]\d)"
    rf"(?=(?: (?!(?:had|were|was|did|have|are|is|has)\b)[a-z’'-]+){{0,5}}\s*(?:[.;)]|$))",
    re.I,
)
# "Of eight all but one were in order": with the two parts behind, "seven had a lock and one had none".
BUT_THEN = pattern_of(
    rf"\b(?P<m>{NUMBER}) [^.;:()\d%]{{2,60}}(?:\.|;|:|,) (?:and |of these,? |of them,? )?(?:all|every one) (?:but|"
    rf"bar|except|"
    rf"save) (?P<n>{NUMBER})\b[^.;:()\d%]{{2,60}}(?::|;|\s[–—-]|\.)\s?(?P<a>{NUMBER})\b"
    rf"[^.;:()\d%]{{2,60}}?(?:,| and|, and|;) (?:the )?(?P<b>{NUMBER})\b(?![^.]*\d)",
    re.I,
)


def check(context: Context) -> Iterator[Finding]:
    """Each such share."""
    for paragraph in context.paragraphs_with(BUT_THEN):
        for found in BUT_THEN.finditer(paragraph.text):
            yield from _then(paragraph, found)
    for sentence in context.sentences_with(BUT_OF):
        for found in BUT_OF.finditer(sentence.text):
            if not COUNTED.search(sentence.text) and not APART.search(sentence.text):
                yield from _counted(sentence, found)
    for sentence in context.sentences_with(ALL_BUT, COUNTED, APART):
        for found in APART.finditer(sentence.text):
            if not any(each.start() == found.start() for each in COUNTED.finditer(sentence.text)):
                yield from _counted(sentence, found)
        for found in COUNTED.finditer(sentence.text):
            yield from _counted(sentence, found)
        for found in ALL_BUT.finditer(sentence.text):
            few, base = whole(found["n"]), whole(found["m"])
            if few is not None and base and few < base:
                yield _judged(sentence, found.group(), few, base, found["p"])


def _counted(sentence: Sentence, found: re.Match[str]) -> Iterator[Finding]:
    few, part, base = (whole(found[name] or found.groupdict().get(f"{name}2") or "") or 0 for name in "nkm")
    if few >= base:
        return
    # The bracket may tell of the few themselves.
    verdict: Verdict = "ok" if part in (base - few, few) else "wrong"
    why = f"all but {few} of {base} are {base - few}, printed as {part}"
    slip = f"{CODE}/{sentence.line}/{found.group()}"
    left = str(base - few)
    yield Finding(CODE, verdict, sentence.where, found.group(), str(part), left, why, slip, "likely")


def _then(paragraph: Paragraph, found: re.Match[str]) -> Iterator[Finding]:
    """The few, where the two parts that are told behind are all there are: one of these is the few."""
    few, base, one, other = (whole(found[name]) or 0 for name in "nmab")
    if 0 in (few, one, other) or one + other != base:
        return
    verdict: Verdict = "ok" if few in (one, other) else "wrong"
    why = f"{one} and {other} of {base}; the text says all but {few}"
    slip = f"{CODE}/{paragraph.line}/{found.start('n')}"
    expected = str(min(one, other))
    yield Finding(CODE, verdict, paragraph.where, found["n"], found["n"], expected, why, slip, "likely")


def _judged(sentence: Sentence, quote: str, few: int, base: int, stated: str) -> Finding:
    printed, left = percent(stated), base - few
    # The share may be put behind the few themselves: it is told of these, then.
    right = fits(left, base, printed) or fits(few, base, printed)
    close = truncated(left, base, printed) or near(left, base, printed)
    verdict: Verdict = "ok" if right else "rounding" if close else "wrong"
    exact = f"{rounded(share(left, base), max(printed.decimals, 1))}%"
    why = f"all but {few} of {base} are {left}, {exact}, printed as {printed}"
    return Finding(CODE, verdict, sentence.where, quote, str(printed), exact, why, f"{CODE}/{sentence.line}/{quote}")
