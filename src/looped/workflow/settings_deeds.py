"""The deed of changing a setting of the programme."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from looped.errors import UsageError
from looped.records.person import PersonName
from looped.records.queries.people import viewer_of
from looped.records.queries.settings import REQUIRED
from looped.records.setting import SettingRow
from looped.stats.mdc_rules import DIALECTS
from looped.workflow.deeds import deed
from looped.workflow.refusals import NotThere

Kind = Literal["text", "number", "yes_no", "steps", "choice"]


@dataclass(frozen=True)
class SettingKind:
    """A setting as a form asks for it. least, most: of a number. choices: what may be chosen, and its words."""

    title: str
    hint: str
    kind: Kind
    least: int = 0
    most: int = 0
    choices: tuple[tuple[str, str], ...] = ()


SETTINGS: dict[str, SettingKind] = {
    "council": SettingKind("Council", "As it is printed on reports.", "text"),
    "ring_by_day": SettingKind(
        "Whom to ring by day", "Who, and the number. Shown when a child may be at risk.", "text"
    ),
    "ring_out_of_hours": SettingKind("Whom to ring out of hours", "Nights, weekends, bank holidays.", "text"),
    "alert_steps": SettingKind("Who is alerted", "First rung first. Each waits for the one before.", "steps"),
    "alert_minutes": SettingKind(
        "Minutes before an alert climbs", "Until somebody acknowledges it.", "number", 5, 1440
    ),
    "dip_share": SettingKind("Share of single audits moderated", "In percent, drawn at random.", "number", 0, 100),
    "moderate_ladder": SettingKind("Moderate every Inadequate", "Every audit with the lowest overall grade.", "yes_no"),
    "hide_names": SettingKind("Hide auditors' names from the moderator", "Until it is settled.", "yes_no"),
    "xmr_rules": SettingKind(
        "Rules of the XmR chart",
        "Two sets of NHS Making Data Count's rules are in use. Reports name the one they follow.",
        "choice",
        choices=tuple((name, f"Those of {rules.title}") for name, rules in DIALECTS.items()),
    ),
}


def change_setting(*, by: str, name: str, value: str, now: datetime | None = None) -> None:
    """Set one setting from now on. value: text; yes/no as "yes" or "no"; steps as JSON, a list of lists of people.

    Raises: NotThere; UsageError for a value that the setting can't have.
    """
    with deed("change setting", by=by, chain="settings", now=now) as doing:
        if not viewer_of(doing.by, doing.moment).may("settings.change") or name not in SETTINGS:
            raise NotThere
        _require_fit(name, value.strip())
        SettingRow.objects.create(name=name, value=value.strip(), deed=doing.code, recorded_at=doing.moment)
        doing.which = f"setting:{name}"


def _require_fit(name: str, value: str) -> None:
    setting = SETTINGS[name]
    if name in REQUIRED and not value:
        raise UsageError(f"{setting.title}: this can't be empty.")
    if setting.kind == "number" and not (value.isdecimal() and setting.least <= int(value) <= setting.most):
        raise UsageError(f"{setting.title}: give a number from {setting.least} to {setting.most}.")
    if setting.kind == "yes_no" and value not in ("yes", "no"):
        raise UsageError(f"{setting.title}: choose yes or no.")
    if setting.kind == "choice" and value not in dict(setting.choices):
        raise UsageError(f"{setting.title}: choose one of those that there are.")
    if setting.kind == "steps":
        _require_steps(value)


def _require_steps(value: str) -> None:
    try:
        steps = json.loads(value)
    except ValueError as error:
        raise UsageError("Who is alerted: choose people, rung by rung.") from error
    if not (isinstance(steps, list) and steps and all(isinstance(step, list) and step for step in steps)):
        raise UsageError("Who is alerted: choose at least one person for each rung.")
    named = {str(person) for step in steps for person in step}
    if PersonName.objects.filter(identifier__in=named).count() != len(named):
        raise UsageError("Who is alerted: one of them isn't known here.")
