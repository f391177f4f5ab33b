"""What a figure that a rule calls wrong may be right by all the same: another row, another whole, another time."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import permutations

from looped.checker.claims import SAYS
from looped.checker.context import Context
from looped.checker.explaining import counts_of
from looped.checker.finding import Finding
from looped.checker.linking import stem
from looped.checker.numbers import Percent, fits, fitting_bases
from looped.checker.patterns import pattern_of
from looped.checker.phrases import MORE_OR_LESS, ONLY
from looped.checker.placing import OR_BETTER
from looped.checker.prose import Entry, Passage, stems
from looped.checker.saying import Said, said_in
from looped.checker.sheets.figures import Figure
from looped.checker.sheets.sheet import Sheet, is_time

MANY = 12
SHORT = 2
HEAD_NUMBER = re.compile(r"^\W*(?:(?:section|part|chapter) )?\d+(?:\.\d+)*[.):]?\s*", re.I)
# A fraction in words is told of what is very nearly it.
CLOSE = Fraction(1, 100)
PLAIN = re.compile(r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|half|\d+)\b", re.I)
MOVED = pattern_of(
    rf"\b(?:by|(?:rise|fall|increase|decrease|drop|reduction|growth|decline|cut|gain) of) (?:{ONLY})?$", re.I
)
GREW_BY = pattern_of(
    r"\b(?:rose|risen|grew|grown|increased|went up|gone up|climbed) by (?:about |just |only |nearly |almost |over )?$",
    re.I,
)
COUNTED_BEHIND = re.compile(r"[^.;:()]{0,90}[(\[][\d,]+ (?:out )?of (?:the )?[\d,]+[)\]]")
FROM = re.compile(r"\bfrom [£$€]?$")
TO_LAST = re.compile(r"^[^.;:,\d]{0,30}\bto [£$€]?$")
PRINTED_BEHIND = re.compile(r"[(\[]\s*\d+(?:\.\d+)?\s?(?:%|per ?cent)$")
MORE = pattern_of(rf"(?: [a-z-]+)? (?:{MORE_OR_LESS})\b", re.I)
NUMBERED = re.compile(r"\b[A-Za-z]+ (\d+[a-z]?)\b", re.I)
# "A year earlier", "twelve months before", "since the survey of 2014": of what the table doesn't tell.
EARLIER = pattern_of(
    r"\b(?:a|one|two|three|four|five|ten|twelve|six|\d+) (?:years?|months?|weeks?|terms?|quarters?) "
    r"(?:ago|earlier|before|previously)\b|\b(?:the|in the) (?:year|month|quarter|term|audit|survey|inspection|one) "
    r"before\b|\b(?:last|the previous|the preceding|the prior|the first|the earlier) (?:year|time|audit|survey|"
    r"inspection|report|round|visit)\b|\bsince (?:the |our |its )?(?:[a-z]+ (?:of|in) )?(?:19|20)\d\d\b",
    re.I,
)
# "Those over 65, who returned 240 of the 600 forms, were the most content, at 85%": what is said of them goes on.
CLAUSED = pattern_of(r",? (?:who|which|that|whose|where)\b[^.;:,]*$", re.I)
GOES_ON = pattern_of(
    r"[^.;:,]*, (?:was|were|is|are|had|has|have|did|gave|scored|said|came|felt|rated|saw|showed|met)\b", re.I
)
OPENS_ELSEWHERE = pattern_of(
    r"\W*(?:in|at|among(?:st)?|for|on|within|under) (?!all\b|total\b|other words|short\b|fact\b|effect\b|sum\b|"
    r"practice\b|this\b|that\b|these\b|those\b|them\b|both\b|each\b|it\b|"
    r"(?:the|our) (?:year|sample|audit|whole|end|survey|quarter|period)\b)[a-z’'-]+",
    re.I,
)
TOTALS = pattern_of(r"\b(?:total|overall|altogether|in all|all)\b", re.I)
YEAR = re.compile(r"(?<![\d,.£])(?:19|20)\d\d(?![\d,]|\.\d|\s?%)")


# "A quarter of the 140".
OF_ALL_OF = re.compile(r" of (?:(?:all|the|our|its|their|these|those) )*")
REMAINING = pattern_of(r"\b(?:remaining|other|remainder of|rest, (?:all )?) ?$", re.I)


def says_in_words(context: Context, read: Passage, span: tuple[int, int], finding: Finding) -> bool:
    """Whether a share in words is one count of its sentence in another, or how much one is more than another."""
    said = [each for each in said_in(read.text) if each.start < span[1] and span[0] < each.end]
    # "More than half of them (36%)": the words are of the percentage printed behind them, and of no row.
    if finding.code == "worded-share" and PRINTED_BEHIND.search(finding.quote):
        return False
    # "About one in two of those under 35 (23 of 122)": of these.
    if COUNTED_BEHIND.match(read.text, max([span[0], *(each.end for each in said)])):
        return False
    return any(each.exact and each.text == finding.stated and _says(context, read, each) for each in said)


def _says(context: Context, read: Passage, said: Said) -> bool:
    at = read.sentence_at(said.start)
    own = [e for e in read.of_sentence(at) if not said.start <= e.start < said.end]
    # "Rose by half, from 37 to 74": by how much of the first.
    if GREW_BY.search(f"{read.text[: said.start].rstrip()} ") and (ends := _ends(read, own)):
        first, last = ends
        return 0 < first < last and _is_said(said, (Fraction(last) - Fraction(first)) / Fraction(first))
    rest = _rest_beside(read, said, own)
    own = [e for e in own if e is not rest]
    everywhere = [e for e in read.entries if e != rest]
    # "On 42 of the 107 files, more than half of the sample. Elsewhere 77": of its own whole, or of one that is named.
    based = [] if OF_THEM.match(read.text, said.end) else [e for e in own if e.base]
    noun = OF_THE.match(read.text, said.end)
    named = [e for e in everywhere if noun and noun[1].lower() in read.sentence(e.sentence).lower()]
    pairs: list[tuple[Decimal, Decimal]] = [
        (Decimal(n), Decimal(m))
        for parts, wholes in (([e for e in own if e not in based], everywhere), (based, [*own, *named]))
        for n in counts_of(parts)[:MANY]
        for m in counts_of(wholes)
    ]
    pairs += [(Decimal(n), Decimal(m)) for n, m in rows_named(context, read.sentence(at))]
    values = [e for e in own if e.kind != "share" and e.value > 0][:MANY]
    alike = [(a.value, b.value) for a, b in permutations(values, 2) if (a.kind, a.unit) == (b.kind, b.unit)]
    pairs += alike
    # "Fell from 15 to 12, or by a fifth".
    if MOVED.search(read.text[: said.start]):
        pairs += [(abs(a - b), b) for a, b in alike]
    return any(0 < part < whole and _is_said(said, Fraction(part) / Fraction(whole)) for part, whole in pairs)


def _ends(read: Passage, own: Sequence[Entry]) -> tuple[Decimal, Decimal] | None:
    """The two figures of "from 37 files to 74", where a sentence tells no others."""
    if len(own) != 2 or (own[0].kind, own[1].kind).count("share") == 1:
        return None
    first, last = own
    from_to = FROM.search(read.text[: first.start]) and TO_LAST.search(read.text[first.end : last.start])
    return (first.value, last.value) if from_to else None


def _rest_beside(read: Passage, said: Said, own: Sequence[Entry]) -> Entry | None:
    """ "A quarter of the 140 (28) did, the other 112 didn't": what is left of a whole is no whole."""
    named = next((e for e in own if e.start >= said.end and OF_ALL_OF.fullmatch(read.text[said.end : e.start])), None)
    rests = [e for e in own if REMAINING.search(read.text[: e.start])]
    if named is None or len(rests) != 1:
        return None
    return rests[0] if any(e.value + rests[0].value == named.value for e in own) else None


def _is_said(said: Said, fraction: Fraction) -> bool:
    assert said.exact
    hedged = not PLAIN.match(said.text)
    near = abs(fraction - said.exact) <= CLOSE * said.exact
    return said.low <= fraction <= said.high and (hedged or near)


OF_THE = pattern_of(r" of (?:the|our|all) ([a-z’'-]{3,})\b", re.I)
OF_THEM = pattern_of(r" of (?:them|these|those)\b", re.I)
OF_TOTAL = pattern_of(r"\s*of (?:the )?(?:overall |grand |whole )?total\b(?! (?:for|at|in|of))", re.I)


def is_of_row(context: Context, read: Passage, entry: Entry) -> bool:
    """Whether a share is one cell of another in the row that its sentence names, or of its column's total."""
    printed = entry.share
    if not printed or MOVED.search(read.text[: entry.start]):
        return False
    clause, of_total = _clause(read, entry), bool(OF_TOTAL.match(read.text, entry.end))
    # "Ayr came first; Oban was second at 57%": what Ayr has gives no share of Oban's.
    own = any(next(named_rows(placed.sheet, clause), None) is not None for placed in context.sheets)
    text = clause if own else read.sentence(entry.sentence)
    return any(fits(part, whole, printed) for part, whole in rows_named(context, text, of_total))


def rows_named(context: Context, text: str, of_total: bool = False) -> Iterator[tuple[int, int]]:
    """A part and a whole: of the counts of a row that a text names, and of each with its column's total.

    of_total: whether the words say that it is of the total, which is the column's where no column is named.
    """
    numbers = {found.lower() for found in NUMBERED.findall(text)}
    for sheet in (placed.sheet for placed in context.sheets):
        named = set(named_rows(sheet, text))
        bare = {at for at, label in enumerate(sheet.labels) if not stems(label) and label.strip().lower() in numbers}
        for at in sorted(named | bare):
            yield from _of_row(sheet, at, across=not of_total or _names_column(sheet, text))


def _names_column(sheet: Sheet, text: str) -> bool:
    words = stems(text)
    return any(own <= words for head in sheet.heads if (own := stems(head)))


def named_rows(sheet: Sheet, text: str) -> Iterator[int]:
    """The rows of whose label a text has every telling word."""
    words = stems(text)
    yield from (at for at, label in enumerate(sheet.labels) if (own := stems(label)) and own <= words)


def _of_row(sheet: Sheet, at: int, across: bool = True) -> Iterator[tuple[int, int]]:
    counts = [figure.count if figure else None for figure in sheet.cells[at]]
    if across:
        yield from ((a, b) for a, b in permutations([n for n in counts if n], 2) if a < b)
    if sheet.total is not None and sheet.total != at:
        for own, total in zip(counts, sheet.cells[sheet.total], strict=True):
            if own and total and total.count and own < total.count:
                yield own, total.count


def is_of_other_time(context: Context, read: Passage, entry: Entry) -> bool:
    """Whether a figure's clause tells of an earlier time than the tables, which are of one time."""
    told = " ".join(_texts(context))
    years = {int(each) for each in YEAR.findall(told)}
    if len(years) > 1 or any(
        is_time(tuple(names)) for p in context.sheets for names in (p.sheet.heads, p.sheet.labels)
    ):
        return False
    clause = _clause(read, entry)
    own = {int(each) for each in YEAR.findall(clause)} - years
    latest = max([*years, *(int(n) for p in context.document.paragraphs for n in YEAR.findall(p.text))], default=0)
    return (bool(own) and max(own) < latest) or bool(EARLIER.search(clause))


def is_of_other_scope(read: Passage, entry: Entry) -> bool:
    """ "In schools with a pool the share was 88%": of those that its sentence opens with, and tells no count of."""
    own = [e for e in read.of_sentence(entry.sentence) if e.kind == "count" and e.end <= entry.start]
    return not own and bool(OPENS_ELSEWHERE.match(read.sentence(entry.sentence)))


def is_said_of_subject(read: Passage, share: Entry, last: Entry) -> bool:
    """Whether a share behind a count is said of those who were counted, and isn't what they are of all."""
    lead, gap = read.text[read.starts[share.sentence] : last.start], read.text[last.end : share.start]
    return bool(SAYS.match(read.text, share.end) or (CLAUSED.search(lead) and GOES_ON.match(gap)))


def is_earlier(read: Passage, entry: Entry) -> bool:
    """Whether a figure is told of an earlier time: "twelve months before the total had been £2.0 million"."""
    return bool(EARLIER.search(_clause(read, entry)))


def is_pair_of_row(context: Context, read: Passage, entry: Entry) -> bool:
    """Whether a count and its base are two cells of the row named or of the totals, or some of a column and all."""
    for sheet in (placed.sheet for placed in context.sheets if entry.base):
        for at in {*named_rows(sheet, read.sentence(entry.sentence)), *_total_of(sheet)}:
            counts = [figure.count for figure in sheet.cells[at] if figure]
            if entry.count in counts and entry.base in counts:
                return True
        for column in zip(*sheet.cells, strict=True):
            of_all = sheet.total is not None and (total := column[sheet.total]) and total.count == entry.base
            if of_all and OR_BETTER.search(read.sentence(entry.sentence)) and _is_run(column, entry.count):
                return True
    return False


def is_of_other_table(context: Context, read: Passage, entry: Entry) -> bool:
    """Whether of several tables one has the count in a row that the sentence names in full."""
    sentence = read.sentence(entry.sentence)
    sheets = _of_named_part(context, sentence) if len(context.sheets) > 1 else []
    named = (sheet.cells[at] for sheet in sheets for at in named_rows(sheet, sentence))
    return any(figure.count == entry.count for row in named for figure in row if figure)


def _of_named_part(context: Context, sentence: str) -> list[Sheet]:
    """The tables under the headings that a sentence names; all of them where it names none."""
    every, text = [placed.sheet for placed in context.sheets], sentence.lower()
    heads = [HEAD_NUMBER.sub("", sheet.table.section).strip().lower() for sheet in every]
    named = [sheet for sheet, head in zip(every, heads, strict=True) if len(head) > SHORT and head in text]
    return named or every


def is_plainly_placed(context: Context, sentence: str) -> bool:
    """Whether a sentence names the heading that one of several tables stands under, and one of its rows in full."""
    named = _of_named_part(context, sentence)
    return len(named) == 1 < len(context.sheets) and len(list(named_rows(named[0], sentence))) == 1


def is_between_totals(context: Context, read: Passage, span: tuple[int, int]) -> bool:
    """ "24 standards are met, three more than in 2023 (21)": how far two totals are apart, one of which is told."""
    told = {e.value for e in read.entries}
    sizes = {e.value for e in read.entries if span[0] <= e.start < span[1] and MORE.match(read.text, e.end)}
    totals = [p.sheet.cells[p.sheet.total] for p in context.sheets if p.sheet.total is not None]
    pairs = (pair for row in totals for pair in permutations([f.value for f in row if f][:MANY], 2))
    return any(a in told and abs(a - b) in sizes for a, b in pairs)


def is_gap_of_row(context: Context, read: Passage, entry: Entry) -> bool:
    """ "The total has come down by ten": how far two cells are apart in the row named, or in that of the totals."""
    sentence = read.sentence(entry.sentence)
    for sheet in (placed.sheet for placed in context.sheets):
        for at in {*named_rows(sheet, sentence), *(_total_of(sheet) if TOTALS.search(sentence) else ())}:
            values = [figure.value for figure in sheet.cells[at] if figure][:MANY]
            if any(a - b == entry.value for a, b in permutations(values, 2)):
                return True
    return False


def _total_of(sheet: Sheet) -> Sequence[int]:
    """The row of totals, where there is one."""
    return () if sheet.total is None else (sheet.total,)


def _is_run(column: Sequence[Figure | None], wanted: int) -> bool:
    """Whether cells one below the other come to a number: the grades that are so good, or better."""
    values = [figure.count if figure and figure.count is not None else 0 for figure in column]
    return any(
        sum(values[low:high]) == wanted for low in range(len(values)) for high in range(low + 2, len(values) + 1)
    )


def is_proved(read: Passage, entry: Entry) -> bool:
    """Whether others of the passage have their shares of this one printed: then it is a whole of its own.

    Two of them, or one whose share no other whole than this would give.
    """
    others = [
        e
        for e in read.entries
        if e is not entry and e.kind == "count" and e.share and not e.base and e.sentence >= entry.sentence
    ]
    fitting = [e for e in others if e.share and 0 < e.count < entry.count and fits(e.count, entry.count, e.share)]
    return len(fitting) > 1 or any(_is_told_exactly(e) for e in fitting)


def _is_told_exactly(entry: Entry) -> bool:
    """Whether one whole alone fits a count and its share, or two do."""
    low, high = fitting_bases(entry.count, entry.share) if entry.share else (0, MANY)
    return high - low <= 1


def is_left_by_share(read: Passage, entry: Entry) -> bool:
    """Whether a count is what another leaves of the whole that its share is of: "66 of the 120, 55%; 54 not"."""
    counts = [e for e in read.entries if e is not entry and e.kind == "count"]
    wholes = counts_of(counts)
    return any(
        whole - part.count == entry.count and fits(part.count, whole, share)
        for part in counts
        for whole in wholes
        if whole > part.count > 0
        for share in ([part.share] if part.share else _behind(read, part))
    )


def _behind(read: Passage, part: Entry) -> Sequence[Percent]:
    """The shares of its sentence that stand behind a count."""
    return [e.share for e in read.of_sentence(part.sentence) if e.share and e.start >= part.end]


def _clause(read: Passage, entry: Entry) -> str:
    start = read.starts[entry.sentence]
    low = max(read.text.rfind(";", start, entry.start) + 1, start)
    high = read.text.find(";", entry.end)
    end = start + len(read.sentence(entry.sentence))
    return read.text[low : min(high, end) if high >= 0 else end]


def _texts(context: Context) -> Iterable[str]:
    for placed in context.sheets:
        sheet = placed.sheet
        yield from (sheet.texts_before, *sheet.heads, *sheet.labels, *sheet.notes)


def noun_of(entry: Entry) -> str:
    """The stem of what a count counts, where that stands right behind it."""
    inside = re.match(r"[\d,]+ ([a-z]{3,})|[a-z-]+ ([a-z]{3,}) \(", entry.text)
    found = inside or re.match(r" ([a-z]{3,})\b", entry.after)
    return stem(next(each for each in found.groups() if each)) if found else ""
