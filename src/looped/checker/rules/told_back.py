"""A figure that is taken up again is the one that was told: "64 people finished; the 64 finishers", "nine (9)"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from looped.checker.at_hand import is_slip, is_told_by_others
from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.numbers import UNITS, WORDS, whole
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage, stems

CODE = "told-back"
MESSAGE = "A figure that is taken up again is the one that was told before."
GOOD = "The gap was £52,000 in May. To close the £52,000 gap, stock was sold."
BAD = "The gap was £52,000 in May. To close the £25,000 gap, stock was sold."

# Before a figure that has been told: "the 46", "each of its 33", "these 36".
THE = pattern_of(
    r"\b(?:the|these|those|this|that|its|their|our|his|her|all|whose)(?: (?:full|whole|same|said|entire|very))? $", re.I
)
# Of as many as were told.
ALL = pattern_of(
    r"\b(?:all|each|every|every one|each one|any|none|both|the whole|one (?:for|from|to|per|by) each)"
    r"(?: of| one of)?(?: (?:the|these|those|its|their|our))? $",
    re.I,
)
ONE_EACH = pattern_of(r"^[^.;]{0,40}\bone (?:for|from|to|per|by|of|in) (?:each|every)\b", re.I)
OTHERS = pattern_of(
    r"\b(?:other|another|remaining|further|last|first|next|previous|earlier|rest|top|bottom|more|fewer|half|only|best|"
    r"worst|of which|of whom|target|planned|expected|national|budget|limit|maximum|minimum|by|than|increase|fall|rise|"
    r"previous year|last year)\b",
    re.I,
)
TWICE = pattern_of(rf"\b(?P<word>(?:{WORDS}))(?P<thing>(?: [a-z-]+)?) \((?P<digits>\d{{1,3}})\)", re.I)
NAME = re.compile(r" [a-z-]{4,}(?: [a-z-]{4,})?\b")
WHO = re.compile(r" (?:(?:of|in|on|at|from|with) |(?:[a-z-]+ )?(?:who|that|which|whose|where)\b)")
EVERY_ONE = re.compile(r"one of (?:its|the|their|these|those|our|his|her)\b", re.I)
# What anything or anybody may be called when it is spoken of again.
GENERAL = re.compile(
    r" (?:[a-z-]+ )?(?:sites|places|premises|locations|buildings|properties|rooms|units|items|cases|people|persons|"
    r"participants|respondents|members|individuals|replies|responses|returns|entries|records|attend\w+|of them)\b"
)
VERB = re.compile(
    r"(?:[.,;:)]| (?:were|was|are|is|had|have|has|did|ran|said|took|gave|came|met|made|agreed|passed|failed)\b)"
)
MARK = re.compile(r"[.,;:]")
NEAR, SMALL = 2, 20


def check(context: Context) -> Iterator[Finding]:
    """Each figure told in words and digits, and each that stands behind "the", "these" or "all"."""
    for paragraph in context.document.paragraphs:
        yield from _in_words(paragraph)
        read = passage(paragraph.text)
        if len(read.entries) > 1:
            yield from _swapped(paragraph, read)
            yield from _of_two(paragraph, read)


def _in_words(paragraph: Paragraph) -> Iterator[Finding]:
    """ "Nine (8) of them": one figure in words and in digits, where no other is told with a bracket behind it."""
    told = list(TWICE.finditer(paragraph.text))
    if len(told) != 1 or len(re.findall(r"\(\d+\)", paragraph.text)) != 1:
        return
    found = told[0]
    word, digits = whole(found["word"]), int(found["digits"])
    if word is None or word == digits or word < 2 or (word > 12 and word not in range(SMALL, 100)):
        return
    near = is_slip(Decimal(word), Decimal(digits))
    if near and (word not in range(1, len(UNITS)) or abs(word - digits) <= NEAR):
        why = f"“{found['word']}” is {word}, and {digits} stands behind it"
        yield _finding(paragraph, found.start("digits"), found.group(), found["digits"], str(word), why)


def _swapped(paragraph: Paragraph, read: Passage) -> Iterator[Finding]:
    """A figure taken up again with two of its digits in each other's place."""
    for at, each in enumerate(read.entries):
        if not _is_taken_up(read, each):
            continue
        earlier = [e for e in read.entries[:at] if _is_alike(e, each)]
        swapped = [e for e in earlier if _digits(e) != _digits(each) and sorted(_digits(e)) == sorted(_digits(each))]
        if each.kind != "money" or not _is_money_again(read, swapped, each):
            continue
        if len(swapped) != 1 or any(e.value == each.value for e in read.entries if e is not each):
            continue
        if is_slip(each.value, swapped[0].value) and not is_told_by_others(read, [each, swapped[0]], each):
            why = f"“{each.text}”, and before it “{swapped[0].text}”"
            yield _finding(paragraph, each.start, each.text, each.text, swapped[0].text, why)


def _is_money_again(read: Passage, swapped: list[Entry], each: Entry) -> bool:
    """ "The £63,000 contract price": of what the earlier one was of; a sum without a name may be any."""
    name = NAME.match(read.text[each.end :])
    same = any(stems(name.group()) & stems(f"{e.before} {e.after}") for e in swapped) if name else True
    return same or bool(VERB.match(read.text[each.end :]))


def _of_two(paragraph: Paragraph, read: Passage) -> Iterator[Finding]:
    """One of two figures of a statement that is said to be of all that the other tells, or has its name."""
    told = [_plain(e) for e in read.entries if e.text.lower() != "one"]
    for first, last in pairwise(told):
        alone = [e for e in told if abs(e.sentence - last.sentence) <= 1]
        if len(alone) != 2 or not _is_alike(first, last) or not is_slip(first.value, last.value):
            continue
        lead = read.text[first.end : last.start]
        if not OTHERS.search(lead[-60:]) and _is_named_again(read, first, last):
            why = f"“{last.text}”, and before it “{first.text}”"
            yield _finding(paragraph, last.start, last.text, last.text, first.text, why)


def _plain(each: Entry) -> Entry:
    """ "Every one of its 33": the 33."""
    if each.base and each.count == 1 and not each.share:
        return replace(each, value=Decimal(each.base), base=None)
    return each


def _is_taken_up(read: Passage, each: Entry) -> bool:
    """Whether a figure stands where one does that was told before."""
    lead = read.text[max(0, each.start - 60) : each.start]
    plain = each.kind in ("count", "money") and not each.share and not each.base
    if not plain or OTHERS.search(MARK.split(lead)[-1][-24:]):
        return False
    if ALL.search(lead):
        return True
    # "The 64 who were away": others than those told before.
    return bool(THE.search(lead)) and not WHO.match(read.text[each.end :])


def _is_alike(one: Entry, other: Entry) -> bool:
    near = abs(one.sentence - other.sentence) <= NEAR
    return near and one.kind == other.kind and not one.share and not one.base and one.value > 2 and other.value > 2


def _digits(each: Entry) -> str:
    return str(int(each.value)) if each.value % 1 == 0 else ""


def _is_named_again(read: Passage, first: Entry, last: Entry) -> bool:
    """Whether the later figure is of what the earlier one counts: by its name, a general one, or one for each."""
    lead, tail = read.text[max(0, last.start - 40) : last.start], read.text[last.end :]
    name = NAME.match(tail)
    same = bool(name and stems(name.group()) & stems(f"{first.before} {first.after}"))
    if last.kind == "money":
        return same and bool(THE.search(lead))
    of_all = ALL.search(lead) or EVERY_ONE.match(last.text)
    if of_all:
        return same or GENERAL.match(tail) is not None or bool(VERB.match(tail))
    return bool(THE.search(lead)) and bool(ONE_EACH.match(tail))


def _finding(paragraph: Paragraph, place: int, quote: str, stated: str, expected: str, why: str) -> Finding:
    slip = f"{CODE}/{paragraph.line}/{place}"
    return Finding(CODE, "wrong", paragraph.where, quote, stated, expected, why, slip, "likely")
