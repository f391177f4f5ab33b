"""Settings of the programme as they stand."""

import json
from dataclasses import dataclass
from typing import Any

from looped.records.setting import SettingRow
from looped.stats.mdc_rules import DEFAULT


@dataclass(frozen=True)
class Settings:
    """What a QA lead set. alert_steps: people alerted of a concern, rung by rung.  dip_share: percent.

    xmr_rules: the dialect of NHS Making Data Count's rules that reports follow.
    """

    council: str = ""
    ring_by_day: str = ""
    ring_out_of_hours: str = ""
    alert_steps: tuple[tuple[str, ...], ...] = ()
    alert_minutes: int = 30
    dip_share: int = 10
    moderate_ladder: bool = False
    hide_names: bool = False
    xmr_rules: str = DEFAULT

    @property
    def missing(self) -> tuple[str, ...]:
        """Names of settings that must be made before going live."""
        return tuple(name for name in REQUIRED if not getattr(self, name))


REQUIRED = ("council", "ring_by_day", "ring_out_of_hours", "alert_steps")


def settings_now() -> Settings:
    """Every setting: as last set, else as it comes."""
    set_ = dict(SettingRow.objects.order_by("id").values_list("name", "value"))
    return Settings(**{name: _value(name, text) for name, text in set_.items() if name in READ})


def _value(name: str, text: str) -> Any:
    return READ[name](text)


def _steps(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(map(str, step)) for step in json.loads(text))


def _yes(text: str) -> bool:
    return text == "yes"


READ = {
    "council": str,
    "ring_by_day": str,
    "ring_out_of_hours": str,
    "alert_steps": _steps,
    "alert_minutes": int,
    "dip_share": int,
    "moderate_ladder": _yes,
    "hide_names": _yes,
    "xmr_rules": str,
}
