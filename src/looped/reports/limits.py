"""The chart that decides, for one domain or `overall`: a share a month, its limits, and which months lie outside."""

from dataclasses import dataclass

from looped.reports.series import Series
from looped.stats.intervals import wilson
from looped.stats.laney import laney
from looped.stats.mdc_rules import DEFAULT, icon_of, plot_the_dots
from looped.stats.mdc_rules import Chart as Familiar
from looped.stats.p_chart import SharePart, SharePoint
from looped.stats.xmr import XmrLimits

Record = dict[str, object]
OUTSIDE = {"above_upper_limit": "above", "below_lower_limit": "below"}


@dataclass(frozen=True)
class Limits:
    """A chart's points with their months, and its parts between breaks. code: of the domain, or `overall`."""

    code: str
    months: tuple[str, ...]
    points: tuple[SharePoint, ...]
    parts: tuple[SharePart, ...]

    @property
    def drawn(self) -> tuple[SharePart, ...]:
        """The parts that have limits."""
        return tuple(part for part in self.parts if part.standing != "none")

    def audited(self, part: SharePart) -> int:
        """How many months of a part have audits."""
        return sum(self.points[place].base > 0 for place in part.places)

    def outside(self, part: SharePart) -> tuple[int, ...]:
        """Places of a part's months that lie outside their limits."""
        return tuple(place for place in part.places if self.points[place].rule in OUTSIDE)

    def part_of(self, place: int) -> SharePart:
        """The part that a month lies in."""
        return next(part for part in self.parts if place in part.places)


def limits_of(series: Series, code: str) -> Limits:
    """A p-chart of the share good or better; p' in parts of at least 20 months whose shares swing more than chance."""
    hits = [month.hits.get(code, 0) for month in series.months]
    bases = [month.bases.get(code, 0) for month in series.months]
    chart = laney(hits, bases, [found.place for found in series.breaks])
    return Limits(code, tuple(month.month for month in series.months), chart.points, chart.parts)


def by_chance(charts: tuple[Limits, ...]) -> float:
    """How many points would lie outside the limits drawn if nothing but chance were at work: an expected number."""
    return sum(_tails(point) for chart in charts for point in chart.points if point.centre is not None and point.base)


def _tails(point: SharePoint) -> float:
    from scipy.special import bdtr, bdtrc

    assert point.centre is not None
    assert point.lower is not None
    assert point.upper is not None
    counts = range(point.base + 1)
    fewest = next(x for x in counts if x / point.base >= point.lower)
    most = next(x for x in reversed(counts) if x / point.base <= point.upper)
    below = float(bdtr(fewest - 1, point.base, point.centre)) if fewest else 0.0
    return below + (float(bdtrc(most, point.base, point.centre)) if most < point.base else 0.0)


def familiar(series: Series, code: str, target: float | None, rules: str = DEFAULT) -> Familiar:
    """The XmR chart of the same shares with its icons; months without audits are passed over.

    rules: a dialect of Making Data Count's rules.
    """
    places = _with_share(series, code)
    shares = [series.months[place].hits[code] / series.months[place].bases[code] for place in places]
    breaks = {sum(place < found.place for place in places) for found in series.breaks}
    return plot_the_dots(shares, "increase", target, sorted(at for at in breaks if at < len(places)), dialect=rules)


def _with_share(series: Series, code: str) -> list[int]:
    return [place for place, month in enumerate(series.months) if month.bases.get(code)]


def familiar_months(series: Series, code: str) -> tuple[str, ...]:
    """The month of each point of the XmR chart."""
    return tuple(series.months[place].month for place in _with_share(series, code))


def familiar_records(series: Series, code: str, chart: Familiar, panel: str) -> list[Record]:
    """What a drawing needs of an XmR chart: a record a month, those without audits too. Limits are cut at 0 and 1."""
    at = {place: number for number, place in enumerate(_with_share(series, code))}
    records: list[Record] = []
    latest = 0
    for place, month in enumerate(series.months):
        latest = at.get(place, latest)
        number, part = next((n, part) for n, part in enumerate(chart.parts) if latest in part.places)
        point = chart.points[at[place]] if place in at else None
        records.append(
            {"panel": panel, "panel_order": 0, "month": month.month, "order": place, "low": None, "high": None}
            | {"value": point.value if point else None, **_ends(part.limits if point else None)}
            | {"hits": month.hits.get(code, 0), "base": month.bases.get(code, 0), "outside": None}
            | {"special": icon_of(point) if point and point.rule else None, "part": number, "standing": part.standing}
        )
    return records


def _ends(limits: XmrLimits | None) -> Record:
    if limits is None:
        return {"centre": None, "lower": None, "upper": None}
    return {"centre": limits.mean, "lower": max(0.0, limits.lower), "upper": min(1.0, limits.upper)}


def records_of(chart: Limits, panel: str, order: int = 0) -> list[Record]:
    """What a drawing needs of one chart: a record a month."""
    records: list[Record] = []
    for place, (month, point) in enumerate(zip(chart.months, chart.points, strict=True)):
        low, high = wilson(point.hits, point.base) if point.base else (None, None)
        records.append(
            {"panel": panel, "panel_order": order, "month": month, "order": place, "value": point.share}
            | {"low": low, "high": high, "centre": point.centre, "lower": point.lower, "upper": point.upper}
            | {"hits": point.hits, "base": point.base, "outside": OUTSIDE.get(point.rule or "")}
            | {"part": chart.parts.index(chart.part_of(place)), "standing": chart.part_of(place).standing}
        )
    return records
