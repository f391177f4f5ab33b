"""A share in words, and behind a mark the part and the whole, or the percentage, that say it once more."""

import re
from collections.abc import Iterator
from fractions import Fraction

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.drawn import negative
from looped.checker.finding import Finding, Verdict
from looped.checker.linking import stem
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage, stems
from looped.checker.rules.said_apposed import BEYOND, NEITHER, NO_SHARE
from looped.checker.saying import Said, said_in

CODE = "said-beside"
MESSAGE = "A share in words is the one that the part and the whole behind a mark give, or the percentage there."
GOOD = "Fees paid for a third of the course: £30,000 out of £90,000."
BAD = "Fees paid for a quarter of the course: £30,000 out of £90,000."

EXACTLY = r"(?:precisely|exactly|to be (?:exact|precise)|in fact|more precisely|strictly|in figures)"
GAP = pattern_of(
    r"(?P<what>(?:(?!\s[–—-]\s)[^.;:()\d]){0,90}?)(?P<mark>[,:(\[]|\s[–—-]|—)\s*"
    rf"(?P<say>(?:(?:that is(?: to say)?|i\.e\.|namely|{EXACTLY}|being|(?:we|they|it) (?:found|counted|was|were)),? )*)"
    r"[£$€]?",
    re.I,
)
BEHIND = pattern_of(rf"\s*(?:[)\]]|[–—]|\s-\s|\.$|,? {EXACTLY}\b)", re.I)
OF_SUM = pattern_of(r" (?:out )?of (?:(?:the|an?|its|our|their|all|total|full|whole|budget(?:ed)?|cost) )*[£$€]?", re.I)
# "Half of the wards were shut: 12 of the 30 beds": of other things.
NOUN = re.compile(
    r" (?!(?:on|in|at|who|that|which|were|was|had|are|is|have|from|for|of|to|by|it|we|they)\b)([a-z]{3,})"
)
OPENED = re.compile(r"(?:\bnot|\bexcept|\bbut|\bthan|\bwhile|\bwhereas|\bif)\b", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each share in words with such figures next behind it in its sentence."""
    for paragraph in context.document.paragraphs:
        read = passage(paragraph.text)
        for said in said_in(paragraph.text) if read.entries else ():
            lead = read.text[max(0, said.start - 24) : said.start]
            around = lead + read.text[said.end : said.end + 24]
            if not (NO_SHARE.search(lead) or BEYOND.search(around) or NEITHER.search(read.text[: said.start])):
                yield from _judged(paragraph, read, said)


def _judged(paragraph: Paragraph, read: Passage, said: Said) -> Iterator[Finding]:
    behind = [e for e in read.of_sentence(read.sentence_at(said.start)) if e.start >= said.end]
    gap = GAP.fullmatch(read.text[said.end : behind[0].start]) if behind else None
    if gap is None or OPENED.search(gap["what"]) or any(said_in(gap["what"])):
        return
    told = _share(read, behind[0], gap) or _pair(read, behind)
    # "Half were seen: 14 of the 30 here and 16 of the 30 there": of both together.
    if (
        told is None
        or sum(bool(e.base) for e in behind) > 1
        or any(said.end <= e.start < told[2] and e not in behind[:2] for e in behind)
    ):
        return
    exact, figures, end = told
    tail = re.split(r"[.;:,(]", read.text[end : end + 60])[0]
    lead = read.text[read.starts[read.sentence_at(said.start)] : said.start] + gap["what"]
    noun = NOUN.match(read.text, end)
    if noun and stem(noun[1]) not in stems(lead):
        return
    right = said.low <= exact <= said.high
    if not right and behind[0].kind != "money" and negative(tail) != negative(lead):
        return  # told of the others
    percent = f"{float(exact * 100):.1f}%"
    why = f"{figures} is {percent}, which “{said.text}” {'may say' if right else 'does not say'}"
    verdict: Verdict = "ok" if right else "wrong"
    quote = read.text[said.start : end].strip()
    slip = f"fraction/{paragraph.line}/{said.text.lower()}"
    yield Finding(CODE, verdict, paragraph.where, quote, said.text, percent, why, slip, "likely")


def _share(read: Passage, entry: Entry, gap: re.Match[str]) -> tuple[Fraction, str, int] | None:
    """A percentage set in behind the words: between marks, or with "to be exact"."""
    if entry.kind != "share" or entry.share is None or not BEHIND.match(read.text, entry.end):
        return None
    if gap["mark"] == "," and not gap["say"] and not re.match(rf",? {EXACTLY}", read.text[entry.end :], re.I):
        return None
    return Fraction(entry.share.value) / 100, entry.text, entry.end


def _pair(read: Passage, behind: list[Entry]) -> tuple[Fraction, str, int] | None:
    """So many of so many, or one sum of money out of another."""
    first = behind[0]
    if first.kind == "count" and first.base and first.count <= first.base and not first.share:
        return Fraction(first.count, first.base), first.text, first.end
    if first.kind != "money" or len(behind) < 2 or behind[1].kind != "money":
        return None
    between = read.text[first.end : behind[1].start]
    if not OF_SUM.fullmatch(between) or not 0 < first.value < behind[1].value:
        return None
    return Fraction(first.value) / Fraction(behind[1].value), f"{first.text} of {behind[1].text}", behind[1].end
