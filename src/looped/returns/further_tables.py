"""Tables and words from the further sheets. Free text goes into the words, never into the tables."""

from datetime import date, datetime
from typing import Any

from looped.reports.material import ActionText, FeedbackWords, Step
from looped.returns.cells import end_of_day, end_of_month
from looped.returns.cleaned import Cleaned, FurtherRow
from looped.returns.tables import Table
from looped.returns.words import who_of

# A theme is a short label; what is longer is somebody's words.
LONGEST_THEME = 60
# When a workbook was first heard of that has no return at all.
BEFORE_ALL = date(1990, 1, 1)
# Begins the name of a case that a sheet counts and doesn't name.
UNNAMED = "counted:"
Version = tuple[datetime, str, date | None, date | None]


class Audits:
    """What the returns say of each audit: its month, and when it was first heard of."""

    def __init__(self, cleaned: Cleaned) -> None:
        values = cleaned.taken.values
        self.month: dict[str, str] = {}
        self._first: dict[str, datetime] = {}
        rows = zip(values["audit"], values["source"], values["month"], values["recorded_at"], strict=True)
        for audit, source, month, recorded in rows:
            if source == "lead" or audit not in self.month:
                self.month[audit] = month
            self._first[audit] = min(recorded, self._first.get(audit, recorded))
        self._earliest = min(self._first.values(), default=end_of_day(BEFORE_ALL))

    def first(self, audit: str | None, *otherwise: datetime | None) -> datetime:
        """When an audit was first heard of; without returns of it the first moment given, else the workbook's first."""
        if audit in self._first:
            return self._first[audit]
        return next(filter(None, otherwise), self._earliest)


def attempts_table(cleaned: Cleaned, authority: str, audits: Audits) -> Table:
    """`feedback` rows (without seq) of the *Feedback* sheet, in its order."""
    rows: Table = []
    for row in cleaned.further.get("feedback", []):
        theme = row.get("theme")
        recorded = row.get("recorded") or (end_of_day(row["on"]) if row.get("on") else None)
        month = row.get("month")
        moment = recorded or audits.first(row.get("audit"), end_of_month(month) if month else None)
        short = theme if theme and len(theme) <= LONGEST_THEME else None
        who = who_of(row.get("who") or "")
        rows.append((authority, row.get("audit"), "attempt", row.get("outcome"), who, short, moment))
    return rows


def feedback_words(cleaned: Cleaned, audits: Audits) -> tuple[FeedbackWords, ...]:
    """The words of the *Feedback* sheet. month: the audit's, else the sheet's, else the date's."""
    return tuple(
        FeedbackWords(
            audit=row.get("audit"),
            month=audits.month.get(row.get("audit") or "") or row.get("month") or _month(row.get("on")),
            on=row.get("on"),
            route=row.get("route"),
            who=row.get("who"),
            outcome=row.get("outcome"),
            theme=row.get("theme"),
            words=row.get("words"),
            leave_to_publish=bool(row.get("leave")),
            checked_by=row.get("checked_by"),
        )
        for row in cleaned.further.get("feedback", [])
    )


def actions_table(cleaned: Cleaned, authority: str, audits: Audits) -> Table:
    """`actions`: a row for each moment at which an action is known to have changed, in the order of recording."""
    known: list[tuple[datetime, tuple[Any, ...]]] = []
    for row in cleaned.further.get("actions", []):
        theme = row.get("theme")
        for moment, state, closed, checked in _versions(row, audits):
            facts = (row.get("audit"), row.get("service_area"), theme, row.get("due"), state, closed, checked, moment)
            known.append((moment, (action_name(row), facts)))
    known.sort(key=lambda version: version[0])
    return [(authority, action, seq, *facts) for seq, (_, (action, facts)) in enumerate(known, 1)]


def action_texts(cleaned: Cleaned) -> tuple[ActionText, ...]:
    """The actions of the *Actions* sheet in words."""
    return tuple(
        ActionText(
            action=action_name(row),
            audit=row.get("audit"),
            service_area=row.get("service_area"),
            what=row["what"],
            owner=row.get("owner"),
            theme=row.get("theme"),
            due=row.get("due"),
            state=_last_state(row),
            closed_at=row.get("closed_at"),
            checked_by=row.get("checked_by"),
        )
        for row in cleaned.further.get("actions", [])
    )


def steps(cleaned: Cleaned) -> tuple[Step, ...]:
    """The rows of *Sessions and next steps*."""
    names = ("on", "owner", "findings", "state", "outcome")
    return tuple(
        Step(row.get("kind") or "Next step", row["what"], *(row.get(name) for name in names))
        for row in cleaned.further.get("steps", [])
    )


def reported_table(cleaned: Cleaned, authority: str) -> Table:
    """`reported`: what earlier reports printed, as they printed it. A share over 1 was typed in per cent."""
    return [
        (
            authority,
            row["period"],
            row.get("domain"),
            row.get("grade"),
            _whole(row.get("count")),
            _whole(row.get("base")),
            _share(row.get("share")),
            row.get("document"),
        )
        for row in cleaned.further.get("reported", [])
    ]


def marks_table(cleaned: Cleaned, authority: str) -> Table:
    """`marks`: baselines and targets."""
    names = ("figure", "domain", "grade", "kind", "value", "valid_from", "valid_to", "set_by", "why")
    return [(authority, *(row.get(name) for name in names)) for row in cleaned.further.get("marks", [])]


def caseload_table(cleaned: Cleaned, authority: str) -> Table:
    """`caseload`: a row for each open case; where a sheet only counts them, so many cases without a reference."""
    rows: Table = []
    for row in cleaned.further.get("caseload", []):
        area, team, listed = row.get("service_area"), row.get("team"), row.get("listed_at")
        names = [row["case"]] if row.get("case") else _unnamed(row)
        days = (row.get("opened"), row.get("closed"), listed)
        rows += [(authority, name, None, area, team, None, None, None, None, *days) for name in names]
    return rows


def _unnamed(row: FurtherRow) -> list[str]:
    """Names for cases that are only counted: the same for the same place, so that a later list supersedes them."""
    place = "/".join(row.get(name) or "" for name in ("service_area", "team"))
    return [f"{UNNAMED}{place}/{number}" for number in range(1, (row.get("cases") or 0) + 1)]


def action_name(row: FurtherRow) -> str:
    """An action's name, from its place: A5 for row 5 of the first sheet of actions, A2.5 for row 5 of the second."""
    return f"A{row['row']}" if row["nth"] == 1 else f"A{row['nth']}.{row['row']}"


def _versions(row: FurtherRow, audits: Audits) -> list[Version]:
    """An action as known when raised, closed and checked: what a date tells was not known before its day's end."""
    raised = row.get("recorded") or (end_of_day(row["raised"]) if row.get("raised") else audits.first(row.get("audit")))
    state, closed, checked = _last_state(row), *_ended(row, raised.date())
    if row.get("recorded"):
        return [(raised, state, closed, checked)]
    later = [
        (end_of_day(day), name, closed, seen)
        for day, name, seen in ((row.get("closed_at"), "closed", None), (checked if closed else None, state, checked))
        if day
    ]
    if not row.get("closed_at"):
        return [(raised, state, closed, checked)]
    ends = {version[0]: version for version in later}
    return [(min(raised, *ends), "open", None, None), *ends.values()]


def _ended(row: FurtherRow, raised: date) -> tuple[date | None, date | None]:
    """The days an action was closed and checked on; where the state says so without a day, the day it was raised."""
    done = row.get("closed_at") or _last_state(row) in ("closed", "checked")
    closed = row.get("closed_at") or (raised if done else None)
    seen = done and (row.get("checked_by") or _last_state(row) == "checked")
    return closed, row.get("checked_at") or (closed if seen else None)


def _last_state(row: FurtherRow) -> str:
    """The state as typed; where none is, what the dates tell."""
    if row.get("state"):
        return str(row["state"])
    return "closed" if row.get("closed_at") else "open"


def _month(day: date | None) -> str | None:
    return f"{day:%Y-%m}" if day else None


def _whole(number: float | None) -> int | None:
    return None if number is None else int(number)


def _share(number: float | None) -> float | None:
    return number / 100 if number is not None and number > 1 else number
