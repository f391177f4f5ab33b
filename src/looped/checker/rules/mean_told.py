"""A mean, a rate a month or a ratio of so many to one, with the figures that it comes out of in its sentence."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.drawn import drawn_from
from looped.checker.end_words import ANY_END
from looped.checker.finding import Certainty, Finding, Verdict
from looped.checker.linking import stem
from looped.checker.numbers import UNITS
from looped.checker.otherwise import noun_of
from looped.checker.patterns import pattern_of
from looped.checker.phrases import AVERAGED
from looped.checker.prose import Entry, Passage, passage, stems, worded
from looped.checker.quantities import printed
from looped.checker.quieting import SPELT
from looped.checker.rated import holds_each

CODE = "mean-told"
MESSAGE = "A mean is its sum over its number, however the two are told."
GOOD = "The mean wait was 8.2 days (82 days in all; 10 people; longest wait 15 days)."
BAD = "The mean wait was 9.2 days (82 days in all; 10 people; longest wait 15 days)."

CUE = pattern_of(rf"\b(?:{AVERAGED}|on average)\b", re.I)
EACH = pattern_of(
    r"^\s*(?:(?!(?:from|of|in|for|to|at|by|on|with|than|under|over|within|after|before)\b)[a-z’'-]+ ){0,3}?"
    r"(?:on average|an? (?:day|week|month|year|"
    r"quarter|term|visit|person|head|session|night|shift)\b|"
    r"per (?!cent|1|hundred|thousand|annum)[a-z]+\b|each\b|apiece\b|for each\b|every (?:day|week|month|year)\b)",
    re.I,
)
JUST = pattern_of(r"\b(?:average|mean) (?:of|was|is) $", re.I)
NO_MEAN = pattern_of(
    r"\b(?:weighted|moving|national|england|regional|median|target|expected|mode|adjusted|change|difference)\b|"
    r"\b(?:above|below|than) (?:the )?(?:\w+ )?(?:average|mean)\b",
    re.I,
)
DETAIL = pattern_of(
    rf"\b(?:{ANY_END}|quickest|slowest|fastest|range|maximum|minimum|"
    r"(?<!add )(?<!adds )(?<!added )up to|target|"
    r"aged?|last|"
    r"previous|against|compared|standard|terms)\b",
    re.I,
)
NUMBER_WORDS = rf"(?:\d+|{SPELT})"
NUMBER = r"(?:\d+(?:\.\d+)?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)"
# "one adult to every six children", "a ratio of 1:6", "six children to one adult", "six children per adult".
ALLOWED = pattern_of(
    r"\b(?:limit|maximum|minimum|standard|target|policy|guideline|recommended|required|allowed|"
    r"permitted)\b[^.;,\d]{0,20}$",
    re.I,
)
RATIO = pattern_of(
    rf"\b(?:one|1) (?P<who>[a-z]+) (?:to|for|per) (?:every |each )?(?P<k>{NUMBER})(?: (?P<whom>[a-z]+)|(?=[,.;:)]))|"
    rf"\bratio\b[^.;]{{0,60}}?\b1 ?: ?(?P<colon>\d+(?:\.\d+)?)\b(?! ?:)|"
    rf"\b(?P<many>{NUMBER}) (?P<those>[a-z]+) (?:to|for) (?:each|every|one) (?P<each>[a-z]+)|"
    rf"\b(?P<to>{NUMBER}) to one\b",
    re.I,
)
WORDS = {UNITS[n]: n for n in range(2, 13)} | {"fifteen": 15, "twenty": 20}
A_NOUN = pattern_of(r"^\s*(?:an?|per|for each|for every|each|every) (?P<noun>[a-z]{3,})\b", re.I)
PERIODS = (
    ("month", r"\b(?:the|a|that|this) (?:full |whole |financial )?year\b", 12),
    ("week", r"\b(?:the|a|that|this) (?:full |whole |financial )?year\b", 52),
    ("quarter", r"\b(?:the|a|that|this) (?:full |whole |financial )?year\b", 4),
    ("month", r"\b(?:the|a|that|this) quarter\b", 3),
    ("month", r"\b(?:the|a|that|this) half[- ]year\b", 6),
)
OF_EACH = pattern_of(r"\b(?:each|per|apiece|a head|every)\b|^\W*(?:that|this|which) (?:is|was|makes|gives)\b", re.I)
ONE_OF_THEM = pattern_of(r" (?:[a-z]+ )?(?:per|for each|for every|each|every|an?) (?P<noun>[a-z]{3,})\b", re.I)
SIZED = re.compile(r"[(\[]\s*n\s*=\s*$", re.I)
MEAN_AGE = pattern_of(r"\b(?:mean|average) age\b", re.I)
# What marks are given out of.
SCALES = (5, 10, 20, 100)
SCALED = re.compile(r"\s*(?:,|and|, and)\s*(?P<last>\d+) (?:in|out of) (?:\d|five|ten)")
# "54 over six weeks".
LASTED = pattern_of(
    r"\b(?:over|in|during|for|across|throughout|within) (?:the |these |those |all |its |a period of )?(?P<n>"
    + NUMBER_WORDS
    + r") (?:full |whole |working |calendar )?(?P<unit>day|night|week|month|quarter|term|session|year)s\b",
    re.I,
)
HEDGED = pattern_of(r"\b(?:about|around|some|roughly|nearly|almost|over|under|approximately) $", re.I)
WITHOUT = pattern_of(
    r"\b(?:without|leaving (?:out|aside)|left out|set aside|setting aside|excluding|excluded|exclude|apart from|"
    r"the other|discounting|ignoring|"
    r"omitting|omitted|removing|removed)\b",
    re.I,
)
COSTING = pattern_of(r"\bat (?:an? (?:cost|price) of )?$", re.I)
# "41 metres further in six minutes"
WITHIN = pattern_of(r"\b(?:in|within|over|for|at) $", re.I)
EACH_OF = pattern_of(r" (?P<noun>[a-z’'-]+) (?:each|apiece|a head|per head)\b", re.I)
LOW, HIGH, FEWEST = Decimal("0.6"), Decimal("1.67"), 3
AMONG = pattern_of(r"\b(?:among|amongst|of|out of) (?:the|its|their|our|all|these|those)? ?$", re.I)
TIMED = pattern_of(r"(?: [a-z]+)? (?:an?|per|each|every) (day|week|month|quarter|year|term|night)\b", re.I)
RANGED = pattern_of(rf"\b(?:between|from) [£$€]?{NUMBER} (?:and|to) [£$€]?$", re.I)
BARE_GAP = pattern_of(r"\s*(?:,|;|and|, and|/)\s*")
LIST_GAP = pattern_of(r"(?:\s[a-z’'-]+){0,5}?\s*(?:,|;|and|, and|/)\s*(?:then )?", re.I)
# "one 1, four 2s": how often each figure was given.
OFTEN = pattern_of(r"\b\d+s\b|\bone 1\b")


@dataclass(frozen=True)
class Worked:
    """A mean worked out. total, number: of it; words: as told."""

    total: Decimal
    number: Decimal
    words: str


def check(context: Context) -> Iterator[Finding]:
    """Each mean, and each ratio of one to so many."""
    for paragraph in context.document.paragraphs:
        read = passage(paragraph.text)
        for each in read.entries:
            if each.text.lower() == "one":
                continue  # "one tablet three times a day"
            if each.kind in ("count", "money", "measure") and not each.base and not each.share and _is_mean(read, each):
                yield from _mean(paragraph, read, each)
        yield from _ratios(paragraph, read)


def _is_mean(read: Passage, entry: Entry) -> bool:
    """Whether the words around a figure say that it is a mean."""
    before = [e for e in read.of_sentence(entry.sentence) if e.end <= entry.start]
    start = read.starts[entry.sentence]
    lead = read.text[(before[-1].end if before else start) : entry.start]
    if _is_no_mean(read, entry, before, lead):
        return False
    if EACH.match(read.text[entry.end :]):
        return True
    # "380 homes kept a diary ... 4.5 trips a home": of things that were counted before.
    named = ONE_OF_THEM.match(read.text, entry.end) if entry.step < 1 else None
    if named and any(
        e.kind == "count" and e.end < entry.start and stem(named["noun"]) in e.words for e in read.entries
    ):
        return True
    # "12 hens, or £315 a hen": of things that the sentence counts.
    one = A_NOUN.match(read.text[entry.end :])
    if one and entry.text[-1].isdigit():
        counted = (e for e in read.of_sentence(entry.sentence) if e.kind == "count" and e is not entry)
        return any(stem(one["noun"]) in e.words for e in counted)
    # "the average at the three sessions": how many there are, no mean of them.
    if (not entry.text[-1].isdigit() and not JUST.search(lead)) or re.search(r"\b(?:the|all|these|those)\s+$", lead):
        return False
    # "On average each of the 40 homes stood empty for 8.2 weeks": a count of things may stand between.
    cue = CUE.search(read.text[start : entry.start])
    # "The average of 12, 15 and 18 is 15."
    if cue and re.fullmatch(r"\s*(?:is|was|are|were|comes to|works out at)\s*", lead):
        return True
    plain = len(before) <= 1 and entry.step < 1
    return bool(cue and (CUE.search(lead) or plain))


def _is_no_mean(read: Passage, entry: Entry, before: Sequence[Entry], lead: str) -> bool:
    """Whether a figure is the last of a list or a range, a price, a limit, or so many that each has."""
    # "12 barns with 30 stalls each": how many each has, and no mean.
    if holds_each(read.text, entry.start, entry.end):
        return True
    start = read.starts[entry.sentence]
    # "38, 24 and 41 a week", "between 20 and 36 each evening": the last of a list or of a range.
    gaps = [read.text[a.end : b.start] for a, b in pairwise([*before[-2:], entry])]
    if RANGED.search(read.text[start : entry.start]) or (
        len(gaps) == 2 and all(map(BARE_GAP.fullmatch, gaps)) and "and" not in gaps[0]
    ):
        return True  # but what stands behind "20 and 15 minutes," is no more of the list
    if (entry.kind == "money" and COSTING.search(lead)) or (entry.unit and WITHIN.search(lead)):
        return True
    return bool(NO_MEAN.search(read.text[start : entry.start]) or DETAIL.search(MEAN_AGE.sub(" ", lead)[-30:]))


def _mean(paragraph: Paragraph, read: Passage, entry: Entry) -> Iterator[Finding]:
    sentence = read.sentence(entry.sentence)
    if OFTEN.search(sentence):
        return
    listed = _listed(read, entry)
    # "The other five took ...": as many as are listed.
    told = {e.value for e in read.of_sentence(entry.sentence) if e not in listed}
    if WITHOUT.search(read.text[read.starts[entry.sentence] : entry.start]) and not (listed and len(listed) in told):
        return  # "without the longest, the mean of the other nine"
    if listed:
        total = sum((e.value for e in listed), Decimal(0))
        yield _finding(paragraph, entry, Worked(total, Decimal(len(listed)), " + ".join(e.text for e in listed)))
        return
    own = [*_pairs(read, entry), *_shared_out(read, entry)]
    pairs = [*own, *_of_named(read, entry)]
    fitting = [pair for pair in pairs if abs(pair.total / pair.number - entry.value) <= entry.step / 2]
    if not fitting and any(abs(a.value - entry.value * n) <= n * entry.step / 2 for a, n in _based(read, entry)):
        return
    if fitting:
        yield _finding(paragraph, entry, fitting[0])
        return
    alone = len(read.of_sentence(entry.sentence)) <= FEWEST
    low, high = (LOW / 2, HIGH * 2) if alone and EACH.match(read.text[entry.end :]) else (LOW, HIGH)
    near = [pair for pair in pairs if entry.value and low < pair.total / pair.number / entry.value < high]
    near = [pair for pair in near if pair in own] or near
    if len({pair.total / pair.number for pair in near}) == 1:
        finding = _finding(paragraph, entry, near[0])
        sure = near[0] in list(_shared_out(read, entry))
        yield replace(finding, certainty="certain") if sure else finding


def _listed(read: Passage, entry: Entry) -> Sequence[Entry]:
    """Three figures or more in a row, in brackets or behind a colon or "of", before the mean or behind it."""
    # "They took 4, 9 and 5 days. The average was 6 days": of the sentence before.
    at = entry.sentence - (len(read.of_sentence(entry.sentence)) == 1 and entry.sentence > 0)
    own = [e for e in read.of_sentence(at) if e is not entry and not e.share and e.base in (None, *SCALES)]
    best: list[Entry] = []
    run: list[Entry] = []
    for each in own:
        if run and not (
            (each.kind == run[0].kind or {each.kind, run[0].kind} == {"count", "measure"})
            and LIST_GAP.fullmatch(read.text[run[-1].end : each.start])
            and not run[-1].end <= entry.start < each.start
        ):
            best, run = (run if len(run) > len(best) else best), []
        run.append(each)
    best = run if len(run) > len(best) else best
    # "8, 5, 10, 5 and 4 out of 10": the last of the list was read with the scale.
    scaled = SCALED.match(read.text[best[-1].end :]) if best else None
    opened = best and re.search(
        r"(?:[(:]|\b(?:of|was|were|are|counted|scored|gave|given|got|marks?|scores?|ratings?|after|took|in|for|by|"
        r"lasted)) ?$",
        read.text[: best[0].start],
    )
    # As many as the sentence says there are, or bare figures one behind the other.
    told = [e.value for e in own if e not in best]
    told += [e.value for e in read.of_sentence(entry.sentence - 1) if e.kind == "count"]
    bare = all(BARE_GAP.fullmatch(read.text[one.end : other.start]) for one, other in zip(best, best[1:], strict=False))
    if scaled:
        best = [*best, replace(best[-1], text=scaled["last"], value=Decimal(scaled["last"]))]
    as_told = Decimal(len(best)) in told
    # "12, 9, 15 and 8 days, which averages out at 11": the mean right behind its list.
    behind = bool(best) and best[-1].end <= entry.start and bool(CUE.search(read.text[best[-1].end : entry.start]))
    return best if len(best) >= FEWEST and (bare + as_told + bool(opened or behind) >= 2) else []


def _pairs(read: Passage, entry: Entry) -> Iterator[Worked]:
    """Two figures of the sentence, the one over the other: of the mean's unit over a number of things."""
    near = [e for e in read.of_sentence(entry.sentence) if e is not entry and not e.share and not e.base]
    near = [e for e in near if not DETAIL.search(read.text[max(0, e.start - 24) : e.start].rpartition(";")[2])]
    periods = [Decimal(n) for n in _periods(read, entry)]
    each_time = TIMED.match(read.text, entry.end)
    for total in near:
        if not _is_sum(total, entry) or _is_rate_too(read, total, entry):
            continue
        yield from (Worked(total.value, number, total.text) for number in periods)
        based = [e for e in read.of_sentence(entry.sentence) if e.base and e.kind == "count" and e.end <= total.start]
        for number in (*near, *based):
            counted = number.kind == "count" or (number.kind == "measure" and number.unit != entry.unit)
            if HEDGED.search(read.text[: number.start]):
                continue  # "in about two years"
            if each_time and number.unit != each_time[1].lower():
                continue  # "35 a month, and nine in July": no number of months
            if number.end <= total.start and AMONG.search(read.text[number.end : total.start]):
                continue  # "three of its 12 posts"
            if number is not total and counted and number.value > 1 and number.step == 1:
                yield Worked(total.value, number.value, total.text)


def _of_named(read: Passage, entry: Entry) -> Iterator[Worked]:
    """ "The arm (n = 30) met weekly. In all 240 visits were made, 8.0 per person": over how many there were of them."""
    alone = len(read.of_sentence(entry.sentence)) == 1 and OF_EACH.search(read.sentence(entry.sentence))
    if alone and (found := drawn_from(read, entry.sentence)):
        yield Worked(found.whole, found.part, found.shown.partition(" of ")[2])
    one = ONE_OF_THEM.match(read.text, entry.end)
    own = [e for e in read.of_sentence(entry.sentence) if e is not entry and not e.share and not e.base]
    sums = [e for e in own if e.end <= entry.start and _is_sum(e, entry) and not _is_rate_too(read, e, entry)]
    if not one or len(sums) != 1:
        return
    noun = stem(one["noun"])
    for each in read.entries:
        told = each.kind == "count" and not each.share and not each.base and each.sentence < entry.sentence
        if told and each.value > 1 and (noun in each.words or (SIZED.search(read.text[: each.start]))):
            yield Worked(sums[0].value, each.value, sums[0].text)


def _shared_out(read: Passage, entry: Entry) -> Iterator[Worked]:
    """ "Which left 83 files. Eight auditors shared them, 10.4 files each": those last told, over the one number."""
    each = EACH_OF.match(read.text, entry.end)
    own = [e for e in read.of_sentence(entry.sentence) if e is not entry and e.end <= entry.start]
    if not each or len(own) != 1 or own[0].kind != "count" or own[0].base or own[0].value < 2:
        return
    noun = stem(each["noun"])
    before = [e for e in read.of_sentence(entry.sentence - 1) if e.kind == "count" and noun in stems(e.after)]
    if entry.sentence and before and not before[-1].base and before[-1].value > entry.value:
        yield Worked(before[-1].value, own[0].value, before[-1].text)


def _based(read: Passage, entry: Entry) -> Iterator[tuple[Entry, int]]:
    """Each sum with each count out of a base that its sentence tells, and that base."""
    own = read.of_sentence(entry.sentence)
    counts = [n for e in own if e.base for n in (e.count, e.base or 0) if n > 1]
    yield from ((total, n) for total in own if total is not entry and _is_sum(total, entry) for n in counts)


def _is_rate_too(read: Passage, total: Entry, entry: Entry) -> bool:
    """ "£38.20 a week and £21.15 a week": the one is no sum of the other."""
    one, other = (A_NOUN.match(read.text[e.end :]) for e in (total, entry))
    return bool(one and other and one["noun"].lower() == other["noun"].lower())


def _periods(read: Passage, entry: Entry) -> Iterator[int]:
    """How many of the mean's months or weeks there are in the year or the quarter of its sentence."""
    words = read.sentence(entry.sentence)
    unit = re.match(
        r"[^.;,\d]{0,30}?\b(?:an? |per |each |every )(day|night|week|month|quarter|term|session|year)\b",
        read.text[entry.end :],
    )
    for name, length, number in PERIODS:
        if unit and unit[1] == name and re.search(length, words, re.I):
            yield number
    if unit:
        yield from (worded(each["n"]) for each in LASTED.finditer(words) if each["unit"] == unit[1])


def _is_sum(total: Entry, entry: Entry) -> bool:
    """Whether a figure may be the sum of which another is the mean: of its kind, and greater."""
    if total.unit and entry.unit and total.unit != entry.unit:
        return False  # "612 kg, 180 g each"
    if entry.unit and total.kind == "count" and noun_of(total) not in ("", entry.unit):
        return False  # "mean 2.4 days", and twelve posts
    alike = total.kind == entry.kind or total.unit == entry.unit or (entry.kind == "measure" and total.kind == "count")
    money = (entry.kind == "money") == (total.kind == "money")
    return alike and money and total.value > max(entry.value, Decimal(FEWEST * FEWEST))


def _finding(paragraph: Paragraph, entry: Entry, worked: Worked) -> Finding:
    exact = worked.total / worked.number
    miss = abs(exact - entry.value)
    verdict: Verdict = "ok" if miss <= entry.step / 2 else "rounding" if miss <= entry.step < 1 else "wrong"
    shown = printed(exact.quantize(min(entry.step, Decimal("0.1"))))
    why = f"{worked.words} over {printed(worked.number)} is {shown}, printed as {entry.text}"
    slip = f"mean/{paragraph.line}/{entry.start}"
    return Finding(CODE, verdict, paragraph.where, entry.text, entry.text, shown, why, slip, "likely")


# "Owners outnumbered renters by three to one (356 against 89)".
OF_RATIO = pattern_of(r"\bratio\b|\boutnumber\w* [^.;:()]{0,60}\bto one\b", re.I)
ABOVE = pattern_of(r"\b(?:more than|over|at least|nearly|almost|less than|under|well over)\s$", re.I)


def _ratios(paragraph: Paragraph, read: Passage) -> Iterator[Finding]:
    """ "42 children and seven adults: one adult to every six children"."""
    for found in RATIO.finditer(read.text):
        at = read.sentence_at(found.start())
        lead = read.text[read.starts[at] : found.start()]
        if ALLOWED.search(lead) or ABOVE.search(lead):
            continue  # "inside the limit of seven to one"
        own = [e for e in read.of_sentence(at) if not found.start() <= e.start < found.end() and e.kind == "count"]
        # "40 children with five staff, one adult to six,": set in behind the two.
        behind = read.text[own[-1].end : found.start()] if own else "."
        set_in = len(own) == 2 and found["k"] and not found["whom"] and re.fullmatch(r"[^.;:\d]{0,30}[,:(] ?", behind)
        told = set_in or _names_them(read.sentence(at), found) or OF_RATIO.search(read.sentence(at))
        if len(own) == 2 and told and not any(e.base or e.share for e in own):
            yield from _ratio(paragraph, read, found, own, set_in=bool(set_in))


def _names_them(sentence: str, found: re.Match[str]) -> bool:
    """Whether a sentence has the words of a ratio beside it too."""
    names = {stem(found[name]) for name in ("who", "whom", "those", "each") if found[name]}
    return any(stem(word) in names for word in re.findall(r"[A-Za-z]{3,}", sentence.replace(found.group(), " ")))


def _ratio(
    paragraph: Paragraph, read: Passage, found: re.Match[str], own: Sequence[Entry], *, set_in: bool
) -> Iterator[Finding]:
    """A ratio of two counts. set_in: whether it stands right behind them."""
    number = next(found[name] for name in ("k", "colon", "many", "to") if found[name])
    stated = Decimal(WORDS.get(number.lower(), 0) or number)
    if not stated:
        return
    low, high = sorted(e.value for e in own)
    exact = high / low if low else Decimal(0)
    half = Decimal("0.5") if stated % 1 == 0 else Decimal("0.05")
    verdict: Verdict = "ok" if abs(exact - stated) <= half else "wrong"
    counts = [e for e in read.entries if e.kind == "count" and e.value and not found.start() <= e.start < found.end()]
    every = [e.value for e in counts if not set_in or e.sentence == read.sentence_at(found.start())]
    if verdict == "wrong" and any(abs(a / b - stated) <= half for a in every for b in every):
        return
    if verdict == "wrong" and not Decimal("0.2") < exact / stated < Decimal(5):
        return
    shown = printed(exact.quantize(Decimal("0.1")))
    why = f"{own[0].text} and {own[1].text} are {shown} to one, printed as {number}"
    slip = f"mean/{paragraph.line}/{found.start()}"
    certainty: Certainty = "certain" if set_in else "likely"
    yield Finding(CODE, verdict, paragraph.where, found.group(), number, shown, why, slip, certainty)
