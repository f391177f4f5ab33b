"""Over time: what charts of up to two years allow to be said, and where the months can't be joined."""

from looped.figures.periods import month_title
from looped.reports.book import Book
from looped.reports.limits import Limits, by_chance, limits_of, records_of
from looped.reports.nodes import Block, Bullets, Chart, Figure, Paragraph, Section, Table, Text
from looped.reports.sections.familiar import familiar_blocks, target_of
from looped.reports.sections.limits_told import blocks_of, outside_words
from looped.reports.sections.rare import rare_blocks
from looped.reports.sections.years import years_blocks
from looped.reports.series import Break, Series
from looped.reports.tables import good_or_better
from looped.reports.wording import counted, joined, sentence_case
from looped.rubric.framework import OVERALL

TITLE = "Over time"


def section(book: Book) -> Section | None:
    """The share good or better and the rare lowest grade, month by month; then one year against the other."""
    series = book.series
    if series is None or not series.audited:
        return None
    if len(series.audited) == 1:
        words = (
            "Of the two years that end here only one month is recorded, so nothing can be said about change over time."
        )
        return Section("over-time", TITLE, (Paragraph((words,)),))
    blocks: list[Block] = [Paragraph(_span(series)), *_breaks(series), *_overall(book, series)]
    blocks += [*_domains(book, series), *rare_blocks(book, series), *years_blocks(book, series)]
    return Section("over-time", TITLE, tuple(blocks))


def _span(series: Series) -> Text:
    first, last = series.months[0].month, series.months[-1].month
    months = counted(Figure(len(series.audited), "count", "series/months"), "month", "months")
    ending = ". Only months made in the same way are joined into one chart."
    return (f"{month_title(first)} to {month_title(last)}: ", *months, " with monthly audits", ending)


def _breaks(series: Series) -> list[Block]:
    if not series.breaks:
        return []
    lead = "The figures are not made in the same way throughout. Each break is numbered in the charts."
    return [Paragraph((lead,)), Bullets(tuple(map(_break, series.breaks)), ordered=True)]


def _break(found: Break) -> Text:
    """What changed; and which areas have no audits without being counted as left out, or a reader would miss them."""
    said: Text = (f"{month_title(found.month)}: {sentence_case('; '.join(found.reasons.values()))}.",)
    for month, areas in found.lacking.items():
        lead = f" Missing in {month_title(month)} and not counted, for areas so small may be missing by chance: "
        said = (*said, lead, *joined([(area,) for area in areas]), ".")
    return said


def _overall(book: Book, series: Series) -> list[Block]:
    if not book.judged:
        return []
    chart, title = limits_of(series, OVERALL), f"{good_or_better(book.framework)} overall, month by month"
    options = (("breaks", series.breaks_drawn), ("target", target_of(book, OVERALL)))
    alt = ("The share of each month in its order, with its limits or its interval. The table has every figure.",)
    drawn = Chart("chart-over-time", title, "control_chart", alt, tuple(records_of(chart, title)), options)
    return [*blocks_of(book, series, chart, title, drawn), *(familiar_blocks(book, series) if chart.drawn else [])]


def _domains(book: Book, series: Series) -> list[Block]:
    """The domains small, where some of them have limits; without limits their own sections say all there is."""
    charts = tuple(limits_of(series, code) for code in book.framework.domain_codes)
    if not any(chart.drawn for chart in charts):
        return []
    title = f"{good_or_better(book.framework)} in each domain, month by month"
    records = [
        record
        for order, chart in enumerate(charts)
        for record in records_of(chart, book.framework.domain(chart.code).short, order)
    ]
    alt = ("A small chart for each domain, all on the same scale. The table says which months lie outside.",)
    drawn = Chart(
        "chart-domains-over-time", title, "control_chart", alt, tuple(records), (("breaks", series.breaks_drawn),)
    )
    overall = (limits_of(series, OVERALL),) if book.judged else ()
    return [_domain_table(book, charts, title), drawn, Paragraph(_expected((*overall, *charts)))]


def _domain_table(book: Book, charts: tuple[Limits, ...], title: str) -> Table:
    rows: list[tuple[Text, ...]] = [(("Domain",), ("Share in the last stretch",), ("Months outside the limits",))]
    for chart in charts:
        outside = [place for part in chart.drawn for place in chart.outside(part)]
        said = outside_words(chart, outside) if outside else ("none",)
        rows.append(((book.framework.title_of(chart.code),), _centre(chart), said))
    note = "The share is of all audits in the last stretch of months that has limits: the middle line of each chart."
    return Table("domains-over-time", title, tuple(rows), note=(note,))


def _centre(chart: Limits) -> Text:
    if not chart.drawn:
        return ("no limits",)
    points = [chart.points[place] for place in chart.drawn[-1].places]
    hits, base = sum(point.hits for point in points), sum(point.base for point in points)
    return (Figure(hits / base, "share", f"centre/{chart.code}", hits, base),)


def _expected(charts: tuple[Limits, ...]) -> Text:
    outside = sum(len(chart.outside(part)) for chart in charts for part in chart.drawn)
    points = sum(chart.audited(part) for chart in charts for part in chart.drawn)
    return (
        "Of the ",
        Figure(points, "count", "series/points"),
        " points with limits in all these charts, chance alone would put about ",
        Figure(by_chance(charts), "ratio", "series/by_chance"),
        " outside; ",
        *(counted(Figure(outside, "count", "series/outside"), "lies", "lie") if outside else ("none lies",)),
        " outside.",
    )
