"""A share told right behind the name of a row, of no time: it is the latest one, and none of a time before."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Table
from looped.checker.finding import Finding
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, passage
from looped.checker.remarks import Remark
from looped.checker.rows_in_time import TIME_WORD, latest_of, times_of
from looped.checker.sheets.spoken import as_spoken_of

CODE = "sheet-latest"
MESSAGE = "What is told of a row of no time is its latest figure."
_TABLE = "Check\tLast year %\tThis year %\nRopes\t61\t72\nSails\t52\t58\nMasts\t66\t67\n\n"
GOOD = _TABLE + "The safest thing on board are the ropes (72%)."
BAD = _TABLE + "The safest thing on board are the ropes (61%)."

BEHIND = pattern_of(r"[*_”\"’']{0,3},? ?(?:\(|(?:are |is )?(?:at|with) (?:only |just )?)", re.I)
SHARE = pattern_of(r"\d ?(?:%|per ?cent)", re.I)
THIS = pattern_of(r"\b(?:this|now)\b", re.I)
# Of another time or place, or no share of now.
ASIDE = pattern_of(
    r"\b(?:had|since|from|up|down|than|compared|against|was|were|target|rose|fell|began|started|used to|while)\b", re.I
)
CLOSES = re.compile(r" ?(?:%|per cent)?(?:[),;.]|$)")


def check(context: Context) -> Iterator[Finding]:
    """Each share behind the name of a row of a table with several times."""
    sheets = [as_spoken_of(placed.sheet) for placed in context.sheets]
    timed = [(sheet, times_of(sheet)) for sheet in sheets]
    every = [(sheet, times, now) for sheet, times in timed if (now := latest_of(sheet, times)) is not None]
    if not every:
        return
    for block in context.document.blocks:
        if isinstance(block, Table) or "\t" in block.text or not SHARE.search(block.text):
            continue
        read = passage(block.text)
        for entry in read.entries:
            if entry.kind != "share" or not CLOSES.match(read.text, entry.end):
                continue
            found = [_of(Remark(block, read, entry.sentence, sheet), entry, times, now) for sheet, times, now in every]
            told = [each for each in found if each]
            if told and all(each.verdict == "wrong" for each in told):
                yield told[0]


def _of(remark: Remark, entry: Entry, times: list[int], now: int) -> Finding | None:
    """The finding on a share, where the name of a row stands right before it."""
    low = entry.start - remark.start
    before = [each for each in remark.rows if each.whole and each.end <= low]
    timed = TIME_WORD.search(THIS.sub(" ", remark.text))
    if not before or not BEHIND.fullmatch(remark.text[before[-1].end : low]) or timed or ASIDE.search(remark.text):
        return None
    sheet, row = remark.sheet, before[-1].at
    own = {column: share.value for column in times if (share := sheet.share_at(row, column))}
    if now not in own or len(own) < len(times):
        return None
    span = (low, entry.end - remark.start)
    if _is(entry, own[now]):
        return remark.finding(CODE, "ok", span, "", "", sheet.labels[row])
    if not any(_is(entry, value) for value in own.values()):
        return None
    why = f"{entry.text} is of a time before {sheet.heads[now]}, which has {own[now]}%"
    return remark.finding(CODE, "wrong", span, f"{own[now]}%", why, sheet.labels[row])


def _is(entry: Entry, value: Decimal) -> bool:
    return abs(entry.value - value) <= (entry.step / 2 if value % entry.step else 0)
