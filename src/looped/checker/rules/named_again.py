"""An amount that is told again by its name is the one that was told: "the fee was set at £900 ... the agreed fee of "
"£600"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.linking import STOP, stem
from looped.checker.measured import MEASURE, measures
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage, passage
from looped.checker.words_for_one import words

CODE = "named-again"
MESSAGE = "An amount that is told again by its name is the one that was told."
GOOD = "The fee for the year was set at £900. We did not go beyond the agreed fee of £900."
BAD = "The fee for the year was set at £900. We did not go beyond the agreed fee of £700."

# Sums of money and percentages; other units are read in `measured.py`.
VALUE = pattern_of(
    r"(?<![\w.,/–-])(?:(?P<sign>[£€$])(?P<sum>\d[\d,]*(?:\.\d+)?)(?: ?(?P<scale>million|k)\b)?|"
    r"(?P<n>\d[\d,]*(?:\.\d+)?) ?(?P<share>%|per ?cent\b))(?!,\d)"
)
AGED = re.compile(r"[ -](?:olds?|old-age)\b")
# "The agreed fee of £900", "the standard of 15 working days", "the fee set, £900".
NAMED = re.compile(
    r"\b(?:[Tt]he|[Oo]ur|[Ii]ts|their|that|this|his|her|agreed|usual) (?P<name>(?:[a-z-]+ ){0,2}?)(?P<noun>[a-z-]{3,})"
    r"(?: (?:set|agreed|given|told|named|stated|laid down|fixed|paid))?(?: of|,| at) $"
)
NOUNS = words(
    "fee fees standard dose grant price rent loan deposit limit budget target deadline reserve subsidy allowance "
    "contract capacity threshold charge fine penalty levy award prize pledge period notice temperature pressure speed "
    "ceiling minimum maximum cap bid quote tender salary pension premium sum figure cost value payment donation"
)
# What a name needs words of its own for: there are many such in any text.
GENERAL = words("sum figure cost value payment price rent charge period budget target limit minimum maximum")
PLAIN = words("agreed usual same set given full said whole")
OTHER = pattern_of(
    r"\b(?:new|old|former|previous\w*|earlier|last|next|second|third|other|another|further|extra|revised|raised|"
    r"lowered|reduced|increased|changed|original\w*|first|later|then|instead|proposed|national|average|mean|median|"
    r"typical|total|per|each|every|half|twice|double|up|down|rose|fell|cut|rise|fall|from|maximum|minimum|lower|"
    r"higher|additional|interim|final|19\d\d|20\d\d|respectively|if|would|was to|weekly|monthly|daily|annual\w*)\b",
    re.I,
)
CHANGED = pattern_of(
    r"\b(?:raised|lowered|reduced|increased|changed|revised|cut|rose|fell|new|doubled|halved|extended|shortened|"
    r"moved)\b",
    re.I,
)
BEHIND = re.compile(r" (?:for|in|at|under|from|per|a|each|every) (?P<what>[^.;:,()]{3,60})")
FIRST_ENDS = re.compile(r"[.;:(]")
REACH = 60


@dataclass(frozen=True)
class Amount:
    """A figure with its unit, a measure in the first unit of its kind. start, end: in the text; sentence: its place."""

    paragraph: Paragraph
    read: Passage
    text: str
    value: Decimal
    unit: str
    start: int
    end: int
    sentence: int

    @property
    def said(self) -> str:
        """Its sentence."""
        return self.read.sentence(self.sentence)

    @property
    def lead(self) -> str:
        """What stands before it in its sentence."""
        return self.read.text[self.read.starts[self.sentence] : self.start]

    @property
    def tail(self) -> str:
        """What stands behind it in its sentence."""
        return self.read.text[self.end : self.read.starts[self.sentence] + len(self.said)]


def check(context: Context) -> Iterator[Finding]:
    """Each amount behind its name, with the ones of its unit that were told before it."""
    told: list[Amount] = []
    for paragraph in context.paragraphs_with(VALUE, MEASURE):
        own = list(_amounts(paragraph))
        for at, again in enumerate(own):
            first = _first(again, [*told, *own[:at]], own[at + 1 :])
            if first:
                yield _finding(again, first)
        told = [*told, *own][-REACH:]


def _amounts(paragraph: Paragraph) -> Iterator[Amount]:
    read = passage(paragraph.text)
    found = [*_sums(paragraph.text), *_measures(paragraph.text)]
    for text, value, unit, start, end in sorted(found, key=lambda each: each[3]):
        yield Amount(paragraph, read, text, value, unit, start, end, read.sentence_at(start))


def _sums(text: str) -> Iterator[tuple[str, Decimal, str, int, int]]:
    for found in VALUE.finditer(text):
        unit = f"{found['sign']}{found['scale'] or ''}" if found["sign"] else "%"
        yield found.group(), Decimal((found["sum"] or found["n"]).replace(",", "")), unit, *found.span()


def _measures(text: str) -> Iterator[tuple[str, Decimal, str, int, int]]:
    for each in measures(text):
        if not AGED.match(text, each.end):
            yield each.text, each.exact, each.kind, each.start, each.end


def _first(again: Amount, before: Sequence[Amount], behind: Sequence[Amount]) -> Amount | None:
    """The one amount told before under the name of a later one; None where there are more, or another fits it."""
    named = NAMED.search(again.lead)
    if not named or named["noun"] not in NOUNS or not before:
        return None
    name = {stem(word) for word in f"{named['name']} {named['noun']}".split() if word not in PLAIN} - STOP
    alike = [each for each in before if each.unit == again.unit]
    if any(each.value == again.value for each in (*alike, *behind)) or OTHER.search(named.group()):
        return None
    fits = [each for each in alike if name <= _words(each.said) and each.said != again.said]
    if len({each.value for each in fits}) != 1 or not _are_of_one(again, fits[-1]):
        return None
    narrowed = BEHIND.match(again.tail)
    what = {stem(word) for word in narrowed["what"].lower().split()} - STOP if narrowed else set()
    if what - _words(fits[-1].said) or (named["noun"] in GENERAL and len(name) < 2 and not what):
        return None
    # Of several amounts of a sentence it can't be told which one is named.
    return fits[-1] if sum(each.said == fits[-1].said for each in alike) == 1 else None


def _are_of_one(again: Amount, first: Amount) -> bool:
    """Whether no word of two sentences says that they are of two times or two things."""
    later, before = ({each.lower() for each in OTHER.findall(text)} for text in (again.said, first.said))
    if first.read is again.read and CHANGED.search(again.read.text[first.end : again.start]):
        return False
    near = {each.lower() for each in OTHER.findall(_near(first)) if not each.isdigit()}
    return later <= before and near <= later


def _words(text: str) -> set[str]:
    return {stem(word) for word in re.findall(r"[a-z-]{3,}", text.lower())}


def _near(first: Amount) -> str:
    """The clause in which an amount was told."""
    return FIRST_ENDS.split(first.lead)[-1] + FIRST_ENDS.split(first.tail)[0]


def _finding(again: Amount, first: Amount) -> Finding:
    why = f"“{again.lead[-30:].lstrip()}{again.text}”, and before it “{first.lead[-30:].lstrip()}{first.text}”"
    slip = f"{CODE}/{again.paragraph.line}/{again.start}"
    return Finding(CODE, "wrong", again.paragraph.where, again.text, again.text, first.text, why, slip, "likely")
