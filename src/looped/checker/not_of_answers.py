"""Whether what is called wrong of shares is of a list of answers whose shares make all, or of several wholes."""

import re
from decimal import Decimal

from looped.checker.answer_lists import Told, are_of_others, is_rough, lists_of
from looped.checker.finding import Finding
from looped.checker.nearness import amount
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage
from looped.checker.sharing import exact_shares

# Rules on what shares come to; rules on what is said to be the same or to have moved.
OF_HUNDRED = frozenset(("complement", "shares-of-all", "all-of-hundred"))
OF_MOVES = frozenset(("as-many", "order-course", "which-way"))
OF_WORDS = frozenset(("worded-share", "said-of-figures"))
REST = pattern_of(r"\b(?:the (?:rest|remaining|remainder|others?|balance)|every(?:one|body) else)\b", re.I)
ALL, FEW = Decimal(100), Decimal(8)
ROUGHLY = pattern_of(r"\b(?:about|around|roughly|approximately|nearly|almost|just (?:over|under)) $", re.I)


def _lists(read: Passage, low: int) -> tuple[Told, ...]:
    """The lists of answers of the sentence of a place, with the one behind it or before it where one has too few."""
    at = read.sentence_at(low)
    here = lists_of(read, at, at + 1)
    if here:
        return here
    ways = ((first, end) for first, end in ((at, at + 2), (at - 1, at + 1)) if first >= 0 and end <= len(read.starts))
    return next((found for first, end in ways if (found := lists_of(read, first, end))), ())


def are_of_several(read: Passage, low: int, _: Finding) -> bool:
    """Whether each share of a list of answers is of a whole of its own: "good for bells (80%), fair for logs (60%)"."""
    return any(are_of_others(read, told) for told in _lists(read, low))


def are_told_roughly(read: Passage, low: int, finding: Finding) -> bool:
    """Whether "about" stands before a share of the sentence, and no more is amiss than that may explain."""
    one, other = (
        amount(text.removeprefix("at most ").removesuffix("%")) for text in (finding.stated, finding.expected)
    )
    if one is None or other is None or abs(one - other) > FEW:
        return False
    own = read.of_sentence(read.sentence_at(low))
    return any(each.share and ROUGHLY.search(read.text[: each.start]) for each in own)


def is_an_answer(read: Passage, low: int, _: Finding) -> bool:
    """Whether "stayed the same" or "fell" is an answer that some gave, beside others that with it make all."""
    lists = _lists(read, low)
    made = [sum((e.share.value for e in told.shares if e.share), Decimal(0)) for told in lists]
    return bool(lists) and all(abs(each - ALL) <= 2 for each in made) and not any(is_rough(read, e) for e in lists)


def is_of_another(read: Passage, low: int, finding: Finding) -> bool:
    """Whether the figure in brackets is of a later share: "a half said yes, a third (33%) no", "the rest (40%)"."""
    own = [e for e in read.of_sentence(read.sentence_at(low)) if e.share and e.start > low]
    if not own:
        return False
    if any(each.start <= low < each.end for told in _lists(read, low) for each in told.answers):
        return is_an_answer(read, low, finding)
    gap = read.text[low : own[0].start]
    between = any(low < each.start < own[0].start and not each.entry for each in exact_shares(read))
    return between or bool(REST.search(gap)) or ("(" not in gap and len(own) > 1 and _has_rest(read, own[-1].start))


def _has_rest(read: Passage, last: int) -> bool:
    """Whether the last share of a sentence is called the rest."""
    return bool(REST.search(read.text, max(0, last - 40), last))
