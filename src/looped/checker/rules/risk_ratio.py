"""A ratio of two risks or odds whose counts, or shares, are printed beside it.

The ratio of risks is (a/n) / (b/m), that of odds (a/(n - a)) / (b/(m - b)). Ratios of rounded shares are judged by
the least and the most that these can stand for.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage, stems

CODE = "risk-ratio"
MESSAGE = "A ratio of risks or odds is what its two counts and bases give."
GOOD = "It happened to 34 of 156 and to 51 of 156 (risk ratio 0.67)."
BAD = "It happened to 34 of 156 and to 51 of 156 (risk ratio 0.87)."

RATIO = pattern_of(
    r"\b(?P<kind>[Rr]isk ratio|[Rr]elative risk|[Rr]ate ratio|RR|[Oo]dds ratio|OR)"
    r"(?P<sides>\s*\([^()\d]{0,60}\)|,? (?:of|for) [^.;()\d]{2,70}?(?= was| is|,? \d)|"
    r", [^.;:,()\d]{2,50}? (?:to|versus|vs\.?|against|over|relative to|compared with) "
    r"[^.;:,()\d]{2,40},)?\s*(?:=|:|,)?\s*"
    r"(?:(?:of|was|is|being|therefore|thus|hence|accordingly|then|about) )*(?P<ratio>\d+\.\d+)\b"
)
# A ratio from a model isn't that of the counts; "unadjusted" is.
ADJUSTED = pattern_of(r"\b(?:adjust\w*|aOR|aRR|model\w*|regression|weighted|pooled|matched|stratif\w+)\b", re.I)
VERSUS = pattern_of(r"\s*\)?,? (?:versus|vs?\.?|against|compared (?:with|to))\s*\(?", re.I)
EACH = re.compile(
    r"^(?:\s[a-z’'-]+){0,3}?\s(?:in|to|per) (?:each|either|both|every|the two)\b|^ (?:each|apiece)\b", re.I
)
# "19 events among 120", "120 people, of whom 19".
AMONG = re.compile(r"[^.;:()\d]{0,60}\b(?:among(?:st)?|of|in|out of|from|for)(?: the| all| our)* $")
OF_WHOM = re.compile(r"[^.;:()\d]{0,60}\bof (?:whom|which|these|them),? (?:only |just )?$")
# "Of the 200 given the drops, 14 fell ill".
OF_THE = re.compile(r"\b(?:[Oo]f|[Aa]mong(?:st)?|[Ii]n) (?:the |all |these |our )*$")
GIVEN = re.compile(r"[^.;:()\d]{0,60}?,? (?:only |just )?")
IN_EACH = pattern_of(
    r"\b(?:each|either|every|both) (?:[a-z]+ )?(?:groups?|arms?|sides?|halves|half|wards?|sites?) [a-z ]{0,30}$", re.I
)
# "Exercise to usual care".
SIDES = pattern_of(
    r"(?:(?:of|for|comparing) )?(?:the )?(?P<a>[^.;:,()]{2,50}?) (?:to|versus|vs\.?|against|over|relative to|and|with|"
    r"compared (?:with|to)) (?:the )?(?P<b>[^.;:,()]{2,40})",
    re.I,
)
PARTED = pattern_of(r";|\b(?:and|but|against|versus|vs|compared (?:with|to)|while|whereas)\b", re.I)
# A ratio is of those treated to those who weren't.
CONTROL = pattern_of(
    r"\b(?:placebo|controls?|control (?:group|arm)|usual[- ]care|standard[- ]care|sham|dummy|untreated|no treatment)\b",
    re.I,
)
# "Risk ratio 0.80 (95% CI 0.66 to 0.97), a 20% reduction".
COMES_TO = pattern_of(
    r"\b(?:risk|hazard|rate|odds) ratio(?:,? (?:for|of) [^.;:,()\d]{2,40})?(?: was| is| of|,| =|:)? "
    r"(?P<r>\d?\.\d+|\d\.\d+)"
    r"(?: ?[(\[][^()\[\]]{0,60}[)\]])?[,;:] (?:(?:representing|indicating|equivalent to|that is|corresponding to|or) )?"
    r"an? (?:relative )?(?P<p>\d+(?:\.\d+)?)% (?:relative |risk |lower |higher )?"
    r"(?:(?P<less>reduction|decrease|lower|fall|drop)|increase|higher|rise|greater)\b",
    re.I,
)
MARGIN = Fraction(3, 100)


@dataclass(frozen=True)
class Risk:
    """A risk as told, and the least and the most that it can be: parts of one."""

    told: str
    low: Fraction
    high: Fraction


def check(context: Context) -> Iterator[Finding]:
    """Each crude ratio with two risks in its sentence, or in the one before; and what a ratio comes to in per cent."""
    for paragraph in context.paragraphs_with(COMES_TO):
        for found in COMES_TO.finditer(paragraph.text):
            yield _in_per_cent(paragraph, found)
    for paragraph in context.paragraphs_with(RATIO):
        read = passage(paragraph.text)
        for found in RATIO.finditer(paragraph.text):
            at = read.sentence_at(found.start())
            if len(RATIO.findall(read.sentence(at))) == 1 and not _is_adjusted(read, at, found):
                yield from _judged(paragraph, read, at, found)


def _in_per_cent(paragraph: Paragraph, found: re.Match[str]) -> Finding:
    """ "Risk ratio 0.80, a 20% reduction": what it is short of one, or above it."""
    ratio, printed = Fraction(found["r"]), found["p"]
    gap = (1 - ratio if found["less"] else ratio - 1) * 100
    slack = Fraction(50, 10 ** len(found["r"].partition(".")[2])) + Fraction(
        1, 2 * 10 ** len(printed.partition(".")[2])
    )
    verdict: Verdict = "ok" if abs(gap - Fraction(printed)) <= slack else "wrong"
    expected = f"{float(abs(gap)):.0f}%" if gap > 0 else "the other way"
    why = f"a ratio of {found['r']} is {float(abs(gap)):.0f}% {'less' if ratio < 1 else 'more'}, printed as {printed}%"
    slip = f"{CODE}/{paragraph.line}/{found.start('p')}"
    quote = paragraph.text[found.start("p") : found.end()]
    return Finding(CODE, verdict, paragraph.where, quote, f"{printed}%", expected, why, slip, "likely")


def _is_adjusted(read: Passage, at: int, found: re.Match[str]) -> bool:
    """Whether a model is spoken of up to the ratio, or with it; not in what is said behind it of others."""
    start = read.starts[at]
    own = read.sentence(at)[: found.end() - start]
    behind = re.split(r"[;.](?=\s)", read.sentence(at)[found.end() - start :])[0]
    return bool(ADJUSTED.search(own) or ADJUSTED.search(behind))


def _judged(paragraph: Paragraph, read: Passage, at: int, found: re.Match[str]) -> Iterator[Finding]:
    risks, told = risks_of(read, at, found)
    if len(risks) != 2 or not all(each.low > 0 for each in risks):
        return
    odds = found["kind"].lower() in ("odds ratio", "or")
    if odds and any(each.high >= 1 for each in risks):
        return
    stated = Fraction(found["ratio"])
    places = len(found["ratio"].partition(".")[2])
    step = Fraction(1, 10**places)
    first, last = risks
    # Either may be set against the other, but where words tell which: "19/200 versus 41/200".
    way = True if told else _way(read, at, found)
    ways = ((first, last), (last, first)) if way is None else ((first, last),) if way else ((last, first),)
    spans = [(_size(a.low, odds) / _size(b.high, odds), _size(a.high, odds) / _size(b.low, odds)) for a, b in ways]
    miss, span = min((max(low - stated, stated - high, Fraction(0)), (low, high)) for low, high in spans)
    verdict: Verdict = "ok" if miss <= step / 2 else "rounding" if miss <= max(step, stated * MARGIN) else "wrong"
    expected = f"{float(sum(span)) / 2:.{places}f}"
    why = f"{first.told} against {last.told} is {expected}, printed as {found['ratio']}"
    slip = f"{CODE}/{paragraph.line}/{found.group()}"
    yield Finding(CODE, verdict, paragraph.where, found.group(), found["ratio"], expected, why, slip, "likely")


def _way(read: Passage, at: int, found: re.Match[str]) -> bool | None:
    """Whether the first risk is set against the second, by the words: "exercise to usual care", "and on placebo"."""
    parts = [_words_of(read, place) for place in (at, at - 1)]
    words = next((each for each in parts if len(each) == 2), None)
    if words is None:
        return None
    first, last = (stems(each) for each in words)
    first, last = first - last, last - first
    sides = SIDES.fullmatch((found["sides"] or "").strip(" (),"))
    if sides:
        a, b = stems(sides["a"]), stems(sides["b"])
        straight, back = bool(a & first or b & last), bool(a & last or b & first)
        return straight if straight != back else None
    if found["sides"] and CONTROL.search(found["sides"]):
        return None
    controls = [bool(CONTROL.search(each)) for each in words]
    return controls[1] if controls[0] != controls[1] else None


def _words_of(read: Passage, at: int) -> list[str]:
    """The words of each of the two risks of a sentence, before it and behind it: up to where the two are parted."""
    own = [e for e in read.of_sentence(at) if e.kind in ("count", "share") and not RATIO.match(read.text, e.start - 20)]
    if len(own) != 2:
        return []
    start, end = read.starts[at], read.starts[at] + len(read.sentence(at))
    stop = RATIO.search(read.text, own[1].end, end)
    between = read.text[own[0].end : own[1].start]
    parts = list(PARTED.finditer(between))
    low, high = (parts[0].start(), parts[-1].end()) if parts else (len(between), len(between))
    behind = read.text[own[1].end : stop.start() if stop else end]
    return [f"{read.text[start : own[0].start]} {between[:low]}", f"{between[high:]} {behind}"]


def risks_of(read: Passage, at: int, found: re.Match[str]) -> tuple[list[Risk], bool]:
    """The two risks, and whether words say which is set against which; none where the text has more or fewer."""
    for sentence in (at, at - 1):
        own = [e for e in read.of_sentence(sentence) if not found.start() <= e.start < found.end()]
        out_of = [e for e in own if e.base and 0 < e.value < e.base]
        if len(out_of) == 2:
            told = VERSUS.fullmatch(read.text[out_of[0].end : out_of[1].start])
            return [_of_count(e, e.base or 1) for e in out_of], bool(told)
        if paired := _paired(read, own):
            return paired, False
        bare = [e for e in own if e.kind == "count" and not e.base and not e.share and e.value]
        sizes = [e for e in bare if EACH.match(read.text[e.end :])]
        counts = [e for e in bare if e not in sizes]
        if not sizes and len(counts) == 2 == len(own) and sentence:
            sizes = _of_each(read, sentence - 1)
        if len(sizes) == 1 and len(counts) == 2 and max(e.count for e in counts) < sizes[0].count:
            return [_of_count(e, sizes[0].count) for e in counts], False
        shares = [e for e in own if e.share]
        if not out_of and len(shares) == 2:
            return [_of_share(e) for e in shares], False
        if own or not sentence:
            break
    return [], False


def _paired(read: Passage, own: list[Entry]) -> list[Risk]:
    """Two counts, each with its base some words away: "19 events among 120 people ... and 45 among 120"."""
    told = [e for e in own if e.kind == "count" and not e.share and e.value]
    risks: list[Risk] = []
    while told:
        first = told.pop(0)
        if first.base:
            part, base = first.count, first.base
        elif told and not told[0].base:
            last = told.pop(0)
            gap = read.text[first.end : last.start]
            of_these = OF_WHOM.fullmatch(gap) or (OF_THE.search(read.text[: first.start]) and GIVEN.fullmatch(gap))
            if not (AMONG.fullmatch(gap) or of_these):
                return []
            part, base = (last.count, first.count) if of_these else (first.count, last.count)
        else:
            return []
        if not 0 < part < base:
            return []
        risks.append(_of_count_in(part, base))
    return risks if len(risks) == 2 else []


def _of_each(read: Passage, sentence: int) -> list[Entry]:
    """The size of both groups, where a sentence tells it and nothing else: "Each arm had 120 people"."""
    told = read.of_sentence(sentence)
    is_size = len(told) == 1 and told[0].kind == "count" and not (told[0].base or told[0].share)
    front = read.text[read.starts[sentence] : told[0].start] if is_size else ""
    return [told[0]] if is_size and (IN_EACH.search(front) or EACH.match(read.text[told[0].end :])) else []


def _of_count_in(part: int, base: int) -> Risk:
    risk = Fraction(part, base)
    return Risk(f"{part} of {base}", risk, risk)


def _of_count(entry: Entry, base: int) -> Risk:
    return _of_count_in(entry.count, base)


def _of_share(entry: Entry) -> Risk:
    assert entry.share
    value, half = Fraction(entry.share.value) / 100, Fraction(1, 200 * 10**entry.share.decimals)
    return Risk(f"{entry.share.value}%", value - half, value + half)


def _size(risk: Fraction, odds: bool) -> Fraction:
    return risk / (1 - risk) if odds else risk
