"""What is called the highest, the lowest or the second of a table's rows or columns, always or once."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from looped.checker.context import Context
from looped.checker.end_words import BEST, BUSIEST, HIGHEST, LOWEST, QUIETEST, WORST
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import fits, whole
from looped.checker.pairs import listed
from looped.checker.patterns import pattern_of
from looped.checker.prose import NUMBER, Entry
from looped.checker.ranks import BUT_ONE
from looped.checker.remarks import (
    BAD_THING,
    BY_MEAN,
    DEALT_WITH,
    Measure,
    Remark,
    lies,
    measures,
    ranked_rows,
    value,
    within,
)
from looped.checker.sheets.giving import whole_of
from looped.checker.sheets.naming import Named
from looped.checker.sheets.sheet import Sheet, is_time
from looped.checker.summaries import by_any_table

CODE = "sheet-most"
MESSAGE = "What is called the highest, the lowest or the best is so in the table."
GOOD = "Site | Seen | Met | %\nLeith | 80 | 40 | 50\nAyr | 30 | 27 | 90\nOban | 50 | 30 | 60\n\nAyr had the best rate."
BAD = "Site | Seen | Met | %\nLeith | 80 | 40 | 50\nAyr | 30 | 27 | 90\nOban | 50 | 30 | 60\n\nOban had the best rate."

MAIN = r"(?:clearest|main|greatest|biggest|chief|principal|single|standout|outstanding|most obvious|real)"
MOST = pattern_of(
    rf"\b(?:(?P<asset>{MAIN} strength)|(?P<flaw>{MAIN} weakness)|"
    rf"(?P<high>{HIGHEST}|{BUSIEST}|most slowly|most(?! quickly)|likeliest|heaviest|slowest|top|peak(?:ed|s)?|"
    rf"tops out|led)|"
    rf"(?P<low>{LOWEST}|{QUIETEST}|least|lightest|quickest|fastest|promptest|most quickly|rarest|emptiest|"
    rf"cheapest|bottom)|(?P<good>{BEST})|(?P<bad>{WORST}|poorest))\b(?:[- ](?P<of>rated|scoring|performing))?",
    re.I,
)
# What looks like it and is something else: "most of", "at most", "top of the list of", "at least".
NOT_ONE = pattern_of(
    r"(?:most days\b|most (?:(?!widely|frequently|commonly|quickly|slowly|likely)[a-z]+ly|"
    r"of|people|were|had|said|recent|important|notabl|serious|are|have|part)\b|"
    r"least (?:one|two|\d)|(?:most|least) (?:often|frequently) (?:below|under|not|short)\b|"
    r"most (?:ground|room|scope|development|improvement|attention|work|support|concern|cause|need|doubt|trouble|"
    r"difficulty|help|care)\b|"
    r"best (?:practice|interest|value)|led (?:to|by)\b|top (?:two|three|five|\d)|bottom (?:two|three)|"
    r"(?:highest|lowest|largest|smallest|best|worst|biggest) (?:two|three|four))",
    re.I,
)
# "Among those over 65 (n = 150) parking led": of some, of whom the table tells nothing by themselves.
OF_SOME_ALONE = pattern_of(r"\W*(?:among|for|in|within|of) [^,;:()]{3,70}\(n ?= ?\d", re.I)
AS_SAID = pattern_of(r"(?:least|most) (?:often|common|frequent|likely|widely|well|poor|bad|satisf|dissatisf)", re.I)
DENIED = pattern_of(
    r"\b(?:not|no longer|nor|neither|never|n[’']t|one of|among|at|joint|equal|two|three|four|if|whichever|of the|to|"
    r"some of|for the|the very)[- ]+(?:the |its |their |our )?$",
    re.I,
)
THE = pattern_of(r"\b(?:the|had|has|have|having|with|saw|received)\s+$", re.I)
NTH = pattern_of(r"\b(?P<nth>second|third|fourth|next)[- ](?:the )?$", re.I)
SINCE = pattern_of(
    r"\b(?:since|ever|on record|in the (?:country|region|county)|nationally|to date|savings?|increase|rise|fall|drop|"
    r"improve\w+|"
    r"(?:change|gap|difference|variance)(?! rates?\b)|reduction|growth|"
    r"over(?:spend|spent)|under(?:spend|spent)|gain|decrease|decline|swing|movement|"
    r"jump|went|gone|rose|risen|fell|"
    r"fallen|grew|grown|dropped|come down|came down|slipped|moved|changed|lost|gained)\b",
    re.I,
)
THAN_ANY = pattern_of(
    r"\b(?:(?P<fewer>fewer|less|lower|smaller|shorter)|(?P<bad>worse|poorer)|(?P<good>better)|more|higher|greater|"
    r"larger|longer|stronger)\b(?:[^.;:\d]|(?<=[a-z] )\d{1,2}\b(?! ?%)){0,50}?\bthan (?:in |"
    r"on |at |for |with |among |from |by |to |of |about )?(?:any|all the|"
    r"every) other\b",
    re.I,
)
ALWAYS = pattern_of(
    r"\b(?:consistently|always|throughout|every (?:year|time|month|quarter|wave|round|survey|one)|"
    r"(?:in|at|for|across|on) (?:each|every|all|both)\b|year after year|each (?:year|time|month|quarter|wave|round))",
    re.I,
)
TOGETHER = pattern_of(r"\b(?:together|combin(?:ed|ing)|adding|added (?:up|together)|columns|taken as one)\b", re.I)
HAVING = pattern_of(r"[\W]*(?:with|having|recording|scoring|achieving|showing)\b", re.I)
# "Came last", "ranked second", "in first place".
CAME = pattern_of(
    r"\b(?:came|comes|finished|ranked|ranks|placed|stood|was|were|is|are)(?: \w+ly)? (?:in )?(?P<place>first|top|last|"
    r"bottom|second|third|fourth)(?: place)?(?=[ ,.;:)]|$)(?! (?:time|visited|inspected|seen|met|two|three|year|month|"
    r"quarter|week|to|in line|of all|recorded|rated|half|stage|phase|audit|inspection|round|wave))|"
    r"\bin (?P<place2>first|last|top|bottom|second|third) place\b",
    re.I,
)
APART = pattern_of(r"\b(?:gap|difference|spread|range|distance)\b[^.;]{0,40}\bbetween\b", re.I)
PREDICATE = pattern_of(
    r"[^.;]{0,60}?\b(?:was|were|is|are) (?:(?:that )?(?:for|in|at|on|with|among|from|of) )?(?:the )?[‘’“”'\"]?", re.I
)
# "May was the month in which Red had the most": of May.
IN_WHICH = pattern_of(r"\b(?:which|where|when|that) (?:the )?[‘“'\"]?$", re.I)
OWNS = pattern_of(r"[’'”\"]?(?:s)? (?:[a-z]+ ){0,2}?(?:had|has|have|having|with|took|gave|got) the (?:[a-z]+ )?", re.I)
# Between one that is called so and the next.
JOINT = re.compile(r",? and |[,;] (?:and |but |while )?")
PLACES = {"second": 1, "next": 1, "third": 2, "fourth": 3}


@dataclass(frozen=True)
class Said:
    """A superlative. low: of the least; place: 0 the first; always: in every column; judged: the best or the worst."""

    start: int
    end: int
    low: bool
    place: int
    always: bool
    either: bool = False
    judged: bool = False
    bad: bool = False


OF_SAME = pattern_of(rf" of (?:(?:the|these|all) (?:{NUMBER})\b|(?:these|them|all)\b(?! [a-z]))")
OF_GAINS = re.compile(
    r"\b(?:largest|biggest|greatest|smallest|steepest|sharpest) (?:\w+ )?(?:gains?|rises?|falls?|increases?|"
    r"decreases?|drops?|"
    r"changes?|differences?|improvements?)\b(?:[^.;]|\.(?=\d))*\band the $",
    re.I,
)
OF_SO_MANY = pattern_of(rf"(?: [a-z]+)? of the (?P<n>{NUMBER})\b")
# "The fewest managers in proportion to its staff": by a share that the words make.
IN_PROPORTION = pattern_of(r"\b(?:in proportion to|relative to|for (?:its|their) size|per head)\b", re.I)
# "At rating 5": which one, and no figure of it.
LEVEL = pattern_of(r"\b(?:rat(?:ing|ed)|grade[ds]?|score|level|band|class|question|standard|stage|phase)s? $", re.I)
NEEDY = re.compile(r"most in (?:need|want)\b", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each superlative whose subject is a row or a column of a table."""
    return by_any_table(context, _of, MOST, CAME, THAN_ANY)


def _of(remark: Remark) -> Iterator[Finding]:
    if any(each.match(remark.text) for each in (OF_SOME_ALONE, BUT_ONE)) or IN_PROPORTION.search(remark.text):
        return
    for said in _said(remark):
        if NEEDY.match(remark.text, said.start):
            continue  # how much of it somebody needs
        found = [each for way in _ways(remark, said) if (each := _judge(remark, said, *way))]
        # A row or a column may be the subject: one reading that is so is enough.
        for verdict, name, why in [each for each in found if each[0] == "ok"][:1] or found[:1]:
            if verdict == "wrong" and _is_first_of_namesakes(remark, name):
                continue  # "Leith recruited the most": of the rows "recruited in ..."
            if re.search(rf"\b(?:above|below)(?: the| its)? {re.escape(name)}\b", remark.text, re.I):
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


def _said(remark: Remark) -> Iterator[Said]:
    text = remark.text
    if TOGETHER.search(text) or APART.search(text):
        return  # of rows or columns added up
    for found in MOST.finditer(text):
        before = text[: found.start()]
        low, high = remark.clause(found.start())
        if OF_GAINS.search(before):
            continue  # "the largest gain was in May, and the smallest in June"
        if (
            (NOT_ONE.match(text, found.start()) and not _is_the_most_of(text, found))
            or DENIED.search(before)
            or _is_of_change(remark, low, high)
        ):
            continue
        if found.group().lower() in ("led", "top", "bottom") and not re.match(r"[,. ]", text[found.end() :] + " "):
            continue
        if _is_more_than_half(remark, found) or _is_of_some(remark, found):
            continue
        least = bool(found["low"])
        either = False
        judged = bool(found["good"] or found["bad"] or found["asset"] or found["flaw"])
        if judged:
            # Of a bad thing the worst is the most; where that isn't sure, either end will do.
            scope = re.sub(r"\(.*?\)", "", remark.text + remark.sheet.texts_before)
            either = bool(BAD_THING.search(scope)) or (bool(found["bad"]) and _is_worked_out(remark, low, high))
            least = bool(found["bad"] or found["flaw"])
        bad = bool(AS_SAID.match(text[found.start() :]) and BAD_THING.search(remark.unnamed[low:high]))
        if bad and not any(BAD_THING.search(head) for head in remark.sheet.heads):
            continue  # "most often forgotten": of what isn't in the column
        nth = NTH.search(before)
        always = bool(ALWAYS.search(text[low:high]))
        place = PLACES[nth["nth"].lower()] if nth else 0
        yield Said(found.start(), found.end(), least, place, always, either, judged, bad)
    yield from _placed(remark)
    for found in THAN_ANY.finditer(text):
        low, high = remark.clause(found.start())
        if not DENIED.search(text[: found.start()]) and not SINCE.search(text[low : found.start()]):
            judged = bool(found["good"] or found["bad"])
            scope = re.sub(r"\(.*?\)", "", remark.text + remark.sheet.texts_before)
            either = judged and bool(BAD_THING.search(scope))
            least = bool(found["fewer"] or found["bad"])
            yield Said(found.start(), found.end(), least, 0, False, either, judged)


def _is_the_most_of(text: str, found: re.Match[str]) -> bool:
    """ "Ayr spent the most of the five", "had the most of these": no "most of the cases"."""
    return bool(THE.search(text[: found.start()]) and OF_SAME.match(text, found.end()))


def _is_worked_out(remark: Remark, low: int, high: int) -> bool:
    """Whether a rate that the table doesn't print is meant, of which nobody says whether much of it is good."""
    return any(each.by == "rate" for each in measures(remark.sheet, remark.text[low:high], []))


def _is_of_change(remark: Remark, low: int, high: int) -> bool:
    """Whether a clause speaks of the greatest change, which no column that it names tells."""
    names = [
        (each.start, each.end) for each in remark.columns if remark.sheet.kinds[each.at] in ("count", "share", "both")
    ]
    said = [found.start() for found in SINCE.finditer(remark.text) if low <= found.start() < high]
    return any(not any(start <= place < end for start, end in names) for place in said)


def _is_of_some(remark: Remark, found: re.Match[str]) -> bool:
    """ "The highest rate of the three", where the table has more rows and columns than that: of some of them."""
    of = OF_SO_MANY.match(remark.text, found.end())
    number = whole(of["n"]) if of else None
    heads = len(remark.sheet.heads) if len(set(remark.sheet.kinds)) == 1 else 0
    return number is not None and number not in (len(remark.sheet.parts), heads)


def _is_more_than_half(remark: Remark, found: re.Match[str]) -> bool:
    """ "Most owners", before a name of the table, without "the"."""
    names = (*remark.rows, *(remark.columns if len(remark.sheet.heads) > 1 else ()))
    bare = found.group().lower() == "most" and not THE.search(remark.text[: found.start()])
    return bare and any(each.start == found.end() + 1 for each in names)


def _placed(remark: Remark) -> Iterator[Said]:
    """ "Came last", "ranked second": the best is first, of a bad thing whichever end is meant."""
    for found in CAME.finditer(remark.text):
        if re.match(r"[^.;]{0,20}\band [^.;]{1,40}\b(?:second|next|last)\b", remark.text[found.end() :]):
            continue  # "A came first and B, with 42, second": whose each is, the order of the words tells
        low, high = remark.clause(found.start())
        word = (found["place"] or found["place2"]).lower()
        if DENIED.search(remark.text[: found.start()]) or re.search(r"\bjoint\b|\bequal\b", remark.text[low:high]):
            continue
        scope = re.sub(r"\(.*?\)", "", remark.text + remark.sheet.texts_before)
        always = bool(ALWAYS.search(remark.text[low:high]))
        last = word in ("last", "bottom")
        either = bool(BAD_THING.search(scope))
        yield Said(found.start(), found.end(), last, PLACES.get(word, 0), always, either, True)


def _ways(remark: Remark, said: Said) -> Iterator[tuple[Sheet, list[int], list[int]]]:
    """The table with the rows and columns named; and on its side, where a column is the subject."""
    low, high = _stretch(remark, said)
    rows, columns = within(remark.rows, low, high), within(remark.columns, low, high)
    wide = within(remark.rows, 0, len(remark.text))
    if not rows and len(wide) == 1 and HAVING.match(remark.text[low:high]):
        rows = wide  # "Ayr is a strength, with the best score"
    sheet = remark.sheet
    if len(rows) == 1 and rows[0] in ranked_rows(sheet):
        time = is_time(sheet.labels) and len(columns) == 1 and not is_time(sheet.heads)
        yield sheet, rows, columns
        if time or _is_predicate(remark, said, rows[0]) or _is_subject(remark, said, rows[0]):
            return
    side = lies(sheet)
    if len(columns) == 1 and columns[0] in ranked_rows(side) and _one_kind(sheet):
        # "From May to July falls were the largest group": in all of these months.
        whole = [sheet.total] if sheet.total is not None else []
        yield side, columns, rows or (whole if is_time(sheet.labels[: sheet.total]) else wide) or whole


def _stretch(remark: Remark, said: Said) -> tuple[int, int]:
    """The clause of a superlative; of several, each with its row, its own: "The fullest is A, the emptiest B"."""
    low, high = remark.clause(said.start)
    places = [found.start() for found in MOST.finditer(remark.text, low, high)]
    joints = [each.span() for each in JOINT.finditer(remark.text, low, high)] if len(places) > 1 else []
    spans = [(a, b) for (_, a), (b, _) in pairwise([(low, low), *joints, (high, high)])]
    named = [within(remark.rows, *span) for span in spans]
    told = [sum(a <= place < b for place in places) for a, b in spans]
    if any(len(some) > 1 or len(some) != many for some, many in zip(named, told, strict=True)):
        return low, high
    return next((span for span in spans if span[0] <= said.start < span[1]), (low, high))


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


def _one_kind(sheet: Sheet) -> bool:
    """Whether the columns can be set against each other."""
    kinds = {kind for column, kind in enumerate(sheet.kinds) if kind not in ("total", "change", "target", "base")}
    alike = is_time(sheet.heads) or sheet.total_column is not None or kinds <= {"both", "share"}
    return len(kinds) == 1 and not kinds & {"words"} and len(sheet.heads) > 1 and alike


def _judge(
    remark: Remark, said: Said, sheet: Sheet, rows: list[int], columns: list[int]
) -> tuple[Verdict, str, str] | None:
    row = rows[0]
    low, high = _stretch(remark, said)
    words = remark.text[low:high]
    if said.bad and not columns:
        columns = [at for at, head in enumerate(sheet.heads) if BAD_THING.search(head)]
    options = _judging(sheet, measures(sheet, words, columns)) if said.judged else measures(sheet, words, columns)
    options = _quoted(remark, sheet, row, options)
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


def _quoted(remark: Remark, sheet: Sheet, row: int, options: list[Measure]) -> list[Measure]:
    """The measure whose figure of the row the sentence prints: "least common among the oldest (32%)"; else all."""
    told = [e for e in remark.read.of_sentence(remark.at) if not LEVEL.search(remark.read.text[: e.start])]
    every = [m for m in measures(sheet, "", []) if any(_says(sheet, row, m, each) for each in told)]
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


def _judging(sheet: Sheet, options: list[Measure]) -> list[Measure]:
    """What is best or worst is so by its share or its mean, where there is one, and not by how many there were."""
    shares = [each for each in options if each.by == "share"]
    # "The best record on visits": by the share beside how many were visited.
    behind = [at for each in options if (at := each.column + 1) < len(sheet.kinds) and sheet.kinds[at] == "share"]
    shares = shares or [Measure(at, "share") for at in behind]
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
        return None  # no one has the most where three have as much
    if said.place and len(set(known)) < len(known):
        return True
    ends = {ordered[said.place], ordered[-1 - said.place]} if either else {ordered[said.place]}
    return own in ends and len(set(known)) > 1
