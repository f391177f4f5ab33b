"""Which of two leads by number and which by share, each with its count and its percentage, or its rate worked out."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.listing import COMMON, stems_of
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage, passage
from looped.checker.worth import UNWANTED

CODE = "led-on"
MESSAGE = "Of two the one that is said to lead by share, or to have the worse rate, has the greater."
GOOD = "Ash had 9 lapses in 60 visits, Elm 8 in 32. Elm thus had the higher lapse rate."
BAD = "Ash had 9 lapses in 60 visits, Elm 8 in 32. Ash thus had the higher lapse rate."

SHARE = r"(?:share|rate|proportion|percentage|percentage terms|relative terms|proportionate terms)"
LEADS = pattern_of(
    rf"\b(?:(?:led|leads|came first|was ahead|came top|topped the list|headed the list|did(?: so)?) (?:on|in|by) "
    rf"(?:terms of )?{SHARE}|(?:in|by) {SHARE},? (?:it was |came |was )?[^.;:,()\d]{{2,30}} (?:did|led|came first|"
    rf"was ahead)|"
    rf"(?:had|has|with|showed|recorded) the (?:highest|higher|greatest|greater|largest|larger) {SHARE})\b",
    re.I,
)
# So many in so many.
IN = pattern_of(
    r"(?<![\d.,£%])\b(?P<n>\d[\d,]*)(?: (?!of\b|in\b)[a-z’'-]+){0,2} (?:in|of|out of|from|among) (?:the |its )?"
    r"(?P<m>\d[\d,]*)\b(?!\s?%|[.,]\d)",
    re.I,
)
RATE = pattern_of(
    r"\b(?P<who>(?:the )?[A-Za-z][\w’'-]*(?: (?!thus|then|therefore|had|has|so)[\w’'-]+){0,2}) (?:(?:thus|then|"
    r"therefore|"
    r"hence|clearly|in fact) )?(?:had|has|showed|shows) (?:thus |therefore )?the (?P<way>higher|greater|larger|worse|"
    r"lower|"
    r"smaller|better) (?:[a-z’'-]+ ){0,2}(?:rate|share|proportion|percentage)s?\b|"
    r"\bma(?:kes|de|king) (?P<who2>(?:the )?[A-Za-z][\w’'-]*(?: (?!the\b)[\w’'-]+)?) the (?P<way2>higher|worse|lower|"
    r"better)"
    r"(?: of the (?:two|pair))? (?:by|on|in) (?:its )?(?:rate|share|proportion)\b",
    re.I,
)
BAD_THING = pattern_of(rf"\b(?:{UNWANTED}|gaps?|lost|lapse\w*)\b", re.I)
NOT = pattern_of(r"\b(?:not|never|neither|nor|if|whether|adjusted|weighted|last year|previous|target)\b", re.I)
TWO = 2


def check(context: Context) -> Iterator[Finding]:
    """Each such statement on two."""
    for paragraph in context.paragraphs_with(LEADS, RATE):
        read = passage(paragraph.text)
        for at in range(len(read.starts)):
            yield from _led(paragraph, read, at)
        for found in RATE.finditer(paragraph.text):
            yield from _rated(paragraph, read, found)


def _led(paragraph: Paragraph, read: Passage, at: int) -> Iterator[Finding]:
    """Two counts of a sentence, each with its share; the one in whose clause it is said to lead by share."""
    sentence, start = read.sentence(at), read.starts[at]
    told = [e for e in read.of_sentence(at) if e.kind == "count" and e.share]
    said = list(LEADS.finditer(sentence))
    if len(told) != TWO or len(read.of_sentence(at)) != TWO or len(said) != 1 or NOT.search(sentence):
        return
    cuts = [each.start() + start for each in re.finditer(r";\s|\b(?:but|while|whereas)\b", sentence)]
    between = [n for n in cuts if told[0].end <= n <= told[1].start]
    if len(between) != 1:
        return
    mine = told[0] if start + said[0].start() < between[0] else told[1]
    other = next(e for e in told if e is not mine)
    assert mine.share and other.share
    right = mine.share.value >= other.share.value
    why = f"{mine.share} against {other.share}"
    yield _finding(paragraph, start + said[0].start(), said[0].group(), why, right=right)


def _rated(paragraph: Paragraph, read: Passage, found: re.Match[str]) -> Iterator[Finding]:
    at = read.sentence_at(found.start())
    way, who = found["way"] or found["way2"], found["who"] or found["who2"]
    for first in (at, at - 1):
        low = read.starts[max(first, 0)]
        pairs = list(IN.finditer(read.text, low, found.start()))
        if first < 0 or len(pairs) != TWO:
            continue
        names = _names(read, low, pairs)
        mine = [place for place, each in enumerate(names) if each & (stems_of(who) - COMMON)]
        scope = read.text[low : found.end()]
        if len(mine) != 1 or NOT.search(scope) or (way in ("worse", "better") and not BAD_THING.search(scope)):
            return
        rates = [Fraction(_number(each["n"]), _number(each["m"]) or 1) for each in pairs]
        if any(rate > 1 for rate in rates) or len(set(rates)) < TWO:
            return
        more = way.lower() in ("higher", "greater", "larger", "worse")
        right = (rates[mine[0]] > rates[1 - mine[0]]) == more
        shown = " and ".join(
            f"{each['n']} of {each['m']} ({float(100 * r):.0f}%)" for each, r in zip(pairs, rates, strict=True)
        )
        yield _finding(paragraph, found.start(), found.group(), shown, right=right)
        return


def _names(read: Passage, low: int, pairs: Sequence[re.Match[str]]) -> list[frozenset[str]]:
    """The words before each pair that the other has not."""
    ends = [low, *(each.end() for each in pairs)]
    words = [stems_of(read.text[end : each.start()]) - COMMON for end, each in zip(ends, pairs, strict=False)]
    return [words[0] - words[1], words[1] - words[0]]


def _number(text: str) -> int:
    return int(text.replace(",", ""))


def _finding(paragraph: Paragraph, start: int, quote: str, why: str, *, right: bool) -> Finding:
    verdict: Verdict = "ok" if right else "wrong"
    slip = f"{CODE}/{paragraph.line}/{start}"
    return Finding(CODE, verdict, paragraph.where, quote, quote, "" if right else "the other", why, slip, "likely")
