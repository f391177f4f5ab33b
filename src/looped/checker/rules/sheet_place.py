"""Which place a row has among the rows of a table: "comes second", "now stands fifth", "came third with 31"."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import NTH
from looped.checker.patterns import pattern_of
from looped.checker.remarks import BAD_THING, Remark, ranked_rows, value
from looped.checker.sheets.naming import Named
from looped.checker.sheets.sheet import Sheet
from looped.checker.summaries import by_any_table, is_of_other_year

CODE = "sheet-place"
MESSAGE = "A row that is said to come second, third or fourth has that place in some column of the table."
TABLE = "Port\tBoats\tSound %\nLeith\t64\t79\nAyr\t70\t85\nOban\t52\t57\nTain\t41\t80\n\n"
GOOD = TABLE + "Tain comes second, at 80%."
BAD = TABLE + "Tain comes third, at 80%."

PLACES = tuple(NTH[:6])
SAID = pattern_of(
    rf"\b(?:c[oa]mes?|stands?|stood|ranks?|ranked|placed|lies|lay)(?: now| only| in| a close| a poor| a distant)? "
    rf"(?P<place>{'|'.join(PLACES)})(?: place)?\b(?! (?:time|year|half|round|cycle|quarter|party|hand|to)\b)"
    r"(?P<end> from (?:the )?(?:bottom|last|below))?",
    re.I,
)
TO_VERB = re.compile(r"[*”\"’']*(?: (?:now|again|therefore|thus|also|only|which|and|it|then))* $")
IT_NOW = pattern_of(r"\b(?:and|it|which|but)(?: now| therefore| thus| only)? $", re.I)
NOW = pattern_of(r"\bnow\b(?: [a-z]+){0,3}$", re.I)
FIGURE = re.compile(r",? (?:\(|at |with |on )(?:only |just )?[£$€]?(?P<n>\d[\d,]*(?:\.\d+)?)(?P<unit>\s?%)?(?! of\b)")
ELSE = pattern_of(
    r"\b(?:not|n[’']t|if|would|last (?:year|time)|previous\w*|having been|had been|used to|among|of those|after|"
    r"with\w+)\b",
    re.I,
)
FEWEST = 3


def check(context: Context) -> Iterator[Finding]:
    """Each such statement, against every table that has the row."""
    return by_any_table(context, _of, SAID)


def _of(remark: Remark) -> Iterator[Finding]:
    text, rows = remark.text, ranked_rows(remark.sheet)
    if len(rows) < FEWEST or is_of_other_year(remark, text):
        return
    for said in SAID.finditer(text):
        own = _row(remark, said)
        if own is None or own.at not in rows or _is_of_else(text, own, said):
            continue
        place = PLACES.index(said["place"].lower())
        columns = _columns(remark.sheet, rows)
        told = FIGURE.match(text, said.end())
        if told:
            figure = Decimal(told["n"].replace(",", ""))
            columns = [each for each in columns if each[1][rows.index(own.at)] == figure]
        if not columns or place >= len(rows):
            continue
        # Of what is bad the least may come first.
        either = bool(BAD_THING.search(remark.told_of))
        turn = -1 if said["end"] else 1
        holds = [e for e in columns if _has_place([turn * v for v in e[1]], rows.index(own.at), place, either=either)]
        head, values = (holds or columns)[0]
        why = f"{head}: " + ", ".join(f"{remark.sheet.labels[r]} {v:f}" for r, v in zip(rows, values, strict=True))
        verdict: Verdict = "ok" if holds else "wrong"
        span = (said.start(), told.end() if told else said.end())
        yield remark.finding(CODE, verdict, span, "" if holds else "another place", why, remark.sheet.labels[own.at])


def _is_of_else(text: str, own: Named, said: re.Match[str]) -> bool:
    """Whether what stands between denies it or tells another time; "and now" takes up the present again."""
    return bool(ELSE.search(text[own.end : said.start()])) and not NOW.search(text[: said.start()] + said.group())


def _row(remark: Remark, said: re.Match[str]) -> Named | None:
    """The row right before the verb; behind "and now" the only row of the sentence, or of the one before for "it"."""
    before = [each for each in remark.rows if each.end <= said.start()]
    if before and TO_VERB.fullmatch(remark.text[before[-1].end : said.start()]):
        return before[-1]
    if not IT_NOW.search(remark.text[: said.start()]):
        return None
    return before[0] if before and len({each.at for each in remark.rows}) == 1 else None


def _columns(sheet: Sheet, rows: Sequence[int]) -> list[tuple[str, list[Decimal]]]:
    """Each column with what its rows have, as counts and as shares."""
    found = []
    for column, head in enumerate(sheet.heads):
        for by in ("share", "count"):
            values = [value(sheet, row, column, by) for row in rows]
            known = [each for each in values if each is not None]
            printed = [each.value for row in rows if by == "share" and (each := sheet.share_at(row, column))]
            found += [(head, each) for each in (known, printed) if len(each) == len(rows)]
    return found


def _has_place(values: Sequence[Decimal], at: int, place: int, *, either: bool) -> bool:
    """Whether a figure has a place from the top, as many as are alike sharing theirs; or from the bottom."""
    own = values[at]
    above, below = sum(each > own for each in values), sum(each < own for each in values)
    same = sum(each == own for each in values) - 1
    return above <= place <= above + same or (either and below <= place <= below + same)
