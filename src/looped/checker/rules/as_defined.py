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
from looped.checker.measures import measures
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.prose import NUMBER, passage
from looped.checker.remarks import Remark, value, within
from looped.checker.summaries import by_any_table

CODE = "as-defined"
MESSAGE = "What is called by a name that a bound was given for keeps that bound."
GOOD = "Ports of at least 80% count as strong, and those below 70% as weak. By port: Ayr 85%, Oban 64%. Oban is weak."
BAD = "Ports of at least 80% count as strong, and those below 70% as weak. By port: Ayr 85%, Oban 64%. Oban is strong."

FIGURE = r"(?P<{0}>\d+(?:\.\d+)?)(?P<{1}>\s?%| per ?cent)?"
BOUND = (
    rf"(?P<said>{limit_words.AHEAD}\s+(?:a score of )?{FIGURE.format('a', 'u')}|{FIGURE.format('b', 'v')}"
    rf"(?: of [a-z]+)? (?:or|and) (?:(?P<more>{limit_words.OR_MORE})|(?P<fewer>{limit_words.OR_LESS})))(?!\w)"
)
LIMIT = pattern_of(rf"(?<![\w-]){BOUND}", re.I)
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
# Names of one side that are known in any words: "areas in need of further attention".
SIDE = (
    r"(?:(?:an? |the )?(?:[a-z]+ )?(?P<name>strengths?|weakness(?:es)?|concerns?|strong|weak)\b|"
    r"(?:an? )?(?P<area>areas? (?:for|of|in need of) (?:[a-z]+ )?"
    r"(?:improvement|development|concern|strength|weakness|focus|attention|action))|"
    r"(?P<need>(?:needs?|needed|needing|in need of|requires?|required|requiring) (?:further )?"
    r"(?:work|improvement|attention|action))\b)"
)
SIDES = pattern_of(rf"\b{SIDE}", re.I)
# "Is counted as", "we call", "means".
GIVEN = pattern_of(
    r"\b(?:count(?:s|ed)?|call(?:s|ed)?|treat(?:s|ed)?|regard(?:s|ed)?|rated?|class(?:es|ed)?|classified|"
    r"describe[sd]?|report(?:s|ed)?|shown|taken|consider(?:s|ed)?|deem(?:s|ed)?|define[sd]?|judged?|means?|"
    r"denotes?|mark(?:s|ed)?|terms?|termed|labell?ed|needs?|areas?|is|are)\b",
    re.I,
)
# "One below 80% needs work", "and those under 70% as areas for improvement".
PARTS = pattern_of(
    # "80% and above as a strength" is one.
    r"[;:.](?=\s|$)|,? (?:and(?! (?:over|above|under|below) (?:as|is|are|was|were|counts?)\b)|but|while|"
    r"whereas)(?= (?:any|those|these|one|ones|all|everything|anything|areas?|"
    r"scores?|needs?|requires?|under|below|less|fewer|over|above|at least|at or|on or|\d)\b)",
    re.I,
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
SAID_ASIDE = pattern_of(
    rf"\b(?:is|are|was|were|remains?|remained|be|as|became|proved)\b(?: (?:again|still|also|clearly|therefore|"
    rf"thus))? {SIDE}|"
    r"\b(?P<verb>(?:needs?|needed|requires?|required) (?:further )?(?:work|improvement|attention|action))\b",
    re.I,
)
QUOTED = re.compile(r"“[^“”]{2,60}”|\"[^\"]{2,60}\"")
DENIED = pattern_of(
    r"\b(?:not|n[’']t|no|never|neither|nor|no longer|if|whether|would|could|once|used to|become|from a|than|"
    r"last|previous|earlier|before|had been|but|except)\b|%",
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
STRENGTH, WEAKNESS = "strength", "weakness"


@dataclass(frozen=True)
class Name:
    """A name with the bound from which on it is given. found: where the bound was read; said: its words."""

    what: str
    bound: Decimal
    percent: bool
    found: re.Match[str]

    @property
    def said(self) -> str:
        """The bound in its own words."""
        return self.found["said"]

    @property
    def told(self) -> tuple[str, Decimal, str]:
        """What tells it from another."""
        return self.what, self.bound, self.said.lower()

    def has(self, figure: Decimal) -> bool:
        """Whether a figure keeps the bound."""
        return limit_words.is_so(self.found, figure, self.bound)


Figures = dict[str, Decimal]


def check(context: Context) -> Iterator[Finding]:
    """Each sentence that calls by such a name what a list or a table has a figure of."""
    read = [passage(each.text) for each in context.paragraphs_with(LIMIT)]
    sentences = [sentence for each in read for sentence in each.sentences]
    names = [each for sentence in sentences for each in _names(sentence)]
    for percent in {each.percent for each in names}:
        mine = [each for each in names if each.percent == percent]
        every = [each for each in _figures(context, percent) if len(each) >= FEWEST]
        if len(every) == 1 and len({each.what for each in mine}) == len(mine):
            for paragraph in context.document.paragraphs:
                yield from _judged(paragraph, mine, every[0])
    sides = _single([each for sentence in sentences for each in _sides(sentence)])
    if sides:
        yield from _aside(context, sides)


def _names(sentence: str) -> Iterator[Name]:
    """The names that a sentence gives to figures from a bound on."""
    first = NAMED_FIRST.search(sentence)
    told = [first] if first else DEFINED.finditer(sentence) if NAMING.search(sentence) else ()
    yield from (_name(_plain(found["what"] or found["first"]), found) for found in told)


def _sides(sentence: str) -> Iterator[Name]:
    """The sides in the clauses of a sentence that have a limit in per cent and the name of a side each."""
    for part in PARTS.split(sentence) if GIVEN.search(sentence) else ():
        limits = [each for each in LIMIT.finditer(part) if each["u"] or each["v"]]
        named = list(SIDES.finditer(part))
        if len(limits) == 1 and len(named) == 1:
            yield _name(_side(named[0]), limits[0])


def _single(names: Sequence[Name]) -> dict[str, Name]:
    """The names by what they are; none that two bounds are told for."""
    told = {each.told for each in names}
    return {each.what: each for each in names if sum(each.what == other[0] for other in told) == 1}


def _name(what: str, found: re.Match[str]) -> Name:
    return Name(what, Decimal(found["a"] or found["b"]), bool(found["u"] or found["v"]), found)


def _plain(words: str) -> str:
    """A name in the singular: "areas for improvement" as "area for improvement"."""
    return re.sub(r"(?<=[a-z]{3})(?<!s)s\b", "", words.lower())


def _side(found: re.Match[str]) -> str:
    """Which side is named: what is to be mended has several names."""
    return STRENGTH if re.search(r"strength|strong", found.group().lower()) else WEAKNESS


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
    """What whole sentences say by the only list or table."""
    for sentence in re.findall(r"[A-Z](?:[^.;:]|\.(?=\d))*", paragraph.text):
        found = SAID.fullmatch(sentence.strip())
        name = next((each for each in names if found and each.what == _plain(found["what"])), None)
        told = _is_so(found, name, figures) if found and name else None
        if name and told is not None:
            right, which = told
            yield _finding(paragraph, sentence, name, ", ".join(f"{each} {figures[each]}" for each in which), right)


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


def _aside(context: Context, sides: dict[str, Name]) -> Iterator[Finding]:
    """What is said to be on a side, anywhere in a sentence: a row of a table, or an item of the list before it."""
    yield from by_any_table(context, lambda remark: _of_row(remark, sides), SAID_ASIDE)
    blocks = context.document.blocks
    for at, block in enumerate(blocks):
        if isinstance(block, Paragraph) and SAID_ASIDE.search(block.text):
            lead = [each for each in blocks[max(0, at - 2) : at] if isinstance(each, Paragraph)]
            yield from _of_item(block, lead, sides)


def _sayings(text: str, sides: dict[str, Name]) -> Iterator[tuple[re.Match[str], Name]]:
    found = list(SAID_ASIDE.finditer(text))
    # “Would come again” is a strength: what stands in quotes is its name.
    if len(found) == 1 and not DENIED.search(QUOTED.sub("qq", text)) and _side(found[0]) in sides:
        yield found[0], sides[_side(found[0])]


def _of_item(paragraph: Paragraph, lead: list[Paragraph], sides: dict[str, Name]) -> Iterator[Finding]:
    """What is said of one item of the only list of shares before it."""
    text = " ".join([*(each.text for each in lead), paragraph.text])
    read = passage(text)
    lists = [each for each in listings(read) if each.is_share and all(item.words for item in each.items)]
    for at, sentence in enumerate(read.sentences) if len(lists) == 1 else ():
        if read.starts[at] < len(text) - len(paragraph.text):
            continue
        for found, name in _sayings(sentence, sides):
            items = lists[0].named(sentence[: found.start()])
            if len(items) == 1:
                said = sentence[: found.end()]
                yield _finding(paragraph, said, name, items[0].text, name.has(items[0].value))


def _of_row(remark: Remark, sides: dict[str, Name]) -> Iterator[Finding]:
    for found, name in _sayings(remark.text, sides):
        rows = within([each for each in remark.rows if each.whole], 0, found.start())
        shares = [each for each in measures(remark.sheet, "share", ()) if each.by == "share"]
        own = value(remark.sheet, rows[0], shares[0].column, "share") if len(rows) == len(shares) == 1 else None
        if own is not None:
            shown = f"{remark.sheet.labels[rows[0]]} {remark.sheet.texts[rows[0]][shares[0].column]}"
            yield _finding(remark.paragraph, remark.text[: found.end()], name, shown, name.has(own))


def _finding(paragraph: Paragraph, said: str, name: Name, shown: str, right: bool) -> Finding:
    verdict: Verdict = "ok" if right else "wrong"
    why = f"{shown}; “{name.what}” is for {name.said}"
    quote = said.strip()
    slip = f"{CODE}/{paragraph.line}/{quote}"
    return Finding(CODE, verdict, paragraph.where, quote, name.what, name.said, why, slip, "likely")
