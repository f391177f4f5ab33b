"""What remains of a base once a part of it has been told."""

import re
from collections.abc import Iterator

from looped.checker.claims import Claim, Sentence
from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.quantities import Quantity, quantities_in
from looped.checker.rules.complement import OPPOSITES

CODE = "remaining"
MESSAGE = "The remaining ones are the base less those told before."
GOOD = "In 22 of 40 files a plan was found; the remaining 18 had none."
BAD = "In 22 of 40 files a plan was found; the remaining 16 had none."

REST = pattern_of(r"\b(?:the|all) (?:remaining|other|rest,?)(?: of (?:the|these))?\s+$", re.I)
GOES_ON = pattern_of(
    r"^\s*(?:[,;:.)]|$|(?:did|were|was|are|is|had|have|has|they|it|could|would|not|none|received|remain\w*|failed|"
    r"lacked|showed|said|gave|chose|declined|refused)\b|\(\d)",
    re.I,
)
UNDONE = pattern_of(
    r"^\s+(?:(?:of (?:them|these) )?(?:are|is|were|was|have|has|had|did|do|does|remain)\s+(?:still |yet to be |been )?)"
    r"(?:not\b(?!\s+only)|outstanding|open|pending|unmet|incomplete|overdue|missing|absent)|^\s+remain\b|"
    r"^\s+(?:[a-z]+\s+)?(?:had|have|has) (?:none|no|nothing)\b",
    re.I,
)


def check(context: Context) -> Iterator[Finding]:
    """Each remainder in a sentence with one part and its base before it."""
    for sentence in context.sentences:
        for each in quantities_in(sentence.text):
            if each.unit or each.step != 1 or each.is_year or _inside(sentence, each):
                continue
            before = [
                claim for claim in sentence.claims if claim.end <= each.start and claim.base and claim.count is not None
            ]
            if len(before) == 1 and _is_rest(sentence.text, each, before[0]) and not _others(sentence, before[0], each):
                yield _finding(sentence, before[0], each)


def _is_rest(text: str, each: Quantity, claim: Claim) -> bool:
    """Whether a number is said to be the rest: "the remaining 18"; or what wasn't done: "; six are outstanding"."""
    behind = text[each.end :]
    if REST.search(text[: each.start]):
        nouns = re.findall(r"[a-z]{4,}", text[claim.start : claim.end].lower())
        same = re.match(r"\s+([a-z]{4,})", behind, re.I)
        return bool(GOES_ON.match(behind)) or bool(same and same[1].lower() in nouns)
    starts = re.search(r"(?:[;,]|\band|\bwhile|\bbut)\s+$", text[: each.start])
    if re.search(r"\b(?:left|leaving)\s+$", text[: each.start]):
        return bool(re.match(r"\s+(?:[a-z]+ )?(?:un\w+|without|outstanding|incomplete|to do|over)\b", behind, re.I))
    return bool(starts and (UNDONE.match(behind) or _opposite(text[claim.end : each.start], behind[:40])))


def _opposite(told: str, behind: str) -> bool:
    """Whether what is said of the second is the opposite of what is said of the first: late, and on time."""
    pairs = [*OPPOSITES, *((two, one) for one, two in OPPOSITES)]
    return any(
        re.search(rf"\b{one}\b", told, re.I) and re.match(rf"\s+(?:were|was|are) {two}\b", behind, re.I)
        for one, two in pairs
    )


def _others(sentence: Sentence, claim: Claim, each: Quantity) -> bool:
    """Whether another part of the base is told in between."""
    between = [q for q in quantities_in(sentence.text) if claim.end <= q.start < each.start]
    return any(q.unit == "" and not q.is_year and q.step == 1 for q in between)


def _inside(sentence: Sentence, each: Quantity) -> bool:
    return any(claim.start <= each.start < claim.end and claim.base for claim in sentence.claims)


def _finding(sentence: Sentence, claim: Claim, each: Quantity) -> Finding:
    left = (claim.base or 0) - (claim.count or 0)
    verdict: Verdict = "ok" if each.value == left else "wrong"
    why = f"{claim.base} - {claim.count} = {left}, printed as {each.text}"
    quote = sentence.text[each.start : each.end + 24].strip()
    slip = f"{CODE}/{sentence.line}/{each.text}/{each.start}"
    return Finding(CODE, verdict, sentence.where, quote, each.text, str(left), why, slip, "likely")
