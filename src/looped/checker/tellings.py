"""What a document says of how many: each figure with the words of its clause and the words around it.

A telling is a figure with the words of its clause and those around it: of its sentence, of the sentence that tells
its base, of its heading. `retelling.py` asks of two of them whether they are of one thing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import islice

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.patterns import pattern_of
from looped.checker.phrases import WHICH
from looped.checker.prose import Entry, Passage, passage
from looped.checker.saying import said_in
from looped.checker.telling_words import stems

PARTS = (
    r"(?:executive |main |plain |lay )?(?:summary|abstract|overview|synopsis)|headlines?(?: findings?| messages?)?|"
    r"in brief|at a glance|"
    r"(?:key |main |headline )(?:findings?|figures?|messages?|points?|results?)|conclusions?|discussion|opinion|"
    r"(?:overall )?(?:assurance|judg[e]?ment|assessment|verdict)|what (?:we found|this means|you told us)|"
    r"recommendations?|foreword|background|introduction|scope|comment(?:ary)?|interpretation|"
    r"(?:detailed )?(?:findings?|results?)|methods?|participants|evidence|the evidence|details?|main report|"
    r"(?:main )?body"
)
# One place that sums up or takes up another.
CUE = pattern_of(
    r"\b(?:summary|abstract|synopsis|headlines?|key (?:findings?|figures?|messages?|points?)|overview|in brief|"
    r"at a glance|as (?:section|paragraph|part|chapter) \d[\d.]* (?:shows?|says?|states?|reports?|records?|sets? out|"
    r"found)|as (?:\w+ )?(?:reported|noted|stated|mentioned|set out|shown|described|said|found|recorded)|"
    r"(?:we|to) repeat|repeated|repeat the|conclusions?|discussion|scope|in all|in total|altogether|background|"
    r"main (?:findings?|points?)|opinion|in short|to sum up|in sum|this (?:report|review|audit|trial|study))\b|"
    r"\b(?:findings|results?|method\w*|comment\w*|recommendations?)(?=[:.])|"
    rf"^\W*(?:{PARTS})(?:[:.]|$)|^\s*\d\.\d",
    re.I,
)
# A heading that stands over what sums up, or over what is summed up.
SECTION = re.compile(rf"\W*(?:\d+(?:\.\d+)*\.?\s*)?(?:{PARTS})(?: of (?:the )?findings)?\W*", re.I)
# What is a subject as often as a part of a report.
SUBJECTS = frozenset(("assessment", "assurance", "judgement", "judgment", "evidence"))
# What heads a part within a paragraph; sums: of one that sums up or is summed up.
LABEL = pattern_of(
    rf"^\W*(?:(?P<sums>(?:\d+(?:\.\d+)*\.?\s+)?(?:the )?(?:{PARTS})(?:,? (?:section )?\d+(?:\.\d+)*)?\s*[:.–—-])\s*|"
    r"(?:section|part|chapter|annex) [\dA-Z]\b[.:]?|(?-i:[A-Z][a-z]+(?: [a-z]+){0,2}): )",
    re.I,
)
OPENS = pattern_of(
    r"(?:^|[.;:,]\s+|\d\s+)(?:of|in(?! all\b)|among|from|out of)\s+(?:the |these |our |all |a sample of )*$", re.I
)
# "(n = 104)".
SIZE = pattern_of(r"\bn ?= ?$", re.I)
OF_WHICH = pattern_of(rf"\bof (?:{WHICH}),? (?:only |just )?$", re.I)
EVERY = pattern_of(
    r"\b(?:(?P<none>none|(?<!had )(?<!have )(?<!has )(?<!with )(?<!of )"
    r"no(?= (?!more\b|less\b|fewer\b|longer\b|one\b|doubt\b|significant|clear)[a-z])|not one)|"
    r"(?P<all>all(?! (?:but|in|together|told|of a sudden)\b)|every(?! (?:two|three|four|five|second|third|"
    r"day|week|month|year)\b)))\b",
    re.I,
)
TAKEN_UP = pattern_of(
    r"\b(?:the|this|that|a|an|our|such an?) (?:overall |observed )?(?P<what>(?!target|national|standard|benchmark|"
    r"expected|average|mean)[a-z-]+(?: [a-z-]+){0,2}?)"
    r"(?: (?:rate|level|share|proportion|figure|percentage|score))? of (?:only |just |about |some )?$",
    re.I,
)
SUM_TAKEN_UP = pattern_of(
    r"\b(?:the|this|that) (?P<what>(?!(?:target|national|standard|expected|average|mean|sum|amount|total|cost|"
    r"remaining|revised|new|first|second|other|further)\b)[a-z-]+ (?:budget|grant|loan|fee|price|contract|award|"
    r"bid|income|debt|spend|spending|deficit|surplus|balance|reserves?|allocation|funding|fine|limit|bill|cost|"
    r"value|sum))(?: for the [a-z]+)? of $",
    re.I,
)
DEFINED = pattern_of(r", (?:defined|measured|counted|taken|understood) as\b[^;:()]{3,80}?, (?=[a-z])", re.I)
BRACKETS = re.compile(r"\([^()]*\)")
OR_MORE = pattern_of(
    r"\W{0,2}(?: ?of (?:the |all |their |its )?[a-z]+ (?:[a-z]+ )?)?or (?:more|over|above|less|fewer|under|better)\b",
    re.I,
)
KINDS = ("count", "share", "money", "measure")
SHORT = 30


@dataclass(frozen=True)
class Telling:
    """A figure of a sentence. own: the stems of its clause; around: those of its sentence, its base's and its heading.

    base: printed with it, or told before it; reach: what a share may stand for; place: paragraph and sentence;
    near: the words of its clause; beside: how many shares its sentence tells; part: the heading that it stands under;
    sums: whether that is of a part that sums up or is summed up; cued: whether the sentence says so.
    """

    paragraph: Paragraph
    read: Passage
    entry: Entry
    own: frozenset[str]
    around: frozenset[str]
    base: int | None
    reach: tuple[Fraction, Fraction] | None
    place: tuple[int, int]
    sentence: str
    near: str
    beside: int
    part: str
    sums: bool
    cued: bool

    @property
    def is_whole(self) -> bool:
        """Whether it tells what others are of: "Of the 20 gates 8 had no lock", "(n = 20)"."""
        if self.is_count and SIZE.search(self.read.text[: self.entry.start]):
            return True
        if self.base or not self.is_count or self.entry is self.read.of_sentence(self.entry.sentence)[-1]:
            return False
        return bool(OPENS.search(self.read.text[: self.entry.start]))

    @property
    def is_count(self) -> bool:
        """Whether it tells how many, and not only which share."""
        return self.entry.kind == "count"


def tellings(context: Context) -> tuple[Telling, ...]:
    """Every count and share of the prose, in figures and in words."""
    return tuple(
        told
        for at, paragraph in enumerate(context.document.paragraphs)
        for told in _of_paragraph(paragraph, passage(paragraph.text), at)
    )


def are_more_than(context: Context, most: int) -> bool:
    """Whether a document tells more figures than so many: then there is no need to read the words around each."""
    figures = (
        entry
        for paragraph in context.document.paragraphs
        for read in [passage(paragraph.text)]
        for entry in read.entries
        if _is_told(entry) and not _bounds(read, entry)
    )
    return any(True for _ in islice(figures, most, None))


def any_sums_up(context: Context) -> bool:
    """Whether a part of the document says that it sums up, or is what another sums up."""
    return any(SECTION.fullmatch(each.section) for each in context.document.paragraphs) or any(
        found["sums"]
        for paragraph in context.paragraphs_with(LABEL)
        for read in [passage(paragraph.text)]
        for place in range(len(read.starts))
        if (found := LABEL.search(labelled(read, place)))
    )


def _is_told(entry: Entry) -> bool:
    return entry.kind in KINDS and entry.value > 1


def _of_paragraph(paragraph: Paragraph, read: Passage, at: int) -> Iterator[Telling]:
    part, sums = paragraph.section, bool(SECTION.fullmatch(paragraph.section))
    heading = stems(paragraph.section)
    for place in range(len(read.starts)):
        sentence = labelled(read, place)
        if label := LABEL.search(sentence):
            part, sums = label.group(), bool(label["sums"])
        cued = bool(CUE.search(LABEL.sub("", sentence)))
        whole = None if label else _before(read, place)
        around = stems(sentence) | (stems(read.sentence(place - 1)) if whole else frozenset()) | heading
        own = read.of_sentence(place)
        figures = [(e, _base(read, e, whole)) for e in own if _is_told(e)]
        every = [(e, base, _reach(e, base)) for e, base in figures if not _bounds(read, e)]
        every += [(e, None, reach) for e, reach in (_in_words(read, place) if cued or sums else ())]
        beside = sum(reach is not None and e.kind != "said" for e, _, reach in every)
        for entry, base, reach in every:
            near = near_of(read, entry)
            told = stems(f"{near} {entry.text if entry.kind == 'count' else ''}")
            # "Fourteen said yes": to what the sentence before tells.
            if not told and whole and len(own) == 1:
                told = stems(read.sentence(place - 1))
            if taken := taken_up(read, entry):
                told, near = taken, re.split(r"\b(?:than|expected|planned)\b", near.rpartition(" of")[2])[0]
            telling = Telling(
                paragraph, read, entry, told, around, base, reach, (at, place), sentence, near, beside, part, sums, cued
            )
            yield telling


def _bounds(read: Passage, entry: Entry) -> bool:
    """Whether a figure says what counts as a thing, and not how often it was seen: "80% or more of the doses"."""
    behind = read.text[entry.end : entry.end + 40]
    lead = read.text[max(0, entry.start - 12) : entry.start]
    inside = any(found.start() <= entry.start < found.end() for found in DEFINED.finditer(read.text))
    return inside or bool(OR_MORE.match(behind)) or bool(re.search(r"\b(?:at least|at most|up to)\s$", lead))


def _in_words(read: Passage, place: int) -> Iterator[tuple[Entry, tuple[Fraction, Fraction]]]:
    """The shares in words of a sentence without counts, with their reach: "most of them", "none", "every gate"."""
    if any(e.kind == "count" for e in read.of_sentence(place)):
        return
    start, text = read.starts[place], read.sentence(place)
    said = [(each.start, each.end, each.text, (each.low, each.high)) for each in said_in(text)]
    for found in EVERY.finditer(text) if not said and not read.of_sentence(place) else ():
        bound = Fraction(0 if found["none"] else 1)
        said.append((*found.span(), found.group(), (bound, bound)))
    for low, high, words, reach in said:
        yield Entry("said", words, Decimal(0), Decimal(1), "", start + low, start + high, place), reach


def _reach(entry: Entry, base: int | None) -> tuple[Fraction, Fraction] | None:
    """What a share may stand for, rounding allowed."""
    if entry.kind == "count" and base:
        return Fraction(entry.count, base), Fraction(entry.count, base)
    if entry.kind == "share" and entry.share:
        exact, step = Fraction(entry.share.value) / 100, Fraction(1, 100 * 10**entry.share.decimals)
        return exact - step, exact + step
    return None


def labelled(read: Passage, place: int) -> str:
    """A sentence with the short heading right before it: "Abstract. Methods: 31 gates"."""
    head = read.sentence(place - 1) if place else ""
    return (head if len(head) < SHORT and LABEL.search(head) else "") + read.sentence(place)


def _before(read: Passage, place: int) -> int | None:
    """What the counts of a sentence are of, where the one before tells it: "We saw 78 gates. Only 58 had a lock"."""
    before = [e for e in read.of_sentence(place - 1) if e.kind == "count"] if place else []
    own = [e for e in read.of_sentence(place) if e.kind == "count"]
    if len(before) != 1 or before[0].base or not own or any(e.count > before[0].count for e in own):
        return None
    return before[0].count


def _base(read: Passage, entry: Entry, whole: int | None) -> int | None:
    if entry.base or entry.kind != "count":
        return entry.base
    own = [e for e in read.of_sentence(entry.sentence) if e.kind == "count"]
    # "Of 78 gates 58 had a lock".
    if (
        len(own) == 2
        and entry is own[1]
        and not own[0].base
        and (OPENS.search(read.text[: own[0].start]) or OF_WHICH.search(read.text[: entry.start]))
    ):
        return own[0].count if own[0].count >= entry.count else None
    return whole


def near_of(read: Passage, entry: Entry) -> str:
    """The words around a figure, as far as its sentence, the figures beside it and the next clause go."""
    others = [e for e in read.entries if e is not entry and e.sentence == entry.sentence and e.value > 2]
    defined = [found.span() for found in DEFINED.finditer(read.text)]
    others = [e for e in others if not any(start <= e.start < end for start, end in defined)]
    low = max([e.end for e in others if e.end <= entry.start], default=read.starts[entry.sentence])
    end = read.starts[entry.sentence] + len(read.sentence(entry.sentence))
    high = min([e.start for e in others if e.start >= entry.end], default=end)
    ends = (
        r"[;:]|, (?:and|but|while|with|their|of|measured|when|which|this|it|we|they|at (?:an?|the) (?:median|mean))\b"
    )
    ends += r"|\band\b" if high < end else ""
    after = re.split(ends, read.text[entry.end : high])[0]
    lead = re.split(r", (?:(?:by|at|on|in) which|when|where|but|although|whereas)\b", read.text[low : entry.start])[-1]
    # What stands before a comma and "and" belongs to the figure before.
    lead = re.split(r"[;:]|, (?:and|but|while|whereas|with)\b", lead)[-1] if low > read.starts[entry.sentence] else lead
    return BRACKETS.sub(" ", f"{LABEL.sub('', lead).rstrip()}  {after}")


def taken_up(read: Passage, entry: Entry) -> frozenset[str]:
    """The stems of what a share or a sum is said to be of: "the completion rate of 66%", "the agreed budget of £90"."""
    known = {"share": TAKEN_UP, "money": SUM_TAKEN_UP}.get(entry.kind)
    found = known.search(read.text[max(0, entry.start - 60) : entry.start]) if known else None
    return stems(found["what"]) if found else frozenset()
