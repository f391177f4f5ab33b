"""Three labelled figures: all, those of whom it is so, and those of whom it isn't: "asked 120, came 84, not 36"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.item_names import stems_of
from looped.checker.numbers import whole
from looped.checker.opposites import are_opposed
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, passage
from looped.checker.rules.bulleted import BULLET

CODE = "labelled-rest"
MESSAGE = "Those labelled as so and as not so are together all that the first label tells."
GOOD = "Owners asked: 120; replies: 84; no reply: 36."
BAD = "Owners asked: 120; replies: 84; no reply: 46."

LABEL = r"(?P<label>[A-Za-z][A-Za-z’' -]{1,48}?)"
ITEM = pattern_of(rf"{LABEL}(?:[:,=]| [–—-]) ?(?P<n>\d[\d,]*)\b(?!\s?%|[./]\d)", re.I)
PARTED = re.compile(r"\s*[;,.]\s*(?:and )?")
# What the first label says of all.
ALL = pattern_of(
    r"\b(?:asked|sent|invited|total|checked|tested|sampled|issued|due|all|seen|drawn|selected|approached|contacted|"
    r"received|examined|inspected|read|reviewed|audited)\b",
    re.I,
)
NOT = pattern_of(r"\b(?:no|not|without|never|none|non|unable|nil|lacking)\b", re.I)
OTHER = pattern_of(
    r"\b(?:last|previous\w*|target|further|late|partly|partial\w*|other|average|mean|of (?:which|these))\b", re.I
)
STANDS_FOR_IT = pattern_of(r"\b(?:one|any|it|so|did|do|was|were|are|is)\b", re.I)
THREE, SAME = 3, 4


@dataclass(frozen=True)
class Item:
    """A figure with the words that it is labelled with."""

    paragraph: Paragraph
    label: str
    text: str
    count: int


def check(context: Context) -> Iterator[Finding]:
    """Each sentence of three such figures, and each run of three lines."""
    run: list[Item] = []
    for paragraph in context.document.paragraphs:
        line = _line(paragraph)
        run = [*run, line] if line else []
        if not line:
            yield from _judged(_in_one(paragraph))
        elif len(run) == THREE:
            yield from _judged(run)


def _line(paragraph: Paragraph) -> Item | None:
    """A line of a list that is a label with its figure."""
    bullet = BULLET.match(paragraph.text)
    found = ITEM.fullmatch(paragraph.text, bullet.end()) if bullet else None
    return _item(paragraph, found) if found else None


def _item(paragraph: Paragraph, found: re.Match[str]) -> Item:
    return Item(paragraph, found["label"], found["n"], whole(found["n"]) or 0)


def _in_one(paragraph: Paragraph) -> Sequence[Item]:
    """The three labelled figures that a paragraph is; none where it tells anything else."""
    found = list(ITEM.finditer(paragraph.text))
    if len(found) != THREE or paragraph.text[found[-1].end() :].strip(" .;"):
        return []
    gaps = [paragraph.text[a.end() : b.start()] for a, b in zip(found, found[1:], strict=False)]
    plain = not paragraph.text[: found[0].start()].strip() and all(map(PARTED.fullmatch, gaps))
    entries: Sequence[Entry] = passage(paragraph.text).entries if plain else ()
    return [_item(paragraph, each) for each in found] if len(entries) == THREE else []


def _judged(items: Sequence[Item]) -> Iterator[Finding]:
    if len(items) != THREE or OTHER.search(" ".join(each.label for each in items)):
        return
    every, some, others = items
    # "No reply" beside "replies", "boats without one" beside "boats with a log".
    denied = NOT.search(others.label) and not NOT.search(some.label)
    alike = _is_of(NOT.sub(" ", others.label), some.label)
    # "Boats with a log" and "boats without a bell" are no opposites.
    short = max(len(each.label.split()) for each in (some, others)) <= 2
    if not (denied and alike) and not (short and are_opposed(some.label, others.label)):
        return
    of_all = ALL.search(every.label) or _alike(every.label, some.label)
    if not of_all or NOT.search(every.label) or every.count <= max(some.count, others.count):
        return
    made, left = some.count + others.count, every.count - some.count
    verdict: Verdict = "ok" if made == every.count else "wrong"
    why = f"{every.count} less {some.count} leaves {left}, printed as {others.text}"
    slip = f"left/{others.paragraph.line}/{others.label}"
    where, quote = others.paragraph.where, f"{others.label}: {others.text}"
    quote = quote if quote in others.paragraph.text else others.text
    yield Finding(CODE, verdict, where, quote, others.text, str(left), why, slip, "likely")


def _is_of(one: str, other: str) -> bool:
    """Whether every word of a label is in another: "a bell" beside "boats with a log" is of something else."""
    words = stems_of(STANDS_FOR_IT.sub(" ", one))
    return all(any(a[:SAME] == b[:SAME] for b in stems_of(other)) for a in words)


def _alike(one: str, other: str) -> bool:
    """Whether two labels share a word: "reply" and "replies"."""
    return any(a[:SAME] == b[:SAME] for a in stems_of(one) for b in stems_of(other))
