"""All, none, most or half of some, with how many in brackets: "all of the crews knew the rule (44 of 47)"."""

import re
from collections.abc import Iterator
from fractions import Fraction

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.quieting import NUMBER

CODE = "all-bracketed"
MESSAGE = "All, none or most of some are as many as stands in the bracket."
GOOD = "All of the crews knew the rule (47 of 47)."
BAD = "All of the crews knew the rule (44 of 47)."

WHO = (
    r"(?:(?P<all>all|every one|each)|(?P<none>none|not one|no)|(?P<most>(?:the |a )?(?:clear |large )?majority|most)|"
    r"(?P<few>(?:a |the )?minority|fewer than half|less than half))"
)
# So many of all in the bracket: "all of the crews knew the rule (44 of 47)", "no crew came every day (0 of 37)".
OF_BASE = pattern_of(
    rf"(?:^|[.;] ){WHO}\b(?: of)?(?: the| these| our)?(?: (?P<base>{NUMBER}))? [a-z][^.;:(),%]{{3,120}}? "
    rf"\((?P<n>\d[\d,]*) ?(?:of|out of|/) ?(?P<m>\d[\d,]*)\)",
    re.I,
)
# "The majority of the 103 crews came (38)".
BARE = pattern_of(
    rf"(?:^|[.;] ){WHO} of (?:the |these |"
    rf"our )?(?P<m>{NUMBER}) [a-z][^.;:(),%]{{3,120}}? \((?:n ?= ?)?(?P<n>\d[\d,]*)\)",
    re.I,
)
# "In every one of the eleven boats. The count was eight of eleven."
COUNTED = pattern_of(
    rf"\b(?P<all>every one|all|each)(?P<none>)(?P<most>)(?P<few>) of (?:the |these |"
    rf"our )(?P<base>{NUMBER}) [^.;:()%\d]{{3,80}}[.;:] "
    rf"(?:the (?:count|number|figure)|that|this|it) (?:was|is|"
    rf"came to) (?P<n>{NUMBER}) (?:out )?of (?:the )?(?P<m>{NUMBER})\b",
    re.I,
)
BUT = pattern_of(
    r"\b(?:but|except|almost|nearly|not all|and (?:most|each|all|some|many)|bar|save|no (?:more|fewer|less)|all in all|"
    r"apart from|other than)\b",
    re.I,
)


def check(context: Context) -> Iterator[Finding]:
    """Each such statement."""
    for paragraph in context.paragraphs_with(OF_BASE, BARE, COUNTED):
        for pattern in (OF_BASE, BARE, COUNTED):
            for found in pattern.finditer(paragraph.text):
                part, base = whole(found["n"]), whole(found["m"])
                if base and part is not None and part <= base and not BUT.search(found.group()):
                    yield _judged(paragraph, found, Fraction(part, base))


def _judged(paragraph: Paragraph, found: re.Match[str], part: Fraction) -> Finding:
    right = (
        part == 1
        if found["all"]
        else part == 0
        if found["none"]
        else part > Fraction(1, 2)
        if found["most"]
        else part < Fraction(1, 2)
    )
    verdict: Verdict = "ok" if right else "wrong"
    said = next(found[each] for each in ("all", "none", "most", "few") if found[each])
    why = f"{found['n']} of {found['m']}, and the words say “{said}”"
    quote, slip = found.group().strip(" .;"), f"{CODE}/{paragraph.line}/{found.start()}"
    return Finding(CODE, verdict, paragraph.where, quote, said, f"{found['n']} of {found['m']}", why, slip, "likely")
