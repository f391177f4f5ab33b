"""The XmR chart that boards know, drawn and told of beside the chart that decides, with its icons."""

from collections.abc import Sequence
from itertools import groupby

from looped.figures.periods import month_title
from looped.reports.book import Book
from looped.reports.limits import familiar, familiar_months, familiar_records
from looped.reports.nodes import Block, Chart, Figure, Paragraph, Text
from looped.reports.series import Series
from looped.reports.tables import good_or_better
from looped.reports.wording import joined
from looped.rubric.framework import OVERALL
from looped.stats.mdc_rules import DIALECTS, Part, Rule
from looped.stats.mdc_rules import Chart as Familiar
from looped.stats.xmr import XmrLimits

LEAD = "Below are the same months as the XmR chart of NHS Making Data Count, which many know. By the rules of "
WHY = (
    "It doesn't know how many audits a month has, and with so few it often flags what is only chance; the limits "
    "above do know, so they decide."
)
RULES: dict[Rule, str] = {
    "above_upper_limit": "above the upper limit",
    "below_lower_limit": "below the lower limit",
    "seven_rising": "seven or more rising without a pause",
    "seven_falling": "seven or more falling without a pause",
    "two_of_three_high": "two of three near the upper limit",
    "two_of_three_low": "two of three near the lower limit",
    "seven_above_mean": "seven or more in a row above the mean",
    "seven_below_mean": "seven or more in a row below the mean",
}
VARIATION = {
    "common_cause": "common cause variation: nothing out of the ordinary",
    "improvement_high": "special cause variation of an improving kind, high",
    "concern_low": "special cause variation of a concerning kind, low",
}
ASSURANCE = {
    "consistent_pass": "would always be met",
    "consistent_fail": "would never be met",
    "inconsistent": "would be met in some months and missed in others",
}


def familiar_blocks(book: Book, series: Series) -> list[Block]:
    """What the rules of NHS Making Data Count flag and which icons they give, why they don't decide, and the chart."""
    target = target_of(book, OVERALL)
    chart, months = familiar(series, OVERALL, target, book.xmr_rules), familiar_months(series, OVERALL)
    title = f"{good_or_better(book.framework)} overall as an XmR chart"
    icons = tuple(icon for icon in (chart.variation, chart.assurance) if icon)
    options = (("breaks", series.breaks_drawn), ("target", target), ("icons", icons), ("limits", "XmR limits"))
    alt = ("The same shares as in the chart before, with other limits. ", *_stretches(chart, months))
    records = tuple(familiar_records(series, OVERALL, chart, title))
    return [
        Paragraph(
            (f"{LEAD}{DIALECTS[chart.dialect].title} it ", *_flagged(chart, months), *_icons(chart, target), WHY),
            "small",
        ),
        Chart("chart-xmr-over-time", title, "control_chart", alt, records, options),
    ]


def _flagged(chart: Familiar, months: Sequence[str]) -> Text:
    """Which months the rules name; those that one rule names in a row stand together."""
    runs = [
        (rule, list(places))
        for part in chart.parts
        for rule, places in groupby(part.places, key=lambda place: chart.points[place].rule)
        if rule
    ]
    if not runs:
        return ("flags no month. ",)
    each = [(f"{_span(months, places)} ({RULES[rule]})",) for rule, places in runs]
    return ("flags ", *joined(each), ". ")


def _span(months: Sequence[str], places: Sequence[int]) -> str:
    first, last = month_title(months[places[0]]), month_title(months[places[-1]])
    return first if first == last else f"{first} to {last}"


def _icons(chart: Familiar, target: float | None) -> Text:
    if chart.variation is None:
        fewest = Figure(DIALECTS[chart.dialect].full_from, "count", "rule/familiar_from")
        return ("It shows no icon: it asks for ", fewest, " months since the last break. ")
    return (f"Its icon is the one for {VARIATION[chart.variation]}. ", *_target(target, chart.assurance))


def _target(target: float | None, assurance: str | None) -> Text:
    if assurance is None or target is None:
        return ()
    value = Figure(target, "reported", "mark/target/good_or_better")
    return ("If nothing changes, the target of ", value, f" {ASSURANCE[assurance]}. ")


def _stretches(chart: Familiar, months: Sequence[str]) -> Text:
    """`July 2022 to June 2024: mean 40.0%, limits 21.9% to 58.1%.`, each stretch that has limits."""
    each = [_stretch(part.limits, part, months) for part in chart.parts if part.limits]
    return (*joined(each), ".")


def _stretch(limits: XmrLimits, part: Part, months: Sequence[str]) -> Text:
    code = f"xmr/{months[part.places[0]]}"
    low, mean, high = (
        Figure(min(1.0, max(0.0, end)), "share", f"{code}/{name}")
        for name, end in (("lower", limits.lower), ("mean", limits.mean), ("upper", limits.upper))
    )
    provisional = "" if part.standing == "full" else "provisional "
    return (f"{_span(months, part.places)}: mean ", mean, f", {provisional}limits ", low, " to ", high)


def target_of(book: Book, code: str) -> float | None:
    """The target set for the share good or better of a domain, in force at the end of the period."""
    for mark in book.details.marks:
        about = mark.figure == "good_or_better" and mark.kind == "target" and (mark.domain or OVERALL) == code
        begun = mark.valid_from is None or f"{mark.valid_from:%Y-%m}" <= book.last
        if about and begun and (mark.valid_to is None or f"{mark.valid_to:%Y-%m}" >= book.last):
            return mark.value
    return None
