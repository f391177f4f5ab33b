"""Why figures differ between two moments: what was recorded of which audits in between, on any source."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from looped.errors import UsageError
from looped.figures.asking import Source

LATE, SECOND, MODERATION = "late return", "second return", "moderation"
CORRECTION, WITHDRAWAL, REASSIGNMENT = "correction", "withdrawal", "reassignment"
FOLLOW_UP = "feedback or action recorded later"
FIRST = {"lead": LATE, "second": SECOND, "moderation": MODERATION}
ENDED = ("withdrawn", "not_done")


@dataclass(frozen=True)
class Cause:
    """One thing that was recorded between two moments. domain None: it touches all of the audit's figures.

    audit None: a service's. months, service_areas, teams: all that the audit stood under at the two moments.
    """

    kind: str
    audit: str | None
    domain: str | None
    months: frozenset[str]
    service_areas: frozenset[str]
    teams: frozenset[str]


def causes_between(source: Source, since: datetime, moment: datetime) -> list[Cause]:
    """Everything that can have changed a figure after `since` and up to `moment` (UTC without zone).

    Raises: UsageError where `since` is the later one: nothing is recorded backwards.
    """
    if since > moment:
        raise UsageError("--since must be before --as-at: figures are compared with what they were earlier.")
    places = {}
    found: list[Cause] = []
    for row in source.ask("relisted", since=since, moment=moment):
        place = _Place(row)
        places[place.key] = place
        found.extend(place.cause(kind) for kind in place.changes())
    found.extend(_regraded(source, since, moment, places))
    for authority, audit, area in source.ask("followed_up", since=since, moment=moment):
        if audit is None:
            found.append(Cause(FOLLOW_UP, None, None, frozenset(), frozenset({area} - {None}), frozenset()))
        elif (authority, audit) in places:
            found.append(places[authority, audit].cause(FOLLOW_UP))
    return found


class _Place:
    """Where an audit stood then and now, of one row of the question `relisted`."""

    def __init__(self, row: tuple[Any, ...]) -> None:
        self.authority, self.audit, *rest = row
        self.now, self.then = tuple(rest[:4]), tuple(rest[4:8])
        self.is_new, self.redated = bool(rest[8]), bool(rest[9])

    @property
    def key(self) -> tuple[str, str]:
        """The key of every join."""
        return self.authority, self.audit

    def cause(self, kind: str, domain: str | None = None) -> Cause:
        """A cause that touches this audit, wherever it stood at the two moments."""
        months, areas, teams = (
            frozenset({then, now} - {None}) for then, now in list(zip(self.then, self.now, strict=True))[:3]
        )
        return Cause(kind, self.audit, domain, months, areas, teams)

    def changes(self) -> list[str]:
        """What became of the audit itself."""
        kinds = []
        if self.now[3] in ENDED and self.then[3] not in ENDED:
            kinds.append(WITHDRAWAL)
        if not self.is_new and self.now[:3] != self.then[:3]:
            kinds.append(REASSIGNMENT)
        if self.redated or (self.then[3] in ENDED and self.now[3] not in ENDED):
            kinds.append(CORRECTION)
        return kinds


def _regraded(source: Source, since: datetime, moment: datetime, places: dict[tuple[str, str], _Place]) -> list[Cause]:
    told: dict[tuple[str, str], dict[str, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    for authority, audit, domain, whose, is_first in source.ask("regraded", since=since, moment=moment):
        if (authority, audit) in places:
            told[authority, audit][domain][whose] = FIRST[whose] if is_first else CORRECTION
    return [
        places[key].cause(kind, domain)
        for key, domains in told.items()
        for domain, kinds in domains.items()
        for kind in sorted(_told_apart(kinds))
    ]


def _told_apart(kinds: dict[str, str]) -> set[str]:
    """An audit whose lead came in between is new by that: its second return is no cause of its own."""
    if kinds.get("lead") == LATE:
        return set(kinds.values()) - {SECOND}
    return set(kinds.values())
