"""For which rows of a table a bound is kept that the sentence tells, or that was told before and is pointed back at."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from looped.checker.bounds import FOUND, SIGN, Bound, bound_of
from looped.checker.measures import measures
from looped.checker.patterns import pattern_of
from looped.checker.remarks import Remark, value
from looped.checker.sheets.naming import named_in
from looped.checker.sheets.sheet import Sheet

# A sense of a statement: the rows that it holds for, and what they are put to the test by.
Held = tuple[frozenset[int], str]

# "Within 30 days": of a column that counts days.
WITHIN = pattern_of(
    r"\b(?:within|inside|in|took|up to|under|not longer than) (?:the |a )?(?P<n>\d+|[a-z]+) (?:working |calendar )?"
    r"(?P<unit>day|week|month|year|hour|minute|second)s?\b",
    re.I,
)
# "The share paid within 30 days": how many did, and no length of time.
OF_SHARES = pattern_of(
    r"%|\b(?:share|proportion|percentage|per ?cent|rate|number|rose|fell|more|fewer|most|few)s?\b", re.I
)
# "Paid in 30 days": a head of those that were.
SO_LONG = pattern_of(
    r"\b(?:within|in|under|over|inside|\d+|two|three|four|five|seven|ten) (?:\d+ )?(?:working )?$", re.I
)
IT = (
    r"(?:it|this|that|these|the (?:[a-z]+ )?(?:limit|target|standard|requirement|threshold|minimum|"
    r"maximum|level|test|mark|bar))"
)
BACK = rf"(?= (?:in |of |by )?{IT}\b|\s*(?:[.,;:)]|$)| (?:and|but|so|in|on|at|that|when|while)\b)"
KEPT = pattern_of(
    rf"\b(?P<no>not |n[’']t |never |no |none |neither |failed to |fail to )?(?:be |been |quite |"
    rf"yet )?(?:(?P<kept>met|meets?|reach(?:ed|es)?|pass(?:ed|es)?|"
    rf"compl(?:y|ied|ies)(?: with)?|kept(?: to| within)?|achiev(?:ed?|es)|satisf(?:y|ied|ies)|attain(?:ed|s)?|"
    rf"(?:was|were|are|is) (?:acceptable|satisfactory|compliant|within|safe))|"
    rf"(?P<broke>f[ae]ll short(?: of)?|fell short(?: of)?|miss(?:ed)?|fail(?:ed|s)?|broke|breach(?:ed|es)?|"
    rf"(?:was|were|are|is) (?:outside|unacceptable|unsatisfactory|non-compliant))|"
    rf"(?P<above>exceed(?:ed|s)?|(?:was|were|are|is|went|lay|rose) (?:above|over)|above|over)|"
    rf"(?P<below>(?:was|were|are|is|fell|lay) (?:below|under)|below|under)){BACK}",
    re.I,
)
SIGNIFICANT = pattern_of(r"\bsignifican(?:t(?:ly)?|ce)\b", re.I)
P_HEAD = pattern_of(r"^(?:two-sided )?p(?:[- ]?values?)?\b(?! ?\()", re.I)
OF_P = re.compile(r"\bp(?:[- ]values?)?\s*$", re.I)
USUAL = "p < 0.05"
# A sentence with a limit of its own points at no other.
OWN = pattern_of(r"\d\s?(?:%|per ?cent)|\bof [£$€]?\d", re.I)
# Words that ask for something: what else is told of a length or a size is no limit.
ASKED = pattern_of(
    r"\b(?:should|must|shall|limits?|targets?|standards?|thresholds?|minimum|maximum|requires?|"
    r"required|requirements?|set at|"
    r"asks?|aims?|allowed|permitted|pass(?:es)?|safe|acceptable|criteri\w+|significan\w+|needs?|"
    r"ought|not (?:to )?exceed|(?:is|are) to be|due|may (?:not|only)|no [a-z]+ may|"
    r"guidance|guidelines?|recommended|expected|max|min)\b",
    re.I,
)
BALANCE = pattern_of(r"\b(?:balances?|surplus|result|net|variance|change|at year end)\b", re.I)
UNITS = pattern_of(
    r"%|per ?cent|°|\bdays?|\bweeks?|\bmonths?|\byears?|\bhours?|\bmin(?:ute)?s?\b|\bdB\b|\bppm\b|"
    r"\blux\b|£|\bmm\b|\bkg\b|[mµ]?g/(?:m3|l|dl|kg)|mmol/l|\bbar\b",
    re.I,
)


def kept(remark: Remark, sheet: Sheet, rows: list[int], span: tuple[int, int]) -> Iterator[Held]:
    """For each column that the bound may be of the rows that keep to it, or break it, as is said."""
    text = remark.text[span[0] : span[1]]
    within = None if OF_SHARES.search(text) else WITHIN.search(text)
    if within and (length := FOUND.search(within.group())):
        yield from _held(sheet, rows, _of_unit(sheet, within["unit"]), bound_of(length), so=True)
        return
    if SIGNIFICANT.search(text) and (column := _of_p(sheet)) is not None:
        found = [each for each in _told(remark) if OF_P.search(each.string[: each.start()])]
        found = found or list(FOUND.finditer(USUAL))
        if len({each["n"] for each in found}) == 1:
            denied = re.search(r"\b(?:not|no|non|n[’']t|neither|none)\b|\bnon-?signif|insignif", text, re.I)
            whole = re.match(r"\W*(?:no|none|neither)\b", text, re.I)
            yield from _held(sheet, rows, [column], bound_of(found[0]), so=bool(whole) or not denied)
        return
    if (sign := SIGN.search(text)) and not re.search(r"\b(?:not|never|n[’']t)\b", text):
        nought = (
            Bound(Decimal(0), None, True, sign.group()) if sign["up"] else Bound(None, Decimal(0), True, sign.group())
        )
        every = [each.column for each in measures(sheet, "", ())]
        yield from _held(sheet, rows, [at for at in every if _has_sign(sheet, at)], nought, so=True)
        return
    said = None if OWN.search(text) else KEPT.search(text)
    told = [each for each in _told(remark) if _columns(sheet, each)] if said else []
    if not said or len({(each["n"], each["m"], each["a"]) for each in told}) != 1:
        return
    bound, columns = bound_of(told[0]), _columns(sheet, told[0])
    if bound.low is not None and bound.high is not None and (said["above"] or said["below"]):
        return
    no = bool(said["no"]) and said["no"].strip().lower() not in ("no", "none", "neither")
    if said["above"] or said["below"]:
        end = bound.low if bound.low is not None else bound.high
        bound = Bound(end, None, True, bound.text) if said["above"] else Bound(None, end, True, bound.text)
        yield from _held(sheet, rows, columns, bound, so=not no)
    else:
        yield from _held(sheet, rows, columns, bound, so=bool(said["kept"]) != no)


def _has_sign(sheet: Sheet, column: int) -> bool:
    """Whether a column has figures below nought, or is of balances."""
    return any(cell.value < 0 for cells in sheet.cells if (cell := cells[column])) or bool(
        BALANCE.search(sheet.heads[column])
    )


def _told(remark: Remark) -> list[re.Match[str]]:
    """The bounds told in the sentences before, else in the rest of the paragraph's table: notes, caption, heads."""
    before = [remark.read.sentence(at) for at in range(remark.at)]
    around = (remark.sheet.caption, *remark.sheet.notes, *remark.sheet.heads)
    for texts in (before, around):
        found = [each for text in texts if ASKED.search(text) for each in FOUND.finditer(text)]
        if found:
            return found
    return []


def _columns(sheet: Sheet, told: re.Match[str]) -> list[int]:
    """The columns of figures that a bound may be of: of p where p is told, else of its unit."""
    if OF_P.search(told.string[: told.start()]):
        column = _of_p(sheet)
        return [] if column is None else [column]
    unit = UNITS.search(told.group())
    every = list(dict.fromkeys(each.column for each in measures(sheet, "", ())))
    named = [each.at for each in named_in(told.string, sheet.heads) if each.at in every]
    if not unit and len(set(named)) == 1:
        return named[:1]
    if not unit:
        return every
    return [at for at in every if _has_unit(sheet, at, unit.group())]


def _has_unit(sheet: Sheet, column: int, unit: str) -> bool:
    """Whether a column is of a unit, by its cells or its head; of a lone column the caption tells it too."""
    if unit == "%" or unit.lower().startswith("per"):
        return sheet.kinds[column] in ("share", "both")
    head = sheet.heads[column]
    if sheet.kinds[column] == "share" or any(SO_LONG.search(head[: each.start()]) for each in UNITS.finditer(head)):
        return False  # "paid within 30 days (%)"
    words = head + (sheet.texts_before if len(sheet.heads) == 1 else "")
    cells = " ".join(texts[column] for texts in sheet.texts)
    return unit.lower().rstrip("s")[:3] in f"{words} {cells}".lower()


def _of_unit(sheet: Sheet, unit: str) -> list[int]:
    """The columns that count days, weeks or hours."""
    named = [re.search(rf"\b{unit}s?\b", head, re.I) for head in sheet.heads]
    found = [at for at, each in enumerate(named) if each and not SO_LONG.search(each.string[: each.start()])]
    lone = len(sheet.heads) == 1 and re.search(rf"\b{unit}s?\b", sheet.texts_before, re.I)
    return [at for at in found or ([0] if lone else []) if sheet.kinds[at] not in ("words", "target")]


def _of_p(sheet: Sheet) -> int | None:
    columns = [at for at, head in enumerate(sheet.heads) if P_HEAD.match(head.strip())]
    return columns[0] if len(columns) == 1 else None


def _held(sheet: Sheet, rows: list[int], columns: Sequence[int], bound: Bound, *, so: bool) -> Iterator[Held]:
    for column in columns:
        by = "share" if sheet.kinds[column] in ("share", "both") else "count"
        figures = {row: value(sheet, row, column, by) for row in rows}
        known = {row: each for row, each in figures.items() if each is not None}
        if len(known) == len(rows):
            listed = ", ".join(f"{sheet.labels[row]} {sheet.texts[row][column]}" for row in rows)
            held = frozenset(row for row, each in known.items() if bound.holds(each) == so)
            yield held, f"{sheet.heads[column]}, {bound.text.strip()}: {listed}"
