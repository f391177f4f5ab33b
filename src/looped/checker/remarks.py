"""Sentences that remark on a table: which table, which of its rows and columns, in which sense they are compared."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property, lru_cache

from looped.checker.context import Context
from looped.checker.document import NEAR, Paragraph, Table
from looped.checker.finding import Finding, Verdict
from looped.checker.measures import INTERVAL, ranked
from looped.checker.patterns import Pattern, Texts, pattern_of
from looped.checker.prose import Passage, passage
from looped.checker.sheets.around import NOTE, Placed, numbers_in
from looped.checker.sheets.giving import pair_of, worked_shares
from looped.checker.sheets.naming import Named, alike, label_words, named_in, tokens_of
from looped.checker.sheets.places import otherwise_named
from looped.checker.sheets.sheet import THEN, Sheet, is_total, on_its_side
from looped.checker.sheets.spoken import as_spoken_of
from looped.checker.worth import DURATIONS, UNWANTED

BAD_THING = pattern_of(
    rf"\b(?:{UNWANTED}|{DURATIONS}|forg[eo]t\w*|left out|outstanding (?:debt|actions?|balance)|exceptions?|"
    r"omission\w*|omitted|out of work|unemploy\w*|stay|not \w+|un\w+ed|bullying|adverse|disagree\w*)\b",
    re.I,
)
GOOD_HEAD = pattern_of(
    r"^\W*(?:% |percentage |percent |share )?(?:number )?(?:met|meeting|satisfied|compliant|agree(?:d|ing)?|good|"
    r"achieved|passed|complete|adherent|positive(?:ly)?|favou?rable|happy|pleased|content|confident|approving)\b",
    re.I,
)
# Of a bad thing that was dealt with more is better.
DEALT_WITH = pattern_of(
    r"\b(?:within|on time|in time|answered|resolved|met|complet\w+|closed|cleared|complian\w+|without|free|avoided|"
    r"reduced|prevented|saved)\b",
    re.I,
)
CUTS = pattern_of(
    r"[;:]|[,–—] (?=(?:and|but|while|whereas|although|though|with|yet|followed)\b)|"
    r"\b(?:but(?! (?:one|two|three|four|for|(?:that|those) (?:for|in|at|of|on))\b)|while|whereas|although|"
    r"though|followed by|ahead of)\b|"
    r"\band (?=(?:(?:the )?(?:\w+ )?|(?:[\w’'-]+ ){1,5}?the )"
    r"(?:weakest|strongest|lowest|highest|least|most|fewest|worst|best|smallest|largest|"
    r"longest|shortest)\b)",
    re.I,
)


# "Every site but Ayr": it leaves one out, and begins no clause.
LEAVES_OUT = pattern_of(r"\b(?:every|each|all|no|none|everywhere|nowhere)(?: (?!and\b)[a-z’'-]+){0,4} $", re.I)

SUPERLATIVE = re.compile(r"(?:high|low|great|old|young|long|short|large?|small)est")
# "Though more of A came, B was the best": where the first clause ends.
CONCEDED = pattern_of(r"\W*(?:even )?(?:though|although|while|whereas|whilst) [^.;:,]*, ", re.I)
# How far two changes are apart: no change itself.
OF_CHANGES = pattern_of(
    r"\b(?:gain|rise|increase|fall|drop|change|improvement|growth|reduction|decline|gap|difference|swing)s?\b"
    r"[^.;:]{0,50}?\b(?:greater|larger|bigger|smaller|less|more|higher|lower|steeper|narrower|wider)\b[^.;:]{0,12}?\bby\b",
    re.I,
)


@dataclass(frozen=True)
class Remark:
    """A sentence of a passage with a table that it may speak of."""

    paragraph: Paragraph
    read: Passage
    at: int
    sheet: Sheet

    @cached_property
    def text(self) -> str:
        """The words of the sentence."""
        return self.read.sentence(self.at)

    @property
    def start(self) -> int:
        """Where the sentence begins in its paragraph."""
        return self.read.starts[self.at]

    @cached_property
    def rows(self) -> list[Named]:
        """The rows that the sentence names: not by a word alone that a column's head has too."""
        found = _unlike(named_in(self.text, self.sheet.labels, self.sheet.corner), self.sheet.labels)
        found = [each for each in found if each.whole or not self._is_in_heads(self.text[each.start : each.end])]
        found = [each for each in found if each.whole or not self._is_of_kind(self.text[each.start : each.end])]
        found = [each for each in found if each.whole or not self._is_of_title(self.text[each.start : each.end])]
        # "High" heads a column: it is no short word for the row of highways.
        heads = {each.plain for head in self.sheet.heads if found for each in tokens_of(head)}
        found = [each for each in found if not self._is_word_of(heads, each) and not self._is_superlative(each)]
        labels = tuple(self.sheet.labels[: self.sheet.total])
        return _with_others(found, otherwise_named(self.text, labels, self.sheet.corner))

    @cached_property
    def is_of_other_figures(self) -> bool:
        """Whether its paragraph tells two figures or more, and none that is printed in the table or over it.

        Neither "three of the four" nor a limit is one.
        """
        told = {each.value for each in self.read.entries if each.kind in OF_TABLES and each.text[0].isdigit()}
        return len(told) > 1 and told.isdisjoint(_printed(self.sheet))

    def _is_of_kind(self, words: str) -> bool:
        """Whether every word is what the rows are: "two services" names no row, though one is "Planning services"."""
        own = label_words(self.sheet.corner) if self.sheet.corner else ()
        return bool(own) and all(any(alike(each.plain, other) for other in own) for each in tokens_of(words))

    def _is_of_title(self, words: str) -> bool:
        """Whether all words stand in the title: in a report on smokers "smoking" is no row "Lives with a smoker"."""
        return all(any(alike(each.plain, other) for other in self.sheet.about) for each in tokens_of(words))

    def _is_word_of(self, heads: set[str], named: Named) -> bool:
        """Whether a row is named by one word only, and this very word heads a column, but not the row."""
        words = [each.plain for each in tokens_of(self.text[named.start : named.end])]
        label = {each.plain for each in tokens_of(self.sheet.labels[named.at])}
        return len(words) == 1 and words[0] in heads and words[0] not in label

    def _is_superlative(self, named: Named) -> bool:
        """Whether "highest" would name the row "High"."""
        words = self.text[named.start : named.end].lower()
        return bool(SUPERLATIVE.fullmatch(words)) and words not in self.sheet.labels[named.at].lower()

    def _is_in_heads(self, words: str) -> bool:
        """Whether every word is of the stem of one of the columns' heads."""
        heads = [each.plain for each in tokens_of(" ".join(self.sheet.heads)) if len(each.plain) > 3]
        return all(any(alike(each.plain, other) for other in heads) for each in tokens_of(words))

    @cached_property
    def unnamed(self) -> str:
        """The sentence with the names of rows blanked, each place as it was: "opening hours" tells of no bad thing."""
        text = self.text
        for each in self.rows:
            text = text[: each.start] + " " * (each.end - each.start) + text[each.end :]
        return text

    @cached_property
    def told_of(self) -> str:
        """The sentence with what stands over the table; under a head of what is good no other name tells of bad things.

        "Complaints handling" with the most that were satisfied is no bad thing, nor is it among "Exceptions by type".
        """
        heads = self.sheet.heads
        if any(GOOD_HEAD.match(head) for head in heads) and not any(BAD_THING.search(head) for head in heads):
            return self.unnamed
        return f"{self.text} {self.sheet.texts_before}"

    @cached_property
    def columns(self) -> list[Named]:
        """The columns that the sentence names."""
        found = _unlike(named_in(self.text, self.sheet.heads, self.sheet.corner), self.sheet.heads)
        found = [each for each in found if each.whole or not self._is_of_kind(self.text[each.start : each.end])]
        # "Are judged good" names no "Previous judgement".
        return [each for each in found if each.whole or not self._is_of_then(each)]

    def _is_of_then(self, named: Named) -> bool:
        """Whether a column is of an earlier time, and the words that name it in part say nothing of that."""
        then = THEN.match(self.sheet.heads[named.at])
        return bool(then) and not then_said(self.text[named.start : named.end], then)

    def clause(self, place: int) -> tuple[int, int]:
        """The clause of the sentence that a place is in."""
        # "“Wishes and the views told” was the weakest": no clause ends in a name.
        cuts = [cut for cut in _cuts(self.text) if not any(each.start < cut[0] < each.end for each in self.rows)]
        low = max((end for start, end in cuts if end <= place), default=0)
        high = min((start for start, _ in cuts if start > place), default=len(self.text))
        return low, high

    def finding(
        self, code: str, verdict: Verdict, span: tuple[int, int], expected: str, why: str, name: str = ""
    ) -> Finding:
        """A finding on words of the sentence."""
        quote = self.text[span[0] : span[1]].strip(" ,;:")
        label = f", {name}" if name else ""
        slip = f"{code}/{self.paragraph.line}/{self.start + span[0]}"
        told = f"the table {self.sheet.table.title!r}{label}: {why}"
        return Finding(code, verdict, self.paragraph.where, quote, quote, expected, told, slip, "likely")


def then_said(words: str, then: re.Match[str] | None) -> bool:
    """Whether words have the word of an earlier time that a head begins with."""
    return then is not None and then.group().lower().split()[-1] in words.lower().split()


def _with_others(found: list[Named], others: Sequence[Named]) -> list[Named]:
    """Names, with those told by other words where no name stands."""
    named = {each.at for each in found}
    free = [o for o in others if o.at not in named and not any(e.start < o.end and o.start < e.end for e in found)]
    return sorted([*found, *free], key=lambda each: each.start) if free else found


@lru_cache(maxsize=8192)
def _cuts(text: str) -> tuple[tuple[int, int], ...]:
    """Where the clauses of a sentence are cut."""
    found = [
        each.span()
        for each in CUTS.finditer(text)
        if not (each.group().lower() == "but" and LEAVES_OUT.search(text[: each.start()]))
    ]
    if conceded := CONCEDED.match(text):
        found.append((conceded.end() - 2, conceded.end()))
    return tuple(sorted(found))


def _unlike(found: list[Named], labels: Sequence[str]) -> list[Named]:
    """Without totals, which are no one's name."""
    return [each for each in found if not is_total(labels[each.at])]


def within(found: Sequence[Named], low: int, high: int) -> list[int]:
    """What is named in a stretch, once each."""
    return list(dict.fromkeys(each.at for each in found if low <= each.start and each.end <= high))


def remarks(context: Context) -> tuple[Remark, ...]:
    """Each sentence with each table that it may speak of: of its section, the nearest before and behind it."""
    return tuple(_remarks(context))


def _remarks(context: Context) -> Iterator[Remark]:
    if not context.sheets:
        return
    for place, block in enumerate(context.document.blocks):
        if isinstance(block, Table) or block.text.lstrip("# ") == block.section or "\t" in block.text:
            continue  # a heading, or a row that was read as prose
        near = sheets_near(context, place)
        read = passage(block.text) if near else None
        # A note says what the figures are; what is said behind it in the paragraph remarks on them.
        first = 1 if NOTE.match(block.text) and not _is_of_a_row(block.text, near) else 0
        for at in range(first, len(read.starts) if read else 0):
            for sheet in near:
                assert read is not None
                yield Remark(block, read, at, sheet)


def _is_of_a_row(text: str, near: Sequence[Sheet]) -> bool:
    """Whether a paragraph begins with the whole name of a row: "Total dust: above the limit"."""
    words = re.sub(r"^\W+", "", text).lower()
    return any(" " in label and words.startswith(f"{label.lower()}:") for sheet in near for label in sheet.labels)


def sheets_near(context: Context, place: int) -> list[Sheet]:
    """The tables of the section of a block nearest before and behind it and near, or the only one there is.

    place: of the block in the document.
    """
    here = context.once(_by_section).get(context.document.sections[place], [])
    before = [each for each in here if 0 < place - each.place <= NEAR][-1:]
    behind = [each for each in here if 0 < each.place - place <= NEAR][:1]
    found = [*before, *behind] or (list(context.sheets) if len(context.sheets) == 1 else [])
    return [as_spoken_of(each.sheet) for each in found]


def _by_section(context: Context) -> dict[int, list[Placed]]:
    """The tables of each section, by its number."""
    found: dict[int, list[Placed]] = {}
    for each in context.sheets:
        found.setdefault(context.document.sections[each.place], []).append(each)
    return found


def judged(found: Sequence[tuple[Verdict, Finding]]) -> Iterator[Finding]:
    """Of one statement put to several tables: right if it is so of any; else what the first says."""
    right = [finding for verdict, finding in found if verdict == "ok"]
    yield from right[:1] or [finding for _, finding in found[:1]]


def _texts(context: Context) -> Texts[Remark]:
    return Texts(context.once(remarks), lambda each: each.text)


OF_TABLES = ("count", "share")
Check = Callable[[Remark], Iterator[Finding]]


def by_statement(context: Context, check: Check, *needed: Pattern) -> Iterator[Finding]:
    """A check put to each sentence and table near it, with one finding for each statement.

    needed: patterns of which one must have a match in a sentence for the check to find anything there.
    """
    return of_each(remarks_with(context, *needed), check)


def remarks_with(context: Context, *needed: Pattern) -> Sequence[Remark]:
    """The sentences with tables near them in which one of some patterns may have a match."""
    every = context.once(_texts)
    return every.with_any(needed) if needed else every.things


def of_each(every: Iterable[Remark], check: Check) -> Iterator[Finding]:
    """What a check finds of sentences with tables, one finding for each statement."""
    groups: dict[tuple[int, str], list[tuple[Verdict, Finding]]] = {}
    for remark in every:
        for finding in check(remark):
            groups.setdefault((id(remark.paragraph), finding.slip), []).append((finding.verdict, finding))
    for group in groups.values():
        yield from judged(group)


def is_of_intervals(remark: Remark) -> bool:
    """Whether a sentence speaks of the intervals that a column of the table holds."""
    return bool(INTERVAL.search(remark.text)) and any(INTERVAL.search(head) for head in remark.sheet.heads)


def value(sheet: Sheet, row: int, column: int, by: str) -> Decimal | None:
    """What a cell is compared by. by: "share" or "count"."""
    figure = sheet.cells[row][column]
    if figure is None:
        return None
    if by == "rate":
        whole = sheet.cells[row][sheet.total_column] if sheet.total_column is not None else None
        if whole and whole.count and figure.count is not None and not pair_of(sheet):
            return figure.value * 100 / whole.value
        return next(iter(worked_shares(sheet, row)), None)
    if by == "share":
        if figure.exact is not None:
            return figure.exact
        printed = sheet.share_at(row, column)
        return printed.value if printed else None
    return figure.value


def ranked_rows(sheet: Sheet) -> list[int]:
    """The rows that can be set against each other."""
    return list(ranked(sheet))


def is_kind(sheet: Sheet, noun: str) -> bool:
    """Whether a noun is what the table's rows are: its corner's word, or one that all labels share."""
    kinds = _kinds(sheet)
    return any(alike(each.plain, other) for each in tokens_of(noun) for other in kinds if len(each.plain) > 2)


@lru_cache(maxsize=2048)
def _printed(sheet: Sheet) -> frozenset[Decimal]:
    """The figures in the cells of a table, and all numbers around them."""
    cells = [each for row in sheet.cells for each in row if each]
    around = " ".join((sheet.caption, sheet.corner, *sheet.heads, *sheet.labels, *sheet.notes))
    shares = (each.share.value for each in cells if each.share)
    bases = (Decimal(each.base) for each in cells if each.base)
    return frozenset((*(each.value for each in cells), *shares, *bases, *map(Decimal, numbers_in(around))))


@lru_cache(maxsize=2048)
def _kinds(sheet: Sheet) -> frozenset[str]:
    """Kept: every sentence near a table asks for them."""
    heads = set(label_words(sheet.corner)) if sheet.corner else set()
    labels = [label_words(sheet.labels[row]) for row in sheet.parts]
    shared = {w for w in (labels[0] if labels else ()) if all(any(alike(w, o) for o in each) for each in labels)}
    return frozenset(heads | shared)


@lru_cache(maxsize=2048)
def lies(sheet: Sheet) -> Sheet:
    """The table on its side: rows for columns, whatever they are."""
    return replace(on_its_side(sheet), corner="")
