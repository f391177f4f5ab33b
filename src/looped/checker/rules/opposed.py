"""Some of a whole that are so, and the others told by an opposite word: "of 60 doors 44 were locked; 16 stood open"."""

import re
from collections.abc import Iterator

from looped.checker.at_hand import ROUGH, TIMES, is_slip
from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.explaining import counts_of
from looped.checker.finding import Finding, Verdict
from looped.checker.opposites import are_arms, are_opposed
from looped.checker.patterns import pattern_of
from looped.checker.phrases import NONE_OF_THE, WHICH
from looped.checker.prose import Entry, Passage, passage
from looped.checker.sharing import Share, shares_in

CODE = "opposed"
MESSAGE = "Those that are so and those that are the opposite are all there are."
GOOD = "Forty-four of the 60 doors were locked when tried; sixteen stood open."
BAD = "Forty-four of the 60 doors were locked when tried; eighteen stood open."

ELSE = pattern_of(
    r"\b(?:per(?!-)|every|average|mean|times|twice|rose|fell|than|target|previous|last|"
    r"before(?! (?:[a-z]+ing|week|day|month|the end)\b)|some of|"
    r"at least|more|several|further|also|another|each|both|unknown|neither|respectively|aged|rate|ratio|then|"
    r"later)\b|£",
    re.I,
)
CUT = pattern_of(r"[;:,.]\s|\s[–—]\s|\b(?:and|but|while|whereas|with)\b", re.I)
OF_THEM = pattern_of(rf" of (?:{WHICH})\b", re.I)
IN = pattern_of(
    r" (?:(?:were|was|made|sent|held) )?(?P<by>by|from|in the|at the|on the|to the) (?!first|last|second)", re.I
)
OF_THEM_IN = pattern_of(rf" of (?:{WHICH}){IN.pattern}", re.I)
RIGHT_BEFORE = re.compile(r"(?: of|,|:| \(|, some|, that is,?)? ?")
EACH_HAS = pattern_of(
    r"\b(?:each|every|both) (?:of the )?(?:[a-z]+ ){0,2}(?:had|has|held|took|got|numbered|of)\b", re.I
)
TO_ONE = pattern_of(r"\b(?:to|in|on|at|by|with|about|from) (?:only |just )?$", re.I)
SPAN, TWO = 2, 2


def check(context: Context) -> Iterator[Finding]:
    """Each count right behind a part and its whole, where the words of the two are opposed."""
    for paragraph in context.document.paragraphs:
        read = passage(paragraph.text)
        for at, rest in enumerate(read.entries):
            if at and rest.kind == "count" and not rest.base and not rest.share:
                yield from _judged(paragraph, read, at, rest)


def _judged(paragraph: Paragraph, read: Passage, at: int, rest: Entry) -> Iterator[Finding]:
    part = read.entries[at - 1]
    whole = _whole(read, at)
    if whole is None or part.kind != "count" or not 0 < part.count < whole or rest.sentence - part.sentence > 1:
        return
    told = [e for n in {part.sentence, rest.sentence} for e in read.of_sentence(n)]
    # "Within two weeks", "one of them": no other parts.
    told = [
        e for e in told if e in (part, rest) or not (e.unit in TIMES or e.kind == "share" or e.text.lower() == "one")
    ]
    if len(told) > TWO + (whole != part.base and read.entries[at - TWO] in told):
        return  # a list: the two are not all there is
    low, end = read.starts[part.sentence], read.starts[rest.sentence] + len(read.sentence(rest.sentence))
    first, last = _clauses(read, part, rest, end)
    if TO_ONE.search(read.text[: part.start]) and part.text.lower() == "one":
        return  # "said yes to only one question": of what, and none of those who said so
    if NONE_OF_THE.search(read.text[: rest.start]):
        return  # "none of the 95": of another whole
    if ELSE.search(read.text[low:end]) or OF_THEM.match(read.text, rest.end):
        return
    opposed = are_opposed(first, last) or are_arms(first, last)
    if not opposed and not (part.count + rest.count > whole and _are_apart(part, rest)):
        return
    if any(ROUGH.search(read.text[max(0, e.start - 24) : e.start]) for e in (part, rest)):
        return
    left = whole - part.count
    others = counts_of(e for e in read.entries if e not in (part, rest) and abs(e.sentence - rest.sentence) <= 1)
    if rest.count != left and (not is_slip(rest.value, left * rest.step) or left - rest.count in others):
        return
    if rest.count == left and (said := _called(read, rest)) and not said.is_of(left, whole):
        yield _miscalled(paragraph, said, left, whole)
        return
    verdict: Verdict = "ok" if rest.count == left else "wrong"
    why = f"{whole} less {part.count} leaves {left}, printed as {rest.text}"
    slip = f"left/{paragraph.line}/{rest.start}"
    yield Finding(CODE, verdict, paragraph.where, rest.text, rest.text, str(left), why, slip, "likely")


def _are_apart(part: Entry, rest: Entry) -> bool:
    """ "27 of them by tenants and 21 by owners", "in the north team ... in the south team": nothing is in both."""
    one, other = OF_THEM_IN.match(part.after), IN.match(rest.after)
    return bool(one and other and one["by"] == other["by"])


def _called(read: Passage, rest: Entry) -> Share | None:
    """The share in words that stands right before the others: "a majority of nine had not"."""
    told = [each for each in shares_in(read) if each.entry is None and each.end <= rest.start]
    return told[-1] if told and RIGHT_BEFORE.fullmatch(read.text[told[-1].end : rest.start]) else None


def _miscalled(paragraph: Paragraph, said: Share, left: int, whole: int) -> Finding:
    exact = f"{100 * left / whole:.1f}%"
    why = f"{left} of {whole} is {exact}, which “{said.text}” does not say"
    slip = f"{CODE}/{paragraph.line}/{said.start}"
    return Finding(CODE, "wrong", paragraph.where, said.text, said.text, exact, why, slip, "likely")


def _whole(read: Passage, at: int) -> int | None:
    """What the part before a figure is of: its base, or the figure told right before it."""
    part = read.entries[at - 1]
    if part.base or at < TWO:
        return part.base
    whole = read.entries[at - 2]
    if EACH_HAS.search(read.sentence(whole.sentence)):
        return None  # "each arm had 240": there are two such
    plain = whole.kind == "count" and not whole.base and not whole.share and whole.count > read.entries[at].count
    return whole.count if plain and part.sentence - whole.sentence < SPAN else None


def _clauses(read: Passage, part: Entry, rest: Entry, end: int) -> tuple[str, str]:
    """What is said of the part, and what is said of the others."""
    cuts = list(CUT.finditer(read.text, part.end, rest.start))
    cut = cuts[-1].start() if cuts else rest.start
    # "A handful, 26, were late": the figure is set in.
    behind = re.split(r"[;,.](?:\s|$)", read.text[rest.end : end].removeprefix(", "))[0]
    # "Scans were done on time, 71 of 88 within a week": what is said of them stands before.
    start = read.starts[part.sentence]
    alone = not any(start <= e.start < part.start for e in read.entries)
    before = read.text[start : part.start] if alone else part.before
    return f"{before} {read.text[part.end : cut]}", f"{read.text[cut : rest.start]} {behind}"
