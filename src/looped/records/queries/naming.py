"""Who can be named to read an audit, and who can be invited to settle it."""

from dataclasses import dataclass

from looped.loop.naming import Nearness, nearness
from looped.loop.visibility import PARTS, Part, Viewer, may_moderate
from looped.records.in_hand import AuditInHand
from looped.records.people import names_of
from looped.records.queries.audit_rows import Seen, names_hidden, visible
from looped.records.queries.facts import facts_of
from looped.records.queries.one_audit import LABELS
from looped.records.queries.people import Choice, choices, viewers_of
from looped.records.queries.settings import settings_now


@dataclass(frozen=True)
class Auditor:
    """Somebody to name. near: what speaks against it.  line: people of their line and team."""

    choice: Choice
    near: Nearness | None
    line: frozenset[str]


@dataclass(frozen=True)
class Naming:
    """Whom to choose from, the nearest last; who is named now, and whose return is in and so stays."""

    auditors: tuple[Auditor, ...]
    named: dict[Part, str]
    fixed: frozenset[Part]


@dataclass(frozen=True)
class Guest:
    """Somebody to invite. key: a part, or a moderator's identifier."""

    key: str
    person: str
    name: str


def naming(viewer: Viewer, audit: str) -> Naming | None:
    """For whoever steers this audit; None for everybody else."""
    seen = _one(viewer, audit)
    if seen is None or not seen.sight.steers:
        return None
    able = choices("return.write", viewer.at)
    known = viewers_of((each.person for each in able), viewer.at)
    found = [Auditor(each, nearness(seen.facts, known[each.person]), known[each.person].near) for each in able]
    named: dict[Part, str | None] = {"lead": seen.row.lead, "second": seen.row.second}
    return Naming(
        tuple(sorted(found, key=lambda each: each.near is not None)),
        {part: person for part, person in named.items() if person},
        seen.facts.given,
    )


def guests(viewer: Viewer, audit: str) -> tuple[Guest, ...]:
    """The auditors, and the moderators who have no part in it. Empty for whoever can't arrange its meeting."""
    seen = _one(viewer, audit)
    if seen is None or not (seen.sight.steers or seen.sight.moderates):
        return ()
    hidden = names_hidden(seen.sight, settings_now().hide_names)
    parts: dict[Part, str | None] = {"lead": seen.row.lead, "second": seen.row.second}
    called = names_of(person for person in parts.values() if person)
    auditors = [(part, person) for part in PARTS if (person := parts[part]) in called and person]
    able = choices("audit.moderate", viewer.at)
    known = viewers_of((each.person for each in able), viewer.at)
    free = [each for each in able if may_moderate(seen.facts, known[each.person])]
    return (
        *(Guest(part, person, LABELS[part] if hidden else called[person]) for part, person in auditors),
        *(Guest(each.person, each.person, each.name) for each in free),
    )


def moderated_meanwhile(viewer: Viewer, audit: str) -> bool:
    """Whether an audit that was the viewer's to moderate is settled now, so that what they typed came too late."""
    row = AuditInHand.objects.filter(audit=audit, stage="settled").first()
    return row is not None and may_moderate(facts_of(row), viewer)


def _one(viewer: Viewer, audit: str) -> Seen | None:
    return next(iter(visible(viewer, AuditInHand.objects.filter(audit=audit))), None)
