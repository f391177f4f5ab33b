"""What is called by a name that the report keeps for one side of a limit: "80% or more is a strength"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from looped.checker import limit_words
from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.listing import listings
from looped.checker.measures import measures
from looped.checker.patterns import pattern_of
from looped.checker.prose import passage
from looped.checker.remarks import Remark, value, within
from looped.checker.summaries import by_any_table

CODE = "called-by-limit"
MESSAGE = "What is called by a name that the report keeps for shares above or below a limit has such a share."
_TOLD = (
    "A yard with 80% or more counts as a strength. The yards were Ash (91%), Elm (62%) and Oak (84%). {} is a strength."
)
GOOD = _TOLD.format("Ash")
BAD = _TOLD.format("Elm")

NAMED = (
    r"(?:(?:an? |the )?(?:[a-z]+ )?(?P<name>strengths?|weakness(?:es)?|concerns?|strong|weak)\b|"
    r"(?:an? )?(?P<area>areas? (?:for|of|in need of) (?:[a-z]+ )?"
    r"(?:improvement|development|concern|strength|weakness|focus|attention|action))|"
    r"(?P<need>(?:needs?|needed|needing|in need of|requires?|required|requiring) (?:further )?"
    r"(?:work|improvement|attention|action))\b)"
)
NAME = pattern_of(rf"\b{NAMED}", re.I)
# "is counted as", "we call", "means".
GIVEN = pattern_of(
    r"\b(?:count(?:s|ed)?|call(?:s|ed)?|treat(?:s|ed)?|regard(?:s|ed)?|rated?|class(?:es|ed)?|classified|"
    r"describe[sd]?|report(?:s|ed)?|shown|taken|consider(?:s|ed)?|deem(?:s|ed)?|define[sd]?|judged?|means?|"
    r"denotes?|mark(?:s|ed)?|terms?|termed|labell?ed|needs?|areas?|is|are)\b",
    re.I,
)
LIMIT = pattern_of(
    rf"\b(?:{limit_words.AHEAD}\s+(?:a score of )?(?P<a>\d+(?:\.\d+)?)%|"
    rf"(?P<b>\d+(?:\.\d+)?)%(?: of [a-z]+)? {limit_words.BEHIND})",
    re.I,
)
# "One below 80% needs work", "and those under 70% as areas for improvement".
PARTS = pattern_of(
    r"[;:.](?=\s|$)|,? (?:and|but|while|whereas)(?= (?:any|those|these|one|ones|all|everything|anything|areas?|"
    r"scores?|under|below|less|fewer|over|above|at least|at or|on or|\d)\b)",
    re.I,
)
SAID = pattern_of(
    rf"\b(?:is|are|was|were|remains?|remained|be|as|became|proved)\b(?: (?:again|still|also|clearly|therefore|"
    rf"thus))? {NAMED}|"
    r"\b(?P<verb>(?:needs?|needed|requires?|required) (?:further )?(?:work|improvement|attention|action))\b",
    re.I,
)
DENIED = pattern_of(
    r"\b(?:not|n[’']t|no|never|neither|nor|no longer|if|whether|would|could|once|used to|become|from a|than|"
    r"last|previous|earlier|before|had been|but|except)\b|%",
    re.I,
)
STRENGTH, WEAKNESS = "strength", "weakness"


@dataclass(frozen=True)
class Kept:
    """A name that is kept for what is so by a limit. said: the words of the limit, found: where they were read."""

    name: str
    said: str
    found: re.Match[str]
    limit: Decimal

    def holds(self, share: Decimal) -> bool:
        """Whether a share is on the side that has the name."""
        return limit_words.is_so(self.found, share, self.limit)


def check(context: Context) -> Iterator[Finding]:
    """Each statement that gives such a name to one item of a list in prose, or to one row of a table."""
    kept = context.once(_kept)
    if not kept:
        return
    yield from by_any_table(context, lambda remark: _of_row(remark, kept), SAID)
    blocks = context.document.blocks
    for at, block in enumerate(blocks):
        if isinstance(block, Paragraph) and SAID.search(block.text):
            lead = [each for each in blocks[max(0, at - 2) : at] if isinstance(each, Paragraph)]
            yield from _of_item(block, lead, kept)


def _kept(context: Context) -> dict[str, Kept]:
    """The names that the report keeps for one side of a limit; none that two limits are told for."""
    found: dict[str, list[Kept]] = {}
    for paragraph in context.paragraphs_with(LIMIT):
        read = passage(paragraph.text)
        for sentence in read.sentences:
            for each in _told(sentence):
                found.setdefault(each.name, []).append(each)
    return {name: told[0] for name, told in found.items() if len({(each.limit, each.said) for each in told}) == 1}


def _told(sentence: str) -> Iterator[Kept]:
    """The names in the clauses of a sentence that have a limit and a name each."""
    given = GIVEN.search(sentence)
    for part in PARTS.split(sentence) if given else ():
        limits, names = list(LIMIT.finditer(part)), list(NAME.finditer(part))
        if len(limits) == 1 and len(names) == 1:
            limit = limits[0]
            yield Kept(_name(names[0]), limit.group(), limit, Decimal(limit["a"] or limit["b"]))


def _name(found: re.Match[str]) -> str:
    """A name without its article and number: what is to be mended has several."""
    words = found.group().lower()
    return STRENGTH if re.search(r"strength|strong", words) else WEAKNESS


def _sayings(text: str) -> Iterator[re.Match[str]]:
    found = list(SAID.finditer(text))
    if len(found) == 1 and not DENIED.search(text):
        yield found[0]


def _of_item(paragraph: Paragraph, lead: list[Paragraph], kept: dict[str, Kept]) -> Iterator[Finding]:
    """What is said of one item of the only list of shares before it."""
    text = " ".join([*(each.text for each in lead), paragraph.text])
    start = len(text) - len(paragraph.text)
    read = passage(text)
    lists = [each for each in listings(read) if each.is_share and all(item.words for item in each.items)]
    for at, sentence in enumerate(read.sentences) if len(lists) == 1 else ():
        if read.starts[at] < start:
            continue
        for found in _sayings(sentence):
            told = kept.get(_name(found))
            items = lists[0].named(sentence[: found.start()]) if told else []
            if told and len(items) == 1:
                place = read.starts[at] - start
                span = (place, place + found.end())
                yield _finding(paragraph, span, told, items[0].value, items[0].text)


def _of_row(remark: Remark, kept: dict[str, Kept]) -> Iterator[Finding]:
    for found in _sayings(remark.text):
        told = kept.get(_name(found))
        rows = within([each for each in remark.rows if each.whole], 0, found.start())
        shares = [each for each in measures(remark.sheet, "share", ()) if each.by == "share"]
        if told and len(rows) == 1 and len(shares) == 1:
            own = value(remark.sheet, rows[0], shares[0].column, "share")
            if own is not None:
                span = (remark.start, remark.start + found.end())
                shown = f"{remark.sheet.labels[rows[0]]} {remark.sheet.texts[rows[0]][shares[0].column]}"
                yield _finding(remark.paragraph, span, told, own, shown)


def _finding(paragraph: Paragraph, span: tuple[int, int], told: Kept, own: Decimal, shown: str) -> Finding:
    right = told.holds(own)
    verdict: Verdict = "ok" if right else "wrong"
    quote = paragraph.text[slice(*span)].strip()
    why = f"{shown}, and {told.said} makes a {told.name}"
    slip = f"{CODE}/{paragraph.line}/{span[0]}"
    return Finding(
        CODE, verdict, paragraph.where, quote, quote, "" if right else f"no {told.name}", why, slip, "likely"
    )
