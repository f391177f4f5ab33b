"""What is said of each of several pairs of figures: "all three were higher than before: 71 against 64, ..."."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from looped.checker.context import Context
from looped.checker.directions import BETTER, FELL, ROSE, WORSE
from looped.checker.document import Paragraph
from looped.checker.earlier import EARLIER
from looped.checker.finding import Finding
from looped.checker.numbers import digits
from looped.checker.parties import finding_of, kind_of
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.quantified import quantifiers
from looped.checker.rules.order_each import NUMBERS
from looped.checker.weighing import prose_alone
from looped.checker.worth import more_is_better

CODE = "order-pairs"
MESSAGE = "Of as many pairs of figures as something is said it is so of each."
GOOD = "All three halls had more guests than last year: Ash 71 against 64, Elm 80 against 78 and Oak 66 against 60."
BAD = "All three halls had more guests than last year: Ash 71 against 64, Elm 80 against 88 and Oak 66 against 60."

PAIR = pattern_of(
    rf"(?P<a>{NUMBERS})\s?(?P<link>to|against|as against|v\.?|vs\.?|versus|compared (?:with|to)) (?P<b>{NUMBERS})", re.I
)
SIDE = pattern_of(
    rf"\b(?:(?P<up>higher|greater|larger|bigger|longer|likelier|more|ahead|above|busier|commoner|stronger|"
    rf"outnumber(?:ed|s)?|exceed(?:ed|s)?|outdid|outsold|outscored|beat|{ROSE})|"
    rf"(?P<down>lower|smaller|shorter|fewer|less|behind|below|rarer|weaker|{FELL})|(?P<better>{BETTER})|"
    rf"(?P<worse>{WORSE}))\b",
    re.I,
)
MORE = re.compile(r"more|fewer|less", re.I)
THAN = pattern_of(r"\b(?:than|of the two|in both|in each|in all|throughout)\b")
ALWAYS = pattern_of(r"\b(?:consistently|always|invariably|throughout|(?:in|at|on|for) (?:each|every|all|both))\b", re.I)
ONLY = pattern_of(r"\bthe (?:only|one|sole|single) (?:[a-z]+ ){1,3}?(?:to be |that was |which was |with )?$", re.I)
DENIED = pattern_of(r"\b(?:except|but|not|bar|save|from|if|whether|should|target|all but)\b", re.I)
# "More came than left: 40 and 31 in 2020, 38 and 30 in 2021".
TWO_IN = pattern_of(rf"(?P<a>{NUMBERS}) and (?P<b>{NUMBERS})(?P<link>) (?:in|at|on|for) (?=[A-Z\d]|the )")
LISTED = pattern_of(r"\s*(?:,|,? and)\s*")
NAME = re.compile(r"\b[A-Z][\w’'-]+")
FEWEST, TURNED = 2, "turned"


def check(context: Context) -> Iterator[Finding]:
    """Each sentence with such words and two pairs or more, or two runs of figures."""
    for paragraph in context.once(prose_alone):
        if not SIDE.search(paragraph.text):
            continue
        read = passage(paragraph.text)
        for at in range(len(read.starts)):
            if len(read.of_sentence(at)) >= FEWEST * 2:
                yield from _sentence(paragraph, read, at)


def _sentence(paragraph: Paragraph, read: Passage, at: int) -> Iterator[Finding]:
    low = read.starts[at]
    high = low + len(read.sentence(at))
    pairs = list(PAIR.finditer(read.text, low, high)) or list(TWO_IN.finditer(read.text, low, high))
    figures = [(digits(each["a"]), digits(each["b"])) for each in pairs]
    start = pairs[0].start() if pairs else low
    runs: list[tuple[Entry, Entry]] = []
    if not pairs:
        runs = _runs(read, at)
        figures = [(a.value, b.value) for a, b in runs]
        start = runs[0][0].start if runs else low
    sides = list(SIDE.finditer(read.text, low, start))
    # "More men than women fell": which way they went isn't said.
    sides = [each for each in sides if MORE.match(each.group()) and THAN.search(read.text, each.end(), start)] or sides
    if len(figures) < FEWEST or len(sides) != 1 or DENIED.search(read.text, low, start):
        return
    way = None if pairs else _order(read, low, sides[0], runs)
    figures = [(b, a) for a, b in figures] if way == TURNED else figures
    up = _is_up(read.text[low:high], sides[0])
    others = read.text[sides[0].end() : start]
    # "Higher than last year: 60 to 71": which of the two is the earlier nobody says.
    earlier = EARLIER.search(others) and any(each["link"].lower() == "to" for each in pairs)
    if up is None or earlier:
        return
    so = [(a > b) if up else (a < b) for a, b in figures]
    strict = (bool(pairs) and all(each["link"].lower() != "to" for each in pairs)) or way is not None
    right = _holds(read, (low, start), sides[0], so, strict=strict)
    if right is not None:
        why = "; ".join(f"{a:f} against {b:f}" for a, b in figures)
        yield finding_of(CODE, paragraph, read, sides[0].span(), (right, "" if right else "not so"), why)


def _holds(
    read: Passage, span: tuple[int, int], side: re.Match[str], so: Sequence[bool], *, strict: bool
) -> bool | None:
    """Whether it is so of as many as is said; None where nothing tells of how many, or the pairs may be turned."""
    low, start = span
    if ONLY.search(read.text[low : side.start()]):
        return so[0] and not any(so[1:])
    said = [q for q in quantifiers(read.text) if low <= q.start < start and q.kind in ("all", "none")]
    if said and said[0].size in (None, len(so)):
        held = said[0].holds(sum(so), len(so))
        return held if held or strict or any(so) else None
    always = ALWAYS.search(read.text, low, start) and THAN.search(read.text, side.start(), start)
    return all(so) if always and (any(so) or strict) else None


def _order(read: Passage, low: int, side: re.Match[str], runs: Sequence[tuple[Entry, Entry]]) -> str | None:
    """Whether the runs are told in the order of the two names, or turned; None where no names tell it."""
    colon = read.text.find(":", side.end())
    if not runs or not side.end() <= colon < runs[0][0].start:
        return None
    one, other = (set(NAME.findall(each)) for each in (read.text[low : side.start()], read.text[side.end() : colon]))
    first, last = (
        set(NAME.findall(read.text[start:end]))
        for start, end in ((colon, runs[0][0].start), (runs[-1][0].end, runs[0][1].start))
    )
    if not one - other or not other - one:
        return None
    if one - other <= first - last and other - one <= last - first:
        return "told"
    return TURNED if other - one <= first - last and one - other <= last - first else None


def _is_up(scope: str, side: re.Match[str]) -> bool | None:
    if side["better"] or side["worse"]:
        return None if more_is_better(scope) is False else bool(side["better"])
    return bool(side["up"])


def _runs(read: Passage, at: int) -> list[tuple[Entry, Entry]]:
    """ "Scoring 8.7, 8.9 and 9.0 where the other scored 7.9, 8.1 and 8.2": as many figures of each, one by one."""
    kinds: dict[object, list[Entry]] = {}
    for each in read.of_sentence(at):
        kinds.setdefault(kind_of(each), []).append(each)
    own = max(kinds.values(), key=len)
    half = len(own) // 2
    gaps = [bool(LISTED.fullmatch(read.text[a.end : b.start])) for a, b in pairwise(own)]
    if len(own) % 2 or half < FEWEST:
        return []
    told = all(listed == (place != half - 1) for place, listed in enumerate(gaps))
    return list(zip(own[:half], own[half:], strict=True)) if told else []
