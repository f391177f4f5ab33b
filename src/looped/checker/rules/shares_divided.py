"""Shares in figures or in words that divide a whole: what the rest of it is, and what all of them come to.

"A quarter were against it, and the other three quarters for it"; "58% were women and 42% men: there was nobody else".
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from looped.checker.context import Context
from looped.checker.dividing import OVERLAP
from looped.checker.document import Paragraph
from looped.checker.explaining import OTHER_PART
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.phrases import WHICH
from looped.checker.prose import Passage, passage
from looped.checker.quieting import NUMBER
from looped.checker.sharing import HEDGE, Share, exact_shares, in_percent

CODE = "shares-divided"
MESSAGE = "Shares that divide a whole make all of it, and those told together make what they are said to make."
GOOD = "A quarter of the parents were against the move, and the other three quarters were for it."
BAD = "A quarter of the parents were against the move, and the other two thirds were for it."

REST = pattern_of(
    r"(?:\b(?:the |its )?(?:other|remaining|rest|last|remainder|balance|final)(?: of [a-z ]{3,20})?|\bleav(?:ing|es)|"
    r"\bleft)(?:,| was| were| is| are| just| only| over)*\s*[(–—-]?\s*$",
    re.I,
)
IN_TIME = pattern_of(r"\b(?:in|during|by|for|over) (?:the |its )?(?:last|final|other|remaining) $", re.I)
# What says that everybody is in one of the parts told, and in one only.
CLOSED = pattern_of(
    r"\b(?:no(?:body| one)? (?:other|else|third)\b|(?:no|without) overlap|no (?:[a-z]+ )?(?:others?\b|(?:gave|"
    r"chose|had|was|took|ticked|used) "
    r"(?:another|any ?other|anything else|neither|both))|(?:nobody|no one|none|nothing) (?:(?:was|were|had|gave|chose|"
    r"took|did|fell) )?(?:anything|any ?other|another|elsewhere|else|otherwise|neither|both)|"
    r"(?:every(?:one|body)|all|each [a-z]+|every [a-z]+)[^.;\d%]{0,48} (?:one side|one or the other|a single|"
    r"one answer|"
    r"one option|either)|(?:only )?(?:two|three|four|five) (?:answers|options|choices|sides|ways|kinds|types|groups|"
    r"replies|categories)(?: only)? (?:were|are|was|is) (?:possible|open|given|offered|allowed|used)|one or the other|"
    r"there (?:was|were|is|are) no(?:thing| (?:abstentions?|spoil[a-z]+|blanks?|others?|third|one|body))\b|"
    r"(?:is|are|was|were)(?: [a-z]+(?: as)?)? either [a-z’'-]+ or [a-z’'-]+(?=[:.;])|"
    r"without exception|single answer|"
    r"one answer (?:each|only)|no third|(?:split|divided|voted)(?: by)?(?= \d[\d.]*\s?(?:%|per ?cent)? to \d)|"
    r"(?:two|three|four|five) (?:[a-z]+ )?(?:outcomes|sources|results|parts|streams|"
    r"headings|heads|classes)|(?:divided|split|broke|breaks|shared)(?: down)? (?:into|between|among|as)|"
    r"falls? into|fell (?:into|among))\b",
    re.I,
)
OF_SO_MANY = pattern_of(rf"\bone of (?:the |these |our )?(?P<n>{NUMBER}) (?:[a-z]+ )?[a-z]+s\b", re.I)
NOT_ALL = pattern_of(
    r"\b(?:than (?!one\b|once|twice)|compared|against \d|rose|risen|fell(?! (?:into|short))|fallen|from \d|"
    r"last (?:year|"
    r"time)|previous\w*|target|average|mean|"
    rf"weighted|of (?:{WHICH}) (?!who)|each of|multiple|tick\w* all|points?|change\w*|"
    r"respectively|versus)\b",
    re.I,
)
TOTAL = pattern_of(
    r"\b(?:so(?: that)?|giving|making|in all|overall|together|in total|total(?:ling|s)?|combined|put(?:s|ting)|"
    r"bring(?:s|ing)?|tak(?:es|ing) (?:it|them|this|that|all|both|the (?:two|three|share|total))|between them|"
    r"thus|therefore|hence|altogether|which means|means|add(?:s|ing)? up|"
    r"sum(?:s|ming)?|amount(?:s|ing)? to|comes? to)\b",
    re.I,
)
TOTAL_BEHIND = pattern_of(r"[^.;,\d]{0,30}\b(?:in all|overall|together|in total|combined|altogether|all told)\b", re.I)
DENIED = pattern_of(
    r"(?: (?:did|do|does|were|was|are|is|had|have|has|could|would|can) not|[a-z]*n[’']t)\s*[.,;)]", re.I
)
CONCLUDED = pattern_of(r"\b(?:since|as|so|thus|therefore|hence|means?|meaning|follows|leaving)\b", re.I)
OF_WHOLE = pattern_of(r"\s+of (?:the |all |our )?(?P<whole>[a-z’'-]+(?: [a-z’'-]+)?)", re.I)
OF_OWN = pattern_of(r"\b(?:of|among) (?:the|these|those|all) (?:(?!and\b)[a-z’'-]+ ?){1,3},? ?$", re.I)
AT_PLACE = re.compile(r"\b(?:in|at|on|by) (?P<place>[A-Z][a-z]+)")
MOST, FAR = 7, Fraction(30, 100)
TWO, THREE = 2, 3


def check(context: Context) -> Iterator[Finding]:
    """Sentence by sentence, with the closing words of the next."""
    for paragraph in context.document.paragraphs:
        read = passage(paragraph.text)
        if len(exact_shares(read)) < TWO:
            continue
        for at in range(len(read.starts)):
            own = [each for each in exact_shares(read) if each.sentence == at]
            if TWO <= len(own) <= MOST:
                yield from (
                    _denied(paragraph, read, own)
                    or _rest(paragraph, read, own)
                    or _all(paragraph, read, own)
                    or _sum(paragraph, read, own)
                )


def _rest(paragraph: Paragraph, read: Passage, own: Sequence[Share]) -> list[Finding]:
    """The last share, where it is said to be what the others leave."""
    last, before = own[-1], own[:-1]
    lead = read.text[before[-1].end : last.start]
    of_some = re.match(rf"\s*of (?:{WHICH})\b", read.text[last.end :])
    if IN_TIME.search(lead):
        return []  # "in the final quarter": of the year
    if not REST.search(lead) or of_some or NOT_ALL.search(read.sentence(last.sentence)) or _is_hedged(read, own):
        return []
    values = [each.middle for each in before]
    sums = [sum(values[start:], Fraction(0)) for start in range(len(values))]
    slack = sum((each.slack for each in own), Fraction(0))
    if any(abs(1 - each - last.middle) <= slack for each in sums):
        return []
    left = 1 - sums[0]
    if left <= 0 or last.entry is not None and all(each.entry for each in before):
        return []
    why = f"{' and '.join(each.text for each in before)} leave {in_percent(left)}, not {last.text}"
    return [_finding(paragraph, last.text, last.text, in_percent(left), why, last.start)]


def _denied(paragraph: Paragraph, read: Passage, own: Sequence[Share]) -> list[Finding]:
    """ "63% improved, and 37% did not": the last of two is of all the others."""
    if len(own) != TWO or not DENIED.match(read.text, own[1].end) or _is_hedged(read, own):
        return []
    words = read.sentence(own[0].sentence)
    of_some = re.match(rf"\s*of (?:{WHICH})\b", read.text[own[1].end :])
    made, slack = own[0].middle + own[1].middle, own[0].slack + own[1].slack
    sure = made > 1 or CONCLUDED.search(words)
    if of_some or not sure or abs(made - 1) <= slack or NOT_ALL.search(words) or abs(made - 1) > FAR:
        return []
    why = f"{own[0].text} leave {in_percent(1 - own[0].middle)}, not {own[1].text}"
    return [_finding(paragraph, own[1].text, own[1].text, in_percent(1 - own[0].middle), why, own[1].start)]


def _all(paragraph: Paragraph, read: Passage, own: Sequence[Share]) -> list[Finding]:
    """All shares of a sentence, where it or the next says that there is nothing else."""
    at = own[0].sentence
    words = read.sentence(at)
    after = read.sentence(at + 1) if at + 1 < len(read.starts) else ""
    ahead = read.sentence(at - 1) if at else ""
    closed = CLOSED.search(words) or any(CLOSED.search(each) and not re.search(r"\d", each) for each in (after, ahead))
    classes = OF_SO_MANY.search(words)
    if classes and (whole(classes["n"]) or 0) > len(own):
        return []  # "one of five classes", and four are told
    if not closed or NOT_ALL.search(words) or OVERLAP.search(words + after) or _is_hedged(read, own):
        return []
    if any(each.entry is None for each in own) or any(len(read.text[a.end : b.start]) > 90 for a, b in pairwise(own)):
        return []
    if _are_of_others(read, own):
        return []
    made = sum((each.middle for each in own), Fraction(0))
    slack = sum((each.slack for each in own), Fraction(0))
    if abs(made - 1) <= slack or abs(made - 1) > FAR or any(abs(2 * each.middle - made) <= slack for each in own):
        return []
    why = f"{' + '.join(each.text for each in own)} = {in_percent(made)}"
    quote = read.text[own[0].start : own[-1].end]
    return [_finding(paragraph, quote, in_percent(made), "100%", why, own[0].start)]


def _are_of_others(read: Passage, own: Sequence[Share]) -> bool:
    """ "42% of new ones were dry and 63% of old ones", "42% in May and 63% in June": each of a whole of its own."""
    end = read.starts[own[-1].sentence] + len(read.sentence(own[-1].sentence))
    tails = [read.text[a.end : b] for a, b in zip(own, [*(each.start for each in own[1:]), end], strict=True)]
    wholes = {found["whole"].lower() for each in tails if (found := OF_WHOLE.match(each))}
    places = {found["place"] for each in tails if (found := AT_PLACE.search(each))}
    return len(wholes) > 1 or len(places) > 1 or any(OF_OWN.search(each) for each in tails[:-1])


def _sum(paragraph: Paragraph, read: Passage, own: Sequence[Share]) -> list[Finding]:
    """What two shares are said to come to."""
    if len(own) != THREE or any(each.entry is None or each.entry.base for each in own) or _is_hedged(read, own):
        return []
    one, two, last = own
    lead = read.text[two.end : last.start]
    if not (TOTAL.search(lead) or TOTAL_BEHIND.match(read.text, last.end)) or NOT_ALL.search(
        read.sentence(last.sentence)
    ):
        return []
    a, b, c = (each.middle for each in own)
    slack = sum((each.slack for each in own), Fraction(0))
    options = [a + b, 1 - a - b, abs(a - b), (a + b) / 2, a * b]
    options += [1 - a, 1 - b] if OTHER_PART.search(read.sentence(last.sentence)) else []
    if c <= max(a, b) or abs(a + b - c) > FAR or any(abs(each - c) <= slack for each in options):
        return []
    why = f"{one.text} and {two.text} make {in_percent(a + b)}, not {last.text}"
    return [_finding(paragraph, last.text, last.text, in_percent(a + b), why, last.start)]


def _is_hedged(read: Passage, own: Sequence[Share]) -> bool:
    return any(HEDGE.search(read.text[max(0, each.start - 24) : each.start]) for each in own)


def _finding(paragraph: Paragraph, quote: str, stated: str, expected: str, why: str, start: int) -> Finding:
    verdict: Verdict = "wrong"
    return Finding(
        CODE, verdict, paragraph.where, quote, stated, expected, why, f"all/{paragraph.line}/{start}", "likely"
    )
