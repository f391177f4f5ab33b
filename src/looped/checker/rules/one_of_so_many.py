"""Each has one of so many grades, and as many shares follow: they make a hundred: "one of three grades: A 20%, B
50%, ..."."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.prose import passage
from looped.checker.quantities import printed
from looped.checker.quieting import NUMBER

CODE = "one-of-so-many"
MESSAGE = "Where each has one of so many grades, the shares of all of them make a hundred."
GOOD = "Every boat held one of three marks: sound 20%, worn 50% and lost 30%."
BAD = "Every boat held one of three marks: sound 20%, worn 50% and lost 20%."

SAID = pattern_of(
    r"\b(?:each|every|all|any)\b[^.;:\d]{2,80}? (?:only |just |exactly )?one of (?:the |these |our "
    rf")?(?P<n>{NUMBER}) "
    r"(?:possible |overall )?[a-z-]+(?: [a-z-]+){0,2}s\b[^.;:\d]{0,30}(?::|\.| –|;) |"
    # "There are only four possible results, and each of the boats has one of them".
    rf"\b(?P<n2>{NUMBER}) (?:possible |overall )?[a-z-]+s\b[^.;:\d]{{0,30}}[,;.] (?:and )?(?:each|"
    rf"every)\b[^.;:\d]{{2,60}}? "
    r"(?:only |just |exactly )?one of (?:them|these)(?:: | –|\. |; )",
    re.I,
)
ELSE = pattern_of(
    r"\b(?:more than one|previous\w*|last (?:year|time)|target|each year|up from|down from|compared)\b", re.I
)
SLACK = Decimal(1) / 2


def check(context: Context) -> Iterator[Finding]:
    """Each such sentence with as many shares right behind it, and nothing else counted there."""
    for paragraph in context.paragraphs_with(SAID):
        read = passage(paragraph.text)
        for found in SAID.finditer(paragraph.text):
            number = whole(found["n"] or found["n2"]) or 0
            at = read.sentence_at(found.end())
            own = [e for e in read.of_sentence(at) if e.start >= found.end()]
            shares = [e.share for e in own if e.share]
            if not len(own) == len(shares) == number > 1 or ELSE.search(read.sentence(at)):
                continue
            made = sum((each.value for each in shares), Decimal(0))
            step = max(Decimal(1).scaleb(-each.decimals) for each in shares)
            verdict: Verdict = "ok" if abs(made - 100) <= step * SLACK * number else "wrong"
            quote, slip = paragraph.text[own[0].start : own[-1].end], f"shares/{paragraph.line}/{own[0].start}"
            why = f"{' + '.join(f'{printed(each.value)}%' for each in shares)} = {printed(made)}%"
            yield Finding(CODE, verdict, paragraph.where, quote, f"{printed(made)}%", "100%", why, slip, "likely")
