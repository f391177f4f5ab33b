"""A mean against its list, or against the sum and the count that are told beside it; a rate against its two counts."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.quantities import printed

CODE = "averaged"
MESSAGE = "A mean is its sum over its count, and a rate its count over its base."
GOOD = "Over six meetings attendance averaged 9.0 governors (8, 10, 9, 11, 7 and 9)."
BAD = "Over six meetings attendance averaged 9.5 governors (8, 10, 9, 11, 7 and 9)."

MEAN = pattern_of(
    r"\b(?:averag(?:e|es|ed|ing)|mean)\b(?:(?:[^.;\d£]|\b\d+\b(?= (?:[a-z]+ ){1,4}(?:was|were|is)\b)){0,70}?)$", re.I
)
MEAN_AFTER = pattern_of(
    r"^\s*(?:each |per \w+ )?on average\b|^ (?:an?|per) (?!cent|year|annum|1|hundred|thousand)[a-z]+ on average", re.I
)
NO_MEAN = pattern_of(
    r"\b(?:weighted|moving|national|england|regional|median)\b|\b(?:above|below|"
    r"than) (?:the )?(?:\w+ )?(?:average|mean)\b",
    re.I,
)
# "An average of 22 days, against terms of 30": what it is set beside.
SET_BESIDE = pattern_of(
    r"\b(?:against|compared with|terms|target|limit|standard|possible|maximum)\b[^.;:()\d]{0,24}$", re.I
)
PER = pattern_of(r"^\s*(?:[a-z]+ )?per (?P<unit>1,?000|10,?000|100,?000|100|thousand|hundred|million)\b", re.I)
UNITS = {"thousand": 1000, "hundred": 100, "million": 1_000_000}
# "The average of the four marks": how many there are.
HOW_MANY = re.compile(r"\b(?:the|all|these|those|our|its) $")
# Among more figures than these a mean is of a list of its own.
FEW = 3


def check(context: Context) -> Iterator[Finding]:
    """Each mean and each rate with what it is worked out from."""
    for paragraph in context.document.paragraphs:
        read = passage(paragraph.text)
        for entry in read.entries:
            lead = read.text[max(0, entry.start - 110) : entry.start]
            if HOW_MANY.search(lead) and not entry.text[:1].isdigit():
                continue
            after = read.text[entry.end : entry.end + 30]
            if (
                entry.kind in ("count", "money", "measure")
                and not entry.base
                and (MEAN.search(lead) or MEAN_AFTER.match(after))
            ) and not (NO_MEAN.search(lead[-90:]) or SET_BESIDE.search(lead)):
                yield from _mean(paragraph, read, entry)
            if per := PER.match(read.text[entry.end :]):
                yield from _rate(paragraph, read, entry, per)


def _mean(paragraph: Paragraph, read: Passage, entry: Entry) -> Iterator[Finding]:
    listed = _list(read, entry)
    others = [e for e in read.entries if e is not entry and abs(e.sentence - entry.sentence) <= 1 and not e.share]
    if listed:
        total = sum((e.value for e in listed), Decimal(0))
        yield _judged(paragraph, entry, total, Decimal(len(listed)), " + ".join(e.text for e in listed))
        return
    counts = [e.value for e in others if e.kind == "count" and e.value > 1]
    sums = [
        e
        for e in others
        if e.kind == entry.kind or (entry.kind == "measure" and e.kind in ("count", "measure") and e.unit == entry.unit)
    ]
    sums = [e for e in sums if e.value > entry.value]
    pairs = [(t, n) for t in sums for n in counts if n != t.value]
    if not pairs:
        return
    if any(_fits(t.value / n, entry) for t, n in pairs):
        whole, number = next((t, n) for t, n in pairs if _fits(t.value / n, entry))
        yield _judged(paragraph, entry, whole.value, number, whole.text)
    elif len(counts) <= FEW and len({(t.value, n) for t, n in _likely(read, pairs)}) == 1:
        whole, number = _likely(read, pairs)[0]
        # A mean far from it is of other things.
        if entry.value and Decimal("0.7") < whole.value / number / entry.value < Decimal("1.43"):
            yield _judged(paragraph, entry, whole.value, number, whole.text)


def _likely(read: Passage, pairs: list[tuple[Entry, Decimal]]) -> list[tuple[Entry, Decimal]]:
    told = [
        (t, n)
        for t, n in pairs
        if re.search(
            r"\b(?:total\w*|altogether|together|in all|sum|worth|overall|combined)\b",
            t.before + t.after + read.text[max(0, t.start - 30) : t.end + 20],
            re.I,
        )
    ]
    return told or pairs


def _list(read: Passage, entry: Entry) -> list[Entry]:
    """Three figures or more in brackets or behind a colon, in the sentence of the mean."""
    own = [e for e in read.of_sentence(entry.sentence) if e is not entry and not e.share and not e.base]
    for opener in re.finditer(r"[(:]", read.text):
        run: list[Entry] = []
        for each in own:
            if each.start < opener.end():
                continue
            gap = read.text[(run[-1].end if run else opener.end()) : each.start]
            if not re.fullmatch(r"\s*(?:,|;|and|, and)\s*" if run else r"\s*", gap):
                break
            run.append(each)
        if len(run) > 2 and entry not in run:
            return run
    return []


def _fits(exact: Decimal, entry: Entry) -> bool:
    return abs(exact - entry.value) <= entry.step / 2


def _judged(paragraph: Paragraph, entry: Entry, total: Decimal, number: Decimal, words: str) -> Finding:
    exact = total / number
    verdict: Verdict = (
        "ok" if _fits(exact, entry) else "rounding" if abs(exact - entry.value) <= entry.step else "wrong"
    )
    if entry.step >= 1 and verdict == "rounding" and exact % 1 == 0:
        verdict = "wrong"
    shown = printed(exact.quantize(min(entry.step, Decimal("0.1"))))
    why = f"{words} over {printed(number)} is {shown}, printed as {entry.text}"
    return _told(paragraph, entry, verdict, shown, why)


def _rate(paragraph: Paragraph, read: Passage, entry: Entry, per: re.Match[str]) -> Iterator[Finding]:
    unit = Decimal(UNITS.get(per["unit"].lower(), 0) or int(per["unit"].replace(",", "")))
    counts = [
        e
        for e in read.of_sentence(entry.sentence)
        if e is not entry
        and e.kind in ("count", "measure")
        and e.value != unit
        and e.step == 1
        and not PER.match(read.text[e.end :])
    ]
    values = [(e.start, v) for e in counts for v in (e.value, Decimal(e.base or 0)) if v]
    pairs = [(a, b) for _, a in values for _, b in values if a < b]
    if not pairs:
        return
    if any(_fits(a * unit / b, entry) for a, b in pairs):
        return
    before = [v for start, v in values if start < entry.start][-2:]
    behind = [v for start, v in values if start > entry.start][:2]
    near = (
        behind
        if re.match(r"[^.;\d]{0,40}\(", read.text[entry.end + per.end() :]) and len(behind) == 2
        else before
        if len(before) == 2
        else behind
    )
    if len(near) == 2 and near[0] != near[1]:
        a, b = sorted(near)
        exact = a * unit / b
        if Decimal("0.5") < exact / entry.value < 2 if entry.value else False:
            shown = printed(exact.quantize(entry.step))
            why = f"{printed(a)} in {printed(b)} is {shown} per {per['unit']}, printed as {entry.text}"
            near_by = abs(exact - entry.value) <= entry.step
            yield _told(paragraph, entry, "rounding" if near_by else "wrong", shown, why)


def _told(paragraph: Paragraph, entry: Entry, verdict: Verdict, shown: str, why: str) -> Finding:
    slip = f"mean/{paragraph.line}/{entry.start}"
    return Finding(CODE, verdict, paragraph.where, entry.text, entry.text, shown, why, slip, "likely")
