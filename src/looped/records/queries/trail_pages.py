"""The trail as pages show it: who did what, when, and nothing that is sealed from the reader."""

import re
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet, TextField, Value
from django.db.models.functions import Concat

from looped.loop.visibility import Viewer
from looped.records.event import Event
from looped.records.in_hand import AuditInHand
from looped.records.people import names_of

PAGE = 50
# Each keystroke's save leaves an event; who reads the trail wants deeds.
SAVES = "save draft"


@dataclass(frozen=True)
class EventRow:
    """One deed. who None: erased.  which: of what, by as much of its identifier as tells it from others."""

    moment: datetime
    who: str | None
    what: str
    which: str


@dataclass(frozen=True)
class TrailPage:
    """One page of the trail, the newest first. older: there is a page after this one."""

    number: int
    rows: tuple[EventRow, ...]
    older: bool


def trail_page(viewer: Viewer, number: int, *, saves: bool = False) -> TrailPage | None:
    """A page of the trail, 1 being the newest; None for whoever may not read it. saves: drafts' saves too."""
    if not viewer.may_anywhere("trail.read"):
        return None
    start = (number - 1) * PAGE
    found = _within_reach(viewer) if saves else _within_reach(viewer).exclude(what=SAVES)
    rows = list(found.order_by("-id")[start : start + PAGE + 1])
    called = names_of(row.who for row in rows)
    shown = tuple(EventRow(row.recorded_at, called.get(row.who), row.what, _short(row.which)) for row in rows[:PAGE])
    return TrailPage(number, shown, len(rows) > PAGE)


def _short(which: str) -> str:
    """Of a random identifier the first twelve letters; what isn't one stays whole."""
    return re.sub(r"(\b[a-z]-[0-9a-f]{10})[0-9a-f]{22}\b", r"\1", which)


def _within_reach(viewer: Viewer) -> QuerySet[Event]:
    """Every event but those that would break a seal.

    Whoever steers may know how far audits are, but for those that they read themselves; everybody else may not know of
    any looped audit until it is open. Letters and concerns are of any audit, so they go as a whole wherever one goes.
    """
    waiting = AuditInHand.objects.filter(looped=True).exclude(lead_in=True, second_in=True).order_by()
    if viewer.may("return.steer"):
        waiting = waiting.filter(Q(lead=viewer.person) | Q(second=viewer.person))
        if not waiting.exists():
            return Event.objects.all()
    kept = Event.objects.exclude(chain="letters").exclude(chain__startswith="concern:")
    return kept.exclude(
        which__in=waiting.annotate(told=Concat(Value("audit:"), "audit", output_field=TextField())).values("told")
    )
