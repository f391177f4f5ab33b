"""A whole with its parts in one sentence: "of 347 asked, 92 were left out and 255 taken in", or with their shares."""

import re
from collections.abc import Iterator, Sequence

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import fits, near, rounded, share
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage

CODE = "of-the-whole"
MESSAGE = "Those left out and those taken in make the whole, and the shares of two parts that make it are of it."
GOOD = "Of 347 sailors asked, 92 were left out and 255 were randomised: 127 to oil and 128 to wax."
BAD = "Of 347 sailors asked, 92 were left out and 264 were randomised: 131 to oil and 133 to wax."

OF_WHOLE = pattern_of(r"^\W*(?:of|out of|from) (?:the |all |all the |these |those |a total of )?$", re.I)
OUT = (
    r"(?:excluded|left out|ruled out|screened out|turned away|removed|ineligible|not eligible|not included|"
    r"not randomi[sz]ed|withdrawn|withdrew|declined|refused|rejected|dropped)"
)
IN = (
    r"(?:randomi[sz]ed|included|enrolled|recruited|taken in|kept|retained|analysed|entered|allocated|eligible|"
    r"admitted|accepted|remained|tested|reviewed|read)"
)
WERE = r"(?: [a-z]+)?(?: (?:were|was|had been|have been|had|did|proved|turned out to be))?(?: then)? "
LEFT = pattern_of(rf"{WERE}{OUT}\b[^.;:()\d]{{0,30}}", re.I)
TAKEN = pattern_of(rf"{WERE}{IN}\b", re.I)
AND = pattern_of(r"[^.;:\d]{0,60},? (?:and|so|leaving|while) (?:the (?:other|remaining|rest,?) )?$", re.I)
# "And 24 (35%) held none", but not "24 of them".
PREDICATE = pattern_of(r" (?!of (?:them|these|those|whom|which)\b)[a-z][^.;:()\d]{2,80}", re.I)
MORE = pattern_of(r"\b(?:another|further|others?|more|also|at least|about|than|some)\b", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each sentence that begins with a whole and tells two parts of it."""
    for paragraph in context.paragraphs_with(AND):
        read = passage(paragraph.text)
        for at, start in enumerate(read.starts):
            own = read.of_sentence(at)
            if len(own) < 3 or not _is_plain(own[:1]):
                continue
            opened = OF_WHOLE.search(read.text[start : own[0].start])
            if opened:
                yield from _flow(paragraph, read, own)
            if opened or ":" in read.text[own[0].end : own[1].start]:
                yield from _shares(paragraph, read, own)


def _is_plain(entries: Sequence[Entry]) -> bool:
    return all(each.kind == "count" and not each.base and not each.share for each in entries)


def _flow(paragraph: Paragraph, read: Passage, own: Sequence[Entry]) -> Iterator[Finding]:
    """Those left out and those taken in, nothing told between; no third part makes up what lacks."""
    whole, out, taken = own[:3]
    words = read.text[whole.start : taken.end + 40]
    if any(e.kind != "count" or e.base for e in (out, taken)) or MORE.search(words):
        return
    left = LEFT.match(read.text, out.end)
    if not left or not AND.search(read.text[left.start() : taken.start]) or not TAKEN.match(read.text, taken.end):
        return
    summed = out.count + taken.count
    others = {e.count for e in read.entries if e not in (whole, out, taken)}
    if summed != whole.count and abs(whole.count - summed) in others:
        return
    verdict: Verdict = "ok" if summed == whole.count else "wrong"
    why = f"{out.count} + {taken.count} = {summed}, of {whole.count}"
    quote, slip = read.text[whole.start : taken.end], f"{CODE}/{paragraph.line}/{whole.start}"
    yield Finding(CODE, verdict, paragraph.where, quote, str(summed), str(whole.count), why, slip, "likely")


def _shares(paragraph: Paragraph, read: Passage, own: Sequence[Entry]) -> Iterator[Finding]:
    """Parts that make the whole, each with its share, and no more in the sentence."""
    whole, *parts = own
    if any(e.kind != "count" or e.base or not e.share for e in parts):
        return
    if sum(e.count for e in parts) != whole.count or not all(PREDICATE.match(read.text, e.end) for e in parts):
        return
    for each in parts:
        if not each.share:
            continue
        right, loose = fits(each.count, whole.count, each.share), near(each.count, whole.count, each.share)
        verdict: Verdict = "ok" if right else "rounding" if loose else "wrong"
        exact = rounded(share(each.count, whole.count), each.share.decimals)
        why = f"{each.count} of {whole.count} is {exact}%, printed as {each.share}"
        slip = f"fraction/{paragraph.line}/{each.text.lower()}"
        yield Finding(CODE, verdict, paragraph.where, each.text, str(each.share), f"{exact}%", why, slip, "likely")
