"""A row that is called the first or the last, where it is so in no column of any table that the words may mean."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from looped.checker.called_most import OWNS, TELLS_MORE, WITH_RESULT
from looped.checker.context import Context
from looped.checker.end_words import BEST, BUSIEST, HIGHEST, LOWEST, NO_CELL, NO_END, QUIETEST, WORST
from looped.checker.finding import Finding
from looped.checker.measures import BARE_SHARE, BY_NUMBER, BY_SHARE, Measure, part_meant, says_how_often
from looped.checker.numbers import WORDS
from looped.checker.pairs import listed
from looped.checker.patterns import pattern_of
from looped.checker.phrases import THEM
from looped.checker.remarks import BAD_THING, Remark, is_kind, ranked_rows, value
from looped.checker.sheets.naming import Named, alike, label_words, tokens_of
from looped.checker.sheets.sheet import NOW, Sheet
from looped.checker.so_many import worked_out
from looped.checker.summaries import by_any_table, is_of_other_year

CODE = "sheet-end"
MESSAGE = "What is called the most or the least is so in some column of a table that has it."
GOOD = "Site\tSeen\tLate\tRate\nLeith\t80\t8\t10%\nAyr\t30\t6\t20%\nOban\t50\t2\t4%\n\nThe lowest rate was in Oban."
BAD = "Site\tSeen\tLate\tRate\nLeith\t80\t8\t10%\nAyr\t30\t6\t20%\nOban\t50\t2\t4%\n\nThe lowest rate was in Leith."

MOST = pattern_of(
    rf"\b(?:(?P<high>{HIGHEST}|{BUSIEST}|most (?:often|common(?:ly)?|"
    r"frequent(?:ly)?|numerous)|leads|(?:the|with|had|have) most)|"
    rf"(?P<low>{LOWEST}|{QUIETEST}|least (?:often|common(?:ly)?|frequent(?:ly)?)|"
    r"(?:the|with|had) least)|"
    rf"(?P<either>{BEST}|{WORST}|poorest))\b",
    re.I,
)
DENIED = pattern_of(
    rf"\b(?:{NO_END}|if|some of|of|previous|then)[- ]+(?:the |its |their |our )?$",
    re.I,
)
# Of a change, of what several make, of another year, of a part of them or of what no table holds.
ELSEWHERE = pattern_of(
    rf"\b(?:{NO_CELL}|rises?|falls? (?:in|from|of)|increases?|decreases?|drops?|gains?|changes?|reductions?|gaps?|"
    r"differences?|variances?|spread|range|distance|swing|movement|margin|in proportion|relative|"
    r"for (?:its|their) size|per head|last audit|previous\w*|earlier|should|could|apart from|except|other than|after|"
    r"excluding|outside|than|median|longest[- ]serving|risk|concern|need|ahead|behind)\b",
    re.I,
)
OF_SOME = pattern_of(rf" (?:[a-z]+ )?(?:of|among|out of) (?:the |these |those )?(?:\d|{WORDS}\b)", re.I)
# From the words to the row: "the lowest rate was in", "lowest in".
TO_ROW = pattern_of(
    r"[^.;:(),]{0,70}?\b(?:was|were|is|are|in|on|at|for|with|from|among|by)(?: (?:the|that of|"
    r"those (?:for|in|of)|for|in|on|at|with|from|that (?:for|in|of)))*\s[“\"‘']?$",
    re.I,
)
# From the row to the words: "had the", "returned the", nothing.
FROM_ROW = pattern_of(
    r"[’”\"']?(?: [a-z]+){0,2}? (?:had|has|have|was|is|were|are|with|made|gave|saw|recorded|reported|returned|supplied|"
    r"received|recruited|showed|held|came|[a-z]+ed)?(?: rated| scored)?(?: also| again| by far)? ?(?:the |its )?$",
    re.I,
)
GOVERNED = pattern_of(
    r"\b(?:in|at|on|for|of|among|across|by|with|to|from|than|within|under|between|like|[a-z]+’s)\s(?:the )?[“\"‘']?$",
    re.I,
)
# "Was the largest single one", "of the overspent headings": of some.
PREDICATE = pattern_of(rf" (?:single |such |one\b|of (?:{THEM})\b)", re.I)
ITS_OWN = pattern_of(r"[’”\"']?(?:[^.;:,]{0,25}?\b(?:was|were|is|are|had|came)\b|[’']s?\b)", re.I)
WITH_FIGURE = re.compile(r"(?: number)?,? (?:with |at |\()")
FIGURE = re.compile(r"(?<![\w(])\d[\d,.]*\b(?![%)])")


IS_NOW = pattern_of(r"\b(?:is|are|was|were) (?:now|this (?:year|time|month|quarter)) (?:the |by far )*$", re.I)
LASTING = pattern_of(r"(?:longest|shortest)\b", re.I)
TIMES = pattern_of(
    r"\b(?:time|times|wait\w*|lengths?|durations?|stay|seconds?|minutes?|hours?|days?|weeks?|months?|years?|long|short|km|"
    r"miles?|metres?|distance)\b",
    re.I,
)


def check(context: Context) -> Iterator[Finding]:
    """Each superlative beside a row, against every table that has the row."""
    return by_any_table(context, _of, MOST)


def _of(remark: Remark) -> Iterator[Finding]:
    text = remark.text
    if WITH_RESULT.search(remark.text):
        return  # "the most claims with this result": of whichever column that is
    found = list(MOST.finditer(text))
    for at, said in enumerate(found):
        low, high = remark.clause(said.start())
        high = min([high, *(each.start() for each in found[at + 1 :])])
        more = TELLS_MORE.search(text, said.end(), high)
        high = more.start() if more else high
        if any(each.whole and OWNS.fullmatch(text, each.end, said.start()) for each in remark.columns):
            continue  # "Ayr had the lowest share on sails", with the ports for columns: of Ayr among them
        row = _row(remark, said)
        if row is None or row.at not in ranked_rows(remark.sheet) or DENIED.search(text[: said.start()]):
            continue
        first, last = min(said.start(), row.start), max(said.end(), row.end)
        if MOST.search(text, min(said.end(), row.end), max(said.start(), row.start)):
            continue
        around = remark.unnamed[low:last] + re.split(r"[,;(]", remark.unnamed[last:high])[0]
        if LASTING.match(text, said.start()) and not TIMES.search(remark.sheet.texts_before):
            continue  # "has waited longest": of a time, and no column tells any
        if ELSEWHERE.search(around) or OF_SOME.match(text, said.end()) or is_of_other_year(remark, text):
            continue
        if not said.group().lower().startswith("the ") and re.match(r" of\b", text[said.end() :]):
            continue
        before = found[at - 1] if at else None
        if not before and row.end <= said.start() and not re.match(r" (?!of\b)[a-z]", text[said.end() :]):
            continue  # "Leith was the largest": of what was told before
        if PREDICATE.match(text, said.end()):
            continue
        tried = _measures(remark, said, row, high, before)
        if not tried:
            continue
        holds = [why for values, why in tried if _is_end(remark.sheet, row.at, values, said)]
        why = holds[0] if holds else tried[0][1]
        name = remark.sheet.labels[row.at]
        yield remark.finding(CODE, "ok" if holds else "wrong", (first, last), "" if holds else "another", why, name)


def _row(remark: Remark, said: re.Match[str]) -> Named | None:
    """The row that stands right behind the words, or right before them, and no other."""
    text = remark.text
    behind = [e for e in remark.rows if e.start >= said.end() and TO_ROW.fullmatch(text[said.end() : e.start])][:1]
    behind = [e for e in behind if not ITS_OWN.match(text[e.end :])]
    before = [e for e in remark.rows if e.end <= said.start() and FROM_ROW.fullmatch(text[e.end : said.start()])][-1:]
    before = [e for e in before if not GOVERNED.search(text[: e.start])]
    # "25 points" names no row "25 to 44".
    told = [e for e in (*behind, *before) if e.whole or not text[e.start : e.end].isdigit()]
    beside = [each for each in remark.rows if told and each.start == told[0].start]
    return told[0] if len(told) == 1 and len(beside) == 1 and _is_alone(text, told[0]) else None


def _is_alone(text: str, row: Named) -> bool:
    """Whether no second row is named with it: "Ayr and Oban had the most"."""
    return not re.search(r"\b(?:and|or|both) $", text[: row.start]) or bool(
        re.search(r", and $|\) and $", text[: row.start])
    )


Tried = tuple[list[Decimal], str]


def _measures(remark: Remark, said: re.Match[str], row: Named, high: int, before: re.Match[str] | None) -> list[Tried]:
    """The columns that the words may mean; none where nothing says that they speak of this table."""
    sheet, words = remark.sheet, remark.text[said.start() : high]
    named = _named(remark, said.end(), high)
    known_as = [(row.start, row.end), *((start, end) for _, start, end in named)]
    figures = [said.start() + each.start() for each in FIGURE.finditer(words.partition(",")[0])]
    if any(not any(start <= place < end for start, end in known_as) for place in figures):
        return []  # "the most rated 2 or lower"
    # "Ayr returned the most (109) and Oban the fewest": of what Ayr has 109.
    told = _told_behind(remark, said, row) or (_told_before(remark, said, before) if before else [])
    # "The largest heading, at 34%": the figure makes it no share.
    said_of = remark.text[said.end() : high].partition(",")[0]
    share, number = bool(BY_SHARE.search(said_of)), bool(BY_NUMBER.search(said_of))
    noun = re.match(r"(?! (?:in|on|at|for|among|with|was|were|is)\b)(?: [a-z’'-]+){1,3}", remark.text[said.end() :])
    kind = bool(noun) and any(is_kind(sheet, each) for each in (noun.group().split() if noun else ()))
    if not named and not told and before and not noun:
        named = _named(remark, 0, before.start())  # "consent was highest in Ayr and lowest in Oban"
    if not named and not told and IS_NOW.search(remark.text[: said.start()]):
        now = [at for at, head in enumerate(sheet.heads) if NOW.match(head)]
        named = [(at, 0, 0) for at in now if len(now) == 1]  # "ropes are now the most frequent", under "This year"
    bare = said.group().lower().split()[-1] in ("most", "least")
    if not (named or told or ((kind or share or number) and not bare)):
        return []
    rows = ranked_rows(sheet)
    columns = list(part_meant(sheet, [at for at, _, _ in named], said_of))
    counted = _counted_for(sheet, columns) if number else []
    if number and columns and not counted and all(sheet.kinds[at] == "share" for at in columns):
        return []  # "the fewest new boats in number", under "% new": how many there are no column tells
    columns += counted
    columns += [at + 1 for at in columns if not number and _is_share_of(sheet, at + 1, any_head=bool(said["either"]))]
    tried: list[Tried] = []
    for measure in _columns(sheet, columns, told, share=share and not number and not says_how_often(said_of)):
        values = [value(sheet, row, measure.column, measure.by) for row in rows]
        known = [each for each in values if each is not None]
        if len(known) == len(rows) and not (measure.by == "share" and _is_rounded(sheet, known, said)):
            tried.append((known, listed(sheet, measure, rows)))
    # "The highest yield, with 56% of those it saw": a share that the words make.
    if (share or said["either"] or "%" in words) and not number and not told:
        tried += [(values, listed(sheet, each, rows)) for each, values in worked_out(sheet, rows, columns)]
    return tried


def _counted_for(sheet: Sheet, columns: Sequence[int]) -> list[int]:
    """ "The highest number of good files" under "Graded good" and "% good": the counts that a share named is of."""
    shares = [at for at in columns if at < len(sheet.kinds) and sheet.kinds[at] == "share"]
    words = [word for at in shares for word in label_words(sheet.heads[at])]
    counts = [at for at, kind in enumerate(sheet.kinds) if kind in ("count", "both") and at not in columns]
    return [
        at for at in counts if any(alike(each.plain, word) for each in tokens_of(sheet.heads[at]) for word in words)
    ]


def _is_share_of(sheet: Sheet, column: int, *, any_head: bool) -> bool:
    """Whether a column tells what part the one before it is: by its head, which names nothing else."""
    share = column < len(sheet.heads) and sheet.kinds[column] == "share"
    return share and (any_head or bool(BARE_SHARE.match(sheet.heads[column])))


def _is_rounded(sheet: Sheet, values: Sequence[Decimal], said: re.Match[str]) -> bool:
    """Whether two shares are the first of a column only as they are printed, beside counts that tell them apart."""
    end = max(values) if said["high"] else min(values)
    return values.count(end) > 1 and any(kind in ("count", "both") for kind in sheet.kinds)


def _named(remark: Remark, low: int, high: int) -> list[tuple[int, int, int]]:
    """The columns named in a stretch, with those whose heads have the same word; and where."""
    found: list[tuple[int, int, int]] = []
    for each in remark.columns:
        if low <= each.start < high and (each.end <= high or not each.whole):
            words = [word.plain for word in tokens_of(remark.text[each.start : each.end])]
            alike_too = [
                at
                for at, head in enumerate(remark.sheet.heads)
                if at == each.at
                or (not each.whole and any(alike(word.plain, other) for word in tokens_of(head) for other in words))
            ]
            found += [(at, each.start, each.end) for at in alike_too]
    return found


def _told_before(remark: Remark, said: re.Match[str], before: re.Match[str]) -> list[int]:
    """The columns in which a row before it has the figure that is told with it in brackets."""
    sheet = remark.sheet
    between = remark.text[before.end() : said.start()]
    figure = re.search(r"\((?P<n>[\d,.]+%?)\)", between)
    if not figure:
        return []
    rows = [e.at for e in remark.rows if e.end <= before.start()]
    text = figure["n"]
    return [at for row in rows for at in range(len(sheet.heads)) if sheet.texts[row][at].strip() == text]


def _told_behind(remark: Remark, said: re.Match[str], row: Named) -> list[int]:
    """ "Oban had the largest number, with 20": the columns of counts in which it has what is told right behind."""
    end = max(said.end(), row.end)
    behind = WITH_FIGURE.match(remark.text, end)
    if not behind or not BY_NUMBER.search(remark.text[said.start() : behind.end()]):
        return []
    place = remark.start + behind.end()
    figure = next((e for e in remark.read.of_sentence(remark.at) if e.start == place and e.kind == "count"), None)
    if figure is None or figure.share:
        return []
    cells = enumerate(remark.sheet.cells[row.at])
    return [at for at, cell in cells if cell and cell.count == figure.count and remark.sheet.kinds[at] == "count"]


def _columns(sheet: Sheet, named: Sequence[int], told: Sequence[int], *, share: bool) -> list[Measure]:
    every = [
        Measure(at, by)
        for at, kind in enumerate(sheet.kinds)
        if kind not in ("words", "target", "change")
        for by in {"both": ("share", "count"), "share": ("share",)}.get(kind, ("count",))
    ]
    if told:
        return [each for each in every if each.column in told]
    chosen = [each for each in every if each.column in named]
    if not chosen and sheet.total_column is not None and not share:
        chosen = [each for each in every if each.column == sheet.total_column or each.by == "share"]
    chosen = chosen or every
    if share:
        means = [each for each in chosen if sheet.kinds[each.column] == "mean"]
        return (
            [each for each in chosen if each.by == "share"] or means or [each for each in every if each.by == "share"]
        )
    return chosen


def _is_end(sheet: Sheet, row: int, values: Sequence[Decimal], said: re.Match[str]) -> bool:
    own = values[ranked_rows(sheet).index(row)]
    either = said["either"] or BAD_THING.search(" ".join(sheet.heads)) and not said["high"] and not said["low"]
    ends = (min(values), max(values)) if either else (max(values),) if said["high"] else (min(values),)
    return own in ends
