"""Things named by their numbers: as many as are said, and none in two lists: "four were late (1, 4, 7 and 9)"."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.prose import SENTENCE
from looped.checker.quieting import SPELT

CODE = "numbered-items"
MESSAGE = "As many numbers are listed as are said to be, and none of them in two lists that shut each other out."
GOOD = "Of the nine actions four were done (actions 1, 4, 7 and 9), three begun (2, 3 and 8) and two not (5 and 6)."
BAD = "Of the nine actions four were done (actions 1, 4, 7 and 9), three begun (2, 3 and 7) and two not (5 and 6)."

ITEM = r"\d{1,3}(?: to \d{1,3}|[–-]\d{1,3})?"
LIST = pattern_of(
    rf"(?<![\d.,%£])\b(?P<n>{SPELT}|\d{{1,3}})\b(?!\s?%|[.,]\d)"
    rf"(?: of (?:the |our |its |these |those |all )?(?:{SPELT}|\d{{1,3}})\b)?(?P<gap>(?: "
    rf"(?!{SPELT}\b)[a-z’'-]+){{0,9}}) ?"
    rf"[(\[](?:(?P<noun>[a-z]{{3,}}(?: numbers?| nos?\.?)?) )?(?P<items>{ITEM}(?:, {ITEM})*,? (?:and|&) {ITEM})[)\]]",
    re.I,
)
# "Who each have", "aged", "scored": then the numbers are no names.
FIGURES = pattern_of(
    r"\b(?:aged?|ages|scores?|scored|respectively|each|days|weeks|months|years|hours|minutes|points|out of|counts?|"
    r"totals?|numbers of)\b",
    re.I,
)
SOME = pattern_of(r"\b(?:includ\w+|such as|at least|more than|about|some|nearly|over|up to|than|by)\b", re.I)
FEWEST, MOST = 3, 40


@dataclass(frozen=True)
class Listed:
    """A number of things and their numbers. named: a noun stands before them."""

    said: int
    items: tuple[int, ...]
    named: bool
    found: re.Match[str]


def check(context: Context) -> Iterator[Finding]:
    """Each such list; the lists of a sentence together."""
    for paragraph in context.paragraphs_with(LIST):
        start = 0
        for end in (*(each.end() for each in SENTENCE.finditer(paragraph.text)), len(paragraph.text)):
            told = [each for found in LIST.finditer(paragraph.text, start, end) if (each := _listed(found))]
            named = any(each.named for each in told)
            for each in told:
                if named or len(each.items) >= FEWEST:
                    yield _counted(paragraph, each)
            if named and len(told) > 1:
                yield from _twice(paragraph, told)
            start = end


def _listed(found: re.Match[str]) -> Listed | None:
    """A list of names: each greater than the one before, and no counts that make what is said."""
    said = whole(found["n"])
    items = _items(found["items"])
    if said is None or not items or FIGURES.search(found["gap"] + (found["noun"] or "")) or SOME.search(found["gap"]):
        return None
    if said < 2 or list(items) != sorted(set(items)) or sum(items) == said:
        return None
    return Listed(said, items, bool(found["noun"]), found)


def _items(text: str) -> tuple[int, ...]:
    """The numbers that a list names, those between two ends too."""
    items: list[int] = []
    for low, high in re.findall(r"(\d+)(?:(?: to |[–-])(\d+))?", text):
        if high and not int(low) < int(high) < int(low) + MOST:
            return ()
        items += range(int(low), int(high or low) + 1)
    return tuple(items)


def _counted(paragraph: Paragraph, told: Listed) -> Finding:
    right = told.said == len(told.items)
    why = f"{len(told.items)} are listed: {told.found['items']}"
    return _finding(paragraph, told, told.found["n"], str(len(told.items)), why, right)


def _twice(paragraph: Paragraph, told: Sequence[Listed]) -> Iterator[Finding]:
    """A number that stands in two lists, where the sentence divides things: "in full (...), in part (...)"."""
    often = Counter(item for each in told for item in each.items)
    for each in told[1:]:
        again = [item for item in each.items if often[item] > 1]
        if again and sum(one.said for one in told) == sum(often.values()):
            why = f"{again[0]} is in two of the lists"
            yield _finding(paragraph, each, str(again[0]), "another number", why, False)
            return


def _finding(paragraph: Paragraph, told: Listed, stated: str, expected: str, why: str, right: bool) -> Finding:
    verdict: Verdict = "ok" if right else "wrong"
    slip = f"list-count/{paragraph.line}/{told.found.start()}"
    return Finding(CODE, verdict, paragraph.where, told.found.group(), stated, expected, why, slip, "likely")
