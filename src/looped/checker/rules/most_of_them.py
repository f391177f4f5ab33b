"""Most, a minority or a fraction of a number, with the count told right behind: "most of the 53 were late: 13 such"."""

import re
from collections.abc import Iterator
from fractions import Fraction

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import DIGITS
from looped.checker.patterns import pattern_of
from looped.checker.phrases import THEM
from looped.checker.prose import NUMBER, passage, worded
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
MOST = pattern_of(r"(?<!the )(?<!\bat )(?<!\w)most(?= [(—–])", re.I)
THIS = pattern_of(
    r"\b(?:this|that|which|they|these|those) (?:is|was|are|were|represents?|makes? up|amounts? to|means) "
    r"(?:just |only |clearly |therefore |thus |still )?$",
    re.I,
)
OPENS = pattern_of(r"(?:^|[.;]\s+)(?:of|among) (?:the |these |our |all |those )*$", re.I)
# "This is half as many as we had hoped".
COMPARED = pattern_of(
    r"\s*(?:as |more|less|again|the (?!total|whole)|of what|what |longer|higher|lower|a (?:year|day|week))", re.I
)
OF_THEM = pattern_of(r"\s*(?:of (?:them|these|those|all|the (?:total|whole))\b|[.,;)])", re.I)
BARE = pattern_of(rf"\s*(?:of (?:{THEM}))?\s*[(—–]\s*(?:n\s*=\s*)?(?P<n>\d+)\s*[)—–]", re.I)
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
            yield from (
                _of_it(paragraph, said)
                if THIS.search(f"{paragraph.text[: said.start].rstrip()} ")
                else _judged(paragraph, said)
            )


def _of_it(paragraph: Paragraph, said: Said) -> Iterator[Finding]:
    """ "Five of 25 came. Since this is most of them": the one share that is told right before."""
    if COMPARED.match(paragraph.text, said.end):
        return
    read = passage(paragraph.text)
    at = read.sentence_at(said.start)
    own = [e for e in read.of_sentence(at) if e.kind != "points" and not said.start <= e.start < said.end]
    told = [e for e in own if e.end <= said.start] if own else read.of_sentence(at - 1)
    based = [e for e in told if e.base or e.share]
    # "Of the 36 visits 27 were by day. That is three quarters of them."
    plain = len(told) == 2 and not based and all(e.kind == "count" for e in told) and told[0].count > told[1].count
    if plain and not own and OPENS.search(read.text[: told[0].start]) and OF_THEM.match(paragraph.text, said.end):
        value = Fraction(told[1].count, told[0].count)
        yield _finding(paragraph, said, value, f"{told[1].text} of {told[0].text}")
        return
    if len(based) == 1 and len(told) == 1 and not (own and len(own) > len(told)):
        value = Fraction(based[0].share.value) / 100 if based[0].share else Fraction(based[0].count, based[0].base or 1)
        yield _finding(paragraph, said, value, based[0].text)


def _judged(paragraph: Paragraph, said: Said) -> Iterator[Finding]:
    text = paragraph.text
    found = OF.match(text, said.end)
    if found:
        count, base = worded(found["n"]), worded(found["m"])
    else:
        behind = BARE.match(text, said.end)
        before = BASE.search(text[: said.start]) if behind else None
        if not behind or not before:
            return
        count, base = worded(behind["n"]), worded(before["m"])
    if not 0 < count <= base:
        return
    yield _finding(paragraph, said, Fraction(count, base), f"{count} of {base}")


def _finding(paragraph: Paragraph, said: Said, exact: Fraction, figure: str) -> Finding:
    right = said.low <= exact <= said.high
    verdict: Verdict = "ok" if right else "wrong"
    percent = f"{float(exact * 100):.1f}%"
    why = f"{figure} is {percent}, which “{said.text}” {'may say' if right else 'does not say'}"
    slip = f"{CODE}/{paragraph.line}/{said.start}"
    return Finding(CODE, verdict, paragraph.where, said.text, said.text, percent, why, slip, "likely")
