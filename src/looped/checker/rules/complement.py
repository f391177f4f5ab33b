"""Shares of two things of which everybody is one: together they are 100%."""

import re
from collections.abc import Iterator
from functools import cache

from looped.checker.adding import sums_up_those_before
from looped.checker.at_hand import is_slip
from looped.checker.claims import Sentence
from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.opposites import PAIRS, is_of_the_same
from looped.checker.patterns import pattern_of
from looped.checker.quantities import Quantity, printed, quantities_in

CODE = "complement"
MESSAGE = "Shares of two that shut each other out are no more than 100% together."
GOOD = "61% worked full time; 39% worked part time."
BAD = "61% worked full time; 49% worked part time."

# Of which everybody is one or the other: together they are all.
EITHER = (
    (r"(?:men|males?)", r"(?:women|females?)"),
    (r"boys", r"girls"),
    (r"(?:complete|signed|dated|met|compliant)", r"(?:incomplete|unsigned|undated|unmet|non-?compliant)"),
    (r"(?:did|had|were|was|has|have)", r"(?:did|had|were|was|has|have) not(?=\s*(?:[.,;:)]|$))"),
)
THIRD = pattern_of(
    r"\b(?:unknown|not (?:stated|known|recorded|given|applicable)|missing|others?|rest|remain\w*|prefer\w*|neither|"
    r"unsure|partly|partially|undecided|blank|withdr\w+|rose|fell|year|than|each)\b",
    re.I,
)
MADE_UP = (
    r"(?:were|was|are|is|made up|make up|formed|form|accounted for|account for|comprised|constituted|represented|"
    r"came to)"
)
LITTLE = r"(?:just |only |about |some )?"
# Answers that shut each other out: those of one scale, and those that any scale has.
ANY_SCALE = r"neither|neutral|undecided|did not know|don't know|not sure|unsure|no"
SCALES = tuple(
    pattern_of(rf"\b({scale}|{ANY_SCALE})\b")
    for scale in (
        r"strongly agreed?|agreed?|strongly disagreed?|disagreed?",
        r"satisfied|dissatisfied",
        r"outstanding|good|requires improvement|required improvement|inadequate|excellent|fair|poor",
        r"very|fairly|quite|not very|not at all",
        r"always|often|sometimes|rarely|never",
        r"yes",
        r"minor|mild|moderate|severe",
        r"fully|partly|partially|not met|met",
    )
)


def check(context: Context) -> Iterator[Finding]:
    """Each sentence with two percentages and nothing else counted in percent."""
    for sentence in context.sentences:
        if sentence.text.count("%") + sentence.text.lower().count("cent") < 2:
            continue
        shares = [each for each in quantities_in(sentence.text) if each.unit == "%"]
        if len(shares) == 2 and not re.search(
            r"\b(?:than|against|compared|from|to|and then|up|down)\b", _between(sentence, *shares)
        ):
            after = sentence.text[shares[0].end : shares[1].start], sentence.text[shares[1].end :][:60]
            ahead = sentence.text[: shares[0].start], _between(sentence, *shares)
            either = _is_either(sentence.text, shares, after)
            if either:
                yield _finding(sentence, *shares, either=True)
                continue
            said = any(_says(one, two, *after) or _says(two, one, *after) for one, two in PAIRS)
            if said or any(_named(one, two, *ahead) or _named(two, one, *ahead) for one, two in PAIRS):
                yield _finding(sentence, *shares)
        if len(shares) > 2 and _is_scale(sentence.text, shares):
            yield _listed(sentence, shares)


def _is_either(text: str, shares: list[Quantity], after: tuple[str, str]) -> bool:
    """Whether they are of two things of which everybody is one, and no slip of the pen keeps them from being all."""
    if THIRD.search(text) or not any(_says(one, two, *after) or _says(two, one, *after) for one, two in EITHER):
        return False
    last, left = shares[1].value, 100 - shares[0].value
    return last != left and is_slip(last, left) and last < left


def _is_scale(text: str, shares: list[Quantity]) -> bool:
    """Whether the shares stand in one list of answers of which everybody gives one."""
    gaps = [text[a.end : b.start] for a, b in zip(shares, shares[1:], strict=False)]
    if any(
        re.search(
            r"\b(?:half|thirds?|quarters?|majority|most|so|then|together|that is|made up|"
            r"compris\w+|consist\w+|including|of (?:which|whom|these))\b",
            gap,
        )
        for gap in gaps
    ):
        return False  # a share that sums up those before it
    if any(re.search(r"\b(?:from|than|against|compared|last|previous)\b", gap) for gap in gaps):
        return False  # "up from 68% at the last survey"
    if re.search(r"\b(?:includ\w+|mention\w*|such as|among|more than one|cited|named)\b", text, re.I):
        return False  # several could be named
    joined = all(len(gap) < 60 and re.search(r",|;|\band\b", gap) and not re.search(r"\d", gap) for gap in gaps)
    return joined and _each_has_its_answer(text, shares, gaps)


def _each_has_its_answer(text: str, shares: list[Quantity], gaps: list[str]) -> bool:
    """Whether each share has an answer of one scale, behind it or before it; of many one may have another name."""
    wanted = len(shares) - (len(shares) > 3)
    for told in ([*gaps, text[shares[-1].end :][:60]], [text[: shares[0].start][-60:], *gaps]):
        for scale in SCALES:
            answers = [tuple(dict.fromkeys(scale.findall(each.lower()))) for each in told]
            known = [each for each in answers if each]
            if len(known) >= wanted and len(set(known)) == len(known):
                return True
    return False


def _listed(sentence: Sentence, shares: list[Quantity]) -> Finding:
    together = sum(each.value for each in shares)
    sums_up = any(sums_up_those_before([each.value for each in shares], at) for at in range(len(shares)))
    over = together > 100 + sum(each.step for each in shares) / 2 and not sums_up
    verdict: Verdict = "wrong" if over else "ok"
    why = f"{' + '.join(each.text for each in shares)} = {together}%"
    quote = sentence.text[shares[0].start : shares[-1].end]
    slip = f"{CODE}/{sentence.line}/{quote}"
    return Finding(CODE, verdict, sentence.where, quote, f"{together}%", "at most 100%", why, slip, "likely")


def _between(sentence: Sentence, first: Quantity, last: Quantity) -> str:
    return sentence.text[first.end : last.start]


def _says(one: str, two: str, first: str, last: str) -> bool:
    """Whether the one is said of the first share alone and its opposite of the second."""
    other = _word(two).search(last)
    if not other or not _word(one).search(first) or _word(two).search(first):
        return False
    if re.match(r"\s*of\b", first) and re.match(r"\s*of\b", last):
        return False  # "74% of men and 35% of women": each of its own group
    grouped = re.search(
        r"\b(?:of|among|for|in|by) (?:the )?(?:men|women|males|females|boys|girls|those|them)\b", first + last, re.I
    )
    return bool(not grouped and is_of_the_same(other, first))


@cache
def _word(word: str) -> re.Pattern[str]:
    """A word of a pair as it stands in a text."""
    return re.compile(rf"\b{word}\b", re.I)


def _named(one: str, two: str, first: str, last: str) -> bool:
    """ "Men were 52% of patients, women 48%": each share behind its name, and both of one whole."""
    if not (_word(one).search(first) and _word(two).search(last)):
        return False
    made = re.search(rf"(?:^|[;:,.] ?|\b(?:and|that) )(?:the )?{one} {MADE_UP} {LITTLE}$", first, re.I)
    return bool(made and re.search(rf"(?:[,;] ?|\band )(?:and |the )?{two}(?: {MADE_UP})? {LITTLE}$", last, re.I))


def _finding(sentence: Sentence, first: Quantity, last: Quantity, *, either: bool = False) -> Finding:
    together = first.value + last.value
    over = either or together > 100 + (first.step + last.step) / 2
    verdict: Verdict = "wrong" if over else "ok"
    why = f"{first.text} and {last.text} are {printed(together)}% together"
    quote = sentence.text[first.start : last.end]
    slip = f"{CODE}/{sentence.line}/{quote}"
    left = f"{'' if either else 'at most '}{printed(100 - first.value)}%"
    return Finding(CODE, verdict, sentence.where, quote, last.text, left, why, slip, "likely")
