"""A mean against its list, or against the sum and the count that are told beside it; a rate against its two counts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from looped.checker.at_hand import ROUGH
from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.earlier import MONTH
from looped.checker.finding import Finding, Verdict
from looped.checker.listing import listings
from looped.checker.numbers import WORDS
from looped.checker.otherwise import is_earlier, noun_of
from looped.checker.patterns import pattern_of
from looped.checker.phrases import AVERAGED, WHICH
from looped.checker.prose import Entry, Passage, passage, stems, worded
from looped.checker.quantities import printed
from looped.checker.rated import is_of_other_things

CODE = "averaged"
MESSAGE = "A mean is its sum over its count, and a rate its count over its base."
GOOD = "Over six meetings attendance averaged 9.0 governors (8, 10, 9, 11, 7 and 9)."
BAD = "Over six meetings attendance averaged 9.5 governors (8, 10, 9, 11, 7 and 9)."

MEAN = pattern_of(
    rf"\b(?:{AVERAGED})\b(?:(?:[^.;\d£]|\((?:[£\d][\d,.]*(?:,| and|;)? ?)+\)|\b\d+\b(?= "
    r"(?:[a-z]+ ){1,4}(?:was|were|is)\b)){0,70}?)$",
    re.I,
)
MEAN_AFTER = pattern_of(
    r"^\s*(?:each |per \w+ )?on average\b|^ (?:an?|per) (?!cent|year|annum|1|hundred|thousand)[a-z]+ on average", re.I
)
NO_MEAN = pattern_of(
    r"\b(?:weighted|moving|national|england|regional|median|last (?:year|time)|(?:mean|average) (?:score|mark|"
    r"rating) (?:of|for|among|in) (?:the )?(?:women|men|girls|boys|older|younger|other|(?-i:[A-Z])[a-z]+))\b|"
    r"\b(?:above|below|"
    r"than) (?:the )?(?:\w+ )?(?:average|mean)\b",
    re.I,
)
# "An average of 22 days, against terms of 30": what it is set beside.
SET_BESIDE = pattern_of(
    r"\b(?:against|compared with|terms|target|limit|standard|possible|maximum)\b[^.;:()\d]{0,24}$", re.I
)
PER = pattern_of(
    r"^\s*(?:[a-z]+ )?(?:per|(?:for|in|to|out of) (?:every|each)) "
    r"(?P<unit>1,?000|10,?000|100,?000|100|thousand|hundred|million)\b",
    re.I,
)
# "14 cases. With 2,000 bed days, this gives 7.0 per 1,000": drawn from the sentence before too.
DRAWN = pattern_of(
    r"\b(?:so|thus|hence|therefore|(?:this|that|which) (?:is|was|gives|gave|makes|made|means|meant)|giving|making|"
    r"the rate (?:is|was|being)|a rate of)\b[^.;:\d]{0,40}$",
    re.I,
)
# "The national rate is 3.3 per 1,000".
OF_OTHERS = pattern_of(
    r"\b(?:national|england|regional|target|standard|benchmark|expected|peers?|elsewhere|comparable|similar|threshold|"
    r"limit|goal|norm|typical\w*|usual\w*|other)\b[^.;:,]*$",
    re.I,
)
# "Recorded 124 last year, that is, 2.0 per 1,000": of the figures right before.
APPOSED = re.compile(r"(?:,|:|;|\(| [–—-]) ?(?:(?:that is|or|i\.e\.|so|thus|which is|making|giving|equal to),? )*$")
UNITS = {"thousand": 1000, "hundred": 100, "million": 1_000_000}
LISTED = re.compile(r"(?: [a-z]+)?(?:,|,? and|;) ")
# Between a list and its mean: nothing else is told.
AT_ONCE = pattern_of(
    r"(?: [a-z]+)?(?: (?:were|was) [a-z]+)?[,;:(]? ?(?:[–—] )?(?:(?:and|so|thus|which|that|giving|gives?|making|with|"
    rf"their|the|an?|is|was|to|they|it|therefore|hence) ?)*(?:{AVERAGED})(?: (?:of|was|is|being|bid|"
    r"score|wait|time|stay|cost|figure|number|mark|length|therefore|thus|works? out at))* ",
    re.I,
)
# "The average of the four marks": how many there are.
HOW_MANY = pattern_of(r"\b(?:the|all|these|those|our|its|their|your) $", re.I)
BUT = pattern_of(r"\b(?:but|while|whereas|whilst|although)\b", re.I)
PER_WHAT = re.compile(r"\s(?P<what>[a-z]+(?:-[a-z]+| (?:days?|years?|nights?|hours?|visits?))?)\b")
# "The average over the three areas", behind the sentence that tells the three.
OVER_ALL = pattern_of(
    rf"\b(?:{AVERAGED})\b[^.;:\d£]{{0,40}}?\b(?:the|all|these|those|our|its|them) "
    rf"(?P<k>{WORDS}|\d)\b|\b(?:the|all|these) (?P<k2>{WORDS}|\d)(?: [a-z]+){{0,2}},? averaged\b|"
    rf"\b(?:all|the) (?P<k3>{WORDS}|\d)\b[^.;:\d£]{{0,30}}\b(?:averag(?:e|ed)|mean)\b",
    re.I,
)
# A list of what each time or place had: behind a colon, and nothing done in it.
BEGINS = pattern_of(r"[^.;:()\d£]{0,40}[:;–—] (?:(?!(?:of|under|over|aged|more|less)\b)[a-z’'-]+ ){0,4}[£$€]?", re.I)
NAMED = re.compile(
    r" (?:in|on|at|for|from|by) (?:(?!were|was|had|are|did|have)[\w’'-]+ ?){1,4}(?:,|;|,? and)"
    r"(?: (?:in|on|at|for|from|by))? [£$€]?"
).fullmatch
NAMED_LAST = re.compile(r" (?:in|on|at|for|from|by) (?:(?!were|was|had|are|did|have)[\w’'-]+ ?){1,4}(?:[.;)]|$)")
OF_MANY = pattern_of(rf"\b(?:of (?:{WHICH})|aged|years old|including|median|to|than|rising|falling)\b", re.I)
PER_ONE = pattern_of(r"(?: [a-z]+)? (?:per|for each|for every) (?P<noun>[a-z]{3,})\b", re.I)
APPOSED_MEAN = pattern_of(r"(?: [a-z’'-]+){0,4},? (?:or |that is,? )?an? (?:mean|average) of ", re.I)
A_MONTH = pattern_of(r" (?:[a-z]+ )?(?:a|per|each|every) month\b", re.I)
A_MONTH_OF = pattern_of(rf"\b{MONTH}:? (?:\(|had )?$")
# Among more figures than these a mean is of a list of its own.
FEW, PAIR, NARROW, WIDE = 3, 2, 2, 5


def check(context: Context) -> Iterator[Finding]:
    """Each mean and each rate with what it is worked out from."""
    for paragraph in context.document.paragraphs:
        read = passage(paragraph.text)
        for entry in read.entries:
            lead = read.text[max(0, entry.start - 110) : entry.start]
            if not entry.text[:1].isdigit() and HOW_MANY.search(lead):
                continue
            after = read.text[entry.end : entry.end + 30]
            if (
                entry.kind in ("count", "money", "measure")
                and not entry.base
                and (MEAN.search(lead) or MEAN_AFTER.match(after))
            ) and not (NO_MEAN.search(lead[-90:]) or SET_BESIDE.search(lead)):
                yield from _mean(paragraph, read, entry)
            if (per := PER.match(read.text[entry.end :])) and not SET_BESIDE.search(lead):
                yield from _rate(paragraph, read, entry, per)


def _mean(paragraph: Paragraph, read: Passage, entry: Entry) -> Iterator[Finding]:
    listed = _list(read, entry)
    others = [e for e in read.entries if e is not entry and abs(e.sentence - entry.sentence) <= 1 and not e.share]
    if listed:
        total = sum((e.value for e in listed), Decimal(0))
        yield _judged(paragraph, entry, total, Decimal(len(listed)), " + ".join(e.text for e in listed))
        return
    if told := _per_noun(read, entry):
        yield _judged(paragraph, entry, told[0].value, told[1], told[0].text)
        return
    counts = [e.value for e in others if e.kind == "count" and e.value > 1]
    sums = [
        e
        for e in others
        if e.kind == entry.kind or (entry.kind == "measure" and e.kind in ("count", "measure") and e.unit == entry.unit)
    ]
    sums = [e for e in sums if e.value > entry.value and not is_of_other_things(e, entry)]
    pairs = [(t, n) for t in sums for n in counts if n != t.value]
    if not pairs:
        return
    if any(_fits(t.value / n, entry) for t, n in pairs):
        whole, number = next((t, n) for t, n in pairs if _fits(t.value / n, entry))
        yield _judged(paragraph, entry, whole.value, number, whole.text)
        return
    pairs = [(t, n) for t, n in pairs if _are_told_together(read, others, entry, t, n)]
    if len(counts) <= FEW and len({(t.value, n) for t, n in _likely(read, pairs)}) == 1:
        whole, number = _likely(read, pairs)[0]
        # A mean far from it is of other things.
        if entry.value and Decimal("0.7") < whole.value / number / entry.value < Decimal("1.43"):
            yield _judged(paragraph, entry, whole.value, number, whole.text)


def _per_noun(read: Passage, mean: Entry) -> tuple[Entry, Decimal] | None:
    """ "184 of 196 patients … came to 1,195 hours, a mean of 6.5 hours per patient": by a number told of patients."""
    noun, own = PER_ONE.match(read.text, mean.end), [e for e in read.of_sentence(mean.sentence) if e.end <= mean.start]
    if not noun or len(own) != 1 or not APPOSED_MEAN.fullmatch(read.text, own[0].end, mean.start):
        return None
    near = [e for e in read.entries if 0 < mean.sentence - e.sentence <= PAIR and e.kind == "count"]
    near = [e for e in near if stems(noun["noun"]) & stems(f"{e.text} {e.after}") and not e.text.isalpha()]
    numbers = [Decimal(n) for e in near for n in (e.count, e.base) if n]
    exact = {n: own[0].value / n for n in numbers}
    right = [n for n in numbers if _fits(exact[n], mean)]
    close = [n for n in numbers if mean.value and Decimal("0.7") < exact[n] / mean.value < Decimal("1.43")]
    return (own[0], (right or close)[0]) if (right or close) else None


def _are_told_together(read: Passage, others: Sequence[Entry], mean: Entry, total: Entry, number: Decimal) -> bool:
    """Whether no sentence stands between a sum and its number, or each of them and the mean.

    "The average was £29. Ash spent the most, £90, but Elm made the most visits, 4": behind the mean of each its own.
    """
    later = [e for e in others if e.sentence > mean.sentence and e.kind == "count" and e.value == number]
    if later and total.sentence == later[0].sentence and BUT.search(read.text, *sorted((total.end, later[0].start))):
        return False
    places = {e.sentence for e in others if e.kind == "count" and e.value == number}
    return total.sentence == mean.sentence or bool(places & {mean.sentence, total.sentence})


def _likely(read: Passage, pairs: list[tuple[Entry, Decimal]]) -> list[tuple[Entry, Decimal]]:
    told = [
        (t, n)
        for t, n in pairs
        if re.search(
            r"\b(?:total\w*|altogether|together|in all|sum|add(?:s|ed)? up|worth|overall|combined)\b",
            t.before + t.after + read.text[max(0, t.start - 30) : t.end + 20],
            re.I,
        )
    ]
    return told or pairs


def _list(read: Passage, entry: Entry) -> list[Entry]:
    """Three figures or more in brackets or behind a colon, in the sentence of the mean; or all told before it."""
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
    told = _listed_before(read, own, entry) or _told_singly(read, own, entry) or _named_behind(read, own, entry)
    return told or _of_months(read, entry)


def _of_months(read: Passage, entry: Entry) -> list[Entry]:
    """ "April 12, May 26 and June 25. … The average was 21.0 a month": of the one list of months, each told once."""
    if not A_MONTH.match(read.text, entry.end):
        return []
    runs = [each for each in listings(read) if each.end <= entry.start and len(each.items) > PAIR]
    runs = [each for each in runs if all(A_MONTH_OF.search(_before(read, item.entry)) for item in each.items)]
    alike = {tuple(item.entry.start for item in each.items) for each in runs}
    if len(alike) != 1:
        return []
    told = [item.entry for item in runs[0].items]
    least, most = min(e.value for e in told), max(e.value for e in told)
    plain = all(e.kind == "count" and not (e.base or e.share) for e in told)
    return told if plain and least <= entry.value <= most else []


def _before(read: Passage, entry: Entry) -> str:
    return read.text[max(0, entry.start - 14) : entry.start]


def _named_behind(read: Passage, own: Sequence[Entry], entry: Entry) -> list[Entry]:
    """ "The yearly mean was £50: the fund drew £45 in the first year, £50 in the second and £55 in the third"."""
    run = [e for e in own if e.start >= entry.end]
    if len(run) <= PAIR or len(run) < len(own) or not BEGINS.fullmatch(read.text[entry.end : run[0].start]):
        return []
    gaps = [read.text[a.end : b.start] for a, b in pairwise(run)]
    alike = all((e.kind, e.unit) == (run[0].kind, run[0].unit) and e.kind in ("count", entry.kind) for e in run)
    least, most = min(e.value for e in run), max(e.value for e in run)
    plain = not OF_MANY.search(read.text, entry.start, run[-1].end) and NAMED_LAST.match(read.text, run[-1].end)
    return run if alike and plain and all(map(NAMED, gaps)) and least <= entry.value <= most * 2 else []


def _told_singly(read: Passage, own: Sequence[Entry], entry: Entry) -> list[Entry]:
    """As many figures of one kind in the sentence before as the mean is said to be of, and no others there."""
    words = read.sentence(entry.sentence)[: entry.start - read.starts[entry.sentence]]
    said = OVER_ALL.search(words) if entry.sentence else None
    if not said or len([e for e in own if e.end <= entry.start]) > 1:
        return []
    number = worded(said["k"] or said["k2"] or said["k3"])
    run = read.of_sentence(entry.sentence - 1)
    alike = {(e.kind, e.unit) for e in run if e.kind == entry.kind or not entry.unit}
    if number < 2 or len(run) != number or len(alike) != 1 or any(e.base or e.share for e in run):
        return []
    least, most = min(e.value for e in run), max(e.value for e in run)
    return list(run) if least / 2 <= entry.value <= most * 2 else []


def _listed_before(read: Passage, own: Sequence[Entry], entry: Entry) -> list[Entry]:
    """ "Waits were 22 and 30 days, averaging 26": nothing but figures of its kind, one right behind the other."""
    run = [e for e in own if e.end <= entry.start and e.value > 1 and not HOW_MANY.search(read.text[: e.start])]
    gaps = [read.text[a.end : b.start] for a, b in pairwise(run)]
    alike = all(e.kind in (entry.kind, "count", "measure") and e.unit in ("", entry.unit) for e in run)
    if len(run) < PAIR or not alike or not all(map(LISTED.fullmatch, gaps)):
        return []
    least, most = min(e.value for e in run), max(e.value for e in run)
    between = read.text[run[-1].end : entry.start]
    noun = noun_of(entry)
    if noun and not entry.unit and noun not in stems(read.text[run[0].start : entry.start]):
        return []  # "12 and 18 falls, and averaged 14 patients a day"
    return run if least <= entry.value <= most * 2 and AT_ONCE.fullmatch(between) else []


def _fits(exact: Decimal, entry: Entry) -> bool:
    return abs(exact - entry.value) <= entry.step / 2


def _is_rough(entry: Entry, exact: Decimal) -> bool:
    """ "About £16,000": as near as its last digit that is no nought."""
    figure = abs(entry.value).normalize()
    rough = ROUGH.search(entry.before) and figure == figure.to_integral_value()
    return bool(rough) and abs(exact - entry.value) * 2 <= Decimal(1).scaleb(max(0, int(figure.as_tuple().exponent)))


def _judged(paragraph: Paragraph, entry: Entry, total: Decimal, number: Decimal, words: str) -> Finding:
    exact = total / number
    verdict: Verdict = (
        "ok"
        if _fits(exact, entry) or _is_rough(entry, exact)
        else "rounding"
        if abs(exact - entry.value) <= entry.step
        else "wrong"
    )
    if entry.step >= 1 and verdict == "rounding" and exact % 1 == 0:
        verdict = "wrong"
    shown = printed(exact.quantize(min(entry.step, Decimal("0.1"))))
    why = f"{words} over {printed(number)} is {shown}, printed as {entry.text}"
    return _told(paragraph, entry, verdict, shown, why)


def _rate(paragraph: Paragraph, read: Passage, entry: Entry, per: re.Match[str]) -> Iterator[Finding]:
    unit = Decimal(UNITS.get(per["unit"].lower(), 0) or int(per["unit"].replace(",", "")))
    counts = _counts_of_rate(read, entry, unit, per)
    values = [(e.start, v) for e in counts for v in (e.value, Decimal(e.base or 0)) if v]
    pairs = [(a, b) for _, a in values for _, b in values if a < b]
    if not pairs or any(_fits(a * unit / b, entry) for a, b in pairs):
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
        # What it is per, and what the greater one is of, in the same words: no slip is too large.
        what = PER_WHAT.match(read.text, entry.end + per.end())
        named = what and any(e.value == b and _is_of(read, e, what["what"]) for e in counts)
        wide = WIDE if named else NARROW
        if entry.value and entry.value < exact * wide and exact < entry.value * wide:
            shown = printed(exact.quantize(entry.step))
            why = f"{printed(a)} in {printed(b)} is {shown} per {per['unit']}, printed as {entry.text}"
            near_by = abs(exact - entry.value) <= entry.step and (entry.step < 1 or exact % 1 != 0)
            told = _told(paragraph, entry, "rounding" if near_by else "wrong", shown, why)
            yield replace(told, certainty="certain" if named else "likely")


def _counts_of_rate(read: Passage, entry: Entry, unit: Decimal, per: re.Match[str]) -> list[Entry]:
    """The counts that a rate may come out of: of its sentence, or told before it; none of another time or of others."""
    counts = _rated(read, read.of_sentence(entry.sentence), entry, unit)
    # "Last year there had been 36 in 4,800, a rate of 7.5 per 1,000": its own counts are told with it.
    if not APPOSED.search(read.text[: entry.start]) and (
        (is_earlier(read, entry) and len(counts) <= PAIR)
        or OF_OTHERS.search(read.text, read.starts[entry.sentence], entry.start)
    ):
        return []
    if len(counts) < PAIR and entry.sentence and DRAWN.search(read.text[: entry.start]):
        counts = _rated(read, read.of_sentence(entry.sentence - 1), entry, unit) + counts
        if len(counts) > PAIR and not (counts := _told_before(read, entry, unit, per)):
            return []
    if len(counts) < PAIR and entry.sentence:
        counts = _told_before(read, entry, unit, per) or counts
    return counts


def _told_before(read: Passage, entry: Entry, unit: Decimal, per: re.Match[str]) -> list[Entry]:
    """The two counts of the sentences before, where the greater one is of what the rate is per: 800 person-years."""
    what = PER_WHAT.match(read.text, entry.end + per.end())
    first = max(0, entry.sentence - 2)
    told = [e for at in range(first, entry.sentence + 1) for e in _rated(read, read.of_sentence(at), entry, unit)]
    if not what or any(e.base or e.share for e in told):
        return []
    if len(told) > PAIR:
        return _only_one_of(read, told, entry, what["what"])
    if len(told) != PAIR:
        return []
    return told if _is_of(read, max(told, key=lambda e: e.value), what["what"]) else []


def _is_of(read: Passage, entry: Entry, what: str) -> bool:
    """Whether the name of a thing stands behind a figure."""
    return bool(re.match(rf"\s(?:[a-z-]+ )?{re.escape(what)}", read.text[entry.start + len(entry.text) :], re.I))


def _only_one_of(read: Passage, told: Sequence[Entry], entry: Entry, what: str) -> list[Entry]:
    """ "Giving 868 bed days. Nine falls came, 10.4 per 1,000 bed days": its one count, and the one of its noun."""
    own = [e for e in told if e.sentence == entry.sentence]
    bases = [e for e in told if _is_of(read, e, what)]
    return [bases[0], own[0]] if len(own) == len(bases) == 1 and own[0].value < bases[0].value else []


def _rated(read: Passage, entries: Sequence[Entry], entry: Entry, unit: Decimal) -> list[Entry]:
    """The counts among figures that a rate may come out of."""
    return [
        e
        for e in entries
        if e is not entry
        and e.kind in ("count", "measure")
        and e.value != unit
        and e.step == 1
        and not PER.match(read.text[e.end :])
    ]


def _told(paragraph: Paragraph, entry: Entry, verdict: Verdict, shown: str, why: str) -> Finding:
    slip = f"mean/{paragraph.line}/{entry.start}"
    return Finding(CODE, verdict, paragraph.where, entry.text, entry.text, shown, why, slip, "likely")
