"""One chart over time in words and as a table: what its limits allow to be said, and no more."""

from collections.abc import Sequence

from looped.figures.periods import month_title
from looped.reports.book import Book
from looped.reports.limits import Limits
from looped.reports.nodes import Block, Chart, Figure, Paragraph, Part, Table, Text
from looped.reports.series import Series
from looped.reports.tables import good_or_better
from looped.reports.wording import counted, joined
from looped.stats.intervals import wilson
from looped.stats.p_chart import SharePart, SharePoint
from looped.stats.segments import FULL_FROM, PROVISIONAL_FROM

NONE = "–"


def blocks_of(book: Book, series: Series, chart: Limits, title: str, drawn: Chart) -> list[Block]:
    """What may be said, then the table and the picture."""
    said: list[Block] = [Paragraph(_part(chart, part)) for part in chart.drawn]
    if len(chart.drawn) < len(chart.parts):
        said.append(Paragraph(_without(chart)))
    return [*said, _table(book, chart, title), drawn]


def _part(chart: Limits, part: SharePart) -> Text:
    """One stretch with limits, in words."""
    months = counted(Figure(chart.audited(part), "count", f"limits/{chart.code}/months"), "month", "months")
    words: list[Part] = [f"{_span(chart, part)}, ", *months, ": "]
    outside = chart.outside(part)
    if outside:
        words += [*outside_words(chart, outside), ". Something other than chance was at work "]
        words += ["there; the chart doesn't say what."]
    else:
        words += ["every month lies within its limits. The share moved no more from month to month than chance gives."]
    return (*words, *_widened(part), *_cut(chart, part), *_provisional(part))


def _span(chart: Limits, part: SharePart) -> str:
    return f"{month_title(chart.months[part.places[0]])} to {month_title(chart.months[part.places[-1]])}"


def outside_words(chart: Limits, places: Sequence[int]) -> Text:
    """`above its limits in May 2024 (18 of 20, limit 85.0%)`, each month so."""
    return joined([_outside(chart, place) for place in places])


def _outside(chart: Limits, place: int) -> Text:
    point, month = chart.points[place], chart.months[place]
    code = f"limits/{chart.code}/{month}"
    above = point.rule == "above_upper_limit"
    limit = Figure(point.upper if above else point.lower, "share", f"{code}/limit")
    counts = (Figure(point.hits, "count", code), " of ", Figure(point.base, "count", f"{code}/base"))
    return (f"{'above' if above else 'below'} its limits in {month_title(month)} (", *counts, ", limit ", limit, ")")


def _widened(part: SharePart) -> Text:
    if part.sigma_z <= 1:
        return ()
    return (
        " The limits are widened ",
        Figure(part.sigma_z, "ratio", "limits/sigma_z"),
        " times (a p′-chart), because months here differ by more than the luck of the draw.",
    )


def _cut(chart: Limits, part: SharePart) -> Text:
    points = [chart.points[place] for place in part.places if chart.points[place].base]
    words = ""
    if not any(point.low_can_signal for point in points):
        words += " The lower limit is nought: no month, however low, could show a fall here."
    if not any(point.high_can_signal for point in points):
        words += " The upper limit is the whole: no month, however high, could show a rise here."
    return (words,) if words else ()


def _provisional(part: SharePart) -> Text:
    if part.standing == "full":
        return ()
    return (
        " These limits are provisional: they rest on fewer than ",
        Figure(FULL_FROM, "count", "rule/full_from"),
        " months.",
    )


def _without(chart: Limits) -> Text:
    """Why no limits are drawn, for the stretches that have none."""
    fewest = Figure(PROVISIONAL_FROM, "count", "rule/provisional_from")
    runs = [chart.audited(part) for part in chart.parts if part.standing == "none"]
    longest = counted(Figure(max(runs), "count", "rule/longest"), "month", "months")
    where, run = (
        ("No limits are drawn", "longest such run here")
        if not chart.drawn
        else ("Elsewhere no limits are drawn", "longest other run")
    )
    return (
        f"{where}: they need at least ",
        fewest,
        f" months in a row that were made in the same way, and the {run} is ",
        *longest,
        ". So these months can't show change. The bars are 95% intervals: how far the true share could be from what so "
        "few audits show.",
    )


def _table(book: Book, chart: Limits, title: str) -> Table:
    head: list[Text] = [("Month",), (good_or_better(book.framework),), ("95% interval",)]
    head += [("Limits",), ("What the chart shows",)] if chart.drawn else []
    rows = [tuple(head), *(_row(chart, place) for place in range(len(chart.points)))]
    return Table(f"over-time-{chart.code}", title, tuple(rows))


def _row(chart: Limits, place: int) -> tuple[Text, ...]:
    point, month = chart.points[place], chart.months[place]
    cells: list[Text] = [(month_title(month),), *_share(point, f"over-time/{chart.code}/{month}")]
    if chart.drawn:
        cells += [_limits(point, f"limits/{chart.code}/{month}"), (_reading(chart, place),)]
    return tuple(cells)


def _share(point: SharePoint, code: str) -> list[Text]:
    if not point.base:
        return [("no audits",), (NONE,)]
    low, high = wilson(point.hits, point.base)
    share = Figure(point.share, "share", f"{code}/share", point.hits, point.base)
    counts = (Figure(point.hits, "count", code), " of ", Figure(point.base, "count", f"{code}/base"))
    interval: Text = (Figure(low, "share", f"{code}/low"), " to ", Figure(high, "share", f"{code}/high"))
    return [(*counts, " (", share, ")"), interval]


def _limits(point: SharePoint, code: str) -> Text:
    if point.lower is None:
        return (NONE,)
    return (Figure(point.lower, "share", f"{code}/lower"), " to ", Figure(point.upper, "share", f"{code}/upper"))


def _reading(chart: Limits, place: int) -> str:
    point = chart.points[place]
    if not point.base:
        return NONE
    if point.lower is None:
        return "no limits"
    words = {"above_upper_limit": "above its limits", "below_lower_limit": "below its limits"}
    found = words.get(point.rule or "", "within its limits")
    return found if chart.part_of(place).standing == "full" else f"{found} (provisional)"
