"""A net figure: what one share or count leaves of another that pulls the other way: "a net score of +22"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.quantities import printed

CODE = "net-told"
MESSAGE = "A net figure is the one less the other."
GOOD = "With 64% for and 23% against, net support comes to +41."
BAD = "With 64% for and 23% against, net support comes to +47."

NET = pattern_of(r"\bnet\b(?! (?:of|book|budget|cost|assets|worth|zero))[^.;\d]{0,70}$", re.I)
# "A net overpayment of £2,207", of money.
NET_SUM = pattern_of(
    r"\ba net (?:over|under)?(?:payment|spend|charge|claim|statement|gain|loss|change|increase|decrease|rise|fall|"
    r"saving|surplus|deficit|effect|movement|flow|inflow|outflow) of $",
    re.I,
)
ADJUSTED = pattern_of(r"\b(?:weighted|adjusted|average|national|target|previous|last (?:year|time|wave))\b", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each net figure in the sentence of the two that it is of."""
    for paragraph in context.document.paragraphs:
        if "net" not in paragraph.text.lower():
            continue
        read = passage(paragraph.text)
        for each in read.entries:
            words = read.sentence(each.sentence)
            if (NET_SUM if each.kind == "money" else NET).search(
                read.text[read.starts[each.sentence] : each.start]
            ) and not ADJUSTED.search(words):
                yield from _judged(paragraph, read, each)


def _judged(paragraph: Paragraph, read: Passage, net: Entry) -> Iterator[Finding]:
    own = [e for e in read.of_sentence(net.sentence) if e is not net]
    if not own and net.sentence:
        own = read.of_sentence(net.sentence - 1)
        # "For: 57%. Against: 28%. Neither: 15%. The net figure is 29%".
        if len(own) == 1:
            own = [e for e in read.entries if 1 <= net.sentence - e.sentence <= 3]
    shares = [e.share.value for e in own if e.share]
    counts = [e.value for e in own if e.kind == net.kind and not e.share and not e.base]
    values = shares if len(shares) > 1 and net.kind in ("count", "share", "points", "measure") else counts
    if not 2 <= len(values) <= (2 if net.kind == "money" else 3) or net.base:
        return
    stated = abs(net.value)
    slack = Decimal(1) if values is shares and all(v % 1 == 0 for v in values) else net.step
    slack = Decimal("0.1") if slack < 1 else slack if values is shares else Decimal(0)
    apart = [abs(a - b) for a, b in combinations(values, 2)]
    right = next((d for d in apart if abs(d - stated) <= slack), None)
    if right is None and (stated in values or any(abs(a + b - stated) <= slack for a, b in combinations(values, 2))):
        return
    shown = right if right is not None else (apart[0] if len(apart) == 1 else apart[1])
    verdict: Verdict = "ok" if right is not None else "wrong"
    why = f"{' and '.join(printed(v) for v in values)} are {printed(shown)} apart, printed as {net.text}"
    slip = f"net-told/{paragraph.line}/{net.start}"
    yield Finding(CODE, verdict, paragraph.where, net.text, net.text, printed(shown), why, slip, "likely")
