"""How many there are said to be, and how many lines of a list follow: "four recommendations:" over five bullets."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from looped.checker.context import Context
from looped.checker.document import Block, Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import LENGTH, Entry, passage
from looped.checker.rules.bulleted import BULLET

CODE = "lines-counted"
MESSAGE = "As many lines follow as there are said to be."
GOOD = "We ask for three changes:\n\n- a second key\n- a longer lease\n- a new gate"
BAD = "We ask for four changes:\n\n- a second key\n- a longer lease\n- a new gate"

# What a report puts one to a line.
LISTED = (
    r"(?:recommendations?|actions|points|findings|themes|areas|steps|reasons|questions|requirements|conditions|issues|"
    r"items|things|measures|priorities|objectives|risks|changes|topics|strengths|weaknesses|improvements|lessons|"
    r"criteria|aims|breaches|concerns|factors|causes|matters|ways|standards|faults|defects|proposals|suggestions|"
    r"exceptions|messages|observations|controls|tasks|stages|outcomes|principles|options|tests|shortcomings|gaps|"
    r"weak spots|jobs|repairs|demands|requests|notices|failings|problems|elements|commitments|undertakings|hazards)"
)
ADJECTIVE = r"(?: (?!(?:of|in|on|at|for|to|from|by|with|per|and|or|were|was|are|is|had|have)\b)[a-z’'-]+){0,3}?"
NOUN = pattern_of(rf"{ADJECTIVE} {LISTED}\b", re.I)
# "Four sites:", "four sites are as follows:".
ANY = pattern_of(
    rf"{ADJECTIVE} (?!{LENGTH}\b|times\b|points?\b|per\b)[a-z’'-]+s(?: (?:are|were|as)(?: (?:as|the|follows|following|"
    r"these|listed|below))+)?:$",
    re.I,
)
AT_ONCE = pattern_of(r"[^.;,:\d]{0,40}:", re.I)
NO_LIST = pattern_of(
    r"\b(?:includ\w+|such as|for example|e\.g|among (?:them|others|which)|main(?:ly)?|chief(?:ly)?|at least|up to|"
    r"about|around|more than|fewer than|some of|both|each|either|between|other|further|following the|last|previous|"
    r"earlier|one of|any|than|per|every)\b",
    re.I,
)
PART_OF = pattern_of(r"\b(?:of|all|from) (?:the |these |those |its |our |their )?$", re.I)
OF_ALL = pattern_of(r"^\W*of (?:the |these |our |its )?", re.I)
# "Actions 7 and 9": two in one line.
SEVERAL = pattern_of(r"\b[a-z]+s (?:\d+|[A-Z])(?:, (?:\d+|[A-Z]))*,? (?:and|&|to) (?:\d+|[A-Z])\b", re.I)
FEWEST, MOST, FAR, LABEL = 2, 20, 3, 60


@dataclass
class Run:
    """A sentence that opens a list, with the lines of it. parts: how many stand under each label.

    has_several: whether a line tells more than one of them.
    """

    opening: Paragraph
    parts: list[int] = field(default_factory=list)
    has_several: bool = False

    @property
    def lines(self) -> int:
        """How many lines it has."""
        return sum(self.parts)

    @property
    def is_opened(self) -> bool:
        """Whether its first lines stand right behind the sentence."""
        return self.opening.text.rstrip().endswith(":")


def check(context: Context) -> Iterator[Finding]:
    """Each sentence with a number of things and the list behind it, under labels or without."""
    for run in _runs(context.document.blocks):
        text = run.opening.text
        read = passage(text)
        told = _told(text, read.of_sentence(len(read.starts) - 1))
        if told is None or run.has_several or not FEWEST <= run.lines <= MOST:
            continue
        right = told.count in accumulate(run.parts)
        # Another list behind the first, under a label of its own, may be no more of it.
        if not right and (abs(told.count - run.lines) > FAR or (run.is_opened and len(run.parts) > 1)):
            continue
        shown = " + ".join(map(str, run.parts)) + (f" = {run.lines}" if len(run.parts) > 1 else "")
        why = f"{shown} are listed, printed as {told.text}"
        verdict: Verdict = "ok" if right else "wrong"
        slip = f"{CODE}/{run.opening.line}/{told.start}"
        quote = text[told.start :].partition(".")[0].partition(":")[0]
        expected = str(run.lines)
        yield Finding(CODE, verdict, run.opening.where, quote, told.text, expected, why, slip, "likely")


def _runs(blocks: Sequence[Block]) -> Iterator[Run]:
    """Every list that is opened by a sentence with a colon at its end, or that stands under labels behind one."""
    run: Run | None = None
    for at, block in enumerate(blocks):
        text = block.text.strip() if isinstance(block, Paragraph) else ""
        bullet = bool(BULLET.match(text))
        following = blocks[at + 1] if at + 1 < len(blocks) else None
        opens = not bullet and isinstance(following, Paragraph) and bool(BULLET.match(following.text))
        if bullet and run and run.parts and not text.endswith(":"):
            run.parts[-1] += 1
            run.has_several = run.has_several or bool(SEVERAL.search(text))
            continue
        if run and opens and len(text) < LABEL and text.endswith(":") and not _counts(text):
            run.parts.append(0)
            continue
        if run and run.lines and not bullet:
            yield run
        run = None
        if isinstance(block, Paragraph) and opens and text.endswith(":"):
            run = Run(block, [0])
        elif isinstance(block, Paragraph) and not bullet and _is_label(following) and text.endswith((".", ":")):
            run = Run(block)
    if run and run.lines:
        yield run


def _is_label(block: Block | None) -> bool:
    text = block.text.strip() if isinstance(block, Paragraph) else ""
    return text.endswith(":") and len(text) < LABEL and not BULLET.match(text) and not _counts(text)


def _counts(text: str) -> list[Entry]:
    return [each for each in passage(text).entries if each.kind == "count"]


def _told(text: str, entries: Sequence[Entry]) -> Entry | None:
    """The number of things that a sentence says will follow; None where it isn't sure that they do."""
    counts = [e for e in entries if e.kind in ("count", "points") and e.step == 1 and not e.base and not e.share]
    start = text.rfind(". ") + 2 if ". " in text else 0
    if NO_LIST.search(text[start:]):
        return None
    # "Of the nine recommendations four are open:" are four.
    if len(counts) == 2 and OF_ALL.search(text[start : counts[0].start]):
        return counts[1]
    if len(counts) != 1 or PART_OF.search(text[: counts[0].start]) or not FEWEST <= counts[0].count <= MOST:
        return None
    behind = text[counts[0].end :].rstrip()
    if counts[0].kind == "points":  # "five points:"
        return counts[0] if AT_ONCE.fullmatch(behind) else None
    return counts[0] if NOUN.match(behind) or ANY.fullmatch(behind) else None
