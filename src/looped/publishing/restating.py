"""Restatements: each figure that a later moment changes, from what, to what, and why."""

from calendar import month_name
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from looped.figures.definitions import DEFINITIONS
from looped.figures.every import FigureRow
from looped.publishing.causes import (
    CORRECTION,
    FOLLOW_UP,
    LATE,
    MODERATION,
    REASSIGNMENT,
    SECOND,
    WITHDRAWAL,
    Cause,
)
from looped.reports.nodes import Figure, Text
from looped.reports.restatements import Restatement

# What can change how many audits there are, and so every count and base.
AUDITS = (LATE, SECOND, CORRECTION, WITHDRAWAL, REASSIGNMENT)
GRADES = (*AUDITS, MODERATION)
FEEDBACK = (*AUDITS, FOLLOW_UP)
MOVED_BY: dict[str, tuple[str, ...]] = {
    "planned": AUDITS,
    "not_done": AUDITS,
    "withdrawn": AUDITS,
    "audits": AUDITS,
    "looped": AUDITS,
    "differed": AUDITS,
    "late": AUDITS,
    "feedback": FEEDBACK,
    "feedback_tried": FEEDBACK,
    "feedback_declined": FEEDBACK,
    "feedback_not_appropriate": FEEDBACK,
    "actions_open": FEEDBACK,
    "inadequate_open": (*GRADES, FOLLOW_UP),
}
# Their base is the figure itself, and "of itself" says nothing.
ITS_OWN_BASE = ("audits", "planned")
UNKNOWN = "the way of counting changed"


def changes(
    before: Iterable[FigureRow],
    after: Iterable[FigureRow],
    causes: Iterable[Cause],
    domain_titles: Mapping[str, str] | None = None,
) -> list[Restatement]:
    """Each figure whose count or base differs, in the order of `after`, then those that are gone.

    before, after: the whole grids of two moments.  causes: what was recorded between them.
    domain_titles: a domain's title by its code; its code where left out.
    """
    then, now = ({_key(row): row for row in rows} for rows in (before, after))
    causes = list(causes)
    found = []
    for key in dict.fromkeys([*now, *then]):
        old, new = then.get(key), now.get(key)
        row = new or old
        if row and _differ(old, new):
            title = _title(row, domain_titles or {})
            base_only = old is not None and new is not None and old.count == new.count
            found.append(Restatement(title, _printed(old), _printed(new), cause_in_words(row, causes), base_only))
    return found


def _differ(old: FigureRow | None, new: FigureRow | None) -> bool:
    """A row that only one of the two grids has is news when it counts something."""
    if old is None or new is None:
        only = old or new
        return bool(only and (only.count or only.base))
    return (old.count, old.base) != (new.count, new.base)


def cause_in_words(row: FigureRow, causes: Iterable[Cause]) -> str:
    """The kinds of cause that touch this figure, each with the number of audits, the most frequent first."""
    audits = {(cause.kind, cause.audit) for cause in causes if _touches(cause, row)}
    numbers = Counter(kind for kind, _ in audits)
    told = sorted(numbers.items(), key=lambda each: (-each[1], each[0]))
    return ", ".join(f"{kind} ({number})" for kind, number in told) or UNKNOWN


def _touches(cause: Cause, row: FigureRow) -> bool:
    if cause.kind not in MOVED_BY.get(row.figure, GRADES):
        return False
    if cause.audit is None:
        return row.figure == "actions_open" and (row.service_area is None or row.service_area in cause.service_areas)
    return (
        (row.month is None or row.month in cause.months)
        and (row.domain is None or cause.domain is None or row.domain == cause.domain)
        and (row.service_area is None or row.service_area in cause.service_areas)
        and (row.team is None or row.team in cause.teams)
    )


def _key(row: FigureRow) -> FigureRow:
    return replace(row, count=None, base=None, share=None, provisional=None)


def _title(row: FigureRow, titles: Mapping[str, str]) -> str:
    parts = [DEFINITIONS[row.figure].title if row.figure in DEFINITIONS else row.figure]
    parts += [titles.get(row.domain, row.domain)] if row.domain else []
    parts += [each for each in (row.grade, WHY.get(row.why or "", row.why)) if each]
    parts += [each for each in (row.service_area, row.team) if each]
    return ", ".join([*parts, _month(row.month) if row.month else "whole period"])


def _month(code: str) -> str:
    year, number = code.split("-")
    return f"{month_name[int(number)]} {year}"


WHY = {"dip_sample": "dip sample", "differed": "returns differed", "rule": "by rule", "challenge": "challenge"}


def _printed(row: FigureRow | None) -> Text:
    if row is None:
        return ("not printed",)
    code = "/".join(part for part in (row.figure, row.domain, row.month, row.grade, row.why) if part)
    count = Figure(row.count, "count", code)
    if row.base is None or row.count is None or row.figure in ITS_OWN_BASE:
        return (count,)
    base = Figure(row.base, "count", f"{code}/base")
    share = Figure(row.share, "share", f"{code}/share", row.count, row.base)
    return (count, " of ", base, *((" (", share, ")") if row.share is not None else ()))
