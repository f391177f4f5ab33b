"""A rate or a mean in a sentence of its own, with nothing but its two figures told before it."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from looped.checker.at_hand import ROUGH, TIMES
from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.rules.averaged import PER, UNITS
from looped.checker.when import EARLIER

CODE = "drawn-rate"
MESSAGE = "A rate or a mean behind the two figures that it is of is what they give."
GOOD = "The yard mended 40 carts. Together they took 300 hours. The mean was 7.5 hours."
BAD = "The yard mended 40 carts. Together they took 300 hours. The mean was 8.5 hours."

RATE = pattern_of(r"\b(?:rate|proportion|percentage|turnover)\b[^.;:\d]{0,30}$", re.I)
MEAN = pattern_of(r"\b(?:mean|average|averaged|averaging)\b[^.;:\d]{0,40}$", re.I)
EACH = pattern_of(r"[^.;:,\d]{0,24}\b(?:each|apiece|on average|a head)\b", re.I)
ELSE = pattern_of(
    r"\b(?:growth|interest|inflation|tax|discount|national\w*|regional\w*|england|targets?|standards?|expected|would|"
    r"median|without|excluding|than|against|compared|weighted|adjusted|limits?|budget\w*|cost|rose|fell|up|down|"
    r"increas\w+|decreas\w+|hourly|half|double\w*|if|up to|at least|from|planned|next|aged?|cut|between)\b",
    re.I,
)
# "Sent to 310 of them, and 132 replied".
REPLIED = pattern_of(
    r"\d (?:(?:of (?:them|these)|[a-z]+s|people|were|had|came|was|were duly) ){0,3}?(?:repl(?:ied|ies)|"
    r"respon(?:ded|ses?)|"
    r"returned|back|answered|completed|received)\b",
    re.I,
)
REACH, FAR, PAIR, HUNDRED = 2, Decimal("2.5"), 2, Decimal(100)


def check(context: Context) -> Iterator[Finding]:
    """Each such rate or mean."""
    for paragraph in context.paragraphs_with(RATE, MEAN, PER):
        read = passage(paragraph.text)
        for stated in read.entries:
            terms = _terms(read, stated)
            if terms:
                yield from _judged(paragraph, read, stated, terms)


def _terms(read: Passage, stated: Entry) -> list[Entry]:
    """The two figures told before one that stands alone in its sentence, or behind: none where others stand by."""
    low = stated.sentence - REACH
    near = [e for e in read.entries if low <= e.sentence <= stated.sentence and e is not stated]
    if not near and stated is read.entries[0] and REPLIED.search(read.text, stated.end):
        # Told first, and then what it is of.
        near = [e for e in read.entries if stated.sentence < e.sentence <= stated.sentence + REACH]
    per = PER.match(read.text[stated.end :])
    near = [e for e in near if not (per and e.start < stated.end + per.end() and e.start > stated.start)]
    # What a sentence without a figure says is of none of these.
    words = " ".join(map(read.sentence, sorted({e.sentence for e in (*near, stated)})))
    alone = all(e.sentence != stated.sentence and not e.share and not e.base and e.step <= 1 for e in near)
    rough = any(ROUGH.search(read.text[: e.start]) for e in (*near, stated))
    if len(near) != PAIR or not alone or rough or stated.value <= 0 or min(e.value for e in near) <= 0:
        return []
    return [] if ELSE.search(words) or EARLIER.search(words) else near


def _judged(paragraph: Paragraph, read: Passage, stated: Entry, terms: Sequence[Entry]) -> Iterator[Finding]:
    exact = _exact(read, stated, terms)
    step = Decimal(1).scaleb(-stated.share.decimals) if stated.share else stated.step
    if exact is None or max(exact, stated.value) > FAR * min(exact, stated.value):
        return
    if stated.kind == "share" and abs(HUNDRED - exact - stated.value) <= step:
        return  # what the part leaves
    miss = abs(exact - stated.value)
    verdict: Verdict = "ok" if miss <= step / 2 else "rounding" if miss <= step else "wrong"
    shown = f"{exact.quantize(min(step, Decimal('0.1'))):f}"
    one, by = terms
    why = f"{one.text} and {by.text} give {shown}, printed as {stated.text}"
    slip = f"mean/{paragraph.line}/{stated.start}"
    yield Finding(CODE, verdict, paragraph.where, stated.text, stated.text, shown, why, slip, "likely")


def _exact(read: Passage, stated: Entry, terms: Sequence[Entry]) -> Decimal | None:
    """What two figures give as that which a third is called; None where they aren't of kinds that give it."""
    least, most = sorted(terms, key=lambda each: each.value)
    kinds = {(e.kind, e.unit) for e in terms}
    lead = read.text[read.starts[stated.sentence] : stated.start]
    if stated.kind == "share":
        one_kind = len(kinds) == 1 and least.unit not in TIMES
        return least.value * 100 / most.value if one_kind and RATE.search(lead) else None
    if per := PER.match(read.text[stated.end :]):
        unit = Decimal(UNITS.get(per["unit"].lower(), 0) or int(per["unit"].replace(",", "")))
        return least.value * unit / most.value if len(kinds) == 1 else None
    if not MEAN.search(lead) and not EACH.match(read.text, stated.end):
        return None
    sums = [e for e in terms if (e.kind, e.unit) == (stated.kind, stated.unit) != ("count", "")]
    counts = [e for e in terms if e.kind == "count" and e.value > 1]
    return sums[0].value / counts[0].value if len(sums) == len(counts) == 1 else None
