"""Most, a minority or a fraction of a number, with the count told right behind: "most of the 53 were late: 13 such"."""

import re
from collections.abc import Iterator
from fractions import Fraction

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import DIGITS
from looped.checker.patterns import pattern_of
from looped.checker.prose import NUMBER, worded
from looped.checker.saying import TINY, Said, said_in

CODE = "most-of-them"
MESSAGE = "A share in words is the one that the number and the count behind it give."
GOOD = "A majority of the 47 drivers - 31 of them - had a badge."
BAD = "A majority of the 47 drivers - 13 of them - had a badge."

OF = pattern_of(
    rf"\s*of (?:the |our |all |these |those )*(?P<m>{NUMBER})\b(?!\s?%)[^.;:()—–\d]{{0,90}}?(?:\s?[—–(:,]|\s-)\s*"
    rf"(?:we (?:counted|found) |that is,? |namely |just |only |in fact |n\s*=\s*)?(?P<n>{NUMBER})"
    rf"(?:,? (?:of (?:them|these|those|whom)|such|in all|in total|altogether)\b|\s*[)—–]|\s-)",
    re.I,
)
# "Most (22)": words of it stand before.
MOST = pattern_of(r"(?<!the )(?<!at )(?<!\w)most(?= [(—–])", re.I)
BARE = pattern_of(r"\s*(?:of (?:them|these|those))?\s*[(—–]\s*(?:n\s*=\s*)?(?P<n>\d+)\s*[)—–]", re.I)
BASE = pattern_of(
    rf"(?:^|[.;:]\s+|\b)(?:of|all|among|in)(?: the| our| these)? (?P<m>{DIGITS}) "
    rf"[a-z][^.;:()\d]*$",
    re.I,
)


def check(context: Context) -> Iterator[Finding]:
    """Each such share in words."""
    for paragraph in context.document.paragraphs:
        alone = (
            Said(each.start(), each.end(), "most", Fraction(1, 2) + TINY, Fraction(1))
            for each in MOST.finditer(paragraph.text)
        )
        for said in (*said_in(paragraph.text), *alone):
            yield from _judged(paragraph, said)


def _judged(paragraph: Paragraph, said: Said) -> Iterator[Finding]:
    text = paragraph.text
    found = OF.match(text, said.end)
    if found:
        count, base = _number(found["n"]), _number(found["m"])
    else:
        behind = BARE.match(text, said.end)
        before = BASE.search(text[: said.start]) if behind else None
        if not behind or not before:
            return
        count, base = _number(behind["n"]), _number(before["m"])
    if not 0 < count <= base:
        return
    exact = Fraction(count, base)
    right = said.low <= exact <= said.high
    verdict: Verdict = "ok" if right else "wrong"
    why = (
        f"{count} of {base} is {float(exact * 100):.1f}%, which “{said.text}” {'may say' if right else 'does not say'}"
    )
    slip = f"{CODE}/{paragraph.line}/{said.start}"
    yield Finding(
        CODE, verdict, paragraph.where, said.text, said.text, f"{float(exact * 100):.1f}%", why, slip, "likely"
    )


def _number(text: str) -> int:
    return int(re.sub(r"\D", "", text)) if text[0].isdigit() else worded(text)
