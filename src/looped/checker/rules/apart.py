"""What a passage says of two figures: how far apart they are, how many times one is the other, which way it went."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import partial
from itertools import permutations

from looped.checker.charity import differs_elsewhere
from looped.checker.context import Context
from looped.checker.directions import NOT_SO, ROSE
from looped.checker.document import Paragraph
from looped.checker.exact_gaps import misses
from looped.checker.finding import Finding, Verdict
from looped.checker.pairing import (
    AT_LEAST,
    NOT_QUITE,
    ROUGH,
    Pair,
    compared,
    gaps_told,
    hedged,
    is_other_way,
    pair_near,
)
from looped.checker.parties import finding_of_size
from looped.checker.patterns import pattern_of
from looped.checker.phrases import ONLY
from looped.checker.prose import Entry, Passage, passage
from looped.checker.quantities import printed
from looped.checker.saying import Said, said_in
from looped.checker.two_apart import pair_of
from looped.checker.worth import DURATIONS, UNWANTED

# A sentence that takes up the two before it.
NOT = pattern_of(NOT_SO, re.I)
MANY = 4
CODE = "apart"
MESSAGE = "The size, the multiple and the direction told of two figures are those that the figures give."
GOOD = "We held £15.0m in 2022 and £12.6m in 2023, a reduction of £2.4m (16%)."
BAD = "We held £15.0m in 2022 and £12.6m in 2023, a reduction of £2.6m (16%)."

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
MULTIPLE = pattern_of(
    r"\s(?:as|more|the|what|higher|larger|greater|bigger|longer|that|those|its|their|over|older)\b", re.I
)
MULTIPLIED = pattern_of(rf"\b(?:{ROSE}|up|to|is|was|were|by|almost|nearly|about|around|over|than)(?: by)? $", re.I)
MULTIPLES = tuple((pattern_of(rf"\b(?:{words})\b", re.I), times) for words, times in TIMES)
# Of these the lower is the better, or nobody can say.
BAD_THING = pattern_of(
    rf"\b(?:{UNWANTED}|{DURATIONS}|time|fallen|not|no|outstanding|spend\w*|blank|duplicate|lost|pressure|noise|stay)\b",
    re.I,
)
AS_TWO = pattern_of(r"[^.;()\d]{0,50} \([\d.,]+%?\) as\b[^.;()\d]{0,40}[\d(]", re.I)


POWERED = pattern_of(r"\b(?:power(?:ed)?|alpha|detect\w*)\b", re.I)


_finding = partial(finding_of_size, CODE)


def check(context: Context) -> Iterator[Finding]:
    """Paragraph by paragraph."""
    for paragraph in context.document.paragraphs:
        read = passage(paragraph.text)
        sizes = list(gaps_told(read))
        for size in sizes:
            if POWERED.search(read.sentence(size.sentence)):
                continue  # "powered at 90% to detect a difference of 15 points": planned, and found nowhere
            pair = pair_of(read, size, sizes)
            if pair:
                yield from _sized(paragraph, read, size, pair)
        yield from _multiplied(paragraph, read, sizes)
        yield from _parted(paragraph, read, sizes)


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
    if miss <= slack and misses(pair.first, pair.last, size) and not hedged(lead, apart, stated):
        yield _finding(paragraph, size, "rounding" if miss <= 1 else "wrong", printed(apart), words)
        return
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
            paragraph,
            size,
            "rounding" if near else "wrong",
            f"{exact}%",
            f"{words}, which is {exact}% of the first",
        )


def _is_of_later(pair: Pair, size: Entry, share: Decimal | None) -> bool:
    """Whether a change is told as a share of the later of two that are told with their times in its sentence."""
    if share is None or not size.share or not pair.ordered or pair.first.share or pair.last.share:
        return False
    told = {pair.first.sentence, pair.last.sentence} == {size.sentence}
    return told and abs(share - size.share.value) <= Decimal(1).scaleb(-size.share.decimals) / 2


DEFINED = pattern_of(r"\((?:that is, |i\.e\. )?(?:an?|any|the) [^()\d]{3,40}$", re.I)
DOUBLED_TO = pattern_of(rf" (?:again )?to (?:{ONLY})*[£$€]?", re.I)


def _multiplied(paragraph: Paragraph, read: Passage, sizes: Sequence[Entry]) -> Iterator[Finding]:
    """ "Doubled", "three times as many", "half what it was"."""
    for pattern, times in MULTIPLES:
        for found in pattern.finditer(paragraph.text):
            at = read.sentence_at(found.start())
            if NOT.search(read.text[read.starts[at] : found.start()]) or _is_how_often(read, found):
                continue
            if DEFINED.search(read.text, 0, found.start()):
                continue  # "(a score at least halved)": what counts as an answer
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
    values = [e.figure for e in own]
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
