"""A number of things that a sentence tells of a whole table: "Table 2 shows the results for all 144 boats"."""

import re
from dataclasses import dataclass
from functools import lru_cache

from looped.checker.measures import UNRANKED
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry
from looped.checker.remarks import Remark, is_kind
from looped.checker.sheets.giving import whole_of
from looped.checker.sheets.naming import alike, label_words, tokens_of
from looped.checker.sheets.sheet import Sheet

SAID = pattern_of(
    r"\b(?:(?:the|this|that|our) (?:[a-z]+ )?table\b(?! of contents)|tables? (?P<n>\d+(?:\.\d+)?)|"
    r"(?:listed|shown|counted|set out|given|tabled|broken down|summari[sz]ed|laid out) (?:above|below|here)\b)",
    re.I,
)
NUMBERED = pattern_of(r"^\W*table (?P<n>\d+(?:\.\d+)?)", re.I)
# The number is of all of them.
EVERY = pattern_of(
    r"\b(?:all|each|every one|whole sample)(?: of)?(?: the| our| these| those| its)?(?: [a-z]+ of)? $", re.I
)
THE = pattern_of(r"\b(?:the|our|these|total of|sample of|for|of|on|from|covers?|includes?|contains?|counts?) $", re.I)
LOOKED_AT = pattern_of(
    r"\b(?:looked at|read|tested|audited|reviewed|sampled|examined|inspected|surveyed|checked|assessed|visited|"
    r"interviewed|studied|graded|rated|scored|seen|there (?:were|are))\b",
    re.I,
)
# What is said of some, of others, or of what isn't there.
OF_SOME = pattern_of(
    r"\b(?:not|no|none|never|leaves? out|left out|omits?|except\w*|exclud\w+|without|other|others|rest|remaining|more|"
    r"fewer|less|than|about|around|nearly|almost|over|under|at least|up to|average|mean|median|per|target|planned|"
    r"expected|would|further|another|previous\w*|last|earlier|shows? that|most|some|many|those|only|further|invited|"
    r"eligible|population|out of|whose|apart from|but)\b|n[’']t\b",
    re.I,
)
PLAIN_HEAD = pattern_of(
    r"^\W*(?:numbers?|counts?|n|no\.?|totals?|frequency|how many|number \(?(?:of|and) .*|number \(%.*|n \(%\)|#)\W*$",
    re.I,
)
SO = pattern_of(
    r"^(?:in|on|of|by|for|from|the|this|our|we|they|it|are|is|was|were|be|been|have|has|and|each|one|sample|audit|audits|survey|study|"
    r"review|trial|inspection|year|test|testing|counted|included|shown|listed|set|out|covered|given|broken|down|"
    r"summari[sz]ed|looked|at|read|tested|audited|reviewed|sampled|examined|inspected|surveyed|checked|assessed|"
    r"visited|here|below|above|as|who|that|replied|answered|took|part|appear|appears|figures?|results?)$"
)
BY = pattern_of(r"\b(?:by|with|who|which|that|according)\b|:")
FIRST = 3


@dataclass(frozen=True)
class Pointed:
    """A number told of all that a column counts. sure: by words that say all."""

    entry: Entry
    column: int
    sure: bool


def pointed_at(remark: Remark) -> Pointed | None:
    """The one number of a sentence on a table that is told of what one of its columns counts."""
    said = SAID.search(remark.text) or _pointed_behind(remark)
    if said is None or remark.rows or OF_SOME.search(remark.text) or not _is_of_table(remark, said):
        return None
    entries = [each for each in remark.read.of_sentence(remark.at) if each.text.lower() != "one"]
    if len(entries) != 1 or entries[0].kind != "count" or entries[0].base or entries[0].share:
        return None
    entry = entries[0]
    lead = remark.text[: entry.start - remark.start]
    sure = bool(EVERY.search(lead)) and said.string == remark.text and not _is_narrowed(remark, entry, said)
    if not (sure or THE.search(lead) or not lead.strip() or LOOKED_AT.search(remark.text)):
        return None
    column = _column(remark, entry)
    return None if column is None else Pointed(entry, column, sure)


def _pointed_behind(remark: Remark) -> re.Match[str] | None:
    """ "We looked at 144 boats. Table 2 shows what we found"."""
    if not LOOKED_AT.search(remark.text) or remark.at + 1 >= len(remark.read.starts):
        return None
    behind = remark.read.sentence(remark.at + 1)
    figures = remark.read.of_sentence(remark.at + 1)
    return None if figures or OF_SOME.search(behind) else SAID.search(behind)


def _is_narrowed(remark: Remark, entry: Entry, said: re.Match[str]) -> bool:
    """ "All 127 boats in need of work are in the table": of some, by words that the table doesn't know."""
    high = entry.end - remark.start
    behind = remark.text[high : said.start()] if said.start() > high else remark.text[high:]
    words = [each.plain for each in tokens_of(behind)][FIRST - 1 :]
    known = [each.plain for each in tokens_of(remark.sheet.texts_before)]
    return any(not SO.match(word) and not any(alike(word, other) for other in known) for word in words)


def _is_of_table(remark: Remark, said: re.Match[str]) -> bool:
    """Whether it is this table that is spoken of, where it has a number."""
    own = NUMBERED.match(remark.sheet.table.title) or NUMBERED.match(remark.sheet.caption)
    return own is None or not said["n"] or own["n"] == said["n"]


def _column(remark: Remark, entry: Entry) -> int | None:
    """The one column that counts what the number is of."""
    nouns = _nouns(remark, entry)
    sheet = remark.sheet
    counted = [at for at, kind in enumerate(sheet.kinds) if kind in ("count", "both", "total", "base")]
    own = [at for at in counted if any(alike(word, other) for word in nouns for other in label_words(sheet.heads[at]))]
    if len(own) == 1 and not PLAIN_HEAD.match(sheet.heads[own[0]]):
        return own[0]
    single = len(counted) == 1 and PLAIN_HEAD.match(sheet.heads[counted[0]])
    told = {other for other in caption_nouns(sheet) if any(alike(word, other) for word in nouns)}
    return counted[0] if single and told else None


def _nouns(remark: Remark, entry: Entry) -> list[str]:
    """The words of what is counted: up to the first that is none of a noun's, the kind of row left out."""
    words = re.split(r"[.,;:()]", f"{entry.text} {remark.read.text[entry.end :]}")[0]
    found = [each.plain for each in tokens_of(words) if each.plain[0].isalpha()]
    number = [each.plain for each in tokens_of(entry.text)][:1]
    kept = [word for word in found if word not in number][:FIRST]
    return [word for word in kept if len(word) > 2 and not is_kind(remark.sheet, word)]


@lru_cache(maxsize=2048)
def caption_nouns(sheet: Sheet) -> tuple[str, ...]:
    """What a caption says that is counted: the words before "by"."""
    title = NUMBERED.sub("", sheet.table.title or sheet.caption).strip(" .:–-")
    return label_words(BY.split(title)[0]) if title else ()


def wholes(sheet: Sheet, column: int) -> list[int]:
    """What a column comes to: as printed, its parts together, both without those of whom nothing is known."""
    parts = [(row, sheet.cells[row][column]) for row in sheet.parts]
    counts = [(row, figure.count) for row, figure in parts if figure and figure.count is not None]
    found = [whole_of(sheet, column), sum(count for _, count in counts) if len(counts) == len(parts) else None]
    unknown = sum(count for row, count in counts if UNRANKED.match(sheet.labels[row].strip()))
    every = [each for each in found if each]
    return list(dict.fromkeys([*every, *(each - unknown for each in every)]))
