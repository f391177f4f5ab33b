"""Two parts in a sentence of their own that share out what the sentence before says there is."""

import re
from collections.abc import Iterator

from looped.checker.accounts import is_a_slip
from looped.checker.adding import opened_at
from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import fits
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.quieting import NUMBER

CODE = "two-fill"
MESSAGE = "Two parts that are all there is make what there is."
GOOD = "We opened 80 boxes. 66 were sound and 14 were damaged."
BAD = "We opened 80 boxes. 66 were sound and 17 were damaged."

# "66 were sound and 14 were damaged.": nothing else stands beside what is said of each.
FIRST = pattern_of(r"^ (?P<verb>were|was|are|had been|have been) (?:found to be |found )?(?:[a-z’'-]+ ){1,2}?and $")
LAST = pattern_of(
    r"^ (?:(?:were|was|are|had been|have been|had|needed|required) )?(?:to be |found )?[a-z’'-]+(?: [a-z’'-]+)?[.;]"
)
ELSE = pattern_of(r"\b(?:also|both|either|each|too|as well|further|more|others?|rest|at least)\b", re.I)
PERSON = r"(?:boys|girls|men|women|males?|females?)"
PEOPLE = pattern_of(
    rf"\b{NUMBER} (?:(?:were|was|are|of them were) )?(?P<x>{PERSON})(?: \([^()]*\))?,? (?:and|while) {NUMBER} "
    rf"(?:(?:were|was|are) )?(?P<y>{PERSON})\b",
    re.I,
)
LEFT = re.compile(r"\b(?:others?|rest|remain\w*|not (?:say|state|record|known|given))\b")
LEAST, SHARE, TENTH = 1, 25, 8


def check(context: Context) -> Iterator[Finding]:
    """Each sentence that is two such parts and no more."""
    for paragraph in context.document.paragraphs:
        read = passage(paragraph.text)
        for at in range(1, len(read.starts)):
            yield from _judged(paragraph, read, at)
        yield from _people(paragraph, read)


def _people(paragraph: Paragraph, read: Passage) -> Iterator[Finding]:
    """ "The 242 had a median age of 61; 98 were women and 147 were men": of the last that is greater than each."""
    for found in PEOPLE.finditer(read.text):
        if found["x"].lower()[-3:] == found["y"].lower()[-3:] and found["x"].lower() == found["y"].lower():
            continue
        own = [e for e in read.entries if found.start() <= e.start < found.end()]
        before = [e for e in read.entries if e.end <= found.start() and e.kind == "count" and not e.share]
        if len(own) != 2 or any(e.kind != "count" or e.base for e in own) or not before:
            continue
        behind = read.text[found.end() : read.starts[own[0].sentence] + len(read.sentence(own[0].sentence))]
        if LEFT.search(behind):
            continue  # "40 were men and 38 women; the others did not say"
        summed = own[0].count + own[1].count
        if all(_is_of_its_own(e, before) for e in own):
            continue  # "41 women (69%) and 33 men (44%)": each of those of its kind
        wholes = [e.base or e.count for e in before if (e.base or e.count) > max(own[0].count, own[1].count)]
        if not wholes or own[0].sentence - before[-1].sentence > 1:
            continue
        beside = [e.count for e in read.of_sentence(own[0].sentence) if e not in own and e.kind == "count"]
        if any(summed + n in wholes for n in beside):
            continue  # "71 men and 64 women, with four not recorded"
        right = any(summed in (e.count, e.base) for e in read.entries if e not in own)
        if right or is_a_slip(summed, wholes[-1]) and abs(summed - wholes[-1]) * TENTH <= wholes[-1]:
            verdict: Verdict = "ok" if right else "wrong"
            why = f"{own[0].count} + {own[1].count} = {summed}, against {wholes[-1]}"
            slip = f"parts/{paragraph.line}/{found.start()}"
            quote = found.group()
            yield Finding(CODE, verdict, paragraph.where, quote, str(wholes[-1]), str(summed), why, slip, "likely")


def _is_of_its_own(entry: Entry, before: list[Entry]) -> bool:
    """Whether the share beside a count is of one told before."""
    wholes = [n for e in before for n in (e.count, e.base) if n and n >= entry.count]
    return entry.share is not None and any(fits(entry.count, n, entry.share) for n in wholes)


def _judged(paragraph: Paragraph, read: Passage, at: int) -> Iterator[Finding]:
    own, before = read.of_sentence(at), read.of_sentence(at - 1)
    if len(own) != 2 or not before or any(e.kind != "count" or e.share or e.base for e in (*own, before[-1])):
        return
    first, last = own
    whole = before[-1].count
    if opened_at(read.text, before[-1].start) >= 0 or first.start - read.starts[at] > 1:
        return
    shared = FIRST.match(read.text[first.end : last.start]) and LAST.match(read.text[last.end :])
    if not shared or ELSE.search(read.sentence(at)) or max(first.count, last.count) >= whole:
        return
    summed = first.count + last.count
    if any(summed + e.count == whole for e in read.of_sentence(at + 1)):
        return
    if abs(summed - whole) <= max(LEAST, whole // SHARE):
        verdict: Verdict = "ok" if summed == whole else "wrong"
        why = f"{first.count} + {last.count} = {summed}, against {whole}"
        quote = read.text[first.start : last.end]
        slip = f"parts/{paragraph.line}/{first.start}"
        yield Finding(CODE, verdict, paragraph.where, quote, str(whole), str(summed), why, slip, "likely")
