"""For how many rows of a table something may be so, in every sense that a statement leaves open."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, permutations

from looped.checker.directions import FELL, NEXT, ROSE
from looped.checker.going import changes, steps, went
from looped.checker.kept import Held
from looped.checker.limit_words import AHEAD, BEHIND, PART, is_so, part_said
from looped.checker.measures import NO, YES, Measure
from looped.checker.numbers import WORDS, whole
from looped.checker.pairs import listed
from looped.checker.patterns import pattern_of
from looped.checker.remarks import value
from looped.checker.sheets.giving import OF_TWO, head_base, pair_of
from looped.checker.sheets.naming import alike, label_words, tokens_of
from looped.checker.sheets.sheet import Sheet, in_time, is_time
from looped.checker.sheets.then_now import two_times

NUMBER = (
    r"(?:(?:(?:a|the|our|its|their) )?(?:target|standard|level|threshold|limit|goal|score)s? of |"
    r"(?:the|our|its|their) (?:[a-z’']+ ){0,2})?[£$€]?"
    rf"(?P<n>{PART}|\d[\d,]*(?:\.\d+)?|{WORDS})(?P<unit>\s?%| ?per ?cent)?"
)
LIMIT = pattern_of(rf"\b{AHEAD}\s+{NUMBER}(?!\w)(?! (?:of|out)\b \d)", re.I)
OR_MORE = pattern_of(
    r"(?<![\d.,])(?P<n>\d[\d,]*(?:\.\d+)?)(?P<unit>\s?%| ?per ?cent)?(?: of (?:[a-z’-]+ ){0,2}?[a-z’-]+)? "
    rf"{BEHIND}\b",
    re.I,
)
# "The target was reached in two", "four were missed": with no number beside it.
AIM = pattern_of(
    r"\b(?:target|standard|goal|threshold|benchmark|limit)s?\b[^.;:\d]{0,30}?\b(?:(?P<missed>missed|failed)|reached|met|achieved|"
    r"hit|attained)\b(?! [£$€]?\d)|^\W*(?:[a-z]+ )?(?:was|were) (?:(?P<missed2>missed|failed)|reached|met|"
    r"achieved|passed)\b",
    re.I,
)
AIMED = re.compile(r"\b[Tt]arget(?: of|:)?[^.;\d]{0,30}?(?P<n>\d+(?:\.\d+)?)\s?%")
# "Our target of 80% was missed", "the standard is 3%, and it was within it".
AIMED_AT = pattern_of(
    r"\b(?:target|standard|goal|threshold|benchmark)s? of (?P<n>\d[\d,]*(?:\.\d+)?)(?P<unit>\s?%| ?per ?cent)?"
    r"(?:(?! for\b| on\b)[^.;:\d]){0,30}?\b(?:was|were|is|has been|had been) (?:only |also )?"
    r"(?:(?P<missed>missed)|met|reached|achieved|passed|hit|attained)\b",
    re.I,
)
# "The limit is 3%, and only one was within it".
TOLD_LIMIT = pattern_of(
    r"\b(?:limit|ceiling|maximum|tolerance|target|standard|threshold|goal|minimum)s?\b[^.;:\d]{0,40}?"
    r"\b(?:is|was|being|of) (?P<n>\d[\d,]*(?:\.\d+)?)(?P<unit>\s?%| ?per ?cent)?[^.;:\d]{0,60}?"
    r"\b(?P<denied>not )?(?:(?P<under>within|below|under|inside)|"
    r"(?P<over>above|over|beyond|exceeded|passed|met|reached)) (?:it|this|that)\b",
    re.I,
)
MAJORITY = pattern_of(
    r"\b(?:ha(?:ve|d|s)|with|show(?:s|ed)?|got) (?:(?P<no>no)|an?) (?:clear |overall |absolute )?majority\b", re.I
)
# "Above target", with no number beside it.
PAST_AIM = pattern_of(
    r"\b(?:(?P<above>above|over|beyond)|(?P<below>below|under|short of)) (?:the |its |their |our )?"
    r"(?:own )?(?:target|standard|goal|threshold|benchmark)s?\b(?! (?:of )?[£$€]?\d)",
    re.I,
)
DENIED = pattern_of(r"\b(?:not|never|fail\w* to|failing to|n[’']t)\s+(?:\w+ )?$", re.I)
NONE_OF = pattern_of(
    r"\b(?:had|has|have|with|recorded|reported|saw) (?:no|none|nil)\b|\bwithout\b|\bfree (?:of|from)\b", re.I
)
ANY_OF = pattern_of(
    r"\b(?:had|has|have|with|recorded|reported|saw|made) (?:some|any|an?|one or more)\b|\bat least one\b", re.I
)
OVER = pattern_of(
    r"\b(?:overs(?:pent|pend)|(?:spent|went|were|was|ran|came in) (?:more than|over) (?:(?:its|their|the) )?"
    r"(?:budgets?|plan(?:ned)?|allocation)|exceeded (?:(?:its|their|the) )?(?:budgets?|plan|allocation))",
    re.I,
)
UNDER = pattern_of(
    r"\b(?:unders(?:pent|pend)|(?:spent|were|was|came in) (?:less than|under|below|within) (?:(?:its|their|the) )?"
    r"(?:budgets?|plan(?:ned)?|allocation))",
    re.I,
)
OFTENER, RARER = r"more (?:often|frequently)", r"less (?:often|frequently)|more rarely"
UP = pattern_of(rf"\b(?:(?:{ROSE}|improv\w+|better|higher|gained ground|walked further|{OFTENER})\b|up{NEXT})", re.I)
DOWN = pattern_of(rf"\b(?:(?:{FELL}|worse\w*|lower|lost ground|slipped|{RARER})\b|down{NEXT})", re.I)
LEFT = pattern_of(r"\b(?:not|never|no|none|without|fail\w*|lack\w*|miss\w*|un[a-z]+ed)\b|n[’']t\b", re.I)
# "Met less often than before": set beside another time, and not beside what is aimed at.
OF_TIMES = pattern_of(rf"\b(?:{OFTENER}|{RARER}) than\b", re.I)
HUNDRED = 100
THAN = pattern_of(r"\bthan\b", re.I)
BARE = pattern_of(r"\W*(?:%|per ?cent|share)?\W*$", re.I)
# What is better or worse may be more or less of it.
GOOD = pattern_of(r"\b(?:improv\w+|better|worse\w*)\b", re.I)


def so_many(sheet: Sheet, rows: Sequence[int], text: str, named: Sequence[int]) -> list[Held]:
    """The senses of what a statement says of rows, each with those that it holds for. named: columns in its words."""
    if aimed := AIMED_AT.search(text):
        return [*_by_number_aimed(sheet, rows, named, aimed)]
    if told := TOLD_LIMIT.search(text):
        return [*_by_told_limit(sheet, rows, named, told)]
    if past := PAST_AIM.search(text):
        return [*_by_past_aim(sheet, rows, above=bool(past["above"]))]
    if majority := MAJORITY.search(text):
        return [*_by_majority(sheet, rows, named, denied=bool(majority["no"]))]
    limit = LIMIT.search(text)
    more = OR_MORE.search(text)
    if found := more or limit:
        return [*_by_limit(sheet, rows, text, found, named)]
    if OVER.search(text) or UNDER.search(text):
        return [*_against_plan(sheet, rows, over=bool(OVER.search(text)))]
    if NONE_OF.search(text) or ANY_OF.search(text):
        return [*_by_any(sheet, rows, named, none=bool(NONE_OF.search(text)))]
    if (aim := AIM.search(text)) and not OF_TIMES.search(text):
        denied = bool(aim["missed"] or aim["missed2"]) != bool(DENIED.search(text[: aim.start()]))
        return [*_by_aim(sheet, rows, denied=denied)]
    up, down = UP.search(text), DOWN.search(text)
    found = up or down
    if not found or (up and down) or DENIED.search(text[: found.start()]):
        return []
    return [*_moved(sheet, rows, named, text=text)]


def _by_aim(sheet: Sheet, rows: Sequence[int], *, denied: bool) -> Iterator[Held]:
    """Rows that reached what is aimed at: by a column of yes and no, by each row's own target or by the caption's."""
    for at in range(len(sheet.heads)):
        words = [sheet.texts[row][at].strip() for row in rows]
        if all(YES.match(word) or NO.match(word) for word in words):
            held = frozenset(row for row, word in zip(rows, words, strict=True) if bool(YES.match(word)) != denied)
            yield held, f"{sheet.heads[at]}: {', '.join(words)}"
    for measure, pairs in _aims(sheet, rows):
        met = {row for row, each, aim in pairs if each >= aim}
        yield frozenset(rows) - met if denied else frozenset(met), listed(sheet, measure, rows)


def _by_past_aim(sheet: Sheet, rows: Sequence[int], *, above: bool) -> Iterator[Held]:
    """Rows that are above what is aimed at, or below it."""
    for measure, pairs in _aims(sheet, rows):
        held = frozenset(row for row, each, aim in pairs if (each > aim if above else each < aim))
        yield held, listed(sheet, measure, rows)


def _by_number_aimed(sheet: Sheet, rows: Sequence[int], named: Sequence[int], found: "re.Match[str]") -> Iterator[Held]:
    """Rows that reached, or missed, the number that is aimed at."""
    bound, share = _bound(found)
    if bound is None:
        return
    for measure, values in _measured(sheet, rows, named, "share" if share else "count"):
        met = frozenset(row for row, each in zip(rows, values, strict=True) if each >= bound)
        yield frozenset(rows) - met if found["missed"] else met, listed(sheet, measure, rows)


def _by_majority(sheet: Sheet, rows: Sequence[int], named: Sequence[int], *, denied: bool) -> Iterator[Held]:
    """Rows of which more than half of all are so."""
    for measure, values in _measured(sheet, rows, named, "share"):
        most = frozenset(row for row, each in zip(rows, values, strict=True) if 2 * each > HUNDRED)
        yield frozenset(rows) - most if denied else most, listed(sheet, measure, rows)


def _by_told_limit(sheet: Sheet, rows: Sequence[int], named: Sequence[int], found: "re.Match[str]") -> Iterator[Held]:
    """Rows within a limit told before, or beyond it; one that stands on it is either."""
    bound, share = _bound(found)
    if bound is None:
        return
    for measure, values in _measured(sheet, rows, named, "share" if share else "count"):
        pairs = list(zip(rows, values, strict=True))
        for strict in (False, True):
            below = frozenset(row for row, each in pairs if each < bound or (each == bound and not strict))
            inside = bool(found["under"]) != bool(found["denied"])
            yield below if inside else frozenset(rows) - below, listed(sheet, measure, rows)


Aims = list[tuple[int, Decimal, Decimal]]


def _aims(sheet: Sheet, rows: Sequence[int]) -> Iterator[tuple[Measure, Aims]]:
    """The columns of shares, with each row's own share and what is aimed at in it."""
    told = {found["n"] for found in AIMED.finditer(" ".join((sheet.caption, *sheet.heads, *sheet.notes)))}
    own = [at for at, kind in enumerate(sheet.kinds) if kind == "target"]
    for measure, values in _measured(sheet, rows, (), "share"):
        aims = [Decimal(told.copy().pop())] * len(rows) if len(told) == 1 else []
        for at in own:
            shares = [share.value for row in rows if (share := sheet.share_at(row, at))]
            aims = shares if len(shares) == len(rows) else aims
        if aims:
            yield measure, list(zip(rows, values, aims, strict=True))


def limited(text: str) -> bool:
    """Whether words put figures to a limit, or say that there are any or none."""
    return any(each.search(text) for each in (LIMIT, OR_MORE, NONE_OF, ANY_OF))


def _by_limit(
    sheet: Sheet, rows: Sequence[int], text: str, found: "re.Match[str]", named: Sequence[int]
) -> Iterator[Held]:
    bound, share = _bound(found)
    if bound is None:
        return
    said = found.groupdict()
    denied = bool(DENIED.search(text[: found.start()]))
    by = "share" if share else "count"
    for measure, values in (*_measured(sheet, rows, named, by), *(_rests(sheet, rows, text) if share else ())):
        passed = {row for row, each in zip(rows, values, strict=True) if is_so(found, each, bound)}
        held = frozenset(rows) - passed if denied else frozenset(passed)
        yield held, listed(sheet, measure, rows)
        if said.get("above") or said.get("below"):
            # "Above 80%" may take in 80 as it is printed.
            at = frozenset(row for row, each in zip(rows, values, strict=True) if each == bound)
            yield held ^ at, listed(sheet, measure, rows)


def _bound(found: "re.Match[str]") -> tuple[Decimal | None, bool]:
    """The number that is the limit, and whether it is a share."""
    text = found["n"].lower()
    if part := part_said(text):
        return Decimal(part.numerator * 100) / part.denominator, True
    number = Decimal(text.replace(",", "")) if text[0].isdigit() else whole(text)
    return (None, False) if number is None else (Decimal(number), bool(found["unit"]))


def _measured(
    sheet: Sheet, rows: Sequence[int], named: Sequence[int], by: str
) -> Iterator[tuple[Measure, list[Decimal]]]:
    """The columns that can be compared in a sense, those named first alone; each with the values of the rows."""
    every = [
        Measure(at, by)
        for at, kind in enumerate(sheet.kinds)
        if kind not in ("words", "target") and (kind in ("share", "both") if by == "share" else kind != "share")
    ]
    chosen = [each for each in every if each.column in named] or every
    for measure in chosen:
        values = [value(sheet, row, measure.column, by) for row in rows]
        known = [each for each in values if each is not None]
        if len(known) == len(rows):
            yield measure, known
        # What is printed as 80% reaches 80, though 79.6 would not.
        printed = [each.value for row in rows if by == "share" and (each := sheet.share_at(row, measure.column))]
        if printed != known and len(printed) == len(rows):
            yield measure, printed
    if by == "share":
        yield from worked_out(sheet, rows, named)
        # Shares may stand under heads and a caption that don't say so.
        plain = _measured(sheet, rows, named, "count") if not every else ()
        yield from ((measure, known) for measure, known in plain if all(0 <= each <= HUNDRED for each in known))


def worked_out(sheet: Sheet, rows: Sequence[int], named: Sequence[int]) -> Iterator[tuple[Measure, list[Decimal]]]:
    """Shares of counts in what their row comes to, or in another column."""
    counted = [at for at, kind in enumerate(sheet.kinds) if kind in ("count", "total", "base", "both")]
    own = [at for at in counted if at in named] or counted
    for part in own:
        base, counts = head_base(sheet, part), [each.count for row in rows if (each := sheet.cells[row][part])]
        if base and len(counts) == len(rows) and None not in counts:
            yield Measure(part, "share"), [_share(each, base) for each in counts]
        side_by_side = len(counted) > 1 and not is_time(tuple(sheet.heads[at] for at in counted))
        # What were seen and those of them that were sound come to nothing together.
        if sheet.total_column is None and side_by_side and not _holds_other(sheet):
            sums = [sum(each.count or 0 for at in counted if (each := sheet.cells[row][at])) for row in rows]
            if len(counts) == len(rows):
                yield Measure(part, "share"), [_share(a, b) for a, b in zip(counts, sums, strict=True)]
    # "Of the boats seen nine in ten were ...": the column named may be the one that they are of.
    for part, at in permutations(counted, 2):
        pairs = [(sheet.cells[row][part], sheet.cells[row][at]) for row in rows]
        if {part, at}.isdisjoint(own):
            continue
        if all(a and b and b.count and a.count is not None and a.count <= b.count for a, b in pairs):
            yield Measure(part, "share"), [_share(a.count, b.count) for a, b in pairs if a and b]


def _holds_other(sheet: Sheet) -> bool:
    """Whether the one column of two counts what the other is of: no word says that they are side by side."""
    pair = pair_of(sheet)
    return pair is not None and not any(OF_TWO.search(sheet.heads[at]) for at in pair)


def _rests(sheet: Sheet, rows: Sequence[int], text: str) -> Iterator[tuple[Measure, list[Decimal]]]:
    """What shares worked out leave, where words deny what a column counts or don't say it: "failed to reply"."""
    words = {each.plain for each in tokens_of(text)}
    for measure, values in worked_out(sheet, rows, ()):
        said = any(alike(word, each) for word in label_words(sheet.heads[measure.column]) for each in words)
        if not said or LEFT.search(text):
            yield measure, [HUNDRED - each for each in values]


def _share(part: int | None, base: int | None) -> Decimal:
    return Decimal((part or 0) * 100) / Decimal(base or 1)


def _against_plan(sheet: Sheet, rows: Sequence[int], *, over: bool) -> Iterator[Held]:
    """Of what was planned and what was spent the rows in which the second is more, or less."""
    counted = [at for at, kind in enumerate(sheet.kinds) if kind in ("count", "target", "total", "base", "mean")]
    for plan, spent in combinations(counted, 2):
        pairs = [(row, sheet.cells[row][plan], sheet.cells[row][spent]) for row in rows]
        if all(a and b for _, a, b in pairs):
            held = frozenset(
                row for row, a, b in pairs if a and b and (b.value > a.value if over else b.value < a.value)
            )
            yield held, f"{sheet.heads[plan]} and {sheet.heads[spent]}"
    yield from _signed(sheet, rows, up=over)


def _signed(sheet: Sheet, rows: Sequence[int], *, up: bool) -> Iterator[Held]:
    """Of a column of changes the rows in which it is above nought, or below."""
    for at, kind in enumerate(sheet.kinds):
        if kind == "change" and (known := changes(sheet, rows, at)):
            yield went(known, up=up), listed(sheet, Measure(at, "count"), rows)


def _by_any(sheet: Sheet, rows: Sequence[int], named: Sequence[int], *, none: bool) -> Iterator[Held]:
    """Of the columns of counts that are named the rows that have any, or none."""
    for at in named:
        cells = [(row, sheet.cells[row][at]) for row in rows]
        if sheet.kinds[at] in ("count", "both") and all(each and each.count is not None for _, each in cells):
            held = frozenset(row for row, each in cells if each and bool(each.count) != none)
            yield held, listed(sheet, Measure(at, "count"), rows)


def _moved(sheet: Sheet, rows: Sequence[int], named: Sequence[int], text: str) -> Iterator[Held]:
    """Between any two columns of one kind the rows that went up, or down; between those named where two are."""
    up, either, than = bool(UP.search(text)), bool(GOOD.search(text)), bool(THAN.search(text))
    kinds = ("count", "share", "both", "mean")
    columns = [at for at, kind in enumerate(sheet.kinds) if kind in kinds]
    own = [at for at in columns if at in named]
    pairs = [(a, b) for a, b in combinations(columns, 2) if sheet.kinds[a] == sheet.kinds[b]]
    pairs = [pair for pair in pairs if set(own) <= set(pair)] if 0 < len(own) <= 2 else pairs
    # "Higher than in 2024": the column that is named is the earlier one.
    ordered = [in_time(sheet, pair) for pair in pairs if _are_times(sheet, pair)]
    ordered = [pair for pair in ordered if pair[0] == own[0]] if than and len(own) == 1 else ordered
    for a, b in ordered or two_times(sheet):
        if own and not ordered and not set(own) & {a, b}:
            continue
        based = any(cell and cell.base for row in rows for at in (a, b) for cell in [sheet.cells[row][at]])
        for by in ("share",) if based else ("share", "count"):
            if known := steps(sheet, rows, (a, b), by):
                why = f"{sheet.heads[a]} and {sheet.heads[b]}"
                yield went(known, up=up), why
                if either:
                    yield went(known, up=not up), why
    yield from _signed(sheet, rows, up=up)


def _are_times(sheet: Sheet, pair: tuple[int, int]) -> bool:
    """Whether two columns are of two times, or of shares that stand beside such."""
    heads = tuple(sheet.heads[at] for at in pair)
    return is_time(heads) or all(BARE.match(head) for head in heads)
