"""Shares of one thing of which everybody has one: "Tenure: owned 61%, rented 22%, other 17%"."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from looped.checker.context import Context, with_shares
from looped.checker.dividing import OVERLAP, UNTOLD
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage
from looped.checker.quantities import printed

CODE = "by-variable"
MESSAGE = "The shares of a thing of which everybody has one make no more than 100%, and 100% where none is left out."
GOOD = "Tenure: owned 61%, rented from the port 22%, other 17%."
BAD = "Tenure: owned 61%, rented from the port 22%, other 27%."

# What everybody has one of.
ONE_EACH = (
    r"(?:(?:(?:marital|employment|smoking|housing|civil|work|relationship|economic) )?status|ethnicity|"
    r"ethnic (?:group|origin|"
    r"background)|tenure|religion|gender|sex|(?:usual |main )?(?:mode|means|method) of (?:travel|transport|"
    r"payment)|travel to "
    r"(?:work|school)|age(?: (?:groups?|bands?))?|(?:first|main|home) language|household (?:type|size)|"
    r"place of (?:birth|death|residence|work)|severity|highest qualification|working pattern|legal form|"
    r"(?:marital|age|ethnic|gender|sex) (?:profile|mix|structure)|qualification level|year of study|occupation)"
)
ALL_OF_IT = (
    r"(?:(?:[a-z]+ )?(?:breakdown|distribution|composition|make-?up|split|profile)(?: (?:by|of) [a-z]+(?: [a-z]+)?)?)"
)
SAID = pattern_of(
    rf"(?:^|[.;] )\W*(?:(?:the|their|participants[’']|patients[’']|our) )?(?:(?P<all>{ALL_OF_IT})|{ONE_EACH})"
    r"(?: (?:of|among|for|at|in) (?:the )?[^.:;,()%]{1,40}?)?(?: \([^()%]{1,40}\))?"
    r"(?::| was| were|,? (?:split|divided)(?: as follows)?:?| –| —| \()\s",
    re.I,
)
ELSE = pattern_of(
    r"\b(?:than|compared|against \d|rose|fell|from \d|last year|previous\w*|targets?|of (?:whom|which|these|"
    r"those|them)|"
    r"including|includes?|at least|at most|about|nearly|over half|more than|both|also|satisf\w+|complian\w+|"
    r"rates?|uptake|"
    r"respon\w+ rate|average|mean|median|known (?:for|in)|recorded (?:for|in)|missing for|associated|effect|risk|"
    r"respectively|points?|or over (?=\d)|combined|together|either)\b",
    re.I,
)
OF_WHOLE = re.compile(r"\)? of (?:the |all |our |its )?(?P<whole>[A-Za-z’'-]+)")
LABEL = re.compile(r"[A-Za-z]{2,}|\d")
CLOSES = pattern_of(r"\b(?:others?|unknown|not (?:known|stated|recorded)|none|neither|rest|remaining)\b", re.I)
FEWEST, MOST, LONGEST, FAR, ALL = 3, 9, 60, 30, Decimal(100)


def check(context: Context) -> Iterator[Finding]:
    """Each sentence that opens with such a thing and tells nothing but shares behind it."""
    for paragraph, read in with_shares(context):
        for at, start in enumerate(read.starts):
            words = read.sentence(at)
            said = SAID.match(words) if len(read.of_sentence(at)) >= FEWEST else None
            if said and not ELSE.search(words) and not OVERLAP.search(words):
                shares = [e for e in read.of_sentence(at) if e.start >= start + said.end() - 1]
                yield from _judged(paragraph, read, shares, start + said.end(), closed=bool(said["all"]))


def _judged(
    paragraph: Paragraph, read: Passage, shares: Sequence[Entry], low: int, *, closed: bool
) -> Iterator[Finding]:
    if not FEWEST <= len(shares) <= MOST or any(not e.share or e.base for e in shares):
        return
    labels = [read.text[a : b.start] for a, b in zip([low, *(e.end for e in shares[:-1])], shares, strict=True)]
    first = bool(LABEL.search(labels[0]))
    tail = read.text[shares[-1].end : read.starts[shares[-1].sentence] + len(read.sentence(shares[-1].sentence))]
    labels = labels if first else [*labels[1:], tail]
    if not all(LABEL.search(each) and len(each) <= LONGEST for each in labels) or UNTOLD.match(
        read.text, shares[-1].end
    ):
        return
    wholes = {found["whole"].lower() for e in shares if (found := OF_WHOLE.match(read.text, e.end))}
    if len(wholes) > 1:
        return  # "40% of boats, 30% of masts"
    values = [e.share.value for e in shares if e.share]
    made = sum(values, Decimal(0))
    slack = sum((Decimal(1).scaleb(-e.share.decimals) for e in shares if e.share), Decimal(0)) / 2
    under = made < ALL - slack and not (closed or CLOSES.search(labels[-1]))
    if abs(made - ALL) > FAR or under:
        return
    verdict: Verdict = "ok" if abs(made - ALL) <= slack else "wrong"
    why = f"{' + '.join(f'{printed(v)}%' for v in values)} = {printed(made)}%"
    quote = read.text[shares[0].start : shares[-1].end]
    slip = f"hundred/{paragraph.line}/{shares[0].start}"
    yield Finding(CODE, verdict, paragraph.where, quote, f"{printed(made)}%", "100%", why, slip, "likely")
