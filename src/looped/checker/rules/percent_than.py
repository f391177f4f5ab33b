"""So many percent less or more than: less is counted from the greater of two figures, more from the smaller."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.quantities import printed

CODE = "percent-than"
MESSAGE = "What is so many percent less is a percentage of the greater figure, what is more of the smaller."
GOOD = "Hired vans cost £500 a week and our own £400, so that our own are 20% cheaper than hired ones."
BAD = "Hired vans cost £500 a week and our own £400, so that our own are 25% cheaper than hired ones."

LESS = r"less|lower|fewer|cheaper|smaller|shorter|below|under|quicker|faster|down"
MORE = r"more|higher|greater|larger|dearer|longer|above|over|slower|up"
BEHIND = pattern_of(
    rf"^ (?:(?P<less>{LESS})|(?P<more>{MORE}))(?: [a-z’'-]+){{0,3}}? (?:than|the level|what|on|for|in|at|as)\b|"
    rf"^ (?:(?P<less2>below|under)|(?P<more2>above|over)) (?:the|its|that|what|those|this|last|our)\b|"
    rf"^ (?:(?P<less3>cheaper|lower|less|fewer)|(?P<more3>dearer|higher|more))(?=[.,;)])",
    re.I,
)
ASIDE = pattern_of(
    r"\b(?:points?|target|national|average|limit|budgeted|tolerance|at least|up to|about|around)\b", re.I
)
REACH, MANY = 2, 12


def check(context: Context) -> Iterator[Finding]:
    """Each percentage that is said to be less or more, with the figures near it."""
    for paragraph in context.document.paragraphs:
        if "%" not in paragraph.text and " cent" not in paragraph.text:
            continue
        read = passage(paragraph.text)
        for size in read.entries:
            said = BEHIND.match(read.text[size.end :]) if size.kind == "share" and size.share else None
            if said and not ASIDE.search(read.sentence(size.sentence)):
                less = any(said[name] for name in ("less", "less2", "less3"))
                yield from _judged(paragraph, read, size, less)


def _judged(paragraph: Paragraph, read: Passage, size: Entry, less: bool) -> Iterator[Finding]:
    near = [e for e in read.entries if abs(e.sentence - size.sentence) <= REACH and e is not size and e.value > 0]
    pairs = [(a, b) for a, b in combinations(near[:MANY], 2) if _alike(a, b) and _value(a) != _value(b)]
    swapped = None
    for one, other in pairs:
        low, high = sorted((one, other), key=_value)
        right, wrong = (high, low) if less else (low, high)
        if _is_of(high, low, right, size):
            return  # some pair gives it
        if _is_of(high, low, wrong, size):
            swapped = swapped or (low, high, right)
    if swapped:
        low, high, base = swapped
        exact = printed(((_value(high) - _value(low)) * 100 / _value(base)).quantize(Decimal("0.1")))
        why = f"between {low.text} and {high.text} lies {exact}% of {base.text}, not {size.text}"
        slip = f"{CODE}/{paragraph.line}/{size.start}"
        yield Finding(CODE, "wrong", paragraph.where, size.text, size.text, f"{exact}%", why, slip, "likely")


def _alike(one: Entry, other: Entry) -> bool:
    """Whether two are amounts or counts of one kind; counts only where both stand in one sentence."""
    same = (one.kind, one.unit) == (other.kind, other.unit) and not one.base and not other.base
    return same and (one.kind in ("money", "measure") or (one.kind == "count" and one.sentence == other.sentence))


def _value(entry: Entry) -> Decimal:
    return entry.value


def _is_of(high: Entry, low: Entry, base: Entry, size: Entry) -> bool:
    assert size.share
    step = Decimal(1).scaleb(-size.share.decimals)
    return abs((_value(high) - _value(low)) * 100 / _value(base) - size.share.value) <= step / 2
