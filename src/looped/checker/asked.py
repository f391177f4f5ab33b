"""A figure of a sentence on a table with the rows that it is told of, and what its words ask of them."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry
from looped.checker.quoting import is_span, speaks_of_it
from looped.checker.remarks import Remark, within
from looped.checker.targets import FIGURE as AIM

# By how much: two figures are set against each other.
APART_BEFORE = pattern_of(
    r"\b(?:by|(?:gain|rise|increase|growth|drop|fall|cut|decrease|reduction|decline|gap|difference|margin|lead|shortfall|"
    r"surplus|improvement|change)(?: \w+){0,4}? (?:of|was|is|at|to))(?: only| just| a full| some)? $",
    re.I,
)
# "Were named by 19 women": whose doing it was.
AGENT = pattern_of(
    r"\b(?:was|were|is|are|been|being|and|,) (?!(?:increased|reduced|raised|lowered|cut|exceeded|missed|"
    r"beaten|extended|"
    r"shortened|changed|moved|improved|outnumbered|narrowed|widened)\b)(?:[a-z]+ )?(?:[a-z]+ed|given|chosen|seen|taken|"
    r"held|told|made|shown|written|drawn|bought|used|known|heard|kept|paid|met|put|read|felt) by (?:only |just )?$",
    re.I,
)
APART_BEHIND = pattern_of(
    r"^\W?(?:(?:percentage )?points?\W+)?(?:[a-z]+ )?(?:more|fewer|less|higher|lower|above|below|under|over|short|"
    r"ahead|behind|better|"
    r"worse|up|down|greater|apart|adrift)\b(?! [“\"‘'])",
    re.I,
)
COMES_TO = pattern_of(
    r"\b(?:(?:c[ao]me|comes|add(?:s|ed)? up|amount(?:s|ed)?) to|total(?:s|led)?|number(?:s|ed)?|make up|"
    r"made up|makes up)"
    r"(?: only| just)? $",
    re.I,
)
REST = pattern_of(
    r"\b(?:not|never|missing|absent|without|lack\w*|left|unfilled|un[a-z]{3,}ed|fail\w*|in\w*complete|omitted|no)\b|n[’']t\b",
    re.I,
)
# What came or went between two times.
MOVED = pattern_of(
    r"\b(?:lost|left|dropped out|withdr[ae]w\w*|gained|joined|added|recruited|closed|opened|removed|went)\b",
    re.I,
)
# "Was reported ten times": as often as the table counts.
SO_OFTEN = pattern_of(r"^ (?:times|occasions)(?! (?:as|more|less|the|that|over|higher|larger)\b)", re.I)
OF_ROW = pattern_of(r"\bof (?:the |its |our |their |all |those |these )*(?:\d[\d,]* )?$", re.I)


@dataclass(frozen=True)
class Asked:
    """A figure with the rows that it is told of, and the words of its clause."""

    remark: Remark
    entry: Entry
    rows: tuple[int, ...]
    words: str
    lead: str
    tail: str

    @property
    def is_gap(self) -> bool:
        """Whether it tells by how much."""
        by = APART_BEFORE.search(self.lead) and not AGENT.search(self.lead)
        return self.entry.kind == "points" or bool(by or APART_BEHIND.match(self.tail)) or self.is_movement

    @property
    def is_movement(self) -> bool:
        """ "17 were lost between week 0 and week 12": what two rows are apart."""
        return len(self.rows) == 2 and is_span(self.remark) and bool(MOVED.search(self.words))

    @property
    def told(self) -> list[Decimal]:
        """The other figures of the passage."""
        others = [e for e in self.remark.read.entries if e.start != self.entry.start]
        return [*(Decimal(n) for e in others for n in (e.value, e.base) if n), *self._aimed_at]

    @property
    def _aimed_at(self) -> list[Decimal]:
        """What the sentence says was aimed at."""
        own = [Decimal(each["a"] or each["b"]) for each in AIM.finditer(self.remark.text)]
        return [each for each in own if each != self.entry.value]

    @property
    def beside(self) -> list[Decimal]:
        """Those of its sentence."""
        own = self.remark.read.of_sentence(self.remark.at)
        others = [e for e in own if e.start != self.entry.start and e.text.lower() != "one"]
        told = [Decimal(n) for e in others for n in (e.value, e.base) if n]
        return list(dict.fromkeys([*told, *self._aimed_at]))

    @cached_property
    def is_told_of(self) -> bool:
        """Whether what is counted is what the table counts, or a column is named, or it is money or a measure."""
        counted = [kind for kind in self.remark.sheet.kinds if kind in ("count", "both")]
        if COMES_TO.search(self.lead) and self.remark.columns:
            return True
        if len(counted) == 1 and len(self.rows) == 1 and SO_OFTEN.match(self.tail):
            return True
        if self._is_of_row and len(self.rows) == 1 and self.remark.columns:
            return True
        return self.entry.kind != "count" or speaks_of_it(self.remark, self.entry, strict=True)

    @property
    def _is_of_row(self) -> bool:
        """ "Of the laptops listed, seven", "seven of the laptops": of what the row itself counts."""
        own = [each for each in self.remark.rows if each.at in self.rows]
        return any(OF_ROW.search(self.remark.text[: each.start]) for each in own)

    @cached_property
    def denied_column(self) -> int | None:
        """The one column named whose head denies something as the words do: "lacked an order" under "No order"."""
        low, high = self.remark.clause(self.entry.start - self.remark.start)
        named = within(self.remark.columns, low, high)
        denied = [at for at in named if REST.search(self.remark.sheet.heads[at])]
        return denied[0] if len(denied) == 1 and REST.search(self.words) else None
