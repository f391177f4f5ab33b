"""A number told of all rows of a table together, or of all its columns: the total, or what they come to."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from looped.checker.context import Context
from looped.checker.count_spots import LEFT_OUT
from looped.checker.finding import Finding, Verdict
from looped.checker.misplaced import PART_OF_BEHIND
from looped.checker.numbers import slips, whole
from looped.checker.patterns import pattern_of
from looped.checker.placing import group
from looped.checker.prose import Entry, passage
from looped.checker.quoted_sums import SOME_TIMES
from looped.checker.remarks import Remark, by_statement, lies, within
from looped.checker.rows_together import ROWS, of_rows_together
from looped.checker.rules.sheet_quoted import BEHIND, DEFINITE, OTHER
from looped.checker.share_in_row import says_both
from looped.checker.sheets.around import numbers_in
from looped.checker.sheets.giving import head_base, in_thousands, pair_of
from looped.checker.sheets.made_of import is_made_of_namesakes
from looped.checker.sheets.naming import Named, Token, alike, label_words, tokens_of
from looped.checker.sheets.sheet import Sheet, is_time, is_total

CODE = "sheet-altogether"
MESSAGE = "A number told of all that a table counts is what its rows come to."
GOOD = "The team made 60 visits in the two months.\n\nMonth\tVisits\nMay\t21\nJune\t39"
BAD = "The team made 66 visits in the two months.\n\nMonth\tVisits\nMay\t21\nJune\t39"

# Words that say of what it is: everything.
WHOLE = pattern_of(
    r"\b(?:total\w*|overall|altogether|in all|all told|between them|across|combined|together|whole|throughout|"
    r"(?:in|over|during|for) (?:the|these|those|this|both|all) (?:[a-z-]+ ){0,2}?(?:quarter|half-year|year|"
    r"period|months|weeks|years|quarters|terms?|season|survey|audit|sample|days|waves|rounds))\b",
    re.I,
)
# Words that leave the number as it is.
PLAIN = pattern_of(
    r"^(?:been|being|has|have|had|was|were|are|is|there|we|our|it|they|during|over|across|between|from|to|until|"
    r"since|before|after|through|in|on|at|by|of|for|with|and|this|that|these|those|the|all|both|two|three|four|"
    r"five|six|seven|eight|nine|ten|twelve|half|quarter|quarters|month|months|week|weeks|year|years|period|"
    r"total|overall|altogether|together|combined|whole|recorded|made|received|served|given|raised|issued|found|"
    r"noted|seen|tested|closed|finished|completed|reported|carried|out|took|place|examined|reviewed|audited|"
    r"checked|read|sampled|selected|inspected|visited|held|asked|answered|replied|returned|counted|identified|"
    r"logged|dealt|handled|which|who|sample|inspection|audit|review|survey|report|financial|calendar|first|"
    r"second|third|fourth|last|them|us|up)$"
)
ASIDE = pattern_of(r"\b(?:each|every|per|average\w*|mean|median|if|would|target|expect\w*|plan(?:s|ned)?)\b", re.I)
NEGATED = pattern_of(r"\b(?:not|never)\b|n[’']t\b", re.I)
EARLIER = pattern_of(
    r"\b(?:than|previous(?:ly)?|last (?:year|time|spring|summer|autumn|winter|term|quarter)|year before|"
    r"compared|expected|earlier)\b",
    re.I,
)
# "The six months", "three areas": as many as there are rows or columns.
SO_MANY = pattern_of(
    r"\b(?P<n>both|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d\d?) (?:[a-z-]+ )?[a-z-]+s\b", re.I
)
THOSE_FEW = pattern_of(
    r"\b(?:the|these|those|adding|add|taking) (?:the |these |those )?(two|three|four|five) (?:[a-z-]+ )?"
    r"(?:answers|rows|groups|bands|categories|sites|classes|types|kinds|lines|items|grades|options|responses|[a-z]+ "
    r"(?:answers|rows|groups|bands|categories|lines|grades|options|responses))\b[^.;]*\b(?:together|combined|added)\b|"
    r"\b(?:together|combined|add(?:ed|ing)|taking),? the (two|three|four|five) ",
    re.I,
)
IN_SOME = pattern_of(
    r"(?<!\brest )(?<!\brests )(?<!\bbased )(?<!\brely )(?<!\brelies )(?<!\bdraw )(?<!\bdraws )"
    r"\b(?:in|for|by|to|at|on|with|from|among|out of)\s+$",
    re.I,
)
# "The number of calls fell, and came to 60": of what was told before.
GOES_ON = pattern_of(r"\b(?:came|comes?|amount(?:s|ed)|add(?:s|ed) up|total(?:s|led)) (?:to )?(?:just |only )?$", re.I)
# "Inspection took place for 46 boats": what was done is what is counted.
TOOK_PLACE = pattern_of(
    r"\b(?:took place|carried out|was done|was made|happened|occurred) (?:for|on|at|in|with)\s+$", re.I
)
# "The 47 leaks found in the year are set out by pier below": all that the table has.
SET_OUT = pattern_of(
    r"^\W*the \d[^.;:]{3,60}? (?:are|is|were) (?:set out|shown|listed|broken down|analysed|given|summarised|"
    r"presented|split|"
    r"divided)\b[^.;:,]{0,40}\b(?:below|above|in the (?:following )?table|in table \d+|overleaf|as follows|here)\b",
    re.I,
)
TESTED = pattern_of(
    r"\b(?:tested|sampled|examined|reviewed|read|audited|surveyed|asked|checked|looked at|inspected)\b", re.I
)
MEASURED = pattern_of(r"\b\w{2,}ed\b|\b(?:number|seen|made|met|within|late|time|due|cases|sent|held|read|base)\b", re.I)
NEAR, FAR = Decimal("1.16"), Decimal("1.5")
MANY = 14
MONEY = pattern_of(
    r"[£$€]|\b(?:costs?|spend\w*|spent|budget\w*|amounts?|value|income|fees?|price|pounds?|sums?|paid|loss\w*|savings?)\b",
    re.I,
)


def check(context: Context) -> Iterator[Finding]:
    """Each number in a sentence that names a column as a whole, or what the table counts."""
    prose = {e.value for each in context.document.paragraphs for e in passage(each.text).entries}
    yield from by_statement(context, lambda remark: of_rows_together(CODE, remark), ROWS)
    yield from by_statement(context, lambda remark: _of(remark, prose))


@dataclass(frozen=True)
class View:
    """A table with its columns named, or on its side. names: of columns; others: of rows."""

    sheet: Sheet
    names: Sequence[Named]
    others: Sequence[Named]


@dataclass(frozen=True)
class Whole:
    """What a column comes to. named: whether the words name the column; sure: whether they say that it is all."""

    value: Decimal
    label: str
    named: bool
    sure: bool


def _of(remark: Remark, prose: set[Decimal]) -> Iterator[Finding]:
    """prose: every number that the document's paragraphs tell; where the whole is among them, another is meant."""
    for printed in remark.read.of_sentence(remark.at):
        entry = in_thousands(remark.sheet, printed)
        if entry.kind not in ("count", "money") or entry.base or entry.share or _is_other(remark, entry):
            continue
        wholes = [each for view in _views(remark) for each in _wholes(remark, view, entry)]
        right = next((each for each in wholes if each.value == entry.value), None)
        if right:
            yield _told(remark, printed, right)
        elif wholes:
            wrong = next((each for each in wholes if _may_be(remark, entry, each)), None)
            given = wrong and not SET_OUT.search(remark.text) and _is_given(remark, entry, wrong)
            if wrong and wrong.value not in prose and not given:
                yield _told(remark, printed, wrong, "wrong")


def _is_other(remark: Remark, entry: Entry) -> bool:
    """Whether the words beside it make it another number: more than, a further, of these, a name."""
    lead = remark.read.text[max(0, entry.start - 26) : entry.start]
    tail = remark.read.text[entry.end : entry.end + 26]
    if entry.kind == "money" and not MONEY.search(
        " ".join((remark.sheet.caption, *remark.sheet.heads, *remark.sheet.texts[0]))
    ):
        return True
    if OTHER.search(lead) or BEHIND.match(tail) or PART_OF_BEHIND.match(tail):
        return True
    if DEFINITE.search(lead) and not SET_OUT.search(remark.text):
        return True
    if is_made_of_namesakes(remark.sheet, remark.text, entry.value):
        return True  # "key stage 2 as a whole", over its lower and its upper part
    if SOME_TIMES.search(remark.text) or _are_some(remark):
        return True  # "in the first two months", "the two lower bands together"
    if IN_SOME.search(lead) and not GOES_ON.search(lead) and not TOOK_PLACE.search(lead):
        return True  # "given in 60 of them": what was given isn't told
    low, high = _near(remark, entry)
    clause = remark.clause(entry.start - remark.start)
    words, before = remark.text[low:high], remark.text[: entry.start - remark.start]
    if entry.text.lower() in ("one", "two") or ASIDE.search(words) or EARLIER.search(remark.text[slice(*clause)]):
        return True
    labels = " ".join((*remark.sheet.labels, *remark.sheet.heads)).lower()
    return bool(NEGATED.search(words) or LEFT_OUT.search(before)) or f" {entry.text.lower()} " in f" {labels} "


def _are_some(remark: Remark) -> bool:
    """Whether words say of how many rows or columns a number is, and there are more; or tell some by their answer."""
    if group(remark.sheet, remark.text):
        return True
    numbers = {2 if n.lower() == "both" else whole(n) for found in THOSE_FEW.findall(remark.text) for n in found if n}
    return bool(numbers) and not numbers & {len(remark.sheet.parts), len(remark.sheet.heads)}


def _near(remark: Remark, entry: Entry) -> tuple[int, int]:
    """The figure's own words."""
    low, high = entry.start - remark.start - len(entry.before), entry.end - remark.start + len(entry.after)
    return max(0, low), min(high, len(remark.text))


def _views(remark: Remark) -> Iterator[View]:
    sheet = remark.sheet
    yield View(sheet, remark.columns, remark.rows)
    # Groups side by side, over rows of what was counted of each.
    kinds = {kind for kind in sheet.kinds if kind != "total"}
    groups = is_time(sheet.heads) or not any(MEASURED.search(head) for head in sheet.heads)
    if kinds <= {"count", "both"} and groups and len(sheet.heads) > 1:
        yield View(lies(sheet), remark.rows, remark.columns)


def _wholes(remark: Remark, view: View, entry: Entry) -> Iterator[Whole]:
    """What the columns come to that a figure may be of: those named in its words, or the only one there is."""
    sheet, span = view.sheet, _near(remark, entry)
    clause = remark.clause(entry.start - remark.start)
    if [e for e in view.others if clause[0] <= e.start and e.end <= clause[1] and e.at != sheet.total]:
        return
    every = [c for c in range(len(sheet.heads)) if sheet.kinds[c] in ("count", "both", "total", "base", "mean")]
    named = [c for c in within(view.names, *span) if c in every]
    if not named:
        free = [c for c in within(view.names, *clause) if not _is_told(remark, sheet, c, entry)]
        named = [c for c in free if c in every]
        if not free and GOES_ON.search(remark.text[: entry.start - remark.start]):
            free = within(view.names, 0, span[0])
            named = [c for c in free if c in every]
    sure = bool(WHOLE.search(remark.text[min(span[0], clause[0]) : span[1]])) or _says_no_more(remark, entry)
    for column in named[:2]:
        # "63 loads were late" under loads and late ones: either may be meant.
        yield from _whole(sheet, column, len(named) == 1, sure)
    told = [c for c in within(view.names, *clause) if not _is_told(remark, sheet, c, entry)]
    if named or told:
        return
    every = [c for c in every if not _is_told(remark, sheet, c, entry)]
    bases = [c for c in every if sheet.kinds[c] == "base"]
    totals = [c for c in every if sheet.kinds[c] == "total"]
    chosen = totals or ([c for c in every if sheet.kinds[c] in ("count", "both")])
    if bases and TESTED.search(remark.text[: entry.start - remark.start]):
        chosen = bases
    elif not _is_counted(sheet, remark, entry) and not (sure and _are_as_many(sheet, remark)):
        return
    if len(chosen) == 1:
        yield from _whole(sheet, chosen[0], False, sure)


def _says_no_more(remark: Remark, entry: Entry) -> bool:
    """ "17 dives were filmed.", under dives and those filmed: nothing that would make it some of them."""
    pair = pair_of(remark.sheet)
    if pair is None or remark.rows or [e.start for e in remark.read.of_sentence(remark.at)] != [entry.start]:
        return False
    low, high = entry.start - remark.start, entry.end - remark.start
    return not remark.text[:low].strip() and says_both(remark, pair, remark.text[high:])


def _is_told(remark: Remark, sheet: Sheet, column: int, entry: Entry) -> bool:
    """Whether another figure of the sentence is what a column comes to."""
    wholes = {each.value for each in _whole(sheet, column, True, True)}
    return any(e.value in wholes for e in remark.read.of_sentence(remark.at) if e.start != entry.start)


def _are_as_many(sheet: Sheet, remark: Remark) -> bool:
    """Whether the words say how many rows or columns there are."""
    columns = [c for c, kind in enumerate(sheet.kinds) if kind not in ("total", "change", "target")]
    numbers = {2 if n.lower() == "both" else whole(n) for n in SO_MANY.findall(remark.text)}
    return bool(numbers & {len(sheet.parts), len(columns)})


def _whole(sheet: Sheet, column: int, named: bool, sure: bool) -> Iterator[Whole]:
    label = sheet.heads[column]
    if "%" in f"{sheet.corner}{label}":
        return  # shares come to nothing
    if sheet.total is not None:
        figure = sheet.cells[sheet.total][column]
        if figure and figure.unit != "%" and figure.count is not None:
            yield Whole(figure.value, f"{label}: {figure.text}", named, sure)
        return
    figures = [sheet.cells[row][column] for row in sheet.parts if not is_total(sheet.labels[row])]
    if len(figures) > 1 and all(each and each.count is not None for each in figures):
        summed = sum((each.value for each in figures if each), Decimal(0))
        terms = " + ".join(f"{each.value}" for each in figures if each)
        yield Whole(summed, f"{label}: {terms} = {summed}", named, sure)


def _is_counted(sheet: Sheet, remark: Remark, entry: Entry) -> bool:
    """Whether what stands behind a number is what the table counts."""
    behind = [each.plain for each in tokens_of(remark.text[entry.end - remark.start :])[:2]]
    section = sheet.table.section if len(sheet.table.section) < 80 else ""
    words = label_words(f"{sheet.caption} {sheet.corner} {' '.join(sheet.heads)} {section}")
    inside = [each.plain for each in tokens_of(entry.text)[1:]]
    return any(alike(one, other) for one in (*behind, *inside) if len(one) > 3 for other in words if len(other) > 3)


def _is_given(remark: Remark, entry: Entry, total: Whole) -> bool:
    """Whether anything else that the table or the paragraph tells gives the number."""
    sheet, value = remark.sheet, entry.value
    cells = [figure.value for row in sheet.cells for figure in row if figure]
    heads = [each for c in range(len(sheet.heads)) if (each := head_base(sheet, c))]
    numbers = [n for text in (sheet.texts_before, *sheet.notes) for n in numbers_in(text)]
    known = {*cells, *map(Decimal, heads), *map(Decimal, numbers), Decimal(len(sheet.parts))}
    if value in known or value == sum(heads):
        return True
    # What is said to be all of a column that is named isn't a sum or difference of rows and columns.
    sheets = [sheet] if total.sure and total.named else [view.sheet for view in _views(remark)]
    wholes = [w.value for each in sheets for c in range(len(each.heads)) for w in _whole(each, c, True, True)]
    # A whole and its part come to nothing together.
    rows = [] if pair_of(sheet) else [sum((f.value for f in row if f), Decimal(0)) for row in sheet.cells]
    if value in {*wholes, *rows}:
        return True
    for line in (*sheet.cells, *zip(*sheet.cells, strict=True)):
        values = [figure.value for figure in line if figure][:MANY]
        if not total.sure and any(value in (a + b, abs(a - b)) for a, b in combinations(values, 2)):
            return True
    if any(value in (a + b, abs(a - b)) for a, b in combinations([*wholes[:MANY], *map(Decimal, heads)], 2)):
        return True
    # "Across the four sites": how many rows there are is no part of what they come to.
    others = [e for e in remark.read.entries if e.start != entry.start and not _is_number_of(sheet, e)]
    told = [each for e in others for each in (e.value, e.base) if each]
    return any(abs(value + sign * each) in {*wholes, *heads} for each in told for sign in (1, -1))


def _is_number_of(sheet: Sheet, entry: Entry) -> bool:
    return entry.text.isalpha() and entry.value in (len(sheet.parts), len(sheet.heads))


def _may_be(remark: Remark, entry: Entry, total: Whole) -> bool:
    """Whether a number is of the size of a whole, and nothing in its words makes it a part."""
    if min(total.value, entry.value) <= 0:
        return False
    ratio = max(total.value, entry.value) / min(total.value, entry.value)
    slip = entry.kind == "count" and slips(entry.count, int(total.value))
    restricted = [] if SET_OUT.search(remark.text) else _restricts(remark, entry)
    if restricted:
        return slip and total.named and total.sure
    return slip or ratio <= (FAR if total.named else NEAR)


def _restricts(remark: Remark, entry: Entry) -> list[str]:
    """The words behind a number, up to the end of its clause, that may make it a part of what the table counts."""
    sheet = remark.sheet
    _, high = _near(remark, entry)
    known = label_words(" ".join((sheet.texts_before, *sheet.labels, sheet.table.section)))
    behind = tokens_of(WHOLE.sub(" ", remark.text[entry.end - remark.start : high]))
    return [
        each.plain
        for each in behind
        if not PLAIN.match(each.plain)
        and not each.plain[0].isdigit()
        and not each.raw[0].isupper()
        and not any(alike(each.plain, other) for other in known)
    ][1 if not _is_whole(behind, known) else 0 :]


def _is_whole(behind: Sequence[Token], known: Sequence[str]) -> bool:
    """Whether the first word behind a figure is one that the table has, and so what is counted."""
    return bool(behind) and any(alike(behind[0].plain, other) for other in known)


def _told(remark: Remark, entry: Entry, total: Whole, verdict: Verdict = "ok") -> Finding:
    span = (entry.start - remark.start, entry.end - remark.start)
    return remark.finding(CODE, verdict, span, "" if verdict == "ok" else f"{total.value}", total.label)
