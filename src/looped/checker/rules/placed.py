"""Lists that are said to stand in order."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.listing import Listing, near, value_of
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage

CODE = "placed"
MESSAGE = "A list said to be in order is so."
GOOD = "Faults found, most frequent first: cracks, 41; stains, 30; dents, 12."
BAD = "Faults found, most frequent first: cracks, 41; stains, 12; dents, 30."

FIRST = r"(?:frequent|common|often|popular|numerous|cited|mentioned)"
HIGH, SMALL = r"(?:the )?(?:highest|largest|greatest|biggest|commonest)", r"(?:the )?(?:lowest|smallest|rarest)"
ORDER = pattern_of(
    rf"\b(?:(?P<down>(?:(?:most|more) {FIRST}(?: [a-z]+)?|{HIGH}) (?:is |are |comes? |being )?first|"
    r"(?:descending|decreasing|falling|diminishing) order|in order of (?:frequency|size|number|popularity)|"
    rf"(?:from )?(?:the )?(?:most {FIRST}|highest|largest|biggest|longest) (?:down )?to (?:the )?(?:least|lowest|"
    rf"smallest|"
    r"shortest)|in order of size)|(?P<worth>(?:from )?(?:the )?(?:best to (?:the )?worst|worst to (?:the )?best|"
    r"strongest to (?:the )?weakest|weakest to (?:the )?strongest))|"
    rf"(?P<up>(?:(?:least|less) {FIRST}(?: [a-z]+)?|{SMALL}) (?:is |are |comes? )?first|"
    rf"(?:ascending|increasing|rising) order|from (?:the )?(?:least {FIRST}|lowest|smallest) (?:up )?to))\b",
    re.I,
)
# Of which it is in order, whichever end is first.
RANKED = pattern_of(
    r"\b(?:in order of|ranked by|ordered by|arranged by|sorted by|listed by|placed by|arranged in order of|"
    r"^by) (?:the )?(?:total |"
    r"annual |yearly |their |its |overall |average )?(?:(?P<money>spend(?:ing)?|cost|income|price|value|budget|"
    r"turnover|size "
    r"of (?:grant|bid|budget))|(?P<count>number(?:s)?(?: of [a-z]+)?|count|size|frequency|membership|attendance|"
    r"visits)|"
    r"(?P<share>share|rate|score|percentage|proportion|result))\b",
    re.I,
)
TOP_DOWN = pattern_of(
    r"\b(?:start(?:ing|s|ed)? (?:with|from|at) the (?P<high>dearest|largest|biggest|highest|busiest|greatest|"
    r"most expensive|"
    r"oldest|longest|top)|from the (?P<high2>top|busiest|largest|biggest|highest|dearest|longest) (?:down|"
    r"downwards?)\b|"
    r"down(?:wards)? from the (?P<high3>top|highest|largest|busiest)|start(?:ing|s|ed)? (?:with|from|"
    r"at) the (?P<low>cheapest|"
    r"smallest|lowest|quietest|least|shortest|bottom)|from the (?P<low2>bottom|smallest|lowest|quietest|shortest|"
    r"cheapest) "
    r"(?:up|upwards?)\b|up(?:wards)? from the (?P<low3>bottom|lowest|smallest))",
    re.I,
)
UNSURE = pattern_of(r"\b(?:not|never|but|except|joint\w*|per [a-z]+|frequent first|highest first|lowest first)\b", re.I)
DENIED = pattern_of(
    r"\b(?:not|no|never|nor|neither|n[’']t|if|one of|among|second|third|next|equal|joint|to|should)[- ]+(?:the )?$",
    re.I,
)
FEW = 3


def check(context: Context) -> Iterator[Finding]:
    """Each word of order with a list of three or more near it."""
    for paragraph in context.paragraphs_with(ORDER, RANKED, TOP_DOWN):
        read = passage(paragraph.text)
        if len(read.entries) < FEW:
            continue
        for found in RANKED.finditer(read.text):
            yield from _ranked(paragraph, read, found)
        for found in TOP_DOWN.finditer(read.text):
            yield from _ordered(paragraph, read, found)
        for found in ORDER.finditer(read.text):
            yield from _ordered(paragraph, read, found)


def _lists(read: Passage, found: re.Match[str]) -> list[Listing]:
    lists = near(read, read.sentence_at(found.start()))
    return [e for e in lists if len(e.items) >= FEW and (e.end <= found.start() or e.start >= found.end())]


def _ranked(paragraph: Paragraph, read: Passage, found: re.Match[str]) -> Iterator[Finding]:
    """ "In order of spend: A £41m, B £36m": figures of that kind, which go down all the way, or up."""
    at = read.sentence_at(found.start())
    lists = [e for e in _lists(read, found) if e.sentence == at and e.start >= found.end() and len(e.items) > FEW]
    if not lists or DENIED.search(read.text[: found.start()]) or UNSURE.search(read.sentence(at)):
        return
    entries = [each.entry for each in lists[0].items]
    kinds = {"money": ("money",), "count": ("count", "measure"), "share": ("share", "count", "measure", "points")}
    wanted = next(kinds[name] for name in kinds if found[name])
    if any(e.kind not in wanted for e in entries):
        return
    right = any(each == sorted(each, reverse=way) for each in _readings(entries) for way in (True, False))
    yield _finding(paragraph, found, right, f"{lists[0].shown}: {'in' if right else 'not in'} that order")


def _readings(chosen: Sequence[Entry]) -> list[list[Decimal]]:
    counts = [[e.value for e in chosen]] if all(e.kind == "count" for e in chosen) else []
    return [[value_of(e) for e in chosen], *counts]


def _ordered(paragraph: Paragraph, read: Passage, found: re.Match[str]) -> Iterator[Finding]:
    """ "Most frequent first: A, 41; B, 30": each no more than the one before."""
    lists = [e for e in _lists(read, found) if e.sentence - read.sentence_at(found.start()) in (0, 1)]
    behind = [e for e in lists if e.start >= found.end()] or lists
    if not behind or DENIED.search(read.text[: found.start()]):
        return
    listing = min(behind, key=lambda each: abs(each.start - found.end()))
    entries = [each.entry for each in listing.items]
    # What is best may have the most or the least.
    groups = found.groupdict()
    high = groups.get("down") or groups.get("high") or groups.get("high2") or groups.get("high3")
    ways = (True, False) if groups.get("worth") else (bool(high),)
    right = any(each == sorted(each, reverse=way) for each in _readings(entries) for way in ways)
    yield _finding(paragraph, found, right, f"{listing.shown}: {'in' if right else 'not in'} that order")


def _finding(paragraph: Paragraph, found: re.Match[str], right: bool, why: str) -> Finding:
    verdict: Verdict = "ok" if right else "wrong"
    slip = f"{CODE}/{paragraph.line}/{found.start()}"
    quote = found.group().strip()
    return Finding(CODE, verdict, paragraph.where, quote, quote, quote if right else "another", why, slip, "likely")
