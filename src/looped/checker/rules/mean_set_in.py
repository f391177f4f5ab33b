"""A mean set in behind the sum and the number that it is of: "357 calls were made to 170 owners (mean 2.1 per
owner)"."""

import re
from collections.abc import Iterator
from fractions import Fraction

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.linking import stem
from looped.checker.numbers import DIGITS
from looped.checker.patterns import pattern_of

CODE = "mean-set-in"
MESSAGE = "A mean set in behind its sum and its number is the one over the other."
GOOD = "In all 357 calls were made to 170 owners (mean 2.1 per owner)."
BAD = "In all 357 calls were made to 170 owners (mean 1.2 per owner)."

MEAN = (
    r"(?: \(|, )(?:(?:that is|i\.e\.|giving|with|or),? )?(?:(?:an? |the )?(?:mean|average)(?: of| was|:)?|on average) "
    r"(?P<x>\d+(?:\.\d+)?)(?: [a-z’'-]+)? (?:(?:per|for each|for every|to each|an?) (?P<per>[a-z’'-]+)|each|apiece)\b"
)
THINGS = r"[a-z’'-]+(?: (?!(?:of|out)\b)[a-z’'-]+){0,3}?"
FORMS = (
    pattern_of(
        rf"(?<![\w.,£/-])(?P<t>{DIGITS}) {THINGS}(?: (?:were|was|had been) [a-z]+(?: [a-z]+)?)? (?:to|for|by|"
        rf"among|in|from|across|"
        rf"at|on) (?:the |these |our |all )*(?P<m>{DIGITS}) (?P<noun>[a-z’'-]+s|people|children|men|women)\b{MEAN}",
        re.I,
    ),
    pattern_of(
        rf"\b(?:the|these|our|all) (?P<m>{DIGITS}) (?P<noun>[a-z’'-]+s|people|children|men|women)\b(?: (?:in|of|"
        rf"on) the [a-z ]{{3,24}}?)? "
        rf"(?:had|made|received|needed|used|took|gave|paid|sent|attended|had had|held|wrote) (?P<t>{DIGITS}) {THINGS}"
        rf"(?: (?:between them|in all|in total|altogether))?{MEAN}",
        re.I,
    ),
)
# "The 14 boats took 268 days in all to mend, an average of 19.1 days".
TOTALLED = r"(?:in all|in total|altogether|between them|all told|overall)"
TOOK = pattern_of(
    rf"\b(?:the|these|our|all|all the) (?P<m>{DIGITS}) (?P<noun>[a-z’'-]+s|people|children|men|women)\b"
    r"(?: (?:in|of|on|from) (?:the|our|this) [a-z ]{3,24}?)? "
    r"(?:had (?:an? )?(?:total|combined|overall) [a-z ]{2,40}? of(?P<all>)|took|lost|lasted|needed|used|had|spent|"
    r"waited|ran to|ran for|made|gave|stayed|accounted for|came to|totalled) "
    rf"(?P<t>{DIGITS}) (?P<unit>[a-z’'-]+)(?(all)|(?: [a-z’'-]+)? {TOTALLED})"
    r"(?: to [a-z]+| for [a-z]+)?"
    r"(?:(?:,| \(| –|;|:)? ?(?:or |that is |giving |which is |i\.e\. )?|[^.;:()\d]{0,40}[.] (?=(?:The|This) "
    r"(?:mean|average)(?: (?:score|"
    r"mark|rating|number|count|figure))? (?:was|is|of)))"
    r"(?:(?:an? |the |this )?(?:average|mean)(?! age)(?: [a-z]+){0,4}?(?: of| was| is| being)? (?P<x>\d+(?:\.\d+)?)|"
    r"(?:averaging )(?P<y>\d+(?:\.\d+)?)|(?P<z>\d+(?:\.\d+)?)(?= [a-z’'-]+(?: each)? on average| [a-z’'-]+ each\b|"
    r" [a-z’'-]+ apiece))(?![\d.]*\d|[a-z’' -]{0,30} (?:for|on|to|in|of|from) (?:each|every|the|those|all)\b)",
    re.I,
)
BEFORE = re.compile(r"(?<![\w.,£/-])\d[\d,]*(?![\d.%])")
HALF = Fraction(1, 2)


def check(context: Context) -> Iterator[Finding]:
    """Each mean of such a form."""
    for paragraph in context.paragraphs_with(TOOK):
        for found in TOOK.finditer(paragraph.text):
            if not found["m"].strip("0,"):
                continue
            yield _judged(paragraph, found, next(side for side in "xyz" if found[side]))
    for paragraph in context.paragraphs_with(*FORMS):
        for pattern in FORMS:
            for found in pattern.finditer(paragraph.text):
                if found["m"].strip("0,") and (
                    not found["per"]
                    or stem(found["per"].lower()) == stem(found["noun"].lower())
                    or found["per"].lower() == "person"
                ):
                    judged = _judged(paragraph, found)
                    if judged.verdict == "ok" or not _is_of_first(paragraph, found):
                        yield judged


def _is_of_first(paragraph: Paragraph, found: re.Match[str]) -> bool:
    """ "357 calls were made to 170 owners in 12 ports (mean 29.8 per port)": of what was told first."""
    before = BEFORE.findall(paragraph.text[max(0, found.start() - 90) : found.start()])
    step = Fraction(1, 10 ** len(found["x"].partition(".")[2]))
    number = int(found["m"].replace(",", ""))
    return any(
        abs(Fraction(int(each.replace(",", "")), number) - Fraction(found["x"])) <= step * HALF for each in before
    )


def _judged(paragraph: Paragraph, found: re.Match[str], side_told: str = "x") -> Finding:
    told = found[side_told]
    total, number = (int(found[side].replace(",", "")) for side in "tm")
    step = Fraction(1, 10 ** len(told.partition(".")[2]))
    exact = Fraction(total, number)
    verdict: Verdict = "ok" if abs(exact - Fraction(told)) <= step * HALF else "wrong"
    why = f"{total} over {number} is {float(exact):.4g}, printed as {told}"
    slip = f"mean/{paragraph.line}/{found.start(side_told)}"
    quote = paragraph.text[found.start(side_told) : found.end()]
    return Finding(CODE, verdict, paragraph.where, quote, told, f"{float(exact):.4g}", why, slip, "likely")
