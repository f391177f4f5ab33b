"""What a passage says of two figures: how far apart they are, how many times one is the other, which way it went."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import permutations

from looped.checker.charity import differs_elsewhere
from looped.checker.context import Context
from looped.checker.directions import DOWNWARDS, FELL, NO_NOUN, NOT_SO, ROSE, UPWARDS
from looped.checker.document import Paragraph
from looped.checker.earlier import ANOTHER, BECAUSE, LAST_TIME, OF_GAPS, OTHER_BY, OWN_TIME
from looped.checker.finding import Finding, Verdict
from looped.checker.moving_shares import has_own_change
from looped.checker.pairing import (
    AT_LEAST,
    NOT_QUITE,
    ROUGH,
    Pair,
    chained,
    comparable,
    compared,
    gaps_told,
    hedged,
    in_time,
    is_of_part,
    is_other_way,
    is_ratio,
    linked,
    pair_near,
)
from looped.checker.patterns import pattern_of
from looped.checker.phrases import ONLY
from looped.checker.prose import Entry, Passage, passage, stems
from looped.checker.quantities import printed
from looped.checker.saying import Said, said_in
from looped.checker.worth import DURATIONS, UNWANTED

# A sentence that takes up the two before it.
NOT = pattern_of(NOT_SO, re.I)
TAKEN_UP = pattern_of(
    r"^\W*(?:(?:so|thus|hence|therefore|overall|as a result|in other words),? )*(?:the|this|that|these|which|it|"
    r"a|an|we|"
    r"they|there (?:was|is) (?:thus |therefore |then )?(?:an?|the))\b",
    re.I,
)
MANY = 4
CODE = "apart"
MESSAGE = "The size, the multiple and the direction told of two figures are those that the figures give."
GOOD = "We held £15.0m in 2022 and £12.6m in 2023, a reduction of £2.4m (16%)."
BAD = "We held £15.0m in 2022 and £12.6m in 2023, a reduction of £2.6m (16%)."

# Set against a time, a place or a figure that isn't told here.
ELSEWHERE = pattern_of(
    r"[^.;,\d]{0,16}? (?:above|below|over|under|than) (?:the|its|their) [a-z]+ (?:figure|level|share|rate|value|mark|"
    r"result|low|high|peak)\b|[^.;,]{0,30}?\bthan (?:in |at |the )?(?:(?:19|20)\d\d|national|average|previous|last|"
    r"year|england|region)|\s(?:above|below|over|under|up on|down on|ahead of|behind) (?:in |that of |"
    r"the level of )?(?:19|20)\d\d\b",
    re.I,
)
# "After a rise of 0.6 the year before": of the step before.
OF_BEFORE = pattern_of(
    r"[^.;,\d]{0,24}? (?:(?:in )?the (?:year|month|quarter|term|round) before|(?:last|the previous) [a-z]+)\b", re.I
)
# "124 by up to 30 days, 22 by more than 90": a band.
BANDED = pattern_of(r"\bby up to \d[^.]*\bby (?:more than|over) $", re.I)
TIMES = (
    (
        r"doubl(?:ed|ing)|twice(?! (?:a|per|the (?:week|day))\b)(?= (?:as|the|that|what))|two times|two-fold|twofold",
        Decimal(2),
    ),
    (
        r"halv(?:ed|ing)|half (?:the (?=\d)|of the (?=\d[\d,]*(?: [a-z]+){0,2} in (?:19|20)\d\d)|"
        r"(?:of )?(?:what|the (?:number|rate|figure|level|share|proportion)|that|its)|"
        r"as (?:many|much|high|likely|often|frequent|large|common)(?! again))",
        Decimal(2),
    ),
    (r"trebl(?:ed|ing)|tripl(?:ed|ing)|three times|threefold", Decimal(3)),
    (r"quadrupl(?:ed|ing)|four times|fourfold", Decimal(4)),
    (r"five times|fivefold", Decimal(5)),
    (r"ten times|tenfold", Decimal(10)),
)
# "Silver cost £228 more": how far apart two are.
MORE = pattern_of(r"(?: (?!than|or|people|files|cases)[a-z]+)? (?:more|less|fewer)\b(?! (?:or|than (?:half|twice|\d)))")
BETTER_BY = pattern_of(r" (?:more|less|fewer|better|worse|higher|lower|above|below|over|under) than\b")
MULTIPLE = pattern_of(
    r"\s(?:as|more|the|what|higher|larger|greater|bigger|longer|that|those|its|their|over|older)\b", re.I
)
MULTIPLIED = pattern_of(rf"\b(?:{ROSE}|up|to|is|was|were|by|almost|nearly|about|around|over|than)(?: by)? $", re.I)
MULTIPLES = tuple((pattern_of(rf"\b(?:{words})\b", re.I), times) for words, times in TIMES)
UP = pattern_of(rf"\b(?:increase|{NO_NOUN}(?:{ROSE})|{UPWARDS}|higher|lengthened|widened|expanded)\b", re.I)
DOWN = pattern_of(
    rf"\b(?:decrease|decline|{NO_NOUN}(?:{FELL})|{DOWNWARDS}|lower|slipped|shortened|narrowed|contracted|eased|"
    r"lost(?! to\b))\b",
    re.I,
)
GAPS = re.compile(r"\bby (?:\d[\d.]*(?: points)? and )?$")
# Of these the lower is the better, or nobody can say.
BAD_THING = pattern_of(
    rf"\b(?:{UNWANTED}|{DURATIONS}|time|fallen|not|no|outstanding|spend\w*|blank|duplicate|lost|pressure|noise|stay)\b",
    re.I,
)
AS_TWO = pattern_of(r"[^.;()\d]{0,50} \([\d.,]+%?\) as\b[^.;()\d]{0,40}[\d(]", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Paragraph by paragraph."""
    for paragraph in context.document.paragraphs:
        read = passage(paragraph.text)
        sizes = list(gaps_told(read))
        for size in sizes:
            pair = _pair(read, size, sizes)
            if pair:
                yield from _sized(paragraph, read, size, pair)
        yield from _multiplied(paragraph, read, sizes)
        yield from _parted(paragraph, read, sizes)


def _pair(read: Passage, size: Entry, sizes: Sequence[Entry]) -> Pair | None:
    """The two figures that a size is of: the nearest before it in its sentence, or all there are in the one before."""
    if (
        OF_BEFORE.match(read.text[size.end :])
        or ELSEWHERE.match(read.text[size.end :])
        or BANDED.search(read.text[: size.start])
    ):
        return None
    if BECAUSE.search(read.text[read.starts[size.sentence] : size.start]):
        return None
    between = [e for e in sizes if e.sentence == size.sentence and e.end <= size.start]
    own = [e for e in read.of_sentence(size.sentence) if e not in sizes and _suits(e, size, sizes)]
    # "Missed by 5 and 8 points, and exceeded by 7": gaps themselves.
    own = [e for e in own if not (e.kind in ("count", "points") and GAPS.search(read.text[: e.start]))]
    # "£0.4m better than budget": a gap too.
    own = [e for e in own if not BETTER_BY.match(read.text[e.end :])]
    # "Rose by £9k (12%)": of money, and of no shares that stand behind it.
    if (
        size.kind == "share"
        and between
        and between[-1].kind != "share"
        and chained(read.text[between[-1].end : size.start])
    ):
        own = [e for e in own if e.kind != "share"]
    if any(is_ratio(read.text, e) for e in own):
        return None
    if OF_GAPS.search(read.sentence(size.sentence)) or LAST_TIME.search(read.sentence(size.sentence)[:40]):
        return None
    told = [e for e in own if e.end <= size.start]
    if told and LAST_TIME.search(read.text, told[-1].end, size.start):
        return None
    if own and own[-1].end <= size.start and OTHER_BY.search(read.text[own[-1].end : size.start]):
        return None
    if own and own[-1].end <= size.start and ANOTHER.search(read.text[own[-1].end : size.start]):
        return None
    before = [e for e in own if e.end <= size.start]
    after = [e for e in own if e.start >= size.end]
    # "6.8 to 3.9 and 6.7 to 5.2, by 2.9 and 1.5 points": each of its own two.
    if size.kind == "points" and len(before) > 2 and any(e.kind == "measure" for e in before):
        return None
    if len(before) >= 2:
        first, last = before[-2], before[-1]
        if between and between[-1].start >= last.start and not chained(read.text[between[-1].end : size.start]):
            return None
        if linked(read, first, last) and len(read.text[last.end : size.start]) < 90 and comparable(first, last):
            return in_time(read, first, last)
        return None
    gap = read.text[size.end : after[0].start] if after else ""
    if (
        not before
        and len(after) == 2
        and comparable(*after)
        and linked(read, *after)
        and not (UP.search(gap) or DOWN.search(gap))
    ):
        return in_time(read, *after)
    return _of_before(read, size, sizes, own)


def _of_before(read: Passage, size: Entry, sizes: Sequence[Entry], own: Sequence[Entry]) -> Pair | None:
    """The two figures of a size that the sentences before tell, or one of them; own: those of its own sentence."""
    before, after = [e for e in own if e.end <= size.start], [e for e in own if e.start >= size.end]
    lead = read.text[read.starts[size.sentence] : size.start]
    goes_on = size.sentence > 1 and stems(lead) & (stems(read.sentence(size.sentence - 2)))
    if OWN_TIME.match(lead):
        return None
    taken_up = bool(TAKEN_UP.match(lead) or goes_on)
    place = size.sentence - 1
    if taken_up and place > 0 and not read.of_sentence(place):
        place -= 1
    earlier = [e for e in read.of_sentence(place) if e not in sizes and _suits(e, size, sizes)]
    # "By 6% in one and 4% in the other. It fell by 82%": a percentage of percentages is told beside them.
    if size.kind == "share" and any(e.kind == "share" for e in (*earlier, *own)):
        return None
    if any(has_own_change(read, e) for e in earlier):
        return None
    if not own and len(earlier) == 2 and comparable(*earlier):
        return in_time(read, *earlier)
    if not own and len(earlier) < 2 and taken_up and place > 0 and not is_of_part(read, size, place):
        two = [e for at in (place - 1, place) for e in read.of_sentence(at) if e not in sizes and e.value > 1]
        suits = [_suits(e, size, sizes) or (size.unit and e.kind == "count" and not e.base) for e in two]
        if len(two) == 2 and all(suits) and two[0].sentence != two[1].sentence and (size.unit or comparable(*two)):
            return in_time(read, *two) if any(_suits(e, size, sizes) for e in two) else None
    # "62, 30 and 94, or 186 in all. The quarter before had 177": of the total.
    summed = len(earlier) > 2 and sum(e.value for e in earlier[:-1]) == earlier[-1].value
    told = earlier[-1:] if summed else earlier
    if len(before) == 1 and not after and len(told) == 1 and comparable(told[0], before[0]):
        return in_time(read, told[0], before[0])
    return None


def _suits(entry: Entry, size: Entry, sizes: Sequence[Entry]) -> bool:
    if size.kind == "points":
        scored = entry.kind == "measure" and not entry.unit and entry.step == size.step
        return scored or entry.share is not None or (entry.base is not None and entry.kind == "count")
    if size.kind == "share":
        return entry.kind in ("money", "count", "measure", "share") and entry.end != size.end
    if size.kind == "measure" and not size.unit:
        # Between two counts lies no decimal: "by 3.5 points and by 2.9".
        if size.step < 1 and entry.step == 1 and entry.kind == "count":
            return False
        return entry.kind in ("measure", "count") and not entry.unit
    alike = entry.kind == size.kind or (size.kind == "count" and entry.kind == "points")
    # "610 nursing hours were planned", "48 hours short": of the same.
    named = entry.kind == "count" and bool(size.unit) and size.unit in stems(entry.after)
    return ((alike and entry.unit == size.unit) or named) and not entry.base


def _sized(paragraph: Paragraph, read: Passage, size: Entry, pair: Pair) -> Iterator[Finding]:
    shares = (size.kind == "points" and pair.first.kind != "measure") or (
        pair.first.kind == "share" or (pair.first.share is not None and size.kind == "share")
    )
    first, last = compared(pair.first, shares), compared(pair.last, shares)
    if first is None or last is None:
        return
    stated = abs(size.share.value if size.share and size.kind == "share" else size.value)
    apart = abs(last - first)
    size_of = printed(apart.quantize(Decimal("0.01")) if apart % 1 else apart)
    words = f"{pair.first.text} and {pair.last.text} are {size_of} apart"
    lead = read.text[max(0, size.start - 40) : size.start]
    if size.kind == "share":
        yield from _relative(paragraph, read, size, pair, (first, last, stated, apart), lead, words)
        return
    rough = _steps(pair, shares) + size.step
    exact = not shares and all(e.step == 1 for e in (pair.first, pair.last, size))
    slack = Decimal(0) if exact else rough / 2
    miss = abs(apart - stated)
    if miss and miss <= slack and size.kind == "points" and pair.first.kind == "measure":
        yield _finding(paragraph, size, "rounding", printed(apart), words)
    elif miss <= slack and is_other_way(read, size, pair):
        yield _finding(paragraph, size, "wrong", f"{printed(apart)} {'more' if last > first else 'fewer'}", words)
    elif miss <= slack or hedged(lead, apart, stated):
        yield _finding(paragraph, size, "ok", printed(apart), words)
    elif not differs_elsewhere(read, size, size.step / 2 if size.step != 1 else Decimal(0)):
        yield _finding(paragraph, size, "wrong", printed(apart), words)


def _steps(pair: Pair, shares: bool) -> Decimal:
    if not shares:
        return pair.first.step + pair.last.step
    steps = [Decimal(1).scaleb(-e.share.decimals) if e.share else Decimal("0.01") for e in (pair.first, pair.last)]
    return sum(steps, Decimal(0))


def _relative(
    paragraph: Paragraph,
    read: Passage,
    size: Entry,
    pair: Pair,
    values: tuple[Decimal, Decimal, Decimal, Decimal],
    lead: str,
    words: str,
) -> Iterator[Finding]:
    first, last, stated, apart = values
    options = [apart * 100 / first] if first else []
    if not pair.ordered and last:
        options.append(apart * 100 / last)
    step = Decimal(1).scaleb(-(size.share.decimals if size.share else 0))
    if pair.first.kind == "count" and pair.first.share and not pair.first.base:
        options += [abs(pair.last.value - pair.first.value) * 100 / pair.first.value] if pair.first.value else []
    if not options:
        return
    # Printed ends are rounded too: what they were may give another last digit.
    loose = step / 2 + (options[0] * _steps(pair, False) / 2 / apart if apart and pair.first.step < 1 else Decimal(0))
    if any(abs(each - stated) <= loose or hedged(lead, each, stated) for each in options):
        yield _finding(paragraph, size, "ok", f"{printed(stated)}%", words)
    elif pair.first.share and pair.last.share and abs(apart - stated) <= step:
        why = f"{words}: in percentage points; as a percentage it is {printed(options[0].quantize(Decimal('0.1')))}%"
        yield _finding(paragraph, size, "wrong", f"{printed(apart)} points", why)
    elif _is_of_later(pair, size, apart * 100 / last if last else None) or not differs_elsewhere(read, size, step / 2):
        exact = printed(options[0].quantize(Decimal("0.1")))
        near = min(abs(each - stated) for each in options) <= step
        yield _finding(
            paragraph, size, "rounding" if near else "wrong", f"{exact}%", f"{words}, which is {exact}% of the first"
        )


def _is_of_later(pair: Pair, size: Entry, share: Decimal | None) -> bool:
    """Whether a change is told as a share of the later of two that are told with their times in its sentence."""
    if share is None or not size.share or not pair.ordered or pair.first.share or pair.last.share:
        return False
    told = {pair.first.sentence, pair.last.sentence} == {size.sentence}
    return told and abs(share - size.share.value) <= Decimal(1).scaleb(-size.share.decimals) / 2


DOUBLED_TO = pattern_of(rf" (?:again )?to (?:{ONLY})*[£$€]?", re.I)


def _multiplied(paragraph: Paragraph, read: Passage, sizes: Sequence[Entry]) -> Iterator[Finding]:
    """ "Doubled", "three times as many", "half what it was"."""
    for pattern, times in MULTIPLES:
        for found in pattern.finditer(paragraph.text):
            at = read.sentence_at(found.start())
            if NOT.search(read.text[read.starts[at] : found.start()]) or _is_how_often(read, found):
                continue
            pair = pair_near(read, at, found.start(), found.end(), sizes)
            if AS_TWO.match(read.text, found.end()) and pair and pair.first.end <= found.start():
                continue  # "half as many came by bus (20%) as on foot (40%)": of the two behind it
            if pair is None or any(MORE.match(read.text[each.end :]) for each in (pair.first, pair.last)):
                continue
            if DOUBLED_TO.fullmatch(read.text, found.end(), max(found.end(), pair.first.start)):
                continue  # "doubled to 44, then fell back to 36": what it was before isn't told
            shares = bool(pair.first.share or pair.first.base)
            a, b = compared(pair.first, shares), compared(pair.last, shares)
            if not a or not b:
                continue
            ratio = max(a, b) / min(a, b)
            lead = read.text[max(0, found.start() - 14) : found.start()]
            right = any(_is_times(each, times, lead) for each in (ratio, *_other_ratios(pair)))
            exact = printed(ratio.quantize(Decimal("0.01")))
            why = f"{pair.first.text} and {pair.last.text}: {exact} times"
            slip = f"{CODE}/{paragraph.line}/{found.start()}"
            yield Finding(
                CODE,
                "ok" if right else "wrong",
                paragraph.where,
                found.group(),
                found.group(),
                f"{exact} times",
                why,
                slip,
                "likely",
            )


def _is_how_often(read: Passage, found: re.Match[str]) -> bool:
    """ "Three were visited three times": no multiple of anything."""
    if not found.group().lower().endswith("times"):
        return False
    before = MULTIPLIED.search(read.text[: found.start()])
    return not (before or MULTIPLE.match(read.text[found.end() :]))


def _other_ratios(pair: Pair) -> Iterator[Decimal]:
    """Of shares with counts and bases: how many times one count, or one base, is the other."""
    for a, b in ((pair.first.value, pair.last.value), (pair.first.base, pair.last.base)):
        if a and b and pair.first.kind == pair.last.kind == "count":
            low, high = sorted((Decimal(a), Decimal(b)))
            yield high / low


def _is_times(ratio: Decimal, times: Decimal, lead: str) -> bool:
    past = ratio / times
    if AT_LEAST.search(lead):
        return past > 1
    if NOT_QUITE.search(lead):
        return Decimal("0.8") <= past < 1
    return abs(past - 1) <= (Decimal("0.15") if ROUGH.search(lead) else Decimal("0.07"))


def _parted(paragraph: Paragraph, read: Passage, sizes: Sequence[Entry]) -> Iterator[Finding]:
    """ "Fell by a quarter": the change as a part of the first figure."""
    for said in said_in(paragraph.text):
        if said.exact is None or not re.search(
            r"\b(?:fell|fallen|rose|risen|dropped|increased|reduced|decreased|cut|declined|grew|grown|down|up) by "
            r"(?:just |only )?$|\b(?:rise|increase|fall|drop|reduction|cut|decrease) of (?:just |only )?$",
            f"{read.text[: said.start].rstrip()} ",
            re.I,
        ):
            continue
        at = read.sentence_at(said.start)
        pair = pair_near(read, at, said.start, said.end, sizes)
        if pair is None or not pair.ordered:
            yield from _part_of_none(paragraph, read, said, at)
            continue
        shares = bool(pair.first.share or pair.first.base)
        a, b = compared(pair.first, shares), compared(pair.last, shares)
        if a and b is not None:
            exact = Fraction(abs(b - a)) / Fraction(a)
            verdict: Verdict = "ok" if said.low <= exact <= said.high else "wrong"
            percent = f"{float(exact) * 100:.1f}%"
            says = "may say" if verdict == "ok" else "does not say"
            why = f"{pair.first.text} to {pair.last.text} is {percent} of the first, which “{said.text}” {says}"
            yield Finding(
                CODE,
                verdict,
                paragraph.where,
                said.text,
                said.text,
                percent,
                why,
                f"{CODE}/{paragraph.line}/{said.start}",
                "likely",
            )


def _part_of_none(paragraph: Paragraph, read: Passage, said: Said, at: int) -> Iterator[Finding]:
    """A change "of a third" that no two of the few figures of its sentence make."""
    own = [e for e in read.of_sentence(at) if not said.start <= e.start < said.end]
    values = [e.share.value if e.share else e.value for e in own]
    kinds = {e.kind for e in own if e.value != 1000}
    if said.exact is None or not 2 <= len(values) <= MANY or len(kinds) != 1 or any(e.base for e in own):
        return
    parts = [Fraction(abs(a - b)) / Fraction(a) for a, b in permutations(values, 2) if a]
    if any(said.low <= part <= said.high for part in parts):
        return
    figures = ", ".join(e.text for e in own)
    why = f"of {figures} no two are {said.text} of the first apart"
    slip = f"{CODE}/{paragraph.line}/{said.start}"
    yield Finding(CODE, "wrong", paragraph.where, said.text, said.text, "", why, slip, "likely")


def _finding(paragraph: Paragraph, size: Entry, verdict: Verdict, expected: str, why: str) -> Finding:
    slip = f"{CODE}/{paragraph.line}/{size.start}"
    return Finding(CODE, verdict, paragraph.where, size.text, size.text, expected, why, slip, "likely")
