"""Claims in prose: counts out of a base, shares, and what they are printed as."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from looped.checker.document import Paragraph, Where
from looped.checker.numbers import BEGINS, FRACTIONS, NUMERAL, Percent, percent, whole
from looped.checker.patterns import Pattern, known, pattern_of, those_in
from looped.checker.phrases import WHICH
from looped.checker.prose import SENTENCE

NUMBER = rf"(?=[\d{BEGINS}])(?<![\w.,£$€/-]){NUMERAL}(?![\w/]|[.,]\d|-\w)"
PERCENT = r"(?P<{0}>\d+(?:\.\d+)?)\s*(?:%|per ?cent\b)"
NOUN = r"(?:\s+(?!of\b|out\b)[a-z’'-]+){0,4}?"
FRACTION_WORDS = "|".join(sorted(FRACTIONS, key=len, reverse=True))


@dataclass(frozen=True)
class Claim:
    """A count, out of a base where one is given, with the share printed for it. start, end: in the sentence.

    fraction: a share in words ("two thirds").
    """

    quote: str
    start: int
    end: int
    count: int | None = None
    base: int | None = None
    percent: Percent | None = None
    fraction: Fraction | None = None


@dataclass(frozen=True)
class Sentence:
    """One sentence of a paragraph, with its claims in order."""

    text: str
    paragraph: Paragraph
    claims: tuple[Claim, ...]
    line: int | None

    @property
    def where(self) -> Where:
        """Where it stands."""
        place = self.paragraph
        lines = place.lines or ((self.line,) if self.line else ())
        return Where(place.page, place.section or None, line=self.line, lines=lines)


N, M = rf"(?P<n>{NUMBER})", rf"(?P<m>{NUMBER})"
OF = r"\s*(?:out of|of|/|in every)\s+(?:the\s+|these\s+|those\s+|all\s+|its\s+|our\s+|a total of\s+)?"
P = PERCENT.format("p")
PATTERNS = tuple(
    pattern_of(pattern, re.I)
    for pattern in (
        # 7 of 30 audits (23%) ; seven out of 30, or 23% ; 7/30 (23%)
        rf"{N}{OF}{M}{NOUN}\s*[(\[,:;–—-]+\s*(?:or\s+|that is,?\s+|i\.e\.\s+|equal to\s+)?(?:about\s+|around\s+)?{P}",
        r"(?P<n>(?<![\w.,/-])\d+)/(?P<m>\d+)(?![\w/.])" + NOUN + rf"\s*[(\[,;=]+\s*{P}",
        # 23% (7 of 30) ; 23% (7/30) ; 23% (n = 7)
        rf"{P}[^.;()\d]{{0,60}}?[(\[]\s*(?:n\s*=\s*)?{N}{OF}{M}",
        rf"{P}[^.;()\d]{{0,60}}?[(\[]\s*(?P<n>\d+)/(?P<m>\d+)(?!\d|,\d)",
        rf"{P}\s*[(\[]\s*(?:n\s*=\s*)?{N}\s*[)\]]",
        # two thirds of them (20 of 30)
        rf"(?P<f>\b(?:{FRACTION_WORDS})\b)[^.;()]{{0,40}}?[(\[]\s*{N}{OF}{M}",
        rf"(?P<f>\b(?:{FRACTION_WORDS})\b)[^.;()]{{0,40}}?[(\[]\s*(?P<n>\d+)/(?P<m>\d+)(?!\d|,\d)",
        # 7 (23% of 30)
        rf"{N}\s*[(\[]\s*{P}\s+of\s+(?:the\s+|all\s+)?{M}",
        # 7 (23%) of 30 ; 7 of these (23%)
        rf"{N}\s*[(\[]\s*{P}\s*[)\]]{NOUN}{OF}{M}",
        rf"{N}\s+of\s+(?:{WHICH})\b{NOUN}\s*[(\[]\s*{P}",
        # 7 of 30 ; 7/30
        rf"{N}{OF}{M}",
        r"(?P<n>(?<![\w.,/£$-])\d{1,6})/(?P<m>\d{1,6})(?![\w/]|[.,]\d)",
        # 7 audits (23%) ; 7 cases, or 23%
        rf"{N}(?:\s+(?!of\b|out\b|and\b|or\b|to\b|in\b|by\b|at\b|on\b)[a-z’'-]+){{0,6}}?\s*[(\[]\s*{P}\s*[)\]]",
        rf"{N}(?:\s+(?!of\b|out\b)[a-z’'-]+){{1,4}}?,\s+or\s+{P}",
    )
)
COUNT = pattern_of(rf"(?={NUMBER})", re.I)
# A year span, a rate's slash, a date: they look like counts out of a base.
ONE_OF_FEW = re.compile(r"(?:one|two) of (?:the )?[a-z]+\b[^\d(\[]*[,;:]\s*\d", re.I)
SAYS = re.compile(
    r"\s*(?:said|say|felt|feel|thought|think|agreed?|reported|believed?|wanted|want|knew|know|told|answered|named|chose|"
    r"preferred|rated|found|gave|wished|would|could)\b"
)
NOT_FRACTION = pattern_of(r"^(?:19|20)?\d\d/\d\d$|^24/7$|^and/or$", re.I)


EVERY = re.compile(r"\b(?:every|each) $", re.I)


def sentences_of(paragraph: Paragraph) -> Iterator[Sentence]:
    """The sentences of a paragraph with their claims. A stop inside a number or after an initial ends none."""
    starts = [0, *(found.end() for found in SENTENCE.finditer(paragraph.text)), len(paragraph.text)]
    for low, high in pairwise(starts):
        if text := known(paragraph.text[low:high].strip()):
            yield Sentence(text, paragraph, tuple(claims_in(text)), paragraph.line)


def claims_in(text: str) -> list[Claim]:
    """Claims of counts and shares in a run of text, in order; the fullest reading of each place wins.

    >>> [(c.count, c.base, str(c.percent)) for c in claims_in("In May seven of 30 (23%) were poor.")]
    [(7, 30, '23%')]
    """
    found: list[Claim] = []
    starts = [each.start() for each in COUNT.finditer(text)]
    for pattern in those_in(text, PATTERNS):
        for match in _matches(pattern, text, starts):
            if any(match.start() < claim.end and claim.start < match.end() for claim in found):
                continue
            if claim := _claim(match):
                found.append(claim)
    return sorted(found, key=lambda claim: claim.start)


def _matches(pattern: Pattern, text: str, starts: list[int]) -> Iterator[re.Match[str]]:
    """The matches of a pattern. starts: of the counts of a text; one that begins with a count is tried there only."""
    if not pattern.pattern.startswith(N):
        yield from pattern.finditer(text)
        return
    end = 0
    for start in starts:
        if start >= end and (found := pattern.compiled.match(text, start)):
            yield found
            end = found.end()


def _claim(match: re.Match[str]) -> Claim | None:
    groups = match.groupdict()
    count, base = (whole(groups[key]) if groups.get(key) else None for key in ("n", "m"))
    words = match.group()
    if base is None and groups.get("p") is None:
        return None
    # "Every one of the 20 was seen": all of them, and not one.
    if count == 1 and EVERY.search(match.string[: match.start()]):
        return None
    if NOT_FRACTION.match(words.strip()) or (base is not None and _is_date_or_rate(match, count, base)):
        return None
    # "Asked to choose one of three options, 54% preferred": what follows is no share of them.
    if groups.get("p") and ONE_OF_FEW.match(words):
        return None
    # "430 of 1,000 replied, 61% said that": of those who replied.
    if groups.get("p") and "(" not in words and SAYS.match(match.string, match.end()):
        return None
    share = percent(groups["p"]) if groups.get("p") else None
    fraction = FRACTIONS[groups["f"].lower()] if groups.get("f") else None
    if match.string[match.end() : match.end() + 1] in (")", "]") and words.count("(") + words.count("[") > words.count(
        ")"
    ):
        words += match.string[match.end()]
    return Claim(words.strip(), match.start(), match.start() + len(words), count, base, share, fraction)


def _is_date_or_rate(match: re.Match[str], count: int | None, base: int) -> bool:
    before = match.string[max(0, match.start() - 12) : match.start()].lower()
    # "scores out of five of 4, 3 and 5": a scale, and then what was given on it.
    if before.endswith("out of "):
        return True
    # "The 483,000 of 2022".
    if re.search(r"\b(?:19|20)\d\d$", match.group()) and count is not None and count > base:
        return True
    after = match.string[match.end() : match.end() + 6].lower()
    if re.search(
        r"(?:section|page|part|table|figure|chapter|appendix|version|phase|stage|item|step|day|week)\s$", before
    ):
        return True
    if re.match(r"\s*(?:january|februa|march|april|may|june|july|august|septem|octobe|novemb|decemb)", after):
        return True
    # A ratio of two amounts: no count is that far above its base.
    if "/" in match.group() and base is not None and count is not None and 5 * count > 6 * base:
        return True
    # "30/6" is a day of a month.
    if "/" in match.group() and base is not None and count is not None and count > base and base <= 12 and count <= 31:
        return True
    # "one of three reasons" counts nothing: small words of a list aren't a share unless one is printed.
    return match.groupdict().get("p") is None and count == 1 and not any(c.isdigit() for c in match.group())
