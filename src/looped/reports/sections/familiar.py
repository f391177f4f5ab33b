"""The XmR chart that boards know, told of beside the chart that decides, with its icons."""

from looped.reports.book import Book
from looped.reports.limits import familiar
from looped.reports.nodes import Block, Figure, Paragraph, Text
from looped.reports.series import Series
from looped.rubric.framework import OVERALL
from looped.stats.segments import FULL_FROM

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
    """Which icons the rules of NHS Making Data Count give, and why they don't decide here."""
    chart = familiar(series, OVERALL, target_of(book, OVERALL))
    lead = "The familiar XmR chart of the same months (NHS Making Data Count) "
    if chart.variation is None:
        months = Figure(FULL_FROM, "count", "rule/full_from")
        return [Paragraph((lead, "shows no icon: it asks for ", months, " months since the last break."), "small")]
    icon = f"has the icon for {VARIATION[chart.variation]}. "
    why = (
        "It doesn't know how many audits a month has, and with so few it often flags what is only chance; the limits "
        "above do know, so they decide."
    )
    return [Paragraph((lead, icon, *_target(book, chart.assurance), why), "small")]


def _target(book: Book, assurance: str | None) -> Text:
    target = target_of(book, OVERALL)
    if assurance is None or target is None:
        return ()
    value = Figure(target, "reported", "mark/target/good_or_better")
    return ("If nothing changes, the target of ", value, f" {ASSURANCE[assurance]}. ")


def icon_of(book: Book, series: Series) -> str | None:
    """The variation icon of the overall share, None where the rules give none."""
    return familiar(series, OVERALL, None).variation


def target_of(book: Book, code: str) -> float | None:
    """The target set for the share good or better of a domain, in force at the end of the period."""
    for mark in book.details.marks:
        about = mark.figure == "good_or_better" and mark.kind == "target" and (mark.domain or OVERALL) == code
        begun = mark.valid_from is None or f"{mark.valid_from:%Y-%m}" <= book.last
        if about and begun and (mark.valid_to is None or f"{mark.valid_to:%Y-%m}" >= book.last):
            return mark.value
    return None
