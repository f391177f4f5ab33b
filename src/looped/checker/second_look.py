"""A second look at what a rule calls wrong: whether the figures around it give what is stated in another way.

A rule reads a sentence in one way and doesn't know how the others read it. A right figure nearly always comes out of
figures told beside it: as a part of another whole, as a change, as what several leave of one. A wrong one hardly does.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations, permutations, product

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.evidence.reading import is_slip
from looped.checker.explaining import counts_of
from looped.checker.finding import Finding
from looped.checker.flows import flows
from looped.checker.numbers import fits, slips, whole
from looped.checker.otherwise import (
    is_between_totals,
    is_earlier,
    is_gap_of_row,
    is_left_by_share,
    is_of_other_scope,
    is_of_other_table,
    is_of_other_time,
    is_of_row,
    is_pair_of_row,
    is_proved,
    is_said_of_subject,
    named_rows,
    noun_of,
    says_in_words,
)
from looped.checker.pairing import in_time
from looped.checker.patterns import pattern_of
from looped.checker.phrases import ONLY
from looped.checker.prose import SCALES, Entry, Passage, passage
from looped.checker.rules.balance import CAME, WENT
from looped.checker.sheets.figures import Figure
from looped.checker.sheets.sheet import Sheet
from looped.checker.subgroups import taken_up

# Rules on figures that stand right beside each other: no other reading is asked for.
BESIDE = (
    "footnoted fraction all-but "
    "change-stated above-whole closed-list worded-share said-apposed shares-of-all interval blank-figure "
    "missing-figure odd-share net-told from-target risk-ratio split grades-together named-change "
    "interval-told dates-apart "
    "shares-paired "
    "all-of-rest money-share share-grounded "
    "share-of-rest shares-divided shares-together at-rate tallied-mean "
    "lines-counted "
    "inside-range significance amount-share of-subgroup"
)
# Rules that ask themselves whether another sum of the passage gives the figure.
CAREFUL_ONES = (
    "of-no-whole mean-of-none mean-of-each rest-of-none "
    "concluded came-and-went of-figures so-many-each told-back taken-up share-again "
    "span-again date-again summed-up other-side what-remains closed-account "
)
CAREFUL = frozenset(CAREFUL_ONES.split())
# Rules on sums of printed parts, which rounding may put apart.
ADDED = (
    "parts-of-whole amount-total column-total told-total sheet-sum sheet-hundred "
    "sheet-made-of nearly-whole sheet-altogether sheet-quoted sum-accounted sheet-worked"
)
# Rules on by how much something changed: in per cent of what was there before.
OF_THE_EARLIER = frozenset(("apart",))
# Rules on a figure that a table is said to give; the others are on what is the most, or is so in every row.
QUOTED = frozenset(
    ("sheet-quoted", "sheet-altogether", "sheet-compared", "sheet-changed", "sheet-steps", "sheet-whole")
)
MEANS = frozenset(("mean-told", "mean-of-two", "averaged"))
GAPS = frozenset(("apart", "by-how-much", "change-stated", "difference-stated"))
# Rules on sums that take no account of what came and what went.
OF_FLOWS = frozenset(
    ("split", "rest-accounted", "left-over", "two-parts", "taken-away", "told-total", "parts-of-whole")
)
BETWEEN = frozenset(("apart", "sheet-compared"))
FIGURE = re.compile(r"(\d[\d,]*(?:\.\d+)?)(?:\s?(k|thousand|mn?|million|bn|billion)\b)?", re.I)
SURE, SUMS = frozenset(BESIDE.split()) | CAREFUL, frozenset(ADDED.split())
ROUNDED = pattern_of(
    r"\b(?:rounded (?:separately|independently|individually)|(?:(?:due|owing) to|because of) rounding|rounding means|"
    r"(?:may|might|need|do|does|will) not (?:always |necessarily )?(?:sum|add|total|agree)\b|"
    r"(?:percentages|figures|amounts|totals|shares) (?:are|have been|were) rounded\b)",
    re.I,
)
# "Had three more been on time, it would have been 77%": of what is not so.
HYPOTHETICAL = pattern_of(
    r"\bwould (?:then |only |still |also )?(?:have (?:been|made|given|come|brought|raised|lowered|cut|taken|left)|make|"
    r"give|bring|be (?:about |nearly |over )?[£\d])",
    re.I,
)
OF_PAIRS = frozenset(("share-of-pair", "share-of-base", "weighed-share", "weighed-mean"))
# Rules on a count that may be a whole of its own, with parts of which the shares are printed.
OF_WHOLES = frozenset(("two-parts", "parts-of-whole", "left-over", "rest-accounted", "sum-accounted", "weighed-rest"))
# Rules on what several figures make or leave: nearly all that they rightly find is close to what it should be.
SUMMED_ONES = (
    "parts-of-whole rest-accounted closed-list told-total left-over two-parts sum-accounted nearly-whole "
    "shares-of-all mean-told mean-of-two averaged split above-whole"
)
SUMMED = frozenset(SUMMED_ONES.split())
LAST_TIME = pattern_of(
    r"(?:in (?:19|20)\d\d(?:[/–-]\d\d)?,? (?:the|this|that|it)\b\D*\d+|"
    r"last (?:year|time|quarter)|(?:in )?the (?:previous|preceding|prior) [a-z]+|(?:in )?the year before|a year "
    r"(?:ago|earlier|before))\b",
    re.I,
)
TARGET = re.compile(r"(?:target|standard|goal|threshold)(?: of| was| is)? (\d+(?:\.\d+)?)\s?(?:%|per ?cent)", re.I)
HAD_BEEN = pattern_of(
    r"\bhad (?:been|stood)\b[^.;]*\b(?:first (?:cycle|audit|round|survey)|last|previous\w*|before|earlier|baseline)\b",
    re.I,
)
POOLED = pattern_of(r"\b(?:overall|together|combined|in all|as a whole|altogether)\b", re.I)
OF_ALL = pattern_of(r" of (?:the (?:whole|total)|all)\b")
TAKEN_UP = pattern_of(r"(?:they|these|those|this|that|it|such|both|all of (?:them|these)) ", re.I)
THE_REST = pattern_of(
    r"\bthe (?:remaining|other) (?:\d|[a-z]+teen\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|"
    r"nine\b|ten\b|eleven\b|twelve\b)",
    re.I,
)
# "62.0% and 30.2%, a difference of 36.0 points": of these two, whatever a table has.
GAP_OF_BOTH = pattern_of(rf"\d%?\)?,? (?:[a-z]+ )??an? (?:difference|gap) of (?:{ONLY})?$", re.I)
FLOW, WITH_REST = 6, 3
NEAR, MANY, REACH, SMALL, LARGE, FAR, CLOSE = 4, 12, 2, 20, 100, Decimal("2.5"), Decimal("1.6")


def stands(context: Context, finding: Finding) -> bool:
    """Whether what a finding calls wrong is right by another sum, so that nothing should be said of it."""
    if finding.verdict == "rounding" and finding.code in SUMS and context.once(_is_rounded):
        return True
    if finding.where.row is not None:
        return False
    of_table = finding.code.startswith("sheet-")
    if not of_table and _crosses_a_mark(finding.quote):
        return True
    if _is_said_otherwise(context, finding):
        return True
    if finding.code in SUMMED and not _may_be_slip(finding) and not _is_plain_rest(context, finding):
        return True
    # A ratio that is set in right behind its two counts.
    if finding.code == "mean-told" and finding.certainty == "certain":
        return False
    if finding.code in OF_FLOWS and _is_of_flow(context, finding):
        return True
    if (finding.code in OF_FLOWS or finding.code.startswith("weighed-")) and _is_of_some(context, finding):
        return True
    if finding.code in SURE or (of_table and finding.code not in QUOTED):
        return False
    found = place_of(context, finding)
    return found is not None and _is_right_there(context, finding, *found)


def _is_plain_rest(context: Context, finding: Finding) -> bool:
    """ "Of the 33, 19 were seen; the remaining 9": a whole, its part and what is called the rest, and nothing else."""
    if finding.code != "parts-of-whole" or " less " not in finding.why:
        return False
    found = place_of(context, finding)
    if found is None:
        return False
    read, low = found
    sentence = read.sentence_at(low)
    return len(read.of_sentence(sentence)) == WITH_REST and bool(THE_REST.search(read.sentence(sentence)))


def place_of(context: Context, finding: Finding) -> tuple[Passage, int] | None:
    """The paragraph that a finding on prose is of, and where its quote begins in it; None where it isn't found."""
    for paragraph in context.once(_by_line).get(finding.where.line, ()):
        if finding.quote and finding.quote in paragraph.text:
            return passage(paragraph.text), paragraph.text.find(finding.quote)
    return None


def _by_line(context: Context) -> dict[int | None, list[Paragraph]]:
    """The paragraphs by the line that they begin on."""
    found: dict[int | None, list[Paragraph]] = {}
    for paragraph in context.document.paragraphs:
        found.setdefault(paragraph.line, []).append(paragraph)
    return found


def _is_right_there(context: Context, finding: Finding, read: Passage, low: int) -> bool:
    """Whether what is stated at a place of the prose is supposed, of another time or whole, or given by others."""
    of_table, high = finding.code.startswith("sheet-"), low + len(finding.quote)
    if _is_supposed(read, high - 1, finding):
        return True
    entry = _stated(read, low, finding)
    of_pair = entry is not None and entry.kind == "share" and finding.code in OF_PAIRS
    if entry and of_pair and _is_of_last_time(read, entry):
        return True
    if of_table and is_between_totals(context, read, (low, high)):
        return True
    if entry and of_pair and is_of_other_scope(read, entry):
        return True
    # Of a whole that its own sentence opens with, where it isn't said to be of all.
    sure = finding.code == "share-of-base" and finding.certainty == "certain"
    if sure and not (entry and OF_ALL.match(read.text[entry.end :])):
        return False
    # Where no figure is expected but another way or another row, no figure is given by others.
    of_figure = bool(re.search(r"\d", finding.expected)) or finding.code != "sheet-changed"
    given = of_figure and entry is not None and _is_given(context, read, entry, finding)
    if given or of_table or not _is_far(read, entry, finding):
        return given
    return entry is None or not _is_behind_name(context, read, entry, finding)


def _is_of_last_time(read: Passage, entry: Entry) -> bool:
    """Whether the sentence of a share says that it is of the year or the round before."""
    words = read.sentence(entry.sentence).lstrip()
    return bool(LAST_TIME.match(words) or HAD_BEEN.search(words))


def _is_of_flow(context: Context, finding: Finding) -> bool:
    """Whether what it sums up came and went, and the statement of that comes out."""
    found = place_of(context, finding)
    if found is None:
        return False
    read, low = found
    stated = [flow.hand for flow in flows(read) if flow.is_right]
    return any(hand.start < low + len(finding.quote) and low < hand.end for hand in stated)


def _is_of_some(context: Context, finding: Finding) -> bool:
    """Whether what is stated is told of some, whose number another figure is: no sum and no rest."""
    found = place_of(context, finding)
    told = [each.part.text for each in taken_up(found[0]) if each.is_narrow] if found else []
    return any(finding.stated in (text, text.split(" ")[0]) for text in told)


def _is_supposed(read: Passage, place: int, finding: Finding) -> bool:
    """Whether the sentence says what would be; a share behind its count is judged by its own clause."""
    at = read.sentence_at(place)
    words = read.sentence(at)
    if finding.code == "share-of-base":
        cut = words.find(";", place - read.starts[at])
        words = words[: cut if cut >= 0 else None].rpartition(";")[2]
    return bool(HYPOTHETICAL.search(words))


def _may_be_slip(finding: Finding) -> bool:
    """Whether somebody may have written what is stated for what is expected: close to it, or by a digit or two.

    Whoever adds up wrongly, or types it wrongly, is seldom far out; a rule that adds up other figures mostly is.
    """
    one, other = (_amount(text.split(" (")[0].removesuffix("%")) for text in (finding.stated, finding.expected))
    if one is None or other is None or is_slip(one, other) or 10 * min(one, other) == max(one, other):
        return True
    near = NEAR if finding.code not in MEANS else FAR
    return abs(one - other) * near <= max(one, other)


def _is_said_otherwise(context: Context, finding: Finding) -> bool:
    """Whether a share in words is that of other figures than the rule's."""
    found = place_of(context, finding)
    if found is None:
        return False
    read, low = found
    return says_in_words(context, read, (low, low + len(finding.quote)), finding)


def _crosses_a_mark(quote: str) -> bool:
    """Whether it begins in somebody's words and ends outside them: what they say is no figure of the report."""
    return quote.count("“") != quote.count("”") or quote.count('"') % 2 == 1


def _is_rounded(context: Context) -> bool:
    """Whether the document says that its figures are rounded, so that their sum may miss by a digit."""
    notes = [note for placed in context.sheets for note in placed.sheet.notes]
    return any(ROUNDED.search(text) for text in [*(each.text for each in context.document.paragraphs), *notes])


def _stated(read: Passage, low: int, finding: Finding) -> Entry | None:
    """The figure that a finding is about: the only one of its quote, or the one whose text is what was stated."""
    inside = [e for e in read.entries if e.start < low + len(finding.quote) and low < e.end]
    named = [e for e in inside if finding.stated in (e.text, e.text.split(" (")[0], str(e.share), str(e.value))]
    return named[0] if len(named) == 1 else inside[0] if len(inside) == 1 else None


def _is_given(context: Context, read: Passage, entry: Entry, finding: Finding) -> bool:
    of_table = finding.code.startswith("sheet-") or finding.code == "count-and-table"
    # "60 and 40; a total of 35, or 35%": a part of what is expected there.
    wanted = _amount(finding.expected)
    greater = entry.kind == "count" and wanted and wanted > entry.count and "%" not in finding.expected
    if greater and wanted and entry.share and fits(entry.count, int(wanted), entry.share):
        return True
    # What is near the figure that a table gives may be a slip of it; what is far from it is something else.
    far = not _is_near(finding)
    if entry.share and entry.kind == "count" and finding.code == "share-of-base":
        return _is_of_like(context, read, entry) or _is_of_cell(context, read, entry)
    if entry.kind == "share" and entry.share:
        return _is_share_given(context, read, entry, finding, of_table=of_table, far=far)
    if entry.kind == "points":
        # Between two shares told with it a gap is theirs, whatever two cells of a table are apart.
        cells = not GAP_OF_BOTH.search(read.text[: entry.start]) and _is_between_cells(context, read, entry)
        return finding.code in BETWEEN and (cells or _is_between_shares(read, entry))
    return _is_count_given(context, read, entry, finding, of_table=of_table, far=far)


def _is_share_given(
    context: Context, read: Passage, entry: Entry, finding: Finding, *, of_table: bool, far: bool
) -> bool:
    """Whether a share alone is of what it is said of, of a row, or a part, a change or a gap of others."""
    before = [e for e in read.of_sentence(entry.sentence) if e.kind == "count" and e.end <= entry.start]
    if finding.code in OF_PAIRS and before and is_said_of_subject(read, entry, before[-1]):
        return True
    named = finding.stated in (entry.text, str(entry.share))
    if (named and is_of_row(context, read, entry)) or (of_table and is_of_other_time(context, read, entry)):
        return True
    given = _is_part(context, read, entry) or _is_change(context, read, entry, finding.code, of_table)
    between = far and finding.code in BETWEEN and _is_between_cells(context, read, entry)
    return given or between or (of_table and far and _is_run(context, entry))


def _is_count_given(
    context: Context, read: Passage, entry: Entry, finding: Finding, *, of_table: bool, far: bool
) -> bool:
    """Whether a count or an amount is a gap, a cell, a rest or a balance of others."""
    # Of a whole with its parts the whole may be right, and a part wrong.
    of_all = finding.code == "parts-of-whole" and " leaves " not in finding.why
    if entry.kind == "count" and finding.code in BETWEEN and _is_between_rows(context, read, entry):
        return True
    if finding.code in GAPS and entry.kind in ("count", "money") and is_gap_of_row(context, read, entry):
        return True
    if of_table and entry.kind == "count" and is_pair_of_row(context, read, entry):
        return True
    of_cell = of_table and entry.kind == "count" and finding.code != "sheet-quoted"
    if of_cell and is_of_other_table(context, read, entry):
        return True
    if (
        entry.kind == "count"
        and not entry.base
        and finding.stated in (entry.text, str(entry.count))
        and (far or not of_table)
        and is_proved(read, entry)
    ):
        return True
    if entry.kind == "count" and entry.share and finding.code in OF_WHOLES:
        # "187 (26%) of the 720": a part of what was told before, and no rest of what stands between.
        told = counts_of(e for e in read.entries if e is not entry)
        return any(n > entry.count and fits(entry.count, n, entry.share) for n in told)
    if finding.code.startswith("weighed-") and is_earlier(read, entry):
        return True
    if entry.kind in ("count", "money") and not entry.base and not of_all:
        if of_table and is_of_other_time(context, read, entry):
            return True
        # What is expected may be its share: then the count that comes out says nothing.
        run = of_table and far and not finding.expected.endswith("%") and _is_run(context, entry)
        if run and not _is_behind_name(context, read, entry, finding):
            return True
        if entry.share and not (of_table and _is_part(context, read, entry)):
            return False
        if finding.code in OF_WHOLES and is_left_by_share(read, entry):
            return True
        of_whole = finding.code == "parts-of-whole"
        left = not of_whole and _is_left(read, entry, 2 if finding.code.startswith("sheet-") else 3)
        return left or _is_balance(read, entry) or _makes_share(read, entry)
    return False


def _is_far(read: Passage, entry: Entry | None, finding: Finding) -> bool:
    """Whether no slip of the pen makes what is stated of what is expected: then the rule read something else."""
    one, other = _amount(finding.stated), _amount(finding.expected)
    if one is None or other is None or (entry and entry.base):
        return False
    if finding.expected.isalpha() or (finding.stated.isalpha() and max(one, other) < SMALL):
        return False  # one small number for another, in words: no digit tells
    if not _are_far(one, other) or not finding.stated.endswith("%"):
        return _are_far(one, other)
    # A share may be of the others; a share with its count beside it, of another whole: rightly, or by a slip.
    wholes = [n for n in counts_of(read.entries) if n > entry.count] if entry and entry.kind == "count" else []
    if entry and entry.share and any(fits(entry.count, n, entry.share) for n in wholes):
        return True
    options = [100 - other, *(Decimal(entry.count) * 100 / n for n in wholes if entry)]
    return not any(min(one, n) * CLOSE >= max(one, n) for n in options)


def _amount(text: str) -> Decimal | None:
    """The one figure of a text, in full."""
    if (spelt := whole(text)) is not None:
        return Decimal(spelt)
    found = FIGURE.findall(text)
    if len(found) != 1 or text[:1] in "-−" or not text[:1].strip("£$€").isdigit() and text[:1] not in "£$€":
        return None
    digits, scale = found[0]
    return Decimal(digits.replace(",", "")) * Decimal(10) ** SCALES.get(scale.lower(), 0)


def _are_far(one: Decimal, other: Decimal) -> bool:
    low, high = sorted((one, other))
    if low * FAR >= high or not low or sorted(str(low)) == sorted(str(high)) or low * 10 == high:
        return False
    whole = one % 1 == 0 and other % 1 == 0
    # Of large numbers a digit may have been left out, or typed wrong.
    return high < LARGE or not (str(low) in str(high) or (whole and slips(int(one), int(other))))


def _is_of_like(context: Context, read: Passage, entry: Entry) -> bool:
    """ "20 errors on the charts of 11 patients (35%)": of the patients that another part counted, and not of errors."""
    noun = noun_of(entry)
    near = {noun_of(e) for e in read.entries if e.kind == "count" and e is not entry}
    if not noun or noun in near:
        return False
    told = (e for each in context.document.paragraphs for e in passage(each.text).entries if e.kind == "count")
    return any(noun_of(e) == noun and entry.share and fits(entry.count, e.count, entry.share) for e in told)


def _is_of_cell(context: Context, read: Passage, entry: Entry) -> bool:
    """ "Among social workers 13 posts (15%)": of a count in the row of a table that its sentence names."""
    rows = (
        placed.sheet.cells[at]
        for placed in context.sheets
        for at in named_rows(placed.sheet, read.sentence(entry.sentence))
    )
    counts = [figure.count for row in rows for figure in row if figure and figure.count]
    return entry.share is not None and any(entry.count <= n and fits(entry.count, n, entry.share) for n in counts)


def _is_near(finding: Finding) -> bool:
    """Whether a finding expects one figure, and what is stated is at most half as much again, or two thirds of it."""
    stated, expected = (re.findall(r"\d[\d,]*(?:\.\d+)?", text) for text in (finding.stated, finding.expected))
    if len(expected) != 1 or not stated:
        return False
    low, high = sorted(Decimal(text.replace(",", "")) for text in (stated[0], expected[0]))
    return low > 0 and high <= low * 3 / 2


def _is_part(context: Context, read: Passage, entry: Entry) -> bool:
    """Whether a share is a count of its sentence in a count that the paragraph or a table tells."""
    assert entry.share
    own = [e for e in read.of_sentence(entry.sentence) if e is not entry]
    # "They were 25% of all jobs": of those that the sentence before tells.
    if TAKEN_UP.match(read.sentence(entry.sentence)):
        own += read.of_sentence(entry.sentence - 1)
    parts = counts_of(own)[:MANY] if entry.kind == "share" else [entry.count]
    if entry.kind == "share" and POOLED.search(read.sentence(entry.sentence)):
        both = [a + b for a, b in combinations(parts, 2)]
        if any(fits(part, whole, entry.share) for part in both for whole in context.told if part < whole):
            return True
        parts = [*parts, *both]
    others = counts_of(e for e in read.entries if e is not entry)
    wholes = [*others, *(n for placed in context.sheets for n in _totals(placed.sheet))]
    return any(0 < part < whole and fits(part, whole, entry.share) for part in parts for whole in wholes)


def _totals(sheet: Sheet) -> Iterator[int]:
    """The counts of a table's row of totals."""
    for figure in sheet.cells[sheet.total] if sheet.total is not None else ():
        if figure and figure.count:
            yield figure.count


def _is_change(context: Context, read: Passage, entry: Entry, code: str, of_table: bool) -> bool:
    """Whether a share is by how much one figure of its sentence is more or less than another, or than a table's."""
    assert entry.share
    slack = Decimal(1).scaleb(-entry.share.decimals) / 2
    own = [e for e in read.of_sentence(entry.sentence) if e.kind in ("count", "money", "measure") and e.value]
    alike = [(a, b) for a, b in permutations(own[:MANY], 2) if (a.kind, a.unit) == (b.kind, b.unit)]
    # "18 in 2024 and 25 in 2023, a fall of 39%": a change is of the earlier, where the times are told.
    pairs = [(a.value, b.value) for a, b in alike if code not in OF_THE_EARLIER or not _is_later(read, a, b)]
    if of_table:
        cells = {f.value for placed in context.sheets for row in placed.sheet.cells for f in row if f and f.value > 0}
        pairs += [(a.value, b) for a in own[:MANY] for b in cells]
    return any(abs(abs(b - a) * 100 / a - abs(entry.share.value)) <= slack for a, b in pairs if a != b)


def _is_later(read: Passage, one: Entry, other: Entry) -> bool:
    """Whether the words of time tell that the one is the later."""
    pair = in_time(read, *sorted((one, other), key=lambda each: each.start))
    return pair.ordered and pair.last is one


def _is_run(context: Context, entry: Entry) -> bool:
    """Whether a figure is what two or more rows of a column, one below the other, come to, or columns of a row."""
    wanted = entry.share.value if entry.share and entry.kind == "share" else entry.value
    for placed in context.sheets:
        rows = [_cells(placed.sheet, row, entry.kind == "share") for row in placed.sheet.cells]
        for values in (*zip(*rows, strict=True), *rows):
            for low in range(len(values) - 1):
                total = Decimal(0)
                for each in values[low : low + MANY]:
                    if each is None:
                        break
                    total += each
                    if total == wanted and each != wanted:
                        return True
    return False


def _is_behind_name(context: Context, read: Passage, entry: Entry, finding: Finding) -> bool:
    """ "Most were in June (9)", of which the table tells 5, and 9 of July: in brackets behind the row that it is of."""
    lead = read.text[: entry.start].rstrip("(").rstrip(" ”’\"'")
    bracketed = read.text[: entry.start].endswith("(") and read.text[entry.end : entry.end + 1] == ")"
    row = next((label for label in _labels(context) if f"', {label}" in finding.why and lead.endswith(label)), "")
    return (
        bracketed
        and bool(row)
        and any(
            cell is not None and cell.value == entry.value
            for placed in context.sheets
            if row in placed.sheet.labels
            for cells in placed.sheet.cells
            for cell in cells
        )
    )


def _labels(context: Context) -> Iterator[str]:
    return (label for placed in context.sheets for label in placed.sheet.labels if len(label) > 2)


def _cell(figure: Figure | None, share: bool) -> Decimal | None:
    """A cell's share, or its value."""
    if figure is None:
        return None
    return figure.share.value if share and figure.share else figure.value


def _cells(sheet: Sheet, row: Sequence[Figure | None], share: bool) -> list[Decimal | None]:
    """The values of a row; of a share the shares, for no sum of counts is one."""
    counted = [share and kind in ("count", "total", "base") for kind in sheet.kinds]
    return [
        None if no_share and f and not f.share else _cell(f, share) for f, no_share in zip(row, counted, strict=True)
    ]


def _is_left(read: Passage, entry: Entry, fewest: int) -> bool:
    """Whether a figure is what of the greatest of some told near it the others leave, or what two make of a table."""
    before = [e for e in read.entries if e is not entry and abs(entry.sentence - e.sentence) <= REACH]
    if fewest > 2:
        before = [e for e in before if e.end <= entry.start]
    values = [Decimal(n) for n in counts_of(before)] if entry.kind == "count" else [e.value for e in before]
    if entry.kind == "money":
        values = [e.value for e in before if e.kind == "money"]
    if fewest == 2 and any(a + b == entry.value for a, b in combinations(values[-MANY:], 2)):
        return True
    sizes = range(fewest, 5)
    return any(_rest(some) == entry.value for size in sizes for some in combinations(values[-MANY:], size))


def _is_balance(read: Passage, entry: Entry) -> bool:
    """Whether it is what there was with what came and without what went: "41 then; nine came, ten left; so 40"."""
    near = [e for e in read.entries if 0 <= entry.sentence - e.sentence <= REACH and e.end <= entry.start]
    values = [e.value for e in near if e.kind == entry.kind and not e.base and not e.share][-FLOW:]
    words = read.text[near[0].start : entry.start] if near else ""
    if len(values) < 3 or not CAME.search(words) or not WENT.search(words):
        return False
    first, *moves = values
    ways = product((1, -1), repeat=len(moves))
    return any(first + sum(s * v for s, v in zip(signs, moves, strict=True)) == entry.value for signs in ways)


def _rest(some: Iterable[Decimal]) -> Decimal:
    """What the others leave of the greatest."""
    values = list(some)
    return 2 * max(values) - sum(values, Decimal(0))


def _makes_share(read: Passage, entry: Entry) -> bool:
    """Whether with another count it makes a share that its sentence tells: "726 of the 870, an occupancy of 83.4%"."""
    own = [e for e in read.of_sentence(entry.sentence) if e is not entry]
    shares = [e.share for e in own if e.kind == "share" and e.share]
    counts = counts_of(own)
    return any(n > entry.count > 0 and fits(entry.count, n, share) for share in shares for n in counts)


def _is_between_cells(context: Context, read: Passage, entry: Entry) -> bool:
    """Whether a figure lies between two cells of a table: of one row, or of one that the sentence quotes."""
    value = abs(entry.share.value if entry.share else entry.value)
    slack = Decimal(1).scaleb(-entry.share.decimals) if entry.share else entry.step
    own = {e.share.value if e.share else e.value for e in read.of_sentence(entry.sentence) if e is not entry}
    return any(
        abs(apart - value) <= slack / 2
        for placed in context.sheets
        for apart in _apart(placed.sheet, own, relative=entry.kind == "share")
    )


def _is_between_shares(read: Passage, entry: Entry) -> bool:
    """Whether so many points lie between a target of its sentence and a share told: "77% was missed by seven"."""
    targets = [Decimal(each) for each in TARGET.findall(read.sentence(entry.sentence))]
    told = [e.share.value for e in read.entries if e.share]
    return any(abs(abs(a - b) - entry.value) <= entry.step / 2 for a in targets for b in told)


def _is_between_rows(context: Context, read: Passage, entry: Entry) -> bool:
    """Whether a count lies between the cells that two rows named in its sentence have in a column."""
    for sheet in (placed.sheet for placed in context.sheets):
        for one, other in combinations(named_rows(sheet, read.sentence(entry.sentence)), 2):
            pairs = zip(sheet.cells[one], sheet.cells[other], strict=True)
            if any(a and b and abs(a.value - b.value) == entry.value for a, b in pairs):
                return True
    return False


def _apart(sheet: Sheet, told: set[Decimal], *, relative: bool) -> Iterator[Decimal]:
    """How far the cells of a row are apart, and of a column those that a sentence tells from the others."""
    columns = zip(*sheet.cells, strict=True)
    for line, quoted in (*((row, False) for row in sheet.cells), *((column, True) for column in columns)):
        values = [value for each in line if (value := _cell(each, not relative))]
        for one, other in permutations(values[:MANY], 2):
            if quoted and one not in told:
                continue
            if relative and not quoted:
                yield abs(other - one) * 100 / abs(one)
            elif not relative:
                yield abs(one - other)
