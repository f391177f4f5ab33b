"""A table with its heads, its caption and its notes: which rows are parts, totals, bases or asides."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property, lru_cache
from itertools import pairwise

from looped.checker.document import Table, Where
from looped.checker.grid import ASIDE, MAY_BE_TOTAL, goes_on
from looped.checker.numbers import Percent, slips
from looped.checker.patterns import pattern_of
from looped.checker.phrases import IN_ALL
from looped.checker.sheets.figures import Figure, as_share

SHARE_HEAD = pattern_of(r"%|\b(?:share|shares|per ?cent\w*|proportion|compliance|coverage)\b", re.I)
TOTAL_HEAD = pattern_of(
    r"^(?:grand |sub-?|overall )?totals?\b|^sum\b|\btotals?$|^overall$|^combined$|^all$|^both$|^everyone$|"
    rf"^altogether\b|^(?!met|pass|good|done|compl|correct|right|present|yes).*\b(?:{IN_ALL})$|"
    r"^all (?:the )?(?!of\b|two\b|three\b|four\b|five\b|six\b|but\b|met\b|in\b|\d)"
    r"(?:[a-z-]+ ){0,2}[a-z-]+s(?: [a-z]{3,}(?:ed|en|nt|de))?$|"
    r"^(?:the )?whole\b|^(?:base|n|sample)$|^(?:england|trust|council|service|county|average)$",
    re.I,
)
BASE_HEAD = pattern_of(r"^(?:un)?(?:weighted )?(?:base|n|sample|base size|sample size)\b\W*$", re.I)
SO_FAR = pattern_of(r"\b(?:cumulative\w*|cum|running|to date|so far)\b", re.I)
CHANGE_HEAD = pattern_of(r"\b(?:change|difference|variance|movement|gap)\b|^[+±]", re.I)
FAR_IN = 4
# "Within target" heads what met it.
TARGET_HEAD = pattern_of(
    r"(?<!within )(?<!meeting )(?<!met )(?<!on )(?<!against )(?<!below )(?<!above )(?<!missed )"
    r"\b(?:target|standard|benchmark|national|england|expected|threshold|goal|"
    r"budget(?! (?:holders?|managers?|officers?|lines?|codes?)\b))\b"
    r"(?!s? (?:met|achieved|reached|hit|missed))",
    re.I,
)
# "Did not meet the standard": how many did not.
MEETS = re.compile(
    r"(?:did |do |does |could )?(?:not )?(?:meet|met|meets|reach|reached|miss|missed|pass|passed)\b", re.I
)
MEAN_HEAD = pattern_of(
    r"\b(?:mean|median|average|avg|ratio|index|score|rank|sd|price|per (?!cent)[a-z\d]|rate per)\b", re.I
)
WITHIN = pattern_of(r"^[\s.…–—-]*(?:of which|including|includes|incl\b|of these|of whom|thereof|in particular)\b", re.I)
SUBTOTAL = pattern_of(r"\bsub-?\s?total\b", re.I)
MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\.?(?: (?:19|20)?\d\d)?"
TIME = pattern_of(
    r"^(?:(?:in |week |wave |round |cycle |quarter |term |year |phase |audit |period )?(?:first|second|third|fourth|"
    r"last|this|previous|prior|current|latest|before|after|\d{1,2})(?:st|nd|rd|th)?(?: \w+)?|"
    rf"{MONTH}(?: ?(?:to|and|–|-) ?{MONTH})?"
    r"(?: (?:visit|audit|round|inspection|survey|check|wave|count|review|return))?|q[1-4](?: .*)?|"
    r"(?:.* )?(?:19|20)\d\d(?:\s?[/–-]\s?\d\d(?:\d\d)?)?(?: .*)?|\d\d/\d\d|(?:autumn|spring|summer|"
    r"winter)(?: term)?.*|"
    r"(?:opening|closing)(?: (?:balance|figure|stock|value))?|(?:brought|carried) forward|"
    r"(?:baseline|before|after|then|now|follow-up|audit|re-?audit|baseline audit)(?: .*)?|"
    r"(?:\d+|one|two|three|six|nine|twelve) (?:days|weeks|months|years?) (?:on|later|after(?:wards)?|before|earlier)|"
    r"(?:at |after )?(?:\d+|one|two|three|four|six|nine|twelve) (?:weeks?|months?|years?)|"
    r"(?:at |on )?(?:the )?(?:start|outset|end|entry|admission|discharge)|"
    r"(?:interim|initial|final|original|repeat|return|earlier|later|follow-up)(?: (?:visit|audit|round|"
    r"inspection|survey|"
    r"check|wave|count|review|report|assessment))?|"
    r"(?:week|wave|round|cycle|quarter|term|month|day|period|visit|inspection|survey) "
    r"(?:\d+|one|two|three|four|five|six))$",
    re.I,
)

# What all were, of whom the rows above are some each.
ALL_SEEN = pattern_of(
    r"^(?:screened|assessed|approached|invited|referred|received|sampled|tested|examined|inspected|surveyed|checked|"
    r"reviewed|randomi[sz]ed|asked)$",
    re.I,
)
NOW = pattern_of(r"^(?:this|current|latest|now)\b", re.I)
THEN = pattern_of(
    r"^(?:(?:the )?(?:last|previous|prior)|then|before|(?:one |a )?(?:year|quarter|month) (?:before|ago|earlier))\b",
    re.I,
)
YEAR = pattern_of(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, eq=False)
class Sheet:
    """cells[row][column]; heads and labels without marks. notes: paragraphs that belong to it; caption: before it.

    about: the telling words of the document's title.
    """

    table: Table
    caption: str
    notes: tuple[str, ...]
    corner: str
    heads: tuple[str, ...]
    labels: tuple[str, ...]
    marks: tuple[str, ...]
    cells: tuple[tuple[Figure | None, ...], ...]
    texts: tuple[tuple[str, ...], ...]
    first: int
    turned: bool = False
    indents: tuple[int, ...] = ()
    about: tuple[str, ...] = ()

    @cached_property
    def total(self) -> int | None:
        """The row of sums or of the whole: named so, over two others at least."""
        named = [
            at for at, label in enumerate(self.labels) if at > 1 and is_total(label) and not SUBTOTAL.search(label)
        ]
        if named:
            return named[-1] if re.search(r"grand|overall", self.labels[named[-1]], re.I) else named[0]
        if goes_on(self.labels):
            return None
        last = len(self.labels) - 1
        may = last > 1 and MAY_BE_TOTAL.match(self.labels[last])
        if may and (self._fits_total(last) or self._nearly_total(last)):
            return last
        ways = (self._is_hundred, self._fits_every, self._is_what_is_counted, self._holds_others, self._has_no_share)
        if self._is_screened(last):
            return last
        return last if last > 1 and any(way(last) for way in ways) else None

    def _is_screened(self, row: int) -> bool:
        """Whether the last row is all that were looked at, and the only column's others make it, or a slip of it."""
        if row < 2 or len(self.heads) != 1 or not ALL_SEEN.match(self.labels[row]):
            return False
        counts = [figure.count for cells in self.cells if (figure := cells[0])]
        known = [each for each in counts if each is not None]
        *parts, whole = known if len(known) == row + 1 else [0, 0]
        apart = whole - sum(parts)
        slip = any(slips(part, part + apart) for part in (*parts, sum(parts)) if part + apart > 0)
        return whole > max(parts) and (not apart or (slip and abs(apart) * 5 <= whole))

    def _is_hundred(self, row: int) -> bool:
        """Whether a share of a hundred stands in the last row alone, and the shares above come to it.

        Not where a count above is greater: then all of what the row itself counts are meant.
        """
        if any(self._is_below(row, column) for column in range(len(self.heads))):
            return False
        for column in range(len(self.heads)):
            if SO_FAR.search(self.heads[column]):
                continue
            shares = [self.share_at(at, column) for at in range(row + 1)]
            values = [each.value for each in shares if each]
            if len(values) == row + 1 and values[-1] == 100 > max(values[:-1]):
                return row > 2 and abs(sum(values[:-1], Decimal(0)) - 100) <= 25
        return False

    def _is_below(self, row: int, column: int) -> bool:
        """Whether a count of a row is less than one above it in a column."""
        counts = [figure.count for at in range(row) if (figure := self.cells[at][column])]
        own = self.cells[row][column]
        counted = own is not None and own.count is not None and own.unit != "%" and not own.share
        return counted and any(each > own.count for each in counts if each is not None and own and own.count)

    def _has_no_share(self, row: int) -> bool:
        """Whether all rows but the last have a share beside their count, and the last stands for all of them."""
        for column in range(1, len(self.heads)):
            above = [as_share(each) for at in range(row) if (each := self.cells[at][column])]
            named = SHARE_HEAD.search(self.heads[column]) and self.cells[row][column - 1]
            if (
                row > 2
                and named
                and not self.texts[row][column].strip(" -–")
                and len(above) == row
                and None not in above
            ):
                return 85 <= sum(each.value for each in above if each) <= 115
        return False

    def _fits_every(self, row: int) -> bool:
        """Whether the last row is the sum of those above in two columns or more, and in all of them but one."""
        sums = [
            sum(each.value for each in above if each) == whole.value
            for column in range(len(self.heads))
            for above, whole in [([self.cells[at][column] for at in range(row)], self.cells[row][column])]
            if whole is not None and whole.count and None not in above
        ]
        return sum(sums) > 1 and len(sums) - sum(sums) <= 1

    def _is_what_is_counted(self, row: int) -> bool:
        """Whether the last row is what the caption counts, and a sum in one column at least."""
        label = self.labels[row].strip().lower()
        counted = len(label) > 4 and label.isalpha() and re.search(rf"\b{re.escape(label)}\b", self.caption.lower())
        return bool(counted) and self._fits_total(row)

    def _holds_others(self, row: int) -> bool:
        """Whether rows above are within others, and the last is what the others come to, or a slip of a key away."""
        if not any(WITHIN.search(label) for label in self.labels[:row]) or row < 3:
            return False
        for column in range(len(self.heads)):
            above = [self.cells[at][column] for at in range(row) if not WITHIN.search(self.labels[at])]
            whole = self.cells[row][column]
            if whole is not None and whole.count and all(each and each.count is not None for each in above):
                summed = sum(each.count or 0 for each in above if each)
                return len(above) > 1 and (summed == whole.count or slips(summed, whole.count))
        return False

    def _fits_total(self, row: int) -> bool:
        for column in range(len(self.heads)):
            above = [self.cells[at][column] for at in range(row)]
            whole = self.cells[row][column]
            summed = sum(each.value for each in above if each)
            if whole is not None and whole.count and None not in above and summed == whole.value:
                return True
        return False

    def _nearly_total(self, row: int) -> bool:
        """Whether the only column of counts has a last figure above all the others, a slip away from their sum."""
        counts = [[f.count for cells in self.cells if (f := cells[at])] for at in range(len(self.heads))]
        if len(counts) != 1 or len(counts[0]) <= row or None in counts[0] or row < 3 or is_time(self.labels):
            return False
        *parts, whole = [each for each in counts[0] if each is not None]
        summed = sum(parts)
        return whole > max(parts) and (slips(summed, whole) or abs(summed - whole) * 5 <= summed)

    @cached_property
    def parts(self) -> tuple[int, ...]:
        """The rows that stand side by side: no totals, no asides, none within another."""
        end = len(self.labels) if self.total is None else self.total
        return tuple(
            at
            for at in range(end)
            if not is_total(self.labels[at])
            and not ASIDE.search(self.labels[at])
            and not WITHIN.search(self.labels[at])
            and any(each for each in self.texts[at])
        )

    @cached_property
    def total_column(self) -> int | None:
        """The column of sums, named so."""
        found = [at for at, head in enumerate(self.heads) if is_total(head) and not BASE_HEAD.match(head)]
        if found:
            return found[-1] if len(self.heads) > 2 else None
        return self._summed_column()

    def _summed_column(self) -> int | None:
        """The last column, where it is the sum of those before it in nearly every row."""
        last = len(self.heads) - 1
        filled = [[each for each in row if each and each.count is not None] for row in self.cells]
        rows = [row for row in filled if len(row) == len(self.heads)]
        fit = sum(sum(each.value for each in row[:last]) == row[last].value for row in rows if row)
        return last if last > 1 and fit > 1 and fit >= len(rows) - 1 else None

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """Of each column: "count", "share", "both", "mean", "change", "target", "total", "base" or "words"."""
        return tuple(self._kind(at) for at in range(len(self.heads)))

    def _kind(self, column: int) -> str:
        head = self.heads[column]
        given = [row[column] for row in self.cells if row[column]]
        if not given or 2 * len(given) < sum(bool(row[column]) for row in self.texts):
            return "words"
        # "Difference rate": how often there was one.
        # "I am told of changes in good time": a statement, and no change.
        change = CHANGE_HEAD.search(head)
        if (
            change
            and len(head[: change.start()].split()) < FAR_IN
            and not re.search(r"\b(?:rates?|differences)\b", head, re.I)
        ):
            return "change"
        aimed = TARGET_HEAD.search(head) and not MEETS.match(head)
        if aimed and len(self.heads) > 1 and not SHARE_HEAD.search(head.lower().split("target")[0]):
            return "target"
        if 2 * sum(each.count is not None and bool(each.share or each.base) for each in given if each) > len(given):
            return "both"
        signs = sum(each.unit == "%" for each in given if each)
        named = SHARE_HEAD.search(head) or (self._all_shares and not MEAN_HEAD.search(head))
        named = named or column in self._of_hundred
        if 2 * signs > len(given) or (named and all(0 <= each.value <= 100 for each in given if each)):
            return "share"
        if MEAN_HEAD.search(head) or any(each.step < 1 for each in given if each and each.unit == ""):
            return "mean"
        if BASE_HEAD.match(head):
            return "base"
        return "total" if column == self.total_column else "count"

    @cached_property
    def _of_hundred(self) -> frozenset[int]:
        """Columns of whole figures side by side, three or more, that make a hundred in every row, or in all but one.

        Where another column tells the base of each row, or points: a hundred may have been read of each.
        """
        if not any(BASE_HEAD.match(head) or re.search(r"\bpoints?\b", head, re.I) for head in self.heads):
            return frozenset()
        whole = [
            all((each := row[at]) and each.count is not None and not each.unit and not each.share for row in self.cells)
            for at in range(len(self.heads))
        ]
        runs = [
            range(low, high)
            for low in range(len(whole))
            for high in range(low + 3, len(whole) + 1)
            if all(whole[low:high]) and len(self.cells) > 2
        ]
        for run in runs:
            lines = [[each.value for each in row[run.start : run.stop] if each] for row in self.cells]
            sums = [sum(values, Decimal(0)) for values in lines]
            if sum(abs(each - 100) <= 1 for each in sums) >= max(3, len(sums) - 1):
                return frozenset(run)
        return frozenset()

    @cached_property
    def _all_shares(self) -> bool:
        """Whether the caption says that every figure is a share, and none is above a hundred."""
        says = re.search(r"%|\bper ?cent\w*|\bproportion\b", f"{self.corner} {self.caption}", re.I)
        both = any(each.count is not None and each.share for row in self.cells for each in row if each)
        heads = any(SHARE_HEAD.search(head) for head in self.heads)
        named = re.search(r"\bnumbers?\b|\bn\b", self.caption, re.I)
        bases = [at for at, head in enumerate(self.heads) if BASE_HEAD.match(head) or CHANGE_HEAD.search(head)]
        values = [each.value for row in self.cells for at, each in enumerate(row) if each and at not in bases]
        return bool(says) and not both and not heads and not named and all(0 <= value <= 100 for value in values)

    def share_at(self, row: int, column: int) -> Percent | None:
        """The share that a cell prints."""
        figure = self.cells[row][column]
        if figure is None:
            return None
        return figure.share or (as_share(figure) if self.kinds[column] == "share" else None)

    def noted(self, row: int) -> str:
        """The notes that a row's mark leads to, or that name it."""
        mark = self.marks[row]
        if not mark:
            return ""
        return " ".join(note for note in self.notes if mark in note[:12] or f"{mark}" in note)

    def where(self, row: int | None, column: int | None) -> Where:
        """Where a cell stands, or the table."""
        at = column if self.turned else row
        cell = self.table.rows[self.first + at][0] if at is not None else self.table.rows[0][0]
        names = (self.labels[row] if row is not None else None, self.heads[column] if column is not None else None)
        own = names[::-1] if self.turned else names
        lines = (cell.line,) if cell.line is not None else ()
        return Where(
            cell.page or self.table.page, self.table.section or None, self.table.title or None, *own, cell.line, lines
        )

    @property
    def texts_before(self) -> str:
        """Everything that stands above the figures."""
        return " ".join((self.caption, self.corner, *self.heads))


@lru_cache(maxsize=16384)
def is_total(label: str) -> bool:
    """Whether a label heads the whole.

    >>> is_total("All wards"), is_total("Grand total"), is_total("All three met"), is_total("Small halls")
    (True, True, False, False)
    """
    return bool(TOTAL_HEAD.search(re.sub(r"\(.*?\)", "", label).strip(" *:")))


MEASURE_LABEL = pattern_of(
    r"%|\(s\)|\bper ?cent|\bshare\b|\bproportion\b|\bn\b|^(?:number|base|rate|mean|average)\b", re.I
)


@lru_cache(maxsize=2048)
def turned(sheet: Sheet) -> Sheet | None:
    """The table with rows for columns, where its rows are measures of what heads its columns; else None."""
    measures = sum(bool(MEASURE_LABEL.search(label)) for label in sheet.labels)
    if not 0 < measures < len(sheet.labels) or len(sheet.heads) < 2 or len(sheet.labels) > 8:
        return None
    if any(SHARE_HEAD.search(head) for head in sheet.heads):
        return None
    if any(each.count is not None and each.share for row in sheet.cells for each in row if each):
        return None
    return on_its_side(sheet)


def on_its_side(sheet: Sheet) -> Sheet:
    """The table with rows for columns."""
    return replace(
        sheet,
        heads=sheet.labels,
        labels=sheet.heads,
        marks=("",) * len(sheet.heads),
        cells=tuple(zip(*sheet.cells, strict=True)),
        texts=tuple(zip(*sheet.texts, strict=True)),
        turned=not sheet.turned,
    )


@lru_cache(maxsize=8192)
def is_time(labels: tuple[str, ...]) -> bool:
    """Whether labels are points of time, told one after the other."""
    return len(labels) > 1 and all(
        TIME.match(re.sub(r"\(.*?\)|[%£]|(?<=\d), [a-z]+$", "", label).strip(" ,")) for label in labels
    )


def in_time(sheet: Sheet, columns: Sequence[int]) -> list[int]:
    """Columns that are times, the earliest first: "This year | Last year" and "2024 | 2023" run back."""
    heads = [sheet.heads[at] for at in columns]
    years = [int(found.group()) if (found := YEAR.search(head)) else 0 for head in heads]
    back = bool(heads) and bool(NOW.match(heads[0])) and bool(THEN.match(heads[-1]))
    if back or (len(years) > 1 and all(years) and all(a > b for a, b in pairwise(years))):
        return list(columns)[::-1]
    return list(columns)
