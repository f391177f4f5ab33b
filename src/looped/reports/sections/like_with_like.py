"""Like with like: each month's share as it would be had its audits been spread over services as the caseload is."""

from dataclasses import dataclass

from looped.figures.caseload import Caseload, end_of
from looped.figures.periods import month_title
from looped.reports.book import Book
from looped.reports.dates import day
from looped.reports.nodes import Block, Bullets, Figure, Paragraph, Section, Table, Text
from looped.reports.tables import TOTAL, columns, good_or_better
from looped.reports.wording import counted, joined
from looped.rubric.framework import OVERALL
from looped.stats.standardise import AreaMissingError, Standardised, post_stratified

TITLE = "Like with like"
NONE = "–"
Counted = dict[str, tuple[int, int]]


@dataclass(frozen=True)
class Weighed:
    """One month, or the whole period (month None): counted by area, and weighed, or why it is refused."""

    month: str | None
    counted: Counted
    found: Standardised | None
    refused: Text = ()


def like_with_like_blocks(book: Book) -> list[Block]:
    """As counted and like with like beside each other; a month that lacks a service area is refused by name."""
    if not book.judged or len(book.frameworks) > 1:
        return []
    if book.caseload is None or not _standard(book.caseload):
        words = "Like with like: the open caseload is not recorded in this source, so shares are given as counted only."
        return [Paragraph((words,), "small")]
    standard = _standard(book.caseload)
    weighed = [_weighed(book, month, standard) for month in columns(book)]
    blocks: list[Block] = [Paragraph(_lead(book, book.caseload)), _standard_table(weighed[-1], standard)]
    blocks += [_table(book, weighed)] if any(each.found for each in weighed) else []
    return [Section("like-with-like", TITLE, (*blocks, *_refused(weighed), *_warnings(weighed)))]


def _standard(caseload: Caseload) -> dict[str, int]:
    return {area: cases for area, cases in sorted(caseload.areas.items(), key=str) if area is not None and cases}


def _weighed(book: Book, month: str | None, standard: dict[str, int]) -> Weighed:
    counted_here = _counted(book, month)
    if not counted_here:
        return Weighed(month, {}, None, ("no audits",))
    refused = _outside(book, month, counted_here, standard)
    if refused:
        return Weighed(month, counted_here, None, refused)
    try:
        return Weighed(month, counted_here, post_stratified(counted_here, standard))
    except AreaMissingError as missing:
        return Weighed(month, counted_here, None, ("no audits from ", *joined([(area,) for area in missing.areas])))


def _counted(book: Book, month: str | None) -> Counted:
    """Good or better, and audits, of each area that has any."""
    wanted = month if len(book.months) > 1 else book.months[0]
    return {
        row.service_area or "": (row.count or 0, row.base)
        for row in book.areas
        if row.domain == OVERALL and row.month == wanted and row.base
    }


def _outside(book: Book, month: str | None, found: Counted, standard: dict[str, int]) -> Text:
    """Why audits don't fit the standard: without an area, from one without open cases, or more than there are cases."""
    within = book.months if month is None else (month,)
    without = sum(book.details.coverage.get(each, {}).get(None, 0) for each in within)
    if without:
        return counted(
            Figure(without, "count", "like/without"), "audit without a service area", "audits without a service area"
        )
    strangers: list[Text] = [(area,) for area in sorted(found) if area not in standard]
    if strangers:
        return ("audits from ", *joined(strangers), ", where the caseload has no open case")
    crowded: list[Text] = [(area,) for area in sorted(found) if found[area][1] > standard[area]]
    return ("more audits than open cases in ", *joined(crowded)) if crowded else ()


def _lead(book: Book, caseload: Caseload) -> Text:
    cases = counted(Figure(sum(_standard(caseload).values()), "count", "caseload"), "open case", "open cases")
    listed: list[Text] = [(day(each),) for each in caseload.listed]
    words: Text = (
        "A month that read more of one service looks better or worse for that alone. Like with like gives each service "
        "the weight that it has in the caseload: ",
        *cases,
        f" at {day(end_of(book.last))}",
        *((", by the list of ", *joined(listed)) if listed else ()),
        ". ",
    )
    left = caseload.areas.get(None, 0)
    if left:
        words = (*words, *counted(Figure(left, "count", "caseload/none"), "more has", "more have"))
        words = (*words, " no service area and can’t be weighed. ")
    return (*words, "Where the two shares differ, the mix of services explains part of what was counted.")


def _standard_table(whole: Weighed, standard: dict[str, int]) -> Table:
    cases, audits = sum(standard.values()), sum(audits for _, audits in whole.counted.values())
    head = ("Service area", "Open cases", "Audits read")
    rows: list[tuple[Text, ...]] = [tuple((word,) for word in head)]
    for area in sorted({*standard, *whole.counted}):
        read = whole.counted.get(area, (0, 0))[1]
        rows.append(((area,), _part(standard.get(area, 0), cases, area), _part(read, audits, f"{area}/audits")))
    return Table("caseload", "The open caseload, and the audits of the period", tuple(rows))


def _part(number: int, whole: int, name: str) -> Text:
    count = Figure(number, "count", f"caseload/{name}")
    return (
        (count, " (", Figure(number / whole, "share", f"caseload/{name}/share", number, whole), ")")
        if whole
        else (count,)
    )


def _table(book: Book, weighed: list[Weighed]) -> Table:
    head = ("Month", "As counted", "Like with like", "Standard error", "95% interval")
    rows: list[tuple[Text, ...]] = [tuple((word,) for word in head)]
    rows += [(_month(each), _crude(each), *_standardised(each)) for each in weighed if each.counted]
    title = f"{good_or_better(book.framework)} overall, as counted and like with like"
    last = (len(rows) - 1,) if weighed[-1].month is None else ()
    return Table("like-with-like", title, tuple(rows), total_rows=last)


def _month(each: Weighed) -> Text:
    return (month_title(each.month) if each.month else TOTAL,)


def _crude(each: Weighed) -> Text:
    hits, base = (sum(counts) for counts in zip(*each.counted.values(), strict=True))
    code = f"like/{each.month}"
    counts = (Figure(hits, "count", code), " of ", Figure(base, "count", f"{code}/base"))
    return (*counts, " (", Figure(hits / base, "share", f"{code}/share", hits, base), ")")


def _standardised(each: Weighed) -> list[Text]:
    found, code = each.found, f"like/{each.month}/weighed"
    if found is None:
        return [("refused",), (NONE,), (NONE,)]
    error: Text = (NONE,) if found.se is None else (Figure(found.se, "share", f"{code}/se"),)
    low, high = found.interval
    interval: Text = (Figure(low, "share", f"{code}/low"), " to ", Figure(high, "share", f"{code}/high"))
    return [(Figure(found.share, "share", code),), error, interval]


def _refused(weighed: list[Weighed]) -> list[Block]:
    items: list[Text] = [(*_month(each), ": ", *each.refused, ".") for each in weighed if each.refused]
    return (
        [Paragraph(("Refused, because the missing part would have to be guessed:",)), Bullets(tuple(items))]
        if items
        else []
    )


def _warnings(weighed: list[Weighed]) -> list[Block]:
    items: list[Text] = [
        (*_month(each), ": ", " ".join(each.found.warnings)) for each in weighed if each.found and each.found.warnings
    ]
    return [Paragraph(("Read with care:",)), Bullets(tuple(items))] if items else []
