"""Which rows and columns of a table a figure of a sentence is of: by its own words, its clause, its time, its grade."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry
from looped.checker.remarks import Remark
from looped.checker.sheets.naming import Named, alike, label_words, tokens_of
from looped.checker.sheets.often import rows_as_often
from looped.checker.sheets.sheet import Sheet, is_time

BEST_FIRST = [
    *("outstanding", "excellent", "full", "very good", "substantial", "green", "strong", "good", "significant"),
    *("reasonable", "satisfactory", "adequate", "moderate", "amber", "requires improvement", "fair", "limited"),
    *("partial", "red", "weak", "poor", "inadequate", "none", "no assurance", "minimal", "very poor"),
    *("unsatisfactory",),
]
TOGETHER = pattern_of(r"^\W*(?:and|or|&|,|/|with|plus)\W*(?:(?:the|in|on|at|for|from|of|were|was|as|by)\W+)*$", re.I)
NEAR = 8
CUT = pattern_of(r"[,;:.(]|\b(?:to|and|or|but|than|from)\b")
OR_BETTER = pattern_of(r"\bor (?:(?P<up>better|above|higher)|worse|below|lower|more|less|over|under)\b", re.I)
# "Less than good", "below good": the grades beyond it, and not it.
BEYOND = pattern_of(
    r"\b(?:(?P<up>better than|above|higher than)|less than|below|worse than|lower than|poorer than|short of)"
    r"\s+[“\"']?$",
    re.I,
)
# The verb that what stands before it shares.
VERB = pattern_of(
    r"\b(?:was|were|is|are|had|has|have|did|do|said|felt|thought|met|kept|gave|made|took|showed|reported|rated|chose|"
    r"agreed|wanted|remained)\b",
    re.I,
)
TOTAL = pattern_of(
    r"\b(?:total|overall|altogether|in all|as a whole|combined|across (?:all|the)|taken together|"
    r"tak(?:ing|en) (?:[a-z]+ ){1,4}together)\b",
    re.I,
)
ORDER = pattern_of(
    r"\b(first|second|earlier|later|latter) (?:half(?:[- ]year)?|six months|period|year|quarter|round|"
    r"cycle|wave|survey|"
    r"audit|term|phase|stage|inspection|visit)\b",
    re.I,
)
# How much of the same: "very", "fairly".
DEGREES = frozenset(
    [
        *("very", "fairly", "quite", "strongly", "tend", "slightly", "extremely", "somewhat", "rather", "mostly"),
        *("completely", "partly", "a", "little", "bit", "not", "at", "too", "really", "totally"),
    ]
)
BOTH_DEGREES = pattern_of(
    r"\b(?P<one>very|fairly|quite|strongly|slightly|extremely|somewhat|tend to|completely|partly|really)"
    r"(?:,? (?:or|and)|/) ?(?P<other>very|fairly|quite|strongly|slightly|extremely|somewhat|tend to|completely|partly|"
    r"really) (?P<answer>[a-z]+)\b",
    re.I,
)


OUT_OF = pattern_of(r"\b(?:out of|outside(?: of)?|beyond|away from) (?:the |our |its )?$", re.I)

PART = r"\b(?:half|thirds?|quarters?|fifths?|tenths?|majority|minority|bulk|most|share|part) of (?:the |all |all the )?"
PART_OF, PART_OF_TOTAL = pattern_of(rf"{PART}$", re.I), pattern_of(rf"{PART}(?:overall |grand )?total\b", re.I)


@dataclass(frozen=True)
class Spot:
    """A figure with the rows and the columns that it may be of; -1 among them where several are named apart.

    joined: whether the rows are named together; grouped: by a word that several labels have.
    """

    entry: Entry
    rows: tuple[int, ...]
    columns: tuple[int, ...]
    joined: bool
    grouped: bool = False


def may_be_placed(remark: Remark) -> bool:
    """Whether any figure of a sentence can be of a row or a column: something of the table is spoken of."""
    sheet, text = remark.sheet, remark.text
    named = bool(remark.rows or remark.columns or _in_degrees(sheet) or rows_as_often(sheet, text))
    total = sheet.total is not None and TOTAL.search(text) is not None
    return named or total or BOTH_DEGREES.search(text) is not None or bool(_two_times(sheet))


def spot_of(remark: Remark, entry: Entry) -> Spot:
    low, high = entry.start - remark.start, entry.end - remark.start
    near = (low - len(entry.before), high + len(entry.after))
    clause = remark.clause(low)
    told = [each for each in remark.rows if not _is_by_the_way(remark, each)]
    rows = _in_front(remark, told, entry) or _nearest(remark, told, near, clause, low, high)
    rows = rows or _at_the_end(remark, told, entry)
    sheet = remark.sheet
    named = [each for each in remark.columns if sheet.kinds[each.at] not in ("total", "base", "target", "change")]
    named = _of_kind(remark, named or remark.columns, entry, rows)
    columns = _in_front(remark, named, entry) or _nearest(remark, named, near, clause, low, high)
    rows = _in_both_degrees(sheet, remark.text[clause[0] : clause[1]]) or rows
    often = rows_as_often(sheet, remark.text[clause[0] : clause[1]])
    rows = often or rows
    single = len(rows) == 1
    rows, columns = or_better(remark, rows, sheet.labels), or_better(remark, columns, sheet.heads)
    ranged = single and len(rows) > 1
    if not columns:
        columns = _from_to(remark, entry) or _in_order(remark, clause)
    both = bool(rows) and rows == _in_both_degrees(sheet, remark.text[clause[0] : clause[1]])
    grouped = [] if rows else group(sheet, remark.text[clause[0] : clause[1]])
    here = remark.text[clause[0] : clause[1]] if ";" in remark.text else remark.text
    if not rows and not grouped and sheet.total is not None and TOTAL.search(PART_OF_TOTAL.sub(" ", here)):
        rows = [sheet.total]
    every = rows or grouped
    as_one = both or ranged or bool(grouped) or len(often) > 1
    return Spot(entry, tuple(every), tuple(columns), len(every) > 1, as_one)


def _is_by_the_way(remark: Remark, row: Named) -> bool:
    """ "Six of them moved out of the borough", "fewer than half of the total": no figure is said to be of that row."""
    of_total = row.at == remark.sheet.total and PART_OF.search(remark.text, 0, row.start)
    return bool(OUT_OF.search(remark.text, 0, row.start) or of_total)


def _at_the_end(remark: Remark, told: Sequence[Named], entry: Entry) -> list[int]:
    """ "72% with oil, but only 31% with wax, were sound": the one row, behind the verb that all figures share."""
    every = remark.read.of_sentence(remark.at)
    last = every[-1].end - remark.start
    here = [each for each in told if each.whole and each.start >= last]
    own = remark.text[entry.end - remark.start : last]
    alone = len(here) == 1 == len({each.at for each in told}) and len(every) > 1
    if not alone or entry is every[-1] or VERB.search(own) or re.search(r"[;:.](?!\d)", own):
        return []
    return [here[0].at] if VERB.search(remark.text, last, here[0].start) else []


def _in_front(remark: Remark, found: Sequence[Named], entry: Entry) -> list[int]:
    """Of a figure in brackets the row or column that stands in front of them, behind the figure before."""
    low = entry.start - remark.start
    if not remark.text[:low].rstrip().endswith("("):
        return []
    last = max((e.end - remark.start for e in remark.read.of_sentence(remark.at) if e.end <= entry.start), default=0)
    here = [each.at for each in found if last <= each.start and each.end <= low]
    return here if len(set(here)) == 1 else []


def _of_kind(remark: Remark, named: list[Named], entry: Entry, rows: list[int]) -> list[Named]:
    """Of the columns named those that can hold the figure; not the one that holds its base."""
    sheet = remark.sheet
    kinds = ("share", "both") if entry.kind == "share" else ("count", "both", "total", "base")
    if entry.kind in ("share", "count") and any(kind in kinds for kind in sheet.kinds):
        named = [each for each in named if sheet.kinds[each.at] in kinds]
    if entry.base and len(rows) == 1 and rows[0] >= 0:
        cells = sheet.cells[rows[0]]
        rest = [e for e in named if (f := cells[e.at]) is None or f.count != entry.base]
        return rest or named
    return named


def _in_both_degrees(sheet: Sheet, text: str) -> list[int]:
    """The rows of an answer in the two degrees that are told: "very or fairly satisfied"."""
    found = BOTH_DEGREES.search(text)
    if not found:
        return []
    wanted = {f"{found[degree]} {found['answer']}".lower() for degree in ("one", "other")}
    rows = [row for row in sheet.parts if sheet.labels[row].strip().lower() in wanted]
    return rows if len(rows) == len(wanted) == 2 else []


def group(sheet: Sheet, text: str) -> list[int]:
    """The rows of one answer in several degrees, told without its degree: "easy" of "very easy" and "fairly easy"."""
    answers = _in_degrees(sheet)
    if not answers:
        return []
    words = [each.plain for each in tokens_of(text)]
    found = [(row, own) for row, own in answers if any(alike(own, word) for word in words)]
    same = {own for _, own in found}
    return [row for row, _ in found] if len(found) > 1 and len(same) == 1 and len(found) < len(sheet.parts) else []


@lru_cache(maxsize=2048)
def _in_degrees(sheet: Sheet) -> tuple[tuple[int, str], ...]:
    """The rows of one word besides its degree, with that word; none where no two rows have the same."""
    kept = {row: [w for w in label_words(sheet.labels[row]) if w not in DEGREES] for row in sheet.parts}
    single = [(row, own[0]) for row, own in kept.items() if len(own) == 1]
    return tuple(single) if len({own for _, own in single}) < len(single) else ()


def or_better(remark: Remark, found: list[int], labels: Sequence[str]) -> list[int]:
    """ "Good or better": with the grades above it, where the labels stand in order; -1 where that can't be told."""
    said = OR_BETTER.search(remark.text)
    beyond = _beyond(remark, found, labels) if len(found) == 1 else None
    if len(found) != 1 or not (said or beyond) or found[0] < 0:
        return found
    if re.fullmatch(r"\W*\d+\W*", labels[found[0]]):
        return [-1]  # "grade 2 or more": of several rows
    names = [label.strip().lower() for label in labels]
    graded = [at for at, name in enumerate(names) if name in BEST_FIRST]
    if found[0] not in graded or len(graded) < 3:
        return [-1] if beyond else found
    own = BEST_FIRST.index(names[found[0]])
    up = bool(beyond["up"] if beyond else said and said["up"])
    kept = [at for at in graded if (BEST_FIRST.index(names[at]) <= own if up else BEST_FIRST.index(names[at]) >= own)]
    return [at for at in kept if not beyond or at != found[0]]


def _beyond(remark: Remark, found: Sequence[int], labels: Sequence[str]) -> re.Match[str] | None:
    """What stands before the name of a grade and leads beyond it."""
    names = remark.rows if labels is remark.sheet.labels else remark.columns
    here = [each for each in names if each.at == found[0]]
    return BEYOND.search(remark.text[: here[0].start]) if len(here) == 1 else None


def _nearest(
    remark: Remark, found: list[Named], near: tuple[int, int], clause: tuple[int, int], place: int, end: int
) -> list[int]:
    """What is named in the figure's own words, in its clause, or before it in the sentence; what is joined together."""
    stop = max((each.end() for each in re.finditer(r";", remark.text[:place])), default=0)
    # "63% in 2018 to 53% in 2020": what stands right behind it is its own.
    behind = [each for each in found if 0 <= each.start - end <= NEAR and not CUT.search(remark.text[end : each.start])]
    if len(behind) == 1:
        return _run_from(remark, found, behind[0])
    for low, high in (near, clause, (stop, place)):
        here = [each for each in found if low <= each.start and each.end <= high]
        if here:
            run = here[:1]
            for each in found[found.index(here[0]) + 1 :]:
                if TOGETHER.match(remark.text[run[-1].end : each.start]):
                    run.append(each)
            for each in found[: found.index(here[0])][::-1]:
                if TOGETHER.match(remark.text[each.end : run[0].start]):
                    run.insert(0, each)
            spans = {(each.start, each.end) for each in here}
            distinct = list(dict.fromkeys(each.at for each in here))
            if len(spans) == 1 and len(here) > 1:
                return distinct  # one name for several columns: a count and its share
            joined = list(dict.fromkeys(each.at for each in run))
            return joined if set(joined) >= set(distinct) else distinct if len(distinct) == 1 else [*distinct, -1]
    return []


def _run_from(remark: Remark, found: Sequence[Named], first: Named) -> list[int]:
    """What is named first, with those that are joined to it behind: "good or outstanding"."""
    run = [first]
    for each in found:
        if each.start >= run[-1].end and TOGETHER.match(remark.text[run[-1].end : each.start]):
            run.append(each)
    return list(dict.fromkeys(each.at for each in run))


def _from_to(remark: Remark, entry: Entry) -> list[int]:
    """ "From 67% to 38%": the first of two times and the second."""
    sheet = remark.sheet
    times = _two_times(sheet)
    if not times:
        return []
    lead = remark.read.text[max(0, entry.start - 12) : entry.start]
    if re.search(r"\bfrom\s+$", lead):
        return [times[0]]
    return [times[1]] if re.search(r"\bto\s+$", lead) else []


def _in_order(remark: Remark, clause: tuple[int, int]) -> list[int]:
    """ "In the second half": of two columns of one kind the first or the second."""
    found = {each.lower() for each in ORDER.findall(remark.text[clause[0] : clause[1]])}
    own = [at for at, kind in enumerate(remark.sheet.kinds) if kind not in ("change", "target", "total", "words")]
    if len(found) != 1 or len(own) != 2 or len({remark.sheet.kinds[at] for at in own}) != 1:
        return []
    return [own[0] if found & {"first", "earlier"} else own[1]]


def _two_times(sheet: Sheet) -> list[int]:
    """The columns of a table that has two times and no other figures."""
    times = [at for at, kind in enumerate(sheet.kinds) if kind not in ("change", "target", "total", "words")]
    return times if len(times) == 2 and is_time(tuple(sheet.heads[at] for at in times)) else []
