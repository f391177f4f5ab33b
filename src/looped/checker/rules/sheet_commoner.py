"""What is called more or less common in one of two columns of a table: a row, several, or every other one."""

import re
from collections.abc import Iterator, Sequence

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import WORDS, whole
from looped.checker.patterns import pattern_of
from looped.checker.remarks import Remark, is_kind, ranked_rows, within
from looped.checker.sheets.giving import head_base
from looped.checker.sheets.sheet import Sheet, is_total
from looped.checker.summaries import by_any_table, is_of_other_year

CODE = "sheet-commoner"
MESSAGE = "What is said to be more or less common in one of two columns is so in the table."
TABLE = "Fault\tBoats (n = 60)\tRafts (n = 60)\nLeak\t9\t4\nRot\t3\t8\nRust\t7\t2\n\n"
GOOD = TABLE + "Rot was more common in rafts."
BAD = TABLE + "Leak was more common in rafts."

SAID = pattern_of(
    r"\b(?:was|were|is|are)(?: (?:also|both|all|each|slightly|somewhat|much|far|rather|again|a little))* "
    r"(?:(?P<more>more|commoner)|(?P<less>less|rarer))(?: (?:common|frequent|frequently (?:seen|reported|recorded)|"
    r"prevalent|often (?:seen|reported|recorded)|numerous|usual))?\b(?<!more)(?<!less) "
    r"(?:in|with|among|under|for|on|at) (?P<where>[^.;:,()]{2,50})",
    re.I,
)
N = rf"(?:\d{{1,2}}|{WORDS})"
OTHERS = pattern_of(r"\b(?:every|each|all|any) (?:the )?others?\b", re.I)
ALL_BUT = pattern_of(
    rf"\ball but (?P<n>{N})\b(?: of (?:the |our |its |these )?(?P<m>{N}))? (?:kinds? of |types? of |of the )?"
    r"(?P<noun>[a-z’'-]{3,})",
    re.I,
)
ELSE = pattern_of(
    r"\b(?:not|n[’']t|than|last (?:year|time|round)|previous\w*|expected|would|if|whether|among those|of the others)\b",
    re.I,
)
CUT = re.compile(r"[;:]|, (?:and|but|while|whereas|though|although)\b", re.I)
TWO = 2


def check(context: Context) -> Iterator[Finding]:
    """Each such statement, against every table with its row and its column and one other column."""
    return by_any_table(context, _of, SAID)


def _of(remark: Remark) -> Iterator[Finding]:
    text, sheet = remark.text, remark.sheet
    sides = [at for at, head in enumerate(sheet.heads) if sheet.kinds[at] in ("count", "both") and not is_total(head)]
    sides = [at for at in sides if at != sheet.total_column]
    if len(sides) != TWO or is_of_other_year(remark, text):
        return
    for said in SAID.finditer(text):
        low = max((each.end() for each in CUT.finditer(text, 0, said.start())), default=0)
        own = [at for at in within(remark.columns, said.start("where"), said.end()) if at in sides]
        if ELSE.search(text[low : said.end()]) or len(own) != 1:
            continue
        other = next(at for at in sides if at != own[0])
        told = _told(remark, low, said)
        if told is None:
            continue
        rows, number = told
        ways = [_so(sheet, rows, own[0], other, more=bool(said["more"]), by=by) for by in ("share", "count")]
        known = [each for each in ways if each is not None]
        if not known:
            continue
        verdict: Verdict = "ok" if any(each == number for each in known) else "wrong"
        why = ", ".join(f"{sheet.labels[row]} {sheet.texts[row][own[0]]} and {sheet.texts[row][other]}" for row in rows)
        yield remark.finding(CODE, verdict, (low, said.end()), "" if verdict == "ok" else f"{known[0]}", why)


def _told(remark: Remark, low: int, said: re.Match[str]) -> tuple[list[int], int] | None:
    """The rows of which it is said, and of how many of them."""
    text, every = remark.text, ranked_rows(remark.sheet)
    named = [row for row in within(remark.rows, low, said.start()) if row in every]
    if found := ALL_BUT.search(text, low, said.start()):
        but, size = whole(found["n"]), whole(found["m"]) if found["m"] else None
        fits = size == len(every) if size else is_kind(remark.sheet, found["noun"])
        return ([*every], len(every) - but) if but and fits and not named else None
    if OTHERS.search(text, low, said.start()):
        before = text[:low] or (remark.read.sentence(remark.at - 1) if remark.at else "")
        aside = _named_in(remark, before)
        rest = [row for row in every if row not in aside]
        return (rest, len(rest)) if len(aside) == 1 and rest and not named else None
    return (named, len(named)) if named else None


def _named_in(remark: Remark, words: str) -> list[int]:
    """The rows that words before a statement name."""
    if remark.text.startswith(words):
        return within(remark.rows, 0, len(words))
    before = Remark(remark.paragraph, remark.read, remark.at - 1, remark.sheet)
    return within(before.rows, 0, len(before.text))


def _so(sheet: Sheet, rows: Sequence[int], own: int, other: int, *, more: bool, by: str) -> int | None:
    """Of how many rows it is so; None where a figure is missing."""
    found = [(_value(sheet, row, own, by), _value(sheet, row, other, by)) for row in rows]
    known = [(a, b) for a, b in found if a is not None and b is not None]
    return sum((a > b) if more else (a < b) for a, b in known) if len(known) == len(rows) else None


def _value(sheet: Sheet, row: int, column: int, by: str) -> float | None:
    """A count, or its share: as it is printed, or of those that its column's head tells."""
    figure = sheet.cells[row][column]
    if figure is None:
        return None
    if by == "count":
        return float(figure.value)
    base = head_base(sheet, column)
    share = sheet.share_at(row, column)
    return float(share.value) if share else float(figure.value) / base if base else None
