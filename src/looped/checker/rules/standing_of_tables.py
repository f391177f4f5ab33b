"""What is called the strongest, or a strength, against the document's own ranking of its tables."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.claims import Sentence
from looped.checker.context import Context, plain
from looped.checker.finding import Finding, Verdict
from looped.checker.grid import Grid
from looped.checker.patterns import pattern_of
from looped.checker.series import good_rows, series
from looped.checker.speaking import named_grids, table_of

CODE = "standing-of-tables"
MESSAGE = "What is called consistently the strongest, or a strength, is so in the tables."
_FIRST = "Plans\tApril\tMay\nGood\t{}\t{}\nInadequate\t{}\t{}\n\n"
_SECOND = "Reviews\tApril\tMay\nGood\t{}\t{}\nInadequate\t{}\t{}\n\nOutcome: this area is consistently the strongest."
GOOD = _FIRST.format(4, 5, 16, 15) + _SECOND.format(9, 8, 11, 12)
BAD = _FIRST.format(14, 15, 6, 5) + _SECOND.format(9, 8, 11, 12)

ALWAYS = pattern_of(r"\b(?:consistently|always|in (?:each|every) \w+) (?:the )?(?:strongest|best|highest)\b", re.I)
STRENGTH = pattern_of(r"\b(?:is|are|was|were|remains?|be) (?:a |an |the )?(?:\w+ )?(?:strength|strong point)\b", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each sentence that calls a table's subject so."""
    for sentence in context.sentences_with(ALWAYS, STRENGTH):
        always, strength = ALWAYS.search(sentence.text), STRENGTH.search(sentence.text)
        grid = _grid(context, sentence) if always or strength else None
        peers = [
            each
            for each in context.grids
            if grid and good_rows(each) and each.rows[:2] == grid.rows[:2] and each.total is None
        ]
        if grid is None or grid not in peers or len(peers) < 2:
            continue
        if always:
            yield from _always(context, sentence, grid, peers, always)
        elif strength and len(peers) > 2:
            yield from _strength(context, sentence, grid, peers, strength)


def _grid(context: Context, sentence: Sentence) -> Grid | None:
    named = {each.at for each in named_grids(context, sentence.text)}
    return context.grids[named.pop()] if len(named) == 1 else table_of(context, sentence)


def _always(
    context: Context, sentence: Sentence, grid: Grid, peers: list[Grid], found: re.Match[str]
) -> Iterator[Finding]:
    """The strongest in each column by the best grades together, or by the lowest of them alone."""
    beaten: list[str] = []
    for column, label in enumerate(grid.columns):
        if column == grid.total_column:
            continue
        own = _shares(context, grid, label)
        better = [(each, _shares(context, each, label)) for each in peers if each is not grid]
        # Beaten on one reading is not beaten: the reader may have meant the other.
        over = [
            each for each, values in better if values and own and all(v > o for v, o in zip(values, own, strict=True))
        ]
        beaten += [f"{label}: {each.table.title} is above it" for each in over]
    verdict: Verdict = "wrong" if beaten else "ok"
    why = "; ".join(beaten) or "no other is above it in any column"
    expected = "not in every column" if beaten else "so"
    slip = f"{CODE}/{sentence.line}"
    yield Finding(CODE, verdict, sentence.where, sentence.text, found.group(), expected, why, slip, "likely")


def _shares(context: Context, grid: Grid, label: str) -> tuple[Decimal, ...]:
    """In the column of that name: the share of good or better, and that of the grade called good alone."""
    rows = good_rows(grid)
    at = next((at for at, each in enumerate(grid.columns) if plain(each) == plain(label)), None)
    lines = [series(context, grid, chosen) for chosen in (rows, rows[-1:])]
    if at is None or any(line is None or line.shares is None or at not in line.columns for line in lines):
        return ()
    return tuple(line.shares[line.columns.index(at)] for line in lines if line and line.shares)


def _strength(
    context: Context, sentence: Sentence, grid: Grid, peers: list[Grid], found: re.Match[str]
) -> Iterator[Finding]:
    whole = {id(each): _whole(context, each) for each in peers}
    known = [(value, each) for each in peers if (value := whole[id(each)]) is not None]
    own = whole[id(grid)]
    if own is None or len(known) < 3:
        return
    above = sum(value > own for value, _ in known)
    verdict: Verdict = "ok" if 2 * above < len(known) else "wrong" if 3 * above >= 2 * len(known) else "arguable"
    listed = ", ".join(f"{each.table.title} {value:.1f}%" for value, each in sorted(known, key=lambda pair: -pair[0]))
    why = f"good or better, over all columns: {listed}"
    place = f"place {above + 1} of {len(known)}"
    slip = f"{CODE}/{sentence.line}"
    yield Finding(CODE, verdict, sentence.where, sentence.text, found.group(), place, why, slip, "likely")


def _whole(context: Context, grid: Grid) -> Decimal | None:
    good, every = series(context, grid, good_rows(grid)), series(context, grid, grid.parts)
    return Decimal(100 * sum(good.counts)) / sum(every.counts) if good and every and sum(every.counts) else None
