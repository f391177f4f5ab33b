"""What all, both, each or none of several are said to reach or to be, against the figure of each."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.listing import Listing, near
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage, passage

CODE = "every-limit"
MESSAGE = "What all of several are said to reach, each of them does."
GOOD = "Both depots were above the 80% target: 84% in the north and 91% in the south."
BAD = "Both depots were above the 80% target: 74% in the north and 91% in the south."

SMALL = r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2}"
EVERY = (
    rf"(?P<every>\b(?:all|each|every|everywhere|both|throughout|always|at no (?:point|time)|in no|none|neither|"
    r"no(?! (?:more|less|fewer|higher|lower|greater|longer|doubt|other|further))|"
    rf"never|without exception|across the board)\b(?: (?:one )?of (?:the |these |our |its )?| the | these )?\s*"
    rf"(?P<size>(?:{SMALL})\b)?)"
)
ABOVE = (
    r"(?:above|over|exceed(?:s|ed|ing)?|more than|at least|met|meets|meet|meeting|reach(?:es|ed|ing)?|hit|"
    r"achieve[ds]?|"
    r"achieving|pass(?:es|ed|ing)?|surpass(?:es|ed)?|beat(?:ing)?|in excess of|higher than|better than|attained|"
    r"attaining|cleared|topped|satisf(?:y|ies|ied)(?= the)|no (?:less|lower|fewer) than|not (?:less|below|"
    r"under)(?: than)?)"
)
BELOW = (
    r"(?:below|under|less than|fewer than|within|miss(?:es|ed|ing)?|short of|lower than|failed (?:to (?:meet|reach|"
    r"achieve|hit)|on)|no (?:more|higher|greater) than|at most|did not (?:meet|reach|achieve|exceed)|not "
    r"exceed(?:ed)?|"
    r"dropped to|fell below|fall below|fell short of|not more than|at or below|inside)"
)
LIMIT = (
    r"(?P<limit>(?:(?:the|its|their|our|a|this|that|an)\s+)?(?:[a-z’'-]+\s+){0,3}?"
    r"(?P<number>£?\d[\d,]*(?:\.\d+)?)\s?(?P<unit>%|per ?cent\b)?|(?:it|(?:the|its|their|our|this|that|local|"
    r"national|"
    r"agreed|service's|trust's|council's) (?:[a-z’'-]+ ){0,2}?"
    r"(?:target|standard|benchmark|threshold|goal|tolerance|limit|minimum|level|requirement|ceiling)s?))(?!\w|[.,]\d)"
)
SAID = pattern_of(rf"{EVERY}(?P<what>[^.;:()]{{0,70}}?)\b(?:(?P<above>{ABOVE})|(?P<below>{BELOW}))\s+{LIMIT}", re.I)
TURNED = pattern_of(
    rf"\b(?:(?P<above>{ABOVE})|(?P<below>{BELOW}))\s+{LIMIT}(?P<what>[^.;:()]{{0,40}}?)"
    rf"(?P<every>\b(?:all|each|every|everywhere|both|throughout|always|without exception|across the board)\b"
    rf"(?: (?:one )?of (?:the |these |our |its )?| the | these )?\s*(?P<size>(?:{SMALL})\b)?)",
    re.I,
)
TOLD = pattern_of(
    r"\b(?:targets?|standards?|benchmark|threshold|goal|tolerance|limit|minimum|ceiling|requirement)\b"
    r"(?: of| is| was| being| for[^.;\d]{1,40}| set at| stands at|:| \()*\s*(?:at least |that "
    r")?(?P<a>\d+(?:\.\d+)?)\s?(?:%|per ?cent)|"
    r"(?P<b>\d+(?:\.\d+)?)\s?(?:%|per ?cent)(?: [a-z]+)? (?:target|standard|benchmark|threshold|goal|tolerance|limit|"
    r"minimum|ceiling|requirement)",
    re.I,
)
CEILING = pattern_of(
    r"\b(?:no more than|at most|maximum|ceiling|limit|tolerance|or less|or fewer|not exceed|below|under)\b", re.I
)
DENIED = pattern_of(
    r"\b(?:not|nearly|almost|n't|virtually|if|should|must|to|will|would|that|of|but|expected|aim\w*)\s+$", re.I
)
NONE = pattern_of(r"^(?:at no|in no|none|neither|no|never)\b", re.I)
ITS_OWN = pattern_of(
    r"(?P<had>\d+(?:\.\d+)?)\s?(?:%|per ?cent)[^.;\d%]{0,60}?[(,]?\s*(?:against (?:an? |the )?)?"
    r"(?:targets?|standard|benchmark|threshold|goal|minimum|required|expected)\b[^.;\d%)]{0,12}?"
    r"(?P<wanted>\d+(?:\.\d+)?)\s?(?:%|per ?cent)",
    re.I,
)
OWN_MET = pattern_of(
    r"\b(?P<every>both|all|each|every)\b(?P<what>[^.;:()]{0,50}?)\b(?:met|reached|achieved|exceeded|hit|attained)\b",
    re.I,
)


def check(context: Context) -> Iterator[Finding]:
    """Each such statement beside a list of figures of the limit's kind."""
    for paragraph in context.document.paragraphs:
        if not re.search(r"\d", paragraph.text):
            continue
        read = passage(paragraph.text)
        for pattern in (SAID, TURNED):
            for found in pattern.finditer(paragraph.text):
                yield from _judged(paragraph, read, found)
        yield from _by_own_targets(paragraph)


def _judged(paragraph: Paragraph, read: Passage, found: re.Match[str]) -> Iterator[Finding]:
    limit = _limit(paragraph.text, found)
    every, before = found["every"].lower(), paragraph.text[: found.start()]
    if (
        limit is None
        or DENIED.search(before)
        or re.search(r"\bbut\b|\bexcept\b|\bapart from\b|\bother than\b", found["what"])
    ):
        return
    if re.match(r"[^.;:()]{0,30}\b(?:but|except|apart from|other than|save)\b", paragraph.text[found.end() :]):
        return
    above = bool(found["above"])
    if NONE.match(every):
        above = not above
        strict = above is False and not re.search(r"at least|met|reach|hit|achiev|attain", found["above"] or "", re.I)
    else:
        strict = bool(
            re.search(
                r"above|over|exceed|more than|below|under|less than|fewer|beat|surpass|higher|lower|better",
                found["above"] or found["below"],
                re.I,
            )
        )
    strict = strict and not re.search(
        r"\bat or $", paragraph.text[: found.start("above" if found["above"] else "below")]
    )
    size = 2 if every.startswith(("both", "neither")) else whole(found["size"] or "")
    lists = [each for each in near(read, read.sentence_at(found.start()), 2) if _suits(each, found, size, limit)]
    verdicts = [_is_so(each.values, limit, above, strict) for each in lists]
    if verdicts:
        right = any(verdicts)
        chosen = lists[verdicts.index(True) if right else 0]
        outside = next((i.text for i in chosen.items if not _is_so([i.value], limit, above, strict)), "each")
        why = f"{chosen.shown}, and the limit is {limit:f}" + ("" if right else f": not so for {outside}")
        yield _finding(paragraph, found, "ok" if right else "wrong", why)


def _limit(text: str, found: re.Match[str]) -> Decimal | None:
    """The limit: in the statement itself, or the one target that the passage tells."""
    if found["number"]:
        return Decimal(found["number"].replace(",", "").lstrip("£"))
    told = {each["a"] or each["b"] for each in TOLD.finditer(text)}
    around = [text[max(0, each.start() - 20) : each.end() + 20] for each in TOLD.finditer(text)]
    return Decimal(told.pop()) if len(told) == 1 and not any(CEILING.search(each) for each in around) else None


def _suits(listing: Listing, found: re.Match[str], size: int | None, limit: Decimal) -> bool:
    """Whether a list is of the limit's kind and of as many as are spoken of."""
    first = listing.items[0].entry
    percent = bool(found["unit"]) or not found["number"]
    if percent != listing.is_share or (found["number"] or "").startswith("£") != (first.kind == "money"):
        return False
    if not percent and first.kind == "count" and first.base:
        return False
    apart = listing.start >= found.end() or listing.end <= found.start()
    return apart and (len(listing.items) == size if size else len(listing.items) > 2 or not first.base)


def _is_so(values: Sequence[Decimal], limit: Decimal, above: bool, strict: bool) -> bool:
    if above:
        return all(each > limit or (each == limit and not strict) for each in values)
    return all(each < limit or (each == limit and not strict) for each in values)


def _by_own_targets(paragraph: Paragraph) -> Iterator[Finding]:
    """ "Both standards were met: 97% (standard 95%) and 82% (standard 85%)": each against its own."""
    pairs = [(Decimal(each["had"]), Decimal(each["wanted"])) for each in ITS_OWN.finditer(paragraph.text)]
    if len(pairs) < 2 or CEILING.search(paragraph.text):
        return
    for found in OWN_MET.finditer(paragraph.text):
        size = 2 if found["every"].lower() == "both" else None
        counted = re.match(rf"\s*(?:of )?(?:the )?(?P<n>{SMALL})\b", found["what"], re.I)
        size = whole(counted["n"]) if counted else size
        if DENIED.search(paragraph.text[: found.start()]) or (size and size != len(pairs)):
            continue
        short = [f"{had}% is below {wanted}%" for had, wanted in pairs if had < wanted]
        yield _finding(paragraph, found, "wrong" if short else "ok", "; ".join(short) or "each is met")


def _finding(paragraph: Paragraph, found: re.Match[str], verdict: Verdict, why: str) -> Finding:
    quote = found.group().strip()
    slip = f"{CODE}/{paragraph.line}/{found.start()}"
    return Finding(
        CODE,
        verdict,
        paragraph.where,
        quote,
        found["every"].strip(),
        "not all" if verdict == "wrong" else "all",
        why,
        slip,
        "likely",
    )
