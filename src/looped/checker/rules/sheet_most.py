"""What is called the highest, the lowest or the second of a table's rows or columns, always or once."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from looped.checker.called_most import CAME, MOST, NEEDY, OWNS, TELLS_MORE, THAN_ANY, WITH_RESULT, Said, superlatives
from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.measures import BARE_SHARE, BY_MEAN, BY_NUMBER, Measure, measures
from looped.checker.numbers import fits
from looped.checker.pairs import listed
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry
from looped.checker.ranks import BUT_ONE, OF_EACH
from looped.checker.remarks import BAD_THING, DEALT_WITH, Remark, lies, ranked_rows, value, within
from looped.checker.rules.sheet_end import LASTING, TIMES
from looped.checker.sheets.giving import whole_of
from looped.checker.sheets.naming import Named, alike, label_words, tokens_of
from looped.checker.sheets.sheet import Sheet, is_time
from looped.checker.summaries import by_any_table

CODE = "sheet-most"
MESSAGE = "What is called the highest, the lowest or the best is so in the table."
GOOD = "Site | Seen | Met | %\nLeith | 80 | 40 | 50\nAyr | 30 | 27 | 90\nOban | 50 | 30 | 60\n\nAyr had the best rate."
BAD = "Site | Seen | Met | %\nLeith | 80 | 40 | 50\nAyr | 30 | 27 | 90\nOban | 50 | 30 | 60\n\nOban had the best rate."

# "Among those over 65 (n = 150) parking led": of some, of whom the table tells nothing by themselves.
OF_SOME_ALONE = pattern_of(r"\W*(?:among|for|in|within|of) [^,;:()]{3,70}\(n ?= ?\d", re.I)
HAVING = pattern_of(
    r"[\W]*(?:with|having|recording|scoring|achieving|showing|"
    r"(?:and )?(?:it|they) (?:also |too )?(?:had|has|have|was|were|is|are|recorded|showed|gave|saw))\b",
    re.I,
)
OF_WORDS = pattern_of(
    r"[^.;:,]{0,25}? (?:in|of|from|by|among) (?:what|the (?:comments?|replies|answers|letters|words|remarks|free text)|"
    r"(?:their|our) (?:comments?|letters|words|remarks))\b",
    re.I,
)
COUNTED_ONLY = pattern_of(r"\b(?:most|fewest|commonest|least|majority)\b", re.I)
PREDICATE = pattern_of(
    r"[^.;]{0,60}?\b(?:was|were|is|are) (?:(?:that )?(?:for|in|at|on|with|among|from|of) )?(?:the )?[‘’“”'\"]?", re.I
)
# "May was the month in which Red had the most": of May.
IN_WHICH = pattern_of(r"\b(?:which|where|when|that) (?:the )?[‘“'\"]?$", re.I)
SO_MANY = pattern_of(
    r"(?:(?:most|more|fewest|fewer)|(?:highest|lowest|largest|smallest|greatest|biggest) numbers? of)(?: the)? ", re.I
)
# Between a row and "commonest", and between that and a column.
SET_IN = pattern_of(r", (?:(?:by far|easily) )?(?:the|our|its|their) (?:[a-z]+ and )?$", re.I)
SET_IN_END = pattern_of(r"(?: [a-z’'-]+){0,5}(?=,)", re.I)
IS = pattern_of(r"(?: by [^.;:,]{3,20}| after [^.;:,]{3,20}|,? overall,?)? (?:was|were|is|are) (?:the )?", re.I)
WITH = pattern_of(r" (?:with|in|among|on|under|at|for|by)(?: the| those (?:on|in|with|given))? ", re.I)
# Between one that is called so and the next.
JOINT = re.compile(r",? and |[,;] (?:and |but |while )?")


# "The fewest managers in proportion to its staff": by a share that the words make.
IN_PROPORTION = pattern_of(
    r"\b(?:in proportion|proportionately|in relative terms|in percentage terms|relative to|for (?:its|"
    r"their) size|per head)\b",
    re.I,
)
# "At rating 5": which one, and no figure of it.
SHARE_OF = pattern_of(r"\b(?:share|proportion|percentage) of\b", re.I)
LEVEL = pattern_of(r"\b(?:rat(?:ing|ed)|grade[ds]?|score|level|band|class|question|standard|stage|phase)s? $", re.I)


# "Elm has taken the place of Ash as": of Elm.
REPLACED = pattern_of(r"\b(?:place of|replac\w+|overt(?:ook|ak\w+)|succeed\w+|ousted)\s(?:the )?[“‘\"']?$", re.I)
# "Ash has most of such boats, Elm the largest share": of what was told before, and of no column that is named.
OF_SUCH = pattern_of(r"\b(?:of|with) (?:such [a-z]+|(?:these|those)(?! (?:who|in|at|on|with|that)\b))\b", re.I)

LONG = 12


def check(context: Context) -> Iterator[Finding]:
    """Each superlative whose subject is a row or a column of a table."""
    return by_any_table(context, _of, MOST, CAME, THAN_ANY)


def _of(remark: Remark) -> Iterator[Finding]:
    if WITH_RESULT.search(remark.text):
        return  # "the most claims with this result": of whichever column that is
    if any(each.match(remark.text) for each in (OF_SOME_ALONE, BUT_ONE)) or IN_PROPORTION.search(remark.text):
        return
    for said in superlatives(remark):
        if NEEDY.match(remark.text, said.start) or OF_EACH.search(remark.text[: said.start]):
            continue  # how much of it somebody needs; "each was given one best answer"
        if OF_WORDS.match(remark.text, said.end):
            continue  # "raised most often in what they wrote": in no column
        if LASTING.match(remark.text, said.start) and not TIMES.search(remark.sheet.texts_before):
            continue  # "has waited longest": of a time, and no column tells any
        if OF_SUCH.search(remark.text[: said.start]) and not within(remark.columns, said.start, len(remark.text)):
            continue
        found = [each for way in _ways(remark, said) if (each := _judge(remark, said, *way))]
        # A row or a column may be the subject: one reading that is so is enough.
        for verdict, name, why in [each for each in found if each[0] == "ok"][:1] or found[:1]:
            if verdict == "wrong" and (_is_first_of_namesakes(remark, name) or _is_first_of_kin(remark, said, name)):
                continue  # "Leith recruited the most": of the rows "recruited in ..."
            if name.lower() in remark.text.lower() and re.search(
                rf"\b(?:above|below)(?: the| its)? {re.escape(name)}\b", remark.text, re.I
            ):
                continue  # "peaked at six months, 10 points above baseline": what it is set against
            expected = "" if verdict == "ok" else "another"
            yield remark.finding(CODE, verdict, _stretch(remark, said), expected, f"{name}: {why}")


def _is_first_of_namesakes(remark: Remark, name: str) -> bool:
    """Whether a row stands first among the rows that begin like it, where others begin otherwise."""
    sheet = remark.sheet
    begin = name.split()[:2]
    own = [at for at in sheet.parts if sheet.labels[at].split()[:2] == begin and len(sheet.labels[at].split()) > 2]
    if not 1 < len(own) < len(sheet.parts):
        return False
    named = [at for at in own if sheet.labels[at] == name]
    columns = [column for column in range(len(sheet.heads)) if all(sheet.cells[at][column] for at in own)]
    values = {column: [(each.value if (each := sheet.cells[at][column]) else 0) for at in own] for column in columns}
    return bool(named) and any(
        (cell := sheet.cells[named[0]][column]) is not None and cell.value in (max(told), min(told))
        for column, told in values.items()
    )


def _is_first_of_kin(remark: Remark, said: Said, name: str) -> bool:
    """ "The largest age group was 30 to 49", beside men and women: among the rows that begin with that word."""
    sheet, head = remark.sheet, name.split()[0]
    own = [at for at in sheet.parts if sheet.labels[at].split()[:1] == [head]]
    told = any(alike(each.plain, head.lower()) for each in tokens_of(remark.text[said.end :])[:1])
    if not told or not 1 < len(own) < len(sheet.parts) or name not in sheet.labels:
        return False
    row, end = sheet.labels.index(name), min if said.low else max
    columns = [
        [cell.value if (cell := sheet.cells[at][column]) else None for at in own] for column in _counted_in(sheet)
    ]
    known = [(values, [each for each in values if each is not None]) for values in columns]
    firsts = [values[own.index(row)] == end(some) for values, some in known if len(some) == len(own)]
    return bool(firsts) and (all if said.always else any)(firsts)


def _counted_in(sheet: Sheet) -> list[int]:
    """The columns whose cells can be set against each other."""
    return [at for at, kind in enumerate(sheet.kinds) if kind in ("count", "share", "both", "mean")]


def _ways(remark: Remark, said: Said) -> Iterator[tuple[Sheet, list[int], list[int]]]:
    """The table with the rows and columns named; and on its side, where a column is the subject."""
    low, high = _stretch(remark, said)
    rows, columns = within(_not_replaced(remark), low, high), within(remark.columns, low, high)
    # "The most sheds that did not pass", beside "Sheds seen": the column whose whole head stands there.
    wide_heads = within([each for each in remark.columns if each.whole and each.end - each.start > LONG], low, high)
    columns = wide_heads if len(wide_heads) == 1 else columns
    wide = within(remark.rows, 0, len(remark.text))
    # "Ash Team had the most files with a care plan", beside a Care Team: the one whose whole name stands there.
    wholly = within([each for each in remark.rows if each.whole], low, high)
    rows = wholly if len(wholly) == 1 else rows
    if not rows and len(wide) == 1 and HAVING.match(remark.text[low:high]):
        rows = wide  # "Ayr is a strength, with the best score"
    sheet = remark.sheet
    owner = _owner(remark, said) or _place_of(remark, said)
    if len(rows) == 1 and rows[0] in ranked_rows(sheet) and not owner:
        time = is_time(sheet.labels) and len(columns) == 1 and not is_time(sheet.heads)
        yield sheet, rows, columns
        if time or _is_predicate(remark, said, rows[0]) or _is_subject(remark, said, rows[0]):
            return
    side = lies(sheet)
    if len(columns) == 1 and columns[0] in ranked_rows(side) and _one_kind(sheet):
        # "From May to July falls were the largest group": in all of these months.
        whole = [sheet.total] if sheet.total is not None else []
        yield side, columns, rows or (whole if is_time(sheet.labels[: sheet.total]) else wide) or whole


def _not_replaced(remark: Remark) -> list[Named]:
    """The rows named, without one that another has taken the place of."""
    return [each for each in remark.rows if not REPLACED.search(remark.text[: each.start])]


def _stretch(remark: Remark, said: Said) -> tuple[int, int]:
    """The clause of a superlative; of several, each with its row, its own: "The fullest is A, the emptiest B"."""
    low, high = remark.clause(said.start)
    more = TELLS_MORE.search(remark.text, said.end, high)
    if more and not said.judged and within(remark.rows, low, more.start()):
        high = more.start()
    places = [found.start() for found in MOST.finditer(remark.text, low, high)]
    joints = [each.span() for each in JOINT.finditer(remark.text, low, high)] if len(places) > 1 else []
    spans = [(a, b) for (_, a), (b, _) in pairwise([(low, low), *joints, (high, high)])]
    named = [within(remark.rows, *span) for span in spans]
    told = [sum(a <= place < b for place in places) for a, b in spans]
    if any(len(some) > 1 or len(some) != many for some, many in zip(named, told, strict=True)):
        return low, high
    return next((span for span in spans if span[0] <= said.start < span[1]), (low, high))


def _apposed(remark: Remark, said: Said) -> tuple[int, int] | None:
    """ "Ayr, the smallest port, follows with 53%": where it is set in by commas, with none of what stands around it."""
    before = SET_IN.search(remark.text[: said.start])
    ends = SET_IN_END.match(remark.text, said.end)
    named = before and any(0 <= before.start() - each.end <= 1 for each in remark.rows)
    return (before.start(), ends.end()) if before and ends and named else None


def _is_predicate(remark: Remark, said: Said, row: int) -> bool:
    """Whether a row stands behind the verb: "the best result in May was for Ayr" is of Ayr, and not of May."""
    return any(
        each.at == row and PREDICATE.fullmatch(remark.text[said.end : each.start])
        for each in remark.rows
        if each.start >= said.end
    )


def _is_subject(remark: Remark, said: Said, row: int) -> bool:
    """Whether a row stands before the verb: "Ayr had the largest number of good files" is of Ayr among the sites."""
    return any(
        each.at == row
        and OWNS.fullmatch(remark.text[each.end : said.start])
        and not IN_WHICH.search(remark.text[: each.start])
        for each in remark.rows
        if each.end <= said.start
    )


def _owner(remark: Remark, said: Said) -> Named | None:
    """The column that stands right before "had the best results for sails": the best of the columns in that row."""
    own = (each for each in remark.columns if each.whole and OWNS.fullmatch(remark.text[each.end : said.start]))
    return next(own, None) if remark.rows else None


def _place_of(remark: Remark, said: Said) -> Named | None:
    """The column behind "rust was commonest with wax": of what is told before it, the most with that."""
    own = [each for each in remark.rows if each.whole and IS.fullmatch(remark.text[each.end : said.start])]
    with_ = (each for each in remark.columns if each.whole and WITH.fullmatch(remark.text[said.end : each.start]))
    return next(with_, None) if own else None


def _one_kind(sheet: Sheet) -> bool:
    """Whether the columns can be set against each other."""
    kinds = {kind for column, kind in enumerate(sheet.kinds) if kind not in ("total", "change", "target", "base")}
    kinds = kinds - {"mean"} or kinds  # what the others come to on average is none of them
    alike = is_time(sheet.heads) or sheet.total_column is not None or kinds <= {"both", "share"}
    return len(kinds) == 1 and not kinds & {"words"} and len(sheet.heads) > 1 and alike


def _judge(
    remark: Remark, said: Said, sheet: Sheet, rows: list[int], columns: list[int]
) -> tuple[Verdict, str, str] | None:
    row = rows[0]
    low, high = _apposed(remark, said) or _stretch(remark, said)
    words = remark.unnamed[low:high]
    if said.bad and not columns:
        columns = [at for at, head in enumerate(sheet.heads) if BAD_THING.search(head)]
    options = _judging(sheet, measures(sheet, words, columns)) if said.judged else measures(sheet, words, columns)
    counted = _counted(remark, said, options)
    # "Ash had the fewest boats and the best rate, 88%": no figure told later makes it the fewest of anything else.
    options = [each for each in counted if each.column in columns] or _quoted(
        remark, sheet, row, counted or options, said
    )
    options += [each for each in _shares_beside(sheet, words, options) if each not in options and not counted]
    if SHARE_OF.search(words) and _is_of_no_share(sheet, columns, options):
        return None  # "the smallest share of prizes", under "Prizes" and "Pass rate": a share that no column tells
    results = [(measure, result) for measure in options if (result := _place(sheet, row, measure, said)) is not None]
    if not results:
        return None
    if said.always and len({m.column for m, _ in results}) > 1:
        by = results[0][0].by
        same = [result for measure, result in results if measure.by == by]
        right = all(same)
    else:
        right = any(result for _, result in results)
        groups = len(columns) == 1 and len({k for k in sheet.kinds if k not in ("total", "base")}) == 1
        told = len(columns) == 1 and any(each.whole and each.at == columns[0] for each in _names(remark, sheet))
        if not right and not groups and not told and _anywhere(sheet, row, said, options, words):
            return None
    if not right and _is_change(sheet, row, said):
        return None  # "the benefit was greatest in the youngest": what the last column tells
    measure = next((m for m, result in results if result == right), results[0][0])
    return "ok" if right else "wrong", sheet.labels[row], listed(sheet, measure)


def _is_of_no_share(sheet: Sheet, columns: Sequence[int], options: Sequence[Measure]) -> bool:
    """Whether a share is told of what a column of counts names, and the shares that are there have other names."""
    counted = [at for at in columns if sheet.kinds[at] == "count"]
    own = {word for at in counted for word in label_words(sheet.heads[at])}
    heads = [sheet.heads[each.column] for each in options]
    return (
        bool(counted and options)
        and all(
            each.by == "share" and each.column not in columns and not BARE_SHARE.match(head)
            for each, head in zip(options, heads, strict=True)
        )
        and not any(alike(word, other) for head in heads for word in label_words(head) for other in own)
    )


def _counted(remark: Remark, said: Said, options: list[Measure]) -> list[Measure]:
    """ "The most falls", "more patients fell": by number, where a column of counts is named right behind it."""
    named = _named_behind(remark, said)
    wholes = [Measure(at, "count") for at in named if remark.sheet.kinds[at] in ("base", "total")]
    counts = [each for each in options if each.by == "count"] or wholes
    return counts if wholes or any(remark.sheet.kinds[at] == "count" for at in named) else []


def _named_behind(remark: Remark, said: Said) -> list[int]:
    """The columns that are named right behind "most"."""
    said_so = SO_MANY.match(remark.text, said.start)
    return [each.at for each in remark.columns if said_so and each.start == said_so.end()]


def _quoted(remark: Remark, sheet: Sheet, row: int, options: list[Measure], said: Said) -> list[Measure]:
    """The measure whose figure of the row the sentence prints: "least common among the oldest (32%)"; else all."""
    told = [e for e in remark.read.of_sentence(remark.at) if not LEVEL.search(remark.read.text[: e.start])]
    is_counted = any(remark.sheet.kinds[at] == "count" for at in _named_behind(remark, said))
    more = TELLS_MORE.search(remark.text, said.end) if is_counted else None
    told = [e for e in told if not more or e.start - remark.start < more.start()]
    if apposed := _apposed(remark, said):
        told = [e for e in told if apposed[0] <= e.start - remark.start < apposed[1]]
    if said.judged and any(each.base and not each.share for each in told):
        return []  # "72 of 80, the best": by a share that the table doesn't print
    every = [m for m in measures(sheet, "", []) if any(_says(sheet, row, m, each) for each in told)]
    if not every and (bases := _told_bases(sheet, row, told)):
        return bases  # "the smallest group, at 69": of how many were asked
    counted = [m for m in options if any(_is_share_of_all(sheet, row, m, each) for each in told)]
    shares = [value(sheet, row, m.column, "share") for m in measures(sheet, "", []) if m.by == "share"]
    if not every and any(each.share and 100 - each.share.value in shares for each in told):
        return []  # "the most sound kites (80%)", of a table that tells the torn ones
    if not every and counted:
        return counted  # "the most, 41% of all": of the column that the share is of
    if not every and any(each.share for each in told) and "share" not in {each.by for each in options}:
        return []  # by share, and no column holds one that can be read
    own = [each for each in options if each in every]
    return own or (every if len({each.column for each in every}) == 1 else options)


def _told_bases(sheet: Sheet, row: int, told: Sequence[Entry]) -> list[Measure]:
    """The columns of bases whose figure of the row is told."""
    bases = [Measure(at, "count") for at, kind in enumerate(sheet.kinds) if kind in ("base", "total")]
    return [each for each in bases if any(_says(sheet, row, each, entry) for entry in told if not entry.share)]


def _is_share_of_all(sheet: Sheet, row: int, measure: Measure, entry: Entry) -> bool:
    """Whether a share is that of the row's count in what its column comes to."""
    figure, whole = sheet.cells[row][measure.column], whole_of(sheet, measure.column)
    counted = figure is not None and figure.count is not None and measure.by == "count" and whole
    return bool(counted and entry.share and figure and fits(figure.count or 0, whole or 1, entry.share))


def _says(sheet: Sheet, row: int, measure: Measure, entry: Entry) -> bool:
    known = value(sheet, row, measure.column, measure.by)
    if known is None or (measure.by == "share") != bool(entry.share):
        return False
    if entry.share:
        return abs(known - entry.share.value) * 2 <= Decimal(1).scaleb(-entry.share.decimals)
    return known == entry.value and not entry.base


def _names(remark: Remark, sheet: Sheet) -> list[Named]:
    """What the sentence names of the columns of a sheet, whichever way round it is."""
    return remark.columns if sheet.turned == remark.sheet.turned else remark.rows


def _shares_beside(sheet: Sheet, words: str, options: Sequence[Measure]) -> list[Measure]:
    """ "Satisfaction was highest": by how many were satisfied, or by their share that stands beside."""
    if BY_NUMBER.search(words) or COUNTED_ONLY.search(words):
        return []
    behind = [each.column + 1 for each in options if each.by == "count" and each.column + 1 < len(sheet.kinds)]
    return [Measure(at, "share") for at in behind if sheet.kinds[at] == "share"]


def _judging(sheet: Sheet, options: list[Measure]) -> list[Measure]:
    """What is best or worst is so by its share or its mean, where there is one, and not by how many there were."""
    shares = [each for each in options if each.by == "share"]
    # "The best record on visits": by the share beside how many were visited.
    behind = [at for each in options if (at := each.column + 1) < len(sheet.kinds) and sheet.kinds[at] == "share"]
    shares = shares or [Measure(at, "share") for at in behind]
    # "Boats at Ayr did worst", under boats, late and %: of the one column of shares.
    every = [Measure(at, "share") for at, kind in enumerate(sheet.kinds) if kind == "share"]
    shares = shares or (every if len(every) == 1 else [])
    return shares or [each for each in options if sheet.kinds[each.column] == "mean"] or options


def _anywhere(sheet: Sheet, row: int, said: Said, tried: Sequence[Measure], words: str) -> bool:
    """Whether it is so in a column that the words don't name, of the sense that they ask for."""
    senses = {measure.by for measure in tried}
    every = measures(sheet, words if BY_MEAN.search(words) else "", [])
    others = [each for each in (_judging(sheet, every) if said.judged else every) if each.by in senses]
    return any(_place(sheet, row, each, said) for each in others if each not in tried)


def _is_change(sheet: Sheet, row: int, said: Said) -> bool:
    """Whether it is so in a column of changes or differences."""
    changes = [at for at, kind in enumerate(sheet.kinds) if kind == "change"]
    return any(_place(sheet, row, Measure(at, "count"), said) for at in changes)


def _place(sheet: Sheet, row: int, measure: Measure, said: Said) -> bool | None:
    """Whether the row has that place among the others in a column; None where a figure is missing."""
    rows = ranked_rows(sheet)
    values = [value(sheet, each, measure.column, measure.by) for each in rows]
    known: list[Decimal] = [each for each in values if each is not None]
    if len(known) < len(values) or len(known) < 2:
        return None
    own = known[rows.index(row)]
    head = re.sub(r"\(.*?\)", "", sheet.heads[measure.column])
    bad = bool(said.judged and said.either and BAD_THING.search(head) and not DEALT_WITH.search(head))
    low, either = said.low != bad, said.either and not bad
    ordered = sorted(known, reverse=not low)
    if said.place >= len(ordered):
        return None
    if known.count(own) > 2:
        # No one has the most where three have as much, unless another has more.
        return None if said.place or own in (ordered[0], ordered[-1] if either else ordered[0]) else False
    if said.place and len(set(known)) < len(known):
        return True
    ends = {ordered[said.place], ordered[-1 - said.place]} if either else {ordered[said.place]}
    return own in ends and len(set(known)) > 1
