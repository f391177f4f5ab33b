"""How many are named: "in three wards (Ash, Elm, Oak and Beech)" are four."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.entries import MEASURE
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import UNITS
from looped.checker.patterns import pattern_of
from looped.checker.phrases import MONTHS, THEM
from looped.checker.prose import LENGTH, NUMBER, worded

CODE = "list-count"
MESSAGE = "As many are named as are said to be."
GOOD = "Three of the depots (Ash, Elm and Oak) had no ramp."
BAD = "Three of the depots (Ash, Elm, Oak and Beech) had no ramp."

NAME = r"(?:[A-Z][\w’'-]*(?: (?:[A-Z][\w’'-]*|\d{1,2}))*|[A-Z]?\d{1,3}(?:\.\d+)*)"
NAMES = rf"(?P<names>{NAME}(?:, {NAME})*(?:,? and {NAME}))"
SAID = pattern_of(
    rf"(?<![\d.,%£])\b(?P<n>(?i:{NUMBER}|both))(?: of (?:the |our |its |these |those )?(?:{NUMBER} "
    rf")?)?\s?(?P<noun>[a-z’'-]+s)\b"
    rf"(?P<gap>[^.;:()\d]{{0,50}}?)(?: (?=(?:{MONTHS})\b)|,? (?:namely|that is|i\.e\.|viz\.?),? |, (?:in )?|:\s|"
    rf"\s?[(]|\s[–—-]\s| "
    rf"(?:of|were|are|in) "
    rf"(?=[A-Z][a-z]+,))(?:in |at |on |the )*{NAMES}(?=\s*(?:[).;,:]|[–—-]|\b(?:had|were|was|did|have|has|are|"
    rf"is|we|there|it|they)\b|$))",
)
# "The other four (rooms 3, 11 and 18)".
NUMBERED = pattern_of(
    rf"\b(?P<n>{NUMBER})(?: of (?:{THEM}))?\s?[(]\s?(?P<noun>[a-z]{{3,}}s)(?P<gap> "
    rf")(?P<names>\d+[A-Za-z]?(?:, "
    r"\d+[A-Za-z]?)*(?:,? and \d+[A-Za-z]?))(?=[);])",
    re.I,
)
SOME = pattern_of(
    r"\b(?:includ\w+|such as|for example|e\.g|among (?:them|which)|notably|chiefly|mainly|like|except|than|by|"
    r"from|between)\b",
    re.I,
)
ONE = pattern_of(r"\b(?:Council|Trust|Board|Committee|Ltd|Partners|Sons|Co|Services|Department)\b")


def check(context: Context) -> Iterator[Finding]:
    """Each number with names right behind it."""
    for paragraph in context.document.paragraphs:
        for found in (*SAID.finditer(paragraph.text), *NUMBERED.finditer(paragraph.text)):
            finding = _judged(paragraph, found)
            if finding:
                yield finding


def _judged(paragraph: Paragraph, found: re.Match[str]) -> Finding | None:
    both = found["n"].lower() == "both"
    number = 2 if both else worded(found["n"])
    names = re.split(r",\s*(?:and\s+)?|\s+and\s+", found["names"])
    said = found.group()[: found.start("names") - found.start()]
    if both and said.rstrip()[-1:] not in (",", "(", ":", "–", "—"):
        return None  # "both managers met us in Ash, Elm and Oak"
    if re.search(r"\bno $", paragraph.text[: found.start()], re.I):
        return None  # "no two wards had the same score: 71, 74 and 78"
    if (
        found["noun"] in ("points", "marks", "degrees", "times")
        or MEASURE.match(f" {found['noun']}")
        and not re.match("month", found["noun"], re.I)
    ):
        return None  # "below the line of 3 metres (2.1 and 2.4)"
    if not 1 < number < 16 or SOME.search(said) or re.fullmatch(LENGTH, found["noun"]) and "month" not in found["noun"]:
        return None
    # "Of the four schools two were good: Northfield and Westhill".
    if re.search(rf"\b(?:{'|'.join(UNITS[1:13])})\b", found["gap"]):
        return None
    heads = [re.sub(r" \d+$", "", each) for each in names]
    if heads != names and len(set(heads)) == len(names):
        return None  # "Ash 0, Birch 3": each with its figure
    # "and" may stand inside a name, and a name behind a comma may be the next clause's.
    if ONE.search(found["names"]) or len(set(names)) != len(names) or re.search(r",\s*$", said) and len(names) == 2:
        return None
    right = len(names) == number
    if not right and abs(len(names) - number) > 3:
        return None
    verdict: Verdict = "ok" if right else "wrong"
    why = f"{len(names)} are named: {', '.join(names)}"
    slip = f"{CODE}/{paragraph.line}/{found.start()}"
    return Finding(CODE, verdict, paragraph.where, found.group(), found["n"], str(len(names)), why, slip, "likely")
