"""Two figures of a table that are said to be the same, or not: of two rows, two columns, or a row at two times."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.finding import Finding
from looped.checker.measures import BY_SHARE, measures
from looped.checker.patterns import pattern_of
from looped.checker.remarks import Remark, by_statement, lies, ranked_rows, value, within
from looped.checker.sheets.naming import Named
from looped.checker.sheets.sheet import Sheet, is_time

CODE = "sheet-level"
MESSAGE = "Figures of a table that are said to be the same are, and others aren't."
GOOD = "Site\tSpring\tAutumn\nLeith\t41\t41\nAyr\t30\t36\nOban\t28\t25\n\nFor Leith the number stayed the same."
BAD = "Site\tSpring\tAutumn\nLeith\t41\t41\nAyr\t30\t36\nOban\t28\t25\n\nFor Ayr the number stayed the same."

STAYED = (
    r"(?:stayed|remained|stood|was|were|is|are|left) (?:just |exactly |quite )?(?:as (?:it|they) (?:was|were|had been)|"
    r"unchanged|the same|level|where (?:it|they) (?:was|were)|at the same (?:level|figure|number|rate))|"
    r"(?:stood|stayed|held) still|stayed put|(?:did not|didn[’']t|has not|have not) (?:change|move|alter)d?|"
    r"(?:showed|saw|with) no change|unchanged|no different|"
    r"neither (?:rose|went up) nor (?:fell|went down)"
)
SAME = (
    r"(?:equal|identical|(?:exactly |just )?the same) (?:numbers?|counts?|shares?|rates?|figures?|scores?|amounts?|"
    r"proportions?|results?|percentages?|totals?|sums?|levels?)|(?:at|on|with|had|by|for|recorded|reported|scored|showed|"
    r"gave|spent|took|made|raised|cost) (?:exactly |just )?(?:the same|an equal|an identical)\b|(?:were|was|are|is|"
    r"finished|came out|tied|drew|stood) "
    r"(?:dead |exactly |just )?(?:level|equal|identical|tied)|(?:exactly|just) as (?:many|much|high|low|often|likely)|"
    r"(?:equalled|matched)|no difference"
)
OTHER = (
    r"(?:different|unequal|differing) (?:numbers?|counts?|shares?|rates?|figures?|scores?|amounts?|proportions?|"
    r"results?|"
    r"percentages?|totals?|levels?)|differed|(?:was|were) (?:not|un)[ -]?(?:equal|the same|level)"
)
TARGET = (
    r"exactly (?:its|their|the|on) (?:budget|target|goal|plan)|(?:its|their|the) (?:budget|target|goal) exactly|"
    r"(?:exactly |bang |dead )on (?:budget|target)"
)
SAID = pattern_of(
    rf"\b(?:(?P<target>{TARGET})|(?P<stayed>{STAYED})|(?P<other>{OTHER})|(?P<same>{SAME}))(?![a-z])", re.I
)
LOOSE = pattern_of(
    r"\b(?:almost|nearly|roughly|virtually|broadly|much|largely|practically|more or less|if|would|should|"
    r"whether|hardly|little|way|reason\w*|question\w*|day|time|week|than|twice|half|times|"
    r"(?:all|every|each|none|no other|only|both years|three|four|five|two of))\b",
    re.I,
)
PAIR = 2


def check(context: Context) -> Iterator[Finding]:
    """Each such sentence that names two rows or columns, or one row of a table of times."""
    return by_statement(context, _of, SAID)


def _of(remark: Remark) -> Iterator[Finding]:
    for found in SAID.finditer(remark.text):
        if any(each.start <= found.start() < each.end for each in (*remark.rows, *remark.columns)):
            continue  # "“Matched to an order” fell": what a row is called
        low, high = remark.clause(found.start())
        said = remark.text[low : found.start()] + found.group().split()[0] + " " + remark.text[found.end() : high]
        if LOOSE.search(said) or re.search(r"\b(?:about|around) $", remark.text[: found.start()]):
            continue
        for sheet, names, others in (
            (remark.sheet, remark.rows, remark.columns),
            (lies(remark.sheet), remark.columns, remark.rows),
        ):
            told = _pairs(remark, sheet, found, _here(names, low, high), _here(others, low, high))
            if told:
                yield _finding(remark, sheet, found, told)
                return


def _here(names: list[Named], low: int, high: int) -> list[int]:
    """What is named in full in a clause, once each."""
    return within([each for each in names if each.whole], low, high)


Cells = list[tuple[int, int, str]]


def _pairs(
    remark: Remark, sheet: Sheet, found: re.Match[str], rows: list[int], columns: list[int]
) -> list[tuple[Cells, Decimal, Decimal]]:
    """The cells that are set against each other, pair by pair, with their values."""
    if not set(rows) <= set(ranked_rows(sheet)):
        return []
    words = remark.text[slice(*remark.clause(found.start()))]
    every = measures(sheet, "share" if BY_SHARE.search(words) else "", columns)
    if len(rows) == PAIR and not found["stayed"]:
        if len({each.column for each in every}) > 1 and not columns:
            return []
        cells = [[(row, each.column, each.by) for row in rows] for each in every]
    elif len(rows) == 1 and found["target"]:
        targets = [at for at, kind in enumerate(sheet.kinds) if kind == "target"]
        results = [each.column for each in every if sheet.kinds[each.column] in ("count", "share", "mean")]
        if len(targets) != 1 or len(set(results)) != 1:
            return []
        cells = [[(rows[0], targets[0], by), (rows[0], results[0], by)] for by in ("count", "share")]
    elif len(rows) == 1:
        chosen = columns if len(columns) == PAIR else _times(sheet) if found["stayed"] or not columns else []
        kinds = {sheet.kinds[c] for c in chosen}
        if len(chosen) < PAIR or len(kinds) != 1 or (len(chosen) > PAIR and not found["stayed"]):
            return []
        # Of more times than two the first and the last.
        ends = [chosen[0], chosen[-1]]
        cells = [[(rows[0], c, by) for c in ends] for by in ("count", "share")]
    else:
        return []
    told = []
    for pair in cells:
        one, other = (value(sheet, *each) for each in pair)
        if one is not None and other is not None:
            told.append((pair, one, other))
    return told


def _times(sheet: Sheet) -> list[int]:
    """The columns of figures, where they are times."""
    own = [at for at, kind in enumerate(sheet.kinds) if kind in ("count", "share", "both", "mean")]
    return own if is_time(tuple(sheet.heads[at] for at in own)) else []


def _finding(remark: Remark, sheet: Sheet, found: re.Match[str], told: list[tuple[Cells, Decimal, Decimal]]) -> Finding:
    differ = bool(found["other"])
    right = next((each for each in told if (each[1] != each[2]) == differ), None)
    cells, *_ = right or told[0]
    shown = [f"{sheet.labels[row]}, {sheet.heads[column]}: {sheet.texts[row][column]}" for row, column, _ in cells]
    return remark.finding(
        CODE, "ok" if right else "wrong", found.span(), "" if right else "not so", " and ".join(shown)
    )
