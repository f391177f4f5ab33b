"""What is called by a name that a text gives to figures from a bound on, against the figure that a list or table
has."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from looped.checker import limit_words
from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.listing import listings
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.prose import NUMBER, passage

CODE = "as-defined"
MESSAGE = "What is called by a name that a bound was given for keeps that bound."
GOOD = "Ports of at least 80% count as strong, and those below 70% as weak. By port: Ayr 85%, Oban 64%. Oban is weak."
BAD = "Ports of at least 80% count as strong, and those below 70% as weak. By port: Ayr 85%, Oban 64%. Oban is strong."

FIGURE = r"(?P<{0}>\d+(?:\.\d+)?)(?P<{1}>\s?%| per ?cent)?"
BOUND = (
    rf"(?:(?:(?P<least>{limit_words.AT_LEAST})|(?P<most>{limit_words.AT_MOST})|(?P<over>{limit_words.ABOVE})|"
    rf"(?P<under>{limit_words.BELOW})) (?:a score of )?{FIGURE.format('a', 'u')}|"
    rf"{FIGURE.format('b', 'v')} (?:or|and) (?:(?P<more>{limit_words.OR_MORE})|(?P<less>{limit_words.OR_LESS})))(?!\w)"
)
CALLED = (
    r"(?:(?:(?:are|is|were|was|be|been|being) )?(?:counted|classed|classified|rated|graded|treated|regarded|shown|"
    r"marked|described|labelled|termed|defined|judged|called|flagged)(?: as)?|counts? as|as|are|is|were called)"
)
NO_VERB = r"(?!(?:are|is|was|were|be|been|as|had|has|have|counts?|counted|passed|met)\b)"
WORD = rf"(?P<what>{NO_VERB}[a-z][a-z’'-]+(?: {NO_VERB}[a-z’'-]+){{0,4}}?)"
# "At least 80% of checks are counted as strengths", "those below 70% as weaknesses".
DEFINED = re.compile(
    rf"(?P<first>)(?<![\w-]){BOUND}(?P<between>[^.;:,%\d]{{0,60}}?) {CALLED} (?:an? |the )?[“‘\"']?{WORD}[”’\"']?"
    r"(?=[.;,]| and (?:those|these|any|anything|everything|all|areas|scores|results|below|above|at|[a-z]+s)\b|$)",
    re.I,
)
# "An area is called a strength if at least 80% were passed", "a strength is an area in which at least 80% were".
NAMED_FIRST = re.compile(
    rf"(?:{CALLED} (?:an? |the )?[“‘\"']?{WORD}[”’\"']? (?:if|when|where|only if|provided)|"
    rf"^\W*an? [“‘\"']?(?P<first>{NO_VERB}[a-z’'-]+(?: {NO_VERB}[a-z’'-]+){{0,3}})[”’\"']? (?:is|means)(?: "
    rf"here)? (?:an?|any|one) "
    rf"[a-z’' -]{{2,40}}?)\b[^.;%\d]{{0,60}}?(?<![\w-]){BOUND}",
    re.I,
)
# It says so of any: with nothing counted, and no name.
NAMING = pattern_of(
    r"\b(?:count(?:s|ed)?|class(?:ed|ified)|rated|graded|treated|regarded|marked|labelled|termed|defined|called|flagged)\b"
)
SAID = re.compile(
    r"(?P<who>[^.;:]{2,80}?) (?:was|were|is|are|counts?(?= as)|counted(?= as)|has been|have been)(?P<no> not| "
    r"no longer)?"
    r"(?: (?:therefore|thus|again|also|all|both|each|then|now|still|clearly))?(?: (?:counted|classed|rated|"
    r"graded|judged|"
    r"called|shown|found|considered))?(?: (?:as|to be))?(?: an?| the)? [“‘\"']?(?P<what>[a-z][a-z’'-]+(?: "
    r"[a-z’'-]+){0,4}?)"
    r"[”’\"']?(?: (?:in|at|for|on) (?:this|that|the) [a-z]+)?",
    re.I,
)
SO_MANY = re.compile(
    rf"(?:only |just )?(?P<k>no|none|neither|all|each|every|both|{NUMBER})\b(?: (?:out )?of)?(?: the| these)?(?: "
    rf"{NUMBER})?"
    r"(?: [a-z’'-]+){0,2}",
    re.I,
)
AND = re.compile(r",? and |, ")
FEWEST = 2


@dataclass(frozen=True)
class Name:
    """A name with the bound from which on it is given. up: what is above the bound has it; also: the bound too."""

    what: str
    bound: Decimal
    up: bool
    also: bool
    percent: bool

    def has(self, value: Decimal) -> bool:
        """Whether a figure keeps the bound."""
        return value == self.bound and self.also or (value > self.bound if self.up else value < self.bound)


Figures = dict[str, Decimal]


def check(context: Context) -> Iterator[Finding]:
    """Each sentence that calls by such a name what a list or a table has a figure of."""
    names = [each for paragraph in context.document.paragraphs for each in _names(paragraph.text)]
    if not names:
        return
    for percent in {each.percent for each in names}:
        mine = [each for each in names if each.percent == percent]
        every = [each for each in _figures(context, percent) if len(each) >= FEWEST]
        if len(every) == 1 and len({each.what for each in mine}) == len(mine):
            for paragraph in context.document.paragraphs:
                yield from _judged(paragraph, mine, every[0])


def _names(text: str) -> Iterator[Name]:
    """The names that a paragraph gives to figures from a bound on."""
    for sentence in re.split(r"(?<=\.) (?=[A-Z])", text):
        first = NAMED_FIRST.search(sentence)
        yield from (
            [_name(first)] if first else map(_name, DEFINED.finditer(sentence) if NAMING.search(sentence) else ())
        )


def _name(found: re.Match[str]) -> Name:
    up = bool(found["least"] or found["over"] or found["more"])
    what, figure = found["what"] or found["first"], Decimal(found["a"] or found["b"])
    return Name(_plain(what), figure, up, not (found["over"] or found["under"]), bool(found["u"] or found["v"]))


def _plain(words: str) -> str:
    """A name in the singular: "areas for improvement" as "area for improvement"."""
    return re.sub(r"(?<=[a-z]{3})(?<!s)s\b", "", words.lower())


def _figures(context: Context, percent: bool) -> Iterator[Figures]:
    """Each table with one column alone that has such figures, and each list of them, by what they are of."""
    for sheet in (each.sheet for each in context.sheets):
        columns = list(zip(*sheet.cells, strict=True)) if sheet.cells else []
        fitting = [each for each in columns if all(f and (f.unit == "%") == percent for f in each)]
        if len(fitting) == 1 and (percent or len(columns) == 1):
            figures = [figure for figure in fitting[0] if figure]
            yield {label.lower().strip(): f.value for label, f in zip(sheet.labels, figures, strict=True)}
    for paragraph in context.document.paragraphs:
        for listing in listings(passage(paragraph.text)):
            if listing.is_share == percent and all(each.name for each in listing.items):
                yield {each.name.lower().strip(): each.value for each in listing.items}


def _judged(paragraph: Paragraph, names: Sequence[Name], figures: Figures) -> Iterator[Finding]:
    for sentence in re.findall(r"[A-Z](?:[^.;:]|\.(?=\d))*", paragraph.text):
        found = SAID.fullmatch(sentence.strip())
        name = next((each for each in names if found and each.what == _plain(found["what"])), None)
        if not found or not name:
            continue
        told = _is_so(found, name, figures)
        if told is not None:
            right, which = told
            verdict: Verdict = "ok" if right else "wrong"
            listed = ", ".join(f"{each} {figures[each]}" for each in which)
            bound = f"{'at least' if name.up and name.also else 'above' if name.up else 'below'} {name.bound}"
            slip = f"{CODE}/{paragraph.line}/{sentence}"
            why = f"{listed}; the name is for {bound}"
            yield Finding(CODE, verdict, paragraph.where, sentence.strip(), name.what, bound, why, slip, "likely")


def _is_so(found: re.Match[str], name: Name, figures: Figures) -> tuple[bool, Sequence[str]] | None:
    """Whether those that a sentence names keep the bound; or as many of all as it says."""
    who = [re.sub(r"^(?:the|both) ", "", each.strip().lower()) for each in AND.split(found["who"])]
    if all(each in figures for each in who):
        return all(name.has(figures[each]) != bool(found["no"]) for each in who), who
    many = SO_MANY.fullmatch(found["who"])
    if not many or found["no"]:
        return None
    having = [each for each, value in figures.items() if name.has(value)]
    word = many["k"].lower()
    said = {"no": 0, "none": 0, "neither": 0, "both": 2}.get(word, whole(word))
    number = len(figures) if word in ("all", "each", "every") else said
    return None if number is None else (len(having) == number, list(figures))
