"""Two rows or columns of a table said to have as much as each other: they have the same figure."""

import re
from collections.abc import Iterator, Sequence

from looped.checker.context import Context
from looped.checker.finding import Finding
from looped.checker.pairs import Pair, is_more, told
from looped.checker.patterns import pattern_of
from looped.checker.remarks import Measure, Remark, by_statement, lies, measures, ranked_rows, within
from looped.checker.sheets.naming import Named
from looped.checker.sheets.sheet import Sheet, is_time

CODE = "sheet-tied"
MESSAGE = "What is said to have as much as another has the same figure."
GOOD = "Site\tCalls\nLeith\t80\nAyr\t30\nOban\t80\n\nAs many calls came from Leith as from Oban."
BAD = "Site\tCalls\nLeith\t80\nAyr\t30\nOban\t80\n\nAs many calls came from Leith as from Ayr."

TIED = pattern_of(
    r"\b(?:(?P<as>(?:just |exactly )?as (?:many|much|often|common|high|low|large|frequent\w*)\b[^.;:]{0,60}? as)|"
    r"tied?(?: with| for)|ties|tying|(?:was |were |is |are |drew |came )(?:level|equal|joint)\b|equalled|matched|"
    r"(?:the )?(?:same|identical) (?:number|share|proportion|percentage|rate|score|figure|count)s?|"
    r"(?:was|were|is|are) the same|equal (?:numbers?|shares?|first|second|top)|"
    r"joint (?:first|second|third|top|highest|lowest|last)|shar(?:ed?|es|ing) (?:the )?(?:first|second|third|top|last|"
    r"joint) (?:place|spot|position|rank))\b",
    re.I,
)
DENIED = pattern_of(
    r"\b(?:not?|none|never|nearly|almost|about|around|roughly|twice|half|double|three|four|five|times|third|quarter|"
    r"at least|if|whether|neither|nor|than|by|until|respectively)\b|n[’']t\b",
    re.I,
)


def check(context: Context) -> Iterator[Finding]:
    """Each such statement that names two rows, or two columns, and no more."""
    return by_statement(context, _of, TIED)


def _of(remark: Remark) -> Iterator[Finding]:
    found = TIED.search(remark.text)
    if not found or remark.read.of_sentence(remark.at):
        return
    low, high = remark.clause(found.start())
    if DENIED.search(remark.text, low, high):
        return
    for sheet, names, others in (
        (remark.sheet, remark.rows, remark.columns),
        (lies(remark.sheet), remark.columns, remark.rows),
    ):
        two = within(names, low, high)
        if len(two) != 2 or not set(two) <= set(ranked_rows(sheet)) or not _is_plain(sheet):
            continue
        pair = Pair(sheet, two[0], two[1], tuple(within(others, low, high)))
        options = _options(remark, sheet, others, (low, high))
        values = [(each, both) for each in options if (both := is_more(pair, each))]
        if values:
            right = any(a == b for _, (a, b) in values)
            why = told(pair, values[0][0])
            yield remark.finding(CODE, "ok" if right else "wrong", (low, high), "" if right else "another", why)
        return


def _is_plain(sheet: Sheet) -> bool:
    """Whether the columns are of one kind, or times or groups of it: else another may be meant than those compared."""
    kinds = {kind for kind in sheet.kinds if kind not in ("total", "words", "change")}
    return len(kinds) == 1 or len(sheet.heads) == 1 or is_time(sheet.heads)


def _options(remark: Remark, sheet: Sheet, others: Sequence[Named], span: tuple[int, int]) -> list[Measure]:
    """The columns that are named, or all of them, by number and by share."""
    named = within(others, *span)
    every = [*measures(sheet, "", named), *measures(sheet, remark.text[slice(*span)], named)]
    return list(dict.fromkeys(every))
