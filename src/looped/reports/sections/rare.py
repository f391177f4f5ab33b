"""The grade that needs the safety ladder, over time: so rare that only exact limits can say anything of it."""

from itertools import pairwise

from looped.figures.periods import month_title
from looped.reports.book import Book
from looped.reports.limits import Limits, limits_of
from looped.reports.nodes import Block, Chart, Figure, Paragraph, Part, Table, Text
from looped.reports.series import Series
from looped.reports.wording import counted, joined
from looped.rubric.framework import OVERALL
from looped.stats.intervals import wilson
from looped.stats.p_chart import SharePart
from looped.stats.rare_events import TAIL, ExactLimits, chance_of_none_since, exact_limits, g_chart


def rare_blocks(book: Book, series: Series) -> list[Block]:
    """How many audits a month stand at the ladder's grade, and the most that chance gives where months suffice."""
    if not book.judged:
        return []
    chart = limits_of(series, OVERALL)
    name = book.framework.scale.name(book.framework.scale.ladder)
    if not chart.drawn:
        return [Paragraph(_few(series, name))]
    title = f"{name} overall, month by month"
    return [
        *(Paragraph(_part(series, chart, part, name)) for part in chart.drawn),
        _table(series, chart, title),
        _drawn(series, chart, title),
    ]


def _few(series: Series, name: str) -> Text:
    months = series.audited
    each: list[Text] = [_of(month.ladder, month.bases[OVERALL], f"rare/{month.month}") for month in months]
    tail = ", in the order of the months. So few can't show whether it has become rarer or more common."
    return (f"{name} overall: ", *joined(each), tail)


def _of(hits: int, base: int, code: str) -> Text:
    return (Figure(hits, "count", code), " of ", Figure(base, "count", f"{code}/base"))


def _exact(series: Series, chart: Limits, place: int) -> ExactLimits | None:
    """The ordinary counts of a month by the long-run share of its stretch; None where no limits are drawn."""
    part, month = chart.part_of(place), series.months[place]
    if part.standing == "none" or not month.bases[OVERALL]:
        return None
    hits, base = _sums(series, part)
    return exact_limits(hits / base, month.bases[OVERALL])


def _sums(series: Series, part: SharePart) -> tuple[int, int]:
    months = [series.months[place] for place in part.places]
    return sum(month.ladder for month in months), sum(month.bases[OVERALL] for month in months)


def _part(series: Series, chart: Limits, part: SharePart, name: str) -> Text:
    first, last = (month_title(series.months[part.places[end]].month) for end in (0, -1))
    hits, base = _sums(series, part)
    words: list[Part] = [f"{name} overall, {first} to {last}: ", *_of(hits, base, "rare"), " audits. "]
    if not hits:
        high = Figure(wilson(hits, base).high, "share", "rare/high")
        return (*words, "None seen doesn't prove that there is none: the true share could be up to ", high, ".")
    return (*words, *_high(series, chart, part), *_low(series, chart, part))


def _high(series: Series, chart: Limits, part: SharePart) -> Text:
    above = [
        (p, e) for p in part.places if (e := _exact(series, chart, p)) and series.months[p].ladder > e.most_expected
    ]
    if not above:
        return ("No month has more than chance gives.",)
    each: list[Text] = [
        (
            f"{month_title(series.months[place].month)} (",
            Figure(series.months[place].ladder, "count", f"rare/{place}"),
            ", where chance gives up to ",
            Figure(found.most_expected, "count", f"rare/{place}/most"),
            ")",
        )
        for place, found in above
    ]
    return ("More than chance gives in ", *joined(each), ".")


def _low(series: Series, chart: Limits, part: SharePart) -> Text:
    found = [(place, limits) for place in part.places if (limits := _exact(series, chart, place))]
    if not any(limits.low_can_signal for _, limits in found):
        rare = " It is so rare that none at all in a month is ordinary, and never shows a fall."
        return (rare, *_gaps(series, part), *_since(series, part))
    below = [place for place, limits in found if series.months[place].ladder < limits.least_expected]
    if not below:
        return (" No month has fewer than chance gives.",)
    return (" Fewer than chance gives in ", *joined([(month_title(series.months[p].month),) for p in below]), ".")


def _gaps(series: Series, part: SharePart) -> Text:
    """A g-chart in words. The order within a month isn't known: a gap is at least the audits of the months between."""
    seen = [place for place in part.places if series.months[place].ladder]
    if len(seen) < 2:
        return ()
    hits, base = _sums(series, part)
    gaps = [sum(series.months[p].bases[OVERALL] for p in range(a + 1, b)) for a, b in pairwise(seen)]
    chart = g_chart(gaps, share=hits / base)
    most = Figure(chart.upper, "count", "rare/gap/most")
    lead = (" What can show one is the audits from one to the next (a g-chart): chance gives up to ", most, ". ")
    longer: list[Text] = [
        (
            f"before {month_title(series.months[place].month)} (at least ",
            Figure(gap.audits, "count", f"rare/gap/{series.months[place].month}"),
            ")",
        )
        for place, gap in zip(seen[1:], chart.points, strict=True)
        if gap.rare == "longer"
    ]
    if not longer:
        return (*lead, "No gap between months that have one is longer.")
    return (*lead, "Longer was the gap ", *joined(longer), ": it was rarer then.")


def _since(series: Series, part: SharePart) -> Text:
    """The gap that is still open at the end, judged by how often chance alone leaves so many audits without any."""
    last = max(place for place in part.places if series.months[place].ladder)
    audits = sum(series.months[place].bases[OVERALL] for place in part.places if place > last)
    if not audits:
        return ()
    chance = chance_of_none_since(*_sums(series, part), audits)
    number = counted(Figure(audits, "count", "rare/since"), "audit", "audits")
    words = (f" After {month_title(series.months[last].month)} came ", *number, " without one")
    if chance < TAIL:
        return (*words, ", more than chance gives: it has become rarer.")
    share = Figure(chance, "share", "rare/since/chance")
    return (*words, ", which happens by chance alone in ", share, " of such series: no sign that it has become rarer.")


def _table(series: Series, chart: Limits, title: str) -> Table:
    rows: list[tuple[Text, ...]] = [(("Month",), ("Audits",), ("Counted",), ("What chance gives",))]
    for place, month in enumerate(series.months):
        found, code = _exact(series, chart, place), f"rare/{month.month}"
        if not month.bases[OVERALL]:
            rows.append(((month_title(month.month),), ("no audits",), ("–",), ("–",)))
            continue
        base, hits = Figure(month.bases[OVERALL], "count", f"{code}/base"), Figure(month.ladder, "count", code)
        rows.append(((month_title(month.month),), (base,), (hits,), _ordinary(found, code)))
    note = "What chance gives: the fewest and the most that are ordinary for so many audits, worked out exactly."
    return Table("rare-over-time", title, tuple(rows), note=(note,))


def _ordinary(found: ExactLimits | None, code: str) -> Text:
    if found is None:
        return ("no limits",)
    ends = (found.least_expected, found.most_expected)
    low, high = (Figure(end, "count", f"{code}/{name}") for end, name in zip(ends, ("least", "most"), strict=True))
    return (low, " to ", high)


def _drawn(series: Series, chart: Limits, title: str) -> Chart:
    records: list[dict[str, object]] = []
    for place, month in enumerate(series.months):
        found, base = _exact(series, chart, place), month.bases[OVERALL]
        part = chart.part_of(place)
        hits, whole = _sums(series, part)
        lower, upper = (found.least_expected, found.most_expected) if found else (None, None)
        outside = "above" if found and month.ladder > found.most_expected else None
        outside = "below" if found and month.ladder < found.least_expected else outside
        records.append(
            {"panel": title, "panel_order": 0, "month": month.month, "order": place, "hits": month.ladder, "base": base}
            | {"value": month.ladder if base else None, "low": None, "high": None, "lower": lower, "upper": upper}
            | {"centre": hits / whole * base if found else None, "outside": outside}
            | {"part": chart.parts.index(part), "standing": part.standing}
        )
    alt = ("The count of each month, with the most that chance gives for so many audits. The table has every figure.",)
    options = (("breaks", series.breaks_drawn), ("unit", "count"))
    return Chart("chart-rare-over-time", title, "control_chart", alt, tuple(records), options)
